"""The header walk against Pillow, which is the oracle here and is never asked at run time.

Pictures are made by Pillow in the test; only what Pillow cannot write (other units, damage,
padding) is put together by hand. Any warning is an error. Bounds are counted, never timed.
"""

import ast
import ctypes
import math
import struct
import sys
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import IFDRational

from legitymacja_rules import _image_header
from legitymacja_rules._image_header import Header, second_format
from legitymacja_rules._image_header.header import MAX_STEPS
from legitymacja_rules._image_header.tiff import MAX_ENTRIES

pytestmark = pytest.mark.filterwarnings("error")

ORIENTATION, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT = 0x0112, 0x011A, 0x011B, 0x0128
SOI, PNG_START = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
FIVE_MB = 5_000_000
Buffer: TypeAlias = bytes | bytearray | memoryview


# Making pictures


def picture(
    kind: str, size: tuple[int, int] = (50, 60), mode: str = "RGB", **save: object
) -> bytes:
    buffer = BytesIO()
    Image.new(mode, size).save(buffer, kind, **save)
    return buffer.getvalue()


def exif(
    orientation: int | None = None,
    x: Fraction | int | None = None,
    y: Fraction | int | None = None,
    unit: int | None = None,
) -> Image.Exif:
    """An EXIF block as Pillow writes it; `y` is like `x` unless told."""
    block = Image.Exif()
    block[0x010F] = "Maker"
    for tag, value in (
        (ORIENTATION, orientation),
        (X_RESOLUTION, x),
        (Y_RESOLUTION, x if y is None else y),
        (RESOLUTION_UNIT, unit),
    ):
        if value is not None:
            block[tag] = value if tag in (ORIENTATION, RESOLUTION_UNIT) else IFDRational(value)
    return block


def has_jfif(data: bytes) -> bool:
    """Pillow writes it first, 18 bytes long, in all but CMYK (and then drops the dpi)."""
    return data[2:4] == b"\xff\xe0"


def without_jfif(jpeg: bytes) -> bytes:
    """As phones write it."""
    assert has_jfif(jpeg)
    return SOI + jpeg[20:]


def with_jfif(jpeg: bytes, unit: int, x: int, y: int) -> bytes:
    """The density patched, as Pillow writes none per centimetre."""
    return jpeg[:13] + struct.pack(">BHH", unit, x, y) + jpeg[18:]


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def frame(width: int = 50, height: int = 60, marker: int = 0xC0, components: int = 1) -> bytes:
    layers = b"\1\x11\0" * components
    return segment(marker, struct.pack(">BHHB", 8, height, width, components) + layers)


def jfif(unit: int, x: int, y: int) -> bytes:
    return segment(0xE0, b"JFIF\0\1\1" + struct.pack(">BHHBB", unit, x, y, 0, 0))


