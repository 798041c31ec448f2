"""The order to the printer: which data it holds, which are missing, and that it holds no more.

The fields of a card are literals read from the one text that lists them.
"""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import Accepted, Status, personalisation, school_id, variants
from legitymacja_rules.acts import Correct
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.findings import Finding
from legitymacja_rules.loading import dump, load
from legitymacja_rules.personalisation import Order
from legitymacja_rules.regulation import CardFace, Regulation
from legitymacja_rules.school_id import Issued, SchoolId
from legitymacja_rules.vocabulary import CardField
from samples import ANNA, DAY, SCHOOLS, issued_id, named

clause = pytest.mark.clause

SCHOOL = "Publiczna Szkoła Podstawowa nr 1 im. Gabriela Narutowicza w Grójcu"
ADDRESS, HEAD = "05-600 Grójec, ul. Szkolna 1", "Maria Nowak"
INSCRIPTION = (
    "Poświadcza uprawnienia do ulgowych przejazdów środkami publicznego transportu zbiorowego "
    "kolejowego i autobusowego."
)

FRONT = ("id_number", "birth_date", "pesel", "school_name", "school_address", "head", "issued")
BACK = ("concession", "valid_until")
PATTERN = ("first_names", "last_name", "photo")
GROJEC = {
    **dict.fromkeys(FRONT, "grojec:§2.2a"),
    **dict.fromkeys(BACK, "grojec:§2.2b"),
    **dict.fromkeys(PATTERN, "I-card-fields"),
}
"""What stands on a card of the one school whose text lists it, and where that is said."""

WITHOUT_PESEL = ANNA.model_copy(update={"pesel": None})
PASSPORT = "paszport ZS 7654321"


def ask(document: SchoolId, text: Regulation | None = None, **changes: Any) -> Order:
    """An order with all that the host can add, with changes."""
    call = {"address": ADDRESS, "head": HEAD, "photo": True, "on": DAY, **changes}
    return personalisation.order(document, text or variants.get(document.school), **call)


def older(**changes: Any) -> SchoolId:
    """An ID as a host loads it, whatever was attested when it was issued."""
    base: dict[str, Any] = {
        "on": DAY,
        "school": "grojec",
        "pupil": ANNA,
        "kind": "school",
        "number": "17/2024",
        "form": "id1",
        "valid_until": date(2025, 9, 30),
    }
    return SchoolId(history=(Issued(**{**base, **changes}),))


def fields(answer: Order) -> dict[str | None, str]:
    """Which fields were judged, and by which clause."""
    return {f.subject: f.clause for f in named(answer.findings, "order.field")}


def missing(answer: Order) -> list[str | None]:
    return [f.subject for f in answer.reasons if f.code == "order.field"]


def only(answer: Order, code: str) -> Finding:
    (finding,) = named(answer.findings, code)
    return finding


# What it holds


@clause("grojec:§2.2a", "grojec:§2.2b")
def test_an_order_holds_the_fields_of_the_text_and_those_of_the_pattern() -> None:
    answer = ask(issued_id("grojec"))
    assert answer.complete
    assert fields(answer) == GROJEC
    assert answer.values == {
        "first_names": "Anna",
        "last_name": "Kowalska",
        "photo": True,
        "id_number": "17/2024",
        "birth_date": date(2012, 4, 14),
        "pesel": "12241400000",
        "school_name": SCHOOL,
        "school_address": ADDRESS,
        "head": HEAD,
        "issued": DAY,
        "valid_until": date(2025, 9, 30),
        "concession": INSCRIPTION,
    }


def test_a_pattern_field_points_to_the_lists_that_leave_it_out() -> None:
    answer = ask(issued_id("grojec"))
    pattern = [f for f in answer.findings if f.clause == "I-card-fields"]
    assert [f.subject for f in pattern] == [*PATTERN]
    assert {f.also for f in pattern} == {("grojec:§2.2a", "grojec:§2.2b")}


@clause("grojec:§3.3a")
def test_it_is_the_offices_duty() -> None:
    duty = only(ask(issued_id("grojec")), "office.duty")
    assert (duty.status, duty.clause) == (Status.MET, "grojec:§3.3a")
    assert (duty.subject, duty.measured) == ("collect_data", "office")


def test_a_text_that_gives_the_duty_to_nobody_sets_no_condition() -> None:
    text = variants.get("grojec").model_copy(update={"units": ()})
    answer = ask(issued_id("grojec"), text)
    assert answer.complete
    assert named(answer.findings, "office.duty") == []


