"""A text that came from outside, and how it is kept: on one line, in one spelling, all of it to be seen.

One name is written in many ways that look alike. A Mac takes ą apart into a and its tail, a page puts
between two names a space that does not break, a table puts a tab. So signs are kept composed (NFC),
and white space of any kind and length is one space between words and none around them.

What cannot be seen is no part of a text for people: a control, a mark that turns the direction of
writing, a sign without a width, half of a sign, a letter that is only a gap. One text could show
itself as another by it. What somebody wrote is refused then, for it can be written anew. A file came
under its name once and for all, so there a `?` stands in its place.

A text that is too long is not composed first, for marks are put in order one by one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

__all__ = [
    "MAX_FILE_NAME",
    "ClauseId",
    "Line",
    "all_seen",
    "possible_name",
    "stored_name",
    "tidied",
]

SPELLED = 4
"""In at most so many signs one can be taken apart (Unicode, UAX 15), so a kept text has had no more."""

MAX_FILE_NAME = 255
"""The longest file name that common file systems hold, in signs."""

UNSEEN = "?"
"""What stands in a file's name for a sign that cannot be seen; Windows allows it in no name."""

_NO_NAME = frozenset(f"/\\{UNSEEN}")

# Gaps that Unicode calls letters or symbols, and selectors and joiners that it calls marks: all that
# it would have ignored in print (Default_Ignorable_Code_Point), and the empty sign of Braille.
_GAPS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)

# Each sign but these can be seen, and is composed already whatever stands beside it.
_BEYOND_LATIN = re.compile("[^ -~\u00a1-\u00ac\u00ae-\u017f]")


def all_seen(text: str) -> bool:
    """Whether each sign of a text can be seen; of white space only the plain space can.

    >>> all_seen("Łęcka 🎓"), all_seen("a\N{RIGHT-TO-LEFT OVERRIDE}b"), all_seen("\N{HANGUL FILLER}")
    (True, False, False)
    """
    return text.isprintable() and (text.isascii() or not _GAPS.search(text))


def tidied(text: str) -> str:
    r"""A text with its signs composed, and one space for each run of white space within it.

    >>> tidied(" Anna\N{NO-BREAK SPACE}\tMaria\n")
    'Anna Maria'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


@dataclass(frozen=True, slots=True)
class Line:
    """Marks a text that is kept as a line of at most so many signs, and at least one."""

    most: int

    def kept(self, text: str) -> str:
        """The text as it is kept; it has no white space around it, and is not empty.

        Raises:
            ValueError: as Pydantic has it, if the text is too long or not all of it can be seen.
        """
        # Most are kept already: to see that takes a fraction of what it takes to make them so.
        plain = text.isprintable() if text.isascii() else not _BEYOND_LATIN.search(text)
        if plain and "  " not in text and len(text) <= self.most:
            return text
        if len(text) > SPELLED * self.most or len(line := tidied(text)) > self.most:
            raise PydanticKnownError("string_too_long", {"max_length": self.most})
        if not line or not all_seen(line):
            raise PydanticCustomError("not_printable", "a line of printable signs")
        return line

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = core_schema.str_schema(strip_whitespace=True, min_length=1)
        return core_schema.no_info_after_validator_function(self.kept, text)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "minLength": 1, "maxLength": self.most}


ClauseId = Annotated[str, Line(200)]
"""The id of a clause, such as ``leczna:VI.5``."""


# --- names of files -------------------------------------------------------------------------------


def stored_name(filename: str) -> str:
    r"""The name under which a file came, as it can be written down, shown and compared.

    It is the last part of a path, for browsers once sent whole ones; a `?` stands for each sign that
    cannot be seen. Of a name longer than file systems hold the end is kept, for the extension stands
    there. What was stored is stored as it is.

    >>> stored_name("C:\\Zdjęcia\\kowalska.jpg"), stored_name("kowalska\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe")
    ('kowalska.jpg', 'kowalska?gpj.exe')
    """
    plain = filename.isascii() and filename.isprintable() and len(filename) <= MAX_FILE_NAME
    if plain and "/" not in filename and "\\" not in filename:
        return filename  # as most are, and each photo's is asked about twice
    end = filename[-SPELLED * MAX_FILE_NAME :]  # all that can be kept, however it is spelled
    last = end.replace("\\", "/").rpartition("/")[-1]
    return _shown(unicodedata.normalize("NFC", last))[-MAX_FILE_NAME:]


def possible_name(filename: str) -> str | None:
    """The name if a file can bear it and all of it can be seen; else None."""
    if len(filename) > SPELLED * MAX_FILE_NAME:
        return None
    name = _shown(unicodedata.normalize("NFC", filename))
    return name if len(name) <= MAX_FILE_NAME and _NO_NAME.isdisjoint(name) else None


def _shown(text: str) -> str:
    if all_seen(text):
        return text
    return "".join(sign if all_seen(sign) else _instead(sign) for sign in text)


def _instead(sign: str) -> str:
    """A plain space for another, as a Mac puts into the names of its screenshots; else a `?`."""
    return " " if unicodedata.category(sign) == "Zs" else UNSEEN
