"""The office of docs/examples: started as a program, asked over HTTP, pressed, killed and started again."""

from __future__ import annotations

import ast
import asyncio
import json
import re
import shlex
import sqlite3
import warnings
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count, product, repeat
from pathlib import Path
from threading import Barrier, Semaphore
from traceback import format_exception
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from fastapi import FastAPI, HTTPException
from sqlalchemy import select
from sqlalchemy.dialects import postgresql
from sqlalchemy.event import listen, remove
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as WaitedTooLong
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.sql.expression import ClauseElement
from stdnum.pl.pesel import calc_check_digit

import legitymacja_rules
import public
from cards import in_hand, issued, lived, paid
from examples.office.__main__ import address as said_address
from examples.office.__main__ import main
from examples.office.app import office as app_of
from examples.office.asked import Upload
from examples.office.clock import CLOCKS
from examples.office.desk import Desk, Done, Photo
from examples.office.problems import TITLES, TooLarge, install
from examples.office.store import (
    EnteredAlready,
    EventRow,
    Kept,
    NotThere,
    Overtaken,
    PhotoRow,
    PupilRow,
    Store,
    add_pupil,
    file_of,
    file_with,
    files,
)
from legitymacja_rules import Accepted, Refused, Undecided, coupling, photo, variants
from legitymacja_rules.errors import UnknownProcedure, WrongArgument
from legitymacja_rules.facts import PhotoFacts
from legitymacja_rules.loading import dump, load
from legitymacja_rules.school_id import Duplicated, End, ReportLoss, SchoolId
from legitymacja_rules.testing import conformance as kit
from offices import EXAMPLES, office
from samples import ANNA, CODES, DAY, ID_CARD, STEPS, issued_mlegitymacja, picture

README = (EXAMPLES / "office" / "README.md").read_text(encoding="utf-8")

ON = {"Office-Day": DAY.isoformat()}
"""The header by which an office whose clock is that of tests is told the day."""

PORTRAIT = picture(800, 1067)
"""A photo that leczna and balin take once it is prepared."""

SERIALS = count(1)
"""By its PESEL each child of a test is another."""

