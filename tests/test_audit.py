"""What in a text is out of date or at odds on a day: the five texts, and one that is invented.

The tables are written from the texts and from notes on the law, not from the code. A difference is
asked for on the day before it held, on that day and on the next.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from legitymacja_rules import citations, variants
from legitymacja_rules.audit import Audit, audit
from legitymacja_rules.citations import ACTS, Spell, standing_in, within
from legitymacja_rules.errors import WrongArgument
from legitymacja_rules.findings import Finding, Status
from legitymacja_rules.interpretations import POLISH, REGISTER
from legitymacja_rules.loading import dump, load
from legitymacja_rules.regulation import (
    Amount,
    BasisCited,
    Bound,
    CardForm,
    CertificateDuplicateRules,
    CertificateForms,
    Codes,
    DuplicateRules,
    Eligible,
    FirstIdRules,
    IdRules,
    InForce,
    May,
    MlegitymacjaProcedure,
    PaperIds,
    Payment,
    PriorId,
    ProcedureRules,
    Reference,
    Regulation,
    ReissueRow,
    Required,
    Rule,
    Title,
    WayWindow,
)
from legitymacja_rules.vocabulary import DoubtKind
from samples import DAY, SCHOOLS

clause = pytest.mark.clause

NOW = date(2026, 11, 26)
ALWAYS = date(2019, 9, 1)
MET, REVIEW, OPEN, BREACHED = (
    Status.MET,
    Status.NEEDS_REVIEW,
    Status.NOT_COVERED,
    Status.BREACHED,
)


# --- the nine groups of differences ---------------------------------------------------------------


@dataclass(frozen=True)
class Difference:
    """One difference of one text, the clauses it stands in, and the first day on which it holds."""

    group: int
    school: str
    code: str
    clauses: str
    since: date
    status: Status = BREACHED
    also: str = ""
    measured: str | None = None
    limit: str | None = None
    subject: str | None = None

    def told(self, found: Audit) -> list[Finding]:
        """The findings of an audit that tell it."""
        places = {f"{self.school}:{unit}" for unit in self.clauses.split()}
        return [
            finding
            for finding in found.reasons
            if finding.code == self.code
            and _own(finding, self.school) == places
            and (not self.also or self.also in finding.also)
        ]


def _own(finding: Finding, school: str) -> set[str]:
    return {p for p in (finding.clause, *finding.also) if p.startswith(f"{school}:")}


BASIS_2019, BASIS_2005 = date(2023, 6, 17), date(2023, 7, 14)
OPT_OUT, NEW_CARD, SIO = date(2024, 3, 8), date(2023, 12, 22), date(2025, 9, 17)

DIFFERENCES = (
    # 1. An application, where the statute is opt-out.
    *(
        Difference(
            1,
            school,
            "audit.application",
            clauses,
            OPT_OUT,
            also="act:system-oswiaty:art.11.1d",
            measured="application",
            limit="opt_out",
        )
        for school, clauses in (
            ("balin", "docs.1 codes"),
            ("sp6", "docs.3 codes"),
            ("grojec", "§7.1 §7.6b"),
            ("leczna", "V.2"),
            ("ostroleka", "§2.6"),
        )
    ),
    # 2. Acts that were replaced, at grojec.
    *(
        Difference(
            2,
            "grojec",
            "audit.act",
            clauses,
            BASIS_2019,
            also=also,
            limit="Dz.U. 2023 poz. 1120",
        )
        for clauses, also in (
            ("§1.2", "act:druki-2019"),
            ("§2.2a", "act:druki-2019"),
            ("§7.6b", "act:druki-2019"),
            ("§7.11c", "act:druki-2019:§26.8.3"),
            ("§7.12a §7.12b §7.12c §7.12d", "act:druki-2019:§26.9"),
            ("§7.14", "act:druki-2019"),
        )
    ),
    *(
        Difference(
            2, "grojec", "audit.act", clauses, BASIS_2005, also=also, limit="Dz.U. 2023 poz. 1234"
        )
        for clauses, also in (
            ("§1.2", "act:informatyzacja:art.19g.1"),
            ("§2.8.basis", "act:informatyzacja:art.19e"),
        )
    ),
    Difference(2, "grojec", "audit.rests_on", "§2.7", BASIS_2019, limit="Dz.U. 2023 poz. 1120"),
    Difference(
        2, "grojec", "audit.act", "form.basis", date(2018, 9, 1), also="act:druki-2010:§22.1"
    ),
    Difference(
        2,
        "grojec",
        "audit.unit",
        "form.basis",
        ALWAYS,
        measured="zał.II.5",
        limit="zał.II.7",
        subject="id_duplicate_fee",
    ),
    # 3. A wrong article, a wrong minister and a computer-made duplicate, at ostroleka.
    Difference(
        3,
        "ostroleka",
        "audit.unit",
        "basis",
        BASIS_2005,
        measured="art.24",
        limit="art.25",
        subject="pupils_mlegitymacja",
    ),
    Difference(
        3,
        "ostroleka",
        "audit.minister",
        "basis",
        ALWAYS,
        measured="national_education",
        limit="education_and_science",
    ),
    Difference(
        3,
        "ostroleka",
        "audit.certificate_form",
        "§4.7",
        ALWAYS,
        REVIEW,
        also="act:druki-2019:§24",
        subject="computer_made",
    ),
    Difference(
        3,
        "ostroleka",
        "audit.unit",
        "rodo",
        date(2018, 5, 25),
        measured="art.9.1.b",
        limit="art.9.2",
        subject="special_data",
    ),
    # 4. A wider circle and an end of paper IDs that the law does not know, at leczna.
    Difference(
        4,
        "leczna",
        "audit.eligible",
        "II.2",
        BASIS_2005,
        also="act:system-oswiaty:art.11.1c",
        limit="preparatory_year",
        subject="preschool",
    ),
    Difference(4, "leczna", "audit.stamp_fields", "I.1", BASIS_2019, also="act:druki-2023:§74"),
    # 5. A fee called stamp duty.
    Difference(
        5, "grojec", "audit.stamp_duty", "§5.3b form.duplicate", ALWAYS, subject="id_duplicate"
    ),
    Difference(5, "leczna", "audit.stamp_duty", "IV.3", ALWAYS, subject="id_duplicate"),
    # 6. No new mLegitymacja for a new card. 7. The model that ended.
    *(
        Difference(
            6,
            school,
            "audit.reissue",
            clauses,
            NEW_CARD,
            REVIEW,
            also="notice:new-card-new-mlegitymacja",
            subject="new_card",
        )
        for school, clauses in (
            ("balin", "validity"),
            ("sp6", "validity"),
            ("grojec", "§7.12a"),
            ("leczna", "VIII.1"),
            ("ostroleka", "§2.2.1"),
        )
    ),
    *(
        Difference(
            7,
            school,
            "audit.model",
            clauses,
            SIO,
            also="notice:sio-model",
            measured="codes_of_the_school",
            limit="sio",
        )
        for school, clauses in (
            ("balin", "one-device-30d"),
            ("sp6", "one-device-30d"),
            ("grojec", "§7.8"),
            ("leczna", "VI.5"),
            ("ostroleka", "form.codes §5.2"),
        )
    ),
    # 8. References to nothing, a certificate that outlives its document, two titles, at grojec.
    Difference(8, "grojec", "audit.reference", "§7.8", ALWAYS, measured="§ u. 6"),
    Difference(8, "grojec", "audit.reference", "§7.12c", ALWAYS, measured="ust. 8 pkt 1"),
    Difference(
        8, "grojec", "audit.contradiction", "§7.10 §8.5", ALWAYS, REVIEW, also="I-validity-grojec"
    ),
    Difference(
        8, "grojec", "audit.contradiction", "§5.5 form.title", ALWAYS, REVIEW, also="I-grojec-title"
    ),
    # 9. An adult's revocation, and a consent beside a duty, at ostroleka.
    Difference(
        9,
        "ostroleka",
        "audit.contradiction",
        "§2.10.1 form.revoke",
        ALWAYS,
        REVIEW,
        also="I-adult-revoke",
    ),
    Difference(
        9,
        "ostroleka",
        "audit.consent",
        "form.declaration.4",
        OPT_OUT,
        REVIEW,
        also="I-consent",
        subject="declaration_data_entry",
    ),
)

TABLE = pytest.mark.parametrize(
    "row", DIFFERENCES, ids=lambda row: f"{row.group}-{row.school}-{row.code}-{row.clauses}"
)


def test_all_nine_groups_stand_in_the_table() -> None:
    assert {row.group for row in DIFFERENCES} == {*range(1, 10)}


@clause(
    "grojec:§1.2",
    "grojec:§2.8.basis",
    "grojec:form.basis",
    "ostroleka:basis",
    "ostroleka:rodo",
    "ostroleka:§4.7",
    "grojec:§2.2a",
    "grojec:§7.6b",
    "grojec:§7.14",
    "grojec:§7.11c",
    "grojec:§7.8",
    "grojec:§7.12a",
    "grojec:§7.12b",
    "grojec:§7.12c",
    "grojec:§7.12d",
    "grojec:§5.3b",
    "grojec:form.duplicate",
    "leczna:IV.3",
)
@TABLE
def test_a_difference_is_told_from_its_first_day_on(row: Difference) -> None:
    school = variants.get(row.school)
    for day in (row.since, row.since + timedelta(days=1), max(row.since, DAY), NOW):
        (finding,) = row.told(audit(school, on=day))
        assert finding.status is row.status
        assert row.measured is None or finding.measured == row.measured
        assert row.limit is None or finding.limit == row.limit
        assert finding.subject == row.subject


@pytest.mark.parametrize(
    "row",
    [row for row in DIFFERENCES if row.since > ALWAYS],
    ids=lambda row: f"{row.group}-{row.school}-{row.clauses}",
)
def test_a_difference_is_not_told_on_a_day_on_which_it_did_not_hold(row: Difference) -> None:
    for before in (1, 30):
        assert (
            row.told(audit(variants.get(row.school), on=row.since - timedelta(days=before))) == []
        )


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("on", [DAY, NOW])
def test_nothing_else_is_breached(school: str, on: date) -> None:
    told = {
        finding
        for row in DIFFERENCES
        if row.school == school
        for finding in row.told(audit(variants.get(school), on=on))
    }
    found = audit(variants.get(school), on=on)
    assert {finding for finding in found.findings if finding.status is BREACHED} <= told
    assert not [finding for finding in found.findings if finding.status is OPEN]


def test_ostroleka_calls_its_fee_an_equal_amount_and_is_not_told_off_for_it() -> None:
    """Its §3.5 and §4.5 say *equal to*, as do leczna's IX.3 and grojec's §5.4."""
    for school, procedures in (
        ("ostroleka", set()),
        ("leczna", {"id_duplicate"}),
        ("grojec", {"id_duplicate"}),
    ):
        found = audit(variants.get(school), on=DAY)
        told = {f.subject for f in found.reasons if f.code == "audit.stamp_duty"}
        assert told == procedures
        assert bool(told) is ("I-fee" in _shown(found))


# --- citations that hold, and until when ----------------------------------------------------------


def _acts(school: str, on: date) -> dict[tuple[str, str], Finding]:
    found = audit(variants.get(school), on=on)
    return {
        (f.clause.partition(":")[2], cited): f
        for f in found.findings
        if f.code == "audit.act"
        for cited in f.also
        if cited.startswith("act:")
    }


@pytest.mark.parametrize(
    ("place", "last"),
    [
        (("§1.2", "act:druki-2019"), date(2023, 6, 16)),
        (("§7.12a", "act:druki-2019:§26.9"), date(2023, 6, 16)),
        (("§1.2", "act:informatyzacja:art.19g.1"), date(2023, 7, 13)),
        (("§2.8.basis", "act:informatyzacja:art.19e"), date(2023, 7, 13)),
    ],
)
def test_a_citation_is_fine_until_the_last_day_of_what_it_cites(
    place: tuple[str, str], last: date
) -> None:
    statuses = [_acts("grojec", last + timedelta(days=n))[place].status for n in (-1, 0, 1)]
    assert statuses == [MET, MET, BREACHED]


@pytest.mark.parametrize(
    ("school", "place", "first"),
    [
        ("leczna", ("basis", "act:druki-2023:§67"), date(2023, 6, 17)),
        ("ostroleka", ("basis", "act:mobywatel:art.74"), date(2023, 7, 14)),
    ],
)
def test_an_act_is_not_yet_in_force_before_its_first_day(
    school: str, place: tuple[str, str], first: date
) -> None:
    before, at, after = (_acts(school, first + timedelta(days=n))[place] for n in (-1, 0, 1))
    assert [one.status for one in (before, at, after)] == [BREACHED, MET, MET]
    assert (before.earliest, at.earliest, before.limit) == (first, None, None)


@clause("leczna:basis", "ostroleka:basis")
@pytest.mark.parametrize("school", ["leczna", "ostroleka"])
def test_the_acts_that_leczna_and_ostroleka_cite_are_in_force_today(school: str) -> None:
    acts = _acts(school, NOW)
    assert len(acts) == {"leczna": 7, "ostroleka": 13}[school]
    assert {finding.status for finding in acts.values()} == {MET}


@pytest.mark.parametrize("school", ["balin", "sp6"])
def test_a_text_that_cites_nothing_is_asked_nothing_about_it(school: str) -> None:
    asked = {"audit.act", "audit.unit", "audit.minister", "audit.reference", "audit.rests_on"}
    assert not asked & {f.code for f in audit(variants.get(school), on=NOW).findings}


@clause("leczna:VIII.3", "grojec:§9.3")
@pytest.mark.parametrize(
    ("school", "unit", "words"), [("grojec", "§9.3", "ust. 2"), ("leczna", "VIII.3", None)]
)
def test_a_reference_that_leads_somewhere_holds(school: str, unit: str, words: str | None) -> None:
    found = audit(variants.get(school), on=DAY).findings
    (finding,) = (
        f for f in found if f.code == "audit.reference" and f.clause == f"{school}:{unit}"
    )
    assert finding.status is MET
    assert words is None or finding.measured == words


@clause("leczna:basis", "leczna:I.2", "grojec:§1.2", "grojec:§7.14")
def test_the_ministers_that_grojec_and_leczna_name_are_right() -> None:
    for school, count in (("grojec", 3), ("leczna", 2)):
        named = [
            f for f in audit(variants.get(school), on=NOW).findings if f.code == "audit.minister"
        ]
        assert [f.status for f in named] == [MET] * count


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_amounts_of_all_fees_are_those_of_the_law(school: str) -> None:
    fees = [f for f in audit(variants.get(school), on=NOW).findings if f.code == "audit.fee"]
    rules = [variants.get(school).procedure(p) for p in ("id_duplicate", "certificate_duplicate")]
    assert len(fees) >= len([rule for rule in rules if rule])
    assert {f.status for f in fees} <= {MET}
    assert all(f.measured == f.limit for f in fees)


# --- what is registered ---------------------------------------------------------------------------

REGISTERED = """
I-mb: balin sp6 leczna ostroleka
I-axes: grojec leczna ostroleka
I-dpi: leczna grojec ostroleka
I-600dpi: grojec
I-100dpi: ostroleka
I-ratio: ostroleka
I-ostroleka-exact: ostroleka
I-jpg: leczna grojec
I-leczna-photo-scope: leczna
I-leczna-name: leczna
I-grojec-name-waiver: grojec
I-current: balin sp6 grojec leczna ostroleka
I-30d: balin sp6 grojec leczna ostroleka
I-start: grojec ostroleka leczna
I-working-days: grojec ostroleka
I-act-deadline: leczna
I-7-14: grojec
I-validity-grojec: grojec
I-validity-ostroleka: ostroleka
I-validity-leczna: leczna
I-hologram: grojec leczna
I-paper-yearly: grojec leczna
I-stamp-fields: leczna
I-in-force: balin sp6 grojec leczna ostroleka
I-collection: leczna
I-majority: grojec ostroleka
I-applicants: balin sp6 grojec leczna ostroleka
I-parents: grojec leczna ostroleka
I-adult-revoke: ostroleka
I-name-basis: ostroleka
I-no-pesel: ostroleka grojec
I-revoke-slip: balin sp6
I-device: balin sp6 grojec
I-codes: balin sp6 ostroleka
I-terms: balin sp6
I-lapse: balin sp6 grojec leczna ostroleka
I-reissue: balin sp6 ostroleka
I-new-card: grojec leczna ostroleka
I-original-void: grojec leczna ostroleka
I-paper-or-card: balin sp6 grojec ostroleka
I-card-fields: grojec
I-proof: grojec leczna
I-first-name-fee: grojec ostroleka
I-address: grojec ostroleka leczna
I-errors: grojec leczna ostroleka
I-grojec-title: grojec
I-fee: grojec leczna
I-free: leczna
I-leczna-discretion: leczna
I-leczna-bank: leczna
I-missing-forms: grojec leczna balin sp6
I-sp6-channel: sp6
I-grojec-references: grojec
I-consent: ostroleka
"""
"""Each registered place and the texts that it is a doubt of, from the inventory of clauses."""

DOUBTS = [
    (line.partition(": ")[0], school)
    for line in REGISTERED.strip().splitlines()
    for school in line.partition(": ")[2].split()
]

CONTRADICTIONS = {
    "grojec": {"I-600dpi", "I-grojec-name-waiver", "I-validity-grojec", "I-card-fields"}
    | {"I-grojec-title", "I-grojec-references"},
    "leczna": {"I-leczna-bank"},
    "ostroleka": {"I-ostroleka-exact", "I-validity-ostroleka", "I-adult-revoke", "I-name-basis"}
    | {"I-consent"},
    "balin": set(),
    "sp6": set(),
}
"""Where a text says two things of one matter."""


def _shown(found: Audit) -> set[str]:
    return {entry.id for finding in found.reasons for entry in found.readings(finding)}


@pytest.mark.parametrize(("id_", "school"), DOUBTS)
def test_a_registered_doubt_of_a_text_is_reported(id_: str, school: str) -> None:
    found = audit(variants.get(school), on=NOW)
    telling = [f for f in found.reasons if id_ in {e.id for e in found.readings(f)}]
    assert telling
    for finding in telling:
        assert finding.status in {REVIEW, BREACHED}
        assert finding.clause.startswith(f"{school}:")


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_contradictions_of_each_text_are_those_of_the_inventory(school: str) -> None:
    shown = _shown(audit(variants.get(school), on=NOW))
    assert {id_ for id_ in shown if REGISTER[id_].kind == "contradiction"} == CONTRADICTIONS[school]


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("on", [ALWAYS, DAY, NOW])
def test_every_entry_that_names_a_clause_of_the_text_is_told_once_or_by_what_it_explains(
    school: str, on: date
) -> None:
    found = audit(variants.get(school), on=on)
    entries = {
        entry.id
        for entry in REGISTER.values()
        if any(place.startswith(f"{school}:") for place in entry.clauses)
    }
    assert entries - _shown(found) <= {i for i in entries if REGISTER[i].kind == "law"}
    by_themselves = [
        f.also[-1] if f.also else f.clause for f in found.reasons if f.code in set(CODES.values())
    ]
    assert len(by_themselves) == len(set(by_themselves))


CODES: dict[DoubtKind, str] = {
    "silence": "audit.silence",
    "ambiguity": "audit.ambiguity",
    "contradiction": "audit.contradiction",
}


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_doubt_is_told_under_its_kind_with_all_clauses_of_the_text(school: str) -> None:
    found = audit(variants.get(school), on=DAY)
    for finding in found.reasons:
        if finding.code in set(CODES.values()):
            (entry,) = found.readings(finding)
            assert CODES[entry.kind] == finding.code
            listed = [place for place in entry.clauses if place.startswith(f"{school}:")]
            assert (finding.clause, *finding.also) == (*listed, entry.id)
            assert (finding.status, finding.who) == (REVIEW, None)


@pytest.mark.parametrize("id_", [id_ for id_, entry in REGISTER.items() if entry.kind == "law"])
def test_every_registered_difference_to_the_law_is_told_of_some_text(id_: str) -> None:
    assert any(id_ in _shown(audit(variants.get(school), on=NOW)) for school in SCHOOLS)


def test_before_the_statute_ordered_it_the_consent_is_a_contradiction_of_the_text_itself() -> None:
    ostroleka = variants.get("ostroleka")
    for day, code in (
        (date(2024, 3, 7), "audit.contradiction"),
        (date(2024, 3, 8), "audit.consent"),
        (date(2024, 3, 9), "audit.consent"),
    ):
        found = audit(ostroleka, on=day)
        told = [f.code for f in found.reasons if "I-consent" in (f.clause, *f.also)]
        assert told == [code]


@pytest.mark.parametrize("id_", REGISTER)
def test_the_register_says_the_same_in_polish(id_: str) -> None:
    polish, english = POLISH[id_], REGISTER[id_]
    assert len(polish.readings) == len(english.readings) == len(set(polish.readings))
    assert polish.question.endswith("?")
    assert not {polish.question, *polish.readings} & {english.question, *english.readings}
    assert english.kind in get_args(DoubtKind)


def test_there_is_no_polish_of_what_is_not_registered() -> None:
    assert set(POLISH) == set(REGISTER)


# --- a text of another vendor ---------------------------------------------------------------------

CLEAN = Regulation(
    slug="wilga",
    school="Szkoła w Wildze",
    text="Regulamin",
    in_force=InForce(since=date(2025, 9, 17), clause="wilga:9"),
    school_id=FirstIdRules(
        eligible=Eligible(clause="wilga:2.1"),
        fees=(Amount(amount=Decimal("0.00"), clause="wilga:2.2"),),
    ),
    preschool_id=FirstIdRules(
        eligible=Eligible(disability=True, preparatory_year=True, clause="wilga:2.3")
    ),
    id_exchange=ProcedureRules(),
    id_duplicate=DuplicateRules(
        fees=(Amount(amount=Decimal("9.00"), clause="wilga:3.1"),),
        payment=Payment(
            account="36 1020 3206 0000 8402 0125 2865",
            holder="Szkoła w Wildze",
            titles=(Title(words="opłata za duplikat", parts=("names",), clause="wilga:3.2"),),
            clause="wilga:3.2",
        ),
    ),
    certificate_duplicate=CertificateDuplicateRules(
        forms=CertificateForms(any_of=("form_of_the_time",), clause="wilga:4.1")
    ),
    mlegitymacja=MlegitymacjaProcedure(
        in_force=InForce(since=date(2025, 9, 17), clause="wilga:5.9"),
        prior_id=PriorId(clause="wilga:5.1", valid_clause="wilga:5.1"),
        validity=(Bound(by="id", clause="wilga:5.2"),),
        codes=Codes(
            ways=(
                WayWindow(way="print", days=7, clause="wilga:5.3"),
                WayWindow(way="platform", minutes=10, clause="wilga:5.3"),
            ),
            renewable=True,
            clause="wilga:5.3",
        ),
        revocation=(),
        reissue=(ReissueRow(ground="new_card", clause="wilga:5.4"),),
    ),
    ids=IdRules(
        form=CardForm(form="id1", clause="wilga:6.1"),
        paper=PaperIds(last_issue=date(2024, 7, 12), clause="wilga:6.2"),
    ),
    bases=(
        BasisCited(
            act="druki-2023", units=("§67",), minister="education_and_science", clause="wilga:1.1"
        ),
        BasisCited(
            act="oplata-skarbowa",
            units=("zał.II.7",),
            about="id_duplicate_fee",
            clause="wilga:1.2",
        ),
        BasisCited(
            act="mobywatel", units=("art.25",), about="pupils_mlegitymacja", clause="wilga:1.3"
        ),
    ),
    references=(Reference(target="5", words="rozdział 5", clause="wilga:3.3"),),
)
"""A text without faults, written for the law of today."""

RIVAL = Title(words="Opłata Skarbowa za duplikat", parts=("names",), clause="wilga:7.7")


def bent(**changes: Any) -> Regulation:
    """The clean text with other values by path, their dots written as two underscores."""
    return CLEAN.override({path.replace("__", "."): value for path, value in changes.items()})


def _and(row: BasisCited) -> Callable[[], Regulation]:
    return lambda: CLEAN.model_copy(update={"bases": (*CLEAN.bases, row)})


def _phone(**changes: Any) -> Callable[[], Regulation]:
    def made() -> Regulation:
        assert CLEAN.mlegitymacja
        return CLEAN.model_copy(
            update={"mlegitymacja": CLEAN.mlegitymacja.model_copy(update=changes)}
        )

    return made


def _duplicate(**changes: Any) -> Callable[[], Regulation]:
    def made() -> Regulation:
        assert CLEAN.id_duplicate
        return CLEAN.model_copy(
            update={"id_duplicate": CLEAN.id_duplicate.model_copy(update=changes)}
        )

    return made


def _nine(**changes: Any) -> Amount:
    return Amount(amount=Decimal("9.00"), clause="wilga:3.1", **changes)


PLANTED: dict[str, tuple[Callable[[], Regulation], str, str, Status]] = {
    "an act that was replaced": (
        _and(BasisCited(act="druki-2019", clause="wilga:7.1")),
        "audit.act",
        "wilga:7.1",
        BREACHED,
    ),
    "a unit that was replaced": (
        _and(BasisCited(act="informatyzacja", units=("art.19e.2",), clause="wilga:7.1")),
        "audit.act",
        "wilga:7.1",
        BREACHED,
    ),
    "an act that nobody here knows": (
        _and(BasisCited(act="ustawa-nieznana", clause="wilga:7.1")),
        "audit.act",
        "wilga:7.1",
        OPEN,
    ),
    "a wrong item": (
        lambda: bent(bases__1__units=["zał.II.5"]),
        "audit.unit",
        "wilga:1.2",
        BREACHED,
    ),
    "a wrong article": (
        lambda: bent(bases__2__units=["art.24"]),
        "audit.unit",
        "wilga:1.3",
        BREACHED,
    ),
    "a wrong item for a certificate": (
        _and(
            BasisCited(
                act="oplata-skarbowa",
                units=("zał.II.7",),
                about="certificate_duplicate_fee",
                clause="wilga:7.1",
            )
        ),
        "audit.unit",
        "wilga:7.1",
        BREACHED,
    ),
    "a wrong minister": (
        lambda: bent(bases__0__minister="national_education"),
        "audit.minister",
        "wilga:1.1",
        BREACHED,
    ),
    "an act that is not cited": (
        lambda: CLEAN.model_copy(update={"bases": CLEAN.bases[1:]}),
        "audit.rests_on",
        "wilga:6.2",
        BREACHED,
    ),
    "a reference to nothing": (
        lambda: bent(references__0__target="8"),
        "audit.reference",
        "wilga:3.3",
        BREACHED,
    ),
    "an application": (
        _phone(applicants=(May(who="parent", clause="wilga:7.1"),)),
        "audit.application",
        "wilga:7.1",
        BREACHED,
    ),
    "a consent": (
        _phone(required=(Required(item="declaration_data_entry", clause="wilga:7.1"),)),
        "audit.consent",
        "wilga:7.1",
        REVIEW,
    ),
    "an old model": (
        lambda: bent(mlegitymacja__in_force__since="2025-09-16"),
        "audit.model",
        "wilga:5.3",
        BREACHED,
    ),
    "another window of codes": (
        lambda: bent(mlegitymacja__codes__ways__0__days=30),
        "audit.record",
        "wilga:5.3",
        REVIEW,
    ),
    "a list without the new card": (
        _phone(reissue=(ReissueRow(ground="errors_found", clause="wilga:5.4"),)),
        "audit.reissue",
        "wilga:5.4",
        REVIEW,
    ),
    "paper a day too long": (
        lambda: bent(ids__paper__last_issue="2024-07-13"),
        "audit.paper",
        "wilga:6.2",
        BREACHED,
    ),
    "paper for ever": (lambda: bent(ids__form__form="paper"), "audit.paper", "wilga:6.1", BREACHED),
    "an end by stamp fields": (
        lambda: bent(ids__paper__while_fields=True),
        "audit.stamp_fields",
        "wilga:6.2",
        BREACHED,
    ),
    "a preschool ID for any disability": (
        lambda: bent(preschool_id__eligible__preparatory_year=False),
        "audit.eligible",
        "wilga:2.3",
        BREACHED,
    ),
    "a preschool ID without a disability": (
        lambda: bent(preschool_id__eligible__disability=False),
        "audit.eligible",
        "wilga:2.3",
        BREACHED,
    ),
    "a fee of another amount": (
        lambda: bent(id_duplicate__fees__0__amount="9.01"),
        "audit.fee",
        "wilga:3.1",
        BREACHED,
    ),
    "a fee called stamp duty": (
        _duplicate(fees=(_nine(called_stamp_duty=(Rule(clause="wilga:7.1"),)),)),
        "audit.stamp_duty",
        "wilga:7.1",
        BREACHED,
    ),
    "a title that calls it so": (
        lambda: CLEAN.override({"id_duplicate.payment.titles": [RIVAL.model_dump(mode="json")]}),
        "audit.stamp_duty",
        "wilga:7.7",
        BREACHED,
    ),
    "a computer-made certificate": (
        lambda: bent(certificate_duplicate__forms__any_of=["computer_made", "form_of_the_time"]),
        "audit.certificate_form",
        "wilga:4.1",
        REVIEW,
    ),
    "a place that can be read in two ways": (
        lambda: bent(mlegitymacja__codes__also=["I-30d"]),
        "audit.ambiguity",
        "wilga:5.3",
        REVIEW,
    ),
    "a contradiction": (
        lambda: bent(id_duplicate__payment__also=["I-grojec-title"]),
        "audit.contradiction",
        "wilga:3.2",
        REVIEW,
    ),
    "a silence": (
        lambda: bent(id_duplicate__fees__0__also=["I-silence"]),
        "audit.silence",
        "wilga:3.1",
        REVIEW,
    ),
    "a silence that stands in no clause": (
        lambda: bent(in_force__clause="I-in-force"),
        "audit.silence",
        "I-in-force",
        REVIEW,
    ),
}


def test_a_text_without_faults_audits_clean() -> None:
    found = audit(CLEAN, on=NOW)
    assert found.reasons == ()
    assert found.status is MET
    assert {f.code for f in found.findings} >= {
        *("audit.act", "audit.unit", "audit.minister", "audit.rests_on", "audit.reference"),
        *("audit.model", "audit.reissue", "audit.paper", "audit.eligible", "audit.fee"),
        *("audit.certificate_form", "regulation.in_force"),
    }


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found_and_no_other(fault: str) -> None:
    plant, code, place, status = PLANTED[fault]
    reasons = audit(plant(), on=NOW).reasons
    assert [(f.code, f.clause, f.status) for f in reasons] == [(code, place, status)]


def test_every_question_of_an_audit_has_a_planted_fault() -> None:
    asked = {code for _, code, _, _ in PLANTED.values()}
    told = {f.code for name in SCHOOLS for f in audit(variants.get(name), on=NOW).findings}
    assert told - asked == {"regulation.in_force"}


def test_a_fault_that_no_reading_of_the_register_concerns_shows_none() -> None:
    """The readings of leczna's stamp fields are not those of another school."""
    for fault in ("an end by stamp fields", "an application", "a fee called stamp duty"):
        found = audit(PLANTED[fault][0](), on=NOW)
        assert [found.readings(f) for f in found.reasons] == [()]


