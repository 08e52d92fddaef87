"""The dictionary of OpenCorpora, in the files that pymorphy3 reads, opened quickly and held in little memory.

A word of the dictionary is known by its paradigms, each the list of the forms of a lexeme: what stands before
and after the stem, and a tag. pymorphy3 makes an object of each of its 5 500 tags, and an array of each
paradigm, when it opens; here both stay as they are in the files until a word asks for them.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from sys import intern
from typing import Any, TypeAlias

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
_POS = frozenset(
    (
        *("NOUN", "NPRO", "ADJF", "ADJS", "COMP", "NUMR", "VERB", "INFN", "PRTF", "PRTS", "GRND"),
        *("ADVB", "PRED", "PREP", "CONJ", "PRCL", "INTJ"),
    )
)
_CLOSED = frozenset({"NUMR", "NPRO", "PRED", "PREP", "CONJ", "PRCL", "INTJ", "Apro"})
_NUMBERS, _GENDERS = frozenset({"sing", "plur"}), frozenset({"masc", "femn", "neut"})
_ANIMACY, _TENSES = frozenset({"anim", "inan"}), frozenset({"past", "pres", "futr"})
_NAME_MARKS = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"})
_SUBSTITUTES = {"е": "ё"}
_IN_MILLIONTHS = 1_000_000


class Tag:
    """What is said of a form: "NOUN,inan,femn sing,gent"."""

    __slots__ = ("fields", "name", "productive", "same")

    def __init__(self, name: str) -> None:
        self.name = name
        self.same = name.replace(" ", ",", 1)  # a few tags differ in where the lexeme's own part ends
        grammemes = [intern(grammeme) for grammeme in self.same.split(",")]
        self.fields = _shared(_fields(grammemes))
        self.productive = _CLOSED.isdisjoint(grammemes)  # no new prepositions are made

    @property
    def grammemes(self) -> frozenset[str]:
        """Return "NOUN", "inan", … as a set, which is large."""
        return frozenset(self.same.split(","))

    def has(self, grammemes: frozenset[str]) -> bool:
        """Tell whether all of these are said."""
        return all(grammeme in self.name for grammeme in grammemes)


@cache  # a few hundred serve all tags
def _shared(fields: Fields) -> Fields:
    return fields


def _fields(grammemes: list[str]) -> Fields:
    def one_of(category: frozenset[str]) -> str | None:
        return next((grammeme for grammeme in grammemes if grammeme in category), None)

    return (
        one_of(_POS) or "",
        next((CASES[grammeme] for grammeme in grammemes if grammeme in CASES), None),
        one_of(_NUMBERS),
        one_of(_GENDERS),
        one_of(_ANIMACY),
        one_of(_TENSES),
        _NAME_MARKS.intersection(grammemes),
        "Fixd" in grammemes,
    )


class _Strings:
    """Many short strings in one, since each would take eighty bytes of its own."""

    __slots__ = ("_ends", "_text")

    def __init__(self, strings: list[str]) -> None:
        self._text = "".join(strings)
        self._ends = array("I", accumulate(map(len, strings), initial=0))

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

    def tag_and_lemma(self, paradigm: int, form: int, spelled: str) -> tuple[Tag, str]:
        """Return the tag and the lemma of a form that is spelled so."""
        numbers, start = self._numbers, self._starts[paradigm]
        size = numbers[start - 1] // 3
        tag = self._tags[numbers[start + size + form]]
        if form == 0:
            return tag, spelled
        stem = self._stem(start, size, form, spelled)
        return tag, self.prefixes[numbers[start + 2 * size]] + stem + self._suffixes[numbers[start]]

    def forms(
        self, paradigm: int, form: int, spelled: str, wanted: frozenset[str]
    ) -> Iterator[tuple[str, Tag]]:
        """Yield the other forms of the same lexeme that have all the grammemes wanted."""
        numbers, start = self._numbers, self._starts[paradigm]
        size = numbers[start - 1] // 3
        stem = self._stem(start, size, form, spelled)
        for at in range(start, start + size):
            tag = self._tags[numbers[at + size]]
            if tag.has(wanted):
                yield self.prefixes[numbers[at + 2 * size]] + stem + self._suffixes[numbers[at]], tag

    def _stem(self, start: int, size: int, form: int, spelled: str) -> str:
        prefix = self.prefixes[self._numbers[start + 2 * size + form]]
        suffix = self._suffixes[self._numbers[start + form]]
        return spelled[len(prefix) : len(spelled) - len(suffix)]


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
