"""What is written by hand or by mail: forms, the back of a photo, the subject of a message.

A form asks for fields, and so does the back of a printed photo; both name them by the words of
`DataField`. What of these is known stands in three places (the pupil, the ID that is held, the form
as it was filled in), and `known` alone says what stands where. No more is asked than the school's
own form has; of a form that nobody here has seen nothing is asked beyond the text (I-missing-forms).
What a field says is not judged: silence sets no condition on the shape of a phone number.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import TypeVar, get_args

from ._base import an_instance, iterated
from ._day import a_day
from .errors import WrongArgument
from .facts import FilledForm, PhysicalId, Pupil
from .findings import Finding, Status, breached, met, needs_review, not_covered
from .naming import subject_matches
from .outcomes import Verdict
from .regulation import (
    Cited,
    Form,
    MlegitymacjaProcedure,
    PaperPhoto,
    ProcedureRules,
    Regulation,
    Subject,
)
from .school_or_law import in_force, silent
from .vocabulary import DataField, Procedure

__all__ = [
    "back_of_photo",
    "check",
    "check_subject",
    "findings",
    "given",
    "known",
    "paper_photo_findings",
    "subject_finding",
    "written_findings",
]

Row = TypeVar("Row", bound=Cited)


def check(
    form: FilledForm,
    school: Regulation,
    procedure: Procedure,
    *,
    pupil: Pupil,
    on: date,
    prior_id: PhysicalId | None = None,
    revocation: bool = False,
) -> Verdict:
    """Whether a form is filled in as the school's form asks; each missing field is named.

    Args:
        form: what was written on it.
        school: the regulation that decides.
        procedure: what is applied for, such as ``id_duplicate``.
        pupil: for whom.
        on: the day on which it is judged.
        prior_id: the ID that the pupil holds, if any.
        revocation: that an mLegitymacja is to be revoked, not issued; what was issued lives on by
            the text, so the end of the chapter on issuing does not count.

    Raises:
        UnknownProcedure: if there is no procedure of that name.
        WrongArgument: if an argument is of another type, or a revocation is asked of anything but
            an mLegitymacja.

    >>> from legitymacja_rules import variants
    >>> anna = Pupil(first_names="Anna", last_name="Kowalska", born=date(2008, 3, 5), class_name="1a")
    >>> form = FilledForm(place="Ostrołęka", written=date(2024, 9, 30), reason="lost")
    >>> verdict = check(form, variants.get("ostroleka"), "id_duplicate", pupil=anna, on=date(2024, 10, 1))
    >>> [finding.subject for finding in verdict.reasons]
    ['address', 'signature']
    """
    an_instance(form, FilledForm, "form")
    an_instance(pupil, Pupil, "pupil")
    if prior_id is not None:
        an_instance(prior_id, PhysicalId, "prior_id")
    if an_instance(revocation, bool, "revocation") and procedure != "mlegitymacja":
        raise WrongArgument("revocation", "False, except for an mLegitymacja")

    def asked(rules: ProcedureRules) -> Form | None:
        if revocation and isinstance(rules, MlegitymacjaProcedure):
            return rules.revocation_form
        return rules.form

    def judge(asked: Form) -> Iterator[Finding]:
        yield from findings(asked, form, pupil, prior_id)
        yield from written_findings(form, on)

    return _verdict(school, procedure, on, "form.fields", asked, judge, lives_on=revocation)


def check_subject(
    text: str, school: Regulation, procedure: Procedure, pupil: Pupil, *, on: date
) -> Verdict:
    """Whether the subject of the message with a photo says what the school asks of it.

    `naming.subject` builds one that does.

    Args:
        text: the subject as it came.
        school: the regulation that decides.
        procedure: what the photo is sent for, such as ``mlegitymacja``.
        pupil: whose photo it is.
        on: the day on which it is judged.

    Raises:
        UnknownProcedure: if there is no procedure of that name.
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> anna = Pupil(first_names="Anna", last_name="Łęcka", born=date(2014, 3, 5), class_name="4b")
    >>> for text in ("Łęcka Anna 4b mlegitymacja", "Łęcka Anna 4b legitymacja"):
    ...     check_subject(text, variants.get("leczna"), "mlegitymacja", anna, on=date(2024, 10, 1)).status
    <Status.MET: 'met'>
    <Status.BREACHED: 'breached'>
    """
    an_instance(text, str, "text")
    an_instance(pupil, Pupil, "pupil")
    return _verdict(
        school,
        procedure,
        on,
        "message.subject",
        lambda rules: rules.subject,
        lambda rule: (subject_finding(rule, text, pupil),),
    )


def back_of_photo(
    labelled: Iterable[DataField], school: Regulation, procedure: Procedure, *, on: date
) -> Verdict:
    """Whether all that the school wants on the back of a printed photo is written there.

    Args:
        labelled: what is written there, as words such as ``birth_date``.
        school: the regulation that decides.
        procedure: what the photo is handed in for, such as ``id_duplicate``.
        on: the day on which it is judged.

    Raises:
        UnknownProcedure: if there is no procedure of that name.
        WrongArgument: if an argument is of another type, or a word is none of `DataField`.

    >>> from legitymacja_rules import variants
    >>> verdict = back_of_photo(("first_names", "last_name", "birth_date"), variants.get("ostroleka"),
    ...                         "id_duplicate", on=date(2024, 10, 1))
    >>> [finding.subject for finding in verdict.reasons]
    ['address']
    """
    labels = iterated(labelled, "labelled")
    if not all(label in get_args(DataField) for label in labels):
        raise WrongArgument("labelled", "words of DataField, such as birth_date")
    return _verdict(
        school,
        procedure,
        on,
        "photo.label",
        lambda rules: rules.photo.on_paper if rules.photo else None,
        lambda rule: paper_photo_findings(rule, labels),
    )


def _verdict(
    school: Regulation,
    procedure: Procedure,
    on: date,
    code: str,
    row: Callable[[ProcedureRules], Row | None],
    judge: Callable[[Row], Iterable[Finding]],
    *,
    lives_on: bool = False,
) -> Verdict:
    """What follows from the row of a school's text, if there is one and the text applies that day.

    What lives on is bound by the dates of the whole text, not of the chapter that it came from.
    """
    a_day(on, "on")
    rules = an_instance(school, Regulation, "school").procedure(procedure)
    if rules is None:
        return Verdict((silent(procedure),))
    applies = in_force(school.in_force if lives_on else school.period(procedure), on)
    if applies.status is not Status.MET:
        return Verdict((applies,))
    asked = row(rules)
    if asked is None:
        return Verdict((applies, not_covered(code, "I-silence", who=None)))
    return Verdict((applies, *judge(asked)))


def findings(
    asked: Form, form: FilledForm, pupil: Pupil, held: PhysicalId | None
) -> Iterator[Finding]:
    """Whether each field that the form asks for is filled in, for rules that judge more than it."""
    if asked.fields is None:
        yield met("form.fields", asked.clause, also=asked.also, notes=("form_not_seen",))
    fields = asked.demanded if asked.fields is None else asked.fields
    yield from given("form.field", asked, fields, known(pupil, held, form))


def written_findings(form: FilledForm, on: date) -> Iterator[Finding]:
    """Whether the form was written by that day; nothing where it bears no day."""
    if form.written is not None:
        judge = met if form.written <= on else breached
        measured, limit = form.written.isoformat(), on.isoformat()
        yield judge("form.written", "invariant:day-order", measured, limit)


def paper_photo_findings(rule: PaperPhoto, labelled: Collection[DataField]) -> Iterator[Finding]:
    """Whether each label stands on the back of a printed photo; a print has no file to judge."""
    return given("photo.label", rule, rule.labels, labelled)


def subject_finding(rule: Subject, text: str, pupil: Pupil) -> Finding:
    """Whether the subject of a message holds the pupil's data and the clause's own word."""
    if pupil.class_name is None and "class_name" in rule.parts:
        note = ("pupil_not_given",)
        return needs_review(
            "message.subject", rule.clause, None, rule.word, also=rule.also, notes=note
        )
    judge = met if subject_matches(text, rule, pupil) else breached
    return judge("message.subject", rule.clause, None, rule.word, also=rule.also)


def given(
    code: str, row: Cited, fields: Iterable[DataField], there: Collection[DataField]
) -> Iterator[Finding]:
    """Whether each field that a row asks for is there; a missing one is named."""
    for field in fields:
        judge = met if field in there else breached
        yield judge(code, row.clause, subject=field, also=row.also)


def known(pupil: Pupil, held: PhysicalId | None, form: FilledForm) -> frozenset[DataField]:
    """Which fields are known of a pupil, of the ID that is held, and from a form."""
    values: dict[DataField, object] = {
        "place": form.place,
        "written": form.written,
        "applicant_name": form.applicant_name,
        "applicant_address": form.applicant_address,
        "applicant_phone": form.applicant_phone,
        "applicant_email": form.applicant_email,
        "first_names": pupil.first_names,
        "last_name": pupil.last_name,
        "class_name": pupil.class_name,
        "birth_date": pupil.born,
        "birth_place": form.birth_place,
        "pesel": pupil.pesel,
        "disability": pupil.disability,
        "address": pupil.address,
        "phone": form.phone,
        "id_number": held,
        "id_issued": held,
        "id_valid_until": held,
        "reason": form.reason,
        "certificate_kind": form.certificate_kind,
        "certificate_school": form.certificate_school,
        "certificate_profile": form.certificate_profile,
        "certificate_year": form.certificate_year,
        "certificate_name": form.certificate_name,
        "signature": form.signed or None,
    }
    return frozenset(field for field, value in values.items() if value is not None)
