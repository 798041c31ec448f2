"""Photos as real bytes that meet a requirement, or miss it by one unit in one place.

Any requirement will do, one of the five schools' or one that somebody made up. How a photo may be that meets it,
or misses it in one place, the room `photo_bounds` tells. A file like that is written, as it is shown or turned
by EXIF, and of so many bytes as are asked for.

A miss is named by the code of the finding that is not met then, such as ``photo.height``; `misses` tells
which there are. One unit is a px, a dpi, a byte, a sign of the name, or the other format. The finding is
breached, or open where the text lets somebody look at it or accept it. What no photo can miss alone is no
miss, as the format where a JPEG and a PNG will both do and nothing else is a picture. Of a pupil without a
class no name is right where the class stands in it: then every photo misses its name, and nothing else alone.

A photo shrinks to the smallest one that will do, under the plainest name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

from hypothesis import strategies as st

from .._base import an_instance
from ..errors import WrongArgument
from ..facts import PhotoFacts, Pupil
from ..photo import inspect
from ..regulation import FaceShare, PhotoRequirement
from ..vocabulary import Lodging
from .arguments import a_word
from .drawing import number, pick, whether
from .persons import PLAIN_PUPIL
from .photo_bounds import ANY_PHOTO, MISSES, Bounds, bounds, nameless
from .photo_files import PhotoFile, written
from .uploads import Upload

__all__ = ["best_facts", "misses", "photo_facts", "photos", "some_facts"]


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
    return tuple(code for code in MISSES if bounds(requirement, code, pupil, sent_by) is not None)


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
    return _photos(_bounds_or_wrong(requirement, miss, pupil, sent_by))


def _bounds_or_wrong(
    requirement: PhotoRequirement, miss: str | None, pupil: Pupil, sent_by: Lodging | None
) -> Bounds:
    """How such a photo may be, or why none is."""
    _checked(requirement, miss, pupil, sent_by)
    asked = bounds(requirement, miss, pupil, sent_by)
    if asked is None:
        if miss is None and nameless(requirement, pupil, sent_by):
            raise WrongArgument(
                "pupil", "a pupil with a class, and names that a file name can hold"
            )
        what = "requirement" if miss is None else "miss"
        raise WrongArgument(what, "something that a photo of at most two megapixels can do")
    return asked


@st.composite
def _photos(draw: st.DrawFn, asked: Bounds) -> Upload:
    return written(_one(draw, asked))


def _one(draw: st.DrawFn, asked: Bounds) -> PhotoFile:
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
    return _facts(_bounds_or_wrong(requirement, miss, pupil, sent_by), requirement.face_share)


@st.composite
def _facts(draw: st.DrawFn, asked: Bounds, share: FaceShare | None) -> PhotoFacts:
    return _seen(draw, asked, share)


def some_facts(
    draw: st.DrawFn,
    requirement: PhotoRequirement,
    miss: str | None,
    pupil: Pupil,
    sent_by: Lodging | None = None,
) -> PhotoFacts:
    """The facts of a photo, drawn by hand."""
    return _seen(draw, _bounds_or_wrong(requirement, miss, pupil, sent_by), requirement.face_share)


def best_facts(draw: st.DrawFn, requirement: PhotoRequirement, pupil: Pupil) -> PhotoFacts:
    """The facts of a photo as the text wants it, as far as one can be drawn.

    Under some name if none can be made of the pupil's data; some photo if the text wants what none can be.
    """
    best, unnamed = (bounds(requirement, miss, pupil, None) for miss in (None, "photo.name"))
    return _seen(draw, best or unnamed or ANY_PHOTO, requirement.face_share)


def _seen(draw: st.DrawFn, asked: Bounds, share: FaceShare | None) -> PhotoFacts:
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
        a_word(miss, MISSES, "miss")
    if sent_by is not None:
        a_word(sent_by, get_args(Lodging), "sent_by")
