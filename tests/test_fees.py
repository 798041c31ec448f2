"""What a procedure costs, under which clause, and where it is paid.

Amounts, clauses, accounts and titles are literals read from the five texts and the acts; the
accounts' check digits are computed here.
"""

from __future__ import annotations

import decimal
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from legitymacja_rules import Status, fees, variants
from legitymacja_rules.errors import LoadError, UnknownProcedure, WrongArgument
from legitymacja_rules.fees import Fee
from legitymacja_rules.loading import load
from legitymacja_rules.regulation import Amount, Payment, Title
from legitymacja_rules.vocabulary import ExchangeGround, Procedure
from samples import ANNA, DAY, SCHOOLS, named

LAW = "act:druki-2023:§67"
OLD_LAW = "act:druki-2019:§29"

FREE: dict[str, dict[Procedure, str]] = {
    "balin": {
        "school_id": LAW,
        "preschool_id": LAW,
        "id_exchange": LAW,
        "mlegitymacja": "balin:free",
    },
    "grojec": {
        "school_id": "grojec:§2.1",
        "preschool_id": LAW,
        "id_exchange": "grojec:§4.4",
        "mlegitymacja": "grojec:§6.3",
    },
    "leczna": {
        "school_id": "leczna:II.4",
        "preschool_id": "leczna:II.4",
        "id_exchange": "leczna:III.5",
        "mlegitymacja": LAW,
    },
    "ostroleka": {
        "school_id": "ostroleka:§3.1",
        "preschool_id": LAW,
        "id_exchange": "ostroleka:§3.1",
        "mlegitymacja": "ostroleka:§1.1",
    },
    "sp6": {"school_id": LAW, "preschool_id": LAW, "id_exchange": LAW, "mlegitymacja": LAW},
}

ID_DUPLICATE = {
    "balin": LAW,
    "grojec": "grojec:§5.4",
    "leczna": "leczna:IV.3",
    "ostroleka": "ostroleka:§3.5",
    "sp6": LAW,
}

CERTIFICATE_DUPLICATE = {
    "balin": LAW,
    "grojec": LAW,
    "leczna": "leczna:IX.3",
    "ostroleka": "ostroleka:§4.5",
    "sp6": LAW,
}

GROJEC, LECZNA, OSTROLEKA = (
    "21 1240 5703 1111 0000 4898 2357",
    "36 1020 3206 0000 8402 0125 2865",
    "44 1020 3802 0000 1602 0207 9879",
)
ACCOUNTS = (GROJEC, LECZNA, OSTROLEKA)

HOLDER_OSTROLEKA = "Zespół Szkół Zawodowych Nr 3 im. Kardynała Stefana Wyszyńskiego w Ostrołęce"


def ask(
    school: str,
    procedure: Procedure,
    *,
    on: date = DAY,
    ground: ExchangeGround | None = None,
) -> Fee:
    return fees.fee(variants.get(school), procedure, on=on, ground=ground)


def notes(fee: Fee) -> tuple[str, ...]:
    (due,) = named(fee.findings, "fee.amount")
    return due.notes


def is_two_places(amount: Decimal | None) -> bool:
    return type(amount) is Decimal and amount.as_tuple().exponent == -2


# Amount and basis, school by school


@pytest.mark.clause(
    "balin:free",
    "grojec:§2.1",
    "grojec:§4.4",
    "grojec:§6.3",
    "leczna:II.4",
    "leczna:III.5",
    "ostroleka:§1.1",
    "ostroleka:§3.1",
)
@pytest.mark.parametrize(
    ("school", "procedure", "basis"),
    [(school, *row) for school, rows in FREE.items() for row in rows.items()],
)
def test_first_ids_exchanges_and_mlegitymacje_are_free(
    school: str, procedure: Procedure, basis: str
) -> None:
    fee = ask(school, procedure, ground="error" if procedure == "id_exchange" else None)
    assert (fee.amount, fee.basis, fee.payment) == (Decimal(0), basis, None)
    assert is_two_places(fee.amount)
    assert (fee.account, fee.transfer_title(ANNA)) == (None, None)
    assert fee.status is Status.MET


@pytest.mark.clause("grojec:§5.4", "leczna:IV.3", "ostroleka:§3.5", "ostroleka:§1.3")
@pytest.mark.parametrize(("school", "basis"), ID_DUPLICATE.items())
def test_a_duplicate_of_an_id_costs_nine_zloty(school: str, basis: str) -> None:
    fee = ask(school, "id_duplicate")
    assert (str(fee.amount), fee.basis) == ("9.00", basis)
    assert is_two_places(fee.amount)


