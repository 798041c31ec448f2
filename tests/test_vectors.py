"""The vectors say what the code says, leave no row and no clause out, and are the same byte for byte.

`docs/vectors` is read here as another language reads it: as JSON, without the rooms that wrote it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import legitymacja_rules
import render
from legitymacja_rules import certificate, mlegitymacja, school_id
from legitymacja_rules.calls import CALLS, answer
from legitymacja_rules.loading import load
from legitymacja_rules.testing import vectors
from legitymacja_rules.testing.vectors.asking import (
    Case,
    changed,
    each,
    holds_clauses,
    settled,
    telling,
    words,
)
from legitymacja_rules.testing.vectors.dates import around
from legitymacja_rules.testing.vectors.money import MARRED, otherwise
from stored.questions import mark
from test_stored import STORED

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "docs" / "vectors").glob("*.json"))

DOCUMENTS: Mapping[str, tuple[Any, Any]] = {
    "certificate": (certificate, certificate.Certificate),
    "mlegitymacja": (mlegitymacja, mlegitymacja.Mlegitymacja),
    "school_id": (school_id, school_id.SchoolId),
}

DAY = "2024-10-01"
"""A day on which all five texts apply."""


@cache
def stored(path: Path) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return whole


def cases() -> Iterator[dict[str, Any]]:
    for path in FILES:
        yield from stored(path)["cases"]


# --- code and vectors -----------------------------------------------------------------------------


def parted(told: Iterable[Mapping[str, Any]]) -> list[str]:
    """The ids of the cases to which the rules answer otherwise."""
    return [
        case["id"]
        for case in told
        if answer({"call": case["call"], "arguments": case["arguments"]}) != case["answer"]
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_rules_answer_what_the_vectors_say(path: Path) -> None:
    """Whoever changes a rule sees here whom it concerns; mend by: python docs/render.py."""
    assert parted(stored(path)["cases"]) == []


def test_control_a_vector_that_says_otherwise_is_seen() -> None:
    case = next(one for one in cases() if one["call"] == "fees.fee" and "amount" in one["answer"])
    spoiled = {**case, "id": "spoiled", "answer": {**case["answer"], "amount": "9.01"}}
    assert parted([case, spoiled, case]) == ["spoiled"]


def test_the_files_are_those_of_the_topics_and_of_this_version() -> None:
    assert [path.stem for path in FILES] == sorted(vectors.TOPICS)
    for path in FILES:
        head = {key: value for key, value in stored(path).items() if key != "cases"}
        about = {"library": legitymacja_rules.__version__, "topic": path.stem}
        assert head == {"version": vectors.VERSION, **about}


def test_they_are_the_same_byte_for_byte_in_another_process() -> None:
    script = (
        "import sys; from legitymacja_rules.testing import vectors; "
        "sys.stdout.buffer.write(repr(sorted(vectors.files().items())).encode())"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        env={
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": str(Path(legitymacja_rules.__file__).parent.parent),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": "4294967295",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "tr_TR.UTF-8",
        },
        capture_output=True,
        check=True,
    )
    files = {path.name: path.read_bytes().decode() for path in FILES}
    assert ran.stdout.decode() == repr(sorted(files.items()))


def test_they_are_drawn_by_the_one_command_that_draws_all_pages() -> None:
    assert {*render.vector_files()} == {path.name for path in FILES}


def test_ci_runs_the_command_that_the_page_gives() -> None:
    page = (ROOT / "docs" / "vectors.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^```sh\n(.*?)\n```", page, re.MULTILINE | re.DOTALL)
    assert command.startswith("node ")
    assert f"\n{command}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


# --- shape ----------------------------------------------------------------------------------------


def test_each_case_stands_on_a_line_of_its_own() -> None:
    for path in FILES:
        _, *lines, last = path.read_text(encoding="utf-8").splitlines()
        assert last == "]}"
        assert len(lines) == len(stored(path)["cases"])
        assert all(json.loads(line.removesuffix(",")) for line in lines)


def test_ids_are_unique() -> None:
    ids = [case["id"] for case in cases()]
    assert len(ids) == len({*ids}) >= 2000


def test_ids_are_words_of_ours_in_any_language() -> None:
    assert [
        case["id"] for case in cases() if re.search(r"None|True|False|['\"\[({]", case["id"])
    ] == []


KEPT = sorted(STORED.glob("*/questions.json"))


def asked_otherwise(then: dict[str, dict[str, str]]) -> list[str]:
    """The ids that a version gave to another question."""
    now = {case["id"]: mark(case) for case in cases()}
    before = {name: one for topic in then.values() for name, one in topic.items()}
    return [name for name, one in before.items() if now.get(name, one) != one]


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.parent.name)
def test_an_id_keeps_its_question(path: Path) -> None:
    """Mend by another id for the other question."""
    assert asked_otherwise(json.loads(path.read_text(encoding="utf-8"))) == []


def test_this_version_stored_every_question_and_an_id_that_moves_is_seen() -> None:
    newest = STORED / legitymacja_rules.__version__ / "questions.json"
    then = json.loads(newest.read_text(encoding="utf-8"))
    assert {*then} == {*vectors.TOPICS}
    assert {name for topic in then.values() for name in topic} == {case["id"] for case in cases()}
    first, second, *_ = then["money"]
    then["money"][first] = then["money"][second]
    assert asked_otherwise(then) == [first]


def test_a_mark_is_of_the_question_whatever_the_order() -> None:
    given = {"copies": 1, "on": "2024-10-01"}
    case = {"id": "a", "call": "fees.fee", "arguments": given}
    turned = {"arguments": {"on": "2024-10-01", "copies": 1}, "call": "fees.fee", "answer": 3}
    assert mark(case) == mark(turned)
    assert mark(case) != mark({**case, "call": "fees.fees"})
    assert mark(case) != mark({**case, "arguments": {**given, "copies": 2}})


def _shape(value: Any) -> Any:
    """What a schema sees of a value, but for its words and numbers."""
    if isinstance(value, dict):
        tags = [value.get(tag) for tag in ("kind", "event", "movement", "outcome")]
        return (*map(str, tags), *((key, _shape(one)) for key, one in value.items()))
    if isinstance(value, list):
        return tuple({repr(shape): shape for shape in map(_shape, value)}.values())
    return type(value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_fits_its_schema(path: Path) -> None:
    """Its frame as a whole, and of each call one case of each shape by the parts of that call."""
    text = (ROOT / "docs" / "schema" / "vectors.schema.json").read_text(encoding="utf-8")
    whole = json.loads(text)
    frame = jsonschema.Draft202012Validator({**whole, "$defs": dict.fromkeys(whole["$defs"], True)})
    frame.validate(stored(path))
    judges = {
        call: jsonschema.Draft202012Validator({**whole["$defs"][call], "$defs": whole["$defs"]})
        for call in CALLS
    }
    shapes = {repr(_shape(case)): case for case in stored(path)["cases"]}
    for case in shapes.values():
        judges[case["call"]].validate(case)


def test_the_schema_refuses_what_is_no_such_file() -> None:
    judge = jsonschema.Draft202012Validator(vectors.schema())
    case = next(cases())
    head = {"version": vectors.VERSION, "library": "1", "topic": "ids"}
    assert judge.is_valid({**head, "cases": [case]})
    wrong = [
        {**head, "cases": [{**case, "id": "with a space"}]},
        {**head, "cases": [{**case, "call": "no.call"}]},
        {**head, "cases": [{**case, "answer": None}]},
        {**head, "cases": [{**case, "arguments": {}}]},
        {**head, "cases": [{**case, "more": 1}]},
        {**head, "cases": [], "version": 0},
    ]
    assert not any(map(judge.is_valid, wrong))


# --- nothing left out -----------------------------------------------------------------------------


@pytest.mark.parametrize("desk", DOCUMENTS)
def test_every_row_of_a_table_is_asked(desk: str) -> None:
    module, kind = DOCUMENTS[desk]
    asked = set()
    for case in cases():
        if case["call"] == f"{desk}.decide":
            command, document = case["arguments"]["command"], case["arguments"]["document"]
            on = date.fromisoformat(command["on"])
            row = (str(module.state_on(load(kind, document), on)), command["kind"])
            assert case["row"] == f"{desk}:{':'.join(row)}"
            asked.add(row)
    assert asked == {*module.TABLE}


@pytest.mark.parametrize("desk", DOCUMENTS)
def test_every_row_that_leads_on_is_accepted_somewhere(desk: str) -> None:
    module, _ = DOCUMENTS[desk]
    led = {
        case["row"]
        for case in cases()
        if case["call"] == f"{desk}.decide" and case["answer"]["outcome"] == "accepted"
    }
    leading = {
        f"{desk}:{state}:{kind}"
        for (state, kind), row in module.TABLE.items()
        if type(row).__name__ != "No"
    }
    assert led == leading


AS_DATA = {
    "balin:steps.10": "the certificate that follows an activation is an event without a clause",
    "sp6:steps.10": "likewise",
    "grojec:§8.2": "likewise",
    "sp6:photo-creator": "a photo is made fit out of its bytes, which are no JSON",
    "ostroleka:§2.17": "the number that it bears is a field of its issue, which has another clause",
    **dict.fromkeys(
        (
            *("grojec:§1.2", "grojec:§2.8.basis", "grojec:form.basis"),
            *("leczna:basis", "ostroleka:basis"),
        ),
        "on which acts a text rests decides no case; the audit of the text judges it",
    ),
}
"""Clauses that no finding and no event of a case names: they are read in the text itself, or in its audit."""

WHOLE_TEXTS = {
    *("audit.audit", "compare.differences", "interpretations.interpretation"),
    *("law.regulation", "policy.effective", "variants.get"),
}
"""Calls that answer about a text as a whole, and not with what follows from it in a case."""


def test_every_clause_is_named_in_an_answer() -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for case in cases():
        for clause in case["clauses"]:
            named[clause].add(case["call"])
    binding = {clause for clause, row in render.clauses().items() if row["kind"] != "I"}
    assert binding <= {*named}
    assert {clause for clause in binding if named[clause] <= WHOLE_TEXTS} == {*AS_DATA}


def test_what_is_written_down_as_a_clause_is_one_by_its_name() -> None:
    """But for the clauses that an author lists, whose ids are named there and not cited."""
    written = {
        name
        for path in Path(legitymacja_rules.__file__).parent.rglob("*.py")
        for name in re.findall(
            r"^    (\w+): .*\bClauseId\b", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert {"also", "clause", "valid_clause", "waiver"} <= written
    assert {name for name in written if not holds_clauses(name)} == {"id"}


def test_the_certificates_that_no_clause_tells_of_are_made_all_the_same() -> None:
    made = {
        case["arguments"]["school"]
        for case in cases()
        if case["call"] == "mlegitymacja.decide"
        for event in case["answer"].get("events", ())
        if event["event"] == "certificate_created"
    }
    assert {"balin", "grojec", "sp6"} <= {school for school in made if isinstance(school, str)}


def test_the_number_that_an_mlegitymacja_bears_is_in_its_issue_all_the_same() -> None:
    """Where the school's text applies and counts, and not the law."""
    bearing: dict[str, set[bool]] = defaultdict(set)
    for case in cases():
        given = case["arguments"]
        if case["call"] == "mlegitymacja.issue" and "policy" not in given and given["on"] == DAY:
            for event in case["answer"].get("events", ()):
                same = event.get("number") == event["id_number"]
                bearing[str(given["school"])].add(same)
    assert {school for school in bearing if True in bearing[school]} == {"ostroleka"}
    assert bearing["ostroleka"] == {True}
    assert {"balin", "grojec", "leczna", "sp6"} <= {*bearing}


