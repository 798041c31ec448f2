"""Applications with one thing missing or otherwise, whatever is applied for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ...vocabulary import ApplicantKind, Lodging, RequestManner, Standing
from .asking import LEFT_OUT, Case, Json, telling
from .dates import around
from .people import FORM, MISTYPED, born_for, with_pesel

__all__ = ["lodged_otherwise"]


def lodged_otherwise(base: Case, place: str, reasons: tuple[str, ...] = ()) -> Iterator[Case]:
    """A case for each thing that can be otherwise and then is judged otherwise.

    Args:
        base: a case in which the application is complete.
        place: the dotted path of the application in its arguments.
        reasons: the reasons that can be given for it.
    """
    application = base.arguments
    for step in place.split("."):
        application = application[step]
    changes = {
        **_items(application),
        **_people(application),
        **_ways(application),
        **{f"reason-{one}": {"reason": one} for one in reasons},
    }
    yield from telling(
        base,
        {
            name: {f"{place}.{path}": value for path, value in one.items()}
            for name, one in changes.items()
        },
    )


def _items(application: Json) -> dict[str, dict[str, Json]]:
    items, pupil = application["handed_in"], application["pupil"]
    without = {
        f"without-{item}": {"handed_in": [one for one in items if one != item]} for item in items
    }
    told: dict[str, dict[str, Json]] = {
        **without,
        "with-form": {"form": {**FORM, "reason": application.get("reason")}},
        "with-form-for-another-reason": {"form": {**FORM, "reason": "stolen"}},
    }
    for name in ("pesel", "address", "class_name", "disability"):
        if name in pupil:
            told[f"pupil-without-{name}"] = {f"pupil.{name}": LEFT_OUT}
    if "photo" in application:
        told["without-photo"] = {"photo": LEFT_OUT}
        told["photo-on-paper"] = {"photo": LEFT_OUT, "photo_print": ["first_names", "last_name"]}
        told["photo-too-small"] = {"photo.width": 100}
    if "payment" in application:
        unproved = [one for one in items if one != "proof_of_payment"]
        told["without-payment"] = {"payment": LEFT_OUT, "handed_in": unproved}
        told["payment-not-enough"] = {"payment.amount": "8.99"}
        told["payment-to-another"] = {"payment.account": MISTYPED}
    return told


def _people(application: Json) -> dict[str, dict[str, Json]]:
    on, pupil = application["received"], application["pupil"]
    told: dict[str, dict[str, Json]] = {
        f"standing-{one}": {"standing": one} for one in get_args(Standing)
    }
    for name, day in around(born_for(on)).items():
        grown = with_pesel(pupil, day)
        for who in ("parent", "pupil"):
            told[f"of-age-{name}-asked-by-{who}"] = {"pupil": grown, "applicant": who}
    for who in get_args(ApplicantKind):
        told[f"asked-by-{who}"] = {"applicant": who}
    return told


def _ways(application: Json) -> dict[str, dict[str, Json]]:
    told: dict[str, dict[str, Json]] = {
        "received-tomorrow": {"received": around(application["received"])["the-day-after"]},
        "version-for-disabled": {"circumstances": ["disability_version"]},
        "data-changed": {"circumstances": ["data_changed"]},
        "subject-right": {"subject": "Anna Kowalska 4b legitymacja mlegitymacja"},
        "subject-wrong": {"subject": "zdjęcie"},
    }
    for way in get_args(Lodging):
        told[f"lodged-by-{way}"] = {"lodged": way}
        told[f"photo-by-{way}"] = {"photo_sent_by": way}
    told["lodged-by-email-while-restricted"] = {
        "lodged": "email",
        "circumstances": ["restricted_work"],
    }
    for manner in get_args(RequestManner):
        told[f"asked-{manner}"] = {"manner": manner, "handed_in": []}
    return told
