"""Findings, what attestations make of them, and what a question ends in."""

from __future__ import annotations

import itertools
import json
import pickle
from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from legitymacja_rules.attestations import Attestation, settle, settle_all
from legitymacja_rules.findings import (
    Finding,
    Role,
    Status,
    breached,
    met,
    needs_review,
    not_covered,
    worst,
)
from legitymacja_rules.outcomes import Accepted, Refused, Undecided, Verdict, outcome_of
from legitymacja_rules.regulation import InForce
from legitymacja_rules.school_or_law import in_force
from samples import DAY

GOOD = met("photo.width", "leczna:VI.2", 500, 500)
OPEN = needs_review("photo.background", "ostroleka:§2.8.b")
GAP = not_covered("codes.after_lapse", "I-lapse")
BAD = breached("photo.height", "leczna:VI.2", 599, 600)
FROM_BEST = (GOOD, OPEN, GAP, BAD)


# Findings


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_the_worst_status_decides_in_whatever_order_they_come(size: int) -> None:
    for chosen in itertools.permutations(FROM_BEST, size):
        assert worst(chosen) is max(chosen, key=FROM_BEST.index).status


def test_the_worst_of_nothing_is_met_and_an_iterator_will_do() -> None:
    assert worst([]) is Status.MET
    assert worst(iter((GOOD, BAD, OPEN))) is Status.BREACHED


def test_each_builder_fills_its_status_and_who_may_decide() -> None:
    assert [f.status.value for f in FROM_BEST] == [
        "met",
        "needs_review",
        "not_covered",
        "breached",
    ]
    assert [f.who for f in FROM_BEST] == [None, "office", "head", None]
    assert needs_review("a", "b", who="head").who == "head"
    assert not_covered("a", "b", who=None).who is None


def test_each_builder_puts_every_part_in_its_place() -> None:
    def whole(status: Status, who: Role | None) -> Finding:
        return Finding(
            code="c",
            status=status,
            clause="x:1",
            also=("x:2",),
            subject="s",
            measured=1,
            limit=2,
            notes=("n",),
            who=who,
        )

    assert met("c", "x:1", 1, 2, subject="s", also=("x:2",), notes=("n",)) == whole(
        Status.MET, None
    )
    assert breached("c", "x:1", 1, 2, subject="s", also=("x:2",), notes=("n",)) == whole(
        Status.BREACHED, None
    )
    assert needs_review("c", "x:1", 1, 2, subject="s", also=("x:2",), notes=("n",)) == whole(
        Status.NEEDS_REVIEW, "office"
    )
    assert not_covered("c", "x:1", 1, 2, subject="s", also=("x:2",), notes=("n",)) == whole(
        Status.NOT_COVERED, "head"
    )
    assert breached("c", "x:1", earliest=DAY).earliest == DAY
    assert not_covered("c", "x:1", earliest=DAY).earliest == DAY


def test_notes_are_added_to_a_copy() -> None:
    noted = OPEN.noting("head_only").noting("dpi_absent", "discretion")
    assert noted.notes == ("head_only", "dpi_absent", "discretion")
    assert OPEN.notes == ()


def test_the_memo_gives_equal_findings_and_keeps_1_and_true_and_text_apart() -> None:
    assert met("photo.width", "leczna:VI.2", 500, 500) == GOOD
    values = [met("c", "x:1", value).measured for value in (1, True, "1", 0, False)]
    assert [(value, type(value)) for value in values] == [
        (1, int),
        (True, bool),
        ("1", str),
        (0, int),
        (False, bool),
    ]


def test_a_finding_never_changes_and_survives_pickling() -> None:
    with pytest.raises(AttributeError):
        GOOD.measured = 1  # type: ignore[misc]  # wrong on purpose
    assert [pickle.loads(pickle.dumps(f)) for f in FROM_BEST] == [*FROM_BEST]
    assert len({*FROM_BEST, *FROM_BEST}) == 4


