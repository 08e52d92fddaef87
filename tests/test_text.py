"""How a text is cut and what its header says. In the sentences a `|` marks where the next one begins."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from kzuz_extract import extract
from kzuz_extract.examples import by_rule
from kzuz_extract.text import Text, asked, read
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.header import read_header
from kzuz_extract.text.tokens import Shape

SENTENCES = [
    "К. Токаев прибыл в Астану. |Добыча выросла до 5 тыс. тонн.",
    "К.-Ж. Токаев и Ш.Мирзиёев встретились. |Говорили о воде.",
    "Токаев К.К. подписал указ. |Его опубликуют.",
    "Указ подписал Токаев К. К. |Он вступит в силу завтра.",
    "Выступили А. Б. Сатпаев и др. |Зал молчал.",
    "Это произошло в 2025 г. |Президент подписал указ.",
    "В 2025 г. вырос экспорт. |Импорт упал.",
    "По данным на 1 марта т. г. выросло число школ.",
    "На 1 марта т. г. |Минфин собрал налоги.",
    "Добыли 5 млн. тонн. |Продали 3 млн. |Остальное хранят.",
    "Получили 5 млн долл. США. |Ещё 3 млн руб. вернули.",
    "Суд г. Актау и прокуратура ул. Абая не спорят.",
    "Живёт на ул. Сатпаева, д. 5, кв. 12. |Пишите.",
    "Им. Абая и им. Навои. |Две школы.",
    "Акад. Сатпаев родился в с. Каратерек. |Там музей.",
    "Рост составил 1,7 процента. |Цена — 3.14 тенге.",
    "Рост на 5 п. п. |Инфляция 8%.",
    "Построят школы, дороги и т. д. |Деньги выделят.",
    "Построят школы, т.е. дороги. |Да.",
    "В XX в. построили. |В IV–V вв. до н. э. здесь жили.",
    "Штраф по ст. 110 и п. 5 ч. 2 уплачен. |Дело закрыто.",
    "См. рис. 5. |Там всё. |Тел. 8 777 000.",
    "1. Первый пункт. |2. Второй пункт.",
    "В 18.30 начнётся концерт. |В 20.00 закончат.",
    "Это сделала компания «Kaspi.kz». |Сайт Tengrinews.kz сообщил.",
    "Матч окончен (0:0). |Все разошлись.",
    "Кто это?! |Никто не знает... |Потом узнали.",
    "Он ждал… и дождался. |Пришла весна…",
    "«Готово!» — сказал он. |«А что дальше?» |Никто не знал.",
    "«Мы готовы», — сказал он. |— «Начинаем завтра».",
    "— Готовы? — спросил тренер. |— Да.",
    "Он спросил: «Куда?» |Ответа не было.",
    'Он промолчал. |"Едем завтра", - сказал тренер. |"Куда?" - спросили его.',
    "Заголовок без точки\n|Первая строка. |Вторая\nпродолжение строки.\n\n|Новый абзац",
    "Первая.\r\n|Вторая\u2028|Третья",
    "Первая.<br>|Вторая.</p><p class='news'>|Третья &mdash; это Каза\u00adхстан. |Четвёртая",
]


def cut(text: Text) -> str:
    """Write a text with `|` where its sentences begin."""
    given = text.tidied.given
    begins = [text.place(text.starts[token], text.ends[token])[0] for token in text.sentences] + [len(given)]
    begins[0] = 0
    return "|".join(given[start:end] for start, end in pairwise(begins))


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_sentence_ends_where_a_reader_ends_it(marked: str) -> None:
    assert cut(read(marked.replace("|", ""))) == marked


def test_every_token_knows_its_sentence() -> None:
    text = read("Токаев прибыл. Мирзиёев встретил его.")
    assert [text.sentence_of(token) for token in range(len(text.forms))] == [0, 0, 0, 1, 1, 1, 1]
    assert text.sentence_bounds(5) == (3, 7)
    assert text.sentence_bounds(0) == (0, 3)


@pytest.mark.parametrize(
    ("source", "tokens"),
    [
        ("Касым-Жомарт Токаев", "Касым-Жомарт|Токаев"),
        ("К.-Ж. Токаев", "К|.|-|Ж|.|Токаев"),
        ("$1,7 млрд", "$|1,7|млрд"),
        ("15.11.2025 в 18:30", "15.11.2025|в|18:30"),
        ("42-летний житель", "42|-|летний|житель"),
        ("«КазМунайГаз»", "«|КазМунайГаз|»"),
        ("сайт Tengrinews.kz.", "сайт|Tengrinews.kz|."),
        ("передаетTengrinews.kzсо ссылкой", "передает|Tengrinews.kz|со|ссылкой"),
        ("улучшение отношенийВ Астане", "улучшение|отношений|В|Астане"),
        ("составил447 тонн", "составил|447|тонн"),
        ("Oʻzbekiston o'zgardi", "Oʻzbekiston|o'zgardi"),
        ("область Ұлытау", "область|Ұлытау"),
        ("10\u202f000\u00a0тенге", "10|000|тенге"),
        ("Токаев 👨‍👩‍👧 Ким", "Токаев|👨|👩|👧|Ким"),
        ("2021–2025 годы", "2021|–|2025|годы"),
        ("ток\u0301а Каза\u00adхстан", "тока|Казахстан"),
    ],
)
def test_tokens(source: str, tokens: str) -> None:
    text = read(source)
    found = [text.source[start:end] for start, end in zip(text.starts, text.ends, strict=True)]
    assert "|".join(found) == tokens


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ток\u0430\u0301ев", "Токаев"),
        ("Уз\u00adбе\u200bкистан", "Узбекистан"),
        ("Tокаев", "Токаев"),
        ("Мирзие\u0308ев", "Мирзиёев"),
        ("Kaspi", "Kaspi"),
    ],
)
def test_a_form_is_the_word_as_it_is_meant(written: str, meant: str) -> None:
    [form] = read(written).forms
    assert form.text == meant


HEADERS = [
    (" date 2025-11-15 Товарооборот вырос\n\nТекст", "Товарооборот вырос", "header"),
    ("date: 2025-11-15\nЗаголовок\nТекст", "Заголовок", "header"),
    ("\ufeffdate 2025-11-15 Заголовок\nТекст", "Заголовок", "header"),
    ("15.11.2025 18:30\nЗаголовок\nТекст", "Заголовок", "header"),
    ("Заголовок\n15.11.2025 18:30\n\nТекст", "Заголовок", "header"),
    ("Заголовок\n2025-11-15T18:30:00+05:00\n\nТекст", "Заголовок", "header"),
    ("Заголовок\n18:30, 15 ноября 2025\n\nТекст", "Заголовок", "header"),
    ("Заголовок\r\nСуббота, 15 ноября 2025 г.\r\nТекст", "Заголовок", "header"),
    ("Заголовок\rЭкономика | 15.11.2025\rТекст", "Заголовок", "header"),
    ("Заголовок\nОпубликовано 15 ноября 2025\nТекст", "Заголовок", "header"),
    ("Опубликовано: 15 ноября 2025 года, 18:30\nЗаголовок", "Заголовок", "header"),
    ("Дата публикации: 15.11.2025 11:00\n\nЗаголовок", "Заголовок", "header"),
    ("ТАШКЕНТ, 15 ноября 2025 г. Президент прибыл в Самарканд.", None, "dateline"),
    ("Заголовок\nАСТАНА. КАЗИНФОРМ. 15 ноября 2025 года — Президент прибыл.", "Заголовок", "dateline"),
    ("Алматы, 15.11.2025. Завод открыт.", None, "dateline"),
]


@pytest.mark.parametrize(("source", "title", "kind"), HEADERS)
def test_a_header_names_the_title_and_the_day(source: str, title: str | None, kind: str) -> None:
    assert read_header(source) == (title, date(2025, 11, 15), kind)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "\n \n",
        "В Ташкенте 15 ноября 2025 года прошла встреча.",
        "15 ноября 2025 года в Ташкенте прошла встреча.",
        "Астана, 15 ноября 2025 года объявленная столицей форума, ждёт гостей.",
        "Президент подписал закон, 15 ноября 2025 года он вступит в силу.",
        "31.02.2025\nЗаголовок",
        "date 2025-13-45 Заголовок",
        "Опубликовано вчера",
        "1\n2\n3\n4\n5\n15.11.2025",
    ],
)
def test_a_story_that_speaks_of_a_day_is_no_header(source: str) -> None:
    assert read_header(source)[1:] == (None, None)


def test_the_day_given_wins_over_the_header_and_the_header_over_the_dateline() -> None:
    source = "Заголовок\n14.11.2025\nТАШКЕНТ, 15 ноября 2025 г. Президент прибыл."
    given = extract(source, reference_date=date(2025, 11, 13))
    assert (given.reference_date, given.reference_date_source) == ("2025-11-13", "given")
    found = extract(source)
    assert (found.reference_date, found.reference_date_source) == ("2025-11-14", "header")
    dateline = extract(source.replace("14.11.2025\n", ""))
    assert (dateline.reference_date, dateline.reference_date_source) == ("2025-11-15", "dateline")
    absent = extract("Президент прибыл.")
    assert (absent.reference_date, absent.reference_date_source) == (None, None)
    assert {given.title, found.title, dateline.title} == {"Заголовок"}


def test_a_question_may_be_younger_than_a_text() -> None:
    """A rule whose module is imported late finds its words in texts read before and after it."""
    older = read("Мост в Актау открыт")
    capitals = Asked(lambda form: form.capital, False)
    assert capitals.where(older) == capitals.where(read("Мост в Актау открыт")) == [0, 2]
    assert [capitals[form] for form in older.forms] == [True, False, True, False]


def test_a_word_that_is_not_asked_has_no_answer() -> None:
    """A question may name how the words begin that answer it: no word of the examples begins otherwise."""
    texts = [example.text for cases in by_rule().values() for example in cases]
    small, capital = (
        {form for form in read(" ".join(spelt)).forms if form.shape is shape}
        for shape, spelt in (
            (Shape.LOWER, [text.lower() for text in texts]),
            (Shape.TITLE, [text.lower().title() for text in texts]),
        )
    )
    assert len(small) > 4000
    assert len(capital) > 4000
    for form in small | capital:
        skipped = [question for question in asked._questions if question not in asked._asked_of(form)]
        assert [question for question in skipped if question.ask(form)] == []


def test_a_code_is_cut_by_what_follows_it() -> None:
    """«ВКО13 апреля» has lost a space, «ВКО13» before any other word is a code."""

    def words(text: str) -> list[str]:
        return [form.text for form in read(text).forms]

    for _ in range(2):  # what stands between two spaces is remembered
        assert words("в ВКО13 апреля") == ["в", "ВКО", "13", "апреля"]
        assert words("в ВКО13 школ") == ["в", "ВКО13", "школ"]
