"""Primary school no. 4 in Łęczna: IDs, their exchange and duplicates, mLegitymacje, certificates."""

from datetime import date
from decimal import Decimal

from ..regulation import (
    Amount,
    AppVersion,
    Basis,
    BasisCited,
    Bound,
    CardForm,
    CertificateDuplicateRules,
    Channel,
    Codes,
    Collection,
    Confirmation,
    Consent,
    Dpi,
    Due,
    DuplicateRules,
    Eligible,
    Ends,
    Extensions,
    FaceShare,
    FileSize,
    FirstIdRules,
    Form,
    Formats,
    Grounds,
    IdRules,
    InForce,
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
    Step,
    Subject,
    SystemVersion,
    Title,
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

_MAILBOX = "legitymacja@sp4leczna.pl"

_PAPER = PaperIds(
    last_issue=date(2024, 7, 12),
    while_fields=True,
    clause="leczna:I.1",
    also=("leczna:I.2", "I-paper-yearly", "I-stamp-fields"),
)

REGULATION = Regulation(
    slug="leczna",
    school="Szkoła Podstawowa nr 4 w Łęcznej",
    text=(
        "Procedura wydawania legitymacji szkolnych, legitymacji przedszkolnych, ich duplikatów, "
        "mLegitymacji oraz duplikatów świadectw szkolnych"
    ),
    in_force=InForce(since=date(2024, 7, 13), clause="I-in-force", also=("leczna:I.2",)),
    school_id=FirstIdRules(
        eligible=Eligible(clause="leczna:II.1"),
        photo_channels=(Channel(by="email", address=_MAILBOX, clause="leczna:II.1"),),
        subject=Subject(
            parts=("first_name", "last_name", "class_name"),
            word="legitymacja",
            clause="leczna:II.1",
        ),
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
    preschool_id=FirstIdRules(
        eligible=Eligible(disability=True, group=True, clause="leczna:II.2"),
        photo_channels=(Channel(by="email", address=_MAILBOX, clause="leczna:II.2"),),
        subject=Subject(
            parts=("first_name", "last_name", "class_name"),
            word="legitymacja",
            clause="leczna:II.2",
        ),
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
        grounds=(
            Grounds(any_of=("error",), clause="leczna:III.2", also=("leczna:III.1",)),
            Grounds(any_of=("first_name", "last_name"), clause="leczna:III.2"),
            Grounds(any_of=(), none_of=("address",), clause="leczna:III.2", also=("I-address",)),
        ),
        required=(
            Required(item="form", clause="leczna:III.2"),
            Required(item="reason", clause="leczna:III.3"),
            Required(
                item="proof_of_change",
                when="data_changed",
                clause="leczna:III.4",
                also=("I-proof",),
            ),
            Required(item="old_id", clause="leczna:III.4", also=("I-proof",)),
        ),
        form=Form(
            annex="1",
            demanded=("reason",),
            clause="leczna:III.2",
            also=("leczna:III.3", "I-missing-forms"),
        ),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG",), clause="leczna:III.4"),
            extensions=Extensions(any_of=("jpg",), clause="leczna:III.4"),
            pictures=(Picture(condition="photo.current", clause="leczna:III.4"),),
        ),
        fees=(Amount(amount=Decimal("0.00"), clause="leczna:III.5"),),
    ),
    id_duplicate=DuplicateRules(
        applicants=(May(who="parent", clause="leczna:IV.1"),),
        grounds=(Grounds(any_of=("lost", "destroyed", "stolen"), clause="leczna:IV.1"),),
        required=(
            Required(item="form", clause="leczna:IV.1"),
            Required(item="proof_of_payment", clause="leczna:IV.2"),
        ),
        form=Form(annex="2", clause="leczna:IV.1", also=("I-missing-forms",)),
        photo_channels=(Channel(by="email", address=_MAILBOX, clause="leczna:IV.2"),),
        original_void=Rule(clause="leczna:IV.5", also=("I-original-void",)),
        found_returned=Rule(clause="leczna:IV.5"),
        photo=PhotoRequirement(
            formats=Formats(any_of=("JPEG",), clause="leczna:IV.2"),
            extensions=Extensions(any_of=("jpg",), clause="leczna:IV.2"),
            pictures=(Picture(condition="photo.current", clause="leczna:IV.2"),),
        ),
        fees=(
            Amount(
                amount=Decimal("9.00"),
                called_stamp_duty=(Rule(clause="leczna:IV.3"),),
                clause="leczna:IV.3",
                also=("I-fee",),
            ),
        ),
        payment=Payment(
            account="36 1020 3206 0000 8402 0125 2865",
            holder="Szkoła Podstawowa nr 4 w Łęcznej",
            titles=(
                Title(
                    words="opłata za duplikat legitymacji",
                    parts=("names", "class_name"),
                    clause="leczna:IV.4",
                ),
            ),
            clause="leczna:IV.4",
            also=("I-leczna-bank",),
        ),
    ),
    mlegitymacja=MlegitymacjaProcedure(
        in_force=InForce(since=date(2024, 7, 13), until=date(2025, 9, 16), clause="I-in-force"),
        consent=Consent(model="application", clause="leczna:V.2", also=("I-opt-out",)),
        applicants=(May(who="parent", clause="leczna:V.2", also=("I-applicants",)),),
        required=(Required(item="form", clause="leczna:VI.1", also=("leczna:V.2",)),),
        form=Form(annex="3", clause="leczna:VI.1", also=("leczna:V.2", "I-missing-forms")),
        channels=(Channel(by="office", clause="leczna:VI.1", also=("leczna:V.2",)),),
        photo_channels=(Channel(by="email", address=_MAILBOX, clause="leczna:VI.2"),),
        subject=Subject(
            parts=("first_name", "last_name", "class_name"),
            word="mlegitymacja",
            clause="leczna:VI.2",
        ),
        due=Due(
            count=14,
            unit="days",
            since=("application", "photo"),
            clause="leczna:VI.3",
            also=("I-act-deadline",),
        ),
        revocation_form=Form(annex="4", clause="leczna:VII.2", also=("I-missing-forms",)),
        systems=(
            SystemVersion(system="android", at_least="6.0", clause="leczna:VI.6"),
            SystemVersion(system="ios", at_least="12.4", clause="leczna:VI.6"),
        ),
        app=AppVersion(clause="leczna:V.3"),
        prior_id=PriorId(
            paper=_PAPER,
            clause="leczna:V.4",
            valid_clause="leczna:VII.1",
            also=("I-validity-leczna",),
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
    certificate_duplicate=CertificateDuplicateRules(
        applicants=(
            May(who="parent", clause="leczna:IX.1", also=("I-applicants",)),
            May(who="graduate", clause="leczna:IX.1", also=("I-applicants",)),
        ),
        grounds=(Grounds(any_of=("lost", "stolen", "destroyed"), clause="leczna:IX.1"),),
        required=(
            Required(item="form", clause="leczna:IX.1"),
            Required(item="proof_of_payment", clause="leczna:IX.2"),
        ),
        form=Form(annex="5", clause="leczna:IX.1", also=("I-missing-forms",)),
        due=Due(
            count=14,
            unit="days",
            since=("complete",),
            clause="leczna:IX.4",
            also=("I-start", "I-act-deadline"),
        ),
        collection=(
            Collection(
                way="in_person",
                opens="07:00",
                closes="15:00",
                notice=True,
                authority=True,
                clause="leczna:IX.5",
                also=("I-collection",),
            ),
            Collection(way="registered_letter", clause="leczna:IX.5"),
        ),
        fees=(Amount(amount=Decimal("26.00"), clause="leczna:IX.3", also=("I-fee",)),),
        payment=Payment(
            account="36 1020 3206 0000 8402 0125 2865",
            holder="Szkoła Podstawowa nr 4 w Łęcznej",
            titles=(
                Title(
                    words="opłata za duplikat świadectwa", parts=("names",), clause="leczna:IX.6"
                ),
            ),
            clause="leczna:IX.6",
            also=("I-leczna-bank",),
        ),
    ),
    ids=IdRules(
        form=CardForm(form="id1", clause="leczna:I.2"),
        paper=_PAPER,
        confirmation=(
            Confirmation(
                means="date_and_seal", forms=("paper",), kinds=("school",), clause="leczna:II.5"
            ),
            Confirmation(
                means="hologram",
                forms=("id1",),
                kinds=("school",),
                clause="leczna:II.5",
                also=("I-hologram",),
            ),
            Confirmation(
                means="hologram",
                forms=("paper", "id1"),
                kinds=("preschool",),
                clause="leczna:II.6",
                also=("I-hologram",),
            ),
        ),
        no_corrections=Rule(clause="leczna:III.1"),
        ends=Ends(issued_until=date(2024, 7, 12), clause="leczna:I.1"),
    ),
    registers=(Register(name="school_id", clause="leczna:II.7"),),
    bases=(
        BasisCited(act="prawo-oswiatowe", clause="leczna:basis"),
        BasisCited(
            act="druki-2023",
            units=("§4.2", "§61", "§67", "§74.2"),
            minister="education_and_science",
            clause="leczna:basis",
        ),
        BasisCited(act="oplata-skarbowa", clause="leczna:basis"),
        BasisCited(act="druki-2023", minister="education_and_science", clause="leczna:I.2"),
    ),
    references=(Reference(target="VII.2", words="punkt 2. rozdziału VII", clause="leczna:VIII.3"),),
)
