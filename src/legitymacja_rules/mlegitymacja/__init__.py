"""The mLegitymacja: the school ID in the mObywatel app, from its issue to its end.

    issue      an application, or a case that needs none, becomes an mLegitymacja, or the reasons why not
    take_over  one that is older than the host's use of this library enters with its acts
    decide     what becomes of a command: hand over, new codes, activate, revoke, reissue, correct
    available  what may be done on a day, and why not the rest
    state_on   what it is on a day
    evolve     the document after one more event
    replay     the document that events made

The document is saved whole, or as its events; `replay(events) == document`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import lifecycle, past
from .._base import an_instance, instances
from .._day import a_day
from ..acts import Correct, Corrected, HandedOver, HandOver, TakenOver
from ..attestations import Attestation, settle_all
from ..errors import WrongArgument
from ..findings import Finding
from ..outcomes import Accepted, outcome_of
from ..policy import Policy, a_policy, judged, preferred
from ..regulation import Regulation
from .issuing import may_issue
from .loading import Outcome, load_command, load_event, load_outcome
from .machine import MACHINE, issued_event
from .records import (
    Activate,
    Activated,
    ActivationCodes,
    AnyRequest,
    Application,
    CertificateCreated,
    CodesGenerated,
    Command,
    Event,
    ExOfficio,
    GenerateCodes,
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
from .texts import text_on

__all__ = [
    "KINDS",
    "TABLE",
    "Activate",
    "Activated",
    "ActivationCodes",
    "AnyRequest",
    "Application",
    "CertificateCreated",
    "CodesGenerated",
    "Command",
    "Correct",
    "Corrected",
    "Event",
    "ExOfficio",
    "GenerateCodes",
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
    application: Application | ExOfficio,
    school: Regulation,
    *,
    on: date,
    codes: ActivationCodes | None = None,
    previous: Iterable[Mlegitymacja] = (),
    attested: Iterable[Attestation] = (),
    policy: Policy = "school",
) -> Outcome:
    """Whether an mLegitymacja may be issued, and the document if so.

    Which of the two it takes the model in force says: an application, or only the case of a pupil whose
    parents have not objected. A school may be nothing but its name; then the law decides.

    Args:
        application: what was lodged, or the case that needs no application.
        school: the school's text; under it lies the law of the day.
        on: the day of issue; it fixes window, devices and validity.
        codes: the two secrets and when they were generated; None where they are generated later.
        previous: the pupil's earlier mLegitymacje; two living ones on one ID are refused, and a new
            one after a lapse or a revocation needs a ground.
        attested: what humans said of conditions that wait for them.
        policy: whose text counts where school and law differ.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules.facts import PhotoFacts, PhysicalId, Pupil
    >>> from legitymacja_rules.regulation import InForce
    >>> bare = Regulation(slug="sp1", school="Szkoła Podstawowa nr 1")
    >>> anna = Pupil(first_names="Anna", last_name="K", born=date(2012, 4, 14), pesel="12241400000")
    >>> card = PhysicalId(number="7", form="id1", issued=date(2026, 9, 1), valid_until=date(2027, 9, 30))
    >>> picture = PhotoFacts(format="JPEG", size=90_000, width=400, height=500)
    >>> case = ExOfficio(pupil=anna, prior_id=card, photo=picture)
    >>> [f.code for f in issue(case, bare, on=date(2026, 11, 26)).reasons]
    ['photo.background']
    """
    if not isinstance(application, Application | ExOfficio):
        raise WrongArgument("application", "an Application, or ExOfficio where none is needed")
    if codes is not None:
        an_instance(codes, ActivationCodes, "codes")
    a_day(on, "on")
    an_instance(school, Regulation, "school")
    a_policy(policy)
    words = instances(attested, Attestation, "attested")
    earlier = instances(previous, Mlegitymacja, "previous")

    def judge(text: Regulation) -> tuple[Finding, ...]:
        rules = text_on(text, on)
        return settle_all(may_issue(application, rules, on, codes, earlier, words), words, on)

    findings = judged(school, on, policy, judge, words)

    def accept() -> Accepted[Mlegitymacja, Event]:
        rules = text_on(preferred(school, on, policy), on)
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
    return past.take_over(MACHINE, acts, school, a_day(on, "on"), words)


def decide(
    document: Mlegitymacja,
    command: Command,
    school: Regulation,
    *,
    others: Iterable[Mlegitymacja] = (),
    policy: Policy = "school",
) -> Outcome:
    """What becomes of a command; only `Accepted` changes anything.

    Args:
        document: the mLegitymacja as it stands.
        command: `HandOver`, `GenerateCodes`, `Activate`, `Revoke`, `Reissue` or `Correct`, each with
            its day.
        school: the regulation under which the document was issued.
        others: the pupil's other mLegitymacje; activating, issuing again and correcting look at them.
        policy: whose text counts where school and law differ.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, Mlegitymacja, "document")
    an_instance(school, Regulation, "school")
    beside = instances(others, Mlegitymacja, "others")
    if not isinstance(command, Command):
        raise WrongArgument("command", "a command on an mLegitymacja")
    return lifecycle.decide(MACHINE, document, command, school, beside, a_policy(policy))


def available(
    document: Mlegitymacja, school: Regulation, *, on: date, policy: Policy = "school"
) -> dict[str, tuple[Finding, ...]]:
    """What may be done on a day: for each kind of command the reasons against it.

    An empty tuple means that nothing about document, school and day stands in the way; the command
    itself may still be refused.

    Where school and law differ, `policy` says whose text counts.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(document, Mlegitymacja, "document")
    an_instance(school, Regulation, "school")
    return lifecycle.available(MACHINE, document, school, a_day(on, "on"), a_policy(policy))


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
