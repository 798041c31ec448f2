"""Which part of a photo is kept, and in which size, so that all demands on its sides are met.

First it is cut to shape, as little as will do, and only then made larger or smaller. Where no text
names a shape but each side has bounds of its own, its own shape is tried first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from .photo_demands import MOST, Axis, Demand

__all__ = ["SIDES", "Fit", "Size", "fitted"]

Size: TypeAlias = tuple[int, int]
"""Width and height in px."""

SIDES: tuple[Axis, Axis] = ("width", "height")

SEARCHED = 600
"""How many heights are tried for one that fits all shapes."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What is kept of a photo.

    Attributes:
        cut: the size of the part that is kept; that of the photo where all is.
        size: the size which that part is given; None if no size is found that all demands take.
    """

    cut: Size
    size: Size | None


def fitted(now: Size, demands: Sequence[Demand], within: Size | None = None) -> Fit:
    """The nearest size that all demands take.

    Args:
        now: the size of the photo.
        demands: what is demanded.
        within: a size that it need not exceed; then it is made smaller only, and never larger.
    """
    # What has to be a multiple has a shape, too, and a stricter one.
    shapes = sorted(
        (one for one in demands if one.axis in {"shape", "multiple"}), key=lambda one: one.axis
    )
    misshapen = not all(one.fits(*now) for one in shapes)
    forms = [shapes[0].ratio] if shapes else [now, _bounded(now, demands)]
    if not misshapen:
        forms = [now, *forms]
    fits: list[Fit] = []
    for across, down in forms:
        cut = _cut(now, across, down) if misshapen or (across, down) != now else now
        if within is None:
            size = _sized(cut, across, down, demands)
        else:
            size = _sized(_into(cut, within), across, down, (*demands, *_no_larger(cut)))
        fits.append(Fit(cut, size))
    return next((fit for fit in fits if fit.size), fits[-1] if shapes else fits[0])


def _no_larger(size: Size) -> Iterator[Demand]:
    for side, most in zip(SIDES, size, strict=True):
        yield Demand(side, "", at_most=most)


def _into(size: Size, within: Size) -> Size:
    """The largest size of that shape which is no larger than either."""
    width, height = size
    if width <= within[0] and height <= within[1]:
        return size
    if width * within[1] > height * within[0]:
        return within[0], max(1, _rounded(height * within[0], width))
    return max(1, _rounded(width * within[1], height)), within[1]


def _bounds(demands: Sequence[Demand]) -> list[tuple[int, int]]:
    """For each side the least and the greatest length that all demands take."""
    return [
        (
            max([1, *(one.at_least for one in demands if one.axis == side)]),
            min([MOST, *(one.at_most for one in demands if one.axis == side)]),
        )
        for side in SIDES
    ]


def _bounded(size: Size, demands: Sequence[Demand]) -> Size:
    """Each side by itself as near as its bounds allow, whatever becomes of the shape."""
    width, height = (
        min(max(now, least), most)
        for now, (least, most) in zip(size, _bounds(demands), strict=True)
    )
    return width, height


def _cut(size: Size, across: int, down: int) -> Size:
    """The largest part of a picture that has a shape, as far as whole px allow."""
    width, height = size
    if width * down > height * across:
        return max(1, _rounded(height * across, down)), height
    return width, max(1, _rounded(width * down, across))


def _rounded(dividend: int, divisor: int) -> int:
    return (2 * dividend + divisor) // (2 * divisor) if divisor else 0


def _sized(size: Size, across: int, down: int, demands: Sequence[Demand]) -> Size | None:
    """The nearest size of that shape which meets all demands; None if none is found."""
    if all(one.fits(*size) for one in demands):
        return size
    (least_width, most_width), (least_height, most_height) = _bounds(demands)
    wanted = max(size[1], least_height, _rounded(least_width * down, across))
    start = min(wanted, most_height, _rounded(most_width * down, across))
    stride = down if any(one.axis == "multiple" for one in demands) else 1
    start -= start % stride
    for off in range(0, SEARCHED * stride, stride):
        for height in (start + off, start - off):
            width = _rounded(height * across, down)
            possible = 0 < width <= MOST and 0 < height <= MOST
            if possible and all(one.fits(width, height) for one in demands):
                return width, height
    return None
