"""Papers: forms with one field left out, the back of a photo, names of files, subjects of messages, PESELs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import get_args

from ... import variants
from ...facts import FilledForm
from ...regulation import PROCEDURES
from ...vocabulary import NamePart
from .asking import LEFT_OUT, Case, each, telling
from .dates import DAY, TODAY, around
from .people import ANNA, BARE, EWA, FORM, SCHOOLS, held

__all__ = ["cases"]


def cases() -> Iterator[Case]:
    """All of them."""
    for school in SCHOOLS:
        for procedure in PROCEDURES:
            yield from _forms(school, procedure)
            yield from _subjects(school, procedure)
            yield from _backs(school, procedure)
            yield from _file_names(school, procedure)
    yield from _forms_today()
    yield from _plain_names()
    yield from _pesels()


def _forms(school: str, procedure: str) -> Iterator[Case]:
    rules = getattr(variants.get(school), procedure)
    if not rules or not (rules.form or getattr(rules, "revocation_form", None)):
        return
    pupil = EWA if procedure == "certificate_duplicate" else ANNA
    asked = {"school": school, "procedure": procedure, "pupil": pupil, "on": DAY}
    base = Case(f"form/{school}/{procedure}", "forms.check", {**asked, "form": FORM})
    whole = Case(base.id, base.call, {**base.arguments, "prior_id": held()})
    yield whole.under("full")
    yield base.under("id-unknown")
    yield from each(whole, {"empty": {"form": {}}})
    if procedure == "mlegitymacja":
        revoking = {"to-revoke": {}, "to-revoke-unsigned": {"form.signed": False}}
        yield from each(
            whole, {name: {"revocation": True, **more} for name, more in revoking.items()}
        )
    fields = FilledForm.model_fields
    yield from telling(
        whole, {f"without-{name}": {f"form.{name}": LEFT_OUT} for name in fields if name in FORM}
    )
    people = ("class_name", "pesel", "address", "disability")
    yield from telling(
        whole,
        {f"pupil-without-{name}": {f"pupil.{name}": None} for name in people if name in pupil},
    )


def _forms_today() -> Iterator[Case]:
    """A form that the law of the day has nothing to say to, or a school's text alone."""
    told = {"procedure": "id_duplicate", "pupil": ANNA, "form": FORM, "on": TODAY}
    for name, school in {"law": BARE, "leczna": "leczna"}.items():
        yield Case(f"form/{name}/today", "forms.check", {**told, "school": school})


def _subjects(school: str, procedure: str) -> Iterator[Case]:
    rules = getattr(variants.get(school), procedure)
    if not rules or not rules.subject:
        return
    place = f"{school}.{procedure}.subject"
    yield Case(
        f"subject/{school}/{procedure}/made", "naming.subject", {"rule": place, "pupil": ANNA}
    )
    right = f"Anna Kowalska 4b {rules.subject.word}"
    texts = {
        "right": right,
        "in-capitals": right.upper(),
        "answered": f"Re: {right}",
        "with-hyphens": right.replace(" ", "-"),
        "surname-first": f"Kowalska Anna 4b {rules.subject.word}",
        "without-class": f"Anna Kowalska {rules.subject.word}",
        "without-word": "Anna Kowalska 4b",
        "another-word": "Anna Kowalska 4b zdjęcie",
        "another-pupil": f"Ewa Nowak 4b {rules.subject.word}",
        "empty": "",
    }
    told = {"school": school, "procedure": procedure, "pupil": ANNA, "on": DAY}
    base = Case(f"subject/{school}/{procedure}", "forms.check_subject", told)
    yield from each(base, {name: {"text": text} for name, text in texts.items()})
    plain = Case(f"{base.id}/matches", "naming.subject_matches", {"rule": place, "pupil": ANNA})
    yield from each(plain, {name: {"text": text} for name, text in texts.items()})


def _backs(school: str, procedure: str) -> Iterator[Case]:
    base = Case(
        f"back-of-photo/{school}/{procedure}",
        "forms.back_of_photo",
        {"school": school, "procedure": procedure, "on": DAY, "labelled": []},
    )
    yield base.under("blank")
    asked = variants.get(school).photo_for(procedure)  # type: ignore[arg-type]  # one of the list
    labels = asked.on_paper.labels if asked and asked.on_paper else ()
    for label in labels:
        rest = [one for one in labels if one != label]
        yield from each(base, {f"without-{label}": {"labelled": rest}})
    if labels:
        yield from each(base, {"labelled": {"labelled": list(labels)}})


def _file_names(school: str, procedure: str) -> Iterator[Case]:
    asked = variants.get(school).photo_for(procedure)  # type: ignore[arg-type]  # one of the list
    if not asked or not asked.naming:
        return
    place = f"{school}.{procedure}.photo.naming"
    pupils = {
        "anna": ANNA,
        "two-names": {**ANNA, "first_names": "Anna Maria", "last_name": "Nowak-Łęcka"},
        "polish-signs": {**ANNA, "first_names": "Żaneta", "last_name": "Śćiółko"},
        "another-class": {**ANNA, "class_name": "1 TI"},
    }
    for name, pupil in pupils.items():
        for ending in ("jpg", "png"):
            asked_for = {"naming": place, "pupil": pupil, "extension": ending}
            yield Case(f"file-name/{place}/{name}.{ending}", "naming.file_name", asked_for)
    orders = [order for n in (1, 2, 3) for order in permutations(get_args(NamePart), n)]
    said = {"first_name": "anna", "last_name": "kowalska", "class_name": "4b"}
    for order in orders:
        text = "-".join(said[part] for part in order)
        told = {"filename": f"{text}.jpg", "naming": place, "pupil": ANNA}
        yield Case(f"file-name/{place}/matches/{text}", "naming.matches", told)


def _plain_names() -> Iterator[Case]:
    names = {
        "plain": "anna.jpg",
        "no-ending": "anna",
        "two-endings": "anna.jpg.exe",
        "path": "C:\\Photos\\anna.JPG",
        "unix-path": "/home/anna/zdjęcie.png",
        "hidden": ".jpg",
        "turned": "anna\u202egpj.exe",
        "polish": "Łęcka Żaneta.jpeg",
    }
    for name, text in names.items():
        for verb, argument in (
            ("extension", "filename"),
            ("stored_name", "filename"),
            ("fold", "text"),
        ):
            yield Case(f"name/{verb}/{name}", f"naming.{verb}", {argument: text})


def _pesels() -> Iterator[Case]:
    texts = {
        "right": "12241400000",
        "born-1944": "44051401359",
        "wrong-digit": "12241400001",
        "short": "1224140000",
        "letters": "1224140000x",
        "no-such-day": "12223000005",
        "spaces": "122414 00000",
        "empty": "",
    }
    for name, text in texts.items():
        yield Case(f"pesel/is-valid/{name}", "pesel.is_valid", {"text": text})
        base = Case(f"pesel/{name}", "pesel.check", {"text": text, "on": DAY})
        yield base.under("alone")
        before, declared, otherwise = around(ANNA["born"]).values()
        days = {"declared": declared, "declared-otherwise": otherwise}
        yield from each(base, {one: {"born": day} for one, day in days.items()})
        yield from each(base, {"before-birth": {"on": before}})
