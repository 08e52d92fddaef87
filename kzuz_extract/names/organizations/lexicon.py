"""What the vocabularies know of one word: is it a head, a legal form, a clipped compound.

Loaded at the first question. Words are asked for by `Form.key`; the files are names/data/organization_*.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from kzuz_extract.bounds import BRIEF, LIGHT
from kzuz_extract.language.morphology import Parse, inflect, known_parses, parses
from kzuz_extract.names.word_lists import lists

MINISTRY = "мин"
_START = 3  # letters that all forms of a head have
_VERB_START = 2  # letters that all forms of a listed verb have: «пишут», «вышла»
_LONGEST_ENDING = 4
_FLEETING = ("ок", "овь")  # «кружок», «кружка»; «церковь», «церкви»
_SHORTEST_FLEETING = 6
_VOWELS = "аеиоуыэюяьй"
_BEFORE_QUOTES = (("heads", "firm"), ("words", "not_bodies"), ("words", "belongs"))


class HeadReading(NamedTuple):
    """One reading of a word as the head of a body's name: «министерства», a genitive of «министерство»."""

    lemma: str
    groups: frozenset[str]  # ministry office local society firm: see data/organization_heads.toml
    case: str
    number: str
    gender: str  # "plur" for a plural


class Abbreviation(NamedTuple):
    """A known abbreviation, what it stands for ("" if not said) and what may follow it within the name."""

    letters: str
    expansion: str
    follows: str  # - nothing, p a place, g genitives and a place


@cache
def words(file: str, group: str) -> frozenset[str]:
    """Return one word list of a vocabulary, data/organization_*.toml: words("heads", "stops")."""
    return frozenset(lists(f"organization_{file}")[group].split())


def rows(name: str) -> list[list[str]]:
    """Return the cells of a table of names/data by the end of its name: «names», «abbreviations»."""
    source = Path(__file__).parent.parent / "data" / f"organization_{name}.tsv"
    lines = source.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in ("ministry", "office", "local", "society", "firm"):
        for lemma in words("heads", group):
            found.setdefault(lemma, set()).add(group)
    return {lemma: frozenset(groups) for lemma, groups in found.items()}


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    """What the forms of heads begin with, by their first letters: «церк|овью», «министерств|ами»."""
    found: dict[str, set[str]] = {}
    for lemma in (*_groups(), *words("heads", "plural")):
        stem = _stem(lemma.partition("-")[0])
        found.setdefault(stem[:_START], set()).add(stem)
    return {start: tuple(stems) for start, stems in found.items()}


@cache
def _hyphened() -> frozenset[tuple[str, str]]:
    """What the halves of heads begin with that have two: «школ|ы-гимнази|и»."""
    halves = [lemma.partition("-") for lemma in _groups() if "-" in lemma]
    return frozenset((_stem(left), _stem(right)) for left, _, right in halves)


def _stem(lemma: str) -> str:
    if lemma.endswith(_FLEETING) and len(lemma) >= _SHORTEST_FLEETING:
        return lemma[: lemma.rindex("о")]
    return lemma[:_START] + lemma[_START:].rstrip(_VOWELS)


def head_starts() -> Iterable[str]:
    """Return the first letters of all heads."""
    return _stems()


def begins_as_head(key: str) -> bool:
    """Tell whether a word begins as a form of a head does: what most words are told by to be none."""
    stems = _stems().get(key[:_START])
    return stems is not None and key.replace("-", "").startswith(stems)


def may_be_head(key: str) -> bool:
    """Tell whether a word begins and ends so that it may be a form of a head: morphology is asked after."""
    whole = key.replace("-", "")  # «медиа-холдинг»
    for stem in _stems().get(key[:_START], ()):
        if len(whole) - len(stem) <= _LONGEST_ENDING and whole.startswith(stem):
            return True
    left, _, right = key.partition("-")
    return bool(right) and any(
        left.startswith(first) and right.startswith(last) for first, last in _hyphened()
    )


def is_form_of_head(key: str) -> bool:
    """Tell whether a word may head a name; most words are not remembered for it."""
    return may_be_head(key) and bool(head_readings(key))


@lru_cache(maxsize=LIGHT)
def head_readings(key: str) -> tuple[HeadReading, ...]:
    """Return the readings of a word as a head in the singular; () for a word that heads no name.

    >>> [(h.lemma, h.case) for h in head_readings("акиматом")]
    [('акимат', 'ablt')]
    """
    if not may_be_head(key):
        return ()
    found = []
    for reading in parses(key):
        lemma = reading.lemma.replace("ё", "е")
        if reading.pos != "NOUN" or not reading.case:
            continue
        if reading.number == "sing" and lemma in _groups():
            gender = reading.gender if reading.known or lemma[-1] in _VOWELS else "masc"  # «кенеш»
            found.append(HeadReading(lemma, _groups()[lemma], reading.case, "sing", gender or "masc"))
        elif reading.number == "plur" and lemma in words("heads", "plural"):
            plural = inflect(key, "NOUN", "nomn", "plur") or key
            found.append(HeadReading(plural, frozenset({"forces"}), reading.case, "plur", "plur"))
    return tuple(found)


