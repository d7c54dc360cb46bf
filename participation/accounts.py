"""Accounts: people who sign in. Nobody has one by default, and nobody chooses another's password."""

from datetime import date, datetime, timedelta
from secrets import randbelow, token_urlsafe

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, Role, require
from participation.errors import Closed, Incomplete, NotFound
from participation.storage import audit, limits
from participation.storage.codes import fingerprint
from participation.storage.database import WITHOUT_ROWID, Record, find

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=9)
DAYS_LINK_OPEN = 7
DAYS_CLOSED_KEPT = 5 * 365
HIGHEST = 2**31 - 2
FIRST = "administrator@localhost"
"""What the first administrator signs in with, where nobody was added by name."""
SHORTEST_PASSWORD, LONGEST_PASSWORD = 15, 128
WRONG_PASSWORDS, WRONG_FROM_ONE_PLACE = 10, 100
TOO_EASY = ("password", "passord", "participation", "medvirkning", "kommune", "12345", "qwerty", "abcde")

_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
_NOBODY = _hasher.hash(token_urlsafe())


class Account(Record):
    __tablename__ = "accounts"
    kept_for = "while the person works here; closed accounts keep name and role for the trail, five years"

    id: Mapped[int] = mapped_column(primary_key=True, default=lambda: 1 + randbelow(HIGHEST))
    """Drawn, not counted: nobody comes after somebody else and is taken for them."""
    name: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    password_hash: Mapped[str | None]
    closed_on: Mapped[date | None]

    @property
    def actor(self) -> Actor:
        return Actor(Role[self.role], self.id, self.name)


class OneTimeLink(Record):
    """The way in for somebody who has no password yet. Only the fingerprint is kept."""

    __tablename__ = "one_time_links"
    kept_for = "seven days, or until used"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int]
    open_until: Mapped[date]


class BrowserSession(Record):
    """One signed-in browser. It can be ended from here."""

    __tablename__ = "browser_sessions"
    __table_args__ = WITHOUT_ROWID
    kept_for = "nine hours at most"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int]
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class PasswordTooEasy(Incomplete):
    """The password is too short, too long or too easy to guess."""


class AddressTaken(Closed):
    """Another account has this e-mail address already."""


def anybody(db: Session) -> bool:
    """Whether the house has any account at all."""
    return db.scalar(select(func.count()).select_from(Account)) != 0


def add_first(db: Session, *, name: str, email: str, role: Role, today: date) -> str:
    """Add an account from the machine itself and return a one-time link token."""
    return _add(db, name, email, role, today)[1]


def first_link(db: Session, today: date) -> str | None:
    """A one-time link for the first administrator, for as long as nobody at all can sign in."""
    if not anybody(db):
        return add_first(db, name="Administrator", email=FIRST, role=Role.ADMINISTRATOR, today=today)
    if db.scalar(select(Account).where(Account.password_hash.is_not(None)).limit(1)):
        return None
    first = db.scalar(select(Account).filter_by(email=FIRST, closed_on=None))
    return _link(db, first, today) if first else None


def link_from_here(db: Session, email: str, today: date) -> str:
    """A new one-time link, given from the machine itself to somebody who cannot get in."""
    account = db.scalar(select(Account).filter_by(email=email.strip().lower(), closed_on=None))
    if account is None:
        raise NotFound(f"no open account with the address {email}")
    account.password_hash = None
    _end_sessions(db, account)
    return _link(db, account, today)


def all_accounts(db: Session) -> list[Account]:
    """Everyone with an account, as seen from the machine itself."""
    return list(db.scalars(select(Account).order_by(Account.email)))


def add(db: Session, actor: Actor, *, name: str, email: str, role: Role, today: date) -> tuple[Account, str]:
    """Add an account and return it with the token of a one-time link, shown once."""
    require(actor, Act.EDIT_ACCOUNTS)
    account, token = _add(db, name, email, role, today)
    audit.note(db, actor, Act.EDIT_ACCOUNTS, f"account {account.id} added")
    return account, token


def new_link(db: Session, actor: Actor, account_id: int, today: date) -> str:
    """A new one-time link for somebody who has lost the password. The old password ends here."""
    require(actor, Act.EDIT_ACCOUNTS)
    account = find(db, Account, account_id)
    if account.closed_on:
        raise Closed("this account is closed")
    account.password_hash = None
    _end_sessions(db, account)
    audit.note(db, actor, Act.EDIT_ACCOUNTS, f"account {account.id} given a new link")
    return _link(db, account, today)


def close(db: Session, actor: Actor, account_id: int, today: date) -> Account:
    require(actor, Act.EDIT_ACCOUNTS)
    account = find(db, Account, account_id)
    if account.id == actor.account_id:
        raise Closed("nobody closes their own account")
    account.closed_on = today
    account.password_hash = None
    _end_sessions(db, account)
    audit.note(db, actor, Act.EDIT_ACCOUNTS, f"account {account.id} closed")
    return account


def everybody(db: Session, actor: Actor) -> list[Account]:
    require(actor, Act.EDIT_ACCOUNTS)
    return list(db.scalars(select(Account).order_by(Account.name)))


def names(db: Session, role: Role | None = None) -> dict[int, str]:
    """Names by account, for showing who did what; of one role only where one is named."""
    chosen = select(Account) if role is None else select(Account).filter_by(role=role.name, closed_on=None)
    return {account.id: account.name for account in db.scalars(chosen.order_by(Account.name))}


