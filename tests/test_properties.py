"""What holds for every text, whatever is written in it."""

from __future__ import annotations

import json
import os
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kzuz_extract
from kzuz_extract import Count, Date, Document, Money, extract
from kzuz_extract.facts import FACT_CLASSES

SCHEMA = json.loads((Path(kzuz_extract.__file__).parent / "schema.json").read_text(encoding="utf-8"))
CHECKER = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
NESTED = ("organization", "location")

WORDS = """
Токаев Касым-Жомарт К.-Ж. Ш.Мирзиёев Мирзиёева Оглы қызы Ұлытау Қазақстан Oʻzbekiston Toshkent Акорда МЧС
АО ТОО Министерство министерства финансов Нацбанк «КазМунайГаз» "Kaspi.kz" Kaspi Bank Актюбинской области
района городе Алматы Ташкенте реки Урал улица Абая проспект Туран аэропорт Астана президент аким
в к с до от по за на из через около более менее свыше не почти примерно порядка и или — – - . , : ; ! ? … ( )
« » “ ” „ " ' ’ / № % ‰ § $ € ₸ ₽ ¥ + = * # @ ~ ` \\ | { } [ ] < >
15 1,7 1.7 1 500 000 10\u00a0000 5\u202f000 3–5 2021–2025 2030 18:30 15.11.2025 2025-11-15 05.06.24 31.02.2025
0 00 007 1e9 99999999999999999999 4:1 2-й 20-я 42-летний 100-долларовая XXI XXVII IV I ½ ² ٣ Ⅻ
тыс. млн млрд. трлн тысяча миллиона полтора полтораста двести сорок два три пять двадцатый второе трое оба
тенге сумов долларов рублей евро манатов сом USD KZT процентов п. п. км тонн гектаров кубометров градусов раза
человек проектов рабочих мест школ МРП лет года году годы месяцев дней часов минут недели
сегодня вчера завтра понедельник среду ноября марта мая января в начале конце середине половине квартале
полугодия веке 1990-е зимой летом прошлого следующего этого последние назад ежегодно каждую пятницу
С начала года День Победы Наурыз времени Астаны утром вечером г. гг. т. г. т. д. им. ул. д.
😀 👨‍👩‍👧 🇰🇿 \u0301 \u0308 \u00ad \u200b \u200d \ufeff \u202e \u2028 \x00 \x1b[31m \ud83d \udc00 \U0010ffff
\n \r \r\n \t \x85 \x0b date Опубликовано ТАШКЕНТ, передаетTengrinews.kzсо Post.В ответ5 &nbsp; <br> [b]
"""
PIECES = WORDS.split(" ")  # a line break stays with its word: texts have them too

NEWS = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda words: st.sampled_from([" ", "", "\u00a0", "  "]).map(lambda space: space.join(words))
)
SURROGATES = st.text(st.characters(codec=None, categories=("Cs", "Lu", "Nd", "Po", "Zs")), max_size=30)
TEXTS = st.one_of(st.text(max_size=80), NEWS, SURROGATES)
DAYS = st.one_of(st.none(), st.dates())
LENGTHS = {
    "time": (1, 1),
    "day": (1, 1),
    "week": (7, 7),
    "month": (28, 31),
    "quarter": (90, 92),
    "half": (181, 184),
    "season": (90, 92),
    "year": (365, 366),
    "decade": (3652, 3653),
    "century": (36524, 36525),
}
EXAMPLES = int(os.environ.get("KZUZ_EXAMPLES", "150"))  # few for every day; 20000 before a release


def check(text: str, document: Document) -> None:
    """Everything that facts.md promises of places, order and ids."""
    facts = document.facts
    assert [(f.start, -f.end) for f in facts] == sorted((f.start, -f.end) for f in facts)
    for fact in facts:
        assert 0 <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end] == fact.text
        assert fact.text.strip() == fact.text
        assert fact.type in FACT_CLASSES
        assert fact.rule.split(".")[0]
        assert fact.sentence >= 0
        if isinstance(fact, Date):
            check_date(fact)
        if isinstance(fact, Money | Count):
            check_bounds(fact.amount if isinstance(fact, Money) else fact.value, fact)
    ids = [fact.id for fact in facts]
    assert len(set(ids)) == len(ids)
    for one, other in pairwise(facts):
        assert other.start >= one.end or (one.type, other.type) == NESTED
    mentions = [mention for entity in document.entities for mention in entity.mentions]
    assert sorted(mentions) == sorted(f.id for f in facts if getattr(f, "entity", None))
    assert {getattr(f, "equivalent", None) for f in facts} <= {None, *ids}


