"""What is kept, and how two who change it at once do not harm each other.

A document is stored as what happened to it: its events as JSON, numbered from 0. Nothing is ever
overwritten, and no state is stored; the library rebuilds the document and derives the state for a day.

Every change is one transaction, and a decision is taken inside it, on what stands there. It looks at
all documents of a pupil, so the pupil is what is locked: by `FOR UPDATE` on a server; SQLite, which
knows no such thing, lets in one writer at a time (`BEGIN IMMEDIATE`). Should an event get in between
all the same, the key (document, seq) refuses the second, the transaction is undone, and the decision
is taken anew on what is there now. Who only reads locks nothing and waits for nobody: all that is read
in one transaction is of one moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import ModuleType
from typing import Any, TypeVar

from sqlalchemy import (
    URL,
    Connection,
    DateTime,
    Engine,
    ForeignKey,
    LargeBinary,
    Text,
    UniqueConstraint,
    create_engine,
    event,
    select,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

from legitymacja_rules import Accepted, certificate, mlegitymacja, school_id
from legitymacja_rules.errors import LoadError, WrongArgument
from legitymacja_rules.facts import PhotoFacts, Pupil
from legitymacja_rules.loading import dump, load

__all__ = [
    "KINDS",
    "Document",
    "EnteredAlready",
    "File",
    "Kept",
    "NoDatabase",
    "NotThere",
    "Overtaken",
    "Store",
    "Unreadable",
    "add_pupil",
    "file_of",
    "file_with",
    "files",
]

T = TypeVar("T")

KINDS: Mapping[str, ModuleType] = {
    "school_id": school_id,
    "mlegitymacja": mlegitymacja,
    "certificate": certificate,
}
"""The documents; their modules have the same verbs."""

Document = school_id.SchoolId | mlegitymacja.Mlegitymacja | certificate.Certificate

TRIES = 5
"""So often a decision is taken anew before the office is told that it was overtaken."""

WRITING = {"begin": "BEGIN IMMEDIATE", "locks": True}
"""Of a transaction that changes something: how SQLite begins it, and that it locks whose file it opens."""

READING: Mapping[str, Mapping[str, Any]] = {"postgresql": {"isolation_level": "REPEATABLE READ"}}
"""What a database has to be told so that a transaction reads what stood at one moment, where it does not by itself."""


class NoDatabase(Exception):
    """Nothing can be kept there; the text says why."""


class NotThere(Exception):
    """There is no such pupil, document or photo at this school."""


class EnteredAlready(Exception):
    """The school has a pupil with this PESEL; `pupil` is their number."""

    def __init__(self, pupil: int) -> None:
        super().__init__(pupil)
        self.pupil = pupil


class Overtaken(Exception):
    """Others changed the same document again and again."""


class Unreadable(Exception):
    """What is kept is no record of this library: it was spoiled, or another version wrote it."""


# --- tables ---------------------------------------------------------------------------------------


class Base(DeclarativeBase):
    """The base of all tables."""


class PupilRow(Base):
    """A pupil of a school, as the school knows them now; by the PESEL one child has one file."""

    __tablename__ = "pupils"
    __table_args__ = (UniqueConstraint("school", "pesel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school: Mapped[str]
    pesel: Mapped[str | None]
    facts: Mapped[str] = mapped_column(Text)
    documents: Mapped[list[DocumentRow]] = relationship(order_by="DocumentRow.id", lazy="selectin")


class DocumentRow(Base):
    """A document of a pupil; what it is stands in its events."""

    __tablename__ = "documents"

    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupils.id"), index=True)
    kind: Mapped[str]
    events: Mapped[list[EventRow]] = relationship(order_by="EventRow.seq", lazy="selectin")


class EventRow(Base):
    """One thing that happened to a document, and when it was entered here."""

    __tablename__ = "events"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str] = mapped_column(Text)
    entered: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), default=lambda: datetime.now(UTC)
    )


class PhotoRow(Base):
    """A photo of a pupil under the hash of all that is known of it; without its bytes if they are not to be kept."""

    __tablename__ = "photos"

    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupils.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    facts: Mapped[str] = mapped_column(Text)
    data: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)


# --- a pupil's file -------------------------------------------------------------------------------


@dataclass(slots=True)
class Kept:
    """A document under its number."""

    id: int
    kind: str
    document: Document

    @property
    def verbs(self) -> ModuleType:
        """The module of its kind."""
        return KINDS[self.kind]


@dataclass(slots=True)
class File:
    """All that is kept of one pupil, open for as long as a transaction lasts."""

    session: Session = field(repr=False)
    row: PupilRow = field(repr=False)
    documents: list[Kept] = field(repr=False)

    @property
    def pupil(self) -> Pupil:
        """The pupil.

        Raises:
            Unreadable: if what is kept of them is none.
        """
        with _reading(f"pupil {self.row.id}"):
            return load(Pupil, self.row.facts)

    def keep_pupil(self, pupil: Pupil) -> None:
        """Keep what is known of the pupil now.

        Raises:
            EnteredAlready: if the school has another with this PESEL.
        """
        _keep_pupil(self.session, self.row, pupil)

    def __getitem__(self, number: int) -> Kept:
        return next(kept for kept in self.documents if kept.id == number)

    def of_kind(self, kind: str, *, beside: Kept | None = None) -> list[Document]:
        """The pupil's documents of a kind, all or all but one."""
        return [one.document for one in self.documents if one.kind == kind and one is not beside]

    def add(self, kind: str, made: Accepted[Any, Any]) -> Kept:
        """Keep a document that was made."""
        row = DocumentRow(pupil_id=self.row.id, kind=kind)
        self.session.add(row)
        self.session.flush()
        kept = Kept(row.id, kind, made.document)
        self._enter(kept, 0, made)
        self.documents.append(kept)
        return kept

    def append(self, kept: Kept, happened: Accepted[Any, Any]) -> None:
        """Keep what happened to a document."""
        self._enter(kept, len(kept.document.history), happened)
        kept.document = happened.document

    def _enter(self, kept: Kept, seq: int, happened: Accepted[Any, Any]) -> None:
        bodies = enumerate(map(dump, happened.events), seq)
        self.session.add_all(EventRow(document_id=kept.id, seq=n, body=body) for n, body in bodies)
        self.session.flush()

    def keep_photo(self, name: str, facts: PhotoFacts, data: bytes | None) -> None:
        """Keep a photo under a name that no other has; where it is kept already, nothing changes."""
        if self.session.get(PhotoRow, (self.row.id, name)) is None:
            self.session.add(
                PhotoRow(pupil_id=self.row.id, name=name, facts=dump(facts), data=data)
            )

    def photo(self, name: str) -> PhotoRow:
        """A photo that was kept.

        Raises:
            NotThere: if there is none of that name.
        """
        # A hash is plain; half a sign or none, which JSON can hold, a database does not take.
        row = self.session.get(PhotoRow, (self.row.id, name)) if name.isalnum() else None
        if row is None:
            raise NotThere
        return row

    def photo_facts(self, name: str) -> PhotoFacts:
        """What was found of a photo that was kept.

        Raises:
            NotThere: if there is none of that name.
            Unreadable: if what is kept of it is none.
        """
        with _reading(f"a photo of pupil {self.row.id}"):
            return load(PhotoFacts, self.photo(name).facts)


