"""Why nothing more can happen, whichever document it is: finders behind the rows that refuse.

Each takes the document, the day and what the school says, and names what stands in the way. What
only one kind of document can be stands with it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

from .acts import Replaced
from .findings import Finding, breached
from .handover import handed_over_once
from .history import Document
from .lifecycle import day_order
from .regulation import DuplicateRules

__all__ = [
    "Reasons",
    "annulled",
    "found",
    "handed_over",
    "in_use",
    "not_handed_over",
    "not_yet",
    "replaced",
    "returned",
    "since",
]

Reasons = tuple[Finding, ...]
"""What a refusing row gives."""

REPLACING = frozenset({"replaced", "exchanged"})
RETURNING = frozenset({"returned", "exchanged"})
"""What is exchanged comes back with the application."""


def not_yet(document: Document, on: date, _rules: object) -> Reasons:
    """Before its issue."""
    return (day_order(on, document.issued.on),)


def not_handed_over(_document: Document, _on: date, _rules: object) -> Reasons:
    """Nobody has collected it yet."""
    return (breached("document.handed_over", "invariant:one-handover"),)


def handed_over(document: Document, _on: date, _rules: object) -> Reasons:
    """It was handed over already."""
    return handed_over_once(document)


def in_use(_document: Document, _on: date, _rules: object) -> Reasons:
    """Its holder has it and uses it."""
    return (breached("document.in_use", "invariant:one-life"),)


def replaced(document: Document, _on: date, _rules: object) -> Reasons:
    """Another one has taken its place, even where no text says what that means for it."""
    (reason,) = since("document.replaced", document, REPLACING)
    act = document.last(Replaced)
    return (reason.noting("original_unsettled") if act and not act.void else reason,)


def found(document: Document, on: date, rules: DuplicateRules) -> Reasons:
    """It was found again after another one took its place; it is given back where a text says so."""
    if rule := rules.found_returned:
        return since("original.returned", document, {"found"}, rule.clause)
    return replaced(document, on, rules)


def returned(document: Document, _on: date, _rules: object) -> Reasons:
    """The school has it back."""
    return since("document.returned", document, RETURNING, "invariant:one-life")


def annulled(_document: Document, _on: date, _rules: object) -> Reasons:
    """Its issue was taken back: there is no such document."""
    return (breached("document.annulled", "invariant:history-kept"),)


def since(
    code: str, document: Document, events: AbstractSet[str], clause: str | None = None
) -> Reasons:
    """A refusal with the day of the event behind it, and the event's own clause if it bears one."""
    act = next(act for act in reversed(document.acts()) if act.event in events)
    own = clause or getattr(act, "clause", "invariant:one-life")
    return (breached(code, own, act.on.isoformat()),)
