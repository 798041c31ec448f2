"""Texts about registers, and about the order to the printer of a card."""

from ._text import Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "register.entry": Condition(
        Text("rejestr obejmuje dokument", "the register lists the document")
    ),
    "register.fields": Condition(Text("dane zapisywane w rejestrze", "data kept in the register")),
    "register.field": Condition(Text("wpisano do rejestru", "entered in the register")),
    "order.card": Condition(
        Text("co jeszcze umieszcza się na legitymacji", "what else stands on an ID")
    ),
    "order.field": Condition(
        Text("podano dane do druku", "data for the printer given"),
        hint=Text("Uzupełnij zamówienie.", "Complete the order."),
    ),
}

NOTES: dict[str, Text] = {
    "pupil_signs": Text("odbiór podpisuje sam uczeń", "only the pupil's own signature counts"),
}

LABELS: dict[str, Text] = {
    "names": Text("imię (imiona) i nazwisko", "first names and surname"),
    "number": Text("numer dokumentu", "number of the document"),
    "collected": Text("data odbioru", "day of collection"),
    "identity_card": Text("seria i numer dowodu osobistego", "series and number of identity card"),
    "school_name": Text("nazwa szkoły", "name of the school"),
    "school_address": Text("adres szkoły", "address of the school"),
    "concession": Text("napis o uprawnieniach do ulg", "inscription on concession travel"),
    "valid_until": Text("data ważności", "last day of validity"),
}
