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

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar, get_args

from .._base import an_instance
from .._image_header import Header, read, second_format
from .._text import stored_name
from ..errors import WrongArgument
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
from .decoding import Undecodable
from .developing import Crop, Target, developed
from .encoding import MAX_DPI
from .inspecting import MAX_BYTES, MAX_PIXELS, faulty, inspect

__all__ = ["Prepared", "prepare"]

SHOWN_ON_AN_ID: Size = (827, 1063)
"""px: 35 × 45 mm, the largest photo on an ID, printed at 600 dpi."""

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
    if sent_by is not None and sent_by not in get_args(Lodging):
        raise WrongArgument("sent_by", " or ".join(get_args(Lodging)))
    try:
        header = _read(data, max_bytes, max_pixels, requirement)
        part = _part(header, crop, requirement)
    except _ImpossibleError as why:
        return Refused(why.findings)
    upload = _Upload(data, header, part, filename or "", requirement, pupil, sent_by)
    answer = _made(upload, requirement)
    softened = requirement and _strict(requirement)
    if isinstance(answer, Prepared) or softened == requirement:
        return answer
    # What may be waived, or only asks for a look, is given up before a photo is.
    another = _made(upload, softened)
    return another if isinstance(another, Prepared) else answer


@dataclass(frozen=True, slots=True)
class _Upload:
    """A photo that can be read, the part of it that is to be kept, and what is asked of it."""

    data: bytes
    header: Header
    part: Crop
    filename: str
    requirement: PhotoRequirement | None
    pupil: Pupil | None
    sent_by: Lodging | None


def _made(upload: _Upload, asked: PhotoRequirement | None) -> Prepared | Refused:
    """What is made of it by all that is asked, or by a part of that; judged by all of it."""
    demands = tuple(demanded(asked, upload.sent_by)) if asked else ()
    try:
        target = _target(upload.header, demands)
        fit = _fit(upload.part, demands, asked)
        file = developed(upload.data, upload.header, upload.part, fit, target, demands)
    except _ImpossibleError as why:
        return Refused(why.findings)
    except Undecodable:
        unreadable = breached("photo.readable", _creator(upload.requirement), "undecodable")
        return Refused((unreadable,))
    name = _name(upload, target.extension, demands)
    facts = _inspected(file, name)
    verdict = check(facts, upload.requirement, pupil=upload.pupil, sent_by=upload.sent_by)
    broken = tuple(_explained(one) for one in verdict.findings if one.status is Status.BREACHED)
    if broken:
        return Refused(broken)
    prepared = met("photo.prepared", _creator(upload.requirement))
    return Prepared((prepared, *verdict.findings), facts, file, name)


def _name(upload: _Upload, extension: str, demands: Sequence[Demand]) -> str:
    """The name asked for, or else one of the old stem; what is missing is said by `check`."""
    given = _without_dots(stored_name(upload.filename))
    asked_for = name_for(given, extension, demands, upload.pupil)
    return asked_for or name_for(given, extension, (), None) or ""


def _strict(asked: PhotoRequirement) -> PhotoRequirement:
    """What has to be, without the records that may be waived or only ask for a look."""
    soft = {
        name: None
        for name, row in asked
        if getattr(row, "waiver", None) or getattr(row, "strict", True) is False
    }
    return asked.model_copy(update=soft)


def _inspected(file: bytes, name: str) -> PhotoFacts:
    """The facts of what was made here, all of it searched; the host's limits are for what comes in."""
    facts = inspect(file, filename=name, max_bytes=MOST, max_pixels=MOST)
    return facts.model_copy(update={"doubles_as": second_format(file, whole=True)})


def _without_dots(filename: str) -> str:
    """The name with one extension, for a server may heed any of several."""
    stem, dot, last = filename.rpartition(".")
    return f"{stem.replace('.', '-')}{dot}{last}"


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


def _target(header: Header, demands: Sequence[Demand]) -> Target:
    """Beside its size, what the file has to be; or every pair of demands that exclude each other."""
    if conflicts := [*excluding(demands)]:
        apart = (_apart(one.axis, one.clauses) for one in conflicts)
        raise _ImpossibleError(*dict.fromkeys(apart))
    endings = [
        (kind, extension)
        for kind in get_args(ImageFormat)
        for extension in EXTENSIONS[kind]
        if all(kind in one.any_of for one in demands if one.axis == "format")
        and all(extension in one.any_of for one in demands if one.axis == "extension")
    ]
    if not endings:
        raise _ImpossibleError(_apart("extension", _clauses(demands, "format", "extension")))
    dpi = header.dpi
    if any(one.axis == "dpi" for one in demands):
        dpi = dpi_for(dpi, demands)
        if dpi > MAX_DPI:
            raise _ImpossibleError(_apart("dpi", _clauses(demands, "dpi")))
    weights = [one for one in demands if one.axis == "bytes"]
    return Target(
        *endings[0],
        dpi=dpi if dpi and dpi <= MAX_DPI else None,
        least=max((one.at_least for one in weights), default=0),
        most=min((one.at_most for one in weights), default=MOST),
    )


def _fit(part: Crop, demands: Sequence[Demand], asked: PhotoRequirement | None) -> Fit:
    """What of the part is kept and in which size; or why no size will do."""
    fit = fitted(part.size, demands, SHOWN_ON_AN_ID)
    if fit.size:
        return fit
    apart = _apart("shape", _clauses(demands, *SIDES, "shape", "multiple"))
    if fitted(part.size, demands).size is None:
        raise _ImpossibleError(apart)
    facts = PhotoFacts(format="JPEG", size=1, width=fit.cut[0], height=fit.cut[1])
    broken = [one for one in check(facts, asked).findings if one.status is Status.BREACHED]
    small = [_explained(one) for one in broken if BECAUSE.get(one.code) == "never_enlarged"]
    raise _ImpossibleError(*(small or [apart.noting("never_enlarged")]))


def _clauses(demands: Sequence[Demand], *axes: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.clause for one in demands if one.axis in axes))


def _apart(axis: Axis, clauses: tuple[str, ...]) -> Finding:
    return breached("photo.demands", clauses[0], subject=ABOUT[axis], also=clauses[1:])
