"""The shape of the house, read off its syntax trees: layers, words, texts, clauses.

Every detector has a control that plants what it looks for, so that none of them can go blind.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from graphlib import TopologicalSorter
from itertools import product
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest

import legitymacja_rules
from legitymacja_rules import (
    certificate,
    interpretations,
    law,
    messages,
    mlegitymacja,
    school_id,
    variants,
    vocabulary,
)
from legitymacja_rules._image_header.header import Fault
from legitymacja_rules.acts import Done
from legitymacja_rules.audit.differences import COMPARED
from legitymacja_rules.citations import ACTS, NOTICES, citation
from legitymacja_rules.days_off import DayOffName
from legitymacja_rules.errors import PeselFault
from legitymacja_rules.findings import Role, Status
from legitymacja_rules.lifecycle import Leads
from legitymacja_rules.messages import (
    AXES,
    CONDITIONS,
    EVERYWHERE,
    FIELDS,
    FRAME,
    LABELS,
    NOTES,
    REMEDIES,
    SILENT,
    STEPS,
    TITLES,
    UNKNOWN,
    VALUES,
    WHOLE,
    Text,
)
from legitymacja_rules.photo.preparing import BECAUSE
from legitymacja_rules.regulation import Cited
from legitymacja_rules.timeline import Timeline

ROOT = "legitymacja_rules"
HOUSE = Path(legitymacja_rules.__file__).parent
SCHOOLS = variants.names()

LAYERS: dict[str, dict[str, set[str]]] = {
    # Words, days, statuses, texts: they know next to nothing of each other.
    "words": {
        "errors": {"messages"},
        "vocabulary": set(),
        "_day": {"errors"},
        "findings": {"_day"},
        "messages._text": set(),
        "messages.answers": {"messages._text"},
        "messages.applications": {"messages._text"},
        "messages.audits": {"messages._text"},
        "messages.certificates": {"messages._text"},
        "messages.changes": {"messages._text"},
        "messages.comparison": {"messages._text"},
        "messages.documents": {"messages._text"},
        "messages.faults": {"messages._text"},
        "messages.forms": {"messages._text"},
        "messages.holograms": {"messages._text"},
        "messages.ids": {"messages._text"},
        "messages.mlegitymacja": {"messages._text"},
        "messages.money": {"messages._text"},
        "messages.office": {"messages._text"},
        "messages.people": {"messages._text"},
        "messages.photos": {"messages._text"},
        "messages.registers": {"messages._text"},
        "messages.time": {"messages._text"},
        "messages": {
            "messages._text",
            "messages.answers",
            "messages.applications",
            "messages.audits",
            "messages.certificates",
            "messages.changes",
            "messages.comparison",
            "messages.documents",
            "messages.faults",
            "messages.forms",
            "messages.holograms",
            "messages.ids",
            "messages.mlegitymacja",
            "messages.money",
            "messages.office",
            "messages.people",
            "messages.photos",
            "messages.registers",
            "messages.time",
        },
        "timeline": {"errors"},
        "citations": {"timeline", "vocabulary"},
        "_image_header": {
            "_image_header.header",
            "_image_header.jpeg",
            "_image_header.kinds",
            "_image_header.png",
        },
        "school_year": {"_day"},
        "_instants": {"_day"},
        "_image_header.header": {"vocabulary"},
        "_image_header.jpeg": {
            "_image_header.header",
            "_image_header.resolution",
            "_image_header.tiff",
            "_image_header.told",
            "vocabulary",
        },
        "_image_header.kinds": {"_image_header.header", "vocabulary"},
        "_image_header.png": {
            "_image_header.header",
            "_image_header.resolution",
            "_image_header.told",
            "vocabulary",
        },
        "_image_header.resolution": {"vocabulary"},
        "_image_header.tiff": {"_image_header.header", "_image_header.resolution", "vocabulary"},
        "_image_header.told": {
            "_image_header.header",
            "_image_header.resolution",
            "_image_header.tiff",
            "vocabulary",
        },
        "extensions": {"vocabulary"},
    },
    # How an answer looks, what a record is, how data come in.
    "answers": {
        "_base": {"_text", "errors"},
        "_expected": set(),
        "attestations": {"_base", "_day", "_text", "findings"},
        "explanation": {"_day", "errors", "findings", "messages"},
        "outcomes": {"explanation", "findings"},
        "loading": {"_base", "_expected", "_keys", "errors"},
        "_keys": set(),
        "_text": set(),
    },
    # Doubtful places and the readings taken: data for readers, asked by no rule.
    "readings": {
        "interpretations._entry": {"vocabulary"},
        "interpretations.documents": {"interpretations._entry"},
        "interpretations.law": {"interpretations._entry"},
        "interpretations.persons": {"interpretations._entry"},
        "interpretations.photo": {"interpretations._entry"},
        "interpretations.polish": set(),
        "interpretations.time": {"interpretations._entry"},
        "interpretations": {
            "errors",
            "interpretations._entry",
            "interpretations.documents",
            "interpretations.law",
            "interpretations.persons",
            "interpretations.photo",
            "interpretations.polish",
            "interpretations.time",
        },
    },
    # What is so, of people, IDs, forms, payments and photos; what can happen to any document.
    "facts": {
        "pesel": {"_base", "_day", "errors", "findings", "outcomes"},
        "facts": {"_base", "_day", "_text", "extensions", "pesel", "vocabulary"},
        "acts": {"_base", "_day", "_text", "attestations", "vocabulary"},
        "history": {"_base", "acts"},
    },
    # What each matter of a school's text looks like, what the law says, and which of the two answers.
    "texts": {
        "regulation.cited": {"_base", "_day", "_text"},
        "regulation.wordings": {"_base", "_text", "regulation.cited"},
        "regulation.applications": {
            "_base",
            "regulation.cited",
            "regulation.wordings",
            "vocabulary",
        },
        "regulation.bases": {"_text", "regulation.cited", "regulation.wordings", "vocabulary"},
        "regulation.clauses": {"_base", "_text"},
        "regulation.deriving": {"_base", "errors", "loading", "regulation.clauses"},
        "regulation.editions": {"_base", "_day", "regulation.school"},
        "regulation.due": {"_base", "regulation.cited", "vocabulary"},
        "regulation.ids": {
            "_base",
            "_day",
            "regulation.applications",
            "regulation.cited",
            "regulation.wordings",
            "vocabulary",
        },
        "regulation.money": {
            "_base",
            "_text",
            "regulation.cited",
            "regulation.wordings",
            "vocabulary",
        },
        "regulation.office": {"regulation.cited", "vocabulary"},
        "regulation.photos": {"_base", "regulation.cited", "vocabulary"},
        "regulation.procedures": {
            "_base",
            "regulation.applications",
            "regulation.cited",
            "regulation.due",
            "regulation.money",
            "regulation.photos",
            "regulation.wordings",
            "vocabulary",
        },
        "regulation.mlegitymacja": {
            "_base",
            "findings",
            "regulation.applications",
            "regulation.cited",
            "regulation.ids",
            "regulation.office",
            "regulation.procedures",
            "regulation.wordings",
            "vocabulary",
        },
        "regulation.registers": {"_base", "regulation.cited", "vocabulary"},
        "regulation.school": {
            "_base",
            "errors",
            "loading",
            "regulation.bases",
            "regulation.cited",
            "regulation.clauses",
            "regulation.deriving",
            "regulation.ids",
            "regulation.mlegitymacja",
            "regulation.office",
            "regulation.photos",
            "regulation.procedures",
            "regulation.registers",
            "regulation.wordings",
            "vocabulary",
        },
        "regulation": {
            "regulation.applications",
            "regulation.bases",
            "regulation.cited",
            "regulation.clauses",
            "regulation.due",
            "regulation.editions",
            "regulation.ids",
            "regulation.mlegitymacja",
            "regulation.money",
            "regulation.office",
            "regulation.overlay",
            "regulation.photos",
            "regulation.procedures",
            "regulation.registers",
            "regulation.school",
            "regulation.wordings",
        },
        "law": {
            "law.certificates",
            "law.dates",
            "law.days",
            "law.ids",
            "law.mlegitymacja",
            "law.money",
            "law.sheet",
            "law.topics",
        },
        "days_off": {"_day", "errors", "regulation"},
        "school_or_law": {"findings", "law", "regulation", "timeline", "vocabulary"},
        "law.certificates": {"law.dates", "regulation", "timeline"},
        "law.dates": set(),
        "law.days": {"days_off", "law.dates", "timeline"},
        "law.ids": {"law.dates", "regulation", "timeline", "vocabulary"},
        "law.mlegitymacja": {"law.dates", "regulation", "timeline"},
        "law.money": {"law.dates", "timeline", "vocabulary"},
        "law.sheet": {
            "_day",
            "law.certificates",
            "law.dates",
            "law.ids",
            "law.mlegitymacja",
            "law.money",
            "law.topics",
            "regulation",
            "timeline",
            "vocabulary",
        },
        "law.topics": {
            "law.certificates",
            "law.days",
            "law.ids",
            "law.mlegitymacja",
            "law.money",
            "timeline",
        },
        "regulation.overlay": {"_base", "regulation.cited", "regulation.mlegitymacja"},
        "policy": {
            "_base",
            "_day",
            "attestations",
            "errors",
            "findings",
            "law",
            "regulation",
            "school_or_law",
        },
    },
    # Rules: facts and texts in, findings out.
    "rules": {
        "naming": {"_base", "_text", "errors", "extensions", "facts", "regulation", "vocabulary"},
        "eligibility": {"facts", "findings", "naming", "regulation", "vocabulary"},
        "photo_rules": {
            "_base",
            "_day",
            "attestations",
            "extensions",
            "facts",
            "findings",
            "naming",
            "outcomes",
            "regulation",
            "vocabulary",
        },
        "photo_demands": {"photo_rules", "regulation", "vocabulary"},
        "photo_plans": {
            "_text",
            "errors",
            "extensions",
            "facts",
            "naming",
            "photo_demands",
            "photo_fit",
        },
        "transfers": {"facts", "naming", "regulation"},
        "fees": {
            "_base",
            "_day",
            "errors",
            "facts",
            "findings",
            "law",
            "outcomes",
            "policy",
            "regulation",
            "school_or_law",
            "transfers",
            "vocabulary",
        },
        "payments": {
            "_base",
            "attestations",
            "facts",
            "fees",
            "findings",
            "outcomes",
            "policy",
            "regulation",
            "transfers",
            "vocabulary",
        },
        "forms": {
            "_base",
            "_day",
            "errors",
            "facts",
            "findings",
            "naming",
            "outcomes",
            "regulation",
            "school_or_law",
            "vocabulary",
        },
        "devices": {
            "_base",
            "_day",
            "attestations",
            "errors",
            "findings",
            "outcomes",
            "regulation",
            "school_or_law",
            "vocabulary",
        },
        "id_validity": {"facts", "findings", "law", "regulation", "school_or_law"},
        "handover": {
            "acts",
            "days_off",
            "eligibility",
            "findings",
            "history",
            "regulation",
            "vocabulary",
        },
        "applications": {
            "_base",
            "_day",
            "attestations",
            "eligibility",
            "facts",
            "fees",
            "findings",
            "forms",
            "payments",
            "pesel",
            "photo_rules",
            "regulation",
            "vocabulary",
        },
        "originals": {
            "acts",
            "applications",
            "attestations",
            "eligibility",
            "facts",
            "fees",
            "findings",
            "history",
            "law",
            "regulation",
            "school_or_law",
            "timeline",
            "vocabulary",
        },
        "photo_fit": {"photo_demands"},
    },
    # The life of any document, then that of each, from its records to its machine.
    "lifecycles": {
        "lifecycle": {
            "_base",
            "acts",
            "attestations",
            "errors",
            "findings",
            "history",
            "outcomes",
            "policy",
            "regulation",
            "school_or_law",
            "vocabulary",
        },
        "refusals": {"acts", "findings", "handover", "history", "lifecycle", "regulation"},
        "school_id.records": {
            "_base",
            "_day",
            "acts",
            "applications",
            "facts",
            "history",
            "regulation",
            "vocabulary",
        },
        "school_id.keeping": {
            "_day",
            "eligibility",
            "facts",
            "findings",
            "regulation",
            "school_id.records",
            "school_year",
        },
        "school_id.issuing": {
            "applications",
            "attestations",
            "facts",
            "findings",
            "id_validity",
            "law",
            "regulation",
            "school_id.keeping",
            "school_id.records",
            "school_or_law",
            "school_year",
            "vocabulary",
        },
        "school_id.loading": {"loading", "outcomes", "school_id.records"},
        "school_id.replacing": {
            "findings",
            "law",
            "originals",
            "regulation",
            "school_id.issuing",
            "school_id.records",
            "school_or_law",
            "vocabulary",
        },
        "school_id.refusals": {
            "findings",
            "refusals",
            "regulation",
            "school_id.keeping",
            "school_id.records",
            "school_id.replacing",
        },
        "school_id.states": {"acts", "lifecycle", "school_id.records"},
        "school_id.table": {
            "lifecycle",
            "refusals",
            "regulation",
            "school_id.records",
            "school_id.refusals",
            "school_id.states",
        },
        "school_id.machine": {
            "acts",
            "findings",
            "handover",
            "lifecycle",
            "originals",
            "outcomes",
            "past",
            "policy",
            "regulation",
            "school_id.issuing",
            "school_id.keeping",
            "school_id.records",
            "school_id.replacing",
            "school_id.states",
            "school_id.table",
            "vocabulary",
        },
        "mlegitymacja.grounds": {
            "citations",
            "eligibility",
            "findings",
            "regulation",
            "vocabulary",
        },
        "mlegitymacja.former": {"_base"},
        "mlegitymacja.records": {
            "_base",
            "_day",
            "_instants",
            "acts",
            "applications",
            "facts",
            "history",
            "mlegitymacja.former",
            "regulation",
            "vocabulary",
        },
        "mlegitymacja.activation": {
            "_instants",
            "devices",
            "findings",
            "mlegitymacja.codes",
            "mlegitymacja.records",
            "regulation",
        },
        "mlegitymacja.loading": {"loading", "mlegitymacja.records", "outcomes"},
        "mlegitymacja.refusals": {
            "findings",
            "mlegitymacja.codes",
            "mlegitymacja.records",
            "refusals",
            "regulation",
        },
        "mlegitymacja.states": {"lifecycle", "mlegitymacja.records"},
        "mlegitymacja.succession": {
            "eligibility",
            "facts",
            "findings",
            "lifecycle",
            "mlegitymacja.codes",
            "mlegitymacja.grounds",
            "mlegitymacja.records",
            "mlegitymacja.states",
            "regulation",
            "vocabulary",
        },
        "mlegitymacja.issuing": {
            "applications",
            "attestations",
            "eligibility",
            "facts",
            "findings",
            "forms",
            "id_validity",
            "mlegitymacja.codes",
            "mlegitymacja.records",
            "mlegitymacja.succession",
            "mlegitymacja.texts",
            "regulation",
            "school_year",
        },
        "mlegitymacja.ending": {
            "eligibility",
            "findings",
            "forms",
            "mlegitymacja.grounds",
            "mlegitymacja.issuing",
            "mlegitymacja.records",
            "mlegitymacja.succession",
            "regulation",
        },
        "mlegitymacja.table": {
            "lifecycle",
            "mlegitymacja.records",
            "mlegitymacja.refusals",
            "mlegitymacja.states",
            "refusals",
            "regulation",
        },
        "mlegitymacja.machine": {
            "acts",
            "attestations",
            "findings",
            "handover",
            "lifecycle",
            "mlegitymacja.activation",
            "mlegitymacja.codes",
            "mlegitymacja.ending",
            "mlegitymacja.grounds",
            "mlegitymacja.issuing",
            "mlegitymacja.records",
            "mlegitymacja.states",
            "mlegitymacja.succession",
            "mlegitymacja.table",
            "mlegitymacja.texts",
            "outcomes",
            "past",
            "policy",
            "regulation",
        },
        "certificate.records": {
            "_base",
            "acts",
            "applications",
            "facts",
            "history",
            "regulation",
            "vocabulary",
        },
        "certificate.issuing": {"attestations", "certificate.records", "findings", "pesel"},
        "certificate.loading": {"certificate.records", "loading", "outcomes"},
        "certificate.replacing": {
            "certificate.records",
            "findings",
            "forms",
            "law",
            "originals",
            "regulation",
            "school_or_law",
            "vocabulary",
        },
        "certificate.refusals": {
            "certificate.records",
            "certificate.replacing",
            "originals",
            "refusals",
            "regulation",
        },
        "certificate.states": {"acts", "certificate.records", "lifecycle"},
        "certificate.table": {
            "certificate.records",
            "certificate.refusals",
            "certificate.states",
            "lifecycle",
            "refusals",
            "regulation",
        },
        "certificate.machine": {
            "acts",
            "certificate.issuing",
            "certificate.records",
            "certificate.replacing",
            "certificate.states",
            "certificate.table",
            "findings",
            "handover",
            "lifecycle",
            "originals",
            "outcomes",
            "past",
            "policy",
            "regulation",
            "vocabulary",
        },
        "mlegitymacja.codes": {
            "_day",
            "_instants",
            "findings",
            "mlegitymacja.records",
            "regulation",
        },
        "mlegitymacja.texts": {
            "_base",
            "findings",
            "law",
            "mlegitymacja.records",
            "regulation",
            "school_or_law",
        },
        "past": {
            "_base",
            "acts",
            "attestations",
            "findings",
            "history",
            "lifecycle",
            "outcomes",
            "regulation",
        },
    },
    # The front desk: what a host imports. No rule and no lifecycle knows a school by name.
    "front desk": {
        **{f"variants.{school}": {"regulation"} for school in SCHOOLS},
        "_filled": {"findings", "outcomes", "regulation"},
        "audit.case": {"citations", "interpretations", "regulation", "timeline"},
        "audit.topics": {"citations", "law", "vocabulary"},
        "audit.bases": {"audit.case", "audit.topics", "citations", "findings", "regulation"},
        "audit.differences": {
            "audit.case",
            "citations",
            "findings",
            "law",
            "regulation",
            "timeline",
            "vocabulary",
        },
        "audit.doubts": {"audit.case", "findings", "interpretations", "vocabulary"},
        "audit.telling": {
            "_day",
            "audit.doubts",
            "citations",
            "explanation",
            "findings",
            "interpretations",
            "timeline",
            "vocabulary",
        },
        "audit": {
            "_base",
            "_day",
            "audit.bases",
            "audit.case",
            "audit.differences",
            "audit.doubts",
            "audit.telling",
            "explanation",
            "findings",
            "interpretations",
            "outcomes",
            "regulation",
            "school_or_law",
        },
        "certificate": {
            "_base",
            "_day",
            "acts",
            "attestations",
            "certificate.issuing",
            "certificate.loading",
            "certificate.machine",
            "certificate.records",
            "certificate.states",
            "certificate.table",
            "errors",
            "findings",
            "lifecycle",
            "outcomes",
            "past",
            "policy",
            "regulation",
        },
        "compare": {
            "_base",
            "_day",
            "errors",
            "explanation",
            "findings",
            "messages",
            "policy",
            "regulation",
        },
        "deadlines": {
            "_base",
            "_day",
            "days_off",
            "explanation",
            "findings",
            "outcomes",
            "regulation",
            "school_or_law",
            "vocabulary",
        },
        "everywhere": {
            "_base",
            "_day",
            "explanation",
            "facts",
            "findings",
            "messages",
            "outcomes",
            "photo_demands",
            "photo_plans",
            "photo_rules",
            "policy",
            "regulation",
            "vocabulary",
        },
        "mlegitymacja": {
            "_base",
            "_day",
            "acts",
            "attestations",
            "errors",
            "findings",
            "lifecycle",
            "mlegitymacja.issuing",
            "mlegitymacja.loading",
            "mlegitymacja.machine",
            "mlegitymacja.records",
            "mlegitymacja.states",
            "mlegitymacja.table",
            "mlegitymacja.texts",
            "outcomes",
            "past",
            "policy",
            "regulation",
        },
        "office": {
            "_base",
            "_day",
            "attestations",
            "errors",
            "findings",
            "outcomes",
            "regulation",
            "school_or_law",
            "vocabulary",
        },
        "photo": {
            "facts",
            "photo.developing",
            "photo.inspecting",
            "photo.preparing",
            "photo_rules",
        },
        "school_id": {
            "_base",
            "_day",
            "acts",
            "attestations",
            "errors",
            "facts",
            "findings",
            "id_validity",
            "lifecycle",
            "outcomes",
            "past",
            "policy",
            "regulation",
            "school_id.issuing",
            "school_id.keeping",
            "school_id.loading",
            "school_id.machine",
            "school_id.records",
            "school_id.states",
            "school_id.table",
        },
        "calls": {
            "_base",
            "_day",
            "audit",
            "certificate",
            "citations",
            "compare",
            "coupling",
            "days_off",
            "deadlines",
            "devices",
            "errors",
            "everywhere",
            "fees",
            "forms",
            "history",
            "holograms",
            "interpretations",
            "law",
            "loading",
            "mlegitymacja",
            "mlegitymacja.former",
            "mlegitymacja.records",
            "naming",
            "office",
            "payments",
            "personalisation",
            "pesel",
            "photo_rules",
            "planning",
            "policy",
            "registers",
            "regulation",
            "school_id",
            "schools",
            "variants",
        },
        "coupling": {
            "_base",
            "_day",
            "acts",
            "certificate",
            "certificate.replacing",
            "errors",
            "findings",
            "history",
            "mlegitymacja",
            "mlegitymacja.grounds",
            "mlegitymacja.states",
            "mlegitymacja.texts",
            "originals",
            "outcomes",
            "regulation",
            "school_id",
            "school_id.replacing",
            "school_or_law",
            "vocabulary",
        },
        "holograms": {
            "_base",
            "_day",
            "attestations",
            "errors",
            "facts",
            "findings",
            "history",
            "lifecycle",
            "loading",
            "outcomes",
            "regulation",
            "school_id",
            "school_or_law",
        },
        "personalisation": {
            "_base",
            "_day",
            "_filled",
            "_text",
            "attestations",
            "errors",
            "findings",
            "lifecycle",
            "office",
            "regulation",
            "school_id",
            "school_or_law",
            "vocabulary",
        },
        "planning": {
            "_base",
            "_day",
            "findings",
            "history",
            "mlegitymacja",
            "mlegitymacja.grounds",
            "mlegitymacja.texts",
            "outcomes",
            "regulation",
            "school_id",
            "school_id.keeping",
            "school_year",
        },
        "registers": {
            "_base",
            "_day",
            "_filled",
            "acts",
            "certificate",
            "errors",
            "findings",
            "handover",
            "history",
            "mlegitymacja",
            "regulation",
            "school_id",
            "school_or_law",
            "vocabulary",
        },
        "schools": {"loading", "regulation"},
        "variants": {"errors", "regulation", *(f"variants.{school}" for school in SCHOOLS)},
        ROOT: {"errors", "findings", "outcomes"},
        "photo.decoding": {"_image_header", "_image_header.jpeg", "_image_header.png"},
        "photo.encoding": {"vocabulary"},
        "photo.hints": {"photo.pixels", "vocabulary"},
        "photo.inspecting": {
            "_base",
            "_day",
            "_image_header",
            "_text",
            "errors",
            "facts",
            "photo.decoding",
            "photo.encoding",
            "photo.hints",
            "vocabulary",
        },
        "photo.pixels": set(),
        "photo.preparing": {
            "_base",
            "_image_header",
            "_text",
            "errors",
            "extensions",
            "facts",
            "findings",
            "outcomes",
            "photo.decoding",
            "photo.developing",
            "photo.encoding",
            "photo.inspecting",
            "photo_demands",
            "photo_fit",
            "photo_plans",
            "photo_rules",
            "regulation",
            "vocabulary",
        },
        "photo.developing": {
            "_base",
            "_image_header",
            "photo.decoding",
            "photo.encoding",
            "photo.pixels",
            "photo_demands",
            "photo_fit",
            "vocabulary",
        },
    },
    # The testing kit: no host imports it, and nothing of the library does.
    "testing kit": {
        "testing.vectors": {
            "calls",
            "legitymacja_rules",
            "testing.vectors.asking",
            "testing.vectors.certificates",
            "testing.vectors.days",
            "testing.vectors.following",
            "testing.vectors.ids",
            "testing.vectors.money",
            "testing.vectors.office",
            "testing.vectors.papers",
            "testing.vectors.phones",
            "testing.vectors.photos",
            "testing.vectors.texts",
        },
        "testing.vectors.asking": {"calls"},
        "testing.vectors.certificate_lives": {
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.lives",
            "testing.vectors.people",
        },
        "testing.vectors.certificates": {
            "testing.vectors.asking",
            "testing.vectors.certificate_lives",
            "testing.vectors.dates",
            "testing.vectors.lives",
            "testing.vectors.lodging",
            "testing.vectors.people",
            "variants",
            "vocabulary",
        },
        "testing.vectors.dates": {"law.dates"},
        "testing.vectors.days": {
            "days_off",
            "regulation",
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.people",
            "variants",
            "vocabulary",
        },
        "testing.vectors.following": {
            "testing.vectors.asking",
            "testing.vectors.certificate_lives",
            "testing.vectors.dates",
            "testing.vectors.id_lives",
            "testing.vectors.lives",
            "testing.vectors.people",
            "testing.vectors.phone_lives",
            "vocabulary",
        },
        "testing.vectors.id_lives": {
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.lives",
            "testing.vectors.people",
        },
        "testing.vectors.ids": {
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.id_lives",
            "testing.vectors.lives",
            "testing.vectors.lodging",
            "testing.vectors.people",
            "variants",
            "vocabulary",
        },
        "testing.vectors.lives": {"testing.vectors.asking"},
        "testing.vectors.lodging": {
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.people",
            "vocabulary",
        },
        "testing.vectors.money": {
            "facts",
            "loading",
            "regulation",
            "testing.complete",
            "testing.days",
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.people",
            "variants",
            "vocabulary",
        },
        "testing.vectors.office": {
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.people",
            "vocabulary",
        },
        "testing.vectors.papers": {
            "facts",
            "regulation",
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.people",
            "variants",
            "vocabulary",
        },
        "testing.vectors.people": {
            "facts",
            "loading",
            "payments",
            "regulation",
            "testing.complete",
            "testing.persons",
            "testing.vectors.asking",
            "testing.vectors.dates",
            "variants",
            "vocabulary",
        },
        "testing.vectors.phone_issues": {
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.lives",
            "testing.vectors.lodging",
            "testing.vectors.people",
            "testing.vectors.phone_lives",
            "variants",
            "vocabulary",
        },
        "testing.vectors.phone_lives": {
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.lives",
            "testing.vectors.people",
            "variants",
        },
        "testing.vectors.phones": {
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.lives",
            "testing.vectors.people",
            "testing.vectors.phone_issues",
            "testing.vectors.phone_lives",
            "testing.vectors.phones_today",
            "variants",
            "vocabulary",
        },
        "testing.vectors.phones_today": {
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.lives",
            "testing.vectors.people",
            "vocabulary",
        },
        "testing.vectors.photos": {
            "_day",
            "loading",
            "regulation",
            "regulation.photos",
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.people",
            "variants",
            "vocabulary",
        },
        "testing.vectors.texts": {
            "interpretations",
            "law.dates",
            "testing.vectors.asking",
            "testing.vectors.dates",
            "testing.vectors.people",
        },
        "testing": {
            "testing.applications",
            "testing.attesting",
            "testing.commands",
            "testing.days",
            "testing.lives",
            "testing.persons",
            "testing.phone_commands",
            "testing.photos",
            "testing.regulations",
            "testing.shrinking",
            "testing.steps",
            "testing.uploads",
        },
        "testing.conformance": {
            "testing.conformance.machine",
            "testing.conformance.reference",
            "testing.conformance.story",
            "testing.conformance.system",
        },
        "testing.conformance.blame": {
            "_day",
            "acts",
            "citations",
            "days_off",
            "findings",
            "regulation",
            "testing.conformance.reference",
            "testing.conformance.system",
        },
        "testing.conformance.certificate_moves": {
            "acts",
            "certificate",
            "testing.complete",
            "testing.conformance.choices",
            "testing.conformance.common_moves",
            "testing.conformance.moves",
            "testing.conformance.situation",
            "testing.conformance.wishes",
            "vocabulary",
        },
        "testing.conformance.id_moves": {
            "acts",
            "school_id",
            "school_year",
            "testing.complete",
            "testing.conformance.choices",
            "testing.conformance.common_moves",
            "testing.conformance.moves",
            "testing.conformance.situation",
            "testing.conformance.wishes",
            "vocabulary",
        },
        "testing.conformance.machine": {
            "_base",
            "attestations",
            "errors",
            "law.dates",
            "pesel",
            "regulation",
            "testing.attesting",
            "testing.conformance.certificate_moves",
            "testing.conformance.choices",
            "testing.conformance.id_moves",
            "testing.conformance.moves",
            "testing.conformance.phone_moves",
            "testing.conformance.questions",
            "testing.conformance.run",
            "testing.conformance.situation",
            "testing.conformance.story",
            "testing.conformance.system",
            "testing.persons",
            "variants",
        },
        "testing.conformance.moves": {
            "attestations",
            "mlegitymacja",
            "school_id",
            "testing.conformance.situation",
            "testing.conformance.system",
            "testing.conformance.wishes",
            "testing.photo_files",
            "vocabulary",
        },
        "testing.conformance.phone_moves": {
            "acts",
            "facts",
            "law.dates",
            "mlegitymacja",
            "regulation",
            "school_id",
            "school_year",
            "testing.complete",
            "testing.conformance.choices",
            "testing.conformance.common_moves",
            "testing.conformance.moves",
            "testing.conformance.situation",
            "testing.conformance.wishes",
            "testing.phone_commands",
            "vocabulary",
        },
        "testing.conformance.questions": {
            "regulation",
            "testing.conformance.choices",
            "testing.conformance.moves",
            "testing.conformance.shots",
            "testing.conformance.situation",
            "testing.conformance.system",
            "testing.conformance.wishes",
            "testing.days",
            "testing.photo_files",
            "vocabulary",
        },
        "testing.conformance.reference": {
            "attestations",
            "certificate",
            "coupling",
            "deadlines",
            "facts",
            "fees",
            "findings",
            "mlegitymacja",
            "outcomes",
            "photo",
            "regulation",
            "school_id",
            "testing.commands",
            "testing.complete",
            "testing.conformance.system",
            "variants",
            "vocabulary",
        },
        "testing.conformance.run": {
            "attestations",
            "errors",
            "findings",
            "mlegitymacja",
            "regulation",
            "school_id",
            "testing.attesting",
            "testing.conformance.blame",
            "testing.conformance.moves",
            "testing.conformance.reference",
            "testing.conformance.shapes",
            "testing.conformance.story",
            "testing.conformance.system",
        },
        "testing.conformance.shapes": {"testing.conformance.system"},
        "testing.conformance.shots": {
            "facts",
            "photo",
            "regulation",
            "testing.photo_files",
            "vocabulary",
        },
        "testing.conformance.story": {"outcomes", "testing.conformance.blame"},
        "testing.conformance.system": {
            "attestations",
            "certificate",
            "facts",
            "mlegitymacja",
            "school_id",
            "testing.uploads",
            "vocabulary",
        },
        "_hypothesis_hook": {"testing.registering"},
        "testing.answers": {
            "_base",
            "audit",
            "audit.case",
            "certificate",
            "certificate.machine",
            "citations",
            "compare",
            "coupling",
            "days_off",
            "deadlines",
            "everywhere",
            "fees",
            "findings",
            "interpretations",
            "law",
            "lifecycle",
            "messages",
            "mlegitymacja",
            "mlegitymacja.machine",
            "mlegitymacja.records",
            "office",
            "outcomes",
            "payments",
            "personalisation",
            "photo",
            "photo.developing",
            "photo_demands",
            "photo_fit",
            "photo_plans",
            "planning",
            "registers",
            "regulation",
            "school_id",
            "school_id.machine",
            "testing.commands",
            "testing.days",
            "testing.drawing",
            "testing.lives",
            "testing.persons",
            "testing.photos",
            "timeline",
            "variants",
            "vocabulary",
        },
        "testing.applications": {
            "_base",
            "_instants",
            "certificate",
            "errors",
            "facts",
            "mlegitymacja",
            "regulation",
            "school_id",
            "school_year",
            "testing.arguments",
            "testing.complete",
            "testing.days",
            "testing.drawing",
            "testing.persons",
            "testing.photos",
            "vocabulary",
        },
        "testing.asking": {
            "acts",
            "facts",
            "history",
            "regulation",
            "testing.complete",
            "testing.drawing",
            "vocabulary",
        },
        "testing.certificate_commands": {
            "acts",
            "certificate",
            "testing.applications",
            "testing.asking",
            "testing.drawing",
            "vocabulary",
        },
        "testing.commands": {
            "_base",
            "attestations",
            "certificate",
            "errors",
            "history",
            "mlegitymacja",
            "regulation",
            "school_id",
            "testing.arguments",
            "testing.asking",
            "testing.attesting",
            "testing.certificate_commands",
            "testing.days",
            "testing.drawing",
            "testing.id_commands",
            "testing.phone_commands",
        },
        "testing.days": {"_day", "errors", "law", "regulation", "testing.arguments", "vocabulary"},
        "testing.drawing": set(),
        "testing.id_commands": {
            "acts",
            "school_id",
            "school_year",
            "testing.applications",
            "testing.asking",
            "testing.drawing",
            "vocabulary",
        },
        "testing.lives": {
            "certificate",
            "errors",
            "facts",
            "history",
            "mlegitymacja",
            "outcomes",
            "regulation",
            "school_id",
            "testing.applications",
            "testing.arguments",
            "testing.attesting",
            "testing.commands",
            "testing.days",
            "testing.drawing",
            "testing.phone_commands",
            "testing.plans",
            "testing.ways",
            "variants",
            "vocabulary",
        },
        "testing.persons": {
            "_base",
            "_day",
            "errors",
            "facts",
            "pesel",
            "testing.arguments",
            "testing.complete",
            "testing.days",
            "testing.drawing",
            "vocabulary",
        },
        "testing.phone_commands": {
            "_base",
            "_day",
            "_instants",
            "facts",
            "mlegitymacja",
            "mlegitymacja.texts",
            "regulation",
            "school_year",
            "testing.applications",
            "testing.arguments",
            "testing.asking",
            "testing.complete",
            "testing.days",
            "testing.drawing",
            "vocabulary",
        },
        "testing.photos": {
            "_base",
            "errors",
            "facts",
            "photo",
            "regulation",
            "testing.arguments",
            "testing.drawing",
            "testing.persons",
            "testing.photo_bounds",
            "testing.photo_files",
            "testing.uploads",
            "vocabulary",
        },
        "testing.registering": {
            "_base",
            "applications",
            "certificate",
            "facts",
            "history",
            "holograms",
            "law.dates",
            "mlegitymacja",
            "outcomes",
            "pesel",
            "regulation",
            "school_id",
            "testing.answers",
            "testing.applications",
            "testing.days",
            "testing.drawing",
            "testing.lives",
            "testing.persons",
            "testing.photos",
            "testing.regulations",
            "testing.values",
            "variants",
            "vocabulary",
        },
        "testing.regulations": {"_base", "regulation", "testing.values"},
        "testing.shrinking": set(),
        "testing.steps": {
            "_base",
            "errors",
            "history",
            "outcomes",
            "regulation",
            "testing.arguments",
            "testing.attesting",
            "testing.commands",
            "testing.days",
            "testing.drawing",
        },
        "testing.uploads": {"photo"},
        "testing.values": {
            "_base",
            "_day",
            "_text",
            "errors",
            "mlegitymacja",
            "pesel",
            "regulation",
            "testing.persons",
        },
        "testing.complete": {
            "_base",
            "eligibility",
            "facts",
            "originals",
            "payments",
            "policy",
            "regulation",
            "vocabulary",
        },
        "testing.conformance.wishes": {
            "facts",
            "regulation",
            "testing.complete",
            "testing.conformance.shots",
            "testing.photo_files",
            "vocabulary",
        },
        "testing.photo_files": {"testing.uploads", "vocabulary"},
        "testing.arguments": {"_base", "_day", "errors"},
        "testing.plans": {
            "_day",
            "certificate",
            "facts",
            "history",
            "mlegitymacja",
            "mlegitymacja.texts",
            "regulation",
            "school_id",
            "school_year",
            "testing.days",
            "testing.drawing",
            "testing.persons",
            "testing.ways",
            "vocabulary",
        },
        "testing.ways": {
            "certificate",
            "history",
            "lifecycle",
            "mlegitymacja",
            "school_id",
            "testing.commands",
        },
        "testing.attesting": {"attestations", "findings"},
        "testing.conformance.choices": {
            "attestations",
            "findings",
            "testing.conformance.reference",
            "testing.conformance.situation",
            "testing.conformance.wishes",
        },
        "testing.conformance.common_moves": {
            "testing.asking",
            "testing.conformance.moves",
            "testing.conformance.situation",
            "testing.conformance.system",
        },
        "testing.conformance.situation": {
            "facts",
            "law",
            "law.dates",
            "regulation",
            "testing.complete",
            "testing.conformance.reference",
        },
        "testing.photo_bounds": {
            "errors",
            "extensions",
            "facts",
            "naming",
            "photo",
            "photo_demands",
            "photo_rules",
            "regulation",
            "vocabulary",
        },
    },
}
"""Layer → module → the modules of this library that it imports; from the ground up."""

IMPORTS = {module: row for layer in LAYERS.values() for module, row in layer.items()}
LAYER_OF = {module: place for place, layer in enumerate(LAYERS.values()) for module in layer}

THIRD_PARTIES = {
    "PIL": {
        "photo.decoding",
        "photo.encoding",
        "photo.hints",
        "photo.pixels",
        "testing.photo_files",
    },
    "hypothesis": {
        "_hypothesis_hook",
        "testing.answers",
        "testing.applications",
        "testing.asking",
        "testing.certificate_commands",
        "testing.commands",
        "testing.conformance.certificate_moves",
        "testing.conformance.choices",
        "testing.conformance.common_moves",
        "testing.conformance.id_moves",
        "testing.conformance.machine",
        "testing.conformance.phone_moves",
        "testing.conformance.questions",
        "testing.conformance.situation",
        "testing.days",
        "testing.drawing",
        "testing.id_commands",
        "testing.lives",
        "testing.persons",
        "testing.plans",
        "testing.phone_commands",
        "testing.photos",
        "testing.registering",
        "testing.regulations",
        "testing.shrinking",
        "testing.steps",
        "testing.values",
    },
    "pydantic": {
        "_base",
        "_expected",
        "calls",
        "_instants",
        "_text",
        "acts",
        "certificate.loading",
        "certificate.records",
        "facts",
        "history",
        "holograms",
        "loading",
        "mlegitymacja.loading",
        "school_id.loading",
        "school_id.records",
        "mlegitymacja.records",
        "regulation.applications",
        "regulation.bases",
        "regulation.cited",
        "regulation.due",
        "regulation.editions",
        "regulation.mlegitymacja",
        "regulation.money",
        "regulation.office",
        "regulation.photos",
        "regulation.procedures",
        "regulation.school",
        "regulation.wordings",
        "testing.values",
    },
    "pydantic_core": {
        "_base",
        "_instants",
        "_text",
        "calls",
        "holograms",
        "loading",
        "mlegitymacja.records",
        "pesel",
        "regulation.money",
        "regulation.school",
    },
    "stdnum": {"pesel", "regulation.money", "testing.persons"},
}
"""Package → the modules that import it at run time; Hypothesis only where tests are made."""


# --- reading the house ----------------------------------------------------------------------------


def _name_of(path: Path) -> str:
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or ROOT


PATHS = {_name_of(path): path for path in sorted(HOUSE.rglob("*.py"))}
SOURCES = {module: path.read_text(encoding="utf-8") for module, path in PATHS.items()}
TREES = {module: ast.parse(source) for module, source in SOURCES.items()}
LOGIC = [name for name in TREES if not name.startswith(("variants.", "interpretations."))]
FINDING = [name for name in LOGIC if not name.startswith(("calls", "messages", "testing"))]
"""Modules in which a word with a dot is the code of a finding, and not the name of a call or a place."""


def _internal(module: str, tree: ast.AST) -> set[str]:
    """The modules of this library that a tree imports, relative imports resolved."""
    path = PATHS[module]
    package = [ROOT, *path.relative_to(HOUSE).parent.parts]
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            base = [*base, *(node.module or "").split(".")] if node.module else base
            targets = [".".join((*base, alias.name)) for alias in node.names]
            whole = ".".join(base)
        elif isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
            whole = ""
        else:
            continue
        for target in targets:
            known = [name for name in (target, whole) if _known(name)]
            found |= {known[0].removeprefix(f"{ROOT}.")} if known else set()
    return found


def _known(dotted: str) -> bool:
    return dotted == ROOT or (
        dotted.startswith(f"{ROOT}.") and dotted.removeprefix(f"{ROOT}.") in PATHS
    )


def _external(tree: ast.AST) -> set[str]:
    """The top-level packages from elsewhere that a tree imports, if only for types left out."""
    typing_only = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for statement in node.body
        for part in ast.walk(statement)
    }
    found = set()
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
    return found - {ROOT}


def _constants(tree: ast.AST) -> Iterator[str]:
    """The string constants of a tree that are values: no docstrings, no pieces of f-strings."""
    silent = {
        id(part)
        for node in ast.walk(tree)
        for part in (
            [node.value]
            if isinstance(node, ast.Expr)
            else node.values
            if isinstance(node, ast.JoinedStr)
            else []
        )
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in silent
        ):
            yield node.value


def _exported(module: str) -> list[str]:
    names: list[str] = getattr(_module(module), "__all__", [])
    return names


def _module(module: str) -> Any:
    return importlib.import_module(ROOT if module == ROOT else f"{ROOT}.{module}")


# --- layers and imports ---------------------------------------------------------------------------


def test_the_table_lists_every_module() -> None:
    assert set(IMPORTS) == set(TREES)


@pytest.mark.parametrize("module", TREES)
def test_a_module_imports_exactly_what_the_table_says(module: str) -> None:
    assert _internal(module, TREES[module]) == IMPORTS[module]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from ..law import FEES", {"law"}),
        ("from .. import law, variants", {"law", "variants"}),
        ("from .records import Issued", {"mlegitymacja.records"}),
        ("def f():\n    from legitymacja_rules.variants import get", {"variants"}),
        ("import legitymacja_rules.fees", {"fees"}),
        ("from .. import Finding", {ROOT}),
        ("from datetime import date", set()),
    ],
)
def test_control_a_planted_import_is_seen(source: str, expected: set[str]) -> None:
    assert _internal("mlegitymacja.table", ast.parse(source)) == expected


def test_no_import_goes_round_in_a_circle() -> None:
    assert len([*TopologicalSorter(IMPORTS).static_order()]) == len(IMPORTS)


@pytest.mark.parametrize("module", IMPORTS)
def test_imports_go_down_the_layers_or_stay_in_one(module: str) -> None:
    above = {other for other in IMPORTS[module] if LAYER_OF[other] > LAYER_OF[module]}
    assert not above


WITH_SCHOOLS = ("calls", "variants", *(f"variants.{school}" for school in SCHOOLS))
"""The rooms that know schools by name."""


@pytest.mark.parametrize(
    "module",
    [*LAYERS["rules"], *LAYERS["lifecycles"], *sorted({*LAYERS["front desk"]} - {*WITH_SCHOOLS})],
)
def test_no_rule_and_no_lifecycle_knows_a_school(module: str) -> None:
    assert not any(other.startswith("variants") for other in _internal(module, TREES[module]))
    assert not {*_constants(TREES[module])} & {*SCHOOLS}


@pytest.mark.parametrize("module", TREES)
def test_only_the_named_modules_import_third_parties(module: str) -> None:
    allowed = {package for package, modules in THIRD_PARTIES.items() if module in modules}
    assert _external(TREES[module]) - sys.stdlib_module_names == allowed


def test_control_a_planted_third_party_is_seen() -> None:
    for_types = "if TYPE_CHECKING:\n    import pydantic\nelse:\n    import PIL"
    assert _external(ast.parse(for_types)) == {"PIL"}
    assert _external(ast.parse("def f():\n    import hypothesis.strategies")) == {"hypothesis"}


@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        ("import legitymacja_rules", {"PIL", "pydantic", "stdnum", "hypothesis"}),
        ("from legitymacja_rules import mlegitymacja, fees, variants", {"PIL", "hypothesis"}),
        ("from legitymacja_rules import photo, pesel", {"hypothesis"}),
    ],
)
def test_an_import_loads_no_more_than_it_needs(statement: str, heavy: set[str]) -> None:
    assert not _loaded(statement) & heavy


def test_control_a_loaded_package_is_seen() -> None:
    assert {"PIL", "pydantic"} <= _loaded("from legitymacja_rules import photo")


def _loaded(statement: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint(*sys.modules)"],
        env={**os.environ, "PYTHONPATH": str(HOUSE.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stdout.split())


# --- doors: __all__ and docstrings ----------------------------------------------------------------

DATA = {
    name for name in TREES if name.startswith(("variants.", "interpretations.")) and "_" not in name
}
"""Modules that are read by their package and hold data only."""

ROOMS = [name for name in TREES if name not in DATA]


def _defined(tree: ast.Module) -> list[str]:
    kinds = (ast.FunctionDef, ast.ClassDef)
    return [node.name for node in tree.body if isinstance(node, kinds) and node.name[0] != "_"]


def _isort(name: str) -> tuple[int, str]:
    """The order that ruff wants: CONSTANTS, Classes, functions."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name


