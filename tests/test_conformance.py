"""The conformance machine: it passes the rules themselves, and finds every planted fault with its clause."""

from __future__ import annotations

import contextlib
import pickle
import re
import unittest
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import pytest
from hypothesis import settings

import cards
import planted
from legitymacja_rules import certificate, coupling, deadlines, variants
from legitymacja_rules.acts import HandOver, Replace
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.findings import breached, met, not_covered
from legitymacja_rules.regulation import Due, Formats, PhotoRequirement, Pixels, Regulation
from legitymacja_rules.regulation.office import VERSION
from legitymacja_rules.school_id import End
from legitymacja_rules.testing import attest
from legitymacja_rules.testing.conformance import (
    Capability,
    NotConforming,
    Reference,
    Reply,
    blame,
    conform,
    conformance,
    phone_moves,
    shapes,
    shots,
)
from legitymacja_rules.testing.conformance.machine import PUPILS
from legitymacja_rules.testing.conformance.moves import Move, decide, issue
from legitymacja_rules.testing.conformance.run import Played, Run, Stage, _replayed
from legitymacja_rules.testing.conformance.situation import Now
from legitymacja_rules.testing.conformance.system import Outcome, Promise
from legitymacja_rules.testing.conformance.wishes import Wish
from samples import DAY

MADE = date(2024, 11, 4)

BARE = Regulation(slug="sp1", school="Szkoła Podstawowa nr 1")
"""A school that is nothing but its name: the law answers."""


def caught(system: Any, **how: Any) -> NotConforming:
    """What the machine finds."""
    with pytest.raises(NotConforming) as found:
        conform(system, **{"seed": 0, "rounds": 100, "steps": 15, **how})
    for kind in ("id", "phone", "certificate"):
        told = dict.fromkeys(re.findall(rf"\b{kind}-[0-9]+", "\n".join(found.value.story)))
        assert [*told] == [f"{kind}-{number}" for number in range(1, len(told) + 1)], found.value
    return found.value


@cache
def sought(fault: str, school: str) -> NotConforming:
    """What the machine finds of a planted fault at a school, sought once for all who look at it."""
    return caught(getattr(planted, fault), schools=[school])


# --- what is right passes -------------------------------------------------------------------------


@pytest.mark.parametrize("school", variants.names())
def test_the_rules_conform_to_themselves(school: str) -> None:
    conform(Reference, schools=[school], rounds=1)


def test_the_rules_conform_where_only_the_law_answers() -> None:
    regulations = {"sp1": BARE}
    conform(lambda: Reference(regulations), schools=["sp1"], regulations=regulations, rounds=1)


# --- planted faults -------------------------------------------------------------------------------

LAW = {
    "AsStored": {"notice:sio-photo"},
    "HeavyFile": {"notice:sio-photo"},
    "CodeUsedTwice": {"notice:sio-devices"},
    "SurvivesItsCard": {"notice:sio-revocation-reasons"},
    "FloatMoney": {"act:druki-2023:§67", "act:druki-2019:§29"},
    "TwentySixForAnId": {"act:druki-2023:§67", "act:druki-2019:§29"},
    "LossAfterDuplicate": {"I-original-void"},
    "ValidADayLonger": {"notice:sio-card-and-mlegitymacja"},
    "ActivatesRevoked": {"notice:sio-revocation-reasons"},
    # Whatever it is for which an activation is refused.
    "RefusedYetRevoked": {
        "invariant:day-order",
        "invariant:history-kept",
        "invariant:nothing-after-revocation",
        "notice:sio-card-and-mlegitymacja",
        "notice:sio-devices",
        "notice:sio-platform-codes",
        "notice:sio-print-codes",
        "notice:sio-revocation-reasons",
    },
}
"""Where a school's text has ended or is silent the act's clause, or a notice's, is the right one."""

