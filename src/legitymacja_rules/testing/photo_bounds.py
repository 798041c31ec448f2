"""How a photo may be that meets a requirement, or misses it by one unit in one place.

What a requirement demands is found by the same demands by which the library plans a photo. Which sizes keep them
all, and which all but one, is tried out on the few sizes at the bounds. Nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import get_args

from ..errors import WrongArgument
from ..extensions import EXTENSIONS
from ..facts import Pupil
from ..naming import file_name, matches
from ..photo import MAX_BYTES
from ..photo_demands import MOST, Demand, demanded
from ..photo_rules import HEIGHT, KILO, WIDTH
from ..regulation import Naming, PhotoRequirement
from ..vocabulary import ImageFormat, Lodging

__all__ = ["ANY_PHOTO", "MISSES", "Bounds", "bounds", "nameless"]

FORMATS: tuple[ImageFormat, ...] = get_args(ImageFormat)

MOST_PIXELS, MOST_SIDE = 2_000_000, 10_000
"""More are not drawn, for writing them takes long."""

_PLAIN_SIZE = (35, 45)
_PLAIN_DPI = (300, 72, 600, None)

Size = tuple[int, int]

_SIDES = (*WIDTH, *HEIGHT, "photo.multiple", "photo.ratio")
_DPI = ("photo.dpi", "photo.dpi_at_most")
_SIZE = ("photo.size", "photo.min_size")
MISSES = (*_SIDES, *_DPI, *_SIZE, "photo.format", "photo.name")
"""What a photo can miss by one unit, as codes of findings."""

_MOST_DPI = 65_535
"""A JPEG has two bytes for it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How a photo may be, for each thing that a requirement demands of one.

    Attributes:
        files: format of the content, and name of the file.
        sizes: width and height in px, as it is shown.
        dpi: the resolution that is stated; None if none is.
        weights: how many bytes; None for as many as the picture has.
    """

    files: tuple[tuple[ImageFormat, str | None], ...]
    sizes: tuple[Size, ...]
    dpi: tuple[int | None, ...]
    weights: tuple[int | None, ...]


ANY_PHOTO = Bounds((("JPEG", "photo.jpg"),), (_PLAIN_SIZE,), _PLAIN_DPI, (None,))
"""Of a photo of which nothing is demanded."""


@lru_cache(maxsize=512)
def bounds(
    requirement: PhotoRequirement, miss: str | None, pupil: Pupil, sent_by: Lodging | None
) -> Bounds | None:
    """How a photo may be that misses just that; None if none can be drawn."""
    demands = tuple(demanded(requirement, sent_by))
    formats = _formats(requirement, miss)
    weights = _weights(requirement, miss)
    if not formats or not weights:
        return None
    lightest = min((weight for weight in weights if weight is not None), default=MAX_BYTES)
    sizes = tuple(size for size in _sizes(demands, miss) if _weight(size) <= lightest)
    dpi = _dpi(requirement, miss)
    if miss in _DPI:
        # A PNG states dots per metre, and so leaves a doubt of one dpi.
        formats = tuple(one for one in formats if one == "JPEG")
    row = requirement.naming
    naming = None if row and sent_by in row.waived_for else row
    files = tuple(
        (one, name)
        for one in formats
        for name in _names(naming, _ending(requirement, one), miss, pupil)
    )
    if not (files and sizes and dpi):
        return None
    return Bounds(files, sizes, dpi, weights)


def nameless(requirement: PhotoRequirement, pupil: Pupil, sent_by: Lodging | None) -> bool:
    """Whether a photo could be as it should, but for its name."""
    good, unnamed = (bounds(requirement, miss, pupil, sent_by) for miss in (None, "photo.name"))
    return good is None and unnamed is not None


def _formats(requirement: PhotoRequirement, miss: str | None) -> tuple[ImageFormat, ...]:
    good = requirement.formats.any_of if requirement.formats else FORMATS
    if miss == "photo.format":
        return tuple(one for one in FORMATS if one not in good)
    named = requirement.extensions.any_of if requirement.extensions else ()
    # Of several those first for whose content the text has an extension.
    fitting = [one for one in good if not named or set(EXTENSIONS[one]) & set(named)]
    return tuple(fitting) or good


def _weights(requirement: PhotoRequirement, miss: str | None) -> tuple[int | None, ...]:
    """How many bytes; None for as many as the picture has."""
    row = requirement.size
    if row is None:
        return () if miss in _SIZE else (None,)
    ends = [row.in_bytes(kilo) for kilo in KILO[row.megabyte]]
    leasts = [least for least, _ in ends if least is not None]
    mosts = [most for _, most in ends if most is not None]
    if miss in _SIZE:
        missed = [max(mosts) + 1] if miss == "photo.size" and mosts else []
        missed += [min(leasts) - 1] if miss == "photo.min_size" and leasts else []
        return tuple(weight for weight in missed if 0 < weight <= MAX_BYTES)
    least, most = max(leasts, default=0), min(mosts, default=MAX_BYTES)
    if least > min(most, MAX_BYTES):
        return ()
    drawn = (least, most) if mosts and most <= MAX_BYTES else (least,)
    plain: tuple[None, ...] = () if leasts else (None,)
    return (*plain, *(weight for weight in dict.fromkeys(drawn) if weight))


def _dpi(requirement: PhotoRequirement, miss: str | None) -> tuple[int | None, ...]:
    row = requirement.dpi
    if row is None:
        return () if miss in _DPI else _PLAIN_DPI
    if miss in _DPI:
        missed = row.at_least and row.at_least - 1
        if miss == "photo.dpi_at_most":
            missed = row.at_most and row.at_most + 1
        return (missed,) if missed and missed <= _MOST_DPI else ()
    least, most = row.at_least or 1, row.at_most or _MOST_DPI
    found = (least, most, *filter(None, _PLAIN_DPI))
    return tuple(dict.fromkeys(dpi for dpi in found if least <= dpi <= min(most, _MOST_DPI)))


def _ending(requirement: PhotoRequirement, format_: ImageFormat) -> str:
    """The extension of a name: one that the text and the content have; else the text's."""
    named = requirement.extensions.any_of if requirement.extensions else EXTENSIONS[format_]
    return next((end for end in EXTENSIONS[format_] if end in named), named[0])


