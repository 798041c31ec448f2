"""All topics of the law by name, for whoever walks them: tests, drawn pages, a reader."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ..timeline import Timeline
from .certificates import CERTIFICATE_FORMS, CERTIFICATE_RECORDS
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

__all__ = ["TOPICS"]

TOPICS: Mapping[str, Timeline[Any]] = MappingProxyType(
    {
        "system": SYSTEM,
        "consent": CONSENT,
        "first_id.school": FIRST_ID["school"],
        "first_id.preschool": FIRST_ID["preschool"],
        "prior_id": PRIOR_ID,
        "pesel": PESEL,
        "validity": VALIDITY,
        "revocation_grounds": REVOCATION_GROUNDS,
        "reissue_grounds": REISSUE_GROUNDS,
        "codes": CODES,
        "qr_codes": QR_CODES,
        "codes_once": CODES_ONCE,
        "devices": DEVICES,
        "photo": PHOTO,
        "id_forms": ID_FORMS,
        "paper_ids": PAPER_IDS,
        "exchange_grounds": EXCHANGE_GROUNDS,
        "duplicate_number": DUPLICATE_NUMBER,
        "duplicate_date": DUPLICATE_DATE,
        "certificate_records": CERTIFICATE_RECORDS,
        "certificate_forms": CERTIFICATE_FORMS,
        "days_off": DAYS_OFF,
        **{f"fee.{procedure}": line for procedure, line in FEES.items()},
    }
)
"""Topic → its timeline; a table of tables is one topic for each of its keys."""
