"""What is measured, against whom, and how slow it may be: `BENCHMARKS`.

The makers above it prepare a call of ours, and prove that it ends as its line says.
"""

import io
import struct
from datetime import date
from functools import partial

from PIL import Image
from pydantic import BaseModel
from stdnum.pl import pesel as stdnum_pesel

import samples
from benchmarks import peers
from benchmarks.measuring import Benchmark, Call
from legitymacja_rules import Accepted, Refused, days_off, mlegitymacja, photo, variants
from legitymacja_rules.facts import Code, PhotoFacts
from legitymacja_rules.loading import dump, load
from legitymacja_rules.mlegitymacja import Command, Mlegitymacja, Outcome, Revoke
from legitymacja_rules.pesel import Pesel
from legitymacja_rules.vocabulary import Procedure

NUMBER = "12241400000"
ORIENTATION, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT, INCH = 0x0112, 0x011A, 0x011B, 0x0128, 2
BAD_PHOTO = samples.facts(width=400, height=500, size=7_000_000, filename="photo.png")
BEFORE_CHRISTMAS = date(2025, 12, 19)
DESK = "from legitymacja_rules import fees, mlegitymacja, pesel, photo, variants"


class Form(BaseModel):
    pesel: Pesel


# --- the mLegitymacja -----------------------------------------------------------------------------


def deciding(school: str, command: Command, ends: type[Outcome], findings: int) -> Call:
    """A decision on a document just issued, with so many findings in its trace."""
    call = partial(mlegitymacja.decide, _document(school), command, variants.get(school))
    outcome = call()
    assert isinstance(outcome, ends)
    assert len(outcome.findings) == findings
    return call


def issuing(text: str) -> Call:
    """From an application's JSON text to the document."""

    def call() -> Outcome:
        application = load(mlegitymacja.Application, text)
        return mlegitymacja.issue(application, leczna, on=samples.DAY, codes=samples.CODES)

    leczna = variants.get("leczna")
    assert isinstance(call(), Accepted)
    return call


def _document(school: str) -> Mlegitymacja:
    """Issued once everything that waits for a human was attested."""
    issue = partial(
        mlegitymacja.issue,
        samples.application(school),
        variants.get(school),
        on=samples.DAY,
        codes=samples.CODES,
    )
    outcome = issue(attested=samples.attest(issue().findings))
    assert isinstance(outcome, Accepted)
    return outcome.document


# --- photos ---------------------------------------------------------------------------------------


def jpeg(*, jfif: bool, exif: bool) -> bytes:
    """A picture with 300 dpi in JFIF, in EXIF, or in both."""
    said = Image.Exif()
    said.update({ORIENTATION: 6, X_RESOLUTION: 300, Y_RESOLUTION: 300, RESOLUTION_UNIT: INCH})
    out = io.BytesIO()
    extra = {"exif": said} if exif else {}
    Image.new("RGB", (640, 520)).save(out, "JPEG", dpi=(300, 300), **extra)
    data = out.getvalue()
    return data if jfif else data[:2] + data[4 + int.from_bytes(data[4:6]) :]


def inspecting(data: bytes) -> Call:
    """The header's facts, the resolution among them."""
    call = partial(photo.inspect, data, filename="kowalska-anna-4b.jpg")
    assert call().dpi == 300
    return call


