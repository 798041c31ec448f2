"""The smallest change with which a photo meets all demands, or the demands that exclude each other.

A plan looks at one kind of demand after another and changes what does not hold: the format, the
size, the resolution, the weight, the name. What only a human sees is in no plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from ._text import MAX_FILE_NAME, possible_name, stored_name
from .errors import WrongArgument
from .extensions import EXTENSIONS, extension
from .facts import PhotoFacts, Pupil
from .naming import file_name, matches
from .photo_demands import MOST, Axis, Demand
from .photo_fit import SIDES, Size, fitted

__all__ = [
    "Conflict",
    "Kind",
    "Plan",
    "Step",
    "dpi_for",
    "excluding",
    "name_for",
    "planned",
]

Kind = Literal["replace", "convert", "crop", "resize", "set_dpi", "compress", "rename"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Demands that no photo meets together; one alone if it can never be met.

    Attributes:
        axis: what they are about.
        clauses: where they stand.
    """

    axis: Axis
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do to a photo.

    Attributes:
        kind: what.
        values: its numbers and words, such as ``width`` and ``height``.
        clauses: what demands it.
        filename: the new name of the file, private; None if it is not known for whom.
    """

    kind: Kind
    values: Mapping[str, int | str]
    clauses: tuple[str, ...]
    filename: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """What would make a photo fit.

    Attributes:
        steps: what to do, in order; none where nothing needs to be changed.
        conflicts: why it cannot be done.
        facts: what the photo would be like; None if that is not known.
    """

    steps: tuple[Step, ...]
    conflicts: tuple[Conflict, ...]
    facts: PhotoFacts | None


class _ImpossibleError(Exception):
    """Demands that exclude each other; it never leaves this room."""

    def __init__(self, axis: Axis, demands: Iterable[Demand]) -> None:
        clauses = tuple(dict.fromkeys(demand.clause for demand in demands))
        super().__init__(axis)
        self.conflict = Conflict(axis, clauses)


def planned(facts: PhotoFacts, demands: Sequence[Demand], pupil: Pupil | None) -> Plan:
    """The steps after which all demands hold, or the demands that exclude each other."""
    conflicts = [*excluding(demands)]
    if conflicts:
        return Plan((), tuple(dict.fromkeys(conflicts)), None)
    readable = not facts.fault and facts.width and facts.height
    if demands and not readable:
        clauses = _clauses(demand for demand in demands if demand.axis == "format")
        return Plan((Step("replace", {}, clauses),), (), None)
    steps: list[Step] = []
    after: PhotoFacts | None = facts
    for axes, look in LOOKS:
        by_axis = [demand for demand in demands if demand.axis in axes]
        if after is None or not by_axis:
            continue
        try:
            found, after = look(after, by_axis, steps, pupil)
        except _ImpossibleError as why:
            return Plan((), (why.conflict,), None)
        steps += found
    return Plan(tuple(steps), (), after)


Looked = tuple[list[Step], PhotoFacts | None]
"""What to do, and what the photo would be like; None if that is not known."""

Look = Callable[[PhotoFacts, Sequence[Demand], Sequence[Step], Pupil | None], Looked]
"""Facts, demands of one kind, the steps so far and the pupil → what to do about them."""


def _clauses(demands: Iterable[Demand]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(demand.clause for demand in demands))


def excluding(demands: Sequence[Demand]) -> Iterator[Conflict]:
    """Pairs of demands on one thing that nothing meets."""
    for one, other in combinations(demands, 2):
        if one.axis != other.axis:
            continue
        worded = one.axis in {"format", "extension"}
        apart = max(one.at_least, other.at_least) > min(one.at_most, other.at_most)
        if (worded and not {*one.any_of} & {*other.any_of}) or apart:
            yield Conflict(one.axis, _clauses((one, other)))


def _changed(facts: PhotoFacts, **changes: object) -> PhotoFacts:
    return PhotoFacts(**{**dict(facts), **changes})


def _converted(
    facts: PhotoFacts, demands: Sequence[Demand], _steps: Sequence[Step], _pupil: Pupil | None
) -> Looked:
    common = [word for word in demands[0].any_of if all(word in one.any_of for one in demands)]
    if not common:
        raise _ImpossibleError("format", demands)
    if facts.format in common:
        return [], facts
    wanting = [one for one in demands if facts.format not in one.any_of]
    step = Step("convert", {"format": common[0]}, _clauses(wanting))
    return [step], _changed(facts, format=common[0])


def _shaped(
    facts: PhotoFacts, demands: Sequence[Demand], _steps: Sequence[Step], _pupil: Pupil | None
) -> Looked:
    now = (facts.width or 0, facts.height or 0)
    wanting = [one for one in demands if not one.fits(*now)]
    if not wanting:
        return [], facts
    fit = fitted(now, demands)
    if fit.size is None:
        raise _ImpossibleError("shape", demands)
    misshapen = [one for one in wanting if one.axis in {"shape", "multiple"}]
    steps = []
    if fit.cut != now:
        steps.append(Step("crop", _size_of(fit.cut), _clauses(misshapen or wanting)))
    if fit.size != fit.cut:
        steps.append(Step("resize", _size_of(fit.size), _clauses(wanting)))
    return steps, _changed(facts, **_size_of(fit.size))


def _size_of(size: Size) -> dict[str, int]:
    return dict(zip(SIDES, size, strict=True))


def _resolved(
    facts: PhotoFacts, demands: Sequence[Demand], _steps: Sequence[Step], _pupil: Pupil | None
) -> Looked:
    wanting = [one for one in demands if not one.takes(facts.dpi, facts.dpi_tolerance)]
    if not wanting:
        return [], facts
    dpi = dpi_for(facts.dpi, demands)
    after = _changed(facts, dpi=dpi, dpi_doubt=None, dpi_tolerance=0, dpi_sources=())
    return [Step("set_dpi", {"dpi": dpi}, _clauses(wanting))], after


def dpi_for(dpi: int | None, demands: Iterable[Demand]) -> int:
    """The nearest resolution that all demands take; where there is none yet, the least of them."""
    bounds = [(one.at_least, one.at_most) for one in demands if one.axis == "dpi"]
    least, most = max(least for least, _ in bounds), min(most for _, most in bounds)
    return min(max(dpi or least or most, least), most)


def _compressed(
    facts: PhotoFacts, demands: Sequence[Demand], steps: Sequence[Step], _pupil: Pupil | None
) -> Looked:
    """A picture that is written anew may weigh more than before, so the limit is told then, too."""
    least, limit = max(one.at_least for one in demands), min(one.at_most for one in demands)
    if least <= facts.size <= limit and not steps:
        return [], facts
    if facts.size < least:
        # No way of writing the same picture is sure to make it weigh more.
        return [
            Step("replace", {}, _clauses(one for one in demands if one.at_least == least))
        ], None
    if limit == MOST:
        return [], facts
    tightest = [one for one in demands if one.at_most == limit]
    step = Step("compress", {"bytes": limit}, _clauses(tightest))
    return [step], _changed(facts, size=min(facts.size, limit))


def _renamed(
    facts: PhotoFacts, demands: Sequence[Demand], _steps: Sequence[Step], pupil: Pupil | None
) -> Looked:
    namings = [one for one in demands if one.naming]
    worded = [one for one in demands if one.axis == "extension"]
    known = EXTENSIONS.get(facts.format, ())
    fitting = [word for word in known if all(word in one.any_of for one in worded)]
    if not fitting:
        raise _ImpossibleError("extension", demands)
    old = facts.filename or ""
    wanting = [
        *(worded if extension(old) not in fitting else ()),
        *(one for one in namings if not _is_named(one, old, pupil)),
    ]
    if not wanting:
        return [], facts
    ending = old_ending if (old_ending := extension(old)) in fitting else fitting[0]
    if namings and (pupil is None or pupil.class_name is None):
        return [Step("rename", {}, _clauses(wanting))], None
    name = name_for(old, ending, namings, pupil)
    if name is None:
        raise _ImpossibleError("name", namings)
    step = Step("rename", {}, _clauses(wanting), name)
    return [step], _changed(facts, filename=name)


def _is_named(demand: Demand, filename: str, pupil: Pupil | None) -> bool:
    if pupil is None or pupil.class_name is None or demand.naming is None:
        return False
    return matches(filename, demand.naming, pupil)


def name_for(old: str, ending: str, demands: Iterable[Demand], pupil: Pupil | None) -> str | None:
    """A name that all demands take: the old one with that ending, or one made of the pupil's."""
    kept = possible_name(stored_name(old)) or ""
    stem = kept.rpartition(".")[0] or kept or "photo"
    names = [f"{stem[: MAX_FILE_NAME - len(ending) - 1]}.{ending}"]
    namings = [one for one in demands if one.naming]
    for one in namings:
        with suppress(WrongArgument):
            names.append(file_name(one.naming, pupil, ending))  # type: ignore[arg-type]  # both there
    fitting = (name for name in names if all(_is_named(one, name, pupil) for one in namings))
    return next(fitting, None)


LOOKS: tuple[tuple[frozenset[Axis], Look], ...] = (
    (frozenset({"format"}), _converted),
    (frozenset({"width", "height", "shape", "multiple"}), _shaped),
    (frozenset({"dpi"}), _resolved),
    (frozenset({"bytes"}), _compressed),
    (frozenset({"extension", "name"}), _renamed),
)
"""Which demands are looked at together, in the order of the steps, and by what."""
