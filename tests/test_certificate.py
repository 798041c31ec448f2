"""Certificates and their duplicates: what is asked, what comes of it, and how they are collected.

Amounts, hours, days and clauses are literals read from the two texts that regulate duplicates of
certificates and from the act of 2019; the other three schools say nothing of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from legitymacja_rules import Accepted, Refused, Status, Undecided, certificate, testing, variants
from legitymacja_rules.acts import IdentityCard
from legitymacja_rules.certificate import (
    Certificate,
    Command,
    Correct,
    DuplicateImpossible,
    GiveBack,
    HandedOver,
    HandOver,
    Issued,
    Outcome,
    Replace,
    ReportFound,
    state_on,
)
from legitymacja_rules.citations import citation
from legitymacja_rules.errors import LoadError, WrongArgument
from legitymacja_rules.facts import FilledForm
from legitymacja_rules.findings import Finding
from legitymacja_rules.loading import dump, load
from legitymacja_rules.pesel import Pesel
from legitymacja_rules.vocabulary import (
    ApplicantKind,
    CertificateForm,
    LossGround,
    Receiver,
    Records,
)
from samples import (
    CERTIFICATE_FEES,
    DAY,
    EWA,
    FINISHED,
    ORIGINAL,
    SCHOOLS,
    attest,
    certificate_application,
    certificate_duplicate,
    named,
)

clause = pytest.mark.clause
both = pytest.mark.parametrize("school", ["leczna", "ostroleka"])
silent = pytest.mark.parametrize("school", ["balin", "grojec", "sp6"])

HANDED_OVER = HandedOver(on=FINISHED, to="graduate")
RECEIVED = DAY + timedelta(days=7)

MADE = {"leczna": "leczna:IX.1", "ostroleka": "ostroleka:§4.1"}
"""The clause under which a duplicate is made."""


def original(school: str, **changes: Any) -> Certificate:
    """An original in its holder's hands."""
    issued = Issued(**{"on": FINISHED, "school": school, **dict(ORIGINAL), **changes})
    return certificate.replay((issued, HANDED_OVER))


def decide(document: Certificate, command: Command, **beside: Any) -> Outcome:
    return certificate.decide(document, command, variants.get(document.school), **beside)


def settled(document: Certificate, command: Command, **beside: Any) -> Outcome:
    """The outcome once the head has said yes to all that was open."""
    outcome: Outcome = testing.decided(document, command, variants.get(document.school), **beside)
    return outcome


def done(document: Certificate, command: Command, **beside: Any) -> Accepted[Certificate, Any]:
    outcome = settled(document, command, **beside)
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome


def duplicated(school: str, **changes: Any) -> tuple[Certificate, Certificate]:
    """An original and the duplicate that was made of it."""
    outcome = done(original(school), certificate_duplicate(school, **changes))
    assert outcome.successor is not None
    return outcome.document, outcome.successor.document


def collected(**changes: Any) -> HandOver:
    """A handover that is right at both schools, with changes."""
    base: dict[str, Any] = {
        "on": RECEIVED,
        "to": "graduate",
        "at": "12:00",
        "noticed": True,
        "signed": True,
        "identity_card": IdentityCard("ABC 123456"),
    }
    return HandOver(**{**base, **changes})


def replaced(school: str) -> Certificate:
    """An original whose duplicate was received."""
    lost, copy = duplicated(school)
    received = done(copy, collected()).document
    return done(lost, Replace(on=RECEIVED), others=[received]).document


def ask(school: str, **application: Any) -> Outcome:
    """What becomes of an application for a duplicate."""
    asked = certificate_application(school, **application)
    on = max(DAY, asked.received)
    return decide(original(school), certificate_duplicate(school, on=on, application=asked))


def one(findings: tuple[Finding, ...], code: str, subject: str | None = None) -> Finding:
    (finding,) = [f for f in named(findings, code) if subject in (None, f.subject)]
    return finding


def told(finding: Finding) -> tuple[Status, str]:
    return finding.status, finding.clause


# --- originals ------------------------------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_head_decides_on_an_original_for_no_text_does(school: str) -> None:
    call = (ORIGINAL, variants.get(school))
    asked = certificate.issue(*call, on=FINISHED)
    assert isinstance(asked, Undecided)
    (open_,) = asked.reasons
    assert (open_.code, open_.status, open_.clause, open_.who) == (
        "certificate.issue",
        Status.NOT_COVERED,
        "I-silence",
        "head",
    )
    words = attest(asked.findings, on=FINISHED)
    by_the_office = [word.model_copy(update={"role": "office"}) for word in words]
    still = certificate.issue(*call, on=FINISHED, attested=by_the_office)
    assert isinstance(still, Undecided)
    assert still.reasons[0].notes == ("head_only",)

    outcome = certificate.issue(*call, on=FINISHED, attested=words)
    assert isinstance(outcome, Accepted)
    issued = outcome.document.issued
    assert (issued.school, issued.copies, issued.copy_of, issued.form) == (school, 0, None, None)
    assert {name: getattr(issued, name) for name in type(ORIGINAL).model_fields} == dict(ORIGINAL)
    assert issued.attested == words
    assert state_on(outcome.document, FINISHED) == "issued"
    assert state_on(outcome.document, FINISHED - timedelta(days=1)) == "not_yet"
    said_no = attest(asked.findings, on=FINISHED, holds=False)
    assert isinstance(certificate.issue(*call, on=FINISHED, attested=said_no), Refused)


@pytest.mark.parametrize(
    ("year", "fits"), [(2003, False), (2004, True), (2022, True), (2023, True), (2024, False)]
)
def test_the_year_of_finishing_lies_between_birth_and_issue(year: int, fits: bool) -> None:
    finished = ORIGINAL.model_copy(update={"year": year})
    outcome = certificate.issue(finished, variants.get("leczna"), on=FINISHED)
    judged = one(outcome.findings, "certificate.year")
    assert told(judged) == (
        Status.MET if fits else Status.BREACHED,
        "invariant:day-order",
    )
    assert isinstance(outcome, Undecided if fits else Refused)