@pytest.mark.parametrize("module", ROOMS)
def test_all_is_there_sorted_and_true(module: str) -> None:
    names = _exported(module)
    assert names, "no __all__"
    assert names == sorted(set(names), key=_isort)
    assert [name for name in names if not hasattr(_module(module), name)] == []


@pytest.mark.parametrize("module", ROOMS)
def test_every_public_definition_is_listed(module: str) -> None:
    assert sorted(set(_defined(TREES[module])) - set(_exported(module))) == []


@pytest.mark.parametrize("module", ROOMS)
def test_every_listed_function_and_class_has_a_docstring(module: str) -> None:
    listed = {*_exported(module)}
    bare = [
        node.name
        for node in TREES[module].body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and node.name in listed
        and "overload" not in map(ast.unparse, node.decorator_list)
        and not ast.get_docstring(node)
    ]
    assert bare == []


FRONT_DESK = (
    *("calls", "audit", "certificate", "mlegitymacja", "school_id"),
    *(
        "compare",
        "coupling",
        "days_off",
        "deadlines",
        "devices",
        "everywhere",
        "fees",
        "forms",
        "holograms",
        "naming",
    ),
    *(
        "office",
        "payments",
        "personalisation",
        "pesel",
        "photo",
        "planning",
        "registers",
        "schools",
        "variants",
    ),
)
REFUSING = {"Pesel", "a_day", "an_instance", "instances", "iterated"}
REFUSING |= {"load", "load_form", "replaced"}
"""What raises our errors when it is called."""


