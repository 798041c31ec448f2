"""Texts about school and preschool IDs."""

from ._text import NOT_BEFORE, UNTIL, Condition, Text

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
    "id.form": Condition(
        Text(
            "postać legitymacji dopuszczalna w dniu wydania",
            "form of the ID allowed on its day of issue",
        ),
        "day",
        UNTIL,
    ),
    "id.free_fields": Condition(Text("wolne pola na pieczątki", "free fields for stamps"), "count"),
    "id.eligible": Condition(
        Text("uprawnienie do pierwszej legitymacji", "entitlement to a first ID")
    ),
    "id.made_as": Condition(Text("postać nowej legitymacji", "form of the new ID"), "word"),
    "id.printed_date": Condition(
        Text("nadrukowana data ważności", "the printed date of validity"), "day", UNTIL
    ),
    "id.first": Condition(
        Text("uczeń nie ma innej legitymacji", "the pupil has no other ID"),
        hint=Text(
            "Utracona prowadzi do duplikatu, błędna do wymiany.",
            "A lost one leads to a duplicate, a wrong one to an exchange.",
        ),
    ),
    "duplicate.number": Condition(
        Text(
            "numer duplikatu inny niż dotychczasowe",
            "the duplicate's number is not one used before",
        )
    ),
    "duplicate.date": Condition(
        Text(
            "duplikat datowany po końcu ważności poprzedniej legitymacji",
            "the duplicate is dated after the end of the previous ID's validity",
        ),
        "day",
        NOT_BEFORE,
    ),
    "document.confirmed": Condition(
        Text("ważność potwierdzono na dzień", "its validity is confirmed for"), "day", UNTIL
    ),
    "document.amended": Condition(
        Text(
            "na legitymacji nic się nie poprawia; służy temu",
            "nothing is corrected on an ID; instead there is",
        )
    ),
    "confirm.means": Condition(
        Text("sposób potwierdzenia ważności", "means of confirming validity"), "word"
    ),
    "confirm.year": Condition(
        Text("potwierdzenie na jeden rok, do", "confirmation for one year, until"), "day"
    ),
    "confirm.due": Condition(
        Text(
            "ważność jeszcze niepotwierdzona na ten rok; teraz do",
            "not yet confirmed for this year; now until",
        ),
        "day",
    ),
    "confirm.hologram_once": Condition(
        Text("hologramu nie użyto na innej legitymacji", "the hologram is on no other ID")
    ),
    "id.admitted": Condition(
        Text("przyjęto do szkoły najpóźniej w tym dniu", "admitted to the school by that day"),
        "day",
        UNTIL,
    ),
    "id.disability": Condition(
        Text("dziecko z niepełnosprawnością", "a child with a disability"),
    ),
    "id.preschool_group": Condition(
        Text("przyjęto do oddziału przedszkolnego", "admitted to a preschool group"),
    ),
    "id.preparatory_year": Condition(
        Text(
            "obowiązkowe roczne przygotowanie przedszkolne",
            "the compulsory preparatory year of preschool",
        ),
    ),
    "confirm.field": Condition(
        Text("wolne pola na datę i pieczęć", "fields left for date and seal"), "count"
    ),
    "confirm.hologram": Condition(
        Text("podano numer hologramu", "the number of the hologram is given")
    ),
    "services.allowed": Condition(
        Text("usługa, którą można zakodować", "a service that may be coded")
    ),
    "services.form": Condition(
        Text("postać, na której koduje się usługi", "a form on which services are coded")
    ),
    "services.consent": Condition(Text("zgoda na usługi", "consent to the services"), "word"),
    "services.decision": Condition(
        Text("dyrektor zdecydował o usługach", "the head has decided on the services")
    ),
    "end.ground": Condition(
        Text(
            "legitymacja kończy się z nauką w szkole",
            "the ID ends with the education at the school",
        )
    ),
    "destroy.after_validity": Condition(
        Text(
            "zniszczenie dopiero po dacie ważności", "destroyed only after the date of its validity"
        ),
        "day",
        Text("po {}", "after {}"),
    ),
    "handover.in_time": Condition(
        Text("wydanie przed upływem ważności", "handed over before its date has passed"),
        "day",
        UNTIL,
    ),
    "handover.office": Condition(Text("wydaje ją sekretariat", "the office hands it over")),
}

NOTES: dict[str, Text] = {
    "id_void": Text(
        "legitymacja straciła ważność przed swoją datą", "the ID was made void before its date"
    ),
}

LABELS: dict[str, Text] = {
    "paper": Text("papierowa", "on paper"),
    "id1": Text("karta ID-1", "card of format ID-1"),
    "hologram": Text("hologram", "a hologram"),
    "date_and_seal": Text("data i mała pieczęć urzędowa", "date and small official seal"),
    "school_activity": Text("działalność statutowa szkoły", "the school's own activity"),
    "public_transport": Text("transport publiczny", "public transport"),
    "confirmed": Text("potwierdzenie ważności", "confirmation of validity"),
    "services_coded": Text("zakodowanie usług", "coding of services"),
    "reported": Text("zgłoszenie utraty", "report of the loss"),
    "exchanged": Text("wymiana", "exchange"),
    "ended": Text("odejście ze szkoły", "leaving the school"),
    "school": Text("szkolna", "school"),
    "preschool": Text("przedszkolna", "preschool"),
}
