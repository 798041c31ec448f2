"""What may be asked of an mLegitymacja: its issue, and every command on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, get_args

from hypothesis import strategies as st

from ...acts import HandOver
from ...facts import Code, PhysicalId
from ...law.dates import CARDS_ONLY
from ...mlegitymacja import (
    Activate,
    ActivationCodes,
    Application,
    ExOfficio,
    GenerateCodes,
    Mlegitymacja,
    Reissue,
    Revoke,
)
from ...regulation import MlegitymacjaProcedure
from ...school_id import SchoolId
from ...school_year import last_confirmed_day
from ...vocabulary import CodeWay, RevocationGround
from ..complete import applicants
from ..phone_commands import TEN
from .choices import begins, likely, one_of, wished
from .common_moves import Drawn, take_back
from .moves import Move, another, decide, decide_with, issue, upload_of, words_of
from .situation import DAY, Now, around, birthday, dated, when
from .wishes import Wish, application, other_photos, twists

__all__ = ["on_phone"]


@st.composite
def _first_phone(draw: st.DrawFn, now: Now) -> Move:
    on, aims = draw(when(now, *birthday(now, "application.applicant")))
    name = another(now.rules.documents, "phone")
    wish, codes = draw(_phone_request(now, on))
    return issue(name, on, _phone_record(wish), wish, codes, aims)


def _phone_record(wish: Wish) -> Application | ExOfficio:
    fields = dict(wish.fields)
    if "applicant" in fields:
        return Application(**fields)
    return ExOfficio(**fields)


@st.composite
def _phone_request(draw: st.DrawFn, now: Now, on: date) -> tuple[Wish, ActivationCodes | None]:
    """Upon what an mLegitymacja is issued, and its codes."""
    school = now.text(on)
    rules = school.mlegitymacja or MlegitymacjaProcedure()
    held = _held(now, on)
    whole = application(school, "mlegitymacja", now.pupil, on).having(prior_id=held)
    if rules.consent and rules.consent.model == "opt_out":
        fields = {"pupil": now.pupil, "prior_id": held}
        whole = Wish(fields, whole.shot)
        others = [whole.but("the parents objected", "consent", objected=on)]
        others += other_photos(rules.photo, whole)
    else:
        others = [*twists(rules, whole)]
    others += [*_on_other_ids(whole, held, on), *_ending_sooner(whole, on)]
    others += _delivered(rules, whole)
    wish, codes = draw(wished(whole, others)), draw(_codes(now, rules, on))
    if codes is None:
        return wish, None
    told, made = draw(_other_codes(now, codes))
    return replace(wish, said=words_of(wish.said, told)), made


def _held(now: Now, on: date) -> PhysicalId:
    """The ID that the pupil holds: the last one made, or one from before."""
    made = [one for one in now.rules.documents.values() if isinstance(one, SchoolId)]
    if made:
        return made[-1].held(on)
    return PhysicalId(
        number="0/2024", form="id1", issued=CARDS_ONLY, valid_until=last_confirmed_day(on)
    )


def _on_other_ids(whole: Wish, held: PhysicalId, on: date) -> Iterator[Wish]:
    """The same upon an ID that has run out, or none, or one on paper from before and after the turn."""
    yield whole.but("without an ID", "id.issued", prior_id=None)
    for until in (on, on - DAY):
        ended = held.model_copy(update={"valid_until": until, "issued": until - 30 * DAY})
        yield whole.but(f"on an ID until {until}", "id.valid", prior_id=ended)
    for issued in (CARDS_ONLY - DAY, CARDS_ONLY):
        paper = held.model_copy(update={"form": "paper", "issued": issued})
        yield whole.but(f"on a paper ID of {issued}", "id.form", prior_id=paper)


def _ending_sooner(whole: Wish, on: date) -> Iterator[Wish]:
    """The same for one whose education ends soon, today, or has ended."""
    for last in (on + 10 * DAY, on, on - DAY):
        said = f"for one whose education ends on {last}"
        yield whole.but(said, "mlegitymacja.validity", education_ends=last)


def _delivered(rules: MlegitymacjaProcedure, whole: Wish) -> Iterator[Wish]:
    """The same with a wish for the codes' way, and for mail without an address."""
    for way in get_args(CodeWay) if rules.delivery else ():
        said = f"with the codes by {way}"
        yield whole.but(said, "codes.delivery", deliver_by=way, email="anna@example.org")
    if rules.delivery:
        said = "with the codes by email, without an address"
        yield whole.but(said, "codes.delivery", deliver_by="email")


