"""What a text can ask beyond what the five do: how a request is made, a clock from its receipt, fees
for several copies, a validity until 30 September.

The texts are invented, or one of the five with a record more.
"""

from __future__ import annotations

import decimal
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import (
    Accepted,
    Status,
    applications,
    deadlines,
    fees,
    law,
    mlegitymacja,
    payments,
    variants,
)
from legitymacja_rules._day import months_after
from legitymacja_rules.errors import LoadError, WrongArgument
from legitymacja_rules.facts import FilledForm, ProofOfPayment
from legitymacja_rules.loading import load
from legitymacja_rules.regulation import Manner, ProcedureRules
from legitymacja_rules.school_year import last_confirmed_day
from samples import ANNA, CODES, DAY, application, attest, named

MET, REVIEW, NOT_COVERED, BREACHED = Status

# --- how a request is made ------------------------------------------------------------------------

WRITTEN = Manner(by=("in_writing",), clause="x:1", also=("x:2",))
ORAL = Manner(by=("orally",), clause="x:1")
EITHER = Manner(by=("in_writing", "orally"), clause="x:1")

BARE: dict[str, Any] = {"handed_in": ()}
ON_A_FORM: dict[str, Any] = {"handed_in": ("form",)}
FILLED: dict[str, Any] = {"handed_in": (), "form": FilledForm(signed=True)}
MAILED: dict[str, Any] = {"handed_in": (), "lodged": "email"}
UPLOADED: dict[str, Any] = {"handed_in": (), "lodged": "e_register"}
SPOKEN: dict[str, Any] = {"handed_in": (), "manner": "orally"}
SAID_WRITTEN: dict[str, Any] = {"handed_in": (), "manner": "in_writing"}
WRITTEN_DOWN: dict[str, Any] = {"handed_in": ("form",), "manner": "orally"}


@pytest.mark.parametrize(
    ("made", "how", "written", "oral", "either"),
    [
        (BARE, None, REVIEW, REVIEW, MET),
        (ON_A_FORM, "in_writing", MET, BREACHED, MET),
        (FILLED, "in_writing", MET, BREACHED, MET),
        (MAILED, "in_writing", MET, BREACHED, MET),
        (UPLOADED, "in_writing", MET, BREACHED, MET),
        (SAID_WRITTEN, "in_writing", MET, BREACHED, MET),
        (SPOKEN, "orally", BREACHED, MET, MET),
        (WRITTEN_DOWN, "orally", BREACHED, MET, MET),
    ],
)
def test_a_request_is_made_as_the_text_has_it(
    made: dict[str, Any], how: str | None, written: Status, oral: Status, either: Status
) -> None:
    lodged = application("balin", **made)
    for row, expected in ((WRITTEN, written), (ORAL, oral), (EITHER, either)):
        rules = ProcedureRules(manner=row)
        (found,) = named(applications.findings(lodged, rules, DAY, ()), "application.manner")
        assert (found.status, found.clause, found.subject) == (expected, "x:1", how)
        assert found.also == (*row.also, "I-in-writing")
        assert found.notes == (("manner_not_given",) if expected is REVIEW else ())


@pytest.mark.parametrize("made", [BARE, ON_A_FORM, SPOKEN])
def test_a_silent_text_takes_a_request_however_it_is_made(made: dict[str, Any]) -> None:
    lodged = application("balin", **made)
    found = applications.findings(lodged, ProcedureRules(), DAY, ())
    assert named(found, "application.manner") == []


def test_a_manner_names_at_least_one() -> None:
    with pytest.raises(LoadError) as caught:
        load(Manner, {"by": [], "clause": "x:1"})
    assert caught.value.faults == (("by", "too_short"),)


# --- a clock that runs from the receipt -----------------------------------------------------------

FROM_RECEIPT = variants.get("leczna").override(
    {
        "id_duplicate.due": {
            "count": 7,
            "unit": "days",
            "since": ["receipt", "payment"],
            "clause": "x:1",
        }
    }
)


