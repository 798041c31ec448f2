"""Whose text counts where a school's and the law of the day speak and differ.

The host has a policy: the school's text counts (the default), or the law's, or the head has to decide. The
difference is told where it matters, and only there: both texts are asked the same question, and a finding
whose verdict would be another under the other text carries that other finding as its `conflict`. A rule
is judged under one text and then under the other, and knows of neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from . import law
from ._base import Itself, an_instance
from ._day import a_day
from .attestations import Attested, settle
from .errors import WrongArgument
from .findings import Finding, Status, met, worst
from .regulation import InForce, Regulation, contested, filled
from .school_or_law import speaking, told_by_law

__all__ = [
    "Parts",
    "Policy",
    "a_policy",
    "contested_by_law",
    "effective",
    "judged",
    "preferred",
]

Policy = Literal["school", "law", "undecided"]
"""Whose text counts where the school's and the law's differ; ``undecided`` leaves it to the head.

By attesting what is left open the head stands by the school's text; whoever decides for the law is asked
again under ``law``.
"""

DECIDED = frozenset({"fee.amount", "codes.until", "mlegitymacja.validity"})
"""Conditions whose measured value is what is decided: another value is another verdict."""

UNASKED = "I-school-or-law"
"""Under what a condition is met that a text does not ask."""

Parts = tuple[tuple[str, ...], ...]
"""Parts of a text, each by its names from the outside in, such as ``("mlegitymacja", "codes")``."""

WHOLE: Parts = ((),)
"""All of it."""


def effective(school: Regulation, *, on: date, policy: Policy = "school") -> Regulation:
    """What applies at a school on a day: its records in force, and under them the law's.

    A school may be nothing but its name: then all is the law's.

    Args:
        school: the school's text.
        on: the day.
        policy: whose record stands where both speak and differ; ``undecided`` shows the school's.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> leczna, day = variants.get("leczna"), date(2026, 11, 26)
    >>> effective(leczna, on=day).photo_for("mlegitymacja").pixels.clause
    'notice:sio-photo'
    """
    an_instance(school, Regulation, "school")
    a_day(on, "on")
    own = speaking(preferred(school, on, a_policy(policy)), on)
    if not own.in_force.covers(on):
        since = InForce(since=law.BEGINS, clause="I-school-or-law")
        own = own.model_copy(update={"in_force": since})
    return filled(own, law.regulation(on))


def preferred(school: Regulation, on: date, policy: Policy) -> Regulation:
    """The school's text, or the one that gives way to the law, as the policy has it."""
    return contested_by_law(school, on) if policy == "law" else school


def a_policy(value: object) -> Policy:
    """The value itself if it is a policy.

    Raises:
        WrongArgument: if it is none.
    """
    for policy in get_args(Policy):
        if value == policy:
            return policy  # type: ignore[no-any-return]  # one of the three, which mypy cannot see
    raise WrongArgument("policy", f"one of {', '.join(get_args(Policy))}")


def contested_by_law(school: Regulation, on: date, about: Parts = WHOLE) -> Regulation:
    """The school's text with the law's records where both speak and differ; else the text itself.

    A part that is not in force keeps its period, and whoever judges by it leaves it out as ever.

    Args:
        school: the school's text.
        on: the day whose law is asked.
        about: the parts that matter; where they do not differ it is the text itself.
    """
    return _contested(Itself(school), on, about)


# Asked anew for each decision, and answered alike as long as neither text nor day is another.
@lru_cache(maxsize=4096)
def _contested(school: Itself[Regulation], on: date, about: Parts) -> Regulation:
    own = school.thing
    lawful = contested(own, law.regulation(on))
    touched = any(_part(own, path) is not _part(lawful, path) for path in about)
    return lawful if touched else own


def _part(text: Regulation, path: tuple[str, ...]) -> object:
    part: object = text
    for step in path:
        part = getattr(part, step, None)
    return part


def judged(
    school: Regulation,
    on: date,
    policy: Policy,
    judge: Callable[[Regulation], tuple[Finding, ...]],
    attested: Attested = (),
    about: Parts = WHOLE,
) -> tuple[Finding, ...]:
    """The findings under the text that the policy prefers, each with its conflict if it has one.

    Args:
        school: the school's text.
        on: the day whose law is asked.
        policy: whose text counts.
        judge: what is asked of a text.
        attested: what humans have said; the head's word settles what the policy leaves undecided.
        about: the parts of a text that bear on the question.
    """
    by_school, lawful = tuple(told_by_law(judge(school), on)), contested_by_law(school, on, about)
    if lawful is school:
        return by_school
    by_law = tuple(told_by_law(judge(lawful), on))
    if worst(by_school) is worst(by_law) is Status.BREACHED:
        # Refused by both, for whatever reasons: nothing hangs on which of them counts.
        return by_law if policy == "law" else by_school
    match policy:
        case "law":
            return tuple(_against(by_law, by_school))
        case "school":
            return tuple(_against(by_school, by_law))
        case _:
            return tuple(_left_to_head(_against(by_school, by_law), attested))


def _left_to_head(findings: Iterable[Finding], attested: Attested) -> Iterable[Finding]:
    """The findings, each conflict open until the head has decided it."""
    for found in findings:
        if found.conflict:
            undecided = replace(
                found, status=Status.NEEDS_REVIEW, who="head", attested_by=None, attested_on=None
            )
            yield settle(undecided, attested)
        else:
            yield found


def _against(findings: Sequence[Finding], others: Sequence[Finding]) -> Iterator[Finding]:
    """Each finding, with the other text's on the same condition where its verdict differs.

    Conditions are the same that have code and subject in common; failing that, the code alone, or what
    it is about (`photo.width_exactly` is about `photo.width`). What one text asks and the other does not
    is met under that other (I-school-or-law).
    """
    left = list(others)
    paired: dict[int, Finding] = {}
    for same in (_condition, _code, _matter):
        for place, finding in enumerate(findings):
            if place not in paired:
                other = next((one for one in left if same(one) == same(finding)), None)
                if other is not None:
                    left.remove(other)
                    paired[place] = other
    for place, finding in enumerate(findings):
        other = paired.get(place) or _unasked(finding)
        yield replace(finding, conflict=other) if _differ(finding, other) else finding
    for other in left:
        if other.status is not Status.MET:
            yield replace(_unasked(other), conflict=other)


def _condition(finding: Finding) -> object:
    return finding.code, finding.subject


def _code(finding: Finding) -> object:
    return finding.code


def _matter(finding: Finding) -> object:
    return finding.code.removesuffix("_exactly").removesuffix("_at_most")


def _unasked(finding: Finding) -> Finding:
    return met(finding.code, UNASKED, subject=finding.subject)


def _differ(one: Finding, other: Finding) -> bool:
    decided = one.code in DECIDED and other.clause != UNASKED
    return one.status is not other.status or (decided and one.measured != other.measured)
