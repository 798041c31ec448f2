"""School IDs at one school: their commands, and how each state is reached."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from .asking import Case, Json
from .dates import DAY, EVE, LAPSED, LAST, LATER, NEXT_YEAR, UNTIL, YEAR
from .lives import Desk, Life
from .people import application

__all__ = ["LIVES", "desk", "first"]

_HAD = ((0, "hand_over", DAY),)
_LOST = (*_HAD, (0, "duplicate", LATER))
_GONE = (*_LOST, (1, "hand_over", LATER), (0, "replace", LATER))
_FOUND_FIRST = (*_LOST, (0, "report_found", LATER))
_IN_AUTUMN = "2025-09-22"

LIVES: Mapping[str, Life] = {
    "not-yet": Life((), EVE),
    "issued": Life((), LATER),
    "never-collected": Life((), LAPSED),
    "valid": Life(_HAD, LATER),
    "lapsed": Life(_HAD, LAPSED),
    "confirmed": Life((*_HAD, (0, "confirm", NEXT_YEAR)), LAPSED),
    "reported": Life((*_HAD, (0, "report_loss", LATER)), LAST),
    "duplicated": Life(_LOST, LAST),
    "gone": Life(_GONE, LAST),
    "found": Life((*_GONE, (0, "report_found", LATER)), LAST),
    "returned": Life((*_GONE, (0, "report_found", LATER), (0, "give_back", LATER)), LAST),
    "duplicate-received": Life((*_LOST, (1, "hand_over", LAST)), LAST),
    "found-first": Life((*_FOUND_FIRST, (1, "hand_over", LAST)), LAST),
    "found-first-and-lapsed": Life(
        (
            *_HAD,
            (0, "duplicate", _IN_AUTUMN),
            (0, "report_found", _IN_AUTUMN),
            (1, "hand_over", LAPSED),
        ),
        LAPSED,
    ),
    "exchanged": Life((*_HAD, (0, "exchange", LATER)), LAST),
    "ended": Life((*_HAD, (0, "end", LATER)), LAST),
    "destroyed": Life((*_HAD, (0, "exchange", LATER), (0, "destroy", LATER)), LAST),
    "annulled": Life(((0, "correct", DAY),), LATER),
}
"""How each state is reached."""


def first(school: Json, on: str = DAY, kind: str = "school", until: str = UNTIL) -> Case:
    """The issue of a first ID in which nothing is missing."""
    procedure = "school_id" if kind == "school" else "preschool_id"
    lodged = application(school, procedure, on, admitted=YEAR, kind=kind)  # type: ignore[arg-type]  # one of the two
    where = school if isinstance(school, str) else "law"
    made = {"number": "17/2024", "valid_until": until}
    told = {"application": lodged, "school": school, "on": on, "card": made}
    return Case(f"school_id/{where}/issue", "school_id.issue", told)


def desk(school: Json, on: str = DAY, until: str = UNTIL) -> Desk:
    """IDs at a school."""
    where = school if isinstance(school, str) else "law"
    return Desk(
        "school_id",
        school,
        where,
        first(school, on, until=until),
        on,
        cache(partial(_commands, school)),
    )


def _commands(school: Json, on: str) -> Mapping[str, Json]:
    year = int(on[:4]) + (on[5:7] >= "09")
    new = {"number": "18/2024", "valid_until": f"{year}-09-30"}

    def lodged(procedure: str, reason: str) -> Json:
        return application(school, procedure, on, reason=reason)  # type: ignore[arg-type]  # one of the list

    confirm = {"kind": "confirm", "valid_until": f"{year}-09-30"}
    return {
        "hand_over": {"kind": "hand_over", "to": "pupil", "signed": True},
        "confirm": {**confirm, "means": "hologram", "hologram": "H-1"},
        "confirm-by-seal": {**confirm, "means": "date_and_seal"},
        "code_services": {
            "kind": "code_services",
            "services": ["school_activity", "public_transport"],
            "consent": "parent",
        },
        "report_loss": {"kind": "report_loss", "how": "lost"},
        "report_found": {"kind": "report_found"},
        "duplicate": {
            "kind": "duplicate",
            "application": lodged("id_duplicate", "lost"),
            "card": new,
        },
        "exchange": {
            "kind": "exchange",
            "application": lodged("id_exchange", "error"),
            "card": new,
        },
        "replace": {"kind": "replace"},
        "give_back": {"kind": "give_back"},
        "end": {"kind": "end", "ground": "school_changed"},
        "destroy": {"kind": "destroy"},
        "amend": {"kind": "amend"},
    }
