"""`prepare`: what comes out meets what a machine can see, or the refusal says why nothing can.

Oracles are Pillow's own: the picture turned by `ImageOps.exif_transpose`, cut and resized in one plain
step, and the files read again by `Image.open`.
"""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache
from typing import Any, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageOps, ImageStat

from legitymacja_rules import Refused, photo, variants
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.findings import Status
from legitymacja_rules.loading import dump, load
from legitymacja_rules.photo import Crop, Prepared, developing
from legitymacja_rules.photo.pixels import TURNS, stored
from legitymacja_rules.regulation import (
    Dpi,
    Extensions,
    FileSize,
    Formats,
    Millimetres,
    Multiple,
    Naming,
    PhotoRequirement,
    Pixels,
    Ratio,
    Regulation,
)
from legitymacja_rules.testing.values import values
from legitymacja_rules.vocabulary import PictureCondition, Procedure
from samples import ANNA, SCHOOLS
from test_invented_schools import SCHOOLS as INVENTED

CLAUSE = "x:1"


# --- photos ---------------------------------------------------------------------------------------


@lru_cache
def drawn(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A picture whose every part looks different, so that what was cut and turned can be told."""
    across, down = Image.linear_gradient("L").rotate(90), Image.linear_gradient("L")
    bands = [one.resize((width, height)) for one in (across, down, Image.radial_gradient("L"))]
    picture = Image.merge("RGB", bands)
    ImageDraw.Draw(picture).ellipse((width * 0.3, height * 0.2, width * 0.6, height * 0.7), "white")
    return picture.convert(mode)


def file(
    picture: Image.Image, kind: str = "JPEG", orientation: int | None = None, **save: Any
) -> bytes:
    """Its file, with an orientation noted in it and what a phone tells beside."""
    block = Image.Exif()
    block[0x013B] = "Maria Kowalska"
    block.get_ifd(0x8825)[2] = (52.0, 13.0, 48.0)
    if orientation is not None:
        block[0x0112] = orientation
    out = io.BytesIO()
    picture.save(out, kind, **{"exif": block, **save})
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
    picture.load()
    return picture


def prepared(data: bytes, asked: PhotoRequirement | None, **more: Any) -> Prepared:
    made = photo.prepare(data, asked, **more)
    assert isinstance(made, Prepared), made.explain("en")
    return made


def refused(data: bytes, asked: PhotoRequirement | None, **more: Any) -> Refused:
    answer = photo.prepare(data, asked, **more)
    assert isinstance(answer, Refused)
    assert answer.status is Status.BREACHED
    for language in ("pl", "en"):
        assert answer.explain(language)
    assert load(Refused, dump(answer)) == answer
    return answer


def asking(**rows: Any) -> PhotoRequirement:
    return PhotoRequirement(**rows)


def alike(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures of one size are apart, of 255 shades on the average."""
    assert one.size == other.size
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return max(ImageStat.Stat(difference).mean)


# --- what comes out is judged, for every school ---------------------------------------------------

TEXTS: tuple[Regulation, ...] = (*(variants.get(name) for name in SCHOOLS), *INVENTED.values())
ASKED = [
    (text.slug, procedure, asked)
    for text in TEXTS
    for procedure in get_args(Procedure)
    if (asked := text.photo_for(procedure))
]


@st.composite
def photos(draw: st.DrawFn) -> bytes:
    """Photos of any size, mode and turn, as JPEG and PNG."""
    kind = draw(st.sampled_from(("JPEG", "PNG")))
    modes = {"JPEG": ("L", "RGB", "CMYK"), "PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")}
    mode = draw(st.sampled_from(modes[kind]))
    sides = st.integers(1, 900) | st.sampled_from((353, 354, 492, 495, 496, 500, 600, 633))
    picture = drawn(draw(sides), draw(sides), mode)
    save: dict[str, Any] = (
        {"dpi": (dpi, dpi)} if (dpi := draw(st.sampled_from((0, 72, 300)))) else {}
    )
    if kind == "JPEG":
        save["progressive"] = draw(st.booleans())
    return file(picture, kind, draw(st.none() | st.integers(1, 8)), **save)


