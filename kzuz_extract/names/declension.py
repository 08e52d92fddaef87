"""How names decline that no dictionary knows: the forms of a nominative, and the nominatives behind a form.

The paradigms are data (data/name_paradigms.tsv). What fits none does not decline: «Макри», «Мамедкызы», a
woman's «Скляр».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from kzuz_extract.bounds import BRIEF

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
FIXED_SURNAMES = ("ых", "гих", "ких", "хих")  # «Черных», «Долгих»: adjectives; «Ульрих» declines
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


class Paradigm(NamedTuple):
    """One way to decline: the endings of each case, variants together, the nominative first."""

    role: str
    gender: str
    stem: str
    endings: tuple[tuple[str, ...], ...]

    @property
    def nominative(self) -> str:
        """The ending of the nominative."""
        return self.endings[0][0]


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
def _by_nominative(role: str, gender: str) -> dict[str, Paradigm | None]:
    """How nominatives end, with the last letter of the stem where it matters -> their paradigm, if any.

    A long ending tells before a short one, and what declines in one role only before what does in any.
    """
    fixed = (*FIXED_ENDINGS, *FIXED_SURNAMES) if role == "s" else FIXED_ENDINGS
    found: dict[str, Paradigm | None] = dict.fromkeys(fixed)
    for paradigm in sorted(_paradigms(), key=lambda p: (-len(p.nominative), p.role == "*")):
        if paradigm.role in (role, "*") and paradigm.gender in (gender, "*"):
            letters = [letter for letter, kind in _KINDS.items() if kind == paradigm.stem]
            for letter in [""] if paradigm.stem == "A" else letters:
                found.setdefault(letter + paradigm.nominative, paradigm)
    return found


def paradigm_of(word: str, role: str, gender: str) -> Paradigm | None:
    """Return the paradigm of a nominative in small letters, the longest ending first; None if it is fixed."""
    paradigms = _by_nominative(role, gender)
    for size in range(min(len(word), _LONGEST_NOMINATIVE + 1), 0, -1):
        end = word[-size:]
        if end in paradigms:
            paradigm = paradigms[end]
            if paradigm is None or len(word) - len(paradigm.nominative) >= _SHORTEST_STEM:
                return paradigm
    return None


def forms(word: str, role: str, gender: str) -> dict[str, set[str]]:
    """Return the spellings of a nominative in each case.

    >>> sorted(forms("токаев", "s", "m")["ablt"])
    ['токаевом', 'токаевым']


    Of a hyphened name the last part declines, and the first where it looks like a surname too.
    """
    head, _, last = word.rpartition("-")
    paradigm = paradigm_of(last, role, gender)
    if paradigm is None:
        return {case: {word} for case in CASES}
    stem = word[: len(word) - len(paradigm.nominative)]
    made = {
        case: {stem + ending for ending in variants}
        for case, variants in zip(CASES, paradigm.endings, strict=True)
    }
    first = paradigm_of(head, role, gender) if head and role == "s" else None
    if first is not None and (first.role == "s" or last in _TITLED):
        for case, fronts in forms(head, role, gender).items():
            made[case] |= {front + form[len(head) :] for front in fronts for form in made[case]}
    return made


def ends_of_forms(role: str, nominatives: Iterable[str]) -> Iterator[str]:
    """Yield how the forms of nominatives with certain endings end, and all the endings of paradigms."""
    changes: dict[str, set[str]] = {"": {""}}  # of the ending of a nominative
    for paradigm in _paradigms():
        if paradigm.role in (role, "*"):
            for variants in paradigm.endings:
                changes.setdefault(paradigm.nominative, set()).update(variants)
    for end in {*nominatives, *FIXED_ENDINGS, *FIXED_SURNAMES, *changes}:
        for cut in range(len(end) + 1):
            for ending in changes.get(end[cut:], ()):
                yield end[:cut] + ending


def telling_end(word: str, ends: dict[str, bool]) -> str:
    """Return as much of a word as rules can tell it by that know no other endings than `ends`, in е for ё.

    Before the longest of them stands the kind of the letter before it, and dots for as many letters as any
    rule counts. What is only the end of an ending is false in `ends`.

    >>> telling_end("токаевым", {"евым": True, "вым": False, "ым": True, "м": False})
    '··Vевым'
    """
    folded = word.replace("ё", "е")
    first = at = len(word)
    while at and (whole := ends.get(folded[at - 1 :])) is not None:
        at -= 1
        if whole:
            first = at
    if not first:
        return word
    dots = min(len(word), _COUNTED) - len(word) + first - 1
    return "·" * dots + _KINDS.get(word[first - 1], "·") + word[first:]


def telling_ends(ends: dict[str, bool]) -> Iterator[str]:
    """Yield all that `telling_end` can make of words that have neither ё nor a hyphen."""
    whole = [end for end, is_whole in ends.items() if is_whole]
    yield from whole
    for end in ("", *whole):
        for kind in ("·", *sorted(set(_KINDS.values()))):
            for dots in range(max(_COUNTED - len(end), 1)):
                yield "·" * dots + kind + end


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
            nominative = stem + paradigm.nominative
            for gender in "mf" if paradigm.gender == "*" else paradigm.gender:
                if paradigm_of(nominative, role, gender) is paradigm:
                    found.setdefault((nominative, case, gender), Origin(nominative, case, gender, True))
    if role == "s" and last[-1:] in "ая":  # «Агатой Дуда»: a foreign name that the writer leaves as it is
        for gender in "mf":
            for case in CASES:
                found.setdefault((last, case, gender), Origin(last, case, gender, False))
    if not head:
        return tuple(found.values())
    heads = _heads(head) if role == "s" else {}
    return tuple(
        [
            Origin(f"{heads.get((case, gender), head)}{hyphen}{nominative}", case, gender, declined)
            for nominative, case, gender, declined in found.values()
        ]
    )


def _heads(head: str) -> dict[tuple[str, str], str]:
    """«Юркову-Данелия»: the first half of a double surname declines as well, by case and gender."""
    fitting: dict[tuple[str, str], tuple[int, str]] = {}
    for nominative, case, gender, _ in origins(head, "s"):
        paradigm = paradigm_of(nominative, "s", gender)
        if paradigm and paradigm.role == "s":
            found = len(paradigm.nominative), nominative
            fitting[case, gender] = max(found, fitting.get((case, gender), found))
    return {slot: nominative for slot, (_, nominative) in fitting.items()}
