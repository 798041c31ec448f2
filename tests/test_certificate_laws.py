"""Laws that hold over whole lives of certificates, whatever is asked of them and when."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import Accepted, Refused, Status, Undecided, certificate, variants
from legitymacja_rules.acts import IdentityCard
from legitymacja_rules.certificate import (
    KINDS,
    TABLE,
    Certificate,
    Command,
    Correct,
    Event,
    GiveBack,
    HandedOver,
    HandOver,
    Issued,
    Outcome,
    Replace,
    ReportFound,
    State,
    state_on,
)
from legitymacja_rules.citations import citation
from legitymacja_rules.findings import worst
from legitymacja_rules.lifecycle import Back, Leads, No
from legitymacja_rules.loading import dump, load
from legitymacja_rules.vocabulary import (
    ApplicantKind,
    CertificateForm,
    CertificateKind,
    CollectionWay,
    Item,
    LossGround,
    Receiver,
    Records,
    Standing,
)
from samples import (
    CERTIFICATE_FEES,
    DAY,
    FINISHED,
    ORIGINAL,
    SCHOOLS,
    attest,
    certificate_application,
    certificate_duplicate,
)

# Days on both sides of every boundary: the law's tables, the texts, a Friday and a day off.
BOUNDARIES = (
    date(2023, 6, 17),
    date(2024, 7, 13),
    date(2024, 9, 1),
    DAY,
    date(2024, 10, 12),
    date(2024, 11, 11),
)
days = st.builds(
    lambda day, off: day + timedelta(days=off),
    st.sampled_from(BOUNDARIES),
    st.sampled_from((-1, 0, 1)),
)
EVENTS = tuple(kind.model_fields["event"].default for kind in get_args(Event))
LAST = "last"
"""Stands in a drawn correction for the last act, whichever that will be."""

PERSONAL = ("Ewa", "Nowak", "Długa", "Łęcznej", "12/2023", "D-1", "ABC", "2004")
"""What must not stand in a finding or a repr: names, address, numbers, the year of birth."""


def starts(school: str) -> dict[State, Certificate]:
    """One document for each state, as early as the days go."""
    day = FINISHED - timedelta(days=10)
    loss = {"on": day, "how": "lost", "clause": f"{school}:x"}
    issued = certificate.replay((Issued(on=day, school=school, **dict(ORIGINAL)),))
    held = certificate.evolve(issued, HandedOver(on=day, to="graduate"))
    lost = certificate.evolve(held, certificate.Duplicated(**loss))
    replaced, unsettled = (
        certificate.evolve(lost, certificate.Replaced(on=day, clause=f"{school}:x", void=void))
        for void in (True, False)
    )
    later = issued.issued.model_copy(update={"on": BOUNDARIES[-1] + timedelta(days=9)})
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


@st.composite
def commands(draw: st.DrawFn, school: str) -> Command:
    """Any command, right or wrong, on a day near a boundary."""
    on = draw(days)
    kind = draw(st.sampled_from(KINDS))
    if kind == "hand_over":
        return HandOver(
            on=on,
            to=draw(st.sampled_from(get_args(Receiver))),
            way=draw(st.sampled_from(get_args(CollectionWay))),
            at=draw(st.none() | st.sampled_from(("06:59", "07:00", "15:00", "15:01"))),
            noticed=draw(st.booleans()),
            signed=draw(st.booleans()),
            identity_card=draw(st.none() | st.just(IdentityCard("ABC 123456"))),
        )
    if kind == "correct":
        return Correct(on=on, act=draw(st.sampled_from((LAST, *EVENTS))), done=draw(days))
    if kind == "duplicate":
        wrong = {
            "payment": CERTIFICATE_FEES.get(school) if draw(st.booleans()) else None,
            "applicant": draw(st.sampled_from(get_args(ApplicantKind))),
            "standing": draw(st.sampled_from(get_args(Standing))),
            "reason": draw(st.sampled_from((*get_args(LossGround), None, "error"))),
            "certificate_kind": draw(st.none() | st.sampled_from(get_args(CertificateKind))),
            "handed_in": draw(st.sampled_from((get_args(Item), ("form",), ()))),
        }
        changes = wrong if draw(st.booleans()) else {}
        return certificate_duplicate(
            school,
            on=on,
            application=certificate_application(school, received=on, **changes),
            records=draw(st.sampled_from(get_args(Records))),
            form=draw(st.sampled_from((*get_args(CertificateForm), None))),
            number=draw(st.sampled_from((None, "D-1"))),
        )
    plain: dict[str, type[Command]] = {
        "report_found": ReportFound,
        "replace": Replace,
        "give_back": GiveBack,
    }
    return plain[kind](on=on)  # type: ignore[call-arg]  # each of the three takes but a day


Story = tuple[Certificate, bool, tuple[Command, ...]]


@st.composite
def stories(draw: st.DrawFn, begin: State | None = None) -> Story:
    """A certificate, whether its duplicates are collected at once, and what is asked of it."""
    school = draw(st.sampled_from(SCHOOLS))
    document = STARTS[school][begin or draw(st.sampled_from(State))]
    asked = draw(st.lists(commands(school), max_size=8))
    if draw(st.integers(0, 4)):
        asked.sort(key=lambda one: one.on)
    return document, draw(st.booleans()), tuple(asked)


def told(story: Story) -> Iterator[tuple[Certificate, Command, Outcome, list[Certificate]]]:
    """Document, command, what became of it, and its duplicates, step by step.

    The head says yes to all that is open.
    """
    document, collected, asked = story
    school = variants.get(document.school)
    copies: list[Certificate] = []
    for drawn in asked:
        command = aimed(drawn, document)
        first = certificate.decide(document, command, school, others=copies)
        words = attest(first.findings, on=command.on)
        spoken = command.model_copy(update={"attested": words})
        outcome = certificate.decide(document, spoken, school, others=copies)
        yield document, spoken, outcome, copies
        if isinstance(outcome, Accepted):
            document = outcome.document
            if outcome.successor:
                copy = outcome.successor.document
                received = HandedOver(on=command.on, to="graduate")
                copies.append(certificate.evolve(copy, received) if collected else copy)


def aimed(command: Command, document: Certificate) -> Command:
    """The command, where it corrects the last act with that act in it."""
    if isinstance(command, Correct) and command.act == LAST and document.acts():
        last = document.last_entered()
        return command.model_copy(update={"act": last.event, "done": last.on})
    return command


def end_of(story: Story) -> Certificate:
    """The document as it is when all is told."""
    document = story[0]
    for _, _, outcome, _ in told(story):
        document = outcome.document if isinstance(outcome, Accepted) else document
    return document


def before_last(document: Certificate, day: date) -> State:
    """The state on a day as if the last act had not been entered."""
    acts = document.acts()[:-1]
    return state_on(Certificate(history=acts), day) if acts else State.ANNULLED


def targets(row: Leads) -> set[str]:
    return {row.to, *row.or_to}


@given(stories())
def test_a_whole_life(story: Story) -> None:
    """Never an exception; only `Accepted` changes anything; events and document say the same."""
    history = [*story[0].history]
    for document, command, outcome, copies in told(story):
        name = document.school
        school = variants.get(name)
        before = document.model_dump_json()
        row = TABLE[state_on(document, command.on), command.kind]
        offered = certificate.available(document, school, on=command.on)[command.kind]

        assert certificate.decide(document, command, school, others=copies) == outcome
        assert document.model_dump_json() == before
        assert certificate.load_outcome(dump(outcome)) == outcome
        assert pickle.loads(pickle.dumps(outcome)) == outcome
        assert certificate.load_command(dump(command)) == command
        assert bool(outcome.reasons) is (outcome.outcome != "accepted")
        for finding in outcome.findings:
            source = citation(finding.clause)
            assert source.kind != "school" or source.source == name
        if any(finding.status is Status.BREACHED for finding in offered):
            assert isinstance(outcome, Refused)
        shown = f"{outcome!r}{command!r}{outcome.explain('pl')}{outcome.explain('en')}"
        assert [word for word in PERSONAL if word in shown] == []
        assert certificate.replay(history) == document
        if isinstance(outcome, Accepted):
            assert_follows(row, document, command, outcome)
            history += outcome.events


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
        assert state in targets(row)
    assert document.history == (*before.history, *outcome.events)
    assert load(Certificate, dump(document)) == document
    made = any(event.makes_another for event in outcome.events)
    assert made is (outcome.successor is not None)
    if outcome.successor:
        copy = outcome.successor.document
        assert copy.is_copy_of(before)
        assert certificate.replay(outcome.successor.events) == copy
        assert state_on(copy, command.on) is State.ISSUED
        assert load(Certificate, dump(copy)) == copy


@given(stories())
def test_the_worst_finding_decides(story: Story) -> None:
    """Accepted iff all met, refused iff one is breached; an attestation never saves a breach."""
    expected: dict[Status, type[Outcome]] = {
        Status.MET: Accepted,
        Status.BREACHED: Refused,
        Status.NEEDS_REVIEW: Undecided,
        Status.NOT_COVERED: Undecided,
    }
    for document, command, outcome, copies in told(story):
        bare = command.model_copy(update={"attested": ()})
        first = certificate.decide(document, bare, variants.get(document.school), others=copies)
        for one in (first, outcome):
            assert isinstance(one, expected[worst(one.findings)])
        if isinstance(first, Refused):
            assert isinstance(outcome, Refused)


@given(stories(State.VALID))
def test_an_original_is_void_only_by_a_clause_and_a_duplicate_that_was_made(story: Story) -> None:
    document = end_of(story)
    if document.void:
        assert document.school == "ostroleka"
        replaced = document.last(certificate.Replaced)
        assert replaced is not None
        assert replaced.clause == "ostroleka:§4.3"
        assert document.last(certificate.Duplicated) is not None


@given(stories(), days, days)
def test_time_alone_changes_nothing_after_the_last_act(
    story: Story, one: date, other: date
) -> None:
    document = end_of(story)
    later = [day for day in (one, other) if day >= document.last_day]
    assert {state_on(document, day) for day in later} <= {state_on(document, document.last_day)}


@given(stories(State.ISSUED))
def test_a_life_as_told_may_be_taken_over(story: Story) -> None:
    """What was decided here is a life that older records may tell, without its mistakes."""
    document = end_of(story)
    if document.acts():
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
