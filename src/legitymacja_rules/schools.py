"""A school of your own: its rules as JSON, checked in every part before anything is taken.

Five schools are shipped; any other is a value of the same type, written in Python or read here. A
text that does not fit is refused as a whole, with every fault at once: each has its path, a stable
code, and what mends it in `LoadError.explain`. `schema` is for editors and for hosts in other
languages; it says what JSON Schema can say, and `load` says the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import loading
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
    return loading.load(Regulation, text)


def load_editions(text: Text) -> Editions:
    """A school's texts one after another, from JSON text or from a dict.

    Raises:
        LoadError: with the path and a code for each place that does not fit.
    """
    return loading.load(Editions, text)


def schema() -> dict[str, Any]:
    """The JSON Schema of a regulation; a copy of it stands in ``docs/schema``.

    >>> schema()["required"]
    ['slug', 'school']
    """
    return loading.schema(Regulation)
