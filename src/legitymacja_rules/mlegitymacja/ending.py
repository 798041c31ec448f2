"""Whether an mLegitymacja may be revoked, or another issued in its place.

The day of a command fixes on which grounds and who may ask. Issuing again is asked anew: it needs a
ground that is true of this document, and an application that meets all that a first one has to meet.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import eligibility
from ..facts import PhysicalId
from ..findings import Finding, breached, met, needs_review
from ..regulation import MlegitymacjaProcedure, ReissueRow
from .grounds import reissue_ground, reissue_row, revocation_ground, revocation_row
from .issuing import eligible
from .records import Mlegitymacja, Reissue, Revoke

__all__ = ["may_reissue", "may_revoke"]


def may_revoke(
    document: Mlegitymacja, command: Revoke, rules: MlegitymacjaProcedure
) -> Iterator[Finding]:
    """Whether the ground is one, whether the right person asks, on the right documents."""
    found = revocation_row(rules, command.ground, command.on)
    yield revocation_ground(command.ground, found)
    if found is None:
        return
    row, _ = found
    yield from eligibility.applicant(
        "revoke.applicant", row.applicants, command.applicant, document.issued.pupil, command.on
    )
    yield from eligibility.basis(row.basis, command.basis)
    if row.discretion:
        yield needs_review("revoke.decision", row.clause, who=row.discretion)


def may_reissue(
    document: Mlegitymacja, command: Reissue, rules: MlegitymacjaProcedure
) -> Iterator[Finding]:
    """Whether the ground is one and true of this document, and whether it may be issued anew."""
    if not rules.in_force.covers(command.on):
        return
    yield from eligible(command.application, rules, command.on, command.codes, (), command.attested)
    found = reissue_row(rules, command.ground, command.on)
    yield reissue_ground(command.ground, found)
    if found is None:
        return
    row, _ = found
    yield from eligibility.basis(row.basis, command.basis)
    if row.after:
        ground = document.revoked.ground if document.revoked else "not_revoked"
        judge = met if ground in row.after else breached
        yield judge("reissue.after", row.clause, ground, also=row.also)
    if held := command.application.prior_id:
        yield from _reissue_id(document, held, row)


def _reissue_id(document: Mlegitymacja, held: PhysicalId, row: ReissueRow) -> Iterator[Finding]:
    """Whether the ID was extended, or is another one, where the ground says so."""
    if row.ground == "validity_confirmed":
        before = document.issued.id_valid_until
        judge = met if held.valid_until > before else breached
        measured, limit = held.valid_until.isoformat(), before.isoformat()
        yield judge("reissue.extended", row.clause, measured, limit, also=row.also)
    if row.ground == "new_card":
        judge = met if held.number != document.issued.id_number else breached
        yield judge("reissue.new_card", row.clause, also=row.also)
