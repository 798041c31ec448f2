"""Texts about a text: what an audit asks of a school's regulation."""

from ._text import Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

_NOW = Text("teraz {}", "now {}")
_BY_LAW = Text("według prawa: {}", "by the law: {}")

CONDITIONS: dict[str, Condition] = {
    "audit.act": Condition(
        Text("powołany akt obowiązuje", "the act cited is in force"), limit=_NOW
    ),
    "audit.unit": Condition(
        Text("powołana jednostka aktu o tym mówi", "the unit cited says it"), limit=_BY_LAW
    ),
    "audit.minister": Condition(
        Text("minister, który wydał akt", "the minister who issued the act"), "word", _BY_LAW
    ),
    "audit.rests_on": Condition(
        Text("akt, z którego bierze się reguła, jest powołany", "the act behind the rule is cited"),
        limit=_BY_LAW,
    ),
    "audit.reference": Condition(
        Text("jednostka, do której tekst odsyła, istnieje", "the unit referred to exists")
    ),
    "audit.application": Condition(
        Text("tryb wydania mLegitymacji", "the way an mLegitymacja is issued"), "word", _BY_LAW
    ),
    "audit.consent": Condition(
        Text(
            "zgoda tylko na to, czego nie nakazuje prawo",
            "consent only to what the law does not order",
        )
    ),
    "audit.model": Condition(
        Text("system, z którego wydaje się mLegitymacje", "the system that issues mLegitymacje"),
        "word",
        _NOW,
    ),
    "audit.record": Condition(
        Text("tekst mówi to samo, co prawo, o", "the text says what the law says of"),
        "word",
    ),
    "audit.reissue": Condition(
        Text(
            "tekst zna przyczynę ponownego wydania mLegitymacji",
            "the text knows a ground for issuing an mLegitymacja again",
        )
    ),
    "audit.paper": Condition(
        Text("ostatni dzień wydawania legitymacji na papierze", "the last day of IDs on paper"),
        "day",
        _BY_LAW,
    ),
    "audit.stamp_fields": Condition(
        Text(
            "koniec legitymacji papierowej, który zna prawo",
            "an end of a paper ID known to the law",
        )
    ),
    "audit.eligible": Condition(
        Text("krąg uprawnionych do legitymacji", "the circle of those who get an ID"),
        "word",
        Text("według prawa tylko: {}", "by the law only: {}"),
    ),
    "audit.fee": Condition(
        Text("kwota opłaty w tekście", "the amount of the fee in the text"), "pln", _BY_LAW
    ),
    "audit.stamp_duty": Condition(
        Text("opłata nie jest nazwana skarbową", "the fee is not called stamp duty")
    ),
    "audit.certificate_form": Condition(
        Text("druk duplikatu świadectwa, który zna prawo", "a form of a duplicate known to the law")
    ),
    "audit.silence": Condition(
        Text("tekst odpowiada na pytanie", "the text answers the question"),
    ),
    "audit.ambiguity": Condition(
        Text("tekst czyta się w jeden sposób", "the text reads in one way"),
    ),
    "audit.contradiction": Condition(
        Text("postanowienia tekstu zgadzają się ze sobą", "the clauses agree with each other"),
    ),
}

NOTES: dict[str, Text] = {
    "law_last_known": Text(
        "według ostatniego znanego przepisu; późniejszego nie ustalono",
        "by the last provision known; no later one was found",
    ),
    "act_unknown": Text(
        "tego aktu nie ma w wykazie biblioteki", "the library does not list this act"
    ),
}

LABELS: dict[str, Text] = {
    "national_education": Text("Minister Edukacji Narodowej", "Minister of National Education"),
    "education_and_science": Text("Minister Edukacji i Nauki", "Minister of Education and Science"),
    "id_duplicate_fee": Text("opłata za duplikat legitymacji", "fee for the duplicate of an ID"),
    "certificate_duplicate_fee": Text(
        "opłata za duplikat świadectwa", "fee for the duplicate of a certificate"
    ),
    "pupils_mlegitymacja": Text("mLegitymacja ucznia", "a pupil's mLegitymacja"),
    "special_data": Text("dane szczególnych kategorii", "special categories of data"),
    "prior_id": Text("legitymacji, na której się opiera", "the ID it rests on"),
    "validity": Text("ważności", "validity"),
    "codes": Text("kodach aktywacyjnych", "activation codes"),
    "devices": Text("urządzeniach", "devices"),
    "grounds": Text("powodach", "grounds"),
    "codes_of_the_school": Text(
        "kody ze szkoły, na wniosek", "codes of the school, on application"
    ),
    "sio": Text("system informacji oświatowej", "the education information system"),
    "preparatory_year": Text(
        "rok obowiązkowego przygotowania przedszkolnego",
        "the compulsory preparatory year of preschool",
    ),
    "taken": Text("przyjęto", "taken"),
    "rival": Text("albo", "or"),
}
