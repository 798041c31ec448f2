"""What a version promises, as it says itself: codes, clause ids, closed words, names, fields, parameters.

Of 0.1.0 to 0.4.0, which did not say yet which rooms are public, they are those that are since, as far as
they were there.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from inspect import isfunction, signature
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args, get_origin

import legitymacja_rules
import public
from legitymacja_rules import messages, variants
from legitymacja_rules.calls import CALLS
from legitymacja_rules.citations import ACTS
from legitymacja_rules.loading import dump

SOURCES = (*variants.names(), "act", "notice", "invariant")
CLAUSE = re.compile(rf"(?:(?:{'|'.join(SOURCES)}):[^\s\"{{}}]+|I-[a-z0-9][a-z0-9-]*)")

VECTORS = Path(public.__file__).parent / "vectors"


def promised() -> dict[str, Any]:
    """All words that may not go away, each list sorted."""
    rooms = public.rooms()
    documents = {name: room for name, room in rooms.items() if hasattr(room, "Event")}
    return {
        "findings": sorted(messages.CONDITIONS),
        "notes": sorted(messages.NOTES),
        "faults": sorted(getattr(messages, "REMEDIES", ())),
        "clauses": sorted({*_clauses()}),
        "commands": {name: sorted(room.KINDS) for name, room in documents.items()},
        "calls": sorted(CALLS),
        "events": {name: sorted(_events(room)) for name, room in documents.items()},
        "names": {name: sorted(room.__all__) for name, room in rooms.items()},
        "words": {key: value for name, room in rooms.items() for key, value in _words(name, room)},
        "fields": {
            key: value for name, room in rooms.items() for key, value in _fields(name, room)
        },
        "parameters": {
            key: value for name, room in rooms.items() for key, value in _parameters(name, room)
        },
    }


def _clauses() -> Iterator[str]:
    """The ids that stand whole in the code, in the data of the five schools, and in the vectors.

    Others are put together in the code: of an act and its unit, where a text rests on them.
    """
    yield from (f"act:{act}" for act in ACTS)
    for path in Path(legitymacja_rules.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and CLAUSE.fullmatch(said := str(node.value)):
                yield said
    for name in variants.names():
        yield from re.findall(rf'"({name}:[^"]+)"', dump(variants.get(name)))
        for row in variants.get(name).bases:
            yield from (f"act:{row.act}:{unit}".rstrip(":") for unit in ("", *row.units))
    for path in VECTORS.glob("*.json"):
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
            yield from filter(CLAUSE.fullmatch, case["clauses"])


def _events(room: Any) -> Iterator[str]:
    """The names of a document's events."""
    return (event.model_fields["event"].default for event in get_args(room.Event))


def _words(name: str, room: ModuleType) -> Iterator[tuple[str, list[str]]]:
    """The closed lists of a room."""
    for listed, thing in public.types_of(room).items():
        if isinstance(thing, type) and issubclass(thing, Enum):
            yield f"{name}.{listed}", sorted(str(word) for word in thing)
        elif get_origin(thing) is Literal:
            yield f"{name}.{listed}", sorted(map(str, get_args(thing)))


def _fields(name: str, room: ModuleType) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The fields of each type of a room: those that have to be there, and those that may."""
    for listed, kind in public.types_of(room).items():
        if found := dict(_needed(kind)):
            yield f"{name}.{listed}", _sorted(found)


def _parameters(name: str, room: ModuleType) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """What each function of a room is given: what it has to be, what it may be, and what without a name."""
    for listed in room.__all__:
        if isfunction(function := getattr(room, listed)):
            given = signature(function).parameters
            needed = {one: told.default is told.empty for one, told in given.items()}
            nameless = [one for one, told in given.items() if told.kind is not told.KEYWORD_ONLY]
            yield f"{name}.{listed}", {**_sorted(needed), "in order": nameless}


def _sorted(needed: Mapping[str, bool]) -> dict[str, list[str]]:
    """Names with whether they have to be there, as two lists."""
    return {
        "required": sorted(one for one, has_to in needed.items() if has_to),
        "optional": sorted(one for one, has_to in needed.items() if not has_to),
    }


def _needed(kind: Any) -> Iterator[tuple[str, bool]]:
    if hasattr(kind, "model_fields"):
        yield from ((field, told.is_required()) for field, told in kind.model_fields.items())
    elif is_dataclass(kind):
        for field in fields(kind):
            yield field.name, field.default is MISSING and field.default_factory is MISSING
