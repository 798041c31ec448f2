"""A vendor's system beside the rules, step by step, until one of the two does something else.

System       the adapter that a vendor writes
conform      runs the system beside the rules, and raises what it finds
NotConforming    names the clause broken, and tells the shortest story
conformance  the same as a state machine of Hypothesis, whose `TestCase` pytest collects
Reference    the rules themselves as a system: a model of an adapter
"""

from __future__ import annotations

from .machine import Conformance, conform, conformance
from .reference import Reference
from .story import NotConforming
from .system import Capability, Command, Promise, Reply, Request, System, Upload

__all__ = [
    "Capability",
    "Command",
    "Conformance",
    "NotConforming",
    "Promise",
    "Reference",
    "Reply",
    "Request",
    "System",
    "Upload",
    "conform",
    "conformance",
]
