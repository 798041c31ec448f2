"""Wishes: what is complete at a school, and what is wrong in one respect.

A wish is a request with everything that the text in force asks. Its twists change one thing each, and
say at which condition they aim: where the rules accept a twist and a system does not, that condition is
the one it broke.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, get_args

from ...facts import Pupil
from ...regulation import PhotoRequirement, ProcedureRules, Regulation
from ...vocabulary import ApplicantKind, Lodging, Procedure, Standing
from ..complete import complete, marred, payment
from ..photo_files import PhotoFile
from .shots import beside, fitting, told

__all__ = ["Wish", "application", "other_photos", "twists"]

DAY, MONTH = timedelta(days=1), timedelta(days=31)

MARRED = {
    "payment.amount": "a payment that is one grosz short",
    "payment.account": "a payment to another account",
    "payment.title": "a payment under another title",
    "payment.day": "a payment of the next day",
}
"""How it is told what is wrong with a payment."""


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
    shot: PhotoFile | None = None
    said: str = ""
    aims: tuple[str, ...] = ()

    def but(self, said: str, *aims: str, shot: PhotoFile | None = None, **changes: Any) -> Wish:  # noqa: ANN401  (fields of any record)
        """The same, but for this."""
        fields = MappingProxyType({**self.fields, **changes})
        return Wish(fields, shot or self.shot, said, aims)

    def having(self, **fields: Any) -> Wish:  # noqa: ANN401  (fields of any record)
        """The same with fields that only its own record knows."""
        return replace(self, fields=MappingProxyType({**self.fields, **fields}))


def application(school: Regulation, procedure: Procedure, pupil: Pupil, on: date) -> Wish:
    """An application that lacks nothing, by what applies at a school on its day."""
    whole = complete(school, procedure, pupil, on)
    reason = whole.reasons[0] if whole.reasons else None
    fields: dict[str, Any] = {
        "received": on,
        "applicant": whole.applicants[0],
        "pupil": pupil,
        "handed_in": whole.items,
        "lodged": whole.ways[0],
        "reason": reason,
        "payment": payment(school, procedure, pupil, on, reason),
    }
    asked = whole.rules.photo
    return Wish(MappingProxyType(fields), fitting(asked, pupil) if asked else None)


def twists(rules: ProcedureRules, whole: Wish) -> Iterator[Wish]:
    """The wish with one thing changed, one after the other."""
    yield from _of_others(whole)
    yield from _received(whole)
    yield from _in_circumstances(rules, whole)
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
    if proof := whole.fields["payment"]:
        yield whole.but("without a proof of payment", "application.item", payment=None)
        for code, wrong in marred(proof):
            yield whole.but(f"with {MARRED[code]}", code, payment=wrong)
    if whole.fields["reason"]:
        for reason in ("lost", "destroyed", "error", "address", "first_name", "other", None):
            yield whole.but(f"for the reason {reason}", "application.ground", reason=reason)


def _of_others(whole: Wish) -> Iterator[Wish]:
    """The wish for somebody who is something else to the school, or not born on the day that the PESEL tells."""
    usual: Standing = "pupil"
    for standing in get_args(Standing):
        if standing != whole.fields.get("standing", usual):
            yield whole.but(f"for: {standing}", "application.scope", standing=standing)
    pupil = whole.fields["pupil"]
    if pupil.pesel:
        other = pupil.model_copy(update={"born": pupil.born + DAY})
        yield whole.but("with another day of birth", "pesel.declared_birth_date", pupil=other)


def _received(whole: Wish) -> Iterator[Wish]:
    """The wish as it was lodged before, by a minor if the pupil was one not long ago, and a day too late."""
    on, minor = whole.fields["received"], whole.fields["pupil"].adult_from() - DAY
    recent = minor < on < minor + MONTH
    before, aims = (minor, ("application.applicant",)) if recent else (on - DAY, ())
    for day in (before, on + DAY):
        yield whole.but(f"received on {day}", "application.received", *aims, received=day)


def _in_circumstances(rules: ProcedureRules, whole: Wish) -> Iterator[Wish]:
    """The wish where more is asked: with that, and without."""
    items = whole.fields["handed_in"]
    for row in rules.required:
        if row.when:
            now, left = (row.when,), tuple(one for one in items if one != row.item)
            said, aim = f"in the case of {row.when}", "application.item"
            yield whole.but(said, aim, circumstances=now)
            yield whole.but(
                f"{said}, without the item {row.item}", aim, circumstances=now, handed_in=left
            )
    for way in rules.channels:
        if way.when:
            said = f"lodged by {way.by} in the case of {way.when}"
            yield whole.but(said, "application.channel", circumstances=(way.when,), lodged=way.by)


def other_photos(asked: PhotoRequirement | None, whole: Wish) -> Iterator[Wish]:
    """The wish with photos on either side of each bound."""
    for shot, aims in beside(asked, whole.shot) if whole.shot else ():
        yield whole.but(f"with a {told(shot)}", *aims, shot=shot)
