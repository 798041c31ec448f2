"""From a photo to one that a requirement takes, as far as a machine can see.

What sp6 offers its pupils as a tool: a phone's picture goes in, one that meets the requirements comes
out. It is shown upright, cut to shape about its middle or where the host says, made smaller and never
larger, and written anew with nothing in the file but the picture and its resolution. How it looks
is left alone: no background is replaced, no face is found.

The demands of a requirement fix what has to be; within them a photo is made no larger than an ID can
show. The result is inspected and judged like any upload, and is handed out only if nothing in it is
breached; else the answer is a refusal with what stands in the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil
from types import MappingProxyType
from typing import ClassVar, get_args

from .._base import Count, Record, an_instance
from .._image_header import Header, read
from ..extensions import EXTENSIONS
from ..facts import PhotoFacts, Pupil
from ..findings import STRICT, Finding, Status, breached, met
from ..outcomes import Explained, Refused
from ..photo_demands import MOST, Axis, Demand, demanded
from ..photo_fit import SIDES, Fit, Size, fitted
from ..photo_plans import dpi_for, excluding, name_for
from ..photo_rules import check
from ..regulation import PhotoRequirement
from ..vocabulary import ImageFormat, Lodging
from .decoding import Undecodable, decoded
from .encoding import BEST, MAX_DPI, encoded
from .inspecting import MAX_BYTES, MAX_PIXELS, faulty, inspect
from .pixels import GAP, Picture, reduced, stored, turned, upright

__all__ = ["Crop", "Prepared", "prepare"]

SHOWN_ON_AN_ID: Size = (827, 1063)
"""px: 35 × 45 mm, the largest photo on an ID, printed at 600 dpi."""

QUALITIES = (92, 85, 75, 65, 50, 40)
"""Of a JPEG, the best first; below the last one a face is not worth printing."""

SHRINKING = Fraction(4, 5)
"""By how much the sides are made smaller, again and again, where quality alone does not do."""

BECAUSE: Mapping[str, str] = MappingProxyType(
    {
        "photo.width": "never_enlarged",
        "photo.height": "never_enlarged",
        "photo.width_exactly": "never_enlarged",
        "photo.height_exactly": "never_enlarged",
        "photo.multiple": "never_enlarged",
        "photo.ratio": "never_enlarged",
        "photo.min_size": "never_padded",
        "photo.size": "not_smaller",
    }
)
"""Code of a breach → why nothing can be done about it."""


ABOUT: Mapping[Axis, str] = MappingProxyType(
    {
        "format": "photo.format",
        "extension": "photo.extension",
        "width": "photo.width",
        "height": "photo.height",
        "shape": "photo.ratio",
        "multiple": "photo.multiple",
        "dpi": "photo.dpi",
        "bytes": "photo.size",
        "name": "photo.name",
    }
)
"""What demands are about → the condition that judges it."""


class Crop(Record):
    """The part of a photo that is to be kept, in px of the picture as it is shown.

    Attributes:
        left: how far it lies from the left edge.
        top: how far from the upper edge.
        width: how wide it is.
        height: how high.

    >>> Crop(left=100, top=0, width=700, height=900).within((800, 900))
    True
    """

    left: Count
    top: Count
    width: Count
    height: Count

    @property
    def size(self) -> Size:
        """Its width and height."""
        return self.width, self.height

    def within(self, size: Size) -> bool:
        """Whether it is a part of a picture of that size."""
        fits = self.left + self.width <= size[0] and self.top + self.height <= size[1]
        return fits and self.width > 0 and self.height > 0


@dataclass(frozen=True, slots=True)
class Prepared(Explained):
    """A photo that meets what a machine can see; what a human has to look at is among the findings.

    Attributes:
        findings: what `check` says of it.
        facts: what `inspect` says of it.
        data: the new file; shown by no repr, and in JSON as base64.
        filename: its name, private.
    """

    __pydantic_config__: ClassVar = {
        **STRICT,
        "ser_json_bytes": "base64",
        "val_json_bytes": "base64",
    }

    findings: tuple[Finding, ...]
    facts: PhotoFacts
    data: bytes = field(repr=False)
    filename: str = field(repr=False)


def prepare(
    data: bytes,
    requirement: PhotoRequirement | None,
    *,
    crop: Crop | None = None,
    filename: str | None = None,
    pupil: Pupil | None = None,
    sent_by: Lodging | None = None,
    max_bytes: int = MAX_BYTES,
    max_pixels: int = MAX_PIXELS,
) -> Prepared | Refused:
    """A photo that a requirement takes, made of another; or why none can be made.

    The same bytes, requirement and build of Pillow give the same bytes.

    Args:
        data: the file's content; any bytes at all.
        requirement: what `Regulation.photo_for` gives; None where the school asks nothing known.
        crop: the part that is to be kept; without it all, or what the shape leaves of it about its
            middle.
        filename: the name it came under, if any; its stem is kept where no text asks for another.
        pupil: whose photo it is; needed where the file is to be named after the pupil.
        sent_by: by which way the file will go; an upload may need no name.
        max_bytes: a file with more bytes is too heavy to be read.
        max_pixels: a picture with more px is too large to be read.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> asked = variants.get("sp6").photo_for("mlegitymacja")
    >>> print(prepare(b"%PDF-1.7 ...", asked).explain("en", reasons_only=True))
    REFUSED
    [x] format of the photo (its content): PDF (required: JPEG/PNG) [sp6:photo-creator]
          Save the photo in the required format; renaming alone does not help.
    """
    an_instance(data, bytes, "data")
    for value, kind, name in (
        (requirement, PhotoRequirement, "requirement"),
        (crop, Crop, "crop"),
        (filename, str, "filename"),
        (pupil, Pupil, "pupil"),
    ):
        if value is not None:
            an_instance(value, kind, name)
    try:
        header = _read(data, max_bytes, max_pixels, requirement)
        part = _part(header, crop, requirement)
        made = _made(data, header, part, requirement, filename, pupil, sent_by)
    except _ImpossibleError as why:
        return Refused(why.findings)
    facts = inspect(made.data, filename=made.filename)
    verdict = check(facts, requirement, pupil=pupil, sent_by=sent_by)
    broken = tuple(_explained(one) for one in verdict.findings if one.status is Status.BREACHED)
    if broken:
        return Refused(broken)
    prepared = met("photo.prepared", _creator(requirement))
    return Prepared((prepared, *verdict.findings), facts, made.data, made.filename)


class _ImpossibleError(Exception):
    """Nothing can be made of it; it never leaves this room."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__()
        self.findings = findings


