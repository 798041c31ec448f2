"""Which provisions say on a day what a text cites an act for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from .. import law
from ..citations import ACTS, Citation, citation
from ..vocabulary import BasisTopic, Procedure

__all__ = ["saying"]

_FEES: Mapping[BasisTopic, Procedure] = MappingProxyType(
    {
        "id_duplicate_fee": "id_duplicate",
        "certificate_duplicate_fee": "certificate_duplicate",
    }
)

_PROVISIONS: Mapping[BasisTopic, str] = MappingProxyType(
    {
        "pupils_mlegitymacja": "act:mobywatel:art.25",
        "special_data": "act:rodo:art.9.2",
    }
)
"""Provisions that have stood unchanged as long as their acts."""


def saying(about: BasisTopic, on: date) -> tuple[Citation, ...]:
    """The provisions that say on a day what a text cites an act for; none if that is not known."""
    if fee := _FEES.get(about):
        span = law.FEES[fee].on(on)
        places = (span.clause, *span.also) if span.value is not None else ()
        return tuple(citation(place) for place in places)
    provision = citation(_PROVISIONS[about])
    return (provision,) if ACTS[provision.source].spell.covers(on) else ()
