"""What is asked of a certificate, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import get_args

from hypothesis import strategies as st

from ..acts import GiveBack, Replace, ReportFound
from ..certificate import Application, Certificate, Command, Duplicate
from ..vocabulary import CertificateForm, Records
from .applications import an_application
from .asking import Asking, correction, handover, plain
from .drawing import pick

__all__ = ["CERTIFICATE_COMMANDS"]

Ask = Asking[Certificate]
Draws = Callable[[st.DrawFn, Ask], Command]


def _hand_over(draw: st.DrawFn, asking: Ask) -> Command:
    return handover(draw, asking, [asking.document.issued.applicant or "graduate"])


def _duplicate(draw: st.DrawFn, asking: Ask) -> Command:
    made, on = asking.document.issued, asking.on
    rules = asking.text.certificate_duplicate
    forms: list[CertificateForm | None] = [*get_args(CertificateForm), None]
    flawed = asking.choice(draw, [False], [True])
    asked: Application = an_application(
        draw, asking.school, "certificate_duplicate", on, made.pupil, flawed=flawed
    )
    same = {"certificate_kind": made.kind, "certificate_year": made.year}
    return Duplicate(
        on=on,
        application=asked.model_copy(update=asking.choice(draw, [same], [{}])),
        records=pick(draw, ("sufficient", *get_args(Records))),
        form=asking.choice(draw, rules.forms.any_of if rules and rules.forms else (), forms),
        number=pick(draw, (None, f"D-{made.copies + 1}")),
    )


CERTIFICATE_COMMANDS: Mapping[str, Draws] = MappingProxyType(
    {
        "hand_over": _hand_over,
        "duplicate": _duplicate,
        "report_found": plain(ReportFound),
        "replace": plain(Replace),
        "give_back": plain(GiveBack),
        "correct": correction,
    }
)
"""Kind → its commands."""
