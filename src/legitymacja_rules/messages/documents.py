"""Texts about the life of any document."""

from ._text import UNTIL, Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "document.school": Condition(
        Text("dokument wydała ta szkoła", "the document was issued by this school")
    ),
    "document.expired": Condition(
        Text("ważność nie upłynęła", "its validity has not ended"), "day", UNTIL
    ),
    "document.revoked": Condition(
        Text("nie została unieważniona; unieważniono dnia", "it has not been revoked; revoked on"),
        "day",
    ),
    "document.reissued": Condition(
        Text(
            "nie zastąpiono jej nową; zastąpiono dnia",
            "no new one has taken its place; replaced on",
        ),
        "day",
    ),
}

NOTES: dict[str, Text] = {}

LABELS: dict[str, Text] = {}
