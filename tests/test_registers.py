"""Registers: what an entry holds, which documents have one, and when it is complete.

The fields and their clauses are literals read from the three texts that keep a register; the
documents are made by deciding, and what is expected is told by the acts that made them.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import (
    Accepted,
    Status,
    certificate,
    registers,
    school_id,
    variants,
)
from legitymacja_rules.acts import Correct, HandOver, IdentityCard
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.findings import Finding
from legitymacja_rules.history import Document
from legitymacja_rules.loading import dump, load
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.registers import Entry
from legitymacja_rules.regulation import Kept, Register, Regulation
from legitymacja_rules.school_id import Card, Duplicate, Exchange, Issued, ReportLoss, SchoolId
from legitymacja_rules.testing import decided
from legitymacja_rules.vocabulary import CollectionWay, RegisterField, RegisterName
from samples import (
    ANNA,
    DAY,
    FINISHED,
    ID_CARD,
    ORIGINAL,
    SCHOOLS,
    attest,
    certificate_duplicate,
    facts,
    issued_id,
    issued_mlegitymacja,
    named,
    retold,
)

clause = pytest.mark.clause

NEXT = DAY + timedelta(days=1)
LATER = date(2024, 12, 1)
ZOFIA = ANNA.model_copy(update={"first_names": "Zofia Ewa", "last_name": "Żak", "pesel": None})

KEPT: dict[tuple[str, RegisterName], dict[RegisterField, str]] = {
    ("grojec", "school_id"): {
        "names": "grojec:§3.5a",
        "pesel": "grojec:§3.5b",
        "number": "grojec:§3.5c",
        "collected": "grojec:§3.5d",
        "signature": "grojec:§3.5d",
    },
    ("ostroleka", "mlegitymacja"): {
        "names": "ostroleka:§2.5",
        "pesel": "ostroleka:§2.5",
        "number": "ostroleka:§2.5",
        "collected": "ostroleka:§2.5",
        "signature": "ostroleka:§2.5",
    },
    ("ostroleka", "school_id"): {
        "collected": "ostroleka:§3.9",
        "signature": "ostroleka:§3.9",
    },
    ("leczna", "school_id"): {},
}
"""What each text has its registers hold, and where it says so."""

KEEPS: dict[tuple[str, RegisterName], str] = {
    ("grojec", "school_id"): "grojec:§3.4",
    ("leczna", "school_id"): "leczna:II.7",
    ("ostroleka", "mlegitymacja"): "ostroleka:§2.4",
    ("ostroleka", "school_id"): "ostroleka:§3.8",
    ("ostroleka", "certificate_duplicate"): "ostroleka:§4.10",
}
"""The registers that are kept, and where it stands."""


def made(school: str, name: RegisterName) -> Document:
    """A document that the register lists, issued on the sample day."""
    match name:
        case "school_id":
            # The register of ostroleka tells what is kept of duplicates.
            return retold(issued_id(school), copies=1, in_place_of="16/2024")
        case "mlegitymacja":
            return issued_mlegitymacja(school)
        case "certificate_duplicate":
            said: dict[str, Any] = {"kind": "school", "school_name": "Technikum", "year": 2024}
            copy = certificate.Issued(on=DAY, school=school, pupil=ANNA, copies=1, **said)
            return Certificate(history=(copy,))


def done(document: Any, command: Any) -> Accepted[Any, Any]:
    """The outcome of a command once the head has said yes to all that is open."""
    outcome = decided(document, command, variants.get(document.school))
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome


def collected(document: Any, *, on: date = NEXT, **how: Any) -> Any:
    """The document after it was handed over: to the pupil, who signed, unless said otherwise."""
    command = HandOver(on=on, **{"to": "pupil", "signed": True, **how})
    return done(document, command).document


def duplicated(document: SchoolId, number: str, on: date) -> tuple[SchoolId, SchoolId]:
    """Original and duplicate."""
    asked = lodged(on, "lost", handed_in=("form", "proof_of_payment"))
    card = Card(number=number, valid_until=date(2025, 9, 30))
    lost = done(document, ReportLoss(on=on, how="lost")).document
    outcome = done(lost, Duplicate(on=on, application=asked, card=card))
    assert outcome.successor
    return outcome.document, outcome.successor.document


def exchanged(document: SchoolId, number: str, on: date) -> tuple[SchoolId, SchoolId]:
    """The old one and the new one."""
    asked = lodged(on, "error", handed_in=("form", "old_id"))
    card = Card(number=number, valid_until=date(2025, 9, 30))
    outcome = done(document, Exchange(on=on, application=asked, card=card))
    assert outcome.successor
    return outcome.document, outcome.successor.document


def lodged(on: date, reason: str, **more: Any) -> school_id.Application:
    base = {"received": on, "applicant": "parent", "pupil": ANNA, "photo": facts(dpi=100)}
    return school_id.Application(**base, reason=reason, **more)


def ask(document: Document, name: RegisterName, on: date = LATER) -> Entry:
    return registers.entry(document, variants.get(document.school), name, on=on)


def numbers(documents: Sequence[Document], school: str, on: date = LATER) -> list[str | None]:
    """The numbers that stand in a register of IDs, in its order."""
    answers = registers.entries(documents, variants.get(school), "school_id", on=on)
    return [answer.number for answer in answers]


def fields(answer: Entry) -> dict[str | None, str]:
    """Which fields were judged, and by which clause."""
    return {f.subject: f.clause for f in named(answer.findings, "register.field")}


def missing(answer: Entry) -> list[str | None]:
    return [f.subject for f in answer.reasons if f.code == "register.field"]


def only(answer: Entry, code: str) -> Finding:
    (finding,) = named(answer.findings, code)
    return finding


# What an entry holds


@clause(
    *("grojec:§3.5a", "grojec:§3.5b", "grojec:§3.5c", "grojec:§3.5d"),
    *("ostroleka:§2.5", "ostroleka:§3.9"),
)
@pytest.mark.parametrize(("school", "name"), KEPT)
def test_an_entry_holds_exactly_the_fields_of_the_text(school: str, name: RegisterName) -> None:
    answer = ask(collected(made(school, name)), name)
    kept = KEPT[school, name]
    assert fields(answer) == kept
    assert list(answer.values) == list(kept)
    others = {*get_args(RegisterField)} - {*kept}
    assert [getattr(answer, other) for other in others] == [None] * len(others)


@clause("grojec:§3.4", "grojec:§3.5a", "grojec:§3.5b", "grojec:§3.5c", "grojec:§3.5d")
def test_an_entry_says_what_was_done() -> None:
    answer = ask(collected(issued_id("grojec"), to="parent"), "school_id")
    assert answer.complete
    assert answer.values == {
        "names": "Anna Kowalska",
        "pesel": "12241400000",
        "number": "17/2024",
        "collected": NEXT,
        "signature": "parent",
    }


@clause("ostroleka:§2.4", "ostroleka:§2.5")
def test_an_mlegitymacja_is_entered_under_the_number_of_its_id() -> None:
    answer = ask(collected(issued_mlegitymacja("ostroleka")), "mlegitymacja")
    assert answer.complete
    assert answer.values == {
        "names": "Anna Kowalska",
        "pesel": "12241400000",
        "number": ID_CARD.number,
        "collected": NEXT,
        "signature": "pupil",
    }


@clause("grojec:§3.4", "leczna:II.7", "ostroleka:§2.4", "ostroleka:§3.8")
@pytest.mark.parametrize(("school", "name"), KEPT)
def test_the_text_that_keeps_the_register_is_named(school: str, name: RegisterName) -> None:
    kept = only(ask(made(school, name), name), "register.entry")
    assert (kept.status, kept.clause) == (Status.MET, KEEPS[school, name])
    assert kept.subject == name


@given(st.lists(st.sampled_from(get_args(RegisterField)), min_size=1, unique=True))
def test_whatever_a_text_lists_is_what_an_entry_holds(listed: list[RegisterField]) -> None:
    rows = tuple(Kept(field=name, clause=f"grojec:{name}") for name in listed)
    text = with_register(Register(name="school_id", fields=rows, clause="grojec:§3.4"))
    answer = registers.entry(COLLECTED, text, "school_id", on=LATER)
    assert fields(answer) == {name: f"grojec:{name}" for name in listed}
    assert answer.values == {name: WRITTEN[name] for name in listed}
    assert missing(answer) == []


def with_register(*rows: Register) -> Regulation:
    return variants.get("grojec").model_copy(update={"registers": rows})


COLLECTED = collected(issued_id("grojec"), identity_card=IdentityCard("ABC 123456"))
WRITTEN: dict[RegisterField, object] = {
    "names": "Anna Kowalska",
    "pesel": "12241400000",
    "number": "17/2024",
    "collected": NEXT,
    "signature": "pupil",
    "identity_card": "ABC 123456",
}


# Until when it is incomplete


@clause("grojec:§3.5d", "ostroleka:§2.5", "ostroleka:§3.9")
@pytest.mark.parametrize(("school", "name"), [place for place, kept in KEPT.items() if kept])
@pytest.mark.parametrize(
    ("on", "there"), [(DAY, False), (NEXT, True), (NEXT + timedelta(days=1), True)]
)
def test_an_entry_is_incomplete_until_the_day_of_collection(
    school: str, name: RegisterName, on: date, there: bool
) -> None:
    answer = ask(collected(made(school, name)), name, on)
    assert answer.complete is there
    assert missing(answer) == ([] if there else ["collected", "signature"])
    assert answer.values["collected"] == (NEXT if there else None)
    assert answer.values["signature"] == ("pupil" if there else None)


@clause("grojec:§3.5d")
def test_who_collects_without_signing_leaves_the_signature_open() -> None:
    answer = ask(collected(issued_id("grojec"), signed=False), "school_id")
    assert missing(answer) == ["signature"]
    assert answer.values["collected"] == NEXT
    assert answer.values["signature"] is None


@clause("ostroleka:§2.5", "ostroleka:§3.9")
@pytest.mark.parametrize("name", ["mlegitymacja", "school_id"])
@pytest.mark.parametrize(
    ("to", "counts"),
    [("pupil", True), ("graduate", True), ("parent", False), ("authorised", False)],
)
def test_only_the_pupils_own_signature_counts(name: RegisterName, to: str, counts: bool) -> None:
    answer = ask(collected(made("ostroleka", name), to=to), name)
    assert answer.complete is counts
    assert missing(answer) == ([] if counts else ["signature"])
    signature = next(f for f in answer.findings if f.subject == "signature")
    assert signature.notes == (() if counts else ("pupil_signs",))
    assert answer.values["signature"] == to


@clause("grojec:§3.5b")
def test_a_pupil_without_pesel_leaves_the_number_open_by_the_reading() -> None:
    card = collected(issued_id("grojec", pupil=ZOFIA, other_document="paszport AB 1"))
    answer = ask(card, "school_id")
    (open_,) = answer.reasons
    assert (open_.subject, open_.clause, open_.also) == ("pesel", "grojec:§3.5b", ("I-no-pesel",))
    assert answer.values["names"] == "Zofia Ewa Żak"
    assert answer.values["pesel"] is None


def test_only_a_missing_pesel_points_to_the_reading() -> None:
    answer = ask(issued_id("grojec"), "school_id")
    assert [f.also for f in named(answer.findings, "register.field")] == [()] * 5


@pytest.mark.parametrize(
    ("way", "kept"),
    [("in_person", True), ("registered_letter", False), ("post", False), (None, False)],
)
def test_a_field_for_some_ways_of_collection_is_kept_of_these_only(
    way: CollectionWay | None, kept: bool
) -> None:
    rows = (
        Kept(field="collected", clause="grojec:§3.5d"),
        Kept(field="identity_card", ways=("in_person",), clause="grojec:§3.5c"),
    )
    text = with_register(Register(name="school_id", fields=rows, clause="grojec:§3.4"))
    card = issued_id("grojec")
    card = collected(card, way=way) if way else card
    answer = registers.entry(card, text, "school_id", on=LATER)
    assert list(answer.values) == ["collected", *(["identity_card"] if kept else [])]
    assert ("identity_card" in missing(answer)) is kept


# Which documents have an entry


@clause("grojec:§3.4")
def test_every_id_that_was_issued_is_entered_duplicates_and_new_ones_too() -> None:
    first = collected(issued_id("grojec"))
    lost, copy = duplicated(first, "18/2024", date(2024, 10, 7))
    old, new = exchanged(collected(copy, on=date(2024, 10, 14)), "19/2024", date(2024, 11, 4))
    history = [new, lost, old]
    assert numbers(history, "grojec") == ["17/2024", "18/2024", "19/2024"]
    assert numbers(history, "grojec", date(2024, 11, 4)) == ["17/2024", "18/2024", "19/2024"]
    assert numbers(history, "grojec", date(2024, 11, 3)) == ["17/2024", "18/2024"]
    assert numbers(history, "grojec", date(2024, 10, 6)) == ["17/2024"]


@clause("ostroleka:§3.8", "ostroleka:§3.9")
def test_a_duplicate_is_entered_with_the_ids_and_signed_for_by_the_pupil() -> None:
    first = collected(issued_id("ostroleka"))
    lost, copy = duplicated(first, "18/2024", date(2024, 10, 7))
    text = variants.get("ostroleka")
    before = registers.entries([lost, copy], text, "school_id", on=LATER)
    assert [missing(answer) for answer in before] == [[], ["collected", "signature"]]
    unsaid = only(before[0], "register.fields")
    assert (unsaid.status, unsaid.clause) == (Status.NOT_COVERED, "I-silence")
    after = registers.entries(
        [lost, collected(copy, on=date(2024, 10, 14))], text, "school_id", on=LATER
    )
    assert [answer.values for answer in after] == [
        {},
        {"collected": date(2024, 10, 14), "signature": "pupil"},
    ]


@clause("ostroleka:§2.4")
def test_each_register_lists_its_own_kind_of_document() -> None:
    card, app = issued_id("ostroleka"), issued_mlegitymacja("ostroleka")
    own: dict[RegisterName, Document] = {"school_id": card, "mlegitymacja": app}
    for name, document in own.items():
        answers = registers.entries([card, app], variants.get("ostroleka"), name, on=LATER)
        assert answers == (ask(document, name),)


@pytest.mark.parametrize("on", [DAY - timedelta(days=1), DAY, NEXT])
def test_there_is_an_entry_from_the_day_of_issue(on: date) -> None:
    card = issued_id("grojec")
    assert len(numbers([card], "grojec", on)) == (on >= DAY)
    there = ask(card, "school_id", on).findings[0]
    assert there.status is (Status.MET if on >= DAY else Status.BREACHED)


def test_what_was_taken_back_has_no_entry() -> None:
    card = issued_id("grojec")
    annulled = done(card, Correct(on=NEXT, act="issued", done=DAY)).document
    assert numbers([annulled], "grojec") == []
    answer = ask(annulled, "school_id")
    assert not answer.complete
    assert [(f.code, f.status, f.clause) for f in answer.findings] == [
        ("register.entry", Status.BREACHED, "grojec:§3.4")
    ]
    assert answer.values == {}


def test_a_handover_that_was_taken_back_leaves_the_entry_open_again() -> None:
    card = collected(issued_id("grojec"))
    again = done(card, Correct(on=NEXT, act="handed_over", done=NEXT)).document
    assert missing(ask(again, "school_id")) == ["collected", "signature"]


def test_another_schools_documents_are_not_entered() -> None:
    text = variants.get("grojec")
    card = issued_id("leczna")
    assert registers.entries([card], text, "school_id", on=LATER) == ()
    (refusal,) = registers.entry(card, text, "school_id", on=LATER).findings
    assert (refusal.code, refusal.status) == ("register.entry", Status.BREACHED)


# Duplicates of certificates


def certificates(records: str = "sufficient") -> list[Certificate]:
    """A graduate's original, and what came of asking for a duplicate of it."""
    text = variants.get("ostroleka")
    words = attest(certificate.issue(ORIGINAL, text, on=FINISHED).findings, on=FINISHED)
    outcome = certificate.issue(ORIGINAL, text, on=FINISHED, attested=words)
    assert isinstance(outcome, Accepted)
    original = collected(outcome.document, on=FINISHED)
    happened = done(original, certificate_duplicate("ostroleka", records=records))
    made = [happened.successor.document] if happened.successor else []
    return [happened.document, *made]


