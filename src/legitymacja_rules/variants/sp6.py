"""Primary school no. 6 in Chrzanów: a notice on the mLegitymacja, and on nothing else."""

from datetime import date
from decimal import Decimal

from ..regulation import (
    Agreement,
    Bound,
    Channel,
    Codes,
    Consent,
    Devices,
    Extensions,
    FileSize,
    Form,
    Formats,
    InForce,
    May,
    MlegitymacjaProcedure,
    PhotoRequirement,
    Picture,
    PriorId,
    Regulation,
    ReissueRow,
    Required,
    RevocationRow,
    Rule,
    Step,
)

REGULATION = Regulation(
    slug="sp6",
    school="Szkoła Podstawowa nr 6 w Chrzanowie",
    text="Informacja o mLegitymacji szkolnej",
    in_force=InForce(since=date(2019, 9, 1), clause="I-in-force"),
    mlegitymacja=MlegitymacjaProcedure(
        in_force=InForce(since=date(2019, 9, 1), until=date(2025, 9, 16), clause="I-in-force"),
        consent=Consent(model="application", clause="sp6:docs.3", also=("I-opt-out",)),
        agreement=Agreement(signed=True, clause="sp6:agreement"),
        applicants=(
            May(who="parent", clause="sp6:codes", also=("I-applicants",)),
            May(
                who="pupil",
                pupil="adult",
                settled=False,
                clause="sp6:codes",
                also=("I-applicants",),
            ),
        ),
        required=(
            Required(item="id_scan", clause="sp6:docs.1"),
            Required(item="form", clause="sp6:docs.3"),
        ),
        form=Form(annex="1", clause="sp6:docs.3", also=("I-missing-forms",)),
        channels=(
            Channel(by="office", clause="sp6:docs.channel"),
            Channel(
                by="email",
                address="sp6sekretariat@interia.eu",
                clause="sp6:docs.channel",
                also=("I-sp6-channel",),
            ),
        ),
        prior_id=PriorId(
            clause="sp6:docs.1", valid_clause="sp6:validity", also=("I-paper-or-card",)
        ),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG",), clause="sp6:docs.2"),
            extensions=Extensions(any_of=("jpg", "jpeg"), clause="sp6:docs.2"),
            size=FileSize(max_mb=Decimal(5), clause="sp6:docs.2"),
            pictures=(Picture(condition="photo.current", clause="sp6:docs.2"),),
            creator=Rule(clause="sp6:photo-creator"),
        ),
        validity=(Bound(by="id", clause="sp6:validity"),),
        codes=Codes(days=30, clause="sp6:one-device-30d", also=("I-30d",)),
        one_time=Rule(clause="sp6:codes", also=("I-codes", "I-terms")),
        devices=Devices(limit=1, clause="sp6:one-device-30d", also=("I-device",)),
        steps=(
            Step(name="log_in", clause="sp6:steps.1"),
            Step(name="choose_add", clause="sp6:steps.2"),
            Step(name="read_information", clause="sp6:steps.3"),
            Step(name="accept_terms", clause="sp6:steps.4"),
            Step(name="read_privacy", clause="sp6:steps.5"),
            Step(name="grant_permission", permission_on=("android",), clause="sp6:steps.6"),
            Step(name="enter_qr", clause="sp6:steps.7"),
            Step(name="enter_code", clause="sp6:steps.8"),
            Step(name="load_data", clause="sp6:steps.9"),
        ),
        certificate=Rule(clause="sp6:steps.10"),
        revocation=(
            RevocationRow(
                ground="id_validity_lost", clause="sp6:revoke.1", also=("I-revoke-slip",)
            ),
            RevocationRow(
                ground="device_lost_or_damaged",
                applicants=(
                    May(who="parent", clause="sp6:revoke.2"),
                    May(
                        who="pupil",
                        pupil="adult",
                        settled=False,
                        clause="sp6:revoke.2",
                        also=("I-applicants",),
                    ),
                ),
                clause="sp6:revoke.2",
            ),
            RevocationRow(ground="school_completed", clause="sp6:revoke.3"),
            RevocationRow(ground="school_changed", clause="sp6:revoke.3"),
        ),
        reissue=(
            ReissueRow(ground="validity_confirmed", clause="sp6:validity", also=("I-reissue",)),
        ),
    ),
)
