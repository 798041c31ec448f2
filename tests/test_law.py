"""The national layer by day, and the timelines it is made of."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import law
from legitymacja_rules.interpretations import REGISTER
from legitymacja_rules.timeline import Span, Timeline
from legitymacja_rules.vocabulary import Procedure

TABLES: dict[str, Any] = {name: getattr(law, name) for name in law.__all__}
TOPICS: dict[str, Timeline[Any]] = {
    **{name: table for name, table in TABLES.items() if isinstance(table, Timeline)},
    **{
        f"{name}.{key}": line
        for name, table in TABLES.items()
        if not isinstance(table, Timeline)
        for key, line in table.items()
    },
}
"""Every topic of the law; a table of tables is one topic for each of its keys."""
FIRST, LAST = date(2019, 8, 1), date(2027, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
CHECKED = date(2026, 11, 22)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_day_lies_in_exactly_one_span_and_that_one_answers(topic: str) -> None:
    line = TOPICS[topic]
    for day in DAYS:
        spans = [span for span in line.spans if span.since <= day <= (line.until(span) or date.max)]
        if day < date(2019, 9, 1):
            assert spans == []
            assert line.on(day).certainty == "unknown"
        else:
            assert spans == [line.on(day)]


@pytest.mark.parametrize("topic", TOPICS)
def test_what_is_unknown_has_no_value_and_a_registered_reading(topic: str) -> None:
    for day in DAYS:
        span = TOPICS[topic].on(day)
        assert (span.value is None) is (span.certainty == "unknown")
        assert (span.clause in REGISTER) is (span.value is None)
        assert span.checked == CHECKED


@pytest.mark.parametrize("topic", TOPICS)
def test_before_its_first_day_a_topic_is_unknown_not_forgotten(topic: str) -> None:
    for day in (date.min, date(1800, 1, 1), date(2019, 8, 31)):
        span = TOPICS[topic].on(day)
        assert (span.value, span.clause, span.certainty) == (None, "I-before-table", "unknown")
    assert TOPICS[topic].on(date(2019, 9, 1)).clause != "I-before-table"


AMOUNTS: dict[Procedure, tuple[str, tuple[str, ...]]] = {
    "school_id": ("0.00", ()),
    "preschool_id": ("0.00", ()),
    "id_exchange": ("0.00", ()),
    "id_duplicate": ("9.00", ("act:oplata-skarbowa:zał.II.7",)),
    "mlegitymacja": ("0.00", ()),
    "certificate_duplicate": ("26.00", ("act:oplata-skarbowa:zał.II.5",)),
}


def test_every_procedure_has_its_amount_on_every_day_from_september_2019() -> None:
    assert set(law.FEES) == set(AMOUNTS)
    for procedure, (amount, also) in AMOUNTS.items():
        for day in DAYS[31:]:
            span = law.FEES[procedure].on(day)
            assert (str(span.value), span.also) == (amount, also)
            assert type(span.value) is Decimal


@pytest.mark.parametrize(
    ("day", "clause", "certainty"),
    [
        (date(2019, 9, 1), "act:druki-2019:§29", "confirmed"),
        (date(2023, 6, 16), "act:druki-2019:§29", "confirmed"),
        (date(2023, 6, 17), "act:druki-2023:§67", "confirmed"),
        (date(2025, 12, 31), "act:druki-2023:§67", "confirmed"),
        (date(2026, 1, 1), "act:druki-2023:§67", "probable"),
        (date(2027, 12, 31), "act:druki-2023:§67", "probable"),
    ],
)
@pytest.mark.parametrize("procedure", AMOUNTS)
def test_the_regulation_of_the_day_sets_the_fee(
    procedure: Procedure, day: date, clause: str, certainty: str
) -> None:
    span = law.FEES[procedure].on(day)
    assert (span.clause, span.certainty) == (clause, certainty)


@pytest.mark.parametrize("day", [date(2019, 9, 1), date(2023, 6, 16)])
def test_the_grounds_of_the_2019_regulation(day: date) -> None:
    revoking, again = law.REVOCATION_GROUNDS.on(day), law.REISSUE_GROUNDS.on(day)
    assert revoking.clause == again.clause == "act:druki-2019:§26"
    assert revoking.value is not None
    assert again.value is not None
    assert {row.ground for row in revoking.value if not row.applicants} == {
        "name_change",
        "id_validity_lost",
        "school_changed",
    }
    on_application = {row.ground: row.applicants for row in revoking.value if row.applicants}
    assert set(on_application) == {"on_request", "device_lost_or_damaged", "other_loss"}
    for who in on_application.values():
        assert {(may.who, may.pupil) for may in who} == {("parent", "minor"), ("pupil", "adult")}
    assert {row.ground for row in again.value} == {
        "validity_confirmed",
        "errors_found",
        "after_revocation",
        "name_change",
    }
    (after,) = (row.after for row in again.value if row.after)
    assert set(after) == set(on_application)
    bases = [row.basis for row in revoking.value if row.ground == "name_change"]
    bases += [row.basis for row in again.value if row.ground == "name_change"]
    for basis in bases:
        assert basis is not None
        assert set(basis.accepted) == {"administrative_decision", "court_ruling"}


@pytest.mark.parametrize("day", [date(2023, 6, 17), date(2023, 12, 21)])
def test_between_the_regulation_of_2023_and_the_new_card_rule_no_grounds_are_known(
    day: date,
) -> None:
    assert law.REVOCATION_GROUNDS.on(day).value is None
    assert law.REISSUE_GROUNDS.on(day).value is None


@pytest.mark.parametrize("day", [date(2023, 12, 22), LAST])
def test_a_new_card_is_a_probable_ground_from_22_december_2023(day: date) -> None:
    span = law.REISSUE_GROUNDS.on(day)
    assert span.value is not None
    assert [row.ground for row in span.value] == ["new_card"]
    assert span.certainty == "probable"


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2025, 9, 16), False),
        (date(2025, 9, 17), True),
        (date(2025, 9, 18), True),
    ],
)
def test_since_17_september_2025_notices_tell_what_ends_a_document(
    day: date, *, known: bool
) -> None:
    for table in (law.REVOCATION_GROUNDS, law.EXCHANGE_GROUNDS, law.DUPLICATE_NUMBER):
        assert (table.on(day).value is not None) is known
        assert table.on(day).certainty == ("probable" if known else "unknown")
    rows = law.REVOCATION_GROUNDS.on(day).value or ()
    assert ("id_validity_lost" in {row.ground for row in rows}) is known
    grounds = law.EXCHANGE_GROUNDS.on(day).value
    assert (grounds is not None and "pesel_granted" in grounds.any_of) is known


@pytest.mark.parametrize("kind", law.FIRST_ID)
@pytest.mark.parametrize(
    ("day", "known"),
    [(date(2023, 7, 13), False), (date(2023, 7, 14), True), (date(2023, 7, 15), True)],
)
def test_who_gets_a_first_id_is_known_from_14_july_2023(
    kind: Any, day: date, *, known: bool
) -> None:
    row = law.FIRST_ID[kind].on(day).value
    assert (row is not None) is known
    if row:
        assert row.disability is (kind == "preschool")
        assert row.preparatory_year is (kind == "preschool")


def test_the_last_day_for_ids_on_paper() -> None:
    for day in (date(2019, 9, 1), date(2024, 7, 12), date(2024, 7, 13), LAST):
        row = law.PAPER_IDS.on(day).value
        assert row is not None
        assert row.last_issue == date(2024, 7, 12)


# Timelines


def at(day: date, value: str | None = "x") -> Span[str]:
    return Span(day, value, "act:x:1", CHECKED)


ONE, TWO, THREE = at(date(2020, 1, 1), "a"), at(date(2020, 1, 2), "b"), at(date(2021, 1, 1), "c")


@pytest.mark.parametrize("spans", [(), (TWO, ONE), (ONE, ONE), (ONE, THREE, TWO), (ONE, TWO, TWO)])
def test_spans_that_are_missing_out_of_order_or_start_together_are_refused(
    spans: tuple[Span[str], ...],
) -> None:
    with pytest.raises(ValueError, match="in order"):
        Timeline(*spans)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), "a"),
        (date(2020, 1, 2), "b"),
        (date(2020, 12, 31), "b"),
        (date(2021, 1, 1), "c"),
        (date.max, "c"),
    ],
)
def test_a_day_is_answered_by_the_span_it_lies_in(day: date, value: str | None) -> None:
    assert Timeline(ONE, TWO, THREE).on(day).value == value


def test_a_span_lasts_until_the_day_before_the_next_and_the_last_has_no_end() -> None:
    line = Timeline(ONE, TWO, THREE)
    assert [line.until(span) for span in line.spans] == [
        date(2020, 1, 1),
        date(2020, 12, 31),
        None,
    ]


def test_the_span_before_the_table_ends_on_the_day_before_it() -> None:
    """Catches an answer of `on` that `until` does not know."""
    line = Timeline(ONE)
    assert line.until(line.on(date(2019, 1, 1))) == date(2019, 12, 31)


@given(st.sets(st.dates(), min_size=1, max_size=8), st.dates())
def test_spans_in_order_never_leave_a_gap(firsts: set[date], day: date) -> None:
    line = Timeline(*(at(first) for first in sorted(firsts)))
    span = line.on(day)
    assert span.since <= day
    assert (span.value is None) is (day < min(firsts))
    assert not any(span.since < first <= day for first in firsts)
