"""The law of one day, written as a school's text is.

Between two changes of the law a day is like any other, so the sheet of a day is that of its age: made
once, and the same object for each day of it. What no topic covers is silence on the sheet, as it is in a
school's text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from .._day import a_day
from ..regulation import (
    Amount,
    CertificateDuplicateRules,
    DuplicateRules,
    FirstIdRules,
    IdRules,
    InForce,
    MlegitymacjaProcedure,
    ProcedureRules,
    Regulation,
    cited_in,
)
from ..timeline import Certainty
from ..vocabulary import Procedure
from .certificates import CERTIFICATE_FORMS, CERTIFICATE_RECORDS
from .dates import BEGINS
from .ids import EXCHANGE_GROUNDS, FIRST_ID, PAPER_IDS
from .mlegitymacja import (
    CODES,
    CODES_ONCE,
    CONSENT,
    DEVICES,
    PESEL,
    PHOTO,
    PRIOR_ID,
    REISSUE_GROUNDS,
    REVOCATION_GROUNDS,
    VALIDITY,
)
from .money import FEES
from .topics import TOPICS

__all__ = ["certainties", "regulation"]

_AGES = sorted({span.since for topic in TOPICS.values() for span in topic})
"""The first days of the ages of the law."""


def regulation(on: date) -> Regulation:
    """What the law says on a day, in the records of a school's text; before its tables nothing.

    Raises:
        WrongArgument: if it is no calendar day.

    >>> regulation(date(2025, 9, 17)).mlegitymacja.devices.limit
    5
    >>> regulation(date(2025, 9, 16)).mlegitymacja.devices is None
    True
    """
    return _sheet(_age(a_day(on, "on")))


def certainties(on: date) -> Mapping[str, Certainty]:
    """How sure each source is of which the law's answers on a day consist, by clause."""
    return _certainties(_age(on))


def _age(on: date) -> date:
    place = bisect_right(_AGES, on)
    return _AGES[place - 1] if place else date.min


@lru_cache(maxsize=64)
def _certainties(age: date) -> Mapping[str, Certainty]:
    spans = [span for topic in TOPICS.values() if (span := topic.on(age)).value is not None]
    rows = {row.clause: span.certainty for span in spans for row in cited_in(span.value)}
    return MappingProxyType(rows | {span.clause: span.certainty for span in spans})


@lru_cache(maxsize=64)
def _sheet(age: date) -> Regulation:
    grounds = EXCHANGE_GROUNDS.on(age).value
    return Regulation(
        slug="law",
        school="(prawo)",
        text="przepisy krajowe",
        in_force=InForce(since=BEGINS, clause="I-before-table"),
        school_id=FirstIdRules(
            eligible=FIRST_ID["school"].on(age).value, fees=_fees("school_id", age)
        ),
        preschool_id=FirstIdRules(
            eligible=FIRST_ID["preschool"].on(age).value, fees=_fees("preschool_id", age)
        ),
        id_exchange=ProcedureRules(
            grounds=(grounds,) if grounds else (), fees=_fees("id_exchange", age)
        ),
        id_duplicate=DuplicateRules(fees=_fees("id_duplicate", age)),
        mlegitymacja=MlegitymacjaProcedure(
            consent=CONSENT.on(age).value,
            prior_id=PRIOR_ID.on(age).value,
            pesel=PESEL.on(age).value,
            photo=PHOTO.on(age).value,
            validity=VALIDITY.on(age).value or (),
            codes=CODES.on(age).value,
            one_time=CODES_ONCE.on(age).value,
            devices=DEVICES.on(age).value,
            revocation=REVOCATION_GROUNDS.on(age).value or (),
            reissue=REISSUE_GROUNDS.on(age).value or (),
            fees=_fees("mlegitymacja", age),
        ),
        certificate_duplicate=CertificateDuplicateRules(
            forms=CERTIFICATE_FORMS.on(age).value,
            no_records=CERTIFICATE_RECORDS.on(age).value,
            fees=_fees("certificate_duplicate", age),
        ),
        ids=IdRules(paper=PAPER_IDS.on(age).value),
    )


def _fees(procedure: Procedure, age: date) -> tuple[Amount, ...]:
    span = FEES[procedure].on(age)
    if span.value is None:
        return ()
    return (Amount(amount=span.value, clause=span.clause, also=span.also),)
