"""Photos as files: one record says what a file is to be, and one function writes it.

The picture is grey, for nobody looks at it. It is stored as it is shown or turned by EXIF, filled up with
zeros behind the picture where bytes are counted, and broken off where a file is to be none. The same record
makes the same bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from functools import lru_cache

from PIL import Image

from ..vocabulary import ImageFormat
from .uploads import Upload

__all__ = ["PhotoFile", "written"]

_GREY = (180, 180, 180)
_ORIENTATION = 0x0112
_TURNED = 6


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A photo before it is written.

    Attributes:
        width: in px, as it is shown.
        height: in px, as it is shown.
        dpi: what the file states; None if nothing.
        format: of its content.
        name: of the file; it may be a pupil's, and so is not shown.
        size: in bytes, at least; None for as many as the picture has.
        turned: that it lies on its side, and its EXIF says so; only a JPEG's can.
        broken: that the file ends in the middle of the picture.
    """

    width: int
    height: int
    dpi: int | None = None
    format: ImageFormat = "JPEG"
    name: str | None = field(default=None, repr=False)
    size: int | None = None
    turned: bool = False
    broken: bool = False


# The few that are asked for again and again keep their bytes; some weigh megabytes.
@lru_cache(maxsize=32)
def written(file: PhotoFile) -> Upload:
    """The file, written.

    >>> written(PhotoFile(35, 45, name="kowalska.jpg", size=2000))
    Upload(JPEG of 35×45 px, 2000 bytes)
    """
    data = _picture(replace(file, name=None, size=None, broken=False))
    if file.broken:
        data = data[: len(data) // 2]
    return Upload(data.ljust(file.size or 0, b"\0"), file.name)


@lru_cache(maxsize=256)
def _picture(file: PhotoFile) -> bytes:
    extra: dict[str, object] = {"dpi": (file.dpi, file.dpi)} if file.dpi else {}
    sides = file.width, file.height
    if file.turned:
        exif = Image.Exif()
        exif[_ORIENTATION] = _TURNED
        extra["exif"] = exif
        sides = sides[::-1]
    out = io.BytesIO()
    Image.new("RGB", sides, _GREY).save(out, file.format, **extra)
    return out.getvalue()
