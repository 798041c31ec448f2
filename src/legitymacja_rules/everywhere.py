"""One photo at every school: who takes it, and the smallest change with which the rest would.

What a requirement says is turned into demands on a photo's facts: a side or a number within bounds, a
word of several, a shape, a name. Demands of many schools can be put together, which records cannot.
A plan looks at one kind of demand after another and changes what does not hold: the format, the
size, the resolution, the weight, the name. Two demands that no photo can meet together are told
instead. What only a human sees is in the verdicts and in no plan.

A new record of a requirement needs one function in `DEMANDS`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, combinations_with_replacement
from types import MappingProxyType
from typing import Any, Literal, get_args

from ._base import an_instance, iterated
from ._day import a_day
from .errors import WrongArgument
from .explanation import explained
from .facts import MAX_FILE_NAME, PhotoFacts, Pupil
from .messages import AXES, EVERYWHERE, LABELS, STEPS, Language
from .naming import extension, file_name, matches
from .outcomes import Verdict
from .photo_rules import BINARY_MB, DECIMAL_MB, EXTENSIONS, check
from .regulation import (
    Dpi,
    Editions,
    Extensions,
    FileSize,
    Formats,
    Naming,
    PhotoRequirement,
    Pixels,
    Ratio,
    Regulation,
)
from .vocabulary import Lodging, Procedure

__all__ = [
    "DEMANDS",
    "VERSION",
    "Conflict",
    "Demand",
    "Everywhere",
    "Plan",
    "Step",
    "There",
    "photo",
]

VERSION = 1
"""The version of the JSON form."""

Axis = Literal["format", "extension", "width", "height", "shape", "dpi", "bytes", "name"]
Kind = Literal["replace", "convert", "crop", "resize", "set_dpi", "compress", "rename"]

MOST = 2**31 - 1
"""No side and no resolution is more; no header could say it."""

SEARCHED = 600
"""How many heights are tried for one that fits all shapes."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a clause demands of one thing about a photo.

    Attributes:
        axis: what it is about.
        clause: where it stands.
        at_least: the least number that will do, if any.
        at_most: the greatest, if any.
        any_of: the words that will do, where it is about words.
        ratio: width and height of the shape, where it is about that.
        tolerance: by how many px the width may be off.
        naming: what a name is made of, where it is about that.
    """

    axis: Axis
    clause: str
    at_least: int = 0
    at_most: int = MOST
    any_of: tuple[str, ...] = ()
    ratio: tuple[int, int] = (1, 1)
    tolerance: int = 0
    naming: Naming | None = None

    def takes(self, number: int | None) -> bool:
        """Whether a number lies within the bounds."""
        return number is not None and self.at_least <= number <= self.at_most

    def fits(self, width: int, height: int) -> bool:
        """Whether a size meets it, if it is about sizes."""
        match self.axis:
            case "width":
                return self.takes(width)
            case "height":
                return self.takes(height)
            case "shape":
                across, down = self.ratio
                return abs(width * down - height * across) <= self.tolerance * down
            case _:
                return True


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


@dataclass(frozen=True, slots=True)
class There:
    """A photo at one school.

    Attributes:
        school: its slug.
        verdict: what it says of the photo as it is.
        plan: what would make it fit; None where the school asks nothing known of it.
        then: what it says after that; None if that is not known.
    """

    school: str
    verdict: Verdict
    plan: Plan | None
    then: Verdict | None


@dataclass(frozen=True, slots=True)
class Everywhere:
    """A photo at every school that was asked.

    Attributes:
        schools: each of them.
        plan: what would make it fit at all of them at once.
    """

    schools: tuple[There, ...]
    plan: Plan

    def explain(self, language: Language) -> str:
        """Each school with what would help there, then all at once, as text.

        Raises:
            WrongArgument: if the language is not ``pl`` or ``en``.
        """
        _known(language)
        lines = []
        for there in self.schools:
            status = LABELS[there.verdict.status.value].of(language)
            lines.append(f"{there.school}: {status.upper()}")
            lines += [f"  {line}" for line in _told(there.plan, language)] if there.plan else []
            if there.then and there.then != there.verdict:
                after = LABELS[there.then.status.value].of(language)
                lines.append(f"  {EVERYWHERE['then'].of(language).format(after)}")
        lines.append(f"{EVERYWHERE['all'].of(language)}:")
        lines += [f"  {line}" for line in _told(self.plan, language)]
        return "\n".join(lines)

    def explain_json(self, language: Language) -> str:
        """The same as versioned JSON: stable words beside the texts, and no file name.

        Raises:
            WrongArgument: if the language is not ``pl`` or ``en``.
        """
        _known(language)
        whole = {
            "version": VERSION,
            "language": language,
            "schools": [
                {
                    "school": there.school,
                    "status": there.verdict.status.value,
                    "findings": [explained(one, language) for one in there.verdict.findings],
                    "plan": there.plan and _plain(there.plan, language),
                    "then": there.then and there.then.status.value,
                }
                for there in self.schools
            ],
            "plan": _plain(self.plan, language),
        }
        return json.dumps(whole, ensure_ascii=False)


def photo(
    facts: PhotoFacts,
    procedure: Procedure,
    *,
    schools: Iterable[Regulation | Editions],
    on: date,
    pupil: Pupil | None = None,
    sent_by: Lodging | None = None,
) -> Everywhere:
    """One photo at several schools on a day.

    Args:
        facts: what `photo.inspect` found.
        procedure: what it is for.
        schools: the schools that are asked.
        on: the day.
        pupil: whose photo it is; needed where the file's name is judged.
        sent_by: by which way the file comes; an upload may need no name.

    Raises:
        UnknownProcedure: if there is no procedure of that name.
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> small = PhotoFacts(format="PNG", size=90_000, width=400, height=500, dpi=300)
    >>> asked = [variants.get("leczna"), variants.get("ostroleka")]
    >>> found = photo(small, "id_duplicate", schools=asked, on=date(2024, 10, 1))
    >>> print(found.explain("en"))
    leczna: BREACHED
      save as JPEG [leczna:IV.2]
      rename the file [leczna:IV.2]
      then: needs review
    ostroleka: BREACHED
      save as JPEG [ostroleka:§3.4]
      crop to 357×500 px [ostroleka:§3.4]
      set the resolution to 100 dpi [ostroleka:§3.4]
      save in 1000000 B at most [ostroleka:§3.4]
      rename the file [ostroleka:§3.4]
      then: needs review
    everywhere at once:
      save as JPEG [leczna:IV.2, ostroleka:§3.4]
      crop to 357×500 px [ostroleka:§3.4]
      set the resolution to 100 dpi [ostroleka:§3.4]
      save in 1000000 B at most [ostroleka:§3.4]
      rename the file [leczna:IV.2, ostroleka:§3.4]
    """
    an_instance(facts, PhotoFacts, "facts")
    a_day(on, "on")
    if pupil is not None:
        an_instance(pupil, Pupil, "pupil")
    texts = [_text(school, on) for school in iterated(schools, "schools")]
    asked = [_asked(text, procedure, on) for text in texts]
    demands = [[*_demands(each, sent_by)] if each else [] for each in asked]
    there = (
        _there(facts, text.slug, each, own, pupil, sent_by)
        for text, each, own in zip(texts, asked, demands, strict=True)
    )
    return Everywhere(tuple(there), _plan(facts, [*chain(*demands)], pupil))


def _text(school: object, on: date) -> Regulation:
    if isinstance(school, Editions):
        return school.on(on)
    return an_instance(school, Regulation, "schools")


def _asked(text: Regulation, procedure: Procedure, on: date) -> PhotoRequirement | None:
    """What the text asks of a photo on that day; nothing where it does not apply."""
    asked = text.photo_for(procedure)
    return asked if text.period(procedure).covers(on) else None


def _there(
    facts: PhotoFacts,
    slug: str,
    asked: PhotoRequirement | None,
    demands: Sequence[Demand],
    pupil: Pupil | None,
    sent_by: Lodging | None,
) -> There:
    verdict = check(facts, asked, pupil=pupil, sent_by=sent_by)
    if asked is None:
        return There(slug, verdict, None, None)
    plan = _plan(facts, demands, pupil)
    then = check(plan.facts, asked, pupil=pupil, sent_by=sent_by) if plan.facts else None
    return There(slug, verdict, plan, then)


# --- from records to demands ----------------------------------------------------------------------


def _formats(asked: Formats) -> Iterator[Demand]:
    yield Demand("format", asked.clause, any_of=asked.any_of)


def _extensions(asked: Extensions) -> Iterator[Demand]:
    yield Demand("extension", asked.clause, any_of=asked.any_of)


def _size(asked: FileSize) -> Iterator[Demand]:
    """The limit that holds under each meaning of a megabyte that the record allows."""
    megabytes, parts = asked.max_mb.as_integer_ratio()
    unit = BINARY_MB if asked.megabyte == "binary" else DECIMAL_MB
    yield Demand("bytes", asked.clause, at_most=megabytes * unit // parts)


def _pixels(asked: Pixels) -> Iterator[Demand]:
    yield Demand("width", asked.clause, at_least=asked.min_width)
    yield Demand("height", asked.clause, at_least=asked.min_height)


def _ratio(asked: Ratio) -> Iterator[Demand]:
    ratio = (asked.width, asked.height)
    yield Demand("shape", asked.clause, ratio=ratio, tolerance=asked.tolerance)


def _dpi(asked: Dpi) -> Iterator[Demand]:
    most = MOST if asked.at_most is None else asked.at_most
    yield Demand("dpi", asked.clause, at_least=asked.at_least or 0, at_most=most)


def _naming(asked: Naming) -> Iterator[Demand]:
    yield Demand("name", asked.clause, naming=asked)


DEMANDS: Mapping[type[Any], Callable[[Any], Iterator[Demand]]] = MappingProxyType(
    {
        Formats: _formats,
        Extensions: _extensions,
        FileSize: _size,
        Pixels: _pixels,
        Ratio: _ratio,
        Dpi: _dpi,
        Naming: _naming,
    }
)
"""Record of a requirement → what it demands; those that only a human judges have no row."""


def _demands(asked: PhotoRequirement, sent_by: Lodging | None) -> Iterator[Demand]:
    for _, record in asked:
        waived = isinstance(record, Naming) and sent_by in record.waived_for
        if type(record) in DEMANDS and not waived:
            yield from DEMANDS[type(record)](record)


# --- from demands to a plan -----------------------------------------------------------------------


class _ImpossibleError(Exception):
    """Demands that exclude each other; it never leaves this room."""

    def __init__(self, axis: Axis, demands: Iterable[Demand]) -> None:
        clauses = tuple(dict.fromkeys(demand.clause for demand in demands))
        super().__init__(axis)
        self.conflict = Conflict(axis, clauses)


def _plan(facts: PhotoFacts, demands: Sequence[Demand], pupil: Pupil | None) -> Plan:
    """The steps after which all demands hold, or the demands that exclude each other."""
    conflicts = [*_excluding(demands)]
    if conflicts:
        return Plan((), tuple(dict.fromkeys(conflicts)), None)
    readable = not facts.fault and facts.width and facts.height
    if demands and not readable:
        clauses = _clauses(demand for demand in demands if demand.axis == "format")
        return Plan((Step("replace", {}, clauses),), (), None)
    steps: list[Step] = []
    after: PhotoFacts | None = facts
    for look in (_converted, _shaped, _resolved, _compressed, _renamed):
        by_axis = [demand for demand in demands if demand.axis in LOOKS[look.__name__]]
        if after is None or not by_axis:
            continue
        try:
            found, after = look(after, by_axis, steps, pupil)
        except _ImpossibleError as why:
            return Plan((), (why.conflict,), None)
        steps += found
    return Plan(tuple(steps), (), after)


LOOKS: Mapping[str, frozenset[Axis]] = MappingProxyType(
    {
        "_converted": frozenset({"format"}),
        "_shaped": frozenset({"width", "height", "shape"}),
        "_resolved": frozenset({"dpi"}),
        "_compressed": frozenset({"bytes"}),
        "_renamed": frozenset({"extension", "name"}),
    }
)
"""What looks at which demands."""

Looked = tuple[list[Step], PhotoFacts | None]


def _clauses(demands: Iterable[Demand]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(demand.clause for demand in demands))


def _excluding(demands: Sequence[Demand]) -> Iterator[Conflict]:
    """Pairs of demands on one thing that nothing meets, and single ones that nothing ever does."""
    for one, other in combinations_with_replacement(demands, 2):
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
    """Cut to shape first, and only then make it larger or smaller."""
    now = (facts.width or 0, facts.height or 0)
    wanting = [one for one in demands if not one.fits(*now)]
    if not wanting:
        return [], facts
    shapes = [one for one in demands if one.axis == "shape"]
    misshapen = [one for one in shapes if not one.fits(*now)]
    forms = [shapes[0].ratio] if shapes else [now, _bounded(now, demands)]
    for across, down in forms:
        cut = _cut(now, across, down) if misshapen or (across, down) != now else now
        sized = _sized(cut, across, down, demands)
        if sized:
            break
    else:
        raise _ImpossibleError("shape", demands)
    steps = []
    if cut != now:
        steps.append(Step("crop", _size_of(cut), _clauses(misshapen or wanting)))
    if sized != cut:
        steps.append(Step("resize", _size_of(sized), _clauses(wanting)))
    return steps, _changed(facts, **_size_of(sized))


def _size_of(size: tuple[int, int]) -> dict[str, int]:
    return dict(zip(_SIDES, size, strict=True))


def _bounds(demands: Sequence[Demand]) -> list[tuple[int, int]]:
    """For each side the least and the greatest length that all demands take."""
    return [
        (
            max([1, *(one.at_least for one in demands if one.axis == side)]),
            min([MOST, *(one.at_most for one in demands if one.axis == side)]),
        )
        for side in _SIDES
    ]


def _bounded(size: tuple[int, int], demands: Sequence[Demand]) -> tuple[int, int]:
    """Each side by itself as near as its bounds allow, whatever becomes of the shape."""
    width, height = (
        min(max(now, least), most)
        for now, (least, most) in zip(size, _bounds(demands), strict=True)
    )
    return width, height


def _cut(size: tuple[int, int], across: int, down: int) -> tuple[int, int]:
    """The largest part of a picture that has a shape, as far as whole px allow."""
    width, height = size
    if width * down > height * across:
        return max(1, _rounded(height * across, down)), height
    return width, max(1, _rounded(width * down, across))


def _rounded(dividend: int, divisor: int) -> int:
    return (2 * dividend + divisor) // (2 * divisor) if divisor else 0


def _sized(
    size: tuple[int, int], across: int, down: int, demands: Sequence[Demand]
) -> tuple[int, int] | None:
    """The nearest size of that shape which meets all demands; None if none is found."""
    if all(one.fits(*size) for one in demands):
        return size
    (least_width, most_width), (least_height, most_height) = _bounds(demands)
    wanted = max(size[1], least_height, _rounded(least_width * down, across))
    start = min(wanted, most_height, _rounded(most_width * down, across))
    for off in range(SEARCHED):
        for height in (start + off, start - off):
            width = _rounded(height * across, down)
            possible = 0 < width <= MOST and 0 < height <= MOST
            if possible and all(one.fits(width, height) for one in demands):
                return width, height
    return None


_SIDES: tuple[Axis, ...] = ("width", "height")


def _resolved(
    facts: PhotoFacts, demands: Sequence[Demand], _steps: Sequence[Step], _pupil: Pupil | None
) -> Looked:
    wanting = [one for one in demands if not one.takes(facts.dpi)]
    if not wanting:
        return [], facts
    least, most = max(one.at_least for one in demands), min(one.at_most for one in demands)
    dpi = min(max(facts.dpi or 0, least), most) or 1
    step = Step("set_dpi", {"dpi": dpi}, _clauses(wanting))
    return [step], _changed(facts, dpi=dpi, dpi_doubt=None)


def _compressed(
    facts: PhotoFacts, demands: Sequence[Demand], steps: Sequence[Step], _pupil: Pupil | None
) -> Looked:
    """A picture that is written anew may weigh more than before, so the limit is told then, too."""
    limit = min(one.at_most for one in demands)
    if facts.size <= limit and not steps:
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
    name = _name(old, ending, namings, pupil)
    step = Step("rename", {}, _clauses(wanting), name)
    return [step], _changed(facts, filename=name)


def _is_named(demand: Demand, filename: str, pupil: Pupil | None) -> bool:
    known = pupil is not None and pupil.class_name is not None and demand.naming is not None
    return known and matches(filename, demand.naming, pupil)  # type: ignore[arg-type]  # known


def _name(old: str, ending: str, namings: Sequence[Demand], pupil: Pupil | None) -> str:
    """A name that all demands take: the old one with another ending, or one made of the pupil's."""
    stem = old.rpartition(".")[0] or old or "photo"
    names = [f"{stem[: MAX_FILE_NAME - len(ending) - 1]}.{ending}"]
    for one in namings:
        with suppress(WrongArgument):
            names.append(file_name(one.naming, pupil, ending))  # type: ignore[arg-type]  # both there
    for name in names:
        if all(_is_named(one, name, pupil) for one in namings):
            return name
    raise _ImpossibleError("name", namings)


# --- in words -------------------------------------------------------------------------------------


def _known(language: str) -> None:
    if language not in get_args(Language):
        raise WrongArgument("language", "'pl' or 'en'")


def _told(plan: Plan, language: Language) -> list[str]:
    frame = EVERYWHERE["exclude"].of(language)
    conflicts = [
        frame.format(AXES[one.axis].of(language), ", ".join(one.clauses)) for one in plan.conflicts
    ]
    steps = [
        f"{STEPS[one.kind].of(language).format_map(one.values)} [{', '.join(one.clauses)}]"
        for one in plan.steps
    ]
    return [*conflicts, *steps] or [EVERYWHERE["none"].of(language)]


def _plain(plan: Plan, language: Language) -> dict[str, Any]:
    return {
        "steps": [
            {"kind": one.kind, "values": dict(one.values), "clauses": list(one.clauses)}
            for one in plan.steps
        ],
        "conflicts": [{"axis": one.axis, "clauses": list(one.clauses)} for one in plan.conflicts],
        "texts": _told(plan, language),
    }
