"""How a run that fails is told: what was asked, day by day, what the system said, and what the rules say.

A story names documents and conditions, never a person: it may stand in any log.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ...outcomes import Verdict
from .blame import Broken

__all__ = ["NotConforming", "ending", "line"]

MOST = 3
"""So many conditions are told at the end."""


class NotConforming(AssertionError):
    """A system did something else than the rules.

    Attributes:
        clause: the clause that it broke, or the likeliest of several.
        clauses: all that come into question, the likeliest first.
        story: the shortest run that was found, line by line.
    """

    def __init__(self, clauses: tuple[str, ...], story: tuple[str, ...]) -> None:
        self.clauses, self.story = clauses, story
        self.clause = clauses[0] if clauses else "I-silence"
        super().__init__("\n".join((f"not conforming: {self.clause}", *story)))

    def __reduce__(self) -> tuple[type[NotConforming], tuple[tuple[str, ...], tuple[str, ...]]]:
        return type(self), (self.clauses, self.story)


def line(on: date, asked: str, theirs: str, ours: str, made: str = "") -> str:
    """One step; where both agree it is told once, with the document that it made beside, if one.

    >>> line(date(2024, 11, 4), "duplicate id-1", "accepted", "accepted", made="id-2")
    '2024-11-04  duplicate id-1: accepted, which made id-2'
    """
    said = theirs if theirs == ours else f"{theirs}; the rules: {ours}"
    made = f", which made {made}" if made else ""
    return f"{on.isoformat()}  {asked}: {said}{made}"


def ending(broken: Broken) -> Iterable[str]:
    """What the rules say of it, condition by condition."""
    if broken.note:
        yield f"({broken.note})"
    yield from Verdict(broken.findings[:MOST]).explain("en").splitlines()[1:]