BARE = {"slug": "sp1", "school": "Szkoła Podstawowa nr 1"}
"""A school that is nothing but its name."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of its own."""
    with closing(Store(f"sqlite:///{tmp_path / 'office.db'}")) as store:
        yield store


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of one office that serves all schools, with the clock for tests."""
    place = tmp_path_factory.mktemp("office")
    bare = place / "sp1.json"
    bare.write_text(json.dumps(BARE), encoding="utf-8")
    with office(place / "office.db", f"--school={bare}") as (client, _):
        yield client


# --- what tests send ------------------------------------------------------------------------------


def plain(record: object, *without: str) -> dict[str, Any]:
    """A record as a client sends it, without what the office knows itself."""
    told: dict[str, Any] = json.loads(dump(record))
    return {name: value for name, value in told.items() if name not in without}


def new_pupil(client: httpx.Client, school: str, **changes: Any) -> str:
    """The address of a new pupil."""
    digits = f"122414{next(SERIALS):04}"
    told = {**plain(ANNA), "pesel": f"{digits}{calc_check_digit(digits)}", **changes}
    made = client.post(f"/{school}/pupils", json=told)
    assert made.status_code == 201
    return f"/{school}/pupils/{made.json()['pupil']}"


def taken(client: httpx.Client, pupil: str, data: bytes, **asked: Any) -> httpx.Response:
    """What the office answers to a photo for an mLegitymacja."""
    asked = {"procedure": "mlegitymacja", **asked}
    return client.post(f"{pupil}/photos", content=data, params=asked, headers=ON)


def phone_request(client: httpx.Client, pupil: str) -> dict[str, Any]:
    """A request for an mLegitymacja that is complete at leczna."""
    return {
        "document": "mlegitymacja",
        "application": {
            "received": DAY.isoformat(),
            "applicant": "parent",
            "photo": taken(client, pupil, PORTRAIT).json()["photo"],
            "prior_id": plain(ID_CARD),
            "handed_in": ["form"],
        },
        "codes": plain(CODES),
    }


def id_request(number: str = "17/2024") -> dict[str, Any]:
    """A request for a first ID."""
    lodged = {"received": DAY.isoformat(), "applicant": "parent", "admitted": "2024-09-01"}
    card = {"number": number, "valid_until": "2025-09-30"}
    return {"document": "school_id", "application": lodged, "card": card}


def duplicate(number: str) -> dict[str, Any]:
    """A command to make a duplicate of a lost ID."""
    lodged = {"received": DAY.isoformat(), "applicant": "parent", "reason": "lost"}
    card = {"number": number, "valid_until": "2025-09-30"}
    return {"kind": "duplicate", "application": {**lodged, "handed_in": ["form"]}, "card": card}


def activation(school: str, device: str = "phone-1") -> dict[str, Any]:
    """A right activation."""
    codes = {"qr": CODES.qr.reveal(), "code": CODES.code.reveal()}
    phone = {"device": device, "system": "android", "steps": STEPS[school]}
    return {"kind": "activate", **codes, **phone}


def agreed(client: httpx.Client, address: str, body: Mapping[str, Any]) -> httpx.Response:
    """The answer once the head has said yes to all that was open."""
    answer = client.post(address, json=body, headers=ON)
    if answer.status_code != 409:
        return answer
    words = [
        {"condition": one["code"], "subject": one["subject"], "role": "head"}
        for one in answer.json()["findings"]
        if one["who"]
    ]
    return client.post(address, json={**body, "attested": words}, headers=ON)


def made(answer: httpx.Response) -> str:
    """The address of the document that was made."""
    assert answer.is_success, answer.text
    return answer.headers["location"]


def events(client: httpx.Client, document: str) -> list[str]:
    """What happened to a document."""
    told = client.get(f"{document}/events").raise_for_status().json()
    return [event["event"] for event in told]


def problem(answer: httpx.Response, kind: str) -> dict[str, Any]:
    """A problem, which has to be of that kind and of the form of the RFC."""
    told: dict[str, Any] = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["type"].endswith(f":{kind}")
    assert told["status"] == answer.status_code == TITLES[kind][0]  # type: ignore[index]  # a Literal
    return told


# --- the story of the README ----------------------------------------------------------------------


def curls(known: dict[str, str]) -> Iterator[tuple[int, list[str]]]:
    """The curl lines of the README, with the status that its comment gives; `known` are the variables."""
    block = README.split("## A day in it")[1].split("```sh\n")[1].split("```")[0]
    for line, status in re.findall(
        r"^((?:PHOTO=\$\()?curl .*?)\n# (\d+)", block, re.MULTILINE | re.DOTALL
    ):
        told = line.removeprefix("PHOTO=$(").split(" | jq")[0].replace("\\\n", " ")
        for name, value in known.items():
            told = told.replace(f"${name}", value)
        yield int(status), shlex.split(told)[2:]


def put(client: httpx.Client, words: list[str]) -> httpx.Response:
    """Does what a curl line says."""
    headers, how, address = {}, dict[str, Any](), ""
    rest = iter(words)
    for word in rest:
        match word:
            case "-H":
                name, _, value = next(rest).partition(": ")
                headers[name] = value
            case "--json":
                how["json"] = json.loads(next(rest))
            case "--data-binary":
                assert next(rest) == "@IMG_2024.JPG"
                how["content"] = picture(1600, 1200, orientation=6)
                # So curl calls whatever it is not told the type of.
                headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
            case _:
                address = word
    return client.request("POST" if how else "GET", address, headers=headers, **how)


def test_the_readme_s_story_and_its_problem_are_real(tmp_path: Path) -> None:
    with office(tmp_path / "office.db", schools=("leczna",)) as (client, _):
        known = {"OFFICE": f"{client.base_url}/leczna", "DAY": f"Office-Day: {DAY}"}
        answers = []
        for status, words in curls(known):
            answer = put(client, words)
            assert answer.status_code == status, answer.text
            answers.append(answer.json())
            known["PHOTO"] = next((a["photo"] for a in answers if "photo" in a), "")
    assert answers[0] == {"pupil": 1}
    shown = README.split("```json\n")[1].split("```")[0]
    assert json.dumps(answers[2], indent=2, ensure_ascii=False) == shown.strip()
    document, (renewal,), fee = answers[-3:]
    assert document["state"] == "expired"
    assert (renewal["need"], renewal["by"]) == ("new_mlegitymacja", "2025-09-30")
    assert (fee["amount"], fee["basis"]) == ("9.00", "leczna:IV.3")
    assert len(answers) == 8


# --- problems -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "title"),
    [
        (None, "Odmowa"),
        ("en", "Refused"),
        ("en-GB, en;q=0.9, pl;q=0.8", "Refused"),
        ("pl, en;q=0.9", "Odmowa"),
        ("de, en;q=0.4", "Refused"),
        ("de", "Odmowa"),
        ("en;q=x", "Odmowa"),
        ("enormous", "Odmowa"),
        ("en;level=1;q=0.5, pl;q=0.4", "Refused"),
        ("en;level=1;q=0.5, pl;q=0.6", "Odmowa"),
    ],
)
def test_a_problem_speaks_the_language_that_the_client_likes_best(
    client: httpx.Client, header: str | None, title: str
) -> None:
    pupil = new_pupil(client, "leczna")
    body = phone_request(client, pupil)
    del body["application"]["handed_in"]
    headers = {**ON, **({"Accept-Language": header} if header else {})}
    told = problem(client.post(f"{pupil}/documents", json=body, headers=headers), "refused")
    assert told["title"] == title
    assert [finding["code"] for finding in told["findings"]] == ["application.item"]


def test_what_waits_for_a_human_is_a_conflict_that_attesting_ends(client: httpx.Client) -> None:
    document = made(agreed(client, f"{new_pupil(client, 'sp1')}/documents", id_request()))
    for command in ({"kind": "hand_over", "to": "pupil"}, {"kind": "report_loss", "how": "lost"}):
        assert client.post(f"{document}/commands", json=command, headers=ON).status_code == 200
    open_ = client.post(f"{document}/commands", json=duplicate("18/2024"), headers=ON)
    told = problem(open_, "undecided")
    assert {finding["who"] for finding in told["findings"]} == {"office", "head"}
    assert events(client, document) == ["issued", "handed_over", "reported"]
    assert agreed(client, f"{document}/commands", duplicate("18/2024")).status_code == 200


@pytest.mark.parametrize(
    ("body", "path", "code"),
    [
        (b"{", "", "not_json"),
        (b"[1]", "", "not_json"),
        (b'{"kind": "activate", "kind": "revoke"}', "", "repeated_key"),
        (b"[" * 100_000, "", "not_json"),
        (b'{"kind": "revoke"}', "revoke.ground", "missing"),
        (b'{"kind": "revoke", "on": "2024-10-01"}', "on", "extra_forbidden"),
        (b'{"kind": "activate", "at": "2024-10-01T12:00:00Z"}', "at", "extra_forbidden"),
        (
            b'{"kind": "revoke", "attested": [7, {"on": "1900-01-01"}]}',
            "attested.1.on",
            "extra_forbidden",
        ),
        (
            b'{"kind": "reissue", "application": {"pupil": {}}}',
            "application.pupil",
            "extra_forbidden",
        ),
        (
            b'{"kind": "reissue", "application": {"photo": 7}}',
            "application.photo",
            "string_type",
        ),
    ],
)
def test_data_that_do_not_fit_are_named_by_their_path(
    client: httpx.Client, body: bytes, path: str, code: str
) -> None:
    pupil = new_pupil(client, "leczna")
    document = made(
        client.post(f"{pupil}/documents", json=phone_request(client, pupil), headers=ON)
    )
    answer = client.post(f"{document}/commands", content=body, headers=ON)
    faults = problem(answer, "malformed")["faults"]
    assert (path, code) in {(fault["path"], fault["code"]) for fault in faults}
    assert events(client, document) == ["issued"]


def test_a_problem_does_not_repeat_what_was_sent(client: httpx.Client) -> None:
    told = {"first_names": "Żaneta\N{NULL}", "last_name": 7, "born": "Żaneta", "Żaneta": "Żaneta"}
    answer = client.post("/leczna/pupils", json=told)
    assert len(problem(answer, "malformed")["faults"]) == 4
    assert "aneta" not in answer.text
    asked = client.get("/leczna/fees/id_duplicate", params={"on": "Żaneta", "Żaneta": "Żaneta"})
    assert {fault["path"] for fault in problem(asked, "malformed")["faults"]} == {"on", "(extra)"}
    assert "aneta" not in asked.text


NAMED = {
    "school": "leczna",
    "pupil": "1",
    "document": "1",
    "photo": "7",
    "register": "school_id",
    "procedure": "id_duplicate",
}
"""What stands in an address."""


def addresses() -> list[tuple[str, str]]:
    """All that can be asked, as the application itself tells it."""
    app = app_of(Desk({}, Store.__new__(Store)), CLOCKS["warsaw"])
    with warnings.catch_warnings():
        # Nobody is shown that page, on which an address and its head have one id.
        warnings.simplefilter("ignore", UserWarning)
        told = app.openapi()["paths"]
    return [(method.upper(), path) for path, methods in told.items() for method in methods]


ADDRESSES = addresses()

WRITING = [(method, path) for method, path in ADDRESSES if method in {"POST", "PUT"}]

A_PHOTO = {"params": {"procedure": "school_id"}, "content": PORTRAIT}

BODIES: Mapping[str, Mapping[str, Any]] = {
    "/{school}/pupils": {"json": plain(ANNA)},
    "/{school}/pupils/{pupil}": {"json": plain(ANNA)},
    "/{school}/pupils/{pupil}/documents": {"json": id_request("18/2024")},
    "/{school}/documents/{document}/commands": {"json": {"kind": "hand_over", "to": "pupil"}},
    "/{school}/pupils/{pupil}/photos": A_PHOTO,
    "/{school}/pupils/{pupil}/photos/check": A_PHOTO,
}
"""What each address that takes something takes."""


def app_over(store: Store, *schools: str) -> FastAPI:
    """An office over that store, with the clock for tests."""
    return app_of(Desk({one: variants.get(one) for one in schools}, store), CLOCKS["from-request"])


def asked(app: FastAPI, *requests: tuple[str, str, Mapping[str, Any]]) -> list[httpx.Response]:
    """What an application answers to requests, one after another, without a server between."""

    async def ask() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://office", headers=ON
        ) as client:
            return [await client.request(*one, **more) for *one, more in requests]

    return asyncio.run(ask())


def everything(school: str, photo: str) -> list[tuple[str, str, Mapping[str, Any]]]:
    """A request to each address of a school with one pupil, who has one document and one photo."""
    known = {**NAMED, "school": school, "photo": photo}
    return [
        (method, path.format_map(known), BODIES[path] if (method, path) in WRITING else {})
        for method, path in ADDRESSES
    ]


def begun(store: Store, school: str) -> str:
    """The name of the photo of a pupil who is the first at that school, and has a document."""

    def enter(session: Session) -> None:
        card = issued(school)
        file = file_of(session, school, add_pupil(session, school, ANNA))
        file.add("school_id", Accepted(card, card.history, ()))

    store.change(enter)
    (kept,) = asked(app_over(store, school), ("POST", f"/{school}/pupils/1/photos", A_PHOTO))
    name: str = kept.json()["photo"]
    return name


def test_of_a_school_that_is_not_served_nothing_is_told_or_changed(
    store: Store, tmp_path: Path
) -> None:
    """The file has it from another office, or from a day on which it was served."""
    requests = everything("balin", begun(store, "balin"))
    with closing(sqlite3.connect(tmp_path / "office.db")) as connection:
        before = [*connection.iterdump()]
        for answer in asked(app_over(store, "leczna"), *requests):
            assert answer.status_code == 404
            if answer.request.method != "HEAD":
                problem(answer, "unknown")
        assert [*connection.iterdump()] == before
        served = asked(app_over(store, "balin"), *requests)
        assert {answer.status_code for answer in served} <= {200, 201, 204, 409, 422}
        assert [*connection.iterdump()] != before


def test_who_looks_locks_nothing_and_who_changes_locks_the_pupil(store: Store) -> None:
    """SQLite knows no such lock; what a server would be told stands in the statement."""
    name, told = begun(store, "leczna"), []

    def hear(state: ORMExecuteState) -> None:
        assert isinstance(state.statement, ClauseElement)
        told.append(str(state.statement.compile(dialect=postgresql.dialect())))  # type: ignore[no-untyped-call]  # SQLAlchemy's own

    listen(Session, "do_orm_execute", hear)
    try:
        for request in everything("leczna", name):
            told.clear()
            asked(app_over(store, "leczna"), request)
            locked = [one for one in told if "FOR UPDATE" in one]
            method, address, _ = request
            looks = method in {"GET", "HEAD"} or "/check" in address
            assert bool(locked) is not (looks or address == "/leczna/pupils"), request
            assert all("FROM pupils" in one for one in locked)
    finally:
        remove(Session, "do_orm_execute", hear)


@pytest.mark.parametrize(("method", "path"), WRITING)
def test_a_body_that_says_it_is_something_else_is_not_read(
    client: httpx.Client, method: str, path: str
) -> None:
    pupil = new_pupil(client, "leczna").rpartition("/")[2]
    address = path.format_map({**NAMED, "pupil": pupil})
    right, other = ("application/json", "application/ld+json; charset=utf-8"), "image/png"
    if "/photos" in path:
        right, other = ("IMAGE/png", "application/octet-stream"), right[0]
        address = f"{address}?procedure=school_id"
    ask = partial(client.request, method, address, content=b"{")
    packed = {"Content-Type": right[0], "Content-Encoding": "gzip"}
    for said in ("text/plain", "application/x-www-form-urlencoded", "json", "/", "+json", other):
        problem(ask(headers={"Content-Type": said}), "other_type")
        problem(ask(headers=[("Content-Type", right[0]), ("Content-Type", said)]), "other_type")
    problem(ask(headers=packed), "other_type")
    twice = [("Content-Encoding", "identity"), ("Content-Encoding", "gzip")]
    problem(ask(headers=[("Content-Type", right[0]), *twice]), "other_type")
    for one in ("", *right):
        assert ask(headers={"Content-Type": one}).status_code != 415
        assert ask(headers={"Content-Type": one, "Content-Encoding": ""}).status_code != 415
    assert ask().status_code != 415
    assert ask(headers={**packed, "Content-Encoding": "Identity"}).status_code != 415


def test_nobody_on_its_way_may_keep_an_answer(store: Store) -> None:
    """Neither a photo nor a PESEL, nor that there is none."""
    requests = everything("leczna", begun(store, "leczna"))
    for answer in asked(app_over(store, "leczna"), *requests, ("GET", "/nowhere", {})):
        told = [answer.headers.get(name) for name in ("cache-control", "x-content-type-options")]
        assert told == ["no-store", "nosniff"], answer.request.url


def test_the_head_of_what_can_be_had_can_be_had_alone(client: httpx.Client) -> None:
    for address in ("/leczna/renewals", "/leczna/documents/999999", "/nowhere/renewals"):
        whole, head = (client.request(method, address, headers=ON) for method in ("GET", "HEAD"))
        assert (head.status_code, head.content) == (whole.status_code, b"")
        assert head.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [
        ("DELETE", "/leczna/pupils/1/documents", "GET, HEAD, POST"),
        ("OPTIONS", "/leczna/renewals", "GET, HEAD"),
        ("GET", "/leczna/pupils", "POST"),
    ],
)
def test_each_way_to_ask_an_address_is_told(
    client: httpx.Client, method: str, address: str, allowed: str
) -> None:
    answer = client.request(method, address)
    problem(answer, "no_method")
    assert answer.headers["allow"] == allowed


def test_a_thing_has_one_address(client: httpx.Client) -> None:
    document = made(agreed(client, f"{new_pupil(client, 'sp1')}/documents", id_request()))
    place, _, number = document.rpartition("/")
    assert client.get(document).status_code == 200
    for said in (
        f"0{number}",
        f"+{number}",
        f"{number}.0",
        f"%20{number}",
        f"{number}_0",
        "9" * 19,
    ):
        problem(client.get(f"{place}/{said}"), "unknown")


@pytest.mark.parametrize(("method", "path"), [one for one in ADDRESSES if one[0] != "HEAD"])
def test_what_an_address_does_not_know_or_hears_twice_is_refused(
    client: httpx.Client, method: str, path: str
) -> None:
    address = path.format_map(NAMED)
    for query, fault in (
        ("Anna%20Kowalska=1", ("(extra)", "extra_forbidden")),
        ("on=2024-10-01&on=2024-10-02", ("", "repeated_key")),
    ):
        answer = client.request(method, f"{address}?{query}", content=b"{}")
        faults = problem(answer, "malformed")["faults"]
        assert fault in {(one["path"], one["code"]) for one in faults}
        assert "Kowalska" not in answer.text


NO_DAYS = (
    *("1727740800", "0", "2024-10-01T00:00:00", "20241001", "2024-02-30", "", "\x00"),
    *("0001-01-01", "1799-12-31", "2300-01-01", "9999-12-31"),
)
"""What is no day as bodies have it, or none that a PESEL can name."""


def test_a_day_in_a_query_is_as_strict_as_in_a_body(client: httpx.Client) -> None:
    pupil = new_pupil(client, "leczna")
    for day, (address, name) in product(
        NO_DAYS,
        (
            (f"{pupil}/tasks", "on"),
            ("/leczna/fees/id_duplicate", "on"),
            ("/leczna/deadlines/school_id", "receipt"),
        ),
    ):
        answer = client.get(address, params={name: day})
        assert [one["path"] for one in problem(answer, "malformed")["faults"]] == [name], day
    for day in ("1800-01-01", "2299-12-31"):
        assert client.get(f"{pupil}/tasks", params={"on": day}).json() == []


def test_what_the_library_does_not_take_is_named_like_any_fault(client: httpx.Client) -> None:
    for copies, status in ((0, 400), (1, 200), (1000, 200), (1001, 400)):
        answer = client.get("/leczna/fees/id_duplicate", params={"copies": copies})
        assert answer.status_code == status
        if status == 400:
            (fault,) = problem(answer, "malformed")["faults"]
            assert (fault["path"], fault["code"]) == ("copies", "wrong_argument")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "/nowhere",
            "/leczna/renewals/",
            "/warszawa/renewals",
            "/leczna/fees/nothing",
            "/leczna/registers/nothing",
        ),
        *("/leczna/documents/999999", "/leczna/pupils/999999/tasks", "/leczna/documents/first"),
    ],
)
def test_what_is_not_there_is_not_found(client: httpx.Client, address: str) -> None:
    for language, title in (("pl", "Nie ma czegoś takiego"), ("en", "There is no such thing")):
        told = problem(client.get(address, headers={"Accept-Language": language}), "unknown")
        assert told["title"] == title


def test_one_child_has_one_file_at_a_school(client: httpx.Client) -> None:
    """Two files would give it two living mLegitymacje."""
    told = plain(ANNA)
    first = new_pupil(client, "sp6", **told)
    other = new_pupil(client, "sp6")
    for twice in (client.post("/sp6/pupils", json=told), client.put(other, json=told)):
        assert problem(twice, "entered")["pupil"] == int(first.rpartition("/")[2])
        assert told["pesel"] not in twice.text
    assert client.put(first, json={**told, "last_name": "Nowak"}).status_code == 204
    assert new_pupil(client, "balin", **told)
    assert len({new_pupil(client, "sp6", pesel=None) for _ in range(2)}) == 2, "nobody can tell"
    assert client.put(first, json=plain(ANNA, "pesel")).status_code == 204
    assert client.put(other, json=told).status_code == 204, "a slip that is mended makes room"


HOSTILE = (
    *("null", "[]", "{}", "[[[]]]", '{"kind": []}', "-1", "1e400", "1" + "0" * 5000),
    *(r'"\ud800"', r'"\u0000"', r'"\u202e"', '"' + "x" * 10_000 + '"'),
)
"""What no office expects anywhere, as JSON."""


UNREADABLE = (
    *("filename*=UTF-8''%ff", "filename*=x'y'z", 'filename="', "filename*9*=a", ";;="),
    *("filename*=idna''%ff", "filename*=undefined''a", "filename*=punycode''a%ff"),
    *("filename*=a%00''a", "filename*=hex''61", "filename*=utf-7''+2AA-"),
    *("filename*=a; filename*0=b", f"filename*{'9' * 5000}*=a"),
)
"""Names of files that nobody can read, in parts that are none, of alphabets that are no such thing."""


def with_hostile(body: Mapping[str, Any], place: str, hostile: str) -> bytes:
    """The body as JSON, with that in that place."""
    return json.dumps({**body, place: "HOSTILE"}).replace('"HOSTILE"', hostile).encode()


def test_nothing_that_is_sent_makes_it_fail(client: httpx.Client) -> None:
    pupil = new_pupil(client, "leczna")
    request = phone_request(client, pupil)
    document = made(client.post(f"{pupil}/documents", json=request, headers=ON))
    command = {**activation("leczna"), "code": "another"}
    for address, body in ((f"{pupil}/documents", request), (f"{document}/commands", command)):
        for place, hostile in product((*body, "attested", "application", "on"), HOSTILE):
            sent = with_hostile(body, place, hostile)
            answer = client.post(address, content=sent, headers=ON)
            assert answer.status_code in {400, 404, 409, 422}, (place, hostile)
    for place, hostile in product(request["application"], HOSTILE):
        lodged = with_hostile(request["application"], place, hostile).decode()
        sent = with_hostile(request, "application", lodged)
        answer = client.post(f"{pupil}/documents", content=sent, headers=ON)
        assert answer.status_code in {400, 404, 409, 422}, (place, hostile)
    for address in (f"/leczna/documents/{10**30}", "/leczna/documents/-1"):
        problem(client.get(address), "unknown")
    for header in UNREADABLE:
        said = {**ON, "Content-Disposition": f"attachment; {header}", "Accept-Language": header}
        photo_of = f"{pupil}/photos/check?procedure=mlegitymacja"
        assert client.post(photo_of, content=b"%PDF", headers=said).status_code == 200, header
    assert events(client, document) == ["issued"]


def of_sqlite(code: int) -> OperationalError:
    """What is raised where SQLite says that."""
    said = sqlite3.OperationalError()
    said.sqlite_errorcode = code
    return OperationalError("INSERT 'Anna'", {"name": "Anna"}, said)


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (Overtaken(), "overtaken"),
        (NotThere(), "unknown"),
        (UnknownProcedure(("school_id",)), "unknown"),
        (TooLarge(), "too_large"),
        (of_sqlite(sqlite3.SQLITE_BUSY), "busy"),
        (of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), "busy"),
        (of_sqlite(sqlite3.SQLITE_LOCKED), "busy"),
        (of_sqlite(sqlite3.SQLITE_LOCKED_SHAREDCACHE), "busy"),
        (of_sqlite(sqlite3.SQLITE_ERROR), "failed"),
        (of_sqlite(sqlite3.SQLITE_FULL), "failed"),
        (of_sqlite(sqlite3.SQLITE_READONLY), "failed"),
        (OperationalError("INSERT 'Anna'", {"name": "Anna"}, ValueError()), "failed"),
        (WaitedTooLong(), "busy"),
        (ZeroDivisionError("Anna"), "failed"),
        (EnteredAlready(7), "entered"),
        (WrongArgument("copies", "a whole number from 1 to 1000"), "malformed"),
    ],
)
def test_whatever_is_raised_is_answered_by_a_problem(raised: Exception, kind: str) -> None:
    app = FastAPI()
    install(app)

    @app.get("/")
    def fail() -> None:
        raise raised

    @app.get("/login")
    def login() -> None:
        raise HTTPException(401, "Who are you?", {"WWW-Authenticate": "Basic"})

    async def ask() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        asked = (("GET", "/"), ("GET", "/login"), ("POST", "/"), ("GET", "/nowhere"))
        async with httpx.AsyncClient(transport=transport, base_url="http://office") as client:
            return [await client.request(*one) for one in asked]

    failed, plain_one, *others = asyncio.run(ask())
    problem(failed, kind)
    next_one = [failed.headers.get(name) for name in ("retry-after", "connection")]
    assert next_one == {"busy": ["1", None], "failed": [None, "close"]}.get(kind, [None, None])
    assert kind != "failed" or failed.headers["cache-control"] == "no-store"
    assert "Anna" not in failed.text
    for answer, plain_kind in zip(others, ("no_method", "unknown"), strict=True):
        problem(answer, plain_kind)
    assert others[0].headers["allow"] == "GET"
    told = {"type": "about:blank", "title": "Who are you?", "status": 401}
    assert (plain_one.status_code, plain_one.json()) == (401, told)
    assert plain_one.headers["www-authenticate"] == "Basic"
    assert plain_one.headers["content-type"] == "application/problem+json"


def test_a_table_that_is_gone_is_a_fault_and_logged(tmp_path: Path) -> None:
    """What is raised as far as the server stands in its log, and nothing of the child may stand there."""
    database = tmp_path / "office.db"
    with closing(Store(f"sqlite:///{database}")) as store:
        number = store.change(lambda session: add_pupil(session, "leczna", ANNA))
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("DROP TABLE photos")
        app = app_over(store, "leczna")

        async def send(*, logged: bool) -> httpx.Response:
            transport = httpx.ASGITransport(app, raise_app_exceptions=logged)
            async with httpx.AsyncClient(transport=transport, base_url="http://office") as client:
                said = {**ON, "Content-Disposition": "attachment; filename=kowalska.jpg"}
                address = f"/leczna/pupils/{number}/photos?procedure=mlegitymacja"
                return await client.post(address, content=PORTRAIT, headers=said)

        answer = asyncio.run(send(logged=False))
        problem(answer, "failed")
        assert "Retry-After" not in answer.headers
        with pytest.raises(OperationalError, match="photos") as caught:
            asyncio.run(send(logged=True))
    assert "kowalska" not in "".join(format_exception(caught.value)).lower()


@pytest.mark.parametrize(
    ("spoiled", "method", "address"),
    [
        ("UPDATE events SET body = '{}'", "GET", "/leczna/documents/1"),
        ("DELETE FROM events", "GET", "/leczna/renewals"),
        ("UPDATE pupils SET facts = '{\"pesel\": 7}'", "POST", "/leczna/pupils/1/documents"),
        ("UPDATE photos SET facts = '{}'", "POST", "/leczna/pupils/1/documents"),
    ],
)
def test_what_is_kept_and_spoiled_is_no_fault_of_who_asks(
    tmp_path: Path, spoiled: str, method: str, address: str
) -> None:
    database = tmp_path / "office.db"
    with office(database, schools=("leczna",)) as (client, _):
        pupil = new_pupil(client, "leczna")
        request = phone_request(client, pupil)
        made(client.post(f"{pupil}/documents", json=request, headers=ON))
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.execute(spoiled)
        answer = client.request(method, address, json=request, headers=ON)
    problem(answer, "failed")


def test_a_document_is_found_at_its_own_school_only(client: httpx.Client) -> None:
    document = made(agreed(client, f"{new_pupil(client, 'sp1')}/documents", id_request()))
    assert client.get(document).status_code == 200
    problem(client.get(document.replace("sp1", "leczna")), "unknown")


# --- the clock ------------------------------------------------------------------------------------


def test_the_office_s_clock_does_not_listen_to_clients() -> None:
    before = datetime.now(ZoneInfo("Europe/Warsaw"))
    now = CLOCKS["warsaw"]({"office-day": "2024-10-01", "office-at": "2024-10-01T12:00:00+02:00"})
    assert now.at is not None
    assert before <= now.at
    assert now.day == now.at.date()
    assert now.at.utcoffset() in {timedelta(hours=1), timedelta(hours=2)}
    assert CLOCKS["from-request"]({}).day >= before.date()


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({"Office-Day": "foo"}, "office-day"),
        ({"Office-Day": "20241001"}, "office-day"),
        ({**ON, "Office-At": "nope"}, "office-at"),
        ({**ON, "Office-At": "1727740800"}, "office-at"),
        ({**ON, "Office-At": "2024-10-01T12:00:00"}, "office-at"),
    ],
)
def test_a_time_that_is_none_is_not_believed(
    client: httpx.Client, told: dict[str, str], place: str
) -> None:
    answer = client.get("/leczna/renewals", headers=told)
    assert [one["path"] for one in problem(answer, "malformed")["faults"]] == [place]


def test_an_office_starts_with_its_own_clock(tmp_path: Path) -> None:
    with office(tmp_path / "office.db", schools=("leczna",), clock="warsaw") as (client, _):
        fee = client.get("/leczna/fees/id_duplicate", headers={"Office-Day": "2001-01-01"}).json()
    in_force = next(one for one in fee["findings"] if one["code"] == "regulation.in_force")
    assert date.fromisoformat(in_force["measured"]) > date(2026, 1, 1)


@pytest.mark.parametrize(
    ("option", "why"),
    [
        ("--school=leczna", "each school has one text"),
        ("--school=nowhere", "nowhere: no such school; known are balin"),
        ("--school=no.json", "no.json: No such file"),
        ("--school=bad.json", "[x] slug: this field is needed"),
        ("--school=bytes.json", "json_invalid"),
        ("--port=65536", "from 0 to 65535"),
        ("--port=-1", "from 0 to 65535"),
        ("--database=sqlite://", "in memory"),
        ("--database=:memory:", "in memory"),
        ("--database=", "in memory"),
        ("--database=sqlite:///file::memory:?uri=true", "in memory"),
        ("--database=no/office.db", "there: unable to open"),
        ("--database=bad.json", "there: file is not a database"),
        ("--database=nonsense://", "there: Can't load plugin"),
        ("--database=sqlite:///x.db?timeout=x", "there: could not convert"),
    ],
)
def test_an_office_that_cannot_start_says_why(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    option: str,
    why: str,
) -> None:
    """Of two texts of a school only one would be asked, and nobody told which; a memory is one for each thread."""
    monkeypatch.chdir(tmp_path)
    Path("bad.json").write_text('{"school": "SP 1"}' + " " * 1000, encoding="utf-8")
    Path("bytes.json").write_bytes(b"\xff\xfe")
    with pytest.raises(SystemExit):
        main(["--school=leczna", "--port=0", option])
    assert why in capsys.readouterr().err


def test_a_database_is_a_file_of_whatever_name(tmp_path: Path) -> None:
    with office(tmp_path / "office?mode=memory#1.db", schools=("leczna",)) as (client, _):
        new_pupil(client, "leczna")
    assert (tmp_path / "office?mode=memory#1.db").exists()


def test_where_it_listens_is_said_as_a_url() -> None:
    assert httpx.URL(said_address("::1", 36117)).port == 36117
    assert said_address("::1", 36117) == "http://[::1]:36117"
    assert said_address("127.0.0.1", 80) == "http://127.0.0.1:80"


# --- photos ---------------------------------------------------------------------------------------


def test_of_a_photo_the_picture_is_kept_and_not_where_it_was_taken(client: httpx.Client) -> None:
    pupil = new_pupil(client, "leczna")
    sent = picture(1600, 1200, orientation=6)
    kept = taken(client, pupil, sent).json()
    assert (kept["facts"]["width"], kept["facts"]["height"]) == (797, 1063)
    answer = client.get(f"{pupil}/photos/{kept['photo']}")
    assert answer.headers["content-type"] == "image/jpeg"
    facts = photo.inspect(answer.content, whole=True)
    assert (facts.width, facts.height, facts.metadata) == (797, 1063, ())
    assert photo.inspect(sent).height == 1600


def test_what_is_no_photo_is_refused_and_not_kept(client: httpx.Client) -> None:
    told = problem(taken(client, new_pupil(client, "leczna"), b"%PDF-1.7"), "refused")
    assert [finding["code"] for finding in told["findings"]] == ["photo.format"]


@pytest.mark.parametrize("school", ["leczna", "sp1"])
@pytest.mark.parametrize("sent", [b"hello", b"", b"%PDF-1.7", b"\xff\xd8\xff\xe0"])
def test_as_it_is_what_is_no_picture_is_refused_as_well(
    client: httpx.Client, school: str, sent: bytes
) -> None:
    """And so at a school whose text asks nothing of photos."""
    pupil = new_pupil(client, school)
    told = problem(taken(client, pupil, sent, as_is=True), "refused")
    assert {finding["status"] for finding in told["findings"]} == {"breached"}
    assert "photo" not in told


def test_as_it_is_a_photo_is_judged_and_its_bytes_are_not_kept(client: httpx.Client) -> None:
    pupil = new_pupil(client, "grojec")
    found = taken(client, pupil, picture(300, 300), as_is=True)
    assert (found.status_code, found.json()["answer"]) == (201, "breached")
    problem(client.get(f"{pupil}/photos/{found.json()['photo']}"), "unknown")


def test_a_photo_that_is_kept_nothing_replaces(client: httpx.Client) -> None:
    """Neither what is found in its own bytes as they came, nor what a renamed pupil's is called."""
    pupil = new_pupil(client, "grojec")
    first = taken(client, pupil, PORTRAIT).json()["photo"]
    data = client.get(f"{pupil}/photos/{first}").raise_for_status().content
    as_is = taken(client, pupil, data, as_is=True)
    again = taken(client, pupil, PORTRAIT)
    client.put(pupil, json={**plain(ANNA, "pesel"), "last_name": "Nowak"}).raise_for_status()
    renamed = taken(client, pupil, PORTRAIT)
    assert [one.status_code for one in (as_is, again, renamed)] == [201, 201, 201]
    names = [one.json()["photo"] for one in (as_is, again, renamed)]
    assert names[1] == first
    assert len({first, names[0], names[2]}) == 3
    for name in (first, names[2]):
        assert client.get(f"{pupil}/photos/{name}").content == data
    problem(client.get(f"{pupil}/photos/{names[0]}"), "unknown")


