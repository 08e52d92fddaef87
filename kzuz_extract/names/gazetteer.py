"""Known places: a form in any case, of one or several words, leads to the places that it may name.

Built by `python -m kzuz_extract.names.build`; the files are memory-mapped at the first question. Keys are
those of `Form.key`: small letters, е for ё, the words of a name joined by one space.

    >>> lookup("шымкенте")[0].name, lookup("рк")[0].code
    ('Шымкент', 'KZ')
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, NamedTuple, cast

from kzuz_extract.bounds import BRIEF, LIGHT
from kzuz_extract.facts import LocationKind
from kzuz_extract.text import Form, Text
from kzuz_extract.text.asked import Asked

if TYPE_CHECKING:
    import marisa_trie

DATA = Path(__file__).parent / "data"
FORMS_FILE = DATA / "place_forms.marisa"
PLACES_FILE = DATA / "places.marisa"
FORM_FORMAT = "<IBB"  # number of the place, its cases, its marks
NO_PLACE = 0xFFFFFFFF  # in place of a number: this word begins names of several words

# What else a form may be, by the dictionary.
COMMON, PERSON, GEOX, WEAK, GIVEN = 1, 2, 4, 8, 16
_KIND_ORDER = {"country": 0, "region": 1, "city": 2}
_MILLIONS = 7  # digits
_SHORTEST_BEGINNING = 4  # letters of a name that another word is glued to
_CASE_BITS = {"nomn": 1, "gent": 2, "datv": 4, "accs": 8, "ablt": 16, "loct": 32}


class Place(NamedTuple):
    """One place that a form may name, the likeliest first.

    name    nominative, as a newspaper prints it
    key     what all names of one place share (Нур-Султан, Астана): an ISO code, a number of GeoNames, a name
    size    number of digits of its population, 0 where unknown; countries and regions have 9 and 8
    cases   the cases that the form may be in: bits, asked through `in_case`
    marks   what else the form is by the dictionary, in bits: COMMON (a common word: «орел»), PERSON (a
            given name or surname), GIVEN (a given name: «владимир»), GEOX (a place, for the dictionary too);
            WEAK is a name that more often means something else («Восток»)
    """

    name: str
    kind: LocationKind
    code: str | None
    key: str
    size: int
    cases: int
    marks: int

    def in_case(self, case: str) -> bool:
        """Tell whether the form may stand in a case (nomn gent datv accs ablt loct)."""
        return bool(self.cases & _CASE_BITS[case])

    @property
    def doubtful(self) -> bool:
        """True where the form is a common word or a person's name as well."""
        return bool(self.marks & (COMMON | PERSON | WEAK))


@cache
def _forms() -> marisa_trie.RecordTrie:
    from marisa_trie import RecordTrie

    return RecordTrie(FORM_FORMAT).mmap(str(FORMS_FILE))


@cache
def _places() -> marisa_trie.Trie:
    from marisa_trie import Trie

    return Trie().mmap(str(PLACES_FILE))


@lru_cache(maxsize=LIGHT)
def lookup(key: str) -> tuple[Place, ...]:
    """Return the places that a form may name, likeliest first; () for what is no known place.

    `key` is a `Form.key`, or several joined by a space.
    """
    records = _forms().get(key)
    return _ranked(records) if records else ()


def _ranked(records: list[tuple[int, int, int]]) -> tuple[Place, ...]:
    places = [_place(*record) for record in records if record[0] != NO_PLACE]
    if len(places) > 1:
        places.sort(key=_likelihood)
    return tuple(places)


def _likelihood(place: Place) -> tuple[float, bool, int, str]:
    """A country before a city of millions before a region before the largest city of that name."""
    millions = place.kind == "city" and place.size >= _MILLIONS
    return (
        0.5 if millions else _KIND_ORDER.get(place.kind, 3 - (place.size > 6)),
        bool(place.marks & COMMON),
        -place.size,
        place.name,
    )


def beginnings(key: str) -> list[int]:
    """Return the lengths of the known forms that a word begins with: 6 of «алматысообщили»."""
    return [len(name) for name in beginnings_of(key) if lookup(name)]


class Beginning(NamedTuple):
    """What begins with a word: the places that it names alone, and longer names.

    longer   the second words of longer names, and how many words the longest of each has
    """

    places: tuple[Place, ...]
    longer: dict[str, int]


@lru_cache(maxsize=LIGHT)
def beginning(key: str) -> Beginning | None:
    """Return what names begin with a word; None for most words, with which none does."""
    records = _forms().get(key)
    if not records:
        return None
    longer: dict[str, int] = {}
    if any(record[0] == NO_PLACE for record in records):
        for name in _forms().iterkeys(f"{key} "):
            words = name.split(" ")
            longer[words[1]] = max(longer.get(words[1], 0), len(words))
    return Beginning(_ranked(records), longer)


_capitals = Asked(lambda form: beginning(form.key) if form.capital else None, None, small=tuple)


def may_begin(text: Text) -> list[int]:
    """Return the tokens with a capital with which a known name may begin."""
    return _capitals.where(text)


def longest(forms: Sequence[Form], at: int) -> tuple[int, tuple[Place, ...]]:
    """Return the end (exclusive) and the places of the longest known name that begins at token `at`.

    Where no known name begins, the end is `at` and there are no places.
    """
    form = forms[at]
    begun = _capitals[form] if form.capital else beginning(form.key)
    if begun is None:
        return at, ()
    if begun.longer and at + 1 < len(forms):
        words = begun.longer.get(forms[at + 1].key, 1)
        for count in range(min(words, len(forms) - at), 1, -1):
            places = lookup(" ".join([form.key for form in forms[at : at + count]]))
            if places:
                return at + count, places
    return (at + 1, begun.places) if begun.places else (at, ())


@lru_cache(maxsize=BRIEF)
def beginnings_of(word: str) -> tuple[str, ...]:
    """Return the known forms of four letters and more that a word begins with, the longest first.

    >>> beginnings_of("астанезадержали")
    ('астане',)
    """
    forms = _forms()
    if not any(forms.iterkeys(word[:_SHORTEST_BEGINNING])):
        return ()  # which is sooner known than all that the word begins with
    return tuple([name for name in reversed(forms.prefixes(word)) if len(name) >= _SHORTEST_BEGINNING])


def _place(number: int, cases: int, marks: int) -> Place:
    return Place(*_described(number), cases, marks)


@lru_cache(maxsize=LIGHT)
def _described(number: int) -> tuple[str, LocationKind, str | None, str, int]:
    """Read what all forms of a place share."""
    name, kind, code, key, size = _places().restore_key(number).split("\t")
    return name, cast(LocationKind, intern(kind)), code or None, key, int(size)
