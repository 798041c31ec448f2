"""Any school is data: what is refused and with which remedy, what a silent school answers, what derives.

Oracles are the JSON itself, the jsonschema package, and sentences written down here.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import ValidationError

from legitymacja_rules import (
    certificate,
    deadlines,
    devices,
    fees,
    forms,
    holograms,
    law,
    mlegitymacja,
    office,
    payments,
    personalisation,
    photo,
    planning,
    registers,
    school_id,
    schools,
    variants,
)
from legitymacja_rules._day import FIRST_DAY, LAST_DAY
from legitymacja_rules._expected import expected
from legitymacja_rules.errors import LoadError, WrongArgument
from legitymacja_rules.facts import FilledForm, PhysicalId, ProofOfPayment, Pupil
from legitymacja_rules.findings import Status
from legitymacja_rules.loading import dump, load, schema
from legitymacja_rules.messages import REMEDIES, UNKNOWN
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.regulation import (
    NO_TEXT,
    PROCEDURES,
    Clause,
    Codes,
    Devices,
    Due,
    Editions,
    InForce,
    Regulation,
)
from legitymacja_rules.testing import regulations
from legitymacja_rules.vocabulary import (
    Duty,
    ExchangeGround,
    HelpTopic,
    Milestone,
    Procedure,
    RegisterName,
    RevocationGround,
    UnitName,
)
from samples import (
    ANNA,
    CODES,
    DAY,
    FINISHED,
    GOOD_PHOTO,
    ID_CARD,
    ORIGINAL,
    SCHOOLS,
    application,
    issued_mlegitymacja,
)

MADE = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)

SP1: dict[str, Any] = {
    "slug": "sp1",
    "school": "Szkoła Podstawowa nr 1",
    "in_force": {"since": "2024-09-01", "clause": "sp1:§9"},
}
"""A school that says since when, and nothing else yet."""


def data(school: str = "leczna") -> dict[str, Any]:
    """A shipped school's JSON, to be spoilt."""
    whole: dict[str, Any] = json.loads(dump(variants.get(school)))
    return whole


def spoilt(path: str, value: object, school: str = "leczna") -> dict[str, Any]:
    whole = data(school)
    place: Any = whole
    *parents, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in parents:
        place = place[step]
    place[last] = value
    return whole


def refused(kind: type[Any], given_: Any) -> LoadError:
    with pytest.raises(LoadError) as caught:
        load(kind, given_)
    return caught.value


# --- faults and remedies --------------------------------------------------------------------------

FAULTS: list[tuple[str, object, str, str, str]] = [
    (
        "mlegitymacja.photo.pixels.min_width",
        -1,
        "greater_than_equal",
        "podaj co najmniej 0",
        "give at least 0",
    ),
    (
        "mlegitymacja.revocation.0.ground",
        "bored",
        "literal_error",
        "słowo spoza listy; dozwolone: id_validity_lost, device_lost_or_damaged, other_loss",
        "a word that is not on the list; allowed: id_validity_lost, device_lost_or_damaged, other_loss",
    ),
    (
        "id_duplicate.fees.0.amount",
        "9.001",
        "money",
        "dwoma miejscami po kropce",
        "exactly two places",
    ),
    ("id_duplicate.fees.0.amount", 9.0, "money", "dwoma miejscami po kropce", "exactly two places"),
    ("id_duplicate.fees.0.amount", "-9.00", "money", "dwoma miejscami", "exactly two places"),
    (
        "id_duplicate.payment.account",
        "36 1020 3206 0000 8402 0125 2866",
        "account_number",
        "suma kontrolna",
        "check digits",
    ),
    (
        "school_id.photo.size.max_mb",
        5,
        "exact_number",
        "podaj liczbę jako tekst",
        "give the number as text",
    ),
    ("school_id.photo.size.max_mb", "0", "greater_than", "podaj więcej niż 0", "give more than 0"),
    (
        "mlegitymacja.codes.days",
        3661,
        "less_than_equal",
        "podaj najwyżej 3660",
        "give at most 3660",
    ),
    ("mlegitymacja.codes.days", "30", "int_type", "podaj liczbę całkowitą", "give a whole number"),
    (
        "mlegitymacja.steps.0.name",
        None,
        "literal_error",
        "dozwolone: get_app, log_in",
        "allowed: get_app, log_in",
    ),
    ("school_id.photo.dpi.strict", "yes", "bool_type", "true albo false", "true or false"),
    ("slug", "Łęczna", "string_pattern_mismatch", "wzorca ^[a-z]", "pattern ^[a-z]"),
    ("slug", "act", "reserved_slug", "nazwij szkołę inaczej", "name the school otherwise"),
    ("school", "", "string_too_short", "najmniej: 1", "at least: 1"),
    ("school", 4, "string_type", "podaj tekst w cudzysłowie", "give text in quotes"),
    ("id_duplicate.payment.titles", [], "too_short", "najmniej: 1", "at least: 1"),
    ("units", None, "tuple_type", "listę w nawiasach", "list in square"),
    ("in_force", None, "model_type", "obiekt w nawiasach", "object in curly"),
    (
        "in_force.since",
        "2024-02-31",
        "date_from_datetime_parsing",
        "istniejący dzień",
        "a day that exists",
    ),
    (
        "in_force.since",
        "1.09.2024",
        "string_pattern_mismatch",
        "wzorca ^[0-9]{4}-",
        "pattern ^[0-9]{4}-",
    ),
    (
        "in_force.until",
        "2024-07-12",
        "reversed_period",
        "popraw since albo until",
        "mend since or until",
    ),
    ("in_force.since", None, "no_since", "", ""),
]