def test_every_call_is_asked() -> None:
    assert {case["call"] for case in cases()} == {*CALLS}


def test_every_outcome_and_every_status_is_among_the_answers() -> None:
    told = json.dumps([case["answer"] for case in cases()])
    for word in (
        "accepted",
        "refused",
        "undecided",
        "met",
        "needs_review",
        "not_covered",
        "breached",
    ):
        assert f'"{word}"' in told


@pytest.mark.parametrize(("name", "width"), [("width-499", 499), ("good", 500), ("width-501", 501)])
def test_a_limit_has_a_case_on_each_side_and_at_it(name: str, width: int) -> None:
    case = next(one for one in cases() if one["id"] == f"photo/leczna/mlegitymacja/{name}")
    (seen,) = [one for one in case["answer"]["findings"] if one["code"] == "photo.width"]
    assert seen["status"] == ("met" if width >= 500 else "breached")
    assert seen["measured"] == width


@pytest.mark.parametrize(
    ("count", "outcome"), [(29, "accepted"), (30, "accepted"), (31, "refused")]
)
def test_the_window_of_codes_has_its_days(count: int, outcome: str) -> None:
    ids = {case["id"]: case for case in cases()}
    name = f"mlegitymacja/leczna/day-{count}-of-the-window/activate"
    assert ids[name]["answer"]["outcome"] == outcome


