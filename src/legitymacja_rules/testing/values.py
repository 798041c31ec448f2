"""Values of a type, made from the annotations of the model alone.

Each type has its values: days, words, numbers at their bounds, texts with odd signs. Where the parts of a
record have to fit each other, ways in which they do are listed. Values shrink to the first word of a list,
the least number, the earliest day, and nothing where something may be missing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from .._base import Masked, Record
from .._day import FIRST_DAY, LAST_DAY
from .._text import all_seen
from ..errors import WrongArgument
from ..mlegitymacja import Activate, ActivationCodes
from ..pesel import Pesel
from ..regulation import (
    Codes,
    Devices,
    Dpi,
    Due,
    FaceShare,
    FileSize,
    Formats,
    Grounds,
    InForce,
    PhotoRequirement,
    Pixels,
    ReissueRow,
    RevocationRow,
    Window,
)
from .persons import pesels

__all__ = ["CLAUSES", "DAYS", "TEXTS", "fields_of", "values"]

ACCOUNTS = (
    "36 1020 3206 0000 8402 0125 2865",
    "21124057031111000048982357",
    "44 1020 3802 0000 1602 0207 9879",
)
TEXTS = st.text(
    st.characters(exclude_categories=["C", "Z"]).filter(all_seen), min_size=1, max_size=8
)
CLAUSES = st.sampled_from(("sp1:§1", "sp1:§2.3", "x:I", "I-30d", "act:druki-2023:§67"))
DAYS = st.dates(FIRST_DAY, LAST_DAY)


def values(form: Any, name: str = "") -> st.SearchStrategy[Any]:  # noqa: ANN401  (an annotation)
    """Values of a type, as a field of that name may hold them.

    Raises:
        WrongArgument: if no model of this library holds such a type.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(values(Literal["paper", "id1"])), type(simplest(values(FaceShare))).__name__
    ('paper', 'FaceShare')
    """
    origin, parts = get_origin(form), get_args(form)
    if origin is Annotated:
        return _annotated(parts[0], _flat(parts[1:]), name)
    if origin is Literal:
        return st.sampled_from(parts)
    if origin in {Union, UnionType}:
        return st.one_of([values(part, name) for part in parts])
    if origin is tuple:
        return st.lists(values(parts[0], name), max_size=2).map(tuple)
    if isinstance(form, type) and issubclass(form, Record):
        return _record(form)
    return _plain(form, name)


def _record(form: type[Record]) -> st.SearchStrategy[Any]:
    """Records of a kind; of those whose parts have to fit each other such as do."""
    if form is InForce:
        return _periods()
    fields = fields_of(form)
    ways = FITTING.get(form) or next(
        (rows for kind, rows in FITTING.items() if issubclass(form, kind)), []
    )
    fitting = [{**fields, **dict.fromkeys(names, st.none()), **told} for names, told in ways]
    return st.one_of([st.builds(form, **row) for row in fitting or [fields]])


_SMALL, _LARGE = st.integers(1, 50), st.integers(50, 100)
_LESS = st.decimals(Decimal("0.01"), Decimal("0.09"), places=2)
_MORE = st.decimals(Decimal("0.1"), 1000, places=2)

FITTING: dict[type[Record], list[tuple[tuple[str, ...], dict[str, st.SearchStrategy[Any]]]]] = {
    Codes: [(("minutes",), {"days": st.integers(1, 3660), "ways": st.just(())})],
    Window: [(("minutes",), {"days": st.integers(1, 3660)}), (("days",), {"minutes": _LARGE})],
    FileSize: [
        (("max_kb", "min_mb", "min_kb"), {"max_mb": _MORE}),
        (("max_mb", "min_mb"), {"min_kb": _LESS, "max_kb": _MORE}),
        (("max_mb", "max_kb", "min_kb"), {"min_mb": _LESS}),
    ],
    Pixels: [
        (("max_width", "max_height"), {"min_width": _SMALL}),
        (
            (),
            {"min_width": _SMALL, "min_height": _SMALL, "max_width": _LARGE, "max_height": _LARGE},
        ),
    ],
    Dpi: [(("at_least",), {"at_most": _LARGE}), ((), {"at_least": _SMALL, "at_most": _LARGE})],
    FaceShare: [((), {"at_least": _SMALL, "at_most": _LARGE})],
    Devices: [((), {"limit": _LARGE, "of_pupil": st.none() | _SMALL, "of_parents": _SMALL})],
    Due: [((), {"count": _LARGE, "expected": st.none() | _SMALL})],
    Grounds: [
        (("wording",), {"any_of": st.just(("error", "lost")), "none_of": st.just(("address",))})
    ],
    RevocationRow: [(("wording",), {"ground": st.sampled_from(("on_request", "resignation"))})],
    ReissueRow: [(("wording",), {"ground": st.sampled_from(("new_card", "errors_found"))})],
    ActivationCodes: [(("at",), {})],
    Activate: [(("at",), {})],
    PhotoRequirement: [
        ((), {"formats": st.builds(Formats, any_of=st.just(("JPEG",)), clause=CLAUSES)})
    ],
}
"""Kind → for each way of fitting the fields that are None, and values for others."""


def _plain(form: Any, name: str) -> st.SearchStrategy[Any]:  # noqa: ANN401  (an annotation)
    if form is str and (name in {"clause", "also", "waiver"} or name.endswith("_clause")):
        return CLAUSES
    known: dict[Any, st.SearchStrategy[Any]] = {
        str: st.sampled_from(ACCOUNTS) if name == "account" else TEXTS,
        int: st.integers(0, 2**31),
        bool: st.booleans(),
        type(None): st.none(),
        date: DAYS,
        datetime: st.datetimes(timezones=st.just(UTC)),
        Pesel: pesels(),
    }
    if form in known:
        return known[form]
    if isinstance(form, type) and issubclass(form, Masked):
        return TEXTS.map(form)
    raise WrongArgument("form", "a type that stands in a model of this library")


def _flat(metadata: tuple[Any, ...]) -> list[Any]:
    """The bounds and patterns of an annotation, taken out of Pydantic's fields."""
    flat: list[Any] = []
    for each in metadata:
        flat += each.metadata if isinstance(each, FieldInfo) else [each]
    return flat