@pytest.mark.clause("sp6:photo-creator")
@pytest.mark.parametrize(
    "asked", [row[2] for row in ASKED], ids=[f"{slug}-{what}" for slug, what, _ in ASKED]
)
@settings(max_examples=12, deadline=None)
@given(data=photos(), named=st.booleans())
def test_law_nothing_in_a_prepared_photo_is_breached_and_it_is_whole(
    asked: PhotoRequirement, data: bytes, named: bool
) -> None:
    pupil = ANNA if named else None
    answer = photo.prepare(data, asked, pupil=pupil)
    if isinstance(answer, Refused):
        assert answer.reasons
        assert answer.status is Status.BREACHED
        return
    before = photo.inspect(data)
    facts = photo.inspect(answer.data, filename=answer.filename, whole=True)
    verdict = photo.check(facts, asked, pupil=pupil)
    assert verdict.status is not Status.BREACHED
    assert facts.model_copy(update={"hints": None}) == answer.facts
    assert (facts.fault, facts.metadata, facts.misnamed) == (None, (), False)
    assert (facts.frames, facts.transparent, facts.bits) == (1, False, 8)
    assert (facts.width or 0) <= (before.width or 0)
    assert (facts.height or 0) <= (before.height or 0)
    picture = opened(answer.data)
    assert {*picture.info} <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    assert photo.prepare(data, asked, pupil=pupil) == answer


@settings(max_examples=150, deadline=None)
@given(data=photos(), asked=values(PhotoRequirement), sent_by=st.sampled_from((None, "e_register")))
def test_law_whatever_is_asked_is_met_or_refused_with_a_reason(
    data: bytes, asked: PhotoRequirement, sent_by: Any
) -> None:
    """Requirements that no school has: narrow bounds, odd shapes, demands that exclude each other."""
    answer = photo.prepare(data, asked, pupil=ANNA, sent_by=sent_by)
    if isinstance(answer, Refused):
        assert answer.status is Status.BREACHED
        return
    facts = photo.inspect(answer.data, filename=answer.filename, whole=True)
    verdict = photo.check(facts, asked, pupil=ANNA, sent_by=sent_by)
    assert verdict.status is not Status.BREACHED
    assert answer.reasons == verdict.reasons or facts.hints


BY_EYE = {*get_args(PictureCondition), "photo.age", "photo.face_share"}
"""What only a human says."""


@settings(max_examples=60, deadline=None)
@given(data=photos(), asked=values(PhotoRequirement))
def test_law_what_meets_all_demands_is_never_refused(data: bytes, asked: PhotoRequirement) -> None:
    """An oracle that knows no geometry: what is made for no text at all, and happens to do."""
    plain = photo.prepare(data, None)
    assert isinstance(plain, Prepared)
    facts = photo.inspect(plain.data, filename="kowalska-anna-4b.jpg")
    if {one.code for one in photo.check(facts, asked, pupil=ANNA).reasons} <= BY_EYE:
        answer = photo.prepare(data, asked, pupil=ANNA)
        assert isinstance(answer, Prepared), answer.explain("en")


SIDES_OF: dict[tuple[str, str], tuple[int, int]] = {
    ("grojec", "mlegitymacja"): (492, 633),
    ("grojec", "id_exchange"): (492, 633),
    ("grojec", "id_duplicate"): (492, 633),
    ("leczna", "school_id"): (500, 600),
    ("leczna", "mlegitymacja"): (500, 600),
    ("ostroleka", "mlegitymacja"): (354, 496),
    ("ostroleka", "id_duplicate"): (354, 496),
}
"""The least sides that the five texts name, width first, as their clauses say."""


