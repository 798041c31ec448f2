"""The page on conformance, followed step by step as a newcomer would, in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import legitymacja_rules

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "conformance.md").read_text(encoding="utf-8")
BLOCKS = [
    (kind, text)
    for kind, text in re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
]
FILES = {
    name: text
    for kind, text in BLOCKS
    if kind == "python" and (name := text.splitlines()[0].removeprefix("# ")).endswith(".py")
}


def _run(folder: Path) -> subprocess.CompletedProcess[str]:
    (command,) = (text for kind, text in BLOCKS if kind == "sh" and "pip" not in text)
    assert command.split()[:3] == ["python", "-m", "pytest"]
    source = Path(legitymacja_rules.__file__).parent.parent
    return subprocess.run(
        [sys.executable, *command.split()[1:], "-p", "no:cacheprovider"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_page_leads_to_a_failing_test_and_its_mend_to_a_passing_one(tmp_path: Path) -> None:
    assert {*FILES} == {"office.py", "adapter.py", "test_office.py"}
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    failed = _run(tmp_path)
    assert failed.returncode == 1, failed.stdout
    (shown,) = (text for kind, text in BLOCKS if kind == "text")
    places = [failed.stdout.find(line) for line in shown.splitlines()]
    assert -1 not in places, failed.stdout
    assert places == sorted(places)
    _mend(tmp_path / "office.py")
    passed = _run(tmp_path)
    assert passed.returncode == 0, passed.stdout


def _mend(path: Path) -> None:
    """Put the page's second method in the place of the first of its name."""
    (mended,) = (text for kind, text in BLOCKS if text.startswith("# office.py, once more"))
    method = mended.split("\n", 1)[1]
    name = method.split("(")[0]
    before, rest = path.read_text(encoding="utf-8").split(name, 1)
    after = rest[rest.index("\n    def ") :]
    path.write_text(before + method + after, encoding="utf-8")


def test_the_page_installs_the_extra_that_the_package_has() -> None:
    install = next(text for kind, text in BLOCKS if kind == "sh")
    assert "'legitymacja-rules[testing]'" in install
    assert "\ntesting = [" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
