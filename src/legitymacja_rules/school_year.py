"""The school year: from 1 September to 31 August."""

from __future__ import annotations

from datetime import date

from ._day import LAST_DAY

__all__ = ["end_of_school_year"]

END_MONTH, END_DAY = 8, 31


def end_of_school_year(day: date) -> date:
    """The last day of the school year in which a day lies.

    >>> end_of_school_year(date(2024, 9, 1)), end_of_school_year(date(2025, 8, 31))
    (datetime.date(2025, 8, 31), datetime.date(2025, 8, 31))
    """
    end = date(day.year, END_MONTH, END_DAY)
    return min(LAST_DAY, end if day <= end else end.replace(year=day.year + 1))
