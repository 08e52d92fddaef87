"""A text as the rules of dates see it: words and numbers by their class, and gaps between them."""

from __future__ import annotations

from collections.abc import Sequence

from kzuz_extract.dates.classes import CLASSES, COMPANIONS
from kzuz_extract.dates.meaning import IN_CONTEXT, companions, in_context, meanings
from kzuz_extract.dates.number_classes import number_class
from kzuz_extract.dates.reading import Reading
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

    __slots__ = ("_classes", "_ending", "_numbers", "_text")

    def __init__(self, text: Text, numbers: Sequence[Number]) -> None:
        self._text = text
        self._numbers = {number.first: number for number in numbers}
        self._ending = {number.end: number for number in numbers}
        self._classes = {number.first: number_class(text, number) for number in numbers}

    def telling(self) -> list[int]:
        """Return the tokens that tell of a date, or the first one of a phrase or a number that does."""
        forms = self._text.forms
        found = {
            at
            for at in meanings.where(self._text)
            if meanings[forms[at]] is not IN_CONTEXT or self._tells_in_context(at)
        }
        for first, number in self._numbers.items():
            found.difference_update(range(first + 1, number.end))
            if self._classes[first] not in COMPANIONS:
                found.add(first)
        return sorted(found)

    def _tells_in_context(self, at: int) -> bool:
        end, word = in_context(self._text, at)
        return word is not None and (end > at + 1 or word.cls not in COMPANIONS)

    def company_before(self, at: int, least: int) -> int:
        """Return the first of the companions before a token."""
        forms, known = self._text.forms, companions()
        while at > least:
            if at in self._ending:
                at = self._ending[at].first
            elif forms[at - 1].key in known:
                at -= 1
            else:
                break
        return at

    def item(self, at: int) -> tuple[Item, str] | None:
        """Return what begins at a token and its class, if it is a number or means something to dates."""
        forms, number = self._text.forms, self._numbers.get(at)
        if at >= len(forms):
            return None
        form = forms[at]
        if number is None or len(form.text) == 4:
            end, word = at + 1, meanings[form] or companions().get(form.key)
            if word is IN_CONTEXT:
                end, word = in_context(self._text, at)
            if word is not None:
                return Item(at, end, form, None, word), CLASSES[word.cls]
        return (Item(at, number.end, form, number), CLASSES[self._classes[at]]) if number else None


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
