"""Questions about spellings, each asked once: how rules sleep until a word wakes them.

Most words of a text wake nothing, and the same few thousand spellings make up most of any text. So a rule
puts its question to the distinct `Form`, which keeps the answers; over the tokens of a text there is then one
scan for the questions of all rules together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kzuz_extract.text.tokens import Form, Shape

if TYPE_CHECKING:
    from kzuz_extract.text.text import Text

T = TypeVar("T")

_questions: list[Asked[Any]] = []
_of_small: list[int] = []  # the numbers of those that words in small letters are asked


class Asked(Generic[T]):
    """What a function says of each spelling: `asked[form]`, something false of those that wake nothing.

    >>> from kzuz_extract.text import read
    >>> capitals = Asked(lambda form: form.capital)
    >>> capitals.where(read("в Астане и Алматы"))
    [1, 3]
    """

    __slots__ = ("_number", "ask", "nothing", "small")

    def __init__(self, ask: Callable[[Form], T], *, small: bool = True) -> None:
        """`small` is False for a question whose answer is false of every word in small letters."""
        self.ask = ask
        self.small = small
        self.nothing: T  # the answer that is false: None, "", (); there is one for each question
        self._number = len(_questions)
        _questions.append(self)
        if small:
            _of_small.append(self._number)

    def __getitem__(self, form: Form) -> T:
        answer: T | None = form.answers.get(self._number)
        if answer is not None:
            return answer
        return self.nothing if self.small and form.asked > self._number else self.ask(form)

    def where(self, text: Text) -> list[int]:
        """Return the tokens of which the answer is true, in their order."""
        if self._number < len(text.awake):
            return text.awake[self._number]
        return [at for at, form in enumerate(text.forms) if self[form]]  # the text is older than the question


def awake(forms: list[Form]) -> list[list[int]]:
    """Return, by the number of each question, the tokens of which the answer is true, in their order."""
    questions = len(_questions)
    found: list[list[int]] = [[] for _ in range(questions)]
    for at, form in enumerate(forms):
        if form.asked < questions:
            _put_all(form, questions)
        for number in form.answers:
            found[number].append(at)
    return found


def _put_all(form: Form, questions: int) -> None:
    """Ask about a spelling; only what is true is kept, and most words share one empty dictionary."""
    met = form.asked
    for number in _of_small if form.shape is Shape.LOWER else range(met, questions):
        if number < met:
            continue
        question = _questions[number]
        answer = question.ask(form)
        if not answer:
            question.nothing = answer
        elif form.answers:
            form.answers[number] = answer
        else:
            form.answers = {number: answer}
    form.asked = questions
