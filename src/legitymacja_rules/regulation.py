"""The shape of what one school says.

A regulation is data: no function, no branch, no inheritance between schools. Its unit is the small
record that carries its own clause, because a paragraph of a text says several numbers at once and
often several paragraphs say one thing (`clause` sets it, `also` bears on it). A school that says
nothing of a matter has None or an empty tuple there; what that means is not decided here.

Six procedures, each with what it takes (applicants, required items, channels, photo) and what it
costs; the mLegitymacja adds its life: codes, devices, steps, validity, grounds.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, Field
from stdnum import iban

from ._base import Count, Exact, Flag, Money, Record
from ._day import Day
from .errors import UnknownProcedure
from .findings import Role
from .loading import load, replaced
from .vocabulary import (
    ApplicantKind,
    BasisKind,
    Circumstance,
    DataField,
    ExchangeGround,
    IdKind,
    ImageFormat,
    Item,
    Lodging,
    NamePart,
    PictureCondition,
    Procedure,
    PupilAge,
    ReissueGround,
    RevocationGround,
    StepName,
    System,
    ValidityBound,
)

__all__ = [
    "Agreement",
    "Amount",
    "Basis",
    "Bound",
    "Channel",
    "Cited",
    "Codes",
    "DataSet",
    "Delivery",
    "Devices",
    "Dpi",
    "Extensions",
    "FaceShare",
    "FileSize",
    "Formats",
    "InForce",
    "May",
    "MlegitymacjaProcedure",
    "Naming",
    "Payment",
    "PhotoRequirement",
    "Picture",
    "Pixels",
    "PriorId",
    "ProcedureRules",
    "Ratio",
    "Regulation",
    "ReissueRow",
    "Required",
    "RevocationRow",
    "Rule",
    "Step",
    "others",
]

PROCEDURES: tuple[Procedure, ...] = get_args(Procedure)


class Cited(Record):
    """The base of all data: it says where it stands.

    Attributes:
        clause: the id of the clause that sets it, such as ``leczna:VI.5``.
        also: ids of further clauses, or registered readings, that say the same or bear on it.
    """

    clause: Annotated[str, Field(min_length=1)]
    also: tuple[str, ...] = ()


def others(clause: str, rows: Iterable[Cited]) -> tuple[str, ...]:
    """The clauses of those rows that are not this one, each once."""
    return tuple(dict.fromkeys(row.clause for row in rows if row.clause != clause))


class Rule(Cited):
    """A clause that holds or is absent, without a number of its own."""


class InForce(Cited):
    """From when until when a text applies, both days included; `announced` if that came later."""

    since: Day
    until: Day | None = None
    announced: Day | None = None

    def covers(self, day: date) -> bool:
        """Whether the text applies on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


# --- photos ---------------------------------------------------------------------------------------


class _Waivable(Cited):
    """`waiver` is the clause that lets the school accept a photo in spite of a breach."""

    waiver: str | None = None


class Formats(_Waivable):
    """The formats that a photo's content may have."""

    any_of: tuple[ImageFormat, ...]


class Extensions(_Waivable):
    """The file name extensions that the text names, in lower case."""

    any_of: tuple[str, ...]


class FileSize(_Waivable):
    """At most so many MB; `megabyte` says which (I-mb): 10^6 bytes, 2^20, or either by review."""

    max_mb: Annotated[Exact, Field(gt=0)]
    megabyte: Literal["decimal", "binary", "either"] = "either"


class Pixels(_Waivable):
    """At least so many px, width and height as the picture is shown."""

    min_width: Count
    min_height: Count


class Ratio(Cited):
    """Width to height; `tolerance` px of the width may be missing or too many."""

    width: Count
    height: Count
    tolerance: Count = 1


class Dpi(_Waivable):
    """Dots per inch, at least or at most; not `strict`: a breach only asks for review."""

    at_least: Count | None = None
    at_most: Count | None = None
    strict: Flag = True


class Naming(_Waivable):
    """What a file's name is made of; `waived_for` names the ways of sending that need no name."""

    parts: tuple[NamePart, ...]
    any_order: Flag = True
    waived_for: tuple[Lodging, ...] = ()


class FaceShare(_Waivable):
    """The face's share of the picture, in percent, both ends included."""

    at_least: Count
    at_most: Count


class Picture(_Waivable):
    """A condition that only a human can see."""

    condition: PictureCondition


class PhotoRequirement(Record):
    """What one procedure asks of a photo; None where the text asks nothing."""

    formats: Formats
    extensions: Extensions | None = None
    size: FileSize | None = None
    pixels: Pixels | None = None
    ratio: Ratio | None = None
    dpi: Dpi | None = None
    naming: Naming | None = None
    face_share: FaceShare | None = None
    pictures: tuple[Picture, ...] = ()


