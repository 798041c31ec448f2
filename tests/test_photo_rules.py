"""Photos judged, school by school; limits stand here as the schools' texts have them.

The texts ask different things in different procedures. `ASKED` says which conditions each of them
sets, and everything a text does not mention must stay unjudged.
"""

from datetime import date
from fractions import Fraction
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import photo, variants
from legitymacja_rules.attestations import Attestation, settle
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.facts import PhotoFacts, Pupil
from legitymacja_rules.findings import Finding, Role, Status, not_covered
from legitymacja_rules.outcomes import Verdict
from legitymacja_rules.regulation import Dpi, PhotoRequirement
from legitymacja_rules.vocabulary import ContentFault, ContentFormat, Lodging, Procedure
from samples import ANNA, DAY, GOOD_PHOTO, SCHOOLS, attest, facts, named, picture

MET, REVIEW, NOT_COVERED, BREACHED = Status

ANNAS = "kowalska-anna-4b.jpg"

_FILE = {"photo.format", "photo.extension"}
_SIZED = _FILE | {"photo.size"}
_PIXELS = {"photo.width", "photo.height"}
_LECZNA_SEEN = {
    "photo.face_frontal": "leczna:II.3.a",
    "photo.headwear": "leczna:II.3.a",
    "photo.dark_glasses": "leczna:II.3.a",
    "photo.hair": "leczna:II.3.a",
    "photo.background": "leczna:II.3.b",
    "photo.sharpness": "leczna:II.3.c",
    "photo.colours": "leczna:II.3.c",
    "photo.framing": "leczna:II.3.d",
    "photo.eyes": "leczna:II.3.e",
}
_LECZNA_II = _SIZED | _PIXELS | {"photo.name", "photo.face_share"} | set(_LECZNA_SEEN)
_GROJEC = _FILE | _PIXELS | {"photo.name", "photo.current"}

ASKED: dict[tuple[str, Procedure], set[str]] = {
    ("balin", "mlegitymacja"): _SIZED | {"photo.current"},
    ("sp6", "mlegitymacja"): _SIZED | {"photo.current"},
    ("grojec", "id_exchange"): _GROJEC,
    ("grojec", "id_duplicate"): _GROJEC | {"photo.dpi"},
    ("grojec", "mlegitymacja"): _GROJEC | {"photo.dpi"},
    ("leczna", "school_id"): _LECZNA_II | {"photo.dpi"},
    ("leczna", "preschool_id"): _LECZNA_II,
    ("leczna", "id_exchange"): _FILE | {"photo.current"},
    ("leczna", "id_duplicate"): _FILE | {"photo.current"},
    ("leczna", "mlegitymacja"): _SIZED | _PIXELS | {"photo.name"},
    ("ostroleka", "id_duplicate"): _SIZED
    | _PIXELS
    | {"photo.ratio", "photo.dpi_at_most", "photo.current"},
    ("ostroleka", "mlegitymacja"): _SIZED
    | _PIXELS
    | {
        "photo.background",
        "photo.headwear",
        "photo.dark_glasses",
        "photo.face_share",
        "photo.current",
    },
}
PLACES = list(ASKED)
PROCEDURES: tuple[Procedure, ...] = get_args(Procedure)
EVERYWHERE = [(school, procedure) for school in SCHOOLS for procedure in PROCEDURES]


def judge(school: str, procedure: Procedure, given: PhotoFacts, **more: Any) -> Verdict:
    asked = variants.get(school).photo_for(procedure)
    return photo.check(given, asked, **{"pupil": ANNA, **more})


def one(verdict: Verdict, code: str) -> Finding:
    (finding,) = named(verdict.findings, code)
    return finding


def status(school: str, procedure: Procedure, code: str, **changes: Any) -> Status:
    return one(judge(school, procedure, facts(**changes)), code).status


def codes(findings: tuple[Finding, ...], *statuses: Status) -> set[str]:
    return {finding.code for finding in findings if finding.status in statuses}


def word(code: str, *, holds: bool = True, role: Role = "office", on: date = DAY) -> Attestation:
    return Attestation(condition=code, role=role, on=on, holds=holds)


# One photo, three schools

ANNAS_PHOTO = photo.inspect(picture(500, 600, dpi=(300, 300), size=80_000), filename=ANNAS)


@pytest.mark.clause(
    "leczna:II.1",
    "leczna:II.3.a",
    "leczna:II.3.b",
    "leczna:II.3.c",
    "leczna:II.3.d",
    "leczna:II.3.e",
    "leczna:II.3.f",
    "leczna:II.3.g",
    "leczna:II.3.h",
)
def test_leczna_ii_1_annas_photo_meets_all_a_machine_sees_and_waits_for_the_school() -> None:
    seen = set(_LECZNA_SEEN) | {"photo.face_share"}
    open_ = judge("leczna", "school_id", ANNAS_PHOTO)
    assert open_.status is REVIEW
    assert codes(open_.findings, REVIEW) == seen
    assert codes(open_.findings, MET) == ASKED["leczna", "school_id"] - seen

    words = [word(code) for code in seen]
    assert judge("leczna", "school_id", ANNAS_PHOTO, attested=words).status is MET


@pytest.mark.clause("grojec:§7.4")
def test_grojec_7_4_annas_photo_is_breached_by_its_height_alone() -> None:
    verdict = judge("grojec", "mlegitymacja", ANNAS_PHOTO)
    assert codes(verdict.findings, BREACHED) == {"photo.height"}
    height = one(verdict, "photo.height")
    assert (height.measured, height.limit, height.clause) == (600, 633, "grojec:§7.4")


@pytest.mark.clause("ostroleka:§2.8.a")
def test_ostroleka_2_8_a_annas_photo_is_breached_by_nothing() -> None:
    verdict = judge("ostroleka", "mlegitymacja", ANNAS_PHOTO)
    assert verdict.status is REVIEW
    assert not codes(verdict.findings, BREACHED)


@pytest.mark.clause("ostroleka:§2.8.a")
@pytest.mark.parametrize(
    ("width", "height", "short"), [(496, 354, {"photo.height"}), (354, 496, set())]
)
def test_ostroleka_2_8_a_the_longer_side_is_the_height(
    width: int, height: int, short: set[str]
) -> None:
    given_ = photo.inspect(picture(width, height), filename=ANNAS)
    assert codes(judge("ostroleka", "mlegitymacja", given_).findings, BREACHED) == short


