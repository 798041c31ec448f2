"""mLegitymacje: their issue, activation, end and succession, and every command in every state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

from ... import variants
from ...vocabulary import (
    ApplicantKind,
    BasisKind,
    Receiver,
    ReissueGround,
    RevocationGround,
)
from . import phone_issues, phones_today
from .asking import Case, each, settled, telling
from .dates import DAY, SOON, around, later
from .lives import Desk
from .people import ANNA, FORM, SCHOOLS, born_for, held, with_pesel
from .phone_lives import LIVES, desk, steps

__all__ = ["cases"]


def cases() -> Iterator[Case]:
    """All of them."""
    for school in SCHOOLS:
        here = desk(school)
        yield from phone_issues.cases(here)
        yield from here.cases(LIVES)
        for matter in MATTERS:
            yield from matter(here)
    yield from phones_today.cases()


# --- the use --------------------------------------------------------------------------------------


def _steps(here: Desk) -> Iterator[Case]:
    """Each step of an activation skipped, and each two swapped, on each system."""
    for system in ("android", "ios"):
        order = steps(here.school, system)
        change = {"command.system": system, "command.steps": order}
        on_it = next(each(_activating(here), {system: change}))
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


def _activating(here: Desk) -> Case:
    return here.asking("activating", here.lived(LIVES["issued"]), 0, "activate", DAY)


def _activations(here: Desk) -> Iterator[Case]:
    """Other codes, other versions, another's phone."""
    yield from each(
        _activating(here),
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


def _devices(here: Desk) -> Iterator[Case]:
    """Once more on the same device, and on a second one."""
    used = here.lived(LIVES["activated"])
    again = here.asking("activating-again", used, 0, "activate", SOON)
    yield from each(again, {"same-device": {}, "second-device": {"command.device": "phone-2"}})


def _windows(here: Desk) -> Iterator[Case]:
    """The window of the codes: its day 29, 30 and 31, whoever attests what."""
    made = here.lived(LIVES["issued"])
    for count in (0, 1, 29, 30, 31):
        day = later(DAY, count)
        case = here.asking(f"day-{count}-of-the-window", made, 0, "activate", day)
        yield from settled(case, day)
        yield Case(f"{case.id}/state", "mlegitymacja.state_on", {"document": made[0], "day": day})


# --- the end --------------------------------------------------------------------------------------


def _revoking(here: Desk) -> Case:
    return here.asking("revoking", here.lived(LIVES["activated"]), 0, "revoke-on_request", SOON)


def _revocations(here: Desk) -> Iterator[Case]:
    """Every ground for revoking, where nobody asks, where the pupil does, and on whatever basis."""
    for ground in get_args(RevocationGround):
        named = next(each(_revoking(here), {ground: {"command.ground": ground}}))
        asking = {
            f"asked-by-{who or 'nobody'}": {"command.applicant": who} for who in (None, "pupil")
        }
        yield from telling(named, asking)
        if ground == "name_change":
            for basis in (None, *get_args(BasisKind)):
                told = {"command.basis": basis}
                case = next(each(named, {f"basis-{basis or 'none'}": told}))
                yield from settled(case, SOON)
        else:
            yield from settled(named, SOON)


def _requests(here: Desk) -> Iterator[Case]:
    """Whoever may ask for the end of it, and on which form."""
    base = _revoking(here)
    for who in get_args(ApplicantKind):
        yield from each(base, {f"on-request-of-{who or 'nobody'}": {"command.applicant": who}})
    form = {"command.form": FORM, "command.prior_id": held()}
    yield from each(base, {"with-form": form, "with-empty-form": {"command.form": {}}})


def _requests_of_age(here: Desk) -> Iterator[Case]:
    """A parent and the pupil, around the day on which the pupil comes of age."""
    ((issued, *acts),) = (one["history"] for one in here.lived(LIVES["activated"]))
    for name, day in around(born_for(SOON)).items():
        grown = [{"history": [{**issued, "pupil": with_pesel(ANNA, day)}, *acts]}]
        case = here.asking(f"of-age-{name}", grown, 0, "revoke-on_request", SOON)
        yield from each(
            case, {f"asked-by-{who}": {"command.applicant": who} for who in ("parent", "pupil")}
        )


def _handovers(here: Desk) -> Iterator[Case]:
    """Whoever receives the codes."""
    collect = here.asking("issued", here.lived(LIVES["issued"]), 0, "hand_over", SOON)
    yield from each(collect, {f"to-{who}": {"command.to": who} for who in get_args(Receiver)})


# --- the next one ---------------------------------------------------------------------------------


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
            yield from settled(named, life.asked)


def _bases(here: Desk) -> Iterator[Case]:
    """A new one for another name, on each basis."""
    used = here.lived(LIVES["activated"])
    named = here.asking("reissuing-activated", used, 0, "reissue-name_change", SOON)
    yield from each(named, {one: {"command.basis": one} for one in get_args(BasisKind)})


def _not_new(here: Desk) -> Iterator[Case]:
    """A new one with what is not new: the codes, and the day until which the ID is valid."""
    used = here.lived(LIVES["activated"])
    base = here.asking("reissuing-activated", used, 0, "reissue-errors_found", SOON)
    unextended = {"command.ground": "validity_confirmed", "command.application.prior_id": held()}
    yield from each(
        base, {"same-codes": {"command.codes.qr": "QR-1"}, "id-not-extended": unextended}
    )


def _grounds(school: str) -> list[str]:
    """The grounds for a new one that the text names, and one that it does not."""
    rules = variants.get(school).mlegitymacja
    named = [row.ground for row in rules.reissue] if rules else []
    return [*named, next(one for one in get_args(ReissueGround) if one not in named)]


MATTERS: tuple[Callable[[Desk], Iterator[Case]], ...] = (
    _steps,
    _activations,
    _devices,
    _windows,
    _revocations,
    _requests,
    _requests_of_age,
    _handovers,
    _successors,
    _bases,
    _not_new,
)
"""What is asked of an mLegitymacja beside its table, in the order of the file."""
