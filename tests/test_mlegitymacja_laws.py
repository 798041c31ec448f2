"""Laws that hold over whole lives of mLegitymacje, whatever is asked of them and when."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from itertools import zip_longest
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import Accepted, Refused, Status, Undecided, mlegitymacja, variants
from legitymacja_rules.citations import citation
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.facts import Code
from legitymacja_rules.findings import worst
from legitymacja_rules.lifecycle import Back, Leads, No
from legitymacja_rules.loading import dump, load
from legitymacja_rules.mlegitymacja import (
    KINDS,
    TABLE,
    ActivationCodes,
    Command,
    Correct,
    Event,
    HandOver,
    Mlegitymacja,
    Reissue,
    Revoke,
    State,
    state_on,
)
from legitymacja_rules.regulation import MlegitymacjaProcedure
from legitymacja_rules.vocabulary import (
    ApplicantKind,
    BasisKind,
    Receiver,
    ReissueGround,
    RevocationGround,
)
from samples import CODES, DAY, ID_CARD, SCHOOLS, STEPS, activate, application, attest

# Days on both sides of every boundary of the sample: window, school year, validity, chapter.
BOUNDARIES = (
    DAY,
    date(2024, 10, 31),
    date(2025, 8, 31),
    date(2025, 9, 16),
    date(2025, 9, 30),
    date(2026, 9, 30),
)
days = st.builds(
    lambda day, off: day + timedelta(days=off),
    st.sampled_from(BOUNDARIES),
    st.sampled_from((-1, 0, 1)),
)


@st.composite
def commands(draw: st.DrawFn, school: str) -> Command:
    """Any command, right or wrong, on a day near a boundary."""
    on = draw(days)
    kind = draw(st.sampled_from(KINDS))
    basis = draw(st.none() | st.sampled_from(get_args(BasisKind)))
    if kind == "activate":
        return activate(
            school,
            on=on,
            device=draw(st.sampled_from(("phone-1", "phone-2"))),
            system=draw(st.sampled_from(("android", "ios"))),
            code=draw(st.sampled_from((CODES.code, Code("OTHER")))),
            steps=draw(st.sampled_from((STEPS[school], STEPS[school][::-1], ()))),
            permission_granted=draw(st.booleans()),
        )
    if kind == "revoke":
        return Revoke(
            on=on,
            ground=draw(st.sampled_from(get_args(RevocationGround))),
            applicant=draw(st.none() | st.sampled_from(get_args(ApplicantKind))),
            basis=basis,
        )
    if kind == "hand_over":
        return HandOver(on=on, to=draw(st.sampled_from(get_args(Receiver))), signed=True)
    if kind == "correct":
        act = draw(st.sampled_from(("issued", "activated", "handed_over", "revoked", "reissued")))
        return Correct(on=on, act=act, done=draw(days))
    until = draw(st.sampled_from((ID_CARD.valid_until, date(2026, 9, 30))))
    held = ID_CARD.model_copy(update={"valid_until": until})
    return Reissue(
        on=on,
        ground=draw(st.sampled_from(get_args(ReissueGround))),
        application=application(school, received=on, prior_id=draw(st.sampled_from((held, None)))),
        codes=ActivationCodes(generated=on, qr=Code("QR-2"), code=Code("CODE-2")),
        basis=basis,
    )


def first(school: str) -> Accepted[Mlegitymacja, Event]:
    call = (application(school), variants.get(school))
    open_points = mlegitymacja.issue(*call, on=DAY, codes=CODES).findings
    outcome = mlegitymacja.issue(*call, on=DAY, codes=CODES, attested=attest(open_points))
    assert isinstance(outcome, Accepted)
    return outcome


FIRST = {school: first(school) for school in SCHOOLS}


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, tuple[Command, ...]]:
    """A school and what is asked of one of its mLegitymacje, one after the other."""
    school = draw(st.sampled_from(SCHOOLS))
    return school, tuple(draw(st.lists(commands(school), max_size=6)))


def with_words(command: Command, document: Mlegitymacja) -> Command:
    """The command again, with the head's word on all that was open."""
    outcome = mlegitymacja.decide(document, command, variants.get(document.school))
    words = attest(outcome.findings, on=command.on)
    return command.model_copy(update={"attested": words})


def before_last(document: Mlegitymacja, day: date) -> State:
    """The state on a day as if the last act had not been entered."""
    acts = [*document.acts()]
    while acts.pop().command is None:
        pass
    return state_on(Mlegitymacja(history=tuple(acts)), day) if acts else State.ANNULLED


