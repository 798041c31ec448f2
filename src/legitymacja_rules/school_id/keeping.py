"""What keeps an ID in use, and what ends it: confirmation, services, leaving, destruction.

Where the school's text says nothing, or does not apply on the day, the head decides: such a condition
is not covered until he or she has said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from .. import eligibility
from .._day import day_after
from ..facts import PhysicalId
from ..findings import Finding, breached, met, needs_review, not_covered
from ..regulation import Cited, Confirmation, IdRules, Regulation, Rule
from ..school_year import end_of_school_year, last_confirmed_day
from .records import CodeServices, Confirm, End, Issued, SchoolId

__all__ = [
    "confirmation_row",
    "end_clause",
    "known_of",
    "may_code_services",
    "may_confirm",
    "may_destroy",
    "may_end",
    "speaking",
    "yearly",
]

NOTHING = IdRules()


def speaking(school: Regulation, on: date) -> IdRules:
    """What the school's text says of IDs on a day; nothing outside its dates."""
    return school.ids if school.in_force.covers(on) else NOTHING


def confirmation_row(
    held: Issued | PhysicalId, school: Regulation, on: date
) -> Confirmation | None:
    """The row by which an ID of this form and kind is confirmed, if the text has one."""
    rows = speaking(school, on).confirmation
    return next((row for row in rows if held.form in row.forms and held.kind in row.kinds), None)


def yearly(held: Issued | PhysicalId, school: Regulation, on: date) -> Cited:
    """Why an ID is valid within its date only: by a clause of the text, or by a reading."""
    reading = "I-paper-yearly" if held.form == "paper" else "I-hologram"
    return confirmation_row(held, school, on) or Rule(clause=reading)


def known_of(document: SchoolId, school: Regulation, on: date) -> Iterator[Finding]:
    """What only the document tells: by which school, and whether its validity is unsettled."""
    judge = met if document.school == school.slug else breached
    yield judge("document.school", "invariant:own-school")
    if document.unsettled_on(on):
        yield not_covered("original.void", "I-original-void", on.isoformat())


def may_confirm(
    document: SchoolId, command: Confirm, school: Regulation, others: Sequence[SchoolId]
) -> Iterator[Finding]:
    """Whether the means is the right one, for the right year, on an ID that has room for it."""
    on = command.on
    row = confirmation_row(document.issued, school, on)
    if row is None:
        yield not_covered("confirm.means", "I-silence", subject=command.means)
    else:
        judge = met if command.means == row.means else breached
        yield judge("confirm.means", row.clause, command.means, row.means, also=row.also)
    rule = yearly(document.issued, school, on)
    limit, before = last_confirmed_day(on), document.valid_until(on)
    judge = met if command.valid_until == limit else breached
    until = command.valid_until.isoformat()
    yield judge("confirm.year", rule.clause, until, limit.isoformat(), also=rule.also)
    said = ("confirm.due", rule.clause, before.isoformat())
    next_year = day_after(end_of_school_year(on))
    yield met(*said) if before < limit else breached(*said, earliest=next_year, also=rule.also)
    free = document.free_fields(on)
    if command.means == "date_and_seal" and free is not None:
        judge = met if free else breached
        yield judge("confirm.field", rule.clause, free, also=("I-stamp-fields",))
    accounted = school.holograms if school.in_force.covers(on) else None
    if accounted and command.means == "hologram":
        judge = met if command.hologram else breached
        yield judge("confirm.hologram", accounted.clause)
    used = {act.hologram for one in others for act in one.confirmations}
    if command.hologram:
        judge = breached if command.hologram in used else met
        yield judge("confirm.hologram_once", "invariant:ledger-balance")


def may_code_services(
    document: SchoolId, command: CodeServices, school: Regulation
) -> Iterator[Finding]:
    """Whether each service is one that may be coded, with whose consent, and that the head decides."""
    row = speaking(school, command.on).services
    if row is None:
        yield not_covered("services.allowed", "I-silence")
        return
    form = document.issued.form
    judge = met if form in row.forms else breached
    yield judge("services.form", row.clause, subject=form, also=row.also)
    for service in command.services:
        judge = met if service in row.any_of else breached
        yield judge("services.allowed", row.clause, subject=service, also=row.also)
    pupil = document.issued.pupil
    yield from eligibility.applicant(
        "services.consent", row.consent, command.consent, pupil, command.on
    )
    yield needs_review("services.decision", row.decision_clause, who="head")


def may_end(document: SchoolId, command: End, school: Regulation) -> Iterator[Finding]:
    """That an ID ends with the pupil's education at the school."""
    rule = end_clause(document, school, command.on)
    yield met("end.ground", rule.clause, subject=command.ground, also=rule.also)


def end_clause(document: SchoolId, school: Regulation, on: date) -> Rule:
    """By which clause an ID ends when the pupil leaves the school."""
    rules = speaking(school, on)
    if rules.ends and document.issued.on <= rules.ends.issued_until:
        return Rule(clause=rules.ends.clause, also=rules.ends.also)
    if rules.paper and document.issued.form == "paper":
        return Rule(clause=rules.paper.clause, also=("I-end-of-education",))
    return Rule(clause="I-end-of-education")


def may_destroy(document: SchoolId, on: date, school: Regulation) -> Iterator[Finding]:
    """That it is destroyed only after the date of its validity."""
    until = document.valid_until(on)
    if rule := speaking(school, on).destruction:
        said = ("destroy.after_validity", rule.clause, on.isoformat(), until.isoformat())
        earliest = day_after(until)
        yield met(*said) if on > until else breached(*said, earliest=earliest, also=rule.also)
    else:
        yield not_covered("destroy.after_validity", "I-silence", on.isoformat(), until.isoformat())