@pytest.mark.parametrize(
    ("born", "status"),
    [
        (FINISHED - timedelta(days=1), Status.MET),
        (FINISHED, Status.MET),
        (FINISHED + timedelta(days=1), Status.BREACHED),
    ],
)
def test_nobody_has_a_certificate_before_birth(born: date, status: Status) -> None:
    finished = ORIGINAL.model_copy(update={"pupil": EWA.model_copy(update={"born": born})})
    outcome = certificate.issue(finished, variants.get("leczna"), on=FINISHED)
    assert told(one(outcome.findings, "pupil.born")) == (status, "invariant:day-order")


def test_a_pesel_is_held_to_the_day_of_birth() -> None:
    pupil = EWA.model_copy(update={"pesel": Pesel("44051401359")})
    outcome = certificate.issue(
        ORIGINAL.model_copy(update={"pupil": pupil}), variants.get("leczna"), on=FINISHED
    )
    assert one(outcome.findings, "pesel.declared_birth_date").status is Status.BREACHED


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_older_original_is_taken_over_with_its_acts(school: str) -> None:
    issued = Issued(on=date(1998, 6, 26), school=school, **{**dict(ORIGINAL), "year": 1998})
    acts = (issued, HandedOver(on=date(1998, 6, 26), to="pupil"))
    call = (acts, variants.get(school))
    asked = certificate.take_over(*call, on=DAY)
    assert isinstance(asked, Undecided)
    outcome = certificate.take_over(*call, on=DAY, attested=attest(asked.findings))
    assert isinstance(outcome, Accepted)
    assert state_on(outcome.document, DAY) == "valid"
    assert [event.event for event in outcome.events] == ["issued", "handed_over", "taken_over"]
    elsewhere = "leczna" if school != "leczna" else "grojec"
    assert isinstance(certificate.take_over(acts, variants.get(elsewhere), on=DAY), Refused)


@both
def test_an_original_is_handed_over_once_and_no_way_of_collection_binds_it(school: str) -> None:
    made = certificate.replay((original(school).issued,))
    sunday = date(2024, 10, 13)
    outcome = decide(made, HandOver(on=sunday, to="parent", way="post"))
    assert isinstance(outcome, Accepted)
    assert outcome.document.handed_over == outcome.events[0]
    assert state_on(outcome.document, sunday) == "valid"
    again = decide(outcome.document, HandOver(on=sunday, to="parent"))
    assert isinstance(again, Refused)
    (reason,) = again.reasons
    assert (reason.code, reason.measured) == ("handover.once", "2024-10-13")


# --- an application for a duplicate ---------------------------------------------------------------


@clause(
    *("leczna:IX.1", "leczna:IX.2", "leczna:IX.3"),
    *("ostroleka:§1.2", "ostroleka:§1.3", "ostroleka:§4.1", "ostroleka:§4.4", "ostroleka:§4.5"),
)
@both
def test_a_complete_application_makes_a_duplicate(school: str) -> None:
    document = original(school)
    outcome = decide(document, certificate_duplicate(school, number="3/2024/D"))
    assert isinstance(outcome, Accepted)
    (event,) = outcome.events
    assert event == certificate.Duplicated(on=DAY, how="lost", clause=MADE[school])
    assert outcome.document.history == (*document.history, event)
    assert outcome.successor is not None
    issued = outcome.successor.document.issued
    assert outcome.successor.events == (issued,)
    assert outcome.successor.findings == outcome.findings
    assert (issued.on, issued.number, issued.copy_of, issued.copies) == (
        DAY,
        "3/2024/D",
        "12/2023",
        1,
    )
    assert (issued.form, issued.applicant) == ("form_of_the_time", "graduate")
    same = ("school", "pupil", "kind", "school_name", "year", "profile")
    assert {name: getattr(issued, name) for name in same} == {
        name: getattr(document.issued, name) for name in same
    }
    assert state_on(outcome.document, DAY) == "duplicated"
    assert state_on(outcome.document, DAY - timedelta(days=1)) == "valid"
    assert state_on(outcome.successor.document, DAY) == "issued"
    assert not outcome.document.void


@clause("leczna:IX.1", "ostroleka:§4.1")
@pytest.mark.parametrize(
    ("school", "applicant", "may"),
    [
        ("leczna", "parent", True),
        ("leczna", "guardian", True),
        ("leczna", "foster_carer", True),
        ("leczna", "graduate", True),
        ("leczna", "pupil", False),
        ("ostroleka", "graduate", True),
        ("ostroleka", "pupil", True),
        ("ostroleka", "parent", False),
        ("ostroleka", "guardian", False),
    ],
)
def test_who_may_ask(school: str, applicant: ApplicantKind, may: bool) -> None:
    outcome = ask(school, applicant=applicant)
    judged = one(outcome.findings, "application.applicant")
    assert told(judged) == (Status.MET if may else Status.BREACHED, MADE[school])
    assert isinstance(outcome, Accepted if may else Refused)


@clause("ostroleka:§4.1")
@pytest.mark.parametrize("born", [date(2004, 2, 3), date(2006, 10, 1), date(2006, 10, 2)])
def test_a_pupil_or_graduate_of_any_age_may_ask(born: date) -> None:
    """Of age, of age on the very day, and a day short of it."""
    young = EWA.model_copy(update={"born": born})
    for applicant in ("pupil", "graduate"):
        outcome = decide(
            original("ostroleka", pupil=young),
            certificate_duplicate(
                "ostroleka",
                application=certificate_application("ostroleka", pupil=young, applicant=applicant),
            ),
        )
        assert isinstance(outcome, Accepted)


