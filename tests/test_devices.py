"""Whether a phone is enough, school by school and version by version.

What the texts demand are literals; versions are compared here digit group by digit group, without
the code under test.
"""

from __future__ import annotations

from datetime import date, datetime
from itertools import zip_longest
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from legitymacja_rules import Status, Verdict, devices, variants
from legitymacja_rules.errors import LoadError, WrongArgument
from legitymacja_rules.findings import Finding
from legitymacja_rules.regulation import AppVersion, MlegitymacjaProcedure, SystemVersion
from legitymacja_rules.vocabulary import System
from samples import DAY, SCHOOLS, named

LECZNA, OSTROLEKA = variants.get("leczna"), variants.get("ostroleka")
SILENT = ("balin", "grojec", "sp6")

MET, BREACHED, REVIEW = Status.MET, Status.BREACHED, Status.NEEDS_REVIEW


def ask(school: str, system: System, **more: Any) -> Verdict:
    return devices.check(variants.get(school), **{"system": system, "on": DAY, **more})


def one(verdict: Verdict, code: str) -> Finding:
    (found,) = named(verdict.findings, code)
    return found


# What the texts demand


@pytest.mark.clause("leczna:VI.6")
@pytest.mark.parametrize(
    ("system", "version", "status"),
    [
        ("android", "5.1.1", BREACHED),
        ("android", "5.9999", BREACHED),
        ("android", "6", MET),
        ("android", "6.0", MET),
        ("android", "6.0.1", MET),
        ("android", "10", MET),
        ("ios", "12.3.1", BREACHED),
        ("ios", "12.3.9999.9999", BREACHED),
        ("ios", "12", BREACHED),
        ("ios", "9.4", BREACHED),
        ("ios", "12.4", MET),
        ("ios", "12.4.0", MET),
        ("ios", "12.4.1", MET),
        ("ios", "12.04", MET),
        ("ios", "12.10", MET),
        ("ios", "13", MET),
    ],
)
def test_leczna_vi_6_android_6_0_or_ios_12_4_or_newer(
    system: System, version: str, status: Status
) -> None:
    verdict = ask("leczna", system, system_version=version, app_version="4.1")
    found = one(verdict, "device.system_version")
    assert (verdict.status, found.status, found.clause) == (status, status, "leczna:VI.6")
    limit = {"android": "6.0", "ios": "12.4"}[system]
    assert (found.subject, found.measured, found.limit) == (system, version, limit)
    named_system = one(verdict, "device.system")
    assert (named_system.status, named_system.clause) == (MET, "leczna:VI.6")


@pytest.mark.clause("leczna:V.3")
@pytest.mark.parametrize("version", ["0.1", "4.1", None])
def test_leczna_v_3_the_app_is_needed_in_whatever_version(version: str | None) -> None:
    verdict = ask("leczna", "ios", system_version="17", app_version=version)
    found = one(verdict, "device.app")
    assert (verdict.status, found.status, found.clause) == (MET, MET, "leczna:V.3")
    assert (found.measured, found.limit) == (version, None)
    assert named(verdict.findings, "device.app_version") == []


@pytest.mark.clause("ostroleka:§2.13")
@pytest.mark.parametrize("system", get_args(System))
@pytest.mark.parametrize(
    ("version", "status"),
    [
        ("1.99", BREACHED),
        ("2", MET),
        ("2.0", MET),
        ("2.0.1", MET),
        ("10.0", MET),
        (None, REVIEW),
    ],
)
def test_ostroleka_2_13_the_app_in_version_2_0_on_either_system(
    system: System, version: str | None, status: Status
) -> None:
    verdict = ask("ostroleka", system, app_version=version)
    found = one(verdict, "device.app_version")
    assert (verdict.status, found.status, found.clause) == (status, status, "ostroleka:§2.13")
    assert (found.measured, found.limit) == (version, "2.0")
    assert one(verdict, "device.system").clause == "ostroleka:§2.13"
    assert named(verdict.findings, "device.app") == []


@pytest.mark.clause("ostroleka:§2.13")
def test_ostroleka_2_13_names_no_version_of_a_system_so_any_will_do() -> None:
    verdict = ask("ostroleka", "android", system_version="1", app_version="2.0")
    assert verdict.status is MET
    assert named(verdict.findings, "device.system_version") == []


