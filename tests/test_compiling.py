"""The package is built as it stands or, on request, with its reading compiled."""

from __future__ import annotations

import pytest

from kzuz_extract import compiling


def test_what_reads_texts_is_compiled_and_what_builds_tables_is_not() -> None:
    compiled = {str(file.relative_to(compiling.PACKAGE)) for file in compiling.compiled_modules()}
    assert {"rules.py", "text/tokens.py", "dates/grammar.py", "names/persons/people.py"} <= compiled
    assert not {"names/build.py", "counts/cldr.py", "names/gazetteer_sources.py", "facts.py"} & compiled


def test_a_compiler_is_needed_only_by_those_who_ask_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KZUZ_COMPILE", raising=False)
    assert not any("mypy" in needed for needed in compiling.get_requires_for_build_wheel())
    monkeypatch.setenv("KZUZ_COMPILE", "1")
    assert any("mypy" in needed for needed in compiling.get_requires_for_build_wheel())


def test_sources_that_are_edited_are_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZUZ_COMPILE", "1")
    asked = compiling._uncompiled(lambda folder: f"{folder}: {compiling.is_wanted()}")
    assert asked("wheels") == "wheels: False"
