"""Primary school no. 4 in Łęczna: IDs, their exchange and duplicates, mLegitymacje, certificates."""

from datetime import date
from decimal import Decimal

from ..regulation import (
    Amount,
    Basis,
    Bound,
    Channel,
    Codes,
    Dpi,
    Extensions,
    FaceShare,
    FileSize,
    Formats,
    InForce,
    May,
    MlegitymacjaProcedure,
    Naming,
    Payment,
    PhotoRequirement,
    Picture,
    Pixels,
    PriorId,
    ProcedureRules,
    Regulation,
    ReissueRow,
    Required,
    RevocationRow,
    Step,
)

_WAIVER = "leczna:II.3.i"

_NAME = Naming(
    parts=("last_name", "first_name", "class_name"),
    any_order=False,
    clause="leczna:II.3.h",
    also=("I-leczna-name",),
    waiver=_WAIVER,
)

_FACE = FaceShare(at_least=70, at_most=80, clause="leczna:II.3.d", waiver=_WAIVER)

_PICTURES = (
    Picture(condition="photo.face_frontal", clause="leczna:II.3.a", waiver=_WAIVER),
    Picture(condition="photo.headwear", clause="leczna:II.3.a", waiver=_WAIVER),
    Picture(condition="photo.dark_glasses", clause="leczna:II.3.a", waiver=_WAIVER),
    Picture(condition="photo.hair", clause="leczna:II.3.a", waiver=_WAIVER),
    Picture(condition="photo.background", clause="leczna:II.3.b", waiver=_WAIVER),
    Picture(condition="photo.sharpness", clause="leczna:II.3.c", waiver=_WAIVER),
    Picture(condition="photo.colours", clause="leczna:II.3.c", waiver=_WAIVER),
    Picture(condition="photo.framing", clause="leczna:II.3.d", waiver=_WAIVER),
    Picture(condition="photo.eyes", clause="leczna:II.3.e", waiver=_WAIVER),
)

