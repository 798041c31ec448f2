"""Why nothing more can happen: what only an mLegitymacja can be.

Each takes the document, the day and the school's records, and names the clause that stands in the
way, so that the refusal is right for this school and this day.
"""

from __future__ import annotations

from datetime import date

from ..findings import breached
from ..refusals import Reasons
from ..regulation import MlegitymacjaProcedure, Rule, others
from .codes import after_lapse
from .records import Mlegitymacja, Reissued, Revoked

__all__ = ["expired", "lapsed", "reissued", "revoked"]


def lapsed(document: Mlegitymacja, on: date, rules: MlegitymacjaProcedure) -> Reasons:
    """The codes ran out before it was activated."""
    until = document.issued.codes_until
    row = rules.codes or Rule(clause="I-lapse")
    return (
        breached(
            "codes.window",
            row.clause,
            on.isoformat(),
            until.isoformat() if until else None,
            also=row.also,
        ),
        after_lapse(rules, breached),
    )


def expired(document: Mlegitymacja, on: date, rules: MlegitymacjaProcedure) -> Reasons:
    """Its validity has ended."""
    row = rules.validity[0] if rules.validity else Rule(clause="invariant:rests-on-an-id")
    clause = row.clause
    measured, until = on.isoformat(), document.issued.valid_until.isoformat()
    also = others(clause, rules.validity)
    return (breached("document.expired", clause, measured, until, also=also),)


def revoked(document: Mlegitymacja, _on: date, _rules: MlegitymacjaProcedure) -> Reasons:
    """It was revoked; the clause that revoked it is named."""
    return _ended("document.revoked", "invariant:nothing-after-revocation", document.revoked)


def reissued(document: Mlegitymacja, _on: date, _rules: MlegitymacjaProcedure) -> Reasons:
    """A new one has taken its place."""
    return _ended("document.reissued", "invariant:nothing-after-reissue", document.reissued)


def _ended(code: str, invariant: str, end: Revoked | Reissued | None) -> Reasons:
    also = (end.clause,) if end else ()
    return (breached(code, invariant, end.on.isoformat() if end else None, also=also),)
