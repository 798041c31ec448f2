"""The page on conformance, followed step by step as a newcomer would, in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import legitymacja_rules
from legitymacja_rules import variants

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


SHOWN = [text for kind, text in BLOCKS if kind == "text"]


def _run(folder: Path, test: str) -> subprocess.CompletedProcess[str]:
    """The page's command with one of its tests."""
    (command,) = (text for kind, text in BLOCKS if kind == "sh" and "pip" not in text)
    assert command.split() == ["python", "-m", "pytest", "test_office.py"]
    source = Path(legitymacja_rules.__file__).parent.parent
    return subprocess.run(
        [sys.executable, "-m", "pytest", test, "-p", "no:cacheprovider"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def _fails(folder: Path, test: str, shown: str) -> None:
    """The test fails, and tells what the page shows, in this order."""
    failed = _run(folder, test)
    assert failed.returncode == 1, failed.stdout
    at = 0
    for line in shown.splitlines():
        at = failed.stdout.find(line, at) + 1
        assert at, (line, failed.stdout)


def _passes(folder: Path, test: str) -> None:
    passed = _run(folder, test)
    assert passed.returncode == 0, passed.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder, and in it the files of the page."""
    assert {*FILES} == {
        *("office.py", "adapter.py", "test_office.py"),
        *("certificates.py", "test_certificates.py"),
    }
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_page_leads_to_a_failing_test_and_its_mend_to_a_passing_one(folder: Path) -> None:
    _fails(folder, "test_office.py", SHOWN[0])
    _mend(folder / "office.py")
    _passes(folder, "test_office.py")


def test_a_register_by_its_own_logic_fails_by_one_row_and_passes_without_it(folder: Path) -> None:
    _fails(folder, "test_certificates.py", SHOWN[1])
    register = folder / "certificates.py"
    rows = register.read_text(encoding="utf-8").splitlines(keepends=True)
    second = rows.index("LEADS = {\n") + 2
    assert rows.pop(second) == '    ("valid", "hand_over"): "valid",\n'
    register.write_text("".join(rows), encoding="utf-8")
    test = folder / "test_certificates.py"
    test.write_text(FILES[test.name].replace('["grojec"]', f"{variants.names()}"), encoding="utf-8")
    _passes(folder, "test_certificates.py")


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
