"""What takes the place of an ID: a duplicate of a lost one, a new one for a wrong one.

Both begin with an application that says why, and make a second document. A duplicate leaves the
original as it is until it is received; from then on the original is void, where a text says so, and
is to be given back if it is found. An exchanged one comes back with the application itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import cast, get_args

from .. import applications, eligibility, fees, law
from ..acts import Correct, HandedOver, Replaced
from ..findings import Finding, Status, breached, met, needs_review, not_covered
from ..regulation import DuplicateRules, Grounds, ProcedureRules, Regulation
from ..school_or_law import in_force, law_notes
from ..timeline import Timeline
from ..vocabulary import ExchangeGround, LossGround, Procedure
from .issuing import made
from .records import Application, Duplicate, Duplicated, Exchange, SchoolId

__all__ = [
    "duplicate_rules",
    "duplicated_once",
    "ground",
    "may_correct",
    "may_duplicate",
    "may_exchange",
    "may_replace",
    "to_be_returned",
]

NOTHING = DuplicateRules()
HANDED_OVER: str = HandedOver.model_fields["event"].default

REASONS: Mapping[Procedure, tuple[str, ...]] = {
    "id_duplicate": get_args(LossGround),
    "id_exchange": get_args(ExchangeGround),
}
"""The reasons that an application for each procedure can have."""

LAW: Mapping[Procedure, Timeline[Grounds]] = {"id_exchange": law.EXCHANGE_GROUNDS}
"""The law's lists of grounds, as far as any is known."""


def may_duplicate(
    document: SchoolId, command: Duplicate, school: Regulation, others: Sequence[SchoolId]
) -> Iterator[Finding]:
    """Whether a duplicate may be made upon this application."""
    application, on, card = command.application, command.on, command.card
    yield duplicated_once(document)
    if document.issued.copies and (rule := duplicate_rules(school, on).again):
        yield met("duplicate.again", rule.clause, document.issued.copies, also=rule.also)
    yield from _asked(document, command, school, "id_duplicate", application)
    yield from made(application, school, card, on)
    span = law.DUPLICATE_NUMBER.on(on)
    taken = {document.issued.number, *(one.issued.number for one in others)}
    if span.value:
        judge = breached if card.number in taken else met
        yield judge("duplicate.number", span.clause, also=span.also, notes=law_notes(span))


def may_exchange(document: SchoolId, command: Exchange, school: Regulation) -> Iterator[Finding]:
    """Whether a new one may be made in its place upon this application, as no duplicate was."""
    yield duplicated_once(document)
    application = command.application
    changed = application.reason not in {"error", None}
    now = (*application.circumstances, *(("data_changed",) if changed else ()))
    seen = application.model_copy(update={"circumstances": now})
    yield from _asked(document, command, school, "id_exchange", seen)
    yield from made(application, school, command.card, command.on)


def duplicated_once(document: SchoolId) -> Finding:
    """That no duplicate of it was made before; a duplicate that is lost has its own."""
    judge = breached if document.last(Duplicated) else met
    return judge("duplicate.once", "invariant:one-duplicate")


def _asked(
    document: SchoolId,
    command: Duplicate | Exchange,
    school: Regulation,
    procedure: Procedure,
    application: Application,
) -> Iterator[Finding]:
    """What both procedures ask: the text's dates, the same pupil, the ground, the application."""
    on, own = command.on, school.procedure(procedure)
    if own:
        applies = in_force(school.period(procedure), on)
        yield applies
        if applies.status is not Status.MET:
            return
    rules = own or ProcedureRules()
    same = document.issued.pupil.is_same(application.pupil)
    judge = met if same and application.kind == document.issued.kind else breached
    yield judge("application.same_pupil", "invariant:same-pupil")
    yield ground(school, procedure, application, on)
    named = application.reason if application.reason in REASONS["id_exchange"] else None
    due = fees.fee(school, procedure, on=on, ground=cast("ExchangeGround | None", named))
    held = document.held(on)
    yield from applications.findings(application, rules, on, command.attested, held=held, due=due)


def ground(school: Regulation, procedure: Procedure, application: Application, on: date) -> Finding:
    """Whether the reason of an application is a ground: by the school's list, or the law's."""
    reason, rules = application.reason, school.procedure(procedure)
    judged = eligibility.ground(rules.grounds if rules else (), reason)
    if judged:
        return judged
    if reason not in REASONS[procedure]:
        return breached("application.ground", "invariant:own-procedure", subject=reason)
    span = LAW[procedure].on(on) if procedure in LAW else None
    if span and span.value and (judged := eligibility.ground((span.value,), reason)):
        return judged.noting(*law_notes(span))
    return not_covered("application.ground", "I-silence", subject=reason)


def may_replace(
    document: SchoolId, on: date, school: Regulation, others: Sequence[SchoolId]
) -> Iterator[Finding]:
    """Whether its duplicate was made and received; what that means for the original is its clause's."""
    judge = met if document.last(Duplicated) else breached
    yield judge("replace.duplicate", "invariant:one-duplicate")
    copies = [one for one in others if one.is_copy_of(document)]
    if copies:
        received = any(one.handed_over and one.handed_over.on <= on for one in copies)
        yield (met if received else breached)("replace.received", "invariant:one-handover")
    rule = duplicate_rules(school, on).original_void
    if rule:
        yield met("original.void", rule.clause, on.isoformat(), also=rule.also)
    else:
        yield met("original.void", "I-original-void", notes=("original_unsettled",))


def may_correct(
    document: SchoolId, command: Correct, others: Sequence[SchoolId]
) -> Iterator[Finding]:
    """Whether no original was replaced by the receipt of a duplicate that is now taken back."""
    if command.act == HANDED_OVER and document.issued.copies:
        originals = [one for one in others if document.is_copy_of(one)]
        judge = needs_review if not originals else met
        judge = breached if any(one.last(Replaced) for one in originals) else judge
        yield judge("correct.original", "invariant:history-kept")


def to_be_returned(school: Regulation, on: date) -> Iterator[Finding]:
    """That an original found again is to be given back, where the text says so."""
    if rule := duplicate_rules(school, on).found_returned:
        yield met("original.returned", rule.clause, also=rule.also)


def duplicate_rules(school: Regulation, on: date) -> DuplicateRules:
    """What the school's text says of duplicates on a day; nothing outside its dates."""
    own = school.id_duplicate
    return own if own and school.period("id_duplicate").covers(on) else NOTHING
