"""Every text a reader sees, Polish and English side by side.

A condition has one statement that is true whatever its status is; the mark in front of it says
whether it is met. `limit` frames what was demanded, `hint` says what helps when it is not met. Labels
translate the closed words (items, steps, grounds, roles); notes say what stands beside a verdict.
The unit of measured values and limits belongs to the condition. Each room holds the texts of one
matter; here they are one table, in which no word stands twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from . import (
    answers,
    applications,
    audits,
    certificates,
    documents,
    forms,
    holograms,
    ids,
    mlegitymacja,
    money,
    office,
    people,
    photos,
    registers,
    time,
)
from ._text import Condition, Language, Remedy, Text, Unit
from .changes import AXES, EVERYWHERE, STEPS
from .comparison import FIELDS, SILENT, TITLES, VALUES
from .faults import REMEDIES, UNKNOWN, WHOLE

__all__ = [
    "AXES",
    "CONDITIONS",
    "EVERYWHERE",
    "FIELDS",
    "FRAME",
    "LABELS",
    "NOTES",
    "REMEDIES",
    "SILENT",
    "STEPS",
    "TITLES",
    "UNKNOWN",
    "VALUES",
    "WHOLE",
    "Condition",
    "Language",
    "Remedy",
    "Text",
    "Unit",
]

T = TypeVar("T")


def _joined(*rooms: Mapping[str, T]) -> Mapping[str, T]:
    whole = {word: text for room in rooms for word, text in room.items()}
    if len(whole) != sum(map(len, rooms)):
        raise ValueError("a word stands in two rooms of the messages")
    return MappingProxyType(whole)


_ROOMS = (
    answers,
    people,
    applications,
    forms,
    photos,
    ids,
    documents,
    certificates,
    mlegitymacja,
    money,
    office,
    holograms,
    registers,
    time,
    audits,
)

CONDITIONS: Mapping[str, Condition] = _joined(*(room.CONDITIONS for room in _ROOMS))
"""Finding code → its texts."""

NOTES: Mapping[str, Text] = _joined(*(room.NOTES for room in _ROOMS))
"""Note → its text."""

LABELS: Mapping[str, Text] = _joined(*(room.LABELS for room in _ROOMS))
"""Closed word → how a reader sees it."""

FRAME: Mapping[str, Text] = MappingProxyType(
    {
        "earliest": Text("najwcześniej {day}", "{day} at the earliest"),
        "attested": Text("poświadczono: {role}, {day}", "attested: {role}, {day}"),
        "denied": Text("stwierdzono, że nie: {role}, {day}", "denied: {role}, {day}"),
        "attest": Text("do poświadczenia: {role}", "to be attested: {role}"),
        "decide": Text("do rozstrzygnięcia: {role}", "to be decided: {role}"),
        "conflict": Text(
            "inaczej: {statement} [{places}]: {status}",
            "otherwise: {statement} [{places}]: {status}",
        ),
    }
)
"""The frames of the lines under a statement."""
