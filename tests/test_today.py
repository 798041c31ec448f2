"""The mLegitymacja since 17 September 2025: opt-out, codes that are renewed, several devices."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import Accepted, Refused, Status, Undecided, mlegitymacja, variants
from legitymacja_rules.acts import Corrected
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.citations import citation
from legitymacja_rules.errors import LoadError, WrongArgument
from legitymacja_rules.facts import Code, PhysicalId
from legitymacja_rules.findings import Finding
from legitymacja_rules.loading import dump, load
from legitymacja_rules.mlegitymacja import (
    Activate,
    ActivationCodes,
    CodesGenerated,
    ExOfficio,
    GenerateCodes,
    Mlegitymacja,
    Outcome,
    Reissue,
    Revoke,
    State,
    load_command,
    state_on,
)
from legitymacja_rules.regulation import InForce, MlegitymacjaProcedure, Regulation, Rule
from legitymacja_rules.vocabulary import DeviceOwner
from samples import ANNA, DAY, HANDED_IN, application, attest, facts, issued_mlegitymacja, named
from today import (
    BARE,
    CARD,
    PICTURE,
    SIO,
    TODAY,
    activate,
    case,
    codes,
    generate,
    issue,
    issued,
    on_devices,
    seen,
    with_codes,
)

OPT_OUT = "act:system-oswiaty:art.11.1d"
ADULT = ANNA.model_copy(update={"adult_since": date(2024, 1, 1)})


def why(outcome: Outcome) -> list[tuple[str, str]]:
    """What is not met, with its clause."""
    return [(found.code, found.clause) for found in outcome.reasons]


def only(outcome: Outcome, code: str) -> Finding:
    (finding,) = named(outcome.findings, code)
    return finding


# --- who gets one ---------------------------------------------------------------------------------


@pytest.mark.parametrize("on", [SIO, SIO + timedelta(days=1), TODAY, date(2026, 9, 30)])
def test_a_minor_whose_parents_did_not_object_gets_one_without_application(on: date) -> None:
    outcome = issue(on=on)
    assert isinstance(outcome, Accepted)
    consent = only(outcome, "mlegitymacja.consent")
    assert (consent.clause, consent.measured, consent.limit) == (OPT_OUT, "minor", "opt_out")
    assert consent.notes == ("law_answers",)
    assert only(outcome, "law.answers").clause == OPT_OUT
    issue_ = outcome.document.issued
    assert (issue_.codes, issue_.codes_until, issue_.renewable) == (None, None, True)
    assert (issue_.valid_until, issue_.school) == (date(2026, 9, 30), "sp1")


@pytest.mark.parametrize(
    ("objected", "accepted"),
    [
        (None, True),
        (TODAY - timedelta(days=1), False),
        (TODAY, False),
        (TODAY + timedelta(days=1), True),
    ],
)
def test_an_objection_of_the_parents_counts_from_its_day(
    objected: date | None, *, accepted: bool
) -> None:
    outcome = issue(objected=objected)
    assert isinstance(outcome, Accepted if accepted else Refused)
    assert why(outcome) == ([] if accepted else [("mlegitymacja.consent", OPT_OUT)])


def test_against_an_adult_pupil_parents_cannot_object() -> None:
    assert isinstance(issue(pupil=ADULT, objected=TODAY), Accepted)


@pytest.mark.parametrize(
    ("applicant", "pupil", "status"),
    [
        ("parent", ANNA, Status.MET),
        ("guardian", ANNA, Status.MET),
        ("foster_carer", ANNA, Status.MET),
        ("pupil", ANNA, Status.NEEDS_REVIEW),
        ("pupil", ADULT, Status.MET),
    ],
)
def test_an_application_that_nobody_needs_says_that_the_parents_do_not_object(
    applicant: str, pupil: Any, status: Status
) -> None:
    asked = application(
        "balin", received=TODAY, applicant=applicant, pupil=pupil, prior_id=CARD, photo=PICTURE
    )
    outcome = mlegitymacja.issue(asked, BARE, on=TODAY, attested=seen(TODAY))
    assert only(outcome, "mlegitymacja.consent").status is status


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (date(2024, 3, 7), Status.BREACHED),
        (date(2024, 3, 8), Status.MET),
        (date(2024, 3, 9), Status.MET),
    ],
)
def test_before_8_march_2024_the_law_wanted_an_application(on: date, status: Status) -> None:
    card = CARD.model_copy(update={"issued": date(2023, 9, 1)})
    consent = only(issue(on=on, prior_id=card), "mlegitymacja.consent")
    assert consent.status is status


def test_between_two_models_the_law_knows_too_little_to_decide() -> None:
    outcome = issue(on=date(2025, 9, 16))
    assert isinstance(outcome, Undecided)
    assert why(outcome) == [("codes.window", "I-silence"), ("id.issued", "I-silence")]


def test_before_its_tables_the_law_says_nothing_at_all() -> None:
    outcome = issue(on=date(2019, 8, 31), prior_id=None)
    assert isinstance(outcome, Undecided)
    assert why(outcome) == [("regulation.procedure", "I-silence")]


@pytest.mark.parametrize(
    ("changes", "code", "clause"),
    [
        (
            {"pupil": ANNA.model_copy(update={"pesel": None})},
            "pesel.granted",
            "notice:pesel-needed",
        ),
        ({"prior_id": None}, "id.issued", "notice:sio-card-and-mlegitymacja"),
        (
            {"prior_id": CARD.model_copy(update={"kind": "preschool"})},
            "id.issued",
            "notice:sio-card-and-mlegitymacja",
        ),
        (
            {"prior_id": CARD.model_copy(update={"valid_until": TODAY - timedelta(days=1)})},
            "id.valid",
            "notice:sio-card-and-mlegitymacja",
        ),
        (
            {"prior_id": CARD.model_copy(update={"form": "paper"})},
            "id.form",
            "act:druki-2023:§74",
        ),
        ({"photo": None}, "photo.present", "notice:sio-photo"),
    ],
)
def test_what_the_law_asks_and_is_missing_refuses(
    changes: dict[str, Any], code: str, clause: str
) -> None:
    outcome = issue(**changes)
    assert isinstance(outcome, Refused)
    assert (code, clause) in why(outcome)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"width": 245}, Status.BREACHED),
        ({"width": 246}, Status.MET),
        ({"width": 247}, Status.MET),
        ({"height": 303}, Status.BREACHED),
        ({"height": 304}, Status.MET),
        ({"size": 2_499_999}, Status.MET),
        ({"size": 2_500_000}, Status.MET),
        ({"size": 2_500_001}, Status.NEEDS_REVIEW),
        ({"size": 5 * 2**19}, Status.NEEDS_REVIEW),
        ({"size": 5 * 2**19 + 1}, Status.BREACHED),
        ({"format": "PNG"}, Status.BREACHED),
    ],
)
def test_the_system_s_floor_for_a_photo(changes: dict[str, Any], status: Status) -> None:
    outcome = issue(photo=PICTURE.model_copy(update=changes))
    code = f"photo.{next(iter(changes))}"
    assert only(outcome, code).status is status
    assert only(outcome, code).notes[-2:] == ("law_answers", "law_probable")


def test_a_background_is_for_a_human() -> None:
    outcome = mlegitymacja.issue(case(), BARE, on=TODAY)
    assert isinstance(outcome, Undecided)
    assert why(outcome) == [("photo.background", "notice:sio-photo")]


EARLY = Regulation(
    slug="sp1",
    school="SP 1",
    in_force=InForce(since=date(2018, 9, 1), clause="sp1:1"),
    mlegitymacja=MlegitymacjaProcedure(pesel=Rule(clause="sp1:2")),
)
"""A text that is older than the law's tables and says next to nothing."""


