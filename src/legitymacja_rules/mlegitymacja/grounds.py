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


def revocation_ground(rules: MlegitymacjaProcedure, ground: RevocationGround, on: date) -> Finding:
    """Whether a ground for revoking is one."""
    found = revocation_row(rules, ground, on)
    return _judged("revoke.ground", rules, ground, found, "I-silence")


def reissue_ground(rules: MlegitymacjaProcedure, ground: ReissueGround, on: date) -> Finding:
    """Whether a ground for issuing again is one."""
    found = reissue_row(rules, ground, on)
    return _judged("reissue.ground", rules, ground, found, "I-reissue")


def _judged(
    code: str,
    rules: MlegitymacjaProcedure,
    ground: str,
    found: tuple[RevocationRow | ReissueRow, Notes] | None,
    silence: str,
) -> Finding:
    """Met by the school's row, or by the law's with the clause that leaves such matters to the law."""
    left_to_law = (rules.residual.clause,) if rules.residual else ()
    if found is None:
        return not_covered(code, silence, subject=ground, also=left_to_law)
    row, notes = found
    also = (*row.also, *left_to_law) if notes else row.also
    return met(code, row.clause, subject=ground, also=also, notes=notes)
