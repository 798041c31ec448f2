"""What tells of a person goes in, and comes out by doors meant for that: JSON, pickles, what is asked
for by name (the title of a transfer, the fields of a register, `reveal`).

Secrets are drawn from an alphabet that nothing else in this library uses, so a single letter of it
in a repr, a finding, an explanation or an error is a leak. PESELs, days of birth and years are looked
for by their digits. The whole `story` is told of people made of secrets.
"""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import io
import json
import pickle
import pprint
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PIL import Image
from pydantic import TypeAdapter, ValidationError

import legitymacja_rules
from legitymacja_rules import (
    certificate,
    coupling,
    days_off,
    deadlines,
    devices,
    errors,
    fees,
    forms,
    holograms,
    loading,
    mlegitymacja,
    naming,
    office,
    payments,
    personalisation,
    pesel,
    photo,
    planning,
    registers,
    school_id,
    variants,
)
from legitymacja_rules._base import Masked, Record
from legitymacja_rules._filled import Filled
from legitymacja_rules.acts import (
    Asked,
    Corrected,
    Done,
    HandOver,
    IdentityCard,
)
from legitymacja_rules.applications import Application, Case
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.errors import RulesError
from legitymacja_rules.facts import Code, FilledForm, PhotoFacts, PhysicalId, ProofOfPayment, Pupil
from legitymacja_rules.history import Document
from legitymacja_rules.holograms import Affixed, Ledger
from legitymacja_rules.messages import Language
from legitymacja_rules.mlegitymacja import ActivationCodes, Mlegitymacja
from legitymacja_rules.mlegitymacja.records import Request
from legitymacja_rules.outcomes import Accepted, Explained, Refused, Undecided
from legitymacja_rules.payments import Instruction
from legitymacja_rules.pesel import Pesel
from legitymacja_rules.regulation import Cited, Naming, Regulation, Subject
from legitymacja_rules.school_id import Card, SchoolId
from samples import DAY, SCHOOLS, activate, application, picture
from story import FAMILY, Cast, answers

ALPHABET = "ЖЮЩЯЫЭФЦ"
"""Letters of no Polish text, no English text, and no text of this library."""

ESCAPED = ("\\u04", "\\xd0")
"""How any of them begins where a text, or its bytes, are escaped."""

BYTES = ("\\xff\\xd8", "\\x89PNG", "/9j/", "iVBOR")
"""How a photo begins where its bytes are shown, or written in base64."""

WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
PICTURE = picture(520, 640, dpi=(600, 600))
YEAR = 1987
"""A year that no text names: in it a graduate finished school."""


@dataclass(frozen=True, repr=False)
class Secrets:
    """What must not be seen."""

    words: tuple[str, ...]
    born: date
    pesel: str

    @property
    def word(self) -> str:
        return self.words[0]

    @property
    def graduate_born(self) -> date:
        return self.born.replace(year=self.born.year - 40)

    @property
    def cast(self) -> Cast:
        """People of whom everything is secret."""
        graduate = _pupil(self).model_copy(update={"born": self.graduate_born, "pesel": None})
        return Cast(_pupil(self), graduate, YEAR, _facts(self), self.words[4:])

    @property
    def wrong_pesel(self) -> str:
        """One that fails its check, and is still near enough to be a child's."""
        return self.pesel[:-1] + str((int(self.pesel[-1]) + 1) % 10)

    def seen_in(self, text: str) -> list[str]:
        """The secrets that stand in a text."""
        days = (self.born, self.graduate_born)
        written = [sign for day in days for sign in (f"{day}", repr(day), f"{day:%d.%m.%Y}")]
        digits = (self.pesel, str(YEAR), *written)
        return [sign for sign in (*ALPHABET, *ESCAPED, *BYTES, *digits) if sign in text]

    def leaks(self, texts: Iterable[str]) -> list[tuple[list[str], str]]:
        """Those texts in which a secret is seen."""
        return [(seen, text[-400:]) for text in texts if (seen := self.seen_in(text))]


def _pesel_of(born: date, serial: int) -> str:
    ten = f"{born:%y}{born.month + 20:02}{born:%d}{serial:04}"
    check = -sum(int(sign) * weight for sign, weight in zip(ten, WEIGHTS, strict=True)) % 10
    return f"{ten}{check}"


