"""Lives that were not decided here, and whether they could have been.

Two doors let in a past that nobody decided: older records, which are taken over on the school's word,
and a document that comes as JSON. Both are asked the same of each event, given those before it: that its
day is not before the last act's; that by the table it leads on from the state of its day; that what merely
follows from another event comes with it; that a correction names the last act; that a taking over enters
what lies in order before it. What a text said then, or a human, is not told by the events.

A life is gone through once. What was known after each event that stands is kept beside it, so that a
correction goes back to what was known before, and a life of any length takes its own time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from ._base import Misfit, iterated
from .acts import Corrected, Done, HandedOver, TakenOver
from .attestations import Attested, settle_all
from .findings import Finding, breached, met, needs_review
from .history import Document, left_by
from .lifecycle import Back, Command, Leads, Machine, replay
from .outcomes import Accepted, Refused, Undecided, outcome_of
from .regulation import Regulation

__all__ = ["misfits", "take_over"]

D = TypeVar("D", bound=Document)
C = TypeVar("C", bound=Command)
E = TypeVar("E")
R = TypeVar("R")

TOO_EARLY = "act_before_last"
"""The code of an event whose day lies before what had happened already."""


def misfits(machine: Machine[D, C, E, R], history: Sequence[Any]) -> Iterator[Misfit]:
    """The events that cannot have followed upon those before them, each with its place and a code."""
    for at, code in _told(machine, history):
        yield Misfit(code, ("history", at))


def take_over(
    machine: Machine[D, C, E, R],
    acts: Iterable[E],
    school: Regulation,
    on: date,
    attested: Attested,
) -> Accepted[D, E] | Refused | Undecided:
    """Whether a document may enter with the acts that older records tell of it.

    Raises:
        WrongArgument: if the acts are no life of this document.
    """
    lived = iterated(acts, "acts")
    before = replay(machine, lived)
    entering: Any = TakenOver(on=on, attested=attested)
    findings = settle_all(_findings(machine, (*lived, entering), before, school), attested, on)

    def accept() -> Accepted[D, E]:
        history = (*lived, entering)
        return Accepted(machine.document(history=history), history, findings)

    return outcome_of(findings, accept)


def _findings(
    machine: Machine[D, C, E, R], history: Sequence[Any], before: D, school: Regulation
) -> Iterator[Finding]:
    """Its own school, its days in order, each act one that could be, and the school's word for it."""
    judge = met if before.school == school.slug else breached
    yield judge("document.school", "invariant:own-school")
    days = [event.on for event in history]
    judge = met if days == sorted(days) else breached
    yield judge("takeover.days", "invariant:day-order", days[-1].isoformat())
    impossible = [*_impossible(machine, history, before)]
    judge = breached if impossible else met
    yield judge(
        "takeover.acts", "invariant:one-life", subject=impossible[0] if impossible else None
    )
    yield needs_review("takeover.facts", "invariant:older-records")


def _impossible(machine: Machine[D, C, E, R], history: Sequence[Any], before: D) -> Iterator[str]:
    """The events that could not have been, whatever their days."""
    if not before.acts():
        yield history[0].event  # of what was taken back, with its issue, there is nothing to enter
        return
    for at, code in _told(machine, history):
        if code != TOO_EARLY:
            yield history[at].event


# --- event by event -------------------------------------------------------------------------------


def _told(machine: Machine[D, C, E, R], history: Sequence[Any]) -> Iterator[tuple[int, str]]:
    making, *later = history
    life = _Life(machine, making)
    for at, event in enumerate(later, 1):
        if code := life.against(event):
            yield at, code
        life.add(event)


class _Known(NamedTuple):
    """What is known of a document once an event has happened that stands.

    Attributes:
        gathered: what its course has gathered.
        last_day: the day of the last act.
        handed_over, taken_over: whether it was.
    """

    gathered: Any
    last_day: date
    handed_over: bool = False
    taken_over: bool = False


class _Life(Generic[D, C, E, R]):
    """A life as it is gone through: what stands so far, and what was known after each event of it."""

    def __init__(self, machine: Machine[D, C, E, R], making: Any) -> None:  # noqa: ANN401  (of any document)
        self.machine, self.course = machine, machine.course
        self.making = self.before = making
        self.standing: list[Done] = [making]
        self.known = [_Known(self.course.after(self.course.start, making), making.on)]
        self.latest, self.in_order = making.on, True

    def against(self, event: Any) -> str | None:  # noqa: ANN401  (likewise)
        """The code of what speaks against one more event; None if it can have happened."""
        if not self.standing:
            return "impossible_act"
        known = self.known[-1]
        if event.command is None:
            follows = event == self.machine.follower(self.making, self.before)
            return None if follows else "without_cause"
        if isinstance(event, TakenOver):
            too_early, possible = not self._in_order_with(event), not known.taken_over
        elif isinstance(event, Corrected) and not self._takes_back_the_last(event):
            return "not_the_last_act"
        else:
            since = event.done if isinstance(event, Corrected) else known.last_day
            too_early, possible = event.on < since, self._leads_on(event, known)
        return TOO_EARLY if too_early else None if possible else "impossible_act"

    def add(self, event: Any) -> None:  # noqa: ANN401  (likewise)
        """Go on with it, whether it can have happened or not."""
        self.in_order, self.latest = self._in_order_with(event), max(self.latest, event.on)
        self.before = event
        if isinstance(event, Corrected):
            left = left_by(event, self.standing)
            del self.standing[left:], self.known[left:]
        else:
            self.standing.append(event)
            self.known.append(self._known_with(event, self.known[-1]))

    def _in_order_with(self, event: Done) -> bool:
        return self.in_order and event.on >= self.latest

    def _takes_back_the_last(self, correction: Corrected) -> bool:
        last = next(event for event in reversed(self.standing) if event.command)
        return (last.event, last.on) == (correction.act, correction.done)

    def _leads_on(self, event: Any, known: _Known) -> bool:  # noqa: ANN401  (likewise)
        state = self.course.on(known.gathered, self.making, event.on)
        row = self.machine.table.get((state, event.command))
        again = isinstance(event, HandedOver) and known.handed_over
        return isinstance(row, Leads | Back) and not again

    def _known_with(self, event: Done, known: _Known) -> _Known:
        if isinstance(event, TakenOver):
            return known._replace(taken_over=True)
        gathered = self.course.after(known.gathered, event)
        handed_over = known.handed_over or isinstance(event, HandedOver)
        return _Known(gathered, event.on, handed_over, known.taken_over)
