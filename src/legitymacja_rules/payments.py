"""How a fee is paid: what to transfer where, and whether a proof shows that it was paid.

The instruction is what a form or a screen tells a parent: amount, account, receiver, title. Where
nothing is due it names no account; where something is due and the school names none, the head does.

A proof is judged the way a school office would. Less than the fee is not the fee; more than the fee
covers it, but somebody has to see what becomes of the rest. Money on another account is not paid to
the school. Money under another title is: the title only says for whom, and the office may know that
from the sender, so a title that is not one of the school's waits for the office and refuses nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar

from ._base import an_instance, instances
from .attestations import Attestation, settle_all
from .facts import ProofOfPayment, Pupil
from .fees import Fee, fee
from .findings import STRICT, Finding, breached, met, needs_review
from .outcomes import Explained, Verdict
from .policy import Policy
from .regulation import Payment, Regulation, others
from .transfers import grouped, same_account, same_title, worded
from .vocabulary import ExchangeGround, Procedure

__all__ = ["Instruction", "check", "findings", "instruction"]


@dataclass(frozen=True, slots=True)
class Instruction(Explained):
    """What to pay, and where.

    Attributes:
        amount: PLN with two places; None where no known text sets a fee for that day.
        findings: the trace; ``fee.amount`` carries the basis, ``payment.account`` and
            ``payment.title`` say where the account and the title stand.
        account: the account's digits in groups; None where nothing is due or the head names it.
        receiver: whose account it is; None likewise.
        title: the title of the transfer; None likewise. It tells of a person, and no repr shows it.
    """

    __pydantic_config__: ClassVar = STRICT

    amount: Decimal | None
    findings: tuple[Finding, ...]
    account: str | None = None
    receiver: str | None = None
    title: str | None = field(default=None, repr=False)


def instruction(
    school: Regulation,
    procedure: Procedure,
    pupil: Pupil,
    *,
    on: date,
    ground: ExchangeGround | None = None,
    copies: int = 1,
    policy: Policy = "school",
) -> Instruction:
    """What to transfer for a procedure, where to, and under which title.

    Args:
        school: whose clauses come first.
        procedure: what is asked for.
        pupil: for whom; the title is built of names and class.
        on: the day of the application.
        ground: why an ID is exchanged, as a school may name only some grounds as free.
        copies: how many are made; each costs the fee.
        policy: whose amount counts where school and law differ.

    Raises:
        UnknownProcedure: if there is no procedure of that name.
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> anna = Pupil(first_names="Anna", last_name="Łęcka", born=date(2014, 3, 5), class_name="4b")
    >>> answer = instruction(variants.get("grojec"), "id_duplicate", anna, on=date(2024, 10, 1))
    >>> answer.amount, answer.account, answer.title
    (Decimal('9.00'), '21 1240 5703 1111 0000 4898 2357', 'opłata za duplikat legitymacji, Anna Łęcka, 4b')
    """
    an_instance(pupil, Pupil, "pupil")
    due = fee(school, procedure, on=on, ground=ground, copies=copies, policy=policy)
    payment = due.payment
    if payment is None:
        return Instruction(due.amount, due.findings)
    account, title = grouped(payment.account), worded(payment.titles[0], pupil)
    said = _addressed(account, title, payment, pupil)
    return Instruction(due.amount, (*due.findings, *said), account, payment.holder, title)


def check(
    proof: ProofOfPayment,
    school: Regulation,
    procedure: Procedure,
    pupil: Pupil,
    *,
    on: date,
    ground: ExchangeGround | None = None,
    copies: int = 1,
    attested: Iterable[Attestation] = (),
    policy: Policy = "school",
) -> Verdict:
    """Whether a proof shows that the fee was paid.

    Less than the fee, another account and a payment after the day asked about are breaches. More
    than the fee, and a title that is not one of the school's, wait for the office: in both cases
    the money is there. An account that no text names waits for the head.

    Args:
        proof: what was paid, as the confirmation says it.
        school: whose clauses come first.
        procedure: what is asked for.
        pupil: for whom it was paid.
        on: the day of the application.
        ground: why an ID is exchanged, as a school may name only some grounds as free.
        copies: how many are made; each costs the fee.
        policy: whose amount counts where school and law differ.
        attested: what humans have said of it.

    Raises:
        UnknownProcedure: if there is no procedure of that name.
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> anna = Pupil(first_names="Anna", last_name="Łęcka", born=date(2014, 3, 5), class_name="4b")
    >>> proof = ProofOfPayment(amount="8.99", account="21 1240 5703 1111 0000 4898 2357",
    ...                        title="OPLATA ZA DUPLIKAT LEGITYMACJI LECKA ANNA 4B",
    ...                        paid=date(2024, 9, 30))
    >>> verdict = check(proof, variants.get("grojec"), "id_duplicate", anna, on=date(2024, 10, 1))
    >>> [(finding.code, finding.clause) for finding in verdict.reasons]
    [('payment.amount', 'grojec:§5.4')]
    """
    an_instance(proof, ProofOfPayment, "proof")
    an_instance(pupil, Pupil, "pupil")
    words = instances(attested, Attestation, "attested")
    due = fee(school, procedure, on=on, ground=ground, copies=copies, policy=policy)
    return Verdict(settle_all((*due.findings, *findings(proof, due, pupil, on)), words, on))


def findings(proof: ProofOfPayment, due: Fee, pupil: Pupil, on: date) -> Iterator[Finding]:
    """What `check` finds of the proof itself, for rules that judge more than the payment."""
    if due.amount is not None:
        yield _amount(proof.amount, due.amount, due.basis)
    if due.payment:
        yield from _addressed(proof.account, proof.title, due.payment, pupil)
    elif due.amount:
        note = ("head_names_account",)
        yield needs_review("payment.account", due.basis, notes=note, who="head")
    yield _day(proof.paid, on)


def _amount(paid: Decimal, due: Decimal, basis: str) -> Finding:
    judge = met if paid == due else breached if paid < due else needs_review
    return judge("payment.amount", basis, str(paid), str(due))


def _addressed(account: str, title: str, payment: Payment, pupil: Pupil) -> Iterator[Finding]:
    """Whether it goes to the school's account, and under one of the school's titles."""
    judge = met if same_account(account, payment.account) else breached
    named = grouped(payment.account)
    yield judge("payment.account", payment.clause, limit=named, also=payment.also)
    same = next((own for own in payment.titles if same_title(title, own, pupil)), None)
    if same:
        yield met("payment.title", same.clause, also=same.also)
    else:
        clause = payment.titles[0].clause
        yield needs_review("payment.title", clause, also=others(clause, payment.titles))


def _day(paid: date, on: date) -> Finding:
    said = ("payment.day", "invariant:day-order", paid.isoformat(), on.isoformat())
    return met(*said) if paid <= on else breached(*said, earliest=paid)
