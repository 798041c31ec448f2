"""What is answered where nothing was done: a problem by RFC 9457, in Polish or in English.

Which status means what:

    400 malformed   a query, body or header has another shape; `faults` names each place, and what mends it
    404 unknown     no such address, school, pupil, document, photo, register or procedure
    405 no_method   the address is asked in another way, which `Allow` names
    409 entered     the school has a pupil with this PESEL: `pupil` is their number
    409 undecided   nothing forbids it, but a human has to attest something: do so, and send it again
    409 overtaken   others changed the same documents again and again: look, and send it again
    413 too_large   more bytes than are taken
    415 other_type  the body says of itself that it is of another type, or packed: `Content-Type`, `Content-Encoding`
    422 refused     understood, and not allowed: `findings` are all the reasons at once
    500 failed      a fault of the program or in what is kept, which its own log tells
    503 busy        the database was locked for too long, or all connections to it were taken

What stands in an address names a thing, so one of another shape is not there either; but whether any address
of its kind can be asked like that is looked at first. What an address
does not know of its query, and what stands in that twice, is malformed, as in a body.

A refusal is no conflict: sending the same again helps only where a finding names an `earliest` day. A
202 would promise that something was kept; of what is undecided nothing is. No problem repeats what was
sent, for that tells of a child.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy import exc
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import Match

from legitymacja_rules import Refused, Undecided
from legitymacja_rules.errors import LoadError, UnknownProcedure, WrongArgument
from legitymacja_rules.explanation import Language

from .store import EnteredAlready, NotThere, Overtaken

__all__ = ["OfAnotherType", "TooLarge", "decided_against", "install", "language_of"]

Kind = Literal[
    "malformed",
    "unknown",
    "no_method",
    "entered",
    "undecided",
    "overtaken",
    "too_large",
    "other_type",
    "refused",
    "failed",
    "busy",
]

TITLES: Mapping[Kind, tuple[int, str, str]] = {
    "malformed": (400, "Dane nie pasują", "The data do not fit"),
    "unknown": (404, "Nie ma czegoś takiego", "There is no such thing"),
    "no_method": (405, "Ten adres pyta się inaczej", "The address is asked in another way"),
    "entered": (409, "Ten uczeń jest już wpisany", "This pupil is entered already"),
    "undecided": (409, "Czeka na rozstrzygnięcie", "Waits for a human"),
    "overtaken": (409, "Ktoś był szybszy", "Somebody was faster"),
    "too_large": (413, "Za duży plik", "Too large"),
    "other_type": (415, "To nie ten rodzaj danych", "Data of another type"),
    "refused": (422, "Odmowa", "Refused"),
    "failed": (500, "Błąd programu", "The program failed"),
    "busy": (503, "Baza danych jest zajęta", "The database is busy"),
}
"""Of each kind the status, and the title in both languages."""

DISCREET = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
"""What each answer says to whatever is on its way."""

HEADERS: Mapping[Kind, Mapping[str, str]] = {
    "busy": {"Retry-After": "1"},
    # The framework answers a fault outside of all that is added to it.
    "failed": {"Connection": "close", **DISCREET},
}
"""What some say of the next request; a server that logs a fault lets go of the connection."""

LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
"""The errors of SQLite that pass by themselves; those of another database are all taken for faults."""

PRIMARY = 0xFF
"""Of an error's number the part that says what it is; the rest says why."""

FRAMEWORK: Mapping[int, Kind] = {404: "unknown", 405: "no_method"}
"""What the framework says of an address by itself; whatever else is raised in its way, a login's 401, passes."""

METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")

MEDIA_TYPE = "application/problem+json"

TYPE = "tag:office.example,2026:"
"""What the type of a problem begins with; put a page of your own behind it."""


class TooLarge(Exception):
    """More bytes came than are taken."""


class OfAnotherType(Exception):
    """A body that says it is something else than what is asked for."""


def language_of(request: Request) -> Language:
    """The language that the client likes best of the two; Polish if it likes none."""
    told = request.headers.get("accept-language", "").lower().split(",")
    parts = ([word.strip() for word in part.split(";")] for part in told)
    liked: list[tuple[float, Language]] = [
        (_weight(parameters), language)
        for name, *parameters in parts
        for language in get_args(Language)
        if name.partition("-")[0] == language
    ]
    return max([(0.0, "pl"), *liked], key=lambda one: one[0])[1]


