"""Sounds and films of the questions, open to all: they say nothing but what every child is asked."""

import io

from flask import Blueprint, Response, current_app

from participation.owner import formats, recordings, sign_films
from participation.web import ranged
from participation.web.current import reading

blueprint = Blueprint("sounds", __name__, url_prefix="")


@blueprint.get("/lyd/<language>/<sentence>.<kind>")
def recording(language: str, sentence: str, kind: str) -> Response:
    """One sentence, as somebody read it in."""
    with reading() as db:
        found = recordings.played(db, language, sentence, kind)
    file = io.BytesIO(found.content)
    return ranged.answer(file, len(found.content), formats.SOUNDS[kind], found.version)


@blueprint.get("/tegnsprak/<id>.<kind>")
def film(id: str, kind: str) -> Response:
    """One question in sign language. Each piece is fetched when it is about to be sent."""
    with reading() as db:
        found = sign_films.film_behind(db, id, kind)
    database = current_app.extensions["database"]

    def piece(number: int) -> bytes:
        with database.reading() as db:
            return sign_films.piece(db, id, number)

    file = ranged.InPieces(found.size, sign_films.PIECE, piece)
    return ranged.answer(file, found.size, formats.FILMS[kind], id)
