"""Whether a photo meets what one procedure of one school asks of it.

Facts and requirement in, findings out; nothing here reads a byte. Each record of the requirement is
judged by one small function that knows three answers: it holds, it does not, or a human has to
look. What a record does not ask is not judged: silence sets no condition. Where a clause lets the
school accept a photo in spite of a breach, the breach is open until the school has said so under
``photo.acceptance``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import get_args

from ._base import an_instance, instances
from ._day import a_day, months_after
from .attestations import Attestation, settle
from .extensions import EXTENSIONS, extension
from .facts import PhotoFacts, Pupil
from .findings import Finding, Status, breached, met, needs_review, not_covered
from .naming import matches
from .outcomes import Verdict
from .regulation import (
    BINARY,
    DECIMAL,
    Cited,
    Dpi,
    Extensions,
    FaceShare,
    FileSize,
    Formats,
    Millimetres,
    Multiple,
    Naming,
    PhotoAge,
    PhotoRequirement,
    Picture,
    Pixels,
    Ratio,
)
from .vocabulary import ImageFormat, Lodging, MetadataKind

__all__ = ["check", "findings", "of_print"]

ACCEPTANCE = "photo.acceptance"
KILO = {"decimal": (DECIMAL,), "binary": (BINARY,), "either": (DECIMAL, BINARY)}
"""What kilo can mean, the smaller first."""

WIDTH = ("photo.width", "photo.width_at_most", "photo.width_exactly")
HEIGHT = ("photo.height", "photo.height_at_most", "photo.height_exactly")
"""The conditions on a side: at least, at most, exactly so many px."""

READ = frozenset(get_args(ImageFormat))
"""The formats whose pictures are read, if no text says which are good."""

HINTED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "photo.background": frozenset({"background_dark", "background_uneven"}),
        "photo.colours": frozenset({"colourless"}),
        "photo.sharpness": frozenset({"blurred"}),
    }
)
"""Conditions that a human judges → the hints that may help to."""

PERSONAL = frozenset(get_args(MetadataKind)) - {"device", "time"}
"""What a file tells beside the picture that a school has no use for."""

SHOWN = frozenset({"jpg", "jpeg", "png", "pdf"})


def check(
    facts: PhotoFacts,
    requirement: PhotoRequirement | None,
    *,
    pupil: Pupil | None = None,
    attested: Iterable[Attestation] = (),
    sent_by: Lodging | None = None,
    on: date | None = None,
) -> Verdict:
    """Judge a photo against a requirement.

    Args:
        facts: what `photo.inspect` found.
        requirement: what `Regulation.photo_for` gives; None where the school asks nothing known.
        pupil: whose photo it is; needed where the file's name is judged.
        attested: what humans have said of it.
        sent_by: by which way the file came; an upload may need no name.
        on: the day on which it was handed in; needed where a text says how old it may be.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(facts, PhotoFacts, "facts")
    if requirement is not None:
        an_instance(requirement, PhotoRequirement, "requirement")
    if pupil is not None:
        an_instance(pupil, Pupil, "pupil")
    if on is not None:
        a_day(on, "on")
    words = instances(attested, Attestation, "attested")
    return Verdict(findings(facts, requirement, pupil, words, sent_by, on))


def findings(
    facts: PhotoFacts,
    requirement: PhotoRequirement | None,
    pupil: Pupil | None,
    attested: tuple[Attestation, ...],
    sent_by: Lodging | None,
    on: date | None,
) -> tuple[Finding, ...]:
    """The findings of `check`, for rules that judge more than the photo."""
    whatever = ((None, finding) for finding in _of_any_text(facts))
    if requirement is None:
        unasked = (None, not_covered("photo.requirement", "I-silence"))
        return tuple(_settled((unasked, *whatever), attested))
    judged = _judged(facts, requirement, pupil, sent_by, on)
    return tuple(_settled((*judged, *whatever), attested))


def of_print(asked: PhotoRequirement) -> Iterator[Finding]:
    """What is asked of a print, too, and only a human can say of it."""
    if (row := asked.on_paper) and row.size:
        yield needs_review("photo.print_size", row.clause, limit=row.size, also=row.also)
    if asked.age:
        yield _age(None, None, asked.age)
    for picture in asked.pictures:
        yield _picture(picture)


