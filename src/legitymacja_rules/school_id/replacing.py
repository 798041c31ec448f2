"""What takes the place of an ID: a duplicate of a lost one, a new one for a wrong one.

Both begin with an application that says why, and make a second document. A duplicate leaves the
original as it is until it is received; from then on the original is void, where a text says so, and
is to be given back if it is found. An exchanged one comes back with the application itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from .. import law, originals
from ..findings import Finding, breached, met, needs_review
from ..regulation import DuplicateRules, Regulation
from ..school_or_law import law_notes
from ..vocabulary import Procedure
from .issuing import made
from .records import Application, Duplicate, Exchange, Reported, SchoolId

__all__ = ["duplicate_rules", "may_duplicate", "may_exchange", "may_replace"]

NOTHING = DuplicateRules()

SAME_DATA = frozenset({"error", "hologram_damaged", "special_education_ruling", "other", None})
"""The reasons for an exchange by which the pupil's data have not changed, or nobody knows."""


def may_duplicate(
    document: SchoolId, command: Duplicate, school: Regulation, others: Sequence[SchoolId]
) -> Iterator[Finding]:
    """Whether a duplicate may be made upon this application."""
    application, on, card = command.application, command.on, command.card
    yield originals.duplicated_once(document)
    yield from originals.duplicated_again(document, duplicate_rules(school, on))
    yield from _asked(document, command, school, "id_duplicate", application)
    yield from made(application, school, card, on, _other_document(document, application))
    yield from _date(document, on)
    span = law.DUPLICATE_NUMBER.on(on)
    taken = {document.issued.number, *(one.issued.number for one in others)}
    if span.value:
        judge = breached if card.number in taken else met
        yield judge("duplicate.number", span.clause, also=span.also, notes=law_notes(span))


def _date(document: SchoolId, on: date) -> Iterator[Finding]:
    """That the validity of the one it replaces has ended before the duplicate is dated.

    It has where the loss was reported or its date has passed; else the office says that it was ended
    in the system.
    """
    span = law.DUPLICATE_DATE.on(on)
    if span.value is None:
        return
    reported, until = document.last(Reported), document.valid_until(on)
    ended = reported.on if reported else until
    judge = met if reported or until < on else needs_review
    measured, limit = on.isoformat(), ended.isoformat()
    yield judge(
        "duplicate.date", span.clause, measured, limit, also=span.also, notes=law_notes(span)
    )


def may_exchange(document: SchoolId, command: Exchange, school: Regulation) -> Iterator[Finding]:
    """Whether a new one may be made in its place upon this application, as no duplicate was."""
    yield originals.duplicated_once(document)
    application = command.application
    changed = application.why not in SAME_DATA
    now = (*application.circumstances, *(("data_changed",) if changed else ()))
    seen = application.model_copy(update={"circumstances": now})
    yield from _asked(document, command, school, "id_exchange", seen)
    other = _other_document(document, application)
    yield from made(application, school, command.card, command.on, other)


def _other_document(document: SchoolId, application: Application) -> str | None:
    """The document of one without PESEL, as it is told now or was told at the issue."""
    return application.other_document or document.issued.other_document


def _asked(
    document: SchoolId,
    command: Duplicate | Exchange,
    school: Regulation,
    procedure: Procedure,
    application: Application,
) -> Iterator[Finding]:
    """What both procedures ask of the application, for an ID of the same kind."""
    on, alike = command.on, application.kind == document.issued.kind
    call = (document, application, school, procedure, on, command.attested)
    return originals.upon_application(*call, alike=alike, held=document.held(on))


def may_replace(
    document: SchoolId, on: date, school: Regulation, others: Sequence[SchoolId]
) -> Iterator[Finding]:
    """Whether its duplicate was made and received."""
    copies = [one for one in others if one.is_copy_of(document)]
    yield originals.duplicate_made(document)
    yield from originals.may_replace(document, copies, on, duplicate_rules(school, on))


def duplicate_rules(school: Regulation, on: date) -> DuplicateRules:
    """What the school's text says of duplicates on a day; nothing outside its dates."""
    own = school.id_duplicate
    return own if own and school.period("id_duplicate").covers(on) else NOTHING
