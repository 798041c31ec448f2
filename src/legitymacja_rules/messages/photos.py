"""Texts about photos."""

from ._text import AT_LEAST, AT_MOST, EXACTLY, UNTIL, Condition, Text

__all__ = ["CONDITIONS", "LABELS", "NOTES"]

CONDITIONS: dict[str, Condition] = {
    "photo.requirement": Condition(Text("wymagania wobec zdjęcia", "requirements for the photo")),
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
    "photo.extension": Condition(Text("rozszerzenie nazwy pliku", "extension of the file name")),
    "photo.size": Condition(Text("wielkość pliku", "size of the file"), "bytes", AT_MOST),
    "photo.min_size": Condition(Text("wielkość pliku", "size of the file"), "bytes", AT_LEAST),
    "photo.width": Condition(Text("szerokość zdjęcia", "width of the photo"), "px", AT_LEAST),
    "photo.height": Condition(Text("wysokość zdjęcia", "height of the photo"), "px", AT_LEAST),
    "photo.width_at_most": Condition(
        Text("szerokość zdjęcia", "width of the photo"), "px", AT_MOST
    ),
    "photo.height_at_most": Condition(
        Text("wysokość zdjęcia", "height of the photo"), "px", AT_MOST
    ),
    "photo.width_exactly": Condition(
        Text("szerokość zdjęcia", "width of the photo"), "px", EXACTLY
    ),
    "photo.height_exactly": Condition(
        Text("wysokość zdjęcia", "height of the photo"), "px", EXACTLY
    ),
    "photo.multiple": Condition(
        Text("wymiary zdjęcia w px", "px of the photo"),
        limit=Text("całkowita wielokrotność {}", "a whole multiple of {}"),
    ),
    "photo.ratio": Condition(Text("proporcje zdjęcia", "shape of the photo")),
    "photo.dpi": Condition(Text("rozdzielczość", "resolution"), "dpi", AT_LEAST),
    "photo.dpi_at_most": Condition(Text("rozdzielczość", "resolution"), "dpi", AT_MOST),
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
    "photo.print_size": Condition(Text("wymiary odbitki w mm", "mm of the print")),
    "photo.age": Condition(
        Text("wiek zdjęcia w rozpoczętych miesiącach", "age of the photo in months begun"),
        "count",
        AT_MOST,
        Text("Potrzebne jest nowsze zdjęcie.", "A newer photo is needed."),
    ),
    "photo.taken": Condition(
        Text("zdjęcie zrobiono, zanim je złożono", "the photo was taken before it was handed in"),
        "day",
        UNTIL,
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
    "photo.hair": Condition(Text("włosy nie zasłaniają twarzy", "hair does not cover the face")),
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
    "photo.channel": Condition(Text("sposób przesłania zdjęcia", "way of sending the photo")),
}

NOTES: dict[str, Text] = {
    "megabyte_either": Text(
        "1 MB to 1 000 000 albo 1 048 576 bajtów; przepis nie rozstrzyga",
        "1 MB is 1,000,000 or 1,048,576 bytes; the text does not say",
    ),
    "kilobyte_either": Text(
        "1 kB to 1000 albo 1024 bajty; przepis nie rozstrzyga",
        "1 kB is 1,000 or 1,024 bytes; the text does not say",
    ),
    "not_measured": Text(
        "tego formatu nie odczytano; kto otwiera plik, sprawdza też wymiary",
        "this format was not read; whoever opens the file looks at its size, too",
    ),
    "taken_not_given": Text(
        "nie podano, kiedy zrobiono zdjęcie", "the day on which the photo was taken was not given"
    ),
    "day_not_given": Text(
        "nie podano dnia złożenia zdjęcia", "the day on which the photo came was not given"
    ),
    "dpi_absent": Text("plik nie podaje rozdzielczości", "the file states no resolution"),
    "dpi_contradictory": Text(
        "plik podaje sprzeczne rozdzielczości", "the file states contradictory resolutions"
    ),
    "rename": Text("wystarczy zmienić nazwę pliku", "renaming the file is enough"),
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
}

LABELS: dict[str, Text] = {
    "empty": Text("pusty plik", "an empty file"),
    "not_a_picture": Text("to nie jest obraz", "not a picture"),
    "truncated": Text("plik niekompletny", "a file cut short"),
    "corrupt": Text("plik uszkodzony", "a damaged file"),
    "too_large": Text("zbyt wiele pikseli", "too many pixels"),
    "undecodable": Text("obrazu nie da się odtworzyć", "the picture cannot be decoded"),
}
