"""The national layer: what applies to every school, by day.

Topic by topic, each a timeline of dated, cited spans. A school's own text comes first; where it is
silent these answer, and the answer says that it was the law, by which provision, and how sure the
source is. Where nothing confirmed is known a span says so, and the answer is *not covered*.

The tables begin on 1 September 2019. A new topic is one more table; a change of law one more span.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from .regulation import (
    Basis,
    CertificateForms,
    Eligible,
    Grounds,
    May,
    PaperIds,
    ReissueRow,
    RevocationRow,
    Rule,
)
from .timeline import Span, Timeline
from .vocabulary import IdKind, Procedure

__all__ = [
    "CERTIFICATE_FORMS",
    "CERTIFICATE_RECORDS",
    "DUPLICATE_NUMBER",
    "EXCHANGE_GROUNDS",
    "FEES",
    "FIRST_ID",
    "PAPER_IDS",
    "REISSUE_GROUNDS",
    "REVOCATION_GROUNDS",
]

CHECKED = date(2026, 11, 22)
REGULATION_2019 = date(2019, 9, 1)
REGULATION_2023 = date(2023, 6, 17)
MOBYWATEL_ACT = date(2023, 7, 14)
NEW_CARD_RULE = date(2023, 12, 22)
SIO = date(2025, 9, 17)
FEES_UNCONFIRMED_SINCE = date(2026, 1, 1)


def _fee(amount: str, stamp_duty: str | None) -> Timeline[Decimal]:
    """A fee whose amount the stamp duty act sets, to which both regulations refer."""
    pln = Decimal(amount)
    also = (f"act:oplata-skarbowa:zał.{stamp_duty}",) if stamp_duty else ()
    old, new = "act:druki-2019:§29", "act:druki-2023:§67"
    return Timeline(
        Span(REGULATION_2019, pln, old, CHECKED, also=also),
        Span(REGULATION_2023, pln, new, CHECKED, also=also),
        Span(FEES_UNCONFIRMED_SINCE, pln, new, CHECKED, "probable", also),
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

_SIO_REASONS = "notice:sio-revocation-reasons"
_SECTION_26 = "act:druki-2019:§26"
_ENTITLED = (
    May(who="parent", pupil="minor", clause=_SECTION_26),
    May(who="pupil", pupil="adult", clause=_SECTION_26),
)
_RULING = Basis(accepted=("administrative_decision", "court_ruling"), clause=_SECTION_26)

REVOCATION_GROUNDS: Timeline[tuple[RevocationRow, ...]] = Timeline(
    Span(
        REGULATION_2019,
        (
            RevocationRow(ground="on_request", applicants=_ENTITLED, clause=_SECTION_26),
            RevocationRow(
                ground="device_lost_or_damaged", applicants=_ENTITLED, clause=_SECTION_26
            ),
            RevocationRow(ground="other_loss", applicants=_ENTITLED, clause=_SECTION_26),
            RevocationRow(ground="name_change", basis=_RULING, clause=_SECTION_26),
            RevocationRow(ground="id_validity_lost", clause=_SECTION_26),
            RevocationRow(ground="school_changed", clause=_SECTION_26),
        ),
        _SECTION_26,
        CHECKED,
    ),
    Span(REGULATION_2023, None, "I-reissue", CHECKED, "unknown"),
    Span(
        SIO,
        (
            RevocationRow(ground="id_validity_lost", clause=_SIO_REASONS),
            RevocationRow(ground="school_changed", clause=_SIO_REASONS),
            RevocationRow(ground="school_completed", clause=_SIO_REASONS),
        ),
        _SIO_REASONS,
        CHECKED,
        "probable",
    ),
)
"""Grounds on which an mLegitymacja is revoked; in the system of today with its ID, for a few reasons."""

REISSUE_GROUNDS: Timeline[tuple[ReissueRow, ...]] = Timeline(
    Span(
        REGULATION_2019,
        (
            ReissueRow(ground="validity_confirmed", clause=_SECTION_26),
            ReissueRow(ground="errors_found", clause=_SECTION_26),
            ReissueRow(
                ground="after_revocation",
                after=("on_request", "device_lost_or_damaged", "other_loss"),
                clause=_SECTION_26,
            ),
            ReissueRow(ground="name_change", basis=_RULING, clause=_SECTION_26),
        ),
        _SECTION_26,
        CHECKED,
    ),
    Span(REGULATION_2023, None, "I-reissue", CHECKED, "unknown"),
    Span(
        NEW_CARD_RULE,
        (ReissueRow(ground="new_card", clause="notice:new-card-new-mlegitymacja"),),
        "notice:new-card-new-mlegitymacja",
        CHECKED,
        "probable",
    ),
)
"""Grounds on which an mLegitymacja is issued again, as far as the law is known to name them."""

_SECTION_74 = "act:druki-2023:§74"

PAPER_IDS: Timeline[PaperIds] = Timeline(
    Span(
        REGULATION_2019,
        PaperIds(last_issue=date(2024, 7, 12), clause=_SECTION_74),
        _SECTION_74,
        CHECKED,
    ),
)
"""Until when IDs were issued on paper: for those dated earlier no other day was ever the last."""


def _first_id(unit: str, *, disability: bool) -> Timeline[Eligible]:
    clause = f"act:system-oswiaty:art.11.{unit}"
    return Timeline(
        Span(REGULATION_2019, None, "I-silence", CHECKED, "unknown"),
        Span(
            MOBYWATEL_ACT,
            Eligible(disability=disability, preparatory_year=disability, clause=clause),
            clause,
            CHECKED,
            "probable",
        ),
    )


FIRST_ID: Mapping[IdKind, Timeline[Eligible]] = MappingProxyType(
    {
        "school": _first_id("1a", disability=False),
        "preschool": _first_id("1c", disability=True),
    }
)
"""Who gets a first ID, by its kind."""

EXCHANGE_GROUNDS: Timeline[Grounds] = Timeline(
    Span(REGULATION_2019, None, "I-silence", CHECKED, "unknown"),
    Span(
        SIO,
        Grounds(any_of=("error", "first_name", "last_name", "pesel_granted"), clause=_SIO_REASONS),
        _SIO_REASONS,
        CHECKED,
        "probable",
    ),
)
"""Why an ID is exchanged: in the education information system a closed list of reasons."""

DUPLICATE_NUMBER: Timeline[Rule] = Timeline(
    Span(REGULATION_2019, None, "I-new-card", CHECKED, "unknown"),
    Span(
        SIO,
        Rule(clause="notice:sio-next-number"),
        "notice:sio-next-number",
        CHECKED,
        "probable",
    ),
)
"""That a duplicate takes the register's next number, and not the original's."""

_SECTION_24 = "act:druki-2019:§24"

CERTIFICATE_RECORDS: Timeline[Rule] = Timeline(
    Span(REGULATION_2019, Rule(clause=_SECTION_24), _SECTION_24, CHECKED),
    Span(REGULATION_2023, None, "I-silence", CHECKED, "unknown"),
)
"""That without records no duplicate of a certificate is issued, but a statement."""

CERTIFICATE_FORMS: Timeline[CertificateForms] = Timeline(
    Span(
        REGULATION_2019,
        CertificateForms(any_of=("form_of_the_time",), clause=_SECTION_24),
        _SECTION_24,
        CHECKED,
    ),
    Span(REGULATION_2023, None, "I-silence", CHECKED, "unknown"),
)
"""On which form the duplicate of a certificate is made."""
