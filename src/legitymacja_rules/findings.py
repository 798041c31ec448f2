"""What a rule says: findings.

A rule looks at one condition and returns one finding. The finding names the condition, not the
fault (`photo.width`, not "too narrow"), so that the same code can be met, breached or open; it
carries the clause that sets the condition, what was measured and what was demanded, and, where
nothing but time stands in the way, the first day on which it would be met.

Four statuses, from best to worst: *met*; *needs review*, a human must look; *not covered*, the
answer depends on a rule that no known text makes; *breached*. The worst decides an outcome.
Nothing personal ever stands in a finding: values are sizes, days, amounts and closed words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar, Literal

from ._day import CountedDay, Day

__all__ = [
    "STRICT",
    "Finding",
    "Role",
    "Status",
    "Value",
    "breached",
    "met",
    "needs_review",
    "not_covered",
    "worst",
]

Role = Literal["office", "head"]
"""Who may attest for the school: the office (sekretariat) or the head teacher (dyrektor)."""

Value = int | str
"""A measured value or a limit; the unit belongs to the code, days and money are text."""


class Status(StrEnum):
    """What became of one condition; the order of the members is from best to worst."""

    MET = "met"
    NEEDS_REVIEW = "needs_review"
    NOT_COVERED = "not_covered"
    BREACHED = "breached"


STRICT = {"extra": "forbid", "strict": True}
"""How findings and outcomes are loaded: no unknown field, no bool for a number."""

_RANK = {status: rank for rank, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One condition, judged.

    Attributes:
        code: the stable name of the condition, such as ``photo.width``.
        status: met, needs review, not covered or breached.
        clause: the id of what sets the condition: a school's clause (``leczna:VI.2``), a national
            provision (``act:…``), a registered reading (``I-…``) or an ``invariant:…`` of logic.
        also: further places that say the same or bear on it.
        subject: which item, step or ground of several is meant; a closed word.
        measured: what was found.
        limit: what was demanded.
        earliest: the first day on which it would be met, if time alone cures it.
        notes: stable words for what a reader must know beside the verdict.
        who: who may attest or decide an open condition; None where nobody can.
        attested_by: in which role it was attested.
        attested_on: on which day it was attested.
        conflict: what the other of two texts (the school's, the law's) says of the same condition,
            where its verdict differs; None where it agrees or says nothing.
    """

    __pydantic_config__: ClassVar = STRICT

    code: str
    status: Status
    clause: str
    also: tuple[str, ...] = ()
    subject: str | None = None
    measured: Value | None = None
    limit: Value | None = None
    earliest: CountedDay | None = None
    notes: tuple[str, ...] = ()
    who: Role | None = None
    attested_by: Role | None = None
    attested_on: Day | None = None
    conflict: Finding | None = None

    def noting(self, *notes: str) -> Finding:
        """The same finding with notes added."""
        return replace(self, notes=(*self.notes, *notes))


# Most findings are equal to ones built before: the cache halves the cost of a trace. It is bounded,
# typed because 1 and True would share a key, and holds nothing personal, as no finding does.
_memoised = lru_cache(maxsize=8192, typed=True)


@_memoised
def met(
    code: str,
    clause: str,
    measured: Value | None = None,
    limit: Value | None = None,
    *,
    subject: str | None = None,
    also: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> Finding:
    """The condition holds."""
    return Finding(code, Status.MET, clause, also, subject, measured, limit, None, notes)


@_memoised
def breached(
    code: str,
    clause: str,
    measured: Value | None = None,
    limit: Value | None = None,
    *,
    subject: str | None = None,
    also: tuple[str, ...] = (),
    earliest: date | None = None,
    notes: tuple[str, ...] = (),
) -> Finding:
    """The condition does not hold."""
    return Finding(code, Status.BREACHED, clause, also, subject, measured, limit, earliest, notes)


@_memoised
def needs_review(
    code: str,
    clause: str,
    measured: Value | None = None,
    limit: Value | None = None,
    *,
    subject: str | None = None,
    also: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    who: Role = "office",
) -> Finding:
    """A human must look, and may attest what was seen."""
    status = Status.NEEDS_REVIEW
    return Finding(code, status, clause, also, subject, measured, limit, None, notes, who)


@_memoised
def not_covered(
    code: str,
    clause: str,
    measured: Value | None = None,
    limit: Value | None = None,
    *,
    subject: str | None = None,
    also: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    earliest: date | None = None,
    who: Role | None = "head",
) -> Finding:
    """No known text answers; `clause` names what says so: a registered reading, or a text's dates."""
    status = Status.NOT_COVERED
    return Finding(code, status, clause, also, subject, measured, limit, earliest, notes, who)


def worst(findings: Iterable[Finding]) -> Status:
    """The status that decides.

    >>> worst([met("photo.width", "leczna:VI.2"), breached("photo.height", "leczna:VI.2")])
    <Status.BREACHED: 'breached'>
    >>> worst([])
    <Status.MET: 'met'>
    """
    return max({f.status for f in findings}, key=_RANK.__getitem__, default=Status.MET)
