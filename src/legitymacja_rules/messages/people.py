"""Texts about people and their PESEL."""

from ._text import Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "pesel.length": Condition(
        Text("PESEL: jedenaście cyfr", "PESEL: eleven digits"),
        hint=Text("Podaj dokładnie jedenaście cyfr.", "Give exactly eleven digits."),
    ),
    "pesel.digits": Condition(
        Text("PESEL: tylko cyfry 0-9", "PESEL: digits 0-9 only"),
        "position",
        hint=Text("Usuń spacje i inne znaki.", "Remove spaces and other signs."),
    ),
    "pesel.birth_date": Condition(
        Text("PESEL: istniejąca data urodzenia", "PESEL: an existing birth date"), "position"
    ),
    "pesel.checksum": Condition(Text("PESEL: cyfra kontrolna", "PESEL: check digit"), "position"),
    "pesel.born": Condition(
        Text(
            "data urodzenia w numerze PESEL nie późniejsza niż dzień zapytania",
            "PESEL: not born after the day asked about",
        )
    ),
    "pesel.declared_birth_date": Condition(
        Text("PESEL zgodny z podaną datą urodzenia", "PESEL agrees with the declared birth date"),
        hint=Text(
            "Porównaj numer PESEL i datę urodzenia z dokumentem.",
            "Compare PESEL and birth date with a document.",
        ),
    ),
    "pesel.granted": Condition(
        Text("uczniowi nadano numer PESEL", "the pupil has been granted a PESEL")
    ),
    "pupil.born": Condition(
        Text(
            "data urodzenia ucznia nie późniejsza niż dzień wydania",
            "the pupil was born by the day of issue",
        )
    ),
    "pesel.or_other_document": Condition(
        Text("numer PESEL albo inny dokument", "a PESEL or another document")
    ),
}

NOTES: dict[str, Text] = {
    "from_majority": Text("możliwe od pełnoletności ucznia", "possible once the pupil is of age"),
}

LABELS: dict[str, Text] = {
    "outsider": Text("osoba spoza szkoły", "somebody from outside the school"),
    "parent": Text("rodzic", "parent"),
    "guardian": Text("opiekun prawny", "legal guardian"),
    "foster_carer": Text("rodzic zastępczy", "foster carer"),
    "pupil": Text("uczeń", "pupil"),
    "graduate": Text("absolwent", "graduate"),
    "minor": Text("uczeń niepełnoletni", "pupil under age"),
    "adult": Text("uczeń pełnoletni", "pupil of age"),
}
