"""Statutory days off, and working days counted past them.

The act of 1951 on days off lists Sundays and feasts; the list has changed, so each row says from when
until when it holds, and a day is judged by the rows of its own date. A feast has a fixed day or
follows Easter Sunday. Working days, a term that no act defines, are Monday to Friday without days
off (I-working-days).

The table begins on 1 January 1991, when the feasts that were restored in 1989 and 1990 had all been
kept once. Of earlier days nothing is answered here. The day off that the Prime Minister may name in
an epidemic (art. 1a) is not in it: none is known.
"""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from ._day import Day
from .errors import WrongArgument
from .regulation import InForce

__all__ = [
    "BEGINS",
    "ENDS",
    "FEASTS",
    "SUNDAY",
    "DayOff",
    "DayOffName",
    "Feast",
    "day_off",
    "is_day_off",
    "next_working_day",
    "working_days_after",
]

BEGINS, ENDS = date(1991, 1, 1), date(2999, 12, 31)
"""The first and the last day of the table; the last lies behind all that can be counted."""

MAX_COUNT = 3660
"""As far as any text may count."""

_DAY = timedelta(days=1)

DayOffName = Literal[
    "sunday",
    "new_year",
    "epiphany",
    "easter_sunday",
    "easter_monday",
    "first_of_may",
    "third_of_may",
    "pentecost",
    "corpus_christi",
    "assumption",
    "all_saints",
    "independence_day",
    "independence_centenary",
    "christmas_eve",
    "christmas_day",
    "second_christmas_day",
    "saturday",
]
"""Why a day is free; a Saturday is so only for the end of a period, and not in this table."""


class DayOff(InForce):
    """A row of the table: which day is free, and from when until when."""

    since: Day = BEGINS
    name: DayOffName


class Feast(DayOff):
    """A row that frees one day in a year.

    Attributes:
        month_day: its month and day, where they are fixed.
        after_easter: where they are not, how many days after Easter Sunday it falls.
    """

    month_day: tuple[int, int] | None = None
    after_easter: int = 0

    def in_year(self, year: int) -> date:
        """The day on which it falls."""
        if self.month_day:
            return date(year, *self.month_day)
        return _easter_sunday(year) + self.after_easter * _DAY


_ACT = "act:dni-wolne:art.1"

SUNDAY = DayOff(name="sunday", clause=_ACT)
"""Every Sunday."""

FEASTS: tuple[Feast, ...] = (
    Feast(name="new_year", month_day=(1, 1), clause=_ACT),
    Feast(
        name="epiphany",
        month_day=(1, 6),
        since=date(2011, 1, 1),
        clause=_ACT,
        also=("act:dni-wolne-2010:art.2",),
    ),
    Feast(name="easter_sunday", clause=_ACT),
    Feast(name="easter_monday", after_easter=1, clause=_ACT),
    Feast(name="first_of_may", month_day=(5, 1), clause=_ACT),
    Feast(name="third_of_may", month_day=(5, 3), clause=_ACT),
    Feast(name="pentecost", after_easter=49, clause=_ACT),
    Feast(name="corpus_christi", after_easter=60, clause=_ACT),
    Feast(name="assumption", month_day=(8, 15), clause=_ACT),
    Feast(name="all_saints", month_day=(11, 1), clause=_ACT),
    Feast(name="independence_day", month_day=(11, 11), clause=_ACT),
    Feast(
        name="independence_centenary",
        month_day=(11, 12),
        since=date(2018, 11, 12),
        until=date(2018, 11, 12),
        clause="act:stulecie-niepodleglosci:art.2",
    ),
    Feast(
        name="christmas_eve",
        month_day=(12, 24),
        since=date(2025, 2, 1),
        clause=_ACT,
        also=("act:dni-wolne-2024:art.1",),
    ),
    Feast(name="christmas_day", month_day=(12, 25), clause=_ACT),
    Feast(name="second_christmas_day", month_day=(12, 26), clause=_ACT),
)
"""Every other day off."""


def day_off(day: date) -> DayOff | None:
    """The row that makes a day free, or None if it is none.

    Raises:
        WrongArgument: if it is no calendar day, or one that the table does not hold.

    >>> day_off(date(2025, 12, 24)).name, day_off(date(2024, 12, 24))
    ('christmas_eve', None)
    """
    feast = _feasts(_within(day).year).get(day)
    return feast or (SUNDAY if day.isoweekday() == 7 else None)


def is_day_off(day: date) -> bool:
    """Whether a day is a statutory day off, Sundays included.

    Raises:
        WrongArgument: if it is no calendar day, or one that the table does not hold.

    >>> is_day_off(date(2018, 11, 12)), is_day_off(date(2019, 11, 12))
    (True, False)
    """
    return day_off(day) is not None


def working_days_after(day: date, count: int) -> date:
    """The day that is so many working days after another, which is itself not counted.

    Args:
        day: the day from which is counted; any day of the week.
        count: how many working days, 0 to 3660; after 0 of them it is still the same day.

    Raises:
        WrongArgument: if it is no calendar day of the table, or no such number.

    >>> working_days_after(date(2025, 12, 19), 14)
    datetime.date(2026, 1, 15)
    """
    if not _is_count(count):
        raise WrongArgument("count", f"a whole number, 0 to {MAX_COUNT}")
    year = _within(day).year
    if not count:
        return day
    days = _working_days(year)
    place = bisect_right(days, day) + count - 1
    while place >= len(days):
        place -= len(days)
        year += 1
        days = _working_days(year)
    return days[place]


def next_working_day(day: date) -> date:
    """The first working day after another.

    Raises:
        WrongArgument: if it is no calendar day, or one that the table does not hold.

    >>> next_working_day(date(2025, 12, 23))
    datetime.date(2025, 12, 29)
    """
    return working_days_after(day, 1)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MAX_COUNT


def _within(day: object) -> date:
    if isinstance(day, date) and not isinstance(day, datetime) and BEGINS <= day <= ENDS:
        return day
    raise WrongArgument("day", "a calendar day (datetime.date) of the years 1991 to 2999")


def _easter_sunday(year: int) -> date:
    """The Sunday after the paschal full moon, by the Gregorian computation."""
    golden, century = year % 19, year // 100
    # In days after 21 March; the second line keeps the moon off two places the calendar forbids.
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= (golden + 11 * moon) // 319
    full = date(year, 3, 21) + moon * _DAY
    return full + (7 - full.isoweekday() % 7) * _DAY


# A year is worked out once and looked up from then on; few years are asked for in turn.
@lru_cache(maxsize=64)
def _feasts(year: int) -> Mapping[date, Feast]:
    falls = ((feast.in_year(year), feast) for feast in FEASTS)
    return {day: feast for day, feast in falls if feast.covers(day)}


@lru_cache(maxsize=64)
def _working_days(year: int) -> tuple[date, ...]:
    first, free = date(year, 1, 1), _feasts(year)
    days = (first + n * _DAY for n in range((date(year + 1, 1, 1) - first).days))
    return tuple(day for day in days if day.isoweekday() < 6 and day not in free)
