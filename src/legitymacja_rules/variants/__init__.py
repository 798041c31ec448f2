"""The schools whose regulations are shipped, one file of data each.

A file holds one constant, `REGULATION`, and neither functions nor branches; two schools are compared
by reading two files side by side. A school of your own is built in the same way, or loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..errors import UnknownSchool
from ..regulation import Regulation
from . import balin, grojec, leczna, ostroleka, sp6

__all__ = ["get", "names"]

_REGULATIONS: Mapping[str, Regulation] = MappingProxyType(
    {
        regulation.slug: regulation
        for regulation in (
            balin.REGULATION,
            grojec.REGULATION,
            leczna.REGULATION,
            ostroleka.REGULATION,
            sp6.REGULATION,
        )
    }
)


def names() -> tuple[str, ...]:
    """The slugs of all shipped schools, sorted.

    >>> names()
    ('balin', 'grojec', 'leczna', 'ostroleka', 'sp6')
    """
    return tuple(_REGULATIONS)


def get(name: str) -> Regulation:
    """The regulation of a shipped school.

    Raises:
        UnknownSchool: if there is none of that name; the error lists those that are.

    >>> get("leczna").mlegitymacja.codes.days
    30
    """
    regulation = _REGULATIONS.get(str(name))
    if regulation is None:
        raise UnknownSchool(names())
    return regulation
