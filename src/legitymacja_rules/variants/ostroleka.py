"""Vocational school complex no. 3 in Ostrołęka: mLegitymacje, duplicates of IDs and certificates."""

from datetime import date
from decimal import Decimal

from ..regulation import (
    Amount,
    AppVersion,
    Basis,
    BasisCited,
    Bound,
    CertificateDuplicateRules,
    CertificateForms,
    Channel,
    Codes,
    Collection,
    Consent,
    DataSet,
    Dpi,
    Due,
    DuplicateRules,
    Eligible,
    Extensions,
    FaceShare,
    FileSize,
    FirstIdRules,
    Form,
    Formats,
    Grounds,
    InForce,
    Kept,
    May,
    MlegitymacjaProcedure,
    PaperPhoto,
    Payment,
    PhotoRequirement,
    Picture,
    Pixels,
    PriorId,
    ProcedureRules,
    Ratio,
    Register,
    Regulation,
    ReissueRow,
    Required,
    RevocationRow,
    Rule,
    Scope,
    SystemVersion,
    Title,
)

_HOLDER = "Zespół Szkół Zawodowych Nr 3 im. Kardynała Stefana Wyszyńskiego w Ostrołęce"

_SCOPE = Scope(standing=("pupil", "graduate"), clause="ostroleka:§5.1")

_ANNEX_1 = (
    "place",
    "written",
    "applicant_name",
    "phone",
    "first_names",
    "last_name",
    "class_name",
    "pesel",
    "id_number",
    "id_valid_until",
    "signature",
)