@given(stories())
def test_a_whole_life(story: tuple[str, tuple[Command, ...]]) -> None:
    """Never an exception; only `Accepted` changes anything; events and document say the same."""
    name, asked = story
    school = variants.get(name)
    document, history = FIRST[name].document, [*FIRST[name].events]
    for bare in asked:
        command = with_words(bare, document)
        before = document.model_dump_json()
        row = TABLE[state_on(document, command.on), command.kind]
        offered = mlegitymacja.available(document, school, on=command.on)[command.kind]
        outcome = mlegitymacja.decide(document, command, school)

        assert document.model_dump_json() == before
        assert mlegitymacja.load_outcome(dump(outcome)) == outcome
        assert pickle.loads(pickle.dumps(outcome)) == outcome
        assert mlegitymacja.load_command(dump(command)) == command
        assert bool(outcome.reasons) is (outcome.outcome != "accepted")
        for finding in outcome.findings:
            source = citation(finding.clause)
            assert source.kind != "school" or source.source == name
        if any(finding.status is Status.BREACHED for finding in offered):
            assert isinstance(outcome, Refused)
        if isinstance(outcome, Accepted):
            history += outcome.events
            if isinstance(row, Back):
                assert state_on(outcome.document, command.on) == before_last(document, command.on)
            else:
                assert isinstance(row, Leads)
                assert state_on(outcome.document, command.on) == row.to
            document = outcome.document
            assert load(Mlegitymacja, dump(document)) == document
        assert mlegitymacja.replay(history) == document


BY_TIME = (State.NOT_YET, State.ISSUED, State.ACTIVATED, State.LAPSED, State.EXPIRED)


@given(stories())
def test_time_alone_only_moves_a_document_forward(story: tuple[str, tuple[Command, ...]]) -> None:
    """Day by day from the last act on: issued, lapsed, expired, and never back."""
    name, asked = story
    document = FIRST[name].document
    for command in asked:
        outcome = mlegitymacja.decide(document, command, variants.get(name))
        if isinstance(outcome, Accepted):
            document = outcome.document
    first = document.last_day
    seen = [state_on(document, first + timedelta(days=n)) for n in range(0, 800, 3)]
    if seen[0] in BY_TIME:
        places = [BY_TIME.index(state) for state in seen]
        assert places == sorted(places)
    else:
        assert set(seen) == {seen[0]}


@given(stories(), st.lists(days, max_size=3))
def test_at_most_one_living_one_rests_on_an_id(
    story: tuple[str, tuple[Command, ...]], again_on: list[date]
) -> None:
    """Over all of a pupil's documents, whichever are issued anew and whichever are decided."""
    name, asked = story
    school = variants.get(name)
    held = [FIRST[name].document]
    for place, (command, on) in enumerate(zip_longest(asked, again_on)):
        if command is not None:
            document, *others = held
            outcome = mlegitymacja.decide(
                document, with_words(command, document), school, others=others
            )
            if isinstance(outcome, Accepted):
                new = [outcome.successor.document] if outcome.successor else []
                held = [*others, outcome.document, *new]
        if on is not None:
            codes = ActivationCodes(generated=on, qr=Code(f"Q{place}"), code=Code(f"C{place}"))
            call = (application(name, received=on), school)
            words = attest(
                mlegitymacja.issue(*call, on=on, codes=codes, previous=held).findings, on=on
            )
            fresh = mlegitymacja.issue(*call, on=on, codes=codes, previous=held, attested=words)
            if isinstance(fresh, Accepted):
                held.append(fresh.document)
        for day in BOUNDARIES:
            living = [one for one in held if state_on(one, day) in {"issued", "activated"}]
            numbers = [one.issued.id_number for one in living]
            assert len(numbers) == len(set(numbers))


@given(stories())
def test_the_worst_finding_decides(story: tuple[str, tuple[Command, ...]]) -> None:
    """Accepted iff all met, refused iff one is breached; an attestation never saves a breach."""
    name, asked = story
    school, document = variants.get(name), FIRST[name].document
    for command in asked:
        outcome = mlegitymacja.decide(document, command, school)
        expected = {
            Status.MET: Accepted,
            Status.BREACHED: Refused,
            Status.NEEDS_REVIEW: Undecided,
            Status.NOT_COVERED: Undecided,
        }[worst(outcome.findings)]
        assert isinstance(outcome, expected)
        if isinstance(outcome, Refused):
            again = mlegitymacja.decide(document, with_words(command, document), school)
            assert isinstance(again, Refused)


@given(stories(), days, days)
def test_time_alone_never_brings_anything_back(
    story: tuple[str, tuple[Command, ...]], one: date, other: date
) -> None:
    """Once it has stopped living, it does not live again without an act."""
    name, asked = story
    document = FIRST[name].document
    for command in asked:
        outcome = mlegitymacja.decide(document, command, variants.get(name))
        if isinstance(outcome, Accepted):
            document = outcome.document
    early, late = sorted((one, other))
    living = {State.ISSUED, State.ACTIVATED}
    if early >= document.last_day and state_on(document, early) not in living | {State.NOT_YET}:
        assert state_on(document, late) not in living


def test_the_kinds_of_commands_are_those_of_the_table() -> None:
    commands = get_args(Command)
    kinds = tuple(kind.model_fields["kind"].default for kind in commands)
    assert kinds == KINDS


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
