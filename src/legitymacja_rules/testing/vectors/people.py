"""Who asks in the vectors, and what is right to hand in; all people are invented.

What a school wants handed in is read off its text, laid over the law of the day: so a case begins with an
application in which nothing is missing, wherever it is lodged.
"""

from __future__ import annotations

from datetime import date

from ... import loading, payments, variants
from ...facts import Pupil
from ...regulation import PhotoRequirement, Regulation
from ...vocabulary import Procedure
from ..complete import items, rules_on, text_on
from ..persons import digits
from .asking import Json
from .dates import DAY, UNTIL

__all__ = [
    "ANNA",
    "BARE",
    "EWA",
    "FORM",
    "MISTYPED",
    "SCHOOLS",
    "application",
    "born_for",
    "codes",
    "handed_in",
    "held",
    "own_text",
    "payment",
    "photo",
    "text_of",
    "with_pesel",
]

SCHOOLS = variants.names()

BARE: Json = {"slug": "sp1", "school": "Szkoła Podstawowa nr 1"}
"""A school that is nothing but its name: the law answers."""

ANNA: Json = {
    "first_names": "Anna",
    "last_name": "Kowalska",
    "born": "2012-04-14",
    "class_name": "4b",
    "pesel": "12241400000",
    "address": "ul. Lipowa 1, Grójec",
    "disability": False,
}

EWA: Json = {
    "first_names": "Ewa",
    "last_name": "Nowak",
    "born": "2004-02-03",
    "address": "ul. Długa 2",
}
"""A graduate."""

FORM: Json = {
    "place": "Grójec",
    "written": DAY,
    "applicant_name": "Maria Kowalska",
    "applicant_address": "ul. Lipowa 1, Grójec",
    "applicant_phone": "600 000 000",
    "applicant_email": "maria@example.org",
    "birth_place": "Grójec",
    "phone": "600 000 001",
    "reason": "lost",
    "signed": True,
    "certificate_kind": "school",
    "certificate_school": "Szkoła w Grójcu",
    "certificate_profile": "technik informatyk",
    "certificate_year": 2023,
    "certificate_name": "Ewa Nowak",
}
"""A form on which nothing is left out that anybody can write."""

MISTYPED = "21 1240 5703 1111 0000 4898 2358"
"""An account with a digit otherwise, so that its check number no longer fits; no school has it."""


def own_text(school: Json) -> Regulation:
    """What a school says itself."""
    return variants.get(school) if isinstance(school, str) else _BARE


_BARE = loading.load(Regulation, BARE)


def text_of(school: Json, on: str) -> Regulation:
    """What applies at a school on a day: its own text, and under it the law's."""
    return text_on(own_text(school), date.fromisoformat(on))


def held(on: str = DAY, number: str = "17/2024", until: str = UNTIL) -> Json:
    """The card that the pupil holds."""
    return {"number": number, "form": "id1", "issued": on, "valid_until": until}


def codes(on: str = DAY, number: int = 1, **more: Json) -> Json:
    """Activation codes of a day."""
    return {"generated": on, "qr": f"QR-{number}", "code": f"CODE-{number}", **more}


def photo(asked: PhotoRequirement | None, pupil: Json = ANNA) -> Json:
    """A photo in which a machine finds no fault, whatever a procedure asks."""
    (width, height), dpi = _sides(asked), asked and asked.dpi
    names = (pupil["last_name"], pupil["first_names"], pupil.get("class_name", "x"))
    return {
        "format": "JPEG",
        "size": 200_000,
        "width": width,
        "height": height,
        "dpi": (dpi and (dpi.at_least or dpi.at_most)) or 300,
        "filename": f"{'-'.join(names)}.jpg",
        "face_percent": 75,
    }


def _sides(asked: PhotoRequirement | None) -> tuple[int, int]:
    """Width and height as the first record has them that says anything of them."""
    if asked and (px := asked.pixels):
        return px.min_width or px.max_width or 520, px.min_height or px.max_height or 640
    if asked and asked.millimetres:
        return asked.millimetres.in_px()
    if asked and (shape := asked.multiple or asked.ratio):
        return shape.width, shape.height
    return 520, 640


def payment(school: Json, procedure: Procedure, on: str, pupil: Json = ANNA) -> Json:
    """A payment by the school's own instruction; None where there is nothing to pay."""
    payer, day = loading.load(Pupil, pupil), date.fromisoformat(on)
    how = payments.instruction(own_text(school), procedure, payer, on=day)
    if not how.amount:
        return None
    paid = {"amount": str(how.amount), "account": how.account or "1", "title": how.title or "x"}
    return {**paid, "paid": on}


def handed_in(school: Json, procedure: Procedure, on: str) -> list[str]:
    """The items that come with an application there, but for those of special circumstances."""
    rules = rules_on(own_text(school), procedure, date.fromisoformat(on))
    return [*items(rules, ("data_changed",))]


def application(
    school: Json, procedure: Procedure, on: str = DAY, pupil: Json = ANNA, **more: Json
) -> Json:
    """An application in which nothing is missing."""
    asked, paid = text_of(school, on).photo_for(procedure), payment(school, procedure, on, pupil)
    lodged = {
        "received": on,
        "applicant": "parent",
        "pupil": pupil,
        "handed_in": handed_in(school, procedure, on),
        **({"photo": photo(asked, pupil)} if asked else {}),
        **({"payment": paid} if paid else {}),
    }
    return {**lodged, **more}


def born_for(on: str, years: int = 18) -> str:
    """The day of birth of somebody who becomes so old on a day."""
    return f"{int(on[:4]) - years}{on[4:]}"


def with_pesel(pupil: Json, born: str) -> Json:
    """The pupil, born on another day, with a PESEL to match."""
    return {**pupil, "born": born, "pesel": digits(date.fromisoformat(born), "0000")}
