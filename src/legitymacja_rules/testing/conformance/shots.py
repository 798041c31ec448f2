"""Photos as real bytes, made for one requirement: one that fits, and those on either side of each bound.

A shot says what a file is to be; `developed` makes it. The fitting one is what `photo.prepare` makes of a
large picture, so that a school of any vendor's has one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from PIL import Image

from ...facts import Pupil
from ...photo import Prepared, prepare
from ...regulation import PhotoRequirement
from .system import Upload

__all__ = ["LARGE", "Shot", "beside", "developed", "fitting"]


class Shot(NamedTuple):
    """A photo to be made; `size` pads the file behind the picture, `broken` breaks it off."""

    width: int
    height: int
    dpi: int | None = 300
    format: str = "JPEG"
    name: str | None = "photo-1.jpg"
    size: int | None = None
    broken: bool = False

    @property
    def told(self) -> str:
        """What it is, without its name, which may be a pupil's."""
        parts = [f"{self.format} of {self.width}×{self.height} px"]
        parts += [f"{self.dpi} dpi" if self.dpi else "no dpi"]
        parts += [f"{self.size} bytes"] if self.size else []
        parts += ["broken off"] if self.broken else []
        return ", ".join(parts)


LARGE = Shot(720, 960, dpi=600)
"""What a phone makes, in small."""


@lru_cache(maxsize=64)
def developed(shot: Shot) -> Upload:
    """The file of a shot."""
    out = io.BytesIO()
    extra: dict[str, Any] = {"dpi": (shot.dpi, shot.dpi)} if shot.dpi else {}
    Image.new("RGB", (shot.width, shot.height), (190, 180, 170)).save(out, shot.format, **extra)
    data = out.getvalue()
    if shot.broken:
        data = data[: len(data) // 2]
    padding = max(0, (shot.size or 0) - len(data))
    return Upload(data + bytes(padding), shot.name)


def fitting(asked: PhotoRequirement | None, pupil: Pupil) -> Shot:
    """A shot in which no machine finds a fault; the large one where nothing can be made to fit."""
    return _fitting(asked, pupil) if asked else LARGE


@lru_cache(maxsize=256)
def _fitting(asked: PhotoRequirement, pupil: Pupil) -> Shot:
    made = prepare(developed(LARGE).data, asked, pupil=pupil)
    if not isinstance(made, Prepared):
        return LARGE
    facts = made.facts
    sides = facts.width or LARGE.width, facts.height or LARGE.height
    return Shot(*sides, facts.dpi, facts.format, made.filename)


def beside(asked: PhotoRequirement | None, good: Shot) -> Iterator[tuple[Shot, tuple[str, ...]]]:
    """Shots on, below and above each bound of a requirement, with the conditions they aim at."""
    yield good._replace(format="PNG" if good.format == "JPEG" else "JPEG"), ("photo.format",)
    yield good._replace(broken=True), ("photo.readable",)
    if asked is None:
        return
    yield from _by_sides(asked, good)
    yield from _by_size(asked, good)
    if row := asked.dpi:
        for bound in filter(None, (row.at_least, row.at_most)):
            for dpi in (bound - 1, bound, bound + 1):
                yield good._replace(dpi=dpi), ("photo.dpi",)
        yield good._replace(dpi=None), ("photo.dpi",)
    if asked.naming:
        yield good._replace(name="photo-1.jpg"), ("photo.name",)
    if asked.extensions:
        yield good._replace(name=f"{good.name}.jfif"), ("photo.extension",)


def _by_sides(asked: PhotoRequirement, good: Shot) -> Iterator[tuple[Shot, tuple[str, ...]]]:
    row = asked.pixels
    if row is None:
        return
    least = good._replace(width=row.min_width or good.width, height=row.min_height or good.height)
    both = ("photo.width", "photo.height", "photo.ratio")
    yield least, both
    yield least._replace(width=least.height, height=least.width), both
    for side, bounds in (
        ("width", (row.min_width, row.max_width)),
        ("height", (row.min_height, row.max_height)),
    ):
        for bound in filter(None, bounds):
            for px in (bound - 1, bound + 1):
                changed: Any = {side: px}
                yield least._replace(**changed), (f"photo.{side}",)


def _by_size(asked: PhotoRequirement, good: Shot) -> Iterator[tuple[Shot, tuple[str, ...]]]:
    row = asked.size
    if row is None:
        return
    for kilo in (1024, 1000):
        for bound in filter(None, row.in_bytes(kilo)):
            for size in (bound, bound + 1):
                yield good._replace(size=size), ("photo.size",)
