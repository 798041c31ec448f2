"""What follows from an ID for the pupil's other documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards import (
    UNTIL,
    around,
    card,
    decided,
    done,
    duplicated,
    exchange,
    in_hand,
    issued,
    lived,
    phone,
)
from legitymacja_rules import Accepted, Status, certificate, mlegitymacja, school_id, variants
from legitymacja_rules.acts import Replace
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.coupling import Consequence, follows
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.facts import Code
from legitymacja_rules.history import Document
from legitymacja_rules.mlegitymacja import ActivationCodes, Mlegitymacja, Revoke
from legitymacja_rules.school_id import (
    Confirm,
    Confirmed,
    Correct,
    End,
    GiveBack,
    HandOver,
    Issued,
    ReportFound,
    ReportLoss,
    SchoolId,
)
from legitymacja_rules.testing import requests
from lives import begun, steps
from samples import (
    DAY,
    FINISHED,
    ORIGINAL,
    SCHOOLS,
    attest,
    certificate_duplicate,
)

clause = pytest.mark.clause

MADE, RECEIVED = date(2024, 11, 4), date(2025, 1, 20)
SETTLED = {"grojec": "grojec:§5.7", "leczna": "leczna:IV.5"}
REVOKED_BY = {
    "balin": "balin:revoke.1",
    "grojec": "grojec:§7.11c",
    "leczna": "leczna:VII.1",
    "ostroleka": "ostroleka:§2.10.3a",
    "sp6": "sp6:revoke.1",
}
"""The clauses by which an mLegitymacja is revoked when its ID loses validity."""


BECOMES = {
    school: [("original.void", clause_)]
    for school, clause_ in {
        "balin": "I-original-void",
        "grojec": "grojec:§5.7",
        "leczna": "leczna:IV.5",
        "ostroleka": "I-original-void",
        "sp6": "I-original-void",
    }.items()
}
"""What is said of an original whose duplicate is received."""

Told = tuple[object, object, list[tuple[str, str]]]
"""A consequence as document, command and (code, clause) of each finding."""


def told(document: SchoolId | Certificate, on: date, *others: Document) -> list[Told]:
    """What follows."""
    found = follows(document, variants.get(document.school), on=on, others=others)
    return [(c.document, c.command, [(f.code, f.clause) for f in c.findings]) for c in found]


def ends(document: SchoolId, on: date, *others: Document) -> list[Told]:
    """The same without what may be issued anew."""
    return [one for one in told(document, on, *others) if one[2][0][0] != "reissue.ground"]


def anew(document: SchoolId, on: date, *others: Document) -> list[Told]:
    """Only what may be issued anew."""
    return [one for one in told(document, on, *others) if one[2][0][0] == "reissue.ground"]


def received(school: str, number: str = "18/2024") -> tuple[SchoolId, SchoolId]:
    """The original and its duplicate, which was received."""
    original, copy = duplicated(in_hand(school), MADE, made=card(number))
    return original, lived(copy, HandOver(on=RECEIVED, to="pupil"))


def replaced(school: str, number: str = "18/2024") -> tuple[SchoolId, SchoolId]:
    """The same, with what follows for the original."""
    original, copy = received(school, number)
    return done(original, Replace(on=RECEIVED), [copy]).document, copy


# --- a duplicate and its original -----------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
def test_with_its_receipt_a_duplicate_takes_the_place_of_its_original(school: str) -> None:
    original, copy = received(school)
    before, day, late = around(RECEIVED)
    assert told(copy, before, original) == []
    due: list[Told] = [(original, Replace(on=RECEIVED), BECOMES[school])]
    assert told(copy, day, original) == told(copy, late, original) == due
    assert told(original, late, copy) == due, "whichever of them is asked"
    assert told(copy, late) == [], "an original that nobody names"
    gone = done(original, Replace(on=RECEIVED), [copy]).document
    assert told(copy, late, gone) == []


@pytest.mark.parametrize("school", SCHOOLS)
def test_before_anybody_has_it_a_duplicate_takes_no_place(school: str) -> None:
    original, copy = duplicated(in_hand(school), MADE)
    assert told(copy, UNTIL, original) == []
    assert told(original, UNTIL, copy) == []
    mistake = lived(
        lived(copy, HandOver(on=RECEIVED, to="pupil")),
        Correct(on=RECEIVED, act="handed_over", done=RECEIVED),
    )
    assert told(mistake, UNTIL, original) == []


@pytest.mark.parametrize("school", SCHOOLS)
def test_found_in_the_meantime_an_original_is_replaced_on_the_day_of_its_last_act(
    school: str,
) -> None:
    """Days do not run backwards: whoever enters a receipt late cannot date it before what followed."""
    original, copy = received(school)
    found = lived(original, ReportFound(on=date(2025, 2, 3)))
    ((_, command, _),) = told(copy, date(2025, 2, 10), found)
    assert command == Replace(on=date(2025, 2, 3))


@pytest.mark.parametrize("school", SCHOOLS)
def test_what_has_ended_otherwise_is_not_replaced_any_more(school: str) -> None:
    original, copy = received(school)
    back = lived(original, ReportFound(on=MADE), GiveBack(on=MADE))
    left = lived(original, End(on=RECEIVED, ground="school_changed"))
    assert told(copy, UNTIL, back) == told(copy, UNTIL, left) == []


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_duplicate_replaces_its_own_original_and_nothing_else(school: str) -> None:
    """Even if all of them bear the same number, as before September 2025 they might."""
    original, first = replaced(school, number="17/2024")
    lost, second = duplicated(first, date(2025, 2, 3), made=card("17/2024"))
    second = lived(second, HandOver(on=date(2025, 2, 10), to="pupil"))
    due = told(second, UNTIL, original, lost, second)
    assert due == [(lost, Replace(on=date(2025, 2, 10)), BECOMES[school])]
    assert told(first, UNTIL, original, first) == []


def test_a_duplicate_exchanged_before_it_was_collected_leaves_its_place() -> None:
    original, faulty = duplicated(in_hand("grojec"), MADE)
    outcome = done(faulty, exchange("grojec", MADE, made=card("19/2024")))
    assert outcome.successor
    right = lived(outcome.successor.document, HandOver(on=RECEIVED, to="pupil"))
    assert told(right, RECEIVED, original, outcome.document) == [
        (original, Replace(on=RECEIVED), BECOMES["grojec"])
    ]


# --- the same for certificates --------------------------------------------------------------------


def certificates(school: str) -> tuple[Certificate, Certificate]:
    """An original and its duplicate, which was received."""
    acts = (
        certificate.Issued(on=FINISHED, school=school, **dict(ORIGINAL)),
        certificate.HandedOver(on=FINISHED, to="graduate"),
    )
    lost, rules = certificate.replay(acts), variants.get(school)
    command = certificate_duplicate(school)
    words = attest(certificate.decide(lost, command, rules).findings, on=command.on)
    outcome = certificate.decide(lost, command.model_copy(update={"attested": words}), rules)
    assert isinstance(outcome, Accepted)
    assert outcome.successor
    copy = outcome.successor.document
    handed = certificate.HandedOver(on=RECEIVED, to="graduate")
    return outcome.document, certificate.evolve(copy, handed)


@pytest.mark.parametrize("school", ["leczna", "ostroleka"])
def test_a_received_duplicate_of_a_certificate_takes_the_place_of_its_original(
    school: str,
) -> None:
    original, copy = certificates(school)
    before, day, late = around(RECEIVED)
    assert told(copy, before, original) == []
    becomes = {"leczna": "I-original-void", "ostroleka": "ostroleka:§4.3"}[school]
    due: list[Told] = [(original, Replace(on=RECEIVED), [("original.void", becomes)])]
    assert told(copy, day, original, in_hand(school)) == due
    assert told(copy, late, original, copy) == due
    assert told(original, late, copy) == due
    command = Replace(on=RECEIVED)
    outcome = certificate.decide(original, command, variants.get(school), others=[copy])
    assert isinstance(outcome, Accepted)
    assert told(copy, late, outcome.document) == []


@pytest.mark.parametrize("school", ["leczna", "ostroleka"])
def test_an_original_certificate_that_was_given_back_is_not_replaced_any_more(
    school: str,
) -> None:
    original, copy = certificates(school)
    for event in (certificate.Found(on=DAY), certificate.Returned(on=DAY)):
        original = certificate.evolve(original, event)
    assert certificate.state_on(original, DAY) == "returned"
    assert told(copy, RECEIVED, original) == []


# --- an ID that is void and the mLegitymacja on it ------------------------------------------------


def ways_to_end(school: str) -> dict[str, tuple[SchoolId, date]]:
    """How an ID with an mLegitymacja on it may become void, and from which day it is."""
    held, day = in_hand(school), date(2024, 12, 2)
    return {
        "exchanged": (done(held, exchange(school, day)).document, day),
        "given back": (lived(held, GiveBack(on=day)), day),
        "annulled": (lived(issued(school), Correct(on=day, act="issued", done=DAY)), DAY),
    }


@clause("grojec:§7.11c")
@clause("leczna:VII.1")
@clause("ostroleka:§2.10.3a")
@clause("balin:revoke.1")
@clause("sp6:revoke.1")
@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("way", ["exchanged", "given back", "annulled"])
def test_with_its_id_an_mlegitymacja_is_revoked(school: str, way: str) -> None:
    """From the day on which the ID is void, or from its own last act if that is later."""
    void, day = ways_to_end(school)[way]
    living = phone(in_hand(school), date(2024, 11, 4))
    by = [("revoke.ground", REVOKED_BY[school])]
    since = max(day, living.last_day)
    command = Revoke(on=since, ground="id_validity_lost")
    before, first, late = around(since)
    if way != "annulled":
        assert told(void, before, living) == []
    assert told(void, first, living) == [(living, command, by)]
    assert told(void, late, living) == [(living, command, by)]
    outcome = mlegitymacja.decide(living, command, variants.get(school))
    assert isinstance(outcome, Accepted)
    assert told(void, late, outcome.document) == []


@pytest.mark.parametrize("school", SETTLED)
def test_with_the_receipt_of_the_duplicate_the_mlegitymacja_on_the_original_is_revoked(
    school: str,
) -> None:
    original, copy = replaced(school)
    living = phone(in_hand(school), MADE)
    before, day, _ = around(RECEIVED)
    assert ends(original, before, living, copy) == []
    command = Revoke(on=RECEIVED, ground="id_validity_lost")
    by = [("revoke.ground", REVOKED_BY[school])]
    assert ends(original, day, living, copy) == [(living, command, by)]
    assert ends(copy, day, living, original) == [(living, command, by)]
    not_entered, _ = received(school)
    _, revoke = ends(copy, day, living, not_entered)
    assert revoke == (living, command, by), "before the replacement is entered, too"


@pytest.mark.parametrize("school", sorted({*SCHOOLS} - {*SETTLED}))
def test_where_the_original_is_unsettled_so_is_what_rests_on_it(school: str) -> None:
    original, copy = replaced(school)
    living = phone(in_hand(school), MADE)
    before, day, _ = around(RECEIVED)
    open_ = [("revoke.ground", "I-original-void")]
    assert ends(original, before, living, copy) == []
    assert ends(original, day, living, copy) == [(living, None, open_)]
    not_entered, _ = received(school)
    assert ends(copy, day, living, not_entered)[1:] == [(living, None, open_)]
    found = lived(original, ReportFound(on=RECEIVED))
    assert told(found, UNTIL, living) == [(living, None, open_)], "found, it is no better"
    back = lived(found, GiveBack(on=date(2025, 2, 3)))
    command = Revoke(on=date(2025, 2, 3), ground="id_validity_lost")
    assert told(back, UNTIL, living) == [(living, command, [("revoke.ground", REVOKED_BY[school])])]


def test_an_unsettled_consequence_waits_for_the_head() -> None:
    original, _ = replaced("ostroleka")
    (open_,) = follows(
        original,
        variants.get("ostroleka"),
        on=RECEIVED,
        others=[phone(in_hand("ostroleka"), MADE)],
    )
    (finding,) = open_.findings
    assert (finding.status, finding.who, finding.subject) == (
        Status.NOT_COVERED,
        "head",
        "id_validity_lost",
    )
    assert open_.status is Status.NOT_COVERED
    assert "I-original-void" in open_.explain("en")


@pytest.mark.parametrize("school", SCHOOLS)
def test_what_does_not_live_is_not_revoked(school: str) -> None:
    void = lived(in_hand(school), End(on=date(2024, 12, 2), ground="school_changed"))
    lapsed = phone(in_hand(school), DAY, active=False)
    assert mlegitymacja.state_on(lapsed, date(2024, 12, 2)) == "lapsed"
    assert told(void, date(2024, 12, 2), lapsed) == []
    used = phone(in_hand(school), DAY)
    assert told(void, date(2025, 10, 1), used) == [], "expired with its ID's date"
    ((_, command, _),) = told(void, date(2024, 12, 2), used)
    assert command is not None


@pytest.mark.parametrize("school", SCHOOLS)
def test_while_its_id_is_valid_lost_or_lapsed_nothing_follows(school: str) -> None:
    held = in_hand(school)
    living = phone(held, MADE)
    lost = lived(held, ReportLoss(on=MADE, how="stolen"))
    for document, on in ((held, MADE), (lost, MADE), (held, UNTIL), (held, date(2025, 10, 1))):
        assert told(document, on, living) == []


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_mlegitymacja_rests_on_the_id_it_was_issued_on_whatever_its_number(
    school: str,
) -> None:
    """The duplicate bears the original's number; only what rested on the original is concerned."""
    original, copy = replaced(school, number="17/2024")
    old = phone(in_hand(school), MADE)
    new = phone(copy, date(2025, 2, 3), 2)
    concerned = [document for document, *_ in told(original, date(2025, 2, 10), copy, old, new)]
    assert concerned == [old]
    left = lived(copy, End(on=date(2025, 3, 3), ground="school_changed"))
    concerned = [document for document, *_ in told(left, date(2025, 3, 3), original, old, new)]
    assert concerned == [new, old]


