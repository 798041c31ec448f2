"""How fast the library is, as ratios to named peers.

    pip install -e '.[dev,benchmarks]'
    python tests/benchmarks/run.py

Each line sets one call of ours against one call of a peer that does less: the bare library below
ours, or a well-known library of the same trade that gives no reasons. Microseconds change with the
machine and the hour, so the budgets are ratios. A ratio is found thus:

1.  Ours and the peer run in one process on the same prepared input. Before anything is timed, ours
    has proved that it ends in the outcome its line names.
2.  A sample is as many calls as take some milliseconds, without garbage collection (`timeit`).
3.  A round is one sample of each, in turn; each round reverses the order of the one before, so that
    neither side always comes first, and a slow moment hits both.
4.  The ratio is the median of the rounds' own ratios, and there are 31 rounds. The times printed
    are medians too, and only tell the order of magnitude.

Imports are timed from outside, as whole runs of the interpreter; both sides carry its start.

Nothing here fails for being slow: the table says *over*, and a human looks. Repeat a doubtful line
before you believe it: ``run.py decide photo`` measures the lines whose names contain such a word.
On a busy machine ratios move by about a tenth. A peer that is not installed leaves its line empty.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.cases import BENCHMARKS
from benchmarks.measuring import Benchmark, Measured, measure

HEAD = ("what", "ours µs", "peer µs", "ratio", "budget", "")


def main(words: list[str]) -> None:
    """Print the table, one line as soon as it is measured."""
    print(_line(*HEAD))
    for benchmark in BENCHMARKS:
        if not words or any(word in benchmark.name for word in words):
            print(_line(*_cells(benchmark)), flush=True)


def _cells(benchmark: Benchmark) -> Iterator[str]:
    yield benchmark.name
    measured = measure(benchmark)
    if measured is None:
        yield from ("", "", "", f"{benchmark.budget:.3g}", "peer not installed")
    else:
        yield from _numbers(measured)
        yield f"{benchmark.budget:.3g}"
        yield "ok" if measured.ratio <= benchmark.budget else "over"


def _numbers(measured: Measured) -> Iterator[str]:
    yield f"{measured.ours * 1e6:.2f}"
    yield f"{measured.peer * 1e6:.2f}"
    yield f"{measured.ratio:.3g}"


def _line(what: str, ours: str, peer: str, ratio: str, budget: str, verdict: str) -> str:
    return f"{what:<52}{ours:>11}{peer:>11}{ratio:>9}{budget:>9}  {verdict}".rstrip()


if __name__ == "__main__":
    main(sys.argv[1:])
