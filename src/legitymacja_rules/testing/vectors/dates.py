"""The days of the vectors: on which documents are made and change, and on which is asked.

The lives of a card, of the mLegitymacja that rests on it and of a certificate are asked together by
`following`, so they have one calendar. A day that the law sets is the law's own.
"""

from __future__ import annotations

from datetime import date, timedelta

from ...law.dates import CARDS_ONLY, SIO, day_before

__all__ = [
    "BEFORE_TEXTS",
    "DAY",
    "EVE",
    "FINISHED",
    "LAPSED",
    "LAST",
    "LAST_ON_PAPER",
    "LATER",
    "MORROW",
    "NEXT",
    "NEXT_YEAR",
    "SIO_BEGINS",
    "SOON",
    "TODAY",
    "UNTIL",
    "YEAR",
    "around",
    "later",
]


def later(day: str, days: int) -> str:
    """The day that is so many days after another."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def around(day: str, *, reach: int = 1) -> dict[str, str]:
    """The day, and those that lie so many days before and after it.

    >>> around("2025-01-01")
    {'the-day-before': '2024-12-31', 'that-day': '2025-01-01', 'the-day-after': '2025-01-02'}
    """
    names = ("the-day-before", "that-day", "the-day-after")
    return {name: later(day, off) for name, off in zip(names, (-reach, 0, reach), strict=True)}


# --- the law's ------------------------------------------------------------------------------------

LAST_ON_PAPER = day_before(CARDS_ONLY).isoformat()
"""The last day on which an ID may be issued on paper."""

SIO_BEGINS = SIO.isoformat()
"""The first day of the model that is in force today."""

# --- of a life ------------------------------------------------------------------------------------

FINISHED = "2023-06-23"
"""The end of school of who has a certificate: it is issued and handed over."""

BEFORE_TEXTS = "2024-07-12"
"""The last day on which none of the texts applies that speak of duplicates."""

YEAR, NEXT_YEAR = "2024-09-01", "2025-09-01"
"""The first day of the school year, and of the next."""

DAY = "2024-10-01"
"""A day on which all five texts apply: cards and mLegitymacje are issued and handed over."""

EVE, MORROW = later(DAY, -1), later(DAY, 1)

SOON = "2024-10-15"
"""The codes of an mLegitymacja still work."""

LATER = "2024-11-04"
"""They do no longer; it is on this day that cards get lost and are found."""

LAST = "2024-12-02"
"""The rest of it."""

UNTIL, NEXT = "2025-09-30", "2026-09-30"
"""The last days of what is issued or confirmed, this year and the next."""

LAPSED = later(UNTIL, 1)

TODAY = "2026-03-02"
"""A day of the model in force since 17 September 2025."""
