"""Where a text and the law of the day differ, topic by topic.

A topic is told only for days on which the law on it is known. What the text says against that law is
*breached*; what it merely leaves out, or what only an older provision tells, *needs review*. In an audit
nothing can be attested: whoever can change the text decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from .. import law
from ..citations import ACTS, citation
from ..findings import Finding, Status, breached, met
from ..regulation import PROCEDURES, Cited, FirstIdRules, PaperIds, cited_in, contested
from ..timeline import Span, Uncovered
from ..vocabulary import IdKind, Procedure, ReissueGround
from .case import Case, sureness

__all__ = ["differences"]

READINGS: Mapping[ReissueGround, str] = MappingProxyType({"new_card": "I-no-new-card"})
"""Which registered reading tells what follows from a ground that the text leaves out."""

COMPARED: Mapping[Procedure, tuple[str, ...]] = MappingProxyType(
    {
        "mlegitymacja": (
            "prior_id",
            "photo",
            "validity",
            "codes",
            "devices",
        ),
        "id_exchange": ("grounds",),
    }
)
"""The parts of a text that are compared record by record, and by no question of their own."""

CONDITIONS = ("disability", "preparatory_year")
"""By what the statute limits a first ID."""


def differences(case: Case) -> Iterator[Finding]:
    """Every topic on which the text and the law of the day can be compared."""
    yield from _application(case)
    yield from _consent(case)
    yield from _system(case)
    yield from _reissue(case)
    yield from _paper(case)
    yield from _eligible(case, "school", case.school.school_id)
    yield from _eligible(case, "preschool", case.school.preschool_id)
    yield from _fees(case)
    yield from _certificate_forms(case)
    yield from _records(case)


def _application(case: Case) -> Iterator[Finding]:
    """An application that the text demands, though the statute asks for none, or the other way round."""
    rules, span = case.school.mlegitymacja, law.CONSENT.on(case.on)
    # A text that says who may apply takes an application, whether or not it says so.
    rows = (*((rules.consent,) if rules.consent else ()), *rules.applicants) if rules else ()
    if not rows or span.value is None:
        return
    own = rules.consent.model if rules and rules.consent else "application"
    first, *rest = _once(row.clause for row in rows)
    known, also = span.value.model, (*rest, span.clause)
    if own == known:
        yield met("audit.application", first, own, known, also=also)
    else:
        also = (*also, *case.registered("I-opt-out"))
        notes = sureness(span.certainty)
        yield breached("audit.application", first, own, known, also=also, notes=notes)


def _consent(case: Case) -> Iterator[Finding]:
    """A consent among the conditions, though the statute orders the issue."""
    rules, span = case.school.mlegitymacja, law.CONSENT.on(case.on)
    opt_out = span.value is not None and span.value.model == "opt_out"
    for row in rules.required if rules and opt_out else ():
        if row.item == "declaration_data_entry":
            also = (span.clause, *case.registered("I-consent"))
            yield _open("audit.consent", row.clause, row.item, also, span)


def _system(case: Case) -> Iterator[Finding]:
    """A chapter that was written before the system of today, and so for another."""
    rules, span = case.school.mlegitymacja, law.SYSTEM.on(case.on)
    if rules and span.value:
        written = case.school.period("mlegitymacja")
        of_today = written.since is not None and written.since >= span.since
        said = span.value if of_today else "codes_of_the_school"
        judge = met if of_today else breached
        also = _once((*written.also, span.clause, *case.registered("I-in-force")))
        where = rules.codes or rules.consent or written
        also = tuple(place for place in _once((written.clause, *also)) if place != where.clause)
        yield judge("audit.model", where.clause, said, span.value, also=also)


def _reissue(case: Case) -> Iterator[Finding]:
    """Grounds for issuing again that the law knows and the text's own list leaves out."""
    rules, span = case.school.mlegitymacja, law.REISSUE_GROUNDS.on(case.on)
    own = {row.ground: row.clause for row in rules.reissue} if rules else {}
    for row in span.value or () if own else ():
        ground = row.ground
        if ground in own:
            yield met("audit.reissue", own[ground], subject=ground, also=(row.clause,))
        else:
            readings = case.registered(*(READINGS[ground],) if ground in READINGS else ())
            first = next(iter(own.values()))
            yield _open("audit.reissue", first, ground, (row.clause, *readings), span)


def _paper(case: Case) -> Iterator[Finding]:
    """IDs on paper later than the law has them, or with another end; and the act behind that rule."""
    span = law.PAPER_IDS.on(case.on)
    act = citation(span.clause).source
    if span.value is None or not ACTS[act].spell.covers(case.on):
        return
    last, also = span.value.last_issue, (span.clause,)
    form, phone = case.school.ids.form, case.school.mlegitymacja
    if form and form.form == "paper" and case.on > last:
        yield breached("audit.paper", form.clause, case.on.isoformat(), last.isoformat(), also=also)
    rows = (case.school.ids.paper, phone.prior_id.paper if phone and phone.prior_id else None)
    for row in dict.fromkeys(row for row in rows if row):
        judge = met if row.last_issue <= last else breached
        said = row.last_issue.isoformat()
        yield judge("audit.paper", row.clause, said, last.isoformat(), also=also)
        yield from _stamp_fields(case, row, span.value, span.clause)
        yield from _behind(case, row, act, span.clause)


