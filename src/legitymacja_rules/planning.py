"""The yearly plan: for a set of documents and a day, which of them need something, and by when.

IDs are confirmed each school year and an mLegitymacja ends with its ID or with the school year; no
event tells when. `plan` reads it off the documents: an ID whose validity ends within the school year
of the day needs a confirmation, an mLegitymacja a new one upon an application; what has run out
already has lapsed; a card that nobody collected before its date is to be destroyed. What needs
nothing in that school year has no line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from . import mlegitymacja, school_id
from ._base import an_instance, instances
from ._day import Day, a_day
from .findings import STRICT, Finding, needs_review
from .history import Document
from .mlegitymacja import Mlegitymacja
from .mlegitymacja.grounds import reissue_row
from .mlegitymacja.texts import text_for
from .outcomes import Explained
from .regulation import Regulation
from .school_id import SchoolId
from .school_id.keeping import speaking, yearly
from .school_year import end_of_school_year

__all__ = ["Line", "Need", "plan"]

Need = Literal["confirmation", "new_mlegitymacja", "new_id", "destruction"]
"""What a document needs."""


CODES: Mapping[Need, str] = {
    "confirmation": "plan.confirmation",
    "new_mlegitymacja": "plan.new_mlegitymacja",
    "new_id": "plan.new_id",
    "destruction": "plan.destruction",
}


@dataclass(frozen=True, slots=True)
class Line(Explained):
    """What one document needs.

    Attributes:
        document: the document.
        need: what it needs.
        by: its last day of validity; once that has passed it has lapsed.
        lapsed: whether it has.
        findings: under which clause.
    """

    __pydantic_config__: ClassVar = STRICT

    document: SchoolId | Mlegitymacja
    need: Need
    by: Day
    lapsed: bool
    findings: tuple[Finding, ...]


def plan(
    documents: Iterable[SchoolId | Mlegitymacja], school: Regulation, *, on: date
) -> tuple[Line, ...]:
    """What a school's documents need in the school year of a day, the most pressing first.

    Args:
        documents: IDs and mLegitymacje of that school, of any pupils.
        school: the school.
        on: the day asked about.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(school, Regulation, "school")
    a_day(on, "on")
    known = instances(documents, Document, "documents")
    here = [one for one in known if one.school == school.slug]
    ids = [one for one in here if isinstance(one, SchoolId)]
    phones = [one for one in here if isinstance(one, Mlegitymacja)]
    lasting = _lasting(phones, ids, on)
    lines = [
        *(line for one in ids for line in _line(one, *_id_needs(one, school, on), on)),
        *(
            line
            for one in lasting
            for line in _line(one, *_mlegitymacja_needs(one, school, on), on)
        ),
    ]
    return tuple(sorted(lines, key=lambda line: line.by))


def _lasting(
    phones: Sequence[Mlegitymacja], ids: Sequence[SchoolId], on: date
) -> Iterator[Mlegitymacja]:
    """The last mLegitymacja on each ID that may still bear one; what went before needs nothing."""
    living = {one.issued.number for one in ids if not one.void_on(on)}
    void = {one.issued.number for one in ids} - living
    last = {one.issued.id_number: one for one in sorted(phones, key=_issued_on) if one.acts()}
    return (one for number, one in last.items() if number not in void)


def _issued_on(one: Mlegitymacja) -> date:
    return one.issued.on


def _line(
    document: SchoolId | Mlegitymacja, need: Need | None, until: date, clause: str, on: date
) -> Iterator[Line]:
    if need and until < end_of_school_year(on):
        measured, limit = on.isoformat(), until.isoformat()
        finding = needs_review(CODES[need], clause, measured, limit)
        yield Line(document, need, until, on > until, (finding,))


def _id_needs(document: SchoolId, school: Regulation, on: date) -> tuple[Need | None, date, str]:
    until, states = document.valid_until(on), school_id.State
    match school_id.state_on(document, on):
        case states.VALID | states.LAPSED if document.free_fields(on) == 0:
            return "new_id", until, "I-stamp-fields"
        case states.VALID | states.LAPSED:
            return "confirmation", until, yearly(document.issued, school, on).clause
        case states.ISSUED if on > until:
            rule = speaking(school, on).destruction
            return "destruction", until, rule.clause if rule else "I-silence"
        case _:
            return None, until, ""


def _mlegitymacja_needs(
    document: Mlegitymacja, school: Regulation, on: date
) -> tuple[Need | None, date, str]:
    until, states = document.issued.valid_until, mlegitymacja.State
    match mlegitymacja.state_on(document, on):
        case states.LAPSED:
            rule = text_for(school, document, "activate", on).after_lapse
            lapsed_on = document.issued.codes_until or until
            return "new_mlegitymacja", lapsed_on, rule.clause if rule else "I-lapse"
        case states.ISSUED | states.ACTIVATED | states.EXPIRED:
            row = reissue_row(text_for(school, document, "reissue", on), "validity_confirmed")
            return "new_mlegitymacja", until, row.clause if row else "I-reissue"
        case _:
            return None, until, ""
