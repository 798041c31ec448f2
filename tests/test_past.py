"""Which lives a stored document can tell, and which could never have been.

The oracle is written by hand: the order of acts as a regular expression over one letter for each act, the
days beside it. It reads JSON, and knows neither the tables nor the states of the library.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from types import ModuleType
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cards
from legitymacja_rules import (
    Accepted,
    certificate,
    mlegitymacja,
    planning,
    school_id,
    variants,
)
from legitymacja_rules.acts import Corrected, HandedOver, HandOver, TakenOver
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.errors import LoadError
from legitymacja_rules.facts import Code, PhysicalId
from legitymacja_rules.history import Document
from legitymacja_rules.loading import dump, load
from legitymacja_rules.messages import REMEDIES, Language
from legitymacja_rules.mlegitymacja import (
    ActivationCodes,
    Correct,
    ExOfficio,
    Mlegitymacja,
)
from lives import GROWN, after, families, lived
from samples import ANNA, DAY, GOOD_PHOTO, ORIGINAL, attest, issued_mlegitymacja

History = list[dict[str, Any]]
"""A history as JSON has it."""

NEXT = DAY + timedelta(days=1)


def told(document: Document) -> History:
    history: History = json.loads(dump(document))["history"]
    return history


def refused(kind: type[Document], history: History) -> tuple[tuple[str, str], ...]:
    """The faults for which it does not load; none if it does."""
    try:
        load(kind, {"history": history})
    except LoadError as error:
        return error.faults
    return ()


# --- the oracle -----------------------------------------------------------------------------------

GONE, BACK, ENDED = "F?(BQ?)?", "BQ?", "Z(BQ?)?"
LOST = "(LD*|D+)"

ORDERS = {
    "school_id": f"IS*(Q|EQ?|e{GONE}|{ENDED}"
    f"|H(K|S|{LOST}F)*({LOST}|{BACK}|{LOST}?{ENDED}|EQ?|e{GONE}|{LOST}?R{GONE}|{LOST}?r({GONE}|{ENDED}))?)?",
    "mlegitymacja": "I[GHAC]*V?X?",
    "certificate": "I(H(N*DF|N+F)*(N*D?|B|(N*D)?[Rr](F?B?))?)?",
}
"""In which order acts can stand, a letter for each."""

LETTERS = {
    "issued": "I",
    "handed_over": "H",
    "found": "F",
    "replaced": "R",
    "returned": "B",
    "duplicated": "D",
    "duplicate_impossible": "N",
    "exchanged": "E",
    "confirmed": "K",
    "services_coded": "S",
    "reported": "L",
    "ended": "Z",
    "destroyed": "Q",
    "codes_generated": "G",
    "activated": "A",
    "certificate_created": "C",
    "revoked": "V",
    "reissued": "X",
    "taken_over": "T",
}


def letter(act: dict[str, Any]) -> str:
    """One for each act; a small one leaves the original unsettled, or with its holder."""
    small = act.get("void") is False or act.get("returned") is False
    return LETTERS[act["event"]].lower() if small else LETTERS[act["event"]]


def could_be(kind: str, history: History) -> bool:
    """Whether those events can have happened one after another."""
    standing: History = []
    for at, event in enumerate(history):
        before = history[:at]
        if (event["event"] == "issued") is not (at == 0) or (at and not standing):
            return False
        if event["event"] == "corrected":
            place = max(n for n, act in enumerate(standing) if letter(act) != "C")
            last = standing[place]
            named = (last["event"], last["on"]) == (event["act"], event["done"])
            if not named or event["on"] < event["done"]:
                return False
            standing = [] if last["event"] == "taken_over" else standing[:place]
        elif event["event"] == "taken_over":
            days = [one["on"] for one in (*before, event)]
            if days != sorted(days) or "taken_over" in [one["event"] for one in before]:
                return False
            standing = [*standing, event]
        else:
            standing = [*standing, event]
            acts = [act for act in standing if act["event"] != "taken_over"]
            if not _in_order(kind, acts) or not _in_time(kind, acts) or not _caused(acts, before):
                return False
    return True


def _in_order(kind: str, acts: History) -> bool:
    """By their names and by their days, and handed over once."""
    word = "".join(map(letter, acts))
    days = [act["on"] for act in acts[-2:]]
    return bool(re.fullmatch(ORDERS[kind], word)) and word.count("H") < 2 and days == sorted(days)


def _in_time(kind: str, acts: History) -> bool:
    """Before what the last act needs has run out."""
    issued, last, word = acts[0], acts[-1], "".join(map(letter, acts))
    if kind == "school_id" and word[-1] == "S" and "H" in word:
        until = [act["valid_until"] for act in acts if letter(act) in "IK"]
        return bool(last["on"] <= max(until))
    if kind == "mlegitymacja" and word[-1] in "GHAV":
        lapses = word[-1] != "V" and "A" not in word[:-1] and not issued.get("renewable")
        codes = (issued["codes_until"] if lapses else None) or last["on"]
        return bool(last["on"] <= min(codes, issued["valid_until"]))
    return True


def _caused(acts: History, before: History) -> bool:
    """A certificate comes with its activation, by which it is bound to a device."""
    last = acts[-1]
    if last["event"] != "certificate_created":
        return True
    cause = before[-1]
    same = (last["on"], last["device"], last["valid_until"], last.get("attested", []))
    made: tuple[Any, ...] = (cause["on"], cause.get("device"), acts[0]["valid_until"], [])
    return cause["event"] == "activated" and same == made


# --- lives ----------------------------------------------------------------------------------------

NOW = date(2026, 11, 26)
HELD = PhysicalId(number="7", form="id1", issued=date(2026, 9, 1), valid_until=date(2027, 9, 30))


def codes(number: int, on: date) -> ActivationCodes:
    return ActivationCodes(
        generated=on, qr=Code(f"Q{number}"), code=Code(f"C{number}"), way="print"
    )


def renewable() -> Mlegitymacja:
    """One without codes, of the model that knows such as are made when they are needed."""
    call = (ExOfficio(pupil=ANNA, prior_id=HELD, photo=GOOD_PHOTO), variants.get("sp6"))
    words = attest(mlegitymacja.issue(*call, on=NOW).findings, on=NOW)
    outcome = mlegitymacja.issue(*call, on=NOW, attested=words)
    assert isinstance(outcome, Accepted), outcome.explain("en")
    return outcome.document


def decided() -> st.SearchStrategy[Document]:
    """Documents as decisions left them."""
    phones, late = lived(Mlegitymacja), after([renewable()])
    return st.one_of(families(), phones, late, lived(certificate.Certificate, GROWN)).flatmap(
        st.sampled_from
    )


DESKS: dict[type[Document], ModuleType] = {
    school_id.SchoolId: school_id,
    Mlegitymacja: mlegitymacja,
    certificate.Certificate: certificate,
}


def desk(document: Document) -> Any:
    return DESKS[type(document)]


def name(document: Document) -> str:
    return DESKS[type(document)].__name__.rpartition(".")[2]


# --- what was decided loads -----------------------------------------------------------------------


@given(decided())
def test_what_was_decided_loads_and_the_oracle_knows_it(document: Document) -> None:
    assert load(type(document), dump(document)) == document
    assert could_be(name(document), told(document))


@given(decided(), st.data())
def test_what_was_taken_over_loads_and_lives_on(document: Document, data: st.DataObject) -> None:
    """With the mistakes that older records tell of; and taken back, with what was entered later."""
    acts, school = document.history, variants.get(document.school)
    on = max(act.on for act in acts)
    word = (Attestation(condition="takeover.facts", role="office", on=on),)
    outcome = desk(document).take_over(acts, school, on=on, attested=word)
    if not isinstance(outcome, Accepted):
        return
    taken = outcome.document
    assert load(type(taken), dump(taken)) == taken
    last = data.draw(st.sampled_from((taken.history[-1], taken.acts()[-1])))
    tried = [
        HandOver(on=taken.last_day, to="pupil"),
        Correct(on=on, act=last.event, done=last.on),
    ]
    for command in tried:
        after = desk(document).decide(taken, command, school)
        if isinstance(after, Accepted):
            assert load(type(taken), dump(after.document)) == after.document
            assert could_be(name(taken), told(after.document))


@given(decided())
def test_what_was_stored_before_a_field_was_known_loads(document: Document) -> None:
    """As an earlier version wrote it: without the fields that have their defaults since."""
    bare = json.loads(document.model_dump_json(exclude_defaults=True))["history"]
    tags = [event["event"] for event in told(document)]
    older = [{**event, "event": tag} for event, tag in zip(bare, tags, strict=True)]
    assert load(type(document), {"history": older}) == document


# --- what could not have been does not ------------------------------------------------------------

HAND = {"event": "handed_over", "to": "pupil"}
LOSS = {"how": "lost", "clause": "x:1"}
CERTIFICATE = {"event": "certificate_created", "device": "phone-1", "valid_until": "2024-12-31"}

POOL: dict[str, tuple[History, str]] = {
    "school_id": (
        [
            HAND,
            *(
                {"event": "confirmed", "means": "hologram", "clause": "x:1", "valid_until": until}
                for until in ("2024-11-30", "2024-12-31")
            ),
            {"event": "services_coded", "services": ["school_activity"]},
            {"event": "reported", "how": "lost"},
            {"event": "found"},
            {"event": "duplicated", **LOSS},
            *(
                {"event": "exchanged", "ground": "error", "clause": "x:1", "returned": returned}
                for returned in (True, False)
            ),
            *({"event": "replaced", "clause": "x:1", "void": void} for void in (True, False)),
            {"event": "returned"},
            {"event": "ended", "ground": "school_changed", "clause": "x:1"},
            {"event": "destroyed"},
        ],
        dump(cards.issued("grojec").issued.model_copy(update={"valid_until": date(2024, 10, 31)})),
    ),
    "mlegitymacja": (
        [
            HAND,
            {"event": "codes_generated", "until": None, "codes": json.loads(dump(codes(1, DAY)))},
            *(
                {"event": "activated", "device": device, "system": "ios"}
                for device in ("phone-1", "phone-2")
            ),
            CERTIFICATE,
            {**CERTIFICATE, "valid_until": "2025-12-31"},
            {"event": "revoked", "ground": "school_changed", "clause": "x:1"},
            {"event": "reissued", "ground": "errors_found", "clause": "x:1"},
        ],
        dump(
            issued_mlegitymacja("sp6").issued.model_copy(
                update={"codes_until": date(2024, 10, 31), "valid_until": date(2024, 12, 31)}
            )
        ),
    ),
    "certificate": (
        [
            HAND,
            {"event": "duplicated", **LOSS},
            {"event": "duplicate_impossible", "records": "none", **LOSS},
            {"event": "found"},
            *({"event": "replaced", "clause": "x:1", "void": void} for void in (True, False)),
            {"event": "returned"},
        ],
        dump(certificate.Issued(on=DAY, school="leczna", **dict(ORIGINAL))),
    ),
}
"""For each document the events that it knows, without their days, and the making of one."""

BY_NAME = {room.__name__.rpartition(".")[2]: kind for kind, room in DESKS.items()}


@st.composite
def days_on(draw: st.DrawFn, last: str) -> str:
    """Mostly a day not before the last one."""
    off = draw(st.sampled_from((0, 0, 0, 1, 40, -1)))
    day = date.fromisoformat(last) + timedelta(days=off)
    return day.isoformat()


@st.composite
def one_more(draw: st.DrawFn, kind: str, history: History) -> dict[str, Any]:
    """An event that may follow, or not."""
    on = draw(days_on(history[-1]["on"]))
    acts = draw(st.sampled_from((history[-1:], history[-1:], history)))
    wrong = draw(st.sampled_from(acts))
    correction = {"event": "corrected", "on": on, "act": wrong["event"], "done": wrong["on"]}
    drawn: dict[str, Any] = draw(st.sampled_from(POOL[kind][0]))
    entering = {"event": "taken_over", "on": on}
    made = {**json.loads(POOL[kind][1]), "on": on}
    return draw(st.sampled_from(({**drawn, "on": on},) * 12 + (correction,) * 3 + (entering, made)))


@st.composite
def histories(draw: st.DrawFn) -> tuple[str, History]:
    """Histories of all sorts: most events could have followed, and then some are damaged."""
    kind = draw(st.sampled_from((*POOL,)))
    history: History = [json.loads(POOL[kind][1])]
    for _ in range(draw(st.integers(0, 9))):
        tried = [draw(one_more(kind, history)) for _ in range(4)]
        fitting = [event for event in tried if could_be(kind, [*history, event])]
        history.append((fitting or tried)[0])
    for _ in range(draw(st.integers(0, 2))):
        history = draw(damaged(kind, history))
    return kind, history


@st.composite
def damaged(draw: st.DrawFn, kind: str, history: History) -> History:
    """The history with an event dropped, repeated, moved, put on another day, or put in."""
    at = draw(st.integers(0, len(history) - 1))
    to = draw(st.integers(0, len(history) - 1))
    without = history[:at] + history[at + 1 :]
    redated = {**history[at], "on": draw(days_on(history[to]["on"]))}
    return draw(
        st.sampled_from(
            (
                without or history,
                [*history[:at], history[at], *history[at:]],
                [*without[:to], history[at], *without[to:]],
                [*history[:at], redated, *history[at + 1 :]],
                [*history[: at + 1], draw(one_more(kind, history[: at + 1])), *history[at + 1 :]],
            )
        )
    )


COULD_NOT_BE = {"impossible_act", "act_before_last", "not_the_last_act", "without_cause"}


@settings(max_examples=1000)
@given(histories())
def test_a_history_loads_if_and_only_if_it_could_have_been(drawn: tuple[str, History]) -> None:
    """And it is refused at the first event that could not follow upon those before it."""
    kind, history = drawn
    wrong = [at for at in range(len(history)) if not could_be(kind, history[: at + 1])]
    faults = refused(BY_NAME[kind], history)
    if not wrong:
        assert faults == ()
        return
    ((path, code),) = faults
    assert path == f"history.{wrong[0]}"
    assert code in COULD_NOT_BE if wrong[0] else code == "begins_otherwise"


ISSUED: History = told(issued_mlegitymacja("sp6"))
ON = DAY.isoformat()
USED = {"event": "activated", "on": ON, "device": "phone-1", "system": "ios"}
MADE = {**CERTIFICATE, "on": ON, "valid_until": ISSUED[0]["valid_until"]}
GIVEN = {**HAND, "on": ON}
CONFIRMED = {**POOL["school_id"][0][1], "on": ON}
LEFT = {"event": "revoked", "on": ON, "ground": "school_changed", "clause": "x:1"}
LATER, BEFORE = NEXT.isoformat(), (DAY - timedelta(days=1)).isoformat()


def undone(act: dict[str, Any], on: str = ON) -> dict[str, Any]:
    return {"event": "corrected", "on": on, "act": act["event"], "done": act["on"]}


UNREACHABLE: dict[str, tuple[History, int, str]] = {
    "revoked before it was issued": ([{**LEFT, "on": BEFORE}], 1, "act_before_last"),
    "activated before it was issued": ([{**USED, "on": BEFORE}], 1, "act_before_last"),
    "handed over twice": ([GIVEN, USED, GIVEN], 3, "impossible_act"),
    "activated when it was revoked": ([LEFT, USED], 2, "impossible_act"),
    "activated after its codes ran out": (
        [{**USED, "on": "2024-11-01"}],
        1,
        "impossible_act",
    ),
    "revoked after its last day": ([{**LEFT, "on": "2025-10-01"}], 1, "impossible_act"),
    "revoked after its last day on a phone": (
        [USED, {**LEFT, "on": "2025-10-01"}],
        2,
        "impossible_act",
    ),
    "issued twice": ([ISSUED[0]], 1, "impossible_act"),
    "anything once its issue was taken back": ([undone(ISSUED[0]), GIVEN], 2, "impossible_act"),
    "a certificate without an activation": ([MADE], 1, "without_cause"),
    "a second certificate": ([USED, MADE, MADE], 3, "without_cause"),
    "a certificate of another device": ([USED, {**MADE, "device": "x"}], 2, "without_cause"),
    "a certificate of the next day": ([USED, {**MADE, "on": LATER}], 2, "without_cause"),
    "a certificate that outlives": (
        [USED, {**MADE, "valid_until": "2026-01-01"}],
        2,
        "without_cause",
    ),
    "a certificate that came too late": ([USED, GIVEN, MADE], 3, "without_cause"),
    "a certificate of what was taken back": ([USED, undone(USED), MADE], 3, "without_cause"),
    "a correction of the last act but one": ([USED, GIVEN, undone(USED)], 3, "not_the_last_act"),
    "a correction of a certificate alone": ([USED, MADE, undone(MADE)], 3, "not_the_last_act"),
    "a correction of nothing": ([undone(USED)], 1, "not_the_last_act"),
    "a correction before its act": ([GIVEN, undone(GIVEN, BEFORE)], 2, "act_before_last"),
    "taken over twice": ([{"event": "taken_over", "on": ON}] * 2, 2, "impossible_act"),
    "taken over before its last act": (
        [{**USED, "on": LATER}, {"event": "taken_over", "on": ON}],
        2,
        "act_before_last",
    ),
    "taken over with days in disorder": (
        [
            {**USED, "on": LATER},
            undone({**USED, "on": LATER}, LATER),
            USED,
            {"event": "taken_over", "on": LATER},
        ],
        4,
        "act_before_last",
    ),
}


@pytest.mark.parametrize(("later", "at", "code"), UNREACHABLE.values(), ids=[*UNREACHABLE])
def test_what_could_not_have_been_is_told_at_its_place_with_what_mends_it(
    later: History, at: int, code: str
) -> None:
    history = [*ISSUED, *later]
    with pytest.raises(LoadError) as caught:
        load(Mlegitymacja, {"history": history})
    assert caught.value.faults == ((f"history.{at}", code),)
    for language in get_args(Language):
        remedy = REMEDIES[code].text.of(language)
        assert caught.value.explain(language) == f"[x] history.{at}: {remedy} [{code}]"
    assert refused(Mlegitymacja, history[:at]) == ()


@pytest.mark.parametrize(
    "later",
    [
        [{**USED, "on": "2024-10-31"}],
        [USED, MADE, GIVEN],
        [USED, MADE, undone(USED), USED, MADE],
        [GIVEN, undone(GIVEN), GIVEN],
        [{**LEFT, "on": LATER}, undone({**LEFT, "on": LATER}, LATER), USED],
        [USED, {"event": "taken_over", "on": LATER}, GIVEN, undone(GIVEN)],
        [USED, {"event": "taken_over", "on": ON}, undone({"event": "taken_over", "on": ON})],
        [{**LEFT, "on": "2025-09-30"}],
    ],
)
def test_what_could_have_been_loads(later: History) -> None:
    assert refused(Mlegitymacja, [*ISSUED, *later]) == ()


@pytest.mark.parametrize("kind", [*DESKS, Document])
@pytest.mark.parametrize("history", [[], [{"event": "taken_over", "on": ON}], [GIVEN]])
def test_a_history_begins_with_the_issue(kind: type[Document], history: History) -> None:
    assert refused(kind, history) == (("history.0", "begins_otherwise"),)


def test_an_activation_without_a_device_is_no_activation() -> None:
    without = {name: value for name, value in USED.items() if name != "device"}
    for act, code in ((without, "missing"), ({**USED, "device": " "}, "string_too_short")):
        fault = ("history.1.activated.device", code)
        assert refused(Mlegitymacja, [*ISSUED, act]) == (fault,)


def test_within_an_outcome_the_path_leads_to_the_event() -> None:
    made = cards.done(cards.in_hand("grojec"), cards.duplicate("grojec", DAY))
    for steps in (("document",), ("successor", "document")):
        outcome = json.loads(dump(made))
        place = outcome
        for step in steps:
            place = place[step]
        place["history"].append(CONFIRMED)
        at = len(place["history"]) - 1
        with pytest.raises(LoadError) as caught:
            school_id.load_outcome(outcome)
        path = ".".join(("accepted", *steps, "history", str(at)))
        assert caught.value.faults == ((path, "impossible_act"),)


def test_in_a_line_of_a_plan_the_path_names_the_document() -> None:
    line = {"document": {"history": [*ISSUED, MADE]}, "need": "confirmation", "by": ON}
    with pytest.raises(LoadError) as caught:
        load(planning.Line, {**line, "lapsed": False, "findings": []})
    fault = ("document.Mlegitymacja.history.1", "without_cause")
    assert fault in caught.value.faults


def test_in_python_nobody_is_asked() -> None:
    """A decision has been judged, and is not judged again."""
    document = issued_mlegitymacja("sp6")
    gone = mlegitymacja.Revoked(on=NEXT, ground="school_changed", clause="x:1")
    used = mlegitymacja.Activated(on=NEXT, device="phone-1", system="ios")
    odd = mlegitymacja.replay((*document.history, gone, used))
    assert odd == Mlegitymacja(history=(*document.history, gone, used))
    assert refused(Mlegitymacja, told(odd)) == (("history.2", "impossible_act"),)


@pytest.mark.parametrize(
    ("later", "subject"),
    [
        (
            [mlegitymacja.CertificateCreated(on=DAY, device="x", valid_until=DAY)],
            "certificate_created",
        ),
        (
            [
                HandedOver(on=DAY, to="pupil"),
                mlegitymacja.Activated(on=DAY, device="x", system="ios"),
                Corrected(on=DAY, act="handed_over", done=DAY),
            ],
            "corrected",
        ),
        ([TakenOver(on=DAY)], "taken_over"),
        ([Corrected(on=DAY, act="issued", done=DAY)], "issued"),
    ],
)
def test_older_records_are_held_to_the_same(later: list[Any], subject: str) -> None:
    acts = (*issued_mlegitymacja("sp6").history, *later)
    outcome = mlegitymacja.take_over(acts, variants.get("sp6"), on=DAY)
    found = [(finding.code, finding.subject) for finding in outcome.reasons]
    assert found == [("takeover.acts", subject), ("takeover.facts", None)]


def test_days_in_disorder_are_one_fault_and_not_two() -> None:
    later = mlegitymacja.Activated(on=DAY, device="x", system="ios")
    acts = (*issued_mlegitymacja("sp6").history, HandedOver(on=NEXT, to="pupil"), later)
    outcome = mlegitymacja.take_over(acts, variants.get("sp6"), on=NEXT)
    found = [finding.code for finding in outcome.reasons]
    assert found == ["takeover.days", "takeover.facts"]


CODED = {"event": "services_coded", "on": "2024-12-01", "services": ["school_activity"]}


@pytest.mark.parametrize(
    ("confirmed", "loads"),
    [
        ((), False),
        (("2024-11-30",), False),
        (("2024-12-01",), True),
        (("2024-12-01", "2024-11-30"), True),
        (("2024-11-30", "2024-12-01"), True),
    ],
)
def test_an_id_is_valid_until_the_last_day_that_was_ever_confirmed(
    confirmed: tuple[str, ...], *, loads: bool
) -> None:
    """Services are coded on a valid one only."""
    made = [json.loads(POOL["school_id"][1]), GIVEN]
    acts = [{**CONFIRMED, "valid_until": until} for until in confirmed]
    faults = refused(school_id.SchoolId, [*made, *acts, CODED])
    at = len(made) + len(acts)
    assert faults == (() if loads else ((f"history.{at}", "impossible_act"),))


# --- in its own time ------------------------------------------------------------------------------


def calls(work: Callable[[], object]) -> int:
    """How often Python calls something until the work is done."""
    made = 0

    def count(_frame: object, event: str, _told: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    watching = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(watching)
    return made


LONG: dict[str, Callable[[int], History]] = {
    "confirmations": lambda n: [CONFIRMED] * n,
    "confirmations, all taken back": lambda n: [CONFIRMED] * n + [undone(CONFIRMED)] * n,
    "mistakes": lambda n: [CONFIRMED, undone(CONFIRMED)] * n,
}


@pytest.mark.parametrize("later", LONG.values(), ids=[*LONG])
def test_twice_as_long_a_life_takes_twice_as_long(later: Callable[[int], History]) -> None:
    """Or a text of some MB would keep a host busy for hours."""
    begun = told(cards.in_hand("grojec"))
    texts = [json.dumps({"history": begun + later(n)}) for n in (500, 1000)]
    once, twice = (calls(partial(load, school_id.SchoolId, text)) for text in texts)
    assert 500 < once < twice < 2.1 * once
