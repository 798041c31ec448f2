"""What the header of an uploaded picture says: format, size as shown, dots per inch.

A header is a row of length-prefixed parts: *segments* in a JPEG (ITU-T T.81, Annex B), *chunks* in
a PNG (ISO/IEC 15948). The walk looks into the few that matter and jumps over the rest, up to the
frame of a JPEG or the pixels of a PNG. EXIF is a small TIFF inside such a part and also says by
which turn the picture is shown. EXIF behind the pixels or orientation in XMP are not looked for.

The bytes come from anybody. Hence: an answer for any bytes, no warning, and at most `MAX_STEPS`
steps in any walk, whatever the file claims. Damage in EXIF costs only the values it damaged.

Resolution is often missing, or said twice and differently. Every source with usable numbers makes
two claims, across and down, in whole dots per inch: a single value among all claims is the answer,
none is "absent", several are "contradictory". A number nobody wrote is never made up.
"""

import re
from dataclasses import dataclass
from struct import Struct
from typing import Literal, TypeAlias

__all__ = ["Doubt", "Fault", "Header", "read"]

Fault = Literal[
    "empty",  # no bytes at all
    "not_a_picture",  # begins like nothing known here
    "truncated",  # ends before width and height, as shown, are known
    "corrupt",  # contradicts its format, or goes on for more than MAX_STEPS parts
]
Doubt = Literal["absent", "contradictory"]

# A JPEG segment holds at most 64 KiB, so 1024 full ones outgrow any upload; real headers have fewer
# than 300 parts (a colour profile may take 255). Fill bytes, chunks and EXIF entries count as well.
MAX_STEPS = 1024

JPEG_START = b"\xff\xd8\xff"
SEGMENT = Struct(">BBH")  # 0xFF, marker, length
FRAME = Struct(">2xHxHHB")  # length, height, width, components
JFIF = Struct(">7xBHH")  # unit, density across and down
SOF = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # not DHT, JPG, DAC
SOF0, RST0, SOS, APP0, APP1 = 0xC0, 0xD0, 0xDA, 0xE0, 0xE1
PNG_START = b"\x89PNG\r\n\x1a\n"
IHDR = Struct(">8xI4sII")  # length, name, width, height
CHUNK = Struct(">I4s")  # length, name
PHYS = Struct(">IIB")  # density across and down, unit
BEHIND_IHDR, MAX_SIDE = 33, 2**31 - 1
ORIENTATION, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT = 0x0112, 0x011A, 0x011B, 0x0128
SHORT, RATIONAL = 3, 5
TURNED = range(5, 9)  # shown lying on its side: width and height change places
BYTE_ORDERS = {  # 42 and offset of IFD0; number of entries; entry; rational; bits behind a SHORT
    mark: (Struct(o + "HI"), Struct(o + "H"), Struct(o + "HHII"), Struct(o + "II"), shift)
    for mark, o, shift in ((b"II", "<", 0), (b"MM", ">", 16))
}

INCH, CENTIMETRE, METRE = (1, 1), (254, 100), (254, 10_000)
JFIF_UNITS = {1: INCH, 2: CENTIMETRE}
EXIF_UNITS = {2: INCH, 3: CENTIMETRE}
PHYS_UNITS = {1: METRE}

OTHER_FORMATS = re.compile(  # BMP with its four reserved zeros, for many a text begins with "BM"
    rb"""(?P<PDF>%PDF-) | (?P<GIF>GIF8[79]a) | (?P<WEBP>RIFF....WEBP) | (?P<BMP>BM....\0{4})
    | (?P<TIFF>II[*+]\0|MM\0[*+]) | (?P<ZIP>PK(?:\x03\x04|\x05\x06)) | (?P<AVIF>....ftypavi[fs])
    | (?P<HEIC>....ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1))
    | (?P<SVG>(?:\xef\xbb\xbf)?\s*(?=<(?:svg|\?xml|!--|!DOCTYPE\s+svg)).*?<svg[\s>])""",
    re.DOTALL | re.VERBOSE,
)
SNIFFED = 1024  # bytes: an SVG may begin with a comment

_Bytes: TypeAlias = bytes | bytearray | memoryview
_Pair: TypeAlias = tuple[int, int]
_Exif: TypeAlias = tuple[bool, _Pair]  # turned; dots per inch across and down, 0 if unusable
NO_EXIF: _Exif = (False, (0, 0))


@dataclass(frozen=True, slots=True)
class Header:
    """Facts from the header alone."""

    format: str  # "JPEG", "PNG"; a group's name above for what is only recognised; else "unknown"
    width: int | None = None  # pixels, as shown
    height: int | None = None
    dpi: int | None = None
    dpi_doubt: Doubt | None = "absent"  # None exactly where dpi is known
    fault: Fault | None = None


def read(data: _Bytes) -> Header:
    """The header of any bytes, never an exception."""
    if isinstance(data, memoryview) and (data.format, data.strides) != ("B", (1,)):
        data = data.tobytes()  # wider items, gaps or rows: not to be walked byte by byte
    if data[:3] == JPEG_START:
        return _jpeg(data)
    if data[:8] == PNG_START:
        return _png(data)
    if match := OTHER_FORMATS.match(data, 0, SNIFFED):
        return Header(str(match.lastgroup))
    return Header("unknown", fault="not_a_picture" if len(data) else "empty")


