"""The peers: the same work by other hands, with nothing of ours in it but the input.

Each function makes a peer ready and returns the call to be timed; None if it is not installed.
"""

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from functools import partial
from importlib import import_module
from typing import Annotated, Any

from PIL import Image
from pydantic import AfterValidator, BaseModel
from stdnum.pl import pesel as stdnum_pesel

from benchmarks.measuring import Call
from legitymacja_rules.vocabulary import (
    ApplicantKind,
    Circumstance,
    IdForm,
    IdKind,
    Item,
    Lodging,
)


def _optional(name: str) -> Any:
    """A module that is perhaps not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError:
        return None


transitions, zen, holidays = (_optional(name) for name in ("transitions", "zen", "holidays"))

BYTECODE = tempfile.TemporaryDirectory()  # gone with the process; nothing is left in the checkout

STATES = ("not_yet", "issued", "activated", "lapsed", "expired", "revoked", "reissued")

CONTEXT: Mapping[str, object] = {
    "format": "JPEG",
    "extension": "jpg",
    "size": 7000,
    "width": 520,
    "height": 640,
    "dpi": 600,
    "face_percent": 75,
    "name_fits": True,
    "current": True,
    "frontal": True,
}
EXPRESSIONS = (
    'format in ["JPEG", "PNG"]',
    'extension in ["jpg", "jpeg"]',
    "size <= 5000000",
    "width >= 492",
    "height >= 633",
    "dpi >= 300",
    "face_percent >= 70 and face_percent <= 80",
    "name_fits",
    "current",
    "frontal",
)

BARE_DESK = """
from datetime import date
from pydantic import BaseModel
from stdnum.pl import pesel

class Pupil(BaseModel):
    first_names: str
    last_name: str
    born: date
    pesel: str | None = None
"""


def trigger(guards: int) -> Call | None:
    """A transition that is taken after so many conditions, each one cheap comparison; no reasons."""
    if transitions is None:
        return None
    today = date(2024, 10, 1)

    class Document:
        state: str

    document = Document()
    conditions = [lambda day: day <= today for _ in range(guards)]
    machine = transitions.Machine(document, states=STATES, initial="issued", auto_transitions=False)
    machine.add_transition("activate", "issued", "activated", conditions=conditions)
    activate = document.activate  # type: ignore[attr-defined]  # the machine puts it there

    def call() -> bool:
        document.state = "issued"
        return bool(activate(today))

    assert call()
    assert document.state == "activated"
    return call


def expressions() -> Call | None:
    """Ten compiled expressions over ten facts; true or false, no reasons."""
    if zen is None:
        return None
    compiled = [zen.compile_expression(text) for text in EXPRESSIONS]
    context = dict(CONTEXT)

    def call() -> list[object]:
        return [expression.evaluate(context) for expression in compiled]

    assert call() == [True] * len(EXPRESSIONS)
    return call


def working_days(day: date, count: int, *, kept: bool) -> Call | None:
    """So many working days on, by a Polish calendar that is kept, or made for the question."""
    if holidays is None:
        return None
    if kept:
        return partial(holidays.country_holidays("PL").get_nth_working_day, day, count)
    return lambda: holidays.country_holidays("PL").get_nth_working_day(day, count)


def opened(data: bytes) -> Call:
    """Pillow's look at a header."""
    return lambda: Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))


def thumbnail(data: bytes) -> Call:
    """Pillow's own way from a photo to a small one, of the size that ours has."""

    def call() -> bytes:
        picture, out = Image.open(io.BytesIO(data)), io.BytesIO()
        picture.thumbnail((1063, 1063))
        picture.save(out, "JPEG", quality=92)
        return out.getvalue()

    return call


def interpreter(code: str) -> Call:
    """A whole run of the interpreter, its bytecode warm; the code makes it ours or a peer."""
    settings = {"PYTHONPYCACHEPREFIX": BYTECODE.name, "PYTHONDONTWRITEBYTECODE": ""}
    return partial(
        subprocess.run, [sys.executable, "-c", code], check=True, env={**os.environ, **settings}
    )


# --- an application and what it is kept as, in bare pydantic --------------------------------------


class Pupil(BaseModel):
    first_names: str
    last_name: str
    born: date
    class_name: str | None = None
    pesel: Annotated[str, AfterValidator(stdnum_pesel.validate)] | None = None
    address: str | None = None
    disability: bool | None = None
    adult_since: date | None = None


class PhysicalId(BaseModel):
    number: str
    form: IdForm
    issued: date
    valid_until: date
    kind: IdKind = "school"
    void_since: date | None = None


class PhotoFacts(BaseModel):
    format: str
    size: int
    width: int | None = None
    height: int | None = None
    dpi: int | None = None
    dpi_doubt: str | None = None
    fault: str | None = None
    filename: str | None = None
    face_percent: int | None = None


class Application(BaseModel):
    received: date
    applicant: ApplicantKind
    pupil: Pupil
    prior_id: PhysicalId | None = None
    photo: PhotoFacts | None = None
    photo_sent_by: Lodging | None = None
    handed_in: tuple[Item, ...] = ()
    lodged: Lodging = "office"
    circumstances: tuple[Circumstance, ...] = ()
    deliver_by: str | None = None
    email: str | None = None
    education_ends: date | None = None


class Codes(BaseModel):
    generated: date
    qr: str
    code: str


class Issued(BaseModel):
    on: date
    school: str
    pupil: Pupil
    id_number: str
    id_valid_until: date
    number: str | None = None
    codes: Codes
    codes_until: date
    valid_until: date


class Document(BaseModel):
    issued: Issued
    activations: tuple[date, ...] = ()
    certificates: tuple[date, ...] = ()
    revoked: date | None = None
    reissued: date | None = None


def kept(text: str, on: date) -> Call:
    """The application is loaded, then kept as an event in a document; nothing is judged."""
    codes = Codes(generated=on, qr="QR-1", code="CODE-1")

    def call() -> Document:
        application = Application.model_validate_json(text)
        held = application.prior_id
        assert held is not None
        event = Issued(
            on=on,
            school="leczna",
            pupil=application.pupil,
            id_number=held.number,
            id_valid_until=held.valid_until,
            codes=codes,
            codes_until=held.valid_until,
            valid_until=held.valid_until,
        )
        return Document(issued=event)

    assert call().issued.pupil.pesel is not None
    return call
