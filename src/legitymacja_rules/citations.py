"""What a clause id points at.

Findings and data carry clauses as short texts, so that they can be searched for and stored. Their
grammar is small: ``leczna:VI.5`` is a unit of a school's text, ``act:oplata-skarbowa:zał.II.7`` a
unit of a statute or regulation, ``notice:…`` a rule that schools and press report but whose text we
have not read, ``I-mb`` a registered reading, ``invariant:day-order`` plain logic.
`citation` takes such a text apart and names the act, with its place in the Dziennik Ustaw.

An act has its time. `ACTS` says of each from when until when it was in force, what took its place, and
how sure that is: *confirmed*, if we saw it in a published source, or *probable*. A unit may end before
its act does, and a unit begins with another where its id does, part by part: ``§26.9`` lies within ``§26``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from .timeline import Certainty
from .vocabulary import Minister

__all__ = [
    "ACTS",
    "NOTICES",
    "Act",
    "Citation",
    "SourceKind",
    "Spell",
    "UnitSpell",
    "citation",
    "standing_in",
    "within",
]

SourceKind = Literal["school", "act", "notice", "reading", "invariant"]


@dataclass(frozen=True, slots=True)
class Spell:
    """From when until when something was in force.

    Attributes:
        since: its first day; None where that lies before 1 September 2019, the first day of the
            national tables, and was not looked up.
        until: its last day, at the latest; None while it is in force.
        replaced_by: the short name of the act that took its place.
        certainty: how sure these days are.
    """

    since: date | None = None
    until: date | None = None
    replaced_by: str | None = None
    certainty: Certainty = "confirmed"

    def covers(self, day: date) -> bool:
        """Whether it was in force on that day."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class UnitSpell:
    """A unit of an act that has a time of its own."""

    unit: str
    spell: Spell


@dataclass(frozen=True, slots=True)
class Act:
    """A statute or regulation.

    Attributes:
        name: its short Polish name.
        journal: its place of publication.
        spell: from when until when it was in force.
        minister: who issued it, if it is a regulation.
        units: those of its units that have a time of their own.
    """

    name: str
    journal: str
    spell: Spell = Spell()
    minister: Minister | None = None
    units: tuple[UnitSpell, ...] = ()

    def spell_of(self, unit: str) -> Spell:
        """From when until when a unit of it was in force."""
        own = [row.spell for row in self.units if within(unit, row.unit)]
        return own[0] if own else self.spell


