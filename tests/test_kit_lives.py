"""The kit's lives: every state of every document is reached, and whatever was lived can be stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from found import ALIKE, found
from legitymacja_rules import Accepted, mlegitymacja, photo, school_id, variants
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.facts import PhotoFacts
from legitymacja_rules.loading import dump, load
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.regulation import PROCEDURES, PhotoRequirement, ReissueRow
from legitymacja_rules.school_id import SchoolId
from legitymacja_rules.testing import (
    PLAIN_DAY,
    PLAIN_PUPIL,
    applications,
    attest,
    cards,
    certificates,
    codes,
    commands,
    decided,
    documents,
    ex_officio,
    families,
    held_ids,
    histories,
    misses,
    mlegitymacje,
    requests,
    school_ids,
    simplest,
)
from legitymacja_rules.testing.commands import verbs_of
from legitymacja_rules.testing.complete import complete, payment
from legitymacja_rules.vocabulary import Procedure
from samples import MODULES, SCHOOLS

STATES = [(kind, str(state)) for kind, module in MODULES.items() for state in module.State]
KINDS = [(kind, name) for kind, module in MODULES.items() for name in module.KINDS]
LATER = date(2025, 1, 20)
LAST_DAY = date(2299, 12, 31)
ONE = timedelta(days=1)


few = settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(("kind", "state"), STATES)
@few
@given(st.data())
def test_every_state_is_reached(kind: type[Any], state: str, data: st.DataObject) -> None:
    document, *others = data.draw(families(kind, state=state))
    module = MODULES[kind]
    assert module.state_on(document, PLAIN_DAY) == state
    for one in (document, *others):
        assert load(kind, dump(one)) == one
        assert module.replay(one.history) == one


@pytest.mark.parametrize("drawn", [school_ids(), mlegitymacje(), certificates()])
def test_an_example_that_fails_is_told_as_the_document_it_is(drawn: Any) -> None:
    @settings(few, database=None, phases=[Phase.generate])
    @given(drawn)
    def fails(document: object) -> None:
        raise AssertionError(type(document).__name__)

    with pytest.raises(AssertionError) as told:
        fails()
    assert f"document={told.value}(history=(Issued(" in told.value.__notes__[0]


DAYS = (
    *(date(2025, 9, 16), date(2025, 9, 17), date(2025, 9, 30), date(2025, 10, 1)),
    date(2026, 2, 28),
)


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize(("kind", "state"), STATES)
@settings(few, max_examples=2)
@given(st.data())
def test_on_other_days_too(kind: type[Any], state: str, on: date, data: st.DataObject) -> None:
    """Before and after the law changed, and at the ends of a validity."""
    document = data.draw(families(kind, state=state, on=on))[0]
    assert MODULES[kind].state_on(document, on) == state


SHAPES: dict[str, Callable[[Any], bool]] = {
    "a duplicate": lambda made: made.copies == 1,
    "on paper": lambda made: made.form == "paper",
    "for a preschool": lambda made: made.kind == "preschool",
    "instead of another": lambda made: made.in_place_of is not None,
    "of one without PESEL": lambda made: made.other_document is not None,
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_ids_of_every_shape_are_drawn(shape: Callable[[Any], bool]) -> None:
    found(school_ids(), lambda drawn: shape(drawn.issued))


@pytest.mark.parametrize("devices", [0, 1, 2, 5])
def test_an_mlegitymacja_is_on_none_or_some_devices(devices: int) -> None:
    """Five, since 17 September 2025."""
    drawn = mlegitymacje(state="activated" if devices else None, on=date(2026, 3, 2))
    found(drawn, lambda document: len({one.device for one in document.activations}) == devices)


@pytest.mark.parametrize("given_at_once", [True, False])
def test_its_codes_come_with_it_or_later(given_at_once: bool) -> None:
    drawn = mlegitymacje(on=date(2026, 3, 2))
    found(drawn, lambda document: (document.issued.codes is not None) is given_at_once)


@pytest.mark.parametrize("kind", MODULES)
def test_all_that_can_happen_to_a_document_happens(kind: type[Any]) -> None:
    seen: set[type[Any]] = set()

    @settings(ALIKE, max_examples=1000, suppress_health_check=[*HealthCheck])
    @given(families(kind))
    def draw(family: list[Any]) -> None:
        seen.update(type(event) for document in family for event in document.history)

    draw()
    assert seen == {*get_args(MODULES[kind].Event)}


@few
@given(documents(school=variants.get("leczna"), pupil=PLAIN_PUPIL))
def test_school_and_pupil_are_those_that_were_asked_for(document: Any) -> None:
    assert (document.school, document.issued.pupil) == ("leczna", PLAIN_PUPIL)


@pytest.mark.parametrize("on", [date(2025, 9, 16), date(2026, 1, 1)])
@given(st.data())
def test_where_any_state_will_do_one_that_cannot_be_yields_to_another(
    on: date, data: st.DataObject
) -> None:
    """At a school whose text has ended, for one without PESEL; Hypothesis rejects next to nothing."""
    ended = variants.get("leczna").override({"mlegitymacja.in_force.until": "2024-08-31"})
    pupil = PLAIN_PUPIL.model_copy(update={"pesel": None})
    data.draw(mlegitymacje(school=ended, on=on, pupil=pupil))


@few
@given(histories())
def test_a_history_replays(history: tuple[Any, ...]) -> None:
    kind = next(kind for kind in MODULES if kind.first is type(history[0]))
    assert MODULES[kind].replay(history).history == history


@pytest.mark.parametrize("length", [1, 4])
def test_histories_are_short_and_long(length: int) -> None:
    found(histories(), lambda history: len(history) >= length)


def test_a_document_shrinks_to_one_just_issued() -> None:
    assert len(simplest(certificates()).history) == 1


# --- commands -------------------------------------------------------------------------------------


def any_of(strategy: st.SearchStrategy[Any]) -> Any:
    return found(strategy, lambda _: True)


HELD = {
    SchoolId: any_of(school_ids(state="valid", school=variants.get("sp6"))),
    Mlegitymacja: any_of(mlegitymacje(state="issued", school=variants.get("sp6"))),
    Certificate: any_of(certificates(state="valid", school=variants.get("sp6"))),
}
AT_OSTROLEKA = any_of(certificates(state="valid", school=variants.get("ostroleka")))
PHONE_AT_OSTROLEKA = any_of(mlegitymacje(state="issued", school=variants.get("ostroleka")))


@pytest.mark.parametrize(("kind", "name"), KINDS)
@few
@given(st.data())
def test_each_kind_of_command_is_drawn_and_loads_again(
    kind: type[Any], name: str, data: st.DataObject
) -> None:
    school, document = variants.get("sp6"), HELD[kind]
    command = data.draw(commands(document, school, kind=name))
    assert command.kind == name
    assert MODULES[kind].load_command(dump(command)) == command
    assert MODULES[kind].decide(document, command, school).outcome in {
        *("accepted", "refused", "undecided"),
    }


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_no_kind_is_left_out_where_none_is_asked_for(kind: type[Any], name: str) -> None:
    drawn = commands(HELD[kind], variants.get("sp6"))
    assert found(drawn, lambda command: command.kind == name).kind == name


@pytest.mark.parametrize("kind", MODULES)
@few
@given(st.data())
def test_a_sensible_command_is_no_breach_of_the_situation(
    kind: type[Any], data: st.DataObject
) -> None:
    """Of a kind that leads on; and it comes on the day that was asked for."""
    school, document = variants.get("sp6"), HELD[kind]
    command = data.draw(commands(document, school, on=LATER, sensible=True))
    assert command.on == LATER
    offered = MODULES[kind].available(document, school, on=LATER)
    assert offered[command.kind] == () or all(offered.values())


LAST_SECOND = datetime(2024, 12, 3, 22, 59, 59, tzinfo=UTC)
"""One second before midnight by a Polish clock."""


@pytest.mark.parametrize(
    ("later", "seconds"), [(-1, {None}), (0, {0}), (1, {1, 60, 61}), (2, {None})]
)
def test_codes_of_the_last_second_of_a_day_are_used_on_that_day_or_within_their_minute(
    later: int, seconds: set[int | None]
) -> None:
    """On the day before there were none; on the next but one no instant near theirs is left."""
    issued = HELD[Mlegitymacja].issued
    late = issued.codes.model_copy(update={"generated": PLAIN_DAY, "at": LAST_SECOND})
    made = issued.model_copy(update={"on": PLAIN_DAY, "codes": late})
    document, school = Mlegitymacja(history=(made,)), variants.get("sp6")
    seen: set[int | None] = set()

    @settings(ALIKE, max_examples=100)
    @given(commands(document, school, on=PLAIN_DAY + later * ONE, kind="activate"))
    def draw(command: Any) -> None:
        if command.qr == late.qr:
            seen.add(command.at and round((command.at - LAST_SECOND).total_seconds()))

    draw()
    assert seen == seconds


@pytest.mark.parametrize("off", [-1, 0])
@settings(few, max_examples=20)
@given(st.data())
def test_what_rests_on_an_id_without_end_is_issued_anew_all_the_same(
    off: int, data: st.DataObject
) -> None:
    """At Ostrołęka an ID that was confirmed is a ground; and there is no day after the last."""
    issued = PHONE_AT_OSTROLEKA.issued.model_copy(update={"id_valid_until": LAST_DAY + off * ONE})
    document, school = Mlegitymacja(history=(issued,)), variants.get("ostroleka")
    drawn = commands(document, school, on=PLAIN_DAY, kind="reissue")
    assert data.draw(drawn).kind == "reissue"


@pytest.mark.parametrize("known", [True, False])
def test_a_pesel_is_granted_to_whom_had_none(known: bool) -> None:
    """So is what is drawn of a text that reissues on that ground, beside others."""
    granted = ReissueRow(ground="pesel_granted", clause="sp6:x")
    text = variants.get("sp6")
    assert text.mlegitymacja
    rows = {"reissue": (*text.mlegitymacja.reissue, granted)}
    school = text.model_copy(
        update={"mlegitymacja": text.mlegitymacja.model_copy(update=rows), "clauses": ()}
    )
    pupil = PLAIN_PUPIL if known else PLAIN_PUPIL.model_copy(update={"pesel": None})
    made = any_of(mlegitymacje(school=school, state="issued", pupil=pupil))
    drawn = commands(made, school, kind="reissue", sensible=True)
    grounds = set()

    @settings(few, max_examples=30, database=None)
    @given(drawn)
    def draw(command: Any) -> None:
        grounds.add(command.ground)

    draw()
    assert "validity_confirmed" in grounds
    assert ("pesel_granted" in grounds) is not known


@pytest.mark.parametrize("outcome", ["accepted", "refused", "undecided"])
@pytest.mark.parametrize("kind", MODULES)
def test_commands_are_accepted_refused_and_left_open(kind: type[Any], outcome: str) -> None:
    document = AT_OSTROLEKA if kind is Certificate else HELD[kind]
    school = variants.get(document.school)
    decide = MODULES[kind].decide
    drawn = commands(document, school)
    found(drawn, lambda one: decide(document, one, school).outcome == outcome)


def test_the_head_says_no_as_well() -> None:
    made = any_of(school_ids(school=variants.get("ostroleka"), state="valid"))
    school = variants.get("ostroleka")
    asked = found(
        commands(made, school, sensible=True),
        lambda one: (
            isinstance(decided(made, one, school), Accepted)
            and not isinstance(verbs_of(made).module.decide(made, one, school), Accepted)
        ),
    )
    assert not isinstance(decided(made, asked, school, holds=False), Accepted)


# --- applications ---------------------------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOOLS)
@few
@given(st.data())
def test_complete_applications_are_accepted_once_the_head_has_said_yes(
    school: str, data: st.DataObject
) -> None:
    text, on = variants.get(school), PLAIN_DAY
    asked: Any = data.draw(applications(text, "school_id"))
    call: dict[str, Any] = {"on": on, "card": data.draw(cards())}
    words = attest(school_id.issue(asked, text, **call).findings, on=on)
    assert isinstance(school_id.issue(asked, text, **call, attested=words), Accepted)
    request = data.draw(requests(text))
    fresh: dict[str, Any] = {"on": on, "codes": data.draw(codes())}
    words = attest(mlegitymacja.issue(request, text, **fresh).findings, on=on)
    assert isinstance(mlegitymacja.issue(request, text, **fresh, attested=words), Accepted)


NAMES = 200 - len("opłata za duplikat legitymacji,  Kowalska, 4b")
"""So many signs a first name has with which a title is just as long as a proof keeps."""


@pytest.mark.parametrize("off", [-1, 0, 1])
def test_of_a_long_title_the_proof_says_the_beginning(off: int) -> None:
    pupil = PLAIN_PUPIL.model_copy(update={"first_names": "A" * (NAMES + off)})
    proof = simplest(applications(variants.get("grojec"), "id_duplicate", pupil=pupil)).payment
    assert proof is not None
    assert proof.title.startswith("opłata za duplikat legitymacji, AAA")
    assert len(proof.title) == 200 + min(off, 0)


@pytest.mark.parametrize("school", SCHOOLS)
@settings(few, max_examples=20)
@given(st.data())
def test_a_preschool_id_is_for_a_child_with_a_disability(school: str, data: st.DataObject) -> None:
    asked = data.draw(applications(variants.get(school), "preschool_id"))
    assert asked.pupil.disability is True


STRANGE: dict[str, tuple[Procedure, dict[str, Any], Callable[[Any], bool]]] = {
    "a photo that none can be": (
        "id_duplicate",
        {"photo": {"pixels": {"min_width": 100_000, "clause": "grojec:§4.1"}}},
        lambda asked: asked.photo.format == "JPEG",
    ),
    "for nobody": (
        "id_duplicate",
        {"scope": {"standing": [], "clause": "grojec:§4.1"}},
        lambda asked: asked.standing == "pupil",
    ),
    "a reason of another procedure": (
        "id_exchange",
        {"grounds": [{"any_of": ["lost"], "clause": "grojec:§4.1"}]},
        lambda asked: asked.reason == "error",
    ),
}
"""What a text may say, though no application can be as it wants."""


@pytest.mark.parametrize(("procedure", "said", "holds"), STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("flawed", [False, True])
@few
@given(st.data())
def test_where_a_text_wants_what_cannot_be_an_application_is_drawn_all_the_same(
    procedure: Procedure,
    said: dict[str, Any],
    holds: Callable[[Any], bool],
    flawed: bool,
    data: st.DataObject,
) -> None:
    changed = {f"{procedure}.{field}": value for field, value in said.items()}
    text = variants.get("grojec").override(changed)
    asked = data.draw(applications(text, procedure, pupil=PLAIN_PUPIL, flawed=flawed))
    assert flawed or holds(asked)


FLAWS = (
    *("application.received", "application.applicant", "pupil.born", "application.item"),
    *("photo.height", "photo.present", "photo.format", "photo.name"),
)


def test_flawed_applications_are_wrong_in_one_way_or_another() -> None:
    text, made = variants.get("leczna"), simplest(codes())
    missed = {*FLAWS}

    def all_breached(asked: Any) -> bool:
        answers = mlegitymacja.issue(asked, text, on=PLAIN_DAY, codes=made).findings
        missed.difference_update(one.code for one in answers if one.status == "breached")
        return not missed

    found(applications(text, "mlegitymacja", flawed=True), all_breached)


def test_a_flaw_is_what_is_not_known_of_the_pupil() -> None:
    text, made = variants.get("grojec"), simplest(codes())

    def asks_for_more(asked: Any) -> bool:
        findings = mlegitymacja.issue(asked, text, on=PLAIN_DAY, codes=made).findings
        return any((one.code, one.status) == ("application.data", "breached") for one in findings)

    found(applications(text, "mlegitymacja", flawed=True), asks_for_more)


def _misses_something(seen: PhotoFacts | None, asked: PhotoRequirement | None) -> bool:
    if seen is None or asked is None:
        return (seen is None) is not (asked is None)
    found = photo.check(seen, asked, pupil=PLAIN_PUPIL, on=PLAIN_DAY).findings
    visible = tuple(misses(asked))
    return any(one.code.startswith(visible) and one.status != "met" for one in found)


@pytest.mark.parametrize("procedure", PROCEDURES)
@pytest.mark.parametrize("school", SCHOOLS)
@few
@given(st.data())
def test_a_flawed_application_is_a_complete_one_with_one_thing_wrong(
    school: str, procedure: Procedure, data: st.DataObject
) -> None:
    text = variants.get(school)
    asked: Any = data.draw(applications(text, procedure, pupil=PLAIN_PUPIL, flawed=True))
    whole = complete(text, procedure, PLAIN_PUPIL, PLAIN_DAY)
    fitting = payment(text, procedure, PLAIN_PUPIL, PLAIN_DAY, asked.reason)
    wrong = {
        "received": asked.received != PLAIN_DAY,
        "applicant": asked.applicant not in whole.applicants,
        "standing": asked.standing == "outsider",
        "pupil": asked.pupil != PLAIN_PUPIL,
        "handed_in": {*asked.handed_in} != {*whole.items},
        "reason": bool(whole.reasons) and asked.reason not in whole.reasons,
        "payment": asked.reason in (whole.reasons or (None,)) and asked.payment != fitting,
        "photo": _misses_something(asked.photo, whole.rules.photo),
        "certificate_kind": getattr(asked, "certificate_kind", "") is None,
        "certificate_year": getattr(asked, "certificate_year", "") is None,
    }
    assert len([field for field, said in wrong.items() if said]) == 1, wrong


@pytest.mark.parametrize("objected", [True, False])
def test_parents_object_or_do_not(objected: bool) -> None:
    drawn = ex_officio(variants.get("sp6"), on=date(2025, 9, 17))
    found(drawn, lambda case: (case.objected is not None) is objected)


@pytest.mark.parametrize("day", [date(2025, 9, 30), PLAIN_DAY])
def test_held_ids_end_with_the_school_year_or_on_the_day(day: date) -> None:
    assert found(held_ids(), lambda held: held.valid_until == day).valid_on(PLAIN_DAY)


def test_codes_may_be_of_the_last_second_of_a_day_in_poland() -> None:
    made = simplest(codes(on=LAST_SECOND.date(), at=LAST_SECOND.timetz()))
    assert made.at == LAST_SECOND


def test_codes_bear_an_instant_where_minutes_count() -> None:
    made = simplest(codes(at=time(10, tzinfo=timezone(timedelta(hours=1)))))
    assert made.at is not None
    assert made.at.isoformat() == "2024-12-03T10:00:00+01:00"


def test_kinds_of_all_documents_have_their_drawers() -> None:
    for document in HELD.values():
        verbs = verbs_of(document)
        assert tuple(verbs.commands) == verbs.module.KINDS
