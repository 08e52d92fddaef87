"""What CLDR, through Babel, says of units in Russian: «квадратный километр», «км²», «… в секунду», «мега…».

Asked by the build alone. A formula names a unit: CLDR's own ("length-meter"), with a prefix of CLDR's before
before it ("10p6 electric-volt"), divided ("volume-liter/duration-second") or multiplied ("…⋅duration-hour").
"""

from __future__ import annotations

from typing import Any, NamedTuple

from babel import Locale

_PLURALS = ("one", "few", "many", "other")


class Called(NamedTuple):
    """How a unit is called: `long` with the nominative singular first, and abbreviated."""

    long: tuple[str, ...]
    short: tuple[str, ...]


class Units:
    """The Russian names of CLDR's units."""

    def __init__(self) -> None:
        data = Locale("ru")._data
        self._units: dict[str, Any] = data["unit_patterns"]
        self._compound: dict[str, Any] = data["compound_unit_patterns"]

    def called(self, formula: str) -> Called:
        """Return the names of a unit; a product has abbreviations only, since Russian has no rule for it.

        >>> Units().called("power-megawatt⋅duration-hour")
        Called(long=(), short=('МВт⋅ч',))
        """
        if "⋅" in formula:
            one, other = (self.called(factor).short[0] for factor in formula.split("⋅"))
            return Called((), (self._compound["times"]["short"]["compound"].format(one, other),))
        whole, _, divisor = formula.partition("/")
        if divisor:
            return _within(self._units[divisor], "per", self.called(whole))
        prefix, _, unit = formula.rpartition(" ")
        if prefix:
            return _within(self._compound[prefix], "prefix", self.called(unit))
        return Called(_forms(self._units[unit], "long"), _forms(self._units[unit], "short"))


def _forms(patterns: Any, width: str) -> tuple[str, ...]:
    """Each plural form without the place of its number: «километр, километра, километров»."""
    listed = dict(patterns.get(width, {}))
    forms = (listed[n].replace("{0}", "").replace("\u00a0", " ").strip() for n in _PLURALS if n in listed)
    return tuple(dict.fromkeys(forms))


def _within(patterns: Any, kind: str, called: Called) -> Called:
    """The names of a unit put into a pattern: «{0} в секунду», «мега{0}»."""
    found = []
    for width, forms in zip(("long", "short"), called, strict=True):
        pattern = dict(patterns.get(width, {})).get(kind)
        found.append(tuple(pattern.format(form) for form in forms) if pattern else ())
    return Called(*found)