def test_what_is_no_photo_leaves_nothing_behind(store: Store) -> None:
    number = store.change(lambda session: add_pupil(session, "leczna", ANNA))
    school = variants.get("leczna")
    desk = Desk({school.slug: school}, store)
    now = CLOCKS["from-request"]({"office-day": DAY.isoformat()})
    for take in (desk.take_photo, desk.take_photo_as_it_is):
        upload = Upload(b"%PDF-1.7", None)
        assert isinstance(take(school, number, "mlegitymacja", upload, now), Refused)
    assert store.look(lambda session: session.scalar(select(PhotoRow))) is None


def test_a_file_under_two_names_is_two_photos_as_it_is(store: Store) -> None:
    """Each application is judged by the name under which its photo came."""
    number = store.change(lambda session: add_pupil(session, "grojec", ANNA))
    school = variants.get("grojec")
    desk = Desk({school.slug: school}, store)
    now = CLOCKS["from-request"]({"office-day": DAY.isoformat()})
    called = ("kowalska-anna-4b.jpg", "wakacje.jpg", None, "kowalska-anna-4b.jpg")
    names = []
    for filename in called:
        upload = Upload(PORTRAIT, filename)
        found = desk.take_photo_as_it_is(school, number, "mlegitymacja", upload, now)
        assert isinstance(found, Photo)
        names.append(str(found.name))
    assert len({*names}) == 3

    def filenames(session: Session) -> list[str | None]:
        file = file_of(session, "grojec", number)
        return [load(PhotoFacts, file.photo(name).facts).filename for name in names]

    assert store.look(filenames) == [*called]


