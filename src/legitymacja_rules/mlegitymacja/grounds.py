"""The grounds on which an mLegitymacja is revoked or issued again.

The school's records come first, then the law's of the day asked about; a ground that neither names
is not covered.
"""

from __future__ import annotations

from datetime import date

from .. import law
from ..findings import Finding, met, not_covered
from ..regulation import MlegitymacjaProcedure, ReissueRow, RevocationRow
from ..school_or_law import row_for
from ..vocabulary import ReissueGround, RevocationGround

__all__ = ["reissue_ground", "reissue_row", "revocation_ground", "revocation_row"]

Notes = tuple[str, ...]


def revocation_row(
    rules: MlegitymacjaProcedure, ground: RevocationGround, on: date
) -> tuple[RevocationRow, Notes] | None:
    """The record of a ground for revoking, the school's or the law's of that day."""
    return row_for(ground, rules.revocation, law.REVOCATION_GROUNDS, on)


def reissue_row(
    rules: MlegitymacjaProcedure, ground: ReissueGround, on: date
) -> tuple[ReissueRow, Notes] | None:
    """The record of a ground for issuing again, the school's or the law's of that day."""
    return row_for(ground, rules.reissue, law.REISSUE_GROUNDS, on)


def revocation_ground(
    ground: RevocationGround, found: tuple[RevocationRow, Notes] | None
) -> Finding:
    """Whether a ground for revoking is one."""
    if found is None:
        return not_covered("revoke.ground", "I-silence", subject=ground)
    row, notes = found
    return met("revoke.ground", row.clause, subject=ground, also=row.also, notes=notes)


def reissue_ground(ground: ReissueGround, found: tuple[ReissueRow, Notes] | None) -> Finding:
    """Whether a ground for issuing again is one."""
    if found is None:
        return not_covered("reissue.ground", "I-reissue", subject=ground)
    row, notes = found
    return met("reissue.ground", row.clause, subject=ground, also=row.also, notes=notes)
