"""The certificate of finishing a school or a class, and its duplicates, from the making to the end.

    issue      an original is issued, or the reasons why not; no text regulates that
    take_over  one that is older than the host's use of this library enters with its acts
    decide     what becomes of a command: hand over, make a duplicate, replace, give back, ...
    available  what may be done on a day, and why not the rest
    state_on   what it is on a day
    evolve     the document after one more event
    replay     the document that events made

A duplicate is the `successor` of the decision that made it, and a certificate itself. The document is
saved whole, or as its events; `replay(events) == document`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import lifecycle, past
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
from ..findings import Finding
from ..outcomes import Accepted, outcome_of
from ..policy import Policy, a_policy
from ..regulation import Regulation
from .issuing import issued_event, may_issue
from .loading import Outcome, load_command, load_event, load_outcome
from .machine import MACHINE
from .records import (
    Application,
    Certificate,
    Command,
    Duplicate,
    DuplicateImpossible,
    Event,
    Issued,
    Original,
)
from .states import State
from .states import state_on as _state_on
from .table import KINDS, TABLE

__all__ = [
    "KINDS",
    "TABLE",
    "Application",
    "Certificate",
    "Command",
    "Correct",
    "Corrected",
    "Duplicate",
    "DuplicateImpossible",
    "Duplicated",
    "Event",
    "Found",
    "GiveBack",
    "HandOver",
    "HandedOver",
    "Issued",
    "Original",
    "Outcome",
    "Replace",
    "Replaced",
    "ReportFound",
    "Returned",
    "State",
    "TakenOver",
    "available",
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
    original: Original,
    school: Regulation,
    *,
    on: date,
    attested: Iterable[Attestation] = (),
) -> Outcome:
    """Whether an original may be issued, and the document if so.

    Args:
        original: what it says.
        school: the school that issues it; no text regulates that, so the head decides.
        on: the day of issue.
        attested: what humans said of conditions that wait for them.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.facts import Pupil
    >>> anna = Pupil(first_names="Anna", last_name="Kowalska", born=date(2009, 4, 14))
    >>> original = Original(pupil=anna, kind="school", school_name="SP nr 4", year=2024)
    >>> print(issue(original, variants.get("leczna"), on=date(2024, 6, 21)).explain("en"))
    UNDECIDED
    [~] issuing an original certificate [I-silence]
          to be decided: head teacher
    [+] the pupil was born by the day of issue [invariant:day-order]
    [+] finished between the pupil's birth and the issue [invariant:day-order]
    """
    an_instance(original, Original, "original")
    an_instance(school, Regulation, "school")
    a_day(on, "on")
    words = instances(attested, Attestation, "attested")
    findings = settle_all(may_issue(original, on), words, on)

    def accept() -> Accepted[Certificate, Event]:
        issued = issued_event(original, school.slug, on, words)
        return Accepted(Certificate(history=(issued,)), (issued,), findings)

    return outcome_of(findings, accept)


def take_over(
    acts: Iterable[Event],
    school: Regulation,
    *,
    on: date,
    attested: Iterable[Attestation] = (),
) -> Outcome:
    """Whether a certificate that is older than the host's records may enter with its acts.

    Args:
        acts: what older records tell of it, from its issue on.
        school: the school that issued it.
        on: the day of taking over.
        attested: the school's word that the records are right.

    Raises:
        WrongArgument: if an argument is of another type, or the acts are no life of a certificate.
    """
    an_instance(school, Regulation, "school")
    words = instances(attested, Attestation, "attested")
    return past.take_over(MACHINE, acts, school, a_day(on, "on"), words)


def decide(
    document: Certificate,
    command: Command,
    school: Regulation,
    *,
    others: Iterable[Certificate] = (),
    policy: Policy = "school",
) -> Outcome:
    """What becomes of a command; only `Accepted` changes anything.

    Args:
        document: the certificate as it stands.
        command: what is wanted, with its day.
        school: the regulation of the school that issued it.
        others: the holder's other certificates; the receipt of a duplicate and corrections look at
            them.
        policy: whose text counts where school and law differ.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, Certificate, "document")
    an_instance(school, Regulation, "school")
    beside = instances(others, Certificate, "others")
    if not isinstance(command, Command):
        raise WrongArgument("command", "a command on a certificate")
    return lifecycle.decide(MACHINE, document, command, school, beside, a_policy(policy))


def available(
    document: Certificate, school: Regulation, *, on: date, policy: Policy = "school"
) -> dict[str, tuple[Finding, ...]]:
    """What may be done on a day: for each kind of command the reasons against it.

    An empty tuple means that nothing about document, school and day stands in the way; the command
    itself may still be refused.

    Where school and law differ, `policy` says whose text counts.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, Certificate, "document")
    an_instance(school, Regulation, "school")
    return lifecycle.available(MACHINE, document, school, a_day(on, "on"), a_policy(policy))


def state_on(document: Certificate, day: date) -> State:
    """What a certificate is on a day.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, Certificate, "document")
    return _state_on(document, a_day(day, "day"))


def evolve(document: Certificate | None, event: Event) -> Certificate:
    """The document after one more event, from None by its issue; it holds no rule.

    Raises:
        WrongArgument: if it is no event of a certificate, or none that can follow.
    """
    return lifecycle.evolve(MACHINE, document, event)


def replay(events: Iterable[Event]) -> Certificate:
    """The document that these events made.

    Raises:
        WrongArgument: if there are none, or they are no life of a certificate.
    """
    return lifecycle.replay(MACHINE, events)
