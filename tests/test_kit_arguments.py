"""What the kit's strategies are asked with: what is wrong is told at once, and every day has room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, time, timedelta
from inspect import signature
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legitymacja_rules import testing, variants
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.testing import (
    PLAIN_DAY,
    applicants,
    applications,
    births,
    cards,
    certificates,
    codes,
    commands,
    days,
    documents,
    ex_officio,
    families,
    held_ids,
    histories,
    misses,
    mlegitymacje,
    pesels,
    photo_facts,
    photos,
    pupils,
    requests,
    school_ids,
    simplest,
)
from legitymacja_rules.testing.values import values

ONE = timedelta(days=1)

SP6, BAD = variants.get("sp6"), "no such thing"
ISSUED = simplest(school_ids(school=SP6, state="issued"))
LATE = ISSUED.model_copy(
    update={"history": (ISSUED.issued.model_copy(update={"on": date(2291, 1, 1)}),)}
)
PHOTO = SP6.photo_for("mlegitymacja")
assert PHOTO is not None


@pytest.mark.parametrize(
    ("call", "argument"),
    [
        (lambda: days(since=BAD), "since"),  # type: ignore[arg-type]  # the point, here and below
        (lambda: days(until=BAD), "until"),  # type: ignore[arg-type]
        (lambda: days(since=PLAIN_DAY, until=PLAIN_DAY - ONE), "until"),
        (lambda: births(on=BAD), "on"),  # type: ignore[arg-type]
        (lambda: births(on=date(1829, 12, 31)), "on"),
        (lambda: births(age=BAD), "age"),  # type: ignore[arg-type]
        (lambda: births(age=7), "age"),  # type: ignore[arg-type]
        (lambda: pesels(born=BAD), "born"),  # type: ignore[call-overload]
        (lambda: pesels(sex=BAD), "sex"),  # type: ignore[call-overload]
        (lambda: pesels(broken=BAD), "broken"),  # type: ignore[call-overload]
        (lambda: pupils(born=BAD), "born"),  # type: ignore[arg-type]
        (lambda: pupils(born=date(2000, 1, 1), age="minor"), "born"),
        (lambda: pupils(born=date(2000, 1, 1), age=BAD), "age"),  # type: ignore[arg-type]
        (lambda: pupils(complete=BAD), "complete"),  # type: ignore[arg-type]
        (lambda: applicants(pupil=BAD), "pupil"),  # type: ignore[arg-type]
        (lambda: applicants(on=BAD), "on"),  # type: ignore[arg-type]
        (lambda: applications(BAD, "school_id"), "school"),  # type: ignore[arg-type]
        (lambda: applications(SP6, BAD), "procedure"),  # type: ignore[arg-type]
        (lambda: applications(SP6, "school_id", on=BAD), "on"),  # type: ignore[arg-type]
        (lambda: applications(SP6, "school_id", pupil=BAD), "pupil"),  # type: ignore[arg-type]
        (lambda: applications(SP6, "school_id", flawed=BAD), "flawed"),  # type: ignore[arg-type]
        (lambda: families(int), "kind"),  # type: ignore[type-var]
        (lambda: families([]), "kind"),  # type: ignore[arg-type]
        (lambda: school_ids(state=BAD), "state"),
        (lambda: school_ids(school=BAD), "school"),  # type: ignore[arg-type]
        (lambda: school_ids(on=BAD), "on"),  # type: ignore[arg-type]
        (lambda: mlegitymacje(pupil=BAD), "pupil"),  # type: ignore[arg-type]
        (lambda: commands(BAD, SP6), "document"),  # type: ignore[arg-type]
        (lambda: commands(ISSUED, BAD), "school"),  # type: ignore[arg-type]
        (lambda: commands(ISSUED, SP6, kind=BAD), "kind"),
        (lambda: commands(ISSUED, SP6, kind=[]), "kind"),  # type: ignore[arg-type]
        (lambda: commands(LATE, SP6), "document"),
        (lambda: commands(ISSUED, SP6, on=BAD), "on"),  # type: ignore[arg-type]
        (lambda: commands(ISSUED, SP6, sensible=BAD), "sensible"),  # type: ignore[arg-type]
        (lambda: cards(first=-1), "first"),
        (lambda: cards(first=True), "first"),
        (lambda: cards(first=BAD), "first"),  # type: ignore[arg-type]
        (lambda: codes(first=BAD), "first"),  # type: ignore[arg-type]
        (lambda: codes(at=BAD), "at"),  # type: ignore[arg-type]
        (lambda: codes(at=time(10)), "at"),
        (lambda: codes(at=time(23, tzinfo=UTC)), "at"),
        (lambda: codes(on=date(2024, 7, 1), at=time(22, tzinfo=UTC)), "at"),
        (lambda: ex_officio(SP6, pupil=BAD), "pupil"),  # type: ignore[arg-type]
        (lambda: requests(SP6, pupil=BAD), "pupil"),  # type: ignore[arg-type]
        (lambda: photos(PHOTO, miss=BAD), "miss"),
        (lambda: photo_facts(PHOTO, miss=BAD), "miss"),
        (lambda: photo_facts(PHOTO, miss=[]), "miss"),  # type: ignore[arg-type]
        (lambda: photo_facts(PHOTO, miss="photo.face"), "miss"),
        (lambda: photo_facts(PHOTO, sent_by=BAD), "sent_by"),  # type: ignore[arg-type]
        (lambda: values(time), "form"),
        (lambda: values(tuple[time, ...]), "form"),
        (lambda: misses(PHOTO, sent_by=[]), "sent_by"),  # type: ignore[arg-type]
    ],
)
def test_a_broken_call_is_told_at_once(call: Callable[[], Any], argument: str) -> None:
    """When the strategy is made, not when it draws."""
    with pytest.raises(WrongArgument) as error:
        call()
    assert error.value.parts[0] == argument


# --- the ends of the calendar ----------------------------------------------------------------------

ASKED_ON: dict[str, Callable[[date], Any]] = {
    "births": lambda on: births(on=on),
    "pupils": lambda on: pupils(on=on),
    "applicants": lambda on: applicants(on=on),
    "applications": lambda on: applications(SP6, "id_duplicate", on=on, flawed=True),
    "cards": lambda on: cards(on=on),
    "codes": lambda on: codes(on=on),
    "held_ids": lambda on: held_ids(on=on),
    "ex_officio": lambda on: ex_officio(SP6, on=on),
    "requests": lambda on: requests(SP6, on=on),
    "families": lambda on: families(Certificate, on=on),
    "school_ids": lambda on: school_ids(on=on),
    "mlegitymacje": lambda on: mlegitymacje(on=on),
    "certificates": lambda on: certificates(on=on),
    "documents": lambda on: documents(on=on),
    "histories": lambda on: histories(on=on),
    "commands": lambda on: commands(ISSUED, SP6, on=on),
}


def test_every_strategy_that_is_asked_about_a_day_is_asked_about_the_ends() -> None:
    """Two draw what is at hand whatever the day: a step of a family, and the stretch of days."""
    made = {name: getattr(testing, name) for name in testing.__all__}
    with_a_day = {
        name
        for name, one in made.items()
        if callable(one) and "on" in signature(one).parameters and name != "attest"
    }
    assert with_a_day == {*ASKED_ON}


FIRST, LAST = date(1830, 1, 1), date(2290, 12, 31)
NOT_YET = {("mlegitymacje", FIRST)}
"""What no law knew then."""


@pytest.mark.parametrize(
    ("name", "on"), [one for one in product(ASKED_ON, (FIRST, LAST)) if one not in NOT_YET]
)
@settings(max_examples=10, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_around_the_first_and_the_last_day_there_is_room(
    name: str, on: date, data: st.DataObject
) -> None:
    data.draw(ASKED_ON[name](on))


@pytest.mark.parametrize("ask", ASKED_ON.values(), ids=ASKED_ON)
@pytest.mark.parametrize("on", [FIRST - ONE, LAST + ONE])
def test_beyond_them_there_is_none(ask: Callable[[date], Any], on: date) -> None:
    with pytest.raises(WrongArgument, match="1830-01-01 to 2290-12-31"):
        ask(on)
