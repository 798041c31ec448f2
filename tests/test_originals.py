"""What every application for another document in the place of one is asked, and on which ground.

What becomes of the original is told with each document.
"""

from __future__ import annotations

from datetime import date

import pytest

from legitymacja_rules import Status, certificate, eligibility, originals, variants
from legitymacja_rules.applications import Application
from legitymacja_rules.certificate import Issued
from legitymacja_rules.facts import Pupil
from legitymacja_rules.vocabulary import ExchangeGround, LossGround, Procedure
from samples import ANNA, DAY, FINISHED, ORIGINAL, certificate_application, named

SIO = date(2025, 9, 17)
"""The first day of the closed list of reasons in the education information system."""


def asked(reason: ExchangeGround | LossGround) -> Application:
    return Application(received=DAY, applicant="parent", pupil=ANNA, reason=reason)


@pytest.mark.parametrize("reason", ["error", "first_name", "last_name", "pesel_granted", "address"])
@pytest.mark.parametrize("school", ["balin", "sp6"])
def test_where_the_school_names_no_ground_the_law_does_since_it_has_a_list(
    school: str, reason: ExchangeGround
) -> None:
    before, first, after = (
        originals.ground(variants.get(school), "id_exchange", asked(reason), on)
        for on in (date(2025, 9, 16), SIO, date(2025, 9, 18))
    )
    assert (before.status, before.clause, before.who) == (Status.NOT_COVERED, "I-silence", "head")
    assert first == after
    listed = ("notice:sio-revocation-reasons", Status.MET, ("law_answers", "law_probable"))
    unlisted = ("notice:sio-revocation-reasons", Status.BREACHED, ("law_answers", "law_probable"))
    expected = unlisted if reason == "address" else listed
    assert (first.clause, first.status, first.notes) == expected
    assert first.subject == reason


def test_the_schools_own_list_comes_first() -> None:
    own = originals.ground(variants.get("ostroleka"), "id_exchange", asked("address"), SIO)
    assert (own.clause, own.status, own.notes) == ("ostroleka:§3.1", Status.MET, ())


@pytest.mark.parametrize(
    ("procedure", "reason"),
    [("id_exchange", "lost"), ("id_duplicate", "error"), ("certificate_duplicate", "error")],
)
@pytest.mark.parametrize(
    ("listed", "clause"), [("any_of", "invariant:own-procedure"), ("none_of", "leczna:IV.1")]
)
def test_a_reason_of_another_procedure_is_none_whatever_a_text_lists(
    procedure: Procedure, reason: ExchangeGround | LossGround, listed: str, clause: str
) -> None:
    """No document could say that it was exchanged because it was lost."""
    row = {"any_of": [], listed: [reason], "clause": "leczna:IV.1"}
    text = variants.get("leczna").override({f"{procedure}.grounds": [row]})
    found = originals.ground(text, procedure, asked(reason), DAY)
    assert (found.status, found.clause) == (Status.BREACHED, clause)


@pytest.mark.parametrize(("alike", "status"), [(True, Status.MET), (False, Status.BREACHED)])
def test_it_is_asked_of_a_document_of_the_same_kind(alike: bool, status: Status) -> None:
    document = certificate.replay((Issued(on=FINISHED, school="leczna", **dict(ORIGINAL)),))
    asked = certificate_application("leczna")
    found = originals.upon_application(
        document, asked, variants.get("leczna"), "certificate_duplicate", DAY, (), alike=alike
    )
    (judged,) = named(found, "application.same_pupil")
    assert (judged.status, judged.clause) == (status, "invariant:same-pupil")


def test_a_name_that_holds_no_word_is_compared_like_any_other() -> None:
    nameless = Pupil(first_names="...", last_name="Kowalska", born=ANNA.born)
    unnamed = Pupil(first_names="🎓", last_name="Wójcik", born=ANNA.born)
    namesake = Pupil(first_names="Anna", last_name="Kowalska", born=ANNA.born)
    stranger = Pupil(first_names="Anna", last_name="Nowak", born=ANNA.born)
    assert eligibility.same_pupil(nameless, namesake).status is Status.MET
    assert eligibility.same_pupil(nameless, stranger).status is Status.NEEDS_REVIEW
    assert eligibility.same_pupil(nameless, unnamed).status is Status.NEEDS_REVIEW
