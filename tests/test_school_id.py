"""The life of a school or preschool ID, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, get_args

import pytest

from cards import (
    NEXT,
    UNTIL,
    accepted,
    application,
    around,
    card,
    confirm,
    decided,
    done,
    duplicate,
    duplicated,
    exchange,
    in_hand,
    issued,
    lived,
    older,
    paid,
    photo_for,
    spoken,
    taken_over,
)
from legitymacja_rules import Accepted, Refused, Status, Undecided, fees, school_id, variants
from legitymacja_rules import mlegitymacja as phones
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.errors import LoadError, WrongArgument
from legitymacja_rules.facts import FilledForm, PhysicalId, Pupil
from legitymacja_rules.findings import Finding
from legitymacja_rules.history import Document
from legitymacja_rules.loading import dump, load
from legitymacja_rules.outcomes import Explained
from legitymacja_rules.school_id import (
    KINDS,
    Amend,
    CodeServices,
    Command,
    Correct,
    Destroy,
    End,
    GiveBack,
    HandedOver,
    HandOver,
    Outcome,
    Replace,
    ReportFound,
    ReportLoss,
    SchoolId,
    State,
    available,
    check,
    state_on,
)
from legitymacja_rules.school_id.machine import MACHINE
from legitymacja_rules.vocabulary import ApplicantKind, EndGround, ExchangeGround
from samples import ANNA, CODES, DAY, SCHOOLS, attest, facts, named
from samples import application as phone_application

clause = pytest.mark.clause

MET, BREACHED, REVIEW, OPEN = (
    Status.MET,
    Status.BREACHED,
    Status.NEEDS_REVIEW,
    Status.NOT_COVERED,
)
LOSSES: tuple[Any, ...] = ("lost", "stolen", "destroyed")
WITH_TEXT = ("grojec", "leczna", "ostroleka")
"""The schools whose texts speak of IDs at all."""

SILENT = ("balin", "sp6")
"""Those whose texts speak of the mLegitymacja only."""

LATER = date(2024, 11, 4)
NO_PESEL = ANNA.model_copy(update={"pesel": None})
ADULT = ANNA.model_copy(update={"born": date(2006, 10, 1), "pesel": None})
"""Of age from `DAY` on."""


def why(answer: Explained) -> set[tuple[str, str]]:
    """Code and clause of all that is not met."""
    return {(finding.code, finding.clause) for finding in answer.reasons}


def one(answer: Explained, code: str) -> Finding:
    (finding,) = named(answer.findings, code)
    return finding


def asked(school: str, on: date = DAY, **how: Any) -> Outcome:
    """What becomes of an application for a first ID, with changes."""
    made = how.pop("made", card())
    previous = how.pop("previous", ())
    words = how.pop("attested", ())
    seen = application(school, on, **how)
    call: dict[str, Any] = {"on": on, "card": made, "previous": previous, "attested": words}
    return school_id.issue(seen, variants.get(school), **call)


# --- a first ID -----------------------------------------------------------------------------------


@clause("grojec:§2.1")
@clause("leczna:II.1")
@pytest.mark.parametrize(
    ("school", "by", "fee"),
    [("grojec", "grojec:§2.1", "grojec:§2.1"), ("leczna", "leczna:II.1", "leczna:II.4")],
)
def test_an_admitted_pupil_gets_a_first_id_free_of_charge(school: str, by: str, fee: str) -> None:
    first = asked(school)
    assert {f.status for f in first.reasons} <= {REVIEW}, "only what a human sees in a photo"
    outcome = accepted(asked(school, attested=attest(first.findings)))
    assert one(outcome, "id.eligible").clause == by
    assert [event.event for event in outcome.events] == ["issued"]
    assert state_on(outcome.document, DAY) is State.ISSUED
    due = fees.fee(variants.get(school), "school_id", on=DAY)
    assert (str(due.amount), due.basis) == ("0.00", fee)


@clause("grojec:§2.1")
@clause("leczna:II.1")
@clause("ostroleka:§3.1")
@pytest.mark.parametrize("school", WITH_TEXT)
@pytest.mark.parametrize(("off", "status"), [(-1, MET), (0, MET), (1, BREACHED)])
def test_a_pupil_is_admitted_by_the_day_of_issue(school: str, off: int, status: Status) -> None:
    admitted = DAY + timedelta(days=off)
    outcome = asked(school, admitted=admitted)
    finding = one(outcome, "id.admitted")
    assert (finding.status, finding.earliest) == (status, admitted if off > 0 else None)
    assert isinstance(outcome, Refused) is (status is BREACHED)


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("standing", ["graduate", "outsider"])
def test_who_is_no_pupil_gets_no_first_id(school: str, standing: Any) -> None:
    assert isinstance(asked(school, standing=standing), Refused)


@clause("grojec:§2.1")
@clause("leczna:I.2")
@pytest.mark.parametrize(("school", "by"), [("grojec", "grojec:§2.1"), ("leczna", "leczna:I.2")])
def test_an_id_is_made_as_a_card(school: str, by: str) -> None:
    assert one(asked(school), "id.made_as").clause == by
    refused = asked(school, made=card(form="paper"))
    assert isinstance(refused, Refused)
    finding = one(refused, "id.made_as")
    assert (finding.status, finding.clause) == (BREACHED, by)
    assert (finding.measured, finding.limit) == ("paper", "id1")


@clause("leczna:I.2")
@pytest.mark.parametrize("school", SCHOOLS)
def test_no_id_is_made_on_paper_once_the_law_allows_cards_only(school: str) -> None:
    """Ostroleka, balin and sp6 say nothing of the form: there the law does."""
    refused = asked(school, made=card(form="paper"))
    assert isinstance(refused, Refused)
    finding = one(refused, "id.form")
    own = {"grojec": "grojec:§2.7", "leczna": "leczna:I.1"}
    assert (finding.status, finding.clause) == (
        BREACHED,
        own.get(school, "act:druki-2023:§74"),
    )
    assert (finding.notes == ("law_answers",)) is (school not in own)


@pytest.mark.parametrize(
    ("on", "status"),
    [(date(2024, 7, 11), MET), (date(2024, 7, 12), MET), (date(2024, 7, 13), BREACHED)],
)
def test_the_last_day_of_paper_by_law(on: date, status: Status) -> None:
    made = card(form="paper")
    outcome = asked("balin", on, admitted=date(2023, 9, 1), made=made)
    assert one(outcome, "id.form").status is status


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize(("off", "status"), [(-1, BREACHED), (0, MET), (1, MET)])
def test_the_printed_date_is_no_day_before_the_issue(school: str, off: int, status: Status) -> None:
    outcome = asked(school, made=card(valid_until=DAY + timedelta(days=off)))
    assert one(outcome, "id.printed_date").status is status


@clause("leczna:II.1")
@pytest.mark.parametrize(
    ("changes", "code", "by"),
    [
        ({"photo": None}, "photo.present", "leczna:II.1"),
        ({"photo": facts(format="PNG")}, "photo.format", "leczna:II.1"),
        ({"photo": facts(size=5_242_881)}, "photo.size", "leczna:II.1"),
        ({"photo": facts(width=499)}, "photo.width", "leczna:II.1"),
        ({"photo": facts(height=599)}, "photo.height", "leczna:II.1"),
        ({"photo": facts(dpi=299)}, "photo.dpi", "leczna:II.1"),
        ({"subject": "Anna Kowalska 4b"}, "message.subject", "leczna:II.1"),
    ],
)
def test_leczna_ii_1_an_id_needs_its_photo_by_mail(
    changes: dict[str, Any], code: str, by: str
) -> None:
    refused = asked("leczna", **changes)
    assert isinstance(refused, Refused)
    assert [(f.status, f.clause) for f in named(refused.findings, code)] == [(BREACHED, by)]


@clause("leczna:II.1")
@pytest.mark.parametrize("way", ["office", "e_register"])
def test_leczna_ii_1_a_photo_that_came_by_another_way_the_office_may_take(way: Any) -> None:
    outcome = asked("leczna", photo_sent_by=way)
    finding = one(outcome, "photo.channel")
    assert (finding.status, finding.clause, finding.who) == (REVIEW, "leczna:II.1", "office")
    assert isinstance(outcome, Undecided)


@clause("leczna:II.1")
def test_leczna_ii_1_at_the_bounds_and_by_mail_nothing_is_breached() -> None:
    photo = facts(size=5_000_000, width=500, height=600, dpi=300)
    mailed = asked(
        "leczna", photo=photo, photo_sent_by="email", subject="Anna Kowalska 4b legitymacja"
    )
    assert {f.status for f in mailed.reasons} == {REVIEW}
    assert isinstance(asked("leczna", photo=photo, attested=attest(mailed.findings)), Accepted)


@clause("leczna:II.2")
@pytest.mark.parametrize(("disability", "status"), [(True, MET), (False, BREACHED), (None, REVIEW)])
def test_leczna_ii_2_a_preschool_id_is_for_a_child_with_a_disability(
    disability: bool | None, status: Status
) -> None:
    child = ANNA.model_copy(update={"disability": disability})
    outcome = asked("leczna", kind="preschool", pupil=child)
    finding = one(outcome, "id.disability")
    assert (finding.status, finding.clause) == (status, "leczna:II.2")
    assert isinstance(outcome, Refused) is (status is BREACHED)
    group = one(outcome, "id.preschool_group")
    assert (group.status, group.clause, group.who) == (REVIEW, "leczna:II.2", "office")


@clause("leczna:II.2")
def test_leczna_ii_2_a_preschool_id_sets_no_dpi_and_needs_a_photo() -> None:
    child = ANNA.model_copy(update={"disability": True})
    blurred = asked("leczna", kind="preschool", pupil=child, photo=facts(dpi=72))
    assert named(blurred.findings, "photo.dpi") == []
    assert blurred.status is REVIEW
    assert ("photo.present", "leczna:II.2") in why(
        asked("leczna", kind="preschool", pupil=child, photo=None)
    )
    other_subject = asked("leczna", kind="preschool", pupil=child, subject="Anna Kowalska 4b")
    assert ("message.subject", "leczna:II.2") in why(other_subject)


@clause("leczna:II.4")
@pytest.mark.parametrize("procedure", ["school_id", "preschool_id"])
def test_leczna_ii_4_the_first_id_is_free(procedure: Any) -> None:
    due = fees.fee(variants.get("leczna"), procedure, on=DAY)
    assert (str(due.amount), due.basis) == ("0.00", "leczna:II.4")


@clause("ostroleka:§3.1")
def test_ostroleka_3_1_the_first_id_is_free_and_asks_for_nothing_more() -> None:
    outcome = accepted(asked("ostroleka"))
    assert one(outcome, "id.eligible").clause == "ostroleka:§3.1"
    due = fees.fee(variants.get("ostroleka"), "school_id", on=DAY)
    assert (str(due.amount), due.basis) == ("0.00", "ostroleka:§3.1")
    assert one(asked("ostroleka", standing="outsider"), "application.scope").status is BREACHED


@pytest.mark.parametrize("school", SILENT)
@pytest.mark.parametrize("kind", ["school", "preschool"])
@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2023, 7, 13), (OPEN, "I-silence", ())),
        (date(2023, 7, 14), (MET, "law", ("law_answers", "law_probable"))),
        (date(2023, 7, 15), (MET, "law", ("law_answers", "law_probable"))),
    ],
)
def test_where_a_text_is_silent_the_law_says_who_gets_an_id(
    school: str, kind: Any, on: date, said: tuple[Status, str, tuple[str, ...]]
) -> None:
    child = ANNA.model_copy(update={"disability": True})
    how: dict[str, Any] = {"admitted": on, "kind": kind, "pupil": child}
    made = card(valid_until=date(2023, 9, 30))
    outcome = asked(school, on, made=made, **how)
    finding = one(outcome, "id.eligible")
    unit = "1a" if kind == "school" else "1c"
    status, by, notes = said
    by = f"act:system-oswiaty:art.11.{unit}" if by == "law" else by
    assert (finding.status, finding.clause, finding.notes) == (status, by, notes)
    if status is OPEN:
        assert isinstance(outcome, Undecided)
        assert finding.who == "head"
        assert isinstance(
            asked(school, on, made=made, attested=attest(outcome.findings, on=on), **how),
            Accepted,
        )
    else:
        waiting = {f.code for f in outcome.reasons}
        assert waiting == ({"id.preparatory_year"} if kind == "preschool" else set())
        words = attest(outcome.findings, on=on)
        assert isinstance(asked(school, on, made=made, attested=words, **how), Accepted)


def test_a_preschool_id_by_law_is_for_a_child_with_a_disability() -> None:
    assert isinstance(asked("grojec", kind="preschool"), Refused)
    child = ANNA.model_copy(update={"disability": True})
    finding = one(asked("grojec", kind="preschool", pupil=child), "id.eligible")
    assert (finding.status, finding.clause) == (MET, "act:system-oswiaty:art.11.1c")


def test_by_law_the_office_affirms_that_it_is_the_preparatory_year_by_leczna_nobody_does() -> None:
    child = ANNA.model_copy(update={"disability": True})
    by_law = one(asked("grojec", kind="preschool", pupil=child), "id.preparatory_year")
    assert (by_law.status, by_law.clause) == (REVIEW, "act:system-oswiaty:art.11.1c")
    by_text = asked("leczna", kind="preschool", pupil=child)
    asked_by_law_alone = one(by_text, "id.preparatory_year")
    assert (asked_by_law_alone.status, asked_by_law_alone.clause) == (MET, "I-school-or-law")
    assert asked_by_law_alone.conflict is not None
    assert asked_by_law_alone.conflict.clause == "act:system-oswiaty:art.11.1c"
    assert one(by_text, "id.preschool_group").status is REVIEW


@pytest.mark.parametrize(
    ("school", "first_day"),
    [
        ("grojec", date(2024, 7, 13)),
        ("leczna", date(2024, 7, 13)),
        ("ostroleka", date(2024, 9, 1)),
    ],
)
def test_before_its_first_day_a_text_judges_no_id(school: str, first_day: date) -> None:
    before, first, _ = around(first_day)
    outcome = asked(school, before, admitted=before, made=card(valid_until=before))
    assert isinstance(outcome, Accepted), "the law answers"
    assert "school_not_in_force" in one(outcome, "id.eligible").notes
    assert not any(f.clause.startswith(f"{school}:") for f in outcome.findings)
    assert one(asked(school, first, admitted=first), "regulation.in_force").status is MET


# --- a first ID is the only one -------------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_pupil_has_one_first_id(school: str) -> None:
    """A lost one leads to a duplicate, a wrong one to an exchange."""
    held = in_hand(school)
    lost = lived(held, ReportLoss(on=LATER, how="lost"))
    for living in (issued(school), held, lost):
        again = asked(school, date(2025, 1, 10), previous=[living])
        assert one(again, "id.first").status is BREACHED


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_void_id_leaves_room_for_a_first_one(school: str) -> None:
    """Whoever comes back to the school after leaving it has a new one, whatever became of the old."""
    held = in_hand(school)
    left = lived(held, End(on=LATER, ground="school_changed"))
    annulled = lived(issued(school), Correct(on=LATER, act="issued", done=DAY))
    exchanged = done(held, exchange(school, LATER, handed_in=HANDED[school])).document
    back = date(2025, 9, 1)
    for void in (left, annulled, exchanged, lived(held, GiveBack(on=LATER))):
        assert one(asked(school, back, previous=[void]), "id.first").status is MET
    before_leaving = asked(school, date(2024, 11, 3), previous=[left])
    assert one(before_leaving, "id.first").status is BREACHED
    one_lives = asked(school, back, previous=[left, held])
    assert one(one_lives, "id.first").status is BREACHED


HANDED: dict[str, tuple[Any, ...]] = {
    "balin": (),
    "grojec": ("form", "old_id"),
    "leczna": ("form", "old_id"),
    "ostroleka": ("old_id",),
    "sp6": (),
}
"""What comes with an exchange for a mistake; balin and sp6 do not even ask for the old ID."""


@pytest.mark.parametrize("school", ["grojec", "leczna"])
def test_a_replaced_original_does_not_bar_a_pupil_who_comes_back(school: str) -> None:
    original, copy = duplicated(in_hand(school), LATER)
    copy = lived(copy, HandOver(on=LATER, to="parent"))
    original = done(original, Replace(on=LATER), [copy]).document
    copy = lived(copy, End(on=date(2025, 1, 31), ground="school_changed"))
    back = asked(school, date(2025, 9, 1), previous=[original, copy])
    assert one(back, "id.first").status is MET


@pytest.mark.parametrize(
    ("on", "status"), [(date(2025, 9, 29), BREACHED), (UNTIL, BREACHED), (date(2025, 10, 1), MET)]
)
def test_paper_without_a_field_left_makes_room_once_its_last_year_has_passed(
    on: date, status: Status
) -> None:
    full = older("leczna", free_fields=0, valid_until=UNTIL)
    assert one(asked("leczna", on, previous=[full]), "id.first").status is status
    others: tuple[dict[str, Any], ...] = (
        {"free_fields": 1},
        {"free_fields": None},
        {"free_fields": 0, "form": "id1"},
    )
    for other in others:
        left = older("leczna", valid_until=UNTIL, **other)
        assert one(asked("leczna", on, previous=[left]), "id.first").status is BREACHED


def test_an_id_of_another_kind_or_school_is_no_earlier_one() -> None:
    child = ANNA.model_copy(update={"disability": True})
    preschool = issued("leczna", kind="preschool", pupil=child)
    assert named(asked("leczna", previous=[preschool]).findings, "id.first") == []
    assert named(asked("leczna", previous=[issued("grojec")]).findings, "id.first") == []
    assert one(asked("leczna", previous=[preschool, issued("leczna")]), "id.first").status is (
        BREACHED
    )


# --- a pupil without PESEL (I-no-pesel) -----------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_pupil_without_pesel_needs_another_document(school: str) -> None:
    outcome = asked(school, pupil=NO_PESEL)
    finding = one(outcome, "pesel.or_other_document")
    assert (finding.status, finding.clause) == (BREACHED, "I-no-pesel")
    assert isinstance(outcome, Refused)
    assert named(asked(school).findings, "pesel.or_other_document") == []


@pytest.mark.parametrize("school", sorted({*SCHOOLS} - {"grojec"}))
def test_a_pupil_without_pesel_gets_an_id_by_another_document(school: str) -> None:
    """Ostroleka's register of mLegitymacje asks for a PESEL; that of IDs does not."""
    outcome = asked(school, pupil=NO_PESEL, other_document="passport ZX 123")
    finding = one(outcome, "pesel.or_other_document")
    assert (finding.status, finding.also) == (MET, ())


