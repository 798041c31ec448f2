"""Every document is asked in the same words, and is made of the same parts.

Who can save one kind of document can save them all: the modules share one protocol, to which mypy
holds them, and the tests hold the rest: the names and order of arguments, the rooms of a package, the
kinds of commands, the tags of events.
"""

from __future__ import annotations

import importlib
import inspect
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, cast, get_args

import pytest

import cards
from legitymacja_rules import certificate, lifecycle, mlegitymacja, school_id, variants
from legitymacja_rules.acts import Asked, Done, HandedOver
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.errors import LoadError
from legitymacja_rules.findings import Finding
from legitymacja_rules.history import Document
from legitymacja_rules.lifecycle import Leads, Row
from legitymacja_rules.loading import dump, load
from legitymacja_rules.outcomes import Accepted, Refused, Undecided
from legitymacja_rules.regulation import Regulation
from samples import DAY, FINISHED, ORIGINAL

Outcome = Accepted[Any, Any] | Refused | Undecided
Data = str | bytes | Mapping[str, object]


class Documents(Protocol):
    """What a document module offers, whichever document it is."""

    @property
    def KINDS(self) -> tuple[str, ...]: ...  # noqa: N802  (named as in the modules)
    @property
    def TABLE(self) -> Mapping[tuple[str, str], Row[Any, Any]]: ...  # noqa: N802
    @property
    def State(self) -> type[StrEnum]: ...  # noqa: N802
    @property
    def issue(self) -> Callable[..., Outcome]: ...

    def take_over(
        self,
        acts: Iterable[Any],
        school: Regulation,
        *,
        on: date,
        attested: Iterable[Attestation] = (),
    ) -> Outcome: ...
    def decide(
        self, document: Any, command: Any, school: Regulation, *, others: Iterable[Any] = ()
    ) -> Outcome: ...
    def available(
        self, document: Any, school: Regulation, *, on: date
    ) -> dict[str, tuple[Finding, ...]]: ...
    def state_on(self, document: Any, day: date) -> StrEnum: ...
    def evolve(self, document: Any, event: Any) -> Document: ...
    def replay(self, events: Iterable[Any]) -> Document: ...
    def load_command(self, data: Data) -> Asked: ...
    def load_event(self, data: Data) -> Done: ...
    def load_outcome(self, data: Data) -> Outcome: ...


DOCUMENTS: tuple[Documents, ...] = (school_id, mlegitymacja, certificate)
"""All of them; a new one has to stand here, too."""

ROOMS = {"records", "states", "table", "issuing", "refusals", "machine", "loading"}
"""The rooms that every document has, by the same names."""

VERBS = (
    "take_over",
    "decide",
    "available",
    "state_on",
    "evolve",
    "replay",
    "load_command",
    "load_event",
    "load_outcome",
)
"""The verbs that are asked alike; what a document is issued from is its own."""

each = pytest.mark.parametrize(
    "documents", DOCUMENTS, ids=lambda one: cast(ModuleType, one).__name__
)


def module(documents: Documents) -> ModuleType:
    assert isinstance(documents, ModuleType)
    return documents


def name(documents: Documents) -> str:
    return module(documents).__name__.rpartition(".")[2]


def kind_of(documents: Documents) -> type[Document]:
    """The class of the document."""
    machine = importlib.import_module(f"{module(documents).__name__}.machine").MACHINE
    kind: type[Document] = machine.document
    return kind


def commands(documents: Documents) -> tuple[type[Asked], ...]:
    """The classes of its commands."""
    return get_args(module(documents).Command)


def events(documents: Documents) -> tuple[type[Done], ...]:
    """The classes of its events."""
    return get_args(module(documents).Event)


# --- the whole ------------------------------------------------------------------------------------


def test_every_package_with_a_table_of_transitions_is_a_document() -> None:
    house = Path(lifecycle.__file__).parent
    packages = {path.parent.name for path in house.glob("*/table.py")}
    assert packages == {name(documents) for documents in DOCUMENTS}


@each
def test_a_document_has_the_rooms_that_all_have(documents: Documents) -> None:
    path = Path(module(documents).__file__ or "").parent
    assert {file.stem for file in path.glob("*.py")} >= ROOMS


