"""Laws that hold over whole lives of IDs, whatever is asked of them and when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from cards import (
    UNTIL,
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
    spoken,
)
from legitymacja_rules import Accepted, Status, school_id, variants
from legitymacja_rules.lifecycle import No
from legitymacja_rules.school_id import (
    TABLE,
    CodeServices,
    Command,
    Correct,
    Corrected,
    Destroy,
    End,
    GiveBack,
    HandOver,
    Replace,
    ReportFound,
    ReportLoss,
    SchoolId,
    State,
    check,
    state_on,
)
from legitymacja_rules.testing import Step
from lives import days, families, id_stories
from samples import DAY, SCHOOLS


@given(families(), days)
def test_check_and_state_say_the_same(family: list[SchoolId], on: date) -> None:
    """All that a check says no to is in a state that says no, and the other way round."""
    for document in family:
        verdict = check(document, variants.get(document.school), on=on)
        late = on > document.valid_until(on)
        expected = {
            State.ISSUED: Status.BREACHED if late else Status.MET,
            State.VALID: Status.MET,
            State.REPORTED: Status.BREACHED if late else Status.MET,
            State.UNSETTLED: Status.BREACHED if late else Status.NOT_COVERED,
        }
        state = state_on(document, on)
        if state is State.FOUND:
            settled = document.void_on(on)
            status = Status.BREACHED if settled or late else Status.NOT_COVERED
        else:
            status = expected.get(state, Status.BREACHED)
        form = document.issued.form == "paper" and document.issued.on > date(2024, 7, 12)
        assert verdict.status is (Status.BREACHED if form else status), state


@given(families(), days, days)
def test_what_is_void_stays_void(family: list[SchoolId], one: date, other: date) -> None:
    early, late = sorted((one, other))
    for document in family:
        if document.void_on(early):
            assert document.void_on(late)
            assert not document.held(late).valid_on(late)


@given(families())
def test_time_alone_only_lets_an_id_lapse(family: list[SchoolId]) -> None:
    """From the last act on it is what it is; or it is valid, and then has lapsed for good."""
    for document in family:
        start = document.last_day
        seen = [state_on(document, start + timedelta(days=n)) for n in range(0, 900, 3)]
        if seen[0] is State.VALID:
            assert seen == sorted(seen, key=[State.VALID, State.LAPSED].index)
        else:
            assert set(seen) == {seen[0]}


@given(families())
def test_each_new_id_stands_in_the_place_of_one_before_it(family: list[SchoolId]) -> None:
    first, *later = family
    assert (first.issued.copies, first.issued.in_place_of) == (0, None)
    for document in later:
        made = document.issued
        before = [one.issued for one in family if one.issued.number == made.in_place_of]
        assert before, "the one in whose place it was made is known"
        if made.copies:
            assert made.copies - 1 in {one.copies for one in before}


@given(id_stories())
def test_what_is_taken_back_can_be_done_again(story: list[Step[SchoolId]]) -> None:
    """A correction forgets an act and nothing else: the same command leads to the same ID."""
    for step in story:
        document, command, outcome = step.document, step.command, step.outcome
        if not isinstance(outcome, Accepted) or command.kind == "correct":
            continue
        event = outcome.events[0]
        back = done(outcome.document, Correct(on=command.on, act=event.event, done=event.on))
        assert back.document.standing() == document.standing()
        assert isinstance(back.events[0], Corrected)
        again = decided(back.document, command, step.seen)
        assert isinstance(again, Accepted)
        assert again.events == outcome.events


# --- states and rows ------------------------------------------------------------------------------


def reachable(school: str) -> dict[State, tuple[SchoolId, date]]:
    """One ID and day for each state."""
    made, held = issued(school), in_hand(school)
    lost, _ = duplicated(held, DAY)
    left = lived(held, End(on=DAY, ground="school_changed"))
    # Void where a text says so, unsettled where none does: here both, at each school.
    void, unsettled = (
        school_id.evolve(lost, school_id.Replaced(on=DAY, clause="I-original-void", void=settled))
        for settled in (True, False)
    )
    return {
        State.NOT_YET: (made, DAY - timedelta(days=1)),
        State.ISSUED: (made, DAY),
        State.VALID: (held, UNTIL),
        State.LAPSED: (held, UNTIL + timedelta(days=1)),
        State.REPORTED: (lost, DAY),
        State.REPLACED: (void, DAY),
        State.UNSETTLED: (unsettled, DAY),
        State.FOUND: (lived(void, ReportFound(on=DAY)), DAY),
        State.RETURNED: (lived(void, GiveBack(on=DAY)), DAY),
        State.ENDED: (left, DAY),
        State.DESTROYED: (
            lived(made, Destroy(on=UNTIL + timedelta(days=1))),
            UNTIL + timedelta(days=1),
        ),
        State.ANNULLED: (lived(made, Correct(on=DAY, act="issued", done=DAY)), DAY),
    }


NOT_HERE = {
    (State.REPORTED, "duplicate"),  # the sample's has its duplicate
    (State.VALID, "replace"),  # and these have none
    (State.LAPSED, "replace"),
}


@pytest.mark.parametrize("school", SCHOOLS)
def test_every_row_that_leads_on_can_be_taken(school: str) -> None:
    """A row that nothing can ever take would promise what is always refused."""
    taken, until = set(), date(2026, 9, 30)
    made = card("21/2024", valid_until=until)
    for document, day in reachable(school).values():
        last = document.standing()[-1] if document.acts() else document.issued
        tried: list[Command] = [
            HandOver(on=day, to="pupil"),
            confirm(day, until),
            CodeServices(on=day, services=("school_activity",), consent="parent"),
            ReportLoss(on=day, how="lost"),
            ReportFound(on=day),
            duplicate(school, day, made=made),
            exchange(school, day, made=made),
            Replace(on=day),
            GiveBack(on=day),
            End(on=day, ground="school_completed"),
            Destroy(on=UNTIL + timedelta(days=1)),
            Correct(on=day, act=last.event, done=last.on),
        ]
        accepted_ = [one for one in tried if isinstance(spoken(document, one), Accepted)]
        taken |= {(state_on(document, command.on), command.kind) for command in accepted_}
    leading = {place for place, row in TABLE.items() if not isinstance(row, No)}
    assert leading - taken == NOT_HERE