CERTIFICATES: RegisterName = "certificate_duplicate"


@clause("ostroleka:§4.10")
def test_duplicates_of_certificates_are_entered_and_no_originals() -> None:
    original, copy = certificates()
    text = variants.get("ostroleka")
    answers = registers.entries([original, copy], text, CERTIFICATES, on=LATER)
    assert answers == (ask(copy, CERTIFICATES),)
    assert only(answers[0], "register.entry").clause == "ostroleka:§4.10"
    (refusal,) = ask(original, CERTIFICATES).findings
    assert (refusal.code, refusal.status) == ("register.entry", Status.BREACHED)


@clause("ostroleka:§4.10")
@pytest.mark.parametrize("records", ["insufficient", "none"])
def test_a_statement_instead_of_a_duplicate_enters_nothing(records: str) -> None:
    documents = certificates(records)
    assert registers.entries(documents, variants.get("ostroleka"), CERTIFICATES, on=LATER) == ()


@clause("ostroleka:§4.10")
def test_who_collects_a_duplicate_in_person_leaves_the_data_of_an_identity_card() -> None:
    _, copy = certificates()
    assert missing(ask(copy, CERTIFICATES)) == ["collected"]
    by_another = collected(copy, to="authorised", identity_card=IdentityCard("ABC 123456"))
    assert missing(ask(by_another, CERTIFICATES)) == ["signature"]
    without = ask(collected(copy, to="graduate"), CERTIFICATES)
    assert missing(without) == ["identity_card"]
    card = IdentityCard("ABC 123456")
    answer = ask(collected(copy, to="graduate", identity_card=card), CERTIFICATES)
    assert answer.complete
    assert answer.values == {
        "collected": NEXT,
        "signature": "graduate",
        "identity_card": "ABC 123456",
    }
    assert {*fields(answer).values()} == {"ostroleka:§4.10"}