@pytest.mark.parametrize(("school", "procedure"), SIDES_OF)
@pytest.mark.parametrize(("wider", "higher"), [(0, 0), (1, 1), (-1, 0), (0, -1)])
def test_a_photo_of_the_least_size_is_made_and_a_smaller_one_is_refused(
    school: str, procedure: Procedure, wider: int, higher: int
) -> None:
    """Catches a photo that is enlarged, and one that is refused though it would do."""
    width, height = SIDES_OF[school, procedure]
    data = file(drawn(width + wider, height + higher))
    asked = variants.get(school).photo_for(procedure)
    answer = photo.prepare(data, asked, pupil=ANNA)
    if wider < 0 or higher < 0:
        assert isinstance(answer, Refused)
        small = "photo.width" if wider < 0 else "photo.height"
        assert small in {one.code for one in answer.reasons}
        assert all("never_enlarged" in one.notes for one in answer.reasons)
    else:
        assert isinstance(answer, Prepared)


@pytest.mark.clause("sp6:photo-creator")
def test_the_school_that_offers_a_creator_is_cited_for_it() -> None:
    made = prepared(file(drawn(600, 800)), variants.get("sp6").photo_for("mlegitymacja"))
    assert (made.findings[0].code, made.findings[0].clause) == (
        "photo.prepared",
        "sp6:photo-creator",
    )
    other = prepared(file(drawn(600, 800)), variants.get("balin").photo_for("mlegitymacja"))
    assert other.findings[0].clause == "balin:docs.2"


# --- the picture ----------------------------------------------------------------------------------


@pytest.mark.parametrize("orientation", [None, *range(10)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_photo_is_upright(kind: str, orientation: int | None) -> None:
    """Catches a mirrored, turned or squeezed picture."""
    data = file(drawn(300, 200), kind, orientation)
    made = prepared(data, None)
    expected = ImageOps.exif_transpose(opened(data))
    assert alike(opened(made.data), expected) < 3


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("box", [(0, 0, 200, 300), (10, 20, 100, 90), (150, 0, 50, 300)])
def test_the_part_that_the_host_chose_is_kept(
    orientation: int, box: tuple[int, int, int, int]
) -> None:
    """Catches a part cut out where the picture is stored, and not where it is shown."""
    lying = orientation >= 5
    data = file(drawn(300, 200) if lying else drawn(200, 300), "PNG", orientation)
    left, top, width, height = box
    made = prepared(data, None, crop=Crop(left=left, top=top, width=width, height=height))
    shown = ImageOps.exif_transpose(opened(data))
    expected = shown.crop((left, top, left + width, top + height))
    assert alike(opened(made.data), expected) < 3


@given(
    st.sampled_from((1, *TURNS)),
    st.tuples(st.integers(1, 60), st.integers(1, 60)),
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60)),
)
def test_law_a_part_is_found_where_the_picture_is_stored(
    orientation: int, size: tuple[int, int], box: tuple[int, int, int, int]
) -> None:
    """The oracle turns the whole picture and cuts then."""
    raw = drawn(*size)
    shown = raw.transpose(TURNS[orientation]) if orientation in TURNS else raw
    left, right = sorted((box[0] % (shown.width + 1), box[2] % (shown.width + 1)))
    top, bottom = sorted((box[1] % (shown.height + 1), box[3] % (shown.height + 1)))
    assume(left < right and top < bottom)
    there = stored((left, top, right, bottom), raw.size, orientation)
    cut = raw.crop(there)
    turned = cut.transpose(TURNS[orientation]) if orientation in TURNS else cut
    assert turned.tobytes() == shown.crop((left, top, right, bottom)).tobytes()


@pytest.mark.parametrize(("size", "kept"), [((900, 600), (429, 600)), ((600, 2000), (600, 840))])
def test_what_has_another_shape_is_cut_about_its_middle(
    size: tuple[int, int], kept: tuple[int, int]
) -> None:
    """Catches a squeezed face, and a part from the wrong place."""
    shape = Ratio(width=35, height=49, clause=CLAUSE, strict=True)
    made = prepared(file(drawn(*size), "PNG"), asking(ratio=shape))
    left, top = (size[0] - kept[0]) / 2, (size[1] - kept[1]) / 2
    part = (left, top, left + kept[0], top + kept[1])
    expected = drawn(*size).resize(kept, Image.Resampling.LANCZOS, part)
    assert opened(made.data).size == kept
    assert alike(opened(made.data), expected) < 3


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((827, 1063), (827, 1063)),
        ((828, 1064), (827, 1063)),
        ((1654, 2126), (827, 1063)),
        ((3000, 4000), (797, 1063)),
        ((4000, 3000), (827, 620)),
        ((50, 2126), (25, 1063)),
        ((1, 1), (1, 1)),
    ],
)
def test_a_photo_is_no_larger_than_an_id_shows_at_600_dpi(
    size: tuple[int, int], kept: tuple[int, int]
) -> None:
    assert opened(prepared(file(drawn(*size)), None).data).size == kept


