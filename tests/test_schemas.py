"""The JSON Schemas in docs: sound, complete, and true to what the library writes.

Whatever the story of the library answers is held to the schema of its type; so is all that earlier versions
stored. That the files have not drifted from the code `test_docs` says.
"""

from __future__ import annotations

import copy
import importlib
import json
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

import legitymacja_rules
import public
import schemas
import story
from legitymacja_rules import compare, everywhere, loading, variants
from legitymacja_rules._base import Record
from legitymacja_rules.audit import Audit
from legitymacja_rules.errors import LoadError, WrongArgument
from legitymacja_rules.explanation import Explanation
from legitymacja_rules.facts import Pupil
from legitymacja_rules.messages import Language
from legitymacja_rules.outcomes import Accepted, Explained
from samples import DAY, GOOD_PHOTO
from stored.schemas import taken, tightened
from stored.write import numbered
from test_stored import ALL, MODULES, REFUSED, STORED, VERSIONS

DRAWN = schemas.schemas()
FILES = sorted(schemas.FOLDER.glob("*.schema.json"))
REGISTRY: Registry[Any] = Registry().with_resources(
    (whole["$id"], Resource.from_contents(whole)) for whole in DRAWN.values()
)
HOMES = {
    thing: (room, name)
    for room, module in public.rooms().items()
    for name, thing in public.types_of(module).items()
    if isinstance(thing, type)
}
"""Each public class → a room and the name by which it is listed there."""

each_room = pytest.mark.parametrize("room", DRAWN)


@cache
def validator(room: str, name: str | None = None) -> Draft202012Validator:
    """What judges by a type of a room, or by the root of its file."""
    place = DRAWN[room]["$id"] + (f"#/$defs/{name}" if name else "")
    return Draft202012Validator({"$ref": place}, registry=REGISTRY, format_checker=FormatChecker())


def home(thing: object) -> tuple[str, str]:
    """Where the type of a thing is listed; an outcome with a document is one of its room."""
    if isinstance(thing, Accepted) and type(thing.document) in HOMES:
        room, _ = HOMES[type(thing.document)]
        return (room, "Outcome") if "Outcome" in DRAWN[room]["$defs"] else HOMES[Accepted]
    return HOMES[type(thing)]


# --- the schemas themselves -----------------------------------------------------------------------