@st.composite
def _other_codes(draw: st.DrawFn, now: Now, codes: ActivationCodes) -> tuple[str, ActivationCodes]:
    """The codes, mostly; seldom of the next day, or earlier ones again. And how they differ."""
    later = {"generated": codes.generated + DAY, "at": codes.at and codes.at + DAY}
    others = [("with codes of the next day", codes.model_copy(update=later))]
    known = [one.codes for phone in _phones(now) for one in phone.code_sets if one.codes]
    if known:
        again = codes.model_copy(update=_pair(known[0]))
        others.append(("with the first codes again", again))
    return draw(st.sampled_from((*[("", codes)] * 12, *others)))


@st.composite
def _codes(
    draw: st.DrawFn, now: Now, rules: MlegitymacjaProcedure, on: date
) -> ActivationCodes | None:
    """New codes of that day; seldom none, where they can be made later."""
    later = bool(rules.codes and rules.codes.renewable)
    if later and draw(st.sampled_from((False, False, False, True))):
        return None
    return draw(_new_codes(now, rules, on))


@st.composite
def _new_codes(
    draw: st.DrawFn, now: Now, rules: MlegitymacjaProcedure, on: date
) -> ActivationCodes:
    ways = [row.way for row in rules.codes.ways] if rules.codes else []
    number = sum(len(one.code_sets) for one in _phones(now)) + 1
    return ActivationCodes(
        generated=on,
        qr=Code(f"QR-{number}"),
        code=Code(f"CODE-{number}"),
        way=draw(st.sampled_from(ways)) if ways else None,
        at=datetime.combine(on, TEN),
    )


@st.composite
def on_phone(draw: st.DrawFn, now: Now) -> Move:
    """An mLegitymacja, or what may be done with one."""
    names = now.named(Mlegitymacja)
    if begins(draw, now, names):
        return draw(_first_phone(now))
    name = one_of(draw, now, names)
    kind = likely(draw, now, name, (*["activate"] * 4, *PHONE))
    return draw(PHONE[kind](dated(draw, now, name), name))


@st.composite
def _activate(draw: st.DrawFn, now: Now, name: str) -> Move:
    document = _phone(now, name)
    ends = [when_ for one in document.code_sets for when_ in around(one.until, "codes.window")]
    on, aims = draw(when(now, *ends))
    rules = now.text(document.issued.on).mlegitymacja or MlegitymacjaProcedure()
    fields = {
        "on": on,
        "device": document.activations[0].device if document.activations else "phone-1",
        "system": "android",
        "steps": tuple(step.name for step in rules.steps),
        **_opening(document, on),
    }
    whole = Wish(fields)
    bounds = [*_in_the_last_minute(whole, document, rules)]
    wish = draw(wished(whole, _other_activations(whole, document, rules)))
    if draw(st.booleans()) and bounds:
        wish = draw(st.sampled_from(bounds))
    command = Activate(**wish.fields)
    return decide(name, now, command, wish.said, *wish.aims, *aims)


def _opening(document: Mlegitymacja, on: date) -> dict[str, Any]:
    """The codes made last, as they are entered a moment later."""
    last = document.code_sets[-1].codes
    if last is None:
        return {"qr": Code("QR-0"), "code": Code("CODE-0")}
    at = last.at if last.at and last.generated == on else datetime.combine(on, TEN)
    return {"qr": last.qr, "code": last.code, "at": at}


def _other_activations(
    whole: Wish, document: Mlegitymacja, rules: MlegitymacjaProcedure
) -> Iterator[Wish]:
    aims = ("devices.share", "devices.limit", "codes.one_time")
    yield whole.but("on another device", *aims, device="phone-2")
    for number in range(3, 7):
        yield whole.but(
            f"on device {number}, a parent's",
            "devices.limit",
            "devices.share",
            device=f"phone-{number}",
            owner="parent",
        )
    steps = whole.fields["steps"]
    for step in steps:
        left = tuple(one for one in steps if one != step)
        yield whole.but(f"without the step {step}", "steps.order", steps=left)
    yield whole.but("on ios", "steps.order", system="ios")
    yield whole.but("with another code", "codes.match", code=Code("CODE-0"))
    for one in document.code_sets[:-1]:
        if one.codes:
            yield whole.but("with earlier codes", "codes.one_time", **_pair(one.codes))
    yield from _on_versions(whole, rules)


def _in_the_last_minute(
    whole: Wish, document: Mlegitymacja, rules: MlegitymacjaProcedure
) -> Iterator[Wish]:
    """The same a second before the codes' minutes have passed, then, and a second later."""
    codes = document.code_sets[-1].codes
    if not codes or not codes.at or not rules.codes or codes.generated != whole.fields["on"]:
        return
    if minutes := rules.codes.window(codes.way).minutes:
        for seconds in (-1, 0, 1):
            moved = codes.at + timedelta(minutes=minutes, seconds=seconds)
            said = f"{minutes}:00 {seconds:+} s after the codes were made"
            yield whole.but(said, "codes.minutes", at=moved)


