"""What the bytes of a photo say; nothing here raises for bytes."""

from __future__ import annotations

from datetime import date
from typing import cast

from .._base import an_instance
from .._day import a_day
from .._image_header import Header, read, second_format
from .._text import stored_name
from ..errors import WrongArgument
from ..facts import PhotoFacts
from ..vocabulary import ContentFault, ContentFormat, PictureHint
from .decoding import Undecodable, decoded
from .encoding import MAX_SIDE
from .hints import LOOKED_AT, hints

__all__ = ["MAX_BYTES", "MAX_PIXELS", "faulty", "inspect"]

MAX_BYTES = 32 * 2**20
"""Heavier files are not decoded; a phone's best photo has fewer bytes."""

MAX_PIXELS = 64_000_000
"""More px than this are never decoded; a phone that makes 50 megapixels has fewer."""


def inspect(
    data: bytes,
    *,
    filename: str | None = None,
    face_percent: int | None = None,
    taken: date | None = None,
    whole: bool = False,
    max_bytes: int = MAX_BYTES,
    max_pixels: int = MAX_PIXELS,
) -> PhotoFacts:
    """What the bytes of a photo say.

    Args:
        data: the file's content; any bytes at all.
        filename: the name it came under, if any.
        face_percent: the face's share of the picture in percent, if the host has measured it.
        taken: the day on which the photo was taken, if the host was told; no file proves it.
        whole: also decode the picture, to find one that breaks off behind its header, and search
            all of the file for what else it passes for.
        max_bytes: a file with more bytes is too heavy to be read.
        max_pixels: a picture with more px is too large to be read.

    Raises:
        WrongArgument: if the data are no bytes, the name no text, the share no percentage, the day
            no day, or a limit no whole number above 0.

    >>> inspect(b"%PDF-1.7 ...", filename="photo.jpg").format
    'PDF'
    """
    an_instance(data, bytes, "data")
    if filename is not None:
        an_instance(filename, str, "filename")
    if face_percent is not None and not _is_count(face_percent, 0, 100):
        raise WrongArgument("face_percent", "a whole number of percent, 0 to 100")
    if taken is not None:
        a_day(taken, "taken")
    header = read(data)
    fault = faulty(data, header, max_bytes, max_pixels)
    seen: tuple[PictureHint, ...] | None = None
    if whole and fault is None and header.width:
        try:
            seen = hints(decoded(data, header, (LOOKED_AT, LOOKED_AT)), header.orientation)
        except Undecodable:
            fault = "undecodable"
    return PhotoFacts(
        format=cast("ContentFormat", header.format),
        size=len(data),
        width=header.width,
        height=header.height,
        dpi=header.dpi,
        dpi_doubt=header.dpi_doubt,
        dpi_tolerance=header.dpi_tolerance,
        dpi_sources=header.dpi_sources,
        fault=fault,
        colours=header.colours,
        bits=header.bits,
        transparent=header.transparent,
        frames=header.frames,
        metadata=header.metadata if header.width else None,
        doubles_as=second_format(data, whole=whole) if header.width else None,
        hints=seen,
        filename=stored_name(filename) if filename is not None else None,
        face_percent=face_percent,
        taken=taken,
    )


def faulty(data: bytes, header: Header, max_bytes: int, max_pixels: int) -> ContentFault | None:
    """Why a file is not to be decoded; asked before anything is.

    Raises:
        WrongArgument: if a limit is no whole number above 0.
    """
    if not _is_count(max_bytes, 1, None):
        raise WrongArgument("max_bytes", "a whole number above 0")
    if not _is_count(max_pixels, 1, None):
        raise WrongArgument("max_pixels", "a whole number above 0")
    if header.fault:
        return header.fault
    if len(data) > max_bytes:
        return "too_heavy"
    width, height = header.width or 0, header.height or 0
    too_large = width * height > max_pixels or max(width, height) > MAX_SIDE
    return "too_large" if too_large else None


def _is_count(value: object, least: int, most: int | None) -> bool:
    """Whether it is a whole number, and no yes or no, within bounds."""
    return type(value) is int and least <= value and (most is None or value <= most)
