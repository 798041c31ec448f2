"""The office: who does what, which phone is enough, and how holograms are accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ...vocabulary import Duty, HelpTopic, UnitName
from .asking import Case, Json, each, settled
from .dates import DAY, EVE, LAPSED, TODAY, UNTIL
from .people import BARE, SCHOOLS

__all__ = ["cases"]


def cases() -> Iterator[Case]:
    """All of them."""
    for school in SCHOOLS:
        yield from _office(school)
        yield from _devices(school, school)
        yield from _holograms(school)
    yield from _devices("law", BARE)


def _office(school: str) -> Iterator[Case]:
    base = Case(f"office/{school}", "office.security", {"school": school, "on": DAY})
    yield from settled(base.under("security"), DAY, no=True)
    asked = (
        ("office.duties", "unit", get_args(UnitName)),
        ("office.who", "duty", get_args(Duty)),
        ("office.help_with", "topic", get_args(HelpTopic)),
    )
    for call, argument, words in asked:
        for word in words:
            told = {"school": school, argument: word}
            yield Case(f"office/{school}/{argument}-{word}", call, told)


def _devices(name: str, school: Json) -> Iterator[Case]:
    versions = {
        "android": (None, "5.9.9", "6", "6.0", "6.0.1", "14"),
        "ios": (None, "12.3.1", "12.4", "12.10", "9.9", "17"),
    }
    for system, known in versions.items():
        for version in known:
            asked = {"school": school, "system": system, "system_version": version, "on": DAY}
            base = Case(f"device/{name}/{system}-{version or 'unknown'}", "devices.check", asked)
            yield from each(base, {"on-the-day": {}, "today": {"on": TODAY}})
    for version in ("1.9", "2.0", "2.0.1", "4"):
        told = {"school": school, "system": "android", "system_version": "14", "on": DAY}
        base = Case(f"device/{name}", "devices.check", told)
        yield from each(base, {f"app-{version}": {"app_version": version}})


def _holograms(school: str) -> Iterator[Case]:
    """A delivery, one used, the rest destroyed; and what does not balance."""
    came = {
        "movement": "received",
        "on": DAY,
        "numbers": ["H-1", "H-2", "H-3"],
        "valid_until": UNTIL,
    }
    used = {"movement": "affixed", "on": DAY, "number": "H-1", "id_number": "17/2024"}
    gone = {"movement": "destroyed", "on": LAPSED, "numbers": ["H-2", "H-3"]}
    one: Json = {"movements": [came]}
    base = Case(f"holograms/{school}", "holograms.record", {"school": school})
    asked: dict[str, tuple[Json, Json]] = {
        "received": ({"movements": []}, came),
        "received-twice": (one, came),
        "affixed": (one, used),
        "affixed-twice": ({"movements": [came, used]}, used),
        "affixed-unknown": (one, {**used, "number": "H-9"}),
        "affixed-too-late": (one, {**used, "on": LAPSED}),
        "affixed-before-it-came": (one, {**used, "on": EVE}),
        "destroyed-too-early": (one, {**gone, "on": UNTIL}),
        "destroyed": (one, gone),
        "destroyed-used": ({"movements": [came, used]}, {**gone, "numbers": ["H-1"]}),
        "destroyed-unknown": (one, {**gone, "numbers": ["H-9"]}),
    }
    for name, (ledger, movement) in asked.items():
        told = {**base.arguments, "ledger": ledger, "movement": movement}
        yield from settled(Case(f"{base.id}/{name}", base.call, told), movement["on"], no=True)
