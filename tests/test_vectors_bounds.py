"""Limits come in threes: each number that a text sets is asked below it, at it and above it.

The numbers are walked in the texts themselves, and in those requirements of a photo that the vectors give
whole; a table says, for each field that holds one, which questions are asked about it, and where in them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from legitymacja_rules import law, variants
from legitymacja_rules._base import Record
from legitymacja_rules._day import months_after
from legitymacja_rules.loading import load
from legitymacja_rules.regulation import (
    PROCEDURES,
    Amount,
    Codes,
    Devices,
    Dpi,
    Due,
    FaceShare,
    FileSize,
    Millimetres,
    Multiple,
    PhotoAge,
    PhotoRequirement,
    Pixels,
    Ratio,
    Regulation,
)
from legitymacja_rules.vocabulary import Procedure
from test_vectors import cases

DAY = date(2024, 10, 1)
ONE = timedelta(days=1)

Numbers = Iterator[tuple[str, int]]
"""A field of a photo's facts, and a number with which it just will do."""


def walked(thing: object, path: str = "") -> Iterator[tuple[str, Record, str]]:
    """Each number of a text: where its record stands, the record, and the field."""
    if isinstance(thing, Record):
        for name in type(thing).model_fields:
            value = getattr(thing, name)
            if isinstance(value, int | Decimal) and not isinstance(value, bool):
                yield path, thing, name
            yield from walked(value, f"{path}.{name}".lstrip("."))
    if isinstance(thing, tuple):
        for one in thing:
            yield from walked(one, path)


# --- photos ---------------------------------------------------------------------------------------


def of_pixels(row: Pixels, name: str) -> Numbers:
    yield name.removeprefix("min_").removeprefix("max_"), getattr(row, name)


def of_size(row: FileSize, name: str) -> Numbers:
    end, unit = name.split("_")
    factors = {"decimal": (1000,), "binary": (1024,), "either": (1000, 1024)}[row.megabyte]
    for kilo in factors:
        bound = getattr(row, name) * kilo ** {"kb": 1, "mb": 2}[unit]
        yield "size", math.floor(bound) if end == "max" else math.ceil(bound)


def of_print(row: Millimetres, _name: str) -> Numbers:
    # 35 × 45 mm at 300 dpi, worked out by hand.
    assert (f"{row.width}", f"{row.height}", row.dpi) == ("35", "45", 300)
    for side, due in (("width", 413), ("height", 531)):
        yield side, due - row.tolerance
        if row.exactly:
            yield side, due + row.tolerance


def of_share(row: FaceShare, name: str) -> Numbers:
    yield "face_percent", getattr(row, name)


def of_dpi(row: Dpi, name: str) -> Numbers:
    yield "dpi", getattr(row, name)


def of_multiple(row: Multiple, name: str) -> Numbers:
    yield name, getattr(row, name)


def of_ratio(row: Ratio, _name: str) -> Numbers:
    yield from (("width", row.width - row.tolerance), ("width", row.width + row.tolerance))


PHOTOS: Mapping[type[Record], Callable[[Any, str], Numbers]] = {
    Dpi: of_dpi,
    FaceShare: of_share,
    FileSize: of_size,
    Millimetres: of_print,
    Multiple: of_multiple,
    Pixels: of_pixels,
    Ratio: of_ratio,
}


@cache
def photos() -> dict[str, list[dict[str, Any]]]:
    """What is asked about each requirement, a place or a whole one as JSON; each with its answer."""
    found: dict[str, list[dict[str, Any]]] = {}
    for case in (one for one in cases() if one["call"] == "photo.check"):
        asked = case["arguments"]["requirement"]
        name = asked if isinstance(asked, str) else json.dumps(asked)
        found.setdefault(name, []).append(case)
    return found


def requirement(name: str) -> PhotoRequirement:
    if name.startswith("{"):
        return load(PhotoRequirement, name)
    school, procedure, _ = name.split(".")
    found = variants.get(school).photo_for(procedure)  # type: ignore[arg-type]  # one of them
    assert found is not None
    return found


