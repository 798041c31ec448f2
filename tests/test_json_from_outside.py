"""Whatever text comes from outside is loaded or refused by a `LoadError`, and nothing of it is shown.

Every kind that is loaded stands in `GOOD` with a text of its own; each text is then spoilt, as a whole
and sign by sign. `SECRET` stands for whatever a sender may have put anywhere.
"""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cards
from legitymacja_rules import (
    certificate,
    everywhere,
    fees,
    holograms,
    mlegitymacja,
    photo,
    school_id,
    schools,
    variants,
)
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.errors import LoadError
from legitymacja_rules.facts import FilledForm, Pupil
from legitymacja_rules.holograms import Ledger, Received
from legitymacja_rules.loading import dump, load, replaced
from legitymacja_rules.messages import REMEDIES, Language
from legitymacja_rules.outcomes import Accepted, Refused, Undecided
from legitymacja_rules.regulation import Editions, Payment, Regulation
from samples import (
    ANNA,
    CERTIFICATE_FEES,
    CODES,
    DAY,
    FINISHED,
    GOOD_PHOTO,
    ID_CARD,
    ORIGINAL,
    activate,
    application,
    certificate_duplicate,
    issued_mlegitymacja,
)

SECRET = "12241400001"  # noqa: S105  (an invented number)

MOST = 1000
"""As many faults are told at once."""

Loads = Callable[[Any], Any]
"""A door for data from outside."""

# --- what is loaded -------------------------------------------------------------------------------

PHONE = mlegitymacja.decide(issued_mlegitymacja("sp6"), activate("sp6"), variants.get("sp6"))
CARD = cards.done(cards.in_hand("leczna"), cards.duplicate("leczna", DAY))
PAPER = certificate.Certificate(
    history=(certificate.Issued(on=FINISHED, school="leczna", **dict(ORIGINAL)),)
)
WORD = Attestation(condition="takeover.facts", role="office", on=DAY)
assert isinstance(PHONE, Accepted)

FACTS: tuple[Any, ...] = (
    ANNA,
    ID_CARD,
    CODES,
    GOOD_PHOTO,
    WORD,
    CERTIFICATE_FEES["leczna"],
    FilledForm(place="Łęczna", written=DAY, signed=True),
    application("leczna"),
    cards.duplicate("leczna").application,
    certificate_duplicate("leczna").application,
    Ledger(movements=(Received(on=DAY, numbers=("H-1",), valid_until=DAY),)),
    photo.check(GOOD_PHOTO, variants.get("leczna").photo_for("mlegitymacja")),
    fees.fee(variants.get("leczna"), "id_duplicate", on=DAY),
    CARD.document,
    PHONE.document,
    PAPER,
)


def text_of(since: str, until: str | None) -> dict[str, Any]:
    """A school's text for a period."""
    text: dict[str, Any] = json.loads(dump(variants.get("leczna")))
    return {**text, "in_force": {**text["in_force"], "since": since, "until": until}}


def told(things: Any, *loads: tuple[str, Loads, type | tuple[type, ...]]) -> Iterator[Any]:
    """For each door what it is called, what it leads to, and a text for it."""
    for (name, door, kinds), thing in zip(loads, things, strict=True):
        yield name, (door, kinds, thing if isinstance(thing, str) else dump(thing))


def doors(room: Any, command: Any, outcome: Any) -> Iterator[Any]:
    """The doors of a document."""
    name = room.__name__.rpartition(".")[2]
    yield from told(
        (command, outcome.events[-1], outcome),
        (f"{name}.command", room.load_command, get_args(room.Command)),
        (f"{name}.event", room.load_event, get_args(room.Event)),
        (f"{name}.outcome", room.load_outcome, (Accepted, Refused, Undecided)),
    )


GOOD: dict[str, tuple[Loads, type | tuple[type, ...], str]] = {
    **{
        f"{type(one).__module__}.{type(one).__name__}".partition(".")[2]: (
            partial(load, type(one)),
            type(one),
            dump(one),
        )
        for one in FACTS
    },
    **dict(doors(school_id, cards.duplicate("leczna"), CARD)),
    **dict(doors(mlegitymacja, activate("sp6"), PHONE)),
    **dict(doors(certificate, certificate_duplicate("leczna"), Accepted(PAPER, PAPER.history, ()))),
    "movement": (
        holograms.load_movement,
        get_args(holograms.Movement),
        dump(Received(on=DAY, numbers=("H-1", "H-2"), valid_until=DAY)),
    ),
    "school": (schools.load, Regulation, json.dumps(text_of("2024-07-13", None))),
    "editions": (
        schools.load_editions,
        Editions,
        json.dumps(
            {"editions": [text_of("2024-07-13", "2025-08-31"), text_of("2025-09-01", None)]}
        ),
    ),
}
"""What is loaded → by which door, as what, and a text."""

