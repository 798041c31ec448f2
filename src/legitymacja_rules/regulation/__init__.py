"""The shape of what one school says.

A regulation is data: no function, no branch, no inheritance between schools. Its unit is the small
record that carries its own clause, because a paragraph of a text says several numbers at once and
often several paragraphs say one thing (`clause` sets it, `also` bears on it). A school that says
nothing of a matter has None or an empty tuple there; what that means is not decided here.

Six procedures, each with what it takes (applicants, required items, channels, photo) and what it
costs; beside them what a text says of the IDs themselves, of the mLegitymacja's life, of registers
and of the office, and the acts on which it says that it rests. Each room here holds one such matter; `Regulation` is the whole.
"""

from .applications import (
    Basis,
    Channel,
    DataSet,
    Delivery,
    Form,
    Grounds,
    Manner,
    May,
    Required,
    Scope,
    Subject,
)
from .bases import BasisCited, Reference
from .cited import NO_TEXT, Cited, ClauseId, InForce, Rule, cited_in, others
from .clauses import Clause
from .due import Due
from .editions import Editions
from .ids import CardFace, CardForm, Confirmation, Ends, IdRules, PaperIds, Services
from .mlegitymacja import (
    Agreement,
    Bound,
    Codes,
    Consent,
    Devices,
    MlegitymacjaProcedure,
    PriorId,
    ReissueRow,
    RevocationRow,
    Step,
    WayWindow,
    Window,
)
from .money import Amount, Payment, Title
from .office import VERSION, AppVersion, Assigned, HelpDesk, SystemVersion, Unit, Version
from .overlay import contested, filled
from .photos import (
    BINARY,
    DECIMAL,
    Dpi,
    Extensions,
    FaceShare,
    FileSize,
    Formats,
    Millimetres,
    Multiple,
    Naming,
    PaperPhoto,
    PhotoAge,
    PhotoRequirement,
    Picture,
    Pixels,
    Ratio,
)
from .procedures import (
    CertificateDuplicateRules,
    CertificateForms,
    Collection,
    DuplicateRules,
    Eligible,
    FirstIdRules,
    ProcedureRules,
)
from .registers import Holograms, Kept, Register
from .school import PROCEDURES, Regulation, Slug
from .wordings import Worded

__all__ = [
    "BINARY",
    "DECIMAL",
    "NO_TEXT",
    "PROCEDURES",
    "VERSION",
    "Agreement",
    "Amount",
    "AppVersion",
    "Assigned",
    "Basis",
    "BasisCited",
    "Bound",
    "CardFace",
    "CardForm",
    "CertificateDuplicateRules",
    "CertificateForms",
    "Channel",
    "Cited",
    "Clause",
    "ClauseId",
    "Codes",
    "Collection",
    "Confirmation",
    "Consent",
    "DataSet",
    "Delivery",
    "Devices",
    "Dpi",
    "Due",
    "DuplicateRules",
    "Editions",
    "Eligible",
    "Ends",
    "Extensions",
    "FaceShare",
    "FileSize",
    "FirstIdRules",
    "Form",
    "Formats",
    "Grounds",
    "HelpDesk",
    "Holograms",
    "IdRules",
    "InForce",
    "Kept",
    "Manner",
    "May",
    "Millimetres",
    "MlegitymacjaProcedure",
    "Multiple",
    "Naming",
    "PaperIds",
    "PaperPhoto",
    "Payment",
    "PhotoAge",
    "PhotoRequirement",
    "Picture",
    "Pixels",
    "PriorId",
    "ProcedureRules",
    "Ratio",
    "Reference",
    "Register",
    "Regulation",
    "ReissueRow",
    "Required",
    "RevocationRow",
    "Rule",
    "Scope",
    "Services",
    "Slug",
    "Step",
    "Subject",
    "SystemVersion",
    "Title",
    "Unit",
    "Version",
    "WayWindow",
    "Window",
    "Worded",
    "cited_in",
    "contested",
    "filled",
    "others",
]
