"""Whole stories: a pupil comes to a school, loses things, gets others, and leaves.

Each step is decided by the school's own text; what a story expects is told in days and states, and
with the clauses that say so.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from legitymacja_rules import (
    Accepted,
    Refused,
    Undecided,
    certificate,
    coupling,
    mlegitymacja,
    planning,
    registers,
    school_id,
    variants,
)
from legitymacja_rules.acts import HandedOver, IdentityCard
from legitymacja_rules.facts import Code, PhysicalId, ProofOfPayment
from legitymacja_rules.holograms import Ledger, Received, affixings, record
from legitymacja_rules.mlegitymacja import ActivationCodes, Mlegitymacja
from legitymacja_rules.school_id import (
    Card,
    Confirm,
    Duplicate,
    End,
    HandOver,
    ReportFound,
    ReportLoss,
    SchoolId,
)
from legitymacja_rules.testing import decided
from samples import ANNA, EWA, GOOD_PHOTO, STEPS, application, attest, certificate_duplicate

clause = pytest.mark.clause


def issued_card(school: str, on: date, number: str = "17/2024", **changes: Any) -> SchoolId:
    base: dict[str, Any] = {
        "received": on,
        "applicant": "parent",
        "pupil": ANNA,
        "admitted": date(2024, 9, 1),
        "photo": GOOD_PHOTO,
    }
    card = Card(number=number, valid_until=date(2025, 9, 30))
    asked = school_id.Application(**{**base, **changes})
    call = (asked, variants.get(school))
    words = attest(school_id.issue(*call, on=on, card=card).findings, on=on)
    outcome = school_id.issue(*call, on=on, card=card, attested=words)
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome.document


def done(document: Any, command: Any, others: Iterable[Any] = ()) -> Any:
    """The outcome of a command once the head has said yes to all that was open."""
    beside = [one for one in others if type(one) is type(document)]
    outcome = decided(document, command, variants.get(document.school), others=beside)
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome


def mlegitymacja_on(
    card: SchoolId, on: date, number: int, previous: Iterable[Mlegitymacja] = ()
) -> Mlegitymacja:
    """A new mLegitymacja on a card, activated on the same day."""
    school, codes = variants.get(card.school), codes_of(number, on)
    asked = application(card.school, received=on, prior_id=card.held(on))
    call: dict[str, Any] = {"on": on, "codes": codes, "previous": [*previous]}
    words = attest(mlegitymacja.issue(asked, school, **call).findings, on=on)
    outcome = mlegitymacja.issue(asked, school, **call, attested=words)
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    activate = mlegitymacja.Activate(
        on=on,
        device=f"phone-{number}",
        system="android",
        qr=codes.qr,
        code=codes.code,
        steps=STEPS[card.school],
    )
    document: Mlegitymacja = done(outcome.document, activate).document
    return document


def codes_of(number: int, on: date) -> ActivationCodes:
    return ActivationCodes(generated=on, qr=Code(f"Q-{number}"), code=Code(f"C-{number}"))


PAID = {
    "grojec": ProofOfPayment(
        amount="9.00",
        account="21 1240 5703 1111 0000 4898 2357",
        title="Opłata za duplikat legitymacji, Anna Kowalska, 4b",
        paid=date(2025, 1, 10),
    ),
    "leczna": ProofOfPayment(
        amount="9.00",
        account="36 1020 3206 0000 8402 0125 2865",
        title="opłata za duplikat legitymacji, Anna Kowalska, 4b",
        paid=date(2025, 1, 10),
    ),
    "ostroleka": ProofOfPayment(
        amount="9.00",
        account="44 1020 3802 0000 1602 0207 9879",
        title="za duplikat legitymacji, Anna Kowalska, 4b",
        paid=date(2025, 1, 10),
    ),
}


def duplicate(school: str, on: date, number: str) -> Duplicate:
    photo = GOOD_PHOTO
    if school == "ostroleka":
        photo = GOOD_PHOTO.model_copy(update={"dpi": 100, "width": 354, "height": 496})
    return Duplicate(
        on=on,
        application=school_id.Application(
            received=on,
            applicant="parent",
            pupil=ANNA,
            photo=photo,
            handed_in=("form",),
            reason="lost",
            payment=PAID[school],
        ),
        card=Card(number=number, valid_until=date(2025, 9, 30)),
    )


@pytest.mark.parametrize("school", ["grojec", "leczna", "ostroleka"])
def test_from_admission_to_leaving(school: str) -> None:  # noqa: PLR0915  (one story)
    """Admission, card, mLegitymacja, lost phone, lost card, duplicate, next year, leaving."""
    rules = variants.get(school)
    card = issued_card(school, date(2024, 9, 3))
    assert school_id.state_on(card, date(2024, 9, 3)) == "issued"
    card = done(card, HandOver(on=date(2024, 9, 5), to="pupil", signed=True)).document
    assert school_id.state_on(card, date(2024, 9, 5)) == "valid"

    phone = mlegitymacja_on(card, date(2024, 10, 1), 1)
    lost = done(
        phone,
        mlegitymacja.Revoke(
            on=date(2024, 11, 4), ground="device_lost_or_damaged", applicant="parent"
        ),
    )
    again = mlegitymacja_on(card, date(2024, 11, 5), 2, previous=[lost.document])
    assert mlegitymacja.state_on(again, date(2024, 11, 5)) == "activated"
    assert coupling.follows(card, rules, on=date(2024, 11, 5), others=[again]) == ()

    card = done(card, ReportLoss(on=date(2025, 1, 9), how="lost")).document
    assert school_id.state_on(card, date(2025, 1, 9)) == "reported"
    outcome = done(card, duplicate(school, date(2025, 1, 10), "18/2024"))
    card, copy = outcome.document, outcome.successor.document
    assert (copy.issued.copies, copy.issued.in_place_of) == (1, "17/2024")
    received = date(2025, 1, 20)
    assert coupling.follows(copy, rules, on=received, others=[card, again]) == ()
    copy = done(copy, HandOver(on=received, to="pupil", signed=True)).document

    due = coupling.follows(copy, rules, on=received, others=[card, again])
    replace, ended, anew = due
    assert (replace.document, replace.command and replace.command.on) == (card, received)
    card = done(card, replace.command, others=[copy]).document
    settled = school != "ostroleka"
    assert school_id.state_on(card, date(2025, 1, 19)) == "reported"
    assert school_id.state_on(card, received) == ("replaced" if settled else "unsettled")
    assert (anew.document, anew.command) == (again, None)
    assert [f.clause for f in anew.findings] == ["notice:new-card-new-mlegitymacja"]

    assert coupling.follows(card, rules, on=received, others=[copy, again]) == (ended, anew)
    if settled:
        assert ended.command == mlegitymacja.Revoke(on=received, ground="id_validity_lost")
    else:
        assert ended.command is None
        assert [f.clause for f in ended.findings] == ["I-original-void"]
    revoke = ended.command or mlegitymacja.Revoke(on=received, ground="id_validity_lost")
    gone = done(again, revoke).document
    assert [
        one.command for one in coupling.follows(card, rules, on=received, others=[copy, gone])
    ] == [None]

    new = mlegitymacja_on(copy, date(2025, 1, 22), 3, previous=[lost.document, gone])
    assert new.issued.id_number == "18/2024"
    (found,) = done(card, ReportFound(on=date(2025, 2, 3))).events
    assert found.event == "found"

    year = date(2026, 9, 30)
    (line,) = planning.plan([card, copy, lost.document, gone], rules, on=date(2025, 9, 10))
    assert (line.document, line.need, line.by, line.lapsed) == (
        copy,
        "confirmation",
        date(2025, 9, 30),
        False,
    )
    assert school_id.state_on(copy, date(2025, 10, 1)) == "lapsed"
    confirm = Confirm(on=date(2025, 9, 15), means="hologram", valid_until=year, hologram="H-1")
    if school == "ostroleka":
        # The text knows no hologram: nothing is confirmed unless the head says by what.
        open_ = school_id.decide(copy, confirm, rules)
        assert isinstance(open_, Undecided)
        assert [(f.code, f.who) for f in open_.reasons] == [("confirm.means", "head")]
    else:
        copy = done(copy, confirm).document
        assert school_id.state_on(copy, date(2025, 10, 1)) == "valid"
        assert copy.valid_until(date(2025, 9, 14)) == date(2025, 9, 30)
        assert planning.plan([copy], rules, on=date(2025, 9, 15)) == ()
    if school == "grojec":
        ledger = Ledger()
        (affixed,) = affixings([card, copy])
        assert (affixed.number, affixed.on) == ("H-1", date(2025, 9, 15))
        received_ = Received(on=date(2025, 9, 1), numbers=("H-1", "H-2"), valid_until=year)
        for movement in (received_, affixed):
            kept = record(ledger, movement, rules)
            assert isinstance(kept, Accepted)
            ledger = kept.document
        assert (ledger.received, ledger.affixed, ledger.on_hand) == (2, 1, 1)

    copy = done(copy, End(on=date(2026, 1, 30), ground="school_changed")).document
    assert school_id.state_on(copy, date(2026, 1, 30)) == "ended"
    assert not copy.held(date(2026, 1, 30)).valid_on(date(2026, 1, 30))
    late = school_id.decide(copy, ReportLoss(on=date(2026, 2, 1), how="lost"), rules)
    assert isinstance(late, Refused)


@pytest.mark.parametrize(
    ("school", "ground", "revoked_by"),
    [
        ("grojec", "school_changed", "grojec:§7.11c"),
        ("grojec", "school_completed", "grojec:§7.11c"),
        ("leczna", "school_changed", "leczna:VII.1"),
        ("leczna", "school_completed", "leczna:VII.1"),
        ("ostroleka", "school_changed", "ostroleka:§2.10.3b"),
        ("ostroleka", "school_completed", "ostroleka:§2.10.3a"),
        ("balin", "school_completed", "balin:revoke.3"),
        ("sp6", "school_changed", "sp6:revoke.3"),
    ],
)
def test_leaving_the_school_ends_the_mlegitymacja_on_the_same_day(
    school: str, ground: Any, revoked_by: str
) -> None:
    card = issued_card(school, date(2024, 9, 3))
    card = done(card, HandOver(on=date(2024, 9, 5), to="pupil")).document
    phone = mlegitymacja_on(card, date(2024, 10, 1), 1)
    leaving = date(2025, 1, 31)
    card = done(card, End(on=leaving, ground=ground)).document
    (follows,) = coupling.follows(card, variants.get(school), on=date(2025, 3, 1), others=[phone])
    assert follows.command is not None
    assert follows.command.on == leaving
    outcome = done(phone, follows.command)
    assert outcome.events[0].clause == revoked_by
    assert mlegitymacja.state_on(outcome.document, leaving) == "revoked"


@pytest.mark.parametrize("school", ["balin", "sp6"])
def test_an_mlegitymacja_through_two_school_years(school: str) -> None:
    """The ID is extended in September; the old mLegitymacja is not stretched, a new one follows."""
    first_id = PhysicalId(
        number="5/2023", form="paper", issued=date(2023, 9, 4), valid_until=date(2024, 9, 30)
    )
    codes = codes_of(1, date(2023, 10, 2))
    rules = variants.get(school)
    asked = application(school, received=date(2023, 10, 2), prior_id=first_id)
    call: dict[str, Any] = {"on": date(2023, 10, 2), "codes": codes}
    words = attest(mlegitymacja.issue(asked, rules, **call).findings, on=date(2023, 10, 2))
    outcome = mlegitymacja.issue(asked, rules, **call, attested=words)
    assert isinstance(outcome, Accepted)
    old = outcome.document
    activate = mlegitymacja.Activate(
        on=date(2023, 10, 10),
        device="phone",
        system="android",
        qr=codes.qr,
        code=codes.code,
        steps=STEPS[school],
    )
    old = done(old, activate).document
    (line,) = planning.plan([old], rules, on=date(2024, 9, 2))
    assert (line.need, line.by, line.lapsed) == ("new_mlegitymacja", date(2024, 9, 30), False)

    extended = first_id.model_copy(update={"valid_until": date(2025, 9, 30)})
    reissue = mlegitymacja.Reissue(
        on=date(2024, 9, 20),
        ground="validity_confirmed",
        application=application(school, received=date(2024, 9, 20), prior_id=extended),
        codes=codes_of(2, date(2024, 9, 20)),
    )
    next_one = done(old, reissue)
    assert mlegitymacja.state_on(next_one.document, date(2024, 9, 20)) == "reissued"
    assert next_one.successor.document.issued.valid_until == date(2025, 9, 30)


def test_ostroleka_a_lost_certificate_and_its_duplicate() -> None:
    """The duplicate is collected in person; from then on the original is void, and follows says so."""
    rules = variants.get("ostroleka")
    lived = (
        certificate.Issued(
            on=date(2023, 6, 23),
            school="ostroleka",
            pupil=EWA,
            kind="school",
            school_name="ZSZ nr 3",
            year=2023,
            number="12/2023",
        ),
        HandedOver(on=date(2023, 6, 23), to="pupil"),
    )
    day = date(2024, 10, 1)
    words = attest(certificate.take_over(lived, rules, on=day).findings, on=day)
    taken = certificate.take_over(lived, rules, on=day, attested=words)
    assert isinstance(taken, Accepted)
    made = done(taken.document, certificate_duplicate("ostroleka", on=day))
    original, copy = made.document, made.successor.document
    received = date(2024, 10, 14)
    assert coupling.follows(copy, rules, on=received, others=[original]) == ()
    collect = HandOver(
        on=received, to="graduate", signed=True, identity_card=IdentityCard("ABC 123456")
    )
    copy = done(copy, collect).document
    (follows,) = coupling.follows(copy, rules, on=received, others=[original])
    original = done(original, follows.command, others=[copy]).document
    assert [str(certificate.state_on(original, date(2024, 10, n))) for n in (13, 14)] == [
        "duplicated",
        "replaced",
    ]
    assert coupling.follows(copy, rules, on=received, others=[original]) == ()
    (entry,) = registers.entries([original, copy], rules, "certificate_duplicate", on=received)
    assert entry.complete