@pytest.mark.parametrize(
    ("planted", "last"),
    [
        (_and(BasisCited(act="druki-2019", units=("§26",), clause="wilga:7.1")), date(2023, 6, 16)),
        (
            _and(BasisCited(act="informatyzacja", units=("art.19g",), clause="wilga:7.1")),
            date(2023, 7, 13),
        ),
        (_phone(applicants=(May(who="parent", clause="wilga:7.1"),)), date(2024, 3, 7)),
        (lambda: bent(mlegitymacja__in_force__since="2024-01-01"), date(2025, 9, 16)),
        (lambda: bent(ids__form__form="paper"), date(2024, 7, 12)),
        (lambda: bent(ids__paper__last_issue="2024-12-31"), date(2023, 6, 16)),
        (lambda: bent(ids__paper__while_fields=True), date(2023, 6, 16)),
        (lambda: bent(preschool_id__eligible__preparatory_year=False), date(2023, 7, 13)),
    ],
)
def test_a_fault_of_any_text_begins_on_the_day_after_its_last_good_one(
    planted: Callable[[], Regulation], last: date
) -> None:
    def beside_the_clean(on: date) -> set[tuple[str, str]]:
        clean, faulty = ({(f.code, f.clause) for f in audit(text, on=on).reasons} for text in texts)
        return faulty - clean

    texts = (CLEAN, planted())
    told = [bool(beside_the_clean(last + timedelta(days=n))) for n in (-1, 0, 1)]
    assert told == [False, False, True]


