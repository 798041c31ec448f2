"""The closed lists of words that facts, data and findings share.

Each list is a `Literal`, so that a misspelt word is caught by mypy in a school's file and by the
loader in a vendor's JSON. English words throughout; the Polish ones a clerk reads stand beside the
English ones in `messages`.
"""

from __future__ import annotations

from typing import Literal

__all__ = [
    "ApplicantKind",
    "BasisKind",
    "BasisTopic",
    "CardField",
    "CardSide",
    "CertificateForm",
    "CertificateKind",
    "Circumstance",
    "CodeWay",
    "CollectionWay",
    "Colours",
    "ConfirmationMeans",
    "ConsentModel",
    "ContentFault",
    "ContentFormat",
    "DataField",
    "DeviceOwner",
    "DoubtKind",
    "DpiDoubt",
    "DpiSource",
    "DueUnit",
    "Duty",
    "EndGround",
    "ExchangeGround",
    "HelpTopic",
    "HelpedBy",
    "IdForm",
    "IdKind",
    "ImageFormat",
    "Item",
    "Lodging",
    "LossGround",
    "MetadataKind",
    "Milestone",
    "Minister",
    "NamePart",
    "PictureCondition",
    "PictureHint",
    "Procedure",
    "PupilAge",
    "Receiver",
    "Records",
    "RegisterField",
    "RegisterName",
    "ReissueGround",
    "RequestManner",
    "RevocationGround",
    "SecondFormat",
    "Service",
    "Standing",
    "StepName",
    "System",
    "UnitName",
    "ValidityBound",
]

Procedure = Literal[
    "school_id",
    "preschool_id",
    "id_exchange",
    "id_duplicate",
    "mlegitymacja",
    "certificate_duplicate",
]
"""What a school can be asked for; a duplicate is that of an ID or of a certificate."""

ApplicantKind = Literal["parent", "guardian", "foster_carer", "pupil", "graduate"]
"""Who asks; guardians and foster carers count as parents (I-parents)."""

PupilAge = Literal["minor", "adult", "any"]

Lodging = Literal["office", "email", "e_register"]
"""By which way an application or a photo came: handed in at the office, by e-mail, uploaded."""

RequestManner = Literal["in_writing", "orally"]
"""How a request is made."""

Circumstance = Literal[
    "restricted_work",
    "disability_version",
    "data_changed",
]
"""What holds at the time of an application and makes some clauses apply only then."""

Item = Literal[
    "form",
    "id_scan",
    "id_shown",
    "disability_ruling",
    "declaration_photo",
    "declaration_terms",
    "declaration_report_loss",
    "declaration_data_entry",
    "declaration_truth",
    "proof_of_change",
    "proof_of_payment",
    "old_id",
    "reason",
]
"""What is handed in, shown, stated or declared with an application."""

DataField = Literal[
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
    "disability",
    "address",
    "phone",
    "id_number",
    "id_issued",
    "id_valid_until",
    "reason",
    "certificate_kind",
    "certificate_school",
    "certificate_profile",
    "certificate_year",
    "certificate_name",
    "signature",
]
"""What is written on a form, on the back of a photo, or into the system that issues IDs."""

IdForm = Literal["paper", "id1"]
"""A paper ID, or a plastic card of format ID-1."""

IdKind = Literal["school", "preschool"]

ImageFormat = Literal["JPEG", "PNG"]

ContentFormat = Literal[
    "JPEG",
    "PNG",
    "PDF",
    "GIF",
    "WEBP",
    "BMP",
    "TIFF",
    "HEIC",
    "AVIF",
    "SVG",
    "ZIP",
    "unknown",
]
"""What the content of an uploaded file can be recognised as."""

ContentFault = Literal[
    "empty",
    "not_a_picture",
    "truncated",
    "corrupt",
    "unsupported",
    "too_heavy",
    "too_large",
    "undecodable",
]
"""Why a file cannot be read as a picture; too heavy in bytes, too large in px."""

SecondFormat = Literal["ZIP", "PDF", "HTML", "PHP"]
"""What a picture can pass for beside."""

Colours = Literal["grey", "rgb", "cmyk", "palette"]
"""How a picture's colours are stored."""

DpiSource = Literal["exif", "phys", "jfif"]
"""Where a file states its resolution, the most exact first."""

DpiDoubt = Literal["absent", "contradictory"]
"""Why a file has no resolution."""

MetadataKind = Literal[
    "location",
    "person",
    "text",
    "time",
    "device",
    "thumbnail",
    "xmp",
    "iptc",
]
"""What a file tells beside the picture: where, of whom, in words, when, with what; `xmp` and `iptc` are
blocks in which any of it may stand."""

PictureHint = Literal[
    "background_dark",
    "background_uneven",
    "blurred",
    "colourless",
]
"""What seems to be wrong in a picture, as far as that can be computed; it decides nothing."""

NamePart = Literal["first_name", "last_name", "class_name"]
"""What a file name is made of."""

PictureCondition = Literal[
    "photo.current",
    "photo.face_frontal",
    "photo.headwear",
    "photo.dark_glasses",
    "photo.hair",
    "photo.background",
    "photo.sharpness",
    "photo.colours",
    "photo.framing",
    "photo.eyes",
]
"""What only a human can see in a picture; each is the code of its finding."""

