"""The life of a school or preschool ID. Every transition lives here.

It is *issued*, and *valid* once it is handed over. When its printed or last confirmed date has passed
it is *lapsed* until it is confirmed again. A lost one is *reported*; it stays what it is in law until
its duplicate is received, and then is *replaced*, or *unsettled* where no text says so. Found after
that, it is to be *returned*. An exchanged one comes back with the application. With the pupil's
education at the school it is *ended*; what nobody collected and what came back is *destroyed*. An act
entered by mistake is taken back; if that was its issue, it is *annulled*, as if it had never been.

Lapse is derived from the day and is no event: nobody does anything. Each state has the rows that lead
on, and the function that finds the refusal for all others, so that there is a row for every state and
command. On no ID anything is amended.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..lifecycle import Back, Leads, No, Row, table
from ..refusals import annulled, handed_over, in_use, not_handed_over, not_yet, replaced, returned
from ..regulation import Regulation
from .records import SchoolId
from .refusals import destroyed, ended, found, lapsed, not_amended, reported
from .states import State

__all__ = ["KINDS", "TABLE"]

KINDS = (
    "hand_over",
    "confirm",
    "code_services",
    "report_loss",
    "report_found",
    "duplicate",
    "exchange",
    "replace",
    "give_back",
    "end",
    "destroy",
    "amend",
    "correct",
)
"""The kinds of commands."""

TABLE: Mapping[tuple[str, str], Row[SchoolId, Regulation]] = MappingProxyType(
    table(
        KINDS,
        {
            State.NOT_YET: (No(not_yet), {}),
            State.ISSUED: (
                No(not_handed_over),
                {
                    "hand_over": Leads(State.VALID),
                    "code_services": Leads(State.ISSUED),
                    "exchange": Leads(State.RETURNED, or_to=(State.REPLACED,)),
                    "end": Leads(State.ENDED),
                    "destroy": Leads(State.DESTROYED),
                    "amend": No(not_amended),
                    "correct": Back(),
                },
            ),
            State.VALID: (
                No(in_use),
                {
                    "hand_over": No(handed_over),
                    "confirm": Leads(State.VALID),
                    "code_services": Leads(State.VALID),
                    "report_loss": Leads(State.REPORTED),
                    "duplicate": Leads(State.REPORTED),
                    "exchange": Leads(State.RETURNED, or_to=(State.REPLACED,)),
                    "replace": Leads(State.REPLACED, or_to=(State.UNSETTLED,)),
                    "give_back": Leads(State.RETURNED),
                    "end": Leads(State.ENDED),
                    "amend": No(not_amended),
                    "correct": Back(),
                },
            ),
            State.LAPSED: (
                No(lapsed),
                {
                    "confirm": Leads(State.VALID),
                    "report_loss": Leads(State.REPORTED),
                    "duplicate": Leads(State.REPORTED),
                    "exchange": Leads(State.RETURNED, or_to=(State.REPLACED,)),
                    "replace": Leads(State.REPLACED, or_to=(State.UNSETTLED,)),
                    "give_back": Leads(State.RETURNED),
                    "end": Leads(State.ENDED),
                    "amend": No(not_amended),
                    "correct": Back(),
                },
            ),
            State.REPORTED: (
                No(reported),
                {
                    "report_found": Leads(State.VALID, or_to=(State.LAPSED,)),
                    "duplicate": Leads(State.REPORTED),
                    "replace": Leads(State.REPLACED, or_to=(State.UNSETTLED,)),
                    "end": Leads(State.ENDED),
                    "amend": No(not_amended),
                    "correct": Back(),
                },
            ),
            State.REPLACED: (
                No(replaced),
                {
                    "report_found": Leads(State.FOUND),
                    "give_back": Leads(State.RETURNED),
                    "correct": Back(),
                },
            ),
            State.UNSETTLED: (
                No(replaced),
                {
                    "report_found": Leads(State.FOUND),
                    "give_back": Leads(State.RETURNED),
                    "end": Leads(State.ENDED),
                    "correct": Back(),
                },
            ),
            State.FOUND: (
                No(found),
                {"give_back": Leads(State.RETURNED), "correct": Back()},
            ),
            State.RETURNED: (
                No(returned),
                {"destroy": Leads(State.DESTROYED), "correct": Back()},
            ),
            State.ENDED: (
                No(ended),
                {"give_back": Leads(State.RETURNED), "correct": Back()},
            ),
            State.DESTROYED: (No(destroyed), {"correct": Back()}),
            State.ANNULLED: (No(annulled), {}),
        },
    )
)
"""State on the day × kind of command → where it leads, or why not."""
