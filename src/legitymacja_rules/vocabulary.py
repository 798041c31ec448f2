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
    "Circumstance",
    "ContentFault",
    "ContentFormat",
    "DataField",
    "ExchangeGround",
    "IdForm",
    "IdKind",
    "ImageFormat",
    "Item",
    "Lodging",
    "NamePart",
    "PictureCondition",
    "Procedure",
    "PupilAge",
    "ReissueGround",
    "RevocationGround",
    "StepName",
    "System",
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

Circumstance = Literal["restricted_work", "disability_version"]
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
]
"""What is handed in, shown or declared with an application."""

DataField = Literal[
    "id_number",
    "disability",
    "first_names",
    "last_name",
    "birth_date",
    "pesel",
    "address",
]
"""What the official has to enter to issue an mLegitymacja."""

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

ContentFault = Literal["empty", "not_a_picture", "truncated", "corrupt", "too_large", "undecodable"]
"""Why a file cannot be read as a picture."""

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

ValidityBound = Literal["id", "school_year", "education"]
"""What an mLegitymacja does not outlive."""

RevocationGround = Literal[
    "id_validity_lost",
    "device_lost_or_damaged",
    "other_loss",
    "on_request",
    "name_change",
    "school_changed",
    "school_completed",
]

ReissueGround = Literal[
    "validity_confirmed",
    "errors_found",
    "after_revocation",
    "name_change",
    "new_card",
]

ExchangeGround = Literal["error", "address", "last_name", "first_name"]
"""Why an ID is exchanged."""

BasisKind = Literal[
    "administrative_decision", "court_ruling", "birth_certificate", "marriage_certificate"
]
"""The document on which a change of name rests."""