def test_grojec_card_and_register_know_no_pupil_without_pesel_so_the_head_decides() -> None:
    how: dict[str, Any] = {"pupil": NO_PESEL, "other_document": "passport ZX 123"}
    outcome = asked("grojec", **how)
    finding = one(outcome, "pesel.or_other_document")
    assert (finding.status, finding.who) == (REVIEW, "head")
    assert finding.also == ("grojec:§2.2a", "grojec:§3.5b")
    office = Attestation(condition="pesel.or_other_document", role="office", on=DAY)
    assert isinstance(asked("grojec", attested=[office], **how), Undecided)
    head = office.model_copy(update={"role": "head"})
    made = accepted(asked("grojec", attested=[head], **how)).document
    assert made.issued.other_document == "passport ZX 123"
    no = head.model_copy(update={"holds": False})
    assert isinstance(asked("grojec", attested=[no], **how), Refused)


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("make", [duplicate, exchange])
def test_the_other_document_that_was_told_once_need_not_be_told_again(
    school: str, make: Any
) -> None:
    held = in_hand(school, pupil=NO_PESEL, other_document="passport ZX 123")
    outcome = decided(held, make(school, LATER, pupil=NO_PESEL))
    assert one(outcome, "pesel.or_other_document").status is not BREACHED


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize(
    ("on", "status", "by"),
    [
        (date(2025, 9, 16), OPEN, "I-silence"),
        (date(2025, 9, 17), MET, "notice:sio-revocation-reasons"),
        (date(2025, 9, 18), MET, "notice:sio-revocation-reasons"),
    ],
)
def test_a_pesel_granted_later_leads_to_an_exchange(
    school: str, on: date, status: Status, by: str
) -> None:
    held = in_hand(school, pupil=NO_PESEL, other_document="passport ZX 123")
    command = exchange(school, on, "pesel_granted", made=card("18/2025", valid_until=NEXT))
    finding = one(decided(held, command), "application.ground")
    assert (finding.status, finding.clause, finding.subject) == (status, by, "pesel_granted")
    if status is OPEN:
        assert finding.who == "head"
        assert isinstance(spoken(held, command, holds=False), Refused)
    else:
        assert finding.notes == ("law_answers", "law_probable")
    outcome = done(held, command)
    assert outcome.successor
    assert outcome.successor.document.issued.pupil.pesel == ANNA.pesel
    assert outcome.events[0].model_dump()["clause"] == by


# --- services (grojec) ----------------------------------------------------------------------------


def services(*coded: Any, consent: ApplicantKind | None = "parent", on: date = DAY) -> CodeServices:
    return CodeServices(on=on, services=coded, consent=consent)


@clause("grojec:§2.3")
def test_grojec_2_3_services_of_the_school_and_of_transport_are_coded_on_a_card() -> None:
    for made in (issued("grojec"), in_hand("grojec")):
        outcome = decided(made, services("school_activity", "public_transport"))
        allowed = named(outcome.findings, "services.allowed")
        assert {(f.status, f.clause) for f in allowed} == {(MET, "grojec:§2.3")}
        assert [f.subject for f in allowed] == ["school_activity", "public_transport"]
        coded = lived(made, services("public_transport"), services("public_transport"))
        assert coded.services == ("public_transport",)
        assert state_on(coded, DAY) is state_on(made, DAY)


@clause("grojec:§2.3")
def test_grojec_2_3_nothing_is_coded_on_paper() -> None:
    paper = lived(older("grojec"), confirm(date(2024, 9, 2), UNTIL))
    outcome = decided(paper, services("school_activity"))
    assert isinstance(outcome, Refused)
    finding = one(outcome, "services.form")
    assert (finding.status, finding.clause, finding.subject) == (BREACHED, "grojec:§2.3", "paper")


@clause("grojec:§2.3")
def test_a_service_that_the_text_does_not_name_is_refused() -> None:
    less = variants.get("grojec").override({"ids.services.any_of": ["school_activity"]})
    outcome = school_id.decide(issued("grojec"), services("public_transport"), less)
    assert one(outcome, "services.allowed").status is BREACHED


@clause("grojec:§2.4")
@pytest.mark.parametrize(
    ("off", "by_parent", "by_pupil"),
    [(-1, MET, BREACHED), (0, BREACHED, MET), (1, BREACHED, MET)],
)
def test_grojec_2_4_parents_consent_until_the_18th_birthday_and_then_the_pupil(
    off: int, by_parent: Status, by_pupil: Status
) -> None:
    made = issued("grojec", pupil=ADULT, other_document="passport ZX 123", on=date(2024, 9, 10))
    day = DAY + timedelta(days=off)
    for who, status in (("parent", by_parent), ("pupil", by_pupil)):
        outcome = decided(made, services("school_activity", consent=who, on=day))  # type: ignore[arg-type]  # two of the words
        finding = one(outcome, "services.consent")
        assert (finding.status, finding.clause) == (status, "grojec:§2.4"), who


@clause("grojec:§2.4")
@pytest.mark.parametrize(
    ("consent", "status"),
    [
        ("parent", MET),
        ("guardian", MET),
        ("foster_carer", MET),
        ("pupil", BREACHED),
        ("graduate", BREACHED),
        (None, BREACHED),
    ],
)
def test_grojec_2_4_nothing_is_coded_without_consent(
    consent: ApplicantKind | None, status: Status
) -> None:
    outcome = decided(issued("grojec"), services("school_activity", consent=consent))
    assert one(outcome, "services.consent").status is status


@clause("grojec:§2.4")
def test_grojec_2_4_the_head_decides_on_the_services() -> None:
    made, command = issued("grojec"), services("school_activity")
    assert why(decided(made, command)) == {("services.decision", "grojec:§2.4")}
    word = Attestation(condition="services.decision", role="office", on=DAY)
    office = decided(made, command.model_copy(update={"attested": (word,)}))
    assert isinstance(office, Undecided)
    assert one(office, "services.decision").notes == ("head_only",)
    assert isinstance(spoken(made, command, holds=False), Refused)
    assert isinstance(spoken(made, command), Accepted)


@pytest.mark.parametrize("school", sorted({*SCHOOLS} - {"grojec"}))
def test_of_services_no_other_text_speaks_so_the_head_decides(school: str) -> None:
    outcome = decided(issued(school), services("school_activity", consent=None))
    assert why(outcome) == {("services.allowed", "I-silence")}
    assert isinstance(spoken(issued(school), services("school_activity")), Accepted)


def test_services_are_at_least_one() -> None:
    with pytest.raises(LoadError):
        school_id.load_command({"kind": "code_services", "on": "2024-10-01", "services": []})


# --- the yearly confirmation ----------------------------------------------------------------------


@clause("grojec:§2.6")
@clause("leczna:II.5")
@pytest.mark.parametrize(
    ("school", "by"),
    [
        ("grojec", "grojec:§2.6"),
        ("leczna", "leczna:II.5"),
        ("ostroleka", "I-hologram"),
        ("balin", "I-hologram"),
        ("sp6", "I-hologram"),
    ],
)
@pytest.mark.parametrize(
    ("on", "state", "status"),
    [
        (date(2025, 9, 29), State.VALID, MET),
        (date(2025, 9, 30), State.VALID, MET),
        (date(2025, 10, 1), State.LAPSED, BREACHED),
    ],
)
def test_without_a_new_hologram_a_card_is_valid_until_its_printed_date(
    school: str, by: str, on: date, state: State, status: Status
) -> None:
    """In its first year it needs none."""
    held = in_hand(school)
    assert state_on(held, on) is state
    verdict = check(held, variants.get(school), on=on)
    finding = one(verdict, "id.valid")
    assert (verdict.status, finding.status, finding.clause) == (status, status, by)
    assert (finding.measured, finding.limit) == (on.isoformat(), "2025-09-30")


