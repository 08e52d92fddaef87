"""The same name in its own script: «Пол Кругман (Paul Krugman)», «Ма Лин (马凌)»."""

from __future__ import annotations

from collections.abc import Iterator

from kzuz_extract.names.persons.people import Mention, Person
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Form, Shape

_LONGEST = 6
_EAST_ASIAN = ("\u3040", "\u9fff")


def spelled_again(scene: Scene, mentions: list[Mention]) -> Iterator[tuple[int, int, Person]]:
    """Yield first token, end token and person of every name in brackets after its Russian spelling."""
    forms = scene.text.forms
    for mention in mentions:
        at = mention.segment.end
        if mention.person is None or at + 2 >= len(forms) or forms[at].text != "(":
            continue
        at = _behind_language(forms, at)
        end = at + 1
        while end < len(forms) and end - at <= _LONGEST and _foreign(forms[end]):
            end += 1
        words = sum(form.capital for form in forms[at + 1 : end])
        latin = len(mention.segment.units) > 1 and abs(words - len(mention.segment.units)) <= 1
        asian = end > at + 1 and _EAST_ASIAN[0] <= forms[at + 1].text[0] <= _EAST_ASIAN[1]
        if end < len(forms) and forms[end].text in "),;'\"" and (latin or asian):
            yield at + 1, end, mention.person


def _behind_language(forms: list[Form], bracket: int) -> int:
    """Return the last token before a name in brackets: «(англ. Donald Sinden)»."""
    at = bracket + 1
    if at + 1 < len(forms) and forms[at].shape is Shape.LOWER and forms[at + 1].text == ".":
        at += 2
        while at < len(forms) and forms[at].text in "'\"":
            at += 1
        return at - 1
    return bracket


def _foreign(form: Form) -> bool:
    return (form.latin and form.shape is not Shape.UPPER) or _EAST_ASIAN[0] <= form.text[0] <= _EAST_ASIAN[1]
