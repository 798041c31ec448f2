"""The model in force since 17.09.2025, at a school that is nothing but its name."""

from __future__ import annotations

from datetime import date
from typing import Any

from legitymacja_rules import Accepted, mlegitymacja
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.facts import Code, PhotoFacts, PhysicalId
from legitymacja_rules.mlegitymacja import (
    Activate,
    ActivationCodes,
    ExOfficio,
    GenerateCodes,
    Mlegitymacja,
    Outcome,
)
from legitymacja_rules.regulation import Regulation
from legitymacja_rules.vocabulary import DeviceOwner
from samples import ANNA

BARE = Regulation(slug="sp1", school="Szkoła Podstawowa nr 1")
"""A school of which nothing is known but its name."""

SIO = date(2025, 9, 17)
"""The first day of the education information system."""

TODAY = date(2025, 10, 26)
"""A day in its time, on which clocks change."""

CARD = PhysicalId(number="7", form="id1", issued=date(2024, 9, 2), valid_until=date(2026, 9, 30))
PICTURE = PhotoFacts(format="JPEG", size=2_500_000, width=246, height=304)


def seen(on: date) -> tuple[Attestation, ...]:
    """The office's word on the background, which only a human sees."""
    return (Attestation(condition="photo.background", role="office", on=on),)


def case(**changes: Any) -> ExOfficio:
    """A pupil for whom nobody applied, with changes."""
    base: dict[str, Any] = {"pupil": ANNA, "prior_id": CARD, "photo": PICTURE}
    return ExOfficio(**{**base, **changes})


def issue(*, on: date = TODAY, school: Regulation = BARE, **changes: Any) -> Outcome:
    """Issued without codes, the background looked at."""
    return mlegitymacja.issue(case(**changes), school, on=on, attested=seen(on))


def issued(*, on: date = TODAY, **changes: Any) -> Mlegitymacja:
    """The same; it has to be accepted."""
    outcome = issue(on=on, **changes)
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome.document


def codes(number: int = 1, *, on: date = TODAY, **changes: Any) -> ActivationCodes:
    """A pair of codes of its own for each number."""
    base: dict[str, Any] = {
        "generated": on,
        "qr": Code(f"Q{number}"),
        "code": Code(f"C{number}"),
        "way": "print",
    }
    return ActivationCodes(**{**base, **changes})


def generate(document: Mlegitymacja, given: ActivationCodes, *, on: date | None = None) -> Outcome:
    """New codes on the day that they bear."""
    command = GenerateCodes(on=on or given.generated, codes=given)
    return mlegitymacja.decide(document, command, BARE)


def with_codes(document: Mlegitymacja, given: ActivationCodes) -> Mlegitymacja:
    """The same; they have to be accepted."""
    outcome = generate(document, given)
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome.document


def activate(
    document: Mlegitymacja,
    number: int = 1,
    *,
    on: date = TODAY,
    device: str = "phone",
    owner: DeviceOwner = "pupil",
    **changes: Any,
) -> Outcome:
    """An activation with the codes of that number."""
    base: dict[str, Any] = {
        "on": on,
        "device": device,
        "owner": owner,
        "system": "android",
        "qr": Code(f"Q{number}"),
        "code": Code(f"C{number}"),
    }
    return mlegitymacja.decide(document, Activate(**{**base, **changes}), BARE)


def on_devices(*owners: DeviceOwner) -> Outcome:
    """Activated on a device for each owner, each with a code of its own; the last outcome."""
    document = issued()
    for number, owner in enumerate(owners):
        document = with_codes(document, codes(number))
        outcome = activate(document, number, device=f"phone-{number}", owner=owner)
        document = outcome.document if isinstance(outcome, Accepted) else document
    return outcome