@pytest.mark.parametrize(
    ("receipt", "payment", "started", "latest"),
    [
        (date(2024, 10, 2), date(2024, 10, 1), date(2024, 10, 2), date(2024, 10, 9)),
        (date(2024, 10, 2), date(2024, 10, 2), date(2024, 10, 2), date(2024, 10, 9)),
        (date(2024, 10, 2), date(2024, 10, 3), date(2024, 10, 3), date(2024, 10, 10)),
    ],
)
def test_the_receipt_starts_a_clock_and_the_lodging_does_not(
    receipt: date, payment: date, started: date, latest: date
) -> None:
    given_: dict[str, Any] = {"receipt": receipt, "payment": payment}
    answer = deadlines.due(FROM_RECEIPT, "id_duplicate", application=date(2024, 9, 1), **given_)
    assert (answer.started, answer.latest, answer.waits_for) == (started, latest, ())
    assert answer == deadlines.due(FROM_RECEIPT, "id_duplicate", **given_)


def test_a_clock_waits_for_the_receipt() -> None:
    lodged: dict[str, Any] = {"application": DAY, "complete": DAY, "payment": DAY}
    answer = deadlines.due(FROM_RECEIPT, "id_duplicate", **lodged)
    assert (answer.waits_for, answer.latest) == (("receipt",), None)
    assert "potrzebne, by termin zaczął biec: wpływ wniosku do szkoły" in answer.explain("pl")


@pytest.mark.parametrize("day", ["2024-10-01", 1])
def test_a_receipt_is_a_day(day: Any) -> None:
    with pytest.raises(WrongArgument) as caught:
        deadlines.due(FROM_RECEIPT, "id_duplicate", receipt=day)
    assert caught.value.name == "receipt"


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 600))
def test_months_later_is_the_same_date_or_the_last_of_that_month(day: date, count: int) -> None:
    later = months_after(day, count)
    assert (later.year - day.year) * 12 + later.month - day.month == count
    assert later.day == day.day or (
        later.day < day.day and date.fromordinal(later.toordinal() + 1).day == 1
    )


# --- several copies -------------------------------------------------------------------------------


def priced(amount: str) -> Any:
    rows = [{"amount": amount, "clause": "x:1"}]
    return variants.get("leczna").override({"certificate_duplicate.fees": rows})


@given(st.integers(0, 10**11 - 1), st.integers(1, 1000))
def test_so_many_copies_cost_so_many_times_the_fee(grosze: int, copies: int) -> None:
    amount = f"{grosze // 100}.{grosze % 100:02}"
    with decimal.localcontext() as context:
        context.prec = 1
        answer = fees.fee(priced(amount), "certificate_duplicate", on=DAY, copies=copies)
    assert answer.amount is not None
    assert answer.amount.as_tuple().exponent == -2
    assert int(str(answer.amount).replace(".", "")) == grosze * copies
    (due,) = named(answer.findings, "fee.amount")
    assert due.measured == str(answer.amount)
    assert (answer.payment is None) is (grosze == 0)


@pytest.mark.parametrize(
    ("copies", "amount", "told"), [(1, "26.00", []), (2, "52.00", [2]), (3, "78.00", [3])]
)
def test_several_copies_are_told_beside_the_amount(
    copies: int, amount: str, told: list[int]
) -> None:
    for school in (priced("26.00"), variants.get("balin")):  # by its text, and by the law
        answer = fees.fee(school, "certificate_duplicate", on=DAY, copies=copies)
        assert str(answer.amount) == amount
        assert [f.measured for f in named(answer.findings, "fee.copies")] == told
        assert {f.clause for f in answer.findings if f.code.startswith("fee.")} == {answer.basis}


def test_what_is_free_stays_free_however_many() -> None:
    answer = fees.fee(priced("0.00"), "certificate_duplicate", on=DAY, copies=5)
    assert (str(answer.amount), answer.payment) == ("0.00", None)
    free = fees.fee(variants.get("sp6"), "school_id", on=DAY, copies=5)
    assert str(free.amount) == "0.00"


