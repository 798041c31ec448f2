"""Photos: whatever the bytes, there are facts; the host's Pillow is left as it was, and nothing warns."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal
from zlib import crc32

from PIL import Image, ImageFile, JpegImagePlugin, PngImagePlugin

from legitymacja_rules import Refused, photo, variants
from legitymacja_rules.facts import PhotoFacts
from legitymacja_rules.findings import Status
from legitymacja_rules.loading import dump, load
from legitymacja_rules.photo import Crop
from legitymacja_rules.regulation import Dpi, FileSize, Formats, PhotoRequirement, Pixels, Ratio
from pictures import GOOD, POLYGLOTS

__all__ = ["inspect", "left_alone", "prepare", "seeds"]

DECODED = {"JPEG": JpegImagePlugin.JpegImageFile, "PNG": PngImagePlugin.PngImageFile}
UNREAD = {"empty", "not_a_picture", "truncated", "corrupt"}
"""The faults of a header that says no sides."""

SEEN_AS_A_WHOLE = {"fault", "hints", "doubles_as"}
"""What decoding adds."""

ASKED: tuple[PhotoRequirement | None, ...] = (
    None,
    *(variants.get(school).photo_for("mlegitymacja") for school in variants.names()),
    variants.get("ostroleka").photo_for("id_duplicate"),
    PhotoRequirement(
        formats=Formats(any_of=("PNG",), clause="x:1"),
        size=FileSize(min_kb=Decimal("0.1"), max_kb=Decimal("1.5"), clause="x:2"),
        ratio=Ratio(width=3, height=4, clause="x:3"),
        dpi=Dpi(at_least=300, at_most=600, clause="x:4"),
    ),
    PhotoRequirement(
        pixels=Pixels(min_width=8, max_width=20, min_height=8, clause="x:1"),
        size=FileSize(max_kb=Decimal("0.8"), clause="x:2"),
    ),
)
"""What may be asked of a photo; small ones meet the last of them."""

PARTS = (None, None, None, Crop(left=2, top=1, width=9, height=12))

SLOW = range(1_000_001, photo.MAX_PIXELS + 1)
"""Pixels that take long to decode, and show nothing that fewer would not."""


def inspect(data: bytes) -> None:
    """There are facts, they hang together, and decoding takes back nothing of them but soundness."""
    with left_alone():
        facts = photo.inspect(data)
    _hang_together(facts, data)
    if (facts.width or 0) * (facts.height or 0) in SLOW:
        return
    with left_alone():
        whole = photo.inspect(data, whole=True)
    _hang_together(whole, data)
    assert _of_header(whole) == _of_header(facts)
    if facts.fault or facts.format not in DECODED:
        assert whole.fault == facts.fault
    elif whole.fault:
        assert whole.fault not in UNREAD
    else:
        assert _decoded(facts.format, data) in (None, {facts.width, facts.height})


def prepare(data: bytes) -> None:
    """A photo that holds nothing but its picture and in which nothing is breached, or the reasons."""
    header = photo.inspect(data)
    if (header.width or 0) * (header.height or 0) in SLOW:
        return
    chance = crc32(data)
    asked = ASKED[chance % len(ASKED)]
    crop = PARTS[chance // len(ASKED) % len(PARTS)]
    with left_alone():
        made = photo.prepare(data, asked, crop=crop, filename="photo.png")
    assert load(type(made), dump(made)) == made
    if isinstance(made, Refused):
        assert made.reasons
        assert made.status is Status.BREACHED
        return
    facts = photo.inspect(made.data, filename=made.filename, whole=True)
    assert (facts.fault, facts.doubles_as, facts.metadata, facts.misnamed) == (
        None,
        None,
        (),
        False,
    )
    assert photo.check(facts, asked).status is not Status.BREACHED
    assert (facts.width or 0) <= (header.width or 0)
    assert (facts.height or 0) <= (header.height or 0)
    assert photo.prepare(data, asked, crop=crop, filename="photo.png") == made


def seeds() -> Iterable[bytes]:
    """Good pictures, and files that are two things."""
    return (*GOOD.values(), *POLYGLOTS.values())


@contextmanager
def left_alone() -> Iterator[None]:
    """Neither a warning is heard nor a setting changed that all users of Pillow share."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        yield
    assert not heard, [str(one.message) for one in heard]
    assert _shared() == AS_SHIPPED


def _shared() -> tuple[object, ...]:
    return (
        Image.MAX_IMAGE_PIXELS,
        ImageFile.LOAD_TRUNCATED_IMAGES,
        ImageFile.MAXBLOCK,
        ImageFile.SAFEBLOCK,
        PngImagePlugin.MAX_TEXT_CHUNK,
        PngImagePlugin.MAX_TEXT_MEMORY,
    )


AS_SHIPPED = _shared()
"""Pillow's settings before anything was asked here."""


def _of_header(facts: PhotoFacts) -> dict[str, object]:
    return {name: value for name, value in facts if name not in SEEN_AS_A_WHOLE}


def _hang_together(facts: PhotoFacts, data: bytes) -> None:
    assert facts.size == len(data)
    assert (facts.width is None) is (facts.height is None)
    assert 0 not in (facts.width, facts.height, facts.dpi)
    assert (facts.dpi is None) is (facts.dpi_doubt is not None)
    sized = facts.format in DECODED and facts.fault not in UNREAD
    assert (facts.width is not None) is sized
    assert facts.dpi is None or sized
    assert load(PhotoFacts, dump(facts)) == facts


def _decoded(format_: str, data: bytes) -> set[int] | None:
    """The sides that Pillow reads, turned or not; None where it stumbles over what is no pixel."""
    with warnings.catch_warnings(), suppress(Exception):
        warnings.simplefilter("ignore")
        with DECODED[format_](io.BytesIO(data)) as picture:
            return {*picture.size}
    return None
