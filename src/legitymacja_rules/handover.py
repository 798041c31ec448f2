"""Whether a document may be handed over, whichever document it is.

It is handed over once. Where a text names the ways by which it may reach its receiver, the way is
judged with its own conditions: hours and weekdays, a notice before, an authority, an identity card.
"""

from __future__ import annotations

from .acts import HandedOver
from .findings import Finding, breached, met
from .history import Document

__all__ = ["handed_over_once"]


def handed_over_once(document: Document) -> tuple[Finding, ...]:
    """That it has not been handed over before."""
    before = document.last(HandedOver)
    judge = breached if before else met
    day = before.on.isoformat() if before else None
    return (judge("handover.once", "invariant:one-handover", day),)
