"""What an audit says beside a finding: the readings of the place, and the time of the act it is about.

In JSON it is an `AuditExplanation`, which is any `Explanation` with these beside each finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import ClassVar, Final, Literal

from .._day import Day
from ..citations import ACTS, Citation, Spell, citation
from ..explanation import Explanation, Language, Told, explained, shown
from ..findings import STRICT, Finding, Status
from ..interpretations import POLISH, REGISTER
from ..timeline import Certainty
from ..vocabulary import DoubtKind
from .doubts import registered

__all__ = [
    "VERSION",
    "ActTold",
    "AuditExplanation",
    "Audited",
    "Head",
    "ReadingTold",
    "audited",
    "lines",
]

VERSION: Final = 1
"""The version of what an audit adds to the JSON form of every answer."""


@dataclass(frozen=True, slots=True)
class ActTold:
    """An act that a finding is about, and the time of what was cited of it; None where it has no end.

    Attributes:
        act: its name in clause ids.
        title: its name for readers.
        since, until: its first and its last day, as far as they are known.
        replaced_by: the act in its place, if any.
        certainty: how sure that is.
    """

    __pydantic_config__: ClassVar = STRICT

    act: str
    title: str
    since: Day | None
    until: Day | None
    replaced_by: str | None
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class ReadingTold:
    """A doubt that is registered of a place, in one language.

    Attributes:
        id: its clause id, ``I-…``.
        kind: what kind of doubt it is.
        question: the question.
        readings: the possible answers.
        taken: the place of the one taken, counted from 0.
    """

    __pydantic_config__: ClassVar = STRICT

    id: str
    kind: DoubtKind
    question: str
    readings: tuple[str, ...]
    taken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited(Told):
    """A finding of an audit with its texts, the acts it is about, and what is registered of the place."""

    __pydantic_config__: ClassVar = STRICT

    acts: tuple[ActTold, ...]
    readings: tuple[ReadingTold, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Which text was audited, for which day; `version` is that of what an audit adds."""

    __pydantic_config__: ClassVar = STRICT

    version: Literal[1]
    school: str
    on: Day


@dataclass(frozen=True, slots=True)
class AuditExplanation(Explanation):
    """What `explain_json` of an audit says."""

    __pydantic_config__: ClassVar = STRICT

    findings: tuple[Audited, ...]
    audit: Head


def lines(finding: Finding, language: Language) -> Iterator[str]:
    """The lines under a finding that does not hold."""
    if finding.status is Status.MET:
        return
    for act, spell in _acts(finding):
        period = f"{spell.since or ''}/{spell.until or ''}"
        time = "" if period == "/" else f": {shown(period, 'period', language)}"
        yield f"{act.title}{time}"
    for id_ in registered(finding):
        question, readings = _in(id_, language)
        yield f"{id_}: {question}"
        for place, reading in enumerate(readings):
            word = "taken" if place == REGISTER[id_].taken else "rival"
            yield f"- {shown(word, 'word', language)}: {reading}"


def audited(finding: Finding, language: Language) -> Audited:
    """A finding with all that is said beside it."""
    told = explained(finding, language)
    return Audited(
        **{field.name: getattr(told, field.name) for field in fields(Told)},
        acts=tuple([_act_told(act, spell) for act, spell in _acts(finding)]),
        readings=tuple([_reading_told(id_, language) for id_ in registered(finding)]),
    )


def _acts(finding: Finding) -> Iterator[tuple[Citation, Spell]]:
    """The acts that a finding on a citation is about, each with the time of what was cited of it."""
    cited = [citation(place) for place in finding.also] if finding.code == "audit.act" else []
    acts = {one.source: one for one in reversed(cited) if one.kind == "act"}
    return ((one, ACTS[one.source].spell_of(one.unit)) for one in acts.values())


def _act_told(act: Citation, spell: Spell) -> ActTold:
    return ActTold(
        act=act.source,
        title=act.title,
        since=spell.since,
        until=spell.until,
        replaced_by=spell.replaced_by,
        certainty=spell.certainty,
    )


def _reading_told(id_: str, language: Language) -> ReadingTold:
    question, readings = _in(id_, language)
    entry = REGISTER[id_]
    return ReadingTold(id_, entry.kind, question, readings, entry.taken)


def _in(id_: str, language: Language) -> tuple[str, tuple[str, ...]]:
    """The question of an entry and its readings, in that language."""
    entry = POLISH[id_] if language == "pl" else REGISTER[id_]
    return entry.question, entry.readings