def test_an_id_issued_anew_after_a_mistake_bears_what_was_issued_on_it() -> None:
    mistake = lived(issued("leczna"), Correct(on=DAY, act="issued", done=DAY))
    living = phone(in_hand("leczna"), MADE)
    for right in (in_hand("leczna"), issued("leczna")):
        assert told(mistake, MADE, right, living) == []
    assert [document for document, *_ in told(mistake, MADE, living)] == [living]


@pytest.mark.parametrize("school", SCHOOLS)
def test_on_an_id_that_is_void_already_no_mlegitymacja_was_issued(school: str) -> None:
    """Made anew twice in a day under one number: what that day issued ends, lest it rest on a void one."""
    ids, held = list[SchoolId](), in_hand(school)
    for _ in range(2):
        outcome = done(held, exchange(school, MADE, made=card("17/2024")))
        assert outcome.successor
        ids, held = [*ids, outcome.document], outcome.successor.document
    for day, ended in zip(around(MADE), (True, True, False), strict=True):
        living = phone(in_hand(school), day)
        for first, *others in permutations((*ids, held)):
            command = Revoke(on=max(day, MADE), ground="id_validity_lost")
            due = [(living, command, [("revoke.ground", REVOKED_BY[school])])] if ended else []
            assert ends(first, RECEIVED, living, *others) == due, day
            assert ends(first, RECEIVED, *reversed(others), living) == due, day


