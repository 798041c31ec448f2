"""Whether what a text cites is there: acts in force, in the right unit, of the right minister; its own units.

An act that was replaced is fine until its last day; after that the finding names the act that stands in
its place. A citation that says what it is for (`about`) is held to the unit that says it on the day.
A unit of the text itself exists if the text's data or its own list of clauses name it or a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..citations import ACTS, Act, Spell, citation, standing_in, within
from ..findings import Finding, breached, met, not_covered
from ..regulation import BasisCited, Regulation
from .case import Case, sureness
from .topics import saying

__all__ = ["acts", "references"]


def acts(case: Case) -> Iterator[Finding]:
    """Each act that the text cites: in force, in the right unit, by the right minister."""
    for row in case.school.bases:
        if act := ACTS.get(row.act):
            for spell, units in _spells(act, row.units).items():
                yield _in_force(row, act, spell, units, case.on)
            yield from _units(row, case.on)
            yield from _minister(row, act)
        else:
            yield not_covered(
                "audit.act", row.clause, row.act, also=row.also, notes=("act_unknown",), who=None
            )


def _spells(act: Act, units: Sequence[str]) -> dict[Spell, list[str]]:
    """The cited units by the time in which they were in force; the whole act if none is cited."""
    spells: dict[Spell, list[str]] = {}
    for unit in units or ("",):
        spells.setdefault(act.spell_of(unit), []).append(unit)
    return spells


def _in_force(row: BasisCited, act: Act, spell: Spell, units: Sequence[str], on: date) -> Finding:
    shown = f"{act.journal} {', '.join(units)}".rstrip()
    also = (*row.also, *(f"act:{row.act}:{unit}".rstrip(":") for unit in units))
    notes = sureness(spell.certainty)
    if spell.covers(on):
        return met("audit.act", row.clause, shown, also=also, notes=notes)
    if spell.since and on < spell.since:
        return breached(
            "audit.act", row.clause, shown, also=also, earliest=spell.since, notes=notes
        )
    now = standing_in(spell.replaced_by, on)
    return breached(
        "audit.act", row.clause, shown, ACTS[now].journal if now else None, also=also, notes=notes
    )


def _units(row: BasisCited, on: date) -> Iterator[Finding]:
    """Whether the cited unit is the one that says what the text rests on it."""
    told = saying(row.about, on) if row.about else ()
    right = [place for place in told if place.source == row.act]
    if right and row.units:
        fits = any(
            within(unit, place.unit) or within(place.unit, unit)
            for unit in row.units
            for place in right
        )
        judge = met if fits else breached
        yield judge(
            "audit.unit",
            row.clause,
            ", ".join(row.units),
            ", ".join(place.unit for place in right),
            subject=row.about,
            also=(*row.also, *(place.id for place in right)),
        )


def _minister(row: BasisCited, act: Act) -> Iterator[Finding]:
    if row.minister and act.minister:
        judge = met if row.minister == act.minister else breached
        yield judge(
            "audit.minister",
            row.clause,
            row.minister,
            act.minister,
            also=(*row.also, f"act:{row.act}"),
        )


def references(case: Case) -> Iterator[Finding]:
    """Each reference of the text to another of its units."""
    known = _units_named(case.school)
    for row in case.school.references:
        target = f"{case.school.slug}:{row.target}"
        judge = met if any(_leads_to(target, unit) for unit in known) else breached
        yield judge("audit.reference", row.clause, row.words, also=row.also)


def _leads_to(target: str, unit: str) -> bool:
    """Whether a unit is the target or a part of it: ``§7.1`` has the part ``§7.1a``, but not ``§7.12``."""
    joint = unit[len(target) - 1 : len(target) + 1]
    return unit.startswith(target) and (unit == target or not (joint.isdigit() or joint.isalpha()))


def _units_named(school: Regulation) -> frozenset[str]:
    """Every clause id of its own that stands anywhere in a text's data."""
    return frozenset(text for text in _texts(school.model_dump()) if _is_own(text, school.slug))


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from _texts(tuple(data.values()))
    elif isinstance(data, tuple):
        for part in data:
            yield from _texts(part)


def _is_own(text: str, slug: str) -> bool:
    place = citation(text)
    return place.kind == "school" and place.source == slug and bool(place.unit)