@pytest.mark.parametrize(("path", "value", "code", "pl", "en"), FAULTS)
def test_a_fault_is_named_by_its_path_and_its_remedy_in_both_languages(
    path: str, value: object, code: str, pl: str, en: str
) -> None:
    error = refused(Regulation, spoilt(path, value))
    named = "in_force" if code == "no_since" else path
    assert error.faults == ((named, code),)
    for language, remedy in (("pl", pl), ("en", en)):
        line = error.explain(language)  # type: ignore[arg-type]  # one of the two
        assert line.startswith(f"[x] {named}: ")
        assert remedy in line
        assert line.endswith(f" [{code}]")


def test_the_last_day_of_a_period_may_be_its_first() -> None:
    for until, fits in (("2024-07-12", False), ("2024-07-13", True), ("2024-07-14", True)):
        text = spoilt("in_force.until", until)
        if fits:
            assert load(Regulation, text).in_force.until == date.fromisoformat(until)
        else:
            assert refused(Regulation, text).faults == (("in_force.until", "reversed_period"),)
    with pytest.raises(ValidationError, match="reversed_period"):
        InForce(since=None, until=DAY, clause="x:1")


def test_a_missing_field_is_named() -> None:
    whole = data("grojec")
    del whole["mlegitymacja"]["devices"]["limit"]
    error = refused(Regulation, whole)
    assert error.faults == (("mlegitymacja.devices.limit", "missing"),)
    assert error.explain("en") == "[x] mlegitymacja.devices.limit: this field is needed [missing]"


@pytest.mark.parametrize(
    ("path", "field", "nearest"),
    [
        ("mlegitymacja.codes", "dayz", "days"),
        ("mlegitymacja.codes", "DAYS", "days"),
        ("mlegitymacja", "code", "codes"),
        ("id_duplicate.payment.titles.0", "word", "words"),
        ("", "mlegitimacja", "mlegitymacja"),
        ("mlegitymacja.codes", "12241400001", ""),
        ("mlegitymacja.codes", "d" * 10_000, ""),
        ("", "", ""),
    ],
)
def test_an_unknown_field_is_told_the_nearest_name_of_ours_and_not_repeated(
    path: str, field: str, nearest: str
) -> None:
    whole = data()
    place: Any = whole
    for step in filter(None, path.split(".")):
        place = place[int(step) if step.isdigit() else step]
    place[field] = 1
    error = refused(Regulation, whole)
    assert error.faults == ((f"{path}.(extra)".lstrip("."), "extra_forbidden"),)
    assert error.expected == (nearest,)
    told = error.explain("pl")
    assert ("podobne to: " + nearest in told) if nearest else ("usuń je" in told)
    assert not field or field == field.upper() or f" {field} " not in told


def test_where_no_record_stands_no_field_is_near() -> None:
    assert expected(str, ("x",), "extra_forbidden", None) == ""
    assert expected(Regulation, ("nowhere", "x"), "extra_forbidden", None) == ""
    assert expected(tuple[Clause, ...], ("x",), "extra_forbidden", None) == ""
    assert expected(Regulation, ("clauses", 0, "idd"), "extra_forbidden", None) == "id"


def test_all_faults_are_told_at_once_and_nothing_is_loaded() -> None:
    wrong = spoilt("mlegitymacja.photo.pixels.min_width", -1)
    wrong["mlegitymacja"]["revocation"][0]["ground"] = "bored"
    wrong["id_duplicate"]["fees"][0]["amount"] = "9.001"
    wrong["certificate_duplicate"]["fees"][0]["amount"] = 9.0
    wrong["id_duplicate"]["payment"]["account"] = "36 1020 3206 0000 8402 0125 2866"
    error = refused(Editions, {"editions": [data(), wrong]})
    assert set(error.faults) == {
        ("editions.1.mlegitymacja.photo.pixels.min_width", "greater_than_equal"),
        ("editions.1.mlegitymacja.revocation.0.ground", "literal_error"),
        ("editions.1.id_duplicate.fees.0.amount", "money"),
        ("editions.1.certificate_duplicate.fees.0.amount", "money"),
        ("editions.1.id_duplicate.payment.account", "account_number"),
        ("editions.1.in_force", "overlapping_periods"),
    }
    assert len(error.faults) == len(error.explain("pl").splitlines()) == 6


def test_a_row_with_a_faulty_part_is_not_called_too_short_as_well() -> None:
    error = refused(Regulation, spoilt("id_duplicate.payment.titles.0.words", ""))
    assert error.faults == (("id_duplicate.payment.titles.0.words", "string_too_short"),)


