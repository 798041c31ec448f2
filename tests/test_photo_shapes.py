"""What a text can ask of a photo, beyond what the five texts do: bounds of every kind, each by one.

The texts are invented, and so are their clauses. Limits in bytes and px are written out, or counted
here with fractions; nothing is taken from the code that is judged.
"""

from __future__ import annotations

import decimal
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import Accepted, Status, applications, mlegitymacja, photo, variants
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.errors import LoadError, WrongArgument
from legitymacja_rules.facts import PhotoFacts
from legitymacja_rules.findings import Finding
from legitymacja_rules.loading import dump, load
from legitymacja_rules.regulation import (
    Dpi,
    Extensions,
    FaceShare,
    FileSize,
    Formats,
    Millimetres,
    Multiple,
    PaperPhoto,
    PhotoAge,
    PhotoRequirement,
    Picture,
    Pixels,
    ProcedureRules,
    Ratio,
)
from samples import ANNA, CODES, DAY, application, facts, named, picture

MET, REVIEW, NOT_COVERED, BREACHED = Status
FORMATS = Formats(any_of=("JPEG", "PNG"), clause="x:1")


def asked(**records: Any) -> PhotoRequirement:
    return PhotoRequirement(**{"formats": FORMATS, **records})


def found(given_: PhotoFacts, **records: Any) -> dict[str, Finding]:
    """All that is found but the format, by its code."""
    findings = photo.check(given_, asked(**records), pupil=ANNA, on=DAY).findings
    assert len({finding.code for finding in findings}) == len(findings)
    return {f.code: f for f in findings if f.code != "photo.format"}


def shape(given_: PhotoFacts, **records: Any) -> dict[str, tuple[Status, Any, Any]]:
    """What became of each condition, with what was measured and demanded."""
    return {
        code: (finding.status, finding.measured, finding.limit)
        for code, finding in found(given_, **records).items()
    }


def faults(kind: type[Any], **data: Any) -> tuple[tuple[str, str], ...]:
    with pytest.raises(LoadError) as caught:
        load(kind, {"clause": "x:1", **data})
    return caught.value.faults


# --- the size of the file -------------------------------------------------------------------------

DECIMALLY, BINARILY = 20_000, 20_480
"""20 kB by its two meanings."""


@pytest.mark.parametrize(
    ("size", "status", "limit"),
    [
        (DECIMALLY - 1, BREACHED, DECIMALLY),
        (DECIMALLY, REVIEW, BINARILY),
        (DECIMALLY + 1, REVIEW, BINARILY),
        (BINARILY - 1, REVIEW, BINARILY),
        (BINARILY, MET, BINARILY),
        (BINARILY + 1, MET, BINARILY),
    ],
)
def test_a_minimum_is_kept_by_the_larger_meaning_and_broken_by_the_smaller(
    size: int, status: Status, limit: int
) -> None:
    row = FileSize(min_kb=Decimal(20), clause="x:2", also=("x:3",))
    finding = found(facts(size=size), size=row)["photo.min_size"]
    assert (finding.status, finding.measured, finding.limit) == (status, size, limit)
    assert (finding.clause, finding.also) == ("x:2", ("x:3", "I-mb"))
    assert finding.notes == (("kilobyte_either",) if status is REVIEW else ())


@pytest.mark.parametrize(("meaning", "limit"), [("decimal", 1_500_000), ("binary", 1_572_864)])
@pytest.mark.parametrize(("off", "status"), [(-1, BREACHED), (0, MET), (1, MET)])
def test_a_minimum_of_one_meaning_is_never_open(
    meaning: str, limit: int, off: int, status: Status
) -> None:
    row = FileSize.model_validate({"min_mb": "1.5", "megabyte": meaning, "clause": "x:2"})
    assert shape(facts(size=limit + off), size=row) == {
        "photo.min_size": (status, limit + off, limit)
    }


def test_a_minimum_in_mb_between_its_meanings_says_so() -> None:
    row = FileSize(min_mb=Decimal(1), clause="x:2")
    assert found(facts(size=1_000_000), size=row)["photo.min_size"].notes == ("megabyte_either",)


