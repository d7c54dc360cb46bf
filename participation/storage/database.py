"""The one place where the database is opened."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from threading import Lock
from typing import Any, ClassVar, TypeVar

from sqlalchemy import Connection, Engine, create_engine, delete, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DataError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker
from sqlalchemy.orm import Session as Session

from participation.errors import Closed, NotFound, Unreachable

DAYS_SENT_KEPT = 2


class Record(DeclarativeBase):
    """Base of everything that is remembered. Each says how long, in `kept_for`."""

    __abstract__ = True
    kept_for: ClassVar[str]


class SentForm(Record):
    """That a form was sent, so that a second send of the same page changes nothing."""

    __tablename__ = "sent_forms"
    kept_for = "two days"

    token: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[str]


Kind = TypeVar("Kind", bound=Record)

LONGEST_WAIT = 20
"""Seconds that a writer waits for its turn."""

INSERTS: Mapping[str, Callable[..., sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}

WITHOUT_ROWID = {"sqlite_with_rowid": False}
"""For tables whose rows must not tell in which order they came (SQLite)."""

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA busy_timeout = 10000",
)


class Database:
    """One engine, two ways in. On SQLite one writer at a time, in the order they came."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.info: dict[str, Any] = {}
        self.engine = _engine(url)
        self._lock = Lock() if self.engine.dialect.name == "sqlite" else None
        writer = self.engine.execution_options(writing=True)
        self._readers = sessionmaker(self.engine, expire_on_commit=False, info=self.info)
        self._writers = sessionmaker(writer, expire_on_commit=False, info=self.info)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session whose changes are thrown away."""
        with _reached(), self._readers() as db:
            yield db

    @contextmanager
    def writing(self, once: str = "", day: str = "") -> Iterator[Session]:
        """A session kept when the block ends well, and undone when it does not.

        `once` is a token of the form that was sent: the second time, Closed is raised.
        """
        with _reached(), self._turn():
            with self._writers.begin() as db:
                if once:
                    _mark_sent(db, once, day)
                yield db
            if db.info.pop("tidy", False):
                self.tidy()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait for one's turn to write, but not for ever: who waits inside an own turn would."""
        if self._lock and not self._lock.acquire(timeout=LONGEST_WAIT):
            raise TimeoutError("no turn to write came")
        try:
            yield
        finally:
            if self._lock:
                self._lock.release()

    def tidy(self) -> None:
        """Leave nothing of deleted rows in the files: empty the log, or vacuum."""
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            sqlite = self.engine.dialect.name == "sqlite"
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)" if sqlite else "VACUUM")

    def close(self) -> None:
        self.engine.dispose()


def forget_sent(db: Session, today: date) -> int:
    """Delete the marks of forms sent long ago; return how many."""
    old = delete(SentForm).where(SentForm.day < (today - timedelta(days=DAYS_SENT_KEPT)).isoformat())
    return len(db.scalars(old.returning(SentForm.token)).all())


@contextmanager
def _reached() -> Iterator[None]:
    """Say in one way that the disk is full, the server is away or no turn came.

    What a database cannot hold, such as the sign NUL in an address, it cannot find either.
    """
    try:
        yield
    except DataError as trouble:
        raise NotFound(type(trouble).__name__) from trouble
    except (OperationalError, InterfaceError, NoConnection, TimeoutError) as trouble:
        raise Unreachable(type(trouble).__name__) from trouble


def _mark_sent(db: Session, token: str, day: str) -> None:
    db.add(SentForm(token=token, day=day))
    try:
        db.flush()
    except IntegrityError:
        raise Closed("this page was sent already") from None


def _engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(url, connect_args={"timeout": 10}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def find(db: Session, kind: type[Kind], id: int | str) -> Kind:
    """Return the record with this id, or raise NotFound."""
    found = db.get(kind, id)
    if found is None:
        raise NotFound(f"{kind.__name__} {id}")
    return found


def insert_or_change(db: Session, record: Kind, change: Mapping[str, Any]) -> None:
    """Insert this record, or change the one with its key: one step, however many do so at once."""
    table = record.__table__
    row = {column.name: getattr(record, column.name) for column in table.columns}
    insert = INSERTS[db.get_bind().dialect.name](type(record)).values(row)
    key = [column.name for column in table.primary_key]
    kept = insert.on_conflict_do_update(index_elements=key, set_=dict(change)).returning(type(record))
    db.scalars(kept, execution_options={"populate_existing": True}).one()
