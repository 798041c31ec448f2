"""How the common lifecycle is made to work on a school or preschool ID.

The table says where a command leads, the rules say whether it may; here stands what then happens,
as events. `MACHINE` ties the parts together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import assert_never, cast, get_args

from .. import originals
from ..acts import (
    Correct,
    Duplicated,
    Found,
    GiveBack,
    HandOver,
    Replace,
    ReportFound,
    Returned,
    corrected,
    handed_over,
)
from ..findings import Finding, breached, met
from ..handover import handed_over_once
from ..lifecycle import Happened, Machine
from ..outcomes import Accepted
from ..past import misfits
from ..policy import Parts
from ..regulation import Regulation
from ..vocabulary import ExchangeGround, LossGround
from .issuing import issued_event
from .keeping import (
    confirmation_row,
    end_clause,
    may_code_services,
    may_confirm,
    may_destroy,
    may_end,
    speaking,
)
from .records import (
    Amend,
    CodeServices,
    Command,
    Confirm,
    Confirmed,
    Destroy,
    Destroyed,
    Duplicate,
    End,
    Ended,
    Event,
    Exchange,
    Exchanged,
    Reported,
    ReportLoss,
    SchoolId,
    ServicesCoded,
)
from .replacing import duplicate_rules, may_duplicate, may_exchange, may_replace
from .states import COURSE
from .table import KINDS, TABLE

__all__ = ["MACHINE"]


def _rules_of(school: Regulation, _document: SchoolId, _kind: str, _on: date) -> Regulation:
    """The whole text: an ID is made under one procedure, and lives under others."""
    return school


def _law_of(_document: SchoolId, _kind: str, on: date) -> date:
    """The day of a command fixes the law that bears on it."""
    return on


def _situation(document: SchoolId, kind: str, on: date, school: Regulation) -> tuple[Finding, ...]:
    if kind == "hand_over":
        return (*handed_over_once(document), *_handover(document, on, school))
    if kind == "destroy":
        return tuple(may_destroy(document, on, school))
    return ()


def _handover(document: SchoolId, on: date, school: Regulation) -> tuple[Finding, ...]:
    """By whom it is handed over, where the text says it, and that its date has not passed."""
    until = document.valid_until(on)
    judge = met if on <= until else breached
    in_time = judge("handover.in_time", "invariant:day-order", on.isoformat(), until.isoformat())
    rule = speaking(school, on).handover
    return (in_time, met("handover.office", rule.clause)) if rule else (in_time,)


def _judge(  # noqa: PLR0911  (one answer for each command)
    document: SchoolId, command: Command, school: Regulation, others: Sequence[SchoolId]
) -> tuple[Finding, ...]:
    match command:
        case Confirm():
            beside = (document, *others)
            return tuple(may_confirm(document, command, school, beside))
        case CodeServices():
            return tuple(may_code_services(document, command, school))
        case Duplicate():
            return tuple(may_duplicate(document, command, school, others))
        case Exchange():
            return tuple(may_exchange(document, command, school))
        case Replace():
            return tuple(may_replace(document, command.on, school, others))
        case ReportFound() | GiveBack():
            rules = duplicate_rules(school, command.on)
            return tuple(originals.to_be_returned(rules)) if document.last(Duplicated) else ()
        case End():
            return tuple(may_end(document, command, school))
        case Correct():
            before = [one for one in others if document.is_copy_of(one)]
            return tuple(originals.may_correct(document, command, before))
        case HandOver() | ReportLoss() | Destroy() | Amend():
            return ()
        case _ as never:
            assert_never(never)


def _happen(document: SchoolId, command: Command, school: Regulation) -> Happened[SchoolId, Event]:
    match command:
        case Duplicate() | Exchange():
            return _replaced_by(document, command, school)
        case _:
            return Happened((_event(document, command, school),))


def _event(  # noqa: PLR0911  (one event for each command)
    document: SchoolId, command: Command, school: Regulation
) -> Event:
    on, words = command.on, command.attested
    match command:
        case HandOver():
            return handed_over(command)
        case Correct():
            return corrected(command)
        case Confirm():
            row = confirmation_row(document.issued, school, on)
            return Confirmed(
                on=on,
                attested=words,
                means=command.means,
                valid_until=command.valid_until,
                clause=row.clause if row else "I-silence",
                hologram=command.hologram,
            )
        case CodeServices():
            given = command.consent
            return ServicesCoded(on=on, attested=words, services=command.services, consent=given)
        case ReportLoss():
            return Reported(on=on, attested=words, how=command.how)
        case Replace():
            return originals.replaced(command, duplicate_rules(school, on))
        case End():
            clause = end_clause(document, school, on).clause
            return Ended(on=on, attested=words, ground=command.ground, clause=clause)
        case ReportFound():
            return Found(on=on, attested=words)
        case GiveBack():
            return Returned(on=on, attested=words)
        case Destroy():
            return Destroyed(on=on, attested=words)
        case _:
            raise AssertionError  # an amendment never gets so far


def _replaced_by(
    document: SchoolId, command: Duplicate | Exchange, school: Regulation
) -> Happened[SchoolId, Event]:
    """The old one's event, and the new one with its own."""
    application, on, words = command.application, command.on, command.attested
    event: Duplicated | Exchanged
    if isinstance(command, Duplicate):
        clause = originals.ground(school, "id_duplicate", application, on).clause
        how = cast("LossGround | None", application.why)
        event = Duplicated(on=on, attested=words, how=how, clause=clause)
    else:
        clause = originals.ground(school, "id_exchange", application, on).clause
        why = cast("ExchangeGround", application.why)
        back = "old_id" in application.handed_in
        event = Exchanged(on=on, attested=words, ground=why, clause=clause, returned=back)
    place, copies = _place(document, command)
    issued = issued_event(
        application, school.slug, on, command.card, words, in_place_of=place, copies=copies
    )
    return Happened((event,), Accepted(SchoolId(history=(issued,)), (issued,), ()))


def _place(document: SchoolId, command: Duplicate | Exchange) -> tuple[str | None, int]:
    """In whose place the new one is made, and which duplicate in a row it is.

    A duplicate that is exchanged before anybody has collected it leaves its own place to the new one:
    the original still waits for its duplicate to be received.
    """
    made = document.issued
    if isinstance(command, Duplicate):
        return made.number, made.copies + 1
    waiting = made.copies and not document.handed_over
    return (made.in_place_of, made.copies) if waiting else (made.number, 0)


READS: Mapping[str, Parts] = {
    **dict.fromkeys(KINDS, (("ids",), ("holograms",))),
    **dict.fromkeys(("replace", "report_found", "give_back"), (("id_duplicate",),)),
    "duplicate": (("id_duplicate",), ("ids",)),
    "exchange": (("id_exchange",), ("ids",)),
}
"""What bears on each kind of command."""

MACHINE: Machine[SchoolId, Command, Event, Regulation] = Machine(
    procedure="school_id",
    document=SchoolId,
    event=get_args(Event),
    rules_of=_rules_of,
    law_of=_law_of,
    reads=READS,
    table=TABLE,
    kinds=KINDS,
    course=COURSE,
    situation=_situation,
    judge=_judge,
    happen=_happen,
)

SchoolId.misfits = partial(misfits, MACHINE)
"""What is asked of a history that comes as JSON."""
