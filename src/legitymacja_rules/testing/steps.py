"""One more step in the life of a family, right or wrong: what is asked of which document.

The steps by which documents come to a state are all as the text wants them. A law that holds over any life
has to see the others, too: a command on a document that has long been replaced, with the head's yes, no or
no word at all, by an office that does not look at the pupil's other documents, or on a day before it was
issued. Such a step may be accepted, refused or left open.

A step shrinks to a command on the first document that says as little as possible, on the day of its last
act, with the head's yes and all others seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from hypothesis import strategies as st

from .._base import an_instance
from ..history import Document
from ..outcomes import Accepted
from ..regulation import Regulation
from .commands import a_command, said_yes, verbs_of
from .days import days
from .drawing import pick

__all__ = ["Step", "steps"]

D = TypeVar("D", bound=Document)

_ANY_DAY = days()
_SELDOM = (*[False] * 5, True)
_MAKING = ("duplicate", "exchange", "reissue", "replace", "correct")
"""Where there are two documents most can go wrong, so a third of the steps makes or settles that."""

_WORDS = ("yes", "yes", "yes", "yes", "no", "nothing")


@dataclass(frozen=True, slots=True)
class Step(Generic[D]):
    """What is asked of one of a family.

    Attributes:
        place: which of them, counted from 0.
        document: that one.
        command: what is asked of it, with the words of the head in it.
        seen: the documents that the office sees beside it.
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
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.school_id import SchoolId
    >>> from legitymacja_rules.testing import families, simplest
    >>> sp6 = variants.get("sp6")
    >>> family = simplest(families(SchoolId, school=sp6, state="valid"))
    >>> made = simplest(steps(family, sp6), lambda step: len(step.after(family)) > 1)
    >>> made.outcome.outcome, len(made.after(family))
    ('accepted', 2)
    """
    for one in family:
        verbs_of(one)
    return _steps(tuple(family), an_instance(school, Regulation, "school"), blind)


@st.composite
def _steps(draw: st.DrawFn, family: tuple[D, ...], school: Regulation, blind: bool) -> Step[D]:
    place = pick(draw, range(len(family)))
    document = family[place]
    on = draw(_ANY_DAY) if pick(draw, _SELDOM) else None
    verbs = verbs_of(document)
    offered = verbs.module.available(document, school, on=on or document.last_day)
    making = [kind for kind in _MAKING if kind in offered and not offered[kind]]
    kind = pick(draw, (None, None, pick(draw, making or [None])))
    command = a_command(draw, document, school, on, kind, sensible=False)
    seen = pick(draw, (family, family, ())) if blind else family
    decide = verbs.module.decide
    said = pick(draw, _WORDS)
    outcome = decide(document, command, school, others=seen)
    words = said_yes(outcome.findings, on=command.on, holds=said == "yes")
    if words and said != "nothing":
        command = command.model_copy(update={"attested": words})
        outcome = decide(document, command, school, others=seen)
    return Step(place, document, command, seen, outcome)
