"""Bodies that tables know by name, without a head: «Акорда», «Единая Россия», «РИА Новости», in every case.

The forms are built by `python -m kzuz_extract.names.build` and memory-mapped at the first question.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kzuz_extract.bounds import LIGHT
from kzuz_extract.names.gazetteer import DATA
from kzuz_extract.names.organizations.lexicon import abbreviations, rows

if TYPE_CHECKING:
    import marisa_trie

FORMS_FILE = DATA / "organization_forms.marisa"
FORM_FORMAT = "<H"  # the number of the name
NO_NAME = 0xFFFF  # in place of a number: this word begins names of several words


class KnownName(NamedTuple):
    """A name without a head: its nominative, another name of the body, and whether quotes are needed."""

    name: str
    other: str
    kind: str  # - alone, q in quotes, w in quotes with more evidence, b a building too, p a place may follow


Listed: TypeAlias = tuple[tuple[str, ...], KnownName]  # the words of a form, and the name


@cache
def all_names() -> list[KnownName]:
    """Return the known names by their numbers, those of most words first.

    What an abbreviation stands for is a known name too: «Организация тюркских государств».
    """
    listed = [KnownName(*row) for row in rows("names")]
    printed = {known.name.lower().replace("ё", "е") for known in listed}
    spelled_out = [
        KnownName(known.expansion, known.letters, "p" if known.follows == "p" else "-")
        for known in abbreviations().values()
        if " " in known.expansion and known.expansion[0].isupper()
    ]
    listed += [known for known in spelled_out if known.name.lower() not in printed]
    listed.sort(key=lambda known: -known.name.count(" "))
    return listed


@cache
def _forms() -> marisa_trie.RecordTrie:
    from marisa_trie import RecordTrie

    return RecordTrie(FORM_FORMAT).mmap(str(FORMS_FILE))


@lru_cache(maxsize=LIGHT)
def known_names(key: str) -> tuple[Listed, ...]:
    """Return the forms of known names that begin with a word, longest first: their words, and the name.

    >>> [(listed, known.name) for listed, known in known_names("акорде")]
    [(('акорде',), 'Акорда')]
    """
    forms = _forms()
    records = forms.get(key)
    if not records:
        return ()
    names = all_names()
    found = [(number, key) for (number,) in records if number != NO_NAME]
    if len(found) < len(records):
        found += [(number, form) for form, (number,) in forms.iteritems(f"{key} ")]
    return tuple([(tuple(form.split(" ")), names[number]) for number, form in sorted(found)])


def beginnings(key: str) -> list[int]:
    """Return the lengths of the names of one word that a word begins with: 8 of «мажилисаинициировали»."""
    forms = _forms()
    return [len(name) for name in forms.prefixes(key) if any(number != NO_NAME for (number,) in forms[name])]
