"""`inspect`: what real bytes say, and that no bytes can make it raise, warn or blow up."""

import io
import struct
import subprocess
import sys
import warnings
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFile, ImageFilter, ImageOps, PngImagePlugin

from legitymacja_rules import Refused, photo
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.findings import Status
from legitymacja_rules.loading import dump, load
from legitymacja_rules.photo.decoding import MAX_PARTS, MAX_SCANS
from legitymacja_rules.regulation import Dpi, PhotoAge, PhotoRequirement, Picture
from legitymacja_rules.vocabulary import PictureCondition, PictureHint
from samples import facts, named, picture

JPEG = picture(64, 96)
PNG = picture(64, 96, format_="PNG")
PDF = b"%PDF-1.7\n1 0 obj"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def declared(width: int, height: int) -> bytes:
    """A grey PNG of a few bytes that says it has so many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*part)
        for part in ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(9))), (b"IEND", b""))
    )


def with_exif(body: bytes) -> bytes:
    """The JPEG with an EXIF segment of that content right behind its start."""
    body = b"Exif\0\0" + body
    return JPEG[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + JPEG[2:]


def with_chunk(name: bytes, body: bytes) -> bytes:
    """The PNG with a chunk right behind its IHDR."""
    return PNG[:33] + chunk(name, body) + PNG[33:]


# What bytes say


@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
def test_a_picture_tells_its_format_bytes_pixels_and_dpi(format_: str) -> None:
    data = picture(500, 600, format_=format_, dpi=(300, 300), size=80_000)
    facts = photo.inspect(data, filename="kowalska-anna-4b.jpg", face_percent=75)
    assert dict(facts) == {
        "format": format_,
        "size": 80_000,
        "width": 500,
        "height": 600,
        "dpi": 300,
        "dpi_doubt": None,
        "dpi_tolerance": 0,
        "dpi_sources": ("jfif",) if format_ == "JPEG" else ("phys",),
        "fault": None,
        "colours": "rgb",
        "bits": 8,
        "transparent": False,
        "frames": 1,
        "metadata": (),
        "doubles_as": None,
        "hints": None,
        "filename": "kowalska-anna-4b.jpg",
        "face_percent": 75,
        "taken": None,
    }


def test_the_file_name_stays_out_of_the_repr() -> None:
    assert "kowalska" not in repr(photo.inspect(JPEG, filename="kowalska-anna-4b.jpg"))


def test_what_was_not_given_is_not_made_up() -> None:
    facts = photo.inspect(JPEG)
    assert (facts.filename, facts.face_percent) == (None, None)


@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
@pytest.mark.parametrize(
    ("dpi", "read", "doubt"),
    [
        ((299, 299), 299, None),
        ((300, 300), 300, None),
        ((600, 600), 600, None),
        (None, None, "absent"),
        ((300, 200), None, "contradictory"),
    ],
)
def test_resolution_of_real_files(
    format_: str, dpi: tuple[float, float] | None, read: int | None, doubt: str | None
) -> None:
    facts = photo.inspect(picture(format_=format_, dpi=dpi))
    assert (facts.dpi, facts.dpi_doubt) == (read, doubt)


@pytest.mark.parametrize("orientation", [1, 2, 3, 4])
def test_an_orientation_that_keeps_the_picture_upright_keeps_the_axes(orientation: int) -> None:
    facts = photo.inspect(picture(500, 600, orientation=orientation))
    assert (facts.width, facts.height) == (500, 600)


@pytest.mark.parametrize("orientation", [5, 6, 7, 8])
def test_a_picture_stored_on_its_side_has_the_facts_of_the_upright_one(orientation: int) -> None:
    lying = photo.inspect(picture(600, 500, orientation=orientation))
    upright = photo.inspect(picture(500, 600))
    assert lying.model_copy(update={"size": upright.size}) == upright


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize(
    ("data", "format_", "fault"),
    [
        (PDF, "PDF", None),
        (b"GIF89a" + bytes(20), "GIF", None),
        (b"", "unknown", "empty"),
        (b"Ala ma kota", "unknown", "not_a_picture"),
        (JPEG[:12], "JPEG", "truncated"),
        (PNG[:12], "PNG", "truncated"),
    ],
)
def test_what_is_no_whole_picture_is_named_and_has_no_pixels(
    data: bytes, format_: str, fault: str | None, whole: bool
) -> None:
    facts = photo.inspect(data, filename="kowalska-anna-4b.jpg", whole=whole)
    assert (facts.format, facts.fault) == (format_, fault)
    assert (facts.width, facts.height) == (None, None)


# Broken calls


@pytest.mark.parametrize("data", [None, "text", bytearray(JPEG), memoryview(JPEG), [255, 216], 7])
def test_what_is_no_bytes_is_a_wrong_argument(data: Any) -> None:
    with pytest.raises(WrongArgument) as caught:
        photo.inspect(data)
    assert caught.value.name == "data"


@pytest.mark.parametrize("filename", [b"anna.jpg", 7, ("anna.jpg",)])
def test_a_file_name_that_is_no_text_is_a_wrong_argument(filename: Any) -> None:
    with pytest.raises(WrongArgument) as caught:
        photo.inspect(JPEG, filename=filename)
    assert caught.value.name == "filename"


# File names as they come


@pytest.mark.parametrize(
    ("filename", "kept"),
    [
        ("", ""),
        ("żółw.jpg", "żółw.jpg"),
        ("anna\ud800.jpg", "anna?.jpg"),
        ("\udcff\ud83d", "??"),
        ("x" * 251 + ".jpg", "x" * 251 + ".jpg"),
        ("y" + "x" * 251 + ".jpg", "x" * 251 + ".jpg"),
        ("y" * 10_000 + "kowalska-anna-4b.jpeg", "y" * 234 + "kowalska-anna-4b.jpeg"),
    ],
)
def test_a_file_name_is_kept_as_far_as_it_can_be_written_down(filename: str, kept: str) -> None:
    """Catches a name of half signs that breaks the dump of an application later on."""
    facts = photo.inspect(JPEG, filename=filename)
    assert facts.filename == kept
    assert load(type(facts), dump(facts)) == facts


@given(st.text(st.characters(codec=None), max_size=300))
def test_law_any_file_name_can_be_stored(filename: str) -> None:
    facts = photo.inspect(JPEG, filename=filename)
    assert load(type(facts), dump(facts)) == facts


# The proof that a picture is whole


@pytest.mark.parametrize("data", [JPEG, PNG, JPEG + bytes(1000), PNG + b"tail"])
def test_a_whole_picture_is_whole(data: bytes) -> None:
    facts = photo.inspect(data, whole=True)
    assert facts.model_copy(update={"hints": None}) == photo.inspect(data)
    assert facts.fault is None


@pytest.mark.parametrize("whole_picture", [JPEG, PNG])
def test_a_picture_that_breaks_off_behind_its_header_is_found_only_by_decoding(
    whole_picture: bytes,
) -> None:
    broken = whole_picture[: -len(whole_picture) // 4]
    assert photo.inspect(broken).fault is None
    facts = photo.inspect(broken, whole=True)
    assert facts.fault == "undecodable"
    assert (facts.width, facts.height) == (64, 96)


@pytest.mark.parametrize("whole", [False, True])
def test_a_bomb_of_declared_size_is_too_large_and_never_decoded(
    whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_: object) -> None:
        pytest.fail("decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "__init__", explode)
    monkeypatch.setattr(ImageFile.ImageFile, "load", explode)
    bomb = declared(30_000, 30_000)
    assert len(bomb) < 100
    facts = photo.inspect(bomb, whole=whole)
    assert (facts.fault, facts.width, facts.height) == ("too_large", 30_000, 30_000)
    refused = photo.prepare(bomb, None)
    assert [(one.code, one.measured) for one in refused.reasons] == [
        ("photo.readable", "too_large")
    ]


@pytest.mark.parametrize(
    ("pixels", "fault"),
    [(63_999_000, None), (64_000_000, None), (64_001_000, "too_large")],
)
def test_sixty_four_million_pixels_are_the_most_that_is_read(
    pixels: int, fault: str | None
) -> None:
    assert photo.MAX_PIXELS == 64_000_000
    assert photo.inspect(declared(1000, pixels // 1000)).fault == fault


@pytest.mark.parametrize(("side", "fault"), [(65_499, None), (65_500, None), (65_501, "too_large")])
def test_no_side_is_longer_than_can_be_written_again(side: int, fault: str | None) -> None:
    """Catches a picture one px wide, each row of which costs memory beside its px."""
    assert photo.inspect(declared(1, side)).fault == fault
    assert photo.inspect(declared(side, 1)).fault == fault


@pytest.mark.parametrize(
    ("name", "limit", "fault"),
    [
        ("max_pixels", 6143, "too_large"),
        ("max_pixels", 6144, None),
        ("max_pixels", 6145, None),
        ("max_bytes", len(JPEG) - 1, "too_heavy"),
        ("max_bytes", len(JPEG), None),
        ("max_bytes", len(JPEG) + 1, None),
    ],
)
def test_a_host_sets_limits_of_its_own(name: str, limit: int, fault: str | None) -> None:
    limits: dict[str, Any] = {name: limit}
    assert photo.inspect(JPEG, **limits).fault == fault
    assert isinstance(photo.prepare(JPEG, None, **limits), Refused) is bool(fault)


@pytest.mark.parametrize("name", ["max_bytes", "max_pixels"])
@pytest.mark.parametrize("limit", [0, -1, 1.5, "9", True, None])
def test_a_limit_is_a_whole_number(name: str, limit: Any) -> None:
    limits: dict[str, Any] = {name: limit}
    for ask in (photo.inspect, partial(photo.prepare, requirement=None)):
        with pytest.raises(WrongArgument, match=f"'{name}'"):
            ask(JPEG, **limits)


def test_what_pillow_keeps_for_all_its_users_is_left_alone() -> None:
    def kept() -> tuple[object, ...]:
        return (
            Image.MAX_IMAGE_PIXELS,
            ImageFile.LOAD_TRUNCATED_IMAGES,
            ImageFile.MAXBLOCK,
            PngImagePlugin.MAX_TEXT_CHUNK,
            {*Image.OPEN},
            [*warnings.filters],
        )

    before = kept()
    for data in (JPEG, PNG, JPEG[:-9], declared(30_000, 30_000), b"GIF89a"):
        photo.inspect(data, whole=True)
        photo.prepare(data, None)
    assert kept() == before


ONLY = """
import sys
from pathlib import Path
from legitymacja_rules import photo
for path in map(Path, sys.argv[1:]):
    photo.inspect(path.read_bytes(), whole=True)
    photo.prepare(path.read_bytes(), None)
