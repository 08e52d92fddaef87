"""Where the words of a name end that stands behind a generic word: «улица | Толе би |», «город | Актау |»."""

from __future__ import annotations

from kzuz_extract.names.locations.forms import adjective_cases
from kzuz_extract.names.locations.found import breaks
from kzuz_extract.names.locations.lexicon import head_of, words
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Form, Shape

_LONGEST_NAME = 4
_ARTICLES = ("аль-", "эль-", "ибн-")


def run(scene: Scene, start: int, *, street: bool = False, particles: bool = False) -> int | None:
    """Return the end of the run of name words that begins at `start`, None where none begins."""
    forms = scene.text.forms
    end = start
    while end < len(forms) and end - start < _LONGEST_NAME and not (end > start and breaks(scene, end)):
        form = forms[end]
        if is_name(form):
            end += 1
        elif street and form.shape is Shape.INITIAL and end + 1 < len(forms) and forms[end + 1].text == ".":
            end += 2
        elif (street or particles) and end > start and form.key in words().street_particles:
            end += 1
        elif street and form.key.isdigit() and end + 1 < len(forms) and forms[end + 1].key == "лет":
            end += 2
        else:
            end += end == start + 1 and governs(forms, end)  # «Овчинный городок»
            break
    named = any(is_name(form) for form in forms[start:end])
    return end if named and not (end - start == 1 and forms[start].shape is Shape.UPPER) else None


def is_name(form: Form) -> bool:
    """«Айтматова», «аль-Фараби»."""
    return (form.capital or form.key.startswith(_ARTICLES)) and form.shape not in (Shape.INITIAL, Shape.LOWER)


def governs(forms: list[Form], end: int) -> bool:
    """«города Акмолинской области»: the name belongs to the next head."""
    head = head_of(forms[end].key)
    return head is not None and bool(
        adjective_cases(forms[end - 1].key, head.gender) & (head.one or head.many)
    )


def joined(said: list[str]) -> str:
    """Return the words of a name as they are printed: «А. Пушкина»."""
    return " ".join(said).replace(" .", ".")
