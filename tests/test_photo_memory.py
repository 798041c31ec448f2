"""How much memory a hostile photo takes: seen from outside, as the system counts it.

Each file is looked at in an interpreter of its own, whose imports are warm. What grows is the highest
resident memory while one call runs, over what was resident with the file already in it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from samples import picture
from test_photo import declared

CLEAR, STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")
MEBIBYTE = 2**20

PROBE = """
import json, sys
from pathlib import Path
from legitymacja_rules import photo

def resident(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith(name))

def ask(data, how):
    if how == "prepare":
        return photo.prepare(data, None).findings[0].measured
    return photo.inspect(data, whole=how == "whole").fault

good, how = Path(sys.argv[1]).read_bytes(), sys.argv[3]
ask(good, how)
data = Path(sys.argv[2]).read_bytes()
Path("/proc/self/clear_refs").write_text("5")
before = resident("VmRSS")
answer = ask(data, how)
print(json.dumps([answer, resident("VmHWM") - before]))
"""

pytestmark = pytest.mark.skipif(
    not (CLEAR.exists() and STATUS.exists()), reason="only Linux tells a process its own peak"
)


def grown(good: bytes, data: bytes, how: str, tmp_path: Path) -> tuple[Any, int]:
    """What the call answers, and by how many bytes the process grew meanwhile."""
    paths = [tmp_path / "good", tmp_path / "data"]
    for path, content in zip(paths, (good, data), strict=True):
        path.write_bytes(content)
    run = [sys.executable, "-c", PROBE, *map(str, paths), how]
    answer, more = json.loads(subprocess.run(run, check=True, capture_output=True).stdout)
    return answer, more


GOOD = picture(500, 600)
HEADERS = {
    "fill": b"\xff\xd8" + b"\xff" * 16_000_000,
    "segments": b"\xff\xd8" + b"\xff\xe5\0\2" * 4_000_000,
    "photo with a long tail": picture(3000, 4000, size=16_000_000),
    "text": b"Ala ma kota. " * 1_200_000,
}


@pytest.mark.parametrize("name", HEADERS)
def test_looking_at_a_header_takes_no_more_than_one_mebibyte(name: str, tmp_path: Path) -> None:
    """Catches a copy of the upload."""
    _, more = grown(GOOD, HEADERS[name], "header", tmp_path)
    assert more <= MEBIBYTE


BOMBS = {
    "px": (declared(60_000, 60_000), "too_large"),
    "bytes": (picture(500, 600, size=40 * MEBIBYTE), "too_heavy"),
    "fill": (HEADERS["fill"], "corrupt"),
    "segments": (HEADERS["segments"], "corrupt"),
}


@pytest.mark.parametrize("how", ["whole", "prepare"])
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_that_is_refused_takes_no_more_than_sixteen_mebibytes(
    name: str, how: str, tmp_path: Path
) -> None:
    """Catches a picture that is decoded before it is measured."""
    data, fault = BOMBS[name]
    answer, more = grown(GOOD, data, how, tmp_path)
    assert answer == fault
    assert more <= 16 * MEBIBYTE


def test_control_a_picture_that_is_decoded_takes_more(tmp_path: Path) -> None:
    """The probe sees memory that is taken and given back."""
    answer, more = grown(GOOD, picture(3000, 4000, format_="PNG"), "whole", tmp_path)
    assert answer is None
    assert more > 16 * MEBIBYTE
