"""What seems to be wrong in a picture: for the eyes that look at it next, and no verdict.

Whether a background is plain or a photo sharp, a human says. Three things can be computed that are
often so where the answer is no: hardly any contrast from pixel to pixel, an edge of the picture that
is dark or of many shades, no colour at all. They are looked at in a small copy, about as large as
a photo on an ID is kept; in it a large photo is as sharp as it will be there.
"""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image, ImageFilter, ImageStat

from ..vocabulary import PictureHint
from .pixels import reduced, upright

__all__ = ["LOOKED_AT", "hints"]

LOOKED_AT = 640
"""px: no side is larger when it is looked at."""

CONTRAST = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
"""Each px against its four neighbours (Laplace)."""

BLURRED_BELOW = 4.0
DARK_BELOW = 128.0
UNEVEN_ABOVE = 32.0
COLOURLESS_BELOW = 4.0
"""Of 255 shades: the spread of contrast, the mean light and the spread of an edge, the mean colour."""


def hints(picture: Image.Image, orientation: int) -> tuple[PictureHint, ...]:
    """What seems to be wrong, in the order of the alphabet."""
    width, height = picture.size
    parts = max(width / LOOKED_AT, height / LOOKED_AT, 1)
    small = reduced(picture, (max(1, round(width / parts)), max(1, round(height / parts))))
    return tuple(sorted(_hints(upright(small, orientation).convert("RGB"))))


def _hints(picture: Image.Image) -> Iterator[PictureHint]:
    if _contrast(picture.convert("L")) < BLURRED_BELOW:
        yield "blurred"
    edge = ImageStat.Stat(picture, _edge(picture.size))
    if sum(edge.mean) / 3 < DARK_BELOW:
        yield "background_dark"
    if max(edge.stddev) > UNEVEN_ABOVE:
        yield "background_uneven"
    if ImageStat.Stat(picture.convert("HSV")).mean[1] < COLOURLESS_BELOW:
        yield "colourless"


def _contrast(grey: Image.Image) -> float:
    """How much px differ from their neighbours; those on the rim have too few of them."""
    width, height = grey.size
    inner = grey.filter(CONTRAST).crop((1, 1, max(2, width - 1), max(2, height - 1)))
    return ImageStat.Stat(inner).stddev[0]


def _edge(size: tuple[int, int]) -> Image.Image:
    """Where a portrait shows nothing but its background: a tenth at the top, and beside the head."""
    width, height = size
    mask = Image.new("L", size, 255)
    side, top = max(1, width // 10), max(1, height // 10)
    mask.paste(0, (side, top, max(side, width - side), height))
    mask.paste(0, (0, max(1, height // 2), width, height))  # of the upper row something is left
    return mask
