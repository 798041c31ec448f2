"""Writes the pages of docs/ that are drawn from the code, or says which of them have drifted.

    python docs/render.py           write them
    python docs/render.py --check   compare them, and fail if one differs

Drawn are: the clause table (docs/clauses.toml joined with the citations in code and tests), the
table and the picture of each lifecycle, the five schools side by side, the law by date, the
register of readings, the audit of the five texts, the names of the testing kit, the output of the
example, the JSON Schemas of all public data, and the vectors with theirs.
"""

from __future__ import annotations

import ast
import contextlib
import io
import runpy
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

import kit
import schemas
from legitymacja_rules import certificate, law, mlegitymacja, school_id, variants
from legitymacja_rules.audit import audit
from legitymacja_rules.explanation import explained
from legitymacja_rules.findings import Finding, Status
from legitymacja_rules.interpretations import REGISTER
from legitymacja_rules.lifecycle import Back, Leads, No, Row
from legitymacja_rules.regulation import PROCEDURES, Cited
from legitymacja_rules.testing import vectors
from legitymacja_rules.timeline import Span, Timeline, Uncovered

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
EXAMPLE = DOCS / "examples" / "one_pupil_five_schools.py"
DRAWN = "<!-- Drawn by docs/render.py; change the code or docs/clauses.toml, not this page. -->\n\n"


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them."""
    pages = drawn_pages()
    if "--check" not in arguments:
        for path, text in pages.items():
            path.write_text(text, encoding="utf-8")
        return 0
    drifted = drifted_pages(pages)
    for path in drifted:
        print(f"{path.relative_to(ROOT)} has drifted; run: python docs/render.py")
    return 1 if drifted else 0


def drawn_pages() -> dict[Path, str]:
    """Each drawn page's path and what ought to stand there."""
    return {
        DOCS / "clauses.md": DRAWN + clause_table(),
        DOCS / "lifecycles.md": DRAWN + lifecycle_page(),
        DOCS / "schools.md": DRAWN + schools_page(),
        DOCS / "law.md": DRAWN + law_page(),
        DOCS / "readings.md": DRAWN + readings_page(),
        DOCS / "audit.md": DRAWN + audit_page(),
        DOCS / "kit.md": DRAWN + kit.page(),
        EXAMPLE.with_suffix(".txt"): example_output(),
        **schemas.pages(DRAWN),
        DOCS / "schema" / "vectors.schema.json": schemas.written(vectors.schema()),
        **{DOCS / "vectors" / name: text for name, text in vector_files().items()},
    }


def drifted_pages(pages: Mapping[Path, str]) -> list[Path]:
    """The pages that do not say what the code says."""
    return [
        path
        for path, text in pages.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


# --- clauses --------------------------------------------------------------------------------------


def clauses() -> dict[str, dict[str, str]]:
    """The project's own list of clauses."""
    with (DOCS / "clauses.toml").open("rb") as file:
        return tomllib.load(file)


def citations() -> dict[str, list[str]]:
    """Clause → the places in the shipped regulations that cite it, as dotted paths."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in variants.names():
        for path, clause in _cited(variants.get(name)):
            if path not in found[clause]:
                found[clause].append(path)
    return found


def _cited(regulation: BaseModel) -> Iterator[tuple[str, str]]:
    for path, record in _records(regulation, "", inside=True):
        own = [getattr(record, name) for name in _clause_fields(record)]
        for clause in (*filter(None, own), *record.also):
            yield path, clause


def _clause_fields(thing: Cited) -> list[str]:
    fields = type(thing).model_fields
    return [name for name in fields if name in {"clause", "waiver"} or name.endswith("_clause")]


def tests() -> dict[str, list[str]]:
    """Clause → the tests that are marked with it, as ``file::test``."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").glob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for test in ast.walk(tree):
            if isinstance(test, ast.FunctionDef) and test.name.startswith("test_"):
                for clause in _marks(test, tree):
                    name = f"{path.stem}::{test.name}"
                    if name not in found[clause]:
                        found[clause].append(name)
    return found


