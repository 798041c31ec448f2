"""A photo as it was uploaded: its bytes and the name of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..photo import inspect

__all__ = ["Upload"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A photo as it was uploaded; it shows what a header says of the picture, and never its name.

    Attributes:
        data: the file's bytes.
        filename: its name.

    >>> Upload(b"a picture", "kowalska.jpg")
    Upload(no picture, 9 bytes)
    """

    data: bytes = field(repr=False)
    filename: str | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        facts = inspect(self.data)
        seen = f"{facts.format} of {facts.width}×{facts.height} px" if facts.width else "no picture"
        dense = f", {facts.dpi} dpi" if facts.dpi else ""
        return f"{type(self).__name__}({seen}{dense}, {len(self.data)} bytes)"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: ANN401  (IPython's protocol)
        # Without it Hypothesis prints each field of a dataclass, shown or not.
        printer.text(repr(self))