def test_a_picture_stored_on_its_side_is_judged_upright() -> None:
    lying = photo.inspect(picture(496, 354, orientation=6), filename=ANNAS)
    verdict = judge("ostroleka", "mlegitymacja", lying)
    assert (one(verdict, "photo.width").measured, one(verdict, "photo.height").measured) == (
        354,
        496,
    )
    assert not codes(verdict.findings, BREACHED)


# What is asked, and what is not


@pytest.mark.clause("balin:docs.2", "sp6:docs.2", "leczna:III.4", "leczna:IV.2")
@pytest.mark.parametrize(("school", "procedure"), PLACES)
def test_silence_sets_no_condition(school: str, procedure: Procedure) -> None:
    verdict = judge(school, procedure, GOOD_PHOTO)
    assert sorted(finding.code for finding in verdict.findings) == sorted(ASKED[school, procedure])


@pytest.mark.clause("balin:docs.2", "sp6:docs.2")
@pytest.mark.parametrize("school", ["balin", "sp6"])
def test_balin_sp6_docs_2_a_thumbnail_without_a_name_for_it_is_good_when_current(
    school: str,
) -> None:
    tiny = photo.inspect(picture(20, 30, dpi=None), filename="x.jpeg")
    open_ = judge(school, "mlegitymacja", tiny, pupil=None)
    assert codes(open_.findings, REVIEW) == {"photo.current"}
    done = judge(school, "mlegitymacja", tiny, pupil=None, attested=[word("photo.current")])
    assert done.status is MET


@pytest.mark.parametrize(
    ("school", "procedure"), [place for place in EVERYWHERE if place not in ASKED]
)
def test_where_a_school_asks_nothing_of_a_photo_nothing_is_covered(
    school: str, procedure: Procedure
) -> None:
    assert variants.get(school).photo_for(procedure) is None
    (finding,) = judge(school, procedure, GOOD_PHOTO).findings
    assert (finding.code, finding.status, finding.clause) == (
        "photo.requirement",
        NOT_COVERED,
        "I-silence",
    )


@pytest.mark.parametrize("given_", [None, {}, b"", picture(20, 30)])
def test_facts_of_another_type_are_a_wrong_argument(given_: Any) -> None:
    with pytest.raises(WrongArgument):
        photo.check(given_, variants.get("balin").photo_for("mlegitymacja"))


@pytest.mark.parametrize("given_", [{}, "grojec", variants.get("grojec"), 3])
def test_a_requirement_or_a_pupil_of_another_type_is_a_wrong_argument(given_: Any) -> None:
    asked = variants.get("balin").photo_for("mlegitymacja")
    with pytest.raises(WrongArgument, match="'requirement'"):
        photo.check(GOOD_PHOTO, given_)
    with pytest.raises(WrongArgument, match="'pupil'"):
        photo.check(GOOD_PHOTO, asked, pupil=given_)
    with pytest.raises(WrongArgument, match="'pupil'"):
        photo.check(GOOD_PHOTO, None, pupil=given_)


# What the content is


FORMAT: list[tuple[str, Procedure, str]] = [
    ("balin", "mlegitymacja", "balin:docs.2"),
    ("sp6", "mlegitymacja", "sp6:docs.2"),
    ("grojec", "id_exchange", "grojec:§4.3a"),
    ("grojec", "id_duplicate", "grojec:form.photo-note"),
    ("grojec", "mlegitymacja", "grojec:§7.4"),
    ("leczna", "school_id", "leczna:II.1"),
    ("leczna", "preschool_id", "leczna:II.2"),
    ("leczna", "id_exchange", "leczna:III.4"),
    ("leczna", "id_duplicate", "leczna:IV.2"),
    ("leczna", "mlegitymacja", "leczna:VI.2"),
    ("ostroleka", "id_duplicate", "ostroleka:§3.4"),
    ("ostroleka", "mlegitymacja", "ostroleka:§2.8.a"),
]


@pytest.mark.clause(
    "balin:docs.2",
    "sp6:docs.2",
    "grojec:§4.3a",
    "grojec:form.photo-note",
    "grojec:§7.4",
    "leczna:II.1",
    "leczna:II.2",
    "leczna:III.4",
    "leczna:IV.2",
    "leczna:VI.2",
    "ostroleka:§3.4",
    "ostroleka:§2.8.a",
)
@pytest.mark.parametrize(("school", "procedure", "clause"), FORMAT)
@pytest.mark.parametrize("content", ["JPEG", "PNG", "PDF", "WEBP", "unknown"])
def test_the_content_decides_the_format(
    school: str, procedure: Procedure, clause: str, content: str
) -> None:
    finding = one(judge(school, procedure, facts(format=content)), "photo.format")
    good = content == "JPEG" or (content == "PNG" and school == "grojec")
    assert finding.status is (MET if good else BREACHED)
    assert (finding.clause, finding.measured) == (clause, content)


@pytest.mark.clause("leczna:II.3.g", "ostroleka:§2.8.a", "balin:docs.2", "sp6:docs.2")
@pytest.mark.parametrize(("school", "procedure"), PLACES)
def test_leczna_ii_3_g_a_pdf_named_jpg_is_breached_at_every_school(
    school: str, procedure: Procedure
) -> None:
    pdf = photo.inspect(b"%PDF-1.7\n1 0 obj", filename=ANNAS)
    verdict = judge(school, procedure, pdf)
    assert codes(verdict.findings, BREACHED) >= {"photo.format"}
    assert verdict.status is BREACHED
    assert not named(verdict.findings, "photo.extension")


@pytest.mark.parametrize(("school", "procedure", "clause"), FORMAT)
def test_real_png_bytes_are_good_at_grojec_alone(
    school: str, procedure: Procedure, clause: str
) -> None:
    png = photo.inspect(picture(520, 640, format_="PNG"), filename="kowalska-anna-4b.png")
    verdict = judge(school, procedure, png)
    assert one(verdict, "photo.format").clause == clause
    assert (BREACHED not in {finding.status for finding in verdict.findings}) is (
        school == "grojec"
    )


@pytest.mark.parametrize(("school", "procedure", "clause"), FORMAT)
def test_a_picture_that_cannot_be_read_is_breached(
    school: str, procedure: Procedure, clause: str
) -> None:
    broken = photo.inspect(picture()[:-2000], filename=ANNAS, whole=True)
    finding = one(judge(school, procedure, broken), "photo.readable")
    assert (finding.status, finding.clause, finding.measured) == (BREACHED, clause, "undecodable")
    cut = judge(school, procedure, photo.inspect(picture()[:20], filename=ANNAS))
    assert one(cut, "photo.readable").measured == "truncated"
    assert cut.status is BREACHED


