"""What in a school's text is out of date, or at odds, on a day.

The other rooms execute a regulation; this one reads it. Four questions are asked of a text, each in a
room of its own: whether what it cites is there (`bases`: acts in force, the right unit, the right
minister, units of its own), whether it says what the law of the day says (`differences`), and where it
is silent, can be read in two ways or contradicts itself (`doubts`, the register of readings). Each
finding names the clauses of the text, and through `Audit.readings` what is registered of the place: the
possible readings and the one taken. Nothing here is about a pupil, and nothing can be attested away: a
finding stands until the text is mended.

The text is judged as it stands, whether or not it applies on that day; that it does not is a finding, too.
What was right until an act was replaced is met until its last day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from .._base import an_instance
from .._day import Day, a_day
from ..explanation import VERSION as FORM
from ..explanation import Language, a_language, as_text, written
from ..findings import STRICT, Finding, Status
from ..interpretations import REGISTER, Interpretation
from ..outcomes import Explained
from ..regulation import Regulation
from ..school_or_law import in_force
from .bases import acts, references
from .case import case
from .differences import differences
from .doubts import doubts, registered
from .telling import VERSION, AuditExplanation, Head, audited, lines

__all__ = ["VERSION", "Audit", "AuditExplanation", "audit"]


@dataclass(frozen=True, slots=True)
class Audit(Explained):
    """What an audit of one text found for one day.

    Attributes:
        school: the slug of the text.
        on: the day.
        findings: *breached* is wrong or out of date, *needs review* is doubtful, *met* holds; *not
            covered*, that the text does not apply on the day or cites an act nobody here knows.
    """

    __pydantic_config__: ClassVar = STRICT

    school: str
    on: Day
    findings: tuple[Finding, ...]

    def readings(self, finding: Finding) -> tuple[Interpretation, ...]:
        """What is registered of the place that a finding is about."""
        return tuple(REGISTER[id_] for id_ in registered(finding))

    def explain(self, language: Language, *, reasons_only: bool = False) -> str:
        """The audit, finding by finding, each with the readings registered of it.

        Args:
            language: ``pl`` or ``en``.
            reasons_only: leave out what holds.

        Raises:
            WrongArgument: if the language is another.
        """
        told = self.reasons if reasons_only else self.findings
        return as_text(self._answer(), told, language, lines)

    def explain_json(self, language: Language) -> str:
        """The same as versioned JSON, an `AuditExplanation`: beside each finding its `readings` and `acts`.

        Raises:
            WrongArgument: if the language is another.
        """
        a_language(language)
        told = tuple([audited(finding, language) for finding in self.findings])
        head = Head(VERSION, self.school, self.on)
        return written(AuditExplanation(FORM, language, self._answer(), told, head))


def audit(school: Regulation, *, on: date) -> Audit:
    """What in a school's text is out of date, or at odds, on a day.

    Args:
        school: the text, of any vendor.
        on: the day.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> found = audit(variants.get("ostroleka"), on=date(2024, 10, 1))
    >>> [(f.code, f.measured, f.limit) for f in found.findings if f.code == "audit.minister"]
    [('audit.minister', 'national_education', 'education_and_science')]
    >>> [(f.clause, f.measured, f.limit) for f in found.reasons if f.code == "audit.unit"]
    [('ostroleka:basis', 'art.24', 'art.25'), ('ostroleka:rodo', 'art.9.1.b', 'art.9.2')]
    """
    asked = case(an_instance(school, Regulation, "school"), a_day(on, "on"))
    applies = in_force(school.in_force, on)
    compared = (*acts(asked), *references(asked), *differences(asked))
    told = {id_ for f in compared if f.status is not Status.MET for id_ in registered(f)}
    return Audit(school.slug, on, (applies, *compared, *doubts(asked, told)))
