"""Texts that people write: names, file names, subjects, titles, accounts, numbers.

A file holds six of them with a zero byte between two: first names, last name, class, something
written, the extension of a file, a number. What is no UTF-8 becomes half a sign, as it does in the file
names of an operating system.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice, repeat
from random import Random

from pydantic import ValidationError

from fuzz.mutators import Change, some_fields
from fuzz.photos import left_alone
from legitymacja_rules import naming, pesel, photo, transfers
from legitymacja_rules.errors import InvalidPesel, WrongArgument
from legitymacja_rules.facts import MAX_FILE_NAME, PhotoFacts, Pupil
from legitymacja_rules.loading import dump, load
from legitymacja_rules.outcomes import Verdict
from legitymacja_rules.regulation import Naming, Subject, Title
from samples import ANNA, DAY

__all__ = ["mutated", "seeds", "text"]

FIELDS = 6
DIGITS, WEIGHTS = "0123456789", (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)
BETWEEN = b"\0"

NAMINGS = (
    Naming(parts=("last_name", "first_name", "class_name"), any_order=False, clause="x:1"),
    Naming(parts=("first_name", "last_name"), any_order=True, clause="x:1"),
)
SUBJECTS = (
    Subject(parts=("first_name", "last_name", "class_name"), word="legitymacja", clause="x:1"),
    Subject(parts=("last_name", "first_name"), word="m-Legitymacja: zdjęcie", clause="x:1"),
)
TITLE = Title(words="opłata za duplikat", parts=("names", "class_name"), clause="x:1")


def text(data: bytes) -> None:
    """Whatever is written is understood or not; what the library writes itself, it understands."""
    first_names, last_name, class_name, written, ending, number = _fields(data)
    pupil = _pupil(first_names, last_name, class_name)
    with left_alone():
        _folded(written)
        _names(pupil, written, ending)
        _subjects(pupil, written)
        _transfers(pupil, written, number)
        _pesels(number)


def _fields(data: bytes) -> list[str]:
    fields = islice(chain(data.split(BETWEEN), repeat(b"")), FIELDS)
    return [field.decode("utf-8", "surrogateescape") for field in fields]


def _pupil(first_names: str, last_name: str, class_name: str) -> Pupil:
    """The pupil of these names; another where they are none."""
    try:
        return Pupil(
            first_names=first_names,
            last_name=last_name,
            class_name=class_name or None,
            born=ANNA.born,
        )
    except ValidationError:
        return ANNA


def _folded(written: str) -> None:
    folded = naming.fold(written)
    assert naming.fold(folded) == folded
    assert not folded or folded.isalnum()
    ending = naming.extension(written)
    assert ending is None or written.lower().endswith(f".{ending}")
    facts = photo.inspect(b"", filename=written)
    assert load(PhotoFacts, dump(facts)) == facts


def _names(pupil: Pupil, written: str, ending: str) -> None:
    for pattern in NAMINGS:
        naming.matches(written, pattern, pupil)
        if name := _unless_refused(naming.file_name, pattern, pupil, ending):
            assert naming.matches(name, pattern, pupil)
            assert naming.extension(name) == ending.lower()
            assert len(name) <= MAX_FILE_NAME
            assert name.translate({ord("-"): None, ord("."): None}).isalnum()


def _subjects(pupil: Pupil, written: str) -> None:
    for rule in SUBJECTS:
        naming.subject_matches(written, rule, pupil)
        if line := _unless_refused(naming.subject, rule, pupil):
            assert line.isprintable()
            for sent in (line, f"Fwd: {line}", f"{line}, dziękuję"):
                assert naming.subject_matches(sent, rule, pupil)


def _unless_refused(write: Callable[..., str], *given: object) -> str:
    """What is written, for there are names that cannot be."""
    try:
        return write(*given)
    except WrongArgument:
        return ""


def _transfers(pupil: Pupil, written: str, number: str) -> None:
    transfers.same_title(written, TITLE, pupil)
    assert transfers.same_title(transfers.worded(TITLE, pupil), TITLE, pupil)
    transfers.same_account(written, number)
    digits = "".join(sign for sign in number if sign in DIGITS)
    assert transfers.same_account(f"PL {transfers.grouped(digits)}", digits)


def _pesels(number: str) -> None:
    verdict = pesel.check(number, on=DAY, born=ANNA.born)
    assert load(Verdict, dump(verdict)) == verdict
    sound = len(number) == len(WEIGHTS) and {*number} <= {*DIGITS}
    weighed = sound and sum(int(n) * w for n, w in zip(number, WEIGHTS, strict=True)) % 10 == 0
    shown = "".join((repr(verdict), verdict.explain("pl"), verdict.explain("en")))
    assert not sound or number not in shown
    assert weighed or not pesel.is_valid(number)
    try:
        assert pesel.validate(number).reveal() == number
        refused = None
    except InvalidPesel as refusal:
        refused = f"pesel.{refusal.reason}"
    assert pesel.is_valid(number) is (refused is None)
    assert refused is None or refused == verdict.findings[0].code


# Files


def seeds() -> Iterator[bytes]:
    """What a parent may write, and odd signs."""
    good = (
        ("Anna Maria", "Łęcka-Żółć", "4b", "lecka-zolc-anna-4B.jpg", "jpg", "44051401359"),
        ("Ola", "Kowalska", "1 TI", "Fwd: Ola Kowalska, kl. 1 TI, m-legitymacja", "png", "123"),
        ("Jo\u0301zef", "ﬁ ß İ", "Ⅳa", "OPŁATA ZA DUPLIKAT - JÓZEF 4a", "jpeg", "PL21 1240 5703"),
        ("А", "a\u0328\u0301", "4", ".jpg", "JPG", "21124057031111000048982357"),
    )
    for fields in good:
        yield BETWEEN.join(field.encode() for field in fields)
    yield b"\xff\0\xed\xa0\x80\0\xf0\x9f\x98\0a.b.\0\xc4\xb0\0\xd9\xa3"


_SIGNS = (
    *("", " ", "-", ".", "_", "\r\n", "a", "4b", "m-", "legitymacja", "x" * 250),
    *("ł", "Ł", "ß", "ẞ", "ſ", "İ", "ı", "ﬃ", "ǆ", "ς", "ٳ", "٣", "²", "½", "Ⅷ", "ﷺ", "가", "𝔄"),
    *("\u0301", "\u0345", "\u200b", "\u00ad", "\u202e", "\u2028", "\udcff"),
)
ODD = tuple(sign.encode("utf-8", "surrogateescape") for sign in _SIGNS)


def mutated(data: bytes, random: Random, change: Change) -> bytes:
    """Another text in one of the fields, mostly."""
    return some_fields(data, random, change, BETWEEN, ODD)
