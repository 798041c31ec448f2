"""Holograms as strictly accounted forms: what may be entered, and that the ledger adds up.

The oracle is a book kept with plain sets, `Book` below; it knows nothing of findings.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from legitymacja_rules import Accepted, Refused, Status, Undecided, holograms, variants
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.citations import citation
from legitymacja_rules.errors import LoadError, WrongArgument
from legitymacja_rules.findings import Finding
from legitymacja_rules.holograms import Affixed, Destroyed, Ledger, Movement, Received
from legitymacja_rules.loading import dump, load
from samples import DAY, SCHOOLS, named

GROJEC = variants.get("grojec")
SILENT = [school for school in SCHOOLS if school != "grojec"]
UNTIL = date(2025, 9, 30)
AFTER = date(2025, 10, 1)
BALANCE = "invariant:ledger-balance"

Outcome = Accepted[Ledger, Movement] | Refused | Undecided


def came(*numbers: str, on: date = DAY, until: date = UNTIL) -> Received:
    return Received(on=on, numbers=numbers, valid_until=until)


def affixed(number: str, *, on: date = DAY) -> Affixed:
    return Affixed(on=on, number=number, id_number="17/2024")


def gone(*numbers: str, on: date = AFTER) -> Destroyed:
    return Destroyed(on=on, numbers=numbers)


def ledger(*movements: Movement) -> Ledger:
    """A ledger of movements each of which was accepted at Grójec."""
    book = Ledger()
    for movement in movements:
        outcome = holograms.record(book, movement, GROJEC)
        assert isinstance(outcome, Accepted)
        book = outcome.document
    return book


THREE = ledger(came("H-1", "H-2", "H-3"))


def one(outcome: Outcome, code: str) -> Finding:
    (found,) = named(outcome.findings, code)
    return found


# Accounting


@pytest.mark.clause("grojec:§3.3b")
def test_grojec_3_3b_every_movement_is_recorded_and_accounted_for() -> None:
    book = ledger(came("H-1", "H-2", "H-3"), affixed("H-2"), came("H-4"), gone("H-3", "H-1"))
    assert (book.received, book.affixed, book.destroyed, book.on_hand) == (4, 1, 2, 1)
    assert book.on_hand_numbers == ("H-4",)
    assert [movement.movement for movement in book.movements] == [
        "received",
        "affixed",
        "received",
        "destroyed",
    ]


@pytest.mark.clause("grojec:§3.3b")
@pytest.mark.parametrize("movement", [came("H-4"), affixed("H-1"), gone("H-1", "H-3")])
def test_grojec_3_3b_what_is_accepted_is_the_ledger_with_the_movement(movement: Movement) -> None:
    outcome = holograms.record(THREE, movement, GROJEC)
    assert isinstance(outcome, Accepted)
    assert outcome.events == (movement,)
    assert outcome.document == Ledger(movements=(*THREE.movements, movement))
    assert one(outcome, "hologram.accounting").clause == "grojec:§3.3b"
    assert outcome.reasons == ()


@pytest.mark.parametrize(
    ("before", "movement"),
    [
        ((), affixed("H-1")),
        ((came("H-2"),), affixed("H-1")),
        ((came("H-1"), affixed("H-1")), affixed("H-1")),
        ((came("H-1"), gone("H-1")), affixed("H-1", on=AFTER)),
        ((), gone("H-1")),
        ((came("H-1"), affixed("H-1")), gone("H-1")),
        ((came("H-1"), gone("H-1")), gone("H-1")),
        ((came("H-2"),), gone("H-2", "H-1")),
    ],
)
def test_what_never_came_or_is_gone_is_not_on_hand(
    before: tuple[Movement, ...], movement: Movement
) -> None:
    outcome = holograms.record(ledger(*before), movement, GROJEC)
    found = one(outcome, "hologram.on_hand")
    assert isinstance(outcome, Refused)
    assert (found.status, found.clause, found.measured) == (Status.BREACHED, BALANCE, "H-1")


@pytest.mark.parametrize(
    "before",
    [(came("H-1"),), (came("H-1"), affixed("H-1")), (came("H-1"), gone("H-1"))],
)
def test_a_hologram_comes_in_once(before: tuple[Movement, ...]) -> None:
    """Catches a number that is taken for new because it is no longer on hand."""
    again = came("H-2", "H-1", on=AFTER, until=date(2026, 9, 30))
    outcome = holograms.record(ledger(*before), again, GROJEC)
    assert isinstance(outcome, Refused)
    assert [(found.code, found.measured) for found in outcome.reasons] == [("hologram.new", "H-1")]
    assert one(outcome, "hologram.new").clause == BALANCE


@pytest.mark.parametrize(
    ("movement", "how_many"),
    [(came(), 0), (came("H-4", "H-4"), 2), (gone(), 0), (gone("H-1", "H-2", "H-1"), 3)],
)
def test_numbers_are_given_each_once(movement: Movement, how_many: int) -> None:
    outcome = holograms.record(THREE, movement, GROJEC)
    assert isinstance(outcome, Refused)
    (reason,) = outcome.reasons
    assert (reason.code, reason.clause, reason.measured) == ("hologram.numbers", BALANCE, how_many)


@pytest.mark.parametrize(
    ("on", "in_order"),
    [(date(2024, 9, 30), False), (date(2024, 10, 1), True), (date(2024, 10, 2), True)],
)
def test_days_do_not_run_backwards(on: date, in_order: bool) -> None:
    outcome = holograms.record(THREE, affixed("H-1", on=on), GROJEC)
    assert isinstance(outcome, Accepted) is in_order
    said = [(found.code, found.clause, found.earliest) for found in outcome.reasons]
    assert said == ([] if in_order else [("day.order", "invariant:day-order", DAY)])


# Use and destruction


@pytest.mark.clause("grojec:§3.6")
@pytest.mark.parametrize(
    ("on", "used", "destroyed"),
    [
        (date(2025, 9, 29), Status.MET, Status.BREACHED),
        (date(2025, 9, 30), Status.MET, Status.BREACHED),
        (date(2025, 10, 1), Status.BREACHED, Status.MET),
        (date(2025, 10, 2), Status.BREACHED, Status.MET),
    ],
)
def test_grojec_3_6_unused_holograms_are_destroyed_after_their_validity_date(
    on: date, used: Status, destroyed: Status
) -> None:
    use = one(holograms.record(THREE, affixed("H-1", on=on), GROJEC), "hologram.valid")
    end = one(holograms.record(THREE, gone("H-1", on=on), GROJEC), "hologram.destruction")
    assert (use.status, end.status) == (used, destroyed)
    for found in (use, end):
        assert (found.clause, found.measured, found.limit) == (
            "grojec:§3.6",
            on.isoformat(),
            "2025-09-30",
        )
    assert end.earliest == (AFTER if destroyed is Status.BREACHED else None)


@pytest.mark.clause("grojec:§3.6")
def test_grojec_3_6_of_several_the_last_valid_one_decides() -> None:
    book = ledger(came("H-1"), came("H-2", until=date(2026, 9, 30)))
    outcome = holograms.record(book, gone("H-1", "H-2"), GROJEC)
    found = one(outcome, "hologram.destruction")
    assert isinstance(outcome, Refused)
    assert (found.limit, found.earliest) == ("2026-09-30", date(2026, 10, 1))
    assert isinstance(holograms.record(book, gone("H-1"), GROJEC), Accepted)


def test_a_hologram_valid_to_the_end_of_the_calendar_has_no_day_of_destruction() -> None:
    """Catches a day that no finding could be loaded with."""
    last = date(2299, 12, 31)
    outcome = holograms.record(ledger(came("H-1", until=last)), gone("H-1", on=last), GROJEC)
    assert isinstance(outcome, Refused)
    assert one(outcome, "hologram.destruction").earliest is None
    assert load(Refused, dump(outcome)) == outcome
    eve = ledger(came("H-1", until=last - timedelta(days=1)))
    refused = holograms.record(eve, gone("H-1", on=DAY), GROJEC)
    assert one(refused, "hologram.destruction").earliest == last


def test_all_reasons_are_given_at_once() -> None:
    early = gone("H-1", "H-9", "H-8", "H-8", on=date(2024, 9, 30))
    reasons = holograms.record(THREE, early, GROJEC).reasons
    assert {(found.code, found.measured) for found in reasons} == {
        ("day.order", "2024-09-30"),
        ("hologram.destruction", "2024-09-30"),
        ("hologram.numbers", 4),
        ("hologram.on_hand", "H-8"),
        ("hologram.on_hand", "H-9"),
    }


# Schools that say nothing


def word(condition: str, role: str = "head", on: date = DAY, **changes: Any) -> Attestation:
    return Attestation(**{"condition": condition, "role": role, "on": on, **changes})


@pytest.mark.parametrize("school", SILENT)
def test_where_a_school_is_silent_its_head_decides(school: str) -> None:
    text, movement = variants.get(school), came("H-1")
    outcome = holograms.record(Ledger(), movement, text)
    assert isinstance(outcome, Undecided)
    (reason,) = outcome.reasons
    assert (reason.code, reason.status) == ("hologram.accounting", Status.NOT_COVERED)
    assert (reason.clause, reason.who) == ("I-silence", "head")
    assert reason.notes == ("school_silent",)
    for said, kind in (
        (word("hologram.accounting"), Accepted),
        (word("hologram.accounting", holds=False), Refused),
        (word("hologram.accounting", "office"), Undecided),
        (word("hologram.on_hand"), Undecided),
        (word("hologram.accounting", on=DAY + timedelta(days=1)), Refused),
    ):
        assert isinstance(holograms.record(Ledger(), movement, text, attested=iter([said])), kind)


@pytest.mark.parametrize("school", SILENT)
def test_a_silent_school_keeps_the_balance_and_has_no_days_of_its_own(school: str) -> None:
    """Catches a validity date that Grójec's clause lends to a school without one."""
    text = variants.get(school)
    for movement in (affixed("H-1", on=AFTER), gone("H-1", on=DAY)):
        said = word("hologram.accounting", on=movement.on)
        assert isinstance(holograms.record(THREE, movement, text, attested=[said]), Accepted)
        outcome = holograms.record(ledger(came("H-2")), movement, text, attested=[said])
        assert isinstance(outcome, Refused)
        assert [found.code for found in outcome.reasons] == ["hologram.on_hand"]


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        (date(2024, 7, 12), Undecided),
        (date(2024, 7, 13), Accepted),
        (date(2024, 7, 14), Accepted),
    ],
)
def test_before_its_text_applies_a_school_is_silent(on: date, kind: type[Outcome]) -> None:
    outcome = holograms.record(Ledger(), came("H-1", on=on), GROJEC)
    assert isinstance(outcome, kind)
    if kind is Undecided:
        (reason,) = outcome.reasons
        assert (reason.code, reason.notes) == ("hologram.accounting", ("school_not_in_force",))
        said = word("hologram.accounting", on=on)
        outcome = holograms.record(Ledger(), came("H-1", on=on), GROJEC, attested=[said])
        assert isinstance(outcome, Accepted)


