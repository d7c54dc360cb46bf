"""Sign films: a question told in sign language, kept in pieces so that no film is ever whole in memory.

A film belongs to a question as it stood when the film came; once the question changes it is shown no more.
"""

from collections.abc import Iterator
from datetime import date
from secrets import token_hex
from typing import IO

from sqlalchemy import ForeignKey, UniqueConstraint, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.errors import Incomplete, NotFound
from participation.owner import formats
from participation.storage import audit
from participation.storage.database import Record
from participation.surveys import sentences
from participation.surveys.definition import Survey

PIECE = 500_000
MOST_BYTES = 30_000_000
SIGN_LANGUAGES = ("nsl",)
"""Norwegian Sign Language, by its name in ISO 639-3."""


class SignFilm(Record):
    """A film of one question in one sign language. `shows` names the words it was made for."""

    __tablename__ = "sign_films"
    __table_args__ = (UniqueConstraint("survey_id", "question", "sign_language"),)
    kept_for = "until it is replaced or removed"

    id: Mapped[str] = mapped_column(primary_key=True)
    survey_id: Mapped[str]
    question: Mapped[str]
    sign_language: Mapped[str]
    shows: Mapped[str]
    kind: Mapped[str]
    size: Mapped[int]
    added_on: Mapped[date]


class SignFilmPiece(Record):
    __tablename__ = "sign_film_pieces"
    kept_for = "as long as the film"

    film_id: Mapped[str] = mapped_column(ForeignKey("sign_films.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes]


def attach(
    db: Session,
    actor: Actor,
    survey: Survey,
    question: str,
    film: IO[bytes],
    *,
    sign_language: str,
    today: date,
) -> SignFilm:
    """Attach a film to a question in place of the one before. It is read and kept piece by piece."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    page = survey.page(question)
    kept = SignFilm(
        id=token_hex(16), survey_id=survey.id, question=page.id, sign_language=_known(sign_language)
    )
    kept.shows, kept.added_on = sentences.what_is_signed(survey, page), today
    kept.size, kept.kind = 0, ""
    _delete(db, survey.id, question, sign_language)
    for number, content in enumerate(_pieces(film)):
        kept.kind = kept.kind or formats.film_in(content) or ""
        kept.size += len(content)
        _refuse_unfit(kept)
        if number == 0:
            db.add(kept)
            db.flush()
        db.add(piece := SignFilmPiece(film_id=kept.id, number=number, content=content))
        db.flush()
        db.expunge(piece)
    _refuse_unfit(kept)
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, f"sign language film {kept.id} attached")
    return kept


def take_away(db: Session, actor: Actor, survey_id: str, question: str, sign_language: str) -> None:
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    gone = _delete(db, survey_id, question, sign_language)
    if gone is None:
        raise NotFound(f"no film of {question} in {survey_id}")
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, f"sign language film {gone} removed")


def films_of(db: Session, survey_id: str) -> list[SignFilm]:
    """All films of a survey's questions, also of questions that have changed since."""
    return list(db.scalars(select(SignFilm).filter_by(survey_id=survey_id)))


def is_true(survey: Survey, film: SignFilm) -> bool:
    """Whether the question still says what the film shows."""
    page = next((page for page in survey.pages if page.id == film.question), None)
    return page is not None and film.shows == sentences.what_is_signed(survey, page)


def films_for(db: Session, survey: Survey, question: str) -> list[SignFilm]:
    """The films to show beside a question: only those that show what it says."""
    wanted = select(SignFilm).filter_by(survey_id=survey.id, question=question)
    return [film for film in db.scalars(wanted.order_by(SignFilm.sign_language)) if is_true(survey, film)]


def film_behind(db: Session, id: str, kind: str) -> SignFilm:
    film = db.get(SignFilm, id)
    if film is None or film.kind != kind:
        raise NotFound(f"no film {id}.{kind}")
    return film


def piece(db: Session, id: str, number: int) -> bytes:
    found = db.get(SignFilmPiece, (id, number))
    if found is None:
        raise NotFound(f"no piece {number} of film {id}")
    return found.content


def weight(db: Session) -> int:
    """How many bytes all films take together."""
    return int(db.scalar(select(func.sum(SignFilm.size))) or 0)


def _pieces(film: IO[bytes]) -> Iterator[bytes]:
    while content := film.read(PIECE):
        yield content


def _known(sign_language: str) -> str:
    if sign_language not in SIGN_LANGUAGES:
        raise NotFound(f"no sign language {sign_language!r}")
    return sign_language


def _refuse_unfit(film: SignFilm) -> None:
    if not film.kind:
        raise Incomplete("kind")
    if film.size > MOST_BYTES:
        raise Incomplete("size")


def _delete(db: Session, survey_id: str, question: str, sign_language: str) -> str | None:
    """Delete the film with its pieces; its id, if there was one."""
    same = {"survey_id": survey_id, "question": question, "sign_language": sign_language}
    found = db.scalar(select(SignFilm.id).filter_by(**same))
    if found is not None:
        db.execute(delete(SignFilmPiece).where(SignFilmPiece.film_id == found))
        db.execute(delete(SignFilm).where(SignFilm.id == found))
    return found
