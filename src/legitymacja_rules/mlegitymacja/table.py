"""The life of an mLegitymacja. Every transition lives here.

It is *issued* with two codes and a window. Used in time, they make it *activated*; if the window
passes unused it has *lapsed*. Either way it has *expired* after its last day of validity, which it
never outlives. It may be *revoked*, and then nothing happens to it any more but that a new one is
issued in its place; whenever that is done it is *reissued* and at its end.

Lapse and expiry are derived from the day and are no events: nobody does anything. A row leads to a
state, or names the function that finds the refusal. There is a row for every state and command.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..lifecycle import Leads, No
from ..regulation import MlegitymacjaProcedure
from .records import Mlegitymacja
from .refusals import expired, lapsed, not_yet, reissued, revoked
from .states import State

__all__ = ["KINDS", "TABLE"]

KINDS = ("activate", "revoke", "reissue")
"""The kinds of commands."""

Row = Leads | No[Mlegitymacja, MlegitymacjaProcedure]

TABLE: Mapping[tuple[str, str], Row] = MappingProxyType(
    {
        (State.NOT_YET, "activate"): No(not_yet),
        (State.NOT_YET, "revoke"): No(not_yet),
        (State.NOT_YET, "reissue"): No(not_yet),
        (State.ISSUED, "activate"): Leads(State.ACTIVATED),
        (State.ISSUED, "revoke"): Leads(State.REVOKED),
        (State.ISSUED, "reissue"): Leads(State.REISSUED),
        (State.ACTIVATED, "activate"): Leads(State.ACTIVATED),
        (State.ACTIVATED, "revoke"): Leads(State.REVOKED),
        (State.ACTIVATED, "reissue"): Leads(State.REISSUED),
        (State.LAPSED, "activate"): No(lapsed),
        (State.LAPSED, "revoke"): Leads(State.REVOKED),
        (State.LAPSED, "reissue"): Leads(State.REISSUED),
        (State.EXPIRED, "activate"): No(expired),
        (State.EXPIRED, "revoke"): No(expired),
        (State.EXPIRED, "reissue"): Leads(State.REISSUED),
        (State.REVOKED, "activate"): No(revoked),
        (State.REVOKED, "revoke"): No(revoked),
        (State.REVOKED, "reissue"): Leads(State.REISSUED),
        (State.REISSUED, "activate"): No(reissued),
        (State.REISSUED, "revoke"): No(reissued),
        (State.REISSUED, "reissue"): No(reissued),
    }
)
"""State on the day × kind of command → where it leads, or why not."""