def test_a_fault_of_the_whole_and_one_that_nobody_knows_have_words_too() -> None:
    assert refused(Regulation, "{").explain("pl").startswith("[x] (całość): to nie jest")
    assert (
        refused(Regulation, {"x": object()}).explain("en")
        == "[x] (whole): this is no valid JSON [not_json]"
    )
    odd = LoadError("Regulation", (("a", "another_fault"),))
    assert odd.explain("en") == f"[x] a: {UNKNOWN.text.en} [another_fault]"
    with pytest.raises(WrongArgument, match="language"):
        odd.explain("de")  # type: ignore[arg-type]  # wrong on purpose


def _leaves(thing: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield place
    if isinstance(thing, dict | list):
        for key, value in thing.items() if isinstance(thing, dict) else enumerate(thing):
            yield from _leaves(value, (*place, key))


LEAVES = [place for place in _leaves(data("ostroleka")) if place]
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    9.5,
    10**12,
    "",
    "x",
    "\ud800",
    "2024-02-30",
    [],
    {},
    [1],
    {"x": 1},
)


@given(st.sampled_from(LEAVES), st.sampled_from(ODD))
@settings(max_examples=300)
def test_every_code_that_an_author_can_meet_has_a_remedy(
    place: tuple[Any, ...], value: Any
) -> None:
    whole: Any = data("ostroleka")
    inner = whole
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    faults: tuple[tuple[str, str], ...] = ()
    try:
        load(Regulation, json.dumps(whole))
    except LoadError as error:
        faults = error.faults
    assert {code for _, code in faults} <= set(REMEDIES)


# --- a school that says nothing -------------------------------------------------------------------

BARE = Regulation(slug="sp1", school="Szkoła Podstawowa nr 1")

DAYS_OF_ALL_SORTS = (FIRST_DAY, date(2019, 8, 31), DAY, date(2026, 1, 1), LAST_DAY)


def test_a_school_may_be_nothing_but_its_name() -> None:
    loaded = schools.load('{"slug": "sp1", "school": "Szkoła Podstawowa nr 1"}')
    assert loaded == BARE
    assert (loaded.text, loaded.in_force) == (None, NO_TEXT)
    assert load(Regulation, dump(loaded)) == loaded
    assert not any(NO_TEXT.covers(day) for day in DAYS_OF_ALL_SORTS)


@pytest.mark.parametrize(
    "said",
    [
        {"units": [{"name": "office", "clause": "sp1:1"}]},
        {"ids": {"handover": {"clause": "sp1:1"}}},
        {"holograms": {"clause": "sp1:1"}},
        {"school_id": {"fees": [{"amount": "0.00", "clause": "sp1:1"}]}},
        {
            "in_force": {"since": None, "clause": "sp1:1"},
            "registers": [{"name": "school_id", "clause": "x"}],
        },
    ],
)
def test_whoever_says_something_says_since_when(said: dict[str, Any]) -> None:
    heading = {"slug": "sp1", "school": "SP 1"}
    assert refused(Regulation, {**heading, **said}).faults == (("in_force", "no_since"),)
    dated = {**heading, **said, "in_force": SP1["in_force"]}
    assert load(Regulation, dated).in_force.since == date(2024, 9, 1)


@pytest.mark.parametrize(
    "silence", [{"ids": {}}, {"school_id": None}, {"school_id": {}}, {"units": []}, {"text": "A"}]
)
def test_silence_in_any_form_needs_no_day(silence: dict[str, Any]) -> None:
    assert load(Regulation, {"slug": "sp1", "school": "SP 1", **silence}).in_force == NO_TEXT


def test_a_period_of_its_own_without_a_first_day_says_nothing_either() -> None:
    error = refused(Regulation, spoilt("mlegitymacja.in_force", {"since": None, "clause": "x"}))
    assert error.faults == (("mlegitymacja.in_force", "no_since"),)


@pytest.mark.parametrize("day", DAYS_OF_ALL_SORTS)
@pytest.mark.parametrize("procedure", PROCEDURES)
def test_the_law_or_nobody_answers_for_a_silent_school(procedure: Procedure, day: date) -> None:
    fee = fees.fee(BARE, procedure, on=day)
    by_law = law.FEES[procedure].on(day)
    assert (fee.amount, fee.basis) == (by_law.value, by_law.clause)
    assert fee.account is None
    milestones: dict[Any, Any] = dict.fromkeys(get_args(Milestone), day)
    assert deadlines.due(BARE, procedure, **milestones).status is Status.NOT_COVERED
    assert (BARE.photo_for(procedure), BARE.period(procedure)) == (None, NO_TEXT)
    assert photo.check(GOOD_PHOTO, BARE.photo_for(procedure)).status is Status.NOT_COVERED
    told = payments.instruction(BARE, procedure, ANNA, on=day)
    assert (told.amount, told.account) == (by_law.value, None)
    proof = ProofOfPayment(amount="9.00", account="x", title="y", paid=day)
    assert payments.check(proof, BARE, procedure, ANNA, on=day).status in {*Status} - {Status.MET}
    assert (
        forms.check(FilledForm(), BARE, procedure, pupil=ANNA, on=day).status is Status.NOT_COVERED
    )
    assert forms.check_subject("x", BARE, procedure, ANNA, on=day).status is Status.NOT_COVERED


