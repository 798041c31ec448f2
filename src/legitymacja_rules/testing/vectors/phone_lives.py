"""mLegitymacje at one school: their commands, and how each state is reached."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from ... import variants
from .asking import Case, Json
from .dates import DAY, EVE, LATER, NEXT, SOON
from .lives import Desk, Life
from .people import application, codes, held

__all__ = ["LIVES", "desk", "first", "steps"]

_USED = ((0, "activate", DAY),)

LIVES: Mapping[str, Life] = {
    "not-yet": Life((), EVE),
    "issued": Life((), SOON),
    "lapsed": Life((), LATER),
    "activated": Life(_USED, SOON),
    "expired": Life(_USED, "2025-10-06"),
    "revoked": Life(((0, "revoke-on_request", DAY),), SOON),
    "revoked-for-a-name": Life(((0, "revoke-name_change", DAY),), SOON),
    "reissued": Life(((0, "reissue-errors_found", DAY),), SOON),
    "reissued-by-mistake": Life(((0, "reissue-errors_found", DAY), (1, "correct", DAY)), SOON),
    "annulled": Life(((0, "correct", DAY),), SOON),
}
"""How each state is reached."""


def first(school: str) -> Case:
    """The issue of a first mLegitymacja in which nothing is missing."""
    lodged = application(
        school, "mlegitymacja", prior_id=held(), deliver_by="print", email="maria@example.org"
    )
    told = {"application": lodged, "school": school, "on": DAY, "codes": codes()}
    return Case(f"mlegitymacja/{school}/issue", "mlegitymacja.issue", told)


def desk(school: str) -> Desk:
    """The mLegitymacje at a school."""
    return Desk(
        "mlegitymacja", school, school, first(school), DAY, cache(partial(_commands, school))
    )


def steps(school: Json, system: str = "android") -> list[str]:
    """The steps of an activation on a fresh device, as the text lists them."""
    rows = variants.get(school).mlegitymacja
    known = rows.steps if rows else ()
    return [row.name for row in known if not row.permission_on or system in row.permission_on]


def _commands(school: str, on: str) -> Mapping[str, Json]:
    new = application(
        school, "mlegitymacja", on, prior_id=held(DAY, until=NEXT), deliver_by="print"
    )
    revoke = {
        f"revoke-{ground}": {"kind": "revoke", "ground": ground, "applicant": "parent"}
        for ground in ("on_request", "id_validity_lost")
    }
    reissue = {
        "kind": "reissue",
        "ground": "errors_found",
        "application": new,
        "codes": codes(on, 2),
    }
    ruling = {"basis": "court_ruling", "ground": "name_change"}
    return {
        "hand_over": {"kind": "hand_over", "to": "parent", "signed": True},
        "generate_codes": {"kind": "generate_codes", "codes": codes(on, 3)},
        "activate": {
            "kind": "activate",
            "device": "phone-1",
            "system": "android",
            "qr": "QR-1",
            "code": "CODE-1",
            "steps": steps(school),
        },
        **revoke,
        "revoke-name_change": {**revoke["revoke-on_request"], **ruling},
        "reissue-errors_found": reissue,
        "reissue-name_change": {**reissue, **ruling},
    }
