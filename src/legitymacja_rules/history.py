"""A document is what happened to it.

It stores no state, only its events in their order. An act entered by mistake is never deleted: a
`Corrected` after it takes back the last act that stands, so that the history tells both. What counts
are the acts that stand; from them every document derives what it shows of itself. Where none stands,
for its making was taken back, nothing more can happen to it.

Whoever builds a document in Python has decided what it tells, or answers for it. One that comes as JSON
may tell anything, and is asked whether its life could have been.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from pydantic import ValidationError, ValidationInfo, model_validator

from ._base import Misfit, Record, unfit
from .acts import Corrected, Done, TakenOver

__all__ = ["Document", "left_by"]

A = TypeVar("A", bound=Done)


class Document(Record):
    """The base of all documents.

    Attributes:
        history: all that happened to it, in order; the first event makes it.
    """

    first: ClassVar[type[Done]] = Done
    misfits: ClassVar[Callable[[tuple[Any, ...]], Iterator[Misfit]]]
    """Finds the events that cannot have followed upon those before them; set with its lifecycle."""

    history: tuple[Any, ...]

    @model_validator(mode="after")
    def _is_one_life(self, info: ValidationInfo) -> Self:
        kinds = [*map(type, self.history)]
        if kinds[:1] != [self.first]:
            raise self._unfit("begins_otherwise", 0)
        if info.mode == "json" and (found := next(type(self).misfits(self.history), None)):
            raise unfit(type(self).__name__, found)
        if kinds.count(self.first) != 1:
            raise self._unfit("impossible_act", kinds.index(self.first, 1))
        self.standing()
        return self

    def standing(self) -> tuple[Done, ...]:
        """The events that were not taken back."""
        # Asked at every turn, and corrections are rare.
        if Corrected not in map(type, self.history):
            return self.history
        kept: list[Done] = []
        for at, event in enumerate(self.history):
            if at and not kept:
                raise self._unfit("impossible_act", at)
            if not isinstance(event, Corrected):
                kept.append(event)
            elif (left := left_by(event, kept)) is not None:
                del kept[left:]
            else:
                raise self._unfit("not_the_last_act", at)
        return tuple(kept)

    def _unfit(self, code: str, at: int) -> ValidationError:
        return unfit(type(self).__name__, Misfit(code, ("history", at)))

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


def left_by(correction: Corrected, standing: Sequence[Done]) -> int | None:
    """How many events still stand once the act that it names is taken back, with what followed from it.

    None if it names none that stands.
    """
    for place in reversed(range(len(standing))):
        event = standing[place]
        if (event.event, event.on) == (correction.act, correction.done):
            return 0 if type(event) is TakenOver else place
    return None
