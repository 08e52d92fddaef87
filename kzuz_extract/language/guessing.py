"""Words that the dictionary lacks, read as pymorphy3 reads them: by their shape, their parts or their ending.

The ways are tried in pymorphy3's order, and the first that has an answer ends the search: a known beginning,
«не» + «прогноз», before the ending of «Кулпынбаев». Two of them, an unknown beginning before a word of the
dictionary and the ending, answer together. pymorphy3 has an object for each way, reading and step; here a
reading is a tuple with the steps that led to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.dictionary import CASES, Dictionary, Tag

_BY_SHAPE, _BY_PARTICLE, _BY_PO = 0.9, 0.9, 0.7  # how much a reading counts by the way that led to it
_BY_HYPHEN, _BY_PREFIX, _BY_ENDING = 0.75, 0.75, 0.5
_PARTICLES = ("-то", "-ка", "-таки", "-де", "-тко", "-тка", "-с", "-ста")
_SHORTEST_REST, _LONGEST_BEGINNING, _SHORTEST_WORD = 3, 5, 4
_ROMAN = r"M{0,4}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$"
_PERSONS = frozenset({"1per", "2per", "3per"})

# FORM has a paradigm and a place in it, BEFORE a beginning, AFTER a particle; JOINED has the steps of the
# right part, and the steps of the left part or else the left part itself, which stays as it is.
FORM, ALONE, BEFORE, AFTER, JOINED = range(5)
Step: TypeAlias = tuple[int, Any, Any]
Kind: TypeAlias = tuple[str, str, Any]
_ALONE: tuple[Step, ...] = ((ALONE, None, None),)


class Guess:
    """One reading of a word."""

    __slots__ = ("lemma", "score", "spelled", "steps", "tag")

    def __init__(self, spelled: str, tag: Tag, lemma: str, score: float, steps: tuple[Step, ...]) -> None:
        self.spelled = spelled  # with ё where the dictionary has it
        self.tag = tag
        self.lemma = lemma
        self.score = score
        self.steps = steps

    @property
    def kind(self) -> Kind:
        """What no two readings share: the spelling, the tag and the paradigm."""
        return self.spelled, self.tag.same, self.steps[0][1]


class Guesser:
    """Reads words of any kind."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        file = Path(__file__).with_name("prefixes.tsv")
        lines = file.read_text(encoding="utf-8").splitlines()
        self._prefixes = frozenset(line for line in lines if not line.startswith("#"))
        self._longest = max(map(len, self._prefixes))
        self._paradigm_prefixes = tuple(enumerate(dictionary.prefixes))[::-1]

    def read(self, word: str) -> list[Guess]:
        """Return the readings of a word in small letters as pymorphy3 orders them; there is always one."""
        looked_up = self._looked_up(word)
        return self._weighed(word, looked_up) if looked_up else self.guess(word)

    def guess(self, word: str) -> list[Guess]:
        """Return the readings of a word that the dictionary lacks."""
        return self._weighed(
            word,
            _by_shape(word)
            or self._by_particle(word)
            or self._by_po(word)
            or self._by_hyphen(word)
            or self._by_prefix(word)
            or self._by_parts(word)
            or [Guess(word, _tag("UNKN"), word, 1.0, _ALONE)],
        )

    def _weighed(self, word: str, guesses: list[Guess]) -> list[Guess]:
        """Score readings by how often the tags were counted for this word, or else so that all make 1."""
        scores = self._dictionary.probabilities(word, [guess.tag for guess in guesses])
        if any(scores):
            for guess, score in zip(guesses, scores, strict=True):
                guess.score = score
            guesses.sort(key=_score, reverse=True)
        else:
            share = 1.0 / sum([guess.score for guess in guesses])
            for guess in guesses:
                guess.score *= share
        return guesses

    def _looked_up(self, word: str) -> list[Guess]:
        return [
            Guess(spelled, *self._dictionary.tag_and_lemma(*place, spelled), 1.0, ((FORM, *place),))
            for spelled, places in self._dictionary.found(word)
            for place in places
        ]

    def _by_particle(self, word: str) -> list[Guess]:
        """«акимов-то»."""
        for particle in _PARTICLES if "-" in word else ():
            if word.endswith(particle) and word != particle:
                read = self.read(word[: -len(particle)])
                return _distinct(_wrapped(guess, "", particle, _BY_PARTICLE) for guess in read)
        return []

    def _by_po(self, word: str) -> list[Guess]:
        """«по-атыраусски»."""
        if len(word) < 5 or not word.startswith("по-"):
            return []
        datives = frozenset({"ADJF", "sing", "datv"})
        if not any(guess.tag.has(datives) for guess in self.read(word[3:])):
            return []
        return [Guess(word, _tag("ADVB"), word, _BY_PO, _ALONE)]

    def _by_hyphen(self, word: str) -> list[Guess]:
        """«город-спутник», «интернет-площадка»: both parts decline alike, or the first stays as it is."""
        left, _, right = word.partition("-")
        if not left or not right or "-" in right or self._known_beginnings(word):
            return []
        rights = self.read(right)
        features = [_features(guess.tag) for guess in rights]
        both = [
            Guess(
                f"{first.spelled}-{second.spelled}",
                first.tag,
                f"{first.lemma}-{second.lemma}",
                first.score * _BY_HYPHEN,
                ((JOINED, second.steps, first.steps),),
            )
            for first in self.read(left)
            if first.tag.fields[0]
            for second, of_second in zip(rights, features, strict=True)
            if _features(first.tag) == of_second
        ]
        fixed = [
            Guess(
                f"{left}-{second.spelled}",
                second.tag,
                f"{left}-{second.lemma}",
                second.score * _BY_HYPHEN,
                ((JOINED, second.steps, left),),
            )
            for second in rights
            if second.tag.fields[0]
        ]
        return both + fixed

    def _by_prefix(self, word: str) -> list[Guess]:
        """«нейро» + «акимат»."""
        return _distinct(
            _wrapped(guess, prefix, "", _BY_PREFIX)
            for prefix in self._known_beginnings(word)
            if len(word) - len(prefix) >= _SHORTEST_REST
            for guess in self.read(word[len(prefix) :])
            if guess.tag.productive
        )

    def _known_beginnings(self, word: str) -> list[str]:
        """Return the known beginnings of a word, the longest first."""
        sizes = range(min(self._longest, len(word)), 0, -1)
        return [word[:size] for size in sizes if word[:size] in self._prefixes]

    def _by_parts(self, word: str) -> list[Guess]:
        """«байт» + «код», and «бутявкать» by the ending «вкать»."""
        longest = min(_LONGEST_BEGINNING, len(word) - _SHORTEST_REST)
        parted = [
            _wrapped(guess, word[:end], "", _BY_ENDING)
            for end in range(1, 1 + longest)
            for guess in self._looked_up(word[end:])
            if guess.tag.productive
        ]
        if parted:
            parted = _distinct(parted)
        return parted + self._by_ending(word, {guess.kind for guess in parted})

    def _by_ending(self, word: str, seen: set[Kind]) -> list[Guess]:
        """Read a word as the words of the dictionary with its ending, the longest that any of them has."""
        if len(word) < _SHORTEST_WORD:
            return []
        found: list[Guess] = []
        for number, prefix in self._paradigm_prefixes:
            if word.startswith(prefix):
                found += self._of_ending(word, number, seen)
        found.sort(key=_score, reverse=True)
        return found

    def _of_ending(self, word: str, prefix: int, seen: set[Kind]) -> list[Guess]:
        dictionary = self._dictionary
        found: list[Guess] = []
        total = 1
        for length in range(dictionary.longest_ending, 0, -1):
            start = word[:-length]
            for ending, places in dictionary.endings(prefix, word[-length:]):
                spelled = start + ending
                for count, paradigm, form in places:
                    tag, lemma = dictionary.tag_and_lemma(paradigm, form, spelled)
                    if tag.productive:
                        total += count
                        kind = spelled, tag.same, paradigm
                        if kind not in seen:
                            seen.add(kind)
                            found.append(Guess(spelled, tag, lemma, count, ((FORM, paradigm, form),)))
            if total > 1:
                break
        for guess in found:
            guess.score = guess.score / total * _BY_ENDING
        return found


