"""The addresses. Each reads what was sent, asks the desk, and writes what it answered.

Bodies are read here, counted while they come, and loaded by the library: it names every fault with its
path and never repeats what was sent. A query is read as a body is, as an object of texts; what an
address names in its path is there or not. So no address holds a rule, and none holds a pupil's name,
which would stand in logs.
"""

from __future__ import annotations

import json
from datetime import date
from email.message import Message
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, FastAPI, Path, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict

from legitymacja_rules import Refused, Verdict, deadlines, fees, photo, planning, registers
from legitymacja_rules.errors import LoadError
from legitymacja_rules.explanation import Language
from legitymacja_rules.facts import Day
from legitymacja_rules.loading import dump, load
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.outcomes import Explained
from legitymacja_rules.school_id import SchoolId
from legitymacja_rules.vocabulary import ExchangeGround, Procedure, RegisterName

from .asked import Upload
from .clock import Clock, Now
from .desk import Decision, Desk, Done, Photo, Task
from .problems import TooLarge, decided_against, install, language_of
from .store import Kept

__all__ = ["office"]

T = TypeVar("T")

MOST_JSON = 256 * 1024
"""So many bytes of JSON are read; an application with all its fields has a hundredth of it."""

router = APIRouter(prefix="/{school}")


def office(desk: Desk, clock: Clock) -> FastAPI:
    """The office as an application; the pages that FastAPI draws would not know what bodies hold."""
    app = FastAPI(title="School office", openapi_url=None, redirect_slashes=False)
    app.state.desk, app.state.clock = desk, clock
    app.include_router(router)
    install(app)
    return app


# --- what a query may say -------------------------------------------------------------------------


class Nothing(BaseModel):
    """A query that says nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class OfADay(Nothing):
    """The day that is asked about; today if none is."""

    on: Day | None = None


class OfAPhoto(Nothing):
    """What a photo is for."""

    procedure: Procedure


class OfAPhotoToKeep(OfAPhoto):
    """And whether it is kept as it came."""

    as_is: bool = False


class OfAFee(OfADay):
    """What for, where that matters, and for how many."""

    ground: ExchangeGround | None = None
    copies: int = 1


class Milestones(Nothing):
    """The days on which what starts a clock was reached, as far as it was."""

    application: Day | None = None
    receipt: Day | None = None
    complete: Day | None = None
    payment: Day | None = None
    photo: Day | None = None
    records: Day | None = None


def _query(form: type[T]) -> Any:  # noqa: ANN401  (FastAPI's own)
    """An address takes each parameter it knows once, and no other."""

    def read(request: Request) -> T:
        return load(form, _each_once(request.query_params.multi_items()))

    return Depends(read)


NO_QUERY = [_query(Nothing)]
"""Of an address that is asked by its path and its body alone."""


# --- what every address needs ---------------------------------------------------------------------


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _now(request: Request) -> Now:
    clock: Clock = request.app.state.clock
    return clock(request.headers)


def _day(now: Annotated[Now, Depends(_now)], asked: Annotated[OfADay, _query(OfADay)]) -> date:
    """The day that is asked about; only questions may choose it."""
    return asked.on or now.day


async def _read(request: Request, most: int) -> bytes:
    """The body, if it is no longer than that; the rest of a longer one is never read."""
    told = request.headers.get("content-length", "0")
    data = bytearray()
    if told.isdecimal() and int(told) > most:
        raise TooLarge
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            raise TooLarge
    return bytes(data)


async def _body(request: Request) -> dict[str, Any]:
    """The body as a JSON object in which no key stands twice."""
    try:
        told = json.loads(await _read(request, MOST_JSON), object_pairs_hook=_each_once)
    except LoadError:
        raise
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise LoadError("request", (("", "not_json"),))
    return told


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Nobody knows which of two values is meant."""
    if len(made := dict(pairs)) != len(pairs):
        raise LoadError("request", (("", "repeated_key"),))
    return made


async def _upload(request: Request) -> Upload:
    """The body as a file, under the name in `Content-Disposition`: in an address it would be logged."""
    told = request.headers.get("content-disposition", "attachment")
    return Upload(await _read(request, photo.MAX_BYTES), _filename(told))


def _filename(told: str) -> str | None:
    """A name that nobody can read is none."""
    header = Message()
    header["Content-Disposition"] = told
    try:
        return header.get_filename()
    except (TypeError, ValueError):  # no letters of that alphabet, or parts that have no order
        return None


