"""Applications: complete by the text that applies, or with one thing wrong.

A complete one is any of those that the room `complete` knows, with a photo as the text wants it. What only
a human can see is not in it; nothing in it is breached but what a given pupil's own data breach, or what no
application can be, such as one with a photo of more px than are drawn. A flawed one is a complete one with
one thing changed, which some text somewhere minds: who applied, when, with which proof, photo, item or
reason.

An application shrinks to the plain pupil's, applied for by a parent on that day, with the smallest photo.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, get_args

from hypothesis import strategies as st

from .. import certificate, mlegitymacja, school_id
from .._base import an_instance
from .._instants import polish_days
from ..errors import WrongArgument
from ..facts import Code, PhysicalId, Pupil
from ..mlegitymacja import ActivationCodes, ExOfficio
from ..regulation import PROCEDURES, Regulation
from ..school_id import Card
from ..school_year import last_confirmed_day
from ..vocabulary import ApplicantKind, Procedure, PupilAge
from .arguments import a_count, a_day_with_room, a_word, an_instance_or_none
from .complete import Complete, complete, marred, payment, text_on
from .days import PLAIN_DAY, a_birth
from .drawing import number, pick
from .persons import a_pupil
from .photos import best_facts, misses, some_facts

__all__ = [
    "A_THOUSAND",
    "a_card",
    "a_case",
    "a_held_id",
    "an_application",
    "applications",
    "cards",
    "codes",
    "ex_officio",
    "held_ids",
    "some_codes",
]

Application = school_id.Application | mlegitymacja.Application | certificate.Application

_KINDS: dict[Procedure, type[Application]] = {
    "mlegitymacja": mlegitymacja.Application,
    "certificate_duplicate": certificate.Application,
}
"""Procedure → what its application is; of all others that of an ID."""

_ONE = timedelta(days=1)

A_THOUSAND = 1000
"""As many numbers are drawn from."""


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
        flawed: whether one thing is wrong with each, if not by this text then by another.

    Raises:
        WrongArgument: if an argument is of another type, or there is no such procedure.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.testing import simplest
    >>> asked = simplest(applications(variants.get("leczna"), "id_duplicate"))
    >>> asked.applicant, asked.reason, asked.payment.amount, asked.photo.format
    ('parent', 'lost', Decimal('9.00'), 'JPEG')
    """
    an_instance(school, Regulation, "school")
    a_word(procedure, PROCEDURES, "procedure")
    a_day_with_room(on, "on")
    an_instance_or_none(pupil, Pupil, "pupil")
    an_instance(flawed, bool, "flawed")
    return st.composite(an_application)(school, procedure, on, pupil, flawed=flawed)


def an_application(
    draw: st.DrawFn,
    school: Regulation,
    procedure: Procedure,
    on: date,
    known: Pupil | None,
    *,
    flawed: bool = False,
) -> Any:  # noqa: ANN401  (which one the procedure says)
    """An application, drawn by hand."""
    graduates = procedure == "certificate_duplicate"
    age: PupilAge = "adult" if graduates else "any"
    pupil = known or _somebody(draw, procedure, a_birth(draw, on, age))
    whole = complete(school, procedure, pupil, on)
    rules, reason = whole.rules, pick(draw, whole.reasons) if whole.reasons else None
    meant = rules.scope.standing if rules.scope else ()
    told: dict[str, Any] = {
        "received": on,
        "pupil": pupil,
        "standing": next(iter(meant), "graduate" if graduates else "pupil"),
        "applicant": pick(draw, whole.applicants),
        "handed_in": whole.items,
        "lodged": pick(draw, whole.ways),
        "manner": pick(draw, rules.manner.by) if rules.manner else None,
        "reason": reason,
        "photo": best_facts(draw, rules.photo, pupil) if rules.photo else None,
        "payment": payment(school, procedure, pupil, on, reason),
        **_more(draw, procedure, pupil, on),
    }
    if flawed:
        told |= _wrong(draw, told, whole)
    return _KINDS.get(procedure, school_id.Application)(**told)


def _somebody(draw: st.DrawFn, procedure: Procedure, born: date) -> Pupil:
    """Anybody who may have it: IDs of preschools are for children with a disability."""
    pupil = a_pupil(draw, born)
    disabled = procedure == "preschool_id"
    return pupil.model_copy(update={"disability": True}) if disabled else pupil


def _more(draw: st.DrawFn, procedure: Procedure, pupil: Pupil, on: date) -> dict[str, Any]:
    """What only the application of one document holds."""
    if procedure == "mlegitymacja":
        return {"prior_id": a_held_id(draw, on)}
    if procedure == "certificate_duplicate":
        return {"certificate_kind": "school", "certificate_year": on.year - 1}
    return {
        "kind": "preschool" if procedure == "preschool_id" else "school",
        "other_document": None if pupil.pesel else "paszport AB 1234567",
    }


# --- what may be wrong ----------------------------------------------------------------------------

_OF_PUPIL = ("pesel", "class_name", "address")
_OF_CERTIFICATE = ("certificate_kind", "certificate_year")


