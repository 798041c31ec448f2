"""Facts that tests share: one pupil, one ID, real pictures, and what each school wants handed in.

Nothing here is expected of the library: expectations stand in the tests. All people are invented.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from PIL import Image

from legitymacja_rules import (
    Accepted,
    certificate,
    mlegitymacja,
    photo,
    school_id,
    testing,
    variants,
)
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.facts import Code, PhotoFacts, PhysicalId, ProofOfPayment, Pupil
from legitymacja_rules.findings import Finding
from legitymacja_rules.history import Document
from legitymacja_rules.mlegitymacja import Activate, ActivationCodes, Application, Mlegitymacja
from legitymacja_rules.pesel import Pesel
from legitymacja_rules.school_id import Card, SchoolId
from legitymacja_rules.vocabulary import Item, StepName

SCHOOLS = ("balin", "grojec", "leczna", "ostroleka", "sp6")

DAY = date(2024, 10, 1)
"""A day on which all five texts apply."""

MODULES: dict[type[Document], Any] = {
    SchoolId: school_id,
    Mlegitymacja: mlegitymacja,
    Certificate: certificate,
}
"""The documents, each with the module that decides on it."""

ANNA = Pupil(
    first_names="Anna",
    last_name="Kowalska",
    born=date(2012, 4, 14),
    class_name="4b",
    pesel=Pesel("12241400000"),
    address="ul. Lipowa 1, Grójec",
    disability=False,
)

ID_CARD = PhysicalId(
    number="17/2024", form="id1", issued=date(2024, 9, 2), valid_until=date(2025, 9, 30)
)

CODES = ActivationCodes(generated=DAY, qr=Code("QR-1"), code=Code("CODE-1"))

_COMMON: tuple[StepName, ...] = (
    "log_in",
    "choose_add",
    "read_information",
    "accept_terms",
    "read_privacy",
    "grant_permission",
    "enter_qr",
    "enter_code",
    "load_data",
)

STEPS: dict[str, tuple[StepName, ...]] = {
    "balin": _COMMON,
    "grojec": _COMMON,
    "leczna": ("get_app", "accept_terms", "start"),
    "ostroleka": (),
    "sp6": _COMMON,
}
"""The steps of an activation on a fresh Android device, as each school's text lists them."""

HANDED_IN: dict[str, tuple[Item, ...]] = {
    "balin": ("form",),
    "grojec": ("form",),
    "leczna": ("form",),
    "ostroleka": (
        "form",
        "declaration_photo",
        "declaration_terms",
        "declaration_report_loss",
        "declaration_data_entry",
    ),
    "sp6": ("form", "id_scan"),
}
"""What comes with an application, as each school's text lists it."""


def picture(
    width: int = 500,
    height: int = 600,
    *,
    format_: str = "JPEG",
    dpi: tuple[float, float] | None = (300, 300),
    orientation: int | None = None,
    size: int | None = None,
) -> bytes:
    """Real bytes of a grey picture; `size` pads the file behind the picture to that many bytes."""
    out = io.BytesIO()
    extra: dict[str, Any] = {"dpi": dpi} if dpi else {}
    if orientation is not None:
        exif = Image.Exif()
        exif[0x0112] = orientation
        extra["exif"] = exif
    Image.new("RGB", (width, height), (180, 180, 180)).save(out, format_, **extra)
    data = out.getvalue()
    if size is None:
        return data
    assert size >= len(data), "the picture itself is larger"
    return data + bytes(size - len(data))


GOOD_PHOTO = photo.inspect(
    picture(520, 640, dpi=(600, 600)), filename="kowalska-anna-4b.jpg", face_percent=75
)
"""A photo in which no school finds a machine-checkable fault for an mLegitymacja."""


def application(school: str, **changes: Any) -> Application:
    """An application that is complete at that school, with changes."""
    base: dict[str, Any] = {
        "received": DAY,
        "applicant": "parent",
        "pupil": ANNA,
        "prior_id": ID_CARD,
        "photo": GOOD_PHOTO,
        "handed_in": HANDED_IN[school],
    }
    return Application(**{**base, **changes})