@each
def test_a_document_opens_the_doors_that_all_open(documents: Documents) -> None:
    listed = set(module(documents).__all__)
    assert listed >= {"KINDS", "TABLE", "State", "Outcome", "Command", "Event", "issue", *VERBS}
    own = {kind.__name__ for kind in (*commands(documents), *events(documents))}
    followers = {event.__name__ for event in events(documents) if event.command is None}
    assert listed >= own - followers
    assert kind_of(documents).__name__ in listed


# --- verbs ----------------------------------------------------------------------------------------


def asked(verb: Callable[..., object], documents: Documents) -> list[tuple[str, ...]]:
    """The arguments of a verb: name, kind, default, and type with the document's name left open."""
    signature, own = inspect.signature(verb), kind_of(documents).__name__
    rows = [
        (
            argument.name,
            argument.kind.description,
            str(argument.default),
            str(argument.annotation).replace(own, "Document"),
        )
        for argument in signature.parameters.values()
    ]
    return [*rows, ("return", str(signature.return_annotation).replace(own, "Document"))]


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_asked_alike_of_every_document(verb: str) -> None:
    first, *others = [asked(getattr(documents, verb), documents) for documents in DOCUMENTS]
    assert [other for other in others if other != first] == []


def test_control_a_verb_that_is_asked_otherwise_is_seen() -> None:
    assert asked(school_id.check, school_id) != asked(school_id.state_on, school_id)
    assert asked(school_id.state_on, school_id) != asked(school_id.state_on, mlegitymacja)


@each
def test_issuing_is_asked_alike_but_for_what_is_issued(documents: Documents) -> None:
    """From what and with what differs; the school, the day and what humans said do not."""
    rows = {row[0]: row[1:] for row in asked(documents.issue, documents)}
    assert [*rows][1:3] == ["school", "on"]
    assert rows["school"] == ("positional or keyword", str(inspect.Parameter.empty), "Regulation")
    assert rows["on"] == ("keyword-only", str(inspect.Parameter.empty), "date")
    assert rows["attested"] == ("keyword-only", "()", "Iterable[Attestation]")
    assert rows.get("previous", ("keyword-only", "()", "Iterable[Document]")) == (
        "keyword-only",
        "()",
        "Iterable[Document]",
    )
    assert rows["return"] == ("Outcome",)


# --- commands -------------------------------------------------------------------------------------


@each
def test_each_kind_is_the_kind_of_one_command(documents: Documents) -> None:
    kinds = [command.model_fields["kind"].default for command in commands(documents)]
    assert sorted(kinds) == sorted(documents.KINDS)
    assert len({*kinds}) == len(kinds)
    assert all(issubclass(command, Asked) for command in commands(documents))


@each
def test_the_table_has_a_row_for_each_state_and_kind(documents: Documents) -> None:
    pairs = {(state, kind) for state in documents.State for kind in documents.KINDS}
    assert set(documents.TABLE) == pairs


# --- events ---------------------------------------------------------------------------------------


@each
def test_each_event_bears_a_tag_of_its_own(documents: Documents) -> None:
    tags = [event.model_fields["event"].default for event in events(documents)]
    assert all(isinstance(tag, str) for tag in tags)
    assert len({*tags}) == len(tags)
    assert all(issubclass(event, Done) for event in events(documents))


@each
def test_each_command_that_can_be_accepted_has_its_event(documents: Documents) -> None:
    """And each event the command that brings it about, but for those that only follow."""
    named = {event.command for event in events(documents) if event.command}
    leading = {
        kind for (_, kind), row in documents.TABLE.items() if not isinstance(row, lifecycle.No)
    }
    assert named == leading | {"issue", "take_over"}
    never = {*documents.KINDS} - leading
    assert never <= {"amend"}


@each
def test_what_makes_another_document_says_so(documents: Documents) -> None:
    makers = {event.command for event in events(documents) if event.makes_another}
    assert makers <= {"duplicate", "exchange", "reissue"}
    assert makers


