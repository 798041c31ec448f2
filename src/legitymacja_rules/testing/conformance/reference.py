"""The rules themselves as a system: what the other side of every run is, and a model of an adapter.

It keeps one pupil's documents in memory, hands to each decision those beside it, reads uploads from
their bytes, and carries over to the other documents what follows from one. Its schools are the shipped
ones, or any that it is given; so a system that is wrong on purpose is this one with other data.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any, cast, get_args

from ... import certificate, coupling, deadlines, fees, mlegitymacja, photo, school_id, variants
from ...attestations import Attested
from ...facts import PhotoFacts, Pupil
from ...findings import Finding, Status
from ...outcomes import Accepted, Explained, Verdict
from ...regulation import Regulation
from ...vocabulary import Milestone, Procedure
from ..commands import verbs_of
from ..complete import text_on
from .system import Capability, Command, Promise, Reply, Request, Upload

__all__ = ["ANYTHING", "AnyDocument", "Reference", "available", "states_of"]

AnyDocument = school_id.SchoolId | mlegitymacja.Mlegitymacja | certificate.Certificate

ANYTHING: frozenset[Capability] = frozenset(get_args(Capability))
"""All that a system can offer."""


class Reference:
    """The library as a system under test.

    Attributes:
        offers: what it can be asked.
        school: the regulation of the school at which it began.
        documents: the pupil's documents by name.
        traces: for each of them all findings upon which something happened to it, in order.
        steps: for each of them those of the last time.
        answer: what the library said last, with its whole trace.

    >>> office = Reference()
    >>> office.start("leczna")
    >>> office.fee("id_duplicate", on=date(2024, 10, 1)), office.answer.basis
    (Decimal('9.00'), 'leczna:IV.3')
    """

    def __init__(
        self,
        schools: Mapping[str, Regulation] = MappingProxyType({}),
        *,
        offers: Collection[Capability] = ANYTHING,
    ) -> None:
        """A system for the shipped schools.

        Args:
            schools: regulations by slug, beside the shipped ones or in their place.
            offers: what it can be asked; without `follows` nothing is carried over.
        """
        self._schools = schools
        self.offers = frozenset(offers)
        self.school = Regulation(slug="none", school="none")
        self.documents: dict[str, AnyDocument] = {}
        self.traces: dict[str, tuple[Finding, ...]] = {}
        self.steps: dict[str, tuple[Finding, ...]] = {}
        self.answer: Any = Verdict(())

    def start(self, school: str) -> None:
        """Forget everything, and begin anew at the school of that slug.

        Raises:
            UnknownSchool: if there is none.
        """
        self.school = self._schools.get(school) or variants.get(school)
        self.documents, self.traces, self.steps, self.answer = {}, {}, {}, Verdict(())

    # --- what changes nothing ---------------------------------------------------------------------

    def photo(self, procedure: Procedure, upload: Upload, pupil: Pupil, *, on: date) -> Reply:
        """Whether a photo is good enough, by what applies at the school on that day."""
        asked = text_on(self.school, on).photo_for(procedure)
        self.answer = photo.check(_facts(upload), asked, pupil=pupil, on=on)
        return self._reply()

    def fee(self, procedure: Procedure, *, on: date) -> Decimal | str | None:
        """What a procedure costs."""
        self.answer = fees.fee(self.school, procedure, on=on)
        return cast("Decimal | None", self.answer.amount)

    def due(self, procedure: Procedure, reached: Mapping[Milestone, date]) -> Promise:
        """By when the school has to act."""
        milestones: Any = dict(reached)
        self.answer = deadlines.due(self.school, procedure, **milestones)
        return Promise(self.answer.expected, self.answer.latest)

    def state(self, name: str, *, on: date) -> str:
        """What a document is on a day."""
        document = self.documents[name]
        return str(verbs_of(document).module.state_on(document, on))

    # --- what may change something ----------------------------------------------------------------

    def issue(
        self,
        name: str,
        request: Request,
        *,
        on: date,
        photo: Upload | None,
        made: school_id.Card | mlegitymacja.ActivationCodes | None,
        attested: Attested = (),
    ) -> Reply:
        """Issue a first document, and call it by that name."""
        whole, call = _with_photo(request, photo), {"on": on, "attested": attested}
        decide: Callable[..., Any] = certificate.issue
        if isinstance(whole, school_id.Application):
            decide, before = school_id.issue, self._beside(school_id.SchoolId)
            call |= {"card": made, "previous": before}
        elif not isinstance(whole, certificate.Original):
            decide, before = mlegitymacja.issue, self._beside(mlegitymacja.Mlegitymacja)
            call |= {"codes": made, "previous": before}
        self.answer = decide(whole, self.school, **call)
        return self._done(name, "", on)

    def decide(self, name: str, command: Command, *, photo: Upload | None, successor: str) -> Reply:
        """Do with a document what the command says; call by the last name what it makes beside."""
        self.answer = self._decided(name, _with_photo(command, photo))
        return self._done(name, successor, command.on)

    # --- within -----------------------------------------------------------------------------------

    def _decided(self, name: str, command: Command) -> Any:  # noqa: ANN401  (each document has its own)
        document = self.documents[name]
        others = self._beside(type(document), name)
        return verbs_of(document).module.decide(document, command, self.school, others=others)

    def _beside(self, kind: type[AnyDocument], but: str = "") -> list[AnyDocument]:
        """The pupil's documents of a kind, but for one."""
        return [
            one for name, one in self.documents.items() if name != but and isinstance(one, kind)
        ]

    def _done(self, name: str, successor: str, on: date) -> Reply:
        """The reply; what was accepted is kept, and what follows from it is done as well."""
        if isinstance(self.answer, Accepted):
            self._keep(name, self.answer)
            if self.answer.successor:
                self._keep(successor, self.answer.successor)
            if "follows" in self.offers:
                self._carry_over(name, on)
        return self._reply()

    def _keep(self, name: str, accepted: Accepted[Any, Any]) -> None:
        self.documents[name] = accepted.document
        self.steps[name] = accepted.findings
        self.traces[name] = (*self.traces.get(name, ()), *accepted.findings)

    def _carry_over(self, name: str, on: date) -> None:
        """Decide for the other documents what follows; what waits for a human is left to wait."""
        document = self.documents[name]
        if isinstance(document, mlegitymacja.Mlegitymacja):
            return
        for other, command in self.consequences(document, on):
            outcome = self._decided(other, command)
            if isinstance(outcome, Accepted):
                self._keep(other, outcome)

    def consequences(
        self, document: school_id.SchoolId | certificate.Certificate, on: date
    ) -> Iterator[tuple[str, Command]]:
        """What is to be decided on which other document, for what became of this one."""
        beside = [one for one in self.documents.values() if one is not document]
        for found in coupling.follows(document, self.school, on=on, others=beside):
            if found.command:
                concerned = found.document
                yield (
                    next(name for name, one in self.documents.items() if one is concerned),
                    found.command,
                )

    def _reply(self) -> Reply:
        answer: Explained = self.answer
        clauses = tuple(dict.fromkeys(finding.clause for finding in answer.reasons))
        match answer.status:
            case Status.MET:
                return Reply("accepted")
            case Status.BREACHED:
                return Reply("refused", clauses)
            case _:
                return Reply("undecided", clauses)


def states_of(document: AnyDocument) -> tuple[str, ...]:
    """The words for what a document can be."""
    return tuple(map(str, verbs_of(document).module.State))


def available(
    document: AnyDocument, school: Regulation, *, on: date
) -> dict[str, tuple[Finding, ...]]:
    """For each kind of command the reasons against it on that day."""
    reasons: dict[str, tuple[Finding, ...]] = verbs_of(document).module.available(
        document, school, on=on
    )
    return reasons


def _with_photo(asked: Any, upload: Upload | None) -> Any:  # noqa: ANN401  (a request or a command)
    """What was asked, with what the bytes of its photo say."""
    if upload is None:
        return asked
    application = getattr(asked, "application", None)
    if application is not None:
        return asked.model_copy(update={"application": _with_photo(application, upload)})
    return asked.model_copy(update={"photo": _facts(upload)})


# A run uploads few photos, and each of them to two systems, again and again.
@lru_cache(maxsize=64)
def _facts(upload: Upload) -> PhotoFacts:
    return photo.inspect(upload.data, filename=upload.filename, whole=True)
