"""The kit's days and persons: at the boundaries, and broken in just the way that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.pl import pesel as stdnum_pesel

from found import found
from legitymacja_rules import pesel
from legitymacja_rules.errors import InvalidPesel, PeselFault
from legitymacja_rules.facts import Pupil
from legitymacja_rules.loading import dump, load
from legitymacja_rules.pesel import Pesel, Sex
from legitymacja_rules.testing import (
    PLAIN_DAY,
    PLAIN_PUPIL,
    applicants,
    births,
    days,
    pesels,
    pupils,
    simplest,
)
from legitymacja_rules.vocabulary import ApplicantKind, PupilAge

ONE = timedelta(days=1)

# --- days -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "day",
    [
        *(date(2024, 7, 12), date(2024, 7, 13), date(2025, 9, 16), date(2025, 9, 17)),
        *(date(2025, 8, 31), date(2025, 9, 1), date(2025, 9, 30), date(2025, 10, 1)),
        *(date(2024, 2, 29), date(2025, 1, 29), date(2025, 1, 30), date(2025, 1, 31)),
    ],
)
def test_each_boundary_is_drawn_as_it_is(day: date) -> None:
    """Two thousand draws at most, of some fifteen hundred days, find each."""
    assert found(days(), lambda drawn: drawn == day) == day


@given(st.data(), st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 900))
def test_days_lie_in_their_stretch(data: st.DataObject, since: date, length: int) -> None:
    until = since + length * ONE
    assert since <= data.draw(days(since=since, until=until)) <= until


def test_a_day_shrinks_to_the_first_that_will_do() -> None:
    assert simplest(days()) == date(2023, 9, 4)
    for day in (date(2024, 5, 5), date(2025, 9, 17), date(2026, 12, 31)):
        assert simplest(days(), day.__le__) == day


def grown(born: date, on: date) -> bool:
    """By the birthday, told in another way than the library tells it."""
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    last_of_february = (born.month, born.day, on.month, on.day) == (2, 29, 2, 28)
    return years >= 18 or (years == 17 and last_of_february)


@given(
    st.data(), st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.sampled_from(get_args(PupilAge))
)
def test_births_are_of_those_who_are_that_old(data: st.DataObject, on: date, age: PupilAge) -> None:
    born = data.draw(births(on=on, age=age))
    assert born < on
    assert age == "any" or grown(born, on) is (age == "adult")


@pytest.mark.parametrize("on", [PLAIN_DAY, date(2026, 2, 28), date(2028, 2, 29), date(2026, 3, 1)])
def test_the_18th_birthday_is_drawn_and_the_days_beside_it(on: date) -> None:
    """The youngest adult, and who comes of age on the next day."""
    youngest = max(
        born
        for born in (on.replace(year=on.year - 18, day=1) + n * ONE for n in range(32))
        if grown(born, on)
    )
    for born in (youngest - ONE, youngest, youngest + ONE):
        assert found(births(on=on), born.__eq__) == born


# --- PESELs ---------------------------------------------------------------------------------------


def check_digit(digits: str) -> int:
    """By the weights of the act; nothing of the library's."""
    return (
        -sum(int(one) * weight for one, weight in zip(digits, (1, 3, 7, 9) * 3, strict=False)) % 10
    )


