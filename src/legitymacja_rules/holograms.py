"""Holograms as strictly accounted forms: a ledger in which none is lost and none counted twice.

A hologram comes in a delivery, and then it is affixed to a card or destroyed, once. The ledger holds
these movements in the order of their days and nothing else; what is on hand follows from them, so
that at any time received = affixed + destroyed + on hand. A ledger that does not add up cannot be
built, nor loaded.

`record` says whether one more movement may be entered. That the numbers add up and that days do not
run backwards is plain logic and holds at every school; when a hologram may be used and when it may
be destroyed is what the school's text says. A school whose text says nothing of holograms may let
its head decide that they are accounted for in this way.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ._base import Record, an_instance, instances
from ._day import FIRST_DAY, Day, day_after
from .attestations import Attestation, settle_all
from .errors import WrongArgument
from .facts import HologramNumber, PrivateText
from .findings import Finding, Status, breached, met, not_covered, worst
from .history import Document
from .lifecycle import day_order
from .loading import load_form
from .outcomes import Accepted, Refused, Undecided, outcome_of
from .regulation import Regulation, Rule
from .school_id import SchoolId
from .school_or_law import in_force

__all__ = [
    "Affixed",
    "Destroyed",
    "Ledger",
    "Movement",
    "Received",
    "affixings",
    "load_movement",
    "record",
]

BALANCE = "invariant:ledger-balance"


class Received(Record):
    """Holograms came in.

    Attributes:
        on: the day.
        numbers: their numbers.
        valid_until: the last day on which they are valid.
    """

    movement: Literal["received"] = "received"
    on: Day
    numbers: tuple[HologramNumber, ...]
    valid_until: Day


class Affixed(Record):
    """A hologram was affixed to a card.

    Attributes:
        on: the day.
        number: the hologram's number.
        id_number: the number of the card, private.
    """

    movement: Literal["affixed"] = "affixed"
    on: Day
    number: HologramNumber
    id_number: PrivateText

    @property
    def numbers(self) -> tuple[str, ...]:
        """The number alone, so that every movement has numbers."""
        return (self.number,)


class Destroyed(Record):
    """Unused holograms were destroyed.

    Attributes:
        on: the day.
        numbers: their numbers.
    """

    movement: Literal["destroyed"] = "destroyed"
    on: Day
    numbers: tuple[HologramNumber, ...]


Movement = Received | Affixed | Destroyed
_AnyMovement = Annotated[Movement, Field(discriminator="movement")]


@dataclass(slots=True)
class _Stock:
    """What movements leave behind.

    Attributes:
        last_day: the day of the last of them.
        known: every hologram that ever came in.
        on_hand: those still there, each with the last day of its validity.
    """

    last_day: date = FIRST_DAY
    known: set[str] = field(default_factory=set)
    on_hand: dict[str, date] = field(default_factory=dict)

    def take(self, movement: Movement) -> None:
        """One more movement, of which it is known that it adds up."""
        self.last_day = movement.on
        if isinstance(movement, Received):
            self.known.update(movement.numbers)
            self.on_hand.update(dict.fromkeys(movement.numbers, movement.valid_until))
        else:
            for number in movement.numbers:
                del self.on_hand[number]


class Ledger(Record):
    """All movements of a school's holograms, in the order of their days.

    Attributes:
        movements: what came in and what became of it; they add up, or there is no such ledger.

    >>> Ledger().on_hand
    0
    """

    movements: tuple[_AnyMovement, ...] = ()

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        stock = _Stock()
        for movement in self.movements:
            if worst(_accounted(movement, stock)) is not Status.MET:
                raise PydanticCustomError("inconsistent", "the movements do not add up")
            stock.take(movement)
        return self

    @property
    def received(self) -> int:
        """How many holograms came in."""
        return self._count(Received)

    @property
    def affixed(self) -> int:
        """How many were affixed to cards."""
        return self._count(Affixed)

    @property
    def destroyed(self) -> int:
        """How many were destroyed."""
        return self._count(Destroyed)

    @property
    def on_hand(self) -> int:
        """How many are still there."""
        return len(self.on_hand_numbers)

    @property
    def on_hand_numbers(self) -> tuple[str, ...]:
        """The numbers of those that are still there, in the order in which they came."""
        return tuple(_stock(self).on_hand)

    def _count(self, kind: type[Movement]) -> int:
        return sum(len(move.numbers) for move in self.movements if isinstance(move, kind))


def record(
    ledger: Ledger,
    movement: Movement,
    school: Regulation,
    *,
    attested: Iterable[Attestation] = (),
) -> Accepted[Ledger, Movement] | Refused | Undecided:
    """What becomes of one more movement; only `Accepted` brings a new ledger.

    Args:
        ledger: the ledger as it stands; `Ledger()` to begin with.
        movement: `Received`, `Affixed` or `Destroyed`, each with its day.
        school: whose text says when holograms are used and destroyed.
        attested: the head's word on ``hologram.accounting`` where that text is silent, or on
            ``hologram.destruction`` where it does not say when unused holograms go.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> came = Received(on="2024-09-02", numbers=["H-1", "H-2"], valid_until="2025-09-30")
    >>> ledger = record(Ledger(), came, variants.get("grojec")).document
    >>> ledger.received, ledger.on_hand_numbers
    (2, ('H-1', 'H-2'))
    >>> early = record(ledger, Destroyed(on="2025-09-30", numbers=["H-2"]), variants.get("grojec"))
    >>> early.outcome, early.reasons[0].code, early.reasons[0].earliest
    ('refused', 'hologram.destruction', datetime.date(2025, 10, 1))
    """
    an_instance(ledger, Ledger, "ledger")
    an_instance(school, Regulation, "school")
    words = instances(attested, Attestation, "attested")
    if not isinstance(movement, Movement):
        raise WrongArgument("movement", "Received, Affixed or Destroyed")
    stock = _stock(ledger)
    said = (*_regulated(movement, stock, school), *_accounted(movement, stock))
    findings = settle_all(said, words, movement.on)

    def accept() -> Accepted[Ledger, Movement]:
        after = Ledger(movements=(*ledger.movements, movement))
        return Accepted(after, (movement,), findings)

    return outcome_of(findings, accept)


def affixings(documents: Iterable[Document]) -> tuple[Affixed, ...]:
    """What the confirmations of IDs say of holograms, in the order of their days.

    Args:
        documents: a school's documents; only IDs confirmed by a numbered hologram count.

    Raises:
        WrongArgument: if they are no documents.
    """
    known = instances(documents, Document, "documents")
    ids = [one for one in known if isinstance(one, SchoolId)]
    told = (
        Affixed(on=act.on, number=act.hologram, id_number=one.issued.number)
        for one in ids
        for act in one.confirmations
        if act.hologram
    )
    return tuple(sorted(told, key=lambda movement: movement.on))


def load_movement(data: str | bytes | Mapping[str, object]) -> Movement:
    """A movement, from JSON text or from a dict.

    Raises:
        LoadError: with the path and a code for each place that does not fit.

    >>> load_movement('{"movement": "destroyed", "on": "2025-10-01", "numbers": ["H-2"]}').numbers
    ('H-2',)
    """
    movement: Movement = load_form(_AnyMovement, "movement", data)
    return movement


def _stock(ledger: Ledger) -> _Stock:
    stock = _Stock()
    for movement in ledger.movements:
        stock.take(movement)
    return stock


def _accounted(movement: Movement, stock: _Stock) -> Iterator[Finding]:
    """Whether a movement adds up with those before it: days in order, each hologram in and out once."""
    if movement.on < stock.last_day:
        yield day_order(movement.on, stock.last_day)
    numbers = {*movement.numbers}
    right = met if 0 < len(numbers) == len(movement.numbers) else breached
    yield right("hologram.numbers", BALANCE, len(movement.numbers))
    if isinstance(movement, Received):
        code, wrong = "hologram.new", [each for each in numbers if each in stock.known]
    else:
        code, wrong = "hologram.on_hand", [each for each in numbers if each not in stock.on_hand]
    yield from [breached(code, BALANCE, each) for each in sorted(wrong)] or [met(code, BALANCE)]


def _regulated(movement: Movement, stock: _Stock, school: Regulation) -> Iterator[Finding]:
    """What the school's text says of it; where it is silent that day, the head decides."""
    applies = in_force(school.in_force, movement.on)
    rules = school.holograms
    if rules is None or applies.status is not Status.MET:
        why = "school_silent" if rules is None else "school_not_in_force"
        yield not_covered("hologram.accounting", "I-silence", notes=(why,))
        return
    yield applies
    yield met("hologram.accounting", rules.clause, also=rules.also)
    ends = [stock.on_hand[number] for number in movement.numbers if number in stock.on_hand]
    match movement, rules.destruction:
        case Destroyed(), None:
            yield not_covered("hologram.destruction", "I-silence")
        case Destroyed(), Rule() as rule if ends:
            yield _destroyed(movement.on, max(ends), rule)
        case Affixed(), Rule() as rule if ends:
            yield _affixed(movement.on, max(ends), rule)


def _affixed(on: date, until: date, rule: Rule) -> Finding:
    """That it is still valid, for afterwards there is only destruction."""
    judge = met if on <= until else breached
    return judge("hologram.valid", rule.clause, on.isoformat(), until.isoformat(), also=rule.also)


def _destroyed(on: date, until: date, rule: Rule) -> Finding:
    """That none of them is valid any more."""
    measured, limit = on.isoformat(), until.isoformat()
    if on > until:
        return met("hologram.destruction", rule.clause, measured, limit, also=rule.also)
    earliest = day_after(until)
    return breached(
        "hologram.destruction", rule.clause, measured, limit, also=rule.also, earliest=earliest
    )