@pytest.mark.parametrize(
    ("size", "status", "limit", "notes"),
    [
        (499_999, MET, 500_000, ()),
        (500_000, MET, 500_000, ()),
        (500_001, REVIEW, 500_000, ("kilobyte_either",)),
        (511_999, REVIEW, 500_000, ("kilobyte_either",)),
        (512_000, REVIEW, 500_000, ("kilobyte_either",)),
        (512_001, BREACHED, 512_000, ()),
    ],
)
def test_a_maximum_in_kb_has_the_same_two_meanings(
    size: int, status: Status, limit: int, notes: tuple[str, ...]
) -> None:
    finding = found(facts(size=size), size=FileSize(max_kb=Decimal(500), clause="x:2"))[
        "photo.size"
    ]
    assert (finding.status, finding.limit, finding.notes) == (status, limit, notes)


def test_both_ends_are_judged_each_for_itself() -> None:
    row = FileSize(min_kb=Decimal(20), max_mb=Decimal(2), clause="x:2")
    assert shape(facts(size=10), size=row) == {
        "photo.min_size": (BREACHED, 10, 20_000),
        "photo.size": (MET, 10, 2_000_000),
    }
    assert shape(facts(size=3_000_000), size=row) == {
        "photo.min_size": (MET, 3_000_000, 20_480),
        "photo.size": (BREACHED, 3_000_000, 2_097_152),
    }


@given(
    st.decimals("0.001", 99, places=3),
    st.sampled_from(("decimal", "binary")),
    st.integers(-2, 2),
    st.sampled_from(("kb", "mb")),
)
def test_a_part_of_a_byte_is_never_rounded_in_favour_or_against(
    number: Decimal, meaning: str, off: int, unit: str
) -> None:
    """A file of whole bytes is at least, or at most, so many parts of one."""
    kilo = 1000 if meaning == "decimal" else 1024
    exact = Fraction(number) * (kilo if unit == "kb" else kilo * kilo)
    size = max(0, int(exact) + off)
    with decimal.localcontext() as context:
        context.prec = 1
        for end, code, good in (
            ("min", "photo.min_size", size >= exact),
            ("max", "photo.size", size <= exact),
        ):
            data = {f"{end}_{unit}": str(number), "megabyte": meaning, "clause": "x:2"}
            finding = found(facts(size=size), size=FileSize.model_validate(data))[code]
            assert (finding.status is MET) is good


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({}, "no_bound"),
        ({"megabyte": "decimal"}, "no_bound"),
        ({"min_mb": "2", "max_mb": "1"}, "min_above_max"),
        ({"min_kb": "1024", "max_mb": "1"}, "min_above_max"),
        ({"max_kb": "0.0001"}, "no_bound"),
        ({"max_kb": "1", "max_mb": "1"}, "two_units"),
        ({"min_kb": "1", "min_mb": "1", "max_mb": "2"}, "two_units"),
    ],
)
def test_a_size_without_bound_or_without_a_file_that_fits_is_refused(
    data: dict[str, str], code: str
) -> None:
    assert faults(FileSize, **data) == (("", code),)


def test_a_minimum_just_below_the_maximum_is_one() -> None:
    row = load(FileSize, {"min_kb": "999", "max_mb": "1", "clause": "x:1"})
    assert row.in_bytes(1000) == (999_000, 1_000_000)
    assert row.in_bytes(1024) == (1_022_976, 1_048_576)


@pytest.mark.parametrize("value", ["0", "-1", "100001", 1, 1.5, True, "NaN", "Infinity"])
def test_a_bound_of_a_size_is_a_positive_number_in_text(value: object) -> None:
    for field in ("max_mb", "max_kb", "min_mb", "min_kb"):
        ((path, _),) = faults(FileSize, **{field: value})
        assert path == field


# --- pixels ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", ["width", "height"])
@pytest.mark.parametrize(("off", "status"), [(-1, MET), (0, MET), (1, BREACHED)])
def test_at_most_so_many_px_on_each_side(side: str, off: int, status: Status) -> None:
    row = Pixels(**{f"max_{side}": 500, "clause": "x:2", "also": ("I-axes",)})
    finding = found(facts(**{side: 500 + off}), pixels=row)[f"photo.{side}_at_most"]
    assert (finding.status, finding.measured, finding.limit) == (status, 500 + off, 500)
    assert (finding.clause, finding.also) == ("x:2", ("I-axes",))


@pytest.mark.parametrize("side", ["width", "height"])
@pytest.mark.parametrize(("off", "status"), [(-1, BREACHED), (0, MET), (1, BREACHED)])
def test_exactly_so_many_px_are_one_condition(side: str, off: int, status: Status) -> None:
    row = Pixels(**{f"min_{side}": 500, f"max_{side}": 500, "clause": "x:2"})
    assert shape(facts(**{side: 500 + off}), pixels=row) == {
        f"photo.{side}_exactly": (status, 500 + off, 500)
    }


