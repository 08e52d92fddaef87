"""How words are printed elsewhere in a text: a nominative that it has is better than one that is made up."""

from __future__ import annotations

from kzuz_extract.names.declension import origins
from kzuz_extract.names.scene import Scene

_OBLIQUE = "аеёиоуыэюя"  # a word that ends so may be an oblique form of another
_WOMENS = (
    "ова",
    "ева",
    "ёва",
    "ая",
)  # no man is called «Мирзиёева», though «Мирзиёеве» ends as his name would
_SHORTEST_STEM, _LONGEST_ENDING = 2, 5  # what of a form its nominative begins with: see `declension.origins`


class Printed:
    """The words of a text. `words` are, in small letters, the capitalised ones that may be nominatives."""

    __slots__ = ("_all", "_forms", "_joined", "_nominatives", "words")

    def __init__(self, scene: Scene) -> None:
        self._forms = scene.text.forms
        self._all: set[str] = set()
        self._joined = ""  # " " before every word
        self._nominatives: dict[tuple[str, str], dict[tuple[str, str], str]] = {}
        capitalised = {self._forms[at] for at in scene.capitals}
        self.words = {form.text.lower() for form in capitalised if form.key[-1] not in _OBLIQUE}

    def has(self, word: str) -> bool:
        """Tell whether the text prints a word just so."""
        if not self._all:
            self._all = {form.text for form in self._forms}
        return word in self._all

    def add(self, words: list[str]) -> None:
        """Add words that are nominatives, whatever they end with."""
        if not self.words.issuperset(words):
            self.words.update(words)
            self._joined = ""
            self._nominatives.clear()

    def nominatives(self, word: str, role: str) -> dict[tuple[str, str], str]:
        """Return what a word is an oblique form of, by gender and case."""
        try:
            return self._nominatives[word, role]
        except KeyError:
            found: dict[tuple[str, str], str] = {}
            for name, case, gender, _ in origins(word, role) if self._may_print(word) else ():
                if name in self.words and name != word and not (gender == "m" and name.endswith(_WOMENS)):
                    found.setdefault((gender, case), name)
            self._nominatives[word, role] = found
            return found

    def _may_print(self, word: str) -> bool:
        """Tell, without declining anything, whether a word may be a form of another that the text prints."""
        if not self._joined:
            self._joined = " ".join(("", *self.words))
        stem = word[: max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)]
        return "-" in word or self._joined.count(f" {stem}") > (word in self.words)