@st.composite
def _drawn(draw: st.DrawFn) -> Secrets:
    text = st.text(ALPHABET, min_size=3, max_size=20)
    words = draw(st.lists(text, min_size=14, max_size=14, unique=True))
    born = draw(st.dates(date(2010, 1, 1), date(2013, 12, 31)))
    return Secrets(tuple(words), born, _pesel_of(born, draw(st.integers(0, 9999))))


SECRETS = _drawn()
few = settings(max_examples=10, deadline=None)
rarely = settings(few, max_examples=2, phases=(Phase.reuse, Phase.generate))
"""For whole stories, which take their time; a simpler secret would tell no more."""


# --- people and documents made of secrets ---------------------------------------------------------


def _pupil(secret: Secrets) -> Pupil:
    return Pupil(
        first_names=secret.words[0],
        last_name=secret.words[1],
        born=secret.born,
        class_name=secret.words[2],
        pesel=Pesel(secret.pesel),
        address=secret.words[3],
        disability=True,
    )


def _card(secret: Secrets) -> PhysicalId:
    return PhysicalId(number=secret.words[4], form="id1", issued=DAY, valid_until=date(2025, 9, 30))


def _picture(secret: Secrets) -> bytes:
    """A photo that tells of its owner, in EXIF and in words."""
    told, out = Image.Exif(), io.BytesIO()
    told[0x013B], told[0x010E] = (word.encode() for word in secret.words[:2])
    seen = Image.open(io.BytesIO(PICTURE))
    seen.save(out, "JPEG", dpi=(600, 600), exif=told, comment=secret.words[2].encode())
    return out.getvalue()


def _facts(secret: Secrets) -> PhotoFacts:
    return photo.inspect(
        _picture(secret), filename=f"{'-'.join(secret.words[:3])}.jpg", face_percent=75
    )


def _application(secret: Secrets, school: str) -> mlegitymacja.Application:
    return application(
        school,
        pupil=_pupil(secret),
        prior_id=_card(secret),
        photo=_facts(secret),
        email=f"{secret.words[8]}@x.pl",
        deliver_by="email",
    )


def _codes(secret: Secrets) -> ActivationCodes:
    return ActivationCodes(generated=DAY, qr=Code(secret.words[5]), code=Code(secret.words[6]))


def _proof(secret: Secrets) -> ProofOfPayment:
    account, title = secret.words[9:11]
    return ProofOfPayment(amount="9.00", account=account, title=title, paid=DAY)


def _issued(secret: Secrets) -> SchoolId:
    made = school_id.Issued(
        on=DAY,
        school="balin",
        pupil=_pupil(secret),
        kind="school",
        number=secret.words[4],
        form="id1",
        valid_until=date(2025, 9, 30),
    )
    return SchoolId(history=(made,))


def _shown(thing: object) -> Iterator[str]:
    """All ways in which a thing shows itself without being asked for its secrets."""
    yield from (repr(thing), str(thing), f"{thing}", pprint.pformat(thing))
    if isinstance(thing, Explained):
        for language in get_args(Language):
            yield thing.explain(language)
            yield thing.explain_json(language)


# --- what shows nothing ---------------------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
@rarely
@given(SECRETS)
def test_nothing_that_the_library_answers_shows_anything(school: str, secret: Secrets) -> None:
    told = [*answers(variants.get(school), secret.cast, {f"{secret.word}.jpg": _picture(secret)})]
    by_doors = [answer for answer in told if isinstance(answer, str)]
    assert secret.leaks(by_doors), "nothing was secret"
    for answer in told:
        if not isinstance(answer, str):
            assert secret.leaks(_shown(answer)) == []


@given(SECRETS)
def test_facts_show_nothing(secret: Secrets) -> None:
    things = (_pupil(secret), _card(secret), _facts(secret), _codes(secret), Pesel(secret.pesel))
    more = (_proof(secret), secret.cast.form, IdentityCard(secret.word), _issued(secret))
    for thing in (*things, *more, _application(secret, "balin")):
        assert secret.leaks(_shown(thing)) == []
        assert secret.leaks([pprint.pformat([{"in": (thing,)}])]) == []