print(*sorted(name for name in sys.modules if name.endswith("ImagePlugin")))
"""


def test_no_other_reader_than_those_of_jpeg_and_png_is_ever_loaded(tmp_path: Path) -> None:
    """Catches a way to all of Pillow's other parsers, through `Image.open` or `save`."""
    phone = io.BytesIO()
    first, second = Image.new("RGB", (64, 96)), Image.new("RGB", (64, 96), "red")
    first.save(phone, "MPO", save_all=True, append_images=[second])
    files = [JPEG, PNG, PDF, b"GIF89a", b"", phone.getvalue(), with_exif(b"II*\0\x08\0\0\0")]
    paths = [tmp_path / f"{at}.jpg" for at in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(data)
    run = [sys.executable, "-c", ONLY, *map(str, paths)]
    loaded = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    assert loaded.split() == ["PIL.JpegImagePlugin", "PIL.PngImagePlugin"]


# Pictures that cost more than they look


def scans(count: int) -> bytes:
    """A progressive JPEG that paints its picture so many times more."""
    out = io.BytesIO()
    Image.new("L", (64, 96)).save(out, "JPEG", progressive=True)
    data = out.getvalue()
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * (count + 1) + data[-2:]


@pytest.mark.parametrize(("count", "fault"), [(1, None), (MAX_SCANS, "undecodable")])
def test_a_jpeg_of_endless_scans_is_not_decoded(
    count: int, fault: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Catches minutes of work for a file of some kilobytes."""
    if fault:
        monkeypatch.setattr(ImageFile.ImageFile, "__init__", lambda *_: pytest.fail("decoded"))
    assert photo.inspect(scans(count), whole=True).fault == fault


def test_a_second_header_behind_the_one_that_was_measured_makes_no_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Catches a bomb behind a small picture: of two headers Pillow takes the last."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    twice = with_chunk(b"IHDR", head)
    assert photo.inspect(twice).fault == "corrupt"
    later = PNG[: PNG.index(b"IEND") - 4] + chunk(b"IHDR", head) + PNG[PNG.index(b"IEND") - 4 :]
    assert photo.inspect(later, whole=True).fault is None
    start = JPEG.index(b"\xff\xda")
    frame = b"\xff\xc0\0\x0b\x08" + struct.pack(">HH", 60_000, 60_000) + b"\1\1\x11\0"
    monkeypatch.setattr(ImageFile.ImageFile, "__init__", lambda *_: pytest.fail("decoded"))
    assert photo.inspect(JPEG[:start] + frame + JPEG[start:], whole=True).fault == "undecodable"


def test_fill_bytes_before_the_scans_are_passed_over() -> None:
    start = JPEG.index(b"\xff\xda")
    filled = JPEG[:start] + b"\xff" * 9 + JPEG[start:]
    assert photo.inspect(filled, whole=True).fault is None


def test_a_large_jpeg_of_many_scans_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Catches seconds of work where each scan paints millions of px."""
    data = scans(20)
    frame = data.index(b"\xff\xc2") + 5
    large = data[:frame] + struct.pack(">HH", 8000, 8000) + data[frame + 4 :]
    monkeypatch.setattr(ImageFile.ImageFile, "__init__", lambda *_: pytest.fail("decoded"))
    assert photo.inspect(large).fault is None
    assert photo.inspect(large, whole=True).fault == "undecodable"


def test_a_jpeg_whose_scans_never_begin_is_undecodable() -> None:
    start = JPEG.index(b"\xff\xda")
    endless = JPEG[:start] + b"\xff\xe5\0\2" * MAX_PARTS + JPEG[start:]
    assert photo.inspect(endless).fault is None
    assert photo.inspect(endless, whole=True).fault == "undecodable"


def test_a_png_of_endless_parts_is_undecodable() -> None:
    endless = with_chunk(b"IDAT", b"")[:45] * 1 + chunk(b"IDAT", b"") * MAX_PARTS + PNG[33:]
    assert photo.inspect(endless).fault is None
    assert photo.inspect(endless, whole=True).fault == "undecodable"


# What a name claims


@pytest.mark.parametrize(
    ("data", "filename", "misnamed"),
    [
        (JPEG, "anna.jpg", False),
        (JPEG, "anna.JPEG", False),
        (JPEG, "anna.png", True),
        (PNG, "anna.jpg", True),
        (PDF, "anna.jpg", True),
        (PDF, "anna.pdf", False),
        (JPEG, "anna.4b", False),
        (JPEG, "anna", False),
        (JPEG, None, False),
    ],
)
def test_a_name_that_claims_another_format_is_told(
    data: bytes, filename: str | None, misnamed: bool
) -> None:
    assert photo.inspect(data, filename=filename).misnamed is misnamed


# Hints


def portrait(background: tuple[int, int, int] = (225, 225, 220)) -> Image.Image:
    """A drawn head before a background: sharp, and in colour."""
    drawn = Image.new("RGB", (500, 640), background)
    pen = ImageDraw.Draw(drawn)
    pen.ellipse((130, 120, 370, 460), fill=(224, 172, 140), outline=(90, 60, 40), width=6)
    pen.rectangle((60, 480, 440, 640), fill=(30, 60, 140))
    for x in range(140, 360, 7):
        pen.line((x, 110, x + 20, 190), fill=(50, 30, 20), width=3)
    return drawn


def file_of(drawn: Image.Image, **save: Any) -> bytes:
    out = io.BytesIO()
    drawn.save(out, "JPEG", quality=90, **save)
    return out.getvalue()


def striped(drawn: Image.Image) -> Image.Image:
    pen = ImageDraw.Draw(drawn)
    for y in range(0, 330, 40):
        pen.rectangle((0, y, 60, y + 20), fill=(20, 90, 30))
        pen.rectangle((440, y, 500, y + 20), fill=(20, 90, 30))
    return drawn


@pytest.mark.parametrize(
    ("drawn", "hints"),
    [
        (portrait(), ()),
        (portrait((60, 60, 60)), ("background_dark",)),
        (striped(portrait()), ("background_uneven",)),
        (portrait().filter(ImageFilter.GaussianBlur(12)), ("blurred",)),
        (portrait().convert("L"), ("colourless",)),
        (portrait().convert("L").convert("RGB"), ("colourless",)),
    ],
)
def test_what_seems_wrong_in_a_picture_is_a_hint(
    drawn: Image.Image, hints: tuple[str, ...]
) -> None:
    assert photo.inspect(file_of(drawn), whole=True).hints == hints


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_edge_that_is_looked_at_is_the_upper_one_as_shown(orientation: int) -> None:
    """A dark foot of the picture is no dark background, however it is stored."""
    drawn = portrait()
    ImageDraw.Draw(drawn).rectangle((0, 330, 500, 640), fill=(0, 0, 0))
    lying = ImageOps.exif_transpose(_oriented(drawn, orientation))
    assert lying.size == drawn.size
    data = file_of(_oriented(drawn, orientation), exif=_exif(orientation))
    assert photo.inspect(data, whole=True).hints == ()


def _exif(orientation: int) -> Image.Exif:
    block = Image.Exif()
    block[0x0112] = orientation
    return block


INVERSE = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
"""Orientation → the number of Pillow's transposition that stores a picture so."""


def _oriented(drawn: Image.Image, orientation: int) -> Image.Image:
    """The picture as a camera would store it that notes this orientation."""
    how = INVERSE.get(orientation)
    lying = drawn if how is None else drawn.transpose(Image.Transpose(how))
    lying.getexif()[0x0112] = orientation
    return lying


@pytest.mark.parametrize("size", [(1, 1), (1, 2), (2, 1), (1, 700), (700, 1)])
def test_the_smallest_picture_has_hints_too(size: tuple[int, int]) -> None:
    """Catches an edge without a single px, of which there is no mean."""
    assert "blurred" in (photo.inspect(picture(*size), whole=True).hints or ())


def test_hints_inform_a_review_and_decide_nothing() -> None:
    asked = PhotoRequirement(
        pictures=tuple(
            Picture(condition=condition, clause="x:1") for condition in get_args(PictureCondition)
        )
    )
    without = photo.check(facts(), asked)
    told = photo.check(facts(hints=get_args(PictureHint)), asked)
    assert [one.status for one in told.findings] == [one.status for one in without.findings]
    notes = {one.code: one.notes for one in told.findings if one.notes}
    assert notes == {
        "photo.background": ("background_dark", "background_uneven"),
        "photo.colours": ("colourless",),
        "photo.sharpness": ("blurred",),
    }


# What no text has to ask for


@pytest.mark.parametrize("asked", [None, PhotoRequirement(age=PhotoAge(months=6, clause="x:1"))])
def test_a_photo_that_is_something_else_besides_is_refused_by_every_text(
    asked: PhotoRequirement | None,
) -> None:
    for changes, what in (
        ({"doubles_as": "ZIP"}, "ZIP"),
        ({"format": "PNG", "frames": 2}, "animated"),
        ({"format": "PNG", "frames": 1}, None),
        ({"format": "JPEG", "frames": 2}, None),
    ):
        found = named(photo.check(facts(**changes), asked).findings, "photo.one_picture")
        assert [(one.status, one.measured) for one in found] == (
            [(Status.BREACHED, what)] if what else []
        )


@pytest.mark.parametrize(
    ("metadata", "notes"),
    [
        (None, []),
        ((), []),
        (("device", "time"), []),
        (("person",), [("metadata_inside",)]),
        (("device", "location"), [("location_inside",)]),
    ],
)
def test_what_a_file_tells_of_a_child_is_told_and_speaks_against_no_photo(
    metadata: tuple[str, ...] | None, notes: list[tuple[str, ...]]
) -> None:
    found = named(photo.check(facts(metadata=metadata), None).findings, "photo.metadata")
    assert [one.notes for one in found] == notes
    assert {one.status for one in found} <= {Status.MET}


@pytest.mark.parametrize(
    ("dpi", "tolerance", "status"),
    [
        (598, 0, Status.BREACHED),
        (599, 0, Status.BREACHED),
        (600, 0, Status.MET),
        (598, 1, Status.BREACHED),
        (599, 1, Status.MET),
        (700, 1, Status.MET),
        (701, 1, Status.MET),
        (702, 1, Status.BREACHED),
        (701, 0, Status.BREACHED),
    ],
)
def test_a_resolution_is_judged_within_its_tolerance(
    dpi: int, tolerance: int, status: Status
) -> None:
    asked = PhotoRequirement(dpi=Dpi(at_least=600, at_most=700, clause="x:1"))
    verdict = photo.check(facts(dpi=dpi, dpi_tolerance=tolerance), asked)
    assert verdict.status is status


DAMAGED: dict[str, Callable[[], bytes]] = {
    "empty": partial(with_exif, b""),
    "cut": partial(with_exif, b"II*"),
    "garbage": partial(with_exif, b"\xff" * 40),
    "entries that are not there": partial(with_exif, b"II*\0\x08\0\0\0\xff\xff" + bytes(4)),
    "value outside": partial(
        with_exif, b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHII", 0x011A, 5, 1, 10**9) + bytes(4)
    ),
    "png": partial(with_chunk, b"eXIf", b"II*\0\xff\xff\xff\xff"),
}


@pytest.mark.parametrize("damage", DAMAGED)
@pytest.mark.parametrize("action", ["always", "error"])
def test_damaged_exif_neither_warns_nor_makes_a_fault(damage: str, action: Any) -> None:
    data = DAMAGED[damage]()
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter(action)
        facts = photo.inspect(data, whole=True)
    assert facts.fault is None
    assert (facts.width, facts.height) == (64, 96)
    assert not heard


def test_a_damaged_animation_chunk_neither_warns_nor_makes_a_fault() -> None:
    data = with_chunk(b"acTL", bytes(8))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert photo.inspect(data, whole=True).fault is None


# Any bytes at all


@given(st.binary(max_size=400), st.sampled_from([b"", JPEG[:3], PNG[:8], PNG[:33]]), st.booleans())
def test_law_any_bytes_have_facts(data: bytes, start: bytes, whole: bool) -> None:
    facts = photo.inspect(start + data, whole=whole)
    assert facts.size == len(start + data)
    assert (facts.width is None) == (facts.height is None)
    assert facts.dpi is None or facts.dpi_doubt is None


@settings(deadline=None)
@given(
    st.sampled_from([JPEG, PNG]),
    st.lists(st.tuples(st.integers(24, 10_000), st.integers(0, 255)), max_size=6),
    st.integers(0, 10_000),
)
def test_law_any_damage_to_a_picture_ends_in_facts_without_a_warning(
    whole_picture: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(whole_picture)
    for at, value in changes:
        data[at % len(data)] = value
    damaged = bytes(data[: len(data) - cut % len(data)])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        header, decoded = photo.inspect(damaged), photo.inspect(damaged, whole=True)
    assert header.hints is None
    if header.fault:
        assert decoded == header
    else:
        assert decoded.fault in {None, "undecodable"}


@pytest.mark.parametrize("share", [-1, 101, 70.5, "75", True])
def test_a_face_share_is_a_whole_number_of_percent(share: Any) -> None:
    with pytest.raises(WrongArgument, match="'face_percent'"):
        photo.inspect(JPEG, face_percent=share)
    assert photo.inspect(JPEG, face_percent=100).face_percent == 100