def test_while_the_law_took_an_application_one_was_right() -> None:
    text = _phone(applicants=(May(who="parent", clause="wilga:7.1"),))()
    for on, by in (
        (date(2019, 9, 1), "act:druki-2019:§26"),
        (date(2023, 6, 16), "act:druki-2019:§26"),
        (date(2023, 6, 17), "notice:application-model"),
        (date(2024, 3, 7), "notice:application-model"),
    ):
        (finding,) = (f for f in audit(text, on=on).findings if f.code == "audit.application")
        assert (finding.status, finding.also) == (MET, (by,))
    assert not [
        f for f in audit(text, on=date(2019, 8, 31)).findings if f.code == "audit.application"
    ]


def test_a_text_that_cites_no_act_at_all_is_not_told_that_one_is_missing() -> None:
    found = audit(CLEAN.model_copy(update={"bases": ()}), on=NOW)
    assert found.reasons == ()
    assert "audit.rests_on" not in {f.code for f in found.findings}


def test_a_text_that_knows_no_mlegitymacja_is_asked_nothing_about_it() -> None:
    bare = Regulation(
        slug="wilga",
        school="x",
        text="x",
        in_force=InForce(since=date(2020, 1, 1), clause="wilga:1"),
    )
    assert [f.code for f in audit(bare, on=NOW).findings] == ["regulation.in_force"]
    silent = _phone(reissue=())()
    assert "audit.reissue" not in {f.code for f in audit(silent, on=NOW).findings}


