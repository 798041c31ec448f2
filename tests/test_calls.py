"""Every question of the front desk as JSON: the same answer, the same errors, and nothing left out.

What is asked here is asked of the function itself as well; both have to say the same.
"""

from __future__ import annotations

import importlib
import inspect
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any, get_args, get_origin, get_type_hints

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import fees, law, mlegitymacja, naming, photo, variants
from legitymacja_rules.calls import CALLS, answer, schema
from legitymacja_rules.errors import LoadError, UnknownProcedure, WrongArgument
from legitymacja_rules.history import Document
from legitymacja_rules.loading import dump, load
from legitymacja_rules.outcomes import Verdict
from legitymacja_rules.regulation import Regulation
from samples import (
    ANNA,
    CODES,
    DAY,
    GOOD_PHOTO,
    application,
    attest,
    issued_id,
    issued_mlegitymacja,
)
from test_architecture import FRONT_DESK
from test_stored import ALL, MODULES, REFUSED, VERSIONS, text_of

FEE: dict[str, Any] = {"school": "leczna", "procedure": "id_duplicate", "on": f"{DAY}"}


def asked(call: str, **arguments: Any) -> Any:
    return answer({"call": call, "arguments": arguments})


def plain(thing: Any) -> Any:
    """A record as a JSON parser would give it."""
    return json.loads(dump(thing))


# --- the same answer ------------------------------------------------------------------------------


def test_a_question_is_answered_as_the_function_answers() -> None:
    told = fees.fee(variants.get("leczna"), "id_duplicate", on=DAY)
    assert load(fees.Fee, asked("fees.fee", **FEE)) == told
    assert answer(json.dumps({"call": "fees.fee", "arguments": FEE})) == asked("fees.fee", **FEE)


@pytest.mark.parametrize("school", variants.names())
def test_an_answer_loads_back_as_it_was(school: str) -> None:
    """A document that was answered can be asked about again: nothing that counts was left out."""
    card = issued_mlegitymacja(school)
    lodged = application(school, lodged="office")
    call: dict[str, Any] = {"on": DAY, "codes": CODES}
    first = mlegitymacja.issue(lodged, variants.get(school), **call)
    told = {"application": plain(lodged), "codes": plain(CODES), "on": f"{DAY}", "school": school}
    assert mlegitymacja.load_outcome(asked("mlegitymacja.issue", **told)) == first
    words = [plain(word) for word in attest(first.findings)]
    done = asked("mlegitymacja.issue", **told, attested=words)
    assert load(mlegitymacja.Mlegitymacja, done["document"]) == card
    asking = {"document": done["document"], "day": f"{DAY}"}
    assert asked("mlegitymacja.state_on", **asking) == "issued"
    kinds = asked("mlegitymacja.available", document=done["document"], school=school, on=f"{DAY}")
    assert {*kinds} == {*mlegitymacja.KINDS}


def test_what_says_no_more_than_its_default_is_left_out_and_what_tells_the_kind_stands() -> None:
    made = asked("school_id.replay", events=plain(issued_id("leczna"))["history"])
    (event,) = made["history"]
    assert event["event"] == "issued"
    assert event["kind"] == "school"
    assert "copies" not in event
    finding = asked("fees.fee", **FEE)["findings"][0]
    assert {*finding} == {"code", "status", "clause", "also", "measured", "limit"}


def test_of_a_map_each_key_stands_even_where_its_row_is_empty() -> None:
    held = plain(issued_id("leczna"))
    kinds = asked("school_id.available", document=held, school="leczna", on=f"{DAY}")
    assert kinds["hand_over"] == []


def test_a_text_is_named_by_its_slug_or_given_whole() -> None:
    whole = plain(variants.get("leczna"))
    assert asked("fees.fee", **{**FEE, "school": whole}) == asked("fees.fee", **FEE)
    bare = {"slug": "sp1", "school": "SP 1"}
    assert asked("fees.fee", **{**FEE, "school": bare})["amount"] == "9.00"


def test_what_stands_in_a_text_is_named_by_its_place() -> None:
    asked_for = variants.get("leczna").photo_for("mlegitymacja")
    facts, there = plain(GOOD_PHOTO), "leczna.mlegitymacja.photo"
    said = asked("photo.check", facts=facts, requirement=there, pupil=plain(ANNA))
    assert load(Verdict, said) == photo.check(GOOD_PHOTO, asked_for, pupil=ANNA)
    assert asked_for is not None
    assert asked_for.naming is not None
    made = asked("naming.file_name", naming=f"{there}.naming", pupil=plain(ANNA), extension="jpg")
    assert made == naming.file_name(asked_for.naming, ANNA, "jpg") == "anna-kowalska-4b.jpg"


