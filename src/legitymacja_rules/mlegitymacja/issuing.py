"""Whether an mLegitymacja may be issued: upon an application, or to whomever no parent objected for.

Each function asks one record of the text that answers, the school's or under it the law's, and returns
findings on it; where there is no such record nothing is said, unless the answer hangs on it and nobody
known has given one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from .. import applications, forms, id_validity
from ..attestations import Attested
from ..eligibility import counts_as
from ..facts import FilledForm
from ..findings import Finding, Status, breached, met, needs_review, not_covered
from ..regulation import Bound, MlegitymacjaProcedure, others
from ..school_year import end_of_school_year, last_confirmed_day
from .codes import codes_until
from .records import ActivationCodes, Application, ExOfficio, Mlegitymacja, Request
from .succession import after_earlier, beside_others
from .texts import applies

__all__ = ["first_bound", "may_issue", "request_findings"]


NOTHING_WRITTEN = FilledForm()


def may_issue(
    request: Application | ExOfficio,
    rules: MlegitymacjaProcedure,
    on: date,
    codes: ActivationCodes | None,
    previous: Sequence[Mlegitymacja],
    attested: Attested,
) -> tuple[Finding, ...]:
    """All findings on a day; where neither school nor law speaks at all, that is the only one."""
    answers = applies(rules, on)
    if answers.status is not Status.MET and rules.consent is None:
        return (answers,)
    return (
        answers,
        *request_findings(request, rules, on, codes, attested),
        *after_earlier(request, rules, on, previous),
        *beside_others(request, codes, on, previous),
    )


def request_findings(
    request: Application | ExOfficio,
    rules: MlegitymacjaProcedure,
    on: date,
    codes: ActivationCodes | None,
    attested: Attested,
) -> tuple[Finding, ...]:
    """What is asked whether or not the pupil had one before."""
    return (
        *_codes(request, rules, on, codes),
        *_delivery(request, rules),
        *_agreement(rules),
        *_consent(request, rules, on),
        *_request(request, rules, on, attested),
        *_prior_id(request, rules, on),
        *_pesel(request, rules),
        *_data(request, rules),
        *_lasts(request, rules, on),
    )


def _codes(
    request: Application | ExOfficio,
    rules: MlegitymacjaProcedure,
    on: date,
    codes: ActivationCodes | None,
) -> Iterator[Finding]:
    """Codes made between application and issue, and not run out by then; or made later, where they may be."""
    row = rules.codes
    if codes:
        measured, day = codes.generated.isoformat(), on.isoformat()
        since = request.received if isinstance(request, Application) else codes.generated
        judge = met if since <= codes.generated <= on else breached
        yield judge("codes.generated", "invariant:day-order", measured, day)
    if row is None:
        yield not_covered("codes.window", "I-silence")
    elif codes is None and not row.renewable:
        yield breached("codes.given", row.clause, also=row.also)
    elif codes and (until := codes_until(rules, codes)) is None:
        yield not_covered("codes.until", "I-silence")
    elif codes and until:
        window = row.window(codes.way)
        last = until.isoformat()
        yield met("codes.until", window.clause, last, also=window.also)
        if on > until:
            yield breached("codes.window", window.clause, on.isoformat(), last, also=window.also)


def _delivery(request: Request, rules: MlegitymacjaProcedure) -> Iterator[Finding]:
    if (row := rules.delivery) and (way := request.deliver_by):
        reachable = way in row.by and (way != "email" or request.email is not None)
        judge = met if reachable else breached
        yield judge("codes.delivery", row.clause, subject=way, also=row.also)


def _agreement(rules: MlegitymacjaProcedure) -> Iterator[Finding]:
    if row := rules.agreement:
        judge = met if row.signed else breached
        yield judge("school.agreement", row.clause, also=row.also)


def _consent(
    request: Application | ExOfficio, rules: MlegitymacjaProcedure, on: date
) -> Iterator[Finding]:
    """That somebody applied where an application is needed; that no parent objected where none is."""
    row, lodged = rules.consent, isinstance(request, Application)
    if row is None:
        if not lodged:
            yield not_covered("mlegitymacja.consent", "I-silence")
        return
    age = request.pupil.age_on(on)
    if row.model == "application":
        judge = met if lodged else breached
    elif age == "adult":
        judge = met
    elif isinstance(request, ExOfficio):
        objected = request.objected is not None and request.objected <= on
        judge = breached if objected else met
    else:
        # A parent who applies does not object; of another's application nobody knows.
        judge = met if counts_as(request.applicant) == "parent" else needs_review
    yield judge("mlegitymacja.consent", row.clause, age, row.model, also=row.also)


def _request(
    request: Application | ExOfficio, rules: MlegitymacjaProcedure, on: date, attested: Attested
) -> Iterator[Finding]:
    """What any application has to pass; of a case without one only the pupil and the photo."""
    if isinstance(request, Application):
        yield from applications.findings(request, rules, on, attested, held=request.prior_id)
    else:
        yield from applications.about_pupil(request, rules, on)
        yield from applications.photo_findings(request, rules, attested, on)


def _prior_id(request: Request, rules: MlegitymacjaProcedure, on: date) -> Iterator[Finding]:
    asked, held = rules.prior_id, request.prior_id
    clause, also = (asked.clause, asked.also) if asked else ("invariant:rests-on-an-id", ())
    if held is None:
        yield breached("id.issued", clause, also=also)
        return
    if asked is None:
        yield not_covered("id.issued", "I-silence", subject=held.kind)
    elif held.kind in asked.kinds and held.issued <= on:
        yield met("id.issued", clause, subject=held.kind, also=also)
    else:
        later = held.issued if held.kind in asked.kinds else None
        yield breached("id.issued", clause, subject=held.kind, also=also, earliest=later)
    yield from id_validity.form(held, asked.paper if asked else None, on)
    yield id_validity.days(held, asked.valid_clause if asked else clause, on, also)


def _pesel(request: Request, rules: MlegitymacjaProcedure) -> Iterator[Finding]:
    granted = request.pupil.pesel is not None
    if row := rules.pesel:
        yield (met if granted else breached)("pesel.granted", row.clause, also=row.also)
    elif not granted and (rules.data is None or "pesel" not in rules.data.fields):
        yield not_covered("pesel.granted", "I-no-pesel")


def _data(request: Application | ExOfficio, rules: MlegitymacjaProcedure) -> Iterator[Finding]:
    if row := rules.data:
        form = request.form if isinstance(request, Application) else None
        known = forms.known(request.pupil, request.prior_id, form or NOTHING_WRITTEN)
        yield from forms.given("application.data", row, row.fields, known)


def _lasts(request: Request, rules: MlegitymacjaProcedure, on: date) -> Iterator[Finding]:
    if request.prior_id is not None:
        bound, until = first_bound(request, rules, on)
        judge = met if until >= on else breached
        also = others(bound.clause, rules.validity) + bound.also
        open_end = request.education_ends is None
        unknown = open_end and any(row.by == "education" for row in rules.validity)
        yield judge(
            "mlegitymacja.validity",
            bound.clause,
            until.isoformat(),
            subject=bound.by,
            also=also,
            notes=("education_end_unknown",) if unknown else (),
        )


def first_bound(request: Request, rules: MlegitymacjaProcedure, on: date) -> tuple[Bound, date]:
    """What ends the validity first, and its last day.

    A bound whose day is unknown does not count; without any the ID's own validity is the bound, for
    what rests on it cannot outlive it.
    """
    held = request.prior_id
    ends = {
        "id": held.valid_until if held else None,
        "school_year": end_of_school_year(on),
        "september_30": last_confirmed_day(on),
        "education": request.education_ends,
    }
    known = [(row, end) for row in rules.validity if (end := ends[row.by]) is not None]
    if not known and held is not None:
        clause = rules.prior_id.valid_clause if rules.prior_id else "invariant:rests-on-an-id"
        return Bound(by="id", clause=clause), held.valid_until
    return min(known, key=lambda bound: bound[1])
