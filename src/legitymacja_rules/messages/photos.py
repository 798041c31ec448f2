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
    "photo.one_picture": Condition(
        Text(
            "plik jest jednym nieruchomym zdjęciem i niczym więcej",
            "the file is one still picture and nothing besides",
        ),
        "word",
        hint=Text(
            "Zapisz zdjęcie na nowo jako zwykły plik JPEG.",
            "Save the photo anew as a plain JPEG.",
        ),
    ),
    "photo.metadata": Condition(
        Text("dane w pliku obok obrazu", "data in the file beside the picture")
    ),
    "photo.prepared": Condition(
        Text("zdjęcie przygotowano według wymagań", "the photo was made to fit")
    ),
    "photo.crop": Condition(
        Text("wycinek mieści się w zdjęciu", "the part to be cut out lies within the photo"),
        limit=Text("zdjęcie ma {}", "the photo has {}"),
    ),
    "photo.demands": Condition(
        Text("wymagania dają się pogodzić", "the demands can be met together")
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
        "1 kB to 1000 bajtów albo 1024 bajty; przepis nie rozstrzyga",
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
    "location_inside": Text(
        "plik mówi, gdzie zrobiono zdjęcie – to może być adres dziecka; przed zapisaniem usuń te dane",
        "the file says where the photo was taken, maybe the child's home; remove that before storing",
    ),
    "metadata_inside": Text(
        "plik mówi więcej, niż widać na zdjęciu; przed zapisaniem usuń te dane",
        "the file tells more than the photo shows; remove that before storing",
    ),
    "background_dark": Text(
        "tło wydaje się ciemne; oceń je na zdjęciu",
        "the background seems dark; look at the photo",
    ),
    "background_uneven": Text(
        "tło wydaje się niejednolite; oceń je na zdjęciu",
        "the background does not seem plain; look at the photo",
    ),
    "blurred": Text(
        "zdjęcie wydaje się nieostre; oceń to na zdjęciu",
        "the photo seems blurred; look at it",
    ),
    "colourless": Text(
        "zdjęcie wydaje się czarno-białe; oceń to na zdjęciu",
        "the photo seems to have no colour; look at it",
    ),
    "never_enlarged": Text(
        "zdjęcia się nie powiększa: potrzebne jest większe zdjęcie albo większy wycinek",
        "a photo is never enlarged: a larger one is needed, or a larger part of it",
    ),
    "never_padded": Text(
        "pliku nie dopełnia się pustymi danymi: potrzebne jest większe zdjęcie",
        "a file is never padded: a larger photo is needed",
    ),
    "not_smaller": Text(
        "mniejszego pliku z tego zdjęcia nie da się zrobić",
        "no smaller file can be made of this photo",
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
    "unsupported": Text(
        "rodzaj obrazu, którego się tu nie odczytuje", "a kind of picture that is not read here"
    ),
    "too_heavy": Text("zbyt wiele bajtów", "too many bytes"),
    "too_large": Text(
        "zbyt wiele pikseli albo zbyt długi bok", "too many pixels, or too long a side"
    ),
    "animated": Text("obraz ruchomy", "a moving picture"),
    "undecodable": Text("obrazu nie da się odtworzyć", "the picture cannot be decoded"),
}
