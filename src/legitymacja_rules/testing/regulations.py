"""Regulations that nobody wrote, made from the types of the model alone.

What a record allows by itself may not fit the whole; so a text is given a first day, and either no list of
its clauses or one that holds all that it cites. It shrinks to a text that says as little as it can.
"""

from __future__ import annotations

from hypothesis import strategies as st

from .._base import Record
from ..regulation import Clause, Regulation
from .values import fields_of

__all__ = ["regulations"]


@st.composite
def regulations(draw: st.DrawFn) -> Regulation:
    """Regulations of all that the model can hold, some with a list of their clauses.

    Whole ones are large, and take long to shrink: where a part of one will do, `st.from_type` draws that.

    >>> regulations()
    regulations()
    """
    told = {name: draw(strategy) for name, strategy in fields_of(Regulation).items()}
    made = Regulation(**{**told, "clauses": ()})
    if draw(st.booleans()):
        return made
    cited = sorted({text for text in _texts(made) if text.startswith(f"{made.slug}:")})
    return Regulation(**{**told, "clauses": tuple(Clause(id=one, says="…") for one in cited)})


def _texts(thing: object) -> list[str]:
    """Every text in a record, however deep."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, Record):
        return [text for _, value in thing for text in _texts(value)]
    return [text for part in thing for text in _texts(part)] if isinstance(thing, tuple) else []
