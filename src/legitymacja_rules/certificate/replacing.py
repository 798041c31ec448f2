"""What takes the place of a lost certificate: a duplicate, or a statement that there can be none.

It begins with an application that says why. A duplicate is made from the school's records. Where they
do not suffice a text may want a statement instead, which is an answer and no refusal: the original is
what it was, and records that turn up later open the case again. Where no text says that, the head
decides whether the records suffice. A duplicate leaves the original as it is until it is received.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from .. import law, originals
from ..findings import Finding, breached, met, not_covered
from ..forms import given
from ..regulation import CertificateDuplicateRules, Regulation
from ..school_or_law import law_notes
from ..vocabulary import DataField, Records
from .records import Application, Certificate, Duplicate

__all__ = ["duplicate_rules", "may_duplicate", "may_replace", "statement"]

NOTHING = CertificateDuplicateRules()


def may_duplicate(
    document: Certificate, command: Duplicate, school: Regulation
) -> Iterator[Finding]:
    """Whether a duplicate may be made upon this application, or has to be stated impossible."""
    application, on = command.application, command.on
    rules = duplicate_rules(school, on)
    yield from originals.duplicated_again(document, rules)
    yield from originals.upon_application(
        document, application, school, "certificate_duplicate", on, command.attested
    )
    told = _told(application)
    if row := rules.data:
        there = [field for field, values in told.items() if values]
        yield from given("application.data", row, row.fields, there)
    made = {"certificate_kind": document.issued.kind, "certificate_year": document.issued.year}
    judge = met if all(values <= {made[field]} for field, values in told.items()) else breached
    yield judge("application.same_certificate", "invariant:same-certificate")
    if said := statement(school, command.records, on):
        yield said
    else:
        yield from _records(command.records, rules)
        yield from _form(command, rules)


def statement(school: Regulation, records: Records, on: date) -> Finding | None:
    """That a statement takes the place of a duplicate; None if records suffice, or no text says so."""
    if records == "sufficient":
        return None
    span = law.CERTIFICATE_RECORDS.on(on)
    own = duplicate_rules(school, on).no_records
    rule, notes = (own, ()) if own else (span.value, law_notes(span))
    if rule is None:
        return None
    return met("duplicate.statement", rule.clause, subject=records, also=rule.also, notes=notes)


def may_replace(
    document: Certificate, on: date, school: Regulation, others: Sequence[Certificate]
) -> Iterator[Finding]:
    """Whether its duplicate was received."""
    copies = [one for one in others if one.is_copy_of(document)]
    yield from originals.may_replace(document, copies, on, duplicate_rules(school, on))


def duplicate_rules(school: Regulation, on: date) -> CertificateDuplicateRules:
    """What the school's text says of duplicates on a day; nothing outside its dates."""
    own = school.certificate_duplicate
    return own if own and school.period("certificate_duplicate").covers(on) else NOTHING


def _records(records: Records, rules: CertificateDuplicateRules) -> Iterator[Finding]:
    """Whether there are records to make a duplicate from."""
    if records != "sufficient":
        yield not_covered("duplicate.records", "I-silence", subject=records)
    elif rule := rules.records:
        yield met("duplicate.records", rule.clause, subject=records, also=rule.also)


def _form(command: Duplicate, rules: CertificateDuplicateRules) -> Iterator[Finding]:
    """Whether it is made on a form that the school's text allows, or else the law of the day."""
    span = law.CERTIFICATE_FORMS.on(command.on)
    row, notes = (rules.forms, ()) if rules.forms else (span.value, law_notes(span))
    if row:
        judge = met if command.form in row.any_of else breached
        yield judge("duplicate.form", row.clause, subject=command.form, also=row.also, notes=notes)


def _told(application: Application) -> Mapping[DataField, AbstractSet[object]]:
    """What the application tells of the certificate, on its form or beside it."""
    said = [one for one in (application, application.form) if one is not None]
    return {
        "certificate_kind": {one.certificate_kind for one in said} - {None},
        "certificate_year": {one.certificate_year for one in said} - {None},
    }