@clause("ostroleka:§5.1")
@pytest.mark.parametrize(
    ("standing", "status"),
    [("pupil", Status.MET), ("graduate", Status.MET), ("outsider", Status.BREACHED)],
)
def test_the_text_applies_to_pupils_and_graduates(standing: Any, status: Status) -> None:
    outcome = ask("ostroleka", standing=standing)
    assert told(one(outcome.findings, "application.scope")) == (status, "ostroleka:§5.1")
    assert named(ask("leczna", standing=standing).findings, "application.scope") == []


@clause("leczna:IX.1", "ostroleka:§1.2", "ostroleka:§4.2")
@pytest.mark.parametrize(
    ("school", "said"), [("leczna", "leczna:IX.1"), ("ostroleka", "ostroleka:§1.2")]
)
def test_it_is_asked_in_writing(school: str, said: str) -> None:
    outcome = ask(school, handed_in=("declaration_truth",))
    assert isinstance(outcome, Refused)
    (reason,) = outcome.reasons
    assert (reason.code, reason.subject, reason.clause) == ("application.item", "form", said)
    if school == "ostroleka":
        assert reason.also == ("ostroleka:§4.2",)


@clause("leczna:IX.2", "ostroleka:§4.4", "ostroleka:§1.3")
@pytest.mark.parametrize(
    ("school", "said"), [("leczna", "leczna:IX.2"), ("ostroleka", "ostroleka:§4.4")]
)
def test_a_proof_of_payment_comes_with_it(school: str, said: str) -> None:
    outcome = ask(school, payment=None)
    assert isinstance(outcome, Refused)
    (reason,) = outcome.reasons
    assert (reason.code, reason.subject, reason.clause) == (
        "application.item",
        "proof_of_payment",
        said,
    )


@clause("leczna:IX.3", "ostroleka:§4.5", "ostroleka:§1.3")
@pytest.mark.parametrize(
    ("school", "said"), [("leczna", "leczna:IX.3"), ("ostroleka", "ostroleka:§4.5")]
)
@pytest.mark.parametrize(
    ("amount", "status"),
    [("25.99", Status.BREACHED), ("26.00", Status.MET), ("26.01", Status.NEEDS_REVIEW)],
)
def test_the_fee_is_26_zl(school: str, said: str, amount: str, status: Status) -> None:
    paid = CERTIFICATE_FEES[school].model_copy(update={"amount": Decimal(amount)})
    judged = one(ask(school, payment=paid).findings, "payment.amount")
    assert (told(judged), judged.limit) == ((status, said), "26.00")


@clause("ostroleka:§4.1", "leczna:IX.1")
@pytest.mark.parametrize("reason", ["lost", "stolen", "destroyed"])
@both
def test_a_loss_is_the_ground(school: str, reason: LossGround) -> None:
    outcome = ask(school, reason=reason)
    assert isinstance(outcome, Accepted)
    assert outcome.events[0] == certificate.Duplicated(on=DAY, how=reason, clause=MADE[school])


@both
def test_the_ground_of_another_procedure_is_none(school: str) -> None:
    outcome = ask(school, reason="error")
    assert isinstance(outcome, Refused)
    assert told(one(outcome.findings, "application.ground")) == (
        Status.BREACHED,
        "invariant:own-procedure",
    )


@clause("ostroleka:§4.1")
def test_reason_kind_and_year_are_stated() -> None:
    outcome = ask("ostroleka", reason=None, certificate_kind=None, certificate_year=None)
    assert isinstance(outcome, Refused)
    assert {(f.code, f.subject, f.clause) for f in outcome.reasons} == {
        ("application.item", "reason", "ostroleka:§4.1"),
        ("application.ground", None, "ostroleka:§4.1"),
        ("application.data", "certificate_kind", "ostroleka:§4.1"),
        ("application.data", "certificate_year", "ostroleka:§4.1"),
    }
    silent_on_both = ask("leczna", certificate_kind=None, certificate_year=None)
    assert isinstance(silent_on_both, Accepted)
    assert named(silent_on_both.findings, "application.data") == []


FORM = FilledForm(
    place="Ostrołęka",
    written=date(2024, 9, 30),
    phone="500 600 700",
    reason="lost",
    signed=True,
    birth_place="Łomża",
    certificate_kind="school",
    certificate_school="ZSZ nr 3",
    certificate_profile="kucharz",
    certificate_year=2023,
    certificate_name="Ewa Nowak",
)

WITH_PESEL = EWA.model_copy(update={"pesel": Pesel("04220300007")})


@clause("ostroleka:form.certificate", "ostroleka:§4.2")
@pytest.mark.parametrize("field", ["certificate_kind", "certificate_year", "birth_place", "signed"])
def test_the_form_is_judged_field_by_field(field: str) -> None:
    base = {
        "pupil": WITH_PESEL,
        "handed_in": ("declaration_truth",),
        "certificate_kind": None,
        "certificate_year": None,
    }
    assert isinstance(ask("ostroleka", form=FORM, **base), Accepted)
    left_out = FORM.model_copy(update={field: False if field == "signed" else None})
    outcome = ask("ostroleka", form=left_out, **base)
    assert isinstance(outcome, Refused)
    assert "ostroleka:form.certificate" in {f.clause for f in outcome.reasons}


@both
@pytest.mark.parametrize(
    "other",
    [
        {"certificate_kind": "class"},
        {"certificate_year": 2022},
        {"certificate_year": 2024},
        {"form": FORM.model_copy(update={"certificate_kind": "class"})},
        {"form": FORM.model_copy(update={"certificate_year": 2022})},
    ],
)
def test_the_application_means_this_certificate(school: str, other: dict[str, Any]) -> None:
    outcome = ask(school, **other)
    assert isinstance(outcome, Refused)
    assert told(one(outcome.findings, "application.same_certificate")) == (
        Status.BREACHED,
        "invariant:same-certificate",
    )


@both
def test_the_application_is_for_the_same_pupil(school: str) -> None:
    another = EWA.model_copy(update={"born": date(2004, 2, 4)})
    outcome = ask(school, pupil=another)
    assert isinstance(outcome, Refused)
    assert [f.code for f in outcome.reasons] == ["application.same_pupil"]
    married = EWA.model_copy(update={"last_name": "Lis"})
    judged = ask(school, pupil=married).findings
    assert one(judged, "application.same_pupil").status is Status.MET


