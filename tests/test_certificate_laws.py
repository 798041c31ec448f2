"""Laws that hold over whole lives of certificates, whatever is asked of them and when."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given

from legitymacja_rules import Accepted, Refused, Status, certificate, variants
from legitymacja_rules.certificate import (
    KINDS,
    TABLE,
    Certificate,
    Command,
    Event,
    HandedOver,
    Issued,
    State,
    state_on,
)
from legitymacja_rules.citations import citation
from legitymacja_rules.findings import worst
from legitymacja_rules.lifecycle import Back, Leads, No
from legitymacja_rules.loading import dump, load
from legitymacja_rules.testing import Step
from lives import GROWN, SIGNS, before_last, days, lived, stories
from samples import DAY, ORIGINAL, SCHOOLS, attest


def starts(school: str) -> dict[State, Certificate]:
    """One document for each state on the sample day."""
    day = DAY - timedelta(days=10)
    loss = {"on": day, "how": "lost", "clause": f"{school}:x"}
    issued = certificate.replay((Issued(on=day, school=school, **dict(ORIGINAL)),))
    held = certificate.evolve(issued, HandedOver(on=day, to="graduate"))
    lost = certificate.evolve(held, certificate.Duplicated(**loss))
    replaced, unsettled = (
        certificate.evolve(lost, certificate.Replaced(on=day, clause=f"{school}:x", void=void))
        for void in (True, False)
    )
    later = issued.issued.model_copy(update={"on": DAY + timedelta(days=9)})
    mistaken = certificate.Corrected(on=day, act="issued", done=day)
    return {
        State.NOT_YET: certificate.replay((later,)),
        State.ISSUED: issued,
        State.VALID: held,
        State.DUPLICATED: lost,
        State.NO_DUPLICATE: certificate.evolve(
            held, certificate.DuplicateImpossible(**loss, records="none")
        ),
        State.REPLACED: replaced,
        State.UNSETTLED: unsettled,
        State.FOUND: certificate.evolve(replaced, certificate.Found(on=day)),
        State.RETURNED: certificate.evolve(replaced, certificate.Returned(on=day)),
        State.ANNULLED: certificate.evolve(issued, mistaken),
    }


STARTS = {school: starts(school) for school in SCHOOLS}


@given(stories(Certificate, GROWN))
def test_a_whole_life(story: list[Step[Certificate]]) -> None:
    """Never an exception; only `Accepted` changes anything; events and document say the same."""
    for step in story:
        document, command = step.document, step.command
        school, beside = variants.get(document.school), (document, *step.seen)
        before = [one.model_dump_json() for one in beside]
        row = TABLE[state_on(document, command.on), command.kind]
        offered = certificate.available(document, school, on=command.on)[command.kind]
        outcome = certificate.decide(document, command, school, others=step.seen)

        assert outcome == step.outcome
        assert [one.model_dump_json() for one in beside] == before
        assert certificate.load_outcome(dump(outcome)) == outcome
        assert pickle.loads(pickle.dumps(outcome)) == outcome
        assert certificate.load_command(dump(command)) == command
        assert bool(outcome.reasons) is (outcome.outcome != "accepted")
        for finding in outcome.findings:
            source = citation(finding.clause)
            assert source.kind != "school" or source.source == school.slug
        if any(finding.status is Status.BREACHED for finding in offered):
            assert isinstance(outcome, Refused)
        shown = f"{step!r}{outcome.explain('pl')}{outcome.explain('en')}"
        assert not [sign for sign in SIGNS if sign in shown]
        if isinstance(outcome, Accepted):
            assert_follows(row, document, command, outcome)


def assert_follows(
    row: object, before: Certificate, command: Command, outcome: Accepted[Certificate, Event]
) -> None:
    """The table tells where an accepted command leads, and what it makes lives by itself."""
    document = outcome.document
    state = state_on(document, command.on)
    if isinstance(row, Back):
        assert state == before_last(before, command.on)
    else:
        assert isinstance(row, Leads)
        assert state in (row.to, *row.or_to)
    assert document.history == (*before.history, *outcome.events)
    assert load(Certificate, dump(document)) == certificate.replay(document.history) == document
    made = any(event.makes_another for event in outcome.events)
    assert made is (outcome.successor is not None)
    if outcome.successor:
        copy = outcome.successor.document
        assert copy.is_copy_of(before)
        assert certificate.replay(outcome.successor.events) == copy
        assert state_on(copy, command.on) is State.ISSUED
        assert load(Certificate, dump(copy)) == copy


@given(lived(Certificate, GROWN))
def test_an_original_is_void_only_by_a_clause_and_a_duplicate_that_was_made(
    family: list[Certificate],
) -> None:
    for document in family:
        if document.void:
            assert document.school == "ostroleka"
            replaced = document.last(certificate.Replaced)
            assert replaced is not None
            assert replaced.clause == "ostroleka:§4.3"
            assert document.last(certificate.Duplicated) is not None


@given(lived(Certificate, GROWN), days, days)
def test_time_alone_changes_nothing_after_the_last_act(
    family: list[Certificate], one: date, other: date
) -> None:
    for document in family:
        later = [day for day in (one, other) if day >= document.last_day]
        assert {state_on(document, day) for day in later} <= {state_on(document, document.last_day)}


@given(lived(Certificate, GROWN))
def test_a_life_as_told_may_be_taken_over(family: list[Certificate]) -> None:
    """What was decided here is a life that older records may tell, without its mistakes."""
    for document in family:
        if not document.acts():
            continue
        acts = Certificate(history=document.acts()).history
        school, on = variants.get(document.school), document.last_day
        words = attest(certificate.take_over(acts, school, on=on).findings, on=on)
        outcome = certificate.take_over(acts, school, on=on, attested=words)
        assert isinstance(outcome, Accepted)
        assert outcome.document.acts() == document.acts()


# --- the table ------------------------------------------------------------------------------------


def test_the_kinds_of_commands_are_those_of_the_table() -> None:
    kinds = tuple(kind.model_fields["kind"].default for kind in get_args(Command))
    assert kinds == KINDS


def test_every_event_has_a_state_after_it() -> None:
    """What does not is a correction or a taking over, which are no acts."""
    for kind in get_args(Event):
        assert kind.command in {"issue", "take_over", *KINDS}


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("state", State)
def test_every_state_is_reached_and_every_refusing_row_finds_a_breach(
    school: str, state: State
) -> None:
    """A row that refuses for no reason would let the outcome say no without a why."""
    document, rules = STARTS[school][state], variants.get(school)
    assert state_on(document, DAY) is state
    offered = certificate.available(document, rules, on=DAY)
    for kind in KINDS:
        row = TABLE[state, kind]
        if isinstance(row, No):
            assert worst(row.why(document, DAY, rules)) is Status.BREACHED
            assert worst(offered[kind]) is Status.BREACHED


def test_available_says_what_may_be_done_and_why_not_the_rest() -> None:
    held = STARTS["ostroleka"][State.VALID]
    offered = certificate.available(held, variants.get("ostroleka"), on=DAY)
    assert {kind: [f.code for f in why] for kind, why in offered.items()} == {
        "hand_over": ["handover.once"],
        "duplicate": [],
        "report_found": ["document.in_use"],
        "replace": ["replace.duplicate"],
        "give_back": [],
        "correct": [],
    }
