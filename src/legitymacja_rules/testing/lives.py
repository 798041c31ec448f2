"""Documents in any state that they can reach, and the lives that led there.

A life is lived, not written down: issued by the verb of its document at a real school, then decided command
by command, each as the text wants it and with the head's yes to what waits for a human. Now and then it was
lived elsewhere, and is taken over. So whatever is drawn is a document that a host may have stored.

A document shrinks to one that was issued on the day itself, for the plain pupil, at the first school by its
name where that can be; a history to the shortest that leads to the state.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import product
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from hypothesis import reject
from hypothesis import strategies as st

from .. import certificate, mlegitymacja, school_id, variants
from ..certificate import Certificate, Original
from ..errors import WrongArgument
from ..facts import Pupil
from ..history import Document
from ..mlegitymacja import Mlegitymacja
from ..outcomes import Accepted
from ..regulation import Regulation
from ..school_id import SchoolId
from ..vocabulary import CertificateKind, Procedure
from .applications import a_card, a_held_id, an_application, some_codes
from .arguments import a_day_with_room, a_word, an_instance_or_none
from .attesting import heard
from .commands import VERBS, a_command, decided, verbs_of
from .days import PLAIN_DAY
from .drawing import number, pick, seldom, whether
from .phone_commands import TEN, a_request
from .plans import GAPS, Plan, a_plan
from .ways import ways

__all__ = ["certificates", "documents", "families", "histories", "mlegitymacje", "school_ids"]

D = TypeVar("D", bound=Document)
T = TypeVar("T")

_ONE = timedelta(days=1)
_MOST_EXTRA = 2
"""So many more steps a life may take than its state needs."""

_FORMS: tuple[dict[str, Any], ...] = (
    {},
    {"form": "paper"},
    {"form": "paper", "free_fields": 0},
    {"form": "paper", "free_fields": 3},
)
"""In which form an ID is that was issued long ago."""


# --- issuing --------------------------------------------------------------------------------------


def _an_id(draw: st.DrawFn, plan: Plan) -> Any:  # noqa: ANN401  (the outcome of its own module)
    kinds: tuple[Procedure, ...] = ("school_id", "preschool_id")
    kind = pick(draw, kinds if plan.pupil.disability else kinds[:1])
    asked = an_application(draw, plan.school, kind, plan.first, plan.pupil)
    made = a_card(draw, plan.first).model_copy(update={"valid_until": plan.until})
    return _agreed(school_id.issue, asked, plan, card=made)


def _a_phone(draw: st.DrawFn, plan: Plan) -> Any:  # noqa: ANN401  (likewise)
    asked = a_request(draw, plan.school, plan.first, plan.pupil)
    held = a_held_id(draw, plan.first).model_copy(update={"valid_until": plan.until})
    rested = asked.model_copy(update={"prior_id": held})
    if plan.codes_may_follow and whether(draw):
        bare = _agreed(mlegitymacja.issue, rested, plan, codes=None)
        if isinstance(bare, Accepted):
            return bare
    return _agreed(mlegitymacja.issue, rested, plan, codes=some_codes(draw, plan.first, TEN))


def _a_certificate(draw: st.DrawFn, plan: Plan) -> Any:  # noqa: ANN401  (likewise)
    told = Original(
        pupil=plan.pupil,
        kind=pick(draw, get_args(CertificateKind)),
        school_name=plan.school.school,
        year=plan.first.year - 1,
        number=pick(draw, (None, f"{number(draw, 1, 99)}/2023")),
    )
    return _agreed(certificate.issue, told, plan)


def _agreed(issue: Callable[..., Any], asked: object, plan: Plan, **beside: object) -> Any:  # noqa: ANN401  (likewise)
    """What becomes of an issue once the head has said yes to all that waits for a human."""
    call = {"on": plan.first, **beside}
    return heard(lambda words: issue(asked, plan.school, **call, attested=words), on=plan.first)


_ISSUES: Mapping[type[Document], Callable[[st.DrawFn, Plan], Any]] = MappingProxyType(
    {SchoolId: _an_id, Mlegitymacja: _a_phone, Certificate: _a_certificate}
)


# --- living ---------------------------------------------------------------------------------------


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

    Not at each school and by each way a state is reached: what does not lead there yields to the next; where
    any state will do, so does a state.
    """
    states = [state] if state else _from_one(draw, _issued_first(VERBS[kind].module.State))
    texts = (
        [school] if school else [variants.get(name) for name in _from_one(draw, variants.names())]
    )
    for goal, text in product(map(str, states), texts):
        for way in _from_one(draw, ways(kind, goal)):
            plan = a_plan(draw, kind, goal, way, text, on, pupil)
            outcome = _ISSUES[kind](draw, plan)
            if not isinstance(outcome, Accepted):
                continue
            family = _lived(draw, [outcome.document], plan)
            if state is None or _is_in(family[0], goal, on):
                return _lived_on(draw, _taken_over(draw, family, plan, state), plan, state)
    return reject()


def _from_one(draw: st.DrawFn, things: Sequence[T]) -> Sequence[T]:
    """All of them, beginning with any."""
    first = number(draw, 0, len(things) - 1)
    return (*things[first:], *things[:first])


def _is_in(document: Document, state: str, on: date) -> bool:
    found: bool = verbs_of(document).module.state_on(document, on) == state
    return found


def _lived(draw: st.DrawFn, family: list[Any], plan: Plan) -> list[Any]:
    """The family after the steps of its way, as far as they were accepted."""
    for place, step in enumerate(plan.way):
        # What was never collected is destroyed once it has run out, and that is later than all the rest.
        last = (plan.goal, place) == ("destroyed", len(plan.way) - 1)
        soon = family[0].last_day + pick(draw, GAPS) * _ONE
        day = plan.on if last else min(plan.quiet, soon)
        further = _stepped(draw, family, plan, day, step)
        if further is family:
            break
        family = further
    return family


def _taken_over(draw: st.DrawFn, family: list[Any], plan: Plan, state: str | None) -> list[Any]:
    """Now and then the first comes from older records, an ID on paper among them, where it can."""
    document, *others = family
    if not seldom(draw) or document.last_day > plan.on:
        return family
    acts, take_over = document.history, verbs_of(document).module.take_over
    if isinstance(document, SchoolId) and not others:
        made, *later = acts
        acts = (made.model_copy(update=pick(draw, _FORMS)), *later)
    on = plan.on
    outcome = heard(lambda words: take_over(acts, plan.school, on=on, attested=words), on=on)
    fits = isinstance(outcome, Accepted) and (
        state is None or _is_in(outcome.document, state, plan.on)
    )
    return [outcome.document, *others] if fits else family


def _lived_on(draw: st.DrawFn, family: list[Any], plan: Plan, state: str | None) -> list[Any]:
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
    draw: st.DrawFn, family: list[Any], plan: Plan, day: date, kind: str | None
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
def _one(draw: st.DrawFn, state: str | None, of_families: st.SearchStrategy[list[D]]) -> D:
    """The one of a family that is in the state; any if none is asked for."""
    # Drawn and not mapped: an example that fails is told as the document, not as a call of this.
    family = draw(of_families)
    return family[0] if state else pick(draw, family)


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
    return _one(state, families(SchoolId, school=school, state=state, on=on, pupil=pupil))


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
    return _one(state, families(Mlegitymacja, school=school, state=state, on=on, pupil=pupil))


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
    return _one(state, families(Certificate, school=school, state=state, on=on, pupil=pupil))


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
