"""The yearly plan: which documents need something in a school year, and by when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from cards import (
    NEXT,
    UNTIL,
    around,
    card,
    confirm,
    done,
    duplicated,
    exchange,
    in_hand,
    issued,
    lived,
    older,
    phone,
)
from legitymacja_rules import Status, mlegitymacja, school_id, variants
from legitymacja_rules.acts import Done
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.findings import Finding
from legitymacja_rules.history import Document
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.planning import Line, plan
from legitymacja_rules.school_id import (
    Correct,
    Destroy,
    End,
    GiveBack,
    HandOver,
    Replace,
    ReportFound,
    ReportLoss,
    SchoolId,
)
from lives import days, families
from samples import DAY, SCHOOLS

FIRST, LAST = date(2025, 9, 1), date(2025, 8, 31)
"""The first day of a school year, and the last of the one before."""

Needs = list[tuple[str, date, bool]]


def planned(school: str, on: date, *documents: SchoolId | Mlegitymacja) -> tuple[Line, ...]:
    return plan(documents, variants.get(school), on=on)


def needs(school: str, on: date, *documents: SchoolId | Mlegitymacja) -> Needs:
    return [(line.need, line.by, line.lapsed) for line in planned(school, on, *documents)]


def only(lines: tuple[Line, ...]) -> Finding:
    """The finding of the one line there is."""
    (line,) = lines
    (finding,) = line.findings
    return finding


# --- IDs ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (DAY, []),
        (date(2025, 8, 30), []),
        (LAST, []),
        (FIRST, [("confirmation", UNTIL, False)]),
        (date(2025, 9, 2), [("confirmation", UNTIL, False)]),
        (date(2025, 9, 29), [("confirmation", UNTIL, False)]),
        (UNTIL, [("confirmation", UNTIL, False)]),
        (date(2025, 10, 1), [("confirmation", UNTIL, True)]),
        (date(2027, 1, 1), [("confirmation", UNTIL, True)]),
    ],
)
def test_an_id_of_last_year_is_confirmed_in_september(
    school: str, on: date, expected: Needs
) -> None:
    assert needs(school, on, in_hand(school)) == expected


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize(
    ("until", "listed"),
    [
        (date(2025, 7, 1), True),
        (date(2025, 8, 30), True),
        (LAST, False),
        (FIRST, False),
        (UNTIL, False),
    ],
)
def test_what_lasts_the_whole_school_year_needs_nothing_in_it(
    school: str, until: date, *, listed: bool
) -> None:
    held = in_hand(school, made=card(valid_until=until))
    assert needs(school, DAY, held) == ([("confirmation", until, False)] if listed else [])


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_confirmed_id_needs_nothing_until_the_next_year(school: str) -> None:
    held = lived(in_hand(school), confirm(FIRST))
    for on in (FIRST, UNTIL, date(2025, 10, 1), date(2026, 8, 31)):
        assert needs(school, on, held) == []
    assert needs(school, date(2026, 9, 1), held) == [("confirmation", NEXT, False)]


@pytest.mark.parametrize(
    ("school", "form", "kind", "by"),
    [
        ("grojec", "id1", "school", "grojec:§2.6"),
        ("grojec", "paper", "school", "I-paper-yearly"),
        ("leczna", "id1", "school", "leczna:II.5"),
        ("leczna", "paper", "school", "leczna:II.5"),
        ("leczna", "id1", "preschool", "leczna:II.6"),
        ("ostroleka", "id1", "school", "I-hologram"),
        ("balin", "paper", "school", "I-paper-yearly"),
        ("sp6", "id1", "school", "I-hologram"),
    ],
)
def test_a_line_names_the_clause_of_the_confirmation(
    school: str, form: Any, kind: Any, by: str
) -> None:
    finding = only(planned(school, DAY, older(school, form=form, kind=kind)))
    assert (finding.code, finding.status, finding.clause) == (
        "plan.confirmation",
        Status.NEEDS_REVIEW,
        by,
    )
    assert (finding.measured, finding.limit) == ("2024-10-01", "2024-09-30")


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize(
    ("on", "expected"),
    [(DAY, []), (FIRST, []), (UNTIL, []), (date(2025, 10, 1), [("destruction", UNTIL, True)])],
)
def test_what_nobody_collected_is_destroyed_after_its_date(
    school: str, on: date, expected: Needs
) -> None:
    assert needs(school, on, issued(school)) == expected
    if expected:
        finding = only(planned(school, on, issued(school)))
        by = "grojec:§3.6" if school == "grojec" else "I-silence"
        assert (finding.code, finding.clause) == ("plan.destruction", by)


@pytest.mark.parametrize("school", SCHOOLS)
def test_what_is_lost_void_or_gone_needs_nothing(school: str) -> None:
    held, made = in_hand(school), issued(school)
    lost, copy = duplicated(held, DAY)
    copy = lived(copy, HandOver(on=DAY, to="pupil"))
    replaced = done(lost, Replace(on=DAY), [copy]).document
    autumn = date(2025, 10, 1)
    for document in (
        lived(held, ReportLoss(on=DAY, how="lost")),
        lost,
        replaced,
        lived(replaced, ReportFound(on=DAY)),
        lived(replaced, GiveBack(on=DAY)),
        lived(held, End(on=DAY, ground="school_changed")),
        lived(made, Destroy(on=autumn)),
        lived(made, Correct(on=DAY, act="issued", done=DAY)),
        done(held, exchange(school, DAY)).document,
    ):
        assert needs(school, autumn, document) == []
    assert needs(school, date(2024, 9, 30), held) == [], "not issued yet"
    assert needs(school, autumn, copy, replaced) == [("confirmation", UNTIL, True)]


# --- mLegitymacje ---------------------------------------------------------------------------------

CONFIRMED_BY = {
    "balin": "balin:validity",
    "grojec": "grojec:§7.12a",
    "leczna": "leczna:VIII.1",
    "ostroleka": "ostroleka:§2.2.1",
    "sp6": "sp6:validity",
}


@pytest.mark.parametrize("school", sorted({*SCHOOLS} - {"grojec"}))
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (LAST, []),
        (FIRST, [("new_mlegitymacja", UNTIL, False)]),
        (UNTIL, [("new_mlegitymacja", UNTIL, False)]),
        (date(2025, 10, 1), [("new_mlegitymacja", UNTIL, True)]),
    ],
)
def test_an_mlegitymacja_that_ends_with_its_id_is_issued_anew(
    school: str, on: date, expected: Needs
) -> None:
    """Whether it was activated or, as its codes still work, may be."""
    used = phone(in_hand(school), DAY)
    unused = phone(in_hand(school), date(2025, 9, 1), active=False)
    assert needs(school, on, used) == expected
    if on >= FIRST:
        assert needs(school, on, unused) == expected


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_line_names_the_clause_of_the_new_issue(school: str) -> None:
    for on, clause_ in (
        (date(2025, 9, 16), CONFIRMED_BY[school]),
        (date(2025, 9, 17), "I-reissue"),
    ):
        finding = only(planned(school, on, phone(in_hand(school), DAY)))
        assert (finding.code, finding.clause) == ("plan.new_mlegitymacja", clause_)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2025, 8, 30), []),
        (LAST, []),
        (FIRST, [("new_mlegitymacja", LAST, True)]),
    ],
)
def test_grojec_an_mlegitymacja_ends_with_the_school_year_and_is_then_on_the_plan(
    on: date, expected: Needs
) -> None:
    assert needs("grojec", on, phone(in_hand("grojec"), DAY)) == expected


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 10, 30), []),
        (date(2024, 10, 31), []),
        (date(2024, 11, 1), [("new_mlegitymacja", date(2024, 10, 31), True)]),
    ],
)
def test_codes_that_nobody_used_call_for_a_new_one(school: str, on: date, expected: Needs) -> None:
    unused = phone(in_hand(school), DAY, active=False)
    assert needs(school, on, unused) == expected
    if expected:
        by = "grojec:§7.9" if school == "grojec" else "I-lapse"
        assert only(planned(school, on, unused)).clause == by


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_mlegitymacja_that_another_one_follows_needs_nothing(school: str) -> None:
    """Whether or not anybody has entered that it was replaced."""
    held = in_hand(school)
    unused, used = phone(held, DAY, active=False), phone(held, date(2024, 12, 2), 2)
    for documents in ((unused, used), (used, unused)):
        assert needs(school, date(2024, 12, 2), *documents) == []
    mistaken = mlegitymacja.evolve(
        phone(held, date(2024, 12, 2), 2, active=False),
        mlegitymacja.Corrected(on=date(2024, 12, 2), act="issued", done=date(2024, 12, 2)),
    )
    assert len(needs(school, date(2024, 12, 2), unused, mistaken)) == 1
    assert needs(school, date(2024, 12, 2), mistaken) == []


@pytest.mark.parametrize("school", SCHOOLS)
def test_on_an_id_that_is_void_no_new_mlegitymacja_is_due(school: str) -> None:
    unused = phone(in_hand(school), DAY, active=False)
    leaving = date(2024, 12, 2)
    left = lived(in_hand(school), End(on=leaving, ground="school_changed"))
    before, day, late = around(leaving)
    assert len(needs(school, before, left, unused)) == 1
    assert needs(school, day, left, unused) == []
    assert needs(school, late, left, unused) == []
    alike = in_hand(school)
    assert len(needs(school, day, left, alike, unused)) == 1, "one of that number is valid"


@pytest.mark.parametrize("school", SCHOOLS)
def test_what_was_revoked_needs_nothing(school: str) -> None:
    revoke = mlegitymacja.Revoke(on=DAY, ground="school_changed")
    outcome = mlegitymacja.decide(phone(in_hand(school), DAY), revoke, variants.get(school))
    assert outcome.outcome == "accepted"
    assert needs(school, date(2025, 10, 1), outcome.document) == []


def test_where_a_text_says_nothing_of_mlegitymacje_readings_do() -> None:
    silent = variants.get("grojec").override({"mlegitymacja": None})
    unused, used = (phone(in_hand("grojec"), DAY, active=active) for active in (False, True))
    (lapsed,) = plan([unused], silent, on=date(2024, 11, 1))
    (expired,) = plan([used], silent, on=FIRST)
    assert [f.clause for f in (*lapsed.findings, *expired.findings)] == ["I-lapse", "I-reissue"]


# --- the plan as a whole --------------------------------------------------------------------------


def test_the_most_pressing_comes_first() -> None:
    early = in_hand("leczna", made=card(valid_until=date(2025, 6, 30)))
    late = in_hand("leczna", made=card("18/2024"))
    used = phone(late, DAY)
    lines = planned("leczna", FIRST, used, late, early)
    assert [line.document for line in lines] == [early, late, used]
    assert [line.by for line in lines] == [date(2025, 6, 30), UNTIL, UNTIL]
    assert [line.lapsed for line in lines] == [True, False, False]
    text = lines[0].explain("en")
    assert "validity to be confirmed this school year" in text
    assert lines[0].status is Status.NEEDS_REVIEW


class _Made(Done):
    event: str = "made"
    school: str


class _Other(Document):
    """A document that no plan knows."""

    first = _Made

    @property
    def issued(self) -> Any:
        return self.history[0]


def test_only_ids_and_mlegitymacje_of_the_school_are_planned() -> None:
    foreign = in_hand("leczna")
    other: Any = _Other(history=(_Made(on=DAY, school="grojec"),))
    assert planned("grojec", FIRST, foreign, phone(foreign, DAY), other) == ()
    assert planned("grojec", FIRST) == ()


@pytest.mark.parametrize(
    "broken",
    [
        {"documents": ["17/2024"]},
        {"documents": 1},
        {"school": "grojec"},
        {"on": "2025-09-01"},
        {"on": None},
    ],
)
def test_a_broken_call_raises(broken: dict[str, Any]) -> None:
    call: dict[str, Any] = {"documents": (), "school": variants.get("grojec"), "on": DAY, **broken}
    with pytest.raises(WrongArgument):
        plan(call["documents"], call["school"], on=call["on"])


@given(families(), days)
def test_the_plan_lists_exactly_what_lapses_within_the_school_year(
    family: list[SchoolId], on: date
) -> None:
    """Told by how it stands that day and by how it would stand on the last of that school year."""
    school = variants.get(family[0].school)
    on = max(on, *(document.last_day for document in family))
    last = date(on.year + (on.month >= 9), 8, 31)
    expected: list[tuple[SchoolId, str, bool]] = []
    for document in family:
        now, then = (school_id.state_on(document, day) for day in (on, last))
        if now == "lapsed" or (now == "valid" and then == "lapsed"):
            left = document.issued.free_fields
            used = sum(act.event == "confirmed" for act in document.acts(on))
            need = "new_id" if left is not None and used >= left else "confirmation"
            expected.append((document, need, now == "lapsed"))
        if now == "issued" and not document.held(on).valid_on(on):
            expected.append((document, "destruction", True))
    lines = plan(family, school, on=on)
    listed = [(line.document, line.need, line.lapsed) for line in lines]
    assert sorted(map(repr, listed)) == sorted(map(repr, expected))
    assert [line.by for line in lines] == sorted(line.by for line in lines)


@pytest.mark.clause("leczna:I.1")
def test_a_paper_id_without_a_field_for_a_stamp_needs_a_new_one() -> None:
    for fields, need in ((1, "confirmation"), (0, "new_id")):
        held = older("leczna", form="paper", free_fields=fields, valid_until=date(2025, 9, 30))
        assert [n for n, *_ in needs("leczna", date(2025, 9, 10), held)] == [need]
