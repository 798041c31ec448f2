"""What becomes of an original that another document may replace, whichever document it is.

It begins with an application that says why. A duplicate leaves the original as it is until it is
received. From then on the original is void, where a text says so; where none does, its state is
unsettled (I-original-void). One that is found again is to be given back, where a text says that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import cast, get_args

from . import applications, eligibility, fees, law
from .acts import Correct, Duplicated, HandedOver, Replace, Replaced
from .applications import Application
from .attestations import Attested
from .facts import PhysicalId
from .findings import Finding, Status, breached, met, needs_review, not_covered
from .history import Document
from .regulation import DuplicateRules, Grounds, ProcedureRules, Regulation
from .school_or_law import in_force, law_notes
from .timeline import Timeline
from .vocabulary import ExchangeGround, LossGround, Procedure

__all__ = [
    "becomes",
    "duplicate_made",
    "duplicated_again",
    "duplicated_once",
    "ground",
    "may_correct",
    "may_replace",
    "replaced",
    "speaking",
    "to_be_returned",
    "upon_application",
]

HANDED_OVER: str = HandedOver.model_fields["event"].default

REASONS: Mapping[Procedure, tuple[str, ...]] = {
    "id_duplicate": get_args(LossGround),
    "id_exchange": get_args(ExchangeGround),
    "certificate_duplicate": get_args(LossGround),
}
"""The reasons that an application for each procedure can have."""

LAW: Mapping[Procedure, Timeline[Grounds]] = {"id_exchange": law.EXCHANGE_GROUNDS}
"""The law's lists of grounds, as far as any is known."""


def upon_application(
    document: Document,
    application: Application,
    school: Regulation,
    procedure: Procedure,
    on: date,
    attested: Attested,
    *,
    alike: bool = True,
    held: PhysicalId | None = None,
) -> Iterator[Finding]:
    """What is asked of every application for another document: dates, pupil, ground, contents.

    Args:
        document: the one whose place another is to take.
        application: what was lodged.
        school: the school that issued it.
        procedure: by which procedure the other one is made.
        on: the day on which it is judged.
        attested: what humans have said.
        alike: whether the application is for a document of the same kind.
        held: the ID that the pupil holds, where a form asks for it.
    """
    rules = speaking(school, procedure, on)
    if rules:
        yield in_force(school.period(procedure), on)
    same = eligibility.same_pupil(document.issued.pupil, application.pupil)
    yield same if alike else breached(same.code, same.clause)
    yield ground(school, procedure, application, on)
    named = application.why if application.why in REASONS["id_exchange"] else None
    due = fees.fee(school, procedure, on=on, ground=cast("ExchangeGround | None", named))
    asked = rules or ProcedureRules()
    yield from applications.findings(application, asked, on, attested, held=held, due=due)


def ground(school: Regulation, procedure: Procedure, application: Application, on: date) -> Finding:
    """Whether the reason of an application is a ground: by the school's list, or the law's."""
    reason, rules = application.why, speaking(school, procedure, on)
    rows = rules.grounds if rules else ()
    if reason is None and rows and procedure != "id_exchange":
        # It is lost in one of these ways, but the text does not have the applicant say in which.
        return needs_review("application.ground", rows[0].clause, also=rows[0].also)
    own = reason in REASONS[procedure]
    judged = eligibility.ground(rows, reason, application.clause)
    if judged and (own or judged.status is Status.BREACHED):
        return judged
    if not own:
        return breached("application.ground", "invariant:own-procedure", subject=reason)
    span = LAW[procedure].on(on) if procedure in LAW else None
    law_rows = (span.value,) if span and span.value else ()
    if span and (judged := eligibility.ground(law_rows, reason, application.clause)):
        return judged.noting(*law_notes(span))
    notes = () if rules or not school.procedure(procedure) else ("school_not_in_force",)
    return not_covered("application.ground", "I-silence", subject=reason, notes=notes)


def speaking(school: Regulation, procedure: Procedure, on: date) -> ProcedureRules | None:
    """What the school's text says of a procedure on a day; nothing outside its dates."""
    own = school.procedure(procedure)
    return own if own and school.period(procedure).covers(on) else None


def duplicated_once(document: Document) -> Finding:
    """That no duplicate of it was made before; a duplicate that is lost has its own."""
    judge = breached if document.last(Duplicated) else met
    return judge("duplicate.once", "invariant:one-duplicate")


def duplicated_again(document: Document, rules: DuplicateRules) -> Iterator[Finding]:
    """That a duplicate may be made of a duplicate, too, where the text says so."""
    if document.issued.copies and (rule := rules.again):
        yield met("duplicate.again", rule.clause, document.issued.copies, also=rule.also)


def duplicate_made(document: Document) -> Finding:
    """That a duplicate was made, without which nothing takes the place of the original."""
    judge = met if document.last(Duplicated) else breached
    return judge("replace.duplicate", "invariant:one-duplicate")


def may_replace(
    document: Document, copies: Sequence[Document], on: date, rules: DuplicateRules
) -> Iterator[Finding]:
    """Whether its duplicate was received; what that means for the original is its clause's."""
    handed = [act.on for one in copies if (act := one.last(HandedOver)) and act.on <= on]
    if not copies and document.last(Duplicated):
        yield needs_review("replace.received", "invariant:one-handover", on.isoformat())
    elif copies:
        right = handed and on == max(*handed, document.last_day)
        judge = met if right else breached
        limit = max(handed).isoformat() if handed else None
        yield judge("replace.received", "invariant:one-handover", on.isoformat(), limit)
    yield becomes(rules, on)


def becomes(rules: DuplicateRules, on: date) -> Finding:
    """What becomes of an original whose duplicate is received on a day."""
    day = on.isoformat()
    if rule := rules.original_void:
        return met("original.void", rule.clause, day, subject="void", also=rule.also)
    note = ("original_unsettled",)
    return met("original.void", "I-original-void", day, subject="unsettled", notes=note)


def may_correct(
    document: Document, command: Correct, before: Sequence[Document]
) -> Iterator[Finding]:
    """Whether no original was replaced by the receipt of a duplicate that is now taken back."""
    if command.act == HANDED_OVER and document.issued.copies:
        judge = met if before else needs_review
        judge = breached if any(one.last(Replaced) for one in before) else judge
        yield judge("correct.original", "invariant:history-kept")


def replaced(command: Replace, rules: DuplicateRules) -> Replaced:
    """The event of its duplicate's receipt."""
    rule = rules.original_void
    clause = rule.clause if rule else "I-original-void"
    return Replaced(on=command.on, attested=command.attested, clause=clause, void=rule is not None)


def to_be_returned(rules: DuplicateRules) -> Iterator[Finding]:
    """That an original found again is to be given back, where the text says so."""
    if rule := rules.found_returned:
        yield met("original.returned", rule.clause, also=rule.also)
