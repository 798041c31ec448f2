"""Laws that hold over any life of any document in the same words; those of one alone stand in its own file."""

from __future__ import annotations

import pickle
from datetime import timedelta
from itertools import product
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legitymacja_rules import Accepted, Refused, Undecided, testing, variants
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.citations import citation
from legitymacja_rules.findings import Finding, Status
from legitymacja_rules.history import Document
from legitymacja_rules.lifecycle import Back, Leads, No
from legitymacja_rules.loading import dump, load
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.school_id import SchoolId, check
from legitymacja_rules.testing import Step
from lives import GROWN, SIGNS, before_last, families, id_stories, lived, stories
from samples import MODULES, attest

STORIES: dict[type[Document], st.SearchStrategy[Any]] = {
    SchoolId: id_stories(),
    Mlegitymacja: stories(Mlegitymacja),
    Certificate: stories(Certificate, GROWN),
}
LIVES: dict[type[Document], st.SearchStrategy[Any]] = {
    SchoolId: families(),
    Mlegitymacja: lived(Mlegitymacja),
    Certificate: lived(Certificate, GROWN),
}

kinds = pytest.mark.parametrize("kind", MODULES)


def decided(step: Step[Any], command: Any) -> Any:
    """What a command brings about where the step stood."""
    decide, school = MODULES[type(step.document)].decide, variants.get(step.document.school)
    return decide(step.document, command, school, others=step.seen)


@kinds
@given(st.data())
def test_to_decide_changes_nothing_and_whoever_is_not_accepted_hears_why(
    kind: type[Document], data: st.DataObject
) -> None:
    """Whatever is asked, and when: never an exception."""
    for step in data.draw(STORIES[kind]):
        beside = (step.document, *step.seen)
        before = [one.model_dump_json() for one in beside]
        outcome = decided(step, step.command)
        assert outcome == step.outcome
        assert [one.model_dump_json() for one in beside] == before
        assert bool(outcome.reasons) is not isinstance(outcome, Accepted)


def expected(findings: tuple[Finding, ...]) -> type[Any]:
    """What has to become of a command of which this was found."""
    statuses = {finding.status for finding in findings}
    if Status.BREACHED in statuses:
        return Refused
    return Accepted if statuses <= {Status.MET} else Undecided


@kinds
@given(st.data())
def test_the_worst_finding_decides(kind: type[Document], data: st.DataObject) -> None:
    """Accepted iff all met, refused iff one is breached; an attestation never saves a breach."""
    for step in data.draw(STORIES[kind]):
        first = decided(step, step.command.model_copy(update={"attested": ()}))
        for outcome in (first, step.outcome):
            assert isinstance(outcome, expected(outcome.findings))
        if isinstance(first, Refused):
            assert isinstance(step.outcome, Refused)


@kinds
@given(st.data())
def test_what_is_said_to_stand_in_the_way_does(kind: type[Document], data: st.DataObject) -> None:
    for step in data.draw(STORIES[kind]):
        document, command = step.document, step.command
        offered = MODULES[kind].available(document, variants.get(document.school), on=command.on)
        if expected(offered[command.kind]) is Refused:
            assert isinstance(step.outcome, Refused)


@kinds
@given(st.data())
def test_the_table_tells_where_an_accepted_command_leads(
    kind: type[Document], data: st.DataObject
) -> None:
    for step in data.draw(STORIES[kind]):
        if not isinstance(step.outcome, Accepted):
            continue
        module, before, command = MODULES[kind], step.document, step.command
        row, new = module.TABLE[module.state_on(before, command.on), command.kind], step.outcome
        state = module.state_on(new.document, command.on)
        if isinstance(row, Back):
            assert command.kind == "correct"
            assert state == before_last(before, command.on)
        else:
            assert isinstance(row, Leads)
            assert state in (row.to, *row.or_to)


@kinds
@given(st.data())
def test_the_events_of_an_accepted_command_are_all_that_is_new(
    kind: type[Document], data: st.DataObject
) -> None:
    """One is that of the command, others follow from it; what they make lives by itself."""
    module = MODULES[kind]
    for step in data.draw(STORIES[kind]):
        if not isinstance(step.outcome, Accepted):
            continue
        events, made = step.outcome.events, step.outcome.successor
        assert step.outcome.document.history == (*step.document.history, *events)
        assert [event.command for event in events if event.command] == [step.command.kind]
        assert (made is not None) is any(event.makes_another for event in events)
        if made:
            assert step.command.kind in {"duplicate", "exchange", "reissue"}
            assert module.state_on(made.document, step.command.on) == "issued"
            assert module.replay(made.events) == made.document
            copy = step.command.kind == "duplicate"
            assert not copy or made.document.is_copy_of(step.outcome.document)


