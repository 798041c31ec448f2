"""One school's text made from another's.

Schools copy each other. What is copied is the substance: numbers, grounds, items, deadlines. What is
not is whose text it is, so every clause is cited anew as a unit of the new one, and what belongs to
the other school alone (its accounts, its mailboxes) is left out unless the author says another.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from .._base import Record, an_instance
from ..errors import LoadError
from ..loading import replaced
from .clauses import cited, in_place_of, is_clause_of

__all__ = ["Renaming", "citing_its_own", "derived"]

R = TypeVar("R", bound=Record)

OWN = frozenset({"address", "payment"})
"""The fields that hold where to write and where to pay."""

Renaming = Mapping[str, str] | Callable[[str], str]
"""Clause of the one text → clause of the other; what a mapping does not name keeps its unit."""


def derived(
    parent: Mapping[str, Any],
    heading: Mapping[str, Any],
    changes: Mapping[str, object],
    clauses: Renaming,
) -> dict[str, Any]:
    """The data of a text that is made from another's.

    Args:
        parent: the data of the text it is made from.
        heading: slug, school, text and period of the new one.
        changes: values by dotted path.
        clauses: how clauses are cited anew.

    Raises:
        LoadError: if a path leads nowhere, or a clause is renamed to none of the new one.
        WrongArgument: if changes or clauses are no mapping.
    """
    an_instance(changes, Mapping, "changes")  # type: ignore[type-abstract]  # only isinstance
    told = tuple(path for path in changes if str(path).partition(".")[0] in heading)
    if told:
        raise LoadError("override", tuple((str(path), "foreign_heading") for path in told))
    if not callable(clauses):
        an_instance(clauses, Mapping, "clauses")  # type: ignore[type-abstract]  # only isinstance
    old, new = parent["slug"], heading["slug"]
    renamed = _renamed(clauses, old, new)

    def rename(text: str) -> str:
        if is_clause_of(text, old):
            return renamed(text)
        return heading["school"] if text == parent["school"] else text

    whole = {**in_place_of(dict(parent), rename), **heading}
    for rules in whole.values():
        if isinstance(rules, dict) and isinstance(rules.get("in_force"), dict):
            rules["in_force"] = _within(rules["in_force"], whole["in_force"])
    made = replaced(whole, changes)
    _leave_out(made, tuple(changes), ())
    return made


def citing_its_own(made: R, old: str, new: str) -> R:
    """The text that was made, if it cites no clause of the one it was made from.

    Raises:
        LoadError: with the path of each such clause.
    """
    foreign = cited(made, old) if old != new else ()
    if faults := tuple((".".join(map(str, place)), "foreign_clause") for place, _ in foreign):
        raise LoadError("derivation", faults)
    return made


def _renamed(clauses: Renaming, old: str, new: str) -> Callable[[str], str]:
    def renamed(clause: str) -> str:
        plain = f"{new}:{clause.removeprefix(f'{old}:')}"
        other: object = clauses(clause) if callable(clauses) else clauses.get(clause, plain)
        if not isinstance(other, str) or not is_clause_of(other, new):
            raise LoadError("derivation", (("clauses", "foreign_clause"),))
        return other

    return renamed


def _within(own: dict[str, Any], whole: Mapping[str, Any]) -> dict[str, Any]:
    """A part's own period, as far as it lies within that of the new text."""
    ends = [day for day in (own["until"], whole["until"]) if day]
    since = max((day for day in (own["since"], whole["since"]) if day), default=None)
    announced = whole["announced"]
    return {**own, "since": since, "until": min(ends, default=None), "announced": announced}


def _leave_out(data: object, changed: tuple[str, ...], place: tuple[str, ...]) -> None:
    """Take out the accounts and addresses that no change has named."""
    rows = enumerate(data) if isinstance(data, list) else ()
    for name, value in data.items() if isinstance(data, dict) else rows:
        here = (*place, str(name))
        own = (*here, "account") if name == "payment" else here
        if name in OWN and isinstance(data, dict) and not _named(changed, own):
            data[name] = None
        else:
            _leave_out(value, changed, here)


def _named(changed: tuple[str, ...], place: tuple[str, ...]) -> bool:
    """Whether a change names a place, or what it lies in."""
    path = ".".join(place)
    return any(path == one or path.startswith(f"{one}.") for one in changed)
