"""One photo at every school: a plan holds what it promises, by the rules that judge photos."""

from __future__ import annotations

import json
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legitymacja_rules import everywhere, photo, photo_demands, photo_plans, variants
from legitymacja_rules.errors import UnknownProcedure, WrongArgument
from legitymacja_rules.everywhere import Conflict, Everywhere, Plan, Step
from legitymacja_rules.facts import PhotoFacts
from legitymacja_rules.findings import Status
from legitymacja_rules.messages import AXES, STEPS
from legitymacja_rules.photo_demands import DEMANDS, Demand
from legitymacja_rules.photo_fit import SIDES
from legitymacja_rules.photo_plans import planned
from legitymacja_rules.regulation import (
    PROCEDURES,
    Dpi,
    Editions,
    Extensions,
    FaceShare,
    FileSize,
    Formats,
    Naming,
    PaperPhoto,
    PhotoAge,
    PhotoRequirement,
    Picture,
    Pixels,
    Ratio,
    Regulation,
    Rule,
)
from legitymacja_rules.vocabulary import ContentFormat, Procedure
from samples import ANNA, DAY, GOOD_PHOTO, SCHOOLS, facts

ALL = [variants.get(name) for name in SCHOOLS]

BY_MACHINE = {
    *("photo.format", "photo.extension", "photo.size", "photo.readable", "photo.width"),
    *("photo.height", "photo.ratio", "photo.dpi", "photo.dpi_at_most", "photo.name"),
}
"""The codes of what needs no human; each is told by the rules that judge photos."""


def asking(**records: Any) -> Regulation:
    """A school that asks this of the photo for an mLegitymacja."""
    photo_ = PhotoRequirement(**{"formats": Formats(any_of=("JPEG",), clause="sp1:f"), **records})
    return Regulation(
        slug="sp1",
        school="SP 1",
        in_force={"since": "2020-01-01", "clause": "sp1:1"},
        id_exchange={"photo": photo_},
    )


def ask(school: Regulation, sent: PhotoFacts, **more: Any) -> Plan:
    found = everywhere.photo(sent, "id_exchange", schools=[school], on=DAY, **more)
    own = found.schools[0].plan
    assert own == found.plan
    return found.plan


def steps(plan: Plan) -> list[tuple[str, dict[str, Any]]]:
    assert plan.conflicts == ()
    return [(step.kind, dict(step.values)) for step in plan.steps]


PLAIN = PhotoFacts(format="JPEG", size=1000, width=400, height=600, dpi=200, filename="x.jpg")


# --- what a plan says -----------------------------------------------------------------------------


def test_what_fits_needs_no_change() -> None:
    found = everywhere.photo(GOOD_PHOTO, "mlegitymacja", schools=ALL, on=DAY, pupil=ANNA)
    assert [there.school for there in found.schools] == list(SCHOOLS)
    assert (found.plan.steps, found.plan.conflicts) == ((), ())
    assert found.plan.facts == GOOD_PHOTO
    assert found.explain("pl").splitlines()[-2:] == ["wszędzie naraz:", "  nic nie trzeba zmieniać"]
    for there in found.schools:
        assert (
            there.then
            == there.verdict
            == photo.check(
                GOOD_PHOTO, variants.get(there.school).photo_for("mlegitymacja"), pupil=ANNA
            )
        )


def test_a_format_is_converted_and_the_name_follows() -> None:
    school = asking(extensions=Extensions(any_of=("jpg", "png"), clause="sp1:e"))
    plan = ask(school, facts(format="PNG", filename="Zdjęcie.png"))
    assert steps(plan) == [("convert", {"format": "JPEG"}), ("rename", {})]
    assert [step.clauses for step in plan.steps] == [("sp1:f",), ("sp1:e",)]
    assert plan.steps[1].filename == "Zdjęcie.jpg"
    assert "Zdjęcie" not in repr(plan)
    assert plan.facts is not None
    assert (plan.facts.format, plan.facts.filename) == ("JPEG", "Zdjęcie.jpg")


