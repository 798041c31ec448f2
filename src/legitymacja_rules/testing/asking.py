"""What a command is made for: a document, its school, a day, and whether it may be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from hypothesis import strategies as st

from ..acts import Correct, HandOver, IdentityCard
from ..facts import Pupil
from ..history import Document
from ..regulation import Regulation
from ..vocabulary import CollectionWay, Receiver
from .complete import text_on
from .drawing import pick

__all__ = ["Asking", "correction", "handover", "plain"]

D = TypeVar("D", bound=Document)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asking(Generic[D]):
    """For what a command is made.

    Attributes:
        document: of which it is asked.
        school: the text of its school.
        on: the day of the command.
        sensible: whether it has to be as the text wants it; else it may be wrong.
    """

    document: D
    school: Regulation
    on: date
    sensible: bool

    @property
    def text(self) -> Regulation:
        """What applies at the school on that day."""
        return text_on(self.school, self.on)

    @property
    def pupil(self) -> Pupil:
        """Whose document it is."""
        pupil: Pupil = self.document.issued.pupil
        return pupil

    def choice(self, draw: st.DrawFn, right: Iterable[T], others: Iterable[T]) -> T:
        """What the text wants; beside it anything else where it may be wrong, or wants nothing."""
        good = [*right]
        return pick(draw, good if good and self.sensible else [*good, *good, *others])


def handover(draw: st.DrawFn, asking: Asking[Any], to: Sequence[Receiver]) -> HandOver:
    """A handover to one of these, at ten in the morning, after a notice, against a signature."""
    anybody: tuple[Receiver, ...] = ("pupil", "graduate", "parent", "authorised")
    ways: tuple[CollectionWay, ...] = ("in_person", "registered_letter", "post")
    return HandOver(
        on=asking.on,
        to=asking.choice(draw, to, anybody),
        way=asking.choice(draw, ways[:1], ways),
        at=asking.choice(draw, ["10:00"], [None, "06:59", "07:00", "15:00", "15:01"]),
        signed=asking.choice(draw, [True], [False]),
        noticed=asking.choice(draw, [True], [False]),
        identity_card=asking.choice(draw, [IdentityCard("ABC 123456")], [None]),
    )


def correction(draw: st.DrawFn, asking: Asking[Any]) -> Correct:
    """A correction of the last act; where it may be wrong, of the first, or of another day."""
    standing = asking.document.standing()
    first = asking.document.history[0]
    last = asking.document.last_entered() if standing else first
    right, other = (last.event, last.on), (first.event, first.on)
    act, done = asking.choice(draw, [right], [other, (last.event, asking.on)])
    return Correct(on=asking.on, act=act, done=done)


def plain(kind: type[T]) -> Callable[[st.DrawFn, Asking[Any]], T]:
    """Commands that say nothing but their day."""
    return lambda _draw, asking: kind(on=asking.on)  # type: ignore[call-arg]  # as each of them does
