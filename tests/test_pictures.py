"""The pictures that tests share are what their names say, by Pillow."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pictures import GOOD, GPS, ORIENTATION, POLYGLOTS, Part, joined, put_in, split

FILES = {**GOOD, **POLYGLOTS}

SHOWN: dict[str, tuple[str, str, int]] = {
    "JPEG, grey": ("JPEG", "L", 1),
    "JPEG, CMYK": ("JPEG", "CMYK", 1),
    "MPO": ("MPO", "RGB", 2),
    "PNG, black and white": ("PNG", "1", 1),
    "PNG, palette": ("PNG", "P", 1),
    "PNG, palette with transparency": ("PNG", "P", 1),
    "PNG, grey of 16 bits": ("PNG", "I;16", 1),
    "PNG, alpha": ("PNG", "RGBA", 1),
    "PNG, interlaced": ("PNG", "L", 1),
    "APNG": ("PNG", "RGB", 2),
}
"""Format, mode and frames of those that are no plain picture in colour."""

SAID: dict[str, str] = {
    "JPEG, progressive": "progressive",
    "JPEG, XMP": "xmp",
    "JPEG, colour profile": "icc_profile",
    "JPEG, comment": "comment",
    "PNG, palette with transparency": "transparency",
    "PNG, XMP": "xmp",
    "PNG, colour profile": "icc_profile",
    "PNG, interlaced": "interlace",
}
"""What Pillow finds beside the pixels."""


@pytest.mark.parametrize("name", GOOD)
def test_a_good_picture_decodes_and_is_what_its_name_says(name: str) -> None:
    """Catches a damaged start of everything that tests and fuzzing make of it."""
    with Image.open(io.BytesIO(GOOD[name])) as picture:
        picture.load()
        shown = (picture.format, picture.mode, getattr(picture, "n_frames", 1))
        said = picture.info
    assert shown == SHOWN.get(name, (name.partition(",")[0], "RGB", 1))
    assert SAID.get(name, "dpi") in {*said, "dpi"}


@pytest.mark.parametrize("name", ["JPEG, EXIF with GPS", "PNG, EXIF with GPS"])
def test_a_phones_picture_says_how_it_is_turned_and_where_it_was_taken(name: str) -> None:
    with Image.open(io.BytesIO(GOOD[name])) as picture:
        block = picture.getexif()
    assert block[ORIENTATION] == 6
    assert [float(part) for part in block.get_ifd(GPS)[2]] == [51.0, 18.0, 4.5]


@pytest.mark.parametrize("name", FILES)
def test_the_parts_of_a_file_make_the_same_file(name: str) -> None:
    """Catches a part that is lost, or written with another length or checksum."""
    assert joined(split(FILES[name])) == FILES[name]


@pytest.mark.parametrize("name", GOOD)
def test_another_part_leaves_a_picture_whole(name: str) -> None:
    """Catches a part that is put where none may stand."""
    part = Part(b"teXt" if "PNG" in name else b"\xfe", b"note")
    data = put_in(GOOD[name], part)
    assert part in split(data)
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        assert picture.size in {(8, 12), (1, 1)}
