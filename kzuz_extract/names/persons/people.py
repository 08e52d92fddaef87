"""Who the people of a document are: full names first, then every surname or given name alone that is one of
theirs.

«Касым-Жомарт Токаев» makes «Токаеву», «Касым-Жомарта» and a «Токаев» at the start of a sentence mentions of
one person, whatever else those words might be.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kzuz_extract.names.declension import forms
from kzuz_extract.names.persons.context import Clue
from kzuz_extract.names.persons.printed import Printed
from kzuz_extract.names.persons.reading import Hypothesis
from kzuz_extract.names.persons.runs import Segment

START = 2  # letters that all forms of a name begin with
_SEEN_ELSEWHERE = 0.4
_CASE_TOLD = 0.35
_ABOUT_AS_LIKELY = 0.4
_MOST_NAMESAKES = 64  # bounds the work of a text with thousands of Ivans
_GENDER_TOLD = 0.15
_SEVERAL = 0.15  # «встретили Руслана Каримова»; but «заявили Айгуль Касенова и …»
_DISAGREES = 0.4  # «подписал Дамира Рыспаева»: no lady signed


@dataclass(slots=True)
class Mention:
    """A possible name in its place: its readings, what its neighbours say, and who it turned out to be."""

    segment: Segment
    clues: list[Clue]
    choice: Hypothesis
    score: float
    person: Person | None = None
    known_as: list[str] = field(default_factory=list)  # evidence from other mentions
    family: tuple[str, str] | None = None  # the surname that stands behind another's name, and as printed

    @property
    def single(self) -> bool:
        """True for one word, and for one with nothing but initials, unless it has the family's surname."""
        return len(self.segment.units) == 1 and self.family is None

    @property
    def names(self) -> set[tuple[str, ...]]:
        """The nominatives that are about as likely as the chosen one, in whatever case."""
        enough = self.choice.weight - _ABOUT_AS_LIKELY
        return {reading.nominatives for reading in self.segment.readings if reading.weight >= enough}


@dataclass(slots=True, eq=False)
class Person:
    """One human being of the document; parts in small letters, None where no mention gives them."""

    first: str | None
    last: str | None
    gender: str
    at: int  # the token of the first full mention
    full: int = 0  # how many full mentions there are

    @property
    def key(self) -> str:
        """What groups the mentions."""
        return f"{self.first or ''} {self.last or ''} {self.at}"


class Known(NamedTuple):
    """A form by which a person of the document may be mentioned."""

    person: Person
    role: str
    nominative: str
    case: str


def chosen(segment: Segment, clues: list[Clue], printed: Printed) -> Hypothesis:
    """Return the reading that the neighbours' case and the other spellings of the document favour."""
    told = {case for clue in clues if clue.kind != "against" for case in clue.cases}
    acting = {clue.gender for clue in clues if clue.gender}
    disagrees = _SEVERAL if acting == {"several"} else _DISAGREES if acting else 0.0
    genders = {clue.gender for clue in clues if clue.gender and clue.kind != "verb"}
    words = [unit.text.lower() for unit in segment.units]
    elsewhere = _SEEN_ELSEWHERE * len(words)
    most = _CASE_TOLD + _GENDER_TOLD + elsewhere + 1e-9
    choice, best = segment.readings[0], -1e9
    for reading in segment.readings:  # likeliest first: soon no other can catch up
        score = reading.weight
        if score + most < best:
            break
        gender, case = reading.slot
        if case in told:
            score += _CASE_TOLD
        if gender in genders:
            score += _GENDER_TOLD
        if case != "nomn":
            if score + elsewhere <= best:
                continue
            score += _SEEN_ELSEWHERE * len(_elsewhere(words, reading, printed))
        elif gender not in acting:
            score -= disagrees
        if score > best:
            choice, best = reading, score
    if choice.slot[1] == "nomn" or not (seen := _elsewhere(words, choice, printed)):
        return choice
    nominatives = [seen.get(at, made) for at, made in enumerate(choice.nominatives)]
    return choice._replace(nominatives=tuple(nominatives))


def _elsewhere(words: list[str], reading: Hypothesis, printed: Printed) -> dict[int, str]:
    """Return the nominatives, by word, that are printed elsewhere in the text."""
    found: dict[int, str] = {}
    for at, role in enumerate(reading.roles):
        if role not in "ikqlp":
            word, made = words[at], reading.nominatives[at]
            if made in printed.words and made != word:
                found[at] = made
            elif name := printed.nominatives(word, "s" if role in "sna" else "g").get(reading.slot):
                found[at] = name
    return found


def parts(reading: Hypothesis) -> tuple[str | None, str | None]:
    """Return the given name (or initials) and the surname of a reading, in small letters, е for ё."""
    first = last = None
    for role, printed in zip(reading.roles, reading.nominatives, strict=True):
        nominative = printed.replace("ё", "е")
        if role in "gi" and first is None:
            first = nominative.lower()
        elif role in "sa":
            last = nominative
        elif role in "kn":
            first = f"{first} {nominative}" if first else nominative
        elif role == "i" and first:
            first = f"{first} {nominative.lower()}"
    return first, last


