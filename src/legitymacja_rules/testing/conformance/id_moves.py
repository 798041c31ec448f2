"""What may be asked of an ID: its issue, and every command on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import get_args

from hypothesis import strategies as st

from ...acts import GiveBack, HandOver, Replace, ReportFound
from ...school_id import (
    Amend,
    Application,
    Card,
    CodeServices,
    Confirm,
    Destroy,
    Duplicate,
    End,
    Exchange,
    ReportLoss,
    SchoolId,
)
from ...school_year import last_confirmed_day
from ...vocabulary import EndGround, IdKind, Procedure, Receiver
from ..complete import applicants, rules_on
from .choices import begins, likely, mostly, one_of, wished
from .common_moves import Drawn, plain, take_back
from .moves import Move, another, decide, decide_with, issue, upload_of, words_of
from .situation import DAY, Now, When, around, birthday, dated, when
from .wishes import Wish, application, twists

__all__ = ["on_id"]


@st.composite
def _first_id(draw: st.DrawFn, now: Now) -> Move:
    on, aims = draw(when(now, *birthday(now, "application.applicant")))
    name = another(now.rules.documents, "id")
    school = now.text(on)
    kind: IdKind = draw(st.sampled_from((*["school"] * 5, "preschool")))
    procedure: Procedure = "school_id" if kind == "school" else "preschool_id"
    # A preschool ID is for children with a disability.
    pupil = now.pupil.model_copy(update={"disability": True}) if kind == "preschool" else now.pupil
    whole = application(school, procedure, pupil, on).having(kind=kind, admitted=on)
    whole = _known_by(whole)
    others = [*twists(rules_on(school, procedure, on), whole), *_for_nobody(whole)]
    wish = draw(wished(whole, others))
    request = Application(**wish.fields)
    return issue(name, on, request, wish, draw(_card(now, on)), aims)


def _known_by(whole: Wish) -> Wish:
    """The wish with another document for one without PESEL."""
    known = whole.fields["pupil"].pesel
    return whole if known else whole.having(other_document="passport")


def _for_nobody(whole: Wish) -> Iterator[Wish]:
    """The wish for one who is no pupil yet, has no disability, or cannot be told from others."""
    pupil, admitted = whole.fields["pupil"], whole.fields["admitted"]
    yield whole.but("admitted a day later", "id.admitted", admitted=admitted + DAY)
    if whole.fields["kind"] == "preschool":
        able = pupil.model_copy(update={"disability": False})
        yield whole.but("without a disability", "id.disability", pupil=able)
    if not pupil.pesel:
        said = "with neither PESEL nor another document"
        yield whole.but(said, "pesel.or_other_document", other_document=None)


@st.composite
def _card(draw: st.DrawFn, now: Now, on: date) -> Card:
    """An ID as it is made: a card for the school year, seldom a paper or for another year."""
    until = last_confirmed_day(on)
    form, days = draw(st.sampled_from((*[("id1", 0)] * 10, ("paper", 0), ("id1", 1))))
    number = f"{len(now.rules.documents) + 1}/{on.year}"
    return Card(number=number, valid_until=until + days * DAY, form=form)


@st.composite
def on_id(draw: st.DrawFn, now: Now) -> Move:
    """An ID, or what may be done with one."""
    names = now.named(SchoolId)
    if begins(draw, now, names):
        return draw(_first_id(now))
    name = one_of(draw, now, names)
    kind = likely(draw, now, name, ("hand_over", "hand_over", "duplicate", "duplicate", *CARD))
    return draw(CARD[kind](dated(draw, now, name), name))


def _card_of(now: Now, name: str) -> SchoolId:
    document = now.rules.documents[name]
    assert isinstance(document, SchoolId)  # noqa: S101  (it was named as one)
    return document


def _ends(now: Now, name: str, *aims: str) -> Iterator[When]:
    """The days around the end of an ID's validity."""
    return around(_card_of(now, name).valid_until(now.day), *aims)


@st.composite
def _hand_over(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    to: Receiver = draw(st.sampled_from(("pupil", "parent")))
    return decide(name, now, HandOver(on=on, to=to), f"to the {to}")


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
    used = [
        act.hologram for card in now.named(SchoolId) for act in _card_of(now, card).confirmations
    ]
    again = [
        whole.but("by a hologram used before", "confirm.hologram_once", hologram=number)
        for number in used[:1]
        if number
    ]
    wish = draw(wished(whole, (*changes, *again)))
    return decide(name, now, Confirm(**wish.fields), wish.said, *wish.aims, *aims)


@st.composite
def _report(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    how = draw(st.sampled_from(("lost", "stolen", "destroyed")))
    return decide(name, now, ReportLoss(on=on, how=how), how)


def _another(made: type[Duplicate | Exchange], procedure: Procedure) -> Drawn:
    """What makes another ID upon an application."""

    @st.composite
    def ask(draw: st.DrawFn, now: Now, name: str) -> Move:
        on, aims = draw(when(now, *birthday(now, "application.applicant")))
        wish, card = draw(_replacement(now, on, procedure, name))
        command = made(on=on, application=Application(**wish.fields), card=card)
        return decide_with(name, now, command, upload_of(wish), wish.said, (*wish.aims, *aims))

    return ask


@st.composite
def _replacement(
    draw: st.DrawFn, now: Now, on: date, procedure: Procedure, name: str
) -> tuple[Wish, Card]:
    """Upon what another ID is made, and that ID; seldom one of the same number."""
    school, card = now.text(on), draw(_card(now, on))
    whole = application(school, procedure, now.pupil, on)
    wish = draw(wished(whole, twists(rules_on(school, procedure, on), whole)))
    if draw(st.sampled_from((*[True] * 11, False))):
        return wish, card
    said = words_of(wish.said, "under the number of the first")
    same = card.model_copy(update={"number": _card_of(now, name).issued.number})
    return replace(wish, said=said, aims=(*wish.aims, "duplicate.number")), same


@st.composite
def _end(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    ground = draw(st.sampled_from(get_args(EndGround)))
    return decide(name, now, End(on=on, ground=ground), ground)


@st.composite
def _code_services(draw: st.DrawFn, now: Now, name: str) -> Move:
    on, aims = draw(when(now, *birthday(now, "services.consent")))
    row = now.text(on).ids.services
    who = applicants(row.consent, now.pupil, on)[0] if row else "parent"
    consent = draw(mostly(who, (one for one in ("parent", "pupil", None) if one != who)))
    command = CodeServices(on=on, services=("public_transport",), consent=consent)
    return decide(name, now, command, f"by consent of {consent}", "services.consent", *aims)


CARD: dict[str, Drawn] = {
    "hand_over": _hand_over,
    "confirm": _confirm,
    "code_services": _code_services,
    "report_loss": _report,
    "duplicate": _another(Duplicate, "id_duplicate"),
    "exchange": _another(Exchange, "id_exchange"),
    "replace": plain(Replace),
    "report_found": plain(ReportFound),
    "give_back": plain(GiveBack),
    "end": _end,
    "destroy": plain(Destroy, _ends),
    "amend": plain(Amend),
    "correct": take_back,
}
"""What can be asked of an ID."""
