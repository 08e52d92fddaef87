"""The analyzer of pymorphy3, opened quickly.

pymorphy3 makes an object of each of its 5 600 tags when it opens its dictionary, which takes longer than
reading an article, whose words have eighty of them. Here a tag is made when a word first asks for it, and the
paradigms are read in one piece. The answers are pymorphy3's own.
"""

from __future__ import annotations

import json
from array import array
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer


class _Tags(dict[int, Any]):
    """The tags of the dictionary by number, each made when it is first asked for."""

    def __init__(self, make: type[Any], names: list[str]) -> None:
        super().__init__()
        self._make, self._names = make, names

    def __missing__(self, number: int) -> Any:
        tag = self[number] = self._make(self._names[number])
        return tag


def open_analyzer() -> MorphAnalyzer:
    """Return pymorphy3's analyzer of Russian."""
    # The dictionary is named outright, since looking for one through the installed packages takes 50 ms.
    import pymorphy3_dicts_ru
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.opencorpora_dict import wrapper

    load_dict, wrapper.load_dict = wrapper.load_dict, _load
    try:
        return MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru")
    finally:
        wrapper.load_dict = load_dict


def _load(path: str) -> Any:
    """Read the dictionary in `path`, as `pymorphy3.opencorpora_dict.storage.load_dict` does."""
    from pymorphy3 import dawg
    from pymorphy3.opencorpora_dict.storage import LoadedDictionary, load_meta
    from pymorphy3.tagset import OpencorporaTag

    folder = Path(path)
    meta = load_meta(str(folder / "meta.json"))
    OpencorporaTag._init_grammemes(_json(folder / "grammemes.json"))
    prefixes = meta["compile_options"]["paradigm_prefixes"]
    return LoadedDictionary(
        meta=meta,
        gramtab=_Tags(OpencorporaTag, _json(folder / meta["gramtab_formats"][OpencorporaTag.FORMAT])),
        suffixes=_json(folder / "suffixes.json"),
        paradigms=_paradigms(folder / "paradigms.array"),
        words=dawg.WordsDawg().load(str(folder / "words.dawg")),
        prediction_suffixes_dawgs=[
            dawg.PredictionSuffixesDAWG().load(str(folder / f"prediction-suffixes-{number}.dawg"))
            for number in range(len(prefixes))
        ],
        Tag=OpencorporaTag,
        paradigm_prefixes=prefixes,
    )


def _json(file: Path) -> Any:
    return json.loads(file.read_bytes())


def _paradigms(file: Path) -> list[array[int]]:
    """Read the paradigms: how many there are, then each with its length before it."""
    numbers = array("H", file.read_bytes())
    paradigms, at = [], 1
    for _ in range(numbers[0]):
        end = at + 1 + numbers[at]
        paradigms.append(numbers[at + 1 : end])
        at = end
    return paradigms
