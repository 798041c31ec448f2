"""What a text is, and what the texts of one condition are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "AT_LEAST",
    "AT_MOST",
    "EXACTLY",
    "NOT_BEFORE",
    "REQUIRED",
    "UNTIL",
    "Condition",
    "Language",
    "Text",
    "Unit",
]

Language = Literal["pl", "en"]

Unit = Literal[
    "text",
    "word",
    "day",
    "period",
    "px",
    "dpi",
    "bytes",
    "percent",
    "pln",
    "position",
    "count",
]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    pl: str
    en: str


REQUIRED = Text("wymagane: {}", "required: {}")
AT_LEAST = Text("co najmniej {}", "at least {}")
AT_MOST = Text("najwyżej {}", "at most {}")
EXACTLY = Text("dokładnie {}", "exactly {}")
UNTIL = Text("najpóźniej {}", "{} at the latest")
NOT_BEFORE = Text("nie wcześniej niż {}", "not before {}")


@dataclass(frozen=True, slots=True)
class Condition:
    """The texts of one finding code."""

    text: Text
    unit: Unit = "text"
    limit: Text = REQUIRED
    hint: Text | None = None
