"""A system and the rules side by side: both are asked the same, until one says something else.

After each move both are asked, too, what every document is, today and on the days on which time alone would
change it. A run that fails is made short by leaving out what it can do without, first whole documents and
then single moves; so its story is no longer than it has to be, whoever drew its moves.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from ...attestations import Attested
from ...errors import WrongArgument
from ...findings import Finding
from ...mlegitymacja import Mlegitymacja
from ...regulation import Regulation
from ...school_id import SchoolId
from ..attesting import attest
from . import blame, shapes
from .moves import Call, Move, another, words_of
from .reference import ANYTHING, AnyDocument, Reference, states_of
from .story import NotConforming, ending, line
from .system import Capability, Promise, Reply, System

__all__ = ["Played", "Run", "Stage"]

DAY = timedelta(days=1)

ANSWERED, DECLINED = "answered", "not offered"
UNCHANGED = "nothing was to change"


@dataclass(frozen=True, slots=True)
class Played:
    """A move as it was played.

    Attributes:
        move: what was asked.
        words: what humans had attested.
        unheard: that it had been refused before any of them had spoken.
    """

    move: Move
    words: Attested = ()
    unheard: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a run begins.

    Attributes:
        make: makes the system to be tested.
        regulations: the texts of schools that are not shipped, by slug.
        school: the school at which it begins.
    """

    make: Callable[[], System]
    regulations: Mapping[str, Regulation]
    school: str


