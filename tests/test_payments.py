"""What to transfer where, and whether a proof shows that the fee was paid.

Accounts, receivers and titles are literals read from the texts; so are the ways in which parents and
banks write them.
"""

from __future__ import annotations

import pickle
import pprint
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from legitymacja_rules import Finding, Status, Verdict, fees, payments, variants
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.errors import UnknownProcedure, WrongArgument
from legitymacja_rules.facts import ProofOfPayment, Pupil
from legitymacja_rules.findings import Role
from legitymacja_rules.loading import dump, load
from legitymacja_rules.payments import Instruction
from legitymacja_rules.regulation import Title
from legitymacja_rules.transfers import grouped, same_account, same_title, worded
from legitymacja_rules.vocabulary import Procedure
from samples import ANNA, DAY, SCHOOLS, attest, named

clause = pytest.mark.clause

GROJEC, LECZNA, OSTROLEKA = (
    "21 1240 5703 1111 0000 4898 2357",
    "36 1020 3206 0000 8402 0125 2865",
    "44 1020 3802 0000 1602 0207 9879",
)

HOLDERS = {
    "grojec": "Publiczna Szkoła Podstawowa nr 1 w Grójcu",
    "leczna": "Szkoła Podstawowa nr 4 w Łęcznej",
    "ostroleka": "Zespół Szkół Zawodowych Nr 3 im. Kardynała Stefana Wyszyńskiego w Ostrołęce",
}


class Paid(NamedTuple):
    """A procedure that costs something, as the text has it, with the title for Anna."""

    school: str
    procedure: Procedure
    basis: str
    where: str
    amount: str
    account: str
    title: str

    def proof(self, **changes: Any) -> ProofOfPayment:
        """A proof that is right for Anna, with changes."""
        right = {"amount": self.amount, "account": self.account, "title": self.title, "paid": DAY}
        return ProofOfPayment(**{**right, **changes})


PAID = (
    Paid(
        school="grojec",
        procedure="id_duplicate",
        basis="grojec:§5.4",
        where="grojec:§5.5",
        amount="9.00",
        account=GROJEC,
        title="opłata za duplikat legitymacji, Anna Kowalska, 4b",
    ),
    Paid(
        school="leczna",
        procedure="id_duplicate",
        basis="leczna:IV.3",
        where="leczna:IV.4",
        amount="9.00",
        account=LECZNA,
        title="opłata za duplikat legitymacji, Anna Kowalska, 4b",
    ),
    Paid(
        school="leczna",
        procedure="certificate_duplicate",
        basis="leczna:IX.3",
        where="leczna:IX.6",
        amount="26.00",
        account=LECZNA,
        title="opłata za duplikat świadectwa, Anna Kowalska",
    ),
    Paid(
        school="ostroleka",
        procedure="id_duplicate",
        basis="ostroleka:§3.5",
        where="ostroleka:§3.6",
        amount="9.00",
        account=OSTROLEKA,
        title="za duplikat legitymacji, Anna Kowalska, 4b",
    ),
    Paid(
        school="ostroleka",
        procedure="certificate_duplicate",
        basis="ostroleka:§4.5",
        where="ostroleka:§4.6",
        amount="26.00",
        account=OSTROLEKA,
        title="za duplikat świadectwa, Anna Kowalska",
    ),
)

proof = PAID[0].proof
each = pytest.mark.parametrize("due", PAID, ids=lambda due: f"{due.school} {due.procedure}")


def instruct(
    school: str, procedure: Procedure = "id_duplicate", pupil: Pupil = ANNA, *, on: date = DAY
) -> Instruction:
    return payments.instruction(variants.get(school), procedure, pupil, on=on)


def check(
    shown: ProofOfPayment,
    school: str = "grojec",
    procedure: Procedure = "id_duplicate",
    pupil: Pupil = ANNA,
    *,
    on: date = DAY,
    attested: tuple[Attestation, ...] = (),
) -> Verdict:
    return payments.check(shown, variants.get(school), procedure, pupil, on=on, attested=attested)