@pytest.mark.parametrize(
    ("width", "low", "high"),
    [(299, BREACHED, MET), (300, MET, MET), (400, MET, MET), (401, MET, BREACHED)],
)
def test_a_range_of_px_has_two_ends(width: int, low: Status, high: Status) -> None:
    row = Pixels(min_width=300, max_width=400, clause="x:2")
    assert shape(facts(width=width), pixels=row) == {
        "photo.width": (low, width, 300),
        "photo.width_at_most": (high, width, 400),
    }


def test_one_side_may_be_bounded_and_the_other_not() -> None:
    assert [*found(facts(width=1), pixels=Pixels(min_height=10, clause="x:2"))] == ["photo.height"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({}, "no_bound"),
        ({"min_width": 2, "max_width": 1}, "min_above_max"),
        ({"min_height": 2, "max_height": 1, "min_width": 1}, "min_above_max"),
    ],
)
def test_px_without_bound_or_with_crossed_ones_are_refused(data: dict[str, int], code: str) -> None:
    assert faults(Pixels, **data) == (("", code),)
    crossed = variants.get("leczna")
    with pytest.raises(LoadError) as caught:
        crossed.override({"mlegitymacja.photo.pixels": {"clause": "x:1", **data}})
    assert caught.value.faults == (("mlegitymacja.photo.pixels", code),)


# --- millimetres ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "height", "dpi", "px"),
    [
        ("35", "45", 300, (413, 531)),  # 413.39 and 531.50: half a px goes up
        ("35", "45", 600, (827, 1063)),  # 826.77 and 1062.99
        ("30", "42", 300, (354, 496)),  # 354.33 and 496.06
        ("35.5", "45.0", 254, (355, 450)),
        ("0.01", "25.4", 1, (0, 1)),
    ],
)
def test_millimetres_at_a_resolution_are_px(
    width: str, height: str, dpi: int, px: tuple[int, int]
) -> None:
    with decimal.localcontext() as context:
        context.prec = 1
        row = Millimetres(width=Decimal(width), height=Decimal(height), dpi=dpi, clause="x:2")
        assert row.in_px() == px


@pytest.mark.parametrize(
    ("off", "least", "most"),
    [
        (-2, BREACHED, MET),
        (-1, MET, MET),
        (0, MET, MET),
        (1, MET, MET),
        (2, MET, BREACHED),
    ],
)
def test_35_by_45_mm_at_300_dpi_exactly_has_one_px_of_play(
    off: int, least: Status, most: Status
) -> None:
    row = Millimetres(
        width=Decimal(35), height=Decimal(45), dpi=300, exactly=True, clause="x:2", also=("x:3",)
    )
    given_ = facts(width=413 + off, height=531 + off)
    assert shape(given_, millimetres=row) == {
        "photo.width": (least, 413 + off, 412),
        "photo.width_at_most": (most, 413 + off, 414),
        "photo.height": (least, 531 + off, 530),
        "photo.height_at_most": (most, 531 + off, 532),
    }
    assert {f.also for f in found(given_, millimetres=row).values()} == {("x:3", "I-millimetres")}


def test_35_by_45_mm_at_least_may_be_larger() -> None:
    row = Millimetres(width=Decimal(35), height=Decimal(45), dpi=300, clause="x:2")
    assert shape(facts(width=4130, height=529), millimetres=row) == {
        "photo.width": (MET, 4130, 412),
        "photo.height": (BREACHED, 529, 530),
    }


def test_without_play_the_size_of_a_print_is_exact_and_never_below_nothing() -> None:
    row = Millimetres(
        width=Decimal("0.01"), height=Decimal(45), dpi=300, exactly=True, tolerance=0, clause="x:2"
    )
    assert shape(facts(width=0, height=531), millimetres=row) == {
        "photo.width_exactly": (MET, 0, 0),
        "photo.height_exactly": (MET, 531, 531),
    }
    loose = row.model_copy(update={"tolerance": 1})
    assert shape(facts(width=0, height=531), millimetres=loose)["photo.width"] == (MET, 0, 0)


