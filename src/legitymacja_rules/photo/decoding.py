"""Pixels, by Pillow, out of bytes whose header was found sound and whose size is within its limits.

Pillow's readers look at more of a file than its pixels (EXIF, text, profiles, animations) and warn of
what they find damaged. So they are given nothing else: a copy that holds only the parts that make
the picture. What libraries below Pillow do with hostile pixels is bounded by the number of pixels,
but for JPEGs that paint one picture in many scans: these are counted first.

A JPEG is decoded no larger than it is wanted: its transform can be taken back at half, a quarter or
an eighth of the size, while every bit of it is still read.
"""

from __future__ import annotations

import io
from types import MappingProxyType

from PIL import Image, JpegImagePlugin, PngImagePlugin

from .._image_header import Header
from .._image_header.jpeg import FILL, FRAMES, SCAN, SCAN_START, SEGMENT
from .._image_header.png import BEHIND_IHDR, CHUNK

__all__ = ["Undecodable", "decoded"]

MAX_SCANS = 100
"""A progressive JPEG has about ten, and so have the pictures that phones append."""

MAX_PAINTED = 1_000_000_000
"""px that all scans of a JPEG paint together; ten scans of the largest photo stay below."""

MAX_PARTS = 32_768
"""Encoders cut the pixels of a PNG into parts of 8 KiB and more."""

# frames, tables, restart interval, and what JFIF and Adobe say of colours
SEGMENTS = frozenset({0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xE0, 0xEE})
CHUNKS = frozenset({b"PLTE", b"tRNS", b"IDAT", b"IEND"})

MIXED = MappingProxyType({"1": "L", "P": "RGB"})
"""Modes whose px are no shades → one in which they are."""


class Undecodable(Exception):
    """The pixels cannot be had."""


def decoded(data: bytes, header: Header, wanted: tuple[int, int]) -> Image.Image:
    """The picture as it is stored, its px in grey, RGB, RGBA or CMYK of 8 bits.

    Args:
        data: the file.
        header: its header, without a fault.
        wanted: px as stored; a JPEG may come smaller than it is, but no smaller than this.

    Raises:
        Undecodable: if it breaks off, or is damaged, or would take endless time.
    """
    try:
        return _shades(_READERS[header.format](data, header, wanted))
    except Exception as why:  # decoders raise OSError, SyntaxError, struct.error and more
        raise Undecodable from why


def _jpeg(data: bytes, header: Header, wanted: tuple[int, int]) -> Image.Image:
    pixels = (header.width or 0) * (header.height or 0)
    picture = JpegImagePlugin.JpegImageFile(io.BytesIO(_bare_jpeg(data, pixels)))
    picture.draft(None, wanted)
    picture.load()
    return picture


def _png(data: bytes, _header: Header, _wanted: tuple[int, int]) -> Image.Image:
    picture = PngImagePlugin.PngImageFile(io.BytesIO(_bare_png(data)))
    picture.load()
    return picture


_READERS = MappingProxyType({"JPEG": _jpeg, "PNG": _png})


def _shades(picture: Image.Image) -> Image.Image:
    """A picture whose px are shades, which can be mixed."""
    if picture.mode.startswith("I"):  # a transparent one among its shades is shown as it is
        return picture.point(lambda shade: shade / 256).convert("L")
    if picture.has_transparency_data and picture.mode != "RGBA":
        return picture.convert("RGBA")
    return picture.convert(MIXED[picture.mode]) if picture.mode in MIXED else picture


def _bare_jpeg(data: bytes, pixels: int) -> bytes:
    """The segments that make the picture, and all its scans."""
    at, kept, frames = 2, [data[:2]], 0
    for _ in range(MAX_PARTS):
        lead, marker, length = SEGMENT.unpack_from(data, at)
        if lead != 0xFF or marker in FILL:
            at += 1
        elif marker == SCAN:
            # What was measured is the first frame, and Pillow would make room for the last.
            scans = data.count(SCAN_START, at)
            if frames != 1 or scans > MAX_SCANS or scans * pixels > MAX_PAINTED:
                break
            return b"".join((*kept, data[at:]))
        else:
            end = at + 2 + length
            frames += marker in FRAMES
            kept += [data[at:end]] if marker in SEGMENTS else []
            at = end
    raise Undecodable


def _bare_png(data: bytes) -> bytes:
    """The chunks that make the picture, as far as they go."""
    # The first header is the one that was measured.
    at, kept = BEHIND_IHDR, [data[:BEHIND_IHDR]]
    for _ in range(MAX_PARTS):
        if at + CHUNK.size > len(data):
            return b"".join(kept)
        length, name = CHUNK.unpack_from(data, at)
        end = at + CHUNK.size + length + 4  # behind the checksum
        kept += [data[at:end]] if name in CHUNKS else []
        at = end
    raise Undecodable
