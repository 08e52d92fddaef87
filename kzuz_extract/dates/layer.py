"""A text as the rules of dates see it: words and numbers by their class, and gaps between them."""

from __future__ import annotations

from collections.abc import Sequence

from kzuz_extract.dates.classes import CLASSES, COMPANIONS
from kzuz_extract.dates.meaning import COMPANY, IN_CONTEXT, in_context, meanings
from kzuz_extract.dates.number_classes import number_class
from kzuz_extract.dates.reading import Reading
from kzuz_extract.dates.vocabulary import Word
from kzuz_extract.language.numerals import Number
from kzuz_extract.rules import NO_CLASS, Item, Layer
from kzuz_extract.text import Form, Text

_GAP = Item(0, 0, Form(" "), None)


def read_layer(text: Text, numbers: Sequence[Number]) -> Layer:
    """Gather a text's items for the first grammar of dates: what tells of a date, and its company.

    All else becomes a gap, however much it is: words that mean nothing to dates, and companions among
    themselves. So does the border of two sentences, unless a full stop stands there: it may belong to «окт.»
    and is an item itself.
    """
    items: list[Item] = []
    classes: list[str] = []
    tokens = _Tokens(text, numbers)
    forms, borders = text.forms, set(text.sentences)
    done = 0  # the token after the last item
    for telling in tokens.telling():
        if telling < done:
            continue
        at = tokens.company_before(telling, done)
        while found := tokens.item(at):
            item, class_ = found
            if at > done or (at in borders and forms[at - 1].text != "."):
                items.append(_GAP)
                classes.append(NO_CLASS)
            items.append(item)
            classes.append(class_)
            at = done = item.end
    return Layer(text, items, "".join(classes))


class _Tokens:
    """What stands at each token of a text."""

    __slots__ = ("_ending", "_numbers", "_text", "_words")

    def __init__(self, text: Text, numbers: Sequence[Number]) -> None:
        self._text = text
        self._words: dict[int, tuple[int, Word]] = {}  # what tells of a date, and its end
        self._numbers: dict[int, tuple[Number, str]] = {}
        self._ending: dict[int, int] = {}  # the first token of a number by its end
        forms, words = text.forms, self._words
        for at in meanings.where(text):
            word = meanings[forms[at]]
            if word and (known := _meant(text, at, word)):
                words[at] = known
        for number in numbers:
            first = number.first
            if first in words and len(forms[first].text) == _YEAR:
                continue  # «2025-11-15»
            words.pop(first, None)
            self._numbers[first] = number, number_class(text, number)
            self._ending[number.end] = first

    def telling(self) -> list[int]:
        """Return the tokens at which that begins which tells of a date."""
        found = set(self._words)
        for first, (number, name) in self._numbers.items():
            if number.end > first + 1:
                found.difference_update(range(first + 1, number.end))
            if name not in COMPANIONS:
                found.add(first)
        return sorted(found)

    def company_before(self, at: int, least: int) -> int:
        """Return the first of the companions before a token."""
        forms = self._text.forms
        while at > least:
            if at in self._ending:
                at = self._ending[at]
            elif forms[at - 1].key in COMPANY:
                at -= 1
            else:
                break
        return at

    def item(self, at: int) -> tuple[Item, str] | None:
        """Return what begins at a token and its class, if it is a number or means something to dates."""
        forms = self._text.forms
        if at in self._numbers:
            number, name = self._numbers[at]
            return Item(at, number.end, forms[at], number), CLASSES[name]
        known = self._words.get(at)
        if known is None and at < len(forms) and (companion := COMPANY.get(forms[at].key)):
            known = _meant(self._text, at, companion)
        if known is None:
            return None
        end, word = known
        return Item(at, end, forms[at], None, word), CLASSES[word.cls]


_YEAR = 4  # figures of a number that may begin a date


def _meant(text: Text, at: int, word: Word) -> tuple[int, Word] | None:
    """Return the end of what begins at a token, and its meaning, where the words around decide as well."""
    if word is not IN_CONTEXT:
        return at + 1, word
    end, meaning = in_context(text, at)
    return (end, meaning) if meaning else None


def rewritten(layer: Layer, found: Sequence[tuple[int, int, Reading]]) -> Layer:
    """Return the layer with items `first` to `end` (exclusive) of each reading put together into one."""
    if not found:
        return layer
    items: list[Item] = []
    classes: list[str] = []
    at = 0
    for first, end, reading in found:
        items += layer.items[at:first]
        classes.append(layer.classes[at:first])
        head = layer.items[first]
        items.append(Item(head.first, layer.items[end - 1].end, head.form, None, reading))
        classes.append(CLASSES[reading.cls])
        at = end
    items += layer.items[at:]
    classes.append(layer.classes[at:])
    return Layer(layer.text, items, "".join(classes))
