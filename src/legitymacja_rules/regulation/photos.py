"""What a text asks of a photo.

Each condition is a record of its own, and each of its bounds may be missing: a text that says "at
most 2 MB" sets no minimum. A record without any bound would say nothing, and one whose bounds no
photo can keep would say nonsense: neither is built.
"""

from decimal import Decimal
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from .._base import Count, Exact, Flag, Record, misfit
from ..vocabulary import DataField, ImageFormat, Lodging, NamePart, PictureCondition
from .cited import Cited, ClauseId, Rule

__all__ = [
    "BINARY",
    "DECIMAL",
    "Dpi",
    "Extensions",
    "FaceShare",
    "FileSize",
    "Formats",
    "Millimetres",
    "Multiple",
    "Naming",
    "PaperPhoto",
    "PhotoAge",
    "PhotoRequirement",
    "Picture",
    "Pixels",
    "Ratio",
]

DECIMAL, BINARY = 1000, 1024
"""What kilo can mean of bytes; mega is the same twice."""

_Whole = Annotated[Count, Field(gt=0, le=100_000)]
_Side = Annotated[Count, Field(gt=0, le=2**31 - 1)]
_Part = Annotated[Exact, Field(gt=0, le=100_000)]
_Percent = Annotated[Count, Field(le=100)]


def _bounded(*bounds: int | Decimal | None) -> None:
    if all(bound is None for bound in bounds):
        raise misfit("no_bound", "at least one bound")


def _in_order(least: int | None, most: int | None) -> None:
    if least is not None and most is not None and least > most:
        raise misfit("min_above_max", "a minimum that is no more than the maximum")


class _Waivable(Cited):
    """`waiver` is the clause that lets the school accept a photo in spite of a breach."""

    waiver: ClauseId | None = None


class Formats(_Waivable):
    """The formats that a photo's content may have."""

    any_of: Annotated[tuple[ImageFormat, ...], Field(min_length=1)]


class Extensions(_Waivable):
    """The file name extensions that the text names, in lower case."""

    any_of: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[a-z0-9]{1,8}$")], ...], Field(min_length=1)
    ]


