"""The targets of the fuzzer without it: what it has found, where it begins, and changes by chance.

`tests/fuzz/run.py` needs atheris, and hours; what it found is asked here in every run.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.doors import DOORS
from fuzz.findings import fault, shrunk
from fuzz.mutators import a_value
from fuzz.targets import CORPUS, TARGETS
from legitymacja_rules.errors import LoadError
from pictures import JPEG, PNG, Part, chunk, put_in, split

FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())
SEEDS = {name: tuple(target.seeds()) for name, target in TARGETS.items()}

each_target = pytest.mark.parametrize("name", TARGETS)


# The corpus


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_file_that_the_fuzzer_kept_is_no_fault(path: Path) -> None:
    TARGETS[path.parent.name].ask(path.read_bytes())


def test_the_corpus_is_small_and_each_file_is_named_by_its_content() -> None:
    """Catches a file that was edited, or that belongs to no target, or to no door any more."""
    assert {path.parent for path in FILES} <= {CORPUS / name for name in TARGETS}
    assert [path for path in FILES if sha256(path.read_bytes()).hexdigest()[:16] != path.name] == []
    assert sum(path.stat().st_size for path in FILES) < 1_000_000
    asked = {
        path.read_text("utf-8", "replace").partition("\n")[0]
        for path in (CORPUS / "load").iterdir()
    }
    assert asked <= {*DOORS}


# Where it begins


@each_target
def test_what_the_fuzzer_begins_with_is_no_fault(name: str) -> None:
    for data in SEEDS[name]:
        TARGETS[name].ask(data)
        assert len(data) <= TARGETS[name].longest


def test_a_good_text_stands_before_every_door() -> None:
    """Catches a door before which the fuzzer only ever knocks."""
    entered = set()
    for data in SEEDS["load"]:
        name, _, text = data.decode().partition("\n")
        with suppress(LoadError):
            DOORS[name].opens(text.encode())
            entered.add(name)
    assert entered == {*DOORS}


# Changes by chance


def flipping(random: Random) -> Callable[[bytes], bytes]:
    """Changes bytes as blindly as a fuzzer that has seen nothing yet."""

    def change(data: bytes) -> bytes:
        at, new = (
            random.randrange(len(data) + 1),
            bytes(random.choices(range(256), k=random.randrange(4))),
        )
        return data[:at] + new + data[at + random.randrange(4) :]

    return change


@each_target
@settings(max_examples=300)
@given(data=st.data(), random=st.randoms(use_true_random=False), times=st.integers(1, 4))
def test_law_a_file_that_was_changed_is_no_fault_either(
    name: str, data: st.DataObject, random: Random, times: int
) -> None:
    """Of a picture bytes, segments and chunks; of a JSON text values and keys; of others a field."""
    target = TARGETS[name]
    changed = data.draw(st.sampled_from(SEEDS[name]))
    for _ in range(times):
        changed = target.mutated(changed, random, flipping(random))
    changed = changed[: target.longest]
    target.ask(changed)


@given(st.sampled_from(SEEDS["load"]), st.randoms(use_true_random=False))
def test_a_changed_json_text_is_one(data: bytes, random: Random) -> None:
    """Catches changes that end at the first quote."""
    changed = a_value(data.partition(b"\n")[2], random, lambda part: part, ("word",))
    assert json.dumps(json.loads(changed.decode("utf-8", "surrogatepass")))


# Findings


def test_a_finding_is_told_by_its_error_and_place_and_shrinks_to_what_it_needs() -> None:
    """Catches a smaller file with another fault, and one that need not be so large."""

    def ask(data: bytes) -> None:
        if b"bad" in data:
            raise ValueError
        if b"ad" in data:
            raise KeyError

    assert fault(ask, b"good") is None
    places = {fault(ask, b"bad"), fault(ask, b"ad")}
    assert {str(place).partition(", line ")[0] for place in places} == {
        "ValueError in test_fuzz_corpus.py",
        "KeyError in test_fuzz_corpus.py",
    }
    assert shrunk(ask, JPEG + b"bad" + JPEG) == b"bad"
    assert shrunk(ask, b'{"a": {"bad": [1, 2]}, "b": "b"}') == b"bad"


def test_a_picture_shrinks_by_whole_parts() -> None:
    """Catches a file in which nothing can be left out without breaking a checksum."""

    def ask(data: bytes) -> None:
        if Part(b"teXt", b"x") in split(data):
            raise ValueError

    assert shrunk(ask, put_in(PNG, Part(b"teXt", b"x"))) == PNG[:8] + chunk(b"teXt", b"x")
