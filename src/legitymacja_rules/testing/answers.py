"""What the library answers, asked at random; and what stands in its tables.

An answer that nobody gave would be none: its findings would cite nothing and explain nothing. So answers
are drawn by asking, at one of the five schools, about a document, a photo or a command that is drawn
itself; what is part of an answer (a finding, a line, a step of a plan) is one of its parts. What the library
holds as data (acts, readings, texts, timelines, rows of a table) is one of these.

An answer shrinks to that on the simplest question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from hypothesis import reject
from hypothesis import strategies as st

from .. import (
    audit,
    certificate,
    citations,
    compare,
    coupling,
    days_off,
    deadlines,
    everywhere,
    fees,
    interpretations,
    law,
    messages,
    mlegitymacja,
    office,
    payments,
    personalisation,
    photo,
    photo_demands,
    planning,
    registers,
    school_id,
    variants,
)
from .._base import Record
from ..audit.case import Case, case
from ..certificate import machine as certificate_machine
from ..findings import Finding
from ..lifecycle import Back, Course, Happened, Leads, Machine, No
from ..mlegitymacja import machine as phone_machine
from ..mlegitymacja import records as mlegitymacja_records
from ..outcomes import Accepted, Refused, Undecided, Verdict
from ..photo.developing import Target
from ..photo_fit import Fit
from ..photo_plans import Conflict, Plan, Step
from ..regulation import PROCEDURES, PhotoRequirement, Regulation
from ..school_id import SchoolId
from ..school_id import machine as id_machine
from ..timeline import Span, Timeline, Uncovered
from ..vocabulary import Duty, HelpTopic, Procedure, RegisterName, UnitName
from .commands import a_command, decided, verbs_of
from .days import PLAIN_DAY, days
from .drawing import number, pick, whether
from .lives import documents, families, mlegitymacje, school_ids
from .persons import PLAIN_PUPIL
from .photos import misses, photos, some_facts

__all__ = ["ANSWERS", "HELD", "answers", "photo_asked"]

T = TypeVar("T")
Question = Callable[[st.DrawFn], object]


def _parts(thing: object) -> Iterator[object]:
    """A thing and all that it is made of, however deep."""
    yield thing
    inside: Iterable[object] = ()
    if is_dataclass(thing) and not isinstance(thing, type):
        inside = [getattr(thing, field.name) for field in fields(thing)]
    elif isinstance(thing, Record):
        inside = [value for _, value in thing]
    elif isinstance(thing, Mapping):
        inside = thing.values()
    elif isinstance(thing, tuple | list | Timeline):
        inside = thing
    for one in inside:
        yield from _parts(one)


# --- questions ------------------------------------------------------------------------------------


def _school(draw: st.DrawFn) -> Regulation:
    return variants.get(pick(draw, variants.names()))


def _decision(draw: st.DrawFn) -> object:
    """What becomes of a command, right or wrong; with the head's yes, or no, or nobody's word."""
    document = draw(documents())
    school = variants.get(document.school)
    command = a_command(draw, document, school, None, sensible=whether(draw))
    if whether(draw):
        return decided(document, command, school, holds=whether(draw))
    return verbs_of(document).module.decide(document, command, school)


def photo_asked(draw: st.DrawFn) -> tuple[Regulation, PhotoRequirement]:
    """A school's text, and what it asks of the photo for an mLegitymacja."""
    school = _school(draw)
    asked = school.photo_for("mlegitymacja")
    assert asked is not None  # noqa: S101  (each of the five asks for one)
    return school, asked


def _judged(draw: st.DrawFn) -> object:
    _, asked = photo_asked(draw)
    miss = pick(draw, (None, *misses(asked)))
    return photo.check(some_facts(draw, asked, miss, PLAIN_PUPIL), asked, pupil=PLAIN_PUPIL)


def _prepared(draw: st.DrawFn) -> object:
    _, asked = photo_asked(draw)
    upload = draw(photos(asked))
    return photo.prepare(upload.data, asked, filename=upload.filename, pupil=PLAIN_PUPIL)


def _everywhere(draw: st.DrawFn) -> object:
    """A photo at all five; what two of them ask of one for a duplicate no photo can meet."""
    _, asked = photo_asked(draw)
    seen = some_facts(draw, asked, pick(draw, (None, *misses(asked))), PLAIN_PUPIL)
    procedure: Procedure = pick(draw, ("id_duplicate", "mlegitymacja"))
    texts = [variants.get(name) for name in variants.names()]
    return everywhere.photo(seen, procedure, schools=texts, on=PLAIN_DAY, pupil=PLAIN_PUPIL)


def _demands(draw: st.DrawFn) -> object:
    return [*photo_demands.demanded(photo_asked(draw)[1], None)]


def _due(draw: st.DrawFn) -> object:
    day = draw(days())
    reached: dict[str, Any] = {
        "application": day,
        "complete": day,
        "payment": day,
        "photo": day,
        "records": day,
    }
    return deadlines.due(_school(draw), pick(draw, PROCEDURES), **reached)


def _fee(draw: st.DrawFn) -> object:
    return fees.fee(_school(draw), pick(draw, PROCEDURES), on=draw(days()))


def _instruction(draw: st.DrawFn) -> object:
    school, procedure = _school(draw), pick(draw, PROCEDURES)
    return payments.instruction(school, procedure, PLAIN_PUPIL, on=draw(days()))


def _offices(draw: st.DrawFn) -> object:
    school = _school(draw)
    return (
        office.who(school, pick(draw, get_args(Duty))),
        office.help_with(school, pick(draw, get_args(HelpTopic))),
        office.duties(school, pick(draw, get_args(UnitName))),
    )