# --- how they are made ----------------------------------------------------------------------------

FEE = {"school": "leczna", "procedure": "id_duplicate", "on": DAY}


def test_a_change_leaves_the_original_as_it_is() -> None:
    data = {"a": {"b": 1}, "c": 2}
    assert changed(data, {"a.b": 3, "d.e": 4}) == {"a": {"b": 3}, "c": 2, "d": {"e": 4}}
    assert data == {"a": {"b": 1}, "c": 2}


def test_of_changes_only_those_tell_that_are_answered_otherwise() -> None:
    base = Case("fee", "fees.fee", FEE)
    changes = {"same": {"copies": 1}, "twice": {"copies": 2}}
    assert [case.id for case in each(base, changes)] == ["fee/same", "fee/twice"]
    assert [case.id for case in telling(base, changes)] == ["fee/twice"]


def test_what_waits_for_a_human_is_asked_again_with_the_word() -> None:
    told = {"school": "grojec", "on": "2024-10-01"}
    base = Case("security", "office.security", told)
    names = [case.id for case in settled(base, "2024-10-01", no=True)]
    assert names == ["security", "security/yes", "security/no"]
    assert len([*settled(base, "2024-10-01")]) == 2
    assert len([*settled(Case("fee", "fees.fee", FEE), "2024-10-01")]) == 1