def one(verdict: Verdict, code: str) -> Finding:
    (finding,) = named(verdict.findings, code)
    return finding


def pupil(first_names: str, last_name: str, class_name: str | None = "4b") -> Pupil:
    return Pupil(
        first_names=first_names, last_name=last_name, born=ANNA.born, class_name=class_name
    )


ZOFIA = pupil("Zofia Świętosława", "Żółkiewska-Łoś", "1 TI")
"""Two first names, a surname of two parts, a class with a space."""

# The instruction


@clause(
    "grojec:§5.4",
    "grojec:§5.5",
    "leczna:IV.4",
    "leczna:IX.6",
    "ostroleka:§3.6",
    "ostroleka:§4.6",
)
@each
def test_amount_account_receiver_and_title_are_those_of_the_text(due: Paid) -> None:
    told = instruct(due.school, due.procedure)
    assert (str(told.amount), told.account, told.title) == (due.amount, due.account, due.title)
    assert told.receiver == HOLDERS[due.school]
    assert [(finding.code, finding.clause) for finding in told.findings[1:]] == [
        ("fee.amount", due.basis),
        ("payment.account", due.where),
        ("payment.title", due.where),
    ]
    assert told.status is Status.MET


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("procedure", ["school_id", "preschool_id", "id_exchange", "mlegitymacja"])
def test_where_nothing_is_due_the_instruction_names_no_account(
    school: str, procedure: Procedure
) -> None:
    told = instruct(school, procedure)
    assert str(told.amount) == "0.00"
    assert (told.account, told.receiver, told.title) == (None, None, None)
    assert told.findings == fees.fee(variants.get(school), procedure, on=DAY).findings


@pytest.mark.parametrize(
    ("school", "procedure", "amount", "on"),
    [
        ("balin", "id_duplicate", "9.00", DAY),
        ("sp6", "certificate_duplicate", "26.00", DAY),
        ("grojec", "certificate_duplicate", "26.00", DAY),
        ("grojec", "id_duplicate", "9.00", date(2024, 7, 12)),
    ],
)
def test_where_the_law_sets_the_fee_the_head_names_the_account(
    school: str, procedure: Procedure, amount: str, on: date
) -> None:
    """Catches the account of one procedure, or of later days, handed out for another."""
    told = instruct(school, procedure, on=on)
    assert (str(told.amount), told.account, told.receiver, told.title) == (amount, None, None, None)
    (due,) = named(told.findings, "fee.amount")
    assert due.notes[-1] == "head_names_account"


def test_a_school_that_sets_a_fee_and_names_no_account_leaves_it_to_the_head_too() -> None:
    school = variants.get("grojec").override({"id_duplicate.payment": None})
    told = payments.instruction(school, "id_duplicate", ANNA, on=DAY)
    (due,) = named(told.findings, "fee.amount")
    assert (due.clause, due.notes) == ("grojec:§5.4", ("head_names_account",))
    assert (str(told.amount), told.account) == ("9.00", None)


def test_before_the_first_known_law_no_amount_is_told() -> None:
    told = instruct("grojec", on=date(2019, 8, 31))
    assert (told.amount, told.account, told.title) == (None, None, None)
    assert told.status is Status.NOT_COVERED


def test_the_ground_reaches_the_fee() -> None:
    school = variants.get("grojec")
    free = fees.fee(school, "id_exchange", on=DAY, ground="first_name")
    told = payments.instruction(school, "id_exchange", ANNA, on=DAY, ground="first_name")
    assert told.findings == free.findings
    verdict = payments.check(
        proof(amount="0.00"), school, "id_exchange", ANNA, on=DAY, ground="first_name"
    )
    assert {*free.findings} < {*verdict.findings}


@pytest.mark.parametrize(
    ("class_name", "title"),
    [
        ("1 TI", "opłata za duplikat legitymacji, Anna Kowalska, 1 TI"),
        (None, "opłata za duplikat legitymacji, Anna Kowalska"),
    ],
)
def test_the_title_carries_the_class_as_the_school_writes_it_if_it_is_known(
    class_name: str | None, title: str
) -> None:
    assert instruct("grojec", pupil=pupil("Anna", "Kowalska", class_name)).title == title