# --- multiples and shapes -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "height", "status"),
    [
        (35, 45, MET),
        (350, 450, MET),
        (349, 450, BREACHED),
        (351, 450, BREACHED),
        (350, 449, BREACHED),
        (350, 451, BREACHED),
        (350, 495, BREACHED),  # ten times the one, eleven times the other
        (450, 350, BREACHED),
        (0, 0, BREACHED),
        (34, 0, BREACHED),
    ],
)
def test_both_sides_are_the_same_whole_multiple(width: int, height: int, status: Status) -> None:
    row = Multiple(width=35, height=45, clause="x:2")
    assert shape(facts(width=width, height=height), multiple=row) == {
        "photo.multiple": (status, f"{width}×{height}", "35×45")
    }


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(
    ("width", "good"), [(348, False), (349, True), (350, True), (351, True), (352, False)]
)
def test_a_shape_alone_is_asked_for_strictly_or_not(width: int, good: bool, strict: bool) -> None:
    row = Ratio(width=35, height=45, strict=strict, clause="x:2")
    status = MET if good else BREACHED if strict else REVIEW
    assert shape(facts(width=width, height=450), ratio=row) == {
        "photo.ratio": (status, f"{width}:450", "35:45")
    }


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        (Multiple, {"width": 0, "height": 45}, ("width", "greater_than")),
        (Millimetres, {"width": "0", "height": "45", "dpi": 300}, ("width", "greater_than")),
        (Millimetres, {"width": "35", "height": "45", "dpi": 0}, ("dpi", "greater_than")),
        (PhotoAge, {"months": 0}, ("months", "greater_than")),
        (FaceShare, {"at_least": 70, "at_most": 101}, ("at_most", "less_than_equal")),
        (FaceShare, {"at_least": 71, "at_most": 70}, ("", "min_above_max")),
        (Dpi, {}, ("", "no_bound")),
        (Dpi, {"at_least": 301, "at_most": 300}, ("", "min_above_max")),
        (Formats, {"any_of": []}, ("any_of", "too_short")),
        (
            PaperPhoto,
            {"labels": ["last_name"], "size": "35x45"},
            ("size", "string_pattern_mismatch"),
        ),
    ],
)
def test_what_no_photo_can_keep_is_refused(
    kind: type[Any], data: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert faults(kind, **data) == (expected,)


def test_bounds_that_leave_one_value_are_bounds() -> None:
    assert Dpi(at_least=300, at_most=300, clause="x:1").at_most == 300
    assert FaceShare(at_least=70, at_most=70, clause="x:1").at_least == 70


# --- a photo that is right by construction --------------------------------------------------------


@st.composite
def texts(draw: st.DrawFn) -> tuple[PhotoRequirement, int, int]:
    """A text with bounds on px, and a picture's sides that keep them all."""
    times, unit_width, unit_height = (draw(st.integers(1, 40)) for _ in range(3))
    width, height = times * unit_width, times * unit_height
    sides: dict[str, int] = {}
    for side, px in (("width", width), ("height", height)):
        if draw(st.booleans()):
            sides[f"min_{side}"] = draw(st.integers(1, px))
        if draw(st.booleans()):
            sides[f"max_{side}"] = px + draw(st.integers(0, 9))
    records: dict[str, Any] = {
        "multiple": Multiple(width=unit_width, height=unit_height, clause="x:3"),
        "ratio": Ratio(width=unit_width, height=unit_height, strict=True, clause="x:4"),
    }
    if sides:
        records["pixels"] = Pixels(**sides, clause="x:2")
    return asked(**records), width, height


@given(texts())
def test_a_photo_that_keeps_every_bound_meets_every_condition(
    text: tuple[PhotoRequirement, int, int],
) -> None:
    requirement, width, height = text
    assert photo.check(facts(width=width, height=height), requirement).status is MET
    assert load(PhotoRequirement, dump(requirement)) == requirement


@given(texts(), st.sampled_from(("width", "height")), st.sampled_from(("min", "max")))
def test_one_px_beyond_a_bound_breaches_it_and_names_it(
    text: tuple[PhotoRequirement, int, int], side: str, end: str
) -> None:
    requirement, width, height = text
    bound = getattr(requirement.pixels, f"{end}_{side}", None)
    other = getattr(requirement.pixels, f"{'max' if end == 'min' else 'min'}_{side}", None)
    if bound is None or (end, bound) == ("min", 0):
        return
    off = bound - 1 if end == "min" else bound + 1
    given_ = facts(**{"width": width, "height": height, side: off})
    exactly, at_most = bound == other, end == "max"
    code = f"photo.{side}" + ("_exactly" if exactly else "_at_most" if at_most else "")
    (finding,) = named(photo.check(given_, requirement).findings, code)
    assert (finding.status, finding.measured, finding.limit) == (BREACHED, off, bound)


# --- how old it may be ----------------------------------------------------------------------------

HALF_A_YEAR = PhotoAge(months=6, clause="x:2", also=("x:3",))


def aged(taken: date | None, on: date | None, row: PhotoAge = HALF_A_YEAR) -> tuple[Finding, ...]:
    verdict = photo.check(facts(taken=taken), asked(age=row), on=on)
    return tuple(f for f in verdict.findings if f.code != "photo.format")


@pytest.mark.parametrize(
    ("taken", "on", "begun", "status"),
    [
        (date(2024, 4, 1), date(2024, 9, 30), 6, MET),
        (date(2024, 4, 1), date(2024, 10, 1), 6, MET),
        (date(2024, 4, 1), date(2024, 10, 2), 7, BREACHED),
        (date(2024, 8, 31), date(2025, 2, 28), 6, MET),
        (date(2024, 8, 31), date(2025, 3, 1), 7, BREACHED),
        (date(2023, 8, 29), date(2024, 2, 29), 6, MET),
        (date(2024, 10, 1), date(2024, 10, 1), 0, MET),
        (date(2024, 9, 30), date(2024, 10, 1), 1, MET),
        (date(2023, 12, 31), date(2024, 7, 1), 7, BREACHED),
    ],
)
def test_a_photo_of_six_months_is_young_enough_on_the_same_date(
    taken: date, on: date, begun: int, status: Status
) -> None:
    day, age = aged(taken, on)
    assert (day.code, day.status, day.clause) == ("photo.taken", MET, "invariant:day-order")
    assert (age.code, age.status, age.measured, age.limit) == ("photo.age", status, begun, 6)
    assert (age.clause, age.also, age.notes) == ("x:2", ("x:3", "I-photo-age"), ())


@pytest.mark.parametrize(
    ("taken", "on", "note"),
    [
        (None, DAY, "taken_not_given"),
        (None, None, "taken_not_given"),
        (DAY, None, "day_not_given"),
    ],
)
def test_an_age_that_nobody_told_needs_review(
    taken: date | None, on: date | None, note: str
) -> None:
    (age,) = aged(taken, on)
    assert (age.status, age.measured, age.limit, age.notes) == (REVIEW, None, 6, (note,))
    assert age.who == "office"


def test_a_photo_is_not_taken_after_it_was_handed_in_and_no_waiver_makes_it_so() -> None:
    waived = PhotoAge(months=6, clause="x:2", waiver="x:9")
    day, age = aged(DAY + timedelta(days=1), DAY, waived)
    assert (day.code, day.status) == ("photo.taken", BREACHED)
    assert (day.measured, day.limit) == ("2024-10-02", "2024-10-01")
    assert age.status is MET


@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.integers(0, 900), st.integers(1, 24))
def test_a_photo_that_grows_older_is_never_young_enough_again(
    taken: date, days: int, months: int
) -> None:
    row = PhotoAge(months=months, clause="x:2")
    today, tomorrow = (
        aged(taken, taken + timedelta(days=n), row)[-1].status for n in (days, days + 1)
    )
    assert (today, tomorrow) != (BREACHED, MET)
    assert (today is MET) or days > 28 * months


