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
    "Remedy",
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

    def of(self, language: Language) -> str:
        """The text in that language."""
        return self.pl if language == "pl" else self.en


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


@dataclass(frozen=True, slots=True)
class Remedy:
    """What mends a fault of data; `naming` also says what the place could hold."""

    text: Text
    naming: Text | None = None