@clause("ostroleka:§4.3")
def test_the_truth_is_declared() -> None:
    outcome = ask("ostroleka", handed_in=("form",))
    assert isinstance(outcome, Refused)
    (reason,) = outcome.reasons
    assert (reason.subject, reason.clause) == ("declaration_truth", "ostroleka:§4.3")
    assert isinstance(ask("leczna", handed_in=("form",)), Accepted)


@clause("ostroleka:§4.7")
@pytest.mark.parametrize("form", ["form_of_the_time", "computer_made"])
def test_the_duplicate_is_made_on_one_of_two_forms(form: CertificateForm) -> None:
    outcome = decide(original("ostroleka"), certificate_duplicate("ostroleka", form=form))
    assert isinstance(outcome, Accepted)
    judged = one(outcome.findings, "duplicate.form")
    assert (told(judged), judged.subject) == ((Status.MET, "ostroleka:§4.7"), form)
    assert outcome.successor is not None
    assert outcome.successor.document.issued.form == form


@clause("ostroleka:§4.7")
def test_the_form_of_a_duplicate_is_recorded() -> None:
    outcome = decide(original("ostroleka"), certificate_duplicate("ostroleka", form=None))
    assert isinstance(outcome, Refused)
    assert [told(f) for f in outcome.reasons] == [(Status.BREACHED, "ostroleka:§4.7")]
    unasked = decide(original("leczna"), certificate_duplicate("leczna", form=None))
    assert isinstance(unasked, Accepted)
    assert named(unasked.findings, "duplicate.form") == []


@clause("ostroleka:§5.2")
@pytest.mark.parametrize(
    ("school", "first"), [("leczna", date(2024, 7, 13)), ("ostroleka", date(2024, 9, 1))]
)
def test_the_text_answers_from_its_first_day(school: str, first: date) -> None:
    before = first - timedelta(days=1)
    outcome = settled(original(school), certificate_duplicate(school, on=before))
    assert isinstance(outcome, Accepted)
    (ground,) = named(outcome.findings, "application.ground")
    assert (ground.clause, ground.attested_by) == ("I-silence", "head")
    assert "school_not_in_force" in ground.notes
    assert not any(citation(f.clause).kind == "school" for f in outcome.findings)
    for day in (first, first + timedelta(days=1)):
        assert isinstance(decide(original(school), certificate_duplicate(school, on=day)), Accepted)


# --- records --------------------------------------------------------------------------------------

lacking = pytest.mark.parametrize("records", ["insufficient", "none"])


@clause("ostroleka:§4.8")
def test_a_duplicate_is_made_from_the_schools_records() -> None:
    outcome = decide(original("ostroleka"), certificate_duplicate("ostroleka"))
    assert told(one(outcome.findings, "duplicate.records")) == (Status.MET, "ostroleka:§4.8")
    unasked = decide(original("leczna"), certificate_duplicate("leczna"))
    assert named(unasked.findings, "duplicate.records") == []


@clause("ostroleka:§4.9")
@lacking
def test_without_records_a_statement_is_issued_and_no_duplicate(records: Records) -> None:
    document = original("ostroleka")
    outcome = decide(document, certificate_duplicate("ostroleka", records=records, form=None))
    assert isinstance(outcome, Accepted)
    assert outcome.successor is None
    assert outcome.events == (
        DuplicateImpossible(on=DAY, how="lost", records=records, clause="ostroleka:§4.9"),
    )
    judged = one(outcome.findings, "duplicate.statement")
    assert (told(judged), judged.subject) == ((Status.MET, "ostroleka:§4.9"), records)
    assert named(outcome.findings, "duplicate.form") == []
    assert state_on(outcome.document, DAY) == "no_duplicate"
    assert not outcome.document.void
    never = decide(outcome.document, Replace(on=DAY))
    assert isinstance(never, Refused)


@clause("ostroleka:§4.9")
@lacking
def test_records_found_later_open_the_case_again(records: Records) -> None:
    stated = done(original("ostroleka"), certificate_duplicate("ostroleka", records=records))
    again = done(stated.document, certificate_duplicate("ostroleka", on=RECEIVED, records=records))
    assert state_on(again.document, RECEIVED) == "no_duplicate"
    made = done(again.document, certificate_duplicate("ostroleka", on=RECEIVED))
    assert made.successor is not None
    assert state_on(made.document, RECEIVED) == "duplicated"


@clause("ostroleka:§4.9")
def test_a_statement_is_an_answer_to_a_complete_application_only() -> None:
    asked = certificate_application("ostroleka", handed_in=("form",))
    command = certificate_duplicate("ostroleka", records="none", application=asked)
    assert isinstance(decide(original("ostroleka"), command), Refused)


@lacking
@pytest.mark.parametrize("school", ["leczna", "balin", "grojec", "sp6"])
def test_where_no_text_speaks_of_records_the_head_decides(school: str, records: Records) -> None:
    document, command = original(school), certificate_duplicate(school, records=records)
    outcome = decide(document, command)
    assert isinstance(outcome, Undecided)
    judged = one(outcome.findings, "duplicate.records")
    assert (told(judged), judged.who) == ((Status.NOT_COVERED, "I-silence"), "head")
    made = done(document, command)
    assert made.successor is not None
    no = attest([judged], holds=False)
    said_no = decide(document, command.model_copy(update={"attested": no}))
    assert isinstance(said_no, Refused)


# --- schools that say nothing, and the law --------------------------------------------------------


