"""Build hedges.tsv, every form of the words of hedges.toml that inflect.

python -m kzuz_extract.language.hedges_build
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from pymorphy3 import MorphAnalyzer

from kzuz_extract.language.form_tables import table_of

HERE = Path(__file__).parent
BUILT = HERE / "hedges.tsv"
_HEAD = """\
# What news says about how exact a number is. columns: kind  forms or phrases (ё as е)
# kind: before:MODIFIER and after:MODIFIER for phrases beside a number, the others as in hedges.toml
# source: hedges.toml; forms: OpenCorpora through pymorphy3 (CC BY-SA 3.0)
# built by: python -m kzuz_extract.language.hedges_build
"""


def build() -> str:
    """Return the text of hedges.tsv."""
    words = tomllib.loads((HERE / "hedges.toml").read_text(encoding="utf-8"))
    analyzer = MorphAnalyzer(lang="ru")
    rows: set[tuple[str, str]] = set()
    for place in ("before", "after"):
        for modifier, phrases in words[place].items():
            rows |= {(phrase, f"{place}:{modifier}") for phrase in phrases}
    for kind, phrases in words["words"].items():
        rows |= {(phrase, kind) for phrase in phrases}
    for kind, lemmas in words["inflected"].items():
        for lemma in lemmas:
            readings = [r for r in analyzer.parse(lemma) if r.normal_form.replace("ё", "е") == lemma]
            rows |= {(form.word.replace("ё", "е"), kind) for form in readings[0].lexeme}
    return _HEAD + table_of((form, [kind]) for form, kind in rows)


if __name__ == "__main__":
    BUILT.write_text(build(), encoding="utf-8")
