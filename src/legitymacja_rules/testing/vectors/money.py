"""Fees on each side of each day that changes one, and payments with one thing wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ... import variants
from ...regulation import PROCEDURES
from ...vocabulary import ExchangeGround
from .asking import Case, around, each, settled
from .people import ANNA, BARE, DAY, EWA, SCHOOLS, TODAY, payment

__all__ = ["cases"]

CHANGES = ("2019-09-01", "2023-06-17", "2025-09-17")
"""Days on which the law changed."""


def cases() -> Iterator[Case]:
    """All of them."""
    for school in SCHOOLS:
        yield from _fees(school)
        for procedure in ("id_duplicate", "certificate_duplicate"):
            yield from _payments(school, procedure)
    for day in (*CHANGES, TODAY):
        for procedure in PROCEDURES:
            base = {"school": BARE, "procedure": procedure, "on": day}
            yield Case(f"fee/law/{procedure}/{day}", "fees.fee", base)


def _fees(school: str) -> Iterator[Case]:
    text = variants.get(school)
    for procedure in PROCEDURES:
        period = text.period(procedure)
        days = [day.isoformat() for day in (period.since, period.until) if day]
        base = Case(
            f"fee/{school}/{procedure}",
            "fees.fee",
            {"school": school, "procedure": procedure, "on": DAY},
        )
        for day in days:
            yield from each(base, {one: {"on": one} for one in around(day).values()})
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
