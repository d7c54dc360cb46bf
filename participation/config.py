"""Settings, read once from the environment: PARTICIPATION_<NAME>. No secret stands here."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent


class Defaults:
    """What holds unless a PARTICIPATION_… variable says otherwise."""

    FOLDER = ROOT / "var"
    """Where the embedded database and the file of keys are kept."""
    DATABASE_URL = ""
    """Empty means the embedded database in FOLDER."""
    SURVEYS = ROOT / "surveys"
    TRANSLATIONS = ROOT / "translations"
    OWNER = "Lyngvær kommune"
    """The service owner's name, as children and staff read it."""
    CONTACT = ""
    """Where a grown-up answers questions, for example an address or a phone number."""
    ACCESSIBILITY_STATEMENT = ""
    """Address of the accessibility statement on uustatus.no."""
    LANGUAGE = "nb"
    """The owner's own language: nb or nn."""
    HTTPS = False
    """True behind a proxy that speaks https: secure cookies and HSTS."""
    TRUSTED_PROXIES = 0
    """How many proxies stand in front and set X-Forwarded-For."""
    TODAY = ""
    """A fixed day (2026-11-21) for demonstrations and tests; empty means today."""
    MAX_CONTENT_LENGTH = 256 * 1024
    MAX_FORM_PARTS = 200


class SettingError(Exception):
    """A setting holds what it cannot hold. Says which, and what it takes."""


def examine(settings: Mapping[str, object]) -> None:
    """Raise SettingError for the first setting that the house could not live by."""
    if str(settings["LANGUAGE"]) not in {"nb", "nn"}:
        raise SettingError("PARTICIPATION_LANGUAGE is the owner's own language: nb or nn")
    if settings["HTTPS"] not in (True, False):
        raise SettingError("PARTICIPATION_HTTPS is true or false")
    hops = settings["TRUSTED_PROXIES"]
    if not isinstance(hops, int) or hops < 0:
        raise SettingError("PARTICIPATION_TRUSTED_PROXIES is a number: how many proxies stand in front")
    if fixed := str(settings["TODAY"]):
        _examine_day(fixed)


def _examine_day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise SettingError("PARTICIPATION_TODAY is a day, like 2026-11-21, or empty") from None
