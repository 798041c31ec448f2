"""Laws that hold over whole lives of mLegitymacje, whatever is asked of them and when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import Accepted, mlegitymacja, variants
from legitymacja_rules.facts import Code
from legitymacja_rules.mlegitymacja import (
    ActivationCodes,
    Mlegitymacja,
    State,
    state_on,
)
from legitymacja_rules.testing import held_ids, requests
from lives import MOST, begun, days, lived, steps
from samples import attest

BY_TIME = (State.NOT_YET, State.ISSUED, State.ACTIVATED, State.LAPSED, State.EXPIRED)


@given(lived(Mlegitymacja))
def test_time_alone_only_moves_a_document_forward(family: list[Mlegitymacja]) -> None:
    """Every third day from the last act on: issued, lapsed, expired, and never back."""
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
