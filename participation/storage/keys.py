"""Keys: one root key outside the database; under it a data key per case and per consultation.

What a child has written is sealed with AES-256-GCM (NIST SP 800-38D) and bound to its place, so that a
sealed text moved elsewhere does not open. To forget is to destroy the data key.
"""

import os
import re
import stat
from datetime import date
from pathlib import Path
from secrets import token_bytes, token_hex

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.errors import NotFound
from participation.storage.database import WITHOUT_ROWID, Record

NONCE = 12


class KeyFileError(Exception):
    """The file of keys is missing, open to others, or not ours: nothing starts without it."""


class Keyring:
    """What is derived from the root key. The root key itself is never used on data."""

    def __init__(self, root: bytes) -> None:
        self._root = root

    def derived(self, purpose: str) -> bytes:
        """32 bytes for one purpose (HKDF, RFC 5869)."""
        return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(self._root)


class DataKey(Record):
    """The wrapped key of one case or consultation; when the row is gone, so are the words."""

    __tablename__ = "data_keys"
    __table_args__ = WITHOUT_ROWID
    kept_for = "as long as what it seals; destroyed to forget it"

    id: Mapped[str] = mapped_column(primary_key=True, default=lambda: token_hex(16))
    wrapped: Mapped[bytes]
    made_on: Mapped[date]


def read_or_make(path: Path, *, may_make: bool) -> Keyring:
    """Read the root key; make it at the very first run. Raise KeyFileError where it is missing later."""
    if not path.exists():
        if not may_make:
            raise KeyFileError(
                f"{path} is missing. Restore it from your backup: without it nothing can be read."
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(token_hex(32) + "\n")
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyFileError(f"{path} may be read by others. Set its mode to 0600.")
    root = path.read_text("utf-8", errors="replace").strip()
    if not re.fullmatch("[0-9a-f]{64}", root):
        raise KeyFileError(f"{path} is not a file of keys: 64 hexadecimal digits are expected.")
    return Keyring(bytes.fromhex(root))


def keyring(db: Session) -> Keyring:
    ring: Keyring = db.info["keys"]
    return ring


def new_data_key(db: Session, today: date) -> str:
    """Make a data key and return its id."""
    key = DataKey(id=token_hex(16), wrapped=b"", made_on=today)
    key.wrapped = _seal(keyring(db).derived("wrap"), token_bytes(32), f"data key {key.id}")
    db.add(key)
    db.flush()
    return key.id


def seal(db: Session, key_id: str, text: str, place: str) -> bytes:
    """Seal a text under a data key; `place` names where it belongs and must be named to open it."""
    return _seal(_unwrapped(db, key_id), text.encode(), place)


def unseal(db: Session, key_id: str, sealed: bytes, place: str) -> str:
    return _unseal(_unwrapped(db, key_id), sealed, place).decode()


def destroy(db: Session, key_id: str) -> None:
    """Forget everything that this key sealed, here and now."""
    key = db.get(DataKey, key_id)
    if key is not None:
        db.delete(key)


def is_there(db: Session, key_id: str) -> bool:
    """Whether what this key sealed can still be opened."""
    return db.get(DataKey, key_id) is not None


def seal_for(db: Session, secret: str, text: str, place: str) -> bytes:
    """Seal under a key that only the holder of the secret has: the server cannot open it alone."""
    return _seal(_key_of(db, secret), text.encode(), place)


def unseal_for(db: Session, secret: str, sealed: bytes, place: str) -> str:
    return _unseal(_key_of(db, secret), sealed, place).decode()


def stretched(db: Session, words: str) -> str:
    """A secret worked out slowly from a few words, so that not even a thief of the keys tries them all.

    scrypt, RFC 7914, with the cost OWASP recommends for one try at a time.
    """
    salt = keyring(db).derived("bookmarks")
    return Scrypt(salt, length=32, n=2**15, r=8, p=1).derive(words.encode()).hex()


def _key_of(db: Session, secret: str) -> bytes:
    salt = keyring(db).derived("drafts")
    return HKDF(SHA256(), 32, salt=salt, info=b"draft").derive(secret.encode())


def _unwrapped(db: Session, key_id: str) -> bytes:
    key = db.get(DataKey, key_id)
    if key is None:
        raise NotFound("this has been forgotten: its key is destroyed")
    return _unseal(keyring(db).derived("wrap"), key.wrapped, f"data key {key.id}")


def _seal(key: bytes, plain: bytes, place: str) -> bytes:
    nonce = token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, place.encode())


def _unseal(key: bytes, sealed: bytes, place: str) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
    except InvalidTag:
        raise NotFound(f"nothing that this key opens at {place}") from None
