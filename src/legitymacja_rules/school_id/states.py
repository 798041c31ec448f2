"""What a school or preschool ID is on a day.

The document stores no state. A year ends without anybody doing anything, so the state is derived from
what happened and from the day asked about; this is the only place where time counts.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..acts import Found, Replaced
from ..lifecycle import Course
from .records import Confirmed, Event, Exchanged, Issued, SchoolId

__all__ = ["COURSE", "State", "state_on"]


class State(StrEnum):
    """What an ID is on a day."""

    NOT_YET = "not_yet"
    ISSUED = "issued"
    VALID = "valid"
    LAPSED = "lapsed"
    REPORTED = "reported"
    REPLACED = "replaced"
    UNSETTLED = "unsettled"
    FOUND = "found"
    RETURNED = "returned"
    ENDED = "ended"
    DESTROYED = "destroyed"
    ANNULLED = "annulled"


AFTER = {
    "issued": State.ISSUED,
    "handed_over": State.VALID,
    "reported": State.REPORTED,
    "duplicated": State.REPORTED,
    "returned": State.RETURNED,
    "ended": State.ENDED,
    "destroyed": State.DESTROYED,
}
"""What an ID is after an event, whatever it was before."""

GONE = frozenset({State.REPLACED, State.UNSETTLED})
"""The states in which the place of a lost one is taken: found again, it is to be given back."""


class _Known(NamedTuple):
    """What the acts say: what it is, and until when it is valid as printed or last confirmed."""

    state: State
    until: date


def _after(known: _Known, act: Event) -> _Known:
    until = (
        max(known.until, act.valid_until) if isinstance(act, Issued | Confirmed) else known.until
    )
    return _Known(_state_after(known.state, act), until)


def _state_after(state: State, act: Event) -> State:
    match act:
        case Replaced():
            return State.REPLACED if act.void else State.UNSETTLED
        case Exchanged():
            return State.RETURNED if act.returned else State.REPLACED
        case Found():
            return State.FOUND if state in GONE else State.VALID
        case _:
            return AFTER.get(act.event, state)


def _on(known: _Known, _issued: Issued, day: date) -> State:
    """The only place where time counts."""
    lapsed = known.state is State.VALID and day > known.until
    return State.LAPSED if lapsed else known.state


COURSE = Course(
    annulled=State.ANNULLED, start=_Known(State.NOT_YET, date.min), after=_after, on=_on
)
"""How it gets from state to state."""


def state_on(document: SchoolId, day: date) -> State:
    """The state on a day."""
    state: State = COURSE.state_on(document, day)
    return state