def _creator(asked: PhotoRequirement | None) -> str:
    """The clause under which a photo is made: the school's own offer, or else what asks for one."""
    if asked is None:
        return "invariant:one-picture"
    return (asked.creator or asked.first()).clause


def _explained(finding: Finding) -> Finding:
    return finding.noting(BECAUSE[finding.code]) if finding.code in BECAUSE else finding


# --- what there is --------------------------------------------------------------------------------


def _read(data: bytes, max_bytes: int, max_pixels: int, asked: PhotoRequirement | None) -> Header:
    header = read(data)
    if fault := faulty(data, header, max_bytes, max_pixels):
        raise _ImpossibleError(breached("photo.readable", _creator(asked), fault))
    if header.width is None:
        limit = "/".join(get_args(ImageFormat))
        raise _ImpossibleError(breached("photo.format", _creator(asked), header.format, limit))
    return header


def _part(header: Header, crop: Crop | None, asked: PhotoRequirement | None) -> Crop:
    width, height = header.width or 0, header.height or 0
    part = crop or Crop(left=0, top=0, width=width, height=height)
    if not part.within((width, height)):
        wanted = f"{part.width}×{part.height}+{part.left}+{part.top}"
        limit = f"{width}×{height}"
        raise _ImpossibleError(breached("photo.crop", _creator(asked), wanted, limit))
    return part


# --- what is to be made of it ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _File:
    data: bytes
    filename: str


@dataclass(frozen=True, slots=True)
class _Target:
    """What the new file has to be, beside its size.

    Attributes:
        kind: its format.
        extension: that of its name.
        dpi: its resolution, if it is to state one.
        least, most: its bytes.
    """

    kind: ImageFormat
    extension: str
    dpi: int | None
    least: int
    most: int

    def encoded(self, picture: Picture, quality: int) -> bytes:
        """The picture as such a file."""
        return encoded(picture, self.kind, self.dpi, quality)


def _target(header: Header, demands: Sequence[Demand]) -> _Target:
    for conflict in excluding(demands):
        raise _apart(conflict.axis, conflict.clauses)
    endings = [
        (kind, extension)
        for kind in get_args(ImageFormat)
        for extension in EXTENSIONS[kind]
        if all(kind in one.any_of for one in demands if one.axis == "format")
        and all(extension in one.any_of for one in demands if one.axis == "extension")
    ]
    if not endings:
        raise _apart("extension", _clauses(demands, "format", "extension"))
    dpi = header.dpi
    if any(one.axis == "dpi" for one in demands):
        dpi = dpi_for(dpi, demands)
        if dpi > MAX_DPI:
            raise _apart("dpi", _clauses(demands, "dpi"))
    weights = [one for one in demands if one.axis == "bytes"]
    return _Target(
        *endings[0],
        dpi if dpi and dpi <= MAX_DPI else None,
        max((one.at_least for one in weights), default=0),
        min((one.at_most for one in weights), default=MOST),
    )


