"""A story that leaves nothing out: every public call, every school, whole lives, and all that is said.

It is told as texts, so that two tellings can be compared. Nothing in it is expected of the library
but that each school issues something; what answers have to say stands in the other tests.
"""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any, get_args

from PIL import Image

import legitymacja_rules
from legitymacja_rules import (
    certificate,
    citations,
    coupling,
    days_off,
    deadlines,
    devices,
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
    variants,
)
from legitymacja_rules.acts import Correct, HandedOver, HandOver, IdentityCard
from legitymacja_rules.facts import (
    Code,
    FilledForm,
    PhotoFacts,
    PhysicalId,
    ProofOfPayment,
    Pupil,
)
from legitymacja_rules.holograms import Affixed, Ledger, Movement, Received
from legitymacja_rules.mlegitymacja import ActivationCodes, Reissue, Revoke
from legitymacja_rules.outcomes import Accepted, Explained, Refused, Undecided
from legitymacja_rules.regulation import Regulation
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
    ORIGINAL,
    activate,
    application,
    attest,
    certificate_application,
    picture,
)

OLD_DAYS = (date(2018, 1, 1), date(2019, 9, 1), date(2023, 6, 17), DAY, date(2026, 6, 1))
LATER, NEXT_YEAR, RENEWED = date(2024, 12, 1), date(2025, 9, 20), date(2025, 10, 20)
LAST_DAY, NEXT_LAST_DAY = date(2025, 9, 30), date(2026, 9, 30)
NEW_CODES = ActivationCodes(generated=LATER, qr=Code("QR-2"), code=Code("CODE-2"))
NEW_ID = PhysicalId(
    number="18/2024", form="id1", issued=date(2024, 10, 2), valid_until=date(2026, 9, 30)
)
FORM = FilledForm(place="Grójec", written=DAY, applicant_name="Maria Kowalska", signed=True)

Outcome = Accepted[Any, Any] | Refused | Undecided


def pictures() -> dict[str, bytes]:
    """Bytes of all kinds; made before anything is judged, for saving is not our doing."""
    png = io.BytesIO()
    Image.new("RGB", (492, 633)).save(png, "PNG", dpi=(600, 600))
    whole = picture(520, 640, orientation=6)
    return {
        "jpeg": whole,
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
    """Everything the library can be asked, and all it says."""
    told: list[str] = []
    for name in variants.names():
        school = variants.get(name)
        told += _documents(school)
        told += _photos(school, pictures)
        told += _money(school)
        told += _papers(school)
        told += _office(school)
        told += _holograms(school)
        told += _shapes(school)
    told += [*_pesels(), *_calendar(), *_readings(), *_refused_calls()]
    return [*dict.fromkeys(told)]


def _told(answer: Explained) -> Iterator[str]:
    yield repr(answer)
    yield loading.dump(answer)
    yield repr((answer.status, answer.reasons))
    for language in ("pl", "en"):
        yield answer.explain(language)
        yield answer.explain(language, reasons_only=True)
        yield answer.explain_json(language)


def _settled(ask: Callable[[Any], Outcome], on: date) -> Iterator[Outcome]:
    """The answer as it is, and what it becomes once a human has said no, or yes, to all of it."""
    first = ask(())
    yield first
    if any(finding.who for finding in first.reasons):
        for holds in (False, True):
            yield ask(attest(first.reasons, on=on, holds=holds))


# --- the documents --------------------------------------------------------------------------------


def _documents(school: Regulation) -> Iterator[str]:
    """The lives of an ID, of an mLegitymacja and of a certificate, and what follows between them."""
    lives = ((school_id, _ids), (mlegitymacja, _phones), (certificate, _certificates))
    known: list[Any] = []
    for desk, life in lives:
        outcomes = [*life(school)]
        for outcome in outcomes:
            yield from _told(outcome)
            assert desk.load_outcome(loading.dump(outcome)) == outcome
        made = _made(outcomes)
        assert made, f"nothing was issued at {school.slug}"
        for document in made:
            yield from _said_of(desk, document, school)
        known += made[::3]
    yield from _beside_each_other(known, school)


def _made(outcomes: Iterable[Outcome]) -> list[Any]:
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
) -> Iterator[Outcome]:
    """A life step by step: each command meets the document of its place, and others are made."""
    documents = [document]
    for at, command in steps:
        if at < len(documents):  # or it was not made at this school
            outcomes = [*_decided(desk, documents, at, command, school)]
            yield from outcomes
            if isinstance(last := outcomes[-1], Accepted):
                documents[at] = last.document
                documents += [last.successor.document] if last.successor else []


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