# What the extension says


JPEG_TOO = {"balin", "sp6", "ostroleka"}
"""The schools whose texts name the extension jpeg beside jpg."""


@pytest.mark.clause(
    "balin:docs.2",
    "sp6:docs.2",
    "ostroleka:§2.8.a",
    "ostroleka:§3.4",
    "leczna:II.3.g",
    "leczna:VI.2",
    "grojec:§4.3a",
    "grojec:§7.4",
    "grojec:form.photo-note",
)
@pytest.mark.parametrize(("school", "procedure"), PLACES)
@pytest.mark.parametrize(
    ("filename", "good_at"),
    [
        ("kowalska-anna-4b.jpg", set(SCHOOLS)),
        ("kowalska-anna-4b.JPG", set(SCHOOLS)),
        ("kowalska-anna-4b.jpeg", JPEG_TOO),
        ("kowalska-anna-4b.JPEG", JPEG_TOO),
        ("kowalska-anna-4b.png", set()),
        ("kowalska-anna-4b.pdf", set()),
        ("kowalska-anna-4b.jpg.exe", set()),
        ("kowalska-anna-4b", set()),
        (None, set()),
    ],
)
def test_jpeg_bytes_under_an_extension_the_text_does_not_name_need_review(
    school: str, procedure: Procedure, filename: str | None, good_at: set[str]
) -> None:
    verdict = judge(school, procedure, facts(filename=filename))
    finding = one(verdict, "photo.extension")
    assert finding.status is (MET if school in good_at else REVIEW)
    assert one(verdict, "photo.format").status is MET
    assert "I-jpg" in finding.also
    note = "name_not_given" if filename is None else "rename"
    assert finding.notes == (() if school in good_at else (note,))
    assert finding.limit == ("jpg/jpeg" if school in JPEG_TOO else "jpg")


@pytest.mark.clause("grojec:§4.3a", "grojec:§7.4", "grojec:form.photo-note")
@pytest.mark.parametrize("procedure", ["id_exchange", "id_duplicate", "mlegitymacja"])
@pytest.mark.parametrize(
    ("filename", "expected"),
    [("a.png", MET), ("a.PNG", MET), ("a.jpg", REVIEW), ("a", REVIEW), (None, REVIEW)],
)
def test_grojec_7_4_png_bytes_need_the_extension_png(
    procedure: Procedure, filename: str | None, expected: Status
) -> None:
    verdict = judge("grojec", procedure, facts(format="PNG", filename=filename))
    finding = one(verdict, "photo.extension")
    assert (finding.status, finding.limit) == (expected, "png")
    assert finding.notes == (
        () if expected is MET else ("name_not_given" if filename is None else "rename",)
    )


@pytest.mark.clause("leczna:II.3.g")
@pytest.mark.parametrize("procedure", ["school_id", "preschool_id"])
def test_leczna_ii_3_g_sets_the_extension_of_both_ids(procedure: Procedure) -> None:
    verdict = judge("leczna", procedure, facts(filename="kowalska-anna-4b.jpeg"))
    finding = one(verdict, "photo.extension")
    assert (finding.clause, finding.measured, finding.limit) == ("leczna:II.3.g", "jpeg", "jpg")


def test_an_unknown_extension_is_not_repeated_for_it_may_hold_a_name() -> None:
    verdict = judge("leczna", "mlegitymacja", facts(filename="zdjecie.anna kowalska"))
    assert one(verdict, "photo.extension").measured is None


# Bytes


SIZE: list[tuple[str, Procedure, str, tuple[int, int, int, int]]] = [
    ("ostroleka", "mlegitymacja", "ostroleka:§2.8.a", (1_000_000, 1_000_001, 1_048_576, 1_048_577)),
    ("ostroleka", "id_duplicate", "ostroleka:§3.4", (1_000_000, 1_000_001, 1_048_576, 1_048_577)),
    ("balin", "mlegitymacja", "balin:docs.2", (5_000_000, 5_000_001, 5_242_880, 5_242_881)),
    ("sp6", "mlegitymacja", "sp6:docs.2", (5_000_000, 5_000_001, 5_242_880, 5_242_881)),
    ("leczna", "school_id", "leczna:II.1", (5_000_000, 5_000_001, 5_242_880, 5_242_881)),
    ("leczna", "mlegitymacja", "leczna:VI.2", (5_000_000, 5_000_001, 5_242_880, 5_242_881)),
]
"""The last size that is met; the first and last that need review; the first that is breached."""


@pytest.mark.clause(
    "ostroleka:§2.8.a",
    "ostroleka:§3.4",
    "balin:docs.2",
    "sp6:docs.2",
    "leczna:II.1",
    "leczna:VI.2",
)
@pytest.mark.parametrize(("school", "procedure", "clause", "sizes"), SIZE)
def test_megabytes_are_decided_where_both_readings_agree(
    school: str, procedure: Procedure, clause: str, sizes: tuple[int, int, int, int]
) -> None:
    found = [
        one(judge(school, procedure, facts(size=size)), "photo.size") for size in (0, *sizes, 10**9)
    ]
    assert [finding.status for finding in found] == [MET, MET, REVIEW, REVIEW, BREACHED, BREACHED]
    assert {finding.clause for finding in found} == {clause}
    assert all("I-mb" in finding.also for finding in found)
    assert [finding.notes for finding in found[1:5]] == [
        (),
        ("megabyte_either",),
        ("megabyte_either",),
        (),
    ]


def test_ostroleka_2_8_a_the_border_of_real_bytes() -> None:
    sizes = (999_999, 1_000_000, 1_000_001, 1_048_576, 1_048_577)
    assert [
        one(
            judge("ostroleka", "mlegitymacja", photo.inspect(picture(size=size))), "photo.size"
        ).status
        for size in sizes
    ] == [MET, MET, REVIEW, REVIEW, BREACHED]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_between_the_readings_of_a_megabyte_the_explanation_names_both(language: Any) -> None:
    told = judge("ostroleka", "mlegitymacja", facts(size=1_000_001)).explain(language)
    digits = "".join(sign for sign in told if sign.isdigit())
    assert "1000000" in digits
    assert "1048576" in digits


