"""Who does what, who helps with what, and what a phone has to be."""

from typing import Annotated

from pydantic import Field

from ..vocabulary import Duty, HelpedBy, HelpTopic, Lodging, System, UnitName
from .cited import Cited

__all__ = ["VERSION", "AppVersion", "Assigned", "HelpDesk", "SystemVersion", "Unit", "Version"]

VERSION = r"^[0-9]{1,4}(\.[0-9]{1,4}){0,3}$"
"""What a version looks like: one to four numbers between dots, in ASCII digits."""

Version = Annotated[str, Field(pattern=VERSION)]
"""A version such as ``12.4``; compared number by number."""


class Assigned(Cited):
    """A duty and where it stands."""

    duty: Duty


class Unit(Cited):
    """A unit that takes part, and its duties."""

    name: UnitName
    duties: tuple[Assigned, ...] = ()


class HelpDesk(Cited):
    """Who helps with a topic, and by which ways."""

    topic: HelpTopic
    helped_by: HelpedBy
    ways: tuple[Lodging, ...] = ()


class SystemVersion(Cited):
    """An operating system on which it works; `at_least` where the text names a version."""

    system: System
    at_least: Version | None = None


class AppVersion(Cited):
    """The app that is needed; `at_least` where the text names a version."""

    at_least: Version | None = None