def test_a_text_from_before_the_tables_is_asked_alone_and_the_head_decides_the_rest() -> None:
    on = date(2019, 6, 3)
    card = CARD.model_copy(update={"issued": date(2018, 9, 3), "valid_until": date(2019, 9, 30)})
    given = codes(1, on=on)
    call: dict[str, Any] = {"on": on, "codes": given}
    open_ = mlegitymacja.issue(case(prior_id=card), EARLY, **call)
    assert why(open_) == [
        ("codes.window", "I-silence"),
        ("mlegitymacja.consent", "I-silence"),
        ("id.issued", "I-silence"),
    ]
    asked = application("balin", received=on, prior_id=card)
    assert "mlegitymacja.consent" not in {
        found.code for found in mlegitymacja.issue(asked, EARLY, **call).findings
    }
    words = attest(open_.findings, on=on)
    made = mlegitymacja.issue(case(prior_id=card), EARLY, **call, attested=words)
    assert isinstance(made, Accepted)
    assert (made.document.issued.codes_until, made.document.issued.renewable) == (None, False)
    used = Activate(on=on, device="a", system="ios", qr=given.qr, code=given.code)
    assert why(mlegitymacja.decide(made.document, used, EARLY)) == [("codes.window", "I-silence")]
    unknown = made.document.issued.model_copy(update={"codes": None})
    bare = Mlegitymacja(history=(unknown,))
    offered = mlegitymacja.available(bare, EARLY, on=on)
    assert [found.clause for found in offered["activate"]] == ["I-silence"]
    more = GenerateCodes(on=on, codes=codes(2, on=on))
    asked_for_more = mlegitymacja.decide(made.document, more, EARLY)
    assert isinstance(asked_for_more, Undecided)
    assert why(asked_for_more) == [("codes.renewable", "I-lapse")]