def test_a_text_that_asks_for_a_larger_photo_gets_it() -> None:
    asked = asking(pixels=Pixels(min_width=1200, min_height=1500, clause=CLAUSE))
    assert opened(prepared(file(drawn(1600, 2000)), asked).data).size == (1200, 1500)


@pytest.mark.parametrize("mode", ["LA", "RGBA", "P"])
def test_what_is_transparent_is_shown_on_white(mode: str) -> None:
    """Catches black where nothing is; and an edge that is dark for being mixed with nothing."""
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    clear.paste((200, 30, 30, 255), (10, 10, 30, 30))
    made = prepared(
        file(clear.convert(mode), "PNG"), None, crop=Crop(left=0, top=0, width=40, height=40)
    )
    corner = opened(made.data).convert("L").getpixel((2, 2))
    assert corner == pytest.approx(255, abs=15)


@pytest.mark.parametrize("save", [{}, {"transparency": 65_535}])
def test_sixteen_bits_become_eight_and_not_white(save: dict[str, Any]) -> None:
    deep = Image.new("I;16", (40, 40), 30_000)
    made = prepared(file(deep, "PNG", **save), None)
    assert opened(made.data).convert("L").getpixel((20, 20)) == pytest.approx(117, abs=2)


def test_an_animation_and_a_file_that_is_more_than_a_photo_come_out_as_one_photo() -> None:
    more = [drawn(100, 120).rotate(90)]
    moving = file(drawn(100, 120), "PNG", save_all=True, append_images=more)
    assert photo.inspect(moving).animated
    double = file(drawn(100, 120), comment="%PDF-1.7") + b"<script>x</script>"
    assert photo.inspect(double, whole=True).doubles_as == "PDF"
    for data in (moving, double):
        made = prepared(data, None)
        assert not photo.inspect(made.data, whole=True).doubles_as
        assert not made.facts.animated
        assert alike(opened(made.data), drawn(100, 120)) < 3


# --- the file -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "kind", "name"),
    [
        ({"formats": Formats(any_of=("JPEG",), clause=CLAUSE)}, "JPEG", "IMG.jpg"),
        ({"formats": Formats(any_of=("PNG", "JPEG"), clause=CLAUSE)}, "JPEG", "IMG.jpg"),
        ({"formats": Formats(any_of=("PNG",), clause=CLAUSE)}, "PNG", "IMG.png"),
        ({"extensions": Extensions(any_of=("jpeg",), clause=CLAUSE)}, "JPEG", "IMG.jpeg"),
        ({"extensions": Extensions(any_of=("png",), clause=CLAUSE)}, "PNG", "IMG.png"),
        ({"dpi": Dpi(at_most=100, clause=CLAUSE)}, "JPEG", "IMG.jpg"),
    ],
)
@pytest.mark.parametrize("given", ["JPEG", "PNG"])
def test_format_and_name_are_those_asked_for(
    rows: dict[str, Any], kind: str, name: str, given: str
) -> None:
    made = prepared(file(drawn(60, 80), given), asking(**rows), filename="IMG.HEIC")
    assert (opened(made.data).format, made.filename) == (kind, name)


