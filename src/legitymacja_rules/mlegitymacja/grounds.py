"""The grounds on which an mLegitymacja is revoked or issued again.

The school's rows come first, then the law's of the day asked about; a ground that neither names is not
covered.
"""

from __future__ import annotations

from typing import TypeVar

from ..citations import citation
from ..findings import Finding, met, not_covered
from ..regulation import MlegitymacjaProcedure, ReissueRow, RevocationRow
from ..vocabulary import ReissueGround, RevocationGround

__all__ = ["reissue_ground", "reissue_row", "revocation_ground", "revocation_row"]

Row = TypeVar("Row", RevocationRow, ReissueRow)


def revocation_row(rules: MlegitymacjaProcedure, ground: RevocationGround) -> RevocationRow | None:
    """The row of a ground for revoking."""
    return _row(rules.revocation, ground)


def reissue_row(rules: MlegitymacjaProcedure, ground: ReissueGround) -> ReissueRow | None:
    """The row of a ground for issuing again."""
    return _row(rules.reissue, ground)


def revocation_ground(rules: MlegitymacjaProcedure, ground: RevocationGround) -> Finding:
    """Whether a ground for revoking is one."""
    return _judged("revoke.ground", rules, ground, revocation_row(rules, ground), "I-silence")


def reissue_ground(rules: MlegitymacjaProcedure, ground: ReissueGround) -> Finding:
    """Whether a ground for issuing again is one."""
    return _judged("reissue.ground", rules, ground, reissue_row(rules, ground), "I-reissue")


def _row(rows: tuple[Row, ...], ground: str) -> Row | None:
    return next((row for row in rows if row.ground == ground), None)


def _judged(
    code: str,
    rules: MlegitymacjaProcedure,
    ground: str,
    row: RevocationRow | ReissueRow | None,
    silence: str,
) -> Finding:
    """Met by the school's row, or by the law's with the clause that leaves such matters to the law."""
    left_to_law = (rules.residual.clause,) if rules.residual else ()
    if row is None:
        return not_covered(code, silence, subject=ground, also=left_to_law)
    by_law = citation(row.clause).kind in {"act", "notice"}
    also = (*row.also, *left_to_law) if by_law else row.also
    return met(code, row.clause, subject=ground, also=also)
