"""What a text says of the mLegitymacja, from the application to the end of its life."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from .._base import Count, Flag, misfit
from ..findings import Role
from ..vocabulary import (
    CodeWay,
    ConsentModel,
    IdKind,
    ReissueGround,
    RevocationGround,
    StepName,
    System,
    ValidityBound,
)
from .applications import Basis, DataSet, Delivery, Form, May
from .cited import Cited, ClauseId, Rule
from .ids import PaperIds
from .office import AppVersion, SystemVersion
from .procedures import ProcedureRules
from .wordings import Worded, told_apart

__all__ = [
    "Agreement",
    "Bound",
    "Codes",
    "Consent",
    "Devices",
    "MlegitymacjaProcedure",
    "PriorId",
    "ReissueRow",
    "RevocationRow",
    "Step",
    "WayWindow",
    "Window",
]


class Agreement(Cited):
    """The agreement with the ministry without which a school issues no mLegitymacja."""

    signed: Flag


class Consent(Cited):
    """Whether it takes an application, or is issued unless the parents of a minor have objected."""

    model: ConsentModel


class PriorId(Cited):
    """The ID that an mLegitymacja rests on.

    Attributes:
        kinds: of which kind it has to be.
        valid_clause: that it has to be valid.
        paper: what becomes of one on paper, where the text says it.
    """

    kinds: tuple[IdKind, ...] = ("school",)
    valid_clause: ClauseId
    paper: PaperIds | None = None


class Window(Cited):
    """For how long activation codes work, in one unit.

    Attributes:
        days: days after the day of their generation, which is not counted.
        minutes: minutes after the instant of their generation, the last second included.
    """

    days: Annotated[Count, Field(gt=0, le=3660)] | None = None
    minutes: Annotated[Count, Field(gt=0, le=1440)] | None = None

    @model_validator(mode="after")
    def _in_one_unit(self) -> Self:
        units = [unit for unit in (self.days, self.minutes) if unit is not None]
        if len(units) > 1 or not (units or self._ways()):
            raise misfit("one_unit", "either days or minutes")
        return self

    def _ways(self) -> tuple["WayWindow", ...]:
        return ()


class WayWindow(Window):
    """The window of codes that come by one way."""

    way: CodeWay


class Codes(Window):
    """The window of activation codes; without a unit of its own the ways that have one are all.

    Attributes:
        ways: windows of their own for codes that come by these ways.
        renewable: that new codes may be generated for an mLegitymacja that is issued already.
    """

    ways: tuple[WayWindow, ...] = ()
    renewable: Flag = False

    def _ways(self) -> tuple[WayWindow, ...]:
        return self.ways

    @model_validator(mode="after")
    def _each_way_once(self) -> Self:
        if len({row.way for row in self.ways}) < len(self.ways):
            raise misfit("way_twice", "each way once")
        return self

    def beside(self, own: Self) -> Self:
        """These, with the general window of another text where they have none."""
        if self.days or self.minutes:
            return self
        return self.model_copy(update={"days": own.days, "minutes": own.minutes})

    def window(self, way: CodeWay | None) -> Window:
        """The window of codes that came by that way, or by one that is not told."""
        return next((row for row in self.ways if row.way == way), self)


class Devices(Cited):
    """On how many devices one mLegitymacja may be activated.

    Attributes:
        limit: on how many in all.
        of_pupil: how many of them may be the pupil's own, where the text tells them apart.
        of_parents: how many of them may be the parents', likewise.
        doubtful: that these shares are in doubt: more than a share, up to the limit, is left open.
    """

    limit: Annotated[Count, Field(gt=0)]
    of_pupil: Count | None = None
    of_parents: Count | None = None
    doubtful: Flag = False

    @model_validator(mode="after")
    def _shares_fit(self) -> Self:
        if any(
            share is not None and share > self.limit for share in (self.of_pupil, self.of_parents)
        ):
            raise misfit("min_above_max", "a share that is no more than the limit")
        return self


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
        consent: whether it takes an application.
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

    consent: Consent | None = None
    agreement: Agreement | None = None
    prior_id: PriorId | None = None
    pesel: Rule | None = None
    data: DataSet | None = None
    delivery: Delivery | None = None
    same_number: Rule | None = None
    validity: tuple[Bound, ...] = ()
    codes: Codes | None = None
    one_time: Rule | None = None
    after_lapse: Rule | None = None
    devices: Devices | None = None
    steps: tuple[Step, ...] = ()
    certificate: Rule | None = None
    revocation: Annotated[tuple[RevocationRow, ...], AfterValidator(told_apart)] = ()
    reissue: Annotated[tuple[ReissueRow, ...], AfterValidator(told_apart)] = ()
    issue_after_revocation: Rule | None = None
    revocation_form: Form | None = None
    systems: tuple[SystemVersion, ...] = ()
    app: AppVersion | None = None
    residual: Rule | None = None
