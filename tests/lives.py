"""Whole lives of IDs, drawn by Hypothesis, for the laws that hold over them.

A family is all IDs of one pupil: it begins with one, and duplicates and exchanges make more. All of it
is made of secrets: letters that nothing else in this library uses, a day of birth and a PESEL.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, get_args

from hypothesis import strategies as st

from cards import (
    UNTIL,
    card,
    confirm,
    decided,
    done,
    duplicate,
    exchange,
    issued,
    lived,
    older,
    photo_for,
)
from legitymacja_rules import Accepted, school_id, variants
from legitymacja_rules.facts import Pupil
from legitymacja_rules.pesel import Pesel
from legitymacja_rules.school_id import (
    KINDS,
    Amend,
    CodeServices,
    Command,
    Correct,
    Destroy,
    End,
    GiveBack,
    HandOver,
    Replace,
    ReportFound,
    ReportLoss,
    SchoolId,
)
from legitymacja_rules.vocabulary import (
    ApplicantKind,
    ConfirmationMeans,
    EndGround,
    ExchangeGround,
    LossGround,
    Receiver,
    Service,
)
from samples import DAY, SCHOOLS, attest

ALPHABET = "ЖЮЩЯЫЭФЦ"
SECRET = Pupil(
    first_names="ЖЮЩ",
    last_name="ЯЫЭ",
    born=date(2011, 3, 17),
    class_name="ФЦ",
    pesel=Pesel("11231700003"),
    address="ЖЦ",
    disability=True,
)
SIGNS = (*ALPHABET, "\\u04", "112317", "2011-03-17", "2011, 3, 17")
"""What would be seen of that pupil, were it shown."""


def how(school: str) -> dict[str, Any]:
    """What an application for that pupil holds."""
    named = {"filename": "ЖЮЩ-ЯЫЭ-ФЦ.jpg"}
    return {"pupil": SECRET, "photo": photo_for(school).model_copy(update=named)}


# Days on both sides of every boundary of the sample: issue, school year, printed date, closed list.
BOUNDARIES = (
    DAY,
    date(2025, 1, 20),
    date(2025, 8, 31),
    date(2025, 9, 17),
    UNTIL,
    date(2026, 9, 30),
)
days = st.builds(
    lambda day, off: day + timedelta(days=off),
    st.sampled_from(BOUNDARIES),
    st.sampled_from((-1, 0, 1)),
)


def starts(school: str) -> Iterator[list[SchoolId]]:
    """Families to begin with: from one that nobody has collected to a replaced one and its duplicate."""
    made = issued(school, made=card("Ж-1"), **how(school))
    yield [made]
    held = lived(made, HandOver(on=DAY, to="pupil"))
    yield [held]
    yield [older(school, valid_until=UNTIL, number="Ж-1", pupil=SECRET, free_fields=1)]
    outcome = done(held, duplicate(school, DAY, made=card("Ж-2"), **how(school)))
    assert outcome.successor
    lost, copy = outcome.document, outcome.successor.document
    yield [lost, copy]
    copy = lived(copy, HandOver(on=DAY, to="pupil"))
    yield [lost, copy]
    yield [done(lost, Replace(on=DAY), [copy]).document, copy]


STARTS = [start for school in SCHOOLS for start in starts(school)]


def words(closed: Any) -> st.SearchStrategy[Any]:
    """One of the words of a closed list."""
    return st.sampled_from(get_args(closed))


def kinds(
    document: SchoolId, on: date, numbers: tuple[str, ...]
) -> dict[str, st.SearchStrategy[Command]]:
    """For each kind its commands on a day, right and wrong ones; a new ID takes one of the numbers."""
    school, year, day = document.school, on.year + (on.month > 8), st.just(on)
    acts = document.standing() or document.history
    cards = st.builds(
        card,
        st.sampled_from(numbers),
        valid_until=st.sampled_from([on + timedelta(days=n) for n in (300, 300, 300, 0, -1)]),
        form=st.sampled_from(("id1", "id1", "id1", "id1", "paper")),
    )
    until = st.sampled_from([date(year, 9, 30), date(year, 9, 30), date(year + 1, 9, 30)])
    coded = st.lists(words(Service), min_size=1, max_size=2)
    consent = st.sampled_from((*get_args(ApplicantKind), None))
    ground = st.sampled_from((*get_args(ExchangeGround), None))
    signed = st.booleans()
    return {
        "hand_over": st.builds(HandOver, on=day, to=words(Receiver), signed=signed),
        "confirm": st.builds(confirm, day, until, words(ConfirmationMeans)),
        "code_services": st.builds(CodeServices, on=day, services=coded, consent=consent),
        "report_loss": st.builds(ReportLoss, on=day, how=words(LossGround)),
        "report_found": st.builds(ReportFound, on=day),
        "duplicate": st.builds(
            lambda why, made: duplicate(school, on, why, made=made, **how(school)),
            words(LossGround),
            cards,
        ),
        "exchange": st.builds(
            lambda why, made: exchange(school, on, why, made=made, **how(school)), ground, cards
        ),
        "replace": st.builds(Replace, on=day),
        "give_back": st.builds(GiveBack, on=day),
        "end": st.builds(End, on=day, ground=words(EndGround)),
        "destroy": st.builds(Destroy, on=day),
        "amend": st.builds(Amend, on=day),
        "correct": st.sampled_from((acts[-1], acts[-1], acts[0])).map(
            lambda act: Correct(on=on, act=act.event, done=act.on)
        ),
    }


LIVELY = ("hand_over", "confirm", "report_loss", "report_found", "duplicate", "exchange", "replace")
"""The kinds after which a life goes on."""


@st.composite
def steps(
    draw: st.DrawFn, family: list[SchoolId], *, blind: bool = True
) -> tuple[int, Command, list[SchoolId]]:
    """Which ID, what is asked of it with the head's word or without, and which others are seen.

    If `blind`, the others may be kept back, and a new ID may bear the number of the first. A kind that
    is refused that day mostly yields to one that leads on.
    """
    place = draw(st.integers(0, len(family) - 1))
    document = family[place]
    last = document.last_day
    soon = st.sampled_from([last + timedelta(days=n) for n in (0, 0, 1, 30)])
    on = draw(soon | soon | soon | days)
    kind = draw(st.sampled_from((*LIVELY, *LIVELY, *KINDS)))
    offered = school_id.available(document, variants.get(document.school), on=on)
    leading = [one for one in LIVELY if not offered[one]]
    if offered[kind] and leading:
        kind = draw(st.sampled_from((*leading, kind)))
    new = f"Ж-{len(family) + 1}"
    command = draw(kinds(document, on, (new, new, "Ж-1") if blind else (new,))[kind])
    seen = draw(st.sampled_from((family, family, []))) if blind else family
    said = draw(st.sampled_from(("yes", "yes", "yes", "yes", "no", "nothing")))
    if said != "nothing":
        open_ = decided(document, command, seen).findings
        heads = attest(open_, on=command.on, holds=said == "yes")
        command = command.model_copy(update={"attested": heads})
    return place, command, seen


@st.composite
def families(draw: st.DrawFn, most: int = 5) -> list[SchoolId]:
    """All IDs of a pupil after some steps that were accepted."""
    family = draw(st.sampled_from(STARTS))
    for _ in range(draw(st.integers(0, most))):
        place, command, seen = draw(steps(family))
        family = after(family, place, decided(family[place], command, seen))
    return family


def after(family: list[SchoolId], place: int, outcome: school_id.Outcome) -> list[SchoolId]:
    """The family once a decision is taken over."""
    if not isinstance(outcome, Accepted):
        return family
    new = [outcome.successor.document] if outcome.successor else []
    return [*family[:place], outcome.document, *family[place + 1 :], *new]
