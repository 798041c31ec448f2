"""What a text lists, filled in: an entry of a register, an order for a card.

Such an answer holds exactly the fields that a text lists, and nothing else of what is known. Each has
its own finding, so that a missing one is named; what is written in them tells of a person, stands in
no repr and in no finding, and leaves by `values` only.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from .findings import Finding, Status, breached, met
from .outcomes import Explained
from .regulation import Cited

__all__ = ["Filled", "Written", "filled"]

Written = str | date | bool | None
"""What is written in a field; None where it is missing."""


class Filled(Explained):
    """An answer with fields; each is an attribute of it, and None where it is not listed.

    `FIELD` is the code of the findings on them.
    """

    __slots__ = ()
    FIELD: ClassVar[str]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing and nothing open; False where no text lists any field."""
        return self.status is Status.MET

    @property
    def values(self) -> dict[str, Written]:
        """The listed fields in their order, and what is written in them; it tells of a person."""
        listed = (str(f.subject) for f in self.findings if f.code == self.FIELD)
        return {name: getattr(self, name) for name in listed}


def filled(code: str, row: Cited, field: str, value: Written) -> Finding:
    """Whether a listed field is filled in; a PESEL may be missing because none was granted."""
    missing = value is None
    also = (*row.also, "I-no-pesel") if missing and field == "pesel" else row.also
    return (breached if missing else met)(code, row.clause, subject=field, also=also)
