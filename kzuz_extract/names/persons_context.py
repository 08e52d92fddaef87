"""What the neighbours of a name say: a post or an animate noun before it, a verb of speech beside it, a street's word."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kzuz_extract.language.morphology import parses
from kzuz_extract.names.declension import forms
from kzuz_extract.names.person_words import vocabulary
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Shape

_FARTHEST_POST = 10
_QUOTES = frozenset("«»\"“”„'")
_PREPOSITIONS = {
    "с": ("ablt", "gent"), "со": ("ablt", "gent"), "между": ("ablt",), "перед": ("ablt",), "над": ("ablt",),
    "у": ("gent",), "от": ("gent",), "для": ("gent",), "против": ("gent",), "после": ("gent",), "без": ("gent",),
    "из": ("gent",), "до": ("gent",), "к": ("datv",), "ко": ("datv",), "о": ("loct",), "об": ("loct",),
    "при": ("loct",), "в": ("loct", "accs"), "на": ("loct", "accs"), "про": ("accs",),
}  # fmt: skip
_VERBISH = ("ть", "ет", "ют", "ит", "ят", "ал", "ил", "ел", "ыл", "ла", "ли", "ло", "ся", "сь")


class Clue(NamedTuple):
    """One thing that the neighbours say; `cases` are those that the name then has, if they tell."""

    why: str
    weight: float
    cases: tuple[str, ...] = ()


@cache
def _posts() -> dict[str, tuple[str, ...]]:
    """Every form of every post in small letters -> the cases that it may be in."""
    found: dict[str, tuple[str, ...]] = {}
    for key, gender in (("masculine", "m"), ("feminine", "f")):
        for post in vocabulary()["posts"][key].split():
            role = "s" if post.endswith(("ый", "ий", "ой", "ая")) else "g"
            for case, spelled in forms(post, role, gender).items():
                for form in spelled:
                    found[form] = (*found.get(form, ()), case)
            for case, form in _plural(post):
                found[form] = (*found.get(form, ()), case)
    return found


def _plural(post: str) -> list[tuple[str, str]]:
    """«президенты», «президентов»: enough of the plural to know a post by."""
    if post[-1] in "бвгджзклмнпрстфхцчшщ":
        stem = post
        first = "и" if post[-1] in "гкхжчшщ" else "ы"
        return [
            ("nomn", stem + first), ("gent", stem + "ов"), ("accs", stem + "ов"),
            ("datv", stem + "ам"), ("ablt", stem + "ами"), ("loct", stem + "ах"),
        ]  # fmt: skip
    if post[-1] == "а" and post[-2] in "гкхнтврлсд":
        stem = post[:-1]
        first = "и" if post[-2] in "гкх" else "ы"
        return [("nomn", stem + first), ("gent", stem), ("ablt", stem + "ами"), ("datv", stem + "ам")]
    return []


@cache
def _speech() -> frozenset[str]:
    found: set[str] = set()
    for verb in vocabulary()["speech"]["verbs"].split():
        stem, bar, tail = verb.partition("|")
        found |= {stem + t for t in (("л", "ла", "ли") if tail == "л" else ("лся", "лась", "лись"))} if bar else {verb}
    return frozenset(found)


@cache
def _before_things() -> tuple[frozenset[str], frozenset[str]]:
    listed = vocabulary()["before"]
    return frozenset(listed["things"].split()), frozenset(listed["named"].split())


def clues(scene: Scene, first: int, end: int) -> list[Clue]:
    """Return what stands beside tokens `first` to `end` (exclusive) and speaks for or against a person."""
    found = [*_before(scene, first), *_after(scene, end)]
    if scene.quotes.get(first - 1) == end:
        found.append(Clue("alone in quotes", -0.8))
    return found


def _before(scene: Scene, first: int) -> list[Clue]:
    forms_, text = scene.text.forms, scene.text
    start = text.sentence_bounds(first)[0]
    if first <= start:
        return []
    at = first - 1
    if forms_[at].text == "." and at - 1 >= start:
        at -= 1
    key = forms_[at].key
    things, named = _before_things()
    if key in named:
        return [Clue(f"after «{key}»", -1.2, ("gent",))]
    if key in things:
        return [Clue(f"after «{key}»", -1.0)]
    if key in _speech():
        return [Clue(f"after a verb of speech: {key}", 0.5, ("nomn",))]
    if cases := _posts().get(key):
        return [Clue(f"after a post: {key}", 0.8, cases)]
    found: list[Clue] = []
    if key in _PREPOSITIONS:
        found.append(Clue("", -0.2 if key in ("в", "на", "из", "до") else 0.0, _PREPOSITIONS[key]))
    elif forms_[at].shape is Shape.LOWER and (cases := _animate(key)):
        found.append(Clue(f"after an animate noun: {key}", 0.7, cases))
    elif far := _far_post(scene, at, start):
        found.append(far)
    return found


def _animate(key: str) -> tuple[str, ...]:
    """The cases of a word that a dictionary knows as an animate noun, in its most likely readings."""
    read = parses(key)
    best = read[0].score if read else 0.0
    return tuple(
        p.case for p in read if p.known and p.pos == "NOUN" and p.animacy == "anim" and p.case and p.score >= best / 4
    )


def _far_post(scene: Scene, at: int, start: int) -> Clue | None:
    """«президент Республики Казахстан Касым-Жомарт Токаев»: a post with what it rules between it and the name."""
    forms_ = scene.text.forms
    for back in range(at, max(start, at - _FARTHEST_POST) - 1, -1):
        form = forms_[back]
        if form.shape is Shape.SIGN and form.text not in _QUOTES and form.text not in "-–№":
            return None
        if cases := _posts().get(form.key):
            return Clue(f"after a post: {form.key}", 0.5, cases)
        if form.shape is Shape.LOWER and len(form.key) > 3 and form.key.endswith(_VERBISH):
            return None
    return None


def _after(scene: Scene, end: int) -> list[Clue]:
    text = scene.text
    forms_ = text.forms
    if end >= len(forms_):
        return []
    key = forms_[end].key
    if key in _speech():
        return [Clue(f"before a verb of speech: {key}", 0.5, ("nomn",))]
    if key.endswith(("л", "ла")) and len(key) > 3 and forms_[end].shape is Shape.LOWER:
        if any(p.known and p.pos == "VERB" and p.tense == "past" for p in parses(key)):
            return [Clue(f"before a verb: {key}", 0.2, ("nomn",))]
    return []