@pytest.mark.parametrize(
    ("target", "there"),
    [("5", True), ("5.1", True), ("5.11", False), ("6.2", True), ("6.2.1", False), ("55", False)],
)
def test_a_reference_leads_to_a_unit_or_to_one_that_has_parts(target: str, *, there: bool) -> None:
    found = audit(bent(references__0__target=target), on=NOW)
    assert (found.reasons == ()) is there


@pytest.mark.parametrize(
    ("target", "there"),
    [("VI", False), ("VII", True), ("VII.1", True), ("VII.1a", True), ("VII.1b", False)],
)
def test_a_letter_is_no_part_of_a_longer_numeral(target: str, *, there: bool) -> None:
    plain = bent(references__0__target=target)
    text = plain.model_copy(
        update={
            "references": (
                *plain.references,
                CLEAN.references[0].model_copy(update={"clause": "wilga:VII.1a"}),
            )
        }
    )
    assert (audit(text, on=NOW).reasons == ()) is there


def test_a_text_is_judged_outside_its_dates_too_and_that_is_said() -> None:
    for on, status, earliest in (
        (date(2025, 9, 16), OPEN, date(2025, 9, 17)),
        (date(2025, 9, 17), MET, None),
        (date(2025, 9, 18), MET, None),
    ):
        finding = audit(CLEAN, on=on).findings[0]
        assert (finding.code, finding.status) == ("regulation.in_force", status)
        assert finding.earliest == earliest