@pytest.mark.parametrize("value", ["2024-10-01", 1, True])
def test_the_day_of_a_photo_is_a_day(value: Any) -> None:
    with pytest.raises(WrongArgument) as caught:
        photo.inspect(b"", taken=value)
    assert caught.value.name == "taken"
    with pytest.raises(WrongArgument) as caught:
        photo.check(facts(), None, on=value)
    assert caught.value.name == "on"


def test_the_host_tells_when_a_photo_was_taken() -> None:
    assert photo.inspect(picture(), taken=DAY).taken == DAY
    assert photo.inspect(picture()).taken is None


# --- waivers, silence, prints ---------------------------------------------------------------------

WAIVED: list[tuple[str, Any, dict[str, Any], str]] = [
    ("formats", Formats(any_of=("PNG",), clause="x:2", waiver="x:9"), {}, "photo.format"),
    ("size", FileSize(min_mb=Decimal(9), clause="x:2", waiver="x:9"), {}, "photo.min_size"),
    ("size", FileSize(max_kb=Decimal(1), clause="x:2", waiver="x:9"), {}, "photo.size"),
    ("pixels", Pixels(max_width=1, clause="x:2", waiver="x:9"), {}, "photo.width_at_most"),
    (
        "pixels",
        Pixels(min_height=1, max_height=1, clause="x:2", waiver="x:9"),
        {},
        "photo.height_exactly",
    ),
    (
        "millimetres",
        Millimetres(width=Decimal(1), height=Decimal(999), dpi=300, clause="x:2", waiver="x:9"),
        {},
        "photo.height",
    ),
    ("multiple", Multiple(width=7, height=999, clause="x:2", waiver="x:9"), {}, "photo.multiple"),
    (
        "ratio",
        Ratio(width=1, height=9, strict=True, clause="x:2", waiver="x:9"),
        {},
        "photo.ratio",
    ),
    ("dpi", Dpi(at_least=9999, clause="x:2", waiver="x:9"), {}, "photo.dpi"),
    (
        "age",
        PhotoAge(months=6, clause="x:2", waiver="x:9"),
        {"taken": date(2020, 1, 1)},
        "photo.age",
    ),
]