def test_of_a_day_of_which_no_fee_is_known_copies_cost_nothing_known() -> None:
    before = min(span.since for span in law.FEES["id_duplicate"].spans)
    long_ago = date(before.year - 1, 1, 1)
    answer = fees.fee(variants.get("balin"), "id_duplicate", on=long_ago, copies=3)
    assert (answer.amount, named(answer.findings, "fee.copies")) == (None, [])


@pytest.mark.parametrize("copies", [0, -1, 1001, True, 1.0, "1", None, Decimal(1)])
def test_copies_are_a_whole_number_from_one_on(copies: Any) -> None:
    with pytest.raises(WrongArgument) as caught:
        fees.fee(variants.get("leczna"), "id_duplicate", on=DAY, copies=copies)
    assert caught.value.name == "copies"
    assert fees.fee(variants.get("leczna"), "id_duplicate", on=DAY, copies=1000).amount == 9000


@pytest.mark.parametrize(
    ("paid", "status"), [("51.99", BREACHED), ("52.00", MET), ("52.01", REVIEW)]
)
def test_a_proof_for_two_copies_shows_twice_the_fee(paid: str, status: Status) -> None:
    school = variants.get("leczna")
    call: dict[str, Any] = {"on": DAY, "copies": 2}
    told = payments.instruction(school, "certificate_duplicate", ANNA, **call)
    assert str(told.amount) == "52.00"
    assert told.account is not None
    assert told.title is not None
    proof = ProofOfPayment(amount=Decimal(paid), account=told.account, title=told.title, paid=DAY)
    verdict = payments.check(proof, school, "certificate_duplicate", ANNA, **call)
    (amount,) = named(verdict.findings, "payment.amount")
    assert (amount.status, amount.limit) == (status, "52.00")


# --- a validity until 30 September ----------------------------------------------------------------

SEPTEMBER = [{"by": "september_30", "clause": "x:1"}]


@pytest.mark.parametrize(
    ("on", "last"),
    [
        (date(2024, 8, 30), date(2024, 9, 30)),
        (date(2024, 8, 31), date(2024, 9, 30)),
        (date(2024, 9, 1), date(2025, 9, 30)),
        (date(2024, 9, 30), date(2025, 9, 30)),
        (date(2024, 10, 1), date(2025, 9, 30)),
        (date(2025, 1, 1), date(2025, 9, 30)),
    ],
)
def test_30_september_is_that_after_the_school_year(on: date, last: date) -> None:
    assert last_confirmed_day(on) == last


def valid_until(id_until: date, rows: list[dict[str, str]], **changes: Any) -> tuple[date, str]:
    school = variants.get("balin").override({"mlegitymacja.validity": rows})
    held = application("balin").prior_id
    assert held is not None
    asked = application(
        "balin", prior_id=held.model_copy(update={"valid_until": id_until}), **changes
    )
    first = mlegitymacja.issue(asked, school, on=DAY, codes=CODES)
    outcome = mlegitymacja.issue(
        asked, school, on=DAY, codes=CODES, attested=attest(first.findings)
    )
    assert isinstance(outcome, Accepted), outcome.reasons
    (found,) = named(outcome.findings, "mlegitymacja.validity")
    return outcome.document.issued.valid_until, str(found.subject)


def test_a_text_may_bound_the_mlegitymacja_by_30_september() -> None:
    last = date(2025, 9, 30)
    assert valid_until(date(2027, 1, 1), SEPTEMBER) == (last, "september_30")
    both = [*SEPTEMBER, {"by": "id", "clause": "x:2"}]
    assert valid_until(date(2025, 9, 29), both) == (date(2025, 9, 29), "id")
    assert valid_until(date(2025, 9, 30), both) == (last, "september_30")
    assert valid_until(date(2025, 10, 1), both) == (last, "september_30")
    year = [*SEPTEMBER, {"by": "school_year", "clause": "x:2"}]
    assert valid_until(date(2027, 1, 1), year) == (date(2025, 8, 31), "school_year")
    ends = [*SEPTEMBER, {"by": "education", "clause": "x:2"}]
    left = {"education_ends": date(2025, 6, 27)}
    assert valid_until(date(2027, 1, 1), ends, **left) == (date(2025, 6, 27), "education")
