"""The mLegitymacja of the education information system, at a school that is nothing but its name."""

from __future__ import annotations

from collections.abc import Iterator

from legitymacja_rules import mlegitymacja
from legitymacja_rules.facts import Code
from legitymacja_rules.mlegitymacja import Activate, ActivationCodes, GenerateCodes, Revoke
from legitymacja_rules.regulation import Regulation
from legitymacja_rules.vocabulary import DeviceOwner
from stored.lives import Life, begun
from today import TODAY, case

BARE = Regulation(slug="sp1", school="Szkoła Podstawowa nr 1")


def lives() -> Iterator[tuple[str, Life]]:
    """One whose codes come later, on the pupil's phone and a parent's, and then revoked."""
    made = begun(mlegitymacja, "issue", case(), BARE, on=TODAY)
    yield "issued without codes", made
    used = made.then(*_codes(1), _activate(1, "pupil"))
    both = used.then(*_codes(2), _activate(2, "parent"))
    yield "on two devices", both
    yield "revoked with its ID", both.then(Revoke(on=TODAY, ground="id_validity_lost"))


def _codes(number: int) -> tuple[GenerateCodes, ...]:
    """Codes of the platform, which work for minutes."""
    codes = ActivationCodes(
        generated=TODAY,
        qr=Code(f"Q{number}"),
        code=Code(f"C{number}"),
        way="platform",
        at=f"{TODAY}T10:0{number}:00+01:00",
    )
    return (GenerateCodes(on=TODAY, codes=codes),)


def _activate(number: int, owner: DeviceOwner) -> Activate:
    return Activate(
        on=TODAY,
        device=f"phone-{number}",
        owner=owner,
        system="android",
        qr=Code(f"Q{number}"),
        code=Code(f"C{number}"),
        at=f"{TODAY}T10:0{number}:30+01:00",
    )