def _may_raise(source: str) -> bool:
    nodes = [*ast.walk(ast.parse(source))]
    called = {
        node.func.id
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    return bool(called & REFUSING) or any(isinstance(node, ast.Raise) for node in nodes)


def _verbs() -> Iterator[tuple[str, Callable[..., object]]]:
    for module in FRONT_DESK:
        for name in _exported(module):
            verb = getattr(_module(module), name)
            if inspect.isfunction(verb):
                yield f"{module}.{name}", verb


@pytest.mark.parametrize(("name", "verb"), [*_verbs()], ids=[name for name, _ in _verbs()])
def test_every_verb_that_may_raise_says_what(name: str, verb: Callable[..., object]) -> None:
    says = "Raises:" in (verb.__doc__ or "")
    assert says or not _may_raise(inspect.getsource(verb)), name


def test_control_a_planted_raise_is_seen() -> None:
    assert _may_raise("def f(day):\n    return a_day(day, 'day')")
    assert _may_raise("def f():\n    raise InvalidPesel('length')")
    assert not _may_raise("def f(day):\n    return day")


# --- schools are data -----------------------------------------------------------------------------

DATA_NODES = (
    ast.Module,
    ast.Expr,
    ast.ImportFrom,
    ast.alias,
    ast.Assign,
    ast.Name,
    ast.Load,
    ast.Store,
    ast.Constant,
    ast.Tuple,
    ast.Call,
    ast.keyword,
)
"""All that a school's file is made of: no function, lambda, loop, branch, operator or attribute."""


def _not_data(tree: ast.Module) -> list[str]:
    """What in a school's file is more than data."""
    constructors = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        and (node.level, node.module) in {(2, "regulation"), (0, "datetime"), (0, "decimal")}
        for alias in node.names
    }
    more = [ast.unparse(node) for node in ast.walk(tree) if not isinstance(node, DATA_NODES)]
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    strange = [
        ast.unparse(func)
        for func in calls
        if not (isinstance(func, ast.Name) and func.id in constructors)
    ]
    shown = [
        ast.unparse(node)
        for node in tree.body
        if isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
    ]
    return more + strange + shown


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_school_is_data_and_nothing_else(school: str) -> None:
    tree = TREES[f"variants.{school}"]
    assert _not_data(tree) == []
    assert _external(tree) == {"datetime", "decimal"}
    assigned = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and not target.id.startswith("_")
    ]
    assert assigned == ["REGULATION"]