class People:
    """The persons of a document, found by any form of their names.

    Names are declined when a word that begins as they do is looked for; `starts` has how they begin.
    """

    def __init__(self) -> None:
        self.all: list[Person] = []
        self.starts: set[str] = set()
        self._by_last: dict[str, list[Person]] = {}
        self._forms: dict[str, dict[tuple[int, str, str], Known]] = {}
        self._undeclined: dict[str, list[tuple[Person, str, str, str, str]]] = {}
        self._registered: set[tuple[int, str, str, str]] = set()

    def join(self, mention: Mention) -> Person:
        """Return the person of a full name, a new one if nobody fits."""
        if (agreeing := self._reading_of_a_known(mention)) is not None:
            mention.choice = agreeing
        first, last = parts(mention.choice)
        if mention.family:
            last = mention.family[0].replace("ё", "е")
        gender = mention.choice.slot[0]
        same = self._by_last.setdefault(last or first or "", [])
        person = next((p for p in same[-_MOST_NAMESAKES:] if _compatible(p, first, gender)), None)
        if person is None and last is None and first:
            person = self._called(first, gender)
        if person is None and mention.family and first:
            person = self._without_surname(first, gender)
            if person:
                person.last = last
                same.append(person)
        if person is None:
            person = Person(first, last, gender, mention.segment.first)
            same.append(person)
            self.all.append(person)
        person.full += 1
        person.at = min(person.at, mention.segment.first)
        if first and (person.first is None or "." in person.first):
            person.first, person.gender = first, gender
        self._register(person, mention)
        return person

    def _called(self, first: str, gender: str) -> Person | None:
        """«Касым-Жомарт Кемелевич»: the only one of that given name, whose surname the text has told."""
        known = {known.person for known in self.known(first) if known.role == "g" and known.case == "nomn"}
        told = [person for person in known if person.first == first and person.gender == gender]
        return told[0] if len(told) == 1 and told[0].last else None

    def _without_surname(self, first: str, gender: str) -> Person | None:
        """«Борис Моисеевич … Марина и Борис Сатпаевы»: whose surname is told only now."""
        same = self._by_last.get(first, [])[-_MOST_NAMESAKES:]
        return next((p for p in same if p.last is None and p.first == first and p.gender == gender), None)

    def _reading_of_a_known(self, mention: Mention) -> Hypothesis | None:
        """Return the reading, about as likely as the chosen one, that makes the mention a known person."""
        if len(mention.segment.units) < 2 or len(mention.names) < 2:
            return None
        for reading in mention.segment.readings:
            if reading.weight >= mention.choice.weight - _ABOUT_AS_LIKELY:
                first, last = parts(reading)
                same = self._by_last.get(last or first or "", [])[-_MOST_NAMESAKES:]
                if any(p.first == first and p.gender == reading.slot[0] for p in same):
                    return reading
        return None

    def known(self, key: str) -> list[Known]:
        """Return everybody whose given name or surname has this form."""
        for person, role, gender, name, part in self._undeclined.pop(key[:START], ()):
            for case, spelled in forms(part, "g" if role == "m" else role, gender).items():
                for form in spelled:
                    listed = self._forms.setdefault(form.replace("ё", "е"), {})
                    if len(listed) < _MOST_NAMESAKES:
                        listed.setdefault((id(person), role, case), Known(person, role, name, case))
        return list(self._forms[key].values()) if key in self._forms else []

    def _register(self, person: Person, mention: Mention) -> None:
        reading = mention.choice
        gender = reading.slot[0]
        named = [*zip(reading.roles, reading.nominatives, strict=True)]
        if mention.family:
            named.append(("s", mention.family[0]))
        for role, name in named:
            if role in "iklq" or len(name) < 2:
                continue
            kind = "s" if role in "san" else role
            mark = (id(person), kind, gender, name)
            if mark in self._registered:
                continue
            self._registered.add(mark)
            halves = name.split("-") if kind == "s" and "-" in name else []
            for part in (name, *[half for half in halves if len(half) > 3]):
                start = part[:START].replace("ё", "е")
                self.starts.add(start)
                self._undeclined.setdefault(start, []).append((person, kind, gender, name, part))


def _compatible(person: Person, first: str | None, gender: str) -> bool:
    """«К. Токаев» may be Касым-Жомарт Токаев; Мишель Обама is not Барак Обама."""
    if first is None or person.first is None:
        return person.gender == gender
    if first == person.first:
        return True
    if "." in first or "." in person.first:
        return first[0] == person.first[0]
    return _alike(first, person.first)


def _alike(one: str, other: str) -> bool:
    """«Наталья» and «Наталия»."""
    return one.replace("ия", "ья") == other.replace("ия", "ья")
