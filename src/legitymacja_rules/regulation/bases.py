"""On what a text says that it rests, and where it sends its reader within itself."""

from typing import Annotated

from pydantic import Field

from .._text import Line
from ..vocabulary import BasisTopic, Minister
from .cited import Cited
from .wordings import Wording

__all__ = ["BasisCited", "Reference"]

ActName = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Unit = Annotated[str, Line(200)]


class BasisCited(Cited):
    """An act that the text cites.

    Attributes:
        act: its short name in `citations.ACTS`; one that is not listed there is not audited.
        units: the units that are cited, each as in a clause id, such as ``§26.9`` or ``zał.II.7``;
            empty where the text cites the act as a whole.
        minister: the minister whom the text names as the one who issued it.
        about: what the text rests on those units, where it says so.
    """

    act: ActName
    units: tuple[Unit, ...] = ()
    minister: Minister | None = None
    about: BasisTopic | None = None


class Reference(Cited):
    """A reference to another unit of the same text; annexes are `Form`s and stand with these.

    Attributes:
        target: the unit it leads to, numbered as in the clause ids of that text, such as ``§9.2``.
        words: how the text writes it.
    """

    target: Unit
    words: Wording
