"""Texts that wear rules out: one thing over and over, in any length."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

_SAMPLES = Path(__file__).parent.parent / "samples"


@cache
def _samples() -> str:
    return "\n\n".join(file.read_text(encoding="utf-8") for file in sorted(_SAMPLES.glob("*.txt")))


def prose(length: int) -> str:
    """Return the samples, one after the other, over and over."""
    return over(_samples() + "\n\n")(length)


def over(piece: str) -> Callable[[int], str]:
    """Return a maker of texts that are one piece over and over."""
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _nested(length: int) -> str:
    return "«" * (length // 2) + "»" * (length // 2)


def _spelled(number: int) -> str:
    """A word for each number: new words without end."""
    letters = []
    while number:
        number, letter = divmod(number, 24)
        letters.append(chr(ord("а") + letter))
    return "".join(letters)


def bodies(length: int, first: int = 0) -> str:
    """Return bodies of ever new names, from a number on."""
    numbers = range(first, first + length // 36 + 1)
    return "".join(f"ТОО «Восток-{n}» и Министерство связи {n}. " for n in numbers)[:length]


def people(length: int, first: int = 0) -> str:
    """Return people of ever new surnames."""
    numbers = range(first, first + length // 20 + 1)
    return "".join(f"Ерлан К{_spelled(n)}нов приехал. " for n in numbers)[:length]


def unknown(length: int, first: int = 0) -> str:
    """Return ever new words."""
    return "".join(f"К{_spelled(n)}мун " for n in range(first, first + length // 5 + 1))[:length]


WORST: dict[str, Callable[[int], str]] = {
    "one line": lambda length: prose(length).replace("\n", " "),
    "unbroken word": over("абвгд"),
    "digits": over("1234567890"),
    "capitals": over("АБВГДЕЖЗ"),
    "abbreviations": over("МЧС АБВ ООН "),
    "nested quotes": _nested,
    "open quotes": over("«АО «Восток» "),
    "brackets": over("(АО) ["),
    "full stops": over("."),
    "lines": over("а\n"),
    "hyphens": over("а-б-"),
    "spaced digits": over("12 345 "),
    "from to": over("от 1 до 2 до 3 "),
    "dashes": over("1-2-3–4—"),
    "list of numbers": over("1, 2, 3 и 4, "),
    "sums": over("5 млн тенге "),
    "days": over("5 мая, вчера, "),
    "dates": over("5 мая 2025 года, "),
    "adjectives": over("новых больших "),
    "genitives": over("министерства образования "),
    "places": over("город Алматы, Астана и "),
    "names": over("Иван Петров Абай "),
    "bodies": bodies,
    "people": people,
    "unknown words": unknown,
    "soft breaks": over("а-\n"),
    "tags": over("<p "),
    "entities": over("&a"),
    "initials": over("А. "),
    "tabs": over("1\t"),
    "escapes": over("\x1b]"),
    "emoji": over("😀"),
    "stress": over("Ток\u0301"),
    "dense facts": over("12 мая 7 млн тенге, Ерлан Касенов из Алматы, 45 человек. "),
}
ENDLESS: dict[str, Callable[[int, int], str]] = {"bodies": bodies, "people": people, "unknown words": unknown}
