"""A long text is read in passages: no fact is lost at a border, and its facts are those of its paragraphs."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from kzuz_extract import Date, Document, extract
from kzuz_extract.facts import AnyFact
from kzuz_extract.output.pieces import LINE, pieces
from kzuz_extract.text import passages as module
from kzuz_extract.text import read
from kzuz_extract.text.passages import passages

LONGEST = 6_000
DAY = date(2025, 11, 15)
PARAGRAPH = (
    "Мост через реку Иртыш обойдётся в {n} млн тенге, сообщил 3 мая 2024 года Ерлан Касенов. "
    "В акимате Павлодара ждут {n} рабочих. Вчера туда приехали 12 инженеров из Ташкента."
)


@pytest.fixture(autouse=True)
def _short_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passages of some pages, so that a test need not read a book."""
    monkeypatch.setattr(module, "LONGEST", LONGEST)
    monkeypatch.setattr(module, "WINDOW", 1_000)


def _paragraphs(length: int) -> list[str]:
    return [PARAGRAPH.format(n=n) for n in range(2, 2 + length // len(PARAGRAPH))]


def _told(fact: AnyFact, shift: int = 0) -> AnyFact:
    """A fact without what it has of its document."""
    told: Any = replace(fact, id="", sentence=0, start=fact.start + shift, end=fact.end + shift)
    return replace(told, entity=None) if hasattr(told, "entity") else told  # type: ignore[no-any-return]


def _in_place(document: Document, text: str) -> bool:
    return all(text[fact.start : fact.end] == fact.text for fact in document.facts)


@pytest.mark.parametrize("between", ["\n\n", "\n", " ", "\r\n\r\n", "<br>"])
def test_the_facts_of_a_long_text_are_those_of_its_paragraphs(between: str) -> None:
    paragraphs = _paragraphs(2 * LONGEST)
    text = between.join(paragraphs)
    found = extract(text, DAY)
    expected = []
    at = 0
    for paragraph in paragraphs:
        expected += [_told(fact, at) for fact in extract(paragraph, DAY).facts]
        at += len(paragraph) + len(between)
    assert [_told(fact) for fact in found.facts] == expected
    assert [fact.id for fact in found.facts] == [f"f{n}" for n in range(1, len(expected) + 1)]
    assert _in_place(found, text)


def test_sentences_are_numbered_through() -> None:
    text = "\n".join(_paragraphs(2 * LONGEST))
    whole = read(text)
    found = extract(text)
    assert [f.sentence for f in found.facts] == [
        whole.sentence_of(whole.token_at(f.start)) for f in found.facts
    ]


@pytest.mark.parametrize("between", ["\n\n", "\n", " "])
def test_a_passage_ends_where_a_paragraph_or_a_sentence_ends(between: str) -> None:
    text = between.join(_paragraphs(3 * LONGEST))
    parts = [passage.tidied.given for passage in passages(text)]
    assert "".join(parts) == text
    assert max(map(len, parts)) <= LONGEST
    assert all(part.startswith("Мост") for part in parts) or between == " "
    assert all(one.rstrip().endswith(".") and other[0].isupper() for one, other in pairwise(parts))


def test_a_blank_line_is_a_better_border_than_a_line_and_a_line_than_a_sentence() -> None:
    sentences = "Мост открыт. " * 10
    piece = f"{sentences}\n{sentences}\n\n{sentences}\n{sentences}"
    text = piece * (LONGEST // len(piece) + 1)
    _, second = passages(text)
    assert text[: second.begins].endswith("\n\n")


@pytest.mark.parametrize("piece", ["от 1 до 2 до 3 ", "мост и ", "тенге, "])
def test_where_no_sentence_ends_a_word_does(piece: str) -> None:
    text = piece * (2 * LONGEST // len(piece))
    assert all(text[passage.begins - 1] == " " for passage in passages(text) if passage.begins)
    assert _in_place(extract(text), text)


def test_what_has_no_border_at_all_is_cut_all_the_same() -> None:
    assert [passage.begins for passage in passages("а" * (2 * LONGEST))] == [0, LONGEST]


def test_a_text_that_is_not_long_is_one_passage() -> None:
    for text in ("", " \n", "Мост открыт.", "Мост открыт. " * (LONGEST // 13)):
        [passage] = passages(text, DAY)
        assert passage.tidied.given == text


def test_title_and_day_are_those_of_the_beginning() -> None:
    text = "date 2024-02-01 Мост открыли\n\n" + "\n\n".join(
        ["date 2025-03-04 Ташкент", *_paragraphs(2 * LONGEST)]
    )
    found = extract(text)
    assert (found.title, found.reference_date, found.reference_date_source) == (
        "Мост открыли",
        "2024-02-01",
        "header",
    )
    said = {fact.start_date for fact in found.facts if isinstance(fact, Date) and fact.text == "Вчера"}
    assert said == {"2024-01-31"}


def _long(*marked: str) -> str:
    """Paragraphs, each in a passage of its own."""
    filling = "Мост открыт. " * (LONGEST // 13)
    return f"\n\n{filling}\n\n".join(marked)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Приехал Ерлан Касенов.", "Ерлан Касенов уехал."),
        ("Приехал Ерлан Касенов.", "Президент Касенов уехал."),
        ("Приехал президент Касенов.", "Ерлан Касенов уехал."),
        ("Приехали в Алматы.", "Уехали из Алматы."),
        ("В МЧС рады.", "В Министерстве по чрезвычайным ситуациям рады."),
    ],
)
def test_one_name_is_one_entity_in_every_passage(first: str, second: str) -> None:
    found = extract(_long(first, second, first))
    [entity] = found.entities
    assert entity.mentions == ("f1", "f2", "f3")
    assert {fact.entity for fact in found.facts if hasattr(fact, "entity")} == {"e1"}
    assert entity.name == max((fact.name for fact in found.facts if hasattr(fact, "name")), key=_words)


def _words(name: str | None) -> int:
    return len((name or "").split())


def test_namesakes_of_different_passages_are_two() -> None:
    found = extract(_long("Приехал Ерлан Касенов.", "Приехал Данияр Касенов."))
    assert [entity.name for entity in found.entities] == ["Ерлан Касенов", "Данияр Касенов"]


def test_what_stands_between_letters_moves_no_fact() -> None:
    text = "\r\n".join(_paragraphs(2 * LONGEST)).replace("тенге", "тен\u00adге").replace("мая", "ма\u0301я")
    found = extract(text)
    assert _in_place(found, text)
    assert {fact.text for fact in found.facts if fact.type == "money"} >= {"5 млн тен\u00adге"}


def test_the_facts_of_a_long_text_are_a_sequence_like_any_other() -> None:
    found = extract(" ".join(_paragraphs(3 * LONGEST)))
    facts = list(found.facts)
    assert found.facts == tuple(facts)
    assert found == replace(found, facts=tuple(facts))
    assert (len(found.facts), found.facts[0], found.facts[-1]) == (len(facts), facts[0], facts[-1])
    assert found.facts[5:90] == tuple(facts[5:90])
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.to_dict()["facts"] == [fact.to_dict() for fact in facts]
    assert "".join(pieces(found, LINE)) == json.dumps(found.to_dict(), ensure_ascii=False)
    with pytest.raises(IndexError):
        found.facts[len(facts)]
