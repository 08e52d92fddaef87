"""Lines all in capitals, as headlines are set, put into the usual case, so that names stand out in them.

«ТОКАЕВ ПРИБЫЛ В ТАШКЕНТ С ВИЗИТОМ» is read as «Токаев прибыл в Ташкент с визитом». How the rest of the text
writes a word decides; where it has not the word, the dictionary does.
"""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS_OF_A_HEADLINE = 3
_LONGEST_ABBREVIATION = 4
_SHORTEST_STEM = 4
_ENDING = 2
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn"))
_HEADS_OF_PLACES = ("област", "район", "край", "кра", "округ", "море", "моря")
_NOT_FIRST = re.compile(r"[\w,;:«“„\"(-][ \n]?\Z")  # what stands before a word within a sentence


def in_usual_case(text: str) -> str:
    """Return a text of the same length in which no line is all in capitals.

    >>> in_usual_case("ТОКАЕВ ПРИБЫЛ В ТАШКЕНТ С ВИЗИТОМ\\nМЧС предупреждает.")
    'Токаев прибыл в Ташкент с визитом\\nМЧС предупреждает.'
    """
    headlines = [found.span() for found in _LINE.finditer(text) if _is_headline(found[0])]
    if not headlines:
        return text
    parts: list[str] = []
    rest: list[str] = []
    at = 0
    for start, end in headlines:
        rest.append(text[at:start])
        parts += (text[at:start], text[start:end])
        at = end
    seen = _Seen("\n".join((*rest, text[at:])))
    parts[1::2] = map(seen.written, parts[1::2])
    return "".join(parts) + text[at:]


def _is_headline(line: str) -> bool:
    return line.isupper() and len(_LONG_WORD.findall(line)) >= _WORDS_OF_A_HEADLINE


class _Seen:
    """The words of a text, as they are written within its sentences."""

    def __init__(self, rest: str) -> None:
        self._small: set[str] = set()
        self._capitals: set[str] = set()
        self._names: set[str] = set()
        for found in _WORD.finditer(rest):
            word = found[0]
            if word.islower():
                self._small.add(word)
            elif word.isupper():
                self._capitals.add(word.lower())
            elif _NOT_FIRST.search(rest, max(found.start() - 2, 0), found.start()):
                self._names.add(word.lower())
                self._names.add(_stem(word.lower()))

    def written(self, headline: str) -> str:
        """Return a headline in the usual case; its first word begins with a capital."""
        words = list(_WORD.finditer(headline))
        pieces = list(headline)
        for number, found in enumerate(words):
            initial = len(found[0]) == 1 and headline[found.end() : found.end() + 1] == "."
            if initial or found[0].isascii():
                continue
            after = words[number + 1][0].lower() if number + 1 < len(words) else ""
            usual = self._usual(found[0].lower(), after)
            if not number and usual.islower():
                usual = usual.capitalize()
            pieces[found.start() : found.end()] = usual
        return "".join(pieces)

    def _usual(self, word: str, after: str) -> str:
        if word in self._small:
            return word
        if word in self._capitals and len(word) > 1:
            return word.upper()
        if word in self._names or _stem(word) in self._names:
            return word.capitalize()
        return _by_dictionary(word, after)


def _stem(word: str) -> str:
    return word[:-_ENDING] if len(word) >= _SHORTEST_STEM + _ENDING else word


def _by_dictionary(word: str, after: str) -> str:
    from kzuz_extract.language.morphology import parses

    reading = parses(word)[0]
    if "Abbr" in reading.marks:  # «ООН» is a name, «млрд» is none
        return word.upper() if reading.marks & _NAMES else word
    if reading.known:
        is_name = reading.marks & _NAMES if reading.pos != "ADJF" else after.startswith(_HEADS_OF_PLACES)
        return word.capitalize() if is_name else word
    return word.capitalize() if len(word) > _LONGEST_ABBREVIATION else word.upper()
