"""What `st.from_type` draws for each public type of the library.

A type has its own strategy; or it is an answer, and is asked for; or it is a record, and is made from its
annotations. All else Hypothesis resolves itself: lists of words, unions, errors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from .. import applications as any_application
from .. import certificate, facts, mlegitymacja, school_id, variants
from .._base import Masked, Record
from ..history import Document
from ..holograms import Affixed, Destroyed, Ledger, Received
from ..law.dates import SIO
from ..outcomes import Accepted
from ..pesel import Pesel
from ..regulation import (
    PROCEDURES,
    Editions,
    Grounds,
    Regulation,
    ReissueRow,
    RevocationRow,
    Worded,
)
from ..vocabulary import Procedure
from . import lives, persons
from .answers import ANSWERS, HELD, answers, photo_asked
from .applications import an_application, cards, codes, ex_officio, held_ids
from .days import PLAIN_DAY
from .drawing import number, pick, whether
from .photos import misses, some_facts
from .regulations import regulations
from .values import values

__all__ = ["OWN", "kinds", "register", "strategy_of"]

_OF_IDS: tuple[Procedure, ...] = ("school_id", "preschool_id", "id_exchange", "id_duplicate")

Drawn = Callable[[], st.SearchStrategy[Any]]


@st.composite
def _lodged(draw: st.DrawFn, *procedures: Procedure) -> Any:  # noqa: ANN401  (which one the procedure says)
    """An application at one of the five schools, flawed or not."""
    school, procedure = variants.get(pick(draw, variants.names())), pick(draw, procedures)
    return an_application(draw, school, procedure, PLAIN_DAY, None, flawed=whether(draw))


@st.composite
def _seen(draw: st.DrawFn) -> facts.PhotoFacts:
    """What is seen of a photo that one of the five asks for, good or not."""
    _, asked = photo_asked(draw)
    return some_facts(draw, asked, pick(draw, (None, *misses(asked))), persons.PLAIN_PUPIL)


@st.composite
def _ledgers(draw: st.DrawFn) -> Ledger:
    """Holograms that came in, some affixed, some destroyed, each at most once."""
    count = number(draw, 0, 4)
    numbers = [f"H-{one}" for one in range(1, count + 1)]
    used = numbers[: number(draw, 0, count)]
    came = [Received(on=PLAIN_DAY, numbers=tuple(numbers), valid_until=PLAIN_DAY)] if count else []
    gone = [Affixed(on=PLAIN_DAY, number=one, id_number=f"{one}/24") for one in used[1:]]
    lost = [Destroyed(on=PLAIN_DAY, numbers=tuple(used[:1]))] if used else []
    return Ledger(movements=(*came, *gone, *lost))


def _worded() -> st.SearchStrategy[Worded]:
    return st.one_of([values(kind) for kind in (Grounds, RevocationRow, ReissueRow)])


OWN: Mapping[type[Any], Drawn] = MappingProxyType(
    {
        Pesel: persons.pesels,
        facts.Pupil: persons.pupils,
        facts.PhysicalId: held_ids,
        facts.PhotoFacts: _seen,
        school_id.Card: cards,
        mlegitymacja.ActivationCodes: codes,
        school_id.Application: lambda: _lodged(*_OF_IDS),
        mlegitymacja.Application: lambda: _lodged("mlegitymacja"),
        certificate.Application: lambda: _lodged("certificate_duplicate"),
        any_application.Application: lambda: _lodged(*PROCEDURES),
        any_application.Case: lambda: _lodged(*PROCEDURES),
        mlegitymacja.ExOfficio: lambda: ex_officio(variants.get("sp6"), on=SIO),
        school_id.SchoolId: lives.school_ids,
        mlegitymacja.Mlegitymacja: lives.mlegitymacje,
        certificate.Certificate: lives.certificates,
        Document: lives.documents,
        Regulation: regulations,
        Worded: _worded,
        Ledger: _ledgers,
        Editions: lambda: regulations().map(lambda one: Editions(editions=(one,))),
    }
)
"""Types with a strategy of their own."""


def strategy_of(kind: object) -> st.SearchStrategy[Any] | None:
    """What draws instances of a public type; None where Hypothesis finds it by itself.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(strategy_of(facts.Pupil)).first_names, strategy_of(int)
    ('Anna', None)
    """
    if get_origin(kind) is Accepted:
        document, _ = get_args(kind)
        return answers(Accepted).filter(lambda outcome: type(outcome.document) is document)
    if not isinstance(kind, type):
        return None
    if kind in OWN:
        return OWN[kind]()
    if kind in ANSWERS or kind in HELD:
        return answers(kind)
    made = issubclass(kind, Record | Masked)
    return values(kind) if made else None


def kinds() -> Iterator[type[Any]]:
    """All types for which there is a strategy here."""
    known: dict[type[Any], None] = dict.fromkeys((*OWN, *ANSWERS, *HELD))
    waiting: list[type[Any]] = [Record, Masked]
    while waiting:
        kind = waiting.pop()
        known[kind] = None
        waiting += kind.__subclasses__()
    yield from known


def register() -> None:
    """Tell Hypothesis of all of them at once; its entry point is told when they are asked for."""
    for kind in kinds():
        st.register_type_strategy(kind, _registered)


def _registered(kind: type[Any]) -> st.SearchStrategy[Any]:
    """What draws a type of ours, or the word by which Hypothesis is asked to find it by itself."""
    found = strategy_of(kind)
    return NotImplemented if found is None else found