def _ids(school: Regulation) -> Iterator[Outcome]:
    def asked(on: date, reason: Any = None, **changes: Any) -> school_id.Application:
        rules = school.id_duplicate if reason == "lost" else None
        on_paper = rules.photo.on_paper if rules and rules.photo else None
        base: dict[str, Any] = {
            "received": on,
            "applicant": "parent",
            "pupil": ANNA,
            "admitted": date(2024, 9, 1),
            "photo": None if on_paper else GOOD_PHOTO,
            "photo_print": on_paper.labels if on_paper else None,
            "photo_sent_by": "email",
            "handed_in": ("form", "old_id", "proof_of_change"),
            "reason": reason,
            "payment": _paid(school, "id_duplicate", ANNA, on) if reason == "lost" else None,
        }
        return school_id.Application(**{**base, **changes})

    def card(number: str, until: date = LAST_DAY) -> school_id.Card:
        return school_id.Card(number=number, valid_until=until)

    def issue(lodged: school_id.Application, previous: Any = ()) -> Any:
        call: dict[str, Any] = {"on": lodged.received, "card": card("17/2024")}
        return lambda words: school_id.issue(
            lodged, school, **call, previous=iter(previous), attested=words
        )

    outcomes, document = _issued(issue(asked(DAY)), DAY)
    yield from outcomes
    unknown = ANNA.model_copy(update={"pesel": None})
    preschool = asked(DAY, kind="preschool", pupil=unknown, other_document="P 1")
    yield from _settled(issue(preschool), DAY)
    yield issue(asked(OLD_DAYS[0]))(())
    yield issue(asked(LATER), [document])(())
    seal: dict[str, Any] = {"means": "date_and_seal", "valid_until": NEXT_LAST_DAY}
    on_paper = {"form": "paper", "on": FINISHED, "free_fields": 1, "number": "1/2023"}
    made = school_id.Issued(**{**dict(document.issued), **on_paper})
    older = [*_older(school_id, [made, HandedOver(on=FINISHED, to="pupil")], school)]
    yield from older
    confirm = school_id.Confirm(on=NEXT_YEAR, **seal)
    yield from _lived(school_id, _made(older)[0], school, (0, confirm))

    next_day = DAY + timedelta(days=1)
    collect = HandOver(on=next_day, to="pupil", signed=True)
    lost = {"application": asked(LATER, "lost"), "card": card("18/2024")}
    wrong = {"application": asked(RENEWED, "error"), "card": card("19/2024", NEXT_LAST_DAY)}
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
    late = school_id.Duplicate(on=RENEWED, **{**lost, "application": asked(RENEWED, "lost")})
    yield from _lived(school_id, document, school, (0, collect), (0, late))


