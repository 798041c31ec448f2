"""Texts of what would make a photo fit, and of demands that exclude each other."""

from ._text import Text

__all__ = ["AXES", "EVERYWHERE", "STEPS"]

STEPS: dict[str, Text] = {
    "replace": Text("potrzebne inne zdjęcie", "another photo is needed"),
    "convert": Text("zapisz jako {format}", "save as {format}"),
    "crop": Text("przytnij do {width}×{height} px", "crop to {width}×{height} px"),
    "resize": Text("przeskaluj do {width}×{height} px", "resize to {width}×{height} px"),
    "set_dpi": Text("ustaw rozdzielczość {dpi} dpi", "set the resolution to {dpi} dpi"),
    "compress": Text("zapisz w najwyżej {bytes} B", "save in {bytes} B at most"),
    "rename": Text("zmień nazwę pliku", "rename the file"),
}
"""What to do → how a reader sees it."""

AXES: dict[str, Text] = {
    "format": Text("format", "format"),
    "extension": Text("rozszerzenie nazwy", "extension of the name"),
    "width": Text("szerokość", "width"),
    "height": Text("wysokość", "height"),
    "shape": Text("wymiary i proporcje", "size and shape"),
    "multiple": Text("wielokrotność wymiarów", "multiple of a size"),
    "dpi": Text("rozdzielczość", "resolution"),
    "bytes": Text("wielkość pliku", "size of the file"),
    "name": Text("nazwa pliku", "name of the file"),
}
"""What a demand is about → how a reader sees it."""

EVERYWHERE: dict[str, Text] = {
    "all": Text("wszędzie naraz", "everywhere at once"),
    "none": Text("nic nie trzeba zmieniać", "nothing needs to be changed"),
    "then": Text("potem: {}", "then: {}"),
    "exclude": Text("wymagania się wykluczają: {} ({})", "demands exclude each other: {} ({})"),
}
"""The frames around them."""
