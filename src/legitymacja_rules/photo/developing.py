"""A part of a photo, developed in the size and the weight that are wanted.

A picture is decoded once, no larger than it is needed. Where its file comes out too heavy, quality is
given up first and size then, as far as the demands allow; where too light, it is written as well and
as large as they allow. What is tried last is what can be done at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

from .._base import Count, Record
from .._image_header import Header
from ..photo_demands import Demand
from ..photo_fit import Fit, Size, fitted
from ..vocabulary import ImageFormat
from .decoding import decoded
from .encoding import BEST, encoded
from .pixels import GAP, Picture, reduced, stored, turned, upright

__all__ = ["Crop", "Target", "developed"]

USUAL = 92
"""The quality of a JPEG that is tried first: hardly anybody sees what is lost."""

QUALITIES = tuple(range(98, 39, -2))
"""All that are tried, the best first; below the last one a face is not worth printing."""

SMALLER = (4, 5)
"""What is left of the sides whenever a photo is made smaller because it is too heavy."""


class Crop(Record):
    """The part of a photo that is to be kept, in px of the picture as it is shown.

    Attributes:
        left: how far it lies from the left edge.
        top: how far from the upper edge.
        width: how wide it is.
        height: how high.

    >>> Crop(left=100, top=0, width=700, height=900).within((800, 900))
    True
    """

    left: Count
    top: Count
    width: Count
    height: Count

    @property
    def size(self) -> Size:
        """Its width and height."""
        return self.width, self.height

    def within(self, size: Size) -> bool:
        """Whether it is a part of a picture of that size."""
        fits = self.left + self.width <= size[0] and self.top + self.height <= size[1]
        return fits and self.width > 0 and self.height > 0


@dataclass(frozen=True, slots=True)
class Target:
    """What the new file has to be, beside its size.

    Attributes:
        kind: its format.
        extension: that of its name.
        dpi: its resolution, if it is to state one.
        least: its bytes, at least.
        most: at most.
    """

    kind: ImageFormat
    extension: str
    dpi: int | None
    least: int
    most: int

    def file(self, picture: Picture, quality: int) -> bytes:
        """The picture as such a file."""
        return encoded(picture, self.kind, self.dpi, quality)


def developed(
    data: bytes, header: Header, part: Crop, fit: Fit, target: Target, demands: Sequence[Demand]
) -> bytes:
    """The first file of the right weight, or the lightest or heaviest that there is.

    Args:
        data: the photo.
        header: its header, without a fault.
        part: what is to be kept of it.
        fit: what of that, and in which size.
        target: what the file has to be.
        demands: what limits other sizes.

    Raises:
        Undecodable: if there are no pixels to be had.
    """
    picture, quality = _picture(data, header, part, fit), USUAL
    file = target.file(picture, quality)
    if len(file) < target.least:
        quality = BEST
        file = target.file(picture, quality)
    if len(file) < target.least:
        fit = fitted(part.size, demands, part.size)
        picture = _picture(data, header, part, fit)
        file = target.file(picture, quality)
    for lighter in _lighter(picture, quality, part, fit, target, demands):
        if len(file) <= target.most:
            break
        file = lighter()
    return file


def _lighter(
    picture: Picture, above: int, part: Crop, fit: Fit, target: Target, demands: Sequence[Demand]
) -> Iterator[Callable[[], bytes]]:
    """What makes the file again, each time lighter: less quality first, and then fewer px."""
    qualities = QUALITIES if target.kind == "JPEG" else ()
    for quality in qualities:
        if quality < above:
            yield partial(target.file, picture, quality)
    # Strictly fewer, for the nearest size of one shape may be a larger one again.
    while (smaller := _smaller(part, fit, demands)).size and _area(smaller) < _area(fit):
        fit = smaller
        copy = reduced(picture, smaller.size)
        yield partial(target.file, copy, QUALITIES[-1])


def _area(fit: Fit) -> int:
    width, height = fit.size or fit.cut
    return width * height


def _smaller(part: Crop, fit: Fit, demands: Sequence[Demand]) -> Fit:
    left, of = SMALLER
    width, height = fit.size or fit.cut
    return fitted(part.size, demands, (max(1, width * left // of), max(1, height * left // of)))


def _picture(data: bytes, header: Header, part: Crop, fit: Fit) -> Picture:
    """The middle of the part, cut and sized, upright."""
    turn = header.orientation
    cut, size = turned(fit.cut, turn), turned(fit.size or fit.cut, turn)
    whole = turned((header.width or 0, header.height or 0), turn)
    left = part.left + (part.width - fit.cut[0]) // 2
    top = part.top + (part.height - fit.cut[1]) // 2
    box = stored((left, top, left + fit.cut[0], top + fit.cut[1]), whole, turn)
    wanted = [ceil(side * GAP * new / old) for side, new, old in zip(whole, size, cut, strict=True)]
    source = decoded(data, header, (wanted[0], wanted[1]))
    # A JPEG may have come smaller than it is stored.
    across, down = source.width / whole[0], source.height / whole[1]
    right, bottom = min(box[2] * across, source.width), min(box[3] * down, source.height)
    return upright(reduced(source, size, (box[0] * across, box[1] * down, right, bottom)), turn)
