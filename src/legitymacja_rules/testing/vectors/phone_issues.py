"""The issue of an mLegitymacja, with one thing otherwise in what it rests on, and after another one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ... import variants
from ...vocabulary import CodeWay
from .asking import LEFT_OUT, Case, each, settled
from .dates import DAY, EVE, LAST_ON_PAPER, MORROW, NEXT, UNTIL, around
from .lives import Desk
from .lodging import lodged_otherwise
from .people import ANNA, codes, held, photo
from .phone_lives import LIVES

__all__ = ["cases"]


def cases(here: Desk) -> Iterator[Case]:
    """All of them at one school."""
    base = here.first
    yield from settled(base.under("good"), DAY, no=True)
    yield from lodged_otherwise(base, "application")
    yield from _grounds(base)
    yield from _deliveries(base)
    yield from _last_days(base)
    yield from _papers(base)
    yield from _days_of_the_text(base)
    yield from _policies(base)
    yield from _after_another(here)


def _grounds(base: Case) -> Iterator[Case]:
    """What only this one can: the ID on which it rests, the codes, who asks at all."""
    yield from each(
        base,
        {
            "without-id": {"application.prior_id": LEFT_OUT},
            "id-of-preschool": {"application.prior_id.kind": "preschool"},
            "id-void": {"application.prior_id.void_since": DAY},
            "codes-of-tomorrow": {"codes.generated": MORROW},
            "codes-of-yesterday": {"codes.generated": EVE},
            "without-codes": {"codes": LEFT_OUT},
            "by-email-without-address": {
                "application.deliver_by": "email",
                "application.email": None,
            },
            "education-ends-first": {"application.education_ends": "2025-06-27"},
            "as-ex-officio": {
                "application": {"pupil": ANNA, "photo": photo(None), "prior_id": held()}
            },
        },
    )


def _deliveries(base: Case) -> Iterator[Case]:
    """Each way of bringing the codes."""
    ways = get_args(CodeWay)
    yield from each(base, {f"delivered-by-{way}": {"application.deliver_by": way} for way in ways})


def _last_days(base: Case) -> Iterator[Case]:
    """Around the last day of the ID."""
    for name, day in around(DAY).items():
        yield from each(base, {f"id-until/{name}": {"application.prior_id.valid_until": day}})


def _papers(base: Case) -> Iterator[Case]:
    """Upon an ID on paper, around the last day on which there could be one."""
    for name, day in around(LAST_ON_PAPER).items():
        paper = {"number": "5/2023", "form": "paper", "issued": day, "valid_until": UNTIL}
        yield from each(base, {f"id-on-paper-issued/{name}": {"application.prior_id": paper}})
        if day == LAST_ON_PAPER:
            for fields in (0, 1):
                full = {**paper, "free_fields": fields, "valid_until": EVE}
                change = {"application.prior_id": full}
                yield from each(base, {f"id-on-paper-{fields}-fields": change})


def _days_of_the_text(base: Case) -> Iterator[Case]:
    """Around the first and the last day on which the text speaks of it."""
    period = variants.get(base.arguments["school"]).period("mlegitymacja")
    for end in filter(None, (period.since, period.until)):
        for day in around(end.isoformat()).values():
            change = {
                "on": day,
                "application.received": day,
                "codes": codes(day),
                "application.prior_id": held("2024-07-01"),
            }
            yield from each(base, {f"on-{day}": change})


def _policies(base: Case) -> Iterator[Case]:
    """Where the law counts, and where nobody said which of the two does."""
    yield from each(base, {f"policy-{one}": {"policy": one} for one in ("law", "undecided")})


def _after_another(here: Desk) -> Iterator[Case]:
    """Where there was one before, in each state."""
    for name in ("issued", "lapsed", "activated", "expired", "revoked", "revoked-for-a-name"):
        life = LIVES[name]
        again = {
            "previous": here.lived(life),
            "on": life.asked,
            "application.received": life.asked,
            "codes": codes(life.asked, 2),
            "application.prior_id": held(DAY, until=NEXT),
        }
        yield from settled(next(each(here.first, {f"after-one-{name}": again})), life.asked)
