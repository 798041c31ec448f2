"""By when a school has to act.

A school's text gives it so much time once certain things have happened, here called milestones: the
application, the photo, the records. The last of those it names starts the clock; a photo that was
judged and found wanting has not come. The day of the event is not counted (art. 111 of the civil
code). Working days leave out Saturdays, Sundays and days off. Calendar days and months count them
all, and an end that falls on one of them moves to the next day that is none (art. 115); both dates
are given, and the findings tell the count step by step.

Only a school's own text sets a deadline: no statutory number of days is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from ._base import an_instance
from ._day import CountedDay, Day, a_day, months_after
from .days_off import BEGINS, DayOff, day_off, next_working_day, working_days_after
from .explanation import Answer
from .findings import STRICT, Finding, Status, breached, met, not_covered, worst
from .outcomes import Explained, Verdict
from .regulation import Due, Regulation
from .school_or_law import in_force
from .vocabulary import Milestone, Procedure

__all__ = ["Deadline", "due"]

EVENT_NOT_COUNTED = "act:kodeks-cywilny:art.111§2"
SAME_DATE = "act:kodeks-cywilny:art.112"
END_MOVES = "act:kodeks-cywilny:art.115"

SATURDAY = DayOff(name="saturday", since=date(2017, 1, 1), clause=END_MOVES)
"""No day off, but since then no end of a period either."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline(Explained):
    """By when the school has to act, or what it still waits for.

    Attributes:
        findings: the trace, step by step.
        waits_for: the milestones that are missing; while there are any, nothing is counted.
        started: the day of the last milestone, which starts the clock and is not counted itself.
        expected: the usual day, where the text gives a range.
        nominal: the last day as it was counted.
        latest: the last day as it stands after a move past days off; None if nothing is counted.
    """

    __pydantic_config__: ClassVar = STRICT

    findings: tuple[Finding, ...]
    waits_for: tuple[Milestone, ...] = ()
    started: Day | None = None
    expected: CountedDay | None = None
    nominal: CountedDay | None = None
    latest: CountedDay | None = None

    def _answer(self) -> Answer:
        if self.waits_for:
            return "clock_waits"
        return "clock_runs" if self.started else self.status.value


def due(
    school: Regulation,
    procedure: Procedure,
    *,
    application: date | None = None,
    receipt: date | None = None,
    complete: date | None = None,
    payment: date | None = None,
    photo: date | None = None,
    records: date | None = None,
    photo_verdict: Verdict | None = None,
) -> Deadline:
    """By when a school has to act in a procedure, as far as its text says.

    A milestone that the text does not name changes nothing.

    Args:
        school: whose text is asked.
        procedure: what was asked for.
        application: the day on which the application was lodged.
        receipt: the day on which it reached the school, where a text counts from there.
        complete: the day from which nothing was missing: form, attachments, proof of payment.
        payment: the day of the payment.
        photo: the day on which the photo came.
        records: the day from which the records needed were at the school.
        photo_verdict: what `photo.check` says of that photo, which counts only if it is met.

    Raises:
        UnknownProcedure: if there is no procedure of that name.
        WrongArgument: if the school is no `Regulation`, a day no day or the verdict no `Verdict`.

    >>> from legitymacja_rules import variants
    >>> answer = due(variants.get("grojec"), "id_duplicate", complete=date(2025, 12, 19))
    >>> print(answer.expected, answer.latest)
    2026-01-05 2026-01-15
    """
    rules = an_instance(school, Regulation, "school").procedure(procedure)
    given: dict[Milestone, date | None] = {
        "application": application,
        "receipt": receipt,
        "complete": complete,
        "payment": payment,
        "photo": photo,
        "records": records,
    }
    days = {milestone: a_day(day, milestone) for milestone, day in given.items() if day is not None}
    if photo_verdict is not None:
        an_instance(photo_verdict, Verdict, "photo_verdict")
    asked = rules.due if rules else None
    if asked is None:
        return Deadline((_no_answer("school_silent"),))
    reached = {milestone: days.get(milestone) for milestone in asked.since}
    clock = max(filter(None, reached.values()), default=None)
    applies = (in_force(school.period(procedure), clock),) if clock else ()
    if worst(applies) is not Status.MET:
        return Deadline((*applies, _no_answer("school_not_in_force")))
    faults = photo_verdict.reasons if photo_verdict and "photo" in reached else ()
    return _deadline(asked, reached, clock, applies, faults)


