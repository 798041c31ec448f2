"""Which days are free by law, as a topic: the table of `days_off`, seen by date."""

from __future__ import annotations

from datetime import date, timedelta

from ..days_off import FEASTS, SUNDAY, DayOff, DayOffName
from ..timeline import Span, Timeline
from .dates import BEGINS, CHECKED, day_before

__all__ = ["DAYS_OFF"]


def _free_days() -> Timeline[tuple[DayOffName, ...]]:
    """A span for each stretch in which the same days were free."""
    rows: tuple[DayOff, ...] = (SUNDAY, *FEASTS)
    turns = {row.since for row in rows} | {
        row.until + timedelta(days=1) for row in rows if row.until
    }
    firsts = [BEGINS, *sorted(turn for turn in turns if turn > BEGINS)]
    lasts = [*(day_before(turn) for turn in firsts[1:]), None]
    return Timeline(*(_span(rows, *ends) for ends in zip(firsts, lasts, strict=True)))


def _span(
    rows: tuple[DayOff, ...], since: date, until: date | None
) -> Span[tuple[DayOffName, ...]]:
    free = [row for row in rows if row.covers(since)]
    also = {place for row in free for place in row.also if row.since == since}
    names = tuple(row.name for row in free)
    return Span(since, until, names, SUNDAY.clause, CHECKED, also=tuple(sorted(also)))


DAYS_OFF: Timeline[tuple[DayOffName, ...]] = _free_days()
"""The statutory days off by name."""