def segment(marker: int, body: bytes) -> bytes:
    """A part of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def part(name: bytes, body: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I4s", len(body), name) + body + bytes(4)


def crowded() -> bytes:
    """EXIF with as many entries in each directory as a segment holds, all of which tell something."""
    entry = struct.pack(">HHII", 0x010E, 2, 4, 8)
    pointers = [struct.pack(">HHII", tag, 4, 1, 8) for tag in (0x8769, 0x8825)]
    rows = [*pointers, *[entry] * 5000]
    return b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", len(rows)) + b"".join(rows)


def filled(start: bytes, filler: bytes) -> bytes:
    """16 MB that begin like a picture and never come to its pixels."""
    return (start + filler * (16_000_000 // len(filler) + 1))[:16_000_000]


def hostile() -> dict[str, bytes]:
    """Headers that keep a careless reader busy."""
    jpeg, xmp = b"\xff\xd8", b"http://ns.adobe.com/xap/1.0/\0" + b"GPSLatitudd" * 5900
    png = _PNG[:33]
    return {
        "fill bytes": filled(jpeg, b"\xff"),
        "empty segments": filled(jpeg, segment(0xE5, b"")),
        "EXIF": filled(jpeg, segment(0xE1, crowded())),
        "XMP": filled(jpeg, segment(0xE1, xmp[:65_000])),
        "multi-picture": filled(jpeg, segment(0xE2, b"MPF\0" + crowded()[6:])),
        "empty chunks": filled(png, part(b"tEXt", b"")),
        "chunks of EXIF": filled(png, part(b"eXIf", crowded()[6:])),
        "chunks of XMP": filled(png, part(b"iTXt", b"XML:com.adobe.xmp\0" + xmp)),
    }


def defended(data: bytes) -> Call:
    """A header that is refused."""
    call = partial(photo.inspect, data)
    assert call().fault in {"corrupt", "truncated"}
    return call


def phone(orientation: int) -> bytes:
    """A photo of 12 megapixels, with about as much in it as a phone sees."""
    noise = Image.effect_noise((4000, 3000), 60)
    shapes = Image.effect_mandelbrot((4000, 3000), (-3, -2.5, 2, 2.5), 100)
    out, said = io.BytesIO(), Image.Exif()
    said[ORIENTATION] = orientation
    Image.blend(noise, shapes, 0.8).convert("RGB").save(out, "JPEG", quality=88, exif=said)
    return out.getvalue()


def preparing(data: bytes) -> Call:
    """A photo that fits."""
    asked = variants.get("leczna").photo_for("mlegitymacja")
    call = partial(photo.prepare, data, asked, pupil=samples.ANNA)
    assert isinstance(call(), photo.Prepared)
    return call


def judging(
    facts: PhotoFacts,
    school: str,
    procedure: Procedure,
    findings: int,
    reasons: int,
    *,
    attested: bool = False,
) -> Call:
    """A verdict with so many findings, so many of them not met, and those picked out."""
    asked = variants.get(school).photo_for(procedure)
    check = partial(photo.check, facts, asked, pupil=samples.ANNA)
    check = partial(check, attested=samples.attest(check().findings) if attested else ())
    assert (len(check().findings), len(check().reasons)) == (findings, reasons)
    return lambda: check().reasons


# --- days -----------------------------------------------------------------------------------------


def counting() -> Call:
    """Fourteen working days, past Christmas and Epiphany."""
    call = partial(days_off.working_days_after, BEFORE_CHRISTMAS, 14)
    assert call() == date(2026, 1, 15)
    return call


# --- the table ------------------------------------------------------------------------------------

_ACTIVATE = samples.activate("leczna")
_REQUEST = Revoke(on=samples.DAY, ground="on_request", applicant="parent")
_LATE = samples.activate("leczna", on=samples.DAY.replace(month=12))
_WRONG = samples.activate("leczna", code=Code("OTHER"))
_JFIF, _BOTH, _EXIF = (
    jpeg(jfif=True, exif=False),
    jpeg(jfif=True, exif=True),
    jpeg(jfif=False, exif=True),
)
_PNG = samples.picture(format_="PNG")
_FORM = dump(samples.application("leczna"))
_ZEN, _START = peers.expressions(), peers.interpreter(peers.BARE_DESK)

BENCHMARKS = (
    Benchmark(
        "pesel: a valid one as a model field",
        partial(Form.model_validate, {"pesel": NUMBER}),
        partial(stdnum_pesel.validate, NUMBER),
        0.95,
    ),
    # The peer has as many conditions as an accepted trace has findings.
    Benchmark(
        "decide: accepted, 3 conditions, one event",
        deciding("leczna", _ACTIVATE, Accepted, 3),
        peers.trigger(3),
        0.9,
    ),
    Benchmark(
        "decide: accepted, 4 conditions, two events",
        deciding("sp6", samples.activate("sp6"), Accepted, 4),
        peers.trigger(4),
        0.9,
    ),
    Benchmark(
        "decide: accepted, 2 conditions, one event",
        deciding("balin", _REQUEST, Accepted, 2),
        peers.trigger(2),
        0.9,
    ),
    Benchmark(
        "decide: refused by the row",
        deciding("leczna", _LATE, Refused, 2),
        peers.trigger(3),
        0.4,
    ),
    Benchmark(
        "decide: refused by a guard",
        deciding("leczna", _WRONG, Refused, 3),
        peers.trigger(3),
        0.6,
    ),
    Benchmark(
        "count: 14 working days, calendar made for it",
        counting(),
        peers.working_days(BEFORE_CHRISTMAS, 14, kept=False),
        1 / 150,
    ),
    Benchmark(
        "count: 14 working days, calendar kept",
        counting(),
        peers.working_days(BEFORE_CHRISTMAS, 14, kept=True),
        1 / 30,
    ),
    Benchmark("inspect: JFIF", inspecting(_JFIF), peers.opened(_JFIF), 1.15),
    Benchmark("inspect: EXIF only", inspecting(_EXIF), peers.opened(_EXIF), 1.15),
    Benchmark("inspect: JFIF and EXIF", inspecting(_BOTH), peers.opened(_BOTH), 1.15),
    Benchmark("inspect: PNG", inspecting(_PNG), peers.opened(_PNG), 1.15),
    *(
        Benchmark(f"inspect: 16 MB of {what}", defended(data), partial(photo.inspect, _BOTH), 20)
        for what, data in hostile().items()
    ),
    *(
        Benchmark(f"prepare: 12 megapixels{how}", preparing(data), peers.thumbnail(data), 1.3)
        for how, data in ((", upright", phone(1)), (", lying", phone(6)))
    ),
    Benchmark(
        "judge: 6 conditions, all met",
        judging(samples.GOOD_PHOTO, "leczna", "mlegitymacja", 6, 0),
        _ZEN,
        0.4,
    ),
    Benchmark(
        "judge: 6 conditions, 5 unmet",
        judging(BAD_PHOTO, "leczna", "mlegitymacja", 6, 5),
        _ZEN,
        0.5,
    ),
    Benchmark(
        "judge: 10 conditions, all met, 4 of them attested",
        judging(samples.GOOD_PHOTO, "ostroleka", "mlegitymacja", 10, 0, attested=True),
        _ZEN,
        0.4,
    ),
    Benchmark(
        "judge: 10 conditions, 4 open",
        judging(samples.GOOD_PHOTO, "ostroleka", "mlegitymacja", 10, 4),
        _ZEN,
        0.5,
    ),
    Benchmark(
        "judge: 17 conditions, 9 open",
        judging(samples.GOOD_PHOTO, "leczna", "school_id", 17, 9),
        _ZEN,
        0.5,
    ),
    Benchmark("import: the door", peers.interpreter("import legitymacja_rules"), _START, 1.0),
    Benchmark(
        "import: mlegitymacja",
        peers.interpreter("from legitymacja_rules import mlegitymacja"),
        _START,
        1.35,
    ),
    Benchmark("import: the whole desk, with Pillow", peers.interpreter(DESK), _START, 1.6),
    Benchmark(
        "issue: from an application's JSON to a document",
        issuing(_FORM),
        peers.kept(_FORM, samples.DAY),
        1.6,
    ),
)