def _phones(school: Regulation) -> Iterator[Outcome]:
    def issue(on: date, asked: Any, previous: Any = ()) -> Any:
        codes = CODES if on == DAY else NEW_CODES
        return lambda words: mlegitymacja.issue(
            asked, school, on=on, codes=codes, previous=iter(previous), attested=words
        )

    asked = application(school.slug)
    outcomes, document = _issued(issue(DAY, asked), DAY)
    yield from outcomes
    for on in (date(2019, 1, 1), date(2026, 1, 1)):
        yield issue(on, asked)(())
    yield from _settled(issue(LATER, asked, [document]), LATER)
    bare = mlegitymacja.Application(received=DAY, applicant="pupil", pupil=asked.pupil)
    yield from _settled(issue(DAY, bare), DAY)
    for photo_ in (PhotoFacts(format="GIF", size=7), PhotoFacts(format="JPEG", size=5_220_000)):
        changed = application(school.slug, photo=photo_, deliver_by="email", lodged="email")
        yield from _settled(issue(DAY, changed), DAY)
    unknown = document.issued.model_copy(update={"codes": None})
    yield from _older(mlegitymacja, [unknown, HandedOver(on=DAY, to="parent")], school)

    new = application(school.slug, received=LATER, prior_id=NEW_ID)
    first = activate(school.slug)
    second = activate(school.slug, device="phone-2", on=date(2024, 10, 2), system="ios")
    wrong = activate(school.slug, code=Code("wrong"), steps=(), system_version="5.0")
    early = activate(school.slug, on=date(2024, 9, 1))
    revocations = [
        Revoke(on=LATER, ground=ground, applicant=who, basis=basis, form=form)
        for ground in get_args(RevocationGround)
        for who, basis, form in ((None, None, FORM), ("parent", "court_ruling", None))
    ]
    reissues = [
        Reissue(on=LATER, ground=ground, application=new, codes=NEW_CODES, basis=basis)
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


def _certificates(school: Regulation) -> Iterator[Outcome]:
    def issue(words: Any) -> Outcome:
        return certificate.issue(ORIGINAL, school, on=FINISHED, attested=iter(words))

    outcomes, document = _issued(issue, FINISHED)
    yield from outcomes
    yield from _older(
        certificate, [document.issued, HandedOver(on=FINISHED, to="graduate")], school
    )

    def copy(records: Any, **changes: Any) -> certificate.Duplicate:
        paid = _paid(school, "certificate_duplicate", EWA, DAY)
        asked = certificate_application(school.slug, payment=paid, **changes)
        made = "form_of_the_time" if records == "sufficient" else None
        return certificate.Duplicate(on=DAY, application=asked, records=records, form=made)

    letter = {"way": "registered_letter", "signed": True, "identity_card": IdentityCard("ABC 1")}
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


def _said_of(desk: Any, document: Any, school: Regulation) -> Iterator[str]:
    days = (OLD_DAYS[0], DAY, NEXT_YEAR, RENEWED)
    for day in days:
        yield repr((desk.state_on(document, day), document.acts(day)))
        yield repr(desk.available(document, school, on=day))
    yield repr(desk.available(document, _other(school), on=DAY))
    yield loading.dump(document)
    events = [desk.load_event(loading.dump(event)) for event in document.history]
    again = loading.load(type(document), loading.dump(document))
    assert document == again == desk.replay(iter(events)) == pickle.loads(pickle.dumps(document))
    assert desk.evolve(None, events[0]).issued == document.issued
    shown = [name for name, value in vars(type(document)).items() if isinstance(value, property)]
    yield repr((document, [getattr(document, name) for name in shown]))
    if isinstance(document, school_id.SchoolId):
        yield repr([(document.held(day), document.unsettled_on(day)) for day in days])
        for on in (LAST_DAY, date(2026, 10, 1)):
            for held in (document, document.held(on)):
                yield from _told(school_id.check(held, school, on=on))


def _other(school: Regulation) -> Regulation:
    return next(variants.get(name) for name in variants.names() if name != school.slug)


def _beside_each_other(known: list[Any], school: Regulation) -> Iterator[str]:
    """What one document means for others, what is due for all, and what the office writes of them."""
    ids = [one for one in known if isinstance(one, school_id.SchoolId)]
    for day in (DAY, NEXT_YEAR, RENEWED):
        for document in known:
            if not isinstance(document, mlegitymacja.Mlegitymacja):
                for follows in coupling.follows(document, school, on=day, others=iter(known)):
                    yield from _told(follows)
        for line in planning.plan(iter(known), school, on=day):
            yield from _told(line)
    for name in get_args(RegisterName):
        for entry in registers.entries(iter(known), school, name, on=LAST_DAY):
            yield from _told(entry)
            yield repr((entry.complete, entry.values))
        yield from _told(registers.entry(known[0], school, name, on=DAY))
    for card in ids:
        told: dict[str, Any] = {"address": "ul. Szkolna 1", "head": None, "photo": True}
        order = personalisation.order(card, school, **told, on=LAST_DAY)
        yield from _told(order)
        yield repr((order.complete, order.values))


# --- what is asked beside the documents -----------------------------------------------------------


def _photos(school: Regulation, pictures: dict[str, bytes]) -> Iterator[str]:
    pupil = ANNA
    for name, data in pictures.items():
        for whole in (False, True):
            facts = photo.inspect(data, filename=name, face_percent=70, whole=whole)
            yield loading.dump(facts)
            yield loading.dump(photo.inspect(data, filename=f"{name * 99}\ud800.jpg"))
            for procedure in get_args(Procedure):
                asked = school.photo_for(procedure)
                if whole and procedure != "mlegitymacja":
                    continue
                yield from _told(photo.check(facts, asked))
                yield from _told(photo.check(facts, asked, pupil=pupil, sent_by="e_register"))
                open_ = attest(photo.check(facts, asked).reasons)
                yield from _told(photo.check(facts, asked, pupil=pupil, attested=open_))


def _money(school: Regulation) -> Iterator[str]:
    for procedure in get_args(Procedure):
        grounds = get_args(ExchangeGround) if procedure == "id_exchange" else ()
        for day in OLD_DAYS:
            for ground in (None, *grounds):
                answer = fees.fee(school, procedure, on=day, ground=ground)
                yield from _told(answer)
                yield repr((answer.basis, answer.account, answer.transfer_title(ANNA)))
        how = payments.instruction(school, procedure, ANNA, on=DAY)
        yield from _told(how)
        for amount, account, title in (
            (how.amount or "9.00", how.account or "1", (how.title or "x").upper()),
            ("8.99", "PL 1", "x"),
            ("99.00", "1", "x"),
        ):
            proof = ProofOfPayment(amount=amount, account=account, title=title, paid=LATER)
            for day in (DAY, LATER):
                verdict = payments.check(proof, school, procedure, ANNA, on=day)
                yield from _told(verdict)
                words = attest(verdict.reasons)
                yield from _told(
                    payments.check(proof, school, procedure, ANNA, on=day, attested=iter(words))
                )


def _papers(school: Regulation) -> Iterator[str]:
    """Forms, the back of a photo, the names of files and the subjects of messages."""
    for procedure in get_args(Procedure):
        for form in (FORM, FilledForm()):
            yield from _told(
                forms.check(form, school, procedure, pupil=ANNA, on=DAY, prior_id=ID_CARD)
            )
        labelled = get_args(DataField)[:8]
        yield from _told(forms.back_of_photo(iter(labelled), school, procedure, on=DAY))
        for text in ("Re: Kowalska Anna 4B mLegitymacja", "\ud800", "x" * 999):
            yield from _told(forms.check_subject(text, school, procedure, ANNA, on=DAY))
        rules = school.procedure(procedure)
        if rules and rules.subject:
            yield naming.subject(rules.subject, ANNA)
        if rules and rules.photo and rules.photo.naming:
            name = naming.file_name(rules.photo.naming, ANNA, "JPG")
            yield repr((name, naming.fold(name), naming.extension(name)))
    gone = forms.check(FORM, school, "mlegitymacja", pupil=ANNA, on=LATER, revocation=True)
    yield from _told(gone)


def _office(school: Regulation) -> Iterator[str]:
    """Who does what, by when, and which phone is enough."""
    for unit in get_args(UnitName):
        yield from _told(office.duties(school, unit))
    for duty in get_args(Duty):
        yield from _told(office.who(school, duty))
    for topic in get_args(HelpTopic):
        yield from _told(office.help_with(school, topic))
    for day in (OLD_DAYS[0], DAY):
        yield from _told(security := office.security(school, on=day))
        for said in (day, LATER):
            words = attest(security.reasons, on=said)
            yield from _told(office.security(school, on=day, attested=iter(words)))
    judged = photo.check(GOOD_PHOTO, None)
    for procedure in get_args(Procedure):
        for at in (date(1900, 1, 1), DAY, date(2025, 12, 19), date(2299, 12, 31)):
            days: dict[Any, Any] = dict.fromkeys(get_args(Milestone), at)
            yield from _told(deadlines.due(school, procedure, **days))
        yield from _told(deadlines.due(school, procedure, photo=DAY, photo_verdict=judged))
    for system, version in (("android", "5.9.9"), ("ios", "12.10"), ("ios", None)):
        for day in (OLD_DAYS[0], DAY):
            call: dict[str, Any] = {"system": system, "system_version": version, "on": day}
            yield from _told(devices.check(school, **call, app_version=version))


def _holograms(school: Regulation) -> Iterator[str]:
    came = Received(on=DAY, numbers=("H-1", "H-2", "H-3"), valid_until=LAST_DAY)
    gone: dict[str, Any] = {"movement": "destroyed", "numbers": ["H-2", "H-9"]}
    movements: tuple[Movement, ...] = (
        came,
        came,
        Affixed(on=DAY, number="H-1", id_number="17/2024"),
        Affixed(on=date(2026, 1, 1), number="H-2", id_number="18/2024"),
        holograms.load_movement({**gone, "on": "2025-10-20"}),
        holograms.load_movement(json.dumps({**gone, "on": "2025-10-20", "numbers": ["H-2"]})),
    )
    ledger = Ledger()
    for movement in movements:

        def ask(words: Any, movement: Movement = movement, ledger: Ledger = ledger) -> Outcome:
            return holograms.record(ledger, movement, school, attested=iter(words))

        for outcome in _settled(ask, movement.on):
            yield from _told(outcome)
            ledger = outcome.document if isinstance(outcome, Accepted) else ledger
    yield repr((ledger, ledger.received, ledger.affixed, ledger.destroyed, ledger.on_hand_numbers))
    assert ledger == loading.load(Ledger, loading.dump(ledger))
    assert ledger.on_hand == ledger.received - ledger.affixed - ledger.destroyed


def _shapes(school: Regulation) -> Iterator[str]:
    text = loading.dump(school)
    assert loading.load(Regulation, text) == loading.load(Regulation, json.loads(text)) == school
    yield text
    yield loading.dump(school.override({"mlegitymacja.codes.days": 14, "text": "x"}))
    yield repr(school.period("mlegitymacja"))
    if school.photo_for("mlegitymacja") and "size" in text:
        for megabyte in ("decimal", "binary"):
            try:
                bent = school.override({"mlegitymacja.photo.size.megabyte": megabyte})
            except legitymacja_rules.RulesError as refusal:
                yield str(refusal)
                continue
            facts = PhotoFacts(format="JPEG", size=5_230_000)
            yield from _told(photo.check(facts, bent.photo_for("mlegitymacja")))


# --- what no school says --------------------------------------------------------------------------


def _pesels() -> Iterator[str]:
    for text in ("44051401359", "44051401358", "44051x01359", "99999999999", "1", None, "٣" * 11):
        yield repr(pesel.is_valid(text))
        for born in (None, date(1944, 5, 14), date(2000, 1, 1)):
            for day in (DAY, date(1900, 1, 1)):
                yield from _told(pesel.check(text, on=day, born=born))
    number = pesel.validate("44051401359")
    yield repr((number, number.birth_date, number.sex, number.century))
    pupil = Pupil(
        first_names="A", last_name="B", born=date(2008, 2, 29), pesel=pesel.Pesel("44051401359")
    )
    yield repr((pupil, pupil.adult_from(), pupil.age_on(DAY), ID_CARD.valid_on(DAY)))


def _calendar() -> Iterator[str]:
    for year in (1991, 2024, 2299, 2999):
        yield repr([feast.in_year(year) for feast in days_off.FEASTS])
    for day in (date(2018, 11, 12), date(2025, 12, 24), date(2999, 12, 30)):
        yield repr((days_off.day_off(day), days_off.is_day_off(day)))
        yield repr((days_off.next_working_day(day), days_off.working_days_after(day, 0)))
    for procedure, line in law.FEES.items():
        for day in OLD_DAYS:
            yield repr((procedure, span := line.on(day), line.until(span)))


def _readings() -> Iterator[str]:
    for id_ in interpretations.REGISTER:
        entry = interpretations.interpretation(id_)
        yield repr((entry, entry.reading))
        yield from (repr(citations.citation(clause)) for clause in entry.clauses)
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
        lambda: school.procedure("nothing"),  # type: ignore[arg-type]  # a word of no list
        lambda: fees.fee(school, "mlegitymacja", on=datetime(2024, 10, 1)),  # noqa: DTZ001
        lambda: photo.inspect("text"),  # type: ignore[arg-type]  # no bytes
        lambda: school_id.replay([any_]),
        lambda: certificate.take_over((), school, on=DAY),
        lambda: coupling.follows(any_, school, on=DAY),
        lambda: planning.plan(any_, school, on=date.max),
        lambda: registers.entries((), school, any_, on=DAY),
        lambda: personalisation.order(any_, school, address=None, head=None, photo=True, on=DAY),
        lambda: holograms.record(Ledger(), any_, school),
        lambda: holograms.load_movement("[]"),
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
        else:
            raise AssertionError("this call is broken and was answered")
