"""Writes what this version stores and promises: lives of each document, answers, words, schemas, and questions.

    PYTHONPATH=src:tests:docs python -m stored.write tests/stored

Run at each release, it makes the folder of that version; the folders of earlier ones are never written
again. Those of 0.1.0 to 0.4.0 were made by it as well, with `src` and `tests` of the last commit of each;
there were no schemas and no vectors then.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from importlib import import_module
from pathlib import Path

from legitymacja_rules import __version__
from stored.lives import kept
from stored.questions import asked
from stored.schemas import taken
from stored.words import promised

ROOMS = {"answers": "0.1.0", "phones": "0.1.0", "documents": "0.2.0", "today": "0.3.0"}
"""Where `lives` and other `answers` are told, and since which version they can be."""

UNTIL = {"strange": "0.3.0"}
"""The same, and the last version that lets them."""


def numbered(version: str) -> tuple[int, ...]:
    """A version as numbers, which have an order."""
    return tuple(map(int, version.split(".")))


def main(folder: Path) -> None:
    """Write the folder of this version."""
    own = folder / __version__
    own.mkdir(exist_ok=True)
    now = numbered(__version__)
    rooms = [room for room, since in ROOMS.items() if numbered(since) <= now]
    refused = [room for room, until in UNTIL.items() if now <= numbered(until)]
    lines: dict[str, list[str]] = defaultdict(list)
    for room in (*rooms, *refused):
        module = import_module(f"stored.{room}")
        lines["answers"] += map(json.dumps, getattr(module, "answers", tuple)())
        for name, life in getattr(module, "lives", tuple)():
            kind = life.module.__name__.rpartition(".")[2]
            file = room if room in refused else kind
            lines[file].append(json.dumps({"kind": kind, **kept(name, life)}))
    for file, told in lines.items():
        (own / f"{file}.json").write_text("[\n" + ",\n".join(told) + "\n]\n", encoding="utf-8")
    promises = {"words": promised(), "schemas": taken(), "questions": asked()}
    for file, whole in promises.items():
        told = [f'"{kind}": {json.dumps(said)}' for kind, said in whole.items()]
        (own / f"{file}.json").write_text("{\n" + ",\n".join(told) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
