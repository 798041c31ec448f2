"""Photos: whatever the bytes, there are facts; the host's Pillow is left as it was, and nothing warns."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from PIL import Image, ImageFile, JpegImagePlugin, PngImagePlugin

from legitymacja_rules import photo
from legitymacja_rules.facts import PhotoFacts
from legitymacja_rules.loading import dump, load
from pictures import GOOD, POLYGLOTS

__all__ = ["inspect", "left_alone", "seeds"]

DECODED = {"JPEG": JpegImagePlugin.JpegImageFile, "PNG": PngImagePlugin.PngImageFile}
UNREAD = {"empty", "not_a_picture", "truncated", "corrupt"}
"""The faults of a header that says no sides."""

SEEN_AS_A_WHOLE = {"fault", "hints", "doubles_as"}
"""What decoding adds."""

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


def seeds() -> Iterable[bytes]:
    """Good pictures, and files that are two things."""
    return (*GOOD.values(), *POLYGLOTS.values())


@contextmanager
def left_alone() -> Iterator[None]:
    """Neither a warning is heard nor a setting changed that all users of Pillow share."""
    before = _settings()
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        yield
    assert not heard, [str(one.message) for one in heard]
    assert _settings() == before


def _settings() -> tuple[object, ...]:
    return (
        Image.MAX_IMAGE_PIXELS,
        ImageFile.LOAD_TRUNCATED_IMAGES,
        ImageFile.MAXBLOCK,
        ImageFile.SAFEBLOCK,
        PngImagePlugin.MAX_TEXT_CHUNK,
        PngImagePlugin.MAX_TEXT_MEMORY,
        tuple(Image.ID),
        tuple(Image.OPEN),
    )


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