@pytest.mark.parametrize("until", around(UNTIL))
def test_an_exchange_that_was_entered_late_is_of_the_id_whose_end_was_written_down(
    until: date,
) -> None:
    """Both bear one number and were there by then; what ends with the first rests on no other."""
    outcome = done(in_hand("sp6"), exchange("sp6", MADE, made=card(valid_until=until)))
    assert outcome.successor
    *_, later = around(MADE)
    living = phone(in_hand("sp6"), later)
    command = Revoke(on=later, ground="id_validity_lost")
    due = [] if until == UNTIL else [(living, command, [("revoke.ground", REVOKED_BY["sp6"])])]
    for one, other in permutations((outcome.document, outcome.successor.document)):
        assert ends(one, RECEIVED, living, other) == due


@pytest.mark.parametrize("school", SCHOOLS)
def test_what_is_done_to_an_id_later_does_not_tell_what_was_issued_on_another(school: str) -> None:
    """Confirmed, the first reaches the end that was written down; on that day it did not."""
    (first, second), later = around(MADE)[:2], UNTIL - timedelta(days=1)
    old = SchoolId(history=(in_hand(school).issued.model_copy(update={"valid_until": first}),))
    old = lived(old, HandOver(on=DAY, to="pupil"))
    new = SchoolId(history=(issued(school).issued.model_copy(update={"on": second}),))
    living = phone(new, MADE)
    confirmed = school_id.evolve(
        old,
        Confirmed(on=RECEIVED, means="hologram", valid_until=UNTIL, clause=f"{school}:x"),
    )
    for known in (old, confirmed):
        ended = lived(known, End(on=later, ground="school_changed"))
        assert ends(ended, later, new, living) == []


