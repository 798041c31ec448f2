"""Texts about days and deadlines."""

from ._text import Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "due.period": Condition(Text("czas, jaki ma szkoła", "the time that the school has"), "count"),
    "due.milestone": Condition(
        Text("potrzebne, by termin zaczął biec", "needed for the clock to start"), "day"
    ),
    "due.first_day": Condition(
        Text(
            "pierwszy liczony dzień (dnia zdarzenia się nie liczy)",
            "first day counted (the day of the event is not)",
        ),
        "day",
    ),
    "due.day_off": Condition(Text("pominięto", "passed over"), "day"),
    "due.expected": Condition(Text("zwykle do", "usually by"), "day"),
    "due.nominal": Condition(
        Text(
            "tak liczony termin kończy się w dzień wolny lub w sobotę i przesuwa się dalej",
            "so counted it ends on a day off or a Saturday, and moves on",
        ),
        "day",
    ),
    "due.latest": Condition(Text("najpóźniej do", "at the latest by"), "day"),
}

NOTES: dict[str, Text] = {
    "at_once": Text("niezwłocznie, tego samego dnia", "at once, on the same day"),
}

LABELS: dict[str, Text] = {
    "clock_runs": Text("termin biegnie", "the clock runs"),
    "clock_waits": Text("termin jeszcze nie biegnie", "the clock does not run yet"),
    "application": Text("wniosek", "application"),
    "receipt": Text("wpływ wniosku do szkoły", "receipt of the application"),
    "complete": Text("kompletny wniosek", "complete application"),
    "payment": Text("wpłata", "payment"),
    "photo": Text("zdjęcie", "photo"),
    "records": Text("dokumentacja w szkole", "records at the school"),
    "days": Text("dni", "days"),
    "working_days": Text("dni robocze", "working days"),
    "months": Text("miesiące", "months"),
    "sunday": Text("niedziela", "Sunday"),
    "saturday": Text("sobota", "Saturday"),
    "new_year": Text("Nowy Rok", "New Year"),
    "epiphany": Text("Święto Trzech Króli", "Epiphany"),
    "easter_sunday": Text("Wielkanoc", "Easter Sunday"),
    "easter_monday": Text("Poniedziałek Wielkanocny", "Easter Monday"),
    "first_of_may": Text("Święto Państwowe 1 Maja", "May Day"),
    "third_of_may": Text("Święto Narodowe Trzeciego Maja", "National Day of 3 May"),
    "pentecost": Text("Zielone Świątki", "Pentecost"),
    "corpus_christi": Text("Boże Ciało", "Corpus Christi"),
    "assumption": Text("Wniebowzięcie Najświętszej Maryi Panny", "Assumption of Mary"),
    "all_saints": Text("Wszystkich Świętych", "All Saints"),
    "independence_day": Text("Narodowe Święto Niepodległości", "Independence Day"),
    "independence_centenary": Text(
        "setna rocznica odzyskania niepodległości", "centenary of independence"
    ),
    "christmas_eve": Text("Wigilia", "Christmas Eve"),
    "christmas_day": Text("Boże Narodzenie", "Christmas Day"),
    "second_christmas_day": Text("drugi dzień Bożego Narodzenia", "second day of Christmas"),
}
