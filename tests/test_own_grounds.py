"""Grounds that only one text knows: the words for them, and the cases that have no word here.

The school is invented. Its text names two cases of its own for an exchange, for revoking and for
issuing again, each under a clause of its own, and one for a duplicate.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cards import application as id_application
from cards import card, exchange
from legitymacja_rules import (
    Accepted,
    Refused,
    Status,
    Undecided,
    certificate,
    coupling,
    fees,
    mlegitymacja,
    originals,
    school_id,
    variants,
)
from legitymacja_rules.errors import LoadError
from legitymacja_rules.findings import Finding
from legitymacja_rules.loading import dump, load
from legitymacja_rules.mlegitymacja import Mlegitymacja, Reissue, Revoke
from legitymacja_rules.regulation import (
    Amount,
    Bound,
    Codes,
    DuplicateRules,
    Grounds,
    InForce,
    MlegitymacjaProcedure,
    PriorId,
    ProcedureRules,
    Regulation,
    ReissueRow,
    RevocationRow,
)
from legitymacja_rules.school_id import End
from samples import (
    ANNA,
    CODES,
    DAY,
    ID_CARD,
    ORIGINAL,
    activate,
    application,
    attest,
    certificate_application,
    named,
)

FOLDED, WET = "legitymacja jest złamana na pół", "legitymacja zamokła"
SINCE = InForce(since=date(2024, 1, 1), clause="nowa:1")

NOWA = Regulation(
    slug="nowa",
    school="Szkoła wymyślona",
    text="Regulamin",
    in_force=SINCE,
    id_exchange=ProcedureRules(
        grounds=(
            Grounds(any_of=("error", "hologram_damaged"), clause="nowa:2"),
            Grounds(any_of=("other",), wording=FOLDED, clause="nowa:3", also=("nowa:9",)),
            Grounds(any_of=("other",), wording=WET, clause="nowa:4"),
            Grounds(any_of=("special_education_ruling", "pesel_granted"), clause="nowa:5"),
        ),
        fees=(Amount(amount="5.00", grounds=("other",), clause="nowa:6"),),
    ),
    id_duplicate=DuplicateRules(
        grounds=(
            Grounds(any_of=("lost",), clause="nowa:7"),
            Grounds(any_of=("other",), wording=WET, clause="nowa:8"),
        ),
    ),
    mlegitymacja=MlegitymacjaProcedure(
        in_force=SINCE,
        prior_id=PriorId(clause="nowa:10", valid_clause="nowa:10"),
        validity=(Bound(by="id", clause="nowa:11"),),
        codes=Codes(days=30, clause="nowa:12"),
        revocation=(
            RevocationRow(ground="resignation", clause="nowa:13"),
            RevocationRow(ground="other", wording=FOLDED, clause="nowa:14", also=("nowa:9",)),
            RevocationRow(ground="pesel_granted", clause="nowa:15"),
            RevocationRow(ground="special_education_ruling", clause="nowa:15"),
            RevocationRow(ground="other", wording=WET, clause="nowa:16", discretion="head"),
        ),
        reissue=(
            ReissueRow(ground="other", wording=WET, clause="nowa:17"),
            ReissueRow(ground="pesel_granted", clause="nowa:18"),
            ReissueRow(ground="special_education_ruling", clause="nowa:19"),
        ),
    ),
)

CARD = school_id.replay(
    (
        school_id.Issued(
            on=date(2024, 9, 2),
            school="nowa",
            pupil=ANNA,
            kind="school",
            number="17/2024",
            form="id1",
            valid_until=date(2025, 9, 30),
        ),
        school_id.HandedOver(on=date(2024, 9, 3), to="pupil"),
    )
)


def phone(**changes: Any) -> Mlegitymacja:
    """An mLegitymacja of that school."""
    base: dict[str, Any] = {
        "on": DAY,
        "school": "nowa",
        "pupil": ANNA,
        "id_number": ID_CARD.number,
        "id_valid_until": ID_CARD.valid_until,
        "codes": CODES,
        "codes_until": date(2024, 10, 31),
        "valid_until": ID_CARD.valid_until,
    }
    return mlegitymacja.replay((mlegitymacja.Issued(**{**base, **changes}),))


def revoke(ground: str, clause: str | None = None, **changes: Any) -> mlegitymacja.Outcome:
    command = Revoke.model_validate({"on": DAY, "ground": ground, "clause": clause, **changes})
    return mlegitymacja.decide(phone(), command, NOWA)


def exchanged(reason: Any, clause: str | None = None, **changes: Any) -> school_id.Outcome:
    command = exchange("balin", reason=reason, clause=clause)
    return school_id.decide(CARD, command.model_copy(update=changes), NOWA)


def only(findings: tuple[Finding, ...], code: str) -> Finding:
    (finding,) = named(findings, code)
    return finding


# --- a text is refused that does not say what it means --------------------------------------------


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Grounds, {"any_of": ["other"]}),
        (RevocationRow, {"ground": "other"}),
        (ReissueRow, {"ground": "other"}),
    ],
)
def test_other_needs_the_texts_own_words(kind: type[Any], data: dict[str, Any]) -> None:
    whole = {**data, "clause": "x:1"}
    with pytest.raises(LoadError) as caught:
        load(kind, whole)
    assert caught.value.faults == (("", "other_without_wording"),)
    assert load(kind, {**whole, "wording": WET}).wording == WET


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Grounds, {"any_of": ["error"]}),
        (Grounds, {"any_of": []}),
        (Grounds, {"any_of": [], "none_of": ["other"]}),
        (RevocationRow, {"ground": "resignation"}),
        (ReissueRow, {"ground": "new_card"}),
    ],
)
def test_words_stand_with_other_only(kind: type[Any], data: dict[str, Any]) -> None:
    whole = {**data, "clause": "x:1"}
    assert load(kind, whole).wording is None
    with pytest.raises(LoadError) as caught:
        load(kind, {**whole, "wording": WET})
    assert caught.value.faults == (("", "wording_without_other"),)


def test_other_has_a_row_of_its_own() -> None:
    with pytest.raises(LoadError) as caught:
        load(Grounds, {"any_of": ["error", "other"], "wording": WET, "clause": "x:1"})
    assert caught.value.faults == (("", "other_not_alone"),)


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("", "string_too_short"),
        ("   ", "string_too_short"),
        ("x" * 501, "string_too_long"),
        ("dwie\0linie", "not_printable"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}x", "not_printable"),
        (1, "string_type"),
    ],
)
def test_words_are_a_line_that_can_be_read(wording: object, code: str) -> None:
    with pytest.raises(LoadError) as caught:
        load(RevocationRow, {"ground": "other", "wording": wording, "clause": "x:1"})
    assert caught.value.faults == (("wording", code),)
    longest = {"ground": "other", "wording": f" {'x' * 500} ", "clause": "x:1"}
    assert load(RevocationRow, longest).wording == "x" * 500
    broken = {"ground": "other", "wording": "dwie\n linie", "clause": "x:1"}
    assert load(RevocationRow, broken).wording == "dwie linie"


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("id_exchange.grounds", {"any_of": ["other"], "wording": "x", "clause": "nowa:3"}),
        ("mlegitymacja.revocation", {"ground": "other", "wording": "x", "clause": "nowa:14"}),
        ("mlegitymacja.reissue", {"ground": "other", "wording": "x", "clause": "nowa:17"}),
    ],
)
def test_two_cases_under_one_clause_could_not_be_told_apart(path: str, row: dict[str, Any]) -> None:
    procedure, field = path.split(".")
    data = NOWA.model_dump(mode="json")
    rows = [*data[procedure][field], row]
    with pytest.raises(LoadError) as caught:
        NOWA.override({path: rows})
    assert caught.value.faults == ((path, "other_twice"),)
    rows[-1]["clause"] = "nowa:20"
    assert NOWA.override({path: rows}) != NOWA


def test_the_text_is_the_same_out_and_in() -> None:
    assert load(Regulation, dump(NOWA)) == NOWA


# --- an exchange or a duplicate -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "wording", "also"), [("nowa:3", FOLDED, ("nowa:9",)), ("nowa:4", WET, ())]
)
def test_a_case_that_is_named_waits_for_the_school_and_is_remembered(
    clause: str, wording: str, also: tuple[str, ...]
) -> None:
    open_ = exchanged("other", clause)
    assert isinstance(open_, Undecided)
    ground = only(open_.findings, "application.ground")
    assert (ground.status, ground.clause, ground.also) == (Status.NEEDS_REVIEW, clause, also)
    assert (ground.subject, ground.limit, ground.who) == ("other", wording, "office")
    done = exchanged("other", clause, attested=attest(open_.findings))
    assert isinstance(done, Accepted), done.reasons
    event = done.document.last(school_id.Exchanged)
    assert event is not None
    assert (event.ground, event.clause) == ("other", clause)
    no = exchanged("other", clause, attested=attest(open_.findings, holds=False))
    assert isinstance(no, Refused)


def test_of_several_cases_none_is_taken_for_the_applicant() -> None:
    outcome = exchanged("other")
    assert isinstance(outcome, Refused)
    ground = only(outcome.findings, "application.ground")
    assert (ground.status, ground.clause, ground.also) == (Status.BREACHED, "nowa:3", ("nowa:4",))
    assert ground.notes == ("clause_not_named",)
    words = attest(outcome.findings)
    assert isinstance(exchanged("other", attested=words), Refused)


@pytest.mark.parametrize("clause", ["nowa:2", "nowa:8", "nowhere:1"])
def test_a_clause_that_has_no_such_case_covers_nothing(clause: str) -> None:
    ground = only(exchanged("other", clause).findings, "application.ground")
    assert (ground.status, ground.clause) == (Status.NOT_COVERED, "I-silence")


def test_another_ground_may_name_its_clause_and_needs_none() -> None:
    for clause in (None, "nowa:2"):
        found = only(exchanged("error", clause).findings, "application.ground")
        assert (found.status, found.clause) == (Status.MET, "nowa:2")
    wrong = only(exchanged("error", "nowa:3").findings, "application.ground")
    assert (wrong.status, wrong.clause) == (Status.NOT_COVERED, "I-silence")


def test_a_clause_of_the_school_is_none_of_the_laws() -> None:
    since = date(2025, 9, 17)

    def ground(clause: str | None) -> Finding:
        asked = id_application("balin", since, reason="error", clause=clause)
        return originals.ground(variants.get("balin"), "id_exchange", asked, since)

    assert ground(None).status is ground("notice:sio-revocation-reasons").status is Status.MET
    assert ground("balin:free").status is Status.NOT_COVERED


@pytest.mark.parametrize(
    ("reason", "clause"),
    [
        ("hologram_damaged", "nowa:2"),
        ("special_education_ruling", "nowa:5"),
        ("pesel_granted", "nowa:5"),
    ],
)
def test_the_new_words_are_grounds_where_a_text_has_them(reason: Any, clause: str) -> None:
    outcome = exchanged(reason)
    assert isinstance(outcome, Accepted), outcome.reasons
    event = outcome.document.last(school_id.Exchanged)
    assert event is not None
    assert (event.ground, event.clause) == (reason, clause)


@pytest.mark.parametrize(
    ("reason", "proof"),
    [
        ("hologram_damaged", False),
        ("special_education_ruling", False),
        ("other", False),
        ("error", False),
        ("pesel_granted", True),
        ("last_name", True),
    ],
)
def test_only_a_change_of_data_has_to_be_proved(reason: Any, proof: bool) -> None:
    rows = [{"item": "proof_of_change", "when": "data_changed", "clause": "nowa:21"}]
    strict = NOWA.override({"id_exchange.required": rows})
    command = exchange("balin", reason=reason, clause=None)
    found = school_id.decide(CARD, command, strict).findings
    assert (len(named(found, "application.item")) == 1) is proof


def test_a_single_case_needs_no_name_and_a_duplicate_knows_how_it_was_lost() -> None:
    asked = id_application("balin", reason="other")
    command = school_id.Duplicate(on=DAY, application=asked, card=card("18/2024"))
    open_ = school_id.decide(CARD, command, NOWA)
    ground = only(open_.findings, "application.ground")
    assert (ground.status, ground.clause, ground.limit) == (
        Status.NEEDS_REVIEW,
        "nowa:8",
        WET,
    )
    words = attest(open_.findings)
    done = school_id.decide(CARD, command.model_copy(update={"attested": words}), NOWA)
    assert isinstance(done, Accepted), done.reasons
    (event,) = done.events
    assert event.model_dump(include={"how", "clause"}) == {"how": "other", "clause": "nowa:8"}


def test_a_list_that_leaves_other_out_is_closed() -> None:
    rows = [{"any_of": ["lost"], "none_of": ["other"], "clause": "nowa:7"}]
    closed = NOWA.override({"id_duplicate.grounds": rows})
    asked = id_application("balin", reason="other")
    ground = originals.ground(closed, "id_duplicate", asked, DAY)
    assert (ground.status, ground.clause) == (Status.BREACHED, "nowa:7")


def test_a_certificate_may_have_been_lost_in_a_way_of_its_own() -> None:
    held = certificate.replay((certificate.Issued(on=DAY, school="leczna", **dict(ORIGINAL)),))
    rows = [{"any_of": ["other"], "wording": WET, "clause": "leczna:IX.1"}]
    text = variants.get("leczna").override({"certificate_duplicate.grounds": rows})
    asked = certificate_application("leczna", reason="other")
    found = originals.upon_application(held, asked, text, "certificate_duplicate", DAY, ())
    ground = only(tuple(found), "application.ground")
    assert (ground.status, ground.limit) == (Status.NEEDS_REVIEW, WET)


def test_the_five_texts_know_no_case_of_their_own() -> None:
    for name in variants.names():
        for procedure in ("id_exchange", "id_duplicate", "certificate_duplicate"):
            rules = variants.get(name).procedure(procedure)
            if rules is None or not rules.grounds:
                continue
            asked = id_application(name, reason="other")
            ground = originals.ground(variants.get(name), procedure, asked, DAY)
            assert (ground.status, ground.clause) == (Status.NOT_COVERED, "I-silence")


def test_a_fee_may_be_named_for_such_a_case() -> None:
    free, due = (fees.fee(NOWA, "id_exchange", on=DAY, ground=g) for g in ("error", "other"))
    assert (str(free.amount), str(due.amount), due.basis) == ("0.00", "5.00", "nowa:6")


# --- an mLegitymacja ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ground", "clause"),
    [
        ("resignation", "nowa:13"),
        ("pesel_granted", "nowa:15"),
        ("special_education_ruling", "nowa:15"),
    ],
)
def test_the_new_words_revoke_where_a_text_has_them(ground: Any, clause: str) -> None:
    outcome = revoke(ground)
    assert isinstance(outcome, Accepted), outcome.reasons
    assert outcome.document.revoked is not None
    assert (outcome.document.revoked.ground, outcome.document.revoked.clause) == (ground, clause)


@pytest.mark.parametrize(
    ("clause", "wording", "waits"),
    [
        ("nowa:14", FOLDED, {"revoke.ground"}),
        ("nowa:16", WET, {"revoke.ground", "revoke.decision"}),
    ],
)
def test_a_case_of_its_own_revokes_once_the_school_has_seen_it(
    clause: str, wording: str, waits: set[str]
) -> None:
    open_ = revoke("other", clause)
    assert isinstance(open_, Undecided)
    assert {finding.code for finding in open_.reasons} == waits
    ground = only(open_.findings, "revoke.ground")
    assert (ground.clause, ground.subject, ground.limit) == (clause, "other", wording)
    done = revoke("other", clause, attested=attest(open_.findings))
    assert isinstance(done, Accepted)
    assert done.document.revoked is not None
    assert done.document.revoked.clause == clause
    assert isinstance(
        revoke("other", clause, attested=attest(open_.findings, holds=False)), Refused
    )


def test_of_several_cases_that_revoke_one_has_to_be_named() -> None:
    outcome = revoke("other")
    assert isinstance(outcome, Refused)
    ground = only(outcome.findings, "revoke.ground")
    assert (ground.clause, ground.also, ground.notes) == (
        "nowa:14",
        ("nowa:16",),
        ("clause_not_named",),
    )
    unknown = only(revoke("other", "nowa:13").findings, "revoke.ground")
    assert (unknown.status, unknown.clause) == (Status.NOT_COVERED, "I-silence")


def reissue(ground: str, clause: str | None = None, **changes: Any) -> mlegitymacja.Outcome:
    old = phone(pupil=ANNA.model_copy(update={"pesel": None}))
    data = {
        "on": DAY,
        "ground": ground,
        "clause": clause,
        "application": application("balin"),
        "codes": {"generated": DAY, "qr": "QR-2", "code": "CODE-2"},
        **changes,
    }
    return mlegitymacja.decide(old, Reissue.model_validate(data), NOWA)


@pytest.mark.parametrize(
    ("ground", "clause"),
    [("pesel_granted", "nowa:18"), ("special_education_ruling", "nowa:19")],
)
def test_the_new_words_lead_to_a_new_one_where_a_text_has_them(ground: str, clause: str) -> None:
    outcome = reissue(ground)
    assert isinstance(outcome, Accepted), outcome.reasons
    assert outcome.document.reissued is not None
    assert outcome.document.reissued.clause == clause


@pytest.mark.parametrize("clause", [None, "nowa:17"])
def test_a_case_of_its_own_leads_to_a_new_one_once_the_school_has_seen_it(
    clause: str | None,
) -> None:
    open_ = reissue("other", clause)
    assert isinstance(open_, Undecided)
    (ground,) = open_.reasons
    assert (ground.code, ground.clause, ground.limit) == ("reissue.ground", "nowa:17", WET)
    done = reissue("other", clause, attested=attest(open_.findings))
    assert isinstance(done, Accepted)
    assert done.document.reissued is not None
    assert done.document.reissued.clause == "nowa:17"


def test_a_clause_that_issues_nothing_again_covers_nothing() -> None:
    ground = only(reissue("other", "nowa:18").findings, "reissue.ground")
    assert (ground.status, ground.clause) == (Status.NOT_COVERED, "I-reissue")


@pytest.mark.parametrize(
    ("before", "now", "status"),
    [
        (None, ANNA.pesel, Status.MET),
        (None, None, Status.BREACHED),
        (ANNA.pesel, ANNA.pesel, Status.BREACHED),
    ],
)
def test_a_pesel_is_granted_only_to_whom_had_none(before: Any, now: Any, status: Status) -> None:
    old = phone(pupil=ANNA.model_copy(update={"pesel": before}))
    pupil = ANNA.model_copy(update={"pesel": now})
    command = Reissue(
        on=DAY,
        ground="pesel_granted",
        application=application("balin", pupil=pupil),
        codes=CODES.model_copy(update={"qr": activate("balin").code}),
    )
    found = mlegitymacja.decide(old, command, NOWA).findings
    judged = only(found, "reissue.pesel")
    assert (judged.status, judged.clause) == (status, "nowa:18")


# --- leaving the school ---------------------------------------------------------------------------


def test_a_resignation_ends_an_id_as_any_leaving_does() -> None:
    outcome = school_id.decide(CARD, End(on=DAY, ground="resignation"), NOWA)
    assert isinstance(outcome, Accepted)
    assert outcome.document.void_on(DAY)


def test_what_rests_on_it_is_revoked_on_the_same_ground_where_the_text_has_it() -> None:
    ended = school_id.decide(CARD, End(on=DAY, ground="resignation"), NOWA)
    assert isinstance(ended, Accepted)
    (follows,) = coupling.follows(ended.document, NOWA, on=DAY, others=(phone(),))
    assert isinstance(follows.command, Revoke)
    assert (follows.command.ground, follows.findings[0].clause) == ("resignation", "nowa:13")
