"""What earlier versions stored still loads, replays, and is on each day what it was then.

`tests/stored` holds a folder for each version, written by that version itself (`stored.write`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest

import legitymacja_rules
from legitymacja_rules import certificate, fees, mlegitymacja, school_id
from legitymacja_rules.errors import LoadError
from legitymacja_rules.explanation import Explanation
from legitymacja_rules.history import Document
from legitymacja_rules.holograms import Ledger
from legitymacja_rules.loading import dump, load
from legitymacja_rules.mlegitymacja.former import FIELDS, as_history
from stored import write

STORED = Path(write.__file__).parent
VERSIONS = sorted((path.name for path in STORED.glob("*.*.*")), key=write.numbered)
MODULES: dict[str, tuple[ModuleType, type[Document]]] = {
    "certificate": (certificate, certificate.Certificate),
    "mlegitymacja": (mlegitymacja, mlegitymacja.Mlegitymacja),
    "school_id": (school_id, school_id.SchoolId),
}

REFUSED = {
    "a sign that cannot be seen": "not_printable",
    "a certificate without its cause": "without_cause",
}
"""What does not load any more, on purpose: by one, a text could show itself as another; the other could
not have been, for a certificate is made by an activation. Both since 0.4.0, as the changelog says."""


BESIDE = {"answers", "questions", "schemas", "words"}
"""The files of a folder that hold no lives."""


def lives(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each stored life with the file that it stands in."""
    for path in sorted(folder.glob("*.json")):
        if path.stem in BESIDE:
            continue
        for life in json.loads(path.read_text(encoding="utf-8")):
            yield path.stem, life


def text_of(life: dict[str, Any]) -> str:
    """The document as it was stored."""
    return json.dumps(life.get("document", {"history": life["events"]}))


ALL = [(version, file, life) for version in VERSIONS for file, life in lives(STORED / version)]
each = pytest.mark.parametrize(
    "life",
    [
        pytest.param(life, id=f"{version}-{life['name']}")
        for version, _, life in ALL
        if life["name"] not in REFUSED
    ],
)


@each
def test_a_stored_life_loads_and_is_what_it_was_on_each_day(life: dict[str, Any]) -> None:
    module, kind = MODULES[life["kind"]]
    document = load(kind, text_of(life))
    now = {day: str(module.state_on(document, date.fromisoformat(day))) for day in life["states"]}
    assert now == life["states"]
    assert load(kind, dump(document)) == document


@each
def test_stored_events_replay_to_the_stored_document(life: dict[str, Any]) -> None:
    module, kind = MODULES[life["kind"]]
    events = [module.load_event(json.dumps(event)) for event in life["events"]]
    assert module.replay(events) == load(kind, text_of(life))


@pytest.mark.parametrize(
    ("life", "code"),
    [
        pytest.param(life, REFUSED[life["name"]], id=f"{version}-{life['name']}")
        for version, _, life in ALL
        if life["name"] in REFUSED
    ],
)
def test_what_is_refused_since_is_refused_for_its_reason(life: dict[str, Any], code: str) -> None:
    with pytest.raises(LoadError) as refused:
        load(MODULES[life["kind"]][1], text_of(life))
    assert {fault for _, fault in refused.value.faults} == {code}


def test_only_a_strange_life_is_refused_and_each_version_stored_some() -> None:
    assert {*REFUSED} == {life["name"] for _, file, life in ALL if file == "strange"}
    refused = {version for version, file, _ in ALL if file == "strange"}
    assert refused == {version for version in VERSIONS if write.numbered(version) < (0, 4)}


# --- answers --------------------------------------------------------------------------------------

UNREAD = {("0.1.0", "fee"): {"extra_forbidden", "missing"}}
"""What is not read any more: the payment of a text has had `titles` since 0.2.0, where it had one."""

ANSWERS = [
    pytest.param(answer["kind"], answer["said"], id=f"{version}-{answer['kind']}-{place}")
    for version in VERSIONS
    for place, answer in enumerate(
        json.loads((STORED / version / "answers.json").read_text(encoding="utf-8"))
    )
    if (version, answer["kind"]) not in UNREAD
]

READ: dict[str, Callable[[str], Any]] = {
    "outcome": mlegitymacja.load_outcome,
    "fee": partial(load, fees.Fee),
    "ledger": partial(load, Ledger),
    "explanation": partial(load, Explanation),
}


@pytest.mark.parametrize(("kind", "said"), ANSWERS)
def test_a_stored_answer_loads_with_all_that_it_said(kind: str, said: dict[str, Any]) -> None:
    read = json.loads(dump(READ[kind](json.dumps(said))))
    for finding, before in zip(read.get("findings", ()), said.get("findings", ()), strict=True):
        assert before.items() <= finding.items()
    same = said.keys() - {"document", "events", "findings"}
    assert {key: read[key] for key in same} == {key: said[key] for key in same}