@clause("grojec:§2.6")
@clause("leczna:II.5")
@pytest.mark.parametrize(("school", "by"), [("grojec", "grojec:§2.6"), ("leczna", "leczna:II.5")])
@pytest.mark.parametrize("on", [date(2025, 9, 1), UNTIL, date(2025, 10, 1), date(2026, 8, 31)])
def test_a_hologram_confirms_a_card_for_the_next_year(school: str, by: str, on: date) -> None:
    """In time or late: late, it is valid again from that day on."""
    outcome = done(in_hand(school), confirm(on))
    assert one(outcome, "confirm.means").clause == by
    (event,) = outcome.events
    assert (event.event, event.model_dump()["clause"]) == ("confirmed", by)
    assert [state_on(outcome.document, day) for day in around(NEXT)] == [
        State.VALID,
        State.VALID,
        State.LAPSED,
    ]
    before = state_on(outcome.document, on - timedelta(days=1))
    assert before is (State.VALID if on <= date(2025, 10, 1) else State.LAPSED)


@clause("grojec:§2.6")
@pytest.mark.parametrize(
    ("on", "until", "status"),
    [
        # within the first year, nothing is left to confirm
        (DAY, UNTIL, BREACHED),
        (date(2025, 8, 31), UNTIL, BREACHED),
        (date(2025, 8, 31), NEXT, BREACHED),
        # from the first day of the next school year on
        (date(2025, 9, 1), NEXT, MET),
        (date(2025, 9, 2), NEXT, MET),
        (date(2026, 8, 31), NEXT, MET),
        (date(2026, 9, 1), NEXT, BREACHED),
        # to the day
        (date(2025, 9, 15), date(2026, 9, 29), BREACHED),
        (date(2025, 9, 15), date(2026, 10, 1), BREACHED),
        (date(2025, 9, 15), date(2027, 9, 30), BREACHED),
        (date(2025, 9, 15), UNTIL, BREACHED),
    ],
)
def test_a_confirmation_is_for_one_school_year(on: date, until: date, status: Status) -> None:
    outcome = decided(in_hand("grojec"), confirm(on, until))
    year, due = one(outcome, "confirm.year"), one(outcome, "confirm.due")
    assert {year.clause, due.clause} == {"grojec:§2.6"}
    assert BREACHED not in {year.status, due.status} or status is BREACHED
    assert (due.status, due.earliest) == (
        (BREACHED, date(2025, 9, 1)) if on <= date(2025, 8, 31) else (MET, None)
    )
    assert isinstance(outcome, Accepted if status is MET else Refused)


@clause("grojec:§2.6")
def test_an_id_is_confirmed_once_a_year() -> None:
    held = lived(in_hand("grojec"), confirm(date(2025, 9, 1)))
    again = decided(held, confirm(date(2025, 9, 2)))
    assert ("confirm.due", "grojec:§2.6") in why(again)
    assert one(again, "confirm.due").earliest == date(2026, 9, 1)


@clause("grojec:§2.6")
@clause("leczna:II.5")
@clause("leczna:II.6")
@pytest.mark.parametrize(
    ("school", "form", "kind", "means", "by"),
    [
        ("grojec", "id1", "school", "hologram", "grojec:§2.6"),
        ("leczna", "paper", "school", "date_and_seal", "leczna:II.5"),
        ("leczna", "id1", "school", "hologram", "leczna:II.5"),
        ("leczna", "paper", "preschool", "hologram", "leczna:II.6"),
        ("leczna", "id1", "preschool", "hologram", "leczna:II.6"),
    ],
)
def test_each_form_and_kind_has_its_means(
    school: str, form: Any, kind: Any, means: str, by: str
) -> None:
    held = older(school, form=form, kind=kind)
    for tried in ("hologram", "date_and_seal"):
        finding = one(decided(held, confirm(DAY, UNTIL, tried)), "confirm.means")
        assert (finding.status, finding.clause) == (MET if tried == means else BREACHED, by)
        assert (finding.measured, finding.limit) == (tried, means)
    assert one(check(held, variants.get(school), on=DAY), "id.valid").clause == by
    reason = one(decided(held, services("school_activity")), "document.confirmed")
    assert (reason.clause, reason.limit) == (by, "2024-09-30"), "lapsed, by its own clause"


@pytest.mark.parametrize(
    ("school", "form", "by"),
    [
        ("grojec", "paper", "I-paper-yearly"),
        ("ostroleka", "paper", "I-paper-yearly"),
        ("ostroleka", "id1", "I-hologram"),
        ("balin", "id1", "I-hologram"),
        ("sp6", "paper", "I-paper-yearly"),
    ],
)
def test_by_which_means_no_text_says_the_head_does(school: str, form: Any, by: str) -> None:
    """Grojec's hologram is for cards."""
    held = older(school, form=form)
    outcome = decided(held, confirm(DAY, UNTIL, "date_and_seal"))
    assert why(outcome) == {("confirm.means", "I-silence")}
    assert one(outcome, "confirm.year").clause == by
    assert one(outcome, "confirm.means").who == "head"
    confirmed = done(held, confirm(DAY, UNTIL, "date_and_seal"))
    assert confirmed.events[0].model_dump()["clause"] == "I-silence"
    assert state_on(confirmed.document, DAY) is State.VALID
    assert isinstance(spoken(held, confirm(DAY, UNTIL), holds=False), Refused)


@clause("leczna:II.5")
@pytest.mark.parametrize(("free", "status"), [(2, MET), (1, MET), (0, BREACHED)])
def test_leczna_ii_5_a_stamp_needs_a_free_field(free: int, status: Status) -> None:
    held = older("leczna", free_fields=free)
    outcome = decided(held, confirm(DAY, UNTIL, "date_and_seal"))
    finding = one(outcome, "confirm.field")
    assert (finding.status, finding.measured, finding.clause) == (status, free, "leczna:II.5")
    assert isinstance(outcome, Accepted if status is MET else Refused)
    if status is MET:
        assert accepted(outcome).document.held(DAY).free_fields == free - 1
    unknown = older("leczna")
    assert (
        named(decided(unknown, confirm(DAY, UNTIL, "date_and_seal")).findings, "confirm.field")
        == []
    )


@clause("leczna:II.5")
def test_a_hologram_uses_up_no_field() -> None:
    held = older("leczna", kind="preschool", free_fields=1)
    assert lived(held, confirm(DAY, UNTIL)).free_fields(DAY) == 1


def test_grojec_accounts_for_the_hologram_it_affixes() -> None:
    bare = confirm(date(2025, 9, 1)).model_copy(update={"hologram": None})
    assert why(decided(in_hand("grojec"), bare)) == {("confirm.hologram", "grojec:§3.3b")}
    for school in ("leczna", "ostroleka"):
        outcome = decided(in_hand(school), bare)
        assert named(outcome.findings, "confirm.hologram") == []
    done_ = lived(in_hand("grojec"), confirm(date(2025, 9, 1)))
    assert [act.hologram for act in done_.confirmations] == ["H-2026"]


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_hologram_is_affixed_once(school: str) -> None:
    """Neither the same ID's of last year nor that of another ID of the pupil serves again."""
    held = lived(in_hand(school), confirm(date(2025, 9, 1)))
    used = confirm(date(2026, 9, 1), date(2027, 9, 30)).model_copy(update={"hologram": "H-2026"})
    twice = ("confirm.hologram_once", "invariant:ledger-balance")
    assert twice in why(decided(held, used))
    other = in_hand(school, made=card("18/2024"))
    assert twice in why(decided(other, confirm(date(2025, 9, 1)), [held]))
    assert twice not in why(decided(other, confirm(date(2025, 9, 1))))


def test_outside_its_dates_grojec_says_nothing_of_holograms() -> None:
    on = date(2024, 7, 12)
    bare = confirm(on, date(2024, 9, 30)).model_copy(update={"hologram": None})
    card_ = older("grojec", form="id1", valid_until=date(2023, 9, 30))
    outcome = decided(card_, bare)
    assert why(outcome) == {("confirm.means", "I-silence")}
    assert {f.clause.partition(":")[0] for f in outcome.findings} == {"I-silence", "I-hologram"}


def test_what_has_been_lost_is_not_confirmed() -> None:
    lost = lived(in_hand("grojec"), ReportLoss(on=LATER, how="stolen"))
    assert why(decided(lost, confirm(date(2025, 9, 1)))) == {
        ("document.at_hand", "invariant:one-life")
    }


# --- paper after the cards ------------------------------------------------------------------------


def paper_of(on: date, until: date = UNTIL, **more: Any) -> PhysicalId:
    return PhysicalId(number="5/2024", form="paper", issued=on, valid_until=until, **more)


@clause("grojec:§2.7")
@clause("leczna:I.1")
@clause("leczna:I.2")
@pytest.mark.parametrize(("school", "by"), [("grojec", "grojec:§2.7"), ("leczna", "leczna:I.1")])
@pytest.mark.parametrize(
    ("made", "status"),
    [
        (date(2024, 7, 11), MET),
        (date(2024, 7, 12), MET),
        (date(2024, 7, 13), BREACHED),
    ],
)
def test_paper_from_before_13_july_2024_is_as_good_as_a_card(
    school: str, by: str, made: date, status: Status
) -> None:
    held = paper_of(made)
    verdict = check(held, variants.get(school), on=DAY)
    finding = one(verdict, "id.form")
    assert (verdict.status, finding.status, finding.clause) == (status, status, by)
    assert (finding.measured, finding.limit) == (made.isoformat(), "2024-07-12")
    seen = phone_application(school, prior_id=held)
    outcome = phones.issue(seen, variants.get(school), on=DAY, codes=CODES)
    inside = one(outcome, "id.form")
    assert (inside.status, inside.clause) == (status, by)
    assert isinstance(outcome, Refused) is (status is BREACHED)
    card_ = held.model_copy(update={"form": "id1"})
    assert named(check(card_, variants.get(school), on=DAY).findings, "id.form") == []


@pytest.mark.parametrize("school", ["ostroleka", *SILENT])
@pytest.mark.parametrize(
    ("made", "status"), [(date(2024, 7, 12), MET), (date(2024, 7, 13), BREACHED)]
)
def test_elsewhere_the_law_says_until_when_paper_was_issued(
    school: str, made: date, status: Status
) -> None:
    finding = one(check(paper_of(made), variants.get(school), on=DAY), "id.form")
    assert (finding.status, finding.clause) == (status, "act:druki-2023:§74")
    assert finding.notes == ("law_answers",)


def test_before_the_laws_table_begins_nothing_is_said_of_the_form() -> None:
    held = paper_of(date(2019, 2, 1), date(2019, 9, 30))
    before, first, _ = around(date(2019, 9, 1))
    assert named(check(held, variants.get("leczna"), on=before).findings, "id.form") == []
    assert one(check(held, variants.get("leczna"), on=first), "id.form").status is MET


@clause("grojec:§2.7")
@clause("leczna:I.1")
@pytest.mark.parametrize("school", ["grojec", "leczna"])
def test_the_form_is_kept_valid_and_not_a_year_that_nobody_confirmed(school: str) -> None:
    held = paper_of(date(2023, 9, 4), date(2024, 9, 30))
    verdicts = [check(held, variants.get(school), on=day) for day in around(date(2024, 9, 30))]
    assert [verdict.status for verdict in verdicts] == [MET, MET, BREACHED]
    assert [f.code for f in verdicts[-1].reasons] == ["id.valid"]


@clause("leczna:I.1")
@pytest.mark.parametrize("free", [0, 1, None])
@pytest.mark.parametrize(
    ("on", "over"), [(date(2025, 9, 29), False), (UNTIL, False), (date(2025, 10, 1), True)]
)
def test_leczna_i_1_paper_ends_with_its_last_stamp(
    free: int | None, on: date, *, over: bool
) -> None:
    """Over only once the last stamped date has passed and no field is left."""
    verdict = check(paper_of(date(2023, 9, 4), free_fields=free), variants.get("leczna"), on=on)
    run_out = named(verdict.findings, "id.free_fields")
    assert [(f.status, f.clause) for f in run_out] == (
        [(BREACHED, "leczna:I.1")] if over and free == 0 else []
    )
    assert (verdict.status is BREACHED) is over
    silent = check(paper_of(date(2023, 9, 4), free_fields=free), variants.get("grojec"), on=on)
    assert named(silent.findings, "id.free_fields") == []


@clause("leczna:I.1")
def test_fields_are_counted_as_of_the_day_asked_about() -> None:
    held = older("leczna", free_fields=1)
    held = lived(held, confirm(date(2024, 10, 15), UNTIL, "date_and_seal"))
    assert [held.free_fields(day) for day in around(date(2024, 10, 15))] == [1, 0, 0]
    lapsed = check(held, variants.get("leczna"), on=date(2024, 10, 14))
    assert [f.code for f in lapsed.reasons] == ["id.valid"], "one field was left that day"


