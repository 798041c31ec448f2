"""EXIF: directories of a small TIFF, as far as they are sound.

The first directory, IFD0, holds resolution and orientation, points to one with the camera's words and
to one with the place, and is followed by that of a thumbnail, which may show what was cropped away
later. Of what tells of a person only the kind is noted, never the value.
"""

from collections.abc import Iterator, Mapping
from struct import Struct
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from ..vocabulary import MetadataKind
from .header import Bytes
from .resolution import CENTIMETRE, INCH, Claim, Pair, claim

__all__ = ["SILENT", "Exif", "exif", "pictures"]

MAX_ENTRIES = 256
"""In one directory; a phone writes fewer than a hundred."""

ORIENTATION, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT = 0x0112, 0x011A, 0x011B, 0x0128
EXIF_DIRECTORY, GPS_DIRECTORY, PICTURES = 0x8769, 0x8825, 0xB001
SHORT, LONG, RATIONAL = 3, 4, 5
UNITS = {2: INCH, 3: CENTIMETRE}

TELLING: Mapping[int, MetadataKind] = MappingProxyType(
    {
        **dict.fromkeys((0x013B, 0x8298, 0x9C9D, 0xA430), "person"),  # artist, copyright, owner
        **dict.fromkeys((0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F), "text"),  # descriptions
        **dict.fromkeys((0x0132, 0x9003, 0x9004), "time"),
        # maker, model, software, host, maker's note, serial numbers
        **dict.fromkeys((0x010F, 0x0110, 0x0131, 0x013C, 0x927C, 0xA431, 0xA435), "device"),
        0x83BB: "iptc",
        0x02BC: "xmp",
    }
)
"""Tags by what they tell of; a directory of places counts only with one of `PLACES`."""

PLACES = frozenset({2, 4, 20, 22})
"""Latitude and longitude of the camera, and of what it was pointed at."""


class _Order(NamedTuple):
    """How one byte order is read."""

    head: Struct  # 42, and where IFD0 is
    number: Struct
    entry: Struct  # tag, kind, number of values, value or where it is
    rational: Struct
    place: Struct
    shift: int  # bits behind a SHORT


def _order(sign: str, shift: int) -> _Order:
    head, number, entry, rational, place = (
        Struct(sign + form) for form in ("HI", "H", "HHII", "II", "I")
    )
    return _Order(head, number, entry, rational, place, shift)


ORDERS = {b"II": _order("<", 0), b"MM": _order(">", 16)}

_Entry: TypeAlias = tuple[int, int, int, int]


class Exif(NamedTuple):
    """What an EXIF block says."""

    orientation: int
    resolution: Claim | None
    metadata: frozenset[MetadataKind]


SILENT = Exif(1, None, frozenset())


class _Tiff(NamedTuple):
    """A TIFF in `data[start:end]`."""

    data: Bytes
    start: int
    end: int
    order: _Order
    first: int  # where IFD0 is

    def directory(self, offset: int) -> Iterator[_Entry]:
        """The entries of a directory, as far as they lie within the block."""
        at, entry = self.start + offset + 2, self.order.entry
        if at > self.end:
            return iter(())
        (count,) = self.order.number.unpack_from(self.data, at - 2)
        last = at + entry.size * min(count, MAX_ENTRIES, (self.end - at) // entry.size)
        return entry.iter_unpack(self.data[at:last])

    def ratio(self, offset: int) -> Pair:
        """The rational there; (0, 0) if there is none."""
        at = self.start + offset
        if at + self.order.rational.size > self.end:
            return 0, 0
        across, down = self.order.rational.unpack_from(self.data, at)
        return across, down

    def has_second(self) -> bool:
        """Whether another directory follows the first."""
        at = self.start + self.first
        (count,) = self.order.number.unpack_from(self.data, at)
        behind = at + 2 + count * self.order.entry.size
        return behind + 4 <= self.end and self.order.place.unpack_from(self.data, behind) != (0,)


def _opened(data: Bytes, start: int, end: int) -> _Tiff | None:
    order = ORDERS.get(bytes(data[start : start + 2]))
    if order is None or end - start < 8:
        return None
    magic, offset = order.head.unpack_from(data, start + 2)
    sound = magic == 42 and start + offset + 2 <= end
    return _Tiff(data, start, end, order, offset) if sound else None


def exif(data: Bytes, start: int, end: int) -> Exif:
    """What the EXIF block in `data[start:end]` says."""
    tiff = _opened(data, start, end)
    if tiff is None:
        return SILENT
    shift = tiff.order.shift
    shorts: dict[int, int] = {}
    ratios: dict[int, Pair] = {}
    told: set[MetadataKind] = set()
    for tag, kind, values, value in tiff.directory(tiff.first):
        if tag in TELLING:
            told.add(TELLING[tag])
        elif kind == SHORT and values == 1:
            shorts[tag] = value >> shift & 0xFFFF
        elif kind == RATIONAL and values == 1:
            ratios[tag] = tiff.ratio(value)
        elif tag == EXIF_DIRECTORY:
            told.update(TELLING[one[0]] for one in tiff.directory(value) if one[0] in TELLING)
        elif tag == GPS_DIRECTORY and any(one[0] in PLACES for one in tiff.directory(value)):
            told.add("location")
    if tiff.has_second():
        told.add("thumbnail")
    unit = UNITS.get(shorts.get(RESOLUTION_UNIT, 2))
    dpi = claim(ratios.get(X_RESOLUTION, (0, 0)), ratios.get(Y_RESOLUTION, (0, 0)), unit)
    turn = shorts.get(ORIENTATION, 1)
    return Exif(turn if 1 <= turn <= 8 else 1, dpi, frozenset(told))


def pictures(data: Bytes, start: int, end: int) -> int:
    """How many pictures a multi-picture block (CIPA DC-007) says that there are; 1 if it is damaged."""
    tiff = _opened(data, start, end)
    entries = tiff.directory(tiff.first) if tiff else iter(())
    told = (value for tag, kind, _, value in entries if (tag, kind) == (PICTURES, LONG))
    return max(1, next(told, 1))
