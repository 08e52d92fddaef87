"""Bodies that tables know by name, without a head: «Акорда», «Единая Россия», «РИА Новости», in every case.

The names by their numbers and the forms of all are built by `python -m kzuz_extract.names.build`, the forms
memory-mapped at the first question.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kzuz_extract.bounds import LIGHT
from kzuz_extract.names.gazetteer import DATA

if TYPE_CHECKING:
    import marisa_trie

NAMES_FILE = DATA / "organization_known.tsv"
FORMS_FILE = DATA / "organization_forms.marisa"
FORM_FORMAT = "<H"  # the number of the name
_SHORTEST_BEGINNING = 4
NO_NAME = 0xFFFF  # in place of a number: this word begins names of several words


class KnownName(NamedTuple):
    """A name without a head: its nominative, another name of the body, and whether quotes are needed."""

    name: str
    other: str
    kind: str  # - alone, q in quotes, w in quotes with more evidence, b a building too, p a place may follow

    def is_in_nominative(self, words: tuple[str, ...]) -> bool:
        """Tell whether the words of a form are the name itself: in an apposition it takes no case."""
        return " ".join(words) == self.name.lower().replace("ё", "е")


Listed: TypeAlias = tuple[tuple[str, ...], KnownName]  # the words of a form, and the name


@cache
def _names() -> list[str]:
    """The lines of the known names by their numbers."""
    lines = NAMES_FILE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


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
    found = [(number, key) for (number,) in records if number != NO_NAME]
    if len(found) < len(records):
        found += [(number, form) for form, (number,) in forms.iteritems(f"{key} ")]
    return tuple([(tuple(form.split(" ")), _known(number)) for number, form in sorted(found)])


def _known(number: int) -> KnownName:
    return KnownName(*_names()[number].split("\t"))


def beginnings(key: str) -> list[int]:
    """Return the lengths of the names of one word that a word begins with: 8 of «мажилисаинициировали».

    Names of less than four letters are left out.
    """
    forms = _forms()
    if not any(forms.iterkeys(key[:_SHORTEST_BEGINNING])):
        return []  # which is sooner known than all that the word begins with
    return [len(name) for name in forms.prefixes(key) if any(number != NO_NAME for (number,) in forms[name])]
