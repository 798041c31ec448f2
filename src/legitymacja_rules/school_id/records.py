"""What a school or preschool ID is made of: application, commands, events, the document. Data only.

A command says what somebody wants, on a day. An event says what happened. The document is its events;
what must not move with next year's rules (the printed date) is fixed in the event of its issue, and
each yearly confirmation brings its own.
"""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .. import applications
from .._base import Count, Record
from .._day import Day
from ..acts import (
    Asked,
    Correct,
    Corrected,
    Done,
    Duplicated,
    Found,
    GiveBack,
    HandedOver,
    HandOver,
    Replace,
    Replaced,
    ReportFound,
    Returned,
    TakenOver,
)
from ..facts import HologramNumber, MaybePrivateText, PhysicalId, PrivateText, Pupil
from ..history import Document
from ..regulation import ClauseId, Slug
from ..vocabulary import (
    ApplicantKind,
    ConfirmationMeans,
    EndGround,
    ExchangeGround,
    IdForm,
    IdKind,
    LossGround,
    Service,
)

__all__ = [
    "Amend",
    "Application",
    "Card",
    "CodeServices",
    "Command",
    "Confirm",
    "Confirmed",
    "Destroy",
    "Destroyed",
    "Duplicate",
    "End",
    "Ended",
    "Event",
    "Exchange",
    "Exchanged",
    "Issued",
    "ReportLoss",
    "Reported",
    "SchoolId",
    "ServicesCoded",
]


class Card(Record):
    """The ID that was made: what is printed on it beside the pupil's data.

    Attributes:
        number: its number, private.
        valid_until: the last day of validity printed on it.
        form: ``id1`` (plastic card) or ``paper``.
        free_fields: how many fields for yearly stamps are left on one on paper, if known.
    """

    number: PrivateText
    valid_until: Day
    form: IdForm = "id1"
    free_fields: Count | None = None


class Application(applications.Application):
    """An application for an ID, its exchange or its duplicate.

    Attributes:
        kind: a ``school`` or a ``preschool`` ID.
        admitted: the day on which the pupil was admitted to the school, if known.
        other_document: name and number of another document of one without PESEL, private.
    """

    kind: IdKind = "school"
    admitted: Day | None = None
    other_document: MaybePrivateText = None


# --- commands -------------------------------------------------------------------------------------


class Confirm(Asked):
    """Confirm its validity for a school year.

    Attributes:
        means: a ``hologram``, or ``date_and_seal``.
        valid_until: the last day of the validity that is confirmed.
        hologram: the number of the hologram, where holograms are accounted for.
    """

    kind: Literal["confirm"] = "confirm"
    means: ConfirmationMeans
    valid_until: Day
    hologram: HologramNumber | None = None


class CodeServices(Asked):
    """Code services on it.

    Attributes:
        services: which.
        consent: who has consented; None if nobody has.
    """

    kind: Literal["code_services"] = "code_services"
    services: Annotated[tuple[Service, ...], Field(min_length=1)]
    consent: ApplicantKind | None = None


class ReportLoss(Asked):
    """Say that it was lost, stolen or destroyed."""

    kind: Literal["report_loss"] = "report_loss"
    how: LossGround


class Duplicate(Asked):
    """Make a duplicate upon an application.

    Attributes:
        application: what was lodged; its reason says how the original was lost.
        card: the duplicate that was made.
    """

    kind: Literal["duplicate"] = "duplicate"
    application: Application
    card: Card


class Exchange(Asked):
    """Make a new one in place of one that is wrong or outdated.

    Attributes:
        application: what was lodged; its reason is the ground.
        card: the new one that was made.
    """

    kind: Literal["exchange"] = "exchange"
    application: Application
    card: Card


class End(Asked):
    """End it, for the pupil leaves the school."""

    kind: Literal["end"] = "end"
    ground: EndGround


class Destroy(Asked):
    """Destroy one that nobody collected, or that came back."""

    kind: Literal["destroy"] = "destroy"


class Amend(Asked):
    """Cross out or correct something on it."""

    kind: Literal["amend"] = "amend"


Command = (
    HandOver
    | Confirm
    | CodeServices
    | ReportLoss
    | ReportFound
    | Duplicate
    | Exchange
    | Replace
    | GiveBack
    | End
    | Destroy
    | Amend
    | Correct
)
AnyCommand = Annotated[Command, Field(discriminator="kind")]


# --- events ---------------------------------------------------------------------------------------


class Issued(Done):
    """It was made and issued.

    Attributes:
        school: the school's slug.
        pupil: for whom.
        kind: a ``school`` or a ``preschool`` ID.
        number: its number, private.
        form: ``id1`` (plastic card) or ``paper``.
        valid_until: the last day of validity printed on it.
        free_fields: how many fields for yearly stamps it has left, if known.
        in_place_of: the number of the ID in whose place it was made, private.
        copies: which duplicate in a row it is; 0 if it is none.
        other_document: name and number of another document of one without PESEL, private.
    """

    command: ClassVar[str | None] = "issue"
    event: Literal["issued"] = "issued"
    school: Slug
    pupil: Pupil
    kind: IdKind
    number: PrivateText
    form: IdForm
    valid_until: Day
    free_fields: Count | None = None
    in_place_of: MaybePrivateText = None
    copies: Count = 0
    other_document: MaybePrivateText = None