def _score(guess: Guess) -> float:
    return guess.score


def _wrapped(guess: Guess, before: str, after: str, factor: float) -> Guess:
    """Put a beginning or a particle about a reading."""
    step: Step = (BEFORE, before, None) if before else (AFTER, after, None)
    return Guess(
        before + guess.spelled + after,
        guess.tag,
        before + guess.lemma + after,
        guess.score * factor,
        (*guess.steps, step),
    )


def _distinct(guesses: Iterable[Guess]) -> list[Guess]:
    kinds: dict[Kind, Guess] = {}
    for guess in guesses:
        kinds.setdefault(guess.kind, guess)
    return list(kinds.values())


@lru_cache(maxsize=LIGHT)
def _features(tag: Tag) -> frozenset[str]:
    """What the parts of «город-спутник» share: part of speech, case, number, person and tense."""
    pos, _, number, _, _, tense, _, _ = tag.fields
    alike = {"gen1": "gent", "loc1": "loct"}
    rest = {alike.get(g, g) for g in tag.grammemes if g in CASES or g in _PERSONS}
    return frozenset({pos, number or "", tense or "", *rest})


def _by_shape(word: str) -> list[Guess]:
    """Read what is no Russian word: a number, a mark, a word in Latin letters."""
    if "а" <= word[:1] <= "я":
        return []
    names = _number(word) or _mark(word) or [*_roman(word), *_latin(word)]
    return [Guess(word, _tag(name), word, _BY_SHAPE, _ALONE) for name in names]


def _number(word: str) -> list[str]:
    try:
        int(word)
    except ValueError:
        try:
            float(word.replace(",", "."))
        except ValueError:
            return []
        return ["NUMB,real"]
    return ["NUMB,intg"]


def _mark(word: str) -> list[str]:
    inked = "".join(word.split())
    return ["PNCT"] if inked and all(unicodedata.category(char)[0] == "P" for char in inked) else []


def _roman(word: str) -> list[str]:
    return ["ROMN"] if word and _roman_number().match(word) else []


@cache
def _roman_number() -> re.Pattern[str]:
    return re.compile(_ROMAN, re.IGNORECASE)


def _latin(word: str) -> list[str]:
    """Raise `ValueError`, as pymorphy3 does, if a letter has no name in Unicode."""
    letters = [char for char in word if char.isalpha()]
    return ["LATN"] if letters and all("LATIN" in unicodedata.name(char) for char in letters) else []


@cache
def _tag(name: str) -> Tag:
    return Tag(name)
