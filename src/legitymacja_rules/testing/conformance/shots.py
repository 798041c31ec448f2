"""Photos made for one requirement: one that fits, and those on either side of each bound.

The fitting one is what `photo.prepare` makes of a large picture, so that a school of any vendor's has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ...facts import Pupil
from ...photo import Prepared, prepare
from ...regulation import PhotoRequirement
from ...vocabulary import ImageFormat
from ..photo_files import PhotoFile, written

__all__ = ["LARGE", "beside", "fitting", "told"]

WORDS = re.compile(r"[^\W_]+")

_NAMELESS = "photo-1.jpg"
"""A name that says nothing of a pupil."""

LARGE = PhotoFile(720, 960, dpi=600, name=_NAMELESS)
"""What a phone makes, in small."""

Aimed = Iterator[tuple[PhotoFile, tuple[str, ...]]]
"""Photos, each with the conditions on whose boundary it lies."""


def told(shot: PhotoFile) -> str:
    """What a photo is, without its name, which may be a pupil's."""
    parts = [f"{shot.format} of {shot.width}×{shot.height} px"]
    parts += [f"{shot.dpi} dpi" if shot.dpi else "no dpi"]
    parts += [f"{shot.size} bytes"] if shot.size else []
    parts += ["turned by EXIF"] if shot.turned else []
    parts += ["broken off"] if shot.broken else []
    return ", ".join(parts)


def fitting(asked: PhotoRequirement | None, pupil: Pupil) -> PhotoFile:
    """A shot in which no machine finds a fault; the large one where nothing can be made to fit."""
    return _fitting(asked, pupil) if asked else LARGE


@lru_cache(maxsize=256)
def _fitting(asked: PhotoRequirement, pupil: Pupil) -> PhotoFile:
    made = prepare(written(LARGE).data, asked, pupil=pupil)
    if not isinstance(made, Prepared):
        return LARGE
    facts = made.facts
    sides = facts.width or LARGE.width, facts.height or LARGE.height
    format_: ImageFormat = "PNG" if facts.format == "PNG" else "JPEG"
    return PhotoFile(*sides, facts.dpi, format_, made.filename)


def beside(asked: PhotoRequirement | None, good: PhotoFile) -> Aimed:
    """Shots on, below and above each bound of a requirement, with the conditions they aim at."""
    if good.format == "JPEG":
        yield replace(good, turned=True), ("photo.width", "photo.height", "photo.ratio")
    yield replace(good, format="PNG" if good.format == "JPEG" else "JPEG"), ("photo.format",)
    yield replace(good, broken=True), ("photo.readable",)
    if asked is None:
        return
    yield from _by_sides(asked, good)
    if shape := asked.ratio:
        widest = int(good.height * shape.width / shape.height + shape.tolerance)
        for px in (widest, widest + 1):
            yield replace(good, width=px), ("photo.ratio",)
    yield from _by_size(asked, good)
    if row := asked.dpi:
        for bound in filter(None, (row.at_least, row.at_most)):
            for dpi in (bound - 1, bound, bound + 1):
                yield replace(good, dpi=dpi), ("photo.dpi",)
        yield replace(good, dpi=None), ("photo.dpi",)
    stem, _, usual = (good.name or _NAMELESS).rpartition(".")
    if asked.naming:
        yield replace(good, name=_NAMELESS), ("photo.name",)
        yield (
            replace(good, name=f"{'-'.join(reversed(WORDS.findall(stem)))}.{usual}"),
            ("photo.name",),
        )
    if asked.extensions:
        for other in ("jpeg", "jfif", usual.upper()):
            yield replace(good, name=f"{stem}.{other}"), ("photo.extension",)


def _by_sides(asked: PhotoRequirement, good: PhotoFile) -> Aimed:
    row = asked.pixels
    if row is None:
        return
    least = replace(good, width=row.min_width or good.width, height=row.min_height or good.height)
    both = ("photo.width", "photo.height", "photo.ratio")
    yield least, both
    swapped = replace(least, width=least.height, height=least.width)
    yield swapped, both
    if good.format == "JPEG":
        yield replace(least, turned=True), both
        yield replace(swapped, turned=True), both
    for side, bounds in (
        ("width", (row.min_width, row.max_width)),
        ("height", (row.min_height, row.max_height)),
    ):
        for bound in filter(None, bounds):
            for px in (bound - 1, bound + 1):
                changed: Any = {side: px}
                yield replace(least, **changed), (f"photo.{side}",)


def _by_size(asked: PhotoRequirement, good: PhotoFile) -> Aimed:
    row = asked.size
    if row is None:
        return
    for kilo in (1024, 1000):
        for bound in filter(None, row.in_bytes(kilo)):
            for size in (bound, bound + 1):
                yield replace(good, size=size), ("photo.size",)
