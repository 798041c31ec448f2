"""Forms, the back of a photo, the subject of a message: what is written, and what is missing.

The fields of each form stand here once more, read off the forms themselves, so that neither a field
too few nor one too many goes unseen.
"""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from itertools import permutations
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from legitymacja_rules import Status, forms, naming, variants
from legitymacja_rules.errors import LoadError, UnknownProcedure, WrongArgument
from legitymacja_rules.facts import FilledForm, PhysicalId, Pupil
from legitymacja_rules.findings import Finding
from legitymacja_rules.loading import dump, load
from legitymacja_rules.outcomes import Verdict
from legitymacja_rules.regulation import PaperPhoto, Subject
from legitymacja_rules.vocabulary import DataField, Procedure
from samples import ANNA, DAY, ID_CARD, SCHOOLS, named

ONE_DAY = timedelta(days=1)
LAST = date(2025, 9, 16)
"""The last day of the chapters on mLegitymacje."""

FORM = FilledForm(
    place="Grójec",
    written=DAY,
    applicant_name="Maria Kowalska",
    applicant_address="ul. Lipowa 1, Grójec",
    applicant_phone="600 000 000",
    applicant_email="maria@example.pl",
    birth_place="Radom",
    phone="600 000 001",
    reason="lost",
    signed=True,
    certificate_kind="school",
    certificate_school="Technikum nr 3",
    certificate_profile="informatyk",
    certificate_year=2019,
    certificate_name="Anna Nowak",
)
"""A form on which nothing is left out."""

ALWAYS: frozenset[DataField] = frozenset({"first_names", "last_name", "birth_date"})
"""Without these there is no pupil."""

ID_FIELDS: frozenset[DataField] = frozenset({"id_number", "id_issued", "id_valid_until"})
"""These come with the ID, or not at all."""

LEAVABLE = sorted({*get_args(DataField)} - ALWAYS)

Key = tuple[str, Procedure, bool]

GROJEC_FORM = """
    place written applicant_name applicant_address applicant_phone applicant_email
    first_names last_name class_name birth_date birth_place pesel signature
"""
ANNEX_1 = """
    place written applicant_name phone first_names last_name class_name pesel
    id_number id_valid_until signature
"""
ANNEX_2 = "place written first_names last_name address class_name reason signature"
ANNEX_3 = """
    place written first_names last_name address pesel phone certificate_kind certificate_school
    certificate_profile certificate_year certificate_name birth_date birth_place reason signature
"""
SEEN: dict[Key, tuple[str, set[str]]] = {
    ("grojec", "mlegitymacja", False): (
        "grojec:form.issue",
        {*GROJEC_FORM.split(), "address", "id_number", "id_issued", "id_valid_until"},
    ),
    ("grojec", "id_duplicate", False): (
        "grojec:form.duplicate",
        {*GROJEC_FORM.split(), "reason"},
    ),
    ("ostroleka", "mlegitymacja", False): ("ostroleka:form.issue", {*ANNEX_1.split()}),
    ("ostroleka", "mlegitymacja", True): ("ostroleka:form.revoke", {*ANNEX_1.split()}),
    ("ostroleka", "id_duplicate", False): ("ostroleka:form.duplicate", {*ANNEX_2.split()}),
    ("ostroleka", "certificate_duplicate", False): (
        "ostroleka:form.certificate",
        {*ANNEX_3.split()},
    ),
}
"""The forms that are known: by which clause, and which fields they have."""

UNSEEN: dict[Key, str] = {
    ("balin", "mlegitymacja", False): "balin:docs.1",
    ("balin", "mlegitymacja", True): "balin:forms",
    ("sp6", "mlegitymacja", False): "sp6:docs.3",
    ("grojec", "id_exchange", False): "grojec:§4.2",
    ("leczna", "id_exchange", False): "leczna:III.2",
    ("leczna", "id_duplicate", False): "leczna:IV.1",
    ("leczna", "mlegitymacja", False): "leczna:VI.1",
    ("leczna", "mlegitymacja", True): "leczna:VII.2",
    ("leczna", "certificate_duplicate", False): "leczna:IX.1",
}
"""The forms that a text refers to and that are not known."""

