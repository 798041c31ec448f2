"""The situation in which a move is drawn: what the rules hold, whose documents they are, and the days ahead.

Most moves lie on the day of the situation; the others on the last day on which something may be done, or the
first beyond it, or on a day on which the law or a school year turns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from ...facts import Pupil
from ...law import TOPICS
from ...law.dates import CARDS_ONLY
from ...regulation import Regulation
from ..complete import text_on
from .reference import AnyDocument, Reference

__all__ = ["DAY", "Now", "When", "around", "birthday", "dated", "when"]

DAY, YEAR = timedelta(days=1), timedelta(days=366)

_ELSEWHERE = ("days_off", "fee.")
"""Topics of the law that no document hangs on; questions ask about these days themselves."""

_BEGINS = {
    *(date(2025, 9, 1), date(2025, 10, 1)),
    *(
        span.since
        for name, topic in TOPICS.items()
        if not name.startswith(_ELSEWHERE)
        for span in topic
        if span.since >= CARDS_ONLY
    ),
}

TURNS = sorted(day for begins in _BEGINS for day in (begins - DAY, begins))
"""Days on which something ends or begins for everybody: by the law, or with a school year."""


@dataclass(frozen=True, slots=True)
class Now:
    """The situation: what the rules hold of the documents, whose they are, and the day."""

    rules: Reference
    pupil: Pupil
    day: date

    def text(self, on: date) -> Regulation:
        """What applies at the school on a day, the law under it."""
        return text_on(self.rules.school, on)

    def named(self, kind: type[AnyDocument]) -> list[str]:
        """The documents of a kind."""
        return [name for name, one in self.rules.documents.items() if isinstance(one, kind)]


class When(NamedTuple):
    """A day, and the conditions on whose boundary it lies."""

    day: date
    aims: tuple[str, ...] = ()


def around(day: date | None, *aims: str) -> Iterator[When]:
    """The day itself, mostly, and those before and after it."""
    if day is not None:
        yield from (When(day, aims), When(day, aims), When(day + DAY, aims), When(day - DAY, aims))


def when(now: Now, *bounds: When) -> st.SearchStrategy[When]:
    """Today, or a boundary ahead."""
    turn = [When(day) for day in TURNS if day > now.day][:1]
    ahead = [one for one in bounds if now.day <= one.day <= now.day + YEAR]
    plain = next((one for one in ahead if one.day == now.day), When(now.day))
    return st.sampled_from((*[plain] * 8, *ahead, *ahead, When(now.day + DAY), *turn))


def birthday(now: Now, *aims: str) -> Iterator[When]:
    """The 18th birthday."""
    return around(now.pupil.adult_from(), *aims)


def dated(draw: st.DrawFn, now: Now, name: str) -> Now:
    """The situation; seldom as it would be on the eve of what was done to a document last."""
    eve = replace(now, day=now.rules.documents[name].last_day - DAY)
    return draw(st.sampled_from((*[now] * 19, eve)))
