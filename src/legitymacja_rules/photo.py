"""Photos: from bytes to facts, and from facts to a verdict.

`inspect` reads the header of whatever was uploaded and says what it is; it never raises for bytes
and never decodes a picture unless asked to prove it whole. `check` judges the facts. This is the
only module that needs Pillow, and only for that proof.
"""

from __future__ import annotations

import io
from datetime import date
from typing import cast

from PIL import JpegImagePlugin, PngImagePlugin

from ._base import an_instance
from ._day import a_day
from ._image_header import Header, read
from .errors import WrongArgument
from .facts import MAX_FILE_NAME, PhotoFacts
from .photo_rules import check
from .vocabulary import ContentFault, ContentFormat

__all__ = ["PhotoFacts", "check", "inspect"]

MAX_PIXELS = 40_000_000
"""More px than this are never decoded; a phone's largest photo has fewer."""

_READERS = {"JPEG": JpegImagePlugin.JpegImageFile, "PNG": PngImagePlugin.PngImageFile}


def inspect(
    data: bytes,
    *,
    filename: str | None = None,
    face_percent: int | None = None,
    taken: date | None = None,
    whole: bool = False,
) -> PhotoFacts:
    """What the bytes of a photo say.

    Args:
        data: the file's content; any bytes at all.
        filename: the name it came under, if any.
        face_percent: the face's share of the picture in percent, if the host has measured it.
        taken: the day on which the photo was taken, if the host was told; no file proves it.
        whole: also decode the picture, to find one that breaks off behind its header.

    Raises:
        WrongArgument: if the data are no bytes, the name no text, the share no percentage, or the day
            no day.

    >>> inspect(b"%PDF-1.7 ...", filename="photo.jpg").format
    'PDF'
    """
    an_instance(data, bytes, "data")
    if filename is not None:
        an_instance(filename, str, "filename")
    if face_percent is not None and not _is_percent(face_percent):
        raise WrongArgument("face_percent", "a whole number of percent, 0 to 100")
    if taken is not None:
        a_day(taken, "taken")
    header = read(data)
    fault: ContentFault | None = header.fault
    if whole and fault is None and header.format in _READERS:
        fault = _decoding_fault(data, header)
    return PhotoFacts(
        format=cast("ContentFormat", header.format),
        size=len(data),
        width=header.width,
        height=header.height,
        dpi=header.dpi,
        dpi_doubt=header.dpi_doubt,
        fault=fault,
        filename=_storable(filename) if filename is not None else None,
        face_percent=face_percent,
        taken=taken,
    )


def _storable(filename: str) -> str:
    """The name as it can be written down: no half signs, and no more than a file system holds.

    Of a longer one the end is kept, for the extension stands there.
    """
    return filename.encode("utf-8", "replace").decode()[-MAX_FILE_NAME:]


def _is_percent(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100


def _decoding_fault(data: bytes, header: Header) -> ContentFault | None:
    """Why the picture cannot be decoded to its end, or None."""
    if (header.width or 0) * (header.height or 0) > MAX_PIXELS:
        return "too_large"
    quiet = _STRIPPED[header.format](data)
    try:
        with _READERS[header.format](io.BytesIO(quiet)) as picture:
            picture.load()
    except Exception:  # noqa: BLE001  (decoders raise OSError, SyntaxError, struct.error and more)
        return "undecodable"
    return None


def _jpeg_without_exif(data: bytes) -> bytes:
    """Pillow warns about damaged EXIF, which is not what is asked: hide it under its own length."""
    return data.replace(b"Exif\0\0", bytes(6))


def _png_without_extras(data: bytes) -> bytes:
    """Only the chunks that make the picture; Pillow warns about damage in others."""
    kept, at = [data[:8]], 8
    while at + 8 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if data[at + 4 : at + 8] in {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


_STRIPPED = {"JPEG": _jpeg_without_exif, "PNG": _png_without_extras}
