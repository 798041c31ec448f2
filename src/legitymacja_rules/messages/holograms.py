"""Texts about holograms and their ledger."""

from ._text import UNTIL, Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "hologram.accounting": Condition(
        Text("hologramy ewidencjonuje się i rozlicza", "holograms are recorded and accounted for")
    ),
    "hologram.numbers": Condition(
        Text("podano numery hologramów, każdy raz", "numbers of holograms given, each once"),
        "count",
    ),
    "hologram.new": Condition(
        Text("hologram nie był wcześniej przyjęty", "the hologram was not received before")
    ),
    "hologram.on_hand": Condition(
        Text("hologram jest na stanie", "the hologram is on hand"),
        hint=Text(
            "Porównaj numer z ewidencją: hologramu nie przyjęto albo już go nie ma.",
            "Compare the number with the ledger: it never came in, or is already gone.",
        ),
    ),
    "hologram.valid": Condition(
        Text("naklejono ważny hologram, w dniu", "a valid hologram was affixed, on"), "day", UNTIL
    ),
    "hologram.destruction": Condition(
        Text(
            "niewykorzystane hologramy zniszczono po upływie ich ważności, w dniu",
            "unused holograms were destroyed once their validity had ended, on",
        ),
        "day",
        Text("po dniu {}", "after {}"),
    ),
}

NOTES: dict[str, Text] = {}

LABELS: dict[str, Text] = {}
