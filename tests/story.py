"""A story that leaves nothing out: every public call, every school, whole lives, every condition.

It consists of all that the library answers. What is a text in it leaves by a door meant for that:
JSON, the title of a transfer, the fields of a register. Told as texts alone, two stories can be
compared. Nothing here is expected of the library but that each school issues something; what answers
have to say stands in the other tests.
"""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any, get_args

from PIL import Image

import legitymacja_rules
from legitymacja_rules import (
    calls,
    certificate,
    citations,
    compare,
    coupling,
    days_off,
    deadlines,
    devices,
    everywhere,
    fees,
    forms,
    holograms,
    interpretations,
    law,
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
    schools,
    variants,
)
from legitymacja_rules._base import Record
from legitymacja_rules._instants import elapsed, polish_days
from legitymacja_rules.acts import Correct, HandedOver, HandOver, IdentityCard
from legitymacja_rules.audit import audit
from legitymacja_rules.errors import LoadError
from legitymacja_rules.facts import (
    Code,
    FilledForm,
    PhotoFacts,
    PhysicalId,
    ProofOfPayment,
    Pupil,
)
from legitymacja_rules.holograms import Affixed, Ledger, Movement, Received
from legitymacja_rules.messages import Language
from legitymacja_rules.mlegitymacja import (
    Activate,
    ActivationCodes,
    ExOfficio,
    GenerateCodes,
    Reissue,
    Revoke,
)
from legitymacja_rules.outcomes import Accepted, Explained, Refused, Undecided
from legitymacja_rules.policy import Policy, effective
from legitymacja_rules.regulation import BasisCited, Regulation
from legitymacja_rules.vocabulary import (
    DataField,
    Duty,
    ExchangeGround,
    HelpTopic,
    Milestone,
    Procedure,
    RegisterName,
    ReissueGround,
    RevocationGround,
    UnitName,
)
from samples import (
    ANNA,
    CODES,
    DAY,
    EWA,
    FINISHED,
    GOOD_PHOTO,
    ID_CARD,
    activate,
    application,
    attest,
    certificate_application,
    picture,
)

OLD_DAYS = (date(2018, 1, 1), date(2019, 9, 1), date(2023, 6, 17), DAY, date(2026, 6, 1))
LATER, NEXT_YEAR, RENEWED = date(2024, 12, 1), date(2025, 9, 20), date(2025, 10, 20)
LAST_DAY, NEXT_LAST_DAY = date(2025, 9, 30), date(2026, 9, 30)

Outcome = Accepted[Any, Any] | Refused | Undecided


@dataclass(frozen=True)
class Cast:
    """Whom the story is about, and what tells of them.

    Attributes:
        pupil: a child, with a class and a PESEL.
        graduate: of age.
        year: in which the graduate finished school.
        photo: the pupil's.
        texts: private ones, all different: numbers, devices, codes, names and addresses.
    """

    pupil: Pupil
    graduate: Pupil
    year: int
    photo: PhotoFacts
    texts: tuple[str, ...]

    @property
    def form(self) -> FilledForm:
        """A form on which nothing is left out that anybody can write."""
        said: dict[str, Any] = {
            "written": DAY,
            "reason": "lost",
            "signed": True,
            "certificate_kind": "school",
            "certificate_year": self.year,
        }
        return FilledForm(**dict.fromkeys(FilledForm.model_fields, self.texts[8]) | said)

    def codes(self, on: date) -> ActivationCodes:
        """Fresh ones for each day."""
        qr, code = (Code(f"{text} {on.toordinal()}") for text in self.texts[4:6])
        return ActivationCodes(generated=on, qr=qr, code=code)

    def held(self, at: int = 0, until: date = LAST_DAY) -> PhysicalId:
        """The ID of a number."""
        number, issued = self.texts[at], DAY - timedelta(days=1)
        return PhysicalId(number=number, form="id1", issued=issued, valid_until=until)


FAMILY = Cast(
    pupil=ANNA,
    graduate=EWA,
    year=2023,
    photo=GOOD_PHOTO,
    texts=(
        *("17/2024", "18/2024", "19/2024", "1/2023", "QR", "CODE", "phone-1", "phone-2"),
        *("ul. Szkolna 1, Grójec", "ABC 123456"),
    ),
)
"""The people of the samples."""


