"""What an mLegitymacja is on a day.

The document stores no state. Codes run out and validity ends without anybody doing anything, so the
state is derived from what happened and from the day asked about; this is the only place where time
counts.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ..lifecycle import Course
from .records import Event, Issued, Mlegitymacja

__all__ = ["COURSE", "LIVING", "State", "state_on"]


class State(StrEnum):
    """What an mLegitymacja is on a day."""

    NOT_YET = "not_yet"
    ISSUED = "issued"
    ACTIVATED = "activated"
    LAPSED = "lapsed"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REISSUED = "reissued"
    ANNULLED = "annulled"


LIVING = frozenset({State.ISSUED, State.ACTIVATED})
"""The states in which it counts: at most one such mLegitymacja rests on one ID."""


AFTER = {
    "issued": State.ISSUED,
    "activated": State.ACTIVATED,
    "revoked": State.REVOKED,
    "reissued": State.REISSUED,
}
"""What it is after an event, whatever it was before."""


def _after(state: State, act: Event) -> State:
    return AFTER.get(act.event, state)


def _on(state: State, issued: Issued, day: date) -> State:
    """The only place where time counts."""
    if state in LIVING and day > issued.valid_until:
        return State.EXPIRED
    until = None if issued.renewable else issued.codes_until
    lapsed = state is State.ISSUED and until is not None and day > until
    return State.LAPSED if lapsed else state


COURSE = Course(annulled=State.ANNULLED, start=State.NOT_YET, after=_after, on=_on)
"""How it gets from state to state."""


def state_on(document: Mlegitymacja, day: date) -> State:
    """The state on a day."""
    state: State = COURSE.state_on(document, day)
    return state