def test_a_photo_whose_facts_came_first_is_kept_all_the_same(client: httpx.Client) -> None:
    pupil = new_pupil(client, "sp1")
    data = client.get(f"{pupil}/photos/{taken(client, pupil, PORTRAIT).json()['photo']}").content
    other = new_pupil(client, "sp1")
    assert taken(client, other, data, as_is=True).status_code == 201
    kept = taken(client, other, PORTRAIT).json()["photo"]
    assert client.get(f"{other}/photos/{kept}").content == data


def test_the_name_of_a_file_comes_in_a_header_and_is_judged(client: httpx.Client) -> None:
    pupil = new_pupil(client, "grojec")
    data = picture(520, 640, dpi=(600, 600))
    address = f"{pupil}/photos/check?procedure=mlegitymacja"
    codes = []
    for name in ("kowalska-anna-4b.jpg", "wakacje.jpg"):
        headers = {**ON, "Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
        told = client.post(address, content=data, headers=headers).json()
        assert "filename" not in told["facts"]
        codes.append({one["code"] for one in told["findings"] if one["status"] == "breached"})
    assert codes[1] - codes[0]


def asked_for_a_photo(
    store: Store, sent: Iterable[dict[str, Any]], *headers: tuple[bytes, bytes]
) -> tuple[int, int]:
    """The status of the answer to a photo that comes in pieces, and how many of them were read."""
    app = app_over(store, "leczna")
    pieces, read, status = iter(sent), 0, 0

    async def receive() -> dict[str, Any]:
        nonlocal read
        read += 1
        return next(pieces)

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        status = message.get("status", status)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/leczna/pupils/1/photos",
        "query_string": b"procedure=mlegitymacja",
        "headers": [*headers],
    }
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]  # plain dicts
    return status, read


