"""One text over another, record by record.

A school's text and the law's sheet of a day have one shape. So the question which of the two answers is
no question of the rules: `filled` gives a text in which the other speaks wherever the first is silent;
`contested` one in which the other speaks wherever both do and say different things. A record is taken
whole, with its clause; a room of records (a procedure, a photo requirement) is gone through; of rows
that are each about something (a ground, a condition) those about the same thing meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from .._base import Record
from .cited import Cited
from .mlegitymacja import Codes

__all__ = ["contested", "filled", "same_but_for_clauses"]

R = TypeVar("R", bound=Record)

ABOUT: Mapping[str, str] = MappingProxyType(
    {
        "revocation": "ground",
        "reissue": "ground",
        "pictures": "condition",
        "fees": "grounds",
        "grounds": "any_of",
    }
)
"""The fields whose rows are each about something, and what tells what; () is about everything."""

OWN = frozenset({"slug", "school", "text", "in_force"})
"""The fields that say whose text it is and since when; they are never another's."""

CLAUSES = frozenset({"clause", "also", "valid_clause", "decision_clause", "waiver"})
"""The fields that say where something stands, and not what."""


def filled(own: R, other: R) -> R:
    """The text, and where it is silent the other."""
    changes = {}
    for name, mine, theirs in _both(own, other):
        whole = mine
        if _silent(mine):
            whole = theirs
        elif _is_room(mine):
            whole = filled(mine, theirs)
        elif key := ABOUT.get(name):
            told = {getattr(row, key) for row in mine}
            whole = (*mine, *(row for row in theirs if getattr(row, key) not in told))
        if whole is not mine and whole != mine:
            changes[name] = whole
    return own.model_copy(update=changes) if changes else own


def contested(own: R, other: R) -> R:
    """The text, and where both speak and differ the other; the text itself where they never do."""
    changes = {}
    for name, mine, said in _both(own, other):
        theirs = said.beside(mine) if isinstance(mine, Codes) else said
        if _silent(mine) or same_but_for_clauses(mine, theirs):
            continue
        if _is_room(mine):
            inside = contested(mine, theirs)
            if inside is not mine:
                changes[name] = inside
        elif name in ABOUT:
            rows = _rows_contested(mine, theirs, ABOUT[name])
            if rows != mine:
                changes[name] = rows
        else:
            changes[name] = theirs
    return own.model_copy(update=changes) if changes else own


def _both(own: Record, other: Record) -> Iterator[tuple[str, Any, Any]]:
    """Each field of which the other says something, with both values."""
    for name in type(own).model_fields:
        theirs = getattr(other, name)
        if name not in OWN and not _silent(theirs):
            yield name, getattr(own, name), theirs


def _rows_contested(mine: tuple[Any, ...], theirs: tuple[Any, ...], key: str) -> tuple[Any, ...]:
    """The rows, those of the other in the place of what they contradict."""
    rival = {getattr(row, key): row for row in theirs}
    everywhere = rival.get(())
    against = ((row, rival.get(getattr(row, key), everywhere)) for row in mine)
    rows = tuple(
        row if other is None or same_but_for_clauses(row, other) else other
        for row, other in against
    )
    # A closed list says of what it leaves out that it is no ground.
    closed = {word for row in theirs for word in getattr(row, "none_of", ())}
    told = {word for row in mine for word in getattr(row, "any_of", ())}
    return (*theirs, *rows) if closed & told else rows


def same_but_for_clauses(one: object, other: object) -> bool:
    """Whether two values say the same, wherever it stands."""
    return _said(one) == _said(other)


def _said(value: object) -> object:
    if isinstance(value, Record):
        return type(value), {name: _said(part) for name, part in value if name not in CLAUSES}
    if isinstance(value, tuple):
        return tuple(_said(part) for part in value)
    return value


def _is_room(value: object) -> bool:
    """Whether it holds records and is none itself."""
    return isinstance(value, Record) and not isinstance(value, Cited)


def _silent(value: object) -> bool:
    return value is None or value == ()
