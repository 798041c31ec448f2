"""To which example a strategy shrinks.

Hypothesis shows of all examples that fail the one with the fewest choices, and of those the one whose choices
come first. So everywhere here the plain comes first: the earliest day, common names, the smallest photo,
the first school by its name, nothing that may be missing, the shortest history. `simplest` shows which
example that is, always the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import Phase, find, settings
from hypothesis import strategies as st

__all__ = ["simplest"]

T = TypeVar("T")

# Explaining comes after shrinking and takes most of the time, for a report that nobody gets here.
_ALIKE = settings(
    max_examples=2000, database=None, derandomize=True, phases=[Phase.generate, Phase.shrink]
)


def _any(_example: object) -> bool:
    return True


def simplest(strategy: st.SearchStrategy[T], holds: Callable[[T], bool] = _any) -> T:
    """The example to which a strategy shrinks, of all or of those of which something holds.

    Args:
        strategy: what draws.
        holds: what has to be true of it.

    Raises:
        hypothesis.errors.NoSuchExample: if none of two thousand was found.

    >>> simplest(st.integers(0, 99)), simplest(st.integers(0, 99), lambda number: number > 6)
    (0, 7)
    """
    return find(strategy, holds, settings=_ALIKE)
