"""How the common lifecycle is made to work on an mLegitymacja.

The table says where a command leads, the rules say whether it may; here stands what then happens,
as events. `MACHINE` ties the parts together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import assert_never, get_args

from ..acts import Correct, HandOver, corrected, handed_over
from ..attestations import Attested
from ..findings import Finding
from ..handover import handed_over_once
from ..lifecycle import Happened, Machine
from ..outcomes import Accepted
from ..past import misfits
from ..policy import Parts
from ..regulation import MlegitymacjaProcedure
from .activation import (
    activation_situation,
    code_set,
    generation_situation,
    may_activate,
    may_generate,
)
from .codes import codes_until
from .ending import may_reissue, may_revoke
from .grounds import reissue_row, revocation_row
from .issuing import first_bound
from .records import (
    Activate,
    Activated,
    ActivationCodes,
    CertificateCreated,
    CodesGenerated,
    Command,
    Event,
    GenerateCodes,
    Issued,
    Mlegitymacja,
    Reissue,
    Reissued,
    Request,
    Revoke,
    Revoked,
)
from .states import COURSE
from .succession import no_later_one
from .table import KINDS, TABLE
from .texts import applies, law_of, text_for

__all__ = ["MACHINE", "issued_event"]


def issued_event(
    request: Request,
    rules: MlegitymacjaProcedure,
    school: str,
    on: date,
    codes: ActivationCodes | None,
    attested: Attested,
) -> Issued:
    """The issue of a request that met every condition."""
    held = request.prior_id
    assert held is not None  # noqa: S101  (without an ID it is breached, whoever attests what)
    return Issued(
        on=on,
        school=school,
        pupil=request.pupil,
        id_number=held.number,
        id_valid_until=held.valid_until,
        number=held.number if rules.same_number else None,
        codes=codes,
        codes_until=codes_until(rules, codes) if codes else None,
        renewable=rules.codes is not None and rules.codes.renewable,
        valid_until=first_bound(request, rules, on)[1],
        attested=attested,
    )


def _situation(
    document: Mlegitymacja, kind: str, on: date, rules: MlegitymacjaProcedure
) -> tuple[Finding, ...]:
    if kind == "activate":
        return tuple(activation_situation(document, rules, on))
    if kind == "generate_codes":
        return (generation_situation(rules),)
    if kind == "hand_over":
        return handed_over_once(document)
    if kind == "reissue":
        return (applies(rules, on),)
    return ()


def _judge(
    document: Mlegitymacja,
    command: Command,
    rules: MlegitymacjaProcedure,
    others: Sequence[Mlegitymacja],
) -> tuple[Finding, ...]:
    match command:
        case HandOver():
            return ()
        case GenerateCodes():
            return tuple(may_generate(document, command, rules))
        case Activate():
            return (
                *may_activate(document, command, rules),
                *no_later_one(document, command.on, others),
            )
        case Revoke():
            return tuple(may_revoke(document, command, rules))
        case Reissue():
            return tuple(may_reissue(document, command, rules, others))
        case Correct():
            return tuple(no_later_one(document, command.on, others))
        case _ as never:
            assert_never(never)


def _happen(
    document: Mlegitymacja, command: Command, rules: MlegitymacjaProcedure
) -> Happened[Mlegitymacja, Event]:
    match command:
        case HandOver():
            return Happened((handed_over(command),))
        case GenerateCodes():
            return Happened((_generated(command, rules),))
        case Activate():
            return Happened(_activated(document, command, rules))
        case Revoke():
            return Happened((_revoked(command, rules),))
        case Reissue():
            return _reissued(document, command, rules)
        case Correct():
            return Happened((corrected(command),))
        case _ as never:
            assert_never(never)


def _generated(command: GenerateCodes, rules: MlegitymacjaProcedure) -> CodesGenerated:
    until = codes_until(rules, command.codes)
    return CodesGenerated(
        on=command.on, codes=command.codes, until=until, attested=command.attested
    )


def _activated(
    document: Mlegitymacja, command: Activate, rules: MlegitymacjaProcedure
) -> tuple[Event, ...]:
    activated = Activated(
        on=command.on,
        device=command.device,
        system=command.system,
        steps=command.steps,
        owner=command.owner,
        codes_used=code_set(document, command) or 0,
        attested=command.attested,
    )
    created = _certificate_of(document.issued, activated)
    return (activated, created) if rules.certificate and created else (activated,)


def _certificate_of(issued: Issued, event: Event) -> CertificateCreated | None:
    """The certificate that an activation makes, where a text has it make one."""
    if not isinstance(event, Activated):
        return None
    return CertificateCreated(on=event.on, device=event.device, valid_until=issued.valid_until)


def _revoked(command: Revoke, rules: MlegitymacjaProcedure) -> Revoked:
    row = revocation_row(rules, command.ground, command.clause)
    return Revoked(
        on=command.on,
        ground=command.ground,
        clause=row.clause if row else "I-silence",
        applicant=command.applicant,
        basis=command.basis,
        attested=command.attested,
    )


def _reissued(
    document: Mlegitymacja, command: Reissue, rules: MlegitymacjaProcedure
) -> Happened[Mlegitymacja, Event]:
    row = reissue_row(rules, command.ground, command.clause)
    ended = Reissued(
        on=command.on,
        ground=command.ground,
        clause=row.clause if row else "I-reissue",
        basis=command.basis,
        attested=command.attested,
    )
    issued = issued_event(
        command.application, rules, document.school, command.on, command.codes, command.attested
    )
    return Happened((ended,), Accepted(Mlegitymacja(history=(issued,)), (issued,), ()))


_PROCEDURE = "mlegitymacja"

READS: Mapping[str, Parts] = {
    "hand_over": (),
    "generate_codes": tuple((_PROCEDURE, part) for part in ("codes", "after_lapse")),
    "activate": tuple(
        (_PROCEDURE, part) for part in ("codes", "one_time", "devices", "steps", "systems", "app")
    ),
    "revoke": tuple((_PROCEDURE, part) for part in ("revocation", "revocation_form")),
    "reissue": ((_PROCEDURE,), ("ids",)),
    "correct": (),
}
"""What bears on each kind of command; where school and law do not differ in it, one judgement will do."""

MACHINE: Machine[Mlegitymacja, Command, Event, MlegitymacjaProcedure] = Machine(
    procedure="mlegitymacja",
    document=Mlegitymacja,
    event=get_args(Event),
    rules_of=text_for,
    law_of=law_of,
    reads=READS,
    table=TABLE,
    kinds=KINDS,
    course=COURSE,
    situation=_situation,
    judge=_judge,
    happen=_happen,
    follower=_certificate_of,
)

Mlegitymacja.misfits = partial(misfits, MACHINE)
"""What is asked of a history that comes as JSON."""