def chunk(name: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I4s", len(body), name) + body + bytes(4)


def png(*chunks: bytes, width: int = 50, height: int = 60) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return PNG_START + header + b"".join(chunks) + chunk(b"IDAT") + chunk(b"IEND")


def phys(x: int, y: int, unit: int = 1) -> bytes:
    return chunk(b"pHYs", struct.pack(">IIB", x, y, unit))


def short(tag: int, value: int, order: str = ">") -> bytes:
    return struct.pack(order + "HHIHH", tag, 3, 1, value, 0)


def ratio(tag: int, at: int, order: str = ">") -> bytes:
    return struct.pack(order + "HHII", tag, 5, 1, at)


def tiff(*entries: bytes, tail: bytes = b"", count: int | None = None, order: str = ">") -> bytes:
    """A TIFF of one directory at 8; `tail` then begins at 14 + 12 for each entry."""
    mark = b"MM" if order == ">" else b"II"
    number = len(entries) if count is None else count
    return mark + struct.pack(order + "HIH", 42, 8, number) + b"".join(entries) + bytes(4) + tail


def app1(block: bytes) -> bytes:
    return segment(0xE1, b"Exif\0\0" + block)


def resolution(x: tuple[int, int], y: tuple[int, int], *more: bytes, order: str = ">") -> bytes:
    at = 14 + 12 * (2 + len(more))
    entries = (ratio(X_RESOLUTION, at, order), ratio(Y_RESOLUTION, at + 8, order), *more)
    return tiff(*entries, tail=struct.pack(order + "IIII", *x, *y), order=order)


def read(data: Buffer) -> Header:
    """What most tests look at: format, size, resolution and fault."""
    seen = _image_header.read(data)
    return Header(seen.format, seen.width, seen.height, seen.dpi, seen.dpi_doubt, seen.fault)


def dpi_of(data: bytes) -> int | str | None:
    header = read(data)
    assert header.fault is None
    assert (header.dpi is None) is (header.dpi_doubt is not None)
    return header.dpi_doubt or header.dpi


# The oracle


def half_up(value: Fraction) -> int:
    return math.floor(value + Fraction(1, 2))


def by_pillow(data: bytes) -> Header:
    """The same facts from Pillow's parser; only the judgement on dpi is repeated here."""
    with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as image:
        kind = "JPEG" if image.format == "MPO" else str(image.format)
        width, height = ImageOps.exif_transpose(image).size
        block, info = image.getexif(), image.info
    sources: list[tuple[Fraction, ...]] = []
    per_inch = {1: Fraction(1), 2: Fraction(254, 100)}
    if kind == "PNG" and "dpi" in info:  # back to the whole number per metre: floats would blur .5
        sources.append(tuple(Fraction(round(d / 0.0254) * 254, 10_000) for d in info["dpi"]))
    elif info.get("jfif_unit") in per_inch:
        sources.append(tuple(d * per_inch[info["jfif_unit"]] for d in info["jfif_density"]))
    unit = block.get(RESOLUTION_UNIT, 2) - 1
    if {X_RESOLUTION, Y_RESOLUTION} <= set(block) and unit in per_inch:
        rationals = (block[X_RESOLUTION], block[Y_RESOLUTION])
        if all(r.denominator for r in rationals):
            parts = (Fraction(r.numerator, r.denominator) for r in rationals)
            sources.append(tuple(part * per_inch[unit] for part in parts))
    rounded = [[half_up(part) for part in source] for source in sources]
    usable = [source for source in rounded if 0 not in source]
    claims = [claim for source in usable for claim in source]
    if not claims:
        return Header(kind, width, height, None, "absent")
    if max(claims) - min(claims) > 1:
        return Header(kind, width, height, None, "contradictory")
    return Header(kind, width, height, min(usable[-1]), None)  # EXIF, the last, is most exact


# Size, format, orientation


@pytest.mark.parametrize("orientation", range(10))
def test_each_orientation_is_applied_to_the_size_in_jpeg_and_png(orientation: int) -> None:
    """Catches a swap for 2-4, none for 5-8, and trust in the undefined 0 and 9."""
    lying = orientation in (5, 6, 7, 8)
    for kind in ("JPEG", "PNG"):
        data = picture(kind, exif=exif(orientation), dpi=(300, 300))
        assert read(data) == by_pillow(data)
        assert read(data) == Header(kind, *((60, 50) if lying else (50, 60)), 300, None)


def test_an_upright_photo_and_the_same_photo_lying_with_orientation_6_are_one_fact() -> None:
    """Catches a photo refused as too narrow because the phone stores it on its side."""
    upright = picture("JPEG", (500, 600), dpi=(300, 300))
    lying = picture("JPEG", (600, 500), dpi=(300, 300), exif=exif(6, 300, unit=2))
    assert read(upright) == read(lying) == Header("JPEG", 500, 600, 300, None)


@pytest.mark.parametrize("order", ["<", ">"])
def test_orientation_is_read_in_both_byte_orders(order: str) -> None:
    """Catches a SHORT sought at the wrong end of its four bytes."""
    assert read(SOI + app1(tiff(short(ORIENTATION, 6, order), order=order)) + frame()).width == 60


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
def test_grey_colour_cmyk_and_progressive_jpegs_are_read(mode: str, progressive: bool) -> None:
    """Catches a walk that knows only the baseline frame or three components."""
    data = picture("JPEG", (7, 9), mode, progressive=progressive)
    assert read(data) == by_pillow(data) == Header("JPEG", 7, 9)


@pytest.mark.parametrize("marker", sorted({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}))
def test_every_kind_of_frame_gives_the_size(marker: int) -> None:
    """Catches a forgotten SOFn: lossless, arithmetic, hierarchical, which nobody decodes."""
    seen = read(SOI + b"\xff" + frame(50, 60, marker))
    assert (seen.width, seen.height) == (50, 60)
    assert seen.fault == (None if marker in (0xC0, 0xC1, 0xC2) else "unsupported")


@pytest.mark.parametrize("marker", [0xC4, 0xC8, 0xCC])
def test_tables_among_the_frame_markers_are_no_frames(marker: int) -> None:
    """Catches a size taken from DHT, JPG or DAC."""
    assert read(SOI + frame(1, 1, marker) + frame()) == Header("JPEG", 50, 60)


def test_the_first_frame_counts_and_not_a_thumbnail_behind_or_inside() -> None:
    """Catches the size of the small picture in EXIF, or of a second frame."""
    inside = app1(tiff() + SOI + frame(1, 1))
    assert read(SOI + inside + frame() + frame(2, 2)) == Header("JPEG", 50, 60)


def test_what_stands_between_the_frame_and_its_scans_is_heard() -> None:
    """Catches a photo that decoders turn, and its place, for EXIF that comes late."""
    data = picture("JPEG")
    scan = data.index(b"\xff\xda")
    late = data[:scan] + app1(exif_of(0x8825, {2: (52.0, 13.0, 48.0)})) + data[scan:]
    turned = data[:scan] + app1(tiff(short(ORIENTATION, 6))) + data[scan:]
    assert read(turned) == by_pillow(turned) == Header("JPEG", 60, 50)
    assert _image_header.read(late).metadata == ("location",)


def test_a_phones_mpo_is_a_jpeg() -> None:
    """Catches a phone's picture refused for its second frame."""
    second = Image.new("RGB", (8, 8))
    data = picture("MPO", save_all=True, append_images=[second], dpi=(300, 300))
    with Image.open(BytesIO(data)) as image:
        assert image.format == "MPO"
    assert read(data) == by_pillow(data) == Header("JPEG", 50, 60, 300, None)


# Dots per inch


@pytest.mark.parametrize(
    ("data", "dpi"),
    [
        pytest.param(picture("JPEG", dpi=(300, 300)), 300, id="JFIF per inch"),
        pytest.param(with_jfif(picture("JPEG"), 2, 118, 118), 300, id="JFIF 118 per cm: 299.72"),
        pytest.param(with_jfif(picture("JPEG"), 2, 119, 119), 302, id="JFIF 119 per cm: 302.26"),
        pytest.param(with_jfif(picture("JPEG"), 2, 25, 25), 64, id="63.5 rounds up"),
        pytest.param(with_jfif(picture("JPEG"), 2, 75, 75), 191, id="190.5 not to even"),
        pytest.param(with_jfif(picture("JPEG"), 0, 300, 300), "absent", id="aspect only"),
        pytest.param(with_jfif(picture("JPEG"), 1, 0, 0), "absent", id="JFIF zero"),
        pytest.param(with_jfif(picture("JPEG"), 1, 300, 0), "absent", id="JFIF one side zero"),
        pytest.param(with_jfif(picture("JPEG"), 1, 300, 72), "contradictory", id="x against y"),
        pytest.param(with_jfif(picture("JPEG"), 7, 300, 300), "absent", id="unknown JFIF unit"),
        pytest.param(picture("JPEG"), "absent", id="nothing said"),
        pytest.param(
            without_jfif(picture("JPEG", exif=exif(6))), "absent", id="where Pillow invents 72"
        ),
        pytest.param(without_jfif(picture("JPEG", exif=exif(1, 300, unit=2))), 300, id="EXIF only"),
        pytest.param(without_jfif(picture("JPEG", exif=exif(1, 300))), 300, id="inch by default"),
        pytest.param(picture("JPEG", exif=exif(1, 300, unit=2)), 300, id="aspect and EXIF"),
        pytest.param(picture("JPEG", exif=exif(1, 118, unit=3)), 300, id="EXIF per cm"),
        pytest.param(picture("JPEG", exif=exif(1, 300, unit=1)), "absent", id="EXIF no unit"),
        pytest.param(picture("JPEG", exif=exif(1, 300, unit=9)), "absent", id="EXIF odd unit"),
        pytest.param(
            picture("JPEG", exif=exif(1, Fraction(599, 2))), 300, id="EXIF 299.5 rounds up"
        ),
        pytest.param(picture("JPEG", exif=exif(1, 300, 72)), "contradictory", id="EXIF x, y"),
        pytest.param(picture("JPEG", dpi=(300, 300), exif=exif(1, 300)), 300, id="both agree"),
        pytest.param(
            with_jfif(picture("JPEG", exif=exif(1, 300)), 2, 118, 118), 300, id="agree rounded"
        ),
        pytest.param(
            picture("JPEG", dpi=(72, 72), exif=exif(1, 300)), "contradictory", id="72 hides 300"
        ),
        pytest.param(picture("PNG", dpi=(300, 300)), 300, id="PNG 299.9994"),
        pytest.param(picture("PNG"), "absent", id="PNG silent"),
        pytest.param(picture("PNG", exif=exif(1, 300)), 300, id="PNG with EXIF"),
        pytest.param(
            picture("PNG", dpi=(72, 72), exif=exif(1, 300)), "contradictory", id="PNG 72, EXIF 300"
        ),
        pytest.param(png(phys(7500, 7500)), 191, id="PNG 190.5 not to even"),
        pytest.param(png(phys(1_000_000, 1_000_000)), 25_400, id="PNG metres exactly"),
        pytest.param(png(phys(11811, 2835)), "contradictory", id="PNG x against y"),
        pytest.param(png(phys(11811, 11811, 0)), "absent", id="PNG aspect only"),
        pytest.param(png(phys(1, 1)), "absent", id="PNG less than half a dot"),
        pytest.param(png(chunk(b"pHYs", b"\0" * 8)), "absent", id="PNG pHYs too short"),
        pytest.param(png(phys(11811, 11811), phys(1000, 1000)), 300, id="first pHYs counts"),
        pytest.param(png(chunk(b"IDAT"), phys(11811, 11811)), "absent", id="pHYs behind pixels"),
    ],
)
def test_dpi(data: bytes, dpi: int | str) -> None:
    """Catches the fault its id names."""
    assert dpi_of(data) == dpi


@pytest.mark.parametrize("order", ["<", ">"])
def test_resolution_is_read_in_both_byte_orders_and_with_large_numbers(order: str) -> None:
    """Catches a mixed byte order and 32-bit or float arithmetic."""
    sides = (4_000_000_000, 13_333_333)
    assert dpi_of(SOI + app1(resolution(sides, sides, order=order)) + frame()) == 300
    assert dpi_of(png(chunk(b"eXIf", resolution(sides, sides, order=order)))) == 300


def test_only_the_first_jfif_and_the_first_exif_count() -> None:
    """Catches the last one winning, and a damaged first one making room for a second."""
    other = app1(resolution((72, 1), (72, 1), short(ORIENTATION, 6)))
    assert dpi_of(SOI + jfif(1, 300, 300) + jfif(1, 72, 72) + frame()) == 300
    assert dpi_of(SOI + jfif(0, 1, 1) + jfif(1, 72, 72) + frame()) == "absent"
    assert dpi_of(SOI + app1(resolution((300, 1), (300, 1))) + other + frame()) == 300
    assert read(SOI + app1(b"damaged") + other + frame()) == Header("JPEG", 50, 60)
    turned = [chunk(b"eXIf", tiff(short(ORIENTATION, value))) for value in (1, 6)]
    assert read(png(*turned)) == Header("PNG", 50, 60)


def test_namesakes_do_not_take_the_place_of_jfif_and_exif() -> None:
    """Catches XMP taken for EXIF, JFXX for JFIF, either in another segment, and JFIF cut short."""
    block = app1(resolution((300, 1), (300, 1)))
    xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0")
    jfxx = segment(0xE0, jfif(1, 72, 72)[4:].replace(b"JFIF", b"JFXX"))
    cut = segment(0xE0, jfif(1, 72, 72)[4:15])
    assert dpi_of(SOI + jfxx + cut + segment(0xE2, jfif(1, 72, 72)[4:]) + frame()) == "absent"
    assert dpi_of(SOI + jfxx + cut + jfif(1, 300, 300) + frame()) == 300
    assert dpi_of(SOI + segment(0xE2, block[4:]) + frame()) == "absent"
    assert dpi_of(SOI + xmp + block + frame()) == 300
    assert (
        dpi_of(png(chunk(b"oFFs", phys(11811, 11811)[8:17]), chunk(b"tEXt", block[10:])))
        == "absent"
    )


def test_jfif_needs_no_thumbnail_fields() -> None:
    """Catches a density overlooked because two bytes behind it are missing."""
    assert dpi_of(SOI + segment(0xE0, jfif(1, 300, 300)[4:16]) + frame()) == 300


def test_fill_stray_bytes_and_empty_segments_are_skipped() -> None:
    """Catches a photo refused that every decoder opens."""
    for between in (b"\xff\xff", b"\x12\x34", b"\0", b"\xff\0", segment(0xE5, b"")):
        data = picture("JPEG", dpi=(300, 300))
        padded = data[:20] + between + data[20:]
        assert read(padded) == read(data)
        with Image.open(BytesIO(padded)) as image:
            image.load()


def test_the_size_is_known_as_soon_as_it_can_be() -> None:
    """Catches one byte too many asked for at the end of a frame, or of a chunk's name."""
    known = SOI + frame()[:10]
    assert (read(known), read(known[:-1])) == (
        Header("JPEG", 50, 60),
        Header("JPEG", fault="truncated"),
    )
    known = png()[: 33 + 8]
    assert (read(known).fault, read(known[:-1]).fault) == (None, "truncated")


GOOD = ((300, 1), (300, 1))


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"MM\0*", id="cut in its head"),
        pytest.param(b"XX" + resolution(*GOOD)[2:], id="no byte order"),
        pytest.param(b"II" + resolution(*GOOD)[2:], id="the other byte order"),
        pytest.param(resolution(*GOOD).replace(b"\0*", b"\0+", 1), id="not 42"),
        pytest.param(b"MM\0*\0\0\0\x7f" + resolution(*GOOD)[8:], id="directory behind the end"),
        pytest.param(b"MM\0*\xff\xff\xff\xff" + resolution(*GOOD)[8:], id="directory far away"),
        pytest.param(tiff(count=0), id="no entries"),
        pytest.param(tiff(count=65535), id="entries beyond the end"),
        pytest.param(resolution(*GOOD)[:-1], id="Y cut by a byte"),
        pytest.param(tiff(ratio(X_RESOLUTION, 26), tail=bytes(3) + b"\x01" * 5), id="Y missing"),
        pytest.param(tiff(ratio(Y_RESOLUTION, 26), tail=bytes(3) + b"\x01" * 5), id="X missing"),
        pytest.param(resolution((300, 0), (300, 1)), id="X by zero"),
        pytest.param(resolution((300, 1), (300, 0)), id="Y by zero"),
        pytest.param(resolution((0, 1), (300, 1)), id="X zero"),
        pytest.param(resolution((1, 3), (1, 3)), id="less than half a dot"),
        pytest.param(resolution(*GOOD).replace(b"\0\5", b"\0\4"), id="not rationals"),
        pytest.param(resolution(*GOOD).replace(b"\5\0\0\0\1", b"\5\0\0\0\2"), id="two values"),
        pytest.param(tiff(struct.pack(">HHII", ORIENTATION, 4, 1, 6)), id="orientation as LONG"),
        pytest.param(tiff(struct.pack(">HHIHH", ORIENTATION, 3, 2, 6, 6)), id="two orientations"),
    ],
)
def test_damaged_exif_is_no_exif_and_no_warning(block: bytes) -> None:
    """Catches an exception, a warning or a made-up value where EXIF is damaged as the id says."""
    behind = segment(0xFE, struct.pack(">II", 300, 1) * 8)  # what reading too far would find
    for data in (SOI + app1(block) + behind + frame(), png(chunk(b"eXIf", block), phys(0, 0))):
        assert read(data) == Header(read(data).format, 50, 60)
    assert dpi_of(SOI + jfif(1, 200, 200) + app1(block) + frame()) == 200


