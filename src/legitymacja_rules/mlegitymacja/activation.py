"""Whether an mLegitymacja may be activated: the window, the codes, the device, the steps.

The texts of the day of issue fixed the window; they say on how many devices, whether codes work once,
whether new ones may be made, and which steps come in which order. A window of days is judged by the
calendar, one of minutes by instants.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest

from .. import devices
from .._instants import elapsed
from ..findings import Finding, breached, met, needs_review, not_covered
from ..regulation import Devices, MlegitymacjaProcedure, Step, Window, others
from .codes import codes_fresh, codes_until
from .records import Activate, ActivationCodes, CodeSet, GenerateCodes, Mlegitymacja

__all__ = [
    "activation_situation",
    "code_set",
    "generation_situation",
    "may_activate",
    "may_generate",
]

NO_TIME = timedelta(0)


def activation_situation(
    document: Mlegitymacja, rules: MlegitymacjaProcedure, on: date
) -> Iterator[Finding]:
    """What stands for or against any activation on a day: codes that still work and are not used."""
    sets = document.code_sets
    best = _best(sets, document)
    if best is None:
        yield _none_given(rules)
        return
    yield _window_by_day(sets[best], rules, on)
    if best in document.codes_used:
        yield _used(rules)


def _best(sets: tuple[CodeSet, ...], document: Mlegitymacja) -> int | None:
    """The set of codes that serves longest, one that is not used if there is any."""
    there = [place for place, one in enumerate(sets) if one.there]
    if len(there) < 2:
        return there[0] if there else None
    fresh = [place for place in there if place not in document.codes_used]
    return max(fresh or there, key=lambda place: sets[place].until or date.max)


def _none_given(rules: MlegitymacjaProcedure) -> Finding:
    row = rules.codes
    if row is None:
        return not_covered("codes.given", "I-silence")
    return breached("codes.given", row.clause, also=row.also)


def generation_situation(rules: MlegitymacjaProcedure) -> Finding:
    """Whether new codes may be made for one that is issued."""
    row = rules.codes
    if row and row.renewable:
        return met("codes.renewable", row.clause, also=row.also)
    if rule := rules.after_lapse:
        return breached("codes.renewable", rule.clause, also=rule.also)
    return not_covered("codes.renewable", "I-lapse")


def may_generate(
    document: Mlegitymacja, command: GenerateCodes, rules: MlegitymacjaProcedure
) -> Iterator[Finding]:
    """Whether these new codes are of the day and new, and until when they work."""
    if rules.codes:
        row, until = rules.codes.window(command.codes.way), codes_until(rules, command.codes)
        if until:
            yield met("codes.until", row.clause, until.isoformat(), also=row.also)
        else:
            yield not_covered("codes.until", "I-silence")
    measured, day = command.codes.generated.isoformat(), command.on.isoformat()
    judge = met if measured == day else breached
    yield judge("codes.generated", "invariant:day-order", measured, day)
    yield codes_fresh(command.codes, (document,))


def may_activate(
    document: Mlegitymacja, command: Activate, rules: MlegitymacjaProcedure
) -> Iterator[Finding]:
    """What an activation itself says: the codes, the device, the steps."""
    sets = document.code_sets
    place = _opened(sets, command)
    yield (breached if place is None else met)("codes.match", "invariant:own-codes")
    if place is not None:
        yield from _these_codes(document, sets, command, rules, place)
    yield from _device(document, command, rules)
    if command.system_version or command.app_version:
        phone = (command.system, command.system_version, command.app_version)
        yield from devices.findings(rules, *phone)
    if rules.steps:
        yield _steps(command, rules)


def code_set(document: Mlegitymacja, command: Activate) -> int | None:
    """Which of its sets of codes an activation uses, counted from 0; None if none of them."""
    return _opened(document.code_sets, command)


def _opened(sets: tuple[CodeSet, ...], command: Activate) -> int | None:
    for place, own in enumerate(sets):
        if own.opens(command.qr, command.code):
            return place
    return None


def _these_codes(
    document: Mlegitymacja,
    sets: tuple[CodeSet, ...],
    command: Activate,
    rules: MlegitymacjaProcedure,
    place: int,
) -> Iterator[Finding]:
    """What the situation could not tell of just these codes: their window, and whether they are used."""
    own = sets[place]
    if place != _best(sets, document):
        yield _window_by_day(own, rules, command.on)
        if place in document.codes_used:
            yield _used(rules)
    if own.codes and rules.codes and rules.codes.window(own.codes.way).minutes is not None:
        yield _window_by_minute(own.codes, command, rules.codes.window(own.codes.way))


def _window_by_day(own: CodeSet, rules: MlegitymacjaProcedure, on: date) -> Finding:
    if own.until is None or rules.codes is None:
        return not_covered("codes.window", "I-silence", on.isoformat())
    row = rules.codes.window(own.codes.way if own.codes else None)
    judge = met if on <= own.until else breached
    return judge("codes.window", row.clause, on.isoformat(), own.until.isoformat(), also=row.also)


def _window_by_minute(codes: ActivationCodes, command: Activate, row: Window) -> Finding:
    """Whether it lies within the minutes, whichever instants were meant; else a human looks."""
    limit = f"{row.minutes}:00"
    said = ("codes.minutes", row.clause)
    if codes.at is None or command.at is None:
        return needs_review(*said, None, limit, also=row.also, notes=("time_not_given",))
    times = elapsed(codes.at, command.at)
    # The last second counts to its end.
    limit_ = timedelta(minutes=row.minutes or 0) + timedelta(seconds=1)
    within = {NO_TIME <= time < limit_ for time in times}
    if len(within) > 1:
        return needs_review(*said, None, limit, also=row.also, notes=("hour_repeats",))
    judge = met if within == {True} else breached
    return judge(*said, _clock(max(times)), limit, also=row.also)


def _clock(time: timedelta) -> str:
    """A time in minutes and seconds."""
    minutes, seconds = divmod(abs(int(time.total_seconds())), 60)
    return f"{'-' if time < NO_TIME else ''}{minutes}:{seconds:02}"


def _used(rules: MlegitymacjaProcedure) -> Finding:
    if rules.one_time:
        return breached("codes.one_time", rules.one_time.clause, also=rules.one_time.also)
    return not_covered("codes.one_time", "I-codes")


def _device(
    document: Mlegitymacja, command: Activate, rules: MlegitymacjaProcedure
) -> Iterator[Finding]:
    """On how many devices in all, and within the shares of pupil and parents where the text has them."""
    whose = {activation.device: activation.owner for activation in document.activations}
    whose[command.device] = command.owner
    if row := rules.devices:
        used = len(whose)
        judge = met if used <= row.limit else breached
        yield judge("devices.limit", row.clause, used, row.limit, also=row.also)
        if used <= row.limit:
            yield from _share(row, command, [*whose.values()].count(command.owner))
    elif len(whose) > 1:
        yield not_covered("devices.limit", "I-device", len(whose))


def _share(row: Devices, command: Activate, used: int) -> Iterator[Finding]:
    share = row.of_pupil if command.owner == "pupil" else row.of_parents
    if share is None:
        return
    said = ("devices.share", row.clause, used, share)
    if used <= share:
        yield met(*said, subject=command.owner, also=row.also)
    else:
        judge = not_covered if row.doubtful else breached
        yield judge(*said, subject=command.owner, also=row.also)


def _steps(command: Activate, rules: MlegitymacjaProcedure) -> Finding:
    """The first step that is not the one due, if there is one."""
    due = [step for step in rules.steps if _is_due(step, command)]
    for step, taken in zip_longest(due, command.steps):
        if step is None:
            last = rules.steps[-1]
            return breached("steps.order", last.clause, taken, also=last.also)
        if taken != step.name:
            return breached("steps.order", step.clause, taken, step.name, also=step.also)
    last = rules.steps[-1]
    return met("steps.order", last.clause, last.name, also=others(last.clause, due))


def _is_due(step: Step, command: Activate) -> bool:
    """A system's permission is a step only on that system, and only if it was not granted before."""
    asked = command.system in step.permission_on and not command.permission_granted
    return asked or not step.permission_on
