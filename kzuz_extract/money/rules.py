"""Sums of money around a number that `language.numerals` has read: «$60», «1,7 млрд тенге», «30 копеек»."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kzuz_extract.facts import MoneyValue
from kzuz_extract.language.morphology import known_parses
from kzuz_extract.language.numerals import Number
from kzuz_extract.money.values import money
from kzuz_extract.money.vocabulary import LINKS, Phrase, glued_sum, phrase_at, words_of_money
from kzuz_extract.rules import Grammar, Item, Layer, Match, Rule
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape

CLASSES = {
    "NUMBER": "n",
    "VAGUE": "v",
    "NAME": "c",
    "SIGN": "s",
    "CODE": "k",
    "MINOR": "m",
    "ADJECTIVE": "a",
    "HYPHEN": "-",
    "DASH": "-",
    "FROM": "f",
    "TO": "t",
    "OPEN": "(",
    "CLOSE": ")",
    "OTHER": "o",
    "SINCE": "x",
    "EACH": "p",
    "GLUED": "g",
    "ADJECTIVAL": "j",
}
_KINDS = {
    "name": "c",
    "nominative": "c",
    "nearest": "c",
    "weight": "c",
    "sign": "s",
    "code": "k",
    "minor": "m",
    "adjective": "a",
}
_WORDS = {
    "с": "x",
    "со": "x",
    "по": "p",
    "от": "f",
    "до": "t",
    "(": "(",
    ")": ")",
    "-": "-",
    "–": "-",
    "—": "-",
    "‑": "-",
}
_HUNDREDTH = Decimal("0.01")
_BEFORE, _AFTER = 3, 7  # how far from a number a rule may look
_LINK = 2
_NEAR = 5


def _number(item: Item) -> Number:
    assert item.number is not None
    return item.number


def _code(match: Match, name: str) -> str | None:
    item = match[name]
    phrase = phrase_at(match.text, item.first)
    return phrase.word.code if phrase else None


def _sum(match: Match) -> MoneyValue | None:
    """«1,7 млрд тенге», «5 тыс. рублей»; only 1, 21, 101 … count a nominative singular: no «2025 доллар»."""
    number = _number(match["number"])
    phrase = phrase_at(match.text, match["money"].first)
    if phrase is None or (phrase.word.kind == "nominative" and not _counts_one(number)):
        return None
    if phrase.word.kind == "weight" and _weighs(match.text, number.first, phrase.end):
        return None
    return money(match.text, match.span, number, phrase.word.code)


def _weighs(text: Text, first: int, end: int) -> bool:
    """«весит 8 фунтов», «9 фунтов 4 унции»."""
    near = [*text.forms[max(0, first - _NEAR) : first], *text.forms[end : end + _NEAR]]
    return any(form.key in LINKS["weight"] for form in near)


def _counts_one(number: Number) -> bool:
    value = number.value
    if value is None or number.magnitude or value != value.to_integral_value():
        return False
    return value % 10 == 1 and value % 100 != 11


def _signed(match: Match) -> MoneyValue | None:
    code = _code(match, "money")
    return money(match.text, match.span, _number(match["number"]), code) if code else None


def _sign_after(match: Match) -> MoneyValue | None:
    """«500 ₸»; in «100 $200» the sign belongs to what it touches."""
    end = match["money"].end
    forms = match.text.forms
    if end < len(forms) and forms[end].shape is Shape.NUMBER and match.text.touches(end):
        return None
    return _signed(match)


def _pair(match: Match) -> MoneyValue | None:
    """«от 3 млн тенге до 5 млн тенге», «$5–$7 млн»: one range, the magnitude said last for both."""
    low, high = _number(match["low"]), _number(match["high"])
    codes = {_code(match, name) for name in ("money", "again") if name == "money" or match.get("again")}
    code = codes.pop()
    if codes or code is None or low.value is None or high.value is None:
        return None
    bottom = low.value
    if not low.magnitude and high.magnitude and bottom < high.value / high.scale:
        bottom *= high.scale
    if bottom >= high.value:
        return None
    range_ = high._replace(first=low.first, value=None, low=bottom, high=high.value, figures=None)
    return money(match.text, match.span, range_, code)


def _shared(match: Match) -> MoneyValue | None:
    """«с $10 до $12 млрд»: the magnitude said last belongs to both."""
    low, high = _number(match["number"]), _number(match["high"])
    if low.magnitude or not high.magnitude or low.value is None or high.value is None:
        return None
    code = _code(match, "money")
    if code is None or low.value >= high.value / high.scale:
        return None
    return money(match.text, match.span, low._replace(value=low.value * high.scale), code)


def _with_minor(match: Match) -> MoneyValue | None:
    """«5 рублей 30 копеек»."""
    whole, part = _number(match["number"]), _number(match["part"])
    code, minor = _code(match, "money"), _code(match, "minor")
    if code is None or whole.value is None or part.value is None or part.value >= 100:
        return None
    if minor != code and minor != "USD":  # many a currency has cents
        return None
    both = whole._replace(value=whole.value + part.value * _HUNDREDTH)
    return money(match.text, match.span, both, code)


def _minor(match: Match) -> MoneyValue | None:
    """«30 копеек» are 0.3 roubles."""
    number, code = _number(match["number"]), _code(match, "money")
    if code is None:
        return None
    low, high = (None if n is None else n * _HUNDREDTH for n in (number.low, number.high))
    value = None if number.value is None else number.value * _HUNDREDTH
    return money(match.text, match.span, number._replace(value=value, low=low, high=high), code)


def _spelled_out(match: Match) -> MoneyValue | None:
    """«5 000 (пять тысяч) тенге»: said twice, once in words."""
    return _sum(match) if _number(match["number"]).value == _number(match["again"]).value else None


def _adjective(match: Match) -> MoneyValue | None:
    """«100-долларовая купюра»."""
    hyphen, word = match["hyphen"].first, match["money"].first
    if not (match.text.touches(hyphen) and match.text.touches(word)):
        return None
    return _signed(match)


def _glued(match: Match) -> MoneyValue | None:
    """«14 миллионовтенге»: a scraper lost the space behind the magnitude."""
    number = _number(match["number"])
    glued = glued_sum(match["money"].form)
    if glued is None or number.value is None or number.magnitude:
        return None
    scale, word = glued
    return money(match.text, match.span, number._replace(value=number.value * scale, scale=scale), word.code)


def _inverted(match: Match) -> MoneyValue | None:
    """«рублей триста» are about so many; «евро по 600 за место» has its number behind «по»."""
    number, at = _number(match["number"]), match["money"].first
    text = match.text
    phrase = phrase_at(text, at)
    if phrase is None or phrase.end != at + 1 or number.value is None:
        return None
    plural = any((r.case, r.number) == ("gent", "plur") for r in known_parses(text.forms[at].key))
    if match.get("each"):
        end = text.forms[number.end].key if number.end < len(text.forms) else ""
        stands = plural or end == "за"
    else:
        stands = plural and text.forms[number.first].shape is Shape.LOWER
        number = number._replace(about=True)
    value = money(text, match.span, number, phrase.word.code) if stands else None
    return value if value and (plural or value.per) else None


RULES = (
    Rule("money.sign_before", "money:SIGN number:NUMBER", _signed),
    Rule("money.sign_after", "number:NUMBER money:SIGN", _sign_after),
    Rule("money.name_after", "number:NUMBER money:NAME", _sum),
    Rule("money.name_after_adjective", "number:NUMBER OTHER money:NAME", _sum),
    Rule("money.spelled_out", "number:NUMBER OPEN again:NUMBER CLOSE money:NAME", _spelled_out),
    Rule("money.code_before", "money:CODE number:NUMBER", _signed),
    Rule("money.code_after", "number:NUMBER money:CODE", _signed),
    Rule("money.vague", "number:VAGUE ( money:NAME | money:SIGN )", _signed),
    Rule("money.minor", "number:NUMBER money:MINOR", _minor),
    Rule("money.with_minor", "number:NUMBER money:NAME part:NUMBER minor:MINOR", _with_minor),
    Rule("money.range_of_signs", "FROM money:SIGN low:NUMBER TO again:SIGN? high:NUMBER", _pair),
    Rule("money.range_of_names", "FROM low:NUMBER money:NAME TO high:NUMBER again:NAME", _pair),
    Rule("money.sign_before_to", "SINCE [ money:SIGN number:NUMBER ] TO SIGN? high:NUMBER", _shared),
    Rule("money.range_by_dash", "money:SIGN low:NUMBER DASH again:SIGN high:NUMBER", _pair),
    Rule("money.sign_before_adjective", "money:SIGN number:ADJECTIVAL", _signed),
    Rule("money.adjective", "number:NUMBER hyphen:HYPHEN money:ADJECTIVE", _adjective),
    Rule("money.glued", "number:NUMBER money:GLUED", _glued),
    Rule("money.inverted", "[ money:NAME each:EACH? number:NUMBER ] !NAME", _inverted),
)
GRAMMAR = Grammar("money", RULES, CLASSES)


def layer_of(text: Text, numbers: list[Number]) -> Layer:
    """Return what surrounds the numbers beside money, a phrase as one item; leave out the rest."""
    items: list[Item] = []
    classes: list[str] = []
    for item, class_ in _items(text, _beside_money(text, numbers)):
        items.append(item)
        classes.append(class_)
    return Layer(text, items, "".join(classes))


def _beside_money(text: Text, numbers: list[Number]) -> list[Number]:
    """The numbers near a word of money, and those that a link such as «до» joins to them."""
    found: list[Number] = []
    spoken = [*words_of_money(text), len(text.forms) + _AFTER]
    at, reach = 0, -1  # the next word of money, the last token that a link joins to a number found
    for number in numbers:
        while spoken[at] < number.first - _BEFORE:
            at += 1
        if spoken[at] < number.end + _AFTER or number.first <= reach:
            found.append(number)
            reach = number.end + _LINK
    return found


def _items(text: Text, numbers: list[Number]) -> Iterator[tuple[Item, str]]:
    forms, at, size = text.forms, 0, len(text.forms)
    for index, number in enumerate(numbers):
        at = max(at, number.first - _BEFORE)
        while at < number.first:
            item, class_ = _item(text, at, number.first)
            yield item, class_
            at = item.end
        if at > number.first:
            continue
        yield Item(number.first, number.end, forms[number.first], number), _class_of(number)
        at = number.end
        following = numbers[index + 1].first if index + 1 < len(numbers) else size
        stop = min(following, number.end + _AFTER)
        while at < stop:
            item, class_ = _item(text, at, following)
            yield item, class_
            at = item.end
        if at < following:
            yield Item(at, at + 1, forms[at], None), "."


def _item(text: Text, at: int, stop: int) -> tuple[Item, str]:
    form = text.forms[at]
    phrase: Phrase | None = phrase_at(text, at)
    if phrase is not None and phrase.end <= stop:
        return Item(at, phrase.end, form, None), _KINDS[phrase.word.kind]
    if glued_sum(form) is not None:
        return Item(at, at + 1, form, None), "g"
    class_ = _WORDS.get(form.key, ".")
    if class_ == "." and form.shape is Shape.LOWER and form.key.endswith(("ых", "их")):
        class_ = "o"
    return Item(at, at + 1, form, None), class_


def _class_of(number: Number) -> str:
    if number.vague:
        return "v"
    if number.form == "adjective":
        return "j"
    return "n" if number.form in ("cardinal", "fraction") and not number.unit else "."
