"""What a school or preschool ID is on a day.

The document stores no state. A year ends without anybody doing anything, so the state is derived from
what happened and from the day asked about; this is the only place where time counts.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ..acts import Replaced
from .records import Exchanged, SchoolId

__all__ = ["State", "state_on"]


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


def state_on(document: SchoolId, day: date) -> State:
    """The state on a day; the only place where time counts."""
    if not document.acts():
        return State.ANNULLED
    state = State.NOT_YET
    for act in document.acts(day):
        match act:
            case Replaced():
                state = State.REPLACED if act.void else State.UNSETTLED
            case Exchanged():
                state = State.RETURNED if act.returned else State.REPLACED
            case _ if act.event == "found":
                state = State.FOUND if state in GONE else State.VALID
            case _:
                state = AFTER.get(act.event, state)
    lapsed = state is State.VALID and day > document.valid_until(day)
    return State.LAPSED if lapsed else state
