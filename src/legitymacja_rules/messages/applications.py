"""Texts about applications and what comes with them."""

from ._text import UNTIL, Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "application.same_pupil": Condition(
        Text("dla tego samego ucznia co poprzednia", "for the same pupil as the earlier one")
    ),
    "application.applicant": Condition(
        Text("wnioskodawca", "applicant"),
        "word",
        hint=Text(
            "Wniosek składa osoba wskazana w przepisie.",
            "The person named in the clause applies.",
        ),
    ),
    "application.item": Condition(
        Text("złożono z wnioskiem", "comes with the application"),
        hint=Text("Uzupełnij wniosek.", "Complete the application."),
    ),
    "application.shown": Condition(Text("okazano do wglądu", "shown at the desk")),
    "application.channel": Condition(
        Text("sposób złożenia wniosku", "way of lodging the application")
    ),
    "application.manner": Condition(
        Text("wniosek złożony we właściwej formie", "the application made in the right manner"),
        hint=Text("Złóż wniosek tak, jak mówi przepis.", "Apply in the manner the clause names."),
    ),
    "application.data": Condition(
        Text("podano dane", "data given"),
        hint=Text("Uzupełnij dane ucznia.", "Complete the pupil's data."),
    ),
    "ground.basis": Condition(
        Text("dokument, na którym opiera się zmiana", "document on which the change rests"),
        hint=Text(
            "Potrzebna jest decyzja administracyjna albo orzeczenie sądu.",
            "An administrative decision or a court ruling is needed.",
        ),
    ),
    "application.received": Condition(
        Text(
            "wniosek złożono najpóźniej w dniu rozpatrzenia",
            "the application was lodged by the day asked about",
        ),
        "day",
        UNTIL,
    ),
    "application.scope": Condition(
        Text("przepisy obejmują tę osobę", "the text applies to this person"), "word"
    ),
    "application.ground": Condition(Text("przyczyna", "reason")),
}

NOTES: dict[str, Text] = {
    "manner_not_given": Text(
        "nie podano, czy wniosek złożono na piśmie, czy ustnie",
        "nobody said whether it was made in writing or orally",
    ),
    "clause_not_named": Text(
        "przepisy znają kilka takich przypadków; wskaż, o który chodzi",
        "the text has several such cases; name the clause that is meant",
    ),
}

LABELS: dict[str, Text] = {
    "proof_of_change": Text("dokument potwierdzający zmianę danych", "proof of the change of data"),
    "proof_of_payment": Text("dowód wniesienia opłaty", "proof of payment"),
    "old_id": Text("dotychczasowa legitymacja", "the previous ID"),
    "declaration_truth": Text("oświadczenie o prawdziwości", "declaration of truth"),
    "error": Text("błąd lub omyłka", "an error"),
    "first_name": Text("zmiana imienia", "change of first name"),
    "pesel_granted": Text("nadanie numeru PESEL", "a PESEL granted"),
    "special_education_ruling": Text(
        "orzeczenie o potrzebie kształcenia specjalnego", "ruling on special education"
    ),
    "hologram_damaged": Text("uszkodzenie hologramu", "damaged hologram"),
    "other": Text("inny przypadek opisany w przepisie", "another case that the clause describes"),
    "in_writing": Text("na piśmie", "in writing"),
    "orally": Text("ustnie", "orally"),
    "form": Text("wypełniony wniosek", "completed form"),
    "id_scan": Text("skan legitymacji", "scan of the ID"),
    "id_shown": Text("legitymacja", "the ID"),
    "disability_ruling": Text("orzeczenie o niepełnosprawności", "disability ruling"),
    "declaration_photo": Text("oświadczenie o zdjęciu", "declaration on the photo"),
    "declaration_terms": Text("oświadczenie o regulaminie", "declaration on the terms"),
    "declaration_report_loss": Text(
        "oświadczenie o zgłoszeniu utraty", "declaration to report a loss"
    ),
    "declaration_data_entry": Text("zgoda na wprowadzenie danych", "consent to the entry of data"),
    "new_application": Text(
        "nowy wniosek zamiast aktywacji", "a new application instead of an activation"
    ),
    "id_number": Text("numer legitymacji", "number of the ID"),
    "disability": Text("niepełnosprawność (tak/nie)", "disability (yes/no)"),
    "first_names": Text("imię (imiona)", "first names"),
    "last_name": Text("nazwisko", "surname"),
    "birth_date": Text("data urodzenia", "date of birth"),
    "pesel": Text("PESEL", "PESEL"),
    "address": Text("adres zamieszkania", "home address"),
    "email": Text("e-mail", "e-mail"),
    "e_register": Text("dziennik elektroniczny", "e-register"),
    "print": Text("wydruk", "printout"),
    "administrative_decision": Text("decyzja administracyjna", "administrative decision"),
    "court_ruling": Text("orzeczenie sądowe", "court ruling"),
    "birth_certificate": Text("odpis aktu urodzenia", "birth certificate"),
    "marriage_certificate": Text("odpis aktu małżeństwa", "marriage certificate"),
}
