"""How names decline that no dictionary knows: the forms of a nominative, and the nominatives behind a form.

The paradigms are data (data/name_paradigms.tsv). What fits none does not decline: «Макри», «Мамедкызы», a
woman's «Скляр».
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from kzuz_extract.bounds import BRIEF, LIGHT

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_KINDS = {
    **dict.fromkeys("бвдзлмнпрстф", "C"),
    **dict.fromkeys("гкх", "K"),
    **dict.fromkeys("жшчщ", "S"),
    "ц": "Z",
    **dict.fromkeys("аеёиоуыэюяіәөүұ", "V"),
    **{kind: kind for kind in "CKSZV"},  # any letter of the kind: see `telling_end`
}
FIXED_ENDINGS = ("улы", "ұлы", "кызы", "қызы", "оглы", "оғлы", "уулу", "заде", "угли", "кизи")
_TITLED = ("младший", "старший")  # «Джордж Буш-младший»
_TITLES = ("младш", "старш")
_TITLE_CASES = {
    "ий": ("nomn",),
    "его": ("gent", "accs"),
    "ему": ("datv",),
    "им": ("ablt",),
    "ем": ("loct",),
}
_LONGEST_ENDING = 5
_SHORTEST_STEM = 2
_LONGEST_NOMINATIVE = 4
_COUNTED = _LONGEST_ENDING + _SHORTEST_STEM  # letters, of longer words no more
_TELLING = _LONGEST_NOMINATIVE + 2  # the last letters, which alone tell the paradigm


class Paradigm(NamedTuple):
    """One way to decline: the endings of each case, variants together, the nominative first."""

    role: str
    gender: str
    stem: str
    endings: tuple[tuple[str, ...], ...]

    def fits(self, word: str, role: str, gender: str) -> bool:
        """Tell whether a nominative may decline this way."""
        ending = self.endings[0][0]
        return (
            self.role in (role, "*")
            and self.gender in (gender, "*")
            and word.endswith(ending)
            and self.stem_fits(word[: len(word) - len(ending)])
        )

    def stem_fits(self, stem: str) -> bool:
        """Tell whether a stem ends as the paradigm wants it."""
        return len(stem) > 1 and (self.stem == "A" or _KINDS.get(stem[-1], "") == self.stem)


class Origin(NamedTuple):
    """A nominative that a form may come from."""

    nominative: str
    case: str
    gender: str
    declined: bool  # False where the word stands as it is because nothing declines it


@cache
def _paradigms() -> tuple[Paradigm, ...]:
    rows = []
    table = Path(__file__).parent / "data" / "name_paradigms.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            role, gender, stem, *endings = line.split("\t")
            spelled = tuple(tuple("" if e == "0" else e for e in cell.split("|")) for cell in endings)
            rows.append(Paradigm(role, gender, stem, spelled))
    return tuple(rows)


@cache
def _by_ending(role: str) -> dict[tuple[str, str], list[tuple[Paradigm, str]]]:
    """Every ending after every kind of stem -> the paradigms of a role, and the cases, that have it."""
    found: dict[tuple[str, str], list[tuple[Paradigm, str]]] = {}
    for paradigm in _paradigms():
        if paradigm.role not in (role, "*"):
            continue
        kinds = ("", *sorted(set(_KINDS.values()))) if paradigm.stem == "A" else (paradigm.stem,)
        for case, variants in zip(CASES, paradigm.endings, strict=True):
            for ending in variants:
                for kind in kinds:
                    found.setdefault((ending, kind), []).append((paradigm, case))
    return found


@cache
def _by_nominative() -> dict[str, list[Paradigm]]:
    """The ending of a nominative -> the paradigms that have it, those of one role before those of any."""
    found: dict[str, list[Paradigm]] = {}
    for paradigm in sorted(_paradigms(), key=lambda p: p.role == "*"):
        found.setdefault(paradigm.endings[0][0], []).append(paradigm)
    return found


def paradigm_of(word: str, role: str, gender: str) -> Paradigm | None:
    """Return the paradigm of a nominative in small letters, the longest ending first; None if it is fixed."""
    return _paradigm_of(word[-_TELLING:], role, gender)


@lru_cache(maxsize=LIGHT)
def _paradigm_of(word: str, role: str, gender: str) -> Paradigm | None:
    if word.endswith(FIXED_ENDINGS) or (role == "g" and gender == "f" and word[-1:] not in ("а", "я", "ь")):
        return None
    by_nominative = _by_nominative()
    for size in range(_LONGEST_NOMINATIVE, -1, -1):
        for paradigm in by_nominative.get(word[-size:] if size else "", ()):
            if paradigm.fits(word, role, gender):
                return paradigm
    return None


def forms(word: str, role: str, gender: str) -> dict[str, set[str]]:
    """Return the spellings of a nominative in each case.

    >>> sorted(forms("токаев", "s", "m")["ablt"])
    ['токаевом', 'токаевым']


    Of a hyphened name the last part declines, and the first where it looks like a surname too.
    """
    head, hyphen, last = word.rpartition("-")
    paradigm = paradigm_of(last, role, gender)
    if paradigm is None:
        return {case: {word} for case in CASES}
    stem = last[: len(last) - len(paradigm.endings[0][0])]
    heads = {case: {head} for case in CASES}
    if (
        head
        and role == "s"
        and (first := paradigm_of(head, role, gender))
        and (first.role == "s" or last in _TITLED)
    ):
        heads = {case: {head} | found for case, found in forms(head, role, gender).items()}
    return {
        case: {f"{front}{hyphen}{stem}{ending}" for front in heads[case] for ending in variants}
        for case, variants in zip(CASES, paradigm.endings, strict=True)
    }


def ends_of_forms(role: str, nominatives: Iterable[str]) -> frozenset[str]:
    """Return how the forms of nominatives with certain endings end, and all the endings of paradigms."""
    changes = {("", "")} | {
        (paradigm.endings[0][0], ending)
        for paradigm in _paradigms()
        if paradigm.role in (role, "*")
        for variants in paradigm.endings
        for ending in variants
    }
    return frozenset(
        (end[: len(end) - len(first)] + ending).replace("ё", "е")
        for end in {*nominatives, *FIXED_ENDINGS, *(first for first, _ in changes)}
        for first, ending in changes
        if end.endswith(first)
    )


def telling_end(word: str, ends: frozenset[str], longest: int) -> str:
    """Return as much of a word as rules can tell it by that know no other endings than `ends`, in е for ё.

    Before the longest of them stands the kind of the letter before it, and dots for as many letters as any
    rule counts.

    >>> telling_end("токаевым", frozenset(("ым", "евым")), 4)
    '··Vевым'
    """
    folded = word.replace("ё", "е")
    size = min(longest, len(word))
    while size and folded[-size:] not in ends:
        size -= 1
    before = len(word) - size - 1
    if before < 0:
        return word
    dots = min(len(word), _COUNTED) - size - 1
    return "·" * dots + _KINDS.get(word[before], "·") + word[before + 1 :]


@lru_cache(maxsize=BRIEF)
def origins(word: str, role: str) -> tuple[Origin, ...]:
    """Return the nominatives that a form in small letters may come from, by the rules alone.

    >>> sorted({o.nominative for o in origins("токаевой", "s") if o.case == "datv"})
    ['токаева', 'токаевая', 'токаевой']
    """
    head, hyphen, last = word.rpartition("-")
    if head and last.startswith(_TITLES):
        title, cases = last[: len(_TITLES[0])] + "ий", _TITLE_CASES.get(last[len(_TITLES[0]) :], ())
        return tuple(
            o._replace(nominative=f"{o.nominative}-{title}")
            for o in origins(head, role)
            if o.gender == "m" and o.case in cases
        )
    if last.endswith(FIXED_ENDINGS):
        return tuple(Origin(word, case, gender, False) for gender in "mf" for case in CASES)
    if not last:
        return ()
    found: dict[tuple[str, str, str], Origin] = {}
    for gender in "mf":
        if paradigm_of(last, role, gender) is None:
            for case in CASES:
                found[last, case, gender] = Origin(last, case, gender, False)
    by_ending = _by_ending(role)
    for size in range(min(_LONGEST_ENDING, len(last) - 2) + 1):
        stem, ending = last[: len(last) - size], last[len(last) - size :]
        for paradigm, case in by_ending.get((ending, _KINDS.get(stem[-1], "")), ()):
            nominative = stem + paradigm.endings[0][0]
            telling = nominative[-_TELLING:]
            for gender in "mf" if paradigm.gender == "*" else paradigm.gender:
                if _paradigm_of(telling, role, gender) is paradigm:
                    found.setdefault((nominative, case, gender), Origin(nominative, case, gender, True))
    if role == "s" and last[-1:] in "ая":  # «Агатой Дуда»: a foreign name that the writer leaves as it is
        for gender in "mf":
            for case in CASES:
                found.setdefault((last, case, gender), Origin(last, case, gender, False))
    if not head:
        return tuple(found.values())
    return tuple(
        o._replace(nominative=f"{_head(head, role, o)}{hyphen}{o.nominative}") for o in found.values()
    )


def _head(head: str, role: str, last: Origin) -> str:
    """«Юркову-Данелия»: the first half of a double surname declines as well."""
    if role != "s":
        return head
    fitting = [
        (len(paradigm.endings[0][0]), origin.nominative)
        for origin in origins(head, role)
        if (origin.case, origin.gender) == (last.case, last.gender)
        if (paradigm := paradigm_of(origin.nominative, role, origin.gender))
        if paradigm.role == "s"
    ]
    return max(fitting, default=(0, head))[1]
