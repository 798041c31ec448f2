"""Odd values of the right types: every verb answers them, or refuses them by an error it documents.

The values are made from the types that a verb's signature names: first and last days, empty and
endless texts, halves of signs, histories that no school would write. Whatever comes of them can be
explained in both languages, written down and read back. Below stands what such attacks once found.
"""

from __future__ import annotations

import importlib
import inspect
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from legitymacja_rules import (
    certificate,
    deadlines,
    loading,
    mlegitymacja,
    photo,
    registers,
    school_id,
    variants,
)
from legitymacja_rules._base import Record
from legitymacja_rules._day import FIRST_DAY, LAST_DAY
from legitymacja_rules.acts import Corrected, HandedOver, HandOver, IdentityCard, TakenOver
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.compare import Comparison
from legitymacja_rules.deadlines import Deadline
from legitymacja_rules.errors import LoadError, RulesError, WrongArgument
from legitymacja_rules.everywhere import Everywhere
from legitymacja_rules.facts import Code, Pupil
from legitymacja_rules.history import Document
from legitymacja_rules.holograms import Ledger, Movement
from legitymacja_rules.messages import Language
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.outcomes import Accepted, Explained, Verdict
from legitymacja_rules.pesel import Pesel
from legitymacja_rules.regulation import (
    Codes,
    Dpi,
    Editions,
    FaceShare,
    FileSize,
    Grounds,
    InForce,
    PhotoAge,
    PhotoRequirement,
    Pixels,
    Regulation,
    ReissueRow,
    RevocationRow,
    WayWindow,
)
from legitymacja_rules.school_id import SchoolId
from legitymacja_rules.vocabulary import Milestone, Procedure
from samples import (
    ANNA,
    DAY,
    EWA,
    FINISHED,
    GOOD_PHOTO,
    ORIGINAL,
    SCHOOLS,
    activate,
    issued_id,
    issued_mlegitymacja,
)
from test_architecture import FRONT_DESK

HALF = "\ud800"
"""Half a sign, which no file can hold."""

POOL: tuple[object, ...] = (
    *(FIRST_DAY, date(1990, 12, 31), DAY, date(2024, 12, 1), date(2025, 9, 30), LAST_DAY, date.max),
    *("", " ", "Łęcka-Żółć", "A" * 200, "ß" * 5000, "٣", "x\u0301", "\u202eabc", "İ", "{0}%s"),
    *(
        "21124057031111000048982357",
        "17/2024",
        "H-1",
        "23:59",
        "9999.0",
        "issued",
        "handed_over",
        "taken_over",
        "jpg",
        "35×45",
    ),
    *(datetime(2025, 10, 26, 2, 30), datetime(2024, 10, 1, 10, tzinfo=UTC)),
    *(-1, 0, 1, 100, 1800, 2023, 2299, 3661, 2**31 - 1, 10**30),
    *(True, False, None, b"", b"\xff\xd8\xff", b"{}", {"event": "issued"}),
    *(Decimal("0.00"), Decimal("9.00"), Decimal("999999999.99")),
    *(Verdict(()), photo.check(GOOD_PHOTO, None)),
    *(Code("QR-1"), Code("CODE-1"), IdentityCard("ABC 1"), ANNA.pesel, Pesel("44051401359")),
)
"""Odd values; each type takes those that it allows."""


# --- values from types ----------------------------------------------------------------------------


def odd(form: Any) -> st.SearchStrategy[Any]:
    """Odd values of a type."""
    origin, parts = get_origin(form), get_args(form)
    plain = parts[0] if origin is Annotated else form
    if isinstance(plain, type) and issubclass(plain, Record):
        return _made(plain)
    if origin is Annotated and get_origin(parts[0]):
        allowed = TypeAdapter(form)
        return odd(parts[0]).filter(lambda value: _allows(allowed, value))
    if origin is Literal:
        return st.sampled_from(parts)
    if origin in {Union, UnionType}:
        return st.one_of([odd(part) for part in parts])
    if origin in {tuple, Collection, Iterable}:
        # What may be any iterable can be gone through once.
        as_given = iter if origin is Iterable else tuple
        return st.lists(odd(parts[0]), max_size=3).map(as_given)
    return st.sampled_from([value for value in POOL if _is_of(value, form)])


