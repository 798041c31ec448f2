"""Texts about school and preschool IDs."""

from ._text import Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "id.issued": Condition(
        Text("rodzaj wydanej wcześniej legitymacji", "kind of the ID issued before")
    ),
    "id.valid": Condition(
        Text("legitymacja ważna w dniu", "the ID is valid on"),
        "day",
        Text("ważna do {}", "valid until {}"),
        Text(
            "Najpierw potwierdź ważność legitymacji albo złóż nową.",
            "Have the ID confirmed, or a new one issued, first.",
        ),
    ),
}

NOTES: dict[str, Text] = {}

LABELS: dict[str, Text] = {
    "school": Text("szkolna", "school"),
    "preschool": Text("przedszkolna", "preschool"),
}