@pytest.mark.parametrize("day", DAYS_OF_ALL_SORTS)
def test_the_office_of_a_silent_school_has_no_rules_of_its_own(day: date) -> None:
    for ground in get_args(ExchangeGround):
        assert fees.fee(BARE, "id_exchange", on=day, ground=ground).basis
    assert devices.check(BARE, system="ios", on=day).status is Status.NOT_COVERED
    for unit in get_args(UnitName):
        assert office.duties(BARE, unit).status is Status.NOT_COVERED
    for duty in get_args(Duty):
        assert office.who(BARE, duty).unit is None
    for topic in get_args(HelpTopic):
        assert office.help_with(BARE, topic).helped_by is None
    assert office.security(BARE, on=day).status is Status.NOT_COVERED
    ledger, came = holograms.Ledger(), holograms.Received(on=day, numbers=("H-1",), valid_until=day)
    assert holograms.record(ledger, came, BARE).reasons[0].notes == ("school_silent",)
    assert planning.plan([], BARE, on=day) == ()
    for name in get_args(RegisterName):
        assert registers.entries([], BARE, name, on=day) == ()


def test_documents_live_at_a_silent_school_by_the_law_and_the_heads_word() -> None:
    made = school_id.Issued(
        on=DAY,
        school="sp1",
        pupil=ANNA,
        kind="school",
        form="id1",
        number="7/2024",
        valid_until=date(2025, 9, 30),
    )
    card = school_id.SchoolId(history=(made,))
    for name in get_args(RegisterName):
        entry = registers.entry(card, BARE, name, on=DAY)
        assert entry.status is Status.NOT_COVERED
    order = personalisation.order(card, BARE, address="a", head="b", photo=True, on=DAY)
    assert order.reasons[0].code == "order.card"
    assert planning.plan([card], BARE, on=date(2025, 10, 1))[0].findings[0].clause == "I-silence"
    offered = school_id.available(card, BARE, on=DAY)
    assert set(offered) == set(school_id.KINDS)
    asked = application("balin")
    first = mlegitymacja.issue(asked, BARE, on=DAY, codes=CODES)
    assert first.outcome == "undecided"
    assert {finding.status for finding in first.reasons} == {Status.NOT_COVERED}
    phone = issued_mlegitymacja("balin")
    issued = phone.issued.model_copy(update={"school": "sp1"})
    for reasons in mlegitymacja.available(Mlegitymacja(history=(issued,)), BARE, on=DAY).values():
        assert {finding.status for finding in reasons} <= {*Status} - {Status.MET}
    ask = school_id.Application(
        received=DAY, applicant="parent", pupil=ANNA, admitted=date(2024, 9, 1), photo=GOOD_PHOTO
    )
    outcome = school_id.issue(
        ask, BARE, on=DAY, card=school_id.Card(number="1/2024", valid_until=date(2025, 9, 30))
    )
    assert outcome.outcome in {"accepted", "undecided"}
    finished = certificate.issue(ORIGINAL, BARE, on=FINISHED)
    assert finished.outcome in {"accepted", "undecided"}


# --- JSON Schema ----------------------------------------------------------------------------------

VALIDATOR = Draft202012Validator(schools.schema(), format_checker=FormatChecker())


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_schema_takes_every_shipped_school(school: str) -> None:
    Draft202012Validator.check_schema(schools.schema())
    VALIDATOR.validate(data(school))
    VALIDATOR.validate({"slug": "sp1", "school": "SP 1"})


BY_LOAD_ALONE = {"account_number", "reserved_slug", "reversed_period", "no_since"}
"""What no schema can say."""


@pytest.mark.parametrize(("path", "value", "code"), [row[:3] for row in FAULTS])
def test_the_schema_refuses_what_load_refuses_as_far_as_a_schema_can(
    path: str, value: object, code: str
) -> None:
    beyond = code in BY_LOAD_ALONE or (path, value) == ("school_id.photo.size.max_mb", "0")
    assert VALIDATOR.is_valid(spoilt(path, value)) is beyond


def test_the_schema_knows_no_further_fields() -> None:
    assert not VALIDATOR.is_valid({**SP1, "pet": 1})
    assert not VALIDATOR.is_valid(
        spoilt("mlegitymacja.codes", {"days": 3, "clause": "x", "dayz": 3})
    )