@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        (None, "photo.jpg"),
        ("", "photo.jpg"),
        ("anna", "anna.jpg"),
        ("anna.jpeg", "anna.jpg"),
        ("a" * 255, "a" * 251 + ".jpg"),
    ],
)
def test_a_name_without_the_right_ending_gets_one(filename: str | None, expected: str) -> None:
    school = asking(extensions=Extensions(any_of=("jpg",), clause="sp1:e"))
    plan = ask(school, facts(filename=filename))
    assert [step.filename for step in plan.steps] == [expected]


def test_an_ending_that_fits_is_kept() -> None:
    both = Extensions(any_of=("jpg", "jpeg"), clause="sp1:e")
    named = Naming(parts=("last_name", "first_name"), clause="sp1:n")
    plan = ask(asking(extensions=both, naming=named), facts(filename="x.JPEG"), pupil=ANNA)
    assert [(step.filename, step.clauses) for step in plan.steps] == [
        ("kowalska-anna.jpeg", ("sp1:n",))
    ]


@pytest.mark.parametrize(
    ("size", "limit", "kinds"),
    [(999_999, 0, []), (1_000_000, 0, []), (1_000_001, 1_000_000, ["compress"])],
)
def test_a_file_over_the_limit_is_to_be_made_smaller(
    size: int, limit: int, kinds: list[str]
) -> None:
    plan = ask(asking(size=FileSize(max_mb="1", clause="sp1:s")), facts(size=size))
    assert [step.kind for step in plan.steps] == kinds
    assert not kinds or plan.steps[0].values == {"bytes": limit}
    binary = ask(
        asking(size=FileSize(max_mb="1", megabyte="binary", clause="sp1:s")), facts(size=2**20 + 1)
    )
    assert steps(binary) == [("compress", {"bytes": 2**20})]


def test_what_is_written_anew_is_told_the_limit_too() -> None:
    school = asking(size=FileSize(max_mb="1", clause="sp1:s"))
    plan = ask(school, facts(format="PNG", size=10))
    assert steps(plan) == [("convert", {"format": "JPEG"}), ("compress", {"bytes": 1_000_000})]
    assert plan.facts is not None
    assert plan.facts.size == 10


@pytest.mark.parametrize(
    ("size", "least", "expected"),
    [
        ((400, 600), (400, 600), []),
        ((400, 600), (401, 600), [("resize", {"width": 401, "height": 602})]),
        ((400, 600), (400, 601), [("resize", {"width": 401, "height": 601})]),
        ((300, 300), (500, 600), [("resize", {"width": 600, "height": 600})]),
        ((1, 5000), (500, 600), [("resize", {"width": 500, "height": 2_500_000})]),
    ],
)
def test_a_small_picture_is_made_larger_and_keeps_its_shape(
    size: tuple[int, int], least: tuple[int, int], expected: list[Any]
) -> None:
    school = asking(pixels=Pixels(min_width=least[0], min_height=least[1], clause="sp1:p"))
    assert steps(ask(school, facts(width=size[0], height=size[1]))) == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((354, 496), []),
        ((355, 496), []),
        ((356, 496), [("crop", {"width": 354, "height": 496})]),
        ((352, 496), [("crop", {"width": 352, "height": 493})]),
        ((100, 100), [("crop", {"width": 71, "height": 100})]),
    ],
)
def test_a_picture_of_another_shape_is_cut(size: tuple[int, int], expected: list[Any]) -> None:
    school = asking(ratio=Ratio(width=354, height=496, clause="sp1:r"))
    assert steps(ask(school, facts(width=size[0], height=size[1]))) == expected


def test_a_picture_is_cut_to_shape_before_it_is_made_larger() -> None:
    school = asking(
        ratio=Ratio(width=354, height=496, clause="sp1:r"),
        pixels=Pixels(min_width=354, min_height=496, clause="sp1:p"),
    )
    plan = ask(school, facts(width=100, height=100))
    assert steps(plan) == [
        ("crop", {"width": 71, "height": 100}),
        ("resize", {"width": 354, "height": 496}),
    ]
    assert [step.clauses for step in plan.steps] == [("sp1:r",), ("sp1:p", "sp1:r")]


