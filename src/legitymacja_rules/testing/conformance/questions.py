"""Questions that change nothing: a photo, a fee, a deadline."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from hypothesis import strategies as st

from ...regulation import PROCEDURES
from ...vocabulary import Milestone, Procedure
from ..days import fee_turns
from ..photo_files import PhotoFile, written
from .choices import wished
from .moves import Move
from .shots import fitting, told
from .situation import Now, when
from .system import Capability
from .wishes import Wish, other_photos

__all__ = ["QUESTIONS", "question"]

ORDINARY = date(2025, 3, 3)
"""A Monday from which a fortnight or a month meets no feast, and ends on no day off."""

MILESTONES = (
    date(2024, 10, 1),
    *(date(2025, 12, day) for day in (10, 19, 23, 24, 27)),
    *(date(2024, 12, day) for day in (10, 23, 24)),
    *(date(2025, month, day) for month, day in ((4, 18), (4, 25), (6, 10), (8, 8), (10, 31))),
    date(2025, 9, 16),
)
"""Days on which a clock may start: before each feast, and before the day on which texts end."""


@st.composite
def _photo(draw: st.DrawFn, now: Now) -> Move:
    """Whether a photo is good enough."""
    on = draw(when(now)).day
    text = now.text(on)
    asking = [name for name in PROCEDURES if text.photo_for(name)]
    procedure = draw(st.sampled_from((*asking, *asking, *PROCEDURES)))
    asked = text.photo_for(procedure)
    good = fitting(asked, now.pupil)
    whole = Wish({}, good)
    wish = draw(wished(whole, other_photos(asked, whole), mostly_whole=False))
    return _shown(
        now, on, procedure, wish.shot or good, wish.aims, _shown(now, on, procedure, good)
    )


def _shown(
    now: Now,
    on: date,
    procedure: Procedure,
    shot: PhotoFile,
    aims: tuple[str, ...] = (),
    plainly: Move | None = None,
) -> Move:
    return Move(
        "",
        f"is a {told(shot)} good enough for {procedure}?",
        on,
        lambda system, _call: system.photo(procedure, written(shot), now.pupil, on=on),
        aims,
        what=f"photo {procedure}",
        plainly=plainly,
    )


@st.composite
def _fee(draw: st.DrawFn, now: Now) -> Move:
    """What a procedure costs on a day."""
    procedure = draw(st.sampled_from(PROCEDURES))
    turns = fee_turns(now.rules.school, procedure)
    on = draw(st.sampled_from((draw(when(now)).day, draw(st.sampled_from(turns)))))
    return Move(
        "",
        f"the fee for {procedure}",
        on,
        lambda system, _call: system.fee(procedure, on=on),
        ("fee.amount",),
        what=f"fee {procedure}",
    )


@st.composite
def _deadline(draw: st.DrawFn, now: Now) -> Move:
    """By when the school has to act, once what has happened."""
    school = now.rules.school
    dated = [name for name in PROCEDURES if (rules := school.procedure(name)) and rules.due]
    procedure = draw(st.sampled_from((*dated * 4, *PROCEDURES)))
    rules = school.procedure(procedure)
    since: Sequence[Milestone] = rules.due.since if rules and rules.due else ("complete",)
    start = draw(st.sampled_from(MILESTONES))
    reached = dict.fromkeys(since, start)
    change = draw(st.sampled_from((None, None, "later", "missing")))
    if change == "later":
        reached[since[-1]] = draw(st.sampled_from(MILESTONES))
    elif change == "missing":
        del reached[since[0]]
    plainly = _begun(now, procedure, dict.fromkeys(reached, ORDINARY))
    return _begun(now, procedure, reached, plainly)


def _begun(
    now: Now,
    procedure: Procedure,
    reached: Mapping[Milestone, date],
    plainly: Move | None = None,
) -> Move:
    told = ", ".join(f"{milestone} {day}" for milestone, day in reached.items())
    return Move(
        "",
        f"due for {procedure}, {told or 'nothing reached'}",
        max(reached.values(), default=now.day),
        lambda system, _call: system.due(procedure, {**reached}),
        ("due.milestone", "due.period"),
        procedure=procedure,
        what=f"due {procedure}",
        plainly=plainly,
    )


QUESTIONS: Mapping[Capability, Callable[[Now], st.SearchStrategy[Move]]] = MappingProxyType(
    {"photos": _photo, "deadlines": _deadline, "fees": _fee}
)
"""What can be asked that changes nothing, by what a system has to offer for it."""


@st.composite
def question(draw: st.DrawFn, now: Now, offers: Collection[Capability]) -> Move:
    """One of the questions that a system can be asked."""
    return draw(
        draw(st.sampled_from([ask for what, ask in QUESTIONS.items() if what in offers]))(now)
    )