@clause("ostroleka:§4.10")
def test_what_goes_by_post_needs_neither_signature_nor_identity_card() -> None:
    _, copy = certificates()
    answer = ask(collected(copy, to="graduate", way="post"), CERTIFICATES)
    assert answer.complete
    assert answer.values == {"collected": NEXT}


# What no text says


@clause("leczna:II.7")
def test_a_register_whose_fields_nobody_lists_has_an_entry_without_fields() -> None:
    (answer,) = registers.entries(
        [collected(issued_id("leczna"))], variants.get("leczna"), "school_id", on=LATER
    )
    open_ = only(answer, "register.fields")
    assert (open_.status, open_.clause, open_.who) == (Status.NOT_COVERED, "I-silence", None)
    assert not answer.complete
    assert answer.values == {}


@pytest.mark.parametrize(
    ("school", "name"),
    [
        (school, name)
        for school in SCHOOLS
        for name in get_args(RegisterName)
        if (school, name) not in KEEPS
    ],
)
def test_a_school_without_such_a_register_is_not_covered(school: str, name: RegisterName) -> None:
    document = made(school, name)
    (answer,) = registers.entries([document], variants.get(school), name, on=LATER)
    assert answer == ask(document, name)
    (open_,) = answer.findings
    assert (open_.code, open_.status, open_.clause) == (
        *("register.entry", Status.NOT_COVERED, "I-silence"),
    )
    assert (open_.subject, open_.who) == (name, None)
    assert answer.values == {}


