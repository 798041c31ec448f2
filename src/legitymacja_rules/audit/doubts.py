"""The registered doubts of a text: where it is silent, can be read in two ways, or contradicts itself.

Each is a matter for whoever can change the text, and says which reading is taken meanwhile. A difference
to the law is no doubt of this kind: it holds on some days only, and `differences` tells it on those.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..findings import Finding, Status
from ..interpretations import REGISTER
from ..vocabulary import DoubtKind
from .case import Case

__all__ = ["doubts", "registered"]

CODES: Mapping[DoubtKind, str] = {
    "contradiction": "audit.contradiction",
    "ambiguity": "audit.ambiguity",
    "silence": "audit.silence",
}
"""The codes of those doubts that a text bears by itself, whatever the day; the gravest first."""


def doubts(case: Case, told: Collection[str]) -> Iterator[Finding]:
    """Each registered doubt of the text that no other finding tells; nobody can attest it away."""
    for kind, code in CODES.items():
        for id_, places in case.doubts.items():
            if REGISTER[id_].kind == kind and id_ not in told:
                clause, *also = (*places, id_)
                yield Finding(code, Status.NEEDS_REVIEW, clause, tuple(also))


def registered(finding: Finding) -> tuple[str, ...]:
    """The ids of the readings that a finding names."""
    return tuple(place for place in (finding.clause, *finding.also) if place in REGISTER)
