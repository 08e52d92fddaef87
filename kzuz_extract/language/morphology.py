"""Morphology of Russian words: pymorphy3 behind one small face, asked once for each distinct word.

Loaded at the first question, not at import. Readings come best first; no proper name may trust the first.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from kzuz_extract.bounds import LIGHT, READINGS

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

# The second genitive and its kind are the same case to an extractor.
_CASES = {
    "gen1": "gent",
    "gen2": "gent",
    "acc1": "accs",
    "acc2": "accs",
    "loc1": "loct",
    "loc2": "loct",
    "voct": "nomn",
}
_NAME_MARKS = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"})


class Parse(NamedTuple):
    """One reading of a word, in OpenCorpora's grammemes (https://opencorpora.org/dict.php?act=gram)."""

    lemma: str
    pos: str  # NOUN, ADJF, ADJS, VERB, INFN, PRTF, PREP, …; "" for what is no word
    case: str | None  # nomn gent datv accs ablt loct
    number: str | None  # sing plur
    gender: str | None  # masc femn neut
    animacy: str | None  # anim inan
    tense: str | None  # past pres futr
    marks: frozenset[str]  # of Name Surn Patr Geox Orgn Trad Abbr Init
    fixed: bool  # the word does not decline
    known: bool  # in the dictionary, not guessed from its ending
    score: float  # estimated probability among the readings of this form


_NO_WORD = Parse("", "", None, None, None, None, None, frozenset(), False, False, 0.0)


@cache
def _analyzer() -> MorphAnalyzer:
    from kzuz_extract.language.analyzer import open_analyzer

    return open_analyzer()


def parses(word: str) -> tuple[Parse, ...]:
    """Return the readings of a word, best first, as pymorphy3 gives them; ё may be written е.

    There is always one: a word in letters that have no names in Unicode (Tangut) is read as no word.
    """
    return (len(word) > 1 and known_parses(word)) or _guesses(word)  # a single letter is an initial as well


@lru_cache(maxsize=READINGS)
def known_parses(word: str) -> tuple[Parse, ...]:
    """Return the readings of a word that the dictionary has, best first; () for one that it does not know.

    To guess at a word takes ten times as long as to look it up.

    >>> {parse.lemma for parse in known_parses("словарю")}, known_parses("кракозябрил")
    ({'словарь'}, ())
    """
    word = word.lower()
    if len(word) == 1:
        return tuple(parse for parse in _guesses(word) if parse.known)
    analyzer = _analyzer()
    dictionary = analyzer.dictionary
    read = [
        (dictionary.build_normal_form(paradigm, form, spelled), dictionary.build_tag_info(paradigm, form))
        for spelled, found in dictionary.words.similar_items(word, analyzer.char_substitutes)
        for paradigm, form in found
    ]
    if not read:
        return ()
    scores = [analyzer.prob_estimator.p_t_given_w.prob(word, tag) for _, tag in read]
    if not any(scores):
        scores = [1 / len(read) for _ in read]
    known = (
        Parse(lemma, *_fields(tag), True, score) for (lemma, tag), score in zip(read, scores, strict=True)
    )
    return tuple(sorted(known, key=lambda parse: -parse.score))


@lru_cache(maxsize=LIGHT)
def _guesses(word: str) -> tuple[Parse, ...]:
    """Return the readings of a word that no dictionary has, and of a letter, which is an initial as well."""
    word = word.lower()
    try:
        found = _analyzer().parse(word)
    except ValueError:  # pymorphy3 asks unicodedata for the name of every letter
        return (_NO_WORD._replace(lemma=word),)
    return tuple(
        Parse(reading.normal_form, *_fields(reading.tag), bool(reading.is_known), float(reading.score))
        for reading in found
    )


_Fields: TypeAlias = tuple[
    str, str | None, str | None, str | None, str | None, str | None, frozenset[str], bool
]


@cache  # a few hundred tags serve most words
def _fields(tag: Any) -> _Fields:
    grammemes = tag.grammemes

    def one_of(category: frozenset[str]) -> str | None:
        return next(iter(category & grammemes), None)

    case = one_of(tag.CASES)
    return (
        one_of(tag.PARTS_OF_SPEECH) or "",
        _CASES.get(case, case) if case else None,
        one_of(tag.NUMBERS),
        one_of(tag.GENDERS),
        one_of(tag.ANIMACY),
        one_of(tag.TENSES),
        _NAME_MARKS & grammemes,
        "Fixd" in grammemes,
    )


@lru_cache(maxsize=LIGHT)
def inflect(
    word: str,
    pos: str,
    case: str,
    number: str | None = None,
    gender: str | None = None,
    like: str | None = None,
) -> str | None:
    """Return the form of `word` in a case (and number, and gender), in small letters; None if there is none.

    `pos` chooses the reading to start from, `like` its present case where several fit: inflect("рабочих",
    "ADJF", "nomn", "sing", "neut") is "рабочее". The dictionary's ё is kept.
    """
    wanted = {case, *filter(None, (number, gender))}
    readings = [r for r in _analyzer().parse(word.lower()) if pos == r.tag.POS]
    if like:
        readings.sort(key=lambda r: _CASES.get(str(r.tag.case), str(r.tag.case)) != like)
    for reading in readings:
        found = reading.inflect(wanted)
        if found is not None:
            return str(found.word)
    return None
