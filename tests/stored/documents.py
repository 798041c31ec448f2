"""IDs and certificates, what is handed over, taken over and corrected: what 0.2.0 could tell, too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import cards
from legitymacja_rules import certificate, mlegitymacja, school_id, variants
from legitymacja_rules.acts import (
    Correct,
    GiveBack,
    HandedOver,
    HandOver,
    IdentityCard,
    Replace,
    ReportFound,
)
from legitymacja_rules.holograms import Affixed, Destroyed, Ledger, Received, record
from legitymacja_rules.loading import dump
from legitymacja_rules.outcomes import Accepted
from legitymacja_rules.school_id import CodeServices, Destroy, End, ReportLoss
from samples import (
    ANNA,
    DAY,
    FINISHED,
    ORIGINAL,
    SCHOOLS,
    activate,
    attest,
    certificate_duplicate,
)
from stored import phones
from stored.lives import Life, begun

SOON, LATER = date(2024, 10, 8), date(2024, 10, 15)
AT_LAST, END = date(2024, 11, 4), date(2025, 6, 27)
HELD = HandOver(on=DAY, to="pupil", signed=True)


def lives() -> Iterator[tuple[str, Life]]:
    """Each document in every way that its life can take."""
    yield from _phones()
    for school in SCHOOLS:
        yield from _ids(school)
    yield from _rare_ids()
    for school in ("leczna", "ostroleka"):
        yield from _certificates(school)


def answers() -> Iterator[dict[str, Any]]:
    """A ledger of holograms: one was affixed, one destroyed, one is on hand."""
    text = variants.get("grojec")
    delivered = date(2025, 9, 1)
    movements = (
        Received(on=delivered, numbers=("H-1", "H-2", "H-3"), valid_until=date(2026, 9, 30)),
        Affixed(on=date(2025, 9, 15), number="H-1", id_number="17/2024"),
        Destroyed(on=date(2026, 10, 1), numbers=("H-2",)),
    )
    ledger = Ledger()
    for movement in movements:
        words = attest(record(ledger, movement, text).findings, on=movement.on)
        outcome = record(ledger, movement, text, attested=words)
        assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
        ledger = outcome.document
    yield {"kind": "ledger", "said": json.loads(dump(ledger))}


def _phones() -> Iterator[tuple[str, Life]]:
    held = phones.issued("grojec").then(HandOver(on=DAY, to="parent"))
    used = held.then(activate("grojec"))
    yield "corrected at grojec", used.then(Correct(on=SOON, act="activated", done=DAY))
    yield "annulled at sp6", phones.issued("sp6").then(Correct(on=SOON, act="issued", done=DAY))
    acts = (
        mlegitymacja.Issued(
            on=date(2022, 9, 20),
            school="balin",
            pupil=ORIGINAL.pupil,
            id_number="3/2022",
            id_valid_until=date(2023, 9, 30),
            codes=None,
            codes_until=date(2022, 10, 20),
            valid_until=date(2023, 9, 30),
        ),
        mlegitymacja.Activated(on=date(2022, 10, 1), device="phone-1", system="ios"),
    )
    balin = variants.get("balin")
    yield "taken over at balin", begun(mlegitymacja, "take_over", acts, balin, on=date(2023, 2, 1))


# --- IDs ------------------------------------------------------------------------------------------


def _issued(school: str) -> Life:
    asked, text = cards.application(school), variants.get(school)
    return begun(school_id, "issue", asked, text, on=DAY, card=cards.card())


def _ids(school: str) -> Iterator[tuple[str, Life]]:
    held = _issued(school).then(HELD)
    lost = held.then(ReportLoss(on=SOON, how="lost"))
    made = lost.then(cards.duplicate(school, SOON))
    copy = made.copy().then(HandOver(on=LATER, to="pupil", signed=True))
    yield f"a duplicate at {school}", copy
    replaced = made.then(Replace(on=LATER), others=[copy.document])
    found = replaced.then(ReportFound(on=AT_LAST), GiveBack(on=END))
    yield f"replaced, found and given back at {school}", found
    changed = held.then(cards.exchange(school, SOON))
    yield f"exchanged at {school}", changed
    yield f"made in exchange at {school}", changed.copy()


def _rare_ids() -> Iterator[tuple[str, Life]]:
    held = _issued("grojec").then(HELD)
    yield "confirmed at grojec", held.then(cards.confirm(date(2025, 9, 15)))
    coded = held.then(CodeServices(on=SOON, services=("school_activity",), consent="parent"))
    yield "services coded at grojec", coded
    yield (
        "reported and found at leczna",
        _issued("leczna").then(HELD, ReportLoss(on=SOON, how="stolen"), ReportFound(on=LATER)),
    )
    yield (
        "ended and destroyed at leczna",
        _issued("leczna").then(
            HELD, End(on=LATER, ground="school_completed"), GiveBack(on=END), Destroy(on=END)
        ),
    )
    wrong = ReportLoss(on=SOON, how="lost")
    yield (
        "corrected at sp6",
        _issued("sp6").then(HELD, wrong, Correct(on=LATER, act="reported", done=SOON)),
    )
    never = Correct(on=SOON, act="issued", done=DAY)
    yield "annulled at balin", _issued("balin").then(never)
    old = date(2023, 9, 4)
    acts = (
        school_id.Issued(
            on=old,
            school="ostroleka",
            pupil=ANNA,
            kind="school",
            number="5/2023",
            form="paper",
            valid_until=date(2024, 9, 30),
            free_fields=2,
        ),
        HandedOver(on=old, to="pupil"),
    )
    text = variants.get("ostroleka")
    paper = begun(school_id, "take_over", acts, text, on=date(2024, 9, 20))
    stamped = paper.then(cards.confirm(date(2024, 9, 25), cards.UNTIL, "date_and_seal"))
    yield "taken over and stamped at ostroleka", stamped


# --- certificates ---------------------------------------------------------------------------------


def _certificates(school: str) -> Iterator[tuple[str, Life]]:
    text = variants.get(school)
    held = begun(certificate, "issue", ORIGINAL, text, on=FINISHED).then(
        HandOver(on=FINISHED, to="graduate", signed=True)
    )
    made = held.then(certificate_duplicate(school))
    received = made.copy().then(
        HandOver(
            on=SOON,
            to="graduate",
            at="12:00",
            noticed=True,
            signed=True,
            identity_card=IdentityCard("ABC 123456"),
        )
    )
    yield f"a duplicate at {school}", received
    replaced = made.then(Replace(on=SOON), others=[received.document])
    yield f"replaced at {school}", replaced
    yield (
        f"replaced, found and given back at {school}",
        replaced.then(ReportFound(on=AT_LAST), GiveBack(on=END)),
    )
    yield f"found at {school}", made.then(ReportFound(on=LATER))
    acts = (
        certificate.Issued(on=FINISHED, school=school, **dict(ORIGINAL)),
        HandedOver(on=FINISHED, to="graduate"),
    )
    taken = begun(certificate, "take_over", acts, text, on=SOON)
    yield f"taken over at {school}", taken
    if school == "leczna":
        wrong = Correct(on=LATER, act="returned", done=SOON)
        yield "corrected at leczna", held.then(GiveBack(on=SOON), wrong)
        never = Correct(on=LATER, act="taken_over", done=SOON)
        yield "annulled at leczna", taken.then(never)
    else:
        yield (
            "without records at ostroleka",
            held.then(certificate_duplicate(school, records="none", form=None)),
        )
