"""Build hedges.tsv, every form of the words of hedges.toml that inflect.

    python -m kzuz_extract.language.hedges_build
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from pymorphy3 import MorphAnalyzer

HERE = Path(__file__).parent
BUILT = HERE / "hedges.tsv"
_HEAD = """\
# Words that make a bound or a level of the number after them, in every form. columns: form (ё as е)  kind
# source: hedges.toml; forms: OpenCorpora through pymorphy3 (CC BY-SA 3.0)
# built by: python -m kzuz_extract.language.hedges_build
"""


def build() -> str:
    """Return the text of hedges.tsv."""
    words = tomllib.loads((HERE / "hedges.toml").read_text(encoding="utf-8"))["inflected"]
    analyzer = MorphAnalyzer(lang="ru")
    rows: dict[str, str] = {}
    for kind, lemmas in words.items():
        for lemma in lemmas:
            readings = [r for r in analyzer.parse(lemma) if r.normal_form.replace("ё", "е") == lemma]
            for form in readings[0].lexeme:
                rows.setdefault(form.word.replace("ё", "е"), kind)
    return _HEAD + "".join(f"{form}\t{kind}\n" for form, kind in sorted(rows.items()))


if __name__ == "__main__":
    BUILT.write_text(build(), encoding="utf-8")
