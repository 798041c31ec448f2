"""A value that changes with the day.

A timeline is a row of spans from its first day on, each with a value and its source or with an
explicit *nothing known*. Spans follow each other without gap and without overlap; a table that has
either is refused when it is built. A day before the first span has a span, too: one that says that
nothing is known, so that no caller ever meets a None that means "forgotten".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Generic, Literal, TypeVar

__all__ = ["Certainty", "Span", "Timeline"]

V = TypeVar("V")

Certainty = Literal["confirmed", "probable", "unknown"]
"""How sure a source is: read by us in a published text, second hand, or no source."""


@dataclass(frozen=True, slots=True)
class Span(Generic[V]):
    """What is known of one stretch of days.

    Attributes:
        since: its first day.
        value: what held, or None where nothing is known.
        clause: where that stands, or which registered reading says that nothing is known.
        also: further places.
        checked: the day on which the source was last compared.
        certainty: confirmed, probable or unknown.
    """

    since: date
    value: V | None
    clause: str
    checked: date
    certainty: Certainty = "confirmed"
    also: tuple[str, ...] = ()


class Timeline(Generic[V]):
    """Spans in order; each lasts until the day before the next.

    Raises:
        ValueError: if the spans are empty or not in order of their first days.

    >>> checked = date(2026, 11, 22)
    >>> holiday = Timeline(Span(date(2025, 2, 1), True, "act:x:1", checked))
    >>> holiday.on(date(2025, 2, 1)).value, holiday.on(date(2025, 1, 31)).certainty
    (True, 'unknown')
    """

    __slots__ = ("spans",)

    def __init__(self, *spans: Span[V]) -> None:
        firsts = [span.since for span in spans]
        if not spans or any(a >= b for a, b in pairwise(firsts)):
            raise ValueError("spans must be given in order, each with a later first day")
        self.spans = spans

    def on(self, day: date) -> Span[V]:
        """The span in which that day lies."""
        for span in reversed(self.spans):
            if day >= span.since:
                return span
        first = self.spans[0]
        return Span(date.min, None, "I-before-table", first.checked, "unknown")

    def until(self, span: Span[V]) -> date | None:
        """The last day of a span that `on` gave; None if it has no end."""
        following = [later.since for later in self.spans if later.since > span.since]
        return following[0] - timedelta(days=1) if following else None
