"""Why nothing more can happen: the finders behind the refusing rows of the table.

Each takes the document, the day and the school, and names the clause that stands in the way, so that
the refusal is right for this school and this day.
"""

from __future__ import annotations

from datetime import date

from ..findings import Finding, breached, not_covered
from ..lifecycle import day_order
from ..regulation import Regulation
from .keeping import speaking, yearly
from .records import SchoolId

__all__ = [
    "annulled",
    "destroyed",
    "ended",
    "found",
    "in_use",
    "lapsed",
    "not_amended",
    "not_handed_over",
    "not_yet",
    "replaced",
    "reported",
    "returned",
    "unsettled",
]

Reasons = tuple[Finding, ...]


def not_yet(document: SchoolId, on: date, _school: Regulation) -> Reasons:
    """Before its issue."""
    return (day_order(on, document.issued.on),)


def not_handed_over(_document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """Nobody has collected it yet."""
    return (breached("document.handed_over", "invariant:one-handover"),)


def in_use(_document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """Its holder has it and uses it."""
    return (breached("document.in_use", "invariant:one-life"),)


def lapsed(document: SchoolId, on: date, school: Regulation) -> Reasons:
    """Its printed or last confirmed date has passed."""
    until, rule = document.valid_until(on).isoformat(), yearly(document.issued, school, on)
    return (breached("document.confirmed", rule.clause, on.isoformat(), until, also=rule.also),)


def reported(document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """It was reported as lost, stolen or destroyed."""
    return _since("document.at_hand", "invariant:one-life", document, {"reported", "duplicated"})


def replaced(document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """Another one has taken its place."""
    return _since("document.replaced", None, document, {"replaced", "exchanged"})


def unsettled(document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """Its duplicate was received, and no text says what that means for it."""
    since = next(act.on for act in document.acts() if act.event == "replaced").isoformat()
    return (not_covered("original.void", "I-original-void", since, who=None),)


def found(document: SchoolId, _on: date, school: Regulation) -> Reasons:
    """It was found again after another one took its place: it is to be given back."""
    rules = school.id_duplicate
    rule = rules.found_returned if rules else None
    clause = rule.clause if rule else "I-original-void"
    return _since("original.returned", clause, document, {"found"})


def returned(document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """The school has it back."""
    events = {"returned", "exchanged"}
    return _since("document.returned", "invariant:one-life", document, events)


def ended(document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """The pupil has left the school."""
    return _since("document.ended", None, document, {"ended"})


def destroyed(document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """It was destroyed."""
    return _since("document.destroyed", "invariant:one-life", document, {"destroyed"})


def annulled(_document: SchoolId, _on: date, _school: Regulation) -> Reasons:
    """Its issue was taken back: there is no such ID."""
    return (breached("document.annulled", "invariant:history-kept"),)


def not_amended(_document: SchoolId, on: date, school: Regulation) -> Reasons:
    """Nothing is corrected on it; an error leads to an exchange."""
    if rule := speaking(school, on).no_corrections:
        return (breached("document.amended", rule.clause, subject="id_exchange", also=rule.also),)
    return (not_covered("document.amended", "I-silence", subject="id_exchange", who=None),)


def _since(code: str, clause: str | None, document: SchoolId, events: set[str]) -> Reasons:
    """A refusal with the day of the event behind it, and the event's own clause if it bears one."""
    act = next(act for act in reversed(document.acts()) if act.event in events)
    own = clause or getattr(act, "clause", "invariant:one-life")
    return (breached(code, own, act.on.isoformat()),)