def _differences(draw: st.DrawFn) -> object:
    return compare.differences(_school(draw), _school(draw), on=draw(days()))


def _consequences(draw: st.DrawFn) -> object:
    """What follows once a duplicate was received."""
    *others, copy = draw(families(SchoolId, state="reported"))
    school = variants.get(copy.school)
    collect = a_command(draw, copy, school, copy.last_day, "hand_over", sensible=True)
    received = decided(copy, collect, school)
    held = received.document if isinstance(received, Accepted) else copy
    return coupling.follows(held, school, on=held.last_day, others=others)


def _lines(draw: st.DrawFn) -> object:
    document = draw(school_ids(state="valid"))
    return planning.plan([document], variants.get(document.school), on=PLAIN_DAY)


def _entries(draw: st.DrawFn) -> object:
    document, name = draw(school_ids(state="valid")), get_args(RegisterName)[0]
    return registers.entries([document], variants.get(document.school), name, on=PLAIN_DAY)


def _order(draw: st.DrawFn) -> object:
    document = draw(school_ids(state="issued"))
    said: dict[str, Any] = {"address": "ul. Lipowa 1", "head": None, "photo": whether(draw)}
    return personalisation.order(document, variants.get(document.school), on=PLAIN_DAY, **said)


def _audit(draw: st.DrawFn) -> object:
    return audit.audit(_school(draw), on=draw(days()))


def _case(draw: st.DrawFn) -> object:
    return case(_school(draw), draw(days()))


def _citation(draw: st.DrawFn) -> object:
    acts = [f"act:{name}:art.1" for name in citations.ACTS]
    return citations.citation(pick(draw, [*acts, *interpretations.REGISTER]))


def _code_sets(draw: st.DrawFn) -> object:
    return draw(mlegitymacje()).code_sets


def _happened(draw: st.DrawFn) -> object:
    document = draw(documents())
    return Happened(document.history[-1:])


def _fits(draw: st.DrawFn) -> object:
    """How a picture is cut and sized, and as what it is written."""
    size = (number(draw, 1, 600), number(draw, 1, 600))
    return Fit(size, pick(draw, (None, size))), Target(
        "JPEG", "jpg", None, 0, number(draw, 1, 9999)
    )


# --- tables ---------------------------------------------------------------------------------------


_TABLES: tuple[object, ...] = (
    citations.ACTS,
    interpretations.REGISTER,
    interpretations.POLISH,
    law.TOPICS,
    messages.CONDITIONS,
    messages.REMEDIES,
    (days_off.SUNDAY, days_off.FEASTS),
    [module.TABLE for module in (school_id, mlegitymacja, certificate)],
    [machine.MACHINE for machine in (id_machine, phone_machine, certificate_machine)],
)


@lru_cache
def _held(kind: type[Any]) -> tuple[Any, ...]:
    """All of that kind that the tables hold, each once."""
    found = (one for one in _parts(_TABLES) if isinstance(one, kind))
    return tuple({id(one): one for one in found}.values())


_ASKED: Mapping[Question, tuple[type[Any], ...]] = MappingProxyType(
    {
        _decision: (Accepted, Refused, Undecided, Finding),
        _judged: (Verdict,),
        _prepared: (photo.Prepared,),
        _everywhere: (everywhere.Everywhere, everywhere.There, Conflict, Plan, Step),
        _demands: (photo_demands.Demand,),
        _due: (deadlines.Deadline,),
        _fee: (fees.Fee,),
        _instruction: (payments.Instruction,),
        _offices: (office.Responsible, office.Help, office.Duties),
        _differences: (compare.Comparison, compare.Difference, compare.Said),
        _consequences: (coupling.Consequence,),
        _lines: (planning.Line,),
        _entries: (registers.Entry,),
        _order: (personalisation.Order,),
        _audit: (audit.Audit,),
        _case: (Case,),
        _citation: (citations.Citation,),
        _code_sets: (mlegitymacja_records.CodeSet,),
        _happened: (Happened,),
        _fits: (Fit, Target),
    }
)

ANSWERS: Mapping[type[Any], Question] = MappingProxyType(
    {kind: question for question, kinds in _ASKED.items() for kind in kinds}
)
"""Answer → what asks for it."""

HELD: frozenset[type[Any]] = frozenset(
    {
        *(citations.Act, citations.Spell, citations.UnitSpell),
        *(interpretations.Interpretation, interpretations.InPolish),
        *(Timeline, Span, Uncovered),
        *(messages.Condition, messages.Remedy, messages.Text),
        *(Leads, Back, No, Machine, Course),
        *(days_off.DayOff, days_off.Feast),
    }
)
"""What stands in tables."""


def answers(kind: type[T]) -> st.SearchStrategy[T]:
    """Answers of a kind, or parts of some; or what the tables hold.

    Args:
        kind: a class of `ANSWERS` or `HELD`.

    >>> from legitymacja_rules.testing import simplest
    >>> type(simplest(answers(fees.Fee))).__name__
    'Fee'
    >>> simplest(answers(Leads)).to
    <State.VALID: 'valid'>
    """
    if kind not in HELD:
        return _answers(kind)
    held: tuple[T, ...] = _held(kind)  # type: ignore[arg-type]  # as any class, it can be hashed
    return st.sampled_from(held)


@st.composite
def _answers(draw: st.DrawFn, kind: type[T]) -> T:
    found = [one for one in _parts(ANSWERS[kind](draw)) if isinstance(one, kind)]
    return pick(draw, found) if found else reject()