TheDesk = Annotated[Desk, Depends(_desk)]
TheTime = Annotated[Now, Depends(_now)]
AskedDay = Annotated[date, Depends(_day)]
Body = Annotated[dict[str, Any], Depends(_body)]
File = Annotated[Upload, Depends(_upload)]
Number = Annotated[int, Path(ge=1, lt=2**63)]
InLanguage = Annotated[Language, Depends(language_of)]


# --- what is written ------------------------------------------------------------------------------


def _told(answer: Explained, language: Language) -> dict[str, Any]:
    """An answer with its findings and their texts."""
    told: dict[str, Any] = json.loads(answer.explain_json(language))
    return told


def _seen(kept: Kept, on: date) -> dict[str, Any]:
    """A document without anything that tells of a person."""
    return {"id": kept.id, "kind": kept.kind, "state": kept.verbs.state_on(kept.document, on)}


def _done(request: Request, decision: Decision, on: date, status: int) -> Response:
    """What was done, or the problem."""
    if not isinstance(decision, Done):
        return decided_against(request, decision)
    outcome, made, successor = decision.outcome, decision.document, decision.successor
    told = {
        **_told(outcome, language_of(request)),
        "events": [event.event for event in outcome.events],
        "document": _seen(made, on),
        "successor": successor and _seen(successor, on),
        "followed": [_seen(one, on) for one in decision.followed],
    }
    new = successor or made
    headers = {"Location": f"/{request.path_params['school']}/documents/{new.id}"}
    return JSONResponse(told, status, headers if status == 201 or successor else None)


def _wanted(task: Task) -> dict[str, Any] | None:
    """The command of a task as it can be sent, if one is known; its day will be that of the sending."""
    asked = task.consequence.command
    if asked is None:
        return None
    told: dict[str, Any] = json.loads(dump(asked))
    return {name: told[name] for name in told if name not in {"on", "attested"}}


def _photo_told(found: Photo, language: Language) -> dict[str, Any]:
    return {
        "photo": found.name,
        "facts": found.facts.model_dump(mode="json", exclude={"filename"}),
        **_told(found.verdict, language),
    }


# --- pupils and photos ----------------------------------------------------------------------------


@router.post("/pupils", status_code=201, dependencies=NO_QUERY)
def add_pupil(school: str, desk: TheDesk, body: Body) -> dict[str, int]:
    """A new pupil; the body is a `Pupil`."""
    return {"pupil": desk.add_pupil(school, body)}


@router.put("/pupils/{pupil}", status_code=204, response_model=None, dependencies=NO_QUERY)
def change_pupil(school: str, pupil: Number, desk: TheDesk, body: Body) -> None:
    """What is known of a pupil now: another class, another name."""
    desk.change_pupil(school, pupil, body)


@router.post("/pupils/{pupil}/photos/check")
def check_photo(
    school: str,
    pupil: Number,
    asked: Annotated[OfAPhoto, _query(OfAPhoto)],
    desk: TheDesk,
    now: TheTime,
    upload: File,
    language: InLanguage,
) -> dict[str, Any]:
    """Whether a photo is good enough as it is; nothing is kept."""
    return _photo_told(desk.check_photo(school, pupil, asked.procedure, upload, now), language)


@router.post("/pupils/{pupil}/photos", status_code=201)
def take_photo(
    request: Request,
    school: str,
    pupil: Number,
    asked: Annotated[OfAPhotoToKeep, _query(OfAPhotoToKeep)],
    desk: TheDesk,
    now: TheTime,
    upload: File,
) -> Any:  # noqa: ANN401  (an answer or a problem)
    """Keep a photo as the school takes it; `as_is` judges the file as it came, and keeps the facts alone."""
    take = desk.take_photo_as_it_is if asked.as_is else desk.take_photo
    found = take(school, pupil, asked.procedure, upload, now)
    if isinstance(found, Refused):
        return decided_against(request, found)
    return _photo_told(found, language_of(request))


@router.get("/pupils/{pupil}/photos/{photo}", dependencies=NO_QUERY)
def picture(school: str, pupil: Number, photo: str, desk: TheDesk) -> Response:
    """A photo that was kept; `prepare` wrote it, so it is a JPEG or a PNG."""
    data = desk.picture(school, pupil, photo)
    kind = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    return Response(data, headers={"X-Content-Type-Options": "nosniff"}, media_type=kind)


