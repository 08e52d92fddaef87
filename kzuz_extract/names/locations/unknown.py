"""Places that no list has: a capitalised word that a preposition puts somewhere («в Сент-Ивсе»)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kzuz_extract.language.morphology import known_parses, parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.locations.forms import adjective_cases, all_adjective_cases, relational
from kzuz_extract.names.locations.found import (
    Anchors,
    Found,
    breaks,
    far_from,
    glued_tail,
    glued_to_long_name,
)
from kzuz_extract.names.locations.lexicon import CASE_BITS, head_of, words
from kzuz_extract.names.organizations.brands import brand
from kzuz_extract.names.persons.words import word_of
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Form, Shape

_VOWELS = "аеёиоуыэюя"
_FEMININE_ACCUSATIVE = ("ку", "ву")  # «в Иванковку»
_ADJECTIVE_GENITIVE = ("ой", "ого", "ых", "их", "ей", "его")
_FEMININE_GENITIVE = ("вы", "бы", "мы", "ки", "ги", "ии")  # «из Балаклавы», «из Ивановки»
_NO_MASCULINE = ("щин", "вк", "чк", "жк", "шк", "бк", "дк", "тк", "мк", "пк", "гк")  # nothing ends so


class _Spelt(NamedTuple):
    """What the spelling of a word says of it, if no list has it; of most words nothing.

    hyphened   it begins as places do: «Понте-Нуово»
    glued      how many letters of another word a scraper glued to a known place
    """

    hyphened: bool
    glued: int


def _may_be_a_name(form: Form) -> bool:
    return form.shape is Shape.TITLE and not (form.text[0].isascii() or head_of(form.key))


def _spelt(form: Form) -> _Spelt | None:
    """Return what the spelling of an unlisted place tells of it."""
    if not _may_be_a_name(form):
        return None
    hyphened = "-" in form.key and _begins_as_a_place(form.key)
    glued = glued_tail(form.key, nouns=False)
    return _Spelt(hyphened, glued) if hyphened or glued else None


_telling = Asked(_spelt, None, small=tuple)


def unknown(scene: Scene, anchors: Anchors) -> Iterator[Found]:
    """Yield words in the place of a place that neither a list nor the dictionary knows as something else."""
    forms = scene.text.forms
    for at in gazetteer.may_begin(scene.text):
        if long := glued_to_long_name(forms, at):
            yield _cut_off(scene, at, at + 2, long)
    leading = words().leading
    put = [at for at in anchors.capitals if at and forms[at - 1].key in leading and _leads(scene, at - 1)]
    for at in _telling.where(scene.text):
        spelt = _telling[forms[at]]
        if spelt is None or not _is_unlisted(scene, anchors, at):
            continue
        if spelt.hyphened:
            said = ("begins as places do",)
            yield Found(at, at + 1, "location.hyphenated", 1.1, said, "city", forms[at].text)
        if spelt.glued and at not in put:
            yield _cut_off(scene, at, at + 1, spelt.glued)
    yield from _put_somewhere(scene, anchors, [at for at in put if _is_unlisted(scene, anchors, at)])


def _leads(scene: Scene, at: int) -> bool:
    """«в Портавике», «жители Портавика», but not «Мэрии Портавик» and not over the end of a line."""
    before = scene.text.forms[at]
    if before.key == "от":
        return far_from(scene.text.forms, at)
    if before.key not in words().of_towns:
        return True
    return (before.shape is Shape.LOWER or at in scene.opens) and not breaks(scene, at + 1)


def _put_somewhere(scene: Scene, anchors: Anchors, put: list[int]) -> Iterator[Found]:
    """Yield what stands after a preposition of place."""
    forms = scene.text.forms
    seen = _nominatives(scene, anchors) if put else {}
    for at in put:
        preposition = forms[at - 1].key
        first = _proposed(scene, seen, at, preposition)
        yield from first
        if first and _and_another(scene, anchors, at):
            yield from _proposed(scene, seen, at + 2, preposition)


def _and_another(scene: Scene, anchors: Anchors, at: int) -> bool:
    """«в Сент-Ивсе и Труро»: a second one in the same case."""
    forms = scene.text.forms
    if at + 2 >= len(forms) or forms[at + 1].key != "и" or forms[at + 2].key[-1] != forms[at].key[-1]:
        return False
    return _is_unlisted(scene, anchors, at + 2)


def _cut_off(scene: Scene, at: int, end: int, glued: int) -> Found:
    """«Астанезадержали»: the place without the word that a scraper glued to it."""
    place = gazetteer.lookup(" ".join(form.key for form in scene.text.forms[at:end])[:-glued])[0]
    said = ("a known place, glued to what follows",)
    return Found(at, end, "location.glued", 1.6, said, place.kind, place.name, place.code, place.key, glued)


def _begins_as_a_place(key: str) -> bool:
    """«Понте-Нуово», «Сан-Ладзаро»; of two parts neither may be a person's."""
    if relational(key):
        return False
    parts = key.split("-")
    return parts[0] in words().place_beginnings or parts[1] in words().place_beginnings


