"""Words are read as pymorphy3 reads them, whatever is done to read them sooner."""

from __future__ import annotations

from functools import cache

import pytest
from pymorphy3 import MorphAnalyzer

from kzuz_extract.language.morphology import parses

WORDS = [
    *("стали", "Токаева", "ёлка", "елка", "еще", "тенге", "Шымкенте", "мая", "пяти", "рабочих", "дом"),
    *("Мирзиёеву", "Мирзиееву", "Кулпынбаевым", "нейроакимат", "кое-где", "по-казахски", "акимов-то"),
    *("а", "и", "К", "XII", "hello", "25", "«", "10-й", "обл", "ЕАБР", "пресс-служба", "𘀀"),
]


@cache
def analyzer() -> MorphAnalyzer:
    return MorphAnalyzer()


@pytest.mark.parametrize("word", WORDS)
def test_a_word_has_the_readings_of_pymorphy3(word: str) -> None:
    try:
        expected = analyzer().parse(word.lower())
    except ValueError:  # Tangut, whose letters have no names
        assert [parse.pos for parse in parses(word)] == [""]
        return
    assert [(p.lemma, p.pos, p.number, p.score, p.known) for p in parses(word)] == [
        (p.normal_form, p.tag.POS or "", p.tag.number, p.score, p.is_known) for p in expected
    ]