@router.get("/pupils/{pupil}/tasks")
def tasks(
    school: str, pupil: Number, desk: TheDesk, on: AskedDay, language: InLanguage
) -> list[dict[str, Any]]:
    """What follows for the pupil's documents and waits for a human."""
    return [
        {
            **_told(task.answer, language),
            "document": _seen(task.document, on),
            "command": _wanted(task),
        }
        for task in desk.tasks(school, pupil, on)
    ]


# --- documents ------------------------------------------------------------------------------------


@router.post("/pupils/{pupil}/documents", response_model=None, dependencies=NO_QUERY)
def issue(
    request: Request, school: str, pupil: Number, desk: TheDesk, now: TheTime, body: Body
) -> Response:
    """Issue a first document."""
    return _done(request, desk.issue(school, pupil, body, now), now.day, 201)


@router.post("/documents/{document}/commands", response_model=None, dependencies=NO_QUERY)
def decide(
    request: Request, school: str, document: Number, desk: TheDesk, now: TheTime, body: Body
) -> Response:
    """Do with a document what the command says."""
    return _done(request, desk.decide(school, document, body, now), now.day, 200)


@router.get("/documents/{document}")
def document(
    school: str, document: Number, desk: TheDesk, on: AskedDay, language: InLanguage
) -> dict[str, Any]:
    """What a document is on a day, what may be done with it or why not, and what happened to it."""
    pupil, kept = desk.document(school, document)
    offered = kept.verbs.available(kept.document, desk.school(school), on=on, policy=desk.policy)
    return {
        **_seen(kept, on),
        "pupil": pupil,
        "available": {
            kind: [finding["text"] for finding in _told(Verdict(reasons), language)["findings"]]
            for kind, reasons in offered.items()
        },
        "history": [{"event": act.event, "on": act.on} for act in kept.document.history],
    }


@router.get("/documents/{document}/events", dependencies=NO_QUERY)
def events(school: str, document: Number, desk: TheDesk) -> Any:  # noqa: ANN401  (each event has its own shape)
    """All that is kept of a document; PESEL and codes stand in it."""
    _, kept = desk.document(school, document)
    return json.loads(dump(kept.document))["history"]


# --- the school -----------------------------------------------------------------------------------


@router.get("/registers/{register}")
def register(
    school: str, register: RegisterName, desk: TheDesk, on: AskedDay
) -> list[dict[str, Any]]:
    """A register, read off the documents, in the order of their issue."""
    text = desk.school(school)
    return [
        {"document": _seen(kept, on), "complete": entry.complete, "values": entry.values}
        for kept in sorted(desk.documents(school), key=lambda kept: kept.document.issued.on)
        for entry in registers.entries([kept.document], text, register, on=on)
    ]


@router.get("/renewals")
def renewals(
    school: str, desk: TheDesk, on: AskedDay, language: InLanguage
) -> list[dict[str, Any]]:
    """Which documents need something in the school year of a day, the most pressing first."""
    known = {id(kept.document): kept for kept in desk.documents(school)}
    documents = (kept.document for kept in known.values())
    planned = [one for one in documents if isinstance(one, SchoolId | Mlegitymacja)]
    lines = planning.plan(planned, desk.school(school), on=on)
    return [
        {
            "document": _seen(known[id(line.document)], on),
            "need": line.need,
            "by": line.by,
            "lapsed": line.lapsed,
            **_told(line, language),
        }
        for line in lines
    ]


@router.get("/fees/{procedure}")
def fee(
    school: str,
    procedure: Procedure,
    asked: Annotated[OfAFee, _query(OfAFee)],
    desk: TheDesk,
    now: TheTime,
    language: InLanguage,
) -> dict[str, Any]:
    """What it costs, under which clause, and to which account it goes."""
    how = {"on": now.day, **asked.model_dump(exclude_none=True)}
    found = fees.fee(desk.school(school), procedure, policy=desk.policy, **how)
    amount = None if found.amount is None else str(found.amount)
    told = {"amount": amount, "basis": found.basis, "account": found.account}
    return {**told, **_told(found, language)}


@router.get("/deadlines/{procedure}")
def deadline(
    school: str,
    procedure: Procedure,
    desk: TheDesk,
    language: InLanguage,
    reached: Annotated[Milestones, _query(Milestones)],
) -> dict[str, Any]:
    """By when the school has to act, given the days on which its milestones were reached."""
    found = deadlines.due(desk.school(school), procedure, **reached.model_dump())
    told = {"expected": found.expected, "latest": found.latest, "waits_for": found.waits_for}
    return {**told, **_told(found, language)}
