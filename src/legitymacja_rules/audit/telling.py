"""What an audit says beside a finding: the readings of the place, and the time of the act it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..citations import ACTS, Citation, Spell, citation
from ..explanation import Language, shown
from ..findings import Finding, Status
from ..interpretations import POLISH, REGISTER
from .doubts import registered

__all__ = ["lines", "values"]


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


def values(finding: Finding, language: Language) -> Mapping[str, object]:
    """The same as JSON values, for every finding."""
    return {
        "acts": [_act_values(act, spell) for act, spell in _acts(finding)],
        "readings": [_reading_values(id_, language) for id_ in registered(finding)],
    }


def _acts(finding: Finding) -> Iterator[tuple[Citation, Spell]]:
    """The acts that a finding on a citation is about, each with the time of what was cited of it."""
    cited = [citation(place) for place in finding.also] if finding.code == "audit.act" else []
    acts = {one.source: one for one in reversed(cited) if one.kind == "act"}
    return ((one, ACTS[one.source].spell_of(one.unit)) for one in acts.values())


def _act_values(act: Citation, spell: Spell) -> dict[str, Any]:
    return {
        "act": act.source,
        "title": act.title,
        "since": spell.since.isoformat() if spell.since else None,
        "until": spell.until.isoformat() if spell.until else None,
        "replaced_by": spell.replaced_by,
        "certainty": spell.certainty,
    }


def _reading_values(id_: str, language: Language) -> dict[str, Any]:
    question, readings = _in(id_, language)
    return {
        "id": id_,
        "kind": REGISTER[id_].kind,
        "question": question,
        "readings": list(readings),
        "taken": REGISTER[id_].taken,
    }


def _in(id_: str, language: Language) -> tuple[str, tuple[str, ...]]:
    """The question of an entry and its readings, in that language."""
    entry = POLISH[id_] if language == "pl" else REGISTER[id_]
    return entry.question, entry.readings