def test_a_text_without_a_rule_of_destruction_leaves_it_to_the_head() -> None:
    bent = GROJEC.override({"holograms.destruction": None})
    assert isinstance(holograms.record(THREE, affixed("H-1", on=AFTER), bent), Accepted)
    outcome = holograms.record(THREE, gone("H-1", on=DAY), bent)
    (reason,) = outcome.reasons
    assert isinstance(outcome, Undecided)
    assert (reason.code, reason.clause, reason.who) == ("hologram.destruction", "I-silence", "head")
    said = word("hologram.destruction")
    assert isinstance(holograms.record(THREE, gone("H-1", on=DAY), bent, attested=[said]), Accepted)


def test_no_word_overrules_a_breach() -> None:
    words = [word(code) for code in ("hologram.destruction", "hologram.on_hand", "hologram.new")]
    for movement in (gone("H-1", on=DAY), affixed("H-9"), came("H-1")):
        assert isinstance(holograms.record(THREE, movement, GROJEC, attested=words), Refused)


# Whole lives, against a book kept with sets


@dataclass
class Book:
    """The same accounts in plain sets."""

    valid: dict[str, date] = field(default_factory=dict)
    affixed: set[str] = field(default_factory=set)
    destroyed: set[str] = field(default_factory=set)
    last: date = date.min

    @property
    def on_hand(self) -> set[str]:
        return {*self.valid} - self.affixed - self.destroyed

    def allows(self, movement: Movement) -> bool:
        numbers = [*movement.numbers]
        plain = sorted({*numbers}) == sorted(numbers) != [] and movement.on >= self.last
        if isinstance(movement, Received):
            return plain and not {*numbers} & {*self.valid}
        if not plain or not {*numbers} <= self.on_hand:
            return False
        if isinstance(movement, Affixed):
            return movement.on <= self.valid[movement.number]
        return all(movement.on > self.valid[number] for number in numbers)

    def enter(self, movement: Movement) -> None:
        self.last = movement.on
        match movement:
            case Received():
                self.valid |= dict.fromkeys(movement.numbers, movement.valid_until)
            case Affixed():
                self.affixed.add(movement.number)
            case Destroyed():
                self.destroyed.update(movement.numbers)


