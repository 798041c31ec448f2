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


LIVING = frozenset({State.ISSUED, State.ACTIVATED})
"""The states in which it counts: at most one such mLegitymacja rests on one ID."""


def state_on(document: Mlegitymacja, day: date) -> State:
    """The state on a day; the only place where time counts."""
    issued, revoked, reissued = document.issued, document.revoked, document.reissued
    if day < issued.on:
        return State.NOT_YET
    if reissued is not None and day >= reissued.on:
        return State.REISSUED
    if revoked is not None and day >= revoked.on:
        return State.REVOKED
    activated = bool(document.activations) and day >= document.activations[0].on
    if day > issued.valid_until:
        return State.EXPIRED
    if not activated and day > issued.codes_until:
        return State.LAPSED
    return State.ACTIVATED if activated else State.ISSUED
