"""How a life is laid out: whose it is, when it begins, how long it may last, and by which commands it goes.

The state of a document is that of a day, and the day is given. Where a validity or a window of codes has to
have passed by then, the life lies that much earlier, mostly so that it passed on the very eve.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from .._day import FIRST_DAY
from ..certificate import Certificate
from ..facts import Pupil
from ..history import Document
from ..mlegitymacja import Mlegitymacja
from ..mlegitymacja.texts import text_on as phone_text_on
from ..regulation import Regulation
from ..school_id import SchoolId
from ..school_year import last_confirmed_day
from ..vocabulary import PupilAge
from .days import a_birth, turns
from .drawing import pick, seldom
from .persons import a_pupil
from .ways import Way

__all__ = ["GAPS", "Plan", "a_plan"]

GAPS = (0, 0, 1, 7)
"""So many days lie between two acts."""

_ONE = timedelta(days=1)

_AFTER_VALIDITY = frozenset(
    {(SchoolId, "lapsed"), (SchoolId, "destroyed"), (Mlegitymacja, "expired")}
)
"""States that a document comes to once it is valid no more."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a life is laid out.

    Attributes:
        school: where.
        pupil: whose.
        way: the kinds of commands by which it goes.
        first: the day of the issue.
        until: the last day of the validity, of the ID or of the ID that it rests on.
        on: the day asked about.
        goal: the state on that day.
    """

    school: Regulation
    pupil: Pupil
    way: Way
    first: date
    until: date
    on: date
    goal: str

    @property
    def codes_may_follow(self) -> bool:
        """Whether the codes of an mLegitymacja need not come with its issue."""
        kinds = [kind for kind in self.way if kind in {"generate_codes", "activate"}]
        return kinds[:1] != ["activate"]

    @property
    def quiet(self) -> date:
        """The last day on which something is done, for whatever is done last."""
        return max(self.first, min(self.on, self.until))


def a_plan(
    draw: st.DrawFn,
    kind: type[Document],
    goal: str,
    way: Way,
    school: Regulation,
    on: date,
    pupil: Pupil | None,
) -> Plan:
    """A life that leads to a state by a way, drawn by hand."""
    first, until = _stretch(draw, kind, goal, way, school, on)
    age: PupilAge = "adult" if kind is Certificate else "any"
    whose = pupil or a_pupil(draw, a_birth(draw, first, age))
    if not pupil and seldom(draw):
        whose = whose.model_copy(update={"pesel": None})
    return Plan(school, whose, way, first, until, on, goal)


def _stretch(
    draw: st.DrawFn, kind: type[Document], goal: str, way: Way, school: Regulation, on: date
) -> tuple[date, date]:
    """The day of the issue, and the last of the validity."""
    gap = pick(draw, GAPS) * _ONE
    if goal == "not_yet":
        first = on + _ONE + gap
        return first, last_confirmed_day(first)
    if (kind, goal) in _AFTER_VALIDITY:
        until = on - _ONE - pick(draw, GAPS) * _ONE
        return until - gap, until
    if (kind, goal) == (Mlegitymacja, "lapsed"):
        return _last_day_that_lapsed(school, on) - gap, last_confirmed_day(on)
    if "confirm" in way:
        until = last_confirmed_day(on)
        until = until.replace(year=until.year - 1)
        return min(until, on) - gap, until
    return on - gap, pick(draw, (last_confirmed_day(on), on, on + _ONE))


def _last_day_that_lapsed(school: Regulation, on: date) -> date:
    """The last day of issue whose codes work no more on a day; that day itself if there is none.

    It is sought where the window may have another length: on the day, and before each turn of the law
    and of the school's own text.
    """
    for day in sorted(_ends(school, on), reverse=True):
        codes = phone_text_on(school, day).codes
        if codes and codes.days:
            return min(day, on - codes.days * _ONE - _ONE)
    return on


def _ends(school: Regulation, on: date) -> Iterator[date]:
    yield on
    yield from turns(FIRST_DAY, on)
    own = school.period("mlegitymacja").until
    if own and own < on:
        yield own
