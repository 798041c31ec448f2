"""What may be asked next: questions, first documents, and every command on the documents there are.

A move is drawn from the situation: the text in force, the pupil, the day, the documents. Half of the moves
are as a text wants them; the other half are wrong in one respect, or lie on the last day, or the first
beyond it. What a move asks it asks of both systems in the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, get_args

from hypothesis import strategies as st

from ... import certificate, mlegitymacja, school_id
from ...acts import GiveBack, HandOver, Replace, ReportFound
from ...attestations import Attested
from ...facts import Code, PhysicalId, Pupil
from ...findings import Status
from ...mlegitymacja import ActivationCodes, Mlegitymacja
from ...policy import effective
from ...regulation import MlegitymacjaProcedure, Regulation
from ...school_id import Card, SchoolId
from ...school_year import last_confirmed_day
from ...vocabulary import (
    CodeWay,
    EndGround,
    Milestone,
    Procedure,
    Receiver,
    RevocationGround,
)
from .complete import Wish, applicant, application, other_photos, twists
from .reference import AnyDocument, Reference, available
from .shots import developed, fitting
from .system import Capability, Command, Request, System, Upload

__all__ = [
    "QUESTIONS",
    "Move",
    "Now",
    "on_certificate",
    "on_id",
    "on_phone",
    "question",
]

T = TypeVar("T")

DAY, YEAR = timedelta(days=1), timedelta(days=366)

TURNS = (
    date(2024, 7, 12),
    date(2024, 7, 13),
    date(2025, 8, 31),
    date(2025, 9, 1),
    date(2025, 9, 16),
    date(2025, 9, 17),
    date(2025, 9, 30),
    date(2025, 10, 1),
)
"""Days on which something ends or begins for everybody."""

LAST_PAPER = TURNS[0]

MILESTONES = (
    date(2024, 10, 1),
    *(date(2025, 12, day) for day in (10, 19, 23, 24, 27)),
    *(date(2024, 12, day) for day in (10, 23, 24)),
    date(2025, 4, 18),
    date(2025, 9, 16),
)
"""Days on which a clock may start: before feasts, and before the day on which texts end."""

NOON = datetime(2000, 1, 1, 10, tzinfo=UTC)

PROCEDURES: tuple[Procedure, ...] = get_args(Procedure)


@dataclass(frozen=True, slots=True)
class Now:
    """The situation: what the rules hold of the documents, whose they are, and the day."""

    rules: Reference
    pupil: Pupil
    today: date

    def text(self, on: date) -> Regulation:
        """What applies at the school on a day, the law under it."""
        return effective(self.rules.school, on=on)

    def named(self, kind: type[AnyDocument]) -> list[str]:
        """The documents of a kind."""
        return [name for name, one in self.rules.documents.items() if isinstance(one, kind)]


@dataclass(frozen=True, slots=True)
class Move:
    """What is asked.

    Attributes:
        says: it in words, without a person in them.
        on: its day.
        put: asks a system, with what humans have attested.
        aims: the conditions on whose boundary it lies.
        name: the document on which something is done; empty where one is made, or none is concerned.
        procedure: the procedure that is asked about.
    """

    says: str
    on: date | None
    put: Callable[[System, Attested], Any] = field(repr=False)
    aims: tuple[str, ...] = ()
    name: str = ""
    procedure: Procedure | None = None


class When(NamedTuple):
    """A day, and the conditions on whose boundary it lies."""

    day: date
    aims: tuple[str, ...] = ()


# --- days -----------------------------------------------------------------------------------------


def around(day: date | None, *aims: str) -> Iterator[When]:
    """The day itself, mostly, and those before and after it."""
    if day is not None:
        yield from (When(day, aims), When(day, aims), When(day + DAY, aims), When(day - DAY, aims))


def when(now: Now, *bounds: When) -> st.SearchStrategy[When]:
    """Today, or a boundary ahead."""
    turn = [When(day) for day in TURNS if day > now.today][:1]
    ahead = [one for one in bounds if now.today <= one.day <= now.today + YEAR]
    return st.sampled_from((*[When(now.today)] * 8, *ahead, *ahead, When(now.today + DAY), *turn))


def birthday(now: Now, *aims: str) -> Iterator[When]:
    """The 18th birthday."""
    return around(now.pupil.adult_from(), *aims)


@st.composite
def mostly(draw: st.DrawFn, best: T, others: Iterable[T]) -> T:
    """The best two times of three, else one of the others."""
    rest = [*others]
    return draw(st.sampled_from([*[best] * (2 * len(rest) or 1), *rest]))


@st.composite
def wished(draw: st.DrawFn, whole: Wish, twisted: Iterable[Wish]) -> Wish:
    """The whole two times of three; else with one twist, any condition as likely as any other."""
    by_aim: dict[tuple[str, ...], list[Wish]] = {}
    for one in twisted:
        by_aim.setdefault(one.aims[:1], []).append(one)
    aims = [*by_aim]
    aim = draw(st.sampled_from([*[None] * (2 * len(aims) or 1), *aims]))
    return whole if aim is None else draw(st.sampled_from(by_aim[aim]))


def likely(draw: st.DrawFn, now: Now, name: str, kinds: Iterable[str]) -> str:
    """A kind of command, mostly one that nothing about the document stands in the way of."""
    document = now.rules.documents[name]
    offered = available(document, now.rules.school, on=now.today)
    every = [*kinds]
    free = [kind for kind in every if not any(f.status is Status.BREACHED for f in offered[kind])]
    return draw(st.sampled_from([*free, *free, *free, *every]))


# --- questions ------------------------------------------------------------------------------------


@st.composite
def _photo(draw: st.DrawFn, now: Now) -> Move:
    """Whether a photo is good enough."""
    on = draw(when(now)).day
    text = now.text(on)
    asking = [name for name in PROCEDURES if text.photo_for(name)]
    procedure = draw(st.sampled_from((*asking, *asking, *PROCEDURES)))
    asked = text.photo_for(procedure)
    good = fitting(asked, now.pupil)
    whole = Wish({}, good)
    wish = draw(wished(whole, other_photos(asked, whole)))
    shot = wish.shot or good
    return Move(
        f"is a {shot.told} good enough for {procedure}?",
        on,
        lambda system, _words: system.photo(procedure, developed(shot), now.pupil, on=on),
        wish.aims,
    )


@st.composite
def _fee(draw: st.DrawFn, now: Now) -> Move:
    """What a procedure costs on a day."""
    procedure, on = draw(st.sampled_from(PROCEDURES)), draw(when(now)).day
    return Move(
        f"the fee for {procedure}", on, lambda system, _words: system.fee(procedure, on=on)
    )


@st.composite
def _deadline(draw: st.DrawFn, now: Now) -> Move:
    """By when the school has to act, once what has happened."""
    school = now.rules.school
    dated = [name for name in PROCEDURES if (rules := school.procedure(name)) and rules.due]
    procedure = draw(st.sampled_from((*dated * 4, *PROCEDURES)))
    rules = school.procedure(procedure)
    since: Sequence[Milestone] = rules.due.since if rules and rules.due else ("complete",)
    start = draw(st.sampled_from(MILESTONES))
    reached = dict.fromkeys(since, start)
    change = draw(st.sampled_from((None, None, "later", "missing")))
    if change == "later":
        reached[since[-1]] = draw(st.sampled_from(MILESTONES))
    elif change == "missing":
        del reached[since[0]]
    told = ", ".join(f"{milestone} {day}" for milestone, day in reached.items())
    return Move(
        f"due for {procedure}, {told or 'nothing reached'}",
        None,
        lambda system, _words: system.due(procedure, reached),
        procedure=procedure,
    )


QUESTIONS: Mapping[Capability, Callable[[Now], st.SearchStrategy[Move]]] = MappingProxyType(
    {"photos": _photo, "deadlines": _deadline, "fees": _fee}
)
"""What can be asked that changes nothing, by what a system has to offer for it."""


@st.composite
def question(draw: st.DrawFn, now: Now, offers: Collection[Capability]) -> Move:
    """One of the questions that a system can be asked."""
    return draw(draw(st.sampled_from([ask for what, ask in QUESTIONS.items() if what in offers]))(now))


# --- first documents ------------------------------------------------------------------------------


MOST = 4
"""So many documents of one kind are enough."""

IN_USE = frozenset({"issued", "activated", "valid", "reported", "lapsed", "duplicated"})
"""States of a document with which there is still something to be done."""


def _begins(draw: st.DrawFn, now: Now, names: Sequence[str]) -> bool:
    """Whether a first document is asked for: where there is none, and seldom beside one in use."""
    if not names or len(names) == MOST:
        return not names
    in_use = any(now.rules.state(name, on=now.today) in IN_USE for name in names)
    return draw(st.sampled_from((*[False] * (9 if in_use else 1), True)))


def _one_of(draw: st.DrawFn, now: Now, names: Sequence[str]) -> str:
    """A document, mostly one in use."""
    used = [name for name in names if now.rules.state(name, on=now.today) in IN_USE]
    return draw(st.sampled_from((*used * 6, *names)))


def _another(now: Now, kind: type[AnyDocument], word: str) -> str:
    """The name of the next document of a kind."""
    return f"{word}-{len(now.named(kind)) + 1}"


def _issue(
    name: str,
    on: date,
    request: Request,
    wish: Wish,
    made: Card | ActivationCodes | None,
    aims: tuple[str, ...] = (),
) -> Move:
    upload = _upload(wish)
    return Move(
        _words(f"issue {name}", wish.said),
        on,
        lambda system, words: system.issue(
            name, request, on=on, photo=upload, made=made, attested=words
        ),
        (*wish.aims, *aims),
    )


def _upload(wish: Wish) -> Upload | None:
    return developed(wish.shot) if wish.shot else None


def _words(*parts: str) -> str:
    return ", ".join(filter(None, parts))


@st.composite
def _first_id(draw: st.DrawFn, now: Now) -> Move:
    on, aims = draw(when(now, *birthday(now, "application.applicant")))
    name = _another(now, SchoolId, "id")
    school = now.text(on)
    whole = application(school, "school_id", now.pupil, on).having(admitted=on)
    wish = draw(wished(whole, twists(school, "school_id", whole)))
    request = school_id.Application(**wish.fields)
    return _issue(name, on, request, wish, draw(_card(now, on)), aims)


@st.composite
def _card(draw: st.DrawFn, now: Now, on: date) -> Card:
    """An ID as it is made: a card for the school year, seldom a paper or for another year."""
    until = last_confirmed_day(on)
    form, days = draw(st.sampled_from((*[("id1", 0)] * 10, ("paper", 0), ("id1", 1))))
    number = f"{len(now.rules.documents) + 1}/{on.year}"
    return Card(number=number, valid_until=until + days * DAY, form=form)


@st.composite
def _first_phone(draw: st.DrawFn, now: Now) -> Move:
    on, aims = draw(when(now, *birthday(now, "application.applicant")))
    name = _another(now, Mlegitymacja, "phone")
    wish, codes = draw(_phone_request(now, on))
    return _issue(name, on, _phone_record(wish), wish, codes, aims)


def _phone_record(wish: Wish) -> mlegitymacja.Application | mlegitymacja.ExOfficio:
    fields = dict(wish.fields)
    if "applicant" in fields:
        return mlegitymacja.Application(**fields)
    return mlegitymacja.ExOfficio(**fields)


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
        others = [whole.but("the parents objected", "mlegitymacja.consent", objected=on)]
        others += other_photos(rules.photo, whole)
    else:
        others = [*twists(school, "mlegitymacja", whole)]
    others += _on_other_ids(whole, held, on)
    return draw(wished(whole, others)), draw(_codes(now, rules, on))


def _held(now: Now, on: date) -> PhysicalId:
    """The ID that the pupil holds: the last one made, or one from before."""
    made = [one for one in now.rules.documents.values() if isinstance(one, SchoolId)]
    if made:
        return made[-1].held(on)
    return PhysicalId(
        number="0/2024", form="id1", issued=date(2024, 7, 13), valid_until=last_confirmed_day(on)
    )


def _on_other_ids(whole: Wish, held: PhysicalId, on: date) -> Iterator[Wish]:
    """The same upon an ID that has run out, or none, or one on paper from before and after the turn."""
    yield whole.but("without an ID", "id.issued", prior_id=None)
    for until in (on, on - DAY):
        ended = held.model_copy(update={"valid_until": until, "issued": until - 30 * DAY})
        yield whole.but(f"on an ID until {until}", "id.valid", prior_id=ended)
    for issued in (LAST_PAPER, LAST_PAPER + DAY):
        paper = held.model_copy(update={"form": "paper", "issued": issued})
        yield whole.but(f"on a paper ID of {issued}", "id.form", prior_id=paper)


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
    known = [one for one in now.rules.documents.values() if isinstance(one, Mlegitymacja)]
    number = sum(len(one.code_sets) for one in known) + 1
    return ActivationCodes(
        generated=on,
        qr=Code(f"QR-{number}"),
        code=Code(f"CODE-{number}"),
        way=draw(st.sampled_from(ways)) if ways else None,
        at=datetime.combine(on, NOON.timetz()),
    )


# --- commands -------------------------------------------------------------------------------------


def _decide(name: str, now: Now, command: Command, said: str = "", *aims: str) -> Move:
    return _decide_with(name, now, command, None, said, aims)


def _decide_with(
    name: str,
    now: Now,
    command: Command,
    upload: Upload | None,
    said: str,
    aims: tuple[str, ...],
) -> Move:
    kind = type(now.rules.documents[name])
    successor = f"{name.split('-')[0]}-{len(now.named(kind)) + 1}"
    return Move(
        _words(f"{command.kind} {name}", said),
        command.on,
        lambda system, words: system.decide(
            name,
            command.model_copy(update={"attested": words}),
            photo=upload,
            successor=successor,
        ),
        aims,
        name,
    )


@st.composite
def on_phone(draw: st.DrawFn, now: Now) -> Move:
    """An mLegitymacja, or what may be done with one."""
    names = now.named(Mlegitymacja)
    if _begins(draw, now, names):
        return draw(_first_phone(now))
    name = _one_of(draw, now, names)
    kind = likely(draw, now, name, (*["activate"] * 4, *PHONE))
    return draw(PHONE[kind](now, name))


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
    wish = draw(wished(whole, _other_activations(whole, document, rules, on)))
    command = mlegitymacja.Activate(**wish.fields)
    return _decide(name, now, command, wish.said, *wish.aims, *aims)


def _opening(document: Mlegitymacja, on: date) -> dict[str, Any]:
    """The codes made last, as they are entered a moment later."""
    last = document.code_sets[-1].codes
    if last is None:
        return {"qr": Code("QR-0"), "code": Code("CODE-0")}
    at = last.at if last.at and last.generated == on else datetime.combine(on, NOON.timetz())
    return {"qr": last.qr, "code": last.code, "at": at}


def _other_activations(
    whole: Wish, document: Mlegitymacja, rules: MlegitymacjaProcedure, on: date
) -> Iterator[Wish]:
    yield whole.but("on another device", "devices.limit", "codes.one_time", device="phone-2")
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
    for row in rules.codes.ways if rules.codes else ():
        if row.minutes and (at := whole.fields.get("at")):
            for seconds in (-1, 0, 1):
                moved = at + timedelta(minutes=row.minutes, seconds=seconds)
                said = f"{row.minutes}:00 {seconds:+} s after the codes were made"
                yield whole.but(said, "codes.minutes", at=moved)
    for system in rules.systems:
        if system.at_least:
            asked = {"system": system.system, "system_version": system.at_least}
            yield whole.but(f"on {system.system} {system.at_least}", "device.system_version", **asked)


def _pair(codes: ActivationCodes) -> dict[str, Code]:
    return {"qr": codes.qr, "code": codes.code}


def _phone(now: Now, name: str) -> Mlegitymacja:
    document = now.rules.documents[name]
    assert isinstance(document, Mlegitymacja)  # noqa: S101  (it was named as one)
    return document


@st.composite
def _hand_over_codes(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    to = draw(st.sampled_from(("parent", "pupil")))
    return _decide(name, now, HandOver(on=on, to=to), f"to the {to}")


@st.composite
def _generate(draw: st.DrawFn, now: Now, name: str) -> Move:
    document = _phone(now, name)
    on, aims = draw(when(now, *around(document.issued.codes_until, "codes.renewable")))
    rules = now.text(document.issued.on).mlegitymacja or MlegitymacjaProcedure()
    command = mlegitymacja.GenerateCodes(on=on, codes=draw(_new_codes(now, rules, on)))
    return _decide(name, now, command, "", "codes.renewable", *aims)


@st.composite
def _revoke(draw: st.DrawFn, now: Now, name: str) -> Move:
    on, aims = draw(when(now, *birthday(now, "revoke.applicant")))
    rules = now.text(on).mlegitymacja or MlegitymacjaProcedure()
    named = [row.ground for row in rules.revocation]
    grounds: list[RevocationGround] = [*named, "pesel_granted"]
    ground = draw(st.sampled_from(grounds))
    row = next((row for row in rules.revocation if row.ground == ground), None)
    rows = row.applicants if row else ()
    who = applicant(rows, now.pupil, on) if rows else None
    basis = row.basis.accepted[0] if row and row.basis else None
    whole = Wish({"on": on, "ground": ground, "applicant": who, "basis": basis})
    others = [
        whole.but(f"asked by the {other}", "revoke.applicant", applicant=other)
        for other in ("parent", "pupil")
        if other != who
    ]
    if basis:
        wrong = whole.but("upon a birth certificate", "ground.basis", basis="birth_certificate")
        others.append(wrong)
    wish = draw(wished(whole, others))
    command = mlegitymacja.Revoke(**wish.fields)
    return _decide(name, now, command, _words(ground, wish.said), *wish.aims, *aims)


@st.composite
def _reissue(draw: st.DrawFn, now: Now, name: str) -> Move:
    on, aims = draw(when(now, *around(_phone(now, name).issued.valid_until, "state")))
    rules = now.text(on).mlegitymacja or MlegitymacjaProcedure()
    ground = draw(st.sampled_from([*(row.ground for row in rules.reissue), "new_card"]))
    row = next((row for row in rules.reissue if row.ground == ground), None)
    wish, codes = draw(_phone_request(now, on))
    command = mlegitymacja.Reissue(
        on=on,
        ground=ground,
        application=_phone_record(wish),
        codes=codes,
        basis=row.basis.accepted[0] if row and row.basis else None,
    )
    said = _words(ground, wish.said)
    return _decide_with(name, now, command, _upload(wish), said, (*wish.aims, *aims))


Drawn = Callable[[Now, str], st.SearchStrategy[Move]]

PHONE: dict[str, Drawn] = {
    "activate": _activate,
    "hand_over": _hand_over_codes,
    "generate_codes": _generate,
    "revoke": _revoke,
    "reissue": _reissue,
}
"""What can be asked of an mLegitymacja."""


# --- IDs ------------------------------------------------------------------------------------------


@st.composite
def on_id(draw: st.DrawFn, now: Now) -> Move:
    """An ID, or what may be done with one."""
    names = now.named(SchoolId)
    if _begins(draw, now, names):
        return draw(_first_id(now))
    name = _one_of(draw, now, names)
    kind = likely(draw, now, name, ("hand_over", "hand_over", "duplicate", "duplicate", *CARD))
    return draw(CARD[kind](now, name))


def _card_of(now: Now, name: str) -> SchoolId:
    document = now.rules.documents[name]
    assert isinstance(document, SchoolId)  # noqa: S101  (it was named as one)
    return document


def _ends(now: Now, name: str, *aims: str) -> Iterator[When]:
    """The days around the end of an ID's validity."""
    return around(_card_of(now, name).valid_until(now.today), *aims)


