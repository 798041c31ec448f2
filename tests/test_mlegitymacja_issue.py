"""Whether an mLegitymacja may be issued: who asks, with what, on which ID, on which day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from legitymacja_rules import Accepted, Refused, Status, Undecided, mlegitymacja, variants
from legitymacja_rules.citations import citation
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.facts import Code, Pupil
from legitymacja_rules.findings import Finding
from legitymacja_rules.mlegitymacja import ActivationCodes, Issued, Mlegitymacja, Outcome
from legitymacja_rules.vocabulary import RevocationGround
from samples import (
    ANNA,
    CODES,
    DAY,
    HANDED_IN,
    ID_CARD,
    SCHOOLS,
    application,
    attest,
    facts,
    named,
    retold,
)

clause = pytest.mark.clause


def issue(school: str, *, on: date = DAY, **changes: Any) -> Outcome:
    """Asked as the sample, with changes; the codes are generated on the day of issue."""
    received = changes.pop("received", on)
    return mlegitymacja.issue(
        application(school, received=received, **changes),
        variants.get(school),
        on=on,
        codes=changes.pop("codes", CODES.model_copy(update={"generated": on})),
    )


def why(outcome: Outcome) -> list[tuple[str, str]]:
    """What is not met, with its clause."""
    return [
        (finding.code, finding.clause) for finding in outcome.findings if finding.status != "met"
    ]


def issued(school: str, *, on: date = DAY, **changes: Any) -> Mlegitymacja:
    """The same with every open point attested; it has to be accepted then."""
    first = issue(school, on=on, **changes)
    received = changes.pop("received", on)
    again = mlegitymacja.issue(
        application(school, received=received, **changes),
        variants.get(school),
        on=on,
        codes=CODES.model_copy(update={"generated": on}),
        attested=attest(first.findings, on=on),
    )
    assert isinstance(again, Accepted), list(again.reasons)
    return again.document


def only(outcome: Outcome, code: str) -> Finding:
    """The one finding of that code."""
    (finding,) = named(outcome.findings, code)
    return finding


def reasons(outcome: Outcome) -> set[tuple[str, str]]:
    """Code and clause of all that is breached."""
    return {(f.code, f.clause) for f in outcome.findings if f.status is Status.BREACHED}


# --- the whole ------------------------------------------------------------------------------------


@clause("grojec:§2.8", "ostroleka:§2.1", "leczna:V.4", "balin:prior-id", "leczna:V.2")
@pytest.mark.parametrize("school", SCHOOLS)
def test_a_complete_application_is_accepted_once_humans_have_attested(school: str) -> None:
    first = issue(school)
    assert not reasons(first)
    document = issued(school)
    assert document.issued.codes_until == date(2024, 10, 31)
    assert mlegitymacja.state_on(document, DAY) == "issued"


def test_undecided_changes_nothing_and_names_what_is_open() -> None:
    outcome = issue("balin")
    assert isinstance(outcome, Undecided)
    assert [(f.code, f.who) for f in outcome.reasons] == [("photo.current", "office")]


def test_all_reasons_come_at_once() -> None:
    outcome = issue(
        "grojec",
        applicant="pupil",
        handed_in=(),
        prior_id=None,
        photo=facts(height=632),
        pupil=ANNA.model_copy(update={"address": None, "pesel": None}),
    )
    assert isinstance(outcome, Refused)
    assert reasons(outcome) == {
        ("application.applicant", "grojec:§7.6b"),
        ("application.item", "grojec:§7.3"),
        ("id.issued", "grojec:§7.2"),
        ("application.data", "grojec:§7.6d"),
        ("photo.height", "grojec:§7.4"),
    }
    missing = {f.subject for f in named(outcome.reasons, "application.data")}
    assert missing == {"id_number", "pesel", "address"}


# --- agreement ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "school",
    [
        pytest.param("balin", marks=clause("balin:agreement")),
        pytest.param("sp6", marks=clause("sp6:agreement")),
    ],
)
def test_a_school_without_the_agreement_may_not_issue(school: str) -> None:
    unsigned = variants.get(school).override({"mlegitymacja.agreement.signed": False})
    outcome = mlegitymacja.issue(application(school), unsigned, on=DAY, codes=CODES)
    assert isinstance(outcome, Refused)
    assert reasons(outcome) == {("school.agreement", f"{school}:agreement")}


# --- who asks -------------------------------------------------------------------------------------

MINOR, ADULT = date(2012, 4, 14), date(2006, 10, 1)
PESEL_OF_NOBODY = None


def pupil(born: date) -> Pupil:
    return ANNA.model_copy(update={"born": born, "pesel": PESEL_OF_NOBODY})


@pytest.mark.parametrize(
    ("school", "who", "born", "status", "where"),
    [
        ("balin", "parent", MINOR, "met", "balin:codes"),
        ("balin", "guardian", MINOR, "met", "balin:codes"),
        ("balin", "pupil", MINOR, "breached", "balin:codes"),
        ("balin", "pupil", ADULT, "needs_review", "balin:codes"),
        ("sp6", "foster_carer", MINOR, "met", "sp6:codes"),
        ("sp6", "pupil", ADULT, "needs_review", "sp6:codes"),
        pytest.param("grojec", "parent", MINOR, "met", "grojec:§7.6b", marks=clause("grojec:§7.1")),
        pytest.param(
            "grojec", "pupil", MINOR, "breached", "grojec:§7.6b", marks=clause("grojec:§7.6b")
        ),
        pytest.param(
            "grojec", "pupil", ADULT, "needs_review", "grojec:§7.6b", marks=clause("grojec:§7.6a")
        ),
        ("grojec", "graduate", ADULT, "breached", "grojec:§7.6b"),
        pytest.param("leczna", "parent", MINOR, "met", "leczna:V.2", marks=clause("leczna:V.2")),
        ("leczna", "pupil", MINOR, "breached", "leczna:V.2"),
        ("ostroleka", "parent", MINOR, "met", "ostroleka:§2.6"),
        ("ostroleka", "parent", ADULT, "breached", "ostroleka:§2.6"),
        pytest.param(
            "ostroleka", "pupil", ADULT, "met", "ostroleka:§2.6", marks=clause("ostroleka:§2.6")
        ),
        ("ostroleka", "pupil", MINOR, "breached", "ostroleka:§2.6"),
    ],
)
def test_who_may_apply(school: str, who: str, born: date, status: str, where: str) -> None:
    finding = only(issue(school, applicant=who, pupil=pupil(born)), "application.applicant")
    assert (finding.status, finding.clause) == (status, where)


@clause("ostroleka:§2.6")
@pytest.mark.parametrize(
    ("day", "alone", "parent"),
    [
        (date(2024, 9, 30), Status.BREACHED, Status.MET),
        (date(2024, 10, 1), Status.MET, Status.BREACHED),
        (date(2024, 10, 2), Status.MET, Status.BREACHED),
    ],
)
def test_ostroleka_2_6_majority_begins_on_the_eighteenth_birthday(
    day: date, alone: Status, parent: Status
) -> None:
    born = pupil(date(2006, 10, 1))
    mine = only(issue("ostroleka", on=day, applicant="pupil", pupil=born), "application.applicant")
    theirs = only(
        issue("ostroleka", on=day, applicant="parent", pupil=born), "application.applicant"
    )
    assert (mine.status, theirs.status) == (alone, parent)
    if alone is Status.BREACHED:
        assert mine.notes == ("from_majority",)
        assert mine.earliest is None, "it would tell the day of birth"


@clause("ostroleka:§2.6")
def test_ostroleka_2_6_the_day_of_the_application_decides_not_the_day_of_issue() -> None:
    outcome = issue(
        "ostroleka",
        on=date(2024, 10, 1),
        received=date(2024, 9, 30),
        applicant="pupil",
        pupil=pupil(date(2006, 10, 1)),
    )
    assert only(outcome, "application.applicant").status is Status.BREACHED


def test_majority_by_marriage_is_the_hosts_to_state() -> None:
    married = ANNA.model_copy(update={"born": date(2008, 5, 5), "adult_since": date(2024, 9, 1)})
    outcome = issue("ostroleka", applicant="pupil", pupil=married)
    assert only(outcome, "application.applicant").status is Status.MET


# --- what comes with it ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "item", "where"),
    [
        pytest.param("balin", "form", "balin:docs.1", marks=clause("balin:docs.1", "balin:forms")),
        pytest.param("sp6", "id_scan", "sp6:docs.1", marks=clause("sp6:docs.1")),
        pytest.param("sp6", "form", "sp6:docs.3", marks=clause("sp6:docs.3")),
        pytest.param("grojec", "form", "grojec:§7.3", marks=clause("grojec:§7.3")),
        pytest.param("leczna", "form", "leczna:VI.1", marks=clause("leczna:VI.1")),
        pytest.param(
            "ostroleka",
            "form",
            "ostroleka:§2.7",
            marks=clause("ostroleka:§2.7", "ostroleka:§1.1"),
        ),
        pytest.param(
            "ostroleka",
            "declaration_photo",
            "ostroleka:form.declaration.1",
            marks=clause("ostroleka:form.declaration.1"),
        ),
        pytest.param(
            "ostroleka",
            "declaration_terms",
            "ostroleka:form.declaration.2",
            marks=clause("ostroleka:form.declaration.2"),
        ),
        pytest.param(
            "ostroleka",
            "declaration_report_loss",
            "ostroleka:form.declaration.3",
            marks=clause("ostroleka:form.declaration.3"),
        ),
        pytest.param(
            "ostroleka",
            "declaration_data_entry",
            "ostroleka:form.declaration.4",
            marks=clause("ostroleka:form.declaration.4"),
        ),
    ],
)
def test_a_missing_item_is_named(school: str, item: str, where: str) -> None:
    left = tuple(one for one in HANDED_IN[school] if one != item)
    outcome = issue(school, handed_in=left)
    assert isinstance(outcome, Refused)
    assert [(f.subject, f.clause) for f in outcome.reasons if f.code == "application.item"] == [
        (item, where)
    ]


@clause("ostroleka:form.issue")
def test_ostroleka_annex_1_the_id_is_shown_and_that_is_attested() -> None:
    finding = only(issue("ostroleka"), "application.shown")
    assert (finding.status, finding.subject, finding.clause) == (
        Status.NEEDS_REVIEW,
        "id_shown",
        "ostroleka:form.issue",
    )


@pytest.mark.parametrize("school", SCHOOLS)
@clause("ostroleka:§2.7", "grojec:§7.4", "leczna:VI.2", "sp6:docs.2", "balin:docs.2")
def test_an_application_without_a_photo_is_refused(school: str) -> None:
    outcome = issue(school, photo=None)
    assert [code for code, _ in reasons(outcome)] == ["photo.present"]


@clause("grojec:§7.6c")
def test_grojec_7_6c_the_version_for_disabled_pupils_needs_the_ruling_the_ordinary_one_does_not() -> (
    None
):
    without = issue("grojec", circumstances=("disability_version",))
    assert reasons(without) == {("application.item", "grojec:§7.6c")}
    with_it = issue(
        "grojec",
        circumstances=("disability_version",),
        handed_in=("form", "disability_ruling"),
    )
    assert not reasons(with_it)
    assert not reasons(issue("grojec"))


@pytest.mark.parametrize(
    ("school", "lodged", "circumstances", "status", "where"),
    [
        ("balin", "office", (), "met", "balin:docs.1"),
        pytest.param(
            "balin", "email", (), "breached", "balin:docs.scan", marks=clause("balin:docs.scan")
        ),
        ("balin", "email", ("restricted_work",), "met", "balin:docs.scan"),
        ("balin", "e_register", (), "breached", "balin:docs.1"),
        pytest.param(
            "sp6", "email", (), "met", "sp6:docs.channel", marks=clause("sp6:docs.channel")
        ),
        ("sp6", "office", (), "met", "sp6:docs.channel"),
        pytest.param("grojec", "email", (), "breached", "grojec:§7.5", marks=clause("grojec:§7.5")),
        ("leczna", "email", (), "breached", "leczna:VI.1"),
        ("ostroleka", "email", (), "breached", "ostroleka:§2.7"),
    ],
)
def test_by_which_way_it_may_be_lodged(
    school: str, lodged: str, circumstances: tuple[str, ...], status: str, where: str
) -> None:
    finding = only(issue(school, lodged=lodged, circumstances=circumstances), "application.channel")
    assert (finding.status, finding.clause) == (status, where)


@clause("grojec:§7.7")
@pytest.mark.parametrize(
    ("way", "email", "status"),
    [("print", None, "met"), ("email", "a@b.example", "met"), ("email", None, "breached")],
)
def test_grojec_7_7_activation_data_by_e_mail_need_an_address(
    way: str, email: str | None, status: str
) -> None:
    finding = only(issue("grojec", deliver_by=way, email=email), "codes.delivery")
    assert (finding.status, finding.clause) == (status, "grojec:§7.7")


@pytest.mark.parametrize("school", ["balin", "leczna", "ostroleka", "sp6"])
def test_delivery_is_no_condition_where_the_text_does_not_speak_of_it(school: str) -> None:
    assert not named(issue(school, deliver_by="email").findings, "codes.delivery")


@clause("grojec:§7.6d")
@pytest.mark.parametrize("field", ["pesel", "address", "disability"])
def test_grojec_7_6d_missing_data_are_named(field: str) -> None:
    outcome = issue("grojec", pupil=ANNA.model_copy(update={field: None}))
    assert [(f.code, f.subject) for f in outcome.findings if f.status == "breached"] == [
        ("application.data", field)
    ]


@clause("grojec:§7.6d")
def test_grojec_7_6d_the_pesel_has_to_agree_with_the_declared_birth_date() -> None:
    other_day = ANNA.model_copy(update={"born": date(2012, 4, 15)})
    outcome = issue("grojec", pupil=other_day)
    assert [code for code, _ in reasons(outcome)] == ["pesel.declared_birth_date"]


def test_what_a_text_does_not_speak_of_is_no_condition() -> None:
    """A school silent on ways of lodging and on photos takes any way, and any photo or none."""
    quiet = variants.get("leczna").override(
        {"mlegitymacja.channels": [], "mlegitymacja.photo": None}
    )
    for changes in ({"lodged": "e_register"}, {"photo": None}, {"photo": facts(width=1)}):
        outcome = mlegitymacja.issue(application("leczna", **changes), quiet, on=DAY, codes=CODES)
        assert isinstance(outcome, Accepted)


# --- PESEL ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "code", "status", "where"),
    [
        pytest.param(
            "ostroleka",
            "pesel.granted",
            "breached",
            "ostroleka:§2.3",
            marks=clause("ostroleka:§2.3"),
        ),
        ("grojec", "application.data", "breached", "grojec:§7.6d"),
        ("balin", "pesel.granted", "not_covered", "I-no-pesel"),
        ("leczna", "pesel.granted", "not_covered", "I-no-pesel"),
        ("sp6", "pesel.granted", "not_covered", "I-no-pesel"),
    ],
)
def test_a_pupil_without_a_pesel(school: str, code: str, status: str, where: str) -> None:
    outcome = issue(school, pupil=ANNA.model_copy(update={"pesel": None}))
    (finding,) = [f for f in named(outcome.findings, code) if f.status != "met"]
    assert (finding.status, finding.clause) == (status, where)


# --- the ID it rests on ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "where"),
    [
        pytest.param("balin", "balin:prior-id", marks=clause("balin:prior-id")),
        pytest.param("grojec", "grojec:§7.2", marks=clause("grojec:§7.2")),
        pytest.param("leczna", "leczna:V.4", marks=clause("leczna:V.4")),
        pytest.param("ostroleka", "ostroleka:§2.1", marks=clause("ostroleka:§2.1")),
        ("sp6", "sp6:docs.1"),
    ],
)
def test_without_an_id_issued_before_there_is_none(school: str, where: str) -> None:
    outcome = issue(school, prior_id=None)
    assert isinstance(outcome, Refused)
    assert ("id.issued", where) in reasons(outcome)


@clause("leczna:V.4")
def test_leczna_v_4_a_preschool_id_is_no_pupils_id() -> None:
    preschool = ID_CARD.model_copy(update={"kind": "preschool"})
    assert reasons(issue("leczna", prior_id=preschool)) == {("id.issued", "leczna:V.4")}


@pytest.mark.parametrize(
    ("school", "where"),
    [
        pytest.param("balin", "balin:validity", marks=clause("balin:validity")),
        pytest.param("sp6", "sp6:validity", marks=clause("sp6:validity")),
        pytest.param("grojec", "grojec:§7.2", marks=clause("grojec:§7.2", "grojec:§7.6a")),
        ("leczna", "leczna:VII.1"),
        pytest.param("ostroleka", "ostroleka:§2.9", marks=clause("ostroleka:§2.9")),
    ],
)
@pytest.mark.parametrize(
    ("last_day", "void_since", "valid"),
    [
        (DAY - timedelta(days=1), None, False),
        (DAY, None, True),
        (DAY + timedelta(days=1), None, True),
        (date(2025, 9, 30), DAY, False),
        (date(2025, 9, 30), DAY + timedelta(days=1), True),
    ],
)
def test_the_id_has_to_be_valid_on_the_day(
    school: str, where: str, last_day: date, void_since: date | None, valid: bool
) -> None:
    held = ID_CARD.model_copy(update={"valid_until": last_day, "void_since": void_since})
    finding = only(issue(school, prior_id=held), "id.valid")
    assert (finding.status == "met", finding.clause) == (valid, where)


# --- how long it lasts ----------------------------------------------------------------------------

PAPER_OF_2023 = ID_CARD.model_copy(
    update={"form": "paper", "issued": date(2023, 9, 4), "valid_until": date(2025, 9, 30)}
)


@pytest.mark.parametrize(
    ("school", "until"),
    [
        pytest.param("balin", date(2025, 9, 30), marks=clause("balin:validity")),
        pytest.param("sp6", date(2025, 9, 30), marks=clause("sp6:validity")),
        pytest.param("grojec", date(2025, 8, 31), marks=clause("grojec:§7.10")),
        ("leczna", date(2025, 9, 30)),
        pytest.param("ostroleka", date(2025, 9, 30), marks=clause("ostroleka:§2.9")),
    ],
)
def test_how_long_it_lasts_on_a_paper_id_of_2023(school: str, until: date) -> None:
    assert issued(school, prior_id=PAPER_OF_2023).issued.valid_until == until


@clause("grojec:§7.10")
@pytest.mark.parametrize(
    ("on", "until"),
    [
        (date(2025, 8, 30), date(2025, 8, 31)),
        (date(2025, 8, 31), date(2025, 8, 31)),
        (date(2025, 9, 1), date(2025, 9, 30)),
    ],
)
def test_grojec_7_10_the_school_year_ends_on_31_august(on: date, until: date) -> None:
    assert issued("grojec", on=on).issued.valid_until == until


@clause("grojec:§7.10")
def test_grojec_7_10_an_id_that_ends_before_the_school_year_ends_it() -> None:
    short = ID_CARD.model_copy(update={"valid_until": date(2025, 3, 31)})
    assert issued("grojec", prior_id=short).issued.valid_until == date(2025, 3, 31)


@clause("ostroleka:§2.12")
@pytest.mark.parametrize(
    ("ends", "until"),
    [
        (date(2025, 4, 25), date(2025, 4, 25)),
        (date(2025, 9, 29), date(2025, 9, 29)),
        (date(2025, 9, 30), date(2025, 9, 30)),
        (date(2025, 10, 1), date(2025, 9, 30)),
        (None, date(2025, 9, 30)),
    ],
)
def test_ostroleka_2_12_until_the_end_of_education_or_of_the_id(
    ends: date | None, until: date
) -> None:
    assert issued("ostroleka", education_ends=ends).issued.valid_until == until


@clause("ostroleka:§2.12")
@pytest.mark.parametrize(
    ("ends", "notes"), [(None, ("education_end_unknown",)), (date(2027, 4, 30), ())]
)
def test_ostroleka_2_12_an_unknown_end_of_education_is_said_so(
    ends: date | None, notes: tuple[str, ...]
) -> None:
    assert only(issue("ostroleka", education_ends=ends), "mlegitymacja.validity").notes == notes


@clause("ostroleka:§2.12")
def test_ostroleka_2_12_nothing_is_issued_after_the_end_of_education() -> None:
    outcome = issue("ostroleka", education_ends=DAY - timedelta(days=1))
    assert reasons(outcome) == {("mlegitymacja.validity", "ostroleka:§2.12")}


@clause("ostroleka:§2.17")
@pytest.mark.parametrize(
    ("school", "number"),
    [("ostroleka", "17/2024"), ("balin", None), ("grojec", None), ("leczna", None), ("sp6", None)],
)
def test_ostroleka_2_17_it_bears_the_number_of_the_card(school: str, number: str | None) -> None:
    document = issued(school)
    assert document.issued.number == number
    assert document.issued.id_number == "17/2024"


# --- codes ----------------------------------------------------------------------------------------


@clause("balin:codes", "sp6:codes")
@pytest.mark.parametrize("school", SCHOOLS)
def test_two_secrets_belong_to_an_issue(school: str) -> None:
    codes = issued(school).issued.codes
    assert codes is not None
    assert (codes.qr.reveal(), codes.code.reveal()) == ("QR-1", "CODE-1")
    with pytest.raises(ValueError, match="Field required"):
        ActivationCodes(generated=DAY, qr=codes.qr)  # type: ignore[call-arg]  # that is the point


@pytest.mark.parametrize(
    ("received", "generated", "on", "fits"),
    [
        (DAY, DAY, DAY, True),
        (DAY, DAY - timedelta(days=1), DAY, False),
        (DAY, DAY + timedelta(days=1), DAY, False),
        (DAY, DAY + timedelta(days=1), DAY + timedelta(days=2), True),
    ],
)
def test_codes_are_generated_between_the_application_and_the_issue(
    received: date, generated: date, on: date, fits: bool
) -> None:
    outcome = mlegitymacja.issue(
        application("leczna", received=received),
        variants.get("leczna"),
        on=on,
        codes=CODES.model_copy(update={"generated": generated}),
    )
    assert (only(outcome, "codes.generated").status == "met") is fits


# --- when the text applies ------------------------------------------------------------------------


@clause("ostroleka:§5.2")
@pytest.mark.parametrize(
    ("on", "covered", "notes"),
    [
        (date(2024, 8, 31), False, ()),
        (date(2024, 9, 1), True, ("retroactive",)),
        (date(2024, 9, 10), True, ("retroactive",)),
        (date(2024, 9, 22), True, ("retroactive",)),
        (date(2024, 9, 23), True, ()),
    ],
)
def test_ostroleka_5_2_in_force_with_retroactive_effect(
    on: date, covered: bool, notes: tuple[str, ...]
) -> None:
    outcome = issue(
        "ostroleka", on=on, prior_id=ID_CARD.model_copy(update={"issued": date(2023, 9, 1)})
    )
    finding = only(outcome, "regulation.in_force")
    assert (finding.status == "met", finding.notes) == (covered, notes)
    assert finding.clause == "ostroleka:§5.2"
    if not covered:
        assert isinstance(outcome, Undecided)
        assert not any(citation(f.clause).kind == "school" for f in outcome.findings[1:])


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize(
    ("on", "covered"),
    [(date(2025, 9, 15), True), (date(2025, 9, 16), True), (date(2025, 9, 17), False)],
)
def test_the_old_model_ends_on_16_september_2025(school: str, on: date, covered: bool) -> None:
    outcome = issue(school, on=on)
    answers = only(outcome, "regulation.in_force" if covered else "law.answers")
    assert answers.status is Status.MET
    kinds = {citation(f.clause).kind for f in outcome.findings}
    assert ("school" in kinds, "notice" in kinds) == (covered, not covered)


@pytest.mark.parametrize(
    ("school", "first"),
    [
        ("balin", date(2019, 9, 1)),
        ("sp6", date(2019, 9, 1)),
        ("grojec", date(2024, 7, 13)),
        ("leczna", date(2024, 7, 13)),
    ],
)
def test_the_undated_texts_begin_as_registered(school: str, first: date) -> None:
    before, at = issue(school, on=first - timedelta(days=1)), issue(school, on=first)
    assert only(before, "regulation.in_force").status is Status.NOT_COVERED
    assert only(at, "regulation.in_force").status is Status.MET


def test_nobody_can_attest_that_a_text_applies() -> None:
    on = date(2024, 7, 12)
    outcome = issue("leczna", on=on)
    words = attest(outcome.findings, on=on)
    assert "regulation.in_force" not in {word.condition for word in words}
    again = mlegitymacja.issue(
        application("leczna", received=on),
        variants.get("leczna"),
        on=on,
        codes=CODES.model_copy(update={"generated": on}),
        attested=words,
    )
    assert [f.code for f in again.reasons if f.status is not Status.BREACHED] == [
        "regulation.in_force"
    ]


def test_a_host_that_knows_better_moves_the_bounds() -> None:
    later = variants.get("leczna").override({"mlegitymacja.in_force.until": "2025-12-31"})
    on = date(2025, 10, 1)
    lodged = application(
        "leczna",
        received=on,
        prior_id=ID_CARD.model_copy(update={"valid_until": date(2026, 9, 30)}),
    )
    codes = CODES.model_copy(update={"generated": on})
    outcome = mlegitymacja.issue(lodged, later, on=on, codes=codes)
    # The text says nothing of the background, so the law's floor is asked beside it.
    assert why(outcome) == [("photo.background", "notice:sio-photo")]
    words = attest(outcome.findings, on=on)
    again = mlegitymacja.issue(lodged, later, on=on, codes=codes, attested=words)
    assert isinstance(again, Accepted)
    assert only(again, "regulation.in_force").status is Status.MET


def test_a_school_that_says_nothing_of_mlegitymacje_leaves_it_undecided() -> None:
    silent = variants.get("leczna").override({"mlegitymacja": None})
    outcome = mlegitymacja.issue(application("leczna"), silent, on=DAY, codes=CODES)
    assert isinstance(outcome, Undecided)
    assert [f.code for f in outcome.reasons] == ["codes.window", "id.issued"]
    early = mlegitymacja.issue(application("leczna"), silent, on=date(2019, 8, 31), codes=CODES)
    assert [f.code for f in early.findings] == ["regulation.procedure"]
    card = issued("leczna")
    command = mlegitymacja.Revoke(on=DAY, ground="school_changed")
    assert isinstance(mlegitymacja.decide(card, command, silent), Undecided)
    assert set(mlegitymacja.available(card, silent, on=DAY)) == set(mlegitymacja.KINDS)


NEW_CODES = ActivationCodes(generated=DAY, qr=Code("QR-2"), code=Code("CODE-2"))


# --- earlier ones ---------------------------------------------------------------------------------


def revoked(school: str, ground: RevocationGround) -> Mlegitymacja:
    document = issued(school)
    command = mlegitymacja.Revoke(on=DAY, ground=ground, applicant="parent")
    first = mlegitymacja.decide(document, command, variants.get(school))
    words = attest(first.findings)
    outcome = mlegitymacja.decide(
        document, command.model_copy(update={"attested": words}), variants.get(school)
    )
    assert isinstance(outcome, Accepted)
    return outcome.document


def again(school: str, earlier: Mlegitymacja, on: date, **changes: Any) -> Outcome:
    return mlegitymacja.issue(
        application(school, received=on, **changes),
        variants.get(school),
        on=on,
        codes=NEW_CODES.model_copy(update={"generated": on}),
        previous=(earlier,),
    )


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_second_living_one_on_one_id_is_refused(school: str) -> None:
    outcome = again(school, issued(school), DAY)
    assert isinstance(outcome, Refused)
    assert reasons(outcome) == {("mlegitymacja.only_one", "invariant:one-living")}
    other_id = ID_CARD.model_copy(update={"number": "18/2024"})
    assert not reasons(again(school, issued(school), DAY, prior_id=other_id))


@pytest.mark.parametrize(
    ("school", "status", "where"),
    [
        pytest.param("grojec", "met", "grojec:§7.9", marks=clause("grojec:§7.9")),
        ("balin", "not_covered", "I-lapse"),
        ("leczna", "not_covered", "I-lapse"),
        ("ostroleka", "not_covered", "I-lapse"),
        ("sp6", "not_covered", "I-lapse"),
    ],
)
def test_a_new_application_after_a_lapse(school: str, status: str, where: str) -> None:
    finding = only(again(school, issued(school), date(2024, 11, 1)), "codes.after_lapse")
    assert (finding.status, finding.clause) == (status, where)


@clause("ostroleka:§2.6")
@pytest.mark.parametrize("ground", ["device_lost_or_damaged", "school_changed"])
def test_ostroleka_2_6_a_plain_new_issue_is_open_after_any_revocation(
    ground: RevocationGround,
) -> None:
    outcome = again("ostroleka", revoked("ostroleka", ground), DAY)
    finding = only(outcome, "mlegitymacja.issue_after_revocation")
    assert (finding.status, finding.clause) == ("met", "ostroleka:§2.6")
    assert not reasons(outcome)


@pytest.mark.parametrize(
    ("school", "ground", "faults"),
    [
        ("grojec", "device_lost_or_damaged", set()),
        ("grojec", "school_changed", {("reissue.after", "grojec:§7.12c")}),
        ("leczna", "device_lost_or_damaged", set()),
        ("leczna", "id_validity_lost", {("reissue.after", "leczna:VIII.3")}),
    ],
)
def test_a_plain_new_issue_after_a_revocation_is_asked_what_a_reissue_is_asked(
    school: str, ground: RevocationGround, faults: set[tuple[str, str]]
) -> None:
    outcome = again(school, revoked(school, ground), DAY)
    assert only(outcome, "reissue.ground").status is Status.MET
    assert reasons(outcome) == faults


@pytest.mark.parametrize("school", ["balin", "sp6"])
def test_a_plain_new_issue_after_a_revocation_is_not_covered_where_no_text_speaks(
    school: str,
) -> None:
    finding = only(again(school, revoked(school, "device_lost_or_damaged"), DAY), "reissue.ground")
    assert (finding.status, finding.clause) == ("not_covered", "I-reissue")


@pytest.mark.parametrize("school", ["balin", "leczna"])
def test_after_a_revocation_with_the_lost_card_the_new_card_is_the_ground(school: str) -> None:
    duplicate = ID_CARD.model_copy(update={"number": "18/2024"})
    outcome = again(school, revoked(school, "id_validity_lost"), DAY, prior_id=duplicate)
    finding = only(outcome, "reissue.ground")
    assert (finding.subject, finding.notes) == ("new_card", ("law_answers", "law_probable"))
    assert not reasons(outcome)


@pytest.mark.parametrize(
    ("school", "where"),
    [
        ("balin", "balin:validity"),
        ("sp6", "sp6:validity"),
        pytest.param("grojec", "grojec:§7.12a", marks=clause("grojec:§7.13")),
        ("leczna", "leczna:VIII.1"),
        ("ostroleka", "ostroleka:§2.2.1"),
    ],
)
@pytest.mark.parametrize("extended", [True, False])
def test_a_new_issue_after_the_old_one_expired_needs_an_extended_id(
    school: str, where: str, extended: bool
) -> None:
    short = ID_CARD.model_copy(update={"valid_until": date(2024, 10, 20)})
    earlier = issued(school, prior_id=short)
    assert mlegitymacja.state_on(earlier, date(2024, 10, 21)) == "expired"
    held = ID_CARD if extended else short
    outcome = again(school, earlier, date(2024, 10, 21), prior_id=held)
    assert (("reissue.extended", where) in reasons(outcome)) is not extended


def test_grojec_7_12a_an_id_that_outlives_the_school_year_unextended_is_no_ground() -> None:
    earlier = issued("grojec")
    assert mlegitymacja.state_on(earlier, date(2025, 9, 5)) == "expired"
    outcome = again("grojec", earlier, date(2025, 9, 5))
    assert reasons(outcome) == {("reissue.extended", "grojec:§7.12a")}


@pytest.mark.parametrize("school", SCHOOLS)
def test_earlier_ones_are_this_pupils_and_this_ones_codes_are_new(school: str) -> None:
    lapsed, later = issued(school), date(2024, 11, 1)
    stranger = ANNA.model_copy(update={"born": date(2011, 1, 1), "pesel": None})
    other = again(school, lapsed, later, pupil=stranger)
    assert ("application.same_pupil", "invariant:same-pupil") in reasons(other)
    same_codes = mlegitymacja.issue(
        application(school, received=later),
        variants.get(school),
        on=later,
        codes=CODES.model_copy(update={"generated": later}),
        previous=(lapsed,),
    )
    assert ("codes.fresh", "invariant:own-codes") in reasons(same_codes)


@pytest.mark.parametrize("school", SCHOOLS)
def test_nothing_is_issued_before_what_has_happened_already(school: str) -> None:
    outcome = again(school, issued(school), DAY - timedelta(days=1))
    assert ("day.order", "invariant:day-order") in reasons(outcome)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_earlier_ones_does_not_matter(order: int) -> None:
    """The replaced one says nothing; its successor has lapsed, and that is what counts."""
    first = issued("balin")
    replaced = mlegitymacja.evolve(
        first, mlegitymacja.Reissued(on=DAY, ground="validity_confirmed", clause="balin:validity")
    )
    successor = retold(first, codes=NEW_CODES)
    third = ActivationCodes(generated=date(2024, 12, 1), qr=Code("QR-3"), code=Code("CODE-3"))
    outcome = mlegitymacja.issue(
        application("balin", received=date(2024, 12, 1)),
        variants.get("balin"),
        on=date(2024, 12, 1),
        codes=third,
        previous=(replaced, successor)[::order],
    )
    assert only(outcome, "codes.after_lapse").status is Status.NOT_COVERED


@pytest.mark.parametrize(("days", "fits"), [(29, True), (30, True), (31, False)])
@pytest.mark.parametrize("school", SCHOOLS)
def test_nothing_is_issued_whose_codes_have_run_out(school: str, days: int, fits: bool) -> None:
    outcome = mlegitymacja.issue(
        application(school),
        variants.get(school),
        on=DAY + timedelta(days=days),
        codes=CODES,
    )
    assert bool(named(outcome.findings, "codes.window")) is not fits


def test_nobody_gets_one_before_birth() -> None:
    unborn = ANNA.model_copy(update={"born": DAY + timedelta(days=1), "pesel": None})
    assert ("pupil.born", "invariant:day-order") in reasons(issue("leczna", pupil=unborn))


def test_an_id_issued_later_is_not_issued_before() -> None:
    later = ID_CARD.model_copy(update={"issued": DAY + timedelta(days=1)})
    finding = only(issue("leczna", prior_id=later), "id.issued")
    assert (finding.status, finding.earliest) == ("breached", DAY + timedelta(days=1))


def test_one_that_was_replaced_says_nothing_of_a_new_one() -> None:
    document = issued("leczna")
    replaced = mlegitymacja.evolve(
        document, mlegitymacja.Reissued(on=DAY, ground="errors_found", clause="leczna:VIII.2")
    )
    assert not again("leczna", replaced, DAY).reasons


# --- bad calls ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"application": {"received": "2024-10-01"}}, "application"),
        ({"school": "leczna"}, "school"),
        ({"on": "2024-10-01"}, "on"),
        ({"codes": {}}, "codes"),
    ],
)
def test_a_broken_call_is_a_typed_error(changes: dict[str, Any], name: str) -> None:
    call: dict[str, Any] = {
        "application": application("leczna"),
        "school": variants.get("leczna"),
        "on": DAY,
        "codes": CODES,
    }
    with pytest.raises(WrongArgument) as caught:
        mlegitymacja.issue(**{**call, **changes})
    assert caught.value.name == name


def test_the_event_of_its_issue_says_all_that_later_decisions_need() -> None:
    document = issued("ostroleka")
    assert document == mlegitymacja.replay([document.issued])
    assert isinstance(document.issued, Issued)
    assert {word.condition for word in document.issued.attested} >= {"photo.background"}


@pytest.mark.parametrize(
    "changes",
    [{"previous": [1]}, {"previous": 5}, {"attested": ["yes"]}, {"attested": None}],
)
def test_what_comes_in_rows_is_checked_one_by_one(changes: dict[str, Any]) -> None:
    with pytest.raises(WrongArgument) as caught:
        mlegitymacja.issue(
            application("leczna"), variants.get("leczna"), on=DAY, codes=CODES, **changes
        )
    assert caught.value.name in changes


def test_no_mlegitymacja_outlives_its_id_even_if_no_other_bound_is_known() -> None:
    bound = {"by": "education", "clause": "leczna:x"}
    school = variants.get("leczna").override({"mlegitymacja.validity": [bound]})
    outcome = mlegitymacja.issue(application("leczna"), school, on=DAY, codes=CODES)
    assert isinstance(outcome, Accepted)
    assert outcome.document.issued.valid_until == ID_CARD.valid_until


def test_a_history_is_several_events() -> None:
    with pytest.raises(WrongArgument, match="'events'"):
        mlegitymacja.replay(5)  # type: ignore[arg-type]  # that is the point