@silent
def test_what_a_school_does_not_regulate_is_not_covered(school: str) -> None:
    document, command = original(school), certificate_duplicate(school)
    outcome = decide(document, command)
    assert isinstance(outcome, Undecided)
    ground, fee = outcome.reasons
    assert (ground.code, told(ground), ground.who) == (
        "application.ground",
        (Status.NOT_COVERED, "I-silence"),
        "head",
    )
    assert (fee.code, told(fee), fee.limit, fee.notes) == (
        "payment.amount",
        (Status.NEEDS_REVIEW, "act:druki-2023:§67"),
        "26.00",
        ("proof_not_given", "law_answers"),
    )
    made = done(document, command)
    assert made.events[0] == certificate.Duplicated(
        on=DAY, how="lost", clause="I-silence", attested=made.events[0].attested
    )


BEFORE_THE_TABLES, FIRST_DAY_2019 = date(2019, 8, 31), date(2019, 9, 1)
LAST_DAY_2019, FIRST_DAY_2023 = date(2023, 6, 16), date(2023, 6, 17)
SECTION_24 = "act:druki-2019:§24"

law = pytest.mark.parametrize(
    ("on", "spoke"),
    [
        (BEFORE_THE_TABLES, False),
        (FIRST_DAY_2019, True),
        (LAST_DAY_2019, True),
        (FIRST_DAY_2023, False),
    ],
)


def in_2018(school: str) -> Certificate:
    return certificate.replay(
        (
            Issued(on=date(2018, 6, 22), school=school, **{**dict(ORIGINAL), "year": 2018}),
            HandedOver(on=date(2018, 6, 22), to="pupil"),
        )
    )


def then(school: str, on: date, **changes: Any) -> Outcome:
    asked = certificate_application(school, received=on, certificate_year=2018)
    command = certificate_duplicate(school, on=on, application=asked, **changes)
    return settled(in_2018(school), command)


@law
@silent
def test_the_act_of_2019_has_a_statement_issued(school: str, on: date, spoke: bool) -> None:
    outcome = then(school, on, records="none")
    assert isinstance(outcome, Accepted)
    assert (outcome.successor is None) is spoke
    if spoke:
        judged = one(outcome.findings, "duplicate.statement")
        assert (judged.clause, judged.notes) == (SECTION_24, ("law_answers",))
        assert isinstance(outcome.events[0], DuplicateImpossible)
        assert outcome.events[0].clause == SECTION_24


@law
@silent
def test_the_act_of_2019_names_the_form_of_the_originals_time(
    school: str, on: date, spoke: bool
) -> None:
    assert isinstance(then(school, on), Accepted)
    outcome = then(school, on, form="computer_made")
    assert isinstance(outcome, Refused if spoke else Accepted)
    if spoke:
        (reason,) = outcome.reasons
        assert (reason.code, reason.clause, reason.notes) == (
            "duplicate.form",
            SECTION_24,
            ("law_answers",),
        )


# --- duplicates of duplicates ---------------------------------------------------------------------


@clause("ostroleka:§1.5")
def test_a_duplicate_of_a_duplicate_is_numbered() -> None:
    _, copy = duplicated("ostroleka", number="1/D")
    for which in (1, 2, 3):
        day = RECEIVED + timedelta(days=which)
        held = done(copy, collected(on=day)).document
        outcome = done(held, certificate_duplicate("ostroleka", on=day, number=f"{which + 1}/D"))
        again = one(outcome.findings, "duplicate.again")
        assert (told(again), again.measured) == ((Status.MET, "ostroleka:§1.5"), which)
        assert outcome.successor is not None
        copy = outcome.successor.document
        assert (copy.issued.copies, copy.issued.copy_of) == (which + 1, f"{which}/D")
        assert copy.issued.school_name == ORIGINAL.school_name


def test_where_no_text_speaks_of_it_nothing_stands_in_its_way() -> None:
    _, copy = duplicated("leczna")
    held = done(copy, collected()).document
    outcome = done(held, certificate_duplicate("leczna", on=RECEIVED))
    assert named(outcome.findings, "duplicate.again") == []


@both
def test_of_one_certificate_one_duplicate_is_made(school: str) -> None:
    lost, _ = duplicated(school)
    again = decide(lost, certificate_duplicate(school))
    assert isinstance(again, Refused)
    assert [(f.code, f.clause) for f in again.reasons] == [
        ("duplicate.once", "invariant:one-duplicate")
    ]
    found = done(lost, ReportFound(on=DAY)).document
    assert state_on(found, DAY) == "valid"
    offered = certificate.available(found, variants.get(school), on=DAY)
    assert [f.code for f in offered["duplicate"]] == ["duplicate.once"]
    assert isinstance(decide(found, certificate_duplicate(school)), Refused)


# --- the receipt, and the original ----------------------------------------------------------------


@clause("ostroleka:§4.3")
def test_the_original_is_void_once_the_duplicate_is_received() -> None:
    lost, copy = duplicated("ostroleka")
    received = done(copy, collected()).document
    outcome = decide(lost, Replace(on=RECEIVED), others=[received])
    assert isinstance(outcome, Accepted)
    assert outcome.events == (
        certificate.Replaced(on=RECEIVED, clause="ostroleka:§4.3", void=True),
    )
    judged = one(outcome.findings, "original.void")
    assert (judged.clause, judged.measured) == ("ostroleka:§4.3", RECEIVED.isoformat())
    assert (lost.void, outcome.document.void) == (False, True)
    days = [RECEIVED + timedelta(days=n) for n in (-1, 0, 1)]
    assert [state_on(outcome.document, day) for day in days] == [
        "duplicated",
        "replaced",
        "replaced",
    ]


def test_at_leczna_the_originals_state_is_unsettled() -> None:
    lost, copy = duplicated("leczna")
    received = done(copy, collected()).document
    outcome = decide(lost, Replace(on=RECEIVED), others=[received])
    assert isinstance(outcome, Accepted)
    assert outcome.events == (
        certificate.Replaced(on=RECEIVED, clause="I-original-void", void=False),
    )
    judged = one(outcome.findings, "original.void")
    assert (judged.clause, judged.notes) == ("I-original-void", ("original_unsettled",))
    assert not outcome.document.void
    assert state_on(outcome.document, RECEIVED) == "unsettled"


