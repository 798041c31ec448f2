"""What a text asks of an application: by whom, with what, by which way, on which form."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from .._base import Flag
from ..vocabulary import (
    ApplicantKind,
    BasisKind,
    Circumstance,
    CodeWay,
    DataField,
    ExchangeGround,
    Item,
    Lodging,
    LossGround,
    NamePart,
    PupilAge,
    RequestManner,
    Standing,
)
from .cited import Cited
from .wordings import Worded, Wording

__all__ = [
    "Basis",
    "Channel",
    "DataSet",
    "Delivery",
    "Form",
    "Grounds",
    "Manner",
    "May",
    "Required",
    "Scope",
    "Subject",
]


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


class Manner(Cited):
    """How the application has to be made: in writing, orally, or by either."""

    by: Annotated[tuple[RequestManner, ...], Field(min_length=1)]


class Channel(Cited):
    """A way in which the application may be lodged; `when` limits it to a circumstance."""

    by: Lodging
    when: Circumstance | None = None
    address: Wording | None = None


class DataSet(Cited):
    """What has to be known of the pupil, the ID or the certificate."""

    fields: tuple[DataField, ...]


class Delivery(Cited):
    """The ways in which activation data reach the applicant."""

    by: tuple[CodeWay, ...]


class Basis(Cited):
    """Documents on which a ground must rest; `insufficient` ones are named by the text as less."""

    accepted: tuple[BasisKind, ...]
    insufficient: tuple[BasisKind, ...] = ()


class Grounds(Worded):
    """Why an ID may be exchanged, or an original replaced by a duplicate.

    Attributes:
        any_of: the grounds that the text names.
        none_of: grounds that its list is read to leave out.
        wording: what the ground `other` is, in the text's words.
    """

    any_of: tuple[Literal[ExchangeGround, LossGround], ...]
    none_of: tuple[Literal[ExchangeGround, LossGround], ...] = ()

    @property
    def _named(self) -> tuple[str, ...]:
        """The grounds that the row names."""
        return self.any_of


class Form(Cited):
    """The form of an application.

    Attributes:
        annex: how the text calls it.
        fields: what it asks for; None where the text refers to a form that we have not seen, and
            only what the text itself demands can be asked (I-missing-forms).
        demanded: what the text itself demands of such a form.
    """

    annex: Wording
    fields: tuple[DataField, ...] | None = None
    demanded: tuple[DataField, ...] = ()


class Subject(Cited):
    """The subject of the message with the photo: parts in any order, then a word of its own."""

    parts: Annotated[tuple[NamePart, ...], Field(max_length=len(get_args(NamePart)))]
    word: Wording


class Scope(Cited):
    """To whom the text applies at all."""

    standing: tuple[Standing, ...]
