"""Texts about certificates, their duplicates, and how those are collected."""

from ._text import Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "certificate.issue": Condition(
        Text("wydanie oryginału świadectwa", "issuing an original certificate")
    ),
    "certificate.year": Condition(
        Text(
            "rok ukończenia między urodzeniem ucznia a wydaniem",
            "finished between the pupil's birth and the issue",
        )
    ),
    "application.same_certificate": Condition(
        Text(
            "rodzaj i rok we wniosku takie jak na świadectwie",
            "kind and year in the application are those of the certificate",
        )
    ),
    "duplicate.records": Condition(
        Text(
            "dokumentacja przebiegu nauczania wystarcza na duplikat",
            "the records of the course of education allow a duplicate",
        )
    ),
    "duplicate.statement": Condition(
        Text(
            "zamiast duplikatu zaświadczenie, że nie można go wydać",
            "a statement that no duplicate can be issued takes its place",
        )
    ),
    "duplicate.form": Condition(
        Text("druk, na którym sporządzono duplikat", "form on which the duplicate is made")
    ),
    "collection.way": Condition(Text("sposób odbioru", "way of collection")),
    "collection.special": Condition(
        Text("szczególny przypadek, w którym dopuszcza się", "a special case that allows")
    ),
    "collection.day": Condition(
        Text(
            "odbiór od poniedziałku do piątku, nie w dzień ustawowo wolny",
            "collected from Monday to Friday, on no statutory day off",
        ),
        "day",
    ),
    "collection.hours": Condition(
        Text("godzina odbioru", "hour of collection"), limit=Text("w godzinach {}", "between {}")
    ),
    "collection.notice": Condition(
        Text("najpierw informacja telefoniczna", "a notice by phone came first")
    ),
    "collection.receiver": Condition(
        Text(
            "odbiera osoba zainteresowana albo pisemnie upoważniona",
            "collected by the person concerned or by written authority",
        ),
        hint=Text("Potrzebne jest pisemne upoważnienie.", "A written authority is needed."),
    ),
    "collection.signature": Condition(
        Text(
            "uczeń lub absolwent potwierdził odbiór podpisem; odbiera",
            "the pupil or graduate has signed for it; collected by",
        )
    ),
    "collection.identity_card": Condition(
        Text("wpisano serię i numer dowodu osobistego", "the identity card is written down")
    ),
}

NOTES: dict[str, Text] = {}

LABELS: dict[str, Text] = {
    "duplicate_impossible": Text(
        "zaświadczenie, że duplikatu wydać nie można", "statement of no duplicate"
    ),
    "sufficient": Text("wystarczająca", "sufficient"),
    "insufficient": Text("niewystarczająca", "insufficient"),
    "none": Text("brak dokumentacji", "no records"),
    "form_of_the_time": Text(
        "druk z okresu wydania oryginału", "the form in force when the original was issued"
    ),
    "computer_made": Text(
        "formularz sporządzony na komputerze", "a form made on a computer, of the same content"
    ),
    "authorised": Text("osoba upoważniona", "an authorised person"),
    "in_person": Text("odbiór osobisty", "collection in person"),
    "registered_letter": Text("list polecony", "registered letter"),
    "post": Text("przesyłka pocztowa", "post"),
}
