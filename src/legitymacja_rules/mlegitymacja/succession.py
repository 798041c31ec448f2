"""What a new mLegitymacja needs when the pupil has had one before.

Whether the wish comes as a command on the old document or as a new application beside it, the same is
asked: a ground that the school or the law names and that is true of the old one; the same pupil;
fresh codes; and that no other living one rests on the same ID.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from .. import eligibility
from ..facts import PhysicalId
from ..findings import Finding, Status, breached, met
from ..lifecycle import day_order
from ..regulation import MlegitymacjaProcedure, ReissueRow
from ..vocabulary import BasisKind, ReissueGround
from .codes import after_lapse, codes_fresh
from .grounds import reissue_ground, reissue_row
from .records import ActivationCodes, Mlegitymacja, Request
from .states import LIVING, State, state_on

__all__ = ["after_earlier", "beside_others", "in_place_of", "no_later_one"]


def in_place_of(
    old: Mlegitymacja,
    request: Request,
    rules: MlegitymacjaProcedure,
    ground: ReissueGround,
    basis: BasisKind | None,
    clause: str | None = None,
) -> Iterator[Finding]:
    """Whether the ground is one, and true of the old one."""
    row = reissue_row(rules, ground, clause)
    yield reissue_ground(rules, ground, clause)
    if row is None:
        return
    yield from eligibility.basis(row.basis, basis)
    if row.after:
        revoked = old.revoked.ground if old.revoked else "not_revoked"
        judge = met if revoked in row.after else breached
        yield judge("reissue.after", row.clause, revoked, also=row.also)
    if row.ground == "pesel_granted":
        granted = request.pupil.pesel is not None and old.issued.pupil.pesel is None
        judge = met if granted else breached
        yield judge("reissue.pesel", row.clause, also=row.also)
    if held := request.prior_id:
        yield from _id_since(old, held, row)


def _id_since(old: Mlegitymacja, held: PhysicalId, row: ReissueRow) -> Iterator[Finding]:
    """Whether the ID was extended, or is another one, where the ground says so."""
    same = held.number == old.issued.id_number
    if row.ground == "validity_confirmed":
        before = old.issued.id_valid_until
        judge = met if same and held.valid_until > before else breached
        measured, limit = held.valid_until.isoformat(), before.isoformat()
        yield judge("reissue.extended", row.clause, measured, limit, also=row.also)
    if row.ground == "new_card":
        judge = breached if same else met
        yield judge("reissue.new_card", row.clause, also=row.also)


def after_earlier(
    request: Request,
    rules: MlegitymacjaProcedure,
    on: date,
    earlier: Sequence[Mlegitymacja],
) -> Iterator[Finding]:
    """What the last earlier one means for a plain new application; replaced ones mean nothing."""
    ended = [one for one in earlier if state_on(one, on) is not State.REISSUED]
    if not ended:
        return
    last = max(ended, key=lambda one: (one.issued.on, one.last_day))
    held = request.prior_id
    other_id = held is not None and held.number != last.issued.id_number
    match state_on(last, on):
        case State.LAPSED:
            yield after_lapse(rules, met)
        case State.REVOKED if rules.issue_after_revocation:
            yield met("mlegitymacja.issue_after_revocation", rules.issue_after_revocation.clause)
        case State.REVOKED:
            ground: ReissueGround = "new_card" if other_id else "after_revocation"
            yield from in_place_of(last, request, rules, ground, None)
        case State.EXPIRED:
            ground = "new_card" if other_id else "validity_confirmed"
            yield from in_place_of(last, request, rules, ground, None)
        case _:
            pass


def beside_others(
    request: Request,
    codes: ActivationCodes | None,
    on: date,
    others: Sequence[Mlegitymacja],
    replaced: Mlegitymacja | None = None,
) -> Iterator[Finding]:
    """Whether the pupil's other ones leave room; nothing where there are none."""
    known = (*others, *([replaced] if replaced else ()))
    if not known:
        return
    last = max(one.last_day for one in known)
    if on < last:
        yield day_order(on, last)
    judged = [eligibility.same_pupil(one.issued.pupil, request.pupil) for one in known]
    yield max(judged, key=lambda finding: [*Status].index(finding.status))
    held = request.prior_id
    living = [
        one
        for one in others
        if state_on(one, on) in LIVING and held and one.issued.id_number == held.number
    ]
    judge = breached if living else met
    yield judge("mlegitymacja.only_one", "invariant:one-living")
    if codes:
        yield codes_fresh(codes, known)


def no_later_one(
    document: Mlegitymacja, on: date, others: Sequence[Mlegitymacja]
) -> Iterator[Finding]:
    """Whether an act entered late would bring back what another one on the same ID has followed."""
    number = document.issued.id_number
    followed = [
        one
        for one in others
        if one.issued.id_number == number and (state_on(one, on) in LIVING or one.issued.on > on)
    ]
    if others:
        judge = breached if followed else met
        yield judge("mlegitymacja.only_one", "invariant:one-living")