@kinds
@given(st.data())
def test_all_of_it_goes_through_json_and_pickles(kind: type[Document], data: st.DataObject) -> None:
    module = MODULES[kind]
    for step in data.draw(STORIES[kind]):
        outcome, command, documents = step.outcome, step.command, [step.document]
        if isinstance(outcome, Accepted):
            made = [outcome.successor.document] if outcome.successor else []
            documents += [outcome.document, *made]
        assert module.load_outcome(dump(outcome)) == outcome
        assert module.load_command(dump(command)) == command
        for document in documents:
            assert load(kind, dump(document)) == module.replay(document.history) == document
            events = document.history
            assert [module.load_event(dump(event)) for event in events] == [*events]
        for thing in (outcome, command, *documents):
            assert pickle.loads(pickle.dumps(thing)) == thing


@kinds
@given(st.data())
def test_findings_cite_the_school_itself_the_law_or_readings_and_nobody_by_name(
    kind: type[Document], data: st.DataObject
) -> None:
    for step in data.draw(STORIES[kind]):
        school, days = variants.get(step.document.school), (step.command.on, step.document.last_day)
        checks = [check(step.document, school, on=day) for day in days] if kind is SchoolId else []
        for answer in (step.outcome, *checks):
            named = {clause for one in answer.findings for clause in (one.clause, *one.also)}
            cited = [citation(clause) for clause in named]
            assert {one.source for one in cited if one.kind == "school"} <= {school.slug}
            shown = (answer.explain("pl"), answer.explain("en"), answer.explain_json("en"))
            assert not [sign for sign in SIGNS for text in shown if sign in text]
        assert not [sign for sign in SIGNS if sign in repr(step)]


@kinds
@given(st.data())
def test_what_a_host_has_lived_with_it_can_take_over(
    kind: type[Document], data: st.DataObject
) -> None:
    """The same acts, without what was a mistake, entered at once from older records."""
    module = MODULES[kind]
    for document in data.draw(LIVES[kind]):
        acts, on, school = document.acts(), document.last_day, variants.get(document.school)
        if not acts:
            continue
        open_ = module.take_over(acts, school, on=on).findings
        outcome = module.take_over(acts, school, on=on, attested=attest(open_, on=on))
        assert isinstance(outcome, Accepted)
        assert outcome.document.acts() == acts
        for later in range(0, 900, 30):
            day = on + timedelta(days=later)
            assert module.state_on(outcome.document, day) == module.state_on(document, day)


# --- the tables -----------------------------------------------------------------------------------


@kinds
def test_a_table_is_total_over_states_and_kinds_of_commands(kind: type[Document]) -> None:
    module = MODULES[kind]
    named = tuple(one.model_fields["kind"].default for one in get_args(module.Command))
    assert named == module.KINDS
    assert {*module.TABLE} == {*product(module.State, module.KINDS)}


@pytest.mark.parametrize(
    ("kind", "state"), [(kind, state) for kind in MODULES for state in MODULES[kind].State]
)
@settings(max_examples=10)
@given(st.data())
def test_a_row_that_refuses_says_why(kind: type[Document], state: str, data: st.DataObject) -> None:
    """A row that refuses for no reason would let the outcome say no without a why.

    Whether an ID may be amended is left open where nobody known has said so.
    """
    document = data.draw(testing.families(kind, state=str(state)))[0]
    school, module = variants.get(document.school), MODULES[kind]
    offered = module.available(document, school, on=testing.PLAIN_DAY)
    for name in module.KINDS:
        if isinstance(module.TABLE[state, name], No):
            assert offered[name]
            answer = expected(offered[name])
            assert answer is Refused or (name, answer) == ("amend", Undecided)


@kinds
def test_every_command_that_is_ever_accepted_has_its_event(kind: type[Document]) -> None:
    """And every event its command, but for what follows from another."""
    module = MODULES[kind]
    leading = {name for (_, name), row in module.TABLE.items() if not isinstance(row, No)}
    commands = {event.command for event in get_args(module.Event)}
    assert commands - {None} == {"issue", "take_over", *leading}