FAULTS: list[tuple[str, str, set[str]]] = [
    ("TwentyNineDays", "leczna", {"leczna:VI.5"}),
    ("TwentyNineDays", "grojec", {"grojec:§7.8"}),
    ("ThirtyOneDays", "leczna", {"leczna:VI.5"}),
    ("ThirtyOneDays", "ostroleka", {"ostroleka:form.codes"}),
    ("ChristmasEveWorks", "grojec", {"act:dni-wolne:art.1"}),
    ("ChristmasEveWorks", "ostroleka", {"act:dni-wolne:art.1"}),
    ("CorpusChristiWorks", "grojec", {"act:dni-wolne:art.1"}),
    ("CountsTheFirstDay", "grojec", {"grojec:§5.6"}),
    ("AsStored", "leczna", {"leczna:II.1", "leczna:II.3.f", "leczna:VI.2"}),
    ("AnyVersion", "leczna", {"leczna:VI.6"}),
    ("AnotherBirthday", "grojec", {"act:ewidencja-ludnosci:art.15"}),
    ("TenMinutesPassed", "sp6", {"notice:sio-platform-codes"}),
    ("SidesSwapped", "leczna", {"leczna:II.1", "leczna:II.3.f", "leczna:VI.2"}),
    ("SidesSwapped", "grojec", {"grojec:§7.4", "grojec:§4.3a", "grojec:form.photo-note"}),
    ("HeavyFile", "sp6", {"sp6:docs.2"}),
    ("HeavyFile", "leczna", {"leczna:II.1", "leczna:VI.2"}),
    ("SecondDevice", "grojec", {"grojec:§8.3"}),
    ("CodeUsedTwice", "ostroleka", {"ostroleka:form.codes"}),
    ("CodeUsedTwice", "sp6", {"sp6:codes"}),
    ("OriginalLivesOn", "leczna", {"leczna:IV.5"}),
    ("SurvivesItsCard", "grojec", {"grojec:§7.11c"}),
    ("TwentySixForAnId", "leczna", {"leczna:IV.3"}),
    ("TwentySixForAnId", "balin", {"act:druki-2023:§67"}),
    (
        "RefusedYetRevoked",
        "leczna",
        {
            "leczna:VI.4",
            "leczna:VI.5",
            "leczna:VI.6",
            "leczna:VII.1",
            "leczna:VII.2",
            "invariant:own-codes",
        },
    ),
    ("SkippedStep", "leczna", {"leczna:VI.4"}),
    ("SkippedStep", "sp6", {f"sp6:steps.{number}" for number in range(1, 10)}),
    (
        "AdultADayLate",
        "ostroleka",
        {f"ostroleka:{unit}" for unit in ("§2.6", "§2.10.1", "§3.2", "form.revoke")},
    ),
    ("FloatMoney", "leczna", {"leczna:II.4", "leczna:III.5", "leczna:IV.3", "leczna:IX.3"}),
    # and more that a vendor may make
    ("ValidADayLonger", "leczna", {"leczna:VII.1"}),
    ("RunsOnUnconfirmed", "grojec", {"grojec:§2.6"}),
    (
        "ActivatesRevoked",
        "leczna",
        {"leczna:VII.1", "leczna:VII.2", "invariant:nothing-after-revocation"},
    ),
    ("LossAfterDuplicate", "grojec", {"grojec:§5.7", "grojec:§4.3c"}),
    ("WrongReceiver", "leczna", {"leczna:IX.5"}),
    ("WrongAccount", "ostroleka", {"ostroleka:§3.6", "ostroleka:§4.6"}),
    (
        "MissingItem",
        "ostroleka",
        {
            f"ostroleka:{unit}"
            for unit in (
                "§1.2",
                "§2.7",
                "§3.1",
                "§4.3",
                *(f"form.declaration.{number}" for number in range(1, 5)),
            )
        },
    ),
    ("SecondOnOneCard", "leczna", {"invariant:one-living"}),
    ("TakesBackAnything", "grojec", {"invariant:history-kept"}),
    ("KeepsTheMistake", "leczna", {"invariant:history-kept"}),
]
"""The fault, a school, and the clauses that it breaks there, as the school's text has them."""


@pytest.mark.parametrize(
    ("fault", "school", "clauses"), FAULTS, ids=[f"{fault}-{school}" for fault, school, _ in FAULTS]
)
def test_a_planted_fault_is_caught_with_its_clause(
    fault: str, school: str, clauses: set[str]
) -> None:
    found = sought(fault, school)
    assert found.clause in clauses | LAW.get(fault, set()), found


HUMANS = [
    ("Strict", ("photos",), "refused; the rules: undecided"),
    ("Strict", ("mlegitymacja",), "refused; the rules: undecided"),
    ("StrictByClause", ("photos", "clauses"), "refused; the rules: undecided"),
    ("StrictByClause", ("mlegitymacja", "clauses"), "refused; the rules: undecided"),
    ("Hasty", ("photos",), "accepted; the rules: undecided"),
    ("Hasty", ("mlegitymacja",), "accepted; the rules: undecided"),
    ("Deaf", ("mlegitymacja",), "attested: photo.current: undecided; the rules: accepted"),
]
"""Who does not wait for a human, or does not hear them, what it offers, and what it then says."""


@pytest.mark.parametrize(("fault", "offers", "said"), HUMANS)
def test_a_system_that_does_not_listen_to_humans_is_caught_by_what_was_theirs(
    fault: str, offers: tuple[Capability, ...], said: str
) -> None:
    # At Balin nothing of a plain application waits but whether the photo is current.
    found = caught(planted.only(getattr(planted, fault), *offers), schools=["balin"])
    assert found.clause == "balin:docs.2", found
    assert found.story[-3].endswith(said), found
    assert found.story[-2].endswith(" the photo is current [balin:docs.2]")


