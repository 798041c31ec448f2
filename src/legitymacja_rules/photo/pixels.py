"""Pixels as they are shown: turned upright, in grey or RGB of 8 bits, on white.

A phone stores what its sensor saw and notes by which turn it is to be shown; EXIF numbers eight of
them. Turning is done last, on a picture that is small by then, so what is cut out of a large one
is cut where it is stored.
"""

from __future__ import annotations

from types import MappingProxyType

from PIL import Image

__all__ = ["GAP", "Box", "reduced", "stored", "turned", "upright"]

Picture = Image.Image
"""What Pillow holds of a picture."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

Turn = Image.Transpose
TURNS = MappingProxyType(
    {
        2: Turn.FLIP_LEFT_RIGHT,
        3: Turn.ROTATE_180,
        4: Turn.FLIP_TOP_BOTTOM,
        5: Turn.TRANSPOSE,
        6: Turn.ROTATE_270,
        7: Turn.TRANSVERSE,
        8: Turn.ROTATE_90,
    }
)
"""Orientation → what shows the picture as it was seen."""

LYING = frozenset({5, 6, 7, 8})
FROM_RIGHT, FROM_BOTTOM = frozenset({2, 3, 7, 8}), frozenset({3, 4, 6, 7})
"""Orientations whose stored sides change places, and those stored from the other end."""

WHITE = (255, 255, 255, 255)
GAP = 1.5
"""A large picture is first made smaller in a quick way, to no less than so many times what is wanted."""


def upright(picture: Picture, orientation: int) -> Picture:
    """A stored picture as it is shown."""
    return picture.transpose(TURNS[orientation]) if orientation in TURNS else picture


def turned(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """A size as shown of one as stored, and the other way round."""
    return (size[1], size[0]) if orientation in LYING else size


def stored(box: Box, size: tuple[int, int], orientation: int) -> Box:
    """Where a part of the picture as it is shown lies in the picture as it is stored.

    Args:
        box: the part, as shown.
        size: of the stored picture.
        orientation: by which it is shown.

    >>> stored((0, 0, 10, 20), (100, 80), 6)
    (0, 70, 20, 80)
    """
    left, top, right, bottom = box
    if orientation in LYING:
        left, top, right, bottom = top, left, bottom, right
    if orientation in FROM_RIGHT:
        left, right = size[0] - right, size[0] - left
    if orientation in FROM_BOTTOM:
        top, bottom = size[1] - bottom, size[1] - top
    return left, top, right, bottom


def reduced(picture: Picture, size: tuple[int, int], box: Box | None = None) -> Picture:
    """A part of a picture in that size, in grey or RGB; where nothing is, there is white."""
    resized = picture.resize(size, Image.Resampling.LANCZOS, box, GAP)
    if resized.mode == "RGBA":
        return Image.alpha_composite(Image.new("RGBA", size, WHITE), resized).convert("RGB")
    return resized if resized.mode == "L" else resized.convert("RGB")