@pytest.mark.parametrize(
    "wrong",
    [
        {"act": ""},
        {"act": "druki 2019"},
        {"act": "druki-2019", "units": ("",)},
        {"act": "druki-2019", "minister": "of magic"},
        {"act": "druki-2019", "about": "fees"},
    ],
)
def test_a_basis_that_is_none_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        BasisCited(clause="wilga:1", **wrong)


@pytest.mark.parametrize("wrong", [{"target": ""}, {"words": ""}])
def test_a_reference_without_target_or_words_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Reference(**{"target": "1", "words": "ust. 1", "clause": "wilga:1", **wrong})


# --- days -----------------------------------------------------------------------------------------

TURNS = (
    *(date(1800, 1, 1), date(2005, 7, 21), date(2007, 1, 1), date(2018, 5, 25), date(2018, 9, 1)),
    *(date(2019, 9, 1), date(2019, 9, 6), date(2023, 6, 17), date(2023, 7, 14)),
    *(date(2023, 12, 22), date(2024, 3, 8), date(2025, 9, 17), date(2026, 1, 1)),
)
"""The days on which the law turned, as far as these texts are concerned."""


@given(st.sampled_from(SCHOOLS), st.dates(TURNS[0], date(2299, 12, 31)))
@example("grojec", date(2025, 1, 1))  # a text that came into force between two turns
def test_an_audit_changes_on_the_days_on_which_the_law_turned_and_on_no_other(
    name: str, day: date
) -> None:
    school, turn = variants.get(name), max(turn for turn in TURNS if turn <= day)
    assert audit(school, on=day).findings[1:] == audit(school, on=turn).findings[1:]