@st.composite
def _hand_over(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    to: Receiver = draw(st.sampled_from(("pupil", "parent")))
    return _decide(name, now, HandOver(on=on, to=to), f"to the {to}")


@st.composite
def _confirm(draw: st.DrawFn, now: Now, name: str) -> Move:
    on, aims = draw(when(now, *_ends(now, name, "confirm.due")))
    until = last_confirmed_day(on)
    means = "date_and_seal" if _card_of(now, name).issued.form == "paper" else "hologram"
    number = f"H-{on.year}-{on.month}"
    whole = Wish({"on": on, "means": means, "valid_until": until, "hologram": number})
    other = "hologram" if means == "date_and_seal" else "date_and_seal"
    changes = (
        whole.but(f"by {other}", "confirm.means", means=other),
        whole.but("for a day more", "confirm.year", valid_until=until + DAY),
        whole.but("without a number", "confirm.hologram", hologram=None),
    )
    wish = draw(wished(whole, changes))
    return _decide(name, now, school_id.Confirm(**wish.fields), wish.said, *wish.aims, *aims)


@st.composite
def _report(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    how = draw(st.sampled_from(("lost", "stolen", "destroyed")))
    return _decide(name, now, school_id.ReportLoss(on=on, how=how), how)


@st.composite
def _duplicate(draw: st.DrawFn, now: Now, name: str) -> Move:
    on, aims = draw(when(now, *birthday(now, "application.applicant")))
    wish, card = draw(_replacement(now, on, "id_duplicate"))
    request = school_id.Application(**wish.fields)
    command = school_id.Duplicate(on=on, application=request, card=card)
    return _decide_with(name, now, command, _upload(wish), wish.said, (*wish.aims, *aims))


@st.composite
def _exchange(draw: st.DrawFn, now: Now, name: str) -> Move:
    on, aims = draw(when(now, *birthday(now, "application.applicant")))
    wish, card = draw(_replacement(now, on, "id_exchange"))
    request = school_id.Application(**wish.fields)
    command = school_id.Exchange(on=on, application=request, card=card)
    return _decide_with(name, now, command, _upload(wish), wish.said, (*wish.aims, *aims))


@st.composite
def _replacement(draw: st.DrawFn, now: Now, on: date, procedure: Procedure) -> tuple[Wish, Card]:
    school = now.text(on)
    whole = application(school, procedure, now.pupil, on)
    return draw(wished(whole, twists(school, procedure, whole))), draw(_card(now, on))


@st.composite
def _end(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    ground = draw(st.sampled_from(get_args(EndGround)))
    return _decide(name, now, school_id.End(on=on, ground=ground), ground)


@st.composite
def _code_services(draw: st.DrawFn, now: Now, name: str) -> Move:
    on, aims = draw(when(now, *birthday(now, "services.consent")))
    row = now.text(on).ids.services
    who = applicant(row.consent, now.pupil, on) if row else "parent"
    consent = draw(mostly(who, (one for one in ("parent", "pupil", None) if one != who)))
    command = school_id.CodeServices(on=on, services=("public_transport",), consent=consent)
    return _decide(name, now, command, f"by consent of {consent}", "services.consent", *aims)


def _plain(record: Callable[..., Any], bounds: bool = False) -> Drawn:
    """A command that has nothing but its day."""

    @st.composite
    def drawn(draw: st.DrawFn, now: Now, name: str) -> Move:
        ends = _ends(now, name, "destroy.after_validity") if bounds else ()
        on, aims = draw(when(now, *ends))
        return _decide(name, now, record(on=on), "", *aims)

    return drawn


CARD: dict[str, Drawn] = {
    "hand_over": _hand_over,
    "confirm": _confirm,
    "code_services": _code_services,
    "report_loss": _report,
    "duplicate": _duplicate,
    "exchange": _exchange,
    "replace": _plain(Replace),
    "report_found": _plain(ReportFound),
    "give_back": _plain(GiveBack),
    "end": _end,
    "destroy": _plain(school_id.Destroy, bounds=True),
    "amend": _plain(school_id.Amend),
}
"""What can be asked of an ID."""


# --- certificates ---------------------------------------------------------------------------------


@st.composite
def _first_certificate(draw: st.DrawFn, now: Now) -> Move:
    on = draw(when(now)).day
    name = _another(now, certificate.Certificate, "certificate")
    original = certificate.Original(
        pupil=now.pupil, kind="school", school_name="SP", year=on.year, number=name
    )
    return _issue(name, on, original, Wish({}), None)


@st.composite
def on_certificate(draw: st.DrawFn, now: Now) -> Move:
    """A certificate, or what may be done with one."""
    names = now.named(certificate.Certificate)
    if _begins(draw, now, names):
        return draw(_first_certificate(now))
    name = _one_of(draw, now, names)
    kind = likely(draw, now, name, ("hand_over", "duplicate", *PAPER))
    return draw(PAPER[kind](now, name))


@st.composite
def _collect(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    whole = Wish(
        {"on": on, "to": "graduate", "at": "10:00", "noticed": True, "signed": True}
    )
    receivers = ("pupil", "parent", "authorised", "foster_carer")
    changes = [whole.but(f"to: {to}", "collection.receiver", to=to) for to in receivers]
    changes += [
        whole.but(f"at {at}", "collection.hours", at=at)
        for at in ("06:59", "07:00", "15:00", "15:01")
    ]
    changes += [
        whole.but(f"by {way}", "collection.way", way=way) for way in ("post", "registered_letter")
    ]
    wish = draw(wished(whole, changes))
    return _decide(name, now, HandOver(**wish.fields), wish.said, *wish.aims)


@st.composite
def _certificate_duplicate(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    document = now.rules.documents[name]
    school = now.text(on)
    whole = application(school, "certificate_duplicate", now.pupil, on).having(
        standing="graduate",
        applicant="graduate",
        certificate_kind="school",
        certificate_year=document.issued.year,
    )
    wish = draw(wished(whole, twists(school, "certificate_duplicate", whole)))
    records = draw(mostly("sufficient", ("insufficient", "none")))
    form = draw(mostly("form_of_the_time", ("computer_made", None)))
    command = certificate.Duplicate(
        on=on,
        application=certificate.Application(**wish.fields),
        records=records,
        form=form,
        number=f"copy of {name}",
    )
    said = _words(wish.said, f"records {records}")
    return _decide(name, now, command, said, *wish.aims, "duplicate.records", "duplicate.form")


PAPER: dict[str, Drawn] = {
    "hand_over": _collect,
    "duplicate": _certificate_duplicate,
    "replace": _plain(Replace),
    "report_found": _plain(ReportFound),
    "give_back": _plain(GiveBack),
}
"""What can be asked of a certificate."""
