"""What every fact and every record is made of.

`Record` is the one model base: frozen, closed to unknown fields, silent about its input when it
refuses it. `Day` is a calendar day and nothing else: pydantic's own `date` also takes midnights
and digit strings, and a school's deadline must not hang on either. `Masked` is a text that never
shows itself; `Private` marks a field that belongs to a person and stays out of every repr.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .errors import WrongArgument

__all__ = ["Count", "Day", "Masked", "Money", "Private", "Record", "a_day", "an_instance"]

_T = TypeVar("_T")

FIRST_DAY = date(1800, 1, 1)
"""The first day a PESEL can name; days before it are refused as input."""

LAST_DAY = date(2299, 12, 31)
"""The last day a PESEL can name; far from the end of the calendar, so that counting is safe."""


class Record(BaseModel):
    """The base of all facts and all data: immutable, complete, closed."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class _CalendarDay:
    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        iso = core_schema.chain_schema(
            [
                core_schema.str_schema(pattern=r"^\d{4}-\d{2}-\d{2}$", strict=True),
                core_schema.date_schema(strict=False, ge=FIRST_DAY, le=LAST_DAY),
            ]
        )
        plain = core_schema.date_schema(strict=True, ge=FIRST_DAY, le=LAST_DAY)
        return core_schema.json_or_python_schema(
            json_schema=iso, python_schema=core_schema.union_schema([plain, iso])
        )


Day = Annotated[date, _CalendarDay]
"""A calendar day: a `date`, or ISO text such as ``2024-10-31``; never an instant."""

Count = Annotated[int, Field(strict=True, ge=0)]
"""A whole number that is not negative; text, floats and booleans are not taken for one."""

Private = Field(repr=False)
"""Marks a field that tells of a person: it is left out of reprs."""


def _money_text(value: object) -> object:
    if isinstance(value, Decimal | str):
        return value
    raise ValueError("money is given as text or Decimal")


Money = Annotated[Decimal, BeforeValidator(_money_text), Field(ge=0, decimal_places=2)]
"""An amount in PLN with two decimal places; text in JSON, never a float."""


@dataclass(frozen=True, slots=True, repr=False)
class Masked:
    """A text that shows itself only when asked: `reveal()` and JSON are the ways out."""

    _text: str

    def reveal(self) -> str:
        """The text itself."""
        return self._text

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Build from loaded text; a subclass with rules of its own refuses here."""
        return cls(text)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = core_schema.str_schema(strict=True, min_length=1, max_length=200)
        loaded = core_schema.no_info_after_validator_function(cls.from_text, text)
        return core_schema.json_or_python_schema(
            json_schema=loaded,
            python_schema=core_schema.union_schema(
                [core_schema.is_instance_schema(cls), loaded], mode="left_to_right"
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(
                cls.reveal, when_used="json", return_schema=core_schema.str_schema()
            ),
        )


def a_day(value: object, name: str) -> date:
    """The value itself if it is a calendar day within reach.

    Raises:
        WrongArgument: for an instant, for text, and for years no PESEL can name.
    """
    instant = isinstance(value, datetime)
    if isinstance(value, date) and not instant and FIRST_DAY <= value <= LAST_DAY:
        return value
    raise WrongArgument(name, "a calendar day (datetime.date) of the years 1800 to 2299")


def an_instance(value: object, kind: type[_T], name: str) -> _T:
    """The value itself if it is of that type.

    Raises:
        WrongArgument: if it is anything else, such as a dict that nobody has loaded.
    """
    if not isinstance(value, kind):
        raise WrongArgument(name, kind.__name__)
    return value
