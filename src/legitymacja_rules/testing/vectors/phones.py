"""mLegitymacje: their issue, activation, end and succession, and every command in every state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import get_args

from ... import variants
from ...vocabulary import (
    ApplicantKind,
    BasisKind,
    CodeWay,
    Receiver,
    ReissueGround,
    RevocationGround,
)
from .asking import LEFT_OUT, Case, Json, around, each, later, settled, telling
from .lives import Desk, Life, accepted
from .lodging import lodged_otherwise
from .people import (
    ANNA,
    BARE,
    DAY,
    FORM,
    SCHOOLS,
    TODAY,
    application,
    born_for,
    codes,
    held,
    photo,
    text_of,
    with_pesel,
)

__all__ = ["LIVES", "cases", "desk"]

UNTIL, NEXT = "2025-09-30", "2026-09-30"
LATER = "2024-10-15"
WORDS = "command.attested"

_USED = ((0, "activate", DAY),)

LIVES: Mapping[str, Life] = {
    "not-yet": Life((), "2024-09-30"),
    "issued": Life((), LATER),
    "lapsed": Life((), "2024-11-04"),
    "activated": Life(_USED, LATER),
    "expired": Life(_USED, "2025-10-06"),
    "revoked": Life(((0, "revoke-on_request", DAY),), LATER),
    "revoked-for-a-name": Life(((0, "revoke-name_change", DAY),), LATER),
    "reissued": Life(((0, "reissue-errors_found", DAY),), LATER),
    "reissued-by-mistake": Life(((0, "reissue-errors_found", DAY), (1, "correct", DAY)), LATER),
    "annulled": Life(((0, "correct", DAY),), LATER),
}
"""How each state is reached."""


def cases() -> Iterator[Case]:
    """All of them."""
    for school in SCHOOLS:
        here = desk(school)
        yield from _issues(school)
        yield from here.cases(LIVES)
        yield from _activations(here)
        yield from _windows(here)
        yield from _ends(here)
        yield from _successors(here)
    yield from _law()


def _first(school: Json, on: str = DAY) -> Case:
    """The issue of a first mLegitymacja in which nothing is missing."""
    where = school if isinstance(school, str) else "law"
    lodged = application(
        school, "mlegitymacja", on, prior_id=held(on), deliver_by="print", email="maria@example.org"
    )
    told = {"application": lodged, "school": school, "on": on, "codes": codes(on)}
    return Case(f"mlegitymacja/{where}/issue", "mlegitymacja.issue", told)


def desk(school: str) -> Desk:
    """The mLegitymacje at a school."""
    return Desk(
        "mlegitymacja", school, school, _first(school), DAY, cache(partial(_commands, school))
    )


def _steps(school: Json, system: str = "android") -> list[str]:
    """The steps of an activation on a fresh device, as the text lists them."""
    rows = variants.get(school).mlegitymacja
    known = rows.steps if rows else ()
    return [row.name for row in known if not row.permission_on or system in row.permission_on]


def _commands(school: str, on: str) -> Mapping[str, Json]:
    new = application(
        school, "mlegitymacja", on, prior_id=held(DAY, until=NEXT), deliver_by="print"
    )
    revoke = {
        f"revoke-{ground}": {"kind": "revoke", "ground": ground, "applicant": "parent"}
        for ground in ("on_request", "id_validity_lost")
    }
    reissue = {
        "kind": "reissue",
        "ground": "errors_found",
        "application": new,
        "codes": codes(on, 2),
    }
    ruling = {"basis": "court_ruling", "ground": "name_change"}
    return {
        "hand_over": {"kind": "hand_over", "to": "parent", "signed": True},
        "generate_codes": {"kind": "generate_codes", "codes": codes(on, 3)},
        "activate": {
            "kind": "activate",
            "device": "phone-1",
            "system": "android",
            "qr": "QR-1",
            "code": "CODE-1",
            "steps": _steps(school),
        },
        **revoke,
        "revoke-name_change": {**revoke["revoke-on_request"], **ruling},
        "reissue-errors_found": reissue,
        "reissue-name_change": {**reissue, **ruling},
    }


def _issues(school: str) -> Iterator[Case]:
    """One thing otherwise in the application, in the ID, in the codes, in what went before."""
    base = _first(school)
    yield from settled(base.under("good"), DAY, no=True)
    yield from lodged_otherwise(base, "application")
    changes: dict[str, dict[str, Json]] = {
        "without-id": {"application.prior_id": LEFT_OUT},
        "id-of-preschool": {"application.prior_id.kind": "preschool"},
        "id-void": {"application.prior_id.void_since": DAY},
        "codes-of-tomorrow": {"codes.generated": "2024-10-02"},
        "codes-of-yesterday": {"codes.generated": "2024-09-30"},
        "without-codes": {"codes": LEFT_OUT},
        "by-email-without-address": {"application.deliver_by": "email", "application.email": None},
        "education-ends-first": {"application.education_ends": "2025-06-27"},
        "as-ex-officio": {"application": {"pupil": ANNA, "photo": photo(None), "prior_id": held()}},
    }
    for way in get_args(CodeWay):
        changes[f"delivered-by-{way}"] = {"application.deliver_by": way}
    for name, day in around(DAY).items():
        changes[f"id-until/{name}"] = {"application.prior_id.valid_until": day}
    for name, day in around("2024-07-12").items():
        paper = {"number": "5/2023", "form": "paper", "issued": day, "valid_until": UNTIL}
        changes[f"id-on-paper-issued/{name}"] = {"application.prior_id": paper}
        if day == "2024-07-12":
            for fields in (0, 1):
                full = {**paper, "free_fields": fields, "valid_until": "2024-09-30"}
                changes[f"id-on-paper-{fields}-fields"] = {"application.prior_id": full}
    period = variants.get(school).period("mlegitymacja")
    for end in filter(None, (period.since, period.until)):
        for day in around(end.isoformat()).values():
            changes[f"on-{day}"] = {
                "on": day,
                "application.received": day,
                "codes": codes(day),
                "application.prior_id": held("2024-07-01"),
            }
    yield from each(base, changes)
    for policy in ("law", "undecided"):
        yield from each(base, {f"policy-{policy}": {"policy": policy}})
    before = desk(school)
    for name in ("issued", "lapsed", "activated", "expired", "revoked", "revoked-for-a-name"):
        life = LIVES[name]
        earlier = before.lived(life)
        on = max(life.asked, DAY)
        again = {
            "previous": earlier,
            "on": on,
            "application.received": on,
            "codes": codes(on, 2),
            "application.prior_id": held(DAY, until=NEXT),
        }
        yield from settled(next(each(base, {f"after-one-{name}": again})), on)


def _activations(here: Desk) -> Iterator[Case]:
    """Each step skipped, each two swapped; other codes, other devices, other versions."""
    made, used = here.lived(LIVES["issued"]), here.lived(LIVES["activated"])
    base = here.asking("activating", made, 0, "activate", DAY)
    for system in ("android", "ios"):
        order = _steps(here.school, system)
        on_it = next(each(base, {system: {"command.system": system, "command.steps": order}}))
        yield on_it
        for at, step in enumerate(order):
            yield from each(
                on_it, {f"without-{step}": {"command.steps": order[:at] + order[at + 1 :]}}
            )
            swapped = [*order[:at], *reversed(order[at : at + 2]), *order[at + 2 :]]
            if swapped != order:
                yield from each(on_it, {f"{step}-too-late": {"command.steps": swapped}})
        granted = [one for one in order if one != "grant_permission"]
        yield from each(
            on_it,
            {"permission-granted": {"command.steps": granted, "command.permission_granted": True}},
        )
    yield from each(
        base,
        {
            "another-qr": {"command.qr": "QR-9"},
            "another-code": {"command.code": "CODE-9"},
            "swapped-codes": {"command.qr": "CODE-1", "command.code": "QR-1"},
            "android-too-old": {"command.system_version": "5.9"},
            "android-new": {"command.system_version": "14"},
            "app-too-old": {"command.app_version": "1.9"},
            "on-a-parents-phone": {"command.owner": "parent"},
            "no-steps": {"command.steps": []},
        },
    )
    again = here.asking("activating-again", used, 0, "activate", LATER)
    yield from each(again, {"same-device": {}, "second-device": {"command.device": "phone-2"}})


def _windows(here: Desk) -> Iterator[Case]:
    """The window of the codes: its day 29, 30 and 31, whoever attests what."""
    made = here.lived(LIVES["issued"])
    for count in (0, 1, 29, 30, 31):
        day = later(DAY, count)
        case = here.asking(f"day-{count}-of-the-window", made, 0, "activate", day)
        yield from settled(case, day, WORDS)
        yield Case(f"{case.id}/state", "mlegitymacja.state_on", {"document": made[0], "day": day})


def _ends(here: Desk) -> Iterator[Case]:
    """Every ground for revoking, whoever asks and on whatever basis."""
    used = here.lived(LIVES["activated"])
    base = here.asking("revoking", used, 0, "revoke-on_request", LATER)
    for ground in get_args(RevocationGround):
        named = next(each(base, {ground: {"command.ground": ground}}))
        asking = {
            f"asked-by-{who or 'nobody'}": {"command.applicant": who} for who in (None, "pupil")
        }
        yield from telling(named, asking)
        if ground == "name_change":
            for basis in (None, *get_args(BasisKind)):
                told = {"command.basis": basis}
                case = next(each(named, {f"basis-{basis or 'none'}": told}))
                yield from settled(case, LATER, WORDS)
        else:
            yield from settled(named, LATER, WORDS)
    for who in get_args(ApplicantKind):
        yield from each(base, {f"on-request-of-{who or 'nobody'}": {"command.applicant": who}})
    form = {"command.form": FORM, "command.prior_id": held()}
    yield from each(base, {"with-form": form, "with-empty-form": {"command.form": {}}})
    for name, day in around(born_for(LATER)).items():
        pupil = with_pesel(ANNA, day)
        made = {**used[0]["history"][0], "pupil": pupil}
        grown = [{"history": [made, *used[0]["history"][1:]]}]
        case = here.asking(f"of-age-{name}", grown, 0, "revoke-on_request", LATER)
        yield from each(
            case, {f"asked-by-{who}": {"command.applicant": who} for who in ("parent", "pupil")}
        )
    for who in get_args(Receiver):
        collect = here.asking("issued", here.lived(LIVES["issued"]), 0, "hand_over", LATER)
        yield from each(collect, {f"to-{who}": {"command.to": who}})


def _successors(here: Desk) -> Iterator[Case]:
    """Every ground for a new one, from one in use and from one that was revoked."""
    for name, grounds in (
        ("activated", _grounds(here.school)),
        ("revoked", ("after_revocation", "errors_found")),
        ("expired", ("validity_confirmed",)),
    ):
        life = LIVES[name]
        documents = here.lived(life)
        base = here.asking(f"reissuing-{name}", documents, 0, "reissue-errors_found", life.asked)
        for ground in grounds:
            named = next(each(base, {ground: {"command.ground": ground}}))
            yield from settled(named, life.asked, WORDS)
    used = here.lived(LIVES["activated"])
    named = here.asking("reissuing-activated", used, 0, "reissue-name_change", LATER)
    yield from each(named, {one: {"command.basis": one} for one in get_args(BasisKind)})
    base = here.asking("reissuing-activated", used, 0, "reissue-errors_found", LATER)
    unextended = {"command.ground": "validity_confirmed", "command.application.prior_id": held()}
    yield from each(
        base, {"same-codes": {"command.codes.qr": "QR-1"}, "id-not-extended": unextended}
    )


def _grounds(school: str) -> list[str]:
    """The grounds for a new one that the text names, and one that it does not."""
    rules = variants.get(school).mlegitymacja
    named = [row.ground for row in rules.reissue] if rules else []
    return [*named, next(one for one in get_args(ReissueGround) if one not in named)]


# --- the model in force since 17 September 2025 -----------------------------------------------------


def _law() -> Iterator[Case]:
    """A school that says nothing: nobody applies, codes work for minutes, parents have it, too."""
    lawful = text_of(BARE, TODAY).photo_for("mlegitymacja")
    card = held("2025-09-01", "7", NEXT)
    asked = {"pupil": ANNA, "prior_id": card, "photo": photo(lawful)}
    told = {"application": asked, "school": BARE, "on": TODAY}
    base = Case("mlegitymacja/law/issue", "mlegitymacja.issue", told)
    yield from settled(base.under("good"), TODAY, no=True)
    yield from each(
        base,
        {
            "objected": {"application.objected": TODAY},
            "objected-tomorrow": {"application.objected": "2026-03-03"},
            "without-id": {"application.prior_id": LEFT_OUT},
            "without-pesel": {"application.pupil.pesel": LEFT_OUT},
            "without-photo": {"application.photo": LEFT_OUT},
            "photo-too-narrow": {"application.photo.width": 100},
            "with-codes-at-once": {"codes": codes(TODAY, way="print")},
            "upon-an-application": {
                "application.received": TODAY,
                "application.applicant": "parent",
            },
        },
    )
    for day in around("2025-09-17").values():
        yield from each(
            base, {f"on-{day}": {"on": day, "application.prior_id": held("2024-09-02")}}
        )
    for school in SCHOOLS:
        for policy in ("school", "law", "undecided"):
            change = {"school": school, "policy": policy}
            yield from each(base, {f"{school}-{policy}": change})
    yield from _generated(accepted(base, TODAY)["document"])


def _generated(document: Json) -> Iterator[Case]:
    """Codes of the platform and printed ones, to the second; six devices, one after the other."""
    told = {"document": document, "school": BARE}
    where = "mlegitymacja/law"
    for way in get_args(CodeWay):
        fresh = codes(TODAY, 1, way=way, at=f"{TODAY}T10:00:00+01:00")
        command = {"kind": "generate_codes", "on": TODAY, "codes": fresh}
        generate = Case(
            f"{where}/codes-by-{way}", "mlegitymacja.decide", {**told, "command": command}
        )
        yield generate
        made = accepted(generate, TODAY, WORDS)
        use = {
            "kind": "activate",
            "on": TODAY,
            "device": "phone-1",
            "system": "ios",
            "qr": "QR-1",
            "code": "CODE-1",
        }
        base = Case(
            f"{where}/codes-by-{way}/used",
            "mlegitymacja.decide",
            {**told, "document": made["document"], "command": use},
        )
        for at in ("09:59:59", "10:00:00", "10:09:59", "10:10:00", "10:10:01"):
            yield from each(
                base, {f"at-{at.replace(':', '-')}": {"command.at": f"{TODAY}T{at}+01:00"}}
            )
        yield from each(base, {"nobody-knows-when": {}})
        for count in (29, 30, 31):
            yield from each(base, {f"on-day-{count}": {"command.on": later(TODAY, count)}})
    yield from _devices(document)


def _devices(document: Json) -> Iterator[Case]:
    for number, owner in enumerate(
        ("pupil", "parent", "parent", "parent", "parent", "pupil", "pupil")
    ):
        at = f"{TODAY}T1{number}:00:00+01:00"
        fresh = codes(TODAY, number, way="platform", at=at)
        generate = {"kind": "generate_codes", "on": TODAY, "codes": fresh}
        told = {"document": document, "command": generate, "school": BARE}
        base = f"mlegitymacja/law/device-{number + 1}-of-{owner}"
        made = accepted(Case(base, "mlegitymacja.decide", told), TODAY, WORDS)
        use = {
            "kind": "activate",
            "on": TODAY,
            "at": at,
            "device": f"phone-{number}",
            "system": "android",
            "qr": fresh["qr"],
            "code": fresh["code"],
            "owner": owner,
        }
        case = Case(
            base, "mlegitymacja.decide", {**told, "document": made["document"], "command": use}
        )
        yield from settled(case, TODAY, WORDS)
        done = accepted(case, TODAY, WORDS)
        document = done["document"] if done else made["document"]
