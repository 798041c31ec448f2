"""The national layer: what applies to every school, by day.

Topic by topic, each a timeline of dated, cited spans. A school's own text comes first; where it is
silent these answer, and the answer says that it was the law, by which provision, and how sure the
source is. Where nothing confirmed is known a span says so, and the answer is *not covered*.

A new topic is one more table in the room of its matter; a change of law one more span. `regulation`
puts the topics of one day together in the very records that a school's text is made of, so that the law
can lie under a school's text as one sheet under another.

>>> from datetime import date
>>> TOPICS["consent"].on(date(2024, 3, 7)).value.model, TOPICS["consent"].on(date(2024, 3, 8)).clause
('application', 'act:system-oswiaty:art.11.1d')
"""

from __future__ import annotations

from .certificates import CERTIFICATE_FORMS, CERTIFICATE_RECORDS
from .dates import BEGINS
from .days import DAYS_OFF
from .ids import DUPLICATE_DATE, DUPLICATE_NUMBER, EXCHANGE_GROUNDS, FIRST_ID, ID_FORMS, PAPER_IDS
from .mlegitymacja import (
    CODES,
    CODES_ONCE,
    CONSENT,
    DEVICES,
    PESEL,
    PHOTO,
    PRIOR_ID,
    QR_CODES,
    REISSUE_GROUNDS,
    REVOCATION_GROUNDS,
    SYSTEM,
    VALIDITY,
)
from .money import FEES
from .sheet import certainties, regulation
from .topics import TOPICS

__all__ = [
    "BEGINS",
    "CERTIFICATE_FORMS",
    "CERTIFICATE_RECORDS",
    "CODES",
    "CODES_ONCE",
    "CONSENT",
    "DAYS_OFF",
    "DEVICES",
    "DUPLICATE_DATE",
    "DUPLICATE_NUMBER",
    "EXCHANGE_GROUNDS",
    "FEES",
    "FIRST_ID",
    "ID_FORMS",
    "PAPER_IDS",
    "PESEL",
    "PHOTO",
    "PRIOR_ID",
    "QR_CODES",
    "REISSUE_GROUNDS",
    "REVOCATION_GROUNDS",
    "SYSTEM",
    "TOPICS",
    "VALIDITY",
    "certainties",
    "regulation",
]
