"""Public primary school no. 1 in Grójec: cards, their exchange and duplicates, mLegitymacje."""

from datetime import date
from decimal import Decimal

from ..regulation import (
    Amount,
    Assigned,
    Basis,
    BasisCited,
    Bound,
    CardFace,
    CardForm,
    Channel,
    Codes,
    Confirmation,
    Consent,
    DataSet,
    Delivery,
    Devices,
    Dpi,
    Due,
    DuplicateRules,
    Eligible,
    Extensions,
    FirstIdRules,
    Form,
    Formats,
    Grounds,
    HelpDesk,
    Holograms,
    IdRules,
    InForce,
    Kept,
    May,
    MlegitymacjaProcedure,
    Naming,
    PaperIds,
    Payment,
    PhotoRequirement,
    Picture,
    Pixels,
    PriorId,
    ProcedureRules,
    Reference,
    Register,
    Regulation,
    ReissueRow,
    Required,
    RevocationRow,
    Rule,
    Services,
    Step,
    Title,
    Unit,
)

_PAPER = PaperIds(last_issue=date(2024, 7, 12), clause="grojec:§2.7", also=("I-paper-yearly",))

REGULATION = Regulation(
    slug="grojec",
    school="Publiczna Szkoła Podstawowa nr 1 im. Gabriela Narutowicza w Grójcu",
    text="Regulamin wydawania eLegitymacji oraz mLegitymacji",
    in_force=InForce(since=date(2024, 7, 13), clause="I-in-force", also=("grojec:§1.1",)),
    school_id=FirstIdRules(
        eligible=Eligible(clause="grojec:§2.1"),
        fees=(Amount(amount=Decimal("0.00"), clause="grojec:§2.1"),),
    ),
    id_exchange=ProcedureRules(
        applicants=(
            May(who="parent", clause="grojec:§4.2"),
            May(
                who="pupil",
                pupil="adult",
                settled=False,
                clause="grojec:§4.2",
                also=("I-applicants",),
            ),
        ),
        grounds=(
            Grounds(any_of=("error",), clause="grojec:§4.1", also=("grojec:§4.2",)),
            Grounds(any_of=("first_name", "last_name"), clause="grojec:§4.2"),
            Grounds(any_of=("address",), clause="grojec:§4.2", also=("I-address",)),
        ),
        required=(
            Required(item="form", clause="grojec:§4.2"),
            Required(
                item="proof_of_change",
                when="data_changed",
                clause="grojec:§4.3b",
                also=("I-proof",),
            ),
            Required(item="old_id", clause="grojec:§4.3c", also=("I-proof",)),
        ),
        form=Form(annex="1", clause="grojec:§4.2", also=("I-missing-forms",)),
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
    id_duplicate=DuplicateRules(
        applicants=(
            May(who="parent", clause="grojec:§5.1"),
            May(
                who="pupil",
                pupil="adult",
                settled=False,
                clause="grojec:§5.1",
                also=("I-applicants",),
            ),
        ),
        grounds=(Grounds(any_of=("lost", "stolen", "destroyed"), clause="grojec:§5.1"),),
        required=(
            Required(item="form", clause="grojec:§5.1", also=("grojec:§5.2",)),
            Required(item="reason", clause="grojec:§5.1"),
            Required(
                item="proof_of_payment", clause="grojec:§5.3b", also=("grojec:form.duplicate",)
            ),
        ),
        form=Form(
            annex="2",
            fields=(
                "place",
                "written",
                "applicant_name",
                "applicant_address",
                "applicant_phone",
                "applicant_email",
                "first_names",
                "last_name",
                "class_name",
                "birth_date",
                "birth_place",
                "pesel",
                "reason",
                "signature",
            ),
            clause="grojec:form.duplicate",
            also=("grojec:§5.2",),
        ),
        photo_channels=(
            Channel(by="email", clause="grojec:form.photo-channel"),
            Channel(by="e_register", clause="grojec:form.photo-channel", also=("grojec:§5.3a",)),
        ),
        due=Due(
            count=14,
            unit="working_days",
            expected=7,
            since=("complete",),
            clause="grojec:§5.6",
            also=("I-start", "I-working-days", "I-7-14"),
        ),
        original_void=Rule(clause="grojec:§5.7", also=("I-original-void",)),
        found_returned=Rule(clause="grojec:§5.7"),
        photo=PhotoRequirement(
            formats=Formats(
                any_of=("JPEG", "PNG"),
                clause="grojec:form.photo-note",
                also=("grojec:§5.3a",),
            ),
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
        fees=(
            Amount(
                amount=Decimal("9.00"),
                called_stamp_duty=(
                    Rule(clause="grojec:§5.3b"),
                    Rule(clause="grojec:form.duplicate"),
                ),
                clause="grojec:§5.4",
                also=("I-fee",),
            ),
        ),
        payment=Payment(
            account="21 1240 5703 1111 0000 4898 2357",
            holder="Publiczna Szkoła Podstawowa nr 1 w Grójcu",
            titles=(
                Title(
                    words="opłata za duplikat legitymacji",
                    parts=("names", "class_name"),
                    clause="grojec:§5.5",
                ),
                Title(
                    words="opłata za duplikat legitymacji szkolnej",
                    parts=("names",),
                    clause="grojec:form.title",
                    also=("I-grojec-title",),
                ),
                Title(
                    words="opłata za duplikat legitymacji szklonej",
                    parts=("names",),
                    clause="grojec:form.title",
                    also=("I-grojec-title",),
                ),
            ),
            clause="grojec:§5.5",
            also=("grojec:form.title", "I-grojec-title"),
        ),
    ),
    mlegitymacja=MlegitymacjaProcedure(
        in_force=InForce(since=date(2024, 7, 13), until=date(2025, 9, 16), clause="I-in-force"),
        consent=Consent(model="application", clause="grojec:§7.1", also=("I-opt-out",)),
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
        form=Form(
            annex="wniosek o wydanie mLegitymacji",
            fields=(
                "place",
                "written",
                "applicant_name",
                "applicant_address",
                "applicant_phone",
                "applicant_email",
                "first_names",
                "last_name",
                "class_name",
                "birth_date",
                "birth_place",
                "pesel",
                "address",
                "id_number",
                "id_issued",
                "id_valid_until",
                "signature",
            ),
            clause="grojec:form.issue",
            also=("grojec:§7.3",),
        ),
        channels=(Channel(by="office", clause="grojec:§7.5"),),
        photo_channels=(
            Channel(by="office", clause="grojec:§7.5"),
            Channel(by="email", clause="grojec:form.photo-channel"),
            Channel(by="e_register", clause="grojec:form.photo-channel", also=("grojec:§7.4",)),
        ),
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
            paper=_PAPER,
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
        residual=Rule(clause="grojec:§7.14"),
    ),
    ids=IdRules(
        faces=(
            CardFace(
                side="front",
                fields=(
                    "id_number",
                    "birth_date",
                    "pesel",
                    "school_name",
                    "school_address",
                    "head",
                    "issued",
                ),
                clause="grojec:§2.2a",
                also=("I-card-fields",),
            ),
            CardFace(
                side="back",
                fields=("concession", "valid_until"),
                inscription=(
                    "Poświadcza uprawnienia do ulgowych przejazdów środkami publicznego "
                    "transportu zbiorowego kolejowego i autobusowego."
                ),
                clause="grojec:§2.2b",
                also=("I-card-fields",),
            ),
        ),
        form=CardForm(form="id1", clause="grojec:§2.1"),
        paper=_PAPER,
        confirmation=(
            Confirmation(
                means="hologram",
                forms=("id1",),
                kinds=("school",),
                clause="grojec:§2.6",
                also=("I-hologram",),
            ),
        ),
        services=Services(
            any_of=("school_activity", "public_transport"),
            forms=("id1",),
            consent=(
                May(who="pupil", pupil="adult", clause="grojec:§2.4"),
                May(who="parent", pupil="minor", clause="grojec:§2.4"),
            ),
            decision_clause="grojec:§2.4",
            clause="grojec:§2.3",
        ),
        no_corrections=Rule(clause="grojec:§4.1"),
        handover=Rule(clause="grojec:§3.3d"),
        destruction=Rule(clause="grojec:§3.6"),
    ),
    registers=(
        Register(
            name="school_id",
            fields=(
                Kept(field="names", clause="grojec:§3.5a"),
                Kept(field="pesel", clause="grojec:§3.5b"),
                Kept(field="number", clause="grojec:§3.5c"),
                Kept(field="collected", clause="grojec:§3.5d"),
                Kept(field="signature", clause="grojec:§3.5d"),
            ),
            clause="grojec:§3.4",
        ),
    ),
    holograms=Holograms(clause="grojec:§3.3b", destruction=Rule(clause="grojec:§3.6")),
    units=(
        Unit(
            name="printer",
            duties=(
                Assigned(duty="print_and_personalise", clause="grojec:§3.2"),
                Assigned(duty="fulfil_orders", clause="grojec:§3.2"),
                Assigned(duty="invoice", clause="grojec:§3.2"),
            ),
            clause="grojec:§3.1",
        ),
        Unit(
            name="office",
            duties=(
                Assigned(duty="collect_data", clause="grojec:§3.3a"),
                Assigned(duty="keep_holograms", clause="grojec:§3.3b"),
                Assigned(duty="keep_security", clause="grojec:§3.3c"),
                Assigned(duty="hand_over", clause="grojec:§3.3d"),
            ),
            clause="grojec:§3.1",
        ),
    ),
    help_desks=(
        HelpDesk(
            topic="issuing", helped_by="school", ways=("email", "office"), clause="grojec:§9.1"
        ),
        HelpDesk(
            topic="revoking", helped_by="school", ways=("email", "office"), clause="grojec:§9.1"
        ),
        HelpDesk(
            topic="extending", helped_by="school", ways=("email", "office"), clause="grojec:§9.1"
        ),
        HelpDesk(
            topic="using_app", helped_by="ministry", clause="grojec:§9.2a", also=("grojec:§9.3",)
        ),
        HelpDesk(
            topic="activating", helped_by="ministry", clause="grojec:§9.2b", also=("grojec:§9.3",)
        ),
        HelpDesk(
            topic="trusted_profile",
            helped_by="ministry",
            clause="grojec:§9.2c",
            also=("grojec:§9.3",),
        ),
    ),
    bases=(
        BasisCited(act="druki-2019", minister="national_education", clause="grojec:§1.2"),
        BasisCited(act="oplata-skarbowa", clause="grojec:§1.2"),
        BasisCited(act="informatyzacja", units=("art.19g.1",), clause="grojec:§1.2"),
        BasisCited(act="druki-2019", clause="grojec:§2.2a"),
        BasisCited(act="informatyzacja", units=("art.19e",), clause="grojec:§2.8.basis"),
        BasisCited(act="druki-2019", clause="grojec:§7.6b"),
        BasisCited(act="druki-2019", units=("§26.8.3",), clause="grojec:§7.11c"),
        BasisCited(
            act="druki-2019",
            units=("§26.9",),
            clause="grojec:§7.12a",
            also=("grojec:§7.12b", "grojec:§7.12c", "grojec:§7.12d"),
        ),
        BasisCited(act="druki-2019", minister="national_education", clause="grojec:§7.14"),
        BasisCited(
            act="druki-2010",
            units=("§22.1",),
            minister="national_education",
            about="id_duplicate_fee",
            clause="grojec:form.basis",
        ),
        BasisCited(
            act="oplata-skarbowa",
            units=("zał.II.5",),
            about="id_duplicate_fee",
            clause="grojec:form.basis",
        ),
    ),
    references=(
        Reference(
            target="§u.6", words="§ u. 6", clause="grojec:§7.8", also=("I-grojec-references",)
        ),
        Reference(
            target="§7.8.1",
            words="ust. 8 pkt 1",
            clause="grojec:§7.12c",
            also=("I-grojec-references",),
        ),
        Reference(target="§9.2", words="ust. 2", clause="grojec:§9.3"),
    ),
)