def account_behind_link(db: Session, token: str, today: date) -> Account:
    link = db.get(OneTimeLink, fingerprint(db, "link", token))
    if link is None or link.open_until < today:
        raise NotFound("one-time link")
    return find(db, Account, link.account_id)


def set_password(db: Session, token: str, password: str, today: date) -> Account:
    """Use a one-time link. Raise PasswordTooEasy before anything is changed."""
    account = account_behind_link(db, token, today)
    _check(password, account)
    account.password_hash = _hasher.hash(password)
    db.execute(delete(OneTimeLink).where(OneTimeLink.account_id == account.id))
    audit.note(db, account.actor, Act.SET_PASSWORD, f"account {account.id}")
    return account


def sign_in(db: Session, email: str, password: str, *, address: str, now: datetime) -> str | None:
    """Return the token of a new browser session, or None. Unknown and wrong take the same time."""
    email = email.strip().lower()
    limits.check(db, "sign in", f"{address}|{email}", now, at_most=WRONG_PASSWORDS)
    limits.check(db, "sign in from one place", address, now, at_most=WRONG_FROM_ONE_PLACE)
    account = db.scalar(select(Account).filter_by(email=email, closed_on=None))
    if not _fits(account.password_hash if account else None, password) or account is None:
        limits.note_failure(db, "sign in", f"{address}|{email}", now)
        limits.note_failure(db, "sign in from one place", address, now)
        return None
    token = token_urlsafe(32)
    record = BrowserSession(fingerprint=_print(db, token), account_id=account.id, started_at=now, seen_at=now)
    db.add(record)
    audit.note(db, account.actor, Act.SIGN_IN, f"account {account.id}")
    return token


def actor_behind(db: Session, token: str, now: datetime) -> Actor | None:
    """Who is signed in with this token, if the session still lives."""
    session = db.get(BrowserSession, _print(db, token))
    if session is None or now - session.seen_at > IDLE or now - session.started_at > LONGEST:
        return None
    account = db.get(Account, session.account_id)
    return account.actor if account and account.closed_on is None else None


def is_stale(db: Session, token: str, now: datetime) -> bool:
    """Whether `seen_at` is more than a minute old, and worth a write."""
    session = db.get(BrowserSession, _print(db, token))
    return session is not None and now - session.seen_at > timedelta(minutes=1)


def seen(db: Session, token: str, now: datetime) -> None:
    session = db.get(BrowserSession, _print(db, token))
    if session is not None:
        session.seen_at = now


def sign_out(db: Session, token: str, actor: Actor) -> None:
    db.execute(delete(BrowserSession).where(BrowserSession.fingerprint == _print(db, token)))
    audit.note(db, actor, Act.SIGN_OUT, f"account {actor.account_id}")


def trail(db: Session, actor: Actor, before: int | None = None) -> tuple[list[audit.Entry], int | None]:
    """The newest entries of the trail, and the first one that does not hold, if any."""
    require(actor, Act.READ_TRAIL)
    return audit.entries(db, before), audit.broken_at(db)


def forget(db: Session, today: date, now: datetime) -> int:
    """Delete sessions, links and closed accounts whose time is past; return how many."""
    sessions = delete(BrowserSession).where(BrowserSession.started_at < now - LONGEST)
    links = delete(OneTimeLink).where(OneTimeLink.open_until < today)
    closed = delete(Account).where(Account.closed_on < today - timedelta(days=DAYS_CLOSED_KEPT))
    gone = [
        *db.scalars(sessions.returning(BrowserSession.account_id)),
        *db.scalars(links.returning(OneTimeLink.account_id)),
        *db.scalars(closed.returning(Account.id)),
    ]
    return len(gone)


def _add(db: Session, name: str, email: str, role: Role, today: date) -> tuple[Account, str]:
    if role is Role.CHILD:
        raise Incomplete("role")
    email = email.strip().lower()
    if db.scalar(select(Account).filter_by(email=email)):
        raise AddressTaken("there is an account with this address already")
    account = Account(name=name.strip(), email=email, role=role.name)
    db.add(account)
    db.flush()
    return account, _link(db, account, today)


def _link(db: Session, account: Account, today: date) -> str:
    db.execute(delete(OneTimeLink).where(OneTimeLink.account_id == account.id))
    token = token_urlsafe(24)
    until = today + timedelta(days=DAYS_LINK_OPEN)
    db.add(OneTimeLink(fingerprint=fingerprint(db, "link", token), account_id=account.id, open_until=until))
    return token


def _check(password: str, account: Account) -> None:
    easy = (*TOO_EASY, *account.name.lower().split(), account.email.split("@")[0])
    rest = password.lower()
    for word in easy:
        rest = rest.replace(word, "") if len(word) > 3 else rest
    right_length = SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD
    if not right_length or len(rest) < 8 or len(set(rest)) < 5:
        raise PasswordTooEasy("password")


def _fits(kept: str | None, password: str) -> bool:
    try:
        return _hasher.verify(kept or _NOBODY, password) and kept is not None
    except (VerifyMismatchError, InvalidHashError):
        return False


def _end_sessions(db: Session, account: Account) -> None:
    db.execute(delete(BrowserSession).where(BrowserSession.account_id == account.id))


def _print(db: Session, token: str) -> str:
    return fingerprint(db, "browser session", token)