@clause("grojec:§3.3a")
@given(
    address=st.text("ЖЮЩЯ", min_size=1),
    class_name=st.text("ЫЭФЦ", min_size=1),
    disability=st.booleans(),
)
def test_it_carries_no_more_data_than_needed(
    address: str, class_name: str, disability: bool
) -> None:
    extra = {"address": address, "class_name": class_name, "disability": disability}
    bare = dict.fromkeys(extra, None)
    much, little = (
        ask(older(pupil=ANNA.model_copy(update=known), other_document="ЪЬ"))
        for known in (extra, bare)
    )
    assert much == little
    assert not {*dump(much)} & {*"ЖЮЩЯЫЭФЦЪЬ"}
    assert {*much.values} == {*GROJEC} == {*get_args(CardField)}


@given(st.lists(st.sampled_from(get_args(CardField)), min_size=1, unique=True))
def test_whatever_a_text_lists_is_what_an_order_holds(listed: list[CardField]) -> None:
    face = CardFace(side="front", fields=tuple(listed), inscription="x", clause="grojec:§2.2a")
    answer = ask(older(), with_faces(face))
    expected: dict[str | None, str] = dict.fromkeys(PATTERN, "I-card-fields")
    expected |= dict.fromkeys(listed, "grojec:§2.2a")
    assert fields(answer) == expected
    assert list(answer.values) == list(expected)
    assert answer.complete
    others = {*get_args(CardField)} - {*expected}
    assert [getattr(answer, other) for other in others] == [None] * len(others)


def with_faces(*faces: CardFace) -> Regulation:
    text = variants.get("grojec")
    return text.model_copy(update={"ids": text.ids.model_copy(update={"faces": faces})})


# What is missing


@clause("grojec:§2.2a", "grojec:§3.3a")
@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"address": None}, "school_address"),
        ({"address": " "}, "school_address"),
        ({"head": None}, "head"),
        ({"head": ""}, "head"),
        ({"photo": False}, "photo"),
    ],
)
def test_what_the_host_does_not_bring_is_named(changes: dict[str, Any], name: str) -> None:
    answer = ask(issued_id("grojec"), **changes)
    assert not answer.complete
    assert missing(answer) == [name]
    assert answer.reasons[0].clause == GROJEC[name]
    assert answer.reasons[0].status is Status.BREACHED
    assert answer.values[name] is None


def test_all_that_is_missing_is_named_at_once() -> None:
    answer = ask(older(pupil=WITHOUT_PESEL), address=None, head=None, photo=False)
    assert missing(answer) == ["photo", "pesel", "school_address", "head"]


@clause("grojec:§2.2b")
def test_an_inscription_of_which_the_text_is_not_known_is_missing() -> None:
    face = CardFace(side="back", fields=("concession",), clause="grojec:§2.2b")
    answer = ask(issued_id("grojec"), with_faces(face))
    assert missing(answer) == ["concession"]


def test_what_the_host_brings_is_printed_without_blanks_around() -> None:
    answer = ask(issued_id("grojec"), address=f" {ADDRESS} ", head=f"{HEAD}\n")
    assert (answer.school_address, answer.head) == (ADDRESS, HEAD)


# A pupil without PESEL


@clause("grojec:§2.2a")
def test_without_pesel_and_other_document_the_number_is_missing_by_the_reading() -> None:
    answer = ask(older(pupil=WITHOUT_PESEL))
    (open_,) = answer.reasons
    assert (open_.subject, open_.status, open_.clause) == ("pesel", Status.BREACHED, "grojec:§2.2a")
    assert open_.also == ("I-card-fields", "I-no-pesel")
    assert named(answer.findings, "pesel.or_other_document") == []


@clause("grojec:§2.2a")
def test_another_document_takes_the_place_of_the_pesel_if_the_head_agrees() -> None:
    card = older(pupil=WITHOUT_PESEL, other_document=PASSPORT)
    answer = ask(card)
    assert answer.pesel == PASSPORT
    assert missing(answer) == []
    (open_,) = answer.reasons
    assert (open_.code, open_.status) == ("pesel.or_other_document", Status.NEEDS_REVIEW)
    assert (open_.clause, open_.also, open_.who) == ("I-no-pesel", ("grojec:§2.2a",), "head")
    assert not answer.complete
    assert ask(card, attested=[word("head")]).complete
    assert not ask(card, attested=[word("office")]).complete
    assert ask(card, attested=[word("head", holds=False)]).status is Status.BREACHED


def word(role: Any, *, holds: bool = True) -> Attestation:
    return Attestation(condition="pesel.or_other_document", role=role, on=DAY, holds=holds)