@pytest.mark.clause("leczna:IX.3", "ostroleka:§4.5", "ostroleka:§1.3")
@pytest.mark.parametrize(("school", "basis"), CERTIFICATE_DUPLICATE.items())
def test_a_duplicate_of_a_certificate_costs_twenty_six_zloty(school: str, basis: str) -> None:
    fee = ask(school, "certificate_duplicate")
    assert (str(fee.amount), fee.basis) == ("26.00", basis)
    assert is_two_places(fee.amount)


@pytest.mark.clause("grojec:§4.4", "ostroleka:§3.1", "leczna:III.5")
@pytest.mark.parametrize(
    ("school", "basis"),
    [("grojec", "grojec:§4.4"), ("ostroleka", "ostroleka:§3.1"), ("leczna", "leczna:III.5")],
)
@pytest.mark.parametrize("ground", ["error", "address", "last_name", None])
def test_an_exchange_on_a_ground_that_the_clause_names_is_free_under_it(
    school: str, basis: str, ground: ExchangeGround | None
) -> None:
    fee = ask(school, "id_exchange", ground=ground)
    assert (fee.amount, fee.basis) == (Decimal(0), basis)


@pytest.mark.clause("grojec:§4.4", "ostroleka:§3.1", "leczna:III.5")
@pytest.mark.parametrize(
    ("school", "said"),
    [("grojec", ("named_grounds_only",)), ("ostroleka", ("named_grounds_only",)), ("leczna", ())],
)
def test_an_exchange_without_a_ground_is_free_on_the_grounds_that_the_clause_names(
    school: str, said: tuple[str, ...]
) -> None:
    """Catches an answer for the named grounds that reads as one for any."""
    assert notes(ask(school, "id_exchange")) == said
    assert notes(ask(school, "id_exchange", ground="error")) == ()
    assert notes(ask(school, "school_id")) == ()


@pytest.mark.clause("grojec:§4.4", "ostroleka:§3.1")
@pytest.mark.parametrize("school", ["grojec", "ostroleka"])
def test_an_exchange_for_a_first_name_is_free_by_the_law_as_the_clause_does_not_name_it(
    school: str,
) -> None:
    fee = ask(school, "id_exchange", ground="first_name")
    assert (fee.amount, fee.basis) == (Decimal(0), LAW)
    assert notes(fee) == ("school_silent", "law_answers")


def test_an_exchange_for_a_first_name_is_free_under_a_clause_that_names_no_grounds() -> None:
    assert ask("leczna", "id_exchange", ground="first_name").basis == "leczna:III.5"


@pytest.mark.parametrize("school", ["balin", "sp6"])
def test_the_law_names_the_stamp_duty_item_and_leaves_the_account_to_the_head(school: str) -> None:
    for procedure, item in (("id_duplicate", "II.7"), ("certificate_duplicate", "II.5")):
        fee = ask(school, procedure)  # type: ignore[arg-type]  # a plain word
        (due,) = fee.findings
        assert due.also == (f"act:oplata-skarbowa:zał.{item}",)
        assert due.notes[-1] == "head_names_account"
        assert (fee.status, fee.payment) == (Status.MET, None)
        assert (fee.account, fee.transfer_title(ANNA)) == (None, None)


# Where to pay


@pytest.mark.parametrize("account", ACCOUNTS)
def test_the_accounts_of_the_texts_have_right_check_digits(account: str) -> None:
    digits = account.replace(" ", "")
    assert len(digits) == 26
    rest = int(digits[2:] + "2521" + "00") % 97  # "PL00": P is 25, L is 21
    assert 98 - rest == int(digits[:2])


