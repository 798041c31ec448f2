"""The school ID and the preschool ID, on paper or as a card, from the making to the end.

    issue      an application becomes an ID, or the reasons why not
    take_over  one that is older than the host's use of this library enters with its acts
    decide     what becomes of a command: hand over, confirm, report a loss, make a duplicate, ...
    available  what may be done on a day, and why not the rest
    state_on   what it is on a day
    evolve     the document after one more event
    replay     the document that events made
    check      whether an ID is valid on a day

The document is saved whole, or as its events; `replay(events) == document`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import id_validity, lifecycle, past
from .._base import an_instance, instances
from .._day import a_day
from ..acts import (
    Correct,
    Corrected,
    Duplicated,
    Found,
    GiveBack,
    HandedOver,
    HandOver,
    Replace,
    Replaced,
    ReportFound,
    Returned,
    TakenOver,
)
from ..attestations import Attestation, settle_all
from ..errors import WrongArgument
from ..facts import PhysicalId
from ..findings import Finding
from ..outcomes import Accepted, Verdict, outcome_of
from ..policy import Policy, a_policy, judged
from ..regulation import Regulation
from .issuing import issued_event, may_issue
from .keeping import known_of, speaking, yearly
from .loading import Outcome, load_command, load_event, load_outcome
from .machine import MACHINE
from .records import (
    Amend,
    Application,
    Card,
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
    Issued,
    Reported,
    ReportLoss,
    SchoolId,
    ServicesCoded,
)
from .states import State
from .states import state_on as _state_on
from .table import KINDS, TABLE

__all__ = [
    "KINDS",
    "TABLE",
    "Amend",
    "Application",
    "Card",
    "CodeServices",
    "Command",
    "Confirm",
    "Confirmed",
    "Correct",
    "Corrected",
    "Destroy",
    "Destroyed",
    "Duplicate",
    "Duplicated",
    "End",
    "Ended",
    "Event",
    "Exchange",
    "Exchanged",
    "Found",
    "GiveBack",
    "HandOver",
    "HandedOver",
    "Issued",
    "Outcome",
    "Replace",
    "Replaced",
    "ReportFound",
    "ReportLoss",
    "Reported",
    "Returned",
    "SchoolId",
    "ServicesCoded",
    "State",
    "TakenOver",
    "available",
    "check",
    "decide",
    "evolve",
    "issue",
    "load_command",
    "load_event",
    "load_outcome",
    "replay",
    "state_on",
    "take_over",
]


def issue(
    application: Application,
    school: Regulation,
    *,
    on: date,
    card: Card,
    previous: Iterable[SchoolId] = (),
    attested: Iterable[Attestation] = (),
    policy: Policy = "school",
) -> Outcome:
    """Whether a first ID may be issued, and the document if so.

    Args:
        application: for whom, with which photo; its kind tells a school ID from a preschool ID.
        school: the regulation that decides.
        on: the day of issue.
        card: the ID that was made.
        previous: the pupil's earlier IDs; a living one is duplicated or exchanged instead.
        attested: what humans said of conditions that wait for them.
        policy: whose text counts where school and law differ.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(application, Application, "application")
    an_instance(school, Regulation, "school")
    an_instance(card, Card, "card")
    a_day(on, "on")
    words = instances(attested, Attestation, "attested")
    earlier = instances(previous, SchoolId, "previous")

    def judge(text: Regulation) -> tuple[Finding, ...]:
        return settle_all(may_issue(application, text, on, card, earlier, words), words, on)

    findings = judged(school, on, a_policy(policy), judge, words)

    def accept() -> Accepted[SchoolId, Event]:
        issued = issued_event(application, school.slug, on, card, words)
        return Accepted(SchoolId(history=(issued,)), (issued,), findings)

    return outcome_of(findings, accept)


def take_over(
    acts: Iterable[Event],
    school: Regulation,
    *,
    on: date,
    attested: Iterable[Attestation] = (),
) -> Outcome:
    """Whether an ID that is older than the host's records may enter with its acts.

    Args:
        acts: what older records tell of it, from its issue on.
        school: the school that issued it.
        on: the day of taking over.
        attested: the school's word that the records are right.

    Raises:
        WrongArgument: if an argument is of another type, or the acts are no life of an ID.
    """
    an_instance(school, Regulation, "school")
    words = instances(attested, Attestation, "attested")
    return past.take_over(MACHINE, acts, school, a_day(on, "on"), words)


