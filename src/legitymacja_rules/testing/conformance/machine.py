"""The run itself: a system and the rules side by side, asked the same, until one says something else.

Hypothesis draws the moves, each from the documents as the rules have them. It makes no failing run short: the
run does that itself, for it knows which of its moves it can do without.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import ClassVar, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ... import variants
from ..._base import instances
from ...attestations import Attested
from ...errors import WrongArgument
from ...law.dates import SIO
from ...pesel import Pesel
from ...regulation import Regulation
from ..attesting import attest
from ..persons import PLAIN_PUPIL
from .certificate_moves import on_certificate
from .choices import spoken
from .id_moves import on_id
from .moves import Move
from .phone_moves import on_phone
from .questions import QUESTIONS, question
from .run import Run, Stage
from .situation import DAY, Now
from .story import NotConforming
from .system import Capability, System

__all__ = ["Conformance", "conform", "conformance"]

F = TypeVar("F", bound=Callable[..., object])

PLAIN = date(2024, 10, 1)

BEGINNINGS = (
    *[PLAIN] * 5,
    date(2024, 10, 15),
    date(2024, 10, 15),
    date(2025, 8, 29),
    SIO - DAY,
    SIO,
)
"""Days on which a run begins: plain ones, an 18th birthday, the end of a school year, the turn of the law."""

PUPILS = (
    PLAIN_PUPIL,
    PLAIN_PUPIL.model_copy(update={"born": date(2006, 10, 15), "pesel": Pesel("06301500012")}),
    PLAIN_PUPIL.model_copy(update={"pesel": None, "address": None, "disability": None}),
)
"""One who stays a minor, one who comes of age in a fortnight, one without PESEL. All are invented."""


HOW = settings(
    max_examples=100,
    stateful_step_count=20,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""A run that fails makes itself short, and the next one may be another: Hypothesis only has to draw."""


def _offers(*capabilities: Capability) -> Callable[[F], F]:
    """A rule for systems that offer this."""
    offered: Callable[[F], F] = precondition(lambda self: self.offers.issuperset(capabilities))
    return offered


class Conformance(RuleBasedStateMachine):
    """The machine; `conformance` makes one for a system.

    Attributes:
        make: makes the system to be tested; anew for each run.
        schools: the slugs of the schools at which it is tested.
        regulations: the texts of schools that are not shipped, by slug.
        found: what was found last.
    """

    make: ClassVar[Callable[[], System]]
    schools: ClassVar[tuple[str, ...]] = variants.names()
    regulations: ClassVar[Mapping[str, Regulation]] = MappingProxyType({})
    found: ClassVar[NotConforming | None] = None
    run: Run

    def __init__(self) -> None:
        super().__init__()
        self.offers: frozenset[Capability] = frozenset()

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        """A school, the first day, and a pupil."""
        school = data.draw(st.sampled_from(self.schools))
        self.day = data.draw(st.sampled_from(BEGINNINGS))
        self.pupil = data.draw(st.sampled_from((*PUPILS[:2] * 3, *PUPILS)))
        self.run = Run(Stage(type(self).make, self.regulations, school))
        self.offers = self.run.offers

    @precondition(lambda self: not self.offers.isdisjoint(QUESTIONS))
    @rule(data=st.data())
    def ask(self, data: st.DataObject) -> None:
        """A photo, a fee, a deadline."""
        self._play(data.draw(question(self._now, self.offers)))

    @_offers("school_id")
    @rule(data=st.data())
    def on_id(self, data: st.DataObject) -> None:
        """An ID, or a command on one."""
        self._decide(data.draw(on_id(self._now)), data)

    @_offers("mlegitymacja")
    @rule(data=st.data())
    def on_phone(self, data: st.DataObject) -> None:
        """An mLegitymacja, or a command on one."""
        self._decide(data.draw(on_phone(self._now)), data)

    @_offers("certificate")
    @rule(data=st.data())
    def on_certificate(self, data: st.DataObject) -> None:
        """A certificate, or a command on one."""
        self._decide(data.draw(on_certificate(self._now)), data)

    @property
    def _now(self) -> Now:
        """The situation."""
        return Now(self.run.rules, self.pupil, self.day)

    def teardown(self) -> None:
        """Close the system of this run, if it came to one."""
        if hasattr(self, "run"):
            self.run.end()

    def _decide(self, move: Move, data: st.DataObject) -> None:
        """Ask both; where a human has to say something, hear one and ask again."""
        self.day = max(self.day, move.on)
        outcome = self._play(move)
        waiting = [f for f in self.run.rules.answer.reasons if f.who]
        if outcome == "undecided" and waiting:
            for words in data.draw(spoken(attest(waiting, on=move.on, role=None))):
                self._play(move, words)

    def _play(self, move: Move, words: Attested = ()) -> str:
        try:
            return self.run.play(move, words)
        except NotConforming as found:
            type(self).found = found
            raise


