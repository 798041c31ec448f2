"""The mLegitymacja: the school ID in the mObywatel app, from its issue to its end.

    issue      an application becomes an mLegitymacja, or the reasons why not
    take_over  one that is older than the host's use of this library enters with its acts
    decide     what becomes of a command: hand over, activate, revoke, reissue, correct
    available  what may be done on a day, and why not the rest
    state_on   what it is on a day
    evolve     the document after one more event
    replay     the document that events made

The document is saved whole, or as its events; `replay(events) == document`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import lifecycle
from .._base import an_instance, instances
from .._day import a_day
from ..acts import Correct, Corrected, HandedOver, HandOver, TakenOver
from ..attestations import Attestation, settle_all
from ..errors import WrongArgument
from ..findings import Finding
from ..outcomes import Accepted, Undecided, outcome_of
from ..regulation import Regulation
from ..school_or_law import silent
from .issuing import may_issue
from .loading import Outcome, load_command, load_event, load_outcome
from .machine import MACHINE, issued_event
from .records import (
    Activate,
    Activated,
    ActivationCodes,
    Application,
    CertificateCreated,
    Command,
    Event,
    Issued,
    Mlegitymacja,
    Reissue,
    Reissued,
    Revoke,
    Revoked,
)
from .states import State
from .states import state_on as _state_on
from .table import KINDS, TABLE

__all__ = [
    "KINDS",
    "TABLE",
    "Activate",
    "Activated",
    "ActivationCodes",
    "Application",
    "CertificateCreated",
    "Command",
    "Correct",
    "Corrected",
    "Event",
    "HandOver",
    "HandedOver",
    "Issued",
    "Mlegitymacja",
    "Outcome",
    "Reissue",
    "Reissued",
    "Revoke",
    "Revoked",
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
    application: Application,
    school: Regulation,
    *,
    on: date,
    codes: ActivationCodes,
    previous: Iterable[Mlegitymacja] = (),
    attested: Iterable[Attestation] = (),
) -> Outcome:
    """Whether an mLegitymacja may be issued upon an application, and the document if so.

    Args:
        application: what was lodged.
        school: the regulation that decides.
        on: the day of issue; it fixes window, devices and validity.
        codes: the two secrets and the day of their generation.
        previous: the pupil's earlier mLegitymacje; two living ones on one ID are refused, and a new
            one after a lapse or a revocation needs a ground.
        attested: what humans said of conditions that wait for them.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(application, Application, "application")
    an_instance(codes, ActivationCodes, "codes")
    a_day(on, "on")
    rules = an_instance(school, Regulation, "school").mlegitymacja
    if rules is None:
        return Undecided((silent("mlegitymacja"),))
    words = instances(attested, Attestation, "attested")
    earlier = instances(previous, Mlegitymacja, "previous")
    findings = settle_all(may_issue(application, rules, on, codes, earlier, words), words, on)

    def accept() -> Accepted[Mlegitymacja, Event]:
        issued = issued_event(application, rules, school.slug, on, codes, words)
        return Accepted(Mlegitymacja(history=(issued,)), (issued,), findings)

    return outcome_of(findings, accept)


def take_over(
    acts: Iterable[Event],
    school: Regulation,
    *,
    on: date,
    attested: Iterable[Attestation] = (),
) -> Outcome:
    """Whether an mLegitymacja that is older than the host's records may enter with its acts.

    Args:
        acts: what older records tell of it, from its issue on; its codes may be unknown.
        school: the school that issued it.
        on: the day of taking over.
        attested: the school's word that the records are right.

    Raises:
        WrongArgument: if an argument is of another type, or the acts are no life of an mLegitymacja.
    """
    an_instance(school, Regulation, "school")
    words = instances(attested, Attestation, "attested")
    return lifecycle.take_over(MACHINE, acts, school, a_day(on, "on"), words)


def decide(
    document: Mlegitymacja,
    command: Command,
    school: Regulation,
    *,
    others: Iterable[Mlegitymacja] = (),
) -> Outcome:
    """What becomes of a command; only `Accepted` changes anything.

    Args:
        document: the mLegitymacja as it stands.
        command: `HandOver`, `Activate`, `Revoke`, `Reissue` or `Correct`, each with its day.
        school: the regulation under which the document was issued.
        others: the pupil's other mLegitymacje; activating, issuing again and correcting look at them.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, Mlegitymacja, "document")
    an_instance(school, Regulation, "school")
    beside = instances(others, Mlegitymacja, "others")
    if not isinstance(command, Command):
        raise WrongArgument("command", "HandOver, Activate, Revoke, Reissue or Correct")
    return lifecycle.decide(MACHINE, document, command, school, beside)


def available(
    document: Mlegitymacja, school: Regulation, *, on: date
) -> dict[str, tuple[Finding, ...]]:
    """What may be done on a day: for each kind of command the reasons against it.

    An empty tuple means that nothing about document, school and day stands in the way; the command
    itself may still be refused.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, Mlegitymacja, "document")
    an_instance(school, Regulation, "school")
    return lifecycle.available(MACHINE, document, school, a_day(on, "on"))


def state_on(document: Mlegitymacja, day: date) -> State:
    """What an mLegitymacja is on a day.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, Mlegitymacja, "document")
    return _state_on(document, a_day(day, "day"))


def evolve(document: Mlegitymacja | None, event: Event) -> Mlegitymacja:
    """The document after one more event, from None by its issue; it holds no rule.

    Raises:
        WrongArgument: if it is no event of an mLegitymacja, or none that can follow.
    """
    return lifecycle.evolve(MACHINE, document, event)


def replay(events: Iterable[Event]) -> Mlegitymacja:
    """The document that these events made.

    Raises:
        WrongArgument: if there are none, or they are no life of an mLegitymacja.
    """
    return lifecycle.replay(MACHINE, events)
