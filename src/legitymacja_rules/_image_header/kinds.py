"""What else a file can be: a format that is only recognised, or a second one beside the first.

A picture can be written so that other programs take it for something of theirs: an archive at its
end, a PDF at its beginning, a script in its comments. Whoever keeps such a file keeps more than a
photo. Each kind is looked for where its readers look: a PDF in the first 1024 bytes, an archive at the
end, a page or a script anywhere. That takes a search of all of the file, and is done on request only.
"""

import re

from ..vocabulary import SecondFormat
from .header import Bytes

__all__ = ["other_format", "second_format"]

SNIFFED = 1024  # bytes: an SVG may begin with a comment, and a PDF with anything

OTHER_FORMATS = re.compile(  # BMP with its four reserved zeros, for many a text begins with "BM"
    rb"""(?P<PDF>%PDF-) | (?P<GIF>GIF8[79]a) | (?P<WEBP>RIFF....WEBP) | (?P<BMP>BM....\0{4})
    | (?P<TIFF>II[*+]\0|MM\0[*+]) | (?P<ZIP>PK(?:\x03\x04|\x05\x06)) | (?P<AVIF>....ftypavi[fs])
    | (?P<HEIC>....ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1))
    | (?P<SVG>(?:\xef\xbb\xbf)?\s*(?=<(?:svg|\?xml|!--|!DOCTYPE\s+svg)).*?<svg[\s>])""",
    re.DOTALL | re.VERBOSE,
)

PDF = b"%PDF-"
SCRIPTS = re.compile(rb"(?P<PHP><\?php)|(?P<HTML><(?:html|script))", re.IGNORECASE)

ARCHIVE_END, ARCHIVE_ENTRY = b"PK\x05\x06", b"PK\x01\x02"
END_SIZE, MAX_COMMENT = 22, 65_535
LOCATOR, LOCATOR_SIZE = b"PK\x06\x07", 20  # before the end of an archive of many bytes
LIST_SIZE_AT = 12  # in the archive's end: the bytes of the list of its entries, right before it


def other_format(data: Bytes) -> str | None:
    """The format, other than a picture's, that the first bytes show."""
    match = OTHER_FORMATS.match(data, 0, SNIFFED)
    return match and match.lastgroup


def second_format(data: bytes, *, whole: bool) -> SecondFormat | None:
    """What else a picture passes for; what takes a search of all of it is found only if `whole`."""
    if data.rfind(PDF, 0, SNIFFED) > 0:
        return "PDF"
    if _ends_like_an_archive(data, MAX_COMMENT if whole else SNIFFED):
        return "ZIP"
    match = SCRIPTS.search(data) if whole else None
    if match is None:
        return None
    return "PHP" if match.lastgroup == "PHP" else "HTML"


def _ends_like_an_archive(data: bytes, searched: int) -> bool:
    """Whether an archive's list of entries and its end are there, at most so many bytes before the end.

    Any end will do, for the last may stand in the comment of one before it.
    """
    at, least = len(data), max(0, len(data) - END_SIZE - searched)
    while (at := data.rfind(ARCHIVE_END, least, at)) >= 0:
        listed = int.from_bytes(data[at + LIST_SIZE_AT : at + LIST_SIZE_AT + 4], "little")
        list_ = data[max(0, at - listed) : at] if listed else b""
        if list_.startswith(ARCHIVE_ENTRY) or data[at - LOCATOR_SIZE : at].startswith(LOCATOR):
            return True
    return False
