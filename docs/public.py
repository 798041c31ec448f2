"""What is public: the rooms that the library's first page names, and the types that they list.

No list is kept: a name in backticks on that page that is a module of the library is a public room.
"""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any, get_args

from pydantic import BaseModel

import legitymacja_rules
from legitymacja_rules._base import Masked

HOUSE = legitymacja_rules.__name__


def rooms() -> dict[str, ModuleType]:
    """Each public room by its name."""
    named = dict.fromkeys(re.findall(r"`(\w+)`", legitymacja_rules.__doc__ or ""))
    return {
        name: import_module(f"{HOUSE}.{name}")
        for name in sorted(named)
        if find_spec(f"{HOUSE}.{name}")
    }


def types_of(room: ModuleType) -> dict[str, Any]:
    """What a room lists of which there can be data: records, answers, closed words, and unions of them."""
    listed = {name: getattr(room, name) for name in room.__all__}
    return {name: thing for name, thing in listed.items() if _has_data(thing)}


def _has_data(thing: object) -> bool:
    if isinstance(thing, type):
        return issubclass(thing, BaseModel | Masked | Enum) or is_dataclass(thing)
    return bool(get_args(thing))