POOL = tuple(f"H-{number}" for number in range(6))
days = st.dates(UNTIL - timedelta(days=2), UNTIL + timedelta(days=3))
in_pool = st.sampled_from(POOL)
some = st.lists(in_pool, max_size=4).map(tuple) | st.sets(in_pool, min_size=1).map(sorted).map(
    tuple
)
movements = st.one_of(
    st.builds(Received, on=days, numbers=some, valid_until=days),
    st.builds(Affixed, on=days, number=in_pool, id_number=st.just("17/2024")),
    st.builds(Destroyed, on=days, numbers=some),
)


@st.composite
def stories(draw: st.DrawFn) -> list[Movement]:
    """Movements mostly on a stock and in the order of their days, so that many are accepted."""
    stock = came(*draw(st.sets(in_pool)), on=UNTIL - timedelta(days=2), until=draw(days))
    drawn: list[Movement] = [stock, *draw(st.lists(movements, max_size=14))]
    return drawn if draw(st.booleans()) else sorted(drawn, key=lambda movement: movement.on)


@pytest.mark.clause("grojec:§3.3b", "grojec:§3.6")
@given(stories())
def test_grojec_3_3b_a_ledger_always_adds_up(story: list[Movement]) -> None:
    """Received is affixed, destroyed and on hand, whatever is entered; nothing raises."""
    kept, book = Ledger(), Book()
    for movement in story:
        before = dump(kept)
        outcome = holograms.record(kept, movement, GROJEC)
        assert dump(kept) == before
        assert isinstance(outcome, Accepted if book.allows(movement) else Refused)
        assert bool(outcome.reasons) is isinstance(outcome, Refused)
        assert {citation(found.clause).source for found in outcome.findings} <= {"grojec", ""}
        if isinstance(outcome, Accepted):
            kept = outcome.document
            book.enter(movement)
        assert kept.received == kept.affixed + kept.destroyed + kept.on_hand
        assert (kept.received, kept.affixed) == (len(book.valid), len(book.affixed))
        assert kept.destroyed == len(book.destroyed)
        assert {*kept.on_hand_numbers} == book.on_hand
        assert kept.on_hand == len(kept.on_hand_numbers)
    assert load(Ledger, dump(kept)) == kept == pickle.loads(pickle.dumps(kept))
    assert len(kept.movements) <= len(story)