def test_a_system_that_takes_a_no_for_a_yes_is_caught_by_what_was_denied() -> None:
    found = caught(planted.only(planted.NoForYes, "mlegitymacja"), schools=["balin"])
    at = next(at for at, line in enumerate(found.story) if line.endswith("; the rules: refused"))
    assert re.search(r", denied: .*: accepted; the rules: refused$", found.story[at])
    assert found.story[at + 1].startswith("[x] ")
    assert f"[{found.clause}]" in found.story[at + 1]
    assert found.story[at + 2].startswith("      denied: ")


@pytest.mark.parametrize("offers", ["photos", "school_id"])
def test_a_wrong_bound_is_told_from_a_human_who_was_not_waited_for(offers: Capability) -> None:
    # What the photo of an ID shows waits for the office at Łęczna; this system refuses its sides.
    found = caught(planted.only(planted.SidesSwapped, offers), schools=["leczna"])
    assert found.clause in {"leczna:II.1", "leczna:II.3.f", "leczna:VI.2"}, found
    first = next(line for line in found.story if line.startswith("["))
    assert re.match(r"\[.\] (width|height) of the photo: ", first)


def test_who_takes_one_yes_for_all_is_caught_by_what_nobody_has_said() -> None:
    found = caught(planted.only(planted.OneYesForAll, "school_id"), schools=["leczna"])
    assert re.search(r", attested: .*: accepted; the rules: undecided$", found.story[1]), found
    assert found.story[2].startswith("[?] ")
    assert f"[{found.clause}" in found.story[2]


def test_who_refused_before_anybody_spoke_is_not_blamed_on_what_was_said() -> None:
    found = caught(planted.NoErrors, schools=["grojec"])
    assert re.search(r", attested: photo.*: refused; the rules: accepted$", found.story[2]), found
    assert found.clause in {"grojec:§4.1", "grojec:§4.2"}
    assert "photo is current" not in str(found)


def test_without_follows_the_machine_itself_says_that_the_duplicate_was_received() -> None:
    heard: set[tuple[str, str]] = set()

    class Listening(planted.Narrow):
        def decide(self, name: str, command: Any, **call: Any) -> Reply:
            reply = super().decide(name, command, **call)
            heard.add((command.kind, reply.outcome))
            return reply

    conform(lambda: Listening("certificate"), schools=["ostroleka"], seed=0, rounds=4)
    assert {("replace", "accepted"), ("duplicate", "accepted")} <= heard


def test_a_clause_that_a_system_tells_is_believed() -> None:
    assert caught(planted.Telling, schools=["leczna"]).clause == "leczna:VI.5"


def test_a_system_that_offers_clauses_has_to_tell_them() -> None:
    found = caught(planted.Mute, schools=["leczna"])
    assert "(the system does not tell this clause)" in found.story


# --- what is no answer ----------------------------------------------------------------------------


def _raises(**_call: object) -> None:
    raise KeyError("Kowalska")


NO_ANSWERS: list[tuple[str, Any, str]] = [
    ("issue", _raises, "the system raised KeyError"),
    ("issue", lambda **_call: None, "the system answered no Reply"),
    (
        "issue",
        lambda **_call: Reply("ok"),  # type: ignore[arg-type]  # a word that is none
        "the system answered no outcome: it is one of accepted, refused, undecided",
    ),
    (
        "issue",
        lambda **_call: Reply("refused", "x:1"),  # type: ignore[arg-type]  # a text
        "the clauses of a Reply are a tuple of texts",
    ),
    ("due", lambda **_call: DAY, "the system answered no Promise of days"),
    ("fee", _raises, "the system raised KeyError"),
    ("state", _raises, "the system raised KeyError"),
    ("state", lambda **_call: None, "no word of State: "),
    ("state", lambda **_call: "ISSUED", "no word of State: "),
]


@pytest.mark.parametrize(("method", "answer", "told"), NO_ANSWERS)
def test_what_is_no_answer_is_told_by_its_kind_alone(method: str, answer: Any, told: str) -> None:
    broken = type("Broken", (planted.Planted,), {method: lambda _self, *_asked, **_more: answer()})
    found = caught(broken, schools=["leczna"])
    assert any(line.startswith(f"({told}") for line in found.story), found
    assert any(": no answer; the rules: " in line for line in found.story)
    assert "Kowalska" not in str(found)
    assert found.__cause__ is None
    assert len(found.story) < 9


