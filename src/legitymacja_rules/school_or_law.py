"""Which text answers: the school's, or the law's.

A school's clause decides within its own dates. Before them and after them the school says nothing,
and neither does it where its text is silent; then the national layer answers for that day, and the
finding says that it was the law and how sure its source is. Where both speak and differ stands in
`policy`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from . import law
from .findings import Finding, met, not_covered
from .regulation import PROCEDURES, IdRules, InForce, Regulation
from .timeline import Span, Uncovered
from .vocabulary import Procedure

__all__ = ["in_force", "law_notes", "silent", "speaking", "told_by_law"]

LIVING_ON = ("registers", "units", "help_desks")
"""Rows that hold as long as the regulation does."""


def speaking(school: Regulation, on: date) -> Regulation:
    """The school's records that apply on a day; silence where a text is not in force."""
    silences: dict[str, Any] = {
        name: None
        for name in PROCEDURES
        if getattr(school, name) is not None and not school.period(name).covers(on)
    }
    if not school.in_force.covers(on):
        silences |= {"ids": IdRules(), "holograms": None, **dict.fromkeys(LIVING_ON, ())}
    return school.model_copy(update=silences) if silences else school


def told_by_law(findings: Iterable[Finding], on: date) -> Iterable[Finding]:
    """The findings, those that rest on the law's answers with the notes that say so."""
    sure = law.certainties(on)
    for finding in findings:
        certainty = sure.get(finding.clause)
        if certainty and "law_answers" not in finding.notes:
            yield finding.noting(*_told_by(certainty))
        else:
            yield finding


def law_notes(span: Span[Any] | Uncovered) -> tuple[str, ...]:
    """What a reader must know of an answer that the law gave."""
    return _told_by(span.certainty)


def _told_by(certainty: str) -> tuple[str, ...]:
    return ("law_answers", "law_probable") if certainty == "probable" else ("law_answers",)


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
