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

from . import mlegitymacja
from ._base import an_instance, instances
from ._day import FIRST_DAY, a_day
from .acts import Replace, Replaced
from .certificate import Certificate
from .errors import WrongArgument
from .findings import STRICT, Finding, breached, not_covered
from .history import Document
from .mlegitymacja import Mlegitymacja, Revoke
from .mlegitymacja.grounds import reissue_ground, revocation_ground, revocation_row
from .mlegitymacja.states import LIVING
from .outcomes import Explained
from .regulation import MlegitymacjaProcedure, Regulation
from .school_id import Ended, SchoolId
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

    document: SchoolId | Mlegitymacja | Certificate
    command: Replace | Revoke | None
    findings: tuple[Finding, ...]


def follows(
    document: SchoolId | Certificate,
    school: Regulation,
    *,
    on: date,
    others: Iterable[Document] = (),
) -> tuple[Consequence, ...]:
    """What follows from an ID or a certificate, as it stands on a day, for the pupil's others.

    Args:
        document: the ID or certificate: handed over, ended, exchanged, replaced, ...
        school: the school that issued it.
        on: the day asked about.
        others: the pupil's other documents, of any kind.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    if not isinstance(document, SchoolId | Certificate):
        raise WrongArgument("document", "SchoolId or Certificate")
    an_instance(school, Regulation, "school")
    a_day(on, "on")
    known = instances(others, Document, "others")
    if document.school != school.slug:
        wrong = breached("document.school", "invariant:own-school")
        return (Consequence(document, None, (wrong,)),)
    here = [one for one in known if one.school == school.slug and one != document]
    if isinstance(document, Certificate):
        certificates = [one for one in here if isinstance(one, Certificate)]
        copied = [one for one in certificates if document.is_copy_of(one) and one.acts()]
        return tuple(_replaced(document, copied, on))
    ids = [one for one in here if isinstance(one, SchoolId)]
    copied_ids = [one for one in ids if document.is_copy_of(one) and one.void_since() is None]
    phones = [one for one in here if isinstance(one, Mlegitymacja)]
    resting = [one for one in phones if _bearer(one, [document, *ids]) is document]
    before = [one for one in phones if one.issued.id_number == document.issued.in_place_of]
    return (
        *_replaced(document, copied_ids, on),
        *_ended(document, resting, school, on),
        *_anew(document, [one for one in before if one not in resting], resting, school, on),
    )


def _bearer(one: Mlegitymacja, ids: Sequence[SchoolId]) -> SchoolId | None:
    """The ID on which an mLegitymacja was issued: of its number, made by then, and last received.

    The number alone does not tell: a duplicate may bear its original's, and one that is issued anew
    that of one whose issue was taken back.
    """
    day, number = one.issued.on, one.issued.id_number
    able = [held for held in ids if held.issued.number == number and held.issued.on <= day]
    return max(able, key=lambda held: (bool(held.acts()), _received(held, day)), default=None)


def _received(held: SchoolId, day: date) -> date:
    """The day on which it was received, if by that day."""
    handover = held.handed_over
    return handover.on if handover and handover.on <= day else FIRST_DAY


def _replaced(
    copy: SchoolId | Certificate, originals: Sequence[SchoolId | Certificate], on: date
) -> Iterator[Consequence]:
    """A duplicate that was received takes the place of its original, if nothing has yet."""
    received = copy.handed_over
    if received is None or received.on > on:
        return
    for one in originals:
        if not one.last(Replaced):
            yield Consequence(one, Replace(on=max(received.on, one.last_day)), ())


def _ended(
    card: SchoolId, resting: Sequence[Mlegitymacja], school: Regulation, on: date
) -> Iterator[Consequence]:
    """What rests on an ID that is void is revoked; where the ID is unsettled, so is that."""
    rules, void = school.mlegitymacja, card.void_since()
    if rules is None:
        return
    for one in resting:
        if mlegitymacja.state_on(one, on) not in LIVING:
            continue
        if void is not None and void <= on:
            yield _revocation(one, card, rules, void)
        elif card.unsettled_on(on):
            open_ = not_covered("revoke.ground", "I-original-void", subject="id_validity_lost")
            yield Consequence(one, None, (open_,))


def _revocation(
    one: Mlegitymacja, card: SchoolId, rules: MlegitymacjaProcedure, void: date
) -> Consequence:
    """The revocation on the day on which the ID was void, by the ground that fits best."""
    day, ended = max(void, one.last_day), card.last(Ended)
    grounds: tuple[RevocationGround, ...] = (
        (ended.ground, "id_validity_lost") if ended else ("id_validity_lost",)
    )
    ground = next((g for g in grounds if revocation_row(rules, g, day)), None)
    finding = revocation_ground(rules, ground or "id_validity_lost", day)
    return Consequence(one, Revoke(on=day, ground=ground) if ground else None, (finding,))


def _anew(
    card: SchoolId,
    before: Sequence[Mlegitymacja],
    resting: Sequence[Mlegitymacja],
    school: Regulation,
    on: date,
) -> Iterator[Consequence]:
    """On an ID that took another's place the pupil may have a new mLegitymacja."""
    rules, received = school.mlegitymacja, card.handed_over
    if rules is None or received is None or received.on > on or card.void_on(on):
        return
    old, new = [[one for one in these if one.acts()] for these in (before, resting)]
    if old and not new:
        last = max(old, key=lambda one: one.issued.on)
        yield Consequence(last, None, (reissue_ground(rules, "new_card", on),))
