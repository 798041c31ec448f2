"""The conformance machine: it passes the rules themselves, and finds every planted fault with its clause."""

from __future__ import annotations

import pickle
import unittest
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest

import planted
from legitymacja_rules import variants
from legitymacja_rules.findings import breached, met, not_covered
from legitymacja_rules.regulation import Regulation
from legitymacja_rules.testing.conformance import (
    Capability,
    NotConforming,
    Reference,
    Reply,
    blame,
    conform,
    conformance,
)
from legitymacja_rules.testing.conformance.system import Promise

BARE = Regulation(slug="sp1", school="Szkoła Podstawowa nr 1")
"""A school that is nothing but its name: the law answers."""


def caught(system: Any, **how: Any) -> NotConforming:
    """What the machine finds."""
    with pytest.raises(NotConforming) as found:
        conform(system, **{"seed": 0, "rounds": 60, **how})
    return found.value


# --- what is right passes -------------------------------------------------------------------------


@pytest.mark.parametrize("school", variants.names())
def test_the_rules_conform_to_themselves(school: str) -> None:
    conform(Reference, schools=[school], rounds=2)


def test_the_rules_conform_where_only_the_law_answers() -> None:
    regulations = {"sp1": BARE}
    conform(lambda: Reference(regulations), schools=["sp1"], regulations=regulations, rounds=2)


# --- planted faults -------------------------------------------------------------------------------

LAW = {
    "HeavyFile": {"notice:sio-photo"},
    "CodeUsedTwice": {"notice:sio-devices"},
    "SurvivesItsCard": {"notice:sio-revocation-reasons"},
    "FloatMoney": {"act:druki-2023:§67"},
    "OriginalLivesOn": {"I-original-void"},
    "ValidADayLonger": {"notice:sio-card-and-mlegitymacja"},
    "ActivatesRevoked": {"notice:sio-revocation-reasons"},
    "RefusedYetRevoked": {"notice:sio-print-codes", "notice:sio-platform-codes"},
}
"""Where a school's text has ended or is silent the act's clause, or a notice's, is the right one."""

FAULTS: list[tuple[str, str, set[str]]] = [
    ("TwentyNineDays", "leczna", {"leczna:VI.5"}),
    ("TwentyNineDays", "grojec", {"grojec:§7.8"}),
    ("ThirtyOneDays", "leczna", {"leczna:VI.5"}),
    ("ThirtyOneDays", "ostroleka", {"ostroleka:form.codes"}),
    ("ChristmasEveWorks", "grojec", {"act:dni-wolne:art.1"}),
    ("ChristmasEveWorks", "ostroleka", {"act:dni-wolne:art.1"}),
    ("SidesSwapped", "leczna", {"leczna:II.1", "leczna:II.3.f", "leczna:VI.2"}),
    ("SidesSwapped", "grojec", {"grojec:§7.4", "grojec:§4.3a", "grojec:form.photo-note"}),
    ("HeavyFile", "sp6", {"sp6:docs.2"}),
    ("HeavyFile", "leczna", {"leczna:II.1", "leczna:VI.2"}),
    ("SecondDevice", "grojec", {"grojec:§8.3"}),
    ("CodeUsedTwice", "ostroleka", {"ostroleka:form.codes"}),
    ("CodeUsedTwice", "sp6", {"sp6:codes"}),
    ("OriginalLivesOn", "leczna", {"leczna:IV.5"}),
    ("SurvivesItsCard", "grojec", {"grojec:§7.11c"}),
    ("TwentySixForAnId", "leczna", {"leczna:IV.3"}),
    ("TwentySixForAnId", "balin", {"act:druki-2023:§67"}),
    (
        "RefusedYetRevoked",
        "leczna",
        {
            "leczna:VI.4",
            "leczna:VI.5",
            "leczna:VI.6",
            "leczna:VII.1",
            "leczna:VII.2",
            "invariant:own-codes",
        },
    ),
    ("SkippedStep", "leczna", {"leczna:VI.4"}),
    ("SkippedStep", "sp6", {f"sp6:steps.{number}" for number in range(1, 10)}),
    (
        "AdultADayLate",
        "ostroleka",
        {f"ostroleka:{unit}" for unit in ("§2.6", "§2.10.1", "§3.2", "form.revoke")},
    ),
    ("FloatMoney", "leczna", {"leczna:II.4", "leczna:III.5", "leczna:IV.3", "leczna:IX.3"}),
    # and more that a vendor may make
    ("ValidADayLonger", "leczna", {"leczna:VII.1"}),
    ("RunsOnUnconfirmed", "grojec", {"grojec:§2.6"}),
    ("ActivatesRevoked", "leczna", {"leczna:VII.1", "leczna:VII.2"}),
    ("LossAfterDuplicate", "grojec", {"grojec:§5.7", "grojec:§4.3c"}),
    ("WrongReceiver", "leczna", {"leczna:IX.5"}),
    ("WrongAccount", "ostroleka", {"ostroleka:§3.6", "ostroleka:§4.6"}),
    (
        "MissingItem",
        "ostroleka",
        {
            f"ostroleka:{unit}"
            for unit in (
                "§1.2",
                "§2.7",
                "§3.1",
                "§4.3",
                *(f"form.declaration.{number}" for number in range(1, 5)),
            )
        },
    ),
    ("SecondOnOneCard", "leczna", {"invariant:one-living"}),
]
"""The fault, a school, and the clauses that it breaks there, as the school's text has them."""


@pytest.mark.parametrize(("fault", "school", "clauses"), FAULTS, ids=lambda part: str(part)[:20])
def test_a_planted_fault_is_caught_with_its_clause(
    fault: str, school: str, clauses: set[str]
) -> None:
    found = caught(getattr(planted, fault), schools=[school])
    assert found.clause in clauses | LAW.get(fault, set()), found