def _weight(parameters: Iterable[str]) -> float:
    """The weight of a language, as in ``q=0.8``; 1 if none is given, 0 if it is no number."""
    told = [text.removeprefix("q=") for text in parameters if text.startswith("q=")]
    try:
        return float(told[0]) if told else 1.0
    except ValueError:
        return 0.0


def problem(
    request: Request, kind: Kind, detail: str | None = None, **more: object
) -> JSONResponse:
    """A problem of that kind, with members of its own."""
    language = language_of(request)
    status, polish, english = TITLES[kind]
    told: dict[str, object] = {
        "type": f"{TYPE}{kind}",
        "title": polish if language == "pl" else english,
        "status": status,
        **({"detail": detail} if detail else {}),
        **more,
    }
    headers = {"Content-Language": language, **HEADERS.get(kind, {})}
    return JSONResponse(told, status, headers, MEDIA_TYPE)


def decided_against(request: Request, outcome: Refused | Undecided) -> JSONResponse:
    """A refusal, or what waits for a human, with its reasons."""
    language = language_of(request)
    told: dict[str, Any] = json.loads(outcome.explain_json(language))
    reasons = [finding for finding in told["findings"] if finding["status"] != "met"]
    detail = outcome.explain(language, reasons_only=True)
    return problem(request, outcome.outcome, detail, findings=reasons)


def install(app: FastAPI) -> None:
    """Have the app answer with a problem whatever is raised."""

    @app.exception_handler(LoadError)
    def _misshapen(request: Request, error: LoadError) -> JSONResponse:
        told = error.explain(language_of(request)).splitlines()
        faults = [
            {"path": path, "code": code, "text": text.removeprefix("[x] ")}
            for (path, code), text in zip(error.faults, told, strict=True)
        ]
        return problem(request, "malformed", faults=faults)

    @app.exception_handler(WrongArgument)
    def _wrong(request: Request, error: WrongArgument) -> JSONResponse:
        return _misshapen(request, LoadError("request", ((error.name, "wrong_argument"),)))

    # FastAPI itself looks at nothing but what stands in the path.
    @app.exception_handler(RequestValidationError)
    @app.exception_handler(NotThere)
    @app.exception_handler(UnknownProcedure)
    def _unknown(request: Request, _error: Exception) -> JSONResponse:
        return problem(request, "unknown")

    @app.exception_handler(EnteredAlready)
    def _entered(request: Request, error: EnteredAlready) -> JSONResponse:
        return problem(request, "entered", pupil=error.pupil)

    @app.exception_handler(Overtaken)
    def _overtaken(request: Request, _error: Overtaken) -> JSONResponse:
        return problem(request, "overtaken")

    @app.exception_handler(TooLarge)
    def _too_large(request: Request, _error: TooLarge) -> JSONResponse:
        return problem(request, "too_large")

    @app.exception_handler(OfAnotherType)
    def _of_another_type(request: Request, _error: OfAnotherType) -> JSONResponse:
        return problem(request, "other_type")

    @app.exception_handler(ClientDisconnect)
    def _gone(_request: Request, _error: ClientDisconnect) -> Response:
        return Response(status_code=400)  # to nobody; or the log would tell of a fault

    @app.exception_handler(exc.TimeoutError)
    def _busy(request: Request, _error: exc.SQLAlchemyError) -> JSONResponse:
        return problem(request, "busy")

    @app.exception_handler(exc.OperationalError)
    def _of_the_database(request: Request, error: exc.OperationalError) -> JSONResponse:
        if getattr(error.orig, "sqlite_errorcode", 0) & PRIMARY in LOCKED:
            return _busy(request, error)
        raise error

    @app.exception_handler(Exception)
    def _failed(request: Request, _error: Exception) -> JSONResponse:
        return problem(request, "failed")

    @app.exception_handler(HTTPException)
    def _plain(request: Request, error: HTTPException) -> JSONResponse:
        # By the RFC a plain status is a problem of type about:blank.
        told = {"type": "about:blank", "title": error.detail, "status": error.status_code}
        kind = FRAMEWORK.get(error.status_code)
        answer = problem(request, kind) if kind else JSONResponse(told, error.status_code)
        answer.headers.update({**(error.headers or {}), "Content-Type": MEDIA_TYPE})
        if kind == "no_method":
            answer.headers["Allow"] = _allowed(request)
        return answer


def _allowed(request: Request) -> str:
    """All ways to ask an address; the framework names those of the first of its routes alone."""
    ways = ({**request.scope, "method": method} for method in METHODS)
    return ", ".join(
        way["method"]
        for way in ways
        if any(route.matches(way)[0] is Match.FULL for route in request.app.routes)
    )
