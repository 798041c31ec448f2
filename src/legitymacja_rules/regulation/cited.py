"""What every datum of a text is: a record that says where it stands."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import Field

from .._base import Record
from .._day import Day

__all__ = ["Cited", "ClauseId", "InForce", "Rule", "others"]


ClauseId = Annotated[str, Field(min_length=1, max_length=200)]
"""The id of a clause, such as ``leczna:VI.5``."""


class Cited(Record):
    """The base of all data: it says where it stands.

    Attributes:
        clause: the id of the clause that sets it, such as ``leczna:VI.5``.
        also: ids of further clauses, or registered readings, that say the same or bear on it.
    """

    clause: ClauseId
    also: tuple[str, ...] = ()


def others(clause: str, rows: Iterable[Cited]) -> tuple[str, ...]:
    """The clauses of those rows that are not this one, each once."""
    return tuple(dict.fromkeys(row.clause for row in rows if row.clause != clause))


class Rule(Cited):
    """A clause that holds or is absent, without a number of its own."""


class InForce(Cited):
    """From when until when a text applies, both days included; `announced` if that came later."""

    since: Day
    until: Day | None = None
    announced: Day | None = None

    def covers(self, day: date) -> bool:
        """Whether the text applies on that day."""
        return self.since <= day and (self.until is None or day <= self.until)
