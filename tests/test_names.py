"""Names decided together: which of several readings stands, and which mentions are one person."""

from __future__ import annotations

from typing import Any

import pytest

from kzuz_extract import Document, extract
from kzuz_extract.facts import PersonValue
from kzuz_extract.language.morphology import inflect
from kzuz_extract.language.numerals import read_numbers
from kzuz_extract.names.decide import decide
from kzuz_extract.names.declension import CASES, forms, origins
from kzuz_extract.names.explain import Reason, reasons
from kzuz_extract.names.scene import Proposal, Scene
from kzuz_extract.names.word_lists import TABLE
from kzuz_extract.names.word_lists_build import build
from kzuz_extract.text import read

NOBODY = PersonValue(None)


def persons(document: Document) -> list[Any]:
    return [fact for fact in document.facts if fact.type == "person"]


def decided(text: str, *proposals: tuple[str, str, float]) -> list[tuple[str, str]]:
    """Run decide() over proposals given as (words, type, score)."""
    made = read(text)
    found = []
    for words, type_, score in proposals:
        first = made.token_at(text.index(words))
        end = made.token_at(text.index(words) + len(words) - 1) + 1
        found.append(Proposal(first, end, type_, "test", score, (), NOBODY))  # type: ignore[arg-type]
    scene = Scene(made, read_numbers(made))
    return [(text[c.start : c.end], c.type) for c in decide(scene, found)]


def test_the_word_lists_are_what_their_sources_give() -> None:
    assert build() == TABLE.read_text(encoding="utf-8"), "rebuild: python -m kzuz_extract.names.build"


def test_a_body_named_after_a_man_is_no_man() -> None:
    text = "Фонд Нурсултана Назарбаева открыт"
    body = ("Фонд Нурсултана Назарбаева", "organization", 1.5)
    assert decided(text, ("Нурсултана Назарбаева", "person", 3.0), body) == [(body[0], "organization")]


def test_a_place_inside_a_body_is_a_fact_of_its_own() -> None:
    body, place = ("Банк Казахстана", "organization", 1.5), ("Казахстана", "location", 1.5)
    assert decided("Банк Казахстана снизил ставку", place, body) == [body[:2], place[:2]]


def test_of_two_readings_of_one_word_the_better_founded_stands() -> None:
    city, man = ("Владимир", "location", 1.2), ("Владимир", "person", 1.8)
    assert decided("Владимир молчит", city, man) == [("Владимир", "person")]


def test_what_a_name_is_elsewhere_in_the_text_settles_a_doubt() -> None:
    mentions = ("Орал", "location", 1.2), ("Орал", "person", 1.3)
    assert decided("Орал ждёт. Город Орал", *mentions) == [("Орал", "person")]
    clear = ("Орал", "location", 1.2)
    text = "Орал ждёт. Город Орал, снова Орал"
    made = read(text)
    third = made.token_at(text.rindex("Орал"))
    again = Proposal(third, third + 1, "location", "test", 2.0, (), NOBODY)
    scene = Scene(made, [])
    first = [Proposal(0, 1, kind, "test", score, (), NOBODY) for _, kind, score in mentions]  # type: ignore[arg-type]
    assert decide(scene, [*first, again])[0].type == clear[1]


def test_no_other_reading_cuts_a_full_name_in_two() -> None:
    office, man = ("штаба округа Александр", "organization", 2.0), ("Александр Омаров", "person", 2.0)
    assert decided("начальник штаба округа Александр Омаров", office, man) == [("Александр Омаров", "person")]


def test_a_surname_alone_is_the_person_whose_full_name_the_text_has() -> None:
    document = extract("Касым-Жомарт Токаев прибыл. Токаеву показали порт. Об этом Токаев сообщил сам.")
    assert [p.text for p in persons(document)] == ["Касым-Жомарт Токаев", "Токаеву", "Токаев"]
    assert len({p.entity for p in persons(document)}) == 1
    [entity] = [e for e in document.entities if e.type == "person"]
    assert entity.name == "Касым-Жомарт Токаев"
    assert len(entity.mentions) == 3


def test_husband_and_wife_share_a_surname_and_are_two() -> None:
    document = extract("Барак Обама приехал, Мишель Обама осталась. Обама выступил, Мишель молчала.")
    barack, michelle, obama, wife = persons(document)
    assert barack.entity != michelle.entity
    assert obama.entity == barack.entity
    assert wife.entity == michelle.entity


def test_a_surname_that_is_shared_makes_two_people() -> None:
    """«Марат и Асель Кулбаевы»: Марат is the one of before, whose surname is told only here."""
    document = extract("Марат Сергазиевич лечил детей. Позже Марат и Асель Кулбаевы переехали в Тараз.")
    doctor, husband, wife = persons(document)
    assert (husband.name, husband.last) == ("Марат Кулбаев", "Кулбаев")
    assert (wife.name, wife.last) == ("Асель Кулбаева", "Кулбаева")
    assert doctor.entity == husband.entity != wife.entity


def test_a_given_name_alone_joins_the_full_name() -> None:
    document = extract("Милана Давыдова пропала в ноябре. Соседи искали Милану три дня.")
    assert len({p.entity for p in persons(document)}) == 1
    assert [p.name for p in persons(document)] == ["Милана Давыдова", "Милана"]


