"""When a pupil is of age, when an ID is valid, and that facts stay closed and silent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.facts import Code, PhotoFacts, PhysicalId, Pupil
from samples import ANNA, CODES, DAY, GOOD_PHOTO, ID_CARD, application

ONE_DAY = timedelta(days=1)


def born(day: date, **more: Any) -> Pupil:
    return ANNA.model_copy(update={"born": day, "pesel": None, **more})


@pytest.mark.parametrize(
    ("birth", "first"),
    [
        (date(2006, 10, 1), date(2024, 10, 1)),
        (date(2006, 1, 1), date(2024, 1, 1)),
        (date(2006, 12, 31), date(2024, 12, 31)),
        (date(2008, 2, 29), date(2026, 2, 28)),
        (date(2004, 2, 29), date(2022, 2, 28)),
        (date(2008, 2, 28), date(2026, 2, 28)),
        (date(2008, 3, 1), date(2026, 3, 1)),
        (date(1882, 2, 28), date(1900, 2, 28)),
    ],
)
def test_majority_begins_with_the_18th_birthday(birth: date, first: date) -> None:
    pupil = born(birth)
    assert pupil.adult_from() == first
    assert pupil.age_on(first - ONE_DAY) == "minor"
    assert pupil.age_on(first) == "adult"
    assert pupil.age_on(first + ONE_DAY) == "adult"


@pytest.mark.parametrize(
    ("married", "first"),
    [
        (date(2023, 7, 8), date(2023, 7, 8)),
        (date(2024, 10, 1), date(2024, 10, 1)),
        (date(2025, 5, 5), date(2024, 10, 1)),
    ],
)
def test_marriage_may_make_of_age_earlier_and_never_later(married: date, first: date) -> None:
    pupil = born(date(2006, 10, 1), adult_since=married)
    assert pupil.adult_from() == first
    assert (pupil.age_on(first - ONE_DAY), pupil.age_on(first)) == ("minor", "adult")


@given(st.dates(date(1800, 1, 1), date(2299, 12, 31)))
def test_every_birth_has_a_majority_18_years_later(birth: date) -> None:
    first = born(birth).adult_from()
    assert first.year == birth.year + 18
    assert (first.month, first.day) in {(birth.month, birth.day), (2, 28)}


ISSUED, LAST = date(2024, 9, 2), date(2025, 9, 30)


def card(**changes: Any) -> PhysicalId:
    base: dict[str, Any] = {
        "number": "17/2024",
        "form": "id1",
        "issued": ISSUED,
        "valid_until": LAST,
    }
    return PhysicalId(**{**base, **changes})


@pytest.mark.parametrize(
    ("day", "valid"),
    [
        (ISSUED - ONE_DAY, False),
        (ISSUED, True),
        (ISSUED + ONE_DAY, True),
        (LAST - ONE_DAY, True),
        (LAST, True),
        (LAST + ONE_DAY, False),
    ],
)
def test_an_id_is_valid_from_its_issue_to_its_last_day(day: date, valid: bool) -> None:
    assert card().valid_on(day) is valid
    assert card(form="paper", kind="preschool").valid_on(day) is valid


@pytest.mark.parametrize(
    ("day", "valid"),
    [
        (date(2025, 1, 14), True),
        (date(2025, 1, 15), False),
        (date(2025, 1, 16), False),
        (LAST, False),
    ],
)
def test_a_void_id_is_invalid_from_the_day_it_is_void(day: date, valid: bool) -> None:
    assert card(void_since=date(2025, 1, 15)).valid_on(day) is valid


def test_an_id_void_from_its_issue_was_never_valid() -> None:
    void = card(void_since=ISSUED)
    assert not any(void.valid_on(ISSUED + timedelta(days=n)) for n in range(-1, 400))


def test_nothing_personal_stands_in_a_repr() -> None:
    shown = repr((ANNA, ID_CARD, GOOD_PHOTO, CODES, application("balin", email="a@example.org")))
    for secret in (
        "Anna",
        "Kowalska",
        "12241400000",
        "Lipowa",
        "4b",
        "17/2024",
        "kowalska-anna",
        "QR-1",
        "CODE-1",
        "example.org",
        "2012",
    ):
        assert secret not in shown
    assert repr(ANNA) == "Pupil()"
    assert repr(Code("QR-1")) == "Code(***)"
    assert Code("QR-1").reveal() == "QR-1"


@pytest.mark.parametrize("thing", [ANNA, ID_CARD, GOOD_PHOTO, CODES, application("balin")])
def test_facts_never_change(thing: Any) -> None:
    name = next(iter(type(thing).model_fields))
    with pytest.raises(AttributeError, match="immutable"):
        setattr(thing, name, getattr(thing, name))
    with pytest.raises(AttributeError, match="immutable"):
        thing.another = 1
    with pytest.raises(AttributeError, match="immutable"):
        delattr(thing, name)
    with pytest.raises(AttributeError, match="immutable"):
        del thing.another


@pytest.mark.parametrize("name", ["", "x" * 201])
def test_a_name_has_1_to_200_characters(name: str) -> None:
    with pytest.raises(ValidationError):
        Pupil(first_names=name, last_name="K", born=DAY)
    assert Pupil(first_names="x" * 200, last_name="K", born=DAY).class_name is None


@pytest.mark.parametrize("space", [" ", "\t", "\n", "\N{NO-BREAK SPACE}"])
def test_white_space_around_a_private_text_is_no_part_of_it_and_within_it_a_space(
    space: str,
) -> None:
    pupil = Pupil(first_names=f"{space}Anna{space}Maria{space}", last_name=f"K{space}", born=DAY)
    assert (pupil.first_names, pupil.last_name) == ("Anna Maria", "K")
    assert card(number=f"{space}17/2024").number == "17/2024"
    with pytest.raises(ValidationError, match="last_name"):
        Pupil(first_names="Anna", last_name=space, born=DAY)


@pytest.mark.parametrize("value", ["yes", "true", 1, 0, 1.0])
def test_a_disability_is_yes_no_or_unknown(value: Any) -> None:
    with pytest.raises(ValidationError, match="disability"):
        Pupil(first_names="A", last_name="K", born=DAY, disability=value)
    assert [born(DAY, disability=known).disability for known in (True, False, None)] == [
        True,
        False,
        None,
    ]


@pytest.mark.parametrize("text", ["x", "a b", "x" * 4096, "\u017c\u00f3\u0142w"])
def test_a_code_is_1_to_4096_printable_signs(text: str) -> None:
    assert Code(text).reveal() == text


@pytest.mark.parametrize(
    "text", ["", "x" * 4097, "a\n", "a\0", "\t", "a\u200b", "a\u3164", "a\ud800"]
)
def test_a_code_of_other_signs_is_a_wrong_argument_that_is_not_repeated(text: str) -> None:
    with pytest.raises(WrongArgument) as caught:
        Code(text)
    assert (caught.value.name, str(caught.value)) == (
        "text",
        "argument 'text' must be 1 to 4096 printable signs",
    )


@pytest.mark.parametrize(
    ("field", "last", "wrong"),
    [
        ("format", "AVIF", ["jpeg", "", "anna.jpg", None]),
        ("fault", "too_large", ["late", "", 3]),
        ("dpi_doubt", "contradictory", ["some"]),
        ("width", 2**31 - 1, [-1, 2**31, 1.5, True, "1"]),
        ("height", 2**31 - 1, [-1, 2**31]),
        ("dpi", 2**31 - 1, [-1, 2**31]),
        ("face_percent", 100, [-1, 101, 70.5, True]),
        ("filename", "x" * 255, ["x" * 256, 3]),
    ],
)
def test_facts_of_a_photo_are_closed_words_and_bounded_numbers(
    field: str, last: Any, wrong: list[Any]
) -> None:
    base: dict[str, Any] = {"format": "JPEG", "size": 1}
    assert getattr(PhotoFacts(**{**base, field: last}), field) == last
    for value in wrong:
        with pytest.raises(ValidationError, match=field):
            PhotoFacts(**{**base, field: value})
