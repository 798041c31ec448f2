"""Which text answers: the school's, or the law's where the school is silent.

A school's clause decides within its own dates. Before them and after them the school says nothing,
and neither does it where its text is silent; then the national layer answers for that day, and the
finding says that it was the law and how sure its source is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from .findings import Finding, met, not_covered
from .regulation import InForce, ReissueRow, RevocationRow
from .timeline import Span, Timeline
from .vocabulary import Procedure

Row = TypeVar("Row", RevocationRow, ReissueRow)

__all__ = ["in_force", "law_notes", "rows_for", "silent"]


def in_force(period: InForce, on: date) -> Finding:
    """Whether a school's text applies on a day."""
    until = period.until.isoformat() if period.until else ""
    span = f"{period.since.isoformat()}/{until}"
    measured, also = on.isoformat(), period.also
    if not period.covers(on):
        earliest = period.since if on < period.since else None
        return not_covered(
            "regulation.in_force",
            period.clause,
            measured,
            span,
            also=also,
            earliest=earliest,
            who=None,
        )
    retroactive = period.announced is not None and on < period.announced
    notes = ("retroactive",) if retroactive else ()
    return met("regulation.in_force", period.clause, measured, span, also=also, notes=notes)


def silent(procedure: Procedure) -> Finding:
    """That a school says nothing of a procedure at all."""
    return not_covered("regulation.procedure", "I-silence", subject=procedure, who=None)


def law_notes(span: Span[Any]) -> tuple[str, ...]:
    """What a reader must know of an answer that the law gave."""
    return ("law_answers", "law_probable") if span.certainty == "probable" else ("law_answers",)


def rows_for(
    ground: str,
    own: Sequence[Row],
    national: Timeline[tuple[Row, ...]],
    on: date,
    clause: str | None = None,
) -> tuple[Sequence[Row], tuple[str, ...]]:
    """The school's rows for a ground, or else the law's of that day with its notes; maybe none.

    Where a clause is named, only what stands there counts.
    """
    span = national.on(on)
    for rows, notes in ((own, ()), (span.value or (), law_notes(span))):
        if fits := [row for row in rows if row.ground == ground and clause in (None, row.clause)]:
            return fits, notes
    return (), ()
