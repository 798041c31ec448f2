"""Primary school in Balin: a notice on the mLegitymacja, and on nothing else."""

from datetime import date
from decimal import Decimal

from ..regulation import (
    Agreement,
    Amount,
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
    slug="balin",
    school="Szkoła Podstawowa w Balinie",
    text="Informacja o mLegitymacji szkolnej",
    in_force=InForce(since=date(2019, 9, 1), clause="I-in-force"),
    mlegitymacja=MlegitymacjaProcedure(
        in_force=InForce(since=date(2019, 9, 1), until=date(2025, 9, 16), clause="I-in-force"),
        consent=Consent(model="application", clause="balin:docs.1", also=("I-opt-out",)),
        agreement=Agreement(signed=True, clause="balin:agreement"),
        applicants=(
            May(who="parent", clause="balin:codes", also=("I-applicants",)),
            May(
                who="pupil",
                pupil="adult",
                settled=False,
                clause="balin:codes",
                also=("I-applicants",),
            ),
        ),
        required=(Required(item="form", clause="balin:docs.1", also=("balin:forms",)),),
        form=Form(annex="1", clause="balin:docs.1", also=("balin:forms", "I-missing-forms")),
        revocation_form=Form(annex="2", clause="balin:forms", also=("I-missing-forms",)),
        channels=(
            Channel(by="office", clause="balin:docs.1"),
            Channel(
                by="email",
                when="restricted_work",
                address="spbalin@chrzanow.pl",
                clause="balin:docs.scan",
            ),
        ),
        prior_id=PriorId(
            clause="balin:prior-id", valid_clause="balin:validity", also=("I-paper-or-card",)
        ),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG",), clause="balin:docs.2"),
            extensions=Extensions(any_of=("jpg", "jpeg"), clause="balin:docs.2"),
            size=FileSize(max_mb=Decimal(5), clause="balin:docs.2"),
            pictures=(Picture(condition="photo.current", clause="balin:docs.2"),),
        ),
        validity=(Bound(by="id", clause="balin:validity"),),
        codes=Codes(days=30, clause="balin:one-device-30d", also=("I-30d",)),
        one_time=Rule(clause="balin:codes", also=("I-codes", "I-terms")),
        devices=Devices(limit=1, clause="balin:one-device-30d", also=("I-device",)),
        steps=(
            Step(name="log_in", clause="balin:steps.1"),
            Step(name="choose_add", clause="balin:steps.2"),
            Step(name="read_information", clause="balin:steps.3"),
            Step(name="accept_terms", clause="balin:steps.4"),
            Step(name="read_privacy", clause="balin:steps.5"),
            Step(name="grant_permission", permission_on=("android",), clause="balin:steps.6"),
            Step(name="enter_qr", clause="balin:steps.7"),
            Step(name="enter_code", clause="balin:steps.8"),
            Step(name="load_data", clause="balin:steps.9"),
        ),
        certificate=Rule(clause="balin:steps.10"),
        revocation=(
            RevocationRow(
                ground="id_validity_lost", clause="balin:revoke.1", also=("I-revoke-slip",)
            ),
            RevocationRow(
                ground="device_lost_or_damaged",
                applicants=(
                    May(who="parent", clause="balin:revoke.2"),
                    May(
                        who="pupil",
                        pupil="adult",
                        settled=False,
                        clause="balin:revoke.2",
                        also=("I-applicants",),
                    ),
                ),
                clause="balin:revoke.2",
            ),
            RevocationRow(ground="school_completed", clause="balin:revoke.3"),
            RevocationRow(ground="school_changed", clause="balin:revoke.3"),
            RevocationRow(
                ground="on_request",
                applicants=(
                    May(who="parent", pupil="minor", clause="balin:revoke.4"),
                    May(
                        who="pupil",
                        pupil="adult",
                        settled=False,
                        clause="balin:revoke.4",
                        also=("I-applicants",),
                    ),
                ),
                clause="balin:revoke.4",
            ),
        ),
        reissue=(
            ReissueRow(ground="validity_confirmed", clause="balin:validity", also=("I-reissue",)),
        ),
        fees=(Amount(amount=Decimal("0.00"), clause="balin:free"),),
    ),
)
