"""mLegitymacje in the model in force since 17 September 2025, at a school that says nothing.

Nobody applies, codes work for minutes, and parents have it, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ...vocabulary import CodeWay
from .asking import LEFT_OUT, Case, Json, each, settled
from .dates import NEXT, NEXT_YEAR, SIO_BEGINS, TODAY, around, later
from .lives import accepted
from .people import ANNA, BARE, SCHOOLS, codes, held, photo, text_of

__all__ = ["cases"]


def cases() -> Iterator[Case]:
    """All of them."""
    base = _first()
    yield from settled(base.under("good"), TODAY, no=True)
    yield from _issues(base)
    yield from _first_days(base)
    yield from _policies(base)
    document = accepted(base, TODAY)["document"]
    yield from _codes(document)
    yield from _devices(document)


def _first() -> Case:
    """The issue in which nothing is missing."""
    lawful = text_of(BARE, TODAY).photo_for("mlegitymacja")
    card = held(NEXT_YEAR, "7", NEXT)
    asked = {"pupil": ANNA, "prior_id": card, "photo": photo(lawful)}
    told = {"application": asked, "school": BARE, "on": TODAY}
    return Case("mlegitymacja/law/issue", "mlegitymacja.issue", told)


def _issues(base: Case) -> Iterator[Case]:
    """What the system says and what it lacks, with one thing otherwise."""
    yield from each(
        base,
        {
            "objected": {"application.objected": TODAY},
            "objected-tomorrow": {"application.objected": later(TODAY, 1)},
            "without-id": {"application.prior_id": LEFT_OUT},
            "without-pesel": {"application.pupil.pesel": LEFT_OUT},
            "without-photo": {"application.photo": LEFT_OUT},
            "photo-too-narrow": {"application.photo.width": 100},
            "with-codes-at-once": {"codes": codes(TODAY, way="print")},
            "upon-an-application": {
                "application.received": TODAY,
                "application.applicant": "parent",
            },
        },
    )


def _first_days(base: Case) -> Iterator[Case]:
    """Around the first day of the model."""
    card = held("2024-09-02")
    days = around(SIO_BEGINS).values()
    yield from each(base, {f"on-{day}": {"on": day, "application.prior_id": card} for day in days})


def _policies(base: Case) -> Iterator[Case]:
    """At the schools whose texts still tell of the old model, by whoever counts."""
    for school in SCHOOLS:
        for policy in ("school", "law", "undecided"):
            change = {"school": school, "policy": policy}
            yield from each(base, {f"{school}-{policy}": change})


def _codes(document: Json) -> Iterator[Case]:
    """Codes of the platform to the second, and printed ones to the day."""
    told = {"document": document, "school": BARE}
    where = "mlegitymacja/law"
    for way in get_args(CodeWay):
        fresh = codes(TODAY, 1, way=way, at=f"{TODAY}T10:00:00+01:00")
        command = {"kind": "generate_codes", "on": TODAY, "codes": fresh}
        generate = Case(
            f"{where}/codes-by-{way}", "mlegitymacja.decide", {**told, "command": command}
        )
        yield generate
        made = accepted(generate, TODAY)
        use = {
            "kind": "activate",
            "on": TODAY,
            "device": "phone-1",
            "system": "ios",
            "qr": "QR-1",
            "code": "CODE-1",
        }
        base = Case(
            f"{where}/codes-by-{way}/used",
            "mlegitymacja.decide",
            {**told, "document": made["document"], "command": use},
        )
        for at in ("09:59:59", "10:00:00", "10:09:59", "10:10:00", "10:10:01"):
            yield from each(
                base, {f"at-{at.replace(':', '-')}": {"command.at": f"{TODAY}T{at}+01:00"}}
            )
        yield from each(base, {"nobody-knows-when": {}})
        for count in (29, 30, 31):
            yield from each(base, {f"on-day-{count}": {"command.on": later(TODAY, count)}})


def _devices(document: Json) -> Iterator[Case]:
    """One device after the other, of the pupil and of parents, until no more may be added."""
    for number, owner in enumerate(
        ("pupil", "parent", "parent", "parent", "parent", "pupil", "pupil")
    ):
        at = f"{TODAY}T1{number}:00:00+01:00"
        fresh = codes(TODAY, number, way="platform", at=at)
        generate = {"kind": "generate_codes", "on": TODAY, "codes": fresh}
        told = {"document": document, "command": generate, "school": BARE}
        base = f"mlegitymacja/law/device-{number + 1}-of-{owner}"
        made = accepted(Case(base, "mlegitymacja.decide", told), TODAY)
        use = {
            "kind": "activate",
            "on": TODAY,
            "at": at,
            "device": f"phone-{number}",
            "system": "android",
            "qr": fresh["qr"],
            "code": fresh["code"],
            "owner": owner,
        }
        case = Case(
            base, "mlegitymacja.decide", {**told, "document": made["document"], "command": use}
        )
        yield from settled(case, TODAY)
        done = accepted(case, TODAY)
        document = done["document"] if done else made["document"]
