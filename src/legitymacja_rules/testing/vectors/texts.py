"""Texts: what is out of date in them, how they differ, what lies under them, and what clauses mean."""

from __future__ import annotations

from collections.abc import Iterator

from ... import interpretations
from ...law.dates import BEGINS
from .asking import Case
from .dates import DAY, TODAY
from .people import BARE, SCHOOLS

__all__ = ["cases"]


def cases() -> Iterator[Case]:
    """All of them."""
    yield Case("texts/names", "variants.names")
    for school in SCHOOLS:
        yield Case(f"texts/{school}", "variants.get", {"name": school})
        for day in (DAY, TODAY):
            yield Case(f"audit/{school}/{day}", "audit.audit", {"school": school, "on": day})
    pairs = (("grojec", "leczna"), ("balin", "sp6"), ("leczna", BARE))
    for left, right in pairs:
        name = right if isinstance(right, str) else "law"
        told = {"left": left, "right": right, "on": DAY}
        yield Case(f"compare/{left}/{name}", "compare.differences", told)
    yield Case("texts/schema", "schools.schema")
    for policy in ("school", "law"):
        told = {"school": "leczna", "on": TODAY, "policy": policy}
        yield Case(f"texts/leczna/today/{policy}", "policy.effective", told)
    for day in (BEGINS.isoformat(), DAY, TODAY):
        yield Case(f"law/{day}", "law.regulation", {"on": day})
        yield Case(f"law/{day}/how-sure", "law.certainties", {"on": day})
    for clause in ("leczna:VI.2", "act:system-oswiaty:art.11.1d", "I-mb", "invariant:day-order"):
        yield Case(f"clause/{clause}", "citations.citation", {"clause": clause})
    for reading in interpretations.REGISTER:
        yield Case(f"reading/{reading}", "interpretations.interpretation", {"id_": reading})
