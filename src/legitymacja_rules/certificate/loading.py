"""Commands, events and outcomes of a certificate from JSON; `loading.dump` writes them.

The document itself is loaded by its class: ``load(Certificate, text)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from ..loading import load_form
from ..outcomes import Accepted, Refused, Undecided
from .records import AnyCommand, AnyEvent, Certificate, Command, Event

__all__ = ["Outcome", "load_command", "load_event", "load_outcome"]

Outcome = Accepted[Certificate, Event] | Refused | Undecided

_AnyOutcome = Annotated[
    Accepted[Certificate, AnyEvent] | Refused | Undecided, Field(discriminator="outcome")
]


def load_command(data: str | bytes | Mapping[str, object]) -> Command:
    """A command, from JSON text or from a dict.

    Raises:
        LoadError: with the path and a code for each place that does not fit.

    >>> load_command('{"kind": "report_found", "on": "2024-10-01"}').on
    datetime.date(2024, 10, 1)
    """
    command: Command = load_form(AnyCommand, "command", data)
    return command


def load_event(data: str | bytes | Mapping[str, object]) -> Event:
    """An event, from JSON text or from a dict.

    Raises:
        LoadError: with the path and a code for each place that does not fit.
    """
    event: Event = load_form(AnyEvent, "event", data)
    return event


def load_outcome(data: str | bytes | Mapping[str, object]) -> Outcome:
    """An outcome with its document, events and findings, from JSON text or from a dict.

    Raises:
        LoadError: with the path and a code for each place that does not fit.
    """
    outcome: Outcome = load_form(_AnyOutcome, "outcome", data)
    return outcome
