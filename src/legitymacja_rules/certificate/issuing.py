"""Whether an original may be issued, and the event by which any certificate is.

No text here regulates the issuing of originals. So nothing but logic is judged, and the head decides;
mostly an original is older, and is taken over.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..attestations import Attested
from ..findings import Finding, breached, met, not_covered
from ..pesel import birth_findings
from .records import Certificate, Duplicate, Issued, Original

__all__ = ["copy_event", "issued_event", "may_issue"]


def may_issue(original: Original, on: date) -> Iterator[Finding]:
    """All findings on an original."""
    pupil = original.pupil
    judge = met if pupil.born <= on else breached
    yield judge("pupil.born", "invariant:day-order")
    if number := pupil.pesel:
        yield from birth_findings(number, on=on, born=pupil.born)
    judge = met if pupil.born.year <= original.year <= on.year else breached
    yield judge("certificate.year", "invariant:day-order")
    yield not_covered("certificate.issue", "I-silence")


def issued_event(original: Original, school: str, on: date, attested: Attested) -> Issued:
    """The issue of an original."""
    return Issued(
        on=on,
        attested=attested,
        school=school,
        pupil=original.pupil,
        kind=original.kind,
        school_name=original.school_name,
        year=original.year,
        profile=original.profile,
        number=original.number,
    )


def copy_event(document: Certificate, command: Duplicate) -> Issued:
    """The issue of a duplicate: what it certifies is its original's, word for word."""
    original = document.issued
    return original.model_copy(
        update={
            "on": command.on,
            "attested": command.attested,
            "number": command.number,
            "copy_of": original.number,
            "copies": original.copies + 1,
            "form": command.form,
            "applicant": command.application.applicant,
        }
    )
