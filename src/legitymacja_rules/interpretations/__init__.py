"""Where a text can be read in two ways: the register of readings.

A regulation is written by people for people. Now and then it is silent, says a thing twice and
differently, or disagrees with the law above it. A program that executes it must still take some
reading. What would be wrong is to take it in silence, in the branch of some rule. So each such
place is an entry here: the question, the clauses concerned, the readings that are possible, the
one this library takes, and why.

Some readings lead to a third outcome beside yes and no: what needs a human eye, or what nothing
known answers, stays undecided and is never guessed or borrowed from another school. The register
is data, not behaviour: the rules carry the readings out, and findings and documents can point
here. A host may read it all and, where a parameter carries the choice, choose otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..errors import UnknownInterpretation
from . import documents, law, persons, photo, time
from ._entry import Interpretation
from .polish import POLISH, InPolish

__all__ = ["POLISH", "REGISTER", "InPolish", "Interpretation", "interpretation"]

REGISTER: Mapping[str, Interpretation] = MappingProxyType(
    {entry.id: entry for room in (photo, time, persons, documents, law) for entry in room.ENTRIES}
)
"""All entries by id: photo, time, persons, documents, law, in this order. Read-only."""


def interpretation(id_: str) -> Interpretation:
    """Return the entry of the register with this id.

    Raises:
        UnknownInterpretation: The register has no entry of this id.

    Example:
        >>> entry = interpretation("I-7-14")
        >>> entry.clauses
        ('grojec:§5.6',)
        >>> entry.reading
        'expected on the 7th working day, on the 14th at the latest'
    """
    entry = REGISTER.get(id_)
    if entry is None:
        raise UnknownInterpretation
    return entry
