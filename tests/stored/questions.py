"""What the vectors of a version ask: each id with a mark of its question, which changes with the question."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from stored.words import VECTORS


def asked() -> dict[str, dict[str, str]]:
    """Topic → id → the mark of what is asked."""
    files = (
        json.loads(path.read_text(encoding="utf-8")) for path in sorted(VECTORS.glob("*.json"))
    )
    return {file["topic"]: {case["id"]: mark(case) for case in file["cases"]} for file in files}


def mark(case: dict[str, Any]) -> str:
    """The same for the same call with the same arguments, in whatever order they stand."""
    question = json.dumps([case["call"], case["arguments"]], sort_keys=True)
    return sha256(question.encode()).hexdigest()[:8]
