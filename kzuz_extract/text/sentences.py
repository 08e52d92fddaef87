"""Sentences: where one ends is decided by small named functions, each looking at one gap between two tokens.

A small letter opens no sentence; any other line starts one. Else a gap is a candidate after `.`, `!`, `?`,
`…` and the quotes and brackets that follow. The first rule that answers decides; where none does, a candidate
gap ends the sentence.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from typing import NamedTuple

from kzuz_extract.text.tokens import Form, Shape

JOIN, SPLIT = False, True


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_SIGNS = frozenset("+−-–")
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("»”\"')]’“")
_EITHER = frozenset("\"'’“")  # these open as well
_LINE_ENDS = "\n\r\x85\u2028\u2029"
_MIDDLE = frozenset(",;:)")
_DASHES = frozenset("—–-")
# Abbreviations that stand before the word they belong to, so that their full stop ends nothing.
_OPENING = _words(
    """г гор ул пр просп пл пер пос дер обл им тов гр св проф акад доц ген полк кап лейт инж чл корр стр
    рис см ср напр т тел д кв корп оф ст р оз о ж мкр бул наб тыс млн млрд трлн руб долл тг куб п с ч"""
)
# Abbreviations that often close a sentence: they join only to a word that cannot open one.
_CLOSING = _words("г гг в вв тыс млн млрд трлн руб долл тг др пр т е н э с кг км м см мм га ч мин сек")
# Two abbreviations of which the second closes as often as it joins.
_CLOSING_PAIRS = frozenset({("т", "д"), ("т", "п"), ("т", "г"), ("п", "п"), ("н", "э")})
# Words that open a sentence and are no surname, for the place after initials: «указ Токаева К. К. Он …».
_NO_SURNAMES = _words(
    """а без в ведь во все вот всего где для до его если еще ее за затем из или и их к как когда который кроме
    на не но о об однако он она они оно от перед по под позже после потом поэтому при про с сейчас сегодня со
    так также там теперь то тогда у уже чтобы это эта этот эти"""
)


class Gap(NamedTuple):
    """The place between token `at - 1` and token `at`.

    first   the token that opened the sentence
    stop    the mark that may end it, -1 for none
    before  the word before the mark
    after   the token after the gap
    """

    forms: list[Form]
    first: int
    stop: int
    at: int
    spaced: bool
    before: Form | None
    after: Form

    @property
    def opens(self) -> bool:
        """Whether the sentence is but one word so far."""
        return self.stop == self.first + 1


def no_mark(gap: Gap) -> bool | None:
    """«Ушёл.⏎» Он …»: the quote on the line of its own opened a sentence, and no mark is left in it."""
    return JOIN if gap.stop < 0 else None


def punctuation_after(gap: Gap) -> bool | None:
    """«120 тыс., пособие», «200 тыс.-300 тыс.»: a comma or a glued dash opens no sentence."""
    glued = not gap.spaced and gap.after.text in _DASHES
    return JOIN if glued or gap.after.text in _MIDDLE else None


def speech_goes_on(gap: Gap) -> bool | None:
    """«"Готово!" — сказал он», «— Готовы? — спросил он»: a dash brings the author's words."""
    if gap.after.text not in _DASHES:
        return None
    quoted = gap.at - gap.stop > 1
    said = gap.at + 1 < len(gap.forms) and gap.forms[gap.at + 1].shape is Shape.LOWER
    return JOIN if quoted or said else None


def glued_figure(gap: Gap) -> bool | None:
    """«ст.110», «№.5», «−3…+5»: a figure glued to the full stop or the dots belongs to it."""
    if gap.spaced:
        return None
    behind = gap.at + (gap.after.text in _SIGNS)
    return JOIN if behind < len(gap.forms) and gap.forms[behind].shape is Shape.NUMBER else None


def currency_after(gap: Gap) -> bool | None:
    """«45 тыс. ₸ в месяц», not «ушёл. $5 млн …»: a currency's sign with no figures behind it closes a sum."""
    if unicodedata.category(gap.after.text[0]) != "Sc":
        return None
    behind = gap.at + 1
    return None if behind < len(gap.forms) and gap.forms[behind].shape is Shape.NUMBER else JOIN


