"""What the office decides: the library is asked, and what happened is kept.

Each decision, with all that follows from it for the pupil's other documents, is one transaction on what
stands there at that moment. The library sees all of the pupil's documents, and answers; the desk keeps
events, and holds no rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from threading import BoundedSemaphore
from typing import Any

from sqlalchemy.orm import Session

from legitymacja_rules import (
    Accepted,
    Refused,
    Undecided,
    Verdict,
    certificate,
    coupling,
    mlegitymacja,
    photo,
    school_id,
)
from legitymacja_rules.coupling import Consequence
from legitymacja_rules.facts import Pupil
from legitymacja_rules.loading import dump, load
from legitymacja_rules.photo import PhotoFacts, Prepared
from legitymacja_rules.policy import Policy, effective
from legitymacja_rules.regulation import PhotoRequirement, Regulation
from legitymacja_rules.school_id import SchoolId
from legitymacja_rules.vocabulary import Procedure

from .asked import NewCertificate, NewDocument, NewSchoolId, Upload, command, new
from .clock import Now
from .store import File, Kept, NotThere, Store, add_pupil, file_of, file_with, files

__all__ = ["Decision", "Desk", "Done", "Outcome", "Photo", "Task"]

Outcome = Accepted[Any, Any] | Refused | Undecided

DECODED_AT_ONCE = BoundedSemaphore(2)
"""A picture that is decoded takes much memory, so not all threads do it at the same time."""


# --- what is answered -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Done:
    """What was accepted, and is kept.

    Attributes:
        outcome: the library's answer.
        document: the document that was asked about or made.
        successor: the one that was made beside.
        followed: the pupil's others to which something happened thereby.
    """

    outcome: Accepted[Any, Any]
    document: Kept
    successor: Kept | None
    followed: tuple[Kept, ...]


Decision = Done | Refused | Undecided
"""What became of a request; a refusal, and what waits for a human, leave nothing behind."""


@dataclass(frozen=True, slots=True)
class Photo:
    """What was found of a photo: its name if it was kept, its facts, and the verdict on them."""

    name: str | None
    facts: PhotoFacts
    verdict: Verdict | Prepared


@dataclass(frozen=True, slots=True)
class Task:
    """What follows for a document and waits for a human: the command, if one is known, and the reasons."""

    document: Kept
    consequence: Consequence
    answer: Consequence | Refused | Undecided


# --- the desk -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Desk:
    """The office of one or several schools over one store.

    Whatever is asked is asked of a school, by its text; and only `school` leads from a slug to a text, so
    of a school that the office does not work for nothing is told or changed, even if the store has it.
    """

    schools: Mapping[str, Regulation]
    store: Store
    policy: Policy = "school"

    def school(self, slug: str) -> Regulation:
        """A school's text.

        Raises:
            NotThere: if the office does not work for it.
        """
        if slug not in self.schools:
            raise NotThere
        return self.schools[slug]

    def add_pupil(self, school: Regulation, told: Mapping[str, object]) -> int:
        """Keep a new pupil."""
        pupil = load(Pupil, told)
        return self.store.change(lambda session: add_pupil(session, school.slug, pupil))

    def change_pupil(self, school: Regulation, number: int, told: Mapping[str, object]) -> None:
        """Keep what is known of a pupil now; documents keep what was known when they were made."""
        pupil = load(Pupil, told)

        def work(session: Session) -> None:
            file_of(session, school.slug, number).keep_pupil(pupil)

        self.store.change(work)

    def check_photo(
        self, school: Regulation, number: int, procedure: Procedure, upload: Upload, now: Now
    ) -> Photo:
        """Whether a photo is good enough as it came; nothing is kept."""
        pupil, demand = self._about_photo(school, number, procedure, now)
        with DECODED_AT_ONCE:
            facts = photo.inspect(upload.data, filename=upload.filename, whole=True)
        return Photo(None, facts, photo.check(facts, demand, pupil=pupil, on=now.day))

    def take_photo(
        self, school: Regulation, number: int, procedure: Procedure, upload: Upload, now: Now
    ) -> Photo | Refused:
        """Keep of a photo what the school's text takes, with nothing in it but the picture; or say why not."""
        pupil, demand = self._about_photo(school, number, procedure, now)
        with DECODED_AT_ONCE:
            made = photo.prepare(upload.data, demand, filename=upload.filename, pupil=pupil)
        if isinstance(made, Refused):
            return made
        return self._keep(school, number, Photo(None, made.facts, made), made.data)

    def take_photo_as_it_is(
        self, school: Regulation, number: int, procedure: Procedure, upload: Upload, now: Now
    ) -> Photo | Refused:
        """Judge a photo as it came and keep what was found, not the file, which may tell more than a face.

        What breaches the school's text is kept as such. What is no picture is not: it is refused as
        anywhere.
        """
        found = self.check_photo(school, number, procedure, upload, now)
        if found.facts.width is None:
            return self.take_photo(school, number, procedure, upload, now)
        return self._keep(school, number, found, upload.data, as_is=True)

    def _about_photo(
        self, school: Regulation, number: int, procedure: Procedure, now: Now
    ) -> tuple[Pupil, PhotoRequirement | None]:
        """Whose photo it is, and what is asked of it on that day."""
        text = effective(school, on=now.day, policy=self.policy)
        pupil = self.store.look(lambda session: file_of(session, school.slug, number).pupil)
        return pupil, text.photo_for(procedure)

    def _keep(
        self, school: Regulation, number: int, found: Photo, data: bytes, *, as_is: bool = False
    ) -> Photo:
        name, kept = _name(found.facts, data, as_is=as_is), None if as_is else data
        self.store.change(
            lambda session: file_of(session, school.slug, number).keep_photo(
                name, found.facts, kept
            )
        )
        return replace(found, name=name)

    def issue(self, school: Regulation, number: int, told: Mapping[str, Any], now: Now) -> Decision:
        """A first document, or the reasons why not."""

        def work(session: Session) -> Decision:
            file = file_of(session, school.slug, number)
            asked = new(file, told, now)
            outcome = self._issued(file, asked, school, now.day)
            if not isinstance(outcome, Accepted):
                return outcome
            kept = file.add(asked.document, outcome)
            return Done(outcome, kept, None, self._follow(file, kept, school, now.day))

        return self.store.change(work)

    def _issued(self, file: File, asked: NewDocument, school: Regulation, on: date) -> Outcome:
        how: dict[str, Any] = {"on": on, "attested": asked.attested}
        if isinstance(asked, NewCertificate):
            return certificate.issue(asked.application, school, **how)
        how |= {"previous": file.of_kind(asked.document), "policy": self.policy}
        if isinstance(asked, NewSchoolId):
            return school_id.issue(asked.application, school, card=asked.card, **how)
        return mlegitymacja.issue(asked.application, school, codes=asked.codes, **how)

    def decide(
        self, school: Regulation, number: int, told: Mapping[str, Any], now: Now
    ) -> Decision:
        """What becomes of a command on a document, and what follows for the pupil's others."""

        def work(session: Session) -> Decision:
            file = file_with(session, school.slug, number)
            kept = file[number]
            outcome = self._decided(file, kept, command(file, kept, told, now), school)
            if not isinstance(outcome, Accepted):
                return outcome
            file.append(kept, outcome)
            made = file.add(kept.kind, outcome.successor) if outcome.successor else None
            return Done(outcome, kept, made, self._follow(file, kept, school, now.day))

        return self.store.change(work)

    def _decided(self, file: File, kept: Kept, asked: object, school: Regulation) -> Outcome:
        others = file.of_kind(kept.kind, beside=kept)
        outcome: Outcome = kept.verbs.decide(
            kept.document, asked, school, others=others, policy=self.policy
        )
        return outcome

    def _follow(self, file: File, kept: Kept, school: Regulation, on: date) -> tuple[Kept, ...]:
        """Decide for the pupil's others what follows from this one; what waits for a human, waits."""
        done: list[Kept] = []
        for other, found in _consequences(file, kept, school, on):
            outcome = self._decided(file, other, found.command, school) if found.command else None
            if isinstance(outcome, Accepted):
                file.append(other, outcome)
                done.append(other)
        return tuple(done)

    def tasks(self, school: Regulation, number: int, on: date) -> list[Task]:
        """What follows for a pupil's documents and was not done by itself."""
        file = self.store.look(lambda session: file_of(session, school.slug, number))

        def answer(kept: Kept, found: Consequence) -> Consequence | Refused | Undecided:
            outcome = self._decided(file, kept, found.command, school) if found.command else found
            return found if isinstance(outcome, Accepted) else outcome

        # Whichever ID or certificate is asked about, all documents are looked at.
        asked = (_consequences(file, kept, school, on) for kept in file.documents)
        found = next(filter(None, asked), [])
        return [Task(kept, one, answer(kept, one)) for kept, one in found]

    def document(self, school: Regulation, number: int) -> tuple[int, Kept]:
        """A document, and the number of the pupil whose it is."""
        file = self.store.look(lambda session: file_with(session, school.slug, number))
        return file.row.id, file[number]

    def documents_of(self, school: Regulation, number: int) -> list[Kept]:
        """All documents of a pupil, in the order in which they were entered."""
        return self.store.look(lambda session: file_of(session, school.slug, number).documents)

    def documents(self, school: Regulation) -> list[Kept]:
        """All documents of a school."""
        return self.store.look(
            lambda session: [
                kept for file in files(session, school.slug) for kept in file.documents
            ]
        )

    def picture(self, school: Regulation, number: int, name: str) -> bytes:
        """A photo that was kept.

        Raises:
            NotThere: if it was not, or not its bytes.
        """
        data = self.store.look(
            lambda session: file_of(session, school.slug, number).photo(name).data
        )
        if data is None:
            raise NotThere
        return data


def _name(facts: PhotoFacts, data: bytes, *, as_is: bool) -> str:
    """Under what a photo is kept: the hash of all that is known of it, so that no other has its name.

    It tells nothing, and nobody can choose it.
    """
    way = b"as it is" if as_is else b"prepared"
    return sha256(b"\0".join((way, dump(facts).encode(), data))).hexdigest()


def _consequences(
    file: File, kept: Kept, school: Regulation, on: date
) -> list[tuple[Kept, Consequence]]:
    """What follows from an ID or a certificate, by document; from an mLegitymacja nothing does."""
    if not isinstance(kept.document, SchoolId | certificate.Certificate):
        return []
    known = [one.document for one in file.documents]
    found = coupling.follows(kept.document, school, on=on, others=known)
    by_document = {id(one.document): one for one in file.documents}
    return [(by_document[id(one.document)], one) for one in found]
