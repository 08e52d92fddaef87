"""Organizations over a whole text: entities, dictionary forms, and that no text breaks the rules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from work import calls

from kzuz_extract.extractor import extract
from kzuz_extract.facts import Document, Organization
from kzuz_extract.language.morphology import inflect, known_parses
from kzuz_extract.names.organizations.build import build, case_forms, names_table
from kzuz_extract.names.organizations.forms import adjective, nominative, title_nominative
from kzuz_extract.names.organizations.lexicon import words
from kzuz_extract.names.organizations.listed import NAMES_FILE, _forms


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
        ("Верховный суд РК отменил приговор. Позже Верховный суд пояснил.", "Верховный суд РК", None),
        ("Верховный суд РК против. Верховный суд Казахстана решил.", "Верховный суд РК", None),
        ("Акимат Алматы ждёт. Акимат города Алматы ответил.", "Акимат Алматы", None),
        ("ДП Алматы ищет его. Департамент полиции Алматы нашёл.", "ДП Алматы", None),
        ("МИД Ирана ответил. Министерство иностранных дел Ирана вызвало посла.", "МИД Ирана", None),
        ("Агентство РК по туризму растёт. Агентство по туризму радо.", "Агентство РК по туризму", None),
        ("КТЖ купит вагоны. АО «Қазақстан темір жолы» ждёт их.", "КТЖ", "Қазақстан темір жолы"),
        ("Halyk Bank отчитался. Халык банк вырос.", "Halyk Bank", None),
        ("Евросоюз против. ЕС подумает. Европейский союз решит.", "ЕС", None),
        ("Комитет по туризму переименовали в Агентство по туризму.", "Комитет по туризму", None),
        ("Компания «Бета Телеком» (бывшая «Альфа Телеком») растёт.", "Бета Телеком", "Альфа Телеком"),
        ("Народный банк (Halyk Bank) вырос. В Halyk Bank рады.", "Народный банк", "Halyk Bank"),
        ("Форум стран Тюркской весны (ФСТВ) открыт. На сайте ФСТВ это есть.", "ФСТВ", None),
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


@pytest.mark.parametrize(
    "text",
    [
        "МВД Узбекистана задержало группу, МВД Казахстана помогло.",
        "Департамент полиции Алматы против, департамент полиции Астаны за.",
        "Верховный суд РФ против, Верховный суд Узбекистана за.",
        "Центральный банк Узбекистана ждёт роста, Центральный банк Турции спада.",
        "Акимат Алматы и акимат Астаны договорились.",
    ],
)
def test_bodies_of_one_kind_in_two_places_are_two(text: str) -> None:
    assert len(set(bodies(extract(text)).values())) == 2


def test_the_entity_of_a_body_has_its_fullest_name_and_all_its_mentions() -> None:
    document = extract("Минздрав закупит лодки. Министерство здравоохранения РК пояснило. В Минздраве рады.")
    [body] = [entity for entity in document.entities if entity.type == "organization"]
    assert body.name == "Министерство здравоохранения РК"
    assert len(body.mentions) == 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Он служит в 36-й десантной бригаде.", "36-я десантная бригада"),
        ("Решение Высшего межгосударственного совета ждут.", "Высший межгосударственный совет"),
        ("Директор Окружного военного суда Астаны ушёл.", "Окружной военный суд Астаны"),
        ("Хоккеисты «Шахтёра» проиграли.", "Шахтёр"),
        ("Она рассказала «Известиям» о планах.", "Известия"),
        ("На Атырауском НПЗ идёт ремонт.", "Атырауский НПЗ"),
        ("Ждут в Назарбаев Интеллектуальной школе.", "Назарбаев Интеллектуальная школа"),
    ],
)
def test_a_name_is_given_in_the_nominative_with_agreement(text: str, name: str) -> None:
    [body] = [fact for fact in extract(text).facts if isinstance(fact, Organization)]
    assert body.name == name


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


def test_the_built_files_are_what_their_tables_give() -> None:
    advice = "rebuild: python -m kzuz_extract.names.build"
    assert build().items() == _forms().items(), advice
    assert names_table() == NAMES_FILE.read_text(encoding="utf-8"), advice


@pytest.mark.parametrize("group", ["deeds", "mild_deeds", "plays", "defeats"])
def test_the_dictionary_has_the_verbs_of_a_list(group: str) -> None:
    """A form that it lacks is not guessed at."""
    assert [verb for verb in words("words", group) if not known_parses(verb)] == []


def test_a_quoted_name_in_an_oblique_case_is_given_in_the_nominative() -> None:
    assert title_nominative("Казводхозе") == "Казводхоз"


@given(st.text(alphabet='«»"„“()., -МЧСАОТООминистерство по имени банка РК г. Alem.ai 24', max_size=120))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_rules(text: str) -> None:
    for fact in extract(text).facts:
        assert text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize(
    "unit",
    [
        "Xaa 12 Ybb 13 ",
        "Google, Xabc и Wolt, ",
        "«Тобол» — «Женис», ",
        "Фонд Стран (ФС) (ФСЭ) ",
        "36-й бригады ",
    ],
)
def test_the_work_grows_with_the_length_of_the_text(unit: str) -> None:
    def steps(size: int) -> int:
        text = (unit * (size // len(unit) + 1))[:size]
        extract(text)  # every word is met before anything is counted
        return calls(lambda: extract(text))

    assert steps(16_000) < 6 * steps(4_000)  # four times the text; a square would take sixteen times as many
