"""What follows from one document for another.

A document is decided alone; but an mLegitymacja rests on an ID, and an original on whether its
duplicate has been received. `follows` looks at a pupil's documents as they stand on a day and tells
what has to be done on which of them so that nothing is silently left valid. It can be asked after
every accepted decision, or at any time: what has been done is not told again. Each consequence brings
its command, ready to be decided; where no known text says what follows, it brings none, and its
finding says who has to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from . import mlegitymacja, school_id
from ._base import an_instance, instances
from ._day import a_day
from .acts import Replace, Replaced
from .findings import STRICT, Finding, not_covered
from .history import Document
from .mlegitymacja import Mlegitymacja, Revoke
from .mlegitymacja.grounds import reissue_ground, revocation_ground, revocation_row
from .mlegitymacja.states import LIVING
from .outcomes import Explained
from .regulation import MlegitymacjaProcedure, Regulation
from .school_id import Ended, SchoolId, State
from .vocabulary import RevocationGround

__all__ = ["Consequence", "follows"]


@dataclass(frozen=True, slots=True)
class Consequence(Explained):
    """What follows for one document.

    Attributes:
        document: the document concerned.
        command: what is to be decided on it; None where a human decides what to do, or where the
            pupil may now apply for a new one.
        findings: by which clause.
    """

    __pydantic_config__: ClassVar = STRICT

    document: SchoolId | Mlegitymacja
    command: Replace | Revoke | None
    findings: tuple[Finding, ...]


def follows(
    document: SchoolId,
    school: Regulation,
    *,
    on: date,
    others: Iterable[SchoolId | Mlegitymacja] = (),
) -> tuple[Consequence, ...]:
    """What follows from an ID, as it stands on a day, for the pupil's other documents.

    Args:
        document: the ID: handed over, ended, exchanged, replaced, ...
        school: the school that issued it.
        on: the day asked about.
        others: the pupil's other documents: IDs and mLegitymacje.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, SchoolId, "document")
    an_instance(school, Regulation, "school")
    a_day(on, "on")
    known = instances(others, Document, "others")
    ids = [one for one in known if isinstance(one, SchoolId)]
    resting = [one for one in known if isinstance(one, Mlegitymacja)]
    return (
        *_originals(document, ids, on),
        *_ended(document, resting, school, on),
        *_anew(document, resting, school, on),
    )


def _originals(copy: SchoolId, ids: Sequence[SchoolId], on: date) -> Iterator[Consequence]:
    """A duplicate that was received takes the place of its original."""
    received = copy.handed_over
    if not copy.issued.copies or received is None or received.on > on:
        return
    for one in ids:
        if one.issued.number == copy.issued.in_place_of and one.acts() and not one.last(Replaced):
            day = max(received.on, one.last_day)
            yield Consequence(one, Replace(on=day), ())


def _ended(
    card: SchoolId, resting: Sequence[Mlegitymacja], school: Regulation, on: date
) -> Iterator[Consequence]:
    """What rests on an ID that is void is revoked; where the ID is unsettled, so is that."""
    rules, state = school.mlegitymacja, school_id.state_on(card, on)
    if rules is None:
        return
    for one in resting:
        living = mlegitymacja.state_on(one, on) in LIVING
        if one.issued.id_number != card.issued.number or not living:
            continue
        if state is State.UNSETTLED:
            open_ = not_covered("revoke.ground", "I-original-void", subject="id_validity_lost")
            yield Consequence(one, None, (open_,))
        elif ((void := card.void_since()) and void <= on) or state is State.ANNULLED:
            yield _revocation(one, card, rules, on)


def _revocation(
    one: Mlegitymacja, card: SchoolId, rules: MlegitymacjaProcedure, on: date
) -> Consequence:
    """The revocation on the day on which the ID was void, by the ground that fits best."""
    day = max(card.void_since() or on, one.last_day)
    ended = card.last(Ended)
    grounds: tuple[RevocationGround, ...] = (
        (ended.ground, "id_validity_lost") if ended else ("id_validity_lost",)
    )
    ground = next((g for g in grounds if revocation_row(rules, g, day)), None)
    finding = revocation_ground(rules, ground or "id_validity_lost", day)
    return Consequence(one, Revoke(on=day, ground=ground) if ground else None, (finding,))


def _anew(
    card: SchoolId, resting: Sequence[Mlegitymacja], school: Regulation, on: date
) -> Iterator[Consequence]:
    """On an ID that took another's place the pupil may have a new mLegitymacja."""
    rules, before = school.mlegitymacja, card.issued.in_place_of
    if rules is None or before is None or card.handed_over is None or card.void_since():
        return
    old = [one for one in resting if one.issued.id_number == before]
    new = [one for one in resting if one.issued.id_number == card.issued.number]
    if old and not new:
        yield Consequence(old[-1], None, (reissue_ground(rules, "new_card", on),))
