"""Certificates and their duplicates: every command in every state, and what comes with an application."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import get_args

from ... import variants
from ...vocabulary import CertificateForm, CollectionWay, LossGround, Receiver, Records
from .asking import LEFT_OUT, Case, Json, around, each, settled
from .lives import Desk, Life
from .lodging import lodged_otherwise
from .people import EWA, SCHOOLS, application

__all__ = ["LIVES", "cases", "desk"]

FINISHED, DAY, LATER, LAST = "2023-06-23", "2024-10-01", "2024-11-04", "2024-12-02"
WORDS = "command.attested"

_HAD = ((0, "hand_over", FINISHED),)
_LOST = (*_HAD, (0, "duplicate", DAY))
_GONE = (*_LOST, (1, "hand_over", LATER), (0, "replace", LATER))

LIVES: Mapping[str, Life] = {
    "not-yet": Life((), "2023-06-22"),
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


def cases() -> Iterator[Case]:
    """All of them."""
    speaking = [school for school in SCHOOLS if variants.get(school).certificate_duplicate]
    silent = [school for school in SCHOOLS if school not in speaking]
    for school in (*speaking, silent[0]):
        here = desk(school)
        yield from settled(here.first.under("good"), FINISHED, no=True)
        yield from here.cases(LIVES)
    for school in speaking:
        yield from _variants(desk(school))


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


def _variants(here: Desk) -> Iterator[Case]:
    """Applications and collections with one thing otherwise."""
    held = here.lived(LIVES["valid"])
    duplicate = here.asking("valid", held, 0, "duplicate", DAY)
    yield from lodged_otherwise(duplicate, "command.application", get_args(LossGround))
    changes: dict[str, dict[str, Json]] = {
        **{f"records-{one}": {"command.records": one} for one in get_args(Records)},
        **{f"form-{one}": {"command.form": one} for one in get_args(CertificateForm)},
        "without-form-to-print-on": {"command.form": LEFT_OUT},
        "another-year": {"command.application.certificate_year": 2022},
        "another-kind": {"command.application.certificate_kind": "class"},
        "without-year": {"command.application.certificate_year": LEFT_OUT},
        "without-kind": {"command.application.certificate_kind": LEFT_OUT},
    }
    for case in each(duplicate, changes):
        yield from settled(case, DAY, WORDS)
    made = here.lived(Life(_LOST, LATER))
    collect = here.asking("collecting", made, 1, "hand_over", LATER)
    ways: dict[str, dict[str, Json]] = {
        **{f"by-{way}": {"command.way": way} for way in get_args(CollectionWay)},
        **{f"to-{who}": {"command.to": who} for who in get_args(Receiver)},
        **{
            f"at-{at.replace(':', '-')}": {"command.at": at}
            for at in ("06:59", "07:00", "15:00", "15:01")
        },
        "nobody-knows-when": {"command.at": LEFT_OUT},
        "unannounced": {"command.noticed": False},
        "unsigned": {"command.signed": False},
        "without-identity-card": {"command.identity_card": LEFT_OUT},
        "on-a-saturday": {"command.on": "2024-11-09"},
    }
    for case in each(collect, ways):
        yield from settled(case, case.arguments["command"]["on"], WORDS)
    copies = here.lived(LIVES["duplicate-received"])
    again = here.asking("again", copies, 1, "duplicate", LAST)
    yield from settled(again.under("of-a-duplicate"), LAST, WORDS)
    for day in around("2024-09-01").values():
        case = here.asking(f"valid-{day}", held, 0, "duplicate", day)
        yield from settled(case, day, WORDS)
