"""The run itself: a system and the rules side by side, asked the same, until one says something else.

Hypothesis draws the moves and makes a failing run short. The rules go first only in what is drawn: from
their documents the next move is made. After each move both are asked what every document is, today and on
the days on which time alone would change it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any, ClassVar, cast

from hypothesis import HealthCheck, Phase, seed as seeded, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ... import variants
from ...certificate import Certificate
from ...facts import Pupil
from ...findings import Finding, Status
from ...mlegitymacja import Mlegitymacja
from ...pesel import Pesel
from ...regulation import Regulation
from ...school_id import SchoolId
from . import blame, moves
from .moves import Move, Now
from .reference import AnyDocument, Reference, attested
from .story import NotConforming, ending, line
from .system import Capability, Reply, System

__all__ = ["Conformance", "conform", "conformance"]

DAY = timedelta(days=1)

BEGINNINGS = (date(2024, 10, 1), date(2025, 8, 29), date(2025, 9, 16), date(2025, 9, 17))
"""Days on which a run begins: a plain one, the end of a school year, the turn of the law."""

PUPILS = (
    Pupil(
        first_names="Anna",
        last_name="Kowalska",
        born=date(2012, 4, 14),
        class_name="4b",
        pesel=Pesel("12241400000"),
        address="ul. Lipowa 1",
        disability=False,
    ),
    Pupil(
        first_names="Jan",
        last_name="Nowak",
        born=date(2006, 10, 15),
        class_name="4b",
        address="ul. Lipowa 2",
        disability=False,
    ),
)
"""One who stays a minor, and one who comes of age in a fortnight and has no PESEL. Both are invented."""

MOST = 3
"""So many documents of one kind are enough."""


def _offers(*capabilities: Capability) -> Any:  # noqa: ANN401  (a decorator of Hypothesis)
    """A rule for systems that offer this."""
    return precondition(lambda machine: {*capabilities} <= {*machine.rules.offers})


class Conformance(RuleBasedStateMachine):
    """The machine; `conformance` makes one for a system.

    Attributes:
        make: makes the system to be tested; anew for each run.
        schools: the slugs of the schools at which it is tested.
        regulations: the texts of schools that are not shipped, by slug.
    """

    make: ClassVar[Callable[[], System]]
    schools: ClassVar[tuple[str, ...]] = variants.names()
    regulations: ClassVar[Mapping[str, Regulation]] = MappingProxyType({})

    def __init__(self) -> None:
        super().__init__()
        self.system = type(self).make()
        self.rules = Reference(self.regulations, offers=self.system.offers)
        self.pupil, self.today = PUPILS[0], BEGINNINGS[0]
        self.story: list[str] = []
        self.unknown: set[str] = set()

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        """A school, a pupil, and the first day."""
        school = data.draw(st.sampled_from(self.schools))
        self.today = data.draw(st.sampled_from(BEGINNINGS))
        self.pupil = data.draw(st.sampled_from(PUPILS))
        self.system.start(school)
        self.rules.start(school)
        self.story = [f"at {school}"]

    # --- what changes nothing ---------------------------------------------------------------------

    @_offers("photos")
    @rule(data=st.data())
    def ask_photo(self, data: st.DataObject) -> None:
        """Whether a photo is good enough."""
        move = data.draw(moves.photo(self.now))
        self._compare(move, move.put(self.system, ()), move.put(self.rules, ()))

    @_offers("fees")
    @rule(data=st.data())
    def ask_fee(self, data: st.DataObject) -> None:
        """What a procedure costs."""
        procedure, on = data.draw(moves.fee(self.now))
        theirs: object = self.system.fee(procedure, on=on)
        ours = cast("Decimal | None", self.rules.fee(procedure, on=on))
        self.story.append(line(on, f"the fee for {procedure}", repr(theirs), repr(ours)))
        basis = next(f for f in self.rules.answer.findings if f.code == "fee.amount")
        self._hold(blame.amount(basis, ours, theirs))

    @_offers("deadlines")
    @rule(data=st.data())
    def ask_due(self, data: st.DataObject) -> None:
        """By when the school has to act."""
        procedure, reached = data.draw(moves.deadline(self.now))
        theirs, ours = (one.due(procedure, reached) for one in (self.system, self.rules))
        told = ", ".join(f"{milestone} {day}" for milestone, day in reached.items())
        dates = (f"{one.expected} to {one.latest}" for one in (theirs, ours))
        self.story.append(line(None, f"due for {procedure}, {told}", *dates))
        answer, rules = self.rules.answer, self.rules.school.procedure(procedure)
        asked = rules.due if rules else None
        self._hold(blame.promise(answer.findings, asked, answer.started, ours, theirs))

    # --- what changes something -------------------------------------------------------------------

    @_offers("school_id")
    @precondition(lambda self: len(self.now.named(SchoolId)) < MOST)
    @rule(data=st.data())
    def issue_id(self, data: st.DataObject) -> None:
        """A first ID."""
        self._issue(SchoolId, "id", data)

    @_offers("mlegitymacja")
    @precondition(lambda self: len(self.now.named(Mlegitymacja)) < MOST)
    @rule(data=st.data())
    def issue_phone(self, data: st.DataObject) -> None:
        """A first mLegitymacja."""
        self._issue(Mlegitymacja, "phone", data)

    @_offers("certificate")
    @precondition(lambda self: len(self.now.named(Certificate)) < MOST)
    @rule(data=st.data())
    def issue_certificate(self, data: st.DataObject) -> None:
        """An original certificate."""
        self._issue(Certificate, "certificate", data)

    @precondition(lambda self: bool(self.now.named(SchoolId)))
    @rule(data=st.data())
    def on_id(self, data: st.DataObject) -> None:
        """A command on an ID."""
        self._put(data.draw(moves.id_command(self.now)), data)

    @precondition(lambda self: bool(self.now.named(Mlegitymacja)))
    @rule(data=st.data())
    def on_phone(self, data: st.DataObject) -> None:
        """A command on an mLegitymacja."""
        self._put(data.draw(moves.phone_command(self.now)), data)

    @precondition(lambda self: bool(self.now.named(Certificate)))
    @rule(data=st.data())
    def on_certificate(self, data: st.DataObject) -> None:
        """A command on a certificate."""
        self._put(data.draw(moves.certificate_command(self.now)), data)

    # --- within -----------------------------------------------------------------------------------

    @property
    def now(self) -> Now:
        """The situation."""
        return Now(self.rules, self.pupil, self.today)

    def _issue(self, kind: type[AnyDocument], word: str, data: st.DataObject) -> None:
        name = f"{word}-{len(self.now.named(kind)) + 1}"
        self._put(data.draw(moves.first(self.now, kind, name)), data)

    def _put(self, move: Move, data: st.DataObject) -> None:
        """Ask both; where a human has to say something, hear one and ask again."""
        theirs, ours = move.put(self.system, ()), move.put(self.rules, ())
        self.today = max(self.today, move.on)
        self._compare(move, theirs, ours)
        open_ = [f for f in self.rules.answer.reasons if f.who]
        if ours.outcome == "undecided" and open_:
            holds = not data.draw(st.sampled_from((False, False, False, True)))
            words = attested(open_, move.on, holds=holds)
            said = "attested" if holds else "denied"
            told = ", ".join(dict.fromkeys(f.code for f in open_))
            self.story.append(f"{move.on.isoformat()}  {said}: {told}")
            self._compare(move, move.put(self.system, words), move.put(self.rules, words))

    def _compare(self, move: Move, theirs: Reply, ours: Reply) -> None:
        """That both replied alike, and hold every document for the same."""
        findings: tuple[Finding, ...] = self.rules.answer.findings
        self.story.append(line(move.on, move.says, theirs.outcome, ours.outcome))
        self._hold(blame.reply(findings, ours, theirs, move.aims))
        if "clauses" in self.rules.offers:
            self._hold(blame.missing(findings, theirs))
        refusing = tuple(f for f in findings if f.status is not Status.MET)
        for name, document in self.rules.documents.items():
            for day in self._days(document):
                self._same_state(name, document, day, refusing)

    def _same_state(
        self, name: str, document: AnyDocument, day: date, refusing: tuple[Finding, ...]
    ) -> None:
        theirs, ours = self.system.state(name, on=day), self.rules.state(name, on=day)
        if theirs != ours:
            self.story.append(line(day, f"{name} is", theirs, ours))
            trace = self.rules.traces[name]
            self._hold(blame.state(document, trace, ours, theirs, day, refusing))

    def _days(self, document: AnyDocument) -> Iterable[date]:
        """Today, and the days around those on which time alone changes it."""
        ends: Sequence[date | None] = ()
        if isinstance(document, Mlegitymacja):
            issued = document.issued
            ends = (issued.codes_until, issued.valid_until, issued.valid_until + DAY)
        elif isinstance(document, SchoolId):
            ends = (document.valid_until(self.today),)
        days = {self.today, *(day for end in ends if end for day in (end, end + DAY))}
        return sorted(day for day in days if day >= self.today)

    def _hold(self, broken: blame.Broken | None) -> None:
        if broken:
            raise NotConforming(broken.clauses, (*self.story, *ending(broken)))


def conformance(
    system: Callable[[], System],
    *,
    schools: Sequence[str] = variants.names(),
    regulations: Mapping[str, Regulation] = MappingProxyType({}),
) -> type[Conformance]:
    """A machine for a system, to be run by `conform` or, as its `TestCase`, by pytest.

    Args:
        system: makes the system to be tested, or its adapter.
        schools: the slugs of the schools at which it is tested.
        regulations: the texts of schools that are not shipped, by slug.
    """
    members = {
        "make": staticmethod(system),
        "schools": tuple(schools),
        "regulations": regulations,
    }
    return type("Conformance", (Conformance,), members)


def conform(
    system: Callable[[], System],
    *,
    schools: Sequence[str] = variants.names(),
    regulations: Mapping[str, Regulation] = MappingProxyType({}),
    max_examples: int = 100,
    steps: int = 30,
    derandomize: bool = False,
    seed: int | None = None,
    shrink: bool = True,
) -> None:
    """Run a system beside the rules.

    Raises:
        NotConforming: if it does something else, with the clause and the shortest story.
    """
    machine = conformance(system, schools=schools, regulations=regulations)
    if seed is not None:
        machine = seeded(seed)(machine)
    phases = [Phase.generate, *([Phase.shrink] if shrink else [])]
    how = settings(
        max_examples=max_examples,
        stateful_step_count=steps,
        derandomize=derandomize,
        database=None,
        deadline=None,
        phases=phases,
        report_multiple_bugs=False,
        print_blob=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    try:
        run_state_machine_as_test(machine, settings=how)
    except NotConforming as found:
        raise NotConforming(found.clauses, found.story) from None
