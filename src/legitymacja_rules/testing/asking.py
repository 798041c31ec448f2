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
from .applications import text_on

__all__ = ["Asking", "corrections", "handovers", "plain"]

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

    def choice(self, right: Iterable[T], others: Iterable[T]) -> st.SearchStrategy[T]:
        """What the text wants; beside it anything else where it may be wrong, or wants nothing."""
        good, rest = [*right], [*others]
        return st.sampled_from(good if good and self.sensible else [*good, *good, *rest])


def handovers(asking: Asking[D], to: Sequence[Receiver]) -> st.SearchStrategy[HandOver]:
    """Handovers to one of these, at ten in the morning, after a notice, against a signature."""
    anybody: tuple[Receiver, ...] = ("pupil", "graduate", "parent", "authorised")
    ways: tuple[CollectionWay, ...] = ("in_person", "registered_letter", "post")
    return st.builds(
        HandOver,
        on=st.just(asking.on),
        to=asking.choice(to, anybody),
        way=asking.choice(ways[:1], ways),
        at=asking.choice(["10:00"], [None, "06:59", "07:00", "15:00", "15:01"]),
        signed=asking.choice([True], [False]),
        noticed=asking.choice([True], [False]),
        identity_card=asking.choice([IdentityCard("ABC 123456")], [None]),
    )


def corrections(asking: Asking[D]) -> st.SearchStrategy[Correct]:
    """Corrections of the last act; where they may be wrong, of the first, or of another day."""
    standing = asking.document.standing()
    last = asking.document.last_entered() if standing else asking.document.history[-1]
    first = asking.document.history[0]
    named = asking.choice([(last.event, last.on)], [(first.event, first.on), (last.event, asking.on)])
    return named.map(lambda told: Correct(on=asking.on, act=told[0], done=told[1]))


def plain(kind: type[T]) -> Callable[[Asking[Any]], st.SearchStrategy[T]]:
    """Commands that say nothing but their day."""
    return lambda asking: st.builds(kind, on=st.just(asking.on))