@pytest.mark.parametrize(("field", "row", "changes", "code"), WAIVED, ids=[w[3] for w in WAIVED])
def test_every_breach_can_be_waived_by_the_clause_that_says_so(
    field: str, row: Any, changes: dict[str, Any], code: str
) -> None:
    given_, requirement = facts(size=50_000, **changes), asked(**{field: row})

    def judged(*words: Attestation) -> tuple[Finding, Finding]:
        findings = photo.check(given_, requirement, pupil=ANNA, on=DAY, attested=words).findings
        (breach,), (decision,) = named(findings, code), named(findings, "photo.acceptance")
        return breach, decision

    breach, decision = judged()
    assert (breach.status, breach.notes, decision.subject) == (REVIEW, ("discretion",), code)
    assert decision.clause == "x:9"
    accepted, _ = judged(
        Attestation(condition="photo.acceptance", subject=code, role="office", on=DAY)
    )
    assert (accepted.status, accepted.notes) == (MET, ("accepted_despite",))
    bare = asked(**{field: row.model_copy(update={"waiver": None})})
    (final,) = named(photo.check(given_, bare, pupil=ANNA, on=DAY).findings, code)
    assert final.status is BREACHED


def test_a_text_that_names_no_format_rules_none_out() -> None:
    text = PhotoRequirement(pixels=Pixels(min_width=500, clause="x:2"))
    verdict = photo.check(facts(format="PNG", width=500), text)
    assert [(f.code, f.status) for f in verdict.findings] == [("photo.width", MET)]


@pytest.mark.parametrize(
    ("data", "status", "notes"),
    [
        (b"\0\0\0\0ftypheic" + bytes(30), REVIEW, ("not_measured",)),
        (b"", BREACHED, ()),
        (b"hello", BREACHED, ()),
    ],
)
def test_a_picture_that_is_not_read_is_for_a_human_and_no_picture_is_a_breach(
    data: bytes, status: Status, notes: tuple[str, ...]
) -> None:
    text = PhotoRequirement(
        extensions=Extensions(any_of=("jpg",), clause="x:3"),
        pixels=Pixels(min_width=500, clause="x:2"),
    )
    (readable,) = photo.check(photo.inspect(data), text).findings
    assert (readable.code, readable.status, readable.notes) == ("photo.readable", status, notes)
    assert readable.clause == "x:3"


def test_an_extension_is_asked_for_without_a_format_too() -> None:
    text = PhotoRequirement(extensions=Extensions(any_of=("jpg",), clause="x:3"))
    given_ = photo.inspect(picture(), filename="a.jpg")
    assert [(f.code, f.status) for f in photo.check(given_, text).findings] == [
        ("photo.extension", MET)
    ]


def test_a_requirement_that_asks_nothing_is_none() -> None:
    with pytest.raises(LoadError) as caught:
        load(PhotoRequirement, {})
    assert caught.value.faults == (("", "asks_nothing"),)


