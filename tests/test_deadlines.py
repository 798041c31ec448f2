"""By when a school has to act: days counted by hand, from what, and what is still missing."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import Status, Verdict, days_off, deadlines, photo, testing, variants
from legitymacja_rules.deadlines import Deadline
from legitymacja_rules.errors import UnknownProcedure, WrongArgument
from legitymacja_rules.findings import met, needs_review
from legitymacja_rules.loading import dump, load
from legitymacja_rules.regulation import Regulation
from legitymacja_rules.vocabulary import Milestone, Procedure
from samples import ANNA, GOOD_PHOTO, SCHOOLS, facts, named

clause = pytest.mark.clause
ONE = timedelta(days=1)
ACT = "act:dni-wolne:art.1"
CODE = "act:kodeks-cywilny"


def ask(school: str | Regulation, procedure: Procedure, **milestones: Any) -> Deadline:
    regulation = variants.get(school) if isinstance(school, str) else school
    return deadlines.due(regulation, procedure, **milestones)


def certificate(complete: date, school: str | Regulation = "leczna") -> Deadline:
    return ask(school, "certificate_duplicate", complete=complete)


def ends(answer: Deadline) -> tuple[date | None, ...]:
    return answer.started, answer.expected, answer.nominal, answer.latest


def steps(answer: Deadline) -> list[tuple[str, Any, Any]]:
    """What follows the milestones: code, subject, measured."""
    known = ("regulation.in_force", "due.period", "due.milestone")
    return [(f.code, f.subject, f.measured) for f in answer.findings if f.code not in known]


def milestones(answer: Deadline) -> dict[str | None, Status]:
    return {f.subject: f.status for f in named(answer.findings, "due.milestone")}


# grojec: 7 to 14 working days


@clause("grojec:§5.6")
def test_a_duplicate_at_grojec_asked_for_before_christmas() -> None:
    answer = ask("grojec", "id_duplicate", complete=date(2025, 12, 19))
    assert answer.status is Status.MET
    assert ends(answer) == (
        date(2025, 12, 19),
        date(2026, 1, 5),
        date(2026, 1, 15),
        date(2026, 1, 15),
    )
    assert steps(answer) == [
        ("due.first_day", None, "2025-12-22"),
        ("due.day_off", "christmas_eve", "2025-12-24"),
        ("due.day_off", "christmas_day", "2025-12-25"),
        ("due.day_off", "second_christmas_day", "2025-12-26"),
        ("due.day_off", "new_year", "2026-01-01"),
        ("due.expected", None, "2026-01-05"),
        ("due.day_off", "epiphany", "2026-01-06"),
        ("due.latest", None, "2026-01-15"),
    ]


@clause("grojec:§5.6")
def test_in_2024_christmas_eve_was_a_working_day() -> None:
    answer = ask("grojec", "id_duplicate", complete=date(2024, 12, 19))
    skipped = [finding.measured for finding in named(answer.findings, "due.day_off")]
    assert skipped == ["2024-12-25", "2024-12-26", "2025-01-01", "2025-01-06"]
    assert (answer.expected, answer.latest) == (date(2025, 1, 2), date(2025, 1, 14))


@clause("grojec:§5.6")
def test_the_text_of_grojec_names_the_time_and_how_it_is_read() -> None:
    (period,) = named(
        ask("grojec", "id_duplicate", complete=date(2025, 3, 3)).findings, "due.period"
    )
    assert (period.clause, period.measured, period.subject) == (
        "grojec:§5.6",
        "7-14",
        "working_days",
    )
    assert period.also == ("I-start", "I-working-days", "I-7-14")


# leczna: 14 days


@clause("leczna:IX.4")
@pytest.mark.parametrize(
    ("complete", "nominal", "latest"),
    [
        (date(2025, 12, 4), date(2025, 12, 18), date(2025, 12, 18)),
        (date(2025, 12, 5), date(2025, 12, 19), date(2025, 12, 19)),
        (date(2025, 12, 6), date(2025, 12, 20), date(2025, 12, 22)),
        (date(2025, 12, 7), date(2025, 12, 21), date(2025, 12, 22)),
        (date(2025, 12, 8), date(2025, 12, 22), date(2025, 12, 22)),
        (date(2025, 12, 10), date(2025, 12, 24), date(2025, 12, 29)),
        (date(2024, 12, 10), date(2024, 12, 24), date(2024, 12, 24)),
        (date(2024, 12, 11), date(2024, 12, 25), date(2024, 12, 27)),
    ],
)
def test_a_certificate_at_leczna_is_due_on_day_14_or_the_next_that_is_not_free(
    complete: date, nominal: date, latest: date
) -> None:
    answer = certificate(complete)
    assert ends(answer) == (complete, None, nominal, latest)
    assert bool(named(answer.findings, "due.nominal")) is (nominal != latest)


@clause("leczna:IX.4")
def test_each_day_over_which_the_end_moves_is_named_with_its_clause() -> None:
    answer = certificate(date(2025, 12, 10))
    assert steps(answer) == [
        ("due.first_day", None, "2025-12-11"),
        ("due.nominal", None, "2025-12-24"),
        ("due.day_off", "christmas_eve", "2025-12-24"),
        ("due.day_off", "christmas_day", "2025-12-25"),
        ("due.day_off", "second_christmas_day", "2025-12-26"),
        ("due.day_off", "saturday", "2025-12-27"),
        ("due.day_off", "sunday", "2025-12-28"),
        ("due.latest", None, "2025-12-29"),
    ]
    first, moved, *passed, last = answer.findings[3:]
    assert (first.clause, moved.clause) == (f"{CODE}:art.111§2", f"{CODE}:art.115")
    assert [finding.clause for finding in passed] == [ACT, ACT, ACT, f"{CODE}:art.115", ACT]
    assert passed[0].also == ("act:dni-wolne-2024:art.1",)
    assert last.clause == "leczna:IX.4"


BAD_PHOTO = facts(width=499)


def verdict(photo_facts: Any, **more: Any) -> Verdict:
    asked = variants.get("leczna").photo_for("mlegitymacja")
    return photo.check(photo_facts, asked, pupil=ANNA, **more)


@clause("leczna:VI.3")
@pytest.mark.parametrize("judged", [None, verdict(GOOD_PHOTO)])
def test_codes_at_leczna_are_due_14_days_after_application_and_photo(
    judged: Verdict | None,
) -> None:
    answer = ask(
        "leczna",
        "mlegitymacja",
        application=date(2024, 10, 1),
        photo=date(2024, 10, 5),
        photo_verdict=judged,
    )
    assert ends(answer) == (date(2024, 10, 5), None, date(2024, 10, 19), date(2024, 10, 21))
    assert (answer.status, answer.waits_for) == (Status.MET, ())
    other_way = ask(
        "leczna", "mlegitymacja", application=date(2024, 10, 5), photo=date(2024, 10, 1)
    )
    assert ends(other_way) == ends(answer)


@clause("leczna:VI.3")
def test_with_a_faulty_photo_only_the_clock_does_not_run() -> None:
    answer = ask(
        "leczna",
        "mlegitymacja",
        application=date(2024, 10, 1),
        photo=date(2024, 10, 5),
        photo_verdict=verdict(BAD_PHOTO),
    )
    assert (answer.waits_for, ends(answer)) == (("photo",), (None,) * 4)
    assert milestones(answer) == {"application": Status.MET, "photo": Status.BREACHED}
    assert [(f.code, f.subject, f.status) for f in answer.reasons] == [
        ("due.milestone", "photo", Status.BREACHED),
        ("photo.width", None, Status.BREACHED),
    ]
    assert answer.status is Status.BREACHED


@clause("leczna:VI.3")
def test_a_photo_that_waits_for_a_human_has_not_come_either() -> None:
    open_ = Verdict((needs_review("photo.name", "leczna:VI.2"), met("photo.size", "leczna:VI.2")))
    given = {"application": date(2024, 10, 1), "photo": date(2024, 10, 5)}
    answer = ask("leczna", "mlegitymacja", **given, photo_verdict=open_)
    assert answer.waits_for == ("photo",)
    assert [finding.code for finding in answer.reasons] == ["due.milestone", "photo.name"]


def test_a_verdict_on_a_photo_that_no_deadline_hangs_on_changes_nothing() -> None:
    day = date(2025, 3, 3)
    asked = ask("grojec", "id_duplicate", complete=day)
    assert ask("grojec", "id_duplicate", complete=day, photo_verdict=verdict(BAD_PHOTO)) == asked


# ostroleka: 14 working days


@clause("ostroleka:§3.7")
def test_an_id_duplicate_at_ostroleka_takes_14_working_days_at_most() -> None:
    answer = ask("ostroleka", "id_duplicate", complete=date(2025, 4, 28))
    assert ends(answer) == (date(2025, 4, 28), None, date(2025, 5, 19), date(2025, 5, 19))
    # 3 May is a Saturday in 2025: no working day is lost by it.
    assert [subject for code, subject, _ in steps(answer) if code == "due.day_off"] == [
        "first_of_may"
    ]


@clause("ostroleka:§4.8")
@pytest.mark.parametrize(
    ("complete", "records"),
    [
        (date(2025, 3, 3), date(2025, 3, 10)),
        (date(2025, 3, 10), date(2025, 3, 3)),
        (date(2025, 3, 10), date(2025, 3, 10)),
    ],
)
def test_a_certificate_at_ostroleka_needs_the_application_and_the_records(
    complete: date, records: date
) -> None:
    answer = ask("ostroleka", "certificate_duplicate", complete=complete, records=records)
    assert ends(answer) == (date(2025, 3, 10), None, date(2025, 3, 28), date(2025, 3, 28))


# What is missing

NAMED: dict[tuple[str, Procedure], tuple[Milestone, ...]] = {
    ("grojec", "id_duplicate"): ("complete",),
    ("leczna", "mlegitymacja"): ("application", "photo"),
    ("leczna", "certificate_duplicate"): ("complete",),
    ("ostroleka", "id_duplicate"): ("complete",),
    ("ostroleka", "certificate_duplicate"): ("complete", "records"),
}
"""All deadlines of the five texts, and what starts them."""

GIVEN = [*product((None, date(2024, 10, 1)), repeat=len(get_args(Milestone)))]


@clause("grojec:§5.6", "leczna:VI.3", "leczna:IX.4", "ostroleka:§3.7", "ostroleka:§4.8")
@pytest.mark.parametrize(("school", "procedure"), NAMED)
def test_a_missing_milestone_is_named_and_others_change_nothing(
    school: str, procedure: Procedure
) -> None:
    needed = NAMED[school, procedure]
    for days in GIVEN:
        reached = dict(zip(get_args(Milestone), days, strict=True))
        answer = ask(school, procedure, **reached)
        missing = tuple(milestone for milestone in needed if reached[milestone] is None)
        assert answer.waits_for == missing
        assert milestones(answer) == {
            milestone: Status.BREACHED if milestone in missing else Status.MET
            for milestone in needed
        }
        assert (answer.latest is None) is (answer.started is None) is bool(missing)
        assert answer.status is (Status.BREACHED if missing else Status.MET)
        only = {milestone: reached[milestone] for milestone in needed}
        assert ask(school, procedure, **only) == answer


# Which text answers


def not_covered(answer: Deadline) -> bool:
    return (answer.status, answer.waits_for, *ends(answer)) == (Status.NOT_COVERED, (), *[None] * 4)


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("procedure", get_args(Procedure))
@pytest.mark.parametrize("day", [None, date(2024, 10, 1), date(2018, 1, 1)])
def test_where_a_school_names_no_deadline_none_is_known(
    school: str, procedure: Procedure, day: date | None
) -> None:
    if (school, procedure) in NAMED:
        return
    answer = ask(school, procedure, **dict.fromkeys(get_args(Milestone), day))
    assert not_covered(answer)
    assert [(f.code, f.clause, f.notes, f.who) for f in answer.findings] == [
        ("due.period", "I-silence", ("school_silent",), None)
    ]


@clause("leczna:VI.3")
@pytest.mark.parametrize(
    ("application", "photo_day", "covered"),
    [
        (date(2024, 7, 12), date(2024, 7, 12), False),
        (date(2024, 7, 12), date(2024, 7, 13), True),
        (date(2024, 7, 14), date(2024, 7, 13), True),
        (date(2025, 9, 15), date(2025, 9, 16), True),
        (date(2025, 9, 16), date(2025, 9, 16), True),
        (date(2025, 9, 16), date(2025, 9, 17), False),
        (date(2025, 9, 17), None, False),
        (None, date(2025, 9, 16), True),
    ],
)
def test_the_text_of_the_day_on_which_the_clock_starts_answers(
    application: date | None, photo_day: date | None, *, covered: bool
) -> None:
    answer = ask("leczna", "mlegitymacja", application=application, photo=photo_day)
    assert not_covered(answer) is not covered
    if not covered:
        assert [(f.code, f.clause, f.notes) for f in answer.findings] == [
            ("regulation.in_force", "I-in-force", ()),
            ("due.period", "I-silence", ("school_not_in_force",)),
        ]


def test_a_day_that_starts_no_clock_asks_for_no_text() -> None:
    answer = ask("leczna", "mlegitymacja", complete=date(2018, 1, 1))
    assert answer.waits_for == ("application", "photo")
    assert named(answer.findings, "regulation.in_force") == []


def test_a_clock_that_started_before_the_text_was_announced_says_so() -> None:
    answer = ask("ostroleka", "id_duplicate", complete=date(2024, 9, 2))
    (applies,) = named(answer.findings, "regulation.in_force")
    assert (applies.notes, answer.latest) == (("retroactive",), date(2024, 9, 20))


# Other texts than the five: a host's own


def bent(due: dict[str, Any], since: str = "1980-01-01") -> Regulation:
    """A text with another deadline for certificates."""
    whole = {"clause": "leczna:IX.4", "since": ["complete"], **due}
    return variants.get("leczna").override(
        {"certificate_duplicate.due": whole, "in_force.since": since}
    )


@pytest.mark.parametrize(
    ("complete", "months", "nominal", "latest"),
    [
        (date(2025, 1, 30), 1, date(2025, 2, 28), date(2025, 2, 28)),
        (date(2025, 1, 31), 1, date(2025, 2, 28), date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29), date(2024, 2, 29)),
        (date(2025, 2, 28), 1, date(2025, 3, 28), date(2025, 3, 28)),
        (date(2025, 10, 15), 2, date(2025, 12, 15), date(2025, 12, 15)),
        (date(2025, 11, 24), 1, date(2025, 12, 24), date(2025, 12, 29)),
        (date(2025, 11, 30), 3, date(2026, 2, 28), date(2026, 3, 2)),
        (date(2025, 12, 5), 12, date(2026, 12, 5), date(2026, 12, 7)),
    ],
)
def test_months_end_on_the_same_date_or_the_month_s_last(
    complete: date, months: int, nominal: date, latest: date
) -> None:
    answer = certificate(complete, bent({"count": months, "unit": "months"}))
    assert (answer.nominal, answer.latest) == (nominal, latest)
    (first,) = named(answer.findings, "due.first_day")
    assert (first.clause, first.also) == (f"{CODE}:art.111§2", (f"{CODE}:art.112",))


@pytest.mark.parametrize("unit", ["days", "working_days", "months"])
def test_at_once_is_on_the_same_day_even_if_that_is_free(unit: str) -> None:
    answer = certificate(date(2025, 12, 25), bent({"count": 0, "unit": unit}))
    assert (answer.nominal, answer.latest) == (date(2025, 12, 25), date(2025, 12, 25))
    assert steps(answer) == [("due.latest", None, "2025-12-25")]
    (period,) = named(answer.findings, "due.period")
    assert period.notes == ("at_once",)


@pytest.mark.parametrize(
    ("complete", "nominal", "latest"),
    [
        (date(2016, 12, 17), date(2016, 12, 31), date(2016, 12, 31)),
        (date(2016, 12, 18), date(2017, 1, 1), date(2017, 1, 2)),
        (date(2016, 12, 24), date(2017, 1, 7), date(2017, 1, 9)),
    ],
)
def test_until_the_end_of_2016_a_period_could_end_on_a_saturday(
    complete: date, nominal: date, latest: date
) -> None:
    answer = certificate(complete, bent({"count": 14, "unit": "days"}))
    assert (answer.nominal, answer.latest) == (nominal, latest)


def test_a_range_of_calendar_days_moves_at_both_ends() -> None:
    answer = certificate(date(2025, 12, 13), bent({"count": 14, "unit": "days", "expected": 7}))
    assert ends(answer) == (
        date(2025, 12, 13),
        date(2025, 12, 22),
        date(2025, 12, 27),
        date(2025, 12, 29),
    )
    assert steps(answer) == [
        ("due.first_day", None, "2025-12-14"),
        ("due.nominal", None, "2025-12-20"),
        ("due.day_off", "saturday", "2025-12-20"),
        ("due.day_off", "sunday", "2025-12-21"),
        ("due.expected", None, "2025-12-22"),
        ("due.nominal", None, "2025-12-27"),
        ("due.day_off", "saturday", "2025-12-27"),
        ("due.day_off", "sunday", "2025-12-28"),
        ("due.latest", None, "2025-12-29"),
    ]


@pytest.mark.parametrize("unit", ["days", "working_days"])
def test_before_the_table_of_days_off_nothing_is_counted(unit: str) -> None:
    school = bent({"count": 14, "unit": unit})
    answer = certificate(date(1990, 12, 31), school)
    assert not_covered(answer)
    assert (answer.findings[-1].code, answer.findings[-1].clause) == (
        "due.first_day",
        "I-before-table",
    )
    assert certificate(date(1991, 1, 1), school).latest is not None


@pytest.mark.parametrize("unit", ["days", "working_days", "months"])
def test_the_last_day_that_can_be_given_is_counted_from_all_the_same(unit: str) -> None:
    answer = certificate(date(2299, 12, 31), bent({"count": 3660, "unit": unit}))
    assert answer.latest is not None
    assert answer.latest > date(2309, 1, 1)


# Laws

STARTS = testing.days(since=date(2024, 7, 13), until=date(2099, 12, 31))


@given(STARTS, st.integers(1, 60))
def test_calendar_days_end_on_the_first_day_from_there_that_is_not_free(
    complete: date, count: int
) -> None:
    answer = certificate(complete, bent({"count": count, "unit": "days"}))
    assert answer.nominal == complete + count * ONE
    end = answer.nominal
    while end.weekday() >= 5 or days_off.is_day_off(end):
        end += ONE
    assert answer.latest == end


@given(STARTS, st.integers(1, 60))
def test_working_days_are_all_but_those_passed_over_and_weekends(
    complete: date, count: int
) -> None:
    answer = certificate(complete, bent({"count": count, "unit": "working_days"}))
    assert answer.latest is not None
    counted = [complete + n * ONE for n in range(1, (answer.latest - complete).days + 1)]
    weekdays = [day for day in counted if day.weekday() < 5]
    passed = [finding.measured for finding in named(answer.findings, "due.day_off")]
    assert [day.isoformat() for day in weekdays if days_off.is_day_off(day)] == passed
    assert len(weekdays) - len(passed) == count
    assert weekdays[-1] == answer.latest == answer.nominal


@given(STARTS, st.integers(0, 400))
@pytest.mark.parametrize(("school", "procedure"), [key for key in NAMED if "mleg" not in key[1]])
def test_whoever_is_ready_later_never_gets_it_earlier(
    school: str, procedure: Procedure, complete: date, later: int
) -> None:
    one, other = (
        ask(school, procedure, **dict.fromkeys(("complete", "records"), day))
        for day in (complete, complete + later * ONE)
    )
    if one.latest and other.latest:
        assert complete < one.latest <= other.latest
        assert (one.expected is None) or complete < one.expected < one.latest


# How it is told


@clause("grojec:§5.6")
def test_the_count_is_told_step_by_step() -> None:
    answer = ask("grojec", "id_duplicate", complete=date(2025, 12, 30))
    assert answer.explain("pl").splitlines() == [
        "TERMIN BIEGNIE",
        (
            "[+] przepisy szkoły obowiązują w dniu: 30.12.2025 (okres od 13.07.2024) "
            "[I-in-force, grojec:§1.1]"
        ),
        (
            "[+] czas, jaki ma szkoła: dni robocze: 7-14 "
            "[grojec:§5.6, I-start, I-working-days, I-7-14]"
        ),
        "[+] potrzebne, by termin zaczął biec: kompletny wniosek: 30.12.2025 [grojec:§5.6]",
        (
            "[+] pierwszy liczony dzień (dnia zdarzenia się nie liczy): 31.12.2025 "
            "[act:kodeks-cywilny:art.111§2]"
        ),
        "[+] pominięto: Nowy Rok: 01.01.2026 [act:dni-wolne:art.1]",
        (
            "[+] pominięto: Święto Trzech Króli: 06.01.2026 "
            "[act:dni-wolne:art.1, act:dni-wolne-2010:art.2]"
        ),
        "[+] zwykle do: 12.01.2026 [grojec:§5.6]",
        "[+] najpóźniej do: 21.01.2026 [grojec:§5.6]",
    ]


@clause("leczna:IX.4")
def test_the_move_of_an_end_is_told() -> None:
    assert certificate(date(2025, 12, 6)).explain("en").splitlines()[3:] == [
        "[+] needed for the clock to start: complete application: 2025-12-06 [leczna:IX.4]",
        (
            "[+] first day counted (the day of the event is not): 2025-12-07 "
            "[act:kodeks-cywilny:art.111§2]"
        ),
        (
            "[+] so counted it ends on a day off or a Saturday, and moves on: 2025-12-20 "
            "[act:kodeks-cywilny:art.115]"
        ),
        "[+] passed over: Saturday: 2025-12-20 [act:kodeks-cywilny:art.115]",
        "[+] passed over: Sunday: 2025-12-21 [act:dni-wolne:art.1]",
        "[+] at the latest by: 2025-12-22 [leczna:IX.4]",
    ]


def test_what_is_missing_and_what_is_unknown_is_told() -> None:
    waiting = ask("ostroleka", "certificate_duplicate", complete=date(2025, 3, 3))
    assert waiting.explain("en", reasons_only=True) == (
        "THE CLOCK DOES NOT RUN YET\n"
        "[x] needed for the clock to start: records at the school [ostroleka:§4.8]"
    )
    assert ask("balin", "id_duplicate").explain("pl") == (
        "NIEUREGULOWANE\n[~] czas, jaki ma szkoła [I-silence]\n      szkoła tego nie reguluje"
    )
    answers = {
        json.loads(answer.explain_json("pl"))["answer"]
        for answer in (waiting, ask("balin", "id_duplicate"), certificate(date(2025, 3, 3)))
    }
    assert answers == {"clock_waits", "not_covered", "clock_runs"}


# Calls


@pytest.mark.parametrize(
    "answer",
    [
        certificate(date(2025, 12, 6)),
        ask("grojec", "id_duplicate", complete=date(2025, 12, 19)),
        ask("leczna", "mlegitymacja"),
    ],
)
def test_an_answer_survives_storing(answer: Deadline) -> None:
    assert load(Deadline, dump(answer)) == answer


def test_an_unknown_procedure_is_an_error() -> None:
    with pytest.raises(UnknownProcedure):
        ask("grojec", "nothing")  # type: ignore[arg-type]  # a word of no list


@pytest.mark.parametrize("milestone", get_args(Milestone))
@pytest.mark.parametrize("day", [datetime(2025, 1, 1), "2025-01-01", 0, date(1799, 12, 31)])  # noqa: DTZ001  (an instant is the point)
@pytest.mark.parametrize("school", ["grojec", "balin"])
def test_a_milestone_is_a_calendar_day(school: str, milestone: str, day: object) -> None:
    with pytest.raises(WrongArgument) as caught:
        ask(school, "id_duplicate", **{milestone: day})
    assert caught.value.name == milestone


@pytest.mark.parametrize("school", ["grojec", "balin"])
def test_a_verdict_is_a_verdict(school: str) -> None:
    with pytest.raises(WrongArgument) as caught:
        ask(school, "id_duplicate", photo_verdict=())
    assert caught.value.name == "photo_verdict"


def test_a_school_is_a_regulation() -> None:
    with pytest.raises(WrongArgument) as caught:
        deadlines.due("grojec", "id_duplicate")  # type: ignore[arg-type]  # its name is not enough
    assert caught.value.name == "school"