@pytest.mark.parametrize(
    ("size", "exact", "expected"),
    [
        ((354, 496), (354, 496), []),
        ((708, 992), (354, 496), [("resize", (354, 496))]),
        ((708, 1000), (354, 496), [("crop", (708, 992)), ("resize", (354, 496))]),
        ((400, 600), (354, 496), [("crop", (400, 560)), ("resize", (354, 496))]),
        ((10, 10), (354, 496), [("crop", (7, 10)), ("resize", (354, 496))]),
    ],
)
def test_where_both_sides_are_fixed_they_are_the_shape(
    size: tuple[int, int], exact: tuple[int, int], expected: list[Any]
) -> None:
    rows = [
        Demand(side, "x", at_least=number, at_most=number)
        for side, number in zip(SIDES, exact, strict=True)
    ]
    plan = planned(facts(width=size[0], height=size[1]), rows, None)
    told = [(kind, (values["width"], values["height"])) for kind, values in steps(plan)]
    assert told == expected


def test_a_picture_that_is_too_large_is_made_smaller() -> None:
    rows = [Demand("width", "x", at_most=200), Demand("height", "x", at_most=200)]
    plan = planned(facts(width=400, height=600), rows, None)
    assert steps(plan) == [("resize", {"width": 133, "height": 200})]


@pytest.mark.parametrize(
    ("dpi", "bounds", "expected"),
    [
        (299, {"at_least": 300}, 300),
        (300, {"at_least": 300}, None),
        (100, {"at_most": 100}, None),
        (101, {"at_most": 100}, 100),
        (None, {"at_least": 300}, 300),
        (None, {"at_most": 100}, 100),
        (None, {"at_least": 72, "at_most": 100}, 72),
        (50, {"at_least": 72, "at_most": 100}, 72),
        (500, {"at_least": 72, "at_most": 100}, 100),
    ],
)
def test_the_resolution_is_set_to_the_nearest_bound(
    dpi: int | None, bounds: dict[str, int], expected: int | None
) -> None:
    doubt = None if dpi else "absent"
    plan = ask(asking(dpi=Dpi(clause="sp1:d", **bounds)), facts(dpi=dpi, dpi_doubt=doubt))
    assert steps(plan) == ([] if expected is None else [("set_dpi", {"dpi": expected})])


def test_what_nobody_can_read_is_to_be_replaced() -> None:
    for broken in (
        PhotoFacts(format="PDF", size=9),
        facts(fault="truncated"),
        facts(width=None),
        facts(height=None),
    ):
        plan = ask(asking(), broken)
        assert steps(plan) == [("replace", {})]
        assert plan.facts is None
        assert plan.steps[0].clauses == ("sp1:f",)
    found = everywhere.photo(facts(fault="empty"), "id_exchange", schools=[asking()], on=DAY)
    assert found.schools[0].then is None
    assert "another photo is needed [sp1:f]" in found.explain("en")


def test_a_name_needs_a_pupil_with_a_class() -> None:
    school = asking(naming=Naming(parts=("last_name", "class_name"), clause="sp1:n"))
    for pupil in (None, ANNA.model_copy(update={"class_name": None})):
        plan = ask(school, PLAIN, pupil=pupil)
        assert steps(plan) == [("rename", {})]
        assert (plan.steps[0].filename, plan.facts) == (None, None)
    assert ask(school, PLAIN, pupil=ANNA).steps[0].filename == "kowalska-4b.jpg"
    assert ask(school, facts(filename="Kowalska 4B.jpg"), pupil=ANNA).steps == ()


def test_a_name_that_an_upload_does_not_need_is_not_asked_for() -> None:
    naming = Naming(parts=("last_name",), waived_for=("e_register",), clause="sp1:n")
    assert ask(asking(naming=naming), PLAIN, sent_by="e_register").steps == ()
    assert ask(asking(naming=naming), PLAIN, sent_by="email").steps != ()


# --- demands that exclude each other --------------------------------------------------------------