@pytest.mark.parametrize("school", SCHOOLS)
def test_no_fault_of_a_text_heals_by_itself(school: str) -> None:
    """What was breached on one day stays so, save for acts that were not in force yet."""
    faults = [
        {
            (f.code, f.clause, f.subject)
            for f in audit(variants.get(school), on=turn).reasons
            if f.status is BREACHED and f.earliest is None
        }
        for turn in TURNS
    ]
    for before, after in pairwise(faults):
        assert before <= after


# --- acts and their time --------------------------------------------------------------------------


def _spells() -> Iterator[Spell]:
    for act in ACTS.values():
        yield act.spell
        yield from (row.spell for row in act.units)


def test_what_replaced_an_act_began_on_the_day_after_its_last() -> None:
    replaced = [spell for spell in _spells() if spell.replaced_by]
    assert len(replaced) == 5
    for spell in replaced:
        assert spell.until is not None
        assert spell.replaced_by is not None
        assert ACTS[spell.replaced_by].spell.since == spell.until + timedelta(days=1)


def test_a_spell_has_an_end_only_if_something_took_its_place() -> None:
    for spell in _spells():
        assert (spell.until is None) is (spell.replaced_by is None)
        assert spell.since is None or spell.until is None or spell.since <= spell.until


@pytest.mark.parametrize(
    ("spell", "covered"),
    [
        (Spell(), (True, True, True)),
        (Spell(since=date(2020, 1, 1)), (False, True, True)),
        (Spell(until=date(2020, 1, 1)), (True, True, False)),
        (Spell(since=date(2020, 1, 1), until=date(2020, 1, 1)), (False, True, False)),
    ],
)
def test_both_ends_of_a_spell_belong_to_it(spell: Spell, covered: tuple[bool, ...]) -> None:
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2020, 1, 2))
    assert tuple(map(spell.covers, days)) == covered


