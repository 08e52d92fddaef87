"""Questions about spellings, each asked once: how rules sleep until a word wakes them.

Most words of a text wake nothing, and the same few thousand spellings make up most of any text. So a rule
puts its question to the distinct `Form`, which keeps the answers; over the tokens of a text there is then one
scan for the questions of all rules together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kzuz_extract.text.tokens import Form

if TYPE_CHECKING:
    from kzuz_extract.text.text import Text

T = TypeVar("T")

_questions: list[Asked[Any]] = []


class Asked(Generic[T]):
    """What a function says of each spelling: `asked[form]`, something false of those that wake nothing.

    >>> from kzuz_extract.text import read
    >>> capitals = Asked(lambda form: form.capital)
    >>> capitals.where(read("в Астане и Алматы"))
    [1, 3]
    """

    __slots__ = ("_number", "ask", "nothing")

    def __init__(self, ask: Callable[[Form], T]) -> None:
        self.ask = ask
        self.nothing: T  # the answer that is false: None, "", (); there is one for each question
        self._number = len(_questions)
        _questions.append(self)

    def __getitem__(self, form: Form) -> T:
        answer: T | None = form.answers.get(self._number)
        if answer is not None:
            return answer
        return self.nothing if form.asked > self._number else self.ask(form)

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
    for number in range(form.asked, questions):
        question = _questions[number]
        answer = question.ask(form)
        if not answer:
            question.nothing = answer
        elif form.answers:
            form.answers[number] = answer
        else:
            form.answers = {number: answer}
    form.asked = questions
