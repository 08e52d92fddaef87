"""From the candidates that won to a document: facts with ids and places, mentions grouped to entities."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kzuz_extract.facts import (
    FACT_CLASSES,
    AnyFact,
    Document,
    Entity,
    FactType,
    LocationValue,
    MoneyValue,
    OrganizationValue,
    PersonValue,
)
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text
from kzuz_extract.text.header import Header


class _Names(NamedTuple):
    """How the mentions of one entity within a passage name it, in small letters; `full` as it is printed."""

    key: str
    full: str | None
    folded: str | None
    surname: str | None


class _Group:
    """An entity while its mentions are gathered; the name with the most words stands for it."""

    __slots__ = ("id", "mentions", "name", "type")

    def __init__(self, id_: str, type_: FactType) -> None:
        self.id = id_
        self.type = type_
        self.name: str | None = None
        self.mentions: list[str] = []

    def add(self, name: str | None, mentions: list[str]) -> None:
        """Add the mentions of a passage; of several names as full as each other the first stays."""
        if name and (self.name is None or len(name.split()) > len(self.name.split())):
            self.name = name
        self.mentions += mentions


class Gathering:
    """The facts of a document, passage by passage, and the entities that they mention.

    Within a passage the rules tell by a key which mentions are one entity. It is that of an earlier passage
    which has the same key or name; so is a surname alone, and a full name where only its surname was told.
    """

    def __init__(self) -> None:
        self._header = Header(None, None, None)
        self._facts: list[AnyFact] = []
        self._groups: list[_Group] = []
        self._known: dict[FactType, dict[str, _Group]] = {}
        self._latest: list[tuple[_Group, _Names]] = []
        self._sentences = 0

    def add(self, text: Text, kept: list[Candidate], equivalents: dict[int, int]) -> None:
        """Give the winners of a passage their ids, sentences and entities.

        `equivalents` pairs the indexes of sums that are one amount.
        """
        if not text.begins:
            self._header = Header(text.title, text.reference_date, text.reference_date_source)
        first = len(self._facts) + 1
        ids = [f"f{number}" for number in range(first, first + len(kept))]
        entity_of = self._entities(kept, ids)
        for at, (start, end, type_, rule, value) in enumerate(kept):
            if isinstance(value, MoneyValue) and at in equivalents:
                value = value._replace(equivalent=ids[equivalents[at]])
            elif isinstance(value, PersonValue | OrganizationValue | LocationValue):
                value = value._replace(entity=entity_of.get(at))
            sentence = self._sentences + text.sentence_of(text.token_at(start))
            make: Callable[..., AnyFact] = FACT_CLASSES[type_]
            spelling = text.given(start, end)
            self._facts.append(make(ids[at], spelling, *text.place(start, end), sentence, rule, *value))
        self._sentences += len(text.sentences)

    def document(self, source: str | None) -> Document:
        """Return what was gathered, entities by their first mention."""
        title, day, told_by = self._header
        entities = (Entity(group.id, group.type, group.name, tuple(group.mentions)) for group in self._groups)
        return Document(
            source, title, day.isoformat() if day else None, told_by, tuple(self._facts), tuple(entities)
        )

    def _entities(self, kept: list[Candidate], ids: list[str]) -> dict[int, str]:
        """Group the mentions of a passage; return the ids of their entities by the indexes of candidates."""
        mentions: dict[tuple[FactType, str], list[int]] = {}
        for at, candidate in enumerate(kept):
            key = getattr(candidate.value, "entity", None)
            if key is not None:
                mentions.setdefault((candidate.type, key), []).append(at)
        self._remember()
        entity_of: dict[int, str] = {}
        for (type_, key), mentioned in mentions.items():
            names = _names(key, [kept[at] for at in mentioned])
            group = self._earlier(type_, names)
            if group is None:
                group = _Group(f"e{len(self._groups) + 1}", type_)
                self._groups.append(group)
            group.add(names.full, [ids[at] for at in mentioned])
            entity_of.update(dict.fromkeys(mentioned, group.id))
            self._latest.append((group, names))
        return entity_of

    def _remember(self) -> None:
        """Know the entities of the passage before by their names; those of one passage are not compared."""
        for group, names in self._latest:
            known = self._known.setdefault(group.type, {})
            for name in (names.key, names.folded, names.surname):
                if name:
                    known.setdefault(name, group)
        self._latest.clear()

    def _earlier(self, type_: FactType, names: _Names) -> _Group | None:
        """Return the entity of an earlier passage that these names mean."""
        known = self._known.get(type_)
        if not known:
            return None
        group = known.get(names.key) or known.get(names.folded or "")
        if group is None and names.surname:
            namesake = known.get(names.surname)
            group = namesake if namesake and _folded(namesake.name) == names.surname else None
        return group


def _names(key: str, mentions: list[Candidate]) -> _Names:
    full = [name for mention in mentions if (name := getattr(mention.value, "name", None))]
    fullest = max(full, key=lambda name: len(name.split()), default=None)
    surnames = (getattr(mention.value, "last", None) for mention in mentions)
    return _Names(key, fullest, _folded(fullest), _folded(next(filter(None, surnames), None)))


def _folded(name: str | None) -> str | None:
    return name.lower().replace("ё", "е") if name else None
