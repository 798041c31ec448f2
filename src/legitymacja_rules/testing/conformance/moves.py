"""What a move is: what is asked of both systems in the same words, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from ...attestations import Attested
from ...mlegitymacja import ActivationCodes
from ...school_id import Card
from ...vocabulary import Procedure
from ..photo_files import written
from .situation import Now
from .system import Command, Request, System, Upload
from .wishes import Wish

__all__ = [
    "Call",
    "Move",
    "another",
    "decide",
    "decide_with",
    "issue",
    "kind_of",
    "upload_of",
    "words_of",
]


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


def upload_of(wish: Wish) -> Upload | None:
    """The photo of a wish, if it has one."""
    return written(wish.shot) if wish.shot else None


def another(names: Iterable[str], like: str) -> str:
    """The name of the next document beside those of these names, of the kind that a name or a word tells."""
    kind = kind_of(like)
    return f"{kind}-{1 + sum(kind_of(name) == kind for name in names)}"


def kind_of(name: str) -> str:
    """Of which kind the document of a name is, in a word."""
    return name.partition("-")[0]


def words_of(*parts: str) -> str:
    """What there is to say, with commas between."""
    return ", ".join(filter(None, parts))