def test_a_word_is_said_once_for_each_condition() -> None:
    waiting = [{"code": "a.b", "who": "head"}, {"code": "a.b", "who": "head"}, {"code": "c.d"}]
    said = {"condition": "a.b", "role": "head", "on": "2024-10-01"}
    assert words(waiting, "2024-10-01") == [said]
    assert words(waiting, "2024-10-01", holds=False) == [{**said, "holds": False}]


def test_around_a_day_lie_its_neighbours() -> None:
    assert [*around("2024-02-29").values()] == ["2024-02-28", "2024-02-29", "2024-03-01"]
    assert next(iter(around("2024-10-01", reach=7).values())) == "2024-09-24"


@pytest.mark.parametrize(
    ("amount", "less", "more"), [("9.00", "8.99", "9.01"), ("9.50", "9.49", "9.51")]
)
def test_a_grosz_is_a_grosz_whatever_the_amount(amount: str, less: str, more: str) -> None:
    proof = {"amount": amount, "account": "61 1090", "title": "Anna Nowak", "paid": DAY}
    changes = otherwise(proof, "Nowak")
    assert changes["a-grosz-less"]["proof"] == {**proof, "amount": less}
    assert changes["a-grosz-more"] == {"proof.amount": more}


def test_whatever_can_be_wrong_with_a_payment_is_asked_and_minded() -> None:
    """Each by a case in which the finding of that code is breached."""
    minded: dict[str, set[str]] = defaultdict(set)
    for case in cases():
        if case["call"] == "payments.check":
            for finding in case["answer"]["findings"]:
                if finding["status"] == "breached":
                    minded[case["id"].split("/")[3]].add(finding["code"])
    assert [code for code, name in MARRED.items() if code not in minded[name]] == []
