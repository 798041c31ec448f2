"""Where school and law differ: whose text counts, and that the difference is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import (
    Accepted,
    Refused,
    Status,
    Undecided,
    certificate,
    fees,
    law,
    lifecycle,
    mlegitymacja,
    payments,
    photo,
    school_id,
    variants,
)
from legitymacja_rules.acts import Correct
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.certificate.machine import MACHINE as CERTIFICATE
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.facts import PhysicalId
from legitymacja_rules.findings import Finding
from legitymacja_rules.loading import dump
from legitymacja_rules.mlegitymacja import ExOfficio, Outcome, load_outcome
from legitymacja_rules.mlegitymacja.machine import MACHINE as PHONE
from legitymacja_rules.outcomes import Explained
from legitymacja_rules.policy import Policy, contested_by_law, effective
from legitymacja_rules.regulation import (
    Amount,
    CertificateDuplicateRules,
    CertificateForms,
    Codes,
    Grounds,
    InForce,
    MlegitymacjaProcedure,
    ProcedureRules,
    Regulation,
    Rule,
    contested,
    filled,
)
from legitymacja_rules.school_id.machine import MACHINE as ID
from samples import (
    ANNA,
    CODES,
    DAY,
    GOOD_PHOTO,
    ID_CARD,
    ORIGINAL,
    SCHOOLS,
    application,
    attest,
    certificate_application,
    certificate_duplicate,
    named,
)
from today import BARE, TODAY, activate, case, codes, seen, with_codes

OPT_OUT = "act:system-oswiaty:art.11.1d"
POLICIES: tuple[Policy, ...] = get_args(Policy)
CONSENT = {
    "balin": "balin:docs.1",
    "grojec": "grojec:§7.1",
    "leczna": "leczna:V.2",
    "ostroleka": "ostroleka:§2.6",
    "sp6": "sp6:docs.3",
}
"""Where each school asks for an application."""


def ex_officio(school: str, policy: Any, **changes: Any) -> Outcome:
    """A pupil for whom nobody applied on a day on which all five texts want an application."""
    base: dict[str, Any] = {"pupil": ANNA, "prior_id": ID_CARD, "photo": GOOD_PHOTO}
    asked, text = ExOfficio(**{**base, **changes}), variants.get(school)
    call: dict[str, Any] = {"on": DAY, "codes": CODES, "policy": policy}
    first = mlegitymacja.issue(asked, text, **call)
    words = [word for word in attest(first.findings) if not word.condition.endswith("consent")]
    return mlegitymacja.issue(asked, text, **call, attested=words)


def conflicts(outcome: Explained) -> list[tuple[str, str, str]]:
    """Condition, clause that counts, clause that says otherwise."""
    return [
        (found.code, found.clause, found.conflict.clause)
        for found in outcome.conflicts
        if found.conflict
    ]


def only(outcome: Explained, code: str) -> Finding:
    (finding,) = named(outcome.findings, code)
    return finding


# --- the consent ----------------------------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
def test_where_a_school_wants_an_application_the_law_s_opt_out_is_told(school: str) -> None:
    outcome = ex_officio(school, "school")
    assert isinstance(outcome, Refused)
    assert [found.code for found in outcome.reasons] == ["mlegitymacja.consent"]
    assert conflicts(outcome) == [("mlegitymacja.consent", CONSENT[school], OPT_OUT)]
    (found,) = outcome.conflicts
    assert found.conflict is not None
    assert (found.status, found.conflict.status) == (Status.BREACHED, Status.MET)


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_host_may_let_the_law_count(school: str) -> None:
    outcome = ex_officio(school, "law")
    assert isinstance(outcome, Accepted)
    assert conflicts(outcome) == [("mlegitymacja.consent", OPT_OUT, CONSENT[school])]
    assert only(outcome, "mlegitymacja.consent").notes == ("law_answers",)


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_host_may_leave_it_to_the_head(school: str) -> None:
    outcome = ex_officio(school, "undecided")
    assert isinstance(outcome, Undecided)
    (open_,) = outcome.reasons
    assert (open_.code, open_.status, open_.who) == (
        "mlegitymacja.consent",
        Status.NEEDS_REVIEW,
        "head",
    )
    assert open_.conflict is not None


@pytest.mark.parametrize(("holds", "expected"), [(True, Accepted), (False, Refused)])
def test_what_is_left_to_the_head_the_head_decides(holds: bool, expected: type[Outcome]) -> None:
    asked = ExOfficio(pupil=ANNA, prior_id=ID_CARD, photo=GOOD_PHOTO)
    leczna = variants.get("leczna")
    word = Attestation(condition="mlegitymacja.consent", role="head", on=DAY, holds=holds)
    call: dict[str, Any] = {"on": DAY, "codes": CODES, "policy": "undecided"}
    assert isinstance(mlegitymacja.issue(asked, leczna, **call, attested=(word,)), expected)
    office = word.model_copy(update={"role": "office"})
    still = mlegitymacja.issue(asked, leczna, **call, attested=(office,))
    assert isinstance(still, Undecided)
    assert "head_only" in only(still, "mlegitymacja.consent").notes


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("policy", POLICIES)
def test_no_conflict_is_told_where_both_say_the_same(school: str, policy: Any) -> None:
    asked, text = application(school), variants.get(school)
    outcome = mlegitymacja.issue(asked, text, on=DAY, codes=CODES, policy=policy)
    assert outcome.conflicts == ()


@pytest.mark.parametrize("policy", POLICIES)
def test_an_objection_refuses_under_both_texts(policy: Any) -> None:
    outcome = ex_officio("leczna", policy, objected=DAY)
    assert isinstance(outcome, Refused)
    assert outcome.conflicts == ()


@pytest.mark.parametrize(
    ("on", "told"),
    [(date(2024, 3, 7), False), (date(2024, 3, 8), True), (date(2024, 3, 9), True)],
)
def test_before_8_march_2024_school_and_law_agreed(on: date, *, told: bool) -> None:
    card = ID_CARD.model_copy(update={"issued": date(2023, 9, 4)})
    asked = ExOfficio(pupil=ANNA, prior_id=card, photo=GOOD_PHOTO)
    given = CODES.model_copy(update={"generated": on})
    outcome = mlegitymacja.issue(asked, variants.get("balin"), on=on, codes=given)
    assert isinstance(outcome, Refused)
    assert bool(outcome.conflicts) is told


# --- other topics, at schools that are invented ----------------------------------------------------

TODAY_S_TEXT = InForce(since=date(2025, 9, 1), clause="sp1:1")


def school_of_today(**says: Any) -> Regulation:
    """A school whose text of today says only this."""
    return Regulation(slug="sp1", school="SP 1", in_force=TODAY_S_TEXT, **says)


@pytest.mark.parametrize(
    ("policy", "until", "clauses"),
    [
        ("school", date(2025, 11, 25), ("sp1:2", "notice:sio-print-codes")),
        ("law", date(2025, 11, 2), ("notice:sio-print-codes", "sp1:2")),
        ("undecided", date(2025, 11, 25), ("sp1:2", "notice:sio-print-codes")),
    ],
)
def test_a_window_of_thirty_days_against_the_seven_of_the_notices(
    policy: Any, until: date, clauses: tuple[str, str]
) -> None:
    rules = MlegitymacjaProcedure(codes=Codes(days=30, renewable=True, clause="sp1:2"))
    school, given = school_of_today(mlegitymacja=rules), codes(1)
    words = (*seen(TODAY), Attestation(condition="codes.until", role="head", on=TODAY))
    made = mlegitymacja.issue(case(), school, on=TODAY, codes=given, attested=words, policy=policy)
    assert isinstance(made, Accepted)
    assert conflicts(made) == [("codes.until", *clauses)]
    assert made.document.issued.codes_until == until
    for day, accepted in ((until, True), (until + timedelta(days=1), False)):
        command = mlegitymacja.Activate(
            on=day, device="a", system="ios", qr=given.qr, code=given.code
        )
        outcome = mlegitymacja.decide(made.document, command, school, policy=policy)
        # What the issue promised it keeps, whichever text is asked later.
        assert isinstance(outcome, Accepted if accepted else Refused)


FIFTEEN = (Amount(amount=Decimal("15.00"), clause="sp1:3"),)


def test_another_fee_than_the_law_s_is_told() -> None:
    school = school_of_today(id_duplicate={"fees": FIFTEEN})
    own = fees.fee(school, "id_duplicate", on=TODAY)
    assert (own.amount, own.basis) == (Decimal("15.00"), "sp1:3")
    assert conflicts(own) == [("fee.amount", "sp1:3", "act:druki-2023:§67")]
    assert "9,00 zł" in own.explain("pl")
    lawful = fees.fee(school, "id_duplicate", on=TODAY, policy="law")
    assert (lawful.amount, lawful.basis) == (Decimal("9.00"), "act:druki-2023:§67")
    assert conflicts(lawful) == [("fee.amount", "act:druki-2023:§67", "sp1:3")]
    open_ = fees.fee(school, "id_duplicate", on=TODAY, policy="undecided")
    assert open_.amount is None
    assert open_.status is Status.NEEDS_REVIEW


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("procedure", law.FEES)
@pytest.mark.parametrize("policy", POLICIES)
def test_no_fee_of_the_five_is_at_odds_with_the_law(
    school: str, procedure: Any, policy: Any
) -> None:
    answer = fees.fee(variants.get(school), procedure, on=DAY, policy=policy)
    assert answer.conflicts == ()
    assert answer.amount == fees.fee(variants.get(school), procedure, on=DAY).amount


def test_a_photo_that_only_one_text_takes() -> None:
    strict = variants.get("leczna").override(
        {"mlegitymacja.in_force.until": None, "in_force.until": None}
    )
    small = GOOD_PHOTO.model_copy(update={"width": 300, "height": 400})
    card = ID_CARD.model_copy(update={"valid_until": date(2026, 9, 30)})
    asked = application("leczna", received=TODAY, prior_id=card, photo=small)
    call: dict[str, Any] = {"on": TODAY, "codes": codes(1), "attested": seen(TODAY)}
    outcome = mlegitymacja.issue(asked, strict, **call)
    assert isinstance(outcome, Refused)
    assert conflicts(outcome) == [
        ("codes.until", "leczna:VI.5", "notice:sio-print-codes"),
        ("photo.width", "leczna:VI.2", "notice:sio-photo"),
        ("photo.height", "leczna:VI.2", "notice:sio-photo"),
    ]
    assert isinstance(mlegitymacja.issue(asked, strict, **call, policy="law"), Accepted)


def test_a_difference_on_which_no_verdict_hangs_is_not_told() -> None:
    paper = PhysicalId(
        number="1",
        form="paper",
        issued=date(2023, 9, 1),
        valid_until=date(2024, 9, 30),
        free_fields=0,
    )
    answer = school_id.check(paper, variants.get("leczna"), on=DAY)
    assert [found.code for found in answer.reasons] == ["id.free_fields", "id.valid"]
    lawful = school_id.check(paper, variants.get("leczna"), on=DAY, policy="law")
    assert [found.code for found in lawful.reasons] == ["id.valid"]
    # Its date has passed, so it is not valid under either: no verdict hangs on the difference.
    assert answer.conflicts == lawful.conflicts == ()


def test_a_certificate_made_by_computer_against_the_form_of_the_time() -> None:
    school = Regulation(
        slug="sp1",
        school="SP 1",
        in_force=InForce(since=date(2020, 1, 1), clause="sp1:1"),
        certificate_duplicate=CertificateDuplicateRules(
            forms=CertificateForms(any_of=("computer_made",), clause="sp1:4")
        ),
    )
    on = date(2023, 6, 16)
    original = ORIGINAL.model_copy(update={"year": 2022})
    words = [Attestation(condition="certificate.issue", role="head", on=date(2022, 7, 1))]
    made = certificate.issue(original, school, on=date(2022, 7, 1), attested=words)
    assert isinstance(made, Accepted)
    handing = certificate.HandOver(on=date(2022, 7, 1), to="graduate")
    given_out = certificate.decide(made.document, handing, school)
    assert isinstance(given_out, Accepted)
    for day, told in ((on, True), (date(2023, 6, 17), False)):
        asked = certificate_application("leczna", received=day, payment=None, certificate_year=2022)
        command = certificate_duplicate("leczna", on=day, form="computer_made", application=asked)
        outcome = certificate.decide(given_out.document, command, school)
        found = only(outcome, "duplicate.form")
        assert (found.clause, found.status) == ("sp1:4", Status.MET)
        assert (found.conflict is not None) is told


def test_a_ground_that_the_law_s_closed_list_leaves_out() -> None:
    school = school_of_today(
        id_exchange=ProcedureRules(grounds=(Grounds(any_of=("address", "error"), clause="sp1:5"),))
    )
    lawful = contested_by_law(school, TODAY)
    assert lawful.id_exchange is not None
    rows = lawful.id_exchange.grounds
    assert [row.clause for row in rows] == ["notice:sio-revocation-reasons", "sp1:5"]
    assert contested_by_law(school, date(2025, 9, 16)) is school


# --- what applies ---------------------------------------------------------------------------------


def test_at_a_school_without_a_text_all_is_the_law_s() -> None:
    applies = effective(BARE, on=TODAY)
    sheet = law.regulation(TODAY)
    assert applies.mlegitymacja == sheet.mlegitymacja
    assert (applies.slug, applies.school, applies.text) == ("sp1", BARE.school, None)
    verdict = photo.check(GOOD_PHOTO, applies.photo_for("mlegitymacja"))
    assert [found.code for found in verdict.reasons] == ["photo.background"]


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("on", [date(2020, 1, 1), DAY, TODAY])
def test_under_what_a_school_says_lies_the_law(school: str, on: date) -> None:
    text = variants.get(school)
    applies = effective(text, on=on)
    sheet = law.regulation(on)
    for procedure in law.FEES:
        own = text.procedure(procedure) if text.period(procedure).covers(on) else None
        rules = applies.procedure(procedure)
        assert rules is not None
        if own and own.fees:
            assert rules.fees[: len(own.fees)] == own.fees
        else:
            assert rules.fees == sheet.procedure(procedure).fees  # type: ignore[union-attr]  # one of six
    assert applies.ids.paper in {text.ids.paper, sheet.ids.paper}


def test_what_applies_by_the_law_s_policy_is_the_law_s_where_both_speak() -> None:
    leczna = variants.get("leczna")
    own, lawful = (effective(leczna, on=DAY, policy=policy) for policy in ("school", "law"))
    assert own.mlegitymacja is not None
    assert lawful.mlegitymacja is not None
    assert own.mlegitymacja.consent is not None
    assert lawful.mlegitymacja.consent is not None
    assert own.mlegitymacja.consent.model == "application"
    assert lawful.mlegitymacja.consent.model == "opt_out"
    assert own.mlegitymacja.codes == lawful.mlegitymacja.codes


@pytest.mark.parametrize("school", SCHOOLS)
@given(on=st.dates(date(2019, 9, 1), date(2027, 1, 1)))
def test_a_text_filled_or_contested_by_itself_stays_itself(school: str, on: date) -> None:
    text = variants.get(school)
    assert filled(text, text) is text
    assert contested(text, text) is text
    both = filled(text, law.regulation(on))
    assert filled(both, law.regulation(on)) is both
    assert contested(law.regulation(on), text).slug == "law"


def test_a_record_that_only_stands_elsewhere_is_no_difference() -> None:
    one, other = (MlegitymacjaProcedure(pesel=Rule(clause=clause)) for clause in ("a:1", "b:2"))
    assert contested(one, other) is one


@pytest.mark.parametrize("policy", ["School", "", None, 1, ("school",)])
def test_a_policy_is_one_of_three_words(policy: Any) -> None:
    leczna = variants.get("leczna")
    document = with_codes_of_leczna()
    for call in (
        lambda: effective(leczna, on=DAY, policy=policy),
        lambda: fees.fee(leczna, "id_duplicate", on=DAY, policy=policy),
        lambda: mlegitymacja.issue(application("leczna"), leczna, on=DAY, policy=policy),
        lambda: mlegitymacja.decide(
            document, mlegitymacja.Revoke(on=DAY, ground="on_request"), leczna, policy=policy
        ),
        lambda: school_id.check(ID_CARD, leczna, on=DAY, policy=policy),
        lambda: mlegitymacja.available(document, leczna, on=DAY, policy=policy),
    ):
        with pytest.raises(WrongArgument, match="policy"):
            call()


def with_codes_of_leczna() -> mlegitymacja.Mlegitymacja:
    asked = application("leczna")
    outcome = mlegitymacja.issue(asked, variants.get("leczna"), on=DAY, codes=CODES)
    assert isinstance(outcome, Accepted)
    return outcome.document


# --- how it is told -------------------------------------------------------------------------------


def test_a_conflict_is_told_in_both_languages_and_in_json() -> None:
    outcome = ex_officio("leczna", "school")
    assert (
        "      inaczej: wniosek albo brak sprzeciwu rodziców: uczeń niepełnoletni (tryb: bez wniosku, "
        "chyba że rodzice się sprzeciwią) [act:system-oswiaty:art.11.1d]: spełnione"
    ) in outcome.explain("pl").splitlines()
    assert "otherwise: " in outcome.explain("en")
    assert '"conflict": {"code": "mlegitymacja.consent", "status": "met"' in outcome.explain_json(
        "en"
    )


@pytest.mark.parametrize("policy", POLICIES)
def test_an_outcome_with_a_conflict_survives_json(policy: Any) -> None:
    outcome = ex_officio("ostroleka", policy)
    assert load_outcome(dump(outcome)) == outcome


def test_the_same_codes_serve_a_school_and_no_school() -> None:
    """Control of the helper: what is decided above hangs on the text and on nothing else."""
    made = mlegitymacja.issue(case(), BARE, on=TODAY, attested=seen(TODAY))
    assert isinstance(made, Accepted)
    assert isinstance(activate(with_codes(made.document, codes(1))), Accepted)


# --- what bears on a command ------------------------------------------------------------------------

CONTRARY = school_of_today(
    mlegitymacja={
        "consent": {"model": "application", "clause": "sp1:1"},
        "prior_id": {"kinds": ["preschool"], "clause": "sp1:2", "valid_clause": "sp1:2"},
        "codes": {
            "days": 30,
            "ways": [{"way": "print", "minutes": 5, "clause": "sp1:3"}],
            "clause": "sp1:3",
        },
        "devices": {"limit": 1, "clause": "sp1:4"},
        "validity": [{"by": "school_year", "clause": "sp1:5"}],
        "revocation": [
            {
                "ground": "id_validity_lost",
                "applicants": [{"who": "parent", "clause": "sp1:6"}],
                "clause": "sp1:6",
            }
        ],
        "reissue": [{"ground": "new_card", "after": ["on_request"], "clause": "sp1:7"}],
        "photo": {"pixels": {"min_width": 900, "clause": "sp1:8"}},
        "fees": [{"amount": "1.00", "clause": "sp1:9"}],
    },
    id_exchange={
        "grounds": [{"any_of": ["address"], "clause": "sp1:10"}],
        "fees": [{"amount": "1.00", "clause": "sp1:9"}],
    },
    id_duplicate={"fees": [{"amount": "1.00", "clause": "sp1:9"}]},
    certificate_duplicate={
        "fees": [{"amount": "1.00", "clause": "sp1:9"}],
        "forms": {"any_of": ["computer_made"], "clause": "sp1:11"},
    },
    ids={"paper": {"last_issue": "2030-01-01", "while_fields": True, "clause": "sp1:12"}},
)
"""A school that contradicts the law in whatever both speak of."""


def _contrary_commands() -> list[tuple[Any, Any, Any]]:
    """A machine, a document and a command, for every kind of command."""
    given = codes(1, way="print", at="2025-10-26T10:00:00+01:00")
    phone = mlegitymacja.replay(
        [
            mlegitymacja.Issued(
                on=TODAY,
                school="sp1",
                pupil=ANNA,
                id_number="7",
                id_valid_until=date(2026, 9, 30),
                codes=given,
                codes_until=TODAY + timedelta(days=7),
                renewable=True,
                valid_until=date(2026, 9, 30),
            )
        ]
    )
    used = mlegitymacja.Activate(
        on=TODAY,
        device="a",
        system="ios",
        qr=given.qr,
        code=given.code,
        at="2025-10-26T10:07:00+01:00",
    )
    activated = mlegitymacja.decide(phone, used, BARE)
    second = phone if not isinstance(activated, Accepted) else activated.document
    later = used.model_copy(update={"device": "b", "owner": "parent"})
    card = school_id.replay(
        [
            school_id.Issued(
                on=date(2025, 9, 1),
                school="sp1",
                pupil=ANNA,
                kind="school",
                number="7",
                form="paper",
                valid_until=date(2026, 9, 30),
                free_fields=0,
            ),
            school_id.HandedOver(on=date(2025, 9, 1), to="pupil"),
        ]
    )
    wish = school_id.Application(received=TODAY, applicant="parent", pupil=ANNA, reason="address")
    lost = wish.model_copy(update={"reason": "lost"})
    made = school_id.Card(number="8", form="paper", valid_until=date(2026, 9, 30))
    undo = Correct(on=TODAY, act="issued", done=TODAY)
    commands: list[tuple[Any, Any, Any]] = [
        (PHONE, phone, mlegitymacja.HandOver(on=TODAY, to="parent")),
        (PHONE, phone, mlegitymacja.GenerateCodes(on=TODAY, codes=codes(2))),
        (PHONE, phone, used),
        (PHONE, second, later),
        (PHONE, phone, mlegitymacja.Revoke(on=TODAY, ground="id_validity_lost")),
        (
            PHONE,
            phone,
            mlegitymacja.Reissue(on=TODAY, ground="new_card", application=case(), codes=codes(2)),
        ),
        (PHONE, phone, undo),
        (ID, card, school_id.Duplicate(on=TODAY, application=lost, card=made)),
        (ID, card, school_id.Exchange(on=TODAY, application=wish, card=made)),
    ]
    kept = (
        school_id.ReportLoss(on=TODAY, how="lost"),
        school_id.Replace(on=TODAY),
        school_id.GiveBack(on=TODAY),
        school_id.Destroy(on=TODAY),
        school_id.Confirm(on=TODAY, means="date_and_seal", valid_until=date(2026, 9, 30)),
    )
    return [*commands, *((ID, card, command) for command in kept)]


@pytest.mark.parametrize(("machine", "document", "command"), _contrary_commands())
@pytest.mark.parametrize("policy", POLICIES)
def test_what_a_kind_of_command_is_said_to_read_is_all_that_bears_on_it(
    machine: Any, document: Any, command: Any, policy: Any
) -> None:
    """Catches a part of a text that a judgement asks and its list leaves out."""
    whole = replace(machine, reads=dict.fromkeys(machine.kinds, ((),)))
    short, full = (
        lifecycle.decide(each, document, command, CONTRARY, (), policy) for each in (machine, whole)
    )
    assert short == full


def test_what_is_available_follows_the_policy() -> None:
    phone = next(document for machine, document, _ in _contrary_commands() if machine is PHONE)
    late = TODAY + timedelta(days=3)
    own = school_of_today(
        mlegitymacja={"one_time": None, "devices": {"limit": 1, "clause": "sp1:4"}}
    )
    for policy in POLICIES:
        offered = mlegitymacja.available(phone, own, on=late, policy=policy)
        assert offered["activate"] == ()
    contrary = CONTRARY.override({"mlegitymacja.codes": {"days": 1, "clause": "sp1:3"}})
    told: tuple[tuple[Policy, str], ...] = (
        ("school", "sp1:3"),
        ("law", "notice:sio-print-codes"),
    )
    for policy, clause in told:
        offered = mlegitymacja.available(
            phone, contrary, on=TODAY + timedelta(days=8), policy=policy
        )
        assert offered["activate"][0].clause == clause


def test_every_kind_of_command_says_what_it_reads() -> None:
    for machine in (PHONE, ID, CERTIFICATE):
        assert set(machine.reads) == set(machine.kinds)


# --- verdicts that agree ----------------------------------------------------------------------------


@pytest.mark.parametrize("policy", POLICIES)
def test_where_both_refuse_there_is_no_conflict_and_nothing_to_decide(policy: Policy) -> None:
    exact = {"pixels": {"min_width": 200, "max_width": 200, "clause": "sp1:p"}}
    school = school_of_today(mlegitymacja={"photo": exact})
    facts = GOOD_PHOTO.model_copy(update={"width": 100})
    words = (
        *seen(TODAY),
        *(
            Attestation(condition=f"photo.{side}", role="head", on=TODAY)
            for side in ("width", "width_exactly")
        ),
    )
    outcome = mlegitymacja.issue(case(photo=facts), school, on=TODAY, attested=words, policy=policy)
    assert isinstance(outcome, Refused)
    assert outcome.conflicts == ()


def test_a_bound_of_another_kind_is_still_about_the_same_side() -> None:
    exact = {"pixels": {"min_width": 200, "max_width": 200, "clause": "sp1:p"}}
    school = school_of_today(mlegitymacja={"photo": exact})
    facts = GOOD_PHOTO.model_copy(update={"width": 300})
    outcome = mlegitymacja.issue(case(photo=facts), school, on=TODAY, attested=seen(TODAY))
    assert conflicts(outcome) == [("photo.width_exactly", "sp1:p", "notice:sio-photo")]


@pytest.mark.parametrize(
    ("until", "told"), [(date(2026, 9, 30), []), (date(2027, 9, 30), [date(2027, 9, 30)])]
)
def test_two_bounds_that_end_on_one_day_do_not_differ(until: date, told: list[date]) -> None:
    school = school_of_today(mlegitymacja={"validity": [{"by": "september_30", "clause": "sp1:v"}]})
    card = PhysicalId(number="7", form="id1", issued=date(2024, 9, 2), valid_until=until)
    outcome = mlegitymacja.issue(case(prior_id=card), school, on=TODAY, attested=seen(TODAY))
    ends = [found.conflict.measured for found in outcome.conflicts if found.conflict]
    assert ends == [day.isoformat() for day in told]


def test_what_lives_on_by_a_text_that_has_ended_still_meets_the_law() -> None:
    rows = [
        {
            "ground": "school_changed",
            "applicants": [{"who": "parent", "clause": "sp1:2"}],
            "clause": "sp1:2",
        }
    ]
    ended = InForce(since=date(2019, 9, 1), until=date(2025, 9, 30), clause="sp1:1")
    school = Regulation(
        slug="sp1", school="SP 1", in_force=ended, mlegitymacja={"revocation": rows}
    )
    phone = next(document for machine, document, _ in _contrary_commands() if machine is PHONE)
    phone = mlegitymacja.replay([phone.issued.model_copy(update={"on": date(2025, 9, 20)})])
    for on in (date(2025, 9, 25), date(2025, 10, 5)):
        command = mlegitymacja.Revoke(on=on, ground="school_changed")
        own, lawful = (
            mlegitymacja.decide(phone, command, school, policy=policy)
            for policy in ("school", "law")
        )
        assert isinstance(own, Refused)
        assert isinstance(lawful, Accepted)
        assert own.conflicts


def test_a_window_of_codes_that_are_made_later_is_told_then() -> None:
    rules = {"codes": {"days": 30, "renewable": True, "clause": "sp1:2"}}
    school = school_of_today(mlegitymacja=rules)
    made = mlegitymacja.issue(case(), school, on=TODAY, attested=seen(TODAY))
    assert isinstance(made, Accepted)
    command = mlegitymacja.GenerateCodes(on=TODAY, codes=codes(1))
    outcome = mlegitymacja.decide(made.document, command, school)
    assert conflicts(outcome) == [("codes.until", "sp1:2", "notice:sio-print-codes")]


def test_what_is_to_be_paid_follows_the_policy() -> None:
    school = school_of_today(id_duplicate={"fees": FIFTEEN})
    own, lawful = (
        payments.instruction(school, "id_duplicate", ANNA, on=TODAY, policy=policy)
        for policy in ("school", "law")
    )
    assert (own.amount, lawful.amount) == (Decimal("15.00"), Decimal("9.00"))
