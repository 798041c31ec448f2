"""What an mLegitymacja is made of: application, commands, events, the document. Data only.

A command says what somebody wants, on a day. An event says what happened. The document is its events;
what must not move with next year's rules (the end of the code window, the end of validity) is fixed in
the event of its issue.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar, Literal, Self, TypeVar

from pydantic import Discriminator, Field, Tag, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from .. import applications
from .._base import Count, Flag, Private, Record
from .._day import Day
from .._instants import Instant, polish_days
from ..acts import Asked, Correct, Corrected, Done, HandedOver, HandOver, TakenOver
from ..facts import Code, FilledForm, MaybePrivateText, PhysicalId, PrivateText, Pupil
from ..history import Document
from ..regulation import ClauseId, Slug, Version
from ..vocabulary import (
    ApplicantKind,
    BasisKind,
    CodeWay,
    DeviceOwner,
    ReissueGround,
    RevocationGround,
    StepName,
    System,
)
from .former import as_history

__all__ = [
    "Activate",
    "Activated",
    "ActivationCodes",
    "AnyRequest",
    "Application",
    "CertificateCreated",
    "CodeSet",
    "CodesGenerated",
    "Command",
    "Event",
    "ExOfficio",
    "GenerateCodes",
    "Issued",
    "Mlegitymacja",
    "Reissue",
    "Reissued",
    "Request",
    "Revoke",
    "Revoked",
]


T = TypeVar("T")


class ActivationCodes(Record):
    """Two secrets, and when and by which way they were generated.

    Attributes:
        generated: the day of generation in the system; a window of days is counted from it.
        qr: the content of the QR code.
        code: the activation code (at some schools called password).
        way: by which way they come to the pupil; None if that is not told.
        at: the instant of generation; a window of minutes is counted from it.
    """

    generated: Day
    qr: Code
    code: Code
    way: CodeWay | None = None
    at: Instant | None = None

    @model_validator(mode="after")
    def _on_one_day(self) -> Self:
        return _on_that_day(self, self.at, self.generated)


def _on_that_day(record: T, at: datetime | None, day: date) -> T:
    """The record itself, if its instant lies on its day by a Polish calendar."""
    if at is not None and day not in polish_days(at):
        raise PydanticCustomError("other_day", "the instant lies on another day")
    return record


class Request(applications.Case):
    """What an issue needs to know, whether or not anybody applied.

    Attributes:
        prior_id: the ID it rests on; None if none was ever issued.
        deliver_by: how activation data are to be handed over, if said.
        email: the address for them, private.
        education_ends: the last day of the pupil's education at the school, if known.
    """

    prior_id: PhysicalId | None = None
    deliver_by: CodeWay | None = None
    email: MaybePrivateText = None
    education_ends: Day | None = None


class Application(Request, applications.Application):
    """An application for an mLegitymacja."""


class ExOfficio(Request):
    """An mLegitymacja that nobody has to apply for: the school issues it unless parents object.

    Attributes:
        objected: the day on which the parents of a minor objected; None if they have not.

    >>> from legitymacja_rules.facts import Pupil
    >>> ExOfficio(pupil=Pupil(first_names="Anna", last_name="K", born=date(2014, 3, 5)))
    ExOfficio(pupil=Pupil(), standing='pupil', photo=None, photo_sent_by=None, photo_print=None, circumstances=(), prior_id=None, deliver_by=None, education_ends=None, objected=None)
    """

    objected: Day | None = None


def _which(value: object) -> str:
    lodged = "applicant" in value if isinstance(value, dict) else isinstance(value, Application)
    return "application" if lodged else "ex_officio"


AnyRequest = Annotated[
    Annotated[Application, Tag("application")] | Annotated[ExOfficio, Tag("ex_officio")],
    Discriminator(_which),
]
"""What an issue needs, as it comes from outside: who has an `applicant` has applied."""


# --- commands -------------------------------------------------------------------------------------


class Activate(Asked):
    """Activate on a device.

    Attributes:
        device: what tells this device from others, private.
        system: its operating system.
        qr: the QR code used.
        code: the activation code used.
        steps: the user's steps in the order in which they were taken.
        permission_granted: that the system's permission had been granted before.
        system_version: the version of the system, such as ``12.4``, if it is to be judged.
        app_version: the version of the app, likewise.
        owner: whose device it is.
        at: the instant, where the codes work for minutes.
    """

    kind: Literal["activate"] = "activate"
    device: PrivateText
    system: System
    qr: Annotated[Code, Private]
    code: Annotated[Code, Private]
    steps: tuple[StepName, ...] = ()
    permission_granted: Flag = False
    system_version: Version | None = None
    app_version: Version | None = None
    owner: DeviceOwner = "pupil"
    at: Instant | None = None

    @model_validator(mode="after")
    def _on_one_day(self) -> Self:
        return _on_that_day(self, self.at, self.on)


class GenerateCodes(Asked):
    """Generate new codes for one that is issued already: for another device, or after a window."""

    kind: Literal["generate_codes"] = "generate_codes"
    codes: ActivationCodes


class Revoke(Asked):
    """Revoke, on one ground.

    Attributes:
        ground: why.
        clause: by which clause, where several name the ground; needed for one of several `other`.
        applicant: who asked for it; None where the school acts ex officio.
        basis: the document on which a change of name rests.
        form: what was written on the form, if it is to be judged field by field.
        prior_id: the ID as it is written there.
    """

    kind: Literal["revoke"] = "revoke"
    ground: RevocationGround
    clause: ClauseId | None = None
    applicant: ApplicantKind | None = None
    basis: BasisKind | None = None
    form: FilledForm | None = None
    prior_id: PhysicalId | None = None


class Reissue(Asked):
    """Issue again, on one ground, upon what a new issue needs.

    Attributes:
        ground: why.
        clause: by which clause, where several name the ground; needed for one of several `other`.
        application: the new application, or the case that needs none.
        codes: the new codes; None where they are generated later.
        basis: the document on which a change of name rests.
    """

    kind: Literal["reissue"] = "reissue"
    ground: ReissueGround
    clause: ClauseId | None = None
    application: AnyRequest
    codes: ActivationCodes | None = None
    basis: BasisKind | None = None


Command = HandOver | GenerateCodes | Activate | Revoke | Reissue | Correct
AnyCommand = Annotated[Command, Field(discriminator="kind")]


# --- events ---------------------------------------------------------------------------------------


class Issued(Done):
    """It was issued.

    Attributes:
        school: the school's slug.
        pupil: for whom.
        id_number: the number of the ID it rests on, private.
        id_valid_until: the last day of that ID's validity as it stood then.
        number: its own number where a clause gives it one, private.
        codes: its secrets; None where they are generated later, or nobody knows them any more.
        codes_until: the last day on which they work; None where there are none, or no text says.
        renewable: that new codes may follow, so that it does not lapse with these.
        valid_until: the last day of its validity.
    """

    command: ClassVar[str | None] = "issue"
    event: Literal["issued"] = "issued"
    school: Slug
    pupil: Pupil
    id_number: PrivateText
    id_valid_until: Day
    number: MaybePrivateText = None
    codes: ActivationCodes | None
    codes_until: Day | None
    renewable: Flag = False
    valid_until: Day


class CodesGenerated(Done):
    """New codes were generated; `until` is the last day on which they work, None if no text says."""

    command: ClassVar[str | None] = "generate_codes"
    event: Literal["codes_generated"] = "codes_generated"
    codes: ActivationCodes
    until: Day | None


class Activated(Done):
    """It was activated on a device, with one of its sets of codes, counted from 0."""

    command: ClassVar[str | None] = "activate"
    event: Literal["activated"] = "activated"
    device: PrivateText
    system: System
    steps: tuple[StepName, ...] = ()
    owner: DeviceOwner = "pupil"
    codes_used: Count = 0


class CertificateCreated(Done):
    """A certificate was made, bound to the user and the device; it ends with the document."""

    event: Literal["certificate_created"] = "certificate_created"
    device: PrivateText
    valid_until: Day


class Revoked(Done):
    """It was revoked, under a clause."""

    command: ClassVar[str | None] = "revoke"
    event: Literal["revoked"] = "revoked"
    ground: RevocationGround
    clause: ClauseId
    applicant: ApplicantKind | None = None
    basis: BasisKind | None = None


class Reissued(Done):
    """A new one was issued in its place, under a clause."""

    command: ClassVar[str | None] = "reissue"
    makes_another: ClassVar[bool] = True
    event: Literal["reissued"] = "reissued"
    ground: ReissueGround
    clause: ClauseId
    basis: BasisKind | None = None


Event = (
    Issued
    | HandedOver
    | CodesGenerated
    | Activated
    | CertificateCreated
    | Revoked
    | Reissued
    | Corrected
    | TakenOver
)
AnyEvent = Annotated[Event, Field(discriminator="event")]


@dataclass(frozen=True, slots=True)
class CodeSet:
    """Codes of an mLegitymacja and the last day on which they work, as far as either is known."""

    codes: ActivationCodes | None
    until: date | None

    @property
    def there(self) -> bool:
        """Whether there are any, known or not."""
        return self.codes is not None or self.until is not None

    def opens(self, qr: Code, code: Code) -> bool:
        """Whether these are its two secrets."""
        return self.codes is not None and (self.codes.qr, self.codes.code) == (qr, code)

    def shares(self, other: ActivationCodes) -> bool:
        """Whether one of its secrets is one of the other's."""
        own = (self.codes.qr, self.codes.code) if self.codes else ()
        return bool({other.qr, other.code}.intersection(own))


