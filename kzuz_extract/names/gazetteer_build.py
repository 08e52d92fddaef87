"""Builds the gazetteer: the forms of all place names, what else each form may be, two memory-mapped tries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from marisa_trie import RecordTrie, Trie

from kzuz_extract.names.gazetteer import (
    COMMON,
    FORM_FORMAT,
    FORMS_FILE,
    GEOX,
    GIVEN,
    NO_PLACE,
    PERSON,
    PLACES_FILE,
    WEAK,
)
from kzuz_extract.names.gazetteer_forms import CASES, analyzer, name_forms
from kzuz_extract.names.gazetteer_sources import DATA, Source, rows, sources
from kzuz_extract.names.writing import replace

_NO_COMMON_WORD = frozenset(["Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"])
HEADS_FILE = DATA / "place_heads.tsv"
HEAD_FORMS_FILE = DATA / "place_head_forms.tsv"
_FIXED_HEADS = frozenset(
    ["трц", "трк", "тц", "тпу", "бц", "жк", "дк", "кпп", "гэс", "тэц", "грэс", "аэс", "тэс"]
)
_SIZE_OF_VARIANTS = 6
_RARE_NAME, _RARE_WORD = 0.6, 0.3  # shares of what the dictionary gives the place
_KIND_ORDER = {"country": 0, "region": 1, "city": 2}


def write() -> Iterator[str]:
    """Write the built files and yield a line about each."""
    places, forms = build()
    replace(PLACES_FILE, places)
    replace(FORMS_FILE, forms)
    kinds = Counter(key.split("\t")[1] for key in places)
    shares = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    yield f"{PLACES_FILE.name}: {len(places)} names of places ({shares})"
    yield f"{FORMS_FILE.name}: {len(forms)} forms"
    heads = head_forms()
    replace(HEAD_FORMS_FILE, heads)
    yield f"{HEAD_FORMS_FILE.name}: {heads.count(chr(10))} lines"


def build() -> tuple[Trie, RecordTrie]:
    """Return the tries of places (`name, kind, code, key, size`) and of forms (`gazetteer.FORM_FORMAT`)."""
    listed = _without_twins(sources())
    places = Trie([_record(source) for source in listed])
    readings: dict[str, dict[Source, int]] = defaultdict(dict)
    longest: dict[str, int] = {}
    for source in listed:
        for form, cases in name_forms(source.name, slavic=source.slavic, fixed=source.fixed).items():
            for key in _spellings(form, source):
                readings[key][source] = readings[key].get(source, 0) | cases
                words = key.split(" ")
                if len(words) > 1:
                    longest[words[0]] = max(longest.get(words[0], 2), len(words))
    records = []
    for key in sorted(readings):
        marks = _marks(key)
        for source in sorted(readings[key], key=_order):
            known = GEOX if source.sure else marks
            extra = (WEAK if source.weak else 0) | (GEOX if source.near else 0)
            records.append((key, (places[_record(source)], readings[key][source], known | extra)))
    records += [(word, (NO_PLACE, count, 0)) for word, count in sorted(longest.items())]
    return places, RecordTrie(FORM_FORMAT, records)


def _spellings(form: str, source: Source) -> list[str]:
    """Return the keys of a form: an apostrophe is a token, a hyphen may be left out («Коста Рика»)."""
    key = form.lower().replace("ё", "е").replace("’", " ’ ").replace("'", " ' ")
    if " — " in key:
        return [key, key.replace("—", "–"), key.replace("—", "-")]
    parts = form.split("-")
    if len(parts) > 1 and source.size >= _SIZE_OF_VARIANTS and all(part[:1].isupper() for part in parts):
        return [key, key.replace("-", " ")]
    return [key]


def head_forms() -> str:
    """Return the table of all forms of the generic words of places («озеро», «озера» …)."""
    lines = [
        "# Forms of the generic words in place_heads.tsv; built by python -m kzuz_extract.names.build",
        "# columns: word, kind, gender, how, plural, cases of each form in the singular:plural (bits), forms",
    ]
    seen: set[str] = set()
    for lemma, kind, gender, how, full in rows(HEADS_FILE):
        word = full or lemma
        singular, plural = _numbers(word) if not full else ({lemma: 63}, {lemma: 63})
        if lemma in _FIXED_HEADS:
            singular, plural = {lemma: 63}, {}
        many = next(iter(plural), "")
        spelled = sorted({form.replace("ё", "е") for form in (*singular, *plural)} - seen)
        seen.update(spelled)
        cases = " ".join(f"{_cases_of(form, singular)}:{_cases_of(form, plural)}" for form in spelled)
        if spelled:
            lines.append("\t".join((word, kind, gender, how, many, cases, *spelled)))
    return "\n".join(lines) + "\n"


def _cases_of(key: str, forms: dict[str, int]) -> int:
    """Join the cases of one spelling: «села» is of «село», and with ё the nominative «сёла»."""
    cases = 0
    for form, bits in forms.items():
        cases |= bits if form.replace("ё", "е") == key else 0
    return cases


def _numbers(word: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return the forms of a common noun in the singular and in the plural, the nominative first."""
    readings = [
        r for r in analyzer().parse(word) if r.tag.POS == "NOUN" and r.tag.case == "nomn" and r.is_known
    ]
    found: list[dict[str, int]] = []
    for number in ("sing", "plur"):
        forms: dict[str, int] = {}
        for bit, case in enumerate(CASES):
            for form in _inflected(readings[0], case, number) if readings else ():
                forms[form] = forms.get(form, 0) | 1 << bit
        found.append(forms)
    return found[0] or name_forms(word), found[1]