# --- applications ---------------------------------------------------------------------------------


class May(Cited):
    """Who may ask for a pupil of which age; not `settled` where the text only implies it."""

    who: ApplicantKind
    pupil: PupilAge = "any"
    settled: Flag = True


class Required(Cited):
    """An item that has to come with the application.

    Attributes:
        item: which.
        when: the circumstance to which the clause limits it, if any.
        shown: that it is only shown at the desk, so that the office has to attest it.
    """

    item: Item
    when: Circumstance | None = None
    shown: Flag = False


class Channel(Cited):
    """A way in which the application may be lodged; `when` limits it to a circumstance."""

    by: Lodging
    when: Circumstance | None = None
    address: str | None = None


class DataSet(Cited):
    """What has to be known of the pupil and the ID."""

    fields: tuple[DataField, ...]


class Delivery(Cited):
    """The ways in which activation data reach the applicant."""

    by: tuple[Literal["email", "print"], ...]


# --- money ----------------------------------------------------------------------------------------


def _checked_account(number: str) -> str:
    compact = number.replace(" ", "")
    if not compact.isascii() or not compact.isdigit() or not iban.is_valid("PL" + compact):
        raise ValueError("not a Polish account number: 26 digits with a valid check by MOD 97")
    return compact


# The first check of a country makes stdnum look for its rules on disk: once, here, and never later.
iban.is_valid("PL")

AccountNumber = Annotated[str, AfterValidator(_checked_account)]
"""A Polish account number: 26 digits, checked by MOD 97; groups of digits may be spaced."""


class Amount(Cited):
    """A fee in PLN; `grounds` limits it to the grounds the clause names."""

    amount: Money
    grounds: tuple[ExchangeGround, ...] = ()


class Payment(Cited):
    """Where a fee is paid: account, holder, and the title's words followed by its parts."""

    account: AccountNumber
    holder: str
    title: str
    title_parts: tuple[Literal["names", "class_name"], ...]


# --- procedures -----------------------------------------------------------------------------------


class ProcedureRules(Record):
    """What a school says of one procedure.

    Attributes:
        in_force: its own bounds, where they differ from the regulation's.
        applicants: who may ask; the first row that fits decides.
        required: what comes with the application.
        channels: how it may be lodged; empty where the text does not say.
        photo: what it asks of a photo, or None.
        fees: what it costs; the first row that fits the ground decides.
        payment: where to pay, or None.
    """

    in_force: InForce | None = None
    applicants: tuple[May, ...] = ()
    required: tuple[Required, ...] = ()
    channels: tuple[Channel, ...] = ()
    photo: PhotoRequirement | None = None
    fees: tuple[Amount, ...] = ()
    payment: Payment | None = None


class Agreement(Cited):
    """The agreement with the ministry without which a school issues no mLegitymacja."""

    signed: Flag


class PriorId(Cited):
    """The ID that an mLegitymacja rests on; `valid_clause` says that it has to be valid."""

    kinds: tuple[IdKind, ...] = ("school",)
    valid_clause: str


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


class Basis(Cited):
    """Documents on which a ground must rest; `insufficient` ones are named by the text as less."""

    accepted: tuple[BasisKind, ...]
    insufficient: tuple[BasisKind, ...] = ()


class RevocationRow(Cited):
    """A ground for revoking.

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


class ReissueRow(Cited):
    """A ground for issuing again; `after` names the revocations it can follow, if it must."""

    ground: ReissueGround
    basis: Basis | None = None
    after: tuple[RevocationGround, ...] = ()


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
    revocation: tuple[RevocationRow, ...]
    reissue: tuple[ReissueRow, ...]
    issue_after_revocation: Rule | None = None


class Regulation(Record):
    """One school's regulation, complete.

    Attributes:
        slug: the short name that clause ids begin with.
        school: the school's name.
        text: the name of the text.
        in_force: from when until when it applies.
        school_id, preschool_id, id_exchange, id_duplicate, mlegitymacja, certificate_duplicate: what
            it says of each procedure, or None.
    """

    slug: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    school: str
    text: str
    in_force: InForce
    school_id: ProcedureRules | None = None
    preschool_id: ProcedureRules | None = None
    id_exchange: ProcedureRules | None = None
    id_duplicate: ProcedureRules | None = None
    mlegitymacja: MlegitymacjaProcedure | None = None
    certificate_duplicate: ProcedureRules | None = None

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
