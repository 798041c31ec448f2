"""Which day it is. The library asks nobody; a host has to know.

The clock is one function, given the headers of a request. In an office it does not look at them: who
may choose the day of an act may choose what is allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, BeforeValidator, Field

from legitymacja_rules.facts import Day
from legitymacja_rules.loading import load

__all__ = ["CLOCKS", "Clock", "Now"]

WARSAW = ZoneInfo("Europe/Warsaw")


@dataclass(frozen=True, slots=True)
class Now:
    """The day by a Polish calendar, and the instant with its offset; None where only a day is told."""

    day: date
    at: datetime | None


Exact = Annotated[AwareDatetime, BeforeValidator(datetime.fromisoformat)]
"""An instant as text, with its offset; a bare number is none."""

Clock = Callable[[Mapping[str, str]], Now]
"""From a request's headers to the time at which it is answered."""


def warsaw(_headers: Mapping[str, str]) -> Now:
    """The time in Poland, whatever the request says and wherever the machine stands."""
    now = datetime.now(WARSAW)
    return Now(now.date(), now)


class _Named(BaseModel):
    day: Annotated[Day, Field(alias="office-day")]
    at: Annotated[Exact | None, Field(alias="office-at")] = None


def from_request(headers: Mapping[str, str]) -> Now:
    """For tests only: the day that the request names in `Office-Day`, and the instant in `Office-At`.

    Raises:
        LoadError: if it is no day, or no instant with its offset.
    """
    if "office-day" not in headers:
        return warsaw(headers)
    named = {field: headers[field] for field in ("office-day", "office-at") if field in headers}
    told = load(_Named, named)
    return Now(told.day, told.at)


CLOCKS: Mapping[str, Clock] = {"warsaw": warsaw, "from-request": from_request}
"""The clocks by name; an office starts with the first."""
