"""Photos as real bytes that meet a requirement, or miss it by one unit in one place.

Any requirement will do, one of the five schools' or one that somebody made up. What it demands is found by
the same demands by which the library plans a photo; which sizes keep them all, and which all but one, is
tried out on the few sizes at the bounds. Then a file of that size is written, as it is shown or turned by
EXIF, and of so many bytes as are asked for.

A miss is named by the code of the finding that is not met then, such as ``photo.height``; `misses` tells
which there are. One unit is a px, a dpi, a byte, a sign of the name, or the other format. The finding is
breached, or open where the text lets somebody look at it or accept it. What no photo can miss alone is no
miss, as the format where a JPEG and a PNG will both do and nothing else is a picture. Of a pupil without a
class no name is right where the class stands in it: then every photo misses its name, and nothing else alone.

A photo shrinks to the smallest one that will do, under the plainest name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import get_args

from hypothesis import strategies as st

from .._base import an_instance
from ..errors import WrongArgument
from ..extensions import EXTENSIONS
from ..facts import PhotoFacts, Pupil
from ..naming import file_name, matches
from ..photo import MAX_BYTES, inspect
from ..photo_demands import MOST, Demand, demanded
from ..photo_rules import HEIGHT, KILO, WIDTH
from ..regulation import FaceShare, Naming, PhotoRequirement
from ..vocabulary import ImageFormat, Lodging
from .arguments import a_word
from .drawing import number, pick, whether
from .persons import PLAIN_PUPIL
from .photo_files import PhotoFile, written
from .uploads import Upload

__all__ = ["best_facts", "misses", "photo_facts", "photos", "some_facts"]

FORMATS: tuple[ImageFormat, ...] = get_args(ImageFormat)

MOST_PIXELS, MOST_SIDE = 2_000_000, 10_000
"""More are not drawn, for writing them takes long."""

_PLAIN_SIZE = (35, 45)
_PLAIN_DPI = (300, 72, 600, None)

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be drawn: how a photo may be, for each thing that a requirement demands of one."""

    files: tuple[tuple[ImageFormat, str | None], ...]
    sizes: tuple[Size, ...]
    dpi: tuple[int | None, ...]
    weights: tuple[int | None, ...]


_ANY_PHOTO = _Asked((("JPEG", "photo.jpg"),), (_PLAIN_SIZE,), _PLAIN_DPI, (None,))


def misses(
    requirement: PhotoRequirement, *, pupil: Pupil = PLAIN_PUPIL, sent_by: Lodging | None = None
) -> tuple[str, ...]:
    """What a photo can miss alone and by one unit, as codes of findings.

    Args:
        requirement: what one procedure of one school asks.
        pupil: whose photo it is.
        sent_by: by which way the file comes; an upload may need no name.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> misses(variants.get("leczna").photo_for("school_id"))
    ('photo.width', 'photo.height', 'photo.dpi', 'photo.size', 'photo.format', 'photo.name')
    """
    _checked(requirement, None, pupil, sent_by)
    return tuple(code for code in _CODES if _asked(requirement, code, pupil, sent_by) is not None)


def photos(
    requirement: PhotoRequirement,
    *,
    miss: str | None = None,
    pupil: Pupil = PLAIN_PUPIL,
    sent_by: Lodging | None = None,
) -> st.SearchStrategy[Upload]:
    """Photos that meet all of a requirement that a machine can see; or all but one thing.

    Args:
        requirement: what one procedure of one school asks.
        miss: what they miss by one unit, one of `misses`; None if they miss nothing.
        pupil: whose photo it is; names are made of the pupil's.
        sent_by: by which way the file comes; an upload may need no name.

    Raises:
        WrongArgument: if an argument is of another type, or no photo that can be drawn is like that;
            the pupil is the wrong one if no name of a file can be made of what is known of it.

    >>> from legitymacja_rules import photo, variants
    >>> from legitymacja_rules.testing import simplest
    >>> asked = variants.get("grojec").photo_for("mlegitymacja")
    >>> for miss in (None, "photo.height"):
    ...     upload = simplest(photos(asked, miss=miss))
    ...     facts = photo.inspect(upload.data, filename=upload.filename)
    ...     facts.width, facts.height, upload.filename
    (492, 633, 'anna-kowalska-4b.jpg')
    (492, 632, 'anna-kowalska-4b.jpg')
    """
    _checked(requirement, miss, pupil, sent_by)
    return _photos(_checked_asked(requirement, miss, pupil, sent_by))


def _checked_asked(
    requirement: PhotoRequirement, miss: str | None, pupil: Pupil, sent_by: Lodging | None
) -> _Asked:
    asked = _asked(requirement, miss, pupil, sent_by)
    if asked is None:
        if miss is None and _nameless(requirement, pupil, sent_by):
            raise WrongArgument(
                "pupil", "a pupil with a class, and names that a file name can hold"
            )
        what = "requirement" if miss is None else "miss"
        raise WrongArgument(what, "something that a photo of at most two megapixels can do")
    return asked


