"""Draws the page that lists all of the testing kit: what each is asked with, and what it draws or tells."""

from __future__ import annotations

import ast
import inspect
import sys
from itertools import pairwise

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
            "[strategies.md](strategies.md) begins at the beginning. Beside it are",
            "[`testing.conformance`](conformance.md), a vendor's system beside the rules, and",
            "[`testing.vectors`](vectors.md), questions with their answers.",
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
        return f"| `{name}` | | {_meaning(name)} |"
    told, _, _ = (inspect.getdoc(thing) or "").partition("\n\n")
    return f"| `{name}` | {_asked_with(thing)} | {' '.join(told.split())} |"


def _meaning(name: str) -> str:
    """What stands behind a value in the module that lists it."""
    within = f"{testing.__name__}."
    rooms = [room for called, room in sys.modules.items() if called.startswith(within)]
    listed = next(room for room in rooms if name in getattr(room, "__all__", ()))
    body = ast.parse(inspect.getsource(listed)).body
    told = {
        ast.unparse(one.targets[0]): ast.literal_eval(behind.value)
        for one, behind in pairwise(body)
        if isinstance(one, ast.Assign) and isinstance(behind, ast.Expr)
    }
    return " ".join(told[name].split())


def _asked_with(thing: object) -> str:
    """The names of its arguments; `*` parts those that are told by their names."""
    names, starred = [], False
    for one in inspect.signature(thing).parameters.values():  # type: ignore[arg-type]  # it is callable
        if one.kind is one.KEYWORD_ONLY and not starred:
            names.append("*")
            starred = True
        names.append(one.name)
    return ", ".join(f"`{one}`" for one in names)
