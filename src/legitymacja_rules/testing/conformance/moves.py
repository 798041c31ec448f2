"""What a move is, and what all moves are made with: the situation, days, wishes, documents in use.

A move is drawn from the situation: the text in force, the pupil, the day, the documents. Most moves are as a
text wants them; the others are wrong in one respect, or lie on the last day, or the first beyond it. What a
move asks it asks of both systems in the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st

from ...attestations import Attestation, Attested
from ...facts import Pupil
from ...findings import Status
from ...law import TOPICS
from ...mlegitymacja import ActivationCodes
from ...regulation import Regulation
from ...school_id import Card
from ...vocabulary import Procedure
from ..asking import Asking, correction
from ..complete import text_on
from ..photo_files import written
from .reference import AnyDocument, Reference, available
from .system import Command, Request, System, Upload
from .wishes import Wish

__all__ = [
    "DAY",
    "LAST_PAPER",
    "Call",
    "Drawn",
    "Move",
    "Now",
    "When",
    "another",
    "around",
    "begins",
    "birthday",
    "dated",
    "decide",
    "decide_with",
    "heard",
    "issue",
    "kind_of",
    "likely",
    "mostly",
    "one_of",
    "plain",
    "take_back",
    "upload_of",
    "when",
    "wished",
    "words_of",
]

T = TypeVar("T")

DAY, YEAR = timedelta(days=1), timedelta(days=366)

LAST_PAPER = date(2024, 7, 12)

_ELSEWHERE = ("days_off", "fee.")
"""Topics of the law that no document hangs on; questions ask about these days themselves."""

_BEGINS = {
    *(date(2025, 9, 1), date(2025, 10, 1)),
    *(
        span.since
        for name, topic in TOPICS.items()
        if not name.startswith(_ELSEWHERE)
        for span in topic
        if span.since > LAST_PAPER
    ),
}

TURNS = sorted(day for begins in _BEGINS for day in (begins - DAY, begins))
"""Days on which something ends or begins for everybody: by the law, or with a school year."""


Drawn = Callable[["Now", str], st.SearchStrategy["Move"]]
"""Draws a command on the document of that name."""


@dataclass(frozen=True, slots=True)
class Now:
    """The situation: what the rules hold of the documents, whose they are, and the day."""

    rules: Reference
    pupil: Pupil
    day: date

    def text(self, on: date) -> Regulation:
        """What applies at the school on a day, the law under it."""
        return text_on(self.rules.school, on)

    def named(self, kind: type[AnyDocument]) -> list[str]:
        """The documents of a kind."""
        return [name for name, one in self.rules.documents.items() if isinstance(one, kind)]


class Call(NamedTuple):
    """How a move is put in one run.

    Attributes:
        words: what humans have attested.
        name: what the document is called there on which something is done.
        makes: what the document will be called there that is made, if one is.
    """

    words: Attested = ()
    name: str = ""
    makes: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """What is asked.

    A move bears the names under which it was drawn. A run that leaves out others numbers its own.

    Attributes:
        does: what is done, in a word; empty where something is only asked.
        says: how, in words, without a person in them.
        on: its day.
        put: asks a system.
        aims: the conditions on whose boundary it lies.
        name: the document on which something is done; empty where a first one is made, or none is concerned.
        makes: the document that is made by it, if one is.
        procedure: the procedure that is asked about.
        what: it without its particulars: what a system offers or not.
        plainly: the same question, aimed at nothing.
    """

    does: str
    says: str
    on: date
    put: Callable[[System, Call], Any] = field(repr=False)
    aims: tuple[str, ...] = ()
    name: str = ""
    makes: str = ""
    procedure: Procedure | None = None
    what: str = ""
    plainly: Move | None = field(default=None, repr=False)

    def told(self, call: Call) -> str:
        """It in words, as one run calls the documents."""
        done = f"{self.does} {call.name or call.makes}" if self.does else ""
        return words_of(done, self.says)


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
    turn = [When(day) for day in TURNS if day > now.day][:1]
    ahead = [one for one in bounds if now.day <= one.day <= now.day + YEAR]
    plain = next((one for one in ahead if one.day == now.day), When(now.day))
    return st.sampled_from((*[plain] * 8, *ahead, *ahead, When(now.day + DAY), *turn))


def birthday(now: Now, *aims: str) -> Iterator[When]:
    """The 18th birthday."""
    return around(now.pupil.adult_from(), *aims)


@st.composite
def mostly(draw: st.DrawFn, best: T, others: Iterable[T]) -> T:
    """The best two times of three, else one of the others."""
    rest = [*others]
    return draw(st.sampled_from([*[best] * (2 * len(rest) or 1), *rest]))


@st.composite
def wished(
    draw: st.DrawFn, whole: Wish, twisted: Iterable[Wish], *, mostly_whole: bool = True
) -> Wish:
    """The whole, mostly; else with one twist, any condition as likely as any other."""
    by_aim: dict[tuple[str, ...], list[Wish]] = {}
    for one in twisted:
        by_aim.setdefault(one.aims[:1], []).append(one)
    aims = [*by_aim]
    wholes = 2 * len(aims) if mostly_whole else 0
    aim = draw(st.sampled_from([*[None] * (wholes or 1), *aims]))
    return whole if aim is None else draw(st.sampled_from(by_aim[aim]))


def likely(draw: st.DrawFn, now: Now, name: str, kinds: Iterable[str]) -> str:
    """A kind of command, mostly one that nothing about the document stands in the way of."""
    document = now.rules.documents[name]
    offered = available(document, now.rules.school, on=now.day)
    every = [*kinds]
    free = [kind for kind in every if not any(f.status is Status.BREACHED for f in offered[kind])]
    return draw(st.sampled_from([*free, *free, *free, *every]))


def dated(draw: st.DrawFn, now: Now, name: str) -> Now:
    """The situation; seldom as it would be on the eve of what was done to a document last."""
    eve = replace(now, day=now.rules.documents[name].last_day - DAY)
    return draw(st.sampled_from((*[now] * 19, eve)))


MOST = 4
"""So many documents of one kind are enough."""

IN_USE = frozenset({"issued", "activated", "valid", "reported", "lapsed", "duplicated"})
"""States of a document with which there is still something to be done."""


def begins(draw: st.DrawFn, now: Now, names: Sequence[str]) -> bool:
    """Whether a first document is asked for: where there is none, and seldom beside one in use."""
    if not names or len(names) == MOST:
        return not names
    in_use = any(now.rules.state(name, on=now.day) in IN_USE for name in names)
    return draw(st.sampled_from((*[False] * (9 if in_use else 1), True)))


def one_of(draw: st.DrawFn, now: Now, names: Sequence[str]) -> str:
    """A document, mostly one in use."""
    used = [name for name in names if now.rules.state(name, on=now.day) in IN_USE]
    return draw(st.sampled_from((*used * 6, *names)))


def another(names: Iterable[str], like: str) -> str:
    """The name of the next document beside those of these names, of the kind that a name or a word tells."""
    kind = kind_of(like)
    return f"{kind}-{1 + sum(kind_of(name) == kind for name in names)}"


def kind_of(name: str) -> str:
    """Of which kind the document of a name is, in a word."""
    return name.partition("-")[0]


def issue(
    name: str,
    on: date,
    request: Request,
    wish: Wish,
    made: Card | ActivationCodes | None,
    aims: tuple[str, ...] = (),
) -> Move:
    """The issue of a first document upon a wish."""
    upload = upload_of(wish)
    return Move(
        "issue",
        wish.said,
        on,
        lambda system, call: system.issue(
            call.makes, request, on=on, photo=upload, made=made, attested=call.words
        ),
        (*wish.aims, *aims),
        makes=name,
        what=f"issue {kind_of(name)} upon {type(request).__name__} {getattr(request, 'kind', '')}",
    )


def upload_of(wish: Wish) -> Upload | None:
    """The photo of a wish, if it has one."""
    return written(wish.shot) if wish.shot else None


def words_of(*parts: str) -> str:
    """What there is to say, with commas between."""
    return ", ".join(filter(None, parts))


def decide(name: str, now: Now, command: Command, said: str = "", *aims: str) -> Move:
    """A command on a document."""
    return decide_with(name, now, command, None, said, aims)


def decide_with(
    name: str,
    now: Now,
    command: Command,
    upload: Upload | None,
    said: str,
    aims: tuple[str, ...],
) -> Move:
    """A command with the photo of the application in it."""
    return Move(
        command.kind,
        said,
        command.on,
        lambda system, call: system.decide(
            call.name,
            command.model_copy(update={"attested": call.words}),
            photo=upload,
            successor=call.makes,
        ),
        aims,
        name,
        another(now.rules.documents, name),
        what=f"{command.kind} {kind_of(name)}",
    )


@st.composite
def heard(draw: st.DrawFn, words: Attested) -> Iterable[Attested]:
    """What humans say, and what they had said before that: mostly yes to all that waits for them.

    At times it is no to one thing among many, or to one thing nothing yet.
    """
    answer = draw(st.sampled_from((*["yes"] * 9, "no", "no", "later")))
    if answer == "yes":
        return (words,)
    one = draw(st.sampled_from([*dict.fromkeys(map(_about, words))]))
    rest = tuple(word for word in words if _about(word) != one)
    if answer == "later":
        return (rest, words) if rest else (words,)
    no = (word.model_copy(update={"holds": False}) for word in words if _about(word) == one)
    return ((*rest, *no),)


def _about(word: Attestation) -> object:
    """What a word is on."""
    return word.condition, word.subject


def _nowhere(_now: Now, _name: str) -> Iterable[When]:
    """No boundary."""
    return ()


def plain(
    record: Callable[..., Command], bounds: Callable[[Now, str], Iterable[When]] = _nowhere
) -> Drawn:
    """A command that has nothing but its day."""

    @st.composite
    def drawn(draw: st.DrawFn, now: Now, name: str) -> Move:
        on, aims = draw(when(now, *bounds(now, name)))
        return decide(name, now, record(on=on), "", *aims)

    return drawn


@st.composite
def take_back(draw: st.DrawFn, now: Now, name: str) -> Move:
    """The last act, taken back as a mistake; at times another one is named."""
    on, sensible = draw(when(now)).day, draw(st.sampled_from((True, True, False)))
    asking = Asking(now.rules.documents[name], now.rules.school, on, sensible)
    command = correction(draw, asking)
    return decide(name, now, command, f"the {command.act} of {command.done}", "correct.last")