@pytest.mark.parametrize("version", VERSIONS)
def test_each_version_stored_an_answer_of_each_kind_that_it_knew(version: str) -> None:
    stored = json.loads((STORED / version / "answers.json").read_text(encoding="utf-8"))
    unknown = {"ledger"} if version == "0.1.0" else set()
    assert {answer["kind"] for answer in stored} == {*READ} - unknown
    outcomes = {answer["said"]["outcome"] for answer in stored if answer["kind"] == "outcome"}
    assert outcomes == {"accepted", "refused", "undecided"}


@pytest.mark.parametrize(("version", "kind"), UNREAD)
def test_an_answer_that_is_not_read_any_more_is_refused_for_its_reason(
    version: str, kind: str
) -> None:
    stored = json.loads((STORED / version / "answers.json").read_text(encoding="utf-8"))
    (said,) = [answer["said"] for answer in stored if answer["kind"] == kind]
    with pytest.raises(LoadError) as refused:
        READ[kind](json.dumps(said))
    assert {code for _, code in refused.value.faults} == UNREAD[version, kind]
    assert all(place.startswith("payment") for place, _ in refused.value.faults)


# --- the corpus -----------------------------------------------------------------------------------


def test_this_version_has_a_folder_and_none_is_large() -> None:
    """Mend by the command at the head of `stored.write`, at a release."""
    assert VERSIONS[-1] == legitymacja_rules.__version__
    for version in VERSIONS:
        assert sum(path.stat().st_size for path in (STORED / version).iterdir()) < 900_000


def test_the_page_says_how_the_next_folder_is_made() -> None:
    page = (STORED.parents[1] / "docs" / "stability.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^```sh\n(.+)\n```$", page, re.MULTILINE)
    assert command in (write.__doc__ or "")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_stored_lives_of_several_schools_of_each_document_that_it_knew(
    version: str,
) -> None:
    schools: dict[str, set[str]] = {}
    for _, life in lives(STORED / version):
        schools.setdefault(life["kind"], set()).add(life["events"][0]["school"])
    assert {*schools} == ({"mlegitymacja"} if version == "0.1.0" else {*MODULES})
    assert all(len(known) >= 2 for known in schools.values())


def test_the_writer_tells_of_every_event_and_state_and_all_of_it_loads(tmp_path: Path) -> None:
    write.main(tmp_path)
    told: dict[str, set[str]] = {kind: set() for kind in MODULES}
    states: dict[str, set[str]] = {kind: set() for kind in MODULES}
    for _, life in lives(tmp_path / legitymacja_rules.__version__):
        load(MODULES[life["kind"]][1], text_of(life))
        told[life["kind"]] |= {event["event"] for event in life["events"]}
        states[life["kind"]] |= {*life["states"].values()}
    for kind, (module, _) in MODULES.items():
        assert told[kind] == {
            event.model_fields["event"].default for event in get_args(module.Event)
        }
        assert states[kind] == {*module.State}


# --- the document of 0.1.0 ------------------------------------------------------------------------

OLD: dict[str, Any] = next(
    life["document"] for version, _, life in ALL if life["name"] == "issued again at grojec"
)


def test_a_document_of_0_1_0_stood_in_fields() -> None:
    assert OLD.keys() == FIELDS
    assert [event["event"] for event in as_history(OLD)["history"]] == [  # type: ignore[index]  # ours
        "issued",
        "activated",
        "certificate_created",
        "reissued",
    ]


@pytest.mark.parametrize(
    ("changes", "places"),
    [
        ({"activations": 3}, {("history.1", "model_attributes_type")}),
        ({"certificates": [{}]}, {("history.2", "union_tag_not_found")}),
        ({"issued": None}, {("history.0", "model_attributes_type")}),
        ({"activations": []}, {("history.1", "without_cause")}),
        ({"revoked": 5}, {("history.3", "model_attributes_type")}),
    ],
)
def test_a_spoilt_one_is_told_where_its_history_is(
    changes: dict[str, Any], places: set[tuple[str, str]]
) -> None:
    with pytest.raises(LoadError) as refused:
        load(mlegitymacja.Mlegitymacja, json.dumps({**OLD, **changes}))
    assert {*refused.value.faults} == places


@pytest.mark.parametrize("more", [{"history": []}, {"pet": None}])
def test_nothing_but_the_fields_of_0_1_0_is_taken_for_one(more: dict[str, Any]) -> None:
    with pytest.raises(LoadError):
        load(mlegitymacja.Mlegitymacja, json.dumps({**OLD, **more}))


def test_in_python_a_document_is_built_from_its_history_only() -> None:
    with pytest.raises(ValueError, match="Mlegitymacja"):
        mlegitymacja.Mlegitymacja.model_validate(OLD)