def echoes(scene: Scene, anchors: Anchors, found: list[Found]) -> Iterator[Found]:
    """Yield the other mentions, in any case, of unlisted places that the text named beyond doubt."""
    sure = {_stem(str(one.name).lower()): one for one in found if _may_echo(one)}
    if not sure:
        return
    taken = {at for one in found for at in range(one.first, one.end)}
    letters = {stem[:1] for stem in sure}
    for at in anchors.capitals:
        form = scene.text.forms[at]
        low = form.text.lower()
        if low[:1] not in letters or at in taken or form.latin or form.shape is not Shape.TITLE:
            continue
        first = sure.get(_stem(low))
        if first is not None:
            said = (f"«{first.name}» elsewhere in the text",)
            yield Found(at, at + 1, "location.echo", 1.1, said, first.kind, first.name)


def _may_echo(found: Found) -> bool:
    name = found.name or ""
    return (
        found.score >= 1
        and found.key is None
        and found.kind != "street"
        and len(name) > 4
        and " " not in name
    )


def _stem(word: str) -> str:
    """Cut off what may be a case ending: «портапике», «портапика» and «портапик» are «портапик»."""
    for ending in ("ом", "ем", "ой", "ей"):
        if word.endswith(ending) and len(word) > 5:
            return word[:-2]
    return word.rstrip("аеиоуыюяьй")


def _is_unlisted(scene: Scene, anchors: Anchors, at: int) -> bool:
    may_be = at not in anchors.known and _may_be_a_name(scene.text.forms[at])
    return may_be and not _is_adjective_of_noun(scene, at)


def _is_adjective_of_noun(scene: Scene, at: int) -> bool:
    """«в Мариинском театре»: the adjective names what follows."""
    forms = scene.text.forms
    if at + 1 == len(forms) or forms[at + 1].shape not in (Shape.LOWER, Shape.TITLE):
        return False
    cases = all_adjective_cases(forms[at].key)
    return bool(cases) and any(
        reading.pos in ("NOUN", "ADJF") and reading.case and CASE_BITS[reading.case] & cases
        for reading in parses(forms[at + 1].key)[:2]
    )


def _proposed(scene: Scene, seen: dict[str, str], at: int, preposition: str) -> list[Found]:
    forms = scene.text.forms
    wanted = words().in_place.get(preposition)
    glued = glued_tail(forms[at].key)
    if glued:
        return [_cut_off(scene, at, at + 1, glued)]
    score = _weight(forms[at].key)
    if wanted is None:  # «жители Портавика»
        wanted = CASE_BITS["gent"]
        score -= word_of(forms[at].text).surname + forms[at].key.endswith(_ADJECTIVE_GENITIVE)
    if at + 1 < len(forms) and forms[at + 1].shape in (Shape.TITLE, Shape.INITIAL, Shape.UPPER):
        score -= 0.7
    if score <= 0:
        return []
    name = _nominative(seen, forms[at].text, wanted)
    return [Found(at, at + 1, "location.after_preposition", score, (f"after «{preposition}»",), "city", name)]


def _weight(key: str) -> float:
    readings = known_parses(key)
    if any("Geox" in reading.marks for reading in readings):
        return 1.6
    if not readings and (key.startswith(words().body_beginnings) or brand(key)):
        return 0.0
    if any(not reading.marks & {"Name", "Surn", "Patr"} for reading in readings):
        return 0.0  # a common word, or a body that the dictionary knows
    weight = 0.4 if readings else 1.0
    return weight + (0.4 if key.endswith(words().settlement_endings) else 0.0)


def _nominative(seen: dict[str, str], word: str, wanted: int) -> str | None:
    """Return the nominative behind a form after a preposition: one that the text has, else the likeliest."""
    low = word.lower()
    for reading in known_parses(word):
        if "Geox" in reading.marks and reading.case and CASE_BITS[reading.case] & wanted:
            return word[:1] + reading.lemma[1:] if reading.number == "sing" else None
    for ending in ("", *"аояь"):
        if low[:-1] + ending != low and low[:-1] + ending in seen:
            return seen[low[:-1] + ending]
    return _without_ending(word, low, wanted)


def _without_ending(word: str, low: str, wanted: int) -> str | None:
    """«Портавике» → «Портавик», «Сростках» → «Сростки», «Межигорье» as it is."""
    if any(adjective_cases(low, gender) & wanted for gender in ("masc", "femn")):
        return None
    if wanted & CASE_BITS["loct"]:
        if low.endswith(("ах", "ях")):
            return word[:-2] + ("ы" if low[-2] == "а" and low[-3] not in "гкхжшчщ" else "и")
        if wanted & CASE_BITS["accs"] and low.endswith(_FEMININE_ACCUSATIVE):
            return word[:-1] + "а"
        if low[-1] in "уюе" and not low.endswith("ье"):
            if low[:-1].endswith(_NO_MASCULINE):
                return word[:-1] + "а"
            return word[:-1] if low[-1] == "е" and low[-2] not in _VOWELS else None
        return word
    if wanted & CASE_BITS["gent"]:
        if low.endswith(_FEMININE_GENITIVE):
            return word[:-1] + ("я" if low[-2] == "и" else "а")
        return word[:-1] if low[-1] == "а" else None if low[-1] in "яыи" else word
    return None


def _nominatives(scene: Scene, anchors: Anchors) -> dict[str, str]:
    """Return the capitalised words that may be nominatives: those on a consonant, those that open."""
    forms = scene.text.forms
    return {
        forms[at].text.lower(): forms[at].text
        for at in anchors.capitals
        if forms[at].key[-1] not in _VOWELS or at in scene.opens
    }
