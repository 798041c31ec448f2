"""Whether something is drawn at all, without asking for the simplest: that takes far less time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import Phase, find, settings
from hypothesis import strategies as st

T = TypeVar("T")

ALIKE = settings(max_examples=2000, database=None, derandomize=True, phases=[Phase.generate])


def found(strategy: st.SearchStrategy[T], holds: Callable[[T], bool]) -> T:
    """The first of two thousand draws of which it holds; the same each time."""
    return find(strategy, holds, settings=ALIKE)