def _nameless(requirement: PhotoRequirement, pupil: Pupil, sent_by: Lodging | None) -> bool:
    """Whether a photo could be as it should, but for its name."""
    good, unnamed = (_asked(requirement, miss, pupil, sent_by) for miss in (None, "photo.name"))
    return good is None and unnamed is not None


@st.composite
def _photos(draw: st.DrawFn, asked: _Asked) -> Upload:
    return written(_one(draw, asked))


def _one(draw: st.DrawFn, asked: _Asked) -> PhotoFile:
    """A file as it is asked for, not written yet."""
    format_, name = pick(draw, asked.files)
    sides, dpi, weight = pick(draw, asked.sizes), pick(draw, asked.dpi), pick(draw, asked.weights)
    turned = whether(draw) and format_ == "JPEG"
    return PhotoFile(*sides, dpi, format_, name, weight, turned)


def photo_facts(
    requirement: PhotoRequirement,
    *,
    miss: str | None = None,
    pupil: Pupil = PLAIN_PUPIL,
    sent_by: Lodging | None = None,
) -> st.SearchStrategy[PhotoFacts]:
    """What `photo.inspect` finds in such photos; the face's share, where asked for, is measured.

    Raises:
        WrongArgument: like `photos`.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.testing import simplest
    >>> simplest(photo_facts(variants.get("ostroleka").photo_for("mlegitymacja"))).face_percent
    70
    """
    _checked(requirement, miss, pupil, sent_by)
    return _facts(_checked_asked(requirement, miss, pupil, sent_by), requirement.face_share)


@st.composite
def _facts(draw: st.DrawFn, asked: _Asked, share: FaceShare | None) -> PhotoFacts:
    return _seen(draw, asked, share)


def some_facts(
    draw: st.DrawFn,
    requirement: PhotoRequirement,
    miss: str | None,
    pupil: Pupil,
    sent_by: Lodging | None = None,
) -> PhotoFacts:
    """The facts of a photo, drawn by hand."""
    return _seen(draw, _checked_asked(requirement, miss, pupil, sent_by), requirement.face_share)


def best_facts(draw: st.DrawFn, requirement: PhotoRequirement, pupil: Pupil) -> PhotoFacts:
    """The facts of a photo as the text wants it, as far as one can be drawn.

    Under some name if none can be made of the pupil's data; some photo if the text wants what none can be.
    """
    best, unnamed = (_asked(requirement, miss, pupil, None) for miss in (None, "photo.name"))
    return _seen(draw, best or unnamed or _ANY_PHOTO, requirement.face_share)


def _seen(draw: st.DrawFn, asked: _Asked, share: FaceShare | None) -> PhotoFacts:
    face = number(draw, share.at_least, share.at_most) if share else None
    return _inspected(_one(draw, asked), face)


@lru_cache(maxsize=1024)
def _inspected(file: PhotoFile, face_percent: int | None) -> PhotoFacts:
    upload = written(file)
    return inspect(upload.data, filename=upload.filename, face_percent=face_percent)


def _checked(
    requirement: PhotoRequirement, miss: str | None, pupil: Pupil, sent_by: Lodging | None
) -> None:
    an_instance(requirement, PhotoRequirement, "requirement")
    an_instance(pupil, Pupil, "pupil")
    if miss is not None:
        a_word(miss, _CODES, "miss")
    if sent_by is not None:
        a_word(sent_by, get_args(Lodging), "sent_by")


# --- what is asked --------------------------------------------------------------------------------


@lru_cache(maxsize=512)
def _asked(
    requirement: PhotoRequirement, miss: str | None, pupil: Pupil, sent_by: Lodging | None
) -> _Asked | None:
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
    return _Asked(files, sizes, dpi, weights)


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
    bounds = [row.in_bytes(kilo) for kilo in KILO[row.megabyte]]
    leasts = [least for least, _ in bounds if least is not None]
    mosts = [most for _, most in bounds if most is not None]
    if miss in _SIZE:
        missed = [max(mosts) + 1] if miss == "photo.size" and mosts else []
        missed += [min(leasts) - 1] if miss == "photo.min_size" and leasts else []
        return tuple(weight for weight in missed if 0 < weight <= MAX_BYTES)
    least, most = max(leasts, default=0), min(mosts, default=MAX_BYTES)
    if least > min(most, MAX_BYTES):
        return ()
    ends = (least, most) if mosts and most <= MAX_BYTES else (least,)
    plain: tuple[None, ...] = () if leasts else (None,)
    return (*plain, *(end for end in dict.fromkeys(ends) if end))


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


_SIDES = (*WIDTH, *HEIGHT, "photo.multiple", "photo.ratio")
_DPI = ("photo.dpi", "photo.dpi_at_most")
_SIZE = ("photo.size", "photo.min_size")
_CODES = (*_SIDES, *_DPI, *_SIZE, "photo.format", "photo.name")
_MOST_DPI = 65_535
"""A JPEG has two bytes for it."""