NO_FORM: list[Key] = [
    ("grojec", "school_id", False),
    ("grojec", "mlegitymacja", True),
    ("leczna", "school_id", False),
    ("leczna", "preschool_id", False),
    ("ostroleka", "school_id", False),
    ("ostroleka", "id_exchange", False),
    ("sp6", "mlegitymacja", True),
]
"""What a text speaks of, but of no form."""

clause = pytest.mark.clause


def ask(
    key: Key,
    form: FilledForm = FORM,
    *,
    pupil: Pupil = ANNA,
    prior_id: PhysicalId | None = ID_CARD,
    on: date = DAY,
) -> Verdict:
    school, procedure, revocation = key
    return forms.check(
        form,
        variants.get(school),
        procedure,
        pupil=pupil,
        prior_id=prior_id,
        on=on,
        revocation=revocation,
    )


def subjects(findings: Iterable[Finding]) -> list[str | None]:
    return [finding.subject for finding in findings]


def without(left_out: Collection[DataField]) -> tuple[FilledForm, Pupil, PhysicalId | None]:
    """A form, a pupil and an ID on which these fields are left out."""
    blank: dict[str, Any] = dict.fromkeys(left_out)
    if "signature" in blank:
        blank = {**blank, "signed": False}
    form = FORM.model_copy(update={name: blank[name] for name in blank if name in dict(FORM)})
    pupil = ANNA.model_copy(update={name: None for name in blank if name in dict(ANNA)})
    return form, pupil, None if ID_FIELDS & {*left_out} else ID_CARD


def gone(left_out: Collection[DataField]) -> set[DataField]:
    """The fields that are then missing: with one of the ID's the ID itself, and so all of them."""
    return {*left_out} | (ID_FIELDS if ID_FIELDS & {*left_out} else set())


# The forms that are known


@clause(
    "grojec:form.issue",
    "grojec:§7.3",
    "grojec:form.duplicate",
    "grojec:§5.2",
    "ostroleka:form.issue",
    "ostroleka:form.revoke",
    "ostroleka:form.duplicate",
    "ostroleka:§3.3",
    "ostroleka:form.certificate",
    "ostroleka:§4.2",
)
@pytest.mark.parametrize("key", SEEN)
def test_a_form_is_asked_for_its_own_fields_and_for_no_more(key: Key) -> None:
    cited, fields = SEEN[key]
    verdict = ask(key)
    asked = named(verdict.findings, "form.field")
    assert verdict.status is Status.MET
    assert sorted(map(str, subjects(asked))) == sorted(fields)
    assert {finding.clause for finding in asked} == {cited}


@clause("grojec:§5.2", "grojec:§7.3", "ostroleka:§3.3", "ostroleka:§4.2")
@pytest.mark.parametrize(
    ("key", "refers"),
    [
        (("grojec", "mlegitymacja", False), "grojec:§7.3"),
        (("grojec", "id_duplicate", False), "grojec:§5.2"),
        (("ostroleka", "id_duplicate", False), "ostroleka:§3.3"),
        (("ostroleka", "certificate_duplicate", False), "ostroleka:§4.2"),
    ],
)
def test_a_field_cites_beside_its_form_what_refers_to_the_form(key: Key, refers: str) -> None:
    for finding in named(ask(key).findings, "form.field"):
        assert refers in finding.also


@pytest.mark.parametrize("key", SEEN)
@given(left_out=st.sets(st.sampled_from(LEAVABLE)))
def test_law_exactly_what_is_asked_and_left_out_is_named(
    key: Key, left_out: set[DataField]
) -> None:
    form, pupil, held = without(left_out)
    verdict = ask(key, form, pupil=pupil, prior_id=held)
    missing = SEEN[key][1] & gone(left_out)
    assert {*subjects(verdict.reasons)} == missing
    assert len(verdict.reasons) == len(missing)
    assert {finding.status for finding in verdict.reasons} <= {Status.BREACHED}
    assert {finding.code for finding in verdict.reasons} <= {"form.field"}


