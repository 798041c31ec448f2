"""What follows from one document for another.

A document is decided alone; but an mLegitymacja rests on an ID, and an original on whether its
duplicate has been received. `follows` looks at a pupil's documents as they stand on a day and tells
what has to be done on which of them so that nothing is silently left valid. It can be asked after
every accepted decision, or at any time: what has been done is not told again. Each consequence brings
its command, ready to be decided; where no known text says what follows, it brings none, and its
finding says who has to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations
from typing import ClassVar, NamedTuple, TypeVar

from . import certificate, mlegitymacja, originals, school_id
from ._base import an_instance, instances
from ._day import FIRST_DAY, LAST_DAY, a_day, day_after
from .acts import Replace
from .certificate import Certificate
from .certificate.replacing import duplicate_rules as certificate_duplicates
from .errors import WrongArgument
from .findings import STRICT, Finding, breached, not_covered
from .history import Document
from .mlegitymacja import Mlegitymacja, Revoke
from .mlegitymacja.grounds import reissue_ground, revocation_ground, revocation_row
from .mlegitymacja.states import LIVING
from .mlegitymacja.texts import text_for
from .outcomes import Explained
from .regulation import DuplicateRules, Regulation
from .school_id import Ended, SchoolId
from .school_id.replacing import duplicate_rules as id_duplicates
from .school_or_law import told_by_law
from .vocabulary import RevocationGround

__all__ = ["Consequence", "follows"]

D = TypeVar("D", SchoolId, Certificate)


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
    beside = [one for one in known if one.school == school.slug and one != document]
    here: list[Document] = [document, *beside]
    certificates = [one for one in here if isinstance(one, Certificate)]
    ids = [one for one in here if isinstance(one, SchoolId)]
    phones = [one for one in here if isinstance(one, Mlegitymacja)]
    replaced = [
        *_replaced(ids, school_id.available, id_duplicates, school, on),
        *_replaced(certificates, certificate.available, certificate_duplicates, school, on),
    ]
    ended = [found for card in ids for found in _ended(card, ids, phones, replaced, school, on)]
    anew = [found for card in ids for found in _anew(card, ids, phones, school, on)]
    return (*replaced, *ended, *anew)


def _replaced(
    known: Sequence[D],
    available: Callable[..., Mapping[str, tuple[Finding, ...]]],
    duplicates: Callable[[Regulation, date], DuplicateRules],
    school: Regulation,
    on: date,
) -> Iterator[Consequence]:
    """A duplicate that was received takes the place of its original, if that has one to take."""
    for copy, one in permutations(known, 2):
        received = copy.handed_over
        if not copy.is_copy_of(one) or received is None or received.on > on:
            continue
        day = max(received.on, one.last_day)
        if not available(one, school, on=day)["replace"]:
            becomes = originals.becomes(duplicates(school, day), day)
            yield Consequence(one, Replace(on=day), (becomes,))


def _bearer(one: Mlegitymacja, ids: Sequence[SchoolId]) -> SchoolId | None:
    """The ID on which an mLegitymacja was issued: the one of its number against which least speaks.

    The number alone does not tell: a duplicate may bear its original's, one in place of a wrong one its
    forerunner's, and one that is issued anew that of one whose issue was taken back.
    """
    day, number = one.issued.on, one.issued.id_number
    able = [held for held in ids if held.issued.number == number and held.issued.on <= day]
    return min(able, key=lambda held: _doubt(held, day, one.issued.id_valid_until), default=None)


class _Doubt(NamedTuple):
    """What speaks against an mLegitymacja having been issued on an ID of its number, the gravest first.

    Attributes:
        never_made: the issue of the ID was taken back.
        ends_otherwise: it was not valid until the day that was written down with the mLegitymacja.
        void_before: it was void by then, so that nothing could be issued on it, unless that was entered late.
        received_before: how long before it was received; a pupil shows the last one.
        void_since: of several received in one day the one that ends first, lest something be left valid.
        copies: the original before its duplicate, for only the one can be made void by the other.
        not_ended: one that ended says why.
    """

    never_made: bool
    ends_otherwise: bool
    void_before: bool
    received_before: timedelta
    void_since: date
    copies: int
    not_ended: bool


def _doubt(held: SchoolId, day: date, until: date) -> _Doubt:
    """How doubtful it is that one that rests on an ID valid until then was issued on this on a day."""
    handover, void = held.handed_over, held.void_since() or LAST_DAY
    received = handover.on if handover and handover.on <= day else FIRST_DAY
    return _Doubt(
        not held.acts(),
        until != held.valid_until(day),
        void < day,
        day - received,
        void,
        held.issued.copies,
        held.last(Ended) is None,
    )


def _ended(
    card: SchoolId,
    ids: Sequence[SchoolId],
    phones: Sequence[Mlegitymacja],
    replaced: Sequence[Consequence],
    school: Regulation,
    on: date,
) -> Iterator[Consequence]:
    """What rests on an ID that is void or has lapsed is revoked; if the ID is unsettled, so is that.

    An ID whose duplicate was received counts as replaced, whether or not that is entered already.
    """
    due = [found for found in replaced if found.document is card]
    settled = [
        found.command.on for found in due if found.command and found.findings[0].subject == "void"
    ]
    last = day_after(card.valid_until(on))
    end = min(*settled, card.void_since() or LAST_DAY, last or LAST_DAY)
    unsettled = card.unsettled_on(on) or len(due) > len(settled)
    for one in phones:
        if _bearer(one, ids) is not card or mlegitymacja.state_on(one, on) not in LIVING:
            continue
        if end <= on:
            yield _revocation(one, card, school, end)
        elif unsettled:
            open_ = not_covered("revoke.ground", "I-original-void", subject="id_validity_lost")
            yield Consequence(one, None, (open_,))


def _revocation(one: Mlegitymacja, card: SchoolId, school: Regulation, end: date) -> Consequence:
    """The revocation on the day from which the ID is not valid, by the ground that fits best."""
    day, ended = max(end, one.last_day), card.last(Ended)
    grounds: tuple[RevocationGround, ...] = (
        (ended.ground, "id_validity_lost") if ended else ("id_validity_lost",)
    )
    rules = text_for(school, one, "revoke", day)
    ground = next((g for g in grounds if revocation_row(rules, g)), None)
    finding = revocation_ground(rules, ground or "id_validity_lost")
    command = Revoke(on=day, ground=ground) if ground else None
    return Consequence(one, command, tuple(told_by_law((finding,), day)))


def _anew(
    card: SchoolId,
    ids: Sequence[SchoolId],
    phones: Sequence[Mlegitymacja],
    school: Regulation,
    on: date,
) -> Iterator[Consequence]:
    """On an ID that took another's place the pupil may have a new mLegitymacja."""
    received = card.handed_over
    if received is None or received.on > on or card.void_on(on):
        return
    made = [one for one in phones if one.acts()]
    new = [one for one in made if _bearer(one, ids) is card]
    place = card.issued.in_place_of
    old = [one for one in made if one not in new and one.issued.id_number == place]
    if old and not new:
        last = max(old, key=lambda one: one.issued.on)
        found = reissue_ground(text_for(school, last, "reissue", on), "new_card")
        yield Consequence(last, None, tuple(told_by_law((found,), on)))
