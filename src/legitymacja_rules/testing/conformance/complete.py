"""What is complete at a school, read off its text; and what is wrong in one respect.

A wish is a request with everything that the text in force asks. Its twists change one thing each, and
say at which condition they aim: where the rules accept a twist and a system does not, that condition is
the one it broke.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any, get_args

from ... import payments
from ...facts import ProofOfPayment, Pupil
from ...regulation import May, PhotoRequirement, ProcedureRules, Regulation
from ...vocabulary import ApplicantKind, Lodging, Procedure
from .shots import Shot, beside, fitting

__all__ = ["Wish", "applicant", "application", "other_photos", "twists"]

DAY = timedelta(days=1)

UNNEEDED = frozenset({"reason", "proof_of_payment"})
"""Items that the record of an application tells in fields of their own."""

MARRED = (
    ("a payment that is one grosz short", "amount", "payment.amount"),
    ("a payment to another account", "account", "payment.account"),
    ("a payment under another title", "title", "payment.title"),
    ("a payment of the next day", "paid", "payment.day"),
)
"""What can be wrong with a payment: how it is told, the field, and the condition."""

ELSEWHERE = "61 1090 1014 0000 0712 1981 2874"
"""An account that no school has; it is the example of public documents."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for, by field, with the photo that comes beside it.

    Attributes:
        fields: the fields of the record.
        shot: the photo, if one comes.
        said: how it differs from a complete one; empty if it does not.
        aims: the conditions on whose boundary it lies.
    """

    fields: Mapping[str, Any] = field(repr=False)
    shot: Shot | None = None
    said: str = ""
    aims: tuple[str, ...] = ()

    def but(self, said: str, *aims: str, shot: Shot | None = None, **changes: Any) -> Wish:  # noqa: ANN401  (fields of any record)
        """The same, but for this."""
        fields = MappingProxyType({**self.fields, **changes})
        return Wish(fields, shot or self.shot, said, aims)

    def having(self, **fields: Any) -> Wish:  # noqa: ANN401  (fields of any record)
        """The same with fields that only its own record knows."""
        return replace(self, fields=MappingProxyType({**self.fields, **fields}))


def application(school: Regulation, procedure: Procedure, pupil: Pupil, on: date) -> Wish:
    """An application that lacks nothing, by a text as it is in force on its day."""
    rules = school.procedure(procedure) or ProcedureRules()
    fields: dict[str, Any] = {
        "received": on,
        "applicant": applicant(rules.applicants, pupil, on),
        "pupil": pupil,
        "handed_in": tuple(
            row.item for row in rules.required if not row.shown and row.item not in UNNEEDED
        ),
        "lodged": rules.channels[0].by if rules.channels else "office",
    }
    if procedure in {"id_duplicate", "id_exchange", "certificate_duplicate"}:
        fields["reason"] = next((ground for row in rules.grounds for ground in row.any_of), "lost")
        fields["payment"] = _paid(school, procedure, pupil, on)
    return Wish(MappingProxyType(fields), fitting(rules.photo, pupil) if rules.photo else None)


def applicant(rows: tuple[May, ...], pupil: Pupil, on: date) -> ApplicantKind:
    """Who may apply for this pupil on that day, by the first row that fits and is settled."""
    age = pupil.age_on(on)
    fitting_ = (row.who for row in rows if row.pupil in ("any", age) and row.settled)
    return next(fitting_, "parent")


def _paid(
    school: Regulation, procedure: Procedure, pupil: Pupil, on: date
) -> ProofOfPayment | None:
    told = payments.instruction(school, procedure, pupil, on=on)
    if not told.amount or not told.account or not told.title:
        return None
    return ProofOfPayment(amount=told.amount, account=told.account, title=told.title, paid=on)


def twists(school: Regulation, procedure: Procedure, whole: Wish) -> Iterator[Wish]:
    """The wish with one thing changed, one after the other."""
    rules = school.procedure(procedure) or ProcedureRules()
    for who in get_args(ApplicantKind):
        if who != whole.fields["applicant"]:
            yield whole.but(f"the {who} applies", "application.applicant", applicant=who)
    items = whole.fields["handed_in"]
    for item in items:
        left = tuple(one for one in items if one != item)
        yield whole.but(f"without the item {item}", "application.item", handed_in=left)
    for way in get_args(Lodging):
        if way != whole.fields["lodged"]:
            yield whole.but(f"lodged by {way}", "application.channel", lodged=way)
    if whole.shot:
        yield replace(whole, shot=None, said="without a photo", aims=("photo.present",))
        yield from other_photos(rules.photo, whole)
    if proof := whole.fields.get("payment"):
        yield whole.but("without a proof of payment", "application.item", payment=None)
        marred: Mapping[str, Any] = {
            "amount": proof.amount - Decimal("0.01"),
            "account": ELSEWHERE,
            "title": "something else",
            "paid": proof.paid + DAY,
        }
        for said, name, aim in MARRED:
            wrong = proof.model_copy(update={name: marred[name]})
            yield whole.but(f"with {said}", aim, payment=wrong)
    if "reason" in whole.fields:
        for reason in ("lost", "destroyed", "error", "address", "first_name", "other", None):
            yield whole.but(f"for the reason {reason}", "application.ground", reason=reason)


def other_photos(asked: PhotoRequirement | None, whole: Wish) -> Iterator[Wish]:
    """The wish with photos on either side of each bound."""
    for shot, aims in beside(asked, whole.shot) if whole.shot else ():
        yield whole.but(f"with a {shot.told}", *aims, shot=shot)
