"""A school's own list of clauses, and where its data cite them.

A text of data is a clause of a school if it begins with the school's slug and a colon; whoever adds a
record with a new field of clauses has nothing to do here.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Literal

from .._base import Misfit, Record, part
from .._text import ClauseId, Line

__all__ = ["Clause", "cited", "in_place_of", "is_clause_of", "misfits_of"]


class Clause(Record):
    """A clause of a school's text.

    Attributes:
        id: as the data cite it, such as ``sp1:§3.2``.
        says: what it says, in the author's own words.
        kind: what it is: a ``rule`` to be carried out, ``human`` for what only a human can look at,
            ``information`` that decides nothing.
    """

    id: ClauseId
    says: Annotated[str, Line(2000)]
    kind: Literal["rule", "human", "information"] = "rule"


def is_clause_of(text: str, slug: str) -> bool:
    """Whether a text is a clause id of a school; one with a blank behind the colon is prose.

    >>> is_clause_of("sp1:§3.2", "sp1"), is_clause_of("sp1: a school", "sp1")
    (True, False)
    """
    head, colon, unit = text.partition(":")
    return head == slug and bool(colon) and unit == unit.strip() != ""


def cited(
    thing: object, slug: str, place: tuple[int | str, ...] = ()
) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Every place in data at which a clause of that school is cited, with the clause."""
    if isinstance(thing, str):
        if is_clause_of(thing, slug):
            yield place, thing
    elif isinstance(thing, Record | Mapping):
        for name, value in dict(thing).items():
            yield from cited(value, slug, (*place, name))
    elif isinstance(thing, tuple | list):
        for at, value in enumerate(thing):
            yield from cited(value, slug, (*place, at))


def misfits_of(said: Mapping[str, object]) -> Iterator[Misfit]:
    """What does not fit between a text's list of clauses and the data that cite them.

    Without a list nothing can be unknown.
    """
    slug, rows = said.get("slug"), said.get("clauses")
    if not isinstance(slug, str) or not isinstance(rows, tuple | list):
        return
    seen: set[str] = set()
    for at, row in enumerate(rows):
        known = part(row, "id")
        if not isinstance(known, str):
            continue  # which is a fault by itself
        if not is_clause_of(known, slug):
            yield Misfit("foreign_clause", ("clauses", at, "id"))
        elif known in seen:
            yield Misfit("repeated_clause", ("clauses", at, "id"))
        seen.add(known)
    for place, text in cited(said, slug) if rows else ():
        if text not in seen:
            yield Misfit("unknown_clause", place)


def in_place_of(data: Any, rename: Callable[[str], str]) -> Any:  # noqa: ANN401  (whatever JSON holds)
    """The same JSON values with every text renamed, however deep."""
    if isinstance(data, str):
        return rename(data)
    if isinstance(data, dict):
        return {name: in_place_of(value, rename) for name, value in data.items()}
    if isinstance(data, list):
        return [in_place_of(value, rename) for value in data]
    return data
