"""The doors for JSON: what comes in is a thing that can be used, or is refused and not repeated.

A file holds the name of a door on a line of its own, and behind it the text that is put to it. The
people in it are made of letters that nothing else in the library uses (`lives.SECRET`): one of these
in what a refusal says is a leak.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any, get_args

from cards import photo_for
from fuzz.mutators import Change, a_value
from fuzz.photos import left_alone
from legitymacja_rules import (
    certificate,
    holograms,
    loading,
    mlegitymacja,
    school_id,
    schools,
    variants,
)
from legitymacja_rules._base import Record
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.errors import LoadError
from legitymacja_rules.facts import FilledForm, PhotoFacts, PhysicalId, ProofOfPayment, Pupil
from legitymacja_rules.history import Document
from legitymacja_rules.holograms import Ledger, Movement
from legitymacja_rules.loading import dump, schema
from legitymacja_rules.messages import Language
from legitymacja_rules.mlegitymacja import ActivationCodes, ExOfficio, Mlegitymacja
from legitymacja_rules.outcomes import Accepted, Explained, Refused, Undecided, Verdict
from legitymacja_rules.regulation import Editions, Regulation
from legitymacja_rules.school_id import SchoolId
from lives import SECRET, SIGNS
from samples import DAY
from story import Cast, answers, pictures

__all__ = ["DOORS", "load", "mutated", "seeds"]


@dataclass(frozen=True, slots=True)
class Door:
    """A way in.

    Attributes:
        opens: makes a thing of JSON text or of a dict, or raises a `LoadError`.
        back: does so of what is written of the thing.
        kinds: what comes in by it.
    """

    opens: Callable[[Any], Any]
    back: Callable[[Any], Any]
    kinds: tuple[type[Any], ...]


def _same_way(opens: Callable[[Any], Any], *kinds: type[Any]) -> Door:
    return Door(opens, opens, kinds)


def _of_kind(kind: type[Any]) -> Door:
    return _same_way(partial(loading.load, kind), kind)


def _override(changes: Any) -> Regulation:
    """A school's text with values replaced; it is the only door that takes no text."""
    whole = _parsed(changes) if isinstance(changes, bytes) else changes
    return variants.get("balin").override(whole if isinstance(whole, dict) else {})


DESKS: dict[type[Document], Any] = {
    SchoolId: school_id,
    Mlegitymacja: mlegitymacja,
    Certificate: certificate,
}
FACTS = (Pupil, PhysicalId, FilledForm, PhotoFacts, ProofOfPayment, Attestation, ActivationCodes)
NO_JSON = {"json_invalid": "not_json"}
OUTCOMES = (Accepted, Refused, Undecided)

DOORS: dict[str, Door] = {
    kind.__name__: _of_kind(kind) for kind in (*FACTS, ExOfficio, Verdict, Ledger, *DESKS)
}
for _kind, _desk in DESKS.items():
    DOORS |= {
        f"{_kind.__name__} application": _of_kind(_desk.Application),
        f"{_kind.__name__} command": _same_way(_desk.load_command, *get_args(_desk.Command)),
        f"{_kind.__name__} event": _same_way(_desk.load_event, *get_args(_desk.Event)),
        f"{_kind.__name__} outcome": _same_way(_desk.load_outcome, *OUTCOMES),
    }
DOORS |= {
    "movement": _same_way(holograms.load_movement, *get_args(Movement)),
    "school": _same_way(schools.load, Regulation),
    "editions": _same_way(schools.load_editions, Editions),
    "override": Door(_override, partial(loading.load, Regulation), ()),
}


def load(data: bytes) -> None:
    """A thing that can be used, or a refusal that repeats nothing; and a dict means the same."""
    name, _, text = data.partition(b"\n")
    door = DOORS.get(name.decode("ascii", "replace"))
    if door is None:
        return
    with left_alone():
        told = _told(door.opens, text)
        if isinstance(told, LoadError):
            _says_why(told)
        else:
            _can_be_used(told)
            assert _told(door.back, dump(told)) == told
        if isinstance(parsed := _parsed(text), dict):
            assert _shape(_told(door.opens, parsed)) == _shape(told)


def _told(opens: Callable[[Any], Any], text: object) -> Any:
    try:
        return opens(text)
    except LoadError as refusal:
        return refusal


def _shape(told: object) -> object:
    """What has to be the same of text and dict; that it is no JSON each says in its own way."""
    if not isinstance(told, LoadError):
        return told
    return sorted((path, NO_JSON.get(code, code)) for path, code in told.faults)


def _says_why(refusal: LoadError) -> None:
    explained = [refusal.explain(language) for language in get_args(Language)]
    assert refusal.faults
    assert len(refusal.faults) == len(refusal.expected)
    assert refusal.__cause__ is refusal.__context__ is None
    # the path of an override is the host's own
    shown = "" if refusal.what == "override" else "".join((repr(refusal), *explained))
    assert not [sign for sign in SIGNS if sign in shown]


