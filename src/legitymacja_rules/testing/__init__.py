"""The testing kit: made things to test with, and a machine that tests a system against the rules.

Strategies of Hypothesis draw days, persons, photos as real bytes, applications, commands, documents in any
state with their whole lives, and regulations. Most of what they draw lies at a boundary: the eve of a new
provision, the end of a school year, the 18th birthday, one px or one byte beside a limit. The extra
``testing`` brings what they need; whoever only embeds the library pays nothing for them. Once it is
installed, `st.from_type` knows every public type.

Shrinking. Hypothesis shows of all examples that fail the one with the fewest choices, and of those the one
whose choices come first. Here the plain comes first:

    days          the first day of the stretch; of birth, that of a pupil of twelve and a half
    pupils        Anna Kowalska, of whom nothing is known that may be unknown; else `PLAIN_PUPIL`
    pesels        the first number of its day
    photos        the smallest that will do, under the plainest name
    applications  lodged by a parent on that day, with the first reason that the text names
    commands      one that says as little as possible, on the day of the last act
    steps         such a command, on the first of a family if any will do, with the head's yes
    documents     one that was just issued, or the shortest life that leads to the state
    regulations   a text that says as little as it can; whole ones take long

`simplest` tells which it is. No example is a person: names are common ones, and numbers are made.
"""

from .applications import applications, cards, codes, ex_officio, held_ids
from .attesting import attest
from .commands import commands, decided
from .days import PLAIN_DAY, births, days
from .lives import certificates, documents, families, histories, mlegitymacje, school_ids
from .persons import PLAIN_PUPIL, applicants, pesels, pupils
from .phone_commands import requests
from .photos import misses, photo_facts, photos
from .regulations import regulations
from .shrinking import simplest
from .steps import Step, steps
from .uploads import Upload

__all__ = [
    "PLAIN_DAY",
    "PLAIN_PUPIL",
    "Step",
    "Upload",
    "applicants",
    "applications",
    "attest",
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
    "school_ids",
    "simplest",
    "steps",
]
