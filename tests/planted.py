"""Systems that are wrong on purpose: the rules themselves with one fault each, named for it.

Most faults are other data, some a blind eye, the rest a few lines. None of them tells its clauses, so that
the machine has to find the clause itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from legitymacja_rules import variants
from legitymacja_rules.attestations import Attested
from legitymacja_rules.days_off import is_day_off
from legitymacja_rules.facts import Pupil
from legitymacja_rules.findings import Status
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.regulation import Regulation
from legitymacja_rules.regulation.clauses import cited
from legitymacja_rules.testing.conformance.reference import ANYTHING, Reference
from legitymacja_rules.testing.conformance.system import Capability, Promise, Reply, Upload

DAY = timedelta(days=1)

SILENT = ANYTHING - {"clauses"}


class Planted(Reference):
    """The rules with other data at some schools, and without a word on clauses."""

    data: ClassVar[Mapping[str, Mapping[str, object]]] = {}
    """Changes by school and place."""

    only: ClassVar[frozenset[Capability]] = SILENT
    """What it offers; where one room has the fault, no more than that."""

    def __init__(self) -> None:
        super().__init__(_changed(self.data), offers=self.only)


def only(fault: type[Planted], *offers: Capability) -> type[Planted]:
    """The same fault in a system that offers just this."""
    return type(fault.__name__, (fault,), {"only": frozenset(offers)})


def _changed(data: Mapping[str, Mapping[str, object]]) -> dict[str, Regulation]:
    return {slug: variants.get(slug).override(changes) for slug, changes in data.items()}


def _codes_of(days: int) -> dict[str, Mapping[str, object]]:
    return {slug: {"mlegitymacja.codes.days": days} for slug in variants.names()}


class TwentyNineDays(Planted):
    data = _codes_of(29)


class ThirtyOneDays(Planted):
    data = _codes_of(31)


class ChristmasEveWorks(Planted):
    """It counts 24 December 2025 as a working day."""

    works: ClassVar[tuple[int, int]] = 12, 24

    def due(self, procedure: Any, reached: Any) -> Promise:
        right = super().due(procedure, reached)
        asked = self.school.procedure(procedure)
        clock = self.answer.started
        if not asked or not asked.due or not clock or asked.due.unit != "working_days":
            return right
        return Promise(
            right.expected and _counted(clock, asked.due.expected or 0, self.works),
            _counted(clock, asked.due.count, self.works),
        )


def _counted(clock: date, count: int, works: tuple[int, int]) -> date:
    day = clock
    while count:
        day += DAY
        feast = (day.month, day.day) == works
        count -= day.isoweekday() < 6 and (feast or not is_day_off(day))
    return day


class CorpusChristiWorks(ChristmasEveWorks):
    """It counts 19 June 2025 as a working day."""

    works = 6, 19


class CountsTheFirstDay(Planted):
    """It counts the day on which all was there."""

    only = frozenset({"deadlines"})

    def due(self, procedure: Any, reached: Any) -> Promise:
        return super().due(procedure, {what: day - DAY for what, day in reached.items()})


class SidesSwapped(Planted):
    data: ClassVar = {
        "leczna": {
            f"{procedure}.photo.pixels.{side}": px
            for procedure in ("school_id", "preschool_id", "mlegitymacja")
            for side, px in (("min_width", 600), ("min_height", 500))
        },
        "grojec": {
            f"{procedure}.photo.pixels.{side}": px
            for procedure in ("id_exchange", "id_duplicate", "mlegitymacja")
            for side, px in (("min_width", 633), ("min_height", 492))
        },
        "ostroleka": {
            f"{procedure}.photo.pixels.{side}": px
            for procedure in ("mlegitymacja",)
            for side, px in (("min_width", 496), ("min_height", 354))
        },
    }


class AsStored(Planted):
    """It measures a photo as it is stored, not as it is shown."""

    only = frozenset({"photos"})

    def photo(self, procedure: Any, upload: Upload, pupil: Pupil, *, on: date) -> Reply:
        # A picture that is turned by EXIF is the same one without its tag, lying on its side.
        plain = Upload(upload.data.replace(b"Exif\0\0", b"Exit\0\0"), upload.filename)
        return super().photo(procedure, plain, pupil, on=on)


class Blind(Planted):
    """It says yes where only one condition is breached."""

    to: ClassVar[frozenset[str]]

    def _reply(self) -> Reply:
        breached = {f.code for f in self.answer.findings if f.status is Status.BREACHED}
        if breached and breached <= self.to:
            return Reply("accepted")
        return super()._reply()


class HeavyFile(Blind):
    """It weighs in other megabytes."""

    to = frozenset({"photo.size"})


class TenMinutesPassed(Blind):
    to = frozenset({"codes.minutes"})


class AnyVersion(Blind):
    to = frozenset({"device.system_version"})


class AnotherBirthday(Blind):
    """It does not compare the day of birth with that of the PESEL."""

    to = frozenset({"pesel.declared_birth_date"})


class SecondDevice(Blind):
    to = frozenset({"devices.limit"})


class CodeUsedTwice(Blind):
    to = frozenset({"codes.one_time"})


class BeforeItsTime(Blind):
    """It takes a command dated before what has happened already."""

    to = frozenset({"day.order"})


class SkippedStep(Blind):
    to = frozenset({"steps.order"})


class OriginalLivesOn(Planted):
    """An original stays what it was when its duplicate is received."""

    only = frozenset({"school_id", "follows"})

    def state(self, name: str, *, on: date) -> str:
        state = super().state(name, on=on)
        return "valid" if state in {"replaced", "unsettled"} else state


class SurvivesItsCard(Planted):
    """What happens to a card is not carried over to the mLegitymacja on it."""

    def consequences(self, document: Any, on: date) -> Any:
        for name, command in super().consequences(document, on):
            if not isinstance(self.documents[name], Mlegitymacja):
                yield name, command


class TwentySixForAnId(Planted):
    def fee(self, procedure: Any, *, on: date) -> Any:
        right = super().fee(procedure, on=on)
        return Decimal("26.00") if procedure == "id_duplicate" else right


class Wrong2019(Planted):
    only = frozenset({"fees"})

    def fee(self, procedure: Any, *, on: date) -> Any:
        right = super().fee(procedure, on=on)
        return Decimal("1.00") if on.year == 2019 else right


class Inventive(Reference):
    """It tells one clause more, which nobody wrote."""

    def _reply(self) -> Reply:
        right = super()._reply()
        return Reply(right.outcome, (*right.clauses, "leczna:XX.9"))


class Talkative(Reference):
    """It tells every clause of its school, whatever it is asked."""

    def _reply(self) -> Reply:
        whole = self.school.model_dump(mode="json")
        told = dict.fromkeys(clause for _place, clause in cited(whole, self.school.slug))
        return Reply(super()._reply().outcome, tuple(told))


class Thorough(Reference):
    """It tells the clauses of what is met, too."""

    def _reply(self) -> Reply:
        told = dict.fromkeys(finding.clause for finding in self.answer.findings)
        return Reply(super()._reply().outcome, tuple(told))


class Learned(Reference):
    """It tells a paragraph that its act does not have."""

    def _reply(self) -> Reply:
        right = super()._reply()
        return Reply(right.outcome, (*right.clauses, "act:druki-2023:§4711"))


class ReturnedIsIssued(Planted):
    only = frozenset({"certificate", "follows"})

    def state(self, name: str, *, on: date) -> str:
        right = super().state(name, on=on)
        return "issued" if right == "returned" else right


class FloatMoney(Planted):
    def fee(self, procedure: Any, *, on: date) -> Any:
        right = super().fee(procedure, on=on)
        return None if right is None else float(right)


class RefusedYetRevoked(Planted):
    """A command that it refuses leaves its trace."""

    def __init__(self) -> None:
        super().__init__()
        self.spoilt: set[str] = set()

    def start(self, school: str) -> None:
        super().start(school)
        self.spoilt = set()

    def decide(self, name: str, command: Any, *, photo: Upload | None, successor: str) -> Reply:
        reply = super().decide(name, command, photo=photo, successor=successor)
        if reply.outcome == "refused" and command.kind == "activate":
            self.spoilt.add(name)
        return reply

    def state(self, name: str, *, on: date) -> str:
        return "activated" if name in self.spoilt else super().state(name, on=on)


class LateAdult(Pupil):
    """Comes of age on the day after."""

    def adult_from(self) -> date:
        return super().adult_from() + DAY


class AdultADayLate(Planted):
    def issue(self, name: str, request: Any, **call: Any) -> Reply:
        return super().issue(name, _later(request), **call)

    def decide(self, name: str, command: Any, **call: Any) -> Reply:
        if application := getattr(command, "application", None):
            command = command.model_copy(update={"application": _later(application)})
        return super().decide(name, command, **call)


def _later(request: Any) -> Any:
    return request.model_copy(update={"pupil": LateAdult(**dict(request.pupil))})


class ValidADayLonger(Planted):
    """An mLegitymacja expires a day late."""

    def state(self, name: str, *, on: date) -> str:
        right = super().state(name, on=on)
        return super().state(name, on=on - DAY) if right == "expired" else right


class RunsOnUnconfirmed(Planted):
    """A card that nobody confirmed stays valid."""

    def state(self, name: str, *, on: date) -> str:
        right = super().state(name, on=on)
        return "valid" if right == "lapsed" and name.startswith("id") else right


class ActivatesRevoked(Blind):
    to = frozenset({"document.revoked"})


class LossAfterDuplicate(Blind):
    """It takes a loss of one whose place is taken."""

    only = frozenset({"school_id", "follows"})
    to = frozenset({"document.replaced"})


class WrongReceiver(Blind):
    only = frozenset({"certificate", "follows"})
    to = frozenset({"collection.receiver"})


class WrongAccount(Blind):
    only = frozenset({"school_id", "certificate", "follows"})
    to = frozenset({"payment.account"})


class MissingItem(Blind):
    to = frozenset({"application.item"})


class SecondOnOneCard(Blind):
    to = frozenset({"mlegitymacja.only_one"})


class TakesBackAnything(Blind):
    """It takes back an act that is not the last one."""

    to = frozenset({"correct.last"})


class KeepsTheMistake(Planted):
    """It says that an act is taken back, and leaves all as it was."""

    def decide(self, name: str, command: Any, **call: Any) -> Reply:
        before = self.documents[name]
        reply = super().decide(name, command, **call)
        if command.kind == "correct":
            self.documents[name] = before
        return reply


class SpoilsByAsking(Planted):
    """Whoever asks it for a fee loses the last act of every document."""

    def fee(self, *asked: Any, **call: Any) -> Any:
        for name, document in self.documents.items():
            if len(document.history) > 1:
                self.documents[name] = type(document)(history=document.history[:-1])
        return super().fee(*asked, **call)


class Strict(Planted):
    """It refuses what waits for a human."""

    def _reply(self) -> Reply:
        right = super()._reply()
        return Reply("refused") if right.outcome == "undecided" else right


class StrictByClause(Strict):
    """It does so, and tells all clauses that it waits for."""

    only = ANYTHING

    def _reply(self) -> Reply:
        right = Reference._reply(self)
        return Reply(super()._reply().outcome, right.clauses)


class Deaf(Planted):
    """It hears nothing of what humans say."""

    def issue(self, name: str, request: Any, **call: Any) -> Reply:
        words = self._heard(call.pop("attested", ()))
        return super().issue(name, request, **call, attested=words)

    def decide(self, name: str, command: Any, **call: Any) -> Reply:
        words = self._heard(command.attested)
        return super().decide(name, command.model_copy(update={"attested": words}), **call)

    def _heard(self, _words: Attested) -> Attested:
        return ()


class NoForYes(Deaf):
    """It takes any word for a yes."""

    def _heard(self, words: Attested) -> Attested:
        return tuple(word.model_copy(update={"holds": True}) for word in words)


class OneYesForAll(Deaf):
    """It hears one yes, and takes all for granted."""

    yes = False

    def _heard(self, words: Attested) -> Attested:
        self.yes = any(word.holds for word in words)
        return words

    def _reply(self) -> Reply:
        right = super()._reply()
        return Reply("accepted") if right.outcome == "undecided" and self.yes else right


class NoErrors(Planted):
    """It makes no new ID for one with an error on it."""

    only = frozenset({"school_id", "follows"})

    def decide(self, name: str, command: Any, **call: Any) -> Reply:
        if command.kind == "exchange" and command.application.reason == "error":
            return Reply("refused")
        return super().decide(name, command, **call)


class Mute(Reference):
    """It says that it tells clauses, and tells none."""

    def _reply(self) -> Reply:
        return Reply(super()._reply().outcome)


class Hasty(Planted):
    """It accepts what waits for a human."""

    def _reply(self) -> Reply:
        right = super()._reply()
        return Reply("accepted") if right.outcome == "undecided" else right


class WithoutReissue(Planted):
    """It issues no mLegitymacja anew, and has no fee but one."""

    only = frozenset({"mlegitymacja", "fees"})
    declined: ClassVar[set[str]] = set()

    def fee(self, procedure: Any, *, on: date) -> Any:
        return super().fee(procedure, on=on) if procedure == "id_duplicate" else self._none("fee")

    def decide(self, name: str, command: Any, **call: Any) -> Reply:
        return (
            self._none("reissue")
            if command.kind == "reissue"
            else super().decide(name, command, **call)
        )

    @classmethod
    def _none(cls, what: str) -> Any:
        cls.declined.add(what)
        raise NotImplementedError


class WithoutReissueTwentyNineDays(WithoutReissue):
    data = _codes_of(29)


class DeclinesAndDoes(Planted):
    """It says that it ends no ID, and ends it."""

    only = frozenset({"school_id", "follows"})

    def decide(self, name: str, command: Any, **call: Any) -> Reply:
        reply = super().decide(name, command, **call)
        if command.kind == "end":
            raise NotImplementedError
        return reply


class DeclinesAtWill(Planted):
    """It has done it before, and says that it does not when it would have to refuse."""

    def decide(self, name: str, command: Any, **call: Any) -> Reply:
        reply = super().decide(name, command, **call)
        if reply.outcome == "refused":
            raise NotImplementedError
        return reply


class Telling(TwentyNineDays):
    """It tells by which clauses it refuses."""

    def __init__(self) -> None:
        super().__init__()
        self.offers = ANYTHING


class Narrow(Reference):
    """The rules, in tears when they are asked what they do not offer."""

    def __init__(self, *offers: Capability) -> None:
        super().__init__(offers=offers)

    def photo(self, *asked: Any, **more: Any) -> Reply:
        return super().photo(*self._offered("photos", asked), **more)

    def fee(self, *asked: Any, **more: Any) -> Any:
        return super().fee(*self._offered("fees", asked), **more)

    def due(self, *asked: Any, **more: Any) -> Promise:
        return super().due(*self._offered("deadlines", asked), **more)

    def issue(self, name: str, *asked: Any, **more: Any) -> Reply:
        kinds: dict[str, Capability] = {
            "id": "school_id",
            "phone": "mlegitymacja",
            "certificate": "certificate",
        }
        kind = kinds[name.partition("-")[0]]
        return super().issue(name, *self._offered(kind, asked), **more)

    def _offered(self, what: Capability, asked: tuple[Any, ...]) -> tuple[Any, ...]:
        assert what in self.offers, what
        return asked
