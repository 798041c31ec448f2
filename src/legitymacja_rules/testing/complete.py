"""What is complete at a school, read off the text that applies there on a day.

Who may apply, by which way, with what, and why; what is paid, and what can be wrong with that. Where several
will do, all are told, the plainest first: strategies draw one of them, the conformance machine begins with
the first, and the vectors write down what there is. The text that applies is the school's, or the law's
where that is silent or has ended; so any school will do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, get_args

from .. import payments
from .._base import Itself
from ..eligibility import counts_as
from ..facts import MAX_TEXT, ProofOfPayment, Pupil
from ..originals import REASONS
from ..policy import effective
from ..regulation import May, ProcedureRules, Regulation
from ..vocabulary import (
    ApplicantKind,
    Circumstance,
    ExchangeGround,
    Item,
    Lodging,
    LossGround,
    Procedure,
)

__all__ = [
    "Complete",
    "Reason",
    "applicants",
    "complete",
    "items",
    "marred",
    "payment",
    "rules_on",
    "text_on",
]

Reason = ExchangeGround | LossGround

_LOSSES: tuple[Reason, ...] = ("lost", "stolen", "destroyed")

_USUAL: dict[Procedure, tuple[Reason, ...]] = {
    "id_duplicate": _LOSSES,
    "certificate_duplicate": _LOSSES,
    "id_exchange": ("error",),
}
"""The reasons of what needs one, where a text names none."""

_ALWAYS: tuple[Circumstance, ...] = get_args(Circumstance)

_ELSEWHERE = "61 1090 1014 0000 0712 1981 2874"
"""An account that no school has; it is the example of public documents."""


@dataclass(frozen=True, slots=True)
class Complete:
    """What makes an application complete; of what several will do, all, the plainest first.

    Attributes:
        rules: what the text says of the procedure; nothing where it is silent.
        applicants: who may apply.
        ways: how it may be lodged whatever the circumstances; at the office where no way is named.
        items: what comes with it.
        reasons: why, in words that need no clause of their own; none where no reason is asked.
    """

    rules: ProcedureRules
    applicants: tuple[ApplicantKind, ...]
    ways: tuple[Lodging, ...]
    items: tuple[Item, ...]
    reasons: tuple[Reason, ...]


def complete(school: Regulation, procedure: Procedure, pupil: Pupil, on: date) -> Complete:
    """What makes an application complete that is lodged for a pupil on a day.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.testing import PLAIN_PUPIL
    >>> asked = complete(variants.get("leczna"), "id_duplicate", PLAIN_PUPIL, date(2024, 10, 1))
    >>> asked.applicants, asked.reasons
    (('parent', 'guardian', 'foster_carer'), ('lost', 'destroyed', 'stolen'))
    """
    rules = rules_on(school, procedure, on)
    return Complete(
        rules=rules,
        applicants=applicants(rules.applicants, pupil, on),
        ways=tuple(row.by for row in rules.channels if row.when is None) or ("office",),
        items=items(rules),
        reasons=_reasons(rules, procedure),
    )


def text_on(school: Regulation, on: date) -> Regulation:
    """What applies at a school on a day, as `policy.effective` has it; remembered."""
    return _text(Itself(school), on)


# Asked before each move and for each example, and answered alike as long as neither text nor day is another.
@lru_cache(maxsize=2048)
def _text(school: Itself[Regulation], on: date) -> Regulation:
    return effective(school.thing, on=on)


def rules_on(school: Regulation, procedure: Procedure, on: date) -> ProcedureRules:
    """What applies to a procedure on a day; rules that say nothing where nothing does."""
    return text_on(school, on).procedure(procedure) or _SILENT


_SILENT = ProcedureRules()


def applicants(rows: tuple[May, ...], pupil: Pupil, on: date) -> tuple[ApplicantKind, ...]:
    """Who may ask for a pupil by settled rows; where none fits, who usually does."""
    age, kinds = pupil.age_on(on), get_args(ApplicantKind)
    may = {counts_as(row.who) for row in rows if row.settled and row.pupil in ("any", age)}
    usual = {"parent"} if age == "minor" else {"pupil", "graduate"}
    return tuple(kind for kind in kinds if counts_as(kind) in (may or usual))


def items(rules: ProcedureRules, now: tuple[Circumstance, ...] = _ALWAYS) -> tuple[Item, ...]:
    """The items that come with an application in these circumstances, each once."""
    rows = (row.item for row in rules.required if row.when is None or row.when in now)
    return tuple(dict.fromkeys(rows))


def _reasons(rules: ProcedureRules, procedure: Procedure) -> tuple[Reason, ...]:
    """Those of the procedure that the text names; one of its own words would have to name its clause."""
    if procedure not in _USUAL:
        return ()
    own = set(REASONS[procedure]) - {"other"}
    named = [ground for row in rules.grounds for ground in row.any_of if ground in own]
    return tuple(named) or _USUAL[procedure]


def payment(
    school: Regulation,
    procedure: Procedure,
    pupil: Pupil,
    on: date,
    reason: Reason | None,
) -> ProofOfPayment | None:
    """A proof of the fee, paid on that day, where one is due and it is said to whom and how.

    Of a title that is longer than a proof keeps, for the names in it are long, it says the beginning.
    """
    ground: Any = reason if procedure == "id_exchange" else None
    told = payments.instruction(school, procedure, pupil, on=on, ground=ground)
    if not told.amount or told.account is None or told.title is None:
        return None
    title = told.title[:MAX_TEXT]
    return ProofOfPayment(amount=told.amount, account=told.account, title=title, paid=on)


def marred(proof: ProofOfPayment) -> Iterator[tuple[str, ProofOfPayment]]:
    """What can be wrong with a payment, by the code of the finding that minds it."""
    wrong: dict[str, Any] = {
        "amount": proof.amount - Decimal("0.01"),
        "account": _ELSEWHERE,
        "title": "something else",
        "day": proof.paid + timedelta(days=1),
    }
    for part, value in wrong.items():
        field = "paid" if part == "day" else part
        yield f"payment.{part}", proof.model_copy(update={field: value})
