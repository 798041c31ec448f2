"""Which text says what of one mLegitymacja: the school's, as long as it reaches; under it the law's.

What a text promised at the issue it keeps: window, devices and steps are those of the day of issue, and
what was issued by the last day of a school's text lives on by that text. Grounds, for revoking and for
issuing again, are those of the day of the command; and issuing again is an issue, for which the school's
text must be in force.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from .. import law
from .._base import Itself
from ..findings import Finding, met
from ..regulation import MlegitymacjaProcedure, Regulation, filled
from ..school_or_law import in_force, silent
from .records import Mlegitymacja

__all__ = ["applies", "law_of", "text_for", "text_on"]


def text_on(school: Regulation, on: date) -> MlegitymacjaProcedure:
    """What decides an issue on a day; an empty text if neither school nor law says anything at all."""
    return _over_the_law(school, on, speaks=school.period("mlegitymacja").covers(on))


def text_for(
    school: Regulation, document: Mlegitymacja, kind: str, on: date
) -> MlegitymacjaProcedure:
    """What decides a kind of command on a document; an empty text if neither says anything at all."""
    if kind == "reissue":
        return text_on(school, on)
    period, day = school.period("mlegitymacja"), law_of(document, kind, on)
    begun = period.since is not None and period.since <= day
    reaches = period.until is None or document.issued.on <= period.until
    return _over_the_law(school, day, speaks=begun and reaches)


def law_of(document: Mlegitymacja, kind: str, on: date) -> date:
    """The day whose law bears on a kind of command: of the issue, or of the command for grounds."""
    return on if kind in {"revoke", "reissue"} else document.issued.on


def applies(text: MlegitymacjaProcedure, on: date) -> Finding:
    """That the school's text applies, or that the law answers in its place; or that neither does."""
    if text.in_force:
        return in_force(text.in_force, on)
    if text.consent:
        return met("law.answers", text.consent.clause, on.isoformat(), subject="mlegitymacja")
    return silent("mlegitymacja")


def _over_the_law(school: Regulation, on: date, *, speaks: bool) -> MlegitymacjaProcedure:
    return _laid(Itself(school), on, speaks)


# Asked anew for each decision, and answered alike as long as neither text nor day is another.
@lru_cache(maxsize=4096)
def _laid(school: Itself[Regulation], on: date, speaks: bool) -> MlegitymacjaProcedure:
    """The school's text with the law's sheet under it, where it speaks; else that sheet.

    Its `in_force` is the school's period where that text speaks, or where the law knows no whole model
    for the day, so that the day lies outside all that answers; None where the law answers alone.
    """
    own, under = school.thing.mlegitymacja, law.regulation(on).mlegitymacja
    assert under is not None  # noqa: S101  (the sheet has a room for each procedure)
    if own is None:
        return under
    period = school.thing.period("mlegitymacja")
    if speaks:
        return filled(own, under).model_copy(update={"in_force": period})
    return under if under.codes else under.model_copy(update={"in_force": period})