@given(SECRETS)
def test_a_judged_pesel_shows_nothing(secret: Secrets) -> None:
    for text in (secret.pesel, secret.wrong_pesel, secret.word, secret.words):
        for born in (None, secret.born, DAY):
            assert secret.leaks(_shown(pesel.check(text, on=DAY, born=born))) == []


# --- no kind of thing is forgotten ----------------------------------------------------------------


def _kinds() -> Iterator[type[Any]]:
    """Every class of records, masked texts and answers that any room lists, but for those of texts."""
    house = Path(legitymacja_rules.__file__).parent
    for path in house.rglob("*.py"):
        parts = path.relative_to(house.parent).with_suffix("").parts
        room = importlib.import_module(".".join(part for part in parts if part != "__init__"))
        for thing in map(partial(getattr, room), getattr(room, "__all__", ())):
            told = inspect.isclass(thing) and issubclass(thing, Record | Masked | Explained)
            if told and not issubclass(thing, Cited) and "regulation" not in thing.__module__:
                yield thing


BASES = {Application, Asked, Case, Document, Done, Explained, Filled, Masked, Record, Request}
"""What others are derived from."""


def _within(thing: object) -> Iterator[type[Any]]:
    """The kinds of a thing and of all that is in it."""
    yield type(thing)
    parts: Iterable[object] = ()
    if isinstance(thing, Record | dict):
        parts = dict(thing).values()
    elif dataclasses.is_dataclass(thing):
        parts = [getattr(thing, field.name) for field in dataclasses.fields(thing)]
    elif isinstance(thing, tuple | list):
        parts = thing
    for part in parts:
        yield from _within(part)


def test_the_story_shows_every_kind_of_thing() -> None:
    shown = {"photo": PICTURE}
    told = (answer for school in SCHOOLS for answer in answers(variants.get(school), FAMILY, shown))
    met = {kind for answer in told for kind in _within(answer)}
    assert {*_kinds()} - met - BASES == set()


OPEN = {"clause", "condition", "school", "subject"}
"""Fields that hold stable words of the library, and the slugs of schools."""

ELSEWHERE = {Accepted, Document, Instruction}
"""Generic ones hold what each document has; an instruction shows the school's own account."""


def _takes_any_text(form: Any) -> bool:
    for text in (ALPHABET, [ALPHABET]):
        try:
            taken = TypeAdapter(form).validate_python(text)
        except ValidationError:
            continue
        return not isinstance(taken, Masked)
    return False


def _shown_fields(kind: type[Any]) -> Iterator[tuple[str, Any]]:
    """The fields that stand in a repr, with their types."""
    if issubclass(kind, Record):
        fields = kind.model_fields.items()
        yield from ((name, field.rebuild_annotation()) for name, field in fields if field.repr)
    elif dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind, include_extras=True)
        fields_ = dataclasses.fields(kind)
        yield from ((field.name, hints[field.name]) for field in fields_ if field.repr)


def test_a_field_that_takes_any_text_is_private() -> None:
    shown = {
        name
        for kind in {*_kinds()} - ELSEWHERE
        for name, form in _shown_fields(kind)
        if _takes_any_text(form)
    }
    assert shown == OPEN


def test_control_a_field_that_was_not_marked_is_seen() -> None:
    seen = [name for name, form in _shown_fields(_Talkative) if _takes_any_text(form)]
    assert seen == ["name", "pesel"]


# --- errors show nothing --------------------------------------------------------------------------

BALIN = variants.get("balin")


def _as_data(secret: Secrets, **changes: object) -> dict[Any, Any]:
    data: dict[Any, Any] = json.loads(loading.dump(_pupil(secret)))
    return {**data, **changes}


def _wrong(secret: Secrets) -> dict[Any, Any]:
    """Data of a pupil that fit nowhere."""
    return {
        "first_names": secret.word * 99,
        "last_name": [secret.word],
        "born": secret.word,
        "class_name": {secret.word: secret.word},
        "pesel": secret.wrong_pesel,
        "address": Code(secret.word),
        "disability": secret.word,
    }


