"""Places in quotes that a preposition puts somewhere: «на «Медеу» и «Шымбулаке»», «на «Жетысу Арене»»."""

from __future__ import annotations

from collections.abc import Iterator

from kzuz_extract.names.locations.found import Found
from kzuz_extract.names.locations.lexicon import words
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Shape

_LONGEST_NAME = 4


def put_somewhere(scene: Scene, opened: int) -> bool:
    """Tell whether a preposition of place stands before a quotation, or before the list that it is in."""
    forms = scene.text.forms
    for before in range(opened, max(0, opened - 12), -1):
        if before != opened and scene.quotes.get(before, -9) + 2 != opened:
            continue
        opened = before
        if forms[before - 1].key not in (",", "и"):
            return forms[before - 1].key in words().in_place
    return False


def arenas(scene: Scene) -> Iterator[Found]:
    """Yield stadiums by their last word: «на «Жетысу Арене»», in whatever case the word stands."""
    forms = scene.text.forms
    for opened, close in scene.quotes.items():
        last = forms[close - 1]
        if not 1 < close - opened - 1 <= _LONGEST_NAME or last.key not in words().arenas:
            continue
        if any(form.shape not in (Shape.TITLE, Shape.UPPER) for form in forms[opened + 1 : close]):
            continue
        if put_somewhere(scene, opened):
            text = scene.text
            lead = text.source[text.starts[opened + 1] : text.starts[close - 1]]
            said = ("a stadium in quotes, after a preposition of place",)
            name = f"{lead}{last.text[:-1]}а"
            yield Found(opened + 1, close, "location.arena", 1.9, said, "facility", name)
