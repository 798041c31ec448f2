"""The days on which the law changed, and the day on which its sources were last compared.

One room for the boundaries, so that topics that changed on one day name the same constant, and the day
before is computed and never typed.
"""

from __future__ import annotations

from datetime import date, timedelta

__all__ = [
    "BEGINS",
    "CARDS_ONLY",
    "CHECKED",
    "CHRISTMAS_EVE",
    "FEES_UNCONFIRMED",
    "MOBYWATEL_ACT",
    "NEW_CARD_RULE",
    "OPT_OUT",
    "QR_ENDS",
    "REGULATION_2023",
    "SIO",
    "day_before",
]

CHECKED = date(2026, 11, 26)
"""When the sources were last compared."""

BEGINS = date(2019, 9, 1)
"""The regulation of 27.08.2019, with which the tables begin; its first day is probable."""

REGULATION_2023 = date(2023, 6, 17)
"""The regulation of 7.06.2023 takes its place."""

MOBYWATEL_ACT = date(2023, 7, 14)
"""The mObywatel act adds art. 11 ust. 1a–1e to the act on the education system."""

NEW_CARD_RULE = date(2023, 12, 22)
"""An amendment: a school ID is a card, and with each new card an mLegitymacja is due."""

OPT_OUT = date(2024, 3, 8)
"""Art. 11 ust. 1d: an mLegitymacja without application, unless a minor's parents objected."""

CARDS_ONLY = date(2024, 7, 13)
"""The first day on which no ID may be issued on paper."""

CHRISTMAS_EVE = date(2025, 2, 1)
"""24 December is a statutory day off from here on."""

SIO = date(2025, 9, 17)
"""IDs are registered and mLegitymacje issued in the education information system."""

QR_ENDS = date(2025, 11, 20)
"""The system stops making QR codes for one group of pupils; which one is not known."""

FEES_UNCONFIRMED = date(2026, 1, 1)
"""The newest texts that confirm the fees are of December 2025."""


def day_before(day: date) -> date:
    """The last day of what ended when something else began."""
    return day - timedelta(days=1)
