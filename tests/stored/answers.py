"""Answers, and what they explain: what 0.1.0 could tell already."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from legitymacja_rules import fees, mlegitymacja, variants
from legitymacja_rules.loading import dump
from legitymacja_rules.outcomes import Accepted
from samples import CODES, DAY, activate, application

LATE = date(2024, 11, 1)


def answers() -> Iterator[dict[str, Any]]:
    """Of each outcome one, a fee, and what two of them explain."""
    leczna, balin = variants.get("leczna"), variants.get("balin")
    call: dict[str, Any] = {"on": DAY, "codes": CODES}
    accepted = mlegitymacja.issue(application("leczna"), leczna, **call)
    assert isinstance(accepted, Accepted)
    late = mlegitymacja.decide(accepted.document, activate("leczna", on=LATE), leczna)
    waiting = mlegitymacja.issue(application("balin"), balin, **call)
    fee = fees.fee(leczna, "id_duplicate", on=DAY)
    for kind, answer in (
        ("outcome", accepted),
        ("outcome", late),
        ("outcome", waiting),
        ("fee", fee),
    ):
        yield {"kind": kind, "said": json.loads(dump(answer))}
    for told in (late, fee):
        yield {"kind": "explanation", "said": json.loads(told.explain_json("pl"))}