def _annotated(form: Any, metadata: list[Any], name: str) -> st.SearchStrategy[Any]:  # noqa: ANN401  (an annotation)
    if form is Decimal:
        return st.decimals(Decimal("0.01"), 1000, places=2)
    patterns = [each.pattern for each in metadata if getattr(each, "pattern", None)]
    if patterns:
        one_line = st.characters(codec="latin-1", exclude_characters="\n")
        return st.from_regex(patterns[0], fullmatch=True, alphabet=one_line).filter(_is_free)
    least, most = _bounds(metadata)
    if form is int:
        return st.sampled_from((least, most)) | st.integers(least, most)
    if get_origin(form) is tuple and any(getattr(each, "min_length", 0) for each in metadata):
        return st.lists(values(get_args(form)[0], name), min_size=1, max_size=2).map(tuple)
    return values(form, name)


def _bounds(metadata: list[Any]) -> tuple[int, int]:
    least, most = 0, 2**31
    for bound in metadata:
        least = max(least, getattr(bound, "ge", 0), getattr(bound, "gt", -1) + 1)
        most = min(most, getattr(bound, "le", most))
    return least, most


def _is_free(text: str) -> bool:
    return text not in {"act", "invariant", "notice"} and len(text) <= 60


@lru_cache
def fields_of(kind: type[Record]) -> dict[str, st.SearchStrategy[Any]]:
    """For each field of a record its values."""
    return {
        name: values(field.rebuild_annotation(), name) for name, field in kind.model_fields.items()
    }


@st.composite
def _periods(draw: st.DrawFn) -> InForce:
    """Periods with a first day, and some with a last."""
    since = draw(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
    length = draw(st.none() | st.integers(0, 3000))
    return InForce(
        since=since,
        until=None if length is None else since + timedelta(length),
        announced=draw(st.none() | DAYS),
        clause=draw(CLAUSES),
    )