@pytest.mark.parametrize(
    ("stated", "bounds", "dpi"),
    [
        (300, {"at_least": 300}, 300),
        (72, {"at_least": 300}, 300),
        (None, {"at_least": 300}, 300),
        (600, {"at_most": 100}, 100),
        (None, {"at_most": 100}, 100),
        (96, {"at_most": 100}, 96),
        (300, None, 300),
        (None, None, None),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_resolution_is_the_nearest_that_will_do(
    stated: int | None, bounds: dict[str, int] | None, dpi: int | None, kind: str
) -> None:
    save: dict[str, Any] = {"dpi": (stated, stated)} if stated else {}
    rows: dict[str, Any] = {"dpi": Dpi(clause=CLAUSE, **bounds)} if bounds else {}
    rows["formats"] = Formats(any_of=(kind,), clause=CLAUSE)
    made = prepared(file(drawn(60, 80), kind, **save), asking(**rows))
    assert photo.inspect(made.data).dpi == dpi


def noisy(width: int, height: int) -> Image.Image:
    """A picture that hardly gets smaller by writing it well."""
    return Image.effect_noise((width, height), 90).convert("RGB")


@pytest.mark.parametrize("kilobytes", [400, 100, 40, 12, 3])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_limit_is_reached_by_quality_first_and_then_by_size(kind: str, kilobytes: int) -> None:
    asked = asking(
        formats=Formats(any_of=(kind,), clause=CLAUSE),
        size=FileSize(max_kb=str(kilobytes), megabyte="decimal", clause=CLAUSE),
    )
    made = prepared(file(noisy(700, 900)), asked)
    assert len(made.data) <= 1000 * kilobytes
    assert len(made.data) > 400 * kilobytes or kilobytes == 400


def test_a_limit_that_no_size_allowed_reaches_is_a_refusal() -> None:
    asked = asking(
        size=FileSize(max_kb="3", megabyte="decimal", clause="x:2"),
        pixels=Pixels(min_width=500, min_height=600, clause="x:3"),
    )
    (reason,) = refused(file(noisy(700, 900)), asked).reasons
    assert (reason.code, reason.clause, reason.limit) == ("photo.size", "x:2", 3000)
    assert reason.notes == ("not_smaller",)
    assert isinstance(reason.measured, int)
    assert reason.measured > 3000


def test_a_least_weight_is_reached_by_quality_and_size_or_refused() -> None:
    asked = asking(size=FileSize(min_kb="60", megabyte="decimal", clause="x:2"))
    data = file(drawn(1600, 2000))
    assert len(prepared(data, None).data) < 60_000
    made = prepared(data, asked)
    assert len(made.data) >= 60_000
    (reason,) = refused(file(Image.new("RGB", (300, 400))), asked).reasons
    assert (reason.code, reason.notes) == ("photo.min_size", ("never_padded",))


# --- why not --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code", "measured"),
    [
        (b"", "photo.readable", "empty"),
        (b"Ala ma kota", "photo.readable", "not_a_picture"),
        (b"\xff\xd8\xff\xe0", "photo.readable", "truncated"),
        (b"%PDF-1.7", "photo.format", "PDF"),
        (b"\0\0\0\x18ftypheic", "photo.format", "HEIC"),
        (file(drawn(500, 600))[:-2000], "photo.readable", "undecodable"),
        (file(drawn(500, 600), "PNG")[:-2000], "photo.readable", "undecodable"),
    ],
)
@pytest.mark.parametrize("school", [None, "sp6"])
def test_what_cannot_be_read_is_refused_with_what_it_is(
    data: bytes, code: str, measured: str, school: str | None
) -> None:
    asked = variants.get(school).photo_for("mlegitymacja") if school else None
    (reason,) = refused(data, asked).reasons
    assert (reason.code, reason.measured) == (code, measured)
    assert reason.clause == ("sp6:photo-creator" if school else "invariant:one-picture")


@pytest.mark.parametrize(
    ("box", "fits"),
    [
        ((0, 0, 200, 300), True),
        ((1, 0, 199, 300), True),
        ((1, 0, 200, 300), False),
        ((0, 1, 200, 300), False),
        ((0, 0, 201, 300), False),
        ((0, 0, 0, 300), False),
        ((0, 0, 200, 0), False),
    ],
)
def test_a_part_has_to_lie_within_the_picture(box: tuple[int, int, int, int], fits: bool) -> None:
    crop = Crop(**dict(zip(("left", "top", "width", "height"), box, strict=True)))
    answer = photo.prepare(file(drawn(200, 300)), None, crop=crop)
    assert isinstance(answer, Prepared) is fits
    if isinstance(answer, Refused):
        (reason,) = answer.reasons
        assert (reason.code, reason.limit) == ("photo.crop", "200×300")


def test_a_part_that_is_too_small_is_not_enlarged() -> None:
    asked = variants.get("leczna").photo_for("mlegitymacja")
    crop = Crop(left=10, top=10, width=499, height=600)
    (reason,) = refused(file(drawn(2000, 3000)), asked, crop=crop).reasons
    assert (reason.code, reason.measured, reason.limit) == ("photo.width", 499, 500)


@pytest.mark.parametrize(
    ("rows", "size", "code"),
    [
        ({"multiple": Multiple(width=35, height=45, clause="x:2")}, (34, 45), "photo.multiple"),
        (
            {"ratio": Ratio(width=5, height=7, tolerance=0, strict=True, clause="x:2")},
            (4, 6),
            "photo.ratio",
        ),
    ],
)
def test_a_shape_that_only_a_larger_photo_can_have_is_a_refusal(
    rows: dict[str, Any], size: tuple[int, int], code: str
) -> None:
    (reason,) = refused(file(drawn(*size)), asking(**rows)).reasons
    assert (reason.code, reason.clause, reason.notes) == (code, "x:2", ("never_enlarged",))


@pytest.mark.parametrize(("height", "fits"), [(65_499, True), (65_500, True), (65_501, False)])
def test_a_strip_that_no_jpeg_can_hold_is_a_refusal(height: int, fits: bool) -> None:
    """Catches an error of the writer's."""
    data = file(Image.new("L", (354, height)), "PNG")
    asked = asking(pixels=Pixels(min_width=354, clause="x:2"))
    answer = photo.prepare(data, asked)
    assert isinstance(answer, Prepared) is fits
    if isinstance(answer, Refused):
        assert [(one.code, one.measured) for one in answer.reasons] == [
            ("photo.readable", "too_large")
        ]


def test_a_strip_is_not_made_heavier_than_a_jpeg_can_be_high() -> None:
    asked = asking(size=FileSize(min_mb="30", megabyte="decimal", clause="x:2"))
    (reason,) = refused(file(Image.new("L", (10, 65_500)), "PNG"), asked).reasons
    assert reason.code == "photo.min_size"


def test_making_it_lighter_ends_whatever_the_shape() -> None:
    """Catches sizes that go up and down for ever."""
    asked = asking(
        ratio=Ratio(width=38, height=4, tolerance=2, strict=True, clause=CLAUSE),
        size=FileSize(max_kb="0.5", megabyte="decimal", clause=CLAUSE),
    )
    assert refused(file(noisy(753, 1284)), asked).reasons


@pytest.mark.parametrize(
    ("least", "most"), [("1", "5"), ("0.5", "0.6"), ("2", "2.4"), ("0.1", "0.2")]
)
def test_a_window_of_bytes_is_met_from_above_too(least: str, most: str) -> None:
    """Catches a photo refused as too heavy once it was made heavy enough."""
    size = FileSize(min_mb=least, max_mb=most, megabyte="decimal", clause=CLAUSE)
    speckled = Image.blend(noisy(1500, 2000), drawn(1500, 2000), 0.5)
    made = prepared(file(speckled, quality=95), asking(size=size))
    assert float(least) * 10**6 <= len(made.data) <= float(most) * 10**6


@pytest.mark.clause("leczna:II.3.i")
def test_what_the_school_may_waive_is_left_for_it_to_decide() -> None:
    """Catches a refusal where the text itself would let the school accept the photo."""
    asked = variants.get("leczna").photo_for("preschool_id")
    data = file(drawn(400, 500))
    assert photo.check(photo.inspect(data), asked).status is Status.NEEDS_REVIEW
    made = prepared(data, asked, pupil=ANNA)
    assert opened(made.data).size == (400, 500)
    assert made.status is Status.NEEDS_REVIEW


@pytest.mark.parametrize(
    "rows",
    [
        {"ratio": Ratio(width=5, height=7, tolerance=0, clause="x:2")},
        {"dpi": Dpi(at_least=70_000, strict=False, clause="x:2")},
        {"pixels": Pixels(min_width=90, clause="x:2", waiver="x:9")},
    ],
)
def test_what_is_no_breach_is_no_reason_to_refuse(rows: dict[str, Any]) -> None:
    made = prepared(file(drawn(4, 6)), asking(**rows))
    assert made.status is Status.NEEDS_REVIEW


def test_where_nothing_may_be_waived_nothing_is_tried_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Catches twice the work for each refusal."""
    tried: list[object] = []

    def counted(*call: Any) -> bytes:
        tried.append(call)
        return developing.developed(*call)

    monkeypatch.setattr("legitymacja_rules.photo.preparing.developed", counted)
    size = FileSize(max_kb="0.1", megabyte="decimal", clause="x:2")
    assert refused(file(noisy(60, 80)), asking(size=size)).reasons
    assert len(tried) == 1


def test_a_photo_that_has_the_shape_is_not_cut() -> None:
    asked = asking(
        pixels=Pixels(min_width=351, min_height=490, clause=CLAUSE),
        ratio=Ratio(width=35, height=49, tolerance=1, strict=True, clause=CLAUSE),
    )
    assert opened(prepared(file(drawn(351, 490)), asked).data).size == (351, 490)


def test_a_script_that_is_written_by_the_px_does_not_come_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever the writer makes of them is searched before it is handed out."""

    def writes(*_: object) -> bytes:
        return file(drawn(40, 60), comment="<?php system($_GET[0]);?>", exif=b"")

    monkeypatch.setattr("legitymacja_rules.photo.developing.encoded", writes)
    (reason,) = refused(file(drawn(40, 60)), None).reasons
    assert (reason.code, reason.measured) == ("photo.one_picture", "PHP")


def test_the_hosts_limits_are_for_what_comes_in() -> None:
    data = file(drawn(300, 400))
    made = prepared(data, None, max_bytes=len(data), max_pixels=120_000)
    assert made.facts.fault is None
    heavy = asking(size=FileSize(min_kb="60", megabyte="decimal", clause="x:2"))
    light = file(noisy(300, 400), quality=20)
    assert len(light) < 60_000
    assert len(prepared(light, heavy, max_bytes=len(light)).data) >= 60_000


@pytest.mark.parametrize("way", [5, "fax", ["e_register"]])
def test_a_way_that_nobody_knows_is_a_wrong_argument(way: Any) -> None:
    with pytest.raises(WrongArgument, match="'sent_by'"):
        photo.prepare(file(drawn(9, 9)), None, sent_by=way)


def test_a_name_has_one_extension() -> None:
    assert prepared(file(drawn(9, 9)), None, filename="a.php.jpg").filename == "a-php.jpg"


EXCLUDING = [
    (
        {
            "pixels": Pixels(min_width=500, clause="x:2"),
            "millimetres": Millimetres(
                width="35", height="45", dpi=300, exactly=True, clause="x:3"
            ),
        },
        "width",
    ),
    (
        {
            "formats": Formats(any_of=("JPEG",), clause="x:2"),
            "extensions": Extensions(any_of=("png",), clause="x:3"),
        },
        "extension",
    ),
    ({"extensions": Extensions(any_of=("gif",), clause="x:2")}, "extension"),
    ({"dpi": Dpi(at_least=65_536, clause="x:2")}, "dpi"),
    (
        {
            "multiple": Multiple(width=35, height=45, clause="x:2"),
            "pixels": Pixels(min_width=36, max_width=69, clause="x:3"),
        },
        "ratio",
    ),
]


@pytest.mark.parametrize(("rows", "axis"), EXCLUDING, ids=[axis for _, axis in EXCLUDING])
def test_demands_that_exclude_each_other_are_told(rows: dict[str, Any], axis: str) -> None:
    reasons = refused(file(drawn(900, 1200)), asking(**rows)).reasons
    assert {(one.code, one.subject) for one in reasons} == {("photo.demands", f"photo.{axis}")}
    told = {clause for one in reasons for clause in (one.clause, *one.also)}
    assert told == {row.clause for row in rows.values()}


def test_the_highest_resolution_that_a_file_can_state() -> None:
    for dpi, fits in ((65_534, True), (65_535, True), (65_536, False)):
        asked = asking(dpi=Dpi(at_least=dpi, clause=CLAUSE))
        answer = photo.prepare(file(drawn(60, 80)), asked)
        assert isinstance(answer, Prepared) is fits
    dense = file(drawn(60, 80), "PNG", dpi=(100_000, 100_000))
    assert prepared(dense, None).facts.dpi is None


NAMED = Naming(parts=("last_name", "first_name", "class_name"), any_order=False, clause=CLAUSE)


def test_the_file_is_named_after_the_pupil_where_the_text_asks_for_it() -> None:
    data = file(drawn(60, 80))
    made = prepared(data, asking(naming=NAMED), pupil=ANNA, filename="IMG_1.jpg")
    assert made.filename == "kowalska-anna-4b.jpg"
    right = prepared(data, asking(naming=NAMED), pupil=ANNA, filename="KOWALSKA_ANNA_4B.JPG")
    assert right.filename == "KOWALSKA_ANNA_4B.jpg"
    for pupil in (None, ANNA.model_copy(update={"class_name": None})):
        unnamed = prepared(data, asking(naming=NAMED), pupil=pupil)
        assert unnamed.filename == "photo.jpg"
        assert [one.notes for one in unnamed.reasons] == [("pupil_not_given",)]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("C:\\Zdjęcia\\Ola.HEIC", "Ola.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("ola\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe", "photo.jpg"),
        ("ola\0.png", "photo.jpg"),
        ("", "photo.jpg"),
        ("a" * 999 + ".png", "a" * 251 + ".jpg"),
    ],
)
def test_the_name_that_is_kept_is_one_that_a_file_can_bear(given: str, name: str) -> None:
    assert prepared(file(drawn(60, 80)), None, filename=given).filename == name