@each
def test_the_document_is_made_by_its_first_event(documents: Documents) -> None:
    kind = kind_of(documents)
    assert kind.first in events(documents)
    assert kind.first.model_fields["event"].default == "issued"
    assert kind.first.command == "issue"
    assert {*Document.model_fields} == {*kind.model_fields} == {"history"}


@each
def test_every_document_has_the_states_of_a_document(documents: Documents) -> None:
    assert "issued" in {*documents.State}
    first, *_, last = documents.State
    assert (first, last) == ("not_yet", "annulled")


# --- the same words mean the same -----------------------------------------------------------------


def shared() -> Iterator[tuple[str, list[object]]]:
    """The names that several of them open, with what stands behind them."""
    opened: dict[str, list[object]] = {}
    for documents in DOCUMENTS:
        for listed in module(documents).__all__:
            opened.setdefault(listed, []).append(getattr(documents, listed))
    yield from opened.items()


COMMON = {
    *("Correct", "Corrected", "TakenOver", "HandOver", "HandedOver"),
    *("Duplicated", "Replace", "Replaced", "ReportFound", "Found", "GiveBack", "Returned"),
}
"""What is one and the same in all documents that know it."""


def test_an_act_that_several_documents_know_is_one_and_the_same() -> None:
    for listed, behind in shared():
        if listed in COMMON:
            assert len({*behind}) == 1, listed
    assert {listed for listed, _ in shared()} >= COMMON


def test_states_of_one_name_are_written_alike() -> None:
    for documents in DOCUMENTS:
        assert {state.name.lower() for state in documents.State} == {*documents.State}


@pytest.mark.parametrize("listed", ["replaced", "unsettled", "found", "returned"])
def test_the_states_of_an_original_bear_one_name(listed: str) -> None:
    originals = [documents for documents in DOCUMENTS if "replace" in documents.KINDS]
    assert [name(documents) for documents in originals] == ["school_id", "certificate"]
    assert all(listed in {*documents.State} for documents in originals)


# --- loading --------------------------------------------------------------------------------------


@each
def test_what_is_no_command_event_or_outcome_is_not_loaded(documents: Documents) -> None:
    for load_ in (documents.load_command, documents.load_event, documents.load_outcome):
        for data in ("", "{}", "[]", '{"kind": "no_such"}', '{"event": "no_such"}', b"\xff"):
            with pytest.raises(LoadError):
                load_(data)


@each
def test_a_correction_loads_and_goes_through_pickles_everywhere(documents: Documents) -> None:
    data = {"kind": "correct", "on": "2024-10-01", "act": "issued", "done": "2024-10-01"}
    command = documents.load_command(data)
    assert documents.load_command(dump(command)) == command
    assert pickle.loads(pickle.dumps(command)) == command
    event = documents.load_event({"event": "taken_over", "on": "2024-10-01"})
    assert documents.load_event(dump(event)) == event
    with pytest.raises(LoadError):
        load(kind_of(documents), {"history": [event.model_dump(mode="json")]})
    leads = [row for row in documents.TABLE.values() if isinstance(row, Leads)]
    assert leads


# --- older records --------------------------------------------------------------------------------

MADE: dict[str, Done] = {
    "school_id": cards.issued("leczna").issued,
    "mlegitymacja": cards.phone(cards.in_hand("leczna"), DAY).issued,
    "certificate": certificate.Issued(on=FINISHED, school="leczna", **dict(ORIGINAL)),
}
"""The issue of one of each."""


@each
@pytest.mark.parametrize(("times", "expected"), [(0, "accepted"), (1, "accepted"), (2, "refused")])
def test_no_document_was_ever_handed_over_twice(
    documents: Documents, times: int, expected: str
) -> None:
    made = MADE[name(documents)]
    acts = (made, *[HandedOver(on=DAY, to="pupil")] * times)
    word = (Attestation(condition="takeover.facts", role="head", on=DAY),)
    outcome = documents.take_over(acts, variants.get("leczna"), on=DAY, attested=word)
    assert outcome.outcome == expected
    assert [f.subject for f in outcome.reasons] == ["handed_over"] * (times == 2)
