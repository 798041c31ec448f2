"""How the life of a document is decided, whichever document it is.

A document is what happened to it: its events, in order. It stores no state; `state_on` derives one
for a day, because codes run out and validity ends without anybody doing anything. A table, total
over states and commands, says for each pair where it leads, or which function finds the refusal.

To decide a command is then always the same: the day must not lie before the last act; a row that
refuses ends the matter; a row that leads on is taken if nothing in the situation (document, school,
day) and nothing in the command itself forbids it. Only an accepted command changes anything, and it
changes it by events. Nothing here raises for a rule, and nothing here knows a document: each
document module brings its own table and rules as a `Machine`, and its own verbs with their own help.

One thing is the same for all documents and stands here whole: an act entered by mistake is taken back.
A life that was not decided here is looked at in `past`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Any, Generic, Protocol, TypeVar

from ._base import iterated
from .acts import Correct, Corrected
from .attestations import Attested, settle_all
from .errors import WrongArgument
from .findings import Finding, Status, breached, met, needs_review
from .history import Document, left_by
from .outcomes import Accepted, Refused, Undecided, outcome_of
from .policy import Parts, Policy, judged, preferred
from .regulation import Regulation
from .school_or_law import told_by_law
from .vocabulary import Procedure

__all__ = [
    "Back",
    "Command",
    "Course",
    "Happened",
    "Leads",
    "Machine",
    "No",
    "Row",
    "available",
    "day_order",
    "decide",
    "evolve",
    "replay",
    "table",
]


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
K = TypeVar("K")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Leads:
    """A row that leads to a state, if the rules agree; to one of several, where a text decides."""

    to: str
    or_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Back:
    """A row that leads back to what it was before the last act."""


@dataclass(frozen=True, slots=True)
class No(Generic[D, R]):
    """A row that refuses; `why` finds the reasons for this document."""

    why: Callable[[D, date, R], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Happened(Generic[D, E]):
    """What an accepted command brings about: events, and a second document if it makes one."""

    events: tuple[E, ...]
    successor: Accepted[D, E] | None = None


Row = Leads | Back | No[D, R]
"""A row of a table."""


def table(
    kinds: Sequence[str], rooms: Mapping[str, tuple[No[D, R], Mapping[str, Row[D, R]]]]
) -> dict[tuple[str, str], Row[D, R]]:
    """A table that is total: for each state the rows that lead on, and a refusal for all others."""
    return {
        (state, kind): leading.get(kind, otherwise)
        for state, (otherwise, leading) in rooms.items()
        for kind in kinds
    }


@dataclass(frozen=True, slots=True)
class Course(Generic[K]):
    """How a document gets from state to state: act by act, and as the days pass.

    What the acts say is gathered from one to the next, so that a whole life is gone through but once.

    Attributes:
        annulled: its state once its making was taken back.
        start: what is known of it before anything was done.
        after: what is known after one more act.
        on: the state that this means on a day, given its making.
    """

    annulled: str
    start: K
    after: Callable[[K, Any], K]
    on: Callable[[K, Any, date], str]

    def state_on(self, document: Document, day: date) -> Any:  # noqa: ANN401  (a state of its own)
        """The state on a day."""
        done = document.acts(day)
        if not done and not document.acts():
            return self.annulled
        return self.on(reduce(self.after, done, self.start), document.issued, day)


def _nothing(_making: object, _event: object) -> None:
    """Nothing follows from it."""


@dataclass(frozen=True, slots=True)
class Machine(Generic[D, C, E, R]):
    """One document's table and rules.

    Attributes:
        procedure: the procedure by which the document is issued.
        document: its class.
        event: the classes of its events.
        rules_of: what a text says of a kind of command on a document on a day.
        law_of: the day whose law bears on a kind of command on a document.
        table: state and kind of command → row; total.
        kinds: all kinds of commands.
        course: how it gets from state to state.
        reads: kind of command → the parts of a text that bear on it.
        situation: what document, school and day say of a kind of command.
        judge: what the command itself says, beyond the situation, beside the holder's others.
        happen: what it brings about once nothing forbids it.
        follower: what merely follows from an event, if anything, where a text has it so.
    """

    procedure: Procedure
    document: type[D]
    event: tuple[type[E], ...]
    rules_of: Callable[[Regulation, D, str, date], R]
    law_of: Callable[[D, str, date], date]
    table: Mapping[tuple[str, str], Row[D, R]]
    kinds: tuple[str, ...]
    course: Course[Any]
    reads: Mapping[str, Parts]
    situation: Callable[[D, str, date, R], tuple[Finding, ...]]
    judge: Callable[[D, C, R, Sequence[D]], tuple[Finding, ...]]
    happen: Callable[[D, C, R], Happened[D, E]]
    follower: Callable[[Any, E], E | None] = _nothing


def decide(
    machine: Machine[D, C, E, R],
    document: D,
    command: C,
    school: Regulation,
    others: Sequence[D],
    policy: Policy,
) -> Accepted[D, E] | Refused | Undecided:
    """What becomes of a command; nothing is raised for a rule, and a refusal changes nothing.

    The findings are the row's refusal, or what situation and command say. `others` are the holder's
    other documents of the kind. Where school and law differ, `policy` says whose text counts.
    """
    kind, on = command.kind, command.on
    day = machine.law_of(document, kind, on)

    def judge(text: Regulation) -> tuple[Finding, ...]:
        rules = machine.rules_of(text, document, kind, on)
        refusal, found = _asked(machine, document, kind, on, school.slug, rules)
        if refusal:
            return refusal
        if isinstance(command, Correct):
            found = (*found, *_correction(document, command, others))
        found = (*found, *machine.judge(document, command, rules, others))
        return settle_all(found, command.attested, on)

    findings = judged(school, day, policy, judge, command.attested, machine.reads[kind])

    def accept() -> Accepted[D, E]:
        rules = machine.rules_of(preferred(school, day, policy), document, kind, on)
        happened = machine.happen(document, command, rules)
        after = reduce(_event_after, happened.events, document)
        successor = happened.successor and replace(happened.successor, findings=findings)
        return Accepted(after, happened.events, findings, successor)

    return outcome_of(findings, accept)


def available(
    machine: Machine[D, C, E, R], document: D, school: Regulation, on: date, policy: Policy
) -> dict[str, tuple[Finding, ...]]:
    """For each kind of command the reasons against it on that day; none means it may be tried."""
    reasons: dict[str, tuple[Finding, ...]] = {}
    for kind in machine.kinds:
        day = machine.law_of(document, kind, on)
        rules = machine.rules_of(preferred(school, day, policy), document, kind, on)
        refusal, situation = _asked(machine, document, kind, on, school.slug, rules)
        noted = told_by_law(refusal or situation, day)
        reasons[kind] = tuple(f for f in noted if f.status is not Status.MET)
    return reasons


def evolve(machine: Machine[D, C, E, R], document: D | None, event: E) -> D:
    """The document after one more event; it holds no rule.

    Raises:
        WrongArgument: if it is no event of this document, or the first does not make one, or a later
            one does, or it takes back what does not stand, or nothing stands any more.
    """
    if type(event) not in machine.event:
        raise WrongArgument("event", f"an event of {machine.document.__name__}")
    first = machine.document.first
    if (document is None) is not (type(event) is first):
        expected = f"{first.__name__} first, and once"
        raise WrongArgument("event", expected)
    if document is not None and not _can_follow(document, event):
        raise WrongArgument("event", "one that can follow, a correction of an act that stands")
    return machine.document(history=(event,)) if document is None else _event_after(document, event)


def replay(machine: Machine[D, C, E, R], events: Iterable[E]) -> D:
    """The document that these events made.

    Raises:
        WrongArgument: if there are none, or they are no life of this document.
    """
    document: D | None = None
    for event in iterated(events, "events"):
        document = evolve(machine, document, event)
    if document is None:
        raise WrongArgument("events", "at least one event")
    return document


def day_order(on: date, last: date) -> Finding:
    """That a day lies before what has happened already."""
    measured, limit = on.isoformat(), last.isoformat()
    return breached("day.order", "invariant:day-order", measured, limit, earliest=last)


def _event_after(document: D, event: E) -> D:
    return type(document)(history=(*document.history, event))


def _asked(
    machine: Machine[D, C, E, R], document: D, kind: str, on: date, slug: str, rules: R
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The refusal that ends the matter, or else what the situation says."""
    if document.school != slug:
        return (breached("document.school", "invariant:own-school"),), ()
    if on < document.last_day:
        return (day_order(on, document.last_day),), ()
    row = machine.table[machine.course.state_on(document, on), kind]
    if isinstance(row, No):
        return row.why(document, on, rules), ()
    return (), () if isinstance(row, Back) else machine.situation(document, kind, on, rules)


def _can_follow(document: Document, event: object) -> bool:
    """That something stands, and among it what a correction takes back."""
    standing = document.standing()
    if isinstance(event, Corrected):
        return left_by(event, standing) is not None
    return bool(standing)


def _correction(
    document: Document, command: Correct, others: Sequence[Document]
) -> Iterator[Finding]:
    """That the act named is the last one, and that nothing that it made lives on."""
    last = document.last_entered()
    judge = met if (last.event, last.on) == (command.act, command.done) else breached
    yield judge("correct.last", "invariant:history-kept", last.on.isoformat(), subject=last.event)
    if command.on < command.done:
        yield day_order(command.on, command.done)
    if last.makes_another:
        beside = [one for one in others if one != document]
        made = [one for one in beside if one.issued.on == last.on and one.acts()]
        judge = breached if made else met if beside else needs_review
        yield judge("correct.another", "invariant:history-kept", subject=last.event)