@pytest.mark.parametrize(
    ("records", "clause"),
    [
        ({"age": HALF_A_YEAR}, "x:2"),
        ({"pictures": (Picture(condition="photo.background", clause="x:7"),)}, "x:7"),
        ({"formats": FORMATS, "age": HALF_A_YEAR}, "x:1"),
    ],
)
def test_a_photo_that_did_not_come_is_missed_by_the_first_clause_that_asks(
    records: dict[str, Any], clause: str
) -> None:
    rules = ProcedureRules(photo=PhotoRequirement(**records))
    without = application("balin", photo=None)
    (missing,) = named(applications.findings(without, rules, DAY, ()), "photo.present")
    assert (missing.status, missing.clause) == (BREACHED, clause)


def test_an_application_tells_the_day_on_which_its_photo_came() -> None:
    rules = ProcedureRules(photo=asked(age=HALF_A_YEAR))
    for received, status in ((date(2024, 10, 1), MET), (date(2024, 10, 2), BREACHED)):
        lodged = application("balin", received=received, photo=facts(taken=date(2024, 4, 1)))
        # Judged much later: the school's own time makes no photo older.
        found_ = applications.findings(lodged, rules, date(2025, 1, 1), ())
        (age,) = named(found_, "photo.age")
        assert age.status is status


def test_of_a_print_a_human_says_how_large_and_how_old_it_is() -> None:
    text = asked(
        age=HALF_A_YEAR,
        pictures=(Picture(condition="photo.background", clause="x:7"),),
        on_paper=PaperPhoto(labels=("last_name",), size="35×45", clause="x:8"),
    )
    lodged = application("balin", photo=None, photo_print=("last_name",))
    found_ = [*applications.findings(lodged, ProcedureRules(photo=text), DAY, ())]
    seen = [(f.code, f.status, f.clause, f.limit) for f in found_ if f.code.startswith("photo.")]
    assert seen == [
        ("photo.label", MET, "x:8", None),
        ("photo.print_size", REVIEW, "x:8", "35×45"),
        ("photo.age", REVIEW, "x:2", 6),
        ("photo.background", REVIEW, "x:7", None),
    ]
    unsized = text.on_paper.model_copy(update={"size": None}) if text.on_paper else None
    rules = ProcedureRules(photo=text.model_copy(update={"on_paper": unsized, "age": None}))
    assert named(applications.findings(lodged, rules, DAY, ()), "photo.print_size") == []
    assert named(applications.findings(lodged, rules, DAY, ()), "photo.age") == []


def test_each_condition_says_what_was_demanded_in_both_languages() -> None:
    text = asked(
        size=FileSize(min_kb=Decimal(20), clause="x:2"),
        pixels=Pixels(max_width=400, min_height=600, max_height=600, clause="x:3"),
        multiple=Multiple(width=35, height=45, clause="x:4"),
        age=HALF_A_YEAR,
    )
    verdict = photo.check(
        facts(size=9, width=500, height=601, taken=date(2024, 1, 1)), text, on=DAY
    )
    english = verdict.explain("en", reasons_only=True)
    polish = verdict.explain("pl", reasons_only=True)
    for line in (
        "size of the file: 9 B (at least 20 000 B)",
        "width of the photo: 500 px (at most 400 px)",
        "height of the photo: 601 px (exactly 600 px)",
        "px of the photo: 500×601 (a whole multiple of 35×45)",
        "age of the photo in months begun: 9 (at most 6)",
    ):
        assert line in english.replace("\N{NO-BREAK SPACE}", " ")
    assert "wysokość zdjęcia: 601 px (dokładnie 600 px)" in polish
    assert "wiek zdjęcia w rozpoczętych miesiącach: 9 (najwyżej 6)" in polish


def test_a_school_may_take_what_its_text_asks_in_a_whole_regulation() -> None:
    """The new records stand where the old ones did, and a document can be issued by them."""
    mine = variants.get("balin").override(
        {
            "mlegitymacja.photo": {
                "formats": {"any_of": ["JPEG", "PNG"], "clause": "x:1"},
                "size": {"min_kb": "1", "max_mb": "2", "clause": "x:2"},
                "millimetres": {"width": "35", "height": "45", "dpi": 300, "clause": "x:3"},
                "age": {"months": 6, "clause": "x:4"},
            }
        }
    )
    good = facts(width=413, height=531, size=2048, taken=date(2024, 9, 1))
    outcome = mlegitymacja.issue(application("balin", photo=good), mine, on=DAY, codes=CODES)
    assert isinstance(outcome, Accepted), outcome.reasons
