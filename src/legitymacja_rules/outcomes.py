"""What a question ends in.

`Verdict` answers a question that changes nothing (is this photo good?). A decision about a document
ends in one of three: `Accepted`, and only then something changes; `Refused`, because at least one
condition is breached; `Undecided`, because nothing is breached but a human has to attest something,
or no known text answers. All of them carry the whole trace of findings, met ones included, and explain
themselves in Polish and English.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, TypeVar

from .explanation import Answer, Language, as_json, as_text
from .findings import STRICT, Finding, Status, worst

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Accepted", "Explained", "Refused", "Undecided", "Verdict", "outcome_of"]

D = TypeVar("D")
E = TypeVar("E")
D_co = TypeVar("D_co", covariant=True)
E_co = TypeVar("E_co", covariant=True)


class Explained:
    """What verdicts and outcomes share; each brings its findings."""

    __slots__ = ()
    findings: tuple[Finding, ...]

    @property
    def status(self) -> Status:
        """The worst status among the findings."""
        return worst(self.findings)

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """The findings that are not met: why not, or what is still open."""
        return tuple(f for f in self.findings if f.status is not Status.MET)

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """The findings on which school and law differ; each carries the other's as `conflict`."""
        return tuple(f for f in self.findings if f.conflict)

    def explain(self, language: Language, *, reasons_only: bool = False) -> str:
        """The answer, clause by clause, as text in Polish (``pl``) or English (``en``).

        Args:
            language: ``pl`` or ``en``.
            reasons_only: leave out the conditions that are met.
        """
        return as_text(self._answer(), self.reasons if reasons_only else self.findings, language)

    def explain_json(self, language: Language) -> str:
        """The same as versioned JSON, for a host that lays it out itself."""
        return as_json(self._answer(), self.findings, language)

    def _answer(self) -> Answer:
        return self.status.value


@dataclass(frozen=True, slots=True)
class Verdict(Explained):
    """The answer to a question that changes nothing."""

    __pydantic_config__: ClassVar = STRICT

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Accepted(Explained, Generic[D_co, E_co]):
    """It is done: save the document, or append the events; both say the same.

    Attributes:
        document: the document as it is now.
        events: what happened to it by this decision, in order.
        findings: the whole trace.
        successor: the new document with its own events, where this decision made one.
    """

    __pydantic_config__: ClassVar = STRICT

    document: D_co
    events: tuple[E_co, ...]
    findings: tuple[Finding, ...]
    successor: Accepted[D_co, E_co] | None = None
    outcome: Literal["accepted"] = "accepted"

    def _answer(self) -> Answer:
        return self.outcome


@dataclass(frozen=True, slots=True)
class Refused(Explained):
    """It may not be done; `reasons` are all the reasons at once. Nothing changed."""

    __pydantic_config__: ClassVar = STRICT

    findings: tuple[Finding, ...]
    outcome: Literal["refused"] = "refused"

    def _answer(self) -> Answer:
        return self.outcome


@dataclass(frozen=True, slots=True)
class Undecided(Explained):
    """Nothing forbids it, but `reasons` are open: attest them and ask again. Nothing changed."""

    __pydantic_config__: ClassVar = STRICT

    findings: tuple[Finding, ...]
    outcome: Literal["undecided"] = "undecided"

    def _answer(self) -> Answer:
        return self.outcome


def outcome_of(
    findings: tuple[Finding, ...], accept: Callable[[], Accepted[D, E]]
) -> Accepted[D, E] | Refused | Undecided:
    """The outcome that the findings call for; `accept` is asked only if all are met."""
    match worst(findings):
        case Status.MET:
            return accept()
        case Status.BREACHED:
            return Refused(findings)
        case _:
            return Undecided(findings)
