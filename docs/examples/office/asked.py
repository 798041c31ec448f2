"""What is asked of the office: a client's words, completed by what the office knows itself.

A client says what somebody wants. The day is the clock's, the pupil and the photo's facts are the
store's, and so is the ID that the office has issued; a client who says any of these is told that it is
not theirs to say. The rest is loaded by the library, which names every fault with its path.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from legitymacja_rules import certificate, mlegitymacja, school_id
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.errors import LoadError
from legitymacja_rules.loading import dump, load_form
from legitymacja_rules.school_id import SchoolId

from .clock import Now
from .store import File, Kept

__all__ = [
    "NewCertificate",
    "NewDocument",
    "NewMlegitymacja",
    "NewSchoolId",
    "Upload",
    "command",
    "new",
]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came."""

    data: bytes = field(repr=False)
    filename: str | None = field(repr=False)


class _New(BaseModel):
    """A first document that is asked for; the records in it are the library's."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    attested: tuple[Attestation, ...] = ()


class NewSchoolId(_New):
    """A first ID: what was lodged, and the card that was made."""

    document: Literal["school_id"]
    application: school_id.Application
    card: school_id.Card


class NewMlegitymacja(_New):
    """An mLegitymacja: what was lodged, or the case that needs nothing, and the codes if there are any."""

    document: Literal["mlegitymacja"]
    application: mlegitymacja.AnyRequest
    codes: mlegitymacja.ActivationCodes | None = None


class NewCertificate(_New):
    """An original certificate: what it says."""

    document: Literal["certificate"]
    application: certificate.Original


NewDocument = NewSchoolId | NewMlegitymacja | NewCertificate


def new(file: File, told: Mapping[str, Any], now: Now) -> NewDocument:
    """A first document that a client asks for.

    Raises:
        LoadError: with the path and a code for each place that does not fit.
        NotThere: if the photo is not kept.
    """
    whole = _completed(file, told, now, on_an_id=told.get("document") == "mlegitymacja")
    form = Annotated[NewDocument, Field(discriminator="document")]
    asked: NewDocument = load_form(form, "request", whole)
    return asked


def command(file: File, kept: Kept, told: Mapping[str, Any], now: Now) -> object:
    """A command that a client puts to a document; activations are held to the minute, too.

    Raises:
        LoadError: with the path and a code for each place that does not fit.
        NotThere: if the photo is not kept.
    """
    time: dict[str, object] = {"on": now.day.isoformat()}
    if told.get("kind") == "activate":
        _not_theirs(told, "", "at")
        time["at"] = now.at and now.at.isoformat()
    whole = _completed(file, told, now, on_an_id=kept.kind == "mlegitymacja")
    asked: object = kept.verbs.load_command({**whole, **time})
    return asked


def _completed(file: File, told: Mapping[str, Any], now: Now, *, on_an_id: bool) -> dict[str, Any]:
    """What a client sent, with the pupil, the photo's facts, and today as the day of what is attested."""
    _not_theirs(told, "", "on")
    whole = dict(told)
    if isinstance(words := told.get("attested"), list):
        whole["attested"] = [_said(one, f"attested.{n}.", now) for n, one in enumerate(words)]
    if isinstance(lodged := told.get("application"), dict):
        _not_theirs(lodged, "application.", "pupil")
        held = _held(file, now) if on_an_id else {}
        whole["application"] = {**held, **lodged, "pupil": json.loads(dump(file.pupil))}
        if (name := lodged.get("photo")) is not None:
            if not isinstance(name, str):
                raise LoadError("request", (("application.photo", "string_type"),))
            whole["application"]["photo"] = json.loads(dump(file.photo_facts(name)))
    return whole


def _said(word: object, place: str, now: Now) -> object:
    """What a human attested, which is said today."""
    if not isinstance(word, dict):
        return word
    _not_theirs(word, place, "on")
    return {**word, "on": now.day.isoformat()}


def _held(file: File, now: Now) -> dict[str, Any]:
    """The ID on which an mLegitymacja rests, unless the client says which.

    It is the last one issued here that is valid, or the last one if none is.
    """
    issued = [one for one in file.of_kind("school_id") if isinstance(one, SchoolId)]
    if not issued:
        return {}
    # Of a duplicate that was a mistake the original may be what is valid.
    valid = [one for one in issued if school_id.state_on(one, now.day) is school_id.State.VALID]
    return {"prior_id": json.loads(dump((valid or issued)[-1].held(now.day)))}


def _not_theirs(told: Mapping[str, Any], place: str, name: str) -> None:
    if name in told:
        raise LoadError("request", ((f"{place}{name}", "extra_forbidden"),))
