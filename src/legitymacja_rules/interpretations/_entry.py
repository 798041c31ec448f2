"""The shape of one entry of the register."""

from __future__ import annotations

from dataclasses import dataclass

from ..vocabulary import DoubtKind

__all__ = ["Interpretation"]


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One doubtful place, its readings, and the one this library takes.

    Attributes:
        id: Stable name of the entry, such as ``"I-30d"``.
        kind: Whether the text is silent, can be read in two ways, contradicts itself, or differs
            from the law above it.
        question: What is in doubt, in one sentence.
        clauses: Ids of the clauses that the question concerns, such as ``"leczna:VI.5"``.
            Empty only where no text touches the question.
        readings: The possible readings, two or more, each a short phrase.
        taken: Index into ``readings`` of the reading that the rules carry out.
        why: The reason for that reading, in one or two sentences.
        parameters: Dotted paths into a regulation's data that carry the reading, for
            `Regulation.override`. Empty where the reading is fixed.
    """

    id: str
    kind: DoubtKind
    question: str
    clauses: tuple[str, ...]
    readings: tuple[str, ...]
    taken: int
    why: str
    parameters: tuple[str, ...] = ()

    @property
    def reading(self) -> str:
        """The reading taken, in words."""
        return self.readings[self.taken]
