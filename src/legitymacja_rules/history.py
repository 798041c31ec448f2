"""A document is what happened to it.

It stores no state, only its events in their order. An act entered by mistake is never deleted: a
`Corrected` after it takes back the last act that stands, so that the history tells both. What counts
are the acts that stand; from them every document derives what it shows of itself. Where none stands,
for its making was taken back, nothing more can happen to it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from pydantic import model_validator

from ._base import Record
from .acts import Corrected, Done, TakenOver

__all__ = ["Document"]

A = TypeVar("A", bound=Done)


class Document(Record):
    """The base of all documents.

    Attributes:
        history: all that happened to it, in order; the first event makes it.
    """

    first: ClassVar[type[Done]]

    history: tuple[Any, ...]

    @model_validator(mode="after")
    def _is_one_life(self) -> Self:
        kinds = [*map(type, self.history)]
        if kinds[:1] != [self.first] or kinds.count(self.first) != 1:
            raise ValueError("a history begins with the making of the document, once")
        self.standing()
        return self

    def standing(self) -> tuple[Done, ...]:
        """The events that were not taken back."""
        # Asked at every turn, and corrections are rare.
        if Corrected not in map(type, self.history):
            return self.history
        kept = [*self.history[:1]]
        for event in self.history[1:]:
            if isinstance(event, Corrected):
                kept = _without(kept, event)
            elif kept:
                kept.append(event)
            else:
                raise ValueError("nothing follows once the making was taken back")
        return tuple(kept)

    def acts(self, until: date | None = None) -> tuple[Done, ...]:
        """What was done and stands, up to a day if one is given; none of it if it was taken back."""
        done = self.standing()
        if TakenOver in map(type, done):
            done = tuple([act for act in done if type(act) is not TakenOver])
        return done if until is None else tuple([act for act in done if act.on <= until])

    def all_of(self, kind: type[A]) -> tuple[A, ...]:
        """The acts of that kind that stand, in order."""
        return tuple([act for act in self.standing() if isinstance(act, kind)])

    def last(self, kind: type[A]) -> A | None:
        """The last act of that kind that stands."""
        found = self.all_of(kind)
        return found[-1] if found else None

    def last_entered(self) -> Any:  # noqa: ANN401  (any event of any document)
        """The last event that stands and did not merely follow from another."""
        return next(event for event in reversed(self.standing()) if event.command)

    if TYPE_CHECKING:

        @property
        def issued(self) -> Any:  # noqa: ANN401  (each document has its own)
            """The event that made it."""

    @property
    def school(self) -> str:
        """The slug of the school that issued it."""
        slug: str = self.issued.school
        return slug

    @property
    def last_day(self) -> date:
        """The day of the last act that stands."""
        acts = self.acts()
        return acts[-1].on if acts else self.history[0].on


def _without(kept: list[Done], correction: Corrected) -> list[Done]:
    """What is left once the act that a correction names is taken back, with what followed from it."""
    places = [place for place, event in enumerate(kept) if _named(event, correction)]
    if not places:
        raise ValueError("a correction names an act that stands")
    whole = type(kept[places[-1]]) is TakenOver
    return [] if whole else kept[: places[-1]]


def _named(event: Done, correction: Corrected) -> bool:
    return (event.event, event.on) == (correction.act, correction.done)
