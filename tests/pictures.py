"""Pictures that tests share: as cameras, phones and scanners write them, and as parts to damage.

A JPEG is a row of segments and a PNG a row of chunks. `split` takes a file apart and `joined` puts
parts together again, with the lengths and checksums that belong to them: so a test can drop, repeat,
reorder or damage single parts of a good picture without breaking the rest by accident. Pillow writes
the pictures; what it does not write (XMP, a scan to ZIP) is added by hand. All of them are small, and
nothing here is expected of the library.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from PIL import Image

SOI = b"\xff\xd8"
PNG_START = b"\x89PNG\r\n\x1a\n"
ORIENTATION, RESOLUTION, GPS = 0x0112, (0x011A, 0x011B), 0x8825

# Parts


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def segment(marker: int, body: bytes) -> bytes:
    """A segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


class Part(NamedTuple):
    """A chunk with its name, a segment with the byte that marks it, or bytes that are neither."""

    name: bytes
    body: bytes

    def written(self) -> bytes:
        """The part as it stands in a file; of a segment as much as its length can say."""
        if len(self.name) == 4:
            return chunk(self.name, self.body)
        return segment(self.name[0], self.body[: 2**16 - 3]) if self.name else self.body


NOTHING = Part(b"", b"")

_MARKED = re.compile(rb"\xff([\xc0-\xcf\xda-\xfe])(..)", re.DOTALL)
"""A marker that a length follows: no stuffing, restart, start or end of a picture."""


def joined(parts: Iterable[Part]) -> bytes:
    """The file that the parts make."""
    return b"".join(part.written() for part in parts)


def split(data: bytes) -> list[Part]:
    """The parts of a JPEG or PNG; of any other file all of it as one."""
    if data.startswith(PNG_START):
        return [Part(b"", PNG_START), *_chunks(data)]
    if data.startswith(SOI):
        return [part for part in _segments(data) if part != NOTHING]
    return [Part(b"", data)]


def _chunks(data: bytes) -> Iterator[Part]:
    at = len(PNG_START)
    while at < len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if end > len(data):
            yield Part(b"", data[at:])
            return
        yield Part(data[at + 4 : at + 8], data[at + 8 : end - 4])
        at = end


def _segments(data: bytes) -> Iterator[Part]:
    """What lies between two segments (a start, the bytes of a scan, an end) stays in one piece."""
    at = loose = 0
    while found := _MARKED.search(data, at):
        body, length = found.end(), int.from_bytes(found[2])
        end = body - 2 + length
        at = body if length < 2 or end > len(data) else end
        if at == end:
            yield from (Part(b"", data[loose : found.start()]), Part(found[1], data[body:end]))
            loose = end
    yield Part(b"", data[loose:])


def put_in(data: bytes, *parts: Part) -> bytes:
    """The picture with more parts, behind its start and, in a PNG, its first chunk."""
    whole = split(data)
    first = 2 if data.startswith(PNG_START) else 1
    return joined([*whole[:first], *parts, *whole[first:]])


# Metadata


def exif(orientation: int = 6, dpi: int = 300) -> Image.Exif:
    """What a phone says of a picture: how it is turned, and where it was taken."""
    block = Image.Exif()
    block[0x010F] = "Phone"
    block[ORIENTATION] = orientation
    for tag in RESOLUTION:
        block[tag] = float(dpi)
    block[GPS] = {0: b"\2\3\0\0", 1: "N", 2: (51.0, 18.0, 4.5), 3: "E", 4: (22.0, 52.0, 59.25)}
    return block


XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    b'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>'
)
XMP_SEGMENT = Part(b"\xe1", b"http://ns.adobe.com/xap/1.0/\0" + XMP)
XMP_CHUNK = Part(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)
PROFILE = bytes(36) + b"acsp" + bytes(88)
"""Enough of a colour profile to be told as one."""


# Whole files


def made(kind: str, mode: str = "RGB", size: tuple[int, int] = (8, 12), **save: Any) -> bytes:
    """A picture of stripes, as Pillow writes it."""
    picture = Image.new(mode, size)
    for x in range(0, size[0], 3):
        picture.paste(Image.new("L", (1, size[1]), 200).convert(mode), (x, 0))
    out = io.BytesIO()
    picture.save(out, kind, **save)
    return out.getvalue()


def _both(kind: str, **save: Any) -> bytes:
    """Two frames: Pillow 11 writes no MPO of more that it would read again."""
    return made(kind, save_all=True, append_images=[Image.new("RGB", (8, 12), "red")], **save)


def archive() -> bytes:
    """A ZIP of one file, which bears no day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(zipfile.ZipInfo("word/document.xml"), "<document/>")
    return out.getvalue()


PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

JPEG, PNG = made("JPEG", dpi=(300, 300)), made("PNG", dpi=(300, 300))

_ONE_PIXEL = Part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 1))
"""Which is the same whether the rows are interlaced, as is said here, or not."""

GOOD: dict[str, bytes] = {
    "JPEG": JPEG,
    "JPEG, grey": made("JPEG", "L"),
    "JPEG, CMYK": made("JPEG", "CMYK"),
    "JPEG, progressive": made("JPEG", progressive=True),
    "JPEG, EXIF with GPS": made("JPEG", exif=exif()),
    "JPEG, XMP": put_in(JPEG, XMP_SEGMENT),
    "JPEG, colour profile": made("JPEG", icc_profile=PROFILE),
    "JPEG, comment": made("JPEG", comment=b"scanned"),
    "MPO": _both("MPO", dpi=(300, 300)),
    "PNG": PNG,
    "PNG, black and white": made("PNG", "1"),
    "PNG, palette": made("PNG", "P"),
    "PNG, palette with transparency": made("PNG", "P", transparency=0),
    "PNG, grey of 16 bits": made("PNG", "I;16"),
    "PNG, alpha": made("PNG", "RGBA"),
    "PNG, EXIF with GPS": made("PNG", exif=exif()),
    "PNG, XMP": put_in(PNG, XMP_CHUNK),
    "PNG, colour profile": made("PNG", icc_profile=PROFILE),
    "PNG, interlaced": joined(
        _ONE_PIXEL if part.name == b"IHDR" else part for part in split(made("PNG", "L", (1, 1)))
    ),
    "APNG": _both("PNG", duration=40),
}
"""Pictures that decode to their end."""

POLYGLOTS: dict[str, bytes] = {
    "JPEG and ZIP": JPEG + archive(),
    "PNG and ZIP": PNG + archive(),
    "JPEG with a PDF in its comment": put_in(JPEG, Part(b"\xfe", PDF)),
    "PNG with a JPEG in a chunk": put_in(PNG, Part(b"juNk", JPEG)),
    "PDF and JPEG": PDF + JPEG,
    "GIF and PNG": made("GIF") + PNG,
    "two JPEGs": JPEG + JPEG,
    "JPEG and PNG": JPEG + PNG,
}
"""Files that are two things at once."""