# --- codes ----------------------------------------------------------------------------------------


def test_codes_may_be_generated_again_and_again_and_none_lapses_the_document() -> None:
    document = issued()
    assert state_on(document, date(2026, 9, 30)) is State.ISSUED
    document = with_codes(document, codes(1))
    document = with_codes(document, codes(2, on=TODAY + timedelta(days=60)))
    assert [act.until for act in document.all_of(CodesGenerated)] == [
        TODAY + timedelta(days=7),
        TODAY + timedelta(days=67),
    ]
    assert state_on(document, TODAY + timedelta(days=100)) is State.ISSUED
    assert mlegitymacja.replay(document.history) == document


def test_without_codes_nothing_is_activated_and_the_finding_says_what_to_do() -> None:
    outcome = activate(issued())
    assert isinstance(outcome, Refused)
    assert why(outcome) == [
        ("codes.given", "notice:sio-print-codes"),
        ("codes.match", "invariant:own-codes"),
    ]
    assert "Generate codes." in outcome.explain("en")
    offered = mlegitymacja.available(issued(), BARE, on=TODAY)
    assert [found.code for found in offered["activate"]] == ["codes.given"]
    assert offered["generate_codes"] == ()


@pytest.mark.parametrize(
    ("days", "accepted"), [(0, True), (6, True), (7, True), (8, False), (30, False)]
)
def test_a_code_that_the_school_prints_works_for_seven_days(days: int, *, accepted: bool) -> None:
    document = with_codes(issued(), codes(1, way="print"))
    outcome = activate(document, on=TODAY + timedelta(days=days))
    assert isinstance(outcome, Accepted if accepted else Refused)
    assert why(outcome) == ([] if accepted else [("codes.window", "notice:sio-print-codes")])


@pytest.mark.parametrize("way", [None, "email", "e_register"])
def test_of_codes_that_come_otherwise_no_window_is_known(way: Any) -> None:
    asked = generate(issued(), codes(1, way=way))
    assert isinstance(asked, Undecided)
    assert why(asked) == [("codes.until", "I-silence")]
    word = Attestation(condition="codes.until", role="head", on=TODAY)
    command = GenerateCodes(on=TODAY, codes=codes(1, way=way), attested=(word,))
    made = mlegitymacja.decide(issued(), command, BARE)
    assert isinstance(made, Accepted)
    assert made.document.code_sets[1].until is None
    assert why(activate(made.document)) == [("codes.window", "I-silence")]
    at_the_issue = mlegitymacja.issue(
        case(), BARE, on=TODAY, codes=codes(1, way=way), attested=seen(TODAY)
    )
    assert why(at_the_issue) == [("codes.until", "I-silence")]


