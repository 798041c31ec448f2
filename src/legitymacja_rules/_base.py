"""What every fact and every record is made of.

`Record` is the one model base: frozen, closed to unknown fields, silent about its input when it
refuses it. `Masked` is a text that never shows itself; `Private` marks a field that belongs to a
person and stays out of every repr.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Generic, LiteralString, Never, Self, TypeVar, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from ._text import all_seen
from .errors import WrongArgument

__all__ = [
    "MOST_FAULTS",
    "ClockTime",
    "Count",
    "Exact",
    "Flag",
    "Itself",
    "Masked",
    "Misfit",
    "Money",
    "Private",
    "Record",
    "an_instance",
    "instances",
    "iterated",
    "misfit",
    "part",
    "together",
    "unfit",
]

_T = TypeVar("_T")


class Record(BaseModel):
    """The base of all facts and all data: immutable, complete, closed."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def __setattr__(self, name: str, value: object) -> Never:
        # Pydantic's own refusal would print the value, which may tell of a person.
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> Never:
        raise AttributeError(f"{type(self).__name__} is immutable")


class Itself(Generic[_T]):
    """A thing as the key of what is remembered of it: by identity, as hashing a whole text is slow."""

    __slots__ = ("thing",)

    def __init__(self, thing: _T) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)


def misfit(code: LiteralString, why: LiteralString) -> PydanticCustomError:
    """What a record raises whose data contradict each other; the code stands in the `LoadError`."""
    return PydanticCustomError(code, why)


Count = Annotated[int, Field(strict=True, ge=0)]
"""A whole number that is not negative; text, floats and booleans are not taken for one."""

Flag = Annotated[bool, Field(strict=True)]
"""Yes or no; neither a word nor a number is taken for one."""

