"""The door for data from outside, and the way back.

Pydantic's own errors print what they were given, and what they are given here may be a child's
PESEL. `load` therefore turns every fault into a path and a stable code, and keeps the input out of
the text, the attributes and the traceback; a key, too, is shown only where it is a word of ours. There
is one way in: a dict is read as the JSON it would make, so that both mean the same, and a text that
says a thing twice means nothing. `dump` writes what `load` reads.

    >>> from legitymacja_rules.facts import Pupil
    >>> load(Pupil, '{"first_names": "Anna", "last_name": "K", "born": "2014-03-05", "pet": "cat"}')
    Traceback (most recent call last):
        ...
    legitymacja_rules.errors.LoadError: not a valid Pupil: (extra): extra_forbidden
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from inspect import cleandoc
from itertools import islice
from typing import Any, TypeVar

import pydantic.dataclasses  # noqa: F401  (or its first use would read it from disk, in a call)
from pydantic import TypeAdapter, ValidationError
from pydantic.errors import PydanticInvalidForJsonSchema, PydanticSchemaGenerationError
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import (
    ErrorDetails,
    PydanticSerializationError,
    core_schema,
    from_json,
    to_json,
)

from ._base import MOST_FAULTS, Masked, an_instance
from ._expected import expected
from ._keys import EXTRA, each_once, foreign, repeated
from .errors import LoadError, WrongArgument

__all__ = ["dump", "load", "load_form", "replaced", "schema", "schemas"]

T = TypeVar("T")

UNKNOWN_FIELD = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
"""The codes of a field that nobody knows: of a record, and of an outcome."""


class _Schema(GenerateJsonSchema):
    """Writes defaults as `dump` does, for Pydantic's own way depends on what surrounds the call.

    Describes every type by its docstring, which Pydantic did at first for models only.
    """

    def encode_default(self, dft: object) -> object:
        return from_json(to_json(dft))

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> dict[str, Any]:
        said = cleandoc(schema["cls"].__doc__ or "")
        return {"description": said, **super().dataclass_schema(schema)}


def load(kind: type[T], data: str | bytes | Mapping[str, object]) -> T:
    """A thing of that kind, from JSON text or from a dict.

    Args:
        kind: the type to build: a fact, a document, a command, an event, a regulation, an outcome.
        data: JSON text or bytes, or what a JSON parser made of them.

    Raises:
        LoadError: with the path and a code for each place that does not fit.
    """
    thing: T = load_form(kind, getattr(kind, "__name__", "value"), data)
    return thing


def load_form(
    form: Any,  # noqa: ANN401  (a union is no class, and typing has no word for it yet)
    name: str,
    data: str | bytes | Mapping[str, object],
) -> Any:  # noqa: ANN401  (likewise)
    """The same for a union of types, under a name of its own.

    Raises:
        LoadError: with the path and a code for each place that does not fit.
    """
    try:
        made = _read(form, name, data)
    except (ValueError, RecursionError):
        # Not their own text: it would print what it was given.
        made = LoadError(name, (("", "not_json"),))
    if isinstance(made, LoadError):
        raise made
    return made


def dump(thing: object) -> str:
    """A thing as JSON text; PESELs and codes stand in it, so keep it as safe as they are.

    Raises:
        WrongArgument: if it is no such thing, or holds values of another type or half signs.
    """
    try:
        return _adapter(type(thing)).dump_json(thing, warnings="error").decode()
    except (PydanticSerializationError, PydanticSchemaGenerationError, ValueError):
        # Not the library's own text: it would print the value.
        pass
    raise WrongArgument("thing", "a fact, record or outcome as `load` would build it")


def schema(kind: type[object]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `load` takes for that kind.

    It says what JSON can say: fields, words, patterns, bounds. Sums of digits, periods that do not
    overlap and the like are seen by `load` alone.

    Raises:
        WrongArgument: if it is no kind of thing that is loaded.

    >>> from legitymacja_rules.regulation import Devices
    >>> schema(Devices)["properties"]["limit"]
    {'exclusiveMinimum': 0, 'minimum': 0, 'title': 'Limit', 'type': 'integer'}
    """
    try:
        told: dict[str, Any] = _adapter(kind).json_schema(schema_generator=_Schema)
    except (PydanticSchemaGenerationError, PydanticInvalidForJsonSchema, TypeError):
        pass  # not the library's own text: it would print what it was given
    else:
        return {"$schema": GenerateJsonSchema.schema_dialect, **told}
    raise WrongArgument("kind", "a type that `load` builds")


def schemas(kinds: Mapping[str, Any]) -> dict[str, Any]:
    """One JSON Schema of several kinds: each stands in its `$defs` under the name that is given here.

    Args:
        kinds: name → a type that is loaded, or a union of such.

    Raises:
        WrongArgument: if one is no kind of thing that is loaded.

    >>> from legitymacja_rules.facts import Pupil
    >>> told = schemas({"Child": Pupil, "Both": bool | None})
    >>> told["$defs"]["Child"], [*told["$defs"]]
    ({'$ref': '#/$defs/Pupil'}, ['Child', 'Both', 'Pupil'])
    """
    an_instance(kinds, Mapping, "kinds")  # type: ignore[type-abstract]  # only isinstance
    try:
        forms = [(name, "validation", _adapter(kind)) for name, kind in kinds.items()]
        told, whole = TypeAdapter.json_schemas(forms, schema_generator=_Schema)  # type: ignore[arg-type]  # one mode
    except (PydanticSchemaGenerationError, PydanticInvalidForJsonSchema, TypeError):
        pass  # not the library's own text: it would print what it was given
    else:
        named = {name: told[name, "validation"] for name in kinds}
        parts = {"$defs": {**named, **whole.get("$defs", {})}}
        return {"$schema": GenerateJsonSchema.schema_dialect, **parts}
    raise WrongArgument("kinds", "types that `load` builds")


