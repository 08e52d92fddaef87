"""What a sum is worth: which currency a bare word names, how exact it is, what one unit of it buys."""

from __future__ import annotations

from kzuz_extract.facts import MoneyValue
from kzuz_extract.language.hedges import bounds, hedge_after, hedge_before
from kzuz_extract.language.numerals import Number, plain
from kzuz_extract.money.vocabulary import COUNTRIES, PER, Phrase, glued_to
from kzuz_extract.text import Text

_COUNTRY_WINDOW = 400  # tokens on either side


def money(text: Text, span: tuple[int, int], number: Number, code: str) -> MoneyValue:
    """Return the value of a sum that stands at tokens `span`, with what its surroundings say about it."""
    first, end = span
    hedge = None if number.vague else hedge_before(text, first) or hedge_after(text, end)
    modifier = hedge.modifier if hedge else None
    if number.low is not None and modifier != "about":
        modifier = None
    said = bounds(plain(number.value), plain(number.low), plain(number.high), modifier)
    return MoneyValue(*said, code, modifier, per_of(text, end))


def code_of(text: Text, phrase: Phrase) -> str | None:
    """Return the ISO 4217 code of a phrase; of a bare «манатов» that of the country named nearest."""
    if phrase.word.kind != "nearest":
        return phrase.word.code
    default, *choices = phrase.word.code.split("|")
    code = dict(choice.split("=") for choice in choices)
    forms, at = text.forms, phrase.first
    for distance in range(1, _COUNTRY_WINDOW):
        for position in (at - distance, at + distance):
            if 0 <= position < len(forms):
                found = code.get(COUNTRIES.get(forms[position].key, ""))
                if found:
                    return found
    return default or None


def per_of(text: Text, end: int) -> str | None:
    """Return the lemma of what one unit of a sum buys: «за баррель», «в месяц», «/тонна» behind it."""
    forms = text.forms
    glued = glued_to(forms[end - 1])
    at = end if glued else end + 1
    if at >= len(forms):
        return None
    preposition = glued or forms[end].key
    word = PER.get(forms[at].key)
    if word and "each" in word.after and at + 1 < len(forms):
        at += 1
        word = PER.get(forms[at].key)
    adjective = ""
    if word and "adjective" in word.after and at + 1 < len(forms):
        adjective = word.lemma + " "
        word = PER.get(forms[at + 1].key)
    return adjective + word.lemma if word and preposition in word.after else None
