"""What a file's name says of its content: the extension behind the last dot.

Content decides, a name only claims; where the two disagree a name has to be put right.
"""

from collections.abc import Mapping
from types import MappingProxyType

from .vocabulary import ContentFormat

__all__ = ["EXTENSIONS", "claimed_format", "extension"]

EXTENSIONS: Mapping[ContentFormat, tuple[str, ...]] = MappingProxyType(
    {
        "JPEG": ("jpg", "jpeg", "jpe", "jfif"),
        "PNG": ("png", "apng"),
        "PDF": ("pdf",),
        "GIF": ("gif",),
        "WEBP": ("webp",),
        "BMP": ("bmp",),
        "TIFF": ("tif", "tiff"),
        "HEIC": ("heic", "heif"),
        "AVIF": ("avif",),
        "SVG": ("svg",),
        "ZIP": ("zip",),
    }
)
"""The file name extensions that fit a content, the usual one first."""

_CLAIMS = {name: kind for kind, names in EXTENSIONS.items() for name in names}


def extension(filename: str) -> str | None:
    """The extension in lower case without its dot, or None.

    >>> extension("Anna.JPG"), extension("anna"), extension(".jpg")
    ('jpg', None, None)
    """
    stem, dot, last = filename.rpartition(".")
    return last.lower() or None if dot and stem else None


def claimed_format(filename: str) -> ContentFormat | None:
    """The format that a name claims, if its extension is a known one.

    >>> claimed_format("anna.jpeg"), claimed_format("anna.4b")
    ('JPEG', None)
    """
    return _CLAIMS.get(extension(filename) or "")
