"""How an answer reads: both languages, every condition, every status."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, get_args

import pytest

from legitymacja_rules import Verdict, messages
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.explanation import as_json, as_text, explained
from legitymacja_rules.findings import (
    Finding,
    Status,
    Value,
    breached,
    met,
    needs_review,
    not_covered,
)
from legitymacja_rules.messages import CONDITIONS, FRAME, LABELS, NOTES, Language, Text, Unit

LANGUAGES: tuple[Language, ...] = get_args(Language)

MEASURED: dict[Unit, Value] = {
    "text": "abc",
    "word": "parent",
    "day": "2024-10-31",
    "period": "2024-09-01/2025-09-16",
    "px": 1234567,
    "dpi": 300,
    "bytes": 5_000_001,
    "percent": 75,
    "pln": "9.00",
    "position": 11,
    "count": 2,
}

SHOWN: dict[Unit, tuple[str, str]] = {
    "text": ("abc", "abc"),
    "word": ("rodzic", "parent"),
    "day": ("31.10.2024", "2024-10-31"),
    "period": ("01.09.2024 – 16.09.2025", "2024-09-01 – 2025-09-16"),
    "px": ("1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567 px",) * 2,
    "dpi": ("300 dpi", "300 dpi"),
    "bytes": ("5\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}001 B",) * 2,
    "percent": ("75 %", "75 %"),
    "pln": ("9,00 zł", "9.00 PLN"),
    "position": ("pozycja 11", "position 11"),
    "count": ("2", "2"),
}

MARK = {
    Status.MET: "[+] ",
    Status.NEEDS_REVIEW: "[?] ",
    Status.NOT_COVERED: "[~] ",
    Status.BREACHED: "[x] ",
}


def full(code: str, status: Status, **changes: Any) -> Finding:
    """A finding with all that a finding of that code can carry."""
    value = MEASURED[CONDITIONS[code].unit]
    parts: dict[str, Any] = {
        "also": ("I-mb", "act:druki-2023:§67"),
        "subject": "form",
        "measured": value,
        "limit": value,
        "earliest": date(2024, 11, 4),
        "notes": tuple(NOTES),
        "who": "head",
        "attested_by": "office",
        "attested_on": date(2024, 10, 31),
    }
    return Finding(code, status, "grojec:§7.9", **{**parts, **changes})


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("code", CONDITIONS)
def test_every_condition_in_every_status_has_a_text_in_both_languages(
    code: str, status: Status
) -> None:
    for language in LANGUAGES:
        column = 0 if language == "pl" else 1
        for finding in (full(code, status), Finding(code, status, "grojec:§7.9")):
            lines = as_text(status.value, [finding], language).splitlines()
            assert lines[1].startswith(MARK[status])
            condition = CONDITIONS[code].text
            assert (condition.pl, condition.en)[column] in lines[1]
            assert "grojec:§7.9" in lines[1]
            assert all(line.startswith("      ") and line.strip() for line in lines[2:])
            assert not any("{" in line or "}" in line for line in lines)
            if finding.measured is not None:
                shown = SHOWN[CONDITIONS[code].unit][column]
                assert lines[1].count(shown) >= 2
                assert lines[1].endswith(" [grojec:§7.9, I-mb, act:druki-2023:§67]")


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("code", CONDITIONS)
def test_the_json_of_every_condition_says_the_same_as_the_text(code: str, status: Status) -> None:
    for language in LANGUAGES:
        finding = full(code, status)
        data = json.loads(as_json(status.value, [finding], language))
        assert (data["version"], data["language"], data["answer"]) == (1, language, status.value)
        (entry,) = data["findings"]
        lines = as_text(status.value, [finding], language).splitlines()
        assert (
            lines[1]
            == f"{MARK[status]}{entry['text']} [{', '.join([entry['clause'], *entry['also']])}]"
        )
        said = ([entry["hint"]] if entry["hint"] else []) + entry["remarks"]
        assert [line.strip() for line in lines[2:]] == said
        assert (entry["hint"] is not None) is (
            CONDITIONS[code].hint is not None and status is Status.BREACHED
        )


def test_the_json_carries_every_part_of_a_finding_as_plain_values() -> None:
    finding = full("codes.window", Status.NEEDS_REVIEW, notes=("head_only",))
    (entry,) = json.loads(as_json("undecided", [finding], "en"))["findings"]
    assert entry == {
        "code": "codes.window",
        "status": "needs_review",
        "clause": "grojec:§7.9",
        "also": ["I-mb", "act:druki-2023:§67"],
        "subject": "form",
        "measured": "2024-10-31",
        "limit": "2024-10-31",
        "unit": "day",
        "earliest": "2024-11-04",
        "notes": ["head_only"],
        "who": "head",
        "attested_by": "office",
        "attested_on": "2024-10-31",
        "conflict": None,
        "text": "activation while the codes work: completed form: 2024-10-31 "
        "(2024-10-31 at the latest)",
        "hint": None,
        "remarks": [
            "2024-11-04 at the earliest",
            "attested: office, 2024-10-31",
            "to be attested: head teacher",
            "only the head decides this",
        ],
    }
    (bare,) = json.loads(as_json("met", [met("photo.present", "balin:docs.2")], "pl"))["findings"]
    assert {key for key, value in bare.items() if value in (None, [])} == {
        "also",
        "subject",
        "measured",
        "limit",
        "earliest",
        "notes",
        "who",
        "attested_by",
        "attested_on",
        "conflict",
        "hint",
        "remarks",
    }


@pytest.mark.parametrize("unit", get_args(Unit))
def test_every_unit_is_shown_the_polish_and_the_english_way(unit: Unit) -> None:
    code = next(code for code, condition in CONDITIONS.items() if condition.unit == unit)
    finding = met(code, "x:1", MEASURED[unit])
    assert explained(finding, "pl").text.endswith(f": {SHOWN[unit][0]}")
    assert explained(finding, "en").text.endswith(f": {SHOWN[unit][1]}")


def test_a_polish_reader_sees_polish_money_and_days_and_an_english_one_iso_days() -> None:
    finding = breached("codes.window", "leczna:VI.5", "2024-11-01", "2024-10-31", earliest=None)
    assert as_text("refused", [finding], "pl") == (
        "ODMOWA\n"
        "[x] aktywacja w okresie ważności kodów: 01.11.2024 (najpóźniej 31.10.2024) [leczna:VI.5]"
    )
    assert as_text("refused", [finding], "en") == (
        "REFUSED\n"
        "[x] activation while the codes work: 2024-11-01 (2024-10-31 at the latest) [leczna:VI.5]"
    )
    assert "opłata: 26,00 zł [" in as_text("met", [met("fee.amount", "x:1", "26.00")], "pl")
    assert "fee: 26.00 PLN [" in as_text("met", [met("fee.amount", "x:1", "26.00")], "en")


ENDLESS = met("regulation.in_force", "I-in-force", "2024-10-01", "2024-07-13/")


def test_a_period_without_an_end_shows_its_first_day() -> None:
    assert "(okres od 13.07.2024)" in as_text("met", [ENDLESS], "pl")
    assert "(period from 2024-07-13)" in as_text("met", [ENDLESS], "en")


def test_the_day_that_is_measured_against_a_period_is_shown_as_a_day() -> None:
    assert "w dniu: 01.10.2024 (" in as_text("met", [ENDLESS], "pl")
    assert "applies on: 2024-10-01 (" in as_text("met", [ENDLESS], "en")


def test_lines_come_worst_first_and_else_in_the_order_of_the_trace() -> None:
    trace = (
        met("photo.width", "x:1"),
        needs_review("photo.eyes", "x:2"),
        breached("photo.size", "x:3"),
        not_covered("codes.after_lapse", "x:4"),
        met("photo.height", "x:5"),
        breached("photo.dpi", "x:6"),
    )
    for language in LANGUAGES:
        lines = as_text("breached", iter(trace), language).splitlines()
        marked = [(line[:3], line[-5:-1]) for line in lines if line.startswith("[")]
        assert [(mark, place.strip("[] ")) for mark, place in marked] == [
            ("[x]", "x:3"),
            ("[x]", "x:6"),
            ("[~]", "x:4"),
            ("[?]", "x:2"),
            ("[+]", "x:1"),
            ("[+]", "x:5"),
        ]
        data = json.loads(as_json("breached", iter(trace), language))
        assert [entry["clause"] for entry in data["findings"]] == [f.clause for f in trace]


def test_nothing_to_say_is_the_answer_alone() -> None:
    assert as_text("met", [], "pl") == "SPEŁNIONE"
    assert json.loads(as_json("met", [], "pl"))["findings"] == []


@pytest.mark.parametrize(
    ("finding", "polish", "english"),
    [
        (
            needs_review("photo.eyes", "x:1"),
            "do poświadczenia: sekretariat",
            "to be attested: office",
        ),
        (
            not_covered("codes.after_lapse", "x:1"),
            "do rozstrzygnięcia: dyrektor",
            "to be decided: head teacher",
        ),
        (
            Finding(
                "photo.eyes",
                Status.MET,
                "x:1",
                attested_by="head",
                attested_on=date(2024, 10, 31),
            ),
            "poświadczono: dyrektor, 31.10.2024",
            "attested: head teacher, 2024-10-31",
        ),
        (
            Finding(
                "photo.eyes",
                Status.BREACHED,
                "x:1",
                attested_by="office",
                attested_on=date(2024, 10, 31),
            ),
            "stwierdzono, że nie: sekretariat, 31.10.2024",
            "denied: office, 2024-10-31",
        ),
        (
            breached("photo.eyes", "x:1", earliest=date(2024, 10, 31)),
            "najwcześniej 31.10.2024",
            "2024-10-31 at the earliest",
        ),
    ],
)
def test_what_helps_stands_under_the_line(finding: Finding, polish: str, english: str) -> None:
    assert explained(finding, "pl").remarks == (polish,)
    assert explained(finding, "en").remarks == (english,)


@pytest.mark.parametrize("status", Status)
def test_a_hint_helps_against_a_breach_and_stands_nowhere_else(status: Status) -> None:
    finding = Finding("photo.format", status, "x:1")
    shown = status is Status.BREACHED
    for language in LANGUAGES:
        hint = CONDITIONS["photo.format"].hint
        assert hint is not None
        text = hint.pl if language == "pl" else hint.en
        assert explained(finding, language).hint == (text if shown else None)
        assert (text in as_text("met", [finding], language)) is shown


@pytest.mark.parametrize("status", Status)
def test_what_another_version_wrote_is_shown_as_unknown_and_raises_nothing(status: Status) -> None:
    """Catches a stored outcome that a later version can no longer show."""
    finding = Finding(
        "fee.account", status, "x:1", measured=3, limit="a", notes=("head_only", "of_old")
    )
    assert CONDITIONS.get("fee.account") is None
    assert NOTES.get("of_old") is None
    for language, known, said in (
        ("pl", "nieznany warunek: 3 (", "rozstrzyga tylko dyrektor"),
        ("en", "unknown condition: 3 (", "only the head decides this"),
    ):
        entry = explained(finding, language)  # type: ignore[arg-type]  # two plain words
        assert entry.text.startswith(known)
        assert (entry.code, entry.hint, entry.remarks) == ("fee.account", None, (said,))
        assert entry.notes == ("head_only", "of_old")
        verdict = Verdict((finding,))
        lines = verdict.explain(language).splitlines()  # type: ignore[arg-type]  # two plain words
        assert lines[1:] == [f"{MARK[status]}{entry.text} [x:1]", f"      {said}"]


def test_a_value_that_looks_like_a_frame_is_shown_as_it_is() -> None:
    finding = breached("photo.format", "x:1", "{0}", "{nothing}", subject="{}")
    assert explained(finding, "en").text.endswith("{}: {0} (required: {nothing})")


def test_a_measure_that_is_text_keeps_its_unit() -> None:
    assert explained(breached("photo.dpi", "x:1", "72"), "en").text.endswith(": 72 dpi")


def texts() -> list[tuple[str, Text]]:
    found = [(key, text) for table in (LABELS, NOTES, FRAME) for key, text in table.items()]
    for code, condition in CONDITIONS.items():
        found += [(code, condition.text), (code, condition.limit)]
        found += [(code, condition.hint)] if condition.hint else []
    return found


def test_no_text_is_empty_and_both_languages_have_the_same_places_to_fill() -> None:
    for key, text in texts():
        assert text.pl.strip() == text.pl != "", key
        assert text.en.strip() == text.en != "", key
        assert text.pl.count("{") == text.en.count("{"), key


def test_the_tables_are_read_only() -> None:
    for table in (CONDITIONS, NOTES, FRAME, LABELS):
        with pytest.raises(TypeError):
            table["x"] = messages.Text("x", "x")  # type: ignore[index]  # two plain words


@pytest.mark.parametrize("language", ["de", "PL", "", None])
def test_an_unknown_language_is_a_typed_error(language: Any) -> None:
    """Catches an answer half in one language and half in another."""
    verdict = Verdict((met("photo.width", "x:1", 1, 1),))
    for say in (verdict.explain, verdict.explain_json):
        with pytest.raises(WrongArgument, match="'language'"):
            say(language)


def test_no_word_has_two_texts() -> None:
    """Texts stand in rooms by matter; a word in two of them would be read one way or the other."""
    room = {"lost": Text("zagubienie", "loss")}
    assert dict(messages._joined(room, {"stolen": Text("kradzież", "theft")})) == {
        **room,
        "stolen": Text("kradzież", "theft"),
    }
    with pytest.raises(ValueError, match="two rooms"):
        messages._joined(room, room)
