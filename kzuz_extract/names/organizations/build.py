"""Builds the trie of the names of bodies that are known without a head: all forms, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from marisa_trie import RecordTrie

from kzuz_extract.language.morphology import inflect, known_parses
from kzuz_extract.names.organizations.forms import CASES, noun_forms
from kzuz_extract.names.organizations.lexicon import abbreviations, rows
from kzuz_extract.names.organizations.listed import FORM_FORMAT, FORMS_FILE, NAMES_FILE, NO_NAME, KnownName
from kzuz_extract.names.writing import replace

_NAMES_HEAD = """\
# Names of bodies that carry no head noun, and what abbreviations stand for, in the order of their numbers.
# columns: name  another name in use  kind, see organization_names.tsv
# source: organization_names.tsv, organization_abbreviations.tsv; built by: python -m kzuz_extract.names.build
"""


def write() -> Iterator[str]:
    """Write the built file and yield a line about it."""
    forms = build()
    replace(FORMS_FILE, forms)
    yield f"{FORMS_FILE.name}: {len(forms)} forms"
    replace(NAMES_FILE, names_table())
    yield f"{NAMES_FILE.name}: {len(all_names())} names"


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


def names_table() -> str:
    """Return the table of the known names in the order of their numbers."""
    return _NAMES_HEAD + "".join("\t".join(known) + "\n" for known in all_names())


def build() -> RecordTrie:
    """Return the trie of the forms of known names, and of the first words of those that have several."""
    records = {
        (" ".join(form), number)
        for number, known in enumerate(all_names())
        for form in case_forms(known.name)
    }
    records |= {(form.partition(" ")[0], NO_NAME) for form, _ in records if " " in form}
    return RecordTrie(FORM_FORMAT, [(form, (number,)) for form, number in sorted(records)])


def case_forms(name: str) -> list[tuple[str, ...]]:
    """Return the words of a name in every case, in small letters with е for ё, the nominative first.

    Leading adjectives decline with the noun after them («Единой России»); of other names the first or
    the last word does («Совета Федерации», «Нур Отана»).
    """
    parts = name.lower().replace("ё", "е").split()
    found = {tuple(parts): None}
    if name.isascii():
        return list(found)
    nouns = [len(parts) - 1, 0]
    adjectives = [at for at, part in enumerate(parts[:-1]) if _is_adjective(part)]
    if adjectives and adjectives[0] == 0:
        adjectives = [at for at, number in enumerate(adjectives) if at == number]
        nouns = [len(adjectives)]
    elif adjectives == [len(parts) - 2]:
        nouns = [len(parts) - 1]  # «Назарбаев Интеллектуальной школы»
    else:
        adjectives = []
    for noun in dict.fromkeys(nouns):
        forms = _noun_forms(parts[noun], after_adjective=bool(adjectives))
        for case in CASES:
            for form in forms[case]:
                words = list(parts)
                words[noun] = form
                variants = [words]
                for at in adjectives:
                    variants = [
                        [*w[:at], spelled, *w[at + 1 :]]
                        for w in variants
                        for spelled in _adjective_forms(parts[at], case)
                    ]
                found.update({tuple(v): None for v in variants})
    return list(found)


def _noun_forms(word: str, *, after_adjective: bool) -> dict[str, set[str]]:
    """«Исламское государство» declines, «Динамо» does not: a name in -о does so after an adjective."""
    if (known := _in_dictionary(word)) is not None:
        return known
    forms = noun_forms(word)
    if not (after_adjective and word.endswith("о")):
        return forms
    endings = {"gent": "а", "datv": "у", "accs": "о", "ablt": "ом", "loct": "е"}
    return {case: {word[:-1] + ending} for case, ending in endings.items()}


def _in_dictionary(word: str) -> dict[str, set[str]] | None:
    """«Крылья Советов», «Репортеры без границ», «Яблоко», «Эхо Москвы»: plurals and neuters that decline."""
    first, dash, second = word.partition("-")
    if dash and (one := _in_dictionary(first)) and (other := _in_dictionary(second)):  # «Братья-мусульмане»
        return {case: {f"{a}-{b}" for a in one[case] for b in other[case]} for case in CASES}
    nominatives = [r for r in known_parses(word) if r.pos == "NOUN" and r.case == "nomn"]
    singular = [r for r in nominatives if r.number == "sing"]
    if not nominatives or any(r.gender != "neut" or r.fixed for r in singular):
        return None
    number = "sing" if singular else "plur"
    return {case: {(inflect(word, "NOUN", case, number) or word).replace("ё", "е")} for case in CASES}


def _is_adjective(word: str) -> bool:
    return len(word) > 4 and word.endswith(("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "кие"))


def _adjective_forms(word: str, case: str) -> tuple[str, ...]:
    stem, ending = word[:-2], word[-2:]
    soft = ending in ("яя", "ее") or (ending == "ий" and stem[-1] not in "гкх")
    if ending in ("ая", "яя"):
        return {"accs": (stem + ("юю" if soft else "ую"),)}.get(case, (stem + ("ей" if soft else "ой"),))
    vowel = "и" if stem[-1] in "гкх" else "ы"
    if ending in ("ые", "ие"):
        plural = {"gent": "х", "datv": "м", "accs": "е", "ablt": "ми", "loct": "х"}
        return (ending[0].join((stem, plural[case])),)
    ablative = vowel + "м"
    hard = {"gent": "ого", "datv": "ому", "ablt": ablative, "loct": "ом", "accs": ending}
    mild = {"gent": "его", "datv": "ему", "ablt": "им", "loct": "ем", "accs": ending}
    return (stem + (mild if soft else hard)[case],)