def test_the_formats_of_the_schema_are_exact() -> None:
    parts = schools.schema()["$defs"]
    day = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    assert parts["InForce"]["properties"]["since"]["anyOf"] == [day, {"type": "null"}]
    amount = parts["Amount"]["properties"]["amount"]
    assert (amount["type"], amount["pattern"]) == ("string", "^[0-9]{1,9}\\.[0-9]{2}$")
    limit = parts["Devices"]["properties"]["limit"]
    assert (limit["type"], limit["minimum"]) == ("integer", 0)
    assert set(parts["RevocationRow"]["properties"]["ground"]["enum"]) == {
        *get_args(RevocationGround)
    }
    assert re.fullmatch(
        parts["Payment"]["properties"]["account"]["pattern"], "36 1020 3206 0000 8402 0125 2865"
    )
    assert schools.schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_other_kinds_have_a_schema_too_and_what_is_no_kind_has_none() -> None:
    pupil = Draft202012Validator(schema(Pupil))
    assert pupil.is_valid(json.loads(dump(ANNA)))
    assert not pupil.is_valid({**json.loads(dump(ANNA)), "pesel": "1224140000"})
    codes = Draft202012Validator(schema(mlegitymacja.ActivationCodes))
    assert codes.is_valid(json.loads(dump(CODES)))
    assert not codes.is_valid({**json.loads(dump(CODES)), "qr": ""})
    assert Draft202012Validator(schema(PhysicalId)).is_valid(json.loads(dump(ID_CARD)))
    assert schema(Mlegitymacja)["type"] == "object"
    for wrong in (object(), SCHOOLS):
        with pytest.raises(WrongArgument, match="kind"):
            schema(wrong)  # type: ignore[arg-type]  # wrong on purpose


# --- round trips ----------------------------------------------------------------------------------


@given(regulations())
@MADE
def test_a_made_regulation_comes_back_as_it_was_and_the_schema_takes_it(made: Regulation) -> None:
    text = dump(made)
    again = load(Regulation, text)
    assert again == made
    assert dump(again) == text
    assert load(Regulation, json.loads(text)) == made
    VALIDATOR.validate(json.loads(text))


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_shipped_regulation_comes_back_as_it_was(school: str) -> None:
    text = dump(variants.get(school))
    assert schools.load(text) == variants.get(school)
    assert dump(schools.load(text)) == text


# --- a list of clauses ----------------------------------------------------------------------------

LISTED: dict[str, Any] = {
    **SP1,
    "school_id": {"fees": [{"amount": "0.00", "clause": "sp1:§1", "also": ["I-fee", "sp1:§2"]}]},
    "clauses": [
        {"id": "sp1:§1", "says": "A first ID is free"},
        {"id": "sp1:§2", "says": "Nor is it paid for later", "kind": "information"},
        {"id": "sp1:§9", "says": "In force since 1 September 2024"},
    ],
}


def test_a_list_of_clauses_holds_every_clause_that_is_cited() -> None:
    assert [clause.id for clause in load(Regulation, LISTED).clauses] == [
        "sp1:§1",
        "sp1:§2",
        "sp1:§9",
    ]
    for missing, path in (
        (0, "school_id.fees.0.clause"),
        (1, "school_id.fees.0.also.1"),
        (2, "in_force.clause"),
    ):
        rows = [row for at, row in enumerate(LISTED["clauses"]) if at != missing]
        error = refused(Regulation, {**LISTED, "clauses": rows})
        assert error.faults == ((path, "unknown_clause"),)
        assert "clauses" in error.explain("pl")


def test_a_school_without_a_list_may_cite_what_it_likes() -> None:
    assert load(Regulation, {**LISTED, "clauses": []}).clauses == ()


@pytest.mark.parametrize(
    ("clause", "code"),
    [
        ("sp2:§1", "foreign_clause"),
        ("sp1", "foreign_clause"),
        ("sp1:", "foreign_clause"),
        ("sp1: §3", "foreign_clause"),
        ("I-fee", "foreign_clause"),
        ("sp1:§1", "repeated_clause"),
    ],
)
def test_a_listed_clause_is_the_schools_own_and_listed_once(clause: str, code: str) -> None:
    rows = [*LISTED["clauses"], {"id": clause, "says": "x"}]
    error = refused(Regulation, {**LISTED, "clauses": rows})
    assert error.faults == (("clauses.3.id", code),)


def test_a_list_that_is_none_is_refused_as_such() -> None:
    assert refused(Regulation, {**LISTED, "clauses": 3}).faults == (("clauses", "tuple_type"),)
    rows = [*LISTED["clauses"], {"says": "x"}, 3]
    assert refused(Regulation, {**LISTED, "clauses": rows}).faults == (
        ("clauses.3.id", "missing"),
        ("clauses.4", "model_type"),
    )
    assert refused(Regulation, {**LISTED, "slug": 1}).faults == (("slug", "string_type"),)


@pytest.mark.parametrize("odd", [[1], {"x": 1}, [], 1.5, None, True])
def test_an_id_that_is_no_text_is_refused_like_any_other_text(odd: Any) -> None:
    """Catches asking whether a list is among those seen."""
    rows = [*LISTED["clauses"], {"id": odd, "says": "x"}]
    assert refused(Regulation, {**LISTED, "clauses": rows}).faults == (
        ("clauses.3.id", "string_type"),
    )


def test_a_clause_is_found_in_the_list_however_it_is_spelled() -> None:
    fees = [
        {"amount": "0.00", "clause": unicodedata.normalize("NFD", "sp1:zał. Ó\N{NO-BREAK SPACE}")}
    ]
    rows = [*LISTED["clauses"], {"id": " sp1:zał.  Ó", "says": "x"}]
    whole = {**LISTED, "school_id": {"fees": fees}, "clauses": rows}
    assert [row.id for row in load(Regulation, whole).clauses][-1] == "sp1:zał. Ó"