@clause("leczna:I.1")
@clause("grojec:§2.7")
@pytest.mark.parametrize(
    ("school", "form", "by"),
    [
        ("leczna", "paper", "leczna:I.1"),
        ("leczna", "id1", "leczna:I.1"),
        ("grojec", "paper", "grojec:§2.7"),
        ("grojec", "id1", "I-end-of-education"),
        ("ostroleka", "id1", "I-end-of-education"),
        ("balin", "paper", "I-end-of-education"),
        ("sp6", "id1", "I-end-of-education"),
    ],
)
@pytest.mark.parametrize("ground", get_args(EndGround))
def test_with_the_education_at_the_school_its_id_ends(
    school: str, form: Any, by: str, ground: EndGround
) -> None:
    leaving = date(2025, 1, 31)
    held = older(school, form=form, valid_until=UNTIL)
    outcome = done(held, End(on=leaving, ground=ground))
    finding = one(outcome, "end.ground")
    assert (finding.clause, finding.subject) == (by, ground)
    gone = outcome.document
    assert [state_on(gone, day) for day in around(leaving)] == [
        State.VALID,
        State.ENDED,
        State.ENDED,
    ]
    assert [check(gone, variants.get(school), on=day).status for day in around(leaving)] == [
        MET,
        BREACHED,
        BREACHED,
    ]
    void = check(gone, variants.get(school), on=leaving)
    assert [(f.code, f.clause) for f in void.reasons] == [("document.ended", by)]
    late = decided(gone, ReportLoss(on=leaving, how="lost"))
    assert why(late) == {("document.ended", by)}
    assert late.reasons[0].measured == "2025-01-31"
    assert state_on(lived(gone, GiveBack(on=leaving)), leaving) is State.RETURNED


@clause("leczna:I.1")
@pytest.mark.parametrize(
    ("made", "by"),
    [
        (date(2024, 7, 11), "leczna:I.1"),
        (date(2024, 7, 12), "leczna:I.1"),
        (date(2024, 7, 13), "I-end-of-education"),
    ],
)
def test_leczna_i_1_speaks_of_ids_issued_until_12_july_2024(made: date, by: str) -> None:
    held = older("leczna", on=made, form="id1", valid_until=UNTIL)
    leaving = End(on=date(2025, 1, 31), ground="school_changed")
    assert one(decided(held, leaving), "end.ground").clause == by


# --- handing over and destroying ------------------------------------------------------------------


@clause("grojec:§3.3d")
def test_grojec_3_3d_the_office_hands_the_id_over_with_day_and_receiver() -> None:
    outcome = done(issued("grojec"), HandOver(on=LATER, to="pupil", signed=True))
    assert one(outcome, "handover.office").clause == "grojec:§3.3d"
    (event,) = outcome.events
    assert isinstance(event, HandedOver)
    assert (event.on, event.to, event.signed) == (LATER, "pupil", True)
    assert outcome.document.handed_over == event
    assert [state_on(outcome.document, day) for day in around(LATER)] == [
        State.ISSUED,
        State.VALID,
        State.VALID,
    ]


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_id_is_handed_over_once(school: str) -> None:
    held = in_hand(school)
    again = decided(held, HandOver(on=LATER, to="parent"))
    assert isinstance(again, Refused)
    finding = one(again, "handover.once")
    assert (finding.status, finding.measured) == (BREACHED, DAY.isoformat())
    assert available(held, variants.get(school), on=LATER)["hand_over"] == (finding,)


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize(
    ("on", "kind"),
    [
        (DAY - timedelta(days=1), Refused),
        (DAY, Accepted),
        (date(2025, 9, 29), Accepted),
        (UNTIL, Accepted),
        (date(2025, 10, 1), Refused),
    ],
)
def test_an_id_is_handed_over_from_its_issue_until_its_date(
    school: str, on: date, kind: type[Outcome]
) -> None:
    assert isinstance(decided(issued(school), HandOver(on=on, to="pupil")), kind)


NOT_IN_HAND = sorted({*KINDS} - {"hand_over", "code_services", "exchange", "end", "destroy"})


@pytest.mark.parametrize("kind", [kind for kind in NOT_IN_HAND if kind not in {"amend", "correct"}])
def test_what_nobody_has_collected_cannot_be_used(kind: str) -> None:
    (reason,) = available(issued("leczna"), variants.get("leczna"), on=DAY)[kind]
    assert (reason.code, reason.status) == ("document.handed_over", BREACHED)


@clause("grojec:§3.6")
@pytest.mark.parametrize(
    ("on", "kind"),
    [(date(2025, 9, 29), Refused), (UNTIL, Refused), (date(2025, 10, 1), Accepted)],
)
def test_grojec_3_6_uncollected_and_faulty_cards_are_destroyed_after_their_date(
    on: date, kind: type[Outcome]
) -> None:
    faulty = done(in_hand("grojec"), exchange("grojec", LATER)).document
    for made in (issued("grojec"), faulty):
        outcome = decided(made, Destroy(on=on))
        assert isinstance(outcome, kind)
        finding = one(outcome, "destroy.after_validity")
        assert (finding.clause, finding.measured) == ("grojec:§3.6", on.isoformat())
        assert finding.limit == "2025-09-30"
        if isinstance(outcome, Accepted):
            assert [event.event for event in outcome.events] == ["destroyed"]
            gone = outcome.document
            assert state_on(gone, on) is State.DESTROYED
            assert gone.void_on(on)
            assert why(decided(gone, End(on=on, ground="school_changed"))) == {
                ("document.destroyed", "invariant:one-life")
            }
        else:
            assert finding.earliest == date(2025, 10, 1)
            assert available(made, variants.get("grojec"), on=on)["destroy"] == (finding,)


@clause("grojec:§3.6")
def test_grojec_3_6_what_its_holder_has_is_not_destroyed() -> None:
    assert why(decided(in_hand("grojec"), Destroy(on=UNTIL))) == {
        ("document.in_use", "invariant:one-life")
    }


@pytest.mark.parametrize("school", sorted({*SCHOOLS} - {"grojec"}))
@pytest.mark.parametrize("on", [UNTIL, date(2025, 10, 1)])
def test_of_destruction_no_other_text_speaks_so_the_head_decides(school: str, on: date) -> None:
    outcome = decided(issued(school), Destroy(on=on))
    assert why(outcome) == {("destroy.after_validity", "I-silence")}
    assert one(outcome, "destroy.after_validity").who == "head"
    assert isinstance(spoken(issued(school), Destroy(on=on)), Accepted)
    assert isinstance(spoken(issued(school), Destroy(on=on), holds=False), Refused)


def test_after_the_last_day_of_all_there_is_no_later_one() -> None:
    last = date(2299, 12, 31)
    outcome = decided(issued("grojec", made=card(valid_until=last)), Destroy(on=last))
    assert one(outcome, "destroy.after_validity").earliest is None
    assert school_id.load_outcome(dump(outcome)) == outcome
    near = issued("grojec", made=card(valid_until=date(2299, 12, 30)))
    assert one(decided(near, Destroy(on=DAY)), "destroy.after_validity").earliest == last


# --- exchange -------------------------------------------------------------------------------------


@clause("grojec:§4.1")
@clause("leczna:III.1")
@pytest.mark.parametrize(("school", "by"), [("grojec", "grojec:§4.1"), ("leczna", "leczna:III.1")])
def test_nothing_is_corrected_on_an_id_an_error_leads_to_an_exchange(school: str, by: str) -> None:
    held = in_hand(school)
    lost = lived(held, ReportLoss(on=LATER, how="lost"))
    for document, on in ((issued(school), DAY), (held, DAY), (held, NEXT), (lost, LATER)):
        refused = decided(document, Amend(on=on))
        assert isinstance(refused, Refused)
        finding = one(refused, "document.amended")
        assert (finding.status, finding.clause, finding.subject) == (BREACHED, by, "id_exchange")
    outcome = done(held, exchange(school, LATER, "error", handed_in=HANDED[school]))
    assert [event.event for event in outcome.events] == ["exchanged"]


@pytest.mark.parametrize("school", ["ostroleka", *SILENT])
def test_where_no_text_forbids_corrections_none_is_made_either(school: str) -> None:
    """Nobody here can allow it: the rule, if there is one, stands in no text known."""
    undecided = decided(in_hand(school), Amend(on=LATER))
    assert isinstance(undecided, Undecided)
    (finding,) = undecided.findings
    assert (finding.status, finding.clause, finding.who) == (OPEN, "I-silence", None)
    assert undecided == spoken(in_hand(school), Amend(on=LATER))


GROUNDS: dict[str, dict[ExchangeGround, tuple[Status, str]]] = {
    "grojec": {
        "error": (MET, "grojec:§4.1"),
        "first_name": (MET, "grojec:§4.2"),
        "last_name": (MET, "grojec:§4.2"),
        "address": (MET, "grojec:§4.2"),
    },
    "leczna": {
        "error": (MET, "leczna:III.2"),
        "first_name": (MET, "leczna:III.2"),
        "last_name": (MET, "leczna:III.2"),
        "address": (BREACHED, "leczna:III.2"),
    },
    "ostroleka": {
        "error": (MET, "ostroleka:§3.1"),
        "first_name": (OPEN, "I-silence"),
        "last_name": (MET, "ostroleka:§3.1"),
        "address": (MET, "ostroleka:§3.1"),
    },
    "balin": dict.fromkeys(("error", "first_name", "last_name", "address"), (OPEN, "I-silence")),
    "sp6": dict.fromkeys(("error", "first_name", "last_name", "address"), (OPEN, "I-silence")),
}
"""What each school takes for a ground in autumn 2024, when no law was known to name any."""


@clause("grojec:§4.1")
@clause("grojec:§4.2")
@clause("leczna:III.2")
@clause("ostroleka:§3.1")
@pytest.mark.parametrize(
    ("school", "ground"), [(school, ground) for school in GROUNDS for ground in GROUNDS[school]]
)
def test_the_grounds_of_an_exchange(school: str, ground: ExchangeGround) -> None:
    outcome = spoken(in_hand(school), exchange(school, LATER, ground))
    status, by = GROUNDS[school][ground]
    finding = one(decided(in_hand(school), exchange(school, LATER, ground)), "application.ground")
    assert (finding.status, finding.clause, finding.subject) == (status, by, ground)
    assert isinstance(outcome, Refused if status is BREACHED else Accepted)
    if isinstance(outcome, Accepted):
        (event,) = outcome.events
        assert event.model_dump()["clause"] == by
        assert outcome.successor
        assert outcome.successor.document.issued.in_place_of == "17/2024"
        assert outcome.successor.document.issued.copies == 0
        assert outcome.successor.findings == outcome.findings


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_exchange_needs_a_ground_of_its_own(school: str) -> None:
    for reason in (None, *LOSSES):
        refused = spoken(in_hand(school), exchange(school, LATER, reason))
        assert isinstance(refused, Refused)
        assert one(refused, "application.ground").status is BREACHED


@clause("leczna:III.3")
def test_leczna_iii_3_the_application_gives_the_reason() -> None:
    refused = decided(in_hand("leczna"), exchange("leczna", LATER, None))
    assert {("application.item", "leczna:III.3"), ("application.ground", "leczna:III.2")} <= (
        why(refused)
    )
    given = [f for f in done(in_hand("leczna"), exchange("leczna", LATER)).findings if f.subject]
    assert ("reason", MET) in [(f.subject, f.status) for f in given]


@clause("leczna:III.3")
@pytest.mark.parametrize("school", WITH_TEXT)
def test_a_reason_on_the_form_is_a_reason_and_there_is_one(school: str) -> None:
    """It counts for the ground, for the proof that a change needs, and in what is written down."""
    held, form = in_hand(school), FilledForm(reason="last_name")
    written = exchange(school, LATER, None, form=form)
    outcome = done(held, written)
    assert one(outcome, "application.ground").subject == "last_name"
    assert outcome.events[0].model_dump()["ground"] == "last_name"
    unproven = exchange(school, LATER, None, form=form, handed_in=("old_id",))
    assert [f.subject for f in spoken(held, unproven).reasons] == ["proof_of_change"]
    two = decided(held, exchange(school, LATER, "error", form=form))
    assert one(two, "form.reason").status is BREACHED


