"""The five regulations as data: what each text says beyond photos, fees and the mLegitymacja's life."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from legitymacja_rules import eligibility, variants
from legitymacja_rules.errors import UnknownProcedure, UnknownSchool
from legitymacja_rules.regulation import Cited, Devices, FaceShare, Multiple, Ratio
from legitymacja_rules.vocabulary import ApplicantKind, Procedure
from samples import ANNA, DAY, SCHOOLS

clause = pytest.mark.clause


def test_the_five_schools_are_named_in_order() -> None:
    assert variants.names() == SCHOOLS
    for name in SCHOOLS:
        assert variants.get(name).slug == name


@pytest.mark.parametrize("name", ["", "Leczna", "łęczna", "44051401359", None, ["leczna"]])
def test_an_unknown_school_is_a_typed_error_that_lists_the_known_ones(name: str) -> None:
    with pytest.raises(UnknownSchool) as caught:
        variants.get(name)
    assert caught.value.known == SCHOOLS
    assert "44051401359" not in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ("school", "procedures"),
    [
        ("balin", {"mlegitymacja"}),
        ("sp6", {"mlegitymacja"}),
        pytest.param(
            "grojec",
            {"school_id", "id_exchange", "id_duplicate", "mlegitymacja"},
            marks=clause("grojec:§1.1"),
        ),
        (
            "leczna",
            {
                "school_id",
                "preschool_id",
                "id_exchange",
                "id_duplicate",
                "mlegitymacja",
                "certificate_duplicate",
            },
        ),
        (
            "ostroleka",
            {
                "school_id",
                "id_exchange",
                "id_duplicate",
                "mlegitymacja",
                "certificate_duplicate",
            },
        ),
    ],
)
def test_which_procedures_each_text_regulates(school: str, procedures: set[Procedure]) -> None:
    regulation = variants.get(school)
    every: tuple[Procedure, ...] = (
        "school_id",
        "preschool_id",
        "id_exchange",
        "id_duplicate",
        "mlegitymacja",
        "certificate_duplicate",
    )
    assert {name for name in every if regulation.procedure(name) is not None} == procedures


def test_an_unknown_procedure_is_a_typed_error() -> None:
    with pytest.raises(UnknownProcedure) as caught:
        variants.get("leczna").photo_for("passport")  # type: ignore[arg-type]  # that is the point
    assert "id_duplicate" in caught.value.known


@pytest.mark.parametrize(
    ("school", "first", "last"),
    [
        ("balin", date(2019, 9, 1), None),
        ("sp6", date(2019, 9, 1), None),
        ("grojec", date(2024, 7, 13), None),
        pytest.param("leczna", date(2024, 7, 13), None, marks=clause("leczna:I.2")),
        pytest.param("ostroleka", date(2024, 9, 1), None, marks=clause("ostroleka:§5.2")),
    ],
)
def test_from_when_the_other_chapters_apply(school: str, first: date, last: date | None) -> None:
    period = variants.get(school).period("id_duplicate")
    assert (period.since, period.until) == (first, last)
    assert not period.covers(date.fromordinal(first.toordinal() - 1))
    assert period.covers(first)
    assert period.covers(date(2030, 1, 1))


@pytest.mark.parametrize(
    ("school", "procedure", "entitled", "where"),
    [
        pytest.param(
            "grojec", "id_exchange", {"parent"}, "grojec:§4.2", marks=clause("grojec:§4.2")
        ),
        pytest.param(
            "grojec", "id_duplicate", {"parent"}, "grojec:§5.1", marks=clause("grojec:§5.1")
        ),
        pytest.param(
            "leczna", "id_exchange", {"parent"}, "leczna:III.2", marks=clause("leczna:III.2")
        ),
        pytest.param(
            "leczna", "id_duplicate", {"parent"}, "leczna:IV.1", marks=clause("leczna:IV.1")
        ),
        pytest.param(
            "leczna",
            "certificate_duplicate",
            {"parent", "graduate"},
            "leczna:IX.1",
            marks=clause("leczna:IX.1"),
        ),
        pytest.param(
            "ostroleka",
            "id_duplicate",
            {"parent"},
            "ostroleka:§3.2",
            marks=clause("ostroleka:§3.2"),
        ),
        pytest.param(
            "ostroleka",
            "certificate_duplicate",
            {"pupil", "graduate"},
            "ostroleka:§4.1",
            marks=clause("ostroleka:§4.1"),
        ),
    ],
)
def test_who_may_ask_for_a_minor_in_the_other_procedures(
    school: str, procedure: Procedure, entitled: set[str], where: str
) -> None:
    rules = variants.get(school).procedure(procedure)
    assert rules is not None
    everyone: tuple[ApplicantKind, ...] = ("parent", "pupil", "graduate")
    for who in everyone:
        (finding,) = eligibility.applicant(
            "application.applicant", rules.applicants, who, ANNA, DAY
        )
        assert (finding.status == "met") is (who in entitled)
        assert finding.clause == where


@clause("ostroleka:§3.2")
def test_ostroleka_3_2_an_adult_pupil_may_ask_for_the_duplicate() -> None:
    rules = variants.get("ostroleka").id_duplicate
    assert rules is not None
    adult = ANNA.model_copy(update={"born": date(2006, 10, 1)})
    (finding,) = eligibility.applicant("x", rules.applicants, "pupil", adult, DAY)
    assert finding.status == "met"


@clause("grojec:form.title")
def test_grojec_form_title_the_title_of_5_5_is_built_the_forms_is_registered() -> None:
    rules = variants.get("grojec").id_duplicate
    assert rules is not None
    assert rules.payment is not None
    first, *further = rules.payment.titles
    assert (first.words, first.clause) == ("opłata za duplikat legitymacji", "grojec:§5.5")
    assert {title.clause for title in further} == {"grojec:form.title"}
    assert {"grojec:form.title", "I-grojec-title"} <= set(rules.payment.also)


@clause("grojec:form.issue")
def test_grojec_form_issue_asks_for_a_current_photo() -> None:
    asked = variants.get("grojec").photo_for("mlegitymacja")
    assert asked is not None
    assert [(p.condition, p.clause) for p in asked.pictures] == [
        ("photo.current", "grojec:form.issue")
    ]


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Devices, {}),
        (Multiple, {"width": 1}),
        (Ratio, {"width": 1}),
        (FaceShare, {"at_least": 1}),
    ],
)
def test_a_number_that_a_record_needs_has_no_default(
    kind: type[Cited], given: dict[str, int]
) -> None:
    """Catches a default that leaks from one field into others of the same type."""
    with pytest.raises(ValidationError, match="Field required"):
        kind(clause="x:1", **given)
