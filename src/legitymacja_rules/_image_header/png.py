"""The chunks of a PNG, up to its pixels (ISO/IEC 15948)."""

from collections.abc import Callable
from struct import Struct
from types import MappingProxyType

from ..vocabulary import Colours, MetadataKind
from .header import MAX_STEPS, Bytes, Header
from .resolution import METRE, claim
from .told import Told

__all__ = ["START", "read"]

START = b"\x89PNG\r\n\x1a\n"
IHDR = Struct(">8xI4sII5B")  # length, name, width, height; bits, colour type, three methods
CHUNK = Struct(">I4s")  # length, name
PHYS = Struct(">IIB")  # density across and down, unit
BEHIND_IHDR, MAX_SIDE = 33, 2**31 - 1
UNITS = {1: METRE}
XMP = b"XML:com.adobe.xmp\0"
MISPLACED = frozenset({b"IHDR", b"IEND"})  # a second beginning, or the end
ALPHA = 4  # in the colour type

COLOURS: dict[int, tuple[Colours, frozenset[int]]] = {
    0: ("grey", frozenset({1, 2, 4, 8, 16})),
    2: ("rgb", frozenset({8, 16})),
    3: ("palette", frozenset({1, 2, 4, 8})),
    4: ("grey", frozenset({8, 16})),
    6: ("rgb", frozenset({8, 16})),
}
"""Colour type → what it means, and with how many bits it may be stored."""

NO_DEPTHS: frozenset[int] = frozenset()

KEYWORDS: dict[bytes, MetadataKind] = {
    b"Author": "person",
    b"Copyright": "person",
    b"Creation Time": "time",
    b"Software": "device",
    b"Source": "device",
}
"""Keywords of texts by what they tell of; any other is a text."""

MAX_KEYWORD = 80


def read(data: Bytes) -> Header:
    """The header of bytes that begin like a PNG."""
    at, size = BEHIND_IHDR, len(data)
    if size < IHDR.size:
        return Header("PNG", fault="truncated")
    length, name, width, height, bits, colour_type, *how = IHDR.unpack_from(data)
    colours, depths = COLOURS.get(colour_type, (None, NO_DEPTHS))
    sound = length == 13 and name == b"IHDR" and bits in depths
    packing, filtering, interlacing = how
    known = not packing and not filtering and interlacing <= 1
    if not (sound and known and 0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        return Header("PNG", fault="corrupt")
    last, told, unpack = size - CHUNK.size, Told(), CHUNK.unpack_from
    told.transparent = colour_type >= ALPHA
    for _ in range(MAX_STEPS):
        if at > last:
            return Header("PNG", fault="truncated")
        length, name = unpack(data, at)
        if name == b"IDAT":
            return told.header("PNG", (width, height), colours, bits)
        if name in MISPLACED:
            break
        body, at = at + CHUNK.size, at + CHUNK.size + length + 4  # behind the checksum
        if name in LISTENERS:
            LISTENERS[name](told, data, body, min(body + length, size))
    return Header("PNG", fault="corrupt")


def _density(told: Told, data: Bytes, body: int, end: int) -> None:
    if "phys" not in told.claims and end - body == PHYS.size:
        x, y, unit = PHYS.unpack_from(data, body)
        told.claims["phys"] = claim((x, 1), (y, 1), UNITS.get(unit))


def _transparency(told: Told, _data: Bytes, _body: int, _end: int) -> None:
    told.transparent = True


def _animation(told: Told, data: Bytes, body: int, end: int) -> None:
    if end - body == 8:
        told.frames = max(1, int.from_bytes(data[body : body + 4]))


def _text(told: Told, data: Bytes, body: int, end: int) -> None:
    keyword = bytes(data[body : min(end, body + MAX_KEYWORD)]).partition(b"\0")[0]
    told.metadata.add(KEYWORDS.get(keyword, "text"))


def _text_or_xmp(told: Told, data: Bytes, body: int, end: int) -> None:
    if data[body : body + len(XMP)] == XMP:
        told.hear_xmp(data, body, end)
    else:
        _text(told, data, body, end)


def _time(told: Told, _data: Bytes, _body: int, _end: int) -> None:
    told.metadata.add("time")


LISTENERS = MappingProxyType[bytes, Callable[[Told, Bytes, int, int], None]](
    {
        b"pHYs": _density,
        b"eXIf": Told.hear_exif,
        b"tRNS": _transparency,
        b"acTL": _animation,
        b"tEXt": _text,
        b"zTXt": _text,
        b"iTXt": _text_or_xmp,
        b"tIME": _time,
    }
)
"""Name of a chunk → who hears its body, `data[body:end]`."""
