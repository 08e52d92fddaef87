"""Persons, organizations, locations: proposed from form and neighbours, decided over the whole document."""

from __future__ import annotations

from kzuz_extract.language.numerals import Number
from kzuz_extract.names.decide import decide
from kzuz_extract.names.locations import proposing as locations
from kzuz_extract.names.organizations import proposing as organizations
from kzuz_extract.names.persons import proposing as persons
from kzuz_extract.names.scene import Proposal, Scene
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text


def candidates(text: Text, numbers: list[Number]) -> list[Candidate]:
    """Return the named persons, organizations and locations of a text."""
    scene = Scene(text, numbers)
    return decide(scene, proposals(scene))


def proposals(scene: Scene) -> list[Proposal]:
    """Return what each of the three dimensions reads, before they are weighed against each other."""
    return [*persons.propose(scene), *organizations.propose(scene), *locations.propose(scene)]