class Confirmed(Done):
    """Its validity was confirmed, under a clause."""

    command: ClassVar[str | None] = "confirm"
    event: Literal["confirmed"] = "confirmed"
    means: ConfirmationMeans
    valid_until: Day
    clause: ClauseId
    hologram: HologramNumber | None = None


class ServicesCoded(Done):
    """Services were coded on it, by the consent of a person."""

    command: ClassVar[str | None] = "code_services"
    event: Literal["services_coded"] = "services_coded"
    services: tuple[Service, ...]
    consent: ApplicantKind | None = None


class Reported(Done):
    """It was reported as lost, stolen or destroyed."""

    command: ClassVar[str | None] = "report_loss"
    event: Literal["reported"] = "reported"
    how: LossGround


class Exchanged(Done):
    """A new one was made in its place, under a clause.

    Attributes:
        ground: why.
        clause: the clause of that ground.
        returned: whether this one came back to the school with the application.
    """

    command: ClassVar[str | None] = "exchange"
    makes_another: ClassVar[bool] = True
    event: Literal["exchanged"] = "exchanged"
    ground: ExchangeGround
    clause: ClauseId
    returned: bool


class Ended(Done):
    """It ended with the pupil's education at the school, under a clause."""

    command: ClassVar[str | None] = "end"
    event: Literal["ended"] = "ended"
    ground: EndGround
    clause: ClauseId


class Destroyed(Done):
    """It was destroyed as a strictly accounted form."""

    command: ClassVar[str | None] = "destroy"
    event: Literal["destroyed"] = "destroyed"


Event = (
    Issued
    | HandedOver
    | Confirmed
    | ServicesCoded
    | Reported
    | Found
    | Duplicated
    | Exchanged
    | Replaced
    | Returned
    | Ended
    | Destroyed
    | Corrected
    | TakenOver
)
AnyEvent = Annotated[Event, Field(discriminator="event")]


class SchoolId(Document):
    """A school or preschool ID: what happened to it, and what that says of it."""

    first: ClassVar[type[Done]] = Issued

    history: tuple[AnyEvent, ...]

    @property
    def issued(self) -> Issued:
        """Its issue."""
        assert isinstance(self.history[0], Issued)  # noqa: S101  (a history begins with it)
        return self.history[0]

    @property
    def handed_over(self) -> HandedOver | None:
        """Its handing over, if it was collected."""
        return self.last(HandedOver)

    @property
    def confirmations(self) -> tuple[Confirmed, ...]:
        """The yearly confirmations, in order."""
        return self.all_of(Confirmed)

    @property
    def services(self) -> tuple[Service, ...]:
        """The services coded on it, each once."""
        coded = (act.services for act in self.standing() if isinstance(act, ServicesCoded))
        return tuple(dict.fromkeys(service for services in coded for service in services))

    def free_fields(self, day: date) -> int | None:
        """How many fields for yearly stamps are left on a day, if that is known."""
        stamped = [act for act in self.confirmations if act.on <= day]
        used = sum(act.means == "date_and_seal" for act in stamped)
        had = self.issued.free_fields
        return None if had is None else max(0, had - used)

    def valid_until(self, day: date) -> date:
        """The last day of validity, as printed or last confirmed by that day."""
        confirmed = (act.valid_until for act in self.confirmations if act.on <= day)
        return max((self.issued.valid_until, *confirmed))

    def void_since(self) -> date | None:
        """The first day on which it is void before its time; None if it is not.

        One whose issue was taken back was void from its first day.
        """
        ends = (Ended, Exchanged, Returned, Destroyed)
        if not (acts := self.acts()):
            return self.issued.on
        void = (a.on for a in acts if isinstance(a, ends) or (isinstance(a, Replaced) and a.void))
        return next(void, None)

    def void_on(self, day: date) -> bool:
        """Whether it is void on a day before its time."""
        void = self.void_since()
        return void is not None and void <= day

    def unsettled_on(self, day: date) -> bool:
        """Whether its duplicate was received by that day, and no text says that this made it void."""
        replaced = self.last(Replaced)
        return replaced is not None and replaced.on <= day and not self.void_on(day)

    def is_copy_of(self, original: "SchoolId") -> bool:
        """Whether it is the duplicate of that one; numbers alone would not tell, for all may be alike."""
        made, before = self.issued, original.issued
        place = (made.school, made.in_place_of, made.copies)
        same = place == (before.school, before.number, before.copies + 1)
        return same and original.last(Duplicated) is not None

    def full_on(self, day: date) -> bool:
        """Whether it is on paper, has run out, and has no field left for another stamp."""
        full = self.issued.form == "paper" and self.free_fields(day) == 0
        return full and day > self.valid_until(day)

    def held(self, day: date) -> PhysicalId:
        """The ID as a fact on a day, as an mLegitymacja or a form is asked about it."""
        made = self.issued
        return PhysicalId(
            number=made.number,
            form=made.form,
            issued=made.on,
            valid_until=self.valid_until(day),
            kind=made.kind,
            void_since=self.void_since(),
            free_fields=self.free_fields(day),
        )
