"""What every datum of a text is: a record that says where it stands."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Self

from pydantic import ModelWrapValidatorHandler, model_validator

from .._base import Misfit, Record, together
from .._day import Day
from .._text import ClauseId

__all__ = ["NO_TEXT", "Cited", "ClauseId", "InForce", "Rule", "cited_in", "others"]


class Cited(Record):
    """The base of all data: it says where it stands.

    Attributes:
        clause: the id of the clause that sets it, such as ``leczna:VI.5``.
        also: ids of further clauses, or registered readings, that say the same or bear on it.
    """

    clause: ClauseId
    also: tuple[ClauseId, ...] = ()


def cited_in(thing: object) -> Iterator[Cited]:
    """Every record of a text, or of a part of one, and the records within it."""
    if isinstance(thing, Cited):
        yield thing
    if isinstance(thing, Record):
        thing = tuple(value for _, value in thing)
    if isinstance(thing, tuple):
        for part in thing:
            yield from cited_in(part)


def others(clause: str, rows: Iterable[Cited]) -> tuple[str, ...]:
    """The clauses of those rows that are not this one, each once."""
    return tuple(dict.fromkeys(row.clause for row in rows if row.clause != clause))


class Rule(Cited):
    """A clause that holds or is absent, without a number of its own."""


class InForce(Cited):
    """From when until when a text applies, both days included.

    Attributes:
        since: its first day; None where there is no text, so that it applies on no day.
        until: its last day; None where it has no end.
        announced: the day on which it was announced, where that came later.
    """

    since: Day | None
    until: Day | None = None
    announced: Day | None = None

    @model_validator(mode="wrap")
    @classmethod
    def _begins_before_it_ends(cls, data: object, build: ModelWrapValidatorHandler[Self]) -> Self:
        return together("InForce", data, build, _reversed)

    def covers(self, day: date) -> bool:
        """Whether the text applies on that day."""
        begun = self.since is not None and self.since <= day
        return begun and (self.until is None or day <= self.until)


def _reversed(period: object) -> Iterator[Misfit]:
    """That a period ends before it begins, or ends without having begun."""
    if not isinstance(period, InForce) or period.until is None:
        return
    if period.since is None or period.until < period.since:
        yield Misfit("reversed_period", ("until",))


NO_TEXT = InForce(since=None, clause="I-silence")
"""The period of a school that has no text: no day at all."""
