"""What is asked of a certificate, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, get_args

from hypothesis import strategies as st

from ..acts import GiveBack, Replace, ReportFound
from ..certificate import Application, Certificate, Command, Duplicate
from ..vocabulary import CertificateForm, Receiver, Records
from .applications import applications
from .asking import Asking, corrections, handovers, plain

__all__ = ["CERTIFICATE_COMMANDS"]

Ask = Asking[Certificate]


def _hand_over(asking: Ask) -> st.SearchStrategy[Command]:
    to: Receiver = asking.document.issued.applicant or "graduate"
    return handovers(asking, [to])


@st.composite
def _duplicate(draw: st.DrawFn, asking: Ask) -> Command:
    made, on = asking.document.issued, asking.on
    rules = asking.text.certificate_duplicate
    records: tuple[Records, ...] = get_args(Records)
    forms: list[CertificateForm | None] = [*get_args(CertificateForm), None]
    flawed = draw(asking.choice([False], [True]))
    asked = draw(
        applications(
            asking.school, "certificate_duplicate", on=on, pupil=made.pupil, flawed=flawed
        )
    )
    same = {"certificate_kind": made.kind, "certificate_year": made.year}
    return Duplicate(
        on=on,
        application=_about(asked, draw(asking.choice([same], [{}]))),
        records=draw(st.sampled_from(records)),
        form=draw(asking.choice(rules.forms.any_of if rules and rules.forms else (), forms)),
        number=draw(st.none() | st.integers(1, 99).map("D-{}".format)),
    )


def _about(asked: object, certificate: dict[str, Any]) -> Application:
    assert isinstance(asked, Application)  # noqa: S101  (such are those of this procedure)
    return asked.model_copy(update=certificate)


CERTIFICATE_COMMANDS: Mapping[str, Callable[[Ask], st.SearchStrategy[Command]]] = MappingProxyType(
    {
        "hand_over": _hand_over,
        "duplicate": _duplicate,
        "report_found": plain(ReportFound),
        "replace": plain(Replace),
        "give_back": plain(GiveBack),
        "correct": corrections,
    }
)
"""Kind → its commands."""
