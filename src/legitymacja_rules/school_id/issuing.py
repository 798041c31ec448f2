"""Whether a first ID may be issued.

Who gets one the school's text says, or else the law of the day. In which form it is made, too; an
application is asked what any application is asked. A pupil without PESEL may have an ID by another
document; where the school's own list of what stands on it knows no such case, the head decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from .. import applications, id_validity, law
from ..attestations import Attested
from ..facts import PhysicalId
from ..findings import Finding, Status, breached, met, needs_review, not_covered
from ..regulation import FirstIdRules, Regulation
from ..school_or_law import in_force, law_notes
from ..school_year import last_confirmed_day
from ..vocabulary import IdKind, Procedure
from .keeping import speaking, yearly
from .records import Application, Card, Issued, SchoolId

__all__ = ["issued_event", "made", "may_issue"]

PROCEDURES: dict[IdKind, Procedure] = {"school": "school_id", "preschool": "preschool_id"}


def may_issue(
    application: Application,
    school: Regulation,
    on: date,
    card: Card,
    previous: Sequence[SchoolId],
    attested: Attested,
) -> tuple[Finding, ...]:
    """All findings on a first ID; outside its dates the school's text judges nothing."""
    procedure = PROCEDURES[application.kind]
    own: FirstIdRules | None = getattr(school, procedure)
    applies = in_force(school.period(procedure), on)
    asked = own if own and applies.status is Status.MET else None
    rules, notes = asked or FirstIdRules(), ("school_not_in_force",) if own and not asked else ()
    return (
        *((applies,) if asked else ()),
        *_eligible(application, rules, on, notes),
        *applications.findings(application, rules, on, attested),
        *made(application, school, card, on, application.other_document),
        *_first(application, school, previous, on),
    )


def _eligible(
    application: Application, rules: FirstIdRules, on: date, notes: tuple[str, ...]
) -> Iterator[Finding]:
    """Who gets one: a pupil who was admitted by then, or a child of whom the text says more."""
    span = law.FIRST_ID[application.kind].on(on)
    row = rules.eligible or span.value
    if row is None:
        yield not_covered("id.eligible", span.clause, subject=application.kind, notes=notes)
        return
    told = () if rules.eligible else (*law_notes(span), *notes)
    judge = met if application.standing == "pupil" else breached
    yield judge("id.eligible", row.clause, subject=application.kind, also=row.also, notes=told)
    if admitted := application.admitted:
        said = ("id.admitted", row.clause, admitted.isoformat(), on.isoformat())
        yield met(*said) if admitted <= on else breached(*said, earliest=admitted)
    if row.disability:
        disability = application.pupil.disability
        judge = met if disability else needs_review if disability is None else breached
        yield judge("id.disability", row.clause, also=row.also)
    if row.group:
        yield needs_review("id.preschool_group", row.clause, also=row.also)
    if row.preparatory_year:
        yield needs_review("id.preparatory_year", row.clause, also=row.also)


def made(
    application: Application,
    school: Regulation,
    card: Card,
    on: date,
    other_document: str | None,
) -> Iterator[Finding]:
    """Whether the ID that was made has the right form and date, and what stands on it is known."""
    rules = speaking(school, on)
    as_made = PhysicalId(
        number=card.number, form=card.form, issued=on, valid_until=card.valid_until
    )
    if row := rules.form:
        judge = met if card.form == row.form else breached
        yield judge("id.made_as", row.clause, card.form, row.form, also=row.also)
    yield from id_validity.form(as_made, rules.paper, on)
    yield _printed_date(as_made, school, on)
    if application.pupil.pesel is None:
        yield _without_pesel(other_document, school, on)


def _printed_date(held: PhysicalId, school: Regulation, on: date) -> Finding:
    """Not before its issue; a date beyond the school year would stand for a yearly confirmation."""
    rule, last = yearly(held, school, on), last_confirmed_day(on)
    printed = held.valid_until.isoformat()
    if held.valid_until < on:
        return breached("id.printed_date", "invariant:day-order", printed, last.isoformat())
    judge = met if held.valid_until <= last else needs_review
    return judge("id.printed_date", rule.clause, printed, last.isoformat(), also=rule.also)


def _without_pesel(other_document: str | None, school: Regulation, on: date) -> Finding:
    """Possible by another document; a list of the school that asks for a PESEL is at odds with it."""
    faces = [face for face in speaking(school, on).faces if "pesel" in face.fields]
    registers = school.registers if school.in_force.covers(on) else ()
    own = [register for register in registers if register.name == "school_id"]
    kept = [row for register in own for row in register.fields if row.field == "pesel"]
    asking = (*(face.clause for face in faces), *(row.clause for row in kept))
    if other_document is None:
        return breached("pesel.or_other_document", "I-no-pesel", also=asking)
    if asking:
        return needs_review("pesel.or_other_document", "I-no-pesel", also=asking, who="head")
    return met("pesel.or_other_document", "I-no-pesel")


def _first(
    application: Application, school: Regulation, previous: Sequence[SchoolId], on: date
) -> Iterator[Finding]:
    """That the pupil has no other one of this kind here; one at its end leaves room for it."""
    kind = (school.slug, application.kind)
    alike = [one for one in previous if (one.school, one.issued.kind) == kind]
    if alike:
        judge = met if all(one.void_on(on) or one.full_on(on) for one in alike) else breached
        yield judge("id.first", "invariant:one-first-id")


def issued_event(
    application: Application,
    school: str,
    on: date,
    card: Card,
    attested: Attested,
    *,
    in_place_of: str | None = None,
    copies: int = 0,
) -> Issued:
    """The issue of an ID for which every condition was met."""
    return Issued(
        on=on,
        attested=attested,
        school=school,
        pupil=application.pupil,
        kind=application.kind,
        number=card.number,
        form=card.form,
        valid_until=card.valid_until,
        free_fields=card.free_fields,
        in_place_of=in_place_of,
        copies=copies,
        other_document=application.other_document,
    )
