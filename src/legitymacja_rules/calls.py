"""Every question of the front desk as JSON, for a host in another language.

    answer({"call": "fees.fee", "arguments": {...}})

A call is the name of a function as a Python host writes it, its arguments are that function's own, its
answer is what it returns. Nothing is written here for any one of them: arguments are loaded by the
function's own types, with the path and the code of each fault, and the answer is dumped by them. So what
a question means stands in one place, and its help, too.

Where a text is asked for, a shipped one may be named by its slug, and what stands in it by its place, as
in ``leczna.mlegitymacja.photo``. In an answer what says no more than its default is left out; the words
that tell one kind from another (``event``, ``outcome``, ...) always stand. It loads back as it is.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache, partial, reduce
from operator import or_
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import (
    BaseModel,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    TypeAdapter,
    create_model,
)
from pydantic_core import PydanticCustomError

from . import (
    certificate,
    citations,
    compare,
    coupling,
    days_off,
    deadlines,
    devices,
    everywhere,
    fees,
    forms,
    holograms,
    interpretations,
    law,
    mlegitymacja,
    naming,
    office,
    payments,
    personalisation,
    pesel,
    photo_rules,
    planning,
    policy,
    registers,
    school_id,
    schools,
    variants,
)
from ._base import Count, Flag, Record
from ._day import Day
from .audit import audit
from .errors import LoadError
from .history import Document
from .loading import load, load_form, schemas
from .mlegitymacja.former import as_history
from .mlegitymacja.records import AnyRequest
from .regulation import Cited, Editions, PhotoRequirement, Regulation

__all__ = ["CALLS", "answer", "schema"]

CALLS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "audit.audit": audit,
        "certificate.available": certificate.available,
        "certificate.decide": certificate.decide,
        "certificate.issue": certificate.issue,
        "certificate.replay": certificate.replay,
        "certificate.state_on": certificate.state_on,
        "certificate.take_over": certificate.take_over,
        "citations.citation": citations.citation,
        "compare.differences": compare.differences,
        "coupling.follows": coupling.follows,
        "days_off.day_off": days_off.day_off,
        "days_off.is_day_off": days_off.is_day_off,
        "days_off.next_working_day": days_off.next_working_day,
        "days_off.working_days_after": days_off.working_days_after,
        "deadlines.due": deadlines.due,
        "devices.check": devices.check,
        "everywhere.photo": everywhere.photo,
        "fees.fee": fees.fee,
        "forms.back_of_photo": forms.back_of_photo,
        "forms.check": forms.check,
        "forms.check_subject": forms.check_subject,
        "holograms.affixings": holograms.affixings,
        "holograms.record": holograms.record,
        "interpretations.interpretation": interpretations.interpretation,
        "law.certainties": law.certainties,
        "law.regulation": law.regulation,
        "mlegitymacja.available": mlegitymacja.available,
        "mlegitymacja.decide": mlegitymacja.decide,
        "mlegitymacja.issue": mlegitymacja.issue,
        "mlegitymacja.replay": mlegitymacja.replay,
        "mlegitymacja.state_on": mlegitymacja.state_on,
        "mlegitymacja.take_over": mlegitymacja.take_over,
        "naming.extension": naming.extension,
        "naming.file_name": naming.file_name,
        "naming.fold": naming.fold,
        "naming.matches": naming.matches,
        "naming.stored_name": naming.stored_name,
        "naming.subject": naming.subject,
        "naming.subject_matches": naming.subject_matches,
        "office.duties": office.duties,
        "office.help_with": office.help_with,
        "office.security": office.security,
        "office.who": office.who,
        "payments.check": payments.check,
        "payments.instruction": payments.instruction,
        "personalisation.order": personalisation.order,
        "pesel.check": pesel.check,
        "pesel.is_valid": pesel.is_valid,
        "photo.check": photo_rules.check,
        "planning.plan": planning.plan,
        "policy.effective": policy.effective,
        "registers.entries": registers.entries,
        "registers.entry": registers.entry,
        "school_id.available": school_id.available,
        "school_id.check": school_id.check,
        "school_id.decide": school_id.decide,
        "school_id.issue": school_id.issue,
        "school_id.replay": school_id.replay,
        "school_id.state_on": school_id.state_on,
        "school_id.take_over": school_id.take_over,
        "schools.schema": schools.schema,
        "variants.get": variants.get,
        "variants.names": variants.names,
    }
)
"""Name → what is asked. Pictures are no JSON: what takes their bytes is asked where they are."""

TAGS = frozenset({"kind", "event", "movement", "outcome"})
"""The fields that tell one kind of thing from another."""


class _Question(Record):
    call: str
    arguments: dict[str, Any] = Field(default_factory=dict)


def answer(asked: str | bytes | Mapping[str, object]) -> Any:  # noqa: ANN401  (whatever JSON holds)
    """The answer to a question, as a JSON parser would give it.

    Args:
        asked: ``{"call": ..., "arguments": {...}}``, as JSON text or as what a parser made of it.

    Raises:
        LoadError: if there is no such call, or an argument does not fit; with path and code.
        RulesError: as the function itself raises it.

    >>> law_of_today = {"slug": "sp1", "school": "Szkoła Podstawowa nr 1"}
    >>> arguments = {"school": law_of_today, "procedure": "id_duplicate", "on": "2026-11-26"}
    >>> answer({"call": "fees.fee", "arguments": arguments})["amount"]
    '9.00'
    >>> answer({"call": "fees.fee", "arguments": {**arguments, "school": "nowhere"}})
    Traceback (most recent call last):
        ...
    legitymacja_rules.errors.LoadError: not a valid fees.fee: school: no_such_path
    """
    question = load(_Question, asked)
    if (name := question.call) not in CALLS:
        raise LoadError("question", (("call", "literal_error"),), (", ".join(CALLS),))
    given = load_form(_arguments(name), name, question.arguments)
    told = CALLS[name](**dict(given))
    form = _answers(name)
    # A mapping that is no dict is one all the same.
    dumped = partial(form.dump_python, told, mode="json", warnings=False, fallback=dict)
    return _lean(dumped(), dumped(exclude_defaults=True))


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of all questions, each with its answer.

    >>> sorted(schema()["$defs"]["fees.fee"]["properties"])
    ['answer', 'arguments', 'call']
    """
    both = {f"{name}:arguments": _arguments(name) for name in CALLS}
    parts = schemas({**both, **{f"{name}:answer": _returned(name) for name in CALLS}})["$defs"]
    questions = {
        name: {
            "type": "object",
            "properties": {
                "call": {"const": name},
                "arguments": {"$ref": f"#/$defs/{name}:arguments"},
                "answer": {"$ref": f"#/$defs/{name}:answer"},
            },
            "required": ["call", "arguments", "answer"],
        }
        for name in CALLS
    }
    by_name = [
        {
            "if": {"properties": {"call": {"const": name}}},
            "then": {"$ref": f"#/$defs/{name}"},
        }
        for name in CALLS
    ]
    named = {"properties": {"call": {"enum": [*CALLS]}}, "required": ["call"]}
    return {**named, "allOf": by_name, "$defs": {**parts, **questions}}


