"""Instants, and how much time lies between two of them.

A window of minutes compares instants, and a clock on a wall does not name one: in the night in which
summer time ends an hour comes twice. So an `Instant` may bear an offset from UTC, and then is exact; without
one it is local Polish time, and stands for each instant that a Polish clock showed so: mostly one, two in the
hour that repeats, none in the hour that is left out. What depends on which of them was meant is for a human.

Polish clocks follow the rule of the European Union (directive 2000/84): summer time from the last Sunday of
March to the last Sunday of October, 1:00 UTC. It is computed, because the time zones of the standard library
are files, and nothing here reads one.

>>> start, end = datetime(2025, 10, 26, 2, 55), datetime(2025, 10, 26, 3, 0)
>>> sorted(str(time) for time in elapsed(start, end))
['0:05:00', '1:05:00']
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from ._day import FIRST_DAY, LAST_DAY

__all__ = ["Instant", "elapsed", "polish_days"]

WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)

LONGEST = len("2025-10-26T02:30:00.123456+01:00")


def _text_or_instant(value: object) -> object:
    text = isinstance(value, str) and len(value) <= LONGEST and "T" in value
    if text or isinstance(value, datetime):
        return value
    raise PydanticCustomError("instant", "an instant, such as 2025-10-26T02:30:00+01:00")


def _within_reach(value: datetime) -> datetime:
    if FIRST_DAY < value.date() < LAST_DAY:
        return value
    raise PydanticCustomError("instant", "of the years 1800 to 2299")


Instant = Annotated[datetime, BeforeValidator(_text_or_instant), AfterValidator(_within_reach)]
"""An instant: ISO text with seconds, with an offset or ``Z``; without, local Polish time."""


def elapsed(start: datetime, end: datetime) -> frozenset[timedelta]:
    """The times that may lie between two instants; more than one where a clock is ambiguous.

    >>> ten = elapsed(datetime(2025, 9, 17, 10), datetime(2025, 9, 17, 8, 10, tzinfo=UTC))
    >>> ten == {timedelta(minutes=10)}
    True
    """
    return frozenset(last - first for first in _in_utc(start) for last in _in_utc(end))


def polish_days(instant: datetime) -> frozenset[date]:
    """The calendar days that it was in Poland at an instant."""
    if instant.tzinfo is None:
        return frozenset({instant.date()})
    utc = instant.astimezone(UTC).replace(tzinfo=None)
    return frozenset({(utc + _offset(utc)).date()})


def _in_utc(instant: datetime) -> frozenset[datetime]:
    """The instants in UTC, without saying so, that a time stands for."""
    if instant.tzinfo is not None:
        return frozenset({instant.astimezone(UTC).replace(tzinfo=None)})
    shown = {instant - offset for offset in (WINTER, SUMMER) if _shows(instant - offset, offset)}
    # An hour that no clock showed is a slip of the pen, either way.
    return frozenset(shown or {instant - WINTER, instant - SUMMER})


def _shows(utc: datetime, offset: timedelta) -> bool:
    return _offset(utc) == offset


def _offset(utc: datetime) -> timedelta:
    """How far Polish clocks were ahead of UTC at an instant in UTC."""
    change = partial(datetime, utc.year, day=31, hour=1)
    spring, autumn = (_last_sunday(change(month=month)) for month in (3, 10))
    return SUMMER if spring <= utc < autumn else WINTER


def _last_sunday(last: datetime) -> datetime:
    """The last Sunday of a month, from its last day, at the same hour."""
    return last - timedelta(days=last.isoweekday() % 7)
