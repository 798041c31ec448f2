"""Fuzzes a target for a time, and says what came of it.

    pip install -e '.[dev,fuzz]'
    python tests/fuzz/run.py inspect --minutes 10
    python tests/fuzz/run.py all --minutes 10 --keep

The fuzzer (atheris, which is libFuzzer for Python) begins with a target's seeds and its corpus,
changes files, and goes on from those that reach code in a way that none before has. A file on which
the target raises is a finding, and the run goes on after it. Of all findings with one error at one
place the smallest is made smaller still and put into the corpus, where the tests ask it again until
it is mended, and ever after. What kills or hangs the interpreter ends the run; its file is put there
as it is.

Told as new are the fewest files that reach every branch which seeds and corpus do not; with `--keep`
they are put into the corpus. This module alone needs atheris.
"""

from __future__ import annotations

import argparse
import io
import re
import shlex
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr
from hashlib import sha256
from pathlib import Path
from random import Random

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

INSTRUMENTED = ["legitymacja_rules", "PIL", "stdnum"]
"""Where branches are seen."""

# It tells of each module that it instruments.
with redirect_stderr(io.StringIO()), atheris.instrument_imports(INSTRUMENTED):
    from fuzz.findings import fault, shrunk
    from fuzz.targets import CORPUS, TARGETS, stored

LIMITS = ("-timeout=30", "-rss_limit_mb=2048", "-len_control=0", "-print_final_stats=1")
FEWEST = ("-set_cover_merge=1", "-use_counters=0")
STATISTIC = re.compile(r"^stat::(\w+):\s+(\d+)", re.MULTILINE)
STATISTICS = ("number_of_executed_units", "average_exec_per_sec")
HEAD = ("target", "inputs", "a second", "new files", "findings")
WITHIN = "--within"
"""Says that the fuzzer is to run here, in a room of files; it ends the process that it runs in."""


def main() -> None:
    """Run the targets one after another; the exit code says whether anything was found."""
    asked = argparse.ArgumentParser(description="Fuzz a target for a time.")
    asked.add_argument("target", choices=[*TARGETS, "all"])
    asked.add_argument("--minutes", type=float, default=10, help="for each target")
    asked.add_argument("--keep", action="store_true", help="put new files into the corpus")
    given = asked.parse_args()
    print(_line(*HEAD), flush=True)
    names = [*TARGETS] if given.target == "all" else [given.target]
    found = [_ran(name, given.minutes, keep=given.keep) for name in names]
    sys.exit(any(found))


def _ran(name: str, minutes: float, *, keep: bool) -> bool:
    """Fuzz a target and tell of it; whether anything was found."""
    target, corpus = TARGETS[name], CORPUS / name
    corpus.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        room = Path(place)
        known, new, found, fatal = (room / part for part in ("known", "new", "found", "fatal"))
        for part in (known, new, found, fatal):
            part.mkdir()
        begun = {stored(data, known) for data in (*target.seeds(), *_files(corpus))}
        longest = f"-max_len={target.longest}"
        limits = (longest, f"-max_total_time={60 * minutes:.0f}", f"-artifact_prefix={fatal}/")
        log = _fuzzer(name, room, *LIMITS, *limits, new, known)
        raised, killed = _files(found), _files(fatal)
        _fuzzer(name, room, *FEWEST, longest, f"-artifact_prefix={room}/", known, new)
        fresh = [path.read_bytes() for path in {*known.iterdir()} - begun]
    told = dict(STATISTIC.findall(log))
    numbers = (told.get(one, "?") for one in STATISTICS)
    print(_line(name, *numbers, len(fresh), len(raised) + len(killed)), flush=True)
    for data in raised:
        smaller = shrunk(target.ask, data)
        print(f"  {stored(smaller, corpus).name}: {fault(target.ask, smaller)}")
    for data in killed:
        print(f"  {stored(data, corpus).name}: kills or hangs the interpreter")
    for data in fresh if keep else ():
        stored(data, corpus)
    if not told:
        print(log)
    return bool(raised or killed or not told)


def _files(place: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(place.iterdir())]


def _fuzzer(name: str, room: Path, *how: object) -> str:
    """What the fuzzer says of its run."""
    call = (sys.executable, __file__, WITHIN, room, name, *how)
    done = subprocess.run([*map(str, call)], capture_output=True, check=False)
    return done.stderr.decode("utf-8", "replace")


def _fuzz(room: str, name: str, *how: str) -> None:
    target = TARGETS[name]
    smallest: dict[str, int] = {}

    def ask(data: bytes) -> None:
        kind = fault(target.ask, data)
        if kind is not None and len(data) < smallest.get(kind, len(data) + 1):
            smallest[kind] = len(data)
            Path(room, "found", sha256(kind.encode()).hexdigest()).write_bytes(data)

    def change(data: bytes) -> bytes:
        changed: bytes = atheris.Mutate(data, len(data) + 64)
        return changed

    def mutated(data: bytes, longest: int, seed: int) -> bytes:
        made = target.mutated(data, Random(seed), change)
        return made if len(made) <= longest else change(data)[:longest]

    # by its name it calls itself again, to compare files
    itself = shlex.join((sys.executable, *sys.argv[:4]))
    atheris.Setup([itself, *how], ask, custom_mutator=mutated)
    atheris.Fuzz()


def _line(name: object, *numbers: object) -> str:
    return f"{name:<10}" + "".join(f"{number:>12}" for number in numbers)


if __name__ == "__main__":
    if sys.argv[1:2] == [WITHIN]:
        _fuzz(*sys.argv[2:])
    else:
        main()
