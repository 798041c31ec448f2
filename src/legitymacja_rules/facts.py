"""What is: the people, IDs, forms and photos that rules are asked about.

Facts come from the host, are complete when they are built, and never change. What tells of a person
is marked private and stays out of every repr. A fact says what is so, never what follows from it:
whether an ID is valid or a pupil of age depends on the day, and is asked with one.
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints

from ._base import Count, Flag, Masked, Money, Private, Record
from ._day import FIRST_DAY, LAST_DAY, Day
from ._text import MAX_FILE_NAME, Line, stored_name
from .extensions import claimed_format
from .pesel import Pesel
from .vocabulary import (
    CertificateKind,
    Colours,
    ContentFault,
    ContentFormat,
    DpiDoubt,
    DpiSource,
    ExchangeGround,
    IdForm,
    IdKind,
    LossGround,
    MetadataKind,
    PictureHint,
    SecondFormat,
)

__all__ = [
    "MAX_FILE_NAME",
    "Code",
    "Day",
    "FilledForm",
    "PhotoFacts",
    "PhysicalId",
    "ProofOfPayment",
    "Pupil",
]

MAJORITY = 18

MAX_TEXT = 200
"""The longest name, number, address or title that is kept, in signs."""

_Text = Annotated[str, Line(MAX_TEXT)]

PrivateText = Annotated[_Text, Private]
"""A text that tells of a person: a name, a number, an address."""

MaybePrivateText = Annotated[_Text | None, Private]
"""The same where it may be missing."""


Side = Annotated[Count, Field(le=2**31 - 1)]
"""A length in px or dpi; no header can say more."""

Year = Annotated[Count, Field(ge=FIRST_DAY.year, le=LAST_DAY.year)]
"""A year in which a `Day` can lie."""

FileName = Annotated[str, Field(max_length=MAX_FILE_NAME), AfterValidator(stored_name)]
"""The name under which a file came, as it is stored."""

HologramNumber = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9A-Za-z][0-9A-Za-z ./-]{0,39}$")
]
"""The number printed on a hologram; it tells of no person."""


class Code(Masked):
    """A QR code's content or an activation code; shown only by `reveal()` and in JSON."""

    __slots__ = ()


class Pupil(Record):
    """A pupil, or a child of a preschool group.

    Attributes:
        first_names: all given names, separated by spaces.
        last_name: the surname, with a hyphen where it has two parts.
        born: the declared day of birth.
        class_name: as the school writes it, such as ``4b``, ``1 TI`` or ``IIIa``.
        pesel: the PESEL, or None where none was granted.
        address: the home address, where a clause asks for it.
        disability: whether the pupil has a disability, where a clause asks for it.
        adult_since: an earlier day of majority, by marriage.

    >>> Pupil(first_names="Anna", last_name="Kowalska", born=date(2014, 3, 5), class_name="4b")
    Pupil()
    """

    first_names: PrivateText
    last_name: PrivateText
    born: Annotated[Day, Private]
    class_name: MaybePrivateText = None
    pesel: Annotated[Pesel | None, Private] = None
    address: MaybePrivateText = None
    disability: Annotated[Flag | None, Private] = None
    adult_since: Annotated[Day | None, Private] = None

    def adult_from(self) -> date:
        """The first day of majority: the 18th birthday, from its start (I-majority).

        >>> Pupil(first_names="A", last_name="B", born=date(2008, 2, 29)).adult_from()
        datetime.date(2026, 2, 28)
        """
        year = self.born.year + MAJORITY
        try:
            birthday = self.born.replace(year=year)
        except ValueError:
            birthday = date(year, 2, 28)
        return min(birthday, self.adult_since) if self.adult_since else birthday

    def is_same(self, other: Self) -> bool:
        """Whether both can be one person: by PESEL if both have one, else by the day of birth."""
        if self.pesel and other.pesel:
            return self.pesel == other.pesel
        return self.born == other.born

    def age_on(self, day: date) -> Literal["minor", "adult"]:
        """Whether the pupil is of age on that day."""
        return "adult" if day >= self.adult_from() else "minor"


class PhysicalId(Record):
    """The paper ID or card that a pupil holds.

    Attributes:
        number: its number, private.
        form: ``paper`` or ``id1`` (plastic card).
        issued: the day of issue printed on it.
        valid_until: the last day on which it is valid, as printed or last confirmed.
        kind: a ``school`` or a ``preschool`` ID.
        void_since: the day from which it is void before its time (replaced, left school).
        free_fields: how many fields for yearly stamps are left on one on paper, if known.
    """

    number: PrivateText
    form: IdForm
    issued: Day
    valid_until: Day
    kind: IdKind = "school"
    void_since: Day | None = None
    free_fields: Count | None = None

    def valid_on(self, day: date) -> bool:
        """Whether it is valid on that day.

        >>> card = PhysicalId(number="12/2023", form="paper", issued=date(2023, 9, 4),
        ...                   valid_until=date(2025, 9, 30))
        >>> card.valid_on(date(2025, 9, 30)), card.valid_on(date(2025, 10, 1))
        (True, False)
        """
        void = self.void_since is not None and day >= self.void_since
        return self.issued <= day <= self.valid_until and not void


