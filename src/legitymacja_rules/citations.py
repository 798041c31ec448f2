"""What a clause id points at.

Findings and data carry clauses as short texts, so that they can be searched for and stored. Their
grammar is small: ``leczna:VI.5`` is a unit of a school's text, ``act:oplata-skarbowa:zał.II.7`` a
unit of a statute or regulation, ``notice:…`` a rule that schools and press report but whose text we
have not read, ``I-mb`` a registered reading, ``invariant:day-order`` plain logic.
`citation` takes such a text apart and names the act, with its place in the Dziennik Ustaw.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = ["ACTS", "NOTICES", "Act", "Citation", "SourceKind", "citation"]

SourceKind = Literal["school", "act", "notice", "reading", "invariant"]


@dataclass(frozen=True, slots=True)
class Act:
    """A statute or regulation: its short Polish name and its place of publication."""

    name: str
    journal: str


ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "dni-wolne": Act(
            "ustawa z 18.01.1951 o dniach wolnych od pracy", "Dz.U. 1951 nr 4 poz. 28"
        ),
        "dni-wolne-2010": Act(
            "ustawa z 24.09.2010 o zmianie ustawy – Kodeks pracy oraz niektórych innych ustaw",
            "Dz.U. 2010 nr 224 poz. 1459",
        ),
        "dni-wolne-2024": Act(
            "ustawa z 6.12.2024 o zmianie ustawy o dniach wolnych od pracy oraz niektórych innych ustaw",
            "Dz.U. 2024 poz. 1965",
        ),
        "druki-2019": Act(
            "rozporządzenie MEN z 27.08.2019 w sprawie świadectw, dyplomów i innych druków",
            "Dz.U. 2019 poz. 1700",
        ),
        "druki-2023": Act(
            "rozporządzenie MEiN z 7.06.2023 w sprawie świadectw, dyplomów i innych druków",
            "Dz.U. 2023 poz. 1120",
        ),
        "ewidencja-ludnosci": Act(
            "ustawa z 24.09.2010 o ewidencji ludności", "Dz.U. 2010 nr 217 poz. 1427"
        ),
        "system-oswiaty": Act("ustawa z 7.09.1991 o systemie oświaty", "Dz.U. 1991 nr 95 poz. 425"),
        "kodeks-cywilny": Act("ustawa z 23.04.1964 – Kodeks cywilny", "Dz.U. 1964 nr 16 poz. 93"),
        "oplata-skarbowa": Act(
            "ustawa z 16.11.2006 o opłacie skarbowej", "Dz.U. 2006 nr 225 poz. 1635"
        ),
        "stulecie-niepodleglosci": Act(
            (
                "ustawa z 7.11.2018 o ustanowieniu Święta Narodowego z okazji Setnej Rocznicy "
                "Odzyskania Niepodległości Rzeczypospolitej Polskiej"
            ),
            "Dz.U. 2018 poz. 2117",
        ),
    }
)
"""The acts of the national layer, by the short name used in clause ids."""


NOTICES: Mapping[str, str] = MappingProxyType(
    {
        "application-model": "mLegitymacja nadal na wniosek, do 7.03.2024",
        "new-card-new-mlegitymacja": "z każdą nową legitymacją nowa mLegitymacja",
        "pesel-needed": "mLegitymacja tylko dla ucznia z numerem PESEL",
        "sio-card-and-mlegitymacja": "w SIO mLegitymacja towarzyszy ważnej legitymacji",
        "sio-devices": "mLegitymacja na urządzeniu ucznia i czterech rodziców, każde z własnym kodem",
        "sio-duplicate-date": "duplikat z datą po końcu ważności poprzedniej legitymacji",
        "sio-next-number": "duplikat z kolejnym numerem ewidencji",
        "sio-photo": "zdjęcie w SIO: JPG, co najmniej 246 × 304 px, najwyżej 2,5 MB, jasne tło",
        "sio-platform-codes": "kod wygenerowany w ZPE ważny 10 minut",
        "sio-print-codes": "kod wydrukowany przez szkołę ważny 7 dni",
        "sio-revocation-reasons": "zamknięta lista przyczyn unieważnienia legitymacji w SIO",
    }
)
"""What schools and press tell of a rule whose text we have not read: its short Polish name."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A clause id, taken apart.

    Attributes:
        id: the id itself.
        kind: school, act, notice, reading or invariant.
        source: the school's slug or the act's short name; empty for the other kinds.
        unit: the unit in the source's own numbering, or the name of what is no text.
    """

    id: str
    kind: SourceKind
    source: str
    unit: str

    @property
    def title(self) -> str:
        """The act's name with its place of publication, what a notice tells; else the source as it is."""
        if self.kind == "notice":
            return NOTICES[self.unit]
        if self.kind != "act":
            return self.source
        act = ACTS[self.source]
        return f"{act.name} ({act.journal})"


def citation(clause: str) -> Citation:
    """What a clause id points at.

    >>> citation("leczna:VI.5")
    Citation(id='leczna:VI.5', kind='school', source='leczna', unit='VI.5')
    >>> citation("act:druki-2023:§67").title
    'rozporządzenie MEiN z 7.06.2023 w sprawie świadectw, dyplomów i innych druków (Dz.U. 2023 poz. 1120)'
    """
    if clause.startswith("I-"):
        return Citation(clause, "reading", "", clause)
    head, _, rest = clause.partition(":")
    if head == "invariant":
        return Citation(clause, "invariant", "", rest)
    if head == "notice":
        return Citation(clause, "notice", "", rest)
    if head == "act":
        source, _, unit = rest.partition(":")
        return Citation(clause, "act", source, unit)
    return Citation(clause, "school", head, rest)