@pytest.mark.parametrize(
    ("meaning", "statuses"),
    [
        ("decimal", [MET, BREACHED, BREACHED, BREACHED]),
        ("binary", [MET, MET, MET, BREACHED]),
        ("either", [MET, REVIEW, REVIEW, BREACHED]),
    ],
)
@pytest.mark.parametrize("school", ["ostroleka", "balin", "sp6", "leczna"])
def test_a_host_that_fixes_the_megabyte_moves_the_border(
    school: str, meaning: str, statuses: list[Status]
) -> None:
    sizes = next(row[3] for row in SIZE if row[:2] == (school, "mlegitymacja"))
    fixed = variants.get(school).override({"mlegitymacja.photo.size.megabyte": meaning})
    asked = fixed.photo_for("mlegitymacja")
    found = [one(photo.check(facts(size=size), asked), "photo.size") for size in sizes]
    assert [finding.status for finding in found] == statuses
    border = sizes[0] if meaning == "decimal" else sizes[2]
    assert found[3].limit == border


# Pixels


PIXELS: list[tuple[str, Procedure, str, int, int]] = [
    ("grojec", "id_exchange", "grojec:§4.3a", 492, 633),
    ("grojec", "id_duplicate", "grojec:form.photo-note", 492, 633),
    ("grojec", "mlegitymacja", "grojec:§7.4", 492, 633),
    ("leczna", "school_id", "leczna:II.1", 500, 600),
    ("leczna", "mlegitymacja", "leczna:VI.2", 500, 600),
    ("ostroleka", "id_duplicate", "ostroleka:§3.4", 354, 496),
    ("ostroleka", "mlegitymacja", "ostroleka:§2.8.a", 354, 496),
]


@pytest.mark.clause(
    "grojec:§4.3a",
    "grojec:form.photo-note",
    "grojec:§7.4",
    "leczna:II.1",
    "leczna:VI.2",
    "ostroleka:§3.4",
    "ostroleka:§2.8.a",
)
@pytest.mark.parametrize(("school", "procedure", "clause", "width", "height"), PIXELS)
@pytest.mark.parametrize("off", [-1, 0, 1])
def test_pixels_on_each_axis_by_one(
    school: str, procedure: Procedure, clause: str, width: int, height: int, off: int
) -> None:
    expected = BREACHED if off < 0 else MET
    narrow = judge(school, procedure, facts(width=width + off, height=height))
    low = judge(school, procedure, facts(width=width, height=height + off))
    changed = (one(narrow, "photo.width"), one(low, "photo.height"))
    assert [finding.status for finding in changed] == [expected, expected]
    assert [finding.limit for finding in changed] == [width, height]
    assert {finding.clause for finding in changed} == {clause}
    assert all("I-axes" in finding.also for finding in changed)
    assert one(narrow, "photo.height").status is one(low, "photo.width").status is MET


# Dots per inch


@pytest.mark.clause("leczna:II.1")
@pytest.mark.parametrize(
    ("dpi", "doubt", "expected", "notes"),
    [
        (299, None, BREACHED, ()),
        (300, None, MET, ()),
        (301, None, MET, ()),
        (None, "absent", REVIEW, ("dpi_absent",)),
        (None, None, REVIEW, ("dpi_absent",)),
        (None, "contradictory", REVIEW, ("dpi_contradictory",)),
    ],
)
def test_leczna_ii_1_at_least_300_dpi(
    dpi: int | None, doubt: str | None, expected: Status, notes: tuple[str, ...]
) -> None:
    finding = one(judge("leczna", "school_id", facts(dpi=dpi, dpi_doubt=doubt)), "photo.dpi")
    assert (finding.status, finding.notes) == (expected, notes)
    assert (finding.clause, finding.limit) == ("leczna:II.1", 300)


@pytest.mark.clause("leczna:II.1")
@pytest.mark.parametrize(
    ("dpi", "expected"),
    [
        ((299.4, 299.4), BREACHED),
        ((299.72, 299.72), MET),
        ((300, 300), MET),
        (None, REVIEW),
        ((300, 600), REVIEW),
    ],
)
@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
def test_leczna_ii_1_dpi_of_real_bytes(
    dpi: tuple[float, float] | None, expected: Status, format_: str
) -> None:
    verdict = judge("leczna", "school_id", photo.inspect(picture(dpi=dpi, format_=format_)))
    if format_ == "PNG":  # judged all the same, though the format is breached
        assert one(verdict, "photo.format").status is BREACHED
    assert one(verdict, "photo.dpi").status is expected


@pytest.mark.clause("grojec:form.photo-note")
@pytest.mark.parametrize(
    ("procedure", "paragraph"), [("mlegitymacja", "grojec:§7.4"), ("id_duplicate", "grojec:§5.3a")]
)
@pytest.mark.parametrize(
    ("dpi", "expected"),
    [(0, REVIEW), (72, REVIEW), (599, REVIEW), (600, MET), (601, MET), (None, REVIEW)],
)
def test_grojec_form_photo_note_below_600_dpi_needs_review_citing_both_places(
    procedure: Procedure, paragraph: str, dpi: int | None, expected: Status
) -> None:
    finding = one(judge("grojec", procedure, facts(dpi=dpi)), "photo.dpi")
    assert (finding.status, finding.clause, finding.limit) == (
        expected,
        "grojec:form.photo-note",
        600,
    )
    assert {paragraph, "I-600dpi"} <= set(finding.also)


@pytest.mark.clause("ostroleka:§3.4")
@pytest.mark.parametrize(
    ("dpi", "expected", "notes"),
    [
        (72, MET, ()),
        (99, MET, ()),
        (100, MET, ()),
        (101, BREACHED, ()),
        (None, REVIEW, ("dpi_absent",)),
    ],
)
def test_ostroleka_3_4_at_most_100_dpi(
    dpi: int | None, expected: Status, notes: tuple[str, ...]
) -> None:
    finding = one(judge("ostroleka", "id_duplicate", facts(dpi=dpi)), "photo.dpi_at_most")
    assert (finding.status, finding.limit, finding.notes) == (expected, 100, notes)
    assert "I-100dpi" in finding.also


