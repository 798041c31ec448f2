"""A photo as it was uploaded: its bytes and the name of the file."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Upload"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A photo as it was uploaded; its bytes do not show themselves.

    Attributes:
        data: the file's bytes.
        filename: its name.
    """

    data: bytes = field(repr=False)
    filename: str | None = field(default=None, repr=False)
