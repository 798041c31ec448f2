"""The PESEL: eleven digits that say when a person was born and of which sex.

The digits are YYMMDDZZZXQ. The month carries the century (+80 for the 1800s, +0, +20, +40, +60 for
1900 to 2299), the tenth digit is even for women and odd for men, the eleventh is a check digit.
The arithmetic is python-stdnum's. What is ours is strictness: a school's record holds the canonical
form only, eleven ASCII digits, while a form on the web may take spaces and other digits first.
And privacy: a `Pesel` never prints its digits.

    >>> number = Pesel("44051401359")
    >>> number
    Pesel(***)
    >>> number.birth_date, number.sex, number.century
    (datetime.date(1944, 5, 14), 'male', 1900)
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import ClassVar, Literal, Self

from pydantic_core import PydanticCustomError
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.pl import pesel as stdnum_pesel

from ._base import Masked, an_instance
from ._day import a_day
from .errors import InvalidPesel
from .findings import Finding, breached, met
from .outcomes import Verdict

__all__ = ["Pesel", "Sex", "birth_findings", "check", "is_valid", "validate"]

LENGTH, MONTH_AT = 11, 3
DIGITS = frozenset("0123456789")
CLAUSE = "act:ewidencja-ludnosci:art.15"

Sex = Literal["female", "male"]


def _birth(text: str) -> date:
    """The day of birth in a valid number; else `InvalidPesel`."""
    if len(text) != LENGTH:
        raise InvalidPesel("length")
    if not (text.isascii() and text.isdigit()):
        raise InvalidPesel("digits", next(n for n, c in enumerate(text, 1) if c not in DIGITS))
    try:
        birth = stdnum_pesel.get_birth_date(text)
    except StdnumError:
        raise InvalidPesel("birth_date", MONTH_AT) from None
    if stdnum_pesel.calc_check_digit(text[:-1]) != text[-1]:
        raise InvalidPesel("checksum", LENGTH)
    return birth


class Pesel(Masked):
    """A valid PESEL in canonical form.

    Raises:
        InvalidPesel: with the reason and the position; the digits are not repeated.

    >>> Pesel("44051401358")
    Traceback (most recent call last):
        ...
    legitymacja_rules.errors.InvalidPesel: not a PESEL: checksum at position 11
    """

    __slots__ = ("_birth",)
    _birth: date
    json_schema: ClassVar[Mapping[str, object]] = MappingProxyType(
        {"type": "string", "pattern": "^[0-9]{11}$"}
    )

    def __init__(self, text: str) -> None:
        an_instance(text, str, "text")
        object.__setattr__(self, "_birth", _birth(text))
        super().__init__(text)

    @classmethod
    def from_text(cls, text: str) -> Self:
        try:
            return cls(text)
        except InvalidPesel as refusal:
            detail = {"reason": refusal.reason}
            code = f"pesel_{refusal.reason}"
            raise PydanticCustomError(code, "not a PESEL: {reason}", detail) from None

    @property
    def birth_date(self) -> date:
        """The day of birth that the digits carry."""
        return self._birth

    @property
    def sex(self) -> Sex:
        """The sex that the tenth digit carries."""
        return "male" if int(self.reveal()[9]) % 2 else "female"

    @property
    def century(self) -> int:
        """The first year of the century of birth as the month carries it, such as 2000."""
        return self.birth_date.year // 100 * 100


def validate(text: str) -> Pesel:
    """The text as a `Pesel`.

    Raises:
        InvalidPesel: with the reason and the position.
    """
    return Pesel(text)


def is_valid(text: object) -> bool:
    """Whether the text is a PESEL in canonical form; never raises.

    >>> is_valid("44051401359"), is_valid("440514 01359"), is_valid(None)
    (True, False, False)
    """
    try:
        return isinstance(text, str) and bool(_birth(text))
    except InvalidPesel:
        return False


def check(text: object, *, on: date, born: date | None = None) -> Verdict:
    """Judge a text as the PESEL of a person, on a day.

    Args:
        text: what was written in the field; anything at all.
        on: the day asked about; nobody is born after it.
        born: the declared day of birth, if there is one to compare.

    Raises:
        WrongArgument: if a day is no day.

    >>> print(check("44051401358", on=date(2024, 10, 1)).explain("en"))
    BREACHED
    [x] PESEL: check digit: position 11 [act:ewidencja-ludnosci:art.15]
    """
    a_day(on, "on")
    if born is not None:
        a_day(born, "born")
    try:
        number = Pesel(text if isinstance(text, str) else "")
    except InvalidPesel as refusal:
        return Verdict((breached(f"pesel.{refusal.reason}", CLAUSE, refusal.position),))
    valid = met("pesel.checksum", CLAUSE, LENGTH)
    return Verdict((valid, *birth_findings(number, on=on, born=born)))


def birth_findings(number: Pesel, *, on: date, born: date | None) -> tuple[Finding, ...]:
    """Whether the birth date in the number is past, and the declared one."""
    birth = number.birth_date
    past = met if birth <= on else breached
    findings = (past("pesel.born", CLAUSE),)
    if born is None:
        return findings
    same = met if birth == born else breached
    return (*findings, same("pesel.declared_birth_date", CLAUSE))
