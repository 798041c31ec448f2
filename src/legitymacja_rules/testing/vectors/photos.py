"""Photos: each bound of each requirement below it, at it and above it, each format, each name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import permutations
from typing import get_args

from ... import variants
from ..._day import months_after
from ...loading import load
from ...regulation import PROCEDURES, PhotoRequirement
from ...regulation.photos import BINARY, DECIMAL
from ...vocabulary import ContentFault, ContentFormat, Lodging
from .asking import Case, Json, answered, each, telling, words
from .dates import DAY, TODAY, around
from .people import ANNA, BARE, SCHOOLS, photo

__all__ = ["cases"]

Changes = dict[str, dict[str, Json]]

_LEAST: Json = {"min_width": 400, "min_height": 500, "clause": "sp1:1"}
_MOST: Json = {"max_width": 800, "max_height": 1000, "clause": "sp1:1"}
_PRINT: Json = {"width": "35", "height": "45", "dpi": 300, "clause": "sp1:5"}

INVENTED: Mapping[str, Json] = {
    "between": {
        "pixels": {**_LEAST, **_MOST},
        "size": {"min_kb": "20", "max_kb": "500", "megabyte": "binary", "clause": "sp1:2"},
        "dpi": {"at_least": 300, "at_most": 600, "strict": False, "clause": "sp1:3"},
    },
    "at-most": {
        "pixels": _MOST,
        "size": {"min_mb": "0.1", "max_mb": "2", "megabyte": "decimal", "clause": "sp1:2"},
        "age": {"months": 6, "clause": "sp1:4"},
    },
    "exactly": {"pixels": {**_LEAST, "max_width": 400, "max_height": 500}},
    "print": {"millimetres": _PRINT},
    "print-exactly": {"millimetres": {**_PRINT, "exactly": True, "tolerance": 2}},
    "multiple": {"multiple": {"width": 350, "height": 450, "clause": "sp1:6"}},
    "shape": {"ratio": {"width": 350, "height": 450, "strict": True, "clause": "sp1:7"}},
}
"""What no shipped text asks, and any other may."""


def cases() -> Iterator[Case]:
    """All of them."""
    for school in SCHOOLS:
        for procedure in PROCEDURES:
            asked = variants.get(school).photo_for(procedure)
            if asked is not None:
                yield from _of(f"{school}.{procedure}.photo", asked)
    for name, requirement in INVENTED.items():
        asked = load(PhotoRequirement, requirement)
        base = _good(f"photo/invented/{name}", requirement, asked)
        yield base.under("good")
        yield from telling(base, _bounds(asked))
    yield from _everywhere()


def _of(place: str, asked: PhotoRequirement) -> Iterator[Case]:
    base = _good(f"photo/{'/'.join(place.split('.')[:2])}", place, asked)
    yield base.under("good")
    yield from telling(base, {**_bounds(asked), **_files(), **_names(asked), **_unknown()})
    yield from _seen(base)


def _good(name: str, requirement: Json, asked: PhotoRequirement) -> Case:
    """A photo in which no fault is found."""
    told = {"requirement": requirement, "facts": photo(asked), "pupil": ANNA, "on": DAY}
    return Case(name, "photo.check", told)


def _bounds(asked: PhotoRequirement) -> Changes:
    """Each bound: below it, at it, above it."""
    numbers: Changes = {
        f"{field}-{bound + off}": {f"facts.{field}": bound + off}
        for field, bound in _edges(asked)
        if bound is not None
        for off in (-1, 0, 1)
    }
    if grid := asked.multiple:
        twice = {"facts.width": 2 * grid.width, "facts.height": 2 * grid.height}
        numbers |= {"twice": twice, "twice-as-wide": {"facts.width": 2 * grid.width}}
    if age := asked.age:
        oldest = months_after(date.fromisoformat(DAY), -age.months).isoformat()
        taken = (*around(oldest).values(), *around(DAY).values())
        numbers |= {f"taken-{day}": {"facts.taken": day} for day in taken}
    return numbers


def _edges(asked: PhotoRequirement) -> Iterator[tuple[str, int | None]]:
    """What is bounded in the facts, with the first or the last number that will do."""
    if px := asked.pixels:
        yield from (("width", px.min_width), ("width", px.max_width))
        yield from (("height", px.min_height), ("height", px.max_height))
    if paper := asked.millimetres:
        for side, due in zip(("width", "height"), paper.in_px(), strict=True):
            yield from ((side, due - paper.tolerance), (side, due + paper.tolerance))
    if grid := asked.multiple:
        yield from (("width", grid.width), ("height", grid.height))
    if size := asked.size:
        yield from (("size", end) for kilo in (DECIMAL, BINARY) for end in size.in_bytes(kilo))
    for field, row in (("dpi", asked.dpi), ("face_percent", asked.face_share)):
        if row:
            yield from ((field, row.at_least), (field, row.at_most))
    if shape := asked.ratio:
        # Of a photo as high as the shape.
        yield from (("width", shape.width + off) for off in (-shape.tolerance, shape.tolerance))
        yield "width", 2 * shape.width


def _files() -> Changes:
    """What a file can be, beside a sound JPEG."""
    formats = {f"format-{one}": {"facts.format": one} for one in get_args(ContentFormat)}
    faults = {f"fault-{one}": {"facts.fault": one} for one in get_args(ContentFault)}
    return {
        **formats,
        "png-named-so": {"facts.format": "PNG", "facts.filename": "Kowalska-Anna-4b.png"},
        "moving": {"facts.format": "PNG", "facts.frames": 2},
        **faults,
    }


def _unknown() -> Changes:
    """What nobody could tell, or told otherwise."""
    return {
        "size-unknown": {"facts.width": None, "facts.height": None},
        "dpi-absent": {"facts.dpi": None, "facts.dpi_doubt": "absent"},
        "dpi-contradictory": {"facts.dpi": None, "facts.dpi_doubt": "contradictory"},
        "dpi-rounded": {"facts.dpi": 599, "facts.dpi_tolerance": 2},
        "face-unknown": {"facts.face_percent": None},
        "nobody-in-particular": {"pupil": None},
    }


def _names(asked: PhotoRequirement) -> Changes:
    """Names of files: every ending, and where a text says what a name is made of, every order."""
    endings = ("jpg", "jpeg", "JPG", "jpe", "png", "pdf")
    told: Changes = {
        f"named-{end}": {"facts.filename": f"Kowalska-Anna-4b.{end}"} for end in endings
    }
    told["named-without-ending"] = {"facts.filename": "Kowalska-Anna-4b"}
    told["unnamed"] = {"facts.filename": None}
    if asked.naming:
        parts = ("kowalska", "anna", "4b")
        orders = {
            "-".join(order): "-".join(order) for n in (2, 3) for order in permutations(parts, n)
        }
        others = {
            "underscores": "kowalska_anna_4b",
            "spaces": "Kowalska Anna 4b",
            "together": "kowalskaanna4b",
            "another-pupil": "nowak-ewa-4b",
        }
        for name, text in {**orders, **others}.items():
            told[f"name-{name}"] = {"facts.filename": f"{text}.jpg"}
        for way in get_args(Lodging):
            told[f"unnamed-by-{way}"] = {"facts.filename": "IMG_1.jpg", "sent_by": way}
    return told


def _seen(base: Case) -> Iterator[Case]:
    """What only a human sees: each condition that waits, upon a yes and a no."""
    waiting = answered(base.call, base.arguments)["findings"]
    for finding in (one for one in waiting if "who" in one):
        for holds, name in ((True, "seen"), (False, "not-seen")):
            said = words([finding], DAY, holds=holds, role="office")
            yield from each(base, {f"{name}-{finding['code']}": {"attested": said}})
    # A school that may turn a photo down may let one pass; that is for the head to say.
    small = {"facts.width": 499, "facts.filename": "IMG_1.jpg", "facts.face_percent": 69}
    for role in ("office", "head"):
        codes = ("photo.width", "photo.name", "photo.face_share", "photo.extension", "photo.size")
        said = [{"condition": code, "role": role, "on": DAY} for code in codes]
        yield from each(base, {f"waived-by-{role}": {**small, "attested": said}})


def _everywhere() -> Iterator[Case]:
    """One photo at all schools at once, and under the law of today."""
    asked = {"procedure": "mlegitymacja", "schools": [*SCHOOLS], "on": DAY, "pupil": ANNA}
    base = Case("photo/everywhere", "everywhere.photo", {**asked, "facts": photo(None)})
    sizes: Changes = {
        "good": {},
        "narrow": {"facts.width": 353},
        "low": {"facts.height": 495},
        "heavy": {"facts.size": 5_300_000},
        "face-too-small": {"facts.face_percent": 60},
        "no-picture": {"facts.format": "PDF"},
    }
    yield from each(base, sizes)
    law = {"schools": [BARE], "on": TODAY}
    now = Case("photo/law", "everywhere.photo", {**base.arguments, **law})
    yield from each(now, sizes)
    lawful = variants.get("leczna").photo_for("mlegitymacja")
    for policy in ("school", "law", "undecided"):
        told = {"schools": ["leczna"], "on": TODAY, "policy": policy, "facts": photo(lawful)}
        yield Case(f"photo/leczna/today/{policy}", "everywhere.photo", {**base.arguments, **told})
