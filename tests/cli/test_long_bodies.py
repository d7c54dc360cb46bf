"""Long bodies wait on the disk: only a few at a time, whoever says that they are signed in."""

from waitress.adjustments import Adjustments

from participation.cli.server import MOST_LONG_BODIES, Request

FILM = (
    b"POST /barnas-sider/opplesing HTTP/1.1\r\nHost: here\r\n"
    b"Cookie: signed_in=made-up\r\nContent-Length: 30000000\r\n\r\n"
)


def begun() -> Request:
    request = Request(Adjustments(max_request_body_size=1_000_000))
    request.received(FILM)
    return request


def test_only_a_few_long_bodies_are_taken_in_at_a_time():
    under_way = [begun() for _ in range(MOST_LONG_BODIES)]
    assert all(one.error is None for one in under_way)
    assert begun().error is not None
    under_way.pop()
    assert begun().error is None, "there is room again"
