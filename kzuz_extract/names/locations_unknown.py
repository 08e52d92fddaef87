"""Places that no list has: a capitalised word that a preposition puts somewhere («в Портапике», «под Катынью»)."""

from __future__ import annotations

from collections.abc import Iterator

from kzuz_extract.language.morphology import parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.locations_heads import Found
from kzuz_extract.names.locations_lexicon import CASE_BITS, head_of, words
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Shape

_PREPOSITIONS = frozenset({"в", "во", "из", "близ", "вблизи", "под"})


def unknown(scene: Scene) -> Iterator[Found]:
    """Yield words in the place of a place that neither a list nor the dictionary knows as something else."""
    forms = scene.text.forms
    for at in range(1, len(forms)):
        form = forms[at]
        if forms[at - 1].key not in _PREPOSITIONS or form.shape is not Shape.TITLE or form.latin:
            continue
        if gazetteer.longest(forms, at)[1] or head_of(form.key):
            continue
        wanted = words().in_place[forms[at - 1].key]
        score = _weight(form.key, wanted)
        if at + 1 < len(forms) and forms[at + 1].shape in (Shape.TITLE, Shape.INITIAL, Shape.UPPER):
            score -= 0.7
        if score > 0:
            name = _nominative(scene, form.text, wanted)
            yield Found(at, at + 1, "location.after_preposition", score, f"after «{forms[at - 1].key}»", "city", name)


def _weight(key: str, wanted: int) -> float:
    readings = [reading for reading in parses(key) if reading.known]
    if any("Geox" in reading.marks for reading in readings):
        return 1.6
    if any(not reading.marks & {"Name", "Surn", "Patr"} for reading in readings):
        return 0.0  # a common word, or a body that the dictionary knows
    weight = 0.4 if readings else 1.0
    return weight + (0.4 if key.endswith(words().settlement_endings) else 0.0)


def _nominative(scene: Scene, word: str, wanted: int) -> str | None:
    """Return the nominative behind a form after a preposition: one that the text has, else the likeliest."""
    low = word.lower()
    for reading in parses(word):
        if reading.known and "Geox" in reading.marks and reading.case and CASE_BITS[reading.case] & wanted:
            return word[:1] + reading.lemma[1:] if reading.number == "sing" else None
    stems = {low[:-1], low[:-1] + "а", low[:-1] + "о", low[:-1] + "я", low[:-1] + "ь", low}
    for form in scene.text.forms:
        if form.capital and form.text.lower() in stems and form.text.lower() != low:
            return form.text
    if low[-1] not in "аеиоуыэюя" or (wanted & 2 and low[-1] not in "аяыи"):
        return word
    if wanted & 32 and low.endswith("е") and low[-2] not in "аеиоуыэюя":
        return word[:-1]
    if wanted & 2 and low.endswith("а"):
        return word[:-1]
    return None