@pytest.mark.parametrize(
    "wrong",
    [
        *({"schools": []}, {"schools": "leczna"}, {"schools": 5}, {"schools": ["nowhere"]}),
        *({"regulations": 5}, {"regulations": {"sp1": "sp1"}}, {"make": planted.Planted()}),
        *({"rounds": 0}, {"rounds": -1}, {"steps": 0}, {"seed": "one"}, {"seed": True}),
    ],
)
def test_a_run_of_nothing_is_refused_before_it_begins(wrong: dict[str, Any]) -> None:
    def never() -> Reference:
        raise AssertionError("no system is made")

    with pytest.raises(WrongArgument) as error:
        conform(**{"make": never, **wrong})
    assert error.value.parts[0] == next(iter(wrong))


def test_an_offer_that_nobody_knows_is_refused() -> None:
    class Offering(planted.Planted):
        only = frozenset({"fees", "coffee"})  # type: ignore[arg-type]  # a word that is none

    with pytest.raises(WrongArgument, match="1 of its offers are other words"):
        conform(Offering, rounds=1)


def test_what_is_done_before_the_issue_is_caught() -> None:
    assert caught(planted.BeforeItsTime, schools=["grojec"]).clause == "invariant:day-order"


def test_a_document_that_a_question_changes_is_told_with_the_question() -> None:
    found = caught(planted.only(planted.SpoilsByAsking, "fees", "school_id"), schools=["balin"])
    *_, asked, changed = (line for line in found.story if line[:2] == "20")
    assert "fee" in asked
    assert ": id-1 is" in changed or "  id-1 is" in changed
    assert "(nothing was to change)" in found.story


def test_a_fee_wrong_in_all_of_2019_is_caught() -> None:
    assert "2019-09-01" in str(caught(planted.Wrong2019, schools=["leczna"]))


@pytest.mark.parametrize(
    "fault", [planted.Inventive, planted.Talkative, planted.Thorough, planted.Learned]
)
def test_who_tells_clauses_tells_no_others_than_of_what_is_not_met(
    fault: type[Reference],
) -> None:
    found = caught(fault, schools=["leczna"])
    assert "(the system tells a clause that is no reason for this)" in found.story


def test_a_state_is_blamed_on_the_act_and_not_on_what_was_met_long_before() -> None:
    assert caught(planted.ReturnedIsIssued, schools=["leczna"]).clause == "I-silence"


# --- the story ------------------------------------------------------------------------------------


def test_the_story_of_a_code_used_twice_is_issue_and_two_activations() -> None:
    found = sought("CodeUsedTwice", "ostroleka")
    steps = [line for line in found.story if line[:2] == "20"]
    # Since September 2025 codes may be made after the issue; no other step is ever needed.
    needed = [line.split("  ")[1].split("-")[0] for line in steps if "generate_codes" not in line]
    assert needed == ["issue phone", "activate phone", "activate phone"]
    assert len(steps) <= 4
    assert steps[-1].endswith("accepted; the rules: refused")


def test_the_story_of_a_second_device_is_issue_and_two_activations() -> None:
    found = sought("SecondDevice", "grojec")
    steps = [line for line in found.story if line[:2] == "20"]
    # Codes are a document's own: where it was a second one that was activated, its reissue is needed.
    needed = [line.split("  ")[1].split("-")[0] for line in steps if "  reissue" not in line]
    assert needed == [
        "issue phone",
        "activate phone",
        "activate phone",
    ]


def test_a_story_says_which_document_a_move_made_and_goes_on_with_it() -> None:
    found = sought("OriginalLivesOn", "leczna")
    made = [re.search(r"  (\w+) id-.*: accepted, which made (id-.)$", line) for line in found.story]
    asked = [line.split("  ")[1].split(" ")[0] for line in found.story[1:]]
    copying = {"duplicate", "exchange"}
    assert [one[1] for one in made if one] == [one for one in asked if one in copying]
    received, differs = found.story[-2:]
    assert f"  hand_over {[one[2] for one in made if one][-1]}," in received
    assert differs.endswith(" is: valid; the rules: replaced")


def test_documents_are_numbered_as_the_story_makes_them_whatever_was_left_out() -> None:
    class NeverHandsOver(planted.Planted):
        def state(self, name: str, *, on: date) -> str:
            return super().state(name, on=on).replace("valid", "issued")

    run = Run(Stage(NeverHandsOver, {}, "leczna"))
    for name in ("certificate-1", "certificate-2"):
        original = certificate.Original(pupil=PUPILS[0], kind="school", school_name="SP", year=2024)
        move = issue(name, DAY, original, Wish({}), None)
        run.play(move)
        run.play(move, attest(run.rules.answer.reasons, on=DAY, role=None))
    handed_over = HandOver(on=DAY, to="graduate", at="10:00", noticed=True, signed=True)
    with pytest.raises(NotConforming) as found:
        run.play(decide("certificate-2", Now(run.rules, PUPILS[0], DAY), handed_over))
    assert found.value.story[1:] == (
        "2024-10-01  issue certificate-1, attested: certificate.issue: accepted",
        "2024-10-01  hand_over certificate-1: accepted",
        "2024-10-01  certificate-1 is: issued; the rules: valid",
    )