@clause("grojec:§4.2")
@clause("leczna:III.2")
@clause("leczna:IV.1")
@clause("grojec:§5.1")
@clause("ostroleka:§3.2")
@pytest.mark.parametrize(
    ("command", "school", "who", "adult", "status", "by"),
    [
        (command, school, who, adult, *said)
        for command, school, unit, words in (
            (exchange, "grojec", "§4.2", {"adult pupil": REVIEW}),
            (duplicate, "grojec", "§5.1", {"adult pupil": REVIEW}),
            (exchange, "leczna", "III.2", {}),
            (duplicate, "leczna", "IV.1", {}),
            (duplicate, "ostroleka", "§3.2", {"adult pupil": MET}),
        )
        for who, adult, said in (
            ("parent", False, (MET, f"{school}:{unit}")),
            ("guardian", False, (MET, f"{school}:{unit}")),
            ("foster_carer", False, (MET, f"{school}:{unit}")),
            ("parent", True, (MET, f"{school}:{unit}")),
            ("pupil", False, (BREACHED, f"{school}:{unit}")),
            ("pupil", True, (words.get("adult pupil", BREACHED), f"{school}:{unit}")),
            ("graduate", True, (BREACHED, f"{school}:{unit}")),
        )
    ],
)
def test_who_may_apply(
    command: Any, school: str, who: ApplicantKind, *, adult: bool, status: Status, by: str
) -> None:
    """At grojec an adult pupil is only implied (I-applicants)."""
    pupil = ADULT if adult else ANNA
    held = in_hand(school, pupil=pupil, other_document="passport ZX 123")
    how = {"pupil": pupil, "other_document": "passport ZX 123", "applicant": who}
    finding = one(decided(held, command(school, LATER, **how)), "application.applicant")
    assert (finding.status, finding.clause, finding.subject) == (status, by, who)


@pytest.mark.parametrize("who", get_args(ApplicantKind))
def test_ostroleka_names_nobody_for_an_exchange_so_anybody_may_ask(who: ApplicantKind) -> None:
    command = exchange("ostroleka", LATER, applicant=who)
    assert named(decided(in_hand("ostroleka"), command).findings, "application.applicant") == []


ITEMS: list[tuple[str, str, str, ExchangeGround, bool]] = [
    ("grojec", "form", "grojec:§4.2", "error", True),
    ("grojec", "form", "grojec:§4.2", "address", True),
    ("grojec", "old_id", "grojec:§4.3c", "error", True),
    ("grojec", "old_id", "grojec:§4.3c", "last_name", True),
    ("grojec", "proof_of_change", "grojec:§4.3b", "error", False),
    ("grojec", "proof_of_change", "grojec:§4.3b", "first_name", True),
    ("grojec", "proof_of_change", "grojec:§4.3b", "last_name", True),
    ("grojec", "proof_of_change", "grojec:§4.3b", "address", True),
    ("leczna", "form", "leczna:III.2", "error", True),
    ("leczna", "old_id", "leczna:III.4", "error", True),
    ("leczna", "old_id", "leczna:III.4", "first_name", True),
    ("leczna", "proof_of_change", "leczna:III.4", "error", False),
    ("leczna", "proof_of_change", "leczna:III.4", "last_name", True),
    ("ostroleka", "old_id", "ostroleka:§3.1", "error", True),
    ("ostroleka", "old_id", "ostroleka:§3.1", "address", True),
    ("ostroleka", "proof_of_change", "ostroleka:§3.1", "error", False),
    ("ostroleka", "proof_of_change", "ostroleka:§3.1", "last_name", True),
]


@clause("grojec:§4.3b")
@clause("grojec:§4.3c")
@clause("leczna:III.4")
@clause("ostroleka:§3.1")
@pytest.mark.parametrize(("school", "item", "by", "ground", "needed"), ITEMS)
def test_what_comes_with_an_exchange(
    school: str, item: str, by: str, ground: ExchangeGround, *, needed: bool
) -> None:
    """A change of data is proven, a mistake of the school is not; the old ID comes back in both."""
    whole = exchange(school, LATER, ground)
    less = [one for one in whole.application.handed_in if one != item]
    outcome = spoken(in_hand(school), exchange(school, LATER, ground, handed_in=less))
    missing = [
        (f.subject, f.clause)
        for f in named(outcome.findings, "application.item")
        if f.status is BREACHED
    ]
    assert missing == ([(item, by)] if needed else [])
    assert isinstance(outcome, Refused if needed else Accepted)


@clause("leczna:III.4")
def test_leczna_iii_4_the_photo_of_an_exchange_is_a_jpg_and_no_more() -> None:
    held = in_hand("leczna")
    small = facts(width=10, height=10, dpi=72)
    assert isinstance(spoken(held, exchange("leczna", LATER, photo=small)), Accepted)
    assert ("photo.present", "leczna:III.4") in why(
        decided(held, exchange("leczna", LATER, photo=None))
    )
    png = facts(format="PNG", filename="kowalska-anna-4b.png")
    assert ("photo.format", "leczna:III.4") in why(
        decided(held, exchange("leczna", LATER, photo=png))
    )


@clause("grojec:§4.4")
@clause("leczna:III.5")
@clause("ostroleka:§3.1")
@pytest.mark.parametrize(
    ("school", "free_by_text", "unit"),
    [
        ("grojec", {"error", "address", "last_name"}, "grojec:§4.4"),
        ("leczna", set(get_args(ExchangeGround)), "leczna:III.5"),
        ("ostroleka", {"error", "address", "last_name"}, "ostroleka:§3.1"),
        ("balin", set(), ""),
    ],
)
@pytest.mark.parametrize("ground", get_args(ExchangeGround))
def test_an_exchange_is_free_by_the_text_or_else_by_the_law_which_is_said(
    school: str, free_by_text: set[str], unit: str, ground: ExchangeGround
) -> None:
    due = fees.fee(variants.get(school), "id_exchange", on=DAY, ground=ground)
    assert str(due.amount) == "0.00"
    if ground in free_by_text:
        assert due.basis == unit
    else:
        assert due.basis == "act:druki-2023:§67"
        assert one(due, "fee.amount").notes == ("school_silent", "law_answers")


@pytest.mark.parametrize("school", sorted(GROUNDS))
def test_an_exchanged_id_is_void_from_the_day_of_the_exchange(school: str) -> None:
    """It comes back with the application (I-exchanged-id); at balin and sp6 nobody asks for it."""
    outcome = done(in_hand(school), exchange(school, LATER, "last_name"))
    old = outcome.document
    back = school not in SILENT
    after = State.RETURNED if back else State.REPLACED
    assert [state_on(old, day) for day in around(LATER)] == [State.VALID, after, after]
    assert [check(old, variants.get(school), on=day).status for day in around(LATER)] == [
        MET,
        BREACHED,
        BREACHED,
    ]
    code, by = (
        ("document.returned", "invariant:one-life")
        if back
        else (
            "document.replaced",
            "I-silence",
        )
    )
    late = decided(old, confirm(date(2025, 9, 1)))
    assert why(late) == {(code, by)}
    assert late.reasons[0].measured == LATER.isoformat()
    if not back:
        assert state_on(lived(old, ReportFound(on=LATER)), LATER) is State.FOUND
        assert state_on(lived(old, GiveBack(on=LATER)), LATER) is State.RETURNED


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_application_is_for_the_same_pupil_and_kind(school: str) -> None:
    held = in_hand(school)
    other = ANNA.model_copy(update={"born": date(2013, 5, 5), "pesel": None})
    for command in (exchange, duplicate):
        for changes in ({"pupil": other}, {"kind": "preschool"}):
            refused = spoken(held, command(school, LATER, **changes))
            assert ("application.same_pupil", "invariant:same-pupil") in why(refused)
        renamed = ANNA.model_copy(update={"last_name": "Nowak"})
        finding = one(
            decided(held, command(school, LATER, pupil=renamed)), "application.same_pupil"
        )
        assert finding.status is MET


@pytest.mark.parametrize("school", WITH_TEXT)
@pytest.mark.parametrize("make", [exchange, duplicate])
def test_before_its_first_day_a_text_judges_no_exchange_and_no_duplicate(
    school: str, make: Any
) -> None:
    since = variants.get(school).in_force.since
    assert since is not None
    before = since - timedelta(days=1)
    held = older(school, form="id1")
    outcome = decided(held, make(school, before))
    ground = one(outcome, "application.ground")
    assert (ground.status, ground.clause, ground.who) == (OPEN, "I-silence", "head")
    assert ground.notes == ("school_not_in_force",)
    assert isinstance(outcome, Undecided)
    for finding in outcome.findings:
        assert finding.clause.partition(":")[0] not in SCHOOLS, finding
    assert isinstance(spoken(held, make(school, before)), Accepted)


# --- duplicates -----------------------------------------------------------------------------------

UNITS = {
    "grojec": ("grojec:§5.1", "grojec:§5.3b", "grojec:§5.4"),
    "leczna": ("leczna:IV.1", "leczna:IV.2", "leczna:IV.3"),
    "ostroleka": ("ostroleka:§3.1.grounds", "ostroleka:§3.4", "ostroleka:§3.5"),
}
"""The clauses of the grounds, of the proof of payment and of the fee."""


@clause("grojec:§5.1")
@clause("leczna:IV.1")
@clause("ostroleka:§3.1.grounds")
@pytest.mark.parametrize("school", WITH_TEXT)
def test_a_lost_stolen_or_destroyed_id_leads_to_a_duplicate(school: str) -> None:
    by, *_ = UNITS[school]
    for reason in LOSSES:
        held = in_hand(school)
        for original in (held, lived(held, ReportLoss(on=LATER, how=reason))):
            outcome = done(original, duplicate(school, LATER, reason))
            finding = one(outcome, "application.ground")
            assert (finding.clause, finding.subject) == (by, reason)
            assert state_on(outcome.document, LATER) is State.REPORTED
            (event,) = outcome.events
            assert event.model_dump(include={"how", "clause"}) == {"how": reason, "clause": by}
            assert outcome.successor
            copy = outcome.successor.document
            assert (copy.issued.copies, copy.issued.in_place_of) == (1, "17/2024")
            assert state_on(copy, LATER) is State.ISSUED
    for wrong in {*get_args(ExchangeGround)} - {"other"}:
        refused = spoken(in_hand(school), duplicate(school, LATER, wrong))
        assert isinstance(refused, Refused)
        assert one(refused, "application.ground").status is BREACHED
    unsaid = decided(in_hand(school), duplicate(school, LATER, None))
    finding = one(unsaid, "application.ground")
    assert (finding.status, finding.clause, finding.who) == (REVIEW, by, "office")


@clause("grojec:§5.1")
@clause("ostroleka:§3.2")
@pytest.mark.parametrize(
    ("school", "by"), [("grojec", "grojec:§5.1"), ("ostroleka", "ostroleka:§3.2")]
)
def test_the_application_for_a_duplicate_says_why(school: str, by: str) -> None:
    refused = spoken(in_hand(school), duplicate(school, LATER, None))
    lacking = [f for f in named(refused.findings, "application.item") if f.status is BREACHED]
    assert [(f.subject, f.clause) for f in lacking] == [("reason", by)]


@clause("leczna:IV.1")
def test_leczna_iv_1_has_nobody_say_in_which_way_an_id_was_lost() -> None:
    outcome = done(in_hand("leczna"), duplicate("leczna", LATER, None))
    assert outcome.events[0].model_dump()["how"] is None


@clause("grojec:§5.1")
@clause("grojec:§5.2")
@clause("leczna:IV.1")
@clause("ostroleka:§1.2")
@clause("ostroleka:§3.3")
@pytest.mark.parametrize(
    ("school", "by", "annex"),
    [
        ("grojec", "grojec:§5.1", ("grojec:§5.2",)),
        ("leczna", "leczna:IV.1", ()),
        ("ostroleka", "ostroleka:§1.2", ("ostroleka:§3.3",)),
    ],
)
def test_a_duplicate_is_asked_for_in_writing(school: str, by: str, annex: tuple[str, ...]) -> None:
    refused = spoken(in_hand(school), duplicate(school, LATER, handed_in=()))
    assert isinstance(refused, Refused)
    lacking = [f for f in named(refused.findings, "application.item") if f.status is BREACHED]
    assert [(f.subject, f.clause, f.also) for f in lacking] == [("form", by, annex)]


@clause("grojec:§5.2")
@clause("ostroleka:§3.3")
@pytest.mark.parametrize(("school", "unit"), [("grojec", "§5.2"), ("ostroleka", "§3.3")])
def test_annex_2_is_judged_field_by_field_where_it_is_brought(school: str, unit: str) -> None:
    form = FilledForm(
        place="Grójec",
        written=LATER,
        applicant_name="Maria Kowalska",
        applicant_address="ul. Lipowa 1",
        applicant_phone="600 000 000",
        applicant_email="maria@example.org",
        birth_place="Grójec",
        reason="lost",
        signed=True,
    )
    held = in_hand(school)
    outcome = done(held, duplicate(school, LATER, None, form=form, handed_in=()))
    assert outcome.events[0].model_dump()["how"] == "lost"
    fields = named(outcome.findings, "form.field")
    assert {f.clause for f in fields} == {f"{school}:form.duplicate"}
    assert {f.also for f in fields} == {(f"{school}:{unit}",)}
    unsigned = form.model_copy(update={"signed": False})
    refused = decided(held, duplicate(school, LATER, form=unsigned, handed_in=()))
    assert [f.subject for f in refused.reasons if f.status is BREACHED] == ["signature"]


