"""Commands on a document: mostly what makes sense next, now and then what does not.

Two of three times the kind is one that nothing stands in the way of on that day, else any kind. Within a
kind what the text wants comes first, and beside it, unless the command has to be sensible, what it does
not: another receiver, a means that it does not name, an act that is not the last. The day is that of the
last act, soon after it, or a boundary.

A command shrinks to one on the day of the last act that says as little as possible; one that has to be
sensible to the first kind of the table that leads on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from .. import certificate, mlegitymacja, school_id
from .._base import an_instance
from ..attestations import Attested
from ..certificate import Certificate
from ..errors import WrongArgument
from ..history import Document
from ..mlegitymacja import Mlegitymacja
from ..regulation import Regulation
from ..school_id import SchoolId
from .arguments import a_day_with_room, a_word
from .asking import Asking
from .attesting import heard
from .certificate_commands import CERTIFICATE_COMMANDS
from .days import days
from .drawing import pick
from .id_commands import ID_COMMANDS
from .phone_commands import PHONE_COMMANDS

__all__ = ["VERBS", "Verbs", "a_command", "commands", "decided", "verbs_of"]

Command = school_id.Command | mlegitymacja.Command | certificate.Command


@dataclass(frozen=True, slots=True)
class Verbs:
    """What the kit knows of one document.

    Attributes:
        module: the module with its verbs.
        commands: kind → what draws such a command.
    """

    module: Any
    commands: Mapping[str, Callable[[st.DrawFn, Asking[Any]], Any]]


VERBS: Mapping[type[Document], Verbs] = MappingProxyType(
    {
        SchoolId: Verbs(school_id, ID_COMMANDS),
        Mlegitymacja: Verbs(mlegitymacja, PHONE_COMMANDS),
        Certificate: Verbs(certificate, CERTIFICATE_COMMANDS),
    }
)

_SOON = (0, 0, 1, 30)


def verbs_of(document: Document) -> Verbs:
    """The verbs of a document.

    Raises:
        WrongArgument: if it is no document.
    """
    if type(document) not in VERBS:
        raise WrongArgument("document", ", ".join(kind.__name__ for kind in VERBS))
    return VERBS[type(document)]


def commands(
    document: Document,
    school: Regulation,
    *,
    on: date | None = None,
    kind: str | None = None,
    sensible: bool = False,
) -> st.SearchStrategy[Command]:
    """Commands on a document, without anybody's word.

    Args:
        document: an ID, an mLegitymacja or a certificate.
        school: the text of its school.
        on: their day; mostly the last act's or soon after if None.
        kind: which kind; one that leads on, or any, if None.
        sensible: whether each has to be as the text wants it.

    Raises:
        WrongArgument: if an argument is of another type, or the document knows no such kind.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.testing import school_ids, simplest
    >>> sp6 = variants.get("sp6")
    >>> (made := simplest(school_ids(school=sp6, state="issued"))).last_day
    datetime.date(2024, 12, 3)
    >>> simplest(commands(made, sp6, sensible=True)).kind
    'hand_over'
    >>> simplest(commands(made, sp6, kind="end")).ground
    'school_changed'
    """
    verbs = verbs_of(document)
    an_instance(school, Regulation, "school")
    a_day_with_room(document.last_day, "document")
    if on is not None:
        a_day_with_room(on, "on")
    if kind is not None:
        a_word(kind, verbs.commands, "kind")
    an_instance(sensible, bool, "sensible")
    return st.composite(a_command)(document, school, on, kind, sensible=sensible)


def a_command(
    draw: st.DrawFn,
    document: Document,
    school: Regulation,
    on: date | None,
    kind: str | None = None,
    *,
    sensible: bool,
) -> Any:  # noqa: ANN401  (of whichever document)
    """A command on a document, drawn by hand."""
    verbs = verbs_of(document)
    day = on or draw(_next_days(document.last_day))
    if kind is None:
        offered = verbs.module.available(document, school, on=day)
        leading = [one for one in verbs.module.KINDS if not offered[one]]
        rest = [] if leading and sensible else verbs.module.KINDS
        kind = pick(draw, [*leading, *leading, *rest])
    asking: Asking[Any] = Asking(document, school, day, sensible)
    return verbs.commands[kind](draw, asking)


@lru_cache(maxsize=1024)
def _next_days(last: date) -> st.SearchStrategy[date]:
    soon = [last + timedelta(days=after) for after in _SOON]
    later = days(since=last, until=last + timedelta(days=800))
    return st.sampled_from(soon) | later


def decided(
    document: Document,
    command: Command,
    school: Regulation,
    *,
    others: Sequence[Document] = (),
    holds: bool = True,
) -> Any:  # noqa: ANN401  (the outcome of its own module)
    """What becomes of a command once the head has said yes to all that waits for a human, or no.

    >>> from legitymacja_rules import variants
    >>> from legitymacja_rules.testing import school_ids, simplest
    >>> sp6 = variants.get("sp6")
    >>> made = simplest(school_ids(school=sp6, state="issued"))
    >>> decided(made, simplest(commands(made, sp6, kind="hand_over")), sp6).outcome
    'accepted'
    """
    decide = verbs_of(document).module.decide

    def ask(words: Attested) -> Any:  # noqa: ANN401  (likewise)
        said = command.model_copy(update={"attested": (*command.attested, *words)})
        return decide(document, said, school, others=others)

    return heard(ask, on=command.on, holds=holds)
