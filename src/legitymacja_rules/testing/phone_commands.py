"""What is asked of an mLegitymacja, kind by kind.

Codes that work for minutes bear an instant; what uses them does so within the minutes, at their end, or,
where a command may be wrong, a second later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta, timezone
from types import MappingProxyType
from typing import get_args

from hypothesis import strategies as st

from .._base import an_instance
from .._day import day_after
from .._instants import polish_days
from ..facts import Code, PhysicalId, Pupil
from ..mlegitymacja import (
    Activate,
    ActivationCodes,
    Application,
    Command,
    ExOfficio,
    GenerateCodes,
    Mlegitymacja,
    Reissue,
    Revoke,
)
from ..mlegitymacja.texts import text_for
from ..regulation import MlegitymacjaProcedure, Regulation, ReissueRow, RevocationRow
from ..school_year import last_confirmed_day
from ..vocabulary import (
    ApplicantKind,
    BasisKind,
    DeviceOwner,
    ReissueGround,
    RevocationGround,
    System,
)
from .applications import A_THOUSAND, a_case, an_application, some_codes
from .arguments import a_day_with_room, an_instance_or_none
from .asking import Asking, correction, handover
from .complete import text_on
from .days import PLAIN_DAY
from .drawing import pick, whether

__all__ = ["PHONE_COMMANDS", "TEN", "a_request", "requests"]

Ask = Asking[Mlegitymacja]
Draws = Callable[[st.DrawFn, Ask], Command]

TEN = time(10, tzinfo=timezone(timedelta(hours=2)))
"""When codes are made; in winter it is nine by a Polish clock."""
_ONE = timedelta(days=1)


def _rules(asking: Ask, kind: str) -> MlegitymacjaProcedure:
    return text_for(asking.school, asking.document, kind, asking.on)


def _hand_over(draw: st.DrawFn, asking: Ask) -> Command:
    return handover(draw, asking, ["pupil", "parent"])


def _fresh(draw: st.DrawFn, asking: Ask, on: date) -> ActivationCodes:
    """Codes beside those that it had."""
    return some_codes(draw, on, TEN, len(asking.document.history) * A_THOUSAND)


def _generate_codes(draw: st.DrawFn, asking: Ask) -> Command:
    on = asking.on
    made = _fresh(draw, asking, asking.choice(draw, [on], [on - _ONE]))
    return GenerateCodes(on=on, codes=made)


def _activate(draw: st.DrawFn, asking: Ask) -> Command:
    rules, on = _rules(asking, "activate"), asking.on
    used = asking.document.codes_used
    sets = [one.codes for place, one in enumerate(asking.document.code_sets) if place not in used]
    mine = asking.choice(draw, [one for one in sets if one][-1:], [_OTHERS])
    system: System = pick(draw, get_args(System))
    granted = whether(draw)
    due = tuple(
        step.name
        for step in rules.steps
        if not step.permission_on or (system in step.permission_on and not granted)
    )
    known = [f"phone-{count}" for count in range(1, 10)]
    paired = {one.device for one in asking.document.activations}
    return Activate(
        on=on,
        device=asking.choice(draw, [one for one in known if one not in paired][:3], sorted(paired)),
        system=system,
        qr=mine.qr,
        code=asking.choice(draw, [mine.code], [Code("WRONG")]),
        steps=asking.choice(draw, [due], [due[:-1], due[::-1]]),
        permission_granted=granted,
        owner=pick(draw, get_args(DeviceOwner)),
        at=_moment(draw, asking, mine, rules),
    )


_OTHERS = ActivationCodes(generated=PLAIN_DAY, qr=Code("QR-OTHER"), code=Code("CODE-OTHER"))
"""Somebody else's."""


def _moment(
    draw: st.DrawFn, asking: Ask, mine: ActivationCodes, rules: MlegitymacjaProcedure
) -> datetime | None:
    """At once, a second later, when the minutes end; where it may be wrong, a second after that.

    None where it is not known when the codes were made, or none of those instants lies on that day.
    """
    if mine.at is None:
        return None
    window = rules.codes.window(mine.way).minutes if rules.codes else None
    last, second = timedelta(minutes=window or 1), timedelta(seconds=1)
    right, late = (
        [mine.at + wait for wait in waits if asking.on in polish_days(mine.at + wait)]
        for waits in ((timedelta(), second, last), (last + second,))
    )
    return asking.choice(draw, right or [None], late)


