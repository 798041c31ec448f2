"""Certificates at one school: their commands, and how each state is reached."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from .asking import Case, Json
from .dates import DAY, FINISHED, LAST, LATER, later
from .lives import Desk, Life
from .people import EWA, application

__all__ = ["LIVES", "desk"]

_HAD = ((0, "hand_over", FINISHED),)
_LOST = (*_HAD, (0, "duplicate", DAY))
_GONE = (*_LOST, (1, "hand_over", LATER), (0, "replace", LATER))

LIVES: Mapping[str, Life] = {
    "not-yet": Life((), later(FINISHED, -1)),
    "issued": Life((), DAY),
    "valid": Life(_HAD, DAY),
    "duplicated": Life(_LOST, LATER),
    "duplicated-by-mistake": Life((*_LOST, (1, "correct", DAY)), LATER),
    "found-first": Life((*_LOST, (0, "report_found", DAY), (1, "hand_over", LAST)), LAST),
    "duplicate-received": Life((*_LOST, (1, "hand_over", LAST)), LAST),
    "no-duplicate": Life((*_HAD, (0, "duplicate-without-records", DAY)), LATER),
    "gone": Life(_GONE, LAST),
    "found": Life((*_GONE, (0, "report_found", LATER)), LAST),
    "returned": Life((*_GONE, (0, "report_found", LATER), (0, "give_back", LATER)), LAST),
    "annulled": Life(((0, "correct", FINISHED),), DAY),
}
"""How each state is reached."""


def desk(school: str) -> Desk:
    """Certificates at a school."""
    original = {
        "pupil": EWA,
        "kind": "school",
        "school_name": "Szkoła w Grójcu",
        "year": 2023,
        "number": "12/2023",
    }
    told = {"original": original, "school": school, "on": FINISHED}
    first = Case(f"certificate/{school}/issue", "certificate.issue", told)
    return Desk("certificate", school, school, first, FINISHED, cache(partial(_commands, school)))


def _commands(school: str, on: str) -> Mapping[str, Json]:
    lodged = application(
        school,
        "certificate_duplicate",
        on,
        EWA,
        applicant="graduate",
        standing="graduate",
        reason="lost",
        certificate_kind="school",
        certificate_year=2023,
    )
    duplicate = {
        "kind": "duplicate",
        "application": lodged,
        "records": "sufficient",
        "form": "form_of_the_time",
        "number": "1/2024",
    }
    return {
        "hand_over": {
            "kind": "hand_over",
            "to": "graduate",
            "signed": True,
            "identity_card": "ABC 123456",
            "at": "10:00",
            "noticed": True,
        },
        "duplicate": duplicate,
        "duplicate-without-records": {
            key: value for key, value in duplicate.items() if key != "form"
        }
        | {"records": "none"},
        "report_found": {"kind": "report_found"},
        "replace": {"kind": "replace"},
        "give_back": {"kind": "give_back"},
    }
