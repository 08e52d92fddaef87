"""What a spelling may be in a run of words that may be names: told once for each, and nothing for most."""

from __future__ import annotations

from functools import cache

import regex

from kzuz_extract.language.morphology import known_parses
from kzuz_extract.names.gazetteer import beginnings
from kzuz_extract.names.persons.context import adjective_cases
from kzuz_extract.names.persons.slots import KNOWN
from kzuz_extract.names.persons.vocabulary import endings, words
from kzuz_extract.names.persons.words import is_common, word_of
from kzuz_extract.names.scene import OPENING
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Form, Shape

# What `part_of_run` says, in bits.
JOINS = 1  # it is a word of the run
UNLESS_ADJECTIVE = 2  # but not where it describes what follows: «Курской области»
BESIDE = 4  # its neighbours make it one: an initial, a particle, an opening quotation mark, a king's number
CHANGED = 8  # what joins is not spelt as it is printed, see `as_name`
ORDINARY = 16  # alone it is no name, unless the text has a full name with it: «Дом», «Толедо»
_LETTER = 32  # and one so often for each letter of a verb that is glued to it

DOTTED = frozenset(("дж", "хр", "вл", "ал", "ст", "юр", "ев", "ник"))
_NUMERAL = "IVXІХ"
_TITLED = ("младш", "старш")
_SHORTEST_GLUED = 9
_CAPITALS = regex.compile(r"\p{Lu}{2}")
_LED = regex.compile(r"\p{Lu}{2,6}(\p{Lu}\p{Ll}{2,})")
_GLUED_TO = ("ов", "ев", "ин", "ова", "ева", "ина", "ский", "ская")


def _part_of_run(form: Form) -> int:
    shape = form.shape
    if shape is Shape.LOWER:
        inner = form.key in words("particles", "inner")
        return BESIDE if inner or form.key in words("particles", "after") else 0
    if shape is Shape.SIGN:
        return BESIDE if form.text in OPENING else 0
    if shape is Shape.NUMBER:
        return 0
    if shape is Shape.INITIAL:
        return BESIDE
    beside = BESIDE if is_numeral(form) else 0
    if form.latin:
        return beside
    if form.key in DOTTED:
        beside = BESIDE
    return beside | (_name_in_capitals(form) if shape is Shape.UPPER else _name(form))


part_of_run = Asked(_part_of_run, 0, small=lambda: words("particles", "inner") | words("particles", "after"))


def is_numeral(form: Form) -> bool:
    """«Елизавета II»: the number of a king or a pope."""
    return form.text[0] in _NUMERAL and len(form.text) < 6 and not form.text.strip(_NUMERAL)


def as_name(form: Form, part: int) -> tuple[str, int, int]:
    """Return how a name that is `CHANGED` is spelt, how many letters of a verb are glued to it, and how many
    of an abbreviation stand before it: 3 of «ООНАнтониу»."""
    if form.shape is Shape.UPPER:
        return _titled(form.text), 0, 0
    glued, lead = part // _LETTER, _lead(form)
    return form.text[lead : len(form.text) - glued], glued, lead


def _name_in_capitals(form: Form) -> int:
    """«ТОКАЕВ»: in capitals only a known name may be one."""
    if len(form.text) < 4:
        return 0
    word = word_of(_titled(form.text))
    known = (word.given > 0 or word.surname >= 0.5) and (not word.common or word.surname >= 0.5)
    if not known:
        return 0
    return JOINS | CHANGED | ORDINARY if word.ordinary else JOINS | CHANGED


def _lead(form: Form) -> int:
    """Return how many letters of an abbreviation the scraper left glued to a given name: «ООНАнтониу»."""
    found = _LED.fullmatch(form.text) if form.shape is Shape.MIXED else None
    return found.start(1) if found and word_of(found[1]).given >= KNOWN else 0


def _name(form: Form) -> int:
    if _lead(form):
        return JOINS | CHANGED
    if not _may_be_name(form):
        return 0
    glued = _glued(form)
    part = JOINS | CHANGED | glued * _LETTER if glued else JOINS
    common = not glued and is_common(form.text)
    if adjective_cases(form.key) and (common or word_of(form.text).given < KNOWN):
        part |= UNLESS_ADJECTIVE  # unlike «Софьей», whatever follows
    ordinary = common or word_of(as_name(form, part)[0]).ordinary
    return part | ORDINARY if ordinary else part


def _may_be_name(form: Form) -> bool:
    """Tell whether a word is spelt as names are: not «ФОКов», «КамАЗов», «Telegram-каналов»."""
    if form.shape is Shape.MIXED and _CAPITALS.search(form.text):
        return False
    prefixed = "-" in form.text and form.key.startswith(_prefixes())
    return prefixed or (form.capital and _whole(form.text))


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(f"{prefix}-" for prefix in endings("particles", "prefixes"))


def _glued(form: Form) -> int:
    """Return how many letters of a verb are glued to a surname: 9 for «Досаеврассказал»."""
    text = form.text
    if text[-1].isupper() and text[-2:-1].islower():
        return 1  # «КазангаповВ свою очередь»
    if len(text) < _SHORTEST_GLUED or not text[1:].islower():
        return 0
    if known_parses(text.lower()):
        return 0
    tails = [tail for tail in range(3, len(text) - 4) if text.endswith(_GLUED_TO, 0, -tail)]
    if not tails:
        return 0
    if any(5 <= size < len(text) - 2 and known_parses(text[size:]) for size in beginnings(text.lower())):
        return 0  # «Казахстанапроводится» is a place and a verb
    for tail in tails:
        if any(p.pos == "VERB" for p in known_parses(text[-tail:])) and word_of(text[:-tail]).surname >= 0.8:
            return tail
    return 0


def _whole(text: str) -> bool:
    """Tell whether every half of a hyphened word may be a name: not in «Вице-министров»."""
    if "-" not in text:
        return True
    tails = words("particles", "tails")
    return all(
        half[:1].isupper()
        or half in tails
        or half.startswith(_TITLED)
        or (len(half) < 5 and half[:2] in _elders())
        for half in text.split("-")[1:]
    )


@cache
def _elders() -> frozenset[str]:
    """How «апа» and «аку» begin, for they decline."""
    return frozenset(elder[:2] for elder in words("particles", "elders"))


def _titled(upper: str) -> str:
    return "-".join(part.capitalize() for part in upper.split("-"))
