"""School and preschool IDs by law: who gets one, on what it is made, what takes its place."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..regulation import Eligible, Grounds, PaperIds, Rule
from ..timeline import Span, Timeline, Uncovered
from ..vocabulary import IdForm, IdKind
from .dates import (
    BEGINS,
    CARDS_ONLY,
    CHECKED,
    MOBYWATEL_ACT,
    REGULATION_2023,
    SIO,
    day_before,
)

__all__ = [
    "DUPLICATE_DATE",
    "DUPLICATE_NUMBER",
    "EXCHANGE_GROUNDS",
    "FIRST_ID",
    "ID_FORMS",
    "PAPER_IDS",
]

_SECTION_74 = "act:druki-2023:§74"
_SIO_REASONS = "notice:sio-revocation-reasons"

ID_FORMS: Timeline[tuple[IdForm, ...]] = Timeline(
    Span(
        BEGINS,
        day_before(REGULATION_2023),
        ("paper", "id1"),
        "notice:id1-beside-paper",
        CHECKED,
    ),
    Span(REGULATION_2023, day_before(CARDS_ONLY), ("paper", "id1"), _SECTION_74, CHECKED),
    Span(CARDS_ONLY, None, ("id1",), _SECTION_74, CHECKED),
)
"""On what an ID, or a duplicate of one, may be issued."""

PAPER_IDS: Timeline[PaperIds] = Timeline(
    Span(
        BEGINS,
        None,
        PaperIds(last_issue=day_before(CARDS_ONLY), clause=_SECTION_74),
        _SECTION_74,
        CHECKED,
    ),
)
"""Until when IDs were issued on paper: for those dated earlier no other day was ever the last."""


def _first_id(unit: str, *, disability: bool) -> Timeline[Eligible]:
    clause = f"act:system-oswiaty:art.11.{unit}"
    row = Eligible(disability=disability, preparatory_year=disability, clause=clause)
    return Timeline(
        Uncovered(BEGINS, day_before(MOBYWATEL_ACT), "I-silence", CHECKED),
        Span(MOBYWATEL_ACT, None, row, clause, CHECKED, "probable", "probable"),
    )


FIRST_ID: Mapping[IdKind, Timeline[Eligible]] = MappingProxyType(
    {
        "school": _first_id("1a", disability=False),
        "preschool": _first_id("1c", disability=True),
    }
)
"""Who gets a first ID, by its kind."""


def _since_sio(value: Rule, silence: str) -> Timeline[Rule]:
    return Timeline(
        Uncovered(BEGINS, day_before(SIO), silence, CHECKED),
        Span(SIO, None, value, value.clause, CHECKED, "probable"),
    )


EXCHANGE_GROUNDS: Timeline[Grounds] = Timeline(
    Uncovered(BEGINS, day_before(SIO), "I-silence", CHECKED),
    Span(
        SIO,
        None,
        Grounds(
            any_of=("error", "first_name", "last_name", "pesel_granted"),
            none_of=("address",),
            clause=_SIO_REASONS,
        ),
        _SIO_REASONS,
        CHECKED,
        "probable",
    ),
)
"""Why an ID is exchanged: in the education information system a closed list of reasons."""

DUPLICATE_NUMBER = _since_sio(Rule(clause="notice:sio-next-number"), "I-new-card")
"""That a duplicate takes the register's next number, and not the original's."""

DUPLICATE_DATE = _since_sio(Rule(clause="notice:sio-duplicate-date"), "I-silence")
"""That a duplicate is not dated before the end of the validity of the card that it replaces."""
