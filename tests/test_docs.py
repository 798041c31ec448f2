"""The pages of docs/ say what the code says, and the commands of the README are those of CI."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import legitymacja_rules
import render

ROOT = Path(__file__).resolve().parent.parent
PAGES = render.drawn_pages()


@pytest.mark.parametrize("path", sorted(PAGES), ids=lambda path: path.name)
def test_a_drawn_page_has_not_drifted(path: Path) -> None:
    """Mend by: python docs/render.py."""
    assert path.read_text(encoding="utf-8") == PAGES[path]


def test_the_check_finds_a_page_that_drifted(tmp_path: Path) -> None:
    page, missing = tmp_path / "page.md", tmp_path / "missing.md"
    page.write_text("old", encoding="utf-8")
    drifted = render.drifted_pages({page: "new", missing: "new"})
    assert drifted == [page, missing]
    assert render.drifted_pages({page: "old"}) == []


def test_every_marked_and_every_cited_clause_exists() -> None:
    known = set(render.clauses())
    assert set(render.tests()) <= known
    schools = {clause.split(":")[0] for clause in known}
    cited = {clause for clause in render.citations() if clause.split(":")[0] in schools}
    assert cited <= known


def test_every_clause_that_data_cite_is_proved_by_a_test() -> None:
    """A datum that no test is named after would be a claim without proof."""
    cited, proved = set(render.citations()), set(render.tests())
    unproved = {clause for clause in render.clauses() if clause in cited and clause not in proved}
    assert unproved == set()


def test_every_clause_is_executed() -> None:
    cited, proved = set(render.citations()), set(render.tests())
    left = {
        clause
        for clause, row in render.clauses().items()
        if row["kind"] != "I" and not {clause} <= cited & proved
    }
    assert left == set()


def test_every_clause_says_what_becomes_of_it() -> None:
    for clause, row in render.clauses().items():
        assert row["kind"], clause
        assert ("why" in row) is (row["kind"] == "I"), clause
        assert ("room" in row) is (row["kind"] != "I"), clause
        assert len(row["says"]) > 10, clause


def test_every_room_of_the_clause_list_stands() -> None:
    house = Path(legitymacja_rules.__file__).parent
    rooms = {row["room"] for row in render.clauses().values() if "room" in row}
    assert {room for room in rooms if not [*house.glob(f"{room}*")]} == set()


def test_the_clause_table_accounts_for_every_row() -> None:
    counts = re.search(
        r"\*\*(\d+) clauses: (\d+) executed, (\d+) needs review, (\d+) information, (\d+) not yet",
        render.clause_table(),
    )
    assert counts is not None
    total, *parts = map(int, counts.groups())
    assert total == sum(parts) == len(render.clauses()) == 252


@pytest.mark.parametrize("heading", ["Run the example", "Run the tests"])
def test_ci_runs_the_command_that_the_readme_gives(heading: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(rf"^## {heading}\n.*?^```sh\n(.*?)\n```", readme, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 1
    assert "\n" not in blocks[0], "one command"
    assert f'"{heading}"' in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_links_between_pages_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} → {target}"
