"""What the JSON Schemas of a version take, without the words for readers; and where a later one takes less.

Two schemas are walked side by side, keyword by keyword. A later one takes less where a bound is closer, a
word is gone, a field is gone or has to be there. A keyword that is not known here has to stay as it was: so
what is no break may be told as one, and then asks for a line here, but none is missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from types import MappingProxyType
from typing import Any

import schemas

FOR_READERS = {"title", "description", "default", "discriminator", "$schema", "$comment"}
"""Keywords that say nothing of what is valid."""

NAMED = {"properties", "$defs"}
"""Keywords under which stand names of ours."""

INSIDE = {"properties", "additionalProperties", "items", "prefixItems"}
"""Keywords under which stand further schemas."""

WORDS = {"const", "enum"}
"""Keywords under which stand closed words."""

ANYTHING: Mapping[str, Any] = MappingProxyType({})
NOTHING: Mapping[str, Any] = MappingProxyType({"not": {}})


def taken() -> dict[str, Any]:
    """Each room's schema, bare."""
    return {room: _bare(whole) for room, whole in schemas.schemas().items()}


def _bare(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_bare(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: _bare(one) for name, one in value.items()} if key in NAMED else _bare(value)
        for key, value in schema.items()
        if key not in FOR_READERS
    }


def tightened(
    before: Mapping[str, Any], now: Mapping[str, Any], listed: Mapping[str, list[str]]
) -> Iterator[str]:
    """Where a later version takes less than an earlier one, as far as its files bear the same names.

    Args:
        before: room → its schema, bare.
        now: the same of the later one.
        listed: room → what it listed then.
    """
    for room, whole in before.items():
        later = now.get(room, {"$id": whole["$id"], "$defs": {}, **NOTHING})
        if later["$id"] != whole["$id"]:
            continue
        pair = _Pair(whole["$defs"], later["$defs"])
        roots = [{key: one[key] for key in one.keys() - {"$id", "$defs"}} for one in (whole, later)]
        yield from (f"{room}{line}" for line in pair.tighter(*roots))
        for name in (name for name in listed[room] if name in whole["$defs"]):
            part = {"$ref": schemas.TO + name}
            yield from (f"{room}.{name}{line}" for line in pair.tighter(part, part))


Schema = Mapping[str, Any]


@dataclass
class _Pair:
    """The parts of two files, and what was found of each two that were compared."""

    before: Mapping[str, Schema]
    now: Mapping[str, Schema]
    found: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def tighter(self, old: Schema, new: Schema) -> list[str]:
        """Each place, seen from here, at which the new one takes less than the old one."""
        if new == ANYTHING:
            return []
        pair = (str(old), str(new))
        if pair not in self.found:
            # What holds itself is as wide as the rest of it.
            self.found[pair] = []
            parts = (_at(old, self.before), _at(new, self.now))
            self.found[pair] = [*self._of_kinds(*parts)]
        return self.found[pair]

    def _of_kinds(self, old: Schema, new: Schema) -> Iterator[str]:
        """The same where one of the two is of several kinds: each old one has to be taken by a new one."""
        olds, news = _kinds(old), _kinds(new)
        if (olds, news) == ([old], [new]):
            yield from self._of_one(old, new)
        else:
            for one in olds:
                yield from min((self.tighter(one, other) for other in news), key=len)

    def _of_one(self, old: Schema, new: Schema) -> Iterator[str]:
        if NOTHING in (old, new):
            yield from () if old == NOTHING else (" is gone",)
            return
        for key in sorted(new.keys() - INSIDE - WORDS):
            if not JUDGES.get(key, _same)(old.get(key), new[key]):
                yield f" {key}"
        if WORDS & new.keys() and not (WORDS & old.keys() and _words(old) <= _words(new)):
            yield " words"
        for place, one, other in _inside(old, new):
            yield from (place + line for line in self.tighter(one, other))


def _at(schema: Schema, parts: Mapping[str, Schema]) -> Schema:
    """A schema itself, where only its place is told."""
    while "$ref" in schema:
        schema = parts.get(schema["$ref"].removeprefix(schemas.TO), NOTHING)
    return schema


def _kinds(schema: Schema) -> list[Schema]:
    """The kinds of which a thing may be one."""
    several = [*schema.values()] if schema.keys() in ({"anyOf"}, {"oneOf"}) else [[schema]]
    kinds: list[Schema] = several[0]
    return kinds


def _words(schema: Schema) -> set[Any]:
    return {*schema.get("enum", ()), *([schema["const"]] if "const" in schema else ())}


def _inside(old: Schema, new: Schema) -> Iterator[tuple[str, Schema, Schema]]:
    """Each part of two schemas: fields by their names, those without one, and rows."""
    (names, more), (others, others_more) = (
        (one.get("properties", {}), _further(one, "additionalProperties")) for one in (old, new)
    )
    for name in names | others:
        yield f".{name}", names.get(name, more), others.get(name, others_more)
    yield ".*", more, others_more
    yield "[]", _further(old, "items"), _further(new, "items")
    rows = (one.get("prefixItems", ()) for one in (old, new))
    for at, (one, other) in enumerate(zip_longest(*rows, fillvalue=ANYTHING)):
        yield f"[{at}]", one, other


def _further(schema: Schema, key: str) -> Schema:
    """What is asked of what is not named."""
    said: Any = schema.get(key, True)
    return {True: ANYTHING, False: NOTHING}[said] if isinstance(said, bool) else said


def _same(old: Any, new: Any) -> bool:
    return bool(old == new)


def _no_more(old: Any, new: Any) -> bool:
    return old is not None and bool(new <= old)


def _no_less(old: Any, new: Any) -> bool:
    return old is not None and bool(new >= old)


JUDGES: Mapping[str, Callable[[Any, Any], bool]] = {
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems"), _no_more),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems"), _no_less),
    "required": lambda old, new: {*new} <= {*(old or ())},
    "type": lambda old, new: old == new or (old, new) == ("integer", "number"),
}
"""Keyword → whether what it says now takes all that it took; None where it said nothing."""