def _can_be_used(thing: object) -> None:
    assert repr(thing)
    if isinstance(thing, Explained):
        for language in get_args(Language):
            assert thing.explain(language)
            assert json.loads(thing.explain_json(language))
    document = getattr(thing, "document", thing)
    if isinstance(document, Document):
        desk = DESKS[type(document)]
        assert desk.replay(document.history) == document
        assert desk.state_on(document, document.last_day) in desk.State


def _parsed(text: bytes) -> Any:
    """What another parser makes of a text; None of one that says a thing twice."""
    try:
        return json.loads(text.decode(), object_pairs_hook=_each_once)
    except (ValueError, RecursionError):
        return None


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        raise ValueError("a key stands twice")
    return told


# Files

LONGEST = 3000
"""Of a text to begin with, in signs: a longer one shows little more, and takes longer."""

CHANGES: tuple[dict[str, object], ...] = (
    {"mlegitymacja.codes.days": 14, "in_force.until": "2025-08-31"},
    {"registers.0": {"name": "school_id", "clause": "balin:§4"}, "slug": "balin2"},
    {"id_duplicate": None, "no.such.path": 1},
)


@cache
def seeds() -> tuple[bytes, ...]:
    """For each door one text of each kind that comes in by it."""
    return tuple(f"{name}\n{text}".encode() for name, text in _good())


def _good() -> Iterator[tuple[str, str]]:
    wanted = {kind for door in DOORS.values() for kind in door.kinds}
    texts: defaultdict[type[Any], set[str]] = defaultdict(set)
    for thing in _within(_things()):
        if type(thing) in wanted and len(text := dump(thing)) <= LONGEST:
            texts[type(thing)].add(text)
    for name, door in DOORS.items():
        for kind in door.kinds:
            for text in sorted(texts[kind], key=lambda one: (len(one), one), reverse=True):
                if not isinstance(_told(door.opens, text), LoadError):
                    yield name, text
                    break
    for path in sorted((Path(__file__).parents[1] / "schools").glob("*.json")):
        yield "school", path.read_text("utf-8")
    yield from (("override", json.dumps(changes)) for changes in CHANGES)


def _things() -> Iterator[object]:
    """All that a school is asked and answers, told of people who are secret."""
    graduate = SECRET.model_copy(update={"born": SECRET.born.replace(year=1971), "pesel": None})
    texts = tuple(first + second for first in "ЖЮЩЯ" for second in "ЫЭФЦ")
    named = photo_for("grojec").model_copy(update={"filename": "ЖЮЩ-ЯЫЭ-ФЦ.jpg"})
    cast = Cast(SECRET, graduate, 1987, named, texts)
    yield from (cast.form, cast.held(), cast.codes(DAY))
    yield from answers(variants.get("grojec"), cast, pictures())
    told = {"slug": "sp1", "school": "SP 1"}
    periods = [{"since": f"{year}-09-01", "clause": "sp1:§9"} for year in (2024, 2026)]
    periods[0]["until"] = "2026-08-31"
    yield loading.load(Editions, {"editions": [{**told, "in_force": one} for one in periods]})


def _within(thing: object) -> Iterator[object]:
    """A thing, and what it is made of."""
    yield thing
    if isinstance(thing, Record):
        thing = tuple(dict(thing).values())
    elif isinstance(thing, Accepted):
        thing = (thing.document, *thing.events, thing.successor)
    if isinstance(thing, tuple | Iterator):
        for part in thing:
            yield from _within(part)


INSIDE = ((b"[", b"]"), (b'{"":', b"}"))
DEPTHS = (100, 250, 900, 3000)
"""On both sides of what parsers follow, and Python."""


@cache
def _words() -> tuple[str, ...]:
    """The names of fields and the closed words that the doors know."""
    texts = [json.loads(seed.partition(b"\n")[2]) for seed in seeds()]
    return tuple(sorted({word for text in (*texts, schema(Editions)) for word in _said(text)}))


def _said(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value,) * (len(value) < 40)
    elif isinstance(value, dict | list):
        for inner in value:
            yield from _said(inner)
        for inner in value.values() if isinstance(value, dict) else ():
            yield from _said(inner)


def mutated(data: bytes, random: Random, change: Change) -> bytes:
    """Another text at the same door, mostly; now and then the same deep inside of others."""
    name, _, text = data.partition(b"\n")
    if random.random() < 0.05:
        name = random.choice([*DOORS]).encode()
    if random.random() < 0.01:
        (opens, ends), depth = random.choice(INSIDE), random.choice(DEPTHS)
        return name + b"\n" + opens * depth + text + ends * depth
    return name + b"\n" + a_value(text, random, change, _words())
