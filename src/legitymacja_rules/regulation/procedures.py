"""What a text says of one procedure, and of the two that are more than an application."""

from typing import Annotated

from pydantic import AfterValidator

from .._base import ClockTime, Flag, Record
from ..vocabulary import CertificateForm, CollectionWay
from .applications import Channel, DataSet, Form, Grounds, Manner, May, Required, Scope, Subject
from .cited import Cited, InForce, Rule
from .due import Due
from .money import Amount, Payment
from .photos import PhotoRequirement
from .wordings import told_apart

__all__ = [
    "CertificateDuplicateRules",
    "CertificateForms",
    "Collection",
    "DuplicateRules",
    "Eligible",
    "FirstIdRules",
    "ProcedureRules",
]


class ProcedureRules(Record):
    """What a school says of one procedure.

    Attributes:
        in_force: its own bounds, where they differ from the regulation's.
        scope: to whom the text applies at all, where it says so.
        applicants: who may ask; the first row that fits decides.
        grounds: on which grounds; empty where the procedure needs none.
        required: what comes with the application.
        form: its form, where the text names one.
        manner: whether it is made in writing or orally, where the text says so.
        channels: how it may be lodged; empty where the text does not say.
        photo: what it asks of a photo, or None.
        photo_channels: how the photo may be sent; empty where the text does not say.
        subject: the subject of the message with the photo, or None.
        due: by when the school has to act, or None.
        fees: what it costs; the first row that fits the ground decides.
        payment: where to pay, or None.
    """

    in_force: InForce | None = None
    scope: Scope | None = None
    applicants: tuple[May, ...] = ()
    grounds: Annotated[tuple[Grounds, ...], AfterValidator(told_apart)] = ()
    required: tuple[Required, ...] = ()
    form: Form | None = None
    manner: Manner | None = None
    channels: tuple[Channel, ...] = ()
    photo: PhotoRequirement | None = None
    photo_channels: tuple[Channel, ...] = ()
    subject: Subject | None = None
    due: Due | None = None
    fees: tuple[Amount, ...] = ()
    payment: Payment | None = None


class Eligible(Cited):
    """Who gets a first ID.

    Attributes:
        disability: that only a child with a disability does.
        group: that only a child of a preschool group does, which the office has to affirm.
        preparatory_year: that only a child in its compulsory preparatory year does, likewise.
    """

    disability: Flag = False
    group: Flag = False
    preparatory_year: Flag = False


class FirstIdRules(ProcedureRules):
    """What a school says of the first ID; `eligible` where it says who gets one."""

    eligible: Eligible | None = None


class DuplicateRules(ProcedureRules):
    """What a school says of a duplicate, and of the original it stands for.

    Attributes:
        original_void: that the original is void once the duplicate is received.
        found_returned: that an original found again is to be returned.
        again: that a duplicate may be issued of a duplicate, too.
    """

    original_void: Rule | None = None
    found_returned: Rule | None = None
    again: Rule | None = None


class CertificateForms(Cited):
    """On which form the duplicate of a certificate may be made."""

    any_of: tuple[CertificateForm, ...]


class Collection(Cited):
    """A way by which a duplicate reaches whoever asked for it.

    Attributes:
        way: in person or by which post.
        opens, closes: the hours, both included, as ``07:00``; from Monday to Friday.
        notice: that notice by phone comes first.
        authority: that somebody else needs a written authority.
        signature: that the pupil or graduate signs for it.
        identity_card: that series and number of an identity card are written down.
        special: that the way is for special cases only, which the school has to affirm.
    """

    way: CollectionWay
    opens: ClockTime | None = None
    closes: ClockTime | None = None
    notice: Flag = False
    authority: Flag = False
    signature: Flag = False
    identity_card: Flag = False
    special: Flag = False


class CertificateDuplicateRules(DuplicateRules):
    """What a school says of the duplicate of a certificate.

    Attributes:
        data: what has to be told of the certificate, where the text says it.
        forms: on which form it may be made.
        records: that the school's records have to be there.
        no_records: that without sufficient records a statement is issued instead.
        collection: how it may be collected; empty where the text does not say.
    """

    data: DataSet | None = None
    forms: CertificateForms | None = None
    records: Rule | None = None
    no_records: Rule | None = None
    collection: tuple[Collection, ...] = ()