def test_who_goes_away_in_the_middle_is_no_fault_of_the_program(store: Store) -> None:
    """A server logs what is raised as far as it; half a photo is not worth it, and not kept."""
    store.change(lambda session: add_pupil(session, "leczna", ANNA))
    half = {"type": "http.request", "body": PORTRAIT[:100], "more_body": True}
    assert asked_for_a_photo(store, (half, {"type": "http.disconnect"})) == (400, 2)
    assert store.look(lambda session: session.scalar(select(PhotoRow))) is None


def test_a_body_that_is_too_large_is_not_read(store: Store) -> None:
    chunk = {"type": "http.request", "body": bytes(2**20), "more_body": True}

    def send_photo(*headers: tuple[bytes, bytes]) -> tuple[int, int]:
        """The status of the answer, and how many pieces of an endless body were read."""
        return asked_for_a_photo(store, repeat(chunk), *headers)

    most = photo.MAX_BYTES // 2**20
    for told in (b"%d" % (photo.MAX_BYTES + 1), b"9" * 5000):
        assert send_photo((b"content-length", told)) == (413, 0)
    assert send_photo() == (413, most + 1)
    assert send_photo((b"content-length", b"7")) == (413, most + 1)


# --- documents ------------------------------------------------------------------------------------


def test_what_follows_is_done_with_the_decision_itself(client: httpx.Client) -> None:
    pupil = new_pupil(client, "leczna")
    card = made(agreed(client, f"{pupil}/documents", _leczna_id(client, pupil)))
    request = phone_request(client, pupil)
    del request["application"]["prior_id"]  # the office knows which ID it has issued
    phone = made(client.post(f"{pupil}/documents", json=request, headers=ON))
    end = {"kind": "end", "ground": "school_changed"}
    handed = {"kind": "hand_over", "to": "pupil", "signed": True}
    assert agreed(client, f"{card}/commands", handed).status_code == 200
    answer = client.post(f"{card}/commands", json=end, headers=ON).json()
    assert [(one["kind"], one["state"]) for one in answer["followed"]] == [
        ("mlegitymacja", "revoked")
    ]
    assert events(client, phone) == ["issued", "revoked"]
    assert client.get(f"{pupil}/tasks", headers=ON).json() == []


