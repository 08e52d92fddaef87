"""Several names that share one head in the plural: «Лебединский и Михайловский комбинаты».

Each is a fact of its own, and its name is completed with the head: «Лебединский комбинат».
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kzuz_extract.facts import OrganizationValue
from kzuz_extract.language.morphology import known_parses
from kzuz_extract.names.locations.forms import adjective_cases, relational
from kzuz_extract.names.locations.lexicon import CASE_BITS
from kzuz_extract.names.organizations.borders import right_border
from kzuz_extract.names.organizations.forms import adjective, with_letters_of
from kzuz_extract.names.organizations.lexicon import is_form_of_head, may_be_head, words
from kzuz_extract.names.organizations.marked import letters_of
from kzuz_extract.names.organizations.view import View, adjectives_in
from kzuz_extract.names.scene import Proposal
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape

_MOST = 8
_MOST_OF_KIND = 2  # «Алмалинский и Бостандыкский | районные суды»
_PLURAL = {
    "ы": ("nomn", "accs"),
    "ов": ("gent",),
    "ам": ("datv",),
    "ами": ("ablt",),
    "ах": ("loct",),
}
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


class SharedHead(NamedTuple):
    """One reading of a word that several names share, its lemma as their names have it."""

    lemma: str
    gender: str
    case: str


def shared_heads(form: Form) -> tuple[SharedHead, ...]:
    """Return the readings of a spelling as a head that several names share: «комбинаты», «НПЗ»."""
    if form.capital:
        letters = letters_of(form)
        shared = letters is not None and letters in words("heads", "clipped_heads")
        return tuple(SharedHead(letters, "masc", case) for case in _CASES) if letters and shared else ()
    if form.key[-1:] not in "ыиваяйхмь" or len(form.key) < 4 or not may_be_head(form.key):
        return ()
    read = known_parses(form.key)
    if not read:
        return _of_the_region(form.key)
    return tuple(
        SharedHead(reading.lemma, reading.gender or "masc", reading.case)
        for reading in read
        if reading.pos == "NOUN" and reading.number == "plur" and reading.case
        if reading.lemma not in words("heads", "weak") and is_form_of_head(reading.lemma.replace("ё", "е"))
    )


def _of_the_region(key: str) -> tuple[SharedHead, ...]:
    """«хокимиятами», «маслихатах»: plurals that no dictionary knows."""
    for ending, cases in _PLURAL.items():
        lemma = key.removesuffix(ending)
        if lemma != key and is_form_of_head(lemma):
            return tuple(SharedHead(lemma, "masc", case) for case in cases)
    return ()


def elided(view: View, at: int, heads: tuple[SharedHead, ...]) -> list[Proposal]:
    """Return the names of a list of adjectives before the head in the plural at token `at`."""
    if not any(form.capital for form in view.forms[max(0, at - _MOST_OF_KIND - 1) : at]):
        return []
    for head in heads:
        kinds = _before_kinds(view, at, head)
        listed = _listed(view, kinds, head)
        if len(listed) > 1:
            return list(_proposals(view, listed, kinds, at, head))
    return []


def _before_kinds(view: View, at: int, head: SharedHead) -> int:
    """«районных судах», «областные прокуратуры»: where the adjectives of the kind of body begin."""
    first = at
    while first > 0 and at - first < _MOST_OF_KIND and view.joined(first):
        form = view.forms[first - 1]
        if form.shape is not Shape.LOWER or ("plur", None) not in adjectives_in(form.text, head.case):
            break
        first -= 1
    return first


def _listed(view: View, end: int, head: SharedHead) -> list[int]:
    """The tokens of the adjectives of a list that ends before token `end`, from right to left."""
    found: list[int] = []
    at = end - 1
    while at >= 0 and len(found) < _MOST and view.joined(at + 1):
        form = view.forms[at]
        if not form.capital or (at in view.opens and not relational(form.key)):
            break  # «Большой и Мариинский | театры» name theatres, «Новый и старый | заводы» do not
        if not adjective_cases(form.key, head.gender) & CASE_BITS[head.case]:
            break
        found.append(at)
        if at < 2 or view.forms[at - 1].key not in (",", "и", "или"):
            break
        at -= 2
    return found


def _proposals(view: View, listed: list[int], kinds: int, at: int, head: SharedHead) -> Iterator[Proposal]:
    end = right_border(view, at, genitives=True, quote=False).end
    kind = [adjective(form.text, head.gender) for form in view.forms[kinds:at]]
    rest = view.printed(at + 1, end)
    tail = " ".join([*kind, head.lemma, *([rest] if rest else [])])
    why = (f"one of several before «{head.lemma}»",)
    for place, first in enumerate(listed):
        printed = view.forms[first].text
        name = f"{with_letters_of(adjective(printed, head.gender), printed)} {tail}"
        value = OrganizationValue(name, None)
        last = first + 1 if place else end
        yield Proposal(first, last, "organization", "organization.elided_head", 1.8, why, value)