@pytest.mark.clause("leczna:VI.6")
def test_a_version_that_is_demanded_and_not_known_waits_for_the_office() -> None:
    found = one(ask("leczna", "android", app_version="4.1"), "device.system_version")
    assert (found.status, found.who, found.measured, found.limit) == (REVIEW, "office", None, "6.0")


def test_a_system_that_the_text_does_not_name_is_not_enough() -> None:
    """Catches a text that names one system and lets the other in for want of a version."""
    bent = OSTROLEKA.override(
        {"mlegitymacja.systems": [{"system": "ios", "clause": "ostroleka:§2.13"}]}
    )
    verdict = devices.check(bent, system="android", app_version="2.0", on=DAY)
    found = one(verdict, "device.system")
    assert (verdict.status, found.status, found.subject) == (BREACHED, BREACHED, "android")
    assert found.clause == "ostroleka:§2.13"
    assert devices.check(bent, system="ios", app_version="2.0", on=DAY).status is MET


def test_several_reasons_are_all_given() -> None:
    bent = OSTROLEKA.override({"mlegitymacja.systems.0.at_least": "12.4"})
    verdict = devices.check(bent, system="ios", system_version="12", app_version="1", on=DAY)
    assert [found.code for found in verdict.reasons] == [
        "device.system_version",
        "device.app_version",
    ]


# Silence


@pytest.mark.parametrize("school", SILENT)
@pytest.mark.parametrize("system", get_args(System))
def test_a_silent_school_sets_no_condition_and_gives_no_empty_yes(
    school: str, system: System
) -> None:
    rules = variants.get(school).mlegitymacja
    assert rules is not None
    assert [*devices.findings(rules, system, None, None)] == []
    (reason,) = ask(school, system, system_version="1", app_version="1").reasons
    assert (reason.code, reason.status) == ("device.system", Status.NOT_COVERED)
    assert (reason.clause, reason.subject, reason.who) == ("I-silence", system, None)


def test_of_what_a_text_is_silent_no_word_stands_in_the_findings() -> None:
    only_app = OSTROLEKA.override({"mlegitymacja.systems": []})
    verdict = devices.check(only_app, system="ios", app_version="2.0", on=DAY)
    assert [found.code for found in verdict.findings] == [
        "regulation.in_force",
        "device.app_version",
    ]
    only_system = LECZNA.override({"mlegitymacja.app": None})
    verdict = devices.check(only_system, system="ios", system_version="12.4", on=DAY)
    assert verdict.status is MET
    assert [found.code for found in verdict.findings] == [
        "regulation.in_force",
        "device.system",
        "device.system_version",
    ]


def test_a_school_without_an_mlegitymacja_says_nothing_of_phones() -> None:
    bent = LECZNA.override({"mlegitymacja": None})
    (found,) = devices.check(bent, system="ios", on=DAY).findings
    assert (found.code, found.clause) == ("regulation.procedure", "I-silence")


@pytest.mark.parametrize(
    ("school", "on", "covered"),
    [
        ("leczna", date(2024, 7, 12), False),
        ("leczna", date(2024, 7, 13), True),
        ("leczna", date(2024, 7, 14), True),
        ("leczna", date(2025, 9, 15), True),
        ("leczna", date(2025, 9, 16), True),
        ("leczna", date(2025, 9, 17), False),
        ("ostroleka", date(2024, 8, 31), False),
        ("ostroleka", date(2024, 9, 1), True),
        ("ostroleka", date(2024, 9, 2), True),
    ],
)
def test_a_text_answers_within_the_days_of_its_chapter(
    school: str, on: date, covered: bool
) -> None:
    verdict = ask(school, "ios", system_version="17", app_version="4.1", on=on)
    assert verdict.status is (MET if covered else Status.NOT_COVERED)
    assert bool(named(verdict.findings, "device.system")) is covered


# Versions as numbers

numbers = st.lists(st.integers(0, 9999) | st.integers(0, 2), min_size=1, max_size=4)


def written(parts: list[int]) -> str:
    return ".".join(map(str, parts))


def not_below(version: list[int], least: list[int]) -> bool:
    """Compared group by group; a missing group is a zero."""
    for mine, theirs in zip_longest(version, least, fillvalue=0):
        if mine != theirs:
            return mine > theirs
    return True