def test_the_title_carries_all_first_names() -> None:
    title = "opłata za duplikat legitymacji, Zofia Świętosława Żółkiewska-Łoś, 1 TI"
    assert instruct("grojec", pupil=ZOFIA).title == title


# The amount


@clause("grojec:§5.3b", "grojec:§5.4", "leczna:IV.2", "leczna:IX.2", "ostroleka:§4.4")
@each
@pytest.mark.parametrize(
    ("more", "status", "who"),
    [
        ("-0.01", Status.BREACHED, None),
        ("0.00", Status.MET, None),
        ("0.01", Status.NEEDS_REVIEW, "office"),
    ],
)
def test_the_amount_has_to_be_the_fee(
    due: Paid, more: str, status: Status, who: Role | None
) -> None:
    of = due.proof(amount=Decimal(due.amount) + Decimal(more))
    verdict = check(of, due.school, due.procedure)
    finding = one(verdict, "payment.amount")
    assert (finding.status, finding.who, finding.clause) == (status, who, due.basis)
    assert (finding.measured, finding.limit) == (str(of.amount), due.amount)
    assert verdict.status is status


@pytest.mark.parametrize(
    ("amount", "status"), [("0.00", Status.MET), ("0.01", Status.NEEDS_REVIEW)]
)
def test_what_was_paid_where_nothing_is_due_is_the_office_s_to_see(
    amount: str, status: Status
) -> None:
    verdict = check(proof(amount=amount), procedure="mlegitymacja")
    assert verdict.status is status
    assert named(verdict.findings, "payment.account") == []
    assert named(verdict.findings, "payment.title") == []


def test_where_no_fee_is_known_no_amount_is_judged() -> None:
    on = date(2019, 8, 31)
    verdict = check(proof(paid=on), on=on)
    assert verdict.status is Status.NOT_COVERED
    assert [finding.code for finding in verdict.findings] == ["fee.amount", "payment.day"]


# The account

DIGITS = GROJEC.replace(" ", "")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@clause("grojec:§5.5")
@pytest.mark.parametrize(
    "account",
    [
        GROJEC,
        DIGITS,
        f"PL{DIGITS}",
        f"pl {GROJEC}",
        f"  PL {GROJEC} ",
        GROJEC.replace(" ", "\N{NO-BREAK SPACE}"),
        GROJEC.replace(" ", "\N{NARROW NO-BREAK SPACE}"),
        GROJEC.replace(" ", "-"),
        f"{GROJEC}…",
        GROJEC.translate(FULL_WIDTH),
    ],
)
def test_the_school_s_account_is_known_in_whatever_groups_and_with_its_country(
    account: str,
) -> None:
    finding = one(check(proof(account=account)), "payment.account")
    assert (finding.status, finding.clause) == (Status.MET, "grojec:§5.5")


@clause("grojec:§5.5")
@pytest.mark.parametrize(
    "account",
    [
        LECZNA,
        DIGITS[:-1],
        f"{DIGITS}0",
        f"0{DIGITS}",
        f"DE{DIGITS}",
        f"PLPL{DIGITS}",
        f"{DIGITS}PL",
        f"rachunek {GROJEC}",
        f"{GROJEC} {GROJEC}",
        GROJEC.replace("2", "Z"),
        GROJEC.replace("0", "O"),
        "PL",
        "-",
    ],
)
def test_another_account_is_not_the_school_s(account: str) -> None:
    verdict = check(proof(account=account))
    finding = one(verdict, "payment.account")
    assert (finding.status, finding.who) == (Status.BREACHED, None)
    assert (finding.measured, finding.limit) == (None, GROJEC)
    assert verdict.reasons == (finding,)


@pytest.mark.parametrize("school", ["grojec", "leczna", "ostroleka"])
def test_every_changed_digit_of_the_account_is_breached(school: str) -> None:
    told = instruct(school)
    assert told.account
    for place, right in enumerate(told.account):
        for wrong in set("0123456789") - {right} if right != " " else ():
            changed = told.account[:place] + wrong + told.account[place + 1 :]
            verdict = check(proof(account=changed, title=told.title), school)
            assert [finding.code for finding in verdict.reasons] == ["payment.account"]


