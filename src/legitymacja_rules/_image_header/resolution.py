"""Resolution: often missing, or said twice and differently.

Every source with usable numbers claims two of them, across and down, in whole dots per inch. Claims
agree if they differ by no more than rounding can make of them; then the most exact source answers.
None is "absent", others are "contradictory". A number nobody wrote is never made up.

Whole dots per centimetre cannot say 600 dpi: 236 are 599.44. Such a claim has a tolerance.
"""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from ..vocabulary import DpiDoubt, DpiSource

__all__ = ["CENTIMETRE", "INCH", "METRE", "Claim", "Pair", "Resolution", "claim", "resolution"]

Pair: TypeAlias = tuple[int, int]

INCH, CENTIMETRE, METRE = (1, 1), (254, 100), (254, 10_000)

ROUNDING = 1
"""By how many dpi two roundings of one resolution can differ, that to whole dots per cm included."""

BY_EXACTNESS: tuple[DpiSource, ...] = ("exif", "phys", "jfif")


class Claim(NamedTuple):
    """Dots per inch across and down, and by how many each may differ from what was meant."""

    across: int
    down: int
    tolerance: int


class Resolution(NamedTuple):
    """What all sources together say."""

    dpi: int | None
    doubt: DpiDoubt | None
    tolerance: int = 0
    sources: tuple[DpiSource, ...] = ()


ABSENT = Resolution(None, "absent")


def claim(x: Pair, y: Pair, unit: Pair | None) -> Claim | None:
    """Whole dots per inch, half up and exact. In an unknown unit, or one side only: no claim."""
    (dots_x, per_x), (dots_y, per_y), (inch, of) = x, y, unit or (0, 1)
    if not (per_x and per_y):
        return None
    across = (2 * dots_x * inch + per_x * of) // (2 * per_x * of)
    down = (2 * dots_y * inch + per_y * of) // (2 * per_y * of)
    if not (across and down):
        return None
    return Claim(across, down, ROUNDING if unit == CENTIMETRE else 0)


def resolution(claims: Mapping[DpiSource, Claim | None]) -> Resolution:
    """The answer of the most exact source, if all agree."""
    sources = tuple([source for source in BY_EXACTNESS if claims.get(source)])
    if not sources:
        return ABSENT
    made = [found for source in sources if (found := claims[source])]
    best = made[0]
    numbers = [number for found in made for number in found[:2]]
    least = min(numbers)
    if max(numbers) - least > ROUNDING:
        return Resolution(None, "contradictory", 0, sources)
    return Resolution(min(best.across, best.down), None, best.tolerance, sources)