def test_damage_in_exif_costs_only_what_it_damaged() -> None:
    """Catches a whole block thrown away for one bad offset or a wrong count of entries."""
    entries = short(ORIENTATION, 6), ratio(X_RESOLUTION, 2**32 - 1), ratio(Y_RESOLUTION, 9)
    assert read(SOI + app1(tiff(*entries, count=65535)) + frame()) == Header("JPEG", 60, 50)
    assert read(SOI + app1(tiff(*entries, count=1)[:-28]) + frame()) == Header("JPEG", 60, 50)


# Faults


def test_no_bytes_and_no_picture() -> None:
    """Catches an index into nothing, and a text taken for a picture."""
    assert read(b"") == Header("unknown", fault="empty")
    for data in (b"\0", b"hello", SOI, PNG_START[:7], b"BMW is a car", b"RIFF    WAVE", b"<svgx>"):
        assert read(data) == Header("unknown", fault="not_a_picture")
    for data in (b"\0\0\0\x18ftypmp42", b"<html><svg></svg>", b"<!-- no picture -->", bytes(99)):
        assert read(data) == Header("unknown", fault="not_a_picture")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SOI + frame(0, 60), id="no width"),
        pytest.param(SOI + frame(50, 0), id="no height"),
        pytest.param(SOI + frame().replace(b"\0\x0b", b"\0\x0c", 1), id="frame of odd length"),
        pytest.param(SOI + segment(0xDA, b"scan") + frame(), id="scan before the frame"),
        pytest.param(SOI + b"\xff\xd9" + frame(), id="end before the frame"),
        pytest.param(SOI + frame(marker=0xD0) + frame(), id="restart before the frame"),
        pytest.param(SOI + frame(marker=0xBF) + frame(), id="reserved marker"),
        pytest.param(SOI + b"\xff\xe5\0\1" + frame(), id="a length that excludes itself"),
        pytest.param(png(chunk(b"IEND")), id="PNG without pixels"),
        pytest.param(png(width=0), id="PNG no width"),
        pytest.param(png(height=0), id="PNG no height"),
        pytest.param(png(width=2**31), id="PNG too wide"),
        pytest.param(png(height=2**31), id="PNG too high"),
        pytest.param(png().replace(b"IHDR", b"CgBI"), id="PNG for iPhones only"),
        pytest.param(png().replace(b"\0\0\0\x0d", b"\0\0\0\x0e"), id="IHDR of odd length"),
    ],
)
def test_a_header_that_contradicts_its_format_is_corrupt(data: bytes) -> None:
    """Catches facts drawn from a header that says what its id names."""
    header = read(data)
    assert header == Header(header.format, fault="corrupt")
    assert header.format in ("JPEG", "PNG")