@given(st.text("0123456789", min_size=26, max_size=26))
def test_grouping_adds_spaces_and_removes_nothing(digits: str) -> None:
    assert grouped(digits).replace(" ", "") == digits
    assert [len(group) for group in grouped(digits).split(" ")] == [2, 4, 4, 4, 4, 4, 4]
    assert same_account(f"PL {grouped(digits)}", digits)


@pytest.mark.parametrize(("length", "fits"), [(4999, True), (5000, True), (5001, False)])
def test_what_no_bank_carries_is_no_account_and_no_title(length: int, fits: bool) -> None:
    title = Title(words="opłata", parts=("names",), clause="x:1")
    assert same_account(DIGITS.ljust(length), DIGITS) is fits
    assert same_title(worded(title, ANNA).ljust(length), title, ANNA) is fits


def test_the_longest_title_that_can_be_made_is_known_even_taken_apart() -> None:
    longest = pupil("ą" * 200, "ń" * 200, "ć" * 200)
    title = Title(words="ó" * 500, parts=("names", "class_name"), clause="x:1")
    for form in ("NFC", "NFD"):
        assert same_title(unicodedata.normalize(form, worded(title, longest)), title, longest)


@pytest.mark.parametrize("school", ["balin", "sp6"])
def test_where_no_text_names_an_account_the_head_has_to_know_it(school: str) -> None:
    verdict = check(proof(), school)
    finding = one(verdict, "payment.account")
    assert (finding.status, finding.who) == (Status.NEEDS_REVIEW, "head")
    assert (finding.clause, finding.notes) == ("act:druki-2023:§67", ("head_names_account",))
    assert verdict.reasons == (finding,)
    assert named(verdict.findings, "payment.title") == [], "no text asks for a title"


# The title

FOR_ZOFIA = "opłata za duplikat legitymacji, Zofia Żółkiewska-Łoś, 1 TI"


@clause("grojec:§5.5")
@pytest.mark.parametrize(
    "title",
    [
        FOR_ZOFIA,
        FOR_ZOFIA.upper(),
        FOR_ZOFIA.replace(", ", "; "),
        FOR_ZOFIA.replace(", ", " "),
        FOR_ZOFIA.replace(" ", "\N{NO-BREAK SPACE}"),
        unicodedata.normalize("NFD", FOR_ZOFIA),
        "OPLATA ZA DUPLIKAT LEGITYMACJI ZOLKIEWSKA LOS ZOFIA 1TI",
        "Opłata za duplikat legitymacji - Zofia Świętosława Żółkiewska-Łoś - 1ti",
        "opłata za duplikat legitymacji, Żółkiewska - Łoś Zofia Świętosława, 1 TI.",
        "opłata_za_duplikat_legitymacji/Zofia/Żółkiewska–Łoś/１ＴＩ",
    ],
)
def test_a_title_is_known_in_other_letters_separators_and_orders_of_names(title: str) -> None:
    finding = one(check(proof(title=title), pupil=ZOFIA), "payment.title")
    assert (finding.status, finding.clause, finding.also) == (Status.MET, "grojec:§5.5", ())


@pytest.mark.parametrize("between", [" ", "  ", "\N{NO-BREAK SPACE}"])
def test_the_first_of_several_first_names_will_do(between: str) -> None:
    whose = pupil(f"Anna{between}Maria", "Kowalska")
    assert check(proof(), pupil=whose).status is Status.MET


