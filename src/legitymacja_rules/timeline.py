"""A value that changes with the day.

A timeline is a row of spans, each with its first and its last day. A span either has a value with its
source (`Span`), or says in so many words that nothing is known (`Uncovered`); so a caller never meets a
None that means "forgotten". Spans follow each other without gap and without overlap: a table that has
one is refused when it is built, and the two faults have two names. Before its first day a timeline is
uncovered, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import ClassVar, Generic, Literal, TypeVar

from .errors import TimelineGap, TimelineOverlap, WrongArgument

__all__ = ["Certainty", "Span", "Timeline", "Uncovered"]

V = TypeVar("V")

Certainty = Literal["confirmed", "probable", "unknown"]
"""How sure a source is: read by us in a published text, second hand, or no source."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span(Generic[V]):
    """What held in one stretch of days.

    Attributes:
        since: its first day.
        until: its last day; None if no end is known.
        value: what held.
        clause: where that stands; `citations.citation` tells whether it is an act or a notice.
        checked: the day on which the source was last compared.
        certainty: how sure the value is: confirmed or probable.
        boundary: how sure the first day is, which is not always as sure as the value.
        also: further places.
    """

    since: date
    until: date | None
    value: V
    clause: str
    checked: date
    certainty: Certainty = "confirmed"
    boundary: Certainty = "confirmed"
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A stretch of days of which nothing confirmed is known.

    Attributes:
        since: its first day.
        until: its last day; None if no end is known.
        clause: the registered reading that says that nothing is known.
        checked: the day on which a source was last looked for.
        also: places that bear on it without giving an answer.
    """

    since: date
    until: date | None
    clause: str
    checked: date
    also: tuple[str, ...] = ()

    value: ClassVar[None] = None
    certainty: ClassVar[Certainty] = "unknown"


class Timeline(Generic[V]):
    """Spans in order, each beginning on the day after the one before it.

    Raises:
        ValueError: if there are none, or one ends before it begins.
        TimelineGap: if a day between two spans lies in neither, or the last one ends.
        TimelineOverlap: if a day lies in two spans, or they are out of order.

    >>> checked, eve = date(2026, 11, 26), date(2025, 2, 1)
    >>> free = Timeline(
    ...     Uncovered(date(2019, 9, 1), date(2025, 1, 31), "I-silence", checked),
    ...     Span(eve, None, True, "act:x:1", checked),
    ... )
    >>> free.on(eve).value, free.on(date(2025, 1, 31)).clause, free.on(date(2019, 8, 31)).clause
    (True, 'I-silence', 'I-before-table')
    """

    __slots__ = ("_before", "spans")

    def __init__(self, *spans: Span[V] | Uncovered) -> None:
        if not spans:
            raise ValueError("a timeline has at least one span")
        if any(span.until is not None and span.until < span.since for span in spans):
            raise ValueError("a span ends on or after its first day")
        for one, later in pairwise(spans):
            if one.until is None or one.until >= later.since:
                raise TimelineOverlap(later.since)
            if one.until + _DAY < later.since:
                raise TimelineGap(one.until + _DAY)
        if (last := spans[-1].until) is not None:
            raise TimelineGap(last + _DAY)
        self.spans = spans
        first = spans[0]
        self._before = Uncovered(date.min, first.since - _DAY, "I-before-table", first.checked)

    def __iter__(self) -> Iterator[Span[V] | Uncovered]:
        return iter(self.spans)

    def on(self, day: date) -> Span[V] | Uncovered:
        """The span in which that day lies.

        Raises:
            WrongArgument: if it is no calendar day.
        """
        if not _is_day(day):
            raise WrongArgument("day", "a calendar day (datetime.date)")
        return next((span for span in reversed(self.spans) if day >= span.since), self._before)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)
