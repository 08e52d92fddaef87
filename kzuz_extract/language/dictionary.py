"""The dictionary of OpenCorpora, in the files that pymorphy3 reads, opened quickly and held in little memory.

A word of the dictionary is known by its paradigms, each the list of the forms of a lexeme: what stands before
and after the stem, and a tag. pymorphy3 makes an object of each of its 5 500 tags, and an array of each
paradigm, when it opens; here both stay as they are in the files until a word asks for them.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias

from kzuz_extract.bounds import LIGHT, READINGS, forget_latest

# What a tag says to `Parse`: part of speech, case, number, gender, animacy, tense, marks of names, fixed.
Fields: TypeAlias = tuple[
    str, str | None, str | None, str | None, str | None, str | None, frozenset[str], bool
]

# The second genitive and its kind are the same case to an extractor.
CASES = {
    "nomn": "nomn",
    "gent": "gent",
    "datv": "datv",
    "accs": "accs",
    "ablt": "ablt",
    "loct": "loct",
    "gen1": "gent",
    "gen2": "gent",
    "acc2": "accs",
    "loc1": "loct",
    "loc2": "loct",
    "voct": "nomn",
}
_POS = (
    *("NOUN", "NPRO", "ADJF", "ADJS", "COMP", "NUMR", "VERB", "INFN", "PRTF", "PRTS", "GRND"),
    *("ADVB", "PRED", "PREP", "CONJ", "PRCL", "INTJ"),
)
_NUMBERS, _GENDERS = ("sing", "plur"), ("masc", "femn", "neut")
_ANIMACY, _TENSES = ("anim", "inan"), ("past", "pres", "futr")
# In which of the first six fields a grammeme is told, and as what.
_TOLD = {
    **{pos: (0, pos) for pos in _POS},
    **{grammeme: (1, case) for grammeme, case in CASES.items()},
    **{
        grammeme: (field, grammeme)
        for field, category in enumerate((_NUMBERS, _GENDERS, _ANIMACY, _TENSES), start=2)
        for grammeme in category
    },
}
_CLOSED = frozenset({"NUMR", "NPRO", "PRED", "PREP", "CONJ", "PRCL", "INTJ", "Apro"})
_NAME_MARKS = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"})
_SUBSTITUTES = {"е": "ё"}
_IN_MILLIONTHS = 1_000_000


class Tag:
    """What is said of a form: "NOUN,inan,femn sing,gent"."""

    __slots__ = ("fields", "name", "productive", "same")

    def __init__(self, name: str) -> None:
        self.name = name
        self.same = name.replace(" ", ",", 1)  # a few tags differ in where the lexeme's own part ends
        grammemes = self.same.split(",")
        self.fields = _shared(_fields(grammemes))
        self.productive = _CLOSED.isdisjoint(grammemes)  # no new prepositions are made

    @property
    def grammemes(self) -> frozenset[str]:
        """Return "NOUN", "inan", … as a set, which is large."""
        return frozenset(self.same.split(","))

    def has(self, grammemes: frozenset[str]) -> bool:
        """Tell whether all of these are said."""
        return all(map(self.name.__contains__, grammemes))


@cache  # a few hundred serve all tags
def _shared(fields: Fields) -> Fields:
    return fields


def _fields(grammemes: list[str]) -> Fields:
    told: list[str | None] = ["", None, None, None, None, None]
    for grammeme in reversed(grammemes):  # the first of a category tells
        if place := _TOLD.get(grammeme):
            field, value = place
            told[field] = value
    pos, case, number, gender, animacy, tense = told
    marks = _NAME_MARKS.intersection(grammemes)
    return pos or "", case, number, gender, animacy, tense, marks, "Fixd" in grammemes


class _Strings:
    """Many short strings in one, since each would take eighty bytes of its own."""

    __slots__ = ("_ends", "_text")

    def __init__(self, strings: list[str]) -> None:
        self._text = "".join(strings)
        self._ends = array("I", [*accumulate(map(len, strings), initial=0)])  # a list is read fastest

    def __getitem__(self, number: int) -> str:
        return self._text[self._ends[number] : self._ends[number + 1]]


class _Tags(dict[int, Tag]):
    """The tags of the dictionary by number, each made when it is first asked for."""

    __slots__ = ("_names",)

    def __init__(self, names: _Strings) -> None:
        self._names = names

    def __missing__(self, number: int) -> Tag:
        tag = self[number] = Tag(self._names[number])
        return tag


# What is said of a form: its tag, where the stem stands in it, and what stands about the stem of the lemma.
_Place: TypeAlias = tuple[Tag, slice, str, str]


class Dictionary:
    """The dictionary in a folder: words, what endings mean in words that it lacks, and how often."""

    def __init__(self, folder: Path) -> None:
        meta = dict(_json(folder / "meta.json"))
        if not str(meta["format_version"]).startswith("2."):
            raise ValueError(f"{folder} has a dictionary of another format: {meta['format_version']}")
        self._folder = folder
        self._words = _opened("RecordDAWG", folder / "words.dawg", ">HH")
        self._substitutes = self._words.compile_replaces(_SUBSTITUTES)
        self._often = _opened("IntDAWG", folder / "p_t_given_w.intdawg").get
        self._suffixes = _Strings(_json(folder / "suffixes.json"))
        self._tags = _Tags(_Strings(_json(folder / meta["gramtab_formats"]["opencorpora-int"])))
        self._numbers = array("H", (folder / "paradigms.array").read_bytes())
        self._starts = _starts(self._numbers)
        options = meta["compile_options"]
        self.prefixes: list[str] = options["paradigm_prefixes"]
        self.longest_ending: int = options["max_suffix_length"]
        self._endings: list[Any] = []  # opened by the first word that the dictionary lacks
        self._places: dict[tuple[int, int], _Place] = {}
        self._wanted = lru_cache(LIGHT)(self._read_wanted)

    def found(self, word: str) -> list[tuple[str, list[tuple[int, int]]]]:
        """Return the spellings of a word, ё for its е, each with its paradigms and its places in them."""
        if "е" in word:
            return self._words.similar_items(word, self._substitutes)  # type: ignore[no-any-return]
        forms = self._words.get(word)
        return [(word, forms)] if forms else []

    def endings(self, prefix: int, ending: str) -> list[tuple[str, list[tuple[int, int, int]]]]:
        """Return what an ending is in words with a prefix: how often, of which paradigms, where in them."""
        while len(self._endings) < len(self.prefixes):
            file = self._folder / f"prediction-suffixes-{len(self._endings)}.dawg"
            self._endings.append(_opened("RecordDAWG", file, ">IHH"))
        return self._endings[prefix].similar_items(ending, self._substitutes)  # type: ignore[no-any-return]

    def probabilities(self, word: str, tags: Iterable[Tag]) -> list[float]:
        """Return how probable each of the tags of a word is; most words were never counted and have 0."""
        often = self._often
        return [often(f"{word}:{tag.name}", 0) / _IN_MILLIONTHS for tag in tags]

    def readings(self, word: str) -> list[tuple[Tag, str]]:
        """Return the tags of a word, each with its lemma; ё may be written е."""
        read = []
        known = self._places
        for spelled, places in self.found(word):
            for place in places:
                tag, stem, before, after = known.get(place) or self._place(place)
                read.append((tag, before + spelled[stem] + after))
        return read

    def tag_and_lemma(self, paradigm: int, form: int, spelled: str) -> tuple[Tag, str]:
        """Return the tag and the lemma of a form that is spelled so."""
        tag, stem, before, after = self._place((paradigm, form))
        return tag, before + spelled[stem] + after

    def forms(self, paradigm: int, form: int, spelled: str, wanted: frozenset[str]) -> list[tuple[str, Tag]]:
        """Return the forms of the same lexeme that have all the grammemes wanted."""
        stem = spelled[self._place((paradigm, form))[1]]
        return [(before + stem + after, tag) for before, after, tag in self._wanted(paradigm, wanted)]

    def _place(self, place: tuple[int, int]) -> _Place:
        """Return what a form says, by its paradigm and its place there."""
        found = self._places.get(place)
        if found is None:
            if len(self._places) >= READINGS:
                forget_latest(self._places)
            found = self._places[place] = self._read_place(*place)
        return found

    def _read_place(self, paradigm: int, form: int) -> _Place:
        numbers, start = self._numbers, self._starts[paradigm]
        size = numbers[start - 1] // 3
        at = start + form
        prefix, suffix = self.prefixes[numbers[at + 2 * size]], self._suffixes[numbers[at]]
        stem = slice(len(prefix), -len(suffix) or None)
        lemma = self.prefixes[numbers[start + 2 * size]], self._suffixes[numbers[start]]
        return self._tags[numbers[at + size]], stem, *lemma

    def _read_wanted(self, paradigm: int, wanted: frozenset[str]) -> list[tuple[str, str, Tag]]:
        """Return what stands about the stem in forms that have all the grammemes wanted, and their tags."""
        numbers, start = self._numbers, self._starts[paradigm]
        size = numbers[start - 1] // 3
        return [
            (self.prefixes[numbers[at + 2 * size]], self._suffixes[numbers[at]], tag)
            for at in range(start, start + size)
            if (tag := self._tags[numbers[at + size]]).has(wanted)
        ]


def _json(file: Path) -> Any:
    return json.loads(file.read_bytes())


def _opened(kind: str, file: Path, *arguments: str) -> Any:
    """Load an automaton, as pymorphy3 does: with the compiled library if there is one."""
    try:
        dawg = import_module("dawg")
    except ImportError:
        dawg = import_module("dawg_python")
    return getattr(dawg, kind)(*arguments).load(str(file))


def _starts(numbers: array[int]) -> array[int]:
    """Return where the paradigms start: there is their number, and then each with its length before it."""
    starts, at = array("I"), 1
    for _ in range(numbers[0]):
        starts.append(at + 1)
        at += 1 + numbers[at]
    return starts
