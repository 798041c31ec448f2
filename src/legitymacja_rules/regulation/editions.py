"""A school's text as it was amended: one edition after another."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, ModelWrapValidatorHandler, model_validator

from .._base import Misfit, Record, part, together
from .._day import a_day
from .school import Regulation

__all__ = ["Editions"]


class Editions(Record):
    """The texts of one school, one after another; none of them applies on a day of another.

    Between two of them, before the first and behind the last, the school says nothing.

    Attributes:
        editions: in the order of their days, each with a period of its own.

    >>> old = Regulation(slug="sp1", school="SP 1", text="Procedura",
    ...                  in_force={"since": "2024-09-01", "until": "2025-08-31", "clause": "sp1:§9"})
    >>> new = old.override({"in_force.since": "2025-09-01", "in_force.until": None})
    >>> amended = Editions(editions=(old, new))
    >>> amended.on(date(2025, 8, 31)) == old, amended.on(date(2025, 9, 1)) == new
    (True, True)
    >>> amended.on(date(2024, 8, 31)).text is None
    True
    """

    editions: Annotated[tuple[Regulation, ...], Field(min_length=1)]

    @model_validator(mode="wrap")
    @classmethod
    def _follow_each_other(cls, data: object, build: ModelWrapValidatorHandler[Self]) -> Self:
        return together("Editions", data, build, _misfits)

    @property
    def slug(self) -> str:
        """The school's short name."""
        return self.editions[0].slug

    @property
    def school(self) -> str:
        """The school's name."""
        return self.editions[-1].school

    def on(self, day: date) -> Regulation:
        """The text that applies on a day; the school without any text where none does.

        Raises:
            WrongArgument: if the day is no day.
        """
        a_day(day, "day")
        silent = Regulation(slug=self.slug, school=self.school)
        return next((text for text in self.editions if text.in_force.covers(day)), silent)


def _misfits(amended: object) -> Iterator[Misfit]:
    rows = part(amended, "editions")
    if not isinstance(rows, tuple | list):
        return
    slugs = [part(row, "slug") for row in rows]
    periods = [part(row, "in_force") for row in rows]
    spans = [(_iso(part(one, "since")), _iso(part(one, "until"))) for one in periods]
    for at, (since, _) in enumerate(spans):
        if since is None:
            yield Misfit("no_since", ("editions", at, "in_force"))
        if slugs[at] != slugs[0]:
            yield Misfit("other_school", ("editions", at, "slug"))
    for at, ((first, ends), (begins, _)) in enumerate(pairwise(spans), 1):
        if first is None or begins is None:
            continue
        if begins < first:
            yield Misfit("not_in_order", ("editions", at, "in_force", "since"))
        elif ends is None or begins <= ends:
            yield Misfit("overlapping_periods", ("editions", at, "in_force"))


def _iso(day: object) -> str | None:
    """A day as text that sorts as days do, whether it has been loaded or not."""
    return day.isoformat() if isinstance(day, date) else day if isinstance(day, str) else None