@pytest.mark.parametrize("key", SEEN)
def test_an_empty_form_lacks_all_but_the_pupils_names_and_birth(key: Key) -> None:
    bare = Pupil(first_names="Anna", last_name="Kowalska", born=ANNA.born)
    missing = subjects(ask(key, FilledForm(), pupil=bare, prior_id=None).reasons)
    assert sorted(map(str, missing)) == sorted(SEEN[key][1] - ALWAYS)


@clause("grojec:form.duplicate")
def test_grojec_form_duplicate_asks_for_no_address_of_the_pupil_and_nothing_of_the_id() -> None:
    pupil = ANNA.model_copy(update={"address": None})
    assert ask(("grojec", "id_duplicate", False), pupil=pupil, prior_id=None).status is Status.MET
    issue = ask(("grojec", "mlegitymacja", False), pupil=pupil, prior_id=None)
    assert subjects(issue.reasons) == ["address", "id_number", "id_issued", "id_valid_until"]


@clause("ostroleka:form.certificate")
def test_ostroleka_form_certificate_asks_for_the_pupils_own_phone_and_address() -> None:
    key: Key = ("ostroleka", "certificate_duplicate", False)
    for changes in ({"applicant_phone": None, "applicant_address": None}, {"applicant_name": None}):
        assert ask(key, FORM.model_copy(update=changes)).status is Status.MET
    assert subjects(ask(key, FORM.model_copy(update={"phone": None})).reasons) == ["phone"]


@clause("ostroleka:form.revoke")
def test_ostroleka_form_revoke_is_annex_1_as_well_and_has_its_fields() -> None:
    issue, revoke = (ask(("ostroleka", "mlegitymacja", revocation)) for revocation in (False, True))
    fields = [subjects(named(asked.findings, "form.field")) for asked in (issue, revoke)]
    assert fields[0] == fields[1]


def test_what_a_field_says_is_not_judged() -> None:
    odd = FORM.model_copy(update={"applicant_email": "no address", "applicant_phone": "?"})
    assert ask(("grojec", "mlegitymacja", False), odd).status is Status.MET


# Forms that are not known, and none at all


DEMANDED: dict[Key, list[str]] = {("leczna", "id_exchange", False): ["reason"]}
"""What the text itself demands of a form that is not known."""


@clause("balin:forms", "leczna:VII.2", "leczna:VI.1", "leczna:III.3", "balin:docs.1", "sp6:docs.3")
@pytest.mark.parametrize("key", UNSEEN)
@pytest.mark.parametrize("form", [FORM, FilledForm()], ids=["full", "empty"])
def test_of_a_form_that_is_not_known_only_what_the_text_demands_is_asked(
    key: Key, form: FilledForm
) -> None:
    bare = Pupil(first_names="Anna", last_name="Kowalska", born=ANNA.born)
    verdict = ask(key, form, pupil=bare, prior_id=None)
    (fields,) = named(verdict.findings, "form.fields")
    demanded = DEMANDED.get(key, [])
    asked = named(verdict.findings, "form.field")
    assert subjects(asked) == demanded
    fits = form is FORM or not demanded
    assert verdict.status is (Status.MET if fits else Status.BREACHED)
    assert (fields.clause, fields.notes) == (UNSEEN[key], ("form_not_seen",))
    assert "I-missing-forms" in fields.also


