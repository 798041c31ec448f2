"""By when a text wants something done."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from .._base import Count, misfit
from ..vocabulary import DueUnit, Milestone
from .cited import Cited

__all__ = ["Due"]


class Due(Cited):
    """A deadline: so many days or months from the last of its milestones.

    Attributes:
        count: how many, at the latest; 0 means at once.
        unit: calendar ``days``, ``working_days`` or ``months``.
        expected: after how many it is expected, where the text gives a range.
        since: the milestones that all have to be reached; the last of them starts the clock.
    """

    count: Annotated[Count, Field(le=3660)]
    unit: DueUnit
    expected: Annotated[Count, Field(le=3660)] | None = None
    since: Annotated[tuple[Milestone, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _usual_before_last(self) -> Self:
        if self.expected is not None and self.expected > self.count:
            raise misfit("min_above_max", "expected no later than the last day")
        return self