class Run:
    """One run.

    Attributes:
        rules: the rules' side of it.
        played: what was played so far.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._system = stage.make()
        self._broken = False
        try:
            self.rules = Reference(stage.regulations, offers=_known(self._system.offers))
            self.rules.start(stage.school)
            self._system.start(stage.school)
        except Exception:
            self.end()
            raise
        self.played: list[Played] = []
        self._story = [f"at {stage.school}"]
        self._names: dict[str, str] = {}
        self._offered: set[str] = set()
        self._otherwise: tuple[Played, ...] = ()
        self._today = date.min

    @property
    def offers(self) -> frozenset[Capability]:
        """What the system offers."""
        return self.rules.offers

    def end(self) -> None:
        """Close the system, if it can be closed; an error of that hides nothing that was found."""
        close = getattr(self._system, "close", None)
        try:
            if close:
                close()
        except Exception:
            if not self._broken:
                raise

    def play(self, move: Move, words: Attested = ()) -> str:
        """Ask both, and compare; the rules' answer in a word.

        Raises:
            NotConforming: with the shortest story of that clause, if they differ.
        """
        one = Played(move, words)
        self.played.append(one)
        try:
            return self._played(one)
        except NotConforming as found:
            self._broken = True
            raise self._shortest(self._why(found)) from None

    def knows(self, move: Move) -> bool:
        """Whether the document was made here on which a move does something, if it does."""
        return not move.name or move.name in self._names

    # --- comparing --------------------------------------------------------------------------------

    def _played(self, one: Played) -> str:
        move, words = one.move, one.words
        call = self._call(move, words)
        theirs, error = _asked(lambda: move.put(self._system, call))
        if isinstance(error, NotImplementedError) and move.what not in self._offered:
            return self._declined(move, call)
        self._offered.add(move.what)
        ours = move.put(self.rules, call)
        if call.makes in self.rules.documents:
            self._names[move.makes] = call.makes
        wrong = shapes.raised(error) if error else shapes.fault(ours, theirs)
        self._tell(
            move, call, shapes.NO_ANSWER if wrong else shapes.told(theirs), shapes.told(ours)
        )
        findings: tuple[Finding, ...] = self.rules.answer.findings
        if wrong:
            aims = (*(word.condition for word in words), *move.aims)
            self._hold(blame.unanswered(findings, aims, wrong))
        outcome = self._compared(one, shapes.plain(theirs), ours)
        refusing = blame.reasons(findings, outcome) if move.does else ()
        self._today = max(self._today, move.on)
        self._same_states(refusing, UNCHANGED if refusing or not move.does else "")
        return outcome

    def _compared(self, one: Played, theirs: Any, ours: Any) -> str:  # noqa: ANN401  (whatever was asked)
        """The rules' answer in a word, once the system has said the same."""
        move, answer = one.move, self.rules.answer
        findings: tuple[Finding, ...] = answer.findings
        if isinstance(ours, Promise):
            if theirs != ours:
                self._otherwise = tuple(_plainly(move))
            rules = self.rules.school.procedure(move.procedure) if move.procedure else None
            asked = rules.due if rules else None
            self._hold(blame.promise(findings, asked, answer.started, ours, theirs))
            return ANSWERED
        if not isinstance(ours, Reply):
            basis = next(f for f in findings if f.code == "fee.amount")
            self._hold(blame.amount(basis, ours, theirs))
            return ANSWERED
        if (theirs.outcome, ours.outcome) == ("refused", "undecided"):
            self._otherwise = tuple(_otherwise(one, findings))
        self._hold(blame.reply(findings, ours, theirs, move.aims, unheard=one.unheard))
        if "clauses" in self.rules.offers:
            self._hold(blame.missing(findings, theirs))
            self._hold(blame.excess(findings, theirs))
        return ours.outcome

    def _call(self, move: Move, words: Attested) -> Call:
        """How the move is put here: documents bear numbers in the order in which this run made them."""
        makes = another(self.rules.documents, move.makes) if move.makes else ""
        return Call(words, self._names.get(move.name, ""), makes)

    def _declined(self, move: Move, call: Call) -> str:
        """What the system says it does not offer the rules are not asked either, and so nothing changes."""
        self._tell(move, call, DECLINED, DECLINED)
        self._today = max(self._today, move.on)
        self._same_states((), UNCHANGED)
        return DECLINED

    def _same_states(self, refusing: tuple[Finding, ...], note: str) -> None:
        for name, document in self.rules.documents.items():
            for day in _days(document, self._today):
                self._same_state(name, document, day, refusing, note)

    def _same_state(
        self,
        name: str,
        document: AnyDocument,
        day: date,
        refusing: tuple[Finding, ...],
        note: str,
    ) -> None:
        theirs, error = _asked(lambda: self._system.state(name, on=day))
        ours, words = self.rules.state(name, on=day), states_of(document)
        wrong = shapes.raised(error) if error else shapes.no_state(theirs, words)
        if wrong or theirs != ours:
            said = shapes.NO_ANSWER if wrong else shapes.word(theirs, words)
            self._story.append(line(day, f"{name} is", said, ours))
            trace, step = self.rules.traces[name], self.rules.steps[name]
            last = blame.Last(step, refusing, wrong or note)
            self._hold(blame.state(document, trace, ours, said, day, last))

    def _tell(self, move: Move, call: Call, theirs: str, ours: str) -> None:
        said = words_of(move.told(call), *_said(call.words))
        beside = move.name and theirs == ours and call.makes in self.rules.documents
        self._story.append(line(move.on, said, theirs, ours, call.makes if beside else ""))

    def _hold(self, broken: blame.Broken | None) -> None:
        if broken:
            raise NotConforming(broken.clauses, (*self._story, *ending(broken)))

    def _why(self, found: NotConforming) -> NotConforming:
        """What is found once a system was asked otherwise that refused what waits for a human, or named another day."""
        for other in self._otherwise:
            if again := _replayed(self._stage, [*self.played[:-1], other]):
                self.played[-1] = other
                return again
        return found

    # --- making short -----------------------------------------------------------------------------

    def _shortest(self, found: NotConforming) -> NotConforming:
        """The same breach by as few moves as will do: whole documents are left out first, then moves."""
        moves = list(self.played)
        for document in dict.fromkeys(_concerned(one) for one in moves):
            left = {at for at, one in enumerate(moves[:-1]) if _concerned(one) == document}
            moves, found = self._without(left, moves, found)
        before = 0
        while len(moves) != before:
            before = len(moves)
            for place in reversed(range(before - 1)):
                moves, found = self._without({place}, moves, found)
        return found

    def _without(
        self, left: Collection[int], moves: list[Played], found: NotConforming
    ) -> tuple[list[Played], NotConforming]:
        """The run without the moves in these places, if it breaks the same; else as it was."""
        shorter = [one for at, one in enumerate(moves) if at not in left]
        again = _replayed(self._stage, shorter)
        return (shorter, again) if again and again.clause == found.clause else (moves, found)