@pytest.mark.parametrize(
    "planted",
    [
        "def f(): pass",
        "class C: pass",
        "f = lambda: 1",
        "x = tuple(a for a in ())",
        "x = [a for a in ()]",
        "x = 1 if 2 else 3",
        "x = len('a')",
        "x = date.today()",
        "x = 'a' + 'b'",
        "if 1:\n    pass",
    ],
)
def test_control_planted_behaviour_is_seen(planted: str) -> None:
    assert _not_data(ast.parse(f"from datetime import date\n{planted}"))


def test_files_registry_and_slugs_agree() -> None:
    files = {path.stem for path in (HOUSE / "variants").glob("*.py")} - {"__init__"}
    slugs = {_module(f"variants.{name}").REGULATION.slug for name in files}
    assert files == set(variants.names()) == slugs
    assert list(variants.names()) == sorted(variants.names())
    for name in files:
        assert variants.get(name) is _module(f"variants.{name}").REGULATION
        assert variants.get(name).slug == name


# --- the tables of the documents ------------------------------------------------------------------

DOCUMENTS = (school_id, mlegitymacja, certificate)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.__name__))
def test_there_is_a_row_for_every_state_and_command(document: Any) -> None:
    assert set(document.TABLE) == set(product(document.State, document.KINDS))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.__name__))