def _on_versions(whole: Wish, rules: MlegitymacjaProcedure) -> Iterator[Wish]:
    """The same on versions of the system and of the app on either side of the oldest that will do."""
    for row in rules.systems:
        for version in _versions(row.at_least):
            asked: dict[str, Any] = {"system": row.system, "system_version": version}
            yield whole.but(f"on {row.system} {version}", "device.system_version", **asked)
    for version in _versions(rules.app.at_least) if rules.app else ():
        said = f"with version {version} of the app"
        yield whole.but(said, "device.app_version", app_version=version)


MOST_DIGITS = 4
"""So many has a number in a version at most."""


def _versions(least: str | None) -> Iterator[str]:
    """The oldest version, one before it, and a later one that as a text may come before it."""
    if least is None:
        return
    numbers = [int(number) for number in least.split(".")]
    places = [place for place, number in enumerate(numbers) if number]
    for place in places[-1:]:
        below = (*numbers[:place], numbers[place] - 1, *[9] * (len(numbers) - place - 1))
        yield ".".join(map(str, below))
    yield least
    if len(beyond := f"1{'0' * len(str(numbers[0]))}") <= MOST_DIGITS:
        yield beyond


def _pair(codes: ActivationCodes) -> dict[str, Any]:
    return {"qr": codes.qr, "code": codes.code}


def _phones(now: Now) -> list[Mlegitymacja]:
    """The pupil's."""
    return [one for one in now.rules.documents.values() if isinstance(one, Mlegitymacja)]


def _phone(now: Now, name: str) -> Mlegitymacja:
    document = now.rules.documents[name]
    assert isinstance(document, Mlegitymacja)  # noqa: S101  (it was named as one)
    return document


@st.composite
def _hand_over_codes(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    to = draw(st.sampled_from(("parent", "pupil")))
    return decide(name, now, HandOver(on=on, to=to), f"to the {to}")


@st.composite
def _generate(draw: st.DrawFn, now: Now, name: str) -> Move:
    document = _phone(now, name)
    on, aims = draw(when(now, *around(document.issued.codes_until, "codes.renewable")))
    rules = now.text(document.issued.on).mlegitymacja or MlegitymacjaProcedure()
    told, codes = draw(_other_codes(now, draw(_new_codes(now, rules, on))))
    return decide(name, now, GenerateCodes(on=on, codes=codes), told, "codes.renewable", *aims)


@st.composite
def _revoke(draw: st.DrawFn, now: Now, name: str) -> Move:
    on, aims = draw(when(now, *birthday(now, "revoke.applicant")))
    rules = now.text(on).mlegitymacja or MlegitymacjaProcedure()
    named = [row.ground for row in rules.revocation]
    grounds: list[RevocationGround] = [*named, "pesel_granted"]
    ground = draw(st.sampled_from(grounds))
    row = next((row for row in rules.revocation if row.ground == ground), None)
    rows = row.applicants if row else ()
    who = applicants(rows, now.pupil, on)[0] if rows else None
    basis = row.basis.accepted[0] if row and row.basis else None
    whole = Wish({"on": on, "ground": ground, "applicant": who, "basis": basis})
    others = [
        whole.but(f"asked by the {other}", "revoke.applicant", applicant=other)
        for other in ("parent", "pupil")
        if other != who
    ]
    wrong = whole.but("upon a birth certificate", "ground.basis", basis="birth_certificate")
    wish = draw(wished(whole, [*others, *([wrong] if basis else [])]))
    command = Revoke(**wish.fields)
    return decide(name, now, command, words_of(ground, wish.said), *wish.aims, *aims)


@st.composite
def _reissue(draw: st.DrawFn, now: Now, name: str) -> Move:
    on, aims = draw(when(now, *around(_phone(now, name).issued.valid_until, "state")))
    rules = now.text(on).mlegitymacja or MlegitymacjaProcedure()
    ground = draw(st.sampled_from([*(row.ground for row in rules.reissue), "new_card"]))
    row = next((row for row in rules.reissue if row.ground == ground), None)
    wish, codes = draw(_phone_request(now, on))
    command = Reissue(
        on=on,
        ground=ground,
        application=_phone_record(wish),
        codes=codes,
        basis=row.basis.accepted[0] if row and row.basis else None,
    )
    said = words_of(ground, wish.said)
    return decide_with(name, now, command, upload_of(wish), said, (*wish.aims, *aims))


PHONE: dict[str, Drawn] = {
    "activate": _activate,
    "hand_over": _hand_over_codes,
    "generate_codes": _generate,
    "revoke": _revoke,
    "reissue": _reissue,
    "correct": take_back,
}
"""What can be asked of an mLegitymacja."""
