"""Names of files: whether one is made of a pupil's names and class.

Schools ask for `kowalska-anna-4b.jpg`; parents send `Anna Kowalska 4B.JPG` or `KOWALSKA_ANNA_4b`
from a system that stores ó as two code points, or that knows no ł at all. So both sides are folded
to lower-case letters without marks and digits before they are compared, and any sign between the
parts is a separator. Of several first names the first alone or all will do.
"""

from __future__ import annotations

import unicodedata
from itertools import permutations, product

from .facts import MAX_FILE_NAME, Pupil
from .regulation import Naming
from .vocabulary import NamePart

__all__ = ["extension", "fold", "matches"]

_SEPARATORS = bytes(sign for sign in range(128) if not chr(sign).isalnum())

# The stroke of ł is part of the letter, not a mark that decomposition could take off.
_STROKES = str.maketrans({"ł": "l", "Ł": "l"})


def fold(text: str) -> str:
    """Lower-case letters, without marks, and digits of a text; everything else is dropped.

    >>> fold("Żółć-Kowalska"), fold("1 TI")
    ('zolckowalska', '1ti')
    """
    if text.isascii():
        return text.encode().lower().translate(None, _SEPARATORS).decode()
    lower = unicodedata.normalize("NFKD", text.translate(_STROKES)).casefold()
    return "".join(sign for sign in unicodedata.normalize("NFKD", lower) if sign.isalnum())


def extension(filename: str) -> str | None:
    """The extension in lower case without its dot, or None.

    >>> extension("Anna.JPG"), extension("anna"), extension(".jpg")
    ('jpg', None, None)
    """
    stem, dot, last = filename.rpartition(".")
    return last.lower() or None if dot and stem else None


def matches(filename: str, naming: Naming, pupil: Pupil) -> bool:
    """Whether a file name says what the clause asks of it.

    >>> from datetime import date
    >>> anna = Pupil(first_names="Anna Maria", last_name="Łęcka", born=date(2014, 3, 5),
    ...              class_name="4b")
    >>> strict = Naming(parts=("last_name", "first_name", "class_name"), any_order=False, clause="x:1")
    >>> matches("lecka-anna-4B.jpg", strict, anna), matches("anna-lecka-4b.jpg", strict, anna)
    (True, False)
    """
    if len(filename) > MAX_FILE_NAME:
        return False  # no file system wrote it, and folding it may take long
    # What follows the last dot may be the class rather than an extension.
    names = {fold(filename), fold(filename.rpartition(".")[0])}
    spelled = _spellings(pupil)
    parts = [spelled[part] for part in naming.parts]
    orders = permutations(parts) if naming.any_order else (parts,)
    return any(
        all(chosen) and "".join(chosen) in names for order in orders for chosen in product(*order)
    )


def _spellings(pupil: Pupil) -> dict[NamePart, set[str]]:
    first = "".join(pupil.first_names.split(maxsplit=1)[:1])
    return {
        "first_name": {fold(first), fold(pupil.first_names)},
        "last_name": {fold(pupil.last_name)},
        "class_name": {fold(pupil.class_name or "")},
    }
