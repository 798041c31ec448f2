"""Seven schools that nobody runs, from JSON to decided cases.

They use what published rules contain, and nothing in the library knows them: a record that only the
five shipped schools could use would show here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from legitymacja_rules import (
    Accepted,
    Refused,
    Status,
    Undecided,
    audit,
    compare,
    deadlines,
    everywhere,
    fees,
    mlegitymacja,
    photo,
    school_id,
    schools,
    variants,
)
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.errors import LoadError
from legitymacja_rules.facts import Code, PhotoFacts, PhysicalId
from legitymacja_rules.findings import Finding
from legitymacja_rules.loading import dump
from legitymacja_rules.mlegitymacja import (
    Activate,
    ActivationCodes,
    Application,
    ExOfficio,
    GenerateCodes,
    Mlegitymacja,
    Outcome,
    Reissue,
    Revoke,
)
from legitymacja_rules.outcomes import Explained
from legitymacja_rules.policy import effective
from legitymacja_rules.school_id import Card, Duplicate, Exchange
from samples import ANNA, named

TEXTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "schools").glob("*.json"))
}
SCHOOLS = {slug: schools.load(text) for slug, text in TEXTS.items()}
DAY = date(2026, 3, 2)
"""A Monday on which all of them but one apply."""

CARD = PhysicalId(number="7", form="id1", issued=date(2025, 9, 1), valid_until=date(2026, 9, 30))
ADULT = ANNA.model_copy(update={"adult_since": date(2024, 1, 1)})

PICTURES: dict[str, dict[str, Any]] = {
    "brzoza": {"width": 246, "height": 304},
    "wierzba": {"format": "PNG", "width": 700, "height": 900, "taken": date(2025, 9, 2)},
    "jesion": {"width": 413, "height": 531},
    "olcha": {"width": 344, "height": 443, "size": 52_429},
    "buk": {"width": 300, "height": 400},
}
"""A photo that each of those schools takes for an mLegitymacja today."""


def picture(school: str, **changes: Any) -> PhotoFacts:
    base: dict[str, Any] = {"format": "JPEG", "size": 60_000, "filename": "a.jpg", "dpi": 300}
    own = PICTURES.get(school, {})
    ending = {"filename": "a.png"} if own.get("format") == "PNG" else {}
    return PhotoFacts(**{**base, **own, **ending, **changes})


def seen(*conditions: str, on: date = DAY) -> tuple[Attestation, ...]:
    """The head's word on conditions that only a human sees."""
    words = conditions or ("photo.background",)
    return tuple(Attestation(condition=word, role="head", on=on) for word in words)


def codes(number: int = 1, *, on: date = DAY, **changes: Any) -> ActivationCodes:
    secrets = {"qr": Code(f"Q{number}"), "code": Code(f"C{number}")}
    base: dict[str, Any] = {"generated": on, "way": "print", **secrets}
    return ActivationCodes(**{**base, **changes})


def case(school: str, **changes: Any) -> ExOfficio:
    base: dict[str, Any] = {"pupil": ANNA, "prior_id": CARD, "photo": picture(school)}
    return ExOfficio(**{**base, **changes})


def lodged(school: str, **changes: Any) -> Application:
    base: dict[str, Any] = {
        "received": DAY,
        "applicant": "parent",
        "pupil": ANNA,
        "prior_id": CARD,
        "photo": picture(school),
        "handed_in": ("form",),
    }
    return Application(**{**base, **changes})


def issue(school: str, asked: Application | ExOfficio, **changes: Any) -> Outcome:
    call: dict[str, Any] = {"on": DAY, "attested": seen()}
    return mlegitymacja.issue(asked, SCHOOLS[school], **{**call, **changes})


def issued(school: str, asked: Application | ExOfficio, **changes: Any) -> Mlegitymacja:
    outcome = issue(school, asked, **changes)
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome.document


def done(document: Mlegitymacja, command: Any, school: str) -> Mlegitymacja:
    outcome = mlegitymacja.decide(document, command, SCHOOLS[school])
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)
    return outcome.document


def why(outcome: Explained) -> list[tuple[str, str]]:
    return [(found.code, found.clause) for found in outcome.reasons]


