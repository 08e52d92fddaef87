"""Build currencies.tsv, per.tsv and links.tsv out of CLDR (through Babel) and currencies.toml.

    python -m kzuz_extract.money.build

Every name of a currency in use is written in every case: «гонконгский доллар» gives «гонконгских долларов».
The noun's forms are taken from pymorphy3 where they agree with the plural that CLDR prints, else from that.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale
from babel.core import get_global
from pymorphy3 import MorphAnalyzer

from kzuz_extract.language.form_tables import table_of

HERE = Path(__file__).parent
CURRENCIES, PER, LINKS = HERE / "currencies.tsv", HERE / "per.tsv", HERE / "links.tsv"
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_LONG_ENDINGS = ("ый", "ая", "ое", "ые", "ого", "ой", "ому", "ую", "ым", "ом", "ых", "ыми")
_INFLECTED = ("trade", "weight", "price", "sells", "rates")  # of the links
_HEAD = """\
# Money as newspapers name it. columns: code  kind  origin  forms (small letters, ё as е, tokens apart)
# kind: name, nominative (singular: only 1, 21 … count it), weight (may be one), nearest (code is
# default|country=code…), minor, sign, code, adjective, country
# source: CLDR through Babel (Unicode licence), "own": currencies.toml; forms: OpenCorpora through pymorphy3
# (CC BY-SA 3.0). built by: python -m kzuz_extract.money.build
"""
_PER_HEAD = """\
# What one unit of a price buys. columns: lemma  prepositions  forms
# source: currencies.toml; forms: OpenCorpora through pymorphy3 (CC BY-SA 3.0)
# built by: python -m kzuz_extract.money.build
"""
_LINKS_HEAD = """\
# Words between sums. columns: kind (see currencies.toml)  forms
# source: currencies.toml; forms: OpenCorpora through pymorphy3 (CC BY-SA 3.0)
# built by: python -m kzuz_extract.money.build
"""


class Noun(NamedTuple):
    """The forms of a noun by (case, number), and its gender."""

    forms: dict[tuple[str, str], list[str]]
    gender: str


class Builder:
    """Inflects names and gathers the rows of the two tables."""

    def __init__(self) -> None:
        self.analyzer = MorphAnalyzer(lang="ru")
        self.locale = Locale("ru")
        self.own = tomllib.loads((HERE / "currencies.toml").read_text(encoding="utf-8"))
        self.rows: dict[str, tuple[str, str, str]] = {}

    def currencies(self) -> str:
        """Return the text of currencies.tsv."""
        for form, code in self.own["plain"].items():
            self._add(form, code, "name", "own")
        for form, code in self.own["signs"].items():
            self._add(form, code, "sign", "own")
        for name, code in self.own["names"].items():
            self._name(name, code, None, "own")
        for noun, code in self.own["weights"].items():
            for form in {f for forms in self._noun(noun).forms.values() for f in forms}:
                self._add(form, code, "weight", "own")
        for noun, codes in self.own["nearest"].items():
            self._nearest(noun, codes)
        for table, kind in (("minor", "minor"), ("adjectives", "adjective")):
            for word, code in self.own[table].items():
                noun = self._noun(word).forms.values()
                forms = {f for row in noun for f in row} if kind == "minor" else self._all_forms(word)
                for form in forms:
                    if kind == "minor" or form.endswith(_LONG_ENDINGS):
                        self._add(form, code, kind, "own")
        self._countries()
        self._cldr_names()
        for code in sorted(_in_use()):
            if code not in self.own["skip"]["codes"]:
                self._add(code.lower(), code, "code", "cldr")
        return _HEAD + table_of(self.rows.items())

    def _cldr_names(self) -> None:
        """Every name of CLDR's, and the bare noun where only one currency has it."""
        heads: dict[str, list[tuple[str, str]]] = {}
        for code, name, many in self._cldr():
            head = self._name(name, code, many, "cldr")
            heads.setdefault(head, []).append((code, many))
        for head, named in heads.items():
            if len({code for code, _ in named}) == 1 and head not in self.own["skip"]["bare"]:
                code, many = named[0]
                self._name(head, code, many.split()[-1] if many else None, "cldr")

    def per(self) -> str:
        """Return the text of per.tsv."""
        found: dict[str, tuple[str, set[str]]] = {}
        table = self.own["per"]
        for preposition in ("за", "в", "на", "с"):
            case = "gent" if preposition == "с" else "accs"
            for lemma in table[preposition]:
                forms = self._noun(lemma).forms.get((case, "sing"), [lemma]) if lemma.islower() else [lemma]
                for form in forms:
                    found.setdefault(_key(form), (lemma, set()))[1].add(preposition)
        for lemma in {*table["за"], *table["в"]}:
            found.setdefault(_key(lemma), (lemma, set()))[1].add("/")
        self._per_before(found)
        for lemma in table["adjectives"]:
            for form in self._all_forms(lemma):
                found.setdefault(form, (lemma, set()))[1].add("adjective")
        for form, lemma in self.own["per_short"].items():
            after = {"/", *(p for p in ("за", "в", "на", "с") if lemma in table[p] or " " in lemma)}
            found.setdefault(form, (lemma, set()))[1].update(after)
        for kind, forms in self.own["per_each"].items():
            for form in forms:
                found.setdefault(form, (form, set()))[1].add(kind)
        rows = ((form, (lemma, ",".join(sorted(kinds)))) for form, (lemma, kinds) in found.items())
        return _PER_HEAD + table_of(rows)

    def _per_before(self, found: dict[str, tuple[str, set[str]]]) -> None:
        """What may be named before its price: «литр стоит», «цена литра», «евро — 478 тенге»."""
        currencies = set(self.own["per"]["rates"])
        for lemma in self.own["per"]["before"] + self.own["per"]["rates"]:
            found.setdefault(_key(lemma), (lemma, set()))[1].add("unit")
            cases = self._noun(lemma).forms
            for form in cases.get(("gent", "sing"), [_key(lemma)]):
                found.setdefault(form, (lemma, set()))[1].add("of")
            if lemma in currencies:
                for form in (_key(lemma), *cases.get(("gent", "sing"), ())):
                    found.setdefault(form, (lemma, set()))[1].add("rate")
        for adverb, lemma in self.own["per_adverbs"].items():
            found.setdefault(adverb, (lemma, set()))[1].add("adverb")

    def links(self) -> str:
        """Return the text of links.tsv."""
        rows: set[tuple[str, str]] = set()
        for kind, words in self.own["links"].items():
            for word in words:
                rows |= {(form, kind) for form in (self._all_forms(word) if kind in _INFLECTED else (word,))}
        return _LINKS_HEAD + table_of((form, [kind]) for form, kind in rows)

    def _add(self, form: str, code: str, kind: str, origin: str) -> None:
        self.rows.setdefault(_key(form), (code, kind, origin))

    def _cldr(self) -> Iterator[tuple[str, str, str]]:
        plurals: dict[str, Any] = self.locale._data["currency_names_plural"]
        for code in sorted(_in_use()):
            forms = dict(plurals[code]) if code in plurals else {}
            name = forms.get("one") or self.locale.currencies.get(code)
            if name and "(" not in name:
                yield code, name, forms.get("many", "")

    def _name(self, name: str, code: str, many: str | None, origin: str) -> str:
        """Add every case of a name: adjectives and the noun agree, what follows the noun stays as it is."""
        words = name.split()
        at = next((i for i, word in enumerate(words) if not self._adjective(word)), len(words) - 1)
        ending = many.split()[at] if many and len(many.split()) == len(words) else None
        noun = self._noun(words[at], ending)
        # No number stands before «рубли»: after it comes a genitive, or another case of both.
        counted = {form for number in ("sing", "plur") for form in noun.forms.get(("gent", number), ())}
        for (case, number), forms in noun.forms.items():
            adjectives = [self._agree(word, case, number, noun.gender) for word in words[:at]]
            if None in adjectives:
                continue
            declines = len({form for forms_ in noun.forms.values() for form in forms_}) > 1
            nominative = (case, number) == ("nomn", "sing") and declines
            for form in forms if number == "sing" or case not in ("nomn", "accs") else counted & {*forms}:
                phrase = " ".join([*map(str, adjectives), form, *words[at + 1 :]])
                self._add(phrase, code, "nominative" if nominative else "name", origin)
        return words[at].lower() if at or len(words) > 1 else _key(words[at])

    def _adjective(self, word: str) -> bool:
        parses = self.analyzer.parse(word)
        return parses[0].tag.POS == "ADJF" or word.endswith(("ский", "ская", "ское", "ный", "ная"))

    def _agree(self, word: str, case: str, number: str, gender: str) -> str | None:
        wanted = {case, number} | ({gender} if number == "sing" else set())
        for reading in self.analyzer.parse(word):
            if reading.tag.POS == "ADJF":
                found = reading.inflect(wanted)
                if found:
                    return str(found.word)
        return None

    def _noun(self, word: str, many: str | None = None) -> Noun:
        key = _key(word)
        for reading in self.analyzer.parse(word):
            forms = [f for f in reading.lexeme if f.tag.POS == "NOUN"]
            spelled = {_key(f.word) for f in forms}
            if _key(reading.normal_form) != key or not forms or (many and _key(many) not in spelled):
                continue
            if not reading.is_known and many is None:
                continue
            return Noun(_by_case(forms), str(reading.tag.gender or "masc"))
        return _regular(key, _key(many) if many else None)

    def _all_forms(self, word: str) -> set[str]:
        readings = [r for r in self.analyzer.parse(word) if _key(r.normal_form) == _key(word)]
        return {_key(form.word) for form in readings[0].lexeme} if readings else {_key(word)}

    def _nearest(self, noun: str, codes: list[str]) -> None:
        default, *others = codes
        choice = "|".join([default, *(f"{_land(code)}={code}" for code in [default, *others] if code)])
        for form in {f for forms in self._noun(noun).forms.values() for f in forms}:
            self._add(form, choice, "nearest", "own")

    def _countries(self) -> None:
        lands = {_land(code) for codes in self.own["nearest"].values() for code in codes if code}
        for land in sorted(lands):
            for form in self._all_forms(self.locale.territories[land]):
                self._add(form, land, "country", "cldr")
        for name, land in self.own["countries"].items():
            for form in self._all_forms(name):
                self._add(form, land, "country", "own")


