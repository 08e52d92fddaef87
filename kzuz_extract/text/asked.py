"""Questions about spellings, each asked once: how rules sleep until a word wakes them.

Most words of a text wake nothing, and the same few thousand spellings make up most of any text. So a rule
puts its question to the distinct `Form`; over the tokens there is then one scan, in the interpreter's C.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress
from typing import Generic, TypeVar

from kzuz_extract.bounds import SPELLINGS, forget_latest
from kzuz_extract.text.tokens import Form

T = TypeVar("T")


class Asked(dict[Form, T], Generic[T]):
    """What a function says of each spelling: `asked[form]`.

    >>> capitals = Asked(lambda form: form.capital)
    >>> capitals.where([Form("в"), Form("Астане"), Form("и"), Form("Алматы")])
    [1, 3]
    """

    __slots__ = ("_ask",)

    def __init__(self, ask: Callable[[Form], T]) -> None:
        self._ask = ask

    def __missing__(self, form: Form) -> T:
        if len(self) >= SPELLINGS:
            forget_latest(self)
        answer = self[form] = self._ask(form)
        return answer

    def where(self, forms: Sequence[Form]) -> list[int]:
        """Return the tokens of which the answer is true, in their order."""
        return list(compress(range(len(forms)), map(self.__getitem__, forms)))
