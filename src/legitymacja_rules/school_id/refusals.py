"""Why nothing more can happen: what only an ID can be.

Each takes the document, the day and the school, and names the clause that stands in the way, so that
the refusal is right for this school and this day.
"""

from __future__ import annotations

from datetime import date

from .. import refusals
from ..findings import breached, not_covered
from ..refusals import Reasons, since
from ..regulation import Regulation
from .keeping import speaking, yearly
from .records import SchoolId
from .replacing import duplicate_rules

__all__ = ["destroyed", "ended", "found", "lapsed", "not_amended", "reported"]


def lapsed(document: SchoolId, on: date, school: Regulation) -> Reasons:
    """Its printed or last confirmed date has passed."""
    until, rule = document.valid_until(on).isoformat(), yearly(document.issued, school, on)
    return (breached("document.confirmed", rule.clause, on.isoformat(), until, also=rule.also),)


def reported(document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """It was reported as lost, stolen or destroyed."""
    return since("document.at_hand", document, {"reported", "duplicated"}, "invariant:one-life")


def found(document: SchoolId, on: date, school: Regulation) -> Reasons:
    """It was found again after another one took its place."""
    return refusals.found(document, on, duplicate_rules(school, on))


def ended(document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """The pupil has left the school."""
    return since("document.ended", document, {"ended"})


def destroyed(document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """It was destroyed."""
    return since("document.destroyed", document, {"destroyed"}, "invariant:one-life")


def not_amended(_document: SchoolId, on: date, school: Regulation) -> Reasons:
    """Nothing is corrected on it; an error leads to an exchange."""
    if rule := speaking(school, on).no_corrections:
        return (breached("document.amended", rule.clause, subject="id_exchange", also=rule.also),)
    return (not_covered("document.amended", "I-silence", subject="id_exchange", who=None),)