REGULATION = Regulation(
    slug="ostroleka",
    school="Zespół Szkół Zawodowych Nr 3 im. Kardynała Stefana Wyszyńskiego w Ostrołęce",
    text=(
        "Regulamin wydawania mLegitymacji, duplikatów legitymacji szkolnych i duplikatów świadectw "
        "szkolnych oraz pobierania opłat za te czynności"
    ),
    in_force=InForce(since=date(2024, 9, 1), announced=date(2024, 9, 23), clause="ostroleka:§5.2"),
    school_id=FirstIdRules(
        scope=_SCOPE,
        eligible=Eligible(clause="ostroleka:§3.1"),
        fees=(Amount(amount=Decimal("0.00"), clause="ostroleka:§3.1"),),
    ),
    id_exchange=ProcedureRules(
        scope=_SCOPE,
        grounds=(
            Grounds(
                any_of=("error", "address", "last_name"),
                clause="ostroleka:§3.1",
                also=("I-address",),
            ),
        ),
        required=(
            Required(
                item="proof_of_change",
                when="data_changed",
                clause="ostroleka:§3.1",
                also=("I-proof",),
            ),
            Required(item="old_id", clause="ostroleka:§3.1", also=("I-proof",)),
        ),
        fees=(
            Amount(
                amount=Decimal("0.00"),
                grounds=("error", "address", "last_name"),
                clause="ostroleka:§3.1",
                also=("I-first-name-fee",),
            ),
        ),
    ),
    id_duplicate=DuplicateRules(
        scope=_SCOPE,
        applicants=(
            May(who="parent", clause="ostroleka:§3.2"),
            May(who="pupil", pupil="adult", clause="ostroleka:§3.2"),
        ),
        grounds=(Grounds(any_of=("lost", "destroyed", "stolen"), clause="ostroleka:§3.1.grounds"),),
        required=(
            Required(item="form", clause="ostroleka:§1.2", also=("ostroleka:§3.3",)),
            Required(item="reason", clause="ostroleka:§3.2"),
            Required(
                item="proof_of_payment",
                clause="ostroleka:§3.4",
                also=("ostroleka:§1.3",),
            ),
        ),
        form=Form(
            annex="2",
            fields=(
                "place",
                "written",
                "first_names",
                "last_name",
                "address",
                "class_name",
                "reason",
                "signature",
            ),
            clause="ostroleka:form.duplicate",
            also=("ostroleka:§3.3",),
        ),
        due=Due(
            count=14,
            unit="working_days",
            since=("complete",),
            clause="ostroleka:§3.7",
            also=("I-start", "I-working-days"),
        ),
        found_returned=Rule(clause="ostroleka:§3.10"),
        again=Rule(clause="ostroleka:§1.5"),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG",), clause="ostroleka:§3.4", also=("ostroleka:§1.4",)),
            extensions=Extensions(any_of=("jpg", "jpeg"), clause="ostroleka:§3.4"),
            size=FileSize(max_mb=Decimal(1), clause="ostroleka:§3.4"),
            pixels=Pixels(min_width=354, min_height=496, clause="ostroleka:§3.4", also=("I-axes",)),
            ratio=Ratio(width=354, height=496, clause="ostroleka:§3.4", also=("I-ratio",)),
            dpi=Dpi(at_most=100, clause="ostroleka:§3.4", also=("I-100dpi",)),
            pictures=(Picture(condition="photo.current", clause="ostroleka:§3.4"),),
            on_paper=PaperPhoto(
                labels=("first_names", "last_name", "birth_date", "address"),
                clause="ostroleka:§3.4",
            ),
        ),
        fees=(
            Amount(
                amount=Decimal("9.00"),
                clause="ostroleka:§3.5",
                also=("ostroleka:§1.3", "I-fee"),
            ),
        ),
        payment=Payment(
            account="44 1020 3802 0000 1602 0207 9879",
            holder=_HOLDER,
            titles=(
                Title(
                    words="za duplikat legitymacji",
                    parts=("names", "class_name"),
                    clause="ostroleka:§3.6",
                ),
            ),
            clause="ostroleka:§3.6",
        ),
    ),
    mlegitymacja=MlegitymacjaProcedure(
        scope=_SCOPE,
        in_force=InForce(
            since=date(2024, 9, 1),
            until=date(2025, 9, 16),
            announced=date(2024, 9, 23),
            clause="ostroleka:§5.2",
            also=("I-in-force",),
        ),
        consent=Consent(model="application", clause="ostroleka:§2.6", also=("I-opt-out",)),
        applicants=(
            May(who="parent", pupil="minor", clause="ostroleka:§2.6"),
            May(who="pupil", pupil="adult", clause="ostroleka:§2.6"),
        ),
        required=(
            Required(item="form", clause="ostroleka:§2.7", also=("ostroleka:§1.1",)),
            Required(item="id_shown", shown=True, clause="ostroleka:form.issue"),
            Required(item="declaration_photo", clause="ostroleka:form.declaration.1"),
            Required(item="declaration_terms", clause="ostroleka:form.declaration.2"),
            Required(item="declaration_report_loss", clause="ostroleka:form.declaration.3"),
            Required(item="declaration_data_entry", clause="ostroleka:form.declaration.4"),
        ),
        form=Form(
            annex="1",
            fields=_ANNEX_1,
            clause="ostroleka:form.issue",
            also=("ostroleka:§2.7",),
        ),
        channels=(Channel(by="office", clause="ostroleka:§2.7"),),
        revocation_form=Form(
            annex="1",
            fields=_ANNEX_1,
            clause="ostroleka:form.revoke",
            also=("ostroleka:form.issue",),
        ),
        systems=(
            SystemVersion(system="ios", clause="ostroleka:§2.13"),
            SystemVersion(system="android", clause="ostroleka:§2.13"),
        ),
        app=AppVersion(at_least="2.0", clause="ostroleka:§2.13"),
        prior_id=PriorId(
            clause="ostroleka:§2.1", valid_clause="ostroleka:§2.9", also=("I-paper-or-card",)
        ),
        pesel=Rule(clause="ostroleka:§2.3"),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG",), clause="ostroleka:§2.8.a"),
            extensions=Extensions(any_of=("jpg", "jpeg"), clause="ostroleka:§2.8.a"),
            size=FileSize(max_mb=Decimal(1), clause="ostroleka:§2.8.a"),
            pixels=Pixels(
                min_width=354,
                min_height=496,
                clause="ostroleka:§2.8.a",
                also=("I-axes", "I-ostroleka-exact"),
            ),
            face_share=FaceShare(at_least=70, at_most=80, clause="ostroleka:§2.8.c"),
            pictures=(
                Picture(condition="photo.background", clause="ostroleka:§2.8.b"),
                Picture(condition="photo.headwear", clause="ostroleka:§2.8.b"),
                Picture(condition="photo.dark_glasses", clause="ostroleka:§2.8.b"),
                Picture(condition="photo.current", clause="ostroleka:form.declaration.1"),
            ),
        ),
        same_number=Rule(clause="ostroleka:§2.17"),
        validity=(
            Bound(by="id", clause="ostroleka:§2.9", also=("I-validity-ostroleka",)),
            Bound(by="education", clause="ostroleka:§2.12", also=("I-validity-ostroleka",)),
        ),
        codes=Codes(days=30, clause="ostroleka:form.codes", also=("I-30d",)),
        one_time=Rule(clause="ostroleka:form.codes", also=("I-codes",)),
        revocation=(
            RevocationRow(
                ground="on_request",
                applicants=(
                    May(who="parent", pupil="minor", clause="ostroleka:§2.10.1"),
                    May(
                        who="pupil",
                        pupil="adult",
                        clause="ostroleka:form.revoke",
                        also=("I-adult-revoke",),
                    ),
                ),
                clause="ostroleka:§2.10.1",
            ),
            RevocationRow(
                ground="device_lost_or_damaged",
                applicants=(
                    May(who="parent", pupil="minor", clause="ostroleka:§2.10.1"),
                    May(
                        who="pupil",
                        pupil="adult",
                        clause="ostroleka:form.revoke",
                        also=("I-adult-revoke",),
                    ),
                ),
                clause="ostroleka:§2.10.1",
            ),
            RevocationRow(
                ground="name_change",
                basis=Basis(
                    accepted=("administrative_decision", "court_ruling"),
                    insufficient=("birth_certificate",),
                    clause="ostroleka:§2.10.2",
                    also=("ostroleka:§2.11", "I-name-basis"),
                ),
                clause="ostroleka:§2.10.2",
            ),
            RevocationRow(ground="id_validity_lost", clause="ostroleka:§2.10.3a"),
            RevocationRow(ground="school_changed", clause="ostroleka:§2.10.3b"),
        ),
        reissue=(
            ReissueRow(ground="validity_confirmed", clause="ostroleka:§2.2.1", also=("I-reissue",)),
            ReissueRow(
                ground="errors_found", clause="ostroleka:§2.2.2", also=("I-errors", "I-reissue")
            ),
            ReissueRow(
                ground="name_change",
                basis=Basis(
                    accepted=("administrative_decision", "court_ruling"),
                    insufficient=("birth_certificate",),
                    clause="ostroleka:§2.2.3",
                    also=("ostroleka:§2.11", "I-name-basis"),
                ),
                clause="ostroleka:§2.2.3",
                also=("I-reissue",),
            ),
        ),
        issue_after_revocation=Rule(clause="ostroleka:§2.6", also=("I-reissue",)),
        fees=(Amount(amount=Decimal("0.00"), clause="ostroleka:§1.1"),),
    ),
    certificate_duplicate=CertificateDuplicateRules(
        scope=_SCOPE,
        applicants=(
            May(who="pupil", clause="ostroleka:§4.1", also=("I-applicants",)),
            May(who="graduate", clause="ostroleka:§4.1", also=("I-applicants",)),
        ),
        grounds=(Grounds(any_of=("lost", "stolen", "destroyed"), clause="ostroleka:§4.1"),),
        required=(
            Required(item="form", clause="ostroleka:§1.2", also=("ostroleka:§4.2",)),
            Required(item="reason", clause="ostroleka:§4.1"),
            Required(item="declaration_truth", clause="ostroleka:§4.3"),
            Required(item="proof_of_payment", clause="ostroleka:§4.4", also=("ostroleka:§1.3",)),
        ),
        form=Form(
            annex="3",
            fields=(
                "place",
                "written",
                "first_names",
                "last_name",
                "address",
                "pesel",
                "phone",
                "certificate_kind",
                "certificate_school",
                "certificate_profile",
                "certificate_year",
                "certificate_name",
                "birth_date",
                "birth_place",
                "reason",
                "signature",
            ),
            clause="ostroleka:form.certificate",
            also=("ostroleka:§4.2", "ostroleka:§4.1"),
        ),
        due=Due(
            count=14,
            unit="working_days",
            since=("complete", "records"),
            clause="ostroleka:§4.8",
            also=("I-working-days",),
        ),
        data=DataSet(fields=("certificate_kind", "certificate_year"), clause="ostroleka:§4.1"),
        forms=CertificateForms(
            any_of=("form_of_the_time", "computer_made"), clause="ostroleka:§4.7"
        ),
        records=Rule(clause="ostroleka:§4.8"),
        no_records=Rule(clause="ostroleka:§4.9"),
        collection=(
            Collection(
                way="in_person", signature=True, identity_card=True, clause="ostroleka:§4.10"
            ),
            Collection(way="post", special=True, clause="ostroleka:§4.10"),
        ),
        original_void=Rule(clause="ostroleka:§4.3", also=("I-original-void",)),
        found_returned=Rule(clause="ostroleka:§4.3"),
        again=Rule(clause="ostroleka:§1.5"),
        fees=(
            Amount(
                amount=Decimal("26.00"),
                clause="ostroleka:§4.5",
                also=("ostroleka:§1.3", "I-fee"),
            ),
        ),
        payment=Payment(
            account="44 1020 3802 0000 1602 0207 9879",
            holder=_HOLDER,
            titles=(
                Title(words="za duplikat świadectwa", parts=("names",), clause="ostroleka:§4.6"),
            ),
            clause="ostroleka:§4.6",
        ),
    ),
    registers=(
        Register(
            name="mlegitymacja",
            fields=(
                Kept(field="names", clause="ostroleka:§2.5"),
                Kept(field="pesel", clause="ostroleka:§2.5"),
                Kept(field="number", clause="ostroleka:§2.5"),
                Kept(field="collected", clause="ostroleka:§2.5"),
                Kept(field="signature", by_pupil=True, clause="ostroleka:§2.5"),
            ),
            clause="ostroleka:§2.4",
        ),
        Register(
            name="school_id",
            fields=(
                Kept(field="collected", copies=True, clause="ostroleka:§3.9"),
                Kept(field="signature", by_pupil=True, copies=True, clause="ostroleka:§3.9"),
            ),
            clause="ostroleka:§3.8",
        ),
        Register(
            name="certificate_duplicate",
            fields=(
                Kept(field="collected", clause="ostroleka:§4.10"),
                Kept(
                    field="signature",
                    by_pupil=True,
                    ways=("in_person",),
                    clause="ostroleka:§4.10",
                ),
                Kept(field="identity_card", ways=("in_person",), clause="ostroleka:§4.10"),
            ),
            clause="ostroleka:§4.10",
        ),
    ),
    bases=(
        BasisCited(act="oplata-skarbowa", clause="ostroleka:basis"),
        BasisCited(act="prawo-oswiatowe", clause="ostroleka:basis"),
        BasisCited(act="system-oswiaty", clause="ostroleka:basis"),
        BasisCited(
            act="druki-2023",
            units=("§4", "§8", "§64", "§74", "zał.4"),
            minister="national_education",
            clause="ostroleka:basis",
        ),
        BasisCited(
            act="mobywatel",
            units=("art.24",),
            about="pupils_mlegitymacja",
            clause="ostroleka:basis",
        ),
        BasisCited(act="mobywatel", units=("art.74",), clause="ostroleka:basis"),
        BasisCited(act="rodo", units=("art.13.1", "art.6.1.c"), clause="ostroleka:rodo"),
        BasisCited(act="rodo", units=("art.9.1.b",), about="special_data", clause="ostroleka:rodo"),
    ),
)
