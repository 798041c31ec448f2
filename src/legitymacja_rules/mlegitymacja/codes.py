"""Activation codes: how long they work, whether they are new, what follows once they have run out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from .._day import LAST_DAY
from .._instants import polish_days
from ..findings import Finding, breached, met, not_covered
from ..regulation import MlegitymacjaProcedure
from .records import ActivationCodes, Mlegitymacja

__all__ = ["after_lapse", "codes_fresh", "codes_until"]


def codes_until(rules: MlegitymacjaProcedure, codes: ActivationCodes) -> date | None:
    """The last day on which codes work, None if no text says; that of generation is not counted (I-30d)."""
    if rules.codes is None:
        return None
    window = rules.codes.window(codes.way)
    if window.days is not None:
        return min(LAST_DAY, codes.generated + timedelta(days=window.days))
    if window.minutes is None:
        return None
    latest = codes.at or datetime.combine(codes.generated, time.max)
    return min(LAST_DAY, max(polish_days(latest + timedelta(minutes=window.minutes))))


def codes_fresh(codes: ActivationCodes, known: Sequence[Mlegitymacja]) -> Finding:
    """Whether new codes are others than all earlier ones."""
    used = any(one.shares(codes) for document in known for one in document.code_sets)
    return (breached if used else met)("codes.fresh", "invariant:own-codes")


def after_lapse(rules: MlegitymacjaProcedure, judge: Callable[..., Finding]) -> Finding:
    """That only a new application leads on from a lapse, where the text says so."""
    if row := rules.after_lapse:
        return judge("codes.after_lapse", row.clause, subject="new_application", also=row.also)
    return not_covered("codes.after_lapse", "I-lapse")
