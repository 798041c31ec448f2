"""What is raised, and only for a broken call: never for a rule.

A rule that says "no" is an answer (a finding, a refusal) and is returned. What stands here is
raised when the question itself cannot be put: a school nobody knows, text that is no PESEL where a
PESEL is required, JSON of another shape. Each error says what was wrong and where, carries the same
as attributes, survives pickling, and never repeats the input, which may be a child's data.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from .messages import REMEDIES, UNKNOWN, WHOLE, Language

__all__ = [
    "InvalidPesel",
    "LoadError",
    "PeselFault",
    "RulesError",
    "TimelineGap",
    "TimelineOverlap",
    "UnknownInterpretation",
    "UnknownProcedure",
    "UnknownSchool",
    "WrongArgument",
]


class RulesError(Exception):
    """The root of all errors of this library."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)
        self.parts = parts

    def __reduce__(self) -> tuple[type[RulesError], tuple[object, ...]]:
        return type(self), self.parts


class UnknownSchool(RulesError, LookupError):
    """No school of that name is shipped; `known` lists those that are."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__(known)
        self.known = known

    def __str__(self) -> str:
        return f"no such school; known are {', '.join(self.known)}"


class UnknownProcedure(RulesError, LookupError):
    """No procedure of that name exists; `known` lists those that do."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__(known)
        self.known = known

    def __str__(self) -> str:
        return f"no such procedure; known are {', '.join(self.known)}"


class UnknownInterpretation(RulesError, LookupError):
    """No reading of that id is registered; `interpretations.REGISTER` holds those that are."""

    def __str__(self) -> str:
        return "no such entry in the register of interpretations"


PeselFault = Literal["length", "digits", "birth_date", "checksum"]
"""Why a text is no PESEL, in the order in which it is asked."""


class InvalidPesel(RulesError, ValueError):
    """The text is no PESEL; `reason` says why, `position` (1 to 11) where, if at one place."""

    def __init__(self, reason: PeselFault, position: int | None = None) -> None:
        super().__init__(reason, position)
        self.reason = reason
        self.position = position

    def __str__(self) -> str:
        where = f" at position {self.position}" if self.position is not None else ""
        return f"not a PESEL: {self.reason}{where}"


class LoadError(RulesError, ValueError):
    """Data from outside has another shape; `faults` holds a (path, code) for each place.

    A path is dotted and counts from 0, as in ``photo.width`` or ``attested.2.role``; a code is a
    stable word such as ``missing`` or ``extra_forbidden``. A key that is no field of ours is told as
    ``(extra)``, and of very many faults only the first are told. `expected` says for each of them what
    the place could hold, as far as that is known: words, a bound, the nearest name of a field.
    """

    def __init__(
        self, what: str, faults: tuple[tuple[str, str], ...], expected: tuple[str, ...] = ()
    ) -> None:
        super().__init__(what, faults, expected)
        self.what = what
        self.faults = faults
        self.expected = expected or ("",) * len(faults)

    def explain(self, language: Language) -> str:
        """Each place with what mends it, as text in Polish (``pl``) or English (``en``).

        >>> error = LoadError("Regulation", (("in_force.since", "missing"),))
        >>> print(error.explain("en"))
        [x] in_force.since: this field is needed [missing]

        Raises:
            WrongArgument: if it is another language.
        """
        if language not in get_args(Language):
            raise WrongArgument("language", "'pl' or 'en'")
        return "\n".join(
            f"[x] {path or WHOLE.of(language)}: {_remedy(code, instead, language)} [{code}]"
            for (path, code), instead in zip(self.faults, self.expected, strict=True)
        )

    def __str__(self) -> str:
        places = "; ".join(f"{path or '(whole)'}: {code}" for path, code in self.faults)
        return f"not a valid {self.what}: {places}"


class TimelineGap(RulesError, ValueError):
    """A table by date says nothing of a day between its spans; `day` is the first such day."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    def __str__(self) -> str:
        return f"no span for {self.day.isoformat()}"


class TimelineOverlap(RulesError, ValueError):
    """A table by date has two spans for a day; `day` is the first day of the later one."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    def __str__(self) -> str:
        return f"two spans for {self.day.isoformat()}"


def _remedy(code: str, instead: str, language: Language) -> str:
    remedy = REMEDIES.get(code, UNKNOWN)
    if instead and remedy.naming:
        return remedy.naming.of(language).format(instead)
    return remedy.text.of(language)


class WrongArgument(RulesError, TypeError):
    """A call was given a thing of another type; `name` is the argument, `expected` the type."""

    def __init__(self, name: str, expected: str) -> None:
        super().__init__(name, expected)
        self.name = name
        self.expected = expected

    def __str__(self) -> str:
        return f"argument {self.name!r} must be {self.expected}"