@pytest.mark.parametrize("key", NO_FORM)
def test_where_the_text_speaks_of_no_form_nothing_is_covered(key: Key) -> None:
    (fields,) = ask(key).reasons
    assert (fields.code, fields.status) == ("form.fields", Status.NOT_COVERED)
    assert (fields.clause, fields.who) == ("I-silence", None)


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("procedure", get_args(Procedure))
def test_every_procedure_of_every_school_is_one_of_these(school: str, procedure: Procedure) -> None:
    key = (school, procedure, False)
    regulated = variants.get(school).procedure(procedure) is not None
    assert sum(key in table for table in (SEEN, UNSEEN, NO_FORM)) == regulated
    if not regulated:
        (silence,) = ask(key).findings
        assert (silence.code, silence.clause) == ("regulation.procedure", "I-silence")
        assert (silence.status, silence.subject) == (Status.NOT_COVERED, procedure)


# Days


@pytest.mark.parametrize(
    ("key", "on", "applies"),
    [
        (("ostroleka", "id_duplicate", False), date(2024, 8, 31), False),
        (("ostroleka", "id_duplicate", False), date(2024, 9, 1), True),
        (("ostroleka", "id_duplicate", False), date(2024, 9, 2), True),
        (("ostroleka", "id_duplicate", False), LAST + ONE_DAY, True),
        (("ostroleka", "mlegitymacja", False), LAST - ONE_DAY, True),
        (("ostroleka", "mlegitymacja", False), LAST, True),
        (("ostroleka", "mlegitymacja", False), LAST + ONE_DAY, False),
        (("grojec", "id_duplicate", False), date(2024, 7, 12), False),
        (("grojec", "id_duplicate", False), date(2024, 7, 13), True),
        # What was issued before lives on by the text, and so does the form by which it is revoked.
        (("ostroleka", "mlegitymacja", True), date(2024, 8, 31), False),
        (("ostroleka", "mlegitymacja", True), date(2024, 9, 1), True),
        (("ostroleka", "mlegitymacja", True), LAST + ONE_DAY, True),
        (("balin", "mlegitymacja", True), LAST + ONE_DAY, True),
    ],
)
def test_outside_of_its_dates_a_text_asks_nothing(key: Key, on: date, applies: bool) -> None:
    form = FORM.model_copy(update={"written": None})
    verdict = ask(key, form, on=on)
    first, *others = verdict.findings
    assert first.code == "regulation.in_force"
    assert first.status is (Status.MET if applies else Status.NOT_COVERED)
    assert bool(others) is applies


@pytest.mark.parametrize(
    ("written", "status"),
    [
        (DAY - ONE_DAY, Status.MET),
        (DAY, Status.MET),
        (DAY + ONE_DAY, Status.BREACHED),
    ],
)
@pytest.mark.parametrize("key", [*SEEN, *UNSEEN])
def test_a_form_is_not_written_after_the_day(key: Key, written: date, status: Status) -> None:
    verdict = ask(key, FORM.model_copy(update={"written": written}))
    (found,) = named(verdict.findings, "form.written")
    assert (found.status, found.clause) == (status, "invariant:day-order")
    assert (found.measured, found.limit) == (written.isoformat(), DAY.isoformat())
    assert verdict.status is status


@pytest.mark.parametrize("key", [*SEEN, *UNSEEN])
def test_a_form_without_a_day_has_none_to_compare(key: Key) -> None:
    undated = ask(key, FORM.model_copy(update={"written": None}))
    assert named(undated.findings, "form.written") == []


# What is known


def test_all_fields_are_known_of_a_form_on_which_nothing_is_left_out() -> None:
    assert forms.known(ANNA, ID_CARD, FORM) == {*get_args(DataField)}
    bare = Pupil(first_names="Anna", last_name="Kowalska", born=ANNA.born)
    assert forms.known(bare, None, FilledForm()) == ALWAYS


@given(st.sets(st.sampled_from(LEAVABLE)))
def test_law_what_is_left_out_is_not_known_and_all_else_is(left_out: set[DataField]) -> None:
    form, pupil, held = without(left_out)
    assert forms.known(pupil, held, form) == {*get_args(DataField)} - gone(left_out)


