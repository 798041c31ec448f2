"""Who does what, who helps with what, and whether security is kept.

Units, duties, topics and clauses are literals read from the one text that divides the work.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, get_args

import pytest

from legitymacja_rules import Status, office, variants
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.findings import Role
from legitymacja_rules.loading import dump, load
from legitymacja_rules.office import Duties, Help, Responsible
from legitymacja_rules.outcomes import Explained
from legitymacja_rules.vocabulary import Duty, HelpTopic, UnitName
from samples import DAY, SCHOOLS, named

GROJEC = variants.get("grojec")
SILENT = [school for school in SCHOOLS if school != "grojec"]

DUTIES: dict[UnitName, dict[Duty, str]] = {
    "printer": {
        "print_and_personalise": "grojec:§3.2",
        "fulfil_orders": "grojec:§3.2",
        "invoice": "grojec:§3.2",
    },
    "office": {
        "collect_data": "grojec:§3.3a",
        "keep_holograms": "grojec:§3.3b",
        "keep_security": "grojec:§3.3c",
        "hand_over": "grojec:§3.3d",
    },
}

BY_SCHOOL: tuple[HelpTopic, ...] = ("issuing", "revoking", "extending")

BY_MINISTRY: dict[HelpTopic, str] = {
    "using_app": "grojec:§9.2a",
    "activating": "grojec:§9.2b",
    "trusted_profile": "grojec:§9.2c",
}


# Who does what


@pytest.mark.clause("grojec:§3.1", "grojec:§3.2", "grojec:§3.3b", "grojec:§3.3c")
@pytest.mark.parametrize("unit", DUTIES)
def test_grojec_3_each_unit_has_its_duties_each_with_its_clause(unit: UnitName) -> None:
    answer = office.duties(GROJEC, unit)
    assert answer.status is Status.MET
    assert answer.duties == tuple(DUTIES[unit])
    (takes_part,) = named(answer.findings, "office.unit")
    assert (takes_part.subject, takes_part.clause) == (unit, "grojec:§3.1")
    said = {found.subject: found.clause for found in named(answer.findings, "office.duty")}
    assert said == DUTIES[unit]
    assert {found.measured for found in named(answer.findings, "office.duty")} == {unit}


@pytest.mark.clause("grojec:§3.2", "grojec:§3.3b", "grojec:§3.3c")
@pytest.mark.parametrize("unit", DUTIES)
def test_grojec_3_each_duty_is_had_by_one_unit(unit: UnitName) -> None:
    for duty, clause in DUTIES[unit].items():
        answer = office.who(GROJEC, duty)
        (found,) = answer.findings
        assert (answer.unit, answer.status) == (unit, Status.MET)
        assert (found.clause, found.subject, found.measured) == (clause, duty, unit)


@pytest.mark.parametrize("school", SILENT)
def test_a_school_that_does_not_divide_the_work_is_not_filled_from_another(school: str) -> None:
    text = variants.get(school)
    for unit in get_args(UnitName):
        answer = office.duties(text, unit)
        assert (answer.duties, open_points(answer)) == ((), [("office.unit", "I-silence", unit)])
    for duty in get_args(Duty):
        asked = office.who(text, duty)
        assert (asked.unit, open_points(asked)) == (None, [("office.duty", "I-silence", duty)])


def test_a_duty_that_the_text_gives_to_nobody_is_not_covered() -> None:
    """Catches a unit that answers for whatever no other unit does."""
    bent = GROJEC.override({"units.0.duties": []})
    assert office.who(bent, "invoice").status is Status.NOT_COVERED
    answer = office.duties(bent, "printer")
    assert (answer.duties, answer.status, len(answer.findings)) == ((), Status.MET, 1)


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_unit_has_the_duties_for_which_it_answers(school: str) -> None:
    text = variants.get(school)
    for duty in get_args(Duty):
        holders = [unit for unit in get_args(UnitName) if duty in office.duties(text, unit).duties]
        unit = office.who(text, duty).unit
        assert holders == ([unit] if unit else [])


# Who helps


@pytest.mark.clause("grojec:§9.1")
@pytest.mark.parametrize("topic", BY_SCHOOL)
def test_grojec_9_1_the_school_helps_by_email_or_at_the_office(topic: HelpTopic) -> None:
    answer = office.help_with(GROJEC, topic)
    assert (answer.helped_by, answer.ways) == ("school", ("email", "office"))
    assert answer.status is Status.MET
    assert [(found.code, found.subject, found.clause) for found in answer.findings] == [
        ("help.by_school", topic, "grojec:§9.1"),
        ("help.way", "email", "grojec:§9.1"),
        ("help.way", "office", "grojec:§9.1"),
    ]


@pytest.mark.clause("grojec:§9.2a", "grojec:§9.2b", "grojec:§9.2c", "grojec:§9.3")
@pytest.mark.parametrize("topic", BY_MINISTRY)
def test_grojec_9_2_with_the_rest_the_ministry_helps(topic: HelpTopic) -> None:
    answer = office.help_with(GROJEC, topic)
    (found,) = answer.findings
    assert (answer.helped_by, answer.ways, answer.status) == ("ministry", (), Status.MET)
    assert (found.code, found.subject) == ("help.by_ministry", topic)
    assert (found.clause, found.also) == (BY_MINISTRY[topic], ("grojec:§9.3",))


def test_grojec_9_speaks_of_every_topic() -> None:
    assert {*BY_SCHOOL, *BY_MINISTRY} == {*get_args(HelpTopic)}


@pytest.mark.parametrize("school", SILENT)
@pytest.mark.parametrize("topic", get_args(HelpTopic))
def test_a_school_that_says_nothing_of_help_promises_none(school: str, topic: HelpTopic) -> None:
    answer = office.help_with(variants.get(school), topic)
    assert (answer.helped_by, answer.ways) == (None, ())
    assert open_points(answer) == [("help.topic", "I-silence", topic)]


# Security


def word(role: Role = "office", on: date = DAY, **changes: Any) -> Attestation:
    return Attestation(**{"condition": "office.security", "role": role, "on": on, **changes})


@pytest.mark.clause("grojec:§3.3c")
def test_grojec_3_3c_security_waits_for_the_school() -> None:
    verdict = office.security(GROJEC, on=DAY)
    (kept,) = verdict.reasons
    assert (kept.code, kept.status) == ("office.security", Status.NEEDS_REVIEW)
    assert (kept.clause, kept.who) == ("grojec:§3.3c", "office")


@pytest.mark.clause("grojec:§3.3c")
@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize(("holds", "status"), [(True, Status.MET), (False, Status.BREACHED)])
def test_grojec_3_3c_office_or_head_attest_or_deny_it(
    role: Role, holds: bool, status: Status
) -> None:
    verdict = office.security(GROJEC, on=DAY, attested=iter([word(role, holds=holds)]))
    (kept,) = named(verdict.findings, "office.security")
    assert (verdict.status, kept.status) == (status, status)
    assert (kept.attested_by, kept.attested_on) == (role, DAY)


def test_a_word_on_something_else_leaves_it_open() -> None:
    other = word(condition="office.duty")
    assert office.security(GROJEC, on=DAY, attested=(other,)).status is Status.NEEDS_REVIEW


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (date(2024, 9, 30), Status.MET),
        (date(2024, 10, 1), Status.MET),
        (date(2024, 10, 2), Status.BREACHED),
    ],
)
def test_a_word_of_a_later_day_does_not_count(said: date, status: Status) -> None:
    assert office.security(GROJEC, on=DAY, attested=(word(on=said),)).status is status


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (date(2024, 7, 12), Status.NOT_COVERED),
        (date(2024, 7, 13), Status.MET),
        (date(2024, 7, 14), Status.MET),
    ],
)
def test_before_the_text_applies_it_asks_nothing(on: date, status: Status) -> None:
    verdict = office.security(GROJEC, on=on, attested=(word(on=on),))
    assert verdict.status is status
    assert bool(named(verdict.findings, "office.security")) is (status is Status.MET)
    assert [found.code for found in verdict.reasons] == (
        [] if status is Status.MET else ["regulation.in_force"]
    )


@pytest.mark.parametrize("school", SILENT)
def test_rules_that_nobody_made_cannot_be_attested(school: str) -> None:
    verdict = office.security(variants.get(school), on=DAY, attested=(word("head"),))
    assert open_points(verdict) == [("office.security", "I-silence", None)]


# The call


@pytest.mark.parametrize("bad", ["head", "", "Office", None, 1, ["office"]])
def test_a_word_of_no_list_is_an_error_that_lists_the_known(bad: Any) -> None:
    calls = {"unit": office.duties, "duty": office.who, "topic": office.help_with}
    for name, verb in calls.items():
        with pytest.raises(WrongArgument, match="one of") as caught:
            verb(GROJEC, bad)  # type: ignore[operator]  # three verbs with three words
        assert caught.value.name == name
        assert "head" not in str(caught.value)


@pytest.mark.parametrize("school", ["grojec", None, {}])
def test_the_school_has_to_be_a_regulation(school: Any) -> None:
    for call in (
        lambda: office.duties(school, "office"),
        lambda: office.who(school, "invoice"),
        lambda: office.help_with(school, "issuing"),
        lambda: office.security(school, on=DAY),
    ):
        with pytest.raises(WrongArgument, match="'school' must be Regulation"):
            call()


@pytest.mark.parametrize("on", [None, "2024-10-01", datetime(2024, 10, 1)])  # noqa: DTZ001  (an instant without zone is the point)
@pytest.mark.parametrize("school", ["grojec", "sp6"])
def test_the_day_has_to_be_a_day(school: str, on: Any) -> None:
    with pytest.raises(WrongArgument, match="'on'"):
        office.security(variants.get(school), on=on)


@pytest.mark.parametrize("attested", [None, ["yes"], [{"condition": "office.security"}]])
def test_what_is_attested_has_to_be_attestations(attested: Any) -> None:
    with pytest.raises(WrongArgument, match="'attested'"):
        office.security(GROJEC, on=DAY, attested=attested)


# In words and in JSON


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_answer_comes_back_from_json(school: str) -> None:
    text = variants.get(school)
    duties, who = office.duties(text, "office"), office.who(text, "invoice")
    helps = office.help_with(text, "issuing")
    assert load(Duties, dump(duties)) == duties
    assert load(Responsible, dump(who)) == who
    assert load(Help, dump(helps)) == helps


def test_an_answer_explains_itself_in_both_languages() -> None:
    who = office.who(GROJEC, "invoice")
    assert who.explain("pl").endswith(
        "wystawienie faktury: zewnętrzna drukarnia legitymacji [grojec:§3.2]"
    )
    assert who.explain("en").endswith(
        "making out the invoice: outside printer of cards [grojec:§3.2]"
    )
    helps = office.help_with(GROJEC, "using_app")
    assert "pomaga Ministerstwo Cyfryzacji: obsługa aplikacji mObywatel" in helps.explain("pl")
    assert "the ministry of digital affairs helps: using the app" in helps.explain("en")
    assert "way of getting help: e-mail" in office.help_with(GROJEC, "issuing").explain("en")


def open_points(answer: Explained) -> list[tuple[str, str, str | None]]:
    """What is not covered, and that nothing else stands in the answer."""
    assert {found.status for found in answer.findings} == {Status.NOT_COVERED}
    assert {found.who for found in answer.findings} == {None}
    return [(found.code, found.clause, found.subject) for found in answer.findings]
