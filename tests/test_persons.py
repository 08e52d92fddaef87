"""Persons: how a name is read, what its neighbours say, and that the word lists are sound."""

from __future__ import annotations

from typing import Any

import pymorphy3
import pytest
from work import calls

from kzuz_extract.facts import PersonValue
from kzuz_extract.names.declension import forms, origins, telling_ends
from kzuz_extract.names.persons import proposing as persons
from kzuz_extract.names.persons.build import given_names, known_ends_table, listed
from kzuz_extract.names.persons.by_rule import KINDS, all_ends, by_rule
from kzuz_extract.names.persons.ends import KNOWN_FILE, _ends, by_end, end_of, unwritten, written
from kzuz_extract.names.persons.listed import _names
from kzuz_extract.names.persons.people import START
from kzuz_extract.names.persons.printed import Printed
from kzuz_extract.names.persons.reading import readings
from kzuz_extract.names.persons.runs import _PRICE, Unit, cut
from kzuz_extract.names.persons.vocabulary import _nouns, is_plural_post, post_cases, words
from kzuz_extract.names.persons.words import word_of
from kzuz_extract.names.scene import Proposal, Scene
from kzuz_extract.text import read

_ADVICE = "rebuild: python -m kzuz_extract.names.build"


def proposals(text: str) -> dict[str, Proposal]:
    made = read(text)
    return {
        text[made.starts[p.first] : made.ends[p.end - 1] - p.glued]: p
        for p in persons.propose(Scene(made, []))
    }


def value(text: str, name: str) -> PersonValue:
    found = proposals(text)[name].value
    assert isinstance(found, PersonValue)
    return found


@pytest.mark.parametrize(
    ("words_", "roles", "slot", "nominatives"),
    [
        ("Касым-Жомарта Токаева", "gs", ("m", "gent"), "касым-жомарт токаев"),
        ("Гульнары Карабаевой", "gs", ("f", "gent"), "гульнара карабаева"),
        ("Серику Болатовичу Жумабаеву", "gps", ("m", "datv"), "серик болатович жумабаев"),
        ("Реджепом Тайипом Эрдоганом", "gms", ("m", "ablt"), "реджеп тайип эрдоган"),
        ("Усамой бин Ладеном", "gls", ("m", "ablt"), "усама бин ладен"),
        ("К. Токаев", "is", ("m", "nomn"), "К. токаев"),
        ("Токаеву К.К.", "si", ("m", "datv"), "токаев К.К."),
        ("Нгуен Тхи Динь", "akn", ("m", "nomn"), "нгуен тхи динь"),
    ],
)
def test_a_name_is_read_in_one_gender_and_one_case(
    words_: str, roles: str, slot: tuple[str, str], nominatives: str
) -> None:
    best = readings(tuple(words_.split()))[0]
    assert (best.roles, best.slot, " ".join(best.nominatives)) == (roles, slot, nominatives)


@pytest.mark.parametrize(("role", "gender"), [("g", "m"), ("g", "f"), ("s", "m"), ("s", "f")])
def test_no_form_of_a_printed_name_is_passed_over(role: str, gender: str) -> None:
    names = given_names().masculine if gender == "m" else given_names().feminine
    scene = Scene(read(""), [])
    for name in sorted(words("surnames", "famous") if role == "s" else names)[::5]:
        printed = Printed(scene)
        printed.add([name])
        others = {form for spelled in forms(name, role, gender).values() for form in spelled} - {name}
        assert all(form[:START] == name[:START] and printed._may_print(form) for form in others), name


@pytest.mark.parametrize(
    "words_",
    [
        "Ерлан Касенов",
        "Президент Касым-Жомарт Токаев",
        "Ким Чен Ын Владимир Путин",
        "Фото Ерлан Касенов Отметим",
        "Ерлан Болатович Касенов Марат",
        "Алматы Иван Иванов Дом Пётр А.",
        "Дом Толедо Шейх Мохаммед Заид",
    ],
)
def test_no_other_cut_of_a_run_is_worth_more(words_: str) -> None:
    run = [
        Unit(at, at + 1, word, 0, not word.endswith(".") and word_of(word).ordinary)
        for at, word in enumerate(words_.split())
    ]

    def most(at: int) -> float:
        names = [run[at:end] for end in range(at + 1, min(at + 6, len(run)) + 1)]
        told = [readings(tuple(u.text for u in name)) for name in names]
        worth = [
            read[0].weight - _PRICE + most(at + len(name))
            for name, read in zip(names, told, strict=True)
            if read and not all(u.ordinary for u in name)
        ]
        return max([most(at + 1), *worth]) if at < len(run) else 0.0

    named = [s for s in cut(run) if s.readings and (len(s.units) > 1 or s.readings[0].weight > _PRICE)]
    assert sum(s.readings[0].weight - _PRICE for s in named) == pytest.approx(most(0))


def test_words_that_do_not_agree_are_no_name() -> None:
    assert readings(("Шымкента", "Габит"))[0].weight < readings(("Габит",))[0].weight + 0.5


def test_the_evidence_says_why() -> None:
    evidence = proposals("Об этом сообщил аким Ерлан Касенов.")["Ерлан Касенов"].evidence
    assert evidence == ("given name: Ерлан", "surname: Касенов", "after a post: аким")


def test_a_mention_says_whose_it_is() -> None:
    evidence = proposals("Ерлан Касенов прибыл. Касенову показали порт.")["Касенову"].evidence
    assert "part of a name in this text: ерлан касенов" in evidence


def test_a_post_raises_the_score() -> None:
    without = proposals("Вчера Ерлан Касенов открыл мост.")["Ерлан Касенов"]
    with_post = proposals("Вчера аким Ерлан Касенов открыл мост.")["Ерлан Касенов"]
    assert with_post.score > without.score