each = pytest.mark.parametrize("good", GOOD.values(), ids=[*GOOD])


def refusal(door: Loads, data: Any) -> LoadError:
    """The refusal of data, which shows nothing of them anywhere."""
    with pytest.raises(LoadError) as caught:
        door(data)
    _keeps_silent(caught.value)
    return caught.value


def _keeps_silent(error: LoadError) -> None:
    assert error.__cause__ is None
    assert error.__context__ is None
    assert len(error.faults) <= MOST
    assert {code for _, code in error.faults} <= set(REMEDIES)
    shown = (
        *traceback.format_exception_only(error),
        repr(error.parts),
        *(error.explain(language) for language in get_args(Language)),
    )
    assert not [text for text in shown if SECRET in text]


@each
def test_what_stands_in_the_table_is_loaded(good: Any) -> None:
    door, kinds, text = good
    assert isinstance(door(text), kinds)
    assert door(text.encode()) == door(json.loads(text)) == door(text)


# --- as a whole -----------------------------------------------------------------------------------

LOOP: dict[str, Any] = {}
LOOP["a"] = LOOP


def deep(levels: int) -> dict[str, Any]:
    inner: dict[str, Any] = {}
    for _ in range(levels):
        inner = {SECRET: inner}
    return inner


class Endless(Mapping[str, Any]):
    """A mapping that holds itself anew at each turn."""

    def __getitem__(self, key: str) -> Any:
        return Endless()

    def __iter__(self) -> Iterator[str]:
        return iter((SECRET,))

    def __len__(self) -> int:
        return 1


MB = 10_000_000