def test_initials_join_the_full_name() -> None:
    document = extract("Ерлан Касенов подписал приказ. Позже Е. Касенов его отменил.")
    assert len({p.entity for p in persons(document)}) == 1


def test_a_given_name_with_a_patronymic_joins_the_full_name() -> None:
    document = extract("Касым-Жомарт Токаев прибыл. Касым-Жомарту Кемелевичу показали порт.")
    assert len({p.entity for p in persons(document)}) == 1


def test_namesakes_of_different_initials_are_two() -> None:
    document = extract("Ерлан Касенов подписал приказ. Позже М. Касенова его отменила.")
    assert len({p.entity for p in persons(document)}) == 2


def test_a_surname_alone_is_the_one_whom_the_text_is_about() -> None:
    text = (
        "Павел Досымов открыл завод. Его дополнил Николай Досымов. Через год Павел Досымов уехал. "
        "Завод Досымова работает."
    )
    first, brother, again, alone = persons(extract(text))
    assert first.entity == again.entity == alone.entity != brother.entity


@pytest.mark.parametrize(
    ("nominative", "role", "gender"),
    [
        ("токаев", "s", "m"),
        ("нукенова", "s", "f"),
        ("скляр", "s", "m"),
        ("скляр", "s", "f"),
        ("макри", "s", "m"),
        ("ахметкызы", "s", "f"),
        ("сагынтайулы", "s", "m"),
        ("вербицкая", "s", "f"),
        ("долгорукий", "s", "m"),
        ("саакашвили", "s", "m"),
        ("ковальчук", "s", "m"),
        ("петренко", "s", "m"),
        ("лепеха", "s", "m"),
        ("шольц", "s", "m"),
        ("юрьева-данелия", "s", "f"),
        ("касым-жомарт", "g", "m"),
        ("гульнара", "g", "f"),
        ("салтанат", "g", "f"),
        ("андрей", "g", "m"),
        ("мария", "g", "f"),
        ("игорь", "g", "m"),
        ("болатович", "p", "m"),
        ("сериковна", "p", "f"),
    ],
)
def test_every_form_leads_back_to_its_nominative(nominative: str, role: str, gender: str) -> None:
    for case, spelled in forms(nominative, role, gender).items():
        for form in spelled:
            back = {o.nominative for o in origins(form, role) if (o.case, o.gender) == (case, gender)}
            assert nominative in back, (form, case)


@pytest.mark.parametrize(
    ("given", "surname", "gender"),
    [
        ("Ерлан", "Касенов", "m"),
        ("Гульнара", "Карабаева", "f"),
        ("Садыр", "Жапаров", "m"),
        ("Айжан", "Кульбаева", "f"),
        ("Роман", "Скляр", "m"),
        ("Анна", "Скляр", "f"),
        ("Маурисио", "Макри", "m"),
        ("Олаф", "Шольц", "m"),
        ("Мария", "Вербицкая", "f"),
    ],
)
def test_a_name_in_any_case_comes_back_to_one_form(given: str, surname: str, gender: str) -> None:
    first, last = forms(given.lower(), "g", gender), forms(surname.lower(), "s", gender)
    for case in CASES:
        text = f"{sorted(first[case])[0].title()} {sorted(last[case])[0].title()}"
        [person] = persons(extract(f"Вчера об этом писали: {text}."))
        if case not in ("nomn", "accs"):  # «Ерлана Касенова» may be two cases, and so is one name
            assert person.name == f"{given} {surname}", (case, text)


@pytest.mark.parametrize("surname", ["Петров", "Кузнецова", "Маяковский", "Шевченко"])
def test_a_surname_inflected_by_the_dictionary_comes_back_to_one_form(surname: str) -> None:
    given = "Анна" if surname.endswith("а") else "Иван"
    gender = "femn" if given == "Анна" else "masc"
    for case in CASES:
        first = inflect(given, "NOUN", case, "sing")
        last = inflect(surname, "NOUN", case, "sing", gender) or surname
        assert first is not None
        [person] = persons(extract(f"Вчера об этом писали: {first.title()} {last.title()}."))
        assert person.name == f"{given} {surname}", (case, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "«»",
        "К.",
        "К. К. К.",
        "Аль-",
        "А" * 5000,
        "Ким " * 500,
        "О’",
        "Ли Куан Ю",
        "Иван IV" * 40,
    ],
)
def test_no_text_is_too_strange(text: str) -> None:
    for fact in extract(text).facts:
        assert text[fact.start : fact.end] == fact.text


def test_the_reasons_for_a_name_tell_what_spoke_for_it() -> None:
    text = "Департамент полиции Алматы ждёт. Владимир Иванов молчит."
    found = reasons(text)
    body = found[0, text.index(" ждёт"), "organization"]
    assert body.evidence == ("head: департамент", "field", "place")
    assert body.rivals == ()
    man = found[text.index("Владимир"), text.index(" молчит"), "person"]
    assert "given name: Владимир" in man.evidence


def test_a_reason_reads_as_a_sentence_with_what_else_the_name_might_have_been() -> None:
    reason = Reason(2.1, ("given name: Орал", "a verb"), (("location", 0.6, ("a known place",)),))
    assert str(reason) == "2.1 for given name: Орал, a verb; rather than location 0.6 for a known place"
