"""The grounds on which an mLegitymacja is revoked or issued again.

The school's records come first, then the law's of the day asked about; a ground that neither names
is not covered. A command may name the clause that is meant; of several cases that a text has in its
own words it has to.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .. import eligibility, law
from ..findings import Finding, met, not_covered
from ..regulation import MlegitymacjaProcedure, ReissueRow, RevocationRow
from ..school_or_law import rows_for
from ..vocabulary import ReissueGround, RevocationGround

__all__ = ["reissue_ground", "reissue_row", "revocation_ground", "revocation_row"]

Notes = tuple[str, ...]


def revocation_row(
    rules: MlegitymacjaProcedure, ground: RevocationGround, on: date, clause: str | None = None
) -> tuple[RevocationRow, Notes] | None:
    """The record of a ground for revoking, the school's or the law's of that day."""
    rows, notes = rows_for(ground, rules.revocation, law.REVOCATION_GROUNDS, on, clause)
    return (rows[0], notes) if rows else None


def reissue_row(
    rules: MlegitymacjaProcedure, ground: ReissueGround, on: date, clause: str | None = None
) -> tuple[ReissueRow, Notes] | None:
    """The record of a ground for issuing again, the school's or the law's of that day."""
    rows, notes = rows_for(ground, rules.reissue, law.REISSUE_GROUNDS, on, clause)
    return (rows[0], notes) if rows else None


def revocation_ground(
    rules: MlegitymacjaProcedure, ground: RevocationGround, on: date, clause: str | None = None
) -> Finding:
    """Whether a ground for revoking is one."""
    rows, notes = rows_for(ground, rules.revocation, law.REVOCATION_GROUNDS, on, clause)
    return _judged("revoke.ground", rules, ground, rows, notes, "I-silence")


def reissue_ground(
    rules: MlegitymacjaProcedure, ground: ReissueGround, on: date, clause: str | None = None
) -> Finding:
    """Whether a ground for issuing again is one."""
    rows, notes = rows_for(ground, rules.reissue, law.REISSUE_GROUNDS, on, clause)
    return _judged("reissue.ground", rules, ground, rows, notes, "I-reissue")


def _judged(
    code: str,
    rules: MlegitymacjaProcedure,
    ground: str,
    rows: Sequence[RevocationRow | ReissueRow],
    notes: Notes,
    silence: str,
) -> Finding:
    """Met by the school's row, or by the law's with the clause that leaves such matters to the law."""
    left_to_law = (rules.residual.clause,) if rules.residual else ()
    if not rows:
        return not_covered(code, silence, subject=ground, also=left_to_law)
    if ground == "other":
        return eligibility.other_ground(code, rows)
    also = (*rows[0].also, *left_to_law) if notes else rows[0].also
    return met(code, rows[0].clause, subject=ground, also=also, notes=notes)