def test_the_widest_and_highest_pictures_are_no_fault() -> None:
    """Catches a signed or an off-by-one bound."""
    assert read(SOI + frame(65535, 65535)) == Header("JPEG", 65535, 65535)
    assert read(png(width=2**31 - 1, height=2**31 - 1)).width == 2**31 - 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_every_prefix_is_a_fault_or_has_the_right_size(kind: str) -> None:
    """Catches a read past the end, and a half-read size: faults come in order, then the truth."""
    data = picture(kind, (600, 500), dpi=(300, 300), exif=exif(6, 300, unit=2))
    headers = [read(data[:end]) for end in range(len(data) + 1)]
    assert list(dict.fromkeys(h.fault for h in headers)) == [
        "empty",
        "not_a_picture",
        "truncated",
        None,
    ]
    assert {(h.width, h.height) for h in headers} == {(None, None), (500, 600)}
    assert {h.dpi for h in headers} == {None, 300}
    assert headers[-1] == by_pillow(data)


def test_a_png_that_ends_before_its_pixels_is_truncated() -> None:
    """Catches a size given before the turn that EXIF may still ask for, or a value cut short."""
    rest = bytes(99)
    for cut in (
        b"",
        phys(9, 9),
        phys(9, 9)[:-6],
        chunk(b"eXIf")[:4],
        b"\xff\xff\xff\xfftEXt" + rest,
    ):
        assert read(png()[:33] + cut) == Header("PNG", fault="truncated")