@pytest.mark.parametrize("depth", [100, 900, 1000, 5000, 100_000])
@pytest.mark.parametrize(("opens", "closes"), ["[]", ('{"slug":', "}")])
def test_a_text_however_deep_is_refused(depth: int, opens: str, closes: str) -> None:
    """Catches a walk that ends in Python's own limit, where the parser's is further away."""
    with pytest.raises(LoadError) as caught:
        schools.load(opens * depth + '"x"' + closes * depth)
    assert {code for _, code in caught.value.faults} <= {*REMEDIES}


# --- editions -------------------------------------------------------------------------------------


def edition(since: str | None, until: str | None = None, **more: Any) -> dict[str, Any]:
    return {**SP1, "in_force": {"since": since, "until": until, "clause": "sp1:§9"}, **more}


@pytest.mark.parametrize(
    ("ends", "begins", "fits"),
    [
        ("2025-08-31", "2025-09-02", True),
        ("2025-08-31", "2025-09-01", True),
        ("2025-08-31", "2025-08-31", False),
        (None, "2025-09-01", False),
    ],
)
def test_editions_follow_each_other_and_may_leave_a_gap(
    ends: str | None, begins: str, fits: bool
) -> None:
    rows = {"editions": [edition("2024-09-01", ends), edition(begins)]}
    if fits:
        assert len(schools.load_editions(rows).editions) == 2
        return
    error = refused(Editions, rows)
    assert error.faults == (("editions.1.in_force", "overlapping_periods"),)
    assert "dzień przed" in error.explain("pl")


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        (edition("2023-09-01", "2024-08-31"), ("editions.1.in_force.since", "not_in_order")),
        (edition("2025-09-01", slug="sp2"), ("editions.1.slug", "other_school")),
        (edition("2025-09-01", "2025-08-31"), ("editions.1.in_force.until", "reversed_period")),
        (edition(None), ("editions.1.in_force", "no_since")),
        ({"slug": "sp1", "school": "x"}, ("editions.1.in_force", "no_since")),
        (3, ("editions.1", "model_type")),
    ],
)
def test_editions_are_of_one_school_each_with_a_period_of_its_own(
    second: Any, fault: tuple[str, str]
) -> None:
    assert (
        fault
        in refused(Editions, {"editions": [edition("2024-09-01", "2025-08-31"), second]}).faults
    )


def test_an_edition_that_says_something_without_a_first_day_is_told_once() -> None:
    second = edition(None, holograms={"clause": "sp1:§4"})
    error = refused(Editions, {"editions": [edition("2024-09-01", "2025-08-31"), second]})
    assert error.faults == (("editions.1.in_force", "no_since"),)


def test_there_is_at_least_one_edition() -> None:
    assert refused(Editions, {"editions": []}).faults == (("editions", "too_short"),)
    assert refused(Editions, {"editions": 3}).faults == (("editions", "tuple_type"),)


def test_the_edition_of_a_day_answers_and_between_them_nobody_does() -> None:
    def costing(amount: str, since: str, until: str | None) -> dict[str, Any]:
        return edition(
            since,
            until,
            id_duplicate={"fees": [{"amount": amount, "clause": "sp1:§3"}]},
            school=f"SP {amount}",
        )

    amended = schools.load_editions(
        json.dumps(
            {
                "editions": [
                    costing("9.00", "2024-09-01", "2025-08-31"),
                    costing("9.50", "2025-09-03", None),
                ]
            }
        )
    )
    assert (amended.slug, amended.school) == ("sp1", "SP 9.50")
    for day, amount, basis in (
        (date(2024, 8, 31), "9.00", "act:druki-2023:§67"),
        (date(2024, 9, 1), "9.00", "sp1:§3"),
        (date(2025, 8, 31), "9.00", "sp1:§3"),
        (date(2025, 9, 1), "9.00", "act:druki-2023:§67"),
        (date(2025, 9, 2), "9.00", "act:druki-2023:§67"),
        (date(2025, 9, 3), "9.50", "sp1:§3"),
    ):
        fee = fees.fee(amended.on(day), "id_duplicate", on=day)
        assert (str(fee.amount), fee.basis) == (amount, basis)
    assert amended.on(date(2025, 9, 2)) == Regulation(slug="sp1", school="SP 9.50")
    assert load(Editions, dump(amended)) == amended
    with pytest.raises(WrongArgument, match="day"):
        amended.on("2025-09-01")  # type: ignore[arg-type]  # wrong on purpose


# --- derived schools ------------------------------------------------------------------------------


def texts(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict | list):
        for part in thing.values() if isinstance(thing, dict) else thing:
            yield from texts(part)


HEADING: dict[str, Any] = {
    "slug": "sp1",
    "school": "Szkoła Podstawowa nr 1",
    "in_force": InForce(since=date(2024, 9, 1), clause="sp1:§9"),
}