ConsentModel = Literal["application", "opt_out"]
"""Whether an mLegitymacja needs an application, or is issued unless the parents object."""

CodeWay = Literal["print", "email", "e_register", "platform"]
"""By which way activation codes come: the platform is the ministry's own (ZPE)."""

DeviceOwner = Literal["pupil", "parent"]
"""On whose device an mLegitymacja is activated."""

System = Literal["android", "ios"]

StepName = Literal[
    "get_app",
    "log_in",
    "choose_add",
    "read_information",
    "accept_terms",
    "read_privacy",
    "grant_permission",
    "enter_qr",
    "enter_code",
    "load_data",
    "start",
]
"""The user's steps of an activation."""

ValidityBound = Literal["id", "school_year", "september_30", "education"]
"""What an mLegitymacja does not outlive; `september_30` is that of the year in which the school year ends."""

RevocationGround = Literal[
    "id_validity_lost",
    "device_lost_or_damaged",
    "other_loss",
    "on_request",
    "name_change",
    "pesel_granted",
    "special_education_ruling",
    "school_changed",
    "school_completed",
    "resignation",
    "other",
]
"""Why an mLegitymacja is revoked; `other` is a case that the text has in its own words."""

ReissueGround = Literal[
    "validity_confirmed",
    "errors_found",
    "after_revocation",
    "name_change",
    "pesel_granted",
    "special_education_ruling",
    "new_card",
    "other",
]
"""Why an mLegitymacja is issued again, likewise."""

ExchangeGround = Literal[
    "error",
    "address",
    "last_name",
    "first_name",
    "pesel_granted",
    "special_education_ruling",
    "hologram_damaged",
    "other",
]
"""Why an ID is exchanged, likewise."""

BasisKind = Literal[
    "administrative_decision", "court_ruling", "birth_certificate", "marriage_certificate"
]
"""The document on which a change of name rests."""

LossGround = Literal[
    "lost",
    "stolen",
    "destroyed",
    "other",
]
"""How an original was lost, likewise."""

EndGround = Literal[
    "school_changed",
    "school_completed",
    "resignation",
]
"""Why an ID ends with all that rests on it: the pupil leaves the school."""

Standing = Literal[
    "pupil",
    "graduate",
    "outsider",
]
"""What a person is to the school."""

Receiver = Literal[
    "pupil",
    "graduate",
    "parent",
    "guardian",
    "foster_carer",
    "authorised",
]
"""Who receives a document; `authorised` by a written authority."""

CollectionWay = Literal[
    "in_person",
    "registered_letter",
    "post",
]
"""How a document is handed over."""

ConfirmationMeans = Literal[
    "hologram",
    "date_and_seal",
]
"""By what the yearly validity of an ID is confirmed."""

Service = Literal[
    "school_activity",
    "public_transport",
]
"""What may be coded on a card."""

CardSide = Literal[
    "front",
    "back",
]

CardField = Literal[
    "id_number",
    "birth_date",
    "pesel",
    "school_name",
    "school_address",
    "head",
    "issued",
    "concession",
    "valid_until",
    "first_names",
    "last_name",
    "photo",
]
"""What stands on a card; `concession` is the inscription on concession travel."""

CertificateKind = Literal[
    "school",
    "class",
]
"""A certificate of finishing the school, or a class."""

CertificateForm = Literal[
    "form_of_the_time",
    "computer_made",
]
"""On what a duplicate is made: the form in force when the original was issued, or a computer."""

Records = Literal[
    "sufficient",
    "insufficient",
    "none",
]
"""What the school still holds of a course of education."""

DueUnit = Literal[
    "days",
    "working_days",
    "months",
]

Milestone = Literal[
    "application",
    "receipt",
    "complete",
    "payment",
    "photo",
    "records",
]
"""What has to have happened for a clock to run.

`receipt` is the day on which an application that was sent reached the school, `complete` that from
which it had all its parts.
"""

RegisterName = Literal[
    "school_id",
    "mlegitymacja",
    "certificate_duplicate",
]
"""Whose issues a register lists."""

RegisterField = Literal[
    "names",
    "pesel",
    "number",
    "collected",
    "signature",
    "identity_card",
]
"""What a register holds of one document."""

UnitName = Literal[
    "office",
    "printer",
]
"""Who takes part in making IDs: the school office, an outside printer."""

Duty = Literal[
    "collect_data",
    "keep_holograms",
    "keep_security",
    "hand_over",
    "print_and_personalise",
    "fulfil_orders",
    "invoice",
]

HelpTopic = Literal[
    "issuing",
    "revoking",
    "extending",
    "using_app",
    "activating",
    "trusted_profile",
]
"""What a pupil or parent may need help with."""

HelpedBy = Literal[
    "school",
    "ministry",
]

Minister = Literal[
    "national_education",
    "education_and_science",
]
"""The minister who issued a regulation, by the name that the office had on that day."""

BasisTopic = Literal[
    "id_duplicate_fee",
    "certificate_duplicate_fee",
    "pupils_mlegitymacja",
    "special_data",
]
"""What a text rests on the unit of an act that it cites; `special_data` are those of health."""

DoubtKind = Literal[
    "silence",
    "ambiguity",
    "contradiction",
    "law",
]
"""What makes a place of a text doubtful; `law`: that it differs from the law."""
