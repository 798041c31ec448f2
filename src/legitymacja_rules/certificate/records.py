"""What a certificate is made of: application, commands, events, the document. Data only.

A command says what somebody wants, on a day. An event says what happened. The document is its events;
a duplicate is a certificate of its own, which certifies what its original does and says of which one
in a row it is a copy.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .. import applications
from .._base import Count, Private, Record
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
from ..facts import MaybePrivateText, PrivateText, Pupil, Year
from ..history import Document
from ..regulation import ClauseId, Slug
from ..vocabulary import (
    ApplicantKind,
    CertificateForm,
    CertificateKind,
    LossGround,
    Records,
)

__all__ = [
    "Application",
    "Certificate",
    "Command",
    "Duplicate",
    "DuplicateImpossible",
    "Event",
    "Issued",
    "Original",
]


class _Certified(Record):
    """What a certificate says.

    Attributes:
        pupil: whose it is.
        kind: of finishing the ``school``, or a ``class``.
        school_name: the name of that school then, private.
        year: the year of finishing, private.
        profile: the profile or trade taught, private, if there was one.
        number: the certificate's own number, private, if it has one.
    """

    pupil: Pupil
    kind: CertificateKind
    school_name: PrivateText
    year: Annotated[Year, Private]
    profile: MaybePrivateText = None
    number: MaybePrivateText = None


class Original(_Certified):
    """What an original certificate says."""


class Application(applications.Application):
    """An application for the duplicate of a certificate; its reason says how the original was lost.

    Attributes:
        certificate_kind: of which kind of certificate a duplicate is asked.
        certificate_year: the year of finishing that it names, private.
    """

    certificate_kind: CertificateKind | None = None
    certificate_year: Annotated[Year | None, Private] = None


# --- commands -------------------------------------------------------------------------------------


class Duplicate(Asked):
    """Make a duplicate upon an application, if the school's records allow it.

    Attributes:
        application: what was lodged; its reason says how the original was lost.
        records: whether the school's records are ``sufficient``, ``insufficient``, or ``none`` are left.
        form: on what the duplicate is made; None if none is.
        number: its number, private, if it has one.
    """

    kind: Literal["duplicate"] = "duplicate"
    application: Application
    records: Records
    form: CertificateForm | None = None
    number: MaybePrivateText = None


Command = HandOver | Duplicate | ReportFound | Replace | GiveBack | Correct
AnyCommand = Annotated[Command, Field(discriminator="kind")]


# --- events ---------------------------------------------------------------------------------------


class Issued(_Certified, Done):
    """It was made and issued.

    Attributes:
        school: the school's slug.
        copy_of: the number of the certificate of which it is a duplicate, private.
        copies: which duplicate in a row it is; 0 for an original.
        form: on what a duplicate was made.
        applicant: who applied for a duplicate, if that is known.
    """

    command: ClassVar[str | None] = "issue"
    event: Literal["issued"] = "issued"
    school: Slug
    copy_of: MaybePrivateText = None
    copies: Count = 0
    form: CertificateForm | None = None
    applicant: ApplicantKind | None = None


class DuplicateImpossible(Done):
    """It was stated that no duplicate of it can be issued, under a clause.

    Attributes:
        how: how the original was lost.
        records: that the school's records are ``insufficient``, or that there are ``none``.
        clause: what calls for the statement.
    """

    command: ClassVar[str | None] = "duplicate"
    event: Literal["duplicate_impossible"] = "duplicate_impossible"
    how: LossGround | None
    records: Records
    clause: ClauseId


Event = (
    Issued
    | HandedOver
    | Duplicated
    | DuplicateImpossible
    | Found
    | Replaced
    | Returned
    | Corrected
    | TakenOver
)
AnyEvent = Annotated[Event, Field(discriminator="event")]


class Certificate(Document):
    """A certificate or its duplicate: what happened to it, and what that says of it."""

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
    def void(self) -> bool:
        """Whether the receipt of its duplicate made it void."""
        act = self.last(Replaced)
        return act is not None and act.void

    def is_copy_of(self, original: "Certificate") -> bool:
        """Whether it is the duplicate of that certificate; numbers alone would not tell."""
        mine, other = self.issued, original.issued
        return (mine.copy_of, mine.copies, mine.kind, mine.year) == (
            other.number,
            other.copies + 1,
            other.kind,
            other.year,
        ) and mine.pupil.is_same(other.pupil)
