"""Agreement and dictionary forms of an adjective + noun phrase: «совместных проектов» → «совместный проект».

A phrase is its words before the head, each an adjective or a participle, and the reading of the head that the
context chose; the head's gender and number decide the forms of the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from kzuz_extract.language.morphology import Parse, inflect, known_parses, parses

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
ADJECTIVES = frozenset({"ADJF", "PRTF"})
_ADJECTIVE_ENDINGS = ("ими", "его", "ему", "ий", "ая", "ее", "ие", "их", "им", "ей", "ую", "ем")
_SUPERLATIVE_ENDINGS = {"masc": "ий", "femn": "ая", "neut": "ее", "plur": "ие", "sing": "ий"}
_LONGEST_BARE_PART, _VOWELS = 3, frozenset("аеёиоуыэюя")
_UNCHANGED = frozenset({"ADVB", "CONJ", "PRCL"})  # «вновь построенных», «жилых и нежилых»


def agrees(adjective: Parse, noun: Parse) -> bool:
    """Tell whether two readings can be one phrase: the same case and number, in the singular the same gender.

    After two, three and four «три новых дома» joins a genitive plural to a genitive singular, and «три новые
    школы» a nominative plural.
    """
    if adjective.number == "plur" and noun.number == "sing":
        return noun.case == "gent" and adjective.case in ("gent", "nomn", "accs")
    if adjective.number != noun.number:
        return False
    if adjective.case != noun.case:
        return False
    return noun.number == "plur" or noun.gender in (None, adjective.gender)


def nominative(adjectives: Sequence[str], noun: str, reading: Parse) -> str | None:
    """Return a phrase in the nominative singular, ё kept; None where a word has no such form.

    `reading` is how the head is read here. A head without a singular keeps its plural: «новые выборы».
    >>> nominative(["рабочих"], "мест", parses("мест")[0])
    'рабочее место'
    """
    head = nominative_word(noun, reading)
    if head is None or not adjectives:
        return head
    singular = _reading_of(head, reading)
    plural_only = singular is not None and singular.number == "plur"
    gender = None if plural_only else (singular or reading).gender or "masc"
    number = "plur" if plural_only else "sing"
    words = [
        word
        if parses(word)[0].pos in _UNCHANGED
        else adjective_form(word, "nomn", number, gender, like=reading.case)
        for word in adjectives
    ]
    return None if None in words else " ".join([*(word for word in words if word), head])


def nominative_word(word: str, reading: Parse) -> str | None:
    """Return the dictionary form of a head: a noun's lemma, a participle's masculine."""
    if reading.pos in ADJECTIVES:
        return inflect(word, reading.pos, "nomn", "sing", "masc", like=reading.case)
    if "-" in word and reading.pos == "NOUN" and not reading.known:
        return _of_parts(word, reading)
    return reading.lemma


def _of_parts(word: str, reading: Parse) -> str:
    """«города-миллионника» → «город-миллионник», «пресс-центров» → «пресс-центр»: what agrees declines."""
    *parts, _ = word.split("-")
    last = reading.lemma.rpartition("-")[2]
    return "-".join([*(_agreeing_lemma(part, reading) for part in parts), last])


def _agreeing_lemma(part: str, reading: Parse) -> str:
    """«города», «стран» decline with the head; «хот», «чек» and other short first parts never do."""
    if len(part) <= _LONGEST_BARE_PART and part[-1] not in _VOWELS:
        return part
    return next(
        (
            parse.lemma
            for parse in known_parses(part)
            if parse.pos == "NOUN" and (parse.case, parse.number) == (reading.case, reading.number)
        ),
        part,
    )


def adjective_form(
    word: str, case: str, number: str, gender: str | None, like: str | None = None
) -> str | None:
    """Return an adjective or participle in another case, number and gender: «строящихся» → «строящийся».

    `like` is the case in which it stands. «больших» is «большой» rather than «больший».
    """
    if number == "plur":
        gender = None
    superlative = _superlative(word, like) if case == "nomn" else None
    if superlative:
        return superlative + _SUPERLATIVE_ENDINGS[gender or number]
    readings = [parse for parse in parses(word) if parse.pos in ADJECTIVES]
    readings.sort(key=lambda p: (like not in (None, p.case), -p.score, p.lemma.endswith("ий")))
    for reading in readings:
        # A participle's lemma is its verb, so that only the form itself leads on.
        start, there = (reading.lemma, "nomn") if reading.pos == "ADJF" else (word, like)
        found = inflect(start, reading.pos, case, number, gender, there)
        if found is not None:
            return found
    return None


def _superlative(word: str, case: str | None) -> str | None:
    """The stem of «лучших», «крупнейшая»: forms of «хороший», «крупный» that no other form leads to."""
    stem = next((word[: -len(ending)] for ending in _ADJECTIVE_ENDINGS if word.endswith(ending)), "")
    if not stem.endswith("ш") or any(parse.lemma.startswith(stem) for parse in parses(word)):
        return None
    return stem if any(parse.pos == "ADJF" and case in (None, parse.case) for parse in parses(word)) else None


def _reading_of(head: str, reading: Parse) -> Parse | None:
    """The head's own nominative, which knows its gender («дети» has none) and whether it has a singular."""
    found = [
        p for p in parses(head) if p.case == "nomn" and p.pos == reading.pos and p.lemma == reading.lemma
    ]
    found.sort(key=lambda p: p.number != "sing")
    return found[0] if found else None