def _assign(secret: Secrets) -> None:
    _pupil(secret).last_name = secret.word  # type: ignore[misc]  # frozen, and says so


def _untyped(thing: object) -> Any:
    """A thing of the wrong type, as an untyped host passes it."""
    return thing


FILE_NAME = Naming(parts=("last_name", "class_name"), clause="x:1")
SUBJECT = Subject(parts=("last_name", "class_name"), word="x", clause="x:1")


def _nameless(secret: Secrets) -> Pupil:
    """Without a class."""
    return _pupil(secret).model_copy(update={"class_name": None})


def _undoing(secret: Secrets) -> Corrected:
    """A correction of an act that there is not, copied so that its name is not looked at."""
    return Corrected(on=DAY, act="revoked", done=DAY).model_copy(update={"act": secret.word})


def _undone(secret: Secrets) -> Any:
    return json.loads(loading.dump(_undoing(secret)))


def _affixed(secret: Secrets) -> dict[str, Any]:
    """A hologram that never came in."""
    return {"movement": "affixed", "on": "2024-10-01", "number": "1", "id_number": secret.word}


BROKEN_LOADS: dict[str, Callable[[Secrets], object]] = {
    "values that do not fit": lambda s: loading.load(Pupil, _wrong(s)),
    "values in JSON that do not fit": lambda s: loading.load(
        Pupil, json.dumps({**_wrong(s), "address": 1})
    ),
    "a wrong PESEL": lambda s: loading.load(Pupil, _as_data(s, pesel=s.wrong_pesel)),
    "a PESEL as a number": lambda s: loading.load(Pupil, _as_data(s, pesel=int(s.pesel))),
    "an unknown field": lambda s: loading.load(Pupil, _as_data(s, **{s.word: s.word})),
    "a PESEL for a field's name": lambda s: loading.load(Pupil, _as_data(s, **{s.pesel: 1})),
    "a number for a field's name": lambda s: loading.load(
        Pupil, _untyped({**_as_data(s), int(s.pesel): s.word})
    ),
    "an unknown field deep inside": lambda s: loading.load(
        mlegitymacja.Application,
        {"pupil": {s.word: {s.word: s.word}}, "photo": {s.pesel: s.word}},
    ),
    "JSON that breaks off": lambda s: loading.load(Pupil, f'{{"first_names": "{s.word}'),
    "no JSON": lambda s: loading.load(Pupil, s.word),
    "no UTF-8": lambda s: loading.load(Pupil, f'{{"first_names": "{s.word}"'.encode("koi8-r")),
    "half a character": lambda s: loading.load(Pupil, f'{{"first_names": "{s.word}\ud800"}}'),
    "half a character in a dict": lambda s: loading.load(
        Pupil, _as_data(s, address=f"{s.word}\ud800")
    ),
    "no mapping": lambda s: loading.load(Pupil, _untyped([s.word, s.pesel])),
    "an unknown command": lambda s: mlegitymacja.load_command({"kind": s.word, "device": s.word}),
    "a broken command": lambda s: mlegitymacja.load_command(
        {"kind": "activate", "device": [s.word], "qr": [s.word], "code": "", "steps": [s.word]}
    ),
    "an unknown event": lambda s: mlegitymacja.load_event({"event": s.word, s.word: s.pesel}),
    "a broken event": lambda s: mlegitymacja.load_event({"event": "issued", "pupil": _wrong(s)}),
    "an unknown outcome": lambda s: mlegitymacja.load_outcome({"outcome": s.word}),
    "a broken outcome": lambda s: mlegitymacja.load_outcome(
        {"outcome": "accepted", "document": {"issued": {"pupil": _wrong(s), s.word: 1}}}
    ),
    "a command on an ID": lambda s: school_id.load_command(
        {"kind": "hand_over", "to": s.word, "identity_card": [s.word], "at": s.word}
    ),
    "an event of a certificate": lambda s: certificate.load_event(
        {"event": "issued", "pupil": _wrong(s), "school_name": [s.word], "year": s.word}
    ),
    "an outcome of a certificate": lambda s: certificate.load_outcome({"outcome": s.word}),
    "a history that is none": lambda s: loading.load(
        SchoolId, {"history": [json.loads(loading.dump(_issued(s).issued))] * 2}
    ),
    "a correction of what does not stand": lambda s: loading.load(
        SchoolId, {"history": [*json.loads(loading.dump(_issued(s)))["history"], _undone(s)]}
    ),
    "a filled form": lambda s: loading.load(
        FilledForm, {"place": [s.word], "reason": s.word, "certificate_year": s.word}
    ),
    "a proof of payment": lambda s: loading.load(
        ProofOfPayment, {"amount": s.word, "account": [s.word], "title": "", "paid": s.word}
    ),
    "a ledger that does not add up": lambda s: loading.load(Ledger, {"movements": [_affixed(s)]}),
    "a movement": lambda s: holograms.load_movement({"movement": s.word, "number": s.word}),
    "an entry": lambda s: loading.load(registers.Entry, {"names": [s.word], s.word: s.pesel}),
    "an order": lambda s: loading.load(personalisation.Order, {"head": 1, "pesel": [s.pesel]}),
    "a school": lambda s: loading.load(Regulation, {"slug": s.word, s.word: s.word}),
    "an override": lambda s: BALIN.override({"mlegitymacja.codes.days": s.word}),
}

