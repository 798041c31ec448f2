"""The life of an mLegitymacja. Every transition lives here.

It is *issued* with two codes and a window. Used in time, they make it *activated*; if the window
passes unused it has *lapsed*, unless the texts let new codes be generated for it. Either way it has *expired* after its last day of validity, which it
never outlives. It may be *revoked*, and then nothing happens to it any more but that a new one is
issued in its place; whenever that is done it is *reissued* and at its end.

Lapse and expiry are derived from the day and are no events: nobody does anything. An act entered by
mistake is taken back; if that was its issue, it is *annulled*, as if it had never been.

Each state has the rows that lead on, and the function that finds the refusal for all others, so that
there is a row for every state and command.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..lifecycle import Back, Leads, No, Row, table
from ..refusals import annulled, not_yet
from ..regulation import MlegitymacjaProcedure
from .records import Mlegitymacja
from .refusals import expired, lapsed, reissued, revoked
from .states import State

__all__ = ["KINDS", "TABLE"]

KINDS = ("hand_over", "generate_codes", "activate", "revoke", "reissue", "correct")
"""The kinds of commands."""

TABLE: Mapping[tuple[str, str], Row[Mlegitymacja, MlegitymacjaProcedure]] = MappingProxyType(
    table(
        KINDS,
        {
            State.NOT_YET: (No(not_yet), {}),
            State.ISSUED: (
                No(not_yet),
                {
                    "hand_over": Leads(State.ISSUED),
                    "generate_codes": Leads(State.ISSUED),
                    "activate": Leads(State.ACTIVATED),
                    "revoke": Leads(State.REVOKED),
                    "reissue": Leads(State.REISSUED),
                    "correct": Back(),
                },
            ),
            State.ACTIVATED: (
                No(not_yet),
                {
                    "hand_over": Leads(State.ACTIVATED),
                    "generate_codes": Leads(State.ACTIVATED),
                    "activate": Leads(State.ACTIVATED),
                    "revoke": Leads(State.REVOKED),
                    "reissue": Leads(State.REISSUED),
                    "correct": Back(),
                },
            ),
            State.LAPSED: (
                No(lapsed),
                {
                    "revoke": Leads(State.REVOKED),
                    "reissue": Leads(State.REISSUED),
                    "correct": Back(),
                },
            ),
            State.EXPIRED: (No(expired), {"reissue": Leads(State.REISSUED), "correct": Back()}),
            State.REVOKED: (No(revoked), {"reissue": Leads(State.REISSUED), "correct": Back()}),
            State.REISSUED: (No(reissued), {"correct": Back()}),
            State.ANNULLED: (No(annulled), {}),
        },
    )
)
"""State on the day × kind of command → where it leads, or why not."""