# --- what is given --------------------------------------------------------------------------------


@lru_cache(maxsize=len(CALLS))
def _arguments(name: str) -> type[Record]:
    """The arguments of a call as a record, each of the type that the function names."""
    function = CALLS[name]
    hints, given = get_type_hints(function), inspect.signature(function).parameters
    fields: dict[str, Any] = {
        each: (_in_json(hints[each]), ... if one.default is one.empty else one.default)
        for each, one in given.items()
    }
    return create_model(name, __base__=Record, **fields)


def _shipped(value: object) -> object:
    """What stands at a place in a shipped text, if a text names one; anything else as it is."""
    if not isinstance(value, str):
        return value
    slug, *steps = value.split(".")
    place: object = variants.get(slug) if slug in variants.names() else None
    for step in steps:
        known = isinstance(place, BaseModel) and step in type(place).model_fields
        place = getattr(place, step) if known else None
    if place is None:
        raise PydanticCustomError("no_such_path", "a shipped school, or a place in its text")
    return place


_Place = Annotated[str, Field(pattern=r"^[a-z0-9-]+([.][a-z_0-9]+)*$")]
"""A slug, or a place in the text of that school."""

Textual = Regulation | PhotoRequirement | Cited
"""A text, or what stands in one."""


def _by_place(form: Any) -> Any:  # noqa: ANN401  (a type made at run time)
    """What stands in a text, as it is or by its place."""
    return Annotated[form, BeforeValidator(_shipped, json_schema_input_type=form | _Place)]


