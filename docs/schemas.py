"""Draws the JSON Schemas of all public data, one file for each public room, and the page that lists them.

A file stands alone: `$defs` holds the room's types under the names that the room lists, and whatever they
are made of. Its root is the type that the room is named after (`mlegitymacja`: `Mlegitymacja`), or else
any of its types.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import public
from legitymacja_rules import __version__, loading

FOLDER = Path(__file__).resolve().parent / "schema"

FORM = 1
"""The version in each `$id`; it rises when a text that was valid is not any more."""

NAMESPACE = f"urn:legitymacja-rules:schema:{FORM}"

LONG = (
    (re.compile(r"legitymacja_rules__(\w+?)__records__"), r"\1."),
    (re.compile(r"Accepted_\w+"), "Accepted"),
)
"""Names that are made where two types of a file bear the same one, or where one is made of others."""

TO = "#/$defs/"


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each public room that has data, by the room's name."""
    told = {name: public.types_of(room) for name, room in public.rooms().items()}
    return {name: _schema(name, types) for name, types in told.items() if types}


def pages(heading: str) -> dict[Path, str]:
    """Each file's path and what ought to stand there; `heading` begins the page."""
    drawn = schemas()
    files = {FOLDER / f"{name}.schema.json": written(whole) for name, whole in drawn.items()}
    return {FOLDER.parent / "schemas.md": heading + _page(drawn), **files}


def written(schema: object) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _schema(room: str, types: dict[str, Any]) -> dict[str, Any]:
    whole = loading.schemas(types)
    parts = _with_tags(whole["$defs"], types)
    namesake = next((name for name in types if name.lower() == room.replace("_", "")), None)
    root = _to(namesake) if namesake else {"anyOf": [_to(name) for name in types]}
    return {
        "$schema": whole["$schema"],
        "$id": f"{NAMESPACE}:{room}",
        "$comment": f"legitymacja_rules {__version__}",
        **root,
        "$defs": _in_short(dict(sorted(parts.items()))),
    }


def _to(name: str) -> dict[str, str]:
    return {"$ref": TO + name}


def _with_tags(parts: dict[str, Any], listed: Iterable[str]) -> dict[str, Any]:
    """The same, but that the members of a union have to say which of them they are, as for `load`."""
    unions = [parts[name].get("anyOf", ()) for name in listed]
    members = {one["$ref"].removeprefix(TO) for union in unions for one in union if "$ref" in one}
    return {name: _tagged(part) if name in members else part for name, part in parts.items()}


def _tagged(part: dict[str, Any]) -> dict[str, Any]:
    tags = [name for name, field in part["properties"].items() if "const" in field]
    return {**part, "required": [*tags, *part.get("required", ())]}


def _in_short(parts: dict[str, Any]) -> dict[str, Any]:
    text = json.dumps(parts)
    for long, short in LONG:
        text = long.sub(short, text)
    told: dict[str, Any] = json.loads(text)
    return told


def _page(drawn: dict[str, dict[str, Any]]) -> str:
    intro = (
        "# JSON Schemas\n\n"
        "What `loading.load` takes and `loading.dump` writes, and what `explain_json` says, for hosts in "
        "any language. One file for each public room that lists types, complete in itself, in draft 2020-12. The types "
        f"that a room lists stand in its `$defs` under their own names: `{NAMESPACE}:mlegitymacja"
        f"{TO}Command` is any command on an mLegitymacja. The root of a file is the type in bold, or else "
        "any of those listed. [Vectors](vectors.md) have [a schema](schema/vectors.schema.json) of their own.\n\n"
        "A schema says less than `load`: sums of digits, periods that overlap and lives that could not "
        "have been are seen by `load` alone. In one place it says more: an mLegitymacja as 0.1.0 stored it, in "
        "fields and not as its history, is taken by `load` and by every call, and by no schema. What may change "
        "in them: [stability](stability.md).\n\n"
        "| file | types |\n|---|---|\n"
    )
    return intro + "".join(_line(name, whole) for name, whole in drawn.items())


def _line(room: str, whole: dict[str, Any]) -> str:
    root = whole.get("$ref", "").removeprefix(TO)
    listed = public.types_of(public.rooms()[room])
    told = ", ".join(f"**`{name}`**" if name == root else f"`{name}`" for name in listed)
    return f"| [{room}](schema/{room}.schema.json) | {told} |\n"
