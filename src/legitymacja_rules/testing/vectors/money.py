"""Fees on each side of each day that changes one, and payments with one thing wrong."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import get_args

from ... import variants
from ...facts import ProofOfPayment
from ...loading import load
from ...regulation import PROCEDURES
from ...vocabulary import ExchangeGround, Procedure
from ..complete import marred
from ..days import fee_turns
from .asking import Case, Json, each, settled
from .dates import DAY, TODAY, around, later
from .people import ANNA, BARE, EWA, MISTYPED, SCHOOLS, own_text, payment

__all__ = ["MARRED", "cases", "otherwise"]


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
    for case in each(base, otherwise(proof, pupil["last_name"])):
        yield from settled(case, DAY, no=True)


MARRED = {
    "payment.amount": "a-grosz-less",
    "payment.account": "account-elsewhere",
    "payment.title": "title-of-other-words",
    "payment.day": "paid-tomorrow",
}
"""What can be wrong with any payment, by the code of the finding that minds it → the name of the case."""


def otherwise(proof: Json, last_name: str) -> dict[str, dict[str, Json]]:
    """A payment that is right, with one thing wrong, and with what is no fault."""
    title, account = proof["title"], proof["account"]
    marring = marred(load(ProofOfPayment, proof))
    return {
        "right": {},
        **{MARRED[code]: {"proof": one.model_dump(mode="json")} for code, one in marring},
        "a-grosz-more": {"proof.amount": f"{Decimal(proof['amount']) + Decimal('0.01')}"},
        "account-without-spaces": {"proof.account": account.replace(" ", "")},
        "account-with-country": {"proof.account": f"PL {account}"},
        "another-account": {"proof.account": MISTYPED},
        "title-in-capitals": {"proof.title": title.upper()},
        "another-title": {"proof.title": "opłata"},
        "title-of-another": {"proof.title": title.replace(last_name, "Wiśniewska")},
        "for-two": {"copies": 2},
    }
