"""One more step in the life of a family, right or wrong: what is asked of which document.

The steps by which documents come to a state are all as the text wants them. A law that holds over any life
has to see the others, too: a command on a document that has long been replaced, with the head's yes, no or
no word at all, by an office that does not look at the pupil's other documents, or on a day before it was
issued. Such a step may be accepted, refused or left open.

Where there are two documents most can go wrong. By chance alone there seldom are, for much has to be right
before one is made. So a third of the steps makes, collects, uses or settles one if that can be done at all,
and every second of those is as the text wants it: complete, all others seen, with the head's yes.

A step shrinks to a command that says as little as possible, on the first document if any will do, on the
day of its last act, with the head's yes and all others seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from hypothesis import strategies as st

from .._base import an_instance, instances
from ..errors import WrongArgument
from ..history import Document
from ..outcomes import Accepted
from ..regulation import Regulation
from .arguments import a_day_with_room
from .attesting import attest
from .commands import a_command, verbs_of
from .days import days
from .drawing import pick, seldom, whether

__all__ = ["Step", "steps"]

D = TypeVar("D", bound=Document)

_ANY_DAY = days()
_THIRD = (False, False, True)
_SUCCESSION = ("replace", "hand_over", "activate", "duplicate", "exchange", "reissue")
"""The kinds that make another, and those by which it comes into use or into the place of the first."""

_WORDS = ("yes", "yes", "yes", "yes", "no", "nothing")


@dataclass(frozen=True, slots=True)
class Step(Generic[D]):
    """What is asked of one of a family.

    Attributes:
        place: which of them, counted from 0.
        document: that one.
        command: what is asked of it, with the words of the head in it.
        seen: the documents that the office sees beside it; itself is none of them.
        outcome: what becomes of it.
    """

    place: int
    document: D
    command: Any
    seen: tuple[D, ...]
    outcome: Any

    def after(self, family: Sequence[D]) -> list[D]:
        """The family once the outcome is taken over; as it was unless it was accepted."""
        if not isinstance(self.outcome, Accepted):
            return [*family]
        made = [self.outcome.successor.document] if self.outcome.successor else []
        changed: D = self.outcome.document
        return [*family[: self.place], changed, *family[self.place + 1 :], *made]


def steps(
    family: Sequence[D], school: Regulation, *, blind: bool = True
) -> st.SearchStrategy[Step[D]]:
    """Steps of a family, right and wrong ones.

    Args:
        family: the documents of one pupil, as `families` draws them; at least one.
        school: the text of their school.
        blind: whether the others may be unseen.

    Raises:
        WrongArgument: if an argument is of another type, or the family is none: without a document, or
            with documents of several kinds; or its life has come too near to an end of the calendar.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.school_id import SchoolId
    >>> from legitymacja_rules.testing import families, simplest
    >>> sp6 = variants.get("sp6")
    >>> family = simplest(families(SchoolId, school=sp6, state="valid"))
    >>> made = simplest(steps(family, sp6), lambda step: len(step.after(family)) > 1)
    >>> made.outcome.outcome, len(made.after(family))
    ('accepted', 2)
    """
    members: tuple[Any, ...] = instances(family, Document, "family")
    if len({type(one) for one in members}) != 1:
        raise WrongArgument("family", "one document or several of the same kind")
    verbs_of(members[0])
    for one in members:
        a_day_with_room(one.last_day, "family")
    an_instance(school, Regulation, "school")
    return _steps(members, school, an_instance(blind, bool, "blind"))


@st.composite
def _steps(draw: st.DrawFn, family: tuple[D, ...], school: Regulation, blind: bool) -> Step[D]:
    at_hand = _succession(family, school) if pick(draw, _THIRD) else {}
    kind, places = pick(draw, [*at_hand.items()] or [(None, range(len(family)))])
    place = pick(draw, places)
    document, others = family[place], (*family[:place], *family[place + 1 :])
    whole = whether(draw) and kind is not None
    on = draw(_ANY_DAY) if seldom(draw) else None
    seen = pick(draw, (others, others, ())) if blind else others
    said = pick(draw, _WORDS)
    if whole:
        on, seen, said = max(one.last_day for one in family), others, "yes"
    command = a_command(draw, document, school, on, kind, sensible=whole)
    decide = verbs_of(document).module.decide
    outcome = decide(document, command, school, others=seen)
    words = attest(outcome.findings, on=command.on, holds=said == "yes")
    if words and said != "nothing":
        command = command.model_copy(update={"attested": words})
        outcome = decide(document, command, school, others=seen)
    return Step(place, document, command, seen, outcome)


def _succession(family: tuple[Any, ...], school: Regulation) -> dict[str, list[int]]:
    """Kind → the places in the family where it can be asked for."""
    found: dict[str, list[int]] = {}
    for place, document in enumerate(family):
        offered = verbs_of(document).module.available(document, school, on=document.last_day)
        for kind in _SUCCESSION:
            open_ = kind in offered and not offered[kind]
            if open_ and (kind != "replace" or _is_followed(document, family)):
                found.setdefault(kind, []).append(place)
    return found


def _is_followed(document: Any, family: tuple[Any, ...]) -> bool:  # noqa: ANN401  (one with duplicates)
    """Whether its duplicate was collected."""
    return any(one.handed_over and one.is_copy_of(document) for one in family)
