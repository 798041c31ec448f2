"""A school of your own: its rules as JSON, checked in every part before anything is taken.

Five schools are shipped; any other is a value of the same type, written in Python or read here. A
text that does not fit is refused as a whole, with every fault at once: each has its path, a stable
code, and what mends it in `LoadError.explain`. `schema` is for editors and for hosts in other
languages; it says what JSON Schema can say, and `load` says the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from . import loading
from .errors import LoadError
from .regulation import Editions, Regulation

__all__ = ["load", "load_editions", "schema"]

Text = str | bytes | Mapping[str, object]
"""JSON text, or what a JSON parser made of it."""


def load(text: Text) -> Regulation:
    """A school's regulation, from JSON text or from a dict.

    Raises:
        LoadError: with the path and a code for each place that does not fit.

    >>> load('{"slug": "sp1", "school": "Szkoła Podstawowa nr 1"}').slug
    'sp1'
    >>> from legitymacja_rules.errors import LoadError
    >>> try:
    ...     load('{"slug": "sp1", "school": "SP 1", "text": "Procedura", "holograms": {"clause": 1}}')
    ... except LoadError as error:
    ...     print(error.explain("en"))
    [x] holograms.clause: give text in quotes [string_type]
    [x] in_force: the school says something: give in since from which day on [no_since]
    """
    return loading.load(Regulation, _each_key_once("Regulation", text))


def load_editions(text: Text) -> Editions:
    """A school's texts one after another, from JSON text or from a dict.

    Raises:
        LoadError: with the path and a code for each place that does not fit.
    """
    return loading.load(Editions, _each_key_once("Editions", text))


def schema() -> dict[str, Any]:
    """The JSON Schema of a regulation; a copy of it stands in ``docs/schema``.

    >>> schema()["required"]
    ['slug', 'school']
    """
    return loading.schema(Regulation)


# --- each key once --------------------------------------------------------------------------------


def _each_key_once(name: str, text: Text) -> Text:
    """The text, if no object in it says a thing twice; a parser would keep the last in silence."""
    if not isinstance(text, str | bytes):
        return text
    try:
        whole = json.loads(text, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        return text  # no JSON at all, which the loader says better
    if places := tuple((path, "repeated_key") for path in _twice(whole, ())):
        raise LoadError(name, places, ("",) * len(places))
    return text


class _Pairs(list[tuple[str, Any]]):
    """An object as its pairs, in their order."""


def _twice(value: object, path: tuple[str, ...]) -> Iterator[str]:
    """The paths of keys that stand twice; of one that is no field of ours only that there is one."""
    if isinstance(value, _Pairs):
        told: set[str] = set()
        for key, inner in value:
            place = (*path, key if key in _fields() else "(extra)")
            if key in told:
                yield ".".join(place)
            told.add(key)
            yield from _twice(inner, place)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _twice(inner, (*path, str(at)))


@lru_cache(maxsize=1)
def _fields() -> frozenset[str]:
    """The names of all fields of a text."""
    whole = loading.schema(Editions)
    parts = (whole, *whole["$defs"].values())
    return frozenset(name for part in parts for name in part.get("properties", ()))
