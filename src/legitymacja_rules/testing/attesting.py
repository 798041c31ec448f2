"""What humans say of all that waits for one of them.

Much that the rules ask no machine can see, and whatever is decided then waits for somebody's word. A made
document has to come to its state all the same, and a law has to see answers with a yes and with a no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from ..attestations import Attestation, Attested
from ..findings import Finding, Role

__all__ = ["attest", "heard"]


def attest(
    findings: Iterable[Finding], *, on: date, holds: bool = True, role: Role | None = "head"
) -> Attested:
    """A yes, or a no, to all that waits for a human; the head's unless said otherwise.

    Args:
        findings: those of an answer.
        on: the day on which it is said.
        holds: whether it is a yes.
        role: who says so; for each finding the one who may if None.

    >>> from legitymacja_rules.findings import needs_review
    >>> attest([needs_review("photo.background", "x:1")], on=date(2024, 10, 1))[0].role
    'head'
    """
    return tuple(
        Attestation(
            condition=one.code, subject=one.subject, role=role or one.who, on=on, holds=holds
        )
        for one in findings
        if one.who is not None
    )


def heard(ask: Callable[[Attested], Any], *, on: date, holds: bool = True) -> Any:  # noqa: ANN401  (whatever is asked)
    """What becomes of a question once the head has been heard on all that waits for a human.

    Args:
        ask: puts the question, with these words.
        on: the day on which the head says so.
        holds: whether it is a yes.
    """
    first = ask(())
    words = attest(first.findings, on=on, holds=holds)
    return ask(words) if words else first
