"""What is picked in drawing a move: mostly what a text wants and what is likely, at times something else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from hypothesis import strategies as st

from ...attestations import Attestation, Attested
from ...findings import Status
from .reference import available
from .situation import Now
from .wishes import Wish

__all__ = ["begins", "likely", "mostly", "one_of", "spoken", "wished"]

T = TypeVar("T")

MOST = 4
"""So many documents of one kind are enough."""

IN_USE = frozenset({"issued", "activated", "valid", "reported", "lapsed", "duplicated"})
"""States of a document with which there is still something to be done."""


def begins(draw: st.DrawFn, now: Now, names: Sequence[str]) -> bool:
    """Whether a first document is asked for: where there is none, and seldom beside one in use."""
    if not names or len(names) == MOST:
        return not names
    in_use = any(now.rules.state(name, on=now.day) in IN_USE for name in names)
    return draw(st.sampled_from((*[False] * (9 if in_use else 1), True)))


def one_of(draw: st.DrawFn, now: Now, names: Sequence[str]) -> str:
    """A document, mostly one in use."""
    used = [name for name in names if now.rules.state(name, on=now.day) in IN_USE]
    return draw(st.sampled_from((*used * 6, *names)))


def likely(draw: st.DrawFn, now: Now, name: str, kinds: Iterable[str]) -> str:
    """A kind of command, mostly one that nothing about the document stands in the way of."""
    document = now.rules.documents[name]
    offered = available(document, now.rules.school, on=now.day)
    every = [*kinds]
    free = [kind for kind in every if not any(f.status is Status.BREACHED for f in offered[kind])]
    return draw(st.sampled_from([*free, *free, *free, *every]))


@st.composite
def mostly(draw: st.DrawFn, best: T, others: Iterable[T]) -> T:
    """The best two times of three, else one of the others."""
    rest = [*others]
    return draw(st.sampled_from([*[best] * (2 * len(rest) or 1), *rest]))


@st.composite
def wished(
    draw: st.DrawFn, whole: Wish, twisted: Iterable[Wish], *, mostly_whole: bool = True
) -> Wish:
    """The whole, mostly; else with one twist, any condition as likely as any other."""
    by_aim: dict[tuple[str, ...], list[Wish]] = {}
    for one in twisted:
        by_aim.setdefault(one.aims[:1], []).append(one)
    aims = [*by_aim]
    wholes = 2 * len(aims) if mostly_whole else 0
    aim = draw(st.sampled_from([*[None] * (wholes or 1), *aims]))
    return whole if aim is None else draw(st.sampled_from(by_aim[aim]))


@st.composite
def spoken(draw: st.DrawFn, words: Attested) -> Iterable[Attested]:
    """What humans say, and what they had said before that: mostly yes to all that waits for them.

    At times it is no to one thing among many, or to one thing nothing yet.
    """
    answer = draw(st.sampled_from((*["yes"] * 9, "no", "no", "later")))
    if answer == "yes":
        return (words,)
    one = draw(st.sampled_from([*dict.fromkeys(map(_about, words))]))
    rest = tuple(word for word in words if _about(word) != one)
    if answer == "later":
        return (rest, words) if rest else (words,)
    no = (word.model_copy(update={"holds": False}) for word in words if _about(word) == one)
    return ((*rest, *no),)


def _about(word: Attestation) -> object:
    """What a word is on."""
    return word.condition, word.subject