def in_range(dpi: int | None, **bounds: Any) -> Finding:
    """The finding under a text that sets both bounds, which none of the five does."""
    asked = variants.get("leczna").photo_for("school_id")
    assert asked is not None
    both = Dpi(**{"at_least": 200, "at_most": 300, "clause": "leczna:II.1", **bounds})
    requirement = PhotoRequirement(**{**dict(asked), "dpi": both})
    found = photo.check(facts(dpi=dpi), requirement, pupil=ANNA).findings
    (finding,) = (each for each in found if each.code.startswith("photo.dpi"))
    return finding


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(
    ("dpi", "code", "limit", "good"),
    [
        (0, "photo.dpi", 200, False),
        (199, "photo.dpi", 200, False),
        (200, "photo.dpi", 200, True),
        (300, "photo.dpi", 200, True),
        (301, "photo.dpi_at_most", 300, False),
    ],
)
def test_of_two_bounds_of_dpi_the_one_that_fails_is_named(
    dpi: int, code: str, limit: int, good: bool, strict: bool
) -> None:
    """Catches a photo of 72 dpi that is told `72 (300 at most)`."""
    finding = in_range(dpi, strict=strict)
    assert (finding.code, finding.measured, finding.limit) == (code, dpi, limit)
    assert finding.status is (MET if good else BREACHED if strict else REVIEW)


def test_an_unknown_dpi_between_two_bounds_needs_review() -> None:
    finding = in_range(None)
    assert (finding.code, finding.status, finding.limit) == ("photo.dpi", REVIEW, 200)


# Shape


@pytest.mark.clause("ostroleka:§3.4")
@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (354, 496, MET),
        (355, 496, MET),
        (353, 496, MET),
        (356, 496, REVIEW),
        (352, 496, REVIEW),
        (708, 992, MET),
        (709, 992, MET),
        (710, 992, REVIEW),
        (357, 500, MET),  # 356.85
        (355, 500, REVIEW),  # off by 1.85
        (500, 600, REVIEW),
        (496, 354, REVIEW),
    ],
)
def test_ostroleka_3_4_the_shape_may_be_off_by_one_pixel(
    width: int, height: int, expected: Status
) -> None:
    given_ = facts(width=width, height=height, dpi=100)
    finding = one(judge("ostroleka", "id_duplicate", given_), "photo.ratio")
    assert (finding.status, finding.clause, finding.also) == (
        expected,
        "ostroleka:§3.4",
        ("I-ratio",),
    )


@given(height=st.integers(1, 20_000), off=st.integers(-4, 4))
def test_ostroleka_3_4_law_the_shape_is_never_breached_and_follows_the_formula(
    height: int, off: int
) -> None:
    width = max(0, round(Fraction(height * 354, 496)) + off)
    kept = abs(width - Fraction(height * 354, 496)) <= 1
    found = status("ostroleka", "id_duplicate", "photo.ratio", width=width, height=height)
    assert found is (MET if kept else REVIEW)


@pytest.mark.clause("ostroleka:§1.4", "ostroleka:§3.4")
def test_ostroleka_1_4_a_duplicate_carries_a_photo_and_a_good_one_only_has_to_be_current() -> None:
    good = photo.inspect(picture(354, 496, dpi=(100, 100)), filename="x.jpeg")
    verdict = judge("ostroleka", "id_duplicate", good, pupil=None)
    assert codes(verdict.findings, REVIEW) == {"photo.current"}
    assert "ostroleka:§1.4" in one(verdict, "photo.format").also
    done = judge("ostroleka", "id_duplicate", good, attested=[word("photo.current")])
    assert done.status is MET


# File names


@pytest.mark.clause("leczna:II.3.h", "leczna:VI.2")
@pytest.mark.parametrize(
    ("procedure", "filename", "expected"),
    [
        ("school_id", "kowalska-anna-4b.jpg", MET),
        ("school_id", "anna-kowalska-4b.jpg", REVIEW),
        ("school_id", "kowalska-anna.jpg", REVIEW),
        ("preschool_id", "kowalska-anna-4b.jpg", MET),
        ("preschool_id", "anna-kowalska-4b.jpg", REVIEW),
        ("mlegitymacja", "kowalska-anna-4b.jpg", MET),
        ("mlegitymacja", "anna-kowalska-4b.jpg", MET),
        ("mlegitymacja", "kowalska-anna.jpg", BREACHED),
    ],
)
def test_leczna_ii_3_h_has_an_order_and_may_be_waived_while_vi_2_has_and_may_neither(
    procedure: Procedure, filename: str, expected: Status
) -> None:
    finding = one(judge("leczna", procedure, facts(filename=filename)), "photo.name")
    assert finding.status is expected
    assert finding.clause == ("leczna:VI.2" if procedure == "mlegitymacja" else "leczna:II.3.h")


GROJEC_NAME: list[tuple[Procedure, str]] = [
    ("id_exchange", "grojec:§4.3a"),
    ("id_duplicate", "grojec:§5.3a"),
    ("mlegitymacja", "grojec:§7.4"),
]


@pytest.mark.clause("grojec:§4.3a", "grojec:§5.3a", "grojec:§7.4", "grojec:form.photo-note")
@pytest.mark.parametrize(("procedure", "clause"), GROJEC_NAME)
@pytest.mark.parametrize("sent_by", ["e_register", "email", "office", None])
@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        ("anna-kowalska-4b.jpg", MET),
        ("kowalska-anna-4b.jpg", MET),
        ("img_2031.jpg", BREACHED),
        (None, REVIEW),
    ],
)
def test_grojec_4_3a_5_3a_7_4_a_name_or_an_upload_through_the_register(
    procedure: Procedure,
    clause: str,
    sent_by: Lodging | None,
    filename: str | None,
    expected: Status,
) -> None:
    verdict = judge("grojec", procedure, facts(filename=filename), sent_by=sent_by)
    finding = one(verdict, "photo.name")
    uploaded = sent_by == "e_register"
    assert finding.status is (MET if uploaded else expected)
    assert ("name_waived" in finding.notes) is uploaded
    assert finding.clause == clause
    assert "I-grojec-name-waiver" in finding.also


@pytest.mark.clause("leczna:VI.2")
def test_leczna_vi_2_knows_no_waiver_for_an_upload() -> None:
    given_ = facts(filename="img_2031.jpg")
    verdict = judge("leczna", "mlegitymacja", given_, sent_by="e_register")
    assert one(verdict, "photo.name").status is BREACHED


NAMED = [place for place, asked in ASKED.items() if "photo.name" in asked]


@pytest.mark.parametrize(("school", "procedure"), NAMED)
@pytest.mark.parametrize(
    ("pupil", "filename", "note"),
    [
        (None, ANNAS, "pupil_not_given"),
        (ANNA.model_copy(update={"class_name": None}), ANNAS, "pupil_not_given"),
        (ANNA, None, "name_not_given"),
        (None, None, "name_not_given"),
    ],
)
def test_a_name_that_cannot_be_compared_needs_review(
    school: str, procedure: Procedure, pupil: Pupil | None, filename: str | None, note: str
) -> None:
    verdict = judge(school, procedure, facts(filename=filename), pupil=pupil)
    finding = one(verdict, "photo.name")
    assert (finding.status, finding.notes, finding.who) == (REVIEW, (note,), "office")