def test_what_the_head_said_at_the_issue_need_not_be_said_again() -> None:
    card = issued_id("grojec", pupil=WITHOUT_PESEL, other_document=PASSPORT)
    answer = ask(card, on=DAY + timedelta(days=7))
    said = only(answer, "pesel.or_other_document")
    assert (said.status, said.attested_by, said.attested_on) == (Status.MET, "head", DAY)
    assert answer.complete


def test_a_pesel_leaves_nothing_to_decide_and_no_other_document_to_print() -> None:
    answer = ask(older(other_document=PASSPORT))
    assert answer.pesel == "12241400000"
    assert named(answer.findings, "pesel.or_other_document") == []


def test_a_card_without_pesel_asks_for_no_other_document() -> None:
    face = CardFace(side="front", fields=("id_number",), clause="grojec:§2.2a")
    answer = ask(older(pupil=WITHOUT_PESEL, other_document=PASSPORT), with_faces(face))
    assert answer.complete
    assert PASSPORT not in answer.values.values()


# Where no text says what stands on a card


@pytest.mark.parametrize("school", [school for school in SCHOOLS if school != "grojec"])
def test_without_a_list_there_is_the_pattern_and_the_rest_is_not_covered(school: str) -> None:
    answer = ask(issued_id(school))
    assert answer.values == {"first_names": "Anna", "last_name": "Kowalska", "photo": True}
    assert fields(answer) == dict.fromkeys(PATTERN, "I-card-fields")
    (open_,) = answer.reasons
    assert (open_.code, open_.status, open_.clause) == (
        *("order.card", Status.NOT_COVERED, "I-silence"),
    )
    assert (open_.notes, open_.who) == (("school_silent",), None)
    assert not answer.complete


@pytest.mark.parametrize(
    ("on", "applies"),
    [(date(2024, 7, 12), False), (date(2024, 7, 13), True), (date(2024, 7, 14), True)],
)
def test_outside_its_dates_a_text_lists_nothing(on: date, applies: bool) -> None:
    answer = ask(older(on=date(2024, 7, 12)), on=on)
    assert answer.complete is applies
    assert {*answer.values} == {*(GROJEC if applies else PATTERN)}
    if not applies:
        assert only(answer, "order.card").notes == ("school_not_in_force",)


# What cannot be ordered


def test_nothing_is_ordered_for_another_schools_id() -> None:
    answer = ask(issued_id("grojec"), variants.get("leczna"))
    assert [(f.code, f.status) for f in answer.findings] == [("document.school", Status.BREACHED)]
    assert answer.values == {}


@pytest.mark.parametrize("on", [DAY - timedelta(days=1), DAY, DAY + timedelta(days=1)])
def test_nothing_is_ordered_before_the_day_of_issue(on: date) -> None:
    answer = ask(issued_id("grojec"), on=on)
    assert bool(answer.values) is (on >= DAY)
    if on < DAY:
        (early,) = answer.findings
        assert (early.code, early.status, early.earliest) == ("day.order", Status.BREACHED, DAY)


def test_nothing_is_ordered_for_what_was_taken_back() -> None:
    card = issued_id("grojec")
    command = Correct(on=DAY, act="issued", done=DAY)
    outcome = school_id.decide(card, command, variants.get("grojec"))
    assert isinstance(outcome, Accepted)
    (refusal,) = ask(outcome.document).findings
    assert (refusal.code, refusal.status) == ("document.annulled", Status.BREACHED)


# The answer itself


def test_an_order_shows_nobody_and_goes_out_by_its_own_doors() -> None:
    answer = ask(issued_id("grojec"))
    shown = repr(answer) + answer.explain("pl") + answer.explain_json("en")
    for secret in ("Anna", "Kowalska", "12241400000", "17/2024", "2012", HEAD):
        assert secret not in shown
    assert load(Order, dump(answer)) == answer
    assert pickle.loads(pickle.dumps(answer)) == answer


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"document": {}}, "document"),
        ({"school": "grojec"}, "school"),
        ({"address": 7}, "address"),
        ({"head": 7}, "head"),
        ({"photo": "yes"}, "photo"),
        ({"on": "2024-10-01"}, "on"),
        ({"attested": ["yes"]}, "attested"),
    ],
)
def test_a_broken_call_is_told(changes: dict[str, Any], name: str) -> None:
    call: dict[str, Any] = {
        "document": older(),
        "school": variants.get("grojec"),
        "address": ADDRESS,
        "head": HEAD,
        "photo": True,
        "on": DAY,
    }
    with pytest.raises(WrongArgument) as caught:
        personalisation.order(**{**call, **changes})
    assert caught.value.name == name