@clause("grojec:§5.5")
@pytest.mark.parametrize(
    "title",
    [
        "opłata za duplikat legitymacji, Zofia Żółkiewska-Łoś",
        "opłata za duplikat legitymacji, 1 TI, Zofia Żółkiewska-Łoś",
        "opłata za duplikat legitymacji, Zofia Żółkiewska-Łoś, klasa 1 TI",
        "opłata za duplikat legitymacji, Zofia Żółkiewska-Łoś, 1 TI, dziękuję",
        "opłata za duplikat legitymacji, Zofia Żółkiewska, 1 TI",
        "opłata za duplikat legitymacji, Zofia Łoś-Żółkiewska, 1 TI",
        "opłata za duplikat legitymacji, Świętosława Żółkiewska-Łoś, 1 TI",
        "opłata za duplikat legitymacji, Z. Żółkiewska-Łoś, 1 TI",
        "opłata za duplikat legitymacji, Jan Żółkiewska-Łoś, 1 TI",
        "opłata za duplikat legitymacji, Zofia Żółkiewska-Łoś, 2 TI",
        "opłata za duplikat świadectwa, Zofia Żółkiewska-Łoś, 1 TI",
        "Zofia Żółkiewska-Łoś, 1 TI",
        "opłata za duplikat legitymacji",
        "legitymacja",
        "...",
    ],
)
def test_another_title_waits_for_the_office_and_refuses_nobody(title: str) -> None:
    verdict = check(proof(title=title), pupil=ZOFIA)
    finding = one(verdict, "payment.title")
    assert (finding.status, finding.who) == (Status.NEEDS_REVIEW, "office")
    assert (finding.clause, finding.also) == ("grojec:§5.5", ("grojec:form.title",))
    assert (finding.measured, finding.limit) == (None, None)
    assert verdict.reasons == (finding,)


@clause("grojec:form.title")
@pytest.mark.parametrize(
    "title",
    [
        "Opłata za duplikat legitymacji szklonej; Anna Kowalska",
        "Opłata za duplikat legitymacji szkolnej; Anna Kowalska",
        "OPLATA ZA DUPLIKAT LEGITYMACJI SZKLONEJ KOWALSKA ANNA",
    ],
)
def test_a_payment_under_the_form_s_title_is_accepted_misprinted_or_not(title: str) -> None:
    verdict = check(proof(title=title))
    finding = one(verdict, "payment.title")
    assert (finding.clause, finding.also) == ("grojec:form.title", ("I-grojec-title",))
    assert verdict.status is Status.MET


@clause("grojec:form.title")
@pytest.mark.parametrize(
    "title",
    [
        "Opłata za duplikat legitymacji szklonej; Anna Kowalska, 4b",
        "Opłata za duplikat legitymacji szkolnej; Anna",
        "Opłata za duplikat legitymacji; Anna Kowalska",
    ],
)
def test_the_form_s_title_and_the_clause_s_are_not_mixed(title: str) -> None:
    assert one(check(proof(title=title)), "payment.title").status is Status.NEEDS_REVIEW


@clause("grojec:form.title")
def test_the_form_s_title_is_no_title_of_another_school() -> None:
    of = proof(account=LECZNA, title="Opłata za duplikat legitymacji szkolnej; Anna Kowalska")
    finding = one(check(of, "leczna"), "payment.title")
    assert (finding.status, finding.clause) == (Status.NEEDS_REVIEW, "leczna:IV.4")


@clause("leczna:IV.4", "ostroleka:§3.6")
@pytest.mark.parametrize(
    ("school", "account", "title"),
    [
        ("leczna", LECZNA, "opłata za duplikat legitymacji, Anna Kowalska"),
        ("ostroleka", OSTROLEKA, "za duplikat legitymacji, Anna Kowalska"),
    ],
)
def test_a_title_without_a_class_is_right_only_where_none_is_known(
    school: str, account: str, title: str
) -> None:
    of = proof(account=account, title=title)
    assert check(of, school).status is Status.NEEDS_REVIEW
    assert check(of, school, pupil=pupil("Anna", "Kowalska", None)).status is Status.MET


@clause("leczna:IX.6", "ostroleka:§4.6")
@pytest.mark.parametrize(
    ("school", "account", "title"),
    [
        ("leczna", LECZNA, "opłata za duplikat świadectwa, Anna Kowalska"),
        ("ostroleka", OSTROLEKA, "za duplikat świadectwa, Anna Kowalska"),
    ],
)
def test_the_title_for_a_certificate_has_no_class(school: str, account: str, title: str) -> None:
    of = proof(amount="26.00", account=account, title=title)
    assert check(of, school, "certificate_duplicate").status is Status.MET
    with_class = of.model_copy(update={"title": f"{title}, 4b"})
    assert check(with_class, school, "certificate_duplicate").status is Status.NEEDS_REVIEW