def check_bounds(value: Decimal | None, fact: Money | Count) -> None:
    """What a modifier says is what min and max say."""
    if value is None:
        assert (fact.min is None) == (fact.max is None)
        assert fact.min is None or fact.max is None or fact.min <= fact.max
        return
    low = None if fact.modifier in ("less_than", "at_most") else value
    high = None if fact.modifier in ("more_than", "at_least") else value
    assert (fact.min, fact.max) == (low, high)


def check_date(fact: Date) -> None:
    """Length, recurrence and interval exclude one another; an interval is as long as its unit."""
    assert (fact.start_date is None) == (fact.end_date is None)
    if fact.kind in ("duration", "recurring"):
        assert (fact.start_date, fact.edtf) == (None, None)
    if fact.kind == "duration":
        assert fact.duration is None or {fact.min, fact.max} <= {None, fact.duration}
        assert fact.modifier not in ("more_than", "at_least") or fact.max is None
        assert fact.modifier not in ("less_than", "at_most") or fact.min is None
    else:
        assert (fact.duration, fact.min, fact.max) == (None, None, None)
    assert fact.recurrence is None or fact.kind == "recurring"
    assert fact.granularity != "time" or fact.time is not None
    if fact.start_date is None or fact.end_date is None:
        return
    first, last = date.fromisoformat(fact.start_date), date.fromisoformat(fact.end_date)
    assert first <= last
    if fact.kind == "point" and fact.granularity is not None and fact.relation != "until":
        shortest, longest = LENGTHS[fact.granularity]
        assert shortest <= (last - first).days + 1 <= longest


@settings(max_examples=EXAMPLES, deadline=None)
@given(text=TEXTS, day=DAYS)
def test_a_fact_is_where_it_says_it_is(text: str, day: date | None) -> None:
    check(text, extract(text, reference_date=day))


@settings(max_examples=EXAMPLES // 3, deadline=None)
@given(text=TEXTS, day=DAYS)
def test_what_is_printed_is_json_of_the_published_schema(text: str, day: date | None) -> None:
    printed = json.dumps(extract(text, reference_date=day).to_dict(), allow_nan=False)
    CHECKER.validate(json.loads(printed))


@settings(max_examples=EXAMPLES // 3, deadline=None)
@given(text=TEXTS, other=NEWS)
def test_the_same_text_gives_the_same_facts_whatever_was_read_between(text: str, other: str) -> None:
    first = extract(text)
    extract(other)
    assert extract(text) == first


@settings(max_examples=EXAMPLES // 3, deadline=None)
@given(text=NEWS)
def test_facts_stay_in_place_when_a_paragraph_goes_before(text: str) -> None:
    """Offsets count code points from the beginning, whatever stands there."""
    before = "😀 Текст без фактов.\n\n"
    check(before + text, extract(before + text, reference_date=date(2025, 11, 15)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\ufeff",
        "\x00",
        "Астана\x00 \x00 Ташкент",
        "\ud83d",
        "\n" * 1000,
        "«" * 1000,
        "1" * 5000,
        "1 " * 2000,
        "0" * 300 + " тенге",
        "миллион " * 500,
        "в 2025 году " * 300,
        "А. " * 1000,
        "Иванов " * 500,
        "департамент полиции " * 300,
        "от 5 до " * 300,
        "Т\u0301" * 500,
        "999999999999 трлн трлн трлн долларов",
        "9999-12-31 99999 год, XXXX век, 32 января 0000 года, 25:61",
    ],
    ids=lambda text: repr(text[:12]),
)
@pytest.mark.parametrize("day", [None, date.min, date(2024, 2, 29), date.max])
def test_odd_texts_and_days_do_no_harm(text: str, day: date | None) -> None:
    check(text, extract(text, reference_date=day))


def test_bytes_are_refused_with_advice() -> None:
    with pytest.raises(TypeError, match="decode it first"):
        extract(b"5 \xd1\x82\xd1\x8b\xd1\x81.")  # type: ignore[arg-type]
