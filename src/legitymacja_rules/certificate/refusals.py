"""Why nothing more can happen: what only a certificate can be.

Each takes the document, the day and the school, and names the clause that stands in the way, so that
the refusal is right for this school and this day.
"""

from __future__ import annotations

from datetime import date

from .. import refusals
from ..originals import duplicated_once
from ..refusals import Reasons, since
from ..regulation import Regulation
from .records import Certificate
from .replacing import duplicate_rules

__all__ = ["duplicated", "found", "lost"]


def lost(document: Certificate, _on: date, _school: Regulation) -> Reasons:
    """An application has told that it was lost, stolen or destroyed."""
    told = {"duplicated", "duplicate_impossible"}
    return since("document.at_hand", document, told, "invariant:one-life")


def duplicated(document: Certificate, _on: date, _school: Regulation) -> Reasons:
    """Its duplicate was made, and waits for whoever asked for it."""
    return (duplicated_once(document),)


def found(document: Certificate, on: date, school: Regulation) -> Reasons:
    """It was found again after its duplicate took its place."""
    return refusals.found(document, on, duplicate_rules(school, on))
