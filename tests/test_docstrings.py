"""The examples in docstrings hold."""

from __future__ import annotations

import doctest
from importlib import import_module
from pkgutil import walk_packages

import pytest

import kzuz_extract

MODULES = [
    module.name
    for module in walk_packages(kzuz_extract.__path__, "kzuz_extract.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_what_a_docstring_shows_is_so(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
