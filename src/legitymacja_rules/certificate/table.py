"""The life of a certificate. Every transition lives here.

It is *issued*, and *valid* once it is handed over; it does not run out. The application for a
duplicate tells that it was lost. Once that is made it is *duplicated*; it stays what it is in law
until its duplicate is received, and then is *replaced*, or *unsettled* where no text says so. Found
after that, it is to be *returned*. Without records of the course of education there is *no duplicate*
but a statement; if they turn up, the case is open again. An act entered by mistake is taken back; if
that was its issue, it is *annulled*, as if it had never been.

Each state has the rows that lead on, and the function that finds the refusal for all others, so that
there is a row for every state and command. A duplicate lives by the same table.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..lifecycle import Back, Leads, No, Row, table
from ..refusals import (
    annulled,
    handed_over,
    in_use,
    not_handed_over,
    not_yet,
    replaced,
    returned,
)
from ..regulation import Regulation
from .records import Certificate
from .refusals import duplicated, found, lost
from .states import State

__all__ = ["KINDS", "TABLE"]

KINDS = ("hand_over", "duplicate", "report_found", "replace", "give_back", "correct")
"""The kinds of commands."""

TABLE: Mapping[tuple[str, str], Row[Certificate, Regulation]] = MappingProxyType(
    table(
        KINDS,
        {
            State.NOT_YET: (No(not_yet), {}),
            State.ISSUED: (
                No(not_handed_over),
                {"hand_over": Leads(State.VALID), "correct": Back()},
            ),
            State.VALID: (
                No(in_use),
                {
                    "hand_over": No(handed_over),
                    "duplicate": Leads(State.DUPLICATED, or_to=(State.NO_DUPLICATE,)),
                    "replace": Leads(State.REPLACED, or_to=(State.UNSETTLED,)),
                    "give_back": Leads(State.RETURNED),
                    "correct": Back(),
                },
            ),
            State.DUPLICATED: (
                No(lost),
                {
                    "duplicate": No(duplicated),
                    "report_found": Leads(State.VALID),
                    "replace": Leads(State.REPLACED, or_to=(State.UNSETTLED,)),
                    "correct": Back(),
                },
            ),
            State.NO_DUPLICATE: (
                No(lost),
                {
                    "duplicate": Leads(State.DUPLICATED, or_to=(State.NO_DUPLICATE,)),
                    "report_found": Leads(State.VALID),
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
                    "correct": Back(),
                },
            ),
            State.FOUND: (
                No(found),
                {"give_back": Leads(State.RETURNED), "correct": Back()},
            ),
            State.RETURNED: (No(returned), {"correct": Back()}),
            State.ANNULLED: (No(annulled), {}),
        },
    )
)
"""State on the day × kind of command → where it leads, or why not."""