# The face's share, and what only a human sees


@pytest.mark.clause("leczna:II.3.d", "ostroleka:§2.8.c")
@pytest.mark.parametrize(
    ("school", "procedure", "clause", "outside"),
    [
        ("leczna", "school_id", "leczna:II.3.d", REVIEW),
        ("leczna", "preschool_id", "leczna:II.3.d", REVIEW),
        ("ostroleka", "mlegitymacja", "ostroleka:§2.8.c", BREACHED),
    ],
)
@pytest.mark.parametrize("percent", [0, 69, 70, 71, 79, 80, 81, 100])
def test_leczna_ii_3_d_ostroleka_2_8_c_the_face_takes_70_to_80_percent(
    school: str, procedure: Procedure, clause: str, outside: Status, percent: int
) -> None:
    finding = one(judge(school, procedure, facts(face_percent=percent)), "photo.face_share")
    inside = percent in {70, 71, 79, 80}
    assert finding.status is (MET if inside else outside)
    assert (finding.clause, finding.measured) == (clause, percent)
    assert ("discretion" in finding.notes) is (school == "leczna" and not inside)


@pytest.mark.clause("leczna:II.3.d", "ostroleka:§2.8.c")
@pytest.mark.parametrize(
    ("school", "procedure"), [("leczna", "school_id"), ("ostroleka", "mlegitymacja")]
)
def test_a_share_that_nobody_measured_waits_for_the_school(
    school: str, procedure: Procedure
) -> None:
    finding = one(judge(school, procedure, facts(face_percent=None)), "photo.face_share")
    assert (finding.status, finding.who, finding.notes) == (REVIEW, "office", ())


SEEN: list[tuple[str, Procedure, str, str]] = [
    *(
        ("leczna", procedure, code, clause)
        for procedure in ("school_id", "preschool_id")
        for code, clause in _LECZNA_SEEN.items()
    ),
    ("leczna", "id_exchange", "photo.current", "leczna:III.4"),
    ("leczna", "id_duplicate", "photo.current", "leczna:IV.2"),
    ("balin", "mlegitymacja", "photo.current", "balin:docs.2"),
    ("sp6", "mlegitymacja", "photo.current", "sp6:docs.2"),
    ("grojec", "id_exchange", "photo.current", "grojec:§4.3a"),
    ("grojec", "id_duplicate", "photo.current", "grojec:§5.3a"),
    ("grojec", "mlegitymacja", "photo.current", "grojec:form.issue"),
    ("ostroleka", "id_duplicate", "photo.current", "ostroleka:§3.4"),
    ("ostroleka", "mlegitymacja", "photo.current", "ostroleka:form.declaration.1"),
    ("ostroleka", "mlegitymacja", "photo.background", "ostroleka:§2.8.b"),
    ("ostroleka", "mlegitymacja", "photo.headwear", "ostroleka:§2.8.b"),
    ("ostroleka", "mlegitymacja", "photo.dark_glasses", "ostroleka:§2.8.b"),
]


@pytest.mark.clause(
    "leczna:II.3.a",
    "leczna:II.3.b",
    "leczna:II.3.c",
    "leczna:II.3.d",
    "leczna:II.3.e",
    "leczna:III.4",
    "leczna:IV.2",
    "balin:docs.2",
    "sp6:docs.2",
    "grojec:§4.3a",
    "grojec:§5.3a",
    "ostroleka:§3.4",
    "ostroleka:form.declaration.1",
    "ostroleka:§2.8.b",
)
@pytest.mark.parametrize(("school", "procedure", "code", "clause"), SEEN)
def test_what_only_a_human_sees_waits_for_the_school_and_follows_its_word(
    school: str, procedure: Procedure, code: str, clause: str
) -> None:
    waiting = one(judge(school, procedure, GOOD_PHOTO), code)
    assert (waiting.status, waiting.clause, waiting.who) == (REVIEW, clause, "office")

    yes = one(judge(school, procedure, GOOD_PHOTO, attested=[word(code)]), code)
    assert (yes.status, yes.who, yes.attested_by, yes.attested_on) == (MET, None, "office", DAY)

    no = one(judge(school, procedure, GOOD_PHOTO, attested=[word(code, holds=False)]), code)
    waivable = clause.startswith("leczna:II.3.")
    assert no.status is (REVIEW if waivable else BREACHED)
    assert ("discretion" in no.notes) is waivable


@pytest.mark.parametrize(("school", "procedure", "code"), [row[:3] for row in SEEN])
def test_a_word_on_another_condition_or_another_subject_settles_nothing(
    school: str, procedure: Procedure, code: str
) -> None:
    before = one(judge(school, procedure, GOOD_PHOTO), code)
    elsewhere = [
        word("photo.other"),
        Attestation(condition=code, subject="other", role="head", on=DAY),
    ]
    assert one(judge(school, procedure, GOOD_PHOTO, attested=elsewhere), code) == before


# leczna II.3.i: the school may accept what misses a criterion of II.3


II_3_BREACHES: list[tuple[Procedure, str, str, dict[str, Any]]] = [
    ("school_id", "photo.name", "leczna:II.3.h", {"filename": "anna-kowalska-4b.jpg"}),
    ("school_id", "photo.face_share", "leczna:II.3.d", {"face_percent": 69}),
    ("preschool_id", "photo.name", "leczna:II.3.h", {"filename": "anna-kowalska-4b.jpg"}),
    ("preschool_id", "photo.face_share", "leczna:II.3.d", {"face_percent": 81}),
    ("preschool_id", "photo.width", "leczna:II.3.f", {"width": 499}),
    ("preschool_id", "photo.height", "leczna:II.3.f", {"height": 599}),
    ("preschool_id", "photo.size", "leczna:II.3.f", {"size": 5_242_881}),
]