class FilledForm(Record):
    """What somebody has written on a form, beside what `Pupil` and `PhysicalId` hold.

    What was left out is None, so that an incomplete form can be told.

    Attributes:
        place: where it was written.
        written: the day written on it.
        applicant_name: who applies.
        applicant_address: the applicant's address.
        applicant_phone: the applicant's phone number.
        applicant_email: the applicant's e-mail address.
        birth_place: the pupil's place of birth.
        phone: the pupil's own phone number.
        reason: why an ID is to be exchanged, or how an original was lost.
        signed: whether it bears a signature.
        certificate_kind: the kind of certificate that a duplicate is asked of.
        certificate_school: the school that was finished.
        certificate_profile: the profile or trade taught there.
        certificate_year: the year in which school or class was finished.
        certificate_name: the name on the original.

    >>> FilledForm(applicant_name="Maria Kowalska", reason="lost", signed=True)
    FilledForm(written=None, reason='lost', signed=True, certificate_kind=None)
    """

    place: MaybePrivateText = None
    written: Day | None = None
    applicant_name: MaybePrivateText = None
    applicant_address: MaybePrivateText = None
    applicant_phone: MaybePrivateText = None
    applicant_email: MaybePrivateText = None
    birth_place: MaybePrivateText = None
    phone: MaybePrivateText = None
    reason: Literal[ExchangeGround, LossGround] | None = None
    signed: Flag = False
    certificate_kind: CertificateKind | None = None
    certificate_school: MaybePrivateText = None
    certificate_profile: MaybePrivateText = None
    certificate_year: Annotated[Year | None, Private] = None
    certificate_name: MaybePrivateText = None


class PhotoFacts(Record):
    """What a photo's bytes and file name say.

    Attributes:
        format: the format its content shows, such as ``JPEG``, ``PNG`` or ``PDF``; ``unknown``.
        size: bytes.
        width: px as shown, after EXIF orientation; None if it cannot be read.
        height: px as shown, likewise.
        dpi: whole dots per inch; None where the file says none, or contradicts itself.
        dpi_doubt: why there is no dpi: ``absent`` or ``contradictory``.
        dpi_tolerance: by so many dpi the one that was meant may differ, for files say it in whole
            dots per cm, too.
        dpi_sources: where the file states it, the most exact first.
        fault: why it cannot be read as a picture, or None.
        colours: how its colours are stored.
        bits: bits for each channel.
        transparent: whether something may shine through.
        frames: how many pictures the file says it holds.
        metadata: what it tells beside the picture, such as ``location``; None if that was not
            looked for.
        doubles_as: what else it passes for, such as ``ZIP``; None if nothing was found.
        hints: what seems to be wrong in the picture; None if it was not decoded. They decide nothing.
        filename: the name it came under, private; None if it came without.
        face_percent: the face's share of the picture in percent, if the host has measured it.
        taken: the day on which it was taken, if the host was told; a file's own date proves nothing.
    """

    format: ContentFormat
    size: Count
    width: Side | None = None
    height: Side | None = None
    dpi: Side | None = None
    dpi_doubt: DpiDoubt | None = None
    dpi_tolerance: Count = 0
    dpi_sources: tuple[DpiSource, ...] = ()
    fault: ContentFault | None = None
    colours: Colours | None = None
    bits: Count | None = None
    transparent: Flag | None = None
    frames: Count | None = None
    metadata: tuple[MetadataKind, ...] | None = None
    doubles_as: SecondFormat | None = None
    hints: tuple[PictureHint, ...] | None = None
    filename: Annotated[FileName | None, Private] = None
    face_percent: Annotated[Count, Field(le=100)] | None = None
    taken: Day | None = None

    @property
    def animated(self) -> bool:
        """Whether it moves: several frames of a PNG. Those of a JPEG are pictures beside the first."""
        return self.format == "PNG" and (self.frames or 1) > 1

    @property
    def misnamed(self) -> bool:
        """Whether its name claims another format than its content has.

        >>> PhotoFacts(format="PDF", size=9, filename="anna.jpg").misnamed
        True
        """
        claimed = claimed_format(self.filename) if self.filename else None
        return claimed is not None and claimed != self.format


class ProofOfPayment(Record):
    """What a confirmation says of one payment.

    Attributes:
        amount: what was paid, in PLN with two places.
        account: the number of the account to which it went, private; spaces may stand in it.
        title: the title of the transfer, private.
        paid: the day of the payment.

    >>> ProofOfPayment(amount="9.00", account="21 1240", title="Anna", paid=date(2024, 9, 30))
    ProofOfPayment(amount=Decimal('9.00'), paid=datetime.date(2024, 9, 30))
    """

    amount: Money
    account: PrivateText
    title: PrivateText
    paid: Day
