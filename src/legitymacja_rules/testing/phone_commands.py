"""What is asked of an mLegitymacja, kind by kind.

Codes that work for minutes bear an instant; what uses them does so within the minutes, at their end, or,
where a command may be wrong, a second later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import get_args

from hypothesis import strategies as st

from .._base import an_instance
from .._day import a_day
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
    Receiver,
    ReissueGround,
    RevocationGround,
    StepName,
    System,
)
from .applications import applications, codes, ex_officio, text_on
from .asking import Asking, corrections, handovers
from .days import PLAIN_DAY

__all__ = ["PHONE_COMMANDS", "requests"]

Ask = Asking[Mlegitymacja]

TEN = "10:00:00+02:00"
_ONE = timedelta(days=1)


def _rules(asking: Ask, kind: str) -> MlegitymacjaProcedure:
    return text_for(asking.school, asking.document, kind, asking.on)


def _hand_over(asking: Ask) -> st.SearchStrategy[Command]:
    to: tuple[Receiver, ...] = ("pupil", "parent")
    return handovers(asking, to)


def _generate_codes(asking: Ask) -> st.SearchStrategy[Command]:
    day = asking.choice([asking.on], [asking.on - _ONE])
    made = day.flatmap(lambda on: codes(on=on, at=TEN))
    return st.builds(GenerateCodes, on=st.just(asking.on), codes=made)


@st.composite
def _activate(draw: st.DrawFn, asking: Ask) -> Command:
    rules, on = _rules(asking, "activate"), asking.on
    used = asking.document.codes_used
    sets = [one.codes for place, one in enumerate(asking.document.code_sets) if place not in used]
    mine = draw(asking.choice([one for one in sets if one][-1:], [_OTHERS]))
    system = draw(st.sampled_from(get_args(System)))
    granted = draw(st.booleans())
    due = tuple(
        step.name
        for step in rules.steps
        if not step.permission_on or (system in step.permission_on and not granted)
    )
    wrong: list[tuple[StepName, ...]] = [due[:-1], due[::-1]]
    at = mine.at if mine.at and mine.at.date() == on else None
    window = rules.codes.window(mine.way).minutes if rules.codes else None
    owners: tuple[DeviceOwner, ...] = get_args(DeviceOwner)
    return Activate(
        on=on,
        device=draw(st.integers(1, 3).map("phone-{}".format)),
        system=system,
        qr=mine.qr,
        code=draw(asking.choice([mine.code], [Code("WRONG")])),
        steps=draw(asking.choice([due], wrong)),
        permission_granted=granted,
        owner=draw(st.sampled_from(owners)),
        at=draw(_within(asking, at, window)) if at else None,
    )


_OTHERS = ActivationCodes(generated="2024-10-01", qr=Code("QR-OTHER"), code=Code("CODE-OTHER"))
"""Somebody else's."""


def _within(asking: Ask, at: datetime, minutes: int | None) -> st.SearchStrategy[datetime]:
    """Instants after that one: at once, when the minutes end, a second later."""
    last = timedelta(minutes=minutes or 1)
    late = timedelta(seconds=1)
    return asking.choice([timedelta(), late, last], [last + late]).map(lambda time: at + time)


def _bases(row: RevocationRow | ReissueRow | None) -> list[BasisKind | None]:
    return [*row.basis.accepted] if row and row.basis else [None]


@st.composite
def _revoke(draw: st.DrawFn, asking: Ask) -> Command:
    rows = {row.ground: row for row in _rules(asking, "revoke").revocation if not row.wording}
    grounds: tuple[RevocationGround, ...] = get_args(RevocationGround)
    ground = draw(asking.choice(rows, grounds))
    row = rows.get(ground)
    age = asking.pupil.age_on(asking.on)
    may = [one.who for one in row.applicants if one.pupil in ("any", age)] if row else []
    anybody: list[ApplicantKind | None] = [*get_args(ApplicantKind), None]
    bases: list[BasisKind | None] = [*get_args(BasisKind), None]
    return Revoke(
        on=asking.on,
        ground=ground,
        applicant=draw(asking.choice(may or [None], anybody)),
        basis=draw(asking.choice(_bases(row), bases)),
    )


@st.composite
def _reissue(draw: st.DrawFn, asking: Ask) -> Command:
    on, document = asking.on, asking.document
    rows = {row.ground: row for row in _rules(asking, "reissue").reissue if not row.wording}
    grounds: tuple[ReissueGround, ...] = get_args(ReissueGround)
    fitting = [ground for ground, row in rows.items() if _can_follow(document, row)]
    ground = draw(asking.choice(fitting, grounds))
    bases: list[BasisKind | None] = [*get_args(BasisKind), None]
    asked = draw(requests(asking.school, on=on, pupil=asking.pupil))
    return Reissue(
        on=on,
        ground=ground,
        application=asked.model_copy(update={"prior_id": _held(asking, ground)}),
        codes=draw(codes(on=on, at=TEN)),
        basis=draw(asking.choice(_bases(rows.get(ground)), bases)),
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
        until = max(until + _ONE, last_confirmed_day(on))
    number = "new" if ground == "new_card" else issued.id_number
    return PhysicalId(number=number, form="id1", issued=min(issued.on, on), valid_until=until)


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
    consent = text_on(school, a_day(on, "on")).mlegitymacja
    if consent and consent.consent and consent.consent.model == "opt_out":
        return ex_officio(school, on=on, pupil=pupil)
    asked = applications(school, "mlegitymacja", on=on, pupil=pupil)
    return asked.map(_of_a_phone)


def _of_a_phone(asked: object) -> Application:
    assert isinstance(asked, Application)  # noqa: S101  (such are those of this procedure)
    return asked


PHONE_COMMANDS: Mapping[str, Callable[[Ask], st.SearchStrategy[Command]]] = MappingProxyType(
    {
        "hand_over": _hand_over,
        "generate_codes": _generate_codes,
        "activate": _activate,
        "revoke": _revoke,
        "reissue": _reissue,
        "correct": corrections,
    }
)
"""Kind → its commands."""
