"""No clock, no environment, no I/O: the same question gives the same answer, anywhere, any time.

Proven twice: no syntax tree names a door to the world, and a whole story (every verb, every school,
a whole life) is told under an audit hook, and again in odd surroundings. The story runs in a
subprocess of its own, so that nothing of pytest is judged or poisoned.
"""

from __future__ import annotations

import ast
import builtins
import decimal
import inspect
import io
import json
import locale
import os
import pickle
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import CodeType, FrameType, MappingProxyType
from typing import Any, NoReturn, get_args

import pytest
from PIL import Image

import legitymacja_rules
from legitymacja_rules import (
    citations,
    fees,
    interpretations,
    loading,
    mlegitymacja,
    pesel,
    photo,
    variants,
)
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.facts import Code, PhotoFacts, PhysicalId, Pupil
from legitymacja_rules.mlegitymacja import (
    ActivationCodes,
    Application,
    Command,
    Event,
    Mlegitymacja,
    Outcome,
    Reissue,
    Revoke,
)
from legitymacja_rules.outcomes import Accepted, Explained
from legitymacja_rules.regulation import Regulation
from legitymacja_rules.vocabulary import ExchangeGround, Procedure, ReissueGround, RevocationGround
from samples import CODES, DAY, ID_CARD, activate, application, attest, picture

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
    local = [
        node
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert local == [], "an import at call time"


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


# --- the story: every verb, every school, a whole life --------------------------------------------

OLD_DAYS = (date(2018, 1, 1), date(2019, 9, 1), date(2023, 6, 17), DAY, date(2026, 6, 1))
LATER = date(2024, 12, 1)
NEW_CODES = ActivationCodes(generated=LATER, qr=Code("QR-2"), code=Code("CODE-2"))
NEW_ID = PhysicalId(
    number="18/2024", form="id1", issued=date(2024, 10, 2), valid_until=date(2026, 9, 30)
)


def _pictures() -> dict[str, bytes]:
    """Bytes of all kinds; made before anything is judged, for saving is not our doing."""
    png = io.BytesIO()
    Image.new("RGB", (492, 633)).save(png, "PNG", dpi=(600, 600))
    whole = picture(520, 640, orientation=6)
    return {
        "jpeg": whole,
        "png": png.getvalue(),
        "cut.jpeg": whole[: len(whole) // 2],
        "cut.png": png.getvalue()[:-30],
        "bare": picture(100, 100, dpi=None),
        # Between 5 MB of 10^6 bytes and 5 MB of 2^20: no school can tell; behind both: all can.
        "between": picture(520, 640, size=5_220_000),
        "large": picture(520, 640, size=5_242_881),
        "pdf": b"%PDF-1.7",
        "nothing": b"",
        "text": b"hello",
    }


def _story(pictures: dict[str, bytes]) -> list[str]:
    """Everything the library can be asked, and all it says."""
    told: list[str] = []
    for name in variants.names():
        told += _life(variants.get(name))
        told += _photos(variants.get(name), pictures)
        told += _fees(variants.get(name))
        told += _shapes(variants.get(name))
    told += [*_pesels(), *_readings(), *_refused_calls()]
    return [*dict.fromkeys(told)]


def _told(answer: Explained) -> Iterator[str]:
    yield repr(answer)
    yield loading.dump(answer)
    yield repr((answer.status, answer.reasons))
    for language in ("pl", "en"):
        yield answer.explain(language)
        yield answer.explain(language, reasons_only=True)
        yield answer.explain_json(language)


def _settled(ask: Callable[[Any], Outcome], on: date) -> Iterator[Outcome]:
    """The answer as it is, and what it becomes once a human has said no, or yes, to all of it."""
    first = ask(())
    yield first
    if any(finding.who for finding in first.reasons):
        for holds in (False, True):
            yield ask(attest(first.reasons, on=on, holds=holds))


def _life(school: Regulation) -> Iterator[str]:
    asked = application(school.slug)
    outcomes = [*_issues(asked, school)]
    accepted = [outcome for outcome in outcomes if isinstance(outcome, Accepted)]
    assert accepted, f"nothing was issued at {school.slug}"
    issued = accepted[-1].document
    documents = [issued]
    for document in documents:
        for outcome in _commands(document, school):
            outcomes.append(outcome)
            if isinstance(outcome, Accepted) and len(documents) < 4:
                documents.append(outcome.document)
    for outcome in outcomes:
        yield from _told(outcome)
        assert mlegitymacja.load_outcome(loading.dump(outcome)) == outcome
    for document in documents:
        yield from _said_of(document, school)


def _issues(asked: Application, school: Regulation) -> Iterator[Outcome]:
    def ask(on: date, asked: Application, previous: tuple[Mlegitymacja, ...] = ()) -> Any:
        codes = CODES if on == DAY else NEW_CODES
        return lambda words: mlegitymacja.issue(
            asked, school, on=on, codes=codes, previous=previous, attested=words
        )

    bare = Application(received=DAY, applicant="pupil", pupil=asked.pupil)
    for on in (date(2019, 1, 1), LATER, date(2026, 1, 1)):
        yield from _settled(ask(on, asked), on)
    yield from _settled(ask(DAY, bare), DAY)
    for photo_ in (PhotoFacts(format="GIF", size=7), PhotoFacts(format="JPEG", size=5_220_000)):
        changed = application(school.slug, photo=photo_, deliver_by="email", lodged="email")
        yield from _settled(ask(DAY, changed), DAY)
    yield from _settled(ask(DAY, asked), DAY)
    first = ask(DAY, asked)(attest(ask(DAY, asked)(()).reasons))
    yield from _settled(ask(LATER, asked, (first.document,)), LATER)
    yield first


def _commands(document: Mlegitymacja, school: Regulation) -> Iterator[Outcome]:
    new = application(school.slug, received=LATER, prior_id=NEW_ID)
    commands: list[Command] = [
        activate(school.slug),
        activate(school.slug, device="phone-2", on=date(2024, 10, 2), system="ios"),
        activate(school.slug, code=Code("wrong"), steps=()),
        activate(school.slug, on=date(2024, 9, 1)),
        *(
            Revoke(on=LATER, ground=ground, applicant=who, basis=basis)
            for ground in get_args(RevocationGround)
            for who, basis in ((None, None), ("parent", "court_ruling"))
        ),
        *(
            Reissue(on=LATER, ground=ground, application=new, codes=NEW_CODES, basis=basis)
            for ground in get_args(ReissueGround)
            for basis in (None, "birth_certificate", "court_ruling")
        ),
    ]
    for command in commands:

        def ask(words: Any, command: Command = command) -> Outcome:
            said = mlegitymacja.load_command(loading.dump(_with_words(command, words)))
            return mlegitymacja.decide(document, said, school)

        yield from _settled(ask, command.on)
    for other in (document, mlegitymacja.evolve(None, document.issued)):
        yield mlegitymacja.decide(document, commands[-1], school, others=iter([other]))


def _with_words(command: Command, words: tuple[Attestation, ...]) -> Command:
    return type(command)(**{**dict(command), "attested": words})


def _said_of(document: Mlegitymacja, school: Regulation) -> Iterator[str]:
    days = (*OLD_DAYS, document.last_day, LATER, date(2025, 10, 1))
    for day in days:
        yield repr(mlegitymacja.state_on(document, day))
        yield repr(mlegitymacja.available(document, school, on=day))
    yield repr(mlegitymacja.available(document, _other(school), on=DAY))
    yield loading.dump(document)
    events: list[Event] = [document.issued, *document.activations, *document.certificates]
    events += [event for event in (document.revoked, document.reissued) if event]
    again = mlegitymacja.replay(mlegitymacja.load_event(loading.dump(event)) for event in events)
    assert again == document == loading.load(Mlegitymacja, loading.dump(document))
    assert mlegitymacja.evolve(None, events[0]).issued == document.issued
    assert pickle.loads(pickle.dumps(document)) == document


def _other(school: Regulation) -> Regulation:
    return next(variants.get(name) for name in variants.names() if name != school.slug)


def _photos(school: Regulation, pictures: dict[str, bytes]) -> Iterator[str]:
    pupil = application(school.slug).pupil
    for name, data in pictures.items():
        for whole in (False, True):
            facts = photo.inspect(data, filename=name, face_percent=70, whole=whole)
            yield loading.dump(facts)
            yield loading.dump(photo.inspect(data, filename=f"{name * 99}\ud800.jpg"))
            for procedure in get_args(Procedure):
                asked = school.photo_for(procedure)
                if whole and procedure != "mlegitymacja":
                    continue
                yield from _told(photo.check(facts, asked))
                yield from _told(photo.check(facts, asked, pupil=pupil, sent_by="e_register"))
                open_ = attest(photo.check(facts, asked).reasons)
                yield from _told(photo.check(facts, asked, pupil=pupil, attested=open_))


def _fees(school: Regulation) -> Iterator[str]:
    pupil = application(school.slug).pupil
    for procedure in get_args(Procedure):
        for day in OLD_DAYS:
            for ground in (None, *get_args(ExchangeGround)):
                answer = fees.fee(school, procedure, on=day, ground=ground)
                yield from _told(answer)
                yield repr((answer.basis, answer.account, answer.transfer_title(pupil)))


def _shapes(school: Regulation) -> Iterator[str]:
    text = loading.dump(school)
    assert loading.load(Regulation, text) == loading.load(Regulation, json.loads(text)) == school
    yield text
    yield loading.dump(school.override({"mlegitymacja.codes.days": 14, "text": "x"}))
    yield repr(school.period("mlegitymacja"))
    if school.photo_for("mlegitymacja") and "size" in text:
        for megabyte in ("decimal", "binary"):
            try:
                bent = school.override({"mlegitymacja.photo.size.megabyte": megabyte})
            except legitymacja_rules.RulesError as refusal:
                yield str(refusal)
                continue
            facts = PhotoFacts(format="JPEG", size=5_230_000)
            yield from _told(photo.check(facts, bent.photo_for("mlegitymacja")))


def _pesels() -> Iterator[str]:
    for text in ("44051401359", "44051401358", "44051x01359", "99999999999", "1", None, "٣" * 11):
        yield repr(pesel.is_valid(text))
        for born in (None, date(1944, 5, 14), date(2000, 1, 1)):
            for day in (DAY, date(1900, 1, 1)):
                yield from _told(pesel.check(text, on=day, born=born))
    number = pesel.validate("44051401359")
    yield repr((number, number.birth_date, number.sex, number.century))
    pupil = Pupil(
        first_names="A", last_name="B", born=date(2008, 2, 29), pesel=pesel.Pesel("44051401359")
    )
    yield repr((pupil, pupil.adult_from(), pupil.age_on(DAY), ID_CARD.valid_on(DAY)))


def _readings() -> Iterator[str]:
    for id_ in interpretations.REGISTER:
        entry = interpretations.interpretation(id_)
        yield repr((entry, entry.reading))
        yield from (repr(citations.citation(clause)) for clause in entry.clauses)
    for act in citations.ACTS:
        yield citations.citation(f"act:{act}:1").title


def _refused_calls() -> Iterator[str]:
    """Broken calls; the errors are part of the story."""
    school = variants.get("balin")
    calls: tuple[Callable[[], object], ...] = (
        lambda: variants.get("nowhere"),
        lambda: pesel.validate("1"),
        lambda: interpretations.interpretation("I-nothing"),
        lambda: loading.load(Pupil, '{"first_names": 1, "x": 2}'),
        lambda: loading.load(Pupil, MappingProxyType({"pesel": "44051401358"})),
        lambda: loading.dump(CODES.model_copy(update={"qr": "QR"})),
        lambda: loading.dump(object()),
        lambda: Code("\n"),
        lambda: mlegitymacja.load_event({"event": "?"}),
        lambda: mlegitymacja.load_command("{"),
        lambda: mlegitymacja.replay(()),
        lambda: school.override({"nowhere": 1}),
        lambda: school.procedure("nothing"),  # type: ignore[arg-type]  # a word of no list
        lambda: fees.fee(school, "mlegitymacja", on=datetime(2024, 10, 1)),  # noqa: DTZ001
        lambda: photo.inspect("text"),  # type: ignore[arg-type]  # no bytes
    )
    for call in calls:
        try:
            call()
        except legitymacja_rules.RulesError as error:
            yield f"{type(error).__name__} {error} {error.args}"
        else:
            raise AssertionError("this call is broken and was answered")


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
    tell = partial(_story, _pictures())
    return {
        "cold": _events(tell),
        "warm": _events(tell),
        "a file": _events(Path(__file__).read_bytes),
        "left out": _never_called(tell),
    }


TOLD_MODULES = (
    *("mlegitymacja", "photo", "fees", "pesel", "variants"),
    *("loading", "interpretations", "citations", "regulation", "facts", "outcomes"),
)


def _never_called(tell: Callable[[], object]) -> list[str]:
    """The public functions, methods and properties that a telling leaves out."""
    called: set[CodeType] = set()

    def note(frame: FrameType, _event: str, _arg: object) -> None:
        called.add(frame.f_code)

    sys.setprofile(note)
    tell()
    sys.setprofile(None)
    return sorted(name for name, code in _public_code() if code not in called)


def _public_code() -> Iterator[tuple[str, CodeType]]:
    for module in TOLD_MODULES:
        room = sys.modules[f"legitymacja_rules.{module}"]
        for name in room.__all__:
            thing = getattr(room, name)
            if inspect.isfunction(thing):
                yield f"{module}.{name}", thing.__code__
            elif inspect.isclass(thing):
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


def test_the_story_leaves_no_public_call_out(audited: dict[str, list[str]]) -> None:
    assert audited["left out"] == []


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
    tell = partial(_story, _pictures())
    first = tell()
    with _poisoned_world():
        return first, tell()


@pytest.fixture(scope="module")
def story() -> list[str]:
    told = _story(_pictures())
    assert len(told) > 1000
    return told


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
        again = _story(_pictures())
    assert _differences(story, again) == []


def test_control_a_decimal_context_would_show() -> None:
    with decimal.localcontext(DECIMALS["two digits"]):
        assert decimal.Decimal(5) * 2**20 != 5 * 2**20