def only(outcome: Explained, code: str) -> Finding:
    (finding,) = named(outcome.findings, code)
    return finding


# --- the range ------------------------------------------------------------------------------------


def fields(thing: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Each field of the JSON with its path; rows of a list share one."""
    if isinstance(thing, dict):
        for name, value in thing.items():
            yield f"{path}.{name}".lstrip("."), value
            yield from fields(value, f"{path}.{name}".lstrip("."))
    if isinstance(thing, list):
        for row in thing:
            yield from fields(row, path)


ALL = [found for text in TEXTS.values() for found in fields(json.loads(text))]


def says(ending: str, value: Any = None) -> bool:
    """Whether some school has a field of that path, with that value if one is given."""
    return any(
        f".{path}".endswith(f".{ending}")
        and (value is None or found == value or (isinstance(found, list) and value in found))
        for path, found in ALL
    )


def never(ending: str, within: str) -> bool:
    """Whether some school asks something of a photo, and nothing of that."""
    rooms = [found for path, found in ALL if path.endswith(within)]
    return any(ending not in room for room in rooms)


RANGE: dict[str, Callable[[], bool]] = {
    "JPEG only": lambda: says("formats.any_of", ["JPEG"]),
    "PNG only": lambda: says("formats.any_of", ["PNG"]),
    "JPEG and PNG": lambda: says("formats.any_of", ["JPEG", "PNG"]),
    "no format": lambda: never("formats", ".photo"),
    "no file size": lambda: never("size", ".photo"),
    "a minimum file size": lambda: says("size.min_kb") and says("size.min_mb"),
    "a maximum file size": lambda: says("size.max_kb") and says("size.max_mb"),
    "minimum pixels": lambda: says("pixels.min_width"),
    "maximum pixels": lambda: says("pixels.max_width"),
    "exact pixels": lambda: says("pixels.min_width", 413) and says("pixels.max_width", 413),
    "proportionally more": lambda: says("ratio.width", 354),
    "multiples": lambda: says("multiple.width"),
    "ratio only": lambda: says("ratio.strict", True),
    "millimetres at a dpi": lambda: says("millimetres.dpi"),
    "millimetres exactly": lambda: says("millimetres.exactly", True),
    "dpi at least": lambda: says("dpi.at_least"),
    "dpi at most": lambda: says("dpi.at_most"),
    "face share": lambda: says("face_share.at_least"),
    "background": lambda: says("pictures.condition", "photo.background"),
    "file naming": lambda: says("naming.parts"),
    "message naming": lambda: says("subject.word"),
    "photo age": lambda: says("age.months"),
    "applicant a parent": lambda: says("applicants.who", "parent"),
    "applicant an adult pupil": lambda: says("applicants.pupil", "adult"),
    "opt-out": lambda: says("consent.model", "opt_out"),
    "application": lambda: says("consent.model", "application"),
    "codes by print": lambda: says("delivery.by", "print"),
    "codes by e-mail": lambda: says("delivery.by", "email"),
    "codes by e-register": lambda: says("ways.way", "e_register"),
    "codes by the platform": lambda: says("ways.way", "platform"),
    "a window of minutes": lambda: says("codes.minutes") and says("ways.minutes"),
    "a window of days": lambda: says("codes.days", 30) and says("codes.days", 14),
    "several devices": lambda: says("devices.limit", 3) and says("devices.of_parents", 4),
    "valid as the card": lambda: says("validity.by", "id"),
    "valid to 30 September": lambda: says("validity.by", "september_30"),
    "valid per school year": lambda: says("validity.by", "school_year"),
    "at once": lambda: says("due.count", 0),
    "in days": lambda: says("due.unit", "days"),
    "in working days": lambda: says("due.unit", "working_days"),
    "in a month": lambda: says("due.unit", "months"),
    "from the application": lambda: says("due.since", "application"),
    "from its receipt": lambda: says("due.since", "receipt"),
    "from completeness": lambda: says("due.since", "complete"),
    "from the payment": lambda: says("due.since", "payment"),
    "from the photo": lambda: says("due.since", "photo"),
    "a request in writing": lambda: says("manner.by", ["in_writing"]),
    "a request orally": lambda: says("manner.by", ["orally"]),
    "a fee per copy": lambda: says("fees.amount", "26.00"),
    "no fee": lambda: says("fees.amount", "0.00"),
    "resignation": lambda: says("revocation.ground", "resignation"),
    "a torn hologram": lambda: says("grounds.any_of", "hologram_damaged"),
    "a ruling on special education": lambda: says("grounds.any_of", "special_education_ruling"),
    "a PESEL granted": lambda: says("reissue.ground", "pesel_granted"),
    "a ground in its own words": lambda: says("revocation.wording") and says("reissue.wording"),
    "its own list of clauses": lambda: says("clauses.says"),
    "nothing but a name": lambda: any(
        set(json.loads(t)) == {"slug", "school"} for t in TEXTS.values()
    ),
}
"""What published rules contain."""


@pytest.mark.parametrize("what", RANGE)
def test_some_school_uses_each_part_of_the_range(what: str) -> None:
    assert RANGE[what]()


def test_control_what_no_school_says_is_not_found() -> None:
    assert not says("photo.millimetres.inches")
    assert not says("formats.any_of", "GIF")
    assert not never("clause", ".formats")


# --- loading --------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", TEXTS)
def test_a_round_trip_is_exact(slug: str) -> None:
    school = SCHOOLS[slug]
    assert schools.load(dump(school)) == school
    assert dump(schools.load(dump(school))) == dump(school)


@pytest.mark.parametrize("slug", TEXTS)
def test_each_can_be_derived_from_compared_and_audited(slug: str) -> None:
    school = SCHOOLS[slug]
    if school.in_force.since:
        since = {"since": "2025-09-17", "clause": "klon:§1"}
        period = {"mlegitymacja.in_force": None} if slug == "sosna" else {}
        made = school.derive(slug="klon", school="SP Klon", in_force=since, changes=period)
        assert f"{slug}:" not in dump(made)
        assert made.in_force.since == SIO
    for language in ("pl", "en"):
        assert compare.differences(school, variants.get("leczna"), on=DAY).explain(language)
        assert audit.audit(school, on=DAY).explain(language)


SIO = date(2025, 9, 17)


@pytest.mark.parametrize(
    ("slug", "old", "new", "fault"),
    [
        (
            "sosna",
            '"min_width": 300',
            '"min_width": -1',
            ("mlegitymacja.photo.pixels.min_width", "greater_than_equal"),
        ),
        (
            "kalina",
            '"amount": "15.00"',
            '"amount": "9.001"',
            ("id_duplicate.fees.0.amount", "money"),
        ),
        (
            "kalina",
            "44 1020 3802",
            "45 1020 3802",
            ("id_duplicate.payment.account", "account_number"),
        ),
        (
            "wierzba",
            '"ground": "resignation"',
            '"ground": "boredom"',
            ("mlegitymacja.revocation.1.ground", "literal_error"),
        ),
        ("wierzba", '"wierzba:§3.2", "strict"', '"wierzba:§3.9", "strict"', None),
        ("jesion", '"min_kb": "20"', '"min_kb": "3000"', ("school_id.photo.size", "min_above_max")),
        ("buk", "2026-08-31", "2025-08-31", ("in_force.until", "reversed_period")),
    ],
)
def test_a_planted_fault_is_named_by_its_path_and_nothing_is_loaded(
    slug: str, old: str, new: str, fault: tuple[str, str] | None
) -> None:
    spoilt = TEXTS[slug].replace(old, new)
    if fault is None:
        spoilt = TEXTS[slug].replace('"clause": "wierzba:§3.2"', '"clause": "wierzba:§3.9"')
        fault = ("mlegitymacja.photo.ratio.clause", "unknown_clause")
    assert spoilt != TEXTS[slug]
    with pytest.raises(LoadError) as refusal:
        schools.load(spoilt)
    assert refusal.value.faults == (fault,)


def test_two_periods_that_overlap_are_named() -> None:
    old, new = json.loads(TEXTS["buk"]), json.loads(TEXTS["buk"])
    new["in_force"] = {"since": "2026-08-31", "clause": "buk:§9"}
    with pytest.raises(LoadError) as refusal:
        schools.load_editions({"editions": [old, new]})
    assert [code for _, code in refusal.value.faults] == ["overlapping_periods"]
    new["in_force"]["since"] = "2026-09-01"
    amended = schools.load_editions({"editions": [old, new]})
    assert amended.on(date(2026, 8, 31)) == SCHOOLS["buk"]


# --- wierzba: today's model as a school tells it ---------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({}, []),
        ({"width": 701}, [("photo.ratio", Status.MET)]),
        ({"width": 703}, [("photo.ratio", Status.BREACHED)]),
        ({"taken": date(2025, 9, 1)}, [("photo.age", Status.BREACHED)]),
        ({"taken": None}, [("photo.age", Status.NEEDS_REVIEW)]),
    ],
)
def test_wierzba_takes_a_photo_of_a_shape_and_an_age(
    changes: dict[str, Any], reasons: list[tuple[str, Status]]
) -> None:
    outcome = issue("wierzba", case("wierzba", photo=picture("wierzba", **changes)))
    for code, status in reasons:
        assert only(outcome, code).status is status
    if not reasons:
        assert isinstance(outcome, Accepted)
        # PNG the school takes, and the notices do not: told, and the school's text counts.
        assert [found.code for found in outcome.conflicts] == ["photo.format"]


@pytest.mark.parametrize(
    ("given", "used", "accepted"),
    [
        ({"way": "print"}, {"on": DAY + timedelta(days=7)}, True),
        ({"way": "print"}, {"on": DAY + timedelta(days=8)}, False),
        ({"way": "e_register"}, {"on": DAY + timedelta(days=3)}, True),
        ({"way": "e_register"}, {"on": DAY + timedelta(days=4)}, False),
        ({"way": "platform", "at": "2026-03-02T10:00:00"}, {"at": "2026-03-02T10:10:00"}, True),
        ({"way": "platform", "at": "2026-03-02T10:00:00"}, {"at": "2026-03-02T10:10:01"}, False),
    ],
)
def test_wierzba_has_a_window_for_each_way(
    given: dict[str, Any], used: dict[str, Any], accepted: bool
) -> None:
    document = issued("wierzba", case("wierzba"))
    own = codes(1, **given)
    document = done(document, GenerateCodes(on=DAY, codes=own), "wierzba")
    call: dict[str, Any] = {"on": DAY, "device": "a", "system": "ios", **used}
    outcome = mlegitymacja.decide(
        document, Activate(**call, qr=own.qr, code=own.code), SCHOOLS["wierzba"]
    )
    assert isinstance(outcome, Accepted if accepted else Refused)
    kinds = {found.clause.partition(":")[0] for found in outcome.findings}
    assert "notice" not in kinds


def test_wierzba_s_own_words_wait_for_a_human() -> None:
    document = issued("wierzba", case("wierzba"))
    misuse = Revoke(on=DAY, ground="other")
    outcome = mlegitymacja.decide(document, misuse, SCHOOLS["wierzba"])
    assert isinstance(outcome, Undecided)
    ground = only(outcome, "revoke.ground")
    assert (ground.clause, ground.limit) == (
        "wierzba:§5.4",
        "uczeń używa mLegitymacji niezgodnie z regulaminem",
    )
    said = misuse.model_copy(update={"attested": seen("revoke.ground")})
    assert done(document, said, "wierzba").revoked is not None


def test_wierzba_s_pupil_may_resign() -> None:
    document = issued("wierzba", case("wierzba"))
    left = done(document, Revoke(on=DAY, ground="resignation", applicant="parent"), "wierzba")
    assert left.revoked is not None
    assert left.revoked.clause == "wierzba:§5.3"


# --- jesion: applications, exact sizes, several devices --------------------------------------------


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({"size": 19_999}, ["photo.min_size"]),
        ({"size": 20_000}, []),
        ({"size": 2_000_001}, ["photo.size"]),
        ({"width": 412}, ["photo.width_exactly"]),
        ({"height": 532}, ["photo.height_exactly"]),
        ({"dpi": 299}, ["photo.dpi"]),
        ({"filename": "anna-kowalska.jpg"}, ["photo.name"]),
        ({"face_percent": 69}, ["photo.face_share"]),
        ({"format": "PNG"}, ["photo.format"]),
    ],
)
def test_jesion_asks_for_exact_pixels_and_a_weight_between(
    changes: dict[str, Any], broken: list[str]
) -> None:
    base: dict[str, Any] = {"filename": "kowalska-anna.jpg", "face_percent": 75}
    facts = picture("jesion", **{**base, **changes})
    verdict = photo.check(facts, SCHOOLS["jesion"].photo_for("school_id"), pupil=ANNA)
    assert [found.code for found in verdict.reasons] == broken


@pytest.mark.parametrize(
    ("asked", "outcome", "codes_"),
    [
        (lodged("jesion"), Accepted, []),
        (lodged("jesion", applicant="pupil"), Refused, ["application.applicant"]),
        (lodged("jesion", applicant="pupil", pupil=ADULT), Accepted, []),
        (case("jesion"), Refused, ["mlegitymacja.consent"]),
        (lodged("jesion", photo=picture("jesion", width=415)), Refused, ["photo.width_at_most"]),
        (lodged("jesion", photo=picture("jesion", height=529)), Refused, ["photo.height"]),
        (lodged("jesion", photo=picture("jesion", height=530)), Accepted, []),
    ],
)
def test_jesion_wants_an_application_against_the_opt_out(
    asked: Application | ExOfficio, outcome: type[Outcome], codes_: list[str]
) -> None:
    found = issue("jesion", asked, codes=codes())
    assert isinstance(found, outcome)
    assert [reason.code for reason in found.reasons] == codes_
    told = "mlegitymacja.consent" in {reason.code for reason in found.conflicts}
    assert told is isinstance(asked, ExOfficio)


def test_jesion_ends_on_30_september_though_the_card_lasts() -> None:
    card = CARD.model_copy(update={"valid_until": date(2028, 9, 30)})
    document = issued("jesion", lodged("jesion", prior_id=card), codes=codes())
    assert document.issued.valid_until == date(2026, 9, 30)


def test_jesion_lets_three_devices_in_and_the_conflict_is_told_from_the_fourth() -> None:
    document = issued("jesion", lodged("jesion"), codes=codes(1))
    outcomes: list[Outcome] = []
    for number in range(1, 5):
        if number > 1:
            document = done(document, GenerateCodes(on=DAY, codes=codes(number)), "jesion")
        own = codes(number)
        command = Activate(
            on=DAY,
            device=f"phone-{number}",
            system="ios",
            qr=own.qr,
            code=own.code,
            owner="pupil" if number == 1 else "parent",
        )
        outcomes.append(mlegitymacja.decide(document, command, SCHOOLS["jesion"]))
        last = outcomes[-1]
        document = last.document if isinstance(last, Accepted) else document
    assert [type(each) for each in outcomes] == [Accepted, Accepted, Accepted, Refused]
    assert "devices.limit" in {found.code for found in outcomes[-1].conflicts}


@pytest.mark.parametrize(
    ("clause", "outcome", "reasons"),
    [
        (None, Refused, [("reissue.ground", "jesion:IV.12")]),
        ("jesion:IV.12", Undecided, [("reissue.ground", "jesion:IV.12")]),
        ("jesion:IV.13", Undecided, [("reissue.ground", "jesion:IV.13")]),
        ("jesion:IV.1", Undecided, [("reissue.ground", "I-reissue")]),
    ],
)
def test_of_two_grounds_in_its_own_words_jesion_s_applicant_names_one(
    clause: str | None, outcome: type[Outcome], reasons: list[tuple[str, str]]
) -> None:
    document = issued("jesion", lodged("jesion"), codes=codes(1))
    again = Reissue(
        on=DAY,
        ground="other",
        clause=clause,
        application=lodged("jesion"),
        codes=codes(2),
        attested=seen(),
    )
    found = mlegitymacja.decide(document, again, SCHOOLS["jesion"])
    assert isinstance(found, outcome)
    assert why(found) == reasons


@pytest.mark.parametrize(
    ("ground", "handed_in", "outcome"),
    [
        ("hologram_damaged", ("old_id", "form"), Accepted),
        ("special_education_ruling", ("old_id", "form"), Accepted),
        ("pesel_granted", ("old_id", "form"), Accepted),
        ("other", ("old_id", "form"), Undecided),
        ("address", ("old_id", "form"), Refused),
        ("error", ("form",), Refused),
        ("error", ("old_id",), Undecided),
    ],
)
def test_jesion_exchanges_on_grounds_of_its_own_in_writing(
    ground: Any, handed_in: tuple[Any, ...], outcome: type[object]
) -> None:
    wish = school_id.Application(
        received=DAY, applicant="parent", pupil=ANNA, reason=ground, handed_in=handed_in
    )
    made = school_id.Application(
        received=DAY,
        applicant="parent",
        pupil=ANNA,
        admitted=date(2025, 9, 1),
        photo=picture("jesion", filename="kowalska-anna.jpg", face_percent=75),
    )
    first = Card(number="1", valid_until=date(2026, 9, 30))
    given = school_id.issue(made, SCHOOLS["jesion"], on=DAY, card=first)
    assert isinstance(given, Accepted), given.explain("en", reasons_only=True)
    handed = school_id.decide(
        given.document, school_id.HandOver(on=DAY, to="pupil"), SCHOOLS["jesion"]
    )
    assert isinstance(handed, Accepted)
    command = Exchange(
        on=DAY, application=wish, card=Card(number="2", valid_until=date(2026, 9, 30))
    )
    found = school_id.decide(handed.document, command, SCHOOLS["jesion"])
    assert isinstance(found, outcome), found.explain("en", reasons_only=True)


# --- deadlines and money --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "procedure", "reached", "latest"),
    [
        ("jesion", "school_id", {"photo": DAY}, DAY),
        ("jesion", "id_exchange", {"complete": date(2026, 4, 1)}, date(2026, 4, 9)),
        ("jesion", "mlegitymacja", {"receipt": date(2026, 1, 31)}, date(2026, 3, 2)),
        ("kalina", "id_duplicate", {"payment": date(2025, 12, 23)}, date(2025, 12, 31)),
        (
            "kalina",
            "certificate_duplicate",
            {"application": DAY, "records": date(2026, 3, 6)},
            date(2026, 3, 20),
        ),
        ("olcha", "id_duplicate", {"application": DAY}, DAY),
    ],
)
def test_a_deadline_is_counted_as_the_text_has_it(
    school: str, procedure: Any, reached: dict[str, Any], latest: date
) -> None:
    assert deadlines.due(SCHOOLS[school], procedure, **reached).latest == latest


def test_a_fee_is_for_each_copy_or_for_none() -> None:
    kalina, olcha = SCHOOLS["kalina"], SCHOOLS["olcha"]
    three = fees.fee(kalina, "certificate_duplicate", on=DAY, copies=3)
    assert (three.amount, three.basis) == (Decimal("78.00"), "kalina:§10")
    dear = fees.fee(kalina, "id_duplicate", on=DAY)
    assert (dear.amount, dear.account) == (
        Decimal("15.00"),
        "44 1020 3802 0000 1602 0207 9879",
    )
    free = fees.fee(olcha, "id_duplicate", on=DAY)
    assert free.amount == Decimal("0.00")
    for answer in (dear, free):
        (found,) = answer.conflicts
        assert found.conflict is not None
        assert found.conflict.measured == "9.00"
    assert fees.fee(olcha, "id_duplicate", on=DAY, policy="law").amount == Decimal("9.00")
    assert three.conflicts == ()


# --- kalina: multiples; a request that is made orally ----------------------------------------------


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, []),
        ({"width": 385, "height": 495}, []),
        ({"width": 385, "height": 494}, ["photo.multiple"]),
        ({"width": 1085, "height": 1395}, ["photo.width_at_most", "photo.height_at_most"]),
        ({"size": 500_001}, ["photo.size"]),
        ({"size": 512_001}, ["photo.size"]),
        ({"dpi": 601}, ["photo.dpi_at_most"]),
        ({"format": "JPEG"}, ["photo.format"]),
    ],
)
def test_kalina_asks_for_multiples(changes: dict[str, Any], broken: list[str]) -> None:
    base: dict[str, Any] = {"format": "PNG", "width": 350, "height": 450, "filename": "a.png"}
    facts = picture("kalina", **{**base, **changes})
    verdict = photo.check(facts, SCHOOLS["kalina"].photo_for("id_duplicate"))
    assert [found.code for found in verdict.reasons] == broken


@pytest.mark.parametrize(
    ("manner", "status"),
    [("orally", Status.MET), ("in_writing", Status.BREACHED), (None, Status.NEEDS_REVIEW)],
)
def test_kalina_takes_a_request_made_at_the_desk(manner: Any, status: Status) -> None:
    wish = school_id.Application(
        received=DAY, applicant="parent", pupil=ANNA, reason="lost", manner=manner
    )
    made = school_id.Issued(
        on=date(2025, 9, 1),
        school="kalina",
        pupil=ANNA,
        kind="school",
        number="1",
        form="id1",
        valid_until=date(2026, 9, 30),
    )
    given = school_id.HandedOver(on=date(2025, 9, 1), to="pupil")
    held = school_id.replay([made, given])
    card = Card(number="2", valid_until=date(2026, 9, 30))
    command = Duplicate(on=DAY, application=wish, card=card)
    outcome = school_id.decide(held, command, SCHOOLS["kalina"])
    assert only(outcome, "application.manner").status is status


# --- olcha, buk, sosna, brzoza ---------------------------------------------------------------------


def test_olcha_s_window_of_minutes_is_its_own() -> None:
    document = issued("olcha", case("olcha", education_ends=date(2026, 4, 24)))
    assert document.issued.valid_until == date(2026, 4, 24)
    own = codes(1, at="2026-03-02T08:00:00+01:00")
    document = done(document, GenerateCodes(on=DAY, codes=own), "olcha")
    for second, outcome in ((0, Accepted), (1, Refused)):
        at = f"2026-03-02T08:10:{second:02}+01:00"
        used = Activate(on=DAY, device="a", system="ios", qr=own.qr, code=own.code, at=at)
        found = mlegitymacja.decide(document, used, SCHOOLS["olcha"])
        assert isinstance(found, outcome)
        assert only(found, "codes.minutes").clause == "olcha:7"


@pytest.mark.parametrize(("before", "left"), [(2, 1), (1, 0), (0, 0)])
def test_olcha_s_minutes_after_midnight_end_with_the_calendar(before: int, left: int) -> None:
    last = date(2299, 12, 31)
    on, card = last - timedelta(days=before), CARD.model_copy(update={"valid_until": last})
    made: dict[str, Any] = {"on": on, "codes": codes(on=on), "attested": seen(on=on)}
    document = issued("olcha", case("olcha", prior_id=card), **made)
    assert document.issued.codes_until == last - timedelta(days=left)


@pytest.mark.parametrize(
    ("basis", "outcome"),
    [("marriage_certificate", Accepted), ("birth_certificate", Undecided), (None, Refused)],
)
def test_olcha_revokes_on_a_marriage_certificate_too(basis: Any, outcome: type[Outcome]) -> None:
    command = Revoke(on=DAY, ground="name_change", basis=basis)
    found = mlegitymacja.decide(issued("olcha", case("olcha")), command, SCHOOLS["olcha"])
    assert isinstance(found, outcome)


@pytest.mark.parametrize(
    ("on", "clause"),
    [
        (date(2025, 9, 16), "buk:§9"),
        (date(2026, 8, 31), "buk:§9"),
        (date(2026, 9, 1), "act:system-oswiaty:art.11.1d"),
    ],
)
def test_buk_s_text_ends_and_the_law_goes_on(on: date, clause: str) -> None:
    card = CARD.model_copy(update={"valid_until": date(2026, 9, 30)})
    asked = lodged("buk", received=on, prior_id=card)
    outcome = issue("buk", asked, on=on, codes=codes(on=on), attested=seen(on=on))
    assert outcome.findings[0].clause == clause
    assert isinstance(outcome, Accepted), outcome.explain("en", reasons_only=True)


def test_buk_may_take_a_photo_that_is_too_heavy() -> None:
    facts = picture("buk", size=1_100_000)
    requirement = SCHOOLS["buk"].photo_for("preschool_id")
    assert photo.check(facts, requirement).status is Status.NEEDS_REVIEW
    assert photo.check(facts, requirement, attested=seen("photo.acceptance")).status is Status.MET


@pytest.mark.parametrize(
    ("on", "accepted"),
    [(date(2024, 3, 7), True), (date(2024, 3, 8), True), (date(2025, 9, 16), True)],
)
def test_sosna_had_an_opt_out_before_the_law_had_it(on: date, accepted: bool) -> None:
    card = CARD.model_copy(update={"issued": date(2023, 9, 4)})
    facts = picture("sosna", width=302, height=400)
    asked = case("sosna", prior_id=card, photo=facts)
    outcome = issue("sosna", asked, on=on, codes=codes(on=on), attested=seen(on=on))
    assert isinstance(outcome, Accepted) is accepted, outcome.explain("en", reasons_only=True)
    told = [found.code for found in outcome.conflicts]
    assert told == (["mlegitymacja.consent"] if on < date(2024, 3, 8) else [])


def test_brzoza_has_nothing_but_its_name() -> None:
    document = issued("brzoza", case("brzoza"))
    assert document.school == "brzoza"
    assert effective(SCHOOLS["brzoza"], on=DAY).photo_for("mlegitymacja") is not None
    assert fees.fee(SCHOOLS["brzoza"], "id_duplicate", on=DAY).amount == Decimal("9.00")


# --- all of them at once --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(350, 450, None), (351, 451, (350, 450)), (1000, 1000, (770, 990)), (34, 44, (35, 45))],
)
def test_kalina_s_plan_leads_to_a_multiple(
    width: int, height: int, size: tuple[int, int] | None
) -> None:
    facts = picture("kalina", format="PNG", width=width, height=height, filename="a.png")
    found = everywhere.photo(facts, "id_duplicate", schools=[SCHOOLS["kalina"]], on=DAY)
    plan = found.schools[0].plan
    assert plan is not None
    assert plan.facts is not None
    if size is None:
        assert plan.steps == ()
    else:
        assert (plan.facts.width, plan.facts.height) == size
    after = photo.check(plan.facts, SCHOOLS["kalina"].photo_for("id_duplicate"))
    assert after.status is Status.MET


def test_a_photo_that_weighs_too_little_has_to_be_another_one() -> None:
    light = picture("olcha", size=52_427)
    found = everywhere.photo(light, "mlegitymacja", schools=[SCHOOLS["olcha"]], on=DAY)
    plan = found.schools[0].plan
    assert plan is not None
    assert [step.kind for step in plan.steps] == ["replace"]
    assert plan.facts is None
    # Rewritten at another size it may weigh anything; no upper limit makes one step less.
    heavy = picture("olcha", size=60_000, width=300)
    again = everywhere.photo(heavy, "mlegitymacja", schools=[SCHOOLS["olcha"]], on=DAY)
    assert again.schools[0].plan is not None
    assert [step.kind for step in again.schools[0].plan.steps] == ["resize"]


def test_one_photo_at_all_of_them_and_what_would_make_it_fit() -> None:
    facts = picture("brzoza", width=400, height=500, size=90_000)
    today = [effective(school, on=DAY) for school in SCHOOLS.values() if school.slug != "wierzba"]
    found = everywhere.photo(facts, "mlegitymacja", schools=today, on=DAY)
    takes = {there.school for there in found.schools if there.verdict.status is not Status.BREACHED}
    assert takes == {"brzoza", "buk", "kalina", "sosna", "olcha"}
    jesion = next(there for there in found.schools if there.school == "jesion")
    assert jesion.plan is not None
    assert [step.kind for step in jesion.plan.steps][:2] == ["crop", "resize"]
    assert jesion.plan.facts is not None
    for there in found.schools:
        school = next(each for each in today if each.slug == there.school)
        after = photo.check(jesion.plan.facts, school.photo_for("mlegitymacja"), on=DAY)
        assert after.status is not Status.BREACHED