def test_a_pupil_whose_name_no_file_can_hold_is_a_refusal() -> None:
    pupil = ANNA.model_copy(update={"last_name": "---"})
    (reason,) = refused(file(drawn(60, 80)), asking(naming=NAMED), pupil=pupil).reasons
    assert reason.code == "photo.name"


def test_a_name_that_is_not_asked_for_is_no_matter() -> None:
    waived = NAMED.model_copy(update={"waived_for": ("e_register",)})
    made = prepared(file(drawn(60, 80)), asking(naming=waived), sent_by="e_register")
    assert made.reasons == ()


# --- calls and answers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("data", bytearray(9)),
        ("requirement", {}),
        ("crop", (0, 0, 9, 9)),
        ("filename", b"x.jpg"),
        ("pupil", "Anna"),
    ],
)
def test_what_is_of_another_type_is_a_wrong_argument(name: str, value: Any) -> None:
    call: dict[str, Any] = {"data": file(drawn(9, 9)), "requirement": None, name: value}
    with pytest.raises(WrongArgument, match=f"'{name}'"):
        photo.prepare(**call)


def test_a_prepared_photo_can_be_written_down_and_shows_nothing_of_itself() -> None:
    made = prepared(file(drawn(60, 80)), asking(naming=NAMED), pupil=ANNA)
    assert load(Prepared, dump(made)) == made
    assert "kowalska" not in repr(made)
    assert "data=" not in repr(made).replace("metadata=", "")
    assert replace(made) == made


def test_what_the_file_told_of_a_child_is_gone() -> None:
    data = file(drawn(60, 80))
    assert photo.inspect(data).metadata == ("location", "person")
    made = prepared(data, None)
    assert b"Maria" not in made.data
    assert made.facts.metadata == ()