@pytest.mark.parametrize(
    ("start", "on", "now"),
    [
        ("druki-2018", date(2019, 9, 5), "druki-2018"),
        ("druki-2018", date(2019, 9, 6), "druki-2019"),
        ("druki-2018", date(2023, 6, 16), "druki-2019"),
        ("druki-2018", date(2023, 6, 17), "druki-2023"),
        ("mobywatel", date(2023, 7, 14), "mobywatel"),
        ("mobywatel", date(2023, 7, 13), None),
        (None, NOW, None),
    ],
)
def test_the_act_of_the_day_stands_in_for_one_that_was_replaced(
    start: str | None, on: date, now: str | None
) -> None:
    assert standing_in(start, on) == now


def test_a_citation_names_the_act_of_the_day_however_many_came_between() -> None:
    text = _and(BasisCited(act="druki-2010", clause="wilga:7.1"))()
    (finding,) = (f for f in audit(text, on=NOW).reasons if f.code == "audit.act")
    assert finding.limit == ACTS["druki-2023"].journal


@pytest.mark.parametrize(
    ("unit", "whole", "inside"),
    [
        ("§26", "§26", True),
        ("§26.9", "§26", True),
        ("§26", "§26.9", False),
        ("§26a", "§26", False),
        ("art.19e.1", "art.19e", True),
        ("art.19", "art.19e", False),
        ("", "art.19e", False),
    ],
)
def test_a_unit_lies_within_another_part_by_part(unit: str, whole: str, *, inside: bool) -> None:
    assert within(unit, whole) is inside


def test_the_acts_known_to_have_ended() -> None:
    """From notes on the law; a mark of what is second hand is part of the fact."""
    assert ACTS["druki-2019"].spell == Spell(date(2019, 9, 6), date(2023, 6, 16), "druki-2023")
    assert ACTS["druki-2023"].spell.since == date(2023, 6, 17)
    assert ACTS["mobywatel"].spell.since == date(2023, 7, 14)
    for unit in ("art.19e", "art.19g", "art.19g.1"):
        spell = ACTS["informatyzacja"].spell_of(unit)
        assert (spell.until, spell.replaced_by) == (date(2023, 7, 13), "mobywatel")
        assert spell.certainty == "probable"
    assert ACTS["informatyzacja"].spell_of("art.20").until is None
    assert ACTS["druki-2023"].minister == "education_and_science"
    assert ACTS["druki-2019"].minister == "national_education"
    assert citations.ACTS is ACTS


# --- how it reads ---------------------------------------------------------------------------------