def test_every_row_leads_to_a_state(document: Any) -> None:
    rows = [row for row in document.TABLE.values() if isinstance(row, Leads)]
    assert {state for row in rows for state in (row.to, *row.or_to)} <= set(document.State)


# --- codes, notes, frames, labels -----------------------------------------------------------------

JUDGES = {"met", "breached", "needs_review", "not_covered", "judge", "right", "right_kind"}
JUDGES |= {"past", "same"}
"""What a finding is made by; the code is the first argument."""

CODE = re.compile(r"[a-z]+\.[a-z_]+")


def _codes(tree: ast.AST) -> set[str]:
    """The codes that a tree names: first arguments of judges, and whatever looks like a code."""
    judged = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            first = node.args[0]
            if node.func.id not in JUDGES:
                continue
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                judged.add(first.value)
            elif isinstance(first, ast.JoinedStr):
                judged |= _family(first)
    return judged | {text for text in _constants(tree) if CODE.fullmatch(text)}


def _family(text: ast.JoinedStr) -> set[str]:
    stem = ast.unparse(text)
    assert stem == "f'pesel.{refusal.reason}'", f"an unknown family of codes: {stem}"
    return {f"pesel.{reason}" for reason in get_args(PeselFault)}


def _all_codes() -> set[str]:
    return {code for name in FINDING for code in _codes(TREES[name])}


