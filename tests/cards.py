"""IDs that tests share: what each school wants for one, and how it comes to what a test begins with.

Nothing here is expected of the library: expectations stand in the tests. All people are invented.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from legitymacja_rules import Accepted, mlegitymacja, school_id, testing, variants
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.facts import Code, PhotoFacts, ProofOfPayment
from legitymacja_rules.mlegitymacja import ActivationCodes, Mlegitymacja
from legitymacja_rules.school_id import (
    Application,
    Card,
    Command,
    Confirm,
    Duplicate,
    Event,
    Exchange,
    HandedOver,
    HandOver,
    Issued,
    Outcome,
    SchoolId,
)
from legitymacja_rules.vocabulary import ConfirmationMeans, ExchangeGround, Item, LossGround
from samples import ANNA, DAY, STEPS, attest, facts
from samples import application as phone_application

UNTIL, NEXT = date(2025, 9, 30), date(2026, 9, 30)
"""The date printed on a card of the sample, which is issued on `DAY`, and a year later."""

_PAYMENTS = {
    "grojec": ("21 1240 5703 1111 0000 4898 2357", "opłata za duplikat legitymacji"),
    "leczna": ("36 1020 3206 0000 8402 0125 2865", "opłata za duplikat legitymacji"),
    "ostroleka": ("44 1020 3802 0000 1602 0207 9879", "za duplikat legitymacji"),
}

_EXCHANGE_ITEMS: dict[str, tuple[Item, ...]] = {
    "grojec": ("form", "proof_of_change", "old_id"),
    "leczna": ("form", "proof_of_change", "old_id"),
    "ostroleka": ("proof_of_change", "old_id"),
}
"""What comes with an application for an exchange, as each school's text lists it."""


def photo_for(school: str) -> PhotoFacts:
    """A photo in which that school finds no fault for any ID."""
    small = {"width": 354, "height": 496, "dpi": 100}
    return facts(**small) if school == "ostroleka" else facts()


def paid(school: str, on: date = DAY, amount: str = "9.00") -> ProofOfPayment | None:
    """A proof of payment as the school's text wants it; None where no text names an account."""
    if school not in _PAYMENTS:
        return None
    account, words = _PAYMENTS[school]
    title = f"{words}, Anna Kowalska, 4b"
    return ProofOfPayment(amount=amount, account=account, title=title, paid=on)


# --- what is asked --------------------------------------------------------------------------------


def application(school: str, on: date = DAY, **changes: Any) -> Application:
    """An application for a first ID that is complete at that school, with changes."""
    base: dict[str, Any] = {
        "received": on,
        "applicant": "parent",
        "pupil": ANNA,
        "admitted": date(2024, 9, 1),
        "photo": photo_for(school),
    }
    return Application(**{**base, **changes})


def card(number: str = "17/2024", **changes: Any) -> Card:
    """An ID as it is made, with changes."""
    return Card(**{"number": number, "valid_until": UNTIL, **changes})


def duplicate(
    school: str,
    on: date = DAY,
    reason: LossGround | None = "lost",
    *,
    made: Card | None = None,
    **changes: Any,
) -> Duplicate:
    """A complete application for a duplicate, and the duplicate, with changes to the application."""
    base: dict[str, Any] = {"handed_in": ("form",), "reason": reason, "payment": paid(school, on)}
    seen = application(school, on, **{**base, **changes})
    return Duplicate(on=on, application=seen, card=made or card("18/2024"))


def exchange(
    school: str,
    on: date = DAY,
    reason: ExchangeGround | None = "error",
    *,
    made: Card | None = None,
    **changes: Any,
) -> Exchange:
    """A complete application for an exchange, and the new ID, with changes to the application."""
    base: dict[str, Any] = {"handed_in": _EXCHANGE_ITEMS.get(school, ()), "reason": reason}
    seen = application(school, on, **{**base, **changes})
    return Exchange(on=on, application=seen, card=made or card("18/2024"))


def confirm(on: date, until: date = NEXT, means: ConfirmationMeans = "hologram") -> Confirm:
    """A yearly confirmation."""
    hologram = f"H-{until.year}" if means == "hologram" else None
    return Confirm(on=on, means=means, valid_until=until, hologram=hologram)