@pytest.mark.parametrize(
    ("generated", "used", "outcome"),
    [
        ("10:00:00+01:00", "10:00:00+01:00", Accepted),
        ("10:00:00.5+01:00", "10:10:01.4+01:00", Accepted),
        ("10:00:00.5+01:00", "10:10:01.5+01:00", Refused),
        ("10:00:00+01:00", "10:09:59+01:00", Accepted),
        ("10:00:00+01:00", "10:10:00+01:00", Accepted),
        ("10:00:00+01:00", "10:10:01+01:00", Refused),
        ("10:00:00+01:00", "09:59:59+01:00", Refused),
        ("10:00:00", "10:10:00", Accepted),
        ("10:00:00", "10:10:01", Refused),
        ("10:00:00", "09:10:00Z", Accepted),
        ("10:00:00", "09:10:01Z", Refused),
        ("02:55:00+02:00", "02:05:00+01:00", Accepted),
        ("02:55:00+02:00", "02:05:01+01:00", Refused),
        ("02:55:00+02:00", "03:05:00+01:00", Refused),
        ("02:05:00", "02:10:00", Undecided),
        ("02:05:00+02:00", "02:10:00", Undecided),
        ("02:55:00", "03:00:00", Undecided),
        ("01:55:00", "02:05:00", Undecided),
        ("01:55:00", "02:05:01", Refused),
        ("01:49:00", "01:59:00", Accepted),
        ("03:00:00", "03:10:00", Accepted),
    ],
)
def test_a_code_of_the_platform_works_for_ten_minutes(
    generated: str, used: str, outcome: type[Outcome]
) -> None:
    given = codes(1, way="platform", at=f"2025-10-26T{generated}")
    found = activate(with_codes(issued(), given), at=f"2025-10-26T{used}")
    assert isinstance(found, outcome)
    minutes = only(found, "codes.minutes")
    assert (minutes.clause, minutes.limit) == ("notice:sio-platform-codes", "10:00")
    if isinstance(found, Undecided):
        assert (minutes.notes[0], minutes.who) == ("hour_repeats", "office")


@pytest.mark.parametrize(
    ("generated", "used"),
    [(None, "2025-10-26T10:05:00"), ("2025-10-26T10:00:00", None), (None, None)],
)
def test_a_window_of_minutes_without_a_time_is_for_the_office(
    generated: str | None, used: str | None
) -> None:
    given = codes(1, way="platform", at=generated)
    found = activate(with_codes(issued(), given), at=used)
    assert isinstance(found, Undecided)
    assert only(found, "codes.minutes").notes[0] == "time_not_given"
    word = Attestation(condition="codes.minutes", role="office", on=TODAY)
    again = activate(with_codes(issued(), given), at=used, attested=(word,))
    assert isinstance(again, Accepted)


@pytest.mark.parametrize(
    ("used", "on", "accepted"),
    [
        ("2025-10-26T23:59:59", date(2025, 10, 26), True),
        ("2025-10-27T00:05:00", date(2025, 10, 27), True),
        ("2025-10-27T00:05:01", date(2025, 10, 27), False),
        ("2025-10-26T23:05:00Z", date(2025, 10, 27), True),
    ],
)
def test_ten_minutes_may_end_after_midnight(used: str, on: date, *, accepted: bool) -> None:
    for at in ("2025-10-26T23:55:00", "2025-10-26T22:55:00Z", "2025-10-26T23:55:00+01:00"):
        given = codes(1, way="platform", at=at)
        found = activate(with_codes(issued(), given), on=on, at=used)
        assert isinstance(found, Accepted if accepted else Refused)


