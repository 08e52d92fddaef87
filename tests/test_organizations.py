"""Organizations over a whole text: entities, dictionary forms, and that no text breaks the rules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzuz_extract.extractor import extract
from kzuz_extract.facts import Document, Organization
from kzuz_extract.language.morphology import inflect
from kzuz_extract.names.organizations_forms import adjective, case_forms, nominative, title_nominative


def bodies(document: Document) -> dict[str, str | None]:
    """Return the organizations of a text as printed, with their entities."""
    return {fact.text: fact.entity for fact in document.facts if isinstance(fact, Organization)}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Агентство по финансовому мониторингу (АФМ) ищет его. В АФМ уточнили.", "АФМ", None),
        ("В Министерстве по чрезвычайным ситуациям объяснили. Позже МЧС ответило.", "МЧС", None),
        ("Председатель Национального банка выступил. Нацбанк ждёт роста.", "Нацбанк", None),
        ("Минздрав закупит вакцину. В Министерстве здравоохранения назвали срок.", "Минздрав", None),
        ("АО «Тасбулак» растёт. В «Тасбулаке» рады.", "Тасбулак", "Тасбулаке"),
    ],
)
def test_two_names_of_one_body_share_an_entity(text: str, one: str, other: str | None) -> None:
    found = bodies(extract(text))
    others = [entity for name, entity in found.items() if name == other or (other is None and name != one)]
    assert found[one] is not None
    assert set(others) == {found[one]}


def test_two_ministries_are_two_entities() -> None:
    found = bodies(extract("В Министерстве обороны согласны, в Министерстве финансов нет."))
    assert len(set(found.values())) == 2


def test_a_short_form_is_the_body_that_was_named_in_full() -> None:
    found = bodies(extract("Национальный банк Казахстана снизил ставку. Решение Национального банка ждали."))
    assert len(set(found.values())) == 1


@pytest.mark.parametrize(
    ("words", "head", "lemma", "gender", "name"),
    [
        ("Высшего межгосударственного совета", 2, "совет", "masc", "Высший межгосударственный совет"),
        ("Торгово-промышленной палатой", 1, "палата", "femn", "Торгово-промышленная палата"),
        ("городского суда", 1, "суд", "masc", "городской суд"),
        ("Вооруженных сил", 1, "силы", "plur", "Вооруженные силы"),
        ("ВЕРХОВНОГО СУДА", 1, "суд", "masc", "ВЕРХОВНЫЙ СУД"),
    ],
)
def test_head_and_adjectives_take_the_nominative(
    words: str, head: int, lemma: str, gender: str, name: str
) -> None:
    assert nominative(words.split(), head, lemma, gender) == name


@pytest.mark.parametrize("word", ["национальный", "областной", "европейский", "синий", "рабочий"])
@pytest.mark.parametrize("case", ["gent", "datv", "ablt", "loct"])
@pytest.mark.parametrize("gender", ["masc", "femn", "neut"])
def test_an_adjective_comes_back_from_every_case(word: str, case: str, gender: str) -> None:
    form = inflect(word, "ADJF", case, "sing", gender)
    assert form is not None
    assert adjective(form, "masc") == word


@pytest.mark.parametrize(
    "name", ["Акорда", "Мажилис", "Росатом", "Казпочта", "Единая Россия", "Верховная рада"]
)
def test_known_names_are_known_in_every_case(name: str) -> None:
    forms = {" ".join(form) for form in case_forms(name)}
    assert name.lower() in forms
    assert len(forms) >= 4


def test_a_quoted_name_in_an_oblique_case_is_given_in_the_nominative() -> None:
    assert title_nominative("Казводхозе") == "Казводхоз"


@given(st.text(alphabet='«»"„“()., -МЧСАОТООминистерство по имени банка РК г. Alem.ai 24', max_size=120))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_rules(text: str) -> None:
    for fact in extract(text).facts:
        assert text[fact.start : fact.end] == fact.text