@clause("grojec:§5.3b")
@clause("leczna:IV.2")
@clause("ostroleka:§1.3")
@clause("ostroleka:§3.4")
@pytest.mark.parametrize("school", WITH_TEXT)
@pytest.mark.parametrize(
    ("amount", "status"), [("8.99", BREACHED), ("9.00", MET), ("9.01", REVIEW)]
)
def test_the_fee_for_a_duplicate_is_proven(school: str, amount: str, status: Status) -> None:
    _, proof, fee = UNITS[school]
    command = duplicate(school, LATER, payment=paid(school, LATER, amount))
    outcome = decided(in_hand(school), command)
    finding = one(outcome, "payment.amount")
    assert (finding.status, finding.clause, finding.limit) == (status, fee, "9.00")
    (item,) = [f for f in outcome.findings if f.subject == "proof_of_payment"]
    assert (item.status, item.clause) == (MET, proof)
    assert isinstance(outcome, Refused) is (status is BREACHED)
    without = decided(in_hand(school), duplicate(school, LATER, payment=None))
    (item,) = [f for f in without.findings if f.subject == "proof_of_payment"]
    assert (item.status, item.clause) == (BREACHED, proof)
    assert isinstance(without, Refused)


@pytest.mark.parametrize("school", WITH_TEXT)
def test_a_proof_that_is_only_said_to_be_there_the_office_compares(school: str) -> None:
    items = ("form", "proof_of_payment")
    outcome = decided(in_hand(school), duplicate(school, LATER, payment=None, handed_in=items))
    finding = one(outcome, "payment.amount")
    assert (finding.status, finding.limit, finding.notes) == (
        REVIEW,
        "9.00",
        ("proof_not_compared",),
    )


@clause("ostroleka:§1.3")
def test_ostroleka_1_3_a_duplicate_costs_money() -> None:
    due = fees.fee(variants.get("ostroleka"), "id_duplicate", on=DAY)
    assert (str(due.amount), due.basis) == ("9.00", "ostroleka:§3.5")
    assert "ostroleka:§1.3" in one(due, "fee.amount").also


@clause("leczna:IV.2")
def test_leczna_iv_2_the_photo_of_a_duplicate_is_a_jpg_sent_by_mail() -> None:
    held = in_hand("leczna")
    assert ("photo.present", "leczna:IV.2") in why(
        decided(held, duplicate("leczna", LATER, photo=None))
    )
    tiny = facts(width=1, height=1, dpi=1, filename="x.jpg")
    mailed = done(held, duplicate("leczna", LATER, photo=tiny, photo_sent_by="email"))
    assert one(mailed, "photo.channel").clause == "leczna:IV.2"
    brought = decided(held, duplicate("leczna", LATER, photo_sent_by="office"))
    assert one(brought, "photo.channel").status is REVIEW


@pytest.mark.parametrize("school", ["leczna"])
@pytest.mark.parametrize("kind", ["school", "preschool"])
def test_leczna_duplicate_costs_9_zl(school: str, kind: Any) -> None:
    child = ANNA.model_copy(update={"disability": True})
    held = in_hand(school, kind=kind, pupil=child)
    outcome = done(held, duplicate(school, LATER, kind=kind, pupil=child))
    finding = one(outcome, "payment.amount")
    assert (finding.clause, finding.measured, finding.limit) == ("leczna:IV.3", "9.00", "9.00")


@clause("grojec:form.photo-note")
@pytest.mark.parametrize(
    ("photo", "code", "status"),
    [
        (facts(width=491), "photo.width", BREACHED),
        (facts(width=492), "photo.width", MET),
        (facts(width=493), "photo.width", MET),
        (facts(height=632), "photo.height", BREACHED),
        (facts(height=633), "photo.height", MET),
        (facts(height=634), "photo.height", MET),
        (facts(dpi=599), "photo.dpi", REVIEW),
        (facts(dpi=600), "photo.dpi", MET),
        (facts(dpi=601), "photo.dpi", MET),
        (facts(format="PNG", filename="anna-kowalska-4b.png"), "photo.format", MET),
        (facts(format="PDF"), "photo.format", BREACHED),
        (facts(filename="anna-kowalska-4b.jpg"), "photo.name", MET),
        (facts(filename="anna-kowalska-5b.jpg"), "photo.name", BREACHED),
    ],
)
def test_grojec_the_photo_of_a_duplicate_is_as_its_form_says(
    photo: Any, code: str, status: Status
) -> None:
    """And at the exchange no dots per inch are asked for."""
    held = in_hand("grojec")
    finding = one(decided(held, duplicate("grojec", LATER, photo=photo)), code)
    by = "grojec:§5.3a" if code == "photo.name" else "grojec:form.photo-note"
    assert (finding.status, finding.clause) == (status, by)
    at_the_exchange = decided(held, exchange("grojec", LATER, photo=photo))
    assert named(at_the_exchange.findings, "photo.dpi") == []


@clause("grojec:form.photo-channel")
@pytest.mark.parametrize(
    ("way", "status"), [("email", MET), ("e_register", MET), ("office", REVIEW)]
)
def test_grojec_the_photo_of_a_duplicate_comes_by_mail_or_e_register(
    way: Any, status: Status
) -> None:
    nameless = facts(filename="1.jpg")
    command = duplicate("grojec", LATER, photo=nameless, photo_sent_by=way)
    outcome = decided(in_hand("grojec"), command)
    channel = one(outcome, "photo.channel")
    assert (channel.status, channel.clause) == (status, "grojec:form.photo-channel")
    assert channel.who == (None if status is MET else "office")
    name = one(outcome, "photo.name")
    waived = way == "e_register"
    assert (name.status, name.notes) == ((MET, ("name_waived",)) if waived else (BREACHED, ()))


@clause("ostroleka:§1.4")
@clause("ostroleka:§3.4")
def test_ostroleka_1_4_a_duplicate_bears_a_photo() -> None:
    held = in_hand("ostroleka")
    refused = decided(held, duplicate("ostroleka", LATER, photo=None))
    assert why(refused) == {("photo.present", "ostroleka:§3.4")}
    file = done(held, duplicate("ostroleka", LATER))
    assert "ostroleka:§1.4" in one(file, "photo.format").also


@clause("ostroleka:§3.4")
def test_ostroleka_3_4_a_print_with_its_labels_will_do() -> None:
    held = in_hand("ostroleka")
    labels = ("first_names", "last_name", "birth_date", "address")
    whole = done(held, duplicate("ostroleka", LATER, photo=None, photo_print=labels))
    assert not [f for f in whole.findings if f.code.startswith("photo.w")], "no file, no pixels"
    for left_out in labels:
        less = [label for label in labels if label != left_out]
        refused = decided(held, duplicate("ostroleka", LATER, photo=None, photo_print=less))
        assert isinstance(refused, Refused)
        lacking = [(f.subject, f.clause) for f in refused.reasons if f.status is BREACHED]
        assert lacking == [(left_out, "ostroleka:§3.4")]
    both = decided(held, duplicate("ostroleka", LATER, photo_print=()))
    assert named(both.findings, "photo.width"), "a file is judged where one came"
    elsewhere = decided(
        in_hand("grojec"), duplicate("grojec", LATER, photo=None, photo_print=labels)
    )
    assert ("photo.present", "grojec:form.photo-note") in why(elsewhere)


@clause("ostroleka:§3.4")
@pytest.mark.parametrize(("dpi", "status"), [(99, MET), (100, MET), (101, BREACHED)])
def test_ostroleka_3_4_at_most_100_dpi(dpi: int, status: Status) -> None:
    photo = photo_for("ostroleka").model_copy(update={"dpi": dpi})
    outcome = decided(in_hand("ostroleka"), duplicate("ostroleka", LATER, photo=photo))
    finding = one(outcome, "photo.dpi_at_most")
    assert (finding.status, finding.clause) == (status, "ostroleka:§3.4")


@clause("ostroleka:§5.1")
@pytest.mark.parametrize(
    ("standing", "status"), [("pupil", MET), ("graduate", MET), ("outsider", BREACHED)]
)
@pytest.mark.parametrize("make", [duplicate, exchange])
def test_ostroleka_5_1_the_text_is_for_pupils_and_graduates(
    make: Any, standing: str, status: Status
) -> None:
    outcome = decided(in_hand("ostroleka"), make("ostroleka", LATER, standing=standing))
    finding = one(outcome, "application.scope")
    assert (finding.status, finding.clause, finding.subject) == (
        status,
        "ostroleka:§5.1",
        standing,
    )


@clause("ostroleka:§1.5")
def test_ostroleka_1_5_a_duplicate_may_be_issued_again() -> None:
    original, first = duplicated(in_hand("ostroleka"), LATER)
    first = lived(first, HandOver(on=LATER, to="pupil"))
    outcome = done(first, duplicate("ostroleka", date(2025, 1, 10), made=card("19/2024")))
    again = one(outcome, "duplicate.again")
    assert (again.clause, again.measured) == ("ostroleka:§1.5", 1)
    assert outcome.successor
    second = outcome.successor.document
    assert (second.issued.copies, second.issued.in_place_of) == (2, "18/2024")
    assert (
        named(done(in_hand("ostroleka"), duplicate("ostroleka", LATER)).findings, "duplicate.again")
        == []
    )
    twice = decided(original, duplicate("ostroleka", date(2025, 1, 10)))
    assert ("duplicate.once", "invariant:one-duplicate") in why(twice)
    third = done(
        lived(second, HandOver(on=date(2025, 1, 10), to="pupil")),
        duplicate("ostroleka", date(2025, 1, 11), made=card("20/2024")),
    )
    assert one(third, "duplicate.again").measured == 2
    assert third.successor
    assert third.successor.document.issued.copies == 3


@pytest.mark.parametrize("school", sorted({*SCHOOLS} - {"ostroleka"}))
def test_elsewhere_silence_does_not_forbid_a_duplicate_of_a_duplicate(school: str) -> None:
    _, first = duplicated(in_hand(school), LATER)
    first = lived(first, HandOver(on=LATER, to="pupil"))
    second = done(first, duplicate(school, date(2025, 1, 10), made=card("19/2024")))
    assert named(second.findings, "duplicate.again") == []
    assert second.successor
    assert second.successor.document.issued.copies == 2


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2025, 9, 16), []),
        (date(2025, 9, 17), [(BREACHED, "notice:sio-next-number")]),
        (date(2025, 9, 18), [(BREACHED, "notice:sio-next-number")]),
    ],
)
def test_a_duplicate_takes_a_number_of_its_own_since_17_september_2025(
    school: str, on: date, said: list[tuple[Status, str]]
) -> None:
    held = in_hand(school)
    same = decided(held, duplicate(school, on, made=card(valid_until=NEXT)))
    assert [(f.status, f.clause) for f in named(same.findings, "duplicate.number")] == said
    if said:
        _, copy = duplicated(held, on, made=card("18/2025", valid_until=NEXT))
        copy = lived(copy, HandOver(on=on, to="pupil"))
        used = duplicate(school, on, made=card(valid_until=NEXT))
        assert one(decided(copy, used, [held]), "duplicate.number").status is BREACHED
        new = duplicate(school, on, made=card("19/2025", valid_until=NEXT))
        assert one(decided(copy, new, [held]), "duplicate.number").status is MET


# --- what becomes of the original -----------------------------------------------------------------


@clause("grojec:§5.7")
@clause("leczna:IV.5")
@pytest.mark.parametrize(("school", "by"), [("grojec", "grojec:§5.7"), ("leczna", "leczna:IV.5")])
def test_with_the_receipt_of_the_duplicate_the_original_is_void(school: str, by: str) -> None:
    """Valid on the day before the handover, void on that day: at leczna the duplicate costs 9 zł."""
    original, copy = duplicated(in_hand(school), LATER)
    received = date(2025, 1, 20)
    assert ("replace.received", "invariant:one-handover") in why(
        decided(original, Replace(on=received), [copy])
    )
    copy = lived(copy, HandOver(on=received, to="pupil"))
    for on, limit in ((date(2025, 1, 19), None), (date(2025, 1, 21), "2025-01-20")):
        another_day = decided(original, Replace(on=on), [copy])
        assert why(another_day) == {("replace.received", "invariant:one-handover")}
        assert one(another_day, "replace.received").limit == limit
    outcome = done(original, Replace(on=received), [copy])
    void = one(outcome, "original.void")
    assert (void.status, void.clause, void.measured) == (MET, by, "2025-01-20")
    original = outcome.document
    assert [state_on(original, day) for day in around(received)] == [
        State.REPORTED,
        State.REPLACED,
        State.REPLACED,
    ]
    rules = variants.get(school)
    assert [check(original, rules, on=day).status for day in around(received)] == [
        MET,
        BREACHED,
        BREACHED,
    ]
    assert [check(copy, rules, on=day).status for day in around(received)] == [MET, MET, MET]
    late = decided(original, confirm(date(2025, 9, 1)))
    assert why(late) == {("document.replaced", by)}
    assert late.reasons[0].measured == "2025-01-20"


