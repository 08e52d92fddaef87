"""News without end, in which figures, days, names and words are ever new: what no cache has seen."""

from __future__ import annotations

from itertools import count


def _listed(words: str) -> list[str]:
    return words.split(", ")


_SYLLABLES = _listed("ба, ве, гу, до, жа, зи, ко, лу, ма, ни, по, ра, се, ту, фа, хи, ша, эр, юн, ям")
_MEN = _listed("Ерлан, Данияр, Алексей, Рустам, Марат, Сергей, Бахтиёр, Тимур, Нурлан, Виктор, Азамат")
_WOMEN = _listed("Айгуль, Дана, Елена, Гульнара, Ольга, Малика, Жанна, Ирина, Сауле, Нигора, Анна")
_TOWNS = _listed("Алматы, Астане, Ташкенте, Караганде, Самарканде, Павлодаре, Бухаре, Актау, Намангане")
_MONTHS = _listed("января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября, ноября")
_THINGS = _listed("рабочих мест, новых школ, километров дорог, тонн пшеницы, жителей, автобусов, голов скота")
_MONEY = _listed("млн тенге, млрд сумов, тысяч долларов, млн рублей, млрд тенге, млн евро")
_BODIES = _listed("акимате, министерстве транспорта, департаменте полиции, хокимияте, национальном банке")


def word(number: int) -> str:
    """Return a word of its own for each number.

    >>> word(0), word(7), word(1234)
    ('ба', 'лу', 'раниду')
    """
    letters = ""
    while True:
        number, at = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[at]
        if not number:
            return letters


def article(number: int) -> str:
    """Return one short article; its like never comes again."""

    def one_of(words: list[str], times: int) -> str:
        return words[number * times % len(words)]

    name, firm = word(number * 7 + 401).capitalize(), word(number * 11 + 8009).capitalize()
    other, street = word(number * 17 + 900).capitalize(), word(number * 19 + 333).capitalize()
    work, lines, men = word(number * 3 + 77), word(number * 13 + 5), word(number * 23 + 10)
    day = f"{number % 28 + 1} {one_of(_MONTHS, 5)} {1995 + number % 30} года"
    return (
        f"В {one_of(_TOWNS, 4)} построят {number % 997 + 2} {one_of(_THINGS, 3)}\n\n"
        f"Компания «{firm}» вложит {number % 4999 / 10 + 1:.1f} {one_of(_MONEY, 5)} в {work}вание до "
        f"{2026 + number % 9} года, сообщил {day} {one_of(_MEN, 5)} {name}ов. По словам {name}ова, за "
        f"{number % 11 + 2} месяцев {number % 90 + 3},{number % 7} процента {lines}нных линий обновили.\n\n"
        f"Вчера в {one_of(_BODIES, 3)} {one_of(_WOMEN, 7)} {other}ева рассказала, что улицу {street}ского "
        f"откроют через {number % 8 + 2} недели, а {number % 400 + 20} {men}щиков получат по "
        f"{number % 90 + 10} тысяч тенге.\n"
    )


def note(number: int) -> str:
    """Return one sentence of news; its like never comes again."""
    firm, town = word(number * 11 + 8009).capitalize(), _TOWNS[number % len(_TOWNS)]
    return f"{number % 28 + 1} мая в {town} «{firm}» открыла {number % 997 + 2} {word(number * 3 + 77)}ния.\n"


def news(length: int, first: int = 0) -> str:
    """Return so many characters of articles, one after the other, from a number on."""
    made: list[str] = []
    size = 0
    for number in count(first):
        made.append(article(number))
        size += len(made[-1]) + 1
        if size > length:
            break
    return "\n".join(made)[:length]
