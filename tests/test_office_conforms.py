"""The conformance machine on a real host: the office of docs/examples, asked over HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest

from examples.office.conformance import OfficeOverHttp
from legitymacja_rules import variants
from legitymacja_rules.loading import dump
from legitymacja_rules.testing.conformance.machine import conform
from legitymacja_rules.testing.conformance.story import NotConforming
from offices import office


def test_the_office_conforms_over_http(tmp_path: Path) -> None:
    with office(tmp_path / "office.db") as (client, _):
        conform(lambda: OfficeOverHttp(client), rounds=1, steps=25)


def test_control_an_office_with_another_text_is_found(tmp_path: Path) -> None:
    """Its codes work a day longer than leczna's do."""
    wrong = tmp_path / "leczna.json"
    longer = variants.get("leczna").override({"mlegitymacja.codes.days": 31})
    wrong.write_text(dump(longer), encoding="utf-8")
    with (
        office(tmp_path / "office.db", schools=(str(wrong),)) as (client, _),
        pytest.raises(NotConforming) as caught,
    ):
        conform(lambda: OfficeOverHttp(client), schools=("leczna",), steps=25)
    assert "leczna:VI.5" in caught.value.clauses