@given(numbers, numbers)
def test_versions_are_compared_as_numbers(version: list[int], least: list[int]) -> None:
    row = SystemVersion(system="ios", at_least=written(least), clause="leczna:VI.6")
    app = AppVersion(at_least=written(least), clause="leczna:V.3")
    rules = procedure(systems=(row,), app=app)
    text = written(version)
    judged = [found.status for found in devices.findings(rules, "ios", text, text)]
    expected = MET if not_below(version, least) else BREACHED
    assert judged == [MET, expected, expected]


@given(numbers, numbers)
def test_of_two_versions_one_reaches_the_other(one: list[int], other: list[int]) -> None:
    """Both do exactly when they are the same version."""

    def reaches(version: list[int], least: list[int]) -> bool:
        rules = procedure(systems=(), app=AppVersion(at_least=written(least), clause="x:1"))
        (found,) = devices.findings(rules, "ios", None, written(version))
        return found.status is MET

    padded = [parts + [0] * (4 - len(parts)) for parts in (one, other)]
    assert reaches(one, other) or reaches(other, one)
    assert (reaches(one, other) and reaches(other, one)) is (padded[0] == padded[1])


def procedure(**changes: Any) -> MlegitymacjaProcedure:
    rules = LECZNA.mlegitymacja
    assert rules is not None
    return rules.model_copy(update=changes)


# The call

MALFORMED = [
    *("abc", "", ".", "1..2", "1.", ".1", "1.2.3.4.5", "12345", "-1", "1,2", "v6", "6.0-beta"),
    *("１２.４", "٦", "²", "6\n", " 6", "6 ", "6.0\x00"),
]


@pytest.mark.parametrize("bad", [*MALFORMED, 6, 12.4, True, b"6", ["6"]])
@pytest.mark.parametrize("name", ["system_version", "app_version"])
@pytest.mark.parametrize("school", ["leczna", "sp6"])
def test_a_malformed_version_is_an_error_that_does_not_repeat_it(
    school: str, name: str, bad: Any
) -> None:
    with pytest.raises(WrongArgument) as caught:
        ask(school, "android", **{name: bad})
    assert caught.value.name == name
    assert str(caught.value) == (
        f"argument {name!r} must be a version, numbers between dots such as '12.4', or None"
    )


@pytest.mark.parametrize("bad", MALFORMED)
def test_a_text_demands_no_malformed_version(bad: str) -> None:
    """Catches data that the comparison could not read."""
    with pytest.raises(ValidationError):
        SystemVersion(system="ios", at_least=bad, clause="x:1")
    with pytest.raises(LoadError):
        OSTROLEKA.override({"mlegitymacja.app.at_least": bad})


@pytest.mark.parametrize("system", ["iOS", "symbian", "", None, 1, ["ios"]])
def test_a_system_of_no_list_is_an_error(system: Any) -> None:
    with pytest.raises(WrongArgument, match="'system' must be one of android, ios"):
        ask("sp6", system)


@pytest.mark.parametrize("on", [None, "2024-10-01", datetime(2024, 10, 1)])  # noqa: DTZ001  (an instant without zone is the point)
def test_the_day_has_to_be_a_day(on: Any) -> None:
    with pytest.raises(WrongArgument, match="'on'"):
        ask("leczna", "ios", on=on)


@pytest.mark.parametrize("school", ["leczna", None, {}])
def test_the_school_has_to_be_a_regulation(school: Any) -> None:
    with pytest.raises(WrongArgument, match="'school' must be Regulation"):
        devices.check(school, system="ios", on=DAY)


# In words


def test_the_answer_explains_itself_in_both_languages() -> None:
    verdict = ask("leczna", "ios", system_version="12.3.1", app_version="4.1")
    assert verdict.explain("pl").splitlines()[:3] == [
        "NIESPEŁNIONE",
        "[x] wersja systemu operacyjnego: iOS: 12.3.1 (co najmniej 12.4) [leczna:VI.6]",
        "      Zaktualizuj system albo użyj innego telefonu.",
    ]
    assert "version of the operating system: iOS: 12.3.1 (at least 12.4)" in verdict.explain("en")


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_school_cites_its_own_clauses_only(school: str) -> None:
    for system in get_args(System):
        for found in ask(school, system).findings:
            assert found.clause.startswith((f"{school}:", "I-"))
