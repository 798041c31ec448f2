"""The registers of issued documents, read off the documents themselves.

A register is no second truth: nothing is entered in it by hand. What a school's text has it hold is
taken from a document's events, as they stand on a day: for whom it was issued and under which number,
when it was collected, and who signed for it. What was taken back as a mistake has no entry.

An entry holds the fields that the text lists and no others. Where the text lists none there is an
entry without fields, for no other school's list may fill the gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar, get_args

from ._base import an_instance, instances
from ._day import Day, a_day
from ._filled import Filled, Written, filled
from .acts import HandedOver
from .certificate import Certificate
from .errors import WrongArgument
from .findings import STRICT, Finding, Status, breached, met, not_covered
from .handover import HOLDERS
from .history import Document
from .mlegitymacja import Mlegitymacja
from .regulation import Kept, Regulation
from .school_id import SchoolId
from .school_or_law import in_force
from .vocabulary import Receiver, RegisterField, RegisterName

__all__ = ["Entry", "entries", "entry"]


@dataclass(frozen=True, slots=True)
class Entry(Filled):
    """One document's entry in a register.

    Attributes:
        findings: the trace; each ``register.field`` says whether one field is filled in.
        names: all given names and the surname.
        pesel: the PESEL.
        number: the number of the document.
        collected: the day on which it was collected.
        signature: who signed for it.
        identity_card: series and number of the receiver's identity card.
    """

    __pydantic_config__: ClassVar = STRICT
    FIELD: ClassVar[str] = "register.field"

    findings: tuple[Finding, ...]
    names: str | None = field(default=None, repr=False)
    pesel: str | None = field(default=None, repr=False)
    number: str | None = field(default=None, repr=False)
    collected: Day | None = field(default=None, repr=False)
    signature: Receiver | None = field(default=None, repr=False)
    identity_card: str | None = field(default=None, repr=False)


KINDS: Mapping[RegisterName, type[Document]] = MappingProxyType(
    {
        "school_id": SchoolId,
        "mlegitymacja": Mlegitymacja,
        "certificate_duplicate": Certificate,
    }
)
"""Which documents a register lists."""

COPIES_ONLY = frozenset({"certificate_duplicate"})
"""The registers that list duplicates and no originals."""


def entries(
    documents: Iterable[Document], school: Regulation, name: RegisterName, *, on: date
) -> tuple[Entry, ...]:
    """The entries of a register, in the order of the days of issue.

    Args:
        documents: all that the school has issued; what this register does not list has no entry.
        school: whose register.
        name: whose issues it lists: ``school_id``, ``mlegitymacja`` or ``certificate_duplicate``.
        on: the day asked about; what happened later does not count.

    Raises:
        WrongArgument: if an argument is of another type, or there is no register of that name.

    >>> from legitymacja_rules import variants
    >>> entries([], variants.get("grojec"), "school_id", on=date(2024, 10, 1))
    ()
    """
    known = instances(documents, Document, "documents")
    _asked(school, name, on)
    listed = (one for one in known if _lists(name, one, school, on))
    in_order = sorted(listed, key=lambda one: one.issued.on)
    return tuple(_entry(one, school, name, on) for one in in_order)


def entry(document: Document, school: Regulation, name: RegisterName, *, on: date) -> Entry:
    """A document's entry in a register; one without fields if the register does not list it.

    Args:
        document: the document.
        school: whose register.
        name: whose issues it lists: ``school_id``, ``mlegitymacja`` or ``certificate_duplicate``.
        on: the day asked about; what happened later does not count.

    Raises:
        WrongArgument: if an argument is of another type, or there is no register of that name.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.facts import Pupil
    >>> from legitymacja_rules.school_id import Issued
    >>> anna = Pupil(first_names="Anna", last_name="Łęcka", born=date(2014, 3, 5))
    >>> made = Issued(on=date(2024, 9, 2), school="grojec", pupil=anna, kind="school", form="id1",
    ...               number="7/2024", valid_until=date(2025, 9, 30))
    >>> card = SchoolId(history=[made])
    >>> answer = entry(card, variants.get("grojec"), "school_id", on=date(2024, 10, 1))
    >>> answer.values["names"], answer.values["number"]
    ('Anna Łęcka', '7/2024')
    >>> answer.complete, [finding.subject for finding in answer.reasons]
    (False, ['pesel', 'collected', 'signature'])
    """
    an_instance(document, Document, "document")
    _asked(school, name, on)
    return _entry(document, school, name, on)


def _asked(school: Regulation, name: RegisterName, on: date) -> None:
    an_instance(school, Regulation, "school")
    a_day(on, "on")
    if name not in get_args(RegisterName):
        raise WrongArgument("name", f"one of {', '.join(get_args(RegisterName))}")


def _lists(name: RegisterName, document: Document, school: Regulation, on: date) -> bool:
    """Whether it is of the register's kind and the school's own, made by then, not taken back."""
    own = isinstance(document, KINDS[name]) and document.school == school.slug
    kept = own and (name not in COPIES_ONLY or _is_copy(document))
    return kept and bool(document.acts(on))


def _is_copy(document: Document) -> bool:
    """Whether it is a duplicate; no mLegitymacja ever is."""
    return getattr(document.issued, "copies", 0) > 0


def _entry(document: Document, school: Regulation, name: RegisterName, on: date) -> Entry:
    register = next((row for row in school.registers if row.name == name), None)
    if register is None:
        return Entry((not_covered("register.entry", "I-silence", subject=name, who=None),))
    if not _lists(name, document, school, on):
        return Entry((breached("register.entry", register.clause, subject=name),))
    # The day of issue decides: what was issued by a text stays in its register.
    applies = in_force(school.period(name), document.issued.on)
    if applies.status is not Status.MET:
        return Entry((applies,))
    there = met("register.entry", register.clause, subject=name, also=register.also)
    made = [row for row in register.fields if not row.copies or _is_copy(document)]
    if not made:
        unlisted = not_covered("register.fields", "I-silence", subject=name, who=None)
        return Entry((applies, there, unlisted))
    handed = document.last(HandedOver)
    collected = handed if handed and handed.on <= on else None
    written = _written(document, collected)
    rows = [row for row in made if _kept(row, collected)]
    fields = (_field(row, written[row.field]) for row in rows)
    return Entry((applies, there, *fields), **{row.field: written[row.field] for row in rows})


def _written(document: Document, collected: HandedOver | None) -> dict[RegisterField, Any]:
    """All that the events say; the entry takes what is kept."""
    issued, pupil = document.issued, document.issued.pupil
    card = collected.identity_card if collected else None
    return {
        "names": f"{pupil.first_names} {pupil.last_name}",
        "pesel": pupil.pesel.reveal() if pupil.pesel else None,
        "number": issued.number,
        "collected": collected.on if collected else None,
        "signature": collected.to if collected and collected.signed else None,
        "identity_card": card.reveal() if card else None,
    }


def _kept(row: Kept, collected: HandedOver | None) -> bool:
    """Some fields are kept only of what was collected in a certain way."""
    return not row.ways or (collected is not None and collected.way in row.ways)


def _field(row: Kept, value: Written) -> Finding:
    """Whether a field is filled in; where the pupil has to sign, nobody else's signature counts."""
    if row.by_pupil and value is not None and value not in HOLDERS:
        note = ("pupil_signs",)
        return breached(Entry.FIELD, row.clause, subject=row.field, also=row.also, notes=note)
    return filled(Entry.FIELD, row, row.field, value)
