"""Locations beyond the examples beside the rules: entities, evidence, inflection there and back, length."""

from __future__ import annotations

import pytest
from work import calls

from kzuz_extract import Location, extract
from kzuz_extract.names.gazetteer_forms import name_forms
from kzuz_extract.names.gazetteer_sources import CENTRAL_ASIA, DATA, rows
from kzuz_extract.names.locations.forms import adjective_cases, adjective_nominative
from kzuz_extract.names.locations.proposing import propose
from kzuz_extract.names.scene import Scene
from kzuz_extract.text import read


def locations(text: str) -> list[Location]:
    return [fact for fact in extract(text).facts if isinstance(fact, Location)]


def test_a_town_with_and_without_its_word_is_one_entity() -> None:
    named, bare = locations("Жители города Актау ждут воды. В Актау сухо.")
    assert named.entity == bare.entity


def test_a_river_and_a_town_of_one_name_are_two_entities() -> None:
    river, town = locations("Вода в реке Аксай спала. Дорога в город Аксай открыта.")
    assert river.entity != town.entity
    assert (river.kind, town.kind) == ("water", "city")


def test_a_region_by_its_name_and_its_letters_is_one_entity() -> None:
    full, short = locations("В Восточно-Казахстанской области снег. Спасатели ВКО выехали.")
    assert full.entity == short.entity


def test_every_proposal_says_what_speaks_for_it() -> None:
    text = read("В посёлке Курык и в Ташкенте открыли порт.")
    for proposal in propose(Scene(text, [])):
        assert proposal.evidence
        assert proposal.rule.startswith("location.")


def test_a_person_of_the_name_takes_the_place_away() -> None:
    assert locations("Уитни Хьюстон пела. Менеджер Хьюстон молчал.") == []
    assert [fact.name for fact in locations("Рейс в Хьюстон отменён.")] == ["Хьюстон"]


@pytest.mark.parametrize(
    "name",
    ["Шымкент", "Кызылорда", "Актогай", "Сырдарья", "Нижний Новгород", "Верхняя Пышма", "Усть-Каменогорск"],
)
def test_a_name_in_any_case_comes_back_to_one_form(name: str) -> None:
    for form in name_forms(name):
        assert {fact.name for fact in locations(f"Говорят про {form} давно.")} <= {name}


@pytest.mark.parametrize(
    ("form", "gender", "nominative"),
    [
        ("Индерском", "masc", "Индерский"),
        ("Актюбинской", "femn", "Актюбинская"),
        ("Каспийского", "neut", "Каспийское"),
        ("Воробьёвых", "plur", "Воробьёвы"),
        ("Нижнем", "masc", "Нижний"),
    ],
)
def test_an_adjective_agrees_with_its_head(form: str, gender: str, nominative: str) -> None:
    assert adjective_cases(form.lower().replace("ё", "е"), gender)
    assert adjective_nominative(form, gender) == nominative


def test_twice_the_text_is_about_twice_the_work() -> None:
    passage = (
        "в Сент-Ивсе и Труро, улиц Сарайшык, Е22, районах: Алатауском, микрорайона имени Я. Я., г. Рудном, "
        "трасса Омск – Степняк - Макинск, на углу Гоголя и Правды, Алматы-Астана "
    )

    def work(times: int) -> int:
        scene = Scene(read(passage * times), [])
        return calls(lambda: propose(scene))

    work(10)
    assert work(400) < 2.1 * work(200)


REGIONS = [row for row in rows(DATA / "regions.tsv") if row[2][:2] in CENTRAL_ASIA]


@pytest.mark.parametrize("row", REGIONS, ids=[row[0] for row in REGIONS])
def test_every_region_of_central_asia_is_read_in_every_case(row: tuple[str, str, str, str, str]) -> None:
    name, kind, code, _, note = row
    head, _, place = name.partition(" ")
    forms = {name: 0} if note == "fixed" else name_forms(name)
    if head == "область":
        forms = {f"{spelled} {place}": 0 for spelled in ("область", "области", "областью")}
    for form in forms:
        (fact,) = locations(f"Говорят про {form} давно.")
        assert (fact.text, fact.name, fact.kind, fact.code) == (form, name, kind, code)
