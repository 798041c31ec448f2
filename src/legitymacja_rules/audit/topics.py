"""What the law says of the topics of an audit, by day, as far as the national layer has no rule on them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from .. import law
from ..citations import Citation, citation
from ..timeline import Span, Timeline
from ..vocabulary import BasisTopic, Procedure

__all__ = ["APPLICATION", "SYSTEM", "saying"]

_OBJECTION = "act:system-oswiaty:art.11.1d"

APPLICATION: Timeline[bool] = Timeline(
    Span(law.REGULATION_2019, True, "act:druki-2019:§26", law.CHECKED),
    Span(law.REGULATION_2023, True, "act:druki-2023:§74", law.CHECKED, "probable"),
    Span(date(2024, 3, 8), False, _OBJECTION, law.CHECKED, "probable"),
    Span(law.SIO, False, _OBJECTION, law.CHECKED),
)
"""Whether an mLegitymacja takes an application; since it does not, it goes to every adult pupil, and to
a minor unless the parents object. The rule is confirmed, its first day only probable."""

SYSTEM: Timeline[str] = Timeline(Span(law.SIO, "sio", "notice:sio-model", law.CHECKED))
"""The system in which IDs are registered and mLegitymacje issued, since that is one of the state."""

_FEES: Mapping[BasisTopic, Procedure] = MappingProxyType(
    {
        "id_duplicate_fee": "id_duplicate",
        "certificate_duplicate_fee": "certificate_duplicate",
    }
)

_PROVISIONS: Mapping[BasisTopic, Timeline[bool]] = MappingProxyType(
    {
        "pupils_mlegitymacja": Timeline(
            Span(law.MOBYWATEL_ACT, True, "act:mobywatel:art.25", law.CHECKED)
        ),
        "special_data": Timeline(Span(date(2018, 5, 25), True, "act:rodo:art.9.2", law.CHECKED)),
    }
)


def saying(about: BasisTopic, on: date) -> tuple[Citation, ...]:
    """The provisions that say on a day what a text cites an act for; none if that is not known."""
    fee = _FEES.get(about)
    span: Span[Any] = law.FEES[fee].on(on) if fee else _PROVISIONS[about].on(on)
    return tuple(citation(place) for place in (span.clause, *span.also) if span.value is not None)