# The day


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2024, 9, 30), Status.MET),
        (date(2024, 10, 1), Status.MET),
        (date(2024, 10, 2), Status.BREACHED),
    ],
)
def test_the_payment_is_not_after_the_day_asked_about(day: date, status: Status) -> None:
    finding = one(check(proof(paid=day)), "payment.day")
    assert (finding.status, finding.clause) == (status, "invariant:day-order")
    assert (finding.measured, finding.limit) == (day.isoformat(), "2024-10-01")
    assert finding.earliest == (day if status is Status.BREACHED else None)
    assert check(proof(paid=day), on=day).status is Status.MET


# All of it


def test_every_fault_is_named_at_once_beside_the_basis_of_the_fee() -> None:
    bad = proof(amount="8.00", account=LECZNA, title="legitymacja", paid=date(2024, 10, 2))
    verdict = check(bad)
    assert [(finding.code, finding.clause) for finding in verdict.reasons] == [
        ("payment.amount", "grojec:§5.4"),
        ("payment.account", "grojec:§5.5"),
        ("payment.title", "grojec:§5.5"),
        ("payment.day", "invariant:day-order"),
    ]
    assert one(verdict, "fee.amount").clause == "grojec:§5.4"
    assert one(verdict, "regulation.in_force").status is Status.MET


NAMES = st.text("aąbćeęłńóśźżAĆŁŻ'- \u0301\u00a0", min_size=1, max_size=30).filter(str.strip)
PUPILS = st.builds(pupil, NAMES, NAMES, st.none() | NAMES)


@given(PUPILS, st.sampled_from(PAID))
def test_what_was_paid_as_instructed_is_always_accepted(whose: Pupil, due: Paid) -> None:
    told = instruct(due.school, due.procedure, whose)
    verdict = check(
        due.proof(account=told.account, title=told.title), due.school, due.procedure, whose
    )
    assert verdict.status is Status.MET
    assert {*told.findings} < {*verdict.findings}, "what was told is what is judged"


def test_what_waits_is_attested_and_what_is_breached_is_not() -> None:
    more = proof(amount="10.00", title="legitymacja")
    open_ = check(more).reasons
    assert [finding.code for finding in open_] == ["payment.amount", "payment.title"]
    assert check(more, attested=attest(open_)).status is Status.MET
    assert check(more, attested=attest(open_, holds=False)).status is Status.BREACHED
    less = proof(amount="8.99", account=LECZNA)
    word = [
        Attestation(condition=condition, role="head", on=DAY)
        for condition in ("payment.amount", "payment.account")
    ]
    assert check(less, attested=(*word,)).reasons == check(less).reasons


def test_an_account_that_the_head_names_is_not_for_the_office_to_attest() -> None:
    for role, status in (("office", Status.NEEDS_REVIEW), ("head", Status.MET)):
        word = Attestation(condition="payment.account", role=role, on=DAY)
        assert check(proof(), "sp6", attested=(word,)).status is status


def test_a_word_said_after_the_day_asked_about_is_a_breach() -> None:
    word = Attestation(condition="payment.title", role="office", on=date(2024, 10, 2))
    verdict = check(proof(title="legitymacja"), attested=(word,))
    assert [finding.code for finding in verdict.reasons] == ["attestation.day"]


