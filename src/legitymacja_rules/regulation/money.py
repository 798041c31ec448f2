"""What a text says of money: how much, where to, under which title."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError
from stdnum import iban

from .._base import Money
from .._text import Line
from ..vocabulary import ExchangeGround
from .cited import Cited, Rule
from .wordings import Wording

__all__ = ["Amount", "Payment", "Title"]


def _checked_account(number: str) -> str:
    compact = number.replace(" ", "")
    if not re.fullmatch("[0-9]{26}", compact) or not iban.is_valid("PL" + compact):
        raise PydanticCustomError("account_number", "26 digits with a valid check by MOD 97")
    return compact


# The first check of a country makes stdnum look for its rules on disk: once, here, and never later.
iban.is_valid("PL")

AccountNumber = Annotated[
    str,
    Line(60),
    AfterValidator(_checked_account),
    WithJsonSchema({"type": "string", "maxLength": 60, "pattern": r"^ *([0-9] *){26}$"}),
]
"""A Polish account number: 26 ASCII digits, checked by MOD 97; groups of digits may be spaced."""


class Amount(Cited):
    """A fee in PLN for one copy.

    Attributes:
        amount: how much; 0.00 where it is free.
        grounds: the grounds that the clause names, if it is limited to some.
        called_stamp_duty: the clauses that call it stamp duty (*opłata skarbowa*), which it is not.
    """

    amount: Money
    grounds: tuple[ExchangeGround, ...] = ()
    called_stamp_duty: tuple[Rule, ...] = ()


class Title(Cited):
    """The title of a transfer: words of the text, then parts from the pupil's data."""

    words: Wording
    parts: tuple[Literal["names", "class_name"], ...]


class Payment(Cited):
    """Where a fee is paid, and how the transfer is titled.

    Attributes:
        account: the account's 26 digits.
        holder: whose account it is.
        titles: the titles that the text names; the first one is built, each is accepted.
    """

    account: AccountNumber
    holder: Wording
    titles: Annotated[tuple[Title, ...], Field(min_length=1)]
