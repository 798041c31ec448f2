"""Texts about the question itself, and words that any answer may use."""

from ._text import NOT_BEFORE, UNTIL, Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "regulation.in_force": Condition(
        Text("przepisy szkoły obowiązują w dniu", "the school's text applies on"),
        "period",
        Text("okres {}", "period {}"),
    ),
    "regulation.procedure": Condition(
        Text("przepisy szkoły o procedurze", "the school's text on the procedure"), "word"
    ),
    "law.answers": Condition(
        Text(
            "w miejsce szkoły rozstrzyga prawo, w dniu", "the law answers in the school's place, on"
        ),
        "day",
    ),
    "attestation.day": Condition(
        Text("dzień poświadczenia", "day of the attestation"), "day", UNTIL
    ),
    "day.order": Condition(Text("dzień czynności", "day of the act"), "day", NOT_BEFORE),
    "school.agreement": Condition(
        Text("porozumienie szkoły z ministerstwem", "the school's agreement with the ministry")
    ),
}

NOTES: dict[str, Text] = {
    "retroactive": Text("z mocą wsteczną", "with retroactive effect"),
    "law_answers": Text("rozstrzygają przepisy krajowe", "the national law answers"),
    "law_probable": Text(
        "źródło prawdopodobne, niepotwierdzone", "a probable source, not a confirmed one"
    ),
    "school_silent": Text("szkoła tego nie reguluje", "the school does not regulate this"),
    "school_not_in_force": Text(
        "w tym dniu przepisy szkoły nie obowiązują", "the school's text does not apply that day"
    ),
    "head_only": Text("rozstrzyga tylko dyrektor", "only the head decides this"),
}

LABELS: dict[str, Text] = {
    "accepted": Text("zgoda", "accepted"),
    "refused": Text("odmowa", "refused"),
    "undecided": Text("nierozstrzygnięte", "undecided"),
    "met": Text("spełnione", "met"),
    "needs_review": Text("do sprawdzenia", "needs review"),
    "not_covered": Text("nieuregulowane", "not covered"),
    "breached": Text("niespełnione", "breached"),
    "office": Text("sekretariat", "office"),
    "head": Text("dyrektor", "head teacher"),
    "school_id": Text("legitymacja szkolna", "school ID"),
    "preschool_id": Text("legitymacja przedszkolna", "preschool ID"),
    "id_exchange": Text("wymiana legitymacji", "exchange of an ID"),
    "id_duplicate": Text("duplikat legitymacji", "duplicate of an ID"),
    "mlegitymacja": Text("mLegitymacja", "mLegitymacja"),
    "certificate_duplicate": Text("duplikat świadectwa", "duplicate of a certificate"),
    "position": Text("pozycja", "position"),
    "since": Text("od", "from"),
    "until": Text("do", "until"),
}
