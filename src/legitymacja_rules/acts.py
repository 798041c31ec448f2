"""What can be asked of a document, and what can have happened to it, whichever document it is.

A command says what somebody wants, on a day; an event says what was done. Most belong to one
document and stand with it. Here stand the few that every document knows: it is handed over, an act
entered by mistake is corrected, a document made before a host used this library is taken over. And
those that an original knows which another document may replace: duplicated, replaced, found again,
given back.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ._base import ClockTime, Flag, Masked, Private, Record
from ._day import Day
from ._text import ClauseId
from .attestations import Attested
from .vocabulary import CollectionWay, LossGround, Receiver

__all__ = [
    "Asked",
    "Correct",
    "Corrected",
    "Done",
    "Duplicated",
    "Found",
    "GiveBack",
    "HandOver",
    "HandedOver",
    "IdentityCard",
    "Replace",
    "Replaced",
    "ReportFound",
    "Returned",
    "TakenOver",
    "corrected",
    "handed_over",
]

EventName = Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
"""The name of an event, such as ``handed_over``; each document has its own."""


class Asked(Record):
    """The base of all commands: the day of the act, and what humans attested."""

    on: Day
    attested: Attested = ()


class Done(Record):
    """The base of all events: the day of the act, and what humans attested.

    `command` is the kind of the command that brings it about; None for what only follows from another.
    """

    model_config = ConfigDict(revalidate_instances="subclass-instances")  # kinds are told by class

    command: ClassVar[str | None] = None
    makes_another: ClassVar[bool] = False

    event: EventName
    on: Day
    attested: Attested = ()


# --- handing over ---------------------------------------------------------------------------------


class IdentityCard(Masked):
    """Series and number of an identity card; shown only by `reveal()` and in JSON."""

    __slots__ = ()


class _Handover(Record):
    """How a document reached its receiver.

    Attributes:
        to: who received it.
        way: in person, or by which post.
        signed: that the receiver signed in the register.
        identity_card: series and number of the receiver's identity card, where they are kept.
    """

    to: Receiver
    way: CollectionWay = "in_person"
    signed: Flag = False
    identity_card: Annotated[IdentityCard | None, Private] = None


class HandOver(_Handover, Asked):
    """Hand it over.

    Attributes:
        at: the local time, such as ``14:30``, where hours matter.
        noticed: that a notice by phone came first, where one is asked for.
    """

    kind: Literal["hand_over"] = "hand_over"
    at: ClockTime | None = None
    noticed: Flag = False


class HandedOver(_Handover, Done):
    """It was handed over."""

    command: ClassVar[str | None] = "hand_over"
    event: Literal["handed_over"] = "handed_over"


def handed_over(command: HandOver) -> HandedOver:
    """The event of a handover."""
    return HandedOver(
        on=command.on,
        to=command.to,
        way=command.way,
        signed=command.signed,
        identity_card=command.identity_card,
        attested=command.attested,
    )


# --- keeping the record right ---------------------------------------------------------------------


class Correct(Asked):
    """Take back the last act, which was entered by mistake.

    Attributes:
        act: the event that was entered, such as ``revoked``; ``taken_over`` for all of it.
        done: the day it bears.
    """

    kind: Literal["correct"] = "correct"
    act: EventName
    done: Day


class Corrected(Done):
    """An act was taken back; it stays in the history, and counts no more."""

    command: ClassVar[str | None] = "correct"
    event: Literal["corrected"] = "corrected"
    act: EventName
    done: Day


def corrected(command: Correct) -> Corrected:
    """The event of a correction."""
    return Corrected(on=command.on, act=command.act, done=command.done, attested=command.attested)


class TakenOver(Done):
    """What happened before was entered from older records, upon the school's word."""

    command: ClassVar[str | None] = "take_over"
    event: Literal["taken_over"] = "taken_over"


# --- originals ------------------------------------------------------------------------------------


class Duplicated(Done):
    """A duplicate of it was made, under a clause."""

    command: ClassVar[str | None] = "duplicate"
    makes_another: ClassVar[bool] = True
    event: Literal["duplicated"] = "duplicated"
    how: LossGround | None
    clause: ClauseId


class Replace(Asked):
    """Its duplicate has been received."""

    kind: Literal["replace"] = "replace"


class Replaced(Done):
    """Its duplicate was received.

    Attributes:
        clause: what makes the original void by that; or the reading that says that no text does.
        void: whether it is void; if no text says so, its state is unsettled.
    """

    command: ClassVar[str | None] = "replace"
    event: Literal["replaced"] = "replaced"
    clause: ClauseId
    void: Flag = True


class ReportFound(Asked):
    """Say that a lost one was found."""

    kind: Literal["report_found"] = "report_found"


class Found(Done):
    """A lost one was found."""

    command: ClassVar[str | None] = "report_found"
    event: Literal["found"] = "found"


class GiveBack(Asked):
    """Give it back to the school."""

    kind: Literal["give_back"] = "give_back"


class Returned(Done):
    """It came back to the school."""

    command: ClassVar[str | None] = "give_back"
    event: Literal["returned"] = "returned"
