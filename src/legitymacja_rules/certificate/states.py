"""What a certificate is on a day.

The document stores no state; it is derived from what happened until that day. A certificate does not
run out, so time alone changes nothing.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ..acts import Found, Replaced
from ..lifecycle import Course
from .records import Certificate, Event, Issued

__all__ = ["COURSE", "State", "state_on"]


class State(StrEnum):
    """What a certificate is on a day."""

    NOT_YET = "not_yet"
    ISSUED = "issued"
    VALID = "valid"
    DUPLICATED = "duplicated"
    NO_DUPLICATE = "no_duplicate"
    REPLACED = "replaced"
    UNSETTLED = "unsettled"
    FOUND = "found"
    RETURNED = "returned"
    ANNULLED = "annulled"


AFTER = {
    "issued": State.ISSUED,
    "handed_over": State.VALID,
    "duplicated": State.DUPLICATED,
    "duplicate_impossible": State.NO_DUPLICATE,
    "returned": State.RETURNED,
}
"""What a certificate is after an event, whatever it was before."""

GONE = frozenset({State.REPLACED, State.UNSETTLED})
"""The states in which the place of a lost one is taken."""


def _after(state: State, act: Event) -> State:
    match act:
        case Replaced():
            return State.REPLACED if act.void else State.UNSETTLED
        case Found():
            return State.FOUND if state in GONE else State.VALID
        case _:
            return AFTER[act.event]


def _on(state: State, _issued: Issued, _day: date) -> State:
    """Whatever the day."""
    return state


COURSE = Course(annulled=State.ANNULLED, start=State.NOT_YET, after=_after, on=_on)
"""How it gets from state to state."""


def state_on(document: Certificate, day: date) -> State:
    """The state on a day."""
    state: State = COURSE.state_on(document, day)
    return state