_REPLACED_BY_MOBYWATEL = Spell(
    until=date(2023, 7, 13), replaced_by="mobywatel", certainty="probable"
)

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
            Spell(since=date(2025, 2, 1)),
        ),
        "druki-2010": Act(
            "rozporządzenie MEN z 28.05.2010 w sprawie świadectw, dyplomów i innych druków szkolnych",
            "Dz.U. 2010 nr 97 poz. 624, tekst jednolity Dz.U. 2014 poz. 893",
            Spell(until=date(2018, 8, 31), replaced_by="druki-2018", certainty="probable"),
            minister="national_education",
        ),
        "druki-2018": Act(
            "rozporządzenie MEN z 26.04.2018 w sprawie świadectw, dyplomów i innych druków szkolnych",
            "Dz.U. 2018 poz. 939",
            Spell(
                since=date(2018, 9, 1),
                until=date(2019, 9, 5),
                replaced_by="druki-2019",
                certainty="probable",
            ),
            minister="national_education",
        ),
        "druki-2019": Act(
            "rozporządzenie MEN z 27.08.2019 w sprawie świadectw, dyplomów i innych druków",
            "Dz.U. 2019 poz. 1700",
            Spell(since=date(2019, 9, 6), until=date(2023, 6, 16), replaced_by="druki-2023"),
            minister="national_education",
        ),
        "druki-2023": Act(
            "rozporządzenie MEiN z 7.06.2023 w sprawie świadectw, dyplomów i innych druków",
            "Dz.U. 2023 poz. 1120",
            Spell(since=date(2023, 6, 17)),
            minister="education_and_science",
        ),
        "ewidencja-ludnosci": Act(
            "ustawa z 24.09.2010 o ewidencji ludności", "Dz.U. 2010 nr 217 poz. 1427"
        ),
        "informatyzacja": Act(
            (
                "ustawa z 17.02.2005 o informatyzacji działalności podmiotów realizujących zadania "
                "publiczne"
            ),
            "Dz.U. 2005 nr 64 poz. 565",
            Spell(since=date(2005, 7, 21)),
            units=(
                UnitSpell("art.19e", _REPLACED_BY_MOBYWATEL),
                UnitSpell("art.19g", _REPLACED_BY_MOBYWATEL),
            ),
        ),
        "mobywatel": Act(
            "ustawa z 26.05.2023 o aplikacji mObywatel",
            "Dz.U. 2023 poz. 1234",
            Spell(since=date(2023, 7, 14)),
        ),
        "prawo-oswiatowe": Act("ustawa z 14.12.2016 – Prawo oświatowe", "Dz.U. 2017 poz. 59"),
        "rodo": Act(
            "rozporządzenie (UE) 2016/679 o ochronie danych osobowych",
            "Dz.Urz. UE 2016 L 119 s. 1",
            Spell(since=date(2018, 5, 25)),
        ),
        "system-oswiaty": Act("ustawa z 7.09.1991 o systemie oświaty", "Dz.U. 1991 nr 95 poz. 425"),
        "kodeks-cywilny": Act("ustawa z 23.04.1964 – Kodeks cywilny", "Dz.U. 1964 nr 16 poz. 93"),
        "oplata-skarbowa": Act(
            "ustawa z 16.11.2006 o opłacie skarbowej",
            "Dz.U. 2006 nr 225 poz. 1635",
            Spell(since=date(2007, 1, 1)),
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
"""The acts of the national layer and those that schools cite, by the short name used in clause ids."""


NOTICES: Mapping[str, str] = MappingProxyType(
    {
        "application-model": "mLegitymacja nadal na wniosek, do 7.03.2024",
        "id1-beside-paper": "karta ID-1 obok legitymacji papierowej (Dz.U. 2018 poz. 939)",
        "new-card-new-mlegitymacja": "z każdą nową legitymacją nowa mLegitymacja",
        "pesel-needed": "mLegitymacja tylko dla ucznia z numerem PESEL",
        "sio-card-and-mlegitymacja": "w SIO mLegitymacja towarzyszy ważnej legitymacji",
        "sio-code-forms": "kod QR albo kod z 32 znaków",
        "sio-devices": "mLegitymacja na urządzeniu ucznia i czterech rodziców, każde z własnym kodem",
        "sio-duplicate-date": "duplikat z datą po końcu ważności poprzedniej legitymacji",
        "sio-model": "od 17.09.2025 mLegitymacje wydaje się w SIO",
        "sio-next-number": "duplikat z kolejnym numerem ewidencji",
        "sio-photo": "zdjęcie w SIO: JPG, co najmniej 246 × 304 px, najwyżej 2,5 MB, jasne tło",
        "sio-platform-codes": "kod wygenerowany w ZPE ważny 10 minut",
        "sio-print-codes": "kod wydrukowany przez szkołę ważny 7 dni",
        "sio-qr-ends": "od 20.11.2025 SIO nie tworzy kodów QR dla jednej grupy uczniów",
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


def within(unit: str, whole: str) -> bool:
    """Whether a unit of an act is another unit or a part of it.

    >>> within("§26.9", "§26"), within("§26", "§26"), within("§267", "§26"), within("§26", "§26.9")
    (True, True, False, False)
    """
    return f"{unit}.".startswith(f"{whole}.")


def standing_in(replaced_by: str | None, on: date) -> str | None:
    """The short name of the act that stands on a day in the place of one that was replaced.

    One act may have followed another until the one of the day.

    >>> standing_in("druki-2018", date(2023, 6, 16)), standing_in("druki-2018", date(2023, 6, 17))
    ('druki-2019', 'druki-2023')
    """
    while replaced_by is not None and not (spell := ACTS[replaced_by].spell).covers(on):
        replaced_by = spell.replaced_by
    return replaced_by
