"""A photo as it was uploaded: its bytes and the name of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

__all__ = ["Upload"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A photo as it was uploaded; it shows how many bytes it has, and nothing else of itself.

    Attributes:
        data: the file's bytes.
        filename: its name.

    >>> Upload(b"a picture", "kowalska.jpg")
    Upload(9 bytes)
    """

    data: bytes = field(repr=False)
    filename: str | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.data)} bytes)"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: ANN401  (IPython's protocol)
        # Without it Hypothesis prints each field of a dataclass, shown or not.
        printer.text(repr(self))
