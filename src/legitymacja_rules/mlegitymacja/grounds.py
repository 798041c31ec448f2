"""The grounds on which an mLegitymacja is revoked or issued again.

The school's rows come first, then the law's of the day asked about; a ground that neither names is not
covered. A command may name the clause that is meant; of several cases that a text has in its own words
it has to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from .. import eligibility
from ..citations import citation
from ..findings import Finding, met, not_covered
from ..regulation import MlegitymacjaProcedure, ReissueRow, RevocationRow
from ..vocabulary import ReissueGround, RevocationGround

__all__ = ["reissue_ground", "reissue_row", "revocation_ground", "revocation_row"]

Row = TypeVar("Row", RevocationRow, ReissueRow)


def revocation_row(
    rules: MlegitymacjaProcedure, ground: RevocationGround, clause: str | None = None
) -> RevocationRow | None:
    """The row of a ground for revoking."""
    return next(iter(_rows(rules.revocation, ground, clause)), None)


def reissue_row(
    rules: MlegitymacjaProcedure, ground: ReissueGround, clause: str | None = None
) -> ReissueRow | None:
    """The row of a ground for issuing again."""
    return next(iter(_rows(rules.reissue, ground, clause)), None)


def revocation_ground(
    rules: MlegitymacjaProcedure, ground: RevocationGround, clause: str | None = None
) -> Finding:
    """Whether a ground for revoking is one."""
    rows = _rows(rules.revocation, ground, clause)
    return _judged("revoke.ground", rules, ground, rows, "I-silence")


def reissue_ground(
    rules: MlegitymacjaProcedure, ground: ReissueGround, clause: str | None = None
) -> Finding:
    """Whether a ground for issuing again is one."""
    rows = _rows(rules.reissue, ground, clause)
    return _judged("reissue.ground", rules, ground, rows, "I-reissue")


def _rows(rows: Sequence[Row], ground: str, clause: str | None) -> list[Row]:
    """The rows of a ground; where a clause is named, only what stands there."""
    return [row for row in rows if row.ground == ground and clause in (None, row.clause)]


def _judged(
    code: str,
    rules: MlegitymacjaProcedure,
    ground: str,
    rows: Sequence[RevocationRow | ReissueRow],
    silence: str,
) -> Finding:
    """Met by the school's row, or by the law's with the clause that leaves such matters to the law."""
    left_to_law = (rules.residual.clause,) if rules.residual else ()
    if not rows:
        return not_covered(code, silence, subject=ground, also=left_to_law)
    if ground == "other":
        return eligibility.other_ground(code, rows)
    row = rows[0]
    by_law = citation(row.clause).kind in {"act", "notice"}
    also = (*row.also, *left_to_law) if by_law else row.also
    return met(code, row.clause, subject=ground, also=also)
