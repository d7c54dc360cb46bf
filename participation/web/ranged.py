"""Ranged: a sound or a film given out as a browser asks for it, part by part; nothing in it can act."""

import io
from collections.abc import Callable
from typing import Any, BinaryIO

from flask import Response, request
from werkzeug.exceptions import RequestedRangeNotSatisfiable
from werkzeug.wsgi import FileWrapper

from participation.web.security import PICTURE_POLICY

A_YEAR = 31536000


class InPieces(io.RawIOBase):
    """A file whose pieces are fetched one at a time, when they are read."""

    def __init__(self, size: int, length: int, fetch: Callable[[int], bytes]) -> None:
        self.size, self.length, self.fetch = size, length, fetch
        self.at, self.held = 0, (-1, b"")

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self.at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self.at, io.SEEK_END: self.size}[whence]
        return self.at

    def readinto(self, buffer: Any) -> int:
        if self.at >= self.size:
            return 0
        number, begin = divmod(self.at, self.length)
        if self.held[0] != number:
            self.held = number, self.fetch(number)
        found = self.held[1][begin : begin + len(buffer)]
        buffer[: len(found)] = found
        self.at += len(found)
        return len(found)


def answer(file: BinaryIO | io.RawIOBase, size: int, mimetype: str, version: str) -> Response:
    """The file, or the part of it that was asked for; kept by the browser, as its address is its version."""
    given = Response(FileWrapper(file, 64 * 1024), direct_passthrough=True)  # type: ignore[arg-type]
    given.headers["Content-Type"] = mimetype
    given.headers["Content-Security-Policy"] = PICTURE_POLICY
    given.headers["Content-Disposition"] = "inline"
    given.cache_control.public = given.cache_control.immutable = True
    given.cache_control.max_age = A_YEAR
    given.content_length = size
    given.set_etag(version)
    try:
        given.make_conditional(request.environ, accept_ranges=True, complete_length=size)
    except RequestedRangeNotSatisfiable:
        return Response(status=416, headers={"Content-Range": f"bytes */{size}"})
    return given