@pytest.mark.parametrize("name", photos())
def test_each_bound_of_a_photo_is_asked_below_at_and_above(name: str) -> None:
    asked = photos()[name]
    for _, row, field in walked(requirement(name)):
        if isinstance(row, PhotoAge):
            continue
        bounds = [*PHOTOS[type(row)](row, field)]
        assert bounds
        for fact, bound in bounds:
            values = {case["arguments"]["facts"].get(fact) for case in asked}
            assert {bound - 1, bound, bound + 1} <= values, (fact, bound)


@pytest.mark.parametrize("name", [name for name in photos() if requirement(name).age])
def test_the_age_of_a_photo_is_asked_a_day_to_each_side(name: str) -> None:
    age = requirement(name).age
    assert age is not None
    oldest = months_after(DAY, -age.months)
    told = {case["arguments"]["facts"].get("taken"): case["answer"] for case in photos()[name]}
    for day, status in ((oldest - ONE, "breached"), (oldest, "met"), (oldest + ONE, "met")):
        (seen,) = [one for one in told[f"{day}"]["findings"] if one["code"] == "photo.age"]
        assert seen["status"] == status


def test_every_number_that_can_be_asked_of_a_photo_is_asked_of_one() -> None:
    """By a shipped text, or by a requirement that the vectors give whole."""
    known = {(type(row), name) for asked in photos() for _, row, name in walked(requirement(asked))}
    kinds: tuple[type[Record], ...] = (*PHOTOS, PhotoAge)
    assert known == {
        (kind, name)
        for kind in kinds
        for name, field in kind.model_fields.items()
        if any(word in str(field.annotation) for word in ("int", "Decimal"))
    }


@pytest.mark.parametrize("name", [name for name in photos() if name.startswith("{")])
def test_what_is_asked_of_a_whole_requirement_is_good_once_and_breaks_each_condition(
    name: str,
) -> None:
    good, *others = photos()[name]
    assert good["id"].endswith("/good")
    assert "breached" not in {finding["status"] for finding in good["answer"]["findings"]}
    findings = [finding for case in others for finding in case["answer"]["findings"]]
    open_ = {finding["code"] for finding in findings if finding["status"] != "met"}
    assert open_ == {finding["code"] for finding in findings}


# --- what else has a number -----------------------------------------------------------------------


def of_codes(school: str, _place: str, row: Codes) -> Iterator[tuple[set[Any], set[Any]]]:
    """The days of the commands to activate, from the day of issue on."""
    asked = {
        case["arguments"]["command"]["on"]
        for case in cases()
        if case["call"] == "mlegitymacja.decide"
        and case["arguments"]["school"] == school
        and case["arguments"]["command"]["kind"] == "activate"
    }
    last = DAY + row.days * ONE if row.days else DAY
    yield {f"{last + off * ONE}" for off in (-1, 0, 1)}, asked


def of_devices(school: str, _place: str, row: Devices) -> Iterator[tuple[set[Any], set[Any]]]:
    """The devices that there would be, of which there is no fewer than one."""
    asked = {
        len({event["device"] for event in acts if event["event"] == "activated"} | {device})
        for case in cases()
        if "command" in case["arguments"] and "device" in case["arguments"]["command"]
        for acts in [case["arguments"]["document"]["history"]]
        for device in [case["arguments"]["command"]["device"]]
        if case["call"] == "mlegitymacja.decide"
        and case["arguments"]["school"] == school
        and case["arguments"]["command"]["kind"] == "activate"
    }
    yield {max(1, row.limit - 1), row.limit, row.limit + 1}, asked


def of_amount(school: str, place: str, row: Amount) -> Iterator[tuple[set[Any], set[Any]]]:
    """What was paid; where nothing is to pay there is no limit."""
    asked = {
        Decimal(case["arguments"]["proof"]["amount"])
        for case in cases()
        if case["call"] == "payments.check"
        and case["arguments"]["school"] == school
        and place.startswith(case["arguments"]["procedure"])
    }
    if row.amount:
        yield {row.amount + off for off in (Decimal("-0.01"), 0, Decimal("0.01"))}, asked


