"""Laws that hold over whole lives of certificates, whatever is asked of them and when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from legitymacja_rules import Status, certificate, variants
from legitymacja_rules.certificate import (
    KINDS,
    TABLE,
    Certificate,
    HandedOver,
    Issued,
    State,
    state_on,
)
from legitymacja_rules.findings import worst
from legitymacja_rules.lifecycle import No
from lives import GROWN, days, lived
from samples import DAY, ORIGINAL, SCHOOLS


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


# --- the table ------------------------------------------------------------------------------------


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