@pytest.mark.clause(
    "grojec:§5.5",
    "leczna:IV.4",
    "leczna:IX.6",
    "ostroleka:§3.6",
    "ostroleka:§4.6",
)
@pytest.mark.parametrize(
    ("school", "procedure", "clause", "account", "title"),
    [
        (
            "grojec",
            "id_duplicate",
            "grojec:§5.5",
            GROJEC,
            "opłata za duplikat legitymacji, Anna Kowalska, 4b",
        ),
        (
            "leczna",
            "id_duplicate",
            "leczna:IV.4",
            LECZNA,
            "opłata za duplikat legitymacji, Anna Kowalska, 4b",
        ),
        (
            "leczna",
            "certificate_duplicate",
            "leczna:IX.6",
            LECZNA,
            "opłata za duplikat świadectwa, Anna Kowalska",
        ),
        (
            "ostroleka",
            "id_duplicate",
            "ostroleka:§3.6",
            OSTROLEKA,
            "za duplikat legitymacji, Anna Kowalska, 4b",
        ),
        (
            "ostroleka",
            "certificate_duplicate",
            "ostroleka:§4.6",
            OSTROLEKA,
            "za duplikat świadectwa, Anna Kowalska",
        ),
    ],
)
def test_account_and_transfer_title_are_those_of_the_text(
    school: str, procedure: Procedure, clause: str, account: str, title: str
) -> None:
    fee = ask(school, procedure)
    assert fee.payment is not None
    assert fee.payment.clause == clause
    assert fee.payment.account == account.replace(" ", "")
    assert fee.account == account
    assert fee.transfer_title(ANNA) == title


@pytest.mark.clause("ostroleka:§3.6", "ostroleka:§4.6")
def test_the_holder_is_the_school_as_the_text_has_it() -> None:
    for procedure in ("id_duplicate", "certificate_duplicate"):
        payment = ask("ostroleka", procedure).payment
        assert payment is not None
        assert payment.holder == HOLDER_OSTROLEKA


def test_where_nothing_is_due_no_account_is_named() -> None:
    school = variants.get("grojec").override(
        {"id_duplicate.fees": [{"amount": "0.00", "clause": "grojec:§5.4"}]}
    )
    fee = fees.fee(school, "id_duplicate", on=DAY)
    assert (str(fee.amount), fee.payment, fee.account) == ("0.00", None, None)


def test_the_title_leaves_out_a_class_that_is_not_known() -> None:
    pupil = ANNA.model_copy(update={"class_name": None})
    title = ask("grojec", "id_duplicate").transfer_title(pupil)
    assert title == "opłata za duplikat legitymacji, Anna Kowalska"


def test_only_the_title_tells_of_the_pupil() -> None:
    fee = ask("grojec", "id_duplicate")
    for shown in (repr(fee), fee.explain("pl"), fee.explain_json("en")):
        assert "Kowalska" not in shown


TITLE = Title(words="za", parts=(), clause="x:1")


def payment(account: str) -> Payment:
    return Payment(account=account, holder="Szkoła", titles=(TITLE,), clause="x:1")


@pytest.mark.parametrize("account", ACCOUNTS)
def test_every_wrong_digit_in_an_account_is_refused(account: str) -> None:
    assert payment(account).account == account.replace(" ", "")
    for place, right in enumerate(account):
        for wrong in set("0123456789") - {right} if right != " " else ():
            with pytest.raises(ValidationError):
                payment(account[:place] + wrong + account[place + 1 :])


@pytest.mark.parametrize(
    "account",
    [
        "",
        GROJEC[:-1],
        f"{GROJEC}0",
        f"PL{GROJEC}",
        GROJEC.replace(" ", "-"),
        "２１" + GROJEC[2:],
        "x" * 26,
    ],
)
def test_an_account_is_26_ascii_digits(account: str) -> None:
    with pytest.raises(ValidationError):
        payment(account)


# By day


ACCOUNT = ("head_names_account",)
"""What is said beside a fee that the law names, for the law names no account."""


@pytest.mark.parametrize(
    ("on", "basis", "said"),
    [
        (date(2019, 9, 1), OLD_LAW, ()),
        (date(2019, 9, 2), OLD_LAW, ()),
        (date(2023, 6, 16), OLD_LAW, ()),
        (date(2023, 6, 17), LAW, ()),
        (date(2023, 6, 18), LAW, ()),
        (date(2025, 12, 31), LAW, ()),
        (date(2026, 1, 1), LAW, ("law_probable",)),
        (date(2026, 1, 2), LAW, ("law_probable",)),
    ],
)
@pytest.mark.parametrize("school", ["balin", "sp6"])
def test_the_law_of_the_day_is_the_basis_where_the_school_is_silent(
    school: str, on: date, basis: str, said: tuple[str, ...]
) -> None:
    for procedure, amount in (("id_duplicate", "9.00"), ("certificate_duplicate", "26.00")):
        fee = ask(school, procedure, on=on)  # type: ignore[arg-type]  # a plain word
        assert (str(fee.amount), fee.basis) == (amount, basis)
        assert notes(fee) == ("school_silent", "law_answers", *said, *ACCOUNT)
    free = ask(school, "id_exchange", on=on)
    assert (free.amount, notes(free)) == (Decimal(0), ("school_silent", "law_answers", *said))


