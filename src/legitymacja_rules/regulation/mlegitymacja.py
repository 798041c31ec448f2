"""What a text says of the mLegitymacja, from the application to the end of its life."""

from typing import Annotated

from pydantic import AfterValidator, Field

from .._base import Count, Flag
from ..findings import Role
from ..vocabulary import IdKind, ReissueGround, RevocationGround, StepName, System, ValidityBound
from .applications import Basis, DataSet, Delivery, Form, May
from .cited import Cited, InForce, Rule
from .ids import PaperIds
from .office import AppVersion, SystemVersion
from .procedures import ProcedureRules
from .wordings import Worded, told_apart

__all__ = [
    "Agreement",
    "Bound",
    "Codes",
    "Devices",
    "MlegitymacjaProcedure",
    "PriorId",
    "ReissueRow",
    "RevocationRow",
    "Step",
]


class Agreement(Cited):
    """The agreement with the ministry without which a school issues no mLegitymacja."""

    signed: Flag


class PriorId(Cited):
    """The ID that an mLegitymacja rests on.

    Attributes:
        kinds: of which kind it has to be.
        valid_clause: that it has to be valid.
        paper: what becomes of one on paper, where the text says it.
    """

    kinds: tuple[IdKind, ...] = ("school",)
    valid_clause: str
    paper: PaperIds | None = None


class Codes(Cited):
    """Days for which activation codes work; the day of their generation is not counted."""

    days: Annotated[Count, Field(gt=0, le=3660)]


class Devices(Cited):
    """On how many devices one mLegitymacja may be activated."""

    limit: Annotated[Count, Field(gt=0)]


class Step(Cited):
    """A step of the activation; `permission_on` marks the one only due on those systems."""

    name: StepName
    permission_on: tuple[System, ...] = ()


class Bound(Cited):
    """One thing that the mLegitymacja does not outlive; the earliest of all bounds holds."""

    by: ValidityBound


class RevocationRow(Worded):
    """A ground for revoking; `wording` says what the ground `other` is.

    Attributes:
        ground: which.
        applicants: who has to ask for it; empty where the school acts ex officio.
        basis: the documents it rests on, if any.
        discretion: who decides, where the text says the school *may* revoke.
    """

    ground: RevocationGround
    applicants: tuple[May, ...] = ()
    basis: Basis | None = None
    discretion: Role | None = None

    @property
    def _named(self) -> tuple[str, ...]:
        """The ground that the row names."""
        return (self.ground,)


class ReissueRow(Worded):
    """A ground for issuing again; `wording` says what the ground `other` is.

    Attributes:
        ground: which.
        basis: the documents it rests on, if any.
        after: the revocations it can follow, if it must follow one.
    """

    ground: ReissueGround
    basis: Basis | None = None
    after: tuple[RevocationGround, ...] = ()

    @property
    def _named(self) -> tuple[str, ...]:
        """The ground that the row names."""
        return (self.ground,)


class MlegitymacjaProcedure(ProcedureRules):
    """What a school says of the mLegitymacja, from the application to the end of its life.

    Attributes:
        in_force: its own bounds; the model that all these texts describe has an end of its own.
        agreement: the agreement with the ministry, where the text names it.
        prior_id: the ID it rests on.
        pesel: that a PESEL is needed, where the text says so.
        data: what has to be known.
        delivery: how activation data are handed over.
        same_number: that it bears the ID's number.
        validity: what it does not outlive.
        codes: the window of the activation codes.
        one_time: that codes work once.
        after_lapse: that after the window only a new application leads on.
        devices: how many devices.
        steps: the ordered checklist of the activation.
        certificate: the certificate made at the activation.
        revocation: grounds for revoking.
        reissue: grounds for issuing again.
        issue_after_revocation: that a revoked one may be followed by a plain new issue.
        revocation_form: the form of an application to revoke.
        systems: the versions of operating systems that it needs.
        app: the version of the app that it needs.
        residual: that the law answers what the text does not regulate.
    """

    in_force: InForce
    agreement: Agreement | None = None
    prior_id: PriorId
    pesel: Rule | None = None
    data: DataSet | None = None
    delivery: Delivery | None = None
    same_number: Rule | None = None
    validity: Annotated[tuple[Bound, ...], Field(min_length=1)]
    codes: Codes
    one_time: Rule | None = None
    after_lapse: Rule | None = None
    devices: Devices | None = None
    steps: tuple[Step, ...] = ()
    certificate: Rule | None = None
    revocation: Annotated[tuple[RevocationRow, ...], AfterValidator(told_apart)]
    reissue: Annotated[tuple[ReissueRow, ...], AfterValidator(told_apart)]
    issue_after_revocation: Rule | None = None
    revocation_form: Form | None = None
    systems: tuple[SystemVersion, ...] = ()
    app: AppVersion | None = None
    residual: Rule | None = None
