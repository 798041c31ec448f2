"""Texts about the life of any document."""

from ._text import UNTIL, Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "document.school": Condition(
        Text("dokument wydała ta szkoła", "the document was issued by this school")
    ),
    "document.expired": Condition(
        Text("ważność nie upłynęła", "its validity has not ended"), "day", UNTIL
    ),
    "document.revoked": Condition(
        Text("nie została unieważniona; unieważniono dnia", "it has not been revoked; revoked on"),
        "day",
    ),
    "document.reissued": Condition(
        Text(
            "nie zastąpiono jej nową; zastąpiono dnia",
            "no new one has taken its place; replaced on",
        ),
        "day",
    ),
    "document.annulled": Condition(
        Text("wydania nie cofnięto jako pomyłki", "its issue was not taken back as a mistake")
    ),
    "document.handed_over": Condition(
        Text("dokument wydano do rąk", "it has been handed over"),
        hint=Text("Najpierw wydaj dokument odbiorcy.", "Hand the document over first."),
    ),
    "document.in_use": Condition(
        Text(
            "dokument utracono, odnaleziono albo zwrócono",
            "the document was lost, found or given back",
        )
    ),
    "document.at_hand": Condition(
        Text("jest u posiadacza; zgłoszono utratę dnia", "it is at hand; reported lost on"), "day"
    ),
    "document.replaced": Condition(
        Text(
            "nic nie zajęło miejsca dokumentu; zastąpiono dnia",
            "nothing has taken its place; replaced on",
        ),
        "day",
    ),
    "document.returned": Condition(
        Text(
            "dokumentu nie zwrócono szkole; zwrócono dnia",
            "it has not come back to the school; came back on",
        ),
        "day",
    ),
    "document.ended": Condition(
        Text(
            "uczeń jest nadal w szkole; odszedł dnia", "the pupil is still at the school; left on"
        ),
        "day",
    ),
    "document.destroyed": Condition(
        Text(
            "dokumentu nie zniszczono; zniszczono dnia", "it has not been destroyed; destroyed on"
        ),
        "day",
    ),
    "original.void": Condition(
        Text(
            "oryginał po odbiorze duplikatu",
            "the original once its duplicate is received",
        ),
        "day",
    ),
    "original.returned": Condition(
        Text(
            "odnaleziony oryginał zwraca się szkole",
            "an original found again is given back to the school",
        ),
        "day",
    ),
    "duplicate.once": Condition(
        Text(
            "nie wydano jeszcze duplikatu tego dokumentu",
            "no duplicate of this document was made yet",
        ),
        hint=Text(
            "Zgubiono duplikat albo jest w nim błąd? Wniosek dotyczy wtedy duplikatu.",
            "Is the duplicate lost or wrong? Then apply about the duplicate.",
        ),
    ),
    "duplicate.again": Condition(
        Text("duplikat wydaje się ponownie; kolejny po", "a duplicate is issued again; next after"),
        "count",
    ),
    "replace.duplicate": Condition(Text("sporządzono duplikat", "a duplicate was made")),
    "replace.received": Condition(
        Text("w dniu odbioru duplikatu", "on the day on which the duplicate was received"), "day"
    ),
    "handover.once": Condition(
        Text(
            "wydany do rąk tylko raz; poprzednio",
            "handed over only once; before on",
        ),
        "day",
    ),
    "correct.last": Condition(
        Text(
            "cofa się tylko ostatnią czynność, a jest nią",
            "only the last act is taken back, which is",
        ),
        "day",
    ),
    "correct.another": Condition(
        Text(
            "cofnięto też dokument, który z tej czynności powstał",
            "the document that this act made is taken back, too",
        )
    ),
    "correct.original": Condition(
        Text(
            "oryginału nie zastąpiono odbiorem, który się cofa",
            "no original was replaced by the receipt that is taken back",
        )
    ),
    "takeover.days": Condition(
        Text(
            "czynności w kolejności, do dnia przejęcia",
            "acts in their order, up to the day of taking over",
        ),
        "day",
    ),
    "takeover.acts": Condition(
        Text("każda czynność była wtedy możliwa", "each act was possible at its time")
    ),
    "takeover.facts": Condition(
        Text("dawna ewidencja zgadza się z dokumentem", "the older records agree with the document")
    ),
    "plan.confirmation": Condition(
        Text(
            "ważność do potwierdzenia w tym roku szkolnym",
            "validity to be confirmed this school year",
        ),
        "day",
        UNTIL,
    ),
    "plan.new_mlegitymacja": Condition(
        Text("potrzebna nowa mLegitymacja", "a new mLegitymacja is needed"), "day", UNTIL
    ),
    "plan.new_id": Condition(
        Text(
            "brak pól na pieczątki, potrzebna nowa legitymacja",
            "no field for a stamp left, a new ID is needed",
        ),
        "day",
        UNTIL,
    ),
    "plan.destruction": Condition(
        Text("nieodebrana, do zniszczenia", "not collected, to be destroyed"), "day", UNTIL
    ),
}

NOTES: dict[str, Text] = {
    "original_unsettled": Text(
        "żaden przepis nie mówi, co dalej z oryginałem", "no text says what becomes of the original"
    ),
}

LABELS: dict[str, Text] = {
    "void": Text("traci ważność", "is void"),
    "unsettled": Text("stan nieuregulowany", "unsettled"),
    "issued": Text("wydanie (dzień wydania)", "issue (day of issue)"),
    "handed_over": Text("wydanie do rąk", "handover"),
    "corrected": Text("cofnięcie pomyłki", "correction"),
    "taken_over": Text("przejęcie z dawnej ewidencji", "taking over from older records"),
    "replaced": Text("odbiór duplikatu", "receipt of the duplicate"),
    "found": Text("odnalezienie", "finding"),
    "returned": Text("zwrot", "return"),
    "duplicated": Text("sporządzenie duplikatu", "making of a duplicate"),
    "lost": Text("zagubienie", "loss"),
    "stolen": Text("kradzież", "theft"),
    "destroyed": Text("zniszczenie", "destruction"),
}
