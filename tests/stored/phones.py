"""mLegitymacje as the five texts had them: what 0.1.0 could tell already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from legitymacja_rules import mlegitymacja, variants
from legitymacja_rules.facts import Code
from legitymacja_rules.mlegitymacja import ActivationCodes, Reissue, Revoke
from samples import CODES, DAY, SCHOOLS, activate, application
from stored.lives import Life, begun

LATER = date(2024, 11, 5)


def issued(school: str, **changes: Any) -> Life:
    """One that was issued on the sample day."""
    asked = application(school, **changes)
    return begun(mlegitymacja, "issue", asked, variants.get(school), on=DAY, codes=CODES)


def lives() -> Iterator[tuple[str, Life]]:
    """At each school one that was revoked, and one in whose place another was issued."""
    yield "issued at ostroleka", issued("ostroleka")
    for school in SCHOOLS:
        used = issued(school).then(activate(school))
        yield f"revoked at {school}", used.then(Revoke(on=LATER, ground="school_changed"))
        again = used.then(_again(school))
        yield f"issued again at {school}", again
        yield f"the new one at {school}", again.copy()
    at_request = Revoke(on=LATER, ground="on_request", applicant="parent")
    yield "lapsed and revoked at leczna", issued("leczna").then(at_request)


def _again(school: str) -> Reissue:
    new = ActivationCodes(generated=LATER, qr=Code("QR-2"), code=Code("CODE-2"))
    asked = application(school, received=LATER)
    return Reissue(on=LATER, ground="errors_found", application=asked, codes=new)
