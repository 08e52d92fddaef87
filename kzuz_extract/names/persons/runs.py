"""Runs of words that may be names, and how a run is cut into names.

A run is capitalised Russian words, initials and the particles between them, with nothing but spaces between.
«Президент Касым-Жомарт Токаев» is one run; the cut that gives its words the best readings leaves the post
outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.morphology import known_parses
from kzuz_extract.names.gazetteer import lookup
from kzuz_extract.names.persons.context import describes
from kzuz_extract.names.persons.reading import Hypothesis, readings
from kzuz_extract.names.persons.slots import KNOWN
from kzuz_extract.names.persons.vocabulary import endings, given_names, words
from kzuz_extract.names.persons.words import surname_of, word_of
from kzuz_extract.names.scene import OPENING, Scene
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Form, Shape

_LONGEST_NAME = 6
_LONGEST_RUN = 12
_PRICE = 0.9  # what a name must be worth to be cut out at all, so that one name beats two halves
_DOTTED = frozenset(("дж", "хр", "вл", "ал", "ст", "юр", "ев", "ник"))
_LONGEST_NICKNAME = 4
_NUMERAL = "IVXІХ"
_TITLED = ("младш", "старш")
_SHORTEST_GLUED = 9
_CAPITALS = regex.compile(r"\p{Lu}{2}")
_GLUED_TO = ("ов", "ев", "ин", "ова", "ева", "ина", "ский", "ская")
_APOSTROPHES = "'’`ʼ"


class Unit(NamedTuple):
    """A word of a run: its tokens, its spelling; an initial's spelling ends with a full stop.

    `glued` counts the characters of a verb that the scraper left glued to it: «Досаеврассказал».
    """

    first: int
    end: int
    text: str
    glued: int = 0

    @property
    def initial(self) -> bool:
        """True for «К.» and «К.-Ж.»."""
        return self.text.endswith(".")


class Segment(NamedTuple):
    """Words that are read as one name, the readings best first."""

    units: tuple[Unit, ...]
    readings: tuple[Hypothesis, ...]

    @property
    def first(self) -> int:
        """The first token."""
        return self.units[0].first

    @property
    def end(self) -> int:
        """The token after the last."""
        return self.units[-1].end


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(f"{prefix}-" for prefix in endings("particles", "prefixes"))


def _may_join(form: Form) -> bool:
    """Tell whether a spelling may be part of a run: no figures, of small words and signs hardly any."""
    if form.shape is Shape.LOWER:
        return form.key in words("particles", "inner") or form.key in words("particles", "after")
    return form.text in OPENING if form.shape is Shape.SIGN else form.shape is not Shape.NUMBER


_awake = Asked(_may_join)


def runs(scene: Scene) -> Iterator[list[Unit]]:
    """Yield the runs of a text from left to right."""
    text = scene.text
    forms, sentences = text.forms, set(text.sentences)
    run: list[Unit] = []
    end = 0  # the token after the run
    for at in _awake.where(text):
        if at < end:
            continue
        if run and at > end:
            yield run
            run = []
        unit = _unit(scene, at)
        if len(run) == 2 and forms[at].shape is Shape.INITIAL and word_of(run[0].text).as_first:
            unit = Unit(at, at + 1, forms[at].text)  # «Ли Куан Ю. Борьба …»: a name, no initial
        follows = (
            run and not run[-1].glued and (at not in sentences or run[-1].initial) and len(run) < _LONGEST_RUN
        )
        if run and not (follows and unit and _only_spaces(scene, at)):
            yield run
            run = []
        end = unit.end if unit else at + 1
        if unit:
            run.append(unit)
    if run:
        yield run


def _only_spaces(scene: Scene, at: int) -> bool:
    text = scene.text
    return "\n" not in text.source[text.ends[at - 1] : text.starts[at]]


def _unit(scene: Scene, at: int) -> Unit | None:
    forms = scene.text.forms
    form = forms[at]
    shape = form.shape
    if shape is Shape.SIGN:
        return _nickname(scene, at)
    if form.text[0] in _NUMERAL and at and _numeral(form) and _is_given(forms[at - 1]):
        return Unit(at, at + 1, form.text)
    if form.latin:
        return None
    if shape is Shape.LOWER:
        return _particle(scene, at)
    follows = forms[at + 1].text if at + 1 < len(forms) else ""
    if shape is Shape.INITIAL and follows != "." and _syllable(scene, at):
        return Unit(at, at + 1, form.text)
    if shape is Shape.INITIAL or (form.key in _DOTTED and follows == "."):
        return _initials(scene, at, follows)
    if shape is Shape.UPPER:
        return Unit(at, at + 1, _titled(form.text)) if len(form.text) > 3 and _is_known(form) else None
    if _CAPITALS.search(form.text) or not _whole(form) or _describes(scene, at):
        return None  # «ФОКов», «КамАЗов», «Telegram-каналов», «Курской областной думы»
    if form.capital or form.key.startswith(_prefixes()):
        glued = _glued(form.text)
        return Unit(at, at + 1, form.text[: len(form.text) - glued], glued)
    return None


def _describes(scene: Scene, at: int) -> bool:
    """«Курской» in «Курской области», but not «Софьей», nor «Толстой» in «с Софьей Толстой дома»."""
    forms = scene.text.forms
    if not describes(scene, at) or word_of(forms[at].text).given >= KNOWN:
        return False
    if not at or at in scene.opens or forms[at - 1].shape is not Shape.TITLE:
        return True
    before = word_of(forms[at - 1].text)
    surname = surname_of(word_of(forms[at].text))
    both = zip(before.as_given, surname, strict=False)  # either may be none at all
    return not any(given and given.weight >= KNOWN and own for given, own in both)


def _syllable(scene: Scene, at: int) -> bool:
    """«Е Цзяньин», «Ван И»: a name of one letter; Е is the only such surname that is no preposition."""
    forms = scene.text.forms
    if forms[at].key == "е" and at + 1 < len(forms) and forms[at + 1].shape is Shape.TITLE:
        return True
    before = forms[at - 1] if at and at not in scene.opens else None
    return before is not None and before.shape is Shape.TITLE and before.key in given_names().first_surnames


def _nickname(scene: Scene, at: int) -> Unit | None:
    """«Джеймс «Бадди» Макгирт»: what stands in quotes between two words of a name belongs to it."""
    forms = scene.text.forms
    close = scene.quotes.get(at)
    if close is None or not at or close + 1 >= len(forms) or close - at > _LONGEST_NICKNAME:
        return None
    if forms[at - 1].shape is not Shape.TITLE or forms[close + 1].shape is not Shape.TITLE:
        return None
    if not (forms[at + 1].capital and word_of(forms[at - 1].text).given):
        return None
    text = scene.text
    return Unit(at, close + 1, text.source[text.starts[at] : text.ends[close]])


def _is_given(form: Form) -> bool:
    return form.shape is Shape.TITLE and bool(word_of(form.text).given)


def _numeral(form: Form) -> bool:
    """«Елизавета II»: the number of a king or a pope."""
    return 0 < len(form.text) < 6 and all(letter in _NUMERAL for letter in form.text)


@lru_cache(maxsize=LIGHT)
def _glued(text: str) -> int:
    """Return how many letters of a verb are glued to a surname: 9 for «Досаеврассказал»."""
    if text[-1].isupper() and text[-2:-1].islower():
        return 1  # «КазангаповВ свою очередь»
    if len(text) < _SHORTEST_GLUED or not text[1:].islower() or known_parses(text.lower()):
        return 0
    if any(lookup(text[:size].lower()) for size in range(5, len(text) - 2)):
        return 0  # «Казахстанапроводится» is a place and a verb
    for tail in range(3, len(text) - 4):
        head, verb = text[:-tail], text[-tail:]
        if (
            head.endswith(_GLUED_TO)
            and word_of(head).surname >= 0.8
            and any(p.pos == "VERB" for p in known_parses(verb))
        ):
            return tail
    return 0


def _whole(form: Form) -> bool:
    """Tell whether every half of a hyphened word may be a name: not in «Вице-министров»."""
    if "-" not in form.text or form.key.startswith(_prefixes()):
        return True
    halves = form.text.split("-")[1:]
    tails = words("particles", "tails")
    return all(half[:1].isupper() or half.lower() in tails or half.startswith(_TITLED) for half in halves)


def _titled(upper: str) -> str:
    return "-".join(part.capitalize() for part in upper.split("-"))


def _is_known(form: Form) -> bool:
    """«ТОКАЕВ»: in capitals only a known name may be one."""
    word = word_of(_titled(form.text))
    return (word.given > 0 or word.surname >= 0.5) and (not word.common or word.surname >= 0.5)


def _initials(scene: Scene, at: int, follows: str) -> Unit | None:
    text = scene.text
    forms = text.forms
    if (
        follows in _APOSTROPHES
        and at + 2 < len(forms)
        and forms[at + 2].shape is Shape.TITLE
        and text.touches(at + 2)
    ):
        return Unit(at, at + 3, text.source[text.starts[at] : text.ends[at + 2]])
    if follows != ".":
        return None
    end = at + 2
    while end + 1 < len(forms):
        step = end + 1 if forms[end].text in ("-", "‑") else end
        if step + 1 >= len(forms) or forms[step].shape is not Shape.INITIAL or forms[step + 1].text != ".":
            break
        end = step + 2
    return Unit(at, end, text.source[text.starts[at] : text.ends[end - 1]])


def _particle(scene: Scene, at: int) -> Unit | None:
    """«Усама бин Ладен»: a particle is a word of the name where capitals stand on both sides."""
    forms = scene.text.forms
    key = forms[at].key
    if key in words("particles", "opening") and at + 1 < len(forms) and forms[at + 1].shape is Shape.TITLE:
        return Unit(at, at + 1, forms[at].text)
    if key in words("particles", "inner") and _between_capitals(forms, at):
        return Unit(at, at + 1, forms[at].text)
    if key in words("particles", "after") and at and forms[at - 1].shape is Shape.TITLE:
        return Unit(at, at + 1, forms[at].text)
    return None


def _between_capitals(forms: list[Form], at: int) -> bool:
    """«Людвиг ван Бетховен», «Урсула фон дер Ляйен»."""
    before = at - 2 if at > 1 and forms[at - 1].key in words("particles", "inner") else at - 1
    after = at + 2 if at + 1 < len(forms) and forms[at + 1].key in words("particles", "inner") else at + 1
    return before >= 0 and after < len(forms) and forms[before].capital and forms[after].capital


def cut(run: list[Unit]) -> list[Segment]:
    """Cut a run into names so that the sum of their readings' weights is highest; the rest is left singly.

    A word that no name has by itself («Сегодня», «Дом») comes out alone and without readings.
    """
    size = len(run)
    ordinary = [not unit.initial and word_of(unit.text).ordinary for unit in run]
    best: list[tuple[float, int]] = [(0.0, 0)] * (size + 1)  # worth of run[at:], length of its first name
    found: dict[tuple[int, int], tuple[Hypothesis, ...]] = {}
    for at in range(size - 1, -1, -1):
        best[at] = (best[at + 1][0], 0)
        for length in range(1, min(_LONGEST_NAME, size - at) + 1):
            if all(ordinary[at : at + length]):
                continue
            read = found[at, length] = readings(tuple([unit.text for unit in run[at : at + length]]))
            worth = read[0].weight - _PRICE + best[at + length][0] if read else 0.0
            if worth > best[at][0] - 1e-9 and worth > 0:  # of two as good the longer: «Димаш Кудайберген»
                best[at] = (worth, length)
    segments = []
    at = 0
    while at < size:
        length = best[at][1] or 1
        segments.append(Segment(tuple(run[at : at + length]), found.get((at, length), ())))
        at += length
    return segments
