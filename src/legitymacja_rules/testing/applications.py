"""Applications: complete by the text that applies, or with one thing wrong.

A complete one is read off the school's own text, or the law's where that is silent: who may apply, what
comes with it, where the fee goes, which photo. So any school will do. What only a human can see is not in
it; nothing in it is breached. A flawed one is a complete one with one thing changed, which some text
somewhere minds: who applied, when, with which proof, photo, item or reason.

An application shrinks to the plain pupil's, applied for by a parent on that day, with the smallest photo.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, get_args

from hypothesis import strategies as st

from .. import certificate, mlegitymacja, payments, school_id
from .._base import Itself, an_instance
from .._day import a_day
from ..eligibility import counts_as
from ..errors import WrongArgument
from ..facts import PhysicalId, ProofOfPayment, Pupil
from ..mlegitymacja import ActivationCodes, ExOfficio
from ..policy import effective
from ..regulation import PROCEDURES, PhotoRequirement, ProcedureRules, Regulation
from ..school_id import Card
from ..school_year import last_confirmed_day
from ..vocabulary import ApplicantKind, ExchangeGround, Lodging, LossGround, Procedure
from .days import PLAIN_DAY
from .persons import pupils
from .photos import misses, photo_facts

__all__ = ["applications", "cards", "codes", "ex_officio", "held_ids", "text_on"]

Application = school_id.Application | mlegitymacja.Application | certificate.Application

_KINDS: dict[Procedure, type[Application]] = {
    "mlegitymacja": mlegitymacja.Application,
    "certificate_duplicate": certificate.Application,
}
"""Procedure → what its application is; of all others that of an ID."""

_ONE = timedelta(days=1)


def text_on(school: Regulation, on: date) -> Regulation:
    """What applies at a school on a day, as `policy.effective` has it; remembered."""
    return _text(Itself(school), on)


@lru_cache(maxsize=2048)
def _text(school: Itself[Regulation], on: date) -> Regulation:
    return effective(school.thing, on=on)


def applications(
    school: Regulation,
    procedure: Procedure,
    *,
    on: date = PLAIN_DAY,
    pupil: Pupil | None = None,
    flawed: bool = False,
) -> st.SearchStrategy[Application]:
    """Applications lodged at a school on a day.

    Args:
        school: the school's text.
        procedure: what is asked for; it tells of which document the application is.
        on: the day on which it is lodged.
        pupil: for whom; any of whom all is known if None.
        flawed: whether one thing is wrong with each.

    Raises:
        WrongArgument: if an argument is of another type, or there is no such procedure.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.testing import simplest
    >>> asked = simplest(applications(variants.get("leczna"), "id_duplicate"))
    >>> asked.applicant, asked.reason, asked.payment.amount, asked.photo.format
    ('parent', 'lost', Decimal('9.00'), 'JPEG')
    """
    an_instance(school, Regulation, "school")
    if procedure not in PROCEDURES:
        raise WrongArgument("procedure", ", ".join(PROCEDURES))
    a_day(on, "on")
    if pupil is not None:
        an_instance(pupil, Pupil, "pupil")
    return _applications(school, procedure, on, pupil, flawed)


@st.composite
def _applications(
    draw: st.DrawFn,
    school: Regulation,
    procedure: Procedure,
    on: date,
    known: Pupil | None,
    flawed: bool,
) -> Application:
    text = text_on(school, on)
    rules = text.procedure(procedure) or ProcedureRules()
    graduates = procedure == "certificate_duplicate"
    pupil = known or draw(pupils(on=on, complete=True, age="adult" if graduates else "any"))
    reason = draw(_reasons(rules, procedure))
    told: dict[str, Any] = {
        "received": on,
        "pupil": pupil,
        "standing": rules.scope.standing[0] if rules.scope else "graduate" if graduates else "pupil",
        "applicant": draw(_applicants(rules, pupil, on)),
        "handed_in": tuple(dict.fromkeys(row.item for row in rules.required)),
        "lodged": draw(st.sampled_from(_channels(rules))),
        "manner": draw(st.sampled_from(rules.manner.by)) if rules.manner else None,
        "reason": reason,
        "photo": draw(_photo(rules.photo, pupil)),
        "payment": _paid(school, procedure, pupil, on, reason),
        **draw(_more(procedure, pupil, on)),
    }
    if flawed:
        told |= draw(_flaws(told, rules.photo))
    return _KINDS.get(procedure, school_id.Application)(**told)


def _reasons(
    rules: ProcedureRules, procedure: Procedure
) -> st.SearchStrategy[ExchangeGround | LossGround | None]:
    """A reason that the text names; one of its own words would have to name its clause."""
    if procedure not in _USUAL:
        return st.none()
    named = [ground for row in rules.grounds for ground in row.any_of if ground != "other"]
    return st.sampled_from(named or _USUAL[procedure])


_LOSSES: tuple[ExchangeGround | LossGround, ...] = ("lost", "stolen", "destroyed")
_USUAL: dict[Procedure, tuple[ExchangeGround | LossGround, ...]] = {
    "id_duplicate": _LOSSES,
    "certificate_duplicate": _LOSSES,
    "id_exchange": ("error",),
}


def _channels(rules: ProcedureRules) -> list[Lodging]:
    """The ways that the text names for everybody; the office where it names none."""
    return [row.by for row in rules.channels if row.when is None] or ["office"]


def _applicants(
    rules: ProcedureRules, pupil: Pupil, on: date
) -> st.SearchStrategy[ApplicantKind]:
    age, kinds = pupil.age_on(on), get_args(ApplicantKind)
    may = {row.who for row in rules.applicants if row.settled and row.pupil in ("any", age)}
    usual = {"parent"} if age == "minor" else {"pupil", "graduate"}
    return st.sampled_from([kind for kind in kinds if counts_as(kind) in (may or usual)])


def _photo(asked: PhotoRequirement | None, pupil: Pupil) -> st.SearchStrategy[Any]:
    return st.none() if asked is None else photo_facts(asked, pupil=pupil)


def _paid(
    school: Regulation,
    procedure: Procedure,
    pupil: Pupil,
    on: date,
    reason: ExchangeGround | LossGround | None,
) -> ProofOfPayment | None:
    """A proof of the fee, where one is due and an account is named."""
    ground: Any = reason if procedure == "id_exchange" else None
    told = payments.instruction(school, procedure, pupil, on=on, ground=ground)
    if not told.amount or told.account is None or told.title is None:
        return None
    amount = told.amount.quantize(Decimal("0.01"))
    return ProofOfPayment(amount=amount, account=told.account, title=told.title, paid=on)


@st.composite
def _more(draw: st.DrawFn, procedure: Procedure, pupil: Pupil, on: date) -> dict[str, Any]:
    """What only the application of one document holds."""
    if procedure == "mlegitymacja":
        return {"prior_id": draw(held_ids(on=on))}
    if procedure == "certificate_duplicate":
        return {"certificate_kind": "school", "certificate_year": on.year - 1}
    return {
        "kind": "preschool" if procedure == "preschool_id" else "school",
        "other_document": None if pupil.pesel else "paszport AB 1234567",
    }


def _flaws(
    told: dict[str, Any], asked: PhotoRequirement | None
) -> st.SearchStrategy[dict[str, Any]]:
    """One change each."""
    pupil, paid, items = told["pupil"], told["payment"], told["handed_in"]
    ways: list[st.SearchStrategy[dict[str, Any]]] = [
        st.just({"received": told["received"] + _ONE}),
        st.sampled_from(get_args(ApplicantKind)).map(lambda who: {"applicant": who}),
        st.just({"standing": "outsider"}),
        st.just({"pupil": pupil.model_copy(update={"pesel": None})}),
        st.just({"pupil": pupil.model_copy(update={"born": told["received"] + _ONE})}),
    ]
    if items:
        ways.append(st.sampled_from(items).map(lambda one: {"handed_in": _without(items, one)}))
    if told["reason"]:
        ways.append(st.sampled_from((None, "other")).map(lambda reason: {"reason": reason}))
    if paid:
        less = paid.model_copy(update={"amount": paid.amount - Decimal("0.01")})
        other = paid.model_copy(update={"account": "00 0000 0000 0000 0000 0000 0000"})
        ways.append(st.sampled_from((None, less, other)).map(lambda proof: {"payment": proof}))
    if asked:
        missed = [photo_facts(asked, miss=one, pupil=pupil) for one in misses(asked, pupil=pupil)]
        ways.append(st.one_of(st.none(), *missed).map(lambda photo: {"photo": photo}))
    return st.one_of(ways)


def _without(items: tuple[str, ...], left_out: str) -> tuple[str, ...]:
    return tuple(item for item in items if item != left_out)


# --- what comes beside an application -------------------------------------------------------------


def held_ids(*, on: date = PLAIN_DAY) -> st.SearchStrategy[PhysicalId]:
    """School IDs, plastic ones, that are valid on a day; some until that day only.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(held_ids()).valid_until
    datetime.date(2025, 9, 30)
    """
    a_day(on, "on")
    return st.builds(
        PhysicalId,
        number=_numbers("{}/2024"),
        form=st.just("id1"),
        issued=st.sampled_from((on, on - _ONE, on - 30 * _ONE)),
        valid_until=st.sampled_from((last_confirmed_day(on), on, on + _ONE)),
    )


def cards(*, on: date = PLAIN_DAY) -> st.SearchStrategy[Card]:
    """IDs as they are made on a day: plastic, valid until the end of September that the law has.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(cards()).valid_until, simplest(cards()).form
    (datetime.date(2025, 9, 30), 'id1')
    """
    a_day(on, "on")
    until = st.sampled_from((last_confirmed_day(on), on + _ONE, on))
    return st.builds(Card, number=_numbers("{}/2024"), valid_until=until)


def codes(*, on: date = PLAIN_DAY, at: str | None = None) -> st.SearchStrategy[ActivationCodes]:
    """Two secrets that were generated on a day.

    Args:
        on: the day.
        at: the time, such as ``10:00:00+02:00``, where windows are counted in minutes.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(codes()).qr.reveal()
    'QR-0'
    """
    a_day(on, "on")
    return st.builds(
        ActivationCodes,
        generated=st.just(on),
        qr=_numbers("QR-{}"),
        code=_numbers("CODE-{}"),
        at=st.just(None if at is None else f"{on.isoformat()}T{at}"),
    )


def _numbers(form: str) -> st.SearchStrategy[str]:
    return st.integers(0, 99_999).map(form.format)


def ex_officio(
    school: Regulation, *, on: date = PLAIN_DAY, pupil: Pupil | None = None
) -> st.SearchStrategy[ExOfficio]:
    """Pupils for whom nobody has to apply, with a photo; parents of a few have objected.

    Args:
        school: the school's text; since 17 September 2025 the law's applies there.
        on: the day of issue.
        pupil: for whom; any of whom all is known if None.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.testing import simplest
    >>> simplest(ex_officio(variants.get("sp6"), on=date(2025, 9, 17))).objected is None
    True
    """
    an_instance(school, Regulation, "school")
    rules = text_on(school, a_day(on, "on")).mlegitymacja
    asked = rules.photo if rules else None
    return _ex_officio(asked, on, pupil)


@st.composite
def _ex_officio(
    draw: st.DrawFn, asked: PhotoRequirement | None, on: date, known: Pupil | None
) -> ExOfficio:
    pupil = known or draw(pupils(on=on, complete=True))
    return ExOfficio(
        pupil=pupil,
        photo=draw(_photo(asked, pupil)),
        prior_id=draw(held_ids(on=on)),
        objected=draw(st.sampled_from((None, None, None, on, on + _ONE))),
    )


