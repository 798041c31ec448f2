"""Whether a phone is enough: its operating system, the version of that, the app.

A text may name the systems on which the mLegitymacja works, the oldest version of each, and the app
that it needs. Versions are numbers between dots and compared as such: 12.10 comes after 12.4, 6 is
6.0. What the text demands and nobody has looked at waits for the office; what it does not demand is
no condition. No national provision is known to say what a phone has to be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import get_args

from ._base import an_instance, instances
from ._day import a_day
from .attestations import Attestation, settle_all
from .errors import WrongArgument
from .findings import Finding, Status, breached, met, needs_review, not_covered
from .outcomes import Verdict
from .regulation import VERSION, MlegitymacjaProcedure, Regulation, SystemVersion
from .school_or_law import in_force, silent
from .vocabulary import System

__all__ = ["check", "findings"]


def check(
    school: Regulation,
    *,
    system: System,
    system_version: str | None = None,
    app_version: str | None = None,
    on: date,
    attested: Iterable[Attestation] = (),
) -> Verdict:
    """Whether a phone is enough for an mLegitymacja by a school's text.

    Args:
        school: whose text.
        system: ``android`` or ``ios``.
        system_version: the version of the operating system, such as ``12.4``; None if not known.
        app_version: the version of the app on the phone; None if not known, or not there.
        on: the day.
        attested: what humans said of a version that was not told.

    Raises:
        WrongArgument: if an argument is of another type, or a version no numbers between dots.

    >>> from legitymacja_rules import variants
    >>> school, day = variants.get("leczna"), date(2024, 10, 1)
    >>> for version in ("12.10", "12.3.1"):
    ...     asked = {"system": "ios", "system_version": version, "app_version": "4.1"}
    ...     print(check(school, **asked, on=day).status.value)
    met
    breached
    """
    rules = an_instance(school, Regulation, "school").mlegitymacja
    if system not in get_args(System):
        raise WrongArgument("system", f"one of {', '.join(get_args(System))}")
    _a_version(system_version, "system_version")
    _a_version(app_version, "app_version")
    a_day(on, "on")
    if rules is None:
        return Verdict((silent("mlegitymacja"),))
    applies = in_force(school.period("mlegitymacja"), on)
    if applies.status is not Status.MET:
        return Verdict((applies,))
    said = tuple(findings(rules, system, system_version, app_version))
    unsaid = not_covered("device.system", "I-silence", subject=system, who=None)
    words = instances(attested, Attestation, "attested")
    return Verdict((applies, *settle_all(said or (unsaid,), words, on)))


def findings(
    rules: MlegitymacjaProcedure,
    system: System,
    system_version: str | None,
    app_version: str | None,
) -> Iterator[Finding]:
    """What a text says of a phone; nothing where it is silent."""
    yield from _system(rules.systems, system, system_version)
    if row := rules.app:
        if row.at_least:
            judge = _reaches(app_version, row.at_least)
            least = row.at_least
            yield judge("device.app_version", row.clause, app_version, least, also=row.also)
        else:
            # Any phone can get the app: that it is needed is told, and not asked.
            yield met("device.app", row.clause, app_version, also=row.also)


def _system(
    rows: tuple[SystemVersion, ...], system: System, version: str | None
) -> Iterator[Finding]:
    """Whether the text names the system, and whether the version is one on which it works."""
    row = next((row for row in rows if row.system == system), None)
    if row:
        yield met("device.system", row.clause, subject=system, also=row.also)
    elif rows:
        yield breached("device.system", rows[0].clause, subject=system, also=rows[0].also)
    if row and row.at_least:
        judge = _reaches(version, row.at_least)
        code, least = "device.system_version", row.at_least
        yield judge(code, row.clause, version, least, subject=system, also=row.also)


def _reaches(version: str | None, at_least: str) -> Callable[..., Finding]:
    """The judgement on a version: what nobody has looked at is to be looked at."""
    if version is None:
        return needs_review
    return met if _numbers(version) >= _numbers(at_least) else breached


def _numbers(version: str) -> tuple[int, ...]:
    """Its numbers without zeros at the end, so that 6.0 is 6 and 12.4.1 comes after 12.4."""
    numbers = [int(part) for part in version.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _a_version(value: object, name: str) -> None:
    """That it is a version, or None; the text itself is not repeated.

    Raises:
        WrongArgument: if it is anything else.
    """
    fits = value is None or (isinstance(value, str) and re.fullmatch(VERSION, value))
    if not fits:
        raise WrongArgument(name, "a version, numbers between dots such as '12.4', or None")
