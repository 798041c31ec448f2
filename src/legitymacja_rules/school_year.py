"""The school year, from 1 September to 31 August, and what is confirmed for one."""

from __future__ import annotations

from datetime import date

from ._day import LAST_DAY

__all__ = ["end_of_school_year", "last_confirmed_day"]

END_MONTH, END_DAY = 8, 31
LAST_MONTH, LAST_OF_MONTH = 9, 30


def end_of_school_year(day: date) -> date:
    """The last day of the school year in which a day lies.

    >>> end_of_school_year(date(2024, 9, 1)), end_of_school_year(date(2025, 8, 31))
    (datetime.date(2025, 8, 31), datetime.date(2025, 8, 31))
    """
    end = date(day.year, END_MONTH, END_DAY)
    return min(LAST_DAY, end if day <= end else end.replace(year=day.year + 1))


def last_confirmed_day(day: date) -> date:
    """30 September of the year in which the school year of a day ends: a yearly validity runs so far.

    >>> last_confirmed_day(date(2024, 8, 31)), last_confirmed_day(date(2024, 9, 1))
    (datetime.date(2024, 9, 30), datetime.date(2025, 9, 30))
    """
    return date(end_of_school_year(day).year, LAST_MONTH, LAST_OF_MONTH)