def test_an_expired_code_of_the_platform_is_followed_by_a_new_one() -> None:
    late = codes(1, way="platform", at="2025-10-26T10:00:00")
    again = codes(2, way="platform", at="2025-10-26T12:00:00")
    document = with_codes(with_codes(issued(), late), again)
    assert isinstance(activate(document, 1, at="2025-10-26T12:05:00"), Refused)
    used = activate(document, 2, at="2025-10-26T12:05:00")
    assert isinstance(used, Accepted)
    assert [event.event for event in used.events] == ["activated"]
    assert used.document.codes_used == {2}


def test_a_code_works_once() -> None:
    document = with_codes(issued(), codes(1))
    first = activate(document, device="a")
    assert isinstance(first, Accepted)
    second = activate(first.document, device="b", owner="parent")
    assert isinstance(second, Refused)
    assert why(second) == [("codes.one_time", "notice:sio-devices")]
    both = with_codes(first.document, codes(2))
    assert why(activate(both, 1, device="b", owner="parent")) == [
        ("codes.one_time", "notice:sio-devices")
    ]
    assert isinstance(activate(both, 2, device="b", owner="parent"), Accepted)


def test_an_older_code_is_judged_by_its_own_window() -> None:
    later = TODAY + timedelta(days=8)
    document = with_codes(with_codes(issued(), codes(1)), codes(2, on=later))
    assert why(activate(document, 1, on=later)) == [("codes.window", "notice:sio-print-codes")]
    assert isinstance(activate(document, 2, on=later), Accepted)


def test_new_codes_are_new_and_of_the_day() -> None:
    document = with_codes(issued(), codes(1))
    same = generate(document, codes(1))
    assert why(same) == [("codes.fresh", "invariant:own-codes")]
    swapped = generate(document, codes(2, qr=Code("C1")))
    assert why(swapped) == [("codes.fresh", "invariant:own-codes")]
    late = generate(document, codes(2), on=TODAY + timedelta(days=1))
    assert why(late) == [("codes.generated", "invariant:day-order")]


@pytest.mark.parametrize(
    ("school", "status", "clause"),
    [
        ("grojec", Status.BREACHED, "grojec:§7.9"),
        ("leczna", Status.NOT_COVERED, "I-lapse"),
        ("ostroleka", Status.NOT_COVERED, "I-lapse"),
    ],
)
def test_under_the_old_model_no_codes_are_generated_anew(
    school: str, status: Status, clause: str
) -> None:
    document = issued_mlegitymacja(school)
    command = GenerateCodes(on=DAY, codes=codes(9, on=DAY))
    found = only(mlegitymacja.decide(document, command, variants.get(school)), "codes.renewable")
    assert (found.status, found.clause) == (status, clause)


# --- devices --------------------------------------------------------------------------------------

P: DeviceOwner = "pupil"
R: DeviceOwner = "parent"


@pytest.mark.parametrize(
    ("owners", "outcome", "reasons"),
    [
        ((P,), Accepted, []),
        ((R, R, R, R), Accepted, []),
        ((P, R, R, R, R), Accepted, []),
        ((R, R, R, R, P), Accepted, []),
        ((R, R, R, R, R), Undecided, ["devices.share"]),
        ((P, P), Undecided, ["devices.share"]),
        ((P, R, R, R, R, R), Refused, ["devices.limit"]),
        ((P, R, R, R, R, P), Refused, ["devices.limit"]),
    ],
)
def test_one_device_of_the_pupil_and_four_of_the_parents(
    owners: tuple[DeviceOwner, ...], outcome: type[Outcome], reasons: list[str]
) -> None:
    found = on_devices(*owners)
    assert isinstance(found, outcome)
    assert [reason.code for reason in found.reasons] == reasons
    assert {reason.clause for reason in found.reasons} <= {"notice:sio-devices"}
    if reasons == ["devices.share"]:
        (share,) = found.reasons
        assert (share.status, share.who) == (Status.NOT_COVERED, "head")
        assert "I-five-devices" in share.also


@given(st.lists(st.sampled_from([P, R]), min_size=1, max_size=7))
def test_no_more_than_five_devices_whosever_they_are(owners: list[DeviceOwner]) -> None:
    found = on_devices(*owners)
    if isinstance(found, Accepted):
        used = [activation.owner for activation in found.document.activations]
        assert len(used) <= 5
        assert used.count(P) <= 1
        assert used.count(R) <= 4


