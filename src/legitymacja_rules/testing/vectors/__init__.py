"""Language-neutral vectors: questions of `calls` and what the rules answer, as JSON.

Facts, not images: a regulation and a day, and the full outcome with its clauses. The cases are enumerated,
never drawn, and hold no answer of their own: whatever the rules say is asked anew each time. Written to
files they promise, and a test fails when the code says otherwise.

    files()    the name of each file and its text
    schema()   the JSON Schema of such a file

A topic is a file: a head with the version, and one case on each line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ... import __version__, calls
from . import certificates, days, following, ids, money, office, papers, phones, photos, texts
from .asking import Case, Json, answered, clauses_in

__all__ = ["TOPICS", "VERSION", "files", "schema", "told"]

VERSION = 1
"""Of the shape of the files; a field that is added leaves it as it is."""

TOPICS: Mapping[str, Callable[[], Iterator[Case]]] = MappingProxyType(
    {
        "certificates": certificates.cases,
        "days": days.cases,
        "following": following.cases,
        "ids": ids.cases,
        "money": money.cases,
        "office": office.cases,
        "papers": papers.cases,
        "phones": phones.cases,
        "photos": photos.cases,
        "texts": texts.cases,
    }
)
"""Topic → its cases."""


def files() -> dict[str, str]:
    """The name of each file and its text, byte for byte the same for the same rules."""
    return {f"{topic}.json": _file(topic, cases()) for topic, cases in TOPICS.items()}


def told(case: Case) -> dict[str, Json]:
    """A case as it is written: with its answer, the row of a table that it asks, and all clauses."""
    answer = answered(case.call, case.arguments)
    return {
        "id": case.id,
        "call": case.call,
        "arguments": case.arguments,
        "answer": answer,
        **_row(case),
        "clauses": sorted(set(clauses_in(answer))),
    }


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file: each call with its own arguments and answers.

    >>> schema()["properties"]["version"]
    {'const': 1}
    """
    questions = calls.schema()
    names = {"type": "array", "items": {"type": "string"}, "uniqueItems": True}
    case = {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": r"^\S+$"},
            "call": questions["properties"]["call"],
            **dict.fromkeys(("arguments", "answer"), True),
            "row": {"type": "string", "pattern": "^[a-z_]+:[a-z_]+:[a-z_]+$"},
            "clauses": names,
        },
        "required": ["id", "call", "arguments", "answer", "clauses"],
        "additionalProperties": False,
        "allOf": questions["allOf"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:legitymacja-rules:schema:{VERSION}:vectors",
        "title": "Vectors of one topic",
        "type": "object",
        "properties": {
            "version": {"const": VERSION},
            "library": {"type": "string"},
            "topic": {"enum": [*TOPICS]},
            "cases": {"type": "array", "items": case},
        },
        "required": ["version", "library", "topic", "cases"],
        "additionalProperties": False,
        "$defs": questions["$defs"],
    }


def _file(topic: str, cases: Iterable[Case]) -> str:
    head = {"version": VERSION, "library": __version__, "topic": topic}
    lines = ",\n".join(_line(told(case)) for case in cases)
    return f'{_line(head)[:-1]},"cases":[\n{lines}\n]}}\n'


def _line(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _row(case: Case) -> dict[str, str]:
    """The row of a document's table that a command asks: desk, state on its day, kind."""
    desk, _, verb = case.call.partition(".")
    if verb != "decide":
        return {}
    command, document = case.arguments["command"], case.arguments["document"]
    state = answered(f"{desk}.state_on", {"document": document, "day": command["on"]})
    return {"row": f"{desk}:{state}:{command['kind']}"}
