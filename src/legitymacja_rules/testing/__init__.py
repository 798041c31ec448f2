"""The testing kit: made things to test with, and a machine that tests a system against the rules."""

from .applications import applications, cards, codes, ex_officio, held_ids
from .commands import commands, decided, said_yes
from .days import PLAIN_DAY, births, days
from .lives import certificates, documents, families, histories, mlegitymacje, school_ids
from .persons import PLAIN_PUPIL, applicants, pesels, pupils
from .phone_commands import requests
from .photos import misses, photo_facts, photos
from .regulations import regulations
from .shrinking import simplest
from .uploads import Upload

__all__ = [
    "PLAIN_DAY",
    "PLAIN_PUPIL",
    "Upload",
    "applicants",
    "applications",
    "births",
    "cards",
    "certificates",
    "codes",
    "commands",
    "days",
    "decided",
    "documents",
    "ex_officio",
    "families",
    "held_ids",
    "histories",
    "misses",
    "mlegitymacje",
    "pesels",
    "photo_facts",
    "photos",
    "pupils",
    "regulations",
    "requests",
    "said_yes",
    "school_ids",
    "simplest",
]
