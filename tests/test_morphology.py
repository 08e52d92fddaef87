"""Words are read as pymorphy3 reads them, whatever is done to read them sooner."""

from __future__ import annotations

import random
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymorphy3 import MorphAnalyzer

from kzuz_extract.language.morphology import inflect, parses

WORDS = [
    *("стали", "Токаева", "ёлка", "елка", "еще", "тенге", "Шымкенте", "мая", "пяти", "рабочих", "дом"),
    *("Мирзиёеву", "Мирзиееву", "Кулпынбаевым", "нейроакимат", "кое-где", "по-казахски", "акимов-то"),
    *("а", "и", "К", "XII", "hello", "25", "«", "10-й", "обл", "ЕАБР", "пресс-служба", "𘀀", "не𘀀𘀀𘀀"),
    *("наисвежайший", "полукилометровый", "город-спутник", "по-нашему", "интернет-акимата", "недщщщ"),
    *("двухгород-герой", "супердомбра-то", "-то", "по-", "дом-", "3,5", "1e5", "xx", "...", "лаврёновой"),
]
# What words that no dictionary has are made of.
PIECES = [
    *("не", "анти", "супер", "экс-", "двух", "по-", "наи", "по", "дом", "город", "аким", "стали", "тенге"),
    *("ёлка", "елка", "нового", "нашему", "читавший", "бег", "баев", "овна", "ский", "ов", "ым", "щ", "о"),
    *("-", "-то", "-ка", "x", "7", ",", "."),
]
MADE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
CASES = ["nomn", "gent", "datv", "accs", "ablt", "loct"]
_SAME_CASE = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}


@cache
def analyzer() -> MorphAnalyzer:
    return MorphAnalyzer()


def check(word: str) -> None:
    try:
        expected = analyzer().parse(word.lower())
    except ValueError:  # Tangut, whose letters have no names
        assert [parse.pos for parse in parses(word)] == [""]
        return
    assert [(p.lemma, p.pos, p.number, p.score, p.known) for p in parses(word)] == [
        (p.normal_form, p.tag.POS or "", p.tag.number, p.score, p.is_known) for p in expected
    ]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_has_the_readings_of_pymorphy3(word: str) -> None:
    check(word)


@settings(deadline=None)
@given(MADE)
def test_a_made_word_has_the_readings_of_pymorphy3(word: str) -> None:
    check(word)


def test_words_of_the_dictionary_have_the_readings_of_pymorphy3() -> None:
    words = analyzer().dictionary.words.keys("переп")
    for word in random.Random(1).sample(words, 300):
        check(word.replace("ё", "е"))


@settings(deadline=None, max_examples=50)
@given(
    st.one_of(st.sampled_from([word for word in WORDS if "𘀀" not in word]), MADE),
    st.sampled_from(["sing", "plur"]),
    st.randoms(),
)
def test_forms_are_those_of_pymorphy3(word: str, number: str, luck: random.Random) -> None:
    gender, like = luck.choice(["masc", "femn", "neut", None]), luck.choice([*CASES, None])
    for case, pos in product(CASES, ("NOUN", "ADJF", "PRTF")):
        assert inflect(word, pos, case, number, gender, like) == by_pymorphy(
            word, pos, like, {case, number, *([gender] if gender else [])}
        )


def by_pymorphy(word: str, pos: str, like: str | None, wanted: set[str]) -> str | None:
    readings = [r for r in analyzer().parse(word.lower()) if pos == r.tag.POS]
    if like:
        readings.sort(key=lambda r: _SAME_CASE.get(str(r.tag.case), r.tag.case) != like)
    forms = (reading.inflect(wanted) for reading in readings)
    return next((form.word for form in forms if form), None)
