"""What is fuzzed, in one table.

A target takes any bytes, asks the library, and raises where the answer is not what it has to be. It
says itself what that is, so the fuzzer, the corpus and any other test ask the very same. Files to
begin with are made here, and `mutated` knows their form, so that a change lands behind a checksum or
within a value and not only in the first syntax check.

Another target is one function that raises, and one entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fuzz import doors, photos, texts
from fuzz.mutators import Mutator, a_picture

__all__ = ["CORPUS", "TARGETS", "Target", "stored"]

CORPUS = Path(__file__).parent / "corpus"
"""Files that stay, in a folder for each target: what was found, and what reached something new."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to fuzz.

    Attributes:
        ask: takes any bytes; returns where all holds that has to.
        seeds: files to begin with.
        mutated: makes another file of one.
        longest: no file is longer, in bytes.
    """

    ask: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    mutated: Mutator
    longest: int


TARGETS: dict[str, Target] = {
    "inspect": Target(photos.inspect, photos.seeds, a_picture, 8192),
    "prepare": Target(photos.prepare, photos.seeds, a_picture, 8192),
    "load": Target(doors.load, doors.seeds, doors.mutated, 8192),
    "text": Target(texts.text, texts.seeds, texts.mutated, 2048),
}


def stored(data: bytes, place: Path) -> Path:
    """The file of these bytes, which bears the name of its content."""
    path = place / sha256(data).hexdigest()[:16]
    path.write_bytes(data)
    return path
