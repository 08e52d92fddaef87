"""The same name in its own script: «Пол Кругман (Paul Krugman)», «Ма Лин (马凌)», «Петер (Peter)»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kzuz_extract.names.persons.people import Mention, Person
from kzuz_extract.names.persons.runs import Unit
from kzuz_extract.names.persons.vocabulary import words
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Form, Shape

_LONGEST = 6
_EAST_ASIAN = ("\u3040", "\u9fff")
_SHORTENED = ("Jr", "Sr", "St", "Dr")
_MOST_LETTERS_MORE = 3


def spelled_again(scene: Scene, mentions: list[Mention]) -> Iterator[tuple[int, int, Person]]:
    """Yield first token, end token and person of every name in brackets after its Russian spelling."""
    forms = scene.text.forms
    for mention in mentions:
        at = mention.segment.end
        if mention.person is None or at + 2 >= len(forms) or forms[at].text != "(":
            continue
        start = _behind_language(forms, at) + 1
        end, count = _name_from(forms, start)
        if end == start or end >= len(forms):
            continue
        closes = forms[end].text in "),;'\"" or (forms[end].text == "." and forms[end - 1].text in _SHORTENED)
        asian = _EAST_ASIAN[0] <= forms[start].text[0] <= _EAST_ASIAN[1]
        if closes and (asian or _is_same_name(mention.segment.units, forms[start:end], count)):
            yield start, end, mention.person


def _name_from(forms: list[Form], start: int) -> tuple[int, int]:
    """Return the end of the name in another script at a token, and of how many words with a capital it is."""
    end, count = start, 0
    while end < len(forms) and end - start <= _LONGEST:
        form = forms[end]
        dotted = form.text == "." and end > start and forms[end - 1].shape is Shape.INITIAL
        if not dotted and not _foreign(form):
            break
        count += form.capital and form.shape is not Shape.INITIAL and form.text not in _SHORTENED
        end += 1
    return end, count


def _is_same_name(units: tuple[Unit, ...], forms: list[Form], count: int) -> bool:
    """«Юнас (Jonas)», «Джон Пистоул (John S. Pistole)», unlike «Азиз Каримов (Turon Group)»."""
    if len(units) == 1:
        near = abs(len(units[0].text) - len(forms[0].text)) <= _MOST_LETTERS_MORE
        return count == 1 and near and _sound_alike(units[0].text, forms[0].text)
    latin = [form.text for form in forms if form.capital and form.text not in _SHORTENED]
    russian = (units[0].text, units[-1].text)
    if count == 1:
        return len(units) == 2  # a stage name: «Василий Вакуленко (Basta)»
    return abs(count - len(units)) <= 1 and any(_sound_alike(r, word) for r in russian for word in latin)


def _sound_alike(russian: str, latin: str) -> bool:
    """Tell whether the first letters of two words may be one sound."""
    return latin[0].lower() in _first_letters().get(russian[0].lower(), latin)


@cache
def _first_letters() -> dict[str, str]:
    """What a Cyrillic letter is in Latin at the beginning of a name."""
    return {pair[0]: pair[2:] for pair in words("spellings", "first_letters")}


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