def test_a_float_is_told_to_be_no_money() -> None:
    found = sought("FloatMoney", "leczna")
    assert "(a float is no money: it cannot hold every grosz)" in found.story


def test_what_is_found_travels_and_tells_of_no_person() -> None:
    found = sought("AdultADayLate", "ostroleka")
    again = pickle.loads(pickle.dumps(found))
    assert (again.clauses, again.story, str(again)) == (found.clauses, found.story, str(found))
    told = str(found) + repr(found)
    for pupil in PUPILS:
        assert pupil.last_name not in told
        assert pupil.first_names not in told
        assert pupil.pesel is None or pupil.pesel.reveal() not in told


def test_the_same_seed_tells_the_same_story() -> None:
    stories = {caught(planted.ThirtyOneDays, schools=["leczna"], seed=3).story for _ in range(2)}
    assert len(stories) == 1


# --- what is not offered --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "offers",
    [("photos",), ("fees",), ("deadlines",), ("school_id",), ("mlegitymacja",), ("certificate",)],
)
@pytest.mark.parametrize("more", [(), ("follows", "clauses")])
def test_a_system_is_asked_only_what_it_offers(
    offers: tuple[Capability, ...], more: tuple[Capability, ...]
) -> None:
    conform(lambda: planted.Narrow(*offers, *more), rounds=1, steps=10)


def test_a_system_that_clears_what_it_was_handed_is_not_blamed_for_it() -> None:
    class Tidy(planted.Planted):
        only = frozenset({"deadlines"})

        def due(self, procedure: Any, reached: Any) -> Promise:
            right = super().due(procedure, reached)
            reached.clear()
            return right

    conform(Tidy, rounds=2)


class Named(str):
    """A text that tells of a person whatever it is."""

    __slots__ = ()

    def __str__(self) -> str:
        return "Anna Kowalska"

    __repr__ = __str__

    def __format__(self, _: str) -> str:
        return str(self)


class NamedDay(date):
    def __str__(self) -> str:
        return "Anna Kowalska"

    __repr__ = isoformat = __str__


class Outcomes(str, Enum):  # noqa: UP042  (as many write them, so that its text is not its value)
    """Words as many write them; neither their names nor their texts are those of the kit."""

    NO = "refused"
    YES = "accepted"
    WAIT = "undecided"


@pytest.mark.parametrize("told", [str, Named, Outcomes])
def test_words_of_a_type_of_its_own_are_words_all_the_same(told: Any) -> None:
    """The same clause, and none of its own words in the story."""

    class InItsOwnWords(planted.TwentyNineDays):
        def _reply(self) -> Reply:
            return Reply(told(super()._reply().outcome))

        def state(self, name: str, *, on: date) -> str:
            said = super().state(name, on=on)
            return said if told is Outcomes else str.__new__(Named, said)

    found = caught(InItsOwnWords, schools=["leczna"])
    assert found.clause == "leczna:VI.5"
    assert "Anna" not in str(found)
    assert "NO" not in str(found)


@pytest.mark.parametrize("trouble", ["make", "start", "close"])
def test_trouble_while_a_story_is_made_short_hides_nothing(trouble: str) -> None:
    troubled = []

    class Troubled(planted.Planted):
        only = frozenset({"fees"})

        def __init__(self) -> None:
            self._may("make")
            super().__init__()

        def start(self, school: str) -> None:
            self._may("start")
            super().start(school)

        def close(self) -> None:
            self._may("close")

        def fee(self, procedure: Any, *, on: date) -> Any:
            super().fee(procedure, on=on)
            troubled.append(trouble)
            return "1.23"

        def _may(self, what: str) -> None:
            if what in troubled:
                raise OSError("Anna Kowalska")

    found = caught(Troubled, schools=["leczna"])
    assert troubled
    assert "Anna" not in str(found)


def test_an_error_of_close_comes_out_where_nothing_was_found() -> None:
    class Untidy(planted.Planted):
        def close(self) -> None:
            raise OSError("not empty")

    with pytest.raises(OSError, match="not empty"):
        conform(Untidy, rounds=1, steps=2)


@pytest.mark.parametrize("offers", [None, 7, [["fees"]]])
def test_offers_that_are_no_words_are_told_and_the_system_closed(offers: Any) -> None:
    made, closed = [], []

    class Odd(planted.Planted):
        def __init__(self) -> None:
            super().__init__()
            self.offers = offers
            made.append(self)

        def close(self) -> None:
            closed.append(self)

    with pytest.raises(WrongArgument, match="offers"):
        conform(Odd, rounds=1)
    assert made == closed != []