# --- and done -------------------------------------------------------------------------------------


def accepted(outcome: Outcome) -> Accepted[SchoolId, Event]:
    """The outcome, which has to be accepted."""
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome


def decided(document: SchoolId, command: Command, others: Iterable[SchoolId] = ()) -> Outcome:
    """What becomes of a command at the school that issued the ID."""
    return school_id.decide(document, command, variants.get(document.school), others=others)


def spoken(
    document: SchoolId, command: Command, others: Iterable[SchoolId] = (), *, holds: bool = True
) -> Outcome:
    """What becomes of it once the head has said yes (or no) to all that was open."""
    school = variants.get(document.school)
    outcome: Outcome = testing.decided(document, command, school, others=[*others], holds=holds)
    return outcome


def done(
    document: SchoolId, command: Command, others: Iterable[SchoolId] = ()
) -> Accepted[SchoolId, Event]:
    """The same, which has to be accepted."""
    return accepted(spoken(document, command, others))


def lived(document: SchoolId, *commands: Command) -> SchoolId:
    """The ID after all these, one after the other."""
    for command in commands:
        document = done(document, command).document
    return document


def issued(school: str, on: date = DAY, *, made: Card | None = None, **changes: Any) -> SchoolId:
    """A first ID, issued once the head has said yes to all that was open."""
    call = (application(school, on, **changes), variants.get(school))
    how: dict[str, Any] = {"on": on, "card": made or card()}
    words = attest(school_id.issue(*call, **how).findings, on=on)
    return accepted(school_id.issue(*call, **how, attested=words)).document


def in_hand(school: str, on: date = DAY, **changes: Any) -> SchoolId:
    """A first ID that was handed over on the day of its issue."""
    return lived(issued(school, on, **changes), HandOver(on=on, to="pupil"))


def duplicated(
    original: SchoolId, on: date, *, made: Card | None = None
) -> tuple[SchoolId, SchoolId]:
    """The original and its duplicate, not handed over yet."""
    outcome = done(original, duplicate(original.school, on, made=made))
    assert outcome.successor
    return outcome.document, outcome.successor.document


def taken_over(
    school: str, *acts: Event, entered: date = DAY, word: bool = True, **changes: Any
) -> Outcome:
    """What becomes of an ID on paper that older records tell of, with changes to its issue."""
    base: dict[str, Any] = {
        "on": date(2023, 9, 4),
        "school": school,
        "pupil": ANNA,
        "kind": "school",
        "number": "5/2023",
        "form": "paper",
        "valid_until": date(2024, 9, 30),
    }
    made = Issued(**{**base, **changes})
    words = (Attestation(condition="takeover.facts", role="office", on=entered),) if word else ()
    return school_id.take_over((made, *acts), variants.get(school), on=entered, attested=words)


def older(school: str, **changes: Any) -> SchoolId:
    """An ID on paper from before the cards, handed over on the day of its issue."""
    on = changes.get("on", date(2023, 9, 4))
    return accepted(taken_over(school, HandedOver(on=on, to="pupil"), **changes)).document


def phone(held: SchoolId, on: date, number: int = 1, *, active: bool = True) -> Mlegitymacja:
    """An mLegitymacja on an ID, activated on the same day."""
    school = variants.get(held.school)
    codes = ActivationCodes(generated=on, qr=Code(f"Q-{number}"), code=Code(f"C-{number}"))
    seen = phone_application(held.school, received=on, prior_id=held.held(on))
    words = attest(mlegitymacja.issue(seen, school, on=on, codes=codes).findings, on=on)
    outcome = mlegitymacja.issue(seen, school, on=on, codes=codes, attested=words)
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    if not active:
        return outcome.document
    used = mlegitymacja.Activated(
        on=on, device=f"phone-{number}", system="android", steps=STEPS[held.school]
    )
    return mlegitymacja.evolve(outcome.document, used)


def around(day: date) -> tuple[date, date, date]:
    """The day before, the day, the day after."""
    return day - timedelta(days=1), day, day + timedelta(days=1)