@given(stories())
def test_a_ledger_is_built_exactly_of_movements_that_add_up(story: list[Movement]) -> None:
    """What cannot be entered, days of validity aside, cannot be built or loaded either."""
    kept, silent = Ledger(), variants.get("sp6")
    for movement in story:
        said = word("hologram.accounting", on=movement.on)
        outcome = holograms.record(kept, movement, silent, attested=[said])
        if isinstance(outcome, Accepted):
            kept = Ledger(movements=(*kept.movements, movement))
            assert outcome.document == kept
        else:
            with pytest.raises(ValidationError):
                Ledger(movements=(*kept.movements, movement))


# The door


@pytest.mark.parametrize("movement", [came("H-1", "H-2"), affixed("H-1"), gone("H-1")])
def test_a_movement_comes_back_from_json(movement: Movement) -> None:
    assert holograms.load_movement(dump(movement)) == movement
    assert type(holograms.load_movement(dump(movement))) is type(movement)


def test_a_ledger_that_does_not_add_up_is_not_loaded() -> None:
    text = dump(Ledger(movements=(came("H-1"), affixed("H-1"))))
    with pytest.raises(LoadError) as caught:
        load(Ledger, text.replace('"number":"H-1"', '"number":"H-2"'))
    assert caught.value.faults == (("", "inconsistent"),)


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"movement": "lost", "on": "2024-10-01"}, ""),
        ({"on": "2024-10-01", "numbers": ["H-1"]}, ""),
        ({"movement": "destroyed", "on": "2024-10-01", "numbers": [""]}, "destroyed.numbers.0"),
        ({"movement": "destroyed", "on": "2024-10-01", "numbers": [1]}, "destroyed.numbers.0"),
        ({"movement": "destroyed", "on": "2024-10-01"}, "destroyed.numbers"),
        (
            {"movement": "affixed", "on": "2024-10-01", "number": "H-1", "id_number": " "},
            "affixed.id_number",
        ),
    ],
)
def test_a_movement_of_another_shape_is_not_loaded(data: dict[str, object], path: str) -> None:
    with pytest.raises(LoadError) as caught:
        holograms.load_movement(data)
    assert [place for place, _ in caught.value.faults] == [path]


