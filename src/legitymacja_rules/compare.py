"""Two texts side by side: what changes for a pupil who moves, or on the day a text is amended.

Nothing here knows what a field means. A text is walked record by record; each record stands at a
path of field names, and a row of several not at its place but at what it is about: its ground, its
item, its step. A record that says the same under another clause is no difference. What does not apply on
its day counts as silence, for that is what a pupil finds there.

New records need nothing here but words for their fields in `messages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Final, Literal, get_args, get_origin

from ._base import Record
from ._day import Day, a_day
from .errors import WrongArgument
from .explanation import a_language, written
from .findings import STRICT
from .messages import CONDITIONS, FIELDS, LABELS, SILENT, TITLES, VALUES, Language
from .policy import Policy, effective
from .regulation import PROCEDURES, Cited, Editions, InForce, Regulation

__all__ = [
    "VERSION",
    "Comparison",
    "ComparisonExplanation",
    "Difference",
    "RowTold",
    "Said",
    "SaidTold",
    "Side",
    "differences",
]

VERSION: Final = 1
"""The version of the JSON form."""

Path = tuple[str, ...]

Plain = str | int | bool | tuple[str | int, ...] | None
"""What a field of a text holds in JSON."""

BESIDE = frozenset({"bases", "references"})
"""What a text says of other texts and of itself, which changes nothing for a pupil."""

ORDERED = "parts"
"""The one list of words whose order says something: what a name or a title is made of."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says in one place.

    Attributes:
        values: name of a field → its value, without those that only name clauses.
        clause: where it stands.
        closed: the names of those fields that hold closed words, and no words of the text's own.
    """

    values: Mapping[str, Any]
    clause: str
    closed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A place at which two texts do not say the same.

    Attributes:
        path: the names of fields, from the procedure inwards; what a row is about stands in
            brackets, as in ``applicants[parent]``.
        left: what the left one says there; several where rows are about the same; empty if nothing.
        right: what the right one says.
    """

    path: Path
    left: tuple[Said, ...]
    right: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts, each on its day, and where they differ.

    Attributes:
        left: the slug of the left school.
        left_on: the day for which it is asked.
        right: the slug of the right school.
        right_on: the day for which it is asked.
        rows: the differences, in the order of the texts.
    """

    left: str
    left_on: date
    right: str
    right_on: date
    rows: tuple[Difference, ...]

    def explain(self, language: Language) -> str:
        """The differences as text in Polish (``pl``) or English (``en``), three lines each.

        Raises:
            WrongArgument: if it is another language.
        """
        head, rows = self._told(language)
        lines = [line for what, *sides in rows for line in (what, *_sided(head[1:], sides))]
        return "\n".join(lines or [TITLES["none"].of(language)])

    def explain_markdown(self, language: Language) -> str:
        """The same as a table in Markdown.

        Raises:
            WrongArgument: if it is another language.
        """
        head, rows = self._told(language)
        table = [head, ["---"] * len(head), *rows]
        return "\n".join(f"| {' | '.join(_cell(cell) for cell in row)} |" for row in table)

    def explain_json(self, language: Language) -> str:
        """The same as versioned JSON: stable words beside the texts.

        Raises:
            WrongArgument: if it is another language.
        """
        _, rows = self._told(language)
        told = [
            RowTold(row.path, _said_told(row.left), _said_told(row.right), tuple(texts))
            for row, texts in zip(self.rows, rows, strict=True)
        ]
        left, right = Side(self.left, self.left_on), Side(self.right, self.right_on)
        return written(ComparisonExplanation(VERSION, language, left, right, tuple(told)))

    def _told(self, language: Language) -> tuple[list[str], list[list[str]]]:
        """The head of the table and its rows, in words."""
        words = _Words(a_language(language))
        left, right = words.side(self.left, self.left_on), words.side(self.right, self.right_on)
        head = [TITLES["what"].of(language), left, right]
        return head, [
            [words.path(row.path), words.said(row.left, row.right), words.said(row.right, row.left)]
            for row in self.rows
        ]


@dataclass(frozen=True, slots=True)
class Side:
    """Which text, and on which day."""

    __pydantic_config__: ClassVar = STRICT

    school: str
    on: Day


@dataclass(frozen=True, slots=True)
class SaidTold:
    """What a text says in one place, as plain values."""

    __pydantic_config__: ClassVar = STRICT

    values: dict[str, Plain]
    clause: str


@dataclass(frozen=True, slots=True)
class RowTold:
    """A difference as plain values, and the cells of its row in words."""

    __pydantic_config__: ClassVar = STRICT

    path: Path
    left: tuple[SaidTold, ...]
    right: tuple[SaidTold, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonExplanation:
    """What `explain_json` of a comparison says."""

    __pydantic_config__: ClassVar = STRICT

    version: Literal[1]
    language: Language
    left: Side
    right: Side
    rows: tuple[RowTold, ...]


def differences(
    left: Regulation | Editions,
    right: Regulation | Editions,
    *,
    on: date,
    then: date | None = None,
    policy: Policy | None = None,
) -> Comparison:
    """Where two texts differ on a day, or one text on two days.

    Args:
        left: a school's text, or its editions.
        right: another's, or the same again.
        on: the day.
        then: the day for the right one, if it is another.
        policy: compare what applies at the schools, with the law under each text, and whose text counts
            where both speak; None for the texts alone.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules import variants
    >>> leczna, grojec = variants.get("leczna"), variants.get("grojec")
    >>> found = differences(leczna, grojec, on=date(2024, 10, 1))
    >>> [row.path for row in found.rows if row.path[0] == "id_duplicate"][:2]
    [('id_duplicate', 'form'), ('id_duplicate', 'photo', 'formats')]
    >>> other = leczna.override({"mlegitymacja.codes.days": 14})
    >>> print(differences(leczna, other, on=date(2024, 10, 1)).explain("en"))
    mLegitymacja > activation codes
      leczna, 2024-10-01: days 30 [leczna:VI.5]
      leczna, 2024-10-01: days 14 [leczna:VI.5]

    Under the texts lies the law, and moves, too:

    >>> moved = differences(leczna, leczna, on=date(2025, 9, 16), then=date(2025, 9, 17), policy="school")
    >>> print(next(row for row in moved.rows if row.path[-1] == "codes").right[0].clause)
    notice:sio-print-codes
    """
    right_on = a_day(then if then is not None else a_day(on, "on"), "then")
    one, other = _text(left, on, "left"), _text(right, right_on, "right")
    if policy is not None:
        one = effective(one, on=on, policy=policy)
        other = effective(other, on=right_on, policy=policy)
    before, after = _all_said(one, on), _all_said(other, right_on)
    order = {name: at for at, name in enumerate(Regulation.model_fields)}
    paths = sorted(
        dict.fromkeys([*before, *after]), key=lambda path: order[path[0].partition("[")[0]]
    )
    pairs = ((path, before.get(path, ()), after.get(path, ())) for path in paths)
    rows = tuple(Difference(*pair) for pair in pairs if _values(pair[1]) != _values(pair[2]))
    return Comparison(one.slug, on, other.slug, right_on, rows)


def _text(side: object, day: date, name: str) -> Regulation:
    if isinstance(side, Editions):
        return side.on(day)
    if isinstance(side, Regulation):
        return side
    raise WrongArgument(name, "Regulation or Editions")


# --- what a text says -----------------------------------------------------------------------------


def _all_said(text: Regulation, on: date) -> dict[Path, tuple[Said, ...]]:
    """Path → what the text says there on that day."""
    found: dict[Path, tuple[Said, ...]] = {}
    for name in (field for field in type(text).model_fields if field not in BESIDE):
        period = text.period(name) if name in PROCEDURES else text.in_force
        if period.covers(on):
            for path, said in _walked(getattr(text, name), (name,)):
                found[path] = (*found.get(path, ()), said)
    return found


def _walked(thing: object, path: Path) -> Iterator[tuple[Path, Said]]:
    if isinstance(thing, InForce):
        return  # when a text applies is what the two days are about
    if isinstance(thing, Cited):
        yield path, Said(_said(thing, ()), thing.clause, _closed(type(thing)))
    if isinstance(thing, Record):
        yield from _inside(thing, path)
    elif isinstance(thing, tuple):
        for row in thing:
            if isinstance(row, Cited):
                yield from _row(row, path)


def _inside(record: Record, path: Path) -> Iterator[tuple[Path, Said]]:
    for name in type(record).model_fields:
        yield from _walked(getattr(record, name), (*path, name))


def _row(row: Cited, path: Path) -> Iterator[tuple[Path, Said]]:
    """A row of several, at each thing that it is about."""
    names, words = _about(row)
    for word, named in words.items():
        place = (*path[:-1], f"{path[-1]}[{word}]") if word else path
        yield place, Said({**_said(row, names), **named}, row.clause, _closed(type(row)))
        yield from _inside(row, place)


def _about(row: Cited) -> tuple[tuple[str, ...], dict[str, dict[str, Any]]]:
    """Which fields say what a row is about, and each thing it is about with what marks it.

    That is its first closed word, or else all words of its lists, or else nothing that can be told.
    """
    forms = {name: field.annotation for name, field in type(row).model_fields.items()}
    for name, form in forms.items():
        if get_origin(form) is Literal:
            return (name,), {str(getattr(row, name)): {}}
    lists = tuple(name for name, form in forms.items() if _lists_words(form) and name != ORDERED)
    marks = len(lists) > 1
    words = {
        str(word): {name: True} if marks else {} for name in lists for word in getattr(row, name)
    }
    return (lists, words) if words else ((), {"": {}})


def _lists_words(form: object) -> bool:
    return get_origin(form) is tuple and get_origin(get_args(form)[0]) is Literal


def _closed(kind: type[Record]) -> tuple[str, ...]:
    """The names of the fields that hold closed words."""
    fields = kind.model_fields.items()
    return tuple(name for name, field in fields if _has_words(field.annotation))


def _has_words(form: object) -> bool:
    return get_origin(form) is Literal or any(map(_has_words, get_args(form)))


def _said(record: Cited, but: tuple[str, ...]) -> dict[str, Any]:
    """The fields that hold values of their own; of those that name a clause only that they do."""
    said: dict[str, Any] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in {"clause", "also", *but} or _holds_records(value):
            continue
        names_clause = name == "waiver" or name.endswith("_clause")
        said[name] = value is not None if names_clause else _unordered(name, value)
    return said


def _holds_records(value: object) -> bool:
    return isinstance(value, Record) or (
        isinstance(value, tuple) and any(isinstance(part, Record) for part in value)
    )


def _unordered(name: str, value: Any) -> Any:  # noqa: ANN401  (whatever a field holds)
    """Lists of words in one order, where theirs says nothing."""
    return tuple(sorted(value)) if isinstance(value, tuple) and name != ORDERED else value


def _values(said: tuple[Said, ...]) -> list[str]:
    """What is compared: values without clauses, in no order."""
    return sorted(repr(sorted(each.values.items())) for each in said)


# --- in words -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands in a table, in one language."""

    language: Language

    def side(self, slug: str, day: date) -> str:
        return f"{slug}, {self._value('', day)}"

    def path(self, path: Path) -> str:
        names = [step.partition("[") for step in path]
        owners = ["", *(name for name, _, _ in names)]
        steps = [
            step
            for owner, (name, _, word) in zip(owners, names, strict=False)
            for step in (self._name(name, owner), self._word(name, word.removesuffix("]")))
        ]
        return " > ".join(filter(None, steps))

    def said(self, said: tuple[Said, ...], other: tuple[Said, ...]) -> str:
        if not said:
            return SILENT.of(self.language)
        against = other[0].values if len(said) == len(other) == 1 else None
        return "; ".join(self._one(each, against) for each in said)

    def _one(self, said: Said, other: Mapping[str, Any] | None) -> str:
        """The values that differ from the other side's; where there is no one such, all there are."""
        differ = [name for name, value in said.values.items() if other and value != other.get(name)]
        there = [name for name, value in said.values.items() if not _is_empty(value)]
        told = [
            f"{self._name(name)} {self._value(name, said.values[name], closed=name in said.closed)}"
            for name in (there if other is None else differ)
        ]
        return f"{', '.join(told) or TITLES['yes'].of(self.language)} [{said.clause}]"

    def _name(self, name: str, owner: str = "") -> str:
        own = f"{owner}/{name}"
        return (FIELDS[own if own in FIELDS else name] if name in FIELDS else LABELS[name]).of(
            self.language
        )

    def _word(self, name: str, word: str) -> str:
        """A closed word, which may mean another thing in another field."""
        for known in (f"{name}/{word}", word):
            text = VALUES.get(known) or LABELS.get(known)
            if text:
                return text.of(self.language)
        return CONDITIONS[word].text.of(self.language) if word in CONDITIONS else word

    def _value(self, name: str, value: Any, *, closed: bool = False) -> str:  # noqa: ANN401  (whatever a field holds)
        match value:
            case bool():
                shown = TITLES["yes" if value else "no"].of(self.language)
            case None | ():
                shown = TITLES["nothing"].of(self.language)
            case tuple():
                shown = "/".join(self._value(name, part, closed=closed) for part in value)
            case date():
                iso = value.isoformat()
                shown = iso if self.language == "en" else ".".join(reversed(iso.split("-")))
            case Decimal() if name == "amount":
                amount = f"{value}" if self.language == "en" else f"{value}".replace(".", ",")
                shown = f"{amount} {TITLES['pln'].of(self.language)}"
            case _:
                shown = self._word(name, value) if closed else " ".join(str(value).splitlines())
        return shown


def _is_empty(value: object) -> bool:
    return value is None or value is False or value == ()


def _sided(heads: list[str], sides: list[str]) -> Iterator[str]:
    return (f"  {head}: {side}" for head, side in zip(heads, sides, strict=True))


def _cell(text: str) -> str:
    """A text that does not end a cell of a table."""
    return text.replace("|", "\\|")


def _said_told(said: tuple[Said, ...]) -> tuple[SaidTold, ...]:
    return tuple(
        [
            SaidTold({name: _plain(value) for name, value in one.values.items()}, one.clause)
            for one in said
        ]
    )


def _plain(value: Any) -> Plain:  # noqa: ANN401  (whatever a field holds)
    plain: Plain = str(value) if isinstance(value, date | Decimal) else value
    return plain