@pytest.mark.parametrize("disability", [True, False])
def test_no_disability_is_an_answer_too(disability: bool) -> None:
    pupil = ANNA.model_copy(update={"disability": disability})
    assert "disability" in forms.known(pupil, None, FilledForm())


# The form itself


def test_an_incomplete_form_can_be_told_and_loaded() -> None:
    assert load(FilledForm, "{}") == FilledForm()
    assert load(FilledForm, dump(FORM)) == FORM == pickle.loads(pickle.dumps(FORM))


@pytest.mark.parametrize("field", [name for name in FilledForm.model_fields if name != "signed"])
@pytest.mark.parametrize("value", ["", "  ", 7])
def test_a_field_left_empty_is_left_out_not_blank(field: str, value: object) -> None:
    with pytest.raises(LoadError) as caught:
        load(FilledForm, {field: value})
    assert [path for path, _ in caught.value.faults] == [field]


@pytest.mark.parametrize(
    ("year", "fits"),
    [(1799, False), (1800, True), (1801, True), (2298, True), (2299, True), (2300, False)],
)
def test_a_year_is_one_that_a_day_can_have(year: int, fits: bool) -> None:
    if fits:
        assert FilledForm(certificate_year=year).certificate_year == year
    else:
        with pytest.raises(ValidationError):
            FilledForm(certificate_year=year)


def test_a_reason_is_that_of_an_exchange_or_of_a_loss() -> None:
    assert FilledForm(reason="pesel_granted").reason == "pesel_granted"
    assert FilledForm(reason="stolen").reason == "stolen"
    with pytest.raises(LoadError):
        load(FilledForm, {"reason": "school_changed"})


# The back of a printed photo

LABELS: tuple[DataField, ...] = ("first_names", "last_name", "birth_date", "address")


@clause("ostroleka:§3.4")
@given(st.sets(st.sampled_from(sorted({*get_args(DataField)}))))
def test_ostroleka_3_4_each_label_that_is_missing_on_the_back_is_named(
    labelled: set[DataField],
) -> None:
    school = variants.get("ostroleka")
    verdict = forms.back_of_photo(labelled, school, "id_duplicate", on=DAY)
    labels = named(verdict.findings, "photo.label")
    assert subjects(labels) == [*LABELS]
    assert {finding.clause for finding in labels} == {"ostroleka:§3.4"}
    assert subjects(verdict.reasons) == [label for label in LABELS if label not in labelled]
    assert {finding.status for finding in verdict.reasons} <= {Status.BREACHED}


@clause("ostroleka:§3.4")
def test_ostroleka_3_4_of_a_print_no_file_is_judged() -> None:
    verdict = forms.back_of_photo(LABELS, variants.get("ostroleka"), "id_duplicate", on=DAY)
    assert verdict.status is Status.MET
    assert {finding.code for finding in verdict.findings} == {"regulation.in_force", "photo.label"}
    rule = PaperPhoto(labels=LABELS, clause="x:1")
    assert {finding.code for finding in forms.paper_photo_findings(rule, ())} == {"photo.label"}


@pytest.mark.parametrize(
    ("school", "procedure"),
    [("ostroleka", "mlegitymacja"), ("ostroleka", "school_id"), ("leczna", "id_duplicate")],
)
def test_where_no_text_takes_a_print_its_back_is_not_covered(
    school: str, procedure: Procedure
) -> None:
    (label,) = forms.back_of_photo(LABELS, variants.get(school), procedure, on=DAY).reasons
    assert (label.code, label.clause) == ("photo.label", "I-silence")
    assert label.status is Status.NOT_COVERED


# The subject of a message

SUBJECTS: dict[Procedure, tuple[str, str]] = {
    "school_id": ("leczna:II.1", "legitymacja"),
    "preschool_id": ("leczna:II.2", "legitymacja"),
    "mlegitymacja": ("leczna:VI.2", "mlegitymacja"),
}
LECZNA = variants.get("leczna")