ClockTime = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A local time of the day in minutes, such as ``07:00``."""

Private = Field(repr=False)
"""Marks a field that tells of a person: it is left out of reprs."""


MOST_FAULTS = 1000
"""As many are told at once; more nobody reads, and who mends these is told the others."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """That parts which are right by themselves do not fit together: a code, and the place."""

    code: str
    place: tuple[int | str, ...] = ()


def together(
    what: str,
    data: object,
    build: Callable[[Any], _T],
    misfits: Callable[[Any], Iterable[Misfit]],
) -> _T:
    """A record whose parts fit together, or one error with all that is wrong.

    What does not fit is told beside what is wrong by itself, so the data are looked at before they
    are a record, too.

    Args:
        what: the record's name.
        data: what it is built from.
        build: what builds it.
        misfits: what finds, in the record or in such data, the parts that do not fit.

    Raises:
        ValidationError: if a part is wrong or does not fit, each at its own place.
    """
    wrong: list[InitErrorDetails] = []
    try:
        thing: object = build(data)
    except ValidationError as refusal:
        faults = refusal.errors(include_input=False, include_url=False)[:MOST_FAULTS]
        wrong = [_detail(one["type"], one["loc"], one["msg"], one.get("ctx")) for one in faults]
        thing = data
    known = {one["loc"] for one in wrong}
    found = (each for each in misfits(thing) if each.place not in known)
    wrong += [_detail(one.code, one.place, one.code, None) for one in islice(found, MOST_FAULTS)]
    if wrong:
        raise ValidationError.from_exception_data(what, wrong, hide_input=True)
    return cast("_T", thing)


def unfit(what: str, misfit: Misfit) -> ValidationError:
    """The error of a record in which a part does not fit."""
    wrong = [_detail(misfit.code, misfit.place, misfit.code, None)]
    return ValidationError.from_exception_data(what, wrong, hide_input=True)


def _detail(
    code: str, place: tuple[int | str, ...], text: str, context: dict[str, Any] | None
) -> InitErrorDetails:
    kind = PydanticCustomError(code, text, context)
    return InitErrorDetails(type=kind, loc=place, input=None)


def part(thing: object, name: str) -> object:
    """A field of a record, or of the data that one is built from; None if there is none.

    >>> part({"since": 1}, "since"), part({}, "since"), part(3, "since")
    (1, None, None)
    """
    return thing.get(name) if isinstance(thing, Mapping) else getattr(thing, name, None)


_EXACT = r"^[0-9]{1,9}(\.[0-9]{1,9})?$"
_MONEY = r"^[0-9]{1,9}\.[0-9]{2}$"


def _exact(value: object) -> object:
    if isinstance(value, Decimal | str) and re.fullmatch(_EXACT, str(value)):
        return value
    raise PydanticCustomError("exact_number", "text or Decimal such as 1.5, so no digit is lost")


def _money(value: object) -> object:
    if isinstance(value, Decimal | str) and re.fullmatch(_MONEY, str(value)):
        return value
    raise PydanticCustomError("money", "text or Decimal with two places, such as 9.00")


Exact = Annotated[
    Decimal, BeforeValidator(_exact), WithJsonSchema({"type": "string", "pattern": _EXACT})
]
"""A number that need not be whole; text in JSON, never a float."""

Money = Annotated[
    Decimal, BeforeValidator(_money), WithJsonSchema({"type": "string", "pattern": _MONEY})
]
"""An amount in PLN with two decimal places; text in JSON, never a float."""


MIN_MASKED, MAX_MASKED = 1, 4096
"""How long a masked text may be; a QR code holds fewer signs."""


class Masked:
    """A text that shows itself only when asked: `reveal()`, JSON and pickling are the ways out.

    Raises:
        WrongArgument: if it is built from anything but text.
    """

    # No dataclass: whatever takes those apart field by field would show what is masked.
    __slots__ = ("_text",)
    _text: str

    def __init__(self, text: str) -> None:
        fits = MIN_MASKED <= len(an_instance(text, str, "text")) <= MAX_MASKED
        if not fits or not all_seen(text):
            raise WrongArgument("text", f"{MIN_MASKED} to {MAX_MASKED} printable signs")
        object.__setattr__(self, "_text", text)

    def reveal(self) -> str:
        """The text itself."""
        return self._text

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> Never:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self.__reduce__())

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.reveal(),)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Build from loaded text; a subclass with rules of its own refuses here."""
        try:
            return cls(text)
        except WrongArgument as refusal:
            raise PydanticCustomError("masked_text", "{expected}", vars(refusal)) from None

    json_schema: ClassVar[Mapping[str, object]] = MappingProxyType(
        {"type": "string", "minLength": MIN_MASKED, "maxLength": MAX_MASKED}
    )
    """What JSON Schema can say of such a text."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, object]:
        return dict(cls.json_schema)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = core_schema.str_schema(strict=True)
        loaded = core_schema.no_info_after_validator_function(cls.from_text, text)
        return core_schema.json_or_python_schema(
            json_schema=loaded,
            python_schema=core_schema.union_schema(
                [core_schema.is_instance_schema(cls), loaded], mode="left_to_right"
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(
                _revealed_in_json, info_arg=True
            ),
        )


def iterated(values: Iterable[_T], name: str) -> tuple[_T, ...]:
    """The values as a tuple.

    Raises:
        WrongArgument: if they are one thing and not several.
    """
    try:
        return tuple(values)
    except TypeError:
        raise WrongArgument(name, "several things, such as a list") from None


def instances(values: Iterable[object], kind: type[_T], name: str) -> tuple[_T, ...]:
    """The values as a tuple if each is of that type.

    Raises:
        WrongArgument: if one is anything else, or if they are one thing and not several.
    """
    return tuple([an_instance(value, kind, name) for value in iterated(values, name)])


def _revealed_in_json(masked: Masked, info: core_schema.SerializationInfo) -> Masked | str:
    return masked.reveal() if info.mode_is_json() else masked


def an_instance(value: object, kind: type[_T], name: str) -> _T:
    """The value itself if it is of that type.

    Raises:
        WrongArgument: if it is anything else, such as a dict that nobody has loaded.
    """
    if not isinstance(value, kind):
        raise WrongArgument(name, kind.__name__)
    return value