def _is_of(value: object, form: Any) -> bool:
    plain = get_args(form)[0] if get_origin(form) is Annotated else get_origin(form) or form
    if plain is not object and type(value) is not (dict if plain is Mapping else plain):
        return False
    return _allows(TypeAdapter(form), value)


def _allows(form: TypeAdapter[Any], value: object) -> bool:
    try:
        form.validate_python(value)
    except ValidationError:
        return False
    return True


@st.composite
def _made(draw: st.DrawFn, kind: Any) -> Any:
    """Records of a kind; some are made in their own way, and one whose parts do not fit has a spare."""
    if kind in MADE:
        return draw(MADE[kind]())
    fields = draw(_fields(kind))
    try:
        return kind(**fields)
    except ValidationError:
        if kind not in SPARE:
            # An instant on another day than its record, a usual day behind the last.
            needed = {name for name, field in kind.model_fields.items() if field.is_required()}
            return kind(**{name: value for name, value in fields.items() if name in needed})
        # Each under a clause of its own, so that two of them can stand in one text.
        return SPARE[kind](f"x:{draw(st.integers(0, 10**9))}")


@lru_cache
def _fields(kind: type[Record]) -> st.SearchStrategy[dict[str, Any]]:
    fields = kind.model_fields
    values = {name: odd(field.rebuild_annotation()) for name, field in fields.items()}
    return _given(values, {name for name, field in fields.items() if field.is_required()})


def _given(
    values: dict[str, st.SearchStrategy[Any]], needed: Collection[str]
) -> st.SearchStrategy[dict[str, Any]]:
    """Values for names, of which some are needed."""
    required = {name: those for name, those in values.items() if name in needed}
    optional = {name: those for name, those in values.items() if name not in needed}
    return st.fixed_dictionaries(required, optional=optional)


@st.composite
def _lives(draw: st.DrawFn, desk: Any) -> Any:
    """Documents that some school made, and what may have been done to them in any order."""
    making, *_ = get_args(desk.Event)
    school = {"school": draw(st.sampled_from(SCHOOLS))}
    document = desk.evolve(None, draw(odd(making)).model_copy(update=school))
    for event in draw(st.lists(odd(desk.Event), max_size=4)):
        with suppress(WrongArgument):
            document = desk.evolve(document, event)
    return document


@st.composite
def _ledgers(draw: st.DrawFn) -> Ledger:
    """Ledgers that add up."""
    ledger = Ledger()
    for movement in draw(st.lists(odd(Movement), max_size=4)):
        with suppress(ValidationError):
            ledger = Ledger(movements=(*ledger.movements, movement))
    return ledger


@st.composite
def _schools(draw: st.DrawFn) -> Regulation:
    """Texts of schools, and of schools that nobody would run."""
    school = variants.get(draw(st.sampled_from(SCHOOLS)))
    if draw(st.booleans()):
        return school
    told = {**draw(_fields(Regulation)), "slug": school.slug, "clauses": ()}
    with suppress(ValidationError):
        return Regulation(**told)
    return Regulation(**{**told, "in_force": school.in_force})


@st.composite
def _periods(draw: st.DrawFn) -> InForce:
    """Periods that begin, and none ends before."""
    told = draw(_fields(InForce))
    told["since"] = told["since"] or DAY
    with suppress(ValidationError):
        return InForce(**told)
    return InForce(**{**told, "until": told["since"]})


@st.composite
def _editions(draw: st.DrawFn) -> Editions:
    """A school's only text, if it has one."""
    text = draw(_schools())
    dated = text if text.in_force.since else variants.get(text.slug)
    return Editions(editions=(dated,))


MADE: dict[type[Any], Callable[[], st.SearchStrategy[Any]]] = {
    Editions: _editions,
    Regulation: _schools,
    InForce: _periods,
    Pupil: lambda: st.sampled_from([ANNA, EWA]) | _fields(Pupil).map(lambda told: Pupil(**told)),
    Ledger: _ledgers,
    SchoolId: lambda: _lives(school_id),
    Mlegitymacja: lambda: _lives(mlegitymacja),
    Certificate: lambda: _lives(certificate),
    Document: lambda: odd(SchoolId) | odd(Mlegitymacja) | odd(Certificate),
}
"""What is not made of its fields alone."""


