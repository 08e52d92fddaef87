"""How built files are written."""

from __future__ import annotations

from pathlib import Path

from marisa_trie import RecordTrie, Trie


def replace(file: Path, built: str | Trie | RecordTrie) -> None:
    """Write beside the file and put it in its place at once: who has the old one open keeps it whole."""
    new = file.with_name(f"{file.name}.new")
    if isinstance(built, str):
        new.write_text(built, encoding="utf-8")
    else:
        built.save(str(new))
    new.replace(file)
