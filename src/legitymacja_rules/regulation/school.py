"""One school's regulation, complete."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Self, get_args

from pydantic import AfterValidator, Field, ModelWrapValidatorHandler, model_validator
from pydantic_core import PydanticCustomError

from .._base import Misfit, Record, part, together
from ..errors import UnknownProcedure
from ..loading import load, replaced
from ..vocabulary import Procedure
from .bases import BasisCited, Reference
from .cited import NO_TEXT, InForce
from .clauses import Clause, misfits_of
from .deriving import Renaming, citing_its_own, derived
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
from .wordings import Wording

__all__ = ["PROCEDURES", "Regulation", "Slug"]

PROCEDURES: tuple[Procedure, ...] = get_args(Procedure)
"""All that a school can be asked for."""

HEADING = frozenset({"slug", "school", "text", "in_force", "clauses"})
"""What says whose text it is; the other fields say what it says."""

RESERVED = frozenset({"act", "invariant", "notice"})
"""What clause ids of no school begin with."""


def _free(slug: str) -> str:
    if slug in RESERVED:
        raise PydanticCustomError("reserved_slug", "no school's clauses begin with this word")
    return slug


Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60), AfterValidator(_free)]
"""A school's short name, with which its clause ids begin."""


class Regulation(Record):
    """One school's regulation, complete.

    Attributes:
        slug: the short name that clause ids begin with.
        school: the school's name.
        text: the name of the text; None where there is none.
        in_force: from when until when it applies; a school that says anything says since when.
        school_id, preschool_id, id_exchange, id_duplicate, mlegitymacja, certificate_duplicate: what
            it says of each procedure, or None.
        ids: what it says of IDs themselves, from the making of a card to its destruction.
        registers: the registers it keeps.
        holograms: how holograms are accounted for.
        units: who does what.
        help_desks: who helps with what.
        bases: the acts that it cites.
        references: where it sends its reader within itself.
        clauses: the list of its clauses, where the author brings one; then every clause of the
            school that the data cite has to stand in it.

    A school may be nothing but its name, and then the law answers for it:

    >>> bare = Regulation(slug="sp1", school="Szkoła Podstawowa nr 1")
    >>> bare.text, bare.in_force.since, bare.photo_for("mlegitymacja")
    (None, None, None)
    """

    slug: Slug
    school: Wording
    text: Wording | None = None
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
    clauses: tuple[Clause, ...] = ()

    @model_validator(mode="wrap")
    @classmethod
    def _hangs_together(cls, data: object, build: ModelWrapValidatorHandler[Self]) -> Self:
        return together("Regulation", data, build, _misfits)

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

    def derive(
        self,
        *,
        slug: str,
        school: str,
        in_force: InForce | Mapping[str, object],
        text: str | None = None,
        changes: Mapping[str, object] = MappingProxyType({}),
        clauses: Renaming = MappingProxyType({}),
    ) -> Self:
        """The regulation of another school that says the same, but for what is changed.

        Every clause of this school is cited as one of the other's: under the same unit, or under
        the one that `clauses` gives. Registered readings and acts stay. What has a period of its own
        keeps it as far as the new text reaches. Accounts and addresses are this school's own: they
        are left out where `changes` does not name them, and with an account the whole payment.

        Args:
            slug: the short name of the other school.
            school: its name.
            in_force: from when until when its text applies.
            text: the name of its text.
            changes: values by dotted path; clauses in them are the other school's.
            clauses: from clauses of this school to the other's, as a mapping or a function.

        Raises:
            LoadError: if a path leads nowhere, a value does not fit, or a clause is not the other's.
            WrongArgument: if changes or clauses are no mapping.

        >>> old = Regulation(slug="sp1", school="SP 1", registers=[{"name": "school_id", "clause": "sp1:§4"}],
        ...                  in_force={"since": "2024-09-01", "clause": "sp1:§9"})
        >>> new = old.derive(slug="sp2", school="SP 2", in_force={"since": "2025-09-01", "clause": "sp2:§1"})
        >>> new.registers[0].clause
        'sp2:§4'
        """
        said = {"slug": slug, "school": school, "text": text, "in_force": in_force}
        heading = load(type(self), said).model_dump(mode="json", include={*said})
        whole: dict[str, Any] = self.model_dump(mode="json")
        made = load(type(self), derived(whole, heading, changes, clauses))
        return citing_its_own(made, self.slug, made.slug)


def _misfits(text: object) -> Iterator[Misfit]:
    """Where a text says something but not since when, and clauses that its own list does not hold."""
    if not isinstance(text, Regulation | Mapping):
        return
    said = dict(text)
    says = [
        name for name in Regulation.model_fields if name not in HEADING and _is_said(said.get(name))
    ]
    if says and _undated(said.get("in_force")):
        yield Misfit("no_since", ("in_force",))
    for name in says:
        own = part(said[name], "in_force")
        if own is not None and _undated(own):
            yield Misfit("no_since", (name, "in_force"))
    yield from misfits_of(said)


def _is_said(rules: object) -> bool:
    """Whether anything is said at all; silence has many forms."""
    if isinstance(rules, Record | Mapping):
        return any(map(_is_said, dict(rules).values()))
    return rules not in (None, (), [])


def _undated(period: object) -> bool:
    return period is None or (
        isinstance(period, InForce | Mapping) and part(period, "since") is None
    )
