"""What the three name dimensions share: the scene that they look at, the proposals that they make of it."""

from __future__ import annotations

from typing import NamedTuple

from kzuz_extract.facts import FactType, LocationValue, OrganizationValue, PersonValue
from kzuz_extract.language.numerals import Number
from kzuz_extract.text import Text
from kzuz_extract.text.asked import Asked

OPENING = {"«": "»", "“": "”", "„": "“", '"': '"'}


class Proposal(NamedTuple):
    """A possible name: tokens `first` to `end` (exclusive), and what speaks for it.

    score     the sum of the weights of `evidence`; below 1 it does not stand alone, above 2 it is sure
    evidence  why, in words a user can read: («surname ending -ев», «after a post: президент», …)
    glued     how many characters at the end of the last token belong to a word that was glued to the name
    """

    first: int
    end: int
    type: FactType
    rule: str
    score: float
    evidence: tuple[str, ...]
    value: PersonValue | OrganizationValue | LocationValue
    glued: int = 0
    lead: int = 0


class Scene:
    """A text with what all name rules ask of it, worked out once.

    quotes   opening token -> closing token of every quotation that stays within its paragraph, at most 15
             tokens long
    opens    the tokens that open a sentence, a quotation or a line: there a capital says nothing
    capitals the tokens that begin with a capital
    """

    __slots__ = ("capitals", "numbers", "opens", "quotes", "text")

    def __init__(self, text: Text, numbers: list[Number]) -> None:
        self.text = text
        self.numbers = numbers
        marks = [(at, sign) for at in text.signs if (sign := text.forms[at].text) in _MARKS]
        self.quotes = _quotations(text, marks)
        self.opens = _openings(text, marks, frozenset(self.quotes.values()))
        self.capitals = _capitals.where(text)


_LONGEST_QUOTATION = 15
_QUOTES = frozenset(OPENING) | frozenset(OPENING.values())
_capitals = Asked(lambda form: form.capital, False, small=tuple)
_BEFORE_OPENINGS = frozenset(OPENING) | frozenset("—–-•:")
_MARKS = _QUOTES | _BEFORE_OPENINGS


def _quotations(text: Text, marks: list[tuple[int, str]]) -> dict[int, int]:
    found: dict[int, int] = {}
    waiting: list[tuple[int, str]] = []
    for at, sign in marks:
        if sign not in _QUOTES:
            continue
        if waiting and "\n" in text.source[text.ends[waiting[-1][0]] : text.starts[at]]:
            waiting.clear()  # what a paragraph leaves open is closed nowhere
        if waiting and sign == waiting[-1][1] and not (sign == '"' and _only_opens(text, at)):
            opened, _ = waiting.pop()
            if at - opened - 1 <= _LONGEST_QUOTATION:
                found[opened] = at
        elif sign in OPENING:
            waiting = [*waiting[-3:], (at, OPENING[sign])]
    return found


def _only_opens(text: Text, at: int) -> bool:
    """«АО "НК "Восток"": a straight quote after a space and glued to a word opens, even within another."""
    spaced = not text.touches(at)
    return (
        spaced and at + 1 < len(text.forms) and text.touches(at + 1) and text.forms[at + 1].text[0].isalnum()
    )


def _openings(text: Text, marks: list[tuple[int, str]], closing: frozenset[int]) -> set[int]:
    opens = set(text.sentences)
    if text.title and (at := text.source.find(text.title)) >= 0:
        opens.add(text.token_at(at))
    last = len(text.forms) - 1
    for at, sign in marks:
        if sign not in _BEFORE_OPENINGS or at in closing:
            continue  # a straight quotation mark may close: «силы "Кудс" Корпуса стражей»
        if at < last and (at in opens or sign in OPENING):
            opens.add(at + 1)
    return opens