def test_every_code_has_its_texts_and_all_texts_their_code() -> None:
    assert _all_codes() == set(CONDITIONS)


def test_control_planted_codes_are_seen() -> None:
    assert _codes(ast.parse("judge('oddity', clause)")) == {"oddity"}
    assert _codes(ast.parse("x = 'photo.oddity'")) == {"photo.oddity"}


def _notes(tree: ast.AST) -> set[str]:
    """The notes that a tree names, wherever notes come from."""
    sources: list[ast.AST] = []
    for node in ast.walk(tree):
        match node:
            case ast.keyword(arg="notes"):
                sources.append(node.value)
            case ast.Call(func=ast.Attribute(attr="noting")):
                sources += node.args
            case ast.Call(func=ast.Name(id="_by_law")):
                sources += node.args[2:]
            case ast.Assign(targets=[ast.Name(id="note" | "notes" | "doubt" | "missing")]):
                sources.append(node.value)
            case ast.Assign(
                targets=[ast.Name(id="named" | "where")], value=ast.IfExp(body=ast.Tuple()) as value
            ):
                sources.append(value)
            case ast.FunctionDef(name="_told_by"):
                sources += [part for part in node.body if isinstance(part, ast.Return)]
            case _:
                pass
    found = set()
    for source in sources:
        compared = {
            id(part)
            for node in ast.walk(source)
            if isinstance(node, ast.Compare)
            for part in ast.walk(node)
        }
        plain = [node for node in ast.walk(source) if id(node) not in compared]
        families = [node for node in plain if isinstance(node, ast.JoinedStr)]
        assert all("dpi_{facts.dpi_doubt" in ast.unparse(node) for node in families)
        found |= {f"dpi_{doubt}" for doubt in ("absent", "contradictory") if families}
        inside = {id(part) for node in families for part in ast.walk(node)}
        found |= {
            node.value
            for node in plain
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in inside
        }
    return found