def test_documents_of_any_kind_are_told_apart() -> None:
    card, phone = issued_id("leczna"), issued_mlegitymacja("leczna")
    others = [plain(phone)]
    told = {"document": plain(card), "school": "leczna", "on": f"{DAY}", "others": others}
    assert asked("coupling.follows", **told) == []
    listed = {"school": "leczna", "name": "school_id", "on": f"{DAY}"}
    assert len(asked("registers.entries", **listed, documents=[plain(card), *others])) == 1


def test_an_answer_that_is_no_record_is_plain_json() -> None:
    assert asked("variants.names") == [*variants.names()]
    assert asked("days_off.next_working_day", day="2025-12-24") == "2025-12-29"
    assert asked("days_off.day_off", day="2025-12-22") is None
    assert asked("pesel.is_valid", text="44051401359") is True
    assert asked("naming.fold", text="Żółć") == naming.fold("Żółć")
    assert asked("law.certainties", on=f"{DAY}") == dict(law.certainties(DAY))
    assert load(Regulation, asked("law.regulation", on=f"{DAY}")) == law.regulation(DAY)


# --- what was stored ------------------------------------------------------------------------------


def kinds_in(form: Any) -> Iterator[type[Document]]:
    """The documents that an argument may be or hold."""
    if isinstance(form, type) and issubclass(form, Document):
        yield from (kind for _, kind in MODULES.values() if issubclass(kind, form))
    for part in get_args(form):
        yield from kinds_in(part)


PLACES = [
    (call, name, kind, get_origin(form) is Iterable)
    for call, function in CALLS.items()
    for name, form in get_type_hints(function).items()
    if name != "return"
    for kind in kinds_in(form)
]
"""Each argument that takes a document, with the kind of it, and whether it takes several."""


def stored(kind: type[Document], *versions: str) -> list[Any]:
    """What versions stored of a kind, but for what does not load any more; of all if none is named."""
    return [
        json.loads(text_of(life))
        for version, _, life in ALL
        if MODULES[life["kind"]][1] is kind and life["name"] not in REFUSED
        if version in (versions or VERSIONS)
    ]


@pytest.mark.parametrize(("call", "name", "kind", "several"), PLACES)
def test_what_any_version_stored_is_taken_by_every_call(
    call: str, name: str, kind: type[Document], several: bool
) -> None:
    """What else is asked for is missing, and what is not is there, so some fault is found."""
    for document in stored(kind):
        given = {name: [document] if several else document, "no argument": None}
        found = faults({"call": call, "arguments": given})
        assert [place for place, _ in found if place.partition(".")[0] == name] == []


def test_a_document_of_0_1_0_is_answered_like_the_same_of_today() -> None:
    answers = []
    for old in stored(mlegitymacja.Mlegitymacja, "0.1.0"):
        today = plain(load(mlegitymacja.Mlegitymacja, old))
        asking = {"school": old["issued"]["school"], "on": "2025-09-01"}
        one, other = (asked("planning.plan", **asking, documents=[form]) for form in (old, today))
        assert old != today
        assert one == other
        answers += one
    assert answers


# --- the same errors ------------------------------------------------------------------------------


def faults(question: Any) -> tuple[tuple[str, str], ...]:
    with pytest.raises(LoadError) as caught:
        answer(question)
    return caught.value.faults


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("{", ("", "json_invalid")),
        ("[]", ("", "model_type")),
        ({}, ("call", "missing")),
        ({"call": 1}, ("call", "string_type")),
        ({"call": "fees.fees"}, ("call", "literal_error")),
        ({"call": "loading.load"}, ("call", "literal_error")),
        ({"call": "fees.fee", "arguments": 1}, ("arguments", "dict_type")),
        ({"call": "fees.fee", "with": {}}, ("(extra)", "extra_forbidden")),
        ('{"call": "fees.fee", "call": "fees.fee"}', ("call", "repeated_key")),
    ],
)
def test_a_question_that_is_none_is_refused(question: Any, found: tuple[str, str]) -> None:
    assert found in faults(question)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"on": "1 October"}, ("on", "string_pattern_mismatch")),
        ({"on": 20241001}, ("on", "string_type")),
        ({"procedure": "nothing"}, ("procedure", "literal_error")),
        ({"copies": "2"}, ("copies", "int_type")),
        ({"copies": True}, ("copies", "int_type")),
        ({"grund": "error"}, ("(extra)", "extra_forbidden")),
        ({"school": "nowhere"}, ("school", "no_such_path")),
        ({"school": "leczna.nowhere"}, ("school", "no_such_path")),
        ({"school": "leczna.school.upper"}, ("school", "no_such_path")),
        ({"school": "balin.id_duplicate"}, ("school", "no_such_path")),
        ({"school": {"slug": "sp1"}}, ("school.school", "missing")),
    ],
)
def test_an_argument_that_does_not_fit_is_told_by_path_and_code(
    change: dict[str, Any], found: tuple[str, str]
) -> None:
    assert found in faults({"call": "fees.fee", "arguments": {**FEE, **change}})


