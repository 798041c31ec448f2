"""Whether a photo meets what one procedure of one school asks of it.

Facts and requirement in, findings out; nothing here reads a byte. Each record of the requirement is
judged by one small function that knows three answers: it holds, it does not, or a human has to
look. What a record does not ask is not judged: silence sets no condition. Where a clause lets the
school accept a photo in spite of a breach, the breach is open until the school has said so under
``photo.acceptance``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ._base import an_instance, instances
from .attestations import Attestation, settle
from .facts import PhotoFacts, Pupil
from .findings import Finding, Status, breached, met, needs_review, not_covered
from .naming import extension, matches
from .outcomes import Verdict
from .regulation import (
    Dpi,
    Extensions,
    FaceShare,
    FileSize,
    Formats,
    Naming,
    PhotoRequirement,
    Pixels,
    Ratio,
)
from .vocabulary import Lodging

__all__ = ["check", "findings"]

DECIMAL_MB = 10**6
BINARY_MB = 2**20
ACCEPTANCE = "photo.acceptance"
EXTENSIONS = {"JPEG": ("jpg", "jpeg"), "PNG": ("png",)}
"""The file name extensions that fit a content."""

SHOWN = frozenset({"jpg", "jpeg", "png", "pdf"})


def check(
    facts: PhotoFacts,
    requirement: PhotoRequirement | None,
    *,
    pupil: Pupil | None = None,
    attested: Iterable[Attestation] = (),
    sent_by: Lodging | None = None,
) -> Verdict:
    """Judge a photo against a requirement.

    Args:
        facts: what `photo.inspect` found.
        requirement: what `Regulation.photo_for` gives; None where the school asks nothing known.
        pupil: whose photo it is; needed where the file's name is judged.
        attested: what humans have said of it.
        sent_by: by which way the file came; an upload may need no name.

    Raises:
        WrongArgument: if an argument is of another type.
    """
    an_instance(facts, PhotoFacts, "facts")
    if requirement is not None:
        an_instance(requirement, PhotoRequirement, "requirement")
    if pupil is not None:
        an_instance(pupil, Pupil, "pupil")
    words = instances(attested, Attestation, "attested")
    return Verdict(findings(facts, requirement, pupil, words, sent_by))


def findings(
    facts: PhotoFacts,
    requirement: PhotoRequirement | None,
    pupil: Pupil | None,
    attested: tuple[Attestation, ...],
    sent_by: Lodging | None,
) -> tuple[Finding, ...]:
    """The findings of `check`, for rules that judge more than the photo."""
    if requirement is None:
        return (settle(not_covered("photo.requirement", "I-silence"), attested),)
    return tuple(_settled(_judged(facts, requirement, pupil, sent_by), attested))


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
    facts: PhotoFacts, asked: PhotoRequirement, pupil: Pupil | None, sent_by: Lodging | None
) -> Iterator[tuple[str | None, Finding]]:
    """Each finding, with the clause that may waive it."""
    yield asked.formats.waiver, _format(facts, asked.formats)
    if facts.format in asked.formats.any_of and asked.extensions:
        yield asked.extensions.waiver, _extension(facts, asked.extensions)
    if asked.size:
        yield asked.size.waiver, _size(facts, asked.size)
    if facts.fault or facts.width is None or facts.height is None:
        yield None, breached("photo.readable", asked.formats.clause, facts.fault)
    else:
        if asked.pixels:
            yield asked.pixels.waiver, _side("photo.width", facts.width, asked.pixels)
            yield asked.pixels.waiver, _side("photo.height", facts.height, asked.pixels)
        if asked.ratio:
            yield None, _ratio(facts.width, facts.height, asked.ratio)
        if asked.dpi:
            yield asked.dpi.waiver, _dpi(facts, asked.dpi)
    if asked.naming:
        yield asked.naming.waiver, _name(facts, asked.naming, pupil, sent_by)
    if asked.face_share:
        yield asked.face_share.waiver, _face_share(facts, asked.face_share)
    for picture in asked.pictures:
        yield picture.waiver, needs_review(picture.condition, picture.clause, also=picture.also)


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


def _size(facts: PhotoFacts, asked: FileSize) -> Finding:
    # In whole numbers, which no decimal context of the host can round.
    megabytes, parts = asked.max_mb.as_integer_ratio()
    decimal, binary = megabytes * DECIMAL_MB // parts, megabytes * BINARY_MB // parts
    also = (*asked.also, "I-mb")
    limit = binary if asked.megabyte == "binary" else decimal
    if facts.size <= limit:
        return met("photo.size", asked.clause, facts.size, limit, also=also)
    if asked.megabyte == "either" and facts.size <= binary:
        note = ("megabyte_either",)
        return needs_review("photo.size", asked.clause, facts.size, limit, also=also, notes=note)
    upper = binary if asked.megabyte == "either" else limit
    return breached("photo.size", asked.clause, facts.size, upper, also=also)


def _side(code: str, measured: int, asked: Pixels) -> Finding:
    limit = asked.min_width if code == "photo.width" else asked.min_height
    judge = met if measured >= limit else breached
    return judge(code, asked.clause, measured, limit, also=asked.also)


def _ratio(width: int, height: int, asked: Ratio) -> Finding:
    # In whole numbers: |w - h * W / H| <= tolerance, times H.
    off = abs(width * asked.height - height * asked.width)
    judge = met if off <= asked.tolerance * asked.height else needs_review
    shape = f"{asked.width}:{asked.height}"
    return judge("photo.ratio", asked.clause, f"{width}:{height}", shape, also=asked.also)


def _dpi(facts: PhotoFacts, asked: Dpi) -> Finding:
    """The bound that fails, or else the one there is."""
    too_many = asked.at_most is not None and (facts.dpi or 0) > asked.at_most
    too_few = asked.at_least is not None and (facts.dpi or 0) < asked.at_least
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