def _names(
    naming: Naming | None, ending: str, miss: str | None, pupil: Pupil
) -> tuple[str | None, ...]:
    """Names that say what is asked; or that have a sign too few or too many for it."""
    plain = (f"photo.{ending}", f"IMG_2024 (1).{ending.upper()}")
    if naming is None:
        return () if miss == "photo.name" else plain
    try:
        right = file_name(naming, pupil, ending)
    except WrongArgument:  # then none is
        return plain if miss == "photo.name" else ()
    stem = right.rpartition(".")[0]
    if miss == "photo.name":
        near = (stem[:-1], stem[1:], f"{stem}x", f"{stem}1")
        return tuple(f"{name}.{ending}" for name in near if not matches(name, naming, pupil))
    told = (stem, stem.upper().replace("-", "_"), stem.replace("-", " "))
    return tuple(f"{name}.{ending}" for name in told)


# --- sizes ----------------------------------------------------------------------------------------


def _sizes(demands: tuple[Demand, ...], miss: str | None) -> tuple[Size, ...]:
    """The sizes near the bounds that miss just that, the smallest first."""
    about = [one for one in demands if one.axis in {"width", "height", "shape", "multiple"}]
    sought = [miss] if miss in _SIDES else []
    found = {
        size
        for size in _near(about)
        if max(size) <= MOST_SIDE
        and size[0] * size[1] <= MOST_PIXELS
        and [*_missed(about, size)] == sought
    }
    return tuple(sorted(found, key=lambda size: (size[0] * size[1], size)))


def _near(demands: list[Demand]) -> Iterator[Size]:
    """The sizes worth a look: each side at its bounds, and what another demand makes of it."""
    widths, heights = _ends(demands, "width"), _ends(demands, "height")
    shapes = [one.ratio for one in demands if one.axis == "shape"]
    steps = [one.ratio for one in demands if one.axis == "multiple"]
    for across, down in steps:
        least = max(1, -(-min(widths) // across), -(-min(heights) // down))
        for times, off, up in product((1, least, least + 1), (-1, 0, 1), (-1, 0, 1)):
            widths.add(times * across + off)
            heights.add(times * down + up)
    for across, down in shapes:
        widths |= {height * across // down + off for height in heights for off in range(-2, 4)}
        heights |= {width * down // across + off for width in widths for off in range(-2, 4)}
    return ((width, height) for width in widths for height in heights if width > 0 < height)


def _ends(demands: list[Demand], axis: str) -> set[int]:
    """Lengths at and beside the bounds of a side."""
    rows = [one for one in demands if one.axis == axis]
    bounds = {bound for row in rows for bound in (row.at_least, row.at_most)} - {0, MOST}
    least = max([row.at_least for row in rows], default=0)
    plain = max(least, _PLAIN_SIZE[axis == "height"])
    return {bound + off for bound in bounds for off in (-1, 0, 1)} | {plain, plain + plain // 4}


def _missed(demands: list[Demand], size: Size) -> Iterator[str]:
    """Codes of what a size misses; empty for what it misses by more than one px."""
    width, height = size
    for one in demands:
        if one.fits(width, height):
            continue
        if one.axis in {"width", "height"}:
            side, codes = (width, WIDTH) if one.axis == "width" else (height, HEIGHT)
            code = codes[2] if one.at_least == one.at_most else codes[side > one.at_most]
            by_one = one.takes(side, 1)
        else:
            code = "photo.ratio" if one.axis == "shape" else "photo.multiple"
            beside = ((width + 1, height), (width - 1, height), (width, height + 1))
            by_one = any(one.fits(*other) for other in (*beside, (width, height - 1)))
        yield code if by_one else ""


# --- bytes ----------------------------------------------------------------------------------------


def _weight(size: Size) -> int:
    """As many bytes as no grey picture of that size has."""
    return size[0] * size[1] // 50 + 1500
