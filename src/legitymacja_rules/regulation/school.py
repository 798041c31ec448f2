"""One school's regulation, complete."""

from collections.abc import Mapping
from typing import Annotated, Any, Self, get_args

from pydantic import Field

from .._base import Record
from ..errors import UnknownProcedure
from ..loading import load, replaced
from ..vocabulary import Procedure
from .bases import BasisCited, Reference
from .cited import NO_TEXT, InForce
from .ids import IdRules
from .mlegitymacja import MlegitymacjaProcedure
from .office import HelpDesk, Unit
from .photos import PhotoRequirement
from .procedures import (
    CertificateDuplicateRules,
    DuplicateRules,
    FirstIdRules,
    ProcedureRules,
)
from .registers import Holograms, Register

__all__ = ["PROCEDURES", "Regulation"]

PROCEDURES: tuple[Procedure, ...] = get_args(Procedure)
"""All that a school can be asked for."""


class Regulation(Record):
    """One school's regulation, complete.

    Attributes:
        slug: the short name that clause ids begin with.
        school: the school's name.
        text: the name of the text.
        in_force: from when until when it applies.
        school_id, preschool_id, id_exchange, id_duplicate, mlegitymacja, certificate_duplicate: what
            it says of each procedure, or None.
        ids: what it says of IDs themselves, from the making of a card to its destruction.
        registers: the registers it keeps.
        holograms: how holograms are accounted for.
        units: who does what.
        help_desks: who helps with what.
        bases: the acts that it cites.
        references: where it sends its reader within itself.
    """

    slug: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    school: str
    text: str | None = None
    in_force: InForce = NO_TEXT
    school_id: FirstIdRules | None = None
    preschool_id: FirstIdRules | None = None
    id_exchange: ProcedureRules | None = None
    id_duplicate: DuplicateRules | None = None
    mlegitymacja: MlegitymacjaProcedure | None = None
    certificate_duplicate: CertificateDuplicateRules | None = None
    ids: IdRules = IdRules()
    registers: tuple[Register, ...] = ()
    holograms: Holograms | None = None
    units: tuple[Unit, ...] = ()
    help_desks: tuple[HelpDesk, ...] = ()
    bases: tuple[BasisCited, ...] = ()
    references: tuple[Reference, ...] = ()

    def procedure(self, name: Procedure) -> ProcedureRules | None:
        """What the school says of a procedure, or None if nothing.

        Raises:
            UnknownProcedure: if there is no procedure of that name.
        """
        if name not in PROCEDURES:
            raise UnknownProcedure(PROCEDURES)
        rules: ProcedureRules | None = getattr(self, name)
        return rules

    def photo_for(self, name: Procedure) -> PhotoRequirement | None:
        """What the school asks of a photo in that procedure, or None if nothing.

        Raises:
            UnknownProcedure: if there is no procedure of that name.
        """
        rules = self.procedure(name)
        return rules.photo if rules else None

    def period(self, name: Procedure) -> InForce:
        """From when until when the school's text on that procedure applies."""
        rules = self.procedure(name)
        return (rules and rules.in_force) or self.in_force

    def override(self, changes: Mapping[str, object]) -> Self:
        """The same regulation with some data replaced, validated anew.

        A host that reads a doubtful place otherwise, or knows better from when a text applies,
        says so here; `interpretations` names the places that carry a reading.

        Args:
            changes: values by dotted path, such as ``{"mlegitymacja.codes.days": 14}``.

        Raises:
            LoadError: if a path leads nowhere or a value does not fit.
        """
        whole: dict[str, Any] = self.model_dump(mode="json")
        return load(type(self), replaced(whole, changes))
