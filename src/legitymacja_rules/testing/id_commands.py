"""What is asked of a school or preschool ID, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, get_args

from hypothesis import strategies as st

from ..acts import GiveBack, Replace, ReportFound
from ..school_id import (
    Amend,
    CodeServices,
    Command,
    Confirm,
    Destroy,
    Duplicate,
    End,
    Exchange,
    ReportLoss,
    SchoolId,
)
from ..school_year import last_confirmed_day
from ..vocabulary import (
    ApplicantKind,
    ConfirmationMeans,
    EndGround,
    LossGround,
    Procedure,
    Receiver,
    Service,
)
from .applications import applications, cards
from .asking import Asking, corrections, handovers, plain

__all__ = ["ID_COMMANDS"]

Ask = Asking[SchoolId]


def _hand_over(asking: Ask) -> st.SearchStrategy[Command]:
    to: Receiver = "pupil"
    return handovers(asking, [to])


def _confirm(asking: Ask) -> st.SearchStrategy[Command]:
    made, on = asking.document.issued, asking.on
    rows = [row for row in asking.text.ids.confirmation if made.form in row.forms]
    means: tuple[ConfirmationMeans, ...] = get_args(ConfirmationMeans)
    until = last_confirmed_day(on)
    return st.builds(
        _confirmation,
        on=st.just(on),
        means=asking.choice([row.means for row in rows][:1], means),
        valid_until=asking.choice([until], [made.valid_until, on]),
        number=st.integers(0, 9999),
    )


def _confirmation(number: int, **told: Any) -> Confirm:  # noqa: ANN401  (a command's fields)
    """A hologram has a number, a stamp has none."""
    return Confirm(**told, hologram=f"H-{number}" if told["means"] == "hologram" else None)


def _code_services(asking: Ask) -> st.SearchStrategy[Command]:
    rule, services = asking.text.ids.services, get_args(Service)
    whoever: tuple[ApplicantKind, ...] = get_args(ApplicantKind)
    grown = asking.pupil.age_on(asking.on) == "adult"
    consent: ApplicantKind = "pupil" if grown else "parent"
    return st.builds(
        CodeServices,
        on=st.just(asking.on),
        services=st.lists(
            asking.choice(rule.any_of if rule else (), services), min_size=1, max_size=2, unique=True
        ),
        consent=asking.choice([consent], [*whoever, None]),
    )


def _report_loss(asking: Ask) -> st.SearchStrategy[Command]:
    return st.builds(ReportLoss, on=st.just(asking.on), how=st.sampled_from(get_args(LossGround)))


def _another(
    made: type[Duplicate | Exchange], procedure: Procedure
) -> Callable[[Ask], st.SearchStrategy[Command]]:
    """A command upon an application, with the ID that was made."""

    def ask(asking: Ask) -> st.SearchStrategy[Command]:
        pupil, on = asking.pupil, asking.on
        right = applications(asking.school, procedure, on=on, pupil=pupil)
        wrong = applications(asking.school, procedure, on=on, pupil=pupil, flawed=True)
        asked = right if asking.sensible else right | wrong
        return st.builds(made, on=st.just(on), application=asked, card=cards(on=on))

    return ask


def _end(asking: Ask) -> st.SearchStrategy[Command]:
    return st.builds(End, on=st.just(asking.on), ground=st.sampled_from(get_args(EndGround)))


ID_COMMANDS: Mapping[str, Callable[[Ask], st.SearchStrategy[Command]]] = MappingProxyType(
    {
        "hand_over": _hand_over,
        "confirm": _confirm,
        "code_services": _code_services,
        "report_loss": _report_loss,
        "report_found": plain(ReportFound),
        "duplicate": _another(Duplicate, "id_duplicate"),
        "exchange": _another(Exchange, "id_exchange"),
        "replace": plain(Replace),
        "give_back": plain(GiveBack),
        "end": _end,
        "destroy": plain(Destroy),
        "amend": plain(Amend),
        "correct": corrections,
    }
)
"""Kind → its commands."""
