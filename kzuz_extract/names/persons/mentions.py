"""Possible names in their places: the words of each, what its neighbours say, what that adds up to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kzuz_extract.names.gazetteer import lookup
from kzuz_extract.names.persons.context import Clue, clues
from kzuz_extract.names.persons.introduced import introduced
from kzuz_extract.names.persons.owners import owner
from kzuz_extract.names.persons.people import Mention, chosen
from kzuz_extract.names.persons.printed import Printed
from kzuz_extract.names.persons.reading import Hypothesis, readings
from kzuz_extract.names.persons.runs import NOBODY, Segment, Unit, cut, runs, word_alone
from kzuz_extract.names.persons.slots import HALF, IN_DICTIONARY, KNOWN, LIKELY, SLOTS, fits
from kzuz_extract.names.persons.words import may_be_genitive, word_of
from kzuz_extract.names.scene import Scene
from kzuz_extract.names.tongues import foreign_sentences, in_russian_letters

_CLEAR = 0.8  # the score of a surname that its ending gives away
_ENDS_LIKE_A_SURNAME = HALF - 0.11  # «Қарин»
_WHOSE = ("post", "noun")
_OWNED = 0.3  # what it says of a name that somebody belongs to whoever has it
_POSSESSIVE = ("ы", "і")
_NOBODY = Hypothesis("s", ("m", "nomn"), ("",), 0.0)


class Mentions(NamedTuple):
    """What in a text may be a name.

    likely    what may be one by itself
    ordinary  words, or the tokens of words, that are names only where a full name has them, by `family`
    printed   how words are printed elsewhere in the text
    """

    likely: list[Mention]
    ordinary: dict[str, list[Segment | int]]
    printed: Printed


def read_mentions(scene: Scene) -> Mentions:
    """Return everything in a text that may be a name, with what its words and its neighbours say."""
    forms = scene.text.forms
    printed = Printed(scene)
    found: list[Mention] = []
    ordinary: dict[str, list[Segment | int]] = {}
    oblique: list[tuple[Mention, int]] = []  # and how many words were known to be printed
    foreign = foreign_sentences(scene.text)
    found_runs, alone = runs(scene)
    for at in alone:
        key = forms[at].key
        ordinary.setdefault(family(key)[0] if "-" in key else key, []).append(at)
    for number, run in enumerate(found_runs):
        elsewhere = bool(foreign) and scene.text.sentence_of(run[0].first) in foreign
        for segment in _cut(scene, found_runs, number, elsewhere=elsewhere):
            if not segment.readings or (elsewhere and not _stands_out(segment)):
                if not segment.units[0].initial:
                    ordinary.setdefault(family(segment.units[0].text)[0], []).append(segment)
                continue
            said = clues(scene, segment.first, segment.end)
            if segment.owner:
                said = [_of_owner(clue) for clue in said if clue.kind in _WHOSE]
            if (
                found
                and forms[segment.first - 1].key in (",", "и")
                and (case := _listed_after(found[-1], segment))
            ):
                said.append(Clue("case", "", 0.0, (case,)))
            choice = chosen(segment, said, printed)
            mention = Mention(segment, said, choice, _score(scene, segment, said, choice))
            found.append(mention)
            if choice.slot[1] != "nomn":
                oblique.append((mention, len(printed.words)))
            elif len(segment.units) > 1:
                printed.add([unit.text.lower() for unit in segment.units])
    for mention, known in oblique:
        if known < len(printed.words):
            mention.choice = chosen(mention.segment, mention.clues, printed)
            mention.score = _score(scene, mention.segment, mention.clues, mention.choice)
    return Mentions(found, ordinary, printed)


def as_mentions(scene: Scene, found: list[Segment | int]) -> Iterator[Mention]:
    """Yield mentions of an ordinary word, which turns out to be part of a name."""
    for word in found:
        if not isinstance(word, int):
            segment = word
        elif unit := word_alone(scene, word):
            segment = Segment((unit,), ())
        else:
            continue
        yield Mention(segment, clues(scene, segment.first, segment.end), _NOBODY, 0.0)


def full_mention(scene: Scene, units: tuple[Unit, ...], printed: Printed) -> Mention | None:
    """Return the mention of a full name, whatever else its first word is: somebody of the text has it."""
    segment = Segment(units, readings(tuple([unit.text for unit in units]), SLOTS))
    if not segment.readings:
        return None
    said = clues(scene, segment.first, segment.end)
    choice = chosen(segment, said, printed)
    return Mention(segment, said, choice, _score(scene, segment, said, choice))


def family(text: str) -> tuple[str, str]:
    """Return the name to look for and what follows it: «Лукашенко-младшего» goes by the family's name."""
    key = text.lower().replace("ё", "е")
    if "-" not in key:
        return key, ""
    name, _, title = key.rpartition("-")
    for elder in ("младший", "старший"):
        if name and title.startswith(elder[:5]):
            return name, f"-{elder}"
    return key, ""


def _of_owner(clue: Clue) -> Clue:
    """«пресс-секретарь Путина | Дмитрий Песков»: the post is not his, but its word governs his name."""
    return clue if "gent" in clue.cases else clue._replace(weight=_OWNED, cases=("gent",))


