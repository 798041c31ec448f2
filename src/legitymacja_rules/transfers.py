"""How a fee is transferred: the account and the title, as they are written and as they are read.

A school writes its account in groups and a title with gaps for names and class. Banks and parents
write both in their own way: without spaces, with the country, in capitals, without Polish letters,
surname first, with one first name of two. So what is read is folded before it is compared, and a
title is compared with every wording that the pupil's names allow; the first of them is the one that
is handed out. Each part has to be there, and no word more: what lies between two parts does not count.
A school's own number is strict (`regulation.money`); one that was read may be in wide digits, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from .facts import Pupil
from .naming import first_name, fold
from .regulation import Title

__all__ = ["grouped", "same_account", "same_title", "worded"]

LONGEST = 5000
"""No bank carries as many signs, and no title made here has as many, taken apart or not."""


def grouped(account: str) -> str:
    """An account's digits as they are written: two, then fours.

    >>> grouped("21124057031111000048982357")
    '21 1240 5703 1111 0000 4898 2357'
    """
    return " ".join((account[:2], *(account[at : at + 4] for at in range(2, len(account), 4))))


def same_account(written: str, account: str) -> bool:
    """Whether a text is that account's number, with or without the country.

    >>> same_account("PL21 1240 5703 1111 0000 4898 2357", "21124057031111000048982357")
    True
    """
    return len(written) <= LONGEST and fold(written).removeprefix("pl") == account


def worded(title: Title, pupil: Pupil) -> str:
    """The title in the school's words, for that pupil."""
    return next(_wordings(title, pupil))


def same_title(written: str, title: Title, pupil: Pupil) -> bool:
    """Whether a text is that title, with the pupil's names in one of the ways to write them.

    >>> from datetime import date
    >>> anna = Pupil(first_names="Anna Maria", last_name="Łęcka", born=date(2014, 3, 5))
    >>> title = Title(words="opłata za duplikat", parts=("names",), clause="x:1")
    >>> same_title("OPLATA ZA DUPLIKAT - LECKA ANNA", title, anna)
    True
    """
    return len(written) <= LONGEST and fold(written) in map(fold, _wordings(title, pupil))


def _wordings(title: Title, pupil: Pupil) -> Iterator[str]:
    """The title with the names in each way to write them; a part that is not known is left out."""
    for names in _names(pupil):
        known = {"names": names, "class_name": pupil.class_name}
        parts = (title.words, *(known[part] for part in title.parts))
        yield ", ".join(part for part in parts if part)


def _names(pupil: Pupil) -> Iterator[str]:
    """All first names or the first of them, before the surname or behind it."""
    for given in (pupil.first_names, first_name(pupil)):
        yield f"{given} {pupil.last_name}"
        yield f"{pupil.last_name} {given}"
