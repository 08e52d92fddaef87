"""From the candidates that won to a document: facts with ids and places, mentions grouped to entities."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from kzuz_extract.facts import (
    FACT_CLASSES,
    AnyFact,
    Document,
    Entity,
    FactType,
    LocationValue,
    OrganizationValue,
    PersonValue,
)
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text
from kzuz_extract.text.header import Header

if TYPE_CHECKING:
    from kzuz_extract.packed import Packed

_Named: TypeAlias = PersonValue | OrganizationValue | LocationValue
_NAMED: frozenset[FactType] = frozenset({"person", "organization", "location"})


class _Names(NamedTuple):
    """How the mentions of one entity within a passage name it, in small letters."""

    key: str
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
        self._facts: list[AnyFact] = []  # those of the latest passage
        self._earlier_facts: Packed[AnyFact] | None = None
        self._groups: list[_Group] = []
        self._known: dict[FactType, dict[str, _Group]] = {}
        self._latest: list[tuple[_Group, str, list[_Named]]] = []
        self._sentences = 0

    def add(self, text: Text, kept: list[Candidate], equivalents: dict[int, int]) -> None:
        """Give the winners of a passage their ids, sentences and entities.

        `equivalents` pairs the indexes of sums that are one amount.
        """
        if not text.begins:
            self._header = Header(text.title, text.reference_date, text.reference_date_source)
        else:
            self._pack()
        first = len(self._earlier_facts or ()) + 1
        ids = [f"f{number}" for number in range(first, first + len(kept))]
        entity_of = self._entities(kept, ids)
        sentences = [text.starts[token] for token in text.sentences]
        for at, (start, end, type_, rule, value) in enumerate(kept):
            fields: tuple[Any, ...] = value
            if type_ in _NAMED:  # their last field is the entity
                fields = (*value[:-1], entity_of.get(at))
            elif type_ == "money" and at in equivalents:
                fields = (*value[:-1], ids[equivalents[at]])
            sentence = self._sentences + bisect_right(sentences, start) - 1
            make: Callable[..., AnyFact] = FACT_CLASSES[type_]
            self._facts.append(make(ids[at], *text.given(start, end), sentence, rule, *fields))
        self._sentences += len(text.sentences)

    def document(self, source: str | None) -> Document:
        """Return what was gathered, entities by their first mention."""
        title, day, told_by = self._header
        entities = (Entity(group.id, group.type, group.name, tuple(group.mentions)) for group in self._groups)
        facts: Sequence[AnyFact] = tuple(self._facts)
        if self._earlier_facts is not None:
            self._pack()
            facts = self._earlier_facts
        return Document(source, title, day.isoformat() if day else None, told_by, facts, tuple(entities))

    def _pack(self) -> None:
        from kzuz_extract.packed import Packed  # few texts have more than one passage

        if self._earlier_facts is None:
            self._earlier_facts = Packed()
        self._earlier_facts.add(self._facts)
        self._facts = []

    def _entities(self, kept: list[Candidate], ids: list[str]) -> dict[int, str]:
        """Group the mentions of a passage; return the ids of their entities by the indexes of candidates."""
        mentions: dict[tuple[FactType, str], list[int]] = {}
        for at, candidate in enumerate(kept):
            if candidate.type in _NAMED:
                key = cast(_Named, candidate.value).entity
                if key is not None:
                    mentions.setdefault((candidate.type, key), []).append(at)
        self._remember()
        entity_of: dict[int, str] = {}
        for (type_, key), mentioned in mentions.items():
            named = [cast(_Named, kept[at].value) for at in mentioned]
            group = self._earlier(type_, _names(key, named)) if self._known else None
            if group is None:
                group = _Group(f"e{len(self._groups) + 1}", type_)
                self._groups.append(group)
            group.add(_fullest(named), [ids[at] for at in mentioned])
            for at in mentioned:
                entity_of[at] = group.id
            self._latest.append((group, key, named))
        return entity_of

    def _remember(self) -> None:
        """Know the entities of the passage before by their names; those of one passage are not compared."""
        for group, key, named in self._latest:
            known = self._known.setdefault(group.type, {})
            for name in _names(key, named):
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


def _names(key: str, named: list[_Named]) -> _Names:
    surnames = (getattr(value, "last", None) for value in named)
    return _Names(key, _folded(_fullest(named)), _folded(next(filter(None, surnames), None)))


def _fullest(named: list[_Named]) -> str | None:
    """Return the name with the most words, of several the first."""
    fullest, most = None, -1
    for value in named:
        if value.name and value.name != fullest and (words := len(value.name.split())) > most:
            fullest, most = value.name, words
    return fullest


def _folded(name: str | None) -> str | None:
    return name.lower().replace("ё", "е") if name else None
