"""How an answer explains itself.

A finding becomes one line: a mark for its status, the statement of its condition with what was
measured and demanded, the clause, then what helps: a hint, the first possible day, notes, who may
attest. Texts come from `messages`, both languages side by side; this module lays them out, and
writes numbers, days and money the way each language does.
The JSON form, an `Explanation`, carries the same texts beside the stable words, under a version that
changes when its shape does. An answer that knows more of its findings than these say gives lines of its
own to be set under them, and brings a form of its own for the JSON.

    >>> from legitymacja_rules.findings import breached
    >>> from legitymacja_rules.loading import load
    >>> text = as_json("refused", [breached("photo.width", "sp1:1", 300, 492)], "en")
    >>> load(Explanation, text).findings[0].text
    'width of the photo: 300 px (at least 492 px)'
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar, Final, Literal, get_args

from ._day import CountedDay, Day
from .errors import WrongArgument
from .findings import STRICT, Finding, Role, Status, Value
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

__all__ = [
    "VERSION",
    "Answer",
    "Explanation",
    "Language",
    "Told",
    "a_language",
    "as_json",
    "as_text",
    "explained",
    "shown",
    "written",
]

VERSION: Final = 1
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

Answer = Literal[
    "accepted",
    "refused",
    "undecided",
    "met",
    "needs_review",
    "not_covered",
    "breached",
    "clock_waits",
    "clock_runs",
]
"""The answer in a word: what a decision ends in, the worst status of a verdict, or how far a term is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A finding with its texts.

    Attributes:
        code, status, clause, also, subject, measured, limit, earliest, notes, who, attested_by,
            attested_on: as in the finding.
        conflict: what the other text says, likewise; versions before 0.3.0 did not write it.
        unit: in which `measured` and `limit` are counted, or what they are.
        text: the statement, in the language of the explanation.
        hint: what helps, where it is breached.
        remarks: what else a reader has to know.
    """

    __pydantic_config__: ClassVar = STRICT

    code: str
    status: Status
    clause: str
    also: tuple[str, ...]
    subject: str | None
    measured: Value | None
    limit: Value | None
    unit: Unit
    earliest: CountedDay | None
    notes: tuple[str, ...]
    who: Role | None
    attested_by: Role | None
    attested_on: Day | None
    conflict: Told | None = None
    text: str
    hint: str | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `explain_json` says of any answer that consists of findings.

    Attributes:
        version: of this form.
        language: of the texts.
        answer: the answer in a word.
        findings: the whole trace, in the order in which it was judged.
    """

    __pydantic_config__: ClassVar = STRICT

    version: Literal[1]
    language: Language
    answer: Answer
    findings: tuple[Told, ...]


def as_text(
    answer: Answer,
    findings: Iterable[Finding],
    language: Language,
    beside: Callable[[Finding, Language], Iterable[str]] = lambda _finding, _language: (),
) -> str:
    """The answer in capitals, then a line for each finding, worst first, and under it what `beside` says."""
    a_language(language)
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


def as_json(answer: Answer, findings: Iterable[Finding], language: Language) -> str:
    """The same as JSON text: an `Explanation`."""
    a_language(language)
    told = tuple([explained(finding, language) for finding in findings])
    return written(Explanation(VERSION, language, answer, told))


def written(form: object) -> str:
    """A form of plain values as JSON text."""
    return json.dumps(form, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:  # noqa: ANN401  (a day, or any dataclass; typing has no word for it yet)
    if isinstance(value, date):
        return value.isoformat()
    return {field.name: getattr(value, field.name) for field in fields(value)}


def explained(finding: Finding, language: Language) -> Told:
    """One finding with its texts."""
    return Told(
        code=finding.code,
        status=finding.status,
        clause=finding.clause,
        also=finding.also,
        subject=finding.subject,
        measured=finding.measured,
        limit=finding.limit,
        unit=CONDITIONS.get(finding.code, UNKNOWN).unit,
        earliest=finding.earliest,
        notes=finding.notes,
        who=finding.who,
        attested_by=finding.attested_by,
        attested_on=finding.attested_on,
        conflict=explained(finding.conflict, language) if finding.conflict else None,
        text=_statement(finding, language),
        hint=_hint(finding, language),
        remarks=(*_remarks(finding, language),),
    )


def a_language(language: Language) -> Language:
    """The language itself.

    Raises:
        WrongArgument: if it is another.
    """
    if language not in get_args(Language):
        raise WrongArgument("language", "'pl' or 'en'")
    return language


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
