"""The door for data from outside, and the way back.

Pydantic's own errors print what they were given, and what they are given here may be a child's
PESEL. `load` therefore turns every fault into a path and a stable code, and keeps the input out of
the text, the attributes and the traceback. There is one way in: a dict is read as the JSON it would
make, so that both mean the same. `dump` writes what `load` reads.

    >>> from legitymacja_rules.facts import Pupil
    >>> load(Pupil, '{"first_names": "Anna", "last_name": "K", "born": "2014-03-05", "pet": "cat"}')
    Traceback (most recent call last):
        ...
    legitymacja_rules.errors.LoadError: not a valid Pupil: (extra): extra_forbidden
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import lru_cache
from typing import Any, TypeVar

import pydantic.dataclasses  # noqa: F401  (or its first use would read it from disk, in a call)
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, to_json

from ._base import Masked
from .errors import LoadError

__all__ = ["dump", "load", "load_form", "replaced"]

T = TypeVar("T")


def load(kind: type[T], data: str | bytes | Mapping[str, object]) -> T:
    """A thing of that kind, from JSON text or from a dict.

    Args:
        kind: the type to build: a fact, a document, a command, an event, a regulation, an outcome.
        data: JSON text or bytes, or what a JSON parser made of them.

    Raises:
        LoadError: with the path and a code for each place that does not fit.
    """
    thing: T = load_form(kind, getattr(kind, "__name__", "value"), data)
    return thing


def load_form(
    form: Any,  # noqa: ANN401  (a union is no class, and typing has no word for it yet)
    name: str,
    data: str | bytes | Mapping[str, object],
) -> Any:  # noqa: ANN401
    """The same for a union of types, under a name of its own.

    Raises:
        LoadError: with the path and a code for each place that does not fit.
    """
    try:
        text = data if isinstance(data, str | bytes) else to_json(data, fallback=_revealed)
        return _adapter(form).validate_json(text)
    except ValidationError as refusal:
        faults = refusal.errors(include_input=False, include_context=False, include_url=False)
        places = tuple(_place(fault["loc"], fault["type"]) for fault in faults)
    except (PydanticSerializationError, ValueError):
        places = (("", "not_json"),)
    raise LoadError(name, places)


def dump(thing: object) -> str:
    """A thing as JSON text; PESELs and codes stand in it, so keep it as safe as they are."""
    return _adapter(type(thing)).dump_json(thing).decode()


def replaced(data: Mapping[str, Any], changes: Mapping[str, object]) -> dict[str, Any]:
    """The data with values replaced by dotted path; the original stays as it is.

    >>> replaced({"codes": {"days": 30}}, {"codes.days": 14})
    {'codes': {'days': 14}}
    """
    whole = deepcopy(dict(data))
    for path, value in changes.items():
        *parents, last = str(path).split(".")
        place: Any = whole
        for step in parents:
            place = place.get(step) if isinstance(place, dict) else None
        if not isinstance(place, dict) or last not in place:
            raise LoadError("override", ((str(path), "no_such_path"),))
        place[last] = value
    return whole


def _adapter(form: Any) -> TypeAdapter[Any]:  # noqa: ANN401  (a union is no class)
    return _cached_adapter(form)


@lru_cache(maxsize=256)
def _cached_adapter(form: Any) -> TypeAdapter[Any]:  # noqa: ANN401  (a union is no class)
    return TypeAdapter(form)


def _revealed(value: object) -> str:
    if isinstance(value, Masked):
        return value.reveal()
    raise ValueError("no JSON value")


def _place(path: tuple[int | str, ...], code: str) -> tuple[str, str]:
    """Path and code of a fault; of a field that nobody knows only that there is one."""
    if code in {"extra_forbidden", "unexpected_keyword_argument"}:
        # Its name is the sender's own text, and may be anything.
        path, code = (*path[:-1], "(extra)"), "extra_forbidden"
    return ".".join(map(str, path)), code
