"""Clause ids taken apart, the register of readings, and that everything cited exists."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from legitymacja_rules import citations, law, variants
from legitymacja_rules.citations import ACTS, Citation, citation
from legitymacja_rules.errors import LoadError, UnknownInterpretation, UnknownSchool
from legitymacja_rules.interpretations import REGISTER, Interpretation, interpretation
from legitymacja_rules.regulation import Regulation
from legitymacja_rules.timeline import Timeline
from samples import SCHOOLS

CLAUSES = tomllib.loads((Path(__file__).parent.parent / "docs" / "clauses.toml").read_text("utf-8"))


# Clause ids


@pytest.mark.parametrize(
    ("id_", "kind", "source", "unit", "title"),
    [
        ("leczna:VI.5", "school", "leczna", "VI.5", "leczna"),
        ("ostroleka:form.declaration.1", "school", "ostroleka", "form.declaration.1", "ostroleka"),
        ("grojec:§4.3a", "school", "grojec", "§4.3a", "grojec"),
        (
            "act:druki-2019:§29",
            "act",
            "druki-2019",
            "§29",
            (
                "rozporządzenie MEN z 27.08.2019 w sprawie świadectw, dyplomów i innych druków "
                "(Dz.U. 2019 poz. 1700)"
            ),
        ),
        (
            "act:druki-2023:§67",
            "act",
            "druki-2023",
            "§67",
            (
                "rozporządzenie MEiN z 7.06.2023 w sprawie świadectw, dyplomów i innych druków "
                "(Dz.U. 2023 poz. 1120)"
            ),
        ),
        (
            "act:oplata-skarbowa:zał.II.7",
            "act",
            "oplata-skarbowa",
            "zał.II.7",
            "ustawa z 16.11.2006 o opłacie skarbowej (Dz.U. 2006 nr 225 poz. 1635)",
        ),
        (
            "act:ewidencja-ludnosci:art.15",
            "act",
            "ewidencja-ludnosci",
            "art.15",
            "ustawa z 24.09.2010 o ewidencji ludności (Dz.U. 2010 nr 217 poz. 1427)",
        ),
        ("notice:new-card-new-mlegitymacja", "notice", "", "new-card-new-mlegitymacja", ""),
        ("I-in-force", "reading", "", "I-in-force", ""),
        ("invariant:day-order", "invariant", "", "day-order", ""),
    ],
)
def test_each_kind_of_clause_id_is_taken_apart(
    id_: str, kind: citations.SourceKind, source: str, unit: str, title: str
) -> None:
    assert citation(id_) == Citation(id_, kind, source, unit)
    assert citation(id_).title == title


@pytest.mark.parametrize("id_", CLAUSES)
def test_every_id_of_the_clause_table_is_a_unit_of_a_school(id_: str) -> None:
    taken = citation(id_)
    assert (taken.kind, f"{taken.source}:{taken.unit}") == ("school", id_)
    assert taken.source in SCHOOLS


def cited(data: object) -> Iterable[str]:
    """Every clause id in a dumped regulation."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key in ("clause", "also", "valid_clause", "waiver", "extension_clause"):
                yield from [value] if isinstance(value, str) else value or ()
            else:
                yield from cited(value)
    elif isinstance(data, list | tuple):
        for item in data:
            yield from cited(item)


NOTICES = {"new-card-new-mlegitymacja", "sio-model", "sio-next-number", "sio-revocation-reasons"}


def exists(id_: str) -> bool:
    taken = citation(id_)
    return {
        "school": id_ in CLAUSES,
        "act": taken.source in ACTS,
        "reading": id_ in REGISTER,
        "notice": taken.unit in NOTICES,
        "invariant": False,
    }[taken.kind]


@pytest.mark.parametrize("school", SCHOOLS)
def test_every_clause_a_school_s_data_cites_exists_and_is_not_another_school_s(school: str) -> None:
    ids = set(cited(variants.get(school).model_dump(mode="json")))
    assert [id_ for id_ in ids if not exists(id_)] == []
    assert {citation(id_).source for id_ in ids if citation(id_).kind == "school"} == {school}


def test_every_clause_the_law_cites_exists() -> None:
    lines: list[Timeline[Any]] = [*law.FEES.values(), law.REVOCATION_GROUNDS, law.REISSUE_GROUNDS]
    ids = {id_ for line in lines for span in line.spans for id_ in (span.clause, *span.also)}
    assert [id_ for id_ in ids if not exists(id_)] == []


# Readings

ENTRIES = pytest.mark.parametrize("entry", REGISTER.values(), ids=[*REGISTER])


@ENTRIES
def test_an_entry_has_two_readings_takes_one_and_says_why(entry: Interpretation) -> None:
    assert len(set(entry.readings)) == len(entry.readings) >= 2
    assert 0 <= entry.taken < len(entry.readings)
    assert entry.reading == entry.readings[entry.taken]
    assert entry.question.endswith("?")
    assert entry.why.endswith(".")
    assert interpretation(entry.id) is entry


@ENTRIES
def test_the_clauses_of_an_entry_exist(entry: Interpretation) -> None:
    assert [id_ for id_ in entry.clauses if not exists(id_)] == []


def at(regulation: Regulation, path: str) -> Any:
    """The value at a dotted path of a regulation, read here step by step."""
    value: Any = regulation.model_dump(mode="json")
    for step in path.split("."):
        value = value[step]
    return value


@ENTRIES
def test_a_parameter_of_an_entry_can_be_overridden_at_a_school(entry: Interpretation) -> None:
    for path in entry.parameters:
        schools = []
        for name in SCHOOLS:
            school = variants.get(name)
            try:
                value = at(school, path)
            except (KeyError, TypeError):
                with pytest.raises(LoadError):
                    school.override({path: None})
                continue
            assert school.override({path: value}) == school
            schools.append(name)
        assert schools, path


def test_a_megabyte_can_be_fixed_where_the_register_names_the_place() -> None:
    path = "mlegitymacja.photo.size.megabyte"
    changed = variants.get("balin").override({path: "binary"})
    assert (at(changed, path), at(variants.get("balin"), path)) == ("binary", "either")


@pytest.mark.parametrize("id_", ["I-nothing", "", "i-mb", "balin:free"])
def test_a_reading_nobody_registered_is_an_error(id_: str) -> None:
    with pytest.raises(UnknownInterpretation) as caught:
        interpretation(id_)
    assert str(caught.value) == "no such entry in the register of interpretations"


@pytest.mark.parametrize("id_", ["I-majority", "I-fee", "I-free", "I-first-name-fee", "I-in-force"])
def test_the_readings_behind_fees_and_majority_are_registered(id_: str) -> None:
    assert REGISTER[id_].id == id_


def test_the_register_is_read_only() -> None:
    with pytest.raises(TypeError):
        REGISTER["I-mb"] = REGISTER["I-30d"]  # type: ignore[index]  # that is the point


# Schools


def test_the_shipped_schools_are_listed_and_found() -> None:
    assert variants.names() == SCHOOLS
    assert [variants.get(name).slug for name in variants.names()] == [*SCHOOLS]


@pytest.mark.parametrize("name", ["", "warszawa", None, [], {}])
def test_a_school_nobody_knows_is_an_error_that_lists_the_known(name: Any) -> None:
    with pytest.raises(UnknownSchool) as caught:
        variants.get(name)
    assert caught.value.known == SCHOOLS
    assert str(caught.value) == "no such school; known are balin, grojec, leczna, ostroleka, sp6"
