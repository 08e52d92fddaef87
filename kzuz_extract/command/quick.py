"""A Typer command that starts quickly.

Typer hands every value to a converter of pydantic, which takes longer to load than Typer itself. What was not
given, flags, and text that stays text need none: here they pass as they are.
"""

from __future__ import annotations

from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperOption


class QuickCommand(TyperCommand):
    """A command whose values are converted only where text has to become a number or a choice."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the arguments and options, each of its quick class."""
        params = super().get_params(ctx)
        for param in params:
            param.__class__ = _QUICK.get(type(param), type(param))
        return params


class _Option(TyperOption):
    def process_value(self, ctx: Any, value: Any) -> Any:
        return _passed(self, ctx, value) if _is_ready(self, value) else super().process_value(ctx, value)


class _Argument(TyperArgument):
    def process_value(self, ctx: Any, value: Any) -> Any:
        return _passed(self, ctx, value) if _is_ready(self, value) else super().process_value(ctx, value)


_QUICK: dict[type, type] = {TyperOption: _Option, TyperArgument: _Argument}


def _is_ready(param: TyperOption | TyperArgument, value: Any) -> bool:
    """Tell whether a value is what the command's function takes."""
    if param.required:
        return False
    kind = param.type_descriptor.annotation
    return value is None or value is param.default or kind is str or (kind == list[str] and param.nargs == -1)


def _passed(param: TyperOption | TyperArgument, ctx: Any, value: Any) -> Any:
    return value if param.callback is None else param.callback(ctx, param, value)