@pytest.mark.parametrize(
    ("issued", "covered"),
    [(date(2024, 8, 31), False), (date(2024, 9, 1), True), (date(2024, 9, 2), True)],
)
def test_a_text_asks_nothing_of_what_was_issued_before_it(issued: date, covered: bool) -> None:
    history = Issued(
        on=issued,
        school="ostroleka",
        pupil=ANNA,
        kind="school",
        number="1",
        form="id1",
        valid_until=date(2025, 9, 30),
        copies=1,
    )
    answer = ask(SchoolId(history=(history,)), "school_id")
    applies = only(answer, "regulation.in_force")
    assert applies.status is (Status.MET if covered else Status.NOT_COVERED)
    assert list(answer.values) == (["collected", "signature"] if covered else [])


@clause("ostroleka:§2.4")
@pytest.mark.parametrize(
    ("issued", "covered"),
    [(date(2025, 9, 15), True), (date(2025, 9, 16), True), (date(2025, 9, 17), False)],
)
def test_what_was_issued_by_the_text_stays_in_its_register(issued: date, covered: bool) -> None:
    first = issued_mlegitymacja("ostroleka").issued
    app = Mlegitymacja(history=(first.model_copy(update={"on": issued}),))
    assert bool(ask(app, "mlegitymacja", date(2026, 10, 1)).values) is covered


