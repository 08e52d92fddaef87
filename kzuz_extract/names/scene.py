"""What the three name dimensions share: the scene that they look at, the proposals that they make of it."""

from __future__ import annotations

from typing import NamedTuple

from kzuz_extract.facts import FactType, LocationValue, OrganizationValue, PersonValue
from kzuz_extract.language.numerals import Number
from kzuz_extract.text import Text

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


class Scene:
    """A text with what all name rules ask of it, worked out once.

    quotes   opening token -> closing token of every quotation that stays within its paragraph, at most 15
             tokens long
    opens    the tokens that open a sentence, a quotation or a line: there a capital says nothing
    """

    __slots__ = ("numbers", "opens", "quotes", "text")

    def __init__(self, text: Text, numbers: list[Number]) -> None:
        self.text = text
        self.numbers = numbers
        self.quotes = _quotations(text)
        self.opens = _openings(text)


_LONGEST_QUOTATION = 15
_QUOTES = frozenset(OPENING) | frozenset(OPENING.values())


def _quotations(text: Text) -> dict[int, int]:
    found: dict[int, int] = {}
    waiting: list[tuple[int, str]] = []
    for at, form in enumerate(text.forms):
        sign = form.text
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


def _openings(text: Text) -> set[int]:
    opens = set(text.sentences)
    if text.title and (at := text.source.find(text.title)) >= 0:
        opens.add(text.token_at(at))
    for at, form in enumerate(text.forms[:-1]):
        if (form.text in OPENING or form.text in "—–-•:") and (at in opens or form.text in OPENING):
            opens.add(at + 1)
    return opens
