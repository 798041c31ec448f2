"""What a place in data could hold instead of what it was given.

Of a fault Pydantic tells more than its code: the words that are allowed, the bound that was passed.
What comes from our own shapes helps whoever mends the data and is taken from here; what may come
from the sender is not, so each code names the one detail that is ours. For a field that nobody knows
it is the nearest name among the fields of that place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

__all__ = ["expected"]

DETAILS: Mapping[str, str] = MappingProxyType(
    {
        "literal_error": "expected",
        "enum": "expected",
        "union_tag_invalid": "expected_tags",
        "union_tag_not_found": "discriminator",
        "greater_than": "gt",
        "greater_than_equal": "ge",
        "less_than": "lt",
        "less_than_equal": "le",
        "string_pattern_mismatch": "pattern",
        "string_too_short": "min_length",
        "string_too_long": "max_length",
        "too_short": "min_length",
        "too_long": "max_length",
    }
)
"""Code of a fault → the detail that comes from the shape, and never from the sender."""

WORDS = frozenset({"literal_error", "enum", "union_tag_invalid", "union_tag_not_found"})
"""The codes whose detail is words, each in quotes."""

LONGEST_NAME = 60
"""Names longer than this are like none of ours, and costly to compare."""

_WORD = re.compile(r"'([^']*)'")


def expected(form: object, path: tuple[int | str, ...], code: str, details: object) -> str:
    """What the place could hold; empty if that is not known.

    Args:
        form: the type that was to be built.
        path: where the fault is.
        code: its code.
        details: what Pydantic tells beside the code.
    """
    if code == "extra_forbidden":
        return _nearest(str(path[-1]), _fields(form, path[:-1]))
    detail = details.get(DETAILS.get(code, "")) if isinstance(details, Mapping) else None
    if detail is None:
        return ""
    return ", ".join(_WORD.findall(detail)) if code in WORDS else str(detail)


def _nearest(name: str, fields: tuple[str, ...]) -> str:
    if len(name) > LONGEST_NAME:
        return ""
    return "".join(get_close_matches(name.lower(), fields, n=1))


def _fields(form: Any, path: tuple[int | str, ...]) -> tuple[str, ...]:  # noqa: ANN401  (a union is no class)
    """The names of the fields at a place within a type; none where no record stands there."""
    origin, parts = get_origin(form), get_args(form)
    if origin is Annotated:
        return _fields(parts[0], path)
    if origin in {Union, UnionType}:
        return next(filter(None, (_fields(part, path) for part in parts)), ())
    if origin is tuple and path:
        return _fields(parts[0], path[1:])
    if not (isinstance(form, type) and issubclass(form, BaseModel)):
        return ()
    if not path:
        return tuple(form.model_fields)
    field = form.model_fields.get(str(path[0]))
    return _fields(field.annotation, path[1:]) if field else ()