@both
def test_nothing_is_replaced_before_the_duplicate_is_received(school: str) -> None:
    lost, copy = duplicated(school)
    early = RECEIVED - timedelta(days=1)
    received = done(copy, collected()).document
    for day, beside in ((RECEIVED, copy), (early, received)):
        outcome = decide(lost, Replace(on=day), others=[beside])
        assert isinstance(outcome, Refused)
        assert [f.code for f in outcome.reasons] == ["replace.received"]
    on_the_hosts_word = decide(lost, Replace(on=early))
    assert isinstance(on_the_hosts_word, Undecided)
    assert [f.code for f in on_the_hosts_word.reasons] == ["replace.received"]
    late = decide(lost, Replace(on=RECEIVED + timedelta(days=1)), others=[received])
    assert [f.code for f in late.reasons] == ["replace.received"]


@both
def test_nothing_is_replaced_of_which_there_is_no_duplicate(school: str) -> None:
    outcome = decide(original(school), Replace(on=DAY))
    assert isinstance(outcome, Refused)
    assert [f.code for f in outcome.reasons] == ["replace.duplicate"]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "class"},
        {"year": 2022},
        {"copy_of": "13/2023"},
        {"copies": 2},
        {"pupil": EWA.model_copy(update={"born": date(2004, 2, 4)})},
    ],
)
def test_only_its_own_duplicate_counts(change: dict[str, Any]) -> None:
    """One that was not received is passed over if it is another certificate's."""
    lost, copy = duplicated("ostroleka")
    assert copy.is_copy_of(lost)
    other = certificate.replay((copy.issued.model_copy(update=change),))
    assert not other.is_copy_of(lost)
    outcome = decide(lost, Replace(on=RECEIVED), others=[other])
    assert [(f.code, f.status) for f in outcome.reasons] == [
        ("replace.received", Status.NEEDS_REVIEW)
    ]


@clause("ostroleka:§4.3")
def test_an_original_found_again_is_given_back() -> None:
    document = replaced("ostroleka")
    outcome = decide(document, ReportFound(on=RECEIVED))
    assert isinstance(outcome, Accepted)
    assert told(one(outcome.findings, "original.returned")) == (Status.MET, "ostroleka:§4.3")
    found = outcome.document
    assert state_on(found, RECEIVED) == "found"
    late = decide(found, certificate_duplicate("ostroleka", on=RECEIVED))
    assert isinstance(late, Refused)
    (reason,) = late.reasons
    assert (reason.code, reason.clause, reason.measured) == (
        "original.returned",
        "ostroleka:§4.3",
        RECEIVED.isoformat(),
    )
    back = done(found, GiveBack(on=RECEIVED)).document
    assert state_on(back, RECEIVED) == "returned"
    assert back.void
    assert state_on(done(document, GiveBack(on=RECEIVED)).document, RECEIVED) == "returned"


def test_at_leczna_no_text_has_it_given_back_and_it_may_be() -> None:
    outcome = decide(replaced("leczna"), ReportFound(on=RECEIVED))
    assert isinstance(outcome, Accepted)
    assert outcome.findings == ()
    late = decide(outcome.document, certificate_duplicate("leczna", on=RECEIVED))
    assert isinstance(late, Refused)
    (reason,) = late.reasons
    assert (reason.code, reason.clause, reason.notes) == (
        "document.replaced",
        "I-original-void",
        ("original_unsettled",),
    )
    back = done(outcome.document, GiveBack(on=RECEIVED)).document
    assert state_on(back, RECEIVED) == "returned"


def test_one_found_before_the_receipt_is_what_it_was_until_then() -> None:
    lost, copy = duplicated("ostroleka")
    outcome = decide(lost, ReportFound(on=DAY))
    assert isinstance(outcome, Accepted)
    assert one(outcome.findings, "original.returned").clause == "ostroleka:§4.3"
    assert state_on(outcome.document, DAY) == "valid"
    received = done(copy, collected()).document
    gone = done(outcome.document, Replace(on=RECEIVED), others=[received]).document
    assert state_on(gone, RECEIVED) == "replaced"


def test_one_found_after_a_statement_stays_with_its_holder() -> None:
    stated = done(original("ostroleka"), certificate_duplicate("ostroleka", records="none"))
    outcome = decide(stated.document, ReportFound(on=DAY))
    assert isinstance(outcome, Accepted)
    assert outcome.findings == ()
    assert state_on(outcome.document, DAY) == "valid"
    assert isinstance(decide(stated.document, GiveBack(on=DAY)), Refused)


# --- collection -----------------------------------------------------------------------------------


def collect(school: str, **changes: Any) -> Outcome:
    _, copy = duplicated(school)
    return decide(copy, collected(**changes))


def statuses(outcome: Outcome) -> dict[str, tuple[Status, str]]:
    return {f.code.removeprefix("collection."): told(f) for f in outcome.findings}


MET_BY, OPEN_BY, BREACHED_BY = (
    {
        school: (status, said)
        for school, said in (("leczna", "leczna:IX.5"), ("ostroleka", "ostroleka:§4.10"))
    }
    for status in (Status.MET, Status.NEEDS_REVIEW, Status.BREACHED)
)


@clause("leczna:IX.5")
def test_leczna_hands_it_over_in_person_after_a_notice() -> None:
    outcome = collect("leczna", signed=False, identity_card=None)
    assert isinstance(outcome, Accepted)
    met = MET_BY["leczna"]
    assert statuses(outcome) == dict.fromkeys(("way", "day", "hours", "notice", "receiver"), met)
    assert state_on(outcome.document, RECEIVED) == "valid"
    assert outcome.document.handed_over == HandedOver(on=RECEIVED, to="graduate")