@pytest.mark.clause("leczna:II.3.i", "leczna:II.3.d", "leczna:II.3.f", "leczna:II.3.h")
@pytest.mark.parametrize(("procedure", "code", "clause", "fault"), II_3_BREACHES)
def test_leczna_ii_3_i_a_breach_of_ii_3_is_open_until_the_school_decides(
    procedure: Procedure, code: str, clause: str, fault: dict[str, Any]
) -> None:
    def found(*attested: Attestation) -> Finding:
        return one(judge("leczna", procedure, facts(**fault), attested=attested), code)

    waiting = found()
    assert (waiting.status, waiting.clause, waiting.who) == (REVIEW, clause, None)
    asked = named(judge("leczna", procedure, facts(**fault)).findings, "photo.acceptance")
    assert [(a.subject, a.who, a.clause) for a in asked] == [(code, "office", "leczna:II.3.i")]
    assert waiting.notes == ("discretion",)
    assert "leczna:II.3.i" in waiting.also

    accepted = found(word("photo.acceptance"))
    assert (accepted.status, accepted.who, accepted.attested_by) == (MET, None, "office")
    assert accepted.notes == ("accepted_despite",)

    assert found(word("photo.acceptance", holds=False)).status is BREACHED
    assert found(word(code)) == waiting, "a measured breach is not argued away"


@pytest.mark.clause("leczna:II.3.f")
@pytest.mark.parametrize(
    ("code", "limit", "field"), [("photo.width", 500, "width"), ("photo.height", 600, "height")]
)
@pytest.mark.parametrize("off", [-1, 0, 1])
def test_leczna_ii_3_f_pixels_of_a_preschool_id(
    code: str, limit: int, field: str, off: int
) -> None:
    finding = one(judge("leczna", "preschool_id", facts(**{field: limit + off})), code)
    assert finding.status is (REVIEW if off < 0 else MET)
    assert (finding.clause, finding.limit) == ("leczna:II.3.f", limit)


@pytest.mark.clause("leczna:II.3.f")
def test_leczna_ii_3_f_bytes_of_a_preschool_id() -> None:
    sizes = (5_000_000, 5_000_001, 5_242_880, 5_242_881)
    found = [one(judge("leczna", "preschool_id", facts(size=size)), "photo.size") for size in sizes]
    assert [finding.status for finding in found] == [MET, REVIEW, REVIEW, REVIEW]
    assert [finding.notes for finding in found] == [
        (),
        ("megabyte_either",),
        ("megabyte_either",),
        ("discretion",),
    ]


@pytest.mark.clause("leczna:II.2")
def test_leczna_ii_2_a_preschool_id_has_no_dpi_bound() -> None:
    coarse = facts(dpi=72)
    open_ = judge("leczna", "preschool_id", coarse)
    assert open_.status is REVIEW
    words = attest(open_.findings)
    assert judge("leczna", "preschool_id", coarse, attested=words).status is MET


@pytest.mark.clause("leczna:II.3.i")
@pytest.mark.parametrize("code", list(_LECZNA_SEEN))
def test_leczna_ii_3_i_what_the_school_sees_amiss_it_may_still_accept(code: str) -> None:
    def found(*attested: Attestation) -> Finding:
        return one(judge("leczna", "school_id", GOOD_PHOTO, attested=attested), code)

    amiss = word(code, holds=False)
    assert (found(amiss).status, found(amiss).notes) == (REVIEW, ("discretion",))
    accepted = found(amiss, word("photo.acceptance", role="head"))
    assert (accepted.status, accepted.attested_by) == (MET, "head")
    assert found(amiss, word("photo.acceptance", holds=False)).status is BREACHED


@pytest.mark.clause("leczna:II.3.i")
def test_leczna_ii_3_i_acceptance_is_no_word_on_what_nobody_has_looked_at() -> None:
    verdict = judge("leczna", "school_id", GOOD_PHOTO, attested=[word("photo.acceptance")])
    assert codes(verdict.findings, REVIEW) == set(_LECZNA_SEEN)


FIXED: list[tuple[Procedure, str, dict[str, Any]]] = [
    ("school_id", "photo.format", {"format": "PNG"}),
    ("school_id", "photo.size", {"size": 5_242_881}),
    ("school_id", "photo.width", {"width": 499}),
    ("school_id", "photo.height", {"height": 599}),
    ("school_id", "photo.dpi", {"dpi": 299}),
    ("preschool_id", "photo.format", {"format": "PDF"}),
    ("mlegitymacja", "photo.format", {"format": "PNG"}),
    ("mlegitymacja", "photo.size", {"size": 5_242_881}),
    ("mlegitymacja", "photo.width", {"width": 499}),
    ("mlegitymacja", "photo.height", {"height": 599}),
    ("mlegitymacja", "photo.name", {"filename": "anna-4b.jpg"}),
]


@pytest.mark.clause("leczna:II.1", "leczna:II.2", "leczna:VI.2")
@pytest.mark.parametrize(("procedure", "code", "fault"), FIXED)
def test_leczna_ii_1_vi_2_are_not_at_the_schools_discretion(
    procedure: Procedure, code: str, fault: dict[str, Any]
) -> None:
    words = [word("photo.acceptance", role="head"), word(code, role="head")]
    finding = one(judge("leczna", procedure, facts(**fault), attested=words), code)
    assert (finding.status, finding.who, finding.attested_by) == (BREACHED, None, None)
    assert "discretion" not in finding.notes


@pytest.mark.parametrize(
    ("school", "procedure", "code", "fault"),
    [
        ("ostroleka", "mlegitymacja", "photo.face_share", {"face_percent": 81}),
        ("ostroleka", "id_duplicate", "photo.dpi_at_most", {"dpi": 101}),
        ("grojec", "mlegitymacja", "photo.name", {"filename": "x.jpg"}),
        ("balin", "mlegitymacja", "photo.size", {"size": 5_242_881}),
        ("sp6", "mlegitymacja", "photo.format", {"format": "PNG"}),
    ],
)
def test_no_other_school_may_accept_a_breach(
    school: str, procedure: Procedure, code: str, fault: dict[str, Any]
) -> None:
    words = [word("photo.acceptance", role="head"), word(code, role="head")]
    assert one(judge(school, procedure, facts(**fault), attested=words), code).status is BREACHED


# Whose word, and which of several


@pytest.mark.parametrize("role", ["office", "head"])
def test_either_role_may_attest_what_the_office_may(role: Role) -> None:
    verdict = judge(
        "balin", "mlegitymacja", GOOD_PHOTO, attested=[word("photo.current", role=role)]
    )
    assert one(verdict, "photo.current").attested_by == role
    assert verdict.status is MET


def test_what_only_the_head_may_decide_is_not_settled_by_the_office() -> None:
    (waiting,) = judge("balin", "school_id", GOOD_PHOTO).findings
    assert waiting.who == "head"
    refused = settle(waiting, [word("photo.requirement")])
    assert (refused.status, refused.notes, refused.who) == (NOT_COVERED, ("head_only",), "head")
    assert settle(waiting, [word("photo.requirement", role="head")]).status is MET


