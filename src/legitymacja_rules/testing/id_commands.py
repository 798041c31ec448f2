"""What is asked of a school or preschool ID, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any, get_args

from hypothesis import strategies as st

from ..acts import GiveBack, Replace, ReportFound
from ..school_id import (
    Amend,
    Card,
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
    Service,
)
from .applications import A_THOUSAND, a_card, an_application
from .asking import Asking, correction, handover, plain
from .drawing import number, pick

__all__ = ["ID_COMMANDS"]

Ask = Asking[SchoolId]
Draws = Callable[[st.DrawFn, Ask], Command]


def _hand_over(draw: st.DrawFn, asking: Ask) -> Command:
    return handover(draw, asking, ["pupil"])


def _confirm(draw: st.DrawFn, asking: Ask) -> Command:
    made, on = asking.document.issued, asking.on
    rows = [row.means for row in asking.text.ids.confirmation if made.form in row.forms]
    means: ConfirmationMeans = asking.choice(draw, rows[:1], get_args(ConfirmationMeans))
    return Confirm(
        on=on,
        means=means,
        valid_until=asking.choice(draw, [last_confirmed_day(on)], [made.valid_until, on]),
        hologram=f"H-{number(draw, 0, 9999)}" if means == "hologram" else None,
    )


def _code_services(draw: st.DrawFn, asking: Ask) -> Command:
    rule = asking.text.ids.services
    service: Service = asking.choice(draw, rule.any_of if rule else (), get_args(Service))
    grown = asking.pupil.age_on(asking.on) == "adult"
    consent: ApplicantKind = "pupil" if grown else "parent"
    return CodeServices(
        on=asking.on,
        services=(service,),
        consent=asking.choice(draw, [consent], [*get_args(ApplicantKind), None]),
    )


def _report_loss(draw: st.DrawFn, asking: Ask) -> Command:
    return ReportLoss(on=asking.on, how=pick(draw, get_args(LossGround)))


def _end(draw: st.DrawFn, asking: Ask) -> Command:
    return End(on=asking.on, ground=pick(draw, get_args(EndGround)))


def _another(made: type[Duplicate | Exchange], procedure: Procedure) -> Draws:
    """A command upon an application, with the ID that was made."""

    def ask(draw: st.DrawFn, asking: Ask) -> Command:
        flawed = asking.choice(draw, [False], [True])
        return made(
            on=asking.on,
            application=an_application(
                draw, asking.school, procedure, asking.on, asking.pupil, flawed=flawed
            ),
            card=_made(draw, asking),
        )

    return ask


def _made(draw: st.DrawFn, asking: Ask) -> Card:
    """The new ID; where it may be wrong, on paper, valid too long or no more, or numbered as the old one."""
    old, on = asking.document.issued, asking.on
    card = a_card(draw, on, (old.copies + 1) * A_THOUSAND)
    wrong: list[dict[str, Any]] = [
        {"form": "paper"},
        {"number": old.number},
        {"valid_until": on - timedelta(days=1)},
        {"valid_until": last_confirmed_day(on) + timedelta(days=1)},
    ]
    return card.model_copy(update=asking.choice(draw, [{}], wrong))


ID_COMMANDS: Mapping[str, Draws] = MappingProxyType(
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
        "correct": correction,
    }
)
"""Kind → its commands."""
