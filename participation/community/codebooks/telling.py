"""Telling themes: once for each consultation, every number through the engine, attacked and in a ledger."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy.orm import Session

from participation.access import Act, Actor, require
from participation.community.codebooks.changing import newest, require_open
from participation.community.codebooks.coding import texts_in, unread
from participation.community.codebooks.records import Codebook, ThemeRelease
from participation.community.consultations import Consultation, asked_of_everybody, survey_of
from participation.community.releases import LEAST, releases_of
from participation.community.summaries import summary_on
from participation.disclosure.quotations import least_mentions
from participation.disclosure.themes import alphabetical
from participation.disclosure.told_themes import Theme, ToldThemes, tell_themes
from participation.errors import Closed, Incomplete
from participation.storage import audit, keys
from participation.storage.database import find


@dataclass(frozen=True)
class ToldTheme:
    """So many of those who wrote to this question mentioned this."""

    question: str
    name: str
    number: int
    of: int


@dataclass(frozen=True)
class Told:
    """The themes of a consultation as anyone may read them; `also` is alphabetical and has no numbers."""

    themes: tuple[ToldTheme, ...]
    also: tuple[str, ...]
    released_on: date


def release_themes(db: Session, actor: Actor, consultation_id: int, today: date) -> ThemeRelease:
    """Tell what may be told, once and for all. What is kept back is kept nowhere but in the codings.

    Raises Closed before the numbers are released, Incomplete while a text has no first coding, WouldDisclose
    where the attack succeeds.
    """
    require(actor, Act.RELEASE_THEMES)
    if summary_on(db, require_open(db, consultation_id).id) is None:
        raise Closed("the numbers are released first; how many answered is not known before")
    book = newest(db, consultation_id)
    if book is None or not book.codes:
        raise Incomplete("codes")
    if unread(db, consultation_id):
        raise Incomplete("codings")
    release = _released(db, book, today)
    db.add(release)
    db.flush()
    audit.note(db, actor, Act.RELEASE_THEMES, f"consultation {consultation_id}")
    return release


def told(db: Session, consultation_id: int) -> Told | None:
    """What was released, as it stands for good; None where nothing was."""
    release = db.get(ThemeRelease, consultation_id)
    if release is None:
        return None
    themes = tuple(
        ToldTheme(one["question"], one["name"], one["number"], one["of"]) for one in release.numbers
    )
    return Told(themes, tuple(alphabetical(one["name"] for one in release.also)), release.released_on)


def mentioned_at_least(db: Session, consultation_id: int, question: str, code: str) -> int:
    """How many children certainly mentioned a theme, as far as anyone can read; 0 where it is not told."""
    release = db.get(ThemeRelease, consultation_id)
    numbers = release.numbers if release else ()
    told = [one["number"] for one in numbers if (one["question"], one["code"]) == (question, code)]
    listed = [one["least"] for one in (release.also if release else ()) if one["code"] == code]
    return max([*told, *listed], default=0)


def _released(db: Session, book: Codebook, today: date) -> ThemeRelease:
    summary = summary_on(db, book.consultation_id)
    least = max([LEAST, *(one.least for one in releases_of(db, book.consultation_id))])
    themes = [Theme(code.key, code.is_severe, least) for code in book.codes]
    key = keys.keyring(db).derived(f"themes of consultation {book.consultation_id}")
    answered = summary.answered if summary else None
    asked_of_all = asked_of_everybody(survey_of(db, find(db, Consultation, book.consultation_id)))
    coded = texts_in(db, book.consultation_id)
    found = tell_themes({name: coded[name] for name in coded if name in asked_of_all}, themes, answered, key)
    return ThemeRelease(
        consultation_id=book.consultation_id,
        version=book.version,
        numbers=_numbers(found, book),
        also=_also(found, book),
        publications=[publication.to_plain() for publication in found.publications],
        certificates=[dict(certificate) for certificate in found.certificates],
        ledger=found.ledger.to_plain(),
        released_on=today,
    )


def _numbers(found: ToldThemes, book: Codebook) -> list[dict[str, str | int]]:
    names = {code.key: code.name for code in book.codes}
    rows = [asdict(one) | {"name": names[one.code]} for one in found.numbers]
    return sorted(rows, key=lambda row: (row["question"], -row["number"], row["name"]))


def _also(found: ToldThemes, book: Codebook) -> list[dict[str, str | int]]:
    codes = [code for code in book.codes if code.key in found.also]
    return [
        {"code": code.key, "name": code.name, "least": least_mentions(severe=code.is_severe)}
        for code in codes
    ]