def _stamp_fields(case: Case, row: PaperIds, known: PaperIds, source: str) -> Iterator[Finding]:
    if row.while_fields and not known.while_fields:
        also = (source, *case.registered("I-stamp-fields"))
        yield breached("audit.stamp_fields", row.clause, also=also)


def _behind(case: Case, row: PaperIds, act: str, source: str) -> Iterator[Finding]:
    """Whether the act behind a rule is among those that the text cites, if it cites any."""
    if cited := {basis.act for basis in case.school.bases}:
        judge = met if act in cited else breached
        yield judge("audit.rests_on", row.clause, limit=ACTS[act].journal, also=(source,))


def _eligible(case: Case, kind: IdKind, rules: FirstIdRules | None) -> Iterator[Finding]:
    """A first ID for more people than the statute gives it to."""
    span, own = law.FIRST_ID[kind].on(case.on), rules.eligible if rules else None
    if own is None or span.value is None:
        return
    notes = sureness(span.certainty)
    missing = [name for name in CONDITIONS if getattr(span.value, name) and not getattr(own, name)]
    for name in missing:
        also = (span.clause, *case.registered("I-preschool-year"))
        yield breached(
            "audit.eligible", own.clause, limit=name, subject=kind, also=also, notes=notes
        )
    if not missing:
        yield met("audit.eligible", own.clause, subject=kind, also=(span.clause,), notes=notes)


def _fees(case: Case) -> Iterator[Finding]:
    """Amounts other than the law's, and a fee called stamp duty, which it only equals."""
    for procedure in PROCEDURES:
        rules, span = case.school.procedure(procedure), law.FEES[procedure].on(case.on)
        if rules is None or span.value is None:
            continue
        sources, notes = (span.clause, *span.also), sureness(span.certainty)
        for row in rules.fees:
            judge = met if row.amount == span.value else breached
            amounts = (str(row.amount), str(span.value))
            yield judge(
                "audit.fee", row.clause, *amounts, subject=procedure, also=sources, notes=notes
            )
        titles = rules.payment.titles if rules.payment else ()
        called = _once(
            (
                *(place.clause for row in rules.fees for place in row.called_stamp_duty),
                *(title.clause for title in titles if "skarbow" in title.words.casefold()),
            )
        )
        if called:
            also = (*called[1:], *sources, *case.registered("I-fee"))
            yield breached("audit.stamp_duty", called[0], subject=procedure, also=also, notes=notes)


def _certificate_forms(case: Case) -> Iterator[Finding]:
    """Forms of a duplicate that the law, as it was last known, does not have."""
    rules = case.school.certificate_duplicate
    spans = [span for span in law.CERTIFICATE_FORMS if span.since <= case.on]
    known = [span for span in spans if isinstance(span, Span)]
    if rules is None or rules.forms is None or not known:
        return
    span, today = known[-1], law.CERTIFICATE_FORMS.on(case.on)
    notes = () if span is today else ("law_last_known",)
    for form in rules.forms.any_of:
        if form in span.value.any_of:
            yield met(
                "audit.certificate_form",
                rules.forms.clause,
                subject=form,
                also=(span.clause,),
                notes=notes,
            )
        else:
            also = (span.clause, *case.registered("I-computer-made"))
            finding = _open("audit.certificate_form", rules.forms.clause, form, also, span)
            yield finding.noting(*notes)


def _records(case: Case) -> Iterator[Finding]:
    """Every other record of the mLegitymacja and of exchanges that the law's own contradicts.

    Whatever the law would put in its place where a host lets the law count is told here, so that an audit
    and the conflicts of decisions cannot part.
    """
    sheet, sure = law.regulation(case.on), law.certainties(case.on)
    for procedure, parts in COMPARED.items():
        own, known = case.school.procedure(procedure), sheet.procedure(procedure)
        if own is None or known is None or not case.school.period(procedure).covers(case.on):
            continue
        lawful = contested(own, known)
        for part in parts:
            mine, theirs = getattr(own, part), getattr(lawful, part)
            if mine is theirs:
                continue
            said, instead = _apart(mine, theirs)
            rows = _once(row.clause for row in (*said[1:], *instead))
            certainty = sure.get(instead[0].clause)
            notes = sureness(certainty) if certainty else ()
            status = Status.NEEDS_REVIEW if notes else Status.BREACHED
            yield Finding("audit.record", status, said[0].clause, rows, subject=part, notes=notes)


def _apart(mine: object, theirs: object) -> tuple[list[Cited], list[Cited]]:
    """The records of the one that the other does not have, and the other way round."""
    one, other = [*cited_in(mine)], [*cited_in(theirs)]
    left = [row for row in one if row not in other]
    return left or one, [row for row in other if row not in one]


def _open(
    code: str, clause: str, subject: str, also: tuple[str, ...], span: Span[Any] | Uncovered
) -> Finding:
    """What the text and the law leave open between them."""
    notes = sureness(span.certainty)
    return Finding(code, Status.NEEDS_REVIEW, clause, also, subject, notes=notes)


def _once(places: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(places))