def says_a_day(text: str) -> bool:
    century = {8: 1800, 0: 1900, 2: 2000, 4: 2100, 6: 2200}[int(text[2]) // 2 * 2]
    try:
        date(century + int(text[:2]), int(text[2:4]) % 20, int(text[4:6]))
    except ValueError:
        return False
    return True


@given(pesels())
def test_a_pesel_is_right(number: Pesel) -> None:
    assert stdnum_pesel.is_valid(number.reveal())
    assert check_digit(number.reveal()[:10]) == int(number.reveal()[10])


@given(st.data(), st.dates(date(1800, 1, 1), date(2299, 12, 31)), st.sampled_from(get_args(Sex)))
def test_a_pesel_carries_day_and_sex(data: st.DataObject, born: date, sex: Sex) -> None:
    number = data.draw(pesels(born=born, sex=sex))
    assert (number.birth_date, number.sex) == (born, sex)


@pytest.mark.parametrize("century", [1800, 2200])
def test_each_century_is_drawn(century: int) -> None:
    found(pesels(), lambda number: number.century == century)


RIGHT: dict[str, Callable[[str], bool]] = {
    "length": lambda text: len(text) == 11,
    "digits": lambda text: set(text) <= set("0123456789"),
    "birth_date": says_a_day,
    "checksum": lambda text: check_digit(text[:10]) == int(text[10]),
}


@pytest.mark.parametrize("broken", get_args(PeselFault))
@given(st.data())
def test_a_broken_pesel_is_broken_in_that_way_alone(
    broken: PeselFault, data: st.DataObject
) -> None:
    text = data.draw(pesels(broken=broken))
    with pytest.raises(InvalidPesel) as refusal:
        pesel.validate(text)
    assert refusal.value.reason == broken
    if broken == "length":
        assert len(text) in {10, 12}
    if broken in {"length", "digits"}:  # nothing more can be asked of those
        assert RIGHT["digits"](text) is (broken == "length")
        assert RIGHT["length"](text) is (broken == "digits")
        assert sum(one not in "0123456789" for one in text) <= 1
    else:
        assert [name for name, right in RIGHT.items() if not right(text)] == [broken]


@pytest.mark.parametrize("length", [10, 12])
def test_a_digit_too_few_and_one_too_many(length: int) -> None:
    found(pesels(broken="length"), lambda text: len(text) == length)


def test_a_day_that_its_month_has_not() -> None:
    """The day after the last one of February, of a year with a leap day and of one without."""
    for born, day in ((date(2012, 2, 1), "30"), (date(2013, 2, 1), "29"), (date(2012, 4, 1), "31")):
        assert simplest(pesels(born=born, broken="birth_date"))[4:6] == day


# --- pupils and applicants ------------------------------------------------------------------------


@given(pupils())
def test_a_pupil_is_one_person_and_loads_again(pupil: Pupil) -> None:
    assert load(Pupil, dump(pupil)) == pupil
    assert pupil.pesel is None or pupil.pesel.birth_date == pupil.born


@given(pupils(complete=True))
def test_of_a_complete_pupil_all_is_known(pupil: Pupil) -> None:
    assert pupil.class_name and pupil.pesel and pupil.address  # noqa: PT018  (each is one thing)
    assert pupil.disability is not None


@pytest.mark.parametrize("field", ["class_name", "pesel", "address", "disability"])
def test_of_other_pupils_each_may_be_unknown(field: str) -> None:
    found(pupils(), lambda pupil: getattr(pupil, field) is None)
    found(pupils(), lambda pupil: getattr(pupil, field) is not None)


@pytest.mark.parametrize(
    ("age", "expected"),
    [("minor", {"parent", "guardian", "foster_carer"}), ("adult", {"pupil", "graduate"})],
)
def test_who_applies_for_whom(age: PupilAge, expected: set[str]) -> None:
    pupil = simplest(pupils(age=age))
    seen = set()

    @settings(database=None)
    @given(applicants(pupil=pupil, on=PLAIN_DAY))
    def draw(who: str) -> None:
        seen.add(who)

    draw()
    assert seen == expected


@pytest.mark.parametrize("who", get_args(ApplicantKind))
def test_where_no_pupil_is_named_anybody_applies(who: ApplicantKind) -> None:
    assert found(applicants(), lambda one: one == who) == who


def test_the_plain_pupil_is_a_minor_of_whom_all_is_known() -> None:
    assert simplest(pupils(complete=True)) == PLAIN_PUPIL
    assert PLAIN_PUPIL.age_on(PLAIN_DAY) == "minor"


@pytest.mark.parametrize("age", ["any", "minor"])
@given(st.data())
def test_a_pupil_is_born_on_the_day_that_is_told(age: PupilAge, data: st.DataObject) -> None:
    born = date(2006, 12, 4)
    pupil = data.draw(pupils(born=born, age=age, on=PLAIN_DAY))
    assert pupil.born == born
    assert pupil.pesel is None or pupil.pesel.birth_date == born