@each_room
def test_a_schema_is_one_of_draft_2020_12_and_has_a_name_and_a_version(room: str) -> None:
    whole = DRAWN[room]
    Draft202012Validator.check_schema(whole)
    assert whole["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert whole["$id"] == f"urn:legitymacja-rules:schema:1:{room}"
    assert whole["$comment"].endswith(legitymacja_rules.__version__)


@each_room
def test_a_file_stands_alone(room: str) -> None:
    """Every place that it refers to is one of its own parts."""
    whole = DRAWN[room]
    led_to = {place for place in _values(whole, "$ref") if isinstance(place, str)}
    assert led_to <= {f"#/$defs/{name}" for name in whole["$defs"]}
    assert not any("__" in name for name in whole["$defs"])


def _values(part: object, key: str) -> Iterator[object]:
    """All that stands under a key, however deep."""
    if isinstance(part, dict):
        yield from (value for name, value in part.items() if name == key)
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for one in inner:
        yield from _values(one, key)


def test_every_public_type_has_a_schema_under_its_own_name() -> None:
    for room, module in public.rooms().items():
        listed = public.types_of(module)
        assert listed.keys() <= DRAWN.get(room, {"$defs": {}})["$defs"].keys()
    drawn = {path.name.removesuffix(".schema.json") for path in FILES}
    assert drawn - {"vectors"} == DRAWN.keys()


INNER = {
    # Bases: there is data of what is made of them only.
    "_base": {"Masked", "Misfit", "Record"},
    "applications": {"Case"},
    "history": {"Document"},
    "mlegitymacja.records": {
        "CodeSet",
        "Request",
    },  # and codes as a document tells of them in Python
    # How the rules work inside; nobody outside is given one, and most hold functions.
    "audit.case": {"Case"},
    "lifecycle": {"Back", "Course", "Happened", "Leads", "Machine", "No"},
    "photo.developing": {"Target"},
    "photo_demands": {"Demand"},
    "photo_fit": {"Fit"},
}
"""Types without a schema, all of rooms that are not public, and why."""


def test_what_has_no_schema_lies_in_a_room_that_is_not_public() -> None:
    """Nothing that a host meets is left out: a type of an inner room is part of a public one, or exempt."""
    known = {name.rpartition(".")[2] for whole in DRAWN.values() for name in whole["$defs"]}
    left: dict[str, set[str]] = {}
    for found in pkgutil.walk_packages(legitymacja_rules.__path__, "legitymacja_rules."):
        module = importlib.import_module(found.name)
        if "testing" in found.name or not hasattr(module, "__all__"):
            continue  # `testing` is made for tests in Python, of the types of other rooms
        own = {
            name
            for name, thing in public.types_of(module).items()
            if isinstance(thing, type) and thing.__module__ == found.name
        }
        if own - known:
            left[found.name.partition(".")[2]] = own - known
    assert left == INNER
    assert not {room for room in left if room in public.rooms()}


# --- what the library writes ----------------------------------------------------------------------


@cache
def told(school: str) -> list[object]:
    """What the story asks of a school, each answer that has anything in it which those before had not."""
    seen: set[object] = set()
    new = []
    for answer in story.answers(variants.get(school), story.FAMILY, story.pictures()):
        parts = {*_parts(answer)}
        if parts - seen:
            new.append(answer)
        seen |= parts
    return new


def _parts(answer: object) -> Iterator[object]:
    """The kind of an answer, its findings as far as their shape goes, and its events."""
    yield type(answer)
    if isinstance(answer, Explained):
        yield from ((one.code, one.status, one.subject is None) for one in answer.findings)
    if isinstance(answer, Accepted):
        yield from ((type(answer.document), type(event)) for event in answer.events)


@pytest.mark.parametrize("school", ["grojec", "leczna"])
def test_what_is_dumped_is_valid(school: str) -> None:
    kinds = set()
    for answer in told(school):
        if isinstance(answer, Explained | Record):
            room, name = home(answer)
            validator(room, name).validate(json.loads(loading.dump(answer)))
            kinds.add(name)
    assert len(kinds) > 20


@pytest.mark.parametrize("school", ["grojec", "leczna"])
def test_an_explanation_of_any_answer_is_valid_and_loads(school: str) -> None:
    kinds = set()
    for answer in told(school):
        if not isinstance(answer, Explained):
            continue
        is_audit = isinstance(answer, Audit)
        room, name = ("audit", "AuditExplanation") if is_audit else ("explanation", "Explanation")
        for language in get_args(Language):
            text = answer.explain_json(language)
            validator(room, name).validate(json.loads(text))
            if not is_audit:
                assert loading.load(Explanation, text).language == language
        kinds.add(type(answer))
    assert len(kinds) > 10


@pytest.mark.parametrize("language", get_args(Language))
def test_what_lays_texts_side_by_side_is_valid_too(language: Language) -> None:
    left, right = variants.get("leczna"), variants.get("grojec")
    found = compare.differences(left, right, on=DAY)
    whole = json.loads(found.explain_json(language))
    validator("compare", "ComparisonExplanation").validate(whole)
    assert whole["rows"]
    there = everywhere.photo(GOOD_PHOTO, "id_duplicate", schools=[left, right], on=DAY)
    whole = json.loads(there.explain_json(language))
    validator("everywhere", "EverywhereExplanation").validate(whole)
    assert any(one["plan"]["steps"] for one in whole["schools"])


@pytest.mark.parametrize(
    "life",
    [
        pytest.param(life, id=f"{version}-{life['name']}")
        for version, _, life in ALL
        if life["name"] not in REFUSED
    ],
)
def test_what_earlier_versions_stored_is_valid(life: dict[str, Any]) -> None:
    """But for documents of 0.1.0, which `load` turns into what they are today."""
    events = validator(life["kind"], "Event")
    for event in life["events"]:
        events.validate(event)
    validator(life["kind"]).validate({"history": life["events"]})


def test_a_document_of_0_1_0_is_the_one_thing_that_load_takes_and_no_schema() -> None:
    page = (schemas.FOLDER.parent / "schemas.md").read_text(encoding="utf-8")
    assert "an mLegitymacja as 0.1.0 stored it" in page
    olds = [life for version, _, life in ALL if version == "0.1.0" and life["name"] not in REFUSED]
    assert olds
    for life in olds:
        assert not validator("mlegitymacja").is_valid(life["document"])
        loading.load(MODULES[life["kind"]][1], json.dumps(life["document"]))


# --- what is broken -------------------------------------------------------------------------------


def samples() -> dict[tuple[str, str], Any]:
    """For each public type that the story tells of, what is dumped of one; and an explanation."""
    found: dict[tuple[str, str], Any] = {}
    for answer in told("grojec"):
        if isinstance(answer, Explained | Record):
            found.setdefault(HOMES[type(answer)], json.loads(loading.dump(answer)))
        if isinstance(answer, Explained) and not isinstance(answer, Audit):
            found["explanation", "Explanation"] = json.loads(answer.explain_json("pl"))
    return found


def test_what_is_broken_is_not_valid() -> None:
    """Without a field that has to be there, with one that nobody knows, with another word."""
    broken = dict.fromkeys(("missing", "unknown", "word"), 0)
    for (room, name), whole in samples().items():
        shape, judge = DRAWN[room]["$defs"][name], validator(room, name)
        assert judge.is_valid(whole), name
        assert not judge.is_valid({**whole, "pet": "cat"}), name
        broken["unknown"] += 1
        for field in shape.get("required", ()):
            without = {key: value for key, value in whole.items() if key != field}
            assert not judge.is_valid(without), (name, field)
            broken["missing"] += 1
        for field, says in shape["properties"].items():
            if {"const", "enum"} & says.keys():
                assert not judge.is_valid({**whole, field: "cat"}), (name, field)
                broken["word"] += 1
    assert min(broken.values()) > 10


@pytest.mark.parametrize(
    ("room", "name", "whole"),
    [
        ("mlegitymacja", "Command", {"on": "2024-10-01", "ground": "on_request"}),
        ("mlegitymacja", "Event", {"on": "2024-10-01"}),
        ("school_id", "Command", {"kind": "revoke", "on": "2024-10-01", "ground": "on_request"}),
        ("school_id", "Outcome", {"findings": []}),
        ("mlegitymacja", None, {"issued": None}),
        ("facts", None, {"first_names": "Anna"}),
        ("pesel", None, "1224140000"),
        ("pesel", "Sex", "other"),
        ("mlegitymacja", "State", "lost"),
    ],
)
def test_a_member_says_which_it_is_and_a_word_is_one_of_the_list(
    room: str, name: str | None, whole: object
) -> None:
    assert not validator(room, name).is_valid(whole)


def test_an_explanation_of_another_version_does_not_load() -> None:
    verdict = next(one for one in told("grojec") if isinstance(one, Explained))
    whole = json.loads(verdict.explain_json("en"))
    for change in ({"version": 2}, {"answer": "perhaps"}, {"language": "de"}, {"more": 1}):
        with pytest.raises(LoadError):
            loading.load(Explanation, {**whole, **change})


# --- what was valid ------------------------------------------------------------------------------

NOW = taken()
KEPT = sorted(path.parent.name for path in STORED.glob("*/schemas.json"))


def then(version: str, what: str) -> Any:
    """What a version stored of itself."""
    return json.loads((STORED / version / f"{what}.json").read_text(encoding="utf-8"))


def test_every_version_since_0_5_0_stored_its_schemas() -> None:
    assert [one for one in VERSIONS if numbered(one) >= (0, 5)] == KEPT


@pytest.mark.parametrize("version", KEPT)
def test_what_was_valid_for_a_version_is_valid(version: str) -> None:
    """Mend by taking it again, or by a new number in every `$id`: `schemas.FORM`."""
    listed = then(version, "words")["names"]
    assert [*tightened(then(version, "schemas"), NOW, listed)] == []


LISTED = {room: [*public.types_of(module)] for room, module in public.rooms().items()}

ROW = "regulation.$defs.Devices"


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("regulation.$defs.ClauseId.maxLength", 60, "regulation.ClauseId maxLength"),
        ("regulation.$defs.ClauseId.minLength", 2, "regulation.ClauseId minLength"),
        ("regulation.$defs.ClauseId.pattern", "^x", "regulation.ClauseId pattern"),
        ("regulation.$defs.ClauseId.type", "integer", "regulation.ClauseId type"),
        ("facts.$defs.Day.pattern", "^2", "facts.Day pattern"),
        (
            f"{ROW}.properties.limit.exclusiveMinimum",
            1,
            "regulation.Devices.limit exclusiveMinimum",
        ),
        (f"{ROW}.properties.limit.maximum", 99, "regulation.Devices.limit maximum"),
        (f"{ROW}.properties.limit.multipleOf", 2, "regulation.Devices.limit multipleOf"),
        (
            f"{ROW}.properties.of_pupil.anyOf",
            [{"type": "null"}],
            "regulation.Devices.of_pupil type",
        ),
        (f"{ROW}.properties.doubtful.const", False, "regulation.Devices.doubtful words"),
        (f"{ROW}.properties.doubtful", None, "regulation.Devices.doubtful is gone"),
        (f"{ROW}.properties.also.items.maxLength", 60, "regulation.Devices.also[] maxLength"),
        (f"{ROW}.required", ["clause", "limit", "doubtful"], "regulation.Devices required"),
        (f"{ROW}", None, "regulation.Devices is gone"),
        (
            "regulation.$defs.Naming.properties.parts.items.enum",
            ["first_name", "last_name"],
            "regulation.Naming.parts[] words",
        ),
        (
            "regulation.$defs.Naming.properties.parts.maxItems",
            2,
            "regulation.Naming.parts maxItems",
        ),
        ("regulation", None, "regulation is gone"),
        ("facts.anyOf", [{"$ref": "#/$defs/Pupil"}], "facts required"),
        (
            "holograms.$defs.Movement.anyOf",
            [{"$ref": "#/$defs/Received"}],
            "holograms.Movement.movement words",
        ),
    ],
)
def test_control_what_takes_less_is_found(path: str, value: Any, said: str) -> None:
    room = path.partition(".")[0]
    assert said in {*tightened({room: NOW[room]}, changed(path, value), LISTED)}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("regulation.$defs.ClauseId.maxLength", 400),
        ("regulation.$defs.ClauseId.minLength", None),
        ("regulation.$defs.ClauseId", {}),
        ("regulation.$defs.ClauseId", {"anyOf": [NOW["regulation"]["$defs"]["ClauseId"], {}]}),
        ("facts.$defs.Day.pattern", None),
        (f"{ROW}.properties.limit.exclusiveMinimum", -1),
        (f"{ROW}.properties.limit.type", "number"),
        (f"{ROW}.properties.doubtful.type", None),
        (f"{ROW}.properties.more", {"type": "integer"}),
        (f"{ROW}.additionalProperties", None),
        (f"{ROW}.required", ["clause"]),
        (
            "regulation.$defs.Naming.properties.parts.items.enum",
            ["class_name", "first_name", "last_name", "number"],
        ),
        ("regulation.$defs.More", {"type": "integer"}),
        ("more", {}),
        ("facts.$id", "urn:legitymacja-rules:schema:2:facts"),
    ],
)
def test_control_what_takes_as_much_or_more_is_no_break(path: str, value: Any) -> None:
    before = {room: whole for room, whole in NOW.items() if room == path.partition(".")[0]}
    assert [*tightened(before, changed(path, value), LISTED)] == []


