"""Whether a school or preschool ID is valid on a day.

Three things are asked: whether it may exist in its form at all (since a day IDs are made as cards
only), whether the day lies within its printed or last confirmed date, and whether it has been made
void. A rule that old paper IDs keep their validity keeps the *form* valid, not an unconfirmed year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from . import law
from .facts import PhysicalId
from .findings import Finding, breached, met
from .regulation import PaperIds
from .school_or_law import law_notes

__all__ = ["days", "form"]


def form(held: PhysicalId, own: PaperIds | None, on: date) -> Iterator[Finding]:
    """Whether an ID of that form could be issued on the day it bears; a card always could."""
    if held.form != "paper":
        return
    span = law.PAPER_IDS.on(on)
    row, notes = (own, ()) if own else (span.value, law_notes(span))
    if row is None:
        return
    judge = met if held.issued <= row.last_issue else breached
    issued, last = held.issued.isoformat(), row.last_issue.isoformat()
    yield judge("id.form", row.clause, issued, last, subject="paper", also=row.also, notes=notes)
    if row.while_fields and held.free_fields == 0 and on > held.valid_until:
        yield breached("id.free_fields", row.clause, 0, also=row.also)


def days(held: PhysicalId, clause: str, on: date, also: tuple[str, ...] = ()) -> Finding:
    """Whether the day lies within its dates, and before it was made void."""
    void = held.void_since is not None and held.void_since <= on
    judge = met if held.valid_on(on) else breached
    measured, last = on.isoformat(), held.valid_until.isoformat()
    notes = ("id_void",) if void else ()
    return judge("id.valid", clause, measured, last, also=also, notes=notes)
