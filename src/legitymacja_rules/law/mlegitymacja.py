"""The mLegitymacja by law, in three ages.

The regulation of 2019 described it: upon application, on the validity of an ID, with grounds for revoking
and for issuing again. The regulation of 2023 is known to us in two sentences only, so of the years under
it most is uncovered; the act of parliament meanwhile turned the application into an opt-out. Since 17
September 2025 it lives in the education information system, of which schools and press tell in notices:
codes that are renewed, several devices, a floor for photos.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from ..regulation import (
    Basis,
    Bound,
    Codes,
    Consent,
    Devices,
    FileSize,
    Formats,
    May,
    PhotoRequirement,
    Picture,
    Pixels,
    PriorId,
    ReissueRow,
    RevocationRow,
    Rule,
    WayWindow,
)
from ..timeline import Span, Timeline, Uncovered
from .dates import (
    BEGINS,
    CHECKED,
    NEW_CARD_RULE,
    OPT_OUT,
    QR_ENDS,
    REGULATION_2023,
    SIO,
    day_before,
)

__all__ = [
    "CODES",
    "CODES_ONCE",
    "CONSENT",
    "DEVICES",
    "PESEL",
    "PHOTO",
    "PRIOR_ID",
    "QR_CODES",
    "REISSUE_GROUNDS",
    "REVOCATION_GROUNDS",
    "SYSTEM",
    "VALIDITY",
]

V = TypeVar("V")

_SECTION_26 = "act:druki-2019:§26"
_OPT_OUT = "act:system-oswiaty:art.11.1d"
_APPLICATIONS_WENT_ON = "notice:application-model"
_NEW_CARD = "notice:new-card-new-mlegitymacja"
_ENDS_WITH_CARD = "notice:sio-card-and-mlegitymacja"
_REASONS = "notice:sio-revocation-reasons"
_CODES = "notice:sio-print-codes"
_PLATFORM_CODES = "notice:sio-platform-codes"
_DEVICES = "notice:sio-devices"
_QR = "notice:sio-code-forms"
_PHOTO = "notice:sio-photo"
_PESEL = "notice:pesel-needed"

_UNTIL_2023, _UNTIL_SIO = day_before(REGULATION_2023), day_before(SIO)

_ENTITLED = (
    May(who="parent", pupil="minor", clause=_SECTION_26),
    May(who="pupil", pupil="adult", clause=_SECTION_26),
)
_RULING = Basis(accepted=("administrative_decision", "court_ruling"), clause=_SECTION_26)


def _known_since_sio(value: V, clause: str, silence: str) -> Timeline[V]:
    """A topic on which only the notices of today's system speak."""
    return Timeline(
        Uncovered(BEGINS, _UNTIL_SIO, silence, CHECKED),
        Span(SIO, None, value, clause, CHECKED, "probable"),
    )


SYSTEM: Timeline[str] = Timeline(
    Uncovered(BEGINS, _UNTIL_SIO, "I-silence", CHECKED),
    Span(SIO, None, "sio", "notice:sio-model", CHECKED),
)
"""The system in which IDs are registered and mLegitymacje issued, since that is one of the state."""

CONSENT: Timeline[Consent] = Timeline(
    Span(
        BEGINS,
        _UNTIL_2023,
        Consent(model="application", clause=_SECTION_26),
        _SECTION_26,
        CHECKED,
        boundary="probable",
    ),
    Span(
        REGULATION_2023,
        day_before(OPT_OUT),
        Consent(model="application", clause=_APPLICATIONS_WENT_ON),
        _APPLICATIONS_WENT_ON,
        CHECKED,
        "probable",
        also=("act:druki-2023:§74",),
    ),
    Span(
        OPT_OUT,
        None,
        Consent(model="opt_out", clause=_OPT_OUT),
        _OPT_OUT,
        CHECKED,
        boundary="probable",
    ),
)
"""Whether it takes an application, or is issued unless the parents of a minor have objected."""

PRIOR_ID: Timeline[PriorId] = Timeline(
    Span(
        BEGINS,
        _UNTIL_2023,
        PriorId(clause=_SECTION_26, valid_clause=_SECTION_26),
        _SECTION_26,
        CHECKED,
        boundary="probable",
    ),
    Uncovered(REGULATION_2023, _UNTIL_SIO, "I-silence", CHECKED),
    Span(
        SIO,
        None,
        PriorId(clause=_ENDS_WITH_CARD, valid_clause=_ENDS_WITH_CARD),
        _ENDS_WITH_CARD,
        CHECKED,
        "probable",
    ),
)
"""The ID on which it rests."""

