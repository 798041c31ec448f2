"""Which text answers: the school's, or the law's where the school is silent.

A school's clause decides within its own dates. Before them and after them the school says nothing,
and neither does it where its text is silent; then the national layer answers for that day, and the
finding says that it was the law and how sure its source is.
"""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from .findings import Finding, met, not_covered
from .regulation import InForce, ReissueRow, RevocationRow
from .timeline import Span, Timeline
from .vocabulary import Procedure

Row = TypeVar("Row", RevocationRow, ReissueRow)

__all__ = ["in_force", "law_notes", "row_for", "silent"]


def in_force(period: InForce, on: date) -> Finding:
    """Whether a school's text applies on a day."""
    measured, also = on.isoformat(), period.also
    if period.since is None:
        return not_covered("regulation.in_force", period.clause, measured, also=also, who=None)
    until = period.until.isoformat() if period.until else ""
    span = f"{period.since.isoformat()}/{until}"
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


def row_for(
    ground: str, own: tuple[Row, ...], national: Timeline[tuple[Row, ...]], on: date
) -> tuple[Row, tuple[str, ...]] | None:
    """The school's row for a ground, or else the law's of that day with its notes, or neither."""
    for row in own:
        if row.ground == ground:
            return row, ()
    span = national.on(on)
    for row in span.value or ():
        if row.ground == ground:
            return row, law_notes(span)
    return None
