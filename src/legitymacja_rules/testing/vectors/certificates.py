"""Certificates and their duplicates: every command in every state, and what comes with an application."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ... import variants
from ...vocabulary import CertificateForm, CollectionWay, LossGround, Receiver, Records
from .asking import LEFT_OUT, Case, Json, each, settled
from .certificate_lives import LIVES, desk
from .dates import DAY, FINISHED, LAST, LATER, YEAR, around
from .lives import Desk
from .lodging import lodged_otherwise
from .people import SCHOOLS

__all__ = ["cases"]


def cases() -> Iterator[Case]:
    """All of them."""
    speaking = [school for school in SCHOOLS if variants.get(school).certificate_duplicate]
    silent = [school for school in SCHOOLS if school not in speaking]
    for school in (*speaking, silent[0]):
        here = desk(school)
        yield from settled(here.first.under("good"), FINISHED, no=True)
        yield from here.cases(LIVES)
    for school in speaking:
        for matter in (_applications, _collections, _copies_of_copies, _first_days):
            yield from matter(desk(school))


# --- a duplicate and its collection with one thing otherwise --------------------------------------


def _applications(here: Desk) -> Iterator[Case]:
    """What is applied for, what the records tell, and on what it is printed."""
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
        yield from settled(case, DAY)


def _collections(here: Desk) -> Iterator[Case]:
    """Who collects a duplicate, how, and at what hour."""
    made = here.lived(LIVES["duplicated"])
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
        yield from settled(case, case.arguments["command"]["on"])


def _copies_of_copies(here: Desk) -> Iterator[Case]:
    """A duplicate of what is a duplicate itself."""
    copies = here.lived(LIVES["duplicate-received"])
    again = here.asking("again", copies, 1, "duplicate", LAST)
    yield from settled(again.under("of-a-duplicate"), LAST)


def _first_days(here: Desk) -> Iterator[Case]:
    """A duplicate around the first day of a text."""
    held = here.lived(LIVES["valid"])
    for day in around(YEAR).values():
        yield from settled(here.asking(f"valid-{day}", held, 0, "duplicate", day), day)