def test_a_place_of_another_kind_does_not_fit() -> None:
    arguments = {"facts": plain(GOOD_PHOTO), "requirement": "leczna.mlegitymacja.codes"}
    assert faults({"call": "photo.check", "arguments": arguments})


def test_a_command_is_refused_by_the_faults_of_its_own_kind_only() -> None:
    told = {"document": plain(issued_id("leczna")), "school": "leczna", "command": {"kind": "end"}}
    assert faults({"call": "school_id.decide", "arguments": told}) == (
        ("command.end.on", "missing"),
        ("command.end.ground", "missing"),
    )


@pytest.mark.parametrize(
    ("other", "place"),
    [
        ({"history": [{"id_number": "1"}]}, "others.0.Mlegitymacja.history.0"),
        ({"history": [{"school_name": "SP 1"}]}, "others.0.Certificate.history.0"),
        ({"history": [{"number": "1"}]}, "others.0.SchoolId.history.0"),
        ({"history": [{}]}, "others.0"),
        ({"history": [1]}, "others.0"),
        ({"history": []}, "others.0"),
        ({"history": 1}, "others.0"),
        ({}, "others.0"),
        (1, "others.0"),
    ],
)
def test_a_document_is_refused_as_what_it_looks_like(other: Any, place: str) -> None:
    told = {"document": plain(issued_id("leczna")), "school": "leczna", "on": f"{DAY}"}
    seen = faults({"call": "coupling.follows", "arguments": {**told, "others": [other]}})
    assert seen == ((place, "union_tag_not_found"),)


def test_a_document_of_another_kind_does_not_fit() -> None:
    certificate = {"history": [{"school_name": "SP 1"}]}
    told = {"documents": [certificate], "school": "leczna", "on": f"{DAY}"}
    found = faults({"call": "planning.plan", "arguments": told})
    assert found == (("documents.0", "union_tag_invalid"),)


LECZNA: dict[str, Any] = plain(variants.get("leczna"))

BROKEN: tuple[Any, ...] = (
    *(None, 1.5, True, "x", "leczna", "leczna.mlegitymacja", {}),
    {"kind": "end", "event": "issued", "number": 3},
    {"history": [{"event": "issued", "number": 3}]},
    {**LECZNA, "in_force": 3, "mlegitymacja": {"pet": "cat"}},
    {"editions": [LECZNA, {"slug": 1}]},
    {"editions": []},
)


@pytest.mark.parametrize("call", CALLS)
def test_a_place_is_told_by_words_of_the_data(call: str) -> None:
    """And by the kind of a thing, but never by what makes it inside."""
    for name, broken in product(inspect.signature(CALLS[call]).parameters, BROKEN):
        for given_so in (broken, [broken]):
            arguments = {name: given_so, "no argument": None}
            for place, _ in faults({"call": call, "arguments": arguments}):
                steps = place.split(".")
                assert all(re.fullmatch(r"\w+|[(]extra[)]", step) for step in steps), place


@pytest.mark.parametrize(
    ("right", "place", "code"),
    [
        ("leczna.mlegitymacja", "right.Regulation", "model_type"),
        ("nowhere", "right.Regulation", "no_such_path"),
        ({"slug": "sp1"}, "right.Regulation.school", "missing"),
        ({"editions": []}, "right.Editions.editions", "too_short"),
        ({"editions": [{"slug": "sp1"}]}, "right.Editions.editions.0.school", "missing"),
    ],
)
def test_a_text_and_its_editions_are_told_apart(right: Any, place: str, code: str) -> None:
    told = {"left": "leczna", "right": right, "on": f"{DAY}"}
    assert (place, code) in faults({"call": "compare.differences", "arguments": told})
    both = {"left": LECZNA, "right": {"editions": [LECZNA]}, "on": f"{DAY}"}
    assert asked("compare.differences", **both)["rows"] == []


