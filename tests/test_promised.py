"""What was released is still there: codes, clause ids, closed words, names, fields and parameters.

`tests/stored` keeps what each version promised, written by itself (`stored.words`). What was taken away all
the same stands in `BROKEN`, with its reason, and on the page `docs/stability.md`.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from typing import Any

import pytest

from legitymacja_rules import certificate, mlegitymacja, school_id, variants
from legitymacja_rules.audit import audit
from legitymacja_rules.outcomes import Explained
from legitymacja_rules.testing.days import turns
from stored.words import CLAUSE, VECTORS, promised
from test_schemas import told
from test_stored import REFUSED, STORED, VERSIONS, lives

FIRST, LAST, TODAY = date(2019, 9, 1), date(2026, 1, 1), date(2026, 3, 2)

ROOT = STORED.parent.parent

NOW = promised()

BROKEN = {
    "fields mlegitymacja.Mlegitymacja: activations": "0.2.0: a document is its history",
    "fields mlegitymacja.Mlegitymacja: certificates": "likewise",
    "fields mlegitymacja.Mlegitymacja: issued": "likewise",
    "fields mlegitymacja.Mlegitymacja: reissued": "likewise",
    "fields mlegitymacja.Mlegitymacja: revoked": "likewise",
    "required mlegitymacja.Mlegitymacja: history": "likewise; what 0.1.0 stored is read all the same",
    "fields regulation.Payment: title": "0.2.0: a text may name several titles",
    "fields regulation.Payment: title_parts": "likewise",
    "required regulation.Payment: titles": "likewise",
    "required interpretations.Interpretation: kind": "0.3.0: our own register, which nobody stores",
    "required timeline.Span: until": "0.3.0: our own tables of the law, which nobody stores",
}
"""What a version broke, in which one, and why."""


UNSEEN = {
    "explanation.explained": "0.5.0: it gives a record, and no dict",
    "explanation.as_json": "0.5.0: it takes no `head` and no `beside`; its form is closed",
}
"""What was broken before the stored words could tell, for they had no parameters, and have no answers."""

NAMED = {"fields": "required", "parameters": "asked"}
"""What has names that have to be there or may be, and how it is told of one that has to be there since."""


def then(version: str) -> dict[str, Any]:
    """What a version promised."""
    told: dict[str, Any] = json.loads((STORED / version / "words.json").read_text(encoding="utf-8"))
    return told


def broken(before: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """What was there and is gone, and what has to be there and did not have to."""
    for kind, said in before.items():
        if kind in NAMED:
            yield from _broken_names(kind, said, now[kind])
        elif isinstance(said, list):
            yield from (f"{kind}: {word}" for word in sorted({*said} - {*now[kind]}))
        else:
            for place, words in said.items():
                left = sorted({*words} - {*now[kind].get(place, ())})
                yield from (f"{kind} {place}: {word}" for word in left)


def _broken_names(
    kind: str, before: dict[str, dict[str, list[str]]], now: dict[str, dict[str, list[str]]]
) -> Iterator[str]:
    nothing: dict[str, list[str]] = {"required": [], "optional": []}
    for place, had in before.items():
        has = now.get(place, nothing)
        gone = {*had["required"], *had["optional"]} - {*has["required"], *has["optional"]}
        yield from (f"{kind} {place}: {name}" for name in sorted(gone))
        needed = {*has["required"]} - {*had["required"]}
        yield from (f"{NAMED[kind]} {place}: {name}" for name in sorted(needed))
        places = zip_longest(had.get("in order", ()), has.get("in order", ()))
        yield from (f"order {place}: {name}" for name, other in places if name not in {None, other})


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_version_promised_is_still_there(version: str) -> None:
    """Mend by bringing it back; a name for the same thing may stand beside it."""
    assert {*broken(then(version), NOW)} <= BROKEN.keys()


def test_what_was_broken_is_said_once_and_was_broken() -> None:
    found = {line for version in VERSIONS for line in broken(then(version), NOW)}
    assert found == BROKEN.keys()
    assert {*broken(then("0.3.0"), NOW)} == set(), "nothing since 0.3.0"


def test_the_page_says_what_was_broken_and_what_does_not_load() -> None:
    page = (ROOT / "docs" / "stability.md").read_text(encoding="utf-8")
    for line in BROKEN:
        _, _, rest = line.partition(" ")
        kind, _, field = rest.partition(": ")
        assert f"`{kind}`" in page
        assert f"`{field}`" in page or kind.endswith("Mlegitymacja")
    for name in (*UNSEEN, *REFUSED.values()):
        assert f"`{name}`" in page


@pytest.mark.parametrize(
    ("kind", "place", "word", "said"),
    [
        ("findings", None, "photo.width", "findings: photo.width"),
        ("clauses", None, "leczna:VI.5", "clauses: leczna:VI.5"),
        ("notes", None, "law_answers", "notes: law_answers"),
        ("faults", None, "not_printable", "faults: not_printable"),
        ("events", "school_id", "returned", "events school_id: returned"),
        ("commands", "certificate", "replace", "commands certificate: replace"),
        ("words", "vocabulary.LossGround", "stolen", "words vocabulary.LossGround: stolen"),
        ("words", "mlegitymacja.State", "lapsed", "words mlegitymacja.State: lapsed"),
        ("names", "fees", "fee", "names fees: fee"),
        ("calls", None, "fees.fee", "calls: fees.fee"),
    ],
)
def test_control_a_word_that_is_gone_is_found(
    kind: str, place: str | None, word: str, said: str
) -> None:
    later = copy.deepcopy(NOW)
    (later[kind] if place is None else later[kind][place]).remove(word)
    assert [*broken(NOW, later)] == [said]
    assert [*broken(later, NOW)] == [], "one more is no break"


def test_control_a_field_that_is_gone_or_newly_asked_for_is_found() -> None:
    later = copy.deepcopy(NOW)
    pupil = later["fields"]["facts.Pupil"]
    pupil["optional"].remove("pesel")
    pupil["required"].append("email")
    del later["fields"]["fees.Fee"]
    found = [*broken(NOW, later)]
    assert found[:2] == ["fields facts.Pupil: pesel", "required facts.Pupil: email"]
    assert "fields fees.Fee: findings" in found


def test_control_a_parameter_that_is_gone_or_newly_asked_for_or_moved_is_found() -> None:
    later = copy.deepcopy(NOW)
    later["parameters"]["explanation.as_text"] = {
        "required": ["answer", "findings", "language", "width"],
        "optional": [],
        "in order": ["findings", "answer", "language"],
    }
    assert [*broken(NOW, later)] == [
        "parameters explanation.as_text: beside",
        "asked explanation.as_text: width",
        "order explanation.as_text: answer",
        "order explanation.as_text: findings",
        "order explanation.as_text: beside",
    ]
    wider = copy.deepcopy(NOW)
    wider["parameters"]["explanation.as_text"]["optional"].append("width")
    wider["parameters"]["explanation.as_text"]["in order"].append("width")
    assert [*broken(NOW, wider)] == []


@pytest.mark.parametrize("version", VERSIONS)
def test_the_stored_lives_of_a_version_tell_of_every_event_that_it_promised(version: str) -> None:
    for kind, names in then(version)["events"].items():
        told = {
            event["event"]
            for _, life in lives(STORED / version)
            if life["kind"] == kind
            for event in life["events"]
        }
        assert told == {*names}


@pytest.mark.parametrize("school", variants.names())
def test_every_clause_that_an_audit_or_the_story_names_is_promised(school: str) -> None:
    """Those of the vectors are promised as they stand; these are asked anew, on more days."""
    text = variants.get(school)
    audits = (audit(text, on=day) for day in (*turns(FIRST, LAST), TODAY))
    answers = (one for one in (*audits, *told(school)) if isinstance(one, Explained))
    named = {
        clause
        for answer in answers
        for finding in answer.findings
        for clause in (finding.clause, *finding.also)
        if CLAUSE.fullmatch(clause)
    }
    assert len(named) > 20
    assert named - {*NOW["clauses"]} == set()


def test_every_clause_of_the_vectors_is_promised_by_this_version() -> None:
    files = [json.loads(path.read_text(encoding="utf-8")) for path in VECTORS.glob("*.json")]
    named = {clause for file in files for case in file["cases"] for clause in case["clauses"]}
    assert len(named) > 300
    assert {*filter(CLAUSE.fullmatch, named)} - {*then(VERSIONS[-1])["clauses"]} == set()
    assert {one.partition(":")[0] for one in named if not CLAUSE.fullmatch(one)} == {"sp1"}


def test_the_promise_holds_what_the_library_has() -> None:
    """The list is not empty where it ought not to be."""
    for room in (certificate, mlegitymacja, school_id):
        assert NOW["commands"][room.__name__.rpartition(".")[2]] == sorted(room.KINDS)
    assert {"leczna:VI.5", "I-silence", "invariant:one-life", "notice:sio-photo"} <= {
        *NOW["clauses"]
    }
    assert NOW["fields"]["mlegitymacja.Revoked"]["required"] == ["clause", "ground", "on"]
    assert len(NOW["findings"]) > 200
