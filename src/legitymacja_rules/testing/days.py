"""Days, more often than not those on which something changes.

Rules about days break at their ends: on the last day of a school year and the day after, where a month
has a day 29, 30 or 31 and the next has none, on the eve of a new provision. Two days of three are such
days. Those on which the law changes are read off its own tables, so that a new provision is a new boundary
here.

What is drawn shrinks to the first day asked for; a day of birth to that of a pupil of twelve and a half.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import get_args

from hypothesis import strategies as st

from .. import law
from .._day import FIRST_DAY, a_day, months_after
from ..errors import WrongArgument
from ..regulation import Regulation
from ..vocabulary import Procedure, PupilAge
from .arguments import a_day_with_room, a_word

__all__ = ["PLAIN_DAY", "a_birth", "births", "days", "fee_turns", "of_age_since", "turns"]

PLAIN_DAY = date(2024, 12, 3)
"""A Tuesday within a school year, far from its ends, on which the texts of all five schools apply."""

SINCE, UNTIL = date(2023, 9, 4), date(2027, 9, 30)
"""Where days are drawn from if nobody says: on both sides of the changes of 2024 and 2025."""

ONE = timedelta(days=1)

_YEARLY = ((1, 1), (2, 28), (3, 1), (8, 31), (9, 1), (9, 30), (10, 1))
"""The ends of a year, of February, of a school year, of a yearly confirmation, and the days after."""

_LATE = (29, 30, 31)
"""The days that not every month has."""

_MINOR, _ADULT = (90, 18 * 12), (18 * 12, 21 * 12)
"""From how many months on, and below how many, pupils are drawn."""

_TWELVE = 150
"""The months of the plain pupil."""


def turns(since: date, until: date) -> tuple[date, ...]:
    """The days of a stretch on which the law changes, each after its eve, in order.

    >>> [day.isoformat() for day in turns(date(2024, 7, 1), date(2024, 8, 31))]
    ['2024-07-12', '2024-07-13']
    """
    return tuple(day for day in _TURNS if since <= day <= until)


_BEGINS = {span.since for topic in law.TOPICS.values() for span in topic} - {FIRST_DAY}
_TURNS = sorted(_BEGINS | {day - ONE for day in _BEGINS})


def fee_turns(school: Regulation, procedure: Procedure) -> tuple[date, ...]:
    """Both sides of each day on which a fee may change, by the law or by the school's own text.

    Before the first day of the law's table nobody knows a fee; its eve is no such day.

    >>> from legitymacja_rules import variants
    >>> [day.isoformat() for day in fee_turns(variants.get("leczna"), "id_duplicate")][-4:]
    ['2024-07-12', '2024-07-13', '2025-12-31', '2026-01-01']
    """
    own = school.period(procedure)
    begins = {span.since for span in law.FEES[procedure]}
    first = min(begins)
    begins |= {day for day in (own.since, own.until and own.until + ONE) if day}
    return tuple(sorted({day for one in begins for day in (one - ONE, one) if day >= first}))


@lru_cache
def _calendar(since: date, until: date) -> tuple[date, ...]:
    """The days of a stretch at which a year or a month ends, in order, and its own ends."""
    found = {since, until}
    for year in range(since.year, until.year + 1):
        found |= {date(year, month, day) for month, day in _YEARLY}
        firsts = (date(year, month, 1) for month in range(1, 13))
        found |= {first + (late - 1) * ONE for first in firsts for late in _LATE}
    return tuple(sorted(day for day in found if since <= day <= until))


def days(*, since: date = SINCE, until: date = UNTIL) -> st.SearchStrategy[date]:
    """Days of a stretch, both ends included; two of three at a boundary.

    Args:
        since: the first day, to which they shrink.
        until: the last day.

    Raises:
        WrongArgument: if an argument is no day, or the last lies before the first.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(days()), simplest(days(), lambda day: day > date(2025, 9, 16))
    (datetime.date(2023, 9, 4), datetime.date(2025, 9, 17))
    """
    a_day(since, "since")
    if a_day(until, "until") < since:
        raise WrongArgument("until", "a day that is not before the first")
    return _days(since, until)


@lru_cache(maxsize=1024)
def _days(since: date, until: date) -> st.SearchStrategy[date]:
    plain, calendar = (until - since).days + 1, _calendar(since, until)
    turning = turns(since, until) or calendar

    def day(place: int) -> date:
        """One number for all, so that a boundary shrinks to a plain day where that will do."""
        kind, after = divmod(place, plain)
        return (
            since + after * ONE,
            calendar[after % len(calendar)],
            turning[after % len(turning)],
        )[kind]

    return st.integers(0, 3 * plain - 1).map(day)


def _between(since: date, until: date) -> st.SearchStrategy[date]:
    """Any of them, simplest the first; Hypothesis's own dates shrink to the year 2000."""
    return st.integers(0, (until - since).days).map(lambda after: since + after * ONE)


def of_age_since(on: date) -> date:
    """The last day of birth of those who are of age on a day.

    >>> of_age_since(date(2024, 10, 1)), of_age_since(date(2026, 2, 28))
    (datetime.date(2006, 10, 1), datetime.date(2008, 2, 29))
    """
    born = months_after(on, -18 * 12)
    # Whoever was born on 29 February comes of age a day earlier in a year that has none.
    return born + ONE if (on.month, on.day, (born + ONE).day) == (2, 28, 29) else born


def births(*, on: date = PLAIN_DAY, age: PupilAge = "any") -> st.SearchStrategy[date]:
    """Days of birth of pupils, often with the 18th birthday on the day, the eve or the day after.

    Args:
        on: the day on which they are as old.
        age: whether they are minors, adults, or either, on that day.

    Raises:
        WrongArgument: if the day is none from 1830 to 2290, or the age none of the words.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(births()), simplest(births(age="adult"))
    (datetime.date(2012, 6, 3), datetime.date(2006, 12, 3))
    """
    a_word(age, get_args(PupilAge), "age")
    return _births(a_day_with_room(on, "on"), age)


def a_birth(draw: st.DrawFn, on: date, age: PupilAge = "any") -> date:
    """A day of birth, drawn by hand."""
    return draw(_births(on, age))


@lru_cache(maxsize=1024)
def _births(on: date, age: PupilAge) -> st.SearchStrategy[date]:
    grown = of_age_since(on)
    plain, youngest = months_after(on, -_TWELVE), months_after(on, -_MINOR[0])
    oldest = months_after(on, -_ADULT[1])
    minors = st.one_of(
        _between(plain, youngest),
        st.sampled_from((grown + ONE, grown + 2 * ONE)),
        _between(grown + ONE, plain),
        st.sampled_from(_leap_days(grown + ONE, youngest)),
    )
    adults = st.one_of(st.sampled_from((grown, grown - ONE)), _between(oldest, grown))
    return {"minor": minors, "adult": adults, "any": minors | adults}[age]


def _leap_days(since: date, until: date) -> tuple[date, ...]:
    """The 29ths of February among them, and the last day, so that there is one."""
    years = range(since.year, until.year + 1)
    found = {date(year, 2, 28) + ONE for year in years}
    return (*sorted(day for day in found if day.day == 29 and since <= day <= until), until)