@pytest.mark.parametrize("on", [date(2019, 8, 31), date(2018, 9, 1), date(1800, 1, 1)])
@pytest.mark.parametrize("school", SCHOOLS)
def test_before_the_first_known_law_nothing_is_covered(school: str, on: date) -> None:
    for procedure in FREE[school]:
        fee = ask(school, procedure, on=on)
        assert (fee.amount, fee.payment, fee.basis) == (None, None, "I-before-table")
        assert fee.status is Status.NOT_COVERED
        assert (fee.account, fee.transfer_title(ANNA)) == (None, None)


SILENT_LAW = ("school_not_in_force", "law_answers")
SILENT_LAW_PAID = (*SILENT_LAW, *ACCOUNT)


@pytest.mark.clause(
    "balin:free",
    "grojec:§5.4",
    "grojec:§6.3",
    "leczna:IV.3",
    "leczna:IX.3",
    "ostroleka:§3.5",
    "ostroleka:§1.1",
)
@pytest.mark.parametrize(
    ("school", "procedure", "on", "basis", "said"),
    [
        ("grojec", "id_duplicate", date(2024, 7, 12), LAW, SILENT_LAW_PAID),
        ("grojec", "id_duplicate", date(2024, 7, 13), "grojec:§5.4", ()),
        ("grojec", "id_duplicate", date(2024, 7, 14), "grojec:§5.4", ()),
        ("grojec", "id_duplicate", date(2023, 6, 16), OLD_LAW, SILENT_LAW_PAID),
        ("grojec", "id_duplicate", date(2026, 1, 1), "grojec:§5.4", ()),
        ("leczna", "id_duplicate", date(2024, 7, 12), LAW, SILENT_LAW_PAID),
        ("leczna", "id_duplicate", date(2024, 7, 13), "leczna:IV.3", ()),
        ("leczna", "certificate_duplicate", date(2026, 1, 1), "leczna:IX.3", ()),
        ("ostroleka", "id_duplicate", date(2024, 8, 31), LAW, SILENT_LAW_PAID),
        ("ostroleka", "id_duplicate", date(2024, 9, 1), "ostroleka:§3.5", ()),
        ("balin", "mlegitymacja", date(2019, 9, 1), "balin:free", ()),
        ("balin", "mlegitymacja", date(2025, 9, 16), "balin:free", ()),
        ("balin", "mlegitymacja", date(2025, 9, 17), LAW, SILENT_LAW),
        ("balin", "mlegitymacja", date(2026, 1, 1), LAW, (*SILENT_LAW, "law_probable")),
        ("grojec", "mlegitymacja", date(2025, 9, 16), "grojec:§6.3", ()),
        ("grojec", "mlegitymacja", date(2025, 9, 17), LAW, SILENT_LAW),
        ("ostroleka", "mlegitymacja", date(2025, 9, 16), "ostroleka:§1.1", ()),
        ("ostroleka", "mlegitymacja", date(2025, 9, 17), LAW, SILENT_LAW),
    ],
)
def test_a_school_answers_within_its_dates_and_the_law_outside_of_them(
    school: str, procedure: Procedure, on: date, basis: str, said: tuple[str, ...]
) -> None:
    fee = ask(school, procedure, on=on)
    assert (fee.basis, notes(fee)) == (basis, said)
    assert bool(named(fee.findings, "regulation.in_force")) is (not said)


def test_outside_of_its_dates_the_school_s_account_is_not_named_either() -> None:
    fee = ask("grojec", "id_duplicate", on=date(2024, 7, 12))
    assert (str(fee.amount), fee.account) == ("9.00", None)


@pytest.mark.clause("ostroleka:§5.2")
@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2024, 9, 1), ("retroactive",)),
        (date(2024, 9, 22), ("retroactive",)),
        (date(2024, 9, 23), ()),
        (date(2024, 9, 24), ()),
    ],
)
def test_what_ostroleka_answers_for_days_before_its_text_came_is_said_to_be_retroactive(
    on: date, said: tuple[str, ...]
) -> None:
    fee = ask("ostroleka", "id_duplicate", on=on)
    (applies,) = named(fee.findings, "regulation.in_force")
    assert (applies.notes, fee.basis) == (said, "ostroleka:§3.5")


# The call