def test_a_ground_that_nobody_names_is_left_to_the_head() -> None:
    """Between the regulation of 2019 and the system of 2025 no law was known to name any."""
    school = variants.get("leczna").override({"mlegitymacja.revocation": []})
    living, held = phone(in_hand("leczna"), MADE), in_hand("leczna")
    for day, known in ((date(2025, 9, 16), False), (date(2025, 9, 17), True)):
        void = lived(held, GiveBack(on=day))
        (due,) = follows(void, school, on=day, others=[living])
        (finding,) = due.findings
        assert (due.command is not None) is known
        assert finding.status is (Status.MET if known else Status.NOT_COVERED)
        assert finding.clause == ("notice:sio-revocation-reasons" if known else "I-silence")


@pytest.mark.parametrize("ground", ["school_changed", "school_completed"])
def test_leaving_revokes_by_the_ground_that_fits_best(ground: Any) -> None:
    day = date(2025, 1, 31)
    by = {
        "balin": ("balin:revoke.3", ground),
        "sp6": ("sp6:revoke.3", ground),
        "grojec": ("grojec:§7.11c", ground if ground == "school_changed" else "id_validity_lost"),
        "leczna": ("leczna:VII.1", ground if ground == "school_changed" else "id_validity_lost"),
        "ostroleka": (
            ("ostroleka:§2.10.3b", ground)
            if ground == "school_changed"
            else ("ostroleka:§2.10.3a", "id_validity_lost")
        ),
    }
    for school in SCHOOLS:
        living = phone(in_hand(school), MADE)
        left = lived(in_hand(school), End(on=day, ground=ground))
        clause_, named = by[school]
        assert told(left, day - timedelta(days=1), living) == []
        assert told(left, date(2025, 3, 3), living) == [
            (living, Revoke(on=day, ground=named), [("revoke.ground", clause_)])
        ]


