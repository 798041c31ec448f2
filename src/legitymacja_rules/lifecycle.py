"""How the life of a document is decided, whichever document it is.

A document is what happened to it: its events, folded. It stores no state; `state_on` derives one
for a day, because codes run out and validity ends without anybody doing anything. A table, total
over states and commands, says for each pair where it leads, or which function finds the refusal.

To decide a command is then always the same: the day must not lie before the last act; a row that
refuses ends the matter; a row that leads on is taken if nothing in the situation (document, school,
day) and nothing in the command itself forbids it. Only an accepted command changes anything, and it
changes it by events. Nothing here raises for a rule, and nothing here knows a document: each
document module brings its own table and rules as a `Machine`, and its own verbs with their own help.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Generic, Protocol, TypeVar

from .attestations import Attested, settle_all
from .findings import Finding, Status, breached
from .outcomes import Accepted, Refused, Undecided, outcome_of
from .regulation import ProcedureRules, Regulation
from .school_or_law import silent
from .vocabulary import Procedure

__all__ = [
    "Command",
    "Document",
    "Happened",
    "Leads",
    "Machine",
    "No",
    "available",
    "day_order",
    "decide",
]


class Document(Protocol):
    """What every document knows of itself."""

    @property
    def school(self) -> str: ...
    @property
    def last_day(self) -> date: ...


class Command(Protocol):
    """What every command carries: its kind, its day, and what humans attested."""

    @property
    def kind(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def attested(self) -> Attested: ...


D = TypeVar("D", bound=Document)
C = TypeVar("C", bound=Command)
E = TypeVar("E")
R = TypeVar("R", bound=ProcedureRules)


@dataclass(frozen=True, slots=True)
class Leads:
    """A row that leads to a state, if the rules agree."""

    to: str


@dataclass(frozen=True, slots=True)
class No(Generic[D, R]):
    """A row that refuses; `why` finds the reasons for this document."""

    why: Callable[[D, date, R], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Happened(Generic[D, E]):
    """What an accepted command brings about: events, and a second document if it makes one."""

    events: tuple[E, ...]
    successor: Accepted[D, E] | None = None


@dataclass(frozen=True, slots=True)
class Machine(Generic[D, C, E, R]):
    """One document's table and rules.

    Attributes:
        procedure: the procedure by which the document is issued.
        rules_of: what a school says of it.
        table: state and kind of command → row; total.
        kinds: all kinds of commands.
        state_on: the state on a day.
        situation: what document, school and day say of a kind of command.
        judge: what the command itself says, beyond the situation, beside the holder's others.
        happen: what it brings about once nothing forbids it.
        evolve: a document after one more event; from None by the first.
    """

    procedure: Procedure
    rules_of: Callable[[Regulation], R | None]
    table: Mapping[tuple[str, str], Leads | No[D, R]]
    kinds: tuple[str, ...]
    state_on: Callable[[D, date], str]
    situation: Callable[[D, str, date, R], tuple[Finding, ...]]
    judge: Callable[[D, C, R, Sequence[D]], tuple[Finding, ...]]
    happen: Callable[[D, C, R], Happened[D, E]]
    evolve: Callable[[D | None, E], D]


def decide(
    machine: Machine[D, C, E, R],
    document: D,
    command: C,
    school: Regulation,
    others: Sequence[D],
) -> Accepted[D, E] | Refused | Undecided:
    """What becomes of a command on a document, beside the others of its holder."""
    rules = machine.rules_of(school)
    if rules is None:
        return Undecided((silent(machine.procedure),))
    refusal, situation = _asked(machine, document, command.kind, command.on, school.slug, rules)
    if refusal:
        return Refused(refusal)
    findings = settle_all(
        (*situation, *machine.judge(document, command, rules, others)), command.attested, command.on
    )

    def accept() -> Accepted[D, E]:
        happened = machine.happen(document, command, rules)
        after = reduce(machine.evolve, happened.events, document)
        successor = happened.successor and replace(happened.successor, findings=findings)
        return Accepted(after, happened.events, findings, successor)

    return outcome_of(findings, accept)


def available(
    machine: Machine[D, C, E, R], document: D, school: Regulation, on: date
) -> dict[str, tuple[Finding, ...]]:
    """For each kind of command the reasons against it on that day; none means it may be tried."""
    rules = machine.rules_of(school)
    if rules is None:
        return dict.fromkeys(machine.kinds, (silent(machine.procedure),))
    reasons = {}
    for kind in machine.kinds:
        refusal, situation = _asked(machine, document, kind, on, school.slug, rules)
        against = refusal or situation
        reasons[kind] = tuple(f for f in against if f.status is not Status.MET)
    return reasons


def day_order(on: date, last: date) -> Finding:
    """That a day lies before what has happened already."""
    measured, limit = on.isoformat(), last.isoformat()
    return breached("day.order", "invariant:day-order", measured, limit, earliest=last)


def _asked(
    machine: Machine[D, C, E, R], document: D, kind: str, on: date, slug: str, rules: R
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The refusal that ends the matter, or else what the situation says."""
    if document.school != slug:
        return (breached("document.school", "invariant:own-school"),), ()
    if on < document.last_day:
        return (day_order(on, document.last_day),), ()
    row = machine.table[machine.state_on(document, on), kind]
    if isinstance(row, No):
        return row.why(document, on, rules), ()
    return (), machine.situation(document, kind, on, rules)
