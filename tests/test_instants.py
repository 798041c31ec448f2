"""Instants and the time between them; the oracle for Polish clocks is the time zone database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from legitymacja_rules._instants import Instant, elapsed, polish_days

WARSAW = ZoneInfo("Europe/Warsaw")
INSTANT: TypeAdapter[datetime] = TypeAdapter(Instant)

UTC_TIMES = st.datetimes(datetime(1997, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC))
WALL_TIMES = st.datetimes(datetime(1997, 1, 1), datetime(2037, 1, 1))


def in_warsaw(utc: datetime) -> datetime:
    return utc.astimezone(WARSAW).replace(tzinfo=None)


@given(UTC_TIMES, st.integers(-86_400, 86_400))
def test_between_instants_with_an_offset_there_is_one_time(start: datetime, seconds: int) -> None:
    end = start + timedelta(seconds=seconds)
    here = timezone(timedelta(hours=2))
    assert elapsed(start.astimezone(here), end) == {timedelta(seconds=seconds)}


@given(UTC_TIMES)
def test_a_polish_clock_stands_for_the_instant_at_which_it_showed_so(utc: datetime) -> None:
    assert timedelta(0) in elapsed(in_warsaw(utc), utc)
    assert polish_days(utc) == {in_warsaw(utc).date()}


@given(WALL_TIMES)
def test_a_polish_clock_is_ambiguous_just_where_the_database_says_so(wall: datetime) -> None:
    twice = (
        wall.replace(tzinfo=WARSAW).utcoffset() != wall.replace(tzinfo=WARSAW, fold=1).utcoffset()
    )
    assert (len(elapsed(wall, datetime(2000, 1, 1, tzinfo=UTC))) == 2) is twice
    assert polish_days(wall) == {wall.date()}


@pytest.mark.parametrize(
    ("wall", "instants"),
    [
        (datetime(2025, 10, 26, 1, 59, 59), 1),
        (datetime(2025, 10, 26, 2, 0), 2),
        (datetime(2025, 10, 26, 2, 59, 59), 2),
        (datetime(2025, 10, 26, 3, 0), 1),
        (datetime(2025, 3, 30, 1, 59, 59), 1),
        (datetime(2025, 3, 30, 2, 0), 2),
        (datetime(2025, 3, 30, 2, 59, 59), 2),
        (datetime(2025, 3, 30, 3, 0), 1),
        (datetime(2024, 3, 31, 2, 30), 2),
        (datetime(2024, 10, 27, 2, 30), 2),
    ],
)
def test_where_clocks_change_an_hour_stands_for_two_instants(wall: datetime, instants: int) -> None:
    assert len(elapsed(wall, datetime(2025, 1, 1, tzinfo=UTC))) == instants


def test_between_two_wall_times_in_the_hour_that_repeats_three_times_may_lie() -> None:
    start, end = datetime(2025, 10, 26, 2, 5), datetime(2025, 10, 26, 2, 10)
    minutes = {time // timedelta(minutes=1) for time in elapsed(start, end)}
    assert minutes == {-55, 5, 65}


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-26T02:30:00",
        "2025-10-26T02:30:00+01:00",
        "2025-10-26T02:30:00Z",
        "2025-10-26T02:30:00.250000+01:00",
    ],
)
def test_an_instant_is_iso_text_with_or_without_an_offset(text: str) -> None:
    loaded = INSTANT.validate_python(text)
    assert (loaded.tzinfo is None) is (text[-1] != "Z" and "+" not in text)
    assert INSTANT.validate_json(INSTANT.dump_json(loaded)) == loaded


@pytest.mark.parametrize(
    "other",
    ["2025-10-26", "1761440400", 1761440400, 1.5, date(2025, 10, 26), True, None, "T", "1T1"],
)
def test_nothing_else_is_an_instant(other: object) -> None:
    with pytest.raises(ValidationError):
        INSTANT.validate_python(other)


@pytest.mark.parametrize("day", ["1799-12-31", "1800-01-01", "2299-12-31", "9999-12-31"])
def test_an_instant_lies_within_the_years_of_a_day_with_room_on_both_sides(day: str) -> None:
    with pytest.raises(ValidationError):
        INSTANT.validate_python(f"{day}T12:00:00")


@pytest.mark.parametrize(("digits", "fits"), [(5, True), (6, True), (7, False), (10**7, False)])
def test_an_instant_is_as_long_as_the_longest_that_is_told_apart(digits: int, fits: bool) -> None:
    text = f"2025-10-26T02:30:00.{'1' * digits}+01:00"
    codes: list[str] = []
    try:
        INSTANT.validate_python(text)
    except ValidationError as refusal:
        codes = [fault["type"] for fault in refusal.errors()]
    assert codes == ([] if fits else ["instant"])