def test_an_mlegitymacja_rests_on_the_id_that_is_valid(client: httpx.Client) -> None:
    """The duplicate was a mistake, for the original was found."""
    pupil = new_pupil(client, "leczna")
    first = made(agreed(client, f"{pupil}/documents", _leczna_id(client, pupil)))
    handed = {"kind": "hand_over", "to": "pupil", "signed": True}
    lost = {"kind": "report_loss", "how": "lost"}
    for command in (handed, lost):
        assert agreed(client, f"{first}/commands", command).is_success
    copied = duplicate("18/2024")
    copied["application"]["payment"] = plain(paid("leczna"))
    sent = taken(client, pupil, PORTRAIT, procedure="school_id").json()
    copied["application"]["photo"] = sent["photo"]
    copy = made(agreed(client, f"{first}/commands", copied))
    for document, command in (
        (copy, {"kind": "correct", "act": "issued", "done": DAY.isoformat()}),
        (first, {"kind": "report_found"}),
    ):
        assert agreed(client, f"{document}/commands", command).is_success
    states = [client.get(one, headers=ON).json()["state"] for one in (first, copy)]
    assert states == ["valid", "annulled"]
    request = phone_request(client, pupil)
    del request["application"]["prior_id"]
    phone = made(client.post(f"{pupil}/documents", json=request, headers=ON))
    assert client.get(f"{phone}/events").json()[0]["id_number"] == "17/2024"


