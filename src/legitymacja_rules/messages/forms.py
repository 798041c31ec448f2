"""Texts about what is written: on forms, on the back of a photo, in the subject of a message."""

from ._text import UNTIL, Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "form.reason": Condition(
        Text(
            "przyczyna na formularzu ta sama co we wniosku",
            "the form's reason is the application's",
        )
    ),
    "form.fields": Condition(Text("pola wniosku", "fields of the form")),
    "form.field": Condition(
        Text("wypełnione pole wniosku", "field of the form filled in"),
        hint=Text("Uzupełnij wniosek.", "Complete the form."),
    ),
    "form.written": Condition(
        Text("dzień, w którym napisano wniosek", "day on which the form was written"), "day", UNTIL
    ),
    "photo.label": Condition(
        Text("opis na odwrocie zdjęcia", "written on the back of the photo"),
        hint=Text("Dopisz to na odwrocie zdjęcia.", "Write it on the back of the photo."),
    ),
    "message.subject": Condition(
        Text(
            "w temacie wiadomości dane ucznia i dopisek",
            "the message's subject holds the pupil's data and the word",
        ),
        hint=Text(
            "Podaj w temacie imię, nazwisko i klasę ucznia oraz dopisek.",
            "Give the pupil's first name, surname and class in the subject, and the word.",
        ),
    ),
}

NOTES: dict[str, Text] = {
    "form_not_seen": Text(
        "wzór wniosku nie jest tu znany; sprawdza się tylko to, czego żądają przepisy",
        "the form itself is not known here; only what the text demands is checked",
    ),
}

LABELS: dict[str, Text] = {
    "place": Text("miejscowość", "place"),
    "written": Text("data wniosku", "date of the application"),
    "applicant_name": Text("imię i nazwisko wnioskodawcy", "applicant's name"),
    "applicant_address": Text("adres wnioskodawcy", "applicant's address"),
    "applicant_phone": Text("telefon wnioskodawcy", "applicant's phone number"),
    "applicant_email": Text("adres e-mail wnioskodawcy", "applicant's e-mail address"),
    "class_name": Text("klasa", "class"),
    "birth_place": Text("miejsce urodzenia", "place of birth"),
    "phone": Text("telefon ucznia", "pupil's phone number"),
    "id_issued": Text("data wydania legitymacji", "day of issue of the ID"),
    "id_valid_until": Text("data ważności legitymacji", "last day of validity of the ID"),
    "reason": Text("przyczyna", "reason"),
    "certificate_kind": Text("rodzaj świadectwa", "kind of certificate"),
    "certificate_school": Text("nazwa ukończonej szkoły", "name of the school finished"),
    "certificate_profile": Text("profil lub zawód", "profile or trade"),
    "certificate_year": Text("rok ukończenia", "year of finishing"),
    "certificate_name": Text("nazwisko na oryginale", "name on the original"),
    "signature": Text("podpis", "signature"),
}
