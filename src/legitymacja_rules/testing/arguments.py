"""Whether a strategy can be asked like that; told where it is made, not when it draws.

Around the day that a strategy is asked about there has to be room, within the years that a PESEL can name:
pupils are born before it, and what is made on it ends after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from .._base import an_instance
from .._day import a_day
from ..errors import WrongArgument

__all__ = [
    "FIRST_OF_ROOM",
    "LAST_OF_ROOM",
    "a_count",
    "a_day_with_room",
    "a_word",
    "an_instance_or_none",
]

T = TypeVar("T")

FIRST_OF_ROOM, LAST_OF_ROOM = date(1830, 1, 1), date(2290, 12, 31)


def a_day_with_room(value: object, name: str) -> date:
    """The value itself if it is a day with room around it.

    Raises:
        WrongArgument: if it is no day, or too near to one end of the calendar.
    """
    day = a_day(value, name)
    if not FIRST_OF_ROOM <= day <= LAST_OF_ROOM:
        raise WrongArgument(name, f"a day from {FIRST_OF_ROOM} to {LAST_OF_ROOM}")
    return day


def a_word(value: object, words: Iterable[str], name: str) -> str:
    """The value itself if it is one of these words.

    Raises:
        WrongArgument: if it is none of them.
    """
    known = tuple(words)
    if not isinstance(value, str) or value not in known:
        raise WrongArgument(name, ", ".join(known))
    return value


def a_count(value: object, name: str) -> int:
    """The value itself if it is a number from 0 on.

    Raises:
        WrongArgument: if it is anything else; so is a bool.
    """
    if isinstance(value, bool) or an_instance(value, int, name) < 0:
        raise WrongArgument(name, "a whole number from 0 on")
    return an_instance(value, int, name)


def an_instance_or_none(value: object, kind: type[T], name: str) -> T | None:
    """The value itself if it is of that type, or not told.

    Raises:
        WrongArgument: if it is anything else.
    """
    return None if value is None else an_instance(value, kind, name)
