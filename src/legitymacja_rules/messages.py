"""Every text a reader sees, Polish and English side by side.

A condition has one statement that is true whatever its status is; the mark in front of it says
whether it is met. `limit` frames what was demanded, `hint` says what helps when it is not met. Labels
translate the closed words (items, steps, grounds, roles); notes say what stands beside a verdict.
The unit of measured values and limits belongs to the condition.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = ["CONDITIONS", "FRAME", "LABELS", "NOTES", "Condition", "Language", "Text", "Unit"]

Language = Literal["pl", "en"]

Unit = Literal[
    "text",
    "word",
    "day",
    "period",
    "px",
    "dpi",
    "bytes",
    "percent",
    "pln",
    "position",
    "count",
]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    pl: str
    en: str


_REQUIRED = Text("wymagane: {}", "required: {}")
_AT_LEAST = Text("co najmniej {}", "at least {}")
_AT_MOST = Text("najwyżej {}", "at most {}")
_UNTIL = Text("najpóźniej {}", "{} at the latest")
_NOT_BEFORE = Text("nie wcześniej niż {}", "not before {}")


@dataclass(frozen=True, slots=True)
class Condition:
    """The texts of one finding code."""

    text: Text
    unit: Unit = "text"
    limit: Text = _REQUIRED
    hint: Text | None = None


CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {
        # the question itself
        "regulation.in_force": Condition(
            Text("przepisy szkoły obowiązują w dniu", "the school's text applies on"),
            "period",
            Text("okres {}", "period {}"),
        ),
        "regulation.procedure": Condition(
            Text("przepisy szkoły o procedurze", "the school's text on the procedure"), "word"
        ),
        "attestation.day": Condition(
            Text("dzień poświadczenia", "day of the attestation"), "day", _UNTIL
        ),
        "day.order": Condition(Text("dzień czynności", "day of the act"), "day", _NOT_BEFORE),
        "document.school": Condition(
            Text("dokument wydała ta szkoła", "the document was issued by this school")
        ),
        # people
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
        "pesel.checksum": Condition(
            Text("PESEL: cyfra kontrolna", "PESEL: check digit"), "position"
        ),
        "pesel.born": Condition(
            Text(
                "data urodzenia w numerze PESEL nie późniejsza niż dzień zapytania",
                "PESEL: not born after the day asked about",
            )
        ),
        "pesel.declared_birth_date": Condition(
            Text(
                "PESEL zgodny z podaną datą urodzenia", "PESEL agrees with the declared birth date"
            ),
            hint=Text(
                "Porównaj numer PESEL i datę urodzenia z dokumentem.",
                "Compare PESEL and birth date with a document.",
            ),
        ),
        "pesel.granted": Condition(
            Text("uczniowi nadano numer PESEL", "the pupil has been granted a PESEL")
        ),
        # applications
        "application.same_pupil": Condition(
            Text("dla tego samego ucznia co poprzednia", "for the same pupil as the earlier one")
        ),
        "pupil.born": Condition(
            Text(
                "data urodzenia ucznia nie późniejsza niż dzień wydania",
                "the pupil was born by the day of issue",
            )
        ),
        "school.agreement": Condition(
            Text("porozumienie szkoły z ministerstwem", "the school's agreement with the ministry")
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
        "application.data": Condition(
            Text("podano dane", "data given"),
            hint=Text("Uzupełnij dane ucznia.", "Complete the pupil's data."),
        ),
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
        "mlegitymacja.only_one": Condition(
            Text(
                "na podstawie tej legitymacji nie wydano innej, wciąż czynnej mLegitymacji",
                "no other living mLegitymacja rests on this ID",
            )
        ),
        "mlegitymacja.issue_after_revocation": Condition(
            Text("nowe wydanie po unieważnieniu", "a new issue after a revocation")
        ),
        "mlegitymacja.validity": Condition(
            Text("ostatni dzień ważności wyznacza", "last day of validity, set by"), "day"
        ),
        # photos
        "photo.requirement": Condition(
            Text("wymagania wobec zdjęcia", "requirements for the photo")
        ),
        "photo.present": Condition(Text("dołączono zdjęcie", "a photo came with it")),
        "photo.format": Condition(
            Text("format zdjęcia (treść pliku)", "format of the photo (its content)"),
            hint=Text(
                "Zapisz zdjęcie w wymaganym formacie; sama zmiana nazwy nie wystarczy.",
                "Save the photo in the required format; renaming alone does not help.",
            ),
        ),
        "photo.readable": Condition(
            Text("plik jest czytelnym obrazem", "the file is a readable picture"), "word"
        ),
        "photo.extension": Condition(
            Text("rozszerzenie nazwy pliku", "extension of the file name")
        ),
        "photo.size": Condition(Text("wielkość pliku", "size of the file"), "bytes", _AT_MOST),
        "photo.width": Condition(Text("szerokość zdjęcia", "width of the photo"), "px", _AT_LEAST),
        "photo.height": Condition(Text("wysokość zdjęcia", "height of the photo"), "px", _AT_LEAST),
        "photo.ratio": Condition(Text("proporcje zdjęcia", "shape of the photo")),
        "photo.dpi": Condition(Text("rozdzielczość", "resolution"), "dpi", _AT_LEAST),
        "photo.dpi_at_most": Condition(Text("rozdzielczość", "resolution"), "dpi", _AT_MOST),
        "photo.name": Condition(
            Text("nazwa pliku", "name of the file"),
            hint=Text(
                "Nazwij plik imieniem, nazwiskiem i klasą, jak mówi przepis.",
                "Name the file by names and class, as the clause says.",
            ),
        ),
        "photo.face_share": Condition(
            Text("udział twarzy w zdjęciu", "the face's share of the photo"), "percent"
        ),
        "photo.acceptance": Condition(
            Text(
                "szkoła przyjmuje zdjęcie mimo niespełnionego warunku",
                "the school accepts the photo in spite of",
            )
        ),
        "photo.current": Condition(Text("zdjęcie jest aktualne", "the photo is current")),
        "photo.face_frontal": Condition(Text("twarz na wprost", "the face is frontal")),
        "photo.headwear": Condition(Text("bez nakrycia głowy", "no headwear")),
        "photo.dark_glasses": Condition(Text("bez ciemnych okularów", "no dark glasses")),
        "photo.hair": Condition(
            Text("włosy nie zasłaniają twarzy", "hair does not cover the face")
        ),
        "photo.background": Condition(Text("jasne, jednolite tło", "plain, light background")),
        "photo.sharpness": Condition(Text("dobra ostrość", "good sharpness")),
        "photo.colours": Condition(Text("naturalne kolory", "natural colours")),
        "photo.framing": Condition(
            Text(
                "od wierzchołka głowy do górnej części barków",
                "from the crown to the upper shoulders",
            )
        ),
        "photo.eyes": Condition(Text("wyraźnie widać oczy", "the eyes are clearly visible")),
        # codes, devices, steps
        "codes.generated": Condition(
            Text(
                "kody wygenerowano po złożeniu wniosku i do dnia wydania",
                "codes generated after the application and by the day of issue",
            ),
            "day",
            _UNTIL,
        ),
        "codes.delivery": Condition(
            Text("przekazanie danych aktywacyjnych", "handing over of activation data"),
            hint=Text(
                "Podaj adres e-mail albo wybierz wydruk.",
                "Give an e-mail address or choose a printout.",
            ),
        ),
        "codes.window": Condition(
            Text("aktywacja w okresie ważności kodów", "activation while the codes work"),
            "day",
            _UNTIL,
        ),
        "codes.after_lapse": Condition(
            Text("co dalej po upływie ważności kodów", "what follows once the codes have run out")
        ),
        "codes.one_time": Condition(
            Text("kody nie były jeszcze użyte", "the codes have not been used before")
        ),
        "codes.fresh": Condition(
            Text("kody inne niż w poprzedniej mLegitymacji", "codes other than the earlier ones")
        ),
        "codes.match": Condition(
            Text("kody należą do tej mLegitymacji", "the codes belong to this mLegitymacja")
        ),
        "devices.limit": Condition(Text("liczba urządzeń", "number of devices"), "count", _AT_MOST),
        "steps.order": Condition(
            Text("kolejność czynności", "order of the steps"),
            "word",
            Text("teraz: {}", "due now: {}"),
        ),
        # the life of a document
        "document.expired": Condition(
            Text("ważność nie upłynęła", "its validity has not ended"), "day", _UNTIL
        ),
        "document.revoked": Condition(
            Text(
                "nie została unieważniona; unieważniono dnia", "it has not been revoked; revoked on"
            ),
            "day",
        ),
        "document.reissued": Condition(
            Text(
                "nie zastąpiono jej nową; zastąpiono dnia",
                "no new one has taken its place; replaced on",
            ),
            "day",
        ),
        "revoke.ground": Condition(Text("podstawa unieważnienia", "ground for revoking")),
        "revoke.applicant": Condition(
            Text("wnioskujący o unieważnienie", "applicant for the revocation"), "word"
        ),
        "revoke.decision": Condition(
            Text("szkoła postanowiła unieważnić", "the school has decided to revoke")
        ),
        "reissue.ground": Condition(Text("podstawa ponownego wydania", "ground for issuing again")),
        "reissue.after": Condition(
            Text("przyczyna wcześniejszego unieważnienia", "cause of the earlier revocation"),
            "word",
        ),
        "reissue.extended": Condition(
            Text(
                "ważność tej samej legitymacji przedłużono do",
                "validity of the same ID extended to",
            ),
            "day",
            Text("dłużej niż do {}", "beyond {}"),
        ),
        "reissue.new_card": Condition(Text("wydano inną legitymację", "another ID was issued")),
        "ground.basis": Condition(
            Text("dokument, na którym opiera się zmiana", "document on which the change rests"),
            hint=Text(
                "Potrzebna jest decyzja administracyjna albo orzeczenie sądu.",
                "An administrative decision or a court ruling is needed.",
            ),
        ),
        # money
        "fee.amount": Condition(Text("opłata", "fee"), "pln"),
    }
)
"""Finding code → its texts."""

NOTES: Mapping[str, Text] = MappingProxyType(
    {
        "retroactive": Text("z mocą wsteczną", "with retroactive effect"),
        "law_answers": Text("rozstrzygają przepisy krajowe", "the national law answers"),
        "law_probable": Text(
            "źródło prawdopodobne, niepotwierdzone", "a probable source, not a confirmed one"
        ),
        "school_silent": Text("szkoła tego nie reguluje", "the school does not regulate this"),
        "school_not_in_force": Text(
            "w tym dniu przepisy szkoły nie obowiązują", "the school's text does not apply that day"
        ),
        "megabyte_either": Text(
            "1 MB to 1 000 000 albo 1 048 576 bajtów; przepis nie rozstrzyga",
            "1 MB is 1,000,000 or 1,048,576 bytes; the text does not say",
        ),
        "dpi_absent": Text("plik nie podaje rozdzielczości", "the file states no resolution"),
        "dpi_contradictory": Text(
            "plik podaje sprzeczne rozdzielczości", "the file states contradictory resolutions"
        ),
        "rename": Text("wystarczy zmienić nazwę pliku", "renaming the file is enough"),
        "education_end_unknown": Text(
            "nie podano końca nauki w szkole; nie wzięto go pod uwagę",
            "the end of education was not stated, and not taken into account",
        ),
        "named_grounds_only": Text(
            "dotyczy tylko przyczyn wymienionych w przepisie",
            "for the grounds that the clause names only",
        ),
        "head_names_account": Text(
            "rachunek do wpłaty wskazuje dyrektor", "the head names the account for the payment"
        ),
        "name_waived": Text(
            "nazwa niewymagana przy wgraniu przez dziennik",
            "no name needed for an upload through the e-register",
        ),
        "name_not_given": Text("nazwy pliku nie podano", "no file name was given"),
        "pupil_not_given": Text(
            "nie podano ucznia lub klasy do porównania", "no pupil or class given to compare with"
        ),
        "discretion": Text(
            "niespełnione; szkoła może mimo to przyjąć zdjęcie",
            "not fulfilled; the school may accept the photo all the same",
        ),
        "accepted_despite": Text(
            "niespełnione; szkoła przyjęła zdjęcie mimo to",
            "not fulfilled; the school has accepted the photo all the same",
        ),
        "from_majority": Text(
            "możliwe od pełnoletności ucznia", "possible once the pupil is of age"
        ),
        "head_only": Text("rozstrzyga tylko dyrektor", "only the head decides this"),
    }
)
"""Note → its text."""

FRAME: Mapping[str, Text] = MappingProxyType(
    {
        "earliest": Text("najwcześniej {day}", "{day} at the earliest"),
        "attested": Text("poświadczono: {role}, {day}", "attested: {role}, {day}"),
        "denied": Text("stwierdzono, że nie: {role}, {day}", "denied: {role}, {day}"),
        "attest": Text("do poświadczenia: {role}", "to be attested: {role}"),
        "decide": Text("do rozstrzygnięcia: {role}", "to be decided: {role}"),
    }
)
"""The frames of the lines under a statement."""

LABELS: Mapping[str, Text] = MappingProxyType(
    {
        # answers and statuses
        "accepted": Text("zgoda", "accepted"),
        "refused": Text("odmowa", "refused"),
        "undecided": Text("nierozstrzygnięte", "undecided"),
        "met": Text("spełnione", "met"),
        "needs_review": Text("do sprawdzenia", "needs review"),
        "not_covered": Text("nieuregulowane", "not covered"),
        "breached": Text("niespełnione", "breached"),
        # roles and people
        "office": Text("sekretariat", "office"),
        "head": Text("dyrektor", "head teacher"),
        "parent": Text("rodzic", "parent"),
        "guardian": Text("opiekun prawny", "legal guardian"),
        "foster_carer": Text("rodzic zastępczy", "foster carer"),
        "pupil": Text("uczeń", "pupil"),
        "graduate": Text("absolwent", "graduate"),
        "minor": Text("uczeń niepełnoletni", "pupil under age"),
        "adult": Text("uczeń pełnoletni", "pupil of age"),
        # procedures
        "school_id": Text("legitymacja szkolna", "school ID"),
        "preschool_id": Text("legitymacja przedszkolna", "preschool ID"),
        "id_exchange": Text("wymiana legitymacji", "exchange of an ID"),
        "id_duplicate": Text("duplikat legitymacji", "duplicate of an ID"),
        "mlegitymacja": Text("mLegitymacja", "mLegitymacja"),
        "certificate_duplicate": Text("duplikat świadectwa", "duplicate of a certificate"),
        # kinds of IDs
        "school": Text("szkolna", "school"),
        "preschool": Text("przedszkolna", "preschool"),
        # items
        "form": Text("wypełniony wniosek", "completed form"),
        "id_scan": Text("skan legitymacji", "scan of the ID"),
        "id_shown": Text("legitymacja", "the ID"),
        "disability_ruling": Text("orzeczenie o niepełnosprawności", "disability ruling"),
        "declaration_photo": Text("oświadczenie o zdjęciu", "declaration on the photo"),
        "declaration_terms": Text("oświadczenie o regulaminie", "declaration on the terms"),
        "declaration_report_loss": Text(
            "oświadczenie o zgłoszeniu utraty", "declaration to report a loss"
        ),
        "declaration_data_entry": Text(
            "zgoda na wprowadzenie danych", "consent to the entry of data"
        ),
        "new_application": Text(
            "nowy wniosek zamiast aktywacji", "a new application instead of an activation"
        ),
        # data
        "id_number": Text("numer legitymacji", "number of the ID"),
        "disability": Text("niepełnosprawność (tak/nie)", "disability (yes/no)"),
        "first_names": Text("imię (imiona)", "first names"),
        "last_name": Text("nazwisko", "surname"),
        "birth_date": Text("data urodzenia", "date of birth"),
        "pesel": Text("PESEL", "PESEL"),
        "address": Text("adres zamieszkania", "home address"),
        # ways
        "email": Text("e-mail", "e-mail"),
        "e_register": Text("dziennik elektroniczny", "e-register"),
        "print": Text("wydruk", "printout"),
        # why a file cannot be read
        "empty": Text("pusty plik", "an empty file"),
        "not_a_picture": Text("to nie jest obraz", "not a picture"),
        "truncated": Text("plik niekompletny", "a file cut short"),
        "corrupt": Text("plik uszkodzony", "a damaged file"),
        "too_large": Text("zbyt wiele pikseli", "too many pixels"),
        "undecodable": Text("obrazu nie da się odtworzyć", "the picture cannot be decoded"),
        # bounds of validity
        "id": Text("ważność legitymacji", "validity of the ID"),
        "school_year": Text("koniec roku szkolnego", "end of the school year"),
        "education": Text("koniec nauki w szkole", "end of education at the school"),
        # steps
        "get_app": Text("pobranie aplikacji", "getting the app"),
        "log_in": Text("uruchomienie i zalogowanie", "opening and logging in"),
        "choose_add": Text("„dodaj mLegitymację”", "“add mLegitymacja”"),
        "read_information": Text("informacja o aktywacji", "information on the activation"),
        "accept_terms": Text("akceptacja regulaminu", "accepting the terms"),
        "read_privacy": Text("klauzula informacyjna", "privacy clause"),
        "grant_permission": Text("zgoda na użycie zasobów systemu", "system permission"),
        "enter_qr": Text("kod QR", "QR code"),
        "enter_code": Text("kod aktywacyjny", "activation code"),
        "load_data": Text("wczytanie danych", "loading the data"),
        "start": Text("uruchomienie", "starting"),
        # grounds
        "id_validity_lost": Text("utrata ważności legitymacji", "loss of the ID's validity"),
        "device_lost_or_damaged": Text(
            "utrata lub uszkodzenie urządzenia", "device lost or damaged"
        ),
        "other_loss": Text("inna utrata mLegitymacji", "another loss of the mLegitymacja"),
        "on_request": Text("na wniosek", "on request"),
        "name_change": Text("zmiana imienia lub nazwiska", "change of name"),
        "school_changed": Text("przejście do innej szkoły", "move to another school"),
        "school_completed": Text("ukończenie szkoły", "finishing school"),
        "validity_confirmed": Text(
            "potwierdzenie ważności legitymacji", "validity of the ID confirmed"
        ),
        "errors_found": Text("błędy lub omyłki", "errors found"),
        "after_revocation": Text(
            "wcześniejsze unieważnienie na wniosek", "an earlier revocation on request"
        ),
        "new_card": Text("nowa legitymacja", "a new card"),
        "not_revoked": Text("nie unieważniono", "not revoked"),
        # documents behind a change of name
        "administrative_decision": Text("decyzja administracyjna", "administrative decision"),
        "court_ruling": Text("orzeczenie sądowe", "court ruling"),
        "birth_certificate": Text("odpis aktu urodzenia", "birth certificate"),
        "marriage_certificate": Text("odpis aktu małżeństwa", "marriage certificate"),
        # words inside values
        "position": Text("pozycja", "position"),
        "since": Text("od", "from"),
    }
)
"""Closed word → how a reader sees it."""