def _jpeg(data: _Bytes) -> Header:
    at, size = 2, len(data)
    jfif: _Pair | None = None
    exif: _Exif | None = None
    for _ in range(MAX_STEPS):
        if at + FRAME.size > size:
            return Header("JPEG", fault="truncated")
        lead, marker, length = SEGMENT.unpack_from(data, at)
        if lead != 0xFF or marker in (0x00, 0xFF):
            at += 1  # fill, or a stray byte: decoders skip both between segments
        elif marker in SOF:
            length, height, width, components = FRAME.unpack_from(data, at)
            if not (width and height) or length != 8 + 3 * components:
                break
            return _header("JPEG", (width, height), jfif, exif)
        elif marker < SOF0 or RST0 <= marker <= SOS or length < 2:
            break  # reserved, or at home only behind the frame
        else:
            body, end = at + 4, min(at + 2 + length, size)
            if marker == APP0 and jfif is None and data[body : body + 5] == b"JFIF\0":
                if end - body >= JFIF.size:
                    unit, x, y = JFIF.unpack_from(data, body)
                    jfif = _dpi((x, 1), (y, 1), JFIF_UNITS.get(unit))
            elif marker == APP1 and exif is None and data[body : body + 6] == b"Exif\0\0":
                exif = _exif(data, body + 6, end)
            at = end
    return Header("JPEG", fault="corrupt")


def _png(data: _Bytes) -> Header:
    at, size = BEHIND_IHDR, len(data)
    if size < IHDR.size:
        return Header("PNG", fault="truncated")
    length, name, width, height = IHDR.unpack_from(data)
    if (length, name) != (13, b"IHDR") or not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        return Header("PNG", fault="corrupt")
    phys: _Pair | None = None
    exif: _Exif | None = None
    for _ in range(MAX_STEPS):
        if at + CHUNK.size > size:
            return Header("PNG", fault="truncated")
        length, name = CHUNK.unpack_from(data, at)
        body, end = at + CHUNK.size, min(at + CHUNK.size + length, size)
        if name == b"IDAT":
            return _header("PNG", (width, height), phys, exif)
        if name == b"IEND":
            break
        if name == b"pHYs" and phys is None and end - body == PHYS.size:
            x, y, unit = PHYS.unpack_from(data, body)
            phys = _dpi((x, 1), (y, 1), PHYS_UNITS.get(unit))
        elif name == b"eXIf" and exif is None:
            exif = _exif(data, body, end)
        at = end + 4  # behind the checksum
    return Header("PNG", fault="corrupt")


def _exif(data: _Bytes, start: int, end: int) -> _Exif:
    """What the first directory, IFD0, of the TIFF in `data[start:end]` says, as far as sound."""
    order = BYTE_ORDERS.get(bytes(data[start : start + 2]))
    if order is None or end - start < 8:
        return NO_EXIF
    head, number, entry, rational, shift = order
    magic, offset = head.unpack_from(data, start + 2)
    first = start + offset + number.size
    if magic != 42 or first > end:
        return NO_EXIF
    (count,) = number.unpack_from(data, first - number.size)
    last = first + entry.size * min(count, MAX_STEPS, (end - first) // entry.size)
    shorts, ratios = dict[int, int](), dict[int, _Pair]()
    for tag, kind, values, value in entry.iter_unpack(data[first:last]):
        if kind == SHORT and values == 1:
            shorts[tag] = value >> shift & 0xFFFF
        elif kind == RATIONAL and values == 1 and start + value + rational.size <= end:
            ratios[tag] = rational.unpack_from(data, start + value)
    unit = EXIF_UNITS.get(shorts.get(RESOLUTION_UNIT, 2))
    dpi = _dpi(ratios.get(X_RESOLUTION, (0, 0)), ratios.get(Y_RESOLUTION, (0, 0)), unit)
    return shorts.get(ORIENTATION) in TURNED, dpi


def _dpi(x: _Pair, y: _Pair, unit: _Pair | None) -> _Pair:
    """Whole dots per inch, half up and exact. In an unknown unit, or one side only: no claim."""
    (dots_x, per_x), (dots_y, per_y), (inch, of) = x, y, unit or (0, 1)
    if not (per_x and per_y):
        return 0, 0
    across = (2 * dots_x * inch + per_x * of) // (2 * per_x * of)
    down = (2 * dots_y * inch + per_y * of) // (2 * per_y * of)
    return (across, down) if across and down else (0, 0)


def _header(kind: str, size: _Pair, density: _Pair | None, exif: _Exif | None) -> Header:
    turned, resolution = exif or NO_EXIF
    # the resolution need not turn with the picture: across and down must agree anyway
    width, height = (size[1], size[0]) if turned else size
    claims = {*(density or ()), *resolution} - {0}
    if len(claims) == 1:
        return Header(kind, width, height, claims.pop(), None)
    return Header(kind, width, height, None, "contradictory" if claims else "absent")
