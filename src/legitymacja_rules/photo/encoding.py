"""A picture as a new file that holds nothing but the picture and its resolution."""

from __future__ import annotations

import io

from PIL import (
    Image,
    JpegImagePlugin,  # noqa: F401  (enters its writer in `Image.SAVE`)
    PngImagePlugin,  # noqa: F401  (likewise)
)

from ..vocabulary import ImageFormat

__all__ = ["BEST", "MAX_DPI", "MAX_SIDE", "encoded"]

BEST = 100
"""The quality of a JPEG at which least is lost."""

MAX_DPI = 2**16 - 1
"""A JPEG cannot say more."""

MAX_SIDE = 65_500
"""px: the writer of JPEGs makes no side longer, so that no longer one is read either."""


def encoded(picture: Image.Image, kind: ImageFormat, dpi: int | None, quality: int) -> bytes:
    """The file; the same picture gives the same bytes in the same build of Pillow.

    Args:
        picture: in grey or RGB, no side longer than `MAX_SIDE`.
        kind: the format.
        dpi: what the file says of its resolution, up to `MAX_DPI`; None for nothing.
        quality: of a JPEG, 1 to `BEST`; a PNG loses nothing.
    """
    density = {} if dpi is None else {"dpi": (dpi, dpi)}
    subsampling = "4:4:4" if quality == BEST else "4:2:0"
    loss = {"quality": quality, "subsampling": subsampling} if kind == "JPEG" else {}
    # A picture remembers what came with the file that it was read from, and would write it again.
    picture.info = {}
    # What `save` does, but for loading the readers of other formats from disk first.
    picture.encoderinfo, picture.encoderconfig = {**loss, **density}, ()
    out = io.BytesIO()
    Image.SAVE[kind](picture, out, "")
    return out.getvalue()
