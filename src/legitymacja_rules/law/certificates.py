"""Duplicates of certificates by law: from which records, on which form."""

from __future__ import annotations

from ..regulation import CertificateForms, Rule
from ..timeline import Span, Timeline, Uncovered
from .dates import BEGINS, CHECKED, REGULATION_2023, day_before

__all__ = ["CERTIFICATE_FORMS", "CERTIFICATE_RECORDS"]

_SECTION_24 = "act:druki-2019:§24"
_UNTIL = day_before(REGULATION_2023)
_AFTERWARDS = Uncovered(REGULATION_2023, None, "I-silence", CHECKED)

CERTIFICATE_RECORDS: Timeline[Rule] = Timeline(
    Span(BEGINS, _UNTIL, Rule(clause=_SECTION_24), _SECTION_24, CHECKED, boundary="probable"),
    _AFTERWARDS,
)
"""That without records no duplicate of a certificate is issued, but a statement."""

CERTIFICATE_FORMS: Timeline[CertificateForms] = Timeline(
    Span(
        BEGINS,
        _UNTIL,
        CertificateForms(any_of=("form_of_the_time",), clause=_SECTION_24),
        _SECTION_24,
        CHECKED,
        boundary="probable",
    ),
    _AFTERWARDS,
)
"""On which form the duplicate of a certificate is made."""
