"""Texts about fees and payments."""

from ._text import Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "fee.amount": Condition(Text("opłata", "fee"), "pln"),
}

NOTES: dict[str, Text] = {
    "named_grounds_only": Text(
        "dotyczy tylko przyczyn wymienionych w przepisie",
        "for the grounds that the clause names only",
    ),
    "head_names_account": Text(
        "rachunek do wpłaty wskazuje dyrektor", "the head names the account for the payment"
    ),
}

LABELS: dict[str, Text] = {}