def _settled(
    judged: Iterable[tuple[str | None, Finding]], attested: tuple[Attestation, ...]
) -> Iterator[Finding]:
    """The findings after what was attested; a breach that may be waived asks for the decision."""
    for waiver, finding in judged:
        settled = settle(finding, attested)
        if waiver and settled.status is Status.BREACHED:
            yield from _waived(settled, waiver, attested)
        else:
            yield settled


def _judged(
    facts: PhotoFacts,
    asked: PhotoRequirement,
    pupil: Pupil | None,
    sent_by: Lodging | None,
    on: date | None,
) -> Iterator[tuple[str | None, Finding]]:
    """Each finding, with the clause that may waive it."""
    good = asked.formats.any_of if asked.formats else READ
    if asked.formats:
        yield asked.formats.waiver, _format(facts, asked.formats)
    if facts.format in good and asked.extensions:
        yield asked.extensions.waiver, _extension(facts, asked.extensions)
    if asked.size:
        yield from _each(asked.size, _size(facts, asked.size))
    if facts.fault or facts.width is None or facts.height is None:
        yield None, _unreadable(facts, asked)
    else:
        yield from _seen(facts, facts.width, facts.height, asked)
    if asked.naming:
        yield asked.naming.waiver, _name(facts, asked.naming, pupil, sent_by)
    if asked.face_share:
        yield asked.face_share.waiver, _face_share(facts, asked.face_share)
    if facts.taken and on and asked.age:
        yield None, _taken(facts.taken, on)
    if asked.age:
        yield asked.age.waiver, _age(facts.taken, on, asked.age)
    for picture in asked.pictures:
        yield picture.waiver, _picture(picture, facts.hints or ())


def _of_any_text(facts: PhotoFacts) -> Iterator[Finding]:
    """What no text has to ask for, where there is something to say.

    A photo is one picture that stands still, and no archive or page besides. What a file tells beside
    the picture speaks against no photo; but a school keeps no more of a child than it needs.
    """
    if facts.doubles_as or facts.animated:
        what = facts.doubles_as or "animated"
        yield breached("photo.one_picture", "invariant:one-picture", what)
    if PERSONAL & {*(facts.metadata or ())}:
        note = "location_inside" if "location" in (facts.metadata or ()) else "metadata_inside"
        yield met("photo.metadata", "act:rodo:art.5.1.c", notes=(note,))


def _seen(
    facts: PhotoFacts, width: int, height: int, asked: PhotoRequirement
) -> Iterator[tuple[str | None, Finding]]:
    """The findings on a picture whose sides are known."""
    if asked.pixels:
        yield from _each(asked.pixels, _pixels(width, height, asked.pixels))
    if asked.millimetres:
        yield from _each(asked.millimetres, _millimetres(width, height, asked.millimetres))
    if asked.multiple:
        yield asked.multiple.waiver, _multiple(width, height, asked.multiple)
    if asked.ratio:
        yield asked.ratio.waiver, _ratio(width, height, asked.ratio)
    if asked.dpi:
        yield asked.dpi.waiver, _dpi(facts, asked.dpi)


def _each(
    row: FileSize | Pixels | Millimetres, found: Iterable[Finding]
) -> Iterator[tuple[str | None, Finding]]:
    """Several findings on one record, each with the clause that may waive it."""
    return ((row.waiver, finding) for finding in found)


def _waived(fault: Finding, waiver: str, attested: tuple[Attestation, ...]) -> Iterator[Finding]:
    """A breach that the school may accept is open until it has decided, and so is the decision."""
    decision = settle(needs_review(ACCEPTANCE, waiver, subject=fault.code), attested)
    note = "accepted_despite" if decision.status is Status.MET else "discretion"
    yield replace(
        fault,
        status=decision.status,
        also=(*fault.also, waiver),
        notes=(*fault.notes, note),
        attested_by=decision.attested_by or fault.attested_by,
        attested_on=decision.attested_on or fault.attested_on,
    )
    yield decision


