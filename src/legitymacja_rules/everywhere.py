"""One photo at every school: who takes it, and the smallest change with which the rest would.

Each school's requirement is judged as it always is. Beside the verdict stands a plan: what would make
the photo fit there; and one for all schools at once, or which of their demands exclude each other.
What only a human sees is in the verdicts and in no plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import ClassVar, Final, Literal

from ._base import an_instance, iterated
from ._day import a_day
from .explanation import Told, a_language, explained, written
from .facts import PhotoFacts, Pupil
from .findings import STRICT, Status
from .messages import AXES, EVERYWHERE, LABELS, STEPS, Language
from .outcomes import Verdict
from .photo_demands import Demand, demanded
from .photo_plans import Conflict, Kind, Plan, Step, planned
from .photo_rules import check
from .policy import Policy, a_policy, effective
from .regulation import Editions, PhotoRequirement, Regulation
from .vocabulary import Lodging, Procedure

__all__ = [
    "VERSION",
    "Conflict",
    "Everywhere",
    "EverywhereExplanation",
    "Plan",
    "PlanTold",
    "Step",
    "StepTold",
    "There",
    "ThereTold",
    "photo",
]

VERSION: Final = 1
"""The version of the JSON form."""


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step of a plan, without the name of the file, which tells of a person."""

    __pydantic_config__: ClassVar = STRICT

    kind: Kind
    values: dict[str, int | str]
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanTold:
    """A plan with its texts."""

    __pydantic_config__: ClassVar = STRICT

    steps: tuple[StepTold, ...]
    conflicts: tuple[Conflict, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThereTold:
    """A photo at one school: the verdict as it is, what would help, and the status after that."""

    __pydantic_config__: ClassVar = STRICT

    school: str
    status: Status
    findings: tuple[Told, ...]
    plan: PlanTold | None
    then: Status | None


@dataclass(frozen=True, slots=True)
class EverywhereExplanation:
    """What `explain_json` says of a photo at every school."""

    __pydantic_config__: ClassVar = STRICT

    version: Literal[1]
    language: Language
    schools: tuple[ThereTold, ...]
    plan: PlanTold


@dataclass(frozen=True, slots=True)
class There:
    """A photo at one school.

    Attributes:
        school: its slug.
        verdict: what it says of the photo as it is.
        plan: what would make it fit; None where the school asks nothing known of it.
        then: what it says after that; None if that is not known.
    """

    school: str
    verdict: Verdict
    plan: Plan | None
    then: Verdict | None


@dataclass(frozen=True, slots=True)
class Everywhere:
    """A photo at every school that was asked.

    Attributes:
        schools: each of them.
        plan: what would make it fit at all of them at once.
    """

    schools: tuple[There, ...]
    plan: Plan

    def explain(self, language: Language) -> str:
        """Each school with what would help there, then all at once, as text.

        Raises:
            WrongArgument: if the language is not ``pl`` or ``en``.
        """
        a_language(language)
        lines = []
        for there in self.schools:
            status = LABELS[there.verdict.status.value].of(language)
            lines.append(f"{there.school}: {status.upper()}")
            lines += [f"  {line}" for line in _told(there.plan, language)] if there.plan else []
            if there.then and there.then != there.verdict:
                after = LABELS[there.then.status.value].of(language)
                lines.append(f"  {EVERYWHERE['then'].of(language).format(after)}")
        lines.append(f"{EVERYWHERE['all'].of(language)}:")
        lines += [f"  {line}" for line in _told(self.plan, language)]
        return "\n".join(lines)

    def explain_json(self, language: Language) -> str:
        """The same as versioned JSON: stable words beside the texts, and no file name.

        Raises:
            WrongArgument: if the language is not ``pl`` or ``en``.
        """
        a_language(language)
        there = tuple([_there_told(one, language) for one in self.schools])
        plan = _plan_told(self.plan, language)
        return written(EverywhereExplanation(VERSION, language, there, plan))


def photo(
    facts: PhotoFacts,
    procedure: Procedure,
    *,
    schools: Iterable[Regulation | Editions],
    on: date,
    pupil: Pupil | None = None,
    sent_by: Lodging | None = None,
    policy: Policy = "school",
) -> Everywhere:
    """One photo at several schools on a day; where a school says nothing the law does.

    Args:
        facts: what `photo.inspect` found.
        procedure: what it is for.
        schools: the schools that are asked.
        on: the day.
        pupil: whose photo it is; needed where the file's name is judged.
        sent_by: by which way the file comes; an upload may need no name.
        policy: whose demand counts where school and law differ.

    Raises:
        UnknownProcedure: if there is no procedure of that name.
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> small = PhotoFacts(format="PNG", size=90_000, width=400, height=500, dpi=300)
    >>> asked = [variants.get("leczna"), variants.get("ostroleka")]
    >>> found = photo(small, "id_duplicate", schools=asked, on=date(2024, 10, 1))
    >>> print(found.explain("en"))
    leczna: BREACHED
      save as JPEG [leczna:IV.2]
      rename the file [leczna:IV.2]
      then: needs review
    ostroleka: BREACHED
      save as JPEG [ostroleka:§3.4]
      crop to 357×500 px [ostroleka:§3.4]
      set the resolution to 100 dpi [ostroleka:§3.4]
      save in 1000000 B at most [ostroleka:§3.4]
      rename the file [ostroleka:§3.4]
      then: needs review
    everywhere at once:
      save as JPEG [leczna:IV.2, ostroleka:§3.4]
      crop to 357×500 px [ostroleka:§3.4]
      set the resolution to 100 dpi [ostroleka:§3.4]
      save in 1000000 B at most [ostroleka:§3.4]
      rename the file [leczna:IV.2, ostroleka:§3.4]
    """
    an_instance(facts, PhotoFacts, "facts")
    a_day(on, "on")
    if pupil is not None:
        an_instance(pupil, Pupil, "pupil")
    texts = [
        effective(_text(school, on), on=on, policy=a_policy(policy))
        for school in iterated(schools, "schools")
    ]
    asked = [text.photo_for(procedure) for text in texts]
    demands = [[*demanded(each, sent_by)] if each else [] for each in asked]

    def judge(seen: PhotoFacts, each: PhotoRequirement | None) -> Verdict:
        return check(seen, each, pupil=pupil, sent_by=sent_by, on=on)

    there = (
        _there(facts, text.slug, each, own, pupil, judge)
        for text, each, own in zip(texts, asked, demands, strict=True)
    )
    return Everywhere(tuple(there), planned(facts, [*chain(*demands)], pupil))


def _text(school: object, on: date) -> Regulation:
    if isinstance(school, Editions):
        return school.on(on)
    return an_instance(school, Regulation, "schools")


def _there(
    facts: PhotoFacts,
    slug: str,
    asked: PhotoRequirement | None,
    demands: Sequence[Demand],
    pupil: Pupil | None,
    judge: Callable[[PhotoFacts, PhotoRequirement | None], Verdict],
) -> There:
    verdict = judge(facts, asked)
    if asked is None:
        return There(slug, verdict, None, None)
    plan = planned(facts, demands, pupil)
    then = judge(plan.facts, asked) if plan.facts else None
    if then and then.status is Status.BREACHED:
        # What no change of a file mends: its age, the share of the face.
        broken = (one for one in then.reasons if one.status is Status.BREACHED)
        another = Step("replace", {}, tuple(dict.fromkeys(one.clause for one in broken)))
        return There(slug, verdict, Plan((another,), (), None), None)
    return There(slug, verdict, plan, then)


def _told(plan: Plan, language: Language) -> list[str]:
    frame = EVERYWHERE["exclude"].of(language)
    conflicts = [
        frame.format(AXES[one.axis].of(language), ", ".join(one.clauses)) for one in plan.conflicts
    ]
    steps = [
        f"{STEPS[one.kind].of(language).format_map(one.values)} [{', '.join(one.clauses)}]"
        for one in plan.steps
    ]
    return [*conflicts, *steps] or [EVERYWHERE["none"].of(language)]


def _plan_told(plan: Plan, language: Language) -> PlanTold:
    steps = tuple([StepTold(one.kind, dict(one.values), one.clauses) for one in plan.steps])
    return PlanTold(steps, plan.conflicts, tuple(_told(plan, language)))


def _there_told(there: There, language: Language) -> ThereTold:
    findings = there.verdict.findings
    return ThereTold(
        school=there.school,
        status=there.verdict.status,
        findings=tuple([explained(finding, language) for finding in findings]),
        plan=_plan_told(there.plan, language) if there.plan else None,
        then=there.then.status if there.then else None,
    )