EVE, FEAST, *AFTER = (date(2024, 12, 31) + count * ONE for count in range(4))
"""A feast amid working days."""

WORKING = [
    day
    for day in (date(2024, 11, 12) + count * ONE for count in range(60))
    if day.isoweekday() < 6 and day not in {date(2024, 12, 25), date(2024, 12, 26), FEAST}
]


def in_days(count: int) -> Iterator[tuple[date, date]]:
    """A day from which the count ends before the feast, on it and after it, and the end as it stands."""
    yield from ((EVE - count * ONE, EVE), (FEAST - count * ONE, AFTER[0]))
    yield AFTER[0] - count * ONE, AFTER[0]


def in_working_days(count: int) -> Iterator[tuple[date, date]]:
    """The same; what would have ended on the feast ends a day later, and so does what comes after."""
    yield from ((WORKING[WORKING.index(end) - count], end) for end in (EVE, *AFTER))


UNITS = {"days": in_days, "working_days": in_working_days}


def of_due(school: str, place: str, row: Due) -> Iterator[tuple[set[Any], set[Any]]]:
    """The day from which the clock runs, with the end of the whole term and the usual one."""
    for field, count in (("latest", row.count), ("expected", row.expected)):
        if count is None:
            continue
        asked = {
            (*{case["arguments"].get(one) for one in row.since}, case["answer"].get(field))
            for case in cases()
            if case["call"] == "deadlines.due"
            and case["arguments"]["school"] == school
            and place.startswith(case["arguments"]["procedure"])
        }
        yield {(f"{day}", f"{end}") for day, end in UNITS[row.unit](count)}, asked


OTHERS: Mapping[type[Record], Callable[[str, str, Any], Iterator[tuple[set[Any], set[Any]]]]] = {
    Amount: of_amount,
    Codes: of_codes,
    Devices: of_devices,
    Due: of_due,
}


@pytest.mark.parametrize("school", variants.names())
def test_each_other_number_of_a_text_is_asked_below_at_and_above(school: str) -> None:
    """A record with a number that is in none of the tables has to come into one."""
    for place, row, _ in walked(variants.get(school)):
        if type(row) not in PHOTOS:
            questions = [*OTHERS[type(row)](school, place, row)]
            assert questions or (type(row) is Amount and not row.amount), place
            for wanted, asked in questions:
                assert wanted <= asked, (place, wanted - asked)


@pytest.mark.parametrize("school", variants.names())
def test_each_day_on_which_a_procedure_begins_or_ends_has_its_neighbours(school: str) -> None:
    text: Regulation = variants.get(school)
    for procedure in PROCEDURES:
        period = text.period(procedure)
        asked = {
            case["arguments"]["on"]
            for case in cases()
            if case["call"] == "fees.fee"
            and case["arguments"]["school"] == school
            and case["arguments"]["procedure"] == procedure
        }
        for day in filter(None, (period.since, period.until)):
            assert {f"{day + off * ONE}" for off in (-1, 0, 1)} <= asked


@pytest.mark.parametrize("procedure", PROCEDURES)
@pytest.mark.parametrize("school", [None, *variants.names()])
def test_each_day_on_which_the_law_changes_a_fee_is_asked_and_its_eve(
    school: str | None, procedure: Procedure
) -> None:
    """At each school, and where no text speaks; the table begins with nothing before it."""
    asked = {
        case["arguments"]["on"]
        for case in cases()
        if case["call"] == "fees.fee"
        and case["arguments"]["procedure"] == procedure
        and (case["arguments"]["school"] == school or (school is None and "/law/" in case["id"]))
    }
    first, *others = sorted(span.since for span in law.FEES[procedure])
    wanted = {first, *(day - off * ONE for day in others for off in (0, 1))}
    assert {f"{day}" for day in wanted} <= asked
    if school is None:
        assert f"{first - ONE}" in asked