WHOLE: dict[str, Any] = {
    "nothing": "",
    "a blank": " ",
    "half an object": f'{{"{SECRET}":',
    "two objects": "{}{}",
    "a comment": f"{{}} // {SECRET}",
    "10 MB of brackets": "[" * MB,
    "10 MB of objects": f'{{"{SECRET}":' * (MB // 14),
    "200 levels": "[" * 200 + "]" * 200,
    "201 levels": "[" * 201 + "]" * 201,
    "a number of 10 MB": "9" * MB,
    "a number of 10 MB in an object": f'{{"a": {"9" * MB}}}',
    "a number beyond floats": '{"a": 1e999999}',
    "NaN": "NaN",
    "NaN in an object": '{"a": NaN}',
    "Infinity": '{"a": -Infinity}',
    "a text of 10 MB": f'"{"x" * MB}"',
    "a key of 10 MB": f'{{"{"x" * MB}": 1}}',
    "half a sign": f'{{"{SECRET}": "\ud800"}}',
    "half a sign, escaped": f'{{"{SECRET}": "\\ud800"}}',
    "half a sign as a key": '{"\\udc00": 1}',
    "a control sign": f'{{"{SECRET}": "\x01"}}',
    "a byte order mark": "\ufeff{}",
    "a byte order mark in bytes": b"\xef\xbb\xbf{}",
    "UTF-16": json.dumps({SECRET: "ż"}).encode("utf-16"),
    "UTF-32": json.dumps({SECRET: "ż"}).encode("utf-32"),
    "ISO 8859-2": f'{{"{SECRET}": "ż"}}'.encode("iso-8859-2"),
    "a zero byte": b"\0",
    "a list": f'["{SECRET}"]',
    "a text": f'"{SECRET}"',
    "null": "null",
    "a dict in itself": LOOP,
    "a dict of 10 000 levels": deep(10_000),
    "a list of 10 000 levels": [deep(10_000)],
    "an endless mapping": Endless(),
    "NaN in a dict": {SECRET: float("nan")},
    "infinity in a dict": {"a": [float("inf")]},
    "a number of 5000 digits in a dict": {"a": 10**5000},
    "half a sign in a dict": {SECRET: "\ud800"},
    "half a sign as a key in a dict": {"\ud800": SECRET},
    "a number as a key": {int(SECRET): 1},
    "nothing as a key": {None: SECRET},
    "two keys in one": {(SECRET, SECRET): 1},
    "an object as a key": {object(): SECRET},
    "bytes as a key": {SECRET.encode(): 1},
    "broken bytes as a key": {b"\xff": 1},
    "a set": {SECRET: {SECRET}},
    "bytes": {SECRET: SECRET.encode()},
    "broken bytes": {"a": b"\xff"},
    "a day": {SECRET: DAY},
    "a decimal that is none": {"a": Decimal("NaN")},
    "an object": {SECRET: object()},
    "a class": {"a": int},
    "an error": {"a": ValueError(SECRET)},
    "a record bent by hand": {"a": ANNA.model_copy(update={"born": SECRET})},
    "a record with an open PESEL": {"a": ANNA.model_copy(update={"pesel": SECRET})},
    "a bare object": object(),
    "a number itself": 3,
    "None": None,
    "an iterator": iter(()),
    "a bytearray": bytearray(b"{}"),
    "a view of bytes": memoryview(b"{}"),
}


@pytest.mark.parametrize("hostile", WHOLE.values(), ids=[*WHOLE])
def test_what_is_no_such_thing_is_refused_at_every_door(hostile: Any) -> None:
    for door, _, _ in GOOD.values():
        # An empty ledger and an empty form are things of their kinds.
        if door not in (GOOD["holograms.Ledger"][0], GOOD["facts.FilledForm"][0]):
            refusal(door, hostile)


# --- sign by sign ---------------------------------------------------------------------------------

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s"{}\[\],:]+|[{}\[\],:]')
"""A text, a number or word, or a sign of JSON."""

ODD = (
    *("{", "}", "[", "]", ",", ":", "[]", "{}", '""', "null", "true", "0", "-1", "1.5", "1e999"),
    *("NaN", "-Infinity", "9" * 400, "9" * 5000, "[" * 250, '"\\ud800"', '"\\u0000"'),
    *(f'"{SECRET}"', f'"{SECRET}":', SECRET, f'{{"{SECRET}":"{SECRET}"}}', f'["{SECRET}"]'),
    *('"2024-02-30"', '"0001-01-01"', '"9999-12-31"', '"2024-10-01T25:61:61Z"', "'x'", "//"),
)


def parts_of(text: str) -> list[str]:
    return TOKEN.findall(text)


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """A good text in which some parts were dropped, repeated, exchanged or put in."""
    parts = parts_of(text)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(parts) - 1))
        to = draw(st.integers(0, len(parts) - 1))
        odd = draw(st.sampled_from(ODD) | st.sampled_from(parts))
        left, this, right = parts[:at], parts[at : at + 1], parts[at + 1 :]
        changed: tuple[list[str], ...] = (
            [],
            [*this, *this],
            [odd],
            [odd, *this],
            parts[at:to],
            parts[to : to + 1],
        )
        parts = [*left, *draw(st.sampled_from(changed)), *right] or [odd]
    return "".join(parts)


@each
@settings(max_examples=150)
@given(data=st.data())
def test_a_spoilt_text_is_loaded_as_its_kind_or_refused(good: Any, data: st.DataObject) -> None:
    door, kinds, text = good
    _ends_well(door, kinds, data.draw(spoilt(text)))