# Attestations


def word(
    condition: str = "photo.background",
    *,
    role: Role = "office",
    on: date = DAY,
    holds: bool = True,
    subject: str | None = None,
) -> Attestation:
    return Attestation(condition=condition, role=role, on=on, holds=holds, subject=subject)


@pytest.mark.parametrize("holds", [True, False])
@pytest.mark.parametrize("role", ["office", "head"])
def test_a_word_settles_an_open_condition_for_good_or_ill(role: Role, holds: bool) -> None:
    settled = settle(OPEN, [word(role=role, holds=holds)])
    assert settled.status is (Status.MET if holds else Status.BREACHED)
    assert (settled.attested_by, settled.attested_on, settled.who) == (role, DAY, None)
    assert (settled.code, settled.clause) == (OPEN.code, OPEN.clause)


def test_what_only_the_head_decides_is_not_settled_by_the_office() -> None:
    for finding in (GAP, needs_review(GAP.code, GAP.clause, who="head")):
        waiting = settle(finding, [word(GAP.code)])
        assert waiting == finding.noting("head_only")
        assert settle(finding, [word(GAP.code, role="head")]).status is Status.MET


def test_a_word_on_another_condition_changes_nothing() -> None:
    assert settle(OPEN, [word("photo.eyes")]) == OPEN
    assert settle(OPEN, []) == OPEN


@pytest.mark.parametrize(
    ("subject", "settled"), [("id_shown", True), (None, True), ("form", False)]
)
def test_a_word_meets_the_subject_it_names_or_all(subject: str | None, settled: bool) -> None:
    finding = needs_review("application.shown", "ostroleka:form.issue", subject="id_shown")
    after = settle(finding, [word("application.shown", subject=subject)])
    assert (after.status is Status.MET) is settled


def test_a_word_on_one_subject_does_not_settle_a_condition_without_any() -> None:
    assert settle(OPEN, [word(subject="form")]) == OPEN


def test_the_last_word_counts() -> None:
    yes, no = word(), word(holds=False)
    assert settle(OPEN, [yes, no]).status is Status.BREACHED
    assert settle(OPEN, (no, yes)).status is Status.MET
    later_on_another_thing = word("photo.eyes", holds=False)
    assert settle(OPEN, [no, yes, later_on_another_thing]).status is Status.MET


def test_the_last_word_is_the_last_by_its_day_in_whatever_order_they_come() -> None:
    """Catches a word of yesterday that is filed late and undoes the one of today."""
    before, after = word(on=DAY - timedelta(days=1)), word(holds=False)
    head = word(role="head", on=DAY - timedelta(days=2))
    for words in itertools.permutations((before, after, head)):
        settled = settle(OPEN, words)
        assert (settled.status, settled.attested_on) == (Status.BREACHED, DAY)
    same_day = settle(OPEN, [before, after, word(role="head"), head])
    assert (same_day.status, same_day.attested_by) == (Status.MET, "head")


@pytest.mark.parametrize("finding", [GOOD, BAD, not_covered("photo.height", "I-x", who=None)])
def test_no_word_overrules_what_does_not_wait_for_one(finding: Finding) -> None:
    for holds in (True, False):
        assert settle(finding, [word(finding.code, role="head", holds=holds)]) is finding


def test_settled_once_is_settled() -> None:
    settled = settle(OPEN, [word(holds=False)])
    assert settle(settled, [word()]) == settled


def test_all_findings_are_settled_and_stay_in_order() -> None:
    assert settle_all(iter(FROM_BEST), (), DAY) == FROM_BEST
    assert [f.status for f in settle_all(FROM_BEST, (word(),), DAY)] == [
        Status.MET,
        Status.MET,
        Status.NOT_COVERED,
        Status.BREACHED,
    ]


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_word_dated_after_the_day_asked_about_is_a_breach(days: int) -> None:
    said = DAY + timedelta(days=days)
    after = settle_all((OPEN,), (word(on=said), word("photo.eyes", on=said)), DAY)
    late = (breached("attestation.day", "invariant:day-order", said.isoformat(), "2024-10-01"),)
    assert after[1:] == (late * 2 if days > 0 else ())
    assert worst(after) is (Status.BREACHED if days > 0 else Status.MET)