def test_the_same_device_counts_once() -> None:
    document = with_codes(issued(), codes(1))
    first = activate(document, device="a")
    assert isinstance(first, Accepted)
    again = activate(with_codes(first.document, codes(2)), 2, device="a")
    assert isinstance(again, Accepted)
    assert only(again, "devices.limit").measured == 1


def test_where_the_shares_are_settled_more_than_one_is_refused() -> None:
    school = BARE.model_copy(
        update={
            "in_force": variants.get("leczna").in_force,
            "mlegitymacja": MlegitymacjaProcedure.model_validate(
                {"devices": {"limit": 3, "of_pupil": 1, "clause": "sp1:1"}}
            ),
        }
    )
    document = with_codes(with_codes(issued(), codes(1)), codes(2))
    first = activate(document, 1, device="a")
    assert isinstance(first, Accepted)
    command = Activate(
        on=TODAY, device="b", system="ios", qr=Code("Q2"), code=Code("C2"), owner="pupil"
    )
    found = mlegitymacja.decide(first.document, command, school)
    assert isinstance(found, Refused)
    assert why(found) == [("devices.share", "sp1:1")]
    parent = command.model_copy(update={"owner": "parent"})
    assert isinstance(mlegitymacja.decide(first.document, parent, school), Accepted)


# --- its end, and another in its place ------------------------------------------------------------


def test_it_is_revoked_with_its_card() -> None:
    command = Revoke(on=TODAY, ground="id_validity_lost")
    outcome = mlegitymacja.decide(issued(), command, BARE)
    assert isinstance(outcome, Accepted)
    assert outcome.document.revoked is not None
    assert outcome.document.revoked.clause == "notice:sio-revocation-reasons"
    other = Revoke(on=TODAY, ground="on_request", applicant="parent")
    assert isinstance(mlegitymacja.decide(issued(), other, BARE), Undecided)


def test_a_new_card_brings_a_new_one_without_application() -> None:
    card = PhysicalId(number="8", form="id1", issued=TODAY, valid_until=date(2027, 9, 30))
    command = Reissue(
        on=TODAY, ground="new_card", application=case(prior_id=card), attested=seen(TODAY)
    )
    outcome = mlegitymacja.decide(issued(), command, BARE)
    assert isinstance(outcome, Accepted)
    assert outcome.successor is not None
    assert outcome.successor.document.issued.id_number == "8"
    assert state_on(outcome.document, TODAY) is State.REISSUED
    assert only(outcome, "reissue.ground").notes == ("law_answers", "law_probable")


def test_what_was_issued_by_the_last_day_of_a_school_s_text_lives_on_by_it() -> None:
    leczna = variants.get("leczna")
    day = date(2025, 9, 10)
    lodged = application("leczna", received=day, prior_id=CARD)
    given = codes(1, on=day)
    outcome = mlegitymacja.issue(lodged, leczna, on=day, codes=given)
    assert isinstance(outcome, Accepted)
    command = Activate(
        on=date(2025, 10, 1),
        device="a",
        system="android",
        qr=given.qr,
        code=given.code,
        steps=("get_app", "accept_terms", "start"),
    )
    activated = mlegitymacja.decide(outcome.document, command, leczna)
    assert isinstance(activated, Accepted)
    assert only(activated, "codes.window").clause == "leczna:VI.5"


def test_what_is_issued_after_it_is_not_governed_by_it() -> None:
    leczna = variants.get("leczna")
    outcome = mlegitymacja.issue(case(), leczna, on=TODAY, attested=seen(TODAY))
    assert isinstance(outcome, Accepted)
    document = outcome.document
    offered = mlegitymacja.available(document, leczna, on=TODAY)
    assert [found.clause for found in offered["activate"]] == ["notice:sio-print-codes"]
    ground = Revoke(on=TODAY, ground="other_loss", applicant="parent")
    found = only(mlegitymacja.decide(document, ground, leczna), "revoke.ground")
    assert found.status is Status.NOT_COVERED