def _format(facts: PhotoFacts, asked: Formats) -> Finding:
    judge = met if facts.format in asked.any_of else breached
    return judge(
        "photo.format", asked.clause, facts.format, "/".join(asked.any_of), also=asked.also
    )


def _extension(facts: PhotoFacts, asked: Extensions) -> Finding:
    """Content decides; a name that says something else only has to be put right."""
    named = extension(facts.filename) if facts.filename else None
    fitting = [one for one in asked.any_of if one in EXTENSIONS[facts.format]]
    # Only words that stand in texts are shown: what a sender makes up may be a name.
    shown = named if named in SHOWN else None
    limit, also = "/".join(fitting), (*asked.also, "I-jpg")
    if named in fitting:
        return met("photo.extension", asked.clause, shown, limit, also=also)
    note = ("rename",) if facts.filename else ("name_not_given",)
    return needs_review("photo.extension", asked.clause, shown, limit, also=also, notes=note)


def _unreadable(facts: PhotoFacts, asked: PhotoRequirement) -> Finding:
    """Nothing to judge; what may be a picture of a format that no text rules out, a human opens."""
    clause = asked.first().clause
    if facts.fault or asked.formats:
        return breached("photo.readable", clause, facts.fault)
    return needs_review("photo.readable", clause, notes=("not_measured",))


def _size(facts: PhotoFacts, asked: FileSize) -> Iterator[Finding]:
    """Each bound, kept by every meaning of kilo that the text can have, broken by every one, or open."""
    meanings = [asked.in_bytes(kilo) for kilo in KILO[asked.megabyte]]
    (smaller_least, smaller_most), (larger_least, larger_most) = meanings[0], meanings[-1]
    if smaller_least is not None and larger_least is not None:
        kept, broken = facts.size >= larger_least, facts.size < smaller_least
        limit = smaller_least if broken else larger_least
        notes = ("kilobyte_either",) if asked.min_kb else ("megabyte_either",)
        yield _bytes("photo.min_size", facts.size, limit, asked, notes, kept=kept, broken=broken)
    if smaller_most is not None and larger_most is not None:
        kept, broken = facts.size <= smaller_most, facts.size > larger_most
        limit = larger_most if broken else smaller_most
        notes = ("kilobyte_either",) if asked.max_kb else ("megabyte_either",)
        yield _bytes("photo.size", facts.size, limit, asked, notes, kept=kept, broken=broken)


def _bytes(
    code: str,
    size: int,
    limit: int,
    asked: FileSize,
    notes: tuple[str, ...],
    *,
    kept: bool,
    broken: bool,
) -> Finding:
    also = (*asked.also, "I-mb")
    if not kept and not broken:
        return needs_review(code, asked.clause, size, limit, also=also, notes=notes)
    judge = met if kept else breached
    return judge(code, asked.clause, size, limit, also=also)


def _pixels(width: int, height: int, asked: Pixels) -> Iterator[Finding]:
    yield from _side(WIDTH, width, asked.min_width, asked.max_width, asked, asked.also)
    yield from _side(HEIGHT, height, asked.min_height, asked.max_height, asked, asked.also)


def _millimetres(width: int, height: int, asked: Millimetres) -> Iterator[Finding]:
    also, play = (*asked.also, "I-millimetres"), asked.tolerance
    for codes, measured, due in zip((WIDTH, HEIGHT), (width, height), asked.in_px(), strict=True):
        most = due + play if asked.exactly else None
        yield from _side(codes, measured, max(0, due - play), most, asked, also)


def _side(
    codes: tuple[str, str, str],
    measured: int,
    least: int | None,
    most: int | None,
    row: Cited,
    also: tuple[str, ...],
) -> Iterator[Finding]:
    """The bounds of one side; two that are alike are one condition."""
    at_least, at_most, exactly = codes
    if least is not None and least == most:
        judge = met if measured == least else breached
        yield judge(exactly, row.clause, measured, least, also=also)
        return
    if least is not None:
        judge = met if measured >= least else breached
        yield judge(at_least, row.clause, measured, least, also=also)
    if most is not None:
        judge = met if measured <= most else breached
        yield judge(at_most, row.clause, measured, most, also=also)


