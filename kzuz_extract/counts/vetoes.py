"""Numbers that count nothing: names, labels, codes. Each veto is a small function about one number."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from kzuz_extract.counts.place import Place
from kzuz_extract.counts.vocabulary import Lemmas, words
from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals_words import AROUND
from kzuz_extract.names.scene import OPENING
from kzuz_extract.names.tongues import has_foreign
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape

_STRICT = Lemmas("labels", "strict_lemmas")
_LOOSE = Lemmas("labels", "loose_lemmas")
_HYPHENS = frozenset("-–‑—")
_STROKES = frozenset("/\\_@=")
_LONGEST_LIST = 6
_LONGEST_TITLE = 4  # words after its number
_NEAR = 4
_DEGREE = frozenset("°º")
_SIGN_OR_LETTERS = (Shape.SIGN, Shape.UPPER)


def no_value(place: Place) -> bool:
    """«тысячи домов» is vague, «половина», «две трети» are no count, «10-миллиардный» is an adjective."""
    number = place.number
    if number.form == "fraction" and number.unit is None:
        return number.value is None or place.unit is None  # «три четверти тонны» is a measure
    return number.vague or number.form == "adjective"


def part_of_code(place: Place) -> bool:
    """«Ту-154», «Е-22», «5G», «№5», «1/4», «60х40»: figures that touch a letter, a stroke or a sign."""
    text, number = place.text, place.number
    at = number.first
    if text.forms[at].shape is not Shape.NUMBER:
        return False
    if text.touches(at):
        sign = text.forms[at - 1]
        if sign.text in _STROKES or sign.text in "*+%":
            return True
        if sign.text in (":", ".") and text.touches(at - 1) and text.forms[at - 2].shape is Shape.NUMBER:
            return True
        if sign.text in _HYPHENS and text.touches(at - 1) and text.forms[at - 2].shape is not Shape.SIGN:
            return text.forms[at - 2].key not in AROUND["degrees"]  # «6 мороза-7 тепла»
        if sign.latin or sign.shape is Shape.UPPER:
            return True
    after = place.next
    if after is None or not text.touches(number.end) or place.unit is not None:
        return False
    if after.shape is Shape.LOWER and text.touches(at) and text.forms[at - 1].shape is not Shape.SIGN:
        return True
    return after.latin or after.capital or after.text in _STROKES or after.key == "х"  # «60х40х30 см»


def after_label(place: Place) -> bool:
    """«статья 110», «пунктам 1 и 7», «ч. 2», «№ 5», «дом 12», but not «в доме 12 квартир»."""
    text = place.text
    if text.forms[place.number.first].shape is Shape.LOWER:
        return False
    at = place.number.first - 1
    for _ in range(_LONGEST_LIST):
        if at > 0 and text.forms[at].text == ".":
            at -= 1  # a sentence may seem to end after «гл.»
            if at < place.first:
                return text.forms[at].key in _STRICT.listed
        if at < place.first:
            return False
        form = text.forms[at]
        if form.text in words("labels", "signs"):
            return True
        if at > place.first and (form.key in ("и", ",", "или") or form.text in _HYPHENS):
            at -= 1
            if text.forms[at].shape is not Shape.NUMBER:
                return False
            at -= 1
            continue
        if _STRICT.of_any(form):
            return True
        stands = place.unit is None and not place.of_more and place.phrase is None
        return stands and (_LOOSE.of_any(form) or _compound_label(form))
    return False


def _compound_label(form: Form) -> bool:
    """«школа-лицей 27», «ясли-сад 5»."""
    first, hyphen, _ = form.key.partition("-")
    return bool(hyphen) and len(first) > 1 and any(parse.lemma in _LOOSE.listed for parse in parses(first))


def model(place: Place) -> bool:
    """«Boeing 737 сел»: after a name in Latin a verb that looks like a noun is a verb."""
    phrase = place.phrase
    if phrase is None:
        return False
    return parses(place.text.forms[phrase.end - 1].key)[0].pos == "VERB"


def compound_adjective(place: Place) -> bool:
    """«12-этажный», «5-процентный», «100-метровка»: the figures are the first part of another word."""
    text, end, sign = place.text, place.number.end, place.next
    if sign is None or sign.text not in _HYPHENS:
        return False
    word = place.after(end + 1)
    return word is not None and word.shape is Shape.LOWER and text.touches(end) and text.touches(end + 1)


def score(place: Place) -> bool:
    """«4:1», «3-2 по пенальти»: a colon that touches figures on both sides."""
    text, end, sign = place.text, place.number.end, place.next
    if sign is None or sign.text != ":":
        return False
    other = place.after(end + 1)
    return other is not None and other.shape is Shape.NUMBER and text.touches(end) and text.touches(end + 1)


def before_letters(place: Place) -> bool:
    """«184-ФЗ», «3628 ОД»: the number of a document."""
    after = place.next
    if after is not None and after.text in _HYPHENS:
        after = place.after(place.number.end + 1)
    return after is not None and after.shape is Shape.UPPER and after.key in words("labels", "letters_after")


def whole_title(place: Place) -> bool:
    """«Двенадцать стульев», «Тринадцатый подвиг Геракла» between quotes is what something is called."""
    forms, number = place.text.forms, place.number
    at = number.first
    if forms[at - 1].text not in OPENING or forms[at].shape is Shape.LOWER or place.unit:
        return False
    closing = OPENING[forms[at - 1].text]
    quoted = forms[number.end : min(place.last, number.end + _LONGEST_TITLE)]
    for i, form in enumerate(quoted):
        if form.text == closing:
            return i > 0
        if form.shape is Shape.SIGN or parses(form.key)[0].pos == "VERB":
            return False
    return False


def of_a_sum(place: Place) -> bool:
    """«$38 млн»: a number after a sign of currency is money's."""
    before = place.previous
    return before is not None and unicodedata.category(before.text[0]) == "Sc"


