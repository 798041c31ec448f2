"""Where Hypothesis asks at its own import, so that `st.from_type` knows the public types.

Hypothesis calls `hook` in whatever process imports it, if this library is merely installed. So nothing is
imported here beforehand: whoever asks for a type of ours has imported it, and then the kit is. Hypothesis
keeps such late answers for some libraries (NumPy among them); a version that does no more is told of all
types at once.
"""

from __future__ import annotations

from typing import Any

__all__ = ["hook"]

NAME = __name__.partition(".")[0]


def hook() -> None:
    """Tell Hypothesis who draws the types of this library."""
    from hypothesis.strategies._internal import types  # noqa: PLC0415, PLC2701  (see above)

    late: dict[str, Any] = getattr(types, "_global_extra_lookup", {})
    late[NAME] = _strategy_of


def _strategy_of(kind: Any) -> Any:  # noqa: ANN401  (whatever Hypothesis is asked for)
    """What draws a type of this library; None for all others."""
    if not str(getattr(kind, "__module__", "")).startswith(f"{NAME}."):
        return None
    from .testing.registering import strategy_of  # noqa: PLC0415  (not before it is asked for)

    return strategy_of(kind)
