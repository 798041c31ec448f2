"""The office as the conformance machine of the library sees it: an adapter that speaks HTTP.

It needs an office that was started with `--clock from-request`, for the machine lives through years in
seconds. A vendor of another system writes the same few functions over that.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, get_args
from urllib.parse import quote

import httpx

from legitymacja_rules import certificate, mlegitymacja, school_id
from legitymacja_rules.attestations import Attested
from legitymacja_rules.facts import Pupil
from legitymacja_rules.loading import dump
from legitymacja_rules.testing.conformance import (
    Capability,
    Command,
    Promise,
    Reply,
    Request,
    Upload,
)
from legitymacja_rules.vocabulary import Milestone, Procedure

__all__ = ["OfficeOverHttp"]

ANYBODY = {"first_names": "Nobody", "last_name": "Yet", "born": "2012-01-01"}
"""A pupil of whom nothing is known so far; each request tells of whom it is."""

KINDS = {
    school_id.Application: "school_id",
    mlegitymacja.Application: "mlegitymacja",
    mlegitymacja.ExOfficio: "mlegitymacja",
    certificate.Original: "certificate",
}


class OfficeOverHttp:
    """A `System`: one new pupil for each story, at an office that serves all schools."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._school = self._pupil = ""
        self._known: object = None
        self._numbers: dict[str, int] = {}

    @property
    def offers(self) -> Collection[Capability]:
        """All that can be asked."""
        return get_args(Capability)

    def start(self, school: str) -> None:
        """A pupil of whom the office knows nothing is an empty office."""
        self._school, self._known, self._numbers = f"/{school}", None, {}
        made = self._client.post(f"{self._school}/pupils", json=ANYBODY)
        self._pupil = f"{self._school}/pupils/{made.json()['pupil']}"

    def photo(self, procedure: Procedure, upload: Upload, pupil: Pupil, *, on: date) -> Reply:
        """Whether a photo is good enough as it came."""
        self._tell_of(json.loads(dump(pupil)))
        found = self._upload("/photos/check", upload, on, procedure=procedure)
        outcome = {"met": "accepted", "breached": "refused"}.get(found["answer"], "undecided")
        return _reply(outcome, found)

    def fee(self, procedure: Procedure, *, on: date) -> Decimal | None:
        """What it costs."""
        amount = self._get(f"{self._school}/fees/{procedure}", on=on)["amount"]
        return None if amount is None else Decimal(amount)

    def due(self, procedure: Procedure, reached: Mapping[Milestone, date]) -> Promise:
        """By when the school has to act."""
        told = self._get(
            f"{self._school}/deadlines/{procedure}",
            **{str(name): day for name, day in reached.items()},
        )
        expected, latest = (
            told[end] and date.fromisoformat(told[end]) for end in ("expected", "latest")
        )
        return Promise(expected, latest)

    def issue(
        self,
        name: str,
        request: Request,
        *,
        on: date,
        photo: Upload | None,
        made: school_id.Card | mlegitymacja.ActivationCodes | None,
        attested: Attested = (),
    ) -> Reply:
        """Issue a first document."""
        body = {
            "document": KINDS[type(request)],
            "application": self._lodged(json.loads(dump(request)), photo, on),
            "attested": _said(json.loads(dump(word)) for word in attested),
        }
        if made:
            key = "card" if isinstance(made, school_id.Card) else "codes"
            body[key] = json.loads(dump(made))
        return self._ask(f"{self._pupil}/documents", body, on, document=name)

    def decide(self, name: str, command: Command, *, photo: Upload | None, successor: str) -> Reply:
        """Do with a document what the command says; the day goes to the clock."""
        body = json.loads(dump(command))
        del body["on"]
        body["attested"] = _said(body["attested"])
        if "application" in body:
            body["application"] = self._lodged(body["application"], photo, command.on)
        at = body.pop("at") if body["kind"] == "activate" else None
        address = f"{self._school}/documents/{self._numbers[name]}/commands"
        return self._ask(address, body, command.on, at, successor=successor)

    def state(self, name: str, *, on: date) -> str:
        """What a document is on a day."""
        told = self._get(f"{self._school}/documents/{self._numbers[name]}", on=on)
        return str(told["state"])

    def _lodged(self, told: dict[str, Any], photo: Upload | None, on: date) -> dict[str, Any]:
        """An application as a client sends it: the office knows the pupil, and the photo by its name."""
        self._tell_of(told.pop("pupil"))
        if photo:
            # As it is nothing is kept but what was found in it, and that is the same for any procedure:
            # by which text the photo is judged, the request decides that it comes with.
            taken = self._upload("/photos", photo, on, procedure="mlegitymacja", as_is=True)
            told["photo"] = taken["photo"]
        return told

    def _tell_of(self, pupil: object) -> None:
        """Let the office know the pupil as the next request has them."""
        if pupil == self._known:
            return
        told = self._client.put(self._pupil, json=pupil)
        if told.status_code == 409:
            # The same child in an earlier story, of which nobody asks any more.
            earlier = f"{self._school}/pupils/{told.json()['pupil']}"
            self._client.put(earlier, json=ANYBODY).raise_for_status()
            told = self._client.put(self._pupil, json=pupil)
        told.raise_for_status()
        self._known = pupil

    def _upload(self, place: str, upload: Upload, on: date, **asked: Any) -> Any:  # noqa: ANN401  (JSON)
        headers = {"Office-Day": on.isoformat()}
        if upload.filename is not None:
            name = quote(upload.filename, safe="")
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
        address = f"{self._pupil}{place}"
        answer = self._client.post(address, content=upload.data, headers=headers, params=asked)
        return answer.raise_for_status().json()

    def _get(self, address: str, **asked: date) -> Any:  # noqa: ANN401  (JSON)
        days = {name: day.isoformat() for name, day in asked.items()}
        return self._client.get(address, params=days).raise_for_status().json()

    def _ask(
        self,
        address: str,
        body: Mapping[str, object],
        on: date,
        at: str | None = None,
        **names: str,
    ) -> Reply:
        """Post it; what was made is called by these names."""
        headers = {"Office-Day": on.isoformat(), **({"Office-At": at} if at else {})}
        answer = self._client.post(address, json=body, headers=headers)
        told = answer.json()
        if answer.is_success:
            made = {name: told[role]["id"] for role, name in names.items() if told[role]}
            self._numbers |= made
            return _reply("accepted", told)
        if answer.status_code == 422:
            return _reply("refused", told)
        assert told["type"].endswith("undecided"), told
        return _reply("undecided", told)


def _said(words: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    """What humans attested, without the day: that is the clock's."""
    return [{name: word[name] for name in word if name != "on"} for word in words]


def _reply(outcome: Any, told: Mapping[str, Any]) -> Reply:  # noqa: ANN401  (a word of `Reply`)
    """The outcome with the clauses of what is not met."""
    reasons = [finding for finding in told["findings"] if finding["status"] != "met"]
    return Reply(outcome, tuple(finding["clause"] for finding in reasons))