# --- the store ------------------------------------------------------------------------------------


class Store:
    """The database; `look` reads what belongs together, `change` changes all of it or nothing."""

    def __init__(self, url: str | URL) -> None:
        """Open the database, and make the tables that are not there.

        Raises:
            NoDatabase: if it cannot be opened, or keeps nothing.
        """
        with _opening(), ExitStack() as failed:
            # What is bound to a statement tells of a person, and an error would print it.
            engine = create_engine(url, hide_parameters=True)
            failed.callback(engine.dispose)
            if engine.dialect.name == "sqlite":
                _prepare_sqlite(engine)
            self._reads = engine.execution_options(**READING.get(engine.dialect.name, {}))
            self._writes = engine.execution_options(**WRITING)
            with self._writes.begin() as connection:
                Base.metadata.create_all(connection)
            failed.pop_all()

    def close(self) -> None:
        """Let go of the database."""
        self._reads.dispose()

    def look(self, work: Callable[[Session], T]) -> T:
        """What is read in one transaction."""
        with Session(self._reads) as session:
            return work(session)

    def change(self, work: Callable[[Session], T]) -> T:
        """What is done in one transaction; begun anew where somebody was faster.

        Raises:
            Overtaken: if somebody was, again and again.
        """
        for _ in range(TRIES):
            with (
                suppress(IntegrityError),
                Session(self._writes, expire_on_commit=False) as session,
                session.begin(),
            ):
                done = work(session)
                session.flush()
                return done
        raise Overtaken


