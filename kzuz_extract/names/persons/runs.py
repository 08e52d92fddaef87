"""Runs of words that may be names, and how a run is cut into names.

A run is capitalised Russian words, initials and the particles between them, with nothing but spaces between.
«Президент Касым-Жомарт Токаев» is one run; the cut that gives its words the best readings leaves the post
outside.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from kzuz_extract.names.persons.context import describes
from kzuz_extract.names.persons.listed import comes_first
from kzuz_extract.names.persons.reading import Hypothesis, readings
from kzuz_extract.names.persons.slots import KNOWN, Slot
from kzuz_extract.names.persons.spellings import (
    BESIDE,
    CHANGED,
    DOTTED,
    JOINS,
    ORDINARY,
    UNLESS_ADJECTIVE,
    as_name,
    is_numeral,
    part_of_run,
)
from kzuz_extract.names.persons.vocabulary import forms_of, words
from kzuz_extract.names.persons.words import surname_of, word_of
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Form, Shape

_LONGEST_NAME = 6
_LONGEST_RUN = 12
_PRICE = 0.9  # what a name must be worth to be cut out at all, so that one name beats two halves
_MOST_ALONE = 1.1  # no word alone weighs more
_SURELY_ONE = 2 * _MOST_ALONE - _PRICE  # beyond which a name of two words beats its halves
_LONGEST_NICKNAME = 4
_FARTHEST_CROWN = 3  # words
_AREAS = ("област", "район")
_APOSTROPHES = "'’`ʼ"


class Unit(NamedTuple):
    """A word of a run: its tokens, its spelling; an initial's spelling ends with a full stop.

    glued     how many characters of a verb the scraper left glued to it: «Досаеврассказал»
    lead      how many of an abbreviation stand before it: «ООНАнтониу»
    ordinary  alone it is no name, unless the text has a full name with it: «Дом», «Толедо»
    """

    first: int
    end: int
    text: str
    glued: int = 0
    ordinary: bool = False
    lead: int = 0

    @property
    def initial(self) -> bool:
        """True for «К.» and «К.-Ж.»."""
        return self.text.endswith(".")


class Segment(NamedTuple):
    """Words that are read as one name, the readings best first.

    owner  whoever follows belongs to them: «пресс-секретарь Путина | Дмитрий Песков»
    """

    units: tuple[Unit, ...]
    readings: tuple[Hypothesis, ...]
    owner: bool = False

    @property
    def first(self) -> int:
        """The first token."""
        return self.units[0].first

    @property
    def end(self) -> int:
        """The token after the last."""
        return self.units[-1].end


class Introduced(NamedTuple):
    """Which word of a run its neighbours make a given name, and in which genders and cases it is one."""

    at: int
    slots: tuple[Slot, ...]


NOBODY = Introduced(0, ())


def runs(scene: Scene) -> tuple[list[list[Unit]], list[int]]:
    """Return the runs of a text from left to right; apart from them the ordinary words that stand alone, of
    which few matter: nobody asks here whether they describe what follows, see `word_alone`."""
    text = scene.text
    forms, sentences = text.forms, set(text.sentences)
    found: list[list[Unit]] = []
    alone: list[int] = []
    run: list[Unit] = []
    end = 0  # the token after the run
    for (at, part), (follows, _) in pairwise([*part_of_run.told(text), (0, 0)]):
        if at < end:
            continue
        if at > end:
            run = []
        if not run and part & ~UNLESS_ADJECTIVE == JOINS | ORDINARY and follows != at + 1:
            alone.append(at)  # most capitals of a text
            continue
        unit = _unit(scene, at, part)
        if len(run) == 2 and forms[at].shape is Shape.INITIAL and word_of(run[0].text).as_first:
            unit = _as_printed(scene, at, at + 1)  # «Ли Куан Ю. Борьба …»: a name, no initial
        end = unit.end if unit else at + 1
        if unit and run and _goes_on(scene, run, at, sentences):
            run.append(unit)
        elif unit:
            run = [unit]
            found.append(run)
        else:
            run = []
    return [_behind_area(forms, run) for run in found], alone


def word_alone(scene: Scene, at: int) -> Unit | None:
    """Return an ordinary word that stands alone; None where it is an adjective of what follows."""
    return _unit(scene, at, part_of_run[scene.text.forms[at]])


def _behind_area(forms: list[Form], run: list[Unit]) -> list[Unit]:
    """«аким области Абай | Берик Уали», «игрок клуба Милан | Златан Ибрагимович»: the first word belongs to
    the area or the club, where a given name follows it."""
    at = run[0].first
    if len(run) < 3 or not at:
        return run
    before = forms[at - 1].key
    if not before.startswith(_AREAS) and before not in forms_of("before", "bearers"):
        return run
    follows = run[1]
    return run[1:] if follows.initial or word_of(follows.text).given >= KNOWN else run


def _goes_on(scene: Scene, run: list[Unit], at: int, sentences: set[int]) -> bool:
    """Tell whether the word at a token, right behind a run, may be the next of it."""
    last, text = run[-1], scene.text
    if last.glued or len(run) >= _LONGEST_RUN or (at in sentences and not last.initial):
        return False
    return "\n" not in text.source[text.ends[at - 1] : text.starts[at]]


def _unit(scene: Scene, at: int, part: int) -> Unit | None:
    form = scene.text.forms[at]
    if part & BESIDE and (unit := _told_by_neighbours(scene, at)):
        return unit
    if not part & JOINS or (part & UNLESS_ADJECTIVE and _describes(scene, at)):
        return None
    text, glued, lead = as_name(form, part) if part & CHANGED else (form.text, 0, 0)
    return Unit(at, at + 1, text, glued, bool(part & ORDINARY), lead)


def _told_by_neighbours(scene: Scene, at: int) -> Unit | None:
    forms = scene.text.forms
    form = forms[at]
    shape = form.shape
    if shape is Shape.SIGN:
        return _nickname(scene, at)
    if shape is Shape.LOWER:
        return _as_printed(scene, at, at + 1) if _is_particle(forms, at) else None
    if at and is_numeral(form) and (_is_given(forms[at - 1]) or _is_crowned(scene, at - 1)):
        return _as_printed(scene, at, at + 1)
    if form.latin:
        return None
    follows = forms[at + 1].text if at + 1 < len(forms) else ""
    if shape is Shape.INITIAL and follows != "." and _is_syllable(scene, at):
        return _as_printed(scene, at, at + 1)
    if shape is Shape.INITIAL or (form.key in DOTTED and follows == "."):
        return _initials(scene, at, follows)
    return None


def _as_printed(scene: Scene, first: int, end: int) -> Unit:
    text = scene.text
    printed = text.source[text.starts[first] : text.ends[end - 1]]
    return Unit(first, end, printed, 0, not printed.endswith(".") and word_of(printed).ordinary)


def _describes(scene: Scene, at: int) -> bool:
    """«Курской» in «Курской области», but not «Толстой» in «с Софьей Толстой дома»."""
    forms = scene.text.forms
    if not describes(scene, at):
        return False
    if not at or at in scene.opens or forms[at - 1].shape is not Shape.TITLE:
        return True
    before = word_of(forms[at - 1].text)
    surname = surname_of(word_of(forms[at].text))
    both = zip(before.as_given, surname, strict=False)  # either may be none at all
    return not any(given and given.weight >= KNOWN and own for given, own in both)


def _is_syllable(scene: Scene, at: int) -> bool:
    """«Е Цзяньин», «Ван И»: a name of one letter; Е is the only such surname that is no preposition."""
    forms = scene.text.forms
    if forms[at].key == "е" and at + 1 < len(forms) and forms[at + 1].shape is Shape.TITLE:
        return True
    before = forms[at - 1] if at and at not in scene.opens else None
    return before is not None and before.shape is Shape.TITLE and comes_first(before.key)


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
    return _as_printed(scene, at, close + 1)


def _is_crowned(scene: Scene, at: int) -> bool:
    """«король Тонги Тупоу VI»: a name that no list has, close behind who bears a number."""
    form = scene.text.forms[at]
    if form.shape is not Shape.TITLE or word_of(form.text).ordinary:
        return False
    start = max(scene.text.sentence_bounds(at)[0], at - _FARTHEST_CROWN)
    return any(form.key in words("posts", "crowned") for form in scene.text.forms[start:at])


def _is_given(form: Form) -> bool:
    return form.shape is Shape.TITLE and bool(word_of(form.text).given)


def _initials(scene: Scene, at: int, follows: str) -> Unit | None:
    text = scene.text
    forms = text.forms
    if (
        follows in _APOSTROPHES
        and at + 2 < len(forms)
        and forms[at + 2].shape is Shape.TITLE
        and text.touches(at + 2)
    ):
        return _as_printed(scene, at, at + 3)
    if follows != ".":
        return None
    end = at + 2
    while end + 1 < len(forms):
        step = end + 1 if forms[end].text in ("-", "‑") else end
        if step + 1 >= len(forms) or forms[step].shape is not Shape.INITIAL or forms[step + 1].text != ".":
            break
        end = step + 2
    return _as_printed(scene, at, end)


def _is_particle(forms: list[Form], at: int) -> bool:
    """«Усама бин Ладен»: a particle is a word of the name where capitals stand on both sides."""
    key = forms[at].key
    follows = forms[at + 1] if at + 1 < len(forms) else None
    if follows and follows.shape is Shape.TITLE and key in words("particles", "opening"):
        return True
    if key in words("particles", "inner") and _between_capitals(forms, at):
        return True
    return at > 0 and forms[at - 1].shape is Shape.TITLE and key in words("particles", "after")


def _between_capitals(forms: list[Form], at: int) -> bool:
    """«Людвиг ван Бетховен», «Урсула фон дер Ляйен»."""
    before = at - 2 if at > 1 and forms[at - 1].key in words("particles", "inner") else at - 1
    after = at + 2 if at + 1 < len(forms) and forms[at + 1].key in words("particles", "inner") else at + 1
    return before >= 0 and after < len(forms) and forms[before].capital and forms[after].capital


def cut(run: list[Unit], introduced: Introduced = NOBODY) -> list[Segment]:
    """Cut a run into names so that the sum of their readings' weights is highest; the rest is left singly.

    A word that no name has by itself («Сегодня», «Дом») comes out alone and without readings, unless it is
    `introduced` as a given name all the same.
    """
    size = len(run)
    ordinary = [unit.ordinary for unit in run]
    if introduced.slots:
        ordinary[introduced.at] = False
    if all(ordinary):
        return [Segment((unit,), ()) for unit in run]
    if size == 1:
        return [Segment((run[0],), readings((run[0].text,)))]
    both = readings((run[0].text, run[1].text), introduced.slots) if size == 2 else ()
    if both and both[0].weight > _SURELY_ONE:
        return [Segment(tuple(run), both)]  # as most names, whose words need not be read one by one
    best: list[tuple[float, int]] = [(0.0, 0)] * (size + 1)  # worth of run[at:], length of its first name
    found: dict[tuple[int, int], tuple[Hypothesis, ...]] = {}
    for at in range(size - 1, -1, -1):
        best[at] = (best[at + 1][0], 0)
        for length in range(1, min(_LONGEST_NAME, size - at) + 1):
            if all(ordinary[at : at + length]):
                continue
            words_ = tuple([unit.text for unit in run[at : at + length]])
            told = introduced.slots if at == introduced.at and length > 1 else ()
            read = found[at, length] = readings(words_, told)
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
