"""The commands that lead a document from its issue to a state, read off the table of its life.

Which mere time leads to is in no table and stands here; so do longer ways, on which a document comes again
to the state in which it was: confirmed for another year, or active on a second device.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from ..certificate import Certificate
from ..history import Document
from ..lifecycle import Leads
from ..mlegitymacja import Mlegitymacja
from ..school_id import SchoolId
from .commands import VERBS

__all__ = ["Way", "ways"]

Way = tuple[str, ...]
"""Kinds of commands, in order."""

_LONGEST = 4
"""No state is further from the issue."""

_ANOTHER_DEVICE = ("generate_codes", "activate")

_BACK: Mapping[str, tuple[Way, ...]] = MappingProxyType(
    {"not_yet": ((),), "annulled": (("correct",), ("hand_over", "correct", "correct"))}
)
"""States before the issue, and after it was taken back."""

_BY_TIME: Mapping[type[Document], Mapping[str, tuple[Way, ...]]] = MappingProxyType(
    {
        SchoolId: MappingProxyType({**_BACK, "lapsed": (("hand_over",),)}),
        Mlegitymacja: MappingProxyType(
            {**_BACK, "lapsed": ((), ("hand_over",)), "expired": ((), ("activate",))}
        ),
        Certificate: _BACK,
    }
)
"""States to which no row of the table leads → the ways after which time does."""

_AGAIN: Mapping[tuple[type[Document], str], tuple[Way, ...]] = MappingProxyType(
    {
        (SchoolId, "valid"): (("hand_over", "confirm"),),
        (Mlegitymacja, "issued"): (_ANOTHER_DEVICE[:1],),
        (Mlegitymacja, "activated"): (
            _ANOTHER_DEVICE,
            ("activate", *_ANOTHER_DEVICE),
            ("activate", *_ANOTHER_DEVICE * 4),
        ),
    }
)
"""Ways that come to the state more than once."""


@lru_cache
def ways(kind: type[Document], state: str) -> tuple[Way, ...]:
    """The kinds of commands that lead from the issue to a state, shortest first, then those that come again.

    >>> ways(SchoolId, "ended")[0], ways(Mlegitymacja, "activated")[-3]
    (('end',), ('generate_codes', 'activate'))
    """
    again = _AGAIN.get((kind, state), ())
    by_time = _BY_TIME[kind].get(state)
    if by_time is not None:
        return by_time + again
    paths = dict.fromkeys(_paths(VERBS[kind].module.TABLE, "issued", state, ()))
    found = sorted(paths, key=len)
    return (*(way for way in found if len(way) <= len(found[0]) + 2), *again)


def _paths(table: Mapping[tuple[str, str], Any], at: str, to: str, way: Way) -> Iterator[Way]:
    """The paths through a table, each kind once; what is replaced has a duplicate."""
    if at == to:
        yield way
    if len(way) == _LONGEST:
        return
    for (state, kind), row in table.items():
        replaced = kind == "replace" and "duplicate" not in way
        if state != at or kind in way or replaced or not isinstance(row, Leads):
            continue
        for next_ in (row.to, *row.or_to):
            if next_ != at or kind == "duplicate":
                yield from _paths(table, next_, to, (*way, kind))
