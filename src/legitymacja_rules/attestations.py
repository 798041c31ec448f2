"""What only a human can say, and how it settles an open condition.

No program sees whether a background is plain, whether a photo is current, whether the head agrees.
Such a condition comes out as *needs review* (or *not covered*, where no text answers and the head
has to decide). The host asks the human and passes what he or she said as an `Attestation`: which
condition, whether it holds, in which role, on which day. The same question is then answered again.
An attestation never overrules a measured breach.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Annotated

from ._base import Flag, Record
from ._day import Day
from ._text import Line
from .findings import Finding, Role, Status, breached

__all__ = ["Attestation", "Attested", "settle", "settle_all"]


Word = Annotated[str, Line(200)]
"""The code of a finding, or what it is about."""


class Attestation(Record):
    """A human's word on one condition.

    Attributes:
        condition: the code of the finding that waits, such as ``photo.background``.
        role: in which role it was said: ``office`` or ``head``.
        on: the day it was said.
        holds: whether the condition holds; False turns the open finding into a breach.
        subject: which one, where a code has several (an item, a ground); None means all.

    >>> Attestation(condition="photo.background", role="office", on=date(2024, 10, 1)).holds
    True
    """

    condition: Word
    role: Role
    on: Day
    holds: Flag = True
    subject: Word | None = None


Attested = tuple[Attestation, ...]
"""The attestations that come with a question."""


def settle(finding: Finding, attested: Sequence[Attestation]) -> Finding:
    """The finding as it stands after what was attested; unchanged if it was not open.

    The last word, by its day, of those who may say it counts; what the head has to decide the office cannot.
    """
    if finding.who is None or not attested:
        return finding
    about = [
        word
        for word in attested
        if word.condition == finding.code and word.subject in (None, finding.subject)
    ]
    entitled = [word for word in about if finding.who == "office" or word.role == "head"]
    if not entitled:
        return finding.noting("head_only") if about else finding
    last = max(reversed(entitled), key=lambda word: word.on)
    status = Status.MET if last.holds else Status.BREACHED
    return _attested(finding, status, last.role, last.on)


@lru_cache(maxsize=8192)
def _attested(finding: Finding, status: Status, role: Role, on: date) -> Finding:
    return replace(finding, status=status, who=None, attested_by=role, attested_on=on)


def settle_all(findings: Iterable[Finding], attested: Attested, on: date) -> tuple[Finding, ...]:
    """All findings settled; an attestation dated after the day asked about is a breach itself."""
    if not attested:
        return (*findings,)
    settled = tuple(settle(finding, attested) for finding in findings)
    late = tuple(
        breached("attestation.day", "invariant:day-order", word.on.isoformat(), on.isoformat())
        for word in attested
        if word.on > on
    )
    return settled + late
