"""Whether an mLegitymacja may be activated: the window, the codes, the device, the steps.

The day of issue fixed the window; the school's records say how many devices, whether codes work
once, and which steps come in which order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import zip_longest

from .. import devices
from ..findings import Finding, breached, met, not_covered
from ..regulation import MlegitymacjaProcedure, Step, others
from .records import Activate, Mlegitymacja

__all__ = ["activation_situation", "after_lapse", "may_activate"]


def activation_situation(
    document: Mlegitymacja, rules: MlegitymacjaProcedure, on: date
) -> Iterator[Finding]:
    """What stands for or against any activation on a day: the window, and codes used before."""
    until = document.issued.codes_until
    judge = met if on <= until else breached
    row = rules.codes
    yield judge("codes.window", row.clause, on.isoformat(), until.isoformat(), also=row.also)
    if not document.activations:
        return
    if rules.one_time:
        yield breached("codes.one_time", rules.one_time.clause, also=rules.one_time.also)
    else:
        yield not_covered("codes.one_time", "I-codes")


def may_activate(
    document: Mlegitymacja, command: Activate, rules: MlegitymacjaProcedure
) -> Iterator[Finding]:
    """What an activation itself says: the codes, the device, the steps."""
    codes = document.issued.codes
    right = met if codes and (command.qr, command.code) == (codes.qr, codes.code) else breached
    yield right("codes.match", "invariant:own-codes")
    yield from _device(document, command, rules)
    if command.system_version or command.app_version:
        phone = (command.system, command.system_version, command.app_version)
        yield from devices.findings(rules, *phone)
    if rules.steps:
        yield _steps(command, rules)


def _device(
    document: Mlegitymacja, command: Activate, rules: MlegitymacjaProcedure
) -> Iterator[Finding]:
    used = {command.device, *(activation.device for activation in document.activations)}
    if row := rules.devices:
        judge = met if len(used) <= row.limit else breached
        yield judge("devices.limit", row.clause, len(used), row.limit, also=row.also)
    elif len(used) > 1:
        yield not_covered("devices.limit", "I-device", len(used))


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


def after_lapse(rules: MlegitymacjaProcedure, judge: Callable[..., Finding]) -> Finding:
    """That only a new application leads on from a lapse, where the text says so."""
    if row := rules.after_lapse:
        return judge("codes.after_lapse", row.clause, subject="new_application", also=row.also)
    return not_covered("codes.after_lapse", "I-lapse")