def _no_answer(why: str) -> Finding:
    return not_covered("due.period", "I-silence", notes=(why,), who=None)


def _deadline(
    asked: Due,
    reached: Mapping[Milestone, date | None],
    clock: date | None,
    applies: tuple[Finding, ...],
    faults: tuple[Finding, ...],
) -> Deadline:
    """What a text that applies promises, given the faults of the photo."""
    missing = tuple(
        milestone
        for milestone, day in reached.items()
        if day is None or (milestone == "photo" and faults)
    )
    found = (*applies, _period(asked), *_milestones(asked, reached, missing), *faults)
    if clock is None or missing:
        return Deadline(found, waits_for=missing)
    if clock < BEGINS:
        return Deadline((*found, not_covered("due.first_day", "I-before-table", who=None)))
    latest = _end(asked, clock, asked.count)
    usual = None if asked.expected is None else _end(asked, clock, asked.expected)
    steps = [*_first_day(asked, clock)]
    if usual:
        steps += _steps("due.expected", asked, usual)
    steps += _steps("due.latest", asked, latest)
    return Deadline(
        (*found, *dict.fromkeys(steps)),  # what both ends passed over is told once
        started=clock,
        expected=usual.day if usual else None,
        nominal=latest.counted,
        latest=latest.day,
    )


def _period(asked: Due) -> Finding:
    """How much time the text gives."""
    count = asked.count if asked.expected is None else f"{asked.expected}-{asked.count}"
    notes = () if asked.count else ("at_once",)
    return met("due.period", asked.clause, count, subject=asked.unit, also=asked.also, notes=notes)


def _milestones(
    asked: Due, reached: Mapping[Milestone, date | None], missing: tuple[Milestone, ...]
) -> Iterator[Finding]:
    for milestone, day in reached.items():
        judge = breached if milestone in missing else met
        yield judge("due.milestone", asked.clause, day and day.isoformat(), subject=milestone)


def _first_day(asked: Due, clock: date) -> Iterator[Finding]:
    """The first day that is counted; none where all has to be done at once."""
    if asked.count:
        first = next_working_day(clock) if asked.unit == "working_days" else clock + _DAY
        also = (SAME_DATE,) if asked.unit == "months" else ()
        yield met("due.first_day", EVENT_NOT_COUNTED, first.isoformat(), also=also)


@dataclass(frozen=True, slots=True)
class _End:
    """The end of a period as it was counted and as it stands, and what was passed over."""

    counted: date
    day: date
    passed: tuple[tuple[date, DayOff], ...]


def _end(asked: Due, clock: date, count: int) -> _End:
    if asked.unit == "working_days":
        return _end_in_working_days(clock, count)
    counted = months_after(clock, count) if asked.unit == "months" else clock + count * _DAY
    return _moved(counted) if count else _End(counted, counted, ())


def _end_in_working_days(clock: date, count: int) -> _End:
    """The last of so many working days; passed over are days off from Monday to Friday."""
    end = working_days_after(clock, count)
    days = (clock + n * _DAY for n in range(1, (end - clock).days))
    weekdays = (day for day in days if day.isoweekday() < 6)
    return _End(end, end, tuple((day, row) for day in weekdays if (row := day_off(day))))


def _moved(counted: date) -> _End:
    """The end on the first day from there on on which a period may end."""
    end, passed = counted, []
    while row := _free(end):
        passed.append((end, row))
        end += _DAY
    return _End(counted, end, tuple(passed))


def _free(day: date) -> DayOff | None:
    """Why no period ends on that day, or None if one may."""
    saturday = day.isoweekday() == 6 and SATURDAY.covers(day)
    return day_off(day) or (SATURDAY if saturday else None)


def _steps(code: str, asked: Due, end: _End) -> Iterator[Finding]:
    """How an end came about, and the end itself."""
    if end.counted != end.day:
        yield met("due.nominal", END_MOVES, end.counted.isoformat())
    for day, row in end.passed:
        yield met("due.day_off", row.clause, day.isoformat(), subject=row.name, also=row.also)
    yield met(code, asked.clause, end.day.isoformat())
