"""Whether an mLegitymacja may be revoked, or another issued in its place.

The day of a command fixes on which grounds and who may ask. Issuing again is asked anew: the new
application has to meet all that a first one has to meet, and a ground has to be true of the old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import eligibility, forms
from ..findings import Finding, needs_review
from ..regulation import MlegitymacjaProcedure
from .grounds import revocation_ground, revocation_row
from .issuing import request_findings
from .records import Mlegitymacja, Reissue, Revoke
from .succession import beside_others, in_place_of

__all__ = ["may_reissue", "may_revoke"]


def may_revoke(
    document: Mlegitymacja, command: Revoke, rules: MlegitymacjaProcedure
) -> Iterator[Finding]:
    """Whether the ground is one, whether the right person asks, on the right documents.

    Where nobody names the ground, whoever asks still has to be one of those who may ask at all.
    """
    row = revocation_row(rules, command.ground, command.clause)
    yield revocation_ground(rules, command.ground, command.clause)
    if row is not None:
        entitled = row.applicants
        yield from eligibility.basis(row.basis, command.basis)
        if row.discretion:
            yield needs_review("revoke.decision", row.clause, who=row.discretion)
    else:
        asking = [row.applicants for row in rules.revocation if row.applicants]
        entitled = asking[0] if asking and command.applicant else ()
    if command.form and rules.revocation_form:
        pupil = document.issued.pupil
        held = command.prior_id
        yield from forms.findings(rules.revocation_form, command.form, pupil, held)
    yield from eligibility.applicant(
        "revoke.applicant", entitled, command.applicant, document.issued.pupil, command.on
    )


def may_reissue(
    document: Mlegitymacja,
    command: Reissue,
    rules: MlegitymacjaProcedure,
    others: Sequence[Mlegitymacja],
) -> Iterator[Finding]:
    """Whether the new one may be issued, and on this ground in the place of the old one."""
    application, on = command.application, command.on
    yield from request_findings(application, rules, on, command.codes, command.attested)
    why = (command.ground, command.basis, command.clause)
    yield from in_place_of(document, application, rules, *why)
    yield from beside_others(application, command.codes, on, others, document)