def _wrong(draw: st.DrawFn, told: dict[str, Any], whole: Complete) -> dict[str, Any]:
    """One thing that some text minds: too late, somebody else, unborn, without a number, and so on."""
    pupil, proof, asked = told["pupil"], told["payment"], whole.rules.photo
    unborn: dict[str, Any] = {"born": told["received"] + _ONE}
    unknown = [{field: None} for field in _OF_PUPIL if getattr(pupil, field) is not None]
    ways: dict[str, list[Any]] = {
        "received": [told["received"] + _ONE],
        "applicant": [who for who in get_args(ApplicantKind) if who not in whole.applicants],
        "standing": ["outsider"],
        "pupil": [pupil.model_copy(update=wrong) for wrong in (unborn, *unknown)],
        "handed_in": [tuple(x for x in whole.items if x != item) for item in whole.items],
        "reason": [None, "other"] if told["reason"] else [],
        "payment": [None, *(one for _, one in marred(proof))] if proof else [],
        "photo": [None, *misses(asked, pupil=pupil)] if asked else [],
        **{field: [None] for field in _OF_CERTIFICATE if field in told},
    }
    field = pick(draw, [field for field, wrong in ways.items() if wrong])
    way = pick(draw, ways[field])
    if asked and field == "photo" and way:
        way = some_facts(draw, asked, way, pupil)
    return {field: way}


# --- what comes beside an application -------------------------------------------------------------


def held_ids(*, on: date = PLAIN_DAY) -> st.SearchStrategy[PhysicalId]:
    """School IDs, plastic ones, that are valid on a day; some until that day only.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(held_ids()).valid_until
    datetime.date(2025, 9, 30)
    """
    return st.composite(a_held_id)(a_day_with_room(on, "on"))


def a_held_id(draw: st.DrawFn, on: date) -> PhysicalId:
    """A school ID that is valid on a day, drawn by hand."""
    return PhysicalId(
        number=f"{number(draw, 0, A_THOUSAND)}/2024",
        form="id1",
        issued=on - pick(draw, (0, 1, 30)) * _ONE,
        valid_until=pick(draw, (last_confirmed_day(on), on, on + _ONE)),
    )


def cards(*, on: date = PLAIN_DAY, first: int = 0) -> st.SearchStrategy[Card]:
    """IDs as they are made on a day: plastic, valid until the end of September that the law has.

    Args:
        on: the day.
        first: the number from which on they are numbered.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(cards()).valid_until, simplest(cards()).form
    (datetime.date(2025, 9, 30), 'id1')
    """
    return st.composite(a_card)(a_day_with_room(on, "on"), a_count(first, "first"))


def a_card(draw: st.DrawFn, on: date, first: int = 0) -> Card:
    """An ID as it is made, drawn by hand."""
    until = pick(draw, (last_confirmed_day(on), on + _ONE, on))
    return Card(number=f"{_serial(draw, first)}/2024", valid_until=until)


def _serial(draw: st.DrawFn, first: int) -> int:
    return number(draw, first, first + A_THOUSAND - 1)


def codes(
    *, on: date = PLAIN_DAY, at: time | None = None, first: int = 0
) -> st.SearchStrategy[ActivationCodes]:
    """Two secrets that were generated on a day.

    Args:
        on: the day.
        at: the time, with its distance from UTC, where windows are counted in minutes.
        first: the number from which on they are numbered.

    Raises:
        WrongArgument: if an argument is of another type, or the time has no distance from UTC, or it lies
            on another day by a Polish clock.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(codes()).qr.reveal()
    'QR-0'
    """
    a_day_with_room(on, "on")
    if at is not None and not _tells_the_day(an_instance(at, time, "at"), on):
        raise WrongArgument("at", "a time of that day in Poland, with its distance from UTC")
    return st.composite(some_codes)(on, at, a_count(first, "first"))


def _tells_the_day(at: time, on: date) -> bool:
    """Whether a time says how far it is from UTC, and lies on that day by a Polish clock."""
    return at.tzinfo is not None and on in polish_days(datetime.combine(on, at))


def some_codes(draw: st.DrawFn, on: date, at: time | None, first: int = 0) -> ActivationCodes:
    """Two secrets, drawn by hand."""
    serial = _serial(draw, first)
    return ActivationCodes(
        generated=on,
        qr=Code(f"QR-{serial}"),
        code=Code(f"CODE-{serial}"),
        at=at and datetime.combine(on, at),
    )


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
    an_instance_or_none(pupil, Pupil, "pupil")
    return st.composite(a_case)(school, a_day_with_room(on, "on"), pupil)


def a_case(draw: st.DrawFn, school: Regulation, on: date, known: Pupil | None) -> ExOfficio:
    """A case that needs no application, drawn by hand."""
    rules = text_on(school, on).mlegitymacja
    asked = rules.photo if rules else None
    pupil = known or a_pupil(draw, a_birth(draw, on))
    return ExOfficio(
        pupil=pupil,
        photo=best_facts(draw, asked, pupil) if asked else None,
        prior_id=a_held_id(draw, on),
        objected=pick(draw, (None, None, None, on + _ONE, on)),
    )
