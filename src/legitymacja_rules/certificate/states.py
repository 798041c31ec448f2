"""What a certificate is on a day.

The document stores no state; it is derived from what happened until that day. A certificate does not
run out, so time alone changes nothing.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ..acts import Found, Replaced
from .records import Certificate

__all__ = ["State", "state_on"]


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


def state_on(document: Certificate, day: date) -> State:
    """The state on a day."""
    if not document.acts():
        return State.ANNULLED
    state = State.NOT_YET
    for act in document.acts(day):
        match act:
            case Replaced():
                state = State.REPLACED if act.void else State.UNSETTLED
            case Found():
                state = State.FOUND if state in GONE else State.VALID
            case _:
                state = AFTER[act.event]
    return state
