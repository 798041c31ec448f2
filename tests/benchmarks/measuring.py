"""One benchmark and how it is measured; `run` tells the method."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from timeit import Timer

Call = Callable[[], object]

ROUNDS = 31
SAMPLE = 0.004
"""Seconds that a sample should take at least."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A call of ours, the peer's (None if it is not installed), and the highest ratio allowed."""

    name: str
    ours: Call
    peer: Call | None
    budget: float


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians over the rounds: seconds a call, and ours divided by the peer's."""

    ours: float
    peer: float
    ratio: float


@dataclass(frozen=True, slots=True)
class _Sampler:
    timer: Timer
    calls: int

    def sample(self) -> float:
        return self.timer.timeit(self.calls) / self.calls


def measure(benchmark: Benchmark) -> Measured | None:
    """All rounds of one benchmark; None if its peer is missing."""
    if benchmark.peer is None:
        return None
    ours, peer = _sampler(benchmark.ours), _sampler(benchmark.peer)
    rounds = [_round(ours, peer, reverse=bool(number % 2)) for number in range(ROUNDS)]
    return Measured(
        ours=median(mine for mine, _ in rounds),
        peer=median(theirs for _, theirs in rounds),
        ratio=median(mine / theirs for mine, theirs in rounds),
    )


def _sampler(call: Call) -> _Sampler:
    timer = Timer(call)
    timer.timeit(1)  # what is only built once: validators, caches, plugins, bytecode
    calls, seconds = timer.autorange()
    return _Sampler(timer, max(1, round(calls * SAMPLE / seconds)))


def _round(ours: _Sampler, peer: _Sampler, *, reverse: bool) -> tuple[float, float]:
    if reverse:
        theirs = peer.sample()
        return ours.sample(), theirs
    return ours.sample(), peer.sample()
