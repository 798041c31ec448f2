"""What a procedure costs, under which clause, and where it is paid.

A fee for a duplicate is an amount *equal to* a stamp duty (9 zł as for certifying a signature, 26 zł
as for legalising a document), paid to the account that the head names; it is not itself a stamp
duty. First IDs, exchanges and mLegitymacje are free. The school's clause is the basis where it has
one and applies; else the national provision of that day, and the answer says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import ClassVar, get_args

from . import law
from ._base import an_instance
from ._day import a_day
from .errors import WrongArgument
from .facts import Pupil
from .findings import STRICT, Finding, Status, met, not_covered, worst
from .outcomes import Explained
from .policy import Policy, a_policy, judged, preferred
from .regulation import Amount, Payment, Regulation
from .school_or_law import in_force, law_notes
from .transfers import grouped, worded
from .vocabulary import ExchangeGround, Procedure

__all__ = ["Fee", "fee"]

MOST_COPIES = 1000
"""More copies of one document are a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Fee(Explained):
    """A fee and its basis.

    Attributes:
        amount: PLN with two places, for all copies; None where no known text sets one for that day.
        findings: the trace; the finding ``fee.amount`` carries the basis.
        payment: account, holder and title where the school names them and something is due.
    """

    __pydantic_config__: ClassVar = STRICT

    amount: Decimal | None
    findings: tuple[Finding, ...]
    payment: Payment | None = None

    @property
    def basis(self) -> str:
        """The clause that sets the amount, or the reading that says that none is known."""
        return next(f.clause for f in self.findings if f.code == "fee.amount")

    @property
    def account(self) -> str | None:
        """The account's 26 digits, in groups as they are written; None if none is named."""
        return grouped(self.payment.account) if self.payment else None

    def transfer_title(self, pupil: Pupil) -> str | None:
        """The title of the transfer in the school's words, for that pupil; None if none is named.

        The text tells of a person: it is for the form, not for a log.
        """
        return worded(self.payment.titles[0], pupil) if self.payment else None


def fee(
    school: Regulation,
    procedure: Procedure,
    *,
    on: date,
    ground: ExchangeGround | None = None,
    policy: Policy = "school",
    copies: int = 1,
) -> Fee:
    """What a procedure costs at a school on a day.

    Args:
        school: whose clauses come first.
        procedure: what is asked for.
        on: the day of the application.
        ground: why an ID is exchanged, as a school may name only some grounds as free.
        policy: whose amount counts where school and law differ; where that is left undecided there is
            no amount.
        copies: how many are made; each costs the fee.

    Raises:
        UnknownProcedure: if there is no procedure of that name.
        WrongArgument: if the school is no `Regulation`, the day no day, the ground no ground, or the
            copies none or more than anybody could want.

    >>> from legitymacja_rules import variants
    >>> answer = fee(variants.get("grojec"), "id_duplicate", on=date(2024, 10, 1))
    >>> answer.amount, answer.basis, answer.account
    (Decimal('9.00'), 'grojec:§5.4', '21 1240 5703 1111 0000 4898 2357')
    """
    a_day(on, "on")
    if ground is not None and ground not in get_args(ExchangeGround):
        raise WrongArgument("ground", f"one of {', '.join(get_args(ExchangeGround))}")
    if type(copies) is not int or not 0 < copies <= MOST_COPIES:
        raise WrongArgument("copies", f"a whole number from 1 to {MOST_COPIES}")
    an_instance(school, Regulation, "school").procedure(procedure)
    a_policy(policy)

    def judge(text: Regulation) -> tuple[Finding, ...]:
        return _answer(text, procedure, on, ground, copies).findings

    found = _answer(preferred(school, on, policy), procedure, on, ground, copies)
    findings = judged(school, on, policy, judge)
    open_ = worst(findings) is not Status.MET
    return replace(found, findings=findings, amount=None if open_ else found.amount)


def _answer(
    school: Regulation, procedure: Procedure, on: date, ground: ExchangeGround | None, copies: int
) -> Fee:
    """What a text says, or else the law."""
    rules = school.procedure(procedure)
    applies = in_force(school.period(procedure), on)
    row = _row(rules.fees, ground) if rules and applies.status is Status.MET else None
    if rules and row:
        named = ("named_grounds_only",) if row.grounds and ground is None else ()
        where = ("head_names_account",) if row.amount and not rules.payment else ()
        notes = (*named, *where)
        total = _times(row.amount, copies)
        due = met("fee.amount", row.clause, str(total), also=row.also, notes=notes)
        found = (applies, *_several(copies, row.clause), due)
        return Fee(total, found, rules.payment if row.amount else None)
    covered = rules is None or applies.status is Status.MET
    return _by_law(procedure, on, "school_silent" if covered else "school_not_in_force", copies)


def _by_law(procedure: Procedure, on: date, why: str, copies: int) -> Fee:
    """The national provision's answer, with the reason why the law was asked."""
    span = law.FEES[procedure].on(on)
    if span.value is None:
        return Fee(None, (not_covered("fee.amount", span.clause, notes=(why,), who=None),))
    where = ("head_names_account",) if span.value else ()
    notes = (why, *law_notes(span), *where)
    total = _times(span.value, copies)
    due = met("fee.amount", span.clause, str(total), also=span.also, notes=notes)
    return Fee(total, (*_several(copies, span.clause), due))


def _several(copies: int, clause: str) -> tuple[Finding, ...]:
    """How many copies the amount is for, if not for one."""
    return (met("fee.copies", clause, copies),) if copies > 1 else ()


def _times(amount: Decimal, copies: int) -> Decimal:
    """So many times an amount, in whole grosze, which no decimal context of the host can round."""
    zloty, grosze = divmod(int(str(amount).replace(".", "")) * copies, 100)
    return Decimal(f"{zloty}.{grosze:02}")


def _row(rows: tuple[Amount, ...], ground: ExchangeGround | None) -> Amount | None:
    """The first row that names the ground, or all grounds; without a ground simply the first."""
    fits = (row for row in rows if ground is None or not row.grounds or ground in row.grounds)
    return next(fits, None)
