"""Days: each deadline on each day around the holidays, with each milestone missing, and the days off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args

from ... import days_off, variants
from ...regulation import PROCEDURES
from ...vocabulary import Milestone
from .asking import Case, each
from .dates import DAY, around, later
from .people import SCHOOLS

__all__ = ["cases"]

STARTS = (
    *(later("2024-12-01", count) for count in range(31)),
    *("2025-01-05", "2025-04-17", "2025-04-18", "2025-04-30", "2025-05-05"),
    *("2025-10-31", "2025-11-03", "2025-12-09", "2025-12-19", "2025-12-23", "2025-12-24"),
    *("2026-04-02", "2026-12-10"),
)
"""Days from which a term passes over holidays, with 24 December before and after it became one.

From each day of a month: so terms of any length end on the eve of a feast, on it, and on the day after.
"""

YEARS = (2024, 2025, 2026)


def cases() -> Iterator[Case]:
    """All of them."""
    for school in SCHOOLS:
        for procedure in PROCEDURES:
            yield from _deadlines(school, procedure)
    yield from _days()


def _deadlines(school: str, procedure: str) -> Iterator[Case]:
    text = variants.get(school)
    asked = {"school": school, "procedure": procedure}
    base = Case(f"due/{school}/{procedure}", "deadlines.due", asked)
    reached = dict.fromkeys(get_args(Milestone), DAY)
    yield from each(base, {"nothing-reached": {}, "all-reached": reached})
    rules = getattr(text, procedure)
    if not rules or not rules.due:
        return
    for missing in rules.due.since:
        some = {one: day for one, day in reached.items() if one != missing}
        yield from each(base, {f"without-{missing}": some})
        for name, day in around(DAY, reach=7).items():
            yield from each(base, {f"{missing}-{name}": {**reached, missing: day}})
    for day in STARTS:
        yield from each(base, {day: dict.fromkeys(rules.due.since, day)})
    if "photo" in rules.due.since:
        verdicts = {
            "good": [],
            "bad": [{"code": "photo.width", "status": "breached", "clause": "leczna:VI.2"}],
        }
        for name, findings in verdicts.items():
            yield from each(
                base, {f"photo-{name}": {**reached, "photo_verdict": {"findings": findings}}}
            )


def _days() -> Iterator[Case]:
    """Each feast of some years with the days beside it, and counting over them."""
    days = {
        feast.in_year(year) + timedelta(days=off)
        for year in YEARS
        for feast in days_off.FEASTS
        for off in (-1, 0, 1)
    }
    for day in sorted(days | {date(2018, 11, 12), date(2024, 12, 24), date(2025, 12, 24)}):
        asked = {"day": day.isoformat()}
        yield Case(f"day/{day}/off", "days_off.day_off", asked)
        yield Case(f"day/{day}/is-off", "days_off.is_day_off", asked)
        yield Case(f"day/{day}/next", "days_off.next_working_day", asked)
    for start in STARTS:
        base = Case(f"day/{start}", "days_off.working_days_after", {"day": start})
        yield from each(base, {f"after-{count}": {"count": count} for count in (0, 1, 7, 14)})