@pytest.mark.parametrize("school", ["leczna", "ostroleka"])
def test_with_the_date_of_its_id_what_rests_on_it_ends(school: str) -> None:
    """A confirmation entered by mistake had lengthened both; taken back, neither outlives the date."""
    year = date(2026, 9, 30)
    confirm = Confirm(on=date(2025, 9, 1), means="hologram", valid_until=year)
    longer = lived(in_hand(school), confirm)
    living = phone(longer, date(2025, 9, 2))
    assert living.issued.valid_until == year
    shorter = lived(longer, Correct(on=date(2025, 9, 3), act="confirmed", done=confirm.on))
    last, first, _ = around(date(2025, 10, 1))
    assert told(shorter, last, living) == []
    command = Revoke(on=first, ground="id_validity_lost")
    assert told(shorter, first, living) == [
        (living, command, [("revoke.ground", REVOKED_BY[school])])
    ]
    assert told(longer, first, living) == []


def test_where_neither_school_nor_law_names_a_ground_the_end_of_the_id_leaves_it_open() -> None:
    silent = variants.get("grojec").override({"mlegitymacja": None})
    original, copy = received("grojec")
    living = phone(in_hand("grojec"), MADE)
    due, *others = follows(copy, silent, on=RECEIVED, others=[original, living])
    assert due.command == Replace(on=RECEIVED)
    void = lived(in_hand("grojec"), GiveBack(on=RECEIVED))
    others += follows(void, silent, on=RECEIVED, others=[living])
    assert [(one.command, one.findings[0].clause) for one in others] == [
        (None, "I-silence"),
        (None, "notice:new-card-new-mlegitymacja"),
        (None, "I-silence"),
    ]


# --- a new ID and a new mLegitymacja --------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("number", ["18/2024", "17/2024"])
def test_on_an_id_in_anothers_place_the_pupil_may_have_a_new_mlegitymacja(
    school: str, number: str
) -> None:
    original, copy = replaced(school, number)
    old = phone(in_hand(school), DAY)
    by = [("reissue.ground", "notice:new-card-new-mlegitymacja")]
    before, day, _ = around(RECEIVED)
    assert anew(copy, before, original, old) == []
    assert anew(copy, day, original, old) == [(old, None, by)]
    assert anew(copy, day, old) == [(old, None, by)], "whether or not the original is named"
    assert anew(copy, day, original) == []
    new = phone(copy, date(2025, 2, 3), 2)
    assert anew(copy, UNTIL, original, old, new) == []
    gone = lived(copy, End(on=date(2025, 3, 3), ground="school_changed"))
    assert anew(gone, UNTIL, original, old) == []


