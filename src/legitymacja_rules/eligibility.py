"""Rules that any application has to pass: who asks, what comes with it, by which way.

Each takes the rows of data that a school's text gives for one procedure, and the facts of one
application, and returns findings. They know nothing of the procedure itself, so that every document
asks them in the same way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import get_args

from .facts import Pupil
from .findings import Finding, breached, met, needs_review, not_covered
from .naming import first_name, fold
from .regulation import Basis, Channel, Grounds, Manner, May, Required, Worded, others
from .vocabulary import (
    ApplicantKind,
    BasisKind,
    Circumstance,
    ExchangeGround,
    Lodging,
    LossGround,
    RequestManner,
)

__all__ = [
    "applicant",
    "basis",
    "channel",
    "counts_as",
    "ground",
    "items",
    "manner",
    "other_ground",
    "same_pupil",
]


def counts_as(who: str) -> str:
    """Guardians and foster carers count as parents (I-parents)."""
    return "parent" if who in {"guardian", "foster_carer"} else who


def applicant(
    code: str, rows: tuple[May, ...], who: ApplicantKind | None, pupil: Pupil, on: date
) -> Iterator[Finding]:
    """Whether this person may ask for this pupil on that day; nothing where no row speaks."""
    if not rows:
        return
    age = pupil.age_on(on)
    kind = counts_as(who) if who else None
    about = [row for row in rows if row.pupil in ("any", age)]
    fitting = [row for row in about if row.who == kind]
    also = ("I-majority", "I-parents")
    if who is None:
        yield breached(code, rows[0].clause, age, also=also)
    elif not fitting:
        clause = (about or rows)[-1].clause
        # Not as `earliest`: the day of majority would tell the day of birth.
        notes = ("from_majority",) if _comes_of_age(rows, kind, age) else ()
        yield breached(code, clause, age, subject=who, also=also, notes=notes)
    for row in fitting[:1]:
        judge = met if row.settled else needs_review
        yield judge(code, row.clause, age, subject=who, also=(*row.also, *also))


def _comes_of_age(rows: tuple[May, ...], kind: str | None, age: str) -> bool:
    adult = any(row.who == kind and row.pupil == "adult" and row.settled for row in rows)
    return age == "minor" and adult


def items(
    rows: tuple[Required, ...], handed_in: Collection[str], now: Collection[Circumstance]
) -> Iterator[Finding]:
    """Whether each required item is there; a missing one is named."""
    for row in rows:
        if row.when is not None and row.when not in now:
            continue
        if row.shown:
            yield needs_review("application.shown", row.clause, subject=row.item, also=row.also)
        else:
            judge = met if row.item in handed_in else breached
            yield judge("application.item", row.clause, subject=row.item, also=row.also)


def channel(
    code: str, rows: tuple[Channel, ...], lodged: Lodging, now: Collection[Circumstance]
) -> Iterator[Finding]:
    """Whether something came by a way the school names; nothing where it names none."""
    if not rows:
        return
    for row in rows:
        if row.by == lodged and (row.when is None or row.when in now):
            yield met(code, row.clause, subject=lodged, also=row.also)
            return
    named = next((row for row in rows if row.by == lodged), rows[0])
    yield breached(code, named.clause, subject=lodged, also=named.also)


def manner(row: Manner | None, made: RequestManner | None) -> Iterator[Finding]:
    """Whether a request was made as the text has it; where nobody said, the office looks."""
    if row is None:
        return
    also = (*row.also, "I-in-writing")
    if made is None and set(row.by) != set(get_args(RequestManner)):
        notes = ("manner_not_given",)
        yield needs_review("application.manner", row.clause, also=also, notes=notes)
    else:
        judge = met if made is None or made in row.by else breached
        yield judge("application.manner", row.clause, subject=made, also=also)


def same_pupil(one: Pupil, other: Pupil) -> Finding:
    """Whether both are the same: by PESEL; without it by the day of birth and one of the names.

    Names change, and that is a ground. But two pupils born on one day are not one, so where no PESEL
    tells and no name is the same, the office looks. What holds no letter is the same as nothing.
    """
    said = ("application.same_pupil", "invariant:same-pupil")
    if not one.is_same(other):
        return breached(*said)
    known = one.pesel is not None and other.pesel is not None
    names = ((one.last_name, other.last_name), (first_name(one), first_name(other)))
    alike = any(fold(name) == fold(another) != "" for name, another in names)
    return met(*said) if known or alike else needs_review(*said)


def ground(
    rows: Sequence[Grounds],
    given: ExchangeGround | LossGround | None,
    clause: str | None = None,
) -> Finding | None:
    """Whether a text names a ground; None where no row speaks of it, or none under that clause."""
    about = [row for row in rows if clause in (None, row.clause)]
    if given == "other" and (own := [row for row in about if row.wording]):
        return other_ground("application.ground", own)
    for row in about:
        if given in row.any_of:
            return met("application.ground", row.clause, subject=given, also=row.also)
        if given in row.none_of or given is None:
            return breached("application.ground", row.clause, subject=given, also=row.also)
    return None


def other_ground(code: str, rows: Sequence[Worded]) -> Finding:
    """That a case is the one that a text means in words of its own: whoever may attest says so.

    Of several such rows one has to be named, for a word on all of them would be a word on none.
    """
    row, *more = rows
    if more:
        notes = ("clause_not_named",)
        also = others(row.clause, rows)
        return breached(code, row.clause, subject="other", also=also, notes=notes)
    return needs_review(code, row.clause, limit=row.wording, subject="other", also=row.also)


def basis(row: Basis | None, given: BasisKind | None) -> Iterator[Finding]:
    """Whether a ground rests on a document that the text takes; nothing where it asks for none."""
    if row is None:
        return
    if given in row.accepted:
        yield met("ground.basis", row.clause, subject=given, also=row.also)
    elif given is None or given in row.insufficient:
        yield breached("ground.basis", row.clause, subject=given, also=row.also)
    else:
        yield not_covered("ground.basis", "I-name-basis", subject=given, also=(row.clause,))
