"""The dictionary form of an adjective and its noun, and which readings agree."""

from __future__ import annotations

import pytest

from kzuz_extract.language.inflection import agrees, nominative, nominative_word
from kzuz_extract.language.morphology import Parse, parses


def reading(word: str, case: str | None = None, pos: str | None = None, number: str | None = None) -> Parse:
    """The first reading of a word in a case, as a part of speech, in a number."""
    return next(
        p
        for p in parses(word)
        if case in (None, p.case) and pos in (None, p.pos) and number in (None, p.number)
    )


@pytest.mark.parametrize(
    ("adjectives", "noun", "expected"),
    [
        (["совместных"], "проектов", "совместный проект"),
        (["рабочих"], "мест", "рабочее место"),
        (["частных", "жилых"], "домов", "частный жилой дом"),
        (["историко-культурных"], "объектов", "историко-культурный объект"),
        (["дворовым"], "территориям", "дворовая территория"),
        (["строящихся"], "школ", "строящаяся школа"),
        (["жилых", "и", "нежилых"], "помещений", "жилое и нежилое помещение"),
        (["вновь", "построенных"], "мостов", "вновь построенный мост"),
        (["президентских"], "выборов", "президентские выборы"),
        (["маленьких"], "детей", "маленький ребёнок"),
        (["больших"], "парней", "большой парень"),
        (["молодых"], "людей", "молодой человек"),
        (["чёрных"], "кофе", "чёрный кофе"),
        ([], "волонтёров-железнодорожников", "волонтёр-железнодорожник"),
    ],
)
def test_a_phrase_comes_back_as_a_dictionary_prints_it(
    adjectives: list[str], noun: str, expected: str
) -> None:
    assert nominative(adjectives, noun, reading(noun)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("задержанных", "задержанный"), ("пострадавших", "пострадавший"), ("раненых", "раненый")],
)
def test_a_participle_that_stands_for_somebody_stays_a_participle(word: str, expected: str) -> None:
    assert nominative_word(word, parses(word)[0]) == expected


@pytest.mark.parametrize(
    ("adjective", "noun"),
    [
        (reading("новых", "gent"), reading("школ", "gent")),
        (reading("новых", "gent"), reading("дома", "gent", number="sing")),
        (reading("новые", "nomn"), reading("школы", "gent", number="sing")),
        (reading("новой", "datv"), reading("школе", "datv")),
    ],
)
def test_what_agrees(adjective: Parse, noun: Parse) -> None:
    assert agrees(adjective, noun)


@pytest.mark.parametrize(
    ("adjective", "noun"),
    [
        (reading("новых", "gent"), reading("школам", "datv")),
        (reading("новый", "nomn"), reading("школа", "nomn")),
        (reading("новый", "nomn"), reading("домов", "gent")),
    ],
)
def test_what_does_not_agree(adjective: Parse, noun: Parse) -> None:
    assert not agrees(adjective, noun)
