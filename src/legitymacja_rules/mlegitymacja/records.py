"""What an mLegitymacja is made of: application, commands, events, the document. Data only.

A command says what somebody wants, on a day. An event says what happened. The document holds its
events and nothing else, so it can be saved whole or rebuilt from them; what must not move with next
year's rules (the end of the code window, the end of validity) is fixed in the event of its issue.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .._base import Flag, Private, Record
from .._day import Day
from ..attestations import Attested
from ..facts import Code, MaybePrivateText, PhotoFacts, PhysicalId, PrivateText, Pupil
from ..vocabulary import (
    ApplicantKind,
    BasisKind,
    Circumstance,
    Item,
    Lodging,
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


class Application(Record):
    """An application for an mLegitymacja.

    Attributes:
        received: the day on which it was lodged; it fixes who may apply.
        applicant: who applies.
        pupil: for whom.
        prior_id: the ID it rests on; None if none was ever issued.
        photo: what `photo.inspect` found; None if none came.
        photo_sent_by: by which way the photo came, where that matters.
        handed_in: the other items that came with it.
        lodged: by which way it was lodged.
        circumstances: what holds at the time and makes some clauses apply.
        deliver_by: how activation data are to be handed over, if said.
        email: the address for them, private.
        education_ends: the last day of the pupil's education at the school, if known.
    """

    received: Day
    applicant: ApplicantKind
    pupil: Pupil
    prior_id: PhysicalId | None = None
    photo: PhotoFacts | None = None
    photo_sent_by: Lodging | None = None
    handed_in: tuple[Item, ...] = ()
    lodged: Lodging = "office"
    circumstances: tuple[Circumstance, ...] = ()
    deliver_by: Literal["email", "print"] | None = None
    email: MaybePrivateText = None
    education_ends: Day | None = None


# --- commands -------------------------------------------------------------------------------------


class Activate(Record):
    """Activate on a device.

    Attributes:
        on: the day.
        device: what tells this device from others, private.
        system: its operating system.
        qr: the QR code used.
        code: the activation code used.
        steps: the user's steps in the order in which they were taken.
        permission_granted: that the system's permission had been granted before.
        attested: what humans said.
    """

    kind: Literal["activate"] = "activate"
    on: Day
    device: PrivateText
    system: System
    qr: Annotated[Code, Private]
    code: Annotated[Code, Private]
    steps: tuple[StepName, ...] = ()
    permission_granted: Flag = False
    attested: Attested = ()


class Revoke(Record):
    """Revoke, on one ground.

    Attributes:
        on: the day.
        ground: why.
        applicant: who asked for it; None where the school acts ex officio.
        basis: the document on which a change of name rests.
        attested: what humans said.
    """

    kind: Literal["revoke"] = "revoke"
    on: Day
    ground: RevocationGround
    applicant: ApplicantKind | None = None
    basis: BasisKind | None = None
    attested: Attested = ()


class Reissue(Record):
    """Issue again, on one ground, upon a new application.

    Attributes:
        on: the day.
        ground: why.
        application: the new application.
        codes: the new codes.
        basis: the document on which a change of name rests.
        attested: what humans said.
    """

    kind: Literal["reissue"] = "reissue"
    on: Day
    ground: ReissueGround
    application: Application
    codes: ActivationCodes
    basis: BasisKind | None = None
    attested: Attested = ()


Command = Activate | Revoke | Reissue
AnyCommand = Annotated[Command, Field(discriminator="kind")]


# --- events ---------------------------------------------------------------------------------------


class Issued(Record):
    """It was issued.

    Attributes:
        on: the day of issue.
        school: the school's slug.
        pupil: for whom.
        id_number: the number of the ID it rests on, private.
        id_valid_until: the last day of that ID's validity as it stood then.
        number: its own number where a clause gives it one, private.
        codes: its secrets.
        codes_until: the last day on which they work.
        valid_until: the last day of its validity.
        attested: what humans said.
    """

    event: Literal["issued"] = "issued"
    on: Day
    school: str
    pupil: Pupil
    id_number: PrivateText
    id_valid_until: Day
    number: MaybePrivateText = None
    codes: ActivationCodes
    codes_until: Day
    valid_until: Day
    attested: Attested = ()


class Activated(Record):
    """It was activated on a device."""

    event: Literal["activated"] = "activated"
    on: Day
    device: PrivateText
    system: System
    steps: tuple[StepName, ...] = ()
    attested: Attested = ()


class CertificateCreated(Record):
    """A certificate was made, bound to the user and the device; it ends with the document."""

    event: Literal["certificate_created"] = "certificate_created"
    on: Day
    device: PrivateText
    valid_until: Day


class Revoked(Record):
    """It was revoked, under a clause."""

    event: Literal["revoked"] = "revoked"
    on: Day
    ground: RevocationGround
    clause: str
    applicant: ApplicantKind | None = None
    basis: BasisKind | None = None
    attested: Attested = ()


class Reissued(Record):
    """A new one was issued in its place, under a clause."""

    event: Literal["reissued"] = "reissued"
    on: Day
    ground: ReissueGround
    clause: str
    basis: BasisKind | None = None
    attested: Attested = ()


Event = Issued | Activated | CertificateCreated | Revoked | Reissued
AnyEvent = Annotated[Event, Field(discriminator="event")]


class Mlegitymacja(Record):
    """An mLegitymacja: what happened to it.

    Attributes:
        issued: its issue.
        activations: the devices it was activated on, in order.
        certificates: the certificates made there.
        revoked: its revocation, if any.
        reissued: that a new one took its place, if so.
    """

    issued: Issued
    activations: tuple[Activated, ...] = ()
    certificates: tuple[CertificateCreated, ...] = ()
    revoked: Revoked | None = None
    reissued: Reissued | None = None

    @property
    def school(self) -> str:
        """The slug of the school that issued it."""
        return self.issued.school

    @property
    def last_day(self) -> date:
        """The day of the last thing that happened to it."""
        for event in (self.reissued, self.revoked, *self.activations[-1:]):
            if event is not None:
                return event.on
        return self.issued.on
