"""No clock, no environment, no I/O: the same question gives the same answer, anywhere, any time.

Proven twice: no syntax tree names a door to the world, and a whole story (every public call, every
school, whole lives: `story.py`) is told under an audit hook, and again in odd surroundings. The story
runs in a subprocess of its own, so that nothing of pytest is judged or poisoned.
"""

from __future__ import annotations

import ast
import builtins
import decimal
import importlib
import inspect
import io
import json
import locale
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, NoReturn

import pytest

import legitymacja_rules
from legitymacja_rules import fees
from legitymacja_rules.messages import CONDITIONS
from story import pictures, whole_story

HOUSE = Path(legitymacja_rules.__file__).parent
HERE = Path(__file__).parent

# --- what no syntax tree names --------------------------------------------------------------------

BANNED_MODULES = {
    *("time", "sched", "calendar", "zoneinfo"),
    *("random", "secrets", "uuid", "tempfile"),
    *("os", "sys", "platform", "locale", "getpass", "gettext"),
    *("threading", "multiprocessing", "concurrent", "asyncio", "signal", "contextvars"),
    *("subprocess", "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "select"),
    *("pathlib", "shutil", "glob", "fileinput", "sqlite3", "dbm", "shelve", "mmap"),
    *("logging", "warnings", "importlib", "ctypes"),
}
BANNED_CALLS = {"open", "print", "input", "exec", "eval", "compile", "__import__", "breakpoint"}
BANNED_CALLS |= {"globals", "setattr"}
BANNED_ATTRIBUTES = {"today", "now", "utcnow", "fromtimestamp", "utcfromtimestamp", "localtime"}
BANNED_ATTRIBUTES |= {"environ", "getenv", "getcontext", "setcontext", "open", "write"}


def _doors(source: str) -> list[str]:
    """The doors to the world that a source names."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                found += [alias.name for alias in node.names]
            case ast.ImportFrom(level=0):
                found += [f"{node.module}", *(f"{alias.name}()" for alias in node.names)]
            case ast.Name():
                found.append(f"{node.id}()")
            case ast.Attribute():
                found.append(f".{node.attr}")
            case ast.Global() | ast.Nonlocal():
                found.append("global")
            case _:
                pass
    banned = {f"{name}()" for name in BANNED_CALLS} | {f".{name}" for name in BANNED_ATTRIBUTES}
    banned |= {"global", "environ()", "getenv()"}
    return [door for door in found if door in banned or door.partition(".")[0] in BANNED_MODULES]


@pytest.mark.parametrize(
    "path", sorted(HOUSE.rglob("*.py")), ids=lambda path: str(path.relative_to(HOUSE))
)
def test_a_module_names_no_door_to_the_world(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert _doors(source) == []
    late = {
        function.name
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert late == LATE.get(path.name, set()), "an import at call time"


LATE = {"_hypothesis_hook.py": {"hook", "_late_answers", "_strategy_of"}}
"""Hypothesis calls the one in any process that imports it, so that both import only what they need."""


@pytest.mark.parametrize(
    "planted",
    [
        "from datetime import date\ndate.today()",
        "import datetime\nnow = datetime.datetime.now",
        "import time",
        "from time import monotonic",
        "import os.path",
        "from os import environ",
        "def f():\n    return open('x')",
        "read = open",
        "print('x')",
        "from random import choice",
        "import warnings\nwarnings.warn('x')",
        "def f():\n    global cache",
        "from decimal import getcontext\ndecimal.getcontext()",
    ],
)
def test_control_a_planted_door_is_seen(planted: str) -> None:
    assert _doors(planted)


# --- in a subprocess ------------------------------------------------------------------------------


def _in_subprocess(script: Callable[[], object], **surroundings: str) -> Any:
    """What a function of this file returns in a process of its own, in odd surroundings."""
    work = f"json.dumps(test_purity.{script.__name__}()).encode()"
    ran = subprocess.run(
        [
            *(sys.executable, "-W", "error", "-c"),
            f"import json, sys, test_purity\nsys.stdout.buffer.write({work})",
        ],
        env={
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": os.pathsep.join((str(HOUSE.parent), str(HERE))),
            "PYTHONDONTWRITEBYTECODE": "1",
            **surroundings,
        },
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()[-4000:]
    return json.loads(ran.stdout)


# --- no event reaches the world -------------------------------------------------------------------

HARMLESS = {
    "array.__new__",  # a table in memory, as Pillow's decoders build
    "builtins.id",  # the address of an object, asked by copying
    "object.__getattr__",  # a code or function object looked at
    "object.__setattr__",
    "sys._getframe",  # who calls; asked by pydantic and enum
    "sys._getframemodulename",  # likewise, by typing since Python 3.12
    "pickle.find_class",  # our own pickles, read back by the story
    "compile",  # of texts in memory, as dataclasses do
    "exec",
    "code.__new__",
    "marshal.loads",
}
"""Audit events that leave the process alone."""


def _events(tell: Callable[[], object]) -> list[str]:
    """The audit events of a telling that are not harmless."""
    seen: dict[str, None] = {}
    listening = True

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event not in HARMLESS:
            seen[f"{event} {str(arguments[:1])[:120]}"] = None

    sys.addaudithook(hook)
    try:
        tell()
    finally:
        listening = False
    return [*seen]


def _audited() -> dict[str, list[str]]:
    """The events of a first telling, of a second, of opening a file; and what was never called."""
    tell = partial(whole_story, pictures())
    return {
        "cold": _events(tell),
        "warm": _events(tell),
        "a file": _events(Path(__file__).read_bytes),
        "left out": _never_called(tell),
    }


def _never_called(tell: Callable[[], object]) -> list[str]:
    """The public functions, methods and properties that a telling leaves out."""
    called: set[CodeType] = set()

    def note(frame: FrameType, _event: str, _arg: object) -> None:
        called.add(frame.f_code)

    watching = sys.gettrace()
    sys.settrace(note)
    tell()
    sys.settrace(watching)
    return sorted(name for name, code in _public_code() if code not in called)


KIT = {HOUSE / "_hypothesis_hook.py", *(HOUSE / "testing").rglob("*.py")}
"""What no host calls, but a test does; chance is what it is made of."""


def _public_code() -> Iterator[tuple[str, CodeType]]:
    """The code behind every name that any room lists."""
    rooms = (path for path in sorted(HOUSE.rglob("*.py")) if path not in KIT)
    for path in rooms:
        parts = path.relative_to(HOUSE.parent).with_suffix("").parts
        module = ".".join(part for part in parts if part != "__init__")
        room = importlib.import_module(module)
        for name in getattr(room, "__all__", ()):
            thing = getattr(room, name)
            if inspect.isfunction(thing):
                yield f"{module}.{name}", thing.__code__
            elif inspect.isclass(thing) and not getattr(thing, "_is_protocol", False):
                yield from _methods(f"{module}.{name}", thing)


def _methods(name: str, kind: type) -> Iterator[tuple[str, CodeType]]:
    for attribute, value in vars(kind).items():
        plain = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        if attribute[0] != "_" and inspect.isfunction(plain):
            yield f"{name}.{attribute}", plain.__code__


@pytest.fixture(scope="module")
def audited() -> dict[str, list[str]]:
    events: dict[str, list[str]] = _in_subprocess(_audited)
    return events


UNTOLD = {
    f"{legitymacja_rules.__name__}.history.Document.issued",  # each document has its own
    f"{legitymacja_rules.__name__}.law.dates.day_before",  # makes the tables, likewise
    f"{legitymacja_rules.__name__}.lifecycle.table",  # builds the tables, when they are imported
    f"{legitymacja_rules.__name__}.refusals.not_yet",  # makes a table total; days are asked before
}
"""What no call of a host leads to."""


def test_the_story_leaves_no_public_call_out(audited: dict[str, list[str]]) -> None:
    assert sorted({*audited["left out"]} - UNTOLD) == []


def test_control_what_nobody_calls_is_left_out() -> None:
    assert f"{fees.__name__}.fee" in _never_called(lambda: None)


def test_a_warm_library_touches_nothing(audited: dict[str, list[str]]) -> None:
    assert audited["warm"] == []


def test_a_cold_library_only_loads_more_of_what_lies_under_it(
    audited: dict[str, list[str]],
) -> None:
    """What a first call costs beyond later ones: code of pydantic, never a file of data."""
    code = re.compile(r"import \('pydantic\.|open \('[^']*/pydantic/[^']*\.pyc?'")
    assert [event for event in audited["cold"] if not code.match(event)] == []


def test_control_the_hook_sees_a_file_being_opened(audited: dict[str, list[str]]) -> None:
    assert [event.split()[0] for event in audited["a file"]] == ["open"]


# --- the same story in odd surroundings -----------------------------------------------------------

SURROUNDINGS: dict[str, dict[str, str]] = {
    "another zone and language": {
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "1",
    },
    "no locale, no UTF-8": {
        "TZ": "Nowhere/Nothing",
        "LANG": "C",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONHASHSEED": "2",
    },
    "strange settings": {
        "TZ": "UTC+25",
        "LC_ALL": "xx_XX",
        "HOME": "/nowhere",
        "PYTHONHASHSEED": "4294967295",
        "PYTHONOPTIMIZE": "1",
    },
}


class _Poison(dict[str, str]):
    """An environment that nobody may read."""

    def _forbidden(self, *_: object) -> NoReturn:
        raise AssertionError("the environment was read")

    __getitem__ = get = __contains__ = __iter__ = keys = items = copy = _forbidden


def _raiser(name: str) -> Callable[..., NoReturn]:
    def forbidden(*_: object, **__: object) -> NoReturn:
        raise AssertionError(f"{name} was called")

    return forbidden


CLOCKS = ("time", "time_ns", "localtime", "gmtime", "monotonic", "perf_counter", "strftime")
LOCALE = ("getlocale", "localeconv", "getpreferredencoding", "setlocale", "strxfrm")


@contextmanager
def _poisoned_world() -> Iterator[None]:
    """Clock, environment, locale, chance and I/O raise as long as this lasts.

    `date.today` asks `time.time` and is caught with it; `datetime.now` asks the system itself, and
    is caught by its name, above.
    """
    traps: list[tuple[Any, str, object]] = [
        *((time, name, _raiser(f"time.{name}")) for name in CLOCKS),
        *((locale, name, _raiser(f"locale.{name}")) for name in LOCALE),
        *((builtins, name, _raiser(name)) for name in ("open", "print", "input")),
        (io, "open", _raiser("io.open")),
        (os, "getenv", _raiser("os.getenv")),
        (os, "urandom", _raiser("os.urandom")),
        (os, "environ", _Poison()),
    ]
    with ExitStack() as healing:
        for place, name, trap in traps:
            healing.callback(setattr, place, name, getattr(place, name))
            setattr(place, name, trap)
        yield


def _told_twice() -> tuple[list[str], list[str]]:
    """The story as it is told here, and again in a poisoned world."""
    tell = partial(whole_story, pictures())
    first = tell()
    with _poisoned_world():
        return first, tell()


@pytest.fixture(scope="module")
def story() -> list[str]:
    told = whole_story(pictures())
    assert len(told) > 1000
    return told


def test_the_story_leaves_no_condition_out(story: list[str]) -> None:
    """What is never said would be judged by none of the tests below."""
    said = {code for text in story for code in re.findall(r"\bcode='([a-z_.]+)'", text)}
    assert sorted({*CONDITIONS} - said) == []


def _differences(one: list[str], other: list[str]) -> list[tuple[str, str]]:
    return [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]][:3]


@pytest.mark.parametrize("surroundings", SURROUNDINGS.values(), ids=[*SURROUNDINGS])
def test_the_story_is_the_same_in_odd_surroundings_and_in_a_poisoned_world(
    story: list[str], surroundings: dict[str, str]
) -> None:
    free, poisoned = _in_subprocess(_told_twice, **surroundings)
    assert _differences(story, free) == []
    assert _differences(story, poisoned) == []


@pytest.mark.parametrize(
    "door",
    [
        date.today,
        lambda: time.time(),  # noqa: PLW0108  (looked up when the trap is set, not before)
        lambda: os.environ["TZ"],
        lambda: os.environ.get("TZ"),
        lambda: os.getenv("TZ"),
        lambda: Path(__file__).read_bytes(),
    ],
)
def test_control_a_trap_springs(door: Callable[[], object]) -> None:
    with _poisoned_world():
        sprung = _sprung(door)
    assert sprung.endswith(("was called", "was read"))


def _sprung(door: Callable[[], object]) -> str:
    try:
        door()
    except AssertionError as trap:
        return str(trap)
    return "open"


DECIMALS = {
    "two digits": decimal.Context(prec=2),
    "rounding up": decimal.Context(prec=3, rounding=decimal.ROUND_UP),
    "inexactness raises": decimal.Context(prec=4, traps=[decimal.Inexact]),
    "floats raise": decimal.Context(traps=[decimal.FloatOperation]),
}


@pytest.mark.parametrize("context", DECIMALS.values(), ids=[*DECIMALS])
def test_the_story_is_the_same_in_any_decimal_context(
    story: list[str], context: decimal.Context
) -> None:
    with decimal.localcontext(context):
        again = whole_story(pictures())
    assert _differences(story, again) == []


def test_control_a_decimal_context_would_show() -> None:
    with decimal.localcontext(DECIMALS["two digits"]):
        assert decimal.Decimal(5) * 2**20 != 5 * 2**20
