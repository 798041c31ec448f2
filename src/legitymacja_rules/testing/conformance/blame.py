"""Which clause a system broke, where it does something else than the rules.

Where it let through what the rules refuse, the conditions that are breached say it. Where it refuses what
the rules let through, it says it itself if it tells its clauses; else the condition on whose boundary the
move was made to lie. One that should have waited for a human is held to what waited, once the run knows that
nothing else was its reason. A state that differs is the doing of the clause of the last act, or of the one that
lets time pass, or of the one by which an act is taken back. A date that differs is that of a feast, if
counting that feast otherwise explains it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ..._day import months_after
from ...acts import Corrected
from ...citations import citation
from ...days_off import FEASTS, DayOff, day_off
from ...findings import Finding, Status, worst
from ...regulation import Due
from .reference import AnyDocument
from .system import Promise, Reply

__all__ = [
    "Broken",
    "Last",
    "amount",
    "excess",
    "missing",
    "promise",
    "reasons",
    "reply",
    "state",
    "unanswered",
]

DAY = timedelta(days=1)

RANK = {"accepted": 0, "undecided": 1, "refused": 2}

REASONS = {
    "accepted": frozenset[Status](),
    "undecided": frozenset({Status.NEEDS_REVIEW, Status.NOT_COVERED}),
    "refused": frozenset({Status.BREACHED}),
}
"""The findings on which each answer rests."""

BY_TIME: Mapping[str, tuple[str, ...]] = {
    "expired": ("mlegitymacja.validity",),
    "lapsed": ("codes.until", "confirm.year", "id.printed_date"),
}
"""The states that come without an act, and the conditions that fixed when."""

BY_ITSELF = frozenset({"issued", "activated", "valid", *BY_TIME})
"""The states of a document that nothing has ended."""

LIGHT = {"reading": 1, "invariant": 2}
"""How little a clause tells by its kind, where others are broken with it."""

STRANGE = "the system tells a clause that is no reason for this"

MONEY = re.compile(r"[0-9]+\.[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Broken:
    """What was broken.

    Attributes:
        clauses: the clauses, the likeliest first.
        findings: the conditions behind them, as far as they were judged.
        note: what else the story has to say.
    """

    clauses: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    note: str = ""


def _broken(findings: Iterable[Finding], note: str = "") -> Broken:
    # What a text says tells more than what was read into a silence, or merely follows from logic.
    told = tuple(sorted(findings, key=lambda found: min(map(_weight, _clauses_of(found)))))
    clauses = sorted((clause for found in told for clause in _clauses_of(found)), key=_weight)
    return Broken(tuple(dict.fromkeys(clauses)), told, note)


def _weight(clause: str) -> int:
    return LIGHT.get(citation(clause).kind, 0)


def _clauses_of(found: Finding) -> tuple[str, ...]:
    """Its clause; if that is one of logic, those of a text that bear on it, too."""
    bearing = [clause for clause in found.also if not _weight(clause)]
    return (
        (found.clause, *bearing) if citation(found.clause).kind == "invariant" else (found.clause,)
    )


def reasons(findings: tuple[Finding, ...], outcome: str) -> tuple[Finding, ...]:
    """The findings on which an answer rests."""
    return tuple(f for f in findings if f.status in REASONS[outcome])


def _with_code(findings: Iterable[Finding], codes: Iterable[str]) -> list[Finding]:
    """The findings on these conditions, or on one bound of them (`photo.width_at_most`)."""
    aimed = tuple(codes)
    return [f for code in aimed for f in findings if f"{f.code}_".startswith(f"{code}_")]


def reply(
    findings: tuple[Finding, ...],
    ours: Reply,
    theirs: Reply,
    aims: tuple[str, ...],
    *,
    unheard: bool = False,
) -> Broken | None:
    """What a reply breaks; None if both say the same.

    Who had refused before anybody had spoken (`unheard`) did not refuse for what they said.
    """
    if theirs.outcome == ours.outcome:
        return None
    against = reasons(findings, ours.outcome)
    if RANK[theirs.outcome] < RANK[ours.outcome]:
        return _broken(against)
    left = [f for f in findings if f not in against and not (unheard and f.attested_by)]
    spoken = [f for f in left if f.attested_by]
    # Who still waits has not heard what was said; who refuses looked at something else.
    waits = theirs.outcome == "undecided"
    first, second = (spoken, left) if waits else (left, against)
    # Who refuses tells what waits as well; what it tells beside that is why it did not wait.
    beside = {*theirs.clauses} - {f.clause for f in against}
    told = [f for f in first if f.clause in beside]
    # One clause may hold what waits and the boundary; who took the plain question refused for the latter.
    told = told or [f for f in _with_code(first, aims) if f.clause in theirs.clauses]
    told = told or [f for f in second if f.clause in theirs.clauses]
    if told:
        return _broken(_with_code(told, aims) or told)
    aimed = _with_code(first, aims) or (waits and spoken) or _with_code(second, aims)
    return _broken(aimed or against or spoken or left)


def unanswered(findings: tuple[Finding, ...], aims: tuple[str, ...], note: str) -> Broken:
    """What the rules answer by, where a system gives no answer."""
    deciding = [f for f in findings if f.status is worst(findings)]
    return _broken(_with_code(deciding, aims) or deciding, note)


def missing(findings: tuple[Finding, ...], theirs: Reply) -> Broken | None:
    """The reasons that a system does not tell, of those on which its answer rests."""
    untold = [f for f in reasons(findings, theirs.outcome) if f.clause not in theirs.clauses]
    return _broken(untold, "the system does not tell this clause") if untold else None


def excess(findings: tuple[Finding, ...], theirs: Reply) -> Broken | None:
    """What a system breaks that tells clauses beside those of what is not met."""
    open_ = [f for f in findings if f.status is not Status.MET]
    reasons_ = {clause for f in open_ for clause in (f.clause, *f.also)}
    return unanswered(findings, (), STRANGE) if {*theirs.clauses} - reasons_ else None


def amount(finding: Finding, ours: Decimal | None, theirs: object) -> Broken | None:
    """What a fee breaks: another amount, or one that is no money."""
    if theirs is None or ours is None:
        return None if theirs is ours else _broken([finding])
    if isinstance(theirs, float):
        return _broken([finding], "a float is no money: it cannot hold every grosz")
    if not isinstance(theirs, Decimal | str) or not MONEY.fullmatch(str(theirs)):
        return _broken([finding], "money is a Decimal or a text with two places")
    return None if Decimal(theirs) == ours else _broken([finding])


# --- states ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Last:
    """What happened last.

    Attributes:
        step: the findings upon which something last happened to the document.
        refusing: the reasons why nothing should have happened at the last move, if so.
        note: what else there is to say.
    """

    step: tuple[Finding, ...]
    refusing: tuple[Finding, ...] = ()
    note: str = ""


def state(
    document: AnyDocument,
    trace: tuple[Finding, ...],
    ours: str,
    theirs: str,
    on: date,
    last: Last,
) -> Broken:
    """What a state breaks that differs on a day.

    Args:
        document: as the rules have it.
        trace: all findings upon which something happened to it.
        ours: its state by the rules.
        theirs: its state by the system.
        on: the day.
        last: what happened last.
    """
    if last.refusing:
        return _broken(last.refusing, last.note)
    timed = [word for word in (ours, theirs) if word in BY_TIME]
    if timed and ours in BY_ITSELF:
        fixed = _with_code(trace, BY_TIME[timed[0]])
        return _broken(reversed(fixed), last.note)
    if isinstance(document.history[-1], Corrected):
        return _broken(_with_code(trace, ("correct.last",))[-1:], last.note)
    clause = getattr(document.acts(on)[-1], "clause", None)
    return Broken((clause,), note=last.note) if clause else _broken(last.step[::-1], last.note)


# --- deadlines ------------------------------------------------------------------------------------


def promise(
    findings: tuple[Finding, ...],
    asked: Due | None,
    clock: date | None,
    ours: Promise,
    theirs: Promise,
) -> Broken | None:
    """What a promise breaks: the period, or the feast that was counted otherwise."""
    if theirs == ours:
        return None
    period = _with_code(findings, ("due.milestone", "due.period"))
    waiting = [f for f in period if f.status is Status.BREACHED]
    if asked and clock and ours.latest:
        for count, right, wrong in (
            (asked.expected, ours.expected, theirs.expected),
            (asked.count, ours.latest, theirs.latest),
        ):
            if (
                count is not None
                and right != wrong
                and (feast := _feast(asked, clock, count, wrong))
            ):
                row, day = feast
                return Broken((row.clause, *row.also, asked.clause), (), f"{day} is {row.name}")
    return _broken(waiting or _with_code(findings, ("due.period",)))


def _feast(asked: Due, clock: date, count: int, wrong: date | None) -> tuple[DayOff, date] | None:
    """The feast that explains a wrong date: passed over though it counts, or the other way round."""
    for row, day in _feasts_near(clock, count):
        free = row.covers(day)

        def counted(one: date, day: date = day, *, free: bool = free) -> bool:
            return not free if one == day else day_off(one) is not None

        if _end(asked.unit, clock, count, counted) == wrong:
            return row, day
    return None


def _feasts_near(clock: date, count: int) -> Iterator[tuple[DayOff, date]]:
    """The feasts of the table within reach, also in years in which they were not free."""
    for year in (clock.year, clock.year + 1):
        for row in FEASTS:
            day = row.in_year(year)
            if clock < day <= clock + (2 * count + 31) * DAY:
                yield row, day


def _end(unit: str, clock: date, count: int, free: Callable[[date], bool]) -> date:
    """The last day of a period, by one's own table of days off."""
    if unit == "working_days":
        day = clock
        for _ in range(count):
            day += DAY
            while day.isoweekday() > 5 or free(day):
                day += DAY
        return day
    day = months_after(clock, count) if unit == "months" else clock + count * DAY
    while count and (day.isoweekday() > 5 or free(day)):
        day += DAY
    return day
