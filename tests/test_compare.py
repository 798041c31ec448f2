"""Two texts side by side: what differs is told by what it is about, with both clauses, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings

from legitymacja_rules import compare, variants
from legitymacja_rules._base import Record
from legitymacja_rules.compare import BESIDE, Comparison, differences
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.loading import dump, load
from legitymacja_rules.messages import CONDITIONS, FIELDS, LABELS, VALUES
from legitymacja_rules.regulation import Clause, Editions, InForce, Regulation
from legitymacja_rules.testing import regulations
from samples import DAY, SCHOOLS

MODEL_ENDED = date(2025, 9, 17)


def row(found: Comparison, *path: str) -> compare.Difference:
    (one,) = [each for each in found.rows if each.path == path]
    return one


def paths(found: Comparison) -> list[str]:
    return [".".join(each.path) for each in found.rows]


# --- what is a difference -------------------------------------------------------------------------


def test_one_changed_number_is_one_row_with_both_clauses() -> None:
    leczna = variants.get("leczna")
    other = leczna.override({"mlegitymacja.codes": {"days": 14, "clause": "leczna:VI.5a"}})
    found = differences(leczna, other, on=DAY)
    assert paths(found) == ["mlegitymacja.codes"]
    (left,), (right,) = (
        row(found, "mlegitymacja", "codes").left,
        row(found, "mlegitymacja", "codes").right,
    )
    assert (left.values["days"], left.clause) == (30, "leczna:VI.5")
    assert {**right.values, "days": 30} == left.values
    assert (right.values["days"], right.clause) == (14, "leczna:VI.5a")
    assert found.explain("pl") == (
        "mLegitymacja > kody aktywacyjne\n"
        "  leczna, 01.10.2024: dni 30 [leczna:VI.5]\n"
        "  leczna, 01.10.2024: dni 14 [leczna:VI.5a]"
    )


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_same_under_other_clauses_is_no_difference(school: str) -> None:
    parent = variants.get(school)
    text = (
        dump(parent).replace(f'"{school}:', '"sp1:').replace(f'"slug":"{school}"', '"slug":"sp1"')
    )
    other = load(Regulation, text)
    found = differences(parent, other, on=DAY)
    assert (found.left, found.right, found.rows) == (school, "sp1", ())
    assert found.explain("pl") == "brak różnic"
    assert found.explain("en") == "no differences"


def test_the_order_of_rows_and_of_words_says_nothing() -> None:
    ostroleka = variants.get("ostroleka")
    data: dict[str, Any] = json.loads(dump(ostroleka))
    for name in ("revocation", "reissue", "required", "applicants"):
        data["mlegitymacja"][name].reverse()
    data["mlegitymacja"]["form"]["fields"].reverse()
    data["id_exchange"]["grounds"][0]["any_of"].reverse()
    assert differences(ostroleka, load(Regulation, data), on=DAY).rows == ()


def test_grounds_are_compared_one_by_one_however_they_are_grouped() -> None:
    grojec = variants.get("grojec")
    clause = "grojec:§4.2"
    together = {
        "id_exchange.grounds": [{"any_of": ["error", "first_name", "last_name"], "clause": clause}]
    }
    found = differences(grojec, grojec.override(together), on=DAY)
    assert paths(found) == ["id_exchange.grounds[address]"]
    assert found.rows[0].right == ()


def test_the_order_of_the_parts_of_a_name_does_say_something() -> None:
    leczna = variants.get("leczna")
    turned = {"school_id.photo.naming.parts": ["class_name", "first_name", "last_name"]}
    found = differences(leczna, leczna.override(turned), on=DAY)
    assert paths(found) == ["school_id.photo.naming"]
    assert "części nazwisko/imię/klasa" in found.explain("pl")


def test_a_waiver_is_a_difference_but_not_where_it_stands() -> None:
    leczna = variants.get("leczna")
    elsewhere = leczna.override({"school_id.photo.naming.waiver": "leczna:IX"})
    assert differences(leczna, elsewhere, on=DAY).rows == ()
    none = leczna.override({"school_id.photo.naming.waiver": None})
    found = differences(leczna, none, on=DAY)
    assert paths(found) == ["school_id.photo.naming"]
    assert "the school may waive it yes [leczna:II.3.h]" in found.explain("en")
    assert "the school may waive it no [leczna:II.3.h]" in found.explain("en")


def test_several_rows_about_one_thing_stand_together() -> None:
    found = differences(variants.get("leczna"), variants.get("grojec"), on=DAY)
    means = row(found, "ids", "confirmation[hologram]")
    assert [said.clause for said in means.left] == ["leczna:II.5", "leczna:II.6"]
    assert [said.clause for said in means.right] == ["grojec:§2.6"]
    assert [said.values["kinds"] for said in means.left] == [("school",), ("preschool",)]


def test_a_text_that_does_not_apply_counts_as_silent() -> None:
    leczna = variants.get("leczna")
    before, first = date(2024, 7, 12), date(2024, 7, 13)
    assert {path.left for path in differences(leczna, leczna, on=before, then=first).rows} == {()}
    gone = differences(leczna, leczna, on=date(2025, 9, 16), then=MODEL_ENDED)
    assert {path.split(".")[0] for path in paths(gone)} == {"mlegitymacja"}
    assert {each.right for each in gone.rows} == {()}
    bare = Regulation(slug="sp1", school="SP 1")
    assert differences(bare, bare, on=DAY).rows == ()
    assert {each.right for each in differences(leczna, bare, on=DAY).rows} == {()}


def test_editions_are_asked_for_each_day() -> None:
    old = variants.get("leczna").override({"in_force.until": "2025-08-31", "mlegitymacja": None})
    new = old.override(
        {
            "in_force.since": "2025-09-01",
            "in_force.until": None,
            "id_duplicate.fees.0.amount": "9.50",
        }
    )
    amended = Editions(editions=(old, new))
    found = differences(amended, amended, on=date(2025, 8, 31), then=date(2025, 9, 1))
    assert paths(found) == ["id_duplicate.fees"]
    assert "kwota 9,00 zł [leczna:IV.3]" in found.explain("pl")
    assert "amount 9.50 PLN [leczna:IV.3]" in found.explain("en")
    assert differences(amended, new, on=date(2025, 9, 1)).rows == ()


@given(regulations())
@settings(deadline=None, max_examples=25, suppress_health_check=[*HealthCheck])
def test_a_text_does_not_differ_from_itself_and_differs_the_same_way_from_both_sides(
    made: Regulation,
) -> None:
    on = made.in_force.since or DAY
    assert differences(made, made, on=on).rows == ()
    other = variants.get("ostroleka")
    there, back = differences(made, other, on=on), differences(other, made, on=on)
    turned = sorted((each.path, repr(each.right), repr(each.left)) for each in back.rows)
    assert sorted((each.path, repr(each.left), repr(each.right)) for each in there.rows) == turned
    for found in (there, back):
        for language in ("pl", "en"):
            assert found.explain(language)
            table = found.explain_markdown(language).splitlines()
            assert len(table) == len(found.rows) + 2
            assert json.loads(found.explain_json(language))["version"] == 1


# --- in words -------------------------------------------------------------------------------------


def test_the_table_and_the_json_say_the_same_as_the_text() -> None:
    found = differences(variants.get("leczna"), variants.get("grojec"), on=DAY)
    head, line, *rows = found.explain_markdown("en").splitlines()
    assert head == "| what it is about | leczna, 2024-10-01 | grojec, 2024-10-01 |"
    assert line == "| --- | --- | --- |"
    expected = (
        "| mLegitymacja > devices | says nothing | at most 1 [grojec:§8.3] |",
        "| duplicate of an ID > who may ask > pupil | says nothing | the pupil's age pupil of age [grojec:§5.1] |",
        "| mLegitymacja > deadline | how many 14, unit days, runs from application/photo [leczna:VI.3] | says nothing |",
    )
    for one in expected:
        assert one in rows
    whole = json.loads(found.explain_json("en"))
    assert (whole["version"], whole["language"]) == (compare.VERSION, "en")
    assert whole["left"] == {"school": "leczna", "on": "2024-10-01"}
    devices = next(each for each in whole["rows"] if each["path"] == ["mlegitymacja", "devices"])
    assert (devices["left"], devices["right"]) == (
        [],
        [
            {
                "values": {"limit": 1, "of_pupil": None, "of_parents": None, "doubtful": False},
                "clause": "grojec:§8.3",
            }
        ],
    )
    assert devices["texts"] == ["mLegitymacja > devices", "says nothing", "at most 1 [grojec:§8.3]"]
    ends = next(each for each in whole["rows"] if each["path"] == ["ids", "ends"])
    assert ends["left"][0]["values"] == {"issued_until": "2024-07-12"}
    assert "issued until 2024-07-12" in ends["texts"][1]


def test_a_text_s_own_words_are_not_translated_and_end_no_cell() -> None:
    leczna = variants.get("leczna")
    odd = leczna.override(
        {"id_duplicate.payment.holder": "any|\nschool", "mlegitymacja.subject.word": "school"}
    )
    found = differences(leczna, odd, on=DAY)
    assert "word school [leczna:VI.2]" in found.explain("en")
    (line,) = [each for each in found.explain_markdown("en").splitlines() if "holder" in each]
    assert "holder any\\| school [leczna:IV.4]" in line


@pytest.mark.parametrize("language", ["de", "", None, ["pl"]])
def test_another_language_is_a_wrong_argument(language: Any) -> None:
    found = differences(variants.get("sp6"), variants.get("balin"), on=DAY)
    for told in (found.explain, found.explain_markdown, found.explain_json):
        with pytest.raises(WrongArgument, match="language"):
            told(language)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("leczna", variants.get("sp6"), DAY, None), "left"),
        ((variants.get("sp6"), None, DAY, None), "right"),
        ((variants.get("sp6"), variants.get("sp6"), "2024-10-01", None), "on"),
        ((variants.get("sp6"), variants.get("sp6"), DAY, "2024-10-01"), "then"),
    ],
)
def test_what_is_no_text_and_no_day_is_a_wrong_argument(
    arguments: tuple[Any, ...], name: str
) -> None:
    left, right, on, then = arguments
    with pytest.raises(WrongArgument, match=f"'{name}'"):
        differences(left, right, on=on, then=then)


# --- words for every field ------------------------------------------------------------------------


def _kinds(form: Any) -> Iterator[type[Record]]:
    """Every record of a regulation but those that are never compared."""
    if isinstance(form, type) and issubclass(form, Record):
        if form in {InForce, Clause}:
            return
        yield form
        for field in form.model_fields.values():
            yield from _kinds(field.annotation)
    for part in get_args(form):
        yield from _kinds(part)


KINDS = [*dict.fromkeys(_kinds(Regulation))]
KINDS = [kind for kind in KINDS if kind.__name__ not in {"BasisCited", "Reference"}]
HEADING = {"slug", "school", "text", "in_force", "clauses", "clause", "also", *BESIDE}
"""Whose text it is and where it stands: no row tells of them."""


def _words(form: Any) -> Iterator[str]:
    if get_origin(form) is Literal:
        yield from get_args(form)
    elif get_origin(form) in {Union, UnionType, tuple, Annotated}:
        for part in get_args(form):
            yield from _words(part)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
def test_every_field_and_every_word_in_it_has_a_text(kind: type[Record]) -> None:
    for name, field in kind.model_fields.items():
        assert name in HEADING or name in FIELDS or name in LABELS, name
        for word in _words(field.annotation):
            known = (f"{name}/{word}" in VALUES, word in VALUES, word in LABELS, word in CONDITIONS)
            assert any(known), f"{name}: {word}"


def test_every_text_of_a_field_is_of_a_field() -> None:
    names = {name for kind in KINDS for name in kind.model_fields}
    assert {name.rpartition("/")[2] for name in FIELDS} <= names
    words = {
        word
        for kind in KINDS
        for field in kind.model_fields.values()
        for word in _words(field.annotation)
    }
    assert {word.rpartition("/")[2] for word in VALUES} <= words