@pytest.mark.parametrize("number", ["", " ", "H\n1", "Ж-1", "-1", "x" * 41, "H_1", None, 1])
def test_a_number_is_a_short_plain_text(number: Any) -> None:
    """Catches a text that would break the lines of an explanation."""
    with pytest.raises(ValidationError):
        gone(number)


def test_space_around_a_number_does_not_make_it_another() -> None:
    assert came(" H-1 ", "x" * 40).numbers == ("H-1", "x" * 40)


@pytest.mark.parametrize("bad", [None, "x", {}, 1])
def test_a_broken_call_names_the_argument(bad: Any) -> None:
    right = {"ledger": THREE, "movement": came("H-4"), "school": GROJEC}
    for name in right:
        with pytest.raises(WrongArgument) as caught:
            holograms.record(**{**right, name: bad})
        assert caught.value.name == name
    with pytest.raises(WrongArgument, match="'attested'"):
        holograms.record(THREE, came("H-4"), GROJEC, attested=[bad])


# What tells of a person, and words


def test_the_number_of_the_card_stays_out_of_every_answer() -> None:
    for number in ("H-1", "H-9"):
        movement = Affixed(on=DAY, number=number, id_number="ЖЮЩ")
        outcome = holograms.record(THREE, movement, GROJEC)
        shown = [repr(movement), repr(outcome), outcome.explain("pl"), outcome.explain_json("en")]
        assert not any("ЖЮЩ" in text or "\\u04" in text for text in shown)
    assert "ЖЮЩ" in dump(Affixed(on=DAY, number="H-1", id_number="ЖЮЩ"))


def test_the_answer_explains_itself_in_both_languages() -> None:
    early = holograms.record(THREE, gone("H-1", on=UNTIL), GROJEC)
    polish = early.explain("pl").splitlines()
    assert polish[1].endswith("w dniu: 30.09.2025 (po dniu 30.09.2025) [grojec:§3.6]")
    assert polish[2] == "      najwcześniej 01.10.2025"
    assert "2025-10-01 at the earliest" in early.explain("en")


def test_every_kind_of_movement_is_told_apart() -> None:
    kinds = {kind.model_fields["movement"].default for kind in get_args(Movement)}
    assert kinds == {"received", "affixed", "destroyed"}