def test_the_names_that_there_are_stand_in_the_error() -> None:
    with pytest.raises(LoadError) as caught:
        answer({"call": "fee"})
    assert "fees.fee" in caught.value.explain("en")


def test_what_the_function_raises_is_raised() -> None:
    with pytest.raises(WrongArgument):
        asked("forms.check", **{**FEE, "form": {}, "pupil": plain(ANNA), "revocation": True})
    with pytest.raises(UnknownProcedure):
        variants.get("leczna").procedure("nothing")  # type: ignore[arg-type]  # what JSON never is


@given(st.text(min_size=3, max_size=20), st.sampled_from(sorted(CALLS)))
def test_no_error_repeats_what_was_sent(text: str, call: str) -> None:
    secret = f"ЖЮЩ{text}"
    for question in (
        {"call": secret},
        {"call": call, "arguments": {secret: secret}},
        {"call": call, "arguments": dict.fromkeys(("pupil", "school", "document", "on"), secret)},
        {"call": call, "arguments": {"pupil": {"last_name": secret, "pesel": secret}}},
    ):
        try:
            answer(question)
        except LoadError as error:
            shown = (
                f"{error} {error.args} {error.explain('pl')} {error.__cause__} {error.__context__}"
            )
            assert "ЖЮЩ" not in shown


# --- nothing left out -----------------------------------------------------------------------------

LOADING = "reads JSON, as every argument of a call is read"
BYTES = "takes the bytes of a picture, which are no JSON; it is asked where they are"
HOUSE = "a rule of the house, asked by the question that stands beside it"

ASKED_OTHERWISE: Mapping[str, str] = {
    "calls.answer": "asks",
    "calls.schema": "is how a host learns what to ask",
    "certificate.evolve": "is `replay` of the history and one event more",
    "certificate.load_command": LOADING,
    "certificate.load_event": LOADING,
    "certificate.load_outcome": LOADING,
    "devices.findings": HOUSE,
    "forms.findings": HOUSE,
    "forms.given": HOUSE,
    "forms.known": HOUSE,
    "forms.paper_photo_findings": HOUSE,
    "forms.subject_finding": HOUSE,
    "forms.written_findings": HOUSE,
    "holograms.load_movement": LOADING,
    "mlegitymacja.evolve": "is `replay` of the history and one event more",
    "mlegitymacja.load_command": LOADING,
    "mlegitymacja.load_event": LOADING,
    "mlegitymacja.load_outcome": LOADING,
    "naming.first_name": HOUSE,
    "payments.findings": HOUSE,
    "pesel.birth_findings": HOUSE,
    "pesel.validate": "gives a number that `pesel.check` judges, or raises",
    "photo.inspect": BYTES,
    "photo.prepare": BYTES,
    "school_id.evolve": "is `replay` of the history and one event more",
    "school_id.load_command": LOADING,
    "school_id.load_event": LOADING,
    "school_id.load_outcome": LOADING,
    "schools.load": LOADING,
    "schools.load_editions": LOADING,
}
"""Functions of the front desk that are no calls, and why."""


def _functions(room: str) -> set[str]:
    module = importlib.import_module(f"legitymacja_rules.{room}")
    return {
        f"{room}.{name}" for name in module.__all__ if inspect.isfunction(getattr(module, name))
    }


def test_every_function_of_the_front_desk_is_a_call_or_says_why_not() -> None:
    public = {name for room in FRONT_DESK for name in _functions(room)}
    assert public - {*CALLS} == {*ASKED_OTHERWISE}
    assert not {*CALLS} & {*ASKED_OTHERWISE}


def test_every_call_has_the_name_of_its_function() -> None:
    for name, function in CALLS.items():
        room, _, verb = name.rpartition(".")
        module = importlib.import_module(f"legitymacja_rules.{room}")
        assert getattr(module, verb) is function


def test_every_call_has_arguments_and_an_answer_that_a_schema_tells() -> None:
    told = schema()
    jsonschema.Draft202012Validator.check_schema(told)
    assert {*CALLS} <= {*told["$defs"]}
    judge = jsonschema.Draft202012Validator(told)
    good = {"call": "fees.fee", "arguments": FEE, "answer": asked("fees.fee", **FEE)}
    assert judge.is_valid(good)
    for part, value in (("call", "fee"), ("arguments", {}), ("answer", {"amount": 9})):
        assert not judge.is_valid({**good, part: value})


def test_nobody_who_asks_can_change_the_table() -> None:
    table: Any = CALLS
    with pytest.raises(TypeError):
        table["fees.fee"] = None