BROKEN_CALLS: dict[str, Callable[[Secrets], object]] = {
    "a code of signs that cannot be shown": lambda s: Code(f"{s.word}\n"),
    "a code that is too long": lambda s: Code(s.word * 4096),
    "a record bent by hand": lambda s: loading.dump(
        _pupil(s).model_copy(update={"born": s.word, "pesel": s.pesel})
    ),
    "half a character to be dumped": lambda s: loading.dump(
        _pupil(s).model_copy(update={"last_name": f"{s.word}\ud800"})
    ),
    "codes that are open, to be dumped": lambda s: loading.dump(
        _codes(s).model_copy(update={"qr": s.word})
    ),
    "no changes": lambda s: BALIN.override(_untyped([(s.word, s.word)])),
    "one thing for many": lambda s: mlegitymacja.issue(
        _application(s, "balin"), BALIN, on=DAY, codes=_codes(s), previous=_untyped(_codes(s))
    ),
    "no requirement": lambda s: photo.check(_facts(s), _untyped(s.word)),
    "no pupil": lambda s: photo.check(_facts(s), None, pupil=_untyped(_wrong(s))),
    "no PESEL": lambda s: Pesel(s.word),
    "a PESEL that fails its check": lambda s: Pesel(s.wrong_pesel),
    "a PESEL of other digits": lambda s: Pesel(s.pesel[:-1] + s.word[:1]),
    "a PESEL with spaces": lambda s: pesel.validate(f" {s.pesel}"),
    "no text for a PESEL": lambda s: Pesel(_untyped([s.pesel])),
    "a PESEL judged on no day": lambda s: pesel.check(s.pesel, on=_untyped(s.word)),
    "no application": lambda s: mlegitymacja.issue(
        _untyped(_wrong(s)), BALIN, on=DAY, codes=_codes(s)
    ),
    "no codes": lambda s: mlegitymacja.issue(
        _application(s, "balin"), BALIN, on=DAY, codes=_untyped({"qr": s.word})
    ),
    "no day": lambda s: mlegitymacja.issue(
        _application(s, "balin"), BALIN, on=_untyped(s.word), codes=_codes(s)
    ),
    "no school": lambda s: mlegitymacja.issue(
        _application(s, "balin"), _untyped(s.word), on=DAY, codes=_codes(s)
    ),
    "no document": lambda s: mlegitymacja.decide(_untyped(_wrong(s)), activate("balin"), BALIN),
    "no command": lambda s: school_id.decide(_issued(s), _untyped({"number": s.word}), BALIN),
    "no document to ask about": lambda s: mlegitymacja.available(
        _untyped(_pupil(s)), BALIN, on=DAY
    ),
    "no events": lambda s: mlegitymacja.replay(_untyped([_wrong(s)])),
    "a document without its issue": lambda s: mlegitymacja.evolve(None, _untyped(_pupil(s))),
    "an act of another document": lambda s: certificate.evolve(None, _untyped(_issued(s).issued)),
    "an act that does not follow": lambda s: school_id.evolve(_issued(s), _issued(s).issued),
    "a correction of nothing": lambda s: school_id.evolve(_issued(s), _undoing(s)),
    "no acts to take over": lambda s: school_id.take_over(_untyped([_wrong(s)]), BALIN, on=DAY),
    "no ID to check": lambda s: school_id.check(_untyped(_wrong(s)), BALIN, on=DAY),
    "no original": lambda s: certificate.issue(_untyped(_wrong(s)), BALIN, on=DAY),
    "no card": lambda s: school_id.issue(
        _untyped(_application(s, "balin")), BALIN, on=DAY, card=_untyped(s.word)
    ),
    "nothing to follow": lambda s: coupling.follows(_untyped(_pupil(s)), BALIN, on=DAY),
    "nothing to follow for": lambda s: coupling.follows(
        _issued(s), BALIN, on=DAY, others=_untyped([s.word])
    ),
    "nothing to plan": lambda s: planning.plan(_untyped([_pupil(s)]), BALIN, on=DAY),
    "nothing to enter": lambda s: registers.entry(_untyped(_pupil(s)), BALIN, "school_id", on=DAY),
    "no register": lambda s: registers.entries([_issued(s)], BALIN, _untyped(s.word), on=DAY),
    "no address": lambda s: personalisation.order(
        _issued(s), BALIN, address=_untyped([s.word]), head=s.word, photo=True, on=DAY
    ),
    "no movement": lambda s: holograms.record(Ledger(), _untyped(_affixed(s)), BALIN),
    "no duty": lambda s: office.who(BALIN, _untyped(s.word)),
    "no topic": lambda s: office.help_with(BALIN, _untyped(s.word)),
    "no unit": lambda s: office.duties(BALIN, _untyped(s.word)),
    "no version": lambda s: devices.check(BALIN, system="ios", app_version=s.word, on=DAY),
    "no milestone": lambda s: deadlines.due(BALIN, "mlegitymacja", photo=_untyped(s.word)),
    "no calendar day": lambda s: days_off.day_off(_untyped(s.word)),
    "no ground": lambda s: fees.fee(BALIN, "id_exchange", on=DAY, ground=_untyped(s.word)),
    "no proof": lambda s: payments.check(
        _untyped({"title": s.word}), BALIN, "mlegitymacja", _pupil(s), on=DAY
    ),
    "no form": lambda s: forms.check(
        _untyped({"place": s.word}), BALIN, "mlegitymacja", pupil=_pupil(s), on=DAY
    ),
    "no subject": lambda s: forms.check_subject(
        _untyped([s.word]), BALIN, "mlegitymacja", _pupil(s), on=DAY
    ),
    "no labels": lambda s: forms.back_of_photo(_untyped([s.word]), BALIN, "mlegitymacja", on=DAY),
    "no extension": lambda s: naming.file_name(FILE_NAME, _pupil(s), s.word),
    "no class for a file's name": lambda s: naming.file_name(FILE_NAME, _nameless(s), "jpg"),
    "no class for a subject": lambda s: naming.subject(SUBJECT, _nameless(s)),
    "an identity card that cannot be shown": lambda s: IdentityCard(f"{s.word}\n"),
    "no bytes": lambda s: photo.inspect(_untyped(s.word), filename=s.word),
    "no file name": lambda s: photo.inspect(PICTURE, filename=_untyped([s.word])),
    "no bytes to prepare": lambda s: photo.prepare(_untyped(s.word), None),
    "bytes that can be changed": lambda s: photo.inspect(_untyped(bytearray(_picture(s)))),
    "no requirement to prepare for": lambda s: photo.prepare(_picture(s), _untyped(s.word)),
    "no part to cut out": lambda s: photo.prepare(_picture(s), None, crop=_untyped(s.word)),
    "no name to keep": lambda s: photo.prepare(_picture(s), None, filename=_untyped([s.word])),
    "no pupil to name a photo after": lambda s: photo.prepare(
        _picture(s), None, pupil=_untyped(_wrong(s))
    ),
    "no limit": lambda s: photo.inspect(_picture(s), max_bytes=_untyped(s.word)),
    "no facts": lambda s: photo.check(_untyped(_wrong(s)), None),
    "no regulation": lambda s: fees.fee(_untyped(_pupil(s)), "mlegitymacja", on=DAY),
    "an unknown procedure": lambda s: fees.fee(BALIN, _untyped(s.word), on=DAY),
    "an unknown school": lambda s: variants.get(s.word),
    "a school's name that is no text": lambda s: variants.get(_untyped([s.word])),
}