def test_ostroleka_and_leczna_exclude_each_other_by_their_resolutions() -> None:
    """At most 100 dpi for a duplicate there, at least 300 for a first ID here."""
    leczna, ostroleka = variants.get("leczna"), variants.get("ostroleka")
    strict = leczna.override({"id_duplicate.photo": json.loads(_photo(leczna, "school_id"))})
    found = everywhere.photo(
        GOOD_PHOTO, "id_duplicate", schools=[strict, ostroleka], on=DAY, pupil=ANNA
    )
    assert found.plan.conflicts == (Conflict("dpi", ("leczna:II.1", "ostroleka:§3.4")),)
    assert (found.plan.steps, found.plan.facts) == ((), None)
    assert "demands exclude each other: resolution (leczna:II.1, ostroleka:§3.4)" in found.explain(
        "en"
    )
    for there in found.schools:
        assert there.plan is not None
        assert there.plan.conflicts == ()


def _photo(school: Regulation, procedure: Procedure) -> str:
    asked = school.photo_for(procedure)
    assert asked is not None
    return asked.model_dump_json()


@pytest.mark.parametrize(
    ("records", "axis"),
    [
        ({"extensions": Extensions(any_of=("png",), clause="sp1:f")}, "extension"),
        (
            {
                "ratio": Ratio(width=2**31 - 1, height=1, tolerance=0, clause="sp1:f"),
                "pixels": Pixels(min_width=1, min_height=2, clause="sp1:f"),
            },
            "shape",
        ),
    ],
)
def test_what_one_school_demands_may_be_met_by_no_photo(records: dict[str, Any], axis: Any) -> None:
    plan = ask(asking(**records), GOOD_PHOTO)
    assert plan.conflicts == (Conflict(axis, ("sp1:f",)),)
    assert (plan.steps, plan.facts) == ((), None)


def test_three_words_of_which_each_two_share_one_exclude_each_other_too() -> None:
    rows = [
        Demand("format", "a", any_of=("JPEG", "PNG")),
        Demand("format", "b", any_of=("PNG", "GIF")),
        Demand("format", "c", any_of=("GIF", "JPEG")),
    ]
    plan = planned(GOOD_PHOTO, rows, None)
    assert plan.conflicts == (Conflict("format", ("a", "b", "c")),)


def test_two_orders_of_a_name_exclude_each_other() -> None:
    one = Naming(parts=("last_name", "first_name"), any_order=False, clause="sp1:n")
    other = Naming(parts=("first_name", "last_name"), any_order=False, clause="sp2:n")
    schools = [asking(naming=one), asking(naming=other)]
    found = everywhere.photo(PLAIN, "id_exchange", schools=schools, on=DAY, pupil=ANNA)
    assert found.plan.conflicts == (Conflict("name", ("sp1:n", "sp2:n")),)
    free = [asking(naming=one), asking(naming=other.model_copy(update={"any_order": True}))]
    found = everywhere.photo(PLAIN, "id_exchange", schools=free, on=DAY, pupil=ANNA)
    assert [step.filename for step in found.plan.steps] == ["kowalska-anna.jpg"]
    nameless = ANNA.model_copy(update={"last_name": "…"})
    found = everywhere.photo(PLAIN, "id_exchange", schools=free, on=DAY, pupil=nameless)
    assert [one.axis for one in found.plan.conflicts] == ["name"]


# --- what holds of every photo --------------------------------------------------------------------

SENT = st.builds(
    PhotoFacts,
    format=st.sampled_from(get_args(ContentFormat)),
    size=st.integers(0, 10**8),
    width=st.none() | st.integers(1, 6000),
    height=st.none() | st.integers(1, 6000),
    dpi=st.none() | st.integers(0, 1200),
    filename=st.none()
    | st.sampled_from(("x.jpg", "x.PNG", "Anna Kowalska 4b.jpeg", "", ".", "ł" * 255)),
    face_percent=st.none() | st.integers(0, 100),
)


def _met_by_machine(sent: PhotoFacts, asked: PhotoRequirement | None) -> bool:
    verdict = photo.check(sent, asked, pupil=ANNA)
    return all(one.status is Status.MET for one in verdict.findings if one.code in BY_MACHINE)