@pytest.mark.parametrize("fault", [planted.ThirtyOneDays, planted.Planted])
def test_every_system_is_started_once_and_closed_once(fault: type[planted.Planted]) -> None:
    """The shorter runs that are tried for a story, too."""
    told: dict[str, list[int]] = {"made": [], "started": [], "closed": []}

    class Counted(fault):  # type: ignore[misc, valid-type]  # a class that comes as an argument
        def __init__(self) -> None:
            super().__init__()
            told["made"].append(id(self))

        def start(self, school: str) -> None:
            told["started"].append(id(self))
            super().start(school)

        def close(self) -> None:
            told["closed"].append(id(self))

    with contextlib.suppress(NotConforming):
        conform(Counted, schools=["leczna"], rounds=2)
    assert told["made"] == told["started"] != []
    assert sorted(told["made"]) == sorted(told["closed"])


@pytest.mark.parametrize("offers", [(), ("follows",), ("clauses",)])
def test_a_system_that_offers_nothing_to_ask_is_no_system(offers: tuple[Capability, ...]) -> None:
    with pytest.raises(WrongArgument):
        conform(lambda: planted.Narrow(*offers), rounds=1)


@pytest.mark.parametrize("school", ["grojec", "sp6"])
def test_what_a_method_does_not_offer_is_left_out_for_both_sides(
    school: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planted.WithoutReissue, "declined", set())
    conform(planted.WithoutReissue, schools=[school], seed=0, rounds=3)
    assert planted.WithoutReissue.declined == {"fee", "reissue"}


def test_what_is_not_offered_hides_no_fault_elsewhere() -> None:
    found = caught(planted.WithoutReissueTwentyNineDays, schools=["leczna"])
    assert found.clause == "leczna:VI.5"
    assert not any("not offered" in line for line in found.story)


def test_what_was_not_offered_must_not_have_happened() -> None:
    found = caught(planted.DeclinesAndDoes, schools=["grojec"])
    assert any("  end id-" in line and line.endswith(": not offered") for line in found.story)
    assert "(nothing was to change)" in found.story


def test_who_has_answered_before_does_not_get_away_with_declining() -> None:
    found = caught(planted.DeclinesAtWill, schools=["leczna"])
    assert "(the system raised NotImplementedError)" in found.story


def test_pytest_collects_the_machine_as_a_test_case() -> None:
    outcomes = []
    for system in (Reference, planted.FloatMoney):
        case = conformance(system, schools=["leczna"]).TestCase
        case.settings = settings(case.settings, max_examples=10, stateful_step_count=10)
        result = unittest.TestResult()
        unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
        outcomes.append((result.testsRun, len(result.failures), len(result.errors)))
    assert outcomes == [(1, 0, 0), (1, 1, 0)]


# --- blame ----------------------------------------------------------------------------------------

FEE = met("fee.amount", "x:1", "9.00")


@pytest.mark.parametrize("right", [Decimal("9.00"), "9.00"])
def test_money_is_a_decimal_or_a_text_with_two_places(right: object) -> None:
    assert blame.amount(FEE, Decimal("9.00"), right) is None


@pytest.mark.parametrize("wrong", [9.0, 9, "9", "9.0", "9,00", Decimal(9), "9.01", None, True])
def test_anything_else_breaks_the_clause_of_the_fee(wrong: object) -> None:
    broken = blame.amount(FEE, Decimal("9.00"), wrong)
    assert broken is not None
    assert broken.clauses == ("x:1",)


def test_a_fee_that_nobody_knows_is_none() -> None:
    assert blame.amount(FEE, None, None) is None
    assert blame.amount(FEE, None, "9.00") is not None


def test_a_clause_of_a_text_comes_before_one_of_logic() -> None:
    findings = (
        breached("document.revoked", "invariant:nothing-after-revocation", also=("x:2",)),
        breached("photo.width", "x:1"),
    )
    broken = blame.reply(findings, Reply("refused"), Reply("accepted"), ())
    assert broken is not None
    assert broken.clauses == ("x:2", "x:1", "invariant:nothing-after-revocation")


