"""A calendar day and nothing else.

Pydantic's own `date` also takes midnights and digit strings, and a school's deadline must not hang on
either. A `Day` is a `date`, or ISO text such as ``2024-10-31``, of a year that a PESEL can name; far
from both ends of the calendar, so that counting from it is safe. What was counted may lie behind the
last of these years, and is a `CountedDay`. This room imports nothing heavy, because findings carry
days, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, cast

from .errors import WrongArgument

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

__all__ = ["FIRST_DAY", "LAST_DAY", "CountedDay", "Day", "a_day", "day_after", "months_after"]

FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2299, 12, 31)


_ISO_TEXT = {"type": "str", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "strict": True}


@dataclass(frozen=True, slots=True)
class _CalendarDay:
    last: date

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # A core schema is a plain dict: written out, it needs no import of pydantic here.
        reach = {"type": "date", "ge": FIRST_DAY, "le": self.last}
        iso = {"type": "chain", "steps": [_ISO_TEXT, {**reach, "strict": False}]}
        plain = {**reach, "strict": True}
        either = {"type": "union", "choices": [plain, iso], "mode": "left_to_right"}
        schema = {"type": "json-or-python", "json_schema": iso, "python_schema": either}
        return cast("CoreSchema", schema)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "format": "date", "pattern": _ISO_TEXT["pattern"]}


Day = Annotated[date, _CalendarDay(LAST_DAY)]
"""A calendar day: a `date`, or ISO text; never an instant."""

CountedDay = Annotated[date, _CalendarDay(date.max)]
"""A day that was counted from another, and so may lie behind the last of those."""


def a_day(value: object, name: str) -> date:
    """The value itself if it is a calendar day within reach.

    Raises:
        WrongArgument: for an instant, for text, and for years no PESEL can name.
    """
    instant = isinstance(value, datetime)
    if isinstance(value, date) and not instant and FIRST_DAY <= value <= LAST_DAY:
        return value
    raise WrongArgument(name, "a calendar day (datetime.date) of the years 1800 to 2299")


def day_after(day: date) -> date | None:
    """The next day; None after the last one within reach."""
    return day + timedelta(days=1) if day < LAST_DAY else None


def months_after(day: date, count: int) -> date:
    """The same day of a later month, or that month's last where it has no such day.

    >>> months_after(date(2024, 8, 31), 6)
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    first = date(year, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return min(first + timedelta(days=day.day - 1), last)