@pytest.mark.parametrize("school", SCHOOLS)
def test_no_clause_account_address_or_name_of_the_parent_is_left(school: str) -> None:
    parent = variants.get(school)
    made = parent.derive(**HEADING, text="Procedura")
    told = [*texts(json.loads(dump(made)))]
    before = [*texts(data(school))]
    assert not [text for text in told if text.startswith(f"{school}:")]
    assert not [text for text in told if "@" in text or re.fullmatch("[0-9]{26}", text)]
    assert parent.school not in told
    readings = {text for text in told if text.startswith("I-")}
    assert readings <= {text for text in before if text.startswith("I-")}
    units = {text.removeprefix("sp1:") for text in told if text.startswith("sp1:")} - {"§9"}
    assert units <= {
        text.removeprefix(f"{school}:") for text in before if text.startswith(f"{school}:")
    }
    assert units
    assert (made.slug, made.text, made.in_force) == ("sp1", "Procedura", HEADING["in_force"])


def test_what_is_changed_is_the_new_schools_own_and_the_rest_is_the_parents() -> None:
    made = variants.get("leczna").derive(
        **HEADING,
        changes={
            "mlegitymacja.codes": {"days": 14, "clause": "sp1:§5"},
            "id_duplicate.payment.account": "21 1240 5703 1111 0000 4898 2357",
            "mlegitymacja.photo_channels.0.address": "sekretariat@sp1.pl",
        },
    )
    assert made.mlegitymacja is not None
    assert made.id_duplicate is not None
    assert made.mlegitymacja.codes is not None
    assert (made.mlegitymacja.codes.days, made.mlegitymacja.codes.clause) == (14, "sp1:§5")
    assert made.mlegitymacja.photo_channels[0].address == "sekretariat@sp1.pl"
    fee = fees.fee(made, "id_duplicate", on=DAY)
    assert (fee.amount, fee.basis) == (Decimal("9.00"), "sp1:IV.3")
    assert fee.account == "21 1240 5703 1111 0000 4898 2357"
    assert made.id_duplicate.payment is not None
    assert made.id_duplicate.payment.holder == "Szkoła Podstawowa nr 1"
    other = fees.fee(made, "certificate_duplicate", on=DAY)
    assert (other.amount, other.account) == (Decimal("26.00"), None)
    assert "head_names_account" in other.findings[-1].notes
    parent = variants.get("leczna").mlegitymacja
    assert parent is not None
    assert parent.photo == variants.get("leczna").photo_for("mlegitymacja")
    photo_ = made.photo_for("mlegitymacja")
    assert photo_ is not None
    assert dump(photo_).replace("sp1:", "leczna:") == dump(parent.photo)


def test_a_whole_payment_that_is_named_is_the_new_schools() -> None:
    payment = data("grojec")["id_duplicate"]["payment"]
    made = variants.get("leczna").derive(**HEADING, changes={"id_duplicate.payment": payment})
    assert made.id_duplicate is not None
    assert made.id_duplicate.payment is not None
    assert made.id_duplicate.payment.account == payment["account"]


def test_clauses_are_renamed_by_a_mapping_or_a_function() -> None:
    parent = variants.get("leczna")
    by_map = parent.derive(**HEADING, clauses={"leczna:VI.5": "sp1:§12"})
    by_function = parent.derive(**HEADING, clauses=lambda old: f"sp1:rozdz.{old.partition(':')[2]}")
    assert by_map.mlegitymacja is not None
    assert by_function.mlegitymacja is not None
    assert by_map.mlegitymacja.codes is not None
    assert by_map.mlegitymacja.prior_id is not None
    assert by_function.mlegitymacja.codes is not None
    assert by_map.mlegitymacja.codes.clause == "sp1:§12"
    assert by_map.mlegitymacja.prior_id.valid_clause == "sp1:VII.1"
    assert by_function.mlegitymacja.codes.clause == "sp1:rozdz.VI.5"
    for wrong in ({"leczna:VI.5": "leczna:VI.5"}, {"leczna:VI.5": "§12"}, lambda _: None):
        with pytest.raises(LoadError) as caught:
            parent.derive(**HEADING, clauses=wrong)  # type: ignore[arg-type]  # wrong on purpose
        assert caught.value.faults == (("clauses", "foreign_clause"),)


def test_a_part_keeps_its_own_period_as_far_as_the_new_text_reaches() -> None:
    parent = variants.get("ostroleka")
    made = parent.derive(**HEADING)
    assert made.mlegitymacja is not None
    own = made.mlegitymacja.in_force
    assert own is not None
    assert (own.since, own.until, own.announced) == (date(2024, 9, 1), date(2025, 9, 16), None)
    short = {
        **HEADING,
        "in_force": {"since": "2024-10-01", "until": "2025-06-30", "clause": "sp1:§9"},
    }
    cut = parent.derive(**short).mlegitymacja
    assert cut is not None
    assert cut.in_force is not None
    assert (cut.in_force.since, cut.in_force.until) == (date(2024, 10, 1), date(2025, 6, 30))
    late = {**HEADING, "in_force": {"since": "2025-09-17", "clause": "sp1:§9"}}
    with pytest.raises(LoadError) as caught:
        parent.derive(**late)
    assert caught.value.faults == (("mlegitymacja.in_force.until", "reversed_period"),)
    assert parent.derive(**late, changes={"mlegitymacja": None}).mlegitymacja is None


