"""What a text says of registers and of holograms as strictly accounted forms."""

from .._base import Flag
from ..vocabulary import CollectionWay, RegisterField, RegisterName
from .cited import Cited, Rule

__all__ = ["Holograms", "Kept", "Register"]


class Kept(Cited):
    """A field of a register.

    Attributes:
        field: which.
        by_pupil: that the pupil has to sign, and nobody else.
        ways: the ways of collection for which the field is kept; empty where for all.
        copies: that it is kept of duplicates only.
    """

    field: RegisterField
    by_pupil: Flag = False
    ways: tuple[CollectionWay, ...] = ()
    copies: Flag = False


class Register(Cited):
    """A register the school keeps; no `fields` where the text lists none."""

    name: RegisterName
    fields: tuple[Kept, ...] = ()


class Holograms(Cited):
    """How holograms are accounted for; `destruction` says when unused ones may be destroyed."""

    destruction: Rule | None = None
