"""Which mentions are one body: abbreviations and what they stand for, short and full names, old and new ones.

The key of a name is what it is in full, its state or town set apart: «Верховный суд РК», «Верховный суд» and
«Верховный суд Казахстана» are one body, unless the text has the supreme court of another state as well.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise

from kzuz_extract.bounds import LIGHT
from kzuz_extract.facts import OrganizationValue
from kzuz_extract.names import gazetteer
from kzuz_extract.names.organizations.forms import folded
from kzuz_extract.names.organizations.lexicon import abbreviations, ministry, words
from kzuz_extract.names.organizations.listed import known_names
from kzuz_extract.names.organizations.view import View
from kzuz_extract.names.scene import Proposal

_BEFORE_A_PLACE = ("республики", "города", "г")
_LONGEST_PLACE = 3
_RENAMED_WITHIN = 6


def with_entities(view: View, found: list[Proposal], letters: dict[str, str]) -> list[Proposal]:
    """Give every mention the key of its body; `letters` says what the text's own abbreviations stand for."""
    full = {name: _in_full(name, letters) for name in {proposal.value.name or "" for proposal in found}}
    placed = _by_place(set(full.values()))
    longer = _longer(sorted(set(placed.values())))
    heirs = {name: _follow(placed[key], longer) for name, key in full.items()}
    renamed = _renamed(view, found, heirs)
    return [
        p._replace(value=OrganizationValue(p.value.name, _follow(heirs[p.value.name or ""], renamed)))
        for p in found
    ]


def _follow(key: str, links: dict[str, str]) -> str:
    while key in links:
        key = links[key]
    return key


def _by_place(keys: set[str]) -> dict[str, str]:
    """Join «Национальный банк» to that of the one state which the text names with it."""
    parts = {key: _without_places(key) for key in keys}
    places: dict[str, set[str]] = {}
    for base, place in parts.values():
        places.setdefault(base, set()).update({place} - {""})
    joined = {}
    for key, (base, place) in parts.items():
        known = places[base]
        joined[key] = f"{base} {place or (min(known) if len(known) == 1 else '')}".rstrip()
    return joined


def _longer(keys: list[str]) -> dict[str, str]:
    """Pair a short name with the one that goes on: «Назарбаев университет» and «… университет Астаны»."""
    found: dict[str, str] = {}
    for at, key in enumerate(keys):
        following = keys[at + 1 : bisect_left(keys, key + "!", at + 1)]  # «!» comes next after a space
        one_line = all(other == following[0] or other.startswith(following[0] + " ") for other in following)
        if following and one_line and " " in key:  # two ministries of two states are two bodies
            found[key] = following[0]
    return found


def _renamed(view: View, found: list[Proposal], keys: dict[str, str]) -> dict[str, str]:
    """Pair old names with new: ««Бета» (бывшая «Альфа»)», «комитет переименовали в министерство»."""
    links: dict[str, str] = {}
    ordered = sorted(found, key=lambda p: p.first)
    for before, after in pairwise(ordered):
        near = after.first - before.end <= _RENAMED_WITHIN
        if near and all(map(view.joined, range(before.end, after.first + 1))):
            between = view.forms[before.end : after.first]
            one = _follow(keys[before.value.name or ""], links)
            other = _follow(keys[after.value.name or ""], links)
            if one != other and any(form.key in words("words", "renamed") for form in between):
                links[one] = other
            elif one != other and _is_alias(view, after):
                links[other] = one
    return links


def _is_alias(view: View, proposal: Proposal) -> bool:
    """«Народный банк Казахстана (Halyk Bank)»: the brackets hold another name of what stands before them."""
    bracketed = proposal.rule == "organization.bracketed" and view.forms[proposal.first].latin
    return bracketed and view.joined(proposal.end) and view.forms[proposal.end].text == ")"


@lru_cache(maxsize=LIGHT)
def _without_places(key: str) -> tuple[str, str]:
    """Return a key without its places, and the places.

    >>> _without_places("верховный суд республики казахстан"), _without_places("суд города алматы")
    (('верховный суд', 'KZ'), ('суд', 'gn1526384'))
    """
    kept: list[str] = []
    places: list[str] = []
    parts = key.replace("г.", "г ").split()
    at = 0
    while at < len(parts):
        size, place = _place_at(parts, at) if kept else (0, "")
        if size:
            places.append(place)
            while kept[1:] and kept[-1] in _BEFORE_A_PLACE:
                kept.pop()
            at += size
        else:
            kept.append(parts[at])
            at += 1
    return " ".join(kept), " ".join(places)


def _place_at(parts: list[str], at: int) -> tuple[int, str]:
    begun = gazetteer.beginning(parts[at])
    if begun is None:
        return 0, ""
    for size in range(min(_LONGEST_PLACE, len(parts) - at), 0, -1):
        for place in gazetteer.lookup(" ".join(parts[at : at + size])):
            if place.kind == "country" or not place.doubtful:
                return size, place.key
    return 0, ""


def _in_full(name: str, letters: dict[str, str]) -> str:
    """Return a name in small letters with its abbreviation spelled out: «минздрав», «мчс рк»."""
    first, _, rest = name.partition(" ")
    return folded(f"{letters[first]} {rest}") if first in letters else _spelled_out(name)


@lru_cache(maxsize=LIGHT)
def _spelled_out(name: str) -> str:
    """Return a name as `_in_full` does, with what its abbreviation stands for in any text."""
    first, _, rest = name.partition(" ")
    known = abbreviations().get(first)
    if known is not None and known.expansion:
        return folded(f"{known.expansion} {rest}")
    clipped = ministry(first.lower())
    if clipped is not None:
        return folded(f"{clipped[1]} {rest}")
    key = folded(name)
    for listed, entry in known_names(key.split()[0]) if key else ():
        if " ".join(listed) == key and entry.other:
            known = abbreviations().get(entry.other)
            return folded(known.expansion if known and known.expansion else entry.other)
    return key