def _key(form: str) -> str:
    return form.lower().replace("ё", "е").replace("\u00a0", " ")


def _land(code: str) -> str:
    """The country of a currency: its ISO 4217 code starts with the ISO 3166 code of its country."""
    return code[:2]


def _in_use() -> set[str]:
    return {
        str(code)
        for rows in get_global("territory_currencies").values()
        for code, _, end, tender in rows
        if end is None and tender
    }


def _by_case(forms: list[Any]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for form in forms:
        case, number = str(form.tag.case), str(form.tag.number)
        if case in _CASES:
            found.setdefault((case, number), []).append(_key(form.word))
    return found


def _regular(word: str, many: str | None) -> Noun:
    """A noun that the dictionary lacks: «сум, сума, сумов» by CLDR's plural, a word in a vowel unchanged."""
    if many == word or (many is None and word[-1] in "аеиоуыэюя"):
        return Noun({(case, number): [word] for case in _CASES for number in ("sing", "plur")}, "masc")
    if word[-1] == "ь":
        endings = (("ь", "я", "ю", "ь", "ем", "е"), ("и", "ей", "ям", "и", "ями", "ях"))
        stem, gender = word[:-1], "masc"
    elif word[-1] not in "аеёиоуыэюя":
        endings = (("", "а", "у", "", "ом", "е"), ("ы", "ов", "ам", "ы", "ами", "ах"))
        stem, gender = word, "masc"
    else:
        endings = (("а", "ы", "е", "у", "ой", "е"), ("ы", "", "ам", "ы", "ами", "ах"))
        stem, gender = word[:-1], "femn"
    pairs = zip(("sing", "plur"), endings, strict=True)
    return Noun({(c, n): [stem + e] for n, row in pairs for c, e in zip(_CASES, row, strict=True)}, gender)


if __name__ == "__main__":
    CURRENCIES.write_text(Builder().currencies(), encoding="utf-8")
    PER.write_text(Builder().per(), encoding="utf-8")
    LINKS.write_text(Builder().links(), encoding="utf-8")