def _ends_well(door: Loads, kinds: Any, given_: Any) -> None:
    error: LoadError | None = None
    try:
        thing = door(given_)
    except LoadError as refused:
        error = refused
    if error is None:
        assert isinstance(thing, kinds)
        assert door(dump(thing)) == thing
    else:
        _keeps_silent(error)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of everything within a value."""
    yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, key))


def put(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    """The value with another one at a place."""
    if not path:
        return other
    step, *rest = path
    inner = put(value[step], tuple(rest), other)
    if isinstance(value, list):
        return [*value[:step], inner, *value[step + 1 :]]
    return {**value, step: inner}


@each
@settings(max_examples=150)
@given(data=st.data())
def test_a_value_of_another_type_at_any_place_is_refused_or_fits(
    good: Any, data: st.DataObject
) -> None:
    door, kinds, text = good
    whole = json.loads(text)
    place = data.draw(st.sampled_from([*places(whole)]))
    odd: Any = data.draw(
        st.sampled_from((None, True, -1, 10**400, 1.5, float("nan"), "", SECRET, [], {}))
        | st.sampled_from(([SECRET], {SECRET: SECRET}, [[]], [None], {"id": [SECRET]}, deep(150)))
    )
    _ends_well(door, kinds, put(whole, place, odd))
    _ends_well(door, kinds, json.dumps(put(whole, place, odd)))


# --- a key that stands twice ----------------------------------------------------------------------


def twice(value: Any, path: tuple[Any, ...], key: Callable[[str], str]) -> str:
    """The value as JSON, with the first key of the object at that place told once more at its end."""
    if isinstance(value, dict):
        pairs = [
            f"{json.dumps(name)}: {twice(inner, path[1:] if path[:1] == (name,) else (None,), key)}"
            for name, inner in value.items()
        ]
        if not path:
            pairs.append(f"{key(next(iter(value)))}: null")
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        inside = (
            twice(inner, path[1:] if path[:1] == (at,) else (None,), key)
            for at, inner in enumerate(value)
        )
        return f"[{', '.join(inside)}]"
    return json.dumps(value)


def escaped(name: str) -> str:
    """The same key, written otherwise."""
    return '"' + "".join(f"\\u{ord(sign):04x}" for sign in name) + '"'


def objects(text: str) -> list[tuple[tuple[Any, ...], str]]:
    """The places of the objects in a text, and the first key of each."""
    whole = json.loads(text)
    found = []
    for path in places(whole):
        inner = whole
        for step in path:
            inner = inner[step]
        if isinstance(inner, dict) and inner:
            found.append((path, next(iter(inner))))
    return found


@each
@pytest.mark.parametrize("key", [json.dumps, escaped])
def test_a_key_that_stands_twice_is_refused_by_its_path(
    good: Any, key: Callable[[str], str]
) -> None:
    """However it is written, and whatever else the text says."""
    door, _, text = good
    for path, name in objects(text)[:40]:
        error = refusal(door, twice(json.loads(text), path, key))
        assert error.faults == ((".".join(map(str, (*path, name))), "repeated_key"),)
        assert "dwa razy" in error.explain("pl")


REPEATED = {
    "of the sender's": (f'{{"{SECRET}": 1, "{SECRET}": 2}}', ("(extra)",)),
    "written in two ways": ('{"a": 1, "\\u0061": 2}', ("(extra)",)),
    "within what nobody knows": (
        f'{{"{SECRET}": [0, {{"born": 1, "born": 2}}], "{SECRET}": 3}}',
        ("(extra).1.born", "(extra)"),
    ),
    "three times": ('{"born": 1, "born": 2, "born": 3}', ("born", "born")),
    "in several places": (
        '{"born": {"born": 1, "born": 1}, "pesel": 1, "pesel": 1}',
        ("born.born", "pesel"),
    ),
    "behind a large number": (
        f'{{"a": {"9" * 4300}, "b": 1e999999, "c": NaN, "born": 1, "born": 1}}',
        ("born",),
    ),
}


@pytest.mark.parametrize(("text", "paths"), REPEATED.values(), ids=[*REPEATED])
def test_of_a_repeated_key_only_a_field_of_ours_is_named(text: str, paths: tuple[str, ...]) -> None:
    error = refusal(partial(load, Pupil), text)
    assert error.faults == tuple((path, "repeated_key") for path in paths)


def test_however_deep_a_key_is_repeated_its_whole_path_is_told() -> None:
    levels = 150
    text = '{"born": ' * levels + "1" + ', "born": 2}' * levels
    error = refusal(partial(load, Pupil), text)
    assert {path for path, _ in error.faults} == {
        ".".join(["born"] * level) for level in range(1, levels + 1)
    }


@pytest.mark.parametrize(
    "text",
    [
        '{"last_name": "K", "first_names": "last_name", "born": "2014-03-05"}',
        '{"last_name": "K: {\\"a\\": 1, \\"a\\": 2}", "first_names": "A", "born": "2014-03-05"}',
    ],
)
def test_a_value_is_no_key(text: str) -> None:
    assert isinstance(load(Pupil, text), Pupil)


def test_two_keys_of_a_dict_that_json_writes_alike_stand_twice() -> None:
    """As a dict is read as the JSON it would make."""
    error = refusal(partial(load, Pupil), {**json.loads(dump(ANNA)), 1: SECRET, "1": SECRET})
    assert error.faults == (("(extra)", "repeated_key"),)


# --- what is shown --------------------------------------------------------------------------------


def test_a_key_of_the_senders_is_not_shown_where_any_key_may_stand() -> None:
    whole: dict[str, Any] = {"steps": [], "conflicts": [], "facts": None}
    step = {"kind": "crop", "values": {SECRET: 1.5}, "clauses": []}
    error = refusal(partial(load, everywhere.Plan), {**whole, "steps": [step]})
    assert {path for path, _ in error.faults} == {
        "steps.0.values.(extra).int",
        "steps.0.values.(extra).str",
    }


def test_nor_where_a_clause_is_cited_that_is_not_on_the_list() -> None:
    text = {**text_of("2024-07-13", None), "clauses": [{"id": "leczna:I.1", "says": "x"}]}
    error = refusal(schools.load, {**text, SECRET: {SECRET: "leczna:I.9"}})
    assert ("(extra).(extra)", "unknown_clause") in error.faults
    assert ("(extra)", "extra_forbidden") in error.faults


def test_nor_where_a_derived_text_cites_a_clause_of_the_other() -> None:
    heading: dict[str, Any] = {"since": "2025-01-01", "clause": "sp2:§1"}
    derive = partial(variants.get("leczna").derive, slug="sp2", school="SP 2", in_force=heading)
    codes = {"days": 14, "clause": "sp2:§2", SECRET: "leczna:VI.5"}
    error = refusal(lambda change: derive(changes={"mlegitymacja.codes": change}), codes)
    assert error.faults == (("mlegitymacja.codes.(extra)", "extra_forbidden"),)


@pytest.mark.parametrize(("many", "told_"), [(999, 999), (1000, 1000), (1001, 1000)])
@pytest.mark.parametrize(
    ("kind", "good"),
    [(Pupil, json.loads(dump(ANNA))), (Regulation, {"slug": "sp1", "school": "S"})],
)
def test_of_very_many_faults_the_first_are_told(
    kind: type[Any], good: dict[str, Any], many: int, told_: int
) -> None:
    data = {**good, **{f"{SECRET}-{n}": n for n in range(many)}}
    assert refusal(partial(load, kind), data).faults == (("(extra)", "extra_forbidden"),) * told_
    repeats = "".join(f'"{SECRET}": {n}, ' for n in range(many))
    text = f'{{{repeats}"{SECRET}": 1}}'
    assert refusal(partial(load, kind), text).faults == (("(extra)", "repeated_key"),) * told_


def test_an_id_of_a_clause_that_is_no_text_is_one_fault_more() -> None:
    text = {"slug": "sp1", "school": "S", "clauses": [{"id": [SECRET], "says": "x"}]}
    assert refusal(schools.load, text).faults == (("clauses.0.id", "string_type"),)


@pytest.mark.parametrize(
    ("digits", "code"),
    [(25, "account_number"), (27, "account_number"), (5000, "string_too_long")],
)
def test_an_account_has_26_digits(digits: int, code: str) -> None:
    data = {"account": "1" * digits, "holder": "S", "titles": [], "clause": "x:1"}
    error = refusal(partial(load, Payment), data)
    assert ("account", code) in error.faults


# --- values in Python -----------------------------------------------------------------------------

LECZNA = variants.get("leczna")
PERIOD = {"since": "2025-01-01", "clause": "sp2:§1"}
TAKING: dict[str, Loads] = {
    "override": lambda value: LECZNA.override({"mlegitymacja.codes": value}),
    "override, all of it": lambda value: LECZNA.override({"slug": value}),
    "replaced": lambda value: load(Pupil, replaced({"born": 1}, {"born": value})),
    "derive, changed": lambda value: LECZNA.derive(
        slug="sp2", school="S", in_force=PERIOD, changes={"mlegitymacja.codes": value}
    ),
    "derive, slug": lambda value: LECZNA.derive(slug=value, school="S", in_force=PERIOD),
    "derive, period": lambda value: LECZNA.derive(slug="sp2", school="S", in_force=value),
}
"""The calls that take a value as JSON would have it."""


@pytest.mark.parametrize("hostile", WHOLE.values(), ids=[*WHOLE])
@pytest.mark.parametrize("taking", TAKING.values(), ids=[*TAKING])
def test_a_value_that_does_not_fit_is_refused(taking: Loads, hostile: Any) -> None:
    try:
        taking(hostile)
    except LoadError as error:
        found: LoadError | None = error
    else:
        found = None
    # A procedure may be silent on codes, and a school be called null.
    assert found or hostile is None or hostile == "null"
    if found:
        _keeps_silent(found)


def stacked(levels: int, work: Callable[[], Any]) -> Any:
    """What comes of work that is done so many calls deep."""
    return stacked(levels - 1, work) if levels else work()


@pytest.mark.parametrize("levels", range(0, 900, 50))
def test_however_deep_the_call_the_text_is_refused(levels: int) -> None:
    """A host may stand deep in its own calls, and a text has levels, too."""
    inside = '{"born": ' * 190 + "1" + ', "born": 2}' * 190
    with pytest.raises(LoadError):
        stacked(levels, lambda: load(Pupil, inside))