@pytest.mark.parametrize(("last", "expected"), [(True, MET), (False, BREACHED)])
def test_the_last_word_counts(last: bool, expected: Status) -> None:
    words = [word("photo.current", holds=not last), word("photo.current", holds=last)]
    verdict = judge("balin", "mlegitymacja", GOOD_PHOTO, attested=words)
    assert one(verdict, "photo.current").status is expected


@pytest.mark.clause("leczna:II.3.i")
@pytest.mark.parametrize(("last", "expected"), [(True, MET), (False, BREACHED)])
def test_leczna_ii_3_i_the_last_word_on_acceptance_counts(last: bool, expected: Status) -> None:
    words = [word("photo.acceptance", holds=not last), word("photo.acceptance", holds=last)]
    given_ = facts(face_percent=69)
    verdict = judge("leczna", "school_id", given_, attested=words)
    assert one(verdict, "photo.face_share").status is expected


# Laws


ANY_FACTS = st.builds(
    PhotoFacts,
    format=st.sampled_from(["JPEG", "PNG"]) | st.sampled_from(get_args(ContentFormat)),
    size=st.integers(0, 6_000_000),
    width=st.none() | st.integers(0, 2_000),
    height=st.none() | st.integers(0, 2_000),
    dpi=st.none() | st.integers(0, 1_200),
    dpi_doubt=st.sampled_from([None, "absent", "contradictory"]),
    fault=st.none() | st.sampled_from(get_args(ContentFault)),
    filename=st.none() | st.sampled_from([ANNAS, "anna-kowalska-4b.png"]) | st.text(max_size=20),
    face_percent=st.none() | st.integers(0, 100),
)
ALL_CODES = sorted(set().union(*ASKED.values()) | {"photo.acceptance", "photo.requirement"})
WORDS = st.lists(
    st.builds(
        Attestation,
        condition=st.sampled_from(ALL_CODES),
        role=st.sampled_from(["office", "head"]),
        on=st.just(DAY),
        holds=st.booleans(),
    ),
    max_size=4,
)


@pytest.mark.parametrize(("school", "procedure"), EVERYWHERE)
@given(
    given_=ANY_FACTS,
    pupil=st.none() | st.just(ANNA),
    words=WORDS,
    sent_by=st.sampled_from([None, "email", "e_register"]),
)
def test_law_any_facts_are_judged_and_every_finding_cites(
    school: str,
    procedure: Procedure,
    given_: PhotoFacts,
    pupil: Pupil | None,
    words: list[Attestation],
    sent_by: Lodging | None,
) -> None:
    verdict = judge(school, procedure, given_, pupil=pupil, attested=words, sent_by=sent_by)
    assert verdict.findings
    for finding in verdict.findings:
        assert finding.clause.startswith((f"{school}:", "I-", "invariant:"))
        assert all(place.startswith((f"{school}:", "I-", "invariant:")) for place in finding.also)
        settled = finding.status in {MET, BREACHED} or "discretion" in finding.notes
        assert (finding.who is None) is settled


@pytest.mark.parametrize(("school", "procedure"), PLACES)
@given(given_=ANY_FACTS, words=WORDS)
def test_law_words_settle_what_is_open_and_nothing_measured(
    school: str, procedure: Procedure, given_: PhotoFacts, words: list[Attestation]
) -> None:
    words = [each for each in words if each.condition != "photo.acceptance"]
    before = judge(school, procedure, given_)
    after = judge(school, procedure, given_, attested=words)
    for silent in before.findings:
        if silent.who is None:
            assert silent in after.findings


@pytest.mark.parametrize(("school", "procedure", "clause", "width", "height"), PIXELS)
@given(
    size=st.tuples(st.integers(0, 800), st.integers(0, 800)),
    more=st.tuples(st.integers(0, 300), st.integers(0, 300)),
)
def test_law_a_larger_picture_never_loses_its_pixels(
    school: str,
    procedure: Procedure,
    clause: str,
    width: int,
    height: int,
    size: tuple[int, int],
    more: tuple[int, int],
) -> None:
    small = judge(school, procedure, facts(width=size[0], height=size[1]))
    large = judge(school, procedure, facts(width=size[0] + more[0], height=size[1] + more[1]))
    for code, measured, limit in (
        ("photo.width", size[0], width),
        ("photo.height", size[1], height),
    ):
        assert one(small, code).status is (MET if measured >= limit else BREACHED)
        assert one(small, code).clause == clause
        assert one(small, code).status is BREACHED or one(large, code).status is MET


@pytest.mark.parametrize(("school", "procedure", "clause", "sizes"), SIZE)
@given(size=st.integers(0, 6_000_000), less=st.integers(0, 6_000_000))
def test_law_a_smaller_file_is_never_worse(
    school: str, procedure: Procedure, clause: str, sizes: tuple[int, ...], size: int, less: int
) -> None:
    order = [MET, REVIEW, BREACHED]
    large = one(judge(school, procedure, facts(size=size)), "photo.size")
    small = one(judge(school, procedure, facts(size=max(0, size - less))), "photo.size")
    assert order.index(small.status) <= order.index(large.status)
    assert (large.clause, large.status is MET) == (clause, size <= sizes[0])


# Known faults


@pytest.mark.parametrize("missing", [{"width": None}, {"height": None}])
def test_pixels_that_are_asked_for_but_unknown_never_pass_in_silence(
    missing: dict[str, None],
) -> None:
    assert judge("leczna", "mlegitymacja", facts(**missing)).status is not MET


def test_what_waits_for_the_head_is_settled_by_the_head() -> None:
    words = [word("photo.requirement", role="head")]
    assert judge("balin", "school_id", GOOD_PHOTO, attested=words).status is MET


def test_the_office_cannot_undo_what_only_the_head_decides() -> None:
    waiting = not_covered("photo.requirement", "I-silence")
    words = [word("photo.requirement", role="head"), word("photo.requirement", role="office")]
    assert settle(waiting, words).attested_by == "head"


@pytest.mark.parametrize("procedure", ["school_id", "preschool_id"])
def test_leczna_ii_3_i_reaches_the_extension_of_ii_3_g(procedure: Procedure) -> None:
    given_ = facts(filename="kowalska-anna-4b.jpeg")
    words = [word("photo.extension", holds=False)]
    finding = one(judge("leczna", procedure, given_, attested=words), "photo.extension")
    assert finding.status is REVIEW