class FileSize(_Waivable):
    """How large a file may be, and how large it has to be.

    Attributes:
        max_mb: at most so many MB.
        max_kb: or at most so many kB, as the text has it.
        min_mb: at least so many MB.
        min_kb: or at least so many kB.
        megabyte: what an MB is (I-mb): 10^6 bytes, 2^20, or either by review; a kB is 10^3 or 2^10
            in the same way.
    """

    max_mb: _Part | None = None
    max_kb: _Part | None = None
    min_mb: _Part | None = None
    min_kb: _Part | None = None
    megabyte: Literal["decimal", "binary", "either"] = "either"

    def in_bytes(self, kilo: int) -> tuple[int | None, int | None]:
        """The least and the most bytes that a file may have, by what kilo means.

        >>> FileSize(min_kb="20", max_mb="0.5", clause="x:1").in_bytes(1024)
        (20480, 524288)
        """
        least = self._product(self.min_mb, self.min_kb, kilo)
        most = self._product(self.max_mb, self.max_kb, kilo)
        # A part of a byte more is a whole one more.
        return least and -(-least[0] // least[1]), most and most[0] // most[1]

    @staticmethod
    def _product(mega: Decimal | None, kilo: Decimal | None, factor: int) -> tuple[int, int] | None:
        """So many MB or kB as a fraction of whole bytes, which no decimal context can round."""
        if mega is not None:
            kilo, factor = mega, factor * factor
        if kilo is None:
            return None
        number, parts = kilo.as_integer_ratio()
        return number * factor, parts

    @model_validator(mode="after")
    def _fits(self) -> Self:
        _bounded(self.max_mb, self.max_kb, self.min_mb, self.min_kb)
        for end in ((self.max_mb, self.max_kb), (self.min_mb, self.min_kb)):
            if None not in end:
                raise misfit("two_units", "one unit for one bound")
        for kilo in (DECIMAL, BINARY):
            least, most = self.in_bytes(kilo)
            if most == 0:
                raise misfit("no_bound", "a maximum of at least one byte")
            _in_order(least, most)
        return self


class Pixels(_Waivable):
    """How many px a picture may and must have, as it is shown; a side with min and max alike is exact."""

    min_width: _Side | None = None
    min_height: _Side | None = None
    max_width: _Side | None = None
    max_height: _Side | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        _bounded(self.min_width, self.min_height, self.max_width, self.max_height)
        _in_order(self.min_width, self.max_width)
        _in_order(self.min_height, self.max_height)
        return self


class Millimetres(_Waivable):
    """The size of a print, to be had from the file at a resolution (I-millimetres).

    Attributes:
        width: mm.
        height: mm.
        dpi: the resolution at which it is printed.
        exactly: that a larger picture will not do.
        tolerance: so many px may be missing, or too many, on each side.
    """

    width: _Part
    height: _Part
    dpi: _Whole
    exactly: Flag = False
    tolerance: Count = 1

    def in_px(self) -> tuple[int, int]:
        """Width and height in whole px, half a px rounded up.

        >>> Millimetres(width="35", height="45", dpi=300, clause="x:1").in_px()
        (413, 531)
        """
        width, height = (self._at(side) for side in (self.width, self.height))
        return width, height

    def _at(self, side: Decimal) -> int:
        # An inch has 254 tenths of a mm; in whole numbers, which no decimal context can round.
        number, parts = side.as_integer_ratio()
        dots, per = 10 * number * self.dpi, 254 * parts
        return (2 * dots + per) // (2 * per)


class Multiple(_Waivable):
    """That both sides are the same whole multiple of so many px."""

    width: _Whole
    height: _Whole


class Ratio(_Waivable):
    """Width to height; not `strict`: another shape only asks for review.

    Attributes:
        width, height: the shape.
        tolerance: px of the width that may be missing or too many.
        strict: that another shape is a breach.
    """

    width: _Side
    height: _Side
    tolerance: Count = 1
    strict: Flag = False


class Dpi(_Waivable):
    """Dots per inch, at least or at most; not `strict`: a breach only asks for review."""

    at_least: _Side | None = None
    at_most: _Side | None = None
    strict: Flag = True

    @model_validator(mode="after")
    def _fits(self) -> Self:
        _bounded(self.at_least, self.at_most)
        _in_order(self.at_least, self.at_most)
        return self


class Naming(_Waivable):
    """What a file's name is made of; `waived_for` names the ways of sending that need no name."""

    parts: Annotated[tuple[NamePart, ...], Field(min_length=1, max_length=len(get_args(NamePart)))]
    any_order: Flag = True
    waived_for: tuple[Lodging, ...] = ()


class FaceShare(_Waivable):
    """The face's share of the picture, in percent, both ends included."""

    at_least: _Percent
    at_most: _Percent

    @model_validator(mode="after")
    def _fits(self) -> Self:
        _in_order(self.at_least, self.at_most)
        return self


class PhotoAge(_Waivable):
    """How many months old a photo may be on the day on which it is handed in."""

    months: Annotated[Count, Field(gt=0, le=1200)]


class Picture(_Waivable):
    """A condition that only a human can see."""

    condition: PictureCondition


class PaperPhoto(Cited):
    """That a print will do instead of a file.

    Attributes:
        labels: the data that have to be written on its back.
        size: how large it has to be, in mm, such as ``35×45``; None where the text does not say.
    """

    labels: Annotated[tuple[DataField, ...], Field(min_length=1)]
    size: Annotated[str, Field(pattern=r"^[0-9]{1,3}×[0-9]{1,3}$")] | None = None


class PhotoRequirement(Record):
    """What one procedure asks of a photo; None where the text asks nothing.

    Attributes:
        formats: the formats of its content.
        extensions: the extensions of its file name.
        size: how large the file may be.
        pixels: how many px it has.
        millimetres: how large a print of it is at a resolution.
        multiple: the px of which its sides are a multiple.
        ratio: its shape.
        dpi: its resolution, as the file states it.
        naming: what its file name is made of.
        face_share: how much of it the face fills.
        age: how old it may be.
        pictures: what only a human can see in it.
        on_paper: that a print will do instead.
        creator: that the school has one made of any photo, see `photo.prepare`.
    """

    formats: Formats | None = None
    extensions: Extensions | None = None
    size: FileSize | None = None
    pixels: Pixels | None = None
    millimetres: Millimetres | None = None
    multiple: Multiple | None = None
    ratio: Ratio | None = None
    dpi: Dpi | None = None
    naming: Naming | None = None
    face_share: FaceShare | None = None
    age: PhotoAge | None = None
    pictures: tuple[Picture, ...] = ()
    on_paper: PaperPhoto | None = None
    creator: Rule | None = None

    def first(self) -> Cited:
        """The first record that there is: it says that a photo is asked for at all."""
        rows: list[Cited | None] = [getattr(self, name) for name in type(self).model_fields]
        return next(row for row in (*rows, *self.pictures) if isinstance(row, Cited))

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if not any(getattr(self, name) for name in type(self).model_fields if name != "creator"):
            raise misfit("asks_nothing", "a condition; None stands for a text that asks for none")
        return self
