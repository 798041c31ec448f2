"""The kit's steps: what is asked of a family, right or wrong, and what the family is after it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from found import found
from legitymacja_rules import Accepted, school_id, variants
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.loading import dump
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.school_id import SchoolId
from legitymacja_rules.testing import Step, families, simplest, steps
from lives import GROWN, id_stories, stories
from samples import MODULES

SCHOOL = variants.get("leczna")
TWO: dict[type[Any], list[Any]] = {
    kind: simplest(families(kind, school=SCHOOL, state=state), lambda family: len(family) == 2)
    for kind, state in (
        (SchoolId, "reported"),
        (Mlegitymacja, "reissued"),
        (Certificate, "duplicated"),
    )
}
"""One, and what was made in its place."""

ONE = simplest(families(SchoolId, school=SCHOOL, state="valid"))

LATE = SchoolId(history=(ONE[0].issued.model_copy(update={"on": date(2291, 1, 1)}),))
"""One that was issued where nothing is drawn any more."""

kinds = pytest.mark.parametrize("kind", MODULES)
few = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])


def others(family: list[Any], place: int) -> tuple[Any, ...]:
    return tuple(one for at, one in enumerate(family) if at != place)


# --- what a step tells ----------------------------------------------------------------------------


@kinds
@few
@given(st.data())
def test_the_outcome_is_that_of_the_command_on_that_document(
    kind: type[Any], data: st.DataObject
) -> None:
    step = data.draw(steps(TWO[kind], SCHOOL))
    assert step.document == TWO[kind][step.place]
    assert step.seen in {(), others(TWO[kind], step.place)}
    decided = MODULES[kind].decide(step.document, step.command, SCHOOL, others=step.seen)
    assert decided == step.outcome


@kinds
@few
@given(st.data())
def test_who_is_not_blind_sees_all_others(kind: type[Any], data: st.DataObject) -> None:
    step = data.draw(steps(TWO[kind], SCHOOL, blind=False))
    assert step.seen == others(TWO[kind], step.place)


@kinds
@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("seen", [True, False])
def test_each_is_asked_and_the_others_are_seen_or_not(
    kind: type[Any], place: int, seen: bool
) -> None:
    found(steps(TWO[kind], SCHOOL), lambda step: (step.place, bool(step.seen)) == (place, seen))


@pytest.mark.parametrize("holds", [True, False])
def test_the_head_says_yes_or_no_to_all_that_waits_for_one(holds: bool) -> None:
    def said(step: Step[SchoolId]) -> bool:
        return {word.holds for word in step.command.attested} == {holds}

    step = found(steps(ONE, SCHOOL), said)
    bare = step.command.model_copy(update={"attested": ()})
    asked = school_id.decide(step.document, bare, SCHOOL, others=step.seen).findings
    waiting = {(one.code, one.subject) for one in asked if one.who is not None}
    assert {(word.condition, word.subject) for word in step.command.attested} == waiting


def test_a_yes_may_make_another() -> None:
    found(steps(ONE, SCHOOL), lambda step: bool(step.command.attested) and made(step))


@few
@given(steps(ONE, SCHOOL))
def test_a_no_is_never_accepted(step: Step[SchoolId]) -> None:
    if not all(word.holds for word in step.command.attested):
        assert not isinstance(step.outcome, Accepted)


def test_the_head_may_say_nothing_and_leave_it_open() -> None:
    step = found(steps(ONE, SCHOOL), lambda step: step.outcome.outcome == "undecided")
    assert step.command.attested == ()
    assert any(finding.who is not None for finding in step.outcome.reasons)


def test_a_step_may_come_before_the_issue() -> None:
    step = found(steps(ONE, SCHOOL), lambda step: step.command.on < ONE[0].issued.on)
    assert step.outcome.outcome == "refused"


# --- the family after it --------------------------------------------------------------------------


def made(step: Step[Any]) -> bool:
    return isinstance(step.outcome, Accepted) and step.outcome.successor is not None


@pytest.mark.parametrize("outcome", ["refused", "undecided"])
@pytest.mark.parametrize("kind", [SchoolId, Certificate])
def test_what_is_not_accepted_leaves_the_family_as_it_was(kind: type[Any], outcome: str) -> None:
    family = TWO[kind]
    step = found(steps(family, SCHOOL), lambda step: step.outcome.outcome == outcome)
    assert step.after(family) == family
    assert step.after(family) is not family


@kinds
@pytest.mark.parametrize("place", [0, 1])
def test_what_is_accepted_stands_in_the_place_of_what_it_was(kind: type[Any], place: int) -> None:
    family = TWO[kind]

    def fits(step: Step[Any]) -> bool:
        return step.place == place and isinstance(step.outcome, Accepted) and not made(step)

    step = found(steps(family, SCHOOL), fits)
    after = step.after(family)
    assert after[place] == step.outcome.document != family[place]
    assert others(after, place) == others(family, place)


@pytest.mark.parametrize("kind", [SchoolId, Mlegitymacja])
def test_what_is_made_comes_last(kind: type[Any]) -> None:
    family = TWO[kind]
    step = found(steps(family, SCHOOL), lambda step: step.place == 1 and made(step))
    new = step.outcome.successor.document
    assert step.after(family) == [family[0], step.outcome.document, new]
    assert step.after(tuple(family)) == step.after(family)


# --- to what it shrinks ---------------------------------------------------------------------------


@kinds
def test_a_step_shrinks_to_one_on_the_day_of_the_last_act_with_all_others_seen(
    kind: type[Any],
) -> None:
    family = TWO[kind]
    step = simplest(steps(family, SCHOOL))
    assert step.command.on == step.document.last_day
    assert step.seen == others(family, step.place)


def test_if_any_will_do_it_is_the_first_that_is_asked() -> None:
    twins = [ONE[0], ONE[0]]
    assert simplest(steps(twins, SCHOOL)).place == 0
    assert simplest(steps(twins, SCHOOL), lambda step: step.place > 0).place == 1


def test_with_the_heads_yes_where_one_is_waited_for() -> None:
    step = simplest(steps(ONE, SCHOOL), lambda step: bool(step.command.attested))
    assert all(word.holds for word in step.command.attested)


def test_what_is_made_shrinks_to_what_is_made_of_the_first_on_the_day_of_its_last_act() -> None:
    step = simplest(steps(ONE, SCHOOL), made)
    assert (step.place, step.command.on) == (0, ONE[0].last_day)


# --- broken calls ---------------------------------------------------------------------------------

BROKEN: dict[str, tuple[Any, str]] = {
    "no document": ({"family": []}, "family"),
    "no document at all": ({"family": None}, "family"),
    "one document, not several": ({"family": ONE[0]}, "family"),
    "a document that nobody has loaded": ({"family": [dump(ONE[0])]}, "family"),
    "a document near the end of the calendar": ({"family": [LATE]}, "family"),
    "one among others": ({"family": [*ONE, LATE]}, "family"),
    "documents of two kinds": ({"family": [*ONE, *TWO[Certificate]]}, "family"),
    "the name of a school": ({"school": "leczna"}, "school"),
    "a word for blind": ({"blind": "no"}, "blind"),
}


@pytest.mark.parametrize(("broken", "argument"), BROKEN.values(), ids=BROKEN)
def test_a_broken_call_is_told_at_once(broken: dict[str, Any], argument: str) -> None:
    call = {"family": ONE, "school": SCHOOL, "blind": True, **broken}
    with pytest.raises(WrongArgument) as error:
        steps(call["family"], call["school"], blind=call["blind"])
    assert error.value.name == argument


def test_a_family_without_a_document_is_told_of_in_words() -> None:
    with pytest.raises(WrongArgument, match="one document or several of the same kind"):
        steps([], SCHOOL)


# --- what the laws see ----------------------------------------------------------------------------

STORIES: dict[type[Any], st.SearchStrategy[list[Step[Any]]]] = {
    SchoolId: id_stories(),
    Mlegitymacja: stories(Mlegitymacja),
    Certificate: stories(Certificate, GROWN),
}

LEAST: dict[type[Any], dict[str, int]] = {
    SchoolId: {"made": 15, "collected": 3, "unsettled": 1, "rows": 35, "findings": 45},
    Mlegitymacja: {"made": 6, "collected": 4, "activated": 1, "rows": 25, "findings": 50},
    Certificate: {"made": 8, "collected": 8, "unsettled": 2, "rows": 25, "findings": 35},
}
"""What two hundred stories have to show; a half, mostly a third, of the least that twelve seeds had."""


def seen(kind: type[Any], drawn: list[Step[Any]]) -> Counter[str]:
    """How often another was made, collected or activated, or an unsettled one asked of; how much differs."""
    rows, findings, count = set(), set(), Counter[str]()
    for step in drawn:
        state, asked = MODULES[kind].state_on(step.document, step.command.on), step.command.kind
        done = asked if isinstance(step.outcome, Accepted) else None
        rows.add((state, asked))
        findings |= {(finding.code, finding.status) for finding in step.outcome.findings}
        count["made"] += made(step)
        count["collected"] += done == "hand_over" and step.place > 0
        count["activated"] += done == "activate"
        count["unsettled"] += state == "unsettled"
    return count + Counter(rows=len(rows), findings=len(findings))


@kinds
def test_laws_see_much_of_what_can_go_wrong(kind: type[Any]) -> None:
    drawn: list[Step[Any]] = []

    @settings(
        max_examples=200, database=None, derandomize=True, phases=[Phase.generate], deadline=None
    )
    @given(STORIES[kind])
    def draw(story: list[Step[Any]]) -> None:
        drawn.extend(story)

    draw()
    count = seen(kind, drawn)
    assert {what: count[what] for what, least in LEAST[kind].items() if count[what] < least} == {}
