"""Morphology of Russian words, as pymorphy3 knows it, asked once for each distinct word.

Loaded at the first question, not at import. Readings come best first; no proper name may trust the first.
"""

from __future__ import annotations

from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from kzuz_extract.bounds import LIGHT, READINGS
from kzuz_extract.language.dictionary import Dictionary
from kzuz_extract.language.guessing import Guesser
from kzuz_extract.language.lexemes import inflected


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


_make = Parse._make  # from its fields in a row, which takes a quarter less than Parse(*fields)
_NO_WORD = Parse("", "", None, None, None, None, None, frozenset(), False, False, 0.0)


@cache
def _dictionary() -> Dictionary:
    import pymorphy3_dicts_ru

    return Dictionary(Path(pymorphy3_dicts_ru.get_path()))


@cache
def _guesser() -> Guesser:
    return Guesser(_dictionary())


def parses(word: str) -> tuple[Parse, ...]:
    """Return the readings of a word, best first, as pymorphy3 gives them; ё may be written е.

    There is always one: a word in letters that have no names in Unicode (Tangut) is read as no word.
    """
    return known_parses(word) or _guesses(word)


@lru_cache(maxsize=READINGS)
def known_parses(word: str) -> tuple[Parse, ...]:
    """Return the readings of a word that the dictionary has, best first; () for one that it does not know.

    To guess at a word takes ten times as long as to look it up.

    >>> {parse.lemma for parse in known_parses("словарю")}, known_parses("кракозябрил")
    ({'словарь'}, ())
    """
    lower = word.lower()
    dictionary = _dictionary()
    read = dictionary.readings(lower)
    if not read:
        return ()
    if len(read) == 1:  # only words that may be read in several ways were counted
        [(tag, lemma)] = read
        return (_make((word if lemma == word else lemma, *tag.fields, True, 1.0)),)
    one = {word: word}.setdefault  # readings share their lemma, which is often the word itself
    scores = dictionary.probabilities(lower, [tag for tag, _ in read])
    if any(scores):
        ranked = sorted(zip(scores, read, strict=True), key=itemgetter(0), reverse=True)
        return tuple([_make((one(lemma, lemma), *tag.fields, True, score)) for score, (tag, lemma) in ranked])
    share = 1 / len(read)
    return tuple([_make((one(lemma, lemma), *tag.fields, True, share)) for tag, lemma in read])


@lru_cache(maxsize=LIGHT)
def _guesses(word: str) -> tuple[Parse, ...]:
    """Return the readings of a word that the dictionary lacks."""
    lower = word.lower()
    try:
        found = _guesser().guess(lower)
    except ValueError:  # a letter without a name
        return (_NO_WORD._replace(lemma=lower),)
    one = {word: word}.setdefault
    return tuple([_make((one(g.lemma, g.lemma), *g.tag.fields, False, g.score)) for g in found])


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
    wanted = frozenset(grammeme for grammeme in (case, number, gender) if grammeme)
    readings = [guess for guess in _guesser().read(word.lower()) if guess.tag.fields[0] == pos]
    if like:
        readings.sort(key=lambda guess: guess.tag.fields[1] != like)
    for reading in readings:
        found = inflected(_dictionary(), reading, wanted)
        if found is not None:
            return found
    return None