def test_a_register_is_read_off_the_documents(client: httpx.Client) -> None:
    pupil = new_pupil(client, "grojec", pesel="12241400000")
    card = made(agreed(client, f"{pupil}/documents", id_request("77/2024")))
    handed = {"kind": "hand_over", "to": "pupil", "signed": True}
    assert agreed(client, f"{card}/commands", handed).status_code == 200
    (entry,) = client.get("/grojec/registers/school_id", headers=ON).json()
    number = int(card.rpartition("/")[2])
    assert entry == {
        "document": {"id": number, "kind": "school_id", "state": "valid"},
        "complete": True,
        "values": {
            "names": "Anna Kowalska",
            "pesel": "12241400000",
            "number": "77/2024",
            "collected": DAY.isoformat(),
            "signature": "pupil",
        },
    }
    assert client.get("/grojec/registers/school_id?on=2024-09-30").json() == []


def _leczna_id(client: httpx.Client, pupil: str) -> dict[str, Any]:
    """A request for a first ID with a photo in which leczna finds no fault."""
    body = id_request()
    sent = taken(client, pupil, PORTRAIT, procedure="school_id")
    body["application"]["photo"] = sent.json()["photo"]
    return body


def test_what_waits_for_a_human_is_a_task(client: httpx.Client) -> None:
    """No text of balin says what becomes of an mLegitymacja on an ID that was lost and replaced."""
    pupil = new_pupil(client, "balin")
    card = made(agreed(client, f"{pupil}/documents", id_request()))
    handed = {"kind": "hand_over", "to": "pupil"}
    for command in (handed, {"kind": "report_loss", "how": "lost"}):
        assert agreed(client, f"{card}/commands", command).is_success
    phone = made(agreed(client, f"{pupil}/documents", phone_request(client, pupil)))
    copy = made(agreed(client, f"{card}/commands", duplicate("18/2024")))
    answer = client.post(f"{copy}/commands", json=handed, headers=ON).json()
    assert [one["state"] for one in answer["followed"]] == ["unsettled"]
    told = client.get(f"{pupil}/tasks", headers=ON).json()
    assert {f"/balin/documents/{task['document']['id']}" for task in told} == {phone}
    assert [task["command"] for task in told] == [None, None]
    assert ("revoke.ground", "head") in {
        (one["code"], one["who"]) for task in told for one in task["findings"]
    }


def test_a_task_s_command_can_be_sent_as_it_is(store: Store) -> None:
    """As after an import: the ID has ended, and nobody has revoked what rests on it."""
    card, phone = in_hand("leczna"), issued_mlegitymacja("leczna")
    ended = lived(card, End(on=DAY, ground="school_changed"))

    def enter(session: Session) -> None:
        file = file_of(session, "leczna", add_pupil(session, "leczna", ANNA))
        for kind, document in (("school_id", ended), ("mlegitymacja", phone)):
            file.add(kind, Accepted(document, document.history, ()))

    store.change(enter)
    app = app_over(store, "leczna")

    async def settle() -> list[Any]:
        transport = httpx.ASGITransport(app)
        address = "http://office/leczna/"
        async with httpx.AsyncClient(transport=transport, base_url=address, headers=ON) as client:
            (task,) = (await client.get("pupils/1/tasks")).json()
            assert task["command"]["ground"] == "school_changed"
            place = f"documents/{task['document']['id']}/commands"
            done = await client.post(place, json=task["command"])
            return [done.json()["document"]["state"], (await client.get("pupils/1/tasks")).json()]

    assert asyncio.run(settle()) == ["revoked", []]


def test_a_pupil_who_was_renamed_bears_the_new_name_on_what_is_made_then(
    client: httpx.Client,
) -> None:
    pupil = new_pupil(client, "sp1")
    old = made(agreed(client, f"{pupil}/documents", id_request()))
    client.put(pupil, json={**plain(ANNA, "pesel"), "last_name": "Nowak"}).raise_for_status()
    certificate = {
        "document": "certificate",
        "application": {"kind": "school", "school_name": "SP 1", "year": 2024},
    }
    new = made(agreed(client, f"{pupil}/documents", certificate))
    names = [client.get(f"{one}/events").json()[0]["pupil"]["last_name"] for one in (old, new)]
    assert names == ["Kowalska", "Nowak"]


# --- two at once ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "kind", "clause"),
    [("balin", "refused", "balin:codes"), ("leczna", "undecided", "I-codes")],
)
def test_of_two_activations_at_once_one_wins(
    client: httpx.Client, school: str, kind: str, clause: str
) -> None:
    """No text of leczna says that codes are used up, so there the other waits for the head."""
    _one_wins(client, client, school, kind, clause)


def test_so_it_is_with_two_servers_on_one_file(tmp_path: Path) -> None:
    database = tmp_path / "office.db"
    with (
        office(database, schools=("balin",)) as (first, _),
        office(database, schools=("balin",)) as (second, _),
    ):
        _one_wins(first, second, "balin", "refused", "balin:codes")


def _one_wins(
    first: httpx.Client, second: httpx.Client, school: str, kind: str, clause: str
) -> None:
    """Again and again two activate with the same codes at the same moment."""
    with ThreadPoolExecutor(2) as pool:
        for _ in range(10):
            pupil = new_pupil(first, school)
            document = made(agreed(first, f"{pupil}/documents", phone_request(first, pupil)))
            together = Barrier(2)
            racing = {
                device: pool.submit(_activate, client, document, school, device, together)
                for device, client in (("one", first), ("two", second))
            }
            answers = {device: racer.result(60) for device, racer in racing.items()}
            winner, loser = sorted(answers, key=lambda device: answers[device].status_code)
            assert answers[winner].status_code == 200, answers[winner].text
            reasons = problem(answers[loser], kind)["findings"]
            assert clause in {finding["clause"] for finding in reasons}
            happened = second.get(f"{document}/events").json()
            used = [one["device"] for one in happened if one["event"] == "activated"]
            assert used == [winner]


def _activate(
    client: httpx.Client, document: str, school: str, device: str, together: Barrier
) -> httpx.Response:
    body = activation(school, device)
    together.wait(60)
    return client.post(f"{document}/commands", json=body, headers=ON)


def test_a_decision_that_was_overtaken_is_taken_anew(store: Store) -> None:
    number = store.change(lambda session: add_pupil(session, "leczna", ANNA))
    tries: list[int] = []

    def overtaken(session: Session, times: int) -> str:
        tries.append(len(tries))
        add_pupil(session, "leczna", ANNA.model_copy(update={"pesel": None}))
        if len(tries) <= times:
            raise IntegrityError("", {}, ValueError())
        return "done"

    assert store.change(lambda session: overtaken(session, 2)) == "done"
    assert len(tries) == 3
    with pytest.raises(Overtaken):
        store.change(lambda session: overtaken(session, 99))
    kept = store.look(lambda session: [file.row.id for file in files(session, "leczna")])
    assert kept == [number, number + 1], "what was overtaken left nothing behind"


