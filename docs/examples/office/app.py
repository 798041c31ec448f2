"""The addresses. Each is given what was sent, asks the desk, and writes what it answered.

All of them lie under a school that the office works for; any other is not there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from legitymacja_rules import Refused, Verdict, deadlines, fees, planning, registers
from legitymacja_rules.explanation import Language
from legitymacja_rules.loading import dump
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.outcomes import Explained
from legitymacja_rules.regulation import Regulation
from legitymacja_rules.school_id import SchoolId
from legitymacja_rules.vocabulary import Procedure, RegisterName

from .clock import Clock
from .desk import Decision, Desk, Done, Photo, Task
from .problems import DISCREET, decided_against, install, language_of
from .reading import (
    NO_QUERY,
    AskedDay,
    Body,
    File,
    InLanguage,
    Milestones,
    Number,
    OfAFee,
    OfAPhoto,
    OfAPhotoToKeep,
    TheTime,
    query,
)
from .store import Kept

__all__ = ["office"]

"""An answer tells of a child, on a day; a photo is a photo, whatever a browser may see in it."""


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


TheDesk = Annotated[Desk, Depends(_desk)]


def _school(school: str, desk: TheDesk) -> Regulation:
    return desk.school(school)


TheSchool = Annotated[Regulation, Depends(_school)]

router = APIRouter(prefix="/{school}", dependencies=[Depends(_school)])


def get(path: str, **how: Any) -> Callable[..., Any]:  # noqa: ANN401  (FastAPI's own)
    """Of what can be had the head can be had alone."""
    return router.api_route(path, methods=["GET", "HEAD"], **how)


def office(desk: Desk, clock: Clock) -> FastAPI:
    """The office as an application; the pages that FastAPI draws would not know what bodies hold."""
    app = FastAPI(title="School office", openapi_url=None, redirect_slashes=False)
    app.state.desk, app.state.clock = desk, clock
    app.include_router(router)
    app.add_middleware(Discreet)
    install(app)
    return app


class Discreet:
    """Says with each answer that nobody on its way may keep it, or take it for something else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the application answer, and add to the head of what it says."""

        async def say(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(DISCREET)
            await send(message)

        await self._app(scope, receive, say)


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
def add_pupil(school: TheSchool, desk: TheDesk, body: Body) -> dict[str, int]:
    """A new pupil; the body is a `Pupil`."""
    return {"pupil": desk.add_pupil(school, body)}


@router.put("/pupils/{pupil}", status_code=204, response_model=None, dependencies=NO_QUERY)
def change_pupil(school: TheSchool, pupil: Number, desk: TheDesk, body: Body) -> None:
    """What is known of a pupil now: another class, another name."""
    desk.change_pupil(school, pupil, body)


@router.post("/pupils/{pupil}/photos/check")
def check_photo(
    school: TheSchool,
    pupil: Number,
    asked: Annotated[OfAPhoto, query(OfAPhoto)],
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
    school: TheSchool,
    pupil: Number,
    asked: Annotated[OfAPhotoToKeep, query(OfAPhotoToKeep)],
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


@get("/pupils/{pupil}/photos/{photo}", dependencies=NO_QUERY)
def picture(school: TheSchool, pupil: Number, photo: str, desk: TheDesk) -> Response:
    """A photo that was kept; `prepare` wrote it, so it is a JPEG or a PNG."""
    data = desk.picture(school, pupil, photo)
    kind = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    return Response(data, media_type=kind)


@get("/pupils/{pupil}/tasks")
def tasks(
    school: TheSchool, pupil: Number, desk: TheDesk, on: AskedDay, language: InLanguage
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


@get("/pupils/{pupil}/documents")
def documents(
    school: TheSchool, pupil: Number, desk: TheDesk, on: AskedDay
) -> list[dict[str, Any]]:
    """Which documents a pupil has; who got no answer sees here whether one was made."""
    return [_seen(kept, on) for kept in desk.documents_of(school, pupil)]


@router.post("/pupils/{pupil}/documents", response_model=None, dependencies=NO_QUERY)
def issue(
    request: Request, school: TheSchool, pupil: Number, desk: TheDesk, now: TheTime, body: Body
) -> Response:
    """Issue a first document."""
    return _done(request, desk.issue(school, pupil, body, now), now.day, 201)


@router.post("/documents/{document}/commands", response_model=None, dependencies=NO_QUERY)
def decide(
    request: Request, school: TheSchool, document: Number, desk: TheDesk, now: TheTime, body: Body
) -> Response:
    """Do with a document what the command says."""
    return _done(request, desk.decide(school, document, body, now), now.day, 200)


@get("/documents/{document}")
def document(
    school: TheSchool, document: Number, desk: TheDesk, on: AskedDay, language: InLanguage
) -> dict[str, Any]:
    """What a document is on a day, what may be done with it or why not, and what happened to it."""
    pupil, kept = desk.document(school, document)
    offered = kept.verbs.available(kept.document, school, on=on, policy=desk.policy)
    return {
        **_seen(kept, on),
        "pupil": pupil,
        "available": {
            kind: [finding["text"] for finding in _told(Verdict(reasons), language)["findings"]]
            for kind, reasons in offered.items()
        },
        "history": [{"event": act.event, "on": act.on} for act in kept.document.history],
    }


@get("/documents/{document}/events", dependencies=NO_QUERY)
def events(school: TheSchool, document: Number, desk: TheDesk) -> Any:  # noqa: ANN401  (each event has its own shape)
    """All that is kept of a document; PESEL and codes stand in it."""
    _, kept = desk.document(school, document)
    return json.loads(dump(kept.document))["history"]


# --- the school -----------------------------------------------------------------------------------


@get("/registers/{register}")
def register(
    school: TheSchool, register: RegisterName, desk: TheDesk, on: AskedDay
) -> list[dict[str, Any]]:
    """A register, read off the documents, in the order of their issue."""
    return [
        {"document": _seen(kept, on), "complete": entry.complete, "values": entry.values}
        for kept in sorted(desk.documents(school), key=lambda kept: kept.document.issued.on)
        for entry in registers.entries([kept.document], school, register, on=on)
    ]


@get("/renewals")
def renewals(
    school: TheSchool, desk: TheDesk, on: AskedDay, language: InLanguage
) -> list[dict[str, Any]]:
    """Which documents need something in the school year of a day, the most pressing first."""
    known = {id(kept.document): kept for kept in desk.documents(school)}
    documents = (kept.document for kept in known.values())
    planned = [one for one in documents if isinstance(one, SchoolId | Mlegitymacja)]
    lines = planning.plan(planned, school, on=on)
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


@get("/fees/{procedure}")
def fee(
    school: TheSchool,
    procedure: Procedure,
    asked: Annotated[OfAFee, query(OfAFee)],
    desk: TheDesk,
    now: TheTime,
    language: InLanguage,
) -> dict[str, Any]:
    """What it costs, under which clause, and to which account it goes."""
    how = {"on": now.day, **asked.model_dump(exclude_none=True)}
    found = fees.fee(school, procedure, policy=desk.policy, **how)
    amount = None if found.amount is None else str(found.amount)
    told = {"amount": amount, "basis": found.basis, "account": found.account}
    return {**told, **_told(found, language)}


@get("/deadlines/{procedure}")
def deadline(
    school: TheSchool,
    procedure: Procedure,
    language: InLanguage,
    reached: Annotated[Milestones, query(Milestones)],
) -> dict[str, Any]:
    """By when the school has to act, given the days on which its milestones were reached."""
    found = deadlines.due(school, procedure, **reached.model_dump())
    told = {"expected": found.expected, "latest": found.latest, "waits_for": found.waits_for}
    return {**told, **_told(found, language)}
