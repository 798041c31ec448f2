"""What is sent, as the addresses are given it: the time, a query, a body, a file.

Bodies are counted while they come, and loaded by the library: it names every fault with its path and
never repeats what was sent. A query is read as a body is, as an object of texts; what an address names
in its path is there or not. So no address holds a rule, and none holds a pupil's name, which would stand
in logs. A body that says of itself that it is something else is not looked at.
"""

from __future__ import annotations

import json
import re
from datetime import date
from email.message import Message
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Path, Request
from pydantic import BaseModel, BeforeValidator, ConfigDict

from legitymacja_rules import photo
from legitymacja_rules.errors import LoadError
from legitymacja_rules.explanation import Language
from legitymacja_rules.facts import Day
from legitymacja_rules.loading import load
from legitymacja_rules.vocabulary import ExchangeGround, Procedure

from .asked import Upload
from .clock import Clock, Now
from .problems import OfAnotherType, TooLarge, language_of

__all__ = [
    "NO_QUERY",
    "AskedDay",
    "Body",
    "File",
    "InLanguage",
    "Milestones",
    "Number",
    "OfAFee",
    "OfAPhoto",
    "OfAPhotoToKeep",
    "TheTime",
    "query",
]

T = TypeVar("T")

MOST_JSON = 256 * 1024
"""So many bytes of JSON are read; an application with all its fields has a hundredth of it."""

JSON = re.compile(r"application/json|[^/]+/[^/]+\+json")

PICTURE = re.compile(r"image/.+|application/octet-stream")
"""What a client may call a photo; what it is, its own bytes say."""


# --- the time, and what an address names ----------------------------------------------------------


def _now(request: Request) -> Now:
    clock: Clock = request.app.state.clock
    return clock(request.headers)


def _plain(told: str) -> str:
    """A number as it is written in an address; any other way would be another address of the same thing."""
    if not re.fullmatch("[1-9][0-9]{0,18}", told):
        raise ValueError("no number")
    return told


TheTime = Annotated[Now, Depends(_now)]
InLanguage = Annotated[Language, Depends(language_of)]
Number = Annotated[int, Path(lt=2**63), BeforeValidator(_plain)]


# --- what a query may say -------------------------------------------------------------------------


class _Query(BaseModel):
    """What an address may be asked beside its path and its body; this one, nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class OfADay(_Query):
    """The day that is asked about; today if none is."""

    on: Day | None = None


class OfAPhoto(_Query):
    """What a photo is for."""

    procedure: Procedure


class OfAPhotoToKeep(OfAPhoto):
    """And whether it is kept as it came."""

    as_is: bool = False


class OfAFee(OfADay):
    """What for, where that matters, and for how many."""

    ground: ExchangeGround | None = None
    copies: int = 1


class Milestones(_Query):
    """The days on which what starts a clock was reached, as far as it was."""

    application: Day | None = None
    receipt: Day | None = None
    complete: Day | None = None
    payment: Day | None = None
    photo: Day | None = None
    records: Day | None = None


def query(form: type[T]) -> Any:  # noqa: ANN401  (FastAPI's own)
    """An address takes each parameter it knows once, and no other."""

    def read(request: Request) -> T:
        return load(form, _each_once(request.query_params.multi_items()))

    return Depends(read)


def _day(now: TheTime, asked: Annotated[OfADay, query(OfADay)]) -> date:
    """The day that is asked about; only questions may choose it."""
    return asked.on or now.day


NO_QUERY = [query(_Query)]
"""Of an address that is asked by its path and its body alone."""

AskedDay = Annotated[date, Depends(_day)]


# --- bodies ---------------------------------------------------------------------------------------


async def _read(request: Request, kind: re.Pattern[str], most: int) -> bytes:
    """The body, if it is of that kind and no longer than that; the rest of a longer one is never read."""
    if not _may_be(request, kind):
        raise OfAnotherType
    told = request.headers.get("content-length", "0")
    data = bytearray()
    # As a float, for of an endless row of digits Python makes no int.
    if told.isdecimal() and float(told) > most:
        raise TooLarge
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            raise TooLarge
    return bytes(data)


def _may_be(request: Request, kind: re.Pattern[str]) -> bool:
    """Whether a body is said to be of that kind, as it is; or nothing is said of it."""
    said = [
        one.partition(";")[0].strip().lower() for one in request.headers.getlist("content-type")
    ]
    packed = {one.strip().lower() for one in request.headers.getlist("content-encoding")}
    return packed <= {"", "identity"} and all(not one or kind.fullmatch(one) for one in said)


async def _body(request: Request) -> dict[str, Any]:
    """The body as a JSON object in which no key stands twice."""
    try:
        told = json.loads(await _read(request, JSON, MOST_JSON), object_pairs_hook=_each_once)
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
    return Upload(await _read(request, PICTURE, photo.MAX_BYTES), _filename(told))


def _filename(told: str) -> str | None:
    """A name that nobody can read is none."""
    header = Message()
    header["Content-Disposition"] = told
    try:
        return header.get_filename()
    except (TypeError, ValueError):  # no letters of that alphabet, or parts that have no order
        return None


Body = Annotated[dict[str, Any], Depends(_body)]
File = Annotated[Upload, Depends(_upload)]
