"""Offices that tests start: the example of docs/examples as a program of its own, over HTTP.

It is started as anybody would start it, on a port that is free, and ends with the block that it serves.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from samples import SCHOOLS

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"


@contextmanager
def office(
    database: Path, *options: str, schools: tuple[str, ...] = SCHOOLS, clock: str = "from-request"
) -> Iterator[tuple[httpx.Client, subprocess.Popen[str]]]:
    """A running office, a client that speaks to it, and its process."""
    asked = [f"--school={school}" for school in schools]
    command = [sys.executable, "-m", "office", *asked, "--port=0", f"--clock={clock}", *options]
    with subprocess.Popen(
        [*command, f"--database={database}"], cwd=EXAMPLES, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            address = process.stdout.readline().strip()
            assert address, "it did not start"
            with httpx.Client(base_url=address, timeout=60, trust_env=False) as client:
                yield client, process
        finally:
            process.kill()
