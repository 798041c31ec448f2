"""The order to the printer: what has to stand on one card, and nothing more.

The office gathers the pupil's data and passes them to whoever prints the card. Which data those are
the school's text says, face by face; name and photo it may leave to the official pattern, to which
they belong all the same (I-card-fields). An order holds these fields and no others, whatever else is
known of the pupil. It is data for a printer: nothing here draws a card, or anything like one.

Of the official pattern nothing else is known here. Where no text of the school applies that says what
stands on a card, the rest is therefore not covered, and the order is never complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from . import office
from ._base import an_instance, instances
from ._day import Day, a_day
from ._filled import Filled, filled
from ._text import Line
from .attestations import Attestation, settle_all
from .errors import WrongArgument
from .findings import STRICT, Finding, Status, breached, needs_review, not_covered
from .lifecycle import day_order
from .regulation import CardFace, Cited, Regulation, Rule
from .school_id import SchoolId
from .school_or_law import in_force
from .vocabulary import CardField

__all__ = ["Order", "order"]

LINE = Line(500)
"""What a card has room for, and more."""

PATTERN: tuple[CardField, ...] = ("first_names", "last_name", "photo")
"""What stands on every ID by its official pattern, as far as that is known."""


@dataclass(frozen=True, slots=True)
class Order(Filled):
    """What the printer needs for one card; a field that no text asks for is None.

    Attributes:
        findings: the trace; each ``order.field`` says whether one field is there.
        id_number: the number of the ID.
        first_names: all given names.
        last_name: the surname.
        birth_date: the day of birth.
        pesel: the PESEL, or name and number of the document that takes its place.
        photo: that the photo comes with the order.
        school_name: the school's name.
        school_address: the school's address.
        head: the head teacher.
        issued: the day of issue.
        valid_until: the last day of validity.
        concession: the inscription on concession travel.
    """

    __pydantic_config__: ClassVar = STRICT
    FIELD: ClassVar[str] = "order.field"

    findings: tuple[Finding, ...]
    id_number: str | None = field(default=None, repr=False)
    first_names: str | None = field(default=None, repr=False)
    last_name: str | None = field(default=None, repr=False)
    birth_date: Day | None = field(default=None, repr=False)
    pesel: str | None = field(default=None, repr=False)
    photo: bool | None = field(default=None, repr=False)
    school_name: str | None = field(default=None, repr=False)
    school_address: str | None = field(default=None, repr=False)
    head: str | None = field(default=None, repr=False)
    issued: Day | None = field(default=None, repr=False)
    valid_until: Day | None = field(default=None, repr=False)
    concession: str | None = field(default=None, repr=False)


def order(
    document: SchoolId,
    school: Regulation,
    *,
    address: str | None,
    head: str | None,
    photo: bool,
    on: date,
    attested: Iterable[Attestation] = (),
) -> Order:
    """The order to the printer for one ID; each field that is missing is named.

    Args:
        document: the ID.
        school: the school that issued it.
        address: the school's address.
        head: the head teacher, as it is to be printed.
        photo: whether the photo comes with the order.
        on: the day of the order.
        attested: the head's word on ``pesel.or_other_document``; what was attested at the issue of
            the ID counts, too.

    Raises:
        WrongArgument: if an argument is of another type, or a text no line that can be printed.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.facts import Pupil
    >>> from legitymacja_rules.school_id import Issued
    >>> anna = Pupil(first_names="Anna", last_name="Łęcka", born=date(2014, 3, 5))
    >>> made = Issued(on=date(2024, 9, 2), school="grojec", pupil=anna, kind="school", form="id1",
    ...               number="7/2024", valid_until=date(2025, 9, 30))
    >>> answer = order(SchoolId(history=[made]), variants.get("grojec"), address="Grójec, Szkolna 1",
    ...                head=None, photo=True, on=date(2024, 9, 2))
    >>> [(finding.subject, finding.clause) for finding in answer.reasons]
    [('pesel', 'grojec:§2.2a'), ('head', 'grojec:§2.2a')]
    """
    an_instance(document, SchoolId, "document")
    an_instance(school, Regulation, "school")
    a_day(on, "on")
    words = (*document.issued.attested, *instances(attested, Attestation, "attested"))
    an_instance(photo, bool, "photo")
    told: dict[CardField, Any] = {
        "school_address": _text(address, "address"),
        "head": _text(head, "head"),
        "photo": photo or None,
    }
    if refusal := _refusal(document, school, on):
        return Order((refusal,))
    applies = in_force(school.in_force, on)
    faces = school.ids.faces if applies.status is Status.MET else ()
    rows, written = _rows(faces), {**_written(document, school, faces), **told}
    found = (
        *(_asked(school, applies) if faces else _unasked(applies)),
        *(filled(Order.FIELD, row, name, written[name]) for name, row in rows.items()),
        *_other_document(document, rows),
    )
    return Order(settle_all(found, words, on), **{name: written[name] for name in rows})


def _text(value: str | None, name: str) -> str | None:
    """A text that says something, as it is kept, or None."""
    text = an_instance(value, str, name).strip() if value is not None else ""
    try:
        return LINE.kept(text) if text else None
    except ValueError:
        pass  # not the validator's own text: it is for records
    raise WrongArgument(name, f"a line of at most {LINE.most} signs that can be seen, or None")


def _refusal(document: SchoolId, school: Regulation, on: date) -> Finding | None:
    """Why there is nothing to be ordered: it is not this school's, not issued yet, or taken back."""
    if document.school != school.slug:
        return breached("document.school", "invariant:own-school")
    if on < document.issued.on:
        return day_order(on, document.issued.on)
    return None if document.acts() else breached("document.annulled", "invariant:history-kept")