def _bases(row: RevocationRow | ReissueRow | None) -> list[BasisKind | None]:
    return [*row.basis.accepted] if row and row.basis else [None]


def _revoke(draw: st.DrawFn, asking: Ask) -> Command:
    rows = {row.ground: row for row in _rules(asking, "revoke").revocation if not row.wording}
    ground: RevocationGround = asking.choice(draw, rows, get_args(RevocationGround))
    row, age = rows.get(ground), asking.pupil.age_on(asking.on)
    may = [one.who for one in row.applicants if one.pupil in ("any", age)] if row else []
    return Revoke(
        on=asking.on,
        ground=ground,
        applicant=asking.choice(draw, may or [None], [*get_args(ApplicantKind), None]),
        basis=asking.choice(draw, _bases(row), [*get_args(BasisKind), None]),
    )


def _reissue(draw: st.DrawFn, asking: Ask) -> Command:
    on, document = asking.on, asking.document
    rows = {row.ground: row for row in _rules(asking, "reissue").reissue if not row.wording}
    fitting = [ground for ground, row in rows.items() if _can_follow(document, row)]
    ground: ReissueGround = asking.choice(draw, fitting, [*rows, *get_args(ReissueGround)])
    flawed = asking.choice(draw, [False], [True])
    asked = a_request(draw, asking.school, on, asking.pupil, flawed=flawed)
    held = _held(asking, ground)
    return Reissue(
        on=on,
        ground=ground,
        application=asked.model_copy(
            update={"prior_id": asking.choice(draw, [held], _wrong_ids(asking, held))}
        ),
        codes=_fresh(draw, asking, on),
        basis=asking.choice(draw, _bases(rows.get(ground)), [*get_args(BasisKind), None]),
    )


def _can_follow(document: Mlegitymacja, row: ReissueRow) -> bool:
    """Whether the ground can be true of that one; a new PESEL is of one that had none."""
    revoked = document.revoked
    if row.ground == "pesel_granted" and document.issued.pupil.pesel:
        return False
    return not row.after or (revoked is not None and revoked.ground in row.after)


def _held(asking: Ask, ground: ReissueGround) -> PhysicalId:
    """The ID as the ground has it: extended, another one, or still the same."""
    issued, on = asking.document.issued, asking.on
    until = max(issued.id_valid_until, on)
    if ground == "validity_confirmed":
        until = max(day_after(until) or until, last_confirmed_day(on))
    number = "new" if ground == "new_card" else issued.id_number
    return PhysicalId(number=number, form="id1", issued=min(issued.on, on), valid_until=until)


def _wrong_ids(asking: Ask, held: PhysicalId) -> list[PhysicalId | None]:
    """None, one that was not extended, one that has just run out."""
    untils = (asking.document.issued.id_valid_until, asking.on - _ONE)
    return [None, *(held.model_copy(update={"valid_until": until}) for until in untils)]


def requests(
    school: Regulation, *, on: date = PLAIN_DAY, pupil: Pupil | None = None
) -> st.SearchStrategy[Application | ExOfficio]:
    """What an mLegitymacja is issued upon: an application, or the case where the text needs none.

    Args:
        school: the school's text.
        on: the day of issue.
        pupil: for whom; any of whom all is known if None.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.testing import simplest
    >>> sp6 = variants.get("sp6")
    >>> [type(simplest(requests(sp6, on=date(2025, 9, day)))).__name__ for day in (16, 17)]
    ['Application', 'ExOfficio']
    """
    an_instance(school, Regulation, "school")
    an_instance_or_none(pupil, Pupil, "pupil")
    return st.composite(a_request)(school, a_day_with_room(on, "on"), pupil)


def a_request(
    draw: st.DrawFn, school: Regulation, on: date, pupil: Pupil | None, *, flawed: bool = False
) -> Application | ExOfficio:
    """What an mLegitymacja is issued upon, drawn by hand; an application may be flawed."""
    rules = text_on(school, on).mlegitymacja
    if rules and rules.consent and rules.consent.model == "opt_out":
        return a_case(draw, school, on, pupil)
    asked: Application = an_application(draw, school, "mlegitymacja", on, pupil, flawed=flawed)
    return asked


PHONE_COMMANDS: Mapping[str, Draws] = MappingProxyType(
    {
        "hand_over": _hand_over,
        "generate_codes": _generate_codes,
        "activate": _activate,
        "revoke": _revoke,
        "reissue": _reissue,
        "correct": correction,
    }
)
"""Kind → its commands."""