@clause("leczna:IX.5")
@pytest.mark.parametrize(
    ("at", "open_"),
    [
        ("00:00", False),
        ("06:59", False),
        ("07:00", True),
        ("07:01", True),
        ("14:59", True),
        ("15:00", True),
        ("15:01", False),
        ("23:59", False),
    ],
)
def test_from_7_to_15_both_included(at: str, open_: bool) -> None:
    judged = one(collect("leczna", at=at).findings, "collection.hours")
    expected = MET_BY if open_ else BREACHED_BY
    assert told(judged) == expected["leczna"]
    assert (judged.measured, judged.limit, judged.also) == (at, "07:00–15:00", ("I-collection",))


@clause("leczna:IX.5")
@pytest.mark.parametrize(
    ("day", "next_"),
    [
        (date(2024, 10, 7), None),  # Monday
        (date(2024, 10, 8), None),
        (date(2024, 10, 9), None),
        (date(2024, 10, 10), None),
        (date(2024, 10, 11), None),  # Friday
        (date(2024, 10, 12), date(2024, 10, 14)),  # Saturday
        (date(2024, 10, 13), date(2024, 10, 14)),  # Sunday
        (date(2024, 11, 1), date(2024, 11, 4)),  # All Saints, a Friday
        (date(2024, 11, 11), date(2024, 11, 12)),  # Independence Day, a Monday
        (date(2024, 12, 24), None),  # a Tuesday, and no day off until 2025
        (date(2025, 12, 24), date(2025, 12, 29)),  # a Wednesday, and one since
    ],
)
def test_from_monday_to_friday_and_on_no_day_off(day: date, next_: date | None) -> None:
    judged = one(collect("leczna", on=day).findings, "collection.day")
    expected = BREACHED_BY if next_ else MET_BY
    assert (told(judged), judged.measured) == (expected["leczna"], day.isoformat())
    assert judged.earliest == next_


@clause("leczna:IX.5")
@pytest.mark.parametrize(
    ("missing", "code"), [({"at": None}, "hours"), ({"noticed": False}, "notice")]
)
def test_what_was_not_told_the_office_has_to_say(missing: dict[str, Any], code: str) -> None:
    _, copy = duplicated("leczna")
    command = collected(**missing)
    outcome = decide(copy, command)
    assert isinstance(outcome, Undecided)
    (reason,) = outcome.reasons
    assert (reason.code, told(reason), reason.who) == (
        f"collection.{code}",
        OPEN_BY["leczna"],
        "office",
    )
    word = attest(outcome.findings, on=RECEIVED)[0].model_copy(update={"role": "office"})
    said = decide(copy, command.model_copy(update={"attested": (word,)}))
    assert isinstance(said, Accepted)
    denied = word.model_copy(update={"holds": False})
    assert isinstance(decide(copy, command.model_copy(update={"attested": (denied,)})), Refused)


@clause("leczna:IX.5")
@pytest.mark.parametrize(
    ("applicant", "to", "expected"),
    [
        ("graduate", "graduate", Accepted),
        ("graduate", "authorised", Accepted),
        ("graduate", "pupil", Undecided),
        ("graduate", "parent", Refused),
        ("graduate", "guardian", Refused),
        ("parent", "parent", Accepted),
        ("parent", "guardian", Accepted),
        ("foster_carer", "parent", Accepted),
        ("parent", "authorised", Accepted),
        ("parent", "graduate", Undecided),
        ("parent", "pupil", Undecided),
    ],
)
def test_the_person_concerned_collects_it_or_one_with_a_written_authority(
    applicant: ApplicantKind, to: Receiver, expected: type
) -> None:
    asked = certificate_application("leczna", applicant=applicant)
    _, copy = duplicated("leczna", application=asked)
    outcome = decide(copy, collected(to=to))
    assert isinstance(outcome, expected)
    judged = one(outcome.findings, "collection.receiver")
    assert (judged.clause, judged.subject) == ("leczna:IX.5", to)
    assert outcome.status is judged.status


@clause("leczna:IX.5")
@pytest.mark.parametrize(("to", "expected"), [("authorised", Accepted), ("parent", Undecided)])
def test_who_applied_may_be_unknown_of_an_older_duplicate(to: Receiver, expected: type) -> None:
    _, copy = duplicated("leczna")
    older = certificate.replay((copy.issued.model_copy(update={"applicant": None}),))
    assert isinstance(decide(older, collected(to=to)), expected)


@clause("leczna:IX.5")
def test_a_registered_letter_goes_at_any_time() -> None:
    sunday = date(2024, 10, 13)
    bare = HandOver(on=sunday, to="parent", way="registered_letter")
    _, copy = duplicated("leczna")
    outcome = decide(copy, bare)
    assert isinstance(outcome, Accepted)
    assert statuses(outcome) == {"way": MET_BY["leczna"]}


@clause("leczna:IX.5")
def test_plain_post_is_no_way_at_leczna() -> None:
    outcome = collect("leczna", way="post")
    assert isinstance(outcome, Refused)
    (reason,) = outcome.reasons
    assert (reason.code, told(reason), reason.subject) == (
        "collection.way",
        BREACHED_BY["leczna"],
        "post",
    )


@clause("ostroleka:§4.10")
def test_ostroleka_has_it_signed_for_with_an_identity_card() -> None:
    outcome = collect("ostroleka", at=None, noticed=False, on=date(2024, 10, 13))
    assert isinstance(outcome, Accepted)
    met = MET_BY["ostroleka"]
    assert statuses(outcome) == dict.fromkeys(("way", "signature", "identity_card"), met)
    handed = outcome.document.handed_over
    assert handed is not None
    assert (handed.on, handed.signed) == (date(2024, 10, 13), True)
    assert handed.identity_card == IdentityCard("ABC 123456")


@clause("ostroleka:§4.10")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"identity_card": None}, "identity_card"),
        ({"signed": False}, "signature"),
        ({"to": "parent"}, "signature"),
        ({"to": "authorised"}, "signature"),
    ],
)
def test_what_is_missing_at_the_desk_waits_for_the_office(
    change: dict[str, Any], code: str
) -> None:
    """The pupil may have no identity card; whether it may be handed over all the same, it says."""
    outcome = collect("ostroleka", **change)
    assert isinstance(outcome, Undecided)
    (reason,) = outcome.reasons
    assert (reason.code, told(reason), reason.who) == (
        f"collection.{code}",
        OPEN_BY["ostroleka"],
        "office",
    )


