"""What a text says in words that no closed list has: its own grounds.

A list of grounds that holds for every school can never be whole. Where a text names a case that has
no word here, its row names the ground `other` and keeps the text's own words beside it, and no rule
decides whether a case at hand is the one they mean: whoever may attest says so. Each such row stands
alone and under a clause of its own, so that a command can name the one it means.
"""

from abc import abstractmethod
from typing import Annotated, Self, TypeVar

from pydantic import model_validator

from .._base import misfit
from .._text import Line
from .cited import Cited

__all__ = ["Worded", "Wording", "told_apart"]


Wording = Annotated[str, Line(500)]
"""Words of a text, on one line: a name, a title, a ground."""


class Worded(Cited):
    """A row that names grounds; `wording` says what `other` is, and stands with nothing else."""

    wording: Wording | None = None

    @property
    @abstractmethod
    def _named(self) -> tuple[str, ...]: ...

    @model_validator(mode="after")
    def _other_in_words(self) -> Self:
        if "other" not in self._named:
            if self.wording is not None:
                raise misfit("wording_without_other", "words stand with the ground 'other' only")
        elif self.wording is None:
            raise misfit("other_without_wording", "the ground 'other' needs the text's words")
        elif len(self._named) > 1:
            raise misfit("other_not_alone", "the ground 'other' has a row of its own")
        return self


W = TypeVar("W", bound=Worded)


def told_apart(rows: tuple[W, ...]) -> tuple[W, ...]:
    """The rows, if no two that only words tell apart stand under one clause."""
    worded = [row.clause for row in rows if row.wording is not None]
    if len(set(worded)) < len(worded):
        raise misfit("other_twice", "each 'other' needs a clause of its own")
    return rows
