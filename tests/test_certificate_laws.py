"""Laws that hold over whole lives of certificates, whatever is asked of them and when."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from legitymacja_rules import certificate
from legitymacja_rules.certificate import (
    Certificate,
    state_on,
)
from lives import GROWN, days, lived


@given(lived(Certificate, GROWN))
def test_an_original_is_void_only_by_a_clause_and_a_duplicate_that_was_made(
    family: list[Certificate],
) -> None:
    for document in family:
        if document.void:
            assert document.school == "ostroleka"
            replaced = document.last(certificate.Replaced)
            assert replaced is not None
            assert replaced.clause == "ostroleka:§4.3"
            assert document.last(certificate.Duplicated) is not None


@given(lived(Certificate, GROWN), days, days)
def test_time_alone_changes_nothing_after_the_last_act(
    family: list[Certificate], one: date, other: date
) -> None:
    for document in family:
        later = [day for day in (one, other) if day >= document.last_day]
        assert {state_on(document, day) for day in later} <= {state_on(document, document.last_day)}
