"""Texts about who does what, who helps with what, and what a phone has to be."""

from ._text import AT_LEAST, Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "office.unit": Condition(
        Text("jednostka uczestnicząca w wydawaniu legitymacji", "unit that takes part in issuing")
    ),
    "office.duty": Condition(Text("zadanie i kto za nie odpowiada", "duty and who has it"), "word"),
    "office.security": Condition(
        Text(
            "zachowano zasady bezpieczeństwa systemu wydawania, legitymacji i hologramów",
            "the security rules of the issuing system, the cards and the holograms are kept",
        )
    ),
    "help.by_school": Condition(Text("pomaga szkoła", "the school helps")),
    "help.by_ministry": Condition(
        Text("pomaga Ministerstwo Cyfryzacji", "the ministry of digital affairs helps")
    ),
    "help.topic": Condition(Text("kto pomaga", "who helps")),
    "help.way": Condition(Text("droga pomocy", "way of getting help")),
    "device.system": Condition(Text("system operacyjny telefonu", "the phone's operating system")),
    "device.system_version": Condition(
        Text("wersja systemu operacyjnego", "version of the operating system"),
        limit=AT_LEAST,
        hint=Text(
            "Zaktualizuj system albo użyj innego telefonu.",
            "Update the system or use another phone.",
        ),
    ),
    "device.app": Condition(
        Text("aplikacja mObywatel na telefonie", "the app mObywatel on the phone")
    ),
    "device.app_version": Condition(
        Text("wersja aplikacji mObywatel", "version of the app mObywatel"),
        limit=AT_LEAST,
        hint=Text("Zaktualizuj aplikację.", "Update the app."),
    ),
}

NOTES: dict[str, Text] = {}

LABELS: dict[str, Text] = {
    "printer": Text("zewnętrzna drukarnia legitymacji", "outside printer of cards"),
    "collect_data": Text(
        "zebranie i przekazanie danych uczniów", "collecting and passing on the pupils' data"
    ),
    "keep_holograms": Text(
        "zamawianie, przechowywanie i rozliczanie hologramów",
        "ordering, storing and accounting for holograms",
    ),
    "keep_security": Text("zachowanie zasad bezpieczeństwa", "keeping the security rules"),
    "hand_over": Text("wydanie dokumentu uczniowi", "handing the document to the pupil"),
    "print_and_personalise": Text("druk i personalizacja", "printing and personalising"),
    "fulfil_orders": Text(
        "realizacja zamówień legitymacji i hologramów", "fulfilling orders for cards and holograms"
    ),
    "invoice": Text("wystawienie faktury", "making out the invoice"),
    "issuing": Text("wydanie mLegitymacji", "issuing an mLegitymacja"),
    "revoking": Text("unieważnienie mLegitymacji", "revoking an mLegitymacja"),
    "extending": Text("przedłużenie mLegitymacji", "extending an mLegitymacja"),
    "using_app": Text("obsługa aplikacji mObywatel", "using the app mObywatel"),
    "activating": Text(
        "aktywacja mLegitymacji w aplikacji", "activating an mLegitymacja in the app"
    ),
    "trusted_profile": Text("profil zaufany", "the trusted profile"),
    "android": Text("Android", "Android"),
    "ios": Text("iOS", "iOS"),
}