def year_before_noun(place: Place) -> bool:
    """«В 2021 министр обещал», «в 2023 школы получили»: a year without its «году», with a subject behind."""
    before = place.previous
    if before is None or before.key not in ("в", "во", "к", "с", "до") or place.phrase is None:
        return False
    readings = parses(place.text.forms[place.number.end].key)
    return (
        any(r.case == "nomn" and r.pos in ("NOUN", "ADJF") for r in readings) and place.number.value != 2000
    )


def in_another_language(place: Place) -> bool:
    """«11 жастағы қыз»: a small word near it has letters that Russian has not."""
    number = place.number
    first, end = max(place.first, number.first - _NEAR), min(place.last, number.end + _NEAR)
    return has_foreign(place.text, first, end)


def coordinate(place: Place) -> bool:
    """«51°10′ с. ш.»: degrees that touch minutes say where, not how warm."""
    text, first, end = place.text, place.number.first, place.number.end
    after = place.after(end + 1) if place.next is not None and place.next.text in _DEGREE else None
    if after is not None:
        return after.shape is Shape.NUMBER and text.touches(end + 1)
    return first > 1 and text.forms[first - 1].text in _DEGREE and text.touches(first)


_VETOES = (no_value, part_of_code, after_label, in_another_language, coordinate)
_BEHIND_A_SIGN = (whole_title, of_a_sum)
_BEFORE_A_SIGN = (compound_adjective, score, before_letters)


def counts_nothing(place: Place) -> bool:
    """Tell whether a number is a name, a label or a code."""
    forms, at, before, after = place.text.forms, place.number.first, place.previous, place.next
    return (
        _forbids(_VETOES, place)
        or (place.like_a_year and year_before_noun(place))
        or (before is not None and before.latin and model(place))
        or (at > 0 and forms[at - 1].shape is Shape.SIGN and _forbids(_BEHIND_A_SIGN, place))
        or (after is not None and after.shape in _SIGN_OR_LETTERS and _forbids(_BEFORE_A_SIGN, place))
    )


def _forbids(vetoes: tuple[Callable[[Place], bool], ...], place: Place) -> bool:
    for veto in vetoes:  # noqa: SIM110
        if veto(place):
            return True
    return False
