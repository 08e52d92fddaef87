"""Dirty text gives the same facts: every kind of dirt that news bring along, put into every sample.

Each kind of dirt says, character by character, what stands in its place; so it is known where each fact of
the clean article must be found in the dirty one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from kzuz_extract import Document, extract

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
Dirt: TypeAlias = Callable[[str], list[str]]
VOWELS = "аеиоуыэюяАЕИОУЫЭЮЯ"
LATIN = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")
WORD = re.compile(r"[А-Яа-яЁё]{2,}")
SYLLABLE = re.compile(r"(?<=[а-яё]{2})(?<=[аеиоуыэюя])(?=[бвгджзклмнпрстфхцчшщ][аеиоуыэюя])")


def each(replaced: dict[str, str]) -> Dirt:
    """Every such character is written otherwise."""
    return lambda text: [replaced.get(character, character) for character in text]


def within_words(put: str, step: int = 1) -> Dirt:
    """A thing stands within every word (or each so many) between two of its syllables."""

    def dirty(text: str) -> list[str]:
        pieces = list(text)
        for word in list(WORD.finditer(text))[::step]:
            if border := SYLLABLE.search(text, word.start() + 2, word.end()):
                pieces[border.start()] = put + pieces[border.start()]
        return pieces

    return dirty


def stressed(text: str) -> list[str]:
    """Every word of two syllables has its stress marked, for readers who learn."""
    pieces = list(text)
    for word in WORD.finditer(text):
        vowels = [at for at in range(word.start(), word.end()) if text[at] in VOWELS]
        if len(vowels) > 1 and not word[0].isupper():
            pieces[vowels[len(word[0]) % len(vowels)]] += "\u0301"
        elif len(vowels) > 1:
            pieces[vowels[-1]] += "\u0301"
    return pieces


def decomposed(text: str) -> list[str]:
    """Letters and their marks stand apart, as file systems of macOS write them."""
    return [{"й": "и\u0306", "ё": "е\u0308", "Й": "И\u0306", "Ё": "Е\u0308"}.get(c, c) for c in text]


def latin_letters(which: int) -> Dirt:
    """In every word one letter is the Latin one that looks like it: the first such letter, or the last."""

    def dirty(text: str) -> list[str]:
        pieces = list(text)
        for word in WORD.finditer(text):
            alike = [at for at in range(word.start(), word.end()) if text[at] != text[at].translate(LATIN)]
            if len(word[0]) > 3 and len(alike) > -which:
                pieces[alike[which]] = text[alike[which]].translate(LATIN)
        return pieces

    return dirty


def curly(opening: str, closing: str) -> Dirt:
    return each({"«": opening, "»": closing})


def emoji_between_sentences(text: str) -> list[str]:
    """A face opens every paragraph, a flag and a family stand between sentences."""
    pieces = list(text)
    for found in re.finditer(r"(?<=[а-я]\.) (?=[А-Я])", text):
        pieces[found.start()] = " 🇰🇿👨\u200d👩\u200d👧 "
    for found in re.finditer(r"\n(?=[А-Я])", text):
        pieces[found.start()] += "😀"
    return pieces


def zero_width(text: str) -> list[str]:
    """Words, figures and the gaps between them hide characters without width."""
    signs = ("\u200b", "\u2060", "\ufeff", "\u200c", "\u200e")
    pieces = list(text)
    for at, found in enumerate(re.finditer(r"(?<=\w)\w|(?<=\w) ", text)):
        if at % 3 == 0:
            pieces[found.start()] = signs[at % 5] + found[0]
        elif found[0] == " ":
            pieces[found.start()] += signs[at % 5]
    return pieces


def entities(text: str) -> list[str]:
    named = {"«": "&laquo;", "»": "&raquo;", "—": "&mdash;", "–": "&ndash;", "&": "&amp;", '"': "&quot;"}
    pieces = [named.get(character, character) for character in text]
    for found in re.finditer(r"(?<=\d) | (?=[а-я]{1,2} )", text):
        pieces[found.start()] = "&nbsp;"
    for word in list(WORD.finditer(text))[::7]:
        pieces[word.start()] = f"&#{ord(text[word.start()])};"
        pieces[word.end() - 1] = f"&#x{ord(text[word.end() - 1]):X};"
    return pieces


def around_words(opening: str, closing: str) -> Dirt:
    """A mark-up stands around every fifth word."""

    def dirty(text: str) -> list[str]:
        pieces = list(text)
        for found in list(re.finditer(r" (?=(\w{3,}) )", text))[::5]:
            pieces[found.start()] += opening
            pieces[found.end(1)] = closing + pieces[found.end(1)]
        return pieces

    return dirty


def tags(text: str) -> list[str]:
    """A page half stripped: lines end in <br>, links have addresses."""
    pieces = around_words('<a href="/news?id=1&amp;day=2">', "</a>")(text)
    return [piece.replace("\n", "<br />") for piece in pieces]


def wrapped(column: int) -> Dirt:
    """Lines end at a column, as in mail."""

    def dirty(text: str) -> list[str]:
        pieces = list(text)
        start = space = 0
        for at, character in enumerate(text):
            if character == "\n":
                start = at + 1
            elif character == " ":
                space = at
            if at - start >= column and space > start:
                pieces[space] = "\n"
                start = space + 1
        return pieces

    return dirty


DIRT: dict[str, Dirt] = {
    "no-break spaces": each({" ": "\u00a0"}),
    "thin spaces": each({" ": "\u2009"}),
    "narrow no-break spaces": each({" ": "\u202f"}),
    "soft hyphens": within_words("\u00ad"),
    "hyphenated line ends": within_words("-\n", 9),
    "hyphenated line ends of Windows, with a margin": within_words("-\r\n  ", 7),
    "lines of 72 letters": wrapped(72),
    "lines of 100 letters": wrapped(100),
    "CRLF": each({"\n": "\r\n"}),
    "CR": each({"\n": "\r"}),
    "NEL": each({"\n": "\x85"}),
    "U+2028": each({"\n": "\u2028"}),
    "stress marks": stressed,
    "decomposed letters": decomposed,
    "е for ё": each({"ё": "е", "Ё": "Е"}),
    "a Latin letter first": latin_letters(0),
    "a Latin letter last": latin_letters(-1),
    "curly quotes": curly("“", "”"),
    "German quotes": curly("„", "“"),
    "straight quotes": curly('"', '"'),
    "emoji": emoji_between_sentences,
    "zero-width characters": zero_width,
    "entities": entities,
    "tags": tags,
    "colours of a terminal": around_words("\x1b[1;31m", "\x1b[0m"),
    "links of a terminal": around_words("\x1b]8;;http://a.kz\x1b\\", "\x1b]8;;\x07"),
    "control characters": within_words("\x00\x08"),
    "overrides of direction": around_words("\u202e", "\u202c"),
}


def meant(value: Any) -> Any:
    """Return a value with quotes and ё as one may write them."""
    return re.sub('[«»“”„"]', '"', value).replace("ё", "е") if isinstance(value, str) else value


def said(document: Document) -> Iterator[dict[str, Any]]:
    for fact in document.to_dict()["facts"]:
        yield {name: meant(value) for name, value in fact.items() if name != "text"}


@cache
def read_clean(text: str) -> Document:
    return extract(text)


@pytest.mark.parametrize("name", DIRT)
@pytest.mark.parametrize("article", SAMPLES, ids=lambda path: path.stem)
def test_dirt_costs_no_fact_and_changes_no_value(article: Path, name: str) -> None:
    clean = article.read_text(encoding="utf-8")
    pieces = DIRT[name](clean)
    assert len(pieces) == len(clean)
    assert pieces != list(clean) or name in ("е for ё", "German quotes", "curly quotes", "straight quotes")
    dirty = "".join(pieces)
    at = [0, *accumulate(map(len, pieces))]
    expected, found = read_clean(clean), extract(dirty)
    for fact in found.facts:
        assert dirty[fact.start : fact.end] == fact.text
    wanted = [{**fact, "start": at[fact["start"]], "end": at[fact["end"]]} for fact in said(expected)]
    assert list(said(found)) == wanted


@pytest.mark.parametrize("article", SAMPLES, ids=lambda path: path.stem)
def test_a_headline_in_capitals_has_the_same_facts(article: Path) -> None:
    """Sentences are not compared: a dateline in capitals runs into the headline behind it."""
    clean = article.read_text(encoding="utf-8")
    headline = re.search(r".*[а-я].*", clean)
    assert headline
    capitals = clean[: headline.end()].upper() + clean[headline.end() :]
    expected, found = (
        [{**fact, "sentence": 0} for fact in said(extract(text))] for text in (clean, capitals)
    )
    assert found == expected
