"""How the package is built: the build backend (PEP 517) that pyproject.toml names.

It is setuptools' own. Where `KZUZ_COMPILE=1` is set, the modules that read texts are compiled by mypyc as
well: the same facts in less time, for a C compiler and some minutes. Their sources are installed beside them;
Python takes a compiled module first.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

from setuptools import build_meta
from setuptools.build_meta import (
    build_sdist,
    build_wheel,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_wheel,
)
from setuptools.command.bdist_wheel import bdist_wheel

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

P = ParamSpec("P")

PACKAGE = Path(__file__).parent
FOLDERS = ("counts", "dates", "language", "money", "names", "text")
MODULES = ("gathering.py", "merge.py", "packed.py", "patterns.py", "rules.py")
TABLE_BUILDERS = ("build.py", "cldr.py", "gazetteer_forms.py", "gazetteer_sources.py")
CHECKED_ELSEWHERE = ("--config-file=", "--ignore-missing-imports", "--follow-imports=silent")


def is_wanted() -> bool:
    """Tell whether whoever installs the package asks for compiled modules."""
    return os.environ.get("KZUZ_COMPILE") == "1"


def compiled_modules() -> list[Path]:
    """Return the files that are worth compiling: what reads texts, without what only builds its tables."""
    found = sorted(file for folder in FOLDERS for file in (PACKAGE / folder).rglob("*.py"))
    readers = [file for file in found if not file.name.endswith(TABLE_BUILDERS)]
    return [PACKAGE / name for name in MODULES] + readers


def get_requires_for_build_wheel(config_settings: dict[str, Any] | None = None) -> list[str]:
    """Return what pip installs to build a wheel: mypyc comes with mypy."""
    needed: list[str] = build_meta.get_requires_for_build_wheel(config_settings)
    return [*needed, "mypy>=1.16"] if is_wanted() else needed


def _uncompiled(hook: Callable[P, str]) -> Callable[P, str]:
    """Return a hook that leaves the sources as they are: what is edited would not be what runs."""

    @wraps(hook)
    def build(*args: P.args, **options: P.kwargs) -> str:
        os.environ.pop("KZUZ_COMPILE", None)
        return hook(*args, **options)

    return build


build_editable = _uncompiled(build_meta.build_editable)
prepare_metadata_for_build_editable = _uncompiled(build_meta.prepare_metadata_for_build_editable)


class Wheel(bdist_wheel):
    """A wheel for every machine or, with compiled modules, for machines like this one."""

    def finalize_options(self) -> None:
        """Add the compiled modules, if they are wanted."""
        if is_wanted():
            from mypyc.build import mypycify

            files = [str(file.relative_to(Path.cwd())) for file in compiled_modules()]
            modules_in_c: list[Any] = mypycify(
                [*CHECKED_ELSEWHERE, *files],
                opt_level="1",  # 2 takes much longer, and its modules are not measurably faster
                debug_level="0",
                multi_file=True,
                group_name="kzuz_extract",
            )
            self.distribution.ext_modules = modules_in_c
        super().finalize_options()