def after_initial(gap: Gap) -> bool | None:
    """«К.-Ж. Токаев», «Токаев К.К. прибыл»: a lone capital and its full stop belong to a name."""
    before = gap.before
    if gap.forms[gap.stop].text != "." or before is None or before.shape is not Shape.INITIAL:
        return None
    if gap.after.key in _NO_SURNAMES and gap.after.shape is not Shape.INITIAL:
        return None
    return JOIN if gap.after.capital or gap.after.text == "-" else None


def number_of_a_list(gap: Gap) -> bool | None:
    """«1. Утвердить план. 2. Выделить деньги.»: a figure that opens a sentence is the number of a point."""
    before = gap.before
    listed = gap.forms[gap.stop].text == "." and before is not None and before.text.isdigit()
    return JOIN if listed and gap.opens else None


def after_abbreviation(gap: Gap) -> bool | None:
    """«г. Актау», «ул. Абая»: what an abbreviation belongs to follows; «2025 г. Президент» ends it."""
    before = gap.before
    if gap.forms[gap.stop].text != "." or before is None or before.key not in _OPENING:
        return None
    if before.shape is not Shape.LOWER and not (before.shape is Shape.TITLE and gap.opens):
        return None
    if gap.stop >= 3 and (gap.forms[gap.stop - 3].key, before.key) in _CLOSING_PAIRS:
        return None
    closes = before.key in _CLOSING and gap.stop >= 2 and gap.forms[gap.stop - 2].shape is Shape.NUMBER
    return None if closes and gap.after.shape is not Shape.NUMBER else JOIN


RULES = (
    no_mark,
    punctuation_after,
    speech_goes_on,
    glued_figure,
    currency_after,
    after_initial,
    number_of_a_list,
    after_abbreviation,
)


def sentence_starts(
    source: str, starts: list[int], ends: list[int], forms: list[Form], signs: list[int]
) -> list[int]:
    """Return the index of the first token of every sentence, ascending; [] for a text without tokens.

    `signs` are the tokens that are signs.
    """
    found = [0] if forms else []
    lines = _line_starts(source, starts)
    for at in sorted((lines | _after_marks(starts, ends, forms, signs)) - {0, len(forms)}):
        if forms[at].shape is Shape.LOWER:
            continue  # «строка,⏎продолжение», «5 млн. тенге», «"Куда?" спросил он»
        if at in lines:
            found.append(at)
            continue
        stop = _mark_before(forms, at, found[-1])
        before = forms[stop - 1] if stop else None
        if _decide(Gap(forms, found[-1], stop, at, starts[at] > ends[at - 1], before, forms[at])):
            found.append(at)
    return found


def _line_starts(source: str, starts: list[int]) -> set[int]:
    """Return the tokens before which the line ends."""
    found: set[int] = set()
    for mark in _LINE_ENDS:
        place = source.find(mark)
        while place >= 0:
            at = bisect_left(starts, place)
            found.add(at)
            place = source.find(mark, starts[at]) if at < len(starts) else -1
    return found


def _after_marks(starts: list[int], ends: list[int], forms: list[Form], signs: list[int]) -> set[int]:
    """Return the tokens after a mark and the marks, quotes and brackets that belong to it.

    A straight quote after a space opens the next sentence: «Ушёл. "Куда?" — спросил он».
    """
    found: set[int] = set()
    reach = 0
    for mark in [at for at in signs if forms[at].text in _ENDERS]:
        at = max(reach, mark + 1)
        while at < len(forms) and at > reach:
            text = forms[at].text
            if text not in _ENDERS and (
                text not in _CLOSERS or (text in _EITHER and starts[at] > ends[at - 1])
            ):
                break
            at += 1
        reach = at
        found.add(at)
    return found


def _mark_before(forms: list[Form], at: int, first: int) -> int:
    """Return the mark that may end the sentence, only closers between it and `at`; -1 for none."""
    at -= 1
    while at > first and forms[at].text in _CLOSERS:
        at -= 1
    return at if forms[at].text in _ENDERS else -1


def _decide(gap: Gap) -> bool:
    for rule in RULES:
        verdict = rule(gap)
        if verdict is not None:
            return verdict
    return SPLIT
