"""What the machine asks of a vendor's system: one small adapter, and nothing of how it works inside.

A system is started empty, for one school and one pupil. What is handed in and what is asked for comes as
the records of this library (`loading.dump` makes JSON of each), photos as the bytes that a parent would
upload. Documents bear names that the machine gives them, so that a system may number them as it likes.
A system answers with an outcome and, if it can, with the clauses behind it; what it does not offer it is
not asked.

What is offered is told in two grains. `offers` names whole rooms, such as mLegitymacje. Within a room a
method that raises `NotImplementedError` says that just this is not offered: this command (a vendor may have
no reissue), this kind of request, this procedure of a photo, fee or deadline. The move is left out then for
both sides, and nothing may have changed by it. Whoever has answered the same before in that run offers it:
then the error is one. Any other error is no answer: the machine tells its type, and by which clause there
is an answer. `start` alone is no question; an error of it comes out as it is.

Each run makes a system of its own, and so does each shorter one that is tried for a story. A system that has
a method `close` is told by it that its run has ended.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, Protocol

from ... import certificate, mlegitymacja, school_id
from ...attestations import Attested
from ...facts import Pupil
from ...vocabulary import Milestone, Procedure
from ..uploads import Upload

__all__ = ["Capability", "Command", "Outcome", "Promise", "Reply", "Request", "System", "Upload"]

Capability = Literal[
    "photos", "fees", "deadlines", "school_id", "mlegitymacja", "certificate", "follows", "clauses"
]
"""What a system offers: `follows` carries over to the pupil's other documents what happened to one,
`clauses` tells with an answer the clauses of all its reasons."""

Request = (
    school_id.Application | mlegitymacja.Application | mlegitymacja.ExOfficio | certificate.Original
)
"""Upon what a first document is issued; its photo comes beside it, as bytes."""

Command = school_id.Command | mlegitymacja.Command | certificate.Command
"""What may be asked of a document; the photo of an application within comes beside it, too."""


Outcome = Literal["accepted", "refused", "undecided"]
"""The words of a `Reply`."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a system answers.

    Attributes:
        outcome: accepted, refused, or undecided where a human has to attest something or no text answers.
        clauses: the clauses of all reasons why not, if it offers that.
    """

    outcome: Outcome
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """By when a school has to act: what it aims at, and the last day; None where it names none."""

    expected: date | None
    latest: date | None


class System(Protocol):
    """The adapter that a vendor writes over the system to be tested.

    `photo`, `fee`, `due`, `issue` and `decide` may raise `NotImplementedError` for what is not offered.
    """

    @property
    def offers(self) -> Collection[Capability]:
        """What it can be asked."""
        ...

    def start(self, school: str) -> None:
        """Forget everything, and begin anew at the school of that slug."""
        ...

    def photo(self, procedure: Procedure, upload: Upload, pupil: Pupil, *, on: date) -> Reply:
        """Whether a photo is good enough for a procedure."""
        ...

    def fee(self, procedure: Procedure, *, on: date) -> Decimal | str | None:
        """What it costs in PLN, with two places; None where no fee is known."""
        ...

    def due(self, procedure: Procedure, reached: Mapping[Milestone, date]) -> Promise:
        """By when the school has to act, once these milestones were reached."""
        ...

    def issue(
        self,
        name: str,
        request: Request,
        *,
        on: date,
        photo: Upload | None,
        made: school_id.Card | mlegitymacja.ActivationCodes | None,
        attested: Attested = (),
    ) -> Reply:
        """Issue a first document, and call it by that name."""
        ...

    def decide(self, name: str, command: Command, *, photo: Upload | None, successor: str) -> Reply:
        """Do with a document what the command says; call by the last name what it makes beside."""
        ...

    def state(self, name: str, *, on: date) -> str:
        """What a document is on a day, in the words of its module's `State`."""
        ...
