"""What a finding is: a file on which a target raises; and how it is made small enough to be read."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from pathlib import Path

from pictures import split

__all__ = ["fault", "shrunk"]

FEW = 250
"""So many rows can be tried without any stretch of them; of more only halves, quarters, and so on."""


def fault(ask: Callable[[bytes], None], data: bytes) -> str | None:
    """The error that a file ends in, and its place; None if it ends in none."""
    try:
        ask(data)
    except Exception as error:  # noqa: BLE001  (whatever it is, it is the finding)
        *_, place = traceback.extract_tb(error.__traceback__)
        return f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
    return None


def shrunk(ask: Callable[[bytes], None], data: bytes) -> bytes:
    """A smaller file with the same fault: without parts of a picture, words of a text, bytes."""
    kind = fault(ask, data)

    def same(rows: list[bytes]) -> bool:
        return fault(ask, b"".join(rows)) == kind

    for taken_apart in (_parts, _words, _bytes):
        rows = taken_apart(data)
        if same(rows):  # a part that was damaged is written with another checksum
            data = b"".join(_fewer(rows, same))
    return data


def _parts(data: bytes) -> list[bytes]:
    return [part.written() for part in split(data)]


def _words(data: bytes) -> list[bytes]:
    return re.findall(rb"[\w\x80-\xff]+|.", data, re.DOTALL)


def _bytes(data: bytes) -> list[bytes]:
    return [bytes([byte]) for byte in data]


def _fewer(rows: list[bytes], same: Callable[[list[bytes]], bool]) -> list[bytes]:
    """What is left once every stretch is gone that need not be there, the longest first."""
    size = len(rows) - 1
    while size > 0:
        at = 0
        while at + size <= len(rows):
            rest = rows[:at] + rows[at + size :]
            if same(rest):
                rows = rest
            else:
                at += 1 if len(rows) <= FEW else size
        size = min(size - 1, len(rows) - 1) if len(rows) <= FEW else size // 2
    return rows
