"""What procedures cost by law.

A fee for a duplicate is an amount equal to a stamp duty, to which both regulations refer; first IDs,
exchanges and mLegitymacje are free.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from ..timeline import Span, Timeline
from ..vocabulary import Procedure
from .dates import BEGINS, CHECKED, FEES_UNCONFIRMED, REGULATION_2023, day_before

__all__ = ["FEES"]


def _fee(amount: str, stamp_duty: str | None) -> Timeline[Decimal]:
    """A fee whose amount the stamp duty act sets, to which both regulations refer."""
    pln = Decimal(amount)
    also = (f"act:oplata-skarbowa:zał.{stamp_duty}",) if stamp_duty else ()
    old, new = "act:druki-2019:§29", "act:druki-2023:§67"
    until_2023, until_2026 = day_before(REGULATION_2023), day_before(FEES_UNCONFIRMED)
    return Timeline(
        Span(BEGINS, until_2023, pln, old, CHECKED, boundary="probable", also=also),
        Span(REGULATION_2023, until_2026, pln, new, CHECKED, also=also),
        Span(FEES_UNCONFIRMED, None, pln, new, CHECKED, "probable", also=also),
    )


_FREE = _fee("0.00", None)

FEES: Mapping[Procedure, Timeline[Decimal]] = MappingProxyType(
    {
        "school_id": _FREE,
        "preschool_id": _FREE,
        "id_exchange": _FREE,
        "id_duplicate": _fee("9.00", "II.7"),
        "mlegitymacja": _FREE,
        "certificate_duplicate": _fee("26.00", "II.5"),
    }
)
"""What a procedure costs, in PLN."""
