"""The table of days off, held to another calendar, and working days counted step by step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, get_args

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import days_off, testing
from legitymacja_rules.days_off import BEGINS, FEASTS, SUNDAY, DayOffName
from legitymacja_rules.errors import WrongArgument

ONE = timedelta(days=1)
ACT = "act:dni-wolne:art.1"


def days(first: date, last: date) -> list[date]:
    return [first + n * ONE for n in range((last - first).days + 1)]


def feasts(year: int) -> dict[str, str]:
    """Month and day → name, of all days off that are more than a Sunday."""
    free = {day: days_off.day_off(day) for day in days(date(year, 1, 1), date(year, 12, 31))}
    return {f"{day:%m-%d}": row.name for day, row in free.items() if row and row is not SUNDAY}


# Which days


def test_every_day_to_the_end_of_the_century_is_free_where_another_calendar_says_so() -> None:
    peer = holidays.country_holidays("PL")
    wrong = [
        day
        for day in days(BEGINS, date(2099, 12, 31))
        if days_off.is_day_off(day) is not (day.weekday() == 6 or day in peer)
    ]
    assert wrong == []


def test_the_days_off_of_2025_by_name() -> None:
    assert feasts(2025) == {
        "01-01": "new_year",
        "01-06": "epiphany",
        "04-20": "easter_sunday",
        "04-21": "easter_monday",
        "05-01": "first_of_may",
        "05-03": "third_of_may",
        "06-08": "pentecost",
        "06-19": "corpus_christi",
        "08-15": "assumption",
        "11-01": "all_saints",
        "11-11": "independence_day",
        "12-24": "christmas_eve",
        "12-25": "christmas_day",
        "12-26": "second_christmas_day",
    }


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2010, 1, 6), None),
        (date(2011, 1, 6), "epiphany"),
        (date(2012, 1, 6), "epiphany"),
        (date(2017, 11, 12), "sunday"),
        (date(2018, 11, 11), "independence_day"),
        (date(2018, 11, 12), "independence_centenary"),
        (date(2018, 11, 13), None),
        (date(2019, 11, 12), None),
        (date(2023, 12, 24), "sunday"),
        (date(2024, 12, 24), None),
        (date(2025, 12, 24), "christmas_eve"),
        (date(2026, 12, 24), "christmas_eve"),
        (date(2025, 12, 27), None),
        (date(2025, 12, 28), "sunday"),
    ],
)
def test_a_day_is_judged_by_the_list_of_its_own_date(day: date, name: str | None) -> None:
    row = days_off.day_off(day)
    assert (row and row.name) == name
    assert days_off.is_day_off(day) is (name is not None)


def test_every_row_cites_the_act_of_1951_and_what_changed_it() -> None:
    changed = {row.name: (row.clause, *row.also) for row in (SUNDAY, *FEASTS)}
    assert {name for name, places in changed.items() if places == (ACT,)} == {*changed} - {
        "epiphany",
        "christmas_eve",
        "independence_centenary",
    }
    assert changed["epiphany"] == (ACT, "act:dni-wolne-2010:art.2")
    assert changed["christmas_eve"] == (ACT, "act:dni-wolne-2024:art.1")
    assert changed["independence_centenary"] == ("act:stulecie-niepodleglosci:art.2",)


def test_every_name_has_one_row_except_for_saturdays() -> None:
    names = [row.name for row in (SUNDAY, *FEASTS)]
    assert sorted([*names, "saturday"]) == sorted(get_args(DayOffName))


# Easter


def easter(year: int) -> date:
    """Easter Sunday as the church's tables have it: golden number, epact, then the Sunday after.

    Knuth, The Art of Computer Programming, volume 1, exercise 1.3.2-14.
    """
    golden = year % 19 + 1
    century = year // 100 + 1
    skipped_leap_years = 3 * century // 4 - 12
    lunar_correction = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - skipped_leap_years - 10
    epact = (11 * golden + 20 + lunar_correction - skipped_leap_years) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    moon = 44 - epact
    moon += 30 if moon < 21 else 0
    moon += 7 - (sunday + moon) % 7
    return date(year, 3, 1) + (moon - 1) * ONE


def test_easter_is_where_the_tables_of_the_church_have_it() -> None:
    """From the first Gregorian one on: some of its corrections come into play outside of our table."""
    wrong = [year for year in range(1583, 9999) if days_off._easter_sunday(year) != easter(year)]
    assert wrong == []


@pytest.mark.parametrize(
    "sunday",
    [
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2038, 4, 25),
        date(2076, 4, 19),
        date(2285, 3, 22),
    ],
)
def test_what_follows_easter_is_free_with_it(sunday: date) -> None:
    """The earliest and the latest Easter are among them, and one that is moved forward a week."""
    assert easter(sunday.year) == sunday
    free = {0: "easter_sunday", 1: "easter_monday", 49: "pentecost", 60: "corpus_christi"}
    for after, name in free.items():
        row = days_off.day_off(sunday + after * ONE)
        assert row is not None
        assert row.name == name
    assert not any(days_off.is_day_off(sunday + after * ONE) for after in (-1, 2, 50, 59, 61))


# Working days

WITHIN = testing.days(since=BEGINS, until=date(2299, 12, 31))


def is_working(day: date) -> bool:
    return day.weekday() < 5 and not days_off.is_day_off(day)


@given(WITHIN, st.integers(0, 300))
def test_working_days_are_counted_as_on_fingers(day: date, count: int) -> None:
    end = day
    for _ in range(count):
        end += ONE
        while not is_working(end):
            end += ONE
    assert days_off.working_days_after(day, count) == end


@given(WITHIN, st.integers(1, 1000), st.integers(1, 1000))
def test_counting_twice_is_counting_once(day: date, one: int, other: int) -> None:
    halfway = days_off.working_days_after(day, one)
    assert days_off.working_days_after(halfway, other) == days_off.working_days_after(
        day, one + other
    )


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2025, 12, 22), date(2025, 12, 23)),
        (date(2025, 12, 23), date(2025, 12, 29)),
        (date(2024, 12, 23), date(2024, 12, 24)),
        (date(2024, 12, 24), date(2024, 12, 27)),
        (date(2025, 12, 31), date(2026, 1, 2)),
        (date(2018, 11, 9), date(2018, 11, 13)),
        (date(2025, 6, 18), date(2025, 6, 20)),
    ],
)
def test_the_next_working_day(day: date, following: date) -> None:
    assert days_off.next_working_day(day) == following


def test_after_no_working_day_it_is_still_the_same_day() -> None:
    assert days_off.working_days_after(date(2025, 12, 25), 0) == date(2025, 12, 25)


# The ends of the table

ASKS: list[Callable[[Any], object]] = [
    days_off.day_off,
    days_off.is_day_off,
    days_off.next_working_day,
    lambda day: days_off.working_days_after(day, 0),
]


@pytest.mark.parametrize("ask", ASKS)
@pytest.mark.parametrize(
    "day",
    [date(1990, 12, 31), date(3000, 1, 1), datetime(2025, 12, 24), "2025-12-24", 0, None, []],  # noqa: DTZ001  (an instant is the point)
)
def test_what_is_no_day_of_the_table_is_not_answered(
    ask: Callable[[Any], object], day: object
) -> None:
    with pytest.raises(WrongArgument) as caught:
        ask(day)
    assert caught.value.name == "day"


@pytest.mark.parametrize("count", [-1, 3661, True, 1.0, "1", None])
def test_what_is_no_number_of_days_is_not_counted(count: Any) -> None:
    with pytest.raises(WrongArgument) as caught:
        days_off.working_days_after(date(2025, 12, 24), count)
    assert caught.value.name == "count"


def test_the_table_holds_its_first_and_its_last_day() -> None:
    first, last = date(1991, 1, 1), date(2999, 12, 31)
    assert (days_off.is_day_off(first), days_off.is_day_off(last)) == (True, False)
    assert days_off.working_days_after(last, 3660) > last
