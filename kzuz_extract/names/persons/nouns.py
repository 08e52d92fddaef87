"""How common nouns decline that stand around names: posts, streets, clubs; as far as rules can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kzuz_extract.names.declension import forms
from kzuz_extract.names.declined import Declined


def noun_forms(nouns: Iterable[str]) -> Declined[str, None]:
    """Return all forms, singular and plural, of nouns of any gender, as far as the rules make them."""
    return Declined(((noun, noun) for noun in nouns), all_forms)


def all_forms(noun: str) -> Iterator[tuple[str, None]]:
    """Yield every form of a noun of any gender."""
    for _, form in (*singular(noun, "m"), *singular(noun, "f"), *plural(noun)):
        yield form, None


def singular(noun: str, gender: str) -> Iterator[tuple[str, str]]:
    """Yield the cases of a noun and its forms in them."""
    role = "s" if noun.endswith(("ый", "ий", "ой", "ая")) else "g"
    for case, spelled in forms(noun, role, gender).items():
        for form in spelled:
            yield case, form


def plural(noun: str) -> Iterator[tuple[str, str]]:
    """Enough of the plural to know a noun by: no vowels come and go, no «города»."""
    stem, last = (noun, noun[-1]) if noun[-1] not in "аяьйоеи" else (noun[:-1], noun[-2])
    soft = noun[-1] in "яьй"
    first = "и" if soft or last in "гкхжчшщ" else "ы"
    second = "ей" if noun[-1] == "ь" else "ев" if noun[-1] == "й" else "" if noun[-1] in "аоя" else "ов"
    a = "я" if soft else "а"
    if noun[-1] in "ие":
        return
    yield from (("nomn", stem + first), ("gent", stem + second), ("accs", stem + second))
    yield from (("datv", stem + a + "м"), ("ablt", stem + a + "ми"), ("loct", stem + a + "х"))
