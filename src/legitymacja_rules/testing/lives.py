"""Documents in any state that they can reach, and the lives that led there.

A life is lived, not written down: issued by the verb of its document at a real school, then decided command
by command, each as the text wants it and with the head's yes to what waits for a human. Which commands lead
to a state is read off the document's own table; which mere time leads to stands here. So whatever is drawn
is a document that a host may have stored.

The state is that of a day. A life ends on or before it; where a validity or a window of codes has to have
passed it lies that much earlier, mostly so that it passed on the very eve.

A document shrinks to one that was issued on the day itself, for the plain pupil, at the first school by its
name where that can be; a history to the shortest that leads to the state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from hypothesis import reject
from hypothesis import strategies as st

from .. import certificate, mlegitymacja, school_id, variants
from ..certificate import Certificate, Original
from ..errors import WrongArgument
from ..facts import Pupil
from ..history import Document
from ..lifecycle import Leads
from ..mlegitymacja import Mlegitymacja
from ..mlegitymacja.texts import text_on as phone_text_on
from ..outcomes import Accepted
from ..regulation import Regulation
from ..school_id import SchoolId
from ..school_year import last_confirmed_day
from ..vocabulary import CertificateKind, PupilAge
from .applications import a_card, a_held_id, an_application, some_codes
from .arguments import a_day_with_room, a_word, an_instance_or_none
from .commands import VERBS, a_command, decided, said_yes, verbs_of
from .days import PLAIN_DAY, a_birth
from .drawing import number, pick
from .persons import a_pupil
from .phone_commands import TEN, a_request

__all__ = ["certificates", "documents", "families", "histories", "mlegitymacje", "school_ids"]

D = TypeVar("D", bound=Document)
T = TypeVar("T")
Way = tuple[str, ...]

_ONE = timedelta(days=1)
_GAPS = (0, 0, 1, 7)
"""So many days lie between two acts."""

_MOST_EXTRA = 2
"""So many more steps a life may take than its state needs."""

_LONGEST = 4
"""No state is further from the issue."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a life is laid out.

    Attributes:
        school: where.
        pupil: whose.
        first: the day of the issue.
        until: the last day of the validity, of the ID or of the ID that it rests on.
        on: the day asked about.
    """

    school: Regulation
    pupil: Pupil
    first: date
    until: date
    on: date

    @property
    def quiet(self) -> date:
        """The last day on which something is done, for whatever is done last."""
        return max(self.first, min(self.on, self.until))


# --- issuing --------------------------------------------------------------------------------------


def _an_id(draw: st.DrawFn, plan: _Plan) -> Any:  # noqa: ANN401  (the outcome of its own module)
    asked = an_application(draw, plan.school, "school_id", plan.first, plan.pupil)
    made = a_card(draw, plan.first).model_copy(update={"valid_until": plan.until})
    return _agreed(school_id.issue, asked, plan, card=made)


def _a_phone(draw: st.DrawFn, plan: _Plan) -> Any:  # noqa: ANN401
    asked = a_request(draw, plan.school, plan.first, plan.pupil)
    held = a_held_id(draw, plan.first).model_copy(update={"valid_until": plan.until})
    rested = asked.model_copy(update={"prior_id": held})
    return _agreed(mlegitymacja.issue, rested, plan, codes=some_codes(draw, plan.first, TEN))


def _a_certificate(draw: st.DrawFn, plan: _Plan) -> Any:  # noqa: ANN401
    told = Original(
        pupil=plan.pupil,
        kind=pick(draw, get_args(CertificateKind)),
        school_name=plan.school.school,
        year=plan.first.year - 1,
        number=pick(draw, (None, f"{number(draw, 1, 99)}/2023")),
    )
    return _agreed(certificate.issue, told, plan)


def _agreed(issue: Callable[..., Any], asked: object, plan: _Plan, **beside: object) -> Any:  # noqa: ANN401
    """What becomes of an issue once the head has said yes to all that waits for a human."""
    first = issue(asked, plan.school, on=plan.first, **beside)
    words = said_yes(first.findings, on=plan.first)
    if not words:
        return first
    return issue(asked, plan.school, on=plan.first, **beside, attested=words)


_ISSUES: Mapping[type[Document], Callable[[st.DrawFn, _Plan], Any]] = MappingProxyType(
    {SchoolId: _an_id, Mlegitymacja: _a_phone, Certificate: _a_certificate}
)


# --- ways -----------------------------------------------------------------------------------------

_BACK: Mapping[str, tuple[Way, ...]] = MappingProxyType(
    {"not_yet": ((),), "annulled": (("correct",), ("hand_over", "correct", "correct"))}
)
"""States before the issue, and after it was taken back."""

_BY_TIME: Mapping[type[Document], Mapping[str, tuple[Way, ...]]] = MappingProxyType(
    {
        SchoolId: MappingProxyType({**_BACK, "lapsed": (("hand_over",),)}),
        Mlegitymacja: MappingProxyType(
            {**_BACK, "lapsed": ((), ("hand_over",)), "expired": ((), ("activate",))}
        ),
        Certificate: _BACK,
    }
)
"""States to which no row of the table leads → the ways after which time does."""

_AFTER_VALIDITY = frozenset(
    {(SchoolId, "lapsed"), (SchoolId, "destroyed"), (Mlegitymacja, "expired")}
)


@lru_cache
def _ways(kind: type[Document], state: str) -> tuple[Way, ...]:
    """The kinds of commands that lead from the issue to a state, shortest first."""
    by_time = _BY_TIME[kind].get(state)
    if by_time is not None:
        return by_time
    found = sorted(_paths(VERBS[kind].module.TABLE, "issued", state, ()), key=len)
    return tuple(way for way in found if len(way) <= len(found[0]) + 2)


def _paths(table: Mapping[tuple[str, str], Any], at: str, to: str, way: Way) -> Iterator[Way]:
    """The paths through a table, each kind once; what is replaced has a duplicate."""
    if at == to:
        yield way
    if len(way) == _LONGEST:
        return
    for (state, kind), row in table.items():
        replaced = kind == "replace" and "duplicate" not in way
        if state != at or kind in way or replaced or not isinstance(row, Leads):
            continue
        for next_ in (row.to, *row.or_to):
            if next_ != at or kind == "duplicate":
                yield from _paths(table, next_, to, (*way, kind))


# --- living ---------------------------------------------------------------------------------------


def _a_plan(
    draw: st.DrawFn,
    kind: type[Document],
    state: str,
    text: Regulation,
    on: date,
    pupil: Pupil | None,
) -> _Plan:
    gap = pick(draw, _GAPS) * _ONE
    if state == "not_yet":
        first = on + _ONE + gap
        until = last_confirmed_day(first)
    elif (kind, state) in _AFTER_VALIDITY:
        until = on - _ONE - pick(draw, _GAPS) * _ONE
        first = until - gap
    elif (kind, state) == (Mlegitymacja, "lapsed"):
        rules = phone_text_on(text, on).codes
        first = on - (rules.days if rules and rules.days else 0) * _ONE - _ONE - gap
        until = last_confirmed_day(on)
    else:
        first, until = on - gap, pick(draw, (last_confirmed_day(on), on, on + _ONE))
    age: PupilAge = "adult" if kind is Certificate else "any"
    whose = pupil or a_pupil(draw, a_birth(draw, first, age))
    return _Plan(text, whose, first, until, on)


@st.composite
def _families(
    draw: st.DrawFn,
    kind: type[Document],
    state: str | None,
    school: Regulation | None,
    on: date,
    pupil: Pupil | None,
) -> list[Any]:
    """The document first, then its duplicates and what else was made in its place.

    Not at each school and by each way a state is reached: what does not lead there yields to the next.
    """
    goal = state or str(pick(draw, _issued_first(VERBS[kind].module.State)))
    texts = (
        [school] if school else [variants.get(name) for name in _from_one(draw, variants.names())]
    )
    for text in texts:
        plan = _a_plan(draw, kind, goal, text, on, pupil)
        outcome = _ISSUES[kind](draw, plan)
        ways = _from_one(draw, _ways(kind, goal)) if isinstance(outcome, Accepted) else ()
        for way in ways:
            family = _lived(draw, [outcome.document], plan, goal, way)
            if state is None or _is_in(family[0], goal, on):
                return _lived_on(draw, family, plan, state)
    return reject()


def _from_one(draw: st.DrawFn, things: Sequence[T]) -> Sequence[T]:
    """All of them, beginning with any."""
    first = number(draw, 0, len(things) - 1)
    return (*things[first:], *things[:first])


def _is_in(document: Document, state: str, on: date) -> bool:
    found: bool = verbs_of(document).module.state_on(document, on) == state
    return found


def _lived(draw: st.DrawFn, family: list[Any], plan: _Plan, goal: str, way: Way) -> list[Any]:
    """The family after the steps of a way, as far as they were accepted."""
    for place, step in enumerate(way):
        last = (goal, place) == ("destroyed", len(way) - 1)
        soon = family[0].last_day + pick(draw, _GAPS) * _ONE
        day = plan.on if last else min(plan.quiet, soon)
        further = _stepped(draw, family, plan, day, step)
        if further is family:
            break
        family = further
    return family


def _lived_on(draw: st.DrawFn, family: list[Any], plan: _Plan, state: str | None) -> list[Any]:
    """The family after some more steps, none of which leads out of a state that was asked for."""
    for _ in range(number(draw, 0, _MOST_EXTRA)):
        day = max(plan.quiet, family[0].last_day)
        if day > plan.on:
            break
        further = _stepped(draw, family, plan, day, None)
        if state is None or _is_in(further[0], state, plan.on):
            family = further
    return family


def _stepped(
    draw: st.DrawFn, family: list[Any], plan: _Plan, day: date, kind: str | None
) -> list[Any]:
    """The family after one more command; what replaces another is collected on that day."""
    document, *others = family
    asked = a_command(draw, document, plan.school, day, kind, sensible=True)
    if asked.kind == "replace" and others:
        *before, copy = others
        wanted = a_command(draw, copy, plan.school, day, "hand_over", sensible=True)
        received = decided(copy, wanted, plan.school)
        others = [*before, received.document if isinstance(received, Accepted) else copy]
    outcome = decided(document, asked, plan.school, others=others)
    if not isinstance(outcome, Accepted):
        return family
    made = [outcome.successor.document] if outcome.successor else []
    return [outcome.document, *others, *made]


def _issued_first(states: Any) -> list[Any]:  # noqa: ANN401  (each document has its own)
    """What a document shrinks to comes first."""
    return sorted(states, key=lambda state: state != "issued")


# --- for whoever tests ----------------------------------------------------------------------------


def families(
    kind: type[D],
    *,
    school: Regulation | None = None,
    state: str | None = None,
    on: date = PLAIN_DAY,
    pupil: Pupil | None = None,
) -> st.SearchStrategy[list[D]]:
    """A document and, behind it, its duplicates and whatever else was made in its place.

    Args:
        kind: `SchoolId`, `Mlegitymacja` or `Certificate`.
        school: where it was issued; one of the five if None.
        state: what the first is on the day, in the words of its module's `State`; any if None.
        on: that day. Where no life leads to the state by then, Hypothesis finds none.
        pupil: whose they are; anybody if None.

    Raises:
        WrongArgument: if an argument is of another type, or it knows no such state.

    >>> from legitymacja_rules.testing import simplest
    >>> [len(one.history) for one in simplest(families(SchoolId, state="replaced"))]
    [2, 1]
    """
    if kind not in tuple(VERBS):
        raise WrongArgument("kind", ", ".join(one.__name__ for one in VERBS))
    if state is not None:
        a_word(state, VERBS[kind].module.State, "state")
    an_instance_or_none(school, Regulation, "school")
    an_instance_or_none(pupil, Pupil, "pupil")
    return _families(kind, state, school, a_day_with_room(on, "on"), pupil)


@st.composite
def _first(draw: st.DrawFn, of_families: st.SearchStrategy[list[D]]) -> D:
    # Drawn and not mapped: an example that fails is told as the document, not as a call of this.
    return draw(of_families)[0]


def school_ids(
    *,
    school: Regulation | None = None,
    state: str | None = None,
    on: date = PLAIN_DAY,
    pupil: Pupil | None = None,
) -> st.SearchStrategy[SchoolId]:
    """School IDs in any state that they can reach by a day.

    The arguments, and what is raised, are those of `families`.

    >>> from legitymacja_rules.testing import simplest
    >>> lapsed = simplest(school_ids(state="lapsed", on=date(2025, 10, 1)))
    >>> lapsed.valid_until(date(2025, 10, 1))
    datetime.date(2025, 9, 30)
    """
    return _first(families(SchoolId, school=school, state=state, on=on, pupil=pupil))


def mlegitymacje(
    *,
    school: Regulation | None = None,
    state: str | None = None,
    on: date = PLAIN_DAY,
    pupil: Pupil | None = None,
) -> st.SearchStrategy[Mlegitymacja]:
    """An mLegitymacja in any state that it can reach by a day.

    The arguments, and what is raised, are those of `families`.

    >>> from legitymacja_rules.testing import simplest
    >>> used = simplest(mlegitymacje(state="activated", on=date(2025, 9, 16)))
    >>> used.issued.event, used.activations[0].event
    ('issued', 'activated')
    """
    return _first(families(Mlegitymacja, school=school, state=state, on=on, pupil=pupil))


def certificates(
    *,
    school: Regulation | None = None,
    state: str | None = None,
    on: date = PLAIN_DAY,
    pupil: Pupil | None = None,
) -> st.SearchStrategy[Certificate]:
    """Certificates in any state that they can reach by a day.

    The arguments, and what is raised, are those of `families`.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(certificates(state="duplicated")).last_entered().event
    'duplicated'
    """
    return _first(families(Certificate, school=school, state=state, on=on, pupil=pupil))


def documents(
    *, school: Regulation | None = None, on: date = PLAIN_DAY, pupil: Pupil | None = None
) -> st.SearchStrategy[SchoolId | Mlegitymacja | Certificate]:
    """Documents of all three kinds, in any state.

    The arguments, and what is raised, are those of `families`.

    >>> from legitymacja_rules.testing import simplest
    >>> isinstance(simplest(documents()), Document)
    True
    """
    call: dict[str, Any] = {"school": school, "on": on, "pupil": pupil}
    return st.one_of(school_ids(**call), mlegitymacje(**call), certificates(**call))


def histories(
    *, school: Regulation | None = None, on: date = PLAIN_DAY, pupil: Pupil | None = None
) -> st.SearchStrategy[tuple[Any, ...]]:
    """All that happened to a document, in order; its module's `replay` makes it again.

    The arguments, and what is raised, are those of `families`.

    >>> from legitymacja_rules.testing import simplest
    >>> [event.event for event in simplest(histories())]
    ['issued']
    """
    return documents(school=school, on=on, pupil=pupil).map(lambda document: document.history)
