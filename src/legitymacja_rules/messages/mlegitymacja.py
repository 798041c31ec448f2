"""Texts about the mLegitymacja: codes, devices, steps, grounds."""

from ._text import AT_MOST, UNTIL, Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "mlegitymacja.consent": Condition(
        Text(
            "wniosek albo brak sprzeciwu rodziców", "an application, or no objection of the parents"
        ),
        "word",
        Text("tryb: {}", "model: {}"),
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
    "codes.generated": Condition(
        Text(
            "kody wygenerowano po złożeniu wniosku i do dnia wydania",
            "codes generated after the application and by the day of issue",
        ),
        "day",
        UNTIL,
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
        UNTIL,
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
    "codes.until": Condition(Text("kody działają do", "the codes work until"), "day"),
    "codes.given": Condition(
        Text("wygenerowano kody aktywacyjne", "activation codes were generated"),
        hint=Text("Wygeneruj kody.", "Generate codes."),
    ),
    "codes.minutes": Condition(
        Text("czas od wygenerowania kodów (min:s)", "time since the codes were generated (min:s)"),
        limit=AT_MOST,
        hint=Text("Wygeneruj nowe kody.", "Generate new codes."),
    ),
    "codes.renewable": Condition(
        Text("nowe kody do wydanej mLegitymacji", "new codes for an mLegitymacja issued already")
    ),
    "devices.share": Condition(
        Text("liczba urządzeń, czyich", "number of devices, whose"), "count", AT_MOST
    ),
    "devices.limit": Condition(Text("liczba urządzeń", "number of devices"), "count", AT_MOST),
    "steps.order": Condition(
        Text("kolejność czynności", "order of the steps"),
        "word",
        Text("teraz: {}", "due now: {}"),
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
    "reissue.pesel": Condition(
        Text("PESEL nadano od poprzedniego wydania", "a PESEL was granted since the last issue")
    ),
    "reissue.new_card": Condition(Text("wydano inną legitymację", "another ID was issued")),
}

NOTES: dict[str, Text] = {
    "time_not_given": Text("nie podano godziny", "the time was not given"),
    "hour_repeats": Text(
        "godzina niejednoznaczna przy zmianie czasu; podaj przesunięcie względem UTC",
        "the hour is ambiguous where clocks change; give the offset from UTC",
    ),
    "education_end_unknown": Text(
        "nie podano końca nauki w szkole; nie wzięto go pod uwagę",
        "the end of education was not stated, and not taken into account",
    ),
}

LABELS: dict[str, Text] = {
    "codes_generated": Text("wygenerowanie kodów", "generating of codes"),
    "activated": Text("aktywacja", "activation"),
    "revoked": Text("unieważnienie", "revocation"),
    "reissued": Text("ponowne wydanie", "new issue in its place"),
    "id": Text("ważność legitymacji", "validity of the ID"),
    "school_year": Text("koniec roku szkolnego", "end of the school year"),
    "september_30": Text("30 września", "30 September"),
    "education": Text("koniec nauki w szkole", "end of education at the school"),
    "opt_out": Text(
        "bez wniosku, chyba że rodzice się sprzeciwią", "no application, unless parents object"
    ),
    "platform": Text("platforma ministerstwa", "the ministry's platform"),
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
    "id_validity_lost": Text("utrata ważności legitymacji", "loss of the ID's validity"),
    "device_lost_or_damaged": Text("utrata lub uszkodzenie urządzenia", "device lost or damaged"),
    "other_loss": Text("inna utrata mLegitymacji", "another loss of the mLegitymacja"),
    "on_request": Text("na wniosek", "on request"),
    "name_change": Text("zmiana imienia lub nazwiska", "change of name"),
    "school_changed": Text("przejście do innej szkoły", "move to another school"),
    "resignation": Text("rezygnacja z nauki w szkole", "resignation from the school"),
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
}