@pytest.mark.parametrize(
    ("ours", "theirs", "told", "aims", "clauses"),
    [
        # It refuses what waits: what it tells beside that, what it tells, the boundary, what waits.
        ("undecided", "refused", ("x:3", "x:1"), ("photo.width",), ("x:1",)),
        ("undecided", "refused", ("x:3",), ("photo.width",), ("x:3",)),
        ("undecided", "refused", (), ("photo.width",), ("x:1",)),
        ("undecided", "refused", (), ("photo.size",), ("x:3",)),
        ("undecided", "refused", (), (), ("x:3",)),
        # It refuses what is met: the boundary, or what humans have said.
        ("accepted", "refused", (), ("photo.width",), ("x:1",)),
        ("accepted", "refused", (), (), ("x:2", "x:4")),
        # It still waits: what humans have said, and of that the boundary.
        ("accepted", "undecided", (), ("photo.width",), ("x:2", "x:4")),
        ("accepted", "undecided", (), ("photo.colours",), ("x:4",)),
        ("accepted", "undecided", ("x:2",), ("photo.colours",), ("x:2",)),
        ("accepted", "undecided", ("x:1",), (), ("x:1",)),
    ],
)
def test_a_refusal_is_blamed_on_what_it_tells_or_what_the_move_aimed_at(
    ours: Outcome,
    theirs: Outcome,
    told: tuple[str, ...],
    aims: tuple[str, ...],
    clauses: tuple[str, ...],
) -> None:
    findings = (
        met("photo.width_at_most", "x:1"),
        replace(met("photo.background", "x:2"), attested_by="office"),
        (not_covered if ours == "undecided" else met)("photo.size", "x:3"),
        replace(met("photo.colours", "x:4"), attested_by="office"),
    )
    broken = blame.reply(findings, Reply(ours), Reply(theirs, told), aims)
    assert broken is not None
    assert broken.clauses == clauses


@pytest.mark.parametrize(("aims", "clauses"), [(("photo.width",), ("x:1",)), ((), ("x:1", "x:3"))])
def test_where_no_human_has_spoken_the_boundary_is_left(
    aims: tuple[str, ...], clauses: tuple[str, ...]
) -> None:
    findings = (met("photo.width", "x:1"), met("photo.size", "x:3"))
    broken = blame.reply(findings, Reply("accepted"), Reply("undecided"), aims)
    assert broken is not None
    assert broken.clauses == clauses


def test_what_waits_and_the_boundary_may_be_of_one_clause() -> None:
    findings = (met("photo.width", "x:1"), not_covered("photo.background", "x:1"))
    theirs = Reply("refused", ("x:1",))
    broken = blame.reply(findings, Reply("undecided"), theirs, ("photo.width",))
    assert broken is not None
    assert broken.findings == findings[:1]


def test_of_conditions_by_one_clause_the_one_aimed_at_is_told() -> None:
    findings = (met("photo.width", "x:1"), met("photo.height", "x:1"))
    theirs = Reply("refused", ("x:1",))
    broken = blame.reply(findings, Reply("accepted"), theirs, ("photo.height",))
    assert broken is not None
    assert broken.findings == findings[1:]


DUE = Due(count=14, unit="days", since=("complete",), clause="x:1")


@pytest.mark.parametrize(
    ("unit", "count", "clock", "wrong", "clause"),
    [
        ("days", 14, date(2025, 12, 10), date(2025, 12, 24), "act:dni-wolne:art.1"),
        ("days", 14, date(2024, 12, 10), date(2024, 12, 27), "act:dni-wolne:art.1"),
        ("days", 14, date(2025, 12, 10), date(2025, 12, 23), "x:1"),
        ("months", 1, date(2025, 11, 24), date(2025, 12, 24), "act:dni-wolne:art.1"),
        ("working_days", 3, date(2024, 12, 20), date(2024, 12, 30), "act:dni-wolne:art.1"),
    ],
)
def test_a_wrong_date_is_blamed_on_the_feast_that_explains_it(
    unit: Any, count: int, clock: date, wrong: date, clause: str
) -> None:
    asked = DUE.model_copy(update={"unit": unit, "count": count})
    school = variants.get("grojec").override({"id_duplicate.due": asked.model_dump(mode="json")})
    answer = deadlines.due(school, "id_duplicate", complete=clock)
    ours = Promise(answer.expected, answer.latest)
    assert ours.latest != wrong
    broken = blame.promise(answer.findings, asked, clock, ours, Promise(None, wrong))
    assert broken is not None
    assert broken.clauses[0] == clause


def test_a_promise_before_all_is_there_breaks_the_clause_of_the_period() -> None:
    answer = deadlines.due(variants.get("grojec"), "id_duplicate")
    nothing, early = Promise(None, None), Promise(None, date(2024, 10, 1))
    asked = variants.get("grojec").procedure("id_duplicate")
    assert asked is not None
    broken = blame.promise(answer.findings, asked.due, None, nothing, early)
    assert broken is not None
    assert broken.clauses == ("grojec:§5.6",)
    assert blame.promise(answer.findings, asked.due, None, nothing, nothing) is None


# --- the rules as a system, and its rooms ---------------------------------------------------------


