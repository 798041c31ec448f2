"""Texts about fees and payments."""

from ._text import UNTIL, Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "fee.amount": Condition(Text("opłata", "fee"), "pln"),
    "fee.copies": Condition(Text("liczba egzemplarzy", "number of copies"), "count"),
    "payment.amount": Condition(Text("wpłacona kwota", "amount paid"), "pln"),
    "payment.account": Condition(Text("rachunek do wpłaty", "account for the payment")),
    "payment.title": Condition(Text("tytuł wpłaty", "title of the payment")),
    "payment.day": Condition(Text("dzień wpłaty", "day of the payment"), "day", UNTIL),
}

NOTES: dict[str, Text] = {
    "proof_not_given": Text(
        "dowodu wpłaty nie podano; sprawdza sekretariat",
        "no proof of payment was given; the office looks",
    ),
    "proof_not_compared": Text(
        "dowód złożono, ale nie porównano kwoty", "the proof came, but its amount was not compared"
    ),
    "named_grounds_only": Text(
        "dotyczy tylko przyczyn wymienionych w przepisie",
        "for the grounds that the clause names only",
    ),
    "head_names_account": Text(
        "rachunek do wpłaty wskazuje dyrektor", "the head names the account for the payment"
    ),
}

LABELS: dict[str, Text] = {}
