"""`st.from_type` draws instances of every public type, and a production system pays nothing for it."""

from __future__ import annotations

import importlib
import inspect
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import _internal
from hypothesis.strategies._internal import types

import legitymacja_rules
from legitymacja_rules import (
    Accepted,
    Refused,
    Undecided,
    _hypothesis_hook,
    certificate,
    facts,
    mlegitymacja,
    school_id,
)
from legitymacja_rules._base import Record
from legitymacja_rules.loading import dump, load
from legitymacja_rules.regulation import Regulation
from legitymacja_rules.testing import registering
from legitymacja_rules.testing.answers import ANSWERS, HELD

HOUSE = Path(legitymacja_rules.__file__).parent
ROOT = HOUSE.parents[1]


def public_types() -> Iterator[type[Any]]:
    """The classes that any public room lists; protocols have no instances of their own."""
    found: dict[type[Any], None] = {}
    for path in sorted(HOUSE.rglob("*.py")):
        parts = path.relative_to(HOUSE.parent).with_suffix("").parts
        rooms = [part for part in parts if part != "__init__"]
        if "testing" in rooms or any(room.startswith("_") for room in rooms):
            continue
        module = importlib.import_module(".".join(rooms))
        listed = (getattr(module, name) for name in getattr(module, "__all__", ()))
        found |= {
            one: None
            for one in listed
            if inspect.isclass(one) and not getattr(one, "_is_protocol", False)
        }
    yield from found


TYPES = [*public_types()]

ONCE = settings(
    derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck]
)
"""The same draws each time."""


@pytest.fixture(autouse=True)
def _hooked() -> Iterator[None]:
    """As if Hypothesis had been imported where the library is installed."""
    late = dict(types._global_extra_lookup)
    _hypothesis_hook.hook()
    yield
    types._global_extra_lookup.clear()
    types._global_extra_lookup.update(late)


def test_the_public_types_are_many() -> None:
    assert len(TYPES) > 200
    assert {facts.Pupil, school_id.SchoolId, school_id.State, Regulation} <= {*TYPES}


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
@settings(max_examples=2, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_from_type_draws_instances_of_every_public_type(
    kind: type[Any], data: st.DataObject
) -> None:
    """And what is a record loads again from its own JSON."""
    drawn = data.draw(st.from_type(kind))
    assert isinstance(drawn, kind)
    if isinstance(drawn, Record):
        assert load(type(drawn), dump(drawn)) == drawn


@pytest.mark.parametrize(
    ("module", "document"),
    [
        (school_id, school_id.SchoolId),
        (mlegitymacja, mlegitymacja.Mlegitymacja),
        (certificate, certificate.Certificate),
    ],
)
def test_what_becomes_of_a_command_is_of_each_kind_and_about_its_own_document(
    module: Any, document: type[Any]
) -> None:
    """Catches an outcome that tells of another module's document."""
    accepted, *others = get_args(module.Outcome)
    assert others == [Refused, Undecided]

    @settings(ONCE, max_examples=20)
    @given(*map(st.from_type, (accepted, module.Outcome, module.Event, module.Command)))
    def draw(made: Any, outcome: object, event: object, command: object) -> None:
        assert type(made) is Accepted
        assert type(made.document) is document
        assert type(outcome) in {Accepted, Refused, Undecided}
        assert type(event) in get_args(module.Event)
        assert type(command) in get_args(module.Command)

    draw()


@pytest.mark.parametrize("module", [school_id, mlegitymacja, certificate])
@settings(max_examples=20, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_unions_are_drawn_of_their_parts(module: Any, data: st.DataObject) -> None:
    command = data.draw(st.from_type(module.Command))
    assert module.load_command(dump(command)) == command
    event = data.draw(st.from_type(module.Event))
    assert module.load_event(dump(event)) == event


def test_what_is_not_ours_is_left_to_hypothesis() -> None:
    assert _hypothesis_hook._strategy_of(int) is None
    assert _hypothesis_hook._strategy_of(school_id.State) is None
    assert _hypothesis_hook._strategy_of(facts.Pupil) is not None


def test_what_is_no_class_is_left_to_hypothesis() -> None:
    """A union has its parts' strategies; asked whether it is a kind of record, it would raise."""
    assert registering.strategy_of(school_id.Command) is None


def test_a_strategy_that_was_registered_by_hand_comes_first() -> None:
    mine = facts.Code("mine")
    st.register_type_strategy(facts.Code, st.just(mine))
    try:
        assert _drawn(facts.Code) is mine
    finally:
        del types._global_type_lookup[facts.Code]
        st.from_type.__clear_cache()  # type: ignore[attr-defined]


def _drawn(kind: type[Any]) -> Any:
    seen = []

    @settings(max_examples=1, database=None)
    @given(st.from_type(kind))
    def draw(one: Any) -> None:
        seen.append(one)

    draw()
    return seen[0]


# --- the entry point ------------------------------------------------------------------------------


def test_hypothesis_finds_the_hook() -> None:
    """Where the project is installed from this tree; and its metadata names the hook, anyway."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (told,) = project["entry-points"]["hypothesis"].values()
    module, _, name = told.partition(":")
    assert getattr(importlib.import_module(module), name) is _hypothesis_hook.hook
    installed = [one for one in entry_points(group="hypothesis") if one.value == told]
    assert all(one.load() is _hypothesis_hook.hook for one in installed)


def _ran(statement: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", statement],
        env={**os.environ, "PYTHONPATH": str(HOUSE.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stdout.split())


HOOKED = "import sys, hypothesis\nfrom legitymacja_rules._hypothesis_hook import hook\nhook()\n"


def test_the_hook_imports_no_room_of_the_library() -> None:
    """So that whoever imports Hypothesis pays next to nothing."""
    assert not _ran(f"{HOOKED}print(*sys.modules)") & {
        *("pydantic", "stdnum", "legitymacja_rules.facts", "legitymacja_rules.testing"),
    }


def test_the_kit_comes_with_the_first_type_that_is_asked_for() -> None:
    asked = "from legitymacja_rules.facts import Pupil\nhypothesis.strategies.from_type(Pupil)\n"
    assert "legitymacja_rules.testing.persons" in _ran(f"{HOOKED}{asked}print(*sys.modules)")


def test_no_room_but_the_kit_imports_hypothesis() -> None:
    rooms = {
        ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in HOUSE.rglob("*.py")
    }
    rest = sorted(room for room in rooms if not room.startswith("legitymacja_rules.testing"))
    imported = "".join(f"import {room}\n" for room in rest)
    assert "hypothesis" not in _ran(f"import sys\n{imported}print(*sys.modules)")


def _without_the_lookup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(types, "_global_extra_lookup")


def _without_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(_internal, "types")
    monkeypatch.setitem(sys.modules, types.__name__, None)


@pytest.mark.parametrize("without", [_without_the_lookup, _without_the_room])
def test_a_hypothesis_without_late_answers_is_told_of_all_types(
    monkeypatch: pytest.MonkeyPatch, without: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """Its own place for them is none that it has promised."""
    told: dict[type[Any], Any] = {}
    without(monkeypatch)
    monkeypatch.setattr(st, "register_type_strategy", told.__setitem__)
    try:
        _hypothesis_hook.hook()
    finally:
        monkeypatch.undo()
    made = [kind for kind in TYPES if issubclass(kind, Record) or kind in {*ANSWERS, *HELD}]
    assert {*made} <= {*told}
    assert registering.strategy_of(facts.Pupil) is not None
    assert told[facts.Pupil](facts.Pupil) is not NotImplemented
    assert told[school_id.SchoolId](school_id.State) is NotImplemented
