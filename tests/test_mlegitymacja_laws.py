"""Laws that hold over whole lives of mLegitymacje, whatever is asked of them and when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import Accepted, Status, mlegitymacja, variants
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.facts import Code
from legitymacja_rules.findings import worst
from legitymacja_rules.lifecycle import No
from legitymacja_rules.loading import dump
from legitymacja_rules.mlegitymacja import (
    KINDS,
    TABLE,
    ActivationCodes,
    Correct,
    Event,
    Mlegitymacja,
    Revoke,
    State,
    state_on,
)
from legitymacja_rules.regulation import MlegitymacjaProcedure
from legitymacja_rules.testing import held_ids, requests
from lives import MOST, begun, days, lived, steps
from samples import CODES, DAY, SCHOOLS, activate, application, attest


def first(school: str) -> Accepted[Mlegitymacja, Event]:
    call = (application(school), variants.get(school))
    open_points = mlegitymacja.issue(*call, on=DAY, codes=CODES).findings
    outcome = mlegitymacja.issue(*call, on=DAY, codes=CODES, attested=attest(open_points))
    assert isinstance(outcome, Accepted)
    return outcome


FIRST = {school: first(school) for school in SCHOOLS}


BY_TIME = (State.NOT_YET, State.ISSUED, State.ACTIVATED, State.LAPSED, State.EXPIRED)


@given(lived(Mlegitymacja))
def test_time_alone_only_moves_a_document_forward(family: list[Mlegitymacja]) -> None:
    """Day by day from the last act on: issued, lapsed, expired, and never back."""
    for document in family:
        first = document.last_day
        seen = [state_on(document, first + timedelta(days=n)) for n in range(0, 800, 3)]
        if seen[0] in BY_TIME:
            places = [BY_TIME.index(state) for state in seen]
            assert places == sorted(places)
        else:
            assert set(seen) == {seen[0]}


@st.composite
def households(draw: st.DrawFn) -> list[Mlegitymacja]:
    """All of a pupil, of which the office sees all; some were applied for anew, on the same ID."""
    held = draw(begun(Mlegitymacja))
    school, pupil = variants.get(held[0].school), held[0].issued.pupil
    for place in range(draw(st.integers(1, MOST))):
        if draw(st.booleans()):
            held = draw(steps(held, blind=False)).after(held)
            continue
        on = max(one.last_day for one in held) + timedelta(days=draw(st.sampled_from((0, 1, 300))))
        number = held[-1].issued.id_number
        rested = {"prior_id": draw(held_ids(on=on)).model_copy(update={"number": number})}
        asked = draw(requests(school, on=on, pupil=pupil)).model_copy(update=rested)
        codes = ActivationCodes(generated=on, qr=Code(f"Q{place}"), code=Code(f"C{place}"))
        call: dict[str, Any] = {"on": on, "codes": codes, "previous": held}
        words = attest(mlegitymacja.issue(asked, school, **call).findings, on=on)
        fresh = mlegitymacja.issue(asked, school, **call, attested=words)
        held = [*held, fresh.document] if isinstance(fresh, Accepted) else held
    return held


@given(households())
def test_at_most_one_living_one_rests_on_an_id(held: list[Mlegitymacja]) -> None:
    """Over all of a pupil's documents, whichever are issued anew and whichever are decided.

    Where a mistake was taken back, from the last entry on: what was known before was another past.
    """
    entries = [event for one in held for event in one.history]
    mistaken = any(event.event == "corrected" for event in entries)
    entered = {max(event.on for event in entries)} if mistaken else {one.on for one in entries}
    for day in {day + timedelta(days=later) for day in entered for later in (0, 1, 30, 300)}:
        living = [one for one in held if state_on(one, day) in {"issued", "activated"}]
        numbers = [one.issued.id_number for one in living]
        assert len(numbers) == len(set(numbers))


@given(lived(Mlegitymacja), days, days)
def test_time_alone_never_brings_anything_back(
    family: list[Mlegitymacja], one: date, other: date
) -> None:
    """Once it has stopped living, it does not live again without an act."""
    early, late = sorted((one, other))
    living = {State.ISSUED, State.ACTIVATED}
    for document in family:
        state = state_on(document, early)
        if early >= document.last_day and state not in living | {State.NOT_YET}:
            assert state_on(document, late) not in living


def reachable(school: str) -> dict[State, tuple[Mlegitymacja, date]]:
    """One document and day for each state."""
    issued = FIRST[school].document
    used = mlegitymacja.decide(issued, activate(school), variants.get(school))
    gone = mlegitymacja.decide(
        issued, Revoke(on=DAY, ground="school_changed"), variants.get(school)
    )
    assert isinstance(used, Accepted)
    assert isinstance(gone, Accepted)
    replaced = mlegitymacja.evolve(
        issued, mlegitymacja.Reissued(on=DAY, ground="validity_confirmed", clause=f"{school}:x")
    )
    annulled = mlegitymacja.decide(
        issued, Correct(on=DAY, act="issued", done=DAY), variants.get(school)
    )
    assert isinstance(annulled, Accepted)
    return {
        State.NOT_YET: (issued, DAY - timedelta(days=1)),
        State.ISSUED: (issued, DAY),
        State.ACTIVATED: (used.document, DAY),
        State.LAPSED: (issued, date(2024, 11, 1)),
        State.EXPIRED: (used.document, date(2025, 10, 1)),
        State.REVOKED: (gone.document, DAY),
        State.REISSUED: (replaced, DAY),
        State.ANNULLED: (annulled.document, DAY),
    }


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("state", State)
def test_every_state_is_reached_and_every_refusing_row_finds_a_breach(
    school: str, state: State
) -> None:
    """A row that refuses for no reason would let the outcome say no without a why."""
    document, day = reachable(school)[state]
    assert state_on(document, day) is state
    offered = mlegitymacja.available(document, variants.get(school), on=day)
    for kind in KINDS:
        row = TABLE[state, kind]
        if isinstance(row, No):
            found = row.why(document, day, document_rules(school))
            assert worst(found) is Status.BREACHED
            assert worst(offered[kind]) is Status.BREACHED


def document_rules(school: str) -> MlegitymacjaProcedure:
    rules = variants.get(school).mlegitymacja
    assert rules is not None
    return rules


def test_available_says_what_may_be_done_and_why_not_the_rest() -> None:
    offered = mlegitymacja.available(
        FIRST["grojec"].document, variants.get("grojec"), on=date(2024, 11, 1)
    )
    assert {kind: [f.clause for f in why] for kind, why in offered.items()} == {
        "hand_over": ["grojec:§7.8", "grojec:§7.9"],
        "generate_codes": ["grojec:§7.8", "grojec:§7.9"],
        "activate": ["grojec:§7.8", "grojec:§7.9"],
        "revoke": [],
        "reissue": [],
        "correct": [],
    }


@pytest.mark.parametrize(
    "events", [(), (mlegitymacja.Activated(on=DAY, device="d", system="ios"),)]
)
def test_a_history_begins_with_an_issue(events: tuple[Event, ...]) -> None:
    with pytest.raises(WrongArgument):
        mlegitymacja.replay(events)


def test_a_certificate_is_replayed() -> None:
    used = mlegitymacja.decide(FIRST["sp6"].document, activate("sp6"), variants.get("sp6"))
    assert isinstance(used, Accepted)
    assert mlegitymacja.replay((*FIRST["sp6"].events, *used.events)) == used.document
    assert len(used.document.certificates) == 1
    assert mlegitymacja.load_event(dump(used.events[1])) == used.events[1]


def test_what_is_no_event_does_not_evolve_anything() -> None:
    with pytest.raises(WrongArgument):
        mlegitymacja.evolve(FIRST["sp6"].document, "revoked")  # type: ignore[arg-type]  # the point


def test_an_issue_delivered_twice_does_not_throw_the_history_away() -> None:
    outcome = FIRST["sp6"]
    with pytest.raises(WrongArgument, match="first, and once"):
        mlegitymacja.evolve(outcome.document, outcome.events[0])