@pytest.mark.parametrize("school", ["ostroleka", *SILENT])
def test_where_no_text_says_it_the_original_is_unsettled(school: str) -> None:
    original, copy = duplicated(in_hand(school), LATER)
    received = date(2025, 1, 20)
    copy = lived(copy, HandOver(on=received, to="pupil"))
    outcome = done(original, Replace(on=received), [copy])
    void = one(outcome, "original.void")
    assert (void.clause, void.notes) == ("I-original-void", ("original_unsettled",))
    original, rules = outcome.document, variants.get(school)
    assert [state_on(original, day) for day in around(received)] == [
        State.REPORTED,
        State.UNSETTLED,
        State.UNSETTLED,
    ]
    verdicts = [check(original, rules, on=day) for day in around(received)]
    assert [verdict.status for verdict in verdicts] == [MET, OPEN, OPEN]
    assert why(verdicts[1]) == {("original.void", "I-original-void")}
    refused = decided(original, confirm(date(2025, 9, 1)))
    assert not isinstance(refused, Accepted)
    assert refused.reasons[0].measured == "2025-01-20"
    gone = lived(original, End(on=date(2025, 1, 31), ground="school_changed"))
    assert {code for code, _ in why(check(gone, rules, on=date(2025, 1, 30)))} == {"original.void"}
    assert {code for code, _ in why(check(gone, rules, on=date(2025, 1, 31)))} == {"document.ended"}


@clause("grojec:§5.7")
@clause("leczna:IV.5")
@clause("ostroleka:§3.10")
@pytest.mark.parametrize(
    ("school", "by"),
    [
        ("grojec", "grojec:§5.7"),
        ("leczna", "leczna:IV.5"),
        ("ostroleka", "ostroleka:§3.10"),
        ("balin", None),
        ("sp6", None),
    ],
)
def test_an_original_found_after_the_receipt_is_given_back(school: str, by: str | None) -> None:
    original, copy = duplicated(in_hand(school), LATER)
    received, found, back = date(2025, 1, 20), date(2025, 2, 3), date(2025, 2, 10)
    copy = lived(copy, HandOver(on=received, to="pupil"))
    original = done(original, Replace(on=received), [copy]).document
    outcome = done(original, ReportFound(on=found))
    assert [f.clause for f in named(outcome.findings, "original.returned")] == [by] * bool(by)
    original = outcome.document
    assert [state_on(original, day) for day in around(found)][1:] == [State.FOUND, State.FOUND]
    waiting = decided(original, confirm(date(2025, 9, 1)))
    assert not isinstance(waiting, Accepted)
    if by:
        assert why(waiting) == {("original.returned", by)}
    elsewhere = check(original, variants.get(school), on=found)
    assert elsewhere.status is (BREACHED if school in ("grojec", "leczna") else OPEN)
    returned = done(original, GiveBack(on=back))
    assert [f.clause for f in named(returned.findings, "original.returned")] == [by] * bool(by)
    assert state_on(returned.document, back) is State.RETURNED
    assert check(returned.document, variants.get(school), on=back).status is BREACHED
    assert why(decided(returned.document, ReportFound(on=back))) == {
        ("document.returned", "invariant:one-life")
    }


@clause("grojec:§5.7")
@clause("leczna:IV.5")
@clause("ostroleka:§3.10")
@pytest.mark.parametrize("school", SCHOOLS)
def test_an_original_found_before_the_receipt_is_valid_until_the_receipt(school: str) -> None:
    original, copy = duplicated(in_hand(school), LATER)
    found, received = date(2025, 1, 10), date(2025, 1, 20)
    original = lived(original, ReportFound(on=found))
    assert [state_on(original, day) for day in around(found)] == [
        State.REPORTED,
        State.VALID,
        State.VALID,
    ]
    copy = lived(copy, HandOver(on=received, to="pupil"))
    kept = done(original, Replace(on=received), [copy]).document
    settled = school in ("grojec", "leczna")
    after = State.REPLACED if settled else State.UNSETTLED
    assert [state_on(kept, day) for day in around(received)] == [State.VALID, after, after]
    for again in (duplicate(school, received), exchange(school, received)):
        refused = decided(original, again)
        assert ("duplicate.once", "invariant:one-duplicate") in why(refused)


@pytest.mark.parametrize("school", SCHOOLS)
def test_found_again_after_its_date_it_has_lapsed(school: str) -> None:
    lost = lived(in_hand(school), ReportLoss(on=LATER, how="lost"))
    states = [state_on(lived(lost, ReportFound(on=day)), day) for day in around(UNTIL)]
    assert states == [State.VALID, State.VALID, State.LAPSED]


def test_only_a_duplicate_takes_the_place_of_an_original() -> None:
    held = in_hand("grojec")
    assert why(decided(held, Replace(on=LATER))) == {
        ("replace.duplicate", "invariant:one-duplicate")
    }


@pytest.mark.parametrize("school", WITH_TEXT)
def test_what_was_never_duplicated_is_no_original_to_be_given_back(school: str) -> None:
    held = in_hand(school)
    lost = lived(held, ReportLoss(on=LATER, how="lost"))
    for outcome in (done(held, GiveBack(on=LATER)), done(lost, ReportFound(on=LATER))):
        assert named(outcome.findings, "original.returned") == []


@pytest.mark.parametrize("school", WITH_TEXT)
def test_with_one_number_in_the_family_each_duplicate_replaces_its_own_original(
    school: str,
) -> None:
    """Before September 2025 a duplicate might well bear the number of its original."""
    original, first = duplicated(in_hand(school), LATER, made=card())
    first = lived(first, HandOver(on=LATER, to="pupil"))
    original = done(original, Replace(on=LATER), [first]).document
    lost, second = duplicated(first, date(2025, 1, 10), made=card())
    waiting = decided(lost, Replace(on=date(2025, 1, 20)), [original, lost, second])
    assert why(waiting) == {("replace.received", "invariant:one-handover")}
    second = lived(second, HandOver(on=date(2025, 1, 20), to="pupil"))
    outcome = done(lost, Replace(on=date(2025, 1, 20)), [original, lost, second])
    assert [event.event for event in outcome.events] == ["replaced"]


@pytest.mark.parametrize("school", WITH_TEXT)
def test_a_duplicate_that_is_exchanged_before_it_is_collected_leaves_its_place(
    school: str,
) -> None:
    """It was printed with a mistake; the original still waits for its duplicate."""
    original, faulty = duplicated(in_hand(school), LATER)
    outcome = done(faulty, exchange(school, date(2025, 1, 8), made=card("19/2024")))
    faulty = outcome.document
    assert outcome.successor
    right = outcome.successor.document
    assert (right.issued.copies, right.issued.in_place_of) == (1, "17/2024")
    day = date(2025, 1, 20)
    right = lived(right, HandOver(on=day, to="pupil"))
    outcome = done(original, Replace(on=day), [faulty, right])
    assert one(outcome, "replace.received").status is MET
    collected = done(right, exchange(school, date(2025, 2, 3), made=card("20/2024"))).successor
    assert collected
    assert (collected.document.issued.copies, collected.document.issued.in_place_of) == (
        0,
        "19/2024",
    )


def test_a_duplicate_is_that_of_the_id_that_was_duplicated() -> None:
    """An exchanged ID may have borne the same number as the one after it."""
    outcome = done(in_hand("grojec"), exchange("grojec", DAY, made=card()))
    assert outcome.successor
    new = lived(outcome.successor.document, HandOver(on=DAY, to="pupil"))
    lost, copy = duplicated(new, LATER, made=card())
    assert copy.is_copy_of(lost)
    assert not copy.is_copy_of(outcome.document)
    assert not copy.is_copy_of(copy)
    assert not lost.is_copy_of(copy)
    received = lived(copy, HandOver(on=LATER, to="pupil"))
    first, second = duplicated(received, date(2025, 1, 10), made=card())
    assert second.is_copy_of(first)
    assert not second.is_copy_of(lost), "that is the original of its original"


# --- older IDs are taken over ---------------------------------------------------------------------

MADE = date(2023, 9, 4)
OVER = HandedOver(on=MADE, to="pupil")


def stamped(on: date, until: date) -> school_id.Confirmed:
    return school_id.Confirmed(
        on=on, means="date_and_seal", valid_until=until, clause="leczna:II.5"
    )


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_older_id_enters_with_its_confirmations(school: str) -> None:
    acts = (OVER, stamped(date(2024, 9, 16), UNTIL))
    outcome = accepted(taken_over(school, *acts))
    assert [f.code for f in outcome.findings] == [
        "document.school",
        "takeover.days",
        "takeover.acts",
        "takeover.facts",
    ]
    assert [event.event for event in outcome.events] == [
        "issued",
        "handed_over",
        "confirmed",
        "taken_over",
    ]
    held = outcome.document
    assert held == school_id.replay(outcome.events)
    assert held.valid_until(DAY) == UNTIL
    assert [state_on(held, day) for day in (date(2023, 9, 3), MADE, DAY, date(2025, 10, 1))] == [
        State.NOT_YET,
        State.VALID,
        State.VALID,
        State.LAPSED,
    ]


def test_each_act_is_judged_by_its_own_day() -> None:
    """Services were coded while it was valid; that it had lapsed before the next act is no matter."""
    coded = school_id.ServicesCoded(on=date(2024, 9, 16), services=("school_activity",))
    late = stamped(date(2024, 10, 1), UNTIL)
    assert isinstance(taken_over("leczna", OVER, coded, late), Accepted)
    early = coded.model_copy(update={"on": date(2024, 10, 1)})
    refused = taken_over("leczna", OVER, early, late)
    assert one(refused, "takeover.acts").subject == "services_coded"


def test_without_the_schools_word_nothing_is_taken_over() -> None:
    outcome = taken_over("leczna", OVER, word=False)
    assert isinstance(outcome, Undecided)
    assert why(outcome) == {("takeover.facts", "invariant:older-records")}
    no = Attestation(condition="takeover.facts", role="head", on=DAY, holds=False)
    acts = accepted(taken_over("leczna", OVER)).events[:-1]
    assert isinstance(
        school_id.take_over(acts, variants.get("leczna"), on=DAY, attested=[no]), Refused
    )


@pytest.mark.parametrize(
    ("acts", "on", "code", "subject"),
    [
        # days out of order
        ((HandedOver(on=date(2023, 9, 3), to="pupil"),), DAY, "takeover.days", None),
        ((OVER, stamped(date(2023, 9, 1), UNTIL)), DAY, "takeover.days", None),
        ((OVER,), date(2023, 9, 3), "takeover.days", None),
        # acts that the table would have refused
        ((stamped(date(2024, 9, 16), UNTIL),), DAY, "takeover.acts", "confirmed"),
        ((OVER, school_id.Destroyed(on=DAY)), DAY, "takeover.acts", "destroyed"),
        ((OVER, OVER), DAY, "takeover.acts", "handed_over"),
        (
            (OVER, school_id.Ended(on=MADE, ground="school_changed", clause="I-silence"), OVER),
            DAY,
            "takeover.acts",
            "handed_over",
        ),
        ((OVER, school_id.Returned(on=MADE), OVER), DAY, "takeover.acts", "handed_over"),
        ((OVER, school_id.TakenOver(on=MADE)), DAY, "takeover.acts", "taken_over"),
    ],
)
def test_acts_that_could_not_have_been_are_not_taken_over(
    acts: tuple[Any, ...], on: date, code: str, subject: str | None
) -> None:
    refused = taken_over("leczna", *acts, entered=on)
    assert isinstance(refused, Refused)
    finding = one(refused, code)
    assert (finding.status, finding.subject) == (BREACHED, subject)


@pytest.mark.parametrize(("off", "kind"), [(-1, Refused), (0, Accepted), (1, Accepted)])
def test_a_takeover_is_no_day_before_the_last_act(off: int, kind: type[Outcome]) -> None:
    assert isinstance(taken_over("leczna", OVER, entered=MADE + timedelta(days=off)), kind)


def test_a_school_takes_over_its_own_ids() -> None:
    acts = accepted(taken_over("leczna", OVER)).events[:-1]
    word = Attestation(condition="takeover.facts", role="office", on=DAY)
    refused = school_id.take_over(acts, variants.get("grojec"), on=DAY, attested=[word])
    assert why(refused) == {("document.school", "invariant:own-school")}


def test_what_was_taken_over_goes_on_like_any_other() -> None:
    held = older("leczna", free_fields=3)
    held = lived(held, confirm(DAY, UNTIL, "date_and_seal"), ReportLoss(on=LATER, how="lost"))
    assert state_on(held, LATER) is State.REPORTED
    assert why(decided(held, Correct(on=LATER, act="taken_over", done=DAY))) == {
        ("correct.last", "invariant:history-kept")
    }


# --- mistakes are taken back ----------------------------------------------------------------------


def test_a_wrong_report_is_taken_back() -> None:
    held = in_hand("grojec")
    lost = lived(held, ReportLoss(on=LATER, how="lost"))
    outcome = done(lost, Correct(on=date(2024, 11, 8), act="reported", done=LATER))
    again = outcome.document
    assert [event.event for event in again.history] == [
        "issued",
        "handed_over",
        "reported",
        "corrected",
    ]
    assert [state_on(again, day) for day in around(LATER)] == [State.VALID] * 3
    assert again.last_day == DAY
    assert isinstance(decided(again, ReportLoss(on=date(2024, 11, 2), how="stolen")), Accepted)
    twice = decided(again, Correct(on=date(2024, 11, 8), act="reported", done=LATER))
    assert why(twice) == {("correct.last", "invariant:history-kept")}


