"""Whether an mLegitymacja may be issued upon an application.

Each function asks one record of the school and returns findings on it; where the school has no such
record, nothing is said, unless the answer hangs on it and nobody known has given one. Outside its
dates a text judges nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from .. import applications, forms, id_validity
from .._day import LAST_DAY
from ..attestations import Attested
from ..facts import FilledForm
from ..findings import Finding, Status, breached, met, not_covered
from ..regulation import Bound, MlegitymacjaProcedure, others
from ..school_or_law import in_force
from ..school_year import end_of_school_year, last_confirmed_day
from .records import ActivationCodes, Application, Mlegitymacja
from .succession import after_earlier, beside_others

__all__ = ["application_findings", "codes_until", "first_bound", "may_issue"]


NOTHING_WRITTEN = FilledForm()


def may_issue(
    application: Application,
    rules: MlegitymacjaProcedure,
    on: date,
    codes: ActivationCodes,
    previous: Sequence[Mlegitymacja],
    attested: Attested,
) -> tuple[Finding, ...]:
    """All findings on an application, judged on a day; outside its dates a text judges nothing."""
    applies = in_force(rules.in_force, on)
    if applies.status is not Status.MET:
        return (applies,)
    return (
        applies,
        *application_findings(application, rules, on, codes, attested),
        *after_earlier(application, rules, on, previous),
        *beside_others(application, codes, on, previous),
    )


def application_findings(
    application: Application,
    rules: MlegitymacjaProcedure,
    on: date,
    codes: ActivationCodes,
    attested: Attested,
) -> tuple[Finding, ...]:
    """What the application itself says, whether or not the pupil had one before."""
    held = application.prior_id
    return (
        *_codes(application, rules, on, codes),
        *_agreement(rules),
        *applications.findings(application, rules, on, attested, held=held),
        *_prior_id(application, rules, on),
        *_pesel(application, rules),
        *_data(application, rules),
        *_lasts(application, rules, on),
    )


def _codes(
    application: Application, rules: MlegitymacjaProcedure, on: date, codes: ActivationCodes
) -> Iterator[Finding]:
    """Codes made between application and issue, not run out by then, handed over by a known way."""
    measured, day = codes.generated.isoformat(), on.isoformat()
    judge = met if application.received <= codes.generated <= on else breached
    yield judge("codes.generated", "invariant:day-order", measured, day)
    until = codes_until(rules, codes)
    if on > until:
        clause, also = rules.codes.clause, rules.codes.also
        yield breached("codes.window", clause, day, until.isoformat(), also=also)
    if (row := rules.delivery) and (way := application.deliver_by):
        reachable = way in row.by and (way != "email" or application.email is not None)
        judge = met if reachable else breached
        yield judge("codes.delivery", row.clause, subject=way, also=row.also)


def _agreement(rules: MlegitymacjaProcedure) -> Iterator[Finding]:
    if row := rules.agreement:
        judge = met if row.signed else breached
        yield judge("school.agreement", row.clause, also=row.also)


def _prior_id(
    application: Application, rules: MlegitymacjaProcedure, on: date
) -> Iterator[Finding]:
    asked, held = rules.prior_id, application.prior_id
    if held is None:
        yield breached("id.issued", asked.clause, also=asked.also)
        return
    if held.kind in asked.kinds and held.issued <= on:
        yield met("id.issued", asked.clause, subject=held.kind, also=asked.also)
    else:
        later = held.issued if held.kind in asked.kinds else None
        yield breached(
            "id.issued", asked.clause, subject=held.kind, also=asked.also, earliest=later
        )
    yield from id_validity.form(held, asked.paper, on)
    yield id_validity.days(held, asked.valid_clause, on, asked.also)


def _pesel(application: Application, rules: MlegitymacjaProcedure) -> Iterator[Finding]:
    granted = application.pupil.pesel is not None
    if rules.pesel:
        yield (met if granted else breached)("pesel.granted", rules.pesel.clause)
    elif not granted and (rules.data is None or "pesel" not in rules.data.fields):
        yield not_covered("pesel.granted", "I-no-pesel")


def _data(application: Application, rules: MlegitymacjaProcedure) -> Iterator[Finding]:
    if row := rules.data:
        form = application.form or NOTHING_WRITTEN
        known = forms.known(application.pupil, application.prior_id, form)
        yield from forms.given("application.data", row, row.fields, known)


def _lasts(application: Application, rules: MlegitymacjaProcedure, on: date) -> Iterator[Finding]:
    if application.prior_id is not None:
        bound, until = first_bound(application, rules, on)
        judge = met if until >= on else breached
        also = others(bound.clause, rules.validity) + bound.also
        open_end = application.education_ends is None
        unknown = open_end and any(row.by == "education" for row in rules.validity)
        yield judge(
            "mlegitymacja.validity",
            bound.clause,
            until.isoformat(),
            subject=bound.by,
            also=also,
            notes=("education_end_unknown",) if unknown else (),
        )


def first_bound(
    application: Application, rules: MlegitymacjaProcedure, on: date
) -> tuple[Bound, date]:
    """What ends the validity first, and its last day.

    A bound whose day is unknown does not count; without any the ID's own validity is the bound, for
    what rests on it cannot outlive it.
    """
    held = application.prior_id
    ends = {
        "id": held.valid_until if held else None,
        "school_year": end_of_school_year(on),
        "september_30": last_confirmed_day(on),
        "education": application.education_ends,
    }
    known = [(row, end) for row in rules.validity if (end := ends[row.by]) is not None]
    if not known and held is not None:
        return Bound(by="id", clause=rules.prior_id.valid_clause), held.valid_until
    return min(known, key=lambda bound: bound[1])


def codes_until(rules: MlegitymacjaProcedure, codes: ActivationCodes) -> date:
    """The last day on which codes work; the day of generation is not counted (I-30d)."""
    return min(LAST_DAY, codes.generated + timedelta(days=rules.codes.days))