# Other kinds


def archive() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("word/document.xml", "")
    return buffer.getvalue()


OTHERS = [
    *((kind, picture(kind)) for kind in ("PDF", "GIF", "WEBP", "BMP", "TIFF")),
    ("TIFF", b"MM\0*\0\0\0\x08"),
    ("TIFF", b"II+\0\x08\0\0\0"),
    ("AVIF", b"\0\0\0\x1cftypavif"),
    *(("HEIC", b"\0\0\0\x18ftyp" + brand) for brand in (b"heic", b"heix", b"mif1", b"msf1")),
    ("AVIF", b"\0\0\0\x1cftypavis"),
    ("ZIP", archive()),
    ("ZIP", b"PK\5\6" + bytes(18)),
    ("SVG", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ("SVG", b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- drawn -->\n<svg\n>"),
    ("SVG", b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'><svg>"),
]


@pytest.mark.parametrize(("kind", "data"), OTHERS, ids=[kind for kind, _ in OTHERS])
def test_other_kinds_are_recognised_by_content(kind: str, data: bytes) -> None:
    """Catches a HEIC or PDF called unreadable instead of by its name."""
    assert read(data) == Header(kind)


# Any bytes at all


def test_every_bytes_like_is_read_alike() -> None:
    """Catches a method that only bytes has, and views that are strided, wide or not flat."""
    for data in (
        picture("JPEG", exif=exif(6, 300), dpi=(300, 300)),
        png(phys(9, 9)),
        b"GIF89a",
        b"",
    ):
        strided = memoryview(bytes(byte for pair in zip(data, data, strict=True) for byte in pair))
        likes: list[Buffer] = [bytearray(data), memoryview(data)]
        for like in (*likes, strided[::2]):
            assert read(like) == read(data)
    wide = png(chunk(b"tEXt", bytes(3)))
    assert read(memoryview(wide).cast("H")) == read(wide)
    assert read(memoryview(wide).cast("B", (2, len(wide) // 2))) == read(wide)
    assert read(memoryview((ctypes.c_int32 * 0)())) == read(b"")


SAMPLES = [
    picture("JPEG", dpi=(300, 300), exif=exif(6, 300, unit=2)),
    without_jfif(picture("JPEG", exif=exif(8, 118, unit=3), progressive=True)),
    picture("PNG", dpi=(300, 300), exif=exif(5, 300, unit=2)),
]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good file with some bytes of its first 400 replaced, removed or put in."""
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    telling = st.sampled_from(b"\x00\x01\x7f\xc0\xd8\xe1\xff") | st.integers(0, 255)
    for at in draw(st.lists(st.integers(0, 399), min_size=1, max_size=5)):
        removed = draw(st.sampled_from((1, 1, 0, 4)))
        data[at : at + removed] = bytes(draw(st.lists(telling, min_size=1, max_size=removed or 3)))
    return bytes(data[: draw(st.none() | st.integers(0, len(data)))])


def consistent(header: Header) -> bool:
    sized = isinstance(header.width, int) and isinstance(header.height, int)
    return (
        sized is (header.format in ("JPEG", "PNG") and header.fault in (None, "unsupported"))
        and (not sized or min(header.width or 0, header.height or 0) > 0)
        and (header.dpi is None) is (header.dpi_doubt is not None)
        and (header.dpi is None or (sized and header.dpi > 0))
        and (header.format == "unknown") is (header.fault in ("empty", "not_a_picture"))
    )


@given(st.binary(max_size=300), st.sampled_from((b"", SOI + b"\xff", PNG_START, png()[:33])))
@settings(deadline=None)
def test_random_bytes_never_raise_or_warn(data: bytes, start: bytes) -> None:
    """Catches any unguarded read; and a header with a fault and facts at once."""
    assert consistent(read(start + data))


@given(st.binary(max_size=200), st.sampled_from((b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08")))
@settings(deadline=None)
def test_random_exif_never_raises_warns_or_hides_the_size(data: bytes, start: bytes) -> None:
    """Catches damage in EXIF that reaches further than EXIF."""
    for picture_of in (SOI + app1(start + data) + frame(50, 50), png(chunk(b"eXIf", start + data))):
        header = read(picture_of)
        assert consistent(header)
        assert {header.width, header.height} <= {50, 60}


@given(damaged())
@settings(deadline=None, max_examples=400)
def test_damaged_files_never_raise_or_warn_and_agree_with_what_pillow_can_still_decode(
    data: bytes,
) -> None:
    """Catches a size other than that of the pixels, and a walk that loses its way too early."""
    header = read(data)
    assert consistent(header)
    plugin = JpegImageFile if data[:2] == SOI else PngImageFile
    decoded: tuple[int, ...] = ()
    with warnings.catch_warnings(), suppress(Exception):
        warnings.simplefilter("ignore")  # the oracle's, about EXIF
        image = plugin(BytesIO(data))
        if math.prod(image.size) < 10**6:
            image.load()
            decoded = image.size
    # a length below two is against the standard, though libjpeg lets it pass
    assert not decoded or header.fault == "corrupt" or {header.width, header.height} == {*decoded}


@st.composite
def good(draw: st.DrawFn) -> bytes:
    kind = draw(st.sampled_from(("JPEG", "PNG")))
    modes = {"JPEG": ("L", "RGB", "CMYK"), "PNG": ("1", "L", "P", "RGB", "RGBA")}[kind]
    mode, sides = draw(st.sampled_from(modes)), st.integers(1, 80)
    dots = st.sampled_from((72, 96, 118, 299, 300, 301, 600)) | st.integers(1, 1300)
    save: dict[str, object] = {}
    if draw(st.booleans()):
        x = draw(dots)
        save["dpi"] = (x, draw(st.just(x) | dots))
    if draw(st.booleans()):
        parts = dots | st.fractions(0, 1300, max_denominator=1000)
        save["exif"] = exif(
            draw(st.none() | st.integers(0, 9)),
            draw(st.none() | parts),
            draw(st.none() | parts),
            draw(st.none() | st.integers(1, 3)),
        )
    if kind == "JPEG":
        save["progressive"] = draw(st.booleans())
    data = picture(kind, (draw(sides), draw(sides)), mode, **save)
    if has_jfif(data) and draw(st.booleans()):
        data = data[:13] + bytes([draw(st.integers(0, 2))]) + data[14:]
    return without_jfif(data) if has_jfif(data) and draw(st.booleans()) else data


@given(good())
@settings(deadline=None, max_examples=300)
def test_good_files_say_what_pillow_says(data: bytes) -> None:
    """Catches any difference in format, size as shown, dpi or doubt, over all that can be saved."""
    assert read(data) == by_pillow(data)


# Bounds


def calls(data: bytes) -> int:
    """How many functions, of Python or C, one reading calls."""
    counted = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(data)
    finally:
        sys.setprofile(before)
    return counted


LARGE_EXIF = tiff(*[ratio(X_RESOLUTION, 8)] * 65535)
HOSTILE = {
    "fill": SOI + b"\xff" * FIVE_MB,
    "zeros": SOI + b"\xff" + bytes(FIVE_MB),
    "tiny segments": SOI + segment(0xE5, b"") * (FIVE_MB // 4),
    "tiny XMP": SOI + segment(0xE1, b"") * (FIVE_MB // 4),
    "tiny chunks": png()[:33] + chunk(b"tEXt") * (FIVE_MB // 12),
    "tiny EXIF": png()[:33] + chunk(b"eXIf", b"MM") * (FIVE_MB // 14),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_five_megabytes_of_nothing_end_in_a_fault_after_few_steps(name: str) -> None:
    """Catches a walk as long as the upload: Pillow needs seconds for these."""
    header = read(HOSTILE[name])
    assert header == Header(header.format, fault="corrupt")
    assert calls(HOSTILE[name]) < 8 * MAX_STEPS


def test_a_directory_of_65535_entries_takes_few_steps() -> None:
    """Catches a bound on parts that forgets the entries of EXIF."""
    data = png(chunk(b"eXIf", LARGE_EXIF))
    assert read(data) == Header("PNG", 50, 60)
    assert calls(data) < 4 * MAX_STEPS


def test_blanks_before_a_drawing_are_not_searched_to_their_end() -> None:
    """Catches a sniff as long as the upload."""
    for blanks in (b" " * FIVE_MB + b"<svg>", b"<!--" + b" " * FIVE_MB + b"<svg>"):
        assert read(blanks) == Header("unknown", fault="not_a_picture")


def test_exactly_max_steps_are_walked() -> None:
    """Catches a bound too low for real files, too high by one, or counted for one walk only."""
    fits, too_many = MAX_STEPS - 1, MAX_STEPS
    for filler in (b"\xff", segment(0xE2, b"ICC_PROFILE\0")):
        assert read(SOI + b"\xff" + filler * (fits - 1) + frame()).fault is None
        assert read(SOI + b"\xff" + filler * (too_many - 1) + frame()).fault == "corrupt"
    assert read(png(*[chunk(b"tEXt")] * fits)).fault is None
    assert read(png(*[chunk(b"tEXt")] * too_many)).fault == "corrupt"
    filler, last = short(0x010E, 1), short(ORIENTATION, 6)
    fits, too_many = MAX_ENTRIES - 1, MAX_ENTRIES
    assert read(SOI + app1(tiff(*[filler] * fits, last)) + frame()).width == 60
    assert read(SOI + app1(tiff(*[filler] * too_many, last)) + frame()).width == 50


@pytest.mark.parametrize("like", [bytes, bytearray, memoryview])
def test_a_large_upload_is_not_copied(like: Callable[[bytes], Buffer]) -> None:
    """Catches a slice of the rest of the file, or a conversion of it all."""
    noise = bytes(range(256)) * (FIVE_MB // 256)
    uploads = [like(start + noise) for start in (SAMPLES[0], SAMPLES[2], b"GIF89a", b"?")]
    uploads.append(like(png(chunk(b"eXIf", LARGE_EXIF))))
    for data in uploads:
        tracemalloc.start()
        try:
            read(data)
            assert tracemalloc.get_traced_memory()[1] < 150_000
        finally:
            tracemalloc.stop()


def test_the_walk_imports_nothing_but_the_standard_library() -> None:
    """Catches Pillow at run time."""
    names: set[str | None] = set()
    for room in Path(_image_header.__file__).parent.glob("*.py"):
        tree = ast.parse(room.read_text("utf-8"))
        names |= {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and not n.level}
        names |= {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    assert names == {"collections.abc", "re", "struct", "types", "typing"}


# What else a header tells


@pytest.mark.parametrize(
    ("kind", "mode", "told"),
    [
        ("JPEG", "L", ("grey", 8, False)),
        ("JPEG", "RGB", ("rgb", 8, False)),
        ("JPEG", "CMYK", ("cmyk", 8, False)),
        ("PNG", "1", ("grey", 1, False)),
        ("PNG", "L", ("grey", 8, False)),
        ("PNG", "I;16", ("grey", 16, False)),
        ("PNG", "P", ("palette", 1, False)),
        ("PNG", "RGB", ("rgb", 8, False)),
        ("PNG", "LA", ("grey", 8, True)),
        ("PNG", "RGBA", ("rgb", 8, True)),
    ],
)
def test_colours_bits_and_transparency(kind: str, mode: str, told: tuple[object, ...]) -> None:
    """Catches a mixed-up colour type, and an alpha channel that is not seen."""
    header = _image_header.read(picture(kind, mode=mode))
    assert (header.colours, header.bits, header.transparent) == told


def test_a_colour_that_is_declared_to_be_transparent_counts_as_transparency() -> None:
    """Catches a tRNS chunk that nobody listens to."""
    assert _image_header.read(picture("PNG", transparency=(0, 0, 0))).transparent is True


@pytest.mark.parametrize(
    ("bits", "colour_type", "methods", "sound"),
    [
        *((bits, 2, (0, 0, 0), bits in (8, 16)) for bits in (1, 2, 4, 7, 8, 16, 32)),
        *((bits, 3, (0, 0, 0), bits < 16) for bits in (1, 2, 4, 8, 16)),
        *((8, kind, (0, 0, 0), kind in (0, 2, 3, 4, 6)) for kind in range(8)),
        *((8, 2, methods, False) for methods in ((1, 0, 0), (0, 1, 0), (0, 0, 2))),
        (8, 2, (0, 0, 1), True),
    ],
)
def test_a_png_that_combines_what_the_standard_does_not_is_corrupt(
    bits: int, colour_type: int, methods: tuple[int, int, int], sound: bool
) -> None:
    head = struct.pack(">IIBB3B", 50, 60, bits, colour_type, *methods)
    data = PNG_START + chunk(b"IHDR", head) + chunk(b"IDAT")
    assert (read(data).fault is None) is sound


@pytest.mark.parametrize(
    ("bits", "components", "fault"),
    [
        *((8, layers, None if layers in (1, 3, 4) else "unsupported") for layers in range(1, 6)),
        *((bits, 3, "unsupported") for bits in (7, 9, 12, 16)),
    ],
)
def test_a_jpeg_of_odd_layers_or_bits_is_unsupported(
    bits: int, components: int, fault: str | None
) -> None:
    data = frame(components=components)
    data = data[:4] + bytes([bits]) + data[5:]
    seen = read(SOI + data)
    assert (seen.width, seen.height, seen.fault) == (50, 60, fault)


def test_the_frames_of_a_moving_png_are_counted() -> None:
    """Catches an animation taken for a photo."""
    more = [Image.new("RGB", (50, 60), shade) for shade in ("red", "blue")]
    data = picture("PNG", save_all=True, append_images=more)
    with Image.open(BytesIO(data)) as image:
        assert getattr(image, "n_frames", 1) == 3
    assert _image_header.read(data).frames == 3
    assert _image_header.read(picture("PNG")).frames == 1


@pytest.mark.parametrize("body", [b"", bytes(8), bytes(7), b"\0\0\0\3"])
def test_a_damaged_animation_is_one_picture(body: bytes) -> None:
    assert _image_header.read(png(chunk(b"acTL", body))).frames == 1


def test_the_pictures_of_a_phones_mpo_are_counted() -> None:
    more = [Image.new("RGB", (8, 8), shade) for shade in ("red", "blue")]
    data = picture("MPO", save_all=True, append_images=more)
    with Image.open(BytesIO(data)) as image:
        assert getattr(image, "n_frames", 1) == 3
    assert _image_header.read(data).frames == 3


@pytest.mark.parametrize("body", [b"", b"II*", tiff(), tiff(short(0xB001, 7))])
def test_a_damaged_list_of_pictures_is_one_picture(body: bytes) -> None:
    assert _image_header.read(SOI + segment(0xE2, b"MPF\0" + body) + frame()).frames == 1


def placed(tag: int) -> bytes:
    """EXIF with a directory of places that has one entry."""
    block = Image.Exif()
    block.get_ifd(0x8825)[tag] = (52.0, 13.0, 48.0) if tag in (2, 4, 20, 22) else b"\2\3\0\0"
    return block.tobytes().removeprefix(b"Exif\0\0")


def exif_of(tag: int, value: object, directory: int | None = None) -> bytes:
    block = Image.Exif()
    (block if directory is None else block.get_ifd(directory))[tag] = value
    return block.tobytes().removeprefix(b"Exif\0\0")


XMP = b"http://ns.adobe.com/xap/1.0/\0"
CAMERA = 0x8769
TELLING = [
    *((f"place {tag}", placed(tag), ("location",)) for tag in (2, 4, 20, 22)),
    ("no place", placed(0), ()),
    ("artist", exif_of(0x013B, "A"), ("person",)),
    ("copyright", exif_of(0x8298, "A"), ("person",)),
    ("author", exif_of(0x9C9D, b"A"), ("person",)),
    ("owner", exif_of(0xA430, "A", CAMERA), ("person",)),
    ("description", exif_of(0x010E, "A"), ("text",)),
    ("comment", exif_of(0x9286, b"A", CAMERA), ("text",)),
    ("changed", exif_of(0x0132, "2024:10:01 08:00:00"), ("time",)),
    ("taken", exif_of(0x9003, "2024:10:01 08:00:00", CAMERA), ("time",)),
    ("model", exif_of(0x0110, "A"), ("device",)),
    ("serial", exif_of(0xA431, "A", CAMERA), ("device",)),
    ("maker's note", exif_of(0x927C, b"A", CAMERA), ("device",)),
    ("lens", exif_of(0x920A, IFDRational(50), CAMERA), ()),
    ("iptc", exif_of(0x83BB, b"A"), ("iptc",)),
    ("xmp", exif_of(0x02BC, b"A"), ("xmp",)),
    ("camera elsewhere", tiff(struct.pack(">HHII", CAMERA, 4, 1, 10**6)), ()),
    ("places elsewhere", tiff(struct.pack(">HHII", 0x8825, 4, 1, 10**6)), ()),
    ("thumbnail", tiff()[:-4] + b"\0\0\0\x20", ("thumbnail",)),
    ("no thumbnail", tiff(), ()),
    ("thumbnail cut off", tiff()[:-3], ()),
]


@pytest.mark.parametrize(
    ("block", "told"), [row[1:] for row in TELLING], ids=[r[0] for r in TELLING]
)
def test_what_exif_tells_of_a_person_is_noted_in_jpeg_and_png(
    block: bytes, told: tuple[str, ...]
) -> None:
    """Catches a tag that nobody looks for, and a directory of places without any place."""
    assert _image_header.read(SOI + app1(block) + frame()).metadata == told
    assert _image_header.read(png(chunk(b"eXIf", block))).metadata == told


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (segment(0xE1, XMP), ("xmp",)),
        (segment(0xE1, XMP + b"<x exif:GPSLatitude='52,1N'/>"), ("location", "xmp")),
        (segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0"), ()),
        (segment(0xED, b"Photoshop 3.0\0"), ("iptc",)),
        (segment(0xED, b"Ducky"), ()),
        (segment(0xFE, b"Anna"), ("text",)),
        (segment(0xE2, b"ICC_PROFILE\0"), ()),
    ],
)
def test_what_other_segments_tell_is_noted(part: bytes, told: tuple[str, ...]) -> None:
    assert _image_header.read(SOI + part + frame()).metadata == told


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (chunk(b"tEXt", b"Author\0Anna"), ("person",)),
        (chunk(b"tEXt", b"Comment\0Anna"), ("text",)),
        (chunk(b"zTXt", b"Software\0\0x"), ("device",)),
        (chunk(b"iTXt", b"Title\0\0\0\0\0Anna"), ("text",)),
        (chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0"), ("xmp",)),
        (chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0GPSLatitude"), ("location", "xmp")),
        (chunk(b"tIME", bytes(7)), ("time",)),
        (chunk(b"sRGB", b"\0"), ()),
        (chunk(b"tEXt"), ("text",)),
    ],
)
def test_what_other_chunks_tell_is_noted(part: bytes, told: tuple[str, ...]) -> None:
    assert _image_header.read(png(part)).metadata == told


def test_a_place_in_the_second_packet_is_not_searched_for() -> None:
    """A bound: a header may hold hundreds of packets of 64 KiB."""
    parts = segment(0xE1, XMP) + segment(0xE1, XMP + b"GPSLatitude")
    assert _image_header.read(SOI + parts + frame()).metadata == ("xmp",)


# A resolution with a tolerance, and where it comes from


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (picture("JPEG", dpi=(300, 300)), (300, 0, ("jfif",))),
        (with_jfif(picture("JPEG"), 2, 236, 236), (599, 1, ("jfif",))),
        (picture("JPEG", exif=exif(1, 236, unit=3)), (599, 1, ("exif",))),
        (picture("JPEG", dpi=(300, 300), exif=exif(1, 300)), (300, 0, ("exif", "jfif"))),
        (with_jfif(picture("JPEG", exif=exif(1, 600)), 2, 236, 236), (600, 0, ("exif", "jfif"))),
        (picture("PNG", dpi=(300, 300)), (300, 0, ("phys",))),
        (picture("PNG", dpi=(300, 300), exif=exif(1, 301)), (301, 0, ("exif", "phys"))),
        (picture("PNG", dpi=(300, 300), exif=exif(1, 302)), (None, 0, ("exif", "phys"))),
        (picture("JPEG", dpi=(300, 301)), (300, 0, ("jfif",))),
        (picture("JPEG"), (None, 0, ())),
    ],
)
def test_the_most_exact_source_answers_if_all_agree(data: bytes, told: tuple[object, ...]) -> None:
    """Catches 600 dpi refused for being stored as 236 per cm, and a source that is not told."""
    header = _image_header.read(data)
    assert (header.dpi, header.dpi_tolerance, header.dpi_sources) == told


@given(st.integers(1, 3000))
def test_law_a_resolution_stored_in_whole_dots_per_cm_is_within_its_tolerance(dpi: int) -> None:
    per_cm = math.floor(Fraction(dpi * 100, 254) + Fraction(1, 2))
    header = _image_header.read(SOI + jfif(2, per_cm, per_cm) + frame())
    if per_cm:
        assert header.dpi is not None
        assert abs(header.dpi - dpi) <= header.dpi_tolerance


# What else a picture passes for


def archived(data: bytes, comment: bytes = b"") -> bytes:
    """The file with an archive behind it that common programs open."""
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a") as file:
        file.writestr("list.txt", "x")
        file.comment = comment
    return out.getvalue()


PHOTO = picture("JPEG")


@pytest.mark.parametrize(
    ("data", "quick", "whole"),
    [
        (PHOTO, None, None),
        (picture("PNG"), None, None),
        (PHOTO + bytes(9), None, None),
        (PHOTO + b"PK\5\6" + bytes(18), None, None),
        (archived(PHOTO), "ZIP", "ZIP"),
        (archived(picture("PNG")), "ZIP", "ZIP"),
        (archived(PHOTO, b"c" * 1000), "ZIP", "ZIP"),
        (archived(PHOTO, b"c" * 60_000), None, "ZIP"),
        (archived(PHOTO, b"PK\5\6" + b"x" * 40), "ZIP", "ZIP"),
        (PHOTO + b"PK\6\7" + bytes(16) + b"PK\5\6" + b"\xff" * 18, "ZIP", "ZIP"),
        (SOI + segment(0xFE, b"%PDF-1.7") + PHOTO[2:], "PDF", "PDF"),
        (PHOTO + bytes(1024) + b"%PDF-1.7", None, None),
        (SOI + segment(0xFE, b"<?php system()") + PHOTO[2:], None, "PHP"),
        (PHOTO + b"<SCRIPT>alert(1)</SCRIPT>", None, "HTML"),
        (PHOTO + b"<html>", None, "HTML"),
        (SOI + segment(0xE1, XMP + b"<?xpacket begin=''?><x:xmpmeta>") + PHOTO[2:], None, None),
    ],
)
def test_what_else_a_picture_passes_for(data: bytes, quick: str | None, whole: str | None) -> None:
    """Catches an archive, a page or a script that comes in under a photo's name."""
    assert second_format(data, whole=False) == quick
    assert second_format(data, whole=True) == whole
    if data.startswith(PHOTO) and b"list.txt" in data and b"PK\5\6x" not in data:
        assert zipfile.is_zipfile(BytesIO(data))
