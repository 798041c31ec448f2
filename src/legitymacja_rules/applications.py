"""What every application has to pass, whatever it asks for.

An `Application` is what somebody has lodged: who, for whom, when, by which way, with what. A document
whose application holds more adds it to this. `findings` asks each record of a procedure in turn; what
the text does not ask is not judged. A filled form, a proof of payment and a message's subject are
judged where the host gives them; where it only says that the form came, the office has looked at it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from . import eligibility, forms, payments, photo_rules
from ._base import Record
from ._day import Day
from .attestations import Attested
from .facts import (
    FilledForm,
    MaybePrivateText,
    PhotoFacts,
    PhysicalId,
    ProofOfPayment,
    Pupil,
)
from .fees import Fee
from .findings import Finding, Status, breached, met, needs_review
from .pesel import birth_findings
from .regulation import ClauseId, ProcedureRules
from .vocabulary import (
    ApplicantKind,
    Circumstance,
    DataField,
    ExchangeGround,
    Item,
    Lodging,
    LossGround,
    RequestManner,
    Standing,
)

__all__ = ["Application", "Case", "about_pupil", "findings", "photo_findings"]


class Case(Record):
    """For whom something is to be made, and with which photo; whether or not anybody applied.

    Attributes:
        pupil: for whom.
        standing: what that person is to the school.
        photo: what `photo.inspect` found; None if no file came.
        photo_sent_by: by which way the photo came, where that matters.
        photo_print: the data on the back of a print, if one came instead of a file.
        circumstances: what holds at the time and makes some clauses apply.
    """

    pupil: Pupil
    standing: Standing = "pupil"
    photo: PhotoFacts | None = None
    photo_sent_by: Lodging | None = None
    photo_print: tuple[DataField, ...] | None = None
    circumstances: tuple[Circumstance, ...] = ()


class Application(Case):
    """An application.

    Attributes:
        received: the day on which it was lodged; it fixes who may apply.
        applicant: who applies.
        subject: the subject of the message with the photo, private, if it is to be judged.
        handed_in: the other items that came with it.
        lodged: by which way it was lodged.
        manner: whether it was made in writing or orally; None where nobody said.
        reason: why an ID is exchanged, or how an original was lost.
        clause: the clause that is meant, where a text has several cases of its own.
        form: what was written on the form, if it is to be judged field by field.
        payment: the proof of payment, if one came.
    """

    received: Day
    applicant: ApplicantKind
    subject: MaybePrivateText = None
    handed_in: tuple[Item, ...] = ()
    lodged: Lodging = "office"
    manner: RequestManner | None = None
    reason: Literal[ExchangeGround, LossGround] | None = None
    clause: ClauseId | None = None
    form: FilledForm | None = None
    payment: ProofOfPayment | None = None

    @property
    def made(self) -> RequestManner | None:
        """How it was made, if that is known: what was filled in or sent was written (I-in-writing)."""
        written = self.form is not None or "form" in self.handed_in or self.lodged != "office"
        return self.manner or ("in_writing" if written else None)

    @property
    def why(self) -> ExchangeGround | LossGround | None:
        """The reason, as it is given beside the form or on it."""
        return self.reason or (self.form.reason if self.form else None)


def findings(
    application: Application,
    rules: ProcedureRules,
    on: date,
    attested: Attested,
    *,
    held: PhysicalId | None = None,
    due: Fee | None = None,
) -> Iterator[Finding]:
    """What the application itself says.

    Args:
        application: what was lodged.
        rules: what the school's text says of the procedure.
        on: the day on which it is judged.
        attested: what humans have said.
        held: the ID that the pupil holds, where a form asks for it.
        due: the fee, where one is due.
    """
    judge = met if application.received <= on else breached
    received, limit = application.received.isoformat(), on.isoformat()
    yield judge("application.received", "invariant:day-order", received, limit)
    yield from about_pupil(application, rules, on)
    yield from eligibility.applicant(
        "application.applicant",
        rules.applicants,
        application.applicant,
        application.pupil,
        application.received,
    )
    now = application.circumstances
    yield from eligibility.items(rules.required, _came_with(application), now)
    yield from eligibility.channel("application.channel", rules.channels, application.lodged, now)
    yield from eligibility.manner(rules.manner, application.made)
    yield from _form(application, rules, held)
    yield from photo_findings(application, rules, attested, application.received)
    yield from _payment(application, rules, on, due)


def about_pupil(case: Case, rules: ProcedureRules, on: date) -> Iterator[Finding]:
    """That the pupil was born, that the PESEL tells the same day, that the text is for such a person."""
    judge = met if case.pupil.born <= on else breached
    yield judge("pupil.born", "invariant:day-order")
    if number := case.pupil.pesel:
        yield from birth_findings(number, on=on, born=case.pupil.born)
    if row := rules.scope:
        judge = met if case.standing in row.standing else breached
        yield judge("application.scope", row.clause, subject=case.standing, also=row.also)


def _came_with(application: Application) -> frozenset[Item]:
    """All that came with it, whether the host only names it or brings it whole."""
    whole: dict[Item, object] = {
        "form": application.form,
        "reason": application.why,
        "proof_of_payment": application.payment,
    }
    return frozenset((*application.handed_in, *(item for item, there in whole.items() if there)))


def _form(
    application: Application, rules: ProcedureRules, held: PhysicalId | None
) -> Iterator[Finding]:
    pupil = application.pupil
    if rules.form and application.form:
        yield from forms.findings(rules.form, application.form, pupil, held)
        yield from forms.written_findings(application.form, application.received)
    written = application.form.reason if application.form else None
    if written and written != application.why:
        yield breached("form.reason", "invariant:one-reason", subject=written)
    if rules.subject and application.subject:
        yield forms.subject_finding(rules.subject, application.subject, pupil)


def photo_findings(
    case: Case, rules: ProcedureRules, attested: Attested, on: date
) -> Iterator[Finding]:
    """Whether the photo came, by a way the text names, and is on that day as it has to be."""
    asked, photo, printed = rules.photo, case.photo, case.photo_print
    if asked is None:
        return
    if asked.on_paper and photo is None and printed is not None:
        yield from forms.paper_photo_findings(asked.on_paper, printed)
        yield from photo_rules.of_print(asked)
        return
    if photo is None:
        row = asked.first()
        yield breached("photo.present", row.clause, also=row.also)
        return
    sent_by = case.photo_sent_by
    if sent_by:
        channels, now = rules.photo_channels, case.circumstances
        for found in eligibility.channel("photo.channel", channels, sent_by, now):
            # The text says how to send it; a photo that came otherwise is there all the same.
            unasked = found.status is Status.BREACHED
            yield replace(found, status=Status.NEEDS_REVIEW, who="office") if unasked else found
    yield from photo_rules.findings(photo, asked, case.pupil, attested, sent_by, on)


def _payment(
    application: Application, rules: ProcedureRules, on: date, due: Fee | None
) -> Iterator[Finding]:
    """Whether the fee was paid; where a text wants no proof of it, the office says so."""
    if due is None or not due.amount:
        return
    if application.payment:
        yield from payments.findings(application.payment, due, application.pupil, on)
        return
    came = "proof_of_payment" in application.handed_in
    note = ("proof_not_compared",) if came else ("proof_not_given",)
    if came or not any(row.item == "proof_of_payment" for row in rules.required):
        yield needs_review("payment.amount", due.basis, limit=str(due.amount), notes=note)
