"""Where Hypothesis asks at its own import, so that `st.from_type` knows the public types.

Hypothesis calls `hook` in whatever process imports it, wherever this library is merely installed. So nothing
is imported for it beforehand: whoever asks for a type of ours has imported it, and only then the kit is, too.
Hypothesis answers so late for some libraries of its own choice (NumPy is one), and we stand beside them. That
is no promise of its; a version without it is told of all types at once, which takes half a second more.
"""

from __future__ import annotations

from typing import Any

__all__ = ["hook"]

NAME = __name__.partition(".")[0]


def hook() -> None:
    """Tell Hypothesis who draws the types of this library."""
    late = _late_answers()
    if late is None:
        from .testing.registering import register  # noqa: PLC0415  (only where nothing else helps)

        register()
    else:
        late[NAME] = _strategy_of


def _late_answers() -> dict[str, Any] | None:
    """Who answers for the types of a library when they are asked for; None if Hypothesis has no such place."""
    try:
        from hypothesis.strategies._internal import types  # noqa: PLC0415  (it is being imported)
    except ImportError:
        return None
    return getattr(types, "_global_extra_lookup", None)


def _strategy_of(kind: Any) -> Any:  # noqa: ANN401  (whatever Hypothesis is asked for)
    """What draws a type of this library; None for all others."""
    if not str(getattr(kind, "__module__", "")).startswith(f"{NAME}."):
        return None
    from .testing.registering import strategy_of  # noqa: PLC0415  (not before it is asked for)

    return strategy_of(kind)
