"""Whether an mLegitymacja may be activated: the window, the codes, the device, the steps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from legitymacja_rules import Accepted, Refused, Status, Undecided, mlegitymacja, variants
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.facts import Code
from legitymacja_rules.findings import Finding
from legitymacja_rules.mlegitymacja import Mlegitymacja, Outcome
from samples import (
    CODES,
    DAY,
    ID_CARD,
    SCHOOLS,
    STEPS,
    activate,
    application,
    attest,
    named,
    retold,
)

clause = pytest.mark.clause


def issued(school: str, *, on: date = DAY, valid_until: date = date(2025, 9, 30)) -> Mlegitymacja:
    """An mLegitymacja of that school whose codes were generated on that day."""
    held = ID_CARD.model_copy(
        update={"issued": min(on, ID_CARD.issued), "valid_until": valid_until}
    )
    call: dict[str, Any] = {
        "application": application(school, received=on, prior_id=held),
        "school": variants.get(school),
        "on": on,
        "codes": CODES.model_copy(update={"generated": on}),
    }
    open_points = mlegitymacja.issue(**call).findings
    outcome = mlegitymacja.issue(**call, attested=attest(open_points, on=on))
    assert isinstance(outcome, Accepted)
    return outcome.document


def activated(school: str, **changes: Any) -> Mlegitymacja:
    outcome = mlegitymacja.decide(issued(school), activate(school, **changes), variants.get(school))
    assert isinstance(outcome, Accepted)
    return outcome.document


def tried(document: Mlegitymacja, **changes: Any) -> Outcome:
    """An activation; a refused one leaves the document as it was, in all its parts."""
    before = document.model_dump_json()
    school = document.school
    outcome = mlegitymacja.decide(document, activate(school, **changes), variants.get(school))
    assert document.model_dump_json() == before
    return outcome


def why(outcome: Outcome) -> list[tuple[str, str]]:
    return [(f.code, f.clause) for f in outcome.findings if f.status is Status.BREACHED]


def only(outcome: Outcome, code: str) -> Finding:
    (finding,) = named(outcome.findings, code)
    return finding


# --- the window -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "where"),
    [
        pytest.param("balin", "balin:one-device-30d", marks=clause("balin:one-device-30d")),
        pytest.param("sp6", "sp6:one-device-30d", marks=clause("sp6:one-device-30d")),
        pytest.param("grojec", "grojec:§7.8", marks=clause("grojec:§7.8")),
        pytest.param("leczna", "leczna:VI.5", marks=clause("leczna:VI.5")),
        pytest.param("ostroleka", "ostroleka:form.codes", marks=clause("ostroleka:form.codes")),
    ],
)
@pytest.mark.parametrize(("days", "fits"), [(0, True), (29, True), (30, True), (31, False)])
def test_day_30_is_the_last_of_the_window(school: str, where: str, days: int, fits: bool) -> None:
    outcome = tried(issued(school), on=DAY + timedelta(days=days))
    finding = only(outcome, "codes.window")
    assert (isinstance(outcome, Accepted), finding.clause) == (fits, where)
    assert finding.limit == "2024-10-31"


@clause("grojec:§7.8", "grojec:§7.9")
def test_grojec_7_8_and_7_9_generated_on_1_october_refused_on_1_november() -> None:
    document = issued("grojec")
    assert isinstance(tried(document, on=date(2024, 10, 31)), Accepted)
    late = tried(document, on=date(2024, 11, 1))
    assert isinstance(late, Refused)
    assert why(late) == [("codes.window", "grojec:§7.8"), ("codes.after_lapse", "grojec:§7.9")]
    assert "new application" in late.explain("en")


@clause("balin:one-device-30d")
def test_balin_generated_on_31_january_2024_weekends_do_not_move_the_end() -> None:
    document = issued("balin", on=date(2024, 1, 31))
    assert isinstance(tried(document, on=date(2024, 3, 1)), Accepted)
    late = tried(document, on=date(2024, 3, 2))
    assert why(late) == [("codes.window", "balin:one-device-30d")]
    assert "grojec" not in late.explain("pl") + late.explain_json("pl")


@pytest.mark.parametrize("school", ["balin", "leczna", "ostroleka", "sp6"])
def test_what_follows_a_lapse_is_not_covered_where_no_clause_says(school: str) -> None:
    late = tried(issued(school), on=date(2024, 11, 1))
    assert only(late, "codes.after_lapse").status is Status.NOT_COVERED


@clause("leczna:VI.5")
def test_leczna_a_code_of_the_old_model_works_on_after_its_end() -> None:
    document = issued("leczna", on=date(2025, 9, 10), valid_until=date(2026, 9, 30))
    assert isinstance(tried(document, on=date(2025, 10, 1)), Accepted)
    assert isinstance(tried(document, on=date(2025, 10, 10)), Accepted)
    assert isinstance(tried(document, on=date(2025, 10, 11)), Refused)


# --- codes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "where"),
    [
        pytest.param("balin", "balin:codes", marks=clause("balin:codes")),
        pytest.param("sp6", "sp6:codes", marks=clause("sp6:codes")),
        pytest.param("ostroleka", "ostroleka:form.codes", marks=clause("ostroleka:form.codes")),
    ],
)
def test_a_used_code_is_refused(school: str, where: str) -> None:
    outcome = tried(activated(school))
    assert isinstance(outcome, Refused)
    assert ("codes.one_time", where) in why(outcome)


@pytest.mark.parametrize("school", ["grojec", "leczna"])
def test_a_used_code_is_not_covered_where_no_clause_calls_it_one_time(school: str) -> None:
    outcome = tried(activated(school))
    assert isinstance(outcome, Undecided)
    assert [(f.code, f.clause) for f in outcome.reasons] == [("codes.one_time", "I-codes")]


@clause("leczna:VI.5", "grojec:§7.8")
@pytest.mark.parametrize("school", SCHOOLS)
def test_the_window_binds_a_second_activation_too_whatever_the_head_attests(school: str) -> None:
    used, late = activated(school), DAY + timedelta(days=31)
    words = attest(tried(used, on=late).findings, on=late)
    outcome = tried(used, on=late, attested=words)
    assert isinstance(outcome, Refused)
    assert only(outcome, "codes.window").status is Status.BREACHED


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_refused_activation_does_not_use_the_code_up(school: str) -> None:
    document = issued(school)
    assert isinstance(tried(document, code=Code("OTHER")), Refused)
    assert isinstance(tried(document), Accepted)


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("changes", [{"qr": Code("OTHER")}, {"code": Code("OTHER")}])
def test_another_documents_code_is_refused(school: str, changes: dict[str, Code]) -> None:
    assert why(tried(issued(school), **changes)) == [("codes.match", "invariant:own-codes")]


# --- devices --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "where"),
    [
        pytest.param("balin", "balin:one-device-30d", marks=clause("balin:one-device-30d")),
        pytest.param("sp6", "sp6:one-device-30d", marks=clause("sp6:one-device-30d")),
        pytest.param("grojec", "grojec:§8.3", marks=clause("grojec:§8.3")),
    ],
)
def test_a_second_device_is_refused(school: str, where: str) -> None:
    outcome = tried(activated(school), device="phone-2")
    assert isinstance(outcome, Refused)
    finding = only(outcome, "devices.limit")
    assert (finding.status, finding.clause, finding.measured, finding.limit) == (
        Status.BREACHED,
        where,
        2,
        1,
    )


@pytest.mark.parametrize("school", ["leczna", "ostroleka"])
def test_a_second_device_is_not_covered_where_no_clause_speaks(school: str) -> None:
    finding = only(tried(activated(school), device="phone-2"), "devices.limit")
    assert (finding.status, finding.clause) == (Status.NOT_COVERED, "I-device")


@pytest.mark.parametrize("school", ["leczna", "ostroleka"])
def test_one_device_needs_no_rule(school: str) -> None:
    assert not named(tried(issued(school)).findings, "devices.limit")


def test_a_host_with_a_limit_of_two_lets_a_second_device_in_and_a_third_not() -> None:
    two = variants.get("grojec").override({"mlegitymacja.devices.limit": 2})
    word = attest(tried(activated("grojec")).findings)
    first = activated("grojec")
    second = mlegitymacja.decide(first, activate("grojec", device="b", attested=word), two)
    assert isinstance(second, Accepted)
    third = mlegitymacja.decide(second.document, activate("grojec", device="c", attested=word), two)
    assert why(third) == [("devices.limit", "grojec:§8.3")]
    same = mlegitymacja.decide(second.document, activate("grojec", device="b", attested=word), two)
    assert isinstance(same, Accepted)


# --- steps ----------------------------------------------------------------------------------------

STEP_CLAUSES = {
    "balin": tuple(f"balin:steps.{n}" for n in range(1, 10)),
    "sp6": tuple(f"sp6:steps.{n}" for n in range(1, 10)),
    "grojec": tuple(f"grojec:§8.1{letter}" for letter in "abcdefghi"),
    "leczna": ("leczna:VI.4",) * 3,
}


@clause("balin:steps.1", "balin:steps.2", "balin:steps.3", "balin:steps.4", "balin:steps.5")
@clause("balin:steps.6", "balin:steps.7", "balin:steps.8", "balin:steps.9")
@clause("sp6:steps.1", "sp6:steps.2", "sp6:steps.3", "sp6:steps.4", "sp6:steps.5")
@clause("sp6:steps.6", "sp6:steps.7", "sp6:steps.8", "sp6:steps.9")
@clause("grojec:§8.1a", "grojec:§8.1b", "grojec:§8.1c", "grojec:§8.1d", "grojec:§8.1e")
@clause("grojec:§8.1f", "grojec:§8.1g", "grojec:§8.1h", "grojec:§8.1i")
@clause("leczna:VI.4", "leczna:V.3")
@pytest.mark.parametrize("fault", ["left out", "swapped"])
@pytest.mark.parametrize(
    ("school", "place"),
    [(school, place) for school, ids in STEP_CLAUSES.items() for place in range(len(ids))],
)
def test_a_step_out_of_order_is_refused_naming_the_step_that_is_due(
    school: str, place: int, fault: str
) -> None:
    steps = list(STEPS[school])
    due = steps[place]
    if fault == "left out":
        del steps[place]
    else:
        other = (place + 1) % len(steps)
        steps[place], steps[other] = steps[other], steps[place]
    outcome = tried(issued(school), steps=tuple(steps))
    assert isinstance(outcome, Refused)
    first_wrong = min(place, (place + 1) % len(STEPS[school])) if fault == "swapped" else place
    finding = only(outcome, "steps.order")
    assert finding.clause == STEP_CLAUSES[school][first_wrong]
    assert finding.limit == (STEPS[school][first_wrong] if fault == "swapped" else due)


@pytest.mark.parametrize("school", ["balin", "grojec", "leczna", "sp6"])
def test_a_step_too_many_is_refused(school: str) -> None:
    outcome = tried(issued(school), steps=(*STEPS[school], "log_in"))
    assert why(outcome) == [("steps.order", STEP_CLAUSES[school][-1])]


def test_ostroleka_has_no_checklist_and_sets_no_condition() -> None:
    for steps in ((), ("load_data", "log_in")):
        outcome = tried(issued("ostroleka"), steps=steps)
        assert isinstance(outcome, Accepted)
        assert not named(outcome.findings, "steps.order")


@clause("balin:steps.6", "sp6:steps.6", "grojec:§8.1f")
@pytest.mark.parametrize(
    ("school", "system", "granted", "due"),
    [
        ("balin", "android", False, True),
        ("balin", "android", True, False),
        ("balin", "ios", False, False),
        ("sp6", "android", False, True),
        ("sp6", "ios", False, False),
        ("grojec", "android", False, True),
        ("grojec", "ios", False, True),
        ("grojec", "ios", True, False),
    ],
)
def test_the_systems_permission_is_a_step_only_where_it_is_due(
    school: str, system: str, granted: bool, due: bool
) -> None:
    with_it = STEPS[school]
    without = tuple(step for step in with_it if step != "grant_permission")
    how: dict[str, Any] = {"system": system, "permission_granted": granted}
    assert isinstance(tried(issued(school), steps=with_it, **how), Accepted) is due
    assert isinstance(tried(issued(school), steps=without, **how), Accepted) is not due


# --- what an activation brings about --------------------------------------------------------------


@clause("balin:steps.10", "sp6:steps.10", "grojec:§8.2", "grojec:§8.3", "grojec:§8.5")
@pytest.mark.parametrize(
    ("school", "certified"),
    [("balin", True), ("sp6", True), ("grojec", True), ("leczna", False), ("ostroleka", False)],
)
def test_a_certificate_follows_bound_to_the_device_and_ending_with_the_document(
    school: str, certified: bool
) -> None:
    outcome = tried(issued(school))
    assert isinstance(outcome, Accepted)
    kinds = [event.event for event in outcome.events]
    assert kinds == ["activated", "certificate_created"][: 1 + certified]
    for certificate in outcome.document.certificates:
        assert certificate.device == "phone-1"
        assert certificate.valid_until == outcome.document.issued.valid_until


@clause("grojec:§8.5")
def test_grojec_8_5_the_certificate_does_not_outlive_the_school_year() -> None:
    (certificate,) = activated("grojec").certificates
    assert certificate.valid_until == date(2025, 8, 31)


@clause("grojec:§8.1d", "leczna:VI.4")
@pytest.mark.parametrize("school", ["grojec", "leczna"])
def test_the_acceptance_of_the_terms_is_recorded(school: str) -> None:
    assert "accept_terms" in activated(school).activations[0].steps


def test_an_expired_one_cannot_be_activated() -> None:
    document = issued("balin", valid_until=DAY + timedelta(days=10))
    assert isinstance(tried(document, on=DAY + timedelta(days=10)), Accepted)
    late = tried(document, on=DAY + timedelta(days=11))
    assert why(late) == [("document.expired", "balin:validity")]


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_activation_entered_late_does_not_bring_back_what_a_new_one_has_followed(
    school: str,
) -> None:
    """The codes lapsed, a new one was issued; then somebody types in an activation of October."""
    old, newer = issued(school), issued(school, on=date(2024, 12, 2))
    for others, fits in (((), True), ((newer,), False)):
        outcome = mlegitymacja.decide(old, activate(school), variants.get(school), others=others)
        assert isinstance(outcome, Accepted) is fits
        assert ("mlegitymacja.only_one", "invariant:one-living") in why(outcome) or fits
    other_id = retold(newer, id_number="99/2024")
    beside = mlegitymacja.decide(old, activate(school), variants.get(school), others=[other_id])
    assert isinstance(beside, Accepted)


@pytest.mark.parametrize("school", SCHOOLS)
def test_no_act_lies_before_the_last_one(school: str) -> None:
    outcome = tried(issued(school), on=DAY - timedelta(days=1))
    assert why(outcome) == [("day.order", "invariant:day-order")]
    assert outcome.findings[0].earliest == DAY


def test_another_schools_regulation_does_not_decide() -> None:
    outcome = mlegitymacja.decide(issued("balin"), activate("balin"), variants.get("sp6"))
    assert why(outcome) == [("document.school", "invariant:own-school")]


@pytest.mark.parametrize(
    ("place", "thing", "name"),
    [
        (0, None, "document"),
        (1, {"kind": "activate"}, "command"),
        (2, "balin", "school"),
    ],
)
def test_a_broken_call_is_a_typed_error(place: int, thing: Any, name: str) -> None:
    call: list[Any] = [issued("balin"), activate("balin"), variants.get("balin")]
    call[place] = thing
    with pytest.raises(WrongArgument) as caught:
        mlegitymacja.decide(*call)
    assert caught.value.name == name


@pytest.mark.parametrize(("steps", "fits"), [((), True), (("grant_permission",), False)])
def test_a_checklist_of_which_nothing_is_due_takes_no_steps(steps: Any, fits: bool) -> None:
    only_ios = {"name": "grant_permission", "permission_on": ["ios"], "clause": "leczna:x"}
    school = variants.get("leczna").override({"mlegitymacja.steps": [only_ios]})
    outcome = mlegitymacja.decide(issued("leczna"), activate("leczna", steps=steps), school)
    assert isinstance(outcome, Accepted) is fits