def decide(
    document: SchoolId,
    command: Command,
    school: Regulation,
    *,
    others: Iterable[SchoolId] = (),
    policy: Policy = "school",
) -> Outcome:
    """What becomes of a command; only `Accepted` changes anything.

    Args:
        document: the ID as it stands.
        command: what is wanted, with its day.
        school: the regulation of the school that issued it.
        others: the pupil's other IDs; duplicates, their receipt and corrections look at them.
        policy: whose text counts where school and law differ.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, SchoolId, "document")
    an_instance(school, Regulation, "school")
    beside = instances(others, SchoolId, "others")
    if not isinstance(command, Command):
        raise WrongArgument("command", "a command on a school ID")
    return lifecycle.decide(MACHINE, document, command, school, beside, a_policy(policy))


def available(
    document: SchoolId, school: Regulation, *, on: date, policy: Policy = "school"
) -> dict[str, tuple[Finding, ...]]:
    """What may be done on a day: for each kind of command the reasons against it.

    An empty tuple means that nothing about document, school and day stands in the way; the command
    itself may still be refused.

    Where school and law differ, `policy` says whose text counts.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, SchoolId, "document")
    an_instance(school, Regulation, "school")
    return lifecycle.available(MACHINE, document, school, a_day(on, "on"), a_policy(policy))


def state_on(document: SchoolId, day: date) -> State:
    """What an ID is on a day.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, SchoolId, "document")
    return _state_on(document, a_day(day, "day"))


def evolve(document: SchoolId | None, event: Event) -> SchoolId:
    """The document after one more event, from None by its issue; it holds no rule.

    Raises:
        WrongArgument: if it is no event of an ID, or none that can follow.
    """
    return lifecycle.evolve(MACHINE, document, event)


def replay(events: Iterable[Event]) -> SchoolId:
    """The document that these events made.

    Raises:
        WrongArgument: if there are none, or they are no life of an ID.
    """
    return lifecycle.replay(MACHINE, events)


def check(
    held: PhysicalId | SchoolId,
    school: Regulation,
    *,
    on: date,
    attested: Iterable[Attestation] = (),
    policy: Policy = "school",
) -> Verdict:
    """Whether an ID is valid on a day: its form, its printed or last confirmed date, not void.

    Of the document more is known than of the fact: its school, and whether it is unsettled.

    Args:
        held: the ID as a fact, or the document.
        school: the school that issued it.
        on: the day asked about.
        attested: what humans said of an original whose state is unsettled.
        policy: whose text counts where school and law differ.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> paper = PhysicalId(number="1", form="paper", issued=date(2024, 7, 13),
    ...                    valid_until=date(2025, 9, 30))
    >>> print(check(paper, variants.get("grojec"), on=date(2024, 10, 1)).explain("en"))
    BREACHED
    [x] form of the ID allowed on its day of issue: on paper: 2024-07-13 (2024-07-12 at the latest) [grojec:§2.7, I-paper-yearly]
    [+] the ID is valid on: 2024-10-01 (valid until 2025-09-30) [I-paper-yearly]
    """
    a_day(on, "on")
    an_instance(school, Regulation, "school")
    fact = held.held(on) if isinstance(held, SchoolId) else an_instance(held, PhysicalId, "held")
    words = instances(attested, Attestation, "attested")

    def judge(text: Regulation) -> tuple[Finding, ...]:
        rule = yearly(fact, text, on)
        findings = (
            *(known_of(held, school, on) if isinstance(held, SchoolId) else ()),
            *id_validity.form(fact, speaking(text, on).paper, on),
            *(_void(held, text, on) or (id_validity.days(fact, rule.clause, on, rule.also),)),
        )
        return settle_all(findings, words, on)

    return Verdict(judged(school, on, a_policy(policy), judge, words))


def _void(held: PhysicalId | SchoolId, school: Regulation, on: date) -> tuple[Finding, ...]:
    """By what a document is void, as the table refuses for it; nothing if it is not."""
    if not isinstance(held, SchoolId) or not held.void_on(on):
        return ()
    row = TABLE[_state_on(held, on), "hand_over"]
    return row.why(held, on, school) if isinstance(row, lifecycle.No) else ()
