"""The conformance machine on a real host: the office of docs/examples, asked over HTTP."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from examples.office.conformance import OfficeOverHttp
from legitymacja_rules import variants
from legitymacja_rules.loading import dump
from legitymacja_rules.testing.conformance import Capability, NotConforming, conform
from offices import office


def test_the_office_conforms_over_http(tmp_path: Path) -> None:
    with office(tmp_path / "office.db") as (client, _):
        conform(lambda: OfficeOverHttp(client), rounds=1, steps=25)


class OnlyFees(OfficeOverHttp):
    """The office asked for nothing but fees, so that it does not take long."""

    @property
    def offers(self) -> Collection[Capability]:
        """Fees."""
        return frozenset[Capability]({"fees"})


def test_control_an_office_with_another_text_is_found(tmp_path: Path) -> None:
    """It takes a złoty more for a duplicate than leczna does."""
    wrong = tmp_path / "leczna.json"
    dearer = variants.get("leczna").override({"id_duplicate.fees.0.amount": "10.00"})
    wrong.write_text(dump(dearer), encoding="utf-8")
    with (
        office(tmp_path / "office.db", schools=(str(wrong),)) as (client, _),
        pytest.raises(NotConforming) as caught,
    ):
        conform(lambda: OnlyFees(client), schools=("leczna",), steps=25)
    assert "leczna:IV.3" in caught.value.clauses
