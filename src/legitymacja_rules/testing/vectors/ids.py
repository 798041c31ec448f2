"""School IDs: the first, exchanged and duplicated ones, and every command in every state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import get_args

from ... import variants
from ...vocabulary import EndGround, ExchangeGround, LossGround, Receiver
from .asking import LEFT_OUT, Case, Json, around, each, settled
from .lives import Desk, Life, accepted
from .lodging import lodged_otherwise
from .people import BARE, DAY, EWA, SCHOOLS, TODAY, application

__all__ = ["LIVES", "cases", "desk"]

UNTIL, NEXT = "2025-09-30", "2026-09-30"
LATER, LAST = "2024-11-04", "2024-12-02"

_HAD = ((0, "hand_over", DAY),)
_LOST = (*_HAD, (0, "duplicate", LATER))
_GONE = (*_LOST, (1, "hand_over", LATER), (0, "replace", LATER))
_FOUND_FIRST = (*_LOST, (0, "report_found", LATER))
_NEXT_YEAR = "2025-09-22"

LIVES: Mapping[str, Life] = {
    "not-yet": Life((), "2024-09-30"),
    "issued": Life((), LATER),
    "never-collected": Life((), "2025-10-01"),
    "valid": Life(_HAD, LATER),
    "lapsed": Life(_HAD, "2025-10-01"),
    "confirmed": Life((*_HAD, (0, "confirm", "2025-09-01")), "2025-10-01"),
    "reported": Life((*_HAD, (0, "report_loss", LATER)), LAST),
    "duplicated": Life(_LOST, LAST),
    "gone": Life(_GONE, LAST),
    "found": Life((*_GONE, (0, "report_found", LATER)), LAST),
    "returned": Life((*_GONE, (0, "report_found", LATER), (0, "give_back", LATER)), LAST),
    "duplicate-received": Life((*_LOST, (1, "hand_over", LAST)), LAST),
    "found-first": Life((*_FOUND_FIRST, (1, "hand_over", LAST)), LAST),
    "found-first-and-lapsed": Life(
        (
            *_HAD,
            (0, "duplicate", _NEXT_YEAR),
            (0, "report_found", _NEXT_YEAR),
            (1, "hand_over", "2025-10-01"),
        ),
        "2025-10-01",
    ),
    "exchanged": Life((*_HAD, (0, "exchange", LATER)), LAST),
    "ended": Life((*_HAD, (0, "end", LATER)), LAST),
    "destroyed": Life((*_HAD, (0, "exchange", LATER), (0, "destroy", LATER)), LAST),
    "annulled": Life(((0, "correct", DAY),), LATER),
}
"""How each state is reached."""


def cases() -> Iterator[Case]:
    """All of them."""
    speaking = [school for school in SCHOOLS if variants.get(school).id_duplicate]
    silent = [school for school in SCHOOLS if school not in speaking]
    for school in (*speaking, silent[0]):
        # Where texts are silent the law answers, at one as at the other.
        yield from desk(school).cases(LIVES)
        yield from _checks(school)
    for school in speaking:
        yield from _issues(school)
        yield from _variants(desk(school))
    yield from _law()


def _first(school: Json, on: str = DAY, kind: str = "school", until: str = UNTIL) -> Case:
    """The issue of a first ID in which nothing is missing."""
    procedure = "school_id" if kind == "school" else "preschool_id"
    lodged = application(school, procedure, on, admitted="2024-09-01", kind=kind)  # type: ignore[arg-type]  # one of the two
    where = school if isinstance(school, str) else "law"
    made = {"number": "17/2024", "valid_until": until}
    told = {"application": lodged, "school": school, "on": on, "card": made}
    return Case(f"school_id/{where}/issue", "school_id.issue", told)


def desk(school: Json, on: str = DAY, until: str = UNTIL) -> Desk:
    """IDs at a school."""
    where = school if isinstance(school, str) else "law"
    return Desk(
        "school_id",
        school,
        where,
        _first(school, on, until=until),
        on,
        cache(partial(_commands, school)),
    )


def _commands(school: Json, on: str) -> Mapping[str, Json]:
    year = int(on[:4]) + (on[5:7] >= "09")
    new = {"number": "18/2024", "valid_until": f"{year}-09-30"}

    def lodged(procedure: str, reason: str) -> Json:
        return application(school, procedure, on, reason=reason)  # type: ignore[arg-type]  # one of the list

    confirm = {"kind": "confirm", "valid_until": f"{year}-09-30"}
    return {
        "hand_over": {"kind": "hand_over", "to": "pupil", "signed": True},
        "confirm": {**confirm, "means": "hologram", "hologram": "H-1"},
        "confirm-by-seal": {**confirm, "means": "date_and_seal"},
        "code_services": {
            "kind": "code_services",
            "services": ["school_activity", "public_transport"],
            "consent": "parent",
        },
        "report_loss": {"kind": "report_loss", "how": "lost"},
        "report_found": {"kind": "report_found"},
        "duplicate": {
            "kind": "duplicate",
            "application": lodged("id_duplicate", "lost"),
            "card": new,
        },
        "exchange": {
            "kind": "exchange",
            "application": lodged("id_exchange", "error"),
            "card": new,
        },
        "replace": {"kind": "replace"},
        "give_back": {"kind": "give_back"},
        "end": {"kind": "end", "ground": "school_changed"},
        "destroy": {"kind": "destroy"},
        "amend": {"kind": "amend"},
    }


def _issues(school: str) -> Iterator[Case]:
    """A first ID, for a pupil and for a child of a preschool group, with one thing otherwise."""
    base = _first(school)
    yield from settled(base.under("good"), DAY, no=True)
    yield from lodged_otherwise(base, "application")
    yield from each(
        base,
        {
            "not-admitted-yet": {"application.admitted": "2024-10-02"},
            "admitted-nobody-knows-when": {"application.admitted": LEFT_OUT},
            "another-document": {
                "application.pupil.pesel": None,
                "application.other_document": "ABC 1",
            },
            "on-paper": {"card.form": "paper"},
            "on-paper-before": {
                "card.form": "paper",
                "on": "2024-07-12",
                "application.received": "2024-07-12",
            },
            "until-that-day": {"card.valid_until": DAY},
            "until-yesterday": {"card.valid_until": "2024-09-30"},
            "for-two-years": {"card.valid_until": NEXT},
            "before-the-text": {"on": "2024-07-12", "application.received": "2024-07-12"},
        },
    )
    earlier = accepted(base, DAY)["document"]
    yield from settled(next(each(base, {"a-second": {"previous": [earlier]}})), DAY)
    child = _first(school, kind="preschool")
    yield from each(child, {"preschool": {}})
    disabled = next(each(child, {"preschool-disabled": {"application.pupil.disability": True}}))
    yield from settled(disabled, DAY)


def _variants(here: Desk) -> Iterator[Case]:
    """Commands with one thing otherwise, in the state in which they lead on."""
    held = here.lived(LIVES["valid"])
    reported = here.lived(LIVES["reported"])
    made = here.lived(LIVES["issued"])
    losses, grounds = get_args(LossGround), get_args(ExchangeGround)
    duplicate = here.asking("valid", held, 0, "duplicate", LATER)
    exchange = here.asking("valid", held, 0, "exchange", LATER)
    yield from lodged_otherwise(duplicate, "command.application", losses)
    yield from lodged_otherwise(exchange, "command.application", grounds)
    for base in (duplicate, exchange):
        yield from each(
            base,
            {
                "for-another-pupil": {"command.application.pupil": EWA},
                "same-number": {"command.card.number": "17/2024"},
                "on-paper": {"command.card.form": "paper"},
            },
        )
    for ground in grounds:
        change = {
            "command.application.reason": ground,
            "command.application.circumstances": ["data_changed"],
        }
        case = next(each(exchange, {f"ground-{ground}-with-proof": change}))
        yield from settled(case, LATER, "command.attested")
    services = here.asking("valid", held, 0, "code_services", LATER)
    yield from each(
        services,
        {
            f"consent-of-{who or 'nobody'}": {"command.consent": who}
            for who in (None, "parent", "guardian", "pupil", "graduate")
        },
    )
    for ground in get_args(EndGround):
        case = here.asking("valid", held, 0, "end", LATER)
        yield from each(case, {ground: {"command.ground": ground}})
    for how in losses:
        case = here.asking("valid", held, 0, "report_loss", LATER)
        yield from each(case, {how: {"command.how": how}})
    collect = here.asking("issued", made, 0, "hand_over", LATER)
    yield from each(
        collect,
        {
            **{f"to-{who}": {"command.to": who} for who in get_args(Receiver)},
            "unsigned": {"command.signed": False},
            "by-post": {"command.way": "post"},
        },
    )
    again = here.asking("reported", reported, 0, "duplicate", LAST)
    yield from each(again, {f"reason-{how}": {"command.application.reason": how} for how in losses})
    copies = here.lived(LIVES["duplicate-received"])
    again = here.asking("duplicate", copies, 1, "duplicate", LAST)
    yield from settled(again.under("of-a-duplicate"), LAST, "command.attested")
    yield from _confirmations(here, held)


def _confirmations(here: Desk, held: list[Json]) -> Iterator[Case]:
    """The yearly confirmation: cards and paper, hologram and stamp, around the days that matter."""
    for command in ("confirm", "confirm-by-seal"):
        for day in (*around(UNTIL).values(), "2025-09-01"):
            case = here.asking(f"confirming-{day}", held, 0, command, day)
            yield from settled(case, day, "command.attested")
            until = {"too-long": {"command.valid_until": "2027-09-30"}}
            yield from each(case, until)
    for fields in (1, 0, None):
        made = {**held[0]["history"][0], "form": "paper", "on": "2024-07-12", "free_fields": fields}
        paper = {"history": [made, {"event": "handed_over", "on": "2024-07-12", "to": "pupil"}]}
        for command in ("confirm", "confirm-by-seal", "exchange", "duplicate"):
            name = f"paper-{'unknown' if fields is None else fields}-fields"
            case = here.asking(name, [paper], 0, command, "2025-09-01")
            yield from settled(case, "2025-09-01", "command.attested")
    for name, day in around("2024-07-12").items():
        acts = [{**made, "on": day}, {"event": "handed_over", "on": day, "to": "pupil"}]
        told = {"acts": acts, "school": here.school, "on": DAY}
        base = f"school_id/{here.where}/taken-over/{name}"
        yield from settled(Case(base, "school_id.take_over", told), DAY)
    child = {**held[0]["history"][0], "kind": "preschool"}
    acts = [child, {"event": "handed_over", "on": DAY, "to": "parent"}]
    case = here.asking("preschool", [{"history": acts}], 0, "confirm", "2025-09-01")
    yield from settled(case, "2025-09-01", "command.attested")


def _checks(school: str) -> Iterator[Case]:
    """Whether an ID as it is shown is valid, around its last day and those of paper."""
    card = {"number": "17/2024", "form": "id1", "issued": "2023-09-04", "valid_until": UNTIL}
    told = {"held": card, "school": school, "on": DAY}
    base = Case(f"school_id/{school}/check", "school_id.check", told)
    for name, day in around(UNTIL).items():
        yield from each(base, {f"last-day/{name}": {"on": day}})
    for form in ("id1", "paper"):
        for name, day in around("2024-07-12").items():
            yield from each(
                base, {f"{form}-issued/{name}": {"held.form": form, "held.issued": day}}
            )
    for fields in (0, 1):
        paper = {"held.form": "paper", "held.free_fields": fields, "on": "2025-10-01"}
        yield from each(base, {f"paper-{fields}-fields": paper})
    yield from each(
        base, {"void": {"held.void_since": DAY}, "void-tomorrow": {"held.void_since": "2024-10-02"}}
    )


def _law() -> Iterator[Case]:
    """A school that says nothing, under the law of the day."""
    for on, until in ((DAY, UNTIL), (TODAY, NEXT)):
        here = desk(BARE, on, until)
        where = f"school_id/law/{on}"
        yield from settled(Case(f"{where}/issue", here.first.call, here.first.arguments), on)
        documents = here.lived(Life(((0, "hand_over", on),), on))
        for command in here.commands(on) if documents else ():
            case = here.asking(f"{on}/valid", documents, 0, command, on)
            yield from settled(case, on, "command.attested")