def _cut(scene: Scene, found: list[list[Unit]], number: int, *, elsewhere: bool) -> list[Segment]:
    run = found[number]
    if elsewhere:
        return _cut_in_another_tongue(scene, run)
    start, end = owner(scene, run) if len(run) > 1 else (0, 0)
    if not end:
        return cut(run, introduced(scene, found, number) if len(run) > 1 else NOBODY)
    named = [segment._replace(owner=True) for segment in cut(run[start:end])]
    return [*cut(run[:start]), *named, *cut(run[end:])] if start else [*named, *cut(run[end:])]


def _cut_in_another_tongue(scene: Scene, run: list[Unit]) -> list[Segment]:
    """«Шавкат Мирзиёев | Тошкентда»: only words that are known as names, or end as they do, make one."""
    found: list[Segment] = []
    part: list[Unit] = []
    for at, unit in enumerate(run):
        follows = run[at + 1] if at + 1 < len(run) else None
        if _is_known_name(unit) or (follows and _may_be_given(scene, unit, follows)):
            part.append(unit)
        else:
            found += [*cut(part), Segment((unit,), ())]
            part = []
    return found + cut(part)


def _is_known_name(unit: Unit) -> bool:
    if unit.initial:
        return True
    word = word_of(unit.text)
    if word.as_patronymic or fits(word.as_surname) >= _ENDS_LIKE_A_SURNAME:
        return True
    return word_of(in_russian_letters(unit.text.lower()).title()).given >= KNOWN


def _may_be_given(scene: Scene, unit: Unit, follows: Unit) -> bool:
    """«Зүлфия Қазанова»: before a sure surname an unknown name, but no office («Президенті Тоқаев»)."""
    office = unit.first in scene.opens or unit.text.endswith(_POSSESSIVE)
    return not office and word_of(follows.text).surname >= LIKELY


def _stands_out(segment: Segment) -> bool:
    """«Тоқаев айтты», «Ерлан Қарин»; but a given name alone may be any word: «Айта кетейік»."""
    return len(segment.units) > 1 or word_of(segment.units[0].text).surname >= LIKELY


def _score(scene: Scene, segment: Segment, said: list[Clue], choice: Hypothesis) -> float:
    standing = _standing(scene, segment.units, choice.slot[1])
    return choice.weight + heard(said, choice, segment.units) + standing


def _listed_after(before: Mention, segment: Segment) -> str | None:
    """«композиторов Ахмета Жубанова и Латифа Хамиди»: two names of one list share the case."""
    if before.segment.end != segment.first - 1 or before.score < (_CLEAR if before.single else 1):
        return None
    return before.choice.slot[1]


def heard(said: list[Clue], choice: Hypothesis, units: tuple[Unit, ...]) -> float:
    """What the neighbours' clues add up to.

    A post says little of one unknown word that may be a genitive: «руководитель Казводхоза» names what he
    leads. And a post in another case belongs to somebody else.
    """
    total = 0.0
    for clue in said:
        weight = clue.weight
        if clue.kind == "against" and clue.cases and choice.slot[1] not in clue.cases:
            continue  # «директор института Юрий Ким» is not whom the institute is named after
        if clue.kind == "place" and len(units) == 1 and word_of(units[0].text).place:
            weight -= 0.5  # «во Фрунзе»
        if clue.kind == "resident" and len(units) == 1 and lookup(units[0].text.lower().replace("ё", "е")):
            weight = -0.8  # «жительница Сатпаева», the town
        if clue.kind == "office" and len(units) == 1 and word_of(units[0].text).place:
            weight = -0.5  # «губернатор штата Юта», unlike «аким города Касенов»
        if clue.kind in ("nation", "verb") and clue.cases and choice.slot[1] not in clue.cases:
            weight *= 0.25
        if clue.kind in ("post", "noun", "office") and len(units) == 1:
            word = word_of(units[0].text)
            telling = word.given or word.surname >= 0.5 or choice.weight >= 0.5  # «экс-акима Байбека»
            if (not telling and may_be_genitive(word)) or (clue.cases and choice.slot[1] not in clue.cases):
                weight *= 0.25
        total += weight
    return total


def _standing(scene: Scene, units: tuple[Unit, ...], case: str) -> float:
    """What the capital itself says: much in the middle of a sentence, nothing where every word has one."""
    first = word_of(units[0].text) if not units[0].initial else None
    if first is None:
        return 0.0
    opens = units[0].first in scene.opens
    if len(units) > 1:
        return -0.8 if opens and first.common and not first.given else 0.0
    if first.plural and not first.place:
        return -0.3 if opens else 0.2
    if first.place and first.surname >= IN_DICTIONARY and not first.common:
        return 0.1 if case in ("datv", "ablt") else -0.2  # «Пушкину» is the poet more often than the town
    if first.famous and not opens:
        return 0.2
    if first.common or first.place:
        return -0.2 if first.given and not opens else -0.6 if opens or first.place else -0.4
    if units[0].text.endswith(("ская", "ской", "цкая", "цкой")):
        return -0.3  # more often an adjective whose noun is far off
    if first.surname >= 0.5:
        return 0.2 if not opens else 0.1 if first.surname >= IN_DICTIONARY else 0.0
    return 0.2 if first.given else 0.0
