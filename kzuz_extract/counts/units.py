"""The unit of measure that stands at a token: «км/ч», «квадратных метров», «куб. м», «%»."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeAlias

from kzuz_extract.text import Text

# Words lead to more words; the empty string leads to the symbol of the unit that ends here, "=" to the
# symbols of those whose capitals matter, by their spelling.
Branch: TypeAlias = "dict[str, Branch | str]"
_LONGEST = 9  # tokens in the longest name, full stops included


def unit_at(text: Text, at: int) -> tuple[str, int] | None:
    """Return the symbol of the longest unit that starts at a token, and the token after it; None for no unit.

    A full stop inside an abbreviation is passed over (`кв. м`, `куб.м`), the last one stays outside.
    """
    forms = text.forms
    if at >= len(forms) or not (branch := _tree(forms[at].key)):
        return None
    found = None
    for i in range(at, min(at + _LONGEST, len(forms))):
        key = forms[i].key
        after = branch.get(key)
        if after is None and key == "." and i > at:
            continue
        if not isinstance(after, dict):
            break
        branch = after
        symbol = branch.get("") or _exact(branch, text.source[text.starts[at] : text.ends[i]])
        if isinstance(symbol, str):
            found = symbol, i + 1
    return found


def unit_of_word(word: str) -> str | None:
    """Return the symbol of a unit that is one word: «литра» of «пол-литра»."""
    branch = _tree(word).get(word)
    symbol = branch.get("") if isinstance(branch, dict) else None
    return symbol if isinstance(symbol, str) else None


def _exact(branch: Branch, spelling: str) -> Branch | str | None:
    spellings = branch.get("=")
    return spellings.get(spelling) if isinstance(spellings, dict) else None


def _tree(first: str) -> Branch:
    """Return the tree of the names that a word opens; an empty one for most words."""
    return _tree_of_names(first) if first in _rows() else {}


@cache
def _tree_of_names(first: str) -> Branch:
    tree: Branch = {}
    for row in _rows()[first]:
        tokens, symbol, spelling, _ = row.split("\t")
        branch = tree
        for token in tokens.split(" "):
            inner = branch.setdefault(token, {})
            assert isinstance(inner, dict)
            branch = inner
        if spelling:
            spellings = branch.setdefault("=", {})
            assert isinstance(spellings, dict)
            spellings[spelling] = symbol
        else:
            branch[""] = symbol
    return tree


@cache
def _rows() -> dict[str, list[str]]:
    """The lines of units.tsv by their first word."""
    found: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("units.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            found.setdefault(line.split(None, 1)[0], []).append(line)
    return found