def activate(school: str, **changes: Any) -> Activate:
    """An activation that is right at that school, with changes."""
    base: dict[str, Any] = {
        "on": DAY,
        "device": "phone-1",
        "system": "android",
        "qr": CODES.qr,
        "code": CODES.code,
        "steps": STEPS[school],
    }
    return Activate(**{**base, **changes})


D = TypeVar("D", bound=Document)


def retold(document: D, **changes: Any) -> D:
    """The document as if it had been issued with other data."""
    issue, *later = document.history
    return type(document)(history=(issue.model_copy(update=changes), *later))


def attest(
    findings: Iterable[Finding], *, on: date = DAY, holds: bool = True
) -> tuple[Attestation, ...]:
    """The head's word on everything that waits for a human, on the day of the samples."""
    return testing.attest(findings, on=on, holds=holds)


def named(findings: Iterable[Finding], code: str) -> list[Finding]:
    """The findings of one code."""
    return [finding for finding in findings if finding.code == code]


def facts(**changes: Any) -> PhotoFacts:
    """The good photo's facts, with changes."""
    return PhotoFacts(**{**dict(GOOD_PHOTO), **changes})


EWA = Pupil(first_names="Ewa", last_name="Nowak", born=date(2004, 2, 3), address="ul. Długa 2")
"""A graduate."""

FINISHED = date(2023, 6, 23)
"""The day on which she finished the school."""

ORIGINAL = certificate.Original(
    pupil=EWA, kind="school", school_name="Szkoła w Łęcznej", year=2023, number="12/2023"
)

CERTIFICATE_FEES: dict[str, ProofOfPayment] = {
    "leczna": ProofOfPayment(
        amount="26.00",
        account="36 1020 3206 0000 8402 0125 2865",
        title="opłata za duplikat świadectwa, Ewa Nowak",
        paid=FINISHED,
    ),
    "ostroleka": ProofOfPayment(
        amount="26.00",
        account="44 1020 3802 0000 1602 0207 9879",
        title="za duplikat świadectwa, Ewa Nowak",
        paid=FINISHED,
    ),
}
"""Proofs of the fee for the duplicate of a certificate, where a school names an account."""


def certificate_application(school: str, **changes: Any) -> certificate.Application:
    """An application for the duplicate of a certificate that is complete at that school."""
    base: dict[str, Any] = {
        "received": DAY,
        "applicant": "graduate",
        "standing": "graduate",
        "pupil": EWA,
        "reason": "lost",
        "handed_in": ("form", "declaration_truth"),
        "payment": CERTIFICATE_FEES.get(school),
        "certificate_kind": "school",
        "certificate_year": 2023,
    }
    return certificate.Application(**{**base, **changes})


def certificate_duplicate(school: str, **changes: Any) -> certificate.Duplicate:
    """A duplicate that nothing stands in the way of where a school regulates it, with changes."""
    on: date = changes.get("on", DAY)
    base: dict[str, Any] = {
        "on": on,
        "application": certificate_application(school, received=on),
        "records": "sufficient",
        "form": "form_of_the_time",
    }
    return certificate.Duplicate(**{**base, **changes})


def issued_id(school: str, *, number: str = "17/2024", on: date = DAY, **changes: Any) -> SchoolId:
    """A school ID as it is issued there once the head has said yes to all that is open."""
    base: dict[str, Any] = {
        "received": on,
        "applicant": "parent",
        "pupil": ANNA,
        "admitted": date(2024, 9, 1),
        "photo": GOOD_PHOTO,
    }
    asked = school_id.Application(**{**base, **changes})
    call: dict[str, Any] = {
        "on": on,
        "card": Card(number=number, valid_until=date(2025, 9, 30)),
    }
    first = school_id.issue(asked, variants.get(school), **call)
    words = attest(first.findings, on=on)
    outcome = school_id.issue(asked, variants.get(school), **call, attested=words)
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome.document


def issued_mlegitymacja(school: str, **changes: Any) -> Mlegitymacja:
    """An mLegitymacja as it is issued there on the sample day, likewise."""
    asked, text = application(school, **changes), variants.get(school)
    words = attest(mlegitymacja.issue(asked, text, on=DAY, codes=CODES).findings)
    outcome = mlegitymacja.issue(asked, text, on=DAY, codes=CODES, attested=words)
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome.document
