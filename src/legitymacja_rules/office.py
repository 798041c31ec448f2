"""Who does what, who helps with what, and whether security is kept.

A text that divides the work names units, gives each its duties, and says who helps a pupil or parent
with what. The division is told as the text has it, on whatever day it is asked; a unit, a duty or a
topic of which the text says nothing is not covered, and nobody in particular has to decide it. Only
one duty can be judged, and not by a program: whether the security rules are kept is attested by the
school, for a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import ClassVar, get_args

from ._base import an_instance, instances
from ._day import a_day
from .attestations import Attestation, settle_all
from .errors import WrongArgument
from .findings import STRICT, Finding, Status, met, needs_review, not_covered
from .outcomes import Explained, Verdict
from .regulation import Assigned, Regulation, Unit
from .school_or_law import in_force
from .vocabulary import Duty, HelpedBy, HelpTopic, Lodging, UnitName

__all__ = ["Duties", "Help", "Responsible", "duties", "help_with", "security", "who"]

_HELPS: Mapping[HelpedBy, str] = MappingProxyType(
    {"school": "help.by_school", "ministry": "help.by_ministry"}
)


@dataclass(frozen=True, slots=True)
class Duties(Explained):
    """What a unit has to do.

    Attributes:
        duties: its duties, in the order of the text; empty where the text does not name the unit.
        findings: the trace; each ``office.duty`` carries the clause of one duty.
    """

    __pydantic_config__: ClassVar = STRICT

    duties: tuple[Duty, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Responsible(Explained):
    """Which unit has a duty.

    Attributes:
        unit: the unit; None where the text gives the duty to nobody.
        findings: the trace; ``office.duty`` carries the clause.
    """

    __pydantic_config__: ClassVar = STRICT

    unit: UnitName | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Help(Explained):
    """Who helps with a topic, and by which ways.

    Attributes:
        helped_by: the school or the ministry; None where the text does not say.
        ways: the ways by which the text offers the help; empty where it names none.
        findings: the trace, with the clause.
    """

    __pydantic_config__: ClassVar = STRICT

    helped_by: HelpedBy | None
    ways: tuple[Lodging, ...]
    findings: tuple[Finding, ...]


def duties(school: Regulation, unit: UnitName) -> Duties:
    """What a unit has to do, by the school's text.

    Args:
        school: whose text.
        unit: ``office`` or ``printer``.

    Raises:
        WrongArgument: if the school is no `Regulation` or the unit no unit.

    >>> from legitymacja_rules import variants
    >>> duties(variants.get("grojec"), "printer").duties
    ('print_and_personalise', 'fulfil_orders', 'invoice')
    """
    an_instance(school, Regulation, "school")
    _known(unit, get_args(UnitName), "unit")
    for row in school.units:
        if row.name == unit:
            named = met("office.unit", row.clause, subject=unit, also=row.also)
            assigned = (_assigned(unit, duty) for duty in row.duties)
            return Duties(tuple(duty.duty for duty in row.duties), (named, *assigned))
    return Duties((), (not_covered("office.unit", "I-silence", subject=unit, who=None),))


def who(school: Regulation, duty: Duty) -> Responsible:
    """Which unit has a duty, by the school's text.

    Args:
        school: whose text.
        duty: such as ``invoice``; `vocabulary.Duty` lists them.

    Raises:
        WrongArgument: if the school is no `Regulation` or the duty no duty.

    >>> from legitymacja_rules import variants
    >>> answer = who(variants.get("grojec"), "hand_over")
    >>> answer.unit, answer.findings[0].clause
    ('office', 'grojec:§3.3d')
    """
    an_instance(school, Regulation, "school")
    _known(duty, get_args(Duty), "duty")
    for unit, row in _division(school):
        if row.duty == duty:
            return Responsible(unit.name, (_assigned(unit.name, row),))
    return Responsible(None, (not_covered("office.duty", "I-silence", subject=duty, who=None),))


def help_with(school: Regulation, topic: HelpTopic) -> Help:
    """Who helps with a topic, by the school's text.

    Args:
        school: whose text.
        topic: such as ``activating``; `vocabulary.HelpTopic` lists them.

    Raises:
        WrongArgument: if the school is no `Regulation` or the topic no topic.

    >>> from legitymacja_rules import variants
    >>> answer = help_with(variants.get("grojec"), "issuing")
    >>> answer.helped_by, answer.ways
    ('school', ('email', 'office'))
    """
    an_instance(school, Regulation, "school")
    _known(topic, get_args(HelpTopic), "topic")
    for row in school.help_desks:
        if row.topic == topic:
            helps = met(_HELPS[row.helped_by], row.clause, subject=topic, also=row.also)
            ways = (met("help.way", row.clause, subject=way, also=row.also) for way in row.ways)
            return Help(row.helped_by, row.ways, (helps, *ways))
    return Help(None, (), (not_covered("help.topic", "I-silence", subject=topic, who=None),))


def security(school: Regulation, *, on: date, attested: Iterable[Attestation] = ()) -> Verdict:
    """Whether the security rules of cards and holograms are kept, which only the school can say.

    Args:
        school: whose text asks for it.
        on: the day.
        attested: the word of the office or the head on ``office.security``.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> open_ = security(variants.get("grojec"), on=date(2024, 10, 1))
    >>> open_.status.value, open_.reasons[0].who
    ('needs_review', 'office')
    >>> word = Attestation(condition="office.security", role="office", on=date(2024, 10, 1))
    >>> security(variants.get("grojec"), on=date(2024, 10, 1), attested=[word]).status.value
    'met'
    """
    an_instance(school, Regulation, "school")
    words = instances(attested, Attestation, "attested")
    asked = [row for _, row in _division(school) if row.duty == "keep_security"]
    applies = in_force(school.in_force, a_day(on, "on"))
    if not asked:
        # Nobody can attest that rules are kept which nobody has made.
        return Verdict((not_covered("office.security", "I-silence", who=None),))
    if applies.status is not Status.MET:
        return Verdict((applies,))
    kept = (needs_review("office.security", row.clause, also=row.also) for row in asked)
    return Verdict(settle_all((applies, *kept), words, on))


def _division(school: Regulation) -> Iterator[tuple[Unit, Assigned]]:
    """Each duty with the unit that has it, in the order of the text."""
    return ((unit, row) for unit in school.units for row in unit.duties)


def _assigned(unit: UnitName, row: Assigned) -> Finding:
    return met("office.duty", row.clause, unit, subject=row.duty, also=row.also)


def _known(word: object, words: tuple[str, ...], name: str) -> None:
    if word not in words:
        raise WrongArgument(name, f"one of {', '.join(words)}")
