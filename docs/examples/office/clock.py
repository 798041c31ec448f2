"""Which day it is. The library asks nobody; a host has to know.

The clock is one function, given the headers of a request. In an office it does not look at them: who
may choose the day of an act may choose what is allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

__all__ = ["CLOCKS", "Clock", "Now"]

WARSAW = ZoneInfo("Europe/Warsaw")


@dataclass(frozen=True, slots=True)
class Now:
    """The day by a Polish calendar, and the instant with its offset; None where only a day is told."""

    day: date
    at: datetime | None


Clock = Callable[[Mapping[str, str]], Now]
"""From a request's headers to the time at which it is answered."""


def warsaw(_headers: Mapping[str, str]) -> Now:
    """The time in Poland, whatever the request says and wherever the machine stands."""
    now = datetime.now(WARSAW)
    return Now(now.date(), now)


def from_request(headers: Mapping[str, str]) -> Now:
    """For tests only: the day that the request names in `Office-Day`, and the instant in `Office-At`."""
    if "office-day" not in headers:
        return warsaw(headers)
    at = headers.get("office-at")
    return Now(
        date.fromisoformat(headers["office-day"]), datetime.fromisoformat(at) if at else None
    )


CLOCKS: Mapping[str, Clock] = {"warsaw": warsaw, "from-request": from_request}
"""The clocks by name; an office starts with the first."""
