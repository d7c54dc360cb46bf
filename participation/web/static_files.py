"""Static files, under addresses that change when the files do."""

from hashlib import sha256
from pathlib import Path

from flask import current_app, url_for


def static_url(filename: str) -> str:
    """The address of a static file, which changes when the file does."""
    return url_for("static", filename=filename, v=_version(filename))


def _version(filename: str) -> str:
    stamps: dict[str, str] = current_app.extensions.setdefault("static versions", {})
    if filename not in stamps:
        path = Path(current_app.static_folder or "") / filename
        stamps[filename] = sha256(path.read_bytes()).hexdigest()[:8]
    return stamps[filename]