# The call, the facts, the words


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("proof", {"amount": "9.00"}),
        ("school", "grojec"),
        ("pupil", {"last_name": "Kowalska"}),
        ("pupil", None),
        ("on", datetime(2024, 10, 1)),  # noqa: DTZ001  (an instant without zone is the point)
        ("ground", "adress"),
        ("attested", None),
        ("attested", ["payment.title"]),
    ],
)
def test_an_argument_of_another_type_is_an_error(argument: str, value: Any) -> None:
    right: dict[str, Any] = {
        "school": variants.get("grojec"),
        "procedure": "id_duplicate",
        "pupil": ANNA,
        "on": DAY,
    }
    with pytest.raises(WrongArgument, match=f"'{argument}'"):
        payments.check(**{"proof": proof(), **right, argument: value})
    if argument in {"school", "pupil", "on", "ground"}:
        with pytest.raises(WrongArgument, match=f"'{argument}'"):
            payments.instruction(**{**right, argument: value})


def test_a_procedure_nobody_knows_is_an_error() -> None:
    unknown: Any = "payment"
    with pytest.raises(UnknownProcedure):
        instruct("grojec", unknown)
    with pytest.raises(UnknownProcedure):
        check(proof(), procedure=unknown)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("amount", amount) for amount in (9, 9.0, "9", "-9.00", "9,00", "NaN", None)),
        *(("account", account) for account in ("", " \N{NO-BREAK SPACE}", None, 21)),
        *(("title", title) for title in ("", " ", None)),
        *(("paid", day) for day in (None, "1.10.2024", datetime(2024, 10, 1))),  # noqa: DTZ001
        ("receiver", "szkoła"),
    ],
)
def test_a_proof_is_complete_and_closed(field: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        proof(**{field: value})


def test_only_the_title_tells_of_the_pupil_and_only_when_asked() -> None:
    of, told = proof(account=LECZNA), instruct("grojec")
    verdict = check(of)
    shown = [repr(of), str(of), pprint.pformat(of), repr(told), pprint.pformat(told)]
    for answer in (verdict, told):
        shown += [repr(answer), answer.explain("pl"), answer.explain("en")]
        shown.append(answer.explain_json("pl"))
    for text in shown:
        assert "Kowalska" not in text
        assert "opłata za" not in text
        assert LECZNA not in text
    assert "Anna Kowalska" in (told.title or "")


def test_proof_instruction_and_verdict_go_through_json_and_pickles() -> None:
    for thing in (proof(), instruct("grojec"), instruct("sp6"), check(proof(title="x"))):
        assert load(type(thing), dump(thing)) == thing
        assert pickle.loads(pickle.dumps(thing)) == thing


def test_the_answers_explain_themselves_in_both_languages() -> None:
    told = instruct("grojec")
    place = "[grojec:§5.5, grojec:form.title, I-grojec-title]"
    assert f"[+] rachunek do wpłaty (wymagane: {GROJEC}) {place}" in told.explain("pl")
    assert f"[+] account for the payment (required: {GROJEC}) {place}" in told.explain("en")
    bad = check(proof(amount="8.99", title="x", paid=date(2024, 10, 2)))
    assert bad.explain("pl", reasons_only=True).splitlines() == [
        "NIESPEŁNIONE",
        "[x] wpłacona kwota: 8,99 zł (wymagane: 9,00 zł) [grojec:§5.4]",
        "[x] dzień wpłaty: 02.10.2024 (najpóźniej 01.10.2024) [invariant:day-order]",
        "      najwcześniej 02.10.2024",
        "[?] tytuł wpłaty [grojec:§5.5, grojec:form.title]",
        "      do poświadczenia: sekretariat",
    ]
    assert bad.explain("en", reasons_only=True).splitlines() == [
        "BREACHED",
        "[x] amount paid: 8.99 PLN (required: 9.00 PLN) [grojec:§5.4]",
        "[x] day of the payment: 2024-10-02 (2024-10-01 at the latest) [invariant:day-order]",
        "      2024-10-02 at the earliest",
        "[?] title of the payment [grojec:§5.5, grojec:form.title]",
        "      to be attested: office",
    ]


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_fee_is_not_called_stamp_duty_when_it_is_paid(school: str) -> None:
    for answer in (instruct(school), check(proof(amount="1.00"), school)):
        words = [line.partition("[act")[0] for line in answer.explain("pl").splitlines()]
        assert not any("skarbow" in line for line in words)
        assert "stamp" not in answer.explain("en")
