"""The text as it is meant: what page makers, typesetters and scrapers left inside the words is taken out.

Soft hyphens, zero-width and control characters, stress marks, Latin letters that look Cyrillic, words broken
at a line end, emoji before a sentence, headlines in capitals, HTML entities and tags, spaces and line ends of
other systems: no rule sees any of them. What was done is kept, so that every fact is told with its place in
the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache

from kzuz_extract.text.capitals import in_usual_case
from kzuz_extract.text.wrapped import in_paragraphs

_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_UNSEEN = _CONTROLS + "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ESCAPE = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))"  # colours and links of terminals
_STRESS = "\u0300\u0301"  # grave and acute; those of Macedonian ѓ and ќ are composed anew
_LATIN_STRESSED = dict(zip("áàéèóòýÁÀÉÈÓÒÝ", "ааееооуААЕЕООУ", strict=True))  # to Cyrillic: «Токáев»
_STRESSED = "".join(_LATIN_STRESSED)
_CYRILLIC = "\u0400-\u052f"
_LETTER = r"[^\W\d_]"
_EMOJI = "\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
_BREAK = r"[ \t]*(?:\r\n?|\n)[ \t]*"
_BLOCKS = "p|br|div|li|ul|ol|h[1-6]|tr|td|table|blockquote|section|article|hr"
_INLINE = "b|i|u|s|em|strong|span|a|font|sup|sub|small|mark|nobr|wbr"
_ATTRIBUTES = r"(?:\s[^<>]{0,300})?/?"
_BEGINS_DIRT = rf"[-&<\r\x0b\x0c\x85\u2010\u2028\u2029{_UNSEEN}{_STRESSED}{_EMOJI}]|.[\u0300-\u036f]"
_DIRT = (
    rf"(?={_BEGINS_DIRT})(?:(?P<broken>(?<=\w)[-\u00ad\u2010]{_BREAK}(?={_LETTER}))"
    rf"|(?P<emoji>(?:\A|(?<=[\n.!?…]\s)|(?<=[\r\n]))(?:[{_EMOJI}][ \u00a0]?)+"
    rf"|(?<=\w)[{_EMOJI}]+(?=\s[а-яё]|[.,;:!?)]|\Z))"
    rf"|(?P<unseen>{_ESCAPE}|[{_UNSEEN}])"
    rf"|(?P<marked>{_LETTER}[\u0300-\u036f]+)"
    rf"|(?P<stressed>(?<=[{_CYRILLIC}])[{_STRESSED}]|[{_STRESSED}](?=[{_CYRILLIC}]))"
    "|(?P<end>\r\n|[\r\x0b\x0c\x85\u2028\u2029])"
    r"|(?P<entity>&(?:amp;)?(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    rf"|(?P<block></?(?i:{_BLOCKS}){_ATTRIBUTES}>)"
    rf"|(?P<inline></?(?i:{_INLINE}){_ATTRIBUTES}>))"
)
_DIRTY = rf"&<\r\x0b\x0c\x85\u2010\u2028\u2029\u0300-\u036f{_UNSEEN}{_STRESSED}{_EMOJI}"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNTIDY = re.compile(f"[{_DIRTY}{_SPACES}]")  # most texts have nothing of it
_HYPHEN_AT_END = re.compile(r"-[ \t]*\n")
_LATIN = "ABCEHKMOPTXaceopxyki"
_LOOKALIKES = str.maketrans(_LATIN, "АВСЕНКМОРТХасеорхукі")
_LOOKS_CYRILLIC = re.compile(
    rf"[{_LATIN}](?:(?<=[{_CYRILLIC}].)[{_LATIN}]?(?=[{_CYRILLIC}]|(?!{_LETTER}))"
    rf"|(?<!{_LETTER}.)(?<![A-Za-z]\..)[{_LATIN}]{{0,2}}(?=[{_CYRILLIC}]))"
)
# «1⇥500⇥000»: a group that begins with 0 goes on with the number before it.
_BROKEN_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[\t\n]\d{3}){0,4}[\t\n]0\d\d(?!\d)")
_BETWEEN_GROUPS = str.maketrans("\t\n", "  ")
_SPACE = re.compile(f"[{_SPACES}]")
_HEAD = re.compile(rf"{_LETTER}{{1,40}}\Z")
_TAIL = re.compile(rf"{_LETTER}{{1,40}}")
_LONGEST_HALF = 40


class Tidy:
    """A text made tidy, and the way from places in it back to places in the text as it was given."""

    __slots__ = ("_cleaned_ends", "_cleaned_starts", "_given_ends", "_given_starts", "given", "text")

    def __init__(self, given: str) -> None:
        self.given = given
        self.text = given
        self._cleaned_starts: list[int] = []
        self._cleaned_ends: list[int] = []
        self._given_starts: list[int] = []
        self._given_ends: list[int] = []
        if _UNTIDY.search(given) or _HYPHEN_AT_END.search(given):
            self._clean()
            self.text = _SPACE.sub(" ", self.text)
        plain = _LOOKS_CYRILLIC.sub(_in_cyrillic, self.text)
        if "\n0" in plain or "\t0" in plain:
            plain = _BROKEN_NUMBER.sub(_on_one_line, plain)
        self.text = in_usual_case(in_paragraphs(plain))

    def _clean(self) -> None:
        parts: list[str] = []
        at = length = 0
        for found in _dirt().finditer(self.given):
            meant = _meant(found)
            if meant == found.group():
                continue
            before = self.given[at : found.start()]
            at = found.end()
            length += len(before)
            parts += (before, meant)
            self._given_starts.append(found.start())
            self._given_ends.append(at)
            self._cleaned_starts.append(length)
            length += len(meant)
            self._cleaned_ends.append(length)
        self.text = "".join(parts) + self.given[at:]

    def start(self, offset: int) -> int:
        """Return where, in the given text, the character at an offset of the tidy text begins."""
        edit = bisect_right(self._cleaned_starts, offset) - 1
        if edit < 0:
            return offset
        beyond = offset - self._cleaned_ends[edit]
        return self._given_starts[edit] if beyond < 0 else self._given_ends[edit] + beyond

    def end(self, offset: int) -> int:
        """Return where, in the given text, the character before an offset of the tidy text ends."""
        edit = bisect_right(self._cleaned_starts, offset - 1) - 1
        if edit < 0:
            return offset
        return self._given_ends[edit] + max(offset - self._cleaned_ends[edit], 0)


def tidy(given: str) -> Tidy:
    r"""Return a text as it is meant.

    >>> found = tidy("Ток\u0430\u0301ев\r\nв\u00a0Аста\u00adне")
    >>> found.text, found.given[found.start(9) : found.end(15)] == "Аста\u00adне"
    ('Токаев\nв Астане', True)
    """
    return Tidy(given)


@cache
def _dirt() -> re.Pattern[str]:
    """Compile the pattern for the first text that has any dirt in it."""
    return re.compile(_DIRT)


def _meant(found: re.Match[str]) -> str:
    kind, dirt = found.lastgroup, found.group()
    if kind == "broken":
        return _joined(found)
    if kind == "marked":
        return _composed(dirt)
    if kind == "stressed":
        return _LATIN_STRESSED[dirt]
    if kind == "entity":
        return _character(dirt)
    return "\n" if kind in ("end", "block") else ""


def _joined(found: re.Match[str]) -> str:
    """Tell whether the hyphen of a word that is broken at a line end belongs to it.

    «Нур-⏎Султан», «10-⏎летний» and «пресс-⏎служба» have it, «Казах-⏎стан» has not; nor has «Кучка-⏎ров»,
    of which both halves are words, since the second half of a name in two parts has a capital as well.
    """
    source, start, end = found.string, found.start(), found.end()
    head = _HEAD.search(source, max(start - _LONGEST_HALF, 0), start)
    tail = _TAIL.match(source, end)
    if source[start] == "\u00ad":
        return ""
    if not head or not tail or (tail[0][0].isupper() and not head[0].isupper()):
        return "-"
    from kzuz_extract.language.morphology import known_parses

    def is_word(letters: str) -> bool:
        return len(letters) > 2 and bool(known_parses(letters))

    if is_word(head[0] + tail[0]):
        return ""
    two_words = head[0].islower() and is_word(head[0]) and is_word(tail[0])
    return "-" if two_words or is_word(f"{head[0]}-{tail[0]}") else ""


def _in_cyrillic(found: re.Match[str]) -> str:
    """The Cyrillic of a look-alike; small at the end of a small word, as in «млH», which is «млн»."""
    letters, start = found[0].translate(_LOOKALIKES), found.start()
    ends = len(letters) == 1 and not found.string[found.end() : found.end() + 1].isalpha()
    return letters.lower() if ends and start and found.string[start - 1].islower() else letters


def _on_one_line(found: re.Match[str]) -> str:
    return found[0].translate(_BETWEEN_GROUPS)


def _composed(letter: str) -> str:
    """Return a letter and its marks as one character; a stress over a Cyrillic letter is none of them."""
    if re.match(f"[{_CYRILLIC}]", letter):
        letter = "".join(mark for mark in letter if mark not in _STRESS)
    return unicodedata.normalize("NFC", letter)


def _character(entity: str) -> str:
    """Return what an HTML entity stands for; what is none stays."""
    from html import unescape  # few texts have one, and the table of their names is long

    meant = unescape(entity.replace("&amp;", "&", 1) if entity.count(";") > 1 else entity)
    return "" if re.fullmatch(f"[{_UNSEEN}{_STRESS}]", meant) else meant