def test_every_note_has_its_text_and_all_texts_their_note() -> None:
    written = {note for tree in TREES.values() for note in _notes(tree)}
    looked_up = {*get_args(vocabulary.PictureHint), *BECAUSE.values()}
    assert written | looked_up == set(NOTES)


def test_control_planted_notes_are_seen() -> None:
    assert _notes(ast.parse("met('a.b', 'c', notes=('oddity',))")) == {"oddity"}
    assert _notes(ast.parse("finding.noting('oddity')")) == {"oddity"}


def test_every_frame_is_used_and_there() -> None:
    nodes = [*ast.walk(TREES["explanation"])]
    assigned = {
        target.id: node.value
        for node in nodes
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    chosen = [
        assigned[node.slice.id] if isinstance(node.slice, ast.Name) else node.slice
        for node in nodes
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and node.value.id == "FRAME"
    ]
    named = {
        part.value
        for choice in chosen
        for part in ast.walk(choice)
        if isinstance(part, ast.Constant)
    }
    assert named == set(FRAME)


def test_every_unit_is_one_that_some_condition_has() -> None:
    assert {condition.unit for condition in CONDITIONS.values()} == set(get_args(messages.Unit))


def _all_events() -> set[type[Done]]:
    """Every event of every document."""
    return {kind for document in DOCUMENTS for kind in get_args(document.Event)}


WORDS: dict[str, set[str]] = {
    # answers
    "outcomes": {"accepted", "refused", "undecided"},
    "clocks": {"clock_runs", "clock_waits"},
    "statuses": {status.value for status in Status},
    # subjects
    "procedures": {*get_args(vocabulary.Procedure)},
    "applicants": {*get_args(vocabulary.ApplicantKind)},
    "items": {*get_args(vocabulary.Item)},
    "data": {*get_args(vocabulary.DataField)},
    "lodging": {*get_args(vocabulary.Lodging)},
    "ways of codes": {*get_args(vocabulary.CodeWay)},
    "models of consent": {*get_args(vocabulary.ConsentModel)},
    "owners of devices": {*get_args(vocabulary.DeviceOwner)},
    "manners of a request": {*get_args(vocabulary.RequestManner)},
    "units": {*get_args(vocabulary.UnitName)},
    "duties": {*get_args(vocabulary.Duty)},
    "help topics": {*get_args(vocabulary.HelpTopic)},
    "systems": {*get_args(vocabulary.System)},
    "kinds of IDs": {*get_args(vocabulary.IdKind)},
    "bounds": {*get_args(vocabulary.ValidityBound)},
    "grounds for revoking": {*get_args(vocabulary.RevocationGround)},
    "grounds for issuing again": {*get_args(vocabulary.ReissueGround)},
    "bases": {*get_args(vocabulary.BasisKind)},
    "milestones": {*get_args(vocabulary.Milestone)},
    "units of time": {*get_args(vocabulary.DueUnit)},
    "days off": {*get_args(DayOffName)},
    "receivers": {*get_args(vocabulary.Receiver)},
    "ways of collection": {*get_args(vocabulary.CollectionWay)},
    "records": {*get_args(vocabulary.Records)},
    "forms of certificates": {*get_args(vocabulary.CertificateForm)},
    "fields of cards": {*get_args(vocabulary.CardField)},
    "fields of registers": {*get_args(vocabulary.RegisterField)},
    "ways on from a lapse": {"new_application"},
    # measured values and limits that are words
    "events": {kind.model_fields["event"].default for kind in _all_events() if kind.command},
    "what becomes of an original": {"void", "unsettled"},
    "losses": {*get_args(vocabulary.LossGround)},
    "grounds for an exchange": {*get_args(vocabulary.ExchangeGround)},
    "endings": {*get_args(vocabulary.EndGround)},
    "standings": {*get_args(vocabulary.Standing)},
    "forms of IDs": {*get_args(vocabulary.IdForm)},
    "means of confirmation": {*get_args(vocabulary.ConfirmationMeans)},
    "services": {*get_args(vocabulary.Service)},
    "ages": {*get_args(vocabulary.PupilAge)} - {"any"},
    "steps": {*get_args(vocabulary.StepName)},
    "faults": {*get_args(vocabulary.ContentFault)},
    "moving": {"animated"},
    "no revocation": {"not_revoked"},
    "ministers": {*get_args(vocabulary.Minister)},
    "what an act is cited for": {*get_args(vocabulary.BasisTopic)},
    "systems that issue": {"codes_of_the_school", "sio"},
    "limits of a first ID": {"disability", "preparatory_year"},
    "parts of a text": {part for parts in COMPARED.values() for part in parts},
    "readings": {"taken", "rival"},
    # frames
    "roles": {*get_args(Role)},
    "words inside values": {"position", "since", "until"},
}
"""Every closed word that a reader may meet, by where it comes from."""


@pytest.mark.parametrize("kind", WORDS)
def test_every_word_a_reader_may_meet_has_a_label(kind: str) -> None:
    assert sorted(WORDS[kind] - set(LABELS)) == []


def test_every_label_is_of_a_word_a_reader_may_meet() -> None:
    assert sorted(set(LABELS) - set().union(*WORDS.values())) == []


def test_subjects_and_word_values_come_from_known_lists() -> None:
    """The word-valued conditions are these; a new one has to be thought of above."""
    assert {code for code, condition in CONDITIONS.items() if condition.unit == "word"} == {
        "application.applicant",
        "application.scope",
        "audit.application",
        "audit.eligible",
        "audit.minister",
        "audit.model",
        "audit.record",
        "confirm.means",
        "id.made_as",
        "mlegitymacja.consent",
        "office.duty",
        "photo.one_picture",
        "photo.readable",
        "reissue.after",
        "regulation.procedure",
        "revoke.applicant",
        "services.consent",
        "steps.order",
    }


def test_all_that_a_header_and_a_decoder_find_is_a_word_of_the_facts() -> None:
    assert {*get_args(Fault)} | {"too_heavy", "too_large", "undecodable"} == {
        *get_args(vocabulary.ContentFault)
    }
    assert {*get_args(vocabulary.ImageFormat)} < {*get_args(vocabulary.ContentFormat)}


SAME_IN_BOTH = {
    "Android",
    "JPEG",
    "PESEL",
    "PNG",
    "e-mail",
    "format",
    "iOS",
    "mLegitymacja",
    "system",
}
"""Texts that are the same in both languages on purpose."""


def _texts() -> Iterator[tuple[str, Text]]:
    for code, condition in CONDITIONS.items():
        yield code, condition.text
        yield f"{code} limit", condition.limit
        if condition.hint:
            yield f"{code} hint", condition.hint
    for code, remedy in {**REMEDIES, "another fault": UNKNOWN}.items():
        yield f"{code} remedy", remedy.text
        if remedy.naming:
            yield f"{code} naming", remedy.naming
    yield "the whole", WHOLE
    yield "a silent text", SILENT
    for name, text in {**STEPS, **EVERYWHERE}.items():
        yield f"everywhere: {name}", text
    for table in (NOTES, FRAME, LABELS, FIELDS, VALUES, TITLES, AXES):
        yield from table.items()


def _gaps(text: str) -> list[str]:
    return sorted(gap for _, gap, _, _ in Formatter().parse(text) if gap is not None)


@pytest.mark.parametrize(("name", "text"), [*_texts()], ids=[name for name, _ in _texts()])
def test_a_text_says_the_same_in_both_languages(name: str, text: Text) -> None:
    assert text.pl.strip() == text.pl != ""
    assert text.en.strip() == text.en != ""
    assert (text.pl == text.en) == (text.pl in SAME_IN_BOTH)
    assert _gaps(text.pl) == _gaps(text.en)
    one = name.endswith((" limit", " naming"))
    assert _gaps(text.pl) == ([""] if one else _FRAME_GAPS.get(name, []))


_FRAME_GAPS = {
    "earliest": ["day"],
    "attested": ["day", "role"],
    "denied": ["day", "role"],
    "attest": ["role"],
    "decide": ["role"],
    "conflict": ["places", "statement", "status"],
    "everywhere: convert": ["format"],
    "everywhere: crop": ["height", "width"],
    "everywhere: resize": ["height", "width"],
    "everywhere: set_dpi": ["dpi"],
    "everywhere: compress": ["bytes"],
    "everywhere: then": [""],
    "everywhere: exclude": ["", ""],
}


# --- clauses --------------------------------------------------------------------------------------

CLAUSES = tomllib.loads(
    (Path(__file__).parents[1] / "docs" / "clauses.toml").read_text(encoding="utf-8")
)
INVARIANTS = {
    "day-order",
    "history-kept",
    "ledger-balance",
    "nothing-after-reissue",
    "nothing-after-revocation",
    "older-records",
    "one-duplicate",
    "one-first-id",
    "one-handover",
    "one-life",
    "one-living",
    "one-picture",
    "one-reason",
    "own-codes",
    "own-procedure",
    "own-school",
    "rests-on-an-id",
    "same-certificate",
    "same-pupil",
}
CLAUSE_FIELDS = {"clause", "also", "decision_clause", "waiver", "valid_clause"}
ID = re.compile(rf"(?:I-[a-z0-9]|(?:act|notice|invariant|{'|'.join(SCHOOLS)}):).*")
READING = re.compile(r"\bI-[a-z0-9]+(?:-[a-z0-9]+)*")


def _cited(thing: object) -> Iterator[str]:
    """Every clause that data name, however deep."""
    if isinstance(thing, tuple):
        for part in thing:
            yield from _cited(part)
    elif isinstance(thing, Timeline):
        for span in thing:
            yield from (span.clause, *span.also)
            yield from _cited(span.value)
    elif hasattr(type(thing), "model_fields"):
        for name, value in thing:  # type: ignore[attr-defined]  # a record yields its fields
            if name in CLAUSE_FIELDS and value is not None:
                yield from (value,) if isinstance(value, str) else value
            else:
                yield from _cited(value)


def _unreal(clauses: Iterable[str]) -> list[str]:
    """Those clauses that point at nothing."""
    return sorted({clause for clause in clauses if not _real(clause)})


def _real(clause: str) -> bool:
    cited = citation(clause)
    match cited.kind:
        case "school":
            return clause in CLAUSES
        case "act":
            return cited.source in ACTS and bool(cited.unit)
        case "reading":
            return clause in interpretations.REGISTER
        case "invariant":
            return cited.unit in INVARIANTS
        case "notice":
            return cited.unit in NOTICES


def test_every_field_that_holds_a_clause_is_walked() -> None:
    fields = {name for kind in _kinds(Cited) for name in kind.model_fields}
    assert {name for name in fields if "clause" in name} | {"also", "waiver"} == CLAUSE_FIELDS


def _kinds(kind: type[Cited]) -> list[type[Cited]]:
    return [kind, *(deeper for sub in kind.__subclasses__() for deeper in _kinds(sub))]


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_school_cites_its_own_clauses_or_registered_readings(school: str) -> None:
    cited = [*_cited(variants.get(school))]
    assert cited
    assert _unreal(cited) == []
    assert {citation(clause).source for clause in cited} == {school, ""}
    assert {citation(clause).kind for clause in cited} == {"school", "reading"}


@pytest.mark.parametrize("topic", law.TOPICS)
def test_the_law_cites_acts_notices_and_readings(topic: str) -> None:
    cited = [*_cited(law.TOPICS[topic])]
    assert cited
    assert _unreal(cited) == []
    assert {citation(clause).kind for clause in cited} <= {"act", "notice", "reading"}


@pytest.mark.parametrize("module", TREES)
def test_the_code_names_no_clause_that_is_not_there(module: str) -> None:
    named = {text for text in _constants(TREES[module]) if ID.fullmatch(text)} - {"I-"}
    assert _unreal(named) == []


@pytest.mark.parametrize("module", TREES)
def test_comments_and_docstrings_name_registered_readings_only(module: str) -> None:
    assert sorted({*READING.findall(SOURCES[module])} - set(interpretations.REGISTER)) == []


def test_every_invariant_and_notice_is_used() -> None:
    named = {
        citation(text) for tree in TREES.values() for text in _constants(tree) if ID.match(text)
    }
    assert {cited.unit for cited in named if cited.kind == "invariant"} == INVARIANTS
    assert {cited.unit for cited in named if cited.kind == "notice"} == set(NOTICES)


def test_every_act_is_cited() -> None:
    named = {
        citation(text) for tree in TREES.values() for text in _constants(tree) if ID.match(text)
    }
    lines = law.TOPICS.values()
    spans = {citation(clause) for timeline in lines for clause in _cited(timeline)}
    by_law = {cited.source for cited in named | spans if cited.kind == "act"}
    by_schools = {row.act for school in SCHOOLS for row in variants.get(school).bases}
    followed = {ACTS[act].spell.replaced_by for act in by_law | by_schools} - {None}
    assert by_law | by_schools | followed == set(ACTS)


@pytest.mark.parametrize(
    "planted",
    ["balin:nowhere", "leczna:", "I-nothing", "act:nothing:§1", "act:druki-2019:", "invariant:x"],
)
def test_control_a_clause_that_is_not_there_is_seen(planted: str) -> None:
    assert _unreal((planted,)) == [planted]
    assert ID.fullmatch(planted)


def test_control_clauses_deep_in_data_are_found() -> None:
    bent = variants.get("leczna").override({"mlegitymacja.prior_id.valid_clause": "leczna:x"})
    assert _unreal(_cited(bent)) == ["leczna:x"]
    assert law.FEES["id_duplicate"].on(date(2024, 1, 1)).also[0] in {
        *_cited(law.FEES["id_duplicate"])
    }
