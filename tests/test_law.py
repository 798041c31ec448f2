"""The national layer by day, and the timelines it is made of."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import law
from legitymacja_rules.citations import citation
from legitymacja_rules.errors import TimelineGap, TimelineOverlap, WrongArgument
from legitymacja_rules.interpretations import REGISTER
from legitymacja_rules.timeline import Span, Timeline, Uncovered
from legitymacja_rules.vocabulary import Procedure

FIRST, LAST = date(2019, 8, 1), date(2027, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
CHECKED = date(2026, 11, 26)
TOPICS = law.TOPICS


def test_every_table_of_the_law_is_a_topic() -> None:
    """Catches a table that nobody walks."""
    tables = [getattr(law, name) for name in law.__all__]
    lines = [table for table in tables if isinstance(table, Timeline)]
    lines += [line for table in (law.FEES, law.FIRST_ID) for line in table.values()]
    assert {id(line) for line in lines} == {id(line) for line in TOPICS.values()}


@pytest.mark.parametrize("topic", TOPICS)
def test_every_day_lies_in_exactly_one_span_and_that_one_answers(topic: str) -> None:
    line = TOPICS[topic]
    for day in DAYS:
        spans = [span for span in line if span.since <= day <= (span.until or date.max)]
        if day < date(2019, 9, 1):
            assert spans == []
            assert line.on(day).certainty == "unknown"
        else:
            assert spans == [line.on(day)]


@pytest.mark.parametrize("topic", TOPICS)
def test_a_span_has_a_value_with_its_source_or_says_that_nothing_is_known(topic: str) -> None:
    for span in TOPICS[topic]:
        assert span.checked == CHECKED
        if isinstance(span, Span):
            assert span.value is not None
            assert citation(span.clause).kind in {"act", "notice"}
            assert span.certainty in {"confirmed", "probable"}
        else:
            assert span.value is None
            assert span.clause in REGISTER
            assert span.certainty == "unknown"


@pytest.mark.parametrize("topic", TOPICS)
def test_before_its_first_day_a_topic_is_unknown_not_forgotten(topic: str) -> None:
    for day in (date.min, date(1800, 1, 1), date(2019, 8, 31)):
        span = TOPICS[topic].on(day)
        assert (span.value, span.clause, span.certainty) == (None, "I-before-table", "unknown")
        assert span.until == date(2019, 8, 31)
    assert TOPICS[topic].on(date(2019, 9, 1)).clause != "I-before-table"


CHANGES = {
    "system": ("2025-09-17",),
    "consent": ("2023-06-17", "2024-03-08"),
    "first_id.school": ("2023-07-14",),
    "first_id.preschool": ("2023-07-14",),
    "prior_id": ("2023-06-17", "2025-09-17"),
    "pesel": ("2025-09-17",),
    "validity": ("2023-06-17", "2025-09-17"),
    "revocation_grounds": ("2023-06-17", "2025-09-17"),
    "reissue_grounds": ("2023-06-17", "2023-12-22"),
    "codes": ("2025-09-17",),
    "qr_codes": ("2025-09-17", "2025-11-20"),
    "codes_once": ("2025-09-17",),
    "devices": ("2025-09-17",),
    "photo": ("2025-09-17",),
    "id_forms": ("2023-06-17", "2024-07-13"),
    "paper_ids": (),
    "exchange_grounds": ("2025-09-17",),
    "duplicate_number": ("2025-09-17",),
    "duplicate_date": ("2025-09-17",),
    "certificate_records": ("2023-06-17",),
    "certificate_forms": ("2023-06-17",),
    "days_off": ("2025-02-01",),
    **{f"fee.{procedure}": ("2023-06-17", "2026-01-01") for procedure in get_args(Procedure)},
}
"""The days on which each topic is known to have changed, as the sources tell them."""


def test_each_topic_changes_on_its_days_and_on_no_other() -> None:
    assert set(CHANGES) == set(TOPICS)
    for topic, line in TOPICS.items():
        turns = [
            day.isoformat()
            for before, day in pairwise(DAYS)
            if line.on(before) != line.on(day) and day > date(2019, 9, 1)
        ]
        assert turns == [*CHANGES[topic]], topic


@pytest.mark.parametrize(
    ("day", "model", "clause", "certainty"),
    [
        (date(2019, 9, 1), "application", "act:druki-2019:§26", "confirmed"),
        (date(2023, 6, 16), "application", "act:druki-2019:§26", "confirmed"),
        (date(2023, 6, 17), "application", "notice:application-model", "probable"),
        (date(2024, 3, 7), "application", "notice:application-model", "probable"),
        (date(2024, 3, 8), "opt_out", "act:system-oswiaty:art.11.1d", "confirmed"),
        (date(2024, 3, 9), "opt_out", "act:system-oswiaty:art.11.1d", "confirmed"),
        (LAST, "opt_out", "act:system-oswiaty:art.11.1d", "confirmed"),
    ],
)
def test_from_8_march_2024_parents_object_instead_of_applying(
    day: date, model: str, clause: str, certainty: str
) -> None:
    span = law.CONSENT.on(day)
    assert span.value is not None
    assert (span.value.model, span.clause, span.certainty) == (model, clause, certainty)
    assert span.value.clause == clause


@pytest.mark.parametrize(
    ("day", "known"),
    [(date(2025, 9, 16), False), (date(2025, 9, 17), True), (date(2025, 9, 18), True)],
)
def test_the_system_of_today_is_known_from_17_september_2025(day: date, *, known: bool) -> None:
    codes, devices = law.CODES.on(day).value, law.DEVICES.on(day).value
    photo = law.PHOTO.on(day).value
    assert [value is not None for value in (codes, devices, photo)] == [known] * 3
    if codes and devices and photo:
        assert (codes.window("print").days, codes.window("platform").minutes) == (7, 10)
        assert codes.window("email").days is codes.window(None).minutes is None
        assert codes.renewable
        assert (devices.limit, devices.of_pupil, devices.of_parents) == (5, 1, 4)
        assert photo.pixels is not None
        assert photo.size is not None
        assert (photo.pixels.min_width, photo.pixels.min_height) == (246, 304)
        assert str(photo.size.max_mb) == "2.5"
    assert law.DUPLICATE_DATE.on(day).certainty == ("probable" if known else "unknown")


def test_christmas_eve_is_free_from_2025_and_no_other_day_changed() -> None:
    before, since = (law.DAYS_OFF.on(date(year, 12, 24)).value for year in (2024, 2025))
    assert before is not None
    assert since is not None
    assert {*since} - {*before} == {"christmas_eve"}
    assert {*before} < {*since}
    assert law.DAYS_OFF.on(date(2025, 2, 1)).also == ("act:dni-wolne-2024:art.1",)


# The sheet of a day


@pytest.mark.parametrize("day", [FIRST, date(2019, 9, 1), date(2023, 6, 17), DAYS[-1]])
def test_on_the_sheet_of_a_day_each_topic_says_what_its_timeline_says(day: date) -> None:
    sheet = law.regulation(day)
    app = sheet.mlegitymacja
    assert app is not None
    on_the_sheet = {
        "consent": app.consent,
        "prior_id": app.prior_id,
        "pesel": app.pesel,
        "validity": app.validity,
        "revocation_grounds": app.revocation,
        "reissue_grounds": app.reissue,
        "codes": app.codes,
        "codes_once": app.one_time,
        "devices": app.devices,
        "photo": app.photo,
        "paper_ids": sheet.ids.paper,
        "first_id.school": sheet.school_id and sheet.school_id.eligible,
        "first_id.preschool": sheet.preschool_id and sheet.preschool_id.eligible,
        "exchange_grounds": sheet.id_exchange and next(iter(sheet.id_exchange.grounds), None),
        "certificate_records": sheet.certificate_duplicate
        and sheet.certificate_duplicate.no_records,
        "certificate_forms": sheet.certificate_duplicate and sheet.certificate_duplicate.forms,
    }
    for topic, value in on_the_sheet.items():
        assert (value or None) == TOPICS[topic].on(day).value, topic
    for procedure in get_args(Procedure):
        rules = sheet.procedure(procedure)
        amounts = [row.amount for row in rules.fees] if rules else []
        known = law.FEES[procedure].on(day).value
        assert amounts == ([] if known is None else [known])
    beside = {"system", "id_forms", "qr_codes", "duplicate_number", "duplicate_date", "days_off"}
    assert set(TOPICS) == {*on_the_sheet, *beside, *(f"fee.{name}" for name in law.FEES)}


def test_days_between_two_changes_share_one_sheet() -> None:
    sheets = {id(law.regulation(day)) for day in DAYS}
    turns = {day for days in CHANGES.values() for day in days}
    assert len(sheets) == len(turns) + 2
    assert law.regulation(date(2024, 1, 1)) is law.regulation(date(2024, 3, 7))


def test_on_no_day_one_clause_is_sure_and_unsure() -> None:
    """By its clause alone an answer of the law is told to be probable."""
    for day in DAYS:
        sure: dict[str, set[str]] = {}
        for line in TOPICS.values():
            span = line.on(day)
            if span.value is not None:
                for clause in (
                    span.clause,
                    *re.findall(r"(?<![a-z_])clause='([^']+)'", repr(span.value)),
                ):
                    sure.setdefault(clause, set()).add(span.certainty)
        assert all(len(words) == 1 for words in sure.values())
        assert {clause: {word} for clause, word in law.certainties(day).items()} == sure


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


def at(first: date, last: date | None, value: str = "x") -> Span[str]:
    return Span(first, last, value, "act:x:1", CHECKED)


D1, D2, D3, D4 = (date(2020, 1, day) for day in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("spans", "day"),
    [
        ((at(D1, D2), at(D2, None)), D2),
        ((at(D1, D3), at(D2, None)), D2),
        ((at(D1, None), at(D2, None)), D2),
        ((at(D2, D3), at(D1, None)), D1),
        ((at(D1, D1), at(D1, None)), D1),
        ((at(D1, D1), at(D2, D3), at(D3, None)), D3),
    ],
)
def test_two_spans_for_one_day_are_an_overlap(spans: tuple[Span[str], ...], day: date) -> None:
    with pytest.raises(TimelineOverlap, match=f"two spans for {day}") as refusal:
        Timeline(*spans)
    assert refusal.value.day == day
    assert isinstance(refusal.value, ValueError)
    assert not isinstance(refusal.value, TimelineGap)


@pytest.mark.parametrize(
    ("spans", "day"),
    [
        ((at(D1, D1), at(D3, None)), D2),
        ((at(D1, D1), at(D4, None)), D2),
        ((at(D1, D1), at(D2, D2), at(D4, None)), D3),
        ((at(D1, D1),), D2),
        ((at(D1, D1), at(D2, D2)), D3),
    ],
)
def test_no_span_for_a_day_is_a_gap(spans: tuple[Span[str], ...], day: date) -> None:
    with pytest.raises(TimelineGap, match=f"no span for {day}") as refusal:
        Timeline(*spans)
    assert refusal.value.day == day
    assert not isinstance(refusal.value, TimelineOverlap)


def test_spans_without_end_to_end_are_a_timeline() -> None:
    assert len(Timeline(at(D1, D1), at(D2, D3), at(D4, None)).spans) == 3


@pytest.mark.parametrize("spans", [(), (at(D2, D1), at(D3, None))])
def test_no_span_at_all_and_one_that_ends_before_it_begins_are_refused(
    spans: tuple[Span[str], ...],
) -> None:
    with pytest.raises(ValueError, match="span"):
        Timeline(*spans)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2019, 12, 31), None),
        (D1, "a"),
        (D2, None),
        (D3, None),
        (D4, "c"),
        (date.max, "c"),
    ],
)
def test_a_day_is_answered_by_the_span_it_lies_in(day: date, value: str | None) -> None:
    hole = Uncovered(D2, D3, "I-silence", CHECKED)
    assert Timeline(at(D1, D1, "a"), hole, at(D4, None, "c")).on(day).value == value


@given(
    st.lists(st.dates(date(1900, 1, 1), date(2200, 1, 1)), unique=True, min_size=1, max_size=8),
    st.dates(date(1800, 1, 1), date(2200, 1, 1)),
)
def test_whichever_days_it_turns_on_a_day_has_the_last_turn_before_it(
    turns: list[date], day: date
) -> None:
    firsts = sorted(turns)
    lasts = [*(turn - timedelta(days=1) for turn in firsts[1:]), None]
    line = Timeline(*(at(*ends, str(ends[0])) for ends in zip(firsts, lasts, strict=True)))
    before = [turn for turn in firsts if turn <= day]
    assert line.on(day).value == (str(before[-1]) if before else None)


@pytest.mark.parametrize("other", [None, "2025-09-17", 20250917, datetime(2025, 9, 17)])  # noqa: DTZ001  (no day)
def test_only_a_day_has_a_law(other: Any) -> None:
    for ask in (law.regulation, law.CONSENT.on):
        with pytest.raises(WrongArgument):
            ask(other)