def _inflected(noun: Any, case: str, number: str) -> set[str]:
    """Return the forms of a case; of the locative the second one as well: «в аэропорту», «на мосту»."""
    cases = (case, "loc2") if case == "loct" and number == "sing" else (case,)
    return {found.word for one in cases if (found := noun.inflect({one, number}))}


def _record(source: Source) -> str:
    return "\t".join((source.name, source.kind, source.code, source.key, str(source.size)))


def _order(source: Source) -> tuple[int, int, str, str]:
    """A country before a region before the largest city of that name."""
    return _KIND_ORDER.get(source.kind, 3), -source.size, source.name, source.key


def _without_twins(listed: list[Source]) -> list[Source]:
    """Of several places of one name and kind keep the largest, of two spellings of one name that with ё."""
    best: dict[tuple[str, str], Source] = {}
    for source in listed:
        twin = (source.name.lower().replace("ё", "е"), source.kind)
        other = best.get(twin)
        if other is None or (source.size, "ё" in source.name) > (other.size, "ё" in other.name):
            best[twin] = source
        if other is not None and (source.sure or other.sure):
            best[twin] = best[twin]._replace(sure=True)
    return sorted(best.values(), key=_order)


def _marks(key: str) -> int:
    """Return what else a single word is by the dictionary, where that is not rare beside the place."""
    if " " in key:
        return 0
    weights = {GEOX: 0.0, PERSON: 0.0, GIVEN: 0.0, COMMON: 0.0}
    for reading in analyzer().parse(key):
        if not reading.is_known:
            continue
        grammemes = set(reading.tag.grammemes)
        weights[GEOX] += reading.score * ("Geox" in grammemes)
        weights[GIVEN] += reading.score * bool(grammemes & {"Name", "Patr"})
        weights[PERSON] += reading.score * bool(grammemes & {"Name", "Patr", "Surn"})
        weights[COMMON] += reading.score * (not grammemes & _NO_COMMON_WORD)
    marks = GEOX if weights[GEOX] else 0
    for mark, share in ((PERSON, _RARE_NAME), (GIVEN, _RARE_NAME), (COMMON, _RARE_WORD)):
        if weights[mark] > share * weights[GEOX]:
            marks |= mark
    return marks