@pytest.mark.parametrize(
    ("on", "clause"),
    [
        (date(2021, 5, 10), "act:druki-2019:§26"),
        (date(2024, 5, 10), "I-reissue"),
    ],
)
def test_sp6_after_a_lost_phone_is_answered_by_the_law_of_the_day(on: date, clause: str) -> None:
    sp6, before = variants.get("sp6"), on - timedelta(days=30)
    card = PhysicalId(
        number="1",
        form="paper",
        issued=date(2019, 9, 2),
        valid_until=date(on.year, 9, 30),
    )
    lodged = application(
        "sp6", received=before, prior_id=card, photo=facts(size=1000), handed_in=HANDED_IN["sp6"]
    )
    words = (Attestation(condition="photo.current", role="office", on=before),)
    made = mlegitymacja.issue(lodged, sp6, on=before, codes=codes(1, on=before), attested=words)
    assert isinstance(made, Accepted), made.explain("en", reasons_only=True)
    lost = Revoke(on=on, ground="device_lost_or_damaged", applicant="parent")
    gone = mlegitymacja.decide(made.document, lost, sp6)
    assert isinstance(gone, Accepted)
    again = Reissue(
        on=on,
        ground="after_revocation",
        application=lodged.model_copy(update={"received": on}),
        codes=codes(2, on=on),
        attested=words,
    )
    outcome = mlegitymacja.decide(gone.document, again, sp6)
    ground = only(outcome, "reissue.ground")
    assert ground.clause == clause
    known = clause.startswith("act:")
    assert isinstance(outcome, Accepted if known else Undecided)
    assert ("law_answers" in ground.notes) is known
    assert ground.status is (Status.MET if known else Status.NOT_COVERED)


# --- data from outside ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        GenerateCodes(on=TODAY, codes=codes(1, way="platform", at="2025-10-26T10:00:00+01:00")),
        Reissue(on=TODAY, ground="new_card", application=case()),
        Reissue(on=TODAY, ground="new_card", application=application("balin"), codes=codes(1)),
        Activate(
            on=TODAY,
            device="a",
            system="ios",
            qr=Code("Q"),
            code=Code("C"),
            owner="parent",
            at="2025-10-26T10:00:00",
        ),
    ],
    ids=lambda command: command.kind,
)
def test_commands_of_the_new_model_survive_json(command: Any) -> None:
    assert load_command(dump(command)) == command


def test_a_document_with_new_codes_survives_json() -> None:
    document = with_codes(issued(), codes(1, way="platform", at="2025-10-26T10:00:00+01:00"))
    outcome = activate(document, at="2025-10-26T10:01:00+01:00", owner="parent")
    assert isinstance(outcome, Accepted)
    assert load(Mlegitymacja, dump(outcome.document)) == outcome.document


def test_an_event_of_an_earlier_version_still_loads() -> None:
    """Stored before codes could be renewed: none of the fields that came later."""
    old = {
        "event": "issued",
        "on": "2024-10-01",
        "school": "leczna",
        "pupil": {"first_names": "Anna", "last_name": "K", "born": "2014-03-05"},
        "id_number": "1",
        "id_valid_until": "2025-09-30",
        "codes": {"generated": "2024-10-01", "qr": "Q", "code": "C"},
        "codes_until": "2024-10-31",
        "valid_until": "2025-09-30",
    }
    document = load(Mlegitymacja, {"history": [old]})
    assert document.issued.renewable is False
    assert state_on(document, date(2024, 10, 31)) is State.ISSUED
    assert state_on(document, date(2024, 11, 1)) is State.LAPSED


