"""What a text asks of a photo."""

from typing import Annotated, Literal

from pydantic import Field

from .._base import Count, Exact, Flag, Record
from ..vocabulary import DataField, ImageFormat, Lodging, NamePart, PictureCondition
from .cited import Cited

__all__ = [
    "Dpi",
    "Extensions",
    "FaceShare",
    "FileSize",
    "Formats",
    "Naming",
    "PaperPhoto",
    "PhotoRequirement",
    "Picture",
    "Pixels",
    "Ratio",
]


class _Waivable(Cited):
    """`waiver` is the clause that lets the school accept a photo in spite of a breach."""

    waiver: str | None = None


class Formats(_Waivable):
    """The formats that a photo's content may have."""

    any_of: tuple[ImageFormat, ...]


class Extensions(_Waivable):
    """The file name extensions that the text names, in lower case."""

    any_of: tuple[str, ...]


class FileSize(_Waivable):
    """At most so many MB; `megabyte` says which (I-mb): 10^6 bytes, 2^20, or either by review."""

    max_mb: Annotated[Exact, Field(gt=0)]
    megabyte: Literal["decimal", "binary", "either"] = "either"


class Pixels(_Waivable):
    """At least so many px, width and height as the picture is shown."""

    min_width: Count
    min_height: Count


class Ratio(Cited):
    """Width to height; `tolerance` px of the width may be missing or too many."""

    width: Count
    height: Count
    tolerance: Count = 1


class Dpi(_Waivable):
    """Dots per inch, at least or at most; not `strict`: a breach only asks for review."""

    at_least: Count | None = None
    at_most: Count | None = None
    strict: Flag = True


class Naming(_Waivable):
    """What a file's name is made of; `waived_for` names the ways of sending that need no name."""

    parts: tuple[NamePart, ...]
    any_order: Flag = True
    waived_for: tuple[Lodging, ...] = ()


class FaceShare(_Waivable):
    """The face's share of the picture, in percent, both ends included."""

    at_least: Count
    at_most: Count


class Picture(_Waivable):
    """A condition that only a human can see."""

    condition: PictureCondition


class PaperPhoto(Cited):
    """That a print will do instead of a file, if these data are written on its back."""

    labels: tuple[DataField, ...]


class PhotoRequirement(Record):
    """What one procedure asks of a photo; None where the text asks nothing."""

    formats: Formats
    extensions: Extensions | None = None
    size: FileSize | None = None
    pixels: Pixels | None = None
    ratio: Ratio | None = None
    dpi: Dpi | None = None
    naming: Naming | None = None
    face_share: FaceShare | None = None
    pictures: tuple[Picture, ...] = ()
    on_paper: PaperPhoto | None = None