BROKEN_RECORDS: dict[str, Callable[[Secrets], object]] = {
    "a pupil of wrong values": lambda s: Pupil(**_wrong(s)),
    "a command of wrong values": lambda s: activate("balin", device=[s.word], steps=(s.word,)),
    "a new name for a frozen pupil": _assign,
    "a name taken from a frozen pupil": lambda s: delattr(_pupil(s), s.word),
    "no sides of a part": lambda s: photo.Crop(left=_untyped(s.word), top=0, width=1, height=1),
    "a photo of a format that is no word": lambda s: PhotoFacts(format=_untyped(s.word), size=1),
    "a history that is none": lambda s: SchoolId(history=(_issued(s).issued, _issued(s).issued)),
    "a correction of nothing": lambda s: SchoolId(history=(_issued(s).issued, _undoing(s))),
    "a ledger that does not add up": lambda s: Ledger(movements=(Affixed(**_affixed(s)),)),
    "a number that is no hologram's": lambda s: Affixed(**{**_affixed(s), "number": s.word}),
    "a form of wrong values": lambda s: FilledForm(place=_untyped([s.word]), reason=s.word),
    "a proof of wrong values": lambda s: ProofOfPayment(
        amount=s.word, account=_untyped([s.word]), title=s.word, paid=_untyped(s.word)
    ),
    "a handover of wrong values": lambda s: HandOver(
        on=DAY, to=_untyped(s.word), identity_card=_untyped([s.word]), at=s.word
    ),
    "a card of wrong values": lambda s: Card(number=_untyped([s.word]), valid_until=s.born),
    "a version of a name": lambda s: activate("balin", app_version=s.word),
    "a file name that is too long": lambda s: PhotoFacts(
        format="JPEG", size=1, filename=s.word * 99
    ),
}
"""What pydantic itself raises where a host builds a record by hand."""


