"""Draws the page that lists all of the testing kit: what each is asked with, and what it draws or tells."""

from __future__ import annotations

import inspect

from legitymacja_rules import testing

__all__ = ["page"]


def page() -> str:
    """The page, a row for each name that the kit lists."""
    rows = [_row(name) for name in testing.__all__]
    return "\n".join(
        [
            "# All of the kit",
            "",
            "What `legitymacja_rules.testing` lists, in order. What a strategy is about comes first; what stands",
            "behind the `*` is told by its name, and mostly may be left out. The docstrings say more, and",
            "[strategies.md](strategies.md) begins at the beginning.",
            "",
            "| name | asked with | what it is |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


def _row(name: str) -> str:
    thing = getattr(testing, name)
    if not callable(thing):
        return f"| `{name}` | | a value: {type(thing).__name__} |"
    told, _, _ = (inspect.getdoc(thing) or "").partition("\n\n")
    return f"| `{name}` | {_asked_with(thing)} | {' '.join(told.split())} |"


def _asked_with(thing: object) -> str:
    """The names of its arguments; `*` parts those that are told by their names."""
    names, starred = [], False
    for one in inspect.signature(thing).parameters.values():  # type: ignore[arg-type]  # it is callable
        if one.kind is one.KEYWORD_ONLY and not starred:
            names.append("*")
            starred = True
        names.append(one.name)
    return ", ".join(f"`{one}`" for one in names)