def test_what_breaks_off_in_the_middle_leaves_nothing_behind(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Original and duplicate are written already when what follows from them is looked for."""
    lost = lived(in_hand("sp6"), ReportLoss(on=DAY, how="lost"))

    def enter(session: Session) -> Kept:
        file = file_of(session, "sp6", add_pupil(session, "sp6", ANNA))
        return file.add("school_id", Accepted(lost, lost.history, ()))

    def there(session: Session) -> list[Kept]:
        return file_of(session, "sp6", 1).documents

    kept = store.change(enter)
    school = variants.get("sp6")
    desk = Desk({school.slug: school}, store)
    body, now = duplicate("18/2024"), CLOCKS["from-request"]({"office-day": DAY.isoformat()})
    asked = desk.decide(school, kept.id, body, now)
    if isinstance(asked, Undecided):
        body["attested"] = [
            {"condition": one.code, "subject": one.subject, "role": "head"} for one in asked.reasons
        ]
    with monkeypatch.context() as broken:
        broken.setattr(coupling, "follows", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            desk.decide(school, kept.id, body, now)
    assert [one.document for one in store.look(there)] == [lost]
    assert isinstance(desk.decide(school, kept.id, body, now), Done)
    assert len(store.look(there)) == 2


def test_one_place_in_a_document_s_history_is_taken_once(store: Store) -> None:
    card = issued("leczna")
    happened = Accepted(card, card.history, ())

    def enter(session: Session) -> Kept:
        number = add_pupil(session, "leczna", ANNA)
        return file_of(session, "leczna", number).add("school_id", happened)

    kept = store.change(enter)
    with pytest.raises(Overtaken):
        store.change(lambda session: session.add(EventRow(document_id=kept.id, seq=0, body="{}")))
    again = store.look(lambda session: file_with(session, "leczna", kept.id)[kept.id])
    assert again.document == card


def test_one_pesel_is_taken_once_at_a_school(store: Store) -> None:
    """Should two be entered at once where no writer waits for the other, the key refuses the second."""
    store.change(lambda session: add_pupil(session, "leczna", ANNA))
    twice = {"pesel": plain(ANNA)["pesel"], "facts": "{}"}
    with pytest.raises(Overtaken):
        store.change(lambda session: session.add(PupilRow(school="leczna", **twice)))
    store.change(lambda session: session.add(PupilRow(school="balin", **twice)))


# --- no answer ------------------------------------------------------------------------------------


def test_who_got_no_answer_finds_what_was_made_and_does_not_make_it_twice(
    client: httpx.Client,
) -> None:
    pupil = new_pupil(client, "sp1")

    def there() -> dict[int, dict[str, str]]:
        told = client.get(f"{pupil}/documents", headers=ON).raise_for_status().json()
        return {one.pop("id"): one for one in told}

    def lose(answer: httpx.Response) -> None:
        if answer.is_success:
            raise httpx.ReadError("the line is dead")

    def sure(address: str, body: Mapping[str, Any]) -> str:
        """Asks again and again, as long as there is nothing that was not there."""
        known = there()
        with httpx.Client(
            base_url=client.base_url,
            event_hooks={"response": [lose]},
            timeout=60,
            trust_env=False,
        ) as dying:
            for _ in range(3):
                if there().keys() == known.keys():
                    with pytest.raises(httpx.ReadError):
                        agreed(dying, address, body)
        (new,) = there().keys() - known.keys()
        return f"/sp1/documents/{new}"

    assert there() == {}
    first = sure(f"{pupil}/documents", id_request())
    for command in ({"kind": "hand_over", "to": "pupil"}, {"kind": "report_loss", "how": "lost"}):
        agreed(client, f"{first}/commands", command).raise_for_status()
    copy = sure(f"{first}/commands", duplicate("18/2024"))
    states = [client.get(one, headers=ON).json()["state"] for one in (first, copy)]
    assert [*there().values()] == [{"kind": "school_id", "state": state} for state in states]
    assert events(client, first)[3:] == ["duplicated"]
    assert events(client, copy) == ["issued"]
    sent = [taken(client, pupil, PORTRAIT).json()["photo"] for _ in range(2)]
    assert sent[0] == sent[1]
    problem(client.get("/sp1/pupils/999999/documents"), "unknown")


# --- what it is made of ---------------------------------------------------------------------------


def test_the_office_uses_of_the_library_what_is_promised() -> None:
    """Or who copies it would be broken by a version that breaks no promise."""
    library = legitymacja_rules.__name__
    rooms = {f"{library}.{name}": room for name, room in public.rooms().items()}
    doors = {library: legitymacja_rules, **rooms, kit.__name__: kit}
    taken = [
        (node.module, name.name)
        for path in (EXAMPLES / "office").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(library)
        for name in node.names
    ]
    assert len(taken) > 40
    for module, name in taken:
        assert f"{module}.{name}" in rooms or name in doors[module].__all__, (module, name)


# --- killed ---------------------------------------------------------------------------------------


def _live(address: httpx.URL, told: list[tuple[str, list[str]]], done: Semaphore) -> None:
    """Pupils lose their IDs and get duplicates, until the office is gone; what it answered is told."""

    def ask(client: httpx.Client, place: str, body: Mapping[str, Any]) -> httpx.Response:
        answer = agreed(client, place, body)
        assert answer.is_success, answer.text
        document = answer.json()["document"]
        told.append((f"/sp1/documents/{document['id']}", answer.json()["events"]))
        if copy := answer.json()["successor"]:
            told.append((f"/sp1/documents/{copy['id']}", ["issued"]))
        done.release()
        return answer

    with httpx.Client(base_url=address, timeout=60, trust_env=False) as client:
        while True:
            try:
                pupil = new_pupil(client, "sp1")
                document = made(ask(client, f"{pupil}/documents", id_request("1")))
                for number in range(2, 5):
                    place = f"{document}/commands"
                    ask(client, place, {"kind": "hand_over", "to": "pupil"})
                    ask(client, place, {"kind": "report_loss", "how": "lost"})
                    document = made(ask(client, place, duplicate(str(number))))
            except httpx.TransportError:
                return


def test_killed_in_the_middle_and_started_again_nothing_is_lost(tmp_path: Path) -> None:
    bare, database = tmp_path / "sp1.json", tmp_path / "office.db"
    bare.write_text(json.dumps(BARE), encoding="utf-8")
    told: list[tuple[str, list[str]]] = []
    for _ in range(2):
        with (
            office(database, schools=(str(bare),)) as (client, process),
            ThreadPoolExecutor(4) as pool,
        ):
            _nothing_is_lost(client, told)
            done = Semaphore(0)
            lives = [pool.submit(_live, client.base_url, told, done) for _ in range(4)]
            for _ in range(40):
                assert done.acquire(timeout=60)
            process.kill()
            for life in lives:
                life.result(60)
        _nothing_is_half_done(database)
    with office(database, schools=(str(bare),)) as (client, _):
        _nothing_is_lost(client, told)
    assert len(told) >= 80


def _nothing_is_lost(client: httpx.Client, told: list[tuple[str, list[str]]]) -> None:
    """Each document has all events that were answered, in their order, and at most what was not answered."""
    answered: dict[str, list[str]] = {}
    for document, happened in told:
        answered.setdefault(document, []).extend(happened)
    for document, happened in answered.items():
        there = events(client, document)
        own = [event for event in there if event != "replaced"]
        assert own[: len(happened)] == happened
        assert len(own) <= len(happened) + 1


def _nothing_is_half_done(database: Path) -> None:
    """Each document is one that could have been, and each duplicate has its original."""

    def lives(session: Session) -> list[list[SchoolId]]:
        return [
            [load(SchoolId, dump(kept.document)) for kept in file.documents]
            for file in files(session, "sp1")
        ]

    with closing(Store(f"sqlite:///{database}")) as store:
        families = store.look(lives)
    for family in families:
        copies = sum(one.issued.copies > 0 for one in family)
        assert copies == sum(one.last(Duplicated) is not None for one in family)
