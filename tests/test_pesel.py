"""The PESEL: strict form, check digit, birth date, and privacy.

The oracle is written here from the definition of the number; the library's arithmetic is asked
nothing. All numbers are made up: the two well-known examples, and what the tests put together.
"""

from __future__ import annotations

import copy
import json
import pickle
import traceback
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from legitymacja_rules import Status, pesel
from legitymacja_rules._base import Record
from legitymacja_rules.errors import InvalidPesel, LoadError, WrongArgument
from legitymacja_rules.facts import Code
from legitymacja_rules.findings import breached, met
from legitymacja_rules.loading import dump, load
from legitymacja_rules.pesel import Pesel
from samples import ANNA, DAY

CLAUSE = "act:ewidencja-ludnosci:art.15"
KNOWN = "44051401359"

WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
OFFSETS = {1800: 80, 1900: 0, 2000: 20, 2100: 40, 2200: 60}


# The oracle


def check_digit(ten: str) -> str:
    return str(-sum(w * int(d) for w, d in zip(WEIGHTS, ten, strict=True)) % 10)


def made(born: date, serial: int = 0) -> str:
    """The number of somebody born that day; the last digit of the serial carries the sex."""
    month = born.month + OFFSETS[born.year // 100 * 100]
    ten = f"{born.year % 100:02}{month:02}{born.day:02}{serial:04}"
    return ten + check_digit(ten)


def birth_of(text: str) -> date | None:
    """The day that eleven ASCII digits carry, if it exists and the check digit is right."""
    month = int(text[2:4])
    for century, offset in OFFSETS.items():
        if 1 <= month - offset <= 12 and text[10] == check_digit(text[:10]):
            try:
                return date(century + int(text[:2]), month - offset, int(text[4:6]))
            except ValueError:
                return None
    return None


births = st.dates(date(1800, 1, 1), date(2299, 12, 31))
serials = st.integers(0, 9999)


# Form


@pytest.mark.parametrize("text", [KNOWN, "22222222222", made(date(2000, 2, 29))])
def test_a_canonical_number_with_a_right_check_digit_is_valid(text: str) -> None:
    assert pesel.is_valid(text)
    assert pesel.validate(text) == Pesel(text)
    assert Pesel(text).reveal() == text


REFUSED: list[tuple[str, str, int | None]] = [
    ("", "length", None),
    ("4405140135", "length", None),
    ("440514013590", "length", None),
    ("0" * 60, "length", None),
    (f"{KNOWN}\0", "length", None),
    (f"\ufeff{KNOWN}", "length", None),
    ("440514 01359", "length", None),
    (f" {KNOWN}", "length", None),
    (f"{KNOWN}\n", "length", None),
    ("440514-01359", "length", None),
    (" 4405140135", "digits", 1),
    ("4405 401359", "digits", 5),
    ("44-51401359", "digits", 3),
    ("4405140135\n", "digits", 11),
    ("+4051401359", "digits", 1),
    ("44051401_59", "digits", 9),
    ("４４０５１４０１３５９", "digits", 1),
    ("4405140135９", "digits", 11),
    ("𝟒𝟒𝟎𝟓𝟏𝟒𝟎𝟏𝟑𝟓𝟗", "digits", 1),
    ("44051401³59", "digits", 9),
    ("٤٤٠٥١٤٠١٣٥٩", "digits", 1),
    ("4405140135\0", "digits", 11),
    ("4405\u20281401359"[:11], "digits", 5),
    ("440514\u202e1359", "digits", 7),
    ("4405140\u200b359", "digits", 8),
    ("\N{EXTENDED ARABIC-INDIC DIGIT FOUR}4051401359", "digits", 1),
    ("00000000000", "birth_date", 3),
    ("44131401359", "birth_date", 3),
    ("44201401359", "birth_date", 3),
    ("44023001359", "birth_date", 3),
    ("00022900000", "birth_date", 3),
    ("44050001359", "birth_date", 3),
    ("44051401358", "checksum", 11),
]


@pytest.mark.parametrize(("text", "reason", "position"), REFUSED)
def test_anything_else_is_refused_with_reason_and_position_and_not_repeated(
    text: str, reason: str, position: int | None
) -> None:
    assert not pesel.is_valid(text)
    with pytest.raises(InvalidPesel) as caught:
        pesel.validate(text)
    assert (caught.value.reason, caught.value.position) == (reason, position)
    shown = "".join(traceback.format_exception_only(caught.value)) + repr(caught.value)
    assert not text or text not in shown
    assert reason in str(caught.value)
    assert ("position" in str(caught.value)) is (position is not None)


@pytest.mark.parametrize("thing", [None, KNOWN.encode(), int(KNOWN), [KNOWN], object()])
def test_what_is_no_text_is_no_pesel_and_never_raises_where_asked(thing: object) -> None:
    assert not pesel.is_valid(thing)
    assert pesel.check(thing, on=DAY).findings == (breached("pesel.length", CLAUSE),)
    with pytest.raises(WrongArgument, match="'text' must be str"):
        Pesel(thing)  # type: ignore[arg-type]  # wrong on purpose


def test_the_refusal_is_a_value_error_with_its_facts_and_survives_pickling() -> None:
    error = InvalidPesel("checksum", 11)
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(error, ValueError)
    assert (again.reason, again.position, str(again)) == ("checksum", 11, str(error))
    assert str(error) == "not a PESEL: checksum at position 11"
    assert str(InvalidPesel("length")) == "not a PESEL: length"


# Arithmetic, against the oracle


@given(births, serials)
@settings(deadline=None)
def test_birth_date_sex_and_century_are_those_of_the_digits(born: date, serial: int) -> None:
    number = Pesel(made(born, serial))
    assert number.birth_date == born
    assert number.sex == ("male" if serial % 2 else "female")
    assert number.century == born.year // 100 * 100


@pytest.mark.parametrize(
    ("century", "month"), [(1800, "81"), (1900, "01"), (2000, "21"), (2100, "41"), (2200, "61")]
)
def test_each_century_has_its_months(century: int, month: str) -> None:
    first, last = Pesel(made(date(century, 1, 1))), Pesel(made(date(century + 99, 12, 31), 1))
    assert first.reveal()[2:4] == month
    assert (first.century, last.century) == (century, century)
    assert (first.birth_date, last.birth_date) == (date(century, 1, 1), date(century + 99, 12, 31))


@given(births, serials)
@settings(deadline=None, max_examples=40)
def test_every_change_of_one_digit_is_caught(born: date, serial: int) -> None:
    text = made(born, serial)
    for place, right in enumerate(text):
        for wrong in set("0123456789") - {right}:
            assert not pesel.is_valid(text[:place] + wrong + text[place + 1 :])


@given(st.from_regex(r"[0-9]{11}", fullmatch=True))
@settings(deadline=None)
def test_any_eleven_digits_are_judged_as_the_definition_says(text: str) -> None:
    assert pesel.is_valid(text) is (birth_of(text) is not None)


@given(st.from_regex(r"[0-9]{2}[02468][0-9][0-3][0-9]{5}", fullmatch=True))
@settings(deadline=None)
def test_with_the_right_check_digit_only_the_birth_date_decides(ten: str) -> None:
    text = ten + check_digit(ten)
    born = birth_of(text)
    assert pesel.is_valid(text) is (born is not None)
    if born is not None:
        assert Pesel(text).birth_date == born


@given(st.text(max_size=15))
@settings(deadline=None)
def test_any_text_gets_an_answer(text: str) -> None:
    assert pesel.is_valid(text) is (pesel.check(text, on=date(2299, 12, 31)).status is Status.MET)


# On a day


@pytest.mark.parametrize(
    ("days", "status"), [(-1, Status.BREACHED), (0, Status.MET), (1, Status.MET)]
)
def test_nobody_is_born_after_the_day_asked_about(days: int, status: Status) -> None:
    verdict = pesel.check(made(DAY), on=DAY + timedelta(days=days))
    assert verdict.status is status
    assert [f.code for f in verdict.findings] == ["pesel.checksum", "pesel.born"]
    assert verdict.findings[1].clause == CLAUSE


@pytest.mark.parametrize(
    ("days", "status"), [(-1, Status.BREACHED), (0, Status.MET), (1, Status.BREACHED)]
)
def test_a_declared_birth_date_has_to_be_the_same(days: int, status: Status) -> None:
    born = date(2012, 4, 14)
    verdict = pesel.check(made(born), on=DAY, born=born + timedelta(days=days))
    assert verdict.findings[0] == met("pesel.checksum", CLAUSE, 11)
    assert verdict.findings[1] == met("pesel.born", CLAUSE)
    assert verdict.findings[2].code == "pesel.declared_birth_date"
    assert verdict.findings[2].status is status


@pytest.mark.parametrize(("text", "reason", "position"), REFUSED)
def test_a_refusal_is_one_breached_finding_without_the_text(
    text: str, reason: str, position: int | None
) -> None:
    verdict = pesel.check(text, on=DAY)
    assert verdict.findings == (breached(f"pesel.{reason}", CLAUSE, position),)
    for shown in (repr(verdict), verdict.explain("pl"), verdict.explain_json("en")):
        assert not text or text not in shown


@pytest.mark.parametrize("day", ["2024-10-01", datetime(2024, 10, 1), None, date(1799, 12, 31)])  # noqa: DTZ001  (an instant without zone is the point)
def test_the_day_asked_about_has_to_be_a_day(day: Any) -> None:
    with pytest.raises(WrongArgument, match="'on'"):
        pesel.check(KNOWN, on=day)


@pytest.mark.parametrize("born", ["1944-05-14", datetime(1944, 5, 14), 14])  # noqa: DTZ001  (an instant without zone is the point)
def test_the_declared_day_has_to_be_a_day(born: Any) -> None:
    """Catches the true day of birth, given as an instant or text, called another day."""
    with pytest.raises(WrongArgument, match="'born'"):
        pesel.check(KNOWN, on=DAY, born=born)


# Privacy and use


class Holder(Record):
    pesel: Pesel | None = None


def test_the_digits_stay_out_of_every_text() -> None:
    number = Pesel(KNOWN)
    shown = [repr(number), str(number), f"{number}", "%s %r" % (number, number)]  # noqa: UP031
    shown += [f"{number} {number!r}", repr([number]), repr(Holder(pesel=number)), repr(ANNA)]
    for text in shown:
        assert KNOWN not in text
        assert not any(digit in text for digit in "0123456789")
    assert str(number) == "Pesel(***)"
    with pytest.raises(TypeError) as caught:
        format(number, ">20")
    assert KNOWN not in str(caught.value)


def test_equality_and_hash_go_by_the_digits_and_the_type() -> None:
    number = Pesel(KNOWN)
    assert number == Pesel(KNOWN)
    assert hash(number) == hash(Pesel(KNOWN))
    assert number != Pesel("22222222222")
    others: list[object] = [KNOWN, Code(KNOWN), None]
    assert number not in others
    assert len({number, Pesel(KNOWN), Pesel("22222222222")}) == 2


def test_it_does_not_change_and_survives_pickling_and_copying() -> None:
    number = Pesel(KNOWN)
    with pytest.raises(AttributeError):
        number._text = "22222222222"
    with pytest.raises(AttributeError):
        del number._text
    for again in (pickle.loads(pickle.dumps(number)), copy.copy(number), copy.deepcopy(number)):
        assert again == number
        assert again.birth_date == date(1944, 5, 14)


def test_json_carries_the_digits_out_and_in() -> None:
    holder = Holder(pesel=Pesel(KNOWN))
    assert json.loads(dump(holder)) == {"pesel": KNOWN}
    assert load(Holder, dump(holder)) == holder
    assert load(Pesel, dump(Pesel(KNOWN))) == Pesel(KNOWN)
    assert load(Holder, {"pesel": Pesel(KNOWN)}) == load(Holder, {"pesel": KNOWN}) == holder


def test_a_dump_to_python_keeps_the_digits_masked_and_can_be_loaded() -> None:
    holder = Holder(pesel=Pesel(KNOWN))
    assert KNOWN not in repr(holder.model_dump())
    assert load(Holder, holder.model_dump()) == holder


@pytest.mark.parametrize("value", ["44051401358", "440514 01359", int(KNOWN), "", [KNOWN]])
def test_a_field_refuses_what_is_no_pesel_and_does_not_repeat_it(value: object) -> None:
    text = str(value) or "never"
    with pytest.raises(LoadError) as loaded:
        load(Holder, json.dumps({"pesel": value}))
    with pytest.raises(ValidationError) as built:
        Holder(pesel=value)
    for error in (loaded.value, built.value):
        assert text not in "".join(traceback.format_exception_only(error))
    assert [path for path, _ in loaded.value.faults] == ["pesel"]
    assert text not in repr(loaded.value.parts)
    assert loaded.value.__context__ is None


@pytest.mark.parametrize(("text", "reason"), [row[:2] for row in REFUSED])
def test_a_load_error_tells_what_is_wrong_with_the_number(text: str, reason: str) -> None:
    for data in ({"pesel": text}, json.dumps({"pesel": text})):
        with pytest.raises(LoadError) as caught:
            load(Holder, data)
        assert caught.value.faults == (("pesel", f"pesel_{reason}"),)
        assert not text or text not in str(caught.value)