def _kind_of_text(value: object) -> str:
    """Whether something is one text or the editions of one."""
    return "Editions" if isinstance(value, dict) and "editions" in value else "Regulation"


PLAIN: Mapping[object, Any] = MappingProxyType(
    {
        date: Day,
        bool: Flag,
        int: Count,
        mlegitymacja.Application | mlegitymacja.ExOfficio: AnyRequest,
        Regulation | Editions: Annotated[
            Annotated[_by_place(Regulation), Tag("Regulation")]
            | Annotated[Editions, Tag("Editions")],
            Discriminator(_kind_of_text),
        ],
    }
)
"""What stands in a function's types → how it comes as JSON."""

DOCUMENTS: Mapping[str, type[Document]] = MappingProxyType(
    {
        "id_number": mlegitymacja.Mlegitymacja,
        "school_name": certificate.Certificate,
        "number": school_id.SchoolId,
    }
)
"""What a document's making tells, and no other's that stands behind it → the document."""


def _in_json(form: Any) -> Any:  # noqa: ANN401  (a union is no class)
    """A type of an argument, as it comes as JSON."""
    origin, parts = get_origin(form), tuple(map(_in_json, get_args(form)))
    if origin is Literal or form in PLAIN:
        return PLAIN.get(form, form)
    if form is Document:
        return _told_apart(tuple(DOCUMENTS.values()))
    if origin is Iterable:
        return tuple[parts[0], ...]  # type: ignore[valid-type]  # a type made at run time
    if origin in {Union, UnionType}:
        return _told_apart(parts)
    if isinstance(form, type) and issubclass(form, Textual):
        return _by_place(form)
    return form


def _told_apart(parts: tuple[Any, ...]) -> Any:  # noqa: ANN401  (a union is no class)
    """A union, told apart by the field that tells its kinds, or by what makes a document."""
    if not all(isinstance(part, type) and issubclass(part, Record) for part in parts):
        return reduce(or_, parts)
    if all(issubclass(part, Document) for part in parts):
        named = [Annotated[part, Tag(part.__name__)] for part in parts]
        return Annotated[reduce(or_, named), Discriminator(_kind_of_document)]
    tags = (tag for tag in sorted(TAGS) if all(tag in part.model_fields for part in parts))
    tag = next(tags, None)
    return Annotated[reduce(or_, parts), Field(discriminator=tag)] if tag else reduce(or_, parts)


def _kind_of_document(value: object) -> str | None:
    """The name of the document that something looks like; None if it looks like none."""
    told = as_history(value)
    history = told.get("history") if isinstance(told, dict) else None
    making = history[0] if isinstance(history, list) and history else None
    fields = making if isinstance(making, dict) else {}
    return next((kind.__name__ for field, kind in DOCUMENTS.items() if field in fields), None)


# --- what is answered -----------------------------------------------------------------------------


@lru_cache(maxsize=len(CALLS))
def _answers(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_returned(name))


def _returned(name: str) -> Any:  # noqa: ANN401  (a union is no class)
    return get_type_hints(CALLS[name])["return"]


def _lean(whole: Any, bare: Any) -> Any:  # noqa: ANN401  (whatever JSON holds)
    """The whole without what the bare one leaves out, but with what tells the kinds apart."""
    if isinstance(whole, dict):
        kept = (key for key in whole if key in bare or key in TAGS)
        return {key: _lean(whole[key], bare.get(key, whole[key])) for key in kept}
    if isinstance(whole, list):
        return [_lean(one, other) for one, other in zip(whole, bare, strict=True)]
    return whole
