"""How an answer explains itself.

A finding becomes one line: a mark for its status, the statement of its condition with what was
measured and demanded, the clause, then what helps: a hint, the first possible day, notes, who may
attest. Texts come from `messages`, both languages side by side; this module lays them out, and
writes numbers, days and money the way each language does.
The JSON form carries the same texts beside the stable words, under a version that changes when
its shape does. An answer that knows more of its findings than these say gives lines of its own to be
set under them, and values of its own for the JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, get_args

from .errors import WrongArgument
from .findings import Finding, Status, Value
from .messages import (
    CONDITIONS,
    FRAME,
    LABELS,
    NOTES,
    Condition,
    Language,
    Text,
    Unit,
)

__all__ = ["VERSION", "Language", "as_json", "as_text", "explained", "shown"]

VERSION = 1
"""The version of the JSON form."""

MARKS = {
    Status.MET: "+",
    Status.NEEDS_REVIEW: "?",
    Status.NOT_COVERED: "~",
    Status.BREACHED: "x",
}

UNITS = {"px": "px", "dpi": "dpi", "bytes": "B", "percent": "%", "count": ""}

UNKNOWN = Condition(Text("nieznany warunek", "unknown condition"))
"""For findings that another version of the library wrote."""

NO_BREAK = "\N{NO-BREAK SPACE}"

INDENT = "      "


def as_text(
    answer: str,
    findings: Iterable[Finding],
    language: Language,
    beside: Callable[[Finding, Language], Iterable[str]] = lambda _finding, _language: (),
) -> str:
    """The answer in capitals, then a line for each finding, worst first, and under it what `beside` says."""
    _known(language)
    rank = {status: place for place, status in enumerate(reversed(Status))}
    ordered = sorted(findings, key=lambda finding: rank[finding.status])
    lines = [
        line
        for finding in ordered
        for line in (
            *_lines(finding, language),
            *(f"{INDENT}{more}" for more in beside(finding, language)),
        )
    ]
    return "\n".join([LABELS[answer].of(language).upper(), *lines])


def as_json(
    answer: str,
    findings: Iterable[Finding],
    language: Language,
    head: Mapping[str, object] = MappingProxyType({}),
    beside: Callable[[Finding, Language], Mapping[str, object]] = lambda _finding, _language: {},
) -> str:
    """The same as JSON text with a version, with values of the answer's own in `head` and `beside`."""
    _known(language)
    whole = {
        "version": VERSION,
        "language": language,
        "answer": answer,
        **head,
        "findings": [
            {**explained(finding, language), **beside(finding, language)} for finding in findings
        ],
    }
    return json.dumps(whole, ensure_ascii=False)


def explained(finding: Finding, language: Language) -> dict[str, Any]:
    """One finding as plain JSON values: its stable words and its texts."""
    condition = CONDITIONS.get(finding.code, UNKNOWN)
    return {
        "code": finding.code,
        "status": finding.status.value,
        "clause": finding.clause,
        "also": list(finding.also),
        "subject": finding.subject,
        "measured": finding.measured,
        "limit": finding.limit,
        "unit": condition.unit,
        "earliest": finding.earliest.isoformat() if finding.earliest else None,
        "notes": list(finding.notes),
        "who": finding.who,
        "attested_by": finding.attested_by,
        "attested_on": finding.attested_on.isoformat() if finding.attested_on else None,
        "conflict": explained(finding.conflict, language) if finding.conflict else None,
        "text": _statement(finding, language),
        "hint": _hint(finding, language),
        "remarks": [*_remarks(finding, language)],
    }


def _known(language: str) -> None:
    if language not in get_args(Language):
        raise WrongArgument("language", "'pl' or 'en'")


def _lines(finding: Finding, language: Language) -> Iterable[str]:
    places = ", ".join((finding.clause, *finding.also))
    yield f"[{MARKS[finding.status]}] {_statement(finding, language)} [{places}]"
    if hint := _hint(finding, language):
        yield f"{INDENT}{hint}"
    for remark in _remarks(finding, language):
        yield f"{INDENT}{remark}"


def _hint(finding: Finding, language: Language) -> str | None:
    """What helps against a breach; what else is open waits for a human, not for the applicant."""
    hint = CONDITIONS.get(finding.code, UNKNOWN).hint
    return hint.of(language) if hint and finding.status is Status.BREACHED else None


def _remarks(finding: Finding, language: Language) -> Iterable[str]:
    if finding.earliest:
        yield (
            FRAME["earliest"].of(language).format(day=_day(finding.earliest.isoformat(), language))
        )
    if finding.attested_by and finding.attested_on:
        said = "denied" if finding.status is Status.BREACHED else "attested"
        yield (
            FRAME[said]
            .of(language)
            .format(
                role=_word(finding.attested_by, language),
                day=_day(finding.attested_on.isoformat(), language),
            )
        )
    if finding.who:
        frame = FRAME["decide" if finding.status is Status.NOT_COVERED else "attest"]
        yield frame.of(language).format(role=_word(finding.who, language))
    if other := finding.conflict:
        yield (
            FRAME["conflict"]
            .of(language)
            .format(
                status=_word(other.status.value, language),
                statement=_statement(other, language),
                places=", ".join((other.clause, *other.also)),
            )
        )
    for note in finding.notes:
        if note in NOTES:
            yield NOTES[note].of(language)


def _statement(finding: Finding, language: Language) -> str:
    """``condition: subject: measured (limit)``, each part where there is one."""
    condition = CONDITIONS.get(finding.code, UNKNOWN)
    parts = [condition.text.of(language)]
    if finding.subject is not None:
        parts.append(_word(finding.subject, language))
    if finding.measured is not None:
        parts.append(shown(finding.measured, condition.unit, language))
    statement = ": ".join(parts)
    if finding.limit is None:
        return statement
    limit = shown(finding.limit, condition.unit, language)
    return f"{statement} ({condition.limit.of(language).format(limit)})"


def shown(value: Value, unit: Unit, language: Language) -> str:
    """A value as a reader sees it: a number with its unit, a day or money the way of the language."""
    match unit:
        case "day":
            text = _day(str(value), language)
        case "period":
            text = _period(str(value), language)
        case "pln":
            text = f"{value} PLN" if language == "en" else f"{value} zł".replace(".", ",")
        case "word":
            text = _word(str(value), language)
        case "position":
            text = f"{_word(unit, language)} {value}"
        case "text":
            text = str(value)
        case _:
            number = f"{value:,}".replace(",", NO_BREAK) if isinstance(value, int) else value
            text = f"{number} {UNITS[unit]}".rstrip()
    return text


def _period(value: str, language: Language) -> str:
    """A day, or ``first/last`` in words; without one of the two it is open to that side."""
    first, slash, last = value.partition("/")
    if not slash:
        return _day(first, language)
    if not first:
        return f"{_word('until', language)} {_day(last, language)}"
    if not last:
        return f"{_word('since', language)} {_day(first, language)}"
    return f"{_day(first, language)} – {_day(last, language)}"


def _day(day: str, language: Language) -> str:
    """An ISO day as it is, or the Polish way."""
    return day if language == "en" else ".".join(reversed(day.split("-")))


def _word(word: str, language: Language) -> str:
    """A closed word as a reader sees it; the code of another condition is its statement."""
    if word in LABELS:
        return LABELS[word].of(language)
    return CONDITIONS[word].text.of(language) if word in CONDITIONS else word
