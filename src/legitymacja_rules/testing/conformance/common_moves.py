"""Commands that are drawn alike for every document: one that has nothing but its day, and a correction."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hypothesis import strategies as st

from ..asking import Asking, correction
from .moves import Move, decide
from .situation import Now, When, when
from .system import Command

__all__ = ["Drawn", "plain", "take_back"]

Drawn = Callable[[Now, str], st.SearchStrategy[Move]]
"""Draws a command on the document of that name."""


def _nowhere(_now: Now, _name: str) -> Iterable[When]:
    """No boundary."""
    return ()


def plain(
    record: Callable[..., Command], bounds: Callable[[Now, str], Iterable[When]] = _nowhere
) -> Drawn:
    """A command that has nothing but its day."""

    @st.composite
    def drawn(draw: st.DrawFn, now: Now, name: str) -> Move:
        on, aims = draw(when(now, *bounds(now, name)))
        return decide(name, now, record(on=on), "", *aims)

    return drawn


@st.composite
def take_back(draw: st.DrawFn, now: Now, name: str) -> Move:
    """The last act, taken back as a mistake; at times another one is named."""
    on, sensible = draw(when(now)).day, draw(st.sampled_from((True, True, False)))
    asking = Asking(now.rules.documents[name], now.rules.school, on, sensible)
    command = correction(draw, asking)
    return decide(name, now, command, f"the {command.act} of {command.done}", "correct.last")
