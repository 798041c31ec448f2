"""A case, and the few ways of making many out of one.

A case is a question of `calls` under an id. A room of this package states what is right, once, and what
is changed in it, as a name and values by dotted path; the rest is done here. Whatever the rules say to
it is asked for, never written down, so a case holds no answer of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ... import calls

__all__ = [
    "LEFT_OUT",
    "Case",
    "Json",
    "answered",
    "changed",
    "clauses_in",
    "each",
    "holds_clauses",
    "settled",
    "telling",
    "words",
]

Json = Any
"""Whatever JSON holds."""

LEFT_OUT = object()
"""In a change: that the field is left out."""


@dataclass(frozen=True, slots=True)
class Case:
    """One question.

    Attributes:
        id: a stable name, parts from the whole to the detail between slashes.
        call: what is asked.
        arguments: with what.
    """

    id: str
    call: str
    arguments: Mapping[str, Json] = field(default_factory=dict)

    def under(self, name: str) -> Case:
        """The same one level down."""
        return Case(f"{self.id}/{name}", self.call, self.arguments)


def answered(call: str, arguments: Mapping[str, Json]) -> Json:
    """What the rules say."""
    return calls.answer({"call": call, "arguments": arguments})


def changed(data: Mapping[str, Json], changes: Mapping[str, Json]) -> dict[str, Json]:
    """The data with values set by dotted path, or left out; the original stays as it is.

    >>> changed({"photo": {"width": 500}, "on": "2024-10-01"}, {"photo.width": 499, "on": LEFT_OUT})
    {'photo': {'width': 499}}
    """
    new = dict(data)
    for path, value in changes.items():
        key, _, rest = path.partition(".")
        if rest:
            new[key] = changed(new.get(key) or {}, {rest: value})
        elif value is LEFT_OUT:
            del new[key]
        else:
            new[key] = value
    return new


def each(base: Case, changes: Mapping[str, Mapping[str, Json]]) -> Iterator[Case]:
    """A case for each change, under the change's name."""
    for name, values in changes.items():
        yield Case(f"{base.id}/{name}", base.call, changed(base.arguments, values))


def telling(base: Case, changes: Mapping[str, Mapping[str, Json]]) -> Iterator[Case]:
    """The same, but for those that are answered as what they change."""
    as_it_was = answered(base.call, base.arguments)
    for case in each(base, changes):
        if answered(case.call, case.arguments) != as_it_was:
            yield case


def words(
    findings: Iterable[Json], on: str, *, holds: bool = True, role: str = "head"
) -> list[Json]:
    """Somebody's word on all that waits for a human."""
    said = {"role": role, "on": on} if holds else {"role": role, "on": on, "holds": False}
    waiting = dict.fromkeys(finding["code"] for finding in findings if "who" in finding)
    return [{"condition": code, **said} for code in waiting]


def settled(case: Case, on: str, *, no: bool = False) -> Iterator[Case]:
    """The case, and if it waits for nothing but a human, what becomes of it upon a yes, and upon a no.

    What humans said comes with a command, and where there is none, beside the other arguments.
    """
    yield case
    waiting = answered(case.call, case.arguments)["findings"]
    statuses = {finding["status"] for finding in waiting}
    if "breached" not in statuses and any("who" in finding for finding in waiting):
        for name in ("yes", "no") if no else ("yes",):
            said = words(waiting, on, holds=name == "yes")
            place = "command.attested" if "command" in case.arguments else "attested"
            yield from each(case, {name: {place: said}})


def clauses_in(answer: Json, field: str = "") -> Iterator[str]:
    """Every clause that an answer names, or that a field of one holds.

    >>> finding = {"code": "photo.width", "clause": "leczna:VI.2", "also": ["I-axes"]}
    >>> [*clauses_in({"outcome": "met", "findings": [finding]})]
    ['leczna:VI.2', 'I-axes']
    """
    match answer:
        case dict():
            for name, value in answer.items():
                yield from clauses_in(value, name)
        case list():
            for value in answer:
                yield from clauses_in(value, field)
        case str() if holds_clauses(field):
            yield answer
        case _:
            pass


def holds_clauses(field: str) -> bool:
    """Whether a field of an answer holds clauses, by its name.

    By its type it cannot be told: a `ClauseId` is a line of text like others, and in what the rules make,
    such as a finding, a clause is any text.
    """
    return field in {"also", "clauses", "waiver"} or field.endswith("clause")
