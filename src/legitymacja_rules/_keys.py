"""The keys of a JSON text: that each stands once, and which of them are words of ours.

A parser keeps the last of two equal keys in silence, so that whoever looked a text over and whoever
loads it may have seen two different things. Each text that is loaded is therefore read a second time,
for its keys alone, and that stops at the first that is repeated; only then all of them are looked for.
A key that is no field of ours is the sender's own text, and may be anything: it is told as `EXTRA`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any

__all__ = ["EXTRA", "each_once", "foreign", "repeated"]

EXTRA = "(extra)"
"""Stands in a path for a key that is no field of ours."""


class _TwiceError(Exception):
    """A key stands twice in an object; it never leaves this room."""


class _Pairs(list[tuple[str, Any]]):
    """An object as its pairs, in their order."""


def _once(pairs: list[tuple[str, Any]]) -> None:
    if len(dict(pairs)) != len(pairs):
        raise _TwiceError


def _reader(hook: Any) -> json.JSONDecoder:  # noqa: ANN401  (what an object is made into is the hook's)
    # Numbers are only passed over: to build one of a million digits takes its time.
    return json.JSONDecoder(
        object_pairs_hook=hook, parse_int=len, parse_float=len, parse_constant=len
    )


_ONCE, _WHOLE = _reader(_once), _reader(_Pairs)


def each_once(text: str | bytes) -> bool:
    r"""Whether no object in a text has a key twice, however the key is written.

    Raises:
        ValueError: if it is no JSON.

    >>> each_once('{"a": {"b": 1}, "b": 1}'), each_once('[{"a": 1, "\\u0061": 2}]')
    (True, False)
    """
    try:
        _ONCE.decode(_decoded(text))
    except _TwiceError:
        return False
    return True


def repeated(text: str | bytes, ours: AbstractSet[str]) -> Iterator[str]:
    """The dotted paths of the keys that stand in their object already.

    Raises:
        ValueError: if it is no JSON.

    >>> [*repeated('{"a": [{"b": 1, "b": 2}], "c": 1, "c": 1}', {"a", "b"})]
    ['a.0.b', '(extra)']
    """
    for path in _twice(_WHOLE.decode(_decoded(text)), (), ours):
        yield ".".join(path)


def foreign(text: str | bytes, ours: AbstractSet[str]) -> set[str]:
    """The keys that are no field of ours.

    Raises:
        ValueError: if it is no JSON.

    >>> sorted(foreign('{"a": {"b": 1}, "c": [{"d": 1}]}', {"a", "d"}))
    ['b', 'c']
    """
    keys: set[str] = set()
    _reader(lambda pairs: keys.update(dict(pairs))).decode(_decoded(text))
    return keys - ours


def _decoded(text: str | bytes) -> str:
    return text if isinstance(text, str) else text.decode()


def _twice(
    value: object, path: tuple[str, ...], ours: AbstractSet[str]
) -> Iterator[tuple[str, ...]]:
    if isinstance(value, _Pairs):
        told: set[str] = set()
        for key, inner in value:
            place = (*path, key if key in ours else EXTRA)
            if key in told:
                yield place
            told.add(key)
            yield from _twice(inner, place, ours)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _twice(inner, (*path, str(at)), ours)
