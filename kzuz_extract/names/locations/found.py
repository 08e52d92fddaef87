"""What a location rule finds, and what the rules ask of the place where they look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kzuz_extract.facts import LocationKind
from kzuz_extract.language.morphology import known_parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.gazetteer import Place
from kzuz_extract.names.locations.lexicon import Head, head_forms, head_of, words
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Form, Shape


class Found(NamedTuple):
    """A place that a rule found; `key` where the gazetteer knows it, `glued` and `lead` as in `Proposal`."""

    first: int
    end: int
    rule: str
    score: float
    evidence: tuple[str, ...]
    kind: LocationKind
    name: str | None
    code: str | None = None
    key: str | None = None
    glued: int = 0
    lead: int = 0


class Anchors(NamedTuple):
    """The tokens at which location rules wake: words with a capital, and generic words of places.

    known   the known names that begin at these tokens: their ends and the places that they name
    """

    capitals: list[int]
    heads: list[tuple[int, Head]]
    known: dict[int, tuple[int, tuple[Place, ...]]]


_heads = Asked(lambda form: head_of(form.key), None, words=head_forms)
_TOWN = 4  # digits of the population of a small town, which many words begin like
_LONG_NOUN, _LONG_PLACE, _SHORTEST_GLUED = 6, 5, 8


def anchors(scene: Scene) -> Anchors:
    """Return the anchors of a text."""
    forms = scene.text.forms
    heads = [(at, head) for at, head in _heads.told(scene.text) if head]
    known = {}
    for at in [*gazetteer.may_begin(scene.text), *(at for at, _ in heads if not forms[at].capital)]:
        end, places = gazetteer.longest(forms, at)
        if places:
            known[at] = end, places
    return Anchors(scene.capitals, heads, known)


def opens(scene: Scene, at: int) -> bool:
    """A capital says nothing where a sentence opens, nor behind a sign such as «:» or «■»."""
    before = scene.text.forms[at - 1] if at else None
    return at in scene.opens or before is None or (before.shape is Shape.SIGN and before.text not in ',(«"')


def breaks(scene: Scene, at: int) -> bool:
    """Tell whether a line ends before a token."""
    text = scene.text
    return "\n" in text.source[text.ends[at - 1] : text.starts[at]]


def far_from(forms: Sequence[Form], at: int) -> bool:
    """Tell whether «от» measures how far a place is: «в 30 километрах от Орана», «к северу от Орана»."""
    return at > 0 and forms[at - 1].key.startswith(words().distances)


def end_with_number(scene: Scene, end: int) -> int:
    """Return the end of a name with the number behind it: «микрорайон Самал-2», «Алматинская ТЭЦ-2»."""
    text = scene.text
    if end + 1 >= len(text.forms) or text.forms[end].text not in "-–‑":
        return end
    numbered = text.forms[end + 1].shape is Shape.NUMBER and text.touches(end) and text.touches(end + 1)
    return end + 2 if numbered else end


def glued_tail(key: str, nouns: bool = True) -> int:
    """Return how many letters of another word a scraper glued to a known place: 9 for «астанезадержали».

    nouns   whether the other word may be any longer noun, as after a preposition («из Гуанчжоудевушка»);
            after the name of a country («израилядесятки») it may be one anyhow
    """
    if len(key) < _SHORTEST_GLUED:
        return 0
    if known_parses(key):
        return 0  # as most words, which are known before any place is looked for
    for name in [name for name in gazetteer.beginnings_of(key) if len(name) < len(key) - 2]:
        length, places = len(name), gazetteer.lookup(name)
        if places and places[0].size > _TOWN:
            country = places[0].kind == "country"
            sure = nouns or country or length >= _LONG_PLACE  # a short one may begin any verb
            if sure and _follows_a_place(key[length:], nouns or (country and length >= _LONG_NOUN)):
                return len(key) - length
    return 0


def glued_to_long_name(forms: Sequence[Form], at: int) -> int:
    """Return the same for the last of two words: 8 for «Саудовской Аравиивыразило»."""
    if at + 1 >= len(forms) or len(forms[at + 1].key) < _SHORTEST_GLUED:
        return 0
    begun = gazetteer.beginning(forms[at].key)
    if begun is None or not begun.longer:
        return 0
    first, last = forms[at].key, forms[at + 1].key
    for length in range(len(last) - 3, 3, -1):
        if gazetteer.lookup(f"{first} {last[:length]}") and _follows_a_place(last[length:], True):
            return len(last) - length
    return 0


def _follows_a_place(tail: str, nouns: bool) -> bool:
    """«задержали», «также», «девушка»: a verb or its like, or a longer noun."""
    known = {reading.pos for reading in known_parses(tail)}
    if len(tail) > 3 and "CONJ" in known:
        return True
    return bool(known & words().glued) or (nouns and "NOUN" in known and len(tail) >= _LONG_NOUN)
