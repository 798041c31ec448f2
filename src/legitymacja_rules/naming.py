"""Names as they are written: of files, and in the subject of a message.

Schools ask for `kowalska-anna-4b.jpg`; parents send `Anna Kowalska 4B.JPG` or `KOWALSKA_ANNA_4b`
from a system that stores ó as two code points, or that knows no ł at all. So both sides are folded
to lower-case letters without marks and digits before they are compared, and any sign between the
parts is a separator. Of several first names the first alone or all will do.

Folding goes sign by sign, and so takes as long as the text is. What Unicode holds to be the same sign
in another form is the same here: a wide `４ｂ`, a ligature, a letter with a mark. The digits of another
script are other digits, so `1٣` is not class 13.

A file's name is these parts and nothing else, so that it does not matter where one ends. The subject
of a message may say more (`Re:`, a greeting): there each part has to be made of whole words. So `14b`
holds no `4b`, and `mlegitymacja` no `legitymacja`. What is built here is looked at in the same way
before it is handed out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import permutations, product, zip_longest

from ._base import an_instance
from ._text import all_seen, possible_name, stored_name, tidied
from .errors import WrongArgument
from .extensions import extension
from .facts import Pupil
from .regulation import Naming, Subject
from .vocabulary import NamePart

__all__ = [
    "extension",
    "file_name",
    "first_name",
    "fold",
    "matches",
    "stored_name",
    "subject",
    "subject_matches",
]

MAX_SUBJECT = 998
"""The longest line that a message may have, in signs (RFC 5322, 2.1.1)."""

_SEPARATORS = bytes(sign for sign in range(128) if not chr(sign).isalnum())
_WORD = re.compile(r"[^\W_]+")
_LONE_WORDS = frozenset("aiouwz")
"""The words of one letter that Polish has."""

# A stroke, a missing dot and a bond are part of the letter: no decomposition could take them off. And
# two letters of Korean are nothing but a gap.
_PLAIN = str.maketrans(
    {"ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"}
    | {"\u115f": "", "\u1160": ""}
)


def fold(text: str) -> str:
    """Lower-case letters, without marks, and digits of a text; everything else is dropped.

    >>> fold("Żółć-Kowalska"), fold("1 TI")
    ('zolckowalska', '1ti')
    """
    if text.isascii():
        return text.encode().lower().translate(None, _SEPARATORS).decode()
    return "".join(_words(text))


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """A sign in lower case, without marks, in letters and digits of their usual form."""
    lower = unicodedata.normalize("NFKD", sign).casefold()
    signs = unicodedata.normalize("NFKD", lower).translate(_PLAIN)
    return "".join(one for one in signs if unicodedata.category(one)[0] != "M")


def _words(text: str) -> list[str]:
    """The words of a text, each folded."""
    return _WORD.findall("".join(map(_plain, text)))


def matches(filename: str, naming: Naming, pupil: Pupil) -> bool:
    """Whether a file name says what the clause asks of it.

    A name that no file can bear says nothing, nor one that holds a sign which cannot be seen.

    >>> from datetime import date
    >>> anna = Pupil(first_names="Anna Maria", last_name="Łęcka", born=date(2014, 3, 5),
    ...              class_name="4b")
    >>> strict = Naming(parts=("last_name", "first_name", "class_name"), any_order=False, clause="x:1")
    >>> matches("lecka-anna-4B.jpg", strict, anna), matches("anna-lecka-4b.jpg", strict, anna)
    (True, False)
    """
    name = possible_name(filename)
    if name is None:
        return False
    # What follows the last dot may be the class rather than an extension.
    names = {fold(name), fold(name.rpartition(".")[0])}
    spelled = _spellings(pupil)
    parts = [spelled[part] for part in naming.parts]
    orders = permutations(parts) if naming.any_order else (parts,)
    return any(
        all(chosen) and "".join(chosen) in names for order in orders for chosen in product(*order)
    )


def file_name(naming: Naming, pupil: Pupil, extension: str) -> str:
    """A file name such as the clause asks for, in lower case and as far as possible in ASCII.

    Args:
        naming: what the name is made of.
        pupil: whose photo it is.
        extension: without its dot, such as ``jpg``.

    Raises:
        WrongArgument: if the extension is none, or the pupil has no class, or names that no file
            name can hold.

    >>> from datetime import date
    >>> ola = Pupil(first_names="Aleksandra Maria", last_name="Łoś-Żak", born=date(2014, 3, 5),
    ...             class_name="1 TI")
    >>> pattern = Naming(parts=("last_name", "first_name", "class_name"), clause="x:1")
    >>> file_name(pattern, ola, "jpg")
    'los-zak-aleksandra-1ti.jpg'
    """
    an_instance(naming, Naming, "naming")
    an_instance(pupil, Pupil, "pupil")
    if not (an_instance(extension, str, "extension").isascii() and extension.isalnum()):
        raise WrongArgument("extension", "letters and digits, such as jpg")
    written: dict[NamePart, str] = {
        "first_name": "-".join(_words(first_name(pupil))),
        "last_name": "-".join(_words(pupil.last_name)),
        "class_name": fold(pupil.class_name or ""),
    }
    stem = "-".join(written[part] for part in naming.parts)
    name = unicodedata.normalize("NFC", f"{stem}.{extension.lower()}")
    if not matches(name, naming, pupil):
        raise WrongArgument("pupil", "a pupil with a class, and names that a file name can hold")
    return name


def subject(rule: Subject, pupil: Pupil) -> str:
    """The subject of a message such as the clause asks for.

    Args:
        rule: what the subject is made of.
        pupil: whose photo comes with the message.

    Raises:
        WrongArgument: if the pupil has no class, or names without any letter.

    >>> from datetime import date
    >>> anna = Pupil(first_names="Anna Maria", last_name="Łęcka", born=date(2014, 3, 5),
    ...              class_name="4b")
    >>> subject(Subject(parts=("first_name", "last_name", "class_name"), word="legitymacja",
    ...                 clause="x:1"), anna)
    'Anna Łęcka, 4b, legitymacja'
    """
    an_instance(rule, Subject, "rule")
    an_instance(pupil, Pupil, "pupil")
    written: dict[NamePart, str] = {
        "first_name": first_name(pupil),
        "last_name": pupil.last_name,
        "class_name": pupil.class_name or "",
    }
    names = " ".join(written[part] for part in rule.parts if part != "class_name")
    class_name = written["class_name"] if "class_name" in rule.parts else ""
    whole = ", ".join(filter(None, (names, class_name, rule.word)))
    # On one line: what follows a line break would be another header of the message.
    text = tidied("".join(sign for sign in whole if sign.isspace() or all_seen(sign)))
    if not subject_matches(text, rule, pupil):
        raise WrongArgument("pupil", "a pupil with a class, and names of letters")
    return text


def subject_matches(text: str, rule: Subject, pupil: Pupil) -> bool:
    """Whether the subject of a message holds all that the clause asks of it, in any order.

    >>> from datetime import date
    >>> anna = Pupil(first_names="Anna Maria", last_name="Łęcka", born=date(2014, 3, 5),
    ...              class_name="4b")
    >>> rule = Subject(parts=("first_name", "last_name", "class_name"), word="legitymacja",
    ...                clause="x:1")
    >>> subject_matches("Fwd: legitymacja, LECKA Anna kl. 4 B", rule, anna)
    True
    >>> subject_matches("Anna Łęcka 14b mlegitymacja", rule, anna)
    False
    """
    if len(text) > MAX_SUBJECT:
        return False  # no mail carried it, and folding it may take long
    spelled, word, words = _spellings(pupil), fold(rule.word), _words(text)
    wanted = [*(spelled[part] for part in rule.parts), {word}]
    return _holds("".join(words), _passing(words, word), wanted)


def _holds(text: str, passing: Mapping[int, int], wanted: Sequence[set[str]]) -> bool:
    """Whether a folded text holds all that is wanted, each in words of its own.

    Where a word begins either something wanted follows, or the word is passed by. `reached` says for
    each place what may have been found on the way; what ends within a word is never gone on from.
    """
    reached: defaultdict[int, set[frozenset[int]]] = defaultdict(set, {0: {frozenset()}})
    for begins, behind in passing.items():
        found = reached[begins]
        reached[behind] |= found
        for which, spellings in enumerate(wanted):
            for spelling in filter(None, spellings):
                if text.startswith(spelling, begins):
                    reached[begins + len(spelling)] |= {parts | {which} for parts in found}
    return frozenset(range(len(wanted))) in reached[len(text)]


def _passing(words: list[str], word: str) -> dict[int, int]:
    """From where each word begins to where one is that passes it by.

    A lone letter that is no word makes another of the word behind it, as in `m-legitymacja`: both are
    passed by at once.
    """
    passing, begins = {}, 0
    for one, following in zip_longest(words, words[1:]):
        ends = begins + len(one)
        another = len(one) == 1 and one.isalpha() and one not in _LONE_WORDS and following == word
        passing[begins] = ends + len(word) if another else ends
        begins = ends
    return passing


def first_name(pupil: Pupil) -> str:
    """The first of all given names, of what has letters; empty if there is none."""
    return next(filter(fold, pupil.first_names.split()), "")


def _spellings(pupil: Pupil) -> dict[NamePart, set[str]]:
    return {
        "first_name": {fold(first_name(pupil)), fold(pupil.first_names)},
        "last_name": {fold(pupil.last_name)},
        "class_name": {fold(pupil.class_name or "")},
    }
