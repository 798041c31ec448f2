"""What follows from one document for others, what is due in a year, and what the office writes down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ...vocabulary import RegisterName
from . import certificate_lives as certificates
from . import id_lives as ids
from . import phone_lives as phones
from .asking import Case, Json, each
from .dates import DAY, LAPSED, LAST, NEXT_YEAR, UNTIL
from .lives import Life
from .people import ANNA, SCHOOLS

__all__ = ["cases"]

YEARS = (DAY, "2025-06-30", NEXT_YEAR, UNTIL, LAPSED, "2026-08-31")
"""Days of two school years."""


def cases() -> Iterator[Case]:
    """All of them."""
    for school in SCHOOLS:
        yield from _follows(school)
        yield from _plans(school)
        yield from _holograms(school)
        yield from _registers(school)
        yield from _orders(school)


def _phone(school: str) -> Json:
    """An mLegitymacja on the card of these lives, in use."""
    desk = phones.desk(school)
    (document,) = desk.lived(phones.LIVES["activated"])
    return document


def _follows(school: str) -> Iterator[Case]:
    """In each state of an ID and of a certificate, with what stands beside."""
    phone = _phone(school)
    for name, life in ids.LIVES.items():
        first, *made = ids.desk(school).lived(life) or [None]
        if first is None:
            continue
        told = {"document": first, "school": school, "on": life.asked, "others": [*made, phone]}
        yield Case(f"follows/{school}/id-{name}", "coupling.follows", told)
    for name, life in certificates.LIVES.items():
        first, *made = certificates.desk(school).lived(life) or [None]
        if first is not None and made:
            told = {"document": first, "school": school, "on": life.asked, "others": made}
            yield Case(f"follows/{school}/certificate-{name}", "coupling.follows", told)


def _plans(school: str) -> Iterator[Case]:
    phone = _phone(school)
    desk = ids.desk(school)
    (card,) = desk.lived(ids.LIVES["valid"])
    (new,) = desk.lived(ids.LIVES["issued"])
    made = {**card["history"][0], "form": "paper", "free_fields": 0}
    paper = {"history": [made, *card["history"][1:]]}
    kept = {
        "card": [card],
        "not-collected": [new],
        "paper": [paper],
        "card-and-phone": [card, phone],
    }
    for name, documents in kept.items():
        base = Case(
            f"plan/{school}/{name}", "planning.plan", {"documents": documents, "school": school}
        )
        yield from each(base, {day: {"on": day} for day in YEARS})


def _holograms(school: str) -> Iterator[Case]:
    """What confirmations say of holograms."""
    confirmed = ids.desk(school).lived(ids.LIVES["confirmed"])
    for name, documents in {"used": confirmed, "none": [_phone(school)]}.items():
        told = {"documents": documents}
        yield Case(f"holograms/{school}/by-cards/{name}", "holograms.affixings", told)


def _registers(school: str) -> Iterator[Case]:
    """An entry for each document in each register: collected and signed for, and not."""
    documents: dict[str, Json] = {
        "phone": _phone(school),
        "phone-collected": phones.desk(school).lived(Life(((0, "hand_over", DAY),), DAY))[0],
    }
    for name in ("issued", "valid", "gone"):
        for place, document in enumerate(ids.desk(school).lived(ids.LIVES[name])):
            documents[f"id-{name}-{place}"] = document
    for name in ("valid", "duplicate-received"):
        for place, document in enumerate(certificates.desk(school).lived(certificates.LIVES[name])):
            documents[f"certificate-{name}-{place}"] = document
    for register in get_args(RegisterName):
        told = {"school": school, "name": register, "on": LAST}
        for name, document in documents.items():
            entry = {**told, "document": document}
            yield Case(f"register/{school}/{register}/{name}", "registers.entry", entry)
        every = {**told, "documents": [*documents.values()]}
        yield Case(f"register/{school}/{register}/all", "registers.entries", every)


def _orders(school: str) -> Iterator[Case]:
    (card,) = ids.desk(school).lived(ids.LIVES["issued"])
    told = {
        "document": card,
        "school": school,
        "address": "ul. Piotra Skargi 12, Grójec",
        "head": "Maria Wiśniewska",
        "photo": True,
        "on": DAY,
    }
    base = Case(f"order/{school}", "personalisation.order", told)
    unknown = {f"without-{name}": {name: None} for name in ("address", "head")}
    yield from each(base, {"full": {}, "without-photo": {"photo": False}, **unknown})
    nobody = {**card["history"][0], "pupil": {k: v for k, v in ANNA.items() if k != "pesel"}}
    yield from each(base, {"without-pesel": {"document": {"history": [nobody]}}})