@lru_cache(maxsize=LIGHT)
def noun_lemmas(key: str) -> frozenset[str]:
    """Return what a word may be the form of, as a noun: of «банка» both «банк» and «банка»."""
    if key.isascii():
        return frozenset()
    return frozenset(r.lemma.replace("ё", "е") for r in parses(key) if r.pos == "NOUN")


def is_one_of(key: str, file: str, group: str) -> bool:
    """Tell whether a word is a form of a noun in a list."""
    listed = words(file, group)
    if key in listed:
        return True
    starts = _starts(file, group)
    return (key[:2] in starts or key[:_START] in starts) and not listed.isdisjoint(noun_lemmas(key))


@cache
def _starts(file: str, group: str) -> frozenset[str]:
    """What the forms of the nouns in a list begin with: «им|ени», «заг|оловок»; most words do not."""
    return frozenset(lemma[: max(2, min(_START, len(lemma) - 1))] for lemma in words(file, group))


def telling_half(key: str) -> str:
    """Return the half of a compound that says what is named, a word without halves as it is.

    >>> telling_half("интернет-телеканала"), telling_half("музея-усадьбы"), telling_half("онлайн-игры")
    ('телеканала', 'музея', 'игры')
    """
    if "-" not in key or _is_told(key):
        return key
    first, _, last = key.rpartition("-")
    if _is_told(last):
        return last
    return first if is_one_of(first, "heads", "firm") else key


def _is_told(key: str) -> bool:
    return any(is_one_of(key, *listed) for listed in _BEFORE_QUOTES) or bool(head_readings(key))


@lru_cache(maxsize=LIGHT)
def is_form_of(key: str, file: str, group: str) -> bool:
    """Tell whether a word is a finite form of a verb in a list; the dictionary has all of them."""
    listed = words(file, group)
    if key[:_VERB_START] not in _verb_starts(file, group):
        return False
    return any(r.pos == "VERB" and r.lemma.replace("ё", "е") in listed for r in known_parses(key))


@cache
def _verb_starts(file: str, group: str) -> frozenset[str]:
    return frozenset(verb[:_VERB_START] for verb in words(file, group))


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """The known abbreviations by their letters as printed, and in capitals: «КазНУ», «КАЗНУ»."""
    listed = {row[0]: Abbreviation(*row) for row in rows("abbreviations")}
    return {letters.upper(): found for letters, found in listed.items()} | listed


def ministry(key: str) -> tuple[str, str] | None:
    """Read «минздрава» as («Минздрав», «Министерство здравоохранения»); None for any other word.

    >>> ministry("минобороны")
    ('Минобороны', 'Министерство обороны')
    """
    return _ministry(key) if key.startswith(MINISTRY) else None


@lru_cache(maxsize=BRIEF)
def _ministry(key: str) -> tuple[str, str] | None:
    parts = lists("organization_compounds", "ministries")
    rest = key[len(MINISTRY) :]
    for ending in ("", "а", "у", "ом", "е", "ы", "и", "ой", "ю"):
        part = rest[: len(rest) - len(ending)] if rest.endswith(ending) else ""
        if part in parts and (not ending or part[-1] not in "аеиоуыя"):
            return "Мин" + part, f"Министерство {parts[part]}"
        if part and ending and part + "а" in parts and ending in "ыуе":
            return "Мин" + part + "а", f"Министерство {parts[part + 'а']}"
    return None


def is_ordinary(key: str) -> bool:
    """Tell whether the dictionary knows a word, and not as the name of a body alone: «Роснефть» is none."""
    return any(map(_names_no_body, known_parses(key)))


def _names_no_body(reading: Parse) -> bool:
    return "Orgn" not in reading.marks


def is_compound(key: str) -> bool:
    """Tell whether an unknown word begins like «Каз-», «Нац-», «Гос-»: «Казавтожол», «Узкимёсаноат»."""
    for size, prefixes in _prefixes():
        if key[:size] in prefixes and key.startswith(_parts(), size):
            return not known_parses(key)
    return False


def ends_as_compound(key: str) -> bool:
    """Tell whether a compound is in the nominative: «Госналогком», unlike «Госналогкома»."""
    return key.endswith(_clipped_ends())


@cache
def _clipped_ends() -> tuple[str, ...]:
    return tuple(words("compounds", "clipped_ends"))


@cache
def _prefixes() -> tuple[tuple[int, frozenset[str]], ...]:
    """The first parts of compounds by their length."""
    listed = words("compounds", "prefixes")
    sizes = sorted({len(prefix) for prefix in listed})
    return tuple((size, frozenset(prefix for prefix in listed if len(prefix) == size)) for size in sizes)


@cache
def _parts() -> tuple[str, ...]:
    return tuple(words("compounds", "parts"))