@pytest.mark.parametrize(
    ("text", "name", "first", "middle", "last"),
    [
        ("Пришёл Серик Болатович Жумабаев.", "Серик Болатович Жумабаев", "Серик", "Болатович", "Жумабаев"),
        ("Пришёл Токаев К.К.", "Токаев К.К.", "К.", "К.", "Токаев"),
        ("Пришёл К.-Ж. Токаев.", "К.-Ж. Токаев", "К.-Ж.", None, "Токаев"),
        ("Пела Марин Ле Пен.", "Марин Ле Пен", "Марин", None, "Ле Пен"),
        ("Правил Карл XVI Густав.", "Карл XVI Густав", "Карл", "XVI", "Густав"),
        ("Пришёл Си Цзиньпин.", "Си Цзиньпин", "Цзиньпин", None, "Си"),
    ],
)
def test_the_parts_of_a_name(text: str, name: str, first: str, middle: str | None, last: str) -> None:
    found = value(text, name)
    assert (found.name, found.first, found.middle, found.last) == (name, first, middle, last)


def test_the_letter_yo_stays_as_it_is_printed() -> None:
    assert value("Встреча с Шавкатом Мирзиёевым прошла.", "Шавкатом Мирзиёевым").name == "Шавкат Мирзиёев"
    assert value("Встреча с Шавкатом Мирзиеевым прошла.", "Шавкатом Мирзиеевым").name == "Шавкат Мирзиеев"


def test_dictionaries_err_on_the_names_of_the_region_and_are_not_believed() -> None:
    assert word_of("Токаев").surname > 0.5  # to OpenCorpora many Tokaj wines
    assert word_of("Шымкент").place
    assert not word_of("Шымкент").surname


def test_an_indeclinable_ending_keeps_a_name_as_it_is() -> None:
    assert {origin.nominative for origin in origins("ахметкызы", "s")} == {"ахметкызы"}


def test_given_names_are_spelled_in_small_cyrillic_letters() -> None:
    for names in given_names():
        assert names
        for name in names:
            assert name == name.lower()
            assert not any("a" <= letter <= "z" for letter in name), name


def test_the_built_files_are_what_the_lists_give() -> None:
    built = [trie.items() for trie in listed().values()]
    assert built == [_names().items(), _nouns().items()], _ADVICE


def test_what_is_built_of_ends_is_what_the_rules_say() -> None:
    assert known_ends_table() == KNOWN_FILE.read_text(encoding="utf-8"), _ADVICE
    known = sorted(set(telling_ends(all_ends())))
    assert sorted(_ends().keys()) == known, _ADVICE
    for end in known[::23]:
        for kind in KINDS:
            said = by_rule(end, kind)
            assert unwritten(written(said)) == said
            assert by_end(end, kind) == said, _ADVICE


@pytest.mark.parametrize(
    "word", ["токаевым", "ли", "киселёвой", "салтыкова-щедрина", "ә", "қ", "x", "ов", ""]
)
def test_the_end_of_a_word_tells_what_the_whole_does(word: str) -> None:
    for kind in KINDS:
        assert by_end(end_of(word), kind) == by_rule(word, kind)


def test_posts_know_their_cases() -> None:
    assert "nomn" in post_cases("президент")
    assert "gent" in post_cases("президента")
    assert "ablt" in post_cases("президентом")
    assert "gent" in post_cases("президентов")
    assert is_plural_post("президентов")


def test_no_post_is_a_veto() -> None:
    assert not words("posts", "masculine") & words("vetoes", "words")


NAMES = """
Иван Петров, Анна Петрова, Сергей Достоевский, Мария Достоевская, Александр Пушкин, Наталья Пушкина,
Тарас Шевченко, Игорь Черных, Илья Репин, Никита Михалков, Любовь Орлова, Лев Толстой, Софья Толстая,
Дмитрий Лихачёв, Юлия Тимошенко, Лейла Алиева, Майя Плисецкая, Руслан Каримов, Динара Сафина,
Гульнара Каримова, Марат Сафин, Тимур Ахмедов
"""
FRAMES = {
    "nomn": "В зале был и {}, конечно.",
    "gent": "Мост открыли у {} дома.",
    "datv": "Вручили медаль {} вчера.",
    "accs": "Вчера встретили {} в саду.",
    "ablt": "Встретились с {} дома.",
    "loct": "Спорили об этом и о {} вчера.",
}


@pytest.fixture(scope="module")
def dictionary() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


@pytest.mark.parametrize("name", [" ".join(name.split()) for name in NAMES.split(",")])
def test_a_name_that_a_dictionary_inflects_comes_back_to_one_form(dictionary: Any, name: str) -> None:
    given, surname = name.split()
    known = next(p for p in dictionary.parse(given) if {"Name", "nomn"} in p.tag)
    family = next(
        p
        for p in dictionary.parse(surname)
        if {"Surn", "nomn", "sing"} in p.tag and p.tag.gender in (known.tag.gender, None)
    )
    for case, frame in FRAMES.items():
        mention = " ".join(parse.inflect({case}).word.capitalize() for parse in (known, family))
        (found,) = proposals(frame.format(mention)).values()
        assert (found.value.name or "").replace("ё", "е") == name.replace("ё", "е"), mention


def test_twice_the_names_are_about_twice_the_work() -> None:
    def work(text: str) -> int:
        scene = Scene(read(text), [])
        return calls(lambda: persons.propose(scene))

    for passage in (
        "Ким ",
        "Иван Петров и Анна Ким, Путин, К. Токаев. ",
        "рэпер Jah Khalib по кличке «Барс», ",
    ):
        work(passage * 10)
        assert work(passage * 400) < 2.1 * work(passage * 200)
    assert len(proposals("Ким " * 20_000)) < 10
