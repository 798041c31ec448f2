"""The segments of a JPEG, up to its scans (ITU-T T.81, Annex B)."""

from collections.abc import Callable
from struct import Struct
from types import MappingProxyType

from ..vocabulary import Colours
from .header import MAX_STEPS, Bytes, Fault, Header
from .resolution import CENTIMETRE, INCH, claim
from .tiff import pictures
from .told import Told

__all__ = ["START", "read"]

START = b"\xff\xd8\xff"
SEGMENT = Struct(">BBH")  # 0xFF, marker, length
FRAME = Struct(">2xHBHHB")  # length, bits, height, width, components
JFIF = Struct(">7xBHH")  # unit, density across and down
XMP = b"http://ns.adobe.com/xap/1.0/\0"
SOF0, SOF2, RST0, SCAN = 0xC0, 0xC2, 0xD0, 0xDA
SCAN_START = b"\xff\xda"
APP0, APP1, APP2, APP13, COMMENT = 0xE0, 0xE1, 0xE2, 0xED, 0xFE
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # not DHT, JPG, DAC
MISPLACED = frozenset({*range(1, SOF0), *range(RST0, SCAN + 1)})  # reserved, or the scans begin
FILL = frozenset({0x00, 0xFF})
UNITS = {1: INCH, 2: CENTIMETRE}
COLOURS: dict[int, Colours] = {1: "grey", 3: "rgb", 4: "cmyk"}


def read(data: Bytes) -> Header:
    """The header of bytes that begin like a JPEG."""
    at, size = 2, len(data)
    last, told, unpack = size - FRAME.size, Told(), SEGMENT.unpack_from
    frame: tuple[int, int] | None = None
    for _ in range(MAX_STEPS):
        if at > last:
            break
        lead, marker, length = unpack(data, at)
        if lead != 0xFF or marker in FILL:
            at += 1  # fill, or a stray byte: decoders skip both between segments
            continue
        if marker in MISPLACED or length < 2:
            break
        if marker in FRAMES and frame is None:
            frame = at, marker
        body, at = at + 4, at + 2 + length
        if marker in LISTENERS:
            LISTENERS[marker](told, data, body, min(at, size))
    if frame:
        # What stands between the frame and its scans is heard, as far as it goes.
        return _framed(data, *frame, told)
    return Header("JPEG", fault="truncated" if at > last else "corrupt")


def _framed(data: Bytes, at: int, marker: int, told: Told) -> Header:
    length, bits, height, width, components = FRAME.unpack_from(data, at)
    if not (width and height) or length != 8 + 3 * components:
        return Header("JPEG", fault="corrupt")
    common = marker <= SOF2 and bits == 8 and components in COLOURS
    fault: Fault | None = None if common else "unsupported"
    return told.header("JPEG", (width, height), COLOURS.get(components), bits, fault)


def _jfif(told: Told, data: Bytes, body: int, end: int) -> None:
    known = "jfif" in told.claims or data[body : body + 5] != b"JFIF\0"
    if not known and end - body >= JFIF.size:
        unit, x, y = JFIF.unpack_from(data, body)
        told.claims["jfif"] = claim((x, 1), (y, 1), UNITS.get(unit))


def _exif_or_xmp(told: Told, data: Bytes, body: int, end: int) -> None:
    if data[body : body + 6] == b"Exif\0\0":
        told.hear_exif(data, body + 6, end)
    elif data[body : body + len(XMP)] == XMP:
        told.hear_xmp(data, body, end)


def _pictures(told: Told, data: Bytes, body: int, end: int) -> None:
    if told.frames is None and data[body : body + 4] == b"MPF\0":
        told.frames = pictures(data, body + 4, end)


def _iptc(told: Told, data: Bytes, body: int, _end: int) -> None:
    if data[body : body + 14] == b"Photoshop 3.0\0":
        told.metadata.add("iptc")


def _comment(told: Told, _data: Bytes, _body: int, _end: int) -> None:
    told.metadata.add("text")


LISTENERS = MappingProxyType[int, Callable[[Told, Bytes, int, int], None]](
    {APP0: _jfif, APP1: _exif_or_xmp, APP2: _pictures, APP13: _iptc, COMMENT: _comment}
)
"""Marker of a segment → who hears its body, `data[body:end]`."""