def test_what_does_not_fit_is_refused_by_its_path() -> None:
    parent = variants.get("grojec")
    for more, fault in (
        ({"changes": {"mlegitymacja.codes.dayz": 3}}, ("mlegitymacja.codes.dayz", "no_such_path")),
        ({"changes": {"mlegitymacja.codes.days": 0}}, ("mlegitymacja.codes.days", "greater_than")),
        ({"slug": "SP 1"}, ("slug", "string_pattern_mismatch")),
        ({"in_force": {"clause": "x"}}, ("in_force.since", "missing")),
    ):
        with pytest.raises(LoadError) as caught:
            parent.derive(**{**HEADING, **more})
        assert caught.value.faults == (fault,)


def test_a_change_brings_no_clause_of_the_parent_back() -> None:
    parent = variants.get("leczna")
    back = {"mlegitymacja.codes": {"days": 14, "clause": "leczna:VI.5", "also": ["leczna:VI.6"]}}
    with pytest.raises(LoadError) as caught:
        parent.derive(**HEADING, changes=back)
    assert caught.value.faults == (
        ("mlegitymacja.codes.clause", "foreign_clause"),
        ("mlegitymacja.codes.also.0", "foreign_clause"),
    )
    amended = parent.derive(**{**HEADING, "slug": "leczna"}, changes=back)
    assert amended.slug == "leczna"


@pytest.mark.parametrize("name", ["changes", "clauses"])
def test_changes_and_clauses_are_mappings(name: str) -> None:
    loose: dict[str, Any] = {**HEADING, name: 3}
    with pytest.raises(WrongArgument, match=f"'{name}'"):
        variants.get("leczna").derive(**loose)


def test_a_list_of_clauses_is_inherited_under_the_new_slug() -> None:
    parent = load(Regulation, LISTED)
    made = parent.derive(
        slug="sp2", school="SP 2", in_force={"since": "2025-01-01", "clause": "sp2:§9"}
    )
    assert [clause.id for clause in made.clauses] == ["sp2:§1", "sp2:§2", "sp2:§9"]
    again = made.derive(**{**HEADING, "in_force": {"since": "2025-02-01", "clause": "sp1:§9"}})
    assert again.school_id == parent.school_id


# --- what cannot be meant ---------------------------------------------------------------------------


def test_a_key_that_stands_twice_is_named_and_nothing_is_loaded() -> None:
    twice = '{"slug": "a", "slug": "b", "school": "S", "units": [{"name": "office", "name": "printer"}], "pet": 1, "pet": 2}'
    for load_text in (schools.load, schools.load_editions):
        with pytest.raises(LoadError) as caught:
            load_text(twice)
        assert caught.value.faults == (
            ("slug", "repeated_key"),
            ("units.0.name", "repeated_key"),
            ("(extra)", "repeated_key"),
        )
    for broken in ("{", b"\xff", "[" * 100_000):
        with pytest.raises(LoadError, match=r"not_json|json_invalid|recursion"):
            schools.load(broken)


@pytest.mark.parametrize(
    ("kind", "data", "code"),
    [
        (
            Codes,
            {
                "clause": "x:1",
                "ways": [
                    {"way": "print", "days": 7, "clause": "x:1"},
                    {"way": "print", "days": 8, "clause": "x:2"},
                ],
            },
            "way_twice",
        ),
        (Codes, {"clause": "x:1"}, "one_unit"),
        (Codes, {"clause": "x:1", "days": 1, "minutes": 1}, "one_unit"),
        (Devices, {"clause": "x:1", "limit": 2, "of_pupil": 3}, "min_above_max"),
        (Devices, {"clause": "x:1", "limit": 2, "of_parents": 3}, "min_above_max"),
        (
            Due,
            {"clause": "x:1", "count": 7, "expected": 8, "unit": "days", "since": ["photo"]},
            "min_above_max",
        ),
    ],
)
def test_records_that_contradict_themselves_are_refused(
    kind: type[Any], data: dict[str, Any], code: str
) -> None:
    with pytest.raises(LoadError) as caught:
        load(kind, data)
    assert [found for _, found in caught.value.faults] == [code]
    assert code in REMEDIES


def test_shares_up_to_the_limit_and_an_expected_day_up_to_the_last_are_taken() -> None:
    assert load(Devices, {"clause": "x:1", "limit": 2, "of_pupil": 2, "of_parents": 2}).limit == 2
    due = {"clause": "x:1", "count": 7, "expected": 7, "unit": "days", "since": ["photo"]}
    assert load(Due, due).expected == 7


def test_whose_text_it_is_is_no_change_of_a_derived_one() -> None:
    for path in ("slug", "school", "text", "in_force.since"):
        with pytest.raises(LoadError) as caught:
            variants.get("leczna").derive(**HEADING, changes={path: "q"})
        assert caught.value.faults == ((path, "foreign_heading"),)