@contextmanager
def _opening() -> Iterator[None]:
    """What a database or its driver says of itself may be a long text; the rest of it follows as the cause."""
    try:
        yield
    except (SQLAlchemyError, ImportError, ValueError) as error:
        said = str(getattr(error, "orig", error)).partition("\n")[0]
        raise NoDatabase(f"no database can be opened there: {said}") from error


def _prepare_sqlite(engine: Engine) -> None:
    """WAL lets readers read while one writes; what was answered is on disk before it is answered."""

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:  # noqa: ANN401  (the driver's own)
        connection.isolation_level = None  # the driver begins nothing by itself
        for pragma in (
            "busy_timeout=30000",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
        if not connection.execute("PRAGMA database_list").fetchone()[2]:
            raise NoDatabase("a database in memory is another one for each thread, and forgets")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def add_pupil(session: Session, school: str, pupil: Pupil) -> int:
    """Keep a new pupil; the number is theirs from now on.

    Raises:
        EnteredAlready: if the school has one with this PESEL.
    """
    row = PupilRow(school=school)
    _keep_pupil(session, row, pupil)
    return row.id


def _keep_pupil(session: Session, row: PupilRow, pupil: Pupil) -> None:
    pesel = pupil.pesel.reveal() if pupil.pesel else None
    same = select(PupilRow.id).where(PupilRow.school == row.school, PupilRow.pesel == pesel)
    there = session.scalar(same) if pesel else None
    if there not in {None, row.id}:
        raise EnteredAlready(there)
    row.pesel, row.facts = pesel, dump(pupil)
    session.add(row)
    session.flush()


def file_of(session: Session, school: str, pupil_id: int) -> File:
    """A pupil's file, locked until the transaction ends if that is one that changes something.

    Raises:
        NotThere: if the school has no such pupil.
    """
    asked = select(PupilRow).where(PupilRow.id == pupil_id, PupilRow.school == school)
    locks = session.get_bind().get_execution_options().get("locks")
    row = session.scalar(asked.with_for_update() if locks else asked)
    if row is None:
        raise NotThere
    return _opened(session, row)


def file_with(session: Session, school: str, document_id: int) -> File:
    """The file in which a document lies.

    Raises:
        NotThere: if the school has no such document.
    """
    # Only the number: what lies in the file is read once it is locked.
    pupil_id = session.scalar(select(DocumentRow.pupil_id).where(DocumentRow.id == document_id))
    return file_of(session, school, pupil_id or 0)


def files(session: Session, school: str) -> Iterator[File]:
    """The files of all pupils of a school."""
    asked = select(PupilRow).where(PupilRow.school == school).order_by(PupilRow.id)
    for row in session.scalars(asked):
        yield _opened(session, row)


def _opened(session: Session, row: PupilRow) -> File:
    return File(session, row, [Kept(one.id, one.kind, _rebuilt(one)) for one in row.documents])


def _rebuilt(row: DocumentRow) -> Document:
    verbs = KINDS[row.kind]
    with _reading(f"document {row.id}"):
        document: Document = verbs.replay([verbs.load_event(entry.body) for entry in row.events])
    return document


@contextmanager
def _reading(what: str) -> Iterator[None]:
    """What is kept was taken once, so it is no fault of who asks for it."""
    try:
        yield
    except (LoadError, WrongArgument) as error:
        raise Unreadable(what) from error