def test_only_office_and_head_attest_and_only_on_a_day() -> None:
    with pytest.raises(ValidationError):
        word(role="parent")  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(ValidationError):
        word(on="2024-10-01T08:00:00")  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("holds", ["yes", "true", 1, 0, None])
def test_a_word_holds_or_does_not(holds: Any) -> None:
    with pytest.raises(ValidationError, match="holds"):
        word(holds=holds)


# The dates of a text


@pytest.mark.parametrize(
    ("days", "status", "earliest"),
    [(-1, Status.NOT_COVERED, DAY), (0, Status.MET, None), (32, Status.NOT_COVERED, None)],
)
def test_before_its_first_day_a_text_says_from_when_it_applies(
    days: int, status: Status, earliest: date | None
) -> None:
    period = InForce(since=DAY, until=DAY + timedelta(days=31), clause="x:1")
    finding = in_force(period, DAY + timedelta(days=days))
    assert (finding.status, finding.earliest, finding.who) == (status, earliest, None)


# Outcomes


def accept() -> Accepted[str, str]:
    return Accepted("document", ("event",), (GOOD,))


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4])
def test_the_outcome_follows_the_worst_finding(size: int) -> None:
    for chosen in itertools.combinations(FROM_BEST, size):
        outcome = outcome_of(chosen, accept)
        if BAD in chosen:
            assert outcome == Refused(chosen)
        elif set(chosen) & {OPEN, GAP}:
            assert outcome == Undecided(chosen)
        else:
            assert outcome == accept()


def test_nothing_is_built_unless_all_is_met() -> None:
    def never() -> Accepted[str, str]:
        raise AssertionError

    assert isinstance(outcome_of((GOOD, OPEN), never), Undecided)
    assert isinstance(outcome_of((GOOD, BAD), never), Refused)
    with pytest.raises(AssertionError):
        outcome_of((GOOD,), never)


@pytest.mark.parametrize(
    ("outcome", "answer", "polish", "english"),
    [
        (accept(), "accepted", "ZGODA", "ACCEPTED"),
        (Refused((BAD,)), "refused", "ODMOWA", "REFUSED"),
        (Undecided((OPEN,)), "undecided", "NIEROZSTRZYGNIĘTE", "UNDECIDED"),
        (Verdict((GOOD,)), "met", "SPEŁNIONE", "MET"),
        (Verdict((OPEN,)), "needs_review", "DO SPRAWDZENIA", "NEEDS REVIEW"),
        (Verdict((GAP,)), "not_covered", "NIEUREGULOWANE", "NOT COVERED"),
        (Verdict((GOOD, BAD)), "breached", "NIESPEŁNIONE", "BREACHED"),
    ],
)
def test_each_outcome_says_what_it_is(
    outcome: Accepted[str, str] | Refused | Undecided | Verdict,
    answer: str,
    polish: str,
    english: str,
) -> None:
    assert outcome.explain("pl").splitlines()[0] == polish
    assert outcome.explain("en").splitlines()[0] == english
    assert json.loads(outcome.explain_json("en"))["answer"] == answer


def test_reasons_are_all_that_is_not_met_and_the_status_is_the_worst() -> None:
    verdict = Verdict(FROM_BEST)
    assert verdict.reasons == (OPEN, GAP, BAD)
    assert verdict.status is Status.BREACHED
    assert Verdict(()).status is Status.MET
    assert [line[:3] for line in verdict.explain("en", reasons_only=True).splitlines()[1:]] == [
        "[x]",
        "[~]",
        "   ",
        "[?]",
        "   ",
    ]
    assert Verdict((GOOD,)).reasons == ()
