"""What a text says of school and preschool IDs themselves, whichever way they came about."""

from .._base import Flag, Record
from .._day import Day
from ..vocabulary import (
    CardField,
    CardSide,
    ConfirmationMeans,
    IdForm,
    IdKind,
    Service,
)
from .applications import May
from .cited import Cited, ClauseId, Rule
from .wordings import Wording

__all__ = [
    "CardFace",
    "CardForm",
    "Confirmation",
    "Ends",
    "IdRules",
    "PaperIds",
    "Services",
]


class CardForm(Cited):
    """The form in which IDs are made: on paper, or as a card of format ID-1."""

    form: IdForm


class CardFace(Cited):
    """What stands on one side of a card; `inscription` is the text on concession travel."""

    side: CardSide
    fields: tuple[CardField, ...]
    inscription: Wording | None = None


class PaperIds(Cited):
    """Until when IDs on paper were issued.

    Attributes:
        last_issue: the last day on which one could be; those are as good as cards.
        while_fields: that one ends when its fields for yearly stamps have run out.
    """

    last_issue: Day
    while_fields: Flag = False


class Confirmation(Cited):
    """By what means the validity of which IDs is confirmed each year."""

    means: ConfirmationMeans
    forms: tuple[IdForm, ...]
    kinds: tuple[IdKind, ...]


class Services(Cited):
    """The services that may be coded on a card.

    Attributes:
        any_of: which.
        forms: on IDs of which form.
        consent: who has to consent; the head decides.
        decision_clause: the clause by which the head decides.
    """

    any_of: tuple[Service, ...]
    forms: tuple[IdForm, ...]
    consent: tuple[May, ...]
    decision_clause: ClauseId


class Ends(Cited):
    """That IDs issued until a day end with the pupil's education at the school."""

    issued_until: Day


class IdRules(Record):
    """What a school says of IDs themselves; None or empty where it says nothing.

    Attributes:
        faces: what stands on a card.
        form: in which form IDs are made from now on.
        paper: what becomes of IDs on paper.
        confirmation: how validity is confirmed each year.
        services: what may be coded on a card.
        no_corrections: that nothing is corrected on an ID; it is exchanged.
        handover: that the office hands it to the pupil.
        destruction: that uncollected and faulty IDs are destroyed after their date.
        ends: that an ID ends with the pupil's education at the school.
    """

    faces: tuple[CardFace, ...] = ()
    form: CardForm | None = None
    paper: PaperIds | None = None
    confirmation: tuple[Confirmation, ...] = ()
    services: Services | None = None
    no_corrections: Rule | None = None
    handover: Rule | None = None
    destruction: Rule | None = None
    ends: Ends | None = None