def subject(text: str, procedure: Procedure, pupil: Pupil = ANNA, on: date = DAY) -> Verdict:
    return forms.check_subject(text, LECZNA, procedure, pupil, on=on)


@clause("leczna:II.1", "leczna:II.2", "leczna:VI.2")
@pytest.mark.parametrize("procedure", SUBJECTS)
def test_leczna_ii_1_ii_2_vi_2_names_class_and_the_word_in_any_order(
    procedure: Procedure,
) -> None:
    cited, word = SUBJECTS[procedure]
    for parts in permutations(("Anna", "Kowalska", "4b", word)):
        verdict = subject(" ".join(parts), procedure)
        (found,) = named(verdict.findings, "message.subject")
        assert (verdict.status, found.clause, found.limit) == (Status.MET, cited, word)


@clause("leczna:II.1", "leczna:II.2", "leczna:VI.2")
@pytest.mark.parametrize("procedure", SUBJECTS)
@pytest.mark.parametrize("left_out", range(4))
def test_leczna_ii_1_ii_2_vi_2_each_part_is_needed(procedure: Procedure, left_out: int) -> None:
    parts = ["Anna", "Kowalska", "4b", SUBJECTS[procedure][1]]
    del parts[left_out]
    (found,) = subject(" ".join(parts), procedure).reasons
    assert (found.code, found.status) == ("message.subject", Status.BREACHED)


@clause("leczna:II.1", "leczna:II.2", "leczna:VI.2")
@pytest.mark.parametrize("procedure", SUBJECTS)
@pytest.mark.parametrize("word", ["legitymacja", "mlegitymacja", "mLegitymacja"])
def test_leczna_one_word_does_not_pass_for_the_other(procedure: Procedure, word: str) -> None:
    verdict = subject(f"Anna Kowalska 4b {word}", procedure)
    right = word.lower() == SUBJECTS[procedure][1]
    assert verdict.status is (Status.MET if right else Status.BREACHED)


@clause("leczna:II.1", "leczna:II.2", "leczna:VI.2")
@pytest.mark.parametrize("procedure", SUBJECTS)
def test_the_subject_that_is_built_is_the_one_that_is_asked_for(procedure: Procedure) -> None:
    rules = LECZNA.procedure(procedure)
    assert rules is not None
    assert rules.subject is not None
    built = naming.subject(rules.subject, ANNA)
    assert built == f"Anna Kowalska, 4b, {SUBJECTS[procedure][1]}"
    assert subject(built, procedure).status is Status.MET


def test_without_a_class_to_compare_a_human_has_to_look() -> None:
    classless = ANNA.model_copy(update={"class_name": None})
    (found,) = subject("Anna Kowalska 4b legitymacja", "school_id", classless).reasons
    assert (found.status, found.notes) == (Status.NEEDS_REVIEW, ("pupil_not_given",))
    names_only = Subject(parts=("first_name", "last_name"), word="legitymacja", clause="x:1")
    judged = forms.subject_finding(names_only, "Anna Kowalska legitymacja", classless)
    assert judged.status is Status.MET


@pytest.mark.parametrize("procedure", ["id_duplicate", "id_exchange", "certificate_duplicate"])
def test_where_the_text_asks_for_no_subject_none_is_covered(procedure: Procedure) -> None:
    (found,) = subject("Anna Kowalska 4b legitymacja", procedure).reasons
    assert (found.code, found.clause) == ("message.subject", "I-silence")
    assert found.status is Status.NOT_COVERED


@pytest.mark.parametrize(
    ("on", "status"), [(LAST, Status.MET), (LAST + ONE_DAY, Status.NOT_COVERED)]
)
def test_the_chapter_on_mlegitymacje_ends_with_what_it_asks_of_a_subject(
    on: date, status: Status
) -> None:
    verdict = subject("Anna Kowalska 4b mlegitymacja", "mlegitymacja", on=on)
    assert (verdict.status, verdict.findings[0].code) == (status, "regulation.in_force")