def _caught(call: Callable[[Secrets], object], secret: Secrets) -> BaseException:
    try:
        call(secret)
    except (RulesError, ValidationError, AttributeError) as error:
        return error
    raise AssertionError("this call is broken and was answered")


def _said(error: BaseException | None) -> Iterator[str]:
    """All that an error and those behind it say."""
    if error is None:
        return
    yield from (str(error), repr(error), repr(error.args), repr(vars(error)), f"{error}")
    yield repr(getattr(error, "__notes__", ()))
    yield "".join(traceback.format_exception(error))
    yield from _said(error.__cause__)
    yield from _said(error.__context__)


@pytest.mark.parametrize("call", BROKEN_LOADS.values(), ids=[*BROKEN_LOADS])
@few
@given(SECRETS)
def test_a_load_error_names_places_and_nothing_else(
    call: Callable[[Secrets], object], secret: Secrets
) -> None:
    error = _caught(call, secret)
    assert isinstance(error, errors.LoadError)
    assert error.faults
    assert secret.leaks(_said(error)) == []
    assert error.__cause__ is None
    assert error.__context__ is None, "pydantic's own error holds its input"


@pytest.mark.parametrize("call", BROKEN_CALLS.values(), ids=[*BROKEN_CALLS])
@few
@given(SECRETS)
def test_an_error_never_repeats_what_it_was_given(
    call: Callable[[Secrets], object], secret: Secrets
) -> None:
    error = _caught(call, secret)
    assert isinstance(error, RulesError)
    assert secret.leaks(_said(error)) == []