@clause("ostroleka:§4.10")
def test_in_special_cases_it_goes_by_post() -> None:
    _, copy = duplicated("ostroleka")
    posted = HandOver(on=RECEIVED, to="graduate", way="post")
    outcome = decide(copy, posted)
    assert isinstance(outcome, Undecided)
    assert statuses(outcome) == {"way": MET_BY["ostroleka"], "special": OPEN_BY["ostroleka"]}
    assert isinstance(settled(copy, posted), Accepted)
    letter = decide(copy, HandOver(on=RECEIVED, to="graduate", way="registered_letter"))
    assert isinstance(letter, Refused)


@silent
def test_where_no_way_is_named_any_will_do(school: str) -> None:
    _, copy = duplicated(school)
    outcome = decide(copy, HandOver(on=date(2024, 10, 13), to="parent", way="post"))
    assert isinstance(outcome, Accepted)
    assert outcome.findings == ()


# --- keeping the record right ---------------------------------------------------------------------


@both
def test_a_duplicate_entered_by_mistake_is_taken_back_with_its_document(school: str) -> None:
    lost, copy = duplicated(school)
    mistake = Correct(on=DAY, act="duplicated", done=DAY)
    assert isinstance(decide(lost, mistake), Undecided)
    assert isinstance(decide(lost, mistake, others=[copy]), Refused)
    annulled = done(copy, Correct(on=DAY, act="issued", done=DAY)).document
    assert state_on(annulled, DAY) == "annulled"
    right = decide(lost, mistake, others=[annulled])
    assert isinstance(right, Accepted)
    assert state_on(right.document, DAY) == "valid"
    assert isinstance(decide(right.document, certificate_duplicate(school)), Accepted)


def test_a_statement_entered_by_mistake_is_taken_back() -> None:
    stated = done(original("ostroleka"), certificate_duplicate("ostroleka", records="none"))
    back = decide(stated.document, Correct(on=DAY, act="duplicate_impossible", done=DAY))
    assert isinstance(back, Accepted)
    assert state_on(back.document, DAY) == "valid"


# --- broken calls, JSON, privacy ------------------------------------------------------------------

LECZNA = variants.get("leczna")
NO: Any = "no"

BROKEN: dict[str, Callable[[], object]] = {
    "no original": lambda: certificate.issue(NO, LECZNA, on=DAY),
    "no school to issue": lambda: certificate.issue(ORIGINAL, NO, on=DAY),
    "no day to issue": lambda: certificate.issue(ORIGINAL, LECZNA, on=NO),
    "no words": lambda: certificate.issue(ORIGINAL, LECZNA, on=DAY, attested=NO),
    "no acts": lambda: certificate.take_over((), LECZNA, on=DAY),
    "no school to take over": lambda: certificate.take_over((), NO, on=DAY),
    "no day to take over": lambda: certificate.take_over((), LECZNA, on=NO),
    "no document": lambda: certificate.decide(NO, Replace(on=DAY), LECZNA),
    "no command": lambda: certificate.decide(original("leczna"), NO, LECZNA),
    "no school": lambda: certificate.decide(original("leczna"), Replace(on=DAY), NO),
    "no others": lambda: decide(original("leczna"), Replace(on=DAY), others=[NO]),
    "no document to ask of": lambda: certificate.available(NO, LECZNA, on=DAY),
    "no school to ask": lambda: certificate.available(original("leczna"), NO, on=DAY),
    "no day to ask about": lambda: certificate.available(original("leczna"), LECZNA, on=NO),
    "no document of a state": lambda: state_on(NO, DAY),
    "no day of a state": lambda: state_on(original("leczna"), NO),
    "no event": lambda: certificate.evolve(original("leczna"), NO),
    "no issue first": lambda: certificate.evolve(None, HANDED_OVER),
    "no events": lambda: certificate.replay(()),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_call_raises(what: str) -> None:
    with pytest.raises(WrongArgument):
        BROKEN[what]()


def test_json_goes_in_and_out() -> None:
    command = certificate_duplicate("ostroleka", number="1/D")
    assert certificate.load_command(dump(command)) == command
    lost, copy = duplicated("ostroleka")
    for document in (lost, copy):
        assert load(Certificate, dump(document)) == document
        for event in document.history:
            assert certificate.load_event(dump(event)) == event
    for read in (certificate.load_command, certificate.load_event, certificate.load_outcome):
        with pytest.raises(LoadError):
            read({"kind": "?", "event": "?", "outcome": "?"})


def test_nothing_personal_is_shown() -> None:
    """Names, number, year and card stand in the events, and in no repr and no explanation."""
    lost, copy = duplicated("ostroleka", number="1/D")
    handed = done(copy, collected())
    posted = decide(lost, Replace(on=RECEIVED), others=[handed.document])
    shown = " ".join(
        (
            repr((lost, copy, handed, posted, ORIGINAL, certificate_duplicate("ostroleka"))),
            *(out.explain(language) for out in (handed, posted) for language in ("pl", "en")),
        )
    )
    secrets = ("Ewa", "Nowak", "2004", "Długa", "Łęcznej", "12/2023", "1/D", "ABC", "year=2023")
    assert [secret for secret in secrets if secret in shown] == []


def test_available_says_what_may_be_done_and_why_not_the_rest() -> None:
    offered = certificate.available(original("ostroleka"), variants.get("ostroleka"), on=DAY)
    assert {kind: [f.code for f in why] for kind, why in offered.items()} == {
        "hand_over": ["handover.once"],
        "duplicate": [],
        "report_found": ["document.in_use"],
        "replace": ["replace.duplicate"],
        "give_back": [],
        "correct": [],
    }