def _asked(school: Regulation, applies: Finding) -> Iterator[Finding]:
    """That the text applies, and whose duty it makes the order, where it says so."""
    yield applies
    responsible = office.who(school, "collect_data")
    yield from responsible.findings if responsible.unit else ()


def _unasked(applies: Finding) -> Iterator[Finding]:
    """That no text says what stands on a card beyond the pattern."""
    why = "school_silent" if applies.status is Status.MET else "school_not_in_force"
    yield not_covered("order.card", "I-silence", notes=(why,), who=None)


def _rows(faces: Sequence[CardFace]) -> dict[CardField, Cited]:
    """Each field that stands on the card, with what asks for it: a face, or else the pattern."""
    pattern = Rule(clause="I-card-fields", also=tuple(face.clause for face in faces))
    return {
        **dict.fromkeys(PATTERN, pattern),
        **{name: face for face in faces for name in face.fields},
    }


def _written(
    document: SchoolId, school: Regulation, faces: Sequence[CardFace]
) -> dict[CardField, Any]:
    """All that document and text say; the order takes what is asked for."""
    issued, pupil = document.issued, document.issued.pupil
    inscriptions = (face.inscription for face in faces if face.inscription)
    return {
        "id_number": issued.number,
        "first_names": pupil.first_names,
        "last_name": pupil.last_name,
        "birth_date": pupil.born,
        "pesel": pupil.pesel.reveal() if pupil.pesel else issued.other_document,
        "school_name": school.school,
        "issued": issued.on,
        "valid_until": issued.valid_until,
        "concession": next(inscriptions, None),
    }


def _other_document(document: SchoolId, rows: Mapping[CardField, Cited]) -> Iterator[Finding]:
    """A list that asks for a PESEL knows no other document: whether one will do the head decides."""
    made = document.issued
    if "pesel" in rows and made.pupil.pesel is None and made.other_document:
        asking = (rows["pesel"].clause,)
        yield needs_review("pesel.or_other_document", "I-no-pesel", also=asking, who="head")