@pytest.mark.parametrize("call", BROKEN_RECORDS.values(), ids=[*BROKEN_RECORDS])
@few
@given(SECRETS)
def test_a_record_refuses_without_repeating_what_it_was_given(
    call: Callable[[Secrets], object], secret: Secrets
) -> None:
    error = _caught(call, secret)
    assert isinstance(error, ValidationError | AttributeError)
    assert secret.leaks(_said(error)) == []


# --- the doors ------------------------------------------------------------------------------------

DESKS: dict[type[Any], Any] = {
    SchoolId: school_id,
    Mlegitymacja: mlegitymacja,
    Certificate: certificate,
}


def _again(thing: Any, text: str) -> object:
    """The thing read back from its JSON."""
    if isinstance(thing, Accepted):
        return DESKS[type(thing.document)].load_outcome(text)
    if isinstance(thing, Refused | Undecided):
        return school_id.load_outcome(text)
    return loading.load(type(thing), text)


@pytest.mark.parametrize("school", SCHOOLS)
@rarely
@given(SECRETS)
def test_json_and_pickles_carry_all_and_lead_back(school: str, secret: Secrets) -> None:
    told = answers(variants.get(school), secret.cast, {})
    things = [thing for thing in told if isinstance(thing, Explained | Record)]
    for thing in things:
        text, pickled = loading.dump(thing), pickle.dumps(thing)
        ledger = isinstance(thing, Accepted) and isinstance(thing.document, Ledger)
        assert ledger or _again(thing, text) == thing
        again = pickle.loads(pickled)
        assert (type(again), again) == (type(thing), thing)
        assert [word for word in secret.words if (word in text) != (word.encode() in pickled)] == []
    carried = "".join(loading.dump(thing) for thing in things)
    assert [word for word in (*secret.words, secret.pesel) if word not in carried] == []


@given(SECRETS)
def test_a_masked_text_is_revealed_when_asked(secret: Secrets) -> None:
    assert Code(secret.word).reveal() == secret.word
    assert IdentityCard(secret.word).reveal() == secret.word
    assert Pesel(secret.pesel).reveal() == secret.pesel


EXAMPLES: list[RulesError] = [
    errors.RulesError(),
    errors.RulesError("a", 1),
    errors.UnknownSchool(("balin", "sp6")),
    errors.UnknownProcedure(("mlegitymacja",)),
    errors.TimelineGap(DAY),
    errors.TimelineOverlap(DAY),
    errors.UnknownInterpretation("I-x"),
    errors.InvalidPesel("length"),
    errors.InvalidPesel("digits", 3),
    errors.LoadError("Pupil", (("born", "missing"), ("", "json_invalid"))),
    errors.WrongArgument("on", "a day"),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=repr)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_survives_pickling_with_all_it_says(error: RulesError, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(error, protocol))
    assert type(again) is type(error)
    assert (str(again), again.args, vars(again)) == (str(error), error.args, vars(error))


def test_every_kind_of_error_is_pickled_above() -> None:
    kinds = {name for name in errors.__all__ if isinstance(getattr(errors, name), type)}
    assert {type(error).__name__ for error in EXAMPLES} == kinds


# --- controls -------------------------------------------------------------------------------------


@dataclass
class _Talkative:
    name: str
    pesel: str


@given(SECRETS)
def test_control_a_talkative_thing_is_caught(secret: Secrets) -> None:
    assert secret.leaks(_shown(_Talkative(secret.word, "")))
    assert secret.leaks(_shown(_Talkative("", secret.pesel)))
    assert secret.leaks([json.dumps(secret.word)])
    assert secret.leaks([secret.born.isoformat()])
    assert not secret.leaks(_shown(_Talkative("Anna", "44051401359")))


EMPTY: dict[str, str] = {}


def _raise_over(word: str) -> None:
    try:
        _ = EMPTY[word]
    except KeyError:
        raise errors.UnknownSchool(()) from None


@given(SECRETS)
def test_control_a_talkative_error_is_caught_however_deep(secret: Secrets) -> None:
    with pytest.raises(errors.UnknownSchool) as caught:
        _raise_over(secret.word)
    assert secret.leaks(_said(caught.value))
    noted = ValueError()
    noted.add_note(secret.word)
    assert secret.leaks(_said(noted))