VALIDITY: Timeline[tuple[Bound, ...]] = Timeline(
    Span(
        BEGINS,
        _UNTIL_2023,
        (Bound(by="id", clause=_SECTION_26),),
        _SECTION_26,
        CHECKED,
        boundary="probable",
    ),
    Uncovered(REGULATION_2023, _UNTIL_SIO, "I-silence", CHECKED),
    Span(
        SIO,
        None,
        (Bound(by="id", clause=_ENDS_WITH_CARD),),
        _ENDS_WITH_CARD,
        CHECKED,
        "probable",
    ),
)
"""What it does not outlive."""

PESEL: Timeline[Rule] = Timeline(
    Uncovered(BEGINS, _UNTIL_SIO, "I-no-pesel", CHECKED),
    Span(SIO, None, Rule(clause=_PESEL, also=("I-no-pesel",)), _PESEL, CHECKED),
)
"""That it takes a PESEL; confirmed as practice."""

CODES = _known_since_sio(
    Codes(
        ways=(
            WayWindow(way="print", days=7, clause=_CODES, also=("I-7-days",)),
            WayWindow(way="platform", minutes=10, clause=_PLATFORM_CODES),
        ),
        renewable=True,
        clause=_CODES,
    ),
    _CODES,
    "I-silence",
)
"""For how long activation codes work, and that new ones may be made."""

QR_CODES: Timeline[Rule] = Timeline(
    Uncovered(BEGINS, _UNTIL_SIO, "I-silence", CHECKED),
    Span(SIO, day_before(QR_ENDS), Rule(clause=_QR), _QR, CHECKED, "probable"),
    Uncovered(QR_ENDS, None, "I-qr", CHECKED, ("notice:sio-qr-ends",)),
)
"""That a code comes as a QR code, or as 32 signs; for one group of pupils it no longer does."""

CODES_ONCE = _known_since_sio(Rule(clause=_DEVICES), _DEVICES, "I-codes")
"""That each device takes a code of its own."""

DEVICES = _known_since_sio(
    Devices(
        limit=5,
        of_pupil=1,
        of_parents=4,
        doubtful=True,
        clause=_DEVICES,
        also=("I-five-devices",),
    ),
    _DEVICES,
    "I-device",
)
"""On how many devices it may be activated."""

PHOTO = _known_since_sio(
    PhotoRequirement(
        formats=Formats(any_of=("JPEG",), clause=_PHOTO),
        size=FileSize(max_mb=Decimal("2.5"), clause=_PHOTO),
        pixels=Pixels(min_width=246, min_height=304, clause=_PHOTO),
        pictures=(Picture(condition="photo.background", clause=_PHOTO),),
    ),
    _PHOTO,
    "I-silence",
)
"""The least that the system asks of a photo."""

REVOCATION_GROUNDS: Timeline[tuple[RevocationRow, ...]] = Timeline(
    Span(
        BEGINS,
        _UNTIL_2023,
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
        boundary="probable",
    ),
    Uncovered(REGULATION_2023, _UNTIL_SIO, "I-reissue", CHECKED, ("act:druki-2023:§74",)),
    Span(
        SIO,
        None,
        (
            RevocationRow(ground="id_validity_lost", clause=_REASONS),
            RevocationRow(ground="school_changed", clause=_REASONS),
            RevocationRow(ground="school_completed", clause=_REASONS),
        ),
        _REASONS,
        CHECKED,
        "probable",
    ),
)
"""Grounds on which it is revoked; in the system of today with its ID, for a few reasons."""

REISSUE_GROUNDS: Timeline[tuple[ReissueRow, ...]] = Timeline(
    Span(
        BEGINS,
        _UNTIL_2023,
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
        boundary="probable",
    ),
    Uncovered(
        REGULATION_2023,
        day_before(NEW_CARD_RULE),
        "I-reissue",
        CHECKED,
        ("act:druki-2023:§74",),
    ),
    Span(
        NEW_CARD_RULE,
        None,
        (ReissueRow(ground="new_card", clause=_NEW_CARD),),
        _NEW_CARD,
        CHECKED,
        "probable",
        "probable",
    ),
)
"""Grounds on which it is issued again, as far as the law is known to name them."""
