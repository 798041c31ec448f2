"""Handing over the codes, taking back a mistake, taking over an older mLegitymacja, telling its history."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from legitymacja_rules import Accepted, Refused, Status, Undecided, mlegitymacja, variants
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.facts import FilledForm
from legitymacja_rules.loading import dump
from legitymacja_rules.mlegitymacja import (
    Activated,
    Correct,
    Event,
    HandOver,
    Issued,
    Mlegitymacja,
    Reissued,
    Revoke,
    Revoked,
    State,
    state_on,
)
from samples import (
    ANNA,
    CODES,
    DAY,
    ID_CARD,
    SCHOOLS,
    activate,
    attest,
    issued_mlegitymacja,
    named,
    retold,
)

clause = pytest.mark.clause
NEXT = DAY + timedelta(days=1)


def decide(document: Mlegitymacja, command: mlegitymacja.Command, **how: Any) -> Any:
    return mlegitymacja.decide(document, command, variants.get(document.school), **how)


def done(document: Mlegitymacja, command: mlegitymacja.Command) -> Mlegitymacja:
    outcome: mlegitymacja.Outcome = decide(document, command)
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome.document


# --- handing over ---------------------------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_codes_are_handed_over_once_before_or_after_they_are_used(school: str) -> None:
    document = issued_mlegitymacja(school)
    assert document.handed_over is None
    command = HandOver(on=DAY, to="parent", signed=True)
    for before in (document, done(document, activate(school))):
        after = done(before, command)
        assert state_on(after, DAY) is state_on(before, DAY)
        assert after.handed_over is not None
        assert (after.handed_over.to, after.handed_over.signed) == ("parent", True)
        again = decide(after, command.model_copy(update={"on": NEXT}))
        assert isinstance(again, Refused)
        assert [(f.code, f.measured) for f in again.reasons] == [("handover.once", DAY.isoformat())]


# --- phones and forms -----------------------------------------------------------------------------


@clause("leczna:VI.6", "leczna:V.3")
@pytest.mark.parametrize(
    ("system", "version", "fits"),
    [
        ("android", "6", True),
        ("android", "6.0", True),
        ("android", "5.9", False),
        ("ios", "12.10", True),
        ("ios", "12.4", True),
        ("ios", "12.3.1", False),
    ],
)
def test_leczna_vi_6_an_old_phone_activates_nothing(
    system: Any, version: str, *, fits: bool
) -> None:
    command = activate("leczna", system=system, system_version=version)
    outcome = decide(issued_mlegitymacja("leczna"), command)
    assert isinstance(outcome, Accepted) is fits
    (finding,) = named(outcome.findings, "device.system_version")
    assert (finding.clause, finding.measured) == ("leczna:VI.6", version)
    unasked = decide(issued_mlegitymacja("leczna"), activate("leczna"))
    assert named(unasked.findings, "device.system_version") == []


@clause("ostroleka:form.revoke")
def test_ostroleka_annex_1_asks_for_its_fields_in_a_revocation_too() -> None:
    form = FilledForm(place="Ostrołęka", written=DAY, applicant_name="Jan", signed=True)
    asked = {"on": NEXT, "ground": "on_request", "applicant": "parent", "prior_id": ID_CARD}
    command = Revoke.model_validate({**asked, "form": form})
    outcome = decide(issued_mlegitymacja("ostroleka"), command)
    assert isinstance(outcome, Refused)
    missing = {f.subject for f in outcome.reasons}
    assert missing == {"phone"}
    without = command.model_copy(update={"prior_id": None})
    outcome = decide(issued_mlegitymacja("ostroleka"), without)
    assert {f.subject for f in outcome.reasons} == {"phone", "id_number", "id_valid_until"}
    whole = form.model_copy(update={"phone": "600 000 000"})
    complete = command.model_copy(update={"form": whole})
    assert isinstance(decide(issued_mlegitymacja("ostroleka"), complete), Accepted)


# --- mistakes -------------------------------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_revocation_entered_by_mistake_is_taken_back_and_stays_in_the_history(
    school: str,
) -> None:
    document = issued_mlegitymacja(school)
    revoked = done(document, Revoke(on=NEXT, ground="school_changed"))
    later = NEXT + timedelta(days=3)
    mended = done(revoked, Correct(on=later, act="revoked", done=NEXT))
    assert mended.revoked is None
    assert [event.event for event in mended.history] == ["issued", "revoked", "corrected"]
    assert [state_on(mended, day) for day in (DAY, NEXT, later)] == [State.ISSUED] * 3
    assert mended.last_day == DAY
    right = done(mended, activate(school, on=NEXT))
    assert state_on(right, NEXT) is State.ACTIVATED, "the right act bears its own day"


@pytest.mark.parametrize(("act", "on"), [("revoked", DAY), ("activated", NEXT), ("issued", DAY)])
def test_only_the_last_act_is_taken_back_and_by_its_name_and_day(act: str, on: date) -> None:
    used = done(issued_mlegitymacja("leczna"), activate("leczna"))
    outcome = decide(used, Correct(on=NEXT, act=act, done=on))
    assert isinstance(outcome, Refused)
    (finding,) = outcome.reasons
    assert (finding.code, finding.subject) == ("correct.last", "activated")


def test_an_activation_is_taken_back_with_its_certificate() -> None:
    used = done(issued_mlegitymacja("grojec"), activate("grojec"))
    assert used.certificates
    mended = done(used, Correct(on=DAY, act="activated", done=DAY))
    assert (mended.activations, mended.certificates) == ((), ())
    assert done(mended, activate("grojec")).activations, "the codes were not used up"


def test_an_issue_entered_by_mistake_is_annulled_and_nothing_follows() -> None:
    never = done(issued_mlegitymacja("sp6"), Correct(on=DAY, act="issued", done=DAY))
    assert {state_on(never, day) for day in (date(2019, 9, 1), DAY, NEXT)} == {State.ANNULLED}
    outcome = decide(never, activate("sp6"))
    assert [f.code for f in outcome.reasons] == ["document.annulled"]


def test_a_new_issue_is_taken_back_only_with_the_document_it_made() -> None:
    old = mlegitymacja.evolve(
        issued_mlegitymacja("leczna"),
        Reissued(on=NEXT, ground="errors_found", clause="leczna:VIII.2"),
    )
    back = Correct(on=NEXT, act="reissued", done=NEXT)
    alone = decide(old, back)
    assert isinstance(alone, Undecided)
    assert [f.code for f in alone.reasons] == ["correct.another"]
    new = retold(issued_mlegitymacja("leczna"), on=NEXT, id_number="18/2024")
    assert isinstance(decide(old, back, others=[new]), Refused)
    gone = done(new, Correct(on=NEXT, act="issued", done=NEXT))
    outcome = decide(old, back, others=[gone])
    assert isinstance(outcome, Accepted)
    assert state_on(outcome.document, NEXT) is State.ISSUED


# --- taking over ----------------------------------------------------------------------------------


def older(school: str, **changes: Any) -> Issued:
    base: dict[str, Any] = {
        "on": date(2022, 9, 20),
        "school": school,
        "pupil": ANNA,
        "id_number": "3/2022",
        "id_valid_until": date(2023, 9, 30),
        "codes": None,
        "codes_until": date(2022, 10, 20),
        "valid_until": date(2023, 9, 30),
    }
    return Issued(**{**base, **changes})


USED = Activated(on=date(2022, 10, 1), device="phone-1", system="ios")
GONE = Revoked(on=date(2023, 1, 9), ground="school_changed", clause="balin:revoke.3")
TAKEN = date(2023, 2, 1)


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_older_one_enters_upon_the_schools_word(school: str) -> None:
    text, acts = variants.get(school), (older(school), USED)
    first = mlegitymacja.take_over(acts, text, on=TAKEN)
    assert isinstance(first, Undecided)
    assert [(f.code, f.who) for f in first.reasons] == [("takeover.facts", "office")]
    words = attest(first.findings, on=TAKEN)
    outcome = mlegitymacja.take_over(acts, text, on=TAKEN, attested=words)
    assert isinstance(outcome, Accepted)
    assert [event.event for event in outcome.events] == ["issued", "activated", "taken_over"]
    assert mlegitymacja.replay(outcome.events) == outcome.document
    assert state_on(outcome.document, TAKEN) is State.ACTIVATED
    assert outcome.document.last_day == USED.on, "what is entered next may be older than that"
    no = attest(first.findings, on=TAKEN, holds=False)
    assert isinstance(mlegitymacja.take_over(acts, text, on=TAKEN, attested=no), Refused)


def test_codes_that_nobody_knows_activate_nothing() -> None:
    document = Mlegitymacja(history=(older("balin"),))
    outcome = decide(document, activate("balin", on=date(2022, 10, 1)))
    assert isinstance(outcome, Refused)
    assert [f.code for f in outcome.reasons] == ["codes.match"]
    known = Mlegitymacja(history=(older("balin", codes=CODES),))
    assert isinstance(decide(known, activate("balin", on=date(2022, 10, 1))), Accepted)


@pytest.mark.parametrize(
    ("acts", "on", "code"),
    [
        ((older("sp6"),), TAKEN, "document.school"),
        ((older("balin"), GONE, USED), TAKEN, "takeover.days"),
        ((older("balin"), USED), date(2022, 9, 30), "takeover.days"),
        ((older("balin"), GONE, USED.model_copy(update={"on": TAKEN})), TAKEN, "takeover.acts"),
        ((older("balin"), USED.model_copy(update={"on": TAKEN})), TAKEN, "takeover.acts"),
    ],
)
def test_records_that_cannot_be_right_are_refused(acts: Any, on: date, code: str) -> None:
    outcome = mlegitymacja.take_over(acts, variants.get("balin"), on=on)
    assert isinstance(outcome, Refused)
    assert code in {f.code for f in outcome.reasons if f.status is Status.BREACHED}


@pytest.mark.parametrize("acts", [(), (USED,), (older("balin"), older("balin")), 5, ("issued",)])
def test_what_is_no_life_of_one_is_a_broken_call(acts: Any) -> None:
    with pytest.raises(WrongArgument):
        mlegitymacja.take_over(acts, variants.get("balin"), on=TAKEN)


def test_a_taking_over_is_taken_back_as_a_whole() -> None:
    acts = (older("balin"), USED)
    words = attest(mlegitymacja.take_over(acts, variants.get("balin"), on=TAKEN).findings, on=TAKEN)
    taken = mlegitymacja.take_over(acts, variants.get("balin"), on=TAKEN, attested=words)
    assert isinstance(taken, Accepted)
    back = done(taken.document, Correct(on=TAKEN, act="taken_over", done=TAKEN))
    assert state_on(back, TAKEN) is State.ANNULLED
    assert len(back.history) == len(acts) + 2


# --- what may be done, and what happened ----------------------------------------------------------


def test_available_says_what_may_be_done_and_why_not_the_rest() -> None:
    made = issued_mlegitymacja("grojec")
    offered = mlegitymacja.available(made, variants.get("grojec"), on=date(2024, 11, 1))
    assert {kind: [f.clause for f in why] for kind, why in offered.items()} == {
        "hand_over": ["grojec:§7.8", "grojec:§7.9"],
        "generate_codes": ["grojec:§7.8", "grojec:§7.9"],
        "activate": ["grojec:§7.8", "grojec:§7.9"],
        "revoke": [],
        "reissue": [],
        "correct": [],
    }


@pytest.mark.parametrize(
    "events", [(), (mlegitymacja.Activated(on=DAY, device="d", system="ios"),)]
)
def test_a_history_begins_with_an_issue(events: tuple[Event, ...]) -> None:
    with pytest.raises(WrongArgument):
        mlegitymacja.replay(events)


def test_a_certificate_is_replayed() -> None:
    used = done(issued_mlegitymacja("sp6"), activate("sp6"))
    assert mlegitymacja.replay(used.history) == used
    assert used.certificates == used.history[-1:]
    assert mlegitymacja.load_event(dump(used.history[-1])) == used.history[-1]


def test_what_is_no_event_does_not_evolve_anything() -> None:
    with pytest.raises(WrongArgument):
        mlegitymacja.evolve(issued_mlegitymacja("sp6"), "revoked")  # type: ignore[arg-type]  # the point


def test_an_issue_delivered_twice_does_not_throw_the_history_away() -> None:
    made = issued_mlegitymacja("sp6")
    with pytest.raises(WrongArgument, match="first, and once"):
        mlegitymacja.evolve(made, made.issued)
