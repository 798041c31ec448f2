"""Whether a document may be handed over, whichever document it is.

It is handed over once. Where a text names the ways by which it may reach its receiver, the way is
judged with its own conditions: hours and weekdays, a notice before, an authority, an identity card.
What was not told (no hour, no notice, no signature) is no fault yet: the office says what it knows.
Where a text names no way, any way will do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .acts import HandedOver, HandOver
from .days_off import is_day_off, next_working_day
from .eligibility import counts_as
from .findings import Finding, breached, met, needs_review
from .history import Document
from .regulation import Collection, others
from .vocabulary import ApplicantKind, Receiver

__all__ = ["collection", "handed_over_once"]

HOLDERS = frozenset({"pupil", "graduate"})
"""Those whom a document is about."""

SATURDAY = 6


def handed_over_once(document: Document) -> tuple[Finding, ...]:
    """That it has not been handed over before."""
    before = document.last(HandedOver)
    judge = breached if before else met
    day = before.on.isoformat() if before else None
    return (judge("handover.once", "invariant:one-handover", day),)


def collection(
    rows: tuple[Collection, ...], command: HandOver, applicant: ApplicantKind | None
) -> Iterator[Finding]:
    """Whether it reaches its receiver by a way that the text names, and as the text wants it.

    Args:
        rows: the ways that the text names; where there are none, nothing is judged.
        command: the handover that is asked for.
        applicant: who asked for the document, if that is known.
    """
    if not rows:
        return
    row = next((row for row in rows if row.way == command.way), None)
    if row is None:
        clause = rows[0].clause
        yield breached("collection.way", clause, subject=command.way, also=others(clause, rows))
        return
    yield met("collection.way", row.clause, subject=command.way, also=row.also)
    if row.special:
        yield needs_review("collection.special", row.clause, subject=command.way)
    if row.opens and row.closes:
        yield _day(row, command.on)
        yield _hours(row, row.opens, row.closes, command.at)
    if row.notice:
        judge = met if command.noticed else needs_review
        yield judge("collection.notice", row.clause)
    if row.authority:
        yield _receiver(row, command.to, applicant)
    if row.signature:
        judge = met if command.signed and command.to in HOLDERS else needs_review
        yield judge("collection.signature", row.clause, subject=command.to)
    if row.identity_card:
        judge = met if command.identity_card else needs_review
        yield judge("collection.identity_card", row.clause)


def _day(row: Collection, on: date) -> Finding:
    """Hours are those of Monday to Friday, statutory days off left out."""
    said = ("collection.day", row.clause, on.isoformat())
    if on.isoweekday() >= SATURDAY or is_day_off(on):
        return breached(*said, also=row.also, earliest=next_working_day(on))
    return met(*said, also=row.also)


def _hours(row: Collection, opens: str, closes: str, at: str | None) -> Finding:
    """Within the hours, both ends included; times of one length compare as text."""
    if at is None:
        return needs_review("collection.hours", row.clause, None, f"{opens}–{closes}")
    judge = met if opens <= at <= closes else breached
    return judge("collection.hours", row.clause, at, f"{opens}–{closes}", also=row.also)


def _receiver(row: Collection, to: Receiver, applicant: ApplicantKind | None) -> Finding:
    """The person concerned, or anybody with a written authority.

    That is whoever applied. Whether it is the holder, too, who did not apply, the text leaves open.
    """
    if to == "authorised" or (applicant and counts_as(to) == counts_as(applicant)):
        return met("collection.receiver", row.clause, subject=to)
    judge = needs_review if applicant is None or to in HOLDERS else breached
    return judge("collection.receiver", row.clause, subject=to)