# The answer itself


def test_an_entry_shows_nobody_and_goes_out_by_its_own_doors() -> None:
    answer = registers.entry(
        COLLECTED,
        with_register(
            Register(
                name="school_id",
                fields=tuple(Kept(field=f, clause="grojec:§3.4") for f in get_args(RegisterField)),
                clause="grojec:§3.4",
            )
        ),
        "school_id",
        on=LATER,
    )
    shown = repr(answer) + answer.explain("pl") + answer.explain_json("en")
    for secret in ("Anna", "Kowalska", "12241400000", "17/2024", "ABC 123456"):
        assert secret not in shown
    assert load(Entry, dump(answer)) == answer
    assert pickle.loads(pickle.dumps(answer)) == answer


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"document": "card"}, "document"),
        ({"school": "grojec"}, "school"),
        ({"name": "id_exchange"}, "name"),
        ({"on": "2024-10-01"}, "on"),
    ],
)
def test_a_broken_call_is_told(changes: dict[str, Any], name: str) -> None:
    call: dict[str, Any] = {
        "document": COLLECTED,
        "school": variants.get("grojec"),
        "name": "school_id",
        "on": DAY,
    }
    call |= changes
    document, school, register = (call.pop(part) for part in ("document", "school", "name"))
    with pytest.raises(WrongArgument) as caught:
        registers.entry(document, school, register, **call)
    assert caught.value.name == name
    with pytest.raises(WrongArgument):
        registers.entries([document], school, register, **call)


def test_a_register_without_documents_is_empty() -> None:
    assert registers.entries([], variants.get("grojec"), "school_id", on=DAY) == ()