@given(SENT, st.sampled_from(PROCEDURES), st.lists(st.sampled_from(SCHOOLS), unique=True))
@settings(max_examples=150)
def test_a_plan_that_is_carried_out_leaves_nothing_for_a_machine_to_find(
    sent: PhotoFacts, procedure: Procedure, names: list[str]
) -> None:
    asked = [variants.get(name) for name in names]
    found = everywhere.photo(sent, procedure, schools=asked, on=DAY, pupil=ANNA)
    for there, school in zip(found.schools, asked, strict=True):
        requirement = school.photo_for(procedure)
        if requirement is None:
            assert (there.plan, there.then) == (None, None)
            continue
        assert there.plan is not None
        assert there.plan.conflicts == ()
        if there.plan.facts is not None:
            assert _met_by_machine(there.plan.facts, requirement)
            assert (there.plan.steps == ()) is _met_by_machine(sent, requirement)
        if found.plan.facts is not None:
            assert _met_by_machine(found.plan.facts, requirement)
    assert not (found.plan.conflicts and found.plan.steps)
    again = found.plan.facts
    if again is not None:
        assert (
            everywhere.photo(again, procedure, schools=asked, on=DAY, pupil=ANNA).plan.steps == ()
        )


@given(
    SENT.filter(lambda sent: sent.width is not None and sent.height is not None),
    st.builds(
        Pixels,
        min_width=st.integers(1, 3000),
        min_height=st.integers(1, 3000),
        clause=st.just("sp1:p"),
    ),
    st.none()
    | st.builds(
        Ratio, width=st.integers(1, 60), height=st.integers(1, 60), clause=st.just("sp1:r")
    ),
)
def test_any_smallest_size_of_any_shape_can_be_had(
    sent: PhotoFacts, pixels: Pixels, ratio: Ratio | None
) -> None:
    school = asking(pixels=pixels, ratio=ratio)
    plan = ask(school, sent)
    assert plan.facts is not None
    assert _met_by_machine(plan.facts, school.photo_for("id_exchange"))


# --- the call -------------------------------------------------------------------------------------


def test_what_neither_school_nor_law_asks_has_no_plan() -> None:
    early = date(2018, 9, 17)
    found = everywhere.photo(PLAIN, "mlegitymacja", schools=ALL, on=early)
    assert {there.plan for there in found.schools} == {None}
    assert {there.verdict.status for there in found.schools} == {Status.NOT_COVERED}
    assert found.plan == Plan((), (), PLAIN)
    late = everywhere.photo(PLAIN, "mlegitymacja", schools=ALL, on=date(2025, 9, 17))
    clauses = {found.clause for there in late.schools for found in there.verdict.findings}
    assert clauses == {"notice:sio-photo"}
    assert everywhere.photo(PLAIN, "mlegitymacja", schools=[], on=DAY) == Everywhere(
        (), Plan((), (), PLAIN)
    )


def test_editions_are_asked_for_their_text_of_the_day() -> None:
    old = variants.get("leczna").override({"in_force.until": "2024-12-31", "mlegitymacja": None})
    new = old.override(
        {
            "in_force.since": "2025-01-01",
            "in_force.until": None,
            "id_exchange.photo.formats.any_of": ["PNG"],
            "id_exchange.photo.extensions": None,
        }
    )
    amended = Editions(editions=(old, new))
    for day, kinds in (
        (date(2024, 12, 31), []),
        (date(2025, 1, 1), ["convert"]),
        (date(2024, 1, 1), []),
    ):
        found = everywhere.photo(PLAIN, "id_exchange", schools=[amended], on=day)
        assert [step.kind for step in found.plan.steps] == kinds