def pictures() -> dict[str, bytes]:
    """Bytes of all kinds; made before anything is judged, for saving is not our doing."""
    png = io.BytesIO()
    Image.new("RGB", (492, 633)).save(png, "PNG", dpi=(600, 600))
    whole = picture(520, 640, orientation=6)
    moving, phone = io.BytesIO(), io.BytesIO()
    for out, format_ in ((moving, "PNG"), (phone, "MPO")):
        first, second = (Image.new("RGB", (520, 640), shade) for shade in ("red", "blue"))
        first.save(out, format_, save_all=True, append_images=[second])
    told, placed = Image.Exif(), io.BytesIO()
    told.get_ifd(0x8825)[2] = (52.0, 13.0, 48.0)
    Image.new("RGB", (520, 640)).save(placed, "JPEG", exif=told)
    xmp = b"http://ns.adobe.com/xap/1.0/\0"
    return {
        "jpeg": whole,
        "phone": phone.getvalue(),
        "moving": moving.getvalue(),
        "placed": placed.getvalue(),
        "edited": whole[:2] + b"\xff\xe1\0" + bytes([len(xmp) + 2]) + xmp + whole[2:],
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


def whole_story(pictures: dict[str, bytes]) -> list[str]:
    """All that the library says in the story, each text once."""
    told = [text for name in variants.names() for text in _texts(name, pictures)]
    beyond = _beyond(FAMILY)
    for answer in (*_pesels(), *_calendar(), *_readings(), *beyond, *_refused_calls()):
        told += _told(answer)
    return [*dict.fromkeys(told)]


def _texts(name: str, pictures: dict[str, bytes]) -> Iterator[str]:
    for answer in answers(variants.get(name), FAMILY, pictures):
        yield from _told(answer)


def _told(answer: object) -> Iterator[str]:
    yield answer if isinstance(answer, str) else repr(answer)
    if isinstance(answer, Explained | Record):
        yield loading.dump(answer)
    if isinstance(answer, Explained):
        yield repr((answer.status, answer.reasons))
        for language in get_args(Language):
            yield answer.explain(language)
            yield answer.explain(language, reasons_only=True)
            yield answer.explain_json(language)


def answers(school: Regulation, cast: Cast, pictures: dict[str, bytes]) -> Iterator[object]:
    """Everything that a school can be asked, and all that comes of it."""
    yield from _documents(school, cast)
    yield from _photos(school, cast, pictures)
    yield from _money(school, cast)
    yield from _papers(school, cast)
    yield from _office(school)
    yield from _holograms(school, cast)
    yield from _audits(school)
    yield from _shapes(school)
    yield from _neighbours(school, cast, pictures)
    yield from _today(school, cast)
    yield from _in_json(school, cast)


def _settled(ask: Callable[[Any], Outcome], on: date) -> Iterator[Outcome]:
    """The answer as it is, and what it becomes once a human has said no, or yes, to all of it."""
    first = ask(())
    yield first
    if any(finding.who for finding in first.reasons):
        for holds in (False, True):
            yield ask(attest(first.reasons, on=on, holds=holds))


# --- the documents --------------------------------------------------------------------------------


def _documents(school: Regulation, cast: Cast) -> Iterator[object]:
    """The lives of an ID, of an mLegitymacja and of a certificate, and what follows between them."""
    lives = ((school_id, _ids), (mlegitymacja, _phones), (certificate, _certificates))
    firsts: list[Any] = []
    lasts: list[Any] = []
    for desk, life in lives:
        lived = [*life(school, cast)]
        yield from lived
        outcomes = [one for one in lived if isinstance(one, Accepted | Refused | Undecided)]
        for outcome in outcomes:
            assert desk.load_outcome(loading.dump(outcome)) == outcome
        made = _made(lived)
        assert made, f"nothing was issued at {school.slug}"
        for document in made:
            yield from _said_of(desk, document, school)
        firsts.append(made[0])
        lasts += {loading.dump(one.issued): one for one in made}.values()
    yield from _beside_each_other(firsts, lasts, school, cast)


def _made(outcomes: Iterable[object]) -> list[Any]:
    """Every document as every accepted outcome left it, each once."""
    accepted = [outcome for outcome in outcomes if isinstance(outcome, Accepted)]
    both = [part for one in accepted for part in (one, one.successor) if part]
    return [*{loading.dump(part.document): part.document for part in both}.values()]


def _issued(ask: Callable[[Any], Outcome], on: date) -> tuple[list[Outcome], Any]:
    """The outcomes of an issue, and the document, which the head lets be issued at every school."""
    outcomes = [*_settled(ask, on)]
    return outcomes, _made(outcomes)[0]


def _lived(
    desk: Any, document: Any, school: Regulation, *steps: tuple[int, Any]
) -> Iterator[object]:
    """A life step by step: each command meets the document of its place, and others are made."""
    documents = [document]
    for at, command in steps:
        yield command
        if at < len(documents):  # or it was not made at this school
            outcomes = [*_decided(desk, documents, at, command, school)]
            yield from outcomes
            if isinstance(last := outcomes[-1], Accepted):
                documents[at] = last.document
                documents += [last.successor.document] if last.successor else []
                for one in () if desk is mlegitymacja else documents:
                    yield from coupling.follows(one, school, on=command.on, others=iter(documents))


def _decided(
    desk: Any, documents: list[Any], at: int, command: Any, school: Regulation
) -> Iterator[Outcome]:
    """What becomes of a command on one of several documents."""
    document, others = documents[at], documents[:at] + documents[at + 1 :]

    def ask(words: Any) -> Outcome:
        said = desk.load_command(loading.dump(_with_words(command, words)))
        outcome: Outcome = desk.decide(document, said, school, others=iter(others))
        return outcome

    return _settled(ask, command.on)


def _with_words(command: Any, words: Any) -> Any:
    return type(command)(**{**dict(command), "attested": words})


def _older(desk: Any, acts: list[Any], school: Regulation) -> Iterator[Outcome]:
    """One that is older than the host's records is taken over, with its acts."""

    def ask(words: Any) -> Outcome:
        outcome: Outcome = desk.take_over(iter(acts), school, on=DAY, attested=iter(words))
        return outcome

    return _settled(ask, DAY)


def _paid(
    school: Regulation, procedure: Procedure, pupil: Pupil, on: date
) -> ProofOfPayment | None:
    """A payment by the school's own instruction, if anything is to be paid."""
    how = payments.instruction(school, procedure, pupil, on=on)
    if not how.amount:
        return None
    where = {"account": how.account or "1", "title": how.title or "x"}
    return ProofOfPayment(amount=how.amount, paid=on, **where)


def _ids(school: Regulation, cast: Cast) -> Iterator[object]:
    def asked(on: date, reason: Any = None, **changes: Any) -> school_id.Application:
        rules = school.id_duplicate if reason == "lost" else None
        on_paper = rules.photo.on_paper if rules and rules.photo else None
        base: dict[str, Any] = {
            "received": on,
            "applicant": "parent",
            "pupil": cast.pupil,
            "admitted": date(2024, 9, 1),
            "photo": None if on_paper else cast.photo,
            "photo_print": on_paper.labels if on_paper else None,
            "photo_sent_by": "email",
            "handed_in": ("form", "old_id", "proof_of_change"),
            "reason": reason,
            "payment": _paid(school, "id_duplicate", cast.pupil, on) if rules else None,
        }
        return school_id.Application(**{**base, **changes})

    def card(at: int, until: date = LAST_DAY) -> school_id.Card:
        return school_id.Card(number=cast.texts[at], valid_until=until)

    def issue(lodged: school_id.Application, previous: Any = ()) -> Any:
        call: dict[str, Any] = {"on": lodged.received, "card": card(0)}
        return lambda words: school_id.issue(
            lodged, school, **call, previous=iter(previous), attested=words
        )

    outcomes, document = _issued(issue(asked(DAY)), DAY)
    yield from outcomes
    unknown = cast.pupil.model_copy(update={"pesel": None})
    preschool = asked(DAY, kind="preschool", pupil=unknown, other_document=cast.texts[9])
    yield from _settled(issue(preschool), DAY)
    yield issue(asked(OLD_DAYS[0]))(())
    yield issue(asked(LATER), [document])(())
    seal: dict[str, Any] = {"means": "date_and_seal", "valid_until": NEXT_LAST_DAY}
    on_paper = {"form": "paper", "on": FINISHED, "free_fields": 1, "number": cast.texts[3]}
    made = school_id.Issued(**{**dict(document.issued), **on_paper})
    older = [*_older(school_id, [made, HandedOver(on=FINISHED, to="pupil")], school)]
    yield from older
    confirm = school_id.Confirm(on=NEXT_YEAR, **seal)
    yield from _lived(school_id, _made(older)[0], school, (0, confirm))

    next_day = DAY + timedelta(days=1)
    collect = HandOver(on=next_day, to="pupil", signed=True)
    lost = {"application": asked(LATER, "lost"), "card": card(1)}
    wrong = {"application": asked(RENEWED, "error"), "card": card(2, NEXT_LAST_DAY)}
    services: Any = ("school_activity", "public_transport")
    yield from _lived(
        school_id,
        document,
        school,
        (0, school_id.ReportLoss(on=DAY, how="lost")),
        (0, school_id.Amend(on=DAY)),
        (0, school_id.CodeServices(on=DAY, services=services, consent="parent")),
        (0, school_id.Destroy(on=DAY)),
        (0, Correct(on=DAY, act="destroyed", done=DAY)),
        (0, collect),
        (0, Correct(on=next_day, act="handed_over", done=next_day)),
        (0, collect),
        (0, collect),
        (0, school_id.ReportLoss(on=LATER, how="stolen")),
        (0, school_id.ReportFound(on=LATER)),
        (0, school_id.ReportLoss(on=LATER, how="lost")),
        (0, school_id.Duplicate(on=LATER, **lost)),
        (0, school_id.Replace(on=LATER)),
        (1, collect.model_copy(update={"on": NEXT_YEAR})),
        (1, school_id.Confirm(on=NEXT_YEAR, **{**seal, "means": "hologram"}, hologram="H-1")),
        (0, school_id.Replace(on=NEXT_YEAR)),
        (0, school_id.ReportFound(on=RENEWED)),
        (0, school_id.GiveBack(on=RENEWED)),
        (0, school_id.Destroy(on=RENEWED)),
        (1, school_id.Confirm(on=RENEWED, **seal)),
        (1, school_id.Exchange(on=RENEWED, **wrong)),
        (1, Correct(on=RENEWED, act="exchanged", done=RENEWED)),
        (2, collect.model_copy(update={"on": RENEWED})),
        (2, school_id.End(on=RENEWED, ground="school_changed")),
        (2, school_id.ReportLoss(on=RENEWED, how="lost")),
    )
    yield from _lived(school_id, document, school, (0, Correct(on=DAY, act="issued", done=DAY)))
    other = cast.form.model_copy(update={"reason": "stolen"})
    late = school_id.Duplicate(
        on=RENEWED, **{**lost, "application": asked(RENEWED, "lost", form=other)}
    )
    yield from _lived(school_id, document, school, (0, collect), (0, late))


def _phones(school: Regulation, cast: Cast) -> Iterator[object]:
    def issue(on: date, asked: Any, previous: Any = ()) -> Any:
        call: dict[str, Any] = {"on": on, "codes": cast.codes(on)}
        return lambda words: mlegitymacja.issue(
            asked, school, **call, previous=iter(previous), attested=words
        )

    said: dict[str, Any] = {
        "pupil": cast.pupil,
        "prior_id": cast.held(),
        "photo": cast.photo,
        "email": f"{cast.texts[9]}@x.pl",
        "deliver_by": "email",
    }
    asked = application(school.slug, **said)
    outcomes, document = _issued(issue(DAY, asked), DAY)
    yield from outcomes
    for on in (date(2019, 1, 1), date(2026, 1, 1)):
        yield issue(on, asked)(())
    yield from _settled(issue(LATER, asked, [document]), LATER)
    bare = mlegitymacja.Application(received=DAY, applicant="pupil", pupil=asked.pupil)
    yield from _settled(issue(DAY, bare), DAY)
    for photo_ in (PhotoFacts(format="GIF", size=7), PhotoFacts(format="JPEG", size=5_220_000)):
        changed = application(school.slug, **{**said, "photo": photo_}, lodged="email")
        yield from _settled(issue(DAY, changed), DAY)
    unknown = document.issued.model_copy(update={"codes": None})
    yield from _older(mlegitymacja, [unknown, HandedOver(on=DAY, to="parent")], school)

    new = application(
        school.slug, **{**said, "prior_id": cast.held(1, NEXT_LAST_DAY)}, received=LATER
    )
    fresh = cast.codes(DAY)
    used: dict[str, Any] = {"qr": fresh.qr, "code": fresh.code, "device": cast.texts[6]}
    first = activate(school.slug, **used)
    other = {**used, "device": cast.texts[7], "on": date(2024, 10, 2), "system": "ios"}
    second = activate(school.slug, **other)
    wrong = activate(school.slug, **{**used, "code": used["qr"]}, steps=(), system_version="5.0")
    early = activate(school.slug, **used, on=date(2024, 9, 1))
    revocations = [
        Revoke(on=LATER, ground=ground, applicant=who, basis=basis, form=form)
        for ground in get_args(RevocationGround)
        for who, basis, form in ((None, None, cast.form), ("parent", "court_ruling", None))
    ]
    reissues = [
        Reissue(on=LATER, ground=ground, application=new, codes=cast.codes(LATER), basis=basis)
        for ground in get_args(ReissueGround)
        for basis in (None, "court_ruling")
    ]
    undo = Correct(on=DAY, act="handed_over", done=DAY)
    steps = (HandOver(on=DAY, to="parent"), undo, wrong, first, second, early)
    life = [*_lived(mlegitymacja, document, school, *((0, step) for step in steps))]
    yield from life
    ends = [
        outcome
        for one in (document, _made(life)[-1])
        for command in (*revocations, *reissues)
        for outcome in _lived(mlegitymacja, one, school, (0, command))
    ]
    yield from ends
    gone = [one for one in _made(ends) if one.revoked]
    yield from _settled(issue(LATER, asked, gone[:1]), LATER)


def _certificates(school: Regulation, cast: Cast) -> Iterator[object]:
    original = certificate.Original(
        pupil=cast.graduate,
        kind="school",
        school_name=cast.texts[8],
        year=cast.year,
        number=cast.texts[3],
        profile=cast.texts[9],
    )

    def issue(words: Any) -> Outcome:
        return certificate.issue(original, school, on=FINISHED, attested=iter(words))

    outcomes, document = _issued(issue, FINISHED)
    yield from outcomes
    yield from _older(
        certificate, [document.issued, HandedOver(on=FINISHED, to="graduate")], school
    )

    def copy(records: Any, **changes: Any) -> certificate.Duplicate:
        told: dict[str, Any] = {"pupil": cast.graduate, "certificate_year": cast.year, **changes}
        paid = _paid(school, "certificate_duplicate", cast.graduate, DAY)
        asked = certificate_application(school.slug, payment=paid, **told)
        how: dict[str, Any] = {"records": records, "number": cast.texts[2]}
        made = "form_of_the_time" if records == "sufficient" else None
        return certificate.Duplicate(on=DAY, application=asked, **how, form=made)

    letter: dict[str, Any] = {"way": "registered_letter", "signed": True}
    letter["identity_card"] = IdentityCard(cast.texts[9])
    collect = HandOver(on=FINISHED, to="graduate")
    yield from _lived(
        certificate,
        document,
        school,
        (0, copy("sufficient")),
        (0, collect),
        (0, collect),
        (0, copy("none")),
        (0, copy("insufficient", reason="stolen")),
        (0, certificate.ReportFound(on=DAY)),
        (0, copy("sufficient", reason=None)),
        (0, copy("sufficient")),
        (0, copy("sufficient")),
        (0, certificate.Replace(on=DAY)),
        (1, HandOver(on=LATER, to="graduate", way="post")),
        (1, Correct(on=LATER, act="handed_over", done=LATER)),
        (1, HandOver(on=LATER, to="authorised", at="23:00")),
        (1, HandOver(on=LATER, to="graduate", **letter)),
        (1, copy("sufficient").model_copy(update={"on": LATER})),
        (0, certificate.Replace(on=LATER)),
        (0, certificate.GiveBack(on=LATER)),
        (0, Correct(on=LATER, act="returned", done=LATER)),
        (0, certificate.ReportFound(on=LATER)),
        (0, copy("sufficient").model_copy(update={"on": LATER})),
        (0, certificate.GiveBack(on=LATER)),
        (1, Correct(on=LATER, act="handed_over", done=LATER)),
    )
    undone = Correct(on=FINISHED, act="issued", done=FINISHED)
    yield from _lived(certificate, document, school, (0, undone))
    yield original


def _said_of(desk: Any, document: Any, school: Regulation) -> Iterator[object]:
    days = (OLD_DAYS[0], DAY, NEXT_YEAR, RENEWED)
    for day in days:
        yield desk.state_on(document, day), document.acts(day)
        yield desk.available(document, school, on=day)
    yield desk.available(document, _other(school), on=DAY)
    yield loading.dump(document)
    events = [desk.load_event(loading.dump(event)) for event in document.history]
    again = loading.load(type(document), loading.dump(document))
    assert document == again == desk.replay(iter(events)) == pickle.loads(pickle.dumps(document))
    assert desk.evolve(None, events[0]).issued == document.issued
    shown = [name for name, value in vars(type(document)).items() if isinstance(value, property)]
    yield document, [getattr(document, name) for name in shown]
    if isinstance(document, school_id.SchoolId):
        yield [(document.held(day), document.unsettled_on(day)) for day in days]
        for on in (LAST_DAY, date(2026, 10, 1)):
            for held in (document, document.held(on)):
                yield school_id.check(held, school, on=on)


def _other(school: Regulation) -> Regulation:
    return next(variants.get(name) for name in variants.names() if name != school.slug)


def _full(school: Regulation, cast: Cast) -> school_id.SchoolId:
    """An ID on paper without a field for another stamp."""
    made = school_id.Issued(
        on=DAY,
        school=school.slug,
        pupil=cast.pupil,
        kind="school",
        number=cast.texts[0],
        form="paper",
        valid_until=NEXT_YEAR,
        free_fields=0,
    )
    return school_id.replay([made, school_id.HandedOver(on=DAY, to="pupil")])


def _beside_each_other(
    firsts: list[Any], lasts: list[Any], school: Regulation, cast: Cast
) -> Iterator[object]:
    """What one document means for others, what is due for all, and what the office writes of them."""
    card, phone, _ = firsts
    left = school_id.Ended(on=DAY, ground="school_changed", clause="x:1")
    ended = school_id.replay([*card.history, HandedOver(on=DAY, to="pupil"), left])
    yield from coupling.follows(ended, school, on=DAY, others=iter([phone]))
    known = [*firsts, *lasts]
    for day in (DAY, NEXT_YEAR, RENEWED):
        yield from planning.plan(iter(known), school, on=day)
    yield holograms.affixings(iter(known))
    yield from planning.plan([_full(school, cast)], school, on=NEXT_YEAR)
    told: dict[str, Any] = {"address": cast.texts[8], "head": cast.texts[9], "photo": True}
    written = [
        *(registers.entry(known[0], school, name, on=DAY) for name in get_args(RegisterName)),
        *(
            entry
            for name in get_args(RegisterName)
            for entry in registers.entries(iter(known), school, name, on=LAST_DAY)
        ),
        *(
            personalisation.order(document, school, **told, on=LAST_DAY)
            for document in known
            if isinstance(document, school_id.SchoolId)
        ),
    ]
    for filled in written:
        yield filled
        yield repr((filled.complete, filled.values))


def _in_json(school: Regulation, cast: Cast) -> Iterator[object]:
    """The same questions as another language asks them."""
    lodged = application(school.slug, pupil=cast.pupil, photo=cast.photo, prior_id=cast.held())
    here: dict[str, Any] = {"school": school.slug, "on": DAY}
    asked: dict[str, dict[str, Any]] = {
        "mlegitymacja.issue": {**here, "application": lodged, "codes": cast.codes(DAY)},
        "payments.instruction": {**here, "procedure": "id_duplicate", "pupil": cast.pupil},
        "photo.check": {"facts": cast.photo, "requirement": f"{school.slug}.mlegitymacja.photo"},
    }
    for call, arguments in asked.items():
        told = {
            name: json.loads(loading.dump(value)) if isinstance(value, Record) else value
            for name, value in arguments.items()
        }
        answer = calls.answer({"call": call, "arguments": told})
        yield json.dumps(answer, ensure_ascii=False)
    yield str(len(calls.schema()["$defs"]))
    for broken in ({"call": cast.texts[0]}, {"call": "fees.fee", "arguments": {cast.texts[1]: 1}}):
        try:
            calls.answer(broken)
        except LoadError as error:
            yield f"{error} {error.args}"


# --- what is asked beside the documents -----------------------------------------------------------


def _photos(school: Regulation, cast: Cast, pictures: dict[str, bytes]) -> Iterator[object]:
    pupil = cast.pupil
    for name, data in pictures.items():
        yield from _prepared(school, cast, data, name)
        for whole in (False, True):
            facts = photo.inspect(data, filename=name, face_percent=70, whole=whole)
            yield loading.dump(facts)
            yield loading.dump(photo.inspect(data, filename=f"{name * 99}\ud800.jpg"))
            for procedure in get_args(Procedure):
                asked = school.photo_for(procedure)
                if whole and procedure != "mlegitymacja":
                    continue
                yield (first := photo.check(facts, asked))
                yield photo.check(facts, asked, pupil=pupil, sent_by="e_register")
                yield photo.check(facts, asked, pupil=pupil, attested=attest(first.reasons))


def _prepared(school: Regulation, cast: Cast, data: bytes, name: str) -> Iterator[object]:
    """What is made of a photo, and what is known of it then."""
    asked = school.photo_for("mlegitymacja")
    part = photo.Crop(left=10, top=0, width=510, height=640)
    yield part
    yield repr((part.size, part.within((520, 640))))
    for crop in (None, part):
        made = photo.prepare(data, asked, crop=crop, filename=f"{name}.jpg", pupil=cast.pupil)
        yield made
        yield loading.dump(made)
        if isinstance(made, photo.Prepared):
            yield repr((made.facts.animated, made.facts.misnamed))
    impossible = {"dpi": {"at_least": 100_000, "clause": "x:1"}}
    bent = school.override({"mlegitymacja.photo": {**impossible, "pictures": []}})
    yield photo.prepare(data, bent.photo_for("mlegitymacja"))


def _money(school: Regulation, cast: Cast) -> Iterator[object]:
    pupil = cast.pupil
    for procedure in get_args(Procedure):
        grounds = get_args(ExchangeGround) if procedure == "id_exchange" else ()
        for day in OLD_DAYS:
            for ground in (None, *grounds):
                yield (due := fees.fee(school, procedure, on=day, ground=ground))
                yield repr((due.basis, due.account, due.transfer_title(pupil)))
        how = payments.instruction(school, procedure, pupil, on=DAY)
        yield how
        yield f"{how.title}"
        for amount, account, title in (
            (how.amount or "9.00", how.account or "1", (how.title or "x").upper()),
            ("8.99", "PL 1", cast.texts[8]),
            ("99.00", cast.texts[9], cast.texts[8]),
        ):
            proof = ProofOfPayment(amount=amount, account=account, title=title, paid=LATER)
            yield proof
            for day in (DAY, LATER):
                yield (first := payments.check(proof, school, procedure, pupil, on=day))
                words = iter(attest(first.reasons))
                yield payments.check(proof, school, procedure, pupil, on=day, attested=words)


def _papers(school: Regulation, cast: Cast) -> Iterator[object]:
    """Forms, the back of a photo, the names of files and the subjects of messages."""
    pupil, form, held = cast.pupil, cast.form, cast.held()
    for procedure in get_args(Procedure):
        for filled in (form, FilledForm()):
            yield forms.check(filled, school, procedure, pupil=pupil, on=DAY, prior_id=held)
        yield forms.back_of_photo(iter(get_args(DataField)[:8]), school, procedure, on=DAY)
        subject = f"Re: {pupil.last_name} {pupil.first_names} {pupil.class_name} mLegitymacja"
        for text in (subject, "\ud800", "x" * 999):
            yield forms.check_subject(text, school, procedure, pupil, on=DAY)
        rules = school.procedure(procedure)
        if rules and rules.subject:
            yield naming.subject(rules.subject, pupil)
        if rules and rules.photo and rules.photo.naming:
            name = naming.file_name(rules.photo.naming, pupil, "JPG")
            yield repr((name, naming.fold(name), naming.extension(name)))
            yield repr(naming.stored_name(f"C:\\Photos\\{name}") == name)
    yield form
    yield forms.check(form, school, "mlegitymacja", pupil=pupil, on=LATER, revocation=True)


def _office(school: Regulation) -> Iterator[object]:
    """Who does what, by when, and which phone is enough."""
    yield from (office.duties(school, unit) for unit in get_args(UnitName))
    yield from (office.who(school, duty) for duty in get_args(Duty))
    yield from (office.help_with(school, topic) for topic in get_args(HelpTopic))
    for day in (OLD_DAYS[0], DAY):
        yield (security := office.security(school, on=day))
        for said in (day, LATER):
            words = iter(attest(security.reasons, on=said))
            yield office.security(school, on=day, attested=words)
    judged = photo.check(GOOD_PHOTO, None)
    for procedure in get_args(Procedure):
        for at in (date(1900, 1, 1), DAY, date(2025, 12, 19), date(2299, 12, 31)):
            days: dict[Any, Any] = dict.fromkeys(get_args(Milestone), at)
            yield deadlines.due(school, procedure, **days)
        yield deadlines.due(school, procedure, photo=DAY, photo_verdict=judged)
    for system, version in (("android", "5.9.9"), ("ios", "12.10"), ("ios", None)):
        for day in (OLD_DAYS[0], DAY):
            call: dict[str, Any] = {"system": system, "system_version": version, "on": day}
            yield devices.check(school, **call, app_version=version)


def _audits(school: Regulation) -> Iterator[object]:
    """What in the text is out of date on days before, within and after it."""
    unknown = school.model_copy(update={"bases": (BasisCited(act="x", clause="x:1"),)})
    for day in OLD_DAYS:
        for text in (school, unknown):
            yield (found := audit(text, on=day))
            yield repr([found.readings(finding) for finding in found.findings])


def _holograms(school: Regulation, cast: Cast) -> Iterator[object]:
    came = Received(on=DAY, numbers=("H-1", "H-2", "H-3"), valid_until=LAST_DAY)
    gone: dict[str, Any] = {"movement": "destroyed", "on": f"{RENEWED}", "numbers": ["H-2", "H-9"]}
    movements: tuple[Movement, ...] = (
        came,
        came,
        Affixed(on=DAY, number="H-1", id_number=cast.texts[0]),
        Affixed(on=date(2026, 1, 1), number="H-2", id_number=cast.texts[1]),
        holograms.load_movement(gone),
        holograms.load_movement(json.dumps({**gone, "numbers": ["H-2"]})),
    )
    ledger = Ledger()
    for movement in movements:
        outcomes = [*_recorded(ledger, movement, school)]
        yield from outcomes
        ledger = (*_made(outcomes), ledger)[0]
    yield ledger, ledger.received, ledger.affixed, ledger.destroyed, ledger.on_hand_numbers
    assert ledger == loading.load(Ledger, loading.dump(ledger))
    assert ledger.on_hand == ledger.received - ledger.affixed - ledger.destroyed


def _recorded(ledger: Ledger, movement: Movement, school: Regulation) -> Iterator[Outcome]:
    def ask(words: Any) -> Outcome:
        return holograms.record(ledger, movement, school, attested=iter(words))

    return _settled(ask, movement.on)


def _shapes(school: Regulation) -> Iterator[object]:
    text = loading.dump(school)
    assert loading.load(Regulation, text) == loading.load(Regulation, json.loads(text)) == school
    yield text
    yield school.override({"mlegitymacja.codes.days": 14, "text": "x"})
    yield school.period("mlegitymacja")
    if school.photo_for("mlegitymacja") and "size" in text:
        for megabyte in ("decimal", "binary"):
            try:
                bent = school.override({"mlegitymacja.photo.size.megabyte": megabyte})
            except legitymacja_rules.RulesError as refusal:
                yield str(refusal)
                continue
            facts = PhotoFacts(format="JPEG", size=5_230_000)
            yield photo.check(facts, bent.photo_for("mlegitymacja"))


def _neighbours(school: Regulation, cast: Cast, pictures: dict[str, bytes]) -> Iterator[object]:
    """A school among others, and what becomes of its text."""
    other, text = _other(school), loading.dump(school)
    yield schools.load(text)
    since = {"since": "2026-09-01", "clause": "sp9:1"}
    changes = {"mlegitymacja": None}
    yield school.derive(slug="sp9", school="SP 9", text="x", in_force=since, changes=changes)
    ended = school.override({"in_force.until": "2026-08-31"})
    later = school.override({"in_force.since": "2026-09-01", "mlegitymacja": None})
    amended = schools.load_editions({"editions": [ended, later]})
    yield (amended.slug, amended.school, amended.on(DAY))
    yield str(len(schools.schema()))
    yield str(len(loading.schemas({"Pupil": Pupil})))
    yield schools.load({"slug": "sp9", "school": "SP 9", "clauses": [{"id": "sp9:1", "says": "x"}]})
    found = compare.differences(school, other, on=DAY)
    everyone = [variants.get(name) for name in variants.names()]
    sent = [photo.inspect(data, filename=name) for name, data in pictures.items()]
    asked = [
        everywhere.photo(facts, "mlegitymacja", schools=everyone, pupil=cast.pupil, on=DAY)
        for facts in sent
    ]
    for language in get_args(Language):
        yield found.explain(language)
        yield found.explain_markdown(language)
        yield found.explain_json(language)
        for answer in asked:
            yield repr(answer)
            yield answer.explain(language)
            yield answer.explain_json(language)


# --- today, and where school and law differ -------------------------------------------------------

TODAY = date(2026, 3, 2)
BARE = Regulation(slug="sp1", school="SP 1")


def _today(school: Regulation, cast: Cast) -> Iterator[object]:
    """The model in force since 17.09.2025 at a school without a text, and the policies at one with a text."""
    card = PhysicalId(
        number=cast.texts[0], form="id1", issued=date(2025, 9, 1), valid_until=date(2026, 9, 30)
    )
    case = ExOfficio(pupil=cast.pupil, prior_id=card, photo=cast.photo, deliver_by="platform")
    yield case

    def issue(asked: ExOfficio) -> Callable[[Any], Outcome]:
        return lambda words: mlegitymacja.issue(asked, BARE, on=TODAY, attested=words)

    for asked in (case, case.model_copy(update={"objected": TODAY, "prior_id": None})):
        yield from _settled(issue(asked), TODAY)
    made = mlegitymacja.Issued(
        on=TODAY,
        school="sp1",
        pupil=cast.pupil,
        id_number=cast.texts[0],
        id_valid_until=card.valid_until,
        codes=None,
        codes_until=None,
        renewable=True,
        valid_until=card.valid_until,
    )
    document = mlegitymacja.replay([made])
    yield mlegitymacja.available(document, BARE, on=TODAY)
    owners = ("pupil", "parent", "parent", "parent", "parent", "parent")
    for number, owner in enumerate((*owners, "pupil")):
        at = datetime(2026, 3, 2, 8, number)
        fresh = cast.codes(TODAY).model_copy(
            update={
                "qr": Code(f"{cast.texts[4]} {number}"),
                "code": Code(f"{cast.texts[5]} {number}"),
                "way": "platform",
                "at": at,
            }
        )
        used: dict[str, Any] = {"on": TODAY, "device": f"{cast.texts[6]} {number}", "owner": owner}
        early = Activate(**used, system="ios", qr=fresh.qr, code=fresh.code, at=at)
        yield mlegitymacja.decide(document, early, BARE)
        generate = GenerateCodes(on=TODAY, codes=fresh)
        generated = mlegitymacja.decide(document, generate, BARE)
        yield generate, generated
        assert isinstance(generated, Accepted)
        document = generated.document
        for late in (at + timedelta(minutes=11), None, at):
            outcome = mlegitymacja.decide(document, early.model_copy(update={"at": late}), BARE)
            yield outcome
            document = outcome.document if isinstance(outcome, Accepted) else document
    yield document
    yield elapsed(datetime(2025, 10, 26, 2, 30), datetime(2025, 10, 26, 3)), polish_days(TODAY_AT)
    application_ = application(school.slug, pupil=cast.pupil, photo=cast.photo)
    # A text of this telling's own: what is answered of the five may be remembered from the last one.
    told_anew = school.override({})
    for policy in get_args(Policy):
        yield effective(school, on=DAY, policy=policy)
        yield effective(told_anew, on=TODAY, policy=policy)
        for asked_ in (case, application_):
            told = mlegitymacja.issue(asked_, school, on=DAY, codes=cast.codes(DAY), policy=policy)
            yield told, told.conflicts
    for day in (date(2019, 1, 1), DAY, TODAY):
        yield law.regulation(day), law.certainties(day)
        yield compare.differences(school, BARE, on=day, policy="law").rows


TODAY_AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


# --- what a text could say, and none of the five does ---------------------------------------------

WIDER: dict[str, Any] = {
    "id_exchange": {
        "grounds": [
            {"any_of": ["other"], "wording": "is bent", "clause": "x:1"},
            {"any_of": ["other"], "wording": "is wet", "clause": "x:2"},
        ],
        "fees": [{"amount": "5.00", "clause": "x:3"}],
        "due": {"count": 7, "unit": "days", "since": ["receipt"], "clause": "x:4"},
    },
    "mlegitymacja.manner": {"by": ["in_writing"], "clause": "x:5"},
    "mlegitymacja.validity": [{"by": "september_30", "clause": "x:6"}],
    "mlegitymacja.reissue": [{"ground": "pesel_granted", "clause": "x:7"}],
    "mlegitymacja.photo": {
        "size": {"min_kb": "20", "max_mb": "2", "clause": "x:8"},
        "pixels": {"max_width": 500, "min_height": 640, "max_height": 640, "clause": "x:9"},
        "millimetres": {
            "width": "35",
            "height": "45",
            "dpi": 300,
            "exactly": True,
            "clause": "x:10",
        },
        "multiple": {"width": 35, "height": 45, "clause": "x:11"},
        "age": {"months": 6, "clause": "x:12"},
        "on_paper": {"labels": ["last_name"], "size": "35×45", "clause": "x:13"},
    },
}
"""Records of every further kind, by the place where they stand."""

NARROW: dict[str, Any] = {
    "mlegitymacja.photo.pixels": {
        "min_width": 500,
        "max_width": 500,
        "max_height": 600,
        "clause": "x:14",
    }
}
"""The same for the other side of a picture."""


def _beyond(cast: Cast) -> Iterator[object]:
    """A text that has what none of the five has."""
    school = variants.get("balin").override(WIDER)
    yield loading.dump(school)
    for taken in (None, DAY - timedelta(days=400), DAY, LATER):
        for facts in (
            photo.inspect(picture(), taken=taken),
            cast.photo.model_copy(update={"taken": taken, "size": 20_200}),
        ):
            for asked in (school, school.override(NARROW)):
                yield photo.check(facts, asked.photo_for("mlegitymacja"), on=DAY)
    lodged: dict[str, Any] = {"pupil": cast.pupil, "handed_in": ()}
    for told in ({}, {"manner": "orally"}, {"photo": None, "photo_print": ("last_name",)}):
        asked_for = application("balin", **{**lodged, **told})
        call: dict[str, Any] = {"on": DAY, "codes": cast.codes(DAY)}
        yield (first := mlegitymacja.issue(asked_for, school, **call))
        words = attest(first.reasons)
        yield mlegitymacja.issue(asked_for, school, **call, attested=words)
    for clause in (None, "x:1", "x:2"):
        wish = school_id.Application(
            received=DAY, applicant="parent", pupil=cast.pupil, reason="other", clause=clause
        )
        card = school_id.Card(number=cast.texts[1], valid_until=LAST_DAY)
        held = school_id.replay([_made_by(school, cast)])
        command = school_id.Exchange(on=DAY, application=wish, card=card)
        yield school_id.decide(held, command, school)
    phone = mlegitymacja.Issued(
        on=DAY,
        school="balin",
        pupil=cast.pupil,
        id_number=cast.texts[0],
        id_valid_until=LAST_DAY,
        codes=cast.codes(DAY),
        codes_until=LATER,
        valid_until=LAST_DAY,
    )
    again = Reissue(
        on=LATER,
        ground="pesel_granted",
        application=application("balin", **lodged),
        codes=cast.codes(LATER),
    )
    yield mlegitymacja.decide(mlegitymacja.replay([phone]), again, school)
    yield fees.fee(school, "id_exchange", on=DAY, copies=3)
    yield payments.instruction(school, "id_exchange", cast.pupil, on=DAY, copies=3)
    yield deadlines.due(school, "id_exchange", receipt=DAY)


def _made_by(school: Regulation, cast: Cast) -> school_id.Issued:
    return school_id.Issued(
        on=DAY,
        school=school.slug,
        pupil=cast.pupil,
        kind="school",
        number=cast.texts[0],
        form="id1",
        valid_until=LAST_DAY,
    )


# --- what no school says --------------------------------------------------------------------------


def _pesels() -> Iterator[object]:
    for text in ("44051401359", "44051401358", "44051x01359", "99999999999", "1", None, "٣" * 11):
        yield pesel.is_valid(text)
        for born in (None, date(1944, 5, 14), date(2000, 1, 1)):
            for day in (DAY, date(1900, 1, 1)):
                yield pesel.check(text, on=day, born=born)
    number = pesel.validate("44051401359")
    yield number, number.birth_date, number.sex, number.century
    pupil = Pupil(first_names="A", last_name="B", born=date(2008, 2, 29), pesel=number)
    yield pupil, pupil.adult_from(), pupil.age_on(DAY), ID_CARD.valid_on(DAY)


def _calendar() -> Iterator[object]:
    for year in (1991, 2024, 2299, 2999):
        yield [feast.in_year(year) for feast in days_off.FEASTS]
    for day in (date(2018, 11, 12), date(2025, 12, 24), date(2999, 12, 30)):
        yield days_off.day_off(day), days_off.is_day_off(day)
        yield days_off.next_working_day(day), days_off.working_days_after(day, 0)
    for procedure, line in law.FEES.items():
        for day in OLD_DAYS:
            yield procedure, line.on(day)


def _readings() -> Iterator[object]:
    for id_ in interpretations.REGISTER:
        entry = interpretations.interpretation(id_)
        yield entry, entry.reading
        yield from map(citations.citation, entry.clauses)
    for act in citations.ACTS:
        yield citations.citation(f"act:{act}:1").title


def _refused_calls() -> Iterator[str]:
    """Broken calls; the errors are part of the story."""
    school = variants.get("balin")
    any_: Any = school
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
        lambda: school.override({"mlegitymacja.photo.pixels": {"clause": "x:1"}}),
        lambda: school.override({"mlegitymacja.revocation.0.wording": "x"}),
        lambda: school.procedure("nothing"),  # type: ignore[arg-type]  # a word of no list
        lambda: fees.fee(school, "mlegitymacja", on=datetime(2024, 10, 1)),
        lambda: photo.inspect("text"),  # type: ignore[arg-type]  # no bytes
        lambda: school_id.replay([any_]),
        lambda: certificate.take_over((), school, on=DAY),
        lambda: coupling.follows(any_, school, on=DAY),
        lambda: planning.plan(any_, school, on=date.max),
        lambda: audit(school, on=date.max),
        lambda: registers.entries((), school, any_, on=DAY),
        lambda: personalisation.order(any_, school, address=None, head=None, photo=True, on=DAY),
        lambda: holograms.record(Ledger(), any_, school),
        lambda: holograms.load_movement("[]"),
        lambda: loading.load(Pupil, '{"last_name": "a", "last_name": "b"}'),
        lambda: loading.load(mlegitymacja.Mlegitymacja, {"history": []}),
        lambda: loading.load(Ledger, {"movements": [{"movement": "destroyed"}]}),
        lambda: office.who(school, any_),
        lambda: devices.check(school, system="ios", system_version="x", on=DAY),
        lambda: forms.back_of_photo(any_, school, "mlegitymacja", on=DAY),
        lambda: naming.file_name(any_, ANNA, "jpg"),
        lambda: days_off.working_days_after(date(1990, 12, 31), 1),
        lambda: deadlines.due(school, "mlegitymacja", photo=any_),
        lambda: payments.check(any_, school, "mlegitymacja", ANNA, on=DAY),
    )
    for call in calls:
        try:
            call()
        except legitymacja_rules.RulesError as error:
            yield f"{type(error).__name__} {error} {error.args}"
            if isinstance(error, LoadError):
                yield from map(error.explain, get_args(Language))
        else:
            raise AssertionError("this call is broken and was answered")
