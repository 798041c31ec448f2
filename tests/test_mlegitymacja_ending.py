"""How an mLegitymacja ends: revoked, issued again, and nothing after that."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from legitymacja_rules import Accepted, Refused, Status, Undecided, mlegitymacja, variants
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.facts import Code, Pupil
from legitymacja_rules.mlegitymacja import (
    ActivationCodes,
    Mlegitymacja,
    Outcome,
    Reissue,
    Revoke,
    state_on,
)
from samples import ANNA, CODES, DAY, ID_CARD, SCHOOLS, activate, application, attest, named, retold

clause = pytest.mark.clause

NEW_CODES = ActivationCodes(generated=date(2024, 11, 5), qr=Code("QR-2"), code=Code("CODE-2"))
LATER = date(2024, 11, 5)


def issued(school: str, pupil: Pupil = ANNA, **changes: Any) -> Mlegitymacja:
    who = "pupil" if (school, pupil.age_on(DAY)) == ("ostroleka", "adult") else "parent"
    call: dict[str, Any] = {
        "application": application(school, pupil=pupil, applicant=who, **changes),
        "school": variants.get(school),
        "on": DAY,
        "codes": CODES,
    }
    outcome = mlegitymacja.issue(**call, attested=attest(mlegitymacja.issue(**call).findings))
    assert isinstance(outcome, Accepted), outcome.reasons
    return outcome.document


def revoke(document: Mlegitymacja, ground: str, **changes: Any) -> Outcome:
    before = document.model_dump_json()
    command = Revoke(**{"on": DAY, "ground": ground, **changes})
    outcome = mlegitymacja.decide(document, command, variants.get(document.school))
    assert document.model_dump_json() == before
    return outcome


def revoked(school: str, ground: str = "school_changed", **changes: Any) -> Mlegitymacja:
    first = revoke(issued(school), ground, **changes)
    outcome = revoke(issued(school), ground, attested=attest(first.findings), **changes)
    assert isinstance(outcome, Accepted), outcome.reasons
    return outcome.document


def reissue(
    document: Mlegitymacja, ground: str, *, basis: str | None = None, **changes: Any
) -> Outcome:
    """Asked with everything else attested, so that only the ground is in question."""
    school = document.school
    on = changes.pop("on", LATER)
    attested = changes.pop("attested", None)

    def ask(words: tuple[Attestation, ...]) -> Outcome:
        command = Reissue.model_validate(
            {
                "on": on,
                "ground": ground,
                "basis": basis,
                "application": application(school, received=on, **changes),
                "codes": NEW_CODES.model_copy(update={"generated": on}),
                "attested": words,
            }
        )
        return mlegitymacja.decide(document, command, variants.get(school))

    if attested is not None:
        return ask(attested)
    own = {"reissue.ground", "ground.basis"}
    return ask(attest((f for f in ask(()).findings if f.code not in own), on=on))


def why(outcome: Outcome) -> list[tuple[str, str]]:
    return [(f.code, f.clause) for f in outcome.reasons]


# --- grounds for revoking -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "ground", "where"),
    [
        pytest.param("balin", "id_validity_lost", "balin:revoke.1", marks=clause("balin:revoke.1")),
        pytest.param("balin", "school_completed", "balin:revoke.3", marks=clause("balin:revoke.3")),
        pytest.param("balin", "school_changed", "balin:revoke.3", marks=clause("balin:revoke.3")),
        pytest.param("sp6", "id_validity_lost", "sp6:revoke.1", marks=clause("sp6:revoke.1")),
        pytest.param("sp6", "school_completed", "sp6:revoke.3", marks=clause("sp6:revoke.3")),
        pytest.param("sp6", "school_changed", "sp6:revoke.3", marks=clause("sp6:revoke.3")),
        pytest.param("grojec", "id_validity_lost", "grojec:§7.11c", marks=clause("grojec:§7.11c")),
        pytest.param("grojec", "school_changed", "grojec:§7.11c", marks=clause("grojec:§7.11c")),
        pytest.param("leczna", "id_validity_lost", "leczna:VII.1", marks=clause("leczna:VII.1")),
        pytest.param("leczna", "school_changed", "leczna:VII.1", marks=clause("leczna:VII.1")),
        pytest.param(
            "ostroleka",
            "id_validity_lost",
            "ostroleka:§2.10.3a",
            marks=clause("ostroleka:§2.10.3a"),
        ),
        pytest.param(
            "ostroleka", "school_changed", "ostroleka:§2.10.3b", marks=clause("ostroleka:§2.10.3b")
        ),
    ],
)
def test_ex_officio_nobody_has_to_ask(school: str, ground: str, where: str) -> None:
    outcome = revoke(issued(school), ground)
    assert isinstance(outcome, Accepted)
    event = outcome.document.revoked
    assert event is not None
    assert event.clause == where
    assert state_on(outcome.document, DAY) == "revoked"


@pytest.mark.parametrize(
    ("school", "ground"),
    [
        ("balin", "name_change"),
        ("balin", "other_loss"),
        ("sp6", "on_request"),
        ("sp6", "name_change"),
        ("grojec", "school_completed"),
        ("leczna", "on_request"),
        ("leczna", "name_change"),
        ("leczna", "school_completed"),
        ("ostroleka", "school_completed"),
    ],
)
def test_a_ground_the_text_does_not_list_is_not_covered_nor_borrowed(
    school: str, ground: str
) -> None:
    outcome = revoke(issued(school), ground, applicant="parent", basis="court_ruling")
    assert isinstance(outcome, Undecided)
    (finding,) = outcome.reasons
    assert (finding.code, finding.clause, finding.subject) == ("revoke.ground", "I-silence", ground)


def test_what_is_not_covered_the_head_may_decide_and_the_event_says_so() -> None:
    word = Attestation(condition="revoke.ground", role="head", on=DAY)
    outcome = revoke(issued("leczna"), "school_completed", attested=(word,))
    assert isinstance(outcome, Accepted)
    assert outcome.document.revoked is not None
    assert outcome.document.revoked.clause == "I-silence"
    assert outcome.document.revoked.attested == (word,)
    by_office = Attestation(condition="revoke.ground", role="office", on=DAY)
    assert isinstance(
        revoke(issued("leczna"), "school_completed", attested=(by_office,)), Undecided
    )


ON_APPLICATION = [
    pytest.param(
        "balin", "device_lost_or_damaged", "balin:revoke.2", marks=clause("balin:revoke.2")
    ),
    pytest.param("balin", "on_request", "balin:revoke.4", marks=clause("balin:revoke.4")),
    pytest.param("sp6", "device_lost_or_damaged", "sp6:revoke.2", marks=clause("sp6:revoke.2")),
    pytest.param(
        "grojec", "device_lost_or_damaged", "grojec:§7.11a", marks=clause("grojec:§7.11a")
    ),
    pytest.param("grojec", "on_request", "grojec:§7.11a", marks=clause("grojec:§7.11a")),
    pytest.param(
        "ostroleka",
        "device_lost_or_damaged",
        "ostroleka:§2.10.1",
        marks=clause("ostroleka:§2.10.1"),
    ),
    pytest.param("ostroleka", "on_request", "ostroleka:§2.10.1", marks=clause("ostroleka:§2.10.1")),
]


@pytest.mark.parametrize(("school", "ground", "where"), ON_APPLICATION)
def test_on_application_the_parent_asks_and_nobody_elses_word_will_do(
    school: str, ground: str, where: str
) -> None:
    document = issued(school)
    assert isinstance(revoke(document, ground, applicant="parent"), Accepted)
    for other in (None, "pupil", "graduate"):
        outcome = revoke(document, ground, applicant=other)
        assert isinstance(outcome, Refused)
        assert why(outcome) == [("revoke.applicant", where)]


ADULT = ANNA.model_copy(update={"born": date(2006, 3, 1), "pesel": None})


@clause("ostroleka:form.revoke")
@pytest.mark.parametrize("ground", ["on_request", "device_lost_or_damaged"])
def test_ostroleka_annex_1_lets_an_adult_pupil_ask_and_no_longer_the_parents(ground: str) -> None:
    adult = variants.get("ostroleka")
    document = issued("ostroleka", education_ends=date(2027, 4, 30))
    aged = retold(document, pupil=ADULT)
    outcome = mlegitymacja.decide(aged, Revoke(on=DAY, ground=ground, applicant="pupil"), adult)
    (finding,) = named(outcome.findings, "revoke.applicant")
    assert isinstance(outcome, Accepted)
    assert finding.clause == "ostroleka:form.revoke"
    parents = mlegitymacja.decide(aged, Revoke(on=DAY, ground=ground, applicant="parent"), adult)
    assert isinstance(parents, Refused)


@pytest.mark.parametrize("school", ["balin", "sp6", "grojec"])
def test_an_adult_pupil_whom_the_text_does_not_name_is_left_to_the_school(school: str) -> None:
    document = issued(school)
    aged = retold(document, pupil=ADULT)
    outcome = revoke(aged, "device_lost_or_damaged", applicant="pupil")
    assert isinstance(outcome, Undecided)


@clause("leczna:VII.2")
@pytest.mark.parametrize("ground", ["device_lost_or_damaged", "other_loss"])
def test_leczna_vii_2_the_school_may_revoke_so_its_decision_is_attested(ground: str) -> None:
    document = issued("leczna")
    first = revoke(document, ground, applicant="parent")
    assert isinstance(first, Undecided)
    assert why(first) == [("revoke.decision", "leczna:VII.2")]
    yes = attest(first.findings)
    assert isinstance(revoke(document, ground, applicant="parent", attested=yes), Accepted)
    no = attest(first.findings, holds=False)
    assert isinstance(revoke(document, ground, applicant="parent", attested=no), Refused)
    assert isinstance(revoke(document, ground, attested=yes), Refused)


@pytest.mark.parametrize(
    ("school", "where"),
    [
        pytest.param("grojec", "grojec:§7.11b", marks=clause("grojec:§7.11b")),
        pytest.param(
            "ostroleka",
            "ostroleka:§2.10.2",
            marks=clause("ostroleka:§2.10.2", "ostroleka:§2.11"),
        ),
    ],
)
def test_a_change_of_name_rests_on_a_decision_or_a_ruling(school: str, where: str) -> None:
    document = issued(school)
    for enough in ("administrative_decision", "court_ruling"):
        outcome = revoke(document, "name_change", basis=enough)
        assert isinstance(outcome, Accepted)
        assert outcome.document.revoked is not None
        assert (outcome.document.revoked.clause, outcome.document.revoked.basis) == (where, enough)
    assert why(revoke(document, "name_change")) == [("ground.basis", where)]
    open_ = revoke(document, "name_change", basis="marriage_certificate")
    assert why(open_) == [("ground.basis", "I-name-basis")]
    assert isinstance(open_, Undecided)


@clause("ostroleka:§2.11")
def test_ostroleka_2_11_a_birth_certificate_enters_the_name_but_does_not_revoke() -> None:
    outcome = revoke(issued("ostroleka"), "name_change", basis="birth_certificate")
    assert isinstance(outcome, Refused)
    assert why(outcome) == [("ground.basis", "ostroleka:§2.10.2")]


# --- nothing happens to a revoked one -------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_revoked_one_refuses_and_names_the_clause_that_revoked_it(school: str) -> None:
    document = revoked(school)
    assert document.revoked is not None
    for command in (activate(school), Revoke(on=DAY, ground="school_changed")):
        outcome = mlegitymacja.decide(document, command, variants.get(school))
        assert isinstance(outcome, Refused)
        (finding,) = outcome.reasons
        assert finding.clause == "invariant:nothing-after-revocation"
        assert finding.also == (document.revoked.clause,)


# --- issuing again --------------------------------------------------------------------------------


EXTENDED = ID_CARD.model_copy(update={"valid_until": date(2026, 9, 30)})


@pytest.mark.parametrize(
    ("school", "where"),
    [
        pytest.param("balin", "balin:validity", marks=clause("balin:validity")),
        pytest.param("sp6", "sp6:validity", marks=clause("sp6:validity")),
        pytest.param("grojec", "grojec:§7.12a", marks=clause("grojec:§7.12a", "grojec:§7.13")),
        pytest.param("leczna", "leczna:VIII.1", marks=clause("leczna:VIII.1")),
        pytest.param("ostroleka", "ostroleka:§2.2.1", marks=clause("ostroleka:§2.2.1")),
    ],
)
def test_an_extended_id_leads_to_a_new_one_and_does_not_stretch_the_old(
    school: str, where: str
) -> None:
    document = issued(school)
    outcome = reissue(document, "validity_confirmed", prior_id=EXTENDED)
    assert isinstance(outcome, Accepted)
    assert outcome.document.issued.valid_until == document.issued.valid_until
    assert state_on(outcome.document, LATER) == "reissued"
    assert outcome.document.reissued is not None
    assert outcome.document.reissued.clause == where
    assert outcome.successor is not None
    new = outcome.successor.document
    assert new.issued.codes_until == date(2024, 12, 5)
    assert new.issued.id_valid_until == date(2026, 9, 30)
    assert mlegitymacja.replay(outcome.successor.events) == new
    not_extended = reissue(document, "validity_confirmed")
    assert why(not_extended) == [("reissue.extended", where)]


@pytest.mark.parametrize(
    ("school", "ground", "where"),
    [
        pytest.param("grojec", "errors_found", "grojec:§7.12b", marks=clause("grojec:§7.12b")),
        pytest.param("leczna", "errors_found", "leczna:VIII.2", marks=clause("leczna:VIII.2")),
        pytest.param(
            "ostroleka", "errors_found", "ostroleka:§2.2.2", marks=clause("ostroleka:§2.2.2")
        ),
    ],
)
def test_errors_found_are_a_ground(school: str, ground: str, where: str) -> None:
    outcome = reissue(issued(school), ground)
    assert isinstance(outcome, Accepted)
    assert outcome.document.reissued is not None
    assert outcome.document.reissued.clause == where


@pytest.mark.parametrize(
    ("school", "where"),
    [
        pytest.param("grojec", "grojec:§7.12d", marks=clause("grojec:§7.12d")),
        pytest.param("leczna", "leczna:VIII.4", marks=clause("leczna:VIII.4")),
        pytest.param("ostroleka", "ostroleka:§2.2.3", marks=clause("ostroleka:§2.2.3")),
    ],
)
def test_a_change_of_name_is_a_ground_on_a_decision_or_a_ruling(school: str, where: str) -> None:
    assert isinstance(reissue(issued(school), "name_change", basis="court_ruling"), Accepted)
    assert why(reissue(issued(school), "name_change")) == [("ground.basis", where)]


@pytest.mark.parametrize(
    ("school", "ground", "where"),
    [
        pytest.param(
            "grojec",
            "device_lost_or_damaged",
            "grojec:§7.12c",
            marks=clause("grojec:§7.12c", "grojec:§7.11a"),
        ),
        ("grojec", "on_request", "grojec:§7.12c"),
        pytest.param(
            "leczna",
            "device_lost_or_damaged",
            "leczna:VIII.3",
            marks=clause("leczna:VIII.3", "leczna:VII.2"),
        ),
    ],
)
def test_after_a_revocation_on_request_the_history_is_asked(
    school: str, ground: str, where: str
) -> None:
    lost = revoked(school, ground, applicant="parent")
    outcome = reissue(lost, "after_revocation")
    assert isinstance(outcome, Accepted)
    assert outcome.document.reissued is not None
    assert outcome.document.reissued.clause == where
    ex_officio = reissue(revoked(school, "school_changed"), "after_revocation")
    assert why(ex_officio) == [("reissue.after", where)]
    never = reissue(issued(school), "after_revocation")
    assert why(never) == [("reissue.after", where)]
    again = reissue(outcome.document, "after_revocation")
    assert why(again) == [("document.reissued", "invariant:nothing-after-reissue")]


@pytest.mark.parametrize(
    ("school", "ground"),
    [
        ("balin", "after_revocation"),
        ("balin", "errors_found"),
        ("sp6", "after_revocation"),
        ("sp6", "name_change"),
        ("ostroleka", "after_revocation"),
    ],
)
def test_a_ground_for_issuing_again_that_is_not_listed_is_not_covered(
    school: str, ground: str
) -> None:
    outcome = reissue(issued(school), ground, basis="court_ruling")
    assert isinstance(outcome, Undecided)
    assert why(outcome) == [("reissue.ground", "I-reissue")]


def test_balin_the_law_of_2019_answers_for_a_ground_the_notice_does_not_list() -> None:
    day = date(2021, 5, 10)
    held = ID_CARD.model_copy(update={"issued": date(2020, 9, 1), "valid_until": date(2021, 9, 30)})
    call: dict[str, Any] = {
        "application": application("balin", received=day, prior_id=held),
        "school": variants.get("balin"),
        "on": day,
        "codes": CODES.model_copy(update={"generated": day}),
    }
    words = attest(mlegitymacja.issue(**call).findings, on=day)
    first = mlegitymacja.issue(**call, attested=words)
    assert isinstance(first, Accepted)
    gone = mlegitymacja.decide(
        first.document,
        Revoke(on=day, ground="device_lost_or_damaged", applicant="parent"),
        variants.get("balin"),
    )
    assert isinstance(gone, Accepted)
    outcome = reissue(gone.document, "after_revocation", on=day, prior_id=held)
    assert isinstance(outcome, Accepted)
    (finding,) = named(outcome.findings, "reissue.ground")
    assert (finding.clause, finding.notes) == ("act:druki-2019:§26", ("law_answers",))


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_new_card_is_a_ground_of_the_law_and_only_probable(school: str) -> None:
    duplicate = ID_CARD.model_copy(update={"number": "18/2024"})
    outcome = reissue(issued(school), "new_card", prior_id=duplicate)
    assert isinstance(outcome, Accepted)
    (finding,) = named(outcome.findings, "reissue.ground")
    assert finding.notes == ("law_answers", "law_probable")
    same_card = reissue(issued(school), "new_card")
    assert [code for code, _ in why(same_card)] == ["reissue.new_card"]


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_new_one_is_for_the_same_pupil_with_fresh_codes_on_the_same_extended_id(
    school: str,
) -> None:
    document = issued(school)
    stranger = ANNA.model_copy(update={"born": date(2011, 1, 1), "pesel": None})
    ground = "validity_confirmed"
    other = reissue(document, ground, prior_id=EXTENDED, pupil=stranger)
    assert ("application.same_pupil", "invariant:same-pupil") in why(other)
    other_id = EXTENDED.model_copy(update={"number": "99/2024"})
    assert "reissue.extended" in dict(why(reissue(document, ground, prior_id=other_id)))
    command = Reissue(
        on=LATER,
        ground="validity_confirmed",
        application=application(school, received=LATER, prior_id=EXTENDED),
        codes=CODES.model_copy(update={"generated": LATER}),
    )
    stale = mlegitymacja.decide(document, command, variants.get(school))
    assert ("codes.fresh", "invariant:own-codes") in why(stale)


def test_a_pupil_is_known_by_birth_where_a_pesel_came_later() -> None:
    without = issued("leczna")
    before = without.issued.pupil.model_copy(update={"pesel": None, "last_name": "Nowak"})
    old = retold(without, pupil=before)
    outcome = reissue(old, "name_change", basis="court_ruling")
    assert isinstance(outcome, Accepted)


def test_none_is_issued_again_beside_another_living_one() -> None:
    gone = revoked("leczna", "device_lost_or_damaged", applicant="parent")
    used = mlegitymacja.decide(issued("leczna"), activate("leczna"), variants.get("leczna"))
    assert isinstance(used, Accepted)
    command = Reissue(
        on=LATER,
        ground="after_revocation",
        application=application("leczna", received=LATER),
        codes=NEW_CODES,
    )
    alone = mlegitymacja.decide(gone, command, variants.get("leczna"))
    assert isinstance(alone, Accepted)
    beside = mlegitymacja.decide(gone, command, variants.get("leczna"), others=[used.document])
    assert why(beside) == [("mlegitymacja.only_one", "invariant:one-living")]


def test_the_new_one_carries_the_trace_of_the_decision() -> None:
    outcome = reissue(issued("leczna"), "errors_found")
    assert isinstance(outcome, Accepted)
    assert outcome.successor is not None
    assert outcome.successor.findings == outcome.findings


def test_on_a_ground_nobody_names_the_one_who_asks_is_still_judged() -> None:
    word = (Attestation(condition="revoke.ground", role="head", on=DAY),)
    child = revoke(issued("leczna"), "on_request", applicant="pupil", attested=word)
    assert why(child) == [("revoke.applicant", "leczna:VII.2")]
    parent = revoke(issued("leczna"), "on_request", applicant="parent", attested=word)
    assert isinstance(parent, Accepted)


def test_a_new_application_has_to_meet_all_that_a_first_one_meets() -> None:
    outcome = reissue(issued("leczna"), "errors_found", prior_id=None, handed_in=(), photo=None)
    assert isinstance(outcome, Refused)
    assert {code for code, _ in why(outcome)} == {
        "application.item",
        "id.issued",
        "photo.present",
    }


def test_nothing_is_issued_again_by_a_chapter_that_has_ended() -> None:
    outcome = reissue(issued("leczna"), "errors_found", on=date(2025, 9, 17), attested=())
    assert isinstance(outcome, Undecided)
    assert why(outcome) == [
        ("codes.until", "I-silence"),
        ("photo.background", "notice:sio-photo"),
        ("reissue.ground", "I-reissue"),
    ]
    assert named(outcome.findings, "regulation.in_force") == []
    assert isinstance(revoke(issued("leczna"), "school_changed", on=date(2025, 9, 17)), Accepted)


def test_the_head_may_decide_on_a_ground_that_nobody_names() -> None:
    open_ = reissue(issued("balin"), "errors_found", attested=())
    outcome = reissue(issued("balin"), "errors_found", attested=attest(open_.findings, on=LATER))
    assert isinstance(outcome, Accepted)
    assert outcome.document.reissued is not None
    assert outcome.document.reissued.clause == "I-reissue"
    assert outcome.status is Status.MET


@clause("grojec:§7.14")
def test_grojec_7_14_what_the_text_leaves_open_the_law_answers_and_the_decision_says_so() -> None:
    document = issued("grojec")
    other = ID_CARD.model_copy(update={"number": "18/2024"})
    outcome = reissue(document, "new_card", prior_id=other)
    (ground,) = named(outcome.findings, "reissue.ground")
    assert ground.status is Status.MET
    assert (ground.clause, ground.also) == ("notice:new-card-new-mlegitymacja", ("grojec:§7.14",))
    assert "law_answers" in ground.notes
    silent = revoke(document, "other_loss", applicant="parent")
    (ground,) = named(silent.findings, "revoke.ground")
    assert ground.status is Status.NOT_COVERED
    assert (ground.clause, ground.also) == ("I-silence", ("grojec:§7.14",))
    listed = revoke(document, "on_request", applicant="parent")
    (ground,) = named(listed.findings, "revoke.ground")
    assert ground.also == ()