def _marks(test: ast.FunctionDef, tree: ast.Module) -> Iterator[str]:
    """The clauses of its marks, also of those in a list of cases that it names."""
    lists = {
        target.id: statement.value
        for statement in tree.body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    for decorator in test.decorator_list:
        named = [
            lists[n.id] for n in ast.walk(decorator) if isinstance(n, ast.Name) and n.id in lists
        ]
        for place in (decorator, *named):
            for call in ast.walk(place):
                if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("clause"):
                    yield from (str(a.value) for a in call.args if isinstance(a, ast.Constant))


def status(row: Mapping[str, str], cited: list[str], tested: list[str]) -> str:
    """Executed if data cite it and a test proves it; what only a human sees comes out as a review."""
    if "why" in row:
        return "information"
    if not (cited and tested):
        return "not yet"
    return "needs review" if row["kind"] == "H" else "executed"


def clause_table() -> str:
    """Every clause of the five texts and what becomes of it."""
    cited, tested = citations(), tests()
    counts: Counter[str] = Counter()
    tables: dict[str, list[str]] = defaultdict(list)
    for clause, row in clauses().items():
        state = status(row, cited[clause], tested[clause])
        counts[state] += 1
        places = "<br>".join(f"`{path}`" for path in cited[clause])
        where = {
            "information": row.get("why", ""),
            "executed": places,
            "needs review": places,
            "not yet": f"room: {row.get('room')}",
        }[state]
        proof = "<br>".join(f"`{test}`" for test in tested[clause])
        tables[clause.split(":")[0]].append(
            f"| `{clause}` | {row['kind']} | {row['says']} | {state} | {where} | {proof} |"
        )
    head = "| clause | kind | what it says | status | by what, or why not | proved by |\n|---|---|---|---|---|---|"
    sections = [f"## {school}\n\n{head}\n" + "\n".join(rows) for school, rows in tables.items()]
    summary = ", ".join(
        f"{counts[key]} {key}" for key in ("executed", "needs review", "information", "not yet")
    )
    return (
        "# Clauses\n\n"
        "Every statement of the five texts. Kinds: R rule, D datum, P turn of a lifecycle, H for a "
        "human, I information. *Executed* means that the regulation's data cite the clause and a "
        "test is marked with it; *needs review*, the same for what only a human sees: it waits for an "
        "attestation. What is *not yet* names the room that will execute it.\n\n"
        f"**{sum(counts.values())} clauses: {summary}.**\n\n" + "\n\n".join(sections) + "\n"
    )


# --- lifecycles -----------------------------------------------------------------------------------


DOCUMENTS = {
    "School ID": (school_id, (("valid", "lapsed", "its date has passed"),)),
    "Certificate": (certificate, ()),
    "mLegitymacja": (
        mlegitymacja,
        (
            ("issued", "lapsed", "codes ran out"),
            ("issued", "expired", "validity ended"),
            ("lapsed", "expired", "validity ended"),
            ("activated", "expired", "validity ended"),
        ),
    ),
}
"""Each document's module, and what becomes of it by the day alone."""


def lifecycle_page() -> str:
    """The table of each document, and its picture."""
    intro = (
        "# Lifecycles\n\n"
        "What a command leads to from the state on its day, or the finder that refuses it. *back*: to "
        "what it was before the last act. What the day alone does is in the pictures only.\n"
    )
    parts = [intro]
    for title, (module, by_day) in DOCUMENTS.items():
        table: Mapping[tuple[str, str], Row[Any, Any]] = module.TABLE
        states, kinds = list(dict.fromkeys(state for state, _ in table)), module.KINDS
        rows = [
            f"| {state} | " + " | ".join(_cell(table[state, kind]) for kind in kinds) + " |"
            for state in states
        ]
        arrows = [
            f"    {state} --> {target}: {kind}"
            for (state, kind), row in table.items()
            if isinstance(row, Leads)
            for target in (row.to, *row.or_to)
        ]
        by_time = [f"    {a} --> {b}: {why}" for a, b, why in by_day]
        parts.append(
            f"## {title}\n\n"
            f"| on the day it is | {' | '.join(kinds)} |\n|---|{'---|' * len(kinds)}\n"
            + "\n".join(rows)
            + "\n\n```mermaid\nstateDiagram-v2\n    [*] --> issued: issue\n"
            + "\n".join([*arrows, *by_time])
            + "\n```\n"
        )
    return "\n".join(parts)


def _cell(row: Row[Any, Any]) -> str:
    match row:
        case Leads():
            return "→ " + " or ".join((row.to, *row.or_to))
        case Back():
            return "back"
        case No():
            return f"no: {row.why.__name__}"


# --- schools --------------------------------------------------------------------------------------


def schools_page() -> str:
    """The data of all schools side by side, one table for each procedure."""
    parts = [
        "# Schools\n\nWhat each text says, with its clause. An empty cell: the text is silent.\n"
    ]
    names = variants.names()
    for procedure in PROCEDURES:
        columns = [_flat(variants.get(name).procedure(procedure)) for name in names]
        keys = list(dict.fromkeys(key for column in columns for key in column))
        if not keys:
            continue
        lines = [f"| {key} | " + " | ".join(c.get(key, "") for c in columns) + " |" for key in keys]
        head = f"| | {' | '.join(names)} |\n|---|{'---|' * len(names)}\n"
        parts.append(f"## {procedure}\n\n{head}" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def _flat(rules: BaseModel | None) -> dict[str, str]:
    """Dotted path → the record in words and its clause."""
    cells: dict[str, list[str]] = defaultdict(list)
    for path, record in _records(rules, ""):
        cells[path].append(f"{_words(record)} `{record.clause}`".strip())
    return {path: "<br>".join(lines) for path, lines in cells.items()}


def _records(thing: object, path: str, *, inside: bool = False) -> Iterator[tuple[str, Cited]]:
    """Each record with its dotted path; those inside other records only if asked for."""
    if isinstance(thing, Cited):
        yield path, thing
    if isinstance(thing, BaseModel) and (inside or not isinstance(thing, Cited)):
        for name in type(thing).model_fields:
            yield from _records(getattr(thing, name), f"{path}.{name}".lstrip("."), inside=inside)
    if isinstance(thing, tuple):
        for part in thing:
            yield from _records(part, path, inside=inside)


def _words(record: Cited) -> str:
    said, fields = record.model_dump(mode="json"), type(record).model_fields
    hidden = {"also", *_clause_fields(record)}
    return ", ".join(
        _pair(key, value)
        for key, value in said.items()
        if key not in hidden and getattr(record, key) != fields[key].default
    )


def _pair(key: str, value: Any) -> str:  # noqa: ANN401  (whatever JSON holds)
    if isinstance(value, list):
        inner = [_pair("", v) if not isinstance(v, dict) else v["clause"] for v in value]
        return f"{key} {'/'.join(inner)}".strip()
    if isinstance(value, dict):
        return f"{key} {'/'.join(value.get('accepted', (value['clause'],)))}"
    if value is True:
        return key
    return f"{key} {value}".strip()


# --- the law --------------------------------------------------------------------------------------


def law_page() -> str:
    """Every topic of the law as a table of its spans."""
    intro = (
        "# The law under the schools\n\nWhat applies to every school, topic by topic, from 1 September "
        "2019 on. A school's own text comes first; where it is silent, or not in force, these answer. "
        "A span without a value is *not covered*: nothing confirmed is known, and nothing is guessed. "
        "*Probable* is what we know second hand; **day probable** says that of a first day alone.\n"
    )
    return "\n".join([intro, *(_topic(name, line) for name, line in law.TOPICS.items())])


def _topic(name: str, line: Timeline[Any]) -> str:
    rows = "\n".join(f"| {' | '.join(_span(span))} |" for span in line)
    head = "| from | to | what | source | how sure | checked |\n|---|---|---|---|---|---|"
    return f"## {name}\n\n{head}\n{rows}\n"


def _span(span: Span[Any] | Uncovered) -> tuple[str, ...]:
    ends = (span.since.isoformat(), span.until.isoformat() if span.until else "")
    places = ", ".join(f"`{clause}`" for clause in (span.clause, *span.also))
    if isinstance(span, Uncovered):
        return (*ends, "*not covered*", places, "", span.checked.isoformat())
    unsure = ", **day probable**" if span.boundary == "probable" else ""
    return (
        *ends,
        _told(span.value) or "holds",
        places,
        span.certainty + unsure,
        span.checked.isoformat(),
    )


def _told(value: object) -> str:
    """A value in words: what a record holds, without the clauses that stand beside it."""
    if isinstance(value, tuple):
        return "<br>".join(map(_told, value))
    if isinstance(value, BaseModel):
        return ", ".join(filter(None, (_said(value, name) for name in type(value).model_fields)))
    return f"{value} PLN" if isinstance(value, Decimal) else str(value)


def _said(record: BaseModel, name: str) -> str:
    """One field of a record, or nothing if it says nothing."""
    value = getattr(record, name)
    if name in {"clause", "also", "valid_clause"} or value in (None, (), False):
        return ""
    rows = value if isinstance(value, tuple) else (value,)
    if any(isinstance(row, BaseModel) for row in rows):
        return f"{name} ({'; '.join(map(_told, rows))})"
    return name if value is True else f"{name} {'/'.join(map(str, rows))}"


# --- audit ----------------------------------------------------------------------------------------

DAYS = (date(2024, 10, 1), date(2026, 11, 26))
"""A day on which all five texts apply, and one under the system of today."""

BY_THEMSELVES = {f"audit.{kind}" for kind in ("contradiction", "ambiguity", "silence")}


def audit_page() -> str:
    """What in each of the five texts is out of date or at odds, on two days."""
    intro = (
        "# Audit\n\nWhat `audit(school, on=day)` finds in the five texts. A line names a condition, the "
        "last columns what became of it: *breached*, wrong or out of date; *needs review*, doubtful or "
        "left out; nothing, met on that day or not yet asked. What is met on both days has no line. "
        "[Readings](readings.md): what is registered of the place, with the reading taken meanwhile.\n"
    )
    return "\n".join([intro, *(_audited(name) for name in variants.names())])


def _audited(name: str) -> str:
    """One text: its faults by day, then the doubts that stand on any day."""
    on = {day: audit(variants.get(name), on=day).reasons for day in DAYS}
    every = dict.fromkeys(_line(finding) for reasons in on.values() for finding in reasons)
    statuses = {day: {_line(f): f.status for f in reasons} for day, reasons in on.items()}
    faults = [
        f"| {line} | " + " | ".join(_status(statuses[day].get(line)) for day in DAYS) + " |"
        for line in every
        if line
    ]
    doubts: dict[str, list[str]] = defaultdict(list)
    for finding in on[DAYS[-1]]:
        if finding.code in BY_THEMSELVES:
            doubts[finding.code.partition(".")[2]].append(_linked(finding.also[-1]))
    head = f"| | clauses | readings | {' | '.join(map(str, DAYS))} |\n|---|---|---|{'---|' * len(DAYS)}"
    table = "\n".join(faults)
    rest = "\n".join(f"- {KINDS[kind]}: {', '.join(ids)}" for kind, ids in doubts.items())
    return f"## {name}\n\n{head}\n{table}\n\nOn any day:\n\n{rest}\n"


def _line(finding: Finding) -> str:
    """What a finding says and where, as cells; empty for a doubt that stands by itself."""
    if finding.code in BY_THEMSELVES:
        return ""
    places = (finding.clause, *finding.also)
    clauses = ", ".join(f"`{place}`" for place in places if not place.startswith("I-"))
    readings = ", ".join(_linked(place) for place in places if place.startswith("I-"))
    return f"{explained(finding, 'en').text} | {clauses} | {readings}"


def _linked(reading: str) -> str:
    return f"[{reading}](readings.md#{reading.lower()})"


def _status(status: Status | None) -> str:
    return status.value.replace("_", " ") if status else ""


# --- readings and example -------------------------------------------------------------------------


KINDS = {
    "silence": "The text is silent",
    "ambiguity": "The text can be read in more than one way",
    "contradiction": "The text contradicts itself",
    "law": "The text and the law differ",
}


def readings_page() -> str:
    """The register of readings."""
    intro = (
        "# Readings\n\nWhere a text can be read in more than one way, the library takes one reading "
        "and says which. A host overrides what a parameter carries: "
        '`school.override({"mlegitymacja.photo.size.megabyte": "decimal"})`.\n'
    )
    parts = [intro]
    for entry in REGISTER.values():
        readings = "\n".join(
            f"- {'**taken:** ' if place == entry.taken else ''}{reading}"
            for place, reading in enumerate(entry.readings)
        )
        tail = [entry.why]
        if entry.clauses:
            tail.append("Clauses: " + ", ".join(f"`{clause}`" for clause in entry.clauses))
        if entry.parameters:
            tail.append("Override: " + ", ".join(f"`{path}`" for path in entry.parameters))
        parts.append(
            f"## {entry.id}\n\n*{KINDS[entry.kind]}.* {entry.question}\n\n{readings}\n\n"
            + "\n\n".join(tail)
            + "\n"
        )
    return "\n".join(parts)


def example_output() -> str:
    """What the example prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        runpy.run_path(str(EXAMPLE), run_name="__main__")
    return out.getvalue()


@cache
def vector_files() -> dict[str, str]:
    """The vectors; asked for by many, and thousands of questions long."""
    return vectors.files()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