# Broken calls

GROJEC = variants.get("grojec")


def _check(**changes: Any) -> object:
    arguments: dict[str, Any] = {
        "form": FORM,
        "school": GROJEC,
        "procedure": "mlegitymacja",
        "pupil": ANNA,
        "on": DAY,
    }
    return forms.check(**{**arguments, **changes})


def _subject(**changes: Any) -> object:
    arguments: dict[str, Any] = {
        "text": "x",
        "school": GROJEC,
        "procedure": "mlegitymacja",
        "pupil": ANNA,
        "on": DAY,
    }
    return forms.check_subject(**{**arguments, **changes})


def _back(**changes: Any) -> object:
    arguments: dict[str, Any] = {
        "labelled": LABELS,
        "school": GROJEC,
        "procedure": "mlegitymacja",
        "on": DAY,
    }
    return forms.back_of_photo(**{**arguments, **changes})


@pytest.mark.parametrize(
    ("call", "argument", "value"),
    [
        (_check, "form", {"place": "Grójec"}),
        (_check, "school", "grojec"),
        (_check, "pupil", None),
        (_check, "prior_id", "17/2024"),
        (_check, "on", "2024-10-01"),
        (_check, "revocation", 1),
        (_check, "revocation", None),
        (_subject, "text", b"x"),
        (_subject, "school", None),
        (_subject, "pupil", "Anna"),
        (_subject, "on", None),
        (_back, "labelled", "address"),
        (_back, "labelled", None),
        (_back, "labelled", ("address", [])),
        (_back, "labelled", ("Address",)),
        (_back, "school", None),
        (_back, "on", 20241001),
    ],
)
def test_a_broken_call_is_a_wrong_argument(call: Any, argument: str, value: object) -> None:
    with pytest.raises(WrongArgument) as caught:
        call(**{argument: value})
    assert caught.value.name == argument


@pytest.mark.parametrize("call", [_check, _subject, _back])
@pytest.mark.parametrize("procedure", ["nothing", None, ["mlegitymacja"]])
def test_an_unknown_procedure_is_a_typed_error(call: Any, procedure: object) -> None:
    with pytest.raises(UnknownProcedure):
        call(procedure=procedure)


@pytest.mark.parametrize("procedure", sorted({*get_args(Procedure)} - {"mlegitymacja"}))
def test_only_an_mlegitymacja_is_revoked(procedure: Procedure) -> None:
    with pytest.raises(WrongArgument, match="revocation"):
        _check(procedure=procedure, revocation=True)


# What shows nothing


SIGNS = "ЖЮЩ"
"""Letters of no text of this library."""

SHOWN = {"written", "reason", "signed", "certificate_kind"}
"""A day, closed words, yes or no: what of a form tells of nobody."""

TOLD: dict[str, Any] = {
    **dict.fromkeys({*FilledForm.model_fields} - SHOWN, SIGNS),
    "certificate_year": 1987,
}


def _seen_in(text: str) -> list[str]:
    return [sign for sign in (*SIGNS, "1987") if sign in text]


def test_a_form_shows_nothing_personal() -> None:
    assert _seen_in(repr(FilledForm(**TOLD)) + str(FilledForm(**TOLD))) == []
    assert {*_seen_in(dump(FilledForm(**TOLD)))} == {*SIGNS, "1987"}


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("procedure", get_args(Procedure))
def test_no_answer_shows_what_was_written(school: str, procedure: Procedure) -> None:
    rules, form = variants.get(school), FilledForm(**TOLD)
    pupil = ANNA.model_copy(update=dict.fromkeys(("first_names", "last_name"), SIGNS))
    for verdict in (
        forms.check(form, rules, procedure, pupil=pupil, on=DAY),
        forms.check_subject(SIGNS, rules, procedure, pupil, on=DAY),
    ):
        for text in (repr(verdict), verdict.explain("pl"), verdict.explain_json("en")):
            assert _seen_in(text) == []
