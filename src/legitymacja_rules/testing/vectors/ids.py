"""School IDs: the first, exchanged and duplicated ones, and every command in every state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

from ... import variants
from ...vocabulary import EndGround, ExchangeGround, LossGround, Receiver
from .asking import LEFT_OUT, Case, Json, each, settled
from .dates import (
    BEFORE_TEXTS,
    DAY,
    EVE,
    LAPSED,
    LAST,
    LAST_ON_PAPER,
    LATER,
    MORROW,
    NEXT,
    NEXT_YEAR,
    TODAY,
    UNTIL,
    around,
)
from .id_lives import LIVES, desk, first
from .lives import Desk, Life, accepted
from .lodging import lodged_otherwise
from .people import BARE, EWA, SCHOOLS

__all__ = ["cases"]


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
        for matter in MATTERS:
            yield from matter(desk(school))
    yield from _law()


def _issues(school: str) -> Iterator[Case]:
    """A first ID, for a pupil and for a child of a preschool group, with one thing otherwise."""
    base = first(school)
    yield from settled(base.under("good"), DAY, no=True)
    yield from lodged_otherwise(base, "application")
    before = {"on": BEFORE_TEXTS, "application.received": BEFORE_TEXTS}
    on_paper = {"on": LAST_ON_PAPER, "application.received": LAST_ON_PAPER}
    yield from each(
        base,
        {
            "not-admitted-yet": {"application.admitted": MORROW},
            "admitted-nobody-knows-when": {"application.admitted": LEFT_OUT},
            "another-document": {
                "application.pupil.pesel": None,
                "application.other_document": "ABC 1",
            },
            "on-paper": {"card.form": "paper"},
            "on-paper-before": {"card.form": "paper", **on_paper},
            "until-that-day": {"card.valid_until": DAY},
            "until-yesterday": {"card.valid_until": EVE},
            "for-two-years": {"card.valid_until": NEXT},
            "before-the-text": before,
        },
    )
    earlier = accepted(base, DAY)["document"]
    yield from settled(next(each(base, {"a-second": {"previous": [earlier]}})), DAY)
    child = first(school, kind="preschool")
    yield from each(child, {"preschool": {}})
    disabled = next(each(child, {"preschool-disabled": {"application.pupil.disability": True}}))
    yield from settled(disabled, DAY)


# --- commands with one thing otherwise, in the state in which they lead on ------------------------


def _asked(here: Desk, command: str) -> Case:
    """A command upon a card that is valid."""
    return here.asking("valid", here.lived(LIVES["valid"]), 0, command, LATER)


def _applications(here: Desk) -> Iterator[Case]:
    """For a duplicate and for another card, by each reason."""
    for command, reasons in (("duplicate", LossGround), ("exchange", ExchangeGround)):
        yield from lodged_otherwise(_asked(here, command), "command.application", get_args(reasons))


def _new_cards(here: Desk) -> Iterator[Case]:
    """The card that takes the place of another."""
    for command in ("duplicate", "exchange"):
        yield from each(
            _asked(here, command),
            {
                "for-another-pupil": {"command.application.pupil": EWA},
                "same-number": {"command.card.number": "17/2024"},
                "on-paper": {"command.card.form": "paper"},
            },
        )


def _proven_grounds(here: Desk) -> Iterator[Case]:
    """Each ground for another card, where data changed."""
    exchange = _asked(here, "exchange")
    for ground in get_args(ExchangeGround):
        change = {
            "command.application.reason": ground,
            "command.application.circumstances": ["data_changed"],
        }
        yield from settled(next(each(exchange, {f"ground-{ground}-with-proof": change})), LATER)


def _consents(here: Desk) -> Iterator[Case]:
    """Who agrees that services are coded."""
    people = (None, "parent", "guardian", "pupil", "graduate")
    changes = {f"consent-of-{who or 'nobody'}": {"command.consent": who} for who in people}
    yield from each(_asked(here, "code_services"), changes)


def _ends(here: Desk) -> Iterator[Case]:
    """Each ground on which a card ends."""
    grounds = get_args(EndGround)
    yield from each(_asked(here, "end"), {one: {"command.ground": one} for one in grounds})


def _losses(here: Desk) -> Iterator[Case]:
    """Each way of losing a card."""
    ways = get_args(LossGround)
    yield from each(_asked(here, "report_loss"), {one: {"command.how": one} for one in ways})


def _handovers(here: Desk) -> Iterator[Case]:
    """Who receives a card, and how."""
    yield from each(
        here.asking("issued", here.lived(LIVES["issued"]), 0, "hand_over", LATER),
        {
            **{f"to-{who}": {"command.to": who} for who in get_args(Receiver)},
            "unsigned": {"command.signed": False},
            "by-post": {"command.way": "post"},
        },
    )


def _duplicates(here: Desk) -> Iterator[Case]:
    """After a report of the loss, and of what is a duplicate itself."""
    reported = here.asking("reported", here.lived(LIVES["reported"]), 0, "duplicate", LAST)
    reasons = get_args(LossGround)
    yield from each(
        reported, {f"reason-{one}": {"command.application.reason": one} for one in reasons}
    )
    copies = here.lived(LIVES["duplicate-received"])
    again = here.asking("duplicate", copies, 1, "duplicate", LAST)
    yield from settled(again.under("of-a-duplicate"), LAST)


CONFIRMING = ("confirm", "confirm-by-seal")


def _confirmations(here: Desk) -> Iterator[Case]:
    """The yearly confirmation by hologram and by stamp, around the days that matter."""
    held = here.lived(LIVES["valid"])
    for command in CONFIRMING:
        for day in (*around(UNTIL).values(), NEXT_YEAR):
            case = here.asking(f"confirming-{day}", held, 0, command, day)
            yield from settled(case, day)
            yield from each(case, {"too-long": {"command.valid_until": "2027-09-30"}})


def _on_paper(here: Desk, day: str = LAST_ON_PAPER, fields: int | None = None) -> list[Json]:
    """The acts of an ID on paper that was handed over at once, with so many free fields."""
    (card,) = here.lived(LIVES["issued"])
    made = {**card["history"][0], "form": "paper", "on": day, "free_fields": fields}
    return [made, {"event": "handed_over", "on": day, "to": "pupil"}]


def _papers(here: Desk) -> Iterator[Case]:
    """What is done in the next school year to an ID on paper, while a field is free and after."""
    for fields in (1, 0, None):
        paper = {"history": _on_paper(here, fields=fields)}
        for command in (*CONFIRMING, "exchange", "duplicate"):
            name = f"paper-{'unknown' if fields is None else fields}-fields"
            yield from settled(here.asking(name, [paper], 0, command, NEXT_YEAR), NEXT_YEAR)


def _taken_over(here: Desk) -> Iterator[Case]:
    """IDs on paper that were made elsewhere, around the last day on which they could be."""
    for name, day in around(LAST_ON_PAPER).items():
        told = {"acts": _on_paper(here, day), "school": here.school, "on": DAY}
        case = Case(f"school_id/{here.where}/taken-over/{name}", "school_id.take_over", told)
        yield from settled(case, DAY)


def _preschool(here: Desk) -> Iterator[Case]:
    """The confirmation of an ID of a child of a preschool group."""
    (card,) = here.lived(LIVES["issued"])
    child = {**card["history"][0], "kind": "preschool"}
    acts = [child, {"event": "handed_over", "on": DAY, "to": "parent"}]
    case = here.asking("preschool", [{"history": acts}], 0, "confirm", NEXT_YEAR)
    yield from settled(case, NEXT_YEAR)


MATTERS: tuple[Callable[[Desk], Iterator[Case]], ...] = (
    _applications,
    _new_cards,
    _proven_grounds,
    _consents,
    _ends,
    _losses,
    _handovers,
    _duplicates,
    _confirmations,
    _papers,
    _taken_over,
    _preschool,
)
"""What is asked of a card beside its table, in the order of the file."""


# --- cards as they are shown, and the law ---------------------------------------------------------


def _checks(school: str) -> Iterator[Case]:
    """Whether an ID as it is shown is valid, around its last day and those of paper."""
    card = {"number": "17/2024", "form": "id1", "issued": "2023-09-04", "valid_until": UNTIL}
    told = {"held": card, "school": school, "on": DAY}
    base = Case(f"school_id/{school}/check", "school_id.check", told)
    for name, day in around(UNTIL).items():
        yield from each(base, {f"last-day/{name}": {"on": day}})
    for form in ("id1", "paper"):
        for name, day in around(LAST_ON_PAPER).items():
            yield from each(
                base, {f"{form}-issued/{name}": {"held.form": form, "held.issued": day}}
            )
    for fields in (0, 1):
        paper = {"held.form": "paper", "held.free_fields": fields, "on": LAPSED}
        yield from each(base, {f"paper-{fields}-fields": paper})
    void = {"void": DAY, "void-tomorrow": MORROW}
    yield from each(base, {name: {"held.void_since": day} for name, day in void.items()})


def _law() -> Iterator[Case]:
    """A school that says nothing, under the law of the day."""
    for on, until in ((DAY, UNTIL), (TODAY, NEXT)):
        here = desk(BARE, on, until)
        where = f"school_id/law/{on}"
        yield from settled(Case(f"{where}/issue", here.first.call, here.first.arguments), on)
        documents = here.lived(Life(((0, "hand_over", on),), on))
        for command in here.commands(on) if documents else ():
            yield from settled(here.asking(f"{on}/valid", documents, 0, command, on), on)