SPARE: dict[type[Any], Callable[[str], Record]] = {
    Grounds: lambda clause: Grounds(any_of=("other",), wording="x", clause=clause),
    RevocationRow: lambda clause: RevocationRow(ground="other", wording="x", clause=clause),
    ReissueRow: lambda clause: ReissueRow(ground="other", wording="x", clause=clause),
    FileSize: lambda clause: FileSize(min_kb=Decimal(1), max_mb=Decimal(2), clause=clause),
    Pixels: lambda clause: Pixels(min_width=1, max_width=1, max_height=9, clause=clause),
    Dpi: lambda clause: Dpi(at_most=300, clause=clause),
    FaceShare: lambda clause: FaceShare(at_least=70, at_most=80, clause=clause),
    PhotoRequirement: lambda clause: PhotoRequirement(age=PhotoAge(months=1, clause=clause)),
    Codes: lambda clause: Codes(minutes=10, renewable=True, clause=clause),
    WayWindow: lambda clause: WayWindow(way="platform", minutes=10, clause=clause),
}
"""What stands in for records whose parts have to fit together and were drawn apart."""


# --- verbs ----------------------------------------------------------------------------------------

INSIDE = {"birth_findings", "findings", "given", "known", "paper_photo_findings"}
INSIDE |= {"subject_finding", "written_findings"}
"""For rules that have looked at the types of what they pass on."""


def _verbs() -> Iterator[tuple[str, Callable[..., object]]]:
    for module in FRONT_DESK:
        room = importlib.import_module(f"legitymacja_rules.{module}")
        for name in room.__all__:
            verb = getattr(room, name)
            if inspect.isfunction(verb) and name not in INSIDE:
                yield f"{module}.{name}", verb


@lru_cache
def _arguments(verb: Callable[..., object]) -> st.SearchStrategy[dict[str, Any]]:
    hints = get_type_hints(verb, include_extras=True)
    asked = inspect.signature(verb).parameters
    values = {name: odd(hints[name]) | _halves(hints[name]) for name in asked}
    return _given(values, {name for name, one in asked.items() if one.default is one.empty})


def _halves(form: Any) -> st.SearchStrategy[str]:
    """A text of a verb's own may come from anywhere."""
    return st.just(HALF) if str in {form, *get_args(form)} else st.nothing()


@pytest.mark.parametrize("verb", [verb for _, verb in _verbs()], ids=[name for name, _ in _verbs()])
@settings(max_examples=25)
@given(data=st.data())
def test_a_verb_answers_or_refuses_by_an_error_that_it_documents(
    verb: Callable[..., object], data: st.DataObject
) -> None:
    arguments = data.draw(_arguments(verb))
    try:
        answer = verb(**arguments)
    except RulesError as refusal:
        answer = refusal
    if isinstance(answer, RulesError):
        kinds = {kind.__name__ for kind in type(answer).__mro__}
        assert any(f"{kind}:" in (verb.__doc__ or "") for kind in kinds), answer
    else:
        _stands(answer)


def _stands(answer: object) -> None:
    """An answer can be shown, explained, written down and read back, however odd the question."""
    assert repr(answer)
    if isinstance(answer, tuple):
        for part in answer:
            _stands(part)
    elif isinstance(answer, Explained):
        for language in get_args(Language):
            assert answer.explain(language)
            assert json.loads(answer.explain_json(language))
        _stands(getattr(answer, "document", None))
    elif isinstance(answer, Comparison | Everywhere):
        for language in get_args(Language):
            assert answer.explain(language)
            assert json.loads(answer.explain_json(language))
    if isinstance(answer, Explained | Record) and not isinstance(answer, Accepted):
        # What was accepted is written as its document, which has just been looked at.
        _is_read_back(answer)


COULD_NOT_BE = {"impossible_act", "act_before_last", "not_the_last_act", "without_cause"}


def _is_read_back(answer: Any) -> None:
    """As it was; or it tells of a document that events have made in an order that could not be."""
    faults: tuple[tuple[str, str], ...] = ()
    try:
        again = loading.load(type(answer), loading.dump(answer))
    except LoadError as refusal:
        again, faults = None, refusal.faults
    if again != answer:
        document = answer if isinstance(answer, Document) else answer.document
        places = {path[path.index("history") :] for path, code in faults if code in COULD_NOT_BE}
        assert places & {f"history.{at}" for at in range(1, len(document.history))}


