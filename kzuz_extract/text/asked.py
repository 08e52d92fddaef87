"""Questions about spellings, each asked once: how rules sleep until a word wakes them.

Most words of a text wake nothing, and the same few thousand spellings make up most of any text. So a rule
puts its question to the distinct `Form`, which keeps the answers; over the tokens of a text there is then one
scan for the questions of all rules together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kzuz_extract.text.tokens import Form, Shape

if TYPE_CHECKING:
    from kzuz_extract.text.text import Text

T = TypeVar("T")

_START = 3  # letters by which most words are known to wake nothing
_questions: list[Asked[Any]] = []
_of_start: dict[str, dict[str, list[Asked[Any]]]] = {}  # what words of a shape are asked that begin so
_ANY_OTHER = ""


class Asked(Generic[T]):
    """What a function says of each spelling: `asked[form]`, something false of those that wake nothing.

    >>> from kzuz_extract.text import read
    >>> capitals = Asked(lambda form: form.capital, False)
    >>> capitals.where(read("в Астане и Алматы"))
    [1, 3]
    """

    __slots__ = ("ask", "nothing", "number", "small", "title")

    def __init__(
        self,
        ask: Callable[[Form], T],
        nothing: T,
        *,
        words: Callable[[], Iterable[str]] | None = None,
        small: Callable[[], Iterable[str]] | None = None,
    ) -> None:
        """`nothing` is the answer that is false.

        `words` returns words: only one that begins as one of them, in the first three letters, can have
        another answer. `small` says so of words in small letters alone. Without them every word is asked,
        and every Latin one and every one with capitals inside anyhow.
        """
        self.ask = ask
        self.nothing = nothing
        self.number = len(_questions)
        self.small = small or words
        self.title = words
        _questions.append(self)
        _of_start.clear()

    def __getitem__(self, form: Form) -> T:
        answer: T | None = form.answers.get(self.number)
        if answer is not None:
            return answer
        return self.nothing if form.asked > self.number else self.ask(form)

    def where(self, text: Text) -> list[int]:
        """Return the tokens of which the answer is true, in their order."""
        if self.number < len(text.awake):
            return text.awake[self.number]
        return [at for at, form in enumerate(text.forms) if self[form]]  # the text is older than the question

    def told(self, text: Text) -> list[tuple[int, T]]:
        """Return the same tokens, each with its answer."""
        forms, number = text.forms, self.number
        if number < len(text.awake):
            return [(at, forms[at].answers[number]) for at in text.awake[number]]
        return [(at, self[forms[at]]) for at in self.where(text)]


def awake(forms: list[Form]) -> list[list[int]]:
    """Return, by the number of each question, the tokens of which the answer is true, in their order."""
    questions = len(_questions)
    found: list[list[int]] = [[] for _ in range(questions)]
    for at, form in enumerate(forms):
        if form.asked < questions:
            _put_all(form, questions)
        if form.answers:
            for number in form.answers:
                found[number].append(at)
    return found


def _put_all(form: Form, questions: int) -> None:
    """Ask about a spelling; only what is true is kept, and most words share one empty dictionary."""
    for question in _asked_of(form):
        if answer := question.ask(form):
            if not form.answers:
                form.answers = {}
            form.answers[question.number] = answer
    form.asked = questions


def _asked_of(form: Form) -> list[Asked[Any]]:
    """Return the questions that a spelling may answer."""
    if form.latin or not (form.shape is Shape.LOWER or form.shape is Shape.TITLE):
        return _questions
    starts = _of_start.get(form.shape) or _sorted_by_start(form.shape)
    return starts.get(form.key[:_START]) or starts[_ANY_OTHER]


def _sorted_by_start(shape: str) -> dict[str, list[Asked[Any]]]:
    """Find which questions words of a shape may wake, by how those begin that wake any."""
    small = shape == Shape.LOWER
    waking = [(question, question.small if small else question.title) for question in _questions]
    of_any = [question for question, words in waking if words is None]
    found = _of_start[shape] = {_ANY_OTHER: of_any}
    for question, words in waking:
        for start in {word[:_START] for word in words()} if words else ():
            if start not in found:
                found[start] = of_any.copy()
            found[start].append(question)
    return found
