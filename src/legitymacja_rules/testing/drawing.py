"""How the kit draws: one small number for each choice.

A strategy that is built anew for each example is checked anew, and that takes longer than to draw. So what
is drawn deep inside is drawn by functions that take `draw`, from few numbers that are remembered; whoever
tests sees strategies.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from hypothesis import strategies as st

__all__ = ["number", "pick", "seldom", "whether"]

T = TypeVar("T")


@lru_cache(maxsize=4096)
def _numbers(least: int, most: int) -> st.SearchStrategy[int]:
    return st.integers(least, most)


def number(draw: st.DrawFn, least: int, most: int) -> int:
    """A whole number, both ends included, the least first."""
    return draw(_numbers(least, most)) if least < most else least


def pick(draw: st.DrawFn, things: Sequence[T]) -> T:
    """One of several things, simplest the first."""
    return things[number(draw, 0, len(things) - 1)]


def whether(draw: st.DrawFn) -> bool:
    """Yes or no, simplest no."""
    return pick(draw, (False, True))


def seldom(draw: st.DrawFn) -> bool:
    """Yes once in six times, simplest no."""
    return number(draw, 0, 5) == 5
