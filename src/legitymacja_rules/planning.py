"""The yearly plan: for a set of documents and a day, which of them need something, and by when.

IDs are confirmed each school year and an mLegitymacja ends with its ID or with the school year; no
event tells when. `plan` reads it off the documents: an ID whose validity ends within the school year
of the day needs a confirmation, an mLegitymacja a new one upon an application; what has run out
already has lapsed; a card that nobody collected before its date is to be destroyed. What needs
nothing in that school year has no line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from . import mlegitymacja, school_id
from ._base import an_instance, instances
from ._day import a_day
from .findings import STRICT, Finding, needs_review
from .history import Document
from .mlegitymacja import Mlegitymacja
from .mlegitymacja.grounds import reissue_row
from .outcomes import Explained
from .regulation import Regulation
from .school_id import SchoolId
from .school_id.keeping import confirmation_row, speaking
from .school_year import end_of_school_year

__all__ = ["Line", "Need", "plan"]

Need = Literal["confirmation", "new_mlegitymacja", "destruction"]
"""What a document needs."""


CODES: Mapping[Need, str] = {
    "confirmation": "plan.confirmation",
    "new_mlegitymacja": "plan.new_mlegitymacja",
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
    by: date
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
    lines = [line for one in known if one.school == school.slug for line in _lines(one, school, on)]
    return tuple(sorted(lines, key=lambda line: line.by))


def _lines(document: Document, school: Regulation, on: date) -> Iterator[Line]:
    if isinstance(document, SchoolId):
        need, until, clause = _id_needs(document, school, on)
    elif isinstance(document, Mlegitymacja):
        need, until, clause = _mlegitymacja_needs(document, school, on)
    else:
        return
    if need and until < end_of_school_year(on):
        measured, limit = on.isoformat(), until.isoformat()
        finding = needs_review(CODES[need], clause, measured, limit)
        yield Line(document, need, until, on > until, (finding,))


def _id_needs(document: SchoolId, school: Regulation, on: date) -> tuple[Need | None, date, str]:
    until, states = document.valid_until(on), school_id.State
    match school_id.state_on(document, on):
        case states.VALID | states.LAPSED:
            row = confirmation_row(document, school, on)
            return "confirmation", until, row.clause if row else "I-hologram"
        case states.ISSUED if on > until:
            rule = speaking(school, on).destruction
            return "destruction", until, rule.clause if rule else "I-silence"
        case _:
            return None, until, ""


def _mlegitymacja_needs(
    document: Mlegitymacja, school: Regulation, on: date
) -> tuple[Need | None, date, str]:
    until, states = document.issued.valid_until, mlegitymacja.State
    rules = school.mlegitymacja
    match mlegitymacja.state_on(document, on):
        case states.LAPSED:
            rule = rules.after_lapse if rules else None
            lapsed_on = document.issued.codes_until
            return "new_mlegitymacja", lapsed_on, rule.clause if rule else "I-lapse"
        case states.ISSUED | states.ACTIVATED | states.EXPIRED:
            found = reissue_row(rules, "validity_confirmed", on) if rules else None
            return "new_mlegitymacja", until, found[0].clause if found else "I-reissue"
        case _:
            return None, until, ""