def test_the_json_says_the_same_in_stable_words_and_names_nobody() -> None:
    found = everywhere.photo(
        facts(format="PNG", filename="x"), "mlegitymacja", schools=ALL, on=DAY, pupil=ANNA
    )
    whole = json.loads(found.explain_json("pl"))
    assert (whole["version"], whole["language"]) == (everywhere.VERSION, "pl")
    assert [row["school"] for row in whole["schools"]] == list(SCHOOLS)
    (convert, *_) = whole["plan"]["steps"]
    assert (convert["kind"], convert["values"]) == ("convert", {"format": "JPEG"})
    assert whole["plan"]["texts"][0].startswith("zapisz jako JPEG [")
    for told in (found.explain("pl"), found.explain_json("en"), repr(found)):
        assert "kowalska" not in told.lower()


@pytest.mark.parametrize("language", ["de", None])
def test_another_language_is_a_wrong_argument(language: Any) -> None:
    found = everywhere.photo(PLAIN, "mlegitymacja", schools=ALL, on=DAY)
    for told in (found.explain, found.explain_json):
        with pytest.raises(WrongArgument, match="language"):
            told(language)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"facts": {}}, "facts"),
        ({"schools": 3}, "schools"),
        ({"schools": ["leczna"]}, "schools"),
        ({"on": "2024-10-01"}, "on"),
        ({"pupil": "Anna"}, "pupil"),
    ],
)
def test_an_argument_of_another_type_is_wrong(changes: dict[str, Any], name: str) -> None:
    call: dict[str, Any] = {
        "facts": PLAIN,
        "procedure": "mlegitymacja",
        "schools": ALL,
        "on": DAY,
        **changes,
    }
    with pytest.raises(WrongArgument, match=f"'{name}'"):
        everywhere.photo(**call)
    with pytest.raises(UnknownProcedure):
        everywhere.photo(PLAIN, "passport", schools=ALL, on=DAY)  # type: ignore[arg-type]  # on purpose


# --- the table of demands -------------------------------------------------------------------------

BY_EYE = {FaceShare, PaperPhoto, PhotoAge, Picture, Rule}
"""Records that only a human judges, or that are about no file, or demand nothing of it."""


def _kinds(form: Any) -> set[type[Any]]:
    if get_origin(form) in {Union, UnionType, tuple}:
        return {kind for part in get_args(form) for kind in _kinds(part)}
    return {form} if isinstance(form, type) and form is not type(None) else set()


def test_every_record_of_a_requirement_makes_demands_or_is_for_the_eye() -> None:
    fields = PhotoRequirement.model_fields.values()
    assert {kind for field in fields for kind in _kinds(field.annotation)} == {*DEMANDS} | BY_EYE


def test_every_step_and_every_axis_has_its_text() -> None:
    assert set(STEPS) == {*get_args(photo_plans.Kind)}
    assert set(AXES) == {*get_args(photo_demands.Axis)}


def test_a_demand_takes_what_lies_within_its_bounds() -> None:
    width = Demand("width", "x", at_least=2, at_most=4)
    assert [width.takes(number) for number in (None, 1, 2, 4, 5)] == [
        False,
        False,
        True,
        True,
        False,
    ]
    assert [width.fits(number, 9) for number in (1, 2, 5)] == [False, True, False]
    assert Demand("height", "x", at_least=2).fits(1, 2)
    assert Demand("bytes", "x", at_most=0).fits(1, 1)
    assert Step("rename", {}, ()) == Step("rename", {}, ())


@pytest.mark.parametrize(
    ("changes", "taken"), [({"face_percent": 20}, None), ({"taken": date(2005, 1, 1)}, 6)]
)
def test_what_no_change_of_the_file_mends_asks_for_another_photo(
    changes: dict[str, Any], taken: int | None
) -> None:
    share = FaceShare(at_least=70, at_most=80, clause="sp1:f")
    age = PhotoAge(months=taken, clause="sp1:a") if taken else None
    school = asking(face_share=share, age=age)
    facts = PhotoFacts(**{**dict(GOOD_PHOTO), **changes})
    found = everywhere.photo(facts, "id_exchange", schools=[school], on=DAY)
    (there,) = found.schools
    assert there.verdict.status is Status.BREACHED
    assert there.plan is not None
    assert [step.kind for step in there.plan.steps] == ["replace"]
    assert (there.then, there.plan.facts) == (None, None)