# --- what attacks have found ----------------------------------------------------------------------


@pytest.mark.parametrize("version", ["", "12.", "12.x", "Anna", "٣", "1\n", "9" * 5000])
def test_what_is_no_version_cannot_be_judged_as_one(version: str) -> None:
    with pytest.raises(ValidationError):
        activate("leczna", system_version=version)
    told = json.loads(loading.dump(activate("leczna", app_version="12.4")))
    with pytest.raises(LoadError):
        mlegitymacja.load_command({**told, "app_version": version})


def test_a_deadline_behind_all_days_can_be_read_back() -> None:
    days: dict[Any, Any] = dict.fromkeys(get_args(Milestone), LAST_DAY)
    answers = [
        deadlines.due(variants.get(school), procedure, **days)
        for school in SCHOOLS
        for procedure in get_args(Procedure)
    ]
    late = [answer for answer in answers if answer.latest and answer.latest > LAST_DAY]
    assert late
    assert [loading.load(Deadline, loading.dump(answer)) for answer in late] == late


def test_a_refusal_until_a_day_behind_all_days_can_be_read_back() -> None:
    """30 December 2299 is a Saturday, and the office opens in the year after."""
    copy = certificate_made(school="leczna", copies=1)
    late = HandOver(on=date(2299, 12, 30), to="graduate")
    outcome = certificate.decide(copy, late, variants.get("leczna"))
    assert date(2300, 1, 2) in {finding.earliest for finding in outcome.reasons}
    assert certificate.load_outcome(loading.dump(outcome)) == outcome


def certificate_made(**changes: Any) -> Certificate:
    """A certificate that was issued and not handed over."""
    said = {**dict(ORIGINAL), "on": FINISHED, "school": "grojec", **changes}
    return Certificate(history=(certificate.Issued(**said),))


DOCUMENTS: tuple[tuple[Any, Document], ...] = (
    (school_id, issued_id("grojec")),
    (mlegitymacja, issued_mlegitymacja("grojec")),
    (certificate, certificate_made()),
)
DOCUMENT = pytest.mark.parametrize(
    ("desk", "document"), DOCUMENTS, ids=[type(document).__name__ for _, document in DOCUMENTS]
)


def test_no_mlegitymacja_is_a_duplicate_whatever_a_register_keeps_of_those() -> None:
    school = variants.get("ostroleka")
    at = next(at for at, row in enumerate(school.registers) if row.name == "mlegitymacja")
    copies = {f"registers.{at}.fields.0.copies": True}
    phone = issued_mlegitymacja("ostroleka")
    entry = registers.entry(phone, school.override(copies), "mlegitymacja", on=DAY)
    left_out = {*registers.entry(phone, school, "mlegitymacja", on=DAY).values} - {*entry.values}
    assert left_out == {school.registers[at].fields[0].field}


@DOCUMENT
def test_nothing_follows_once_the_making_was_taken_back(desk: Any, document: Document) -> None:
    """An act that nobody entered would stand, and a correction would look for it."""
    on = document.issued.on
    undone = desk.evolve(document, Corrected(on=on, act="issued", done=on))
    assert undone.acts() == ()
    for event in (HandedOver(on=on, to="pupil"), TakenOver(on=on), undone.history[-1]):
        with pytest.raises(WrongArgument):
            desk.evolve(undone, event)
        with pytest.raises(ValidationError):
            type(undone)(history=(*undone.history, event))


@DOCUMENT
def test_an_event_is_told_by_its_own_class(desk: Any, document: Document) -> None:
    """Who derives from a correction does not get round it."""

    class Mine(Corrected):
        pass

    class Noted(HandedOver):
        note: str

    on = document.issued.on
    mine, noted = Mine(on=on, act="issued", done=on), Noted(on=on, to="pupil", note="x")
    for event in (mine, noted):
        with pytest.raises(WrongArgument):
            desk.evolve(document, event)
    assert desk.state_on(type(document)(history=(document.issued, mine)), on) == "annulled"
    with pytest.raises(ValidationError):
        type(document)(history=(document.issued, noted))