def test_what_no_text_tells_to_follow_is_not_done() -> None:
    rules = Reference()
    rules.start("ostroleka")
    original, copy = cards.duplicated(cards.in_hand("ostroleka"), MADE)
    copy = cards.lived(copy, HandOver(on=MADE, to="pupil"))
    original = cards.done(original, Replace(on=MADE), [copy]).document
    rules.documents = {"id-1": original, "id-2": copy, "phone-1": cards.phone(original, DAY)}
    assert [
        one.command
        for one in coupling.follows(
            original, rules.school, on=MADE, others=[rules.documents["phone-1"]]
        )
    ] == [None]
    assert [*rules.consequences(original, MADE)] == []


def test_a_photo_that_nothing_can_be_made_of_is_the_large_one() -> None:
    wide = PhotoRequirement(pixels=Pixels(min_width=5000, clause="x:1"))
    assert shots.fitting(wide, PUPILS[0]) == shots.fitting(None, PUPILS[0]) == shots.LARGE


@pytest.mark.parametrize(
    ("least", "drawn"),
    [
        ("6.0", ["5.9", "6.0", "10"]),
        ("7.1", ["7.0", "7.1", "10"]),
        ("6.0.1", ["6.0.0", "6.0.1", "10"]),
        ("6.1.0", ["6.0.9", "6.1.0", "10"]),
        ("12", ["11", "12", "100"]),
        ("0.0", ["0.0", "10"]),
        ("999", ["998", "999", "1000"]),
        ("1000", ["999", "1000"]),
        (None, []),
    ],
)
def test_versions_are_drawn_on_either_side_of_the_oldest_whatever_its_parts(
    least: str | None, drawn: list[str]
) -> None:
    assert [*phone_moves._versions(least)] == drawn
    assert all(re.fullmatch(VERSION, version) for version in drawn)


def test_only_a_jpeg_is_shown_turned() -> None:
    """A PNG has no EXIF here that could say so."""
    sides = Pixels(min_width=70, min_height=90, clause="x:1")
    for format_ in ("JPEG", "PNG"):
        only = Formats(any_of=(format_,), clause="x:2")
        asked = PhotoRequirement(pixels=sides, formats=only)
        good = shots.fitting(asked, PUPILS[0])
        assert good.format == format_
        assert {shot.turned for shot, _ in shots.beside(asked, good)} == {
            False,
            format_ == "JPEG",
        }


def test_a_system_that_breaks_on_a_shorter_run_is_left_with_the_longer_one() -> None:
    def put(_system: object, _words: object) -> Reply:
        raise ZeroDivisionError

    move = Move("divide", "", DAY, put)
    stage = Stage(Reference, {}, "leczna")
    assert _replayed(stage, [Played(move)]) is None
    assert _replayed(stage, []) is None
    assert _replayed(stage, [Played(replace(move, name="id-1"))]) is None


def test_what_follows_and_waits_for_a_human_is_left_to_wait() -> None:
    changes = {"mlegitymacja.revocation.0.discretion": "office"}
    left = {}
    for text in (variants.get("leczna"), variants.get("leczna").override(changes)):
        rules = Reference({"leczna": text})
        rules.start("leczna")
        card = cards.in_hand("leczna")
        rules.documents = {"id-1": card, "phone-1": cards.phone(card, DAY)}
        end = End(on=MADE, ground="resignation")
        assert rules.decide("id-1", end, photo=None, successor="id-2").outcome == "accepted"
        left[text] = rules.state("phone-1", on=MADE)
    assert [*left.values()] == ["revoked", "activated"]


# --- what is told of an answer --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Reply(Named("refused")), "refused"),  # type: ignore[arg-type]  # as a system may
        (Promise(NamedDay(2025, 1, 2), None), "2025-01-02 to no day"),
        (Decimal("9.00"), "Decimal('9.00')"),
        (9.0, "9.0"),
        (None, "None"),
        ("9.00", "'9.00'"),
        ("9.00 of Anna", "no answer"),
        ("ten", "no answer"),
        ("1234567890", "no answer"),
        (44051401359, "no answer"),
        (0.44051401359, "no answer"),
        (Decimal("0.44051401359"), "no answer"),
        pytest.param(10**5000, "no answer", id="more digits than are written"),
        (float("nan"), "no answer"),
        (-12345.6, "-12345.6"),
        ("60123456", "'60123456'"),
        ("601234567", "no answer"),
        (Named("9.00"), "no answer"),
        (object(), "no answer"),
        (Reply("refused"), "refused"),
        (Promise(None, date(2025, 1, 2)), "no day to 2025-01-02"),
    ],
)
def test_an_answer_is_told_only_if_it_can_tell_of_no_person(answer: object, said: str) -> None:
    assert shapes.told(answer) == said