def _clauses(demands: Sequence[Demand], *axes: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.clause for one in demands if one.axis in axes))


def _apart(axis: Axis, clauses: tuple[str, ...]) -> _ImpossibleError:
    about = ABOUT[axis]
    return _ImpossibleError(breached("photo.demands", clauses[0], subject=about, also=clauses[1:]))


def _made(
    data: bytes,
    header: Header,
    part: Crop,
    asked: PhotoRequirement | None,
    filename: str | None,
    pupil: Pupil | None,
    sent_by: Lodging | None,
) -> _File:
    demands = tuple(demanded(asked, sent_by)) if asked else ()
    target = _target(header, demands)
    fit = fitted(part.size, demands, SHOWN_ON_AN_ID)
    if fit.size is None:
        raise _ImpossibleError(*_unfit(part.size, fit.cut, asked, demands))
    stem = filename or ""
    name = name_for(stem, target.extension, demands, pupil)
    # Where it cannot be named as asked, `check` says what is missing.
    name = name or name_for(stem, target.extension, (), None) or ""
    try:
        return _File(_best(_Darkroom(data, header, part), target, fit, demands), name)
    except Undecodable:
        raise _ImpossibleError(breached("photo.readable", _creator(asked), "undecodable")) from None


def _unfit(
    part: Size, cut: Size, asked: PhotoRequirement | None, demands: Sequence[Demand]
) -> tuple[Finding, ...]:
    """Why no size will do: the part is too small, or the demands cannot be met together at all."""
    apart = _apart("shape", _clauses(demands, *SIDES, "shape", "multiple")).findings
    if fitted(part, demands).size is None:
        return apart
    facts = PhotoFacts(format="JPEG", size=1, width=cut[0], height=cut[1])
    broken = [one for one in check(facts, asked).findings if one.status is Status.BREACHED]
    small = tuple(_explained(one) for one in broken if BECAUSE.get(one.code) == "never_enlarged")
    return small or tuple(one.noting("never_enlarged") for one in apart)


# --- making it ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Darkroom:
    """Where a part of a picture is developed, in any size."""

    data: bytes
    header: Header
    part: Crop

    def developed(self, fit: Fit) -> Picture:
        """The middle of the part, cut and sized, upright."""
        turn = self.header.orientation
        cut, size = turned(fit.cut, turn), turned(fit.size or fit.cut, turn)
        whole = turned((self.header.width or 0, self.header.height or 0), turn)
        left = self.part.left + (self.part.width - fit.cut[0]) / 2
        top = self.part.top + (self.part.height - fit.cut[1]) / 2
        box = stored((left, top, left + fit.cut[0], top + fit.cut[1]), whole, turn)
        # No larger than it is wanted: a JPEG can be decoded smaller than it is.
        wanted = [
            ceil(side * GAP * new / old) for side, new, old in zip(whole, size, cut, strict=True)
        ]
        source = decoded(self.data, self.header, (wanted[0], wanted[1]))
        across, down = source.width / whole[0], source.height / whole[1]
        reached = (box[0] * across, box[1] * down, box[2] * across, box[3] * down)
        return upright(reduced(source, size, reached), turn)


def _best(room: _Darkroom, target: _Target, fit: Fit, demands: Sequence[Demand]) -> bytes:
    """The first file of the right weight, or the last one that was tried."""
    file = b""
    for file in _tried(room, target, fit, demands):
        if target.least <= len(file) <= target.most:
            break
    return file


def _tried(
    room: _Darkroom, target: _Target, fit: Fit, demands: Sequence[Demand]
) -> Iterator[bytes]:
    """Files of the size wanted, the best first; then heavier ones if it is too light, or smaller."""
    qualities = QUALITIES if target.kind == "JPEG" else (BEST,)
    whole = room.part.size
    picture = room.developed(fit)
    first = target.encoded(picture, qualities[0])
    yield first
    if len(first) < target.least:
        for heavier in (picture, room.developed(fitted(whole, demands, whole))):
            yield target.encoded(heavier, BEST)
        return
    for quality in qualities[1:]:
        yield target.encoded(picture, quality)
    while (smaller := fitted(whole, demands, _shrunk(fit))) != fit and smaller.size:
        fit, picture = smaller, room.developed(smaller)
        for quality in qualities[-2:]:
            yield target.encoded(picture, quality)


def _shrunk(fit: Fit) -> Size:
    width, height = fit.size or fit.cut
    return max(1, int(width * SHRINKING)), max(1, int(height * SHRINKING))