def changed(path: str, value: Any) -> dict[str, Any]:
    """The schemas with a value set by dotted path, or taken away if it is None."""
    new: dict[str, Any] = copy.deepcopy(NOW)
    place = new
    *steps, last = path.split(".")
    for step in steps:
        place = place[step]
    place[last] = value
    if value is None:
        del place[last]
    return new


# --- several kinds in one -------------------------------------------------------------------------


@pytest.mark.parametrize("wrong", [{"a": object()}, {"a": 3}, {"a": Pupil, "b": 3}, [Pupil], None])
def test_what_is_no_kind_has_no_schema(wrong: Any) -> None:
    with pytest.raises(WrongArgument):
        loading.schemas(wrong)


def test_no_kinds_make_an_empty_schema() -> None:
    assert loading.schemas({})["$defs"] == {}


# --- the page -------------------------------------------------------------------------------------


def test_the_page_lists_every_file_and_every_type() -> None:
    page = (schemas.FOLDER.parent / "schemas.md").read_text(encoding="utf-8")
    for room in DRAWN:
        assert f"(schema/{room}.schema.json)" in page
        for name in public.types_of(public.rooms()[room]):
            assert f"`{name}`" in page


def test_the_file_of_a_room_has_a_size_that_can_be_read() -> None:
    files = [schemas.FOLDER / f"{room}.schema.json" for room in DRAWN]
    assert max(path.stat().st_size for path in files) < 120_000
