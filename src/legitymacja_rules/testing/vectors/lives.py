"""Lives of documents: how each state is reached, and every command asked in it.

A life is a row of commands, each on its day, on the first document or on one that it made. It is lived
through the same door through which other languages ask, with the head's word on all that waits for it;
where a school does not let it be lived, there is none. Asked in its last state, every command of a desk
makes a case: so each row of the desk's table is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .asking import Case, Json, answered, settled

__all__ = ["Desk", "Life", "accepted"]

FOLLOWING = frozenset({"certificate_created", "corrected"})
"""Events that no correction names."""


def accepted(case: Case, on: str) -> Json:
    """The answer that accepts, if need be upon the head's yes; None if nothing does."""
    for one in settled(case, on):
        answer = answered(one.call, one.arguments)
        if answer["outcome"] == "accepted":
            return answer
    return None


@dataclass(frozen=True, slots=True)
class Life:
    """What is done, and when it is asked what may be done then.

    Attributes:
        steps: which document, by which command, on which day.
        asked: the day on which every command is asked.
    """

    steps: tuple[tuple[int, str, str], ...]
    asked: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One kind of document at one school.

    Attributes:
        name: of the module whose `decide` is asked.
        school: the slug, or a text.
        where: the school's name in the ids of cases.
        first: the case that issues the first document.
        on: the day of that.
        commands: name → command without its day, for a day.
    """

    name: str
    school: Json
    where: str
    first: Case
    on: str
    commands: Callable[[str], Mapping[str, Json]]

    def lived(self, life: Life) -> list[Json]:
        """The documents after a life; none if it cannot be lived here."""
        documents = [_plain(accepted(self.first, self.on)["document"])]
        for at, command, on in life.steps:
            outcome = accepted(self.asking("", documents, at, command, on), on)
            if outcome is None:
                return []
            documents[at] = _plain(outcome["document"])
            if "successor" in outcome:
                documents.append(_plain(outcome["successor"]["document"]))
        return documents

    def asking(self, name: str, documents: list[Json], at: int, command: str, on: str) -> Case:
        """The case that asks a command of one of several documents on a day."""
        document, others = documents[at], documents[:at] + documents[at + 1 :]
        told = {"on": on, **self.commands(on).get(command, {})}
        if command == "correct":
            told |= _undoing(document)
        asked = {"document": document, "command": told, "school": self.school}
        return Case(
            f"{self.name}/{self.where}/{name}/{command}",
            f"{self.name}.decide",
            {**asked, "others": others} if others else asked,
        )

    def cases(self, lives: Mapping[str, Life]) -> Iterator[Case]:
        """Every command in the last state of every life that can be lived here."""
        for name, life in lives.items():
            documents = self.lived(life)
            if not documents:
                continue
            commands = [*self.commands(life.asked).items()]
            kinds = {told["kind"]: command for command, told in reversed(commands)}
            for command in (*kinds.values(), "correct"):
                case = self.asking(name, documents, 0, command, life.asked)
                yield from settled(case, life.asked)
            told = {"document": documents[0], "school": self.school, "on": life.asked}
            base = f"{self.name}/{self.where}/{name}"
            state = {"document": documents[0], "day": life.asked}
            yield Case(f"{base}/state", f"{self.name}.state_on", state)
            yield Case(f"{base}/available", f"{self.name}.available", told)
            acts = documents[0]["history"]
            yield Case(f"{base}/replay", f"{self.name}.replay", {"events": acts})
            older = {"acts": acts, "school": self.school, "on": life.asked}
            if acts[-1]["on"] <= life.asked:
                yield Case(f"{base}/taken-over", f"{self.name}.take_over", older)


def _plain(document: Json) -> Json:
    """The document without what humans said on the way: later questions do not ask for it."""
    return {
        "history": [
            {key: value for key, value in event.items() if key != "attested"}
            for event in document["history"]
        ]
    }


def _undoing(document: Json) -> Json:
    """A correction of the last act."""
    acts = [event for event in document["history"] if event["event"] not in FOLLOWING]
    return {"kind": "correct", "act": acts[-1]["event"], "done": acts[-1]["on"]}