def test_a_handover_is_taken_back() -> None:
    held = lived(in_hand("grojec"), Correct(on=LATER, act="handed_over", done=DAY))
    assert state_on(held, LATER) is State.ISSUED
    assert held.handed_over is None
    assert state_on(lived(held, HandOver(on=LATER, to="parent")), LATER) is State.VALID


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_issue_that_is_taken_back_was_never_one(school: str) -> None:
    never = lived(issued(school), Correct(on=LATER, act="issued", done=DAY))
    for day in (date(2024, 9, 30), DAY, LATER, NEXT):
        assert state_on(never, day) is State.ANNULLED
        assert check(never, variants.get(school), on=day).status is BREACHED
        assert never.void_on(day) is (day >= DAY)
    for kind, reasons in available(never, variants.get(school), on=LATER).items():
        assert [f.code for f in reasons] == ["document.annulled"], kind
    assert why(decided(never, Correct(on=LATER, act="issued", done=DAY))) == {
        ("document.annulled", "invariant:history-kept")
    }


@pytest.mark.parametrize(
    ("act", "on"),
    [
        ("issued", DAY),
        ("handed_over", LATER),
        ("confirmed", DAY),
        ("reported", DAY),
        ("nothing", DAY),
    ],
)
def test_only_the_last_act_is_taken_back(act: str, on: date) -> None:
    refused = decided(in_hand("grojec"), Correct(on=LATER, act=act, done=on))
    finding = one(refused, "correct.last")
    assert (finding.status, finding.subject, finding.measured) == (
        BREACHED,
        "handed_over",
        DAY.isoformat(),
    )


@pytest.mark.parametrize("make", [exchange, duplicate])
def test_what_made_another_id_is_taken_back_after_that_one(make: Any) -> None:
    outcome = done(in_hand("grojec"), make("grojec", LATER))
    old, (event,) = outcome.document, outcome.events
    assert outcome.successor
    new = outcome.successor.document
    command = Correct(on=date(2024, 11, 5), act=event.event, done=LATER)

    unseen = decided(old, command)
    assert why(unseen) == {("correct.another", "invariant:history-kept")}
    assert unseen.status is REVIEW
    alone = decided(old, command, [old])
    assert alone == unseen, "the old one itself says nothing of a new one"
    assert isinstance(spoken(old, command, holds=False), Refused)
    assert isinstance(spoken(old, command), Accepted)

    living = spoken(old, command, [new])
    assert isinstance(living, Refused)
    assert one(living, "correct.another").status is BREACHED

    never = lived(new, Correct(on=date(2024, 11, 5), act="issued", done=LATER))
    outcome = done(old, command, [never])
    assert state_on(outcome.document, date(2024, 11, 5)) is State.VALID
    assert outcome.document.valid_until(LATER) == UNTIL


def test_the_receipt_of_a_duplicate_is_taken_back_after_what_it_did_to_the_original() -> None:
    waiting, unreceived = duplicated(in_hand("grojec"), LATER)
    copy = lived(unreceived, HandOver(on=LATER, to="pupil"))
    replaced = done(waiting, Replace(on=LATER), [copy]).document
    command = Correct(on=date(2024, 11, 5), act="handed_over", done=LATER)

    refused = spoken(copy, command, [replaced])
    assert why(refused) == {("correct.original", "invariant:history-kept")}
    unseen = decided(copy, command, [copy])
    assert isinstance(unseen, Undecided)
    assert isinstance(spoken(copy, command), Accepted)

    back = done(replaced, Correct(on=date(2024, 11, 5), act="replaced", done=LATER)).document
    assert state_on(back, LATER) is State.REPORTED
    assert decided(copy, command, [back]).outcome == "accepted"
    first = decided(in_hand("grojec"), Correct(on=LATER, act="handed_over", done=DAY))
    assert named(first.findings, "correct.original") == []


def test_a_takeover_is_taken_back_whole_and_no_day_before_it() -> None:
    held = older("leczna")
    early = decided(held, Correct(on=date(2024, 9, 30), act="taken_over", done=DAY))
    assert why(early) == {("day.order", "invariant:day-order")}
    never = lived(held, Correct(on=DAY, act="taken_over", done=DAY))
    assert never.acts() == ()
    assert state_on(never, DAY) is State.ANNULLED
    assert check(never, variants.get("leczna"), on=DAY).status is BREACHED


@pytest.mark.parametrize(
    "history",
    [
        # what was never taken over, or on another day, cannot be taken back
        ("issued", ("corrected", "taken_over", DAY)),
        ("issued", ("taken_over", DAY), ("corrected", "taken_over", LATER)),
        ("issued", ("corrected", "handed_over", DAY)),
    ],
)
def test_a_history_whose_corrections_take_back_what_is_not_there_is_none(history: Any) -> None:
    made = issued("leczna").issued
    events: list[Any] = [made]
    for kind, *rest in history[1:]:
        if kind == "corrected":
            events.append(school_id.Corrected(on=LATER, act=rest[0], done=rest[1]))
        else:
            events.append(school_id.TakenOver(on=rest[0]))
    with pytest.raises(WrongArgument):
        school_id.replay(events)
    data = {"history": [event.model_dump(mode="json") for event in events]}
    with pytest.raises(LoadError):
        load(SchoolId, data)


# --- days and schools -----------------------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize(("off", "kind"), [(-1, Refused), (0, Accepted), (1, Accepted)])
def test_nothing_happens_before_the_last_act(school: str, off: int, kind: type[Outcome]) -> None:
    command = ReportLoss(on=DAY + timedelta(days=off), how="lost")
    outcome = decided(in_hand(school), command)
    assert isinstance(outcome, kind)
    if off < 0:
        finding = one(outcome, "day.order")
        assert (finding.measured, finding.limit) == ("2024-09-30", "2024-10-01")
        assert finding.earliest == DAY


def test_before_its_issue_there_is_none() -> None:
    made = issued("grojec")
    before = DAY - timedelta(days=1)
    assert state_on(made, before) is State.NOT_YET
    (row,) = {school_id.TABLE[State.NOT_YET, kind] for kind in KINDS}
    assert [f.code for f in row.why(made, before, variants.get("grojec"))] == ["day.order"]  # type: ignore[union-attr]  # it refuses


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_school_decides_on_its_own_ids(school: str) -> None:
    foreign = variants.get("grojec" if school != "grojec" else "leczna")
    held = in_hand(school)
    wrong = {("document.school", "invariant:own-school")}
    assert why(school_id.decide(held, ReportLoss(on=LATER, how="lost"), foreign)) == wrong
    verdict = check(held, foreign, on=LATER)
    assert wrong <= why(verdict)
    assert verdict.status is BREACHED
    assert one(check(held, variants.get(school), on=LATER), "document.school").status is MET


BY_THE_OFFICE = {"payment.amount", "replace.received"}
"""What the law or logic asks, whatever the text says, and the office can see."""


@pytest.mark.parametrize("school", SILENT)
def test_where_a_text_says_nothing_of_ids_nothing_is_borrowed(school: str) -> None:
    """No finding of a whole life cites a school; what hangs on a rule waits for the head."""
    held = in_hand(school)
    original, copy = duplicated(held, LATER)
    copy = lived(copy, HandOver(on=LATER, to="pupil"))
    told: list[tuple[SchoolId, Command, bool]] = [
        (issued(school), services("school_activity"), True),
        (issued(school), Destroy(on=DAY), True),
        (held, confirm(date(2025, 9, 1)), True),
        (held, exchange(school, LATER), True),
        (held, duplicate(school, LATER), True),
        (original, Replace(on=LATER), True),
        (held, ReportLoss(on=LATER, how="lost"), False),
        (held, GiveBack(on=LATER), False),
        (held, End(on=LATER, ground="school_completed"), False),
        (issued(school), HandOver(on=DAY, to="pupil"), False),
    ]
    for document, command, waits in told:
        outcome = decided(document, command)
        assert isinstance(outcome, Undecided if waits else Accepted), command.kind
        assert {f.who for f in outcome.reasons if f.code not in BY_THE_OFFICE} <= {"head"}
        assert isinstance(spoken(document, command), Accepted)
        for finding in outcome.findings:
            assert finding.clause.partition(":")[0] not in SCHOOLS, finding


# --- calls ----------------------------------------------------------------------------------------


def calls() -> Iterable[Any]:
    school, held = variants.get("grojec"), in_hand("grojec")
    seen, made, lost = application("grojec"), card(), ReportLoss(on=LATER, how="lost")
    fact = held.held(DAY)
    words: Any
    yield lambda: school_id.issue("x", school, on=DAY, card=made)  # type: ignore[arg-type]
    yield lambda: school_id.issue(seen, "grojec", on=DAY, card=made)  # type: ignore[arg-type]
    yield lambda: school_id.issue(seen, school, on="2024-10-01", card=made)  # type: ignore[arg-type]
    yield lambda: school_id.issue(seen, school, on=DAY, card=fact)  # type: ignore[arg-type]
    yield lambda: school_id.issue(seen, school, on=DAY, card=made, previous=[fact])  # type: ignore[list-item]
    yield lambda: school_id.issue(seen, school, on=DAY, card=made, previous=held)  # type: ignore[arg-type]
    for words in ("yes", ["yes"], 1):
        yield lambda words=words: school_id.issue(seen, school, on=DAY, card=made, attested=words)
    yield lambda: school_id.decide(fact, lost, school)  # type: ignore[arg-type]
    yield lambda: school_id.decide(held, "lost", school)  # type: ignore[arg-type]
    yield lambda: school_id.decide(held, phones.Revoke(on=DAY, ground="on_request"), school)  # type: ignore[arg-type]
    yield lambda: school_id.decide(held, lost, "grojec")  # type: ignore[arg-type]
    yield lambda: school_id.decide(held, lost, school, others=[fact])  # type: ignore[list-item]
    yield lambda: school_id.available(fact, school, on=DAY)  # type: ignore[arg-type]
    yield lambda: school_id.available(held, "grojec", on=DAY)  # type: ignore[arg-type]
    yield lambda: school_id.available(held, school, on=None)  # type: ignore[arg-type]
    yield lambda: school_id.state_on(fact, DAY)  # type: ignore[arg-type]
    yield lambda: school_id.state_on(held, "2024-10-01")  # type: ignore[arg-type]
    yield lambda: school_id.evolve(held, lost)  # type: ignore[arg-type]
    yield lambda: school_id.evolve(None, held.history[1])
    yield lambda: school_id.evolve(held, held.history[0])
    yield lambda: school_id.evolve(held, school_id.Corrected(on=DAY, act="ended", done=DAY))
    yield lambda: school_id.replay([])
    yield lambda: school_id.replay(None)  # type: ignore[arg-type]
    yield lambda: school_id.take_over([], school, on=DAY)
    yield lambda: school_id.take_over(held.history, "grojec", on=DAY)  # type: ignore[arg-type]
    yield lambda: school_id.take_over(held.history, school, on="now")  # type: ignore[arg-type]
    yield lambda: check(fact, "grojec", on=DAY)  # type: ignore[arg-type]
    yield lambda: check("17/2024", school, on=DAY)  # type: ignore[arg-type]
    yield lambda: check(fact, school, on=None)  # type: ignore[arg-type]


def test_a_broken_call_raises() -> None:
    for call in calls():
        with pytest.raises(WrongArgument):
            call()


def test_an_amendment_that_got_past_the_table_would_be_a_fault() -> None:
    with pytest.raises(AssertionError):
        MACHINE.happen(in_hand("grojec"), Amend(on=LATER), variants.get("grojec"))


def test_a_document_of_nothing_is_none() -> None:
    with pytest.raises(LoadError):
        load(SchoolId, {"history": []})
    assert issubclass(SchoolId, Document)


@pytest.mark.parametrize("number", ["", " ", "Anna Kowalska ♥", "x" * 41])
def test_a_hologram_has_a_number_and_no_story(number: str) -> None:
    data = {
        "kind": "confirm",
        "on": "2025-09-01",
        "means": "hologram",
        "valid_until": "2026-09-30",
        "hologram": number,
    }
    with pytest.raises(LoadError):
        school_id.load_command(data)


def test_an_act_may_bear_what_was_attested() -> None:
    word = Attestation(condition="handover.office", role="office", on=LATER)
    late = HandOver(on=DAY, to="pupil", attested=(word,))
    assert ("attestation.day", "invariant:day-order") in why(decided(issued("grojec"), late))
    in_time = HandOver(on=LATER, to="pupil", attested=(word,))
    assert accepted(decided(issued("grojec"), in_time)).events[0].attested == (word,)


def test_a_pupil_is_the_same_by_pesel_or_else_by_birth() -> None:
    held = in_hand("leczna")
    twin = Pupil(first_names="Ewa", last_name="Kowalska", born=ANNA.born, class_name="4b")
    finding = one(decided(held, duplicate("leczna", LATER, pupil=twin)), "application.same_pupil")
    assert finding.status is MET, "without her PESEL nothing tells them apart"