@pytest.mark.parametrize(
    ("kind", "data", "fault"),
    [
        (
            ActivationCodes,
            {"generated": "2025-10-26", "qr": "Q", "code": "C", "at": "2025-10-27T00:00:00"},
            ("", "other_day"),
        ),
        (
            ActivationCodes,
            {"generated": "2025-10-26", "qr": "Q", "code": "C", "at": "2025-10-26T23:00:00Z"},
            ("", "other_day"),
        ),
        (ActivationCodes, {"generated": "2025-10-26", "qr": "Q", "code": "C", "way": "post"}, None),
        (ExOfficio, {"pupil": {"first_names": "A", "last_name": "B", "born": "x"}}, None),
    ],
)
def test_an_instant_lies_on_its_day_by_a_polish_calendar(
    kind: type[Any], data: dict[str, object], fault: tuple[str, str] | None
) -> None:
    with pytest.raises(LoadError) as refusal:
        load(kind, data)
    assert fault is None or refusal.value.faults == (fault,)


def test_an_issue_asks_for_an_application_or_a_case() -> None:
    with pytest.raises(WrongArgument, match="application"):
        mlegitymacja.issue({"pupil": ANNA}, BARE, on=TODAY)  # type: ignore[arg-type]  # the fault
    with pytest.raises(WrongArgument, match="codes"):
        mlegitymacja.issue(case(), BARE, on=TODAY, codes="Q1")  # type: ignore[arg-type]  # likewise


def test_no_answer_of_today_cites_a_school() -> None:
    for slug in variants.names():
        outcome = issue(school=variants.get(slug))
        assert isinstance(outcome, Accepted)
        assert "school" not in {citation(found.clause).kind for found in outcome.findings}


# --- taken over, corrected --------------------------------------------------------------------------


def test_what_was_taken_back_with_its_issue_is_not_taken_over() -> None:
    life = [*issued().history, Corrected(on=TODAY, act="issued", done=TODAY)]
    words = (Attestation(condition="takeover.facts", role="office", on=TODAY),)
    outcome = mlegitymacja.take_over(life, BARE, on=TODAY, attested=words)
    assert isinstance(outcome, Refused)
    assert [found.code for found in outcome.reasons] == ["takeover.acts"]
    whole = mlegitymacja.take_over(life[:1], BARE, on=TODAY, attested=words)
    assert isinstance(whole, Accepted)


def test_codes_that_were_generated_by_mistake_are_taken_back() -> None:
    document = with_codes(issued(), codes(1))
    undo = mlegitymacja.Correct(on=TODAY, act="codes_generated", done=TODAY)
    outcome = mlegitymacja.decide(document, undo, BARE)
    assert isinstance(outcome, Accepted)
    assert [found.code for found in activate(outcome.document).reasons] == [
        "codes.given",
        "codes.match",
    ]


def test_under_a_text_that_renews_no_codes_they_are_given_at_the_issue() -> None:
    asked = application("leczna")
    outcome = mlegitymacja.issue(asked, variants.get("leczna"), on=DAY)
    assert isinstance(outcome, Refused)
    assert why(outcome) == [("codes.given", "leczna:VI.5")]


@pytest.mark.parametrize(("owner", "outcome"), [("pupil", Accepted), ("parent", Undecided)])
def test_a_device_counts_for_whom_it_is_activated_now(owner: Any, outcome: type[Outcome]) -> None:
    document = on_devices(R, R, R, R, P)
    assert isinstance(document, Accepted)
    again = with_codes(document.document, codes(9))
    found = activate(again, 9, device="phone-4", owner=owner)
    assert isinstance(found, outcome)


@pytest.mark.parametrize(
    ("issued_on", "clause"),
    [(date(2020, 10, 1), "act:druki-2019:§26"), (date(2024, 10, 1), "leczna:VII.2")],
)
def test_a_text_decides_of_no_day_before_its_first(issued_on: date, clause: str) -> None:
    old = issued().issued.model_copy(
        update={"on": issued_on, "school": "leczna", "codes_until": issued_on, "renewable": False}
    )
    command = Revoke(
        on=issued_on + timedelta(days=60), ground="device_lost_or_damaged", applicant="parent"
    )
    found = mlegitymacja.decide(Mlegitymacja(history=(old,)), command, variants.get("leczna"))
    assert only(found, "revoke.ground").clause == clause
