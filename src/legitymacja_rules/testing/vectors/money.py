"""Fees on each side of each day that changes one, and payments with one thing wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ... import variants
from ...regulation import PROCEDURES
from ...vocabulary import ExchangeGround, Procedure
from ..days import fee_turns
from .asking import Case, Json, around, each, later, settled
from .people import ANNA, BARE, DAY, EWA, SCHOOLS, TODAY, own_text, payment

__all__ = ["cases"]


def cases() -> Iterator[Case]:
    """All of them."""
    for school in SCHOOLS:
        yield from _fees(school)
        for procedure in ("id_duplicate", "certificate_duplicate"):
            yield from _payments(school, procedure)
    for procedure in PROCEDURES:
        asked = {"school": BARE, "procedure": procedure}
        first, *turning = _turns(BARE, procedure)
        days = (later(first, -1), first, *turning, TODAY)
        yield from each(
            Case(f"fee/law/{procedure}", "fees.fee", asked), {day: {"on": day} for day in days}
        )


def _turns(school: Json, procedure: Procedure) -> list[str]:
    """Both sides of each day on which its fee may change."""
    return [day.isoformat() for day in fee_turns(own_text(school), procedure)]


def _fees(school: str) -> Iterator[Case]:
    text = variants.get(school)
    for procedure in PROCEDURES:
        period = text.period(procedure)
        ends = [day.isoformat() for day in (period.since, period.until) if day]
        days = {day for end in ends for day in around(end).values()}
        base = Case(
            f"fee/{school}/{procedure}",
            "fees.fee",
            {"school": school, "procedure": procedure, "on": DAY},
        )
        days |= {*_turns(school, procedure)}
        yield from each(base, {day: {"on": day} for day in sorted(days)})
        yield from each(base, {"now": {}, "before-any": {"on": "2018-01-01"}})
        for policy in ("school", "law", "undecided"):
            yield from each(base, {f"today-{policy}": {"on": TODAY, "policy": policy}})
        if procedure == "id_exchange":
            grounds = get_args(ExchangeGround)
            yield from each(base, {f"ground-{one}": {"ground": one} for one in grounds})
        if procedure.endswith("duplicate"):
            yield from each(base, {f"copies-{count}": {"copies": count} for count in (2, 3)})


def _payments(school: str, procedure: str) -> Iterator[Case]:
    pupil = EWA if procedure == "certificate_duplicate" else ANNA
    asked = {"school": school, "procedure": procedure, "pupil": pupil, "on": DAY}
    told = Case(f"payment/{school}/{procedure}", "payments.instruction", asked)
    yield told.under("how")
    yield from each(told, {"how-for-two": {"copies": 2}, "how-today": {"on": TODAY}})
    proof = payment(school, procedure, DAY, pupil)  # type: ignore[arg-type]  # one of the two
    base = Case(told.id, "payments.check", {**asked, "proof": proof})
    title, account = proof["title"], proof["account"]
    wrong = {
        "right": {},
        "a-grosz-less": {"proof.amount": _less(proof["amount"])},
        "a-grosz-more": {"proof.amount": f"{proof['amount'][:-2]}01"},
        "account-without-spaces": {"proof.account": account.replace(" ", "")},
        "account-with-country": {"proof.account": f"PL {account}"},
        "another-account": {"proof.account": "21 1240 5703 1111 0000 4898 2358"},
        "title-in-capitals": {"proof.title": title.upper()},
        "another-title": {"proof.title": "opłata"},
        "title-of-another": {"proof.title": title.replace(pupil["last_name"], "Wiśniewska")},
        "paid-tomorrow": {"proof.paid": "2024-10-02"},
        "for-two": {"copies": 2},
    }
    for case in each(base, wrong):
        yield from settled(case, DAY, no=True)


def _less(amount: str) -> str:
    whole, _, _ = amount.partition(".")
    return f"{int(whole) - 1}.99"