def test_the_last_of_several_mlegitymacje_is_followed_by_the_new_one() -> None:
    _, copy = replaced("leczna")
    older_, newer = phone(in_hand("leczna"), DAY), phone(in_hand("leczna"), MADE, 2)
    for others in ((older_, newer), (newer, older_)):
        assert [document for document, *_ in told(copy, RECEIVED, *others)] == [newer]
    never = mlegitymacja.evolve(
        phone(in_hand("leczna"), DAY, active=False),
        mlegitymacja.Corrected(on=DAY, act="issued", done=DAY),
    )
    assert told(copy, RECEIVED, never) == []
    mistaken = mlegitymacja.evolve(
        phone(copy, RECEIVED, 3, active=False),
        mlegitymacja.Corrected(on=RECEIVED, act="issued", done=RECEIVED),
    )
    assert [document for document, *_ in told(copy, RECEIVED, newer, mistaken)] == [newer]


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_exchanged_id_leads_to_a_new_mlegitymacja_once_the_new_one_is_collected(
    school: str,
) -> None:
    outcome = done(in_hand(school), exchange(school, MADE))
    assert outcome.successor
    old, new = phone(in_hand(school), DAY), outcome.successor.document
    assert anew(new, MADE, outcome.document, old) == []
    new = lived(new, HandOver(on=RECEIVED, to="pupil"))
    assert [document for document, *_ in anew(new, RECEIVED, outcome.document, old)] == [old]
    ((gone, command, _),) = ends(new, RECEIVED, outcome.document, old)
    assert (gone, command) == (old, Revoke(on=MADE, ground="id_validity_lost"))


# --- whose documents ------------------------------------------------------------------------------


def test_what_other_schools_issued_is_none_of_this_schools_business() -> None:
    """Numbers are a school's own: two schools may use the same."""
    void = lived(in_hand("leczna"), GiveBack(on=MADE))
    foreign = phone(in_hand("grojec"), DAY)
    assert foreign.issued.id_number == void.issued.number
    assert told(void, MADE, foreign) == []
    _, copy = received("leczna")
    original, _ = received("grojec")
    assert told(copy, RECEIVED, original) == []


def test_a_text_says_nothing_of_another_schools_id() -> None:
    void = lived(in_hand("leczna"), GiveBack(on=MADE))
    living = phone(in_hand("leczna"), DAY)
    (due,) = follows(void, variants.get("grojec"), on=MADE, others=[living])
    assert (due.document, due.command, due.status) == (void, None, Status.BREACHED)
    assert [f.clause for f in due.findings] == ["invariant:own-school"]


def test_an_id_among_its_own_others_is_not_another_one() -> None:
    original, copy = replaced("grojec", number="17/2024")
    living = phone(in_hand("grojec"), MADE)
    for document in (original, copy):
        assert told(document, UNTIL, original, copy, living) == told(
            document, UNTIL, *(one for one in (original, copy, living) if one != document)
        )


@pytest.mark.parametrize(
    "broken",
    [
        {"document": "17/2024"},
        {"school": "grojec"},
        {"on": "2024-10-01"},
        {"on": None},
        {"others": ["17/2024"]},
        {"others": 1},
    ],
)
def test_a_broken_call_raises(broken: dict[str, Any]) -> None:
    call: dict[str, Any] = {
        "document": in_hand("grojec"),
        "school": variants.get("grojec"),
        "on": DAY,
        **broken,
    }
    with pytest.raises(WrongArgument):
        follows(call.pop("document"), call.pop("school"), **call)


# --- laws -----------------------------------------------------------------------------------------

Held = tuple[Mlegitymacja, Issued]
"""An mLegitymacja, and the issue of the ID on which the test has issued it."""


def issue_on(draw: st.DrawFn, held: SchoolId, on: date, phones: Sequence[Held]) -> Held | None:
    """A new mLegitymacja on an ID, if it may be issued."""
    number, school = len(phones), variants.get(held.school)
    codes = ActivationCodes(generated=on, qr=Code(f"Q-{number}"), code=Code(f"C-{number}"))
    asked = draw(requests(school, on=on, pupil=held.issued.pupil))
    seen = asked.model_copy(update={"prior_id": held.held(on)})
    call: dict[str, Any] = {"on": on, "codes": codes, "previous": [one for one, _ in phones]}
    words = attest(mlegitymacja.issue(seen, school, **call).findings, on=on)
    outcome = mlegitymacja.issue(seen, school, **call, attested=words)
    return (outcome.document, held.issued) if isinstance(outcome, Accepted) else None


