"""Build numerals.tsv, every form of the number words of numerals.toml.

python -m kzuz_extract.language.numerals_build
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from pymorphy3 import MorphAnalyzer

from kzuz_extract.language.form_tables import table_of

HERE = Path(__file__).parent
BUILT = HERE / "numerals.tsv"
_DECLINED = ("cardinal", "half", "collective", "ordinal", "magnitude", "noun", "part")
_NUMBERS = {"sing": 1, "plur": 2}
_HEAD = """\
# Number words in every form. columns: kind  value  number (sing, plur, both, abbr)  forms (ё as е)
# -form is an ending after figures, ~form a word around a number.
# source: numerals.toml; forms: OpenCorpora through pymorphy3 (CC BY-SA 3.0)
# built by: python -m kzuz_extract.language.numerals_build
"""


def build() -> str:
    """Return the text of numerals.tsv."""
    words = tomllib.loads((HERE / "numerals.toml").read_text(encoding="utf-8"))
    skipped = set(words["skip"]["forms"])
    analyzer = MorphAnalyzer(lang="ru")
    rows: dict[str, tuple[str, str, str]] = {}
    for kind in _DECLINED:
        for lemma, value in words[kind].items():
            for form, number in _forms(analyzer, lemma).items():
                if form not in skipped:
                    rows.setdefault(form, (kind, value, number))
    for form, row in words["own"].items():
        kind, value, number = row.split()
        rows[form] = (kind, value, number)
    extra = {f"-{form}": (kind, "0", "sing") for form, kind in words["ending"].items()}
    for kind, listed in words["around"].items():
        extra |= {f"~{form}": (kind, "0", "sing") for form in listed}
    return _HEAD + table_of({**rows, **extra}.items())


def _forms(analyzer: MorphAnalyzer, lemma: str) -> dict[str, str]:
    """Each form of a word with its grammatical number; «тысячи» is both."""
    readings = [r for r in analyzer.parse(lemma) if r.normal_form.replace("ё", "е") == lemma and r.is_known]
    found: dict[str, int] = {}
    for form in readings[0].lexeme if readings else ():
        key = form.word.replace("ё", "е")
        found[key] = found.get(key, 0) | _NUMBERS.get(str(form.tag.number), 1)
    return {form: ("", "sing", "plur", "both")[bits] for form, bits in found.items()}


if __name__ == "__main__":
    BUILT.write_text(build(), encoding="utf-8")
