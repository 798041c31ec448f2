"""Public primary school no. 1 in Grójec: cards, their exchange and duplicates, mLegitymacje."""

from datetime import date
from decimal import Decimal

from ..regulation import (
    Amount,
    Basis,
    Bound,
    Channel,
    Codes,
    DataSet,
    Delivery,
    Devices,
    Dpi,
    Extensions,
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
    Rule,
    Step,
)

REGULATION = Regulation(
    slug="grojec",
    school="Publiczna Szkoła Podstawowa nr 1 im. Gabriela Narutowicza w Grójcu",
    text="Regulamin wydawania eLegitymacji oraz mLegitymacji",
    in_force=InForce(since=date(2024, 7, 13), clause="I-in-force", also=("grojec:§1.1",)),
    school_id=ProcedureRules(fees=(Amount(amount=Decimal("0.00"), clause="grojec:§2.1"),)),
    id_exchange=ProcedureRules(
        applicants=(May(who="parent", clause="grojec:§4.2"),),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG", "PNG"), clause="grojec:§4.3a"),
            extensions=Extensions(any_of=("jpg", "png"), clause="grojec:§4.3a"),
            pixels=Pixels(min_width=492, min_height=633, clause="grojec:§4.3a", also=("I-axes",)),
            naming=Naming(
                parts=("first_name", "last_name", "class_name"),
                waived_for=("e_register",),
                clause="grojec:§4.3a",
                also=("I-grojec-name-waiver",),
            ),
            pictures=(Picture(condition="photo.current", clause="grojec:§4.3a"),),
        ),
        fees=(
            Amount(
                amount=Decimal("0.00"),
                grounds=("error", "address", "last_name"),
                clause="grojec:§4.4",
                also=("I-first-name-fee",),
            ),
        ),
    ),
    id_duplicate=ProcedureRules(
        applicants=(May(who="parent", clause="grojec:§5.1"),),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG", "PNG"), clause="grojec:form.photo-note"),
            extensions=Extensions(any_of=("jpg", "png"), clause="grojec:form.photo-note"),
            pixels=Pixels(
                min_width=492, min_height=633, clause="grojec:form.photo-note", also=("I-axes",)
            ),
            dpi=Dpi(
                at_least=600,
                strict=False,
                clause="grojec:form.photo-note",
                also=("grojec:§5.3a", "I-600dpi"),
            ),
            naming=Naming(
                parts=("first_name", "last_name", "class_name"),
                waived_for=("e_register",),
                clause="grojec:§5.3a",
                also=("grojec:form.photo-note", "I-grojec-name-waiver"),
            ),
            pictures=(Picture(condition="photo.current", clause="grojec:§5.3a"),),
        ),
        fees=(Amount(amount=Decimal("9.00"), clause="grojec:§5.4", also=("I-fee",)),),
        payment=Payment(
            account="21 1240 5703 1111 0000 4898 2357",
            holder="Publiczna Szkoła Podstawowa nr 1 w Grójcu",
            title="opłata za duplikat legitymacji",
            title_parts=("names", "class_name"),
            clause="grojec:§5.5",
            also=("grojec:form.title", "I-grojec-title"),
        ),
    ),
    mlegitymacja=MlegitymacjaProcedure(
        in_force=InForce(since=date(2024, 7, 13), until=date(2025, 9, 16), clause="I-in-force"),
        applicants=(
            May(
                who="parent",
                pupil="minor",
                clause="grojec:§7.6b",
                also=("grojec:§7.1", "grojec:§7.6a"),
            ),
            May(who="parent", pupil="adult", clause="grojec:§7.1", also=("grojec:§7.6a",)),
            May(
                who="pupil",
                pupil="adult",
                settled=False,
                clause="grojec:§7.6b",
                also=("grojec:§7.6a", "I-applicants"),
            ),
        ),
        required=(
            Required(item="form", clause="grojec:§7.3"),
            Required(item="disability_ruling", when="disability_version", clause="grojec:§7.6c"),
        ),
        channels=(Channel(by="office", clause="grojec:§7.5"),),
        delivery=Delivery(by=("email", "print"), clause="grojec:§7.7"),
        data=DataSet(
            fields=(
                "id_number",
                "disability",
                "first_names",
                "last_name",
                "birth_date",
                "pesel",
                "address",
            ),
            clause="grojec:§7.6d",
        ),
        prior_id=PriorId(
            clause="grojec:§7.2",
            valid_clause="grojec:§7.2",
            also=("grojec:§2.8", "grojec:§7.6a", "I-paper-or-card"),
        ),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG", "PNG"), clause="grojec:§7.4"),
            extensions=Extensions(any_of=("jpg", "png"), clause="grojec:§7.4"),
            pixels=Pixels(min_width=492, min_height=633, clause="grojec:§7.4", also=("I-axes",)),
            dpi=Dpi(
                at_least=600,
                strict=False,
                clause="grojec:form.photo-note",
                also=("grojec:§7.4", "I-600dpi"),
            ),
            naming=Naming(
                parts=("first_name", "last_name", "class_name"),
                waived_for=("e_register",),
                clause="grojec:§7.4",
                also=("grojec:form.photo-note", "I-grojec-name-waiver"),
            ),
            pictures=(Picture(condition="photo.current", clause="grojec:form.issue"),),
        ),
        validity=(
            Bound(by="school_year", clause="grojec:§7.10", also=("I-validity-grojec",)),
            Bound(by="id", clause="grojec:§7.10", also=("grojec:§8.5", "I-validity-grojec")),
        ),
        codes=Codes(days=30, clause="grojec:§7.8", also=("I-30d", "I-grojec-references")),
        after_lapse=Rule(clause="grojec:§7.9"),
        devices=Devices(limit=1, clause="grojec:§8.3", also=("I-device",)),
        steps=(
            Step(name="log_in", clause="grojec:§8.1a"),
            Step(name="choose_add", clause="grojec:§8.1b"),
            Step(name="read_information", clause="grojec:§8.1c"),
            Step(name="accept_terms", clause="grojec:§8.1d"),
            Step(name="read_privacy", clause="grojec:§8.1e"),
            Step(name="grant_permission", permission_on=("android", "ios"), clause="grojec:§8.1f"),
            Step(name="enter_qr", clause="grojec:§8.1g"),
            Step(name="enter_code", clause="grojec:§8.1h"),
            Step(name="load_data", clause="grojec:§8.1i"),
        ),
        certificate=Rule(clause="grojec:§8.2", also=("grojec:§8.3", "grojec:§8.5")),
        revocation=(
            RevocationRow(
                ground="on_request",
                applicants=(
                    May(who="parent", clause="grojec:§7.11a"),
                    May(
                        who="pupil",
                        pupil="adult",
                        settled=False,
                        clause="grojec:§7.11a",
                        also=("I-applicants",),
                    ),
                ),
                clause="grojec:§7.11a",
            ),
            RevocationRow(
                ground="device_lost_or_damaged",
                applicants=(
                    May(who="parent", clause="grojec:§7.11a"),
                    May(
                        who="pupil",
                        pupil="adult",
                        settled=False,
                        clause="grojec:§7.11a",
                        also=("I-applicants",),
                    ),
                ),
                clause="grojec:§7.11a",
            ),
            RevocationRow(
                ground="name_change",
                basis=Basis(
                    accepted=("administrative_decision", "court_ruling"), clause="grojec:§7.11b"
                ),
                clause="grojec:§7.11b",
            ),
            RevocationRow(ground="id_validity_lost", clause="grojec:§7.11c"),
            RevocationRow(ground="school_changed", clause="grojec:§7.11c"),
        ),
        reissue=(
            ReissueRow(ground="validity_confirmed", clause="grojec:§7.12a", also=("grojec:§7.13",)),
            ReissueRow(ground="errors_found", clause="grojec:§7.12b", also=("I-errors",)),
            ReissueRow(
                ground="after_revocation",
                after=("on_request", "device_lost_or_damaged", "other_loss"),
                clause="grojec:§7.12c",
                also=("grojec:§7.11a", "I-grojec-references"),
            ),
            ReissueRow(
                ground="name_change",
                basis=Basis(
                    accepted=("administrative_decision", "court_ruling"), clause="grojec:§7.12d"
                ),
                clause="grojec:§7.12d",
            ),
        ),
        fees=(Amount(amount=Decimal("0.00"), clause="grojec:§6.3"),),
    ),
)
