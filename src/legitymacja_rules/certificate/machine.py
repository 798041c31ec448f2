"""How the common lifecycle is made to work on a certificate.

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
from ..findings import Finding
from ..handover import collection
from ..lifecycle import Happened, Machine
from ..outcomes import Accepted
from ..past import misfits
from ..policy import Parts
from ..regulation import Regulation
from ..vocabulary import LossGround
from .issuing import copy_event
from .records import Certificate, Command, Duplicate, DuplicateImpossible, Event
from .replacing import duplicate_rules, may_duplicate, may_replace, statement
from .states import COURSE
from .table import KINDS, TABLE

__all__ = ["MACHINE"]


def _rules_of(school: Regulation, _document: Certificate, _kind: str, _on: date) -> Regulation:
    """The whole text: no procedure issues originals, and one makes duplicates."""
    return school


def _law_of(_document: Certificate, _kind: str, on: date) -> date:
    """The day of a command fixes the law that bears on it."""
    return on


def _situation(
    document: Certificate, kind: str, _on: date, _school: Regulation
) -> tuple[Finding, ...]:
    if kind == "duplicate":
        return (originals.duplicated_once(document),)
    if kind == "replace":
        return (originals.duplicate_made(document),)
    return ()


def _judge(
    document: Certificate, command: Command, school: Regulation, others: Sequence[Certificate]
) -> tuple[Finding, ...]:
    rules = duplicate_rules(school, command.on)
    match command:
        case HandOver():
            rows = rules.collection if document.issued.copies else ()
            return tuple(collection(rows, command, document.issued.applicant))
        case Duplicate():
            return tuple(may_duplicate(document, command, school))
        case Replace():
            return tuple(may_replace(document, command.on, school, others))
        case ReportFound() | GiveBack():
            return tuple(originals.to_be_returned(rules)) if document.last(Duplicated) else ()
        case Correct():
            before = [one for one in others if document.is_copy_of(one)]
            return tuple(originals.may_correct(document, command, before))
        case _ as never:
            assert_never(never)


def _happen(
    document: Certificate, command: Command, school: Regulation
) -> Happened[Certificate, Event]:
    on, words = command.on, command.attested
    event: Event
    match command:
        case Duplicate():
            return _duplicated(document, command, school)
        case HandOver():
            event = handed_over(command)
        case Replace():
            event = originals.replaced(command, duplicate_rules(school, on))
        case ReportFound():
            event = Found(on=on, attested=words)
        case GiveBack():
            event = Returned(on=on, attested=words)
        case Correct():
            event = corrected(command)
        case _ as never:
            assert_never(never)
    return Happened((event,))


def _duplicated(
    document: Certificate, command: Duplicate, school: Regulation
) -> Happened[Certificate, Event]:
    """The duplicate with the original's event, or the statement that there can be none."""
    application, on, words = command.application, command.on, command.attested
    how = cast("LossGround | None", application.why)
    if said := statement(school, command.records, on):
        impossible = DuplicateImpossible(
            on=on, attested=words, how=how, records=command.records, clause=said.clause
        )
        return Happened((impossible,))
    ground = originals.ground(school, "certificate_duplicate", application, on)
    event = Duplicated(on=on, attested=words, how=how, clause=ground.clause)
    issued = copy_event(document, command)
    return Happened((event,), Accepted(Certificate(history=(issued,)), (issued,), ()))


READS: Mapping[str, Parts] = dict.fromkeys(KINDS, (("certificate_duplicate",),))
"""What bears on each kind of command."""

MACHINE: Machine[Certificate, Command, Event, Regulation] = Machine(
    procedure="certificate_duplicate",
    document=Certificate,
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

Certificate.misfits = partial(misfits, MACHINE)
"""What is asked of a history that comes as JSON."""
