"""Lots: one root key for all tests, since by it is drawn which numbers the veil hides."""

from hashlib import sha256
from pathlib import Path

from participation.storage.opening import KEY_FILE


def lay(folder: Path) -> None:
    """Put the key where the house looks for it."""
    file = folder / KEY_FILE
    file.touch(0o600)
    file.write_text(sha256("Lyngvær".encode()).hexdigest())