def test_an_audit_reads_in_polish_and_in_english() -> None:
    found = audit(variants.get("grojec"), on=DAY)
    polish, english = found.explain("pl").splitlines(), found.explain("en").splitlines()
    assert polish[0] == "NIESPEŁNIONE"
    assert english[0] == "BREACHED"
    assert len(polish) == len(english)
    assert (
        "[x] powołany akt obowiązuje: Dz.U. 2019 poz. 1700 §26.9 (teraz Dz.U. 2023 poz. 1120) "
        "[grojec:§7.12a, grojec:§7.12b, grojec:§7.12c, grojec:§7.12d, act:druki-2019:§26.9]"
    ) in polish
    at = english.index(
        "[?] the clauses agree with each other [grojec:§7.10, grojec:§8.5, I-validity-grojec]"
    )
    question, *readings = english[at + 1 : at + 5]
    assert question.startswith("      I-validity-grojec: Until when")
    assert [line[:13] for line in readings] == ["      - taken", "      - or: b", "      - or: t"]


def test_the_time_of_an_act_stands_under_it() -> None:
    name = "ustawa z 17.02.2005 o informatyzacji działalności podmiotów realizujących zadania"
    polish = audit(variants.get("grojec"), on=DAY).explain("pl", reasons_only=True)
    assert f"      {name} publiczne (Dz.U. 2005 nr 64 poz. 565): do 13.07.2023" in polish
    english = audit(variants.get("grojec"), on=DAY).explain("en", reasons_only=True)
    assert "(Dz.U. 2019 poz. 1700): 2019-09-06 – 2023-06-16" in english
    early = audit(variants.get("ostroleka"), on=date(2023, 7, 13)).explain("en", reasons_only=True)
    assert "(Dz.U. 2023 poz. 1234): from 2023-07-14" in early


def test_what_holds_shows_neither_readings_nor_acts() -> None:
    found = audit(variants.get("leczna"), on=DAY)
    lines = found.explain("en").splitlines()
    assert lines[-1].startswith("[+]")
    beneath = [
        line for line in lines[lines.index(_first_met(lines)) :] if line.startswith("      ")
    ]
    assert {*beneath} == {"      a probable source, not a confirmed one"}


def _first_met(lines: list[str]) -> str:
    return next(line for line in lines if line.startswith("[+]"))


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_json_of_an_audit_has_a_version_readings_and_acts(school: str, language: Any) -> None:
    found = audit(variants.get(school), on=DAY)
    told = json.loads(found.explain_json(language))
    assert told["version"] == 1
    assert told["audit"] == {"version": 1, "school": school, "on": "2024-10-01"}
    assert (told["language"], told["answer"]) == (language, found.status.value)
    assert [f["code"] for f in told["findings"]] == [f.code for f in found.findings]
    for finding, entry in zip(found.findings, told["findings"], strict=True):
        readings = found.readings(finding)
        assert [one["id"] for one in entry["readings"]] == [one.id for one in readings]
        for reading, one in zip(readings, entry["readings"], strict=True):
            words = POLISH[one["id"]] if language == "pl" else reading
            assert one["question"] == words.question
            assert one["readings"] == [*words.readings]
            assert (one["kind"], one["taken"]) == (reading.kind, reading.taken)
        assert bool(entry["acts"]) is (finding.code == "audit.act")


def test_the_json_of_a_citation_tells_the_act() -> None:
    told = json.loads(audit(variants.get("grojec"), on=DAY).explain_json("en"))
    acts = [act for finding in told["findings"] for act in finding["acts"]]
    assert acts[2] == {
        "act": "informatyzacja",
        "title": (
            "ustawa z 17.02.2005 o informatyzacji działalności podmiotów realizujących zadania "
            "publiczne (Dz.U. 2005 nr 64 poz. 565)"
        ),
        "since": None,
        "until": "2023-07-13",
        "replaced_by": "mobywatel",
        "certainty": "probable",
    }
    whole = acts[0]
    assert (whole["since"], whole["until"]) == ("2019-09-06", "2023-06-16")


def test_a_finding_of_second_hand_says_so() -> None:
    """That nobody applies is sure; that a new card brings a new mLegitymacja we have second hand."""
    found = audit(variants.get("leczna"), on=OPT_OUT).reasons
    for code, notes in (("audit.application", ()), ("audit.reissue", ("law_probable",))):
        (finding,) = (f for f in found if f.code == code)
        assert finding.notes == notes


def test_the_form_of_a_duplicate_is_held_to_the_last_provision_known() -> None:
    for on, notes in (
        (date(2023, 6, 16), ()),
        (date(2023, 6, 17), ("law_last_known",)),
        (date(2023, 6, 18), ("law_last_known",)),
    ):
        found = audit(variants.get("ostroleka"), on=on)
        forms = [f for f in found.findings if f.code == "audit.certificate_form"]
        assert [(f.subject, f.status) for f in forms] == [
            ("form_of_the_time", MET),
            ("computer_made", REVIEW),
        ]
        assert {f.notes for f in forms} == {notes}
    assert "audit.certificate_form" not in {
        f.code for f in audit(variants.get("ostroleka"), on=date(2019, 8, 31)).findings
    }


@pytest.mark.parametrize("school", SCHOOLS)
def test_an_audit_is_stored_and_comes_back(school: str) -> None:
    found = audit(variants.get(school), on=NOW)
    assert load(Audit, dump(found)) == found


def test_nothing_in_an_audit_can_be_attested() -> None:
    for school in SCHOOLS:
        assert {f.who for f in audit(variants.get(school), on=NOW).findings} == {None}


@pytest.mark.parametrize(
    ("school", "on", "name"),
    [
        ("grojec", DAY, "school"),
        (None, DAY, "school"),
        (CLEAN, "2024-10-01", "on"),
        (CLEAN, datetime(2024, 10, 1), "on"),  # noqa: DTZ001  (no day)
        (CLEAN, date.max, "on"),
    ],
)
def test_a_broken_call_is_a_typed_error(school: Any, on: Any, name: str) -> None:
    with pytest.raises(WrongArgument) as caught:
        audit(school, on=on)
    assert caught.value.name == name


def test_an_unknown_language_is_a_typed_error() -> None:
    found, language = audit(CLEAN, on=NOW), "de"
    for tell in (found.explain, found.explain_json):
        with pytest.raises(WrongArgument):
            tell(language)  # type: ignore[arg-type]  # that is the point
