"""What a requirement demands of a photo's facts, in a form that can be put together.

A record says what one clause of one school asks. A demand says the same of one thing about a photo:
a number within bounds, a word of several, a shape, a name. Demands of many schools can be looked at
together, which records cannot.

A new record of a requirement needs one function in `DEMANDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from .photo_rules import KILO
from .regulation import (
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
)
from .vocabulary import Lodging

__all__ = ["DEMANDS", "MOST", "Axis", "Demand", "demanded"]

Axis = Literal[
    "format", "extension", "width", "height", "shape", "multiple", "dpi", "bytes", "name"
]
MOST = 2**31 - 1
"""No side and no resolution is more; no header could say it."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a clause demands of one thing about a photo.

    Attributes:
        axis: what it is about.
        clause: where it stands.
        at_least: the least number that will do, if any.
        at_most: the greatest, if any.
        any_of: the words that will do, where it is about words.
        ratio: width and height of the shape, where it is about that.
        tolerance: by how many px the width may be off.
        naming: what a name is made of, where it is about that.
    """

    axis: Axis
    clause: str
    at_least: int = 0
    at_most: int = MOST
    any_of: tuple[str, ...] = ()
    ratio: tuple[int, int] = (1, 1)
    tolerance: int = 0
    naming: Naming | None = None

    def takes(self, number: int | None, tolerance: int = 0) -> bool:
        """Whether a number lies within the bounds, or may do so within its tolerance."""
        if number is None:
            return False
        return self.at_least - tolerance <= number <= self.at_most + tolerance

    def fits(self, width: int, height: int) -> bool:
        """Whether a size meets it, if it is about sizes."""
        match self.axis:
            case "width":
                return self.takes(width)
            case "height":
                return self.takes(height)
            case "shape":
                across, down = self.ratio
                return abs(width * down - height * across) <= self.tolerance * down
            case "multiple":
                times = width // self.ratio[0]
                return times > 0 and (width, height) == tuple(times * side for side in self.ratio)
            case _:
                return True


def _formats(asked: Formats) -> Iterator[Demand]:
    yield Demand("format", asked.clause, any_of=asked.any_of)


def _extensions(asked: Extensions) -> Iterator[Demand]:
    yield Demand("extension", asked.clause, any_of=asked.any_of)


def _size(asked: FileSize) -> Iterator[Demand]:
    """The bounds that hold under each meaning of a megabyte that the record allows."""
    bounds = [asked.in_bytes(kilo) for kilo in KILO[asked.megabyte]]
    least = max(least or 0 for least, _ in bounds)
    most = min(MOST if most is None else most for _, most in bounds)
    yield Demand("bytes", asked.clause, at_least=least, at_most=most)


def _pixels(asked: Pixels) -> Iterator[Demand]:
    yield _within("width", asked.clause, asked.min_width, asked.max_width)
    yield _within("height", asked.clause, asked.min_height, asked.max_height)


def _millimetres(asked: Millimetres) -> Iterator[Demand]:
    sides: tuple[Axis, Axis] = ("width", "height")
    for side, due in zip(sides, asked.in_px(), strict=True):
        most = due + asked.tolerance if asked.exactly else None
        yield _within(side, asked.clause, max(0, due - asked.tolerance), most)


def _multiple(asked: Multiple) -> Iterator[Demand]:
    yield Demand("multiple", asked.clause, ratio=(asked.width, asked.height))


def _ratio(asked: Ratio) -> Iterator[Demand]:
    ratio = (asked.width, asked.height)
    yield Demand("shape", asked.clause, ratio=ratio, tolerance=asked.tolerance)


def _dpi(asked: Dpi) -> Iterator[Demand]:
    yield _within("dpi", asked.clause, asked.at_least, asked.at_most)


def _within(axis: Axis, clause: str, least: int | None, most: int | None) -> Demand:
    return Demand(axis, clause, at_least=least or 0, at_most=MOST if most is None else most)


def _naming(asked: Naming) -> Iterator[Demand]:
    yield Demand("name", asked.clause, naming=asked)


DEMANDS: Mapping[type[Any], Callable[[Any], Iterator[Demand]]] = MappingProxyType(
    {
        Formats: _formats,
        Extensions: _extensions,
        FileSize: _size,
        Pixels: _pixels,
        Millimetres: _millimetres,
        Multiple: _multiple,
        Ratio: _ratio,
        Dpi: _dpi,
        Naming: _naming,
    }
)
"""Record of a requirement → what it demands; those that only a human judges have no row."""


def demanded(asked: PhotoRequirement, sent_by: Lodging | None) -> Iterator[Demand]:
    """All that a requirement demands of a photo that comes by that way."""
    for _, record in asked:
        waived = isinstance(record, Naming) and sent_by in record.waived_for
        if type(record) in DEMANDS and not waived:
            yield from DEMANDS[type(record)](record)