def _multiple(width: int, height: int, asked: Multiple) -> Finding:
    times = width // asked.width
    fits = times and (width, height) == (times * asked.width, times * asked.height)
    judge = met if fits else breached
    measured, limit = f"{width}×{height}", f"{asked.width}×{asked.height}"
    return judge("photo.multiple", asked.clause, measured, limit, also=asked.also)


def _ratio(width: int, height: int, asked: Ratio) -> Finding:
    # In whole numbers: |w - h * W / H| <= tolerance, times H.
    off = abs(width * asked.height - height * asked.width)
    other = breached if asked.strict else needs_review
    judge = met if off <= asked.tolerance * asked.height else other
    shape = f"{asked.width}:{asked.height}"
    return judge("photo.ratio", asked.clause, f"{width}:{height}", shape, also=asked.also)


def _dpi(facts: PhotoFacts, asked: Dpi) -> Finding:
    """The bound that fails, or else the one there is; a doubt in the file's number counts for it."""
    least, most = (facts.dpi or 0) - facts.dpi_tolerance, (facts.dpi or 0) + facts.dpi_tolerance
    too_many = asked.at_most is not None and least > asked.at_most
    too_few = asked.at_least is not None and most < asked.at_least
    upper = too_many or asked.at_least is None
    code, limit = ("photo.dpi_at_most", asked.at_most) if upper else ("photo.dpi", asked.at_least)
    also = (*asked.also, "I-dpi")
    if facts.dpi is None:
        doubt = (f"dpi_{facts.dpi_doubt or 'absent'}",)
        return needs_review(code, asked.clause, None, limit, also=also, notes=doubt)
    if not too_many and not too_few:
        return met(code, asked.clause, facts.dpi, limit, also=also)
    judge = breached if asked.strict else needs_review
    return judge(code, asked.clause, facts.dpi, limit, also=also)


def _name(
    facts: PhotoFacts, asked: Naming, pupil: Pupil | None, sent_by: Lodging | None
) -> Finding:
    if sent_by in asked.waived_for:
        return met("photo.name", asked.clause, also=asked.also, notes=("name_waived",))
    if pupil is None or pupil.class_name is None or facts.filename is None:
        missing = ("name_not_given" if facts.filename is None else "pupil_not_given",)
        return needs_review("photo.name", asked.clause, also=asked.also, notes=missing)
    judge = met if matches(facts.filename, asked, pupil) else breached
    return judge("photo.name", asked.clause, also=asked.also)


def _face_share(facts: PhotoFacts, asked: FaceShare) -> Finding:
    limit = f"{asked.at_least}-{asked.at_most}"
    if facts.face_percent is None:
        return needs_review("photo.face_share", asked.clause, None, limit, also=asked.also)
    judge = met if asked.at_least <= facts.face_percent <= asked.at_most else breached
    return judge("photo.face_share", asked.clause, facts.face_percent, limit, also=asked.also)


def _taken(taken: date, on: date) -> Finding:
    judge = met if taken <= on else breached
    return judge("photo.taken", "invariant:day-order", taken.isoformat(), on.isoformat())


def _age(taken: date | None, on: date | None, asked: PhotoAge) -> Finding:
    """In months begun, so that on the day that ends the last one it is still young enough."""
    code, limit, also = "photo.age", asked.months, (*asked.also, "I-photo-age")
    if taken is None or on is None:
        notes = ("taken_not_given",) if taken is None else ("day_not_given",)
        return needs_review(code, asked.clause, None, limit, also=also, notes=notes)
    months = 12 * (on.year - taken.year) + on.month - taken.month
    begun = months + (months_after(taken, months) < on)
    judge = met if begun <= limit else breached
    return judge(code, asked.clause, begun, limit, also=also)


def _picture(picture: Picture, hints: Iterable[str] = ()) -> Finding:
    helping = HINTED.get(picture.condition, ())
    notes = tuple(hint for hint in hints if hint in helping)
    return needs_review(picture.condition, picture.clause, also=picture.also, notes=notes)
