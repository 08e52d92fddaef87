"""Names that only what is said before them gives away: «по прозвищу «Канело»», «рэпер Jah Khalib»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kzuz_extract.names.persons.vocabulary import forms_of, words
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Form, Shape

_LONGEST = 3
_KNOWN_AS = frozenset(
    ("известный", "известная", "известного", "известной", "известному", "известным", "известную")
)


def nicknames(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """Yield first token, end token and evidence of every nickname, its later mentions as well."""
    forms = scene.text.forms
    awake = _awake.where(scene.text)
    if not any(_told(scene, at) for at in awake):
        return
    first_words: dict[str, tuple[str, ...]] = {}
    for at in sorted({*awake, *scene.capitals}):
        form = forms[at]
        found = _told(scene, at)
        if found is not None:
            yield found
            said = tuple(f.text for f in forms[found[0] : found[1]])
            first_words.setdefault(said[0], said)
            if _repeated_in_brackets(forms, found[1]):
                yield found[1] + 1, found[1] + 2, "the nickname before it in its own script"
        elif form.capital and form.text in first_words and form.shape is not Shape.INITIAL:
            said = first_words[form.text]
            if tuple(f.text for f in forms[at : at + len(said)]) == said:
                yield at, at + len(said), "a nickname elsewhere in the text"


def _told(scene: Scene, at: int) -> tuple[int, int, str] | None:
    form = scene.text.forms[at]
    return _after_word(scene, at, form) if form.key in _waking() else _latin_name(scene.text.forms, at)


def _after_word(scene: Scene, at: int, form: Form) -> tuple[int, int, str] | None:
    """What follows a word of nicknames, «известный как», or a post of the stage."""
    forms = scene.text.forms
    start = at + 1
    if _names(forms, at) or _known_as(forms, at):
        start += form.key in _KNOWN_AS or (forms[start : start + 1] != [] and forms[start].key == "на")
        if start in scene.quotes:
            close = scene.quotes[start]
            return (start + 1, close, f"after «{form.key}»") if _short(forms, start + 1, close) else None
        end = _run(forms, start)
        return (start, end, f"after «{form.key}»") if end > start else None
    if form.key in words("posts", "staged") and _stage_name(forms, start):
        return start, start + 1, f"a name of one word after «{form.key}»"
    return None


def _latin_name(forms: list[Form], at: int) -> tuple[int, int, str] | None:
    """«рэперу Jah Khalib», «актёра Brad Pitt»: after a post of the stage or the screen in any case."""
    form = forms[at]
    if not form.latin or not at:
        return None
    post = forms[at - 1].key
    if post not in forms_of("posts", "staged") and post not in forms_of("posts", "screened"):
        return None
    if "." in form.text or _network(form):
        return None
    return at, _run(forms, at), f"a Latin name after «{forms[at - 1].key}»"


@cache
def _waking() -> frozenset[str]:
    return _KNOWN_AS | words("before", "nicknames") | words("posts", "staged") | {"именем"}


_awake = Asked(
    lambda form: form.key in _waking() or (form.capital and form.latin),
    False,
    words=_waking,
)


def _stage_name(forms: list[Form], at: int) -> bool:
    """«певица Глюкоза»: one word of any sort, where the post stands in the nominative."""
    if at >= len(forms) or forms[at].shape is not Shape.TITLE or forms[at].latin or "-" in forms[at].text:
        return False
    return at + 1 == len(forms) or not (forms[at + 1].capital or forms[at + 1].text in '.«"(')


def _network(form: Form) -> bool:
    return form.text in words("before", "networks")


def _names(forms: list[Form], at: int) -> bool:
    """«по прозвищу», «под именем»; «сменил псевдоним на …» tells the new one."""
    if forms[at].key == "именем":
        return at > 0 and forms[at - 1].key == "под"
    return forms[at].key in words("before", "nicknames")


def _repeated_in_brackets(forms: list[Form], at: int) -> bool:
    return at + 2 < len(forms) and forms[at].text == "(" and forms[at + 1].latin and forms[at + 2].text == ")"


def _known_as(forms: list[Form], at: int) -> bool:
    """«известный как «Дикий Арман»»: in quotes only, without them anything may follow."""
    if forms[at].key not in _KNOWN_AS or at + 2 >= len(forms) or forms[at + 1].key != "как":
        return False
    return forms[at + 2].text in '«"“„'


def _short(forms: list[Form], first: int, end: int) -> bool:
    return 0 < end - first <= _LONGEST and forms[first].capital


def _run(forms: list[Form], start: int) -> int:
    """Return the end of the capitalised words in the script of the first."""
    end = start
    while (
        end < len(forms)
        and end - start < _LONGEST
        and forms[end].capital
        and forms[end].latin == forms[start].latin
        and forms[end].shape is not Shape.INITIAL
    ):
        end += 1
    return end
