"""What every question of an audit is asked of: one text, one day, and the doubts registered of it.

A registered reading concerns a text if the register lists a clause of it, or if the text's own data
cite the reading; so a regulation that a vendor brings is asked like the shipped ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..citations import citation
from ..interpretations import REGISTER
from ..regulation import Regulation, cited_in
from ..timeline import Certainty

__all__ = ["Case", "case", "sureness"]


@dataclass(frozen=True, slots=True)
class Case:
    """One text on one day.

    Attributes:
        school: the text.
        on: the day.
        doubts: the id of each registered reading that concerns it → its clauses there.
    """

    school: Regulation
    on: date
    doubts: Mapping[str, tuple[str, ...]]

    def registered(self, *ids: str) -> tuple[str, ...]:
        """Those of the readings that concern this text."""
        return tuple(id_ for id_ in ids if id_ in self.doubts)


def case(school: Regulation, on: date) -> Case:
    """A text on a day, with what is registered of it."""
    cited: dict[str, dict[str, None]] = {}
    for record in cited_in(school):
        named = [citation(place) for place in (record.clause, *record.also)]
        own = {place.id: None for place in named if place.kind == "school"}
        for place in named:
            if place.kind == "reading":
                cited.setdefault(place.id, {}).update(own)
    doubts = {}
    for id_, entry in REGISTER.items():
        listed = tuple(c for c in entry.clauses if citation(c).source == school.slug)
        if listed or id_ in cited:
            doubts[id_] = listed or tuple(cited[id_])
    return Case(school, on, doubts)


def sureness(certainty: Certainty) -> tuple[str, ...]:
    """What a reader must know of a source that is not confirmed."""
    return ("law_probable",) if certainty == "probable" else ()