def conformance(
    make: Callable[[], System],
    *,
    schools: Sequence[str] = variants.names(),
    regulations: Mapping[str, Regulation] = MappingProxyType({}),
) -> type[Conformance]:
    """A machine for a system, to be run by `conform` or, as its `TestCase`, by pytest.

    Args:
        make: makes the system to be tested, or its adapter.
        schools: the slugs of the schools at which it is tested.
        regulations: the texts of schools that are not shipped, by slug.

    Raises:
        WrongArgument: if an argument is of another type, or a school is neither shipped nor among the regulations.
    """
    if not callable(make):
        raise WrongArgument("make", "what makes a system: its class, or a function")
    if not isinstance(regulations, Mapping):
        raise WrongArgument("regulations", "texts by slug")
    instances(regulations.values(), Regulation, "regulations")
    slugs = () if isinstance(schools, str) else instances(schools, str, "schools")
    if not slugs or not {*slugs} <= {*variants.names(), *regulations}:
        raise WrongArgument("schools", "slugs of schools that are shipped or given, at least one")
    members = {"make": staticmethod(make), "schools": slugs, "regulations": regulations}
    machine: type[Conformance] = type("Conformance", (Conformance,), members)
    machine.TestCase.settings = HOW
    return machine


ROUND = 10
"""So many runs at a time: after ten Hypothesis begins to vary runs that it had, which finds little here."""


def conform(
    make: Callable[[], System],
    *,
    schools: Sequence[str] = variants.names(),
    regulations: Mapping[str, Regulation] = MappingProxyType({}),
    rounds: int = 30,
    steps: int = 20,
    seed: int | None = None,
) -> None:
    """Run a system beside the rules, again and again.

    Args:
        make: makes the system to be tested, or its adapter.
        schools: the slugs of the schools at which it is tested.
        regulations: the texts of schools that are not shipped, by slug.
        rounds: how often ten runs are drawn.
        steps: how many moves a run has at most.
        seed: any number, for the same runs each time; else they are new each time.

    Raises:
        NotConforming: if it does something else, with the clause and the shortest story.
        WrongArgument: like `conformance`; if the rounds or the steps are none, or the seed is no number; or if the
            system offers nothing to be asked for, or what no system can offer.
    """
    for name, count in (("rounds", rounds), ("steps", steps)):
        if type(count) is not int or count < 1:
            raise WrongArgument(name, "a whole number, 1 or more")
    if seed is not None and type(seed) is not int:
        raise WrongArgument("seed", "a whole number")
    how = settings(HOW, max_examples=ROUND, stateful_step_count=steps)
    for number in range(rounds):
        machine = conformance(make, schools=schools, regulations=regulations)
        if seed is not None:
            machine = seeded(1000 * seed + number)(machine)
        try:
            run_state_machine_as_test(machine, settings=how)
        except Exception:
            # Hypothesis plays it once more; a system that does otherwise then is not conforming all the same.
            if machine.found is None:
                raise
            raise NotConforming(machine.found.clauses, machine.found.story) from None
