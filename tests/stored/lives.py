"""A document as it is lived, and what a host keeps of it.

Each decision is taken as an office takes it: asked, the head's word on all that is open, asked again. The
events are gathered as the decisions gave them, and not read off the document, for hosts store either.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from types import ModuleType
from typing import Any

from legitymacja_rules.loading import dump
from legitymacja_rules.outcomes import Accepted
from legitymacja_rules.regulation import Regulation
from samples import attest

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Life:
    """A document, the module of its kind, the text it is judged by, and its events so far."""

    module: ModuleType
    school: Regulation
    document: Any
    events: tuple[Any, ...]
    successor: Any = None

    def then(self, *commands: Any, others: Iterable[Any] = ()) -> Life:
        """The life after these commands, which have to be accepted."""
        life, beside = self, [*others]
        for command in commands:
            words = attest(life._decided(command, beside).findings, on=command.on)
            asked = command.model_copy(update={"attested": words})
            made = _accepted(life._decided(asked, beside))
            events = (*life.events, *made.events)
            next_one = getattr(made, "successor", None)
            life = Life(self.module, self.school, made.document, events, next_one)
        return life

    def copy(self) -> Life:
        """The life of the document that the last decision made beside this one."""
        made = self.successor
        return Life(self.module, self.school, made.document, made.events)

    def _decided(self, command: Any, others: list[Any]) -> Any:
        return self.module.decide(self.document, command, self.school, others=others)


def begun(module: ModuleType, way: str, asked: Any, school: Regulation, **call: Any) -> Life:
    """A life that begins by `issue` or `take_over`, which has to be accepted."""
    verb = getattr(module, way)
    words = attest(verb(asked, school, **call).findings, on=call["on"])
    made = _accepted(verb(asked, school, **call, attested=words))
    return Life(module, school, made.document, made.events)


def kept(name: str, life: Life) -> dict[str, Any]:
    """What is stored of a life: its events, its states on the days that matter, and the document.

    A document that is nothing but its events is not written twice.
    """
    events = [json.loads(dump(event)) for event in life.events]
    document, state_on = json.loads(dump(life.document)), life.module.state_on
    return {
        "name": name,
        **({} if document == {"history": events} else {"document": document}),
        "events": events,
        "states": {str(day): str(state_on(life.document, day)) for day in _days(events)},
    }


def _accepted(outcome: Any) -> Any:
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome


def _days(events: list[Any]) -> list[date]:
    """Each day that stands in the events from the issue on, and those beside it."""
    told = re.findall(r"\d{4}-\d\d-\d\d", json.dumps(events))
    first = min(date.fromisoformat(event["on"]) for event in events) - ONE_DAY
    days = {
        day + off
        for day in map(date.fromisoformat, told)
        for off in (-ONE_DAY, 0 * ONE_DAY, ONE_DAY)
    }
    return sorted(day for day in days if day >= first)