class Mlegitymacja(Document):
    """An mLegitymacja: what happened to it, and what that says of it."""

    first: ClassVar[type[Done]] = Issued

    history: tuple[AnyEvent, ...]

    @model_validator(mode="before")
    @classmethod
    def _also_as_it_was_stored(cls, data: object, info: ValidationInfo) -> object:
        return as_history(data) if info.mode == "json" else data

    @property
    def issued(self) -> Issued:
        """Its issue."""
        assert isinstance(self.history[0], Issued)  # noqa: S101  (a history begins with it)
        return self.history[0]

    @property
    def handed_over(self) -> HandedOver | None:
        """The handing over of its codes, if they were."""
        return self.last(HandedOver)

    @property
    def code_sets(self) -> tuple[CodeSet, ...]:
        """All its codes in order, those of its issue first."""
        issued, later = self.issued, self.all_of(CodesGenerated)
        sets = [(issued.codes, issued.codes_until), *((act.codes, act.until) for act in later)]
        return tuple([CodeSet(codes, until) for codes, until in sets])

    @property
    def codes_used(self) -> frozenset[int]:
        """Which of those sets were used."""
        return frozenset(activation.codes_used for activation in self.activations)

    @property
    def activations(self) -> tuple[Activated, ...]:
        """The devices it was activated on, in order."""
        return self.all_of(Activated)

    @property
    def certificates(self) -> tuple[CertificateCreated, ...]:
        """The certificates made there."""
        return self.all_of(CertificateCreated)

    @property
    def revoked(self) -> Revoked | None:
        """Its revocation, if any."""
        return self.last(Revoked)

    @property
    def reissued(self) -> Reissued | None:
        """That a new one took its place, if so."""
        return self.last(Reissued)
