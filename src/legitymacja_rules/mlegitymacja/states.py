"""What an mLegitymacja is on a day.

The document stores no state. Codes run out and validity ends without anybody doing anything, so the
state is derived from what happened and from the day asked about; this is the only place where time
counts.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from .records import Mlegitymacja

__all__ = ["LIVING", "State", "state_on"]


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


ENDS = (("reissued", State.REISSUED), ("revoked", State.REVOKED))
"""The events that end it, the last word first, and what it is from then on."""


def state_on(document: Mlegitymacja, day: date) -> State:
    """The state on a day; the only place where time counts."""
    done = {act.event: act.on for act in reversed(document.acts())}
    if not done:
        return State.ANNULLED
    issued = document.issued
    if day < issued.on:
        return State.NOT_YET
    for event, state in ENDS:
        if day >= done.get(event, date.max):
            return state
    activated = day >= done.get("activated", date.max)
    if day > issued.valid_until:
        return State.EXPIRED
    until = None if issued.renewable else issued.codes_until
    if not activated and until is not None and day > until:
        return State.LAPSED
    return State.ACTIVATED if activated else State.ISSUED