def _otherwise(one: Played, findings: Iterable[Finding]) -> Iterator[Played]:
    """How else a system may be asked that refused what waits for a human, the most telling first.

    If it refuses their yes, too, or else a plain question, that is what it breaks. If it takes their yes, it
    did not wait for it, whatever the move aimed at.
    """
    move = one.move
    yield from _plainly(move)
    if move.does:
        words = (*one.words, *attest(findings, on=move.on, role=None))
        yield replace(one, words=words, unheard=not one.words)
        yield replace(one, move=replace(move, aims=()))


def _plainly(move: Move) -> Iterator[Played]:
    """The same question aimed at nothing: whoever fails that does not fail by what was aimed at."""
    if move.plainly:
        yield Played(move.plainly)


def _said(words: Attested) -> Iterator[str]:
    """What humans say, the yes before the no."""
    for verb, holds in (("attested", True), ("denied", False)):
        told = dict.fromkeys(word.condition for word in words if word.holds is holds)
        if told:
            yield f"{verb}: {', '.join(told)}"


def _concerned(one: Played) -> str:
    """The document that a move makes or acts on; none for a question."""
    return one.move.name or one.move.makes


def _replayed(stage: Stage, moves: Sequence[Played]) -> NotConforming | None:
    """What a run of just these moves breaks at its last; None if nothing, or if it cannot be played."""
    try:
        return _broken(Run(stage), moves)
    except Exception:  # noqa: BLE001  (what a system does in a run that nobody drew is no matter)
        return None


def _broken(run: Run, moves: Sequence[Played]) -> NotConforming | None:
    try:
        for one in moves:
            if not run.knows(one.move):
                return None
            run._played(one)  # noqa: SLF001  (another run of this class)
    except NotConforming as found:
        return found if one is moves[-1] else None
    finally:
        run.end()
    return None


ASKABLE = ANYTHING - {"follows", "clauses"}
"""What a system can be asked for."""


def _known(offers: Iterable[Capability]) -> frozenset[Capability]:
    """What a system offers, if that is known and something can be asked."""
    try:
        told = frozenset(offers)
    except TypeError:
        raise WrongArgument("system", "one whose offers are words") from None
    if unknown := told - ANYTHING:
        known = f"one that offers but {', '.join(sorted(ANYTHING))}"
        raise WrongArgument("system", f"{known}; {len(unknown)} of its offers are other words")
    if not told & ASKABLE:
        raise WrongArgument("system", f"one that offers some of {', '.join(sorted(ASKABLE))}")
    return told


def _asked(ask: Callable[[], Any]) -> tuple[Any, Exception | None]:
    """What a system answers, or the error in its place."""
    try:
        return ask(), None
    except Exception as error:  # noqa: BLE001  (a system may raise anything)
        return None, error


def _days(document: AnyDocument, today: date) -> Iterable[date]:
    """Today, and the days around those on which time alone changes a document."""
    ends: Iterator[date | None] = iter(())
    if isinstance(document, Mlegitymacja):
        ends = iter((document.issued.codes_until, document.issued.valid_until))
    elif isinstance(document, SchoolId):
        ends = iter((document.valid_until(today),))
    days = {today, *(day for end in ends if end for day in (end, end + DAY, end + 2 * DAY))}
    return sorted(day for day in days if day >= today)