def replaced(data: Mapping[str, Any], changes: Mapping[str, object]) -> dict[str, Any]:
    """The data with values replaced by dotted path; the original stays as it is.

    A step of a path is a field's name, or the place in a row, counted from 0.

    Raises:
        LoadError: if a path leads nowhere.

    >>> replaced({"codes": {"days": 30}, "rows": [1, 2]}, {"codes.days": 14, "rows.0": 3})
    {'codes': {'days': 14}, 'rows': [3, 2]}
    """
    an_instance(changes, Mapping, "changes")  # type: ignore[type-abstract]  # only isinstance
    whole: dict[str, Any] = _plain(data, "override", "")
    for path, value in changes.items():
        place: Any = whole
        *parents, last = str(path).split(".")
        for step in parents:
            place = place[key] if (key := _key(place, step)) is not None else None
        key = _key(place, last)
        if key is None:
            raise LoadError("override", ((str(path), "no_such_path"),))
        place[key] = _plain(value, "override", str(path))
    return whole


def _key(place: object, step: str) -> str | int | None:
    """The key by which a step leads on from a place; None if it does not."""
    if isinstance(place, dict):
        return step if step in place else None
    if isinstance(place, list):
        return next((at for at in range(len(place)) if str(at) == step), None)
    return None


def _read(form: Any, name: str, data: str | bytes | Mapping[str, object]) -> Any:  # noqa: ANN401  (a union is no class)
    """The thing, or the error that says why it is none."""
    text = data if isinstance(data, str | bytes) else to_json(data, fallback=_revealed)
    faults: list[ErrorDetails] = []
    thing: object = None
    try:
        thing = _adapter(form).validate_json(text)
    except ValidationError as refusal:
        faults = refusal.errors(include_input=False, include_url=False)[:MOST_FAULTS]
    if faults and faults[0]["type"] == "json_invalid":
        return LoadError(name, (("", "json_invalid"),))
    if not each_once(text):
        # Nobody knows which of two values is meant, so nothing is said of either.
        twice = islice(repeated(text, _fields(form)), MOST_FAULTS)
        return LoadError(name, tuple((path, "repeated_key") for path in twice))
    if not faults:
        return thing
    told = [*_told_once(faults)]
    theirs = foreign(text, _fields(form))
    places = tuple(_place(fault["loc"], fault["type"], theirs) for fault in told)
    return LoadError(name, places, tuple(_instead(form, fault) for fault in told))


# The cache asks for what can be hashed, which mypy does not know of a class or a union.
def _adapter(form: Any) -> TypeAdapter[Any]:  # noqa: ANN401  (a union is no class)
    return _cached_adapter(form)


@lru_cache(maxsize=256)
def _cached_adapter(form: Any) -> TypeAdapter[Any]:  # noqa: ANN401  (a union is no class)
    return TypeAdapter(form)


def _fields(form: Any) -> frozenset[str]:  # noqa: ANN401  (a union is no class)
    return _cached_fields(form)


@lru_cache(maxsize=256)
def _cached_fields(form: Any) -> frozenset[str]:  # noqa: ANN401  (a union is no class)
    """The names of all fields within a form."""
    whole = schema(form)
    parts = (whole, *whole.get("$defs", {}).values())
    return frozenset(name for part in parts for name in part.get("properties", ()))


def _plain(value: object, name: str, path: str) -> Any:  # noqa: ANN401  (whatever JSON holds)
    """A copy of a value as a JSON parser would give it."""
    try:
        return from_json(to_json(value, fallback=_revealed))
    except (PydanticSerializationError, ValueError):
        pass  # their text would print the value
    raise LoadError(name, ((path, "not_json"),))


def _revealed(value: object) -> object:
    if isinstance(value, Masked):
        return value.reveal()
    if isinstance(value, Mapping):
        return dict(value)
    raise ValueError("no JSON value")


def _told_once(faults: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The faults, but for rows that are only too short because one in them is faulty."""
    places = {fault["loc"] for fault in faults}
    holding = {place[:depth] for place in places for depth in range(len(place))}
    for fault in faults:
        if fault["type"] != "too_short" or fault["loc"] not in holding:
            yield fault


def _instead(form: object, fault: ErrorDetails) -> str:
    code = "extra_forbidden" if fault["type"] in UNKNOWN_FIELD else fault["type"]
    return expected(form, fault["loc"], code, fault.get("ctx"))


def _place(path: tuple[int | str, ...], code: str, theirs: set[str]) -> tuple[str, str]:
    """Path and code of a fault; of a key that is not ours only that there is one."""
    if code in UNKNOWN_FIELD:
        path, code = (*path[:-1], EXTRA), "extra_forbidden"
    return ".".join(EXTRA if step in theirs else _step(step) for step in path), code


def _step(step: int | str) -> str:
    """A step of a path; a type of several bears its own name behind those of what wraps it."""
    return str(step).rpartition(", ")[2].removesuffix("]")