REGULATION = Regulation(
    slug="leczna",
    school="Szkoła Podstawowa nr 4 w Łęcznej",
    text=(
        "Procedura wydawania legitymacji szkolnych, legitymacji przedszkolnych, ich duplikatów, "
        "mLegitymacji oraz duplikatów świadectw szkolnych"
    ),
    in_force=InForce(since=date(2024, 7, 13), clause="I-in-force", also=("leczna:I.2",)),
    school_id=ProcedureRules(
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG",), clause="leczna:II.1", also=("leczna:II.3.g",)),
            extensions=Extensions(any_of=("jpg",), clause="leczna:II.3.g", waiver=_WAIVER),
            size=FileSize(max_mb=Decimal(5), clause="leczna:II.1", also=("leczna:II.3.f",)),
            pixels=Pixels(
                min_width=500,
                min_height=600,
                clause="leczna:II.1",
                also=("leczna:II.3.f", "I-axes"),
            ),
            dpi=Dpi(at_least=300, clause="leczna:II.1", also=("I-leczna-photo-scope",)),
            naming=_NAME,
            face_share=_FACE,
            pictures=_PICTURES,
        ),
        fees=(Amount(amount=Decimal("0.00"), clause="leczna:II.4"),),
    ),
    preschool_id=ProcedureRules(
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG",), clause="leczna:II.2", also=("leczna:II.3.g",)),
            extensions=Extensions(any_of=("jpg",), clause="leczna:II.3.g", waiver=_WAIVER),
            size=FileSize(max_mb=Decimal(5), clause="leczna:II.3.f", waiver=_WAIVER),
            pixels=Pixels(
                min_width=500,
                min_height=600,
                clause="leczna:II.3.f",
                also=("I-axes",),
                waiver=_WAIVER,
            ),
            naming=_NAME,
            face_share=_FACE,
            pictures=_PICTURES,
        ),
        fees=(Amount(amount=Decimal("0.00"), clause="leczna:II.4"),),
    ),
    id_exchange=ProcedureRules(
        applicants=(May(who="parent", clause="leczna:III.2"),),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG",), clause="leczna:III.4"),
            extensions=Extensions(any_of=("jpg",), clause="leczna:III.4"),
            pictures=(Picture(condition="photo.current", clause="leczna:III.4"),),
        ),
        fees=(Amount(amount=Decimal("0.00"), clause="leczna:III.5"),),
    ),
    id_duplicate=ProcedureRules(
        applicants=(May(who="parent", clause="leczna:IV.1"),),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG",), clause="leczna:IV.2"),
            extensions=Extensions(any_of=("jpg",), clause="leczna:IV.2"),
            pictures=(Picture(condition="photo.current", clause="leczna:IV.2"),),
        ),
        fees=(Amount(amount=Decimal("9.00"), clause="leczna:IV.3", also=("I-fee",)),),
        payment=Payment(
            account="36 1020 3206 0000 8402 0125 2865",
            holder="Szkoła Podstawowa nr 4 w Łęcznej",
            title="opłata za duplikat legitymacji",
            title_parts=("names", "class_name"),
            clause="leczna:IV.4",
            also=("I-leczna-bank",),
        ),
    ),
    mlegitymacja=MlegitymacjaProcedure(
        in_force=InForce(since=date(2024, 7, 13), until=date(2025, 9, 16), clause="I-in-force"),
        applicants=(May(who="parent", clause="leczna:V.2", also=("I-applicants",)),),
        required=(Required(item="form", clause="leczna:VI.1", also=("leczna:V.2",)),),
        channels=(Channel(by="office", clause="leczna:VI.1", also=("leczna:V.2",)),),
        prior_id=PriorId(
            clause="leczna:V.4", valid_clause="leczna:VII.1", also=("I-validity-leczna",)
        ),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG",), clause="leczna:VI.2"),
            extensions=Extensions(any_of=("jpg",), clause="leczna:VI.2"),
            size=FileSize(max_mb=Decimal(5), clause="leczna:VI.2"),
            pixels=Pixels(min_width=500, min_height=600, clause="leczna:VI.2", also=("I-axes",)),
            naming=Naming(
                parts=("first_name", "last_name", "class_name"),
                clause="leczna:VI.2",
                also=("I-leczna-name",),
            ),
        ),
        validity=(Bound(by="id", clause="leczna:VII.1", also=("I-validity-leczna",)),),
        codes=Codes(days=30, clause="leczna:VI.5", also=("I-30d",)),
        steps=(
            Step(name="get_app", clause="leczna:VI.4", also=("leczna:V.3",)),
            Step(name="accept_terms", clause="leczna:VI.4"),
            Step(name="start", clause="leczna:VI.4"),
        ),
        revocation=(
            RevocationRow(ground="id_validity_lost", clause="leczna:VII.1"),
            RevocationRow(ground="school_changed", clause="leczna:VII.1"),
            RevocationRow(
                ground="device_lost_or_damaged",
                applicants=(May(who="parent", clause="leczna:VII.2"),),
                discretion="office",
                clause="leczna:VII.2",
                also=("I-leczna-discretion",),
            ),
            RevocationRow(
                ground="other_loss",
                applicants=(May(who="parent", clause="leczna:VII.2"),),
                discretion="office",
                clause="leczna:VII.2",
                also=("I-leczna-discretion",),
            ),
        ),
        reissue=(
            ReissueRow(ground="validity_confirmed", clause="leczna:VIII.1"),
            ReissueRow(ground="errors_found", clause="leczna:VIII.2", also=("I-errors",)),
            ReissueRow(
                ground="after_revocation",
                after=("device_lost_or_damaged", "other_loss"),
                clause="leczna:VIII.3",
                also=("leczna:VII.2",),
            ),
            ReissueRow(
                ground="name_change",
                basis=Basis(
                    accepted=("administrative_decision", "court_ruling"), clause="leczna:VIII.4"
                ),
                clause="leczna:VIII.4",
            ),
        ),
    ),
    certificate_duplicate=ProcedureRules(
        applicants=(
            May(who="parent", clause="leczna:IX.1", also=("I-applicants",)),
            May(who="graduate", clause="leczna:IX.1", also=("I-applicants",)),
        ),
        fees=(Amount(amount=Decimal("26.00"), clause="leczna:IX.3", also=("I-fee",)),),
        payment=Payment(
            account="36 1020 3206 0000 8402 0125 2865",
            holder="Szkoła Podstawowa nr 4 w Łęcznej",
            title="opłata za duplikat świadectwa",
            title_parts=("names",),
            clause="leczna:IX.6",
            also=("I-leczna-bank",),
        ),
    ),
)