@pytest.mark.parametrize("name", ["", "fee", "slug", "school", "override", None, 3])
def test_a_procedure_nobody_knows_is_an_error_that_lists_the_known(name: Any) -> None:
    with pytest.raises(UnknownProcedure) as caught:
        fees.fee(variants.get("sp6"), name, on=DAY)
    assert len(caught.value.known) == 6
    assert "id_duplicate" in str(caught.value)


@pytest.mark.parametrize("on", [None, "2024-10-01", datetime(2024, 10, 1), date(2300, 1, 1)])  # noqa: DTZ001  (an instant without zone is the point)
def test_the_day_has_to_be_a_day(on: Any) -> None:
    with pytest.raises(WrongArgument, match="'on'"):
        fees.fee(variants.get("sp6"), "school_id", on=on)


@pytest.mark.parametrize("school", ["grojec", None, {}])
def test_the_school_has_to_be_a_regulation(school: Any) -> None:
    with pytest.raises(WrongArgument, match="'school' must be Regulation"):
        fees.fee(school, "school_id", on=DAY)


def test_the_decimal_context_of_the_host_changes_nothing() -> None:
    asked: tuple[Procedure, ...] = ("id_duplicate", "certificate_duplicate", "school_id")
    before = [ask(school, procedure) for school in SCHOOLS for procedure in asked]
    texts = [fee.explain("pl") for fee in before]
    with decimal.localcontext() as context:
        context.prec = 2
        context.rounding = decimal.ROUND_CEILING
        context.traps[decimal.Inexact] = True
        after = [ask(school, procedure) for school in SCHOOLS for procedure in asked]
        assert after == before
        assert [fee.explain("pl") for fee in after] == texts
        assert [str(fee.amount) for fee in after[:3]] == ["9.00", "26.00", "0.00"]


@pytest.mark.parametrize("amount", [9.0, 9, True, None, "-0.01", "9.001", "NaN", "Infinity", ""])
def test_an_amount_is_text_or_decimal_with_two_places_and_not_negative(amount: Any) -> None:
    with pytest.raises(ValidationError):
        Amount(amount=amount, clause="x:1")
    for data in (
        {"amount": amount, "clause": "x:1"},
        json.dumps({"amount": amount, "clause": "x:1"}),
    ):
        with pytest.raises(LoadError) as caught:
            load(Amount, data)
        assert [path for path, _ in caught.value.faults] == ["amount"]


@pytest.mark.parametrize("amount", ["9", "9.0", "1e1", "-0.00"])
def test_an_amount_written_otherwise_is_refused_or_brought_to_two_places(amount: str) -> None:
    """Catches `Decimal('9')`, `1E+1` or `-0.00` shown to a parent as a price."""
    try:
        loaded = load(Amount, {"amount": amount, "clause": "x:1"}).amount
    except LoadError:
        return
    assert is_two_places(loaded)
    assert not loaded.is_signed()


# In words


def test_the_answer_explains_itself_in_both_languages() -> None:
    fee = ask("grojec", "id_duplicate")
    assert "[+] opłata: 9,00 zł [grojec:§5.4" in fee.explain("pl")
    assert "[+] fee: 9.00 PLN [grojec:§5.4" in fee.explain("en")
    law = ask("sp6", "certificate_duplicate", on=date(2026, 1, 1))
    polish = law.explain("pl").splitlines()
    assert polish[:2] == [
        "SPEŁNIONE",
        "[+] opłata: 26,00 zł [act:druki-2023:§67, act:oplata-skarbowa:zał.II.5]",
    ]
    assert polish[-1] == "      rachunek do wpłaty wskazuje dyrektor"
    assert law.explain("en").endswith("the head names the account for the payment")
    assert "a probable source, not a confirmed one" in law.explain("en")


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_fee_is_not_called_stamp_duty_in_our_words(school: str) -> None:
    for procedure in ("id_duplicate", "certificate_duplicate"):
        fee = ask(school, procedure)
        words = [line.partition("[act")[0] for line in fee.explain("pl").splitlines()]
        assert not any("skarbow" in line for line in words)
        assert "stamp" not in fee.explain("en")


def test_an_unknown_ground_is_a_typed_error() -> None:
    """Catches a misspelt ground that is answered as if the law had named it."""
    with pytest.raises(WrongArgument, match="'ground'"):
        fees.fee(variants.get("grojec"), "id_exchange", on=DAY, ground="adress")  # type: ignore[arg-type]  # that is the point