@st.composite
def households(draw: st.DrawFn) -> tuple[list[SchoolId], list[Held]]:
    """All IDs and mLegitymacje of a pupil, with nothing done of what follows.

    No ID ends, late entered, before what was issued on it: under one number, nobody could tell then on which.
    """
    family, phones = draw(begun(SchoolId)), list[Held]()
    for _ in range(draw(st.integers(1, 3))):
        for held in family:
            on = held.last_day + timedelta(days=draw(st.sampled_from((0, 1))))
            made = issue_on(draw, held, on, phones)
            phones += [made] if made else []
        for _ in range(draw(st.integers(1, 2))):
            step = draw(steps(family, blind=False))
            late = any(step.command.on < one.issued.on for one, _ in phones)
            family = family if late else step.after(family)
    place = draw(st.integers(0, len(family) - 1))
    on = family[place].last_day
    ending = draw(st.sampled_from((End(on=on, ground="school_changed"), GiveBack(on=on), None)))
    ended = decided(family[place], ending) if ending else None
    if isinstance(ended, Accepted):
        family = [*family[:place], ended.document, *family[place + 1 :]]
    return family, phones


def settled(
    family: list[SchoolId], phones: list[Held], on: date
) -> tuple[list[SchoolId], list[Held], list[Consequence]]:
    """All of them once every command that follows is decided, and what is left without one."""
    school = variants.get(family[0].school)
    for _ in range(20):
        others: list[Any] = [*family, *(one for one, _ in phones)]
        due = [
            one for document in family for one in follows(document, school, on=on, others=others)
        ]
        todo = [one for one in due if one.command]
        if not todo:
            return family, phones, due
        document, command = todo[0].document, todo[0].command
        if isinstance(document, SchoolId):
            assert isinstance(command, Replace)
            outcome = done(document, command, family)
            family = [outcome.document if one == document else one for one in family]
        else:
            assert isinstance(document, Mlegitymacja)
            assert isinstance(command, Revoke)
            revoked = mlegitymacja.decide(document, command, school)
            assert isinstance(revoked, Accepted), revoked.explain("en")
            phones = [(revoked.document if one == document else one, on_) for one, on_ in phones]
    raise AssertionError("it does not come to an end")


@given(households(), st.sampled_from((0, 1, 40)))
def test_once_all_that_follows_is_done_nothing_rests_on_a_void_id(
    household: tuple[list[SchoolId], list[Held]], later: int
) -> None:
    """And then nothing follows any more but what a human decides, or may ask for."""
    family, phones = household
    last = max(one.last_day for one in (*family, *(one for one, _ in phones)))
    on = last + timedelta(days=later)
    family, phones, left = settled(family, phones, on)
    by_issue = {document.issued.model_dump_json(): document for document in family}
    for living, issue in phones:
        if mlegitymacja.state_on(living, on) in {"issued", "activated"}:
            bearer = by_issue[issue.model_dump_json()]
            assert not bearer.void_on(on)
            open_ = [one for one in left if one.document == living]
            assert bool(bearer.unsettled_on(on)) is any(
                finding.clause == "I-original-void" for one in open_ for finding in one.findings
            )
    for one in left:
        assert [f.code for f in one.findings] in (["revoke.ground"], ["reissue.ground"])
    in_use = [one for one in family if one.handed_over and not one.void_on(on)]
    assert len([one for one in in_use if not one.unsettled_on(on)]) <= 1


@given(households())
def test_to_ask_changes_nothing_and_is_answered_alike(
    household: tuple[list[SchoolId], list[Held]],
) -> None:
    family, phones = household
    school = variants.get(family[0].school)
    others: list[Any] = [*family, *(one for one, _ in phones)]
    before = [one.model_dump_json() for one in others]
    for document in family:
        forwards = follows(document, school, on=UNTIL, others=others)
        backwards = follows(document, school, on=UNTIL, others=others[::-1])
        assert {repr(one) for one in forwards} == {repr(one) for one in backwards}
    assert [one.model_dump_json() for one in others] == before
