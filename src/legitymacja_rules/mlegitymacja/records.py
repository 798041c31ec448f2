"""What an mLegitymacja is made of: application, commands, events, the document. Data only.

A command says what somebody wants, on a day. An event says what happened. The document is its events;
what must not move with next year's rules (the end of the code window, the end of validity) is fixed in
the event of its issue.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .. import applications
from .._base import Flag, Private, Record
from .._day import Day
from ..acts import Asked, Correct, Corrected, Done, HandedOver, HandOver, TakenOver
from ..facts import Code, FilledForm, MaybePrivateText, PhysicalId, PrivateText, Pupil
from ..history import Document
from ..regulation import ClauseId, Version
from ..vocabulary import (
    ApplicantKind,
    BasisKind,
    ReissueGround,
    RevocationGround,
    StepName,
    System,
)

__all__ = [
    "Activate",
    "Activated",
    "ActivationCodes",
    "Application",
    "CertificateCreated",
    "Command",
    "Event",
    "Issued",
    "Mlegitymacja",
    "Reissue",
    "Reissued",
    "Revoke",
    "Revoked",
]


class ActivationCodes(Record):
    """The two secrets of one issue and the day on which they were generated.

    Attributes:
        generated: the day of generation in the system; the window is counted from it.
        qr: the content of the QR code.
        code: the activation code (at some schools called password).
    """

    generated: Day
    qr: Code
    code: Code


class Application(applications.Application):
    """An application for an mLegitymacja.

    Attributes:
        prior_id: the ID it rests on; None if none was ever issued.
        deliver_by: how activation data are to be handed over, if said.
        email: the address for them, private.
        education_ends: the last day of the pupil's education at the school, if known.
    """

    prior_id: PhysicalId | None = None
    deliver_by: Literal["email", "print"] | None = None
    email: MaybePrivateText = None
    education_ends: Day | None = None


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
    """Issue again, on one ground, upon a new application.

    Attributes:
        ground: why.
        clause: by which clause, where several name the ground; needed for one of several `other`.
        application: the new application.
        codes: the new codes.
        basis: the document on which a change of name rests.
    """

    kind: Literal["reissue"] = "reissue"
    ground: ReissueGround
    clause: ClauseId | None = None
    application: Application
    codes: ActivationCodes
    basis: BasisKind | None = None


Command = HandOver | Activate | Revoke | Reissue | Correct
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
        codes: its secrets; None only for one that is taken over, whose codes nobody knows any more.
        codes_until: the last day on which they work.
        valid_until: the last day of its validity.
    """

    command: ClassVar[str | None] = "issue"
    event: Literal["issued"] = "issued"
    school: str
    pupil: Pupil
    id_number: PrivateText
    id_valid_until: Day
    number: MaybePrivateText = None
    codes: ActivationCodes | None
    codes_until: Day
    valid_until: Day


class Activated(Done):
    """It was activated on a device."""

    command: ClassVar[str | None] = "activate"
    event: Literal["activated"] = "activated"
    device: PrivateText
    system: System
    steps: tuple[StepName, ...] = ()


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
    clause: str
    applicant: ApplicantKind | None = None
    basis: BasisKind | None = None


class Reissued(Done):
    """A new one was issued in its place, under a clause."""

    command: ClassVar[str | None] = "reissue"
    makes_another: ClassVar[bool] = True
    event: Literal["reissued"] = "reissued"
    ground: ReissueGround
    clause: str
    basis: BasisKind | None = None


Event = (
    Issued
    | HandedOver
    | Activated
    | CertificateCreated
    | Revoked
    | Reissued
    | Corrected
    | TakenOver
)
AnyEvent = Annotated[Event, Field(discriminator="event")]


class Mlegitymacja(Document):
    """An mLegitymacja: what happened to it, and what that says of it."""

    first: ClassVar[type[Done]] = Issued

    history: tuple[AnyEvent, ...]

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
